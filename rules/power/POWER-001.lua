-- 没有权，就不能让乡镇去执法。
return {
  id = "POWER-001", family = "power", level = "block", stage = "screen",
  title = { zh = "缺少执法权限", en = "No power for it" },
  why = {
    zh = "处罚、许可、强制、检查要有法定或依法赋予的权力，乡镇没有的，应由有权的部门实施。",
    en = "Penalty, licensing, coercion and inspection need a power given by law; what a township does not hold, the competent department does.",
  },
  basis = {
    { title = "中华人民共和国行政处罚法", article = "第二十四条", verified = "V" },
    { title = "中华人民共和国行政处罚法", article = "第三十八条", verified = "V" },
  },
  seeds = { "S000-31", "S003-13", "S003-16", "S001-46", "S004-09" },
  ground = "no_power",
  since = "2021-07-15",
  parameters = {},
  applies = {
    kind = {
      "document", "forward", "white_paper", "memo", "group_message", "patrol", "screening", "visit", "duty_post", "enforce",
      "penalise", "coerce", "demolish", "charge", "collect", "emergency", "territorial_task",
    },
  },
  needs = { "powers.missing" },
  emergency = "never",

  check = function(missing, p)
    local lacking = {}
    for _, power in ipairs(missing) do
      if any { text.starts_with(power, "enforcement"), text.starts_with(power, "penalty"), text.starts_with(power, "coercion"),
               text.starts_with(power, "licensing"), text.starts_with(power, "inspection_power"),
               power == "disposal", text.starts_with(power, "disposal:") } then
        table.insert(lacking, power)
      end
    end
    if list.count(lacking) == 0 then return pass() end
    return fail("lacking", { lacking = lacking })
  end,
  says = {
    lacking = {
      zh = "完成任务需要而乡镇没有的权力：{lacking:list}",
      en = "powers that the task needs and the township does not hold: {lacking:list}",
    },
  },
  remedy = false,
  examples = {
    { "a penalty is asked for", { ["powers.missing"] = { "penalty" } }, expect = "fail", says = "lacking" },
    { "a penalty on one matter", { ["powers.missing"] = { "penalty:违规燃放烟花爆竹" } }, expect = "fail", says = "lacking" },
    { "only convening is missing", { ["powers.missing"] = { "convening" } }, expect = "pass" },
    { "emergency disposal is another matter", { ["powers.missing"] = { "emergency_disposal" } }, expect = "pass" },
    { "stated: nothing is missing", { ["powers.missing"] = {} }, expect = "pass" },
    { "a meeting", { kind = "meeting", ["powers.missing"] = { "penalty" } }, expect = "skip" },
    { "the word enforcement", { ["powers.missing"] = { "enforcement" } }, expect = "fail" },
    { "the word coercion", { ["powers.missing"] = { "coercion" } }, expect = "fail" },
    { "the word licensing", { ["powers.missing"] = { "licensing" } }, expect = "fail" },
    { "the word inspection_power", { ["powers.missing"] = { "inspection_power" } }, expect = "fail" },
    { "the word disposal", { ["powers.missing"] = { "disposal" } }, expect = "fail" },
    { "the word “disposal:积水”", { ["powers.missing"] = { "disposal:积水" } }, expect = "fail" },
    { "not told", {}, expect = "unknown" },
  },
}
