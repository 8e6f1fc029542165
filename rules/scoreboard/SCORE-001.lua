-- 发文只减不增：与上年同月比。
return {
  id = "SCORE-001", family = "scoreboard", level = "hold", stage = "audit", subject = "township",
  title = { zh = "来文多于上年同期", en = "More documents than a year ago" },
  why = {
    zh = "每年发文只减不增；没有上年的台账就不知道，不当作没有增加。一成以内算黄灯，是建议。",
    en = "The yearly number of documents only goes down; without last year's ledger it is unknown, not unchanged. Up to a tenth more is yellow, which is a proposal.",
  },
  basis = {
    { title = "整治形式主义为基层减负若干规定", article = "第一条（发文只减不增）", verified = "V" },
    { title = "发文增幅建议值", article = "增加一成以内为黄灯", verified = "P" },
  },
  seeds = { "S001-01", "S001-02", "S002-01", "S002-02", "S003-01", "S000-03" },
  ground = false,
  since = "2024-08-06",
  parameters = {
    documents_green = { default = 1, unit = "ratio", harder = "lower", min = 0, source = "整治形式主义为基层减负若干规定第一条：只减不增" },
    documents_yellow = { default = 1.1, unit = "ratio", harder = "lower", min = 0, source = "建议值：多一成以内（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.documents", "month.documents_last_year" },

  check = function(now, before, p)
    if now <= before * p.documents_green then return pass() end
    if now <= before * p.documents_yellow then return fail("yellow", { now = now, before = before }) end
    return fail("red", { now = now, before = before, limit = p.documents_yellow })
  end,
  says = {
    yellow = {
      zh = "本期来文 {now} 件，上年同期 {before} 件，没有减下来",
      en = "{now} {now:document/documents}, {before} in the same days last year: not fewer",
    },
    red = {
      zh = "本期来文 {now} 件，上年同期 {before} 件，超过 {limit:percent}",
      en = "{now} {now:document/documents}, {before} in the same days last year: over {limit:percent}",
    },
  },
  remedy = false,
  examples = {
    { "fewer", { ["month.documents"] = 190, ["month.documents_last_year"] = 200 }, expect = "pass" },
    { "the same", { ["month.documents"] = 200, ["month.documents_last_year"] = 200 }, expect = "pass" },
    { "one more", { ["month.documents"] = 201, ["month.documents_last_year"] = 200 }, expect = "fail", says = "yellow" },
    { "a tenth more", { ["month.documents"] = 11, ["month.documents_last_year"] = 10 }, expect = "fail", says = "yellow" },
    { "more than a tenth", { ["month.documents"] = 221, ["month.documents_last_year"] = 200 }, expect = "fail", says = "red" },
    { "none last year", { ["month.documents"] = 1, ["month.documents_last_year"] = 0 }, expect = "fail", says = "red" },
    { "none at all", { ["month.documents"] = 0, ["month.documents_last_year"] = 0 }, expect = "pass" },
    { "no ledger of last year", { ["month.documents"] = 200 }, expect = "unknown" },
  },
}
