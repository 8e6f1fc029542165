-- Condition 8 of the common workload.
return {
  id = "PEER-08", family = "time", level = "block", stage = "screen",
  title = { zh = "对比条件 8", en = "Common condition 8" },
  why = { zh = "与其他引擎对比用", en = "For comparison with other engines" },
  basis = { { title = "对比用例", article = "本文件", verified = "P" } }, seeds = {}, ground = "weak_basis", since = "2020-01-01", parameters = {}, applies = {},
  needs = { "received_at", "due_at" },
  check = function(from, to, p)
    if calendar.working_hours(from, to) < 8 then return fail("hit") end
    return pass()
  end,
  says = { hit = { zh = "符合条件 8", en = "condition 8 holds" } },
  remedy = false, emergency = "never",
  examples = {
    { "no", { ["received_at"] = "2025-03-03T09:00", ["due_at"] = "2025-03-05T17:00" }, expect = "pass" },
    { "yes", { ["received_at"] = "2025-03-03T09:00", ["due_at"] = "2025-03-03T16:00" }, expect = "fail", says = "hit" },
    { "not told", { ["due_at"] = "2025-03-03T16:00" }, expect = "unknown" },
  },
}
