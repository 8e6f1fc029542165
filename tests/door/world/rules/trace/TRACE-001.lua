-- Photos as proof of work.
return {
  id = "TRACE-001", family = "trace", level = "warn", stage = "screen",
  title = { zh = "要求拍照留痕", en = "Photos are demanded" },
  why = { zh = "测试用", en = "For the tests" },
  basis = { { title = "测试办法", article = "第二条", verified = "S" } }, seeds = {}, ground = "trace_demand", since = "2020-01-01", parameters = {}, applies = { kind = "patrol" },
  needs = { "demands.photos" },
  check = function(photos, p)
    if photos then return fail("photos") end
    return pass()
  end,
  says = { photos = { zh = "要求拍照留痕", en = "photos are demanded" } },
  remedy = false,
  examples = {
    { "photos", { ["demands.photos"] = true }, expect = "fail", says = "photos" },
    { "none", { ["demands.photos"] = false }, expect = "pass" },
    { "not told", {}, expect = "unknown" },
    { "a form", { kind = "form", ["demands.photos"] = true }, expect = "skip" },
  },
}
