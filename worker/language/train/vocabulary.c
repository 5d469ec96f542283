/* SPDX-License-Identifier: MIT */
#include "vocabulary.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../model.h"
#include "../word_features.h"

static int by_count(const void *a, const void *b)
{
    const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? 1 : x > y ? -1 : 0;
}

void vocabulary_count(const treebank *b, vocabulary *v, uint32_t most)
{
    uint32_t room = 1u << 21, mask = room - 1;
    uint32_t *keys = train_alloc(room * sizeof *keys), *seen = train_alloc(room * sizeof *seen);
    for (uint32_t s = 0; s < b->count; s++)
        for (uint32_t i = 0; i < b->trees[s].count; i++) {
            const char *form = b->trees[s].words[i].form;
            uint32_t hashes[NETWORK_FEATURES], n = feature_list(form, (uint32_t)strlen(form), hashes);
            for (uint32_t f = 0; f < n; f++) {
                uint32_t at = hashes[f] & mask;
                while (keys[at] && keys[at] != hashes[f])
                    at = (at + 1) & mask;
                keys[at] = hashes[f];
                seen[at]++;
            }
        }
    uint64_t *order = train_alloc(room * sizeof *order);
    uint32_t n = 0;
    for (uint32_t i = 0; i < room; i++)
        if (keys[i] && seen[i] >= 2)
            order[n++] = (uint64_t)seen[i] << 32 | keys[i];
    qsort(order, n, sizeof *order, by_count);
    v->count = n < most ? n : most;
    v->mask = MODEL_KEYS - 1;
    v->keys = train_alloc(MODEL_KEYS * sizeof *v->keys);
    v->rows = train_alloc(MODEL_KEYS * sizeof *v->rows);
    v->seen = train_alloc(v->count * sizeof *v->seen);
    for (uint32_t i = 0; i < v->count; i++) {
        uint32_t hash = (uint32_t)order[i], at = hash & v->mask;
        while (v->keys[at])
            at = (at + 1) & v->mask;
        v->keys[at] = hash;
        v->rows[at] = i;
        v->seen[i] = (uint32_t)(order[i] >> 32);
    }
    fprintf(stderr, "features: %u seen twice, %u kept\n", n, v->count);
    free(keys), free(seen), free(order);
}

uint32_t vocabulary_row(const vocabulary *v, uint32_t hash)
{
    for (uint32_t i = hash & v->mask; v->keys[i]; i = (i + 1) & v->mask)
        if (v->keys[i] == hash)
            return v->rows[i];
    return UINT32_MAX;
}
