-- 不压到村。
return {
  id = "BURDEN-010", family = "burden", level = "hold", stage = "screen",
  title = { zh = "要求分到村（社区）", en = "To be passed on to villages" },
  why = {
    zh = "村（社区）是自治组织，协助工作有单独的清单；部门委托村里办事的，经费由部门承担。",
    en = "Villages govern themselves and assist by a list of their own; a department that entrusts them pays the cost.",
  },
  basis = {
    { title = "中华人民共和国村民委员会组织法", article = "第五条、第三十七条", verified = "V" },
    { title = "中华人民共和国城市居民委员会组织法", article = "第二十条", verified = "V" },
  },
  seeds = { "S000-23", "S001-40", "S003-26" },
  ground = "passes_to_village",
  since = "2018-12-29",
  parameters = {},
  applies = {},
  needs = { "demands.pass_to_village" },
  may = { "village.listed", "village.item", "village.name" },

  check = function(pass_to_village, listed, item, name, p)
    if not pass_to_village then return pass() end
    if listed == nil then return unknown("village.listed") end
    if listed then return pass() end
    if item == nil or item == "" then return fail("passed_on") end
    return fail("excluded", { item = item, name = name })
  end,
  says = {
    excluded = {
      zh = "要求乡镇把任务分到村（社区）；村级清单写明这不由村（社区）承担：{item} {name}",
      en = "the township is to pass the task on to villages; their list says that it is not for them: {item} {name}",
    },
    passed_on = { zh = "要求乡镇把任务分到村（社区），不在村级清单内", en = "the township is to pass the task on to villages, and it is not in their list" },
    cure = { zh = "取消分到村（社区）的要求", en = "do not pass it on to villages" },
  },
  remedy = function(pass_to_village, listed, item, name, p)
    return set("demands.pass_to_village", false)
  end,
  examples = {
    { "passed on", { ["demands.pass_to_village"] = true, ["village.listed"] = false, ["village.item"] = "", ["village.name"] = "" }, expect = "fail", says = "passed_on" },
    { "the list keeps it away from villages", { ["demands.pass_to_village"] = true, ["village.listed"] = false, ["village.item"] = "V-034", ["village.name"] = "市场主体培育指标" }, expect = "fail", says = "excluded" },
    { "in the village list", { ["demands.pass_to_village"] = true, ["village.listed"] = true, ["village.item"] = "V-010", ["village.name"] = "森林防火巡查" }, expect = "pass" },
    { "stated: not passed on", { ["demands.pass_to_village"] = false }, expect = "pass" },
    { "not passed on, though the list keeps it away", { ["demands.pass_to_village"] = false, ["village.listed"] = false }, expect = "pass" },
    { "the list does not tell", { ["demands.pass_to_village"] = true }, expect = "unknown" },
    { "not told", {}, expect = "unknown" },
  },
}
