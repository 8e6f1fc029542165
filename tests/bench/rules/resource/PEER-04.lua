-- Condition 4 of the common workload.
return {
  id = "PEER-04", family = "resource", level = "block", stage = "screen",
  title = { zh = "对比条件 4", en = "Common condition 4" },
  why = { zh = "与其他引擎对比用", en = "For comparison with other engines" },
  basis = { { title = "对比用例", article = "本文件", verified = "P" } }, seeds = {}, ground = "weak_basis", since = "2020-01-01", parameters = {}, applies = {},
  needs = { "item.per_person_day", "funds.provided" },
  check = function(norm, provided, p)
    if norm > 0 and provided == 0 then return fail("hit") end
    return pass()
  end,
  says = { hit = { zh = "符合条件 4", en = "condition 4 holds" } },
  remedy = false, emergency = "never",
  examples = {
    { "no", { ["item.per_person_day"] = 120, ["funds.provided"] = 1 }, expect = "pass" },
    { "yes", { ["item.per_person_day"] = 120, ["funds.provided"] = 0 }, expect = "fail", says = "hit" },
    { "not told", { ["funds.provided"] = 0 }, expect = "unknown" },
  },
}
