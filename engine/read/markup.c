/* markup.c - libxml2's SAX events, for XML and for HTML. */
#include <read/markup.h>

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

struct walk {
    xmlParserCtxtPtr parser;
    const struct markup_handler *handler;
    bool is_stopped; /* by the handler */
    bool has_document_type;
};

static struct str text_of(const xmlChar *text) { return str_of((const char *)text); }

static unsigned line_of(const struct walk *walk) {
    int line = xmlSAX2GetLineNumber(walk->parser);
    return line > 0 ? (unsigned)line : 0;
}

static void stop_unless(struct walk *walk, bool goes_on) {
    if (goes_on) return;
    walk->is_stopped = true;
    xmlStopParser(walk->parser);
}

/* libxml may still hand out what it had at hand when it was stopped. */
static void open_element(struct walk *walk, const struct markup_element *element) {
    if (walk->is_stopped || !walk->handler->open) return;
    stop_unless(walk, walk->handler->open(walk->handler->payload, element));
}

static void close_element(struct walk *walk, struct str name) {
    if (walk->is_stopped || !walk->handler->close) return;
    stop_unless(walk, walk->handler->close(walk->handler->payload, name));
}

static void take_text(void *payload, const xmlChar *text, int length) {
    struct walk *walk = payload;
    if (walk->is_stopped || !walk->handler->text || length <= 0) return;
    struct str taken = {(const char *)text, (size_t)length};
    stop_unless(walk, walk->handler->text(walk->handler->payload, taken, line_of(walk)));
}

static void open_xml(void *payload, const xmlChar *name, const xmlChar *prefix, const xmlChar *space, int space_count,
                     const xmlChar **spaces, int count, int defaulted, const xmlChar **attributes) {
    struct walk *walk = payload;
    (void)prefix, (void)space, (void)space_count, (void)spaces, (void)defaulted;
    struct markup_element element = {
        .name = text_of(name), .line = line_of(walk), .attributes = attributes, .attribute_count = (size_t)count};
    open_element(walk, &element);
}

static void close_xml(void *payload, const xmlChar *name, const xmlChar *prefix, const xmlChar *space) {
    (void)prefix, (void)space;
    close_element(payload, text_of(name));
}

static void open_html(void *payload, const xmlChar *name, const xmlChar **attributes) {
    struct walk *walk = payload;
    size_t count = 0;
    while (attributes && attributes[2 * count]) count++;
    struct markup_element element = {
        .name = text_of(name), .line = line_of(walk), .attributes = attributes, .attribute_count = count, .is_html = true};
    open_element(walk, &element);
}

static void close_html(void *payload, const xmlChar *name) { close_element(payload, text_of(name)); }

/* Called before anything inside the document type is read. */
static void refuse_document_type(void *payload, const xmlChar *name, const xmlChar *outer, const xmlChar *system) {
    struct walk *walk = payload;
    (void)name, (void)outer, (void)system;
    walk->has_document_type = true;
    xmlStopParser(walk->parser);
}

/* An attribute as SAX 2 hands it over: five pointers. */
struct attribute {
    const xmlChar *name, *prefix, *space, *value, *end;
};

struct str markup_attribute(const struct markup_element *element, const char *name) {
    const struct str wanted = str_of(name);
    if (element->is_html) {
        const xmlChar *const *pairs = element->attributes;
        for (size_t i = 0; i < element->attribute_count; i++)
            if (str_equal(text_of(pairs[2 * i]), wanted)) return text_of(pairs[2 * i + 1]);
        return (struct str){NULL, 0};
    }
    const struct attribute *attributes = element->attributes;
    for (size_t i = 0; i < element->attribute_count; i++)
        if (str_equal(text_of(attributes[i].name), wanted))
            return (struct str){(const char *)attributes[i].value, (size_t)(attributes[i].end - attributes[i].value)};
    return (struct str){NULL, 0};
}

static quanze_status complain(const struct walk *walk, const char *file, struct quanze_error *error) {
    const xmlError *why = &walk->parser->lastError;
    unsigned line = why->line > 0 ? (unsigned)why->line : line_of(walk);
    if (walk->has_document_type)
        return error_at(
            error, QUANZE_BAD_DATA, (struct place){file, line, 0},
            "内容带有文档类型声明（DOCTYPE），Word 和 Excel 文件里不会有，可能有害，不予读取",
            "there is a document type (DOCTYPE), which no Word or Excel file has; it may be harmful and is not read");
    if (why->code == XML_ERR_NO_MEMORY) return error_memory(error);
    struct str message = str_trim(str_of(why->message));
    return error_at(error, QUANZE_BAD_DATA, (struct place){file, line, 0}, "内容不是完整的 XML：“%.*s”",
                    "the content is not well-formed XML: \"%.*s\"", (int)message.length, message.at);
}

static bool is_short_enough(struct str bytes) { return bytes.length <= QUANZE_MAX_FILE_BYTES; }

static quanze_status too_long(const char *file, struct quanze_error *error) {
    return error_at(error, QUANZE_BAD_DATA, (struct place){file, 0, 0}, "内容太长，最多 %d MiB",
                    "the content is too long; at most %d MiB", QUANZE_MAX_FILE_BYTES / (1024 * 1024));
}

quanze_status markup_walk_xml(struct str bytes, const char *file, const struct markup_handler *handler,
                              struct quanze_error *error) {
    if (!is_short_enough(bytes)) return too_long(file, error);
    struct walk walk = {.parser =
                            xmlCreateMemoryParserCtxt(bytes.length ? bytes.at : " ", bytes.length ? (int)bytes.length : 1),
                        .handler = handler};
    if (!walk.parser) return error_memory(error);
    xmlCtxtUseOptions(walk.parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
    *walk.parser->sax = (xmlSAXHandler){.initialized = XML_SAX2_MAGIC,
                                        .internalSubset = refuse_document_type,
                                        .characters = take_text,
                                        .ignorableWhitespace = take_text,
                                        .cdataBlock = take_text,
                                        .startElementNs = open_xml,
                                        .endElementNs = close_xml};
    walk.parser->userData = &walk;
    xmlParseDocument(walk.parser);
    quanze_status status = QUANZE_OK;
    if (!walk.is_stopped && (walk.has_document_type || !walk.parser->wellFormed)) status = complain(&walk, file, error);
    xmlFreeParserCtxt(walk.parser);
    return status;
}

quanze_status markup_walk_html(struct str bytes, const char *file, const struct markup_handler *handler,
                               struct quanze_error *error) {
    if (!is_short_enough(bytes)) return too_long(file, error);
    struct walk walk = {.parser =
                            htmlCreateMemoryParserCtxt(bytes.length ? bytes.at : " ", bytes.length ? (int)bytes.length : 1),
                        .handler = handler};
    if (!walk.parser) return error_memory(error);
    htmlCtxtUseOptions(walk.parser, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                        HTML_PARSE_IGNORE_ENC);
    *walk.parser->sax = (xmlSAXHandler){.initialized = 1,
                                        .characters = take_text,
                                        .ignorableWhitespace = take_text,
                                        .startElement = open_html,
                                        .endElement = close_html};
    walk.parser->userData = &walk;
    xmlSwitchEncoding(walk.parser, XML_CHAR_ENCODING_UTF8);
    htmlParseDocument(walk.parser);
    bool out_of_memory = walk.parser->lastError.code == XML_ERR_NO_MEMORY;
    xmlFreeParserCtxt(walk.parser);
    return out_of_memory ? error_memory(error) : QUANZE_OK;
}
