-- “以此份为准”：同一来文改了又发。
return {
  id = "DUP-001", family = "duplicate", level = "warn", stage = "screen",
  title = { zh = "同一来文多次改发", en = "The same paper issued again" },
  why = {
    zh = "一件事反复改发，乡镇要反复重做；改发要写明代替哪一份，时限重新起算。",
    en = "A paper issued again and again is work done again and again; it must say what it replaces, and the clock starts anew.",
  },
  basis = { { title = "发文统筹建议", article = "改发要写明代替来文", verified = "P" } },
  seeds = { "S001-04", "S002-04", "S000-17", "S001-13", "S003-43" },
  ground = "duplicate",
  since = "2019-01-01",
  parameters = {
    max_versions = { default = 1, unit = "version", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = {
    kind = { "document", "forward", "white_paper", "memo", "group_message", "form", "ledger", "material", "survey", "data_collection" },
  },
  needs = { "document.version" },
  may = { "document.supersedes" },

  check = function(version, supersedes, p)
    if version <= p.max_versions then return pass() end
    if supersedes == nil then return fail("again", { version = version }) end
    if text.is_blank(supersedes) then return fail("unlinked", { version = version }) end
    return fail("again", { version = version })
  end,
  says = {
    again = { zh = "这是同一来文的第 {version} 个版本", en = "this is version {version} of the same paper" },
    unlinked = {
      zh = "这是同一来文的第 {version} 个版本，未写明代替哪一份",
      en = "this is version {version} of the same paper, and it does not say what it replaces",
    },
    cure = { zh = "撤回前几份，一次印发", en = "withdraw the earlier ones and issue it once" },
  },
  remedy = function(version, supersedes, p)
    return set("document.version", p.max_versions)
  end,
  examples = {
    { "third version", { ["document.version"] = 3, ["document.supersedes"] = "X函〔2026〕12号" }, expect = "fail", says = "again" },
    { "second version that replaces nothing", { ["document.version"] = 2, ["document.supersedes"] = "" }, expect = "fail", says = "unlinked" },
    { "second version", { ["document.version"] = 2 }, expect = "fail", says = "again" },
    { "first version", { ["document.version"] = 1 }, expect = "pass" },
    { "stated: none", { ["document.version"] = 0 }, expect = "pass" },
    { "a meeting", { kind = "meeting", ["document.version"] = 3, ["document.supersedes"] = "X函〔2026〕12号" }, expect = "skip" },
    { "not told", { kind = "form" }, expect = "unknown" },
  },
}
