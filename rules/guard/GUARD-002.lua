-- 说是应急，就要有级别、通知、结束时间。
return {
  id = "GUARD-002", family = "guard", level = "hold", stage = "screen",
  title = { zh = "应急要素不全", en = "Emergency without its papers" },
  why = {
    zh = "应急响应要写明事项、级别、预计期限；没有的，不能以应急为由免去其他要求。",
    en = "A response states its level, notice and expected end; without them the word emergency excuses nothing.",
  },
  basis = { { title = "中华人民共和国突发事件应对法", article = "第七十一条、第七十二条", verified = "V" } },
  seeds = { "S000-16", "S003-39" },
  ground = "weak_basis",
  since = "2024-11-01",
  parameters = {},
  applies = { ["emergency.declared"] = true },
  needs = { "emergency.level", "emergency.notice", "emergency.expected_end" },
  emergency = "never",

  check = function(level, notice, expected_end, p)
    if level > 0 and not text.is_blank(notice) and expected_end then return pass() end
    return fail("absent")
  end,
  says = {
    absent = { zh = "称为应急，响应级别、编号、预计结束时间没有写全", en = "called an emergency; level, notice number or expected end is missing" },
    cure = { zh = "补齐应急要素；不是应急的，按平时要求办", en = "supply them; or treat it as ordinary work" },
  },
  remedy = function(level, notice, expected_end, p)
    return set("emergency.declared", false)
  end,
  examples = {
    { "the word alone", { ["emergency.level"] = 0, ["emergency.notice"] = "", ["emergency.expected_end"] = false }, expect = "fail", says = "absent" },
    { "no end", { ["emergency.level"] = 3, ["emergency.notice"] = "示防指〔2026〕8号", ["emergency.expected_end"] = false }, expect = "fail" },
    { "complete", { ["emergency.level"] = 3, ["emergency.notice"] = "示防指〔2026〕8号", ["emergency.expected_end"] = "2026-07-12T18:00" }, expect = "pass" },
    { "stated: no emergency", { ["emergency.declared"] = false, ["emergency.level"] = 0, ["emergency.notice"] = "", ["emergency.expected_end"] = false }, expect = "skip" },
    { "level not given", { ["emergency.level"] = 0, ["emergency.notice"] = "示防指〔2026〕8号", ["emergency.expected_end"] = "2026-07-12T18:00" }, expect = "fail" },
    { "level one", { ["emergency.level"] = 1, ["emergency.notice"] = "示防指〔2026〕8号", ["emergency.expected_end"] = "2026-07-12T18:00" }, expect = "pass" },
    { "end not told", { ["emergency.level"] = 3, ["emergency.notice"] = "示防指〔2026〕8号" }, expect = "unknown" },
  },
}
