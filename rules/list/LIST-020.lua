-- 欠薪由人社部门查处，乡镇排查调处。
return {
  id = "LIST-020", family = "list", level = "hold", stage = "screen",
  title = { zh = "欠薪追讨交乡镇承担", en = "Recovering wages is given to the township" },
  why = {
    zh = "人力资源社会保障部门负责组织协调、监督检查、查处欠薪案件；乡镇排查、调处矛盾，不替企业背欠薪。",
    en = "The human-resources department organises, supervises and handles cases of unpaid wages; townships look into and mediate disputes, and answer for no employer.",
  },
  basis = { { title = "保障农民工工资支付条例", article = "第四条、第七条", verified = "V" } },
  seeds = { "S003-15" },
  ground = "dept_main_duty",
  since = "2020-05-01",
  parameters = {},
  applies = {
    kind = {
      "document", "forward", "white_paper", "memo", "group_message", "visit", "screening", "enforce", "penalise", "collect",
      "territorial_task",
    },
  },
  needs = { "title" },
  may = { "role", "actions" },

  check = function(title, role, actions, p)
    if not text.contains_any(title, { "欠薪", "拖欠工资", "拖欠农民工工资" }) then return pass() end
    if role == "main" then return fail("main") end
    if actions == nil then return unknown("actions") end
    if list.has_any(actions, { "recover", "investigate", "penalise", "追讨", "垫付", "查处" }) then
      return fail("handles", { actions = actions })
    end
    if role == nil then return unknown("role") end
    return pass()
  end,
  says = {
    main = {
      zh = "欠薪案件由人力资源社会保障部门查处，乡镇排查调处，不承担主体责任",
      en = "cases of unpaid wages are the human-resources department's; the township mediates and has no main responsibility",
    },
    handles = {
      zh = "要求乡镇：{actions:list}；查处、追讨由人力资源社会保障部门负责",
      en = "asks the township to {actions:list}; handling and recovery are the human-resources department's",
    },
  },
  remedy = false,
  examples = {
    { "main responsibility", { title = "关于清欠拖欠农民工工资的通知", role = "main", actions = { "mediate" } }, expect = "fail", says = "main" },
    { "to recover", { title = "关于处置企业欠薪的通知", role = "cooperating", actions = { "追讨" } }, expect = "fail", says = "handles" },
    { "to advance", { title = "关于拖欠工资的通知", role = "cooperating", actions = { "垫付" } }, expect = "fail", says = "handles" },
    { "to handle cases", { title = "关于处置企业欠薪的通知", role = "cooperating", actions = { "查处" } }, expect = "fail", says = "handles" },
    { "to recover, in English", { title = "关于处置企业欠薪的通知", actions = { "recover" } }, expect = "fail", says = "handles" },
    { "to investigate", { title = "关于处置企业欠薪的通知", actions = { "investigate" } }, expect = "fail", says = "handles" },
    { "to penalise", { title = "关于处置企业欠薪的通知", actions = { "penalise" } }, expect = "fail", says = "handles" },
    { "mediating", { title = "关于处置企业欠薪的通知", role = "cooperating", actions = { "mediate", "report" } }, expect = "pass" },
    { "unpaid wages of migrant workers, mediating", { title = "关于拖欠农民工工资的通知", role = "cooperating", actions = {} }, expect = "pass" },
    { "another matter", { title = "关于春耕备耕的通知" }, expect = "pass" },
    { "stated: no title", { title = "" }, expect = "pass" },
    { "a form", { kind = "form", title = "欠薪统计表", role = "main", actions = {} }, expect = "skip" },
    { "role not told", { title = "关于处置企业欠薪的通知", actions = { "mediate" } }, expect = "unknown" },
    { "actions not told", { title = "关于处置企业欠薪的通知", role = "cooperating" }, expect = "unknown" },
    { "unpaid wages, nothing told", { title = "关于拖欠工资的通知" }, expect = "unknown" },
  },
}
