-- 换个名字开会，也是会。
return {
  id = "BURDEN-019", family = "burden", level = "warn", stage = "screen",
  title = { zh = "以调度会、协调会名义开会", en = "A meeting under another name" },
  why = {
    zh = "协调会、调度会、推进会都是会，要计入会议总量、按会议管理，不能夹在文件、调研里开。",
    en = "Coordination, dispatch and promotion meetings are meetings: they count as such and do not travel inside documents and visits.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第二部分（控制会议规模和规格）；广东2025年7月22日通报引用", verified = "V" } },
  seeds = { "S001-06", "S002-06" },
  ground = false,
  since = "2024-08-06",
  parameters = {},
  applies = { kind = { "document", "forward", "white_paper", "memo", "group_message", "guidance_visit", "research_visit" } },
  needs = { "title" },

  check = function(title, p)
    if text.contains_any(title, { "调度会", "协调会", "推进会", "现场会", "联席会" }) then return fail("meeting") end
    return pass()
  end,
  says = { meeting = { zh = "实为会议，应按会议管理、计入会议数", en = "this is a meeting: manage and count it as one" } },
  remedy = false,
  examples = {
    { "a dispatch meeting", { title = "关于召开防汛工作调度会的通知" }, expect = "fail", says = "meeting" },
    { "a coordination meeting", { title = "关于召开项目协调会的通知" }, expect = "fail" },
    { "a promotion meeting", { title = "乡村振兴推进会预备通知" }, expect = "fail" },
    { "a meeting on the spot", { title = "关于召开人居环境现场会的通知" }, expect = "fail" },
    { "a joint meeting", { title = "关于召开联席会议的通知" }, expect = "fail" },
    { "no meeting", { title = "关于报送防汛资料的通知" }, expect = "pass" },
    { "stated: no title", { title = "" }, expect = "pass" },
    { "a meeting by its name", { kind = "dispatch_meeting", title = "防汛工作调度会" }, expect = "skip" },
    { "not told", { kind = "document" }, expect = "unknown" },
  },
}
