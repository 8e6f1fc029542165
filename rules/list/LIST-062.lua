-- 阶段性任务到期又续。
return {
  id = "LIST-062", family = "list", level = "hold", stage = "audit", subject = "department",
  title = { zh = "阶段性任务到期又续", en = "Temporary tasks renewed" },
  why = {
    zh = "限期的事到期就退出；还要做，重新准入。换个说法续下去，是变相增加职责。",
    en = "What was for a time ends when it is due, or is admitted anew.",
  },
  basis = {
    { title = "关于推进基层整合审批服务执法力量的实施意见", article = "第五部分（职责准入制度）", verified = "V" },
    { title = "退出建议", article = "到期退出，不默许续期", verified = "P" },
  },
  seeds = { "S001-58", "S003-12" },
  ground = "off_list_not_admitted",
  since = "2025-01-01",
  parameters = {
    renewed_most = { default = 0, unit = "task", harder = "lower", min = 0, source = "建议值（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.renewed" },

  check = function(tasks, p)
    if tasks <= p.renewed_most then return pass() end
    return fail("renewed", { value = tasks, limit = p.renewed_most })
  end,
  says = {
    renewed = { zh = "{value} 件阶段性任务到期以后又下达", en = "{value} temporary {value:task was sent again after its end/tasks were sent again after their end}" },
  },
  remedy = false,
  examples = {
    { "none", { ["month.renewed"] = 0 }, expect = "pass" },
    { "one", { ["month.renewed"] = 1 }, expect = "fail", says = "renewed" },
    { "not measured", {}, expect = "unknown" },
  },
}
