/* bundle.c - see bundle.h. */
#include <say/ledger/bundle.h>

#include <say/say_inside.h>

static void write_digest(struct writer *writer, const struct digest *digest) {
    char text[72];
    digest_text(digest, text);
    writer_name(writer, str_of(text));
}

static void write_parts(struct writer *writer, const struct bundle_manifest *manifest) {
    writer_open(writer, '[');
    for (size_t i = 0; i < manifest->part_count; i++) {
        const struct bundle_part *part = &manifest->parts[i];
        writer_open(writer, '{');
        WRITER_FIRST(writer, "bytes");
        writer_int(writer, (int64_t)part->bytes);
        WRITER_NEXT(writer, "name");
        writer_string(writer, part->name);
        WRITER_NEXT(writer, "sha256");
        write_digest(writer, &part->digest);
        writer_close(writer, '}');
    }
    writer_close(writer, ']');
}

void say_bundle_manifest(struct buf *out, const struct bundle_manifest *manifest) {
    struct writer writer = writer_start(out, WRITER_PRETTY);
    writer_open(&writer, '{');
    WRITER_FIRST(&writer, "as_of");
    say_write_day(&writer, manifest->as_of);
    WRITER_NEXT(&writer, "engine");
    writer_string(&writer, manifest->engine);
    WRITER_NEXT(&writer, "format");
    writer_name(&writer, STR("quanze/bundle/1"));
    WRITER_NEXT(&writer, "known_at");
    say_write_day(&writer, manifest->known_at);
    WRITER_NEXT(&writer, "no_match");
    writer_bool(&writer, manifest->no_match);
    WRITER_NEXT(&writer, "packs");
    say_write_texts(&writer, &manifest->packs);
    WRITER_NEXT(&writer, "parts");
    write_parts(&writer, manifest);
    WRITER_NEXT(&writer, "strict");
    writer_bool(&writer, manifest->strict);
    WRITER_NEXT(&writer, "task");
    writer_string(&writer, manifest->task);
    writer_close(&writer, '}');
    buf_put_char(out, '\n');
}

static void write_answer(struct writer *writer, const struct bundle_answer *answer) {
    writer_open(writer, '{');
    WRITER_FIRST(writer, "count");
    writer_int(writer, (int64_t)answer->answer.count);
    WRITER_NEXT(writer, "from");
    say_write_day(writer, answer->from);
    WRITER_NEXT(writer, "issuers");
    writer_int(writer, (int64_t)answer->answer.issuers);
    WRITER_NEXT(writer, "keys");
    write_digest(writer, &answer->keys);
    WRITER_NEXT(writer, "question");
    writer_name(writer, bundle_query_name(answer->query));
    WRITER_NEXT(writer, "tasks");
    say_write_texts(writer, &answer->answer.tasks);
    WRITER_NEXT(writer, "to");
    say_write_day(writer, answer->to);
    writer_close(writer, '}');
}

void say_bundle_past(struct buf *out, const struct bundle_past *past) {
    struct writer writer = writer_start(out, WRITER_PRETTY);
    writer_open(&writer, '{');
    WRITER_FIRST(&writer, "answers");
    writer_open(&writer, '[');
    for (size_t i = 0; i < past->count; i++) write_answer(&writer, &past->at[i]);
    writer_close(&writer, ']');
    WRITER_NEXT(&writer, "asked");
    writer_bool(&writer, past->asked);
    WRITER_NEXT(&writer, "format");
    writer_name(&writer, STR("quanze/past/1"));
    writer_close(&writer, '}');
    buf_put_char(out, '\n');
}

void say_bundle_readme(struct buf *out, struct str name) {
    MESSAGES_FILL(out, MESSAGE_BUNDLE_ABOUT, QUANZE_ZH, name);
    buf_put_char(out, '\n');
    MESSAGES_FILL(out, MESSAGE_BUNDLE_ABOUT, QUANZE_EN, name);
}
