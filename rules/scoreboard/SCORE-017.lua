-- 要挂几块牌、建几处阵地。
return {
  id = "SCORE-017", family = "scoreboard", level = "warn", stage = "audit", subject = "township",
  title = { zh = "挂牌、阵地偏多", en = "Many plaques and sites" },
  why = {
    zh = "牌子和阵地要人管、要钱养；八块是一地做法（门口四块、室内四块），阵地的界限是建议。",
    en = "Plaques and sites need people and money. Eight is one county's practice (four at the door, four inside); the limit of sites is a proposal.",
  },
  basis = { { title = "挂牌、阵地建议值", article = "牌八块，阵地一处、四处", verified = "P" } },
  seeds = { "S001-27", "S001-28" },
  ground = false,
  since = "2025-01-01",
  parameters = {
    plaques_green = { default = 8, unit = "plaque", harder = "lower", min = 0, source = "建议值：参照一地做法，门口四块、室内四块" },
    sites_green = { default = 1, unit = "site", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
    sites_yellow = { default = 4, unit = "site", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.plaques", "month.sites" },

  check = function(plaques, sites, p)
    if sites > p.sites_yellow then return fail("sites", { value = sites, limit = p.sites_yellow }) end
    if plaques > p.plaques_green then return fail("plaques", { value = plaques, limit = p.plaques_green }) end
    if sites > p.sites_green then return fail("some_sites", { value = sites, limit = p.sites_green }) end
    return pass()
  end,
  says = {
    sites = {
      zh = "今年要求建 {value} 处阵地，黄灯至多 {limit} 处",
      en = "{value} {value:site/sites} demanded this year; yellow is at most {limit}",
    },
    plaques = {
      zh = "今年要求挂 {value} 块牌子，绿灯至多 {limit} 块",
      en = "{value} {value:plaque/plaques} demanded this year; green is at most {limit}",
    },
    some_sites = {
      zh = "今年要求建 {value} 处阵地，绿灯至多 {limit} 处",
      en = "{value} {value:site/sites} demanded this year; green is at most {limit}",
    },
  },
  remedy = false,
  examples = {
    { "eight and one", { ["month.plaques"] = 8, ["month.sites"] = 1 }, expect = "pass" },
    { "nine plaques", { ["month.plaques"] = 9, ["month.sites"] = 1 }, expect = "fail", says = "plaques" },
    { "two sites", { ["month.plaques"] = 0, ["month.sites"] = 2 }, expect = "fail", says = "some_sites" },
    { "four sites", { ["month.plaques"] = 0, ["month.sites"] = 4 }, expect = "fail", says = "some_sites" },
    { "five sites", { ["month.plaques"] = 9, ["month.sites"] = 5 }, expect = "fail", says = "sites" },
    { "not measured", { ["month.sites"] = 0 }, expect = "unknown" },
  },
}
