-- 让乡镇处罚，清单就要写明权力。
return {
  id = "LIST-015", family = "list", level = "warn", stage = "list",
  title = { zh = "乡镇职责含执法而未写权力", en = "Enforcement in the township's part, no power named" },
  why = {
    zh = "排查上报是乡镇的，处罚、强制归有权的部门；清单让乡镇处罚，就要写明哪项权力。",
    en = "Patrolling and reporting are the township's, penalties and coercion the competent department's: an item that gives them to the township names the power.",
  },
  basis = { { title = "中华人民共和国行政处罚法", article = "第三十八条", verified = "V" } },
  seeds = { "S003-13", "S003-14", "S003-16", "S000-31" },
  ground = false,
  since = "2021-07-15",
  parameters = {},
  applies = { ["item.kind"] = { "basic", "cooperative" } },
  needs = { "item.township_duty", "item.township_actions", "powers.needed" },

  check = function(duty, actions, needed, p)
    local asked = any {
      text.contains_any(duty, { "处罚", "罚款", "强制执行", "拆除" }),
      list.has_any(actions, { "enforce", "penalise", "coerce", "demolish" }),
    }
    if not asked then return pass() end
    for _, power in ipairs(needed) do
      if any { text.starts_with(power, "enforcement"), text.starts_with(power, "penalty"), text.starts_with(power, "coercion") } then
        return pass()
      end
    end
    return fail("unnamed")
  end,
  says = {
    unnamed = {
      zh = "乡镇职责含处罚、强制等执法内容，未写需要的权力（powers）",
      en = "the township's part has enforcement in it, and the item names no power for it",
    },
  },
  remedy = false,
  examples = {
    { "penalties in the duty", { ["item.township_duty"] = "巡查并处罚", ["item.township_actions"] = {}, ["powers.needed"] = {} }, expect = "fail", says = "unnamed" },
    { "fines", { ["item.township_duty"] = "收缴罚款", ["item.township_actions"] = {}, ["powers.needed"] = {} }, expect = "fail" },
    { "coercion", { ["item.township_duty"] = "强制执行清理", ["item.township_actions"] = {}, ["powers.needed"] = {} }, expect = "fail" },
    { "demolition", { ["item.township_duty"] = "拆除违建", ["item.township_actions"] = {}, ["powers.needed"] = { "inspection_power" } }, expect = "fail" },
    { "a penalty among the actions", { ["item.township_duty"] = "", ["item.township_actions"] = { "patrol", "penalise" }, ["powers.needed"] = {} }, expect = "fail" },
    { "enforcement among the actions", { ["item.township_duty"] = "", ["item.township_actions"] = { "enforce" }, ["powers.needed"] = {} }, expect = "fail" },
    { "coercion among the actions", { ["item.township_duty"] = "", ["item.township_actions"] = { "coerce" }, ["powers.needed"] = {} }, expect = "fail" },
    { "demolition among the actions", { ["item.township_duty"] = "", ["item.township_actions"] = { "demolish" }, ["powers.needed"] = {} }, expect = "fail" },
    { "with its penalty power", { ["item.township_duty"] = "按赋权处罚", ["item.township_actions"] = {}, ["powers.needed"] = { "penalty:违规燃放" } }, expect = "pass" },
    { "with its enforcement power", { ["item.township_duty"] = "", ["item.township_actions"] = { "demolish" }, ["powers.needed"] = { "enforcement:村庄规划区内违法建设" } }, expect = "pass" },
    { "with its power of coercion", { ["item.township_duty"] = "", ["item.township_actions"] = { "coerce" }, ["powers.needed"] = { "coercion" } }, expect = "pass" },
    { "compulsory vaccination is no coercion", { ["item.township_duty"] = "组织养殖户接受强制免疫", ["item.township_actions"] = {}, ["powers.needed"] = {} }, expect = "pass" },
    { "patrolling and reporting", { ["item.township_duty"] = "巡查、上报", ["item.township_actions"] = { "patrol", "report" }, ["powers.needed"] = {} }, expect = "pass" },
    { "a recalled item", { ["item.kind"] = "recalled", ["item.township_duty"] = "处罚", ["item.township_actions"] = {}, ["powers.needed"] = {} }, expect = "skip" },
    { "stated: nothing", { ["item.township_duty"] = "", ["item.township_actions"] = {}, ["powers.needed"] = {} }, expect = "pass" },
    { "not told", { ["item.township_duty"] = "巡查" }, expect = "unknown" },
  },
}
