-- 不要求设独立场所、对口办公室。
return {
  id = "BURDEN-008", family = "burden", level = "hold", stage = "screen",
  title = { zh = "要求设场所、办公室", en = "Sites or rooms are demanded" },
  why = {
    zh = "一个部门要几个场所，镇村办公用房不够，建了也闲置；确需的，合并使用。",
    en = "Rooms asked for by each department overfill the office and stand idle; what is needed is shared.",
  },
  basis = {
    { title = "地方各级人民政府机构设置和编制管理条例", article = "第七条", verified = "V" },
    { title = "关于推进基层整合审批服务执法力量的实施意见", article = "第五部分（不得要求设立对口机构）", verified = "V" },
  },
  seeds = { "S001-27", "S001-29", "S001-30", "S001-32" },
  ground = "counterpart_body",
  since = "2019-02-01",
  parameters = {},
  applies = {
    ["issuer.kind"] = {
      "provincial_department", "city_department", "county_department", "coordinating_body", "temporary_body", "task_force",
      "stationed_body", "inner_office", "mass_organisation", "enterprise", "other",
    },
  },
  needs = { "demands.sites" },

  check = function(sites, p)
    if sites == 0 then return pass() end
    return fail("sites", { sites = sites })
  end,
  says = {
    sites = { zh = "要求设场所、办公室 {sites} 处", en = "{sites} {sites:site or room is/sites or rooms are} to be set up" },
    cure = { zh = "取消设场所的要求，合并使用已有场所", en = "drop the demand and share what exists" },
  },
  remedy = function(sites, p)
    return set("demands.sites", 0)
  end,
  examples = {
    { "one room", { ["demands.sites"] = 1 }, expect = "fail", says = "sites" },
    { "six rooms", { ["demands.sites"] = 6 }, expect = "fail" },
    { "stated: none", { ["demands.sites"] = 0 }, expect = "pass" },
    { "asked by the county government", { ["issuer.kind"] = "county_government", ["demands.sites"] = 1 }, expect = "skip" },
    { "not told", { ["issuer.kind"] = "county_department" }, expect = "unknown" },
  },
}
