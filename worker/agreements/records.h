/* SPDX-License-Identifier: MIT */
/* What records.c, which merges mentions, and record_fields.c, which fills the records, share. */
#ifndef ENTENTE_RECORDS_H
#define ENTENTE_RECORDS_H

#include "agreements.h"

/* Whether a mention answers what another asked or offered. */
static inline bool records_is_answer(const mention *m) { return m->family == FAMILY_ACCEPT || m->family == FAMILY_REFUSE; }
/* How many parties of one mention are parties of the other. */
uint32_t records_shared_parties(const mention *x, const mention *y);
/* Whether a range of the text begins with a word, in whatever letters. */
bool records_opens_with(const text *t, view v, const char *word);
/* Fills a record with what its mentions among `all` tell. False: the arena is full. */
ENTENTE_MUST_CHECK bool records_fill(text *t, const mentions *all, uint32_t record, const char *published, bool explain, arena *a, entente_agreement *r);

/* The words of a range in small letters, cut to `size` with its end. */
void records_small_letters(const text *t, view v, char *out, size_t size);

#endif
