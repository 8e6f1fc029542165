-- 应用不逼人登录、上传、点赞、挂时长。
return {
  id = "BURDEN-020", family = "burden", level = "block", stage = "screen",
  title = { zh = "应用强制登录、上传、点赞", en = "An app that forces logins, uploads or likes" },
  why = {
    zh = "政务应用不得强制定期登录、以点赞转发和在线时长计分、非必要上传影像轨迹、重复填表、搞经营；安全应急等场景除外。",
    en = "Official apps force no regular login, score no likes, forwards or time online, want no media without need, repeat no forms and do no business; safety and emergencies aside.",
  },
  basis = { { title = "政务移动互联网应用程序规范化管理办法（国办函〔2026〕12号）", article = "五项禁止", verified = "V" } },
  seeds = { "S001-33", "S001-34", "S001-35", "S001-36", "S003-34" },
  ground = "apportionment",
  since = "2026-01-25",
  parameters = {},
  applies = { ["emergency.running"] = false },
  needs = { "demands.apps" },

  check = function(apps, p)
    for _, app in ipairs(apps) do
      local name = app.name or ""
      local every = app.every or ""
      if every ~= "" and every ~= "once" then return fail("login", { name = name, every = every }) end
      if (app.min_uploads or 0) > 0 then return fail("uploads", { name = name, entries = app.min_uploads }) end
      if app.forwards then return fail("likes", { name = name }) end
      if app.online_time then return fail("online", { name = name }) end
      if app.uploads_media then return fail("media", { name = name }) end
      if app.repeats_forms then return fail("forms", { name = name }) end
      if app.business then return fail("business", { name = name }) end
    end
    return pass()
  end,
  says = {
    login = { zh = "“{name}”要求{every:choice}登录使用", en = "“{name}” must be opened regularly ({every:choice})" },
    uploads = { zh = "“{name}”要求至少上传 {entries} 条", en = "“{name}” wants at least {entries} {entries:entry/entries} uploaded" },
    likes = { zh = "“{name}”要求点赞、转发或投票", en = "“{name}” demands likes, forwards or votes" },
    online = { zh = "“{name}”统计在线时长", en = "“{name}” counts time online" },
    media = { zh = "“{name}”非必要要求上传照片、视频、轨迹", en = "“{name}” wants photos, videos or tracks without need" },
    forms = { zh = "“{name}”要求重复填表", en = "“{name}” has forms filled in again" },
    business = { zh = "“{name}”含经营内容", en = "“{name}” does business" },
    cure = { zh = "取消上述要求", en = "drop these demands" },
  },
  remedy = function(apps, p)
    return set("demands.apps", {})
  end,
  examples = {
    { "a login a day", { ["demands.apps"] = { { name = "中流击水", every = "daily" } } }, expect = "fail", says = "login" },
    { "two entries a day", { ["demands.apps"] = { { name = "道交安", min_uploads = 2 } } }, expect = "fail", says = "uploads" },
    { "one entry", { ["demands.apps"] = { { name = "道交安", min_uploads = 1 } } }, expect = "fail", says = "uploads" },
    { "likes", { ["demands.apps"] = { { name = "中流击水", forwards = true } } }, expect = "fail", says = "likes" },
    { "time online", { ["demands.apps"] = { { name = "学习平台", online_time = true } } }, expect = "fail", says = "online" },
    { "tracks", { ["demands.apps"] = { { name = "巡护", uploads_media = true } } }, expect = "fail", says = "media" },
    { "forms again", { ["demands.apps"] = { { name = "自建房", repeats_forms = true } } }, expect = "fail", says = "forms" },
    { "business", { ["demands.apps"] = { { name = "惠民通", business = true } } }, expect = "fail", says = "business" },
    { "the second app", { ["demands.apps"] = { { name = "甲", every = "once" }, { name = "乙", forwards = true } } }, expect = "fail", says = "likes" },
    { "none of them", { ["demands.apps"] = { { name = "平安行", every = "once", min_uploads = 0, forwards = false, online_time = false, uploads_media = false, repeats_forms = false, business = false } } }, expect = "pass" },
    { "stated: no login demanded", { ["demands.apps"] = { { name = "平安行", every = "" } } }, expect = "pass" },
    { "stated: no apps", { ["demands.apps"] = {} }, expect = "pass" },
    { "an emergency is running", { ["emergency.running"] = true, ["demands.apps"] = { { name = "道交安", min_uploads = 2 } } }, expect = "skip" },
    { "no name", { ["demands.apps"] = { { forwards = true } } }, expect = "fail", says = "likes" },
    { "not told", {}, expect = "unknown" },
  },
}
