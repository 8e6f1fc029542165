-- 一再征求意见，也是负担。
return {
  id = "TIME-012", family = "time", level = "warn", stage = "screen",
  title = { zh = "反复征求意见", en = "Consulted again and again" },
  why = {
    zh = "二十几天征求三轮意见，曾被通报。",
    en = "Three rounds in some twenty days were named in a circular.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第一部分（精简文件）；广东2025年10月22日通报引用", verified = "V" } },
  seeds = { "S001-51", "S000-26" },
  ground = "duplicate",
  since = "2024-08-06",
  parameters = {
    max_consultation_rounds = { default = 2, unit = "round", harder = "lower", min = 0, source = "广东2025年10月22日通报：三轮即为过多" },
  },
  applies = { kind = "consultation" },
  needs = { "consultation.round" },

  check = function(round, p)
    if round <= p.max_consultation_rounds then return pass() end
    return fail("again", { round = round })
  end,
  says = { again = { zh = "这是第 {round} 轮征求意见", en = "this is round {round} of the same consultation" } },
  remedy = false,
  examples = {
    { "a third round", { ["consultation.round"] = 3 }, expect = "fail", says = "again" },
    { "a second round", { ["consultation.round"] = 2 }, expect = "pass" },
    { "stated: none", { ["consultation.round"] = 0 }, expect = "pass" },
    { "a form", { kind = "form", ["consultation.round"] = 3 }, expect = "skip" },
    { "not told", {}, expect = "unknown" },
  },
}
