/* letter_fill.c - what a decision gives to a letter, name by name. Chinese only: the letter is. */
#include <say/decision/balance_words.h>
#include <say/letter/letter_inside.h>

#include <decide/balance.h>

/* Filling one row at a time; a text is made in `line` and kept in the arena. */
struct filler {
    const struct letter_request *request;
    const struct decision *decision;
    const struct task *task;
    struct arena *arena;
    struct buf line;
    bool failed;
};

static struct str keep(struct filler *filler) {
    const struct str text = arena_copy(filler->arena, buf_str(&filler->line));
    filler->failed = filler->failed || filler->line.failed || !text.at;
    buf_clear(&filler->line);
    return text.at ? text : STR("");
}

/* Keeps what stands in `line` as officials write it. */
static struct str keep_tidy(struct filler *filler) {
    struct buf tidy = {0};
    letter_tidy(&tidy, buf_str(&filler->line));
    const struct str text = arena_copy(filler->arena, buf_str(&tidy));
    filler->failed = filler->failed || filler->line.failed || tidy.failed || !text.at;
    buf_free(&tidy);
    buf_clear(&filler->line);
    return text.at ? text : STR("");
}

static bool make_row(struct filler *filler, struct template_row *row) {
    row->texts = arena_take_array(filler->arena, LETTER_NAME_COUNT, sizeof *row->texts);
    row->sections = arena_take_array(filler->arena, LETTER_NAME_COUNT, sizeof *row->sections);
    filler->failed = filler->failed || !row->texts || !row->sections;
    if (!row->texts || !row->sections) return false;
    for (size_t i = 0; i < LETTER_NAME_COUNT; i++) row->texts[i] = STR("");
    return true;
}

/* Room for `most` rows of a section; NULL when memory ran out. */
static struct template_row *begin_rows(struct filler *filler, struct template_row *root, enum letter_name section,
                                       size_t most) {
    struct template_row *rows = arena_take_array(filler->arena, most + 1, sizeof *rows);
    filler->failed = filler->failed || !rows;
    root->sections[section] = (struct template_rows){rows, 0};
    return rows;
}

/* The next of those rows, with its number; NULL when memory ran out. */
static struct template_row *add_row(struct filler *filler, struct template_row *root, enum letter_name section,
                                    struct template_row *rows, enum letter_name number) {
    struct template_row *row = rows ? &rows[root->sections[section].count] : NULL;
    if (!row || !make_row(filler, row)) return NULL;
    buf_put_int(&filler->line, (int64_t)++root->sections[section].count);
    row->texts[number] = keep(filler);
    return row;
}

static void set_condition(struct filler *filler, struct template_row *root, enum letter_name section, bool holds) {
    struct template_row *rows = holds ? begin_rows(filler, root, section, 1) : NULL;
    if (rows && make_row(filler, &rows[0])) root->sections[section].count = 1;
}

static struct str minute_text(struct filler *filler, enum fact_id fact) {
    const struct value *value = &filler->task->value[fact];
    if (!task_given(filler->task, fact)) return STR("");
    letter_minute(&filler->line, value->number, value->whole_day || day_minute_of(value->number) == DAY_MINUTES - 1);
    return keep(filler);
}

/* 关于报送…的通知 -> 报送…; whoever stands before 关于 is left out too. */
static struct str matter_of(struct str title) {
    enum { KIND_BYTES = 15 };
    const struct str about = STR("关于"), of = STR("的");
    const ptrdiff_t start = str_find(title, about);
    struct str matter = title;
    if (start >= 0) matter = (struct str){title.at + start + about.length, title.length - (size_t)start - about.length};
    for (size_t back = of.length; back <= KIND_BYTES && back < matter.length; back++) {
        const struct str tail = {matter.at + matter.length - back, back};
        if (!str_starts_with(tail, of)) continue;
        if (back > of.length) matter.length -= back;
        break;
    }
    return matter.length > 0 ? matter : title;
}

