/* mention_office.c - names of county, city and provincial bodies in running text.
 *
 * A name begins with 县, 市, 省 or 我局 and the like, and runs to the last 局, 股, 办 ... before a word that no name holds.
 */
#include <read/notice/mention.h>

#define NAME_POINTS 28
#define COUNTY_POINTS 3 /* of the county's own name before 县 */

static bool has_any(const struct paper *paper, uint32_t at, const uint16_t *const *words, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (paper_has(paper, at, words[i])) return true;
    return false;
}

#define HAS_ANY(paper, at, table) has_any((paper), (at), (table), sizeof(table) / sizeof *(table))

/* Words at which a name is over, and names that hold such a word all the same. */
static bool ends_name(const struct paper *paper, uint32_t at) {
    static const uint16_t *const VERBS[] = {u"成立", u"设立", u"建立", u"印发", u"决定", u"统一", u"组织", u"部门"};
    static const uint16_t *const NAMES[] = {u"发展", u"交通", u"经济", u"经营", u"和信",   u"和社",   u"和城",   u"和规",
                                            u"和综", u"和改", u"和人", u"对外", u"和数",   u"和旅",   u"和乡",   u"保障",
                                            u"报社", u"给水", u"和科", u"开发", u"组织部", u"组织组", u"组织股", u"组织科"};
    if (!point_is_han(paper->points[at])) return true;
    if (HAS_ANY(paper, at, NAMES)) return false;
    return HAS_ANY(paper, at, VERBS) ||
           point_is_of(paper->points[at], u"报送至到交向由将在与和发的请对为给各从于及以按做负牵实每需要可召举开");
}

static bool begins_name(const struct paper *paper, uint32_t at) {
    static const uint16_t *const OURS[] = {u"我局", u"我办", u"我委", u"我部", u"我中心", u"我专班",
                                           u"我所", u"我会", u"本局", u"本办", u"我站"};
    static const uint16_t *const NOT_BODIES[] = {u"县级", u"县直", u"县里", u"县乡", u"县域", u"县内", u"市场",
                                                 u"市级", u"市民", u"市域", u"省级", u"省内", u"省市", u"市县",
                                                 u"县市", u"县长", u"市长", u"县情", u"省情"};
    const uint16_t point = paper->points[at];
    if (!point_is_of(point, u"我本县市省")) return false;
    if (at > 0 && point_is_of(paper->points[at - 1], u"全各我本该外")) return false; /* 全县, 我县: the land, not a body */
    if (HAS_ANY(paper, at, OURS)) return true;
    if (point == u'我' || point == u'本') return false;
    const bool is_market_office = paper_has(paper, at, u"市场监") || paper_has(paper, at, u"县市场监");
    return is_market_office || !HAS_ANY(paper, at, NOT_BODIES);
}

/* Offices within a body: behind a 局 or 部 another 股, 科, 室 ... */
static bool is_inner(const struct paper *paper, struct span span) {
    if (!point_is_of(paper->points[span.end - 1], u"股科室组队站办")) return false;
    for (uint32_t i = span.first; i + 1 < span.end; i++)
        if (paper->points[i] == u'局' || paper_has(paper, i, u"组织部") || paper_has(paper, i, u"宣传部") ||
            paper_has(paper, i, u"政法委"))
            return i + 1 < span.end;
    return paper->points[span.end - 1] == u'股';
}

/* Behind the last word of a body's name before a word that no name holds; 0 when there is none. */
static uint32_t end_of_name(const struct paper *paper, uint32_t at) {
    uint32_t end = at, last = 0;
    while (end < paper->count && end < at + NAME_POINTS && (end < at + 2 || !ends_name(paper, end))) {
        if (end > at && paper_is_spaced(paper, end)) break;
        if (point_is_of(paper->points[end++], u"局股科室办委部队站所处厅组会心班院府")) last = end;
    }
    return last >= at + 2 ? last : 0;
}

/* With the county's own name before it: two characters behind a word that no name holds. */
static uint32_t begin_of_name(const struct paper *paper, uint32_t at) {
    uint32_t first = at;
    while (first > 0 && at - first < COUNTY_POINTS && !ends_name(paper, first - 1) && !paper_is_spaced(paper, first)) first--;
    return at - first == 2 ? first : at;
}

bool mention_office(const struct paper *paper, uint32_t at, struct mention *out) {
    if (!begins_name(paper, at)) return false;
    const uint32_t end = end_of_name(paper, at);
    if (end == 0) return false;
    const struct span span = {begin_of_name(paper, at), end};
    enum slot slot = point_is_of(paper->points[at], u"市省") ? SLOT_UPPER : SLOT_OFFICE;
    if (slot == SLOT_OFFICE && is_inner(paper, span)) slot = SLOT_INNER;
    *out = (struct mention){.slot = slot, .span = span, .inner = span};
    return true;
}
