-- 指标不层层加码。
return {
  id = "INSP-021", family = "inspection", level = "hold", stage = "screen",
  title = { zh = "考核指标层层加码", en = "Indicators are added on the way down" },
  why = {
    zh = "上级考几项就考几项，层层增加指标已有通报。",
    en = "What those above assess is assessed, no more: adding indicators on the way down was named in a circular.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第三部分（不得层层增加指标）；上海2025年3月15日通报引用", verified = "V" } },
  seeds = { "S004-12", "S001-45" },
  ground = "separate_assessment",
  since = "2024-08-06",
  parameters = {},
  applies = { kind = { "assessment", "evaluation" } },
  needs = { "assessment.added_indicators" },

  check = function(added, p)
    if added == 0 then return pass() end
    return fail("added", { added = added })
  end,
  says = {
    added = { zh = "在上级指标之外增加 {added} 项", en = "{added} {added:indicator is/indicators are} added to those from above" },
    cure = { zh = "删去增加的指标", en = "strike the added indicators" },
  },
  remedy = function(added, p)
    return set("assessment.added_indicators", 0)
  end,
  examples = {
    { "one more", { ["assessment.added_indicators"] = 1 }, expect = "fail", says = "added" },
    { "stated: none", { ["assessment.added_indicators"] = 0 }, expect = "pass" },
    { "a form", { kind = "form", ["assessment.added_indicators"] = 1 }, expect = "skip" },
    { "not told", {}, expect = "unknown" },
  },
}
