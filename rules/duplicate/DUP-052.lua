-- 同一天发第三份“以此份为准”，先撤回再一次发出。
return {
  id = "DUP-052", family = "duplicate", level = "hold", stage = "screen",
  title = { zh = "同日多次改发", en = "Issued again on the same day" },
  why = {
    zh = "一天里同题通知连发几次，乡镇不知以哪份为准，做了的又要重做。",
    en = "Sent several times on one day, nobody knows which paper counts and finished work is done again.",
  },
  basis = { { title = "发文统筹建议", article = "同日改发至多一次", verified = "P" } },
  seeds = { "S001-04", "S002-04", "S000-17" },
  ground = "duplicate",
  since = "2019-01-01",
  parameters = {
    max_same_day_versions = { default = 2, unit = "version", harder = "lower", min = 0, source = "建议值（无全国统一规定）" },
  },
  applies = {
    kind = { "document", "forward", "white_paper", "memo", "group_message", "form", "ledger", "material", "survey", "data_collection" },
  },
  needs = { "history.versions_that_day" },

  check = function(others, p)
    if others + 1 <= p.max_same_day_versions then return pass() end
    return fail("again", { version = others + 1 })
  end,
  says = {
    again = { zh = "这是同一单位当日就同一主题发出的第 {version} 份", en = "this is paper {version} of the same body on the same topic that day" },
  },
  remedy = false,
  examples = {
    { "the third", { ["history.versions_that_day"] = 2 }, expect = "fail", says = "again" },
    { "the second", { ["history.versions_that_day"] = 1 }, expect = "pass" },
    { "the first", { ["history.versions_that_day"] = 0 }, expect = "pass" },
    { "a meeting", { kind = "meeting", ["history.versions_that_day"] = 2 }, expect = "skip" },
    { "no ledger", { kind = "form" }, expect = "unknown" },
  },
}
