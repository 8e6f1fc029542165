-- five days for villages
return {
  id = "TIME-902", family = "time", level = "hold", stage = "screen",
  title = { zh = "村级资料要给五天", en = "five days for villages" },
  why = { zh = "测试用规则。", en = "A rule for tests." },
  basis = { { title = "测试依据", article = "第一条", verified = "P" } },
  seeds = {},
  ground = "time_unreasonable",
  since = "2020-01-01",
  parameters = { village_workdays = { default = 5, unit = "workday", source = "test [P]" } },
  applies = { ["demands.village_input"] = true },
  needs = { "received_at", "due_at" },

  check = function(received_at, due_at, p)
    if not received_at or not due_at then return pass() end
    if calendar.working_hours(received_at, due_at) >= p.village_workdays * calendar.day_hours then return pass() end
    return fail("short")
  end,
  says = { short = { zh = "不足", en = "short" } },
  remedy = function(received_at, due_at, p)
    return set("due_at", calendar.add_workdays(received_at, p.village_workdays))
  end,
  examples = {
    { "same day", { received_at = "2026-11-05T09:30", due_at = "2026-11-05T16:00" }, expect = "fail" },
    { "two weeks", { received_at = "2026-11-05T09:30", due_at = "2026-11-19T16:00" }, expect = "pass" },
    { "no deadline", { received_at = "2026-11-05T09:30" }, expect = "unknown" },
  },
}
