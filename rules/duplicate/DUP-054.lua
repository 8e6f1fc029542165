-- 报过的表不再报：除非它本来就按期报。
return {
  id = "DUP-054", family = "duplicate", level = "warn", stage = "screen",
  title = { zh = "同一张表重复索要", en = "The same form asked for again" },
  why = {
    zh = "一次性的表一年内又要一遍，多半是部门之间不共享；已报的应当直接取用。",
    en = "A form for one occasion that is wanted again within a year means that bodies do not share; what was sent should be used.",
  },
  basis = {
    { title = "整治形式主义为基层减负若干规定", article = "第三部分（不随意要求提供数据材料）；上海2025年3月15日通报引用", verified = "V" },
  },
  seeds = { "S000-15", "S001-09", "S002-09" },
  ground = "duplicate",
  since = "2024-08-06",
  parameters = {
    max_same_form = { default = 0, unit = "request", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
    same_form_days = { default = 365, unit = "day", harder = "higher", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = {},
  needs = { "demands.forms", "history.same_form_asked" },

  check = function(forms, asked, p)
    local once = false
    for _, form in ipairs(forms) do
      if form.every == nil or form.every == "once" then once = true end
    end
    if not once or asked <= p.max_same_form then return pass() end
    return fail("again", { asked = asked, days = p.same_form_days })
  end,
  says = {
    again = { zh = "{days} 天内该表已向乡镇要过 {asked} 次", en = "the township was asked for this form {asked} {asked:time/times} within {days} {days:day/days}" },
  },
  remedy = false,
  examples = {
    { "asked last month", { ["demands.forms"] = { { name = "消防台账", every = "once" } }, ["history.same_form_asked"] = 1 }, expect = "fail", says = "again" },
    { "how often is not said", { ["demands.forms"] = { { name = "消防台账" } }, ["history.same_form_asked"] = 2 }, expect = "fail" },
    { "a monthly report", { ["demands.forms"] = { { name = "月报", every = "monthly" } }, ["history.same_form_asked"] = 5 }, expect = "pass" },
    { "a new form", { ["demands.forms"] = { { name = "消防台账" } }, ["history.same_form_asked"] = 0 }, expect = "pass" },
    { "no forms", { ["demands.forms"] = {}, ["history.same_form_asked"] = 0 }, expect = "pass" },
    { "no ledger", { ["demands.forms"] = { { name = "消防台账" } } }, expect = "unknown" },
  },
}
