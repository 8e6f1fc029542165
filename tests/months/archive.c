/* archive.c - the county, its calendar and chance. */
#include <months/month.h>

#include <base/alloc.h>
#include <stdio.h>
#include <stdlib.h>

static _Noreturn void stop(const char *what, const char *name) {
    (void)fprintf(stderr, "make_months: %s \"%s\"\n", what, name);
    exit(70);
}

quanze_status past_open(const char *lists, const char *calendar, struct archive *out, struct quanze_error *error) {
    struct problems problems = {.arena = &out->arena};
    quanze_status status = read_list(lists, &out->list, &problems, error);
    if (status == QUANZE_OK) status = read_calendar(calendar, &out->calendar, &problems, error);
    out->chance = 20260801;
    for (int i = 0; i < MONTHS; i++) {
        out->months[i].first = day_from_civil((struct civil){YEAR, FIRST_MONTH + i, 1});
        out->months[i].last = day_from_civil((struct civil){YEAR, FIRST_MONTH + i + 1, 1}) - 1;
    }
    return status;
}

/* splitmix64. */
unsigned archive_chance(struct archive *archive, unsigned below) {
    uint64_t z = archive->chance += 0x9E3779B97F4A7C15U;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return (unsigned)((z ^ (z >> 31)) % below);
}

bool archive_happens(struct archive *archive, unsigned percent) { return archive_chance(archive, 100) < percent; }

static bool is_workday(const struct archive *archive, int32_t day) {
    bool is = false;
    if (!calendar_is_workday(&archive->calendar, day, &is, NULL)) stop("no calendar of the year of", "a day");
    return is;
}

int64_t archive_minute(struct archive *archive, int month) {
    const struct month *of = &archive->months[month];
    int32_t day;
    do day = of->first + (int32_t)archive_chance(archive, (unsigned)(of->last - of->first + 1));
    while (!is_workday(archive, day));
    const unsigned minute = archive_chance(archive, 430);
    return (int64_t)day * DAY_MINUTES + (minute < 195 ? 510 + minute : 590 + minute);
}

int64_t archive_later(const struct archive *archive, int64_t minute, int workdays) {
    int64_t later = 0;
    if (!calendar_add_workdays(&archive->calendar, minute, workdays, &later, NULL)) stop("no calendar of the year of", "a day");
    return later;
}

int64_t archive_workday(const struct archive *archive, int month, int workdays, int minute) {
    const int64_t day = day_of_minute(archive_later(archive, archive_at(month, 1, 9, 0), workdays));
    return day * DAY_MINUTES + minute;
}

int64_t archive_at(int month, int day, int hour, int minute) {
    return (int64_t)day_from_civil((struct civil){YEAR, FIRST_MONTH + month, day}) * DAY_MINUTES + hour * 60 + minute;
}

int archive_department(const struct archive *archive, const char *id) {
    for (size_t i = 0; i < archive->list.department_count; i++)
        if (str_equal(archive->list.departments[i].id, str_of(id))) return (int)i;
    stop("the list has no department", id);
}

int archive_item(const struct archive *archive, const char *id) {
    for (size_t i = 0; i < archive->list.item_count; i++)
        if (str_equal(archive->list.items[i].id, str_of(id))) return (int)i;
    stop("the list has no item", id);
}

static townships township_bit(const struct archive *archive, struct str name) {
    for (size_t i = 0; i < archive->list.township_count; i++)
        if (str_equal(archive->list.townships[i].name, name)) return (townships)1 << i;
    stop("the list has no township", name.at);
}

townships archive_townships(const struct archive *archive, const char *names) {
    townships bits = 0;
    for (const char *at = names; *at;) {
        const size_t length = strcspn(at, " ");
        bits |= township_bit(archive, (struct str){at, length});
        at += length + (at[length] == ' ');
    }
    return bits ? bits : ((townships)1 << archive->list.township_count) - 1;
}

