-- 从通知到报送，乡镇至少要有两个工作日。
return {
  id = "TIME-001", family = "time", level = "block", stage = "screen",
  title = { zh = "报送时限过短", en = "Too little time to answer" },
  why = {
    zh = "上午通知、下午就要，乡镇只能停下手头的事、加班凑材料。全国没有统一的天数，两个工作日是可以调整的参数。",
    en = "A demand due the same day stops all other work and is met by overtime. No national text fixes the days: two working days is a parameter.",
  },
  basis = {
    { title = "国务院关于职工工作时间的规定", article = "第三条、第六条", verified = "V" },
    { title = "关于解决形式主义突出问题为基层减负的通知（2019年3月）", article = "具体条款未查到", verified = "M" },
    { title = "报送时限建议值", article = "两个工作日", verified = "P" },
  },
  seeds = { "S000-09", "S001-12", "S002-11", "S000-28" },
  ground = "time_unreasonable",
  since = "2019-03-01",
  parameters = {
    min_notice_workdays = { default = 2, unit = "workday", harder = "higher", min = 0, source = "建议值（无全国统一规定）" },
  },
  applies = { kind = { "form", "ledger", "material", "survey", "data_collection" }, ["emergency.running"] = false },
  needs = { "received_at", "due_at" },

  check = function(received_at, due_at, p)
    if not received_at or not due_at then return pass() end
    local hours = calendar.working_hours(received_at, due_at)
    local least = p.min_notice_workdays * calendar.day_hours
    if hours >= least then return pass() end
    return fail("short", { received = received_at, due = due_at, hours = hours, least = least, days = p.min_notice_workdays })
  end,
  says = {
    short = {
      zh = "{received:time} 收到，要求 {due:time} 前报送，只留了 {hours:hours} 个工作小时，至少 {least:hours} 个",
      en = "received {received:time}, due {due:time}: leaves {hours:hours} working {hours:hour/hours}, at least {least:hours} needed",
    },
    cure = { zh = "时限改到收到后第 {days} 个工作日下班前", en = "make it due at the end of working day {days} after receipt" },
  },
  remedy = function(received_at, due_at, p)
    return set("due_at", calendar.add_workdays(received_at, p.min_notice_workdays))
  end,
  examples = {
    { "same day", { received_at = "2023-12-07T09:30", due_at = "2023-12-07T16:00" }, expect = "fail", says = "short" },
    { "Friday afternoon to Monday morning", { received_at = "2026-11-06T15:30", due_at = "2026-11-09T10:00" }, expect = "fail" },
    { "one day and a half", { received_at = "2023-12-07T13:00", due_at = "2023-12-08T17:30" }, expect = "fail" },
    { "exactly two days", { received_at = "2023-12-07T08:30", due_at = "2023-12-08T17:30" }, expect = "pass" },
    { "over a holiday only", { received_at = "2026-09-30T16:00", due_at = "2026-10-08T09:00" }, expect = "fail" },
    { "a week", { received_at = "2023-12-07T09:30", due_at = "2023-12-14T16:00" }, expect = "pass" },
    { "stated: no deadline", { received_at = "2023-12-07T09:30", due_at = false }, expect = "pass" },
    { "a meeting", { kind = "meeting", received_at = "2023-12-07T09:30", due_at = "2023-12-07T16:00" }, expect = "skip" },
    { "an emergency is running", { ["emergency.running"] = true, received_at = "2023-12-07T09:30", due_at = "2023-12-07T16:00" }, expect = "skip" },
    { "no deadline given", { received_at = "2023-12-07T09:30" }, expect = "unknown" },
  },
}
