-- 要村里提供的资料，时间要更宽。
return {
  id = "TIME-007", family = "time", level = "warn", stage = "screen",
  title = { zh = "未给村级留足时间", en = "Too little time for villages" },
  why = {
    zh = "资料要靠村（社区）提供的，村干部人少事多，时限要比平常宽。",
    en = "Material that must come from villages needs more time than usual.",
  },
  basis = { { title = "报送时限建议值", article = "需村级提供资料的不少于五个工作日", verified = "P" } },
  seeds = { "S000-13" },
  ground = "time_unreasonable",
  since = "2019-01-01",
  parameters = {
    village_input_workdays = { default = 5, unit = "workday", harder = "higher", min = 0, source = "建议值（无全国统一规定）" },
  },
  applies = { ["demands.village_input"] = true, ["emergency.running"] = false },
  needs = { "received_at", "due_at" },

  check = function(received_at, due_at, p)
    if not received_at or not due_at then return pass() end
    local hours = calendar.working_hours(received_at, due_at)
    if hours >= p.village_input_workdays * calendar.day_hours then return pass() end
    return fail("short", { hours = hours, days = p.village_input_workdays })
  end,
  says = {
    short = {
      zh = "资料须由村（社区）提供，只留了 {hours:hours} 个工作小时，宜不少于 {days} 个工作日",
      en = "villages must supply the material; {hours:hours} working {hours:hour is/hours are} left, {days} working {days:day/days} would be fair",
    },
    cure = { zh = "时限改到收到后第 {days} 个工作日下班前", en = "make it due at the end of working day {days} after receipt" },
  },
  remedy = function(received_at, due_at, p)
    return set("due_at", calendar.add_workdays(received_at, p.village_input_workdays))
  end,
  examples = {
    { "two days", { received_at = "2026-11-02T08:30", due_at = "2026-11-03T17:30" }, expect = "fail", says = "short" },
    { "exactly five days", { received_at = "2026-11-02T08:30", due_at = "2026-11-06T17:30" }, expect = "pass" },
    { "a minute less", { received_at = "2026-11-02T08:31", due_at = "2026-11-06T17:30" }, expect = "fail" },
    { "no village input", { ["demands.village_input"] = false, received_at = "2026-11-02T08:30", due_at = "2026-11-02T17:30" }, expect = "skip" },
    { "stated: no deadline", { received_at = "2026-11-02T08:30", due_at = false }, expect = "pass" },
    { "an emergency is running", { ["emergency.running"] = true, received_at = "2026-11-02T08:30", due_at = "2026-11-03T17:30" }, expect = "skip" },
    { "no deadline given", { received_at = "2026-11-02T08:30" }, expect = "unknown" },
  },
}
