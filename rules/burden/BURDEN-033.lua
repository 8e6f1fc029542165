-- 数据能核实的，不开证明。
return {
  id = "BURDEN-033", family = "burden", level = "hold", stage = "screen",
  title = { zh = "可核实的事项要求证明", en = "A certificate for what data can verify" },
  why = {
    zh = "能通过数据共享核实的，不让群众找社区盖章。",
    en = "What shared data can verify needs no stamp from a community.",
  },
  basis = { { title = "优化营商环境条例", article = "第四十四条", verified = "V" } },
  seeds = { "S003-28" },
  ground = "unverifiable_certificate",
  since = "2020-01-01",
  parameters = {},
  applies = {
    kind = { "certificate", "document", "forward", "white_paper", "memo", "group_message", "form", "ledger", "material", "survey", "data_collection" },
  },
  needs = { "demands.certificates" },

  check = function(certificates, p)
    for _, certificate in ipairs(certificates) do
      if not text.is_blank(certificate.verifiable_by or "") then
        return fail("data", { name = certificate.name or "", data = certificate.verifiable_by })
      end
    end
    return pass()
  end,
  says = {
    data = { zh = "“{name}”可用{data}核实，不必开证明", en = "{data} can verify “{name}”: no certificate is needed" },
    cure = { zh = "取消该证明，通过数据核实", en = "drop the certificate and verify by data" },
  },
  remedy = function(certificates, p)
    return set("demands.certificates", {})
  end,
  examples = {
    { "by housing data", { ["demands.certificates"] = { { name = "无房证明", verifiable_by = "不动产登记数据" } } }, expect = "fail", says = "data" },
    { "the second", { ["demands.certificates"] = { { name = "甲" }, { name = "乙", verifiable_by = "户籍数据" } } }, expect = "fail" },
    { "nothing can", { ["demands.certificates"] = { { name = "土地承包关系证明", verifiable_by = "" } } }, expect = "pass" },
    { "not said", { ["demands.certificates"] = { { name = "土地承包关系证明" } } }, expect = "pass" },
    { "stated: no certificates", { ["demands.certificates"] = {} }, expect = "pass" },
    { "a patrol", { kind = "patrol", ["demands.certificates"] = { { name = "无房证明", verifiable_by = "不动产登记数据" } } }, expect = "skip" },
    { "no name", { ["demands.certificates"] = { { verifiable_by = "户籍数据" } } }, expect = "fail" },
    { "not told", { kind = "certificate" }, expect = "unknown" },
  },
}
