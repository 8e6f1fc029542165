-- territory only
return {
  id = "BASIS-901", family = "basis", level = "hold", stage = "screen",
  title = { zh = "只有属地", en = "territory only" },
  why = { zh = "测试用规则。", en = "A rule for tests." },
  basis = { { title = "测试依据", article = "第一条", verified = "P" } },
  seeds = {},
  ground = "weak_basis",
  since = "2020-01-01",
  parameters = {},
  applies = {},
  needs = { "basis" },

  check = function(basis, p)
    for _, row in ipairs(basis) do
      if row.kind ~= "territorial_only" then return pass() end
    end
    return fail("short")
  end,
  says = { short = { zh = "不足", en = "short" } },
  remedy = false,
  examples = {
    { "territory", { basis = { { kind = "territorial_only" } } }, expect = "fail" },
    { "a law", { basis = { { title = "消防法", kind = "law" } } }, expect = "pass" },
    { "not told", {}, expect = "unknown" },
  },
}
