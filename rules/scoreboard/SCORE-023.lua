-- 屡改屡犯。
return {
  id = "SCORE-023", family = "scoreboard", level = "hold", stage = "audit", subject = "department",
  title = { zh = "同样的问题重复出现", en = "The same again" },
  why = {
    zh = "上一期已经不符合，或者整改完成以后，本期又不符合同一条。",
    en = "The same rule is broken again after a correction, or after the period before.",
  },
  basis = { { title = "重复违反建议值", article = "一条为黄灯，两条以上为红灯", verified = "P" } },
  seeds = { "S000-41", "S001-48", "S001-62" },
  ground = false,
  since = "2025-01-01",
  parameters = {
    repeat_violations_green = { default = 0, unit = "time", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
    repeat_violations_yellow = { default = 1, unit = "time", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.repeat_violations" },

  check = function(rules, p)
    if rules <= p.repeat_violations_green then return pass() end
    if rules <= p.repeat_violations_yellow then return fail("yellow", { value = rules, limit = p.repeat_violations_green }) end
    return fail("red", { value = rules, limit = p.repeat_violations_yellow })
  end,
  says = {
    yellow = {
      zh = "有 {value} 条规则又没有做到，绿灯至多 {limit}",
      en = "{value} {value:rule was/rules were} broken again; green is at most {limit}",
    },
    red = {
      zh = "有 {value} 条规则又没有做到，黄灯至多 {limit}",
      en = "{value} {value:rule was/rules were} broken again; yellow is at most {limit}",
    },
  },
  remedy = false,
  examples = {
    { "at the green limit", { ["month.repeat_violations"] = 0 }, expect = "pass" },
    { "just beyond green", { ["month.repeat_violations"] = 1 }, expect = "fail", says = "yellow" },
    { "at the yellow limit", { ["month.repeat_violations"] = 1 }, expect = "fail", says = "yellow" },
    { "just beyond yellow", { ["month.repeat_violations"] = 2 }, expect = "fail", says = "red" },
    { "not measured", {}, expect = "unknown" },
  },
}
