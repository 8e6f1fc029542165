-- 没有出路的指标，不下。
return {
  id = "BURDEN-026", family = "burden", level = "warn", stage = "screen",
  title = { zh = "指标没有可行性说明", en = "A quota nobody says how to meet" },
  why = {
    zh = "秸秆没有出路、应用面向留守老人，硬下指标只能作假；下指标先说凭什么能完成。",
    en = "Straw with no outlet, an app for the old people left behind: a hard quota breeds false figures. Say first why it can be met.",
  },
  basis = { { title = "任务布置建议", article = "下指标先说明可行性和配套", verified = "P" } },
  seeds = { "S001-43" },
  ground = "over_capacity",
  since = "2019-01-01",
  parameters = {},
  applies = { ["quota.share"] = { at_least = 1 } },
  needs = { "quota.feasibility" },

  check = function(feasibility, p)
    if not text.is_blank(feasibility) then return pass() end
    return fail("unsaid")
  end,
  says = { unsaid = { zh = "下达指标，未说明凭什么能完成、有什么配套", en = "a quota, and no word on why it can be met and what supports it" } },
  remedy = false,
  examples = {
    { "stated: nothing said", { ["quota.feasibility"] = "" }, expect = "fail", says = "unsaid" },
    { "said", { ["quota.feasibility"] = "配套收储点3处，离田补贴到户" }, expect = "pass" },
    { "no quota", { ["quota.share"] = 0, ["quota.feasibility"] = "" }, expect = "skip" },
    { "one", { ["quota.share"] = 1, ["quota.feasibility"] = " " }, expect = "fail" },
    { "not told", {}, expect = "unknown" },
  },
}
