-- 一个事项只能是一类。
return {
  id = "LIST-014", family = "list", level = "warn", stage = "list",
  title = { zh = "事项类别与所列单位不符", en = "The kind and the columns disagree" },
  why = {
    zh = "基本履职没有牵头部门，配合履职必有牵头部门，收回事项不再有乡镇职责；混写就等于没分。",
    en = "A basic item has no lead department, a cooperative one has, a recalled one leaves the township nothing: mixed columns undo the three lists.",
  },
  basis = { { title = "关于全面建立乡镇（街道）履行职责事项清单的意见", article = "三类清单分列", verified = "S" } },
  seeds = { "S003-11", "S003-18" },
  ground = false,
  since = "2024-08-06",
  parameters = {},
  applies = {},
  needs = { "item.kind", "item.department", "item.township_duty" },

  check = function(kind, department, duty, p)
    if kind == "basic" and not text.is_blank(department) then return fail("led", { department = department }) end
    if kind == "cooperative" and text.is_blank(department) then return fail("leaderless") end
    if kind == "recalled" and not text.is_blank(duty) then return fail("kept", { duty = duty }) end
    return pass()
  end,
  says = {
    led = { zh = "基本履职事项写了牵头部门“{department}”，应归配合履职或去掉", en = "a basic item names the lead department “{department}”: is it cooperative?" },
    leaderless = { zh = "配合履职事项没有牵头部门", en = "a cooperative item without a lead department" },
    kept = { zh = "收回事项仍写着乡镇职责：{duty}", en = "a recalled item still gives the township a duty: {duty}" },
  },
  remedy = false,
  examples = {
    { "basic with a lead", { ["item.kind"] = "basic", ["item.department"] = "县民政局", ["item.township_duty"] = "核查" }, expect = "fail", says = "led" },
    { "basic", { ["item.kind"] = "basic", ["item.department"] = "", ["item.township_duty"] = "核查" }, expect = "pass" },
    { "nobody leads", { ["item.kind"] = "cooperative", ["item.department"] = "", ["item.township_duty"] = "协调用地" }, expect = "fail", says = "leaderless" },
    { "both sides named", { ["item.kind"] = "cooperative", ["item.department"] = "县交通运输局", ["item.township_duty"] = "协调用地" }, expect = "pass" },
    { "recalled with a duty", { ["item.kind"] = "recalled", ["item.department"] = "县市场监督管理局", ["item.township_duty"] = "检查" }, expect = "fail", says = "kept" },
    { "stated: recalled, no duty", { ["item.kind"] = "recalled", ["item.department"] = "县市场监督管理局", ["item.township_duty"] = "" }, expect = "pass" },
    { "not told", { ["item.kind"] = "basic" }, expect = "unknown" },
  },
}
