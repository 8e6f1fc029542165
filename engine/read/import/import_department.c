/* import_department.c - departments out of cells: 县教育局（牵头）、县公安局, a line or a number each, with labels before them.
 */
#include <read/import/import_inside.h>

/* How a department's name ends; what does not end so goes on in the next line. */
static const char *const ENDINGS[] = {"局", "委",   "办",   "部",   "会",   "院",   "社",   "联",   "所",   "站",
                                      "处", "厅",   "大队", "支队", "总队", "中心", "公司", "政府", "银行", "办公室",
                                      "队", "集团", "学校", "医院", "协会", "组",   "馆",   "校",   "县委"};

static const char *const LABELS[] = {"牵头单位", "牵头部门", "责任单位", "责任部门", "主管部门", "配合单位",
                                     "配合部门", "主责部门", "上级部门", "对应部门", "牵头",     "配合"};

/* Signs between departments. "和" and "与" are none: they stand in names. */
static const char *const BETWEEN[] = {"、", "，", "；", ";", ",", "\n", "/", "　"};

static bool is_whole(struct str name) {
    name = str_trim(name);
    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++)
        if (import_ends_with(name, ENDINGS[i])) return true;
    return import_ends_with(name, "）") || import_ends_with(name, ")");
}

/* Bytes up to the next sign between departments, and those of the sign. */
static size_t piece_length(struct str text, size_t *sign) {
    for (size_t i = 0; i < text.length; i++)
        for (size_t k = 0; k < sizeof BETWEEN / sizeof *BETWEEN; k++)
            if (str_starts_with((struct str){text.at + i, text.length - i}, str_of(BETWEEN[k]))) {
                *sign = strlen(BETWEEN[k]);
                return i;
            }
    *sign = 0;
    return text.length;
}

/* Bytes of the next department: over a line break that stands in the middle of a name. */
static size_t next_department(struct str text, size_t *taken) {
    size_t length = 0;
    for (;;) {
        size_t sign, piece = piece_length((struct str){text.at + length, text.length - length}, &sign);
        length += piece;
        *taken = length + sign;
        bool is_line_end = sign == 1 && text.at[length] == '\n';
        if (!is_line_end || is_whole((struct str){text.at, length})) return length;
        length += sign;
    }
}

/* Takes "牵头单位：" off the start; tells whether it, or a bracket behind the name, says that this one leads. */
static struct str without_label(struct str name, bool *leads) {
    for (size_t i = 0; i < sizeof LABELS / sizeof *LABELS; i++) {
        struct str label = str_of(LABELS[i]);
        if (!str_starts_with(name, label)) continue;
        struct str rest = {name.at + label.length, name.length - label.length};
        size_t colon = str_starts_with(rest, STR("：")) ? 3 : str_starts_with(rest, STR(":")) ? 1 : 0;
        if (colon == 0) continue;
        *leads = *leads || str_starts_with(label, STR("牵头")) || str_starts_with(label, STR("主责"));
        return str_trim((struct str){rest.at + colon, rest.length - colon});
    }
    return name;
}

static struct str without_role(struct str name, bool *leads) {
    static const struct {
        const char *words;
        bool leads;
    } ROLES[] = {{"（牵头）", true},     {"(牵头)", true},    {"（牵头单位）", true},
                 {"（牵头部门）", true}, {"（配合）", false}, {"(配合)", false}};
    for (size_t i = 0; i < sizeof ROLES / sizeof *ROLES; i++) {
        if (!import_ends_with(name, ROLES[i].words)) continue;
        *leads = *leads || ROLES[i].leads;
        return str_trim((struct str){name.at, name.length - strlen(ROLES[i].words)});
    }
    return name;
}

static bool is_there(const struct str *names, size_t count, struct str name) {
    for (size_t i = 0; i < count; i++)
        if (str_equal(names[i], name)) return true;
    return false;
}

size_t import_split_departments(struct import *import, struct str cell, struct str *names, size_t most) {
    size_t count = 0;
    while (cell.length > 0 && count < most) {
        size_t taken, length = next_department(cell, &taken);
        bool leads = false;
        struct str name = import_name(import->arena, (struct str){cell.at, length});
        cell = (struct str){cell.at + taken, cell.length - taken};
        if (!name.at) {
            import->out_of_memory = true;
            return count;
        }
        name = without_role(without_label(import_without_number(name), &leads), &leads);
        if (name.length == 0 || is_there(names, count, name)) continue;
        names[count++] = name;
        if (!leads) continue;
        memmove(names + 1, names, (count - 1) * sizeof *names);
        names[0] = name;
    }
    return count;
}

/* A name without its county, or the bare 县 (区, 旗) that stands for it. */
static struct str short_name(const struct import *import, struct str name) {
    static const char *const RANKS[] = {"县", "区", "旗"};
    struct str county = import->head[2];
    if (county.length > 0 && name.length > county.length && str_starts_with(name, county))
        return (struct str){name.at + county.length, name.length - county.length};
    for (size_t i = 0; i < sizeof RANKS / sizeof *RANKS; i++)
        if (name.length > 6 && str_starts_with(name, str_of(RANKS[i]))) return (struct str){name.at + 3, name.length - 3};
    return name;
}

static struct import_department **bucket_of(struct import *import, struct str key) {
    return &import->buckets[str_hash(key) % IMPORT_BUCKETS];
}

void import_note_department(struct import *import, struct str id, struct str name) {
    struct import_department *new = arena_take_array(import->arena, 1, sizeof *new);
    if (!new) {
        import->out_of_memory = true;
        return;
    }
    *new = (struct import_department){.id = id, .name = name, .key = short_name(import, name)};
    struct import_department **bucket = bucket_of(import, new->key);
    new->chain = *bucket;
    *bucket = new;
    if (import->last_department)
        import->last_department->next = new;
    else
        import->departments = new;
    import->last_department = new;
}

struct str import_department_id(struct import *import, struct str name) {
    struct str key = short_name(import, name);
    for (struct import_department *at = *bucket_of(import, key); at; at = at->chain)
        if (str_equal(at->key, key)) return at->id;
    import_note_department(import, name, name);
    return name;
}
