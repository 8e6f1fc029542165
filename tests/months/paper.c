/* paper.c - papers as lines of JSON, in the order of receipt; and what was planted. */
#include <months/month.h>

#include <stdio.h>
#include <stdlib.h>

/* Beginnings of document numbers, by department id. */
static const char *const PREFIXES[][2] = {
    {"fire", "消"},
    {"emergency", "应急"},
    {"market", "市监"},
    {"education", "教"},
    {"agriculture", "农"},
    {"housing", "建"},
    {"resources", "自然资"},
    {"civil", "民"},
    {"labour", "人社"},
    {"environment", "环"},
    {"health", "卫健"},
    {"water", "水"},
    {"statistics", "统"},
    {"culture", "文旅"},
    {"police", "公"},
    {"traffic", "交"},
    {"veterans", "退役军人"},
    {"medical", "医保"},
    {"commerce", "商"},
    {"data", "数据"},
    {"tax", "税"},
    {"revitalise", "乡振"},
    {"weather", "气"},
    {"women", "妇"},
    {"political-legal", "政法"},
    {"religion", "民宗"},
    {"urban", "城管"},
    {"reform", "发改"},
    {"industry", "工信"},
    {"youth", "团"},
    {"publicity", "宣"},
    {"finance", "财"},
    {"justice", "司"},
    {"bianban", "编"},
    {"organisation", "组"},
    {"safety-office", "安办"},
    {"government", "政"},
    {"committee-office", "办"},
};

static const char *prefix_of(struct str id) {
    for (size_t i = 0; i < sizeof PREFIXES / sizeof *PREFIXES; i++)
        if (str_equal(id, str_of(PREFIXES[i][0]))) return PREFIXES[i][1];
    return "联";
}

void paper_support(struct paper *paper, const struct archive *archive, int yuan, int people) {
    const struct item *item = paper->item < 0 ? NULL : &archive->list.items[paper->item];
    if (item)
        buf_printf(&paper->more, ",\"basis\":[{\"title\":\"履职清单\",\"article\":\"%s\",\"kind\":\"duty_list\"}]",
                   item->id.at);
    buf_printf(
        &paper->more,
        ",\"powers\":{\"required\":[],\"granted\":[]},\"funds\":{\"required\":%d,\"provided\":%d,\"matching_required\":0}",
        yuan, yuan);
    buf_printf(&paper->more, ",\"staff\":{\"required\":%d,\"provided\":%d,\"days\":%d}", people, people, people > 0 ? 5 : 0);
    buf_put_text(&paper->more, ",\"guidance\":{\"objective\":\"底数清\",\"method\":\"按附件步骤\",\"standard\":\"见附件\","
                               "\"contact\":\"业务股\"},\"department_retains\":[\"指导\",\"汇总\"]");
}

static int by_receipt(const void *left, const void *right) {
    const struct paper *a = *(struct paper *const *)left, *b = *(struct paper *const *)right;
    if (a->received != b->received) return a->received < b->received ? -1 : 1;
    if (a->department != b->department) return a->department < b->department ? -1 : 1;
    return (a->number > b->number) - (a->number < b->number);
}

static int by_time(const void *left, const void *right) {
    const struct move *a = left, *b = right;
    return (a->at > b->at) - (a->at < b->at);
}

void archive_finish(struct archive *archive) {
    qsort(archive->moves, archive->move_count, sizeof *archive->moves, by_time);
    for (int i = 0; i < MONTHS; i++) {
        struct month *month = &archive->months[i];
        qsort(month->papers, month->count, sizeof *month->papers, by_receipt);
        for (size_t j = 0; j < month->count; j++)
            (void)snprintf(month->papers[j]->id, sizeof month->papers[j]->id, "%d%02d-%04u", YEAR, (FIRST_MONTH + i) % 100,
                           (unsigned)(j + 1) % 10000);
    }
}

/* Text of ours, which holds nothing that JSON must escape but line ends. */
static void put_text(struct buf *out, struct str text) {
    buf_put_char(out, '"');
    for (size_t i = 0; i < text.length; i++)
        if (text.at[i] == '\n')
            buf_put_text(out, "\\n");
        else
            buf_put_char(out, text.at[i]);
    buf_put_char(out, '"');
}

static void put_minute(struct buf *out, const char *key, int64_t minute) {
    char text[20];
    buf_put(out, (struct str){text, day_format_minute(minute, text)});
    buf_printf(out, "%s", key);
}

static void write_issuer(const struct archive *archive, const struct paper *paper, struct buf *out) {
    const struct department *department = &archive->list.departments[paper->department];
    const char *kind = paper->issuer_kind ? paper->issuer_kind : choices_of("ISSUER_KIND").at[department->kind].name.at;
    buf_printf(out, ",\"issuer\":{\"name\":\"%s\",\"kind\":\"%s\"}", paper->issuer ? paper->issuer : department->name.at, kind);
}

