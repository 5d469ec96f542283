/* SPDX-License-Identifier: MIT */
/* What the models see of a block: numbers of its own and of its place in the page, and its words by hash; and what they say of it. */
#ifndef ENTENTE_CLEANUP_FEATURES_H
#define ENTENTE_CLEANUP_FEATURES_H

#include "cleanup.h"

typedef enum block_label { LABEL_CLUTTER, LABEL_BODY, LABEL_HEADING, LABEL_TITLE, LABELS } block_label;

/* Numbers that only telling headings asks for: those of the block itself, which features_read knows, and those that the labels of the page tell. */
typedef enum heading_number {
    OWN_WORDS, OWN_BYTES, OWN_BLANKS, OWN_INDENT, /* lines before it, and characters from the margin */
    OWN_BODY, OWN_HEADING, OWN_TITLE,             /* probabilities */
    BEFORE_WORDS, BEFORE_BODY, BEFORE_HEADING,    /* of the block of the article before it; -1 where there is none */
    AFTER_WORDS, AFTER_BODY, AFTER_HEADING,
    SECOND_BEFORE_WORDS, SECOND_BEFORE_HEADING,
    SECOND_AFTER_WORDS, SECOND_AFTER_BODY, SECOND_AFTER_HEADING,
    PLACE, PLACE_SHARE,                           /* in the article, in blocks */
    PROSE_BEFORE, PROSE_AFTER,                    /* words of the long blocks of the article right before and behind it */
    SHORTS, SHORTS_SHARE, WORDS_A_SHORT,          /* short blocks of the article */
    SHORTS_HEADING, SHORTS_LIKELY,                /* their mean probability, and how many are likely headings */
    ALIKE, ALIKE_HEADING, ALIKE_MOST,             /* those that look like it: how many, their mean probability and their highest */
    HEADING_NUMBERS
} heading_number;

enum {
    FEATURE_NUMBERS = 130,  /* floats a block that the sequence model sees */
    FEATURE_SHAPES = 1 << 9,
    FEATURE_SHAPE_WORDS = 16, /* at most, of a block that has a shape */
    FEATURE_WORDS = 36,     /* at most, a block: its first, second and last, and all of a short one */
    FEATURE_ROWS = 1 << 14, /* rows of the table that words are hashed to; 0 is for none */
};

typedef struct block_features {
    float numbers[FEATURE_NUMBERS + HEADING_NUMBERS];
    uint16_t shape; /* how a short block looks: what it starts and ends with, and its case */
    uint16_t words[FEATURE_WORDS];
    uint32_t word_count;
} block_features;

/* `out` has a place for each block. Linear in the text. */
ENTENTE_MUST_CHECK entente_status features_read(const text *t, const cleanup *c, arena *a, block_features *out);

#endif
