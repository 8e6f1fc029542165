-- 不用文件落实文件。
return {
  id = "TRACE-004", family = "trace", level = "warn", stage = "screen",
  title = { zh = "要求乡镇再发方案", en = "The township must issue a plan of its own" },
  why = {
    zh = "要乡镇照着再发一个方案，是用文件落实文件，应说清要实际做什么。",
    en = "A plan about a plan is paper carrying out paper; say what must really be done.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第一部分（不随意要求制发配套文件）；广东2025年12月26日通报引用", verified = "V" } },
  seeds = { "S000-03", "S000-40" },
  ground = "trace_demand",
  since = "2024-08-06",
  parameters = {},
  applies = {},
  needs = { "demands.local_plan" },
  emergency = "never",

  check = function(local_plan, p)
    if not local_plan then return pass() end
    return fail("plan")
  end,
  says = {
    plan = { zh = "要求乡镇另行制定方案或再发文件", en = "the township must issue a plan or paper of its own" },
    cure = { zh = "取消另行制定方案的要求，写明要做的事", en = "drop the demand for a plan and say what must be done" },
  },
  remedy = function(local_plan, p)
    return set("demands.local_plan", false)
  end,
  examples = {
    { "a plan", { ["demands.local_plan"] = true }, expect = "fail", says = "plan" },
    { "stated: none", { ["demands.local_plan"] = false }, expect = "pass" },
    { "not told", {}, expect = "unknown" },
  },
}
