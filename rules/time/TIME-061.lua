-- 二十四小时在岗。
return {
  id = "TIME-061", family = "time", level = "warn", stage = "audit", subject = "department",
  title = { zh = "要求长时间在岗", en = "Long hours on duty" },
  why = {
    zh = "没有应急响应，不得无理由要求全天在岗。每日八小时是规定；看的是最长的一件。",
    en = "Without an emergency nobody may be held on duty round the clock; eight hours a day are the rule.",
  },
  basis = {
    { title = "国务院关于职工工作时间的规定", article = "第三条", verified = "V" },
    { title = "在岗时间建议值", article = "不到二十四小时", verified = "P" },
  },
  seeds = { "S003-39", "S004-01" },
  ground = "rest_time",
  since = "2025-01-01",
  parameters = {
    on_duty_hours_most = { default = 12, unit = "h", harder = "lower", min = 8, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.on_duty_hours" },

  check = function(hours, p)
    if not hours or hours <= p.on_duty_hours_most then return pass() end
    return fail("long", { value = hours, limit = p.on_duty_hours_most })
  end,
  says = {
    long = { zh = "有任务要求每日在岗 {value:hours} 小时", en = "a task demands {value:hours} {value:hour/hours} on duty a day" },
  },
  remedy = false,
  examples = {
    { "nobody asks it", { ["month.on_duty_hours"] = false }, expect = "pass" },
    { "twelve hours", { ["month.on_duty_hours"] = 12 }, expect = "pass" },
    { "thirteen hours", { ["month.on_duty_hours"] = 13 }, expect = "fail", says = "long" },
    { "round the clock", { ["month.on_duty_hours"] = 24 }, expect = "fail", says = "long" },
    { "not measured", {}, expect = "unknown" },
  },
}
