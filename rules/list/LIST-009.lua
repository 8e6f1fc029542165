-- 配合事项由清单写明的部门布置，其他部门不另起炉灶。
return {
  id = "LIST-009", family = "list", level = "warn", stage = "screen",
  title = { zh = "来文单位不是牵头部门", en = "The issuer does not lead this item" },
  why = {
    zh = "同一事项由清单写明的部门牵头布置，其他部门另行布置容易多头、要求不一。",
    en = "One item has one lead department; orders from others lead to several heads and several standards.",
  },
  basis = { { title = "地方各级人民政府机构设置和编制管理条例", article = "第十条", verified = "V" } },
  seeds = { "S000-06", "S000-07", "S001-07", "S001-08" },
  ground = "dept_must_coordinate",
  since = "2007-05-01",
  parameters = {},
  applies = {
    ["item.kind"] = "cooperative",
    ["issuer.kind"] = { "county_department", "stationed_body", "inner_office", "mass_organisation", "coordinating_body", "task_force" },
  },
  needs = { "item.issuer_leads", "item.department" },

  check = function(leads, department, p)
    if leads or department == "" then return pass() end
    return fail("other", { department = department })
  end,
  says = {
    other = {
      zh = "该事项清单写明由{department}牵头，来文单位不是牵头部门，未说明是否已会商",
      en = "the list names {department} as lead; the issuer is another body and does not say whether they agreed",
    },
    cure = { zh = "由{department}牵头统一布置", en = "let {department} issue it for all" },
  },
  remedy = function(leads, department, p)
    return set("issuer.name", department)
  end,
  examples = {
    { "another department", { ["item.issuer_leads"] = false, ["item.department"] = "县教育局" }, expect = "fail", says = "other" },
    { "the lead department", { ["item.issuer_leads"] = true, ["item.department"] = "县教育局" }, expect = "pass" },
    { "stated: the list names no department", { ["item.issuer_leads"] = false, ["item.department"] = "" }, expect = "pass" },
    { "the county government", { ["issuer.kind"] = "county_government", ["item.kind"] = "cooperative", ["item.issuer_leads"] = false, ["item.department"] = "县教育局" }, expect = "skip" },
    { "a basic item", { ["item.kind"] = "basic", ["item.issuer_leads"] = false, ["item.department"] = "县教育局" }, expect = "skip" },
    { "not told", { ["item.department"] = "县教育局" }, expect = "unknown" },
  },
}
