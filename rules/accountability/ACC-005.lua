-- 客观条件所限，又及时报告的，不追责。
return {
  id = "ACC-005", family = "accountability", level = "warn", stage = "screen",
  title = { zh = "因客观条件追责", en = "Blamed for circumstances" },
  why = {
    zh = "不是违纪违法，因客观条件没干好、又报告了进度的，不问责；如暴雨误工而已报进度。",
    en = "Who broke no rule, was held up by circumstances and reported it is not blamed: a storm that stopped a road, for one.",
  },
  basis = { { title = "问责建议", article = "因客观条件限制没有做好的不问责", verified = "P" } },
  seeds = { "S003-25" },
  ground = "unfair_accountability",
  since = "2019-01-01",
  parameters = {},
  applies = { ["accountability.clause"] = true, ["accountability.cause"] = "circumstances" },
  needs = { "accountability.progress_reported" },

  check = function(reported, p)
    if not reported then return pass() end
    return fail("exempt")
  end,
  says = {
    exempt = { zh = "因客观条件未完成，乡镇已报告进度，应予免责", en = "circumstances held it up and the township reported it: no blame" },
    cure = { zh = "不予追责", en = "drop the blame" },
  },
  remedy = function(reported, p)
    return set("accountability.clause", false)
  end,
  examples = {
    { "a storm, reported", { ["accountability.progress_reported"] = true }, expect = "fail", says = "exempt" },
    { "stated: not reported", { ["accountability.progress_reported"] = false }, expect = "pass" },
    { "neglect", { ["accountability.cause"] = "fault", ["accountability.progress_reported"] = true }, expect = "skip" },
    { "no blame", { ["accountability.clause"] = false, ["accountability.progress_reported"] = true }, expect = "skip" },
    { "not told", {}, expect = "unknown" },
  },
}
