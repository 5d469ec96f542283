/* SPDX-License-Identifier: MIT */
/* What is learnt rather than written as rules: logistic regressions over hashed features (Weinberger and others, "Feature Hashing for Large Scale
 * Multitask Learning", 2009), one a question, in one table. train/ makes it, MODEL.md says from what. */
#ifndef ENTENTE_LEARNT_MODEL_H
#define ENTENTE_LEARNT_MODEL_H

#include <stdbool.h>

#include "article.h"

/* Whether a word triggers a mention; whether somebody is a party of one; whether a phrase or clause is what one is about; whether two mentions tell of
 * the same agreement. */
typedef enum learnt_question { ASK_TRIGGER, ASK_PARTY, ASK_CONTENT, ASK_SAME, QUESTIONS } learnt_question;

enum {
    LEARNT_ROWS = 1 << 17,
    LEARNT_FEATURES = 640, /* of one question; further ones are left out */
    LEARNT_KINDS = ENTENTE_KIND_COMMITMENT, LEARNT_STATUSES = ENTENTE_AGREEMENT_BROKEN, /* both count from one */
    LEARNT_OUTCOMES = LEARNT_KINDS + LEARNT_STATUSES,
};

typedef struct learnt_features {
    uint32_t count, hashes[LEARNT_FEATURES];
} learnt_features;

/* What a feature weighs. Features of different questions differ. Rows are hashed: `check` tells a feature that was learnt from another on its row. */
typedef struct learnt_row {
    uint8_t check;
    int8_t weight;
} learnt_row;

typedef struct learnt_model {
    float scales[QUESTIONS], outcome_scale;
    learnt_row rows[LEARNT_ROWS];
    int8_t outcomes[LEARNT_ROWS][LEARNT_OUTCOMES]; /* of triggers: the kinds, then the statuses, in the order of their enums */
} learnt_model;

/* The file: base/built_in.h's header, then the model. */
#define LEARNT_MAGIC "ENTENTEL"
enum { LEARNT_VERSION = 4 }; /* of the features and the layout */

static inline uint32_t learnt_row_of(uint32_t feature) { return feature % LEARNT_ROWS; }
static inline uint8_t learnt_check_of(uint32_t feature) { return (uint8_t)(feature >> 24); }

/* Adds the feature of sort `what` and of what it holds. */
void learnt_add(learnt_features *f, uint32_t what, uint32_t a, uint32_t b, uint32_t c);
/* Whether the built-in model is whole: nothing below may be asked otherwise. */
bool learnt_ready(void);
float learnt_probability(learnt_question q, const learnt_features *f);
/* The likeliest kind and status of a trigger. */
void learnt_outcome(const learnt_features *f, entente_kind *kind, entente_agreement_status *status);

#endif
