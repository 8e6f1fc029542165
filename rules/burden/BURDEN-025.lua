-- 政策管谁就管谁，不一刀切。
return {
  id = "BURDEN-025", family = "burden", level = "warn", stage = "screen",
  title = { zh = "执行范围超出政策范围", en = "It reaches beyond its scope" },
  why = {
    zh = "禁燃区内不足一成的农户，把另外九成也划进来，是一刀切；应按实际范围分级适用。",
    en = "When fewer than a tenth live in the zone and the other nine tenths are put under it too, the line is drawn wrong: apply it where it holds.",
  },
  basis = { { title = "政策执行建议", article = "按实际范围分级适用，不搞一刀切", verified = "P" } },
  seeds = { "S001-42" },
  ground = "weak_basis",
  since = "2019-01-01",
  parameters = {
    max_beyond_scope_share = { default = 0.5, unit = "ratio", harder = "lower", min = 0, max = 1, source = "建议值：半数以上不在所称范围内（无全国统一规定）" },
  },
  applies = { kind = { "document", "forward", "memo", "patrol", "enforce", "penalise", "quota", "territorial_task" } },
  needs = { "demands.beyond_scope_share" },

  check = function(share, p)
    if share <= p.max_beyond_scope_share then return pass() end
    return fail("beyond", { share = share })
  end,
  says = { beyond = { zh = "被要求者中 {share:percent} 不在政策范围内", en = "{share:percent} of those affected lie outside of its scope" } },
  remedy = false,
  examples = {
    { "nine tenths outside", { ["demands.beyond_scope_share"] = 0.9 }, expect = "fail", says = "beyond" },
    { "just more than half", { ["demands.beyond_scope_share"] = 0.51 }, expect = "fail" },
    { "half", { ["demands.beyond_scope_share"] = 0.5 }, expect = "pass" },
    { "stated: nobody outside", { ["demands.beyond_scope_share"] = 0 }, expect = "pass" },
    { "a form", { kind = "form", ["demands.beyond_scope_share"] = 0.9 }, expect = "skip" },
    { "not told", {}, expect = "unknown" },
  },
}
