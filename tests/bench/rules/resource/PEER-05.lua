-- Condition 5 of the common workload.
return {
  id = "PEER-05", family = "resource", level = "block", stage = "screen",
  title = { zh = "对比条件 5", en = "Common condition 5" },
  why = { zh = "与其他引擎对比用", en = "For comparison with other engines" },
  basis = { { title = "对比用例", article = "本文件", verified = "P" } }, seeds = {}, ground = "weak_basis", since = "2020-01-01", parameters = {}, applies = {},
  needs = { "item.per_person_day", "funds.provided", "staff.days" },
  check = function(norm, provided, days, p)
    if norm > 0 and provided > 0 and provided < norm * days then return fail("hit") end
    return pass()
  end,
  says = { hit = { zh = "符合条件 5", en = "condition 5 holds" } },
  remedy = false, emergency = "never",
  examples = {
    { "no", { ["item.per_person_day"] = 120, ["funds.provided"] = 240, ["staff.days"] = 2 }, expect = "pass" },
    { "yes", { ["item.per_person_day"] = 120, ["funds.provided"] = 239, ["staff.days"] = 2 }, expect = "fail", says = "hit" },
    { "not told", { ["funds.provided"] = 0 }, expect = "unknown" },
  },
}
