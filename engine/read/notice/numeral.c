#include <read/notice/numeral.h>

#define MOST_WHOLE INT64_C(1000000000000)

static uint16_t point_at(const struct paper *paper, uint32_t at) { return at < paper->count ? paper->points[at] : 0; }

int numeral_digit(uint16_t point) {
    static const uint16_t DIGITS[] = u"〇一二三四五六七八九";
    for (int i = 0; i < 10; i++)
        if (DIGITS[i] == point) return i;
    return point == u'零' ? 0 : point == u'两' ? 2 : -1;
}

/* 十 and 百. */
static int unit_of(uint16_t point) { return point == u'十' ? 10 : point == u'百' ? 100 : 0; }

/* 三百二十一, 二十, 十, 七. */
static bool read_characters(const struct paper *paper, uint32_t *at, int *out) {
    int total = 0, digit = -1;
    uint32_t i = *at;
    for (; i - *at < 6; i++) {
        const uint16_t point = point_at(paper, i);
        const int unit = unit_of(point), next = numeral_digit(point);
        if (unit > 0) {
            total += (digit < 0 ? 1 : digit) * unit;
            digit = -1;
        } else if (next >= 0 && (digit < 0 || digit == 0)) {
            digit = next;
        } else {
            break;
        }
    }
    if (i == *at) return false;
    *out = total + (digit > 0 ? digit : 0);
    *at = i;
    return true;
}

static bool read_digits(const struct paper *paper, uint32_t *at, uint32_t most, int64_t *out) {
    int64_t number = 0;
    uint32_t i = *at;
    for (; point_is_digit(point_at(paper, i)) && (i == *at || !paper_is_spaced(paper, i)); i++) {
        if (i - *at >= most) return false;
        number = number * 10 + (point_at(paper, i) - '0');
    }
    if (i == *at) return false;
    *out = number;
    *at = i;
    return true;
}

bool numeral_small(const struct paper *paper, uint32_t *at, int *out) {
    int64_t number;
    if (point_is_digit(point_at(paper, *at))) {
        if (!read_digits(paper, at, 4, &number)) return false;
        *out = (int)number;
        return true;
    }
    return read_characters(paper, at, out);
}

/* "1,200" is 1200: a comma goes on only where exactly three digits follow. */
static void read_thousands(const struct paper *paper, uint32_t *at, int64_t *number) {
    while (point_at(paper, *at) == ',') {
        uint32_t next = *at + 1;
        int64_t group;
        if (!read_digits(paper, &next, 3, &group) || next != *at + 4 || *number > MOST_WHOLE / 1000) return;
        *number = *number * 1000 + group;
        *at = next;
    }
}

/* "4.3月28日" is the fourth point, and a day in March. */
static int64_t read_decimals(const struct paper *paper, uint32_t *at) {
    if (point_at(paper, *at) != '.' || !point_is_digit(point_at(paper, *at + 1))) return 0;
    int64_t micro = 0, place = NUMERAL_MICRO / 10;
    uint32_t next = *at + 1;
    for (; point_is_digit(point_at(paper, next)); next++, place /= 10) micro += place * (point_at(paper, next) - '0');
    if (point_at(paper, next) == u'月') return 0;
    *at = next;
    return micro;
}

static int64_t read_scale(const struct paper *paper, uint32_t *at) {
    int64_t scale = 1;
    for (;; ++*at) {
        const uint16_t point = point_at(paper, *at);
        if (point != u'万' && point != u'亿') return scale;
        scale *= point == u'万' ? 10000 : 100000000;
        if (scale > MOST_WHOLE) return scale;
    }
}

bool numeral_amount(const struct paper *paper, uint32_t *at, int64_t *micro) {
    uint32_t next = *at;
    int64_t whole = 0, decimals = 0;
    if (point_is_digit(point_at(paper, next))) {
        if (!read_digits(paper, &next, 12, &whole)) return false;
        read_thousands(paper, &next, &whole);
        decimals = read_decimals(paper, &next);
    } else {
        int number;
        if (!read_characters(paper, &next, &number)) return false;
        whole = number;
    }
    const int64_t scale = read_scale(paper, &next);
    if (scale > MOST_WHOLE || whole > MOST_WHOLE / scale) return false;
    *micro = whole * scale * NUMERAL_MICRO + decimals * scale;
    *at = next;
    return true;
}

bool numeral_year(const struct paper *paper, uint32_t *at, int *out) {
    int year = 0;
    for (uint32_t i = 0; i < 4; i++) {
        const uint16_t point = point_at(paper, *at + i);
        const int digit = point_is_digit(point) ? point - '0' : numeral_digit(point);
        if (digit < 0) return false;
        year = year * 10 + digit;
    }
    if (year < 1900 || year > 2999 || point_is_digit(point_at(paper, *at + 4))) return false;
    *out = year;
    *at += 4;
    return true;
}
