-- 关注、转发、打卡、投票，只能自愿。
return {
  id = "BURDEN-034", family = "burden", level = "hold", stage = "screen",
  title = { zh = "强制关注、转发、打卡、投票", en = "Forced following, forwarding, check-in, voting" },
  why = {
    zh = "拉人头、关注公众号、转发视频、投票是自愿的事，下任务就是摊派。",
    en = "Following, forwarding, voting and bringing heads are a free choice; as a task they are apportioned.",
  },
  basis = { { title = "关于防治“指尖上的形式主义”的若干意见", article = "不得强制关注、转发、投票", verified = "S" } },
  seeds = { "S003-34", "S001-36", "S003-29" },
  ground = "apportionment",
  since = "2024-01-01",
  parameters = {},
  applies = { kind = { "follow_forward", "check_in", "points", "voting" }, ["emergency.running"] = false },
  needs = { "demands.voluntary" },
  emergency = "never",

  check = function(voluntary, p)
    if voluntary then return pass() end
    return fail("forced")
  end,
  says = {
    forced = { zh = "未写明自愿参加", en = "it does not say that this is a free choice" },
    cure = { zh = "写明自愿，不下任务", en = "say that it is free, and set no task" },
  },
  remedy = function(voluntary, p)
    return set("demands.voluntary", true)
  end,
  examples = {
    { "a task", { ["demands.voluntary"] = false }, expect = "fail", says = "forced" },
    { "a free choice", { ["demands.voluntary"] = true }, expect = "pass" },
    { "a form", { kind = "form", ["demands.voluntary"] = false }, expect = "skip" },
    { "an emergency is running", { ["emergency.running"] = true, ["demands.voluntary"] = false }, expect = "skip" },
    { "not told", { kind = "voting" }, expect = "unknown" },
  },
}
