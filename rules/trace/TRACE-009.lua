-- 系统里有的记录，不再手工做一遍。
return {
  id = "TRACE-009", family = "trace", level = "warn", stage = "screen",
  title = { zh = "系统已有记录仍要佐证", en = "Proof of what a system records" },
  why = {
    zh = "平台自动生成的工作记录就是痕迹，再要台账照片是做两遍。",
    en = "What a system records by itself is the trace; a ledger or photos on top are the work done twice.",
  },
  basis = { { title = "留痕方式建议", article = "使用系统自动记录", verified = "P" } },
  seeds = { "S000-39" },
  ground = "trace_demand",
  since = "2019-01-01",
  parameters = {},
  applies = { ["demands.system_record"] = true },
  needs = { "demands.photos", "demands.dossier" },
  emergency = "never",

  check = function(photos, dossier, p)
    if not photos and list.count(dossier) == 0 then return pass() end
    return fail("twice")
  end,
  says = {
    twice = { zh = "系统已有记录，仍要求照片或台账佐证", en = "a system records the work; photos or ledgers are demanded on top" },
    cure = { zh = "使用系统记录，取消佐证材料", en = "use the system's record and drop the proof" },
  },
  remedy = function(photos, dossier, p)
    return { set("demands.photos", false), set("demands.dossier", {}) }
  end,
  examples = {
    { "photos on top", { ["demands.photos"] = true, ["demands.dossier"] = {} }, expect = "fail", says = "twice" },
    { "a ledger on top", { ["demands.photos"] = false, ["demands.dossier"] = { "ledger" } }, expect = "fail" },
    { "stated: none", { ["demands.photos"] = false, ["demands.dossier"] = {} }, expect = "pass" },
    { "no system", { ["demands.system_record"] = false, ["demands.photos"] = true, ["demands.dossier"] = {} }, expect = "skip" },
    { "not told", { ["demands.photos"] = true }, expect = "unknown" },
  },
}
