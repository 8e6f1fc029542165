-- 一个部门要挂几块牌。
return {
  id = "BURDEN-065", family = "burden", level = "warn", stage = "audit", subject = "department",
  title = { zh = "一个部门要的牌子偏多", en = "Many plaques of one department" },
  why = {
    zh = "12 个部门要村里挂 27 种牌，门口挂不下。没有依据的不挂，能合并的合并。",
    en = "Twelve departments wanted 27 plaques in villages. What has no basis is not put up.",
  },
  basis = {
    { title = "地方各级人民政府机构设置和编制管理条例", article = "第七条", verified = "V" },
    { title = "牌子建议值", article = "一个部门一块", verified = "P" },
  },
  seeds = { "S001-28" },
  ground = "counterpart_body",
  since = "2025-01-01",
  parameters = {
    department_plaques_most = { default = 1, unit = "plaque", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.plaques" },

  check = function(plaques, p)
    if plaques <= p.department_plaques_most then return pass() end
    return fail("plaques", { value = plaques, limit = p.department_plaques_most })
  end,
  says = {
    plaques = {
      zh = "今年要求挂 {value} 块牌子，建议一个部门至多 {limit} 块",
      en = "{value} {value:plaque/plaques} demanded this year; {limit} of one department is the proposed limit",
    },
  },
  remedy = false,
  examples = {
    { "one", { ["month.plaques"] = 1 }, expect = "pass" },
    { "two", { ["month.plaques"] = 2 }, expect = "fail", says = "plaques" },
    { "not measured", {}, expect = "unknown" },
  },
}
