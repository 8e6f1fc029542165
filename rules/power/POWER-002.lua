-- 要乡镇统筹部门，就要给召集、指挥、调度的权。
return {
  id = "POWER-002", family = "power", level = "hold", stage = "screen",
  title = { zh = "缺少统筹协调权", en = "No power to coordinate" },
  why = {
    zh = "需要几个部门一起做的事，乡镇没有召集、指挥、调度、考核的权，应由上级先协调。",
    en = "Where several departments must act, a township without power to convene, command or assess them cannot coordinate; those above do it first.",
  },
  basis = {
    { title = "关于加强乡镇政府服务能力建设的意见（中办发〔2017〕11号）", article = "权力下放须能承接", verified = "V" },
    { title = "地方各级人民政府机构设置和编制管理条例", article = "第十条", verified = "V" },
  },
  seeds = { "S000-37", "S004-07" },
  ground = "dept_must_coordinate",
  since = "2017-02-20",
  parameters = {},
  applies = {
    kind = {
      "document", "forward", "white_paper", "memo", "group_message", "patrol", "screening", "visit", "duty_post", "enforce",
      "penalise", "coerce", "demolish", "emergency", "territorial_task",
    },
  },
  needs = { "powers.missing" },

  check = function(missing, p)
    local coordination = { "convening", "commanding", "dispatching", "assessing", "supervising", "coordination", "general_management", "emergency_disposal" }
    local lacking = {}
    for _, power in ipairs(missing) do
      for _, name in ipairs(coordination) do
        if power == name or text.starts_with(power, name .. ":") then table.insert(lacking, power) end
      end
    end
    if list.count(lacking) == 0 then return pass() end
    return fail("lacking", { lacking = lacking })
  end,
  says = {
    lacking = {
      zh = "统筹这项工作需要而乡镇没有的权力：{lacking:list}，应由县级先协调或赋予",
      en = "powers to coordinate that the township lacks: {lacking:list}; the county coordinates first or gives them",
    },
  },
  remedy = false,
  examples = {
    { "no power to convene", { ["powers.missing"] = { "convening", "commanding" } }, expect = "fail", says = "lacking" },
    { "about one matter", { ["powers.missing"] = { "dispatching:联合执法" } }, expect = "fail", says = "lacking" },
    { "only a penalty is missing", { ["powers.missing"] = { "penalty" } }, expect = "pass" },
    { "stated: nothing is missing", { ["powers.missing"] = {} }, expect = "pass" },
    { "a meeting", { kind = "meeting", ["powers.missing"] = { "convening", "commanding" } }, expect = "skip" },
    { "the word convening", { ["powers.missing"] = { "convening" } }, expect = "fail" },
    { "the word commanding", { ["powers.missing"] = { "commanding" } }, expect = "fail" },
    { "the word assessing", { ["powers.missing"] = { "assessing" } }, expect = "fail" },
    { "the word supervising", { ["powers.missing"] = { "supervising" } }, expect = "fail" },
    { "the word coordination", { ["powers.missing"] = { "coordination" } }, expect = "fail" },
    { "the word general_management", { ["powers.missing"] = { "general_management" } }, expect = "fail" },
    { "the word emergency_disposal", { ["powers.missing"] = { "emergency_disposal" } }, expect = "fail" },
    { "not told", {}, expect = "unknown" },
  },
}
