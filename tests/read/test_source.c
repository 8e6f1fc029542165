#include "task_file.h"

#include <check.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define BYTES(literal)                                                                                                         \
    { (literal), sizeof(literal) - 1 }

/* One task in every format: the same facts by the same names. */
static const char YAML[] = "format: quanze/task/1\n"
                           "id: 2023-xf-1207\n"
                           "title: 关于报送今冬明春消防工作资料的通知\n"
                           "kind: 报表\n"
                           "issuer: {name: 县消防救援大队, kind: county_department}\n"
                           "townships: 木塘垸镇\n"
                           "actions: [inspect, report]\n"
                           "received_at: 2023-12-07T09:30\n"
                           "start_at:\n"
                           "due_at: 2023-12-07\n"
                           "basis:\n"
                           "  - {title: 消防法, article: 第三十一条, kind: law}\n"
                           "powers: {required: [penalty, {power: coercion}], granted: []}\n"
                           "funds: {required: 12.5, provided: 0, source: none}\n"
                           "training: none\n"
                           "equipment: [车, 泵]\n"
                           "demands: {photos: 是, plaques: 0}\n"
                           "assessment: {sample_ratio: 60%}\n"
                           "consultation: {legality_review: done, burden_assessment: none}\n";

static const char JSON[] = "{\"id\": \"2023-xf-1207\", \"title\": \"关于报送今冬明春消防工作资料的通知\", \"kind\": \"form\",\n"
                           " \"issuer\": {\"name\": \"县消防救援大队\", \"kind\": \"county_department\"},\n"
                           " \"townships\": [\"木塘垸镇\"], \"actions\": [\"inspect\", \"report\"],\n"
                           " \"received_at\": \"2023-12-07T09:30\", \"start_at\": null, \"due_at\": \"2023-12-07\",\n"
                           " \"basis\": [{\"title\": \"消防法\", \"article\": \"第三十一条\", \"kind\": \"law\"}],\n"
                           " \"powers\": {\"required\": [{\"power\": \"penalty\"}, \"coercion\"], \"granted\": []},\n"
                           " \"funds\": {\"required\": 12.5, \"provided\": 0, \"source\": \"\"},\n"
                           " \"training\": {\"date\": \"none\", \"hours\": \"none\"}, \"equipment\": [\"\\u8f66\", \"泵\"],\n"
                           " \"demands\": {\"photos\": true, \"plaques\": 0}, \"assessment\": {\"sample_ratio\": 0.6},\n"
                           " \"consultation\": {\"legality_review\": \"done\", \"burden_assessment\": \"none\"}}\n";

static const char CSV_ENGLISH[] =
    "id,title,kind,issuer.name,issuer.kind,townships,actions,received_at,start_at,due_at,basis,powers.required,powers.granted,"
    "funds.required,funds.provided,funds.source,training.date,training.hours,equipment,demands.photos,demands.plaques,"
    "assessment.sample_ratio,consultation.legality_review,consultation.burden_assessment\n"
    "2023-xf-1207,关于报送今冬明春消防工作资料的通知,form,县消防救援大队,county_department,木塘垸镇,inspect;report,"
    "2023-12-07T09:30,,2023-12-07,\"[{\"\"title\"\": \"\"消防法\"\", \"\"article\"\": \"\"第三十一条\"\", \"\"kind\"\": "
    "\"\"law\"\"}]\",penalty；coercion,[],12.50,0,'',none,none,车、泵,true,0,60%,done,none\n";

