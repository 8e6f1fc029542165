-- 一件事几家布置。
return {
  id = "DUP-061", family = "duplicate", level = "warn", stage = "audit", subject = "matter",
  title = { zh = "一件事几家布置", en = "Several bodies on one matter" },
  why = {
    zh = "消防几个局都查、防溺水三家都要台账。一件事由一家牵头，其他配合，乡镇只对一家。",
    en = "One body leads, the others join it, and the township answers one.",
  },
  basis = {
    { title = "地方各级人民政府机构设置和编制管理条例", article = "第十条", verified = "V" },
    { title = "牵头建议", article = "一件事一家牵头", verified = "P" },
  },
  seeds = { "S000-06", "S001-03", "S001-07", "S001-08", "S001-09", "S002-03", "S002-07", "S002-08", "S002-09", "S003-02", "S003-43" },
  ground = "duplicate",
  since = "2025-01-01",
  parameters = {
    matter_departments_most = { default = 1, unit = "department", harder = "lower", min = 1, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.matter_departments", "month.matter_names" },

  check = function(count, names, p)
    if count <= p.matter_departments_most then return pass() end
    return fail("several", { count = count, names = names })
  end,
  says = {
    several = {
      zh = "{count} 家单位就同一件事分头布置：{names:list}",
      en = "{count} {count:body/bodies} sent tasks on one matter: {names:list}",
    },
  },
  remedy = false,
  examples = {
    { "one", { ["month.matter_departments"] = 1, ["month.matter_names"] = { "县教育局" } }, expect = "pass" },
    { "two", { ["month.matter_departments"] = 2, ["month.matter_names"] = { "县教育局", "县妇女联合会" } }, expect = "fail", says = "several" },
    { "not measured", { ["month.matter_names"] = {  } }, expect = "unknown" },
  },
}
