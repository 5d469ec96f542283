/* SPDX-License-Identifier: MIT */
/* Which blocks are the article, by the sequence model. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "clutter.h"
#include "sequence.h"

/* Found on annotated pages: where precision and recall come out even. */
static const float BODY_LEAST = 0.55f, HEADING_LEAST = 0.35f, TITLE_LEAST = 0.02f, LEAD_LEAST = 0.02f;
enum { LEAD_REACH = 3, LEAD_WORDS = 10 };

static bool same_text(const text *t, const block *x, const block *y)
{
    return x->end - x->start == y->end - y->start && strncasecmp(t->data + x->start, t->data + y->start, x->end - x->start) == 0;
}

/* The likeliest headline, of those of the first level where Markdown marks them; where the model sees none, that of the survey. */
static int pick_title(const cleanup *c, float (*p)[LABELS])
{
    int best = c->title_guess, marked = -1;
    float most = TITLE_LEAST, most_marked = -1;
    for (uint32_t i = 0; i < c->count; i++) {
        if (p[i][LABEL_TITLE] > most && !c->blocks[i].reason && !c->blocks[i].tells_when) {
            most = p[i][LABEL_TITLE];
            best = (int)i;
        }
        if (c->blocks[i].heading == 1 && p[i][LABEL_TITLE] > most_marked) {
            most_marked = p[i][LABEL_TITLE];
            marked = (int)i;
        }
    }
    return marked >= 0 ? marked : best;
}

/* "Home News World The Headline" stands for the line "The Headline" near it: that one is the title. */
static int without_surroundings(const text *t, const cleanup *c, int title)
{
    enum { NEAR = 6, WORDS = 4 };
    const block *whole = &c->blocks[title];
    for (int i = title > NEAR ? title - NEAR : 0; i < (int)c->count && i <= title + NEAR; i++) {
        const block *b = &c->blocks[i];
        uint32_t n = b->end - b->start, m = whole->end - whole->start;
        if (i != title && b->words >= WORDS && n < m && n * 10 > m * 6 && t->data[whole->end - n - 1] == ' ' && strncasecmp(t->data + whole->end - n, t->data + b->start, n) == 0)
            return i;
    }
    return title;
}

/* The headline in "The headline | Site" and "Section/Part of it/The headline": the part that is long enough to be one. */
static view without_site(const text *t, view v)
{
    enum { WORDS = 4 };
    uint32_t words = 0, slash = 0;
    for (uint32_t i = v.start; i + 2 < v.end; i++) {
        words += t->data[i] == ' ';
        if (words >= WORDS && memcmp(t->data + i, " | ", 3) == 0)
            return (view){v.start, i};
    }
    words = 0;
    for (uint32_t i = v.start; i < v.end; i++) {
        words = t->data[i] == '/' ? 0 : words + (t->data[i] == ' ');
        if (words >= WORDS && !slash)
            return v; /* what is before the first slash is no section */
        if (t->data[i] == '/')
            slash = i;
    }
    return slash > v.start && words >= WORDS && t->data[slash + 1] != ' ' ? (view){slash + 1, v.end} : v;
}

/* The headline in "The headline by Jo Doe", where the by-line stood on a line of its own that was joined. */
static view without_byline(const text *t, view v)
{
    for (uint32_t i = 0; i < t->line_count && t->lines[i].start < v.end; i++) {
        uint32_t at = t->lines[i].start;
        if (at > v.start + 1 && at + 2 <= v.end && strncasecmp(t->data + at, "by", 2) == 0 && (at + 2 == v.end || t->data[at + 2] == ' '))
            return (view){v.start, at - 1};
    }
    return v;
}

/* What is no heading though it is short: a number, the minute of a live report, the caption of a numbered picture. */
static bool no_heading(const text *t, const block *b)
{
    static const char *const pictures[] = {"image ", "figure ", "fig. ", "photo "};
    const char *p = t->data + b->start;
    uint32_t n = b->end - b->start, i = 0;
    while (i < n && !isalpha((unsigned char)p[i]) && (unsigned char)p[i] < 0x80)
        i++;
    if (i == n || (n > 5 && isdigit((unsigned char)p[0]) && isdigit((unsigned char)p[1]) && p[2] == ':' && isdigit((unsigned char)p[3]) && isdigit((unsigned char)p[4])))
        return true;
    for (size_t k = 0; k < sizeof pictures / sizeof *pictures; k++) {
        size_t length = strlen(pictures[k]);
        if (n > length && strncasecmp(p, pictures[k], length) == 0 && isdigit((unsigned char)p[length]))
            return true;
    }
    return false;
}

static bool is_heading(const text *t, const cleanup *c, const block *b, float likely)
{
    return c->marked ? b->heading > 0 : likely > HEADING_LEAST && !no_heading(t, b);
}

static void drop(block *b, const char *reason)
{
    b->role = BLOCK_REMOVED;
    if (!b->reason)
        b->reason = reason;
}

/* A page of a few lines without any sentence is taken as it is; of a page of menus nothing is. */
static bool taken_whole(const cleanup *c)
{
    for (uint32_t i = 0; i < c->count; i++)
        if (c->blocks[i].reason)
            return false;
    return c->count <= 3;
}

