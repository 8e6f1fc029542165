-- 几个人几天要跑几百家，只能赶场摆拍。
return {
  id = "RES-013", family = "resource", level = "warn", stage = "screen",
  title = { zh = "逐户到场超过人力", en = "More places than people can visit" },
  why = {
    zh = "要求每家到场又不给人，只能拍几张照片了事；应按风险抽查，专业部门带队。",
    en = "When every place must be visited with too few people, photos are taken and that is all; sample by risk, with the department's experts in the lead.",
  },
  basis = { { title = "检查方式建议", article = "按风险抽查", verified = "P" } },
  seeds = { "S001-23" },
  ground = "over_capacity",
  since = "2019-01-01",
  parameters = {
    max_places_per_person_day = { default = 8, unit = "place", harder = "lower", min = 0, source = "建议值：每人每天八处（无全国统一规定）" },
  },
  applies = {
    kind = { "patrol", "screening", "inspection", "visit", "data_collection", "document", "forward", "memo" },
    ["demands.places"] = { at_least = 1 },
  },
  needs = { "demands.places", "staff.required", "staff.days" },

  check = function(places, people, days, p)
    if places <= people * days * p.max_places_per_person_day then return pass() end
    return fail("many", { places = places, people = people, days = days, most = p.max_places_per_person_day })
  end,
  says = {
    many = {
      zh = "要求到场 {places} 处，安排 {people} 人、{days} 天，每人每天宜不超过 {most} 处",
      en = "{places} {places:place/places} for {people} {people:person/people} in {days} {days:day/days}; {most} a person and day is what can be done well",
    },
  },
  remedy = false,
  examples = {
    { "a hundred places for two people in two days", { ["demands.places"] = 100, ["staff.required"] = 2, ["staff.days"] = 2 }, expect = "fail", says = "many" },
    { "just what can be done", { ["demands.places"] = 48, ["staff.required"] = 2, ["staff.days"] = 3 }, expect = "pass" },
    { "one more", { ["demands.places"] = 49, ["staff.required"] = 2, ["staff.days"] = 3 }, expect = "fail" },
    { "stated: nobody", { ["demands.places"] = 1, ["staff.required"] = 0, ["staff.days"] = 3 }, expect = "fail" },
    { "stated: no places", { ["demands.places"] = 0, ["staff.required"] = 0, ["staff.days"] = 0 }, expect = "skip" },
    { "a form", { kind = "form", ["demands.places"] = 100, ["staff.required"] = 0, ["staff.days"] = 0 }, expect = "skip" },
    { "days not told", { ["demands.places"] = 10, ["staff.required"] = 2 }, expect = "unknown" },
  },
}
