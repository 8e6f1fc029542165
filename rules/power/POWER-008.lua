-- 清单交给乡镇的事，权力到位没有。
return {
  id = "POWER-008", family = "power", level = "warn", stage = "list",
  title = { zh = "清单事项所需权力未到位", en = "A listed item needs powers nobody gave" },
  why = {
    zh = "清单让乡镇做、权力没有放下来，或只放给了一部分乡镇，到执行时就是有责无权。",
    en = "An item whose powers were not given, or only to some of the townships, is a duty without power on the day it is due.",
  },
  basis = {
    { title = "中华人民共和国行政处罚法", article = "第二十四条", verified = "V" },
    { title = "关于加强乡镇政府服务能力建设的意见（中办发〔2017〕11号）", article = "权力下放须能承接", verified = "V" },
  },
  seeds = { "S000-31", "S004-07", "S004-10", "S004-02", "S003-13" },
  ground = false,
  since = "2017-02-20",
  parameters = {},
  applies = { ["item.kind"] = { "basic", "cooperative" } },
  needs = { "powers.missing" },

  check = function(missing, p)
    if list.count(missing) == 0 then return pass() end
    return fail("lacking", { missing = missing })
  end,
  says = {
    lacking = {
      zh = "做这件事需要的权力，清单所列乡镇不都有：{missing:list}",
      en = "not all townships of the list hold the powers that it needs: {missing:list}",
    },
  },
  remedy = false,
  examples = {
    { "a penalty nobody gave", { ["powers.missing"] = { "penalty:露天焚烧秸秆" } }, expect = "fail", says = "lacking" },
    { "no power to convene", { ["powers.missing"] = { "convening" } }, expect = "fail" },
    { "stated: nothing is missing", { ["powers.missing"] = {} }, expect = "pass" },
    { "a recalled item", { ["item.kind"] = "recalled", ["powers.missing"] = { "penalty" } }, expect = "skip" },
    { "not told", {}, expect = "unknown" },
  },
}
