-- 主责和配合倒过来。
return {
  id = "LIST-061", family = "list", level = "hold", stage = "audit", subject = "department",
  title = { zh = "主体责任与配合责任倒置", en = "Main duty and assistance swapped" },
  why = {
    zh = "清单写的是配合，来文却要乡镇负主体责任，牵头的部门成了督导。",
    en = "The list says that the township assists; the paper gives it the main duty.",
  },
  basis = { { title = "关于加强乡镇政府服务能力建设的意见（中办发〔2017〕11号）", article = "县级部门不得随意将工作任务转交乡镇", verified = "V" } },
  seeds = { "S004-04", "S000-27" },
  ground = "dept_main_duty",
  since = "2025-01-01",
  parameters = {
    roles_swapped_most = { default = 0, unit = "task", harder = "lower", min = 0, source = "建议值（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.roles_swapped" },

  check = function(tasks, p)
    if tasks <= p.roles_swapped_most then return pass() end
    return fail("swapped", { value = tasks, limit = p.roles_swapped_most })
  end,
  says = {
    swapped = {
      zh = "{value} 件配合事项要乡镇承担主体责任",
      en = "{value} cooperative {value:item/items} whose main duty is put on the township",
    },
  },
  remedy = false,
  examples = {
    { "none", { ["month.roles_swapped"] = 0 }, expect = "pass" },
    { "one", { ["month.roles_swapped"] = 1 }, expect = "fail", says = "swapped" },
    { "not measured", {}, expect = "unknown" },
  },
}