/* Who looks after basic duties of a field. */
static const char *const KEEPERS[][2] = {
    {"乡村振兴", "revitalise"},  {"交通运输", "traffic"},   {"人民武装", "armed-forces"},    {"党的建设", "organisation"},
    {"卫生健康", "health"},      {"城乡建设", "housing"},   {"平安法治", "political-legal"}, {"应急及消防", "emergency"},
    {"教育培训", "education"},   {"文化和旅游", "culture"}, {"民族宗教", "religion"},        {"民生服务", "civil"},
    {"生态环保", "environment"}, {"社会保障", "labour"},    {"精神文明建设", "publicity"},   {"经济发展", "reform"},
    {"综合政务", "data"},        {"自然资源", "resources"}, {"市场监管", "market"},
};

static int department_of(const struct archive *archive, const struct item *item) {
    if (item->department >= 0) return item->department;
    for (size_t i = 0; i < sizeof KEEPERS / sizeof *KEEPERS; i++)
        if (str_equal(item->field, str_of(KEEPERS[i][0]))) return archive_department(archive, KEEPERS[i][1]);
    stop("nobody looks after", item->field.at);
}

struct topic archive_topic(struct archive *archive, int month, unsigned most) {
    for (;;) {
        const int number = (int)archive_chance(archive, (unsigned)archive->list.item_count);
        const struct item *item = &archive->list.items[number];
        const unsigned word = archive_chance(archive, (unsigned)item->aliases.count + 1);
        uint8_t *used = &archive->used[month][((unsigned)number * 4 + (word & 3)) % sizeof archive->used[month]];
        if (item->kind == ITEM_RECALLED || *used >= most) continue;
        return (struct topic){number, word == 0 ? item->name : item->aliases.at[word - 1], department_of(archive, item), used};
    }
}

void archive_villages(struct archive *archive, struct buf *out) {
    static const char *const HEADS[] = {"青", "白", "黄", "石", "竹", "松", "梅", "荷", "桃", "枫", "茶",
                                        "金", "银", "长", "高", "新", "大", "小", "上", "下", "东", "西",
                                        "南", "北", "沙", "胡", "周", "易", "罗", "彭", "曾", "谢"};
    static const char *const TAILS[] = {"塘", "坪", "冲", "湾", "岭", "溪", "桥", "园", "坝", "塅",
                                        "垅", "洲", "田", "湖", "坳", "铺", "井", "港", "垭", "屋场"};
    for (int i = 0; i < 2; i++) {
        if (i > 0) buf_put_text(out, "、");
        buf_put_text(out, HEADS[archive_chance(archive, sizeof HEADS / sizeof *HEADS)]);
        buf_put_text(out, TAILS[archive_chance(archive, sizeof TAILS / sizeof *TAILS)]);
        buf_put_text(out, "村");
    }
}

struct paper *past_add(struct archive *archive, int64_t received, int department, const char *kind, townships to) {
    int month = 0;
    while (month + 1 < MONTHS && day_of_minute(received) > archive->months[month].last) month++;
    struct month *of = &archive->months[month];
    struct paper *paper = arena_take_array(&archive->arena, 1, sizeof *paper);
    struct paper **papers = alloc_grow(of->papers, &of->capacity, of->count + 1, sizeof *papers);
    if (!paper || !papers) stop("no memory for", "a paper");
    *paper = (struct paper){.received = received,
                            .due = DAY_NONE,
                            .to = to,
                            .department = department,
                            .item = -1,
                            .kind = kind,
                            .form = "letter",
                            .version = 1,
                            .number = ++archive->numbers[department] + 100};
    of->papers = papers;
    papers[of->count++] = paper;
    return paper;
}

struct plant *archive_plant(struct archive *archive, int month, const char *kind, const char *seed, const char *says) {
    struct plant *plants = alloc_grow(archive->plants, &archive->plant_capacity, archive->plant_count + 1, sizeof *plants);
    if (!plants) stop("no memory for", "a plant");
    archive->plants = plants;
    plants[archive->plant_count] = (struct plant){.kind = kind, .seed = seed, .says = says, .month = month};
    return &plants[archive->plant_count++];
}

void plant_add(struct plant *plant, struct paper *paper) {
    if (plant->count == sizeof plant->papers / sizeof *plant->papers) stop("too many papers in", plant->kind);
    plant->papers[plant->count++] = paper;
}
