-- 抽样要有代表性。
return {
  id = "INSP-012", family = "inspection", level = "warn", stage = "screen",
  title = { zh = "抽样比例偏低", en = "The sample is small" },
  why = {
    zh = "问的人太少，分数就看运气；三成是调研建议，不是全国性规定。",
    en = "With few people asked the score is luck; 30% is a proposal, not a national rule.",
  },
  basis = { { title = "考核优化建议", article = "随机抽取30%的居民", verified = "P" } },
  seeds = { "S003-23" },
  ground = false,
  since = "2019-01-01",
  parameters = {
    min_sample_ratio = { default = 0.3, unit = "ratio", harder = "higher", min = 0, max = 1, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = { kind = { "assessment", "evaluation" } },
  needs = { "assessment.sample_ratio" },

  check = function(ratio, p)
    if ratio >= p.min_sample_ratio then return pass() end
    return fail("small", { ratio = ratio, min = p.min_sample_ratio })
  end,
  says = {
    small = { zh = "抽样 {ratio:percent}，建议不低于 {min:percent}", en = "{ratio:percent} of the residents are asked; {min:percent} is proposed" },
    cure = { zh = "抽样比例提高到 {min:percent}", en = "ask {min:percent} of the residents" },
  },
  remedy = function(ratio, p)
    return set("assessment.sample_ratio", p.min_sample_ratio)
  end,
  examples = {
    { "five per cent", { ["assessment.sample_ratio"] = 0.05 }, expect = "fail", says = "small" },
    { "thirty per cent", { ["assessment.sample_ratio"] = 0.3 }, expect = "pass" },
    { "just below", { ["assessment.sample_ratio"] = 0.29 }, expect = "fail" },
    { "stated: none", { ["assessment.sample_ratio"] = 0 }, expect = "fail" },
    { "a meeting", { kind = "meeting", ["assessment.sample_ratio"] = 0.05 }, expect = "skip" },
    { "not told", {}, expect = "unknown" },
  },
}
