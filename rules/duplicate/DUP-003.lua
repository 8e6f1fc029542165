-- 不一个卡点一张表。
return {
  id = "DUP-003", family = "duplicate", level = "warn", stage = "screen",
  title = { zh = "临时工作多张登记表", en = "Several forms at one checkpoint" },
  why = {
    zh = "防疫、防汛等临时工作用一个登记码，群众填一次，各部门共享。",
    en = "Temporary work has one registration code: people fill it in once and all departments share it.",
  },
  basis = { { title = "登记方式建议", article = "统一登记码", verified = "P" } },
  seeds = { "S003-33" },
  ground = "duplicate",
  since = "2019-01-01",
  parameters = {
    max_event_forms = { default = 1, unit = "form", harder = "lower", min = 0, source = "建议值，取自基层反映：一事一表、统一登记（无全国统一规定）" },
  },
  applies = { kind = { "duty_post", "emergency" } },
  needs = { "demands.forms" },
  emergency = "never",

  check = function(forms, p)
    local count = list.count(forms)
    if count <= p.max_event_forms then return pass() end
    return fail("several", { count = count })
  end,
  says = { several = { zh = "要填 {count} 张登记表，宜用一个登记码", en = "{count} {count:form/forms}; one registration code would do" } },
  remedy = false,
  examples = {
    { "two forms", { ["demands.forms"] = { { name = "车辆登记表" }, { name = "人员登记表" } } }, expect = "fail", says = "several" },
    { "one form", { ["demands.forms"] = { { name = "登记码" } } }, expect = "pass" },
    { "stated: no forms", { ["demands.forms"] = {} }, expect = "pass" },
    { "a form", { kind = "form", ["demands.forms"] = { { name = "甲" }, { name = "乙" } } }, expect = "skip" },
    { "not told", {}, expect = "unknown" },
  },
}
