/* balance_json.c - the balance sheet of a verdict. What cannot be told is null, and `missing` names the facts that would tell.
 */
#include <say/say_inside.h>

/* How a side of the balance counts: fen or people as they are, minutes as hours. */
enum measure { MEASURE_MONEY, MEASURE_PEOPLE, MEASURE_MINUTES };

static void write_amount(struct writer *writer, int64_t amount, enum measure measure) {
    if (amount == BALANCE_UNKNOWN) {
        writer_null(writer);
        return;
    }
    switch (measure) {
    case MEASURE_MONEY: writer_decimal(writer, amount, 2); break;
    case MEASURE_PEOPLE: writer_int(writer, amount); break;
    case MEASURE_MINUTES: writer_decimal(writer, say_hundredth_hours(amount), 2); break;
    }
}

static void write_resource(struct writer *writer, const struct balance_row *row, enum measure measure) {
    writer_open(writer, '{');
    WRITER_FIRST(writer, "gap");
    write_amount(writer, row->short_of, measure);
    WRITER_NEXT(writer, "missing");
    say_write_fact_names(writer, &row->missing);
    WRITER_NEXT(writer, "provided");
    write_amount(writer, row->given, measure);
    WRITER_NEXT(writer, "required");
    write_amount(writer, row->needed, measure);
    WRITER_NEXT(writer, "unit");
    writer_name(writer, measure == MEASURE_MONEY ? STR("CNY") : STR("person"));
    writer_close(writer, '}');
}

static void write_time_row(struct writer *writer, const struct balance_row *row) {
    writer_open(writer, '{');
    WRITER_FIRST(writer, "gap");
    write_amount(writer, row->short_of, MEASURE_MINUTES);
    WRITER_NEXT(writer, "minimum");
    write_amount(writer, row->needed, MEASURE_MINUTES);
    WRITER_NEXT(writer, "missing");
    say_write_fact_names(writer, &row->missing);
    WRITER_NEXT(writer, "unit");
    writer_name(writer, STR("h"));
    WRITER_NEXT(writer, "working_hours");
    write_amount(writer, row->given, MEASURE_MINUTES);
    writer_close(writer, '}');
}

void say_write_balance(struct writer *writer, const struct balance_row *balance) {
    const struct balance_row *guidance = &balance[BALANCE_GUIDANCE], *power = &balance[BALANCE_POWER];
    writer_open(writer, '{');
    WRITER_FIRST(writer, "funds");
    write_resource(writer, &balance[BALANCE_FUNDS], MEASURE_MONEY);
    WRITER_NEXT(writer, "guidance");
    writer_open(writer, '{');
    WRITER_FIRST(writer, "gap");
    say_write_texts(writer, &guidance->gap);
    WRITER_NEXT(writer, "missing");
    say_write_fact_names(writer, &guidance->missing);
    WRITER_NEXT(writer, "provided");
    say_write_texts(writer, &guidance->provided);
    WRITER_NEXT(writer, "required");
    say_write_texts(writer, &guidance->required);
    writer_close(writer, '}');
    WRITER_NEXT(writer, "power");
    writer_open(writer, '{');
    WRITER_FIRST(writer, "gap");
    say_write_texts(writer, &power->gap);
    WRITER_NEXT(writer, "held");
    say_write_texts(writer, &power->provided);
    WRITER_NEXT(writer, "missing");
    say_write_fact_names(writer, &power->missing);
    WRITER_NEXT(writer, "required");
    say_write_texts(writer, &power->required);
    writer_close(writer, '}');
    WRITER_NEXT(writer, "staff");
    write_resource(writer, &balance[BALANCE_STAFF], MEASURE_PEOPLE);
    WRITER_NEXT(writer, "time");
    write_time_row(writer, &balance[BALANCE_TIME]);
    writer_close(writer, '}');
}
