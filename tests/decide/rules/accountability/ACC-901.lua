-- a cooperative item is assessed
return {
  id = "ACC-901", family = "accountability", level = "hold", stage = "screen",
  title = { zh = "考核配合事项", en = "a cooperative item is assessed" },
  why = { zh = "测试用规则。", en = "A rule for tests." },
  basis = { { title = "测试依据", article = "第一条", verified = "P" } },
  seeds = {},
  ground = "assesses_cooperative",
  since = "2020-01-01",
  parameters = {},
  applies = { ["item.kind"] = { "cooperative", "recalled" }, ["assessment.linked"] = true },
  needs = { "assessment.indicator" },

  check = function(indicator, p)
    if text.is_blank(indicator) then return fail("short") end
    return pass()
  end,
  says = { short = { zh = "不足", en = "short" } },
  remedy = function(indicator, p)
    return set("assessment.linked", false)
  end,
  examples = {
    { "no indicator", { ["assessment.indicator"] = "" }, expect = "fail" },
    { "an approved one", { ["assessment.indicator"] = "第三条" }, expect = "pass" },
    { "not told", {}, expect = "unknown" },
    { "not linked", { ["assessment.linked"] = false }, expect = "skip" },
  },
}
