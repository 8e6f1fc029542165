-- Less than two working days to answer.
return {
  id = "MIX-001", family = "time", level = "blok", stage = "screen",
  title = { zh = "时限过短", en = "Too little time" },
  why = { zh = "测试用", en = "For the tests" },
  basis = { { title = "测试办法", article = "第一条", verified = "S" } }, seeds = {}, ground = "time_unreasonable", since = "2020-01-01",
  parameters = { min_days = { default = 2, unit = "workday", harder = "higher", min = 0, source = "测试用" } }, applies = {},
  needs = { "received_at", "due_at" },
  check = function(received_at, due_at, p)
    local hours = calendar.working_hours(received_at, due_at)
    if hours >= p.min_days * calendar.day_hours then return pass() end
    return fail("short", { hours = hours })
  end,
  says = {
    short = { zh = "只留了 {hours} 个工作小时", en = "leaves {hours} working hours" },
  },
  remedy = function(received_at, due_at, p)
    local due = calendar.add_workdays(received_at, p.min_days)
    return set("due_at", due)
  end,
  examples = {
    { "same day", { received_at = "2023-12-07T09:30", due_at = "2023-12-07T16:00" }, expect = "fail", says = "short" },
    { "a week", { received_at = "2023-12-07T09:30", due_at = "2023-12-14T16:00" }, expect = "pass" },
    { "no deadline given", { received_at = "2023-12-07T09:30" }, expect = "unknown" },
  },
}
