-- 党报党刊以外还要订多少。
return {
  id = "SCORE-018", family = "scoreboard", level = "hold", stage = "audit", subject = "township",
  title = { zh = "要求订阅党报党刊以外的报刊", en = "Subscriptions beyond the party press" },
  why = {
    zh = "没有写明是党报党刊的，只算写明不是的。白城通报：一县订其他报刊 17 种、139.89 万元。",
    en = "Only what states not to be party press is counted. One county spent 1,398,900 yuan on 17 other papers and was named.",
  },
  basis = { { title = "2026年4月20日整治形式主义通报", article = "吉林白城：党报党刊任务带上其他报刊", verified = "V" } },
  seeds = { "S001-24" },
  ground = "apportionment",
  since = "2025-01-01",
  parameters = {
    other_subscriptions_most_yuan = { default = 0, unit = "CNY", harder = "lower", min = 0, source = "建议值（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.subscriptions_other", "month.subscriptions" },

  check = function(fen, titles, p)
    if fen <= p.other_subscriptions_most_yuan * 100 then return pass() end
    return fail("over", { fen = fen, titles = titles })
  end,
  says = {
    over = {
      zh = "今年要求订阅 {titles} 种，其中党报党刊以外 {fen:yuan} 元",
      en = "{titles} {titles:title/titles} demanded this year, {fen:yuan} of it not for party press",
    },
  },
  remedy = false,
  examples = {
    { "party press only", { ["month.subscriptions_other"] = 0, ["month.subscriptions"] = 11 }, expect = "pass" },
    { "one cent", { ["month.subscriptions_other"] = 0.01, ["month.subscriptions"] = 1 }, expect = "fail", says = "over" },
    { "a year of seventeen titles", { ["month.subscriptions_other"] = 330000, ["month.subscriptions"] = 28 }, expect = "fail", says = "over" },
    { "not measured", { ["month.subscriptions"] = 0 }, expect = "unknown" },
  },
}
