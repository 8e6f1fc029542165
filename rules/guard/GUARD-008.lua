-- 安全巡查、群众消防，乡镇也有法定职责。
return {
  id = "GUARD-008", family = "guard", level = "info", stage = "screen",
  title = { zh = "安全生产、消防有乡镇的法定职责", en = "Work safety and fire: a township has a duty of its own" },
  why = {
    zh = "乡镇按职责检查辖区生产经营单位的安全状况、指导群众性消防工作；不能把安全的事都说成部门的。",
    en = "Townships look at the safety of businesses in their area and guide villages in fire matters; not all of safety is the department's.",
  },
  basis = {
    { title = "中华人民共和国安全生产法", article = "第九条、第八十条", verified = "V" },
    { title = "中华人民共和国消防法", article = "第三十二条", verified = "V" },
  },
  seeds = { "S003-13", "S003-41" },
  ground = false,
  since = "2021-09-01",
  parameters = {},
  applies = { kind = { "patrol", "screening", "visit" } },
  needs = { "title" },

  check = function(title, p)
    if text.contains_any(title, { "安全生产", "消防" }) then return fail("own") end
    return pass()
  end,
  says = {
    own = {
      zh = "巡查、排查、上报和群众性消防工作是乡镇法定职责；处罚、强制仍归部门",
      en = "patrolling, reporting and guiding villages in fire matters are the township's by law; penalties and coercion stay with the department",
    },
  },
  remedy = false,
  examples = {
    { "work safety", { title = "关于开展安全生产隐患排查的通知" }, expect = "fail", says = "own" },
    { "fire", { title = "关于配合开展消防巡查的函" }, expect = "fail" },
    { "another matter", { title = "关于开展森林防火巡查的通知" }, expect = "pass" },
    { "stated: no title", { title = "" }, expect = "pass" },
    { "a penalty", { kind = "penalise", title = "安全生产处罚" }, expect = "skip" },
    { "not told", {}, expect = "unknown" },
  },
}
