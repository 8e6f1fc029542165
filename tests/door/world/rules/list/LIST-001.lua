-- A cooperative item with fewer than three people.
return {
  id = "LIST-001", family = "list", level = "warn", stage = "list",
  title = { zh = "人数偏少", en = "Few people" },
  why = { zh = "测试用", en = "For the tests" },
  basis = { { title = "测试办法", article = "第二条", verified = "S" } }, seeds = {}, ground = "no_staff", since = "2020-01-01", parameters = {}, applies = {},
  needs = { "item.kind", "item.staff_min" },
  check = function(kind, least, p)
    if kind == "cooperative" and least < 3 then return fail("few", { least = least }) end
    return pass()
  end,
  says = { few = { zh = "只要 {least} 人", en = "asks for {least} people only" } },
  remedy = false,
  examples = {
    { "few", { ["item.kind"] = "cooperative", ["item.staff_min"] = 2 }, expect = "fail", says = "few" },
    { "many", { ["item.kind"] = "cooperative", ["item.staff_min"] = 3 }, expect = "pass" },
    { "not told", { ["item.kind"] = "cooperative" }, expect = "unknown" },
  },
}
