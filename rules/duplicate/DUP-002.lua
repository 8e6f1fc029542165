-- 电子版交了，纸质版就不再要。
return {
  id = "DUP-002", family = "duplicate", level = "warn", stage = "screen",
  title = { zh = "电子版、纸质版都要", en = "Electronic and paper both" },
  why = {
    zh = "同一份资料既交电子版又交签字盖章纸质版，是同一件事做两遍。",
    en = "The same material sent electronically and again signed on paper is the same work twice.",
  },
  basis = { { title = "报送形式建议", article = "只收电子版", verified = "P" } },
  seeds = { "S001-10", "S002-10", "S001-14" },
  ground = "duplicate",
  since = "2019-01-01",
  parameters = {},
  applies = {},
  needs = { "demands.forms" },

  check = function(forms, p)
    for _, form in ipairs(forms) do
      local media = form.media or {}
      if list.has(media, "electronic") and list.has_any(media, { "paper", "sealed_paper" }) then
        return fail("both", { name = form.name or "" })
      end
    end
    return pass()
  end,
  says = {
    both = {
      zh = "“{name}”电子版、纸质版都要报",
      en = "“{name}” is wanted electronically and on paper",
    },
  },
  remedy = false,
  examples = {
    { "both", { ["demands.forms"] = { { name = "消防工作台账", media = { "electronic", "sealed_paper" } } } }, expect = "fail", says = "both" },
    { "electronic only", { ["demands.forms"] = { { name = "消防工作台账", media = { "electronic" } } } }, expect = "pass" },
    { "the second form both", { ["demands.forms"] = { { name = "甲", media = { "paper" } }, { name = "乙", media = { "paper", "electronic" } } } }, expect = "fail" },
    { "stated: no forms", { ["demands.forms"] = {} }, expect = "pass" },
    { "no name", { ["demands.forms"] = { { media = { "electronic", "paper" } } } }, expect = "fail" },
    { "not told", {}, expect = "unknown" },
  },
}
