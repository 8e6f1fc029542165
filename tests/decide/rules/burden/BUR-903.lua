-- length
return {
  id = "BUR-903", family = "burden", level = "info", stage = "screen",
  title = { zh = "字数", en = "length" },
  why = { zh = "测试用规则。", en = "A rule for tests." },
  basis = { { title = "测试依据", article = "第一条", verified = "P" } },
  seeds = {},
  ground = false,
  since = "2020-01-01",
  parameters = {},
  applies = { ["document.characters"] = { at_most = 10000 } },
  needs = { "document.characters" },

  check = function(characters, p)
    if characters > 4000 then return fail("short") end
    return pass()
  end,
  says = { short = { zh = "不足", en = "short" } },
  remedy = false,
  examples = {
    { "long", { ["document.characters"] = 5000 }, expect = "fail" },
    { "short", { ["document.characters"] = 10 }, expect = "pass" },
    { "not told", {}, expect = "unknown" },
  },
}
