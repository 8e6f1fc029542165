-- 乡镇不接之后有没有被报复。
return {
  id = "SCORE-021", family = "scoreboard", level = "hold", stage = "audit", subject = "department",
  title = { zh = "不予承接之后被考核、通报、追责", en = "Assessed, ranked or blamed after declining" },
  why = {
    zh = "敢说不能吃亏：不予承接或反映以后三十天内，同一单位来考核、通报、追责，要查清楚。只是迹象，不是认定，不提是哪个乡镇。",
    en = "Who declines may not suffer for it. This is a sign to look into, not a finding of guilt; the township is not named.",
  },
  basis = { { title = "关于推进基层整合审批服务执法力量的实施意见", article = "第五部分（充分听取基层意见）", verified = "V" } },
  seeds = { "S004-17" },
  ground = false,
  since = "2025-01-01",
  parameters = {
    retaliation_green = { default = 0, unit = "task", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
    retaliation_yellow = { default = 0, unit = "task", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.retaliation" },

  check = function(papers, p)
    if papers <= math.max(p.retaliation_green, p.retaliation_yellow) then return pass() end
    return fail("red", { value = papers })
  end,
  says = {
    red = {
      zh = "不予承接后三十天内有 {value} 件考核、通报、追责的来文，请核实",
      en = "{value} {value:paper that assesses, ranks or blames/papers that assess, rank or blame} within 30 days after a refusal: please look into it",
    },
  },
  remedy = false,
  examples = {
    { "none", { ["month.retaliation"] = 0 }, expect = "pass" },
    { "one", { ["month.retaliation"] = 1 }, expect = "fail", says = "red" },
    { "not measured", {}, expect = "unknown" },
  },
}
