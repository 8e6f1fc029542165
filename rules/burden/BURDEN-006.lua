-- 不为每项工作新建群。
return {
  id = "BURDEN-006", family = "burden", level = "warn", stage = "screen",
  title = { zh = "要求新建工作群", en = "New chat groups" },
  why = {
    zh = "一名干部二十几个群，查收回复就占去大半天；职能相近的部门共用一个群。",
    en = "With some twenty groups a phone takes half the day; departments of like duties share one.",
  },
  basis = { { title = "关于防治“指尖上的形式主义”的若干意见", article = "政务应用和工作群管理", verified = "S" } },
  seeds = { "S001-38", "S003-07", "S003-08" },
  ground = "apportionment",
  since = "2024-01-01",
  parameters = {},
  applies = {},
  needs = { "demands.groups" },

  check = function(groups, p)
    if groups == 0 then return pass() end
    return fail("groups", { groups = groups })
  end,
  says = {
    groups = { zh = "要求新建工作群 {groups} 个", en = "{groups} new chat {groups:group is/groups are} asked for" },
    cure = { zh = "使用已有工作群", en = "use a group that exists" },
  },
  remedy = function(groups, p)
    return set("demands.groups", 0)
  end,
  examples = {
    { "one group", { ["demands.groups"] = 1 }, expect = "fail", says = "groups" },
    { "three groups", { ["demands.groups"] = 3 }, expect = "fail" },
    { "stated: none", { ["demands.groups"] = 0 }, expect = "pass" },
    { "not told", {}, expect = "unknown" },
  },
}
