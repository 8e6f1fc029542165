-- 不得要求乡镇配套资金。
return {
  id = "RES-003", family = "resource", level = "block", stage = "screen",
  title = { zh = "要求配套资金", en = "Matching funds demanded" },
  why = {
    zh = "上级安排专项转移支付，除国务院规定外，不得要求下级承担配套资金。",
    en = "Those above may not ask those below for matching funds, unless the State Council says so.",
  },
  basis = { { title = "中华人民共和国预算法", article = "第十六条", verified = "V" } },
  seeds = { "S001-46", "S001-31" },
  ground = "no_funds",
  since = "2018-12-29",
  parameters = {},
  applies = {
    kind = {
      "document", "forward", "white_paper", "memo", "patrol", "screening", "duty_post", "volunteering", "territorial_task",
      "emergency", "site_building", "wall_posting", "plaque", "demo_creation", "standard_reaching", "quota",
    },
  },
  needs = { "funds.matching_required" },

  check = function(matching, p)
    if matching == 0 then return pass() end
    return fail("matching", { matching = matching })
  end,
  says = {
    matching = {
      zh = "来文要求乡镇配套 {matching:yuan}",
      en = "asks the township for {matching:yuan} of matching funds",
    },
    cure = { zh = "取消配套要求", en = "drop the demand for matching funds" },
  },
  remedy = function(matching, p)
    return set("funds.matching_required", 0)
  end,
  examples = {
    { "matching funds", { ["funds.matching_required"] = 5000 }, expect = "fail", says = "matching" },
    { "one yuan", { ["funds.matching_required"] = 1 }, expect = "fail" },
    { "stated: none", { ["funds.matching_required"] = 0 }, expect = "pass" },
    { "a form needs no money of this kind", { kind = "form", ["funds.matching_required"] = 1 }, expect = "skip" },
    { "not told", { kind = "site_building" }, expect = "unknown" },
  },
}
