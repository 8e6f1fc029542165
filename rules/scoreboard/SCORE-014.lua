-- 收回的事项又返下。
return {
  id = "SCORE-014", family = "scoreboard", level = "block", stage = "audit", subject = "department",
  title = { zh = "收回事项又下到乡镇", en = "Recalled items handed back" },
  why = {
    zh = "部门已经收回的事，换个说法又交给乡镇，责任、风险也跟着回来。收回事项由部门直接实施。",
    en = "What departments took back comes again under another name, and the risk with it. They do it themselves.",
  },
  basis = {
    { title = "关于推进基层整合审批服务执法力量的实施意见", article = "第五部分（职责准入制度）", verified = "V" },
    { title = "2026年6月30日整治形式主义通报", article = "珠海香洲：收回事项又下到镇街", verified = "V" },
  },
  seeds = { "S000-27", "S003-29", "S003-34", "S004-04" },
  ground = "recalled_item",
  since = "2025-01-01",
  parameters = {
    recalled_returned_green = { default = 0, unit = "task", harder = "lower", min = 0, source = "建议值（无全国统一规定）" },
    recalled_returned_yellow = { default = 0, unit = "task", harder = "lower", min = 0, source = "建议值（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.recalled" },

  check = function(tasks, p)
    if tasks <= math.max(p.recalled_returned_green, p.recalled_returned_yellow) then return pass() end
    return fail("red", { value = tasks })
  end,
  says = {
    red = { zh = "{value} 件属上级部门收回事项，又下到乡镇", en = "{value} {value:task/tasks} of items that departments had taken back" },
  },
  remedy = false,
  examples = {
    { "none", { ["month.recalled"] = 0 }, expect = "pass" },
    { "one", { ["month.recalled"] = 1 }, expect = "fail", says = "red" },
    { "not measured", {}, expect = "unknown" },
  },
}
