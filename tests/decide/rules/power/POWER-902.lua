-- enforcing needs people
return {
  id = "POWER-902", family = "power", level = "hold", stage = "screen",
  title = { zh = "执法须有人员", en = "enforcing needs people" },
  why = { zh = "测试用规则。", en = "A rule for tests." },
  basis = { { title = "测试依据", article = "第一条", verified = "P" } },
  seeds = {},
  ground = false,
  since = "2020-01-01",
  parameters = {},
  applies = { ["powers.needed"] = { "penalty", "coercion" } },
  needs = { "staff.provided" },

  check = function(provided, p)
    if provided >= 2 then return pass() end
    return fail("short")
  end,
  says = { short = { zh = "不足", en = "short" } },
  remedy = function(provided, p)
    return { set("staff.provided", 2) }
  end,
  examples = {
    { "one", { ["staff.provided"] = 1 }, expect = "fail" },
    { "two", { ["staff.provided"] = 2 }, expect = "pass" },
    { "not told", {}, expect = "unknown" },
  },
}
