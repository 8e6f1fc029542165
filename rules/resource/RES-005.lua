-- 报表要说清口径。
return {
  id = "RES-005", family = "resource", level = "warn", stage = "screen",
  title = { zh = "报送口径未说明", en = "The form's standard is missing" },
  why = {
    zh = "口径不清，报上去还要退回来重做，台账一改再改就是这样来的。",
    en = "Without a clear standard a form comes back again and again.",
  },
  basis = { { title = "职责准入申请要素（建议）", article = "任务要求、标准、流程", verified = "P" } },
  seeds = { "S000-05", "S000-07", "S001-13" },
  ground = "unclear_guidance",
  since = "2019-01-01",
  parameters = {},
  applies = { kind = { "form", "ledger", "material", "survey", "data_collection" } },
  needs = { "guidance.standard" },

  check = function(standard, p)
    if not text.is_blank(standard) then return pass() end
    return fail("absent")
  end,
  says = { absent = { zh = "来文未说明填报口径和标准", en = "the paper does not state by what standard to fill it in" } },
  remedy = false,
  examples = {
    { "stated: no standard", { ["guidance.standard"] = "" }, expect = "fail", says = "absent" },
    { "only spaces", { ["guidance.standard"] = " " }, expect = "fail" },
    { "a standard", { ["guidance.standard"] = "以上月末在册数为准" }, expect = "pass" },
    { "a meeting", { kind = "meeting", ["guidance.standard"] = "" }, expect = "skip" },
    { "not told", {}, expect = "unknown" },
  },
}
