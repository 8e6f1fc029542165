-- 上级不能花乡镇的钱。
return {
  id = "RES-012", family = "resource", level = "warn", stage = "screen",
  title = { zh = "经费由乡镇自己出", en = "The township is to pay for it" },
  why = {
    zh = "上级政府不得调用下级预算的资金；说拨了钱，写的来源却是乡镇自筹，等于没拨。",
    en = "Those above may not use the budget of those below; money “provided” out of the township's own is not provided.",
  },
  basis = {
    { title = "中华人民共和国预算法", article = "第十三条", verified = "V" },
    { title = "中华人民共和国预算法", article = "第三十条", verified = "V" },
  },
  seeds = { "S001-46", "S003-19" },
  ground = "no_funds",
  since = "2018-12-29",
  parameters = {},
  applies = {
    ["funds.provided"] = { at_least = 1 },
    kind = {
      "document", "forward", "white_paper", "memo", "form", "ledger", "material", "survey", "data_collection", "patrol", "screening",
      "visit", "duty_post", "volunteering", "enforce", "penalise", "coerce", "demolish", "emergency", "territorial_task", "quota",
      "site_building", "plaque", "wall_posting",
    },
  },
  needs = { "funds.source" },

  check = function(source, p)
    if text.contains_any(source, { "自筹", "自行解决", "乡镇承担", "乡镇财政", "镇级财政" }) then return fail("own", { source = source }) end
    return pass()
  end,
  says = { own = { zh = "经费来源写的是“{source}”，等于由乡镇自己出", en = "the money comes from “{source}”: the township pays" } },
  remedy = false,
  examples = {
    { "raised by itself", { ["funds.source"] = "乡镇自筹" }, expect = "fail", says = "own" },
    { "found by itself", { ["funds.source"] = "自行解决" }, expect = "fail" },
    { "borne by the township", { ["funds.source"] = "由乡镇承担" }, expect = "fail" },
    { "the township's budget", { ["funds.source"] = "乡镇财政列支" }, expect = "fail" },
    { "the town's budget", { ["funds.source"] = "镇级财政" }, expect = "fail" },
    { "a department's budget", { ["funds.source"] = "县水利局2026年部门预算" }, expect = "pass" },
    { "stated: no source", { ["funds.source"] = "" }, expect = "pass" },
    { "no money", { ["funds.provided"] = 0, ["funds.source"] = "乡镇自筹" }, expect = "skip" },
    { "a meeting", { kind = "meeting", ["funds.source"] = "乡镇自筹" }, expect = "skip" },
    { "one yuan", { ["funds.provided"] = 1, ["funds.source"] = "乡镇自筹" }, expect = "fail" },
    { "not told", {}, expect = "unknown" },
  },
}
