-- 发文前先评估是否加重基层负担。
return {
  id = "BASIS-006", family = "basis", level = "hold", stage = "screen",
  title = { zh = "未做减负一致性评估", en = "No burden assessment" },
  why = {
    zh = "制发文件应当经过与减负要求一致性的评估。",
    en = "A document is assessed for consistency with burden reduction before it is issued.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第一部分（一致性评估）；上海2026年3月7日通报引用", verified = "V" } },
  seeds = { "S000-26", "S001-50" },
  ground = "weak_basis",
  since = "2024-08-06",
  parameters = {},
  applies = { kind = "document" },
  needs = { "consultation.burden_assessment" },

  check = function(done, p)
    if done then return pass() end
    return fail("missing")
  end,
  says = {
    missing = { zh = "来文未附减负一致性评估", en = "no assessment of its burden is attached" },
    cure = { zh = "先送减负办评估", en = "have the burden office assess it first" },
  },
  remedy = function(done, p)
    return set("consultation.burden_assessment", true)
  end,
  examples = {
    { "stated: not done", { ["consultation.burden_assessment"] = false }, expect = "fail", says = "missing" },
    { "done", { ["consultation.burden_assessment"] = "done" }, expect = "pass" },
    { "done on a day", { ["consultation.burden_assessment"] = "2026-03-02" }, expect = "pass" },
    { "a form", { kind = "form", ["consultation.burden_assessment"] = false }, expect = "skip" },
    { "not told", { kind = "document" }, expect = "unknown" },
  },
}
