-- 安全生产：乡镇检查、上报、协助，处罚归部门。
return {
  id = "POWER-014", family = "power", level = "block", stage = "screen",
  title = { zh = "安全生产处罚交乡镇", en = "Penalties on work safety are given to the township" },
  why = {
    zh = "乡镇按职责检查生产经营单位的安全状况，协助部门或按授权履职；处罚、强制由负有监管职责的部门实施。",
    en = "Townships look at the safety of businesses by their duty and help the departments or act under authorisation; penalties and coercion are the departments'.",
  },
  basis = { { title = "中华人民共和国安全生产法", article = "第九条", verified = "V" } },
  seeds = { "S003-13" },
  ground = "no_power",
  since = "2021-09-01",
  parameters = {},
  applies = { kind = { "enforce", "penalise", "coerce" } },
  needs = { "title", "powers.missing" },
  emergency = "never",

  check = function(title, missing, p)
    if not text.contains_any(title, { "安全生产", "生产安全" }) then return pass() end
    for _, power in ipairs(missing) do
      if any { text.starts_with(power, "penalty"), text.starts_with(power, "coercion"), text.starts_with(power, "enforcement") } then
        return fail("penalties")
      end
    end
    return pass()
  end,
  says = {
    penalties = {
      zh = "安全生产处罚、强制由负有监管职责的部门实施，乡镇检查、上报、协助",
      en = "penalties and coercion on work safety are the departments'; the township checks, reports and helps",
    },
  },
  remedy = false,
  examples = {
    { "a penalty", { title = "关于开展安全生产执法的通知", ["powers.missing"] = { "penalty" } }, expect = "fail", says = "penalties" },
    { "coercion", { title = "关于生产安全隐患查封的通知", ["powers.missing"] = { "coercion" } }, expect = "fail" },
    { "enforcement", { title = "关于开展安全生产执法的通知", ["powers.missing"] = { "enforcement" } }, expect = "fail" },
    { "under authorisation", { title = "关于开展安全生产执法的通知", ["powers.missing"] = {} }, expect = "pass" },
    { "only convening is missing", { title = "关于开展安全生产执法的通知", ["powers.missing"] = { "convening" } }, expect = "pass" },
    { "another matter", { title = "关于开展食品安全执法的通知", ["powers.missing"] = { "penalty" } }, expect = "pass" },
    { "stated: no title", { title = "", ["powers.missing"] = { "penalty" } }, expect = "pass" },
    { "a patrol", { kind = "patrol", title = "安全生产巡查", ["powers.missing"] = { "penalty" } }, expect = "skip" },
    { "powers not told", { title = "关于开展安全生产执法的通知" }, expect = "unknown" },
  },
}
