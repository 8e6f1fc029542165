-- 收回事项中的执法，应急期间也由部门做。
return {
  id = "LIST-002", family = "list", level = "block", stage = "screen",
  title = { zh = "收回事项的执法部分", en = "Enforcement part of a recalled item" },
  why = {
    zh = "应急可以先行，但收回事项中的检查、处罚、强制仍由有权的部门实施。",
    en = "In an emergency work may start first, but inspection, penalty and coercion of a recalled item stay with the competent department.",
  },
  basis = {
    { title = "中华人民共和国行政处罚法", article = "第三十八条", verified = "V" },
    { title = "整治形式主义为基层减负若干规定", article = "第六部分（规范明晰基层权责）", verified = "S" },
  },
  seeds = { "S003-13", "S003-16", "S000-31" },
  ground = "recalled_item",
  since = "2024-08-06",
  parameters = {},
  applies = {
    ["item.kind"] = "recalled",
    kind = {
      "document", "forward", "white_paper", "memo", "group_message", "patrol", "screening", "visit", "duty_post", "enforce",
      "penalise", "coerce", "demolish", "emergency", "territorial_task",
    },
  },
  needs = { "kind" },
  may = { "actions" },
  emergency = "never",

  check = function(kind, actions, p)
    local kinds = { "enforce", "penalise", "coerce", "demolish" }
    if list.has(kinds, kind) then return fail("enforcement") end
    if actions == nil then return unknown("actions") end
    if list.has_any(actions, { "inspect", "enforce", "penalise", "coerce", "demolish", "检查", "执法", "处罚", "强制", "拆除" }) then
      return fail("enforcement")
    end
    return pass()
  end,
  says = {
    enforcement = {
      zh = "收回事项中的检查、处罚、强制由部门实施，应急期间也不例外",
      en = "inspection, penalty and coercion of a recalled item stay with the department, in an emergency too",
    },
  },
  remedy = false,
  examples = {
    { "a penalty", { kind = "penalise" }, expect = "fail", says = "enforcement" },
    { "an inspection among the actions", { kind = "screening", actions = { "patrol", "inspect" } }, expect = "fail", says = "enforcement" },
    { "only reporting", { kind = "screening", actions = { "report" } }, expect = "pass" },
    { "stated: no actions", { kind = "screening", actions = {} }, expect = "pass" },
    { "a basic item", { ["item.kind"] = "basic", kind = "penalise" }, expect = "skip" },
    { "a meeting", { kind = "meeting" }, expect = "skip" },
    { "the word enforce", { kind = "enforce" }, expect = "fail" },
    { "the word coerce", { kind = "coerce" }, expect = "fail" },
    { "the word demolish", { kind = "demolish" }, expect = "fail" },
    { "the word enforce", { kind = "patrol", actions = { "enforce" } }, expect = "fail" },
    { "the word penalise", { kind = "patrol", actions = { "penalise" } }, expect = "fail" },
    { "the word coerce", { kind = "patrol", actions = { "coerce" } }, expect = "fail" },
    { "the word demolish", { kind = "patrol", actions = { "demolish" } }, expect = "fail" },
    { "the word “检查”", { kind = "patrol", actions = { "检查" } }, expect = "fail" },
    { "the word “执法”", { kind = "patrol", actions = { "执法" } }, expect = "fail" },
    { "the word “处罚”", { kind = "patrol", actions = { "处罚" } }, expect = "fail" },
    { "the word “强制”", { kind = "patrol", actions = { "强制" } }, expect = "fail" },
    { "the word “拆除”", { kind = "patrol", actions = { "拆除" } }, expect = "fail" },
    { "actions not told", { kind = "screening" }, expect = "unknown" },
  },
}
