-- 不层层转发。
return {
  id = "BASIS-014", family = "basis", level = "warn", stage = "screen",
  title = { zh = "文件层层嵌套", en = "Papers upon papers" },
  why = {
    zh = "省转市、市转县、县转乡，一层套一层，用文件落实文件。",
    en = "Province to city to county to township: each layer wraps the one before, and papers carry out papers.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第一条（控制配套、分工类文件）", verified = "V" } },
  seeds = { "S000-03", "S000-01" },
  ground = "unclear_guidance",
  since = "2024-08-06",
  parameters = {
    max_chain_depth = { default = 2, unit = "layer", harder = "lower", min = 0, source = "建议值：至多转两层（无全国统一规定）" },
  },
  applies = { kind = { "document", "forward", "white_paper", "memo", "group_message", "form", "ledger", "material" } },
  needs = { "document.chain_depth" },

  check = function(depth, p)
    if depth <= p.max_chain_depth then return pass() end
    return fail("nested", { depth = depth, max = p.max_chain_depth })
  end,
  says = { nested = { zh = "经 {depth} 层转发或落实，宜不超过 {max} 层", en = "{depth} {depth:layer of papers lies/layers of papers lie} between; {max} should do" } },
  remedy = false,
  examples = {
    { "three layers", { ["document.chain_depth"] = 3 }, expect = "fail", says = "nested" },
    { "two layers", { ["document.chain_depth"] = 2 }, expect = "pass" },
    { "stated: none", { ["document.chain_depth"] = 0 }, expect = "pass" },
    { "a patrol", { kind = "patrol", ["document.chain_depth"] = 3 }, expect = "skip" },
    { "not told", {}, expect = "unknown" },
  },
}
