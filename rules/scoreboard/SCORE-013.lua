-- 按月按季排名。
return {
  id = "SCORE-013", family = "scoreboard", level = "block", stage = "audit", subject = "department",
  title = { zh = "按季或更频繁地排名通报", en = "Rankings by quarter or more often" },
  why = {
    zh = "不搞按月按季排名通报；排名是变相的考核。",
    en = "No ranking circulars by month or quarter: they are assessments in disguise.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第三部分；河北2026年3月31日、广东2025年7月22日通报引用", verified = "V" } },
  seeds = { "S000-42", "S001-41", "S001-44" },
  ground = false,
  since = "2024-08-06",
  parameters = {
    rankings_green = { default = 0, unit = "task", harder = "lower", min = 0, source = "整治形式主义为基层减负若干规定第三部分：不得按月按季排名通报" },
    rankings_yellow = { default = 0, unit = "task", harder = "lower", min = 0, source = "整治形式主义为基层减负若干规定第三部分：不得按月按季排名通报" },
  },
  applies = {},
  needs = { "month.rankings" },

  check = function(rankings, p)
    if rankings <= math.max(p.rankings_green, p.rankings_yellow) then return pass() end
    return fail("red", { value = rankings })
  end,
  says = {
    red = { zh = "按季或更频繁地排名通报 {value} 次", en = "{value} {value:ranking/rankings} by quarter or more often" },
  },
  remedy = false,
  examples = {
    { "none", { ["month.rankings"] = 0 }, expect = "pass" },
    { "one", { ["month.rankings"] = 1 }, expect = "fail", says = "red" },
    { "not measured", {}, expect = "unknown" },
  },
}
