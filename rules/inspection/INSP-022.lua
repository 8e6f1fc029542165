-- 群众不满意，就要扣分。
return {
  id = "INSP-022", family = "inspection", level = "info", stage = "screen",
  title = { zh = "群众不满意不扣分", en = "Dissatisfaction costs nothing" },
  why = {
    zh = "群众不满意直接扣分，考核才会往群众身上使劲。",
    en = "Only when dissatisfied residents cost marks does the effort go to the residents.",
  },
  basis = { { title = "考核优化建议", article = "群众不满意直接扣分", verified = "P" } },
  seeds = { "S003-24" },
  ground = false,
  since = "2019-01-01",
  parameters = {},
  applies = { kind = { "assessment", "evaluation" } },
  needs = { "assessment.dissatisfaction_deducts" },

  check = function(deducts, p)
    if deducts then return pass() end
    return fail("free")
  end,
  says = {
    free = { zh = "考核没有规定群众不满意扣分", en = "residents who are not satisfied cost no marks" },
    cure = { zh = "规定群众不满意扣分", en = "let dissatisfaction cost marks" },
  },
  remedy = function(deducts, p)
    return set("assessment.dissatisfaction_deducts", true)
  end,
  examples = {
    { "stated: no deduction", { ["assessment.dissatisfaction_deducts"] = false }, expect = "fail", says = "free" },
    { "a deduction", { ["assessment.dissatisfaction_deducts"] = true }, expect = "pass" },
    { "a form", { kind = "form", ["assessment.dissatisfaction_deducts"] = false }, expect = "skip" },
    { "not told", {}, expect = "unknown" },
  },
}
