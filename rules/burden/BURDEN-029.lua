-- 招商引资不与干部考核挂钩。
return {
  id = "BURDEN-029", family = "burden", level = "warn", stage = "screen",
  title = { zh = "招商引资与考核挂钩", en = "Investment counts in an assessment" },
  why = {
    zh = "把招商引资、捐款数额与干部考核挂钩，就要去求企业、找群众。",
    en = "When investment and donations earn marks, officials go begging to businesses and residents.",
  },
  basis = { { title = "考核优化建议", article = "招商引资、捐款数额不与干部考核挂钩", verified = "P" } },
  seeds = { "S003-35" },
  ground = "apportionment",
  since = "2019-01-01",
  parameters = {},
  applies = { kind = { "investment_target", "market_entity_target" } },
  needs = { "assessment.linked" },
  emergency = "never",

  check = function(linked, p)
    if not linked then return pass() end
    return fail("linked")
  end,
  says = {
    linked = { zh = "招商引资、市场主体任务与考核挂钩", en = "investment or new businesses count in an assessment" },
    cure = { zh = "不与考核挂钩", en = "do not link it to the assessment" },
  },
  remedy = function(linked, p)
    return set("assessment.linked", false)
  end,
  examples = {
    { "linked", { ["assessment.linked"] = true }, expect = "fail", says = "linked" },
    { "stated: not linked", { ["assessment.linked"] = false }, expect = "pass" },
    { "a patrol", { kind = "patrol", ["assessment.linked"] = true }, expect = "skip" },
    { "not told", { kind = "investment_target" }, expect = "unknown" },
  },
}
