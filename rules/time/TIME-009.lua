-- 白天系统卡、半夜来录入，不是办法。
return {
  id = "TIME-009", family = "time", level = "hold", stage = "screen",
  title = { zh = "要求在工作时间外办理", en = "It must be done outside office hours" },
  why = {
    zh = "每日工作八小时，任何单位不得擅自延长；系统白天卡顿的，应当修系统、延时限。",
    en = "A day of work has eight hours and nobody may stretch it at will; a system that is slow by day is to be mended, and the deadline moved.",
  },
  basis = {
    { title = "国务院关于职工工作时间的规定", article = "第三条、第六条", verified = "V" },
    { title = "中华人民共和国公务员法", article = "第八十二条", verified = "V" },
  },
  seeds = { "S001-37", "S000-11" },
  ground = "rest_time",
  since = "2019-06-01",
  parameters = {},
  applies = {
    kind = {
      "form", "ledger", "material", "survey", "data_collection", "app", "mini_program", "check_in", "points", "document", "forward",
      "memo", "group_message",
    },
    ["emergency.running"] = false,
  },
  needs = { "demands.after_hours" },

  check = function(after_hours, p)
    if not after_hours then return pass() end
    return fail("after")
  end,
  says = {
    after = { zh = "只能或要求在工作时间外办理", en = "it must or can only be done outside office hours" },
    cure = { zh = "改在工作时间办理，时限顺延", en = "let it be done in office hours and move the deadline" },
  },
  remedy = function(after_hours, p)
    return set("demands.after_hours", false)
  end,
  examples = {
    { "entering data at night", { ["demands.after_hours"] = true }, expect = "fail", says = "after" },
    { "stated: in office hours", { ["demands.after_hours"] = false }, expect = "pass" },
    { "a duty post", { kind = "duty_post", ["demands.after_hours"] = true }, expect = "skip" },
    { "an emergency is running", { ["emergency.running"] = true, ["demands.after_hours"] = true }, expect = "skip" },
    { "not told", { kind = "form" }, expect = "unknown" },
  },
}
