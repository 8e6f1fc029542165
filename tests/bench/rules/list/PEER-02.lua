-- Condition 2 of the common workload.
return {
  id = "PEER-02", family = "list", level = "block", stage = "screen",
  title = { zh = "对比条件 2", en = "Common condition 2" },
  why = { zh = "与其他引擎对比用", en = "For comparison with other engines" },
  basis = { { title = "对比用例", article = "本文件", verified = "P" } }, seeds = {}, ground = "weak_basis", since = "2020-01-01", parameters = {}, applies = {},
  needs = { "item.kind" },
  check = function(kind, p)
    if kind == "recalled" then return fail("hit") end
    return pass()
  end,
  says = { hit = { zh = "符合条件 2", en = "condition 2 holds" } },
  remedy = false, emergency = "never",
  examples = {
    { "no", { ["item.kind"] = "basic" }, expect = "pass" },
    { "yes", { ["item.kind"] = "recalled" }, expect = "fail", says = "hit" },
    { "not told", {  }, expect = "unknown" },
  },
}
