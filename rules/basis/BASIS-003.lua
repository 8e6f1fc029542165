-- 不发红头发白头，也要有个文号。
return {
  id = "BASIS-003", family = "basis", level = "warn", stage = "screen",
  title = { zh = "白头、便函无文号", en = "White paper or memo without a number" },
  why = {
    zh = "以白头、便函、群消息代替正式文件，是躲开发文总量控制。",
    en = "White papers, memos and messages in place of formal documents dodge the control of their number.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第一条（日常监测，防止以白头、便函规避）", verified = "V" } },
  seeds = { "S001-01", "S002-01", "S001-02" },
  ground = "weak_basis",
  since = "2024-08-06",
  parameters = {},
  applies = { ["document.form"] = { "white_paper", "memo", "group_message", "oral" } },
  needs = { "document.number" },

  check = function(number, p)
    if not text.is_blank(number) then return pass() end
    return fail("no_number")
  end,
  says = { no_number = { zh = "来文不是正式文件，没有文号", en = "the paper is informal and has no number" } },
  remedy = false,
  examples = {
    { "stated: no number", { ["document.number"] = "" }, expect = "fail", says = "no_number" },
    { "only spaces", { ["document.number"] = " " }, expect = "fail" },
    { "a number", { ["document.number"] = "示消便函〔2026〕12号" }, expect = "pass" },
    { "a formal document", { ["document.form"] = "document", ["document.number"] = "" }, expect = "skip" },
    { "not told", { ["document.form"] = "memo" }, expect = "unknown" },
  },
}
