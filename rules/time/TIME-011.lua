-- 不得无理由要求二十四小时在岗。
return {
  id = "TIME-011", family = "time", level = "hold", stage = "screen",
  title = { zh = "要求二十四小时在岗", en = "On duty round the clock" },
  why = {
    zh = "没有应急响应，要求全天在岗没有依据；确需值班的，轮班并写明补休补助。",
    en = "Without an emergency response there is no basis for duty round the clock; where it is needed there are shifts.",
  },
  basis = {
    { title = "国务院关于职工工作时间的规定", article = "第三条、第六条", verified = "V" },
    { title = "值班建议", article = "不得无理由要求24小时在岗", verified = "P" },
  },
  seeds = { "S003-39", "S004-01" },
  ground = "rest_time",
  since = "2019-01-01",
  parameters = {
    max_on_duty_hours = { default = 24, unit = "hour", harder = "lower", min = 0, max = 24, source = "建议值，取自基层反映：连续在岗达24小时（无全国统一规定）" },
  },
  applies = {
    kind = { "document", "forward", "white_paper", "memo", "group_message", "duty_post", "check_in", "territorial_task" },
    ["emergency.running"] = false,
  },
  needs = { "demands.on_duty_hours" },

  check = function(hours, p)
    if hours < p.max_on_duty_hours then return pass() end
    return fail("round_the_clock", { hours = hours })
  end,
  says = {
    round_the_clock = { zh = "要求每日在岗 {hours:hours} 小时，没有应急响应", en = "{hours:hours} {hours:hour/hours} on duty a day, and no emergency response" },
    cure = { zh = "按八小时排班轮换", en = "work in shifts of eight hours" },
  },
  remedy = function(hours, p)
    return set("demands.on_duty_hours", 8)
  end,
  examples = {
    { "round the clock", { ["demands.on_duty_hours"] = 24 }, expect = "fail", says = "round_the_clock" },
    { "a little less", { ["demands.on_duty_hours"] = 23.9 }, expect = "pass" },
    { "stated: none", { ["demands.on_duty_hours"] = 0 }, expect = "pass" },
    { "an emergency is running", { ["emergency.running"] = true, ["demands.on_duty_hours"] = 24 }, expect = "skip" },
    { "a form", { kind = "form", ["demands.on_duty_hours"] = 24 }, expect = "skip" },
    { "not told", { kind = "duty_post" }, expect = "unknown" },
  },
}
