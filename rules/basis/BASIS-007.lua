-- 布置前听一听乡镇的意见。
return {
  id = "BASIS-007", family = "basis", level = "warn", stage = "screen",
  title = { zh = "未征求乡镇意见", en = "No township was heard" },
  why = {
    zh = "确需乡镇承担的工作，要先审核报批、听取基层意见。",
    en = "What townships are to take on is reviewed, approved, and heard with them first.",
  },
  basis = { { title = "关于推进基层整合审批服务执法力量的实施意见", article = "第五部分（充分听取基层意见）", verified = "V" } },
  seeds = { "S000-26", "S001-51", "S000-41" },
  ground = "weak_basis",
  since = "2019-02-01",
  parameters = {},
  applies = {
    kind = { "document", "forward", "patrol", "screening", "duty_post", "enforce", "penalise", "territorial_task", "quota", "site_building", "app" },
    ["emergency.running"] = false,
  },
  needs = { "consultation.townships" },

  check = function(townships, p)
    if list.count(townships) > 0 then return pass() end
    return fail("nobody")
  end,
  says = { nobody = { zh = "来文未说明征求过哪些乡镇的意见", en = "the paper does not say which townships were heard" } },
  remedy = false,
  examples = {
    { "stated: nobody heard", { ["consultation.townships"] = {} }, expect = "fail", says = "nobody" },
    { "one township", { ["consultation.townships"] = { "木塘垸镇" } }, expect = "pass" },
    { "a form", { kind = "form", ["consultation.townships"] = {} }, expect = "skip" },
    { "an emergency is running", { ["emergency.running"] = true, ["consultation.townships"] = {} }, expect = "skip" },
    { "not told", { kind = "patrol" }, expect = "unknown" },
  },
}
