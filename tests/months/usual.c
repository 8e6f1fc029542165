/* usual.c - what a county sends in a month when nothing is wrong but the usual: some departments send tasks without money,
 * people or guidance, or want a photo too many. Each month has the same slots: a slot is a kind of paper from one department;
 * what it is about, when it comes and, where it goes to one township, to which, is new each month. So nothing grows or shrinks
 * but what was planted, and what some departments lack, which gets better. Source: S001-02 (2,615 papers in eleven months, 858
 * for the secretary), S001-05 (470 meetings, 180 for the secretary).
 */
#include <months/usual.h>

enum {
    SLOTS = 2040,
    COUNTY_WIDE = 120, /* the first slots go to all townships */
    WIDE = 220,        /* those after them to some */
    TOPIC_MOST = 6,    /* papers of a month on one matter, each about other villages */
    LONGEST = 24,      /* bytes of a topic: long ones would make papers alike */
    ATTEMPTS = 1500    /* then a matter may be taken once more */
};

/* What the township of the survey gets: a month's share of eleven months, so that three of them come to 713, 234, 128 and 49.
 */
static const struct {
    size_t papers, for_secretary, meetings, with_secretary;
} SURVEYED[MONTHS] = {{238, 78, 43, 16}, {238, 78, 43, 16}, {237, 78, 42, 17}};

unsigned usual_trait(struct usual *usual, unsigned below) {
    const uint64_t chance = usual->archive->chance;
    usual->archive->chance = usual->traits;
    const unsigned trait = archive_chance(usual->archive, below);
    usual->traits = usual->archive->chance;
    usual->archive->chance = chance;
    return trait;
}

static unsigned township_of(townships to) {
    unsigned number = 0;
    while (!(to >> number & 1)) number++;
    return number;
}

/* Four to eleven townships. */
static townships some(struct usual *usual) {
    townships to = 0;
    for (unsigned left = 4 + usual_trait(usual, 8); left > 0; left--)
        to |= (townships)1 << usual_trait(usual, (unsigned)usual->archive->list.township_count);
    return to;
}

/* Whether a paper of that kind may be about it: duties that need powers are not asked for in passing, what asks for no
 * work is about a basic duty, and what planted papers are about is left to them. */
static bool fits(const struct usual *usual, const struct recipe *recipe, const struct topic *topic) {
    const struct item *item = &usual->archive->list.items[topic->item];
    if (topic->words.length > LONGEST || item->power_count > 0 || usual->archive->planted[topic->item]) return false;
    return !recipe->is_idle || item->kind == ITEM_BASIC;
}

/* Whether a paper to several townships is about something that sounds like it: three characters in a row are the same. */
static bool is_taken(const struct usual *usual, struct str words) {
    enum { RUN = 9 };
    for (size_t i = 0; i < usual->taken_count; i++)
        for (size_t at = 0; at + RUN <= words.length; at += 3)
            if (str_find(usual->taken[i], (struct str){words.at + at, RUN}) >= 0) return true;
    return false;
}

/* A topic for the slot: in the first month of any department, which then is that of the slot. Papers to several townships never
 * share one, if need be with one of another department. */
static struct topic topic_of(struct usual *usual, size_t slot, const struct recipe *recipe, bool wide) {
    for (int attempt = 0;; attempt++) {
        const bool any = attempt > ATTEMPTS;
        const unsigned most = any && !wide ? UINT8_MAX : TOPIC_MOST;
        const struct topic topic = archive_topic(usual->archive, usual->month + (wide ? MONTHS : 0), most);
        const int department = usual->department[slot] - 1;
        if (!fits(usual, recipe, &topic) || (wide && attempt < 2 * ATTEMPTS && is_taken(usual, topic.words))) continue;
        if (department >= 0 && topic.department != department && !(any && wide)) continue;
        if (department < 0) usual->department[slot] = (uint8_t)(topic.department + 1);
        if (wide) usual->taken[usual->taken_count++] = topic.words;
        ++*topic.used;
        return topic;
    }
}

static bool is_meeting(const struct paper *paper) { return strstr(paper->kind, "meeting") != NULL; }

