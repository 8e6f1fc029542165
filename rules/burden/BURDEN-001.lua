-- 别人自愿的事，不能给乡镇下指标。
return {
  id = "BURDEN-001", family = "burden", level = "block", stage = "screen",
  title = { zh = "对自愿行为下指标", en = "Quota on what people do freely" },
  why = {
    zh = "办企业、投资、关注转发是市场主体和群众自愿的事，下指标只会动员亲友凑数，虚假登记要依法撤销、处罚。",
    en = "Founding a business, investing, following a channel are free acts; a quota breeds false registrations, which the law cancels and fines.",
  },
  basis = {
    { title = "中华人民共和国市场主体登记管理条例", article = "第四十条、第四十四条", verified = "V" },
    { title = "关于推进基层整合审批服务执法力量的实施意见", article = "第五部分（不得以分解指标转移责任）", verified = "V" },
  },
  seeds = { "S001-40", "S001-43", "S003-34", "S003-35", "S000-42" },
  ground = "apportionment",
  since = "2022-03-01",
  parameters = {},
  applies = { kind = { "market_entity_target", "investment_target", "follow_forward" } },
  needs = { "quota.share", "quota.total" },
  emergency = "never",

  check = function(share, total, p)
    if share == 0 and total == 0 then return pass() end
    return fail("quota", { share = share, total = total })
  end,
  says = {
    quota = {
      zh = "对自愿行为下达指标：全县 {total}，每个乡镇 {share}",
      en = "a quota on voluntary acts: {total} for the county, {share} for each township",
    },
    cure = { zh = "取消指标，由部门宣传服务", en = "drop the quota; the department informs and serves" },
  },
  remedy = function(share, total, p)
    return { set("quota.share", 0), set("quota.total", 0) }
  end,
  examples = {
    { "7038 businesses over 28 townships", { kind = "market_entity_target", ["quota.share"] = 251, ["quota.total"] = 7038 }, expect = "fail", says = "quota" },
    { "one each", { ["quota.share"] = 1, ["quota.total"] = 0 }, expect = "fail" },
    { "only a county total", { ["quota.share"] = 0, ["quota.total"] = 7038 }, expect = "fail" },
    { "stated: no quota", { ["quota.share"] = 0, ["quota.total"] = 0 }, expect = "pass" },
    { "a meeting", { kind = "meeting", ["quota.share"] = 251, ["quota.total"] = 7038 }, expect = "skip" },
    { "not told", { ["quota.total"] = 7038 }, expect = "unknown" },
  },
}
