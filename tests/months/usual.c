/* usual.c - what a county sends in a month when nothing is wrong but the usual: money, people or guidance that did not come
 * with it, a photo too many. One township gets as many papers and meetings as the one of the survey did. Source: S001-02 (2,615
 * papers in eleven months, 858 for the secretary), S001-05 (470 meetings, 180 for the secretary).
 */
#include <months/month.h>

enum {
    COUNTY_WIDE = 150,
    SOME_TOWNSHIPS = 170,
    LEAST_PAPERS = 2050, /* of a month */
    TOPIC_MOST = 6,      /* papers of a month on one matter, each about other villages */
    MEETINGS_A_DAY = 2,
    VISITS_A_YEAR = 2, /* of a department to a township */
    LONGEST = 30       /* bytes of a topic: long ones would make papers alike */
};

/* What the township of the survey gets: a month's share of eleven months, so that three of them come to 713, 234, 128 and 49.
 */
static const struct {
    size_t papers, for_secretary, meetings, with_secretary;
} SURVEYED[MONTHS] = {{238, 78, 43, 16}, {238, 78, 43, 16}, {237, 78, 42, 17}};

/* Tasks in a hundred that lack money, people or guidance: it gets better. */
static const unsigned LACKING[MONTHS] = {45, 37, 29};

struct usual {
    struct archive *archive;
    int month;
    uint8_t meetings[32][DAYS]; /* of a township on a day, counted from the first of all */
    uint8_t visitors[128][32];  /* visits of a department to a township */
};

static bool is_wide(townships to) { return (to & (to - 1)) != 0; }

static unsigned township_of(townships to) {
    unsigned number = 0;
    while (!(to >> number & 1)) number++;
    return number;
}

static void put_actions(struct paper *paper, const struct item *item) {
    buf_put_text(&paper->more, ",\"actions\":[");
    for (size_t i = 0; i < item->township_actions.count; i++)
        buf_printf(&paper->more, "%s\"%s\"", i > 0 ? "," : "", item->township_actions.at[i].at);
    buf_put_text(&paper->more, "]");
}

/* "关于 lead 甲村、乙村 matter tail". */
static void put_title(struct usual *usual, struct paper *paper, const char *lead, struct str words, const char *tail) {
    static const char *const SEASONS[] = {"汛期",   "开学前后", "秋收期间", "两节期间", "国庆前后", "三季度",
                                          "四季度", "今冬明春", "农忙时节", "伏季",     "入秋后",   "年底前"};
    buf_printf(&paper->title, "关于%s", lead);
    if (!is_wide(paper->to))
        archive_villages(usual->archive, &paper->title);
    else if (paper->to != archive_townships(usual->archive, ""))
        buf_put_text(&paper->title, SEASONS[archive_chance(usual->archive, sizeof SEASONS / sizeof *SEASONS)]);
    buf_put(&paper->title, words);
    buf_put_text(&paper->title, tail);
}

static void due_in(struct usual *usual, struct paper *paper, unsigned least) {
    paper->due = archive_later(usual->archive, paper->received, (int)(least + archive_chance(usual->archive, 15)));
}

/* Something did not come with the task, or it is not said whether it did. */
static void put_lacking(struct usual *usual, struct paper *paper, const struct item *item) {
    static const struct {
        bool money, is_told;
        int people;
    } LACKS[] = {{true, true, 0}, {true, true, 3}, {false, true, 2}, {false, false, 0}};
    const unsigned lack = archive_chance(usual->archive, sizeof LACKS / sizeof *LACKS);
    const int yuan = LACKS[lack].money ? 600 * (1 + (int)archive_chance(usual->archive, 12)) : 0;
    buf_printf(&paper->more, ",\"basis\":[{\"title\":\"履职清单\",\"article\":\"%s\",\"kind\":\"duty_list\"}]", item->id.at);
    buf_put_text(&paper->more, ",\"powers\":{\"required\":[],\"granted\":[]}");
    if (LACKS[lack].is_told) {
        buf_printf(&paper->more, ",\"funds\":{\"required\":%d,\"provided\":0,\"matching_required\":0}", yuan);
        buf_printf(&paper->more, ",\"staff\":{\"required\":%d,\"provided\":0,\"days\":5}", LACKS[lack].people);
    }
    buf_put_text(&paper->more, ",\"guidance\":{\"objective\":\"底数清\"},\"department_retains\":[\"汇总\"]");
}

