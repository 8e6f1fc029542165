-- 一天里同一来文发几版。
return {
  id = "SCORE-004", family = "scoreboard", level = "warn", stage = "audit", subject = "department",
  title = { zh = "同一来文一天多版", en = "Versions of one paper on one day" },
  why = {
    zh = "发出去才改，乡镇照旧版做的白做。一天一版是绿灯，两版黄灯。",
    en = "What is changed after it was sent makes work in vain. One version a day is green, two are yellow.",
  },
  basis = { { title = "版本建议值", article = "一天一版、两版", verified = "P" } },
  seeds = { "S000-17", "S001-04", "S002-04", "S001-13" },
  ground = false,
  since = "2025-01-01",
  parameters = {
    versions_same_day_green = { default = 1, unit = "version", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
    versions_same_day_yellow = { default = 2, unit = "version", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.versions_day" },

  check = function(versions, p)
    if versions <= p.versions_same_day_green then return pass() end
    if versions <= p.versions_same_day_yellow then return fail("yellow", { value = versions, limit = p.versions_same_day_green }) end
    return fail("red", { value = versions, limit = p.versions_same_day_yellow })
  end,
  says = {
    yellow = {
      zh = "同一来文一天发了 {value} 版，绿灯至多 {limit}",
      en = "{value} {value:version/versions} of one paper on one day; green is at most {limit}",
    },
    red = {
      zh = "同一来文一天发了 {value} 版，黄灯至多 {limit}",
      en = "{value} {value:version/versions} of one paper on one day; yellow is at most {limit}",
    },
  },
  remedy = false,
  examples = {
    { "nothing of the kind", { ["month.versions_day"] = 0 }, expect = "pass" },
    { "at the green limit", { ["month.versions_day"] = 1 }, expect = "pass" },
    { "just beyond green", { ["month.versions_day"] = 2 }, expect = "fail", says = "yellow" },
    { "at the yellow limit", { ["month.versions_day"] = 2 }, expect = "fail", says = "yellow" },
    { "just beyond yellow", { ["month.versions_day"] = 3 }, expect = "fail", says = "red" },
    { "not measured", {}, expect = "unknown" },
  },
}
