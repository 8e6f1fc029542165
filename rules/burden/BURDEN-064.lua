-- 下指标、压到村。
return {
  id = "BURDEN-064", family = "burden", level = "hold", stage = "audit", subject = "department",
  title = { zh = "下达指标、压到村", en = "Quotas, passed on to villages" },
  why = {
    zh = "市场主体 7038 家分到 28 个乡镇，再压到村组，有人不知情当了“老板”。指标不能代替本部门的工作。",
    en = "7,038 market entities were shared out to 28 townships and on to villages. A quota does not replace a department's own work.",
  },
  basis = { { title = "关于推进基层整合审批服务执法力量的实施意见", article = "第五部分（不得以分解指标转移责任）", verified = "V" } },
  seeds = { "S001-40", "S001-41", "S000-42", "S000-23" },
  ground = "passes_to_village",
  since = "2025-01-01",
  parameters = {
    quotas_most = { default = 0, unit = "task", harder = "lower", min = 0, source = "建议值（无全国统一规定）" },
    passed_to_village_most = { default = 0, unit = "task", harder = "lower", min = 0, source = "建议值（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.quotas", "month.passed_to_village" },

  check = function(quotas, villages, p)
    if quotas > p.quotas_most then return fail("quotas", { quotas = quotas, villages = villages }) end
    if villages > p.passed_to_village_most then return fail("villages", { villages = villages }) end
    return pass()
  end,
  says = {
    quotas = {
      zh = "下指标 {quotas} 件，要求压到村 {villages} 件",
      en = "{quotas} tasks with a quota, {villages} to be passed on to villages",
    },
    villages = { zh = "要求压到村 {villages} 件", en = "{villages} tasks to be passed on to villages" },
  },
  remedy = false,
  examples = {
    { "neither", { ["month.quotas"] = 0, ["month.passed_to_village"] = 0 }, expect = "pass" },
    { "one quota", { ["month.quotas"] = 1, ["month.passed_to_village"] = 0 }, expect = "fail", says = "quotas" },
    { "to villages", { ["month.quotas"] = 0, ["month.passed_to_village"] = 1 }, expect = "fail", says = "villages" },
    { "not measured", { ["month.quotas"] = 0 }, expect = "unknown" },
  },
}
