-- 村庄规划区里的违法建设，是乡镇自己的事。
return {
  id = "GUARD-009", family = "guard", level = "info", stage = "screen",
  title = { zh = "乡、村庄规划区违法建设由乡镇查处", en = "Unlawful building in a village's planning area is the township's" },
  why = {
    zh = "在乡、村庄规划区内未取得或未按许可建设的，由乡镇政府责令停止、限期改正，逾期可以拆除，不能说成部门的事。",
    en = "In township and village planning areas the township government itself orders the stop and may demolish; it is not the department's.",
  },
  basis = { { title = "中华人民共和国城乡规划法", article = "第六十五条", verified = "V" } },
  seeds = { "S003-14", "S003-41" },
  ground = false,
  since = "2019-04-23",
  parameters = {},
  applies = { kind = { "patrol", "enforce", "coerce", "demolish" }, ["planning.zone"] = "village" },
  needs = { "title" },

  check = function(title, p)
    if text.contains_any(title, { "违建", "违法建设", "违法建筑", "违章建筑" }) then return fail("own") end
    return pass()
  end,
  says = { own = { zh = "乡、村庄规划区内的违法建设由乡镇政府责令停止、限期改正，逾期可以拆除", en = "in a township or village planning area the township government orders the stop and may demolish" } },
  remedy = false,
  examples = {
    { "unlawful building", { title = "关于查处村庄违法建设的通知" }, expect = "fail", says = "own" },
    { "in short", { title = "关于拆除违建的通知" }, expect = "fail" },
    { "an unlawful house", { title = "关于拆除违法建筑的通知" }, expect = "fail" },
    { "a house against the rules", { title = "关于拆除违章建筑的通知" }, expect = "fail" },
    { "another matter", { title = "关于查处非法捕捞的通知" }, expect = "pass" },
    { "stated: no title", { title = "" }, expect = "pass" },
    { "in town", { ["planning.zone"] = "town", title = "关于拆除违建的通知" }, expect = "skip" },
    { "a form", { kind = "form", title = "违建统计表" }, expect = "skip" },
    { "not told", {}, expect = "unknown" },
  },
}
