-- 涉及执法的，先过合法性审查。
return {
  id = "BASIS-008", family = "basis", level = "warn", stage = "screen",
  title = { zh = "未做合法性审查", en = "No legality review" },
  why = {
    zh = "涉及执法、强制、收费的任务，交办前应由司法行政部门审查合法性。",
    en = "Tasks of enforcement, coercion or charging are reviewed for legality before they are given.",
  },
  basis = {
    { title = "重大行政决策程序暂行条例", article = "第二十五条、第二十六条", verified = "V" },
    { title = "职责准入审查分工（建议）", article = "司法局审查合法性", verified = "P" },
  },
  seeds = { "S000-31", "S000-38" },
  ground = "weak_basis",
  since = "2019-09-01",
  parameters = {},
  applies = { kind = { "enforce", "penalise", "coerce", "demolish", "charge", "collect" } },
  needs = { "consultation.legality_review" },

  check = function(done, p)
    if done then return pass() end
    return fail("missing")
  end,
  says = {
    missing = { zh = "来文未附合法性审查意见", en = "no legality review is attached" },
    cure = { zh = "先送县司法局审查", en = "have the justice bureau review it first" },
  },
  remedy = function(done, p)
    return set("consultation.legality_review", true)
  end,
  examples = {
    { "stated: not done", { ["consultation.legality_review"] = false }, expect = "fail", says = "missing" },
    { "done", { ["consultation.legality_review"] = "done" }, expect = "pass" },
    { "done on a day", { ["consultation.legality_review"] = "2026-03-02" }, expect = "pass" },
    { "a patrol", { kind = "patrol", ["consultation.legality_review"] = false }, expect = "skip" },
    { "not told", { kind = "penalise" }, expect = "unknown" },
  },
}
