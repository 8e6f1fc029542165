-- 山东：清单外的阶段性工作，批了还要给钱、给人、给技术、给培训。
return {
  id = "SD-LIST-001", family = "list", level = "hold", stage = "screen",
  title = { zh = "准入而未同步保障（山东）", en = "Admitted without its means (Shandong)" },
  why = {
    zh = "清单外的阶段性、临时性工作经县级政府批准交乡镇承担的，应当同步经费、人员、技术指导和培训。",
    en = "A passing task off the list that the county government gives to a township comes with funds, staff, technical guidance and training.",
  },
  basis = { { title = "山东省乡镇人民政府工作条例", article = "第四条", verified = "V" } },
  seeds = { "S003-19", "S001-46" },
  ground = "no_funds",
  since = "2020-08-01",
  parameters = {},
  applies = { ["item.how"] = "none", ["admission.decision"] = "done" },
  needs = { "funds.needed", "funds.provided", "staff.needed", "staff.provided", "technology", "training.date" },

  check = function(funds_needed, funds, staff_needed, staff, technology, training, p)
    if funds < funds_needed then return fail("funds") end
    if staff < staff_needed then return fail("staff") end
    if list.count(technology) == 0 then return fail("technology") end
    if not training then return fail("training") end
    return pass()
  end,
  says = {
    funds = { zh = "准入的工作没有同步经费", en = "no funds came with what was admitted" },
    staff = { zh = "准入的工作没有同步人员", en = "no people came with what was admitted" },
    technology = { zh = "准入的工作没有技术指导", en = "no technical guidance came with what was admitted" },
    training = { zh = "准入的工作没有安排培训", en = "no training came with what was admitted" },
  },
  remedy = false,
  examples = {
    { "one yuan short", { ["funds.needed"] = 100, ["funds.provided"] = 99, ["staff.needed"] = 2, ["staff.provided"] = 2, technology = { "专家随队" }, ["training.date"] = "2026-03-02" }, expect = "fail", says = "funds" },
    { "one of two people", { ["funds.needed"] = 100, ["funds.provided"] = 100, ["staff.needed"] = 2, ["staff.provided"] = 1, technology = { "专家随队" }, ["training.date"] = "2026-03-02" }, expect = "fail", says = "staff" },
    { "stated: no guidance", { ["funds.needed"] = 100, ["funds.provided"] = 100, ["staff.needed"] = 2, ["staff.provided"] = 2, technology = {}, ["training.date"] = "2026-03-02" }, expect = "fail", says = "technology" },
    { "stated: no training", { ["funds.needed"] = 100, ["funds.provided"] = 100, ["staff.needed"] = 2, ["staff.provided"] = 2, technology = { "专家随队" }, ["training.date"] = false }, expect = "fail", says = "training" },
    { "all four", { ["funds.needed"] = 100, ["funds.provided"] = 100, ["staff.needed"] = 2, ["staff.provided"] = 2, technology = { "专家随队" }, ["training.date"] = "2026-03-02" }, expect = "pass" },
    { "in the list", { ["item.how"] = "matched", ["funds.needed"] = 100, ["funds.provided"] = 0, ["staff.needed"] = 0, ["staff.provided"] = 0, technology = {}, ["training.date"] = false }, expect = "skip" },
    { "not admitted", { ["admission.decision"] = false, ["funds.needed"] = 100, ["funds.provided"] = 0, ["staff.needed"] = 0, ["staff.provided"] = 0, technology = {}, ["training.date"] = false }, expect = "skip" },
    { "not told", { ["funds.needed"] = 100, ["funds.provided"] = 100 }, expect = "unknown" },
  },
}
