-- 一件任务要几样佐证。
return {
  id = "SCORE-026", family = "scoreboard", level = "warn", stage = "audit", subject = "department",
  title = { zh = "要求的佐证材料偏多", en = "Much proof demanded" },
  why = {
    zh = "台账、照片、纪要、总结、宣传一样不能少，时间都花在证明干过上。",
    en = "Ledger, photos, minutes, summary, publicity: time goes into proof of work.",
  },
  basis = {
    { title = "整治形式主义为基层减负若干规定", article = "第三部分（不随意要求提供数据材料）", verified = "V" },
    { title = "佐证材料建议值", article = "平均每件两样，一件至多三样", verified = "P" },
  },
  seeds = { "S000-12", "S000-18", "S000-20", "S001-20", "S002-16", "S003-05", "S003-06", "S004-13", "S004-20" },
  ground = false,
  since = "2025-01-01",
  parameters = {
    evidence_per_task_green = { default = 2, unit = "piece", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
    evidence_task_most = { default = 3, unit = "piece", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.evidence", "month.tasks", "month.evidence_task" },

  check = function(pieces, tasks, most, p)
    if most > p.evidence_task_most then return fail("one", { most = most, limit = p.evidence_task_most }) end
    if pieces > tasks * p.evidence_per_task_green then return fail("all", { pieces = pieces, tasks = tasks }) end
    return pass()
  end,
  says = {
    one = {
      zh = "有一件任务要 {most} 样佐证材料，建议至多 {limit} 样",
      en = "one task demands {most} {most:piece/pieces} of proof; {limit} is the proposed limit",
    },
    all = { zh = "{tasks} 件任务要 {pieces} 样佐证材料", en = "{pieces} {pieces:piece/pieces} of proof for {tasks} {tasks:task/tasks}" },
  },
  remedy = false,
  examples = {
    { "two each", { ["month.evidence"] = 20, ["month.tasks"] = 10, ["month.evidence_task"] = 3 }, expect = "pass" },
    { "more than two each", { ["month.evidence"] = 21, ["month.tasks"] = 10, ["month.evidence_task"] = 3 }, expect = "fail", says = "all" },
    { "four for one", { ["month.evidence"] = 4, ["month.tasks"] = 10, ["month.evidence_task"] = 4 }, expect = "fail", says = "one" },
    { "not measured", { ["month.tasks"] = 1, ["month.evidence_task"] = 0 }, expect = "unknown" },
  },
}
