-- 群众满意度占多少、问了多少人。
return {
  id = "SCORE-012", family = "scoreboard", level = "warn", stage = "audit", subject = "department",
  title = { zh = "群众满意度权重、抽样偏低", en = "Residents weigh little" },
  why = {
    zh = "六成、三成是调研的建议，上海社区考核为五成。考核没有写明的算不知道。",
    en = "60% and 30% are proposals (Shanghai uses 50%). What an assessment does not say is unknown.",
  },
  basis = { { title = "考核优化建议", article = "满意度不低于60%、抽样不低于30%", verified = "P" } },
  seeds = { "S003-22", "S003-23", "S000-30" },
  ground = false,
  since = "2025-01-01",
  parameters = {
    satisfaction_weight_green = { default = 0.6, unit = "ratio", harder = "higher", min = 0, max = 1, source = "建议值，取自基层反映（无全国统一规定）" },
    sample_ratio_green = { default = 0.3, unit = "ratio", harder = "higher", min = 0, max = 1, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.assessments" },
  may = { "month.satisfaction_weight", "month.sample_ratio" },

  check = function(assessments, weight, sample, p)
    if assessments == 0 then return pass() end
    if not weight then return unknown("month.satisfaction_weight") end
    if not sample then return unknown("month.sample_ratio") end
    if weight < p.satisfaction_weight_green then return fail("weight", { weight = weight, limit = p.satisfaction_weight_green }) end
    if sample < p.sample_ratio_green then return fail("sample", { sample = sample, limit = p.sample_ratio_green }) end
    return pass()
  end,
  says = {
    weight = {
      zh = "考核中群众满意度最低只占 {weight:percent}，建议不低于 {limit:percent}",
      en = "satisfaction weighs {weight:percent} at the least; {limit:percent} is proposed",
    },
    sample = {
      zh = "考核抽样最低只有 {sample:percent}，建议不低于 {limit:percent}",
      en = "the sample is {sample:percent} at the least; {limit:percent} is proposed",
    },
  },
  remedy = false,
  examples = {
    { "no assessment", { ["month.assessments"] = 0 }, expect = "pass" },
    { "sixty and thirty", { ["month.assessments"] = 1, ["month.satisfaction_weight"] = 0.6, ["month.sample_ratio"] = 0.3 }, expect = "pass" },
    { "below sixty", { ["month.assessments"] = 1, ["month.satisfaction_weight"] = 0.59, ["month.sample_ratio"] = 0.3 }, expect = "fail", says = "weight" },
    { "below thirty", { ["month.assessments"] = 2, ["month.satisfaction_weight"] = 0.6, ["month.sample_ratio"] = 0.29 }, expect = "fail", says = "sample" },
    { "weight told alone", { ["month.assessments"] = 1, ["month.satisfaction_weight"] = 0.7 }, expect = "unknown" },
    { "no weight is stated", { ["month.assessments"] = 1, ["month.satisfaction_weight"] = false, ["month.sample_ratio"] = 0.3 }, expect = "unknown" },
    { "no sample is stated", { ["month.assessments"] = 1, ["month.satisfaction_weight"] = 0.7, ["month.sample_ratio"] = false }, expect = "unknown" },
    { "residents weigh nothing", { ["month.assessments"] = 1, ["month.satisfaction_weight"] = 0, ["month.sample_ratio"] = 0.3 }, expect = "fail", says = "weight" },
    { "nobody is asked", { ["month.assessments"] = 1, ["month.satisfaction_weight"] = 0.7, ["month.sample_ratio"] = 0 }, expect = "fail", says = "sample" },
    { "nothing told", {}, expect = "unknown" },
    { "sample told alone", { ["month.assessments"] = 1, ["month.sample_ratio"] = 0.3 }, expect = "unknown" },
  },
}
