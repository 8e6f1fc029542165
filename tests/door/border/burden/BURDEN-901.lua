-- 群的数量：从 2024 年起至多一个，2025 年底以后不再管。
return {
  id = "BURDEN-901", family = "burden", level = "warn", stage = "screen",
  title = { zh = "群太多", en = "Too many groups" },
  why = { zh = "测试用。", en = "For tests." },
  basis = { { title = "测试办法", article = "第一条", verified = "P" } },
  seeds = {},
  ground = false,
  since = "2020-01-01",
  ["until"] = "2025-12-31",
  parameters = {
    max_groups = {
      default = { { from = "2020-01-01", value = 2 }, { from = "2024-01-01", value = 1 } },
      unit = "group", harder = "lower", min = 0, source = "测试用",
    },
  },
  applies = {},
  needs = { "demands.groups" },

  check = function(groups, p)
    if groups <= p.max_groups then return pass() end
    return fail("many", { groups = groups })
  end,
  says = { many = { zh = "要建 {groups} 个群", en = "{groups} groups are wanted" } },
  remedy = false,
  examples = {
    { "one more than now", { ["demands.groups"] = 2 }, expect = "fail", says = "many" },
    { "the last day of the old limit", { ["demands.groups"] = 2 }, expect = "pass", on = "2023-12-31" },
    { "the first day of the new limit", { ["demands.groups"] = 2 }, expect = "fail", on = "2024-01-01" },
    { "its last day", { ["demands.groups"] = 2 }, expect = "fail", on = "2025-12-31" },
    { "the day after", { ["demands.groups"] = 2 }, expect = "skip", on = "2026-01-01" },
    { "the day before its first", { ["demands.groups"] = 3 }, expect = "skip", on = "2019-12-31" },
    { "not told", {}, expect = "unknown" },
  },
}
