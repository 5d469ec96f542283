/* SPDX-License-Identifier: MIT */
/* A first look at the page: clutter by name, the contiguous run that holds the most prose, the likeliest headline. The model
 * sees them as features; where it finds nothing they stand. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "bits.h"
#include "clutter.h"

/* What a block adds to the run that holds it. The numbers were searched for on annotated pages: prose counts by half its words
 * up to 25, less 4, so that teasers in single sentences do not outweigh the short lines between them; named clutter is dropped
 * anyway, and only what follows articles speaks against the run. */
static int score(const block *b)
{
    if (b->reason)
        return strcmp(b->reason, "RELATED") == 0 || strcmp(b->reason, "COMMENTS") == 0 || strcmp(b->reason, "LEGAL") == 0 ? -6 : 0;
    if (b->terminal && b->words >= 5)
        return b->words > 50 ? 21 : b->words < 12 ? 2 : (int)b->words / 2 - 4;
    if (b->words >= 25 || (b->list_item && b->words >= 4))
        return 0;
    return b->words < 5 ? -5 : -2;
}

enum { LEAD_BYTES = 2500, LEAD_BITS = 4096 };

static const bool of_word[256] = {['0' ... '9'] = true, ['A' ... 'Z'] = true, ['a' ... 'z'] = true, [0x80 ... 0xFF] = true};

/* The next word of four letters or more at or after `*i`, hashed by its first five: headlines and leads inflect differently. */
static bool next_word(const char *d, uint32_t *i, uint32_t end, uint32_t *hash)
{
    while (*i < end) {
        uint32_t n = 0, h = 2166136261u;
        for (unsigned char c; *i < end && of_word[c = (unsigned char)d[*i]]; ++*i)
            if (n++ < 5)
                h = (h ^ (c < 0x80 ? c | 32u : c)) * 16777619u;
        if (n >= 4) {
            *hash = h;
            return true;
        }
        ++*i;
    }
    return false;
}

/* Which words the lead holds, as a bit set. */
static void read_lead(const text *t, const cleanup *c, uint32_t body, uint64_t bits[LEAD_BITS / 64])
{
    uint32_t start = c->blocks[body].start, end = t->length - start > LEAD_BYTES ? start + LEAD_BYTES : t->length, h;
    while (next_word(t->data, &start, end, &h))
        bits_add(bits, h % LEAD_BITS);
}

static bool ends_with(const text *t, const block *x, const block *tail)
{
    uint32_t n = tail->end - tail->start;
    return x->end - x->start > n && (t->data[x->end - 1] | 32) == (t->data[tail->end - 1] | 32) && strncasecmp(t->data + x->end - n, t->data + tail->start, n) == 0;
}

/* A line that tells when or by whom, as stands under headlines. */
static bool tells_when(const text *t, const block *b)
{
    char iso[11];
    return b->words <= 25 && (b->clutter_kinds >> CLUTTER_WHEN & 1 || strncasecmp(t->data + b->start, "by ", 3) == 0 || cleanup_is_place_and_day(t->data, b->start, b->end) || (b->words < 9 && cleanup_find_date(t->data, b->start, b->end, iso) && cleanup_before_date(t->data, (view){b->start, b->end}).end == b->end));
}

/* A line that stands both above and below a date: who puts it out. */
static bool around_date(const text *t, const cleanup *c, uint32_t i)
{
    enum { REACH = 4 };
    const block *b = &c->blocks[i];
    uint32_t low = i > REACH ? i - REACH : 0, high = i + REACH < c->count ? i + REACH : c->count - 1;
    for (uint32_t k = low; k <= high; k++) {
        const block *o = &c->blocks[k];
        bool dated = false;
        if (k == i || o->end - o->start != b->end - b->start || memcmp(t->data + o->start, t->data + b->start, b->end - b->start) != 0)
            continue;
        for (uint32_t d = (k < i ? k : i) + 1; d < (k < i ? i : k); d++)
            dated |= c->blocks[d].tells_when;
        if (dated)
            return true;
    }
    return false;
}

/* The best-scoring block above the body (or one of its first) that could be a headline: its words come again in the lead. */
static int find_title(const text *t, cleanup *c, uint32_t body)
{
    int best = -1, before = -1; /* `before`: the candidate right above */
    double best_score = 0, before_score = 0;
    uint64_t lead[LEAD_BITS / 64] = {0};
    uint32_t first = body > 60 ? body - 60 : 0;
    read_lead(t, c, body, lead);
    for (uint32_t i = first; i <= body + 2 && i < c->count; i++) {
        block *b = &c->blocks[i];
        if (b->reason || b->words < 3 || b->words > 30 || b->list_item || (b->terminal && t->data[b->end - 1] == '.') || b->tells_when)
            continue;
        uint32_t words = 0, found = 0, h;
        for (uint32_t at = b->start; next_word(t->data, &at, b->end, &h); words++)
            found += bits_hold(lead, h % LEAD_BITS);
        if (i >= body)
            found = 0; /* it stands in the lead itself */
        double s = (b->words >= 5 && b->words <= 20 ? 8 : 3) + (words ? 12.0 * found / (words + 1) : 0);
        s -= i < body ? 0.15 * (body - i) : 1.0 * (i - body);
        for (uint32_t k = i + 1; k < i + 4 && k < c->count; k++)
            if (c->blocks[k].tells_when) {
                s += 4;
                break;
            }
        for (uint32_t k = first; k < i; k++)
            if (ends_with(t, &c->blocks[k], b))
                s += 6; /* a breadcrumb */
        if (!isupper((unsigned char)t->data[b->start]) && (unsigned char)t->data[b->start] < 0x80 && t->data[b->start] != '"' && t->data[b->start] != '\'' && t->data[b->start] != '$')
            s -= 4;
        /* What follows a headline at once is its standfirst, though more of its words may come again. */
        bool standfirst = before >= 0 && before == best && before + 1 == (int)i && s < before_score + 6 && before_score > 8;
        b->as_title = (float)(standfirst ? s - 6 : s);
        if (s > best_score && !standfirst) {
            best_score = s;
            best = (int)i;
        }
        before = (int)i;
        before_score = s;
    }
    return best;
}


void cleanup_find_run(const text *t, cleanup *c)
{
    long best = 0, sum = 0;
    uint32_t open = 0;
    c->run_start = c->run_end = 0;
    for (uint32_t i = 0; i < c->count; i++) {
        c->blocks[i].as_title = 0; /* of a part of a page, it is told anew */
        if (sum <= 0) {
            sum = 0;
            open = i;
        }
        sum += score(&c->blocks[i]);
        if (sum > best) {
            best = sum;
            c->run_start = open;
            c->run_end = i + 1;
        }
    }
    c->title_guess = c->run_end > c->run_start ? find_title(t, c, c->run_start) : -1;
}

void cleanup_survey(const text *t, const clutter_list *own, cleanup *c)
{
    enum { OPENING = 40 }; /* blocks in which a by-line is looked for */
    for (uint32_t i = 0; i < c->count; i++) {
        block *b = &c->blocks[i];
        clutter_signs signs = clutter_find(t, b, own);
        b->reason = signs.reason;
        b->clutter_kinds = signs.kinds;
        b->ordered_out = signs.ordered;
        b->tells_when = tells_when(t, b);
    }
    for (uint32_t i = 0; i < c->count && i < OPENING; i++)
        if (c->blocks[i].words < 12 && !c->blocks[i].tells_when && around_date(t, c, i))
            c->blocks[i].reason = c->blocks[i].reason ? c->blocks[i].reason : "BYLINE";
    cleanup_find_run(t, c);
}
