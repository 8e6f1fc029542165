-- 看结果，不看照片。
return {
  id = "TRACE-001", family = "trace", level = "warn", stage = "screen",
  title = { zh = "要求拍照留痕", en = "Photos as proof of work" },
  why = {
    zh = "做没做好看结果；走访、开会、活动先拍照，耗精力，群众也反感。执法全过程记录另有规定，不在此列。",
    en = "Work is judged by its result; photos of visits and meetings cost effort and annoy residents. Recording of enforcement is another matter.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第三部分（不以照片等作为工作标准）；广东2025年10月22日通报引用", verified = "V" } },
  seeds = { "S000-18", "S001-20", "S001-21", "S001-22", "S004-20", "S002-16", "S003-05" },
  ground = "trace_demand",
  since = "2024-08-06",
  parameters = {},
  applies = { ["demands.photos"] = true },
  needs = { "kind" },
  emergency = "never",

  check = function(kind, p)
    if list.has({ "enforce", "penalise", "coerce", "demolish" }, kind) then return pass() end
    return fail("photos")
  end,
  says = {
    photos = { zh = "要求拍照、截图、录像留痕", en = "photos, screenshots or recordings are demanded as proof" },
    cure = { zh = "取消拍照留痕的要求", en = "drop the demand for photos" },
  },
  remedy = function(kind, p)
    return set("demands.photos", false)
  end,
  examples = {
    { "photos of a patrol", { kind = "patrol" }, expect = "fail", says = "photos" },
    { "recording of a penalty", { kind = "penalise" }, expect = "pass" },
    { "photos of a screening", { kind = "screening" }, expect = "fail" },
    { "stated: no photos", { kind = "patrol", ["demands.photos"] = false }, expect = "skip" },
    { "the word enforce", { kind = "enforce" }, expect = "pass" },
    { "the word coerce", { kind = "coerce" }, expect = "pass" },
    { "the word demolish", { kind = "demolish" }, expect = "pass" },
    { "kind not told", {}, expect = "unknown" },
  },
}
