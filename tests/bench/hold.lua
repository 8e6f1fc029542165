-- hold.lua - for wrk: every answer is compared. WHAT names the request, TOKEN and COOKIE who asks. Reads must give the same bytes
-- each time, writes must each be acknowledged. Prints: what, answers, wrong ones.
local what, base = os.getenv("WHAT"), os.getenv("NAME")
local first, count = nil, 0
answers, wrong, example = 0, 0, ""

local paths = { screen = "/v1/screen", read = "/v1/read", write = "/v1/tasks", page = "/list/C-014", rule = "/rules/TIME-001",
  story = "/v1/tasks/202608-0001", log = "/v1/ledger/log?limit=50", search = "/v1/search?text=%E6%B6%88%E9%98%B2" }
local notice = "关于报送消防工作资料的通知\n\n各乡镇人民政府：\n请于2026年11月9日前报送工作方案。\n\n县消防救援大队\n2026年11月2日\n"
local task = '{"id":"%s","title":"关于开展消防安全检查的通知","kind":"patrol","complete":true,"issuer":{"name":"县消防救援大队","kind":"county_department"},' ..
  '"townships":["木塘垸镇"],"received_at":"2026-11-02T09:30","due_at":"2026-11-02T16:00"}'
local other = '{"id":"%s","title":"关于报送水利工程台账的通知","issuer":{"name":"县水利局","kind":"county_department"},"townships":["柳溪乡"],"received_at":"2025-03-03T09:30"}'

local headers = { Authorization = "Bearer " .. os.getenv("TOKEN"), Cookie = os.getenv("COOKIE") }
local is_write = what == "write"
headers["Content-Type"] = what == "read" and "text/plain; charset=utf-8" or "application/json"

function request()
  count = count + 1
  if is_write then return wrk.format("POST", paths.write, headers, other:format(base .. "-" .. count)) end
  if what == "screen" then return wrk.format("POST", paths.screen, headers, task:format("2026-xf-1")) end
  if what == "read" then return wrk.format("POST", paths.read, headers, notice) end
  return wrk.format("GET", paths[what], headers)
end

function response(status, _, body)
  answers = answers + 1
  if is_write then first = status == 200 and body:find('"added":1', 1, true) and body or "" end
  first = first or body
  if status == 200 and body == first then return end
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
