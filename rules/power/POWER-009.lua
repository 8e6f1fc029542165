-- 放权之前，先看接不接得住。
return {
  id = "POWER-009", family = "power", level = "hold", stage = "screen",
  title = { zh = "赋权前未评估承接能力", en = "Delegated without asking who can take it" },
  why = {
    zh = "处罚权只能交给能够有效承接的乡镇；不评估、一次放给所有乡镇，曾被通报。",
    en = "Penalties go only to townships able to take them; handing them to all at once without a look was named in a circular.",
  },
  basis = { { title = "中华人民共和国行政处罚法", article = "第二十四条", verified = "V" } },
  seeds = { "S000-38", "S004-10", "S004-02" },
  ground = "no_power",
  since = "2021-07-15",
  parameters = {},
  applies = {
    kind = { "document", "forward", "memo", "patrol", "screening", "duty_post", "enforce", "penalise", "territorial_task" },
    ["powers.needed"] = "penalty",
  },
  needs = { "powers.granted" },
  may = { "powers.capacity_assessed" },

  check = function(granted, assessed, p)
    for _, grant in ipairs(granted) do
      if grant.power == "penalty" and list.has({ "delegated", "devolved" }, grant.mode or "") then
        if assessed == nil then return unknown("powers.capacity_assessed") end
        if not assessed then return fail("unassessed", { matter = grant.matter or "" }) end
      end
    end
    return pass()
  end,
  says = {
    unassessed = {
      zh = "随任务下放处罚权（{matter}），未评估乡镇能否承接",
      en = "a penalty power ({matter}) comes with the task; whether the township can take it was not assessed",
    },
    cure = { zh = "先评估承接能力", en = "assess first whether it can be taken" },
  },
  remedy = function(granted, assessed, p)
    return set("powers.capacity_assessed", true)
  end,
  examples = {
    { "not assessed", { ["powers.granted"] = { { power = "penalty", mode = "delegated" } }, ["powers.capacity_assessed"] = false }, expect = "fail", says = "unassessed" },
    { "devolved, not assessed", { ["powers.granted"] = { { power = "penalty", mode = "devolved", matter = "烟花爆竹" } }, ["powers.capacity_assessed"] = false }, expect = "fail" },
    { "assessed", { ["powers.granted"] = { { power = "penalty", mode = "delegated" } }, ["powers.capacity_assessed"] = "2026-03-02" }, expect = "pass" },
    { "a statutory power", { ["powers.granted"] = { { power = "penalty", mode = "statutory" } }, ["powers.capacity_assessed"] = false }, expect = "pass" },
    { "mode not said", { ["powers.granted"] = { { power = "penalty" } }, ["powers.capacity_assessed"] = false }, expect = "pass" },
    { "another power", { ["powers.granted"] = { { power = "inspection_power", mode = "delegated" } }, ["powers.capacity_assessed"] = false }, expect = "pass" },
    { "stated: nothing granted", { ["powers.granted"] = {} }, expect = "pass" },
    { "no penalty is needed", { ["powers.needed"] = {}, ["powers.granted"] = { { power = "penalty", mode = "delegated" } }, ["powers.capacity_assessed"] = false }, expect = "skip" },
    { "a form", { kind = "form", ["powers.granted"] = { { power = "penalty", mode = "delegated" } }, ["powers.capacity_assessed"] = false }, expect = "skip" },
    { "mode not said, not assessed", { ["powers.granted"] = { { power = "penalty", matter = "烟花爆竹" } }, ["powers.capacity_assessed"] = false }, expect = "pass" },
    { "assessment not told", { ["powers.granted"] = { { power = "penalty", mode = "delegated" } } }, expect = "unknown" },
    { "grant not told", { ["powers.capacity_assessed"] = false }, expect = "unknown" },
  },
}