static const char CSV_CHINESE[] =
    "编号,标题,任务类型,来文单位,来文单位性质,主送乡镇,乡镇要做的事,收到时间,完成时限,依据,所需权力,随任务赋予的权力,"
    "所需经费,拨付经费,经费来源,培训日期,培训时长,装备物资,要求拍照留痕,要求挂牌,抽样比例,合法性审查,减负一致性评估\n"
    "2023-xf-1207,关于报送今冬明春消防工作资料的通知,报表,县消防救援大队,县直部门,木塘垸镇,inspect；report,"
    "2023-12-07 09:30,2023-12-07,\"[{\"\"title\"\": \"\"消防法\"\", \"\"article\"\": \"\"第三十一条\"\", \"\"kind\"\": "
    "\"\"法律\"\"}]\",行政处罚权；行政强制权,无,12.5,0,无,无,无,车；泵,是,0,0.6,done,无\n";

static void write_one(const char *text, size_t length, const char *format, struct buf *out) {
    struct task_file file;
    task_file_read(&file, (struct str){text, length}, format);
    if (file.opened != QUANZE_OK || file.problems.count || file.count != 1)
        fail_msg("%s: %s (%s)", format ? format : "sniffed", task_file_said(&file),
                 file.problems.count ? file.problems.at[0].en.at : "");
    out->length = 0;
    task_write(&file.tasks[0], out);
    buf_put_char(out, '\0');
    task_file_free(&file);
}

static void assert_same(const char *text, size_t length, const char *format, const char *expected) {
    struct buf out = {0};
    write_one(text, length, format, &out);
    assert_string_equal(out.at, expected);
    buf_free(&out);
}

/* The JSON text on one line. */
static struct buf one_line(void) {
    struct buf line = {0};
    for (const char *at = JSON; *at; at++) buf_put_char(&line, *at == '\n' ? ' ' : *at);
    return line;
}

static void all_formats_say_the_same(void **state) {
    (void)state;
    struct buf yaml = {0}, line = one_line();
    write_one(YAML, sizeof YAML - 1, "yaml", &yaml);
    assert_non_null(strstr(yaml.at, "funds.required = 1250\n"));
    assert_non_null(strstr(yaml.at, "funds.provided = 0\n"));
    assert_non_null(strstr(yaml.at, "funds.source = none\n"));
    assert_non_null(strstr(yaml.at, "training.hours = none\n"));
    assert_non_null(strstr(yaml.at, "powers.granted = none\n"));
    assert_non_null(strstr(yaml.at, "demands.photos = 1\n"));
    assert_null(strstr(yaml.at, "start_at"));
    static const char *const formats[] = {"json", NULL};
    for (size_t i = 0; i < COUNT(formats); i++) assert_same(JSON, sizeof JSON - 1, formats[i], yaml.at);
    assert_same(line.at, line.length, "jsonl", yaml.at);
    assert_same(line.at, line.length, NULL, yaml.at);
    assert_same(YAML, sizeof YAML - 1, NULL, yaml.at);
    assert_same(CSV_ENGLISH, sizeof CSV_ENGLISH - 1, "csv", yaml.at);
    assert_same(CSV_CHINESE, sizeof CSV_CHINESE - 1, NULL, yaml.at);
    buf_free(&yaml);
    buf_free(&line);
}

static struct buf recode(const char *text, size_t length) {
    struct buf out = {.at = NULL};
    char *room = malloc(2 * length), *copy = malloc(length), *from = copy, *to = room;
    assert_true(room && copy);
    memcpy(copy, text, length);
    size_t in_left = length, out_left = 2 * length;
    iconv_t converter = iconv_open("GB18030", "UTF-8");
    assert_true(converter != (iconv_t)-1);
    assert_int_equal(iconv(converter, &from, &in_left, &to, &out_left), 0);
    iconv_close(converter);
    buf_put(&out, (struct str){room, (size_t)(to - room)});
    free(room);
    free(copy);
    return out;
}

static struct buf with_crlf(const char *text, const char *before) {
    struct buf out = {0};
    buf_put_text(&out, before);
    for (; *text; text++) {
        if (*text == '\n') buf_put_char(&out, '\r');
        buf_put_char(&out, *text);
    }
    return out;
}

