/* SPDX-License-Identifier: MIT */
/* Walking the dependency tree of a sentence. TREE_NONE stands for no token. */
#ifndef ENTENTE_TREE_H
#define ENTENTE_TREE_H

#include <ctype.h>
#include <string.h>

#include "language.h"
#include "limit_table.h"

enum { TREE_NONE = 0xFFFF };

typedef struct tree {
    const sentence *s;
    uint16_t first[ENTENTE_LIMIT_SENTENCE_TOKENS], next[ENTENTE_LIMIT_SENTENCE_TOKENS]; /* children in text order */
    uint16_t left[ENTENTE_LIMIT_SENTENCE_TOKENS], right[ENTENTE_LIMIT_SENTENCE_TOKENS]; /* first and last token of the subtree */
} tree;

/* In a sentence in capitals only what the tags call a name has one. Mends, before tree_build, where the reader is often wrong: the second of two sides behind "between"; a plural that has a capital
 * for being the first word is no name. */
void tree_mend(const sentence *s);
/* Parts of tree_mend, of a whole sentence: hours, roots and opening clauses, headlines. */
void tree_mend_hours(const sentence *s);
void tree_mend_clauses(const sentence *s);
void tree_mend_headline(const sentence *s);
/* At one token: bodies, names and the phrases around them, days and terms, what is told, clauses, verbs, what they act on. */
void tree_mend_bodies(const sentence *s, uint32_t i);
void tree_mend_names(const sentence *s, uint32_t i);
void tree_mend_times(const sentence *s, uint32_t i);
void tree_mend_telling(const sentence *s, uint32_t i);
void tree_mend_clause(const sentence *s, uint32_t v);
void tree_mend_verbs(const sentence *s, uint32_t i);
void tree_mend_objects(const sentence *s, uint32_t i);
/* The token that hangs on none, or the count. */
uint32_t tree_root(const sentence *s);
/* Puts `head` where `old` hangs, and `old` with what hangs on it below `head`, as `as`. */
void tree_take_place(const sentence *s, uint32_t head, uint32_t old, language_dep as);
/* Whether a noun behind verb `v` has an article and no preposition: an object, whatever stands between. */
bool tree_is_bare_noun(const sentence *s, uint32_t v, uint32_t i);
/* Whether a token hangs below another, as the heads stand now. */
bool tree_hangs_below(const sentence *s, uint32_t i, uint32_t above);
/* Linear in the tokens. The sentence must have been read. */
void tree_build(tree *t, const sentence *s);

#define TREE_CHILDREN(t, parent, child) for (uint32_t child = (t)->first[parent]; child != TREE_NONE; child = (t)->next[child])

static inline const token *tree_token(const tree *t, uint32_t i) { return &t->s->tokens[i]; }
/* The head, or TREE_NONE for the root. */
static inline uint32_t tree_head(const tree *t, uint32_t i) { return t->s->tokens[i].head < t->s->count ? t->s->tokens[i].head : TREE_NONE; }
static inline bool tree_is_low(const tree *t, uint32_t i, const char *low) { return i < t->s->count && strcmp(tree_token(t, i)->low, low) == 0; }
/* A punctuation mark, whatever the tags say. */
static inline bool tree_is_mark(const tree *t, uint32_t i) { return tree_token(t, i)->pos == POS_PUNCT || (ispunct((unsigned char)tree_token(t, i)->low[0]) && !tree_token(t, i)->low[1]); }
/* The first child with a relation. */
uint32_t tree_child(const tree *t, uint32_t i, language_dep dep);
/* The first child with a relation and a lemma. */
uint32_t tree_child_lemma(const tree *t, uint32_t i, language_dep dep, const char *lemma);
/* The first child with a relation that itself has a case marker of this lemma ("with" of "agreed with them"). */
uint32_t tree_child_case(const tree *t, uint32_t i, language_dep dep, const char *lemma);
/* The preposition of a noun phrase, "" if it has none. */
const char *tree_case(const tree *t, uint32_t i);
/* Whether `i` stands below `above`, or is it. */
bool tree_under(const tree *t, uint32_t i, uint32_t above);
bool tree_is_verb(const tree *t, uint32_t i);
/* A verb that says something, not one that only helps. */
static inline bool tree_is_predicate(const tree *t, uint32_t i) { return tree_is_verb(t, i) && tree_token(t, i)->pos != POS_AUX; }
bool tree_is_nominal(const tree *t, uint32_t i);

#endif
