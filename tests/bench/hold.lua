-- hold.lua - for wrk: every answer is compared. WHAT names the request; TOKEN, TOWN and COOKIE tell who asks. What reads must give the
-- same bytes each time, what is written must each be acknowledged. Prints: what, answers, wrong ones.
local what, base = os.getenv("WHAT"), os.getenv("NAME")
local first, count = nil, 0
answers, wrong, example = 0, 0, ""

local notice = "关于报送消防工作资料的通知\n\n各乡镇人民政府：\n请于2026年11月9日前报送工作方案。\n\n县消防救援大队\n2026年11月2日\n"
local task = '{"id":"%s","title":"关于开展消防安全检查的通知","kind":"patrol","complete":true,"issuer":{"name":"县消防救援大队","kind":"county_department"},' ..
  '"townships":["木塘垸镇"],"received_at":"2026-11-02T09:30","due_at":"2026-11-02T16:00"}'
local other = '{"id":"%s","title":"关于报送水利工程台账的通知","issuer":{"name":"县水利局","kind":"county_department"},"townships":["柳溪乡"],"received_at":"2025-03-03T09:30"}'
local function file(name) local it = assert(io.open(name, "rb")) local bytes = it:read("*a") it:close() return bytes end
local function part(name, value, more) return '--b\r\nContent-Disposition: form-data; name="' .. name .. '"' .. (more or "") .. "\r\n\r\n" .. value .. "\r\n" end

local JSON, FORM = "application/json", "application/x-www-form-urlencoded"
local function numbered(text) return function() return text:format(base .. "-" .. what .. "-" .. count) end end
-- What is asked: path, type and body of what is posted, who asks where it is not the gatekeeper's program. `status`: what answers well, 200
-- unless told. `holds`: the answer must hold this text; otherwise it must be the first one again.
local requests = {
  screen = { "/v1/screen", JSON, task:format("2026-xf-1") },
  record = { "/v1/screen?record=true", JSON, numbered(other), holds = '"verdict":"' },
  write = { "/v1/tasks", JSON, numbered(other), holds = '"added":1' },
  read = { "/v1/read", "text/plain; charset=utf-8", notice },
  upload = { "/screen", "multipart/form-data; boundary=b", part("form_token", os.getenv("FORM_TOKEN")) ..
    part("file", file(os.getenv("FILE")), '; filename="a.docx"') .. "--b--\r\n" },
  letter = { "/v1/refuse?variant=receipt&date=2026-11-03", JSON, task:format("2026-xf-2"), token = os.getenv("TOWN"), accept = "text/html" },
  login = { "/login", FORM, "name=gate&password=own-gate-password", status = 303, holds = "" },
  page = { "/list/C-014" }, rule = { "/rules/TIME-001" }, list = { "/list" }, desk = { "/desk?state=reassigned" },
  story = { "/v1/tasks/202608-0001" }, log = { "/v1/ledger/log?limit=50" }, search = { "/v1/search?text=%E6%B6%88%E9%98%B2" },
  audit = { "/v1/audit/2026-08" },
}
local asked = assert(requests[what], what)
local headers = { Authorization = "Bearer " .. (asked.token or os.getenv("TOKEN")), ["Content-Type"] = asked[2], Accept = asked.accept,
  Cookie = what ~= "login" and os.getenv("COOKIE") or nil }

function request()
  count = count + 1
  local body = type(asked[3]) == "function" and asked[3]() or asked[3]
  return wrk.format(body and "POST" or "GET", asked[1], headers, body)
end

function response(status, _, body)
  answers = answers + 1
  first = first or body
  if status == (asked.status or 200) and (asked.holds and body:find(asked.holds, 1, true) or body == first) then return end
  wrong, example = wrong + 1, status .. " " .. body:sub(1, 300)
end

local threads = {}
function setup(thread) threads[#threads + 1] = thread end

function done(summary, latency)
  local all, bad, said = 0, 0, ""
  for _, thread in ipairs(threads) do
    all, bad = all + thread:get("answers"), bad + thread:get("wrong")
    said = bad > 0 and thread:get("example") or said
  end
  local errors = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  io.write(string.format("%-8s answers %8d  wrong %d  broken %d  p50 %.1f ms  p99 %.1f ms\n", what, all, bad, errors,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
  if said ~= "" then io.write("  " .. said .. "\n") end
end
