/* SPDX-License-Identifier: MIT */
/* Training of the sequence model that labels blocks. */
#ifndef ENTENTE_CLEANUP_TRAIN_H
#define ENTENTE_CLEANUP_TRAIN_H

#include <jansson.h>

#include "sequence.h"

/* A page as the model sees it, with the label of each block. */
typedef struct page {
    block_features *features;
    uint8_t *labels;
    float *weights; /* how much each block counts; their sum is the page's weight */
    uint32_t count, site;
    bool untitled; /* it is known to have no headline */
} page;

/* Labels of the blocks of a page by its gold: words of the body found in order (a longest common subsequence that prefers
 * unbroken matches), headings and title as they stand. */
void align_labels(const text *t, const cleanup *c, const json_t *gold, uint8_t *labels);

/* Candidates for headings, as the trees see them. */
typedef struct heading_row {
    float numbers[FEATURE_NUMBERS + HEADING_NUMBERS], weight;
    bool heading;
} heading_row;

typedef struct heading_rows {
    heading_row *items;
    uint32_t count;
} heading_rows;

/* Stochastic gradient descent with Adam (Kingma and Ba, 2015) over the pages, `epochs` times. Deterministic. */
void learn(const page *pages, uint32_t count, int epochs, uint64_t seed, sequence_model *out);

/* Gradient boosting by second derivatives (Chen and Guestrin, XGBoost, 2016), a level of a tree at a time. Deterministic. */
void learn_headings(const heading_rows *rows, heading_trees *out);

#endif
