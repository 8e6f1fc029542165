-- 部门不开展政府督查。
return {
  id = "INSP-003", family = "inspection", level = "block", stage = "screen",
  title = { zh = "部门开展督查", en = "Supervision by a department" },
  why = {
    zh = "政府督查由本级政府的督查机构承担，部门未经本级政府指定不得开展。",
    en = "Government supervision is for the government's own body; a department runs none unless the government names it.",
  },
  basis = { { title = "政府督查工作条例", article = "第七条、第十五条、第十七条", verified = "V" } },
  seeds = { "S001-15", "S000-29" },
  ground = "not_planned",
  since = "2021-02-01",
  parameters = {},
  applies = { kind = "supervision" },
  needs = { "issuer.kind" },
  may = { "inspection.plan_no" },

  check = function(issuer, plan_no, p)
    local bodies = { "provincial_department", "city_department", "county_department", "coordinating_body", "temporary_body", "task_force",
      "stationed_body", "inner_office", "mass_organisation", "enterprise", "other" }
    if not list.has(bodies, issuer) then return pass() end
    if plan_no == nil then return unknown("inspection.plan_no") end
    if not text.is_blank(plan_no) then return pass() end
    return fail("department")
  end,
  says = {
    department = {
      zh = "部门开展督查，未附本级政府指定或督查计划号",
      en = "a department supervises; no order of its government and no number in the plan are given",
    },
  },
  remedy = false,
  examples = {
    { "a department", { ["issuer.kind"] = "county_department", ["inspection.plan_no"] = "" }, expect = "fail", says = "department" },
    { "a department named in the plan", { ["issuer.kind"] = "county_department", ["inspection.plan_no"] = "2026-督-003" }, expect = "pass" },
    { "the county government", { ["issuer.kind"] = "county_government" }, expect = "pass" },
    { "stated: no issuer kind", { ["issuer.kind"] = "" }, expect = "pass" },
    { "a meeting", { kind = "meeting", ["issuer.kind"] = "county_department", ["inspection.plan_no"] = "" }, expect = "skip" },
    { "the word provincial_department", { ["issuer.kind"] = "provincial_department", ["inspection.plan_no"] = "" }, expect = "fail" },
    { "the word city_department", { ["issuer.kind"] = "city_department", ["inspection.plan_no"] = "" }, expect = "fail" },
    { "the word coordinating_body", { ["issuer.kind"] = "coordinating_body", ["inspection.plan_no"] = "" }, expect = "fail" },
    { "the word temporary_body", { ["issuer.kind"] = "temporary_body", ["inspection.plan_no"] = "" }, expect = "fail" },
    { "the word task_force", { ["issuer.kind"] = "task_force", ["inspection.plan_no"] = "" }, expect = "fail" },
    { "the word stationed_body", { ["issuer.kind"] = "stationed_body", ["inspection.plan_no"] = "" }, expect = "fail" },
    { "the word inner_office", { ["issuer.kind"] = "inner_office", ["inspection.plan_no"] = "" }, expect = "fail" },
    { "the word mass_organisation", { ["issuer.kind"] = "mass_organisation", ["inspection.plan_no"] = "" }, expect = "fail" },
    { "the word enterprise", { ["issuer.kind"] = "enterprise", ["inspection.plan_no"] = "" }, expect = "fail" },
    { "the word other", { ["issuer.kind"] = "other", ["inspection.plan_no"] = "" }, expect = "fail" },
    { "issuer not told", {}, expect = "unknown" },
    { "plan not told", { ["issuer.kind"] = "county_department" }, expect = "unknown" },
  },
}
