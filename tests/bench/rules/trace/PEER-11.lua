-- Condition 11 of the common workload.
local WORDS = { "拍照留痕", "截图", "打卡" }

return {
  id = "PEER-11", family = "trace", level = "block", stage = "screen",
  title = { zh = "对比条件 11", en = "Common condition 11" },
  why = { zh = "与其他引擎对比用", en = "For comparison with other engines" },
  basis = { { title = "对比用例", article = "本文件", verified = "P" } }, seeds = {}, ground = "weak_basis", since = "2020-01-01", parameters = {}, applies = {},
  needs = { "demands.photos", "body" },
  check = function(photos, body, p)
    if photos or text.contains_any(body, WORDS) then return fail("hit") end
    return pass()
  end,
  says = { hit = { zh = "符合条件 11", en = "condition 11 holds" } },
  remedy = false, emergency = "never",
  examples = {
    { "no", { ["demands.photos"] = false, ["body"] = "请报送" }, expect = "pass" },
    { "yes", { ["demands.photos"] = false, ["body"] = "请截图上报" }, expect = "fail", says = "hit" },
    { "not told", { ["body"] = "请报送" }, expect = "unknown" },
  },
}