static void encodings_and_line_ends_say_the_same(void **state) {
    (void)state;
    static const struct {
        const char *text, *format;
    } files[] = {{YAML, "yaml"}, {JSON, "json"}, {CSV_ENGLISH, "csv"}, {CSV_CHINESE, "csv"}};
    struct buf expected = {0}, line = one_line();
    write_one(YAML, sizeof YAML - 1, "yaml", &expected);
    for (size_t i = 0; i < COUNT(files); i++) {
        struct buf chinese = recode(files[i].text, strlen(files[i].text)), windows = with_crlf(files[i].text, "\xEF\xBB\xBF");
        assert_same(chinese.at, chinese.length, files[i].format, expected.at);
        assert_same(chinese.at, chinese.length, NULL, expected.at);
        assert_same(windows.at, windows.length, files[i].format, expected.at);
        buf_free(&chinese);
        buf_free(&windows);
    }
    struct buf chinese = recode(line.at, line.length);
    assert_same(chinese.at, chinese.length, "jsonl", expected.at);
    buf_free(&chinese);
    buf_free(&line);
    buf_free(&expected);
}

static const struct {
    const char *what, *format;
    struct str bytes;
    size_t good, bad;
    const char *said;
} BAD[] = {
    {"unknown keys, all in one go", "yaml",
     BYTES("id: a\ntitle: b\nfundz: {provided: 1}\nfunds: {provded: 1, required: 1}\n木: 1\n"), 0, 1,
     "3:1 unknown-key\n4:9 unknown-key\n5:1 unknown-key\n"},
    {"unknown key", "jsonl", BYTES("{\"id\":\"a\",\"title\":\"题\",\"fundz\":1}\n"), 0, 1, "1:23 unknown-key\n"},
    {"what the engine works out is no key", "json",
     BYTES("{\"id\":\"a\",\"title\":\"b\",\"match\":1,\"item\":{\"kind\":\"basic\"}}"), 0, 1,
     "1:23 unknown-key\n1:40 wrong-type\n"},
    {"wrong types", "yaml", BYTES("id: a\ntitle: [b]\nfunds: 5\nkind: {a: b}\n"), 0, 1,
     "2:8 wrong-type\n3:8 wrong-type\n4:7 wrong-type\n"},
    {"wrong types", "jsonl", BYTES("{\"id\":\"a\",\"title\":{},\"funds\":[1],\"demands\":{\"photos\":{}}}\n"), 0, 1,
     "1:19 wrong-type\n1:30 wrong-type\n1:54 wrong-type\n"},
    {"no mapping", "jsonl", BYTES("7\n[]\n\"a\"\nnull\n"), 0, 4,
     "1:1 wrong-type\n2:1 wrong-type\n3:1 wrong-type\n4:1 wrong-type\n"},
    {"double keys", "yaml", BYTES("id: a\ntitle: b\nid: c\nfunds: {provided: 1, provided: 2}\nkind: x\n"), 0, 1,
     "3:1 double-key\n4:22 double-key\n5:7 unknown-word\n"},
    {"double key", "jsonl", BYTES("{\"id\":\"a\",\"title\":\"b\",\"id\":\"c\",\"kind\":\"x\"}\n"), 0, 1,
     "1:23 double-key\n1:39 unknown-word\n"},
    {"what is required", "yaml", BYTES("kind: form\n"), 0, 1, "1:1 missing-fact\n1:1 missing-fact\n"},
    {"what is required", "jsonl", BYTES("{\"id\":\"\",\"title\":null}\n"), 0, 1, "1:1 missing-fact\n1:7 empty-value\n"},
    {"another format", "yaml", BYTES("format: quanze/list/1\nid: a\ntitle: b\n"), 0, 1, "1:9 wrong-format\n"},
    {"another format", "jsonl",
     BYTES("{\"format\":\"quanze/task/2\",\"id\":\"a\",\"title\":\"b\"}\n{\"format\":\"quanze/task/"
           "1\",\"id\":\"a\",\"title\":\"b\"}\n"),
     1, 1, "1:11 wrong-format\n"},
    {"31 February", "yaml", BYTES("id: a\ntitle: b\ndue_at: 2024-02-31\ndocument: {date: 2024-02-31}\n"), 0, 1,
     "3:9 not-time\n4:18 not-date\n"},
    {"amounts", "yaml", BYTES("id: a\ntitle: b\nfunds: {required: 0.005, provided: -1, per_person_day: 100000000001}\n"), 0, 1,
     "3:19 not-money\n3:36 not-money\n3:56 not-money\n"},
    {"amounts", "jsonl",
     BYTES("{\"id\":\"a\",\"title\":\"b\",\"funds\":{\"required\":0.005,\"provided\":-1,\"per_person_day\":1e30}}\n"), 0, 1,
     "1:43 not-money\n1:60 not-money\n1:80 not-money\n"},
    {"amounts", "csv", BYTES("id,title,funds.required,funds.provided\na,b,0.005,-1\nc,d,1,2\n"), 1, 1,
     "2:3 not-money\n2:4 not-money\n"},
    {"aliases", "yaml", BYTES("id: &a a\ntitle: *a\n"), 0, 1, "1:1 missing-fact\n1:5 anchor\n2:8 alias\n"},
    {"not UTF-8", "jsonl",
     BYTES("{\"id\":\"木\",\"title\":\"b\"}\n{\"id\":\"\xFF\",\"title\":\"b\"}\n{\"id\":\"a\",\"title\":\"b\"}\n"), 2, 1,
     "2:8 json-syntax\n"},
    {"not UTF-8", "yaml", BYTES("id: 木\ntitle: 木\xFF\n"), 0, 1, "2:9 bad-utf8\n"},
    {"not UTF-8", "csv", BYTES("id,title\n木,b\nc,\xFF\nd,e\n"), 2, 1, "3:2 bad-utf8\n"},
    {"neither UTF-8 nor GB18030", "yaml", BYTES("id: a\ntitle: b\xFF\n"), 0, 1, "2:9 bad-utf8\n"},
    {"GB18030 that breaks off", "jsonl",
     BYTES("{\"id\":\"\xC4\xBE\xCC\xC1\",\"title\":\"b\"}\n{\"id\":\"\xC4\xBE\xCC\xC1\",\"title\":\"\xFF\"}\n{\"id\":\"a\","
           "\"title\":\"b\"}\n"),
     2, 1, "2:21 bad-encoding\n"},
    {"NUL", "jsonl", BYTES("{\"id\":\"a\0\",\"title\":\"b\"}\n"), 0, 1, "1:9 json-syntax\n"},
    {"NUL", "yaml", BYTES("id: a\ntitle: b\0\n"), 0, 1, "2:9 nul-byte\n"},
    {"NUL", "csv", BYTES("id,title\na,b\0\n"), 0, 1, "2:2 nul-byte\n"},
    {"truncated", "json", BYTES("[{\"id\":\"a\",\"title\":\"b\"},\n {\"id\":\"c\",\"ti"), 1, 1, "2:12 json-syntax\n"},
    {"truncated", "json", BYTES("[{\"id\":\"a\",\"title\":\"b\"}"), 1, 1, "1:24 json-syntax\n"},
    {"truncated", "json", BYTES("{\"id\":\"a\",\"title\":\"b\""), 0, 1, "1:22 json-syntax\n"},
    {"truncated", "jsonl", BYTES("{\"id\":\"a\",\"title\":\"b\"}\n{\"id\":\"a\",\"tit"), 1, 1, "2:11 json-syntax\n"},
    {"truncated", "yaml", BYTES("id: a\ntitle: \"b\n"), 0, 1, "3:1 yaml-syntax\n"},
    {"truncated", "csv", BYTES("id,title\na,b\nc,\"d\n"), 1, 1, "3:1 open-quote\n"},
    {"truncated", "csv", BYTES("id,title,kind\na,b,form\nc,d\n"), 1, 1, "3:3 cell-count\n"},
    {"too many cells", "csv", BYTES("id,title\na,b,c\n"), 0, 1, "2:3 cell-count\n"},
    {"a stray quote spoils its own rows only", "csv", BYTES("id,title\na,b\"c\nd,\"e\nf,\"g\"\nh,i\n"), 1, 2,
     "2:2 csv-syntax\n3:2 csv-syntax\n"},
    {"behind the array", "json", BYTES("[{\"id\":\"a\",\"title\":\"b\"}] x"), 1, 1, "1:26 json-syntax\n"},
    {"behind a comma", "json", BYTES("[{\"id\":\"a\",\"title\":\"b\"},]"), 1, 1, "1:25 json-syntax\n"},
    {"elements that are no tasks", "json", BYTES("[1,\n  {\"id\":\"a\",\"title\":\"b\"}, {\"id\":\"木\",\"titel\":\"b\"}]"), 1,
     2, "1:2 wrong-type\n2:27 missing-fact\n2:37 unknown-key\n"},
    {"one bad document of three", "yaml", BYTES("id: a\ntitle: b\n---\nid: c\n  title: d\n---\nid: e\ntitle: f\n...\n"), 2, 1,
     "5:8 yaml-syntax\n"},
    {"one bad line of three", "jsonl", BYTES("{\"id\":\"a\",\"title\":\"b\"}\n\n{\"id\":}\n{\"id\":\"a\",\"title\":\"b\"}\n"),
     2, 1, "3:7 json-syntax\n"},
    {"lists in cells", "csv", BYTES("id,title,townships,powers.required\na,b,甲；无,[{x:1\nc,d,甲;乙;,\n"), 1, 1,
     "2:3 none-in-list\n2:4 json-syntax\n"},
    {"reversed dates", "jsonl",
     BYTES("{\"id\":\"a\",\"title\":\"b\",\"powers\":{\"granted\":[{\"power\":\"penalty\",\"valid_from\":\"2024-01-02\","
           "\"valid_to\":\"2024-01-01\"}]}}"),
     0, 1, "1:100 reversed-dates\n"},
    {"a deadline before the receipt is for the rules to judge", "jsonl",
     BYTES("{\"id\":\"a\",\"title\":\"b\",\"received_at\":\"2024-01-02\",\"due_at\":\"2024-01-01\"}"), 1, 0, ""},
};

