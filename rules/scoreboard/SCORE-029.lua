-- 整改有没有做完。
return {
  id = "SCORE-029", family = "scoreboard", level = "warn", stage = "audit", subject = "department",
  title = { zh = "有没有完成的整改", en = "Corrections not done" },
  why = {
    zh = "硬规定不能柔性落实：整改到期末还没有做完的，逐月跟着走。",
    en = "Firm rules need firm follow-up: what is not put right by the end of the period is carried on.",
  },
  basis = { { title = "整改建议", article = "逐月结转，直到完成", verified = "P" } },
  seeds = { "S001-48" },
  ground = false,
  since = "2025-01-01",
  parameters = {
    open_corrections_most = { default = 0, unit = "correction", harder = "lower", min = 0, source = "建议值（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.open_corrections" },

  check = function(open, p)
    if open <= p.open_corrections_most then return pass() end
    return fail("open", { value = open, limit = p.open_corrections_most })
  end,
  says = {
    open = { zh = "有 {value} 项整改没有完成", en = "{value} {value:correction is/corrections are} not done" },
  },
  remedy = false,
  examples = {
    { "none", { ["month.open_corrections"] = 0 }, expect = "pass" },
    { "one", { ["month.open_corrections"] = 1 }, expect = "fail", says = "open" },
    { "not measured", {}, expect = "unknown" },
  },
}
