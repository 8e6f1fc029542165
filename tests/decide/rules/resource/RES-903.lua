-- a large sum
return {
  id = "RES-903", family = "resource", level = "warn", stage = "screen",
  title = { zh = "费用不小", en = "a large sum" },
  why = { zh = "测试用规则。", en = "A rule for tests." },
  basis = { { title = "测试依据", article = "第一条", verified = "P" } },
  seeds = {},
  ground = false,
  since = "2020-01-01",
  parameters = {},
  applies = { ["funds.needed"] = { at_least = 100 } },
  needs = { "funds.source" },

  check = function(source, p)
    if text.is_blank(source) then return fail("short") end
    return pass()
  end,
  says = { short = { zh = "不足", en = "short" } },
  remedy = false,
  examples = {
    { "no source", { ["funds.source"] = "" }, expect = "fail" },
    { "a source", { ["funds.source"] = "县财政" }, expect = "pass" },
    { "not told", {}, expect = "unknown" },
  },
}
