-- 部门不向乡镇党委、政府发指令性公文。
return {
  id = "BASIS-005", family = "basis", level = "hold", stage = "screen",
  title = { zh = "部门向乡镇党委、政府发指令性文件", en = "A department orders a party committee or government" },
  why = {
    zh = "议事协调机构、部门和单位不得向下级党委、政府发布指令性公文，商洽工作用函。",
    en = "Coordinating bodies, departments and units send no directive documents to a lower party committee or government; they write letters.",
  },
  basis = {
    { title = "整治形式主义为基层减负若干规定", article = "第一条", verified = "V" },
    { title = "党政机关公文处理工作条例", article = "第十六条第二项", verified = "S" },
  },
  seeds = { "S001-01", "S004-04" },
  ground = "directive_by_department",
  since = "2024-08-06",
  parameters = {},
  applies = {
    kind = { "document", "forward" },
    ["issuer.kind"] = { "city_department", "county_department", "coordinating_body", "temporary_body", "task_force", "stationed_body", "inner_office", "mass_organisation" },
  },
  needs = { "document.form" },

  check = function(form, p)
    if form == "document" or form == "telegram" then return fail("directive") end
    return pass()
  end,
  says = {
    directive = {
      zh = "部门以正式文件向乡镇布置工作，应改用函，或报县委、县政府同意后由县委、县政府印发",
      en = "a department gives orders by formal document; a letter, or a paper of the county itself, is the right form",
    },
    cure = { zh = "改用函", en = "write a letter" },
  },
  remedy = function(form, p)
    return set("document.form", "letter")
  end,
  examples = {
    { "a formal document", { ["document.form"] = "document" }, expect = "fail", says = "directive" },
    { "a letter", { ["document.form"] = "letter" }, expect = "pass" },
    { "a telegram", { ["document.form"] = "telegram" }, expect = "fail" },
    { "stated: no form", { ["document.form"] = "" }, expect = "pass" },
    { "issued by the county government", { kind = "document", ["issuer.kind"] = "county_government", ["document.form"] = "document" }, expect = "skip" },
    { "a meeting", { kind = "meeting", ["document.form"] = "document" }, expect = "skip" },
    { "form not told", { kind = "document", ["issuer.kind"] = "county_department" }, expect = "unknown" },
  },
}
