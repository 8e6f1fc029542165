-- 县和部门不搞创建示范、达标活动。
return {
  id = "BURDEN-014", family = "burden", level = "block", stage = "screen",
  title = { zh = "自设创建示范、达标活动", en = "Demonstration or standard reaching of its own" },
  why = {
    zh = "市县党政机关、群团组织和乡镇不开展创建示范活动，不设达标活动。",
    en = "City and county organs, mass organisations and townships run no demonstration creation and no standard reaching.",
  },
  basis = {
    { title = "创建示范活动管理办法（试行）", article = "市县不得自行开展", verified = "V" },
    { title = "整治形式主义为基层减负若干规定", article = "第七部分（规范创建示范和达标活动）；海南2025年6月5日、上海2026年3月7日通报引用", verified = "V" },
  },
  seeds = { "S004-06" },
  ground = "off_list_not_admitted",
  since = "2022-04-20",
  parameters = {},
  applies = { kind = { "demo_creation", "standard_reaching", "award" } },
  needs = { "issuer.kind" },
  may = { "admission.programme" },

  check = function(issuer, programme, p)
    if list.has({ "central", "provincial_party_committee", "provincial_government" }, issuer) then return pass() end
    if programme == nil then return unknown("admission.programme") end
    if not text.is_blank(programme) then return pass() end
    return fail("own")
  end,
  says = {
    own = {
      zh = "来文单位自行开展创建示范、达标、评比，未附中央或省级批准的活动项目",
      en = "the issuer runs a demonstration, standard or award of its own; no approved programme is attached",
    },
  },
  remedy = false,
  examples = {
    { "a county department", { kind = "demo_creation", ["issuer.kind"] = "county_department", ["admission.programme"] = "" }, expect = "fail", says = "own" },
    { "an approved programme", { kind = "award", ["issuer.kind"] = "county_department", ["admission.programme"] = "省创建示范项目目录第12项" }, expect = "pass" },
    { "the county government", { kind = "standard_reaching", ["issuer.kind"] = "county_government", ["admission.programme"] = "" }, expect = "fail" },
    { "the province", { kind = "demo_creation", ["issuer.kind"] = "provincial_government" }, expect = "pass" },
    { "a provincial party committee", { kind = "demo_creation", ["issuer.kind"] = "provincial_party_committee" }, expect = "pass" },
    { "the centre", { kind = "award", ["issuer.kind"] = "central" }, expect = "pass" },
    { "the township itself", { kind = "demo_creation", ["issuer.kind"] = "township", ["admission.programme"] = "" }, expect = "fail" },
    { "stated: no issuer kind", { kind = "demo_creation", ["issuer.kind"] = "", ["admission.programme"] = "" }, expect = "fail" },
    { "a patrol", { kind = "patrol", ["issuer.kind"] = "county_department", ["admission.programme"] = "" }, expect = "skip" },
    { "programme not told", { kind = "demo_creation", ["issuer.kind"] = "county_department" }, expect = "unknown" },
    { "issuer not told", { kind = "demo_creation" }, expect = "unknown" },
  },
}
