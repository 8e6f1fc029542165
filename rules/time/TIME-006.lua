-- 非紧急通知不要求秒回、接龙。
return {
  id = "TIME-006", family = "time", level = "warn", stage = "screen",
  title = { zh = "要求秒回、接龙", en = "Instant reply demanded" },
  why = {
    zh = "非紧急通知要求秒回、全员接龙，打断的是手上的正事。",
    en = "Instant or chain replies to notices that are not urgent interrupt real work.",
  },
  basis = { { title = "工作群管理建议", article = "非紧急通知不要求秒回、接龙", verified = "P" } },
  seeds = { "S003-09" },
  ground = "time_unreasonable",
  since = "2019-01-01",
  parameters = {},
  applies = { ["emergency.running"] = false },
  needs = { "message.reply_demand" },

  check = function(demand, p)
    if text.contains_any(demand, { "秒回", "接龙", "立即回复", "马上回复", "即刻回复", "随叫随到", "instant", "chain" }) then
      return fail("instant", { demand = demand })
    end
    return pass()
  end,
  says = {
    instant = { zh = "要求“{demand}”，未说明紧急程度", en = "demands “{demand}” without saying why it is urgent" },
    cure = { zh = "取消即时回复的要求", en = "drop the demand for an instant reply" },
  },
  remedy = function(demand, p)
    return set("message.reply_demand", "")
  end,
  examples = {
    { "instant reply", { ["message.reply_demand"] = "收到请秒回" }, expect = "fail", says = "instant" },
    { "chain reply", { ["message.reply_demand"] = "全员接龙" }, expect = "fail" },
    { "an ordinary reply", { ["message.reply_demand"] = "请于本周内回复" }, expect = "pass" },
    { "stated: none", { ["message.reply_demand"] = "" }, expect = "pass" },
    { "an emergency is running", { ["emergency.running"] = true, ["message.reply_demand"] = "收到请秒回" }, expect = "skip" },
    { "the word “立即回复”", { ["message.reply_demand"] = "立即回复" }, expect = "fail" },
    { "the word “马上回复”", { ["message.reply_demand"] = "马上回复" }, expect = "fail" },
    { "the word “即刻回复”", { ["message.reply_demand"] = "即刻回复" }, expect = "fail" },
    { "the word “随叫随到”", { ["message.reply_demand"] = "随叫随到" }, expect = "fail" },
    { "the word instant reply", { ["message.reply_demand"] = "instant reply" }, expect = "fail" },
    { "the word chain reply", { ["message.reply_demand"] = "chain reply" }, expect = "fail" },
    { "not told", {}, expect = "unknown" },
  },
}
