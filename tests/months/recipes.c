/* recipes.c - how the usual papers are written, kind by kind. */
#include <months/usual.h>

enum { MEETINGS_A_DAY = 2 };

/* Tasks in a hundred, of the departments that are careless, that lack money, people or guidance: it gets better. */
static const unsigned LACKING[MONTHS] = {85, 70, 55};

static bool is_careless(const struct archive *archive, int department) {
    static const char *const CARELESS[] = {"environment", "housing", "urban",        "political-legal", "culture",   "health",
                                           "agriculture", "traffic", "organisation", "civil",           "resources", "police"};
    for (size_t i = 0; i < sizeof CARELESS / sizeof *CARELESS; i++)
        if (str_equal(archive->list.departments[department].id, str_of(CARELESS[i]))) return true;
    return false;
}

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
    const unsigned lack = usual_trait(usual, sizeof LACKS / sizeof *LACKS);
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
        ",\"demands\":{\"local_plan\":true}",
        ",\"demands\":{\"dossier\":[\"plan\",\"summary\",\"photos\"]}",
        ",\"demands\":{\"in_person\":true}",
    };
    buf_put_text(&paper->more, EXTRAS[usual_trait(usual, is_careless(usual->archive, paper->department) ? 4 : 2)]);
}

/* What a careless department lacked in the first month it may have later: then it asks for nothing more. */
static bool was_lacking(const struct usual *usual, const struct paper *paper, unsigned trait) {
    return is_careless(usual->archive, paper->department) && trait < LACKING[0];
}

static void make_work(struct usual *usual, struct paper *paper, struct str words) {
    static const char *const WIDE[MONTHS] = {"做好", "推进", "抓好"};
    static const char *const LEADS[] = {"核实", "协助做好", "商请开展", "继续做好", "交办", "复核", "跟进"};
    static const char *const TAILS[] = {"的函", "情况的函", "有关事项的函", "后续工作的函", "的通知"};
    const struct item *item = &usual->archive->list.items[paper->item];
    const bool is_basic = item->kind == ITEM_BASIC;
    put_title(usual, paper, is_wide(paper->to) ? WIDE[usual->month] : LEADS[archive_chance(usual->archive, 7)], words,
              is_wide(paper->to) ? "工作的通知" : TAILS[archive_chance(usual->archive, 5)]);
    due_in(usual, paper, 7);
    put_actions(paper, item);
    const unsigned lack = usual_trait(usual, 100), extra = usual_trait(usual, 100);
    if (is_careless(usual->archive, paper->department) && lack < LACKING[usual->month]) {
        put_lacking(usual, paper, item);
        return;
    }
    paper_support(paper, usual->archive, is_basic ? 0 : 600 * (int)(2 + archive_chance(usual->archive, 6)),
                  is_basic ? 0 : (item->staff_min > 0 ? (int)item->staff_min : 1));
    if (!is_basic) put_training(usual, paper);
    if (!was_lacking(usual, paper, lack) && extra < 40) put_extra(usual, paper);
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
    if (usual_trait(usual, 100) < 40) put_extra(usual, paper);
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
    const unsigned which = usual_trait(usual, 4);
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

static const struct recipe RECIPES[] = {
    {"screening", 14, false, false, false, make_work},
    {"visit", 12, false, false, false, make_work},
    {"patrol", 10, false, false, false, make_work},
    {"document", 30, false, false, true, make_document},
    {"material", 9, false, false, false, make_material},
    {"form", 5, false, false, false, make_form},
    {"consultation", 5, false, false, false, make_consultation},
    {"inspection", 7, true, false, false, make_visit},
    {"meeting", 5, false, true, false, make_meeting},
    {"video_meeting", 3, false, true, false, make_meeting},
};

const struct recipe *usual_recipe(struct usual *usual, bool wide) {
    for (;;) {
        unsigned at = usual_trait(usual, 100);
        const struct recipe *recipe = RECIPES;
        while (at >= recipe->share) at -= recipe++->share;
        if (!wide || !recipe->is_visit) return recipe;
    }
}
