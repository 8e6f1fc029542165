-- 定量的指标，看目标不看名次。
return {
  id = "INSP-019", family = "inspection", level = "info", stage = "screen",
  title = { zh = "定量指标按排名计分", en = "A quantity is scored by ranking" },
  why = {
    zh = "常规工作可以排名计分，定量任务按目标计分；定量还排名，总有人垫底。",
    en = "Routine may be scored by ranking, quantities against a target; ranking quantities always leaves somebody last.",
  },
  basis = { { title = "考核优化建议", article = "定量类指标实行目标计分", verified = "P" } },
  seeds = { "S001-55" },
  ground = false,
  since = "2019-01-01",
  parameters = {},
  applies = { ["assessment.scoring"] = "ranking" },
  needs = { "quota.share" },

  check = function(share, p)
    if share == 0 then return pass() end
    return fail("ranked", { share = share })
  end,
  says = {
    ranked = { zh = "定量任务（{share}）按排名计分，宜按目标计分", en = "a quantity ({share}) is scored by ranking; better against the target" },
    cure = { zh = "按目标计分", en = "score it against the target" },
  },
  remedy = function(share, p)
    return set("assessment.scoring", "target")
  end,
  examples = {
    { "a quota by ranking", { ["quota.share"] = 1 }, expect = "fail", says = "ranked" },
    { "stated: no quota", { ["quota.share"] = 0 }, expect = "pass" },
    { "against a target", { ["assessment.scoring"] = "target", ["quota.share"] = 1 }, expect = "skip" },
    { "not told", {}, expect = "unknown" },
  },
}
