-- 待写：用一句话说这条规则看什么。 / One sentence: what this rule looks at.
return {
  id = "{{id}}", family = "{{family}}", level = "info", stage = "screen", -- level: info < warn < hold < block
  title = { zh = "待写：名称", en = "To be written: title" },
  why = {
    zh = "待写：为什么要看这个。",
    en = "To be written: why this is looked at.",
  },
  -- verified：V 核对过原文，S 转引，M 记忆，P 建议；不是 V 的显示“待核”。 / V read in the source, S quoted, M from memory, P proposed.
  basis = { { title = "待写：文件名称", article = "待写：第几条", verified = "P" } },
  seeds = {},
  ground = false, -- 乡镇可以据此答复的理由，如 "no_funds"；没有写 false。 / The ground on which a township may decline, or false.
  since = "{{since}}",
  parameters = {
    least_hours = { default = 1, unit = "h", harder = "higher", min = 0, source = "待写：哪个文件第几条，或“建议值”" },
  },
  applies = { role = { "main", "cooperating" } }, -- 只看这样的任务；都看写 {}。 / Only tasks such as these; {} for all.
  needs = { "training.hours" },                   -- 缺一个就是“未知”；全部要素见 quanze help facts。 / One absent: unknown.

  check = function(hours, p)
    if hours >= p.least_hours then return pass() end
    return fail("short", { hours = hours, least = p.least_hours })
  end,
  says = {
    short = { zh = "培训 {hours} 小时，至少要 {least} 小时", en = "{hours} h of training, at least {least} are needed" },
    cure = { zh = "培训增加到 {least} 小时", en = "train for {least} h" },
  },
  remedy = function(_, p)
    return set("training.hours", p.least_hours)
  end,
  examples = {
    { "half of it", { ["training.hours"] = 0.5 }, expect = "fail", says = "short" },
    { "stated: none", { ["training.hours"] = 0 }, expect = "fail", says = "short" },
    { "just enough", { ["training.hours"] = 1 }, expect = "pass" },
    { "not told", {}, expect = "unknown" },
  },
}
