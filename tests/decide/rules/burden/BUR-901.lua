-- a quota
return {
  id = "BUR-901", family = "burden", level = "warn", stage = "screen",
  title = { zh = "下指标", en = "a quota" },
  why = { zh = "测试用规则。", en = "A rule for tests." },
  basis = { { title = "测试依据", article = "第一条", verified = "P" } },
  seeds = {},
  ground = false,
  since = "2020-01-01",
  parameters = {},
  applies = { townships = { "木塘垸镇", "青溪镇" } },
  needs = { "quota.total" },
  may = { "ranking.every" },

  check = function(total, ranking, p)
    if total == 0 then return pass() end
    if ranking == nil then return unknown("ranking.every") end
    if ranking == "monthly" then return fail("short") end
    return pass()
  end,
  says = { short = { zh = "不足", en = "short" } },
  remedy = false,
  examples = {
    { "monthly", { ["quota.total"] = 100, ["ranking.every"] = "monthly" }, expect = "fail" },
    { "no quota", { ["quota.total"] = 0 }, expect = "pass" },
    { "ranking not told", { ["quota.total"] = 100 }, expect = "unknown" },
  },
}
