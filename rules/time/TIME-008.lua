-- 征求意见要给人看的时间。
return {
  id = "TIME-008", family = "time", level = "hold", stage = "screen",
  title = { zh = "征求意见时间过短", en = "Too little time to comment" },
  why = {
    zh = "二十几天征求三轮、每轮一两个工作日，曾被通报；这样征求不到意见。",
    en = "Three rounds in some twenty days with one or two working days each were named in a circular; nobody can comment like that.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第一部分（精简文件）；广东2025年10月22日通报引用", verified = "V" } },
  seeds = { "S001-51", "S000-26" },
  ground = "time_unreasonable",
  since = "2024-08-06",
  parameters = {
    consultation_workdays = { default = 3, unit = "workday", harder = "higher", min = 0, source = "广东2025年10月22日通报：一至两个工作日即为过短" },
  },
  applies = { kind = "consultation", ["emergency.running"] = false },
  needs = { "received_at", "due_at" },

  check = function(received_at, due_at, p)
    if not received_at or not due_at then return pass() end
    local hours = calendar.working_hours(received_at, due_at)
    if hours >= p.consultation_workdays * calendar.day_hours then return pass() end
    return fail("short", { hours = hours, days = p.consultation_workdays })
  end,
  says = {
    short = {
      zh = "征求意见只留了 {hours:hours} 个工作小时，宜不少于 {days} 个工作日",
      en = "leaves {hours:hours} working {hours:hour/hours} to comment; {days} working {days:day is/days are} needed",
    },
    cure = { zh = "征求意见延长到收到后第 {days} 个工作日下班前", en = "take comments until the end of working day {days} after receipt" },
  },
  remedy = function(received_at, due_at, p)
    return set("due_at", calendar.add_workdays(received_at, p.consultation_workdays))
  end,
  examples = {
    { "one day", { received_at = "2026-11-02T16:30", due_at = "2026-11-03T17:30" }, expect = "fail", says = "short" },
    { "exactly three days", { received_at = "2026-11-02T08:30", due_at = "2026-11-04T17:30" }, expect = "pass" },
    { "two weeks", { received_at = "2026-11-02T08:30", due_at = "2026-11-13T17:30" }, expect = "pass" },
    { "stated: no deadline", { received_at = "2026-11-02T08:30", due_at = false }, expect = "pass" },
    { "a meeting", { kind = "meeting", received_at = "2026-11-02T16:30", due_at = "2026-11-03T17:30" }, expect = "skip" },
    { "an emergency is running", { ["emergency.running"] = true, received_at = "2026-11-02T16:30", due_at = "2026-11-03T17:30" }, expect = "skip" },
    { "a minute less than three days", { received_at = "2026-11-02T08:31", due_at = "2026-11-04T17:30" }, expect = "fail" },
    { "no deadline given", { received_at = "2026-11-02T08:30" }, expect = "unknown" },
  },
}
