/* test_bundle.c - proof bundles: decided again from their own bytes, they come to the same; whatever is changed in one is told;
 * what is no sound bundle is refused, and nothing is left behind on the disk. */
#include "door/world.h"

#include <base/archive.h>
#include <base/package.h>
#include <dirent.h>
#include <door/bundle/bundle.h>
#include <read/bundle.h>
#include <unistd.h>

#define DEMO SOURCE_DIR "/lists/demo"

/* A folder for temporary files, which every call must leave empty. */
static char folder[] = "/tmp/quanze-test-XXXXXX";

static int make_folder(void **state) {
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int drop_folder(void **state) {
    (void)state;
    return rmdir(folder);
}

static void check_folder_is_empty(void) {
    DIR *open = opendir(folder);
    size_t count = 0;
    assert_non_null(open);
    while (readdir(open)) count++;
    closedir(open);
    assert_int_equal(count, 2); /* "." and ".." */
}

static quanze_status bundle_by(const struct quanze *engine, struct quanze_screen_request request, struct buf *out,
                               struct quanze_error *error) {
    struct buf pages = {0};
    struct quanze_screen_summary summary;
    const struct quanze_sink sink = keep_in(out);
    buf_clear(out);
    request.today = "2026-11-22";
    request.sink = keep_in(&pages);
    request.bundle = &sink;
    request.folder = folder;
    quanze_status status = quanze_screen(engine, &request, &summary, error);
    buf_free(&pages);
    check_folder_is_empty();
    return status;
}

static quanze_status bundle_of(const struct quanze_options *options, struct quanze_screen_request request, struct buf *out,
                               struct quanze_error *error) {
    struct quanze *engine = NULL;
    if (quanze_open(options, &engine, error) != QUANZE_OK) fail_msg("%s:%u: %s", error->file, error->line, error->en);
    quanze_status status = bundle_by(engine, request, out, error);
    quanze_close(engine);
    return status;
}

static void make(const struct quanze_options *options, struct quanze_screen_request request, const char *task,
                 struct buf *out) {
    struct quanze_error error;
    request.paths = &task;
    request.path_count = 1;
    if (bundle_of(options, request, out, &error) != QUANZE_OK) fail_msg("%s: %s", task, error.en);
}

static quanze_status verify(struct str bytes, bool *same, struct buf *page, struct quanze_error *error) {
    char path[64];
    make_file(path, ".zip", bytes);
    const struct quanze_verify_request request = {
        .path = path, .folder = folder, .language = QUANZE_EN, .format = QUANZE_FORMAT_JSON, .sink = keep_in(page)};
    buf_clear(page);
    quanze_status status = quanze_verify(&request, same, error);
    buf_put_char(page, '\0');
    unlink(path);
    check_folder_is_empty();
    return status;
}

static void check_same(struct str bytes) {
    struct quanze_error error;
    struct buf page = {0};
    bool same = false;
    if (verify(bytes, &same, &page, &error) != QUANZE_OK) fail_msg("%s", error.en);
    if (!same) fail_msg("%s", page.at);
    buf_free(&page);
}

/* A bundle taken apart. */
struct apart {
    struct arena arena;
    struct bundle_file files[512];
    size_t count;
};

static void take_apart(struct str bytes, struct apart *out) {
    struct package *package = NULL;
    struct quanze_error error;
    *out = (struct apart){.count = 0};
    assert_int_equal(package_open(bytes, "", &package, &error), QUANZE_OK);
    out->count = package_count(package);
    assert_true(out->count < COUNT(out->files) - 1);
    for (size_t i = 0; i < out->count; i++) {
        out->files[i].name = arena_copy(&out->arena, str_of(package_name(package, i)));
        assert_int_equal(package_part_at(package, i, &out->arena, &out->files[i].bytes, &error), QUANZE_OK);
    }
    package_close(package);
}

static struct bundle_file *file_named(struct apart *apart, struct str name) {
    for (size_t i = 0; i < apart->count; i++)
        if (str_equal(apart->files[i].name, name)) return &apart->files[i];
    fail_msg("no %.*s", (int)name.length, name.at);
    return NULL;
}

static struct bundle_file *file_of(struct apart *apart, const char *name) { return file_named(apart, str_of(name)); }

static void put_together(const struct apart *apart, struct buf *out) {
    struct archive *archive = NULL;
    struct quanze_error error;
    buf_clear(out);
    assert_int_equal(archive_open(&archive, &error), QUANZE_OK);
    for (size_t i = 0; i < apart->count; i++)
        assert_int_equal(archive_add(archive, apart->files[i].name.at, apart->files[i].bytes, &error), QUANZE_OK);
    assert_int_equal(archive_end(archive, out, &error), QUANZE_OK);
    archive_close(archive);
}

/* Makes the manifest say what the files are now. */
static void forge_manifest(struct apart *apart) {
    struct bundle_manifest manifest;
    struct quanze_error error;
    struct buf text = {0};
    struct bundle_file *file = file_of(apart, BUNDLE_MANIFEST);
    assert_int_equal(read_bundle_manifest(file->bytes, &apart->arena, &manifest, &error), QUANZE_OK);
    for (size_t i = 0; i < manifest.part_count; i++) {
        const struct str bytes = file_named(apart, manifest.parts[i].name)->bytes;
        struct digest_state state;
        manifest.parts[i].bytes = bytes.length;
        digest_start(&state);
        digest_add(&state, bytes);
        digest_end(&state, &manifest.parts[i].digest);
    }
    say_bundle_manifest(&text, &manifest);
    file->bytes = arena_copy(&apart->arena, buf_str(&text));
    buf_free(&text);
}

static void replace(struct apart *apart, const char *name, const char *from, const char *to) {
    struct bundle_file *file = file_of(apart, name);
    struct buf text = {0};
    const ptrdiff_t at = str_find(file->bytes, str_of(from));
    if (at < 0) fail_msg("%s has no %s", name, from);
    buf_put(&text, (struct str){file->bytes.at, (size_t)at});
    buf_put_text(&text, to);
    buf_put(&text, (struct str){file->bytes.at + (size_t)at + strlen(from), file->bytes.length - (size_t)at - strlen(from)});
    file->bytes = arena_copy(&apart->arena, buf_str(&text));
    buf_free(&text);
}

static const struct quanze_options DEMO_OPTIONS = {.lists = DEMO,
                                                   .rules = SOURCE_DIR "/rules",
                                                   .calendar = SOURCE_DIR "/lists/calendar",
                                                   .thesaurus = SOURCE_DIR "/lists/thesaurus"};

static void make_fire(struct buf *out) {
    make(&DEMO_OPTIONS, (struct quanze_screen_request){.jobs = 1}, DEMO "/tasks/01-fire-form.yaml", out);
}

/* Whatever the way of screening was, the bundle holds it. */
static void every_way_of_screening_is_decided_again(void **state) {
    (void)state;
    const char *pack = SOURCE_DIR "/rules/packs/shandong-2020";
    struct quanze_options packed = DEMO_OPTIONS, strict = DEMO_OPTIONS, known = DEMO_OPTIONS, bare = WORLD_OPTIONS;
    struct quanze_options law = {.lists = SOURCE_DIR "/tests/door/law/list.yaml", .rules = WORLD "/rules"};
    packed.packs = &pack;
    packed.pack_count = 1;
    strict.strict_budget = true;
    known.known_at = "2026-06-30";
    const struct {
        const struct quanze_options *options;
        struct quanze_screen_request request;
        const char *task;
    } WAYS[] = {
        {&packed, {.jobs = 1}, DEMO "/tasks/12-basic-duty.yaml"},
        {&strict, {.jobs = 3}, DEMO "/tasks/03-recalled-renamed.yaml"},
        {&known, {.as_of = "2026-07-03"}, DEMO "/tasks/11-flood-emergency.yaml"},
        {&DEMO_OPTIONS, {.no_match = true, .fix = true}, DEMO "/tasks/14-almost-empty.yaml"},
        {&DEMO_OPTIONS, {.history = DEMO "/tasks"}, DEMO "/tasks/24-meeting.yaml"},
        {&DEMO_OPTIONS, {.language = QUANZE_EN}, DEMO "/tasks/21-waiver.yaml"},
        {&DEMO_OPTIONS, {.format = QUANZE_FORMAT_HTML}, DEMO "/notices/fire.txt"},
        {&bare, {.jobs = 1}, WORLD "/tasks/hold.yaml"},
        {&law, {.jobs = 1}, SOURCE_DIR "/tests/door/law/tasks/2023.yaml"},
    };
    struct buf bundle = {0};
    for (size_t i = 0; i < COUNT(WAYS); i++) {
        make(WAYS[i].options, WAYS[i].request, WAYS[i].task, &bundle);
        check_same(buf_str(&bundle));
    }
    buf_free(&bundle);
}

static void the_same_task_gives_the_same_bytes(void **state) {
    (void)state;
    struct buf first = {0}, second = {0};
    make_fire(&first);
    make(&DEMO_OPTIONS, (struct quanze_screen_request){.jobs = 4, .fix = true, .language = QUANZE_EN},
         DEMO "/tasks/01-fire-form.yaml", &second);
    assert_int_equal(first.length, second.length);
    assert_memory_equal(first.at, second.at, first.length);
    buf_free(&first);
    buf_free(&second);
}

static void what_the_past_said_comes_along(void **state) {
    (void)state;
    struct buf bundle = {0}, page = {0};
    struct apart apart;
    struct quanze_error error;
    bool same;
    make(&DEMO_OPTIONS, (struct quanze_screen_request){.history = DEMO "/tasks"}, DEMO "/tasks/24-meeting.yaml", &bundle);
    take_apart(buf_str(&bundle), &apart);
    assert_true(str_find(file_of(&apart, BUNDLE_PAST)->bytes, STR("\"question\"")) > 0);
    file_of(&apart, BUNDLE_PAST)->bytes = STR("{\"answers\":[],\"asked\":true,\"format\":\"quanze/past/1\"}");
    forge_manifest(&apart);
    put_together(&apart, &bundle);
    assert_int_equal(verify(buf_str(&bundle), &same, &page, &error), QUANZE_BAD_DATA);
    assert_non_null(strstr(error.en, "of the past"));
    arena_free(&apart.arena);
    buf_free(&bundle);
    buf_free(&page);
}

/* Each change with what the verification must say of it. */
static void what_was_changed_is_told(void **state) {
    (void)state;
    static const struct {
        const char *file, *from, *to;
        bool forged; /* with the hashes made to fit */
        const char *says;
    } CHANGES[] = {
        {"task.json", "2023-12-07T16:00", "2023-12-27T16:00", false, "\"changed\": [\n    \"task.json\"\n  ]"},
        {"task.json", "2023-12-07T16:00", "2023-12-27T16:00", true, "\"what\": \"findings[TIME-001]\""},
        {"verdict.json", "\"verdict\": \"reject\"", "\"verdict\": \"admit\"", true,
         "\"then\": \"admit\",\n      \"what\": \"verdict\""},
        {"list/list.yaml", "min_notice_workdays", "min_notice_workday", true, "versions.list"},
        {"rules/time/TIME-001.lua", "level = \"block\"", "level = \"warn\"", true, "versions.rules"},
        {"source/01-fire-form.yaml", "16:00", "17:00", false, "source/01-fire-form.yaml"},
        {"README.txt", "quanze", "QUANZE", false, "README.txt"},
    };
    struct buf whole = {0}, bundle = {0}, page = {0};
    make_fire(&whole);
    for (size_t i = 0; i < COUNT(CHANGES); i++) {
        struct apart apart;
        struct quanze_error error;
        bool same = true;
        take_apart(buf_str(&whole), &apart);
        if (str_find(file_of(&apart, CHANGES[i].file)->bytes, str_of(CHANGES[i].from)) < 0) fail_msg("%zu", i);
        replace(&apart, CHANGES[i].file, CHANGES[i].from, CHANGES[i].to);
        if (CHANGES[i].forged) forge_manifest(&apart);
        put_together(&apart, &bundle);
        if (verify(buf_str(&bundle), &same, &page, &error) != QUANZE_OK) fail_msg("%zu: %s", i, error.en);
        assert_false(same);
        if (!strstr(page.at, CHANGES[i].says)) fail_msg("%zu: %s", i, page.at);
        arena_free(&apart.arena);
    }
    buf_free(&whole);
    buf_free(&bundle);
    buf_free(&page);
}

/* Decided by another version of the program to the same end, it is the same; the page tells both versions. */
static void another_version_may_come_to_the_same(void **state) {
    (void)state;
    struct buf bundle = {0}, page = {0};
    struct apart apart;
    struct quanze_error error;
    bool same = false;
    make_fire(&bundle);
    take_apart(buf_str(&bundle), &apart);
    replace(&apart, BUNDLE_VERDICT, "\"engine\": \"" QUANZE_VERSION "\"", "\"engine\": \"0.0.1\"");
    replace(&apart, BUNDLE_MANIFEST, "\"engine\": \"" QUANZE_VERSION "\"", "\"engine\": \"0.0.1\"");
    forge_manifest(&apart);
    put_together(&apart, &bundle);
    assert_int_equal(verify(buf_str(&bundle), &same, &page, &error), QUANZE_OK);
    assert_true(same);
    assert_non_null(strstr(page.at, "\"then\": \"0.0.1\""));
    arena_free(&apart.arena);
    buf_free(&bundle);
    buf_free(&page);
}

/* Of one name: what is wrong with it, and which it is, in both languages. */
static void check_named(struct str bytes, const char *says, const char *name) {
    struct quanze_error error;
    struct buf page = {0};
    bool same;
    assert_int_equal(verify(bytes, &same, &page, &error), QUANZE_BAD_DATA);
    if (!strstr(error.en, says)) fail_msg("\"%s\" instead of \"%s\"", error.en, says);
    if (!strstr(error.en, name) || !strstr(error.zh, name))
        fail_msg("\"%s\", \"%s\" do not name \"%s\"", error.zh, error.en, name);
    buf_free(&page);
}

static void check_refused(struct str bytes, const char *says) {
    struct quanze_error error;
    struct buf page = {0};
    bool same;
    assert_int_equal(verify(bytes, &same, &page, &error), QUANZE_BAD_DATA);
    if (!strstr(error.en, says)) fail_msg("\"%s\" instead of \"%s\"", error.en, says);
    buf_free(&page);
}

static void odd_names_are_refused(void **state) {
    (void)state;
    static const char OUT[] = "leads out of the bundle", ODD[] = "there should be no such file", FOLDER[] = "for a folder";
    static const struct {
        const char *name, *says, *shown;
    } NAMES[] = {
        {"../evil", OUT, "../evil"},       {"/etc/evil", OUT, "/etc/evil"}, {"list/../../evil", OUT, "list/../../evil"},
        {"list//evil", ODD, "list//evil"}, {"list/..", OUT, "list/.."},     {"list\\evil", OUT, "list\\evil"},
        {"C:/evil", ODD, "C:/evil"},       {"evil.txt", ODD, "evil.txt"},   {"list/a\nb", ODD, "list/a?b"},
        {"rules/./evil", ODD, "rules/./"}, {"list/", FOLDER, "list/"},      {"source/", FOLDER, "source/"}};
    struct buf whole = {0}, bundle = {0};
    make_fire(&whole);
    for (size_t i = 0; i < COUNT(NAMES); i++) {
        struct apart apart;
        take_apart(buf_str(&whole), &apart);
        apart.files[apart.count++] = (struct bundle_file){str_of(NAMES[i].name), STR("x")};
        put_together(&apart, &bundle);
        check_named(buf_str(&bundle), NAMES[i].says, NAMES[i].shown);
        arena_free(&apart.arena);
    }
    buf_free(&whole);
    buf_free(&bundle);
}

static void missing_extra_and_double_files_are_refused(void **state) {
    (void)state;
    struct buf whole = {0}, bundle = {0};
    struct apart apart;
    make_fire(&whole);
    for (size_t i = 0; i < 3; i++) {
        static const char *const MISSING[] = {"task.json", "list/list.yaml", BUNDLE_MANIFEST};
        take_apart(buf_str(&whole), &apart);
        *file_of(&apart, MISSING[i]) = apart.files[apart.count - 1];
        apart.count--;
        put_together(&apart, &bundle);
        check_named(buf_str(&bundle), "a file is missing", MISSING[i]);
        arena_free(&apart.arena);
    }
    take_apart(buf_str(&whole), &apart);
    apart.files[apart.count++] = (struct bundle_file){STR("list/more.yaml"), STR("x")};
    put_together(&apart, &bundle);
    check_named(buf_str(&bundle), "not in the manifest", "list/more.yaml");

    /* libzip writes no double names: one is renamed afterwards, in the local and the central head. */
    apart.files[apart.count - 1].name = STR("task.jsom");
    put_together(&apart, &bundle);
    for (size_t i = 0; i + 9 <= bundle.length; i++)
        if (memcmp(bundle.at + i, "task.jsom", 9) == 0) bundle.at[i + 8] = 'n';
    check_named(buf_str(&bundle), "there are two of a file", "task.json");
    arena_free(&apart.arena);
    buf_free(&whole);
    buf_free(&bundle);
}

static void what_is_no_bundle_is_refused(void **state) {
    (void)state;
    struct buf whole = {0}, bundle = {0};
    struct apart apart = {.count = 1};
    check_refused(STR(""), "a file is missing");
    check_refused(STR("PK\x03\x04 and no more"), "cannot be opened");
    make_fire(&whole);
    check_refused((struct str){whole.at, whole.length / 2}, "cannot be opened");

    /* Half a gigabyte of nothing. */
    char *nothing = calloc(1, 300 * 1024 * 1024);
    assert_non_null(nothing);
    apart.files[0] = (struct bundle_file){STR(BUNDLE_MANIFEST), {nothing, 300 * 1024 * 1024}};
    put_together(&apart, &bundle);
    check_refused(buf_str(&bundle), "cannot be unpacked");
    free(nothing);

    static const char *const MANIFESTS[] = {
        "", "[]", "{}", "{\"format\":\"quanze/bundle/2\"}", "not json", "{\"format\":\"quanze/bundle/1\",\"parts\":7}"};
    for (size_t i = 0; i < COUNT(MANIFESTS); i++) {
        struct quanze_error error;
        bool same;
        struct buf page = {0};
        apart.files[0].bytes = str_of(MANIFESTS[i]);
        put_together(&apart, &bundle);
        assert_int_equal(verify(buf_str(&bundle), &same, &page, &error), QUANZE_BAD_DATA);
        buf_free(&page);
    }
    buf_free(&whole);
    buf_free(&bundle);
}

/* A byte flipped anywhere is told: as no bundle, or as changed. */
static void no_flipped_byte_goes_unnoticed(void **state) {
    (void)state;
    struct buf bundle = {0}, page = {0};
    struct quanze_options options = WORLD_OPTIONS;
    make(&options, (struct quanze_screen_request){.jobs = 1}, WORLD "/tasks/hold.yaml", &bundle);
    size_t told = 0, unseen = 0;
    for (size_t i = 0; i < bundle.length; i += 37) {
        struct quanze_error error;
        bool same = true;
        bundle.at[i] ^= 0x10;
        const quanze_status status = verify(buf_str(&bundle), &same, &page, &error);
        bundle.at[i] ^= 0x10;
        assert_true(status == QUANZE_OK || status == QUANZE_BAD_DATA);
        told += status != QUANZE_OK || !same;
        unseen += status == QUANZE_OK && same;
    }
    assert_true(told > 100);
    assert_true(unseen < told / 4); /* of the zip's own heads: dates, versions, attributes that nothing rests on */
    buf_free(&bundle);
    buf_free(&page);
}

static void several_tasks_have_no_bundle(void **state) {
    (void)state;
    const char *tasks = WORLD "/tasks";
    struct buf bundle = {0};
    struct quanze_error error;
    struct quanze_options options = WORLD_OPTIONS;
    const struct quanze_screen_request request = {.paths = &tasks, .path_count = 1};
    assert_int_equal(bundle_of(&options, request, &bundle, &error), QUANZE_USAGE);
    assert_int_equal(bundle.length, 0);
    buf_free(&bundle);
}

static off_t copy_list(char path[64]) {
    struct arena arena = {0};
    struct quanze_error error;
    struct str bytes;
    assert_int_equal(file_read(WORLD "/list.yaml", 1 << 20, &arena, &bytes, &error), QUANZE_OK);
    make_file(path, ".yaml", bytes);
    arena_free(&arena);
    return (off_t)bytes.length;
}

/* What was packed before is still what the engine was opened from. */
static void changed_files_come_into_no_bundle(void **state) {
    (void)state;
    static const char *const TASK = WORLD "/tasks/hold.yaml";
    const struct quanze_screen_request request = {.paths = &TASK, .path_count = 1};
    char path[64];
    struct quanze *early = NULL, *late = NULL;
    struct quanze_error error;
    struct buf first = {0}, second = {0};
    struct quanze_options options = WORLD_OPTIONS;
    const off_t length = copy_list(path);
    options.lists = path;
    assert_int_equal(quanze_open(&options, &early, &error), QUANZE_OK);
    assert_int_equal(quanze_open(&options, &late, &error), QUANZE_OK);
    assert_int_equal(quanze_prepare_bundles(early, folder, &error), QUANZE_OK);
    assert_int_equal(bundle_by(early, request, &first, &error), QUANZE_OK);
    assert_int_equal(truncate(path, length - 1), 0); /* the end of the last line: it still says the same */
    assert_int_equal(bundle_by(early, request, &second, &error), QUANZE_OK);
    assert_int_equal(first.length, second.length);
    assert_memory_equal(first.at, second.at, first.length);
    check_same(buf_str(&second));
    assert_int_equal(bundle_by(late, request, &second, &error), QUANZE_BAD_DATA);
    assert_int_equal(second.length, 0);
    assert_non_null(strstr(error.en, "changed while the program ran"));
    assert_int_equal(quanze_prepare_bundles(late, folder, &error), QUANZE_BAD_DATA);
    quanze_close(early);
    quanze_close(late);
    unlink(path);
    buf_free(&first);
    buf_free(&second);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_way_of_screening_is_decided_again),
        cmocka_unit_test(the_same_task_gives_the_same_bytes),
        cmocka_unit_test(what_the_past_said_comes_along),
        cmocka_unit_test(what_was_changed_is_told),
        cmocka_unit_test(another_version_may_come_to_the_same),
        cmocka_unit_test(odd_names_are_refused),
        cmocka_unit_test(missing_extra_and_double_files_are_refused),
        cmocka_unit_test(what_is_no_bundle_is_refused),
        cmocka_unit_test(no_flipped_byte_goes_unnoticed),
        cmocka_unit_test(several_tasks_have_no_bundle),
        cmocka_unit_test(changed_files_come_into_no_bundle),
    };
    return cmocka_run_group_tests(tests, make_folder, drop_folder);
}
