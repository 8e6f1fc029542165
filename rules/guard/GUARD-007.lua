-- 应急结束了，就不再是应急。
return {
  id = "GUARD-007", family = "guard", level = "hold", stage = "screen",
  title = { zh = "应急响应已结束", en = "The emergency is over" },
  why = {
    zh = "响应结束，应急措施随之停止，不能再以应急为由免手续；要做的，按平时要求重新布置。",
    en = "When the response ends its measures end; what is still needed is given as ordinary work, with its papers.",
  },
  basis = { { title = "中华人民共和国突发事件应对法", article = "第七十一条、第八十六条", verified = "V" } },
  seeds = { "S000-16", "S003-39" },
  ground = "weak_basis",
  since = "2024-11-01",
  parameters = {},
  applies = { ["emergency.declared"] = true },
  needs = { "emergency.expected_end", "received_at" },
  emergency = "never",

  check = function(expected_end, received_at, p)
    if not expected_end or not received_at or received_at <= expected_end then return pass() end
    return fail("over", { ended = expected_end })
  end,
  says = {
    over = { zh = "应急响应已于 {ended:time} 结束", en = "the response ended {ended:time}" },
    cure = { zh = "按平时要求布置", en = "give it as ordinary work" },
  },
  remedy = function(expected_end, received_at, p)
    return set("emergency.declared", false)
  end,
  examples = {
    { "a minute late", { ["emergency.expected_end"] = "2026-07-05T18:00", received_at = "2026-07-05T18:01" }, expect = "fail", says = "over" },
    { "just in time", { ["emergency.expected_end"] = "2026-07-05T18:00", received_at = "2026-07-05T18:00" }, expect = "pass" },
    { "stated: no end", { ["emergency.expected_end"] = false, received_at = "2026-07-05T18:01" }, expect = "pass" },
    { "stated: never received", { ["emergency.expected_end"] = "2026-07-05T18:00", received_at = false }, expect = "pass" },
    { "no emergency", { ["emergency.declared"] = false, ["emergency.expected_end"] = "2026-07-05T18:00", received_at = "2026-07-06T09:00" }, expect = "skip" },
    { "not told", { received_at = "2026-07-05T18:01" }, expect = "unknown" },
  },
}
