-- Condition 1 of the common workload.
return {
  id = "PEER-01", family = "list", level = "block", stage = "screen",
  title = { zh = "对比条件 1", en = "Common condition 1" },
  why = { zh = "与其他引擎对比用", en = "For comparison with other engines" },
  basis = { { title = "对比用例", article = "本文件", verified = "P" } }, seeds = {}, ground = "weak_basis", since = "2020-01-01", parameters = {}, applies = {},
  needs = { "item.how" },
  check = function(how, p)
    if how == "none" then return fail("hit") end
    return pass()
  end,
  says = { hit = { zh = "符合条件 1", en = "condition 1 holds" } },
  remedy = false, emergency = "never",
  examples = {
    { "no", { ["item.how"] = "declared" }, expect = "pass" },
    { "yes", { ["item.how"] = "none" }, expect = "fail", says = "hit" },
    { "not told", {  }, expect = "unknown" },
  },
}
