-- 谁的责任谁承担，不连坐。
return {
  id = "ACC-002", family = "accountability", level = "warn", stage = "screen",
  title = { zh = "笼统追责、连带追责", en = "Collective blame" },
  why = {
    zh = "追责要对准责任人，不因一村一事牵连班子、全体干部。",
    en = "Blame goes to the person at fault, not to the whole office for one village's mistake.",
  },
  basis = { { title = "问责建议", article = "谁犯错谁担责，不连坐", verified = "P" } },
  seeds = { "S003-36", "S003-37" },
  ground = "unfair_accountability",
  since = "2019-01-01",
  parameters = {},
  applies = { ["accountability.clause"] = true },
  needs = { "accountability.targets" },

  check = function(targets, p)
    if list.has_any(targets, { "全体干部", "全体", "党政班子", "领导班子", "党政主要负责人", "主要负责人", "主要领导", "all", "everybody", "top_official" }) then
      return fail("collective", { targets = targets })
    end
    return pass()
  end,
  says = {
    collective = {
      zh = "追责对象写为{targets:list}，未区分具体责任",
      en = "threatens {targets:list} without regard to who is at fault",
    },
    cure = { zh = "删去追责条款", en = "strike the clause" },
  },
  remedy = function(targets, p)
    return set("accountability.clause", false)
  end,
  examples = {
    { "the whole staff", { ["accountability.targets"] = { "全体干部" } }, expect = "fail", says = "collective" },
    { "the top official for a village's fault", { ["accountability.targets"] = { "责任人", "主要领导" } }, expect = "fail" },
    { "the person at fault", { ["accountability.targets"] = { "直接责任人" } }, expect = "pass" },
    { "stated: nobody named", { ["accountability.targets"] = {} }, expect = "pass" },
    { "no clause", { ["accountability.clause"] = false, ["accountability.targets"] = { "全体干部" } }, expect = "skip" },
    { "the word “全体”", { ["accountability.targets"] = { "全体" } }, expect = "fail" },
    { "the word “党政班子”", { ["accountability.targets"] = { "党政班子" } }, expect = "fail" },
    { "the word “领导班子”", { ["accountability.targets"] = { "领导班子" } }, expect = "fail" },
    { "the word “党政主要负责人”", { ["accountability.targets"] = { "党政主要负责人" } }, expect = "fail" },
    { "the word “主要负责人”", { ["accountability.targets"] = { "主要负责人" } }, expect = "fail" },
    { "the word all", { ["accountability.targets"] = { "all" } }, expect = "fail" },
    { "the word everybody", { ["accountability.targets"] = { "everybody" } }, expect = "fail" },
    { "the word top_official", { ["accountability.targets"] = { "top_official" } }, expect = "fail" },
    { "not told", {}, expect = "unknown" },
  },
}