static void write_document(const struct archive *archive, const struct paper *paper, struct buf *out) {
    char date[12];
    const bool has_number = strcmp(paper->form, "document") == 0 || strcmp(paper->form, "letter") == 0;
    buf_printf(out, ",\"document\":{\"form\":\"%s\"", paper->form);
    if (has_number)
        buf_printf(out, ",\"number\":\"示%s%s〔%d〕%d号\"", prefix_of(archive->list.departments[paper->department].id),
                   paper->form[0] == 'l' ? "函" : "发", YEAR, paper->number);
    day_format(day_of_minute(paper->received), date);
    buf_printf(out, ",\"date\":\"%s\"", date);
    if (paper->version > 0) buf_printf(out, ",\"version\":%d", paper->version);
    if (paper->supersedes) buf_printf(out, ",\"supersedes\":\"%s\"", paper->supersedes->id);
    if (!strstr(paper->kind, "meeting"))
        buf_printf(out, ",\"read_by\":\"%s\"",
                   paper->to_secretary      ? "top_official"
                   : paper->number % 3 == 0 ? "staff"
                                            : "deputy");
    buf_put(out, buf_str(&paper->document));
    buf_put_char(out, '}');
}

static void write_townships(const struct archive *archive, townships to, struct buf *out) {
    const char *comma = "";
    buf_put_text(out, ",\"townships\":[");
    for (size_t i = 0; i < archive->list.township_count; i++) {
        if (!(to >> i & 1)) continue;
        buf_printf(out, "%s\"%s\"", comma, archive->list.townships[i].name.at);
        comma = ",";
    }
    buf_put_char(out, ']');
}

static void write_paper(const struct archive *archive, const struct paper *paper, struct buf *out) {
    buf_printf(out, "{\"format\":\"quanze/task/1\",\"id\":\"%s\",\"title\":", paper->id);
    put_text(out, buf_str(&paper->title));
    if (paper->body.length > 0) {
        buf_put_text(out, ",\"body\":");
        put_text(out, buf_str(&paper->body));
    } else {
        buf_put_text(out, ",\"complete\":true");
    }
    buf_printf(out, ",\"kind\":\"%s\"", paper->kind);
    write_issuer(archive, paper, out);
    write_document(archive, paper, out);
    write_townships(archive, paper->to, out);
    if (paper->item >= 0) buf_printf(out, ",\"item\":\"%s\"", archive->list.items[paper->item].id.at);
    if (paper->role) buf_printf(out, ",\"role\":\"%s\"", paper->role);
    buf_put_text(out, ",\"received_at\":\"");
    put_minute(out, "\"", paper->received);
    if (paper->due == 0) buf_put_text(out, ",\"due_at\":\"none\"");
    if (paper->due > 0) {
        buf_put_text(out, ",\"due_at\":\"");
        put_minute(out, "\"", paper->due);
    }
    buf_put(out, buf_str(&paper->more));
    buf_put_text(out, ",\"origin\":\"upper\"}\n");
}

void archive_write_month(const struct archive *archive, int month, struct buf *out) {
    const struct month *of = &archive->months[month];
    for (size_t i = 0; i < of->count; i++) write_paper(archive, of->papers[i], out);
}

static void write_move(const struct move *move, bool more, struct buf *out) {
    buf_printf(out, "    {\"task\": \"%s\", \"at\": \"", move->paper->id);
    put_minute(out, "\"", move->at);
    buf_printf(out, ", \"state\": \"%s\", \"by\": \"%s\", \"why\": \"%s\"", move->state, move->by, move->why);
    if (move->ground) buf_printf(out, ", \"ground\": \"%s\", \"basis\": \"%s\"", move->ground, move->basis);
    buf_put_text(out, more ? "},\n" : "}\n");
}

void archive_write_planted(const struct archive *archive, struct buf *out) {
    buf_put_text(out, "{\n  \"format\": \"quanze/planted/1\",\n  \"planted\": [\n");
    for (size_t i = 0; i < archive->plant_count; i++) {
        const struct plant *plant = &archive->plants[i];
        buf_printf(out, "    {\"kind\": \"%s\", \"month\": \"%d-%02d\", \"seed\": \"%s\", \"says\": ", plant->kind, YEAR,
                   FIRST_MONTH + plant->month, plant->seed);
        put_text(out, str_of(plant->says));
        buf_put_text(out, ",\n     \"tasks\": [");
        for (size_t j = 0; j < plant->count; j++) buf_printf(out, "%s\"%s\"", j > 0 ? ", " : "", plant->papers[j]->id);
        buf_printf(out, "]}%s\n", i + 1 < archive->plant_count ? "," : "");
    }
    buf_put_text(out, "  ],\n  \"moves\": [\n");
    for (size_t i = 0; i < archive->move_count; i++) write_move(&archive->moves[i], i + 1 < archive->move_count, out);
    buf_put_text(out, "  ]\n}\n");
}
