/* decision_text.c - the page of one decision: its head and foot, and the order of the parts between. */
#include <base/digest.h>
#include <base/utf8.h>
#include <say/decision/sheet.h>

/* Where the title and what stands below it begin. */
static size_t head_column(const struct sheet *sheet) { return sheet->language == QUANZE_EN ? 16 : 12; }

static enum paint verdict_paint(enum verdict verdict) {
    return verdict == VERDICT_REJECT ? PAINT_BLOCK : verdict == VERDICT_HOLD ? PAINT_HOLD : PAINT_STRONG;
}

static void label(struct sheet *sheet, enum message_id id, size_t column) {
    page_put(&sheet->page, STR(" "));
    page_put(&sheet->page, sheet_text(sheet, id));
    page_to(&sheet->page, column);
}

static void flow_line(struct sheet *sheet, size_t indent) {
    page_flow(&sheet->page, buf_str(&sheet->line), indent);
    page_end_line(&sheet->page);
    page_drop(&sheet->page, &sheet->line);
}

struct str sheet_title(const struct sheet *sheet) {
    const struct str title = task_text(sheet->decision->task, FACT_ID_TITLE), id = task_text(sheet->decision->task, FACT_ID_ID);
    return title.length > 0 ? title : id.length > 0 ? id : sheet_text(sheet, MESSAGE_NO_TITLE);
}

static void put_title(struct sheet *sheet) {
    page_paint(&sheet->page, verdict_paint(sheet->decision->verdict));
    page_put(&sheet->page, STR(" "));
    page_put(&sheet->page, say_verdict(sheet->decision->verdict, sheet->language));
    page_to(&sheet->page, 0);
    page_paint(&sheet->page, PAINT_PLAIN);
    page_to(&sheet->page, head_column(sheet));
    page_paint(&sheet->page, PAINT_STRONG);
    page_flow(&sheet->page, sheet_title(sheet), head_column(sheet));
    page_paint(&sheet->page, PAINT_PLAIN);
    page_end_line(&sheet->page);
}

/* A time without its year when that is the year of the day judged by. */
static void add_time(struct sheet *sheet, const struct value *value) {
    const int32_t day = day_of_minute(value->number);
    page_drop(&sheet->page, &sheet->value);
    say_minute(&sheet->value, value->number, value->whole_day);
    struct str text = buf_str(&sheet->value);
    if (text.length > 5 && day_to_civil(day).year == day_to_civil(sheet->decision->as_of).year)
        text = (struct str){text.at + 5, text.length - 5};
    buf_put(&sheet->line, text);
}

static void add_received(struct sheet *sheet) {
    const struct task *task = sheet->decision->task;
    if (!task_given(task, FACT_ID_RECEIVED_AT)) {
        sheet_add(sheet, MESSAGE_RECEIVED_UNKNOWN);
        return;
    }
    sheet_add(sheet, MESSAGE_RECEIVED_BEFORE);
    add_time(sheet, &task->value[FACT_ID_RECEIVED_AT]);
    sheet_add(sheet, MESSAGE_RECEIVED_AFTER);
}

static void add_due(struct sheet *sheet) {
    const struct task *task = sheet->decision->task;
    const struct value *due = &task->value[FACT_ID_DUE_AT], *received = &task->value[FACT_ID_RECEIVED_AT];
    if (!task_given(task, FACT_ID_DUE_AT)) {
        sheet_add(sheet, task_knows(task, FACT_ID_DUE_AT) ? MESSAGE_DUE_NONE : MESSAGE_DUE_UNKNOWN);
        return;
    }
    sheet_add(sheet, MESSAGE_DUE_BEFORE);
    if (task_given(task, FACT_ID_RECEIVED_AT) && day_of_minute(due->number) == day_of_minute(received->number)) {
        sheet_add(sheet, MESSAGE_SAME_DAY);
        page_drop(&sheet->page, &sheet->value);
        say_minute(&sheet->value, due->number, false);
        if (!due->whole_day && sheet->value.length > 11)
            buf_put(&sheet->line, (struct str){sheet->value.at + 10, sheet->value.length - 10});
    } else {
        add_time(sheet, due);
    }
    sheet_add(sheet, MESSAGE_DUE_AFTER);
}