/* A township but the surveyed one; a visitor goes where the department was least often. */
static unsigned another(struct usual *usual, const struct recipe *recipe, int department, unsigned surveyed) {
    for (int attempt = 0;; attempt++) {
        const unsigned township = archive_chance(usual->archive, (unsigned)usual->archive->list.township_count);
        const int seen = recipe->is_visit ? usual->archive->visitors[department][township] : 0;
        if (township != surveyed && seen <= attempt / ATTEMPTS) return township;
    }
}

/* The township that a paper goes to: the surveyed one while it needs more, but visitors once. */
static townships township_for(struct usual *usual, const struct recipe *recipe, int department) {
    size_t *wanted = recipe->is_meeting ? &usual->meetings_wanted : &usual->papers_wanted;
    const unsigned surveyed = township_of(usual->surveyed);
    unsigned township = surveyed;
    if (*wanted == 0 || (recipe->is_visit && usual->archive->visitors[department][surveyed] > 0))
        township = another(usual, recipe, department, surveyed);
    else
        --*wanted;
    if (recipe->is_visit) usual->archive->visitors[department][township]++;
    return (townships)1 << township;
}

static void add(struct usual *usual, size_t slot) {
    struct archive *archive = usual->archive;
    usual->traits = 7000 + slot;
    const bool everybody = slot < COUNTY_WIDE, wide = slot < WIDE;
    const struct recipe *recipe = usual_recipe(usual, wide);
    const townships several = everybody ? archive_townships(archive, "") : some(usual);
    const struct topic topic = topic_of(usual, slot, recipe, wide);
    const townships to = wide ? several : township_for(usual, recipe, topic.department);
    struct paper *paper = past_add(archive, archive_minute(archive, usual->month), topic.department, recipe->kind, to);
    paper->item = topic.item;
    paper->role = archive->list.items[topic.item].kind == ITEM_BASIC ? "main" : "cooperating";
    recipe->make(usual, paper, topic.words);
}

/* What the surveyed township still wants when planted papers and those to several townships are there. */
static void count_wanted(struct usual *usual) {
    const struct month *month = &usual->archive->months[usual->month];
    usual->papers_wanted = SURVEYED[usual->month].papers;
    usual->meetings_wanted = SURVEYED[usual->month].meetings;
    for (size_t i = 0; i < month->count; i++)
        if (month->papers[i]->to & usual->surveyed)
            --*(is_meeting(month->papers[i]) ? &usual->meetings_wanted : &usual->papers_wanted);
}

/* Of those that the township of the survey gets, so many go to its secretary: first those sent to it alone. */
static void pick_for_secretary(struct month *month, townships surveyed, size_t wanted) {
    for (int alone = 1; alone >= 0; alone--)
        for (size_t i = 0; i < month->count && wanted > 0; i++) {
            struct paper *paper = month->papers[i];
            if (!(paper->to & surveyed) || is_meeting(paper) || (paper->to == surveyed) != alone) continue;
            paper->to_secretary = true;
            wanted--;
        }
}

static bool is_for_top(const struct paper *paper, townships surveyed, size_t *wanted) {
    if (*wanted == 0 || !(paper->to & surveyed)) return false;
    --*wanted;
    return true;
}

/* Who must attend: of the surveyed township so often its top official, first where it is asked alone. */
static void pick_attendees(struct month *month, townships surveyed, size_t wanted) {
    for (int alone = 1; alone >= 0; alone--)
        for (size_t i = 0; i < month->count; i++) {
            struct paper *paper = month->papers[i];
            if (!is_meeting(paper) || (paper->to == surveyed) != alone) continue;
            const bool top = is_for_top(paper, surveyed, &wanted);
            buf_printf(&paper->more, ",\"attendees_rank\":\"%s\"}", top ? "top_official" : "deputy");
        }
}

void usual_papers(struct archive *archive, int month) {
    static struct usual usual; /* remembers departments, visits and meetings from month to month */
    const townships surveyed = archive_townships(archive, "木塘垸镇");
    usual.archive = archive;
    usual.month = month;
    usual.surveyed = surveyed;
    usual.taken_count = 0;
    archive->chance = 20260801 + (uint64_t)month;
    for (size_t slot = 0; slot < WIDE; slot++) add(&usual, slot);
    count_wanted(&usual);
    for (size_t slot = WIDE; slot < SLOTS; slot++) add(&usual, slot);
    pick_for_secretary(&archive->months[month], surveyed, SURVEYED[month].for_secretary);
    pick_attendees(&archive->months[month], surveyed, SURVEYED[month].with_secretary);
}
