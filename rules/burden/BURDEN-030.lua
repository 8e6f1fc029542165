-- 不层层陪会。
return {
  id = "BURDEN-030", family = "burden", level = "hold", stage = "screen",
  title = { zh = "层层陪会", en = "Everybody must sit in" },
  why = {
    zh = "控制会议规模和规格，只请相关单位，不层层陪会。",
    en = "Size and rank of meetings are kept down: only those concerned come, and no level sits in for show.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第二部分（不层层陪会）；广东2025年7月22日、海南2025年8月21日通报引用", verified = "V" } },
  seeds = { "S001-05", "S003-03" },
  ground = "over_capacity",
  since = "2024-08-06",
  parameters = {},
  applies = { kind = { "meeting", "video_meeting", "dispatch_meeting", "coordination_meeting" } },
  needs = { "meeting.sit_in" },

  check = function(sit_in, p)
    if not sit_in then return pass() end
    return fail("everybody")
  end,
  says = {
    everybody = { zh = "要求无关人员或村级层层陪会", en = "people not concerned, or every level below, must sit in" },
    cure = { zh = "只请相关单位参会", en = "let only those concerned attend" },
  },
  remedy = function(sit_in, p)
    return set("meeting.sit_in", false)
  end,
  examples = {
    { "every level", { ["meeting.sit_in"] = true }, expect = "fail", says = "everybody" },
    { "stated: no", { ["meeting.sit_in"] = false }, expect = "pass" },
    { "a form", { kind = "form", ["meeting.sit_in"] = true }, expect = "skip" },
    { "not told", { kind = "meeting" }, expect = "unknown" },
  },
}
