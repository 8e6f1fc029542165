-- 报一次、查几回，不行。
return {
  id = "INSP-024", family = "inspection", level = "hold", stage = "screen",
  title = { zh = "一次报备多次开展", en = "Filed as one, run as several" },
  why = {
    zh = "一个报备项目只能开展一次，化整为零、一项多查等于没有报备。",
    en = "What is filed once is carried out once; to split it into several is not to have filed it.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第三部分（不得一次报备多次开展）；海南2026年2月14日通报引用", verified = "V" } },
  seeds = { "S001-15", "S001-18", "S000-29" },
  ground = "not_planned",
  since = "2024-08-06",
  parameters = {},
  applies = { kind = { "supervision", "inspection", "assessment", "evaluation", "acceptance" }, ["emergency.running"] = false },
  needs = { "inspection.runs" },

  check = function(runs, p)
    if runs <= 1 then return pass() end
    return fail("several", { runs = runs })
  end,
  says = {
    several = { zh = "一次报备开展 {runs} 次", en = "filed once and carried out {runs} {runs:time/times}" },
    cure = { zh = "合并为一次", en = "carry it out once" },
  },
  remedy = function(runs, p)
    return set("inspection.runs", 1)
  end,
  examples = {
    { "twice", { ["inspection.runs"] = 2 }, expect = "fail", says = "several" },
    { "once", { ["inspection.runs"] = 1 }, expect = "pass" },
    { "stated: none", { ["inspection.runs"] = 0 }, expect = "pass" },
    { "a patrol", { kind = "patrol", ["inspection.runs"] = 2 }, expect = "skip" },
    { "an emergency is running", { ["emergency.running"] = true, ["inspection.runs"] = 2 }, expect = "skip" },
    { "not told", { kind = "inspection" }, expect = "unknown" },
  },
}
