-- 周五、周末通知，周一上午就要。
return {
  id = "TIME-002", family = "time", level = "hold", stage = "screen",
  title = { zh = "休息日前通知、休息日后即要", en = "Notice before the weekend, due right after it" },
  why = {
    zh = "周五或休息日通知、下一个工作日上午就要，等于要求休息日加班。",
    en = "A notice on Friday or a day off that is due on the next working morning asks for work on days of rest.",
  },
  basis = {
    { title = "国务院关于职工工作时间的规定", article = "第六条、第七条", verified = "V" },
    { title = "中华人民共和国公务员法", article = "第八十二条", verified = "V" },
  },
  seeds = { "S000-10", "S000-11", "S003-38", "S004-01" },
  ground = "rest_time",
  since = "2019-06-01",
  parameters = {
    morning_end_hour = { default = 12, unit = "hour", harder = "higher", min = 0, max = 24, source = "建议值，取自基层反映：周一上午（无全国统一规定）" },
  },
  applies = {
    kind = {
      "document", "forward", "white_paper", "memo", "group_message", "form", "ledger", "material", "survey", "data_collection",
      "patrol", "screening", "visit", "volunteering", "consultation",
    },
    ["emergency.running"] = false,
  },
  needs = { "received_at", "due_at" },

  check = function(received_at, due_at, p)
    if not received_at or not due_at then return pass() end
    local next_end = calendar.add_workdays(received_at, 1)
    local next_day = next_end - calendar.minute_of_day(next_end)
    local received_day = received_at - calendar.minute_of_day(received_at)
    if calendar.is_workday(received_at) then
      local no_break_between = next_day - received_day <= 24 * 60
      local due_before_the_break = due_at < received_day + 24 * 60
      if no_break_between or due_before_the_break then return pass() end
    end
    if due_at > next_day + p.morning_end_hour * 60 or due_at < received_at then return pass() end
    return fail("weekend", { received = received_at, due = due_at })
  end,
  says = {
    weekend = {
      zh = "{received:time} 通知，{due:time} 就要，中间是休息日",
      en = "given {received:time} and due {due:time}, with days of rest between",
    },
    cure = { zh = "时限改到休息日后第二个工作日下班前", en = "make it due at the end of the second working day after the break" },
  },
  remedy = function(received_at, due_at, p)
    return set("due_at", calendar.add_workdays(received_at, 2))
  end,
  examples = {
    { "Friday to Monday morning", { received_at = "2026-11-06T15:30", due_at = "2026-11-09T10:00" }, expect = "fail", says = "weekend" },
    { "Saturday to Monday morning", { received_at = "2026-11-07T10:00", due_at = "2026-11-09T12:00" }, expect = "fail" },
    { "Friday to Monday afternoon", { received_at = "2026-11-06T15:30", due_at = "2026-11-09T12:01" }, expect = "pass" },
    { "Friday morning to Friday afternoon", { received_at = "2026-11-06T08:30", due_at = "2026-11-06T17:00" }, expect = "pass" },
    { "Thursday to Friday", { received_at = "2026-11-05T15:30", due_at = "2026-11-06T10:00" }, expect = "pass" },
    { "before the National Day holiday", { received_at = "2026-09-30T16:00", due_at = "2026-10-08T09:00" }, expect = "fail" },
    { "Friday before a make-up Saturday", { received_at = "2023-04-21T16:00", due_at = "2023-04-23T10:00" }, expect = "fail" },
    { "stated: no deadline", { received_at = "2026-11-06T15:30", due_at = false }, expect = "pass" },
    { "a meeting", { kind = "meeting", received_at = "2026-11-06T15:30", due_at = "2026-11-09T10:00" }, expect = "skip" },
    { "an emergency is running", { ["emergency.running"] = true, received_at = "2026-11-06T15:30", due_at = "2026-11-09T10:00" }, expect = "skip" },
    { "due as Saturday begins", { received_at = "2026-11-06T15:30", due_at = "2026-11-07T00:00" }, expect = "fail" },
    { "due at the end of Friday", { received_at = "2026-11-06T15:30", due_at = "2026-11-06T23:59" }, expect = "pass" },
    { "Saturday, due the moment it came", { received_at = "2026-11-07T10:00", due_at = "2026-11-07T10:00" }, expect = "fail" },
    { "Saturday, due before it came", { received_at = "2026-11-07T10:00", due_at = "2026-11-07T09:59" }, expect = "pass" },
    { "no deadline given", { received_at = "2026-11-06T15:30" }, expect = "unknown" },
  },
}
