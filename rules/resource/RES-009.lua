-- 要建阵地，先给钱。
return {
  id = "RES-009", family = "resource", level = "hold", stage = "screen",
  title = { zh = "要建的场所没有经费", en = "Sites without money" },
  why = {
    zh = "一处阵地少则几千元、多则上万元，谁要求建，谁保障。",
    en = "A site costs thousands of yuan; who asks for it pays for it.",
  },
  basis = { { title = "中华人民共和国预算法", article = "第十三条", verified = "V" } },
  seeds = { "S001-27", "S001-31" },
  ground = "no_funds",
  since = "2018-12-29",
  parameters = {
    site_cost_yuan = { default = 10000, unit = "yuan", harder = "higher", min = 0, source = "建议值，取自基层反映：乡镇每处至少投入1万元（无全国统一规定）" },
  },
  applies = { ["demands.sites"] = { at_least = 1 } },
  needs = { "demands.sites", "funds.provided" },

  check = function(sites, provided, p)
    local needed = sites * p.site_cost_yuan * 100
    if provided >= needed then return pass() end
    return fail("short", { sites = sites, needed = needed, provided = provided })
  end,
  says = {
    short = {
      zh = "要求建场所 {sites} 处，按每处最低投入约需 {needed:yuan}，随任务拨付 {provided:yuan}",
      en = "asks for {sites} {sites:site/sites}, about {needed:yuan} at the lowest known cost; {provided:yuan} came with it",
    },
    cure = { zh = "取消建场所的要求", en = "drop the demand for sites" },
  },
  remedy = function(sites, provided, p)
    return set("demands.sites", 0)
  end,
  examples = {
    { "a site without money", { ["demands.sites"] = 1, ["funds.provided"] = 0 }, expect = "fail", says = "short" },
    { "two sites, plenty of money", { ["demands.sites"] = 2, ["funds.provided"] = 20000 }, expect = "pass" },
    { "two sites, one yuan short", { ["demands.sites"] = 2, ["funds.provided"] = 19999 }, expect = "fail" },
    { "stated: no sites", { ["demands.sites"] = 0, ["funds.provided"] = 0 }, expect = "skip" },
    { "money not told", { ["demands.sites"] = 1 }, expect = "unknown" },
    { "sites not told", { ["funds.provided"] = 0 }, expect = "unknown" },
  },
}
