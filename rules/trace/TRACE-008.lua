-- 限时、保量、还要图文并茂。
return {
  id = "TRACE-008", family = "trace", level = "warn", stage = "screen",
  title = { zh = "限时保量又要佐证", en = "Deadline, quota and proof together" },
  why = {
    zh = "限时间、下指标，还要相互印证的图文材料，只能走过场；要结果就不要佐证。",
    en = "A deadline, a quota and illustrated proof at once breed a show; who wants the result drops the proof.",
  },
  basis = { { title = "任务布置建议", article = "要结果，不要佐证", verified = "P" } },
  seeds = { "S000-28" },
  ground = "trace_demand",
  since = "2019-01-01",
  parameters = {},
  applies = { ["quota.share"] = { at_least = 1 } },
  needs = { "due_at", "demands.photos", "demands.dossier" },
  emergency = "never",

  check = function(due_at, photos, dossier, p)
    if due_at and (photos or list.count(dossier) > 0) then return fail("all_three") end
    return pass()
  end,
  says = {
    all_three = { zh = "限时、下指标，又要图文佐证", en = "a deadline and a quota, and illustrated proof on top" },
    cure = { zh = "只看结果，取消佐证材料", en = "ask for the result and drop the proof" },
  },
  remedy = function(due_at, photos, dossier, p)
    return { set("demands.photos", false), set("demands.dossier", {}) }
  end,
  examples = {
    { "with photos", { due_at = "2026-11-30", ["demands.photos"] = true, ["demands.dossier"] = {} }, expect = "fail", says = "all_three" },
    { "with a dossier", { due_at = "2026-11-30", ["demands.photos"] = false, ["demands.dossier"] = { "ledger" } }, expect = "fail" },
    { "no proof", { due_at = "2026-11-30", ["demands.photos"] = false, ["demands.dossier"] = {} }, expect = "pass" },
    { "stated: no deadline", { due_at = false, ["demands.photos"] = true, ["demands.dossier"] = { "ledger" } }, expect = "pass" },
    { "no quota", { ["quota.share"] = 0, due_at = "2026-11-30", ["demands.photos"] = true, ["demands.dossier"] = {} }, expect = "skip" },
    { "one", { ["quota.share"] = 1, due_at = "2026-11-30", ["demands.photos"] = true, ["demands.dossier"] = {} }, expect = "fail" },
    { "not told", { due_at = "2026-11-30", ["demands.photos"] = true }, expect = "unknown" },
  },
}