static bool ends_in(struct str text, struct str ending) {
    return text.length >= ending.length && memcmp(text.at + text.length - ending.length, ending.at, ending.length) == 0;
}

static void fill_office(struct filler *filler, struct template_row *root) {
    const struct str name = filler->request->township->name, county = filler->request->list->county;
    const bool is_subdistrict = ends_in(name, STR("街道"));
    buf_put(&filler->line, name);
    buf_put_text(&filler->line, is_subdistrict ? "办事处" : "人民政府");
    root->texts[NAME_OFFICE] = keep(filler);
    if (!str_starts_with(name, county)) buf_put(&filler->line, county);
    buf_put(&filler->line, root->texts[NAME_OFFICE]);
    root->texts[NAME_FULL_OFFICE] = keep(filler);
    root->texts[NAME_WE] = is_subdistrict             ? STR("我街道")
                           : ends_in(name, STR("乡")) ? STR("我乡")
                           : ends_in(name, STR("镇")) ? STR("我镇")
                                                      : STR("我单位");
}

static void fill_paper(struct filler *filler, struct template_row *root) {
    const struct task *task = filler->task;
    const struct str issuer = task_text(task, FACT_ID_ISSUER_NAME);
    root->texts[NAME_ISSUER] = issuer.length > 0 ? issuer : STR("（来文单位待补）");
    root->texts[NAME_YOU] = filler->request->reply->genre == GENRE_LETTER ? STR("你单位") : root->texts[NAME_ISSUER];
    root->texts[NAME_TITLE] = task_text(task, FACT_ID_TITLE);
    root->texts[NAME_MATTER] = matter_of(root->texts[NAME_TITLE]);
    root->texts[NAME_DOCUMENT_NUMBER] = task_text(task, FACT_ID_DOCUMENT_NUMBER);
    if (task_given(task, FACT_ID_DOCUMENT_DATE)) {
        letter_day(&filler->line, (int32_t)task->value[FACT_ID_DOCUMENT_DATE].number);
        root->texts[NAME_DOCUMENT_DATE] = keep(filler);
    }
    root->texts[NAME_RECEIVED] = minute_text(filler, FACT_ID_RECEIVED_AT);
    root->texts[NAME_DUE] = minute_text(filler, FACT_ID_DUE_AT);
    if (!filler->decision->provisional) return;
    letter_minute(&filler->line, filler->decision->papers_due, false);
    root->texts[NAME_EMERGENCY_PAPERS] = keep(filler);
    set_condition(filler, root, NAME_EMERGENCY, true);
}

static void fill_item(struct filler *filler, struct template_row *root) {
    const struct list *list = filler->request->list;
    const int index = filler->decision->match.item;
    const struct item *item = index >= 0 ? &list->items[index] : NULL;
    root->texts[NAME_LIST_TITLE] = list->title;
    set_condition(filler, root, NAME_OFF_LIST, !item);
    if (!item) return;
    root->texts[NAME_ITEM_ID] = item->id;
    root->texts[NAME_ITEM_NAME] = item->name;
    if (item->department >= 0) root->texts[NAME_DEPARTMENT] = list->departments[item->department].name;
    root->texts[NAME_DEPARTMENT_DUTY] = item->department_duty;
    root->texts[NAME_TOWNSHIP_DUTY] = item->township_duty;
    root->texts[NAME_WORKING_MODE] = item->working_mode;
    set_condition(filler, root, NAME_BASIC, item->kind == ITEM_BASIC);
    set_condition(filler, root, NAME_COOPERATIVE, item->kind == ITEM_COOPERATIVE);
    set_condition(filler, root, NAME_RECALLED, item->kind == ITEM_RECALLED);
}

