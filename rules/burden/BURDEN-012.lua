-- 没有文号的统计调查表，可以拒绝填报。
return {
  id = "BURDEN-012", family = "burden", level = "block", stage = "screen",
  title = { zh = "统计调查表无有效文号", en = "Survey form without a valid number" },
  why = {
    zh = "统计调查表应标明表号、制定机关、批准或备案文号、有效期限，未标明或超过有效期的，有权拒绝填报。",
    en = "A survey form shows its number, maker, approval and term; one without them, or past its term, may be refused.",
  },
  basis = { { title = "中华人民共和国统计法", article = "第十四条、第十七条", verified = "V" } },
  seeds = { "S000-15", "S003-10", "S003-32" },
  ground = "form_no_approval",
  since = "2024-09-13",
  parameters = {},
  applies = { kind = { "survey", "data_collection" } },
  needs = { "demands.forms" },
  may = { "received_at" },

  check = function(forms, received_at, p)
    for _, form in ipairs(forms) do
      if form.approval_no == nil or text.is_blank(form.approval_no) then return fail("no_number", { name = form.name or "" }) end
      if form.valid_to then
        if received_at == nil then return unknown("received_at") end
        if received_at and received_at > form.valid_to + 24 * 60 - 1 then return fail("expired", { name = form.name or "" }) end
      end
    end
    return pass()
  end,
  says = {
    no_number = { zh = "“{name}”未标明批准或备案文号", en = "“{name}” shows no approval or filing number" },
    expired = { zh = "“{name}”已超过有效期限", en = "“{name}” is past its term" },
  },
  remedy = false,
  examples = {
    { "no number", { ["demands.forms"] = { { name = "企业用工情况表" } } }, expect = "fail", says = "no_number" },
    { "past its term", { ["demands.forms"] = { { name = "企业用工情况表", approval_no = "统制〔2024〕3号", valid_to = "2026-06-30" } }, received_at = "2026-07-01T09:00" }, expect = "fail", says = "expired" },
    { "on its last day", { ["demands.forms"] = { { name = "企业用工情况表", approval_no = "统制〔2024〕3号", valid_to = "2026-06-30" } }, received_at = "2026-06-30T09:00" }, expect = "pass" },
    { "approved, no term given", { ["demands.forms"] = { { name = "企业用工情况表", approval_no = "统制〔2024〕3号" } } }, expect = "pass" },
    { "stated: no forms", { ["demands.forms"] = {} }, expect = "pass" },
    { "a meeting", { kind = "meeting", ["demands.forms"] = { { name = "企业用工情况表" } } }, expect = "skip" },
    { "the first minute after", { ["demands.forms"] = { { name = "企业用工情况表", approval_no = "统制〔2024〕3号", valid_to = "2026-06-30" } }, received_at = "2026-07-01T00:00" }, expect = "fail", says = "expired" },
    { "the last minute", { ["demands.forms"] = { { name = "企业用工情况表", approval_no = "统制〔2024〕3号", valid_to = "2026-06-30" } }, received_at = "2026-06-30T23:59" }, expect = "pass" },
    { "past its term, no name", { ["demands.forms"] = { { approval_no = "统制〔2024〕3号", valid_to = "2026-06-30" } }, received_at = "2026-07-01" }, expect = "fail", says = "expired" },
    { "no number, no name", { ["demands.forms"] = { { approval_no = "" } } }, expect = "fail", says = "no_number" },
    { "stated: never received", { ["demands.forms"] = { { name = "企业用工情况表", approval_no = "统制〔2024〕3号", valid_to = "2026-06-30" } }, received_at = false }, expect = "pass" },
    { "not told", { kind = "survey" }, expect = "unknown" },
    { "receipt not told", { ["demands.forms"] = { { name = "企业用工情况表", approval_no = "统制〔2024〕3号", valid_to = "2026-06-30" } } }, expect = "unknown" },
  },
}
