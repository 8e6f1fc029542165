-- 上下一般粗，等于没有落实。
return {
  id = "BASIS-012", family = "basis", level = "warn", stage = "screen",
  title = { zh = "照抄上级来文", en = "Copied from above" },
  why = {
    zh = "正文九成以上与上级来文相同，曾被通报；要么结合本地写，要么只引文号。",
    en = "A text more than nine tenths of which came from above was named in a circular: write for the place, or just cite.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第一部分（不照抄照转）；广东2025年12月26日通报引用", verified = "V" } },
  seeds = { "S000-36", "S000-01" },
  ground = "unclear_guidance",
  since = "2024-08-06",
  parameters = {
    max_copied_share = { default = 0.9, unit = "ratio", harder = "lower", min = 0, max = 1, source = "广东2025年12月26日通报：相似度超过90%" },
  },
  applies = { kind = { "document", "forward", "white_paper", "memo" } },
  needs = { "document.copied_share" },

  check = function(share, p)
    if share <= p.max_copied_share then return pass() end
    return fail("copied", { share = share })
  end,
  says = { copied = { zh = "正文 {share:percent} 与上级来文相同", en = "{share:percent} of the text is the same as the paper from above" } },
  remedy = false,
  examples = {
    { "almost all", { ["document.copied_share"] = 0.91 }, expect = "fail", says = "copied" },
    { "nine tenths", { ["document.copied_share"] = 0.9 }, expect = "pass" },
    { "stated: nothing", { ["document.copied_share"] = 0 }, expect = "pass" },
    { "a form", { kind = "form", ["document.copied_share"] = 0.91 }, expect = "skip" },
    { "not told", {}, expect = "unknown" },
  },
}
