-- 跨区域信访，由上级先协调。
return {
  id = "LIST-017", family = "list", level = "hold", stage = "screen",
  title = { zh = "跨区域信访交乡镇协调", en = "A petition across areas is given to a township" },
  why = {
    zh = "跨区域的信访事项一个乡镇协调不了；不属本机关职权的，收到五个工作日内可以提出异议，争议由共同的上级决定。",
    en = "One township cannot settle a petition that crosses areas; what is outside its powers may be objected to within five working days, and the common superior decides.",
  },
  basis = { { title = "信访工作条例", article = "第二十三条、第二十四条", verified = "V" } },
  seeds = { "S003-16", "S000-37" },
  ground = "dept_must_coordinate",
  since = "2022-05-01",
  parameters = {},
  applies = {
    kind = { "document", "forward", "white_paper", "memo", "material", "visit", "screening", "coordination_meeting", "territorial_task" },
  },
  needs = { "title" },

  check = function(title, p)
    if not text.contains_any(title, { "信访", "上访" }) then return pass() end
    if text.contains_any(title, { "跨区域", "跨乡镇", "跨县", "跨市", "跨省" }) then return fail("across") end
    return pass()
  end,
  says = {
    across = {
      zh = "跨区域信访事项应由共同的上级协调；对交办有异议的，收到之日起五个工作日内书面提出",
      en = "a petition across areas is for the common superior; an objection goes out in writing within five working days of receipt",
    },
  },
  remedy = false,
  examples = {
    { "across areas", { title = "关于协调跨区域信访积案的通知" }, expect = "fail", says = "across" },
    { "across townships", { title = "跨乡镇上访事项交办单" }, expect = "fail" },
    { "across counties", { title = "跨县信访事项交办单" }, expect = "fail" },
    { "across cities", { title = "跨市信访事项交办单" }, expect = "fail" },
    { "across provinces", { title = "跨省信访事项交办单" }, expect = "fail" },
    { "a petition of its own", { title = "关于办理初次信访事项的通知" }, expect = "pass" },
    { "something else across areas", { title = "关于跨区域河道清淤的通知" }, expect = "pass" },
    { "stated: no title", { title = "" }, expect = "pass" },
    { "a form", { kind = "form", title = "跨县信访统计表" }, expect = "skip" },
    { "not told", { kind = "document" }, expect = "unknown" },
  },
}
