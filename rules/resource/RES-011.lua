-- 钱从哪里列支，要说清。
return {
  id = "RES-011", family = "resource", level = "warn", stage = "screen",
  title = { zh = "经费来源未说明", en = "Source of funds is missing" },
  why = {
    zh = "没有列入预算的不得支出，写了金额也要写明从哪里列支。",
    en = "Nothing is spent outside a budget: an amount needs a source.",
  },
  basis = { { title = "中华人民共和国预算法", article = "第十三条", verified = "V" } },
  seeds = { "S001-46", "S004-16" },
  ground = "no_funds",
  since = "2018-12-29",
  parameters = {},
  applies = {
    ["funds.provided"] = { at_least = 1 },
    kind = {
      "document", "forward", "white_paper", "memo", "form", "ledger", "material", "survey", "data_collection", "patrol", "screening",
      "visit", "duty_post", "volunteering", "enforce", "penalise", "coerce", "demolish", "emergency", "territorial_task", "quota",
    },
  },
  needs = { "funds.source" },

  check = function(source, p)
    if not text.is_blank(source) then return pass() end
    return fail("absent")
  end,
  says = { absent = { zh = "拨付经费未说明从哪里列支", en = "the paper does not say where the money comes from" } },
  remedy = false,
  examples = {
    { "stated: no source", { ["funds.source"] = "" }, expect = "fail", says = "absent" },
    { "only spaces", { ["funds.source"] = "  " }, expect = "fail" },
    { "a budget line", { ["funds.source"] = "县消防救援大队2026年部门预算" }, expect = "pass" },
    { "no money provided", { ["funds.provided"] = 0, ["funds.source"] = "" }, expect = "skip" },
    { "a meeting", { kind = "meeting", ["funds.source"] = "" }, expect = "skip" },
    { "one yuan", { ["funds.provided"] = 1, ["funds.source"] = "" }, expect = "fail" },
    { "not told", {}, expect = "unknown" },
  },
}
