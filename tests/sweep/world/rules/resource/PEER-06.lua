-- Condition 6 of the common workload.
return {
  id = "PEER-06", family = "resource", level = "block", stage = "screen",
  title = { zh = "对比条件 6", en = "Common condition 6" },
  why = { zh = "与其他引擎对比用", en = "For comparison with other engines" },
  basis = { { title = "对比用例", article = "本文件", verified = "P" } }, seeds = {}, ground = "weak_basis", since = "2020-01-01", parameters = {}, applies = {},
  needs = { "staff.required", "staff.provided", "item.staff_min" },
  check = function(required, provided, least, p)
    if (required > 0 and provided < required) or provided < least then return fail("hit") end
    return pass()
  end,
  says = { hit = { zh = "符合条件 6", en = "condition 6 holds" } },
  remedy = false, emergency = "never",
  examples = {
    { "no", { ["staff.required"] = 2, ["staff.provided"] = 2, ["item.staff_min"] = 2 }, expect = "pass" },
    { "yes", { ["staff.required"] = 0, ["staff.provided"] = 1, ["item.staff_min"] = 2 }, expect = "fail", says = "hit" },
    { "not told", { ["staff.required"] = 2 }, expect = "unknown" },
  },
}
