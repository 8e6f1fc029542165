/* plant.c - how papers are planted. */
#include <months/month.h>

#include <stdlib.h>

void paper_facts(struct paper *paper, const char *members) {
    buf_put_char(&paper->more, ',');
    for (; *members; members++) buf_put_char(&paper->more, *members == '\'' ? '"' : *members);
}

static bool is_visit(const struct paper *paper) {
    static const char *const KINDS[] = {"inspection", "acceptance", "guidance_visit", "research_visit"};
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (strcmp(paper->kind, KINDS[i]) == 0) return true;
    return false;
}

/* Who else visits that day keeps away. */
static void reserve_visit(struct archive *archive, const struct paper *paper) {
    if (!is_visit(paper)) return;
    for (unsigned i = 0; i < 32; i++)
        if (paper->to >> i & 1) archive->visitors[paper->department][i]++;
    for (int32_t day = 0; day < 12; day++)
        for (unsigned i = 0; i < 32; i++)
            if (paper->to >> i & 1) archive->visits[i][day_of_minute(paper->received) - archive->months[0].first + day] = true;
}

void archive_move(struct archive *archive, const struct move *move) {
    if (archive->move_count == sizeof archive->moves / sizeof *archive->moves) abort();
    archive->moves[archive->move_count++] = *move;
}

struct paper *plant_sow(struct archive *archive, struct plant *plant, const struct sowing *sowing) {
    struct paper *paper = past_add(archive, sowing->at, archive_department(archive, sowing->department), sowing->kind,
                                   archive_townships(archive, sowing->to));
    buf_put_text(&paper->title, sowing->title);
    if (sowing->item) paper->item = archive_item(archive, sowing->item);
    if (sowing->item) archive->planted[paper->item] = true;
    if (sowing->form) paper->form = sowing->form;
    if (sowing->item) paper->role = sowing->role;
    if (sowing->workdays > 0) paper->due = archive_later(archive, sowing->at, sowing->workdays);
    if (sowing->workdays < 0) paper->due = 0;
    if (sowing->facts) paper_facts(paper, sowing->facts);

    reserve_visit(archive, paper);
    if (plant) plant_add(plant, paper);
    return paper;
}
