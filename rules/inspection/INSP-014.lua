-- 大乡小乡，不用一把尺子。
return {
  id = "INSP-014", family = "inspection", level = "info", stage = "screen",
  title = { zh = "考核未区别乡镇情况", en = "One yardstick for all townships" },
  why = {
    zh = "面积、人口、财力、重心不同，一把尺子量，强的没压力、弱的没希望。",
    en = "Townships differ in area, people, money and tasks; one yardstick leaves the strong without effort and the weak without hope.",
  },
  basis = { { title = "考核优化建议", article = "个性化、差异化考核", verified = "P" } },
  seeds = { "S001-54" },
  ground = false,
  since = "2019-01-01",
  parameters = {},
  applies = { kind = { "assessment", "evaluation", "quota" }, ["town.count"] = { at_least = 2 } },
  needs = { "assessment.differentiated" },

  check = function(differentiated, p)
    if differentiated then return pass() end
    return fail("alike")
  end,
  says = {
    alike = { zh = "未按乡镇的面积、人口、财力、工作重心区别对待", en = "area, people, money and tasks of the townships are not taken into account" },
    cure = { zh = "按乡镇情况区别设定目标", en = "set targets by township" },
  },
  remedy = function(differentiated, p)
    return set("assessment.differentiated", true)
  end,
  examples = {
    { "one yardstick", { ["assessment.differentiated"] = false }, expect = "fail", says = "alike" },
    { "by township", { ["assessment.differentiated"] = true }, expect = "pass" },
    { "one township", { ["town.count"] = 1, ["assessment.differentiated"] = false }, expect = "skip" },
    { "two townships", { ["town.count"] = 2, ["assessment.differentiated"] = false }, expect = "fail" },
    { "a form", { kind = "form", ["assessment.differentiated"] = false }, expect = "skip" },
    { "not told", {}, expect = "unknown" },
  },
}
