-- photos as proof
return {
  id = "TRACE-901", family = "trace", level = "hold", stage = "screen",
  title = { zh = "拍照留痕", en = "photos as proof" },
  why = { zh = "测试用规则。", en = "A rule for tests." },
  basis = { { title = "测试依据", article = "第一条", verified = "P" } },
  seeds = {},
  ground = "trace_demand",
  since = "2020-01-01",
  parameters = {},
  applies = {},
  needs = { "demands.photos" },
  emergency = "never",

  check = function(photos, p)
    if photos then return fail("short") end
    return pass()
  end,
  says = { short = { zh = "不足", en = "short" } },
  remedy = function(photos, p)
    return set("demands.photos", false)
  end,
  examples = {
    { "photos", { ["demands.photos"] = true }, expect = "fail" },
    { "none", { ["demands.photos"] = false }, expect = "pass" },
    { "not told", {}, expect = "unknown" },
  },
}
