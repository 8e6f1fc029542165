-- nobody holds what the item needs
return {
  id = "LIST-952", family = "list", level = "hold", stage = "list",
  title = { zh = "清单要的权无人持有", en = "nobody holds what the item needs" },
  why = { zh = "测试用规则。", en = "A rule for tests." },
  basis = { { title = "测试依据", article = "第一条", verified = "P" } },
  seeds = {},
  ground = false,
  since = "2020-01-01",
  parameters = {},
  applies = {},
  needs = { "powers.missing" },

  check = function(missing, p)
    if list.count(missing) == 0 then return pass() end
    return fail("short")
  end,
  says = { short = { zh = "不足", en = "short" } },
  remedy = false,
  examples = {
    { "missing", { ["powers.missing"] = { "penalty" } }, expect = "fail" },
    { "none", { ["powers.missing"] = {} }, expect = "pass" },
    { "not told", {}, expect = "unknown" },
  },
}