void sheet_add_parties(struct sheet *sheet) {
    const struct task *task = sheet->decision->task;
    const struct str issuer = task_text(task, FACT_ID_ISSUER_NAME);
    buf_put(&sheet->line, issuer.length > 0 ? issuer : sheet_text(sheet, MESSAGE_ISSUER_UNKNOWN));
    buf_put_text(&sheet->line, " → ");
    if (task_given(task, FACT_ID_TOWNSHIPS))
        say_value(&sheet->line, FACT_ID_TOWNSHIPS, &task->value[FACT_ID_TOWNSHIPS], sheet->language);
    else
        sheet_add(sheet, MESSAGE_TOWNSHIPS_UNKNOWN);
    sheet_add(sheet, MESSAGE_GAP);
    add_received(sheet);
    sheet_add(sheet, MESSAGE_GAP);
    add_due(sheet);
}

static void put_parties(struct sheet *sheet) {
    sheet_add_parties(sheet);
    page_to(&sheet->page, head_column(sheet));
    flow_line(sheet, head_column(sheet));
}

static struct str score_text(char out[8], int32_t score) {
    const int32_t hundredths = (score + 5000) / 10000;
    out[0] = (char)('0' + hundredths / 100 % 10);
    out[1] = '.';
    out[2] = (char)('0' + hundredths / 10 % 10);
    out[3] = (char)('0' + hundredths % 10);
    return (struct str){out, 4};
}

static void add_item_kind(struct sheet *sheet, const struct item *item) {
    const struct list *list = sheet->world->list;
    const struct str department = item->department >= 0 ? list->departments[item->department].name : STR("");
    const bool is_basic = item->kind == ITEM_BASIC;
    const struct str who = is_basic ? item->office : department;
    buf_put(&sheet->line, choice_text(&choices_of("ITEM_KIND").at[item->kind], sheet->language));
    if (who.length == 0) return;
    MESSAGES_FILL(&sheet->line,
                  is_basic                      ? MESSAGE_BY_OFFICE
                  : item->kind == ITEM_RECALLED ? MESSAGE_TAKEN_BY
                                                : MESSAGE_LED_BY,
                  sheet->language, who);
}

static void add_matched(struct sheet *sheet, const struct found_item *match) {
    char score[8];
    page_drop(&sheet->page, &sheet->value);
    for (size_t i = 0; i < match->words.count; i++) {
        if (i > 0) buf_put_char(&sheet->value, ' ');
        buf_put(&sheet->value, match->words.at[i]);
    }
    if (match->words.count > 0)
        MESSAGES_FILL(&sheet->line, MESSAGE_HOW_MATCHED_BY, sheet->language, buf_str(&sheet->value),
                      score_text(score, match->score));
    else
        MESSAGES_FILL(&sheet->line, MESSAGE_HOW_MATCHED, sheet->language, score_text(score, match->score));
}

static void add_how(struct sheet *sheet) {
    const struct found_item *match = &sheet->decision->match;
    if (match->how == HOW_MATCHED)
        add_matched(sheet, match);
    else
        sheet_add(sheet, MESSAGE_HOW_DECLARED);
    if (match->how != HOW_DECLARED || match->text_item < 0 || match->text_item == match->item) return;
    const struct item *other = &sheet->world->list->items[match->text_item];
    sheet_add(sheet, MESSAGE_GAP);
    MESSAGES_FILL(&sheet->line, MESSAGE_TEXT_SPEAKS_OF, sheet->language, other->name, other->id);
}

/* Of a task that falls under no item: what it claimed, and what comes nearest. */
static void add_no_item(struct sheet *sheet) {
    const struct found_item *match = &sheet->decision->match;
    char score[8];
    if (match->claim_unknown)
        MESSAGES_FILL(&sheet->line, MESSAGE_CLAIM_UNKNOWN, sheet->language, task_text(sheet->decision->task, FACT_ID_ITEM));
    else
        sheet_add(sheet, MESSAGE_NO_ITEM);
    if (match->alternative_count == 0 || !sheet->world->list) return;
    const struct item *nearest = &sheet->world->list->items[match->alternatives[0].item];
    sheet_add(sheet, MESSAGE_GAP);
    MESSAGES_FILL(&sheet->line, MESSAGE_NEAREST_ITEM, sheet->language, nearest->name, nearest->id,
                  score_text(score, match->alternatives[0].score));
}

void sheet_add_item(struct sheet *sheet) {
    const struct found_item *match = &sheet->decision->match;
    if (match->item < 0 || !sheet->world->list) {
        add_no_item(sheet);
        return;
    }
    const struct item *item = &sheet->world->list->items[match->item];
    buf_put(&sheet->line, item->name);
    sheet_add(sheet, MESSAGE_GAP);
    add_item_kind(sheet, item);
    sheet_add(sheet, MESSAGE_GAP);
    buf_put(&sheet->line, item->id);
    sheet_add(sheet, MESSAGE_GAP);
    add_how(sheet);
}

