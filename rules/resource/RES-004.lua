-- 布置工作要说清目标、方法、标准。
return {
  id = "RES-004", family = "resource", level = "hold", stage = "screen",
  title = { zh = "未说明目标、方法、标准", en = "Objective, method or standard is missing" },
  why = {
    zh = "目标、方法、标准不明，乡镇只能反复问、等着改，布置的人应当先说清楚。",
    en = "Without objective, method and standard a township can only ask again and wait; whoever gives the task says them first.",
  },
  basis = {
    { title = "职责准入申请要素（建议）", article = "任务要求、标准、流程", verified = "P" },
  },
  seeds = { "S000-01", "S000-05", "S000-34", "S001-39" },
  ground = "unclear_guidance",
  since = "2019-01-01",
  parameters = {},
  applies = {
    kind = {
      "document", "forward", "white_paper", "memo", "group_message", "patrol", "screening", "visit", "duty_post", "volunteering",
      "enforce", "penalise", "coerce", "demolish", "charge", "collect", "emergency", "territorial_task",
    },
  },
  needs = { "guidance.objective", "guidance.method", "guidance.standard" },

  check = function(objective, method, standard, p)
    local absent = {}
    if text.is_blank(objective) then table.insert(absent, "objective") end
    if text.is_blank(method) then table.insert(absent, "method") end
    if text.is_blank(standard) then table.insert(absent, "standard") end
    if list.count(absent) == 0 then return pass() end
    return fail("absent", { absent = absent })
  end,
  says = {
    absent = { zh = "来文未说明{absent:list}", en = "the paper does not state: {absent:list}" },
  },
  remedy = false,
  examples = {
    { "no standard", { ["guidance.objective"] = "排查到位", ["guidance.method"] = "逐户走访", ["guidance.standard"] = "" }, expect = "fail", says = "absent" },
    { "stated: nothing at all", { ["guidance.objective"] = "", ["guidance.method"] = "", ["guidance.standard"] = "" }, expect = "fail" },
    { "only spaces", { ["guidance.objective"] = "排查到位", ["guidance.method"] = "  ", ["guidance.standard"] = "无遗漏" }, expect = "fail" },
    { "all three", { ["guidance.objective"] = "排查到位", ["guidance.method"] = "逐户走访", ["guidance.standard"] = "无遗漏" }, expect = "pass" },
    { "a meeting", { kind = "meeting", ["guidance.objective"] = "排查到位", ["guidance.method"] = "逐户走访", ["guidance.standard"] = "" }, expect = "skip" },
    { "no objective", { ["guidance.objective"] = "", ["guidance.method"] = "逐户走访", ["guidance.standard"] = "无遗漏" }, expect = "fail" },
    { "method not told", { ["guidance.objective"] = "排查到位", ["guidance.standard"] = "无遗漏" }, expect = "unknown" },
  },
}
