/* SPDX-License-Identifier: MIT */
/* Lemmas by rules that the trainer read off the treebanks: the longest known ending of a word with its tag decides. */
#ifndef ENTENTE_LEMMA_H
#define ENTENTE_LEMMA_H

#include "word_features.h"
#include "model.h"

enum {
    LEMMA_ENDING = 6,      /* the longest ending that is looked at, in bytes; whole words are known apart */
    LEMMA_FORM_BYTES = 64, /* a longer form is its own lemma */
    LEMMA_BYTES = LEMMA_FORM_BYTES + sizeof(((model_lemma_rule *)0)->text), /* room for any lemma */
};

/* Hash of an ending (or, with `whole`, a word) with a Penn tag; never 0. */
static inline uint32_t lemma_hash(uint32_t xpos, const char *ending, uint32_t length, bool whole)
{
    uint32_t h = (0x811C9DC5u ^ xpos << 1 ^ (whole ? 1 : 0)) * 0x01000193u;
    for (uint32_t i = 0; i < length; i++)
        h = (h ^ (uint8_t)ending[i]) * 0x01000193u;
    h = feature_mix(h);
    return h ? h : 1;
}

/* Writes the lemma (no NUL) and returns its length; 0 for a form over LEMMA_FORM_BYTES. Proper nouns and "I" have their capitals. */
uint32_t lemma_write(const model *m, const char *form, uint32_t length, uint32_t xpos, char to[LEMMA_BYTES]);

#endif
