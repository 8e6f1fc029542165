-- 部门开会，不点名要乡镇一把手。
return {
  id = "BURDEN-015", family = "burden", level = "warn", stage = "screen",
  title = { zh = "部门会议要求主要负责人参加", en = "A department calls the top official to its meeting" },
  why = {
    zh = "以部门名义召开的会议，未经同级党委同意，不要求下级党委、政府负责人参加。",
    en = "A department may not call the leaders of the level below to its meeting unless the party committee of its level agrees.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第二部分（精简会议）；海南2025年11月22日通报引用", verified = "V" } },
  seeds = { "S001-05", "S001-06" },
  ground = "directive_by_department",
  since = "2024-08-06",
  parameters = {},
  applies = {
    kind = { "meeting", "video_meeting", "dispatch_meeting", "coordination_meeting" },
    ["issuer.kind"] = {
      "provincial_department", "city_department", "county_department", "coordinating_body", "temporary_body", "task_force",
      "stationed_body", "inner_office", "mass_organisation", "other",
    },
  },
  needs = { "meeting.attendees_rank" },
  may = { "meeting.party_consent" },

  check = function(rank, consent, p)
    if rank ~= "top_official" then return pass() end
    if consent == nil then return unknown("meeting.party_consent") end
    if consent then return pass() end
    return fail("top")
  end,
  says = {
    top = { zh = "部门会议要求乡镇主要负责人参加，未附同级党委同意的意见", en = "a department's meeting calls for the top official without the consent of the party committee" },
    cure = { zh = "由分管负责人参加", en = "let the deputy in charge attend" },
  },
  remedy = function(rank, consent, p)
    return set("meeting.attendees_rank", "deputy")
  end,
  examples = {
    { "the top official", { ["meeting.attendees_rank"] = "top_official", ["meeting.party_consent"] = false }, expect = "fail", says = "top" },
    { "the party committee agreed", { ["meeting.attendees_rank"] = "top_official", ["meeting.party_consent"] = "done" }, expect = "pass" },
    { "the deputy in charge", { ["meeting.attendees_rank"] = "deputy" }, expect = "pass" },
    { "stated: nobody named", { ["meeting.attendees_rank"] = "" }, expect = "pass" },
    { "called by the county government", { kind = "meeting", ["issuer.kind"] = "county_government", ["meeting.attendees_rank"] = "top_official", ["meeting.party_consent"] = false }, expect = "skip" },
    { "a form", { kind = "form", ["meeting.attendees_rank"] = "top_official", ["meeting.party_consent"] = false }, expect = "skip" },
    { "consent not told", { ["meeting.attendees_rank"] = "top_official" }, expect = "unknown" },
    { "not told", { kind = "meeting", ["issuer.kind"] = "county_department" }, expect = "unknown" },
  },
}
