-- 配合事项、清单外事项，部门不纳入考核。
return {
  id = "INSP-005", family = "inspection", level = "hold", stage = "screen",
  title = { zh = "考核配合事项", en = "A cooperative item is assessed" },
  why = {
    zh = "配合事项由部门对结果负责；没有经批准的考核指标，部门不能拿来考核乡镇。",
    en = "The department answers for a cooperative item; without an approved indicator it cannot assess the township by it.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第三部分（考核合并进行）；广东2025年10月22日通报引用", verified = "V" } },
  seeds = { "S001-45", "S003-12", "S004-16" },
  ground = "assesses_cooperative",
  since = "2024-08-06",
  parameters = {},
  applies = {
    ["assessment.linked"] = true,
    ["issuer.kind"] = {
      "provincial_department", "city_department", "county_department", "coordinating_body", "temporary_body", "task_force",
      "stationed_body", "inner_office", "mass_organisation", "enterprise", "other",
    },
  },
  needs = { "item.kind", "assessment.indicator" },
  emergency = "never",

  check = function(kind, indicator, p)
    if kind == "basic" or not text.is_blank(indicator) then return pass() end
    if kind == "cooperative" then return fail("cooperative") end
    return fail("other")
  end,
  says = {
    cooperative = {
      zh = "配合履职事项与考核挂钩，未注明经批准的考核指标",
      en = "a cooperative item counts in an assessment without an approved indicator",
    },
    other = {
      zh = "非乡镇基本履职事项与考核挂钩，未注明经批准的考核指标",
      en = "what is not a basic duty counts in an assessment without an approved indicator",
    },
    cure = { zh = "不与考核挂钩", en = "do not link it to the assessment" },
  },
  remedy = function(kind, indicator, p)
    return set("assessment.linked", false)
  end,
  examples = {
    { "a cooperative item", { ["item.kind"] = "cooperative", ["assessment.indicator"] = "" }, expect = "fail", says = "cooperative" },
    { "an approved indicator", { ["item.kind"] = "cooperative", ["assessment.indicator"] = "2026-考-05" }, expect = "pass" },
    { "a basic item", { ["item.kind"] = "basic", ["assessment.indicator"] = "" }, expect = "pass" },
    { "stated: no item", { ["item.kind"] = "", ["assessment.indicator"] = "" }, expect = "fail", says = "other" },
    { "not linked", { ["assessment.linked"] = false, ["item.kind"] = "cooperative", ["assessment.indicator"] = "" }, expect = "skip" },
    { "from the county government", { ["issuer.kind"] = "county_government", ["item.kind"] = "cooperative", ["assessment.indicator"] = "" }, expect = "skip" },
    { "indicator not told", { ["item.kind"] = "cooperative" }, expect = "unknown" },
  },
}
