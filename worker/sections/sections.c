/* SPDX-License-Identifier: MIT */
#include "sections.h"

entente_status sections_split(const cleanup *c, arena *a, sections *out)
{
    uint32_t most = c->count + 1, paragraphs = 0;
    section *items = arena_alloc(a, most * sizeof *items);
    view *all = arena_alloc(a, most * sizeof *all);
    if (!items || !all)
        return ENTENTE_LIMIT;
    sections s = {.items = items};
    for (uint32_t i = 0; i < c->count; i++) {
        const block *b = &c->blocks[i];
        bool heading = b->role == BLOCK_HEADING;
        if (!heading && b->role != BLOCK_BODY)
            continue;
        if (heading || s.count == 0)
            items[s.count++] = (section){.paragraphs = all + paragraphs};
        if (heading) {
            items[s.count - 1].heading = (view){b->start, b->end};
        } else {
            all[paragraphs++] = (view){b->start, b->end};
            items[s.count - 1].paragraph_count++;
        }
    }
    *out = s;
    return ENTENTE_OK;
}
