-- 责任下去了，权、钱、人没跟上的占多少。
return {
  id = "SCORE-015", family = "scoreboard", level = "hold", stage = "audit", subject = "department",
  title = { zh = "有缺口的任务偏多", en = "Many tasks with a gap" },
  why = {
    zh = "权、钱、人缺一样就算有缺口；缺多少看经费缺口、人员缺口。",
    en = "A task short of power, money or people has a gap; how much is told by the gaps themselves.",
  },
  basis = {
    { title = "关于加强乡镇政府服务能力建设的意见（中办发〔2017〕11号）", article = "权力下放须能承接", verified = "V" },
    { title = "缺口占比建议值", article = "百分之五、百分之十五", verified = "P" },
  },
  seeds = { "S001-46" },
  ground = false,
  since = "2025-01-01",
  parameters = {
    gap_share_green = { default = 0.05, unit = "ratio", harder = "lower", min = 0, max = 1, source = "建议值（无全国统一规定）" },
    gap_share_yellow = { default = 0.15, unit = "ratio", harder = "lower", min = 0, max = 1, source = "建议值（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.gap_share" },

  check = function(share, p)
    if not share or share <= p.gap_share_green then return pass() end
    if share <= p.gap_share_yellow then return fail("yellow", { value = share, limit = p.gap_share_green }) end
    return fail("red", { value = share, limit = p.gap_share_yellow })
  end,
  says = {
    yellow = {
      zh = "{value:percent} 的任务缺权、缺钱或者缺人，绿灯至多 {limit:percent}",
      en = "{value:percent} of the tasks are short of power, money or people; green is at most {limit:percent}",
    },
    red = {
      zh = "{value:percent} 的任务缺权、缺钱或者缺人，黄灯至多 {limit:percent}",
      en = "{value:percent} of the tasks are short of power, money or people; yellow is at most {limit:percent}",
    },
  },
  remedy = false,
  examples = {
    { "nothing of the kind", { ["month.gap_share"] = 0 }, expect = "pass" },
    { "at the green limit", { ["month.gap_share"] = 0.05 }, expect = "pass" },
    { "just beyond green", { ["month.gap_share"] = 0.06 }, expect = "fail", says = "yellow" },
    { "at the yellow limit", { ["month.gap_share"] = 0.15 }, expect = "fail", says = "yellow" },
    { "just beyond yellow", { ["month.gap_share"] = 0.16 }, expect = "fail", says = "red" },
    { "nothing was sent", { ["month.gap_share"] = false }, expect = "pass" },
    { "not measured", {}, expect = "unknown" },
  },
}
