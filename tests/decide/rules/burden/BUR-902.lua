-- a large quota
return {
  id = "BUR-902", family = "burden", level = "block", stage = "screen",
  title = { zh = "大指标", en = "a large quota" },
  why = { zh = "测试用规则。", en = "A rule for tests." },
  basis = { { title = "测试依据", article = "第一条", verified = "P" } },
  seeds = {},
  ground = "over_capacity",
  since = "2020-01-01",
  parameters = {},
  applies = { ["quota.total"] = { at_least = 1000 }, ["assessment.linked"] = true },
  needs = { "quota.share" },

  check = function(share, p)
    if share > 100 then return fail("short") end
    return pass()
  end,
  says = { short = { zh = "不足", en = "short" } },
  remedy = function(share, p)
    return set("quota.share", 100)
  end,
  examples = {
    { "large", { ["quota.share"] = 251 }, expect = "fail" },
    { "small", { ["quota.share"] = 10 }, expect = "pass" },
    { "not told", {}, expect = "unknown" },
  },
}
