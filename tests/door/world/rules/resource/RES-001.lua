-- Fewer people than the task needs.
return {
  id = "RES-001", family = "resource", level = "hold", stage = "screen",
  title = { zh = "人员不足", en = "Too few people" },
  why = { zh = "测试用", en = "For the tests" },
  basis = { { title = "测试办法", article = "第二条", verified = "S" } }, seeds = {}, ground = "no_staff", since = "2020-01-01", parameters = {}, applies = {},
  needs = { "staff.needed", "staff.provided" },
  check = function(needed, provided, p)
    if provided < needed then return fail("short", { gap = needed - provided }) end
    return pass()
  end,
  says = { short = { zh = "缺 {gap} 人", en = "{gap} people short" } },
  remedy = function(needed, provided, p) return set("staff.provided", needed) end,
  examples = {
    { "none", { ["staff.needed"] = 2, ["staff.provided"] = 0 }, expect = "fail", says = "short" },
    { "enough", { ["staff.needed"] = 2, ["staff.provided"] = 2 }, expect = "pass" },
    { "not told", { ["staff.needed"] = 2 }, expect = "unknown" },
  },
}
