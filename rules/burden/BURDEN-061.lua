-- 一个部门要几块牌、几处阵地。
return {
  id = "BURDEN-061", family = "burden", level = "warn", stage = "audit", subject = "department",
  title = { zh = "一个部门要的牌子、阵地偏多", en = "Many plaques and sites of one department" },
  why = {
    zh = "全县 22 个部门要建 75 个阵地、12 个部门要挂 27 种牌；一个部门要六个。能合用的合用，没有依据的不挂。",
    en = "In one county 22 departments wanted 75 sites and twelve wanted 27 plaques; one wanted six sites. What can be shared is shared.",
  },
  basis = {
    { title = "地方各级人民政府机构设置和编制管理条例", article = "第七条", verified = "V" },
    { title = "阵地、牌子建议值", article = "一个部门阵地两处、牌子一块", verified = "P" },
  },
  seeds = { "S001-27", "S001-28", "S001-30" },
  ground = "counterpart_body",
  since = "2025-01-01",
  parameters = {
    department_sites_most = { default = 2, unit = "site", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
    department_plaques_most = { default = 1, unit = "plaque", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.sites", "month.plaques" },

  check = function(sites, plaques, p)
    if sites > p.department_sites_most then return fail("sites", { value = sites, limit = p.department_sites_most }) end
    if plaques > p.department_plaques_most then return fail("plaques", { value = plaques, limit = p.department_plaques_most }) end
    return pass()
  end,
  says = {
    sites = {
      zh = "今年要求建 {value} 处阵地，建议一个部门至多 {limit} 处",
      en = "{value} sites demanded this year; {limit} of one department is the proposed limit",
    },
    plaques = {
      zh = "今年要求挂 {value} 块牌子，建议一个部门至多 {limit} 块",
      en = "{value} plaques demanded this year; {limit} of one department is the proposed limit",
    },
  },
  remedy = false,
  examples = {
    { "two and one", { ["month.sites"] = 2, ["month.plaques"] = 1 }, expect = "pass" },
    { "three sites", { ["month.sites"] = 3, ["month.plaques"] = 0 }, expect = "fail", says = "sites" },
    { "two plaques", { ["month.sites"] = 0, ["month.plaques"] = 2 }, expect = "fail", says = "plaques" },
    { "not measured", { ["month.sites"] = 0 }, expect = "unknown" },
  },
}