static void what_is_wrong_is_told_and_the_rest_is_read(void **state) {
    (void)state;
    size_t wrong = 0;
    for (size_t i = 0; i < COUNT(BAD); i++) {
        struct task_file file;
        task_file_read(&file, BAD[i].bytes, BAD[i].format);
        assert_int_equal(file.opened, QUANZE_OK);
        bool right = strcmp(task_file_said(&file), BAD[i].said) == 0 && file.count == BAD[i].good && file.bad == BAD[i].bad;
        if (!right)
            print_message("%s (%s): %zu good, %zu bad\n%s", BAD[i].what, BAD[i].format, file.count, file.bad,
                          task_file_said(&file));
        wrong += !right;
        task_file_free(&file);
    }
    assert_int_equal(wrong, 0);
}

static const struct {
    struct str bytes;
    const char *said;
} HEADS[] = {
    {BYTES("id,titel\na,b\n"), "1:1 missing-fact\n1:2 unknown-column\n"},
    {BYTES("编号,标题,id\na,b,c\n"), "1:3 double-column\n"},
    {BYTES("id,title,item.kind\na,b,basic\n"), "1:3 unknown-column\n"},
    {BYTES("id,title,\na,b,c\n"), "1:3 unknown-column\n"},
    {BYTES("id,\"title\n"), "1:1 open-quote\n"},
    {BYTES(""), "1:1 no-task\n"},
};

