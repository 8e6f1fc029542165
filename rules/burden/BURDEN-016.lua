-- 会议一般不超过半天。
return {
  id = "BURDEN-016", family = "burden", level = "info", stage = "screen",
  title = { zh = "会议超过半天", en = "Meeting longer than half a day" },
  why = {
    zh = "除全局性会议外，会议一般不超过半天。",
    en = "But for comprehensive ones, meetings normally end within half a day.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第二部分（精简会议）", verified = "S" } },
  seeds = { "S001-05", "S003-03" },
  ground = false,
  since = "2024-08-06",
  parameters = {
    max_meeting_hours = { default = 4, unit = "hour", harder = "lower", min = 0, source = "整治形式主义为基层减负若干规定第二部分（待核）：半天" },
  },
  applies = { kind = { "meeting", "video_meeting", "dispatch_meeting", "coordination_meeting" } },
  needs = { "meeting.hours" },

  check = function(hours, p)
    if hours <= p.max_meeting_hours then return pass() end
    return fail("long", { hours = hours, max = p.max_meeting_hours })
  end,
  says = {
    long = { zh = "会议安排 {hours:hours} 小时，一般不超过 {max:hours} 小时", en = "planned for {hours:hours} {hours:hour/hours}; at most {max:hours} is normal" },
    cure = { zh = "压缩到半天以内", en = "keep it within half a day" },
  },
  remedy = function(hours, p)
    return set("meeting.hours", p.max_meeting_hours)
  end,
  examples = {
    { "a whole day", { ["meeting.hours"] = 7.5 }, expect = "fail", says = "long" },
    { "half a day", { ["meeting.hours"] = 4 }, expect = "pass" },
    { "a little longer", { ["meeting.hours"] = 4.1 }, expect = "fail" },
    { "stated: none", { ["meeting.hours"] = 0 }, expect = "pass" },
    { "a form", { kind = "form", ["meeting.hours"] = 7.5 }, expect = "skip" },
    { "not told", {}, expect = "unknown" },
  },
}
