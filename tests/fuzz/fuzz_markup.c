/* fuzz_markup.c - the parts inside packages: the first byte says XML or HTML. Tables of a .docx and .xlsx are made of these. */
#include <base/str.h>
#include <read/markup.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool look(void *payload, const struct markup_element *element) {
    struct str value = markup_attribute(element, "id");
    size_t *seen = payload;
    *seen += value.at ? value.length : element->name.length;
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct quanze_error error;
    size_t seen = 0;
    const struct markup_handler handler = {.open = look, .payload = &seen};
    if (size == 0) return 0;
    struct str bytes = {(const char *)data + 1, size - 1};
    if (data[0] & 1)
        markup_walk_xml(bytes, "fuzz", &handler, &error);
    else
        markup_walk_html(bytes, "fuzz", &handler, &error);
    return 0;
}
