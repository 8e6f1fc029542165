-- 群众打分占大头。
return {
  id = "INSP-011", family = "inspection", level = "warn", stage = "screen",
  title = { zh = "群众满意度权重偏低", en = "Residents' satisfaction weighs little" },
  why = {
    zh = "考核看群众满意不满意；六成是调研建议，不是全国性规定，上海社区考核为五成。",
    en = "An assessment asks the residents; 60% is a proposal, not a national rule (Shanghai uses 50% for communities).",
  },
  basis = { { title = "考核优化建议", article = "群众满意度权重不低于60%", verified = "P" } },
  seeds = { "S003-22", "S003-24" },
  ground = false,
  since = "2019-01-01",
  parameters = {
    min_satisfaction_weight = { default = 0.6, unit = "ratio", harder = "higher", min = 0, max = 1, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = { kind = { "assessment", "evaluation" } },
  needs = { "assessment.satisfaction_weight" },

  check = function(weight, p)
    if weight >= p.min_satisfaction_weight then return pass() end
    return fail("low", { weight = weight, min = p.min_satisfaction_weight })
  end,
  says = {
    low = { zh = "群众满意度占 {weight:percent}，建议不低于 {min:percent}", en = "satisfaction weighs {weight:percent}; {min:percent} is proposed" },
    cure = { zh = "群众满意度权重提高到 {min:percent}", en = "raise the weight of satisfaction to {min:percent}" },
  },
  remedy = function(weight, p)
    return set("assessment.satisfaction_weight", p.min_satisfaction_weight)
  end,
  examples = {
    { "thirty per cent", { ["assessment.satisfaction_weight"] = 0.3 }, expect = "fail", says = "low" },
    { "just below", { ["assessment.satisfaction_weight"] = 0.59 }, expect = "fail" },
    { "sixty per cent", { ["assessment.satisfaction_weight"] = 0.6 }, expect = "pass" },
    { "stated: none", { ["assessment.satisfaction_weight"] = 0 }, expect = "fail" },
    { "a meeting", { kind = "meeting", ["assessment.satisfaction_weight"] = 0.3 }, expect = "skip" },
    { "not told", {}, expect = "unknown" },
  },
}
