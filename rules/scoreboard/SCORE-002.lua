-- 书记一天要看几件来文。
return {
  id = "SCORE-002", family = "scoreboard", level = "warn", stage = "audit", subject = "township",
  title = { zh = "须主要负责人阅示的来文偏多", en = "Many papers for the top official" },
  why = {
    zh = "调研的镇十一个月 858 件，每个工作日近四件；两件、四件是建议的界限。",
    en = "The surveyed town had 858 in eleven months, nearly four a working day; two and four are proposed limits.",
  },
  basis = { { title = "呈阅件建议值", article = "每个工作日两件、四件", verified = "P" } },
  seeds = { "S001-02", "S002-02" },
  ground = false,
  since = "2025-01-01",
  parameters = {
    documents_for_secretary_green = { default = 2, unit = "document", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
    documents_for_secretary_yellow = { default = 4, unit = "document", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.documents_for_secretary", "month.workdays" },

  check = function(papers, workdays, p)
    if papers <= workdays * p.documents_for_secretary_green then return pass() end
    if papers <= workdays * p.documents_for_secretary_yellow then
      return fail("yellow", { papers = papers, workdays = workdays, limit = p.documents_for_secretary_green })
    end
    return fail("red", { papers = papers, workdays = workdays, limit = p.documents_for_secretary_yellow })
  end,
  says = {
    yellow = {
      zh = "{workdays} 个工作日有 {papers} 件要主要负责人阅示，绿灯每日至多 {limit} 件",
      en = "{papers} {papers:paper/papers} for the top official in {workdays} working {workdays:day/days}; green is at most {limit} a day",
    },
    red = {
      zh = "{workdays} 个工作日有 {papers} 件要主要负责人阅示，黄灯每日至多 {limit} 件",
      en = "{papers} {papers:paper/papers} for the top official in {workdays} working {workdays:day/days}; yellow is at most {limit} a day",
    },
  },
  remedy = false,
  examples = {
    { "two a day", { ["month.documents_for_secretary"] = 40, ["month.workdays"] = 20 }, expect = "pass" },
    { "a little more", { ["month.documents_for_secretary"] = 41, ["month.workdays"] = 20 }, expect = "fail", says = "yellow" },
    { "four a day", { ["month.documents_for_secretary"] = 80, ["month.workdays"] = 20 }, expect = "fail", says = "yellow" },
    { "more than four", { ["month.documents_for_secretary"] = 81, ["month.workdays"] = 20 }, expect = "fail", says = "red" },
    { "no calendar", { ["month.documents_for_secretary"] = 81 }, expect = "unknown" },
  },
}