/* Training on the second working day, the start on the fourth. */
static void put_training(struct usual *usual, struct paper *paper) {
    char training[12], start[12];
    day_format(day_of_minute(archive_later(usual->archive, paper->received, 2)), training);
    day_format(day_of_minute(archive_later(usual->archive, paper->received, 4)), start);
    buf_printf(&paper->more, ",\"start_at\":\"%s\",\"training\":{\"date\":\"%s\",\"hours\":4},\"technology\":[\"随队指导\"]",
               start, training);
}

/* A little more than is needed. */
static void put_extra(struct usual *usual, struct paper *paper) {
    static const char *const EXTRAS[] = {
        ",\"demands\":{\"photos\":true}",
        ",\"demands\":{\"groups\":1}",
        ",\"demands\":{\"dossier\":[\"plan\",\"summary\",\"photos\"]}",
        ",\"demands\":{\"in_person\":true}",
        ",\"demands\":{\"local_plan\":true}",
    };
    buf_put_text(&paper->more, EXTRAS[archive_chance(usual->archive, sizeof EXTRAS / sizeof *EXTRAS)]);
}

static void make_work(struct usual *usual, struct paper *paper, struct str words) {
    static const char *const LEADS[] = {"核实", "协助做好", "商请开展", "继续做好", "交办", "复核", "跟进"};
    static const char *const TAILS[] = {"的函", "情况的函", "有关事项的函", "后续工作的函", "的通知"};
    const struct item *item = &usual->archive->list.items[paper->item];
    const bool is_basic = item->kind == ITEM_BASIC;
    put_title(usual, paper, is_wide(paper->to) ? "做好" : LEADS[archive_chance(usual->archive, 7)], words,
              is_wide(paper->to) ? "工作的通知" : TAILS[archive_chance(usual->archive, 5)]);
    due_in(usual, paper, 7);
    put_actions(paper, item);
    if (archive_happens(usual->archive, LACKING[usual->month])) {
        put_lacking(usual, paper, item);
        return;
    }
    paper_support(paper, usual->archive, is_basic ? 0 : 600 * (int)(2 + archive_chance(usual->archive, 6)),
                  is_basic ? 0 : (item->staff_min > 0 ? (int)item->staff_min : 1));
    if (!is_basic) put_training(usual, paper);
    if (archive_happens(usual->archive, 32)) put_extra(usual, paper);
}

static void make_document(struct usual *usual, struct paper *paper, struct str words) {
    static const char *const TAILS[] = {"政策口径的复函", "办理结果的告知函", "工作提示",
                                        "政策解读的通知", "宣传材料的通知",   "经办流程的说明"};
    put_title(usual, paper, is_wide(paper->to) ? "印发" : "", words, TAILS[archive_chance(usual->archive, 6)]);
    paper->due = 0;
    buf_put_text(&paper->more, ",\"actions\":[],\"consultation\":{\"burden_assessment\":\"done\"}");
    paper_support(paper, usual->archive, 0, 0);
}

static void make_material(struct usual *usual, struct paper *paper, struct str words) {
    put_title(usual, paper, "报送", words, archive_happens(usual->archive, 50) ? "进展的函" : "典型做法的函");
    due_in(usual, paper, 5);
    put_actions(paper, &usual->archive->list.items[paper->item]);
    paper_support(paper, usual->archive, 0, 0);
    if (archive_happens(usual->archive, 30)) put_extra(usual, paper);
}

static void make_form(struct usual *usual, struct paper *paper, struct str words) {
    put_title(usual, paper, "填报", words, "统计表的函");
    due_in(usual, paper, 6);
    put_actions(paper, &usual->archive->list.items[paper->item]);
    paper_support(paper, usual->archive, 0, 0);
    buf_printf(&paper->more,
               ",\"demands\":{\"forms\":[{\"name\":\"%s表\",\"number\":\"示统%u表\",\"approval_no\":\"示统制〔2026〕%u号\","
               "\"valid_to\":\"2027-12-31\",\"fields\":[\"件数\",\"办结数\"],\"media\":[\"electronic\"],\"every\":\"%s\"}]}",
               words.at, archive_chance(usual->archive, 90000) + 10000, archive_chance(usual->archive, 80) + 10,
               archive_happens(usual->archive, 60) ? "once" : "quarterly");
}

static void make_consultation(struct usual *usual, struct paper *paper, struct str words) {
    put_title(usual, paper, "征求", words, "办法意见的函");
    due_in(usual, paper, 8);
    buf_put_text(&paper->more, ",\"consultation\":{\"round\":1}");
}

static int32_t day_number(const struct usual *usual, int32_t day) { return day - usual->archive->months[0].first; }

