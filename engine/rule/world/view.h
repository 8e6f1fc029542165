/* view.h - facts as a running rule sees them.
 *
 * Money in fen, ratios and hours as numbers, every date and time as minutes, choices by their English names, `done` as true
 * or a minute; stated none is false, 0, "" or {}, and false for every number of a month (month.*), so that none is not 0; lists
 * are fresh arrays.
 */
#ifndef RULE_VIEW_H
#define RULE_VIEW_H

#include <rule/world/world.h>

/* Whether pushing such a fact never allocates, given its words are in the registry. */
bool view_is_scalar(enum fact_type type);

/* A fact of such a type that is no choice, as a rule sees it. */
struct view_scalar {
    enum { VIEW_BOOLEAN, VIEW_INTEGER, VIEW_NUMBER } kind;
    int64_t integer; /* of a boolean: 0 or 1 */
    double number;
};

/* The known value of a scalar fact that is no choice. */
struct view_scalar view_scalar_of(const struct fact_info *info, const struct value *value);

/* Pushes a known value. `words` is, of a choice, the registry slot of "", behind which stand its words; of records that of
 * the names of their fields, behind which stand "" and the words of each field that is a choice. */
void view_push(lua_State *lua, enum fact_id fact, const struct value *value, lua_Integer words);

#endif
