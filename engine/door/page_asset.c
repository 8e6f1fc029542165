#include <quanze.h>

#include <say/html.h>

const char *quanze_page_asset(const char *name, size_t *length) {
    const struct str asset = strcmp(name, "style.css") == 0 ? html_style() : html_script(name);
    *length = asset.length;
    return asset.length > 0 ? asset.at : NULL;
}
