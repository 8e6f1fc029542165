-- 可发可不发的，不发。
return {
  id = "BASIS-016", family = "basis", level = "warn", stage = "screen",
  title = { zh = "常规部署也发文", en = "A document for a routine matter" },
  why = {
    zh = "内部通知、常规部署，群里几句话说清楚就行，不必印发文件。",
    en = "An internal notice or a routine matter needs a few words in a group, not a document.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第一条（总量控制）", verified = "V" } },
  seeds = { "S003-01" },
  ground = false,
  since = "2024-08-06",
  parameters = {},
  applies = { kind = { "document", "forward", "white_paper", "memo" } },
  needs = { "document.routine" },

  check = function(routine, p)
    if not routine then return pass() end
    return fail("routine")
  end,
  says = { routine = { zh = "内部通知或常规部署，不必发文，简短说明即可", en = "an internal notice or routine matter: a few words would do" } },
  remedy = false,
  examples = {
    { "routine", { ["document.routine"] = true }, expect = "fail", says = "routine" },
    { "stated: not routine", { ["document.routine"] = false }, expect = "pass" },
    { "a group message", { kind = "group_message", ["document.routine"] = true }, expect = "skip" },
    { "not told", {}, expect = "unknown" },
  },
}
