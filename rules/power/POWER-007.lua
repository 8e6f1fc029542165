-- 部门自己也要做事，不能只留下督导。
return {
  id = "POWER-007", family = "power", level = "warn", stage = "screen",
  title = { zh = "部门未说明自己承担什么", en = "The department says nothing of its own part" },
  why = {
    zh = "配合事项由部门牵头，来文应当写明部门自己做哪些事，不能安排了就算落实了。",
    en = "The department leads a cooperative item: the paper should say what the department itself does, beyond supervising.",
  },
  basis = {
    { title = "关于加强乡镇政府服务能力建设的意见（中办发〔2017〕11号）", article = "县级部门不得随意将工作任务转交乡镇", verified = "V" },
  },
  seeds = { "S000-24", "S000-27", "S004-11" },
  ground = "keeps_power_drops_duty",
  since = "2019-01-01",
  parameters = {},
  applies = { ["item.kind"] = "cooperative", kind = { "document", "forward", "memo", "patrol", "screening", "visit", "duty_post", "enforce", "penalise", "territorial_task" } },
  needs = { "department_retains" },

  check = function(retains, p)
    local left = list.missing(retains, { "supervise", "supervision", "assess", "督导", "督促", "考核", "通报" })
    if list.count(left) > 0 then return pass() end
    if list.count(retains) == 0 then return fail("nothing") end
    return fail("supervising")
  end,
  says = {
    nothing = { zh = "来文未说明部门自己承担哪些工作", en = "the paper does not say what the department itself does" },
    supervising = {
      zh = "部门只保留督导、考核，未说明自己承担哪些工作",
      en = "the department keeps supervising and assessing only",
    },
  },
  remedy = false,
  examples = {
    { "nothing kept", { department_retains = {} }, expect = "fail", says = "nothing" },
    { "supervising only", { department_retains = { "督导" } }, expect = "fail", says = "supervising" },
    { "supervising and inspecting", { department_retains = { "督导", "检查" } }, expect = "pass" },
    { "inspection and penalty", { department_retains = { "检查", "处罚" } }, expect = "pass" },
    { "a basic item", { ["item.kind"] = "basic", department_retains = {} }, expect = "skip" },
    { "a meeting", { kind = "meeting", department_retains = {} }, expect = "skip" },
    { "the word supervise", { department_retains = { "supervise" } }, expect = "fail" },
    { "the word supervision", { department_retains = { "supervision" } }, expect = "fail" },
    { "the word assess", { department_retains = { "assess" } }, expect = "fail" },
    { "the word “督促”", { department_retains = { "督促" } }, expect = "fail" },
    { "the word “考核”", { department_retains = { "考核" } }, expect = "fail" },
    { "the word “通报”", { department_retains = { "通报" } }, expect = "fail" },
    { "not told", { kind = "patrol" }, expect = "unknown" },
  },
}
