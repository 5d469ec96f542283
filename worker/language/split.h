/* SPDX-License-Identifier: MIT */
/* Where words and sentences end: decisions at places between two characters, by a perceptron over hashed features of what
 * stands left and right. The trainer calls the same functions. */
#ifndef ENTENTE_SPLIT_H
#define ENTENTE_SPLIT_H

#include <stdbool.h>
#include <stdint.h>

#include "model.h"

enum { SPLIT_FEATURES = 20 };

/* The end of the sentence that starts at `start` (not white space), cut so that it has at most ENTENTE_LIMIT_SENTENCE_TOKENS tokens.
 * [start, end) is a paragraph. Linear in the sentence's length. */
uint32_t split_sentence(const model *m, const char *d, uint32_t start, uint32_t end);
/* The end of the token that starts at `start` (not white space); `end` is the sentence's. `chunk` remembers the run of characters between white
 * space that it stands in: start it with {0, 0}. */
uint32_t split_token(const model *m, const char *d, uint32_t start, uint32_t end, uint32_t chunk[2]);
/* Over white space. */
uint32_t split_skip(const char *d, uint32_t i, uint32_t end);
/* The length of a share's symbol, "<ABC.N>", "(ABC.N)" or "(NYSE: ABC)", as it stands behind a company's name: no word of the sentence; else 0. */
uint32_t split_symbol(const char *d, uint32_t i, uint32_t end);

/* Bytes of the white space at `p` (any of Unicode's), 0 if there is none. */
uint32_t split_space(const char *p, uint32_t left);
/* The next place in (at, chunk_end) where a word may end, `chunk_end` if there is none. [chunk_start, chunk_end) holds no white space. */
uint32_t split_next_place(const char *d, uint32_t at, uint32_t chunk_end);
/* Features of ending a word at `at`; `end` is the end of the text. */
uint32_t split_word_features(const char *d, uint32_t chunk_start, uint32_t chunk_end, uint32_t at, uint32_t end, uint32_t *out);

/* What the sentence brought so far. */
typedef struct split_context {
    uint32_t chunks;
    int quotes, brackets; /* open ones */
} split_context;

void split_context_add(split_context *c, const char *d, uint32_t start, uint32_t end);
/* Whether the sentence can end between two chunks at all, and the features of its doing so. */
bool split_may_end(const char *d, uint32_t chunk_start, uint32_t chunk_end, uint32_t next, uint32_t end);
uint32_t split_sentence_features(const char *d, uint32_t chunk_start, uint32_t chunk_end, uint32_t next, uint32_t end, const split_context *c, uint32_t *out);

/* A word written as one with another, as the model knows it: the length of its first part, or 0. */
uint32_t split_part(const model *m, const char *word, uint32_t length);
uint32_t split_part_hash(const char *word, uint32_t length);

static inline int32_t split_score(const int16_t *weights, const uint32_t *features, uint32_t count)
{
    int32_t sum = 0;
    for (uint32_t i = 0; i < count; i++)
        sum += weights[features[i] & (MODEL_SPLIT_WEIGHTS - 1)];
    return sum;
}

#endif
