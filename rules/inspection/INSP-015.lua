-- 挂牌、上墙、独立场所，不是考核内容。
return {
  id = "INSP-015", family = "inspection", level = "hold", stage = "screen",
  title = { zh = "挂牌上墙、场所列入考核", en = "Plaques, walls and rooms are assessed" },
  why = {
    zh = "制度上墙、独立办公场所列为考核内容，镇村只好“牌满为患”。",
    en = "When plaques, wall postings and rooms earn points, townships and villages fill up with them.",
  },
  basis = {
    { title = "关于推进基层整合审批服务执法力量的实施意见", article = "第五部分（不得要求挂牌、设对口机构）", verified = "V" },
    { title = "地方各级人民政府机构设置和编制管理条例", article = "第七条", verified = "V" },
  },
  seeds = { "S001-29" },
  ground = "counterpart_body",
  since = "2019-02-01",
  parameters = {},
  applies = {
    kind = { "plaque", "site_building", "wall_posting", "demo_creation", "standard_reaching", "assessment", "evaluation", "acceptance", "document", "forward" },
    ["assessment.linked"] = true,
  },
  needs = { "kind", "demands.plaques", "demands.sites" },
  emergency = "never",

  check = function(kind, plaques, sites, p)
    if plaques > 0 or sites > 0 or list.has({ "plaque", "site_building", "wall_posting" }, kind) then return fail("assessed") end
    return pass()
  end,
  says = {
    assessed = { zh = "挂牌、上墙或场所建设与考核挂钩", en = "plaques, wall postings or sites count in an assessment" },
    cure = { zh = "不与考核挂钩", en = "do not link it to the assessment" },
  },
  remedy = function(kind, plaques, sites, p)
    return set("assessment.linked", false)
  end,
  examples = {
    { "rules on the wall", { kind = "wall_posting", ["demands.plaques"] = 0, ["demands.sites"] = 0 }, expect = "fail", says = "assessed" },
    { "a plaque by kind", { kind = "plaque", ["demands.plaques"] = 0, ["demands.sites"] = 0 }, expect = "fail" },
    { "a site by kind", { kind = "site_building", ["demands.plaques"] = 0, ["demands.sites"] = 0 }, expect = "fail" },
    { "a plaque in a document", { kind = "document", ["demands.plaques"] = 1, ["demands.sites"] = 0 }, expect = "fail" },
    { "a room in a document", { kind = "document", ["demands.plaques"] = 0, ["demands.sites"] = 1 }, expect = "fail" },
    { "stated: neither", { kind = "document", ["demands.plaques"] = 0, ["demands.sites"] = 0 }, expect = "pass" },
    { "not linked", { ["assessment.linked"] = false, kind = "wall_posting", ["demands.plaques"] = 1, ["demands.sites"] = 1 }, expect = "skip" },
    { "a patrol", { kind = "patrol", ["demands.plaques"] = 1, ["demands.sites"] = 1 }, expect = "skip" },
    { "not told", { kind = "document", ["demands.plaques"] = 0 }, expect = "unknown" },
  },
}
