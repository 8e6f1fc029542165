/* notice_yaml.c - a notice that was read, as a task file: one fact a line, the words it was read from behind it. */
#include <base/utf8.h>
#include <say/notice/notice.h>
#include <say/say_inside.h>
#include <stdio.h>

#define COMMENT_WORDS 3 /* of one fact; more are in the JSON */
#define COMMENT_BYTES 180

/* One line, whatever it holds: what is no plain character is a blank. */
static void put_words(struct buf *out, struct str text) {
    struct buf shortened = {0};
    say_shortened(&shortened, text, COMMENT_BYTES);
    const struct str shown = buf_str(&shortened);
    for (size_t offset = 0; offset < shown.length;) {
        const size_t from = offset;
        const int32_t character = utf8_next(shown, &offset);
        const bool is_plain = character >= ' ' && character != 0x7F && !(character >= 0x80 && character < 0xA0) &&
                              character != 0x2028 && character != 0x2029 && character != 0xFEFF;
        buf_put(out, is_plain ? (struct str){shown.at + from, offset - from} : STR(" "));
    }
    out->failed |= shortened.failed;
    buf_free(&shortened);
}

void say_notice_place(struct buf *out, unsigned line, unsigned column, quanze_language language) {
    char numbers[2][24];
    const int lines = snprintf(numbers[0], sizeof numbers[0], "%u", line);
    const int columns = snprintf(numbers[1], sizeof numbers[1], "%u", column);
    MESSAGES_FILL(out, MESSAGE_AT_PLACE, language, (struct str){numbers[0], (size_t)lines},
                  (struct str){numbers[1], (size_t)columns});
}

static void put_evidence(struct buf *out, enum fact_id fact, const struct notice *notice, quanze_language language) {
    size_t shown = 0;
    for (size_t i = 0; i < notice->evidence_count && shown < COMMENT_WORDS; i++) {
        const struct evidence *evidence = &notice->evidence[i];
        if (evidence->fact != fact) continue;
        buf_put_text(out, shown++ == 0 ? "  # " : " ");
        buf_put(out, messages_text(MESSAGE_QUOTE_OPEN, language));
        put_words(out, evidence->text);
        buf_put(out, messages_text(MESSAGE_QUOTE_CLOSE, language));
        say_notice_place(out, evidence->line, evidence->column, language);
    }
}

/* Whether a text can stand as a literal block: no character that YAML takes for the end of a line or for none. */
static bool fits_block(struct str text) {
    for (size_t offset = 0; offset < text.length;) {
        const int32_t character = utf8_next(text, &offset);
        if ((character < ' ' && character != '\n') || character == 0x7F || character == 0xFEFF || character == 0x2028 ||
            character == 0x2029 || (character >= 0x80 && character < 0xA0) || character >= 0xFFFE)
            return false;
    }
    return text.length > 0;
}

/* A literal block. Its indent is told, since the text may begin with blanks; with + it keeps the ends of its last lines, which
 * the caller's own end of line completes. */
static void put_block(struct buf *out, struct str text) {
    const bool ends_line = text.at[text.length - 1] == '\n';
    buf_put_text(out, ends_line ? "|2+\n" : "|2-\n");
    if (ends_line) text.length--;
    while (text.length > 0) {
        const char *end = memchr(text.at, '\n', text.length);
        const struct str line = {text.at, end ? (size_t)(end - text.at) : text.length};
        if (line.length > 0) buf_put_text(out, "  ");
        buf_put(out, line);
        const size_t used = line.length + (end ? 1 : 0);
        text = (struct str){text.at + used, text.length - used};
        if (text.length > 0) buf_put_char(out, '\n');
    }
}

/* Times and words of a vocabulary need no quotes. */
static bool is_plain(enum fact_type type) {
    return type == FACT_DATE || type == FACT_START || type == FACT_END || type == FACT_MOMENT || type == FACT_CHOICE ||
           type == FACT_DONE;
}

static void put_value(struct buf *out, enum fact_id fact, const struct value *value) {
    struct buf json = {0};
    say_value_json(&json, fact, value);
    struct str text = buf_str(&json);
    if (is_plain(fact_at(fact)->type) && text.length > 2 && text.at[0] == '"')
        text = (struct str){text.at + 1, text.length - 2};
    if (fact == FACT_ID_BODY && value->state == VALUE_GIVEN && fits_block(value_text(value)))
        put_block(out, value_text(value));
    else
        buf_put(out, text);
    out->failed |= json.failed;
    buf_free(&json);
}

/* The part of a name before its last dot: facts of one group stand together in the table. */
static struct str group_of(struct str name) {
    const ptrdiff_t dot = str_find(name, STR("."));
    return dot < 0 ? (struct str){name.at, 0} : (struct str){name.at, (size_t)dot};
}

static void put_facts(struct buf *out, const struct task *task, const struct notice *notice, quanze_language language) {
    struct str open = STR("");
    for (size_t id = 0; id < FACT_COUNT_ALL; id++) {
        const struct fact_info *info = fact_at(id);
        if (info->absence == ABSENCE_DERIVED || !fact_set_has(&task->known, id)) continue;
        const struct str group = group_of(info->name);
        if (group.length > 0 && !str_equal(open, group)) {
            buf_put(out, group);
            buf_put_text(out, ":\n");
        }
        open = group;
        const size_t skip = group.length > 0 ? group.length + 1 : 0;
        if (skip > 0) buf_put_text(out, "  ");
        buf_put(out, (struct str){info->name.at + skip, info->name.length - skip});
        buf_put_text(out, ": ");
        put_value(out, (enum fact_id)id, &task->value[id]);
        put_evidence(out, (enum fact_id)id, notice, language);
        buf_put_char(out, '\n');
    }
}

static void put_doubts(struct buf *out, const struct notice *notice, quanze_language language) {
    for (size_t i = 0; i < notice->doubt_count; i++) {
        const struct doubt *doubt = &notice->doubts[i];
        buf_put_text(out, "# ");
        buf_put(out, messages_text(MESSAGE_UNSURE, language));
        buf_put(out, messages_text(MESSAGE_GAP, language));
        buf_put(out, fact_at(doubt->fact)->name);
        buf_put(out, messages_text(MESSAGE_COLON, language));
        put_words(out, language == QUANZE_EN ? doubt->en : doubt->zh);
        if (doubt->line > 0) say_notice_place(out, doubt->line, doubt->column, language);
        buf_put_char(out, '\n');
    }
}

void say_notice_yaml(struct buf *out, const struct task *task, const struct notice *notice, quanze_language language) {
    put_doubts(out, notice, language);
    buf_put_text(out, "format: quanze/task/1\n");
    put_facts(out, task, notice, language);
}
