-- 不搞千分制。
return {
  id = "INSP-018", family = "inspection", level = "hold", stage = "screen",
  title = { zh = "千分制、多级指标考核", en = "A thousand marks, levels of indicators" },
  why = {
    zh = "考核要简便易行；三级指标、零点零几分一项、千分制，曾被通报。",
    en = "An assessment is to be simple; three levels of indicators and a thousand marks were named in circulars.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第三部分（考核要简便、不搞千分制）；上海2026年6月13日、2025年3月15日通报引用", verified = "V" } },
  seeds = { "S004-12", "S001-53" },
  ground = "trace_demand",
  since = "2024-08-06",
  parameters = {
    thousand_marks = { default = 1000, unit = "mark", harder = "lower", min = 0, source = "整治形式主义为基层减负若干规定第三部分：千分制" },
    max_indicator_levels = { default = 2, unit = "level", harder = "lower", min = 0, source = "上海2026年6月13日通报：三级指标即为过细" },
  },
  applies = { kind = { "assessment", "evaluation" } },
  needs = { "assessment.full_marks", "assessment.indicator_levels" },

  check = function(marks, levels, p)
    if marks >= p.thousand_marks then return fail("thousand", { marks = marks }) end
    if levels > p.max_indicator_levels then return fail("levels", { levels = levels }) end
    return pass()
  end,
  says = {
    thousand = { zh = "考核满分 {marks} 分，属千分制", en = "{marks} {marks:mark/marks} in all: a thousand-mark system" },
    levels = { zh = "考核指标分 {levels} 级，过细", en = "{levels} {levels:level/levels} of indicators: too fine" },
  },
  remedy = false,
  examples = {
    { "a thousand marks", { ["assessment.full_marks"] = 1000, ["assessment.indicator_levels"] = 2 }, expect = "fail", says = "thousand" },
    { "a little less", { ["assessment.full_marks"] = 999, ["assessment.indicator_levels"] = 2 }, expect = "pass" },
    { "three levels", { ["assessment.full_marks"] = 100, ["assessment.indicator_levels"] = 3 }, expect = "fail", says = "levels" },
    { "stated: none", { ["assessment.full_marks"] = 0, ["assessment.indicator_levels"] = 0 }, expect = "pass" },
    { "a form", { kind = "form", ["assessment.full_marks"] = 1000, ["assessment.indicator_levels"] = 3 }, expect = "skip" },
    { "not told", { ["assessment.full_marks"] = 100 }, expect = "unknown" },
  },
}
