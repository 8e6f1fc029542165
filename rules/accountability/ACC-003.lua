-- 写了追责，就要写明追究谁、追究什么。
return {
  id = "ACC-003", family = "accountability", level = "warn", stage = "screen",
  title = { zh = "追责对象不明", en = "Blame without a named office" },
  why = {
    zh = "只写“严肃追责”，不写追究哪个岗位，乡镇人人自危，只好处处留痕。",
    en = "A bare threat of blame makes everybody keep proof of everything.",
  },
  basis = { { title = "问责建议", article = "谁犯错谁担责，不连坐", verified = "P" } },
  seeds = { "S000-25", "S003-36" },
  ground = "unfair_accountability",
  since = "2019-01-01",
  parameters = {},
  applies = { ["accountability.clause"] = true },
  needs = { "accountability.targets" },

  check = function(targets, p)
    if list.count(targets) > 0 then return pass() end
    return fail("nobody")
  end,
  says = {
    nobody = { zh = "写明追责，未说明追究哪个岗位", en = "threatens accountability and names no office" },
    cure = { zh = "删去追责条款", en = "strike the clause" },
  },
  remedy = function(targets, p)
    return set("accountability.clause", false)
  end,
  examples = {
    { "stated: nobody named", { ["accountability.targets"] = {} }, expect = "fail", says = "nobody" },
    { "an office", { ["accountability.targets"] = { "直接责任人" } }, expect = "pass" },
    { "no clause", { ["accountability.clause"] = false, ["accountability.targets"] = {} }, expect = "skip" },
    { "not told", {}, expect = "unknown" },
  },
}