static void a_wrong_head_ends_the_reading(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(HEADS); i++) {
        struct task_file file;
        task_file_read(&file, HEADS[i].bytes, "csv");
        assert_int_equal(file.opened, QUANZE_BAD_DATA);
        assert_string_equal(task_file_said(&file), HEADS[i].said);
        task_file_free(&file);
    }
}

static void near_misses_are_named(void **state) {
    (void)state;
    struct task_file file;
    task_file_read(&file, STR("id: a\ntitle: b\nfunds: {provded: 1}\nrecieved_at: 2024-01-01\n"), "yaml");
    assert_int_equal(file.problems.count, 2);
    assert_true(str_find(file.problems.at[0].en, STR("did you mean provided?")) > 0);
    assert_true(str_find(file.problems.at[1].zh, STR("是否要写 received_at？")) > 0);
    task_file_free(&file);
}

static void a_file_without_a_task_is_an_error(void **state) {
    (void)state;
    static const struct {
        const char *format, *text;
    } files[] = {{"yaml", ""}, {"yaml", "# nothing\n---\n"}, {"json", ""}, {"json", " [ ] "}, {"jsonl", "\n\n"},
                 {NULL, ""},   {"csv", "id,title\n,\n"}};
    for (size_t i = 0; i < COUNT(files); i++) {
        struct task_file file;
        task_file_read(&file, str_of(files[i].text), files[i].format);
        assert_string_equal(task_file_said(&file), "1:1 no-task\n");
        assert_int_equal(file.bad, 1);
        task_file_free(&file);
    }
}

