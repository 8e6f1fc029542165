-- 不要求挂牌。
return {
  id = "BURDEN-007", family = "burden", level = "hold", stage = "screen",
  title = { zh = "要求挂牌", en = "Plaques are demanded" },
  why = {
    zh = "部门不得要求乡镇、村设立对口机构、加挂牌子。",
    en = "Departments may not ask townships or villages for counterpart bodies and their plaques.",
  },
  basis = {
    { title = "地方各级人民政府机构设置和编制管理条例", article = "第七条", verified = "V" },
    { title = "关于推进基层整合审批服务执法力量的实施意见", article = "第五部分（不得要求挂牌）", verified = "V" },
  },
  seeds = { "S001-28", "S001-29" },
  ground = "counterpart_body",
  since = "2019-02-01",
  parameters = {},
  applies = {},
  needs = { "demands.plaques" },
  emergency = "never",

  check = function(plaques, p)
    if plaques == 0 then return pass() end
    return fail("plaques", { plaques = plaques })
  end,
  says = {
    plaques = { zh = "要求挂牌 {plaques} 块", en = "{plaques} {plaques:plaque is/plaques are} to be put up" },
    cure = { zh = "取消挂牌要求", en = "drop the plaques" },
  },
  remedy = function(plaques, p)
    return set("demands.plaques", 0)
  end,
  examples = {
    { "one plaque", { ["demands.plaques"] = 1 }, expect = "fail", says = "plaques" },
    { "twenty-seven", { ["demands.plaques"] = 27 }, expect = "fail" },
    { "stated: none", { ["demands.plaques"] = 0 }, expect = "pass" },
    { "not told", {}, expect = "unknown" },
  },
}
