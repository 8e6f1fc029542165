-- 一两个月里反复要同一样东西。
return {
  id = "DUP-053", family = "duplicate", level = "warn", stage = "screen",
  title = { zh = "短期内反复索要", en = "Asked again and again within weeks" },
  why = {
    zh = "格式改了又改、同样的数据要了又要；一个周期只收一次，已报的由部门自己用。",
    en = "Formats change, the same figures are wanted again; one collection a period is enough, and what was sent is the department's to reuse.",
  },
  basis = { { title = "发文统筹建议", article = "一个周期只收一次", verified = "P" } },
  seeds = { "S000-15", "S001-13", "S002-12" },
  ground = "duplicate",
  since = "2019-01-01",
  parameters = {
    max_requests = { default = 2, unit = "request", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
    short_span_days = { default = 60, unit = "day", harder = "higher", min = 0, source = "建议值，取自基层反映：一两个月内（无全国统一规定）" },
  },
  applies = { kind = { "form", "ledger", "material", "survey", "data_collection" } },
  needs = { "history.requests_short_span" },

  check = function(earlier, p)
    if earlier + 1 <= p.max_requests then return pass() end
    return fail("again", { times = earlier + 1, days = p.short_span_days })
  end,
  says = {
    again = { zh = "{days} 天内第 {times} 次就同一主题索要", en = "time {times} within {days} {days:day/days} that the same is asked for" },
  },
  remedy = false,
  examples = {
    { "the third time", { ["history.requests_short_span"] = 2 }, expect = "fail", says = "again" },
    { "the sixth format", { ["history.requests_short_span"] = 5 }, expect = "fail" },
    { "the second time", { ["history.requests_short_span"] = 1 }, expect = "pass" },
    { "a meeting", { kind = "meeting", ["history.requests_short_span"] = 2 }, expect = "skip" },
    { "no ledger", { kind = "form" }, expect = "unknown" },
  },
}
