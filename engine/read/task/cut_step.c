/* cut_step.c - steps over the bytes of JSON. */
#include <read/task/cut.h>

void cut_json_step(struct json_rest *rest) {
    char c = rest->text.at[rest->at++];
    if (c == '\n') {
        rest->line++;
        rest->column = 1;
    } else if (((unsigned char)c & 0xC0) != 0x80) {
        rest->column++;
    }
}

void cut_json_space(struct json_rest *rest) {
    while (!cut_json_ends(rest) && memchr(" \t\r\n", cut_json_char(rest), 4)) cut_json_step(rest);
}

void cut_json_text(struct json_rest *rest) {
    cut_json_step(rest);
    while (!cut_json_ends(rest) && cut_json_char(rest) != '"') {
        if (cut_json_char(rest) == '\\') cut_json_step(rest);
        if (!cut_json_ends(rest)) cut_json_step(rest);
    }
    if (!cut_json_ends(rest)) cut_json_step(rest);
}

bool cut_json_element(struct json_rest *rest) {
    size_t depth = 0;
    while (!cut_json_ends(rest)) {
        char c = cut_json_char(rest);
        if (depth == 0 && (c == ',' || c == ']')) return true;
        if (c == '"') {
            cut_json_text(rest);
            continue;
        }
        if (c == '{' || c == '[') depth++;
        if ((c == '}' || c == ']') && depth > 0) depth--;
        cut_json_step(rest);
    }
    return depth == 0;
}
