-- 批示、稿件、点赞，不是考核内容。
return {
  id = "INSP-025", family = "inspection", level = "hold", stage = "screen",
  title = { zh = "以批示、稿件、留痕计分", en = "Remarks, articles and traces earn points" },
  why = {
    zh = "会议次数、发文数量、照片笔记、领导批示、信息稿件、点赞转发，都不能作为考核计分的内容。",
    en = "Meetings held, papers issued, photos and notes, leaders' remarks, published articles, likes: none of them earns points.",
  },
  basis = {
    { title = "整治形式主义为基层减负若干规定", article = "第三部分；广东2025年10月22日、上海2025年3月15日通报引用", verified = "V" },
    { title = "政务移动互联网应用程序规范化管理办法（国办函〔2026〕12号）", article = "五项禁止（不以点赞、转发、学习时长计分）", verified = "V" },
  },
  seeds = { "S000-30", "S001-45", "S001-29", "S003-05" },
  ground = "trace_demand",
  since = "2024-08-06",
  parameters = {},
  applies = { kind = { "assessment", "evaluation", "acceptance", "points", "document", "forward" } },
  needs = { "assessment.content" },
  emergency = "never",

  check = function(content, p)
    local improper = { "领导批示", "信息稿件", "会议次数", "发文数量", "照片", "学习笔记", "学习时长", "点赞转发", "制度上墙", "独立场所" }
    if not list.has_any(content, improper) then return pass() end
    return fail("improper", { content = content })
  end,
  says = { improper = { zh = "计分内容含留痕、批示、稿件一类：{content:list}", en = "traces, remarks or articles earn points: {content:list}" } },
  remedy = false,
  examples = {
    { "leaders' remarks", { ["assessment.content"] = { "领导批示" } }, expect = "fail", says = "improper" },
    { "articles", { ["assessment.content"] = { "群众满意度", "信息稿件" } }, expect = "fail" },
    { "meetings held", { ["assessment.content"] = { "会议次数" } }, expect = "fail" },
    { "papers issued", { ["assessment.content"] = { "发文数量" } }, expect = "fail" },
    { "photos", { ["assessment.content"] = { "照片" } }, expect = "fail" },
    { "notes", { ["assessment.content"] = { "学习笔记" } }, expect = "fail" },
    { "time of study", { ["assessment.content"] = { "学习时长" } }, expect = "fail" },
    { "likes", { ["assessment.content"] = { "点赞转发" } }, expect = "fail" },
    { "rules on the wall", { ["assessment.content"] = { "制度上墙" } }, expect = "fail" },
    { "rooms of one's own", { ["assessment.content"] = { "独立场所" } }, expect = "fail" },
    { "results", { ["assessment.content"] = { "群众满意度", "隐患整改率" } }, expect = "pass" },
    { "stated: none", { ["assessment.content"] = {} }, expect = "pass" },
    { "a patrol", { kind = "patrol", ["assessment.content"] = { "照片" } }, expect = "skip" },
    { "not told", { kind = "assessment" }, expect = "unknown" },
  },
}
