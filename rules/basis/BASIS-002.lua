-- 一句“属地管理”不是依据。
return {
  id = "BASIS-002", family = "basis", level = "hold", stage = "screen",
  title = { zh = "仅以属地管理为依据", en = "Territorial management is the only basis" },
  why = {
    zh = "属地管理说的是在哪里，不是由谁负责；不能单凭这一句把部门的事交给乡镇。",
    en = "Where a thing lies does not say whose duty it is; the phrase alone moves no duty.",
  },
  basis = {
    { title = "关于加强乡镇政府服务能力建设的意见（中办发〔2017〕11号）", article = "县级部门不得随意将工作任务转交乡镇", verified = "V" },
  },
  seeds = { "S000-22", "S001-39", "S004-05" },
  ground = "weak_basis",
  since = "2017-02-20",
  parameters = {},
  applies = {
    kind = {
      "document", "forward", "white_paper", "memo", "group_message", "form", "ledger", "material", "survey", "data_collection",
      "patrol", "screening", "visit", "duty_post", "volunteering", "enforce", "penalise", "coerce", "demolish", "charge",
      "collect", "certificate", "plaque", "site_building", "wall_posting", "emergency", "territorial_task", "quota",
    },
  },
  needs = { "basis" },
  may = { "item.id", "item.name", "item.kind" },
  emergency = "never",

  check = function(basis, item, name, kind, p)
    if list.count(basis) == 0 then return pass() end
    for _, cited in ipairs(basis) do
      if cited.kind ~= "territorial_only" then return pass() end
    end
    return fail("territorial")
  end,
  says = {
    territorial = {
      zh = "来文的依据只有“属地管理”，未引法律、文件或清单事项",
      en = "“territorial management” is all the paper relies on: no law, document or list item",
    },
    cure = { zh = "引用对应的清单事项作依据，写明事项编号", en = "rely on the item of the duty list, by its id" },
  },
  remedy = function(basis, item, name, kind, p)
    if item == nil or item == "" or kind == "recalled" then return nil end
    return set("basis", { { title = name, article = item, kind = "duty_list" } })
  end,
  examples = {
    { "territorial only", { basis = { { title = "属地管理", kind = "territorial_only" } } }, expect = "fail", says = "territorial" },
    { "with a law", { basis = { { title = "属地管理", kind = "territorial_only" }, { title = "消防法", kind = "law" } } }, expect = "pass" },
    { "kind not said", { basis = { { title = "某文件" } } }, expect = "pass" },
    { "stated: no basis", { basis = {} }, expect = "pass" },
    { "a meeting", { kind = "meeting", basis = { { title = "属地管理" } } }, expect = "skip" },
    { "not told", { kind = "patrol" }, expect = "unknown" },
  },
}
