-- 结果比过程重。
return {
  id = "INSP-013", family = "inspection", level = "hold", stage = "screen",
  title = { zh = "过程分值高于结果", en = "Process outweighs results" },
  why = {
    zh = "开会、研究次数分值高，结果分值低，考的是台账不是工作。",
    en = "Where meetings and ledgers earn more than results, the ledger is assessed and not the work.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第三部分（开会发文、照片等不作为工作标准）；广东2025年10月22日通报引用", verified = "V" } },
  seeds = { "S000-30", "S004-12" },
  ground = "trace_demand",
  since = "2024-08-06",
  parameters = {},
  applies = { kind = { "assessment", "evaluation", "acceptance" } },
  needs = { "assessment.process_weight", "assessment.result_weight" },

  check = function(process, result, p)
    if process <= result then return pass() end
    return fail("process", { process = process, result = result })
  end,
  says = { process = { zh = "过程指标占 {process:percent}，结果指标占 {result:percent}", en = "process weighs {process:percent}, results {result:percent}" } },
  remedy = false,
  examples = {
    { "ledgers weigh more", { ["assessment.process_weight"] = 0.6, ["assessment.result_weight"] = 0.4 }, expect = "fail", says = "process" },
    { "just more", { ["assessment.process_weight"] = 0.51, ["assessment.result_weight"] = 0.5 }, expect = "fail" },
    { "alike", { ["assessment.process_weight"] = 0.5, ["assessment.result_weight"] = 0.5 }, expect = "pass" },
    { "results weigh more", { ["assessment.process_weight"] = 0.2, ["assessment.result_weight"] = 0.8 }, expect = "pass" },
    { "stated: no process", { ["assessment.process_weight"] = 0, ["assessment.result_weight"] = 0 }, expect = "pass" },
    { "a form", { kind = "form", ["assessment.process_weight"] = 0.6, ["assessment.result_weight"] = 0.4 }, expect = "skip" },
    { "not told", { ["assessment.process_weight"] = 0.6 }, expect = "unknown" },
  },
}
