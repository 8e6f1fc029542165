-- 自己给自己加的担子，也要掂量。
return {
  id = "GUARD-005", family = "guard", level = "info", stage = "screen",
  title = { zh = "乡镇自行加码", en = "The township's own addition" },
  why = {
    zh = "打造示范点、创新点要人要钱，还带来参观接待；按需要做，不为好看做。",
    en = "Show sites of one's own cost people, money and receptions; do what is needed, not what looks well.",
  },
  basis = { { title = "自设任务建议", article = "因地制宜，按需要办", verified = "P" } },
  seeds = { "S004-06" },
  ground = false,
  since = "2019-01-01",
  parameters = {},
  applies = { kind = { "demo_creation", "site_building", "plaque", "wall_posting", "volunteering" } },
  needs = { "origin" },

  check = function(origin, p)
    if origin ~= "self" then return pass() end
    return fail("own")
  end,
  says = { own = { zh = "任务由乡镇自定，不是上级要求，宜先看是否必要", en = "the township set this itself; see first whether it is needed" } },
  remedy = false,
  examples = {
    { "its own", { origin = "self" }, expect = "fail", says = "own" },
    { "from above", { origin = "upper" }, expect = "pass" },
    { "stated: no origin", { origin = "" }, expect = "pass" },
    { "a meeting", { kind = "meeting", origin = "self" }, expect = "skip" },
    { "not told", { kind = "plaque" }, expect = "unknown" },
  },
}
