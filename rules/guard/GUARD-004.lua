-- 减负不靠发文件、开会、填报表。
return {
  id = "GUARD-004", family = "guard", level = "warn", stage = "screen",
  title = { zh = "以文件、会议、报表抓减负", en = "Burden reduction by papers" },
  why = {
    zh = "统计发文数、开会数的报表本身成了新负担；减负看取消了什么，不看又发了什么。",
    en = "Forms that count papers and meetings are a burden of their own; burden falls by what is dropped.",
  },
  basis = { { title = "减负工作建议", article = "不以发文件、开会议推进减负", verified = "P" } },
  seeds = { "S003-42", "S004-03" },
  ground = "trace_demand",
  since = "2019-01-01",
  parameters = {},
  applies = {
    kind = {
      "document", "forward", "white_paper", "memo", "meeting", "video_meeting", "dispatch_meeting", "coordination_meeting",
      "form", "ledger", "material", "survey",
    },
  },
  needs = { "title" },

  check = function(title, p)
    if text.contains_any(title, { "减负", "整治形式主义" }) then return fail("papers") end
    return pass()
  end,
  says = {
    papers = { zh = "以文件、会议、报表抓减负，宜直接取消事项", en = "burden reduction by papers, meetings or forms; better drop something" },
  },
  remedy = false,
  examples = {
    { "a form on burden reduction", { title = "关于报送基层减负工作台账的通知" }, expect = "fail", says = "papers" },
    { "a meeting against formalism", { kind = "meeting", title = "整治形式主义工作推进会" }, expect = "fail" },
    { "another matter", { title = "关于报送今冬明春消防工作资料的通知" }, expect = "pass" },
    { "stated: no title", { title = "" }, expect = "pass" },
    { "a patrol", { kind = "patrol", title = "关于报送基层减负工作台账的通知" }, expect = "skip" },
    { "not told", { kind = "form" }, expect = "unknown" },
  },
}
