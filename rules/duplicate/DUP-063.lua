-- 一张表改几版。
return {
  id = "DUP-063", family = "duplicate", level = "warn", stage = "audit", subject = "department",
  title = { zh = "同一来文一再改版", en = "One paper in many versions" },
  why = {
    zh = "户厕台账前后改了六版，改一次乡镇重填一次。格式定了就不改，要改只管以后。",
    en = "A ledger was changed six times, and filled in anew each time. A form once sent stays as it is.",
  },
  basis = { { title = "版本建议值", article = "一期至多两版", verified = "P" } },
  seeds = { "S001-13", "S002-12", "S000-17" },
  ground = false,
  since = "2025-01-01",
  parameters = {
    versions_period_most = { default = 2, unit = "version", harder = "lower", min = 1, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.versions" },

  check = function(versions, p)
    if versions <= p.versions_period_most then return pass() end
    return fail("many", { value = versions, limit = p.versions_period_most })
  end,
  says = {
    many = {
      zh = "同一来文本期发了 {value} 版，建议至多 {limit} 版",
      en = "{value} {value:version/versions} of one paper in the period; {limit} is the proposed limit",
    },
  },
  remedy = false,
  examples = {
    { "two", { ["month.versions"] = 2 }, expect = "pass" },
    { "three", { ["month.versions"] = 3 }, expect = "fail", says = "many" },
    { "not measured", {}, expect = "unknown" },
  },
}
