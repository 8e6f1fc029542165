-- 一年压下去几样主责。
return {
  id = "SCORE-027", family = "scoreboard", level = "warn", stage = "audit", subject = "department",
  title = { zh = "下放事项偏多", en = "Many items handed down" },
  why = {
    zh = "权责要一起走。一年下放太多，乡镇接不住；剑川通报：一次下放二百多项，没有评估、培训、人员。",
    en = "Powers and duties move together. One county handed down more than 200 items at once, without assessment, training or staff.",
  },
  basis = {
    { title = "关于加强乡镇政府服务能力建设的意见（中办发〔2017〕11号）", article = "权力下放须能承接", verified = "V" },
    { title = "下放事项建议值", article = "一个部门一年十项以内", verified = "P" },
  },
  seeds = { "S004-02", "S004-10" },
  ground = false,
  since = "2025-01-01",
  parameters = {
    delegated_items_green = { default = 10, unit = "item", harder = "lower", min = 0, source = "建议值（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.delegated" },

  check = function(items, p)
    if items <= p.delegated_items_green then return pass() end
    return fail("many", { value = items, limit = p.delegated_items_green })
  end,
  says = {
    many = {
      zh = "今年要求乡镇承担主体责任的部门事项 {value} 项，建议至多 {limit} 项",
      en = "{value} {value:item/items} whose main duty was put on townships this year; {limit} is the proposed limit",
    },
  },
  remedy = false,
  examples = {
    { "ten", { ["month.delegated"] = 10 }, expect = "pass" },
    { "eleven", { ["month.delegated"] = 11 }, expect = "fail", says = "many" },
    { "not measured", {}, expect = "unknown" },
  },
}
