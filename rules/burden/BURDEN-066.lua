-- 压到村。
return {
  id = "BURDEN-066", family = "burden", level = "warn", stage = "audit", subject = "department",
  title = { zh = "任务压到村", en = "Passed on to villages" },
  why = {
    zh = "乡镇做不完的再压给村组，村不是政府的腿；村级清单内的不算；委托村里做的，部门出钱。",
    en = "What a township cannot do is not passed on to villages; what their list has does not count; who entrusts them pays.",
  },
  basis = { { title = "中华人民共和国村民委员会组织法", article = "第三十七条", verified = "V" } },
  seeds = { "S000-23", "S001-40" },
  ground = "passes_to_village",
  since = "2025-01-01",
  parameters = {
    passed_to_village_most = { default = 0, unit = "task", harder = "lower", min = 0, source = "建议值（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.passed_to_village" },

  check = function(tasks, p)
    if tasks <= p.passed_to_village_most then return pass() end
    return fail("villages", { value = tasks, limit = p.passed_to_village_most })
  end,
  says = {
    villages = { zh = "要求压到村、不在村级清单内的 {value} 件", en = "{value} {value:task/tasks} to be passed on to villages, not in their list" },
  },
  remedy = false,
  examples = {
    { "none", { ["month.passed_to_village"] = 0 }, expect = "pass" },
    { "one", { ["month.passed_to_village"] = 1 }, expect = "fail", says = "villages" },
    { "not measured", {}, expect = "unknown" },
  },
}
