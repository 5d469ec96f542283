/* SPDX-License-Identifier: MIT */
#include "lemma.h"

#include <string.h>

static const model_lemma_rule *find(const model *m, uint32_t hash)
{
    for (uint32_t i = hash & (MODEL_LEMMA_KEYS - 1); m->lemmas[i].hash; i = (i + 1) & (MODEL_LEMMA_KEYS - 1))
        if (m->lemmas[i].hash == hash)
            return &m->lemma_rules[m->lemmas[i].rule];
    return NULL;
}

static const model_lemma_rule unchanged; /* nothing off, nothing on */

uint32_t lemma_write(const model *m, const char *form, uint32_t length, uint32_t xpos, char to[LEMMA_BYTES])
{
    if (length > LEMMA_FORM_BYTES)
        return 0;
    bool proper = xpos < m->xpos_count && strncmp(m->xpos[xpos], "NNP", 3) == 0;
    for (uint32_t i = 0; i < length; i++)
        to[i] = (char)(form[i] >= 'A' && form[i] <= 'Z' ? form[i] | 32 : form[i]);
    const model_lemma_rule *rule = length <= 32 ? find(m, lemma_hash(xpos, to, length, true)) : NULL;
    for (uint32_t n = length < LEMMA_ENDING ? length : LEMMA_ENDING; !rule && n > 0; n--)
        rule = find(m, lemma_hash(xpos, to + length - n, n, false));
    if (proper)
        memcpy(to, form, length);
    if (!rule || rule->off > length || (rule->off == length && !rule->on))
        rule = &unchanged;
    memcpy(to + length - rule->off, rule->text, rule->on);
    length = length - rule->off + rule->on;
    if (length == 1 && *to == 'i' && xpos < m->xpos_count && strncmp(m->xpos[xpos], "PRP", 3) == 0)
        *to = 'I'; /* the one pronoun with a capital */
    return length;
}
