-- 2024年8月起、2026年办法出台前：应用不打卡、不积分。
return {
  id = "BURDEN-005", family = "burden", level = "hold", stage = "screen",
  title = { zh = "应用打卡、积分（2026年前）", en = "App with check-in or points (before 2026)" },
  why = {
    zh = "减负若干规定已要求规范政务应用，具体禁止事项由2026年的管理办法写明。",
    en = "The burden rules already asked for order among official apps; the measures of 2026 name what is forbidden.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第五部分（规范政务移动互联网应用程序管理）", verified = "S" } },
  seeds = { "S001-33", "S001-34", "S001-36" },
  ground = "apportionment",
  since = "2024-08-06",
  ["until"] = "2026-01-24",
  parameters = {},
  applies = { ["emergency.running"] = false },
  needs = { "demands.apps" },

  check = function(apps, p)
    for _, app in ipairs(apps) do
      if any { (app.install_quota or 0) > 0, app.check_in == true, app.points == true } then
        return fail("pushed", { name = app.name or "" })
      end
    end
    return pass()
  end,
  says = {
    pushed = { zh = "“{name}”下安装指标，或要求打卡、积分", en = "“{name}” comes with a quota, check-in or points" },
    cure = { zh = "取消安装指标、打卡和积分", en = "drop quota, check-in and points" },
  },
  remedy = function(apps, p)
    return set("demands.apps", {})
  end,
  examples = {
    { "check-in", { ["demands.apps"] = { { name = "平安通", check_in = true } } }, expect = "fail", says = "pushed" },
    { "one installation", { ["demands.apps"] = { { name = "平安通", install_quota = 1 } } }, expect = "fail" },
    { "none of them", { ["demands.apps"] = { { name = "平安通", install_quota = 0 } } }, expect = "pass" },
    { "stated: no apps", { ["demands.apps"] = {} }, expect = "pass" },
    { "an emergency is running", { ["emergency.running"] = true, ["demands.apps"] = { { name = "平安通", check_in = true } } }, expect = "skip" },
    { "points, no name", { ["demands.apps"] = { { points = true } } }, expect = "fail" },
    { "a name only", { ["demands.apps"] = { { name = "平安通" } } }, expect = "pass" },
    { "its last day", { ["demands.apps"] = { { name = "平安通", check_in = true } } }, expect = "fail", on = "2026-01-24" },
    { "the day of the newer rule", { ["demands.apps"] = { { name = "平安通", check_in = true } } }, expect = "skip", on = "2026-01-25" },
    { "not told", {}, expect = "unknown" },
  },
}
