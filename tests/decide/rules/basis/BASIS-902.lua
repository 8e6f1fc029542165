-- a rule of former times
return {
  id = "BASIS-902", family = "basis", level = "block", stage = "screen",
  title = { zh = "旧规则", en = "a rule of former times" },
  why = { zh = "测试用规则。", en = "A rule for tests." },
  basis = { { title = "测试依据", article = "第一条", verified = "P" } },
  seeds = {},
  ground = false,
  since = "2019-01-01",
  ["until"] = "2020-12-31",
  parameters = {},
  applies = {},
  needs = { "title" },

  check = function(title, p)
    if text.is_blank(title) then return pass() end
    return fail("short")
  end,
  says = { short = { zh = "不足", en = "short" } },
  remedy = false,
  examples = {
    { "any", { title = "通知" }, expect = "fail" },
    { "not told", {}, expect = "unknown" },
    { "blank", { title = "" }, expect = "pass" },
  },
}
