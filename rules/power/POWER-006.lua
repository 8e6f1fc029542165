-- 处罚要有两名以上有资格的执法人员。
return {
  id = "POWER-006", family = "power", level = "hold", stage = "screen",
  title = { zh = "执法人员不足两人", en = "Fewer than two enforcers" },
  why = {
    zh = "行政处罚应当由两名以上具有执法资格的人员实施，人数没有安排足的，执法无法依法进行。",
    en = "A penalty needs at least two qualified enforcers; with fewer it cannot be done lawfully.",
  },
  basis = { { title = "中华人民共和国行政处罚法", article = "第四十二条", verified = "V" } },
  seeds = { "S000-31", "S004-18" },
  ground = "no_power",
  since = "2021-07-15",
  parameters = {
    min_enforcers = { default = 2, unit = "person", harder = "higher", min = 0, source = "中华人民共和国行政处罚法第四十二条" },
  },
  applies = { kind = { "enforce", "penalise" } },
  needs = { "staff.required" },

  check = function(required, p)
    if required >= p.min_enforcers then return pass() end
    return fail("few", { required = required, min = p.min_enforcers })
  end,
  says = {
    few = {
      zh = "执法只安排了 {required} 人，依法至少 {min} 人",
      en = "{required} {required:person is/people are} planned for enforcement, the law asks for at least {min}",
    },
    cure = { zh = "至少安排 {min} 名有执法资格的人员", en = "plan at least {min} qualified {min:enforcer/enforcers}" },
  },
  remedy = function(required, p)
    return set("staff.required", p.min_enforcers)
  end,
  examples = {
    { "one enforcer", { ["staff.required"] = 1 }, expect = "fail", says = "few" },
    { "two enforcers", { ["staff.required"] = 2 }, expect = "pass" },
    { "three enforcers", { ["staff.required"] = 3 }, expect = "pass" },
    { "stated: none", { ["staff.required"] = 0 }, expect = "fail" },
    { "a meeting", { kind = "meeting", ["staff.required"] = 1 }, expect = "skip" },
    { "not told", { kind = "penalise" }, expect = "unknown" },
  },
}
