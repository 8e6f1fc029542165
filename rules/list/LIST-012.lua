-- “等相关工作”不是职责。
return {
  id = "LIST-012", family = "list", level = "warn", stage = "list",
  title = { zh = "清单事项表述含糊", en = "Elastic words in a list item" },
  why = {
    zh = "清单写“等相关工作”“其他工作”，什么都能往里装，权责还是不清。",
    en = "Words like “and other related work” let anything in: the list then settles nothing.",
  },
  basis = { { title = "清单编制建议", article = "不用“等相关工作”一类弹性用语", verified = "P" } },
  seeds = { "S000-33" },
  ground = false,
  since = "2024-08-06",
  parameters = {},
  applies = {},
  needs = { "item.name", "item.township_duty" },

  check = function(name, duty, p)
    local elastic = { "相关工作", "其他工作", "其他事项", "其他任务", "临时交办" }
    if text.contains_any(name, elastic) then return fail("name") end
    if text.contains_any(duty, elastic) then return fail("duty", { duty = duty }) end
    return pass()
  end,
  says = {
    name = { zh = "事项名称含“相关工作”“其他工作”等弹性用语", en = "its name has elastic words such as “other work”" },
    duty = { zh = "乡镇职责含弹性用语：{duty}", en = "the township's duty has elastic words: {duty}" },
  },
  remedy = false,
  examples = {
    { "an elastic name", { ["item.name"] = "信访等相关工作", ["item.township_duty"] = "接访" }, expect = "fail", says = "name" },
    { "other matters in the duty", { ["item.name"] = "防溺水巡查", ["item.township_duty"] = "巡查劝导及其他事项" }, expect = "fail", says = "duty" },
    { "other work", { ["item.name"] = "防溺水巡查", ["item.township_duty"] = "巡查劝导和其他工作" }, expect = "fail", says = "duty" },
    { "other tasks", { ["item.name"] = "防溺水巡查", ["item.township_duty"] = "巡查劝导和其他任务" }, expect = "fail", says = "duty" },
    { "whatever comes", { ["item.name"] = "防溺水巡查", ["item.township_duty"] = "上级临时交办的事" }, expect = "fail", says = "duty" },
    { "a clear item", { ["item.name"] = "防溺水巡查", ["item.township_duty"] = "巡查劝导，上报隐患" }, expect = "pass" },
    { "stated: no duty", { ["item.name"] = "防溺水巡查", ["item.township_duty"] = "" }, expect = "pass" },
    { "not told", { ["item.name"] = "防溺水巡查" }, expect = "unknown" },
  },
}
