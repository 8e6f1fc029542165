-- 临时任务要有结束的日子。
return {
  id = "GUARD-003", family = "guard", level = "hold", stage = "screen",
  title = { zh = "临时任务未写结束时间", en = "Temporary task without an end" },
  why = {
    zh = "卡点、值守、抽调是临时任务，到期自然结束，不能越压越久。",
    en = "Checkpoints, duty posts and transfers are temporary: they end on a day, and are not renewed in silence.",
  },
  basis = { { title = "阶段性任务准入建议", article = "到期即止，不自动延续", verified = "P" } },
  seeds = { "S003-19", "S000-16" },
  ground = "weak_basis",
  since = "2019-01-01",
  parameters = {},
  applies = { kind = { "duty_post", "temporary_transfer", "secondment", "shadowing" } },
  needs = { "end_at" },

  check = function(end_at, p)
    if end_at then return pass() end
    return fail("no_end")
  end,
  says = { no_end = { zh = "临时任务未说明何时结束", en = "a temporary task without a day on which it ends" } },
  remedy = false,
  examples = {
    { "stated: no end", { end_at = false }, expect = "fail", says = "no_end" },
    { "an end", { end_at = "2026-10-08" }, expect = "pass" },
    { "a patrol", { kind = "patrol", end_at = false }, expect = "skip" },
    { "not told", { kind = "duty_post" }, expect = "unknown" },
  },
}
