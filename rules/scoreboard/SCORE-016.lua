-- 要装几个应用、建几个群。
return {
  id = "SCORE-016", family = "scoreboard", level = "warn", stage = "audit", subject = "township",
  title = { zh = "应用和工作群偏多", en = "Many apps and groups" },
  why = {
    zh = "一名干部手机里五个应用、二十六个群上了通报；界限是建议。",
    en = "Five apps and 26 groups on one phone made a circular; the limits are proposals.",
  },
  basis = { { title = "指尖负担建议值", article = "应用一个、五个，工作群十个、二十个", verified = "P" } },
  seeds = { "S001-33", "S001-38", "S003-07", "S003-08" },
  ground = false,
  since = "2025-01-01",
  parameters = {
    apps_green = { default = 1, unit = "app", harder = "lower", min = 0, source = "建议值（无全国统一规定）" },
    apps_yellow = { default = 5, unit = "app", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
    groups_green = { default = 10, unit = "group", harder = "lower", min = 0, source = "建议值（无全国统一规定）" },
    groups_yellow = { default = 20, unit = "group", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.apps", "month.groups" },

  check = function(apps, groups, p)
    if apps > p.apps_yellow then return fail("apps", { value = apps, limit = p.apps_yellow }) end
    if groups > p.groups_yellow then return fail("groups", { value = groups, limit = p.groups_yellow }) end
    if apps > p.apps_green then return fail("some_apps", { value = apps, limit = p.apps_green }) end
    if groups > p.groups_green then return fail("some_groups", { value = groups, limit = p.groups_green }) end
    return pass()
  end,
  says = {
    apps = {
      zh = "今年要求使用 {value} 个应用，黄灯至多 {limit} 个",
      en = "{value} {value:app/apps} demanded this year; yellow is at most {limit}",
    },
    groups = {
      zh = "今年要求新建 {value} 个工作群，黄灯至多 {limit} 个",
      en = "{value} chat {value:group/groups} demanded this year; yellow is at most {limit}",
    },
    some_apps = {
      zh = "今年要求使用 {value} 个应用，绿灯至多 {limit} 个",
      en = "{value} {value:app/apps} demanded this year; green is at most {limit}",
    },
    some_groups = {
      zh = "今年要求新建 {value} 个工作群，绿灯至多 {limit} 个",
      en = "{value} chat {value:group/groups} demanded this year; green is at most {limit}",
    },
  },
  remedy = false,
  examples = {
    { "one and ten", { ["month.apps"] = 1, ["month.groups"] = 10 }, expect = "pass" },
    { "two apps", { ["month.apps"] = 2, ["month.groups"] = 0 }, expect = "fail", says = "some_apps" },
    { "five apps", { ["month.apps"] = 5, ["month.groups"] = 0 }, expect = "fail", says = "some_apps" },
    { "six apps", { ["month.apps"] = 6, ["month.groups"] = 0 }, expect = "fail", says = "apps" },
    { "eleven groups", { ["month.apps"] = 0, ["month.groups"] = 11 }, expect = "fail", says = "some_groups" },
    { "twenty groups", { ["month.apps"] = 1, ["month.groups"] = 20 }, expect = "fail", says = "some_groups" },
    { "21 groups", { ["month.apps"] = 1, ["month.groups"] = 21 }, expect = "fail", says = "groups" },
    { "not measured", { ["month.apps"] = 0 }, expect = "unknown" },
  },
}
