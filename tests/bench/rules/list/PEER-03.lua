-- Condition 3 of the common workload.
return {
  id = "PEER-03", family = "list", level = "block", stage = "screen",
  title = { zh = "对比条件 3", en = "Common condition 3" },
  why = { zh = "与其他引擎对比用", en = "For comparison with other engines" },
  basis = { { title = "对比用例", article = "本文件", verified = "P" } }, seeds = {}, ground = "weak_basis", since = "2020-01-01", parameters = {}, applies = {},
  needs = { "item.kind", "role" },
  check = function(kind, role, p)
    if kind == "cooperative" and role == "main" then return fail("hit") end
    return pass()
  end,
  says = { hit = { zh = "符合条件 3", en = "condition 3 holds" } },
  remedy = false, emergency = "never",
  examples = {
    { "no", { ["item.kind"] = "basic", ["role"] = "main" }, expect = "pass" },
    { "yes", { ["item.kind"] = "cooperative", ["role"] = "main" }, expect = "fail", says = "hit" },
    { "not told", { ["item.kind"] = "cooperative" }, expect = "unknown" },
  },
}
