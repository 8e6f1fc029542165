-- 村规民约、停车规则，让自治组织来定。
return {
  id = "GUARD-010", family = "guard", level = "info", stage = "screen",
  title = { zh = "自治事务宜由自治组织办", en = "A matter for those who govern themselves" },
  why = {
    zh = "停车规则、红白喜事由业委会、理事会定，乡镇村干部做指导，少直接干预。",
    en = "Parking and feasts are for owners' committees and village councils; officials guide and keep out of it.",
  },
  basis = {
    { title = "中华人民共和国村民委员会组织法", article = "第五条", verified = "V" },
    { title = "基层自治建议", article = "自治事务由自治组织承担", verified = "P" },
  },
  seeds = { "S003-31" },
  ground = false,
  since = "2019-01-01",
  parameters = {},
  applies = { kind = { "document", "forward", "memo", "patrol", "visit", "screening", "territorial_task" } },
  needs = { "title" },

  check = function(title, p)
    if text.contains_any(title, { "停车规则", "红白喜事", "村规民约", "业委会", "业主委员会" }) then return fail("own") end
    return pass()
  end,
  says = { own = { zh = "属自治事务，宜由业委会、村民理事会等承担，干部做指导", en = "a matter for owners' committees and village councils, with guidance" } },
  remedy = false,
  examples = {
    { "parking", { title = "关于制定小区停车规则的通知" }, expect = "fail", says = "own" },
    { "feasts", { title = "关于整治红白喜事大操大办的通知" }, expect = "fail" },
    { "village rules", { title = "关于修订村规民约的通知" }, expect = "fail" },
    { "owners' committees, in short", { title = "关于业委会换届的通知" }, expect = "fail" },
    { "owners' committees", { title = "关于业主委员会换届的通知" }, expect = "fail" },
    { "another matter", { title = "关于春耕备耕的通知" }, expect = "pass" },
    { "stated: no title", { title = "" }, expect = "pass" },
    { "a form", { kind = "form", title = "村规民约统计表" }, expect = "skip" },
    { "not told", { kind = "document" }, expect = "unknown" },
  },
}
