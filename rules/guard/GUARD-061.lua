-- 减负靠发文、开会。
return {
  id = "GUARD-061", family = "guard", level = "warn", stage = "audit", subject = "county",
  title = { zh = "减负靠发文、开会", en = "Burden reduced by papers" },
  why = {
    zh = "减负不能以文件落实、以会议推进，要靠一件件取消、合并。",
    en = "Burden is not reduced by documents and meetings but by taking tasks away.",
  },
  basis = { { title = "减负方式建议", article = "一期两件以内", verified = "P" } },
  seeds = { "S003-42", "S004-03" },
  ground = false,
  since = "2025-01-01",
  parameters = {
    burden_papers_most = { default = 2, unit = "task", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.burden_papers" },

  check = function(papers, p)
    if papers <= p.burden_papers_most then return pass() end
    return fail("many", { value = papers, limit = p.burden_papers_most })
  end,
  says = {
    many = {
      zh = "为减负发文、开会 {value} 件，建议至多 {limit} 件",
      en = "{value} {value:document or meeting/documents and meetings} about reducing burden; {limit} is the proposed limit",
    },
  },
  remedy = false,
  examples = {
    { "two", { ["month.burden_papers"] = 2 }, expect = "pass" },
    { "three", { ["month.burden_papers"] = 3 }, expect = "fail", says = "many" },
    { "not measured", {}, expect = "unknown" },
  },
}
