-- 配合事项，乡镇只承担配合责任。
return {
  id = "LIST-005", family = "list", level = "hold", stage = "screen",
  title = { zh = "配合事项交成主体责任", en = "Cooperative item given as main responsibility" },
  why = {
    zh = "配合履职事项由部门牵头并对结果负责，乡镇只做清单写明的配合部分。",
    en = "The department leads a cooperative item and answers for the result; the township does its stated part only.",
  },
  basis = {
    { title = "关于推进基层整合审批服务执法力量的实施意见", article = "第五部分（不得层层转移责任）", verified = "V" },
    { title = "关于加强乡镇政府服务能力建设的意见（中办发〔2017〕11号）", article = "县级部门不得随意将工作任务转交乡镇", verified = "V" },
  },
  seeds = { "S004-04", "S003-11", "S003-13", "S003-14", "S003-15", "S003-18", "S000-24" },
  ground = "dept_main_duty",
  since = "2019-02-01",
  parameters = {},
  applies = { ["item.kind"] = "cooperative" },
  needs = { "role", "item.name", "item.department" },

  check = function(role, name, department, p)
    if role ~= "main" then return pass() end
    return fail("main", { item = name, department = department })
  end,
  says = {
    main = {
      zh = "“{item}”是配合履职事项，应由{department}承担主体责任，来文交乡镇承担",
      en = "“{item}” is a cooperative item: {department} has the main responsibility, the paper gives it to the township",
    },
    cure = { zh = "改为由部门承担主体责任，乡镇承担配合责任", en = "the department takes the main responsibility, the township cooperates" },
  },
  remedy = function(role, name, department, p)
    return set("role", "cooperating")
  end,
  examples = {
    { "main responsibility", { role = "main", ["item.name"] = "消防安全检查", ["item.department"] = "县消防救援大队" }, expect = "fail", says = "main" },
    { "cooperating", { role = "cooperating", ["item.name"] = "消防安全检查", ["item.department"] = "县消防救援大队" }, expect = "pass" },
    { "a basic item", { ["item.kind"] = "basic", role = "main", ["item.name"] = "低保核查", ["item.department"] = "" }, expect = "skip" },
    { "stated: no role", { role = "", ["item.name"] = "消防安全检查", ["item.department"] = "县消防救援大队" }, expect = "pass" },
    { "role not told", { ["item.name"] = "消防安全检查", ["item.department"] = "县消防救援大队" }, expect = "unknown" },
  },
}
