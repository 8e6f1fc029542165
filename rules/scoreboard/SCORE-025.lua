-- 一个人、一个办公室手里几件事。
return {
  id = "SCORE-025", family = "scoreboard", level = "warn", stage = "audit", subject = "township",
  title = { zh = "人均、办公室在办任务偏多", en = "Many open tasks per person and office" },
  why = {
    zh = "一个办公室对几十个部门，一个人几件事一起办；界限是建议。",
    en = "One office answers dozens of departments; the limits are proposals.",
  },
  basis = { { title = "在办任务建议值", article = "人均五件、一个办公室三十件", verified = "P" } },
  seeds = { "S000-04", "S000-32", "S004-08" },
  ground = false,
  since = "2025-01-01",
  parameters = {
    tasks_per_person_green = { default = 5, unit = "task", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
    office_tasks_most = { default = 30, unit = "task", harder = "lower", min = 0, source = "建议值，取自基层反映（无全国统一规定）" },
  },
  applies = {},
  needs = { "month.open_tasks", "month.staff", "month.office_tasks" },

  check = function(open, staff, office, p)
    if open > staff * p.tasks_per_person_green then return fail("person", { open = open, staff = staff }) end
    if office > p.office_tasks_most then return fail("office", { office = office, limit = p.office_tasks_most }) end
    return pass()
  end,
  says = {
    person = { zh = "期末在办 {open} 件，干部 {staff} 人", en = "{open} open {open:task/tasks} and {staff} {staff:person/people}" },
    office = {
      zh = "一个办公室手里有 {office} 件在办任务，建议至多 {limit} 件",
      en = "one office has {office} open {office:task/tasks}; {limit} is the proposed limit",
    },
  },
  remedy = false,
  examples = {
    { "five each, thirty an office", { ["month.open_tasks"] = 100, ["month.staff"] = 20, ["month.office_tasks"] = 30 }, expect = "pass" },
    { "a little more", { ["month.open_tasks"] = 101, ["month.staff"] = 20, ["month.office_tasks"] = 10 }, expect = "fail", says = "person" },
    { "a busy office", { ["month.open_tasks"] = 30, ["month.staff"] = 20, ["month.office_tasks"] = 31 }, expect = "fail", says = "office" },
    { "staff not told", { ["month.open_tasks"] = 30, ["month.office_tasks"] = 31 }, expect = "unknown" },
  },
}
