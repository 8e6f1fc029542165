-- 电子的、纸的都要。
return {
  id = "DUP-064", family = "duplicate", level = "warn", stage = "audit", subject = "department",
  title = { zh = "电子版、纸质版都要", en = "Electronic and on paper" },
  why = {
    zh = "电子版交了又要签字盖章的纸质版。电子版能用就不要纸质版。",
    en = "Electronic and signed paper both. Electronic is enough.",
  },
  basis = { { title = "报送方式建议", article = "只收电子版", verified = "P" } },
  seeds = { "S001-10", "S002-10" },
  ground = false,
  since = "2025-01-01",
  parameters = {
    two_media_most = { default = 0, unit = "form", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.two_media" },

  check = function(forms, p)
    if forms <= p.two_media_most then return pass() end
    return fail("media", { value = forms, limit = p.two_media_most })
  end,
  says = {
    media = { zh = "{value} 张表电子版、纸质版都要", en = "{value} {value:form is/forms are} wanted both electronically and on paper" },
  },
  remedy = false,
  examples = {
    { "none", { ["month.two_media"] = 0 }, expect = "pass" },
    { "one", { ["month.two_media"] = 1 }, expect = "fail", says = "media" },
    { "not measured", {}, expect = "unknown" },
  },
}
