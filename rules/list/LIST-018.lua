-- 低保入户核查、邻里调解，是乡镇自己的事。
return {
  id = "LIST-018", family = "list", level = "warn", stage = "list",
  title = { zh = "本应由乡镇承担的事项未列入基本履职", en = "A township's own work is not filed as basic" },
  why = {
    zh = "减负不是少干活：低保入户核查、矛盾纠纷调解只有基层干得了，应列为基本履职。",
    en = "Less burden is not less work: checking on households and mediating quarrels can only be done on the spot, so they are basic.",
  },
  basis = { { title = "清单编制建议", article = "低保入户核查、矛盾调解列为基本履职", verified = "P" } },
  seeds = { "S003-17", "S003-41" },
  ground = false,
  since = "2024-08-06",
  parameters = {},
  applies = {},
  needs = { "item.name", "item.kind" },

  check = function(name, kind, p)
    if kind == "basic" then return pass() end
    if text.contains_any(name, { "低保对象入户", "低保入户", "矛盾纠纷排查调解", "社区矛盾调解", "邻里纠纷调解" }) then
      return fail("misfiled")
    end
    return pass()
  end,
  says = { misfiled = { zh = "宜列为基本履职事项，由乡镇承担", en = "better a basic item: it is the township's own work" } },
  remedy = false,
  examples = {
    { "household checks given back", { ["item.name"] = "低保对象入户核查", ["item.kind"] = "recalled" }, expect = "fail", says = "misfiled" },
    { "household checks, in short", { ["item.name"] = "低保入户调查", ["item.kind"] = "cooperative" }, expect = "fail" },
    { "mediation", { ["item.name"] = "矛盾纠纷排查调解", ["item.kind"] = "cooperative" }, expect = "fail" },
    { "mediation in communities", { ["item.name"] = "社区矛盾调解", ["item.kind"] = "cooperative" }, expect = "fail" },
    { "quarrels of neighbours", { ["item.name"] = "邻里纠纷调解", ["item.kind"] = "cooperative" }, expect = "fail" },
    { "filed as basic", { ["item.name"] = "低保对象入户核查", ["item.kind"] = "basic" }, expect = "pass" },
    { "another matter", { ["item.name"] = "消防安全检查", ["item.kind"] = "cooperative" }, expect = "pass" },
    { "stated: no name", { ["item.name"] = "", ["item.kind"] = "cooperative" }, expect = "pass" },
    { "not told", { ["item.name"] = "低保对象入户核查" }, expect = "unknown" },
  },
}
