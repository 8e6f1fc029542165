-- 一周歇不了两天的要求。
return {
  id = "TIME-062", family = "time", level = "warn", stage = "audit", subject = "department",
  title = { zh = "要求占用每周休息日", en = "Days of rest taken" },
  why = {
    zh = "国家机关星期六、星期日为周休息日。看的是要求最多的一件；已启动应急响应、写明补休的不算，没说明补休的算不知道。",
    en = "Organs of the state rest on Saturday and Sunday. The hardest task counts; not those of an emergency or with leave in return. Leave that is not told of is unknown.",
  },
  basis = {
    { title = "国务院关于职工工作时间的规定", article = "第七条", verified = "V" },
    { title = "国务院关于职工工作时间的规定的实施办法（人薪发〔1995〕32号）", article = "第六条、第七条", verified = "V" },
  },
  seeds = { "S003-38", "S004-01" },
  ground = "rest_time",
  since = "2025-01-01",
  parameters = {
    rest_days_least = { default = 2, unit = "day", harder = "higher", min = 0, max = 7, source = "国务院关于职工工作时间的规定第七条" },
  },
  applies = {},
  needs = { "month.rest_days", "month.rest_untold" },

  check = function(rest, untold, p)
    if rest and rest < p.rest_days_least then return fail("tired", { rest = rest, limit = p.rest_days_least }) end
    if untold > 0 then return unknown("month.rest_days") end
    return pass()
  end,
  says = {
    tired = { zh = "有任务要求每周只休 {rest} 天，未安排补休；应休 {limit} 天", en = "a task leaves {rest} {rest:day/days} of rest a week without leave in return, not {limit}" },
  },
  remedy = false,
  examples = {
    { "nobody asks it", { ["month.rest_days"] = false, ["month.rest_untold"] = 0 }, expect = "pass" },
    { "no day left", { ["month.rest_days"] = 0, ["month.rest_untold"] = 0 }, expect = "fail", says = "tired" },
    { "one day left", { ["month.rest_days"] = 1, ["month.rest_untold"] = 2 }, expect = "fail", says = "tired" },
    { "two days left", { ["month.rest_days"] = 2, ["month.rest_untold"] = 0 }, expect = "pass" },
    { "two days, and another does not tell of leave", { ["month.rest_days"] = 2, ["month.rest_untold"] = 1 }, expect = "unknown" },
    { "leave is not told of", { ["month.rest_days"] = false, ["month.rest_untold"] = 1 }, expect = "unknown" },
    { "not measured", {}, expect = "unknown" },
  },
}
