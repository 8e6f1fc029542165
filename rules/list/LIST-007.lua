-- 来文写的事项和文字说的不是一件事。
return {
  id = "LIST-007", family = "list", level = "hold", stage = "screen",
  title = { zh = "所称事项与文字不符", en = "Claimed item and text differ" },
  why = {
    zh = "换个名目把另一件事交下来，要先说清到底是哪一项；说的是收回事项的，另行阻断（LIST-008）。",
    en = "When the text speaks of another item than the one claimed, it must first be settled which one is meant; if it is a recalled one, LIST-008 blocks.",
  },
  basis = { { title = "关于加强乡镇政府服务能力建设的意见（中办发〔2017〕11号）", article = "县级部门不得随意将工作任务转交乡镇", verified = "V" } },
  seeds = { "S004-04" },
  ground = "weak_basis",
  since = "2017-02-20",
  parameters = {},
  applies = { ["item.contradicted"] = true },
  needs = { "item.text_kind" },

  check = function(text_kind, p)
    if text_kind == "recalled" then return pass() end
    return fail("differs")
  end,
  says = {
    differs = {
      zh = "来文所称的清单事项与标题、正文所说的不是同一件事",
      en = "the item that the paper claims is not the one its title and text speak of",
    },
  },
  remedy = false,
  examples = {
    { "another basic item in the text", { ["item.text_kind"] = "basic" }, expect = "fail", says = "differs" },
    { "a recalled item in the text", { ["item.text_kind"] = "recalled" }, expect = "pass" },
    { "a cooperative item in the text", { ["item.text_kind"] = "cooperative" }, expect = "fail" },
    { "the same item", { ["item.contradicted"] = false, ["item.text_kind"] = "basic" }, expect = "skip" },
    { "not told", {}, expect = "unknown" },
  },
}
