-- 不按月、按季排名通报。
return {
  id = "INSP-008", family = "inspection", level = "hold", stage = "screen",
  title = { zh = "按月、按季排名通报", en = "Ranked by month or quarter" },
  why = {
    zh = "按月、按季排名通报是变相考核，多地已按此通报。",
    en = "Rankings by month or quarter are assessments in disguise; several places were named for them.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第三部分；河北2026年3月31日、广东2025年7月22日通报引用", verified = "V" } },
  seeds = { "S001-41", "S001-44", "S001-33" },
  ground = "separate_assessment",
  since = "2024-08-06",
  parameters = {},
  applies = {
    ["ranking.every"] = { "once", "daily", "weekly", "ten_days", "monthly", "quarterly", "half_yearly", "yearly" },
  },
  needs = { "ranking.every" },
  emergency = "never",

  check = function(every, p)
    if list.has({ "daily", "weekly", "ten_days", "monthly", "quarterly" }, every) then return fail("ranked", { every = every }) end
    return pass()
  end,
  says = {
    ranked = { zh = "{every:choice}排名通报", en = "townships are ranked: {every:choice}" },
    cure = { zh = "取消排名通报", en = "drop the ranking" },
  },
  remedy = function(every, p)
    return set("ranking.every", "")
  end,
  examples = {
    { "monthly", { ["ranking.every"] = "monthly" }, expect = "fail", says = "ranked" },
    { "quarterly", { ["ranking.every"] = "quarterly" }, expect = "fail" },
    { "half-yearly", { ["ranking.every"] = "half_yearly" }, expect = "pass" },
    { "stated: none", { ["ranking.every"] = "" }, expect = "skip" },
    { "the word daily", { ["ranking.every"] = "daily" }, expect = "fail" },
    { "the word weekly", { ["ranking.every"] = "weekly" }, expect = "fail" },
    { "the word ten_days", { ["ranking.every"] = "ten_days" }, expect = "fail" },
    { "not told", {}, expect = "unknown" },
  },
}
