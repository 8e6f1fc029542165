-- 听得到基层的声音。
return {
  id = "BASIS-018", family = "basis", level = "info", stage = "screen",
  title = { zh = "未听取基层反馈", en = "No feedback is heard" },
  why = {
    zh = "发文、开会、要材料、做督查，都要听一听基层的反馈，听了要答复。",
    en = "Papers, meetings, demands for material and inspections all hear what townships say about them, and answer.",
  },
  basis = { { title = "政策制定建议", article = "听取并答复基层反馈", verified = "P" } },
  seeds = { "S000-41" },
  ground = false,
  since = "2019-01-01",
  parameters = {},
  applies = {
    kind = {
      "document", "forward", "meeting", "form", "ledger", "material", "supervision", "inspection",
    },
  },
  needs = { "consultation.feedback" },

  check = function(done, p)
    if done then return pass() end
    return fail("unheard")
  end,
  says = {
    unheard = { zh = "没有听取、答复基层反馈", en = "what townships say is neither heard nor answered" },
    cure = { zh = "听取并答复基层反馈", en = "hear and answer it" },
  },
  remedy = function(done, p)
    return set("consultation.feedback", true)
  end,
  examples = {
    { "stated: not heard", { ["consultation.feedback"] = false }, expect = "fail", says = "unheard" },
    { "heard and answered", { ["consultation.feedback"] = "2026-03-02" }, expect = "pass" },
    { "a patrol", { kind = "patrol", ["consultation.feedback"] = false }, expect = "skip" },
    { "not told", {}, expect = "unknown" },
  },
}
