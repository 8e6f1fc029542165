-- 已收回的事项，不再交乡镇承担。
return {
  id = "LIST-001", family = "list", level = "block", stage = "screen",
  title = { zh = "上级部门收回事项", en = "Item taken back by a department" },
  why = {
    zh = "收回清单写明由部门实施的事项，乡镇不再承担，也不得换个名目交回来。",
    en = "An item that the list gives back to a department is no longer the township's, under whatever title it returns.",
  },
  basis = {
    { title = "整治形式主义为基层减负若干规定", article = "第六部分（规范明晰基层权责）", verified = "S" },
    { title = "关于全面建立乡镇（街道）履行职责事项清单的意见", article = "上级部门收回事项", verified = "S" },
  },
  seeds = { "S003-11", "S004-02", "S004-04" },
  ground = "recalled_item",
  since = "2024-08-06",
  parameters = {
    sure_match_score = { default = 0.6, unit = "ratio", harder = "lower", min = 0, max = 1, source = "匹配试验取值：低于此值先核对" },
  },
  applies = { ["item.kind"] = "recalled" },
  needs = { "item.how", "item.score", "item.name", "item.department" },
  may = { "item.issuer_leads" },

  check = function(how, score, name, department, issuer_leads, p)
    if how ~= "declared" and score < p.sure_match_score then
      if issuer_leads == nil then return unknown("item.issuer_leads") end
      if not issuer_leads then return pass() end
    end
    return fail("recalled", { item = name, department = department })
  end,
  says = {
    recalled = {
      zh = "“{item}”属上级部门收回事项，由{department}实施",
      en = "“{item}” was taken back: {department} does it itself",
    },
  },
  remedy = false,
  examples = {
    { "claimed", { ["item.kind"] = "recalled", ["item.how"] = "declared", ["item.score"] = 0, ["item.name"] = "特种设备使用单位监督检查", ["item.department"] = "县市场监督管理局" }, expect = "fail", says = "recalled" },
    { "found by its text", { ["item.kind"] = "recalled", ["item.how"] = "matched", ["item.score"] = 0.6, ["item.name"] = "特种设备使用单位监督检查", ["item.department"] = "县市场监督管理局" }, expect = "fail" },
    { "a weak match, from the department itself", { ["item.kind"] = "recalled", ["item.how"] = "matched", ["item.score"] = 0.42, ["item.name"] = "特种设备使用单位监督检查", ["item.department"] = "县市场监督管理局", ["item.issuer_leads"] = true }, expect = "fail" },
    { "a weak match, from another department", { ["item.kind"] = "recalled", ["item.how"] = "matched", ["item.score"] = 0.42, ["item.name"] = "特种设备使用单位监督检查", ["item.department"] = "县市场监督管理局", ["item.issuer_leads"] = false }, expect = "pass" },
    { "just too weak, from another department", { ["item.kind"] = "recalled", ["item.how"] = "matched", ["item.score"] = 0.599, ["item.name"] = "特种设备使用单位监督检查", ["item.department"] = "县市场监督管理局", ["item.issuer_leads"] = false }, expect = "pass" },
    { "a weak match, issuer not told", { ["item.kind"] = "recalled", ["item.how"] = "matched", ["item.score"] = 0.42, ["item.name"] = "特种设备使用单位监督检查", ["item.department"] = "县市场监督管理局" }, expect = "unknown" },
    { "cooperative item", { ["item.kind"] = "cooperative", ["item.how"] = "matched", ["item.score"] = 0.9, ["item.name"] = "消防安全检查", ["item.department"] = "县消防救援大队" }, expect = "skip" },
    { "stated: no item at all", { ["item.kind"] = "", ["item.how"] = "none", ["item.score"] = 0, ["item.name"] = "", ["item.department"] = "" }, expect = "skip" },
    { "item not told", { ["item.name"] = "低保对象入户核查" }, expect = "unknown" },
  },
}
