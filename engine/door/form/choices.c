/* choices.c - vocabularies to choose from in forms. */
#include <door/door.h>
#include <door/request.h>
#include <say/task/choice_html.h>

quanze_status quanze_choices(const struct quanze *engine, quanze_vocabulary vocabulary,
                             const struct quanze_page_request *request, struct quanze_error *error) {
    struct buf page = {0};
    const struct str chosen = str_of(request->name);
    const struct list *list = engine ? engine_list(engine) : NULL;
    const bool needs_list =
        vocabulary == QUANZE_DEPARTMENTS || vocabulary == QUANZE_DEPARTMENT_IDS || vocabulary == QUANZE_TOWNSHIPS;
    if (needs_list && !list) return error_set(error, QUANZE_USAGE, "没有给出清单", "no duty list was given");
    if (vocabulary == QUANZE_RULES && (!engine || !engine->book))
        return error_set(error, QUANZE_USAGE, "没有给出规则", "no rules were given");
    switch (vocabulary) {
    case QUANZE_STATES: say_state_options(&page, chosen, request->language); break;
    case QUANZE_GROUNDS: say_ground_options(&page, chosen, request->language); break;
    case QUANZE_DEPARTMENTS: say_department_options(&page, list, chosen); break;
    case QUANZE_DEPARTMENT_IDS: say_department_id_options(&page, list, chosen); break;
    case QUANZE_TOWNSHIPS: say_township_options(&page, list, chosen); break;
    case QUANZE_RULES: say_rule_options(&page, engine->book, chosen, request->language); break;
    }
    const quanze_status status = request_send(request->sink, &page, error);
    buf_free(&page);
    return status;
}
