-- 不随意设一票否决。
return {
  id = "INSP-009", family = "inspection", level = "hold", stage = "screen",
  title = { zh = "设一票否决", en = "A veto is set" },
  why = {
    zh = "一票否决除中央、省级有明确要求的以外不得设定。",
    en = "A veto over the whole assessment is set only where the centre or the province asks for it.",
  },
  basis = {
    { title = "整治形式主义为基层减负若干规定", article = "第六部分（不随意设一票否决）；中央2025年10月30日通报引用", verified = "V" },
    { title = "关于推进基层整合审批服务执法力量的实施意见", article = "第五部分（不得设一票否决）", verified = "V" },
  },
  seeds = { "S001-45", "S004-16" },
  ground = "pledge_or_veto",
  since = "2019-02-01",
  parameters = {},
  applies = { ["assessment.veto"] = true },
  needs = { "issuer.kind" },
  emergency = "never",

  check = function(issuer, p)
    if list.has({ "central", "provincial_party_committee", "provincial_government" }, issuer) then return pass() end
    return fail("veto")
  end,
  says = {
    veto = { zh = "设一票否决，未说明中央或省级的明确要求", en = "sets a veto without naming a demand of the centre or the province" },
    cure = { zh = "取消一票否决", en = "drop the veto" },
  },
  remedy = function(issuer, p)
    return set("assessment.veto", false)
  end,
  examples = {
    { "a county department", { ["issuer.kind"] = "county_department" }, expect = "fail", says = "veto" },
    { "the county government", { ["issuer.kind"] = "county_government" }, expect = "fail" },
    { "the province", { ["issuer.kind"] = "provincial_party_committee" }, expect = "pass" },
    { "stated: no veto", { ["assessment.veto"] = false, ["issuer.kind"] = "county_department" }, expect = "skip" },
    { "the word central", { ["issuer.kind"] = "central" }, expect = "pass" },
    { "the word provincial_government", { ["issuer.kind"] = "provincial_government" }, expect = "pass" },
    { "issuer not told", {}, expect = "unknown" },
  },
}
