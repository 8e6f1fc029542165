-- 已经有的数据又要一遍。
return {
  id = "SCORE-020", family = "scoreboard", level = "warn", stage = "audit", subject = "department",
  title = { zh = "重复索要数据", en = "Data asked for again" },
  why = {
    zh = "一次采集、多方复用：别的来文要过的、部门和共享池已有的，向持有的单位调取。",
    en = "Collected once, used by many: what another body got or holds is fetched from there.",
  },
  basis = {
    { title = "整治形式主义为基层减负若干规定", article = "第五部分（同一材料最多报一次）", verified = "S" },
    { title = "数据共享建议", article = "一次采集、多方复用", verified = "P" },
  },
  seeds = { "S000-15", "S001-09", "S001-10", "S002-09", "S002-10", "S003-10", "S003-32" },
  ground = false,
  since = "2025-01-01",
  parameters = {
    data_asked_again_green = { default = 0, unit = "field", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.data_asked_again" },

  check = function(fields, p)
    if fields <= p.data_asked_again_green then return pass() end
    return fail("again", { value = fields })
  end,
  says = {
    again = {
      zh = "有 {value} 项数据别处已经要过，或者部门、共享池已有",
      en = "{value} {value:field was asked for by another task, or is/fields were asked for by another task, or are} held already",
    },
  },
  remedy = false,
  examples = {
    { "none", { ["month.data_asked_again"] = 0 }, expect = "pass" },
    { "one", { ["month.data_asked_again"] = 1 }, expect = "fail", says = "again" },
    { "not measured", {}, expect = "unknown" },
  },
}
