-- 匿名反映有没有答复。
return {
  id = "SCORE-030", family = "scoreboard", level = "warn", stage = "audit", subject = "county",
  title = { zh = "匿名反映还没有答复", en = "Complaints without an answer" },
  why = {
    zh = "渠道开了就要受理、核查、答复；反映的人是谁，谁也不问。",
    en = "A channel that is open must answer; nobody asks who spoke.",
  },
  basis = { { title = "匿名反映建议", article = "及时受理、核查、答复", verified = "P" } },
  seeds = { "S001-60", "S000-41" },
  ground = false,
  since = "2025-01-01",
  parameters = {
    complaints_unanswered_most = { default = 0, unit = "complaint", harder = "lower", min = 0, source = "建议值（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.complaints_unanswered" },

  check = function(waiting, p)
    if waiting <= p.complaints_unanswered_most then return pass() end
    return fail("waiting", { value = waiting, limit = p.complaints_unanswered_most })
  end,
  says = {
    waiting = { zh = "有 {value} 件匿名反映还没有答复", en = "{value} {value:complaint has/complaints have} no answer yet" },
  },
  remedy = false,
  examples = {
    { "none", { ["month.complaints_unanswered"] = 0 }, expect = "pass" },
    { "one", { ["month.complaints_unanswered"] = 1 }, expect = "fail", says = "waiting" },
    { "not measured", {}, expect = "unknown" },
  },
}
