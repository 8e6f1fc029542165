-- 应急响应期间，乡镇先上。
return {
  id = "GUARD-012", family = "guard", level = "info", stage = "screen",
  title = { zh = "应急响应中，乡镇应当先行", en = "While the response runs the township goes first" },
  why = {
    zh = "乡镇有专门工作力量负责突发事件应对；响应期间先行处置，手续和资源随后补。",
    en = "Townships keep people for emergencies: while a response runs they act first, and papers and means follow.",
  },
  basis = { { title = "中华人民共和国突发事件应对法", article = "第二十二条", verified = "V" } },
  seeds = { "S003-41" },
  ground = false,
  since = "2024-11-01",
  parameters = {},
  applies = { kind = { "emergency", "duty_post", "patrol", "screening" } },
  needs = { "emergency.running" },

  check = function(running, p)
    if not running then return pass() end
    return fail("first")
  end,
  says = { first = { zh = "应急响应正在进行，乡镇先行处置，权力、经费、人员手续随后补齐", en = "a response is running: the township acts first; powers, money and people follow" } },
  remedy = false,
  examples = {
    { "a running response", { ["emergency.running"] = true }, expect = "fail", says = "first" },
    { "stated: none", { ["emergency.running"] = false }, expect = "pass" },
    { "a form", { kind = "form", ["emergency.running"] = true }, expect = "skip" },
    { "not told", { kind = "emergency" }, expect = "unknown" },
  },
}
