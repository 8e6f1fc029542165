-- 转下来的文件，本来是不是写给乡镇的。
return {
  id = "BASIS-010", family = "basis", level = "warn", stage = "screen",
  title = { zh = "适用对象可能不是乡镇", en = "Perhaps not meant for townships" },
  why = {
    zh = "转发的上级文件在履职清单里找不到对应事项，多半不是写给乡镇的，应由部门自己办。",
    en = "A forwarded paper that fits no item of the list was most likely not written for townships.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第一部分（不照抄照转）；广东2025年12月26日通报引用", verified = "V" } },
  seeds = { "S000-02", "S000-01", "S000-03" },
  ground = "wrong_audience",
  since = "2024-08-06",
  parameters = {},
  applies = { kind = "forward" },
  needs = { "item.how" },

  check = function(how, p)
    if how ~= "none" and how ~= "" then return pass() end
    return fail("audience")
  end,
  says = {
    audience = { zh = "转发的来文在履职清单中没有对应事项，适用对象可能不是乡镇", en = "the forwarded paper fits no item of the list: perhaps it was not meant for townships" },
  },
  remedy = false,
  examples = {
    { "fits nothing", { ["item.how"] = "none" }, expect = "fail", says = "audience" },
    { "fits an item", { ["item.how"] = "matched" }, expect = "pass" },
    { "claims an item", { ["item.how"] = "declared" }, expect = "pass" },
    { "stated: no item", { ["item.how"] = "" }, expect = "fail" },
    { "a meeting", { kind = "meeting", ["item.how"] = "none" }, expect = "skip" },
    { "not told", {}, expect = "unknown" },
  },
}
