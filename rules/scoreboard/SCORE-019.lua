-- 没有批准文号的表。
return {
  id = "SCORE-019", family = "scoreboard", level = "block", stage = "audit", subject = "department",
  title = { zh = "下发没有批准文号的报表", en = "Forms without an approval number" },
  why = {
    zh = "部门的统计调查要经统计机构批准；没有表号、批准文号、有效期的，被调查者有权拒报。只算写明没有的。",
    en = "A department's survey needs the approval of the statistics office; without number, approval and validity it may be refused. Only what is stated is counted.",
  },
  basis = { { title = "中华人民共和国统计法", article = "第十四条、第十七条", verified = "V" } },
  seeds = { "S003-10", "S000-15" },
  ground = "form_no_approval",
  since = "2010-01-01",
  parameters = {
    forms_without_approval_green = { default = 0, unit = "form", harder = "lower", min = 0, source = "中华人民共和国统计法第十七条" },
    forms_without_approval_yellow = { default = 0, unit = "form", harder = "lower", min = 0, source = "中华人民共和国统计法第十七条" },
  },
  applies = {},
  needs = { "month.forms_without_approval" },

  check = function(forms, p)
    if forms <= math.max(p.forms_without_approval_green, p.forms_without_approval_yellow) then return pass() end
    return fail("red", { value = forms })
  end,
  says = {
    red = { zh = "{value} 张表写明没有批准文号", en = "{value} {value:form states/forms state} to have no approval number" },
  },
  remedy = false,
  examples = {
    { "none", { ["month.forms_without_approval"] = 0 }, expect = "pass" },
    { "one", { ["month.forms_without_approval"] = 1 }, expect = "fail", says = "red" },
    { "not measured", {}, expect = "unknown" },
  },
}
