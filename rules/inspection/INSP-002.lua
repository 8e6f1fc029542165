-- 名为指导、调研，实为检查。
return {
  id = "INSP-002", family = "inspection", level = "hold", stage = "screen",
  title = { zh = "以指导、调研名义开展检查", en = "Inspection under another name" },
  why = {
    zh = "查台账、打分、通报、责令整改的，就是检查，应按检查列入计划。",
    en = "Whoever checks ledgers, scores, circulates results or orders correction inspects, whatever the visit is called.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第三部分；云南2025年3月7日通报（保山）引用", verified = "V" } },
  seeds = { "S001-16", "S002-13" },
  ground = "not_planned",
  since = "2024-08-06",
  parameters = {},
  applies = { kind = { "guidance_visit", "research_visit", "inspection", "supervision", "evaluation", "acceptance" } },
  needs = { "kind" },
  may = { "actions", "inspection.called" },

  check = function(kind, actions, called, p)
    if kind == "guidance_visit" or kind == "research_visit" then
      if actions == nil then return unknown("actions") end
      if list.has_any(actions, { "inspect", "check_ledger", "score", "circular", "rectify", "检查", "查阅台账", "查台账", "打分", "评分", "通报", "责令整改", "整改" }) then
        return fail("checks", { actions = actions })
      end
      return pass()
    end
    if called == nil then return unknown("inspection.called") end
    if text.contains_any(called, { "指导", "调研", "走访", "督导", "帮扶", "guidance", "research" }) then
      return fail("called", { called = called })
    end
    return pass()
  end,
  says = {
    checks = {
      zh = "名义是指导、调研，要做的是{actions:list}，实为检查，应按检查报备",
      en = "called guidance or research, but it is to {actions:list}: an inspection, to be filed as one",
    },
    called = {
      zh = "实为检查，以“{called}”名义开展",
      en = "an inspection that calls itself “{called}”",
    },
  },
  remedy = false,
  examples = {
    { "guidance that checks ledgers", { kind = "guidance_visit", actions = { "check_ledger", "rectify" } }, expect = "fail", says = "checks" },
    { "an inspection called research", { kind = "inspection", ["inspection.called"] = "专题调研" }, expect = "fail", says = "called" },
    { "guidance that explains", { kind = "guidance_visit", actions = { "train", "explain" } }, expect = "pass" },
    { "an inspection by its name", { kind = "inspection", ["inspection.called"] = "消防安全检查" }, expect = "pass" },
    { "stated: no name, no actions", { kind = "inspection", ["inspection.called"] = "", actions = {} }, expect = "pass" },
    { "a meeting", { kind = "meeting", actions = { "check_ledger", "rectify" } }, expect = "skip" },
    { "the word inspect", { kind = "guidance_visit", actions = { "inspect" } }, expect = "fail" },
    { "the word check_ledger", { kind = "guidance_visit", actions = { "check_ledger" } }, expect = "fail" },
    { "the word score", { kind = "guidance_visit", actions = { "score" } }, expect = "fail" },
    { "the word circular", { kind = "guidance_visit", actions = { "circular" } }, expect = "fail" },
    { "the word rectify", { kind = "guidance_visit", actions = { "rectify" } }, expect = "fail" },
    { "the word “检查”", { kind = "guidance_visit", actions = { "检查" } }, expect = "fail" },
    { "the word “查阅台账”", { kind = "guidance_visit", actions = { "查阅台账" } }, expect = "fail" },
    { "the word “查台账”", { kind = "guidance_visit", actions = { "查台账" } }, expect = "fail" },
    { "the word “打分”", { kind = "guidance_visit", actions = { "打分" } }, expect = "fail" },
    { "the word “评分”", { kind = "guidance_visit", actions = { "评分" } }, expect = "fail" },
    { "the word “通报”", { kind = "guidance_visit", actions = { "通报" } }, expect = "fail" },
    { "the word “责令整改”", { kind = "guidance_visit", actions = { "责令整改" } }, expect = "fail" },
    { "the word “整改”", { kind = "guidance_visit", actions = { "整改" } }, expect = "fail" },
    { "the word “业务指导”", { kind = "inspection", ["inspection.called"] = "业务指导" }, expect = "fail" },
    { "the word “入村走访”", { kind = "inspection", ["inspection.called"] = "入村走访" }, expect = "fail" },
    { "the word “工作督导”", { kind = "inspection", ["inspection.called"] = "工作督导" }, expect = "fail" },
    { "the word “结对帮扶”", { kind = "inspection", ["inspection.called"] = "结对帮扶" }, expect = "fail" },
    { "the word guidance", { kind = "inspection", ["inspection.called"] = "guidance" }, expect = "fail" },
    { "the word research", { kind = "inspection", ["inspection.called"] = "research" }, expect = "fail" },
    { "research that scores", { kind = "research_visit", actions = { "score" } }, expect = "fail", says = "checks" },
    { "actions not told", { kind = "guidance_visit" }, expect = "unknown" },
    { "what it is called is not told", { kind = "inspection" }, expect = "unknown" },
    { "actions of research not told", { kind = "research_visit", ["inspection.called"] = "走访" }, expect = "unknown" },
  },
}
