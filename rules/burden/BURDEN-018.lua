-- 征缴不靠下指标、排名次。
return {
  id = "BURDEN-018", family = "burden", level = "hold", stage = "screen",
  title = { zh = "征缴下指标", en = "Collection by quota" },
  why = {
    zh = "参保缴费、禁烧等工作靠下指标、排名次、纳考核，是把部门的责任换成乡镇的指标。",
    en = "Collecting dues by quota and ranking turns the department's duty into the township's numbers.",
  },
  basis = {
    { title = "关于推进基层整合审批服务执法力量的实施意见", article = "第五部分（不得以分解指标转移责任）", verified = "V" },
  },
  seeds = { "S001-41", "S003-26", "S000-42" },
  ground = "dept_main_duty",
  since = "2019-02-01",
  parameters = {},
  applies = { kind = { "collect", "charge", "quota" } },
  needs = { "quota.share" },

  check = function(share, p)
    if share == 0 then return pass() end
    return fail("quota", { share = share })
  end,
  says = {
    quota = { zh = "给每个乡镇下达指标 {share}", en = "a quota of {share} for each township" },
    cure = { zh = "取消指标，由部门组织征缴", en = "drop the quota; the department collects" },
  },
  remedy = function(share, p)
    return set("quota.share", 0)
  end,
  examples = {
    { "98 per cent of the villagers", { kind = "collect", ["quota.share"] = 8800 }, expect = "fail", says = "quota" },
    { "one", { kind = "quota", ["quota.share"] = 1 }, expect = "fail" },
    { "stated: none", { kind = "collect", ["quota.share"] = 0 }, expect = "pass" },
    { "a meeting", { kind = "meeting", ["quota.share"] = 8800 }, expect = "skip" },
    { "not told", { kind = "collect" }, expect = "unknown" },
  },
}
