-- 县级以下不建政务应用。
return {
  id = "BURDEN-023", family = "burden", level = "hold", stage = "screen",
  title = { zh = "乡镇自建应用", en = "A township builds an app" },
  why = {
    zh = "县级以下单位原则上不建设政务应用，用上级已有的平台。",
    en = "Units below the county build no official apps in principle; they use what exists above.",
  },
  basis = { { title = "政务移动互联网应用程序规范化管理办法（国办函〔2026〕12号）", article = "县级以下单位原则上不建设", verified = "V" } },
  seeds = { "S004-06", "S001-33" },
  ground = false,
  since = "2026-01-25",
  parameters = {},
  applies = { kind = { "app", "mini_program" } },
  needs = { "issuer.kind" },

  check = function(issuer, p)
    if issuer ~= "township" then return pass() end
    return fail("own")
  end,
  says = { own = { zh = "县级以下单位原则上不建设政务应用", en = "units below the county build no official apps in principle" } },
  remedy = false,
  examples = {
    { "a township's own", { ["issuer.kind"] = "township" }, expect = "fail", says = "own" },
    { "a county department's", { ["issuer.kind"] = "county_department" }, expect = "pass" },
    { "stated: no issuer kind", { ["issuer.kind"] = "" }, expect = "pass" },
    { "a form", { kind = "form", ["issuer.kind"] = "township" }, expect = "skip" },
    { "not told", { kind = "app" }, expect = "unknown" },
  },
}
