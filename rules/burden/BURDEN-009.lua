-- 没有法定依据的证明，不开。
return {
  id = "BURDEN-009", family = "burden", level = "block", stage = "screen",
  title = { zh = "要求无法定依据的证明", en = "Certificate without basis in law" },
  why = {
    zh = "证明事项要有法律、法规或国务院决定依据；能通过数据核实的，不让群众找村（社区）盖章。",
    en = "A certificate needs a law, regulation or State Council decision; what data can verify needs no stamp from a village.",
  },
  basis = { { title = "优化营商环境条例", article = "第四十四条", verified = "V" } },
  seeds = { "S003-27", "S003-28", "S003-26" },
  ground = "unverifiable_certificate",
  since = "2020-01-01",
  parameters = {},
  applies = {},
  needs = { "demands.certificates" },

  check = function(certificates, p)
    for _, certificate in ipairs(certificates) do
      if certificate.legal_basis == nil or text.is_blank(certificate.legal_basis) then
        return fail("no_basis", { name = certificate.name or "" })
      end
    end
    return pass()
  end,
  says = {
    no_basis = {
      zh = "要求出具“{name}”，未写明法律、法规或国务院决定依据",
      en = "asks for the certificate “{name}” and names no law, regulation or State Council decision",
    },
    cure = { zh = "取消该证明，通过数据核实", en = "drop the certificate and verify by data" },
  },
  remedy = function(certificates, p)
    return set("demands.certificates", {})
  end,
  examples = {
    { "no basis", { ["demands.certificates"] = { { name = "居住证明" } } }, expect = "fail", says = "no_basis" },
    { "stated: no basis", { ["demands.certificates"] = { { name = "居住证明", legal_basis = "" } } }, expect = "fail" },
    { "a basis", { ["demands.certificates"] = { { name = "土地承包关系证明", legal_basis = "农村土地承包法" } } }, expect = "pass" },
    { "the second without", { ["demands.certificates"] = { { name = "甲", legal_basis = "某法" }, { name = "乙" } } }, expect = "fail" },
    { "stated: no certificates", { ["demands.certificates"] = {} }, expect = "pass" },
    { "no name", { ["demands.certificates"] = { { legal_basis = " " } } }, expect = "fail" },
    { "not told", {}, expect = "unknown" },
  },
}
