-- Condition 12 of the common workload.
return {
  id = "PEER-12", family = "inspection", level = "block", stage = "screen",
  title = { zh = "对比条件 12", en = "Common condition 12" },
  why = { zh = "与其他引擎对比用", en = "For comparison with other engines" },
  basis = { { title = "对比用例", article = "本文件", verified = "P" } }, seeds = {}, ground = "weak_basis", since = "2020-01-01", parameters = {}, applies = {},
  needs = { "assessment.linked", "assessment.indicator" },
  check = function(linked, indicator, p)
    if linked and text.is_blank(indicator) then return fail("hit") end
    return pass()
  end,
  says = { hit = { zh = "符合条件 12", en = "condition 12 holds" } },
  remedy = false, emergency = "never",
  examples = {
    { "no", { ["assessment.linked"] = true, ["assessment.indicator"] = "考核办〔2025〕1号" }, expect = "pass" },
    { "yes", { ["assessment.linked"] = true, ["assessment.indicator"] = "" }, expect = "fail", says = "hit" },
    { "not told", { ["assessment.indicator"] = "" }, expect = "unknown" },
  },
}
