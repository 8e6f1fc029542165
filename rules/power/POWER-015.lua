-- 处罚权不能再委托给村。
return {
  id = "POWER-015", family = "power", level = "block", stage = "screen",
  title = { zh = "执法交村（社区）实施", en = "Enforcement is passed on to villages" },
  why = {
    zh = "受委托的不得再委托，村（社区）不是行政机关，不能罚款、强制。",
    en = "What was entrusted is not entrusted on; a village is no administrative organ and neither fines nor coerces.",
  },
  basis = {
    { title = "中华人民共和国行政处罚法", article = "第二十条、第二十一条", verified = "V" },
    { title = "中华人民共和国行政强制法", article = "第十七条", verified = "V" },
  },
  seeds = { "S003-26", "S000-23" },
  ground = "passes_to_village",
  since = "2021-07-15",
  parameters = {},
  applies = { kind = { "enforce", "penalise", "coerce", "demolish" } },
  needs = { "demands.pass_to_village" },
  emergency = "never",

  check = function(pass_to_village, p)
    if not pass_to_village then return pass() end
    return fail("village")
  end,
  says = {
    village = { zh = "要求村（社区）实施处罚、强制，法律不允许", en = "villages are to fine or coerce, which the law does not allow" },
    cure = { zh = "取消分到村（社区）的要求", en = "do not pass it on to villages" },
  },
  remedy = function(pass_to_village, p)
    return set("demands.pass_to_village", false)
  end,
  examples = {
    { "fines by villages", { ["demands.pass_to_village"] = true }, expect = "fail", says = "village" },
    { "stated: not passed on", { ["demands.pass_to_village"] = false }, expect = "pass" },
    { "a patrol", { kind = "patrol", ["demands.pass_to_village"] = true }, expect = "skip" },
    { "not told", { kind = "penalise" }, expect = "unknown" },
  },
}
