-- 只拿数字考核，容易走样。
return {
  id = "BURDEN-027", family = "burden", level = "warn", stage = "screen",
  title = { zh = "单纯以数量考核", en = "Assessed by a bare quantity" },
  why = {
    zh = "党政机关的许多工作不宜只用量化目标考核，只看数就会凑数。",
    en = "Much of the work of government is not measured by a quantity alone; who counts only numbers gets numbers.",
  },
  basis = { { title = "考核优化建议", article = "不以单纯数量考核", verified = "P" } },
  seeds = { "S000-42" },
  ground = false,
  since = "2019-01-01",
  parameters = {},
  applies = { ["assessment.linked"] = true },
  needs = { "quota.share" },

  check = function(share, p)
    if share == 0 then return pass() end
    return fail("numbers", { share = share })
  end,
  says = {
    numbers = { zh = "下达数量指标 {share} 并与考核挂钩", en = "a quota of {share}, and it counts in an assessment" },
    cure = { zh = "不与考核挂钩", en = "do not link it to the assessment" },
  },
  remedy = function(share, p)
    return set("assessment.linked", false)
  end,
  examples = {
    { "one counts", { ["quota.share"] = 1 }, expect = "fail", says = "numbers" },
    { "stated: no quota", { ["quota.share"] = 0 }, expect = "pass" },
    { "not linked", { ["assessment.linked"] = false, ["quota.share"] = 1 }, expect = "skip" },
    { "not told", {}, expect = "unknown" },
  },
}
