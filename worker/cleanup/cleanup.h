/* SPDX-License-Identifier: MIT */
/* Lines to blocks, and which blocks are the article: the headline, the body, and a named reason for each one dropped. */
#ifndef ENTENTE_CLEANUP_H
#define ENTENTE_CLEANUP_H

#include "text.h"

typedef enum block_role { BLOCK_BODY, BLOCK_HEADING, BLOCK_TITLE, BLOCK_BYLINE, BLOCK_DATE, BLOCK_REMOVED } block_role;

/* One paragraph, heading, list item or piece of clutter: a line, or lines that were broken apart and are joined again. */
typedef struct block {
    uint32_t start, end; /* in the decoded text */
    uint32_t words;
    uint32_t blank_before, indent; /* lines, and characters, before its first line */
    uint32_t heading; /* its level, where Markdown marks it as one; 0 elsewhere */
    block_role role;
    bool terminal; /* ends as a sentence does */
    bool list_item;
    bool ordered_out;   /* by a phrase that is the whole line, or by one of the caller's own */
    bool tells_when;    /* a date, or "By ...": stands under headlines */
    float as_title;     /* how well it would do as the headline, by rules; 0 where nobody looked */
    uint32_t clutter_kinds; /* bits of the kinds of clutter that its words hint at */
    const char *reason; /* for BLOCK_REMOVED: a static string */
} block;

typedef struct clutter_list clutter_list;

typedef struct cleanup {
    block *blocks;
    uint32_t count;
    bool wrapped, broken;        /* how the lines were before they were joined */
    bool shouted;                /* all in capitals */
    bool marked;                 /* Markdown marks its headings */
    uint32_t set_in;             /* by how much a text browser indented most of the prose; 0: not at all */
    uint32_t run_start, run_end; /* the contiguous blocks that hold the most prose: a first guess */
    int title_guess;             /* a block, or -1 */
    view title, byline, agency, dateline; /* empty where there is none */
    char published[11];                   /* ISO 8601 date, or "" */
} cleanup;

/* Whether it is a sentence of some length. */
static inline bool cleanup_is_prose(const block *b) { return b->terminal && b->words >= 8; }

/* Whether it stands out to the left of the prose, as text browsers set headings. */
static inline bool cleanup_is_flush(const cleanup *c, const block *b) { return b->indent < c->set_in; }

/* The stages of cleanup, in order. Each is linear. */

/* Joins lines that were wrapped or broken inside sentences (in `t`, in place) and makes blocks of them. */
ENTENTE_MUST_CHECK entente_status cleanup_blocks(text *t, arena *a, cleanup *out);
/* A first look: clutter by name (also by phrases of the caller's own, see clutter.h; NULL for none), the run, the title guess. */
void cleanup_survey(const text *t, const clutter_list *own, cleanup *c);
/* The last two of these again, for a part of a page. */
void cleanup_find_run(const text *t, cleanup *c);
/* Gives each block its role. A page without an article gets no body and the warning NO_ARTICLE.
 * ENTENTE_LIMIT: no room. ENTENTE_INTERNAL: the built-in model is damaged. */
ENTENTE_MUST_CHECK entente_status cleanup_decide(text *t, arena *a, cleanup *c);
/* By-line, dates, date line, agency. */
void cleanup_metadata(const text *t, cleanup *c);

/* What is left of a paragraph behind a dateline ("MOSCOW (AP) _ Russia ..."); the paragraph itself where there is none. */
view cleanup_behind_dateline(const text *t, view p);
/* The same, and behind a place that is not in capitals ("Los Angeles -- The union ..."), or has nothing behind it ("LONDON Ministers ..."). */
view cleanup_behind_place(const text *t, view p);
/* Whether all of it is a date line: "Lima, Peru, June 9". */
bool cleanup_is_place_and_day(const char *data, uint32_t start, uint32_t end);
/* The first date in a range ("June 18, 2023", "18 June 2023", "2023-06-18") as ISO 8601; false if there is none. */
bool cleanup_find_date(const char *data, uint32_t start, uint32_t end, char iso[11]);
/* A headline without the day that some sites print behind it: "Peru, Chile Sign Pact - 2004-06-20"; the range itself where there is none. */
view cleanup_before_date(const char *data, view v);

#endif
