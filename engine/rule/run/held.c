#include <rule/run/held.h>

#include <base/alloc.h>
#include <rule/bytecode/shape.h>
#include <rule/world/view.h>

bool held_open(struct held *held) {
    *held = (struct held){.count = 0};
    for (size_t fact = 0; fact < FACT_COUNT_ALL; fact++) {
        enum fact_type type = fact_at(fact)->type;
        held->base[fact] = (uint16_t)held->count;
        held->ways[fact] = view_is_scalar(type) ? 0 : type == FACT_TEXT ? 1 : HELD_WAYS;
        held->count += held->ways[fact];
    }
    held->values = alloc_new((held->count + 1) * sizeof *held->values);
    return held->values != NULL;
}

void held_close(struct held *held) {
    for (size_t i = 0; held->values != NULL && i < held->count; i++) buf_free(&held->values[i].content);
    buf_free(&held->scratch);
    alloc_free(held->values);
}

void held_forget_pushes(struct held *held) {
    for (size_t i = 0; i < held->count; i++) held->values[i].is_pushed = false;
}

/* --- a content as bytes: two values have the same bytes only when they are the same --- */

static void put_bytes(struct buf *out, const void *bytes, size_t count) { buf_put(out, (struct str){bytes, count}); }

static void put_list(struct buf *out, struct shape element, const struct value *value);

static void put_value(struct buf *out, struct shape shape, const struct value *value) {
    put_bytes(out, &value->state, 1);
    if (value->state != VALUE_GIVEN) return;
    switch (shape.type) {
    case FACT_TEXTS: put_list(out, (struct shape){.type = FACT_TEXT}, value); return;
    case FACT_CHOICES: put_list(out, (struct shape){.type = FACT_CHOICE}, value); return;
    case FACT_TEXT:
        put_bytes(out, &value->count, sizeof value->count);
        put_bytes(out, value->count == 0 ? "" : value->text, value->count);
        return;
    case FACT_RECORDS:
    case FACT_BOOL:
    case FACT_COUNT:
    case FACT_MONEY:
    case FACT_RATIO:
    case FACT_HOURS:
    case FACT_DATE:
    case FACT_START:
    case FACT_END:
    case FACT_MOMENT:
    case FACT_CHOICE:
    case FACT_DONE: put_bytes(out, &value->number, sizeof value->number); return;
    }
}

static void put_list(struct buf *out, struct shape element, const struct value *value) {
    put_bytes(out, &value->count, sizeof value->count);
    for (uint32_t i = 0; i < value->count && out->length <= HELD_BYTES; i++) put_value(out, element, &value->items[i]);
}

static void put_rows(struct buf *out, struct shape shape, const struct value *value) {
    put_bytes(out, &value->state, 1);
    if (value->state != VALUE_GIVEN) return;
    for (uint32_t row = 0; row < value->count && out->length <= HELD_BYTES; row++)
        for (size_t i = 0; i < shape.field_count; i++)
            put_value(out, shape_of_field(&shape.fields[i]), &value->items[row * shape.field_count + i]);
}

/* --- */

static struct held_value *keep(struct held *held, enum fact_id fact) {
    struct held_value *value = &held->values[held->base[fact] + held->next[fact]];
    held->next[fact] = (uint8_t)((held->next[fact] + 1) % held->ways[fact]);
    buf_clear(&value->content);
    buf_put(&value->content, buf_str(&held->scratch));
    value->is_pushed = false;
    value->number = value->content.failed ? 0 : ++held->numbers;
    if (!value->content.failed) return value;
    buf_free(&value->content);
    return NULL;
}

static struct held_value *look_up(struct held *held, enum fact_id fact, const struct value *value) {
    const struct shape shape = shape_of_fact(fact);
    if (shape.type == FACT_TEXT && value->count > HELD_BYTES) return NULL;
    buf_clear(&held->scratch);
    if (shape.type == FACT_RECORDS)
        put_rows(&held->scratch, shape, value);
    else
        put_value(&held->scratch, shape, value);
    if (held->scratch.failed) buf_free(&held->scratch);
    const struct str content = buf_str(&held->scratch);
    if (content.length == 0 || content.length > HELD_BYTES) return NULL;
    for (size_t way = 0; way < held->ways[fact]; way++) {
        struct held_value *kept = &held->values[held->base[fact] + way];
        if (kept->number != 0 && str_equal(buf_str(&kept->content), content)) return kept;
    }
    return keep(held, fact);
}

/* Lists and texts alike: what they point to is in the same place. */
static bool is_same(const struct value *a, const struct value *b) {
    return a->state == b->state && (a->state != VALUE_GIVEN || (a->count == b->count && a->items == b->items));
}

struct held_value *held_find(struct held *held, enum fact_id fact, const struct value *value) {
    if (held->found_in[fact] == held->round && is_same(&held->sought[fact], value)) return held->last[fact];
    held->last[fact] = look_up(held, fact, value);
    held->sought[fact] = *value;
    held->found_in[fact] = held->round;
    return held->last[fact];
}
