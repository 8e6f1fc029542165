-- 清单之外的事，部门不能自己交给乡镇。
return {
  id = "LIST-003", family = "list", level = "hold", stage = "screen",
  title = { zh = "清单外事项未经准入", en = "Not in the list and not admitted" },
  why = {
    zh = "清单外的事项要先经职责准入；县级政府可以交办，部门不能随意转交。",
    en = "Work outside the list must be admitted first; the county government may assign it, a department may not simply pass it on.",
  },
  basis = {
    { title = "关于推进基层整合审批服务执法力量的实施意见", article = "第五部分（职责准入制度）", verified = "V" },
    { title = "关于加强乡镇政府服务能力建设的意见（中办发〔2017〕11号）", article = "县级部门不得随意将工作任务转交乡镇", verified = "V" },
  },
  seeds = { "S003-12", "S001-49" },
  ground = "off_list_not_admitted",
  since = "2019-02-01",
  parameters = {},
  applies = {
    kind = {
      "document", "forward", "white_paper", "memo", "group_message", "form", "ledger", "material", "data_collection",
      "patrol", "screening", "visit", "duty_post", "volunteering", "enforce", "penalise", "coerce", "demolish", "charge",
      "collect", "territorial_task", "quota", "investment_target", "market_entity_target",
    },
    ["issuer.kind"] = {
      "provincial_department", "city_department", "county_department", "coordinating_body", "temporary_body", "task_force",
      "stationed_body", "inner_office", "mass_organisation", "enterprise", "other",
    },
  },
  needs = { "item.how" },
  may = { "admission.decision" },

  check = function(how, admitted, p)
    if how ~= "none" and how ~= "" then return pass() end
    if admitted == nil then return unknown("admission.decision") end
    if admitted then return pass() end
    return fail("off_list")
  end,
  says = {
    off_list = {
      zh = "履职清单中没有对应事项，来文未附县委、县政府的准入意见",
      en = "no item of the duty list fits, and no admission by the county came with the paper",
    },
    cure = {
      zh = "先办职责准入，由县政府研究后交办，并同步权力、经费、人员",
      en = "have it admitted first: the county government decides and assigns it, with power, money and people",
    },
  },
  remedy = function(how, admitted, p)
    return set("admission.decision", true)
  end,
  examples = {
    { "nothing in the list", { ["item.how"] = "none", ["admission.decision"] = false }, expect = "fail", says = "off_list" },
    { "admitted", { ["item.how"] = "none", ["admission.decision"] = "done" }, expect = "pass" },
    { "admitted on a day", { ["item.how"] = "", ["admission.decision"] = "2026-05-08" }, expect = "pass" },
    { "found by its text", { ["item.how"] = "matched" }, expect = "pass" },
    { "claimed and in the list", { ["item.how"] = "declared" }, expect = "pass" },
    { "county government", { ["issuer.kind"] = "county_government", kind = "patrol", ["item.how"] = "none" }, expect = "skip" },
    { "stated: no item", { ["item.how"] = "", ["admission.decision"] = false }, expect = "fail" },
    { "a meeting", { kind = "meeting", ["item.how"] = "none", ["admission.decision"] = false }, expect = "skip" },
    { "admission not told", { ["item.how"] = "none" }, expect = "unknown" },
    { "not told", { kind = "patrol" }, expect = "unknown" },
  },
}
