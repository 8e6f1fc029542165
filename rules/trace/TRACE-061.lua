-- 动不动成立领导小组。
return {
  id = "TRACE-061", family = "trace", level = "warn", stage = "audit", subject = "department",
  title = { zh = "要求成立领导小组偏多", en = "Many leading groups" },
  why = {
    zh = "一件事一个领导小组，一个小组一套方案、纪要、台账。",
    en = "A leading group for each task brings a plan, minutes and a ledger for each.",
  },
  basis = {
    { title = "地方各级人民政府机构设置和编制管理条例", article = "第七条", verified = "V" },
    { title = "领导小组建议值", article = "一期两个以内", verified = "P" },
  },
  seeds = { "S000-21", "S000-20" },
  ground = "counterpart_body",
  since = "2025-01-01",
  parameters = {
    leading_groups_most = { default = 2, unit = "task", harder = "lower", min = 0, source = "建议值（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.leading_groups" },

  check = function(groups, p)
    if groups <= p.leading_groups_most then return pass() end
    return fail("many", { value = groups, limit = p.leading_groups_most })
  end,
  says = {
    many = {
      zh = "{value} 件任务要求成立领导小组或专班，建议至多 {limit} 件",
      en = "{value} {value:task wants/tasks want} a leading group set up; {limit} is the proposed limit",
    },
  },
  remedy = false,
  examples = {
    { "two", { ["month.leading_groups"] = 2 }, expect = "pass" },
    { "three", { ["month.leading_groups"] = 3 }, expect = "fail", says = "many" },
    { "not measured", {}, expect = "unknown" },
  },
}
