-- 电子的、纸的都要，还要送来。
return {
  id = "DUP-064", family = "duplicate", level = "warn", stage = "audit", subject = "department",
  title = { zh = "电子纸质都要、当面报送", en = "Electronic, on paper, and in person" },
  why = {
    zh = "电子版交了又要签字盖章的纸质版，偏远乡镇跑一趟县城半天。电子版能用就不要纸质版。",
    en = "Electronic and signed paper both; half a day to the county seat and back. Electronic is enough.",
  },
  basis = { { title = "报送方式建议", article = "只收电子版，不要求专程报送", verified = "P" } },
  seeds = { "S001-10", "S001-11", "S002-10" },
  ground = false,
  since = "2025-01-01",
  parameters = {
    two_media_most = { default = 0, unit = "form", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
    in_person_most = { default = 3, unit = "task", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.two_media", "month.in_person" },

  check = function(forms, trips, p)
    if forms > p.two_media_most then return fail("media", { forms = forms }) end
    if trips > p.in_person_most then return fail("trips", { trips = trips, limit = p.in_person_most }) end
    return pass()
  end,
  says = {
    media = { zh = "{forms} 张表电子版、纸质版都要", en = "{forms} forms are wanted both electronically and on paper" },
    trips = {
      zh = "{trips} 件要派人到县里报送，建议至多 {limit} 件",
      en = "{trips} tasks need a trip to the county seat; {limit} is the proposed limit",
    },
  },
  remedy = false,
  examples = {
    { "neither", { ["month.two_media"] = 0, ["month.in_person"] = 0 }, expect = "pass" },
    { "three trips", { ["month.two_media"] = 0, ["month.in_person"] = 3 }, expect = "pass" },
    { "four trips", { ["month.two_media"] = 0, ["month.in_person"] = 4 }, expect = "fail", says = "trips" },
    { "one form in two media", { ["month.two_media"] = 1, ["month.in_person"] = 0 }, expect = "fail", says = "media" },
    { "not measured", { ["month.in_person"] = 0 }, expect = "unknown" },
  },
}
