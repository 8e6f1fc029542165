-- too little time
return {
  id = "TIME-901", family = "time", level = "block", stage = "screen",
  title = { zh = "时限过短", en = "too little time" },
  why = { zh = "测试用规则。", en = "A rule for tests." },
  basis = { { title = "测试依据", article = "第一条", verified = "P" } },
  seeds = {},
  ground = "time_unreasonable",
  since = "2020-01-01",
  parameters = { min_notice_workdays = { default = 2, unit = "workday", source = "test [P]" } },
  applies = { kind = { "form", "ledger", "patrol" } },
  needs = { "received_at", "due_at" },

  check = function(received_at, due_at, p)
    if not received_at or not due_at then return pass() end
    if calendar.working_hours(received_at, due_at) >= p.min_notice_workdays * calendar.day_hours then return pass() end
    return fail("short", { due = due_at })
  end,
  says = { short = { zh = "{due:time} 太早", en = "{due:time} is too early" } },
  remedy = function(received_at, due_at, p)
    return set("due_at", calendar.add_workdays(received_at, p.min_notice_workdays))
  end,
  examples = {
    { "same day", { received_at = "2026-11-05T09:30", due_at = "2026-11-05T16:00" }, expect = "fail" },
    { "a week", { received_at = "2026-11-05T09:30", due_at = "2026-11-12T16:00" }, expect = "pass" },
    { "no deadline", { received_at = "2026-11-05T09:30" }, expect = "unknown" },
  },
}
