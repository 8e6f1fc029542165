-- 退回了，换个法子再来。
return {
  id = "LIST-063", family = "list", level = "hold", stage = "audit", subject = "department",
  title = { zh = "退回以后改写、拆分、换单位再下", en = "Refused, and sent again in disguise" },
  why = {
    zh = "清单以外有权拒绝；改个题目、拆成几件、换家单位再发，还是那件事。",
    en = "What is off the list may be refused; in other words, in parts or from another body it is still the same.",
  },
  basis = { { title = "关于推进基层整合审批服务执法力量的实施意见", article = "第五部分（职责准入制度）", verified = "V" } },
  seeds = { "S003-12", "S004-17" },
  ground = "off_list_not_admitted",
  since = "2025-01-01",
  parameters = {
    resent_most = { default = 0, unit = "task", harder = "lower", min = 0, source = "建议值（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.resent" },

  check = function(tasks, p)
    if tasks <= p.resent_most then return pass() end
    return fail("resent", { value = tasks, limit = p.resent_most })
  end,
  says = {
    resent = { zh = "{value} 件是退回、不予承接以后又下达的", en = "{value} {value:task had been refused and was/tasks had been refused and were} sent again" },
  },
  remedy = false,
  examples = {
    { "none", { ["month.resent"] = 0 }, expect = "pass" },
    { "one", { ["month.resent"] = 1 }, expect = "fail", says = "resent" },
    { "not measured", {}, expect = "unknown" },
  },
}
