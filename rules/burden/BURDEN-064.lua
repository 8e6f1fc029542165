-- 下指标。
return {
  id = "BURDEN-064", family = "burden", level = "hold", stage = "audit", subject = "department",
  title = { zh = "下达指标", en = "Quotas handed down" },
  why = {
    zh = "市场主体 7038 家分到 28 个乡镇，有人不知情当了“老板”。指标不能代替本部门的工作。",
    en = "7,038 market entities were shared out to 28 townships. A quota does not replace a department's own work.",
  },
  basis = { { title = "关于推进基层整合审批服务执法力量的实施意见", article = "第五部分（不得以分解指标转移责任）", verified = "V" } },
  seeds = { "S001-40", "S001-41", "S000-42" },
  ground = "passes_to_village",
  since = "2025-01-01",
  parameters = {
    quotas_most = { default = 0, unit = "task", harder = "lower", min = 0, source = "建议值（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.quotas" },

  check = function(quotas, p)
    if quotas <= p.quotas_most then return pass() end
    return fail("quotas", { value = quotas, limit = p.quotas_most })
  end,
  says = {
    quotas = { zh = "下指标 {value} 件", en = "{value} {value:task/tasks} with a quota" },
  },
  remedy = false,
  examples = {
    { "none", { ["month.quotas"] = 0 }, expect = "pass" },
    { "one", { ["month.quotas"] = 1 }, expect = "fail", says = "quotas" },
    { "not measured", {}, expect = "unknown" },
  },
}
