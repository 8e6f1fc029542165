-- 文字像是收回事项，先核对清楚。
return {
  id = "LIST-011", family = "list", level = "hold", stage = "screen",
  title = { zh = "疑似收回事项", en = "Perhaps an item that was taken back" },
  why = {
    zh = "标题、正文与收回清单中的事项相近，把握不大，先请来文单位写明对应哪一项。",
    en = "The text resembles an item that a department took back, but not for certain: let the issuer name the item it means.",
  },
  basis = {
    { title = "整治形式主义为基层减负若干规定", article = "第六部分（规范明晰基层权责）", verified = "S" },
    { title = "关于全面建立乡镇（街道）履行职责事项清单的意见", article = "上级部门收回事项", verified = "S" },
  },
  seeds = { "S003-11", "S004-02", "S004-04" },
  ground = "recalled_item",
  since = "2024-08-06",
  parameters = {
    sure_match_score = { default = 0.6, unit = "ratio", harder = "higher", min = 0, max = 1, source = "匹配试验取值：低于此值先核对" },
  },
  applies = { ["item.kind"] = "recalled" },
  needs = { "item.how", "item.score", "item.name", "item.department" },
  may = { "item.issuer_leads" },

  check = function(how, score, name, department, issuer_leads, p)
    if how == "declared" or score >= p.sure_match_score then return pass() end
    if issuer_leads == nil then return unknown("item.issuer_leads") end
    if issuer_leads then return pass() end
    return fail("perhaps", { item = name, department = department, score = score })
  end,
  says = {
    perhaps = {
      zh = "文字与收回事项“{item}”（由{department}实施）相近（{score:percent}），未写明对应哪个清单事项",
      en = "the text resembles the recalled item “{item}” of {department} ({score:percent}); the paper names no item",
    },
  },
  remedy = false,
  examples = {
    { "a weak match, from another department", { ["item.kind"] = "recalled", ["item.how"] = "matched", ["item.score"] = 0.59, ["item.name"] = "家庭教育示范点创建挂牌", ["item.department"] = "县妇女联合会", ["item.issuer_leads"] = false }, expect = "fail", says = "perhaps" },
    { "a good match", { ["item.kind"] = "recalled", ["item.how"] = "matched", ["item.score"] = 0.6, ["item.name"] = "家庭教育示范点创建挂牌", ["item.department"] = "县妇女联合会", ["item.issuer_leads"] = false }, expect = "pass" },
    { "claimed", { ["item.kind"] = "recalled", ["item.how"] = "declared", ["item.score"] = 0, ["item.name"] = "家庭教育示范点创建挂牌", ["item.department"] = "县妇女联合会" }, expect = "pass" },
    { "a weak match, from the department itself", { ["item.kind"] = "recalled", ["item.how"] = "matched", ["item.score"] = 0.42, ["item.name"] = "家庭教育示范点创建挂牌", ["item.department"] = "县妇女联合会", ["item.issuer_leads"] = true }, expect = "pass" },
    { "stated: no item at all", { ["item.kind"] = "", ["item.how"] = "none", ["item.score"] = 0, ["item.name"] = "", ["item.department"] = "" }, expect = "skip" },
    { "a weak match, issuer not told", { ["item.kind"] = "recalled", ["item.how"] = "matched", ["item.score"] = 0.42, ["item.name"] = "家庭教育示范点创建挂牌", ["item.department"] = "县妇女联合会" }, expect = "unknown" },
    { "item not told", { ["item.name"] = "家庭教育示范点创建挂牌" }, expect = "unknown" },
  },
}