/* A day on which nobody else visits the township; everybody comes so often and no more. */
static int32_t visiting_day(struct usual *usual, const struct paper *paper) {
    bool *visits = usual->archive->visits[township_of(paper->to)];
    for (int workdays = 3;; workdays++) {
        const int32_t day = day_of_minute(archive_later(usual->archive, paper->received, workdays));
        if (visits[day_number(usual, day)]) continue;
        visits[day_number(usual, day)] = true;
        return day;
    }
}

static void make_visit(struct usual *usual, struct paper *paper, struct str words) {
    static const char *const VISITS[][3] = {{"inspection", "检查", "检查"},
                                            {"research_visit", "调研", "调研"},
                                            {"guidance_visit", "到村指导", "业务指导"},
                                            {"acceptance", "验收", "验收"}};
    const unsigned which = archive_chance(usual->archive, 4);
    const int32_t day = visiting_day(usual, paper);
    char text[12];
    paper->kind = VISITS[which][0];
    put_title(usual, paper, VISITS[which][1], words, "的函");
    day_format(day, text);
    buf_printf(
        &paper->more,
        ",\"actions\":[],\"inspection\":{\"plan_no\":\"示督〔2026〕%u号\",\"at\":\"%sT09:00\",\"called\":\"%s\",\"runs\":1}",
        archive_chance(usual->archive, 60) + 1, text, VISITS[which][2]);
    buf_put_text(&paper->more, ",\"consultation\":{\"burden_assessment\":\"done\"}");
}

static uint8_t most_meetings(const struct usual *usual, townships to, int32_t day) {
    uint8_t most = 0;
    for (unsigned i = 0; i < 32; i++)
        if (to >> i & 1 && usual->meetings[i][day_number(usual, day)] > most) most = usual->meetings[i][day_number(usual, day)];
    return most;
}

/* A day on which those townships have few meetings; of those tried the last, when there is none. */
static int32_t meeting_day(struct usual *usual, const struct paper *paper) {
    int32_t day = 0;
    for (int attempt = 0; attempt < 40; attempt++) {
        day = day_of_minute(archive_later(usual->archive, paper->received, 2 + (int)archive_chance(usual->archive, 7)));
        if (most_meetings(usual, paper->to, day) < MEETINGS_A_DAY) break;
    }
    for (unsigned i = 0; i < 32; i++)
        if (paper->to >> i & 1) usual->meetings[i][day_number(usual, day)]++;
    return day;
}

static void make_meeting(struct usual *usual, struct paper *paper, struct str words) {
    static const char *const HOURS[] = {"08:30", "09:00", "10:00", "14:30", "15:00", "16:00"};
    char day[12];
    day_format(meeting_day(usual, paper), day);
    paper->form = "group_message";
    paper->version = 0;
    put_title(usual, paper, "召开", words, paper->kind[0] == 'm' ? "会议的通知" : "视频会的通知");
    buf_printf(&paper->more,
               ",\"meeting\":{\"at\":\"%sT%s\",\"hours\":%u,\"called_by\":\"deputy\",\"agenda\":\"通报进度、研究难点\","
               "\"measures\":\"定责任、定时限\",\"attendees\":[\"分管负责人\"]",
               day, HOURS[archive_chance(usual->archive, 6)], 1 + archive_chance(usual->archive, 2));
}

static const struct recipe {
    const char *kind;
    unsigned share; /* of a hundred */
    bool alone;     /* to one township only */
    void (*make)(struct usual *usual, struct paper *paper, struct str words);
} RECIPES[] = {
    {"screening", 14, false, make_work},           {"visit", 12, false, make_work},       {"patrol", 10, false, make_work},
    {"document", 24, false, make_document},        {"material", 9, false, make_material}, {"form", 5, false, make_form},
    {"consultation", 5, false, make_consultation}, {"inspection", 7, true, make_visit},   {"meeting", 9, false, make_meeting},
    {"video_meeting", 5, false, make_meeting},
};

static const struct recipe *pick(struct usual *usual, bool wide) {
    for (;;) {
        unsigned at = archive_chance(usual->archive, 100);
        const struct recipe *recipe = RECIPES;
        while (at >= recipe->share) at -= recipe++->share;
        if (!wide || !recipe->alone) return recipe;
    }
}

/* Whether a paper of that kind may be about it: duties that need powers are not asked for in passing, and what asks for no work
 * is about a basic duty. */
static bool fits(const struct usual *usual, const struct recipe *recipe, const struct topic *topic, townships to) {
    const struct item *item = &usual->archive->list.items[topic->item];
    if (topic->words.length > LONGEST) return false;
    if (item->power_count > 0 || (recipe->make == make_document && item->kind != ITEM_BASIC)) return false;
    return !recipe->alone || usual->visitors[topic->department][township_of(to)] < VISITS_A_YEAR;
}

