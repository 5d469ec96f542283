/* SPDX-License-Identifier: MIT */
/* One sentence while it is read: shared by clause.c (what stands around a trigger) and triggers.c (what is one). */
#ifndef ENTENTE_READING_H
#define ENTENTE_READING_H

#include "agreements.h"

/* The sentence with each token's classes, the trigger's first and last token, and what is found. */
typedef struct reading {
    parties *parties;
    const sentence *s;
    const unsigned *classes;
    uint32_t first, last;
    mention m;
} reading;

/* Whether a word ends in `tail` and has at least two letters before it. */
bool token_ends_in(const char *low, const char *tail);
/* The agreement noun within `most` tokens of `from`; the sentence's token count if there is none. */
uint32_t clause_find_noun(const reading *r, uint32_t from, uint32_t most);
/* Whether an offer, request or the like stands right behind the trigger. */
bool clause_headed_by_request(const reading *r);
/* The noun phrase around an agreement noun at `i`, as the instrument. */
view clause_instrument_at(const reading *r, uint32_t i);
/* Whether token `i` exists and is this word. */
bool token_is(const sentence *s, uint32_t i, const char *low);
/* "declined to comment" refuses nobody anything. */
bool clause_keeps_silent(const reading *r);
/* Whether an action verb (with "to" or an adverb before it) starts at token `i`. */
bool clause_opens_action(const reading *r, uint32_t i);
/* Over "on Tuesday", "last week", "in Oslo", "today" between a trigger and its complement. */
uint32_t clause_over_adjuncts(const sentence *s, uint32_t i);
bool token_is_punctuation(const token *k);
/* "X said Y agreed ...", "..., the statement said", "According to X, ...". */
void clause_read_attribution(reading *r, const sentence *before, bool pronoun);
/* Looks at auxiliaries, negation and modals left of the trigger; returns the token behind the subject. */
uint32_t clause_read_auxiliaries(reading *r);
/* Reads the clause around a trigger at [first, last]; `content` is where its complement starts. */
entente_status clause_read(reading *r, const sentence *before, uint32_t content, bool noun);
/* The obligations from token `from` on, one item a coordinated action. */
void clause_read_content(reading *r, uint32_t from);
/* "A invited B to X, and B expressed readiness": the one who asked is the other party. */
entente_status clause_read_inviter(reading *r);
/* What follows an agreement noun: "with B", "between A and B", "to X", "on X". */
entente_status clause_read_noun_complements(reading *r, uint32_t i);
/* "agreed to buy X for ...": X is the other side of the deal. */
entente_status clause_read_target(reading *r);
/* The first time expression of the sentence. */
void clause_read_time(reading *r);
/* Where, when the sentence says so at its start or right behind the trigger. */
void clause_read_place(reading *r);

#endif
