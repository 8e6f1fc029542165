-- Condition 7 of the common workload.
return {
  id = "PEER-07", family = "power", level = "block", stage = "screen",
  title = { zh = "对比条件 7", en = "Common condition 7" },
  why = { zh = "与其他引擎对比用", en = "For comparison with other engines" },
  basis = { { title = "对比用例", article = "本文件", verified = "P" } }, seeds = {}, ground = "weak_basis", since = "2020-01-01", parameters = {}, applies = {},
  needs = { "powers.missing" },
  check = function(missing, p)
    if list.count(missing) > 0 then return fail("hit") end
    return pass()
  end,
  says = { hit = { zh = "符合条件 7", en = "condition 7 holds" } },
  remedy = false, emergency = "never",
  examples = {
    { "no", { ["powers.missing"] = {} }, expect = "pass" },
    { "yes", { ["powers.missing"] = { "penalty" } }, expect = "fail", says = "hit" },
    { "not told", {  }, expect = "unknown" },
  },
}
