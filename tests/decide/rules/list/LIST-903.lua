-- another department leads
return {
  id = "LIST-903", family = "list", level = "warn", stage = "screen",
  title = { zh = "来文单位不牵头", en = "another department leads" },
  why = { zh = "测试用规则。", en = "A rule for tests." },
  basis = { { title = "测试依据", article = "第一条", verified = "P" } },
  seeds = {},
  ground = false,
  since = "2020-01-01",
  parameters = {},
  applies = { ["item.kind"] = "cooperative" },
  needs = { "item.issuer_leads" },

  check = function(leads, p)
    if leads then return pass() end
    return fail("short")
  end,
  says = { short = { zh = "不足", en = "short" } },
  remedy = false,
  examples = {
    { "another", { ["item.issuer_leads"] = false }, expect = "fail" },
    { "it leads", { ["item.issuer_leads"] = true }, expect = "pass" },
    { "not told", {}, expect = "unknown" },
  },
}
