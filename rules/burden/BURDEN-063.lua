-- 换个名字开会。
return {
  id = "BURDEN-063", family = "burden", level = "info", stage = "audit", subject = "department",
  title = { zh = "以协调会、调度会名义开会", en = "Meetings by another name" },
  why = {
    zh = "叫协调会、调度会也是会，一样计数。",
    en = "Coordination and dispatch meetings are meetings and count as such.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第二部分（控制会议规模和规格）", verified = "V" } },
  seeds = { "S001-06", "S002-06" },
  ground = false,
  since = "2024-08-06",
  parameters = {
    meetings_renamed_most = { default = 0, unit = "meeting", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.meetings_renamed" },

  check = function(meetings, p)
    if meetings <= p.meetings_renamed_most then return pass() end
    return fail("renamed", { value = meetings, limit = p.meetings_renamed_most })
  end,
  says = {
    renamed = {
      zh = "以协调会、调度会名义开会 {value} 个，计入会议数",
      en = "{value} coordination or dispatch {value:meeting, counted as a meeting/meetings, counted as meetings}",
    },
  },
  remedy = false,
  examples = {
    { "none", { ["month.meetings_renamed"] = 0 }, expect = "pass" },
    { "one", { ["month.meetings_renamed"] = 1 }, expect = "fail", says = "renamed" },
    { "not measured", {}, expect = "unknown" },
  },
}
