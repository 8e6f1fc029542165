-- 政策出台前，县乡村三级都要听到。
return {
  id = "BASIS-015", family = "basis", level = "info", stage = "screen",
  title = { zh = "未征求县乡村三级意见", en = "Not all three levels were heard" },
  why = {
    zh = "定政策先听县、乡、村三级的意见，才接地气。",
    en = "A policy that heard county, township and village first stands on the ground.",
  },
  basis = { { title = "政策制定建议", article = "征求县乡村三级意见", verified = "P" } },
  seeds = { "S001-51" },
  ground = false,
  since = "2019-01-01",
  parameters = {},
  applies = { kind = "document", ["emergency.running"] = false },
  needs = { "consultation.levels" },

  check = function(levels, p)
    local unheard = list.missing({ "county", "township", "village" }, levels)
    if list.count(unheard) == 0 then return pass() end
    return fail("unheard", { unheard = unheard })
  end,
  says = { unheard = { zh = "没有听取的层级：{unheard:list}", en = "levels that were not heard: {unheard:list}" } },
  remedy = false,
  examples = {
    { "villages not heard", { ["consultation.levels"] = { "county", "township" } }, expect = "fail", says = "unheard" },
    { "townships not heard", { ["consultation.levels"] = { "county", "village" } }, expect = "fail" },
    { "the county not heard", { ["consultation.levels"] = { "township", "village" } }, expect = "fail" },
    { "all three", { ["consultation.levels"] = { "county", "township", "village" } }, expect = "pass" },
    { "stated: none", { ["consultation.levels"] = {} }, expect = "fail" },
    { "a form", { kind = "form", ["consultation.levels"] = {} }, expect = "skip" },
    { "an emergency is running", { ["emergency.running"] = true, ["consultation.levels"] = {} }, expect = "skip" },
    { "not told", { kind = "document" }, expect = "unknown" },
  },
}
