-- 没备案的应用，不推给乡镇。
return {
  id = "BURDEN-021", family = "burden", level = "warn", stage = "screen",
  title = { zh = "应用未备案", en = "An app that is not filed" },
  why = {
    zh = "已上线的政务应用应在办法印发之日起六个月内备案，到2026年7月25日为止。",
    en = "Official apps online are to be filed within six months of the measures, by 25 July 2026.",
  },
  basis = { { title = "政务移动互联网应用程序规范化管理办法（国办函〔2026〕12号）", article = "已上线应用六个月内备案", verified = "V" } },
  seeds = { "S001-33" },
  ground = "weak_basis",
  since = "2026-07-26",
  parameters = {},
  applies = {},
  needs = { "demands.apps" },

  check = function(apps, p)
    local unsaid = false
    for _, app in ipairs(apps) do
      if app.filing_no == nil then
        unsaid = true
      elseif text.is_blank(app.filing_no) then
        return fail("unfiled", { name = app.name or "" })
      end
    end
    if unsaid then return unknown("demands.apps") end
    return pass()
  end,
  says = { unfiled = { zh = "“{name}”没有备案号", en = "“{name}” has no filing number" } },
  remedy = false,
  examples = {
    { "stated: not filed", { ["demands.apps"] = { { name = "平安行", filing_no = "" } } }, expect = "fail", says = "unfiled" },
    { "the second is not", { ["demands.apps"] = { { name = "甲" }, { name = "乙", filing_no = " " } } }, expect = "fail" },
    { "filed", { ["demands.apps"] = { { name = "平安行", filing_no = "政务应用备2026-031" } } }, expect = "pass" },
    { "stated: no apps", { ["demands.apps"] = {} }, expect = "pass" },
    { "no name", { ["demands.apps"] = { { filing_no = "" } } }, expect = "fail" },
    { "number not told", { ["demands.apps"] = { { name = "平安行" } } }, expect = "unknown" },
    { "not told", {}, expect = "unknown" },
  },
}
