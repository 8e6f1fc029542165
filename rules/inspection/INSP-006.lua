-- 动辄“纳入考核”。
return {
  id = "INSP-006", family = "inspection", level = "warn", stage = "screen",
  title = { zh = "与考核挂钩而无批准的指标", en = "Linked to assessment without an approved indicator" },
  why = {
    zh = "考核指标要经批准，报材料、临时任务不能随手写上“纳入考核”。",
    en = "Indicators are approved beforehand; papers and passing tasks are not tied to an assessment by a sentence.",
  },
  basis = { { title = "关于统筹规范督查检查考核工作的通知（2018年10月）", article = "严格控制总量", verified = "M" } },
  seeds = { "S001-12", "S001-45", "S002-11", "S003-12" },
  ground = "separate_assessment",
  since = "2018-10-09",
  parameters = {},
  applies = { ["assessment.linked"] = true },
  needs = { "assessment.indicator" },

  check = function(indicator, p)
    if not text.is_blank(indicator) then return pass() end
    return fail("no_indicator")
  end,
  says = {
    no_indicator = { zh = "写明与考核挂钩，未注明经批准的考核指标", en = "says that it counts in an assessment and names no approved indicator" },
    cure = { zh = "不与考核挂钩", en = "do not link it to the assessment" },
  },
  remedy = function(indicator, p)
    return set("assessment.linked", false)
  end,
  examples = {
    { "stated: no indicator", { ["assessment.indicator"] = "" }, expect = "fail", says = "no_indicator" },
    { "only spaces", { ["assessment.indicator"] = "  " }, expect = "fail" },
    { "an approved indicator", { ["assessment.indicator"] = "2026-考-05" }, expect = "pass" },
    { "not linked", { ["assessment.linked"] = false, ["assessment.indicator"] = "" }, expect = "skip" },
    { "not told", {}, expect = "unknown" },
  },
}