/* The first sentence of the news is worth more than a teaser too many is harm: a whole sentence right above the body that
 * nothing marks as clutter needs less to be taken. */
static void keep_lead(const cleanup *c, float (*p)[LABELS])
{
    uint32_t first = 0;
    while (first < c->count && p[first][LABEL_BODY] <= BODY_LEAST)
        first++;
    for (uint32_t i = first, step = 0; i-- > 0 && first < c->count && step < LEAD_REACH; step++) {
        const block *b = &c->blocks[i];
        if (b->terminal && b->words >= LEAD_WORDS && !b->reason && p[i][LABEL_BODY] > LEAD_LEAST) {
            p[i][LABEL_BODY] = 1;
            return;
        }
    }
}

enum { PART_BLOCKS = 4096, PART_MEMORY = 24 << 20 }; /* of a page that is larger than any page is: read in parts, memory stays bounded */

/* Probabilities of the labels of some of the blocks, as if they were a page. */
static entente_status label(const sequence_model *m, const text *t, const cleanup *whole, uint32_t from, uint32_t count, arena *a, float (*p)[LABELS])
{
    cleanup part = *whole;
    part.blocks += from;
    part.count = count;
    if (count < whole->count)
        cleanup_find_run(t, &part);
    block_features *f = arena_alloc(a, (size_t)count * sizeof *f);
    if (!f)
        return ENTENTE_LIMIT;
    entente_status e = features_read(t, &part, a, f);
    if (!e)
        e = sequence_label(m, f, count, a, p);
    return e ? e : headings_label(&m->headings, f, count, a, p);
}

entente_status cleanup_decide_by(const sequence_model *m, text *t, arena *a, cleanup *c)
{
    float(*p)[LABELS] = arena_alloc(a, (size_t)c->count * sizeof *p);
    entente_status e = ENTENTE_OK;
    if (!p)
        return ENTENTE_LIMIT;
    if (c->count <= PART_BLOCKS) {
        e = label(m, t, c, 0, c->count, a, p);
    } else {
        arena room;
        arena_init(&room, PART_MEMORY);
        for (uint32_t from = 0; from < c->count && !e; from += PART_BLOCKS) {
            arena_reset(&room, PART_MEMORY);
            e = label(m, t, c, from, c->count - from < PART_BLOCKS ? c->count - from : PART_BLOCKS, &room, p + from);
        }
        arena_done(&room);
    }
    if (e)
        return e;
    for (uint32_t i = 0; i < c->count; i++)
        if (c->blocks[i].ordered_out)
            memcpy(p[i], (float[LABELS]){[LABEL_CLUTTER] = 1}, sizeof p[i]);
    keep_lead(c, p);
    int title = c->count > 1 ? pick_title(c, p) : -1, whole = title;
    if (title >= 0 && (title = without_surroundings(t, c, title)) != whole)
        memcpy(p[whole], (float[LABELS]){[LABEL_CLUTTER] = 1}, sizeof p[whole]);
    uint32_t first = c->count, last = 0;
    for (uint32_t i = 0; i < c->count; i++) {
        block *b = &c->blocks[i];
        bool above_body = b->heading && i + 1 < c->count && p[i + 1][LABEL_BODY] > BODY_LEAST; /* marked as a heading of the article */
        bool heading = is_heading(t, c, b, p[i][LABEL_HEADING]), inside = p[i][LABEL_BODY] > BODY_LEAST || (heading && !c->marked) || above_body;
        b->role = (int)i == title ? BLOCK_TITLE : !inside ? BLOCK_REMOVED : heading ? BLOCK_HEADING : BLOCK_BODY;
        if (b->role == BLOCK_BODY || b->role == BLOCK_HEADING) {
            first = first < i ? first : i;
            last = i;
        }
    }
    if (title >= 0) {
        c->title = without_site(t, cleanup_before_date(t->data, (view){c->blocks[title].start, c->blocks[title].end}));
        if (!c->wrapped)
            c->title = without_byline(t, c->title);
    }
    if (first == c->count) {
        if (taken_whole(c)) {
            for (uint32_t i = 0; i < c->count; i++)
                if (c->blocks[i].role == BLOCK_REMOVED)
                    c->blocks[i].role = BLOCK_BODY;
        } else {
            text_warn(t, "NO_ARTICLE", text_raw_span(t, 0, t->length));
        }
    }
    for (uint32_t i = 0; i < c->count; i++) {
        block *b = &c->blocks[i];
        if (b->role != BLOCK_REMOVED)
            continue;
        if (title >= 0 && same_text(t, b, &c->blocks[title]))
            drop(b, "REPEATED_HEADLINE");
        else
            drop(b, i < first ? (title >= 0 && (int)i > title ? "BEFORE_BODY" : "NAVIGATION") : i > last ? "AFTER_BODY" : "INSERT");
    }
    return ENTENTE_OK;
}

entente_status cleanup_decide(text *t, arena *a, cleanup *c)
{
    const sequence_model *m = sequence_built_in();
    return m ? cleanup_decide_by(m, t, a, c) : ENTENTE_INTERNAL;
}
