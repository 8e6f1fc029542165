-- 时间都花在迎检上。
return {
  id = "INSP-063", family = "inspection", level = "warn", stage = "audit", subject = "township",
  title = { zh = "到访集中、迎检天数多", en = "Visits take up the days" },
  why = {
    zh = "任务集中的时候，陪检陪到班子会都开不齐。一周五批、半数工作日，是建议的界限。",
    en = "When visits crowd, the office cannot even meet. Five a week and half of the working days are proposed limits.",
  },
  basis = {
    { title = "整治形式主义为基层减负若干规定", article = "第三部分（控制对基层检查总量）", verified = "V" },
    { title = "迎检建议值", article = "一周五批，半数工作日", verified = "P" },
  },
  seeds = { "S000-29", "S001-19", "S002-15" },
  ground = false,
  since = "2024-08-06",
  parameters = {
    visits_week_most = { default = 5, unit = "visit", harder = "lower", min = 1, source = "建议值（无全国统一规定）" },
    visit_days_share_most = { default = 0.5, unit = "ratio", harder = "lower", min = 0, max = 1, source = "建议值（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.visits_week", "month.visit_days", "month.workdays" },

  check = function(week, days, workdays, p)
    if week > p.visits_week_most then return fail("week", { week = week, limit = p.visits_week_most }) end
    if days > workdays * p.visit_days_share_most then return fail("days", { days = days, workdays = workdays }) end
    return pass()
  end,
  says = {
    week = {
      zh = "一周迎接 {week} 批，建议至多 {limit} 批",
      en = "{week} {week:visit/visits} in one week; {limit} is the proposed limit",
    },
    days = { zh = "{workdays} 个工作日中有 {days} 天有人到访", en = "visitors on {days} of {workdays} working {workdays:day/days}" },
  },
  remedy = false,
  examples = {
    { "five a week, half of the days", { ["month.visits_week"] = 5, ["month.visit_days"] = 10, ["month.workdays"] = 20 }, expect = "pass" },
    { "six a week", { ["month.visits_week"] = 6, ["month.visit_days"] = 6, ["month.workdays"] = 20 }, expect = "fail", says = "week" },
    { "more than half of the days", { ["month.visits_week"] = 5, ["month.visit_days"] = 11, ["month.workdays"] = 20 }, expect = "fail", says = "days" },
    { "no calendar", { ["month.visits_week"] = 5, ["month.visit_days"] = 11 }, expect = "unknown" },
  },
}
