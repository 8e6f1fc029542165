-- 能网上办的，不让人跑。
return {
  id = "TRACE-005", family = "trace", level = "warn", stage = "screen",
  title = { zh = "要求当面报送", en = "Somebody must travel to hand it in" },
  why = {
    zh = "偏远乡镇往返县城要半天，送一份材料不该搭上半天。",
    en = "From a remote township the trip takes half a day; a paper is not worth half a day.",
  },
  basis = { { title = "报送形式建议", article = "不要求当面报送", verified = "P" } },
  seeds = { "S001-11", "S002-10", "S001-25" },
  ground = "trace_demand",
  since = "2019-01-01",
  parameters = {},
  applies = { ["demands.in_person"] = true },
  needs = { "town.travel_hours" },
  emergency = "never",

  check = function(hours, p)
    if hours <= 0 then return pass() end
    return fail("trip", { hours = hours })
  end,
  says = {
    trip = {
      zh = "要求派人到县里办，最远的乡镇往返约 {hours:hours} 小时",
      en = "somebody must travel to the county seat, about {hours:hours} {hours:hour/hours} there and back from the farthest township",
    },
    cure = { zh = "改为线上报送", en = "take it online" },
  },
  remedy = function(hours, p)
    return set("demands.in_person", false)
  end,
  examples = {
    { "two hours and a half", { ["town.travel_hours"] = 2.5 }, expect = "fail", says = "trip" },
    { "a quarter of an hour", { ["town.travel_hours"] = 0.25 }, expect = "fail" },
    { "stated: no trip", { ["town.travel_hours"] = 0 }, expect = "pass" },
    { "online", { ["demands.in_person"] = false, ["town.travel_hours"] = 2.5 }, expect = "skip" },
    { "not told", {}, expect = "unknown" },
  },
}
