-- 有问题找谁，要写明。
return {
  id = "RES-006", family = "resource", level = "warn", stage = "screen",
  title = { zh = "未写明业务联系处", en = "No office to ask" },
  why = {
    zh = "布置任务要写明业务联系的科室，基层的疑问能及时得到答复。",
    en = "A task names the office to ask, so that questions are answered in time.",
  },
  basis = { { title = "职责准入申请要素（建议）", article = "业务联系", verified = "P" } },
  seeds = { "S000-01", "S000-35" },
  ground = "unclear_guidance",
  since = "2019-01-01",
  parameters = {},
  applies = {
    kind = {
      "document", "forward", "white_paper", "memo", "form", "ledger", "material", "survey", "data_collection", "patrol", "screening",
      "visit", "duty_post", "enforce", "penalise", "territorial_task",
    },
  },
  needs = { "guidance.contact" },

  check = function(contact, p)
    if not text.is_blank(contact) then return pass() end
    return fail("absent")
  end,
  says = { absent = { zh = "来文未写明业务联系的科室", en = "the paper names no office to ask" } },
  remedy = false,
  examples = {
    { "stated: no contact", { ["guidance.contact"] = "" }, expect = "fail", says = "absent" },
    { "only spaces", { ["guidance.contact"] = "　" }, expect = "fail" },
    { "an office", { ["guidance.contact"] = "县消防救援大队防火监督科" }, expect = "pass" },
    { "a meeting", { kind = "meeting", ["guidance.contact"] = "" }, expect = "skip" },
    { "not told", { kind = "form" }, expect = "unknown" },
  },
}
