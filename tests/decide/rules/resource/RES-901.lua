-- too little money
return {
  id = "RES-901", family = "resource", level = "block", stage = "screen",
  title = { zh = "经费不足", en = "too little money" },
  why = { zh = "测试用规则。", en = "A rule for tests." },
  basis = { { title = "测试依据", article = "第一条", verified = "P" } },
  seeds = {},
  ground = "no_funds",
  since = "2020-01-01",
  parameters = {},
  applies = { kind = { "form", "patrol", "enforce", "penalise" } },
  needs = { "funds.needed", "funds.provided" },

  check = function(needed, provided, p)
    if provided >= needed then return pass() end
    return fail("short", { needed = needed })
  end,
  says = { short = { zh = "需要 {needed:yuan}", en = "needs {needed:yuan}" } },
  remedy = function(needed, provided, p)
    return set("funds.provided", needed)
  end,
  examples = {
    { "nothing", { ["funds.needed"] = 240, ["funds.provided"] = 0 }, expect = "fail" },
    { "enough", { ["funds.needed"] = 240, ["funds.provided"] = 240 }, expect = "pass" },
    { "need not told", { ["funds.provided"] = 240 }, expect = "unknown" },
  },
}
