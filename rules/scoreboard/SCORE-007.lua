-- 夜里和休息日的消息、任务。
return {
  id = "SCORE-007", family = "scoreboard", level = "warn", stage = "audit", subject = "township",
  title = { zh = "夜间和休息日有消息、任务", en = "Messages and work at night or on days of rest" },
  why = {
    zh = "周六、周日休息是规定；晚九点以后不发消息是建议。",
    en = "Saturday and Sunday are days of rest by law; no message after 21:00 is a proposal.",
  },
  basis = {
    { title = "国务院关于职工工作时间的规定", article = "第七条", verified = "V" },
    { title = "夜间消息建议值", article = "21:00 以后不发", verified = "P" },
  },
  seeds = { "S000-11", "S001-37", "S003-40" },
  ground = false,
  since = "2025-01-01",
  parameters = {
    after_hours_green = { default = 0, unit = "task", harder = "lower", min = 0, source = "建议值（无全国统一规定）" },
    after_hours_yellow = { default = 3, unit = "task", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.after_hours" },

  check = function(messages, p)
    if messages <= p.after_hours_green then return pass() end
    if messages <= p.after_hours_yellow then return fail("yellow", { value = messages, limit = p.after_hours_green }) end
    return fail("red", { value = messages, limit = p.after_hours_yellow })
  end,
  says = {
    yellow = {
      zh = "下班后、休息日有 {value} 件，绿灯至多 {limit}",
      en = "{value} {value:message or task/messages or tasks} after hours; green is at most {limit}",
    },
    red = {
      zh = "下班后、休息日有 {value} 件，黄灯至多 {limit}",
      en = "{value} {value:message or task/messages or tasks} after hours; yellow is at most {limit}",
    },
  },
  remedy = false,
  examples = {
    { "at the green limit", { ["month.after_hours"] = 0 }, expect = "pass" },
    { "just beyond green", { ["month.after_hours"] = 1 }, expect = "fail", says = "yellow" },
    { "at the yellow limit", { ["month.after_hours"] = 3 }, expect = "fail", says = "yellow" },
    { "just beyond yellow", { ["month.after_hours"] = 4 }, expect = "fail", says = "red" },
    { "not measured", {}, expect = "unknown" },
  },
}