static void put_item(struct sheet *sheet) {
    label(sheet, MESSAGE_LABEL_ITEM, head_column(sheet));
    sheet_add_item(sheet);
    flow_line(sheet, head_column(sheet));
}

void sheet_add_papers(struct sheet *sheet) {
    const struct value due = {.number = sheet->decision->papers_due, .state = VALUE_GIVEN};
    sheet_add(sheet, MESSAGE_PAPERS_BEFORE);
    add_time(sheet, &due);
    sheet_add(sheet, MESSAGE_PAPERS_AFTER);
}

static void put_provisional(struct sheet *sheet) {
    if (!sheet->decision->provisional) return;
    label(sheet, MESSAGE_LABEL_PROVISIONAL, head_column(sheet));
    sheet_add_papers(sheet);
    flow_line(sheet, head_column(sheet));
}

void say_review_code(struct buf *out, const struct decision *decision, const struct say_world *world) {
    struct decision bare = *decision;
    struct say_world own = *world;
    struct buf json = {0};
    struct digest_state state;
    struct digest digest;
    bare.fixes = NULL;
    own.notice = NULL;
    say_decision_json(&json, &bare, &own, QUANZE_ZH, false);
    digest_start(&state);
    if (world->list) digest_add(&state, (struct str){(const char *)world->list->digest.bytes, sizeof digest.bytes});
    if (world->book) digest_add(&state, (struct str){(const char *)world->book->digest.bytes, sizeof digest.bytes});
    digest_add(&state, buf_str(&json));
    digest_end(&state, &digest);
    buf_printf(out, "%02x%02x-%02x%02x", digest.bytes[0], digest.bytes[1], digest.bytes[2], digest.bytes[3]);
    out->failed |= json.failed;
    buf_free(&json);
}

void sheet_review_code(struct sheet *sheet) {
    page_drop(&sheet->page, &sheet->value);
    say_review_code(&sheet->value, sheet->decision, sheet->world);
}

void sheet_packs(struct sheet *sheet) {
    const struct rulebook *book = sheet->world->book;
    page_drop(&sheet->page, &sheet->value);
    for (size_t i = 0; book && i < book->pack_count; i++) {
        if (!pack_holds(&book->packs[i], book->known_at, sheet->decision->as_of)) continue;
        if (sheet->value.length > 0) buf_put(&sheet->value, sheet_text(sheet, MESSAGE_LIST_COMMA));
        buf_put(&sheet->value, book->packs[i].id);
    }
}

static void add_packs(struct sheet *sheet) {
    sheet_packs(sheet);
    if (sheet->value.length > 0) MESSAGES_FILL(&sheet->line, MESSAGE_FOOT_PACKS, sheet->language, buf_str(&sheet->value));
}

static void put_foot(struct sheet *sheet) {
    struct buf count = {0}, day = {0};
    buf_put_int(&count, (int64_t)sheet->decision->applied_rules);
    say_day(&day, sheet->decision->as_of);
    sheet_review_code(sheet);
    MESSAGES_FILL(&sheet->line, MESSAGE_FOOT, sheet->language, sheet->world->list ? sheet->world->list->id : STR("-"),
                  buf_str(&count), buf_str(&day), buf_str(&sheet->value));
    add_packs(sheet);
    page_end_line(&sheet->page);
    page_paint(&sheet->page, PAINT_FAINT);
    page_to(&sheet->page, 1);
    page_flow(&sheet->page, buf_str(&sheet->line), 1);
    page_paint(&sheet->page, PAINT_PLAIN);
    page_end_line(&sheet->page);
    sheet->line.failed |= count.failed || day.failed;
    buf_free(&count);
    buf_free(&day);
}

void say_decision_text(struct buf *out, const struct decision *decision, const struct say_world *world,
                       struct say_style style) {
    struct sheet sheet = {.page = {.out = out, .colour = style.colour},
                          .decision = decision,
                          .world = world,
                          .language = style.language,
                          .verbose = style.verbose,
                          .entry = sheet_entry_text};
    put_title(&sheet);
    put_parties(&sheet);
    put_item(&sheet);
    put_provisional(&sheet);
    sheet_balance(&sheet);
    sheet_findings(&sheet);
    sheet_fixes(&sheet);
    sheet_answers(&sheet);
    put_foot(&sheet);
    out->failed |= sheet.line.failed || sheet.value.failed;
    buf_free(&sheet.line);
    buf_free(&sheet.value);
}
