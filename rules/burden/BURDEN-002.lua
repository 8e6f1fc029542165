-- 不得摊派。
return {
  id = "BURDEN-002", family = "burden", level = "block", stage = "screen",
  title = { zh = "摊派", en = "Apportionment" },
  why = {
    zh = "保险、捐款、赞助、投票、票券由单位和个人自愿，分派数额、与考核挂钩即为摊派。",
    en = "Insurance, donations, sponsorship, votes and tickets are a free choice; amounts handed out or tied to an assessment are apportioned.",
  },
  basis = {
    { title = "中华人民共和国预算法", article = "第十三条", verified = "V" },
  },
  seeds = { "S003-29", "S001-24", "S001-25", "S003-35", "S003-34" },
  ground = "apportionment",
  since = "2018-12-29",
  parameters = {},
  applies = { kind = { "apportionment", "tickets", "insurance", "donation", "sponsorship", "voting" } },
  needs = { "quota.share", "quota.total", "assessment.linked", "kind" },
  emergency = "never",

  check = function(share, total, linked, kind, p)
    if kind == "apportionment" then return fail("apportioned") end
    if share > 0 or total > 0 then return fail("amounts", { share = share }) end
    if linked then return fail("assessed") end
    return pass()
  end,
  says = {
    apportioned = { zh = "来文要求乡镇承担摊派", en = "the township is to take its share of an apportionment" },
    amounts = { zh = "来文分派数额，每个乡镇 {share}", en = "amounts are handed out, {share} to each township" },
    assessed = { zh = "自愿事项与考核挂钩", en = "a free choice counts in an assessment" },
    cure = { zh = "取消数额和考核，改为自愿", en = "drop amounts and assessment; leave it free" },
  },
  remedy = function(share, total, linked, kind, p)
    if kind == "apportionment" then return nil end
    return { set("quota.share", 0), set("quota.total", 0), set("assessment.linked", false) }
  end,
  examples = {
    { "insurance by numbers", { kind = "insurance", ["quota.share"] = 300, ["quota.total"] = 0, ["assessment.linked"] = false }, expect = "fail", says = "amounts" },
    { "donations that count", { kind = "donation", ["quota.share"] = 0, ["quota.total"] = 0, ["assessment.linked"] = true }, expect = "fail", says = "assessed" },
    { "an apportionment", { kind = "apportionment", ["quota.share"] = 0, ["quota.total"] = 0, ["assessment.linked"] = false }, expect = "fail", says = "apportioned" },
    { "stated: nothing but an appeal", { kind = "donation", ["quota.share"] = 0, ["quota.total"] = 0, ["assessment.linked"] = false }, expect = "pass" },
    { "a meeting", { kind = "meeting", ["quota.share"] = 300, ["quota.total"] = 0, ["assessment.linked"] = false }, expect = "skip" },
    { "one insurance", { kind = "insurance", ["quota.share"] = 1, ["quota.total"] = 0, ["assessment.linked"] = false }, expect = "fail", says = "amounts" },
    { "one for the county", { kind = "insurance", ["quota.share"] = 0, ["quota.total"] = 1, ["assessment.linked"] = false }, expect = "fail", says = "amounts" },
    { "amounts not told", { kind = "insurance", ["assessment.linked"] = false }, expect = "unknown" },
  },
}
