-- a recalled item
return {
  id = "LIST-901", family = "list", level = "block", stage = "screen",
  title = { zh = "收回事项", en = "a recalled item" },
  why = { zh = "测试用规则。", en = "A rule for tests." },
  basis = { { title = "测试依据", article = "第一条", verified = "P" } },
  seeds = {},
  ground = "recalled_item",
  since = "2020-01-01",
  parameters = {},
  applies = {},
  needs = { "item.kind" },
  emergency = "never",

  check = function(kind, p)
    if kind == "recalled" then return fail("short") end
    return pass()
  end,
  says = { short = { zh = "不足", en = "short" } },
  remedy = false,
  examples = {
    { "recalled", { ["item.kind"] = "recalled" }, expect = "fail" },
    { "basic", { ["item.kind"] = "basic" }, expect = "pass" },
    { "not told", {}, expect = "unknown" },
  },
}
