-- 个人信息，没有依据不采集。
return {
  id = "BURDEN-024", family = "burden", level = "hold", stage = "screen",
  title = { zh = "采集个人信息无依据", en = "Personal data without a basis" },
  why = {
    zh = "国家机关处理个人信息，要在法定职责范围内、为履职所必需；为凑指标采集亲友信息，有泄露风险。",
    en = "Organs of the state handle personal data within their duty by law and as far as needed; data of friends and kin to meet a quota may leak.",
  },
  basis = { { title = "中华人民共和国个人信息保护法", article = "第三十四条", verified = "V" } },
  seeds = { "S001-40", "S001-09" },
  ground = "weak_basis",
  since = "2021-11-01",
  parameters = {},
  applies = {
    kind = {
      "form", "ledger", "material", "survey", "data_collection", "app", "mini_program", "follow_forward", "market_entity_target", "insurance",
    },
  },
  needs = { "demands.personal_data" },
  may = { "basis" },

  check = function(data, basis, p)
    if list.count(data) == 0 then return pass() end
    if basis == nil then return unknown("basis") end
    local unsaid = false
    for _, cited in ipairs(basis) do
      if cited.kind == nil then unsaid = true elseif list.has({ "law", "regulation" }, cited.kind) then return pass() end
    end
    if unsaid then return unknown("basis") end
    return fail("no_basis", { data = data })
  end,
  says = { no_basis = { zh = "要求采集个人信息（{data:list}），未引法律、法规依据", en = "personal data ({data:list}) is asked for; no law or regulation is cited" } },
  remedy = false,
  examples = {
    { "a department's paper only", { ["demands.personal_data"] = { "身份证号" }, basis = { { title = "县倍增方案", kind = "department_document" } } }, expect = "fail", says = "no_basis" },
    { "stated: no basis", { ["demands.personal_data"] = { "身份证号" }, basis = {} }, expect = "fail" },
    { "a law", { ["demands.personal_data"] = { "身份证号" }, basis = { { title = "社会保险法", kind = "law" } } }, expect = "pass" },
    { "a regulation, the second", { ["demands.personal_data"] = { "身份证号" }, basis = { { title = "县方案", kind = "department_document" }, { title = "人口普查条例", kind = "regulation" } } }, expect = "pass" },
    { "stated: no personal data", { ["demands.personal_data"] = {}, basis = {} }, expect = "pass" },
    { "a patrol", { kind = "patrol", ["demands.personal_data"] = { "身份证号" }, basis = {} }, expect = "skip" },
    { "a law after one of unknown kind", { ["demands.personal_data"] = { "身份证号" }, basis = { { title = "某文件" }, { title = "社会保险法", kind = "law" } } }, expect = "pass" },
    { "kind of basis not told", { ["demands.personal_data"] = { "身份证号" }, basis = { { title = "某文件" } } }, expect = "unknown" },
    { "basis not told", { ["demands.personal_data"] = { "身份证号" } }, expect = "unknown" },
    { "not told", { kind = "form", basis = {} }, expect = "unknown" },
  },
}
