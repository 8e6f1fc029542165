-- 活动按需要办，巡查有事才报。
return {
  id = "TRACE-011", family = "trace", level = "warn", stage = "screen",
  title = { zh = "按次数规定活动、逐次拍照", en = "So many times a month, each with a photo" },
  why = {
    zh = "每月几类活动各一次、一日一巡都拍照，办成了凑次数；活动按需要，巡查只报异常。",
    en = "Five kinds of activity a month and a photo of each patrol are numbers to be met: hold activities by need, report exceptions only.",
  },
  basis = { { title = "留痕方式建议", article = "按需开展，只报异常", verified = "P" } },
  seeds = { "S001-21", "S001-22", "S001-35" },
  ground = "trace_demand",
  since = "2019-01-01",
  parameters = {},
  applies = {
    ["demands.every"] = { "daily", "weekly", "ten_days", "monthly", "quarterly" },
    ["emergency.running"] = false,
  },
  needs = { "kind", "demands.photos", "demands.every" },
  emergency = "never",

  check = function(kind, photos, every, p)
    if list.has({ "volunteering", "site_building" }, kind) then return fail("by_number", { every = every }) end
    if photos then return fail("each_photo", { every = every }) end
    return pass()
  end,
  says = {
    by_number = { zh = "{every:choice}必须开展活动，宜按需要开展", en = "activities are prescribed {every:choice}; by need would do" },
    each_photo = { zh = "{every:choice}巡查走访并拍照上传，宜只报异常", en = "done {every:choice} with photos each time; reporting exceptions would do" },
  },
  remedy = false,
  examples = {
    { "five activities a month", { kind = "volunteering", ["demands.every"] = "monthly", ["demands.photos"] = false }, expect = "fail", says = "by_number" },
    { "activities of a practice station", { kind = "site_building", ["demands.every"] = "monthly", ["demands.photos"] = true }, expect = "fail", says = "by_number" },
    { "a patrol a day with photos", { kind = "patrol", ["demands.every"] = "daily", ["demands.photos"] = true }, expect = "fail", says = "each_photo" },
    { "a patrol a day", { kind = "patrol", ["demands.every"] = "daily", ["demands.photos"] = false }, expect = "pass" },
    { "once a year", { kind = "volunteering", ["demands.every"] = "yearly", ["demands.photos"] = true }, expect = "skip" },
    { "stated: by need", { kind = "volunteering", ["demands.every"] = "", ["demands.photos"] = true }, expect = "skip" },
    { "an emergency is running", { ["emergency.running"] = true, kind = "patrol", ["demands.every"] = "daily", ["demands.photos"] = true }, expect = "skip" },
    { "photos not told", { kind = "patrol", ["demands.every"] = "daily" }, expect = "unknown" },
  },
}
