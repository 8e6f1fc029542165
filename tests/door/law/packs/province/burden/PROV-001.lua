-- A paper must say who pays.
return {
  id = "PROV-001", family = "burden", level = "warn", stage = "screen",
  title = { zh = "未说明经费来源", en = "Source of funds not stated" },
  why = { zh = "测试用", en = "For the tests" },
  basis = { { title = "某省乡镇工作条例", article = "第十一条", verified = "S" } }, seeds = {}, ground = "no_funds", since = "2020-01-01",
  parameters = {}, applies = {},
  needs = { "funds.source" },
  check = function(source)
    if text.is_blank(source) then return fail("none") end
    return pass()
  end,
  says = { none = { zh = "没有写经费从哪里来", en = "does not say where the money comes from" } },
  remedy = false,
  examples = {
    { "none", { ["funds.source"] = "" }, expect = "fail", says = "none" },
    { "named", { ["funds.source"] = "县财政" }, expect = "pass" },
    { "not known", {}, expect = "unknown" },
  },
}
