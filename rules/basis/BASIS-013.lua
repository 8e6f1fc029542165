-- 不是写给乡镇的文件，不发给乡镇。
return {
  id = "BASIS-013", family = "basis", level = "hold", stage = "screen",
  title = { zh = "原件适用对象不是乡镇", en = "The source is not meant for townships" },
  why = {
    zh = "原件写给省、市、县，任务就在省、市、县；转给乡镇，是把自己的事往下推。",
    en = "What was written for province, city or county is theirs to do; forwarding it to townships pushes it down.",
  },
  basis = {
    { title = "整治形式主义为基层减负若干规定", article = "第一部分（不照抄照转）；广东2025年12月26日通报引用", verified = "V" },
    { title = "关于加强乡镇政府服务能力建设的意见（中办发〔2017〕11号）", article = "县级部门不得随意将工作任务转交乡镇", verified = "V" },
  },
  seeds = { "S000-02", "S000-01" },
  ground = "wrong_audience",
  since = "2024-08-06",
  parameters = {},
  applies = { kind = { "document", "forward", "white_paper", "memo", "group_message" } },
  needs = { "document.audience" },

  check = function(audience, p)
    if list.has({ "central", "province", "city", "county" }, audience) then return fail("above", { audience = audience }) end
    return pass()
  end,
  says = { above = { zh = "原件的适用对象是{audience:choice}级，不是乡镇", en = "the source was written for this level, not for townships: {audience:choice}" } },
  remedy = false,
  examples = {
    { "for counties", { ["document.audience"] = "county" }, expect = "fail", says = "above" },
    { "for cities", { ["document.audience"] = "city" }, expect = "fail" },
    { "for provinces", { ["document.audience"] = "province" }, expect = "fail" },
    { "for the centre", { ["document.audience"] = "central" }, expect = "fail" },
    { "for townships", { ["document.audience"] = "township" }, expect = "pass" },
    { "for villages", { ["document.audience"] = "village" }, expect = "pass" },
    { "stated: not said", { ["document.audience"] = "" }, expect = "pass" },
    { "a patrol", { kind = "patrol", ["document.audience"] = "county" }, expect = "skip" },
    { "not told", { kind = "document" }, expect = "unknown" },
  },
}
