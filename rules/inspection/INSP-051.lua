-- 一个乡镇一天只迎一两批，第三批改日子或并到一起来。
return {
  id = "INSP-051", family = "inspection", level = "hold", stage = "screen",
  title = { zh = "同日到访过多", en = "Too many visits on one day" },
  why = {
    zh = "一天里几个部门分头到，乡镇一天只陪检；应错开日子，或联合来一次。",
    en = "When several bodies come on one day the township does nothing but receive them; come on another day, or together.",
  },
  basis = {
    { title = "关于统筹规范督查检查考核工作的通知（2018年10月）", article = "严格控制总量", verified = "M" },
    { title = "到访统筹建议", article = "同一乡镇一天至多两批", verified = "P" },
  },
  seeds = { "S001-17", "S002-14", "S003-43" },
  ground = "duplicate",
  since = "2018-10-09",
  parameters = {
    max_visits_a_day = { default = 2, unit = "visit", harder = "lower", min = 0, source = "建议值（无全国统一规定）" },
  },
  applies = { ["emergency.running"] = false },
  needs = { "history.visits_that_day" },
  may = { "inspection.at" },

  check = function(others, at, p)
    if others + 1 <= p.max_visits_a_day then return pass() end
    return fail("crowded", { others = others, visit = others + 1 })
  end,
  says = {
    crowded = { zh = "到访当日已有 {others} 批，这是第 {visit} 批", en = "{others} {others:visit comes/visits come} that day already, this is number {visit}" },
    cure = { zh = "改到下一个工作日，或与其他单位联合来一次", en = "come on the next working day, or together with the others" },
  },
  remedy = function(others, at, p)
    if not at then return nil end
    local next_day = calendar.add_workdays(at, 1)
    return set("inspection.at", next_day - calendar.minute_of_day(next_day) + calendar.minute_of_day(at))
  end,
  examples = {
    { "the third", { ["history.visits_that_day"] = 2, ["inspection.at"] = "2026-11-05T09:00" }, expect = "fail", says = "crowded" },
    { "the second", { ["history.visits_that_day"] = 1, ["inspection.at"] = "2026-11-05T09:00" }, expect = "pass" },
    { "alone", { ["history.visits_that_day"] = 0 }, expect = "pass" },
    { "an emergency is running", { ["emergency.running"] = true, ["history.visits_that_day"] = 2, ["inspection.at"] = "2026-11-05T09:00" }, expect = "skip" },
    { "no ledger", { ["inspection.at"] = "2026-11-05T09:00" }, expect = "unknown" },
  },
}
