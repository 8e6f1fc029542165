-- 时限不落在休息日。
return {
  id = "TIME-013", family = "time", level = "warn", stage = "screen",
  title = { zh = "时限落在休息日", en = "Due on a day of rest" },
  why = {
    zh = "时限定在节假日、周末，就是要人在休息日做；顺延到下一个工作日。",
    en = "A deadline on a holiday or weekend asks for work on it; it moves to the next working day.",
  },
  basis = {
    { title = "全国年节及纪念日放假办法", article = "第二条", verified = "V" },
    { title = "国务院关于职工工作时间的规定", article = "第七条", verified = "V" },
  },
  seeds = { "S000-10", "S000-11" },
  ground = "rest_time",
  since = "2019-01-01",
  parameters = {},
  applies = {
    kind = { "document", "forward", "white_paper", "memo", "group_message", "form", "ledger", "material", "survey", "data_collection", "consultation" },
    ["emergency.running"] = false,
  },
  needs = { "due_at" },

  check = function(due_at, p)
    if not due_at or calendar.is_workday(due_at) then return pass() end
    if calendar.is_holiday(due_at) then return fail("holiday", { due = due_at }) end
    return fail("day_off", { due = due_at })
  end,
  says = {
    holiday = { zh = "时限 {due:time} 是法定节假日", en = "{due:time} is on a public holiday" },
    day_off = { zh = "时限 {due:time} 是休息日", en = "{due:time} is on a day of rest" },
    cure = { zh = "时限顺延到下一个工作日下班前", en = "make it due at the end of the next working day" },
  },
  remedy = function(due_at, p)
    return set("due_at", calendar.add_workdays(due_at, 1))
  end,
  examples = {
    { "Saturday", { due_at = "2026-11-07T17:00" }, expect = "fail", says = "day_off" },
    { "National Day", { due_at = "2026-10-01" }, expect = "fail", says = "holiday" },
    { "Friday", { due_at = "2026-11-06" }, expect = "pass" },
    { "stated: no deadline", { due_at = false }, expect = "pass" },
    { "a patrol", { kind = "patrol", due_at = "2026-11-07" }, expect = "skip" },
    { "an emergency is running", { ["emergency.running"] = true, due_at = "2026-11-07" }, expect = "skip" },
    { "a year without a calendar", { due_at = "2031-11-07" }, expect = "unknown" },
    { "not told", { kind = "form" }, expect = "unknown" },
  },
}
