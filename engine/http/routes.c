#include <http/handlers.h>
#include <http/route.h>

#define FORM_BYTES (64 * 1024) /* names, reasons, a few fields */

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
    {METHOD_GET, "/static/style.css", ROUTE_ANYONE, 0, 0, answer_style},
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
};

const struct route *route_table(size_t *count) {
    *count = sizeof ROUTES / sizeof *ROUTES;
    return ROUTES;
}