static void fill_letter(struct filler *filler, struct template_row *root) {
    const struct letter_request *request = filler->request;
    root->texts[NAME_NUMBER] = request->number;
    root->texts[NAME_SIGNER] = request->signer;
    root->texts[NAME_CONTACT] = request->contact;
    if (request->date != DAY_NONE)
        letter_day(&filler->line, request->date);
    else
        buf_put_text(&filler->line, "　　年　月　日");
    root->texts[NAME_DATE] = keep(filler);
    set_condition(filler, root, NAME_LETTER, request->reply->genre == GENRE_LETTER);
    set_condition(filler, root, NAME_REPORT, request->reply->genre == GENRE_REPORT);
    set_condition(filler, root, NAME_REQUEST, request->reply->genre == GENRE_REQUEST);
    set_condition(filler, root, NAME_OBJECTION, request->reply->is_objection);
}

static bool is_article(struct str article) { return str_starts_with(article, STR("第")); }

/* Citations that were read in their source; articles of one law stand behind its name together. */
static void fill_authority(struct filler *filler, const struct rule *rule, struct template_row *row) {
    const struct cite *before = NULL;
    for (size_t i = 0; i < rule->basis.count; i++) {
        const struct cite *cite = &rule->basis.at[i];
        if (cite->verified != 'V') continue;
        if (before && str_equal(before->title, cite->title) && is_article(before->article) && is_article(cite->article)) {
            buf_put_text(&filler->line, "、");
            buf_put(&filler->line, letter_article(cite->article));
        } else {
            if (before) buf_put_text(&filler->line, "，");
            letter_cite(&filler->line, cite);
        }
        before = cite;
    }
    row->texts[NAME_GROUND_BASIS] = keep(filler);
}

static void fill_grounds(struct filler *filler, struct template_row *root) {
    const struct reply *reply = filler->request->reply;
    struct template_row *rows = begin_rows(filler, root, NAME_GROUNDS, reply->ground_count);
    for (size_t i = 0; i < reply->ground_count; i++) {
        const struct finding *finding = reply->grounds[i];
        struct template_row *row = add_row(filler, root, NAME_GROUNDS, rows, NAME_GROUND_NUMBER);
        if (!row) return;
        say_finding(&filler->line, finding, QUANZE_ZH);
        row->texts[NAME_GROUND_FACT] = keep_tidy(filler);
        if (!str_equal(finding->rule->title.zh, row->texts[NAME_GROUND_FACT]))
            row->texts[NAME_GROUND_TITLE] = finding->rule->title.zh; /* where the title says it all, it is said once */
        fill_authority(filler, finding->rule, row);
        if (!finding->has_remedy) continue;
        say_remedy(&filler->line, &finding->remedy, QUANZE_ZH);
        row->texts[NAME_GROUND_CURE] = keep_tidy(filler);
    }
}

static void put_amount(struct buf *out, enum balance_side side, const struct texts *texts, int64_t number) {
    if (side == BALANCE_POWER || side == BALANCE_GUIDANCE) {
        if (texts->count > 0) say_texts(out, *texts, QUANZE_ZH);
    } else if (number == BALANCE_UNKNOWN) {
        buf_put_text(out, "未说明");
    } else if (side == BALANCE_FUNDS) {
        say_number(out, (double)number / 100);
        buf_put_text(out, "元");
    } else if (side == BALANCE_STAFF) {
        buf_put_int(out, number);
        buf_put_text(out, "人");
    } else {
        say_number(out, (double)say_hundredth_hours(number) / 100);
        buf_put_text(out, "个工作小时");
    }
}

static void fill_need(struct filler *filler, enum balance_side side, struct template_row *row) {
    const struct balance_row *balance = &filler->decision->balance[side];
    row->texts[NAME_NEED_NAME] = balance_label(side, QUANZE_ZH);
    put_amount(&filler->line, side, &balance->required, balance->needed);
    row->texts[NAME_NEED_REQUIRED] = keep_tidy(filler);
    put_amount(&filler->line, side, &balance->provided, balance->given);
    row->texts[NAME_NEED_PROVIDED] = keep_tidy(filler);
    put_amount(&filler->line, side, &balance->gap, balance->short_of);
    row->texts[NAME_NEED_GAP] = keep_tidy(filler);
}

