#include <http/deed/concern.h>

static bool refuse(struct call *call, const char *id) {
    struct quanze_error error;
    const int length = (int)(strlen(id) < 100 ? strlen(id) : 100);
    (void)error_set(&error, QUANZE_NO_INPUT, "台账里没有贵单位的任务“%.*s”", "the ledger has no task \"%.*s\" of your office",
                    length, id);
    call_fail(call, 404, &error);
    return false;
}

quanze_side concern_side_of(const struct call *call) {
    if (call->caller.role == ROLE_DEPARTMENT) return QUANZE_SIDE_ISSUER;
    return call->caller.role == ROLE_TOWNSHIP ? QUANZE_SIDE_TOWNSHIP : QUANZE_SIDE_NONE;
}

bool concern_sees_all(const struct call *call) {
    return call->caller.role == ROLE_GATEKEEPER || call->caller.role == ROLE_AUDITOR;
}

bool concern_touched(struct call *call, bool usual) {
    bool is_asked = usual;
    if (!call_flag(call, "tasks", &is_asked)) return false;
    if (!is_asked || !concern_sees_all(call)) return true;
    call->reply->is_put_off = !call->request->has_waited;
    return !call->reply->is_put_off && call_ledger(call, false);
}

bool concern_may_see(struct call *call, const char *id, bool write) {
    struct quanze_error error;
    quanze_side side;
    const enum role role = call->caller.role;
    if (!call_ledger(call, write)) return false;
    const bool is_bound = role == ROLE_DEPARTMENT || role == ROLE_TOWNSHIP;
    const quanze_status status = quanze_task_side(call->ledger, call_engine(call), id, call->caller.office, &side, &error);
    if (status == QUANZE_NO_INPUT && is_bound) return refuse(call, id); /* no near name of somebody else's task */
    if (status != QUANZE_OK) {
        call_fail_with(call, &error);
        return false;
    }
    if (!is_bound || (role == ROLE_DEPARTMENT && side == QUANZE_SIDE_ISSUER)) return true;
    return role == ROLE_TOWNSHIP && side == QUANZE_SIDE_TOWNSHIP ? true : refuse(call, id);
}
