-- 不以责任状转嫁责任。
return {
  id = "INSP-010", family = "inspection", level = "hold", stage = "screen",
  title = { zh = "要求签责任状", en = "A pledge must be signed" },
  why = {
    zh = "不得以签订责任状、分解指标等方式把工作责任转给乡镇。",
    en = "Pledges and split targets are not a way to move responsibility down.",
  },
  basis = {
    { title = "整治形式主义为基层减负若干规定", article = "第六部分（不随意签责任状）；中央2025年10月30日通报引用", verified = "V" },
    { title = "关于推进基层整合审批服务执法力量的实施意见", article = "第五部分（不得以责任状等方式转移责任）", verified = "V" },
  },
  seeds = { "S000-27", "S000-38", "S004-04" },
  ground = "pledge_or_veto",
  since = "2019-02-01",
  parameters = {},
  applies = { ["assessment.pledge"] = true },
  needs = { "issuer.kind" },
  emergency = "never",

  check = function(issuer, p)
    if list.has({ "central", "provincial_party_committee", "provincial_government" }, issuer) then return pass() end
    return fail("pledge")
  end,
  says = {
    pledge = { zh = "要求乡镇签订责任状", en = "the township must sign a responsibility pledge" },
    cure = { zh = "取消责任状", en = "drop the pledge" },
  },
  remedy = function(issuer, p)
    return set("assessment.pledge", false)
  end,
  examples = {
    { "a county department", { ["issuer.kind"] = "county_department" }, expect = "fail", says = "pledge" },
    { "the county party committee", { ["issuer.kind"] = "county_party_committee" }, expect = "fail" },
    { "the centre", { ["issuer.kind"] = "central" }, expect = "pass" },
    { "stated: no pledge", { ["assessment.pledge"] = false, ["issuer.kind"] = "county_department" }, expect = "skip" },
    { "the word provincial_party_committee", { ["issuer.kind"] = "provincial_party_committee" }, expect = "pass" },
    { "the word provincial_government", { ["issuer.kind"] = "provincial_government" }, expect = "pass" },
    { "issuer not told", {}, expect = "unknown" },
  },
}
