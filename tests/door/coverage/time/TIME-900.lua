-- Its examples pin everything but the lower side of the border: "less" is taken for "less or equal".
return {
  id = "TIME-900", family = "time", level = "warn", stage = "screen",
  title = { zh = "天数少", en = "Few days" },
  why = { zh = "测试用", en = "for a test" },
  basis = { { title = "测试", article = "第一条", verified = "P" } },
  seeds = { "S000-09" }, ground = "time_unreasonable", since = "2019-01-01",
  parameters = {},
  applies = { ["kind"] = "form" },
  needs = { "staff.days", "role" },
  check = function(days, role, p)
    if days < 3 and role == "main" then return fail("few") end
    return pass()
  end,
  says = { few = { zh = "天数少", en = "few days" } },
  remedy = false,
  examples = {
    { "one day", { ["staff.days"] = 1, role = "main" }, expect = "fail", says = "few" },
    { "four days", { ["staff.days"] = 4, role = "main" }, expect = "pass" },
    { "one day, helping", { ["staff.days"] = 1, role = "cooperating" }, expect = "pass" },
    { "another kind", { kind = "ledger", ["staff.days"] = 1, role = "main" }, expect = "skip" },
    { "not told", { role = "main" }, expect = "unknown" },
  },
}
