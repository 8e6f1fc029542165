-- too few people
return {
  id = "RES-902", family = "resource", level = "hold", stage = "screen",
  title = { zh = "人员不足", en = "too few people" },
  why = { zh = "测试用规则。", en = "A rule for tests." },
  basis = { { title = "测试依据", article = "第一条", verified = "P" } },
  seeds = {},
  ground = "no_staff",
  since = "2020-01-01",
  parameters = {},
  applies = { kind = { "patrol", "enforce" }, ["issuer.binds"] = false },
  needs = { "staff.needed" },
  may = { "staff.provided" },

  check = function(needed, provided, p)
    if needed == 0 then return pass() end
    if provided == nil then return unknown("staff.provided") end
    if provided >= needed then return pass() end
    return fail("short")
  end,
  says = { short = { zh = "不足", en = "short" } },
  remedy = function(needed, provided, p)
    return set("staff.provided", needed)
  end,
  examples = {
    { "nobody", { ["staff.needed"] = 2, ["staff.provided"] = 0 }, expect = "fail" },
    { "none needed", { ["staff.needed"] = 0 }, expect = "pass" },
    { "not told", { ["staff.needed"] = 2 }, expect = "unknown" },
  },
}
