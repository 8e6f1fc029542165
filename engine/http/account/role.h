/* role.h - who may do what. A role is a bit in a route's set. */
#ifndef HTTP_ROLE_H
#define HTTP_ROLE_H

#include <base/str.h>
#include <quanze.h>

enum role { ROLE_NONE, ROLE_GATEKEEPER, ROLE_DEPARTMENT, ROLE_TOWNSHIP, ROLE_AUDITOR, ROLE_ADMINISTRATOR, ROLE_COUNT };

#define ROLE_BIT(role) (1u << (role))

/* "gatekeeper", and as people say it. */
const char *role_name(enum role role);
const char *role_word(enum role role, quanze_language language);

/* ROLE_NONE for a name that is none. */
enum role role_find(struct str name);

#endif
