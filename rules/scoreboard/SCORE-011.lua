-- 一年被考核几次。
return {
  id = "SCORE-011", family = "scoreboard", level = "hold", stage = "audit", subject = "township",
  title = { zh = "一年被考核多次", en = "Assessed more than once a year" },
  why = {
    zh = "对县以下的考核合并进行，乡镇由县统一考核一次；五次是调研的建议，应急的不算。",
    en = "Assessments at county level and below are merged: the county assesses a township once. Five is a proposal; emergencies are left out.",
  },
  basis = {
    { title = "整治形式主义为基层减负若干规定", article = "第三部分（考核合并进行）；广东2025年10月22日、浙江2025年9月10日通报引用", verified = "V" },
    { title = "考核次数建议值", article = "一年至多五次", verified = "P" },
  },
  seeds = { "S003-20", "S003-21", "S004-12" },
  ground = "separate_assessment",
  since = "2024-08-06",
  parameters = {
    assessments_year_green = { default = 1, unit = "assessment", harder = "lower", min = 0, source = "整治形式主义为基层减负若干规定第三部分：考核合并进行" },
    assessments_year_yellow = { default = 5, unit = "assessment", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.assessments_year" },

  check = function(times, p)
    if times <= p.assessments_year_green then return pass() end
    if times <= p.assessments_year_yellow then return fail("yellow", { value = times, limit = p.assessments_year_green }) end
    return fail("red", { value = times, limit = p.assessments_year_yellow })
  end,
  says = {
    yellow = {
      zh = "今年已被考核 {value} 次，绿灯至多 {limit}",
      en = "assessed {value} {value:time/times} this year; green is at most {limit}",
    },
    red = {
      zh = "今年已被考核 {value} 次，黄灯至多 {limit}",
      en = "assessed {value} {value:time/times} this year; yellow is at most {limit}",
    },
  },
  remedy = false,
  examples = {
    { "nothing of the kind", { ["month.assessments_year"] = 0 }, expect = "pass" },
    { "at the green limit", { ["month.assessments_year"] = 1 }, expect = "pass" },
    { "just beyond green", { ["month.assessments_year"] = 2 }, expect = "fail", says = "yellow" },
    { "at the yellow limit", { ["month.assessments_year"] = 5 }, expect = "fail", says = "yellow" },
    { "just beyond yellow", { ["month.assessments_year"] = 6 }, expect = "fail", says = "red" },
    { "not measured", {}, expect = "unknown" },
  },
}
