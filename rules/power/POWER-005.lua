-- 赋予的处罚权要定期评估。
return {
  id = "POWER-005", family = "power", level = "warn", stage = "screen",
  title = { zh = "赋权未定期评估", en = "Delegation not evaluated" },
  why = {
    zh = "下放的处罚权要定期评估，接不住的应当收回。",
    en = "Delegated penalties are to be evaluated regularly; what cannot be handled goes back.",
  },
  basis = { { title = "中华人民共和国行政处罚法", article = "第二十四条", verified = "V" } },
  seeds = { "S000-38", "S004-10", "S004-02" },
  ground = "no_power",
  since = "2021-07-15",
  parameters = {
    power_evaluation_months = { default = 12, unit = "month", harder = "lower", min = 0, source = "建议值：行政处罚法第二十四条要求定期评估，未定期限" },
  },
  applies = { kind = { "document", "forward", "enforce", "penalise", "patrol", "screening", "territorial_task" } },
  needs = { "powers.granted", "received_at" },

  check = function(granted, received_at, p)
    for _, grant in ipairs(granted) do
      if grant.power == "penalty" and grant.mode ~= "statutory" then
        local since = grant.evaluated_on or grant.published_on
        if not since then return fail("never") end
        if received_at and received_at - since > p.power_evaluation_months * 31 * 24 * 60 then
          return fail("old", { since = since, months = p.power_evaluation_months })
        end
      end
    end
    return pass()
  end,
  says = {
    never = { zh = "随任务赋予的处罚权没有评估记录", en = "no evaluation of the delegated penalty power is on record" },
    old = {
      zh = "随任务赋予的处罚权上次评估在 {since:time}，已超过 {months} 个月",
      en = "the delegated penalty power was last evaluated {since:time}, more than {months} {months:month/months} ago",
    },
  },
  remedy = false,
  examples = {
    { "never evaluated", { ["powers.granted"] = { { power = "penalty", mode = "delegated" } }, received_at = "2026-11-02T09:00" }, expect = "fail", says = "never" },
    { "two years ago", { ["powers.granted"] = { { power = "penalty", mode = "delegated", evaluated_on = "2024-10-01" } }, received_at = "2026-11-02T09:00" }, expect = "fail", says = "old" },
    { "a year ago", { ["powers.granted"] = { { power = "penalty", mode = "delegated", evaluated_on = "2025-11-02" } }, received_at = "2026-11-02T09:00" }, expect = "pass" },
    { "statutory power", { ["powers.granted"] = { { power = "penalty", mode = "statutory" } }, received_at = "2026-11-02T09:00" }, expect = "pass" },
    { "stated: nothing granted", { ["powers.granted"] = {}, received_at = "2026-11-02T09:00" }, expect = "pass" },
    { "a meeting", { kind = "meeting", ["powers.granted"] = { { power = "penalty", mode = "delegated" } }, received_at = "2026-11-02T09:00" }, expect = "skip" },
    { "a day too long ago", { ["powers.granted"] = { { power = "penalty", mode = "delegated", evaluated_on = "2025-10-25" } }, received_at = "2026-11-02" }, expect = "fail", says = "old" },
    { "on the last day", { ["powers.granted"] = { { power = "penalty", mode = "delegated", evaluated_on = "2025-10-26" } }, received_at = "2026-11-02T00:00" }, expect = "pass" },
    { "a minute later", { ["powers.granted"] = { { power = "penalty", mode = "delegated", evaluated_on = "2025-10-26" } }, received_at = "2026-11-02T00:01" }, expect = "fail", says = "old" },
    { "another power", { ["powers.granted"] = { { power = "licensing", mode = "delegated" } }, received_at = "2026-11-02" }, expect = "pass" },
    { "stated: never received", { ["powers.granted"] = { { power = "penalty", mode = "delegated", published_on = "2020-01-01" } }, received_at = false }, expect = "pass" },
    { "not told", { received_at = "2026-11-02T09:00" }, expect = "unknown" },
  },
}
