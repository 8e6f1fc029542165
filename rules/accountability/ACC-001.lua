-- 没有给权，不能追责。
return {
  id = "ACC-001", family = "accountability", level = "hold", stage = "screen",
  title = { zh = "追责而未给权", en = "Blame without power" },
  why = {
    zh = "权力在部门、责任在乡镇，出了事追究乡镇，权责不相称。",
    en = "To answer for what one has no power over is out of proportion.",
  },
  basis = {
    { title = "关于加强乡镇政府服务能力建设的意见（中办发〔2017〕11号）", article = "权力下放须能承接", verified = "V" },
  },
  seeds = { "S000-25", "S004-09", "S003-14" },
  ground = "unfair_accountability",
  since = "2017-02-20",
  parameters = {},
  applies = { ["accountability.clause"] = true },
  needs = { "powers.missing" },

  check = function(missing, p)
    if list.count(missing) == 0 then return pass() end
    return fail("no_power", { missing = missing })
  end,
  says = {
    no_power = {
      zh = "来文写明追责，任务需要的权力没有给乡镇：{missing:list}",
      en = "the paper threatens accountability; the township lacks the powers for it: {missing:list}",
    },
    cure = { zh = "删去追责条款，或同步赋予权力", en = "strike the clause, or give the power with it" },
  },
  remedy = function(missing, p)
    return set("accountability.clause", false)
  end,
  examples = {
    { "no power to penalise", { ["powers.missing"] = { "penalty" } }, expect = "fail", says = "no_power" },
    { "stated: nothing is missing", { ["powers.missing"] = {} }, expect = "pass" },
    { "no clause", { ["accountability.clause"] = false, ["powers.missing"] = { "penalty" } }, expect = "skip" },
    { "not told", {}, expect = "unknown" },
  },
}
