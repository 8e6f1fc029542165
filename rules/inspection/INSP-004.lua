-- 部门不单独考核乡镇。
return {
  id = "INSP-004", family = "inspection", level = "block", stage = "screen",
  title = { zh = "部门单独考核", en = "Separate assessment by a department" },
  why = {
    zh = "县对乡镇的考核合并进行，部门不再单独考核。",
    en = "The county assesses its townships once, in one assessment; no department assesses on its own.",
  },
  basis = {
    { title = "整治形式主义为基层减负若干规定", article = "第三部分（考核合并进行）；广东2025年10月22日、浙江2025年9月10日通报引用", verified = "V" },
  },
  seeds = { "S003-20", "S003-21", "S001-45", "S004-12" },
  ground = "separate_assessment",
  since = "2024-08-06",
  parameters = {},
  applies = { ["assessment.separate"] = true },
  needs = { "issuer.kind" },
  emergency = "never",

  check = function(issuer, p)
    if list.has({ "county_party_committee", "county_government", "city_party_committee", "city_government" }, issuer) then return pass() end
    return fail("separate")
  end,
  says = {
    separate = { zh = "来文由部门单独考核乡镇，未并入县级统一考核", en = "a department assesses the township on its own, outside the county's one assessment" },
    cure = { zh = "取消单独考核，需要的并入县级统一考核", en = "drop the separate assessment; what is needed goes into the county's one" },
  },
  remedy = function(issuer, p)
    return set("assessment.separate", false)
  end,
  examples = {
    { "a department", { ["issuer.kind"] = "county_department" }, expect = "fail", says = "separate" },
    { "the county's own assessment", { ["issuer.kind"] = "county_party_committee" }, expect = "pass" },
    { "a task force", { ["issuer.kind"] = "task_force" }, expect = "fail" },
    { "stated: no separate assessment", { ["assessment.separate"] = false, ["issuer.kind"] = "county_department" }, expect = "skip" },
    { "the word county_government", { ["issuer.kind"] = "county_government" }, expect = "pass" },
    { "the word city_party_committee", { ["issuer.kind"] = "city_party_committee" }, expect = "pass" },
    { "the word city_government", { ["issuer.kind"] = "city_government" }, expect = "pass" },
    { "issuer not told", {}, expect = "unknown" },
  },
}
