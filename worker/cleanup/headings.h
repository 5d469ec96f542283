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
    HEADING_FORKS = (1 << HEADING_DEPTH) - 1, /* of a tree: those of one level, then those of the next */
    HEADING_LEAVES = 1 << HEADING_DEPTH,
};

typedef struct heading_tree {
    float most[HEADING_FORKS]; /* left up to it */
    float leaf[HEADING_LEAVES];
    uint8_t number[HEADING_FORKS]; /* which of a block's numbers */
} heading_tree;

typedef struct heading_trees {
    float start; /* log odds, before the trees add theirs */
    heading_tree trees[HEADING_TREES];
} heading_trees;

/* Tells the numbers that labels tell (block_features.h), and which blocks could be headings. Room for both comes from the arena. Linear in `count`. */
ENTENTE_MUST_CHECK entente_status headings_read(block_features *f, uint32_t count, float (*p)[LABELS], arena *a, uint32_t **could, uint32_t *could_count);

/* Judges them: [LABEL_HEADING] is then the probability that a block is a heading of the article, 0 for those that could not be. */
ENTENTE_MUST_CHECK entente_status headings_label(const heading_trees *m, block_features *f, uint32_t count, arena *a, float (*p)[LABELS]);

#endif
