/* SPDX-License-Identifier: MIT */
/* One sentence while it is read: shared by clause.c (who, what, whether, when) and triggers.c (what is a trigger). */
#ifndef ENTENTE_READING_H
#define ENTENTE_READING_H

#include "agreements.h"

typedef struct reading {
    parties *parties;
    const tree *t;
    const uint64_t *classes; /* of each token's lemma or form */
    uint32_t noun; /* the agreement noun that the trigger is about, or TREE_NONE */
    mention m;
} reading;

static inline bool reading_is(const reading *r, uint32_t i, uint64_t classes) { return i != TREE_NONE && (r->classes[i] & classes) != 0; }

/* Whether a verb stands in the passive, and who its agent is ("by X"; TREE_NONE when it is not said). */
bool clause_passive(const tree *t, uint32_t v);
uint32_t clause_agent(const tree *t, uint32_t v);
/* Who does what a verb (or a predicate noun or adjective) says: its subject, the agent of a passive, or what a relative
 * clause, an infinitive, a participle or a conjunct takes over from the clause above; TREE_NONE when it is not said. */
uint32_t clause_subject(const reading *r, uint32_t v);
/* Sets the status from negation, modality and the clauses above. False: an exhortation, a demand, or part of another
 * trigger's obligation, so that nobody is said to have assented. */
bool clause_status(reading *r, uint32_t v);
/* The obligations in a complement clause headed by `c`: one a coordinated action. */
void clause_actions(reading *r, uint32_t c);
/* What stands before a noun, "$500 million" of a pledge, as the one obligation. */
void clause_amount(reading *r, uint32_t n);
/* A noun phrase as the one obligation. */
void clause_topic(reading *r, uint32_t n);
/* "to X", "that X", "on X" behind a verb of assent. */
void clause_complement(reading *r, uint32_t v);
/* "to X", "on X", "under which X" behind an agreement noun. */
void clause_noun_complement(reading *r, uint32_t n);
/* "on X" that hangs on the verb, behind the agreement noun `n`. */
void clause_topic_behind(reading *r, uint32_t v, uint32_t n);
/* "with B", "between A and B", "by A" at a verb or noun, and the states in "a U.S.-Chinese accord", "China's pledge". */
ENTENTE_MUST_CHECK entente_status clause_counterparts(reading *r, uint32_t i);
/* The noun as the instrument: "revised trade agreement". */
void clause_instrument(reading *r, uint32_t n);
/* Attribution, time and place around the trigger `v` and its noun; what the clause does not say is taken from the sentence. */
void clause_circumstances(reading *r, uint32_t v);

#endif
