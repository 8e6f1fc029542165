-- 一家单位一年到同一乡镇几次。
return {
  id = "SCORE-010", family = "scoreboard", level = "warn", stage = "audit", subject = "department",
  title = { zh = "到同一乡镇次数偏多", en = "Many visits to one township" },
  why = {
    zh = "会泽通报：一个部门一年到同一乡镇十九次，一个县直部门两个月七次。",
    en = "A circular tells of one department that came nineteen times in a year, and one that came seven times in two months.",
  },
  basis = { { title = "到访次数建议值", article = "一年两次、四次", verified = "P" } },
  seeds = { "S001-16" },
  ground = false,
  since = "2025-01-01",
  parameters = {
    department_visits_green = { default = 2, unit = "visit", harder = "lower", min = 0, source = "建议值（无全国统一规定）" },
    department_visits_yellow = { default = 4, unit = "visit", harder = "lower", min = 0, source = "建议值（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.department_visits_year" },

  check = function(visits, p)
    if visits <= p.department_visits_green then return pass() end
    if visits <= p.department_visits_yellow then return fail("yellow", { value = visits, limit = p.department_visits_green }) end
    return fail("red", { value = visits, limit = p.department_visits_yellow })
  end,
  says = {
    yellow = {
      zh = "今年到同一乡镇 {value} 次，绿灯至多 {limit}",
      en = "{value} {value:visit/visits} to one township this year; green is at most {limit}",
    },
    red = {
      zh = "今年到同一乡镇 {value} 次，黄灯至多 {limit}",
      en = "{value} {value:visit/visits} to one township this year; yellow is at most {limit}",
    },
  },
  remedy = false,
  examples = {
    { "nothing of the kind", { ["month.department_visits_year"] = 0 }, expect = "pass" },
    { "at the green limit", { ["month.department_visits_year"] = 2 }, expect = "pass" },
    { "just beyond green", { ["month.department_visits_year"] = 3 }, expect = "fail", says = "yellow" },
    { "at the yellow limit", { ["month.department_visits_year"] = 4 }, expect = "fail", says = "yellow" },
    { "just beyond yellow", { ["month.department_visits_year"] = 5 }, expect = "fail", says = "red" },
    { "not measured", {}, expect = "unknown" },
  },
}
