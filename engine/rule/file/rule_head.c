#include <rule/file/rule_file.h>
#include <stdio.h>

/* The name of a file or folder in a path: `up` 0 the last part, 1 the one before it. Empty when there is none. */
static struct str path_part(struct str path, int up) {
    for (;;) {
        size_t start = path.length;
        while (start > 0 && path.at[start - 1] != '/') start--;
        struct str part = {path.at + start, path.length - start};
        if (up == 0 || start == 0) return up == 0 ? part : STR("");
        path.length = start - 1;
        up--;
    }
}

bool rule_id_is_good(struct str id) {
    for (size_t i = 0; i < id.length; i++) {
        char c = id.at[i];
        bool letter = c >= 'A' && c <= 'Z', digit = c >= '0' && c <= '9';
        if (!letter && (i == 0 || (!digit && c != '-'))) return false;
    }
    return id.length > 0 && id.length <= 32;
}

void rule_head_id(struct reader *reader, const char *path) {
    struct str id;
    if (!reader_text(reader, path, false, &id)) return;
    struct str file = path_part(reader->rule->path, 0);
    if (file.length > 4) file.length -= 4;
    if (!rule_id_is_good(id))
        READER_ERROR(reader, path, "bad-id", "编号“%s”只能用大写字母、数字和连字符",
                     "the id \"%s\" may have only capitals, digits and hyphens", id.at);
    else if (!str_equal(id, file))
        READER_ERROR(reader, path, "bad-id", "编号“%s”与文件名“%.*s”不同",
                     "the id \"%s\" differs from the file's name \"%.*s\"", id.at, (int)file.length, file.at);
    reader->rule->id = id;
}

void rule_head_family(struct reader *reader, const char *path) {
    struct str names[FAMILY_COUNT];
    for (int i = 0; i < FAMILY_COUNT; i++) names[i] = family_name((enum family)i);
    size_t family = 0;
    if (!reader_word(reader, path, names, FAMILY_COUNT, &family)) return;
    reader->rule->family = (enum family)family;
    struct str folder = path_part(reader->rule->path, 1);
    if (folder.length > 0 && !str_equal(folder, names[family]))
        READER_ERROR(reader, path, "wrong-folder", "族“%.*s”与文件夹“%.*s”不同",
                     "the family \"%.*s\" differs from the folder \"%.*s\"", (int)names[family].length, names[family].at,
                     (int)folder.length, folder.at);
}

void rule_head_level(struct reader *reader, const char *path) {
    struct str names[LEVEL_BLOCK + 1];
    for (int i = 0; i <= LEVEL_BLOCK; i++) names[i] = level_name((enum level)i);
    size_t level = 0;
    if (reader_word(reader, path, names, LEVEL_BLOCK + 1, &level)) reader->rule->level = (enum level)level;
}

void rule_head_stage(struct reader *reader, const char *path) {
    struct str names[STAGE_LIST + 1];
    for (int i = 0; i <= STAGE_LIST; i++) names[i] = stage_name((enum stage)i);
    size_t stage = 0;
    if (reader_word(reader, path, names, STAGE_LIST + 1, &stage)) reader->rule->stage = (enum stage)stage;
}

void rule_head_subject(struct reader *reader, const char *path) {
    struct str names[SUBJECT_PAPER];
    for (int i = 0; i < SUBJECT_PAPER; i++) names[i] = subject_name((enum subject)(i + 1));
    size_t subject = 0;
    if (reader->rule->stage != STAGE_AUDIT)
        READER_ERROR(reader, path, "unknown-key", "只有审计规则（stage = \"audit\"）写 subject",
                     "only rules of stage audit have a subject");
    else if (reader_word(reader, path, names, SUBJECT_PAPER, &subject))
        reader->rule->subject = (enum subject)(subject + 1);
}

void rule_head_title(struct reader *reader, const char *path) { reader_bilingual(reader, path, &reader->rule->title); }

void rule_head_why(struct reader *reader, const char *path) { reader_bilingual(reader, path, &reader->rule->why); }

void rule_head_seeds(struct reader *reader, const char *path) { reader_texts(reader, path, &reader->rule->seeds); }

static void read_cite(struct reader *reader, const char *path, struct cite *out) {
    static const struct reader_key KEYS[] = {{"title", true}, {"article", true}, {"verified", true}};
    if (!reader_keys(reader, path, KEYS, 3)) return;
    reader_field(reader, path, "title", false, &out->title);
    reader_field(reader, path, "article", true, &out->article);
    struct str verified = {"", 0};
    reader_field(reader, path, "verified", false, &verified);
    char inner[READER_PATH];
    reader_join(inner, path, "verified");
    if (verified.length == 1 && strchr("VSMP", verified.at[0]) != NULL)
        out->verified = verified.at[0];
    else if (verified.length > 0)
        READER_ERROR(reader, inner, "unknown-word", "verified 应为 V、S、M 或 P，实为“%s”",
                     "verified should be V, S, M or P, is \"%s\"", verified.at);
}

void rule_head_basis(struct reader *reader, const char *path) {
    struct cites *basis = &reader->rule->basis;
    size_t count = 0;
    if (!reader_array(reader, path, &count)) return;
    if (count == 0) READER_ERROR(reader, path, "missing-basis", "依据不能为空", "a rule must cite a basis");
    basis->at = reader_array_of(reader, count, sizeof *basis->at);
    if (basis->at == NULL) return;
    basis->count = count;
    for (size_t i = 0; i < count; i++) {
        char inner[READER_PATH];
        reader_index(inner, path, i + 1);
        lua_rawgeti(reader->lua, -1, (lua_Integer)i + 1);
        read_cite(reader, inner, &basis->at[i]);
        lua_pop(reader->lua, 1);
    }
}

void rule_head_ground(struct reader *reader, const char *path) {
    if (lua_isboolean(reader->lua, -1) && !lua_toboolean(reader->lua, -1)) return;
    struct choices grounds = choices_of("GROUND");
    struct str word;
    if (!reader_text(reader, path, false, &word)) return;
    reader->rule->ground = choice_find(grounds, word);
    if (reader->rule->ground >= 0) return;
    int nearest = choice_nearest(grounds, word);
    struct str near = nearest >= 0 ? grounds.at[nearest].name : STR("false");
    READER_ERROR(reader, path, "unknown-word", "没有“%s”这个理由，是不是“%.*s”？",
                 "there is no ground \"%s\"; did you mean \"%.*s\"?", word.at, (int)near.length, near.at);
}

static void read_day(struct reader *reader, const char *path, int32_t *out) {
    struct str text;
    if (!reader_text(reader, path, false, &text)) return;
    if (!day_parse(text, out))
        READER_ERROR(reader, path, "bad-date", "“%s”应为日期“年-月-日”，实为“%s”",
                     "\"%s\" should be a date YYYY-MM-DD, is \"%s\"", path, text.at);
}

void rule_head_since(struct reader *reader, const char *path) { read_day(reader, path, &reader->rule->validity.from); }

void rule_head_until(struct reader *reader, const char *path) {
    struct validity *validity = &reader->rule->validity;
    read_day(reader, path, &validity->to);
    if (validity->to != DAY_NONE && validity->from != DAY_NONE && validity->to < validity->from)
        READER_ERROR(reader, path, "reversed-dates", "until 早于 since", "until is before since");
}

void rule_head_emergency(struct reader *reader, const char *path) {
    struct str never = STR("never");
    size_t index = 0;
    if (reader_word(reader, path, &never, 1, &index)) reader->rule->emergency_excuses = false;
}
