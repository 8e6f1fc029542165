-- 主送的乡镇要在册，否则资源和权力都对不上。
return {
  id = "GUARD-006", family = "guard", level = "warn", stage = "screen",
  title = { zh = "主送乡镇不在册", en = "Addressed township not in the list" },
  why = {
    zh = "主送的乡镇不在清单所列之内，它的权力和人员无从核对，结论要打折扣。",
    en = "Powers and staff of a township that the list does not name cannot be checked; take the result with care.",
  },
  basis = { { title = "数据可信度建议", article = "数据来源和可信度要写明", verified = "P" } },
  seeds = { "S001-61" },
  ground = false,
  since = "2019-01-01",
  parameters = {},
  applies = {},
  needs = { "town.known" },

  check = function(known, p)
    if known then return pass() end
    return fail("unlisted")
  end,
  says = { unlisted = { zh = "主送的乡镇不在本清单所列乡镇之内", en = "an addressed township is not among those of the list" } },
  remedy = false,
  examples = {
    { "stated: not listed", { ["town.known"] = false }, expect = "fail", says = "unlisted" },
    { "listed", { ["town.known"] = true }, expect = "pass" },
    { "not told", {}, expect = "unknown" },
  },
}
