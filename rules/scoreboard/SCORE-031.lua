-- 清单外未经准入。
return {
  id = "SCORE-031", family = "scoreboard", level = "block", stage = "audit", subject = "department",
  title = { zh = "清单外未经准入", en = "Off the list and not admitted" },
  why = {
    zh = "清单以外的事先准入再下达；没有准入就下，乡镇可以不接。一句“属地管理”不是依据。",
    en = "What is off the list is admitted before it is sent; what is not may be declined. Territory alone is no basis.",
  },
  basis = { { title = "关于推进基层整合审批服务执法力量的实施意见", article = "第五部分（职责准入制度）", verified = "V" } },
  seeds = { "S000-23", "S003-12", "S004-05", "S004-06" },
  ground = "off_list_not_admitted",
  since = "2025-01-01",
  parameters = {
    off_list_unadmitted_green = { default = 0, unit = "task", harder = "lower", min = 0, source = "建议值（无全国统一规定）" },
    off_list_unadmitted_yellow = { default = 0, unit = "task", harder = "lower", min = 0, source = "建议值（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.off_list" },

  check = function(tasks, p)
    if tasks <= math.max(p.off_list_unadmitted_green, p.off_list_unadmitted_yellow) then return pass() end
    return fail("red", { value = tasks })
  end,
  says = {
    red = { zh = "{value} 件不在清单内，也没有准入", en = "{value} {value:task/tasks} off the list and not admitted" },
  },
  remedy = false,
  examples = {
    { "none", { ["month.off_list"] = 0 }, expect = "pass" },
    { "one", { ["month.off_list"] = 1 }, expect = "fail", says = "red" },
    { "not measured", {}, expect = "unknown" },
  },
}
