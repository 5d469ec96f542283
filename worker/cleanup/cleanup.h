/* SPDX-License-Identifier: MIT */
/* Lines to blocks, and which blocks are the article: the headline, the body, and a named reason for each one dropped. */
#ifndef ENTENTE_CLEANUP_H
#define ENTENTE_CLEANUP_H

#include "text.h"

typedef enum block_role { BLOCK_BODY, BLOCK_TITLE, BLOCK_BYLINE, BLOCK_DATE, BLOCK_REMOVED } block_role;

/* One paragraph, heading, list item or piece of clutter: a line, or lines that were broken apart and are joined again. */
typedef struct block {
    uint32_t start, end; /* in the decoded text */
    uint32_t words;
    uint32_t blank_before;
    block_role role;
    bool terminal; /* ends as a sentence does */
    bool list_item;
    const char *reason; /* for BLOCK_REMOVED: a static string */
} block;

typedef struct cleanup {
    block *blocks;
    uint32_t count;
    view title, byline, agency, dateline; /* empty where there is none */
    char published[11];                   /* ISO 8601 date, or "" */
} cleanup;

/* Joins lines that were wrapped or broken inside sentences (in `t`, in place) and makes blocks of them. Linear. */
ENTENTE_MUST_CHECK entente_status cleanup_blocks(text *t, arena *a, cleanup *out);
/* Decides over the blocks. */
void cleanup_decide(text *t, cleanup *c);

/* What is left of a paragraph behind a dateline ("MOSCOW (AP) _ Russia ..."); the paragraph itself where there is none. */
view cleanup_behind_dateline(const text *t, view p);

/* The first date in a range ("June 18, 2023", "18 June 2023", "2023-06-18") as ISO 8601; false if there is none. */
bool cleanup_find_date(const char *data, uint32_t start, uint32_t end, char iso[11]);

#endif