static void several_tasks_keep_their_lines(void **state) {
    (void)state;
    static const struct {
        const char *format;
        struct str bytes;
        unsigned lines[2];
    } files[] = {
        {"yaml", BYTES("# first\nid: a\ntitle: b\n---\n# second\nid: c\ntitle: |\n  d\n  --- e\n"), {1, 4}},
        {"yaml", BYTES("---\nid: a\ntitle: b\n...\n\n--- {id: c, title: d}\n"), {1, 6}},
        {"json", BYTES("[\n{\"id\":\"a\",\"title\":\"]}\\\"\"},\n\n{\"id\":\"c\",\"title\":\"d\"}]\n"), {2, 4}},
        {"jsonl", BYTES("\n{\"id\":\"a\",\"title\":\"b\"}\n \n{\"id\":\"c\",\"title\":\"d\"}"), {2, 4}},
        {"csv", BYTES("id,title\n\na,\"b\nb\"\n,,\nc,d\n"), {3, 6}},
    };
    for (size_t i = 0; i < COUNT(files); i++) {
        struct task_file file;
        task_file_read(&file, files[i].bytes, files[i].format);
        assert_string_equal(task_file_said(&file), "");
        assert_int_equal(file.count, 2);
        assert_str(task_text(&file.tasks[0], FACT_ID_ID), "a");
        assert_str(task_text(&file.tasks[1], FACT_ID_ID), "c");
        assert_int_equal(file.tasks[0].line, files[i].lines[0]);
        assert_int_equal(file.tasks[1].line, files[i].lines[1]);
        task_file_free(&file);
    }
}

/* What a whole group is said to be holds for each fact of it; an empty group says nothing. */
static void a_group_may_be_none(void **state) {
    (void)state;
    static const char *const nones[] = {"none", "[]", "false", "''"};
    for (size_t i = 0; i < COUNT(nones); i++) {
        struct buf text = {0};
        buf_printf(&text, "id: a\ntitle: b\nquota: %s\nranking:\nmeeting: {}\n", nones[i]);
        struct task_file file;
        task_file_read(&file, buf_str(&text), "yaml");
        assert_int_equal(file.count, 1);
        assert_int_equal(file.tasks[0].value[FACT_ID_QUOTA_TOTAL].state, VALUE_NONE);
        assert_int_equal(file.tasks[0].value[FACT_ID_QUOTA_SUBJECT].state, VALUE_NONE);
        assert_false(task_knows(&file.tasks[0], FACT_ID_RANKING_EVERY));
        assert_false(task_knows(&file.tasks[0], FACT_ID_MEETING_AT));
        task_file_free(&file);
        buf_free(&text);
    }
}

