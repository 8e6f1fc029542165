-- a rule that breaks
return {
  id = "GUARD-901", family = "guard", level = "hold", stage = "screen",
  title = { zh = "坏规则", en = "a rule that breaks" },
  why = { zh = "测试用规则。", en = "A rule for tests." },
  basis = { { title = "测试依据", article = "第一条", verified = "P" } },
  seeds = {},
  ground = false,
  since = "2020-01-01",
  parameters = {},
  applies = { ["guidance.method"] = { "breaks", "works", "fails" } },
  needs = { "guidance.method" },

  check = function(method, p)
    if method == "works" then return pass() end
    if method == "fails" then return fail("short") end
    return method.no.such
  end,
  says = { short = { zh = "不足", en = "short" } },
  remedy = false,
  examples = {
    { "fails", { ["guidance.method"] = "fails" }, expect = "fail" },
    { "works", { ["guidance.method"] = "works" }, expect = "pass" },
    { "not told", {}, expect = "unknown" },
    { "another", { ["guidance.method"] = "入户" }, expect = "skip" },
  },
}
