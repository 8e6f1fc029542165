-- 不是乡镇主责的事，不排名。
return {
  id = "INSP-016", family = "inspection", level = "warn", stage = "screen",
  title = { zh = "对非乡镇主责事项排名", en = "Ranked on what is not the township's own" },
  why = {
    zh = "非中心工作也发通报、搞排名，是把部门的工作变成乡镇的比赛。",
    en = "Ranking townships on side matters turns a department's work into their contest.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第三部分（排名通报不得变相考核）；河北2026年3月31日、广东2025年7月22日通报引用", verified = "V" } },
  seeds = { "S001-44", "S001-41" },
  ground = "separate_assessment",
  since = "2024-08-06",
  parameters = {},
  applies = { ["ranking.every"] = { "once", "daily", "weekly", "ten_days", "monthly", "quarterly", "half_yearly", "yearly" } },
  needs = { "item.kind", "ranking.every" },
  emergency = "never",

  check = function(kind, every, p)
    if kind == "basic" then return pass() end
    return fail("ranked", { every = every })
  end,
  says = {
    ranked = { zh = "对非乡镇基本履职的工作排名通报（{every:choice}）", en = "townships are ranked ({every:choice}) on what is not their basic duty" },
    cure = { zh = "取消排名通报", en = "drop the ranking" },
  },
  remedy = function(kind, every, p)
    return set("ranking.every", "")
  end,
  examples = {
    { "a cooperative item", { ["item.kind"] = "cooperative", ["ranking.every"] = "yearly" }, expect = "fail", says = "ranked" },
    { "not in the list", { ["item.kind"] = "", ["ranking.every"] = "half_yearly" }, expect = "fail" },
    { "a basic item", { ["item.kind"] = "basic", ["ranking.every"] = "yearly" }, expect = "pass" },
    { "stated: no ranking", { ["item.kind"] = "cooperative", ["ranking.every"] = "" }, expect = "skip" },
    { "not told", { ["ranking.every"] = "once" }, expect = "unknown" },
  },
}
