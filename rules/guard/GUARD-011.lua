-- 县里改不了的，向上反映。
return {
  id = "GUARD-011", family = "guard", level = "info", stage = "screen",
  title = { zh = "县级无权取消，应向上反映", en = "The county cannot drop it: tell those above" },
  why = {
    zh = "应用、志愿、学习一类任务县级无权整治，列入上下联动清单向上反映，不让乡镇硬扛。",
    en = "Apps, volunteering and study tasks from above the county are not the county's to drop; they go on the list that is taken up.",
  },
  basis = { { title = "减负联动建议", article = "表现在基层、根子在上面的问题上下联动整改", verified = "P" } },
  seeds = { "S001-62", "S001-49" },
  ground = false,
  since = "2019-01-01",
  parameters = {},
  applies = {
    kind = { "app", "mini_program", "follow_forward", "check_in", "points", "volunteering", "form", "ledger", "material", "quota" },
  },
  needs = { "issuer.kind" },

  check = function(issuer, p)
    local above = {
      "central", "provincial_party_committee", "provincial_government", "provincial_department", "city_party_committee",
      "city_government", "city_department",
    }
    if list.has(above, issuer) then return fail("above") end
    return pass()
  end,
  says = { above = { zh = "来自县级以上，县级无权取消，建议列入上下联动清单向上反映", en = "it comes from above the county: put it on the list that is taken up" } },
  remedy = false,
  examples = {
    { "the centre", { ["issuer.kind"] = "central" }, expect = "fail", says = "above" },
    { "a provincial party committee", { ["issuer.kind"] = "provincial_party_committee" }, expect = "fail" },
    { "a provincial government", { ["issuer.kind"] = "provincial_government" }, expect = "fail" },
    { "a provincial department", { ["issuer.kind"] = "provincial_department" }, expect = "fail" },
    { "a city party committee", { ["issuer.kind"] = "city_party_committee" }, expect = "fail" },
    { "a city government", { ["issuer.kind"] = "city_government" }, expect = "fail" },
    { "a city department", { ["issuer.kind"] = "city_department" }, expect = "fail" },
    { "a county department", { ["issuer.kind"] = "county_department" }, expect = "pass" },
    { "stated: no issuer kind", { ["issuer.kind"] = "" }, expect = "pass" },
    { "a patrol", { kind = "patrol", ["issuer.kind"] = "city_department" }, expect = "skip" },
    { "not told", { kind = "app" }, expect = "unknown" },
  },
}
