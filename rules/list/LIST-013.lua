-- 基本履职事项要落到一个办公室。
return {
  id = "LIST-013", family = "list", level = "info", stage = "screen",
  title = { zh = "清单未写承办机构", en = "The list names no office for it" },
  why = {
    zh = "清单没写由乡镇哪个办公室承办，来了任务先要在内部推一圈。",
    en = "Where the list names no office of the township, each task goes round the house first.",
  },
  basis = { { title = "清单编制建议", article = "事项写明承办机构", verified = "P" } },
  seeds = { "S000-08" },
  ground = false,
  since = "2024-08-06",
  parameters = {},
  applies = { ["item.kind"] = "basic" },
  needs = { "item.office" },

  check = function(office, p)
    if not text.is_blank(office) then return pass() end
    return fail("nobody")
  end,
  says = { nobody = { zh = "清单未写明该事项由乡镇哪个办公室承办", en = "the list does not say which office of the township does it" } },
  remedy = false,
  examples = {
    { "stated: no office", { ["item.office"] = "" }, expect = "fail", says = "nobody" },
    { "an office", { ["item.office"] = "社会事务办" }, expect = "pass" },
    { "a cooperative item", { ["item.kind"] = "cooperative", ["item.office"] = "" }, expect = "skip" },
    { "not told", {}, expect = "unknown" },
  },
}