static void fill_needs(struct filler *filler, struct template_row *root) {
    struct template_row *rows = begin_rows(filler, root, NAME_NEEDS, BALANCE_COUNT);
    for (int side = 0; side < BALANCE_COUNT; side++) {
        if (!balance_is_short(&filler->decision->balance[side])) continue;
        struct template_row *row = add_row(filler, root, NAME_NEEDS, rows, NAME_NEED_NUMBER);
        if (row) fill_need(filler, (enum balance_side)side, row);
    }
}

/* The finding whose own remedy makes this change: its words are better than the fact's. */
static const struct finding *remedy_of(const struct decision *decision, const struct fact_value *set) {
    for (size_t i = 0; i < decision->finding_count; i++) {
        const struct finding *finding = &decision->findings[i];
        if (!finding->has_remedy || finding->remedy.set_count != 1) continue;
        const struct fact_value *own = &finding->remedy.sets[0];
        const bool has_items = own->value.state == VALUE_GIVEN && fact_at(own->fact)->type >= FACT_TEXT;
        if (own->fact == set->fact && own->value.state == set->value.state &&
            (has_items || own->value.number == set->value.number))
            return finding;
    }
    return NULL;
}

/* A row of a section that says what stands in `line`, unless one says it already. */
struct once {
    enum letter_name section, number, text;
};

static void add_once(struct filler *filler, struct template_row *root, struct template_row *rows, const struct once *as) {
    const struct str text = keep_tidy(filler);
    for (size_t i = 0; rows && i < root->sections[as->section].count; i++)
        if (str_equal(rows[i].texts[as->text], text)) return;
    struct template_row *row = add_row(filler, root, as->section, rows, as->number);
    if (row) row->texts[as->text] = text;
}

static const struct once CONDITION = {NAME_CONDITIONS, NAME_CONDITION_NUMBER, NAME_CONDITION_TEXT};
static const struct once CURE = {NAME_CURES, NAME_CURE_NUMBER, NAME_CURE_TEXT};

static void fill_fix(struct filler *filler, const struct fix *fix, struct template_row *root) {
    struct template_row *rows = begin_rows(filler, root, NAME_CONDITIONS, fix->set_count);
    for (size_t i = 0; i < fix->set_count; i++) {
        const struct finding *finding = remedy_of(filler->decision, &fix->sets[i]);
        if (finding)
            say_remedy(&filler->line, &finding->remedy, QUANZE_ZH);
        else
            say_set(&filler->line, &fix->sets[i], QUANZE_ZH);
        add_once(filler, root, rows, &CONDITION);
    }
}

static void fill_cures(struct filler *filler, struct template_row *root, const struct once *as) {
    const struct reply *reply = filler->request->reply;
    struct template_row *rows = begin_rows(filler, root, as->section, reply->ground_count);
    for (size_t i = 0; i < reply->ground_count; i++) {
        if (!reply->grounds[i]->has_remedy) continue;
        say_remedy(&filler->line, &reply->grounds[i]->remedy, QUANZE_ZH);
        add_once(filler, root, rows, as);
    }
}

/* The smallest fix; where there is none to make the task admissible, what cures each ground. */
static void fill_conditions(struct filler *filler, struct template_row *root) {
    const struct fixes *fixes = filler->decision->fixes;
    set_condition(filler, root, NAME_WITHDRAW, fixes && fixes->end == FIX_WITHDRAW);
    set_condition(filler, root, NAME_CURABLE, fixes && (fixes->end == FIX_FOUND || fixes->end == FIX_NOT_NEEDED));
    if (fixes && fixes->end == FIX_WITHDRAW) return;
    if (fixes && fixes->end == FIX_FOUND) {
        fill_fix(filler, &fixes->at[0], root);
        return;
    }
    fill_cures(filler, root, &CONDITION);
}

/* What others can tell. A calendar that we lack is nobody's to tell, and the township has the paper and its own facts. */
static bool is_for_others(const struct question *question) {
    return question->fact < FACT_COUNT_ALL && question->fact != FACT_ID_BODY &&
           !str_equal(question->ask->name, STR("township"));
}

