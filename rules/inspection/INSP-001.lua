-- 没列入计划的督查检查，不得开展。
return {
  id = "INSP-001", family = "inspection", level = "block", stage = "screen",
  title = { zh = "督查检查未列入计划", en = "Inspection not in the plan" },
  why = {
    zh = "督查检查考核实行年度计划和审批报备，未经报备的不得开展，计划外的一事一报。",
    en = "Inspections and assessments follow a yearly plan; what is not filed may not be carried out.",
  },
  basis = {
    { title = "整治形式主义为基层减负若干规定", article = "第三部分（未经报备不得开展）；浙江2025年9月10日、海南2026年2月14日通报引用", verified = "V" },
    { title = "政府督查工作条例", article = "第十五条", verified = "V" },
  },
  seeds = { "S001-15", "S002-13", "S000-29" },
  ground = "not_planned",
  since = "2024-08-06",
  parameters = {},
  applies = { kind = { "supervision", "inspection", "assessment", "evaluation", "acceptance" }, ["emergency.running"] = false },
  needs = { "inspection.plan_no" },

  check = function(plan_no, p)
    if not text.is_blank(plan_no) then return pass() end
    return fail("unplanned")
  end,
  says = {
    unplanned = { zh = "来文未附督查检查考核年度计划号，也未说明已报备", en = "no number in the yearly plan of inspections, and no word that it was filed" },
  },
  remedy = false,
  examples = {
    { "stated: no plan number", { ["inspection.plan_no"] = "" }, expect = "fail", says = "unplanned" },
    { "only spaces", { ["inspection.plan_no"] = " " }, expect = "fail" },
    { "in the plan", { ["inspection.plan_no"] = "2026-督-017" }, expect = "pass" },
    { "a patrol by the township", { kind = "patrol", ["inspection.plan_no"] = "" }, expect = "skip" },
    { "an emergency is running", { ["emergency.running"] = true, ["inspection.plan_no"] = "" }, expect = "skip" },
    { "not told", { kind = "inspection" }, expect = "unknown" },
  },
}
