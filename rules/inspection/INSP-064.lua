-- 动辄与考核挂钩。
return {
  id = "INSP-064", family = "inspection", level = "warn", stage = "audit", subject = "department",
  title = { zh = "任务动辄与考核挂钩", en = "Tasks tied to assessment" },
  why = {
    zh = "平时报材料、临时任务都“纳入考核”，是拿考核当鞭子。考核只认批准的指标。",
    en = "Daily papers tied to the assessment make it a whip. Only approved indicators count.",
  },
  basis = {
    { title = "整治形式主义为基层减负若干规定", article = "第三部分（考核合并进行）", verified = "V" },
    { title = "挂钩占比建议值", article = "一成以内，两件以上才看", verified = "P" },
  },
  seeds = { "S001-45", "S004-16" },
  ground = false,
  since = "2024-08-06",
  parameters = {
    assessment_linked_least = { default = 2, unit = "task", harder = "lower", min = 1, source = "建议值（无全国统一规定）" },
    assessment_linked_share_most = { default = 0.1, unit = "ratio", harder = "lower", min = 0, max = 1, source = "建议值（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.assessment_linked", "month.tasks" },

  check = function(linked, tasks, p)
    if linked < p.assessment_linked_least then return pass() end
    if linked <= tasks * p.assessment_linked_share_most then return pass() end
    return fail("many", { linked = linked, tasks = tasks })
  end,
  says = {
    many = {
      zh = "{tasks} 件任务中有 {linked} 件与考核挂钩",
      en = "{linked} of {tasks} {tasks:task/tasks} {linked:is/are} tied to an assessment",
    },
  },
  remedy = false,
  examples = {
    { "one of one", { ["month.assessment_linked"] = 1, ["month.tasks"] = 1 }, expect = "pass" },
    { "two of two", { ["month.assessment_linked"] = 2, ["month.tasks"] = 2 }, expect = "fail", says = "many" },
    { "a tenth", { ["month.assessment_linked"] = 2, ["month.tasks"] = 20 }, expect = "pass" },
    { "more than a tenth", { ["month.assessment_linked"] = 3, ["month.tasks"] = 20 }, expect = "fail", says = "many" },
    { "not measured", { ["month.tasks"] = 20 }, expect = "unknown" },
  },
}
