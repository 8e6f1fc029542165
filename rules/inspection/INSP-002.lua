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
      en = "called guidance or research, but it does {actions:list}: an inspection, to be filed as one",
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
    { "actions not told", { kind = "guidance_visit" }, expect = "unknown" },
  },
}
