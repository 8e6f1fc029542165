-- 罚款不下指标，不作考核。
return {
  id = "BURDEN-017", family = "burden", level = "block", stage = "screen",
  title = { zh = "罚款下指标、作考核", en = "Fines by quota" },
  why = {
    zh = "罚款上缴国库，不得同考核挂钩；给罚款下指标没有依据。",
    en = "Fines go to the treasury and may not be tied to an assessment; a quota of fines has no basis.",
  },
  basis = { { title = "中华人民共和国行政处罚法", article = "第六十七条、第七十四条", verified = "V" } },
  seeds = { "S001-41", "S003-26" },
  ground = "apportionment",
  since = "2021-07-15",
  parameters = {},
  applies = { kind = { "penalise", "enforce" } },
  needs = { "quota.share", "assessment.linked" },
  emergency = "never",

  check = function(share, linked, p)
    if share > 0 then return fail("quota", { share = share }) end
    if linked then return fail("assessed") end
    return pass()
  end,
  says = {
    quota = { zh = "对处罚下达指标，每个乡镇 {share}", en = "a quota of penalties: {share} for each township" },
    assessed = { zh = "罚款情况与考核挂钩", en = "fines count in an assessment" },
    cure = { zh = "取消指标，不与考核挂钩", en = "drop the quota and the link to the assessment" },
  },
  remedy = function(share, linked, p)
    return { set("quota.share", 0), set("assessment.linked", false) }
  end,
  examples = {
    { "ten fines each", { ["quota.share"] = 10, ["assessment.linked"] = false }, expect = "fail", says = "quota" },
    { "fines that count", { ["quota.share"] = 0, ["assessment.linked"] = true }, expect = "fail", says = "assessed" },
    { "one fine each", { ["quota.share"] = 1, ["assessment.linked"] = false }, expect = "fail" },
    { "stated: neither", { ["quota.share"] = 0, ["assessment.linked"] = false }, expect = "pass" },
    { "a meeting", { kind = "meeting", ["quota.share"] = 10, ["assessment.linked"] = false }, expect = "skip" },
    { "not told", { ["quota.share"] = 0 }, expect = "unknown" },
  },
}
