-- 书记几天开一次会。
return {
  id = "SCORE-005", family = "scoreboard", level = "warn", stage = "audit", subject = "township",
  title = { zh = "须主要负责人参加的会议偏多", en = "Many meetings for the top official" },
  why = {
    zh = "调研的镇十一个月 470 个会，180 个要书记去，几乎天天有会。",
    en = "The surveyed town had 470 meetings in eleven months, 180 of them for the secretary: nearly one every working day.",
  },
  basis = { { title = "参会频次建议值", article = "每个工作日 0.3 个、0.6 个", verified = "P" } },
  seeds = { "S001-05", "S002-05" },
  ground = false,
  since = "2025-01-01",
  parameters = {
    meetings_top_official_per_workday_green = { default = 0.3, unit = "meeting", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
    meetings_top_official_per_workday_yellow = { default = 0.6, unit = "meeting", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.meetings_top", "month.workdays" },

  check = function(meetings, workdays, p)
    if meetings <= workdays * p.meetings_top_official_per_workday_green then return pass() end
    if meetings <= workdays * p.meetings_top_official_per_workday_yellow then
      return fail("yellow", { meetings = meetings, workdays = workdays })
    end
    return fail("red", { meetings = meetings, workdays = workdays })
  end,
  says = {
    yellow = {
      zh = "{workdays} 个工作日要主要负责人参加 {meetings} 个会",
      en = "{meetings} {meetings:meeting/meetings} for the top official in {workdays} working {workdays:day/days}",
    },
    red = {
      zh = "{workdays} 个工作日要主要负责人参加 {meetings} 个会，超过黄灯",
      en = "{meetings} {meetings:meeting/meetings} for the top official in {workdays} working {workdays:day/days}: beyond yellow",
    },
  },
  remedy = false,
  examples = {
    { "three in ten days", { ["month.meetings_top"] = 3, ["month.workdays"] = 10 }, expect = "pass" },
    { "four in ten days", { ["month.meetings_top"] = 4, ["month.workdays"] = 10 }, expect = "fail", says = "yellow" },
    { "six in ten days", { ["month.meetings_top"] = 6, ["month.workdays"] = 10 }, expect = "fail", says = "yellow" },
    { "seven in ten days", { ["month.meetings_top"] = 7, ["month.workdays"] = 10 }, expect = "fail", says = "red" },
    { "seven in twenty days", { ["month.meetings_top"] = 7, ["month.workdays"] = 20 }, expect = "fail", says = "yellow" },
    { "thirteen in twenty days", { ["month.meetings_top"] = 13, ["month.workdays"] = 20 }, expect = "fail", says = "red" },
    { "no calendar", { ["month.meetings_top"] = 7 }, expect = "unknown" },
  },
}
