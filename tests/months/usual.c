/* usual.c - what a county sends in a month when nothing is wrong but the usual: some departments send tasks without money,
 * people or guidance, or want a photo too many. Each month has the same slots: a slot is a kind of paper from one department;
 * what it is about, when it comes and, where it goes to one township, to which, is new each month. So nothing grows or shrinks
 * but what was planted, and what some departments lack, which gets better. Source: S001-02 (2,615 papers in eleven months, 858
 * for the secretary), S001-05 (470 meetings, 180 for the secretary).
 */
#include <months/usual.h>

enum {
    SLOTS = 2040,
    COUNTY_WIDE = 140, /* the first slots go to all townships */
    WIDE = 310,        /* those after them to some */
    TOPIC_MOST = 6,    /* papers of a month on one matter, each about other villages */
    WIDE_MOST = 2,     /* papers on one matter to some townships, and to all in three months */
    LONGEST = 30,      /* bytes of a topic: long ones would make papers alike */
    VISITS_A_YEAR = 2, /* of a department to a township */
    ATTEMPTS = 3000    /* then a matter may be taken once more */
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

/* Whether a paper of that kind may be about it: duties that need powers are not asked for in passing, what asks for no work is
 * about a basic duty, and one matter is left to what is planted. */
static bool fits(const struct usual *usual, const struct recipe *recipe, const struct topic *topic) {
    const struct item *item = &usual->archive->list.items[topic->item];
    if (topic->words.length > LONGEST || item->power_count > 0 || str_equal(item->id, STR("C-027"))) return false;
    return !recipe->is_idle || item->kind == ITEM_BASIC;
}

/* A topic for the slot: in the first month of any department, which then is that of the slot. */
static struct topic topic_of(struct usual *usual, size_t slot, const struct recipe *recipe, bool everybody, bool wide) {
    for (int attempt = 0;; attempt++) {
        const unsigned most = attempt > ATTEMPTS ? UINT8_MAX : everybody || wide ? WIDE_MOST : TOPIC_MOST;
        const struct topic topic = archive_topic(usual->archive, everybody ? MONTHS : usual->month, most);
        const int department = usual->department[slot] - 1;
        if (!fits(usual, recipe, &topic) || (department >= 0 && topic.department != department)) continue;
        usual->department[slot] = (uint8_t)(topic.department + 1);
        ++*topic.used;
        return topic;
    }
}

static bool is_meeting(const struct paper *paper) { return strstr(paper->kind, "meeting") != NULL; }

/* The township that a paper goes to: the surveyed one while it needs more, else any other that the department may still visit.
 */
static townships township_for(struct usual *usual, const struct recipe *recipe, int department) {
    size_t *wanted = recipe->is_meeting ? &usual->meetings_wanted : &usual->papers_wanted;
    const unsigned surveyed = township_of(usual->surveyed);
    if (*wanted > 0 && (!recipe->is_visit || usual->visitors[department][surveyed] < VISITS_A_YEAR)) {
        --*wanted;
        usual->visitors[department][surveyed] += recipe->is_visit;
        return usual->surveyed;
    }
    for (int attempt = 0;; attempt++) {
        const unsigned township = archive_chance(usual->archive, (unsigned)usual->archive->list.township_count);
        if (township == surveyed) continue;
        if (recipe->is_visit && usual->visitors[department][township] >= VISITS_A_YEAR && attempt < ATTEMPTS) continue;
        usual->visitors[department][township] += recipe->is_visit;
        return (townships)1 << township;
    }
}

static void add(struct usual *usual, size_t slot) {
    struct archive *archive = usual->archive;
    usual->traits = 7000 + slot;
    const bool everybody = slot < COUNTY_WIDE, wide = slot < WIDE;
    const struct recipe *recipe = usual_recipe(usual, wide);
    const townships several = everybody ? archive_townships(archive, "") : some(usual);
    const struct topic topic = topic_of(usual, slot, recipe, everybody, wide);
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
    static struct usual usual; /* remembers departments, visits and meetings from month to month */
    const townships surveyed = archive_townships(archive, "木塘垸镇");
    usual.archive = archive;
    usual.month = month;
    usual.surveyed = surveyed;
    archive->chance = 20260801 + (uint64_t)month;
    for (size_t slot = 0; slot < WIDE; slot++) add(&usual, slot);
    count_wanted(&usual);
    for (size_t slot = WIDE; slot < SLOTS; slot++) add(&usual, slot);
    pick_for_secretary(&archive->months[month], surveyed, SURVEYED[month].for_secretary, SURVEYED[month].papers);
    pick_attendees(&archive->months[month], surveyed, SURVEYED[month].with_secretary, SURVEYED[month].meetings);
}