static void a_table_keeps_absent_none_and_zero_apart(void **state) {
    (void)state;
    struct task_file file;
    task_file_read(&file, STR("id,title,funds.required,guidance.method,equipment\na,b,,,\nc,d,0,'',''\ne,f,无,none,[]\n"),
                   "csv");
    assert_string_equal(task_file_said(&file), "");
    assert_int_equal(file.count, 3);
    static const enum fact_id facts[] = {FACT_ID_FUNDS_REQUIRED, FACT_ID_GUIDANCE_METHOD, FACT_ID_EQUIPMENT};
    for (size_t i = 0; i < COUNT(facts); i++) {
        assert_false(task_knows(&file.tasks[0], facts[i]));
        assert_int_equal(file.tasks[1].value[facts[i]].state, i == 0 ? VALUE_GIVEN : VALUE_NONE);
        assert_int_equal(file.tasks[2].value[facts[i]].state, VALUE_NONE);
    }
    task_file_free(&file);
}

static void a_giant_text_is_refused_and_the_rest_is_read(void **state) {
    (void)state;
    enum { GIANT = 64 * 1024 * 1024 };
    static const struct {
        const char *format, *before, *after, *said;
    } files[] = {
        {"yaml", "id: a\ntitle: ", "\n---\nid: c\ntitle: d\n", "2:1 line-too-long\n"},
        {"jsonl", "{\"id\":\"", "\"}\n{\"id\":\"c\",\"title\":\"d\"}\n", "1:1 line-too-long\n"},
        {"json", "[{\"id\":\"", "\"},{\"id\":\"c\",\"title\":\"d\"}]\n", "1:2 record-too-long\n"},
        {"csv", "id,title\na,", "\nc,d\n", "2:1 line-too-long\n"},
    };
    char *giant = malloc(GIANT);
    assert_non_null(giant);
    memset(giant, 'x', GIANT);
    for (size_t i = 0; i < COUNT(files); i++) {
        struct buf text = {0};
        buf_put_text(&text, files[i].before);
        buf_put(&text, (struct str){giant, GIANT});
        buf_put_text(&text, files[i].after);
        assert_false(text.failed);
        struct task_file file;
        task_file_read(&file, buf_str(&text), files[i].format);
        assert_string_equal(task_file_said(&file), files[i].said);
        assert_int_equal(file.count, 1);
        assert_str(task_text(&file.tasks[0], FACT_ID_ID), "c");
        task_file_free(&file);
        buf_free(&text);
    }
    free(giant);
}

static void a_record_of_many_lines_is_bounded(void **state) {
    (void)state;
    struct buf line = {0}, text = {0};
    buf_put_repeat(&line, STR("x"), 1024 * 1024);
    buf_put_char(&line, '\n');
    buf_put_text(&text, "id,title\na,\"");
    buf_put_repeat(&text, buf_str(&line), 40);
    buf_put_text(&text, "\"\nc,d\n");
    assert_false(text.failed || line.failed);
    struct task_file file;
    task_file_read(&file, buf_str(&text), "csv");
    assert_true(file.bad >= 1);
    assert_non_null(strstr(task_file_said(&file), "2:1 record-too-long\n"));
    assert_true(file.bytes.capacity < 2 * (size_t)QUANZE_MAX_RECORD_BYTES + 4096);
    task_file_free(&file);
    buf_free(&line);
    buf_free(&text);
}

