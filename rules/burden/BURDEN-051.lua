-- 一天开两个会还能办事，开三个就只剩开会。
return {
  id = "BURDEN-051", family = "burden", level = "warn", stage = "screen",
  title = { zh = "同日会议过多", en = "Too many meetings on one day" },
  why = {
    zh = "几个部门同一天各开各的会，乡镇干部赶场；能合并的合并，能错开的错开。",
    en = "Bodies that each call a meeting on the same day keep officials on the road; join them, or choose another day.",
  },
  basis = { { title = "会议统筹建议", article = "同一乡镇一天至多两个会", verified = "P" } },
  seeds = { "S001-05", "S002-05", "S003-04" },
  ground = "over_capacity",
  since = "2019-01-01",
  parameters = {
    max_meetings_a_day = { default = 2, unit = "meeting", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = { ["emergency.running"] = false },
  needs = { "history.meetings_that_day" },

  check = function(others, p)
    if others + 1 <= p.max_meetings_a_day then return pass() end
    return fail("crowded", { others = others })
  end,
  says = {
    crowded = { zh = "当日该乡镇已有 {others} 个会", en = "the township has {others} {others:meeting/meetings} that day already" },
  },
  remedy = false,
  examples = {
    { "the third", { ["history.meetings_that_day"] = 2 }, expect = "fail", says = "crowded" },
    { "the second", { ["history.meetings_that_day"] = 1 }, expect = "pass" },
    { "the only one", { ["history.meetings_that_day"] = 0 }, expect = "pass" },
    { "an emergency is running", { ["emergency.running"] = true, ["history.meetings_that_day"] = 2 }, expect = "skip" },
    { "no ledger", { ["meeting.at"] = "2026-11-05T09:00" }, expect = "unknown" },
  },
}
