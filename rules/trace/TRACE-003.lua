-- 不必每件事都成立领导小组。
return {
  id = "TRACE-003", family = "trace", level = "hold", stage = "screen",
  title = { zh = "要求成立领导小组", en = "A leading group is demanded" },
  why = {
    zh = "部门不得要求下级设立与其对口的机构；每件事一个领导小组，是对口设机构的变形。",
    en = "Departments may not ask for counterpart bodies below; a leading group for each task is one under another name.",
  },
  basis = {
    { title = "地方各级人民政府机构设置和编制管理条例", article = "第七条", verified = "V" },
    { title = "关于推进基层整合审批服务执法力量的实施意见", article = "第五部分（不得要求对口设立机构）", verified = "V" },
  },
  seeds = { "S000-20", "S000-21" },
  ground = "counterpart_body",
  since = "2019-02-01",
  parameters = {},
  applies = {
    ["issuer.kind"] = {
      "provincial_department", "city_department", "county_department", "coordinating_body", "temporary_body", "task_force",
      "stationed_body", "inner_office", "mass_organisation", "enterprise", "other",
    },
  },
  needs = { "demands.leading_group" },
  emergency = "never",

  check = function(leading_group, p)
    if not leading_group then return pass() end
    return fail("group")
  end,
  says = {
    group = { zh = "要求乡镇成立领导小组或专班", en = "the township is asked to set up a leading group or task force" },
    cure = { zh = "取消成立领导小组的要求", en = "drop the demand for a leading group" },
  },
  remedy = function(leading_group, p)
    return set("demands.leading_group", false)
  end,
  examples = {
    { "a leading group", { ["demands.leading_group"] = true }, expect = "fail", says = "group" },
    { "stated: none", { ["demands.leading_group"] = false }, expect = "pass" },
    { "asked by the county government", { ["issuer.kind"] = "county_government", ["demands.leading_group"] = true }, expect = "skip" },
    { "asked by a task force", { ["issuer.kind"] = "task_force", ["demands.leading_group"] = true }, expect = "fail" },
    { "not told", { ["issuer.kind"] = "county_department" }, expect = "unknown" },
  },
}
