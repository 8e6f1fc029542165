-- 转发要有自己的话。
return {
  id = "BASIS-004", family = "basis", level = "warn", stage = "screen",
  title = { zh = "转发而无具体指导", en = "Forwarded without a word of its own" },
  why = {
    zh = "只把上级文件转下来，不说本地怎么做，是“二传手”。",
    en = "Passing a paper on without saying what it means here leaves the work to those below.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第一部分（不照抄照转）；广东2025年12月26日通报引用", verified = "V" } },
  seeds = { "S000-01", "S000-36", "S003-01" },
  ground = "unclear_guidance",
  since = "2024-08-06",
  parameters = {},
  applies = { kind = "forward" },
  needs = { "guidance.objective", "guidance.method" },

  check = function(objective, method, p)
    if text.is_blank(objective) and text.is_blank(method) then return fail("bare") end
    return pass()
  end,
  says = { bare = { zh = "只转发上级来文，未说明本地的目标和做法", en = "forwards a paper and does not say what to reach or how, here" } },
  remedy = false,
  examples = {
    { "stated: nothing added", { ["guidance.objective"] = "", ["guidance.method"] = "" }, expect = "fail", says = "bare" },
    { "a method", { ["guidance.objective"] = "", ["guidance.method"] = "按附件分工逐户走访" }, expect = "pass" },
    { "an objective", { ["guidance.objective"] = "月底前排查完", ["guidance.method"] = "" }, expect = "pass" },
    { "a meeting", { kind = "meeting", ["guidance.objective"] = "", ["guidance.method"] = "" }, expect = "skip" },
    { "not told", { ["guidance.objective"] = "" }, expect = "unknown" },
  },
}
