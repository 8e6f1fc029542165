-- 非紧急的工作消息，不在夜里和休息日发。
return {
  id = "TIME-005", family = "time", level = "warn", stage = "screen",
  title = { zh = "夜间、休息日发工作消息", en = "Work message at night or on a day off" },
  why = {
    zh = "非紧急工作不占用夜间和休息日；晚上九点是建议值，不是全国性规定。",
    en = "Work that is not urgent leaves nights and days off alone; nine in the evening is a proposal, not a national rule.",
  },
  basis = {
    { title = "国务院关于职工工作时间的规定", article = "第七条", verified = "V" },
    { title = "消息时间建议值", article = "二十一时后、周末不发工作消息", verified = "P" },
  },
  seeds = { "S003-40", "S001-37" },
  ground = "rest_time",
  since = "2019-01-01",
  parameters = {
    quiet_from_hour = { default = 21, unit = "hour", harder = "lower", min = 0, max = 24, source = "建议值，取自基层反映（无全国统一规定）" },
    quiet_until_hour = { default = 7, unit = "hour", harder = "higher", min = 0, max = 24, source = "建议值，取自基层反映：次日早晨（无全国统一规定）" },
  },
  applies = { ["emergency.running"] = false },
  needs = { "message.sent_at" },

  check = function(sent_at, p)
    if not sent_at then return pass() end
    local minute = calendar.minute_of_day(sent_at)
    if minute >= p.quiet_from_hour * 60 or minute < p.quiet_until_hour * 60 then return fail("night", { sent = sent_at }) end
    if not calendar.is_workday(sent_at) then return fail("day_off", { sent = sent_at }) end
    return pass()
  end,
  says = {
    night = { zh = "工作消息发于 {sent:time}，属夜间，未说明紧急程度", en = "sent {sent:time}, at night, without saying why it is urgent" },
    day_off = { zh = "工作消息发于 {sent:time}，属休息日，未说明紧急程度", en = "sent {sent:time}, on a day off, without saying why it is urgent" },
    cure = { zh = "下一个工作日上班时间再发", en = "send it in office hours of the next working day" },
  },
  remedy = function(sent_at, p)
    local next_end = calendar.add_workdays(sent_at, 1)
    return set("message.sent_at", next_end - calendar.minute_of_day(next_end) + 9 * 60)
  end,
  examples = {
    { "half past nine in the evening", { ["message.sent_at"] = "2026-11-04T21:30" }, expect = "fail", says = "night" },
    { "Saturday morning", { ["message.sent_at"] = "2026-11-07T10:00" }, expect = "fail", says = "day_off" },
    { "just before nine", { ["message.sent_at"] = "2026-11-04T20:59" }, expect = "pass" },
    { "at nine sharp", { ["message.sent_at"] = "2026-11-04T21:00" }, expect = "fail" },
    { "stated: no message", { ["message.sent_at"] = false }, expect = "pass" },
    { "an emergency is running", { ["emergency.running"] = true, ["message.sent_at"] = "2026-11-04T21:30" }, expect = "skip" },
    { "before seven", { ["message.sent_at"] = "2026-11-04T06:59" }, expect = "fail", says = "night" },
    { "at seven sharp", { ["message.sent_at"] = "2026-11-04T07:00" }, expect = "pass" },
    { "not told", {}, expect = "unknown" },
  },
}
