-- 限期准入，到期就止。
return {
  id = "LIST-019", family = "list", level = "hold", stage = "screen",
  title = { zh = "准入已到期", en = "The admission has run out" },
  why = {
    zh = "限期准入到期自然结束，不能默认延续；还要做的，重新办理准入。",
    en = "An admission for a limited time ends on its day and is not renewed in silence; what must go on is admitted anew.",
  },
  basis = {
    { title = "关于推进基层整合审批服务执法力量的实施意见", article = "第五部分（职责准入制度）", verified = "V" },
    { title = "阶段性任务准入建议", article = "到期即止，不自动延续", verified = "P" },
  },
  seeds = { "S003-12", "S000-16" },
  ground = "off_list_not_admitted",
  since = "2019-02-01",
  parameters = {},
  applies = { ["item.how"] = "none", ["admission.decision"] = "done" },
  needs = { "admission.valid_to" },
  may = { "received_at" },

  check = function(valid_to, received_at, p)
    if not valid_to then return pass() end
    if received_at == nil then return unknown("received_at") end
    if not received_at or received_at < valid_to + 24 * 60 then return pass() end
    return fail("over", { to = valid_to })
  end,
  says = { over = { zh = "职责准入的期限到 {to:date} 为止，已过期", en = "the admission was good until {to:date} and has run out" } },
  remedy = false,
  examples = {
    { "a day late", { ["admission.valid_to"] = "2026-06-30", received_at = "2026-07-01" }, expect = "fail", says = "over" },
    { "on the last day", { ["admission.valid_to"] = "2026-06-30", received_at = "2026-06-30T23:59" }, expect = "pass" },
    { "stated: open", { ["admission.valid_to"] = false }, expect = "pass" },
    { "stated: never received", { ["admission.valid_to"] = "2026-06-30", received_at = false }, expect = "pass" },
    { "in the list", { ["item.how"] = "matched", ["admission.valid_to"] = "2026-06-30", received_at = "2026-07-01" }, expect = "skip" },
    { "not admitted at all", { ["admission.decision"] = false, ["admission.valid_to"] = "2026-06-30", received_at = "2026-07-01" }, expect = "skip" },
    { "receipt not told", { ["admission.valid_to"] = "2026-06-30" }, expect = "unknown" },
    { "term not told", { received_at = "2026-07-01" }, expect = "unknown" },
  },
}
