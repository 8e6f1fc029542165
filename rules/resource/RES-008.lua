-- 专业性强的事，要有技术支持。
return {
  id = "RES-008", family = "resource", level = "warn", stage = "screen",
  title = { zh = "技术支持未同步", en = "No technical support came with it" },
  why = {
    zh = "专业性强的事项要有部门的技术支持，否则只能赶场、摆拍。",
    en = "A technical item needs the department's technical support, or it becomes a show.",
  },
  basis = {
    { title = "关于加强乡镇政府服务能力建设的意见（中办发〔2017〕11号）", article = "权力下放须能承接", verified = "V" },
    { title = "职责准入申请要素（建议）", article = "技术支持", verified = "P" },
  },
  seeds = { "S001-23", "S003-18" },
  ground = "no_technology",
  since = "2017-02-20",
  parameters = {},
  applies = {
    kind = { "document", "forward", "memo", "patrol", "screening", "visit", "enforce", "penalise", "coerce", "demolish", "territorial_task" },
  },
  needs = { "item.staff_skill" },
  may = { "technology" },

  check = function(skill, technology, p)
    if text.is_blank(skill) then return pass() end
    if technology == nil then return unknown("technology") end
    if list.count(technology) > 0 then return pass() end
    return fail("none", { skill = skill })
  end,
  says = {
    none = { zh = "该事项需要{skill}，来文未说明技术支持", en = "the item asks for {skill}; no technical support is stated" },
  },
  remedy = false,
  examples = {
    { "stated: no support", { ["item.staff_skill"] = "特种设备知识", technology = {} }, expect = "fail", says = "none" },
    { "an expert comes along", { ["item.staff_skill"] = "特种设备知识", technology = { "县特检所专家随同" } }, expect = "pass" },
    { "stated: no skill is asked", { ["item.staff_skill"] = "" }, expect = "pass" },
    { "a meeting", { kind = "meeting", ["item.staff_skill"] = "特种设备知识", technology = {} }, expect = "skip" },
    { "support not told", { ["item.staff_skill"] = "特种设备知识" }, expect = "unknown" },
  },
}
