-- 重复来文占多少。
return {
  id = "SCORE-003", family = "scoreboard", level = "warn", stage = "audit", subject = "township",
  title = { zh = "重复来文偏多", en = "Many duplicates" },
  why = {
    zh = "同一件事几个部门发、同一通知转几遍，乡镇要收几遍、办几遍。海口龙华一镇一季度五分之一是重复。",
    en = "One matter from several bodies, one notice forwarded again: the township reads and answers each. In one town a fifth of a quarter's papers were duplicates.",
  },
  basis = {
    { title = "整治形式主义为基层减负若干规定", article = "第一部分（精简文件）；海南2025年8月21日通报引用", verified = "V" },
    { title = "重复占比建议值", article = "百分之五、百分之十五", verified = "P" },
  },
  seeds = { "S000-01", "S000-06", "S000-36", "S001-03", "S001-07", "S001-08", "S002-03", "S002-07", "S002-08", "S003-02", "S003-43" },
  ground = false,
  since = "2024-08-06",
  parameters = {
    duplicate_share_green = { default = 0.05, unit = "ratio", harder = "lower", min = 0, max = 1, source = "建议值（无全国统一规定）" },
    duplicate_share_yellow = { default = 0.15, unit = "ratio", harder = "lower", min = 0, max = 1, source = "建议值（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.duplicate_share" },

  check = function(share, p)
    if not share or share <= p.duplicate_share_green then return pass() end
    if share <= p.duplicate_share_yellow then return fail("yellow", { value = share, limit = p.duplicate_share_green }) end
    return fail("red", { value = share, limit = p.duplicate_share_yellow })
  end,
  says = {
    yellow = {
      zh = "重复来文占 {value:percent}，绿灯至多 {limit:percent}",
      en = "duplicates are {value:percent}; green is at most {limit:percent}",
    },
    red = {
      zh = "重复来文占 {value:percent}，黄灯至多 {limit:percent}",
      en = "duplicates are {value:percent}; yellow is at most {limit:percent}",
    },
  },
  remedy = false,
  examples = {
    { "nothing of the kind", { ["month.duplicate_share"] = 0 }, expect = "pass" },
    { "at the green limit", { ["month.duplicate_share"] = 0.05 }, expect = "pass" },
    { "just beyond green", { ["month.duplicate_share"] = 0.06 }, expect = "fail", says = "yellow" },
    { "at the yellow limit", { ["month.duplicate_share"] = 0.15 }, expect = "fail", says = "yellow" },
    { "just beyond yellow", { ["month.duplicate_share"] = 0.16 }, expect = "fail", says = "red" },
    { "no paper came", { ["month.duplicate_share"] = false }, expect = "pass" },
    { "not measured", {}, expect = "unknown" },
  },
}
