/* schema.h - the pieces that both JSON Schemas are made of. Source: JSON Schema, draft 2020-12. */
#ifndef SAY_SCHEMA_H
#define SAY_SCHEMA_H

#include <say/say_inside.h>

/* The opening of a schema up to its properties: the shared definitions, its name, what is required. */
struct schema_head {
    struct str identity, title, description;
    const struct str *required;
    size_t required_count;
};
void schema_open(struct writer *writer, const struct schema_head *head);

/* Closes the properties and the schema. */
void schema_close(struct writer *writer, const struct schema_head *head);

/* The keys that say what a scalar or list type may be, without the braces around them. */
void schema_type(struct writer *writer, enum fact_type type, struct choices choices);

/* The same for a text that must be there and not be empty. */
void schema_filled_text(struct writer *writer);

/* "description" and "title" of a property, zh and en in one line; they follow the type. */
void schema_words(struct writer *writer, struct str zh, struct str en, struct str meaning_zh, struct str meaning_en);

/* A key that holds the format's own name. */
void schema_constant(struct writer *writer, struct str value);

#endif
