-- 一转了之。
return {
  id = "BASIS-062", family = "basis", level = "warn", stage = "audit", subject = "department",
  title = { zh = "转发件偏多", en = "Many forwarded papers" },
  why = {
    zh = "收到什么转什么，没有本县的具体要求，就是二传手。",
    en = "What is only passed on, without a word of its own, guides nobody.",
  },
  basis = {
    { title = "整治形式主义为基层减负若干规定", article = "第一部分（不照抄照转）", verified = "V" },
    { title = "转发占比建议值", article = "两成以内，两件以上才看", verified = "P" },
  },
  seeds = { "S000-01", "S000-36" },
  ground = false,
  since = "2024-08-06",
  parameters = {
    forwards_least = { default = 2, unit = "document", harder = "lower", min = 1, source = "建议值（无全国统一规定）" },
    forwards_share_most = { default = 0.2, unit = "ratio", harder = "lower", min = 0, max = 1, source = "建议值（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.forwards", "month.documents" },

  check = function(forwards, documents, p)
    if forwards < p.forwards_least then return pass() end
    if forwards <= documents * p.forwards_share_most then return pass() end
    return fail("many", { forwards = forwards, documents = documents })
  end,
  says = {
    many = {
      zh = "来文 {documents} 件，其中转发 {forwards} 件",
      en = "{documents} {documents:paper/papers}, of them forwarded: {forwards}",
    },
  },
  remedy = false,
  examples = {
    { "one of one", { ["month.forwards"] = 1, ["month.documents"] = 1 }, expect = "pass" },
    { "two of two", { ["month.forwards"] = 2, ["month.documents"] = 2 }, expect = "fail", says = "many" },
    { "a fifth", { ["month.forwards"] = 4, ["month.documents"] = 20 }, expect = "pass" },
    { "more than a fifth", { ["month.forwards"] = 5, ["month.documents"] = 20 }, expect = "fail", says = "many" },
    { "not measured", { ["month.documents"] = 20 }, expect = "unknown" },
  },
}
