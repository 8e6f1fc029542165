-- 违法建设谁来拆，看在哪个规划区。
return {
  id = "POWER-012", family = "power", level = "block", stage = "screen",
  title = { zh = "城镇规划区内违法建设交乡镇查处", en = "Unlawful building in a town's planning area" },
  why = {
    zh = "城市、镇规划区内由县级规划主管部门责令停止、限期拆除，县级政府可以组织强拆；乡、村庄规划区内由乡镇政府自己查处。",
    en = "In city and town planning areas the county planning department orders the stop and the county government may demolish by force; in township and village planning areas the township itself acts.",
  },
  basis = { { title = "中华人民共和国城乡规划法", article = "第六十四条、第六十五条、第六十八条", verified = "V" } },
  seeds = { "S003-14" },
  ground = "dept_main_duty",
  since = "2019-04-23",
  parameters = {},
  applies = { kind = { "enforce", "penalise", "coerce", "demolish" } },
  needs = { "title" },
  may = { "planning.zone" },
  emergency = "never",

  check = function(title, zone, p)
    if not text.contains_any(title, { "违建", "违法建设", "违法建筑", "违章建筑" }) then return pass() end
    if zone == nil then return unknown("planning.zone") end
    if zone ~= "town" then return pass() end
    return fail("town")
  end,
  says = {
    town = {
      zh = "城市、镇规划区内的违法建设由县级规划主管部门查处，强制拆除由县级政府责成有关部门组织，乡镇配合通知",
      en = "in a city or town planning area the county's planning department deals with unlawful building and the county government has it demolished; the township helps to give notice",
    },
  },
  remedy = false,
  examples = {
    { "a housing estate in town", { kind = "demolish", title = "关于拆除小区违建的通知", ["planning.zone"] = "town" }, expect = "fail", says = "town" },
    { "unlawful building", { title = "关于查处违法建设的通知", ["planning.zone"] = "town" }, expect = "fail" },
    { "an unlawful house", { title = "关于查处违法建筑的通知", ["planning.zone"] = "town" }, expect = "fail" },
    { "a house against the rules", { title = "关于拆除违章建筑的通知", ["planning.zone"] = "town" }, expect = "fail" },
    { "in a village", { title = "关于拆除违建的通知", ["planning.zone"] = "village" }, expect = "pass" },
    { "outside of planning areas", { title = "关于拆除违建的通知", ["planning.zone"] = "outside" }, expect = "pass" },
    { "another matter", { title = "关于查处非法捕捞的通知", ["planning.zone"] = "town" }, expect = "pass" },
    { "stated: no title", { title = "" }, expect = "pass" },
    { "a patrol", { kind = "patrol", title = "违建巡查", ["planning.zone"] = "town" }, expect = "skip" },
    { "zone not told", { title = "关于拆除违建的通知" }, expect = "unknown" },
    { "title not told", { kind = "demolish" }, expect = "unknown" },
  },
}
