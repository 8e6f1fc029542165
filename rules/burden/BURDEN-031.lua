-- 副职召集的会，不要一把手。
return {
  id = "BURDEN-031", family = "burden", level = "warn", stage = "screen",
  title = { zh = "副职召集的会议要求主要负责人参加", en = "A deputy's meeting calls the top official" },
  why = {
    zh = "上级副职召集的会议，一般不要求下级主要负责人参加。",
    en = "A meeting called by a deputy above normally does not ask for the top official below.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第二部分（副职召集的会议）；海南2025年8月21日通报引用", verified = "V" } },
  seeds = { "S001-05" },
  ground = "over_capacity",
  since = "2024-08-06",
  parameters = {},
  applies = {
    kind = { "meeting", "video_meeting", "dispatch_meeting", "coordination_meeting" },
    ["meeting.attendees_rank"] = "top_official",
  },
  needs = { "meeting.called_by" },

  check = function(called_by, p)
    if list.has({ "deputy", "staff" }, called_by) then return fail("deputy") end
    return pass()
  end,
  says = {
    deputy = { zh = "由上级副职或工作人员召集的会议要求乡镇主要负责人参加", en = "a meeting that a deputy or an official calls asks for the top official" },
    cure = { zh = "由分管负责人参加", en = "let the deputy in charge attend" },
  },
  remedy = function(called_by, p)
    return set("meeting.attendees_rank", "deputy")
  end,
  examples = {
    { "a deputy calls", { ["meeting.called_by"] = "deputy" }, expect = "fail", says = "deputy" },
    { "an official calls", { ["meeting.called_by"] = "staff" }, expect = "fail" },
    { "the top official calls", { ["meeting.called_by"] = "top_official" }, expect = "pass" },
    { "stated: nobody named", { ["meeting.called_by"] = "" }, expect = "pass" },
    { "deputies attend", { ["meeting.attendees_rank"] = "deputy", ["meeting.called_by"] = "deputy" }, expect = "skip" },
    { "a form", { kind = "form", ["meeting.called_by"] = "deputy" }, expect = "skip" },
    { "not told", {}, expect = "unknown" },
  },
}
