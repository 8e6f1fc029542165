#include <cli/data.h>

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_folder(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

static bool is_file(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISREG(info.st_mode);
}

/* Joins two parts; "" when the whole is too long. */
static void join(struct data_path *out, const char *folder, const char *name) {
    int length = snprintf(out->at, sizeof out->at, "%s/%s", strcmp(folder, "/") == 0 ? "" : folder, name);
    if (length < 0 || (size_t)length >= sizeof out->at) out->at[0] = '\0';
}

/* Cuts the last part off an absolute path; false at the root. */
static bool go_up(struct data_path *path) {
    char *slash = strrchr(path->at, '/');
    if (!slash || path->at[1] == '\0') return false;
    slash[slash == path->at ? 1 : 0] = '\0';
    return true;
}

static bool holds_folders(const char *folder) {
    struct data_path rules, lists;
    join(&rules, folder, "rules");
    join(&lists, folder, "lists");
    return is_folder(rules.at) && is_folder(lists.at);
}

void data_find_share(struct data_path *out) {
    struct data_path here;
    ssize_t length = readlink("/proc/self/exe", here.at, sizeof here.at - 1);
    here.at[length > 0 ? length : 0] = '\0';
    for (bool first = true; go_up(&here); first = false) {
        if (first) {
            struct data_path above = here;
            if (go_up(&above)) {
                join(out, above.at, "share/quanze");
                if (holds_folders(out->at)) return;
            }
        }
        *out = here;
        if (holds_folders(out->at)) return;
    }
    out->at[0] = '\0';
}

/* The nearest folder above a task file that holds a list.yaml. */
static bool find_list_above(const char *task, struct data_path *out) {
    if (!task || strcmp(task, "-") == 0 || !realpath(task, out->at)) return false;
    do {
        struct data_path list;
        join(&list, out->at, "list.yaml");
        if (is_file(list.at)) return true;
    } while (go_up(out));
    return false;
}

/* The option, else the environment's word. False when neither is there. */
static bool take_named(const char *option, const char *variable, struct data_path *out) {
    const char *named = option ? option : getenv(variable);
    if (!named || !*named) return false;
    (void)snprintf(out->at, sizeof out->at, "%s", named);
    return true;
}

static void take_share(const struct data *data, const char *name, struct data_path *out) {
    out->at[0] = '\0';
    if (!*data->share.at) return;
    join(out, data->share.at, name);
    if (!is_folder(out->at)) out->at[0] = '\0';
}

void data_find(const char *lists, const char *rules, const char *calendar, const char *first_task, struct data *out) {
    data_find_share(&out->share);
    out->demo_list = false;
    if (!take_named(lists, "QUANZE_LISTS", &out->lists) && !find_list_above(first_task, &out->lists)) {
        take_share(out, "lists/demo", &out->lists);
        out->demo_list = *out->lists.at != '\0';
    }
    if (!take_named(rules, "QUANZE_RULES", &out->rules)) take_share(out, "rules", &out->rules);
    if (!take_named(calendar, "QUANZE_CALENDAR", &out->calendar)) take_share(out, "lists/calendar", &out->calendar);
    if (!take_named(NULL, "QUANZE_THESAURUS", &out->thesaurus)) take_share(out, "lists/thesaurus", &out->thesaurus);
}

const char *data_folder(const char *named) {
    const char *folder = named ? named : getenv("QUANZE_DATA");
    return folder && *folder ? folder : NULL;
}
