-- 订什么报刊，不摊派。
return {
  id = "BURDEN-003", family = "burden", level = "block", stage = "screen",
  title = { zh = "要求订阅非党报党刊", en = "Papers other than party press must be subscribed" },
  why = {
    zh = "党报党刊之外的报刊、票券自愿订购；乡镇没有列入预算的，不得支出。",
    en = "Papers and tickets other than party press are a free choice; what is not in the township's budget may not be paid.",
  },
  basis = {
    { title = "中华人民共和国预算法", article = "第十三条", verified = "V" },
  },
  seeds = { "S001-24", "S001-25", "S001-26", "S003-29" },
  ground = "apportionment",
  since = "2018-12-29",
  parameters = {},
  applies = {},
  needs = { "demands.subscriptions" },
  emergency = "never",

  check = function(subscriptions, p)
    local count, amount, unsaid = 0, 0, false
    for _, paper in ipairs(subscriptions) do
      if paper.party_press == nil then
        unsaid = true
      elseif not paper.party_press then
        count = count + 1
        amount = amount + (paper.amount or 0)
      end
    end
    if count > 0 then return fail("other_press", { count = count, amount = amount }) end
    if unsaid then return unknown("demands.subscriptions") end
    return pass()
  end,
  says = {
    other_press = {
      zh = "要求订阅党报党刊以外的报刊、票券 {count} 种，已写明金额 {amount:yuan}",
      en = "{count} {count:paper or ticket/papers or tickets} other than party press must be bought, {amount:yuan} as far as stated",
    },
    cure = { zh = "取消订阅要求，自愿订购", en = "drop the demand; leave it free" },
  },
  remedy = function(subscriptions, p)
    return set("demands.subscriptions", {})
  end,
  examples = {
    { "a trade paper", { ["demands.subscriptions"] = { { title = "行业报", amount = 3600, party_press = false } } }, expect = "fail", says = "other_press" },
    { "party press only", { ["demands.subscriptions"] = { { title = "人民日报", amount = 300, party_press = true } } }, expect = "pass" },
    { "one of two", { ["demands.subscriptions"] = { { title = "人民日报", party_press = true }, { title = "养生天天读", party_press = false } } }, expect = "fail" },
    { "not said which", { ["demands.subscriptions"] = { { title = "某刊" } } }, expect = "unknown" },
    { "stated: none", { ["demands.subscriptions"] = {} }, expect = "pass" },
    { "not told", {}, expect = "unknown" },
  },
}
