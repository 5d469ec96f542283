/* SPDX-License-Identifier: MIT */
#include "sections.h"

#include <ctype.h>

/* A short line that does not end as a sentence, with a paragraph under it. */
static bool is_heading(const text *t, const block *b, const block *next)
{
    char first = t->data[b->start], last = t->data[b->end - 1];
    bool question = last == '?' || last == '!';
    return b->words <= 12 && (!b->terminal || question) && !b->list_item && last != ':' && last != ',' && last != '"' &&
           (isupper((unsigned char)first) || isdigit((unsigned char)first) || (unsigned char)first >= 0x80) &&
           (unsigned char)first != 0xE2 && next && next->role == BLOCK_BODY && ((next->words >= 8 && next->terminal) || next->list_item);
}

entente_status sections_split(const text *t, const cleanup *c, arena *a, sections *out)
{
    uint32_t most = c->count + 1, paragraphs = 0;
    section *items = arena_alloc(a, most * sizeof *items);
    view *all = arena_alloc(a, most * sizeof *all);
    if (!items || !all)
        return ENTENTE_LIMIT;
    sections s = {.items = items};
    const block *seen = NULL;
    for (uint32_t i = 0; i < c->count; i++) {
        const block *b = &c->blocks[i];
        if (b->role != BLOCK_BODY)
            continue;
        const block *next = NULL;
        for (uint32_t k = i + 1; k < c->count && k < i + 4 && !next; k++)
            if (c->blocks[k].role == BLOCK_BODY)
                next = &c->blocks[k];
        bool heading = seen && (seen->terminal || seen->list_item || seen->words > 12) && is_heading(t, b, next);
        if (heading || s.count == 0)
            items[s.count++] = (section){.paragraphs = all + paragraphs};
        if (heading) {
            items[s.count - 1].heading = (view){b->start, b->end};
        } else {
            all[paragraphs++] = (view){b->start, b->end};
            items[s.count - 1].paragraph_count++;
        }
        seen = b;
    }
    *out = s;
    return ENTENTE_OK;
}
