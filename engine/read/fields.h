/* fields.h - typed values from nodes, as the fact table or a list's own table of keys says.
 *
 * A reader must believe: absent (no value), none (`none`, `[]`, `''`) and given are kept apart here and nowhere else;
 * everything wrong goes to the problems with its place, and reading goes on behind it.
 *
 * A statement of none is: none or 无; quoted empty text; []; and for types that are not numbers or yes/no also a plain 0 or
 * false (for counts, amounts, ratios and hours a plain false). 0 of a number and false of a yes/no are given values.
 */
#ifndef READ_FIELDS_H
#define READ_FIELDS_H

#include <model/fact.h>
#include <read/node.h>

/* What stands behind one key. Of FACT_RECORDS, `fields` are those of one record; of choices, `choices`. */
struct field {
    struct str name; /* as messages show it: "funds.provided" */
    enum fact_type type;
    bool required; /* must be there and not empty; a required text takes the words none, 0 and false as text */
    struct choices choices;
    const struct field_info *fields;
    size_t field_count;
};

/* Where values are read from and to. */
struct reading {
    const char *file;
    struct arena *arena; /* for lists; texts are borrowed from the nodes */
    struct problems *problems;
};

/* Whether every task must state the fact: `id` and `title`. */
static inline bool field_is_required(const struct fact_info *info) {
    return info == fact_at(FACT_ID_ID) || info == fact_at(FACT_ID_TITLE);
}

/* The field of a row of the fact table. */
struct field field_of_fact(const struct fact_info *info);

/* The field of a record's field. */
struct field field_of_info(const struct field_info *info);

/* Reads one value. A scalar, or one record, stands for a list of one; a scalar in place of a record gives its first field.
 * NODE_NULL gives VALUE_ABSENT. False after a problem; `*out` is then VALUE_ABSENT. */
bool field_read(const struct field *field, const struct node *node, const struct reading *reading, struct value *out);

/* Reads a mapping with exactly these keys: `values[i]` is that of `fields[i]`. Unknown keys (with the near miss), missing
 * required ones and wrong values are problems. False after any. `valid_from` behind `valid_to` is one too. */
bool fields_read(const struct field *fields, size_t count, const struct node *mapping, const struct reading *reading,
                 struct value *values);

/* Whether a node states that there is none: none, 无, '', [], plain 0 or false. */
bool node_states_none(const struct node *node);

/* Says that a mapping's key is none of `known`, with the near miss. */
void field_report_unknown(const struct node *child, const struct str *known, size_t count, const struct reading *reading);

/* Says that a node is not of the kind that was expected there: a mapping, a list or a value. */
void field_report_kind(struct str name, enum node_kind expected, const struct node *node, const struct reading *reading);

#endif
