-- 配合不出清单写明的动作。
return {
  id = "LIST-010", family = "list", level = "warn", stage = "screen",
  title = { zh = "超出清单写明的配合内容", en = "More than the stated part" },
  why = {
    zh = "配合履职只做清单写明的动作，检查、处罚等由牵头部门做。",
    en = "A township's part in a cooperative item is what the list states; inspection and penalties are the department's.",
  },
  basis = { { title = "关于加强乡镇政府服务能力建设的意见（中办发〔2017〕11号）", article = "县级部门不得随意将工作任务转交乡镇", verified = "V" } },
  seeds = { "S003-13", "S003-14", "S004-04" },
  ground = "dept_main_duty",
  since = "2017-02-20",
  parameters = {},
  applies = { ["item.kind"] = "cooperative" },
  needs = { "actions", "item.township_actions" },

  check = function(actions, stated, p)
    if list.count(stated) == 0 then return pass() end
    local beyond = list.missing(actions, stated)
    if list.count(beyond) == 0 then return pass() end
    return fail("beyond", { beyond = beyond, stated = stated })
  end,
  says = {
    beyond = {
      zh = "要求乡镇做：{beyond:list}；清单写明乡镇只做：{stated:list}",
      en = "asks the township to {beyond:list}; by the list it is to {stated:list} only",
    },
  },
  remedy = false,
  examples = {
    { "inspecting on top of patrolling", { actions = { "patrol", "inspect" }, ["item.township_actions"] = { "patrol", "report" } }, expect = "fail", says = "beyond" },
    { "just what the list says", { actions = { "patrol", "report" }, ["item.township_actions"] = { "patrol", "report" } }, expect = "pass" },
    { "less than the list says", { actions = { "report" }, ["item.township_actions"] = { "patrol", "report" } }, expect = "pass" },
    { "stated: the list names no actions", { actions = { "inspect" }, ["item.township_actions"] = {} }, expect = "pass" },
    { "stated: no actions", { actions = {}, ["item.township_actions"] = { "patrol" } }, expect = "pass" },
    { "a basic item", { ["item.kind"] = "basic", actions = { "patrol", "inspect" }, ["item.township_actions"] = { "patrol", "report" } }, expect = "skip" },
    { "actions not told", { ["item.township_actions"] = { "patrol" } }, expect = "unknown" },
  },
}
