-- 报材料不计分。
return {
  id = "INSP-007", family = "inspection", level = "hold", stage = "screen",
  title = { zh = "报送材料与考核挂钩", en = "Handing in papers counts in the assessment" },
  why = {
    zh = "开会、发文、报材料不作为工作落实的衡量标准，报送快慢更不能计分。",
    en = "Meetings, papers and reports are no measure of work done; handing them in fast earns no points.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第三部分；广东2025年10月22日、上海2025年3月15日通报引用", verified = "V" } },
  seeds = { "S001-12", "S001-45", "S000-30" },
  ground = "trace_demand",
  since = "2024-08-06",
  parameters = {},
  applies = { kind = { "form", "ledger", "material" } },
  needs = { "assessment.linked" },
  emergency = "never",

  check = function(linked, p)
    if not linked then return pass() end
    return fail("linked")
  end,
  says = {
    linked = { zh = "报送资料情况与考核挂钩", en = "whether the papers come in counts in an assessment" },
    cure = { zh = "不与考核挂钩", en = "do not link it to the assessment" },
  },
  remedy = function(linked, p)
    return set("assessment.linked", false)
  end,
  examples = {
    { "linked", { ["assessment.linked"] = true }, expect = "fail", says = "linked" },
    { "stated: not linked", { ["assessment.linked"] = false }, expect = "pass" },
    { "a patrol", { kind = "patrol", ["assessment.linked"] = true }, expect = "skip" },
    { "not told", { kind = "form" }, expect = "unknown" },
  },
}
