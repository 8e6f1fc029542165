-- not planned
return {
  id = "INSP-901", family = "inspection", level = "block", stage = "screen",
  title = { zh = "未列入计划", en = "not planned" },
  why = { zh = "测试用规则。", en = "A rule for tests." },
  basis = { { title = "测试依据", article = "第一条", verified = "P" } },
  seeds = {},
  ground = "not_planned",
  since = "2020-01-01",
  parameters = {},
  applies = { kind = { "inspection", "supervision" } },
  needs = { "inspection.plan_no" },

  check = function(plan, p)
    if text.is_blank(plan) then return fail("short") end
    return pass()
  end,
  says = { short = { zh = "不足", en = "short" } },
  remedy = false,
  examples = {
    { "no plan", { ["inspection.plan_no"] = "" }, expect = "fail" },
    { "planned", { ["inspection.plan_no"] = "2026-3" }, expect = "pass" },
    { "not told", {}, expect = "unknown" },
  },
}
