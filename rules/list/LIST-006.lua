-- 来文写的清单编号要真有其事。
return {
  id = "LIST-006", family = "list", level = "hold", stage = "screen",
  title = { zh = "所称清单事项不存在", en = "The claimed item does not exist" },
  why = {
    zh = "来文以清单事项为由，编号就应当在清单内且当日有效。",
    en = "A paper that relies on a list item must name one that is in the list and in force that day.",
  },
  basis = { { title = "关于加强乡镇政府服务能力建设的意见（中办发〔2017〕11号）", article = "县级部门不得随意将工作任务转交乡镇", verified = "V" } },
  seeds = { "S000-33", "S004-04" },
  ground = "weak_basis",
  since = "2017-02-20",
  parameters = {},
  applies = {},
  needs = { "item.known" },

  check = function(known, p)
    if known then return pass() end
    return fail("unknown_item")
  end,
  says = {
    unknown_item = {
      zh = "来文所称的清单事项不在现行清单内",
      en = "the list item that the paper claims is not in the list in force",
    },
  },
  remedy = false,
  examples = {
    { "an id that is not there", { ["item.known"] = false }, expect = "fail", says = "unknown_item" },
    { "an id in force", { ["item.known"] = true }, expect = "pass" },
    { "not told", {}, expect = "unknown" },
  },
}
