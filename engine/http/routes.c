#include <http/handlers.h>
#include <http/route.h>

#define UPLOAD_BYTES ((size_t)16 * 1024 * 1024) /* a .docx with pictures, or a month of tasks */
#define RULE_BYTES ((size_t)1024 * 1024)        /* a pack of rules; a rule has some 3 KiB */
#define FORM_BYTES (64 * 1024)                  /* names, reasons, a few fields */

#define GATE ROLE_BIT(ROLE_GATEKEEPER)
#define SEND ROLE_BIT(ROLE_DEPARTMENT)
#define TOWN ROLE_BIT(ROLE_TOWNSHIP)
#define LOOK ROLE_BIT(ROLE_AUDITOR)
#define HEAD ROLE_BIT(ROLE_ADMINISTRATOR)
#define ALL (GATE | SEND | TOWN | LOOK | HEAD)

static const struct route ROUTES[] = {
    {METHOD_GET, "/healthz", ROUTE_ANYONE, 0, 0, answer_health},
    {METHOD_GET, "/readyz", ROUTE_ANYONE, ROUTE_HEAVY, 0, answer_ready},
    {METHOD_GET, "/metrics", ROUTE_ANYONE, 0, 0, answer_metrics},
    {METHOD_GET, "/openapi.json", ROUTE_ANYONE, 0, 0, answer_api_description},
    {METHOD_GET, "/static/style.css", ROUTE_ANYONE, 0, 0, answer_style},
    {METHOD_GET, "/static/icon.svg", ROUTE_ANYONE, 0, 0, answer_icon},
    {METHOD_GET, "/static/{script}", ROUTE_ANYONE, 0, 0, answer_script},

    {METHOD_GET, "/", ROUTE_ANYONE, 0, 0, answer_start},
    {METHOD_GET, "/login", ROUTE_ANYONE, 0, 0, answer_login_page},
    {METHOD_POST, "/login", ROUTE_ANYONE, ROUTE_HEAVY | ROUTE_FORM, FORM_BYTES, answer_login},
    {METHOD_POST, "/logout", ALL, ROUTE_FORM, FORM_BYTES, answer_logout},
    {METHOD_GET, "/password", ALL, 0, 0, answer_password_page},
    {METHOD_POST, "/password", ALL, ROUTE_HEAVY | ROUTE_FORM, FORM_BYTES, answer_password},

    {METHOD_GET, "/admin", HEAD, 0, 0, answer_admin},
    {METHOD_POST, "/admin/reload", HEAD, ROUTE_HEAVY | ROUTE_FORM, FORM_BYTES, answer_admin_reload},
    {METHOD_POST, "/admin/add", HEAD, ROUTE_HEAVY | ROUTE_FORM, FORM_BYTES, answer_admin_add},
    {METHOD_POST, "/admin/reset", HEAD, ROUTE_HEAVY | ROUTE_FORM, FORM_BYTES, answer_admin_reset},
    {METHOD_POST, "/admin/disable", HEAD, ROUTE_HEAVY | ROUTE_FORM, FORM_BYTES, answer_admin_disable},

    {METHOD_GET, "/screen", GATE | SEND | TOWN | LOOK, 0, 0, answer_screen_page},
    {METHOD_POST, "/screen", GATE | SEND | TOWN | LOOK, ROUTE_HEAVY | ROUTE_FORM, UPLOAD_BYTES, answer_screen},

    {METHOD_GET, "/similar", GATE | SEND | TOWN | LOOK, 0, 0, answer_similar_page},
    {METHOD_POST, "/similar", GATE | SEND | TOWN | LOOK, ROUTE_LONG | ROUTE_FORM, UPLOAD_BYTES, answer_similar},

    {METHOD_GET, "/inbox", TOWN, ROUTE_HEAVY, 0, answer_inbox},
    {METHOD_GET, "/sent", SEND, ROUTE_HEAVY, 0, answer_sent},
    {METHOD_GET, "/desk", GATE, ROUTE_HEAVY, 0, answer_desk},
    {METHOD_GET, "/tasks/{task}", GATE | SEND | TOWN | LOOK, ROUTE_HEAVY, 0, answer_task},
    {METHOD_POST, "/tasks/{task}/move", GATE | SEND | TOWN, ROUTE_HEAVY | ROUTE_FORM, FORM_BYTES, answer_move},
    {METHOD_POST, "/tasks/{task}/letter", TOWN, ROUTE_HEAVY | ROUTE_FORM, FORM_BYTES, answer_letter},
    {METHOD_GET, "/audit", GATE | LOOK, ROUTE_HEAVY, 0, answer_audit},
    {METHOD_GET, "/tasks/{task}/opinion", GATE | SEND | TOWN | LOOK, ROUTE_HEAVY, 0, answer_opinion},
    {METHOD_GET, "/tasks/{task}/proof", GATE | SEND | TOWN | LOOK, ROUTE_HEAVY, 0, answer_proof},
    {METHOD_GET, "/list", ALL, 0, 0, answer_list},
    {METHOD_GET, "/list/diff", ALL, ROUTE_LONG, 0, answer_list_diff},
    {METHOD_POST, "/list/diff", GATE | LOOK, ROUTE_LONG | ROUTE_FORM, UPLOAD_BYTES, answer_list_handed_in},
    {METHOD_GET, "/list/{item}", ALL, ROUTE_HEAVY, 0, answer_item},
    {METHOD_GET, "/rules", ALL, ROUTE_HEAVY, 0, answer_rules},
    {METHOD_GET, "/rules/{rule}", ALL, 0, 0, answer_rule},
    {METHOD_POST, "/rules/{rule}/try", ALL, ROUTE_HEAVY | ROUTE_FORM, FORM_BYTES, answer_rule_try},
    {METHOD_GET, "/ledger", GATE | LOOK, ROUTE_HEAVY, 0, answer_ledger},
    {METHOD_GET, "/ledger/verify", GATE | LOOK, ROUTE_LONG, 0, answer_verify},
    {METHOD_GET, "/ledger/seals", GATE | LOOK, ROUTE_HEAVY, 0, answer_seals},
    {METHOD_POST, "/ledger/seals", GATE | LOOK, ROUTE_HEAVY | ROUTE_FORM, FORM_BYTES, answer_seal},
    {METHOD_GET, "/waivers", GATE | LOOK, ROUTE_HEAVY, 0, answer_waivers},
    {METHOD_POST, "/waivers", GATE, ROUTE_HEAVY | ROUTE_FORM, FORM_BYTES, answer_waiver_propose},
    {METHOD_POST, "/waivers/{waiver}", GATE, ROUTE_HEAVY | ROUTE_FORM, FORM_BYTES, answer_waiver_step},
    {METHOD_GET, "/corrections", GATE | LOOK, ROUTE_HEAVY, 0, answer_corrections},
    {METHOD_POST, "/corrections", GATE | LOOK, ROUTE_HEAVY | ROUTE_FORM, FORM_BYTES, answer_correct},
    {METHOD_GET, "/due", GATE | LOOK, ROUTE_HEAVY, 0, answer_due},
    {METHOD_GET, "/complaints", LOOK, ROUTE_HEAVY, 0, answer_complaints},
    {METHOD_POST, "/complaints/answer", LOOK, ROUTE_HEAVY | ROUTE_FORM, FORM_BYTES, answer_complaint_answer},
    {METHOD_GET, "/complaint", ROUTE_ANYONE, 0, 0, answer_complaint_page},
    {METHOD_POST, "/complaint", ROUTE_ANYONE, ROUTE_HEAVY | ROUTE_FORM, FORM_BYTES, answer_complaint},

    {METHOD_POST, "/v1/screen", GATE | SEND | TOWN | LOOK, ROUTE_API | ROUTE_WRITE | ROUTE_RECORD, UPLOAD_BYTES,
     answer_api_screen},
    {METHOD_POST, "/v1/read", GATE | SEND | TOWN | LOOK, ROUTE_API, UPLOAD_BYTES, answer_api_read},
    {METHOD_POST, "/v1/similar", GATE | SEND | TOWN | LOOK, ROUTE_API | ROUTE_LONG, UPLOAD_BYTES, answer_api_similar},
    {METHOD_GET, "/v1/list", ALL, ROUTE_API, 0, answer_api_list},
    {METHOD_GET, "/v1/list/diff", ALL, ROUTE_API | ROUTE_LONG, 0, answer_api_list_diff},
    {METHOD_POST, "/v1/list/diff", GATE | LOOK, ROUTE_API | ROUTE_LONG, UPLOAD_BYTES, answer_api_list_diff_handed_in},
    {METHOD_GET, "/v1/list/lint", GATE | LOOK | HEAD, ROUTE_API | ROUTE_LONG, 0, answer_api_list_lint},
    {METHOD_POST, "/v1/list/lint", GATE | LOOK | HEAD, ROUTE_API | ROUTE_LONG, UPLOAD_BYTES, answer_api_list_lint_handed_in},
    {METHOD_POST, "/v1/list/import", GATE | LOOK | HEAD, ROUTE_API | ROUTE_LONG, UPLOAD_BYTES, answer_api_list_import},
    {METHOD_GET, "/v1/list/{item}", ALL, ROUTE_API, 0, answer_api_item},
    {METHOD_GET, "/v1/search", ALL, ROUTE_API, 0, answer_api_search},
    {METHOD_GET, "/v1/rules", ALL, ROUTE_API, 0, answer_api_rules},
    {METHOD_GET, "/v1/rules/lint", GATE | LOOK | HEAD, ROUTE_API | ROUTE_LONG, 0, answer_api_rules_lint},
    {METHOD_POST, "/v1/rules/lint", LOOK | HEAD, ROUTE_API | ROUTE_LONG, RULE_BYTES, answer_api_rules_lint_handed_in},
    {METHOD_GET, "/v1/rules/test", GATE | LOOK | HEAD, ROUTE_API | ROUTE_LONG, 0, answer_api_rules_test},
    {METHOD_POST, "/v1/rules/test", LOOK | HEAD, ROUTE_API | ROUTE_LONG, RULE_BYTES, answer_api_rules_test_handed_in},
    {METHOD_GET, "/v1/rules/coverage", GATE | LOOK | HEAD, ROUTE_API | ROUTE_LONG, 0, answer_api_rules_coverage},
    {METHOD_POST, "/v1/rules/coverage", LOOK | HEAD, ROUTE_API | ROUTE_LONG, RULE_BYTES, answer_api_rules_coverage_handed_in},
    {METHOD_GET, "/v1/rules/replay", GATE | LOOK, ROUTE_API | ROUTE_LONG, 0, answer_api_rules_replay},
    {METHOD_POST, "/v1/rules/replay", LOOK, ROUTE_API | ROUTE_LONG, UPLOAD_BYTES, answer_api_rules_replay_handed_in},
    {METHOD_GET, "/v1/rules/{rule}", ALL, ROUTE_API, 0, answer_api_rule},
    {METHOD_GET, "/v1/facts", ALL, ROUTE_API, 0, answer_api_facts},
    {METHOD_GET, "/v1/schema/{name}", ALL, ROUTE_API, 0, answer_api_schema},
    {METHOD_GET, "/v1/ledger/log", GATE | LOOK, ROUTE_API | ROUTE_HEAVY, 0, answer_api_log},
    {METHOD_GET, "/v1/ledger/verify", GATE | LOOK, ROUTE_API | ROUTE_LONG, 0, answer_api_verify},
    {METHOD_GET, "/v1/ledger/seals", GATE | LOOK, ROUTE_API | ROUTE_HEAVY, 0, answer_api_seals},
    {METHOD_POST, "/v1/ledger/seals", GATE | LOOK, ROUTE_API | ROUTE_HEAVY | ROUTE_WRITE, FORM_BYTES, answer_api_seal},
    {METHOD_POST, "/v1/verify", GATE | SEND | TOWN | LOOK, ROUTE_API | ROUTE_LONG, UPLOAD_BYTES, answer_api_proof},
    {METHOD_GET, "/v1/waivers", GATE | LOOK, ROUTE_API | ROUTE_HEAVY, 0, answer_api_waivers},
    {METHOD_POST, "/v1/waivers", GATE, ROUTE_API | ROUTE_HEAVY | ROUTE_WRITE, FORM_BYTES, answer_api_waiver_propose},
    {METHOD_POST, "/v1/waivers/{waiver}/confirm", GATE, ROUTE_API | ROUTE_HEAVY | ROUTE_WRITE, FORM_BYTES,
     answer_api_waiver_confirm},
    {METHOD_POST, "/v1/waivers/{waiver}/refuse", GATE, ROUTE_API | ROUTE_HEAVY | ROUTE_WRITE, FORM_BYTES,
     answer_api_waiver_refuse},
    {METHOD_POST, "/v1/waivers/{waiver}/end", GATE, ROUTE_API | ROUTE_HEAVY | ROUTE_WRITE, FORM_BYTES, answer_api_waiver_end},
    {METHOD_POST, "/v1/tasks", GATE | SEND | TOWN, ROUTE_API | ROUTE_HEAVY | ROUTE_WRITE, UPLOAD_BYTES, answer_api_add},
    {METHOD_GET, "/v1/tasks/{task}", GATE | SEND | TOWN | LOOK, ROUTE_API | ROUTE_HEAVY, 0, answer_api_task},
    {METHOD_POST, "/v1/tasks/{task}/move", GATE | SEND | TOWN, ROUTE_API | ROUTE_HEAVY | ROUTE_WRITE, FORM_BYTES,
     answer_api_move},
    {METHOD_GET, "/v1/tasks", GATE | SEND | TOWN | LOOK, ROUTE_API | ROUTE_HEAVY, 0, answer_api_tasks},
    {METHOD_POST, "/v1/tasks/{task}/letter", TOWN, ROUTE_API | ROUTE_HEAVY, FORM_BYTES, answer_api_letter},
    {METHOD_POST, "/v1/refuse", TOWN, ROUTE_API | ROUTE_HEAVY, UPLOAD_BYTES, answer_api_refuse},
    {METHOD_GET, "/v1/openapi.json", ROUTE_ANYONE, ROUTE_API, 0, answer_api_description},
    {METHOD_GET, "/v1/audit/{month}", GATE | LOOK, ROUTE_API | ROUTE_HEAVY, 0, answer_api_audit},
    {METHOD_GET, "/v1/due", GATE | LOOK, ROUTE_API | ROUTE_HEAVY, 0, answer_api_due},
    {METHOD_GET, "/v1/complaints", LOOK, ROUTE_API | ROUTE_HEAVY, 0, answer_api_complaints},
    {METHOD_POST, "/v1/complaints", ROUTE_ANYONE, ROUTE_API | ROUTE_HEAVY | ROUTE_WRITE, FORM_BYTES, answer_api_complain},
    {METHOD_POST, "/v1/complaints/{number}/answer", LOOK, ROUTE_API | ROUTE_HEAVY | ROUTE_WRITE, FORM_BYTES,
     answer_api_complaint_answer},
    {METHOD_GET, "/v1/corrections", GATE | LOOK, ROUTE_API | ROUTE_HEAVY, 0, answer_api_corrections},
    {METHOD_POST, "/v1/corrections", GATE | LOOK, ROUTE_API | ROUTE_HEAVY | ROUTE_WRITE, FORM_BYTES, answer_api_correct},
    {METHOD_POST, "/v1/corrections/{number}/done", GATE | LOOK, ROUTE_API | ROUTE_HEAVY | ROUTE_WRITE, FORM_BYTES,
     answer_api_corrected},
    {METHOD_POST, "/v1/corrections/{number}/relapsed", GATE | LOOK, ROUTE_API | ROUTE_HEAVY | ROUTE_WRITE, FORM_BYTES,
     answer_api_relapsed},
};

const struct route *route_table(size_t *count) {
    *count = sizeof ROUTES / sizeof *ROUTES;
    return ROUTES;
}
