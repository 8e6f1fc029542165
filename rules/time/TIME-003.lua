-- 只留休息时间的任务，谁也不能要求。
return {
  id = "TIME-003", family = "time", level = "block", stage = "screen",
  title = { zh = "没有工作时间可用", en = "No working time before it is due" },
  why = {
    zh = "从通知到时限没有一个工作小时，只能占用休息时间，非紧急情况不得这样要求。",
    en = "Not one working hour lies between notice and deadline: it can only be done in time of rest, which only an emergency allows.",
  },
  basis = {
    { title = "国务院关于职工工作时间的规定", article = "第六条、第七条", verified = "V" },
    { title = "中华人民共和国公务员法", article = "第八十二条", verified = "V" },
  },
  seeds = { "S000-11", "S001-37", "S003-38", "S004-01" },
  ground = "rest_time",
  since = "2019-06-01",
  parameters = {},
  applies = {
    kind = {
      "document", "forward", "white_paper", "memo", "group_message", "form", "ledger", "material", "survey", "data_collection",
      "screening", "visit", "volunteering", "consultation",
    },
    ["emergency.running"] = false,
  },
  needs = { "received_at", "due_at" },

  check = function(received_at, due_at, p)
    if not received_at or not due_at then return pass() end
    if calendar.working_hours(received_at, due_at) > 0 then return pass() end
    return fail("no_hours", { received = received_at, due = due_at })
  end,
  says = {
    no_hours = {
      zh = "{received:time} 通知，{due:time} 就要，中间没有工作时间",
      en = "given {received:time} and due {due:time}: no working time between",
    },
    cure = { zh = "时限改到收到后第二个工作日下班前", en = "make it due at the end of the second working day after receipt" },
  },
  remedy = function(received_at, due_at, p)
    return set("due_at", calendar.add_workdays(received_at, 2))
  end,
  examples = {
    { "within a weekend", { received_at = "2026-11-07T09:00", due_at = "2026-11-08T20:00" }, expect = "fail", says = "no_hours" },
    { "in the evening", { received_at = "2026-11-05T18:00", due_at = "2026-11-06T08:30" }, expect = "fail" },
    { "one minute of working time", { received_at = "2026-11-05T18:00", due_at = "2026-11-06T08:31" }, expect = "pass" },
    { "a week", { received_at = "2026-11-05T09:00", due_at = "2026-11-12T09:00" }, expect = "pass" },
    { "stated: no deadline", { received_at = "2026-11-05T18:00", due_at = false }, expect = "pass" },
    { "a meeting", { kind = "meeting", received_at = "2026-11-07T09:00", due_at = "2026-11-08T20:00" }, expect = "skip" },
    { "an emergency is running", { ["emergency.running"] = true, received_at = "2026-11-07T09:00", due_at = "2026-11-08T20:00" }, expect = "skip" },
    { "no deadline given", { received_at = "2026-11-05T18:00" }, expect = "unknown" },
  },
}
