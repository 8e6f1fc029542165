-- 人随事转：要几个人做，就随事给几个人。
return {
  id = "RES-002", family = "resource", level = "hold", stage = "screen",
  title = { zh = "人员未同步", en = "No people came with it" },
  why = {
    zh = "任务需要的人手要随任务安排，不能只压任务不派人。",
    en = "The people that a task needs come with the task; a task without people is not carried, only counted.",
  },
  basis = {
    { title = "关于加强乡镇政府服务能力建设的意见（中办发〔2017〕11号）", article = "县级部门不得随意将工作任务转交乡镇", verified = "V" },
  },
  seeds = { "S003-19", "S001-46", "S000-04", "S000-32", "S003-30" },
  ground = "no_staff",
  since = "2017-02-20",
  parameters = {},
  applies = {
    kind = {
      "document", "forward", "white_paper", "memo", "group_message", "form", "ledger", "material", "survey", "data_collection",
      "patrol", "screening", "visit", "duty_post", "volunteering", "enforce", "penalise", "coerce", "demolish", "charge",
      "collect", "emergency", "territorial_task", "quota",
    },
  },
  needs = { "staff.needed" },
  may = { "staff.provided" },

  check = function(needed, provided, p)
    if needed == 0 then return pass() end
    if provided == nil then return unknown("staff.provided") end
    if provided >= needed then return pass() end
    return fail("short", { needed = needed, provided = provided, gap = needed - provided })
  end,
  says = {
    short = {
      zh = "需要 {needed} 人，随任务安排 {provided} 人，缺 {gap} 人",
      en = "needs {needed} {needed:person/people}, {provided} came with it, {gap} short",
    },
    cure = { zh = "随任务安排 {needed} 人", en = "send {needed} {needed:person/people} with the task" },
  },
  remedy = function(needed, provided, p)
    return set("staff.provided", needed)
  end,
  examples = {
    { "nobody sent", { ["staff.needed"] = 2, ["staff.provided"] = 0 }, expect = "fail", says = "short" },
    { "one of two", { ["staff.needed"] = 2, ["staff.provided"] = 1 }, expect = "fail" },
    { "exactly enough", { ["staff.needed"] = 2, ["staff.provided"] = 2 }, expect = "pass" },
    { "stated: needs nobody", { ["staff.needed"] = 0 }, expect = "pass" },
    { "a meeting", { kind = "meeting", ["staff.needed"] = 2, ["staff.provided"] = 0 }, expect = "skip" },
    { "need not told", { ["staff.provided"] = 2 }, expect = "unknown" },
    { "provision not told", { ["staff.needed"] = 2 }, expect = "unknown" },
  },
}
