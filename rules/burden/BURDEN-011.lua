-- 不从乡镇借调人。
return {
  id = "BURDEN-011", family = "burden", level = "hold", stage = "screen",
  title = { zh = "要求借调人员", en = "People are to be lent" },
  why = {
    zh = "上级机关原则上不从县及以下借调，确需的要经组织部门审批备案。",
    en = "Those above do in principle not borrow people from county level and below; an exception needs the organisation department.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第四部分（规范借调干部）", verified = "V" } },
  seeds = { "S001-47" },
  ground = "over_capacity",
  since = "2024-08-06",
  parameters = {},
  applies = {},
  needs = { "demands.secondment" },
  may = { "demands.secondment_approval" },

  check = function(people, approval, p)
    if people == 0 then return pass() end
    if approval == nil then return unknown("demands.secondment_approval") end
    if not text.is_blank(approval) then return pass() end
    return fail("lent", { people = people })
  end,
  says = {
    lent = {
      zh = "要求借调、抽调 {people} 人，未附组织部门审批备案",
      en = "{people} {people:person is/people are} to be lent; no approval of the organisation department is attached",
    },
    cure = { zh = "取消借调", en = "borrow nobody" },
  },
  remedy = function(people, approval, p)
    return set("demands.secondment", 0)
  end,
  examples = {
    { "one person", { ["demands.secondment"] = 1, ["demands.secondment_approval"] = "" }, expect = "fail", says = "lent" },
    { "approved and filed", { ["demands.secondment"] = 1, ["demands.secondment_approval"] = "示组借〔2026〕3号" }, expect = "pass" },
    { "five people", { ["demands.secondment"] = 5, ["demands.secondment_approval"] = "" }, expect = "fail" },
    { "stated: nobody", { ["demands.secondment"] = 0 }, expect = "pass" },
    { "approval not told", { ["demands.secondment"] = 1 }, expect = "unknown" },
    { "not told", {}, expect = "unknown" },
  },
}
