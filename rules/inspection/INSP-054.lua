-- 一个乡镇一年被考核不超过五次，第六次并入年终。
return {
  id = "INSP-054", family = "inspection", level = "hold", stage = "screen",
  title = { zh = "本年考核已满次数", en = "Assessed often enough this year" },
  why = {
    zh = "各部门都来考核，乡镇一年到头迎考；突发应急以外，一年不超过五次，多出来的并入综合考核。",
    en = "When every body assesses, the township is tested all year; but for emergencies at most five a year, the rest goes into the joint one.",
  },
  basis = {
    { title = "关于统筹规范督查检查考核工作的通知（2018年10月）", article = "严格控制总量", verified = "M" },
    { title = "seed-003 所述做法", article = "同一乡镇每年被考核不超过5次", verified = "P" },
  },
  seeds = { "S003-21", "S003-20" },
  ground = "over_capacity",
  since = "2018-10-09",
  parameters = {
    max_assessments_a_year = { default = 5, unit = "assessment", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = { kind = { "assessment", "evaluation" }, ["emergency.running"] = false },
  needs = { "history.assessments_this_year" },

  check = function(earlier, p)
    if earlier + 1 <= p.max_assessments_a_year then return pass() end
    return fail("full", { assessment = earlier + 1, most = p.max_assessments_a_year })
  end,
  says = {
    full = {
      zh = "这是该乡镇本年第 {assessment} 次被考核，至多 {most} 次",
      en = "this is assessment {assessment} of the township this year, at most {most}",
    },
  },
  remedy = false,
  examples = {
    { "the sixth", { ["history.assessments_this_year"] = 5 }, expect = "fail", says = "full" },
    { "the fifth", { ["history.assessments_this_year"] = 4 }, expect = "pass" },
    { "the first", { ["history.assessments_this_year"] = 0 }, expect = "pass" },
    { "a meeting", { kind = "meeting", ["history.assessments_this_year"] = 5 }, expect = "skip" },
    { "an emergency is running", { ["emergency.running"] = true, ["history.assessments_this_year"] = 5 }, expect = "skip" },
    { "no ledger", { kind = "assessment" }, expect = "unknown" },
  },
}
