-- 内设机构、临时机构不对外行文。
return {
  id = "BASIS-011", family = "basis", level = "warn", stage = "screen",
  title = { zh = "内设机构、临时机构行文", en = "Paper of an inner office or temporary body" },
  why = {
    zh = "部门内设机构除办公室外不得对外正式行文，专班、临时机构不是发文主体。",
    en = "Inner offices (the general office aside) write no formal papers to others; nor do task forces.",
  },
  basis = { { title = "党政机关公文处理工作条例", article = "第十七条", verified = "S" } },
  seeds = { "S001-01", "S004-04" },
  ground = "weak_basis",
  since = "2012-07-01",
  parameters = {},
  applies = { ["issuer.kind"] = { "inner_office", "temporary_body", "task_force" } },
  needs = { "document.form" },

  check = function(form, p)
    if list.has({ "document", "letter", "telegram", "white_paper", "memo" }, form) then return fail("writes") end
    return pass()
  end,
  says = { writes = { zh = "来文单位是内设机构或临时机构，应由其所在部门行文", en = "the issuer is an inner office or temporary body; its department should write" } },
  remedy = false,
  examples = {
    { "a letter", { ["document.form"] = "letter" }, expect = "fail", says = "writes" },
    { "a white paper", { ["document.form"] = "white_paper" }, expect = "fail" },
    { "an order in a system", { ["document.form"] = "system" }, expect = "pass" },
    { "stated: no form", { ["document.form"] = "" }, expect = "pass" },
    { "a department", { ["issuer.kind"] = "county_department", ["document.form"] = "letter" }, expect = "skip" },
    { "the word document", { ["document.form"] = "document" }, expect = "fail" },
    { "the word telegram", { ["document.form"] = "telegram" }, expect = "fail" },
    { "the word memo", { ["document.form"] = "memo" }, expect = "fail" },
    { "not told", { ["issuer.kind"] = "task_force" }, expect = "unknown" },
  },
}
