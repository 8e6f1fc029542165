-- 过程公开，结果公示，异议可申诉。
return {
  id = "INSP-020", family = "inspection", level = "warn", stage = "screen",
  title = { zh = "考核不公开、无申诉", en = "An assessment in private, without appeal" },
  why = {
    zh = "考核过程全公开、结果有公示、异议可申诉，被考核的才服气。",
    en = "Process and result are public and may be appealed; only then does an assessment convince.",
  },
  basis = { { title = "考核优化建议", article = "过程公开、结果公示、异议可申诉", verified = "P" } },
  seeds = { "S001-56" },
  ground = false,
  since = "2019-01-01",
  parameters = {},
  applies = { kind = { "assessment", "evaluation" } },
  needs = { "assessment.published", "assessment.appeal" },

  check = function(published, appeal, p)
    if not published then return fail("private") end
    if text.is_blank(appeal) then return fail("final") end
    return pass()
  end,
  says = {
    private = { zh = "考核过程和结果不公开", en = "process and result are not made public" },
    final = { zh = "考核结果没有申诉渠道", en = "there is nowhere to appeal against the result" },
  },
  remedy = false,
  examples = {
    { "in private", { ["assessment.published"] = false, ["assessment.appeal"] = "县委组织部考核办" }, expect = "fail", says = "private" },
    { "stated: no appeal", { ["assessment.published"] = true, ["assessment.appeal"] = "" }, expect = "fail", says = "final" },
    { "both", { ["assessment.published"] = true, ["assessment.appeal"] = "县委组织部考核办" }, expect = "pass" },
    { "a form", { kind = "form", ["assessment.published"] = false, ["assessment.appeal"] = "" }, expect = "skip" },
    { "not told", { ["assessment.published"] = true }, expect = "unknown" },
  },
}