static struct paper *add(struct usual *usual, const struct recipe *recipe, townships to) {
    struct archive *archive = usual->archive;
    const bool everybody = to == archive_townships(archive, "");
    struct topic topic;
    do
        topic =
            everybody ? archive_topic(archive, MONTHS, 2) : archive_topic(archive, usual->month, is_wide(to) ? 2 : TOPIC_MOST);
    while (!fits(usual, recipe, &topic, to));
    ++*topic.used;
    if (recipe->alone) usual->visitors[topic.department][township_of(to)]++;
    struct paper *paper = past_add(archive, archive_minute(archive, usual->month), topic.department, recipe->kind, to);
    paper->item = topic.item;
    paper->role = archive->list.items[topic.item].kind == ITEM_BASIC ? "main" : "cooperating";
    recipe->make(usual, paper, topic.words);
    return paper;
}

static bool is_meeting(const struct paper *paper) { return strstr(paper->kind, "meeting") != NULL; }

/* Four to eleven townships. */
static townships some(struct archive *archive) {
    townships to = 0;
    for (unsigned left = 4 + archive_chance(archive, 8); left > 0; left--)
        to |= (townships)1 << archive_chance(archive, (unsigned)archive->list.township_count);
    return to;
}

static void count(const struct month *month, townships township, size_t *papers, size_t *meetings) {
    *papers = *meetings = 0;
    for (size_t i = 0; i < month->count; i++)
        if (month->papers[i]->to & township) ++*(is_meeting(month->papers[i]) ? meetings : papers);
}

static townships another(struct archive *archive, townships surveyed) {
    townships to;
    do to = (townships)1 << archive_chance(archive, (unsigned)archive->list.township_count);
    while (to == surveyed);
    return to;
}

/* The township of the survey gets what is left of its share, the others the rest of the month. */
static void add_single(struct usual *usual, townships surveyed) {
    struct month *month = &usual->archive->months[usual->month];
    size_t papers, meetings;
    count(month, surveyed, &papers, &meetings);
    while (papers < SURVEYED[usual->month].papers || meetings < SURVEYED[usual->month].meetings) {
        const struct recipe *recipe = pick(usual, false);
        const bool meets = recipe->make == make_meeting;
        if (meets ? meetings >= SURVEYED[usual->month].meetings : papers >= SURVEYED[usual->month].papers) continue;
        ++*(meets ? &meetings : &papers);
        (void)add(usual, recipe, surveyed);
    }
    while (month->count < LEAST_PAPERS) (void)add(usual, pick(usual, false), another(usual->archive, surveyed));
}

/* Every so many of those that the township of the survey gets go to its secretary. */
static void pick_for_secretary(struct month *month, townships surveyed, size_t wanted, size_t total) {
    size_t seen = 0, taken = 0;
    for (size_t i = 0; i < month->count; i++)
        if (month->papers[i]->to & surveyed && !is_meeting(month->papers[i]) && ++seen * wanted / total > taken) {
            month->papers[i]->to_secretary = true;
            taken++;
        }
}

static void pick_attendees(struct month *month, townships surveyed, size_t wanted, size_t total) {
    size_t seen = 0, taken = 0;
    for (size_t i = 0; i < month->count; i++) {
        struct paper *paper = month->papers[i];
        if (!is_meeting(paper)) continue;
        const bool top = (paper->to & surveyed) && ++seen * wanted / total > taken;
        if (top) taken++;
        buf_printf(&paper->more, ",\"attendees_rank\":\"%s\"}", top ? "top_official" : "deputy");
    }
}

void usual_papers(struct archive *archive, int month) {
    static struct usual usual; /* remembers visits and meetings from month to month */
    usual.archive = archive;
    usual.month = month;
    const townships everybody = archive_townships(archive, ""), surveyed = archive_townships(archive, "木塘垸镇");
    archive->chance = 20260801 + (uint64_t)month;
    for (int i = 0; i < COUNTY_WIDE; i++) (void)add(&usual, pick(&usual, true), everybody);
    for (int i = 0; i < SOME_TOWNSHIPS; i++) (void)add(&usual, pick(&usual, true), some(archive));
    add_single(&usual, surveyed);
    pick_for_secretary(&archive->months[month], surveyed, SURVEYED[month].for_secretary, SURVEYED[month].papers);
    pick_attendees(&archive->months[month], surveyed, SURVEYED[month].with_secretary, SURVEYED[month].meetings);
}
