-- 没有依据，不布置。
return {
  id = "BASIS-001", family = "basis", level = "hold", stage = "screen",
  title = { zh = "未写明依据", en = "No basis is given" },
  why = {
    zh = "布置任务要写明法律、文件或清单依据，没有依据的，先补依据。",
    en = "A task names the law, document or list item it rests on.",
  },
  basis = {
    { title = "关于推进基层整合审批服务执法力量的实施意见", article = "第五部分（职责准入制度）", verified = "V" },
    { title = "职责准入申请要素（建议）", article = "依据（名称、文号、条款）", verified = "P" },
  },
  seeds = { "S000-22", "S000-33" },
  ground = "weak_basis",
  since = "2019-02-01",
  parameters = {},
  applies = {
    kind = {
      "document", "forward", "white_paper", "memo", "group_message", "form", "ledger", "material", "survey", "data_collection",
      "patrol", "screening", "visit", "duty_post", "volunteering", "enforce", "penalise", "coerce", "demolish", "charge",
      "collect", "certificate", "plaque", "site_building", "wall_posting", "emergency", "territorial_task", "quota",
    },
  },
  needs = { "basis" },

  check = function(basis, p)
    if list.count(basis) > 0 then return pass() end
    return fail("none")
  end,
  says = { none = { zh = "来文未写明法律、文件或清单依据", en = "the paper names no law, document or list item" } },
  remedy = false,
  examples = {
    { "stated: no basis", { basis = {} }, expect = "fail", says = "none" },
    { "a law", { basis = { { title = "消防法", article = "第三十二条", kind = "law" } } }, expect = "pass" },
    { "a title alone", { basis = { { title = "上级文件" } } }, expect = "pass" },
    { "a meeting needs none", { kind = "meeting", basis = {} }, expect = "skip" },
    { "not told", { kind = "form" }, expect = "unknown" },
  },
}
