-- 定期要填的表，实为统计调查。
return {
  id = "BURDEN-013", family = "burden", level = "hold", stage = "screen",
  title = { zh = "定期报表无批准文号", en = "Regular form without approval" },
  why = {
    zh = "部门按周、按月要乡镇填报的表，应按统计调查履行审批；不是统计调查的，从共享数据中调取。",
    en = "A form that a department wants each week or month is a survey and needs approval; if it is not one, take the data from the shared pool.",
  },
  basis = { { title = "中华人民共和国统计法", article = "第十四条、第十七条", verified = "V" } },
  seeds = { "S000-15", "S003-10", "S003-32", "S001-09" },
  ground = "form_no_approval",
  since = "2024-09-13",
  parameters = {},
  applies = {
    kind = { "form", "ledger", "material", "document", "forward", "memo", "group_message" },
    ["issuer.kind"] = {
      "provincial_department", "city_department", "county_department", "coordinating_body", "temporary_body", "task_force",
      "stationed_body", "inner_office", "mass_organisation", "enterprise", "other",
    },
  },
  needs = { "demands.forms" },

  check = function(forms, p)
    for _, form in ipairs(forms) do
      local regular = form.every ~= nil and form.every ~= "" and form.every ~= "once"
      if regular and (form.approval_no == nil or text.is_blank(form.approval_no)) then
        return fail("regular", { name = form.name or "", every = form.every })
      end
    end
    return pass()
  end,
  says = {
    regular = {
      zh = "“{name}”{every:choice}填报，未标明批准或备案文号",
      en = "“{name}” is wanted regularly ({every:choice}) and shows no approval or filing number",
    },
  },
  remedy = false,
  examples = {
    { "weekly", { ["demands.forms"] = { { name = "消防工作周报表", every = "weekly" } } }, expect = "fail", says = "regular" },
    { "once", { ["demands.forms"] = { { name = "消防工作情况表", every = "once" } } }, expect = "pass" },
    { "weekly, approved", { ["demands.forms"] = { { name = "消防工作周报表", every = "weekly", approval_no = "统制〔2026〕3号" } } }, expect = "pass" },
    { "stated: no forms", { ["demands.forms"] = {} }, expect = "pass" },
    { "a meeting", { kind = "meeting", ["demands.forms"] = { { name = "消防工作周报表", every = "weekly" } } }, expect = "skip" },
    { "from the county government", { ["issuer.kind"] = "county_government", ["demands.forms"] = { { name = "消防工作周报表", every = "weekly" } } }, expect = "skip" },
    { "weekly, no name", { ["demands.forms"] = { { every = "weekly" } } }, expect = "fail" },
    { "stated: no frequency", { ["demands.forms"] = { { name = "甲", every = "" } } }, expect = "pass" },
    { "frequency not said", { ["demands.forms"] = { { name = "甲" } } }, expect = "pass" },
    { "not told", { kind = "form", ["issuer.kind"] = "county_department" }, expect = "unknown" },
  },
}
