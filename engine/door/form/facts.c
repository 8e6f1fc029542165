#include <door/request.h>

#include <model/fact.h>
#include <say/say.h>

static quanze_status no_such_fact(struct str name, struct quanze_error *error) {
    int nearest = fact_nearest(name);
    if (nearest < 0)
        return error_set(error, QUANZE_NO_INPUT, "没有要素“%.*s”", "there is no fact \"%.*s\"", (int)name.length, name.at);
    struct str near = fact_at((size_t)nearest)->name;
    return error_set(error, QUANZE_NO_INPUT, "没有要素“%.*s”，是不是“%.*s”？",
                     "there is no fact \"%.*s\"; did you mean \"%.*s\"?", (int)name.length, name.at, (int)near.length, near.at);
}

quanze_status quanze_facts(const struct quanze_page_request *request, struct quanze_error *error) {
    struct str name = str_of(request->name);
    if (name.length > 0) {
        int fact = fact_find(name);
        if (fact < 0) fact = fact_find_label(name);
        if (fact < 0) return no_such_fact(name, error);
        name = fact_at((size_t)fact)->name;
    }
    struct buf page = {0};
    say_facts(&page, name, request->language, request->format);
    quanze_status status = request_send(request->sink, &page, error);
    buf_free(&page);
    return status;
}

quanze_status quanze_schema(const struct quanze_page_request *request, struct quanze_error *error) {
    struct buf page = {0};
    struct str name = str_of(request->name);
    if (str_equal(name, STR("task")))
        say_task_schema(&page);
    else if (str_equal(name, STR("list")))
        say_list_schema(&page);
    else
        return error_set(error, QUANZE_USAGE, "没有“%s”的模式，应为 task 或 list",
                         "there is no schema \"%s\"; expected task or list", request->name ? request->name : "");
    quanze_status status = request_send(request->sink, &page, error);
    buf_free(&page);
    return status;
}
