-- 名为指导，实为检查。
return {
  id = "INSP-061", family = "inspection", level = "hold", stage = "audit", subject = "department",
  title = { zh = "以调研、指导之名检查", en = "Inspections by another name" },
  why = {
    zh = "来的时候叫调研、指导，来了查台账、打分、通报，还是检查，要列入计划。",
    en = "A visit that inspects, scores or ranks is an inspection whatever it is called, and belongs in the plan.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第三部分；云南2025年3月7日通报（保山）引用", verified = "V" } },
  seeds = { "S001-16", "S002-13" },
  ground = "not_planned",
  since = "2024-08-06",
  parameters = {
    inspections_renamed_most = { default = 0, unit = "visit", harder = "lower", min = 0, source = "整治形式主义为基层减负若干规定第三部分：督查检查须列入计划" },
  },
  applies = {},
  needs = { "month.inspections_renamed" },

  check = function(visits, p)
    if visits <= p.inspections_renamed_most then return pass() end
    return fail("renamed", { value = visits, limit = p.inspections_renamed_most })
  end,
  says = {
    renamed = {
      zh = "有 {value} 次调研、指导查了台账、打了分或者通报",
      en = "{value} {value:visit/visits} called research or guidance inspected, scored or ranked",
    },
  },
  remedy = false,
  examples = {
    { "none", { ["month.inspections_renamed"] = 0 }, expect = "pass" },
    { "one", { ["month.inspections_renamed"] = 1 }, expect = "fail", says = "renamed" },
    { "not measured", {}, expect = "unknown" },
  },
}
