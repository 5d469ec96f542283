/* SPDX-License-Identifier: MIT */
/* The sequence model that labels blocks: words' rows and numbers summed to a vector a block, then two layers of recurrent
 * units that read the page forwards and backwards (minimal gated units whose gates see the input alone: Feng and others,
 * "Were RNNs All We Needed?", 2024; Bradbury and others, "Quasi-Recurrent Neural Networks", 2017), then for each block whether it
 * is of the article and whether it is a heading there, and a softmax over the page for which is the title. */
#ifndef ENTENTE_CLEANUP_SEQUENCE_H
#define ENTENTE_CLEANUP_SEQUENCE_H

#include "headings.h"

enum {
    SEQUENCE_INPUT = 32,                /* floats a block */
    SEQUENCE_UNITS = 24,                /* units a direction */
    SEQUENCE_PAIR = 2 * SEQUENCE_UNITS, /* both directions */
    SEQUENCE_GATES = 2 * SEQUENCE_PAIR, /* gate and candidate of each unit: forward gates, forward candidates, then backward */
};

typedef struct sequence_weights {
    float numbers[FEATURE_NUMBERS][SEQUENCE_INPUT];
    float first[SEQUENCE_INPUT + 1][SEQUENCE_GATES]; /* the last row is the bias, here and below */
    float second[SEQUENCE_PAIR + 1][SEQUENCE_GATES];
    float out[LABELS][SEQUENCE_PAIR + SEQUENCE_INPUT + 1];
} sequence_weights;

typedef struct sequence_model {
    sequence_weights weights;
    float row_scale;
    int8_t rows[FEATURE_ROWS][SEQUENCE_INPUT];
    heading_trees headings;
} sequence_model;

/* The file: base/built_in.h's header, then the model. */
#define SEQUENCE_MAGIC "ENTENTEC"
enum { SEQUENCE_VERSION = 4 }; /* of the features and the layout */

/* Softsign in place of the logistic function (gates) and the hyperbolic tangent: no table, no exponential. */
static inline float sequence_squash(float x, bool gate)
{
    float s = x / (1 + (x < 0 ? -x : x));
    return gate ? 0.5f + 0.5f * s : s;
}

/* The model that was built in; NULL if its file is damaged. */
const sequence_model *sequence_built_in(void);

/* Probabilities of each block: BODY, that it is of the article; CLUTTER, that it is not; HEADING, that it is a heading if it is of the article;
 * TITLE, that it and no other block is the title (they add up to less than one: there may be none). Linear in `count`. */
ENTENTE_MUST_CHECK entente_status sequence_label(const sequence_model *m, const block_features *f, uint32_t count, arena *a, float (*out)[LABELS]);

/* cleanup_decide by a model of the caller's. */
ENTENTE_MUST_CHECK entente_status cleanup_decide_by(const sequence_model *m, text *t, arena *a, cleanup *c);

#endif
