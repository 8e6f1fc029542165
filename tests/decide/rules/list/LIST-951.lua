-- no office
return {
  id = "LIST-951", family = "list", level = "warn", stage = "list",
  title = { zh = "没有办公室", en = "no office" },
  why = { zh = "测试用规则。", en = "A rule for tests." },
  basis = { { title = "测试依据", article = "第一条", verified = "P" } },
  seeds = {},
  ground = false,
  since = "2020-01-01",
  parameters = {},
  applies = {},
  needs = { "item.office" },

  check = function(office, p)
    if text.is_blank(office) then return fail("short") end
    return pass()
  end,
  says = { short = { zh = "不足", en = "short" } },
  remedy = false,
  examples = {
    { "blank", { ["item.office"] = "" }, expect = "fail" },
    { "written", { ["item.office"] = "综合办" }, expect = "pass" },
    { "not told", {}, expect = "unknown" },
  },
}
