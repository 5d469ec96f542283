/* SPDX-License-Identifier: MIT */
/* Headings told from the other short lines of an article, once it is likely what else is of it: gradient-boosted trees
 * (Friedman, "Greedy Function Approximation: A Gradient Boosting Machine", 2001) over a block's numbers, and over what the labels
 * of the sequence model tell of the blocks before and behind it within the article, and of those that look like it. */
#ifndef ENTENTE_CLEANUP_HEADINGS_H
#define ENTENTE_CLEANUP_HEADINGS_H

#include "block_features.h"

enum {
    HEADING_TREES = 100,
    HEADING_DEPTH = 3,
    HEADING_SPLITS = (1 << HEADING_DEPTH) - 1, /* of a tree: those of one level, then those of the next */
    HEADING_LEAVES = 1 << HEADING_DEPTH,
};

typedef struct heading_tree {
    float threshold[HEADING_SPLITS]; /* up to it to the left */
    float leaf[HEADING_LEAVES];
    uint8_t number[HEADING_SPLITS]; /* which of a block's numbers */
} heading_tree;

_Static_assert(FEATURE_NUMBERS + HEADING_NUMBERS <= UINT8_MAX + 1, "a tree names a number by a byte");

typedef struct heading_trees {
    float start; /* log odds, before the trees add theirs */
    heading_tree trees[HEADING_TREES];
} heading_trees;

/* Writes the numbers that labels tell (block_features.h) of the candidates: the short blocks that may be of the article and headings.
 * Their list lies in the arena. Linear in `count`. */
ENTENTE_MUST_CHECK entente_status headings_read(block_features *f, uint32_t count, float (*p)[LABELS], arena *a, uint32_t **candidates, uint32_t *candidate_count);

/* Judges the candidates: [LABEL_HEADING] is then the probability that a block is a heading and of the article, 0 for all others. */
ENTENTE_MUST_CHECK entente_status headings_label(const heading_trees *m, block_features *f, uint32_t count, arena *a, float (*p)[LABELS]);

#endif
