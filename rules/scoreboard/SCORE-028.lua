-- 借调乡镇干部。
return {
  id = "SCORE-028", family = "scoreboard", level = "hold", stage = "audit", subject = "department",
  title = { zh = "借调、抽调乡镇干部", en = "People taken from townships" },
  why = {
    zh = "上级机关原则上不从县以下借调干部；抽调去做本部门的事，乡镇的活没人干。",
    en = "Upper bodies in principle do not second cadres from county level and below.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第四部分（规范借调干部）", verified = "V" } },
  seeds = { "S001-47" },
  ground = false,
  since = "2024-08-06",
  parameters = {
    secondments_green = { default = 0, unit = "person", harder = "lower", min = 0, source = "整治形式主义为基层减负若干规定第四部分：原则上不借调" },
  },
  applies = {},
  needs = { "month.secondments" },

  check = function(people, p)
    if people <= p.secondments_green then return pass() end
    return fail("lent", { value = people, limit = p.secondments_green })
  end,
  says = {
    lent = { zh = "要求借调、抽调 {value} 人", en = "{value} {value:person is/people are} to be lent" },
  },
  remedy = false,
  examples = {
    { "none", { ["month.secondments"] = 0 }, expect = "pass" },
    { "one", { ["month.secondments"] = 1 }, expect = "fail", says = "lent" },
    { "not measured", {}, expect = "unknown" },
  },
}
