/* SPDX-License-Identifier: MIT */
/* Lemma rules: for each ending of up to LEMMA_ENDING bytes with its tag, the change that most of its words make; an ending
 * or a whole word is kept where it says otherwise than the next shorter ending. */
#include "../lemma.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "train.h"

enum { ROOM = 1 << 20, RULES = 4096 };

typedef struct ending {
    uint32_t hash, parent; /* place of the next shorter ending + 1 */
    uint32_t best_rule, best, seen;
    uint8_t length; /* 255: a whole word */
    bool kept;
} ending;

typedef struct change {
    uint64_t key; /* ending's place and rule */
    uint32_t count;
} change;

typedef struct learner {
    model_lemma_rule rules[RULES];
    uint32_t rule_count;
    ending *endings;
    change *changes;
} learner;

static int rule_of(learner *l, const char *low, const char *lemma)
{
    size_t n = strlen(low), k = strlen(lemma), same = 0;
    while (same < n && same < k && low[same] == lemma[same])
        same++;
    model_lemma_rule r = {.off = (uint8_t)(n - same), .on = (uint8_t)(k - same)};
    if (n - same > 15 || k - same > sizeof r.text)
        return -1;
    memcpy(r.text, lemma + same, k - same);
    for (uint32_t i = 0; i < l->rule_count; i++)
        if (memcmp(&l->rules[i], &r, sizeof r) == 0)
            return (int)i;
    if (l->rule_count == RULES)
        return -1;
    l->rules[l->rule_count] = r;
    return (int)l->rule_count++;
}

static uint32_t place_of(learner *l, uint32_t hash)
{
    uint32_t i = hash & (ROOM - 1);
    while (l->endings[i].hash && l->endings[i].hash != hash)
        i = (i + 1) & (ROOM - 1);
    l->endings[i].hash = hash;
    return i;
}

static void vote(learner *l, uint32_t place, uint32_t rule)
{
    uint64_t key = ((uint64_t)place << 16 | rule) + 1;
    uint32_t i = feature_mix((uint32_t)(key ^ key >> 32)) & (2 * ROOM - 1);
    while (l->changes[i].key && l->changes[i].key != key)
        i = (i + 1) & (2 * ROOM - 1);
    l->changes[i].key = key;
    uint32_t count = ++l->changes[i].count;
    l->endings[place].seen++;
    if (count > l->endings[place].best) {
        l->endings[place].best = count;
        l->endings[place].best_rule = rule;
    }
}

void train_lemmas(const treebank *b, image *out)
{
    learner *l = train_alloc(sizeof *l);
    l->endings = train_alloc(ROOM * sizeof *l->endings);
    l->changes = train_alloc(2 * ROOM * sizeof *l->changes);
    uint32_t none = (uint32_t)rule_of(l, "", ""); /* the rule that changes nothing */
    for (uint32_t s = 0; s < b->count; s++)
        for (uint32_t i = 0; i < b->trees[s].count; i++) {
            const word *w = &b->trees[s].words[i];
            char low[64], lemma[64];
            size_t n = strlen(w->form), k = strlen(w->lemma);
            if (n > 32 || k > 32 || strcmp(w->lemma, "_") == 0)
                continue;
            for (size_t c = 0; c <= n; c++)
                low[c] = (char)(w->form[c] >= 'A' && w->form[c] <= 'Z' ? w->form[c] | 32 : w->form[c]);
            for (size_t c = 0; c <= k; c++)
                lemma[c] = (char)(w->lemma[c] >= 'A' && w->lemma[c] <= 'Z' ? w->lemma[c] | 32 : w->lemma[c]);
            int rule = rule_of(l, low, lemma);
            if (rule < 0)
                continue;
            uint32_t parent = 0;
            for (uint32_t length = 1; length <= LEMMA_ENDING + 1; length++) {
                bool whole = length > LEMMA_ENDING;
                if (!whole && length > n)
                    continue;
                uint32_t place = place_of(l, lemma_hash(w->xpos, whole ? low : low + n - length, whole ? (uint32_t)n : length, whole));
                l->endings[place].parent = parent;
                l->endings[place].length = (uint8_t)(whole ? 255 : length);
                vote(l, place, (uint32_t)rule);
                parent = place + 1;
            }
        }
    /* Shortest first, so that what an ending is compared with is decided. */
    model_lemma *table = train_alloc(MODEL_LEMMA_KEYS * sizeof *table);
    uint32_t *inherited = train_alloc(ROOM * sizeof *inherited), kept = 0;
    for (uint32_t length = 1; length <= LEMMA_ENDING + 1; length++)
        for (uint32_t i = 0; i < ROOM; i++) {
            ending *e = &l->endings[i];
            if (!e->hash || e->length != (length > LEMMA_ENDING ? 255 : length))
                continue;
            uint32_t above = e->parent ? inherited[e->parent - 1] : none;
            bool certain = e->length == 255 ? e->best * 2 > e->seen && (e->seen > 1 || e->best_rule != above) : e->seen > 1;
            e->kept = certain && e->best_rule != above && kept < MODEL_LEMMA_KEYS * 3 / 4;
            inherited[i] = e->kept ? e->best_rule : above;
            if (!e->kept)
                continue;
            uint32_t at = e->hash & (MODEL_LEMMA_KEYS - 1);
            while (table[at].hash)
                at = (at + 1) & (MODEL_LEMMA_KEYS - 1);
            table[at] = (model_lemma){e->hash, e->best_rule};
            kept++;
        }
    fprintf(stderr, "lemmas: %u rules, %u endings and words\n", l->rule_count, kept);
    image_section(out, MODEL_LEMMA_RULES, l->rules, l->rule_count * sizeof *l->rules);
    image_section(out, MODEL_LEMMA_TABLE, table, MODEL_LEMMA_KEYS * sizeof *table);
    free(table), free(inherited), free(l->endings), free(l->changes), free(l);
}
