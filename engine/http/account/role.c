#include <http/account/role.h>

static const struct {
    const char *name, *zh, *en;
} ROLES[ROLE_COUNT] = {
    [ROLE_NONE] = {"", "未登录", "not signed in"},
    [ROLE_GATEKEEPER] = {"gatekeeper", "把关人", "gatekeeper"},
    [ROLE_DEPARTMENT] = {"department", "部门", "department"},
    [ROLE_TOWNSHIP] = {"township", "乡镇", "township"},
    [ROLE_AUDITOR] = {"auditor", "审计", "auditor"},
    [ROLE_ADMINISTRATOR] = {"administrator", "管理员", "administrator"},
};

const char *role_name(enum role role) { return ROLES[role].name; }

const char *role_word(enum role role, quanze_language language) {
    return language == QUANZE_ZH ? ROLES[role].zh : ROLES[role].en;
}

enum role role_find(struct str name) {
    for (int i = ROLE_NONE + 1; i < ROLE_COUNT; i++)
        if (str_equal(name, str_of(ROLES[i].name))) return (enum role)i;
    return ROLE_NONE;
}
