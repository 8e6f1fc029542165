-- 此消彼长。
return {
  id = "SCORE-024", family = "scoreboard", level = "warn", stage = "audit", subject = "department",
  title = { zh = "一种负担降、另一种升", en = "One burden falls, another rises" },
  why = {
    zh = "发文少了、表格多了，会议少了、视频会多了，负担没有减，只是换了样子。",
    en = "Fewer documents and more forms: the burden did not fall, it moved.",
  },
  basis = {
    { title = "整治形式主义为基层减负若干规定", article = "第一条（日常监测）", verified = "V" },
    { title = "负担转移建议值", article = "一对即提醒", verified = "P" },
  },
  seeds = { "S001-58" },
  ground = false,
  since = "2025-01-01",
  parameters = {
    burden_shift_green = { default = 0, unit = "shift", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.burden_shifts" },

  check = function(shifts, p)
    if shifts <= p.burden_shift_green then return pass() end
    return fail("shift", { value = shifts, limit = p.burden_shift_green })
  end,
  says = {
    shift = { zh = "有 {value} 对负担此消彼长", en = "{value} {value:burden/burdens} moved" },
  },
  remedy = false,
  examples = {
    { "none", { ["month.burden_shifts"] = 0 }, expect = "pass" },
    { "one", { ["month.burden_shifts"] = 1 }, expect = "fail", says = "shift" },
    { "not measured", {}, expect = "unknown" },
  },
}
