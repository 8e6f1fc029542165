-- 钱和人没给够，不能追责。
return {
  id = "ACC-004", family = "accountability", level = "warn", stage = "screen",
  title = { zh = "追责而未给资源", en = "Blame without resources" },
  why = {
    zh = "因客观条件没有做好的，不问责；经费、人员没有同步，就是客观条件。",
    en = "Nobody is blamed for what circumstances prevented; missing money and people are circumstances.",
  },
  basis = { { title = "问责建议", article = "因客观条件限制没有做好的不问责", verified = "P" } },
  seeds = { "S003-25", "S000-25", "S001-46" },
  ground = "unfair_accountability",
  since = "2019-01-01",
  parameters = {},
  applies = { ["accountability.clause"] = true },
  needs = { "funds.needed", "funds.provided", "staff.needed", "staff.provided" },

  check = function(funds_needed, funds_provided, staff_needed, staff_provided, p)
    if funds_provided >= funds_needed and staff_provided >= staff_needed then return pass() end
    return fail("short")
  end,
  says = {
    short = { zh = "来文写明追责，经费、人员没有同步到位", en = "the paper threatens accountability; money or people did not come with it" },
    cure = { zh = "删去追责条款，或同步经费、人员", en = "strike the clause, or provide money and people" },
  },
  remedy = function(funds_needed, funds_provided, staff_needed, staff_provided, p)
    return set("accountability.clause", false)
  end,
  examples = {
    { "no people", { ["funds.needed"] = 0, ["funds.provided"] = 0, ["staff.needed"] = 2, ["staff.provided"] = 0 }, expect = "fail", says = "short" },
    { "one yuan short", { ["funds.needed"] = 240, ["funds.provided"] = 239, ["staff.needed"] = 2, ["staff.provided"] = 2 }, expect = "fail" },
    { "enough of both", { ["funds.needed"] = 240, ["funds.provided"] = 240, ["staff.needed"] = 2, ["staff.provided"] = 2 }, expect = "pass" },
    { "stated: needs nothing", { ["funds.needed"] = 0, ["funds.provided"] = 0, ["staff.needed"] = 0, ["staff.provided"] = 0 }, expect = "pass" },
    { "no clause", { ["accountability.clause"] = false, ["funds.needed"] = 0, ["funds.provided"] = 0, ["staff.needed"] = 2, ["staff.provided"] = 0 }, expect = "skip" },
    { "people not told", { ["funds.needed"] = 240, ["funds.provided"] = 240, ["staff.needed"] = 2 }, expect = "unknown" },
  },
}
