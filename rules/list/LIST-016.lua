-- 部门只督不干，不叫牵头。
return {
  id = "LIST-016", family = "list", level = "warn", stage = "list",
  title = { zh = "部门职责只有督导考核", en = "The department only supervises" },
  why = {
    zh = "配合履职由部门牵头做事；部门职责只写督导、考核，是留权弃责。",
    en = "In a cooperative item the department does the work; one that only supervises and assesses keeps the power and drops the duty.",
  },
  basis = {
    { title = "关于加强乡镇政府服务能力建设的意见（中办发〔2017〕11号）", article = "县级部门不得随意将工作任务转交乡镇", verified = "V" },
  },
  seeds = { "S004-11", "S000-24" },
  ground = false,
  since = "2017-02-20",
  parameters = {},
  applies = { ["item.kind"] = "cooperative" },
  needs = { "item.department_duty" },

  check = function(duty, p)
    if not text.contains_any(duty, { "督导", "督促", "考核" }) then return pass() end
    if text.contains_any(duty, { "组织", "制定", "提供", "指导", "查处", "执法", "处罚", "培训", "监测", "办理" }) then return pass() end
    return fail("supervises", { duty = duty })
  end,
  says = { supervises = { zh = "部门职责只有督导、考核：{duty}", en = "the department only supervises and assesses: {duty}" } },
  remedy = false,
  examples = {
    { "supervising only", { ["item.department_duty"] = "督导乡镇落实" }, expect = "fail", says = "supervises" },
    { "urging", { ["item.department_duty"] = "督促乡镇落实" }, expect = "fail" },
    { "assessing", { ["item.department_duty"] = "对乡镇考核" }, expect = "fail" },
    { "organising too", { ["item.department_duty"] = "组织力量并督导" }, expect = "pass" },
    { "setting the standard", { ["item.department_duty"] = "制定标准并督导" }, expect = "pass" },
    { "providing means", { ["item.department_duty"] = "提供物资并督导" }, expect = "pass" },
    { "guiding", { ["item.department_duty"] = "技术指导、督促整改" }, expect = "pass" },
    { "handling cases", { ["item.department_duty"] = "查处案件，督促整改" }, expect = "pass" },
    { "enforcing", { ["item.department_duty"] = "执法并督促整改" }, expect = "pass" },
    { "penalising", { ["item.department_duty"] = "处罚并督促整改" }, expect = "pass" },
    { "training", { ["item.department_duty"] = "培训并考核劝导员" }, expect = "pass" },
    { "monitoring", { ["item.department_duty"] = "监测火点并督导" }, expect = "pass" },
    { "handling requests", { ["item.department_duty"] = "办理登记并督导" }, expect = "pass" },
    { "a basic item", { ["item.kind"] = "basic", ["item.department_duty"] = "督导" }, expect = "skip" },
    { "stated: no duty", { ["item.department_duty"] = "" }, expect = "pass" },
    { "not told", {}, expect = "unknown" },
  },
}
