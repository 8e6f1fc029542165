-- 开会、发文不是落实。
return {
  id = "TRACE-010", family = "trace", level = "warn", stage = "screen",
  title = { zh = "只要求开会、发文", en = "Meetings and papers are all it asks for" },
  why = {
    zh = "以会议落实会议、以文件落实文件；要么布置实事，要么不布置。",
    en = "Meetings that carry out meetings, papers that carry out papers: ask for something real, or for nothing.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第三部分（开会发文不作为工作标准）；广东2025年10月22日通报引用", verified = "V" } },
  seeds = { "S000-40", "S000-03" },
  ground = "trace_demand",
  since = "2024-08-06",
  parameters = {},
  applies = { kind = { "document", "forward", "white_paper", "memo", "group_message", "material", "territorial_task" } },
  needs = { "actions" },

  check = function(actions, p)
    if list.count(actions) == 0 then return pass() end
    local real = list.missing(actions, { "meeting", "convey", "forward", "study", "开会", "传达", "转发", "学习" })
    if list.count(real) > 0 then return pass() end
    return fail("papers", { actions = actions })
  end,
  says = { papers = { zh = "要求乡镇做的只有：{actions:list}", en = "all that it asks for: {actions:list}" } },
  remedy = false,
  examples = {
    { "a meeting and conveying", { actions = { "meeting", "convey" } }, expect = "fail", says = "papers" },
    { "forwarding and studying", { actions = { "forward", "study" } }, expect = "fail" },
    { "a meeting and conveying, in Chinese", { actions = { "开会", "传达" } }, expect = "fail" },
    { "forwarding and studying, in Chinese", { actions = { "转发", "学习" } }, expect = "fail" },
    { "a meeting and a patrol", { actions = { "meeting", "patrol" } }, expect = "pass" },
    { "stated: nothing", { actions = {} }, expect = "pass" },
    { "a patrol", { kind = "patrol", actions = { "meeting" } }, expect = "skip" },
    { "not told", { kind = "document" }, expect = "unknown" },
  },
}
