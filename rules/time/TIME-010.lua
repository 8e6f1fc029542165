-- 一周歇不了两天。
return {
  id = "TIME-010", family = "time", level = "warn", stage = "screen",
  title = { zh = "每周休息不足两天", en = "Fewer than two days of rest a week" },
  why = {
    zh = "国家机关星期六、星期日为周休息日；确需加班的，安排补休或者补助。",
    en = "Organs of the state rest on Saturday and Sunday; who must work is given leave or pay in return.",
  },
  basis = {
    { title = "国务院关于职工工作时间的规定", article = "第七条", verified = "V" },
    { title = "国务院关于职工工作时间的规定的实施办法（人薪发〔1995〕32号）", article = "第六条、第七条", verified = "V" },
    { title = "中华人民共和国公务员法", article = "第八十二条", verified = "V" },
  },
  seeds = { "S003-38", "S004-01" },
  ground = "rest_time",
  since = "2019-06-01",
  parameters = {
    min_rest_days_a_week = { default = 2, unit = "day", harder = "higher", min = 0, max = 7, source = "国务院关于职工工作时间的规定第七条" },
  },
  applies = { ["emergency.running"] = false },
  needs = { "demands.workdays_per_week" },
  may = { "demands.compensatory_rest" },

  check = function(workdays, compensated, p)
    local rest = 7 - workdays
    if rest >= p.min_rest_days_a_week then return pass() end
    if compensated == nil then return unknown("demands.compensatory_rest") end
    if compensated then return pass() end
    return fail("tired", { workdays = workdays, rest = rest })
  end,
  says = {
    tired = { zh = "要求每周上班 {workdays} 天，只休 {rest} 天，未安排补休", en = "{workdays} {workdays:day of work a week leaves/days of work a week leave} {rest} of rest, and no leave in return" },
    cure = { zh = "安排补休或补助", en = "give leave or pay in return" },
  },
  remedy = function(workdays, compensated, p)
    return set("demands.compensatory_rest", true)
  end,
  examples = {
    { "five and two, white and black", { ["demands.workdays_per_week"] = 7, ["demands.compensatory_rest"] = false }, expect = "fail", says = "tired" },
    { "six days", { ["demands.workdays_per_week"] = 6, ["demands.compensatory_rest"] = false }, expect = "fail" },
    { "five days", { ["demands.workdays_per_week"] = 5, ["demands.compensatory_rest"] = false }, expect = "pass" },
    { "six days with leave in return", { ["demands.workdays_per_week"] = 6, ["demands.compensatory_rest"] = true }, expect = "pass" },
    { "stated: none", { ["demands.workdays_per_week"] = 0, ["demands.compensatory_rest"] = false }, expect = "pass" },
    { "an emergency is running", { ["emergency.running"] = true, ["demands.workdays_per_week"] = 7, ["demands.compensatory_rest"] = false }, expect = "skip" },
    { "leave not told", { ["demands.workdays_per_week"] = 7 }, expect = "unknown" },
    { "days not told", { ["demands.compensatory_rest"] = false }, expect = "unknown" },
  },
}
