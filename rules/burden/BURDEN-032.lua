-- 村里不替部门开证明、收费、催缴。
return {
  id = "BURDEN-032", family = "burden", level = "hold", stage = "screen",
  title = { zh = "让村（社区）开证明、收费、催缴", en = "Villages are to certify, charge or collect" },
  why = {
    zh = "开证明、收费、催缴不是村（社区）的事，由部门自己办。",
    en = "Certificates, charges and dues are no business of villages; the department does them itself.",
  },
  basis = {
    { title = "中华人民共和国村民委员会组织法", article = "第五条", verified = "V" },
    { title = "中华人民共和国城市居民委员会组织法", article = "第二十条", verified = "V" },
  },
  seeds = { "S003-26" },
  ground = "passes_to_village",
  since = "2018-12-29",
  parameters = {},
  applies = { kind = { "certificate", "charge", "collect" } },
  needs = { "demands.pass_to_village" },

  check = function(pass_to_village, p)
    if not pass_to_village then return pass() end
    return fail("village")
  end,
  says = {
    village = { zh = "要求村（社区）开证明、收费或催缴", en = "villages are to certify, charge or collect" },
    cure = { zh = "由部门自己办", en = "the department does it itself" },
  },
  remedy = function(pass_to_village, p)
    return set("demands.pass_to_village", false)
  end,
  examples = {
    { "passed on", { ["demands.pass_to_village"] = true }, expect = "fail", says = "village" },
    { "stated: not passed on", { ["demands.pass_to_village"] = false }, expect = "pass" },
    { "a patrol", { kind = "patrol", ["demands.pass_to_village"] = true }, expect = "skip" },
    { "not told", { kind = "certificate" }, expect = "unknown" },
  },
}
