-- 没有列入计划的检查占多少。
return {
  id = "SCORE-008", family = "scoreboard", level = "hold", stage = "audit", subject = "department",
  title = { zh = "有计划外的督查检查", en = "Inspections outside the plan" },
  why = {
    zh = "督查检查要列入计划、报备，未经报备不得开展。没说计划号的不算在内，只算写明没有的。",
    en = "Inspections are planned and filed, or may not be held. Only those that state to have no plan number are counted.",
  },
  basis = {
    { title = "整治形式主义为基层减负若干规定", article = "第三部分（控制对基层检查总量）", verified = "V" },
    { title = "整治形式主义为基层减负若干规定", article = "第三部分（未经报备不得开展）", verified = "V" },
    { title = "计划外占比建议值", article = "百分之十", verified = "P" },
  },
  seeds = { "S001-15", "S002-13" },
  ground = "not_planned",
  since = "2024-08-06",
  parameters = {
    inspections_unplanned_share_green = { default = 0, unit = "ratio", harder = "lower", min = 0, max = 1, source = "整治形式主义为基层减负若干规定第三部分：未经报备不得开展" },
    inspections_unplanned_share_yellow = { default = 0.1, unit = "ratio", harder = "lower", min = 0, max = 1, source = "建议值：一成以内（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.inspections_unplanned_share" },

  check = function(share, p)
    if not share or share <= p.inspections_unplanned_share_green then return pass() end
    if share <= p.inspections_unplanned_share_yellow then return fail("yellow", { value = share, limit = p.inspections_unplanned_share_green }) end
    return fail("red", { value = share, limit = p.inspections_unplanned_share_yellow })
  end,
  says = {
    yellow = {
      zh = "督查检查有 {value:percent} 没有列入计划，绿灯至多 {limit:percent}",
      en = "{value:percent} of the inspections were outside the plan; green is at most {limit:percent}",
    },
    red = {
      zh = "督查检查有 {value:percent} 没有列入计划，黄灯至多 {limit:percent}",
      en = "{value:percent} of the inspections were outside the plan; yellow is at most {limit:percent}",
    },
  },
  remedy = false,
  examples = {
    { "at the green limit", { ["month.inspections_unplanned_share"] = 0 }, expect = "pass" },
    { "just beyond green", { ["month.inspections_unplanned_share"] = 0.01 }, expect = "fail", says = "yellow" },
    { "at the yellow limit", { ["month.inspections_unplanned_share"] = 0.1 }, expect = "fail", says = "yellow" },
    { "just beyond yellow", { ["month.inspections_unplanned_share"] = 0.11 }, expect = "fail", says = "red" },
    { "no inspection", { ["month.inspections_unplanned_share"] = false }, expect = "pass" },
    { "not measured", {}, expect = "unknown" },
  },
}
