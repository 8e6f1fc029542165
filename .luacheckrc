std = "none"
max_line_length = false
read_globals = {
  "pass", "fail", "unknown", "set", "any", "all",
  "calendar", "text", "list", "math", "string", "table",
  "ipairs", "pairs", "type", "tostring", "tonumber", "select",
}
unused_args = false
