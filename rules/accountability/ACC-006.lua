-- 程序合规、出于公心，不作负面评价。
return {
  id = "ACC-006", family = "accountability", level = "warn", stage = "screen",
  title = { zh = "程序合规仍追责", en = "Blamed although the procedure was kept" },
  why = {
    zh = "化解矛盾只要程序合规、出于公心，结果不完美也不作负面评价。",
    en = "Who settled a dispute by the rules and in good faith is not marked down for an imperfect result.",
  },
  basis = { { title = "问责建议", article = "程序合规、出于公心的不作负面评价", verified = "P" } },
  seeds = { "S003-44" },
  ground = "unfair_accountability",
  since = "2019-01-01",
  parameters = {},
  applies = { ["accountability.clause"] = true },
  needs = { "accountability.good_faith" },
  may = { "accountability.cause" },

  check = function(good_faith, cause, p)
    if not good_faith then return pass() end
    if cause == nil then return unknown("accountability.cause") end
    if cause == "violation" then return pass() end
    return fail("exempt")
  end,
  says = {
    exempt = { zh = "程序合规、出于公心，不宜追责", en = "the procedure was kept, in good faith: no blame" },
    cure = { zh = "不予追责", en = "drop the blame" },
  },
  remedy = function(good_faith, cause, p)
    return set("accountability.clause", false)
  end,
  examples = {
    { "a poor result in good faith", { ["accountability.good_faith"] = true, ["accountability.cause"] = "result" }, expect = "fail", says = "exempt" },
    { "stated: no cause", { ["accountability.good_faith"] = true, ["accountability.cause"] = "" }, expect = "fail" },
    { "a breach of law", { ["accountability.good_faith"] = true, ["accountability.cause"] = "violation" }, expect = "pass" },
    { "stated: not in good faith", { ["accountability.good_faith"] = false }, expect = "pass" },
    { "no blame", { ["accountability.clause"] = false, ["accountability.good_faith"] = true, ["accountability.cause"] = "result" }, expect = "skip" },
    { "cause not told", { ["accountability.good_faith"] = true }, expect = "unknown" },
    { "not told", {}, expect = "unknown" },
  },
}
