-- a power is missing
return {
  id = "POWER-901", family = "power", level = "block", stage = "screen",
  title = { zh = "缺少权力", en = "a power is missing" },
  why = { zh = "测试用规则。", en = "A rule for tests." },
  basis = { { title = "测试依据", article = "第一条", verified = "P" } },
  seeds = {},
  ground = "no_power",
  since = "2020-01-01",
  parameters = {},
  applies = {},
  needs = { "powers.missing" },
  emergency = "never",

  check = function(missing, p)
    if list.count(missing) == 0 then return pass() end
    return fail("short", { missing = missing })
  end,
  says = { short = { zh = "缺 {missing:list}", en = "lacks {missing:list}" } },
  remedy = false,
  examples = {
    { "missing", { ["powers.missing"] = { "penalty" } }, expect = "fail" },
    { "none", { ["powers.missing"] = {} }, expect = "pass" },
    { "not told", {}, expect = "unknown" },
  },
}
