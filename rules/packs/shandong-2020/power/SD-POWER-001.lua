-- 山东：委托乡镇执法，先听乡镇意见，再报县级政府批准。
return {
  id = "SD-POWER-001", family = "power", level = "hold", stage = "screen",
  title = { zh = "委托执法未听意见、未批准（山东）", en = "Entrusted without opinion or approval (Shandong)" },
  why = {
    zh = "部门委托乡镇执法的，应当征求乡镇意见，报县级政府批准。",
    en = "A department that entrusts enforcement hears the township first and has the county government's approval.",
  },
  basis = { { title = "山东省乡镇人民政府工作条例", article = "第八条", verified = "V" } },
  seeds = { "S000-38", "S004-10" },
  ground = "no_power",
  since = "2020-08-01",
  parameters = {},
  applies = {
    kind = { "document", "forward", "memo", "patrol", "screening", "enforce", "penalise", "territorial_task" },
    ["powers.needed"] = { "enforcement", "penalty", "inspection_power" },
  },
  needs = { "powers.granted" },
  may = { "consultation.townships", "admission.decision" },

  check = function(granted, townships, admitted, p)
    local entrusted = false
    for _, grant in ipairs(granted) do
      if grant.mode == "entrusted" then entrusted = true end
    end
    if not entrusted then return pass() end
    if townships ~= nil and list.count(townships) == 0 then return fail("opinion") end
    if admitted == false then return fail("approval") end
    if townships == nil then return unknown("consultation.townships") end
    if admitted == nil then return unknown("admission.decision") end
    return pass()
  end,
  says = {
    opinion = { zh = "委托执法没有征求乡镇意见", en = "enforcement is entrusted and no township was heard" },
    approval = { zh = "委托执法没有县级政府批准", en = "enforcement is entrusted without the county government's approval" },
  },
  remedy = false,
  examples = {
    { "nobody heard", { ["powers.granted"] = { { power = "penalty", mode = "entrusted" } }, ["consultation.townships"] = {}, ["admission.decision"] = "done" }, expect = "fail", says = "opinion" },
    { "not approved", { ["powers.granted"] = { { power = "penalty", mode = "entrusted" } }, ["consultation.townships"] = { "某镇" }, ["admission.decision"] = false }, expect = "fail", says = "approval" },
    { "not approved, opinion not told", { ["powers.granted"] = { { power = "penalty", mode = "entrusted" } }, ["admission.decision"] = false }, expect = "fail", says = "approval" },
    { "heard and approved", { ["powers.granted"] = { { power = "penalty", mode = "entrusted" } }, ["consultation.townships"] = { "某镇" }, ["admission.decision"] = "2026-03-02" }, expect = "pass" },
    { "delegated", { ["powers.granted"] = { { power = "penalty", mode = "delegated" } }, ["consultation.townships"] = {}, ["admission.decision"] = false }, expect = "pass" },
    { "stated: nothing granted", { ["powers.granted"] = {} }, expect = "pass" },
    { "a meeting", { kind = "meeting", ["powers.granted"] = { { power = "penalty", mode = "entrusted" } }, ["consultation.townships"] = {} }, expect = "skip" },
    { "no power is needed", { ["powers.needed"] = {}, ["powers.granted"] = { { power = "penalty", mode = "entrusted" } }, ["consultation.townships"] = {} }, expect = "skip" },
    { "opinion not told", { ["powers.granted"] = { { power = "penalty", mode = "entrusted" } }, ["admission.decision"] = "done" }, expect = "unknown" },
    { "approval not told", { ["powers.granted"] = { { power = "penalty", mode = "entrusted" } }, ["consultation.townships"] = { "某镇" } }, expect = "unknown" },
    { "grant not told", { ["consultation.townships"] = {} }, expect = "unknown" },
  },
}
