-- 一天来几家。
return {
  id = "SCORE-009", family = "scoreboard", level = "warn", stage = "audit", subject = "township",
  title = { zh = "一天有几家单位到访", en = "Several bodies on one day" },
  why = {
    zh = "一天迎三家，书记镇长都在陪。几家要看同一件事，就一起来。",
    en = "Three visits on one day take everybody. Who wants to see the same comes together.",
  },
  basis = { { title = "到访建议值", article = "一天一家、两家", verified = "P" } },
  seeds = { "S001-17", "S002-14" },
  ground = false,
  since = "2025-01-01",
  parameters = {
    departments_same_day_green = { default = 1, unit = "department", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
    departments_same_day_yellow = { default = 2, unit = "department", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.departments_day" },

  check = function(bodies, p)
    if bodies <= p.departments_same_day_green then return pass() end
    if bodies <= p.departments_same_day_yellow then return fail("yellow", { value = bodies, limit = p.departments_same_day_green }) end
    return fail("red", { value = bodies, limit = p.departments_same_day_yellow })
  end,
  says = {
    yellow = {
      zh = "一天有 {value} 家单位到访，绿灯至多 {limit}",
      en = "{value} {value:body/bodies} visited on one day; green is at most {limit}",
    },
    red = {
      zh = "一天有 {value} 家单位到访，黄灯至多 {limit}",
      en = "{value} {value:body/bodies} visited on one day; yellow is at most {limit}",
    },
  },
  remedy = false,
  examples = {
    { "nothing of the kind", { ["month.departments_day"] = 0 }, expect = "pass" },
    { "at the green limit", { ["month.departments_day"] = 1 }, expect = "pass" },
    { "just beyond green", { ["month.departments_day"] = 2 }, expect = "fail", says = "yellow" },
    { "at the yellow limit", { ["month.departments_day"] = 2 }, expect = "fail", says = "yellow" },
    { "just beyond yellow", { ["month.departments_day"] = 3 }, expect = "fail", says = "red" },
    { "not measured", {}, expect = "unknown" },
  },
}
