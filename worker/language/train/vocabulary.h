/* SPDX-License-Identifier: MIT */
/* The features of word forms that have a row of the embeddings. */
#ifndef ENTENTE_VOCABULARY_H
#define ENTENTE_VOCABULARY_H

#include "train.h"

typedef struct vocabulary {
    uint32_t *keys, *rows; /* open addressing by hash: 0 is empty */
    uint32_t mask, count;
    uint32_t *seen; /* by row */
} vocabulary;

/* Features seen twice or more, the most frequent first, `most` at most. */
void vocabulary_count(const treebank *b, vocabulary *v, uint32_t most);
/* The row of a feature, or UINT32_MAX. */
uint32_t vocabulary_row(const vocabulary *v, uint32_t hash);
/* Appends a network's sections: its parameters and embeddings in whole numbers, the vocabulary that chooses embeddings. */
void quantize_network(const float *parameters, const float *embeddings, const vocabulary *v, image *out);

#endif
