-- 基本履职，乡镇不能拒绝。
return {
  id = "GUARD-001", family = "guard", level = "info", stage = "screen",
  title = { zh = "基本履职事项", en = "Basic duty" },
  why = {
    zh = "减负不是少干活。基本履职事项由乡镇承担主体责任，只能请求资源、反映困难，不能不予承接。",
    en = "Less burden is not less work: a basic duty is the township's own; it may ask for resources, not decline.",
  },
  basis = { { title = "中华人民共和国地方各级人民代表大会和地方各级人民政府组织法", article = "第七十六条", verified = "V" } },
  seeds = { "S003-41", "S003-17" },
  ground = false,
  since = "2022-03-12",
  parameters = {},
  applies = { ["item.contradicted"] = false },
  needs = { "item.kind", "item.name" },

  check = function(kind, name, p)
    if kind ~= "basic" then return pass() end
    return fail("basic", { item = name })
  end,
  says = {
    basic = {
      zh = "“{item}”是乡镇基本履职事项，应当承担；缺资源的，请求补足",
      en = "“{item}” is a basic duty of the township: it does it, and asks for what is missing",
    },
  },
  remedy = false,
  examples = {
    { "a basic item", { ["item.kind"] = "basic", ["item.name"] = "低保对象入户核查" }, expect = "fail", says = "basic" },
    { "a cooperative item", { ["item.kind"] = "cooperative", ["item.name"] = "消防安全检查" }, expect = "pass" },
    { "a recalled item", { ["item.kind"] = "recalled", ["item.name"] = "特种设备使用单位监督检查" }, expect = "pass" },
    { "a claim that the text contradicts", { ["item.kind"] = "basic", ["item.name"] = "低保对象入户核查", ["item.contradicted"] = true }, expect = "skip" },
    { "stated: no item", { ["item.kind"] = "", ["item.name"] = "" }, expect = "pass" },
    { "not told", { ["item.name"] = "低保对象入户核查" }, expect = "unknown" },
  },
}
