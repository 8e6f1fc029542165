-- 要资质、要技能的事，先培训再开始。
return {
  id = "RES-007", family = "resource", level = "hold", stage = "screen",
  title = { zh = "培训未同步", en = "No training came with it" },
  why = {
    zh = "清单写明需要专业资质的事项，没有培训，乡镇做不了，也做不对。",
    en = "An item that asks for a skill needs training before it starts.",
  },
  basis = {
    { title = "关于加强乡镇政府服务能力建设的意见（中办发〔2017〕11号）", article = "权力下放须能承接", verified = "V" },
    { title = "职责准入申请要素（建议）", article = "培训（日期、时长）", verified = "P" },
  },
  seeds = { "S000-35", "S004-18", "S001-23" },
  ground = "no_training",
  since = "2017-02-20",
  parameters = {},
  applies = {
    kind = {
      "document", "forward", "white_paper", "memo", "group_message", "patrol", "screening", "visit", "duty_post", "enforce",
      "penalise", "coerce", "demolish", "emergency", "territorial_task",
    },
  },
  needs = { "item.staff_skill" },
  may = { "training.date", "start_at" },

  check = function(skill, date, start_at, p)
    if text.is_blank(skill) then return pass() end
    if date == nil then return unknown("training.date") end
    if not date then return fail("none", { skill = skill }) end
    if start_at == nil then return unknown("start_at") end
    if start_at and date > start_at then return fail("late", { skill = skill, date = date, start = start_at }) end
    return pass()
  end,
  says = {
    none = { zh = "该事项需要{skill}，来文未安排培训", en = "the item asks for {skill}; no training is planned" },
    late = {
      zh = "该事项需要{skill}，培训在 {date:time}，晚于开始时间 {start:time}",
      en = "the item asks for {skill}; training is on {date:time}, after the start {start:time}",
    },
    cure = { zh = "在任务开始前安排培训", en = "train before the work starts" },
  },
  remedy = function(skill, date, start_at, p)
    if not start_at then return nil end
    return set("training.date", start_at - start_at % (24 * 60))
  end,
  examples = {
    { "no training", { ["item.staff_skill"] = "消防安全检查资质", ["training.date"] = false }, expect = "fail", says = "none" },
    { "training after the start", { ["item.staff_skill"] = "消防安全检查资质", ["training.date"] = "2026-03-10", start_at = "2026-03-09T08:30" }, expect = "fail", says = "late" },
    { "training on the day it starts", { ["item.staff_skill"] = "消防安全检查资质", ["training.date"] = "2026-03-09", start_at = "2026-03-09T08:30" }, expect = "pass" },
    { "stated: no start", { ["item.staff_skill"] = "消防安全检查资质", ["training.date"] = "2026-03-09", start_at = false }, expect = "pass" },
    { "stated: no skill is asked", { ["item.staff_skill"] = "" }, expect = "pass" },
    { "a meeting", { kind = "meeting", ["item.staff_skill"] = "消防安全检查资质", ["training.date"] = false }, expect = "skip" },
    { "training as it starts", { ["item.staff_skill"] = "消防安全检查资质", ["training.date"] = "2026-03-09", start_at = "2026-03-09T00:00" }, expect = "pass" },
    { "training not told", { ["item.staff_skill"] = "消防安全检查资质", start_at = "2026-03-09T08:30" }, expect = "unknown" },
    { "skill not told", { ["training.date"] = "2026-03-09" }, expect = "unknown" },
    { "start not told", { ["item.staff_skill"] = "消防安全检查资质", ["training.date"] = "2026-03-09" }, expect = "unknown" },
  },
}
