/* record_months.c - record_months RULES LISTS CALENDAR MONTHS PLANTED LEDGER: enters the demo months into a new ledger as they
 * came: day by day, each task judged on the evening of its day, and what townships and departments answered at its time.
 */
#include <quanze.h>
#include <quanze_ledger.h>
#include <read/json.h>

#include <base/buf.h>
#include <base/file.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool drop(void *payload, const void *bytes, size_t length) {
    (void)payload, (void)bytes, (void)length;
    return true;
}

static _Noreturn void stop(const struct quanze_error *error) {
    (void)fprintf(stderr, "record_months: %s\n", error->en);
    exit(65);
}

struct recorder {
    struct quanze *engine;
    struct quanze_ledger *ledger;
    const char *path;
    const struct node *moves; /* of planted.json, the next one first */
};

static struct str text_of(const struct node *node, const char *key) {
    const struct node *child = node_child(node, key);
    return child ? child->text : (struct str){NULL, 0};
}

/* A copy that ends with NUL, or NULL where there is none. */
static char *copy_of(struct str text) { return text.at ? strndup(text.at, text.length) : NULL; }

static void make_move(const struct recorder *recorder, const struct node *move) {
    struct quanze_error error;
    char *words[7] = {copy_of(text_of(move, "task")), copy_of(text_of(move, "state")),  copy_of(text_of(move, "by")),
                      copy_of(text_of(move, "why")),  copy_of(text_of(move, "ground")), copy_of(text_of(move, "at")),
                      copy_of(text_of(move, "basis"))};
    const struct quanze_move_request request = {.id = words[0],
                                                .state = words[1],
                                                .by = words[2],
                                                .why = words[3],
                                                .ground = words[4],
                                                .basis = words[6],
                                                .now = words[5],
                                                .language = QUANZE_EN,
                                                .sink = {drop, NULL}};
    if (quanze_task_move(recorder->ledger, recorder->engine, &request, &error) != QUANZE_OK) stop(&error);
    for (int i = 0; i < 7; i++) free(words[i]);
}

/* Answers that came up to the end of a day. */
static void move_until(struct recorder *recorder, struct str day) {
    for (; recorder->moves; recorder->moves = recorder->moves->next) {
        const struct str at = text_of(recorder->moves, "at");
        if (str_compare((struct str){at.at, day.length}, day) > 0) return;
        make_move(recorder, recorder->moves);
    }
}

static void judge(struct recorder *recorder, struct str day, struct str lines) {
    char now[20], today[12];
    struct quanze_error error;
    struct quanze_screen_summary summary;
    (void)snprintf(today, sizeof today, "%.*s", (int)day.length, day.at);
    (void)snprintf(now, sizeof now, "%sT23:59", today);
    move_until(recorder, day);
    const struct quanze_input input = {.name = "day.jsonl", .bytes = lines.at, .length = lines.length};
    const struct quanze_screen_request request = {.inputs = &input,
                                                  .input_count = 1,
                                                  .input_format = "jsonl",
                                                  .today = today,
                                                  .language = QUANZE_ZH,
                                                  .format = QUANZE_FORMAT_JSONL,
                                                  .sink = {drop, NULL},
                                                  .record = recorder->ledger,
                                                  .now = now,
                                                  .past = recorder->path};
    if (quanze_screen(recorder->engine, &request, &summary, &error) != QUANZE_OK) stop(&error);
    if (summary.bad_records > 0) exit(65);
}

/* The day on which a task came, as it stands in its line. */
static struct str day_of_line(struct str line) {
    const ptrdiff_t at = str_find(line, STR("\"received_at\":\""));
    if (at < 0) exit(65);
    return (struct str){line.at + at + sizeof "\"received_at\":\"" - 1, 10};
}

static void record_month(struct recorder *recorder, const char *folder, int month) {
    struct arena arena = {0};
    struct quanze_error error;
    struct str text;
    char path[4096];
    (void)snprintf(path, sizeof path, "%s/2026-%02d.jsonl", folder, month);
    if (file_read(path, 1 << 24, &arena, &text, &error) != QUANZE_OK) stop(&error);
    for (size_t from = 0; from < text.length;) {
        const struct str day = day_of_line((struct str){text.at + from, text.length - from});
        size_t to = from;
        while (to < text.length && str_equal(day_of_line((struct str){text.at + to, text.length - to}), day))
            to += (size_t)str_find((struct str){text.at + to, text.length - to}, STR("\n")) + 1;
        judge(recorder, day, (struct str){text.at + from, to - from});
        from = to;
    }
    arena_free(&arena);
}

int main(int argc, char **argv) {
    struct quanze_error error;
    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    struct str text;
    struct node *planted = NULL;
    if (argc != 7) {
        (void)fputs("usage: record_months RULES LISTS CALENDAR MONTHS PLANTED LEDGER\n", stderr);
        return 64;
    }
    struct recorder recorder = {.path = argv[6]};
    const struct quanze_options options = {.rules = argv[1], .lists = argv[2], .calendar = argv[3]};
    if (file_read(argv[5], 1 << 20, &arena, &text, &error) != QUANZE_OK) stop(&error);
    if (!json_parse(text, &(struct json_origin){argv[5], 1, 1, false}, &arena, &planted, &problems)) return 65;
    recorder.moves = node_child(planted, "moves")->first;
    if (quanze_open(&options, &recorder.engine, &error) != QUANZE_OK) stop(&error);
    if (quanze_ledger_open(argv[6], QUANZE_LEDGER_CREATE, &recorder.ledger, &error) != QUANZE_OK) stop(&error);
    for (int month = 8; month <= 10; month++) record_month(&recorder, argv[4], month);
    quanze_ledger_close(recorder.ledger);
    quanze_close(recorder.engine);
    arena_free(&arena);
    return 0;
}
