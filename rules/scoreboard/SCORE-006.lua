-- 给的时间不够的占多少。
return {
  id = "SCORE-006", family = "scoreboard", level = "warn", stage = "audit", subject = "department",
  title = { zh = "时限过短偏多", en = "Much short notice" },
  why = {
    zh = "从收到到到期不足两个工作日的任务；有应急响应的不算。",
    en = "Tasks due before two working days have passed; emergencies left out.",
  },
  basis = { { title = "时限占比建议值", article = "百分之二、百分之十", verified = "P" } },
  seeds = { "S000-09", "S000-10", "S000-14", "S001-12", "S002-11" },
  ground = false,
  since = "2025-01-01",
  parameters = {
    short_notice_share_green = { default = 0.02, unit = "ratio", harder = "lower", min = 0, max = 1, source = "建议值（无全国统一规定）" },
    short_notice_share_yellow = { default = 0.1, unit = "ratio", harder = "lower", min = 0, max = 1, source = "建议值（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.short_notice_share" },

  check = function(share, p)
    if not share or share <= p.short_notice_share_green then return pass() end
    if share <= p.short_notice_share_yellow then return fail("yellow", { value = share, limit = p.short_notice_share_green }) end
    return fail("red", { value = share, limit = p.short_notice_share_yellow })
  end,
  says = {
    yellow = {
      zh = "{value:percent} 的任务时限不足，绿灯至多 {limit:percent}",
      en = "{value:percent} of the tasks leave too little time; green is at most {limit:percent}",
    },
    red = {
      zh = "{value:percent} 的任务时限不足，黄灯至多 {limit:percent}",
      en = "{value:percent} of the tasks leave too little time; yellow is at most {limit:percent}",
    },
  },
  remedy = false,
  examples = {
    { "nothing of the kind", { ["month.short_notice_share"] = 0 }, expect = "pass" },
    { "at the green limit", { ["month.short_notice_share"] = 0.02 }, expect = "pass" },
    { "just beyond green", { ["month.short_notice_share"] = 0.03 }, expect = "fail", says = "yellow" },
    { "at the yellow limit", { ["month.short_notice_share"] = 0.1 }, expect = "fail", says = "yellow" },
    { "just beyond yellow", { ["month.short_notice_share"] = 0.11 }, expect = "fail", says = "red" },
    { "nothing was sent", { ["month.short_notice_share"] = false }, expect = "pass" },
    { "not measured", {}, expect = "unknown" },
  },
}
