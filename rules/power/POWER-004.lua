-- 赋予乡镇的处罚权，要有决定、公布、未过期。
return {
  id = "POWER-004", family = "power", level = "hold", stage = "screen",
  title = { zh = "赋权手续不全", en = "Papers of the delegation are incomplete" },
  why = {
    zh = "处罚权下放要有省级决定并公布，委托要有书面委托书、期限并公布；过期的不再有效。",
    en = "Delegated penalties need a published provincial decision, entrusted ones a published mandate with a term; an expired one is void.",
  },
  basis = {
    { title = "中华人民共和国行政处罚法", article = "第二十条、第二十一条", verified = "V" },
    { title = "中华人民共和国行政处罚法", article = "第二十四条", verified = "V" },
  },
  seeds = { "S000-38", "S004-10" },
  ground = "no_power",
  since = "2021-07-15",
  parameters = {},
  applies = {
    kind = { "document", "forward", "memo", "patrol", "screening", "duty_post", "enforce", "penalise", "territorial_task" },
    ["powers.needed"] = { "penalty" },
  },
  needs = { "powers.granted" },
  may = { "received_at" },

  check = function(granted, received_at, p)
    for _, grant in ipairs(granted) do
      if grant.power == "penalty" then
        if grant.mode ~= "statutory" and (grant.decision == nil or grant.decision == "" or not grant.published_on) then
          return fail("papers", { matter = grant.matter or "" })
        end
        if grant.mode == "entrusted" and not grant.valid_to then return fail("term", { matter = grant.matter or "" }) end
        if grant.valid_to then
          if received_at == nil then return unknown("received_at") end
          if received_at and received_at > grant.valid_to + 24 * 60 - 1 then
            return fail("expired", { matter = grant.matter or "" })
          end
        end
      end
    end
    return pass()
  end,
  says = {
    papers = {
      zh = "随任务赋予的处罚权（{matter}）未附决定文号或公布日期",
      en = "the penalty power that comes with the task ({matter}) lacks its decision or the day it was published",
    },
    term = {
      zh = "随任务委托的处罚权（{matter}）未写明期限",
      en = "the penalty power entrusted with the task ({matter}) has no term",
    },
    expired = {
      zh = "随任务赋予的处罚权（{matter}）已过有效期",
      en = "the penalty power that comes with the task ({matter}) has expired",
    },
  },
  remedy = false,
  examples = {
    { "no decision", { ["powers.needed"] = { "penalty" }, ["powers.granted"] = { { power = "penalty", mode = "delegated", matter = "烟花爆竹" } } }, expect = "fail", says = "papers" },
    { "not published", { ["powers.needed"] = { "penalty" }, ["powers.granted"] = { { power = "penalty", mode = "delegated", decision = "省政府决定〔2023〕5号" } } }, expect = "fail", says = "papers" },
    { "statutory needs no decision", { ["powers.needed"] = { "penalty" }, ["powers.granted"] = { { power = "penalty", mode = "statutory" } } }, expect = "pass" },
    { "stated: no decision", { ["powers.needed"] = { "penalty" }, ["powers.granted"] = { { power = "penalty", mode = "delegated", decision = "", published_on = "2023-05-01" } } }, expect = "fail", says = "papers" },
    { "another power without papers", { ["powers.needed"] = { "penalty" }, ["powers.granted"] = { { power = "licensing", mode = "delegated" } } }, expect = "pass" },
    { "a mandate without a term", { ["powers.needed"] = { "penalty" }, ["powers.granted"] = { { power = "penalty", mode = "entrusted", decision = "委托书1号", published_on = "2024-01-01" } } }, expect = "fail", says = "term" },
    { "expired", { ["powers.needed"] = { "penalty" }, ["powers.granted"] = { { power = "penalty", mode = "entrusted", decision = "委托书1号", published_on = "2024-01-01", valid_to = "2026-01-31" } }, received_at = "2026-02-01T09:00" }, expect = "fail", says = "expired" },
    { "last valid day", { ["powers.needed"] = { "penalty" }, ["powers.granted"] = { { power = "penalty", mode = "entrusted", decision = "委托书1号", published_on = "2024-01-01", valid_to = "2026-01-31" } }, received_at = "2026-01-31T09:00" }, expect = "pass" },
    { "complete and open-ended", { ["powers.needed"] = { "penalty" }, ["powers.granted"] = { { power = "penalty", mode = "delegated", decision = "省政府决定〔2023〕5号", published_on = "2023-05-01" } } }, expect = "pass" },
    { "no penalty is needed", { ["powers.needed"] = {} }, expect = "skip" },
    { "stated: nothing granted", { ["powers.needed"] = { "penalty" }, ["powers.granted"] = {} }, expect = "pass" },
    { "a meeting", { kind = "meeting", ["powers.needed"] = { "penalty" }, ["powers.granted"] = { { power = "penalty", mode = "delegated", matter = "烟花爆竹" } } }, expect = "skip" },
    { "the first minute after", { ["powers.granted"] = { { power = "penalty", mode = "entrusted", decision = "委托书1号", published_on = "2024-01-01", valid_to = "2026-01-31" } }, received_at = "2026-02-01T00:00" }, expect = "fail", says = "expired" },
    { "the last minute", { ["powers.granted"] = { { power = "penalty", mode = "entrusted", decision = "委托书1号", published_on = "2024-01-01", valid_to = "2026-01-31" } }, received_at = "2026-01-31T23:59" }, expect = "pass" },
    { "stated: never received", { ["powers.granted"] = { { power = "penalty", mode = "entrusted", decision = "委托书1号", published_on = "2024-01-01", valid_to = "2026-01-31" } }, received_at = false }, expect = "pass" },
    { "grant not told", { ["powers.needed"] = { "penalty" } }, expect = "unknown" },
    { "receipt not told", { ["powers.granted"] = { { power = "penalty", mode = "entrusted", decision = "委托书1号", published_on = "2024-01-01", valid_to = "2026-01-31" } } }, expect = "unknown" },
  },
}
