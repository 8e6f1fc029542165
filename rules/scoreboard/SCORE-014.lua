-- 清单外未准入、收回又返下。
return {
  id = "SCORE-014", family = "scoreboard", level = "block", stage = "audit", subject = "department",
  title = { zh = "清单外未准入、收回事项又下", en = "Off the list, or handed back" },
  why = {
    zh = "清单以外的事先准入再下达；收回部门的事不得再交给乡镇。",
    en = "What is off the list is admitted first; what departments took back may not be handed down again.",
  },
  basis = {
    { title = "关于推进基层整合审批服务执法力量的实施意见", article = "第五部分（职责准入制度）", verified = "V" },
    { title = "2026年6月30日整治形式主义通报", article = "珠海香洲：收回事项又下到镇街", verified = "V" },
  },
  seeds = { "S000-23", "S000-27", "S001-40", "S003-12", "S003-29", "S003-34", "S004-04", "S004-05", "S004-06" },
  ground = "recalled_item",
  since = "2025-01-01",
  parameters = {
    off_list_unadmitted_green = { default = 0, unit = "task", harder = "lower", min = 0, source = "建议值（无全国统一规定）" },
    off_list_unadmitted_yellow = { default = 0, unit = "task", harder = "lower", min = 0, source = "建议值（无全国统一规定）" },
    recalled_returned_green = { default = 0, unit = "task", harder = "lower", min = 0, source = "建议值（无全国统一规定）" },
    recalled_returned_yellow = { default = 0, unit = "task", harder = "lower", min = 0, source = "建议值（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.off_list", "month.recalled" },

  check = function(off_list, recalled, p)
    if recalled > math.max(p.recalled_returned_green, p.recalled_returned_yellow) then return fail("recalled", { value = recalled }) end
    if off_list > math.max(p.off_list_unadmitted_green, p.off_list_unadmitted_yellow) then return fail("off_list", { value = off_list }) end
    return pass()
  end,
  says = {
    recalled = { zh = "{value} 件属上级部门收回事项，又下到乡镇", en = "{value} tasks of items that departments had taken back" },
    off_list = { zh = "{value} 件不在清单内，也没有准入", en = "{value} tasks off the list and not admitted" },
  },
  remedy = false,
  examples = {
    { "neither", { ["month.off_list"] = 0, ["month.recalled"] = 0 }, expect = "pass" },
    { "one off the list", { ["month.off_list"] = 1, ["month.recalled"] = 0 }, expect = "fail", says = "off_list" },
    { "one recalled", { ["month.off_list"] = 0, ["month.recalled"] = 1 }, expect = "fail", says = "recalled" },
    { "both", { ["month.off_list"] = 2, ["month.recalled"] = 2 }, expect = "fail", says = "recalled" },
    { "not measured", { ["month.off_list"] = 0 }, expect = "unknown" },
  },
}
