-- 没有议题、没有措施、没有必要人员的会，不开。
return {
  id = "BURDEN-028", family = "burden", level = "warn", stage = "screen",
  title = { zh = "会议议题、措施、人员不明", en = "A meeting without agenda, measures or people" },
  why = {
    zh = "没有明确议题、没有解决措施、没有必要人员的会议，不开。",
    en = "No agenda, nothing to settle, nobody who is needed: no meeting.",
  },
  basis = { { title = "会议管理建议", article = "无议题、无措施、无必要人员的会议不开", verified = "P" } },
  seeds = { "S003-03" },
  ground = "unclear_guidance",
  since = "2019-01-01",
  parameters = {},
  applies = { kind = { "meeting", "video_meeting", "dispatch_meeting", "coordination_meeting" }, ["emergency.running"] = false },
  needs = { "meeting.agenda", "meeting.measures", "meeting.attendees" },

  check = function(agenda, measures, attendees, p)
    if text.is_blank(agenda) then return fail("agenda") end
    if text.is_blank(measures) then return fail("measures") end
    if list.count(attendees) == 0 then return fail("attendees") end
    return pass()
  end,
  says = {
    agenda = { zh = "会议没有明确议题", en = "the meeting has no agenda" },
    measures = { zh = "会议没有要定的措施", en = "the meeting is to settle nothing" },
    attendees = { zh = "未说明哪些岗位确有必要参会", en = "it does not say who is really needed" },
  },
  remedy = false,
  examples = {
    { "stated: no agenda", { ["meeting.agenda"] = "", ["meeting.measures"] = "定分工", ["meeting.attendees"] = { "分管负责人" } }, expect = "fail", says = "agenda" },
    { "stated: no measures", { ["meeting.agenda"] = "防汛", ["meeting.measures"] = "", ["meeting.attendees"] = { "分管负责人" } }, expect = "fail", says = "measures" },
    { "stated: nobody is needed", { ["meeting.agenda"] = "防汛", ["meeting.measures"] = "定分工", ["meeting.attendees"] = {} }, expect = "fail", says = "attendees" },
    { "all three", { ["meeting.agenda"] = "防汛", ["meeting.measures"] = "定分工", ["meeting.attendees"] = { "分管负责人" } }, expect = "pass" },
    { "a form", { kind = "form", ["meeting.agenda"] = "", ["meeting.measures"] = "", ["meeting.attendees"] = {} }, expect = "skip" },
    { "an emergency is running", { ["emergency.running"] = true, ["meeting.agenda"] = "", ["meeting.measures"] = "", ["meeting.attendees"] = {} }, expect = "skip" },
    { "not told", { ["meeting.agenda"] = "防汛" }, expect = "unknown" },
  },
}
