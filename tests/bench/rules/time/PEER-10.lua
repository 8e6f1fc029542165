-- Condition 10 of the common workload.
return {
  id = "PEER-10", family = "time", level = "block", stage = "screen",
  title = { zh = "对比条件 10", en = "Common condition 10" },
  why = { zh = "与其他引擎对比用", en = "For comparison with other engines" },
  basis = { { title = "对比用例", article = "本文件", verified = "P" } }, seeds = {}, ground = "weak_basis", since = "2020-01-01", parameters = {}, applies = {},
  needs = { "message.sent_at" },
  check = function(sent, p)
    local minute = calendar.minute_of_day(sent)
    if minute >= 1260 or minute < 420 or calendar.weekday(sent) >= 6 then return fail("hit") end
    return pass()
  end,
  says = { hit = { zh = "符合条件 10", en = "condition 10 holds" } },
  remedy = false, emergency = "never",
  examples = {
    { "no", { ["message.sent_at"] = "2025-03-07T09:00" }, expect = "pass" },
    { "yes", { ["message.sent_at"] = "2025-03-07T21:00" }, expect = "fail", says = "hit" },
    { "not told", {  }, expect = "unknown" },
  },
}
