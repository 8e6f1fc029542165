-- 行政强制不得委托。
return {
  id = "POWER-003", family = "power", level = "block", stage = "screen",
  title = { zh = "委托行政强制", en = "Coercion by entrusting" },
  why = {
    zh = "行政强制措施权不得委托，委托乡镇查封、扣押、强拆没有法律效力。",
    en = "The power of coercive measures cannot be entrusted; sealing, seizing or demolishing by mandate has no basis in law.",
  },
  basis = { { title = "中华人民共和国行政强制法", article = "第十七条", verified = "V" } },
  seeds = { "S000-31", "S004-09" },
  ground = "no_power",
  since = "2012-01-01",
  parameters = {},
  applies = {
    kind = {
      "document", "forward", "memo", "patrol", "screening", "duty_post", "enforce", "penalise", "coerce", "demolish",
      "emergency", "territorial_task",
    },
    ["powers.needed"] = { "coercion" },
  },
  needs = { "powers.granted" },
  emergency = "never",

  check = function(granted, p)
    for _, grant in ipairs(granted) do
      if grant.power == "coercion" and grant.mode == "entrusted" then return fail("entrusted") end
    end
    return pass()
  end,
  says = {
    entrusted = {
      zh = "来文以委托方式交乡镇实施行政强制，法律规定行政强制不得委托",
      en = "the paper entrusts coercive measures to the township; the law does not allow that",
    },
  },
  remedy = false,
  examples = {
    { "entrusted", { ["powers.needed"] = { "coercion" }, ["powers.granted"] = { { power = "coercion", mode = "entrusted" } } }, expect = "fail", says = "entrusted" },
    { "another power is entrusted", { ["powers.needed"] = { "coercion" }, ["powers.granted"] = { { power = "penalty", mode = "entrusted" } } }, expect = "pass" },
    { "no coercion is needed", { ["powers.needed"] = { "inspection_power" } }, expect = "skip" },
    { "stated: nothing granted", { ["powers.needed"] = { "coercion:违法建设" }, ["powers.granted"] = {} }, expect = "pass" },
    { "a meeting", { kind = "meeting", ["powers.needed"] = { "coercion" }, ["powers.granted"] = { { power = "coercion", mode = "entrusted" } } }, expect = "skip" },
    { "grant not told", { ["powers.needed"] = { "coercion" } }, expect = "unknown" },
  },
}
