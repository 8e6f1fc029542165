-- 压任务多、给指导少。
return {
  id = "SCORE-022", family = "scoreboard", level = "warn", stage = "audit", subject = "department",
  title = { zh = "有指导的任务偏少", en = "Few tasks with guidance" },
  why = {
    zh = "任务压下去，怎么干、干到什么程度、问谁、培训没有，一样没有就只是二传手。",
    en = "A task without method, standard, contact or training is only passed on.",
  },
  basis = { { title = "指导占比建议值", article = "一半以上", verified = "P" } },
  seeds = { "S000-05", "S001-39" },
  ground = false,
  since = "2025-01-01",
  parameters = {
    guidance_ratio_green = { default = 0.5, unit = "ratio", harder = "higher", min = 0, max = 1, source = "建议值（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.tasks", "month.guidance_ratio" },

  check = function(tasks, share, p)
    if not share or share >= p.guidance_ratio_green then return pass() end
    return fail("few", { tasks = tasks, share = share })
  end,
  says = {
    few = {
      zh = "{tasks} 件任务中，有方法、标准、联系处或培训的只占 {share:percent}",
      en = "of {tasks} {tasks:task/tasks} {share:percent} came with method, standard, contact or training",
    },
  },
  remedy = false,
  examples = {
    { "half", { ["month.tasks"] = 10, ["month.guidance_ratio"] = 0.5 }, expect = "pass" },
    { "less than half", { ["month.tasks"] = 10, ["month.guidance_ratio"] = 0.49 }, expect = "fail", says = "few" },
    { "one task without", { ["month.tasks"] = 1, ["month.guidance_ratio"] = 0 }, expect = "fail", says = "few" },
    { "no task", { ["month.tasks"] = 0, ["month.guidance_ratio"] = false }, expect = "pass" },
    { "not measured", { ["month.tasks"] = 3 }, expect = "unknown" },
  },
}
