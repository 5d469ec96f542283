/* SPDX-License-Identifier: MIT */
/* What the sequence model sees of a block: numbers of its own and of its place in the page, and its words by hash. */
#ifndef ENTENTE_CLEANUP_FEATURES_H
#define ENTENTE_CLEANUP_FEATURES_H

#include "cleanup.h"

enum {
    FEATURE_NUMBERS = 130,  /* floats a block */
    FEATURE_WORDS = 36,     /* at most, a block: its first, second and last, and all of a short one */
    FEATURE_ROWS = 1 << 14, /* rows of the table that words are hashed to; 0 is for none */
};

typedef struct block_features {
    float numbers[FEATURE_NUMBERS];
    uint16_t words[FEATURE_WORDS];
    uint32_t word_count;
} block_features;

/* `out` has a place for each block. Linear in the text. */
ENTENTE_MUST_CHECK entente_status features_read(const text *t, const cleanup *c, arena *a, block_features *out);

#endif