static void formats_are_known_by_their_endings(void **state) {
    (void)state;
    static const struct {
        const char *ending, *text;
        enum task_format format;
    } files[] = {
        {".yaml", "id: a\ntitle: b\n", TASK_YAML},
        {".YML", "id: a\ntitle: b\n", TASK_YAML},
        {".json", "{\"id\":1}", TASK_JSON},
        {".jsonl", "{\"id\":1}", TASK_JSONL},
        {".ndjson", "{\"id\":1}", TASK_JSONL},
        {".csv", "id,title\na,b\n", TASK_CSV},
        {".txt", "  {\n", TASK_JSON},
        {".txt", "\n[1]", TASK_JSON},
        {".txt", "{\"id\":1}\n", TASK_JSONL},
        {".txt", "\"标题\",id\n", TASK_CSV},
        {".txt", "title: 标题,编号\n", TASK_YAML},
    };
    for (size_t i = 0; i < COUNT(files); i++) {
        char path[64];
        snprintf(path, sizeof path, "/tmp/quanze-test-%ld%s", (long)getpid(), files[i].ending);
        FILE *stream = fopen(path, "w");
        assert_non_null(stream);
        fputs(files[i].text, stream);
        fclose(stream);
        struct arena arena = {0};
        struct problems problems = {.arena = &arena};
        struct task_source *source = NULL;
        struct quanze_error error;
        quanze_status status = task_source_open(path, NULL, &source, &problems, &error);
        unlink(path);
        assert_int_equal(status, QUANZE_OK);
        assert_int_equal(task_source_format(source), files[i].format);
        assert_int_equal(task_source_total(source), strlen(files[i].text));
        task_source_close(source);
        arena_free(&arena);
    }
}

static void what_cannot_be_opened_is_told(void **state) {
    (void)state;
    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    struct task_source *source = NULL;
    struct quanze_error error;
    assert_int_equal(task_source_open("/tmp/quanze-no-such-file.json", NULL, &source, &problems, &error), QUANZE_NO_INPUT);
    assert_int_equal(task_source_open("/tmp", "json", &source, &problems, &error), QUANZE_NO_INPUT);
    assert_int_equal(task_source_open("/dev/null", "xml", &source, &problems, &error), QUANZE_USAGE);
    assert_null(source);
    assert_int_equal(problems.count, 0);
    arena_free(&arena);
}

static void one_value_is_read_as_its_fact_asks(void **state) {
    (void)state;
    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    struct value value;
    struct place place = {"x", 1, 1};
    assert_true(read_scalar_fact(FACT_ID_DUE_AT, STR("2023-12-11T17:30"), place, &arena, &value, &problems));
    assert_int_equal(value.number, INT64_C(19702) * 1440 + 1050);
    assert_true(read_scalar_fact(FACT_ID_KIND, STR("form"), place, &arena, &value, &problems));
    assert_true(read_scalar_fact(FACT_ID_FUNDS_REQUIRED, STR("none"), place, &arena, &value, &problems));
    assert_int_equal(value.state, VALUE_NONE);
    assert_false(read_scalar_fact(FACT_ID_FUNDS_REQUIRED, STR("much"), place, &arena, &value, &problems));
    assert_false(read_scalar_fact(FACT_ID_EQUIPMENT, STR("a"), place, &arena, &value, &problems));
    assert_int_equal(problems.errors, 2);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_formats_say_the_same),
        cmocka_unit_test(encodings_and_line_ends_say_the_same),
        cmocka_unit_test(what_is_wrong_is_told_and_the_rest_is_read),
        cmocka_unit_test(a_wrong_head_ends_the_reading),
        cmocka_unit_test(near_misses_are_named),
        cmocka_unit_test(a_file_without_a_task_is_an_error),
        cmocka_unit_test(several_tasks_keep_their_lines),
        cmocka_unit_test(a_group_may_be_none),
        cmocka_unit_test(a_table_keeps_absent_none_and_zero_apart),
        cmocka_unit_test(a_giant_text_is_refused_and_the_rest_is_read),
        cmocka_unit_test(a_record_of_many_lines_is_bounded),
        cmocka_unit_test(formats_are_known_by_their_endings),
        cmocka_unit_test(what_cannot_be_opened_is_told),
        cmocka_unit_test(one_value_is_read_as_its_fact_asks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
