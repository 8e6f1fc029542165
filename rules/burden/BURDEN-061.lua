-- 一个部门要几处阵地。
return {
  id = "BURDEN-061", family = "burden", level = "warn", stage = "audit", subject = "department",
  title = { zh = "一个部门要的阵地偏多", en = "Many sites of one department" },
  why = {
    zh = "全县 22 个部门要建 75 个阵地，一个部门就要六个。能合用的合用，没有依据的不建。",
    en = "In one county 22 departments wanted 75 sites, one of them six. What can be shared is shared.",
  },
  basis = {
    { title = "地方各级人民政府机构设置和编制管理条例", article = "第七条", verified = "V" },
    { title = "阵地建议值", article = "一个部门两处", verified = "P" },
  },
  seeds = { "S001-27", "S001-30" },
  ground = "counterpart_body",
  since = "2025-01-01",
  parameters = {
    department_sites_most = { default = 2, unit = "site", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.sites" },

  check = function(sites, p)
    if sites <= p.department_sites_most then return pass() end
    return fail("sites", { value = sites, limit = p.department_sites_most })
  end,
  says = {
    sites = {
      zh = "今年要求建 {value} 处阵地，建议一个部门至多 {limit} 处",
      en = "{value} {value:site/sites} demanded this year; {limit} of one department is the proposed limit",
    },
  },
  remedy = false,
  examples = {
    { "two", { ["month.sites"] = 2 }, expect = "pass" },
    { "three", { ["month.sites"] = 3 }, expect = "fail", says = "sites" },
    { "not measured", {}, expect = "unknown" },
  },
}
