-- 几家要求不一样。
return {
  id = "DUP-062", family = "duplicate", level = "warn", stage = "audit", subject = "matter",
  title = { zh = "同一件事要求不一致", en = "Different demands on one matter" },
  why = {
    zh = "几家要的表、材料、时限不同，乡镇只好各做一套。由牵头单位统一成一套。",
    en = "Other forms, material or dates from each body mean a set for each: the lead body makes one.",
  },
  basis = { { title = "牵头建议", article = "统一口径、统一表格", verified = "P" } },
  seeds = { "S000-07", "S001-07" },
  ground = "duplicate",
  since = "2025-01-01",
  parameters = {},
  applies = {},
  needs = { "month.requirements_differ", "month.matter_names" },

  check = function(differ, names, p)
    if not differ then return pass() end
    return fail("differ", { names = names })
  end,
  says = {
    differ = {
      zh = "各家要的表、材料或者时限不一样：{names:list}",
      en = "they ask for other forms, material or dates: {names:list}",
    },
  },
  remedy = false,
  examples = {
    { "the same", { ["month.requirements_differ"] = false, ["month.matter_names"] = { "县教育局", "县妇女联合会" } }, expect = "pass" },
    { "different", { ["month.requirements_differ"] = true, ["month.matter_names"] = { "县教育局", "县妇女联合会" } }, expect = "fail", says = "differ" },
    { "not measured", { ["month.matter_names"] = {  } }, expect = "unknown" },
  },
}
