-- 照片、台账不作考核依据。
return {
  id = "TRACE-006", family = "trace", level = "hold", stage = "screen",
  title = { zh = "以留痕材料作考核依据", en = "Proof papers count in the assessment" },
  why = {
    zh = "开会发文、照片、学习笔记等不作为工作是否落实的标准，更不能计分。",
    en = "Meetings, papers, photos and notes are no yardstick of work done, and no source of points.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第三部分；广东2025年10月22日通报引用", verified = "V" } },
  seeds = { "S000-30", "S000-28", "S003-06", "S004-12" },
  ground = "trace_demand",
  since = "2024-08-06",
  parameters = {},
  applies = { ["assessment.linked"] = true },
  needs = { "demands.photos", "demands.dossier" },
  emergency = "never",

  check = function(photos, dossier, p)
    if photos or list.has_any(dossier, { "photos", "minutes", "ledger", "照片", "纪要", "台账" }) then return fail("scored") end
    return pass()
  end,
  says = {
    scored = {
      zh = "要求照片、纪要、台账等留痕材料，并与考核挂钩",
      en = "photos, minutes or ledgers are demanded as proof and count in the assessment",
    },
    cure = { zh = "不与考核挂钩", en = "do not link it to the assessment" },
  },
  remedy = function(photos, dossier, p)
    return set("assessment.linked", false)
  end,
  examples = {
    { "photos that count", { ["demands.photos"] = true, ["demands.dossier"] = {} }, expect = "fail", says = "scored" },
    { "minutes that count", { ["demands.photos"] = false, ["demands.dossier"] = { "minutes" } }, expect = "fail" },
    { "a ledger that counts", { ["demands.photos"] = false, ["demands.dossier"] = { "ledger" } }, expect = "fail" },
    { "photos in the dossier", { ["demands.photos"] = false, ["demands.dossier"] = { "photos" } }, expect = "fail" },
    { "photos, in Chinese", { ["demands.photos"] = false, ["demands.dossier"] = { "照片" } }, expect = "fail" },
    { "minutes, in Chinese", { ["demands.photos"] = false, ["demands.dossier"] = { "纪要" } }, expect = "fail" },
    { "a ledger, in Chinese", { ["demands.photos"] = false, ["demands.dossier"] = { "台账" } }, expect = "fail" },
    { "not linked", { ["assessment.linked"] = false, ["demands.photos"] = true, ["demands.dossier"] = { "ledger" } }, expect = "skip" },
    { "a summary only", { ["demands.photos"] = false, ["demands.dossier"] = { "summary" } }, expect = "pass" },
    { "stated: none", { ["demands.photos"] = false, ["demands.dossier"] = {} }, expect = "pass" },
    { "not told", { ["demands.photos"] = false }, expect = "unknown" },
  },
}
