-- 应用不下安装指标，不打卡，不积分。
return {
  id = "BURDEN-004", family = "burden", level = "block", stage = "screen",
  title = { zh = "应用下指标、打卡、积分", en = "App with quota, check-in or points" },
  why = {
    zh = "除安全、应急等场景外，政务应用不得打卡、积分排名，不得强制推广、考核安装率、强制定期登录。",
    en = "But for safety and emergencies, official apps have no check-in and no points, and are not pushed by quota or forced login.",
  },
  basis = { { title = "政务移动互联网应用程序规范化管理办法（国办函〔2026〕12号）", article = "五项禁止（打卡积分、强制推广）", verified = "V" } },
  seeds = { "S001-33", "S001-34", "S001-35", "S001-36", "S003-34" },
  ground = "apportionment",
  since = "2026-01-25",
  parameters = {},
  applies = { ["emergency.running"] = false },
  needs = { "demands.apps" },

  check = function(apps, p)
    for _, app in ipairs(apps) do
      if (app.install_quota or 0) > 0 then return fail("quota", { name = app.name or "", quota = app.install_quota }) end
      if app.check_in then return fail("check_in", { name = app.name or "" }) end
      if app.points then return fail("points", { name = app.name or "" }) end
    end
    return pass()
  end,
  says = {
    quota = { zh = "“{name}”下达安装指标 {quota}", en = "“{name}” comes with a quota of {quota} {quota:installation/installations}" },
    check_in = { zh = "“{name}”要求打卡或定期登录", en = "“{name}” demands check-in or regular login" },
    points = { zh = "“{name}”积分排名", en = "“{name}” counts points or ranks" },
    cure = { zh = "取消安装指标、打卡和积分", en = "drop quota, check-in and points" },
  },
  remedy = function(apps, p)
    return set("demands.apps", {})
  end,
  examples = {
    { "install quota", { ["demands.apps"] = { { name = "平安通", install_quota = 500 } } }, expect = "fail", says = "quota" },
    { "check-in", { ["demands.apps"] = { { name = "平安通", check_in = true } } }, expect = "fail", says = "check_in" },
    { "points", { ["demands.apps"] = { { name = "平安通", points = true } } }, expect = "fail", says = "points" },
    { "a tool without any of them", { ["demands.apps"] = { { name = "平安通", install_quota = 0, check_in = false, points = false } } }, expect = "pass" },
    { "the second app", { ["demands.apps"] = { { name = "甲" }, { name = "乙", points = true } } }, expect = "fail" },
    { "stated: no apps", { ["demands.apps"] = {} }, expect = "pass" },
    { "an emergency is running", { ["emergency.running"] = true, ["demands.apps"] = { { name = "平安通", install_quota = 500 } } }, expect = "skip" },
    { "one installation, no name", { ["demands.apps"] = { { install_quota = 1 } } }, expect = "fail", says = "quota" },
    { "check-in, no name", { ["demands.apps"] = { { check_in = true } } }, expect = "fail", says = "check_in" },
    { "points, no name", { ["demands.apps"] = { { points = true } } }, expect = "fail", says = "points" },
    { "not told", {}, expect = "unknown" },
  },
}
