-- 名义上是别的事，文字说的却是已收回的事。
return {
  id = "LIST-008", family = "list", level = "block", stage = "screen",
  title = { zh = "收回事项换名目交回", en = "Recalled item under another name" },
  why = {
    zh = "以其他清单事项为名，把已收回的事项再交给乡镇，仍是收回事项。",
    en = "A recalled item handed down under the number of another item is still a recalled item.",
  },
  basis = {
    { title = "整治形式主义为基层减负若干规定", article = "第六部分（规范明晰基层权责）", verified = "S" },
    { title = "关于全面建立乡镇（街道）履行职责事项清单的意见", article = "上级部门收回事项", verified = "S" },
  },
  seeds = { "S004-04", "S003-11" },
  ground = "recalled_item",
  since = "2024-08-06",
  parameters = {},
  applies = { ["item.contradicted"] = true },
  needs = { "item.text_kind" },

  check = function(text_kind, p)
    if text_kind ~= "recalled" then return pass() end
    return fail("renamed")
  end,
  says = {
    renamed = {
      zh = "来文以其他事项为名，标题、正文说的是上级部门收回事项",
      en = "the paper claims another item, but its title and text speak of one that a department took back",
    },
  },
  remedy = false,
  examples = {
    { "the text speaks of a recalled item", { ["item.text_kind"] = "recalled" }, expect = "fail", says = "renamed" },
    { "the text speaks of a cooperative item", { ["item.text_kind"] = "cooperative" }, expect = "pass" },
    { "claim and text agree", { ["item.contradicted"] = false, ["item.text_kind"] = "recalled" }, expect = "skip" },
    { "stated: the text speaks of none", { ["item.text_kind"] = "" }, expect = "pass" },
    { "not told", {}, expect = "unknown" },
  },
}
