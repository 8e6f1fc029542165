-- 露天焚烧秸秆的罚款，归县级以上政府确定的部门。
return {
  id = "POWER-013", family = "power", level = "block", stage = "screen",
  title = { zh = "秸秆焚烧处罚交乡镇", en = "Fines for straw burning are given to the township" },
  why = {
    zh = "露天焚烧秸秆由县级以上地方政府确定的监督管理部门处罚；乡镇宣传、巡查、劝阻。",
    en = "Straw burning is fined by the department that the county government or one above it has named; townships inform, patrol and dissuade.",
  },
  basis = { { title = "中华人民共和国大气污染防治法", article = "第一百一十九条", verified = "V" } },
  seeds = { "S001-41" },
  ground = "no_power",
  since = "2018-10-26",
  parameters = {},
  applies = { kind = { "enforce", "penalise", "charge", "collect" } },
  needs = { "title", "powers.missing" },
  emergency = "never",

  check = function(title, missing, p)
    if not text.contains_any(title, { "秸秆", "露天焚烧" }) then return pass() end
    for _, power in ipairs(missing) do
      if any { text.starts_with(power, "penalty"), text.starts_with(power, "enforcement") } then return fail("fines") end
    end
    return pass()
  end,
  says = {
    fines = {
      zh = "露天焚烧秸秆的罚款由县级以上政府确定的部门实施，乡镇没有这项处罚权",
      en = "fines for straw burning are for the department that the county names; the township does not hold this power",
    },
  },
  remedy = false,
  examples = {
    { "a fine", { title = "关于加强秸秆禁烧工作的通知", ["powers.missing"] = { "penalty:露天焚烧秸秆" } }, expect = "fail", says = "fines" },
    { "enforcement", { title = "关于查处露天焚烧的通知", ["powers.missing"] = { "inspection_power", "enforcement" } }, expect = "fail" },
    { "the power is held", { title = "关于加强秸秆禁烧工作的通知", ["powers.missing"] = {} }, expect = "pass" },
    { "only inspection is missing", { title = "关于加强秸秆禁烧工作的通知", ["powers.missing"] = { "inspection_power" } }, expect = "pass" },
    { "another matter", { title = "关于查处违规燃放的通知", ["powers.missing"] = { "penalty" } }, expect = "pass" },
    { "stated: no title", { title = "", ["powers.missing"] = { "penalty" } }, expect = "pass" },
    { "a patrol", { kind = "patrol", title = "秸秆禁烧巡查", ["powers.missing"] = { "penalty" } }, expect = "skip" },
    { "powers not told", { title = "关于加强秸秆禁烧工作的通知" }, expect = "unknown" },
  },
}
