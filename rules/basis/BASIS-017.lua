-- 合法性审查要给够时间。
return {
  id = "BASIS-017", family = "basis", level = "warn", stage = "screen",
  title = { zh = "合法性审查时间不足", en = "Too little time for the legality review" },
  why = {
    zh = "合法性审查的时间一般不少于七个工作日，赶出来的审查等于没审。",
    en = "A legality review is normally given at least seven working days; a hurried one is none.",
  },
  basis = { { title = "重大行政决策程序暂行条例", article = "第二十六条", verified = "V" } },
  seeds = { "S000-31", "S000-26" },
  ground = "weak_basis",
  since = "2019-09-01",
  parameters = {
    min_legality_workdays = { default = 7, unit = "workday", harder = "higher", min = 0, source = "重大行政决策程序暂行条例第二十六条" },
  },
  applies = { kind = { "document", "enforce", "penalise", "coerce", "demolish", "charge", "collect" }, ["consultation.legality_review"] = "done" },
  needs = { "consultation.legality_workdays" },

  check = function(days, p)
    if days >= p.min_legality_workdays then return pass() end
    return fail("hurried", { days = days, min = p.min_legality_workdays })
  end,
  says = {
    hurried = { zh = "合法性审查只给了 {days} 个工作日，一般不少于 {min} 个", en = "the legality review was given {days} working {days:day/days}; the least {min:is/are} {min}" },
    cure = { zh = "给足 {min} 个工作日再审", en = "review it again with {min} working {min:day/days}" },
  },
  remedy = function(days, p)
    return set("consultation.legality_workdays", p.min_legality_workdays)
  end,
  examples = {
    { "six days", { ["consultation.legality_workdays"] = 6 }, expect = "fail", says = "hurried" },
    { "seven days", { ["consultation.legality_workdays"] = 7 }, expect = "pass" },
    { "stated: none", { ["consultation.legality_workdays"] = 0 }, expect = "fail" },
    { "not reviewed", { ["consultation.legality_review"] = false, ["consultation.legality_workdays"] = 0 }, expect = "skip" },
    { "a form", { kind = "form", ["consultation.legality_workdays"] = 6 }, expect = "skip" },
    { "not told", {}, expect = "unknown" },
  },
}
