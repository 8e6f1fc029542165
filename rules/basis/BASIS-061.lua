-- 白头文件、便函代替正式文件。
return {
  id = "BASIS-061", family = "basis", level = "hold", stage = "audit", subject = "department",
  title = { zh = "以白头文件、便函代替正式文件", en = "White papers and memos in place of documents" },
  why = {
    zh = "正式文件管住了，就发白头、发便函，数字降了，来文没有降。",
    en = "When documents are counted, papers without a number take their place.",
  },
  basis = {
    { title = "整治形式主义为基层减负若干规定", article = "第一条（日常监测，防止以白头、便函规避）", verified = "V" },
    { title = "占比建议值", article = "两成以内，三件以上才看", verified = "P" },
  },
  seeds = { "S001-01", "S002-01" },
  ground = "weak_basis",
  since = "2024-08-06",
  parameters = {
    informal_papers_least = { default = 3, unit = "document", harder = "lower", min = 1, source = "建议值（无全国统一规定）" },
    informal_share_most = { default = 0.2, unit = "ratio", harder = "lower", min = 0, max = 1, source = "建议值（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.informal_papers", "month.documents" },

  check = function(informal, documents, p)
    if informal < p.informal_papers_least then return pass() end
    if informal <= documents * p.informal_share_most then return pass() end
    return fail("many", { informal = informal, documents = documents })
  end,
  says = {
    many = {
      zh = "来文 {documents} 件，其中白头文件、便函 {informal} 件",
      en = "{documents} {documents:paper/papers}, of them white papers or memos: {informal}",
    },
  },
  remedy = false,
  examples = {
    { "two of two", { ["month.informal_papers"] = 2, ["month.documents"] = 2 }, expect = "pass" },
    { "three of three", { ["month.informal_papers"] = 3, ["month.documents"] = 3 }, expect = "fail", says = "many" },
    { "a fifth", { ["month.informal_papers"] = 4, ["month.documents"] = 20 }, expect = "pass" },
    { "more than a fifth", { ["month.informal_papers"] = 5, ["month.documents"] = 20 }, expect = "fail", says = "many" },
    { "not measured", { ["month.documents"] = 20 }, expect = "unknown" },
  },
}
