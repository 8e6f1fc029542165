-- 一天分几批来。
return {
  id = "INSP-062", family = "inspection", level = "warn", stage = "audit", subject = "department",
  title = { zh = "一天分几批到同一乡镇", en = "Several visits to one township on one day" },
  why = {
    zh = "粮油站、经作站同一天分两批来，乡镇接两次。一家单位一天一批。",
    en = "Two stations of one bureau came on one day, one after the other. One body comes once.",
  },
  basis = { { title = "到访建议值", article = "一家一天一批", verified = "P" } },
  seeds = { "S001-18", "S002-14" },
  ground = false,
  since = "2025-01-01",
  parameters = {
    batches_day_most = { default = 1, unit = "visit", harder = "lower", min = 1, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.batches_day" },

  check = function(batches, p)
    if batches <= p.batches_day_most then return pass() end
    return fail("several", { value = batches, limit = p.batches_day_most })
  end,
  says = {
    several = { zh = "一天分 {value} 批到同一乡镇", en = "{value} separate {value:visit/visits} to one township on one day" },
  },
  remedy = false,
  examples = {
    { "one", { ["month.batches_day"] = 1 }, expect = "pass" },
    { "two", { ["month.batches_day"] = 2 }, expect = "fail", says = "several" },
    { "not measured", {}, expect = "unknown" },
  },
}
