-- off the list
return {
  id = "LIST-902", family = "list", level = "hold", stage = "screen",
  title = { zh = "清单外", en = "off the list" },
  why = { zh = "测试用规则。", en = "A rule for tests." },
  basis = { { title = "测试依据", article = "第一条", verified = "P" } },
  seeds = {},
  ground = "off_list_not_admitted",
  since = "2020-01-01",
  parameters = {},
  applies = { origin = "upper" },
  needs = { "item.how" },

  check = function(how, p)
    if how == "none" then return fail("short") end
    return pass()
  end,
  says = { short = { zh = "不足", en = "short" } },
  remedy = false,
  examples = {
    { "none", { ["item.how"] = "none" }, expect = "fail" },
    { "declared", { ["item.how"] = "declared" }, expect = "pass" },
    { "not told", {}, expect = "unknown" },
  },
}
