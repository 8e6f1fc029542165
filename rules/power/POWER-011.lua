-- 委托许可，要有委托书，要公告。
return {
  id = "POWER-011", family = "power", level = "hold", stage = "screen",
  title = { zh = "委托许可手续不全", en = "Papers of the entrusted licensing are incomplete" },
  why = {
    zh = "行政许可可以委托其他行政机关实施，受委托机关和委托内容要公告，受委托的不得再委托。",
    en = "Licensing may be entrusted to another administrative organ; to whom and what is published, and it is not entrusted on.",
  },
  basis = { { title = "中华人民共和国行政许可法", article = "第二十四条", verified = "V" } },
  seeds = { "S000-38", "S004-10" },
  ground = "no_power",
  since = "2019-04-23",
  parameters = {},
  applies = {
    kind = { "document", "forward", "memo", "patrol", "screening", "duty_post", "enforce", "penalise", "territorial_task" },
    ["powers.needed"] = "licensing",
  },
  needs = { "powers.granted" },
  emergency = "never",

  check = function(granted, p)
    for _, grant in ipairs(granted) do
      if grant.power == "licensing" and grant.mode == "entrusted" then
        if grant.decision == nil or text.is_blank(grant.decision) then return fail("mandate") end
        if not grant.published_on then return fail("unpublished") end
      end
    end
    return pass()
  end,
  says = {
    mandate = { zh = "委托乡镇实施许可，未附委托书", en = "licensing is entrusted without a mandate" },
    unpublished = { zh = "委托乡镇实施许可，未公告", en = "licensing is entrusted and was not published" },
  },
  remedy = false,
  examples = {
    { "no mandate", { ["powers.granted"] = { { power = "licensing", mode = "entrusted", published_on = "2026-01-05" } } }, expect = "fail", says = "mandate" },
    { "stated: no mandate", { ["powers.granted"] = { { power = "licensing", mode = "entrusted", decision = "", published_on = "2026-01-05" } } }, expect = "fail", says = "mandate" },
    { "not published", { ["powers.granted"] = { { power = "licensing", mode = "entrusted", decision = "委托书1号" } } }, expect = "fail", says = "unpublished" },
    { "complete", { ["powers.granted"] = { { power = "licensing", mode = "entrusted", decision = "委托书1号", published_on = "2026-01-05" } } }, expect = "pass" },
    { "statutory", { ["powers.granted"] = { { power = "licensing", mode = "statutory" } } }, expect = "pass" },
    { "another power is entrusted", { ["powers.granted"] = { { power = "penalty", mode = "entrusted" } } }, expect = "pass" },
    { "stated: nothing granted", { ["powers.granted"] = {} }, expect = "pass" },
    { "a meeting", { kind = "meeting", ["powers.granted"] = { { power = "licensing", mode = "entrusted" } } }, expect = "skip" },
    { "no licensing is needed", { ["powers.needed"] = { "penalty" }, ["powers.granted"] = { { power = "licensing", mode = "entrusted" } } }, expect = "skip" },
    { "not told", { kind = "document" }, expect = "unknown" },
  },
}
