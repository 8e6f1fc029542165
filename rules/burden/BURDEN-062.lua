-- 一天赶几个会。
return {
  id = "BURDEN-062", family = "burden", level = "warn", stage = "audit", subject = "township",
  title = { zh = "一天要赶几个会", en = "Several meetings on one day" },
  why = {
    zh = "一天三个会，什么也干不成。能合开的合开，能视频的视频。",
    en = "Three meetings on one day leave time for nothing. Merge them.",
  },
  basis = {
    { title = "整治形式主义为基层减负若干规定", article = "第二部分（精简会议）", verified = "V" },
    { title = "会议建议值", article = "一天两个", verified = "P" },
  },
  seeds = { "S003-04", "S001-05" },
  ground = false,
  since = "2024-08-06",
  parameters = {
    meetings_day_most = { default = 2, unit = "meeting", harder = "lower", min = 1, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.meetings_day" },

  check = function(meetings, p)
    if meetings <= p.meetings_day_most then return pass() end
    return fail("crowded", { value = meetings, limit = p.meetings_day_most })
  end,
  says = {
    crowded = {
      zh = "一天要参加 {value} 个会，建议至多 {limit} 个",
      en = "{value} {value:meeting/meetings} on one day; {limit} is the proposed limit",
    },
  },
  remedy = false,
  examples = {
    { "two", { ["month.meetings_day"] = 2 }, expect = "pass" },
    { "three", { ["month.meetings_day"] = 3 }, expect = "fail", says = "crowded" },
    { "not measured", {}, expect = "unknown" },
  },
}
