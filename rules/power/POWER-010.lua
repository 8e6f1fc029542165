-- 放权不放手，部门还要指导监督。
return {
  id = "POWER-010", family = "power", level = "warn", stage = "screen",
  title = { zh = "放权后无人指导监督", en = "Nobody guides the delegated power" },
  why = {
    zh = "权放下去，业务指导和执法监督仍是部门的事；放了就不管，是“自由落体”。",
    en = "Guidance and supervision stay with the department after a power is handed down; letting go of it all is a free fall.",
  },
  basis = { { title = "中华人民共和国行政处罚法", article = "第二十四条", verified = "V" } },
  seeds = { "S000-38" },
  ground = "no_power",
  since = "2021-07-15",
  parameters = {},
  applies = {
    kind = { "document", "forward", "memo", "patrol", "screening", "duty_post", "enforce", "penalise", "territorial_task" },
    ["powers.needed"] = "penalty",
  },
  needs = { "powers.granted" },
  may = { "powers.supervision" },

  check = function(granted, supervision, p)
    local handed_down = false
    for _, grant in ipairs(granted) do
      if grant.power == "penalty" and grant.mode ~= "statutory" then handed_down = true end
    end
    if not handed_down then return pass() end
    if supervision == nil then return unknown("powers.supervision") end
    if not text.is_blank(supervision) then return pass() end
    return fail("alone")
  end,
  says = { alone = { zh = "处罚权放给乡镇，未写明由哪个部门指导监督", en = "the penalty power is handed down and no department is named to guide and supervise" } },
  remedy = false,
  examples = {
    { "stated: nobody", { ["powers.granted"] = { { power = "penalty", mode = "delegated" } }, ["powers.supervision"] = "" }, expect = "fail", says = "alone" },
    { "a department", { ["powers.granted"] = { { power = "penalty", mode = "delegated" } }, ["powers.supervision"] = "县公安局治安大队" }, expect = "pass" },
    { "a statutory power", { ["powers.granted"] = { { power = "penalty", mode = "statutory" } }, ["powers.supervision"] = "" }, expect = "pass" },
    { "another power", { ["powers.granted"] = { { power = "licensing", mode = "entrusted" } }, ["powers.supervision"] = "" }, expect = "pass" },
    { "stated: nothing granted", { ["powers.granted"] = {} }, expect = "pass" },
    { "no penalty is needed", { ["powers.needed"] = {}, ["powers.granted"] = { { power = "penalty", mode = "delegated" } }, ["powers.supervision"] = "" }, expect = "skip" },
    { "a form", { kind = "form", ["powers.granted"] = { { power = "penalty", mode = "delegated" } }, ["powers.supervision"] = "" }, expect = "skip" },
    { "supervision not told", { ["powers.granted"] = { { power = "penalty", mode = "delegated" } } }, expect = "unknown" },
    { "grant not told", { ["powers.supervision"] = "" }, expect = "unknown" },
  },
}
