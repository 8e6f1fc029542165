-- 已经有的数据，不再要一遍。
return {
  id = "DUP-004", family = "duplicate", level = "hold", stage = "screen",
  title = { zh = "索要已有的数据", en = "Data that is already held is asked again" },
  why = {
    zh = "一次采集、多方复用：部门或共享池已有的数据，由部门自己调取，不让乡镇再报、再上户。",
    en = "Collected once, used by all: what departments or the shared pool hold is fetched from there, not from townships and households again.",
  },
  basis = {
    { title = "中华人民共和国统计法实施条例", article = "第七条", verified = "V" },
    { title = "整治形式主义为基层减负若干规定", article = "第五部分（同一材料最多报一次）", verified = "S" },
  },
  seeds = { "S003-10", "S001-09", "S002-09", "S003-32", "S003-43" },
  ground = "duplicate",
  since = "2024-08-06",
  parameters = {},
  applies = { kind = { "form", "ledger", "material", "survey", "data_collection", "app", "mini_program" } },
  needs = { "demands.already_held" },

  check = function(held, p)
    if list.count(held) == 0 then return pass() end
    return fail("held", { held = held })
  end,
  says = { held = { zh = "所要数据已有：{held:list}，应从已有系统调取", en = "already held: {held:list}; it is to be fetched from there" } },
  remedy = false,
  examples = {
    { "household data", { ["demands.already_held"] = { "户籍", "家庭收入" } }, expect = "fail", says = "held" },
    { "stated: nothing is held", { ["demands.already_held"] = {} }, expect = "pass" },
    { "a patrol", { kind = "patrol", ["demands.already_held"] = { "户籍" } }, expect = "skip" },
    { "not told", { kind = "form" }, expect = "unknown" },
  },
}
