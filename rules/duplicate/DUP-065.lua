-- 还要派人送来。
return {
  id = "DUP-065", family = "duplicate", level = "warn", stage = "audit", subject = "department",
  title = { zh = "要求当面报送偏多", en = "Many trips to the county seat" },
  why = {
    zh = "偏远乡镇跑一趟县城半天。材料网上报，事情电话说。",
    en = "A trip to the county seat takes a remote township half a day.",
  },
  basis = { { title = "报送方式建议", article = "不要求专程报送", verified = "P" } },
  seeds = { "S001-11", "S002-10" },
  ground = false,
  since = "2025-01-01",
  parameters = {
    in_person_most = { default = 3, unit = "task", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.in_person" },

  check = function(trips, p)
    if trips <= p.in_person_most then return pass() end
    return fail("trips", { value = trips, limit = p.in_person_most })
  end,
  says = {
    trips = {
      zh = "{value} 件要派人到县里报送，建议至多 {limit} 件",
      en = "{value} {value:task needs/tasks need} a trip to the county seat; {limit} is the proposed limit",
    },
  },
  remedy = false,
  examples = {
    { "three", { ["month.in_person"] = 3 }, expect = "pass" },
    { "four", { ["month.in_person"] = 4 }, expect = "fail", says = "trips" },
    { "not measured", {}, expect = "unknown" },
  },
}
