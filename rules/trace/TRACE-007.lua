-- 会议记录、照片不是工作。
return {
  id = "TRACE-007", family = "trace", level = "warn", stage = "screen",
  title = { zh = "以会议记录、照片证明工作", en = "Minutes and photos as proof" },
  why = {
    zh = "要会议记录、现场照片来证明干过，是务虚；看结果就够了。",
    en = "Minutes and photos prove that there was a meeting and a camera; the result proves the work.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第三部分（不以照片等作为工作标准）；广东2025年10月22日通报引用", verified = "V" } },
  seeds = { "S000-18", "S004-20", "S002-16", "S003-05" },
  ground = "trace_demand",
  since = "2024-08-06",
  parameters = {},
  applies = {},
  needs = { "demands.dossier" },
  may = { "kind" },
  emergency = "never",

  check = function(dossier, kind, p)
    if not list.has_any(dossier, { "minutes", "photos", "会议记录", "纪要", "照片" }) then return pass() end
    if kind == nil then return unknown("kind") end
    if list.has({ "enforce", "penalise", "coerce", "demolish" }, kind) then return pass() end
    return fail("proof", { dossier = dossier })
  end,
  says = { proof = { zh = "要求的材料含会议记录或照片：{dossier:list}", en = "minutes or photos are among what is demanded: {dossier:list}" } },
  remedy = false,
  examples = {
    { "minutes", { kind = "patrol", ["demands.dossier"] = { "minutes" } }, expect = "fail", says = "proof" },
    { "photos", { kind = "patrol", ["demands.dossier"] = { "plan", "photos" } }, expect = "fail" },
    { "a record of a meeting", { kind = "patrol", ["demands.dossier"] = { "会议记录" } }, expect = "fail" },
    { "minutes, in Chinese", { kind = "patrol", ["demands.dossier"] = { "纪要" } }, expect = "fail" },
    { "photos, in Chinese", { kind = "patrol", ["demands.dossier"] = { "照片" } }, expect = "fail" },
    { "a summary", { kind = "patrol", ["demands.dossier"] = { "summary" } }, expect = "pass" },
    { "photos of a penalty", { kind = "penalise", ["demands.dossier"] = { "photos" } }, expect = "pass" },
    { "photos of enforcement", { kind = "enforce", ["demands.dossier"] = { "photos" } }, expect = "pass" },
    { "photos of coercion", { kind = "coerce", ["demands.dossier"] = { "photos" } }, expect = "pass" },
    { "photos of a demolition", { kind = "demolish", ["demands.dossier"] = { "photos" } }, expect = "pass" },
    { "stated: none", { ["demands.dossier"] = {} }, expect = "pass" },
    { "kind not told", { ["demands.dossier"] = { "photos" } }, expect = "unknown" },
    { "not told", { kind = "patrol" }, expect = "unknown" },
  },
}