static void fill_questions(struct filler *filler, struct template_row *root) {
    const struct decision *decision = filler->decision;
    struct template_row *rows = begin_rows(filler, root, NAME_QUESTIONS, decision->question_count);
    for (size_t i = 0; i < decision->question_count; i++) {
        const struct question *question = &decision->questions[i];
        if (!is_for_others(question)) continue;
        struct template_row *row = add_row(filler, root, NAME_QUESTIONS, rows, NAME_QUESTION_NUMBER);
        if (!row) return;
        row->texts[NAME_QUESTION_FACT] = fact_label(question->fact, QUANZE_ZH);
        row->texts[NAME_QUESTION_WHO] = say_ask(filler->task, question->ask, QUANZE_ZH);
    }
}

static void fill_limits(struct filler *filler, struct template_row *root) {
    static const struct {
        enum letter_name name;
        enum limit_id limit;
    } LIMITS[] = {{NAME_OBJECTION_WORKDAYS, LIMIT_OBJECTION},
                  {NAME_ANSWER_WORKDAYS, LIMIT_ANSWER},
                  {NAME_NEGOTIATION_WORKDAYS, LIMIT_NEGOTIATION},
                  {NAME_ARBITRATION_WORKDAYS, LIMIT_ARBITRATION}};
    for (size_t i = 0; i < sizeof LIMITS / sizeof *LIMITS; i++) {
        buf_put_int(&filler->line, limit_workdays(LIMITS[i].limit, filler->request->list));
        root->texts[LIMITS[i].name] = keep(filler);
    }
}

/* Rows are numbered where there are several: one alone has no number. */
static void fill_points(struct filler *filler, struct template_row *root) {
    static const struct {
        enum letter_name section, number, point;
    } ROWS[] = {{NAME_GROUNDS, NAME_GROUND_NUMBER, NAME_GROUND_POINT},
                {NAME_CURES, NAME_CURE_NUMBER, NAME_CURE_POINT},
                {NAME_NEEDS, NAME_NEED_NUMBER, NAME_NEED_POINT},
                {NAME_CONDITIONS, NAME_CONDITION_NUMBER, NAME_CONDITION_POINT},
                {NAME_QUESTIONS, NAME_QUESTION_NUMBER, NAME_QUESTION_POINT}};
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        const struct template_rows *rows = &root->sections[ROWS[i].section];
        for (size_t k = 0; rows->count > 1 && k < rows->count; k++) {
            buf_put(&filler->line, rows->at[k].texts[ROWS[i].number]);
            buf_put_char(&filler->line, '.');
            rows->at[k].texts[ROWS[i].point] = keep(filler);
        }
    }
}

bool letter_fill(const struct letter_request *request, struct arena *arena, struct template_row *out) {
    struct filler filler = {.request = request, .decision = request->decision, .task = request->decision->task, .arena = arena};
    if (!make_row(&filler, out)) return false;
    fill_office(&filler, out);
    fill_paper(&filler, out);
    fill_item(&filler, out);
    fill_letter(&filler, out);
    fill_grounds(&filler, out);
    fill_needs(&filler, out);
    fill_conditions(&filler, out);
    fill_cures(&filler, out, &CURE);
    fill_questions(&filler, out);
    fill_limits(&filler, out);
    fill_points(&filler, out);
    set_condition(&filler, out, NAME_HAS_GROUNDS, out->sections[NAME_GROUNDS].count > 0);
    set_condition(&filler, out, NAME_HAS_NEEDS, out->sections[NAME_NEEDS].count > 0);
    set_condition(&filler, out, NAME_HAS_CONDITIONS, out->sections[NAME_CONDITIONS].count > 0);
    set_condition(&filler, out, NAME_HAS_QUESTIONS, out->sections[NAME_QUESTIONS].count > 0);
    buf_free(&filler.line);
    return !filler.failed;
}
