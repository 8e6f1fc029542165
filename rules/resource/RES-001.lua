-- 费随事转：要做的事要多少钱，就随事给多少钱。
return {
  id = "RES-001", family = "resource", level = "hold", stage = "screen",
  title = { zh = "经费未同步", en = "No funds came with it" },
  why = {
    zh = "乡镇的支出以批准的预算为依据，任务需要的经费不随任务给，就没有列支渠道。",
    en = "A township spends by its approved budget; what a task costs and nobody provides has no budget to come from.",
  },
  basis = {
    { title = "中华人民共和国预算法", article = "第十三条", verified = "V" },
    { title = "关于加强乡镇政府服务能力建设的意见（中办发〔2017〕11号）", article = "权力下放须能承接", verified = "V" },
  },
  seeds = { "S003-19", "S001-46", "S003-18" },
  ground = "no_funds",
  since = "2018-12-29",
  parameters = {},
  applies = {
    kind = {
      "document", "forward", "white_paper", "memo", "group_message", "form", "ledger", "material", "survey", "data_collection",
      "patrol", "screening", "visit", "duty_post", "volunteering", "enforce", "penalise", "coerce", "demolish", "charge",
      "collect", "emergency", "territorial_task", "quota",
    },
  },
  needs = { "funds.needed" },
  may = { "funds.provided" },

  check = function(needed, provided, p)
    if needed == 0 then return pass() end
    if provided == nil then return unknown("funds.provided") end
    if provided >= needed then return pass() end
    return fail("short", { needed = needed, provided = provided, gap = needed - provided })
  end,
  says = {
    short = {
      zh = "需要经费 {needed:yuan}，随任务拨付 {provided:yuan}，缺 {gap:yuan}",
      en = "needs {needed:yuan}, {provided:yuan} came with it, {gap:yuan} short",
    },
    cure = { zh = "随任务拨付经费 {needed:yuan}", en = "provide {needed:yuan} with the task" },
  },
  remedy = function(needed, provided, p)
    return set("funds.provided", needed)
  end,
  examples = {
    { "nothing provided", { ["funds.needed"] = 240, ["funds.provided"] = 0 }, expect = "fail", says = "short" },
    { "one yuan short", { ["funds.needed"] = 240, ["funds.provided"] = 239 }, expect = "fail" },
    { "exactly enough", { ["funds.needed"] = 240, ["funds.provided"] = 240 }, expect = "pass" },
    { "stated: needs none", { ["funds.needed"] = 0 }, expect = "pass" },
    { "a meeting", { kind = "meeting", ["funds.needed"] = 240, ["funds.provided"] = 0 }, expect = "skip" },
    { "need not told", { ["funds.provided"] = 240 }, expect = "unknown" },
    { "provision not told", { ["funds.needed"] = 240 }, expect = "unknown" },
  },
}
