-- 一个部门一年到同一乡镇有数。
return {
  id = "INSP-053", family = "inspection", level = "warn", stage = "screen",
  title = { zh = "同一单位全年到访过多", en = "Too many visits of one body in a year" },
  why = {
    zh = "有的部门一年到同一乡镇十几次；能看数据的不再到场，能一次看完的不分几次。",
    en = "Some bodies come a dozen times a year; what data shows needs no visit, what one visit shows needs no second.",
  },
  basis = { { title = "到访统筹建议", article = "同一单位每年至多四次", verified = "P" } },
  seeds = { "S001-15", "S001-16" },
  ground = "over_capacity",
  since = "2018-10-09",
  parameters = {
    max_visits_a_year = { default = 4, unit = "visit", harder = "lower", min = 0, source = "建议值（无全国统一规定）" },
  },
  applies = {
    kind = { "supervision", "inspection", "assessment", "evaluation", "acceptance", "research_visit", "guidance_visit" },
    ["emergency.running"] = false,
  },
  needs = { "history.department_visits_this_year" },

  check = function(earlier, p)
    if earlier + 1 <= p.max_visits_a_year then return pass() end
    return fail("many", { visit = earlier + 1, most = p.max_visits_a_year })
  end,
  says = {
    many = {
      zh = "这是该单位本年第 {visit} 次到这个乡镇，至多 {most} 次",
      en = "this is visit {visit} of the body to the township this year, at most {most}",
    },
  },
  remedy = false,
  examples = {
    { "the fifth", { ["history.department_visits_this_year"] = 4 }, expect = "fail", says = "many" },
    { "the fourth", { ["history.department_visits_this_year"] = 3 }, expect = "pass" },
    { "the first", { ["history.department_visits_this_year"] = 0 }, expect = "pass" },
    { "a meeting", { kind = "meeting", ["history.department_visits_this_year"] = 4 }, expect = "skip" },
    { "an emergency is running", { ["emergency.running"] = true, ["history.department_visits_this_year"] = 4 }, expect = "skip" },
    { "no ledger", { kind = "inspection" }, expect = "unknown" },
  },
}
