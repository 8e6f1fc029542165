-- 一个部门，至多一个应用。
return {
  id = "BURDEN-022", family = "burden", level = "hold", stage = "screen",
  title = { zh = "一个部门多个应用", en = "Several apps of one department" },
  why = {
    zh = "面向基层的政务应用，一个部门至多一个，其余并入统一平台。",
    en = "A department has at most one app for those below; the others move into the common platform.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第五部分（每个部门至多一个）；海南2025年8月21日通报引用", verified = "V" } },
  seeds = { "S001-33" },
  ground = "apportionment",
  since = "2024-08-06",
  parameters = {
    max_apps_of_a_department = { default = 1, unit = "app", harder = "lower", min = 0, source = "整治形式主义为基层减负若干规定第五部分：每个部门至多一个" },
  },
  applies = { ["emergency.running"] = false },
  needs = { "demands.apps" },

  check = function(apps, p)
    local count = list.count(apps)
    if count <= p.max_apps_of_a_department then return pass() end
    return fail("several", { count = count })
  end,
  says = { several = { zh = "一件来文要求使用 {count} 个应用，一个部门至多一个", en = "{count} {count:app/apps} in one paper; a department has at most one" } },
  remedy = false,
  examples = {
    { "two apps", { ["demands.apps"] = { { name = "甲" }, { name = "乙" } } }, expect = "fail", says = "several" },
    { "one app", { ["demands.apps"] = { { name = "甲" } } }, expect = "pass" },
    { "stated: no apps", { ["demands.apps"] = {} }, expect = "pass" },
    { "an emergency is running", { ["emergency.running"] = true, ["demands.apps"] = { { name = "甲" }, { name = "乙" } } }, expect = "skip" },
    { "not told", {}, expect = "unknown" },
  },
}
