-- 县委、县政府交办清单外事项，乡镇不能拒绝，可以提出异议。
return {
  id = "LIST-004", family = "list", level = "info", stage = "screen",
  title = { zh = "县级交办的清单外事项", en = "Off the list, assigned by the county" },
  why = {
    zh = "乡镇政府办理上级人民政府交办的其他事项，清单外也不能以此拒绝，可以提出异议、请求资源。",
    en = "A township handles other matters assigned by the government above it; it may object and ask for resources, not decline.",
  },
  basis = {
    { title = "中华人民共和国地方各级人民代表大会和地方各级人民政府组织法", article = "第七十六条第七项、第八十六条", verified = "V" },
    { title = "中华人民共和国公务员法", article = "第六十条", verified = "V" },
  },
  seeds = { "S001-49", "S001-62" },
  ground = false,
  since = "2022-03-12",
  parameters = {},
  applies = {
    ["issuer.binds"] = true,
    kind = {
      "document", "forward", "form", "ledger", "material", "data_collection", "patrol", "screening", "visit", "duty_post",
      "volunteering", "enforce", "penalise", "coerce", "demolish", "charge", "collect", "territorial_task", "quota",
      "investment_target", "market_entity_target",
    },
  },
  needs = { "item.how" },

  check = function(how, p)
    if how ~= "none" and how ~= "" then return pass() end
    return fail("assigned")
  end,
  says = {
    assigned = {
      zh = "清单外事项由县级交办，乡镇应当办理；可以提出异议，请求权力、经费、人员",
      en = "the county assigns it although it is off the list: the township does it, and may object and ask for power, money and people",
    },
  },
  remedy = false,
  examples = {
    { "off the list", { ["item.how"] = "none" }, expect = "fail", says = "assigned" },
    { "in the list", { ["item.how"] = "matched" }, expect = "pass" },
    { "a department sends it", { ["issuer.binds"] = false, kind = "patrol", ["item.how"] = "none" }, expect = "skip" },
    { "stated: no item", { ["item.how"] = "" }, expect = "fail" },
    { "a meeting", { kind = "meeting", ["item.how"] = "none" }, expect = "skip" },
    { "not told", { kind = "patrol" }, expect = "unknown" },
  },
}
