/* cmd_rules_new.c - a new rule's file, in the folder of its family or where the user says. */
#include <cli/complain.h>
#include <cli/desk.h>
#include <cli/page.h>
#include <sys/stat.h>

/* The last rule folder that was named: the pack that the rule is for, or the national rules. */
static const char *folder_of(const struct options *options, const struct data *data) {
    return options->pack_count > 0 ? options->packs[options->pack_count - 1] : data->rules.at;
}

static void tell_no_family(const struct invocation *invocation) {
    const char *const texts[] = {"--family", invocation->options.family,
                                 "list, power, resource, time, duplicate, trace, inspection, burden, accountability, basis, "
                                 "scoreboard, guard"};
    if (invocation->options.family)
        complain_texts(invocation->language, WORD_BAD_ARGUMENT, texts, 3);
    else
        complain(invocation->language, WORD_NO_FAMILY, invocation->operands[0], NULL);
}

/* "rules/burden/BURDEN-099.lua", its folder made where it is missing. False, and told, when the id speaks of no family. */
static bool usual_path(const struct invocation *invocation, const struct data *data, char out[PATH_MAX]) {
    const char *id = invocation->operands[0], *rules = folder_of(&invocation->options, data);
    const char *family = quanze_rule_family(invocation->options.family ? invocation->options.family : id);
    if (!family) {
        tell_no_family(invocation);
        return false;
    }
    if (snprintf(out, PATH_MAX, "%s/%s", rules, family) < PATH_MAX) (void)mkdir(out, 0777); /* opening the file tells why not */
    return snprintf(out, PATH_MAX, "%s/%s/%s.lua", rules, family, id) < PATH_MAX;
}

/* Whether the file at `path` may become the rule: it is not there, and called as the rule is. */
static bool may_become(const struct invocation *invocation, const char *path) {
    const char *id = invocation->operands[0], *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    const size_t length = strlen(id);
    if (strncmp(name, id, length) != 0 || strcmp(name + length, ".lua") != 0) {
        complain(invocation->language, WORD_NOT_NAMED_SO, id, id);
        return false;
    }
    struct stat info;
    if (stat(path, &info) != 0) return true;
    complain(invocation->language, WORD_FILE_STANDS, path, NULL);
    return false;
}

static int write_rule(const struct invocation *invocation, const struct quanze *engine, const char *path, bool to_stream) {
    struct output output;
    struct quanze_error error;
    char today[16];
    if (!page_today(invocation->language, today)) return QUANZE_INTERNAL;
    if (!output_open(&output, path, invocation->language)) return QUANZE_CANNOT_CREATE;
    struct quanze_new_rule_request request = {
        .id = invocation->operands[0], .family = invocation->options.family, .since = today, .sink = output_sink(&output)};
    quanze_status status = quanze_rules_new(engine, &request, &error);
    if (status != QUANZE_OK && !output.failure) complain_error(invocation->language, &error);
    int code = output_close(&output, status == QUANZE_OK, (int)status);
    return code == 0 && !to_stream ? desk_say(invocation, WORD_RULE_MADE, path) : code;
}

int cmd_rules_new(const struct invocation *invocation) {
    const char *path = invocation->options.output;
    const bool to_stream = path && strcmp(path, "-") == 0;
    struct data data;
    char usual[PATH_MAX];
    struct complaints complaints;
    struct quanze *engine = NULL;
    data_find(NULL, invocation->options.rules, NULL, NULL, &data);
    const struct quanze_options options = page_options(invocation, &data, &complaints);
    int code = page_open_engine(invocation, &options, &complaints, &engine);
    if (code != 0) return code;
    if (!path && !usual_path(invocation, &data, usual)) code = QUANZE_USAGE;
    if (code == 0 && !to_stream && !may_become(invocation, path ? path : usual)) code = QUANZE_CANNOT_CREATE;
    if (code == 0) code = write_rule(invocation, engine, path ? path : usual, to_stream);
    quanze_close(engine);
    return code;
}
