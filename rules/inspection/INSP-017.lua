-- 指标要少而精。
return {
  id = "INSP-017", family = "inspection", level = "warn", stage = "screen",
  title = { zh = "考核指标过多", en = "Too many indicators" },
  why = {
    zh = "指标越细，留痕越多；考核围绕少数重点，多余的删去。",
    en = "The finer the indicators the more proof is kept; assess a few key matters and drop the rest.",
  },
  basis = {
    { title = "整治形式主义为基层减负若干规定", article = "第三部分（考核要简便）；上海2026年6月13日通报引用", verified = "V" },
    { title = "考核优化建议", article = "指标不超过二十项", verified = "P" },
  },
  seeds = { "S001-53", "S004-12" },
  ground = "trace_demand",
  since = "2024-08-06",
  parameters = {
    max_indicators = { default = 20, unit = "indicator", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = { kind = { "assessment", "evaluation" } },
  needs = { "assessment.indicators" },

  check = function(indicators, p)
    if indicators <= p.max_indicators then return pass() end
    return fail("many", { indicators = indicators, max = p.max_indicators })
  end,
  says = { many = { zh = "考核指标 {indicators} 项，宜不超过 {max} 项", en = "{indicators} {indicators:indicator/indicators}; {max} should do" } },
  remedy = false,
  examples = {
    { "one too many", { ["assessment.indicators"] = 21 }, expect = "fail", says = "many" },
    { "twenty", { ["assessment.indicators"] = 20 }, expect = "pass" },
    { "stated: none", { ["assessment.indicators"] = 0 }, expect = "pass" },
    { "a form", { kind = "form", ["assessment.indicators"] = 21 }, expect = "skip" },
    { "not told", {}, expect = "unknown" },
  },
}
