-- 不拿项目、资金要挟。
return {
  id = "INSP-023", family = "inspection", level = "warn", stage = "screen",
  title = { zh = "与项目资金挂钩", en = "Projects and funds depend on it" },
  why = {
    zh = "拿考核、项目、资金调动乡镇替部门做事，乡镇难以拒绝。",
    en = "Where marks, projects and funds depend on doing a department's work, a township cannot say no.",
  },
  basis = {
    { title = "关于推进基层整合审批服务执法力量的实施意见", article = "第五部分（不得层层转移责任）", verified = "V" },
  },
  seeds = { "S004-16", "S003-12" },
  ground = "dept_main_duty",
  since = "2019-02-01",
  parameters = {},
  applies = { ["assessment.withholds_funds"] = true },
  needs = { "item.kind" },
  emergency = "never",

  check = function(kind, p)
    if kind == "basic" then return pass() end
    return fail("leverage")
  end,
  says = {
    leverage = { zh = "非乡镇基本履职的工作，与项目、资金分配挂钩", en = "projects or funds are made to depend on what is not a basic duty" },
    cure = { zh = "不与项目、资金挂钩", en = "do not tie projects and funds to it" },
  },
  remedy = function(kind, p)
    return set("assessment.withholds_funds", false)
  end,
  examples = {
    { "a cooperative item", { ["item.kind"] = "cooperative" }, expect = "fail", says = "leverage" },
    { "stated: no item", { ["item.kind"] = "" }, expect = "fail" },
    { "a basic item", { ["item.kind"] = "basic" }, expect = "pass" },
    { "nothing depends on it", { ["assessment.withholds_funds"] = false, ["item.kind"] = "cooperative" }, expect = "skip" },
    { "not told", {}, expect = "unknown" },
  },
}
