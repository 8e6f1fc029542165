-- 值守要有每人每天的补助标准。
return {
  id = "RES-010", family = "resource", level = "hold", stage = "screen",
  title = { zh = "值守补助标准未定", en = "No allowance for the duty post" },
  why = {
    zh = "临时卡点、值守是额外承担的任务，要同步每人每天的补助标准。",
    en = "A checkpoint or duty post is extra work: the allowance per person and day comes with it.",
  },
  basis = {
    { title = "中华人民共和国预算法", article = "第十三条", verified = "V" },
    { title = "中华人民共和国公务员法", article = "第八十二条", verified = "V" },
  },
  seeds = { "S003-19" },
  ground = "no_funds",
  since = "2019-06-01",
  parameters = {},
  applies = { kind = "duty_post" },
  needs = { "funds.per_person_day" },
  may = { "item.per_person_day" },

  check = function(allowance, norm, p)
    if allowance == 0 then return fail("none") end
    if norm == nil then return unknown("item.per_person_day") end
    if allowance >= norm then return pass() end
    return fail("low", { allowance = allowance, norm = norm })
  end,
  says = {
    none = { zh = "来文未给每人每天的补助标准", en = "no allowance per person and day is given" },
    low = {
      zh = "每人每天 {allowance:yuan}，低于清单标准 {norm:yuan}",
      en = "{allowance:yuan} a person and day is below the list's norm of {norm:yuan}",
    },
    cure = { zh = "按清单标准发放每人每天补助", en = "pay the list's norm per person and day" },
  },
  remedy = function(allowance, norm, p)
    if not norm or norm == 0 then return nil end
    return set("funds.per_person_day", norm)
  end,
  examples = {
    { "stated: no allowance", { ["funds.per_person_day"] = 0, ["item.per_person_day"] = 120 }, expect = "fail", says = "none" },
    { "below the norm", { ["funds.per_person_day"] = 119, ["item.per_person_day"] = 120 }, expect = "fail", says = "low" },
    { "the norm", { ["funds.per_person_day"] = 120, ["item.per_person_day"] = 120 }, expect = "pass" },
    { "stated: the list has no norm", { ["funds.per_person_day"] = 80, ["item.per_person_day"] = 0 }, expect = "pass" },
    { "a meeting", { kind = "meeting", ["funds.per_person_day"] = 0, ["item.per_person_day"] = 120 }, expect = "skip" },
    { "not told", { ["item.per_person_day"] = 120 }, expect = "unknown" },
    { "norm not told", { ["funds.per_person_day"] = 120 }, expect = "unknown" },
  },
}
