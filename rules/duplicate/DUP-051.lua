-- 一事一文：别的单位刚要过的，牵头单位并成一份。
return {
  id = "DUP-051", family = "duplicate", level = "hold", stage = "screen",
  title = { zh = "一事多头来文", en = "Several bodies ask the same" },
  why = {
    zh = "同一主题由几个部门分头布置，乡镇要把同一件事做几遍、填几张表；应由一个部门牵头、联合发文。",
    en = "When several bodies give out the same topic the township does the same work several times; one body should lead and the others sign with it.",
  },
  basis = {
    { title = "整治形式主义为基层减负若干规定", article = "第一部分（精简文件）", verified = "M" },
    { title = "发文统筹建议", article = "一事一文、一个牵头部门", verified = "P" },
  },
  seeds = { "S000-06", "S001-03", "S001-07", "S001-08", "S002-03", "S002-07", "S002-08", "S003-02", "S003-43" },
  ground = "duplicate",
  since = "2019-01-01",
  parameters = {
    max_other_departments = { default = 0, unit = "department", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
    same_topic_days = { default = 90, unit = "day", harder = "higher", min = 0, source = "建议值（无全国统一规定）" },
  },
  applies = {
    kind = {
      "document", "forward", "white_paper", "memo", "group_message", "form", "ledger", "material", "survey", "data_collection",
      "patrol", "screening", "visit", "site_building", "quota", "territorial_task",
    },
  },
  needs = { "history.same_topic_departments" },

  check = function(others, p)
    if others <= p.max_other_departments then return pass() end
    return fail("several", { others = others, days = p.same_topic_days })
  end,
  says = {
    several = {
      zh = "{days} 天内已有 {others} 个其他单位就同一主题向该乡镇来文",
      en = "{others} other {others:body/bodies} wrote to the township on the same topic within {days} {days:day/days}",
    },
  },
  remedy = false,
  examples = {
    { "one other body", { ["history.same_topic_departments"] = 1 }, expect = "fail", says = "several" },
    { "four bodies", { ["history.same_topic_departments"] = 3 }, expect = "fail" },
    { "nobody else", { ["history.same_topic_departments"] = 0 }, expect = "pass" },
    { "a meeting", { kind = "meeting", ["history.same_topic_departments"] = 1 }, expect = "skip" },
    { "no ledger", { kind = "form" }, expect = "unknown" },
  },
}
