-- 上级给的时间，乡镇至少要分到一半。
return {
  id = "TIME-004", family = "time", level = "warn", stage = "screen",
  title = { zh = "时间被层层压缩", en = "The window was used up on the way" },
  why = {
    zh = "上级给了一段时间，转到乡镇只剩个零头，时间是在中间用掉的。",
    en = "When most of the time given from above is spent before the township gets the task, the layers between used it.",
  },
  basis = { { title = "时限分配建议值", article = "乡镇不少于一半", verified = "P" } },
  seeds = { "S000-14", "S000-09" },
  ground = "time_unreasonable",
  since = "2019-01-01",
  parameters = {
    min_window_share = { default = 0.5, unit = "ratio", harder = "higher", min = 0, max = 1, source = "建议值：乡镇至少留一半时间（无全国统一规定）" },
  },
  applies = {
    kind = {
      "document", "forward", "white_paper", "memo", "group_message", "form", "ledger", "material", "survey", "data_collection",
    },
    ["emergency.running"] = false,
  },
  needs = { "upstream.issued_at", "upstream.due_at", "received_at", "due_at" },

  check = function(issued_at, upstream_due_at, received_at, due_at, p)
    if not issued_at or not upstream_due_at or not received_at or not due_at then return pass() end
    local window = calendar.working_hours(issued_at, upstream_due_at)
    local left = calendar.working_hours(received_at, due_at)
    if left >= window * p.min_window_share then return pass() end
    return fail("squeezed", { window = window, left = left, share = left / window })
  end,
  says = {
    squeezed = {
      zh = "上级给了 {window:hours} 个工作小时，留给乡镇 {left:hours} 个，占 {share:percent}",
      en = "{window:hours} working {window:hour was/hours were} given from above, {left:hours} {left:is/are} left to the township ({share:percent})",
    },
    cure = { zh = "时限改到上级时限当天", en = "make it due on the day of the deadline from above" },
  },
  remedy = function(issued_at, upstream_due_at, received_at, due_at, p)
    local window = calendar.working_hours(issued_at, upstream_due_at)
    if calendar.working_hours(received_at, upstream_due_at) < window * p.min_window_share then return nil end
    return set("due_at", upstream_due_at)
  end,
  examples = {
    { "one day of ten", { ["upstream.issued_at"] = "2026-11-02T08:30", ["upstream.due_at"] = "2026-11-13T17:30", received_at = "2026-11-12T08:30", due_at = "2026-11-12T17:30" }, expect = "fail", says = "squeezed" },
    { "the issuer kept the last days", { ["upstream.issued_at"] = "2026-11-02T08:30", ["upstream.due_at"] = "2026-11-13T17:30", received_at = "2026-11-04T08:30", due_at = "2026-11-06T17:30" }, expect = "fail" },
    { "exactly half", { ["upstream.issued_at"] = "2026-11-02T08:30", ["upstream.due_at"] = "2026-11-05T17:30", received_at = "2026-11-04T08:30", due_at = "2026-11-05T17:30" }, expect = "pass" },
    { "almost all", { ["upstream.issued_at"] = "2026-11-02T08:30", ["upstream.due_at"] = "2026-11-05T17:30", received_at = "2026-11-02T13:00", due_at = "2026-11-05T17:30" }, expect = "pass" },
    { "stated: nothing came from above", { ["upstream.issued_at"] = false, ["upstream.due_at"] = false, received_at = "2026-11-04T08:30", due_at = "2026-11-04T17:30" }, expect = "pass" },
    { "a meeting", { kind = "meeting", ["upstream.issued_at"] = "2026-11-02T08:30", ["upstream.due_at"] = "2026-11-13T17:30", received_at = "2026-11-12T08:30", due_at = "2026-11-12T17:30" }, expect = "skip" },
    { "an emergency is running", { ["emergency.running"] = true, ["upstream.issued_at"] = "2026-11-02T08:30", ["upstream.due_at"] = "2026-11-13T17:30", received_at = "2026-11-12T08:30", due_at = "2026-11-12T17:30" }, expect = "skip" },
    { "less than half by a minute", { ["upstream.issued_at"] = "2026-11-02T08:30", ["upstream.due_at"] = "2026-11-05T17:30", received_at = "2026-11-04T08:31", due_at = "2026-11-05T17:30" }, expect = "fail" },
    { "no working time was given from above", { ["upstream.issued_at"] = "2026-11-07T08:30", ["upstream.due_at"] = "2026-11-08T17:30", received_at = "2026-11-07T09:00", due_at = "2026-11-07T10:00" }, expect = "pass" },
    { "an hour from above, none left", { ["upstream.issued_at"] = "2026-11-04T08:30", ["upstream.due_at"] = "2026-11-04T09:30", received_at = "2026-11-04T09:30", due_at = "2026-11-04T09:30" }, expect = "fail" },
    { "stated: no deadline from above", { ["upstream.issued_at"] = "2026-11-02T08:30", ["upstream.due_at"] = false, received_at = "2026-11-04T08:30", due_at = "2026-11-04T17:30" }, expect = "pass" },
    { "stated: no deadline", { ["upstream.issued_at"] = "2026-11-02T08:30", ["upstream.due_at"] = "2026-11-05T17:30", received_at = "2026-11-04T08:30", due_at = false }, expect = "pass" },
    { "stated: never received", { ["upstream.issued_at"] = "2026-11-02T08:30", ["upstream.due_at"] = "2026-11-05T17:30", received_at = false, due_at = "2026-11-04T17:30" }, expect = "pass" },
    { "not told", { received_at = "2026-11-04T08:30", due_at = "2026-11-04T17:30" }, expect = "unknown" },
  },
}
