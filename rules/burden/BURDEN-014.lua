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
  },
  seeds = { "S001-19", "S004-06" },
  ground = "off_list_not_admitted",
  since = "2022-04-20",
  parameters = {},
  applies = { kind = { "demo_creation", "standard_reaching", "award" } },
  needs = { "issuer.kind" },

  check = function(issuer, p)
    if list.has({ "central", "provincial_party_committee", "provincial_government" }, issuer) then return pass() end
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
    { "a county department", { kind = "demo_creation", ["issuer.kind"] = "county_department" }, expect = "fail", says = "own" },
    { "the county government", { kind = "standard_reaching", ["issuer.kind"] = "county_government" }, expect = "fail" },
    { "the province", { kind = "demo_creation", ["issuer.kind"] = "provincial_government" }, expect = "pass" },
    { "the township itself", { kind = "demo_creation", ["issuer.kind"] = "township" }, expect = "fail" },
    { "stated: no issuer kind", { kind = "demo_creation", ["issuer.kind"] = "" }, expect = "fail" },
    { "issuer not told", { kind = "demo_creation" }, expect = "unknown" },
  },
}
