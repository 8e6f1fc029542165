-- 文件不超过五千字，专项工作不超过四千字。
return {
  id = "BASIS-009", family = "basis", level = "warn", stage = "screen",
  title = { zh = "文件超长", en = "Document too long" },
  why = {
    zh = "除综合性文件外，文件一般不超过五千字，部署专项工作或具体任务的不超过四千字。",
    en = "But for comprehensive ones, documents stay within 5000 characters, those on one task within 4000.",
  },
  basis = { { title = "整治形式主义为基层减负若干规定", article = "第二条", verified = "V" } },
  seeds = { "S004-15", "S001-50" },
  ground = false,
  since = "2024-08-06",
  parameters = {
    max_document_characters = { default = 5000, unit = "character", harder = "lower", min = 0, source = "整治形式主义为基层减负若干规定第二条" },
    max_task_characters = { default = 4000, unit = "character", harder = "lower", min = 0, source = "整治形式主义为基层减负若干规定第二条" },
  },
  applies = {
    ["document.characters"] = { at_least = 1 },
    kind = { "document", "forward", "white_paper", "memo", "form", "ledger", "material" },
  },
  needs = { "document.characters", "kind" },

  check = function(characters, kind, p)
    local most = p.max_task_characters
    if kind == "document" or kind == "forward" then most = p.max_document_characters end
    if characters <= most then return pass() end
    return fail("long", { characters = characters, most = most })
  end,
  says = {
    long = { zh = "正文 {characters} 字，一般不超过 {most} 字", en = "{characters} {characters:character/characters} long; {most} is the norm" },
  },
  remedy = false,
  examples = {
    { "a task of 4001 characters", { ["document.characters"] = 4001, kind = "form" }, expect = "fail", says = "long" },
    { "a document of 5000", { ["document.characters"] = 5000, kind = "document" }, expect = "pass" },
    { "a document of 5001", { ["document.characters"] = 5001, kind = "document" }, expect = "fail" },
    { "a task of 4000", { ["document.characters"] = 4000, kind = "form" }, expect = "pass" },
    { "stated: no text", { ["document.characters"] = 0, kind = "document" }, expect = "skip" },
    { "a meeting", { kind = "meeting", ["document.characters"] = 4001 }, expect = "skip" },
    { "a forwarded document of 4500", { ["document.characters"] = 4500, kind = "forward" }, expect = "pass" },
    { "kind not told", { ["document.characters"] = 4500 }, expect = "unknown" },
  },
}
