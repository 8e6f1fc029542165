-- 一个部门一天来一趟，不分批。
return {
  id = "INSP-052", family = "inspection", level = "warn", stage = "screen",
  title = { zh = "同一单位同日分批到访", en = "One body comes in several groups" },
  why = {
    zh = "同一单位的几个站所同一天分头来，可以并成一趟。",
    en = "Offices of one body that come on the same day can make it one trip.",
  },
  basis = { { title = "到访统筹建议", article = "同一单位一天一趟", verified = "P" } },
  seeds = { "S001-18", "S002-14" },
  ground = "duplicate",
  since = "2018-10-09",
  parameters = {},
  applies = { ["emergency.running"] = false },
  needs = { "history.own_visits_that_day" },

  check = function(others, p)
    if others == 0 then return pass() end
    return fail("groups", { others = others })
  end,
  says = {
    groups = { zh = "同一单位当日另有 {others} 批到同一乡镇", en = "{others} other {others:group of the same body comes/groups of the same body come} to the township that day" },
  },
  remedy = false,
  examples = {
    { "a second group", { ["history.own_visits_that_day"] = 1 }, expect = "fail", says = "groups" },
    { "one trip", { ["history.own_visits_that_day"] = 0 }, expect = "pass" },
    { "an emergency is running", { ["emergency.running"] = true, ["history.own_visits_that_day"] = 1 }, expect = "skip" },
    { "no ledger", { ["inspection.at"] = "2026-11-05T09:00" }, expect = "unknown" },
  },
}
