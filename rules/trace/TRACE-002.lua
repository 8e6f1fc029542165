-- 一件事要一整套材料。
return {
  id = "TRACE-002", family = "trace", level = "hold", stage = "screen",
  title = { zh = "要求成套材料", en = "A whole dossier is demanded" },
  why = {
    zh = "方案、领导小组、台账、纪要、照片、总结一样不能少，做材料的时间比做事长。",
    en = "Plan, ledger, minutes, photos, summary, all of them: the dossier takes longer than the work.",
  },
  basis = {
    { title = "整治形式主义为基层减负若干规定", article = "第三部分（不随意要求提供数据材料）；上海2025年3月15日通报引用", verified = "V" },
    { title = "材料种类建议值", article = "不超过两种", verified = "P" },
  },
  seeds = { "S000-12", "S000-19", "S000-20", "S004-13", "S004-14", "S004-15", "S003-06" },
  ground = "trace_demand",
  since = "2024-08-06",
  parameters = {
    max_dossier_kinds = { default = 2, unit = "kind", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = {},
  needs = { "demands.dossier" },
  emergency = "never",

  check = function(dossier, p)
    local count = list.count(dossier)
    if count <= p.max_dossier_kinds then return pass() end
    return fail("dossier", { count = count, max = p.max_dossier_kinds })
  end,
  says = {
    dossier = {
      zh = "要求 {count} 种成套材料，宜不超过 {max} 种",
      en = "{count} {count:kind of paper is/kinds of papers are} demanded; {max} should do",
    },
    cure = { zh = "只保留能证明结果的材料", en = "keep only what proves the result" },
  },
  remedy = function(dossier, p)
    return set("demands.dossier", {})
  end,
  examples = {
    { "five kinds", { ["demands.dossier"] = { "plan", "ledger", "minutes", "photos", "summary" } }, expect = "fail", says = "dossier" },
    { "three kinds", { ["demands.dossier"] = { "plan", "ledger", "photos" } }, expect = "fail" },
    { "two kinds", { ["demands.dossier"] = { "ledger", "summary" } }, expect = "pass" },
    { "stated: none", { ["demands.dossier"] = {} }, expect = "pass" },
    { "not told", {}, expect = "unknown" },
  },
}
