-- 北京：批准的临时工作，人、钱、技术、标准、流程一起来。
return {
  id = "BJ-LIST-001", family = "list", level = "hold", stage = "screen",
  title = { zh = "批准而未同步保障（北京）", en = "Approved without its means (Beijing)" },
  why = {
    zh = "经批准由街道承担的临时工作，应当同步人员、经费、技术，并明确标准和流程。",
    en = "A temporary task that a street is given comes with people, funds, technology, a standard and a process.",
  },
  basis = { { title = "北京市街道办事处条例", article = "第四十一条", verified = "V" } },
  seeds = { "S003-19", "S000-34" },
  ground = "no_staff",
  since = "2020-01-01",
  parameters = {},
  applies = { ["item.how"] = "none", ["admission.decision"] = "done" },
  needs = { "funds.needed", "funds.provided", "staff.needed", "staff.provided", "technology", "guidance.standard", "guidance.method" },

  check = function(funds_needed, funds, staff_needed, staff, technology, standard, method, p)
    if staff < staff_needed then return fail("staff") end
    if funds < funds_needed then return fail("funds") end
    if list.count(technology) == 0 then return fail("technology") end
    if text.is_blank(standard) or text.is_blank(method) then return fail("standard") end
    return pass()
  end,
  says = {
    staff = { zh = "批准的临时工作没有同步人员", en = "no people came with what was approved" },
    funds = { zh = "批准的临时工作没有同步经费", en = "no funds came with what was approved" },
    technology = { zh = "批准的临时工作没有同步技术", en = "no technology came with what was approved" },
    standard = { zh = "批准的临时工作没有写明标准、流程", en = "what was approved has no standard or process" },
  },
  remedy = false,
  examples = {
    { "one of two people", { ["funds.needed"] = 100, ["funds.provided"] = 100, ["staff.needed"] = 2, ["staff.provided"] = 1, technology = { "平台账号" }, ["guidance.standard"] = "无遗漏", ["guidance.method"] = "逐户" }, expect = "fail", says = "staff" },
    { "one yuan short", { ["funds.needed"] = 100, ["funds.provided"] = 99, ["staff.needed"] = 2, ["staff.provided"] = 2, technology = { "平台账号" }, ["guidance.standard"] = "无遗漏", ["guidance.method"] = "逐户" }, expect = "fail", says = "funds" },
    { "stated: no technology", { ["funds.needed"] = 100, ["funds.provided"] = 100, ["staff.needed"] = 2, ["staff.provided"] = 2, technology = {}, ["guidance.standard"] = "无遗漏", ["guidance.method"] = "逐户" }, expect = "fail", says = "technology" },
    { "stated: no standard", { ["funds.needed"] = 100, ["funds.provided"] = 100, ["staff.needed"] = 2, ["staff.provided"] = 2, technology = { "平台账号" }, ["guidance.standard"] = "", ["guidance.method"] = "逐户" }, expect = "fail", says = "standard" },
    { "stated: no process", { ["funds.needed"] = 100, ["funds.provided"] = 100, ["staff.needed"] = 2, ["staff.provided"] = 2, technology = { "平台账号" }, ["guidance.standard"] = "无遗漏", ["guidance.method"] = "" }, expect = "fail", says = "standard" },
    { "all of them", { ["funds.needed"] = 100, ["funds.provided"] = 100, ["staff.needed"] = 2, ["staff.provided"] = 2, technology = { "平台账号" }, ["guidance.standard"] = "无遗漏", ["guidance.method"] = "逐户" }, expect = "pass" },
    { "in the list", { ["item.how"] = "matched", ["funds.needed"] = 100, ["funds.provided"] = 0, ["staff.needed"] = 0, ["staff.provided"] = 0, technology = {}, ["guidance.standard"] = "", ["guidance.method"] = "" }, expect = "skip" },
    { "not approved", { ["admission.decision"] = false, ["funds.needed"] = 100, ["funds.provided"] = 0, ["staff.needed"] = 0, ["staff.provided"] = 0, technology = {}, ["guidance.standard"] = "", ["guidance.method"] = "" }, expect = "skip" },
    { "not told", { ["funds.needed"] = 100 }, expect = "unknown" },
  },
}
