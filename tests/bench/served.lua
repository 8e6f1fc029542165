-- served.lua - for wrk: the lines of FILE posted in turn, each as one task. HEADER is one more header, "name: value".
local lines, at = {}, 0
for line in io.lines(os.getenv("FILE")) do lines[#lines + 1] = line end
local headers = { ["Content-Type"] = "application/json" }
local name, value = (os.getenv("HEADER") or ""):match("^(.-): (.*)$")
if name then headers[name] = value end

function request()
  at = at % #lines + 1
  return wrk.format("POST", nil, headers, lines[at])
end
