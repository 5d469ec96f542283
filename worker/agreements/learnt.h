/* SPDX-License-Identifier: MIT */
/* The questions that are answered by learning (learnt_model.h), as a sentence raises them. Names are no features, only that something is one; one that is a word of a class of
 * lexicon.txt ("Union", "Treaty") keeps that word. */
#ifndef ENTENTE_LEARNT_H
#define ENTENTE_LEARNT_H

#include "learnt_model.h"
#include "reading.h"

/* Who may be a party: a noun phrase or pronoun of the sentence, or one of those in play. */
typedef struct learnt_candidate {
    uint32_t head; /* TREE_NONE: nobody of the sentence */
    party who;
} learnt_candidate;
enum { LEARNT_CANDIDATES = 96 }; /* a sentence; further ones are left out */

/* A sentence as it is judged. */
typedef struct learnt_sentence {
    const tree *t;           /* NULL until it is read */
    const uint64_t *classes; /* of each token */
    uint32_t words[ENTENTE_LIMIT_SENTENCE_TOKENS]; /* a hash of each token's lemma; of a name what sort of thing it names */
    bool somebody[ENTENTE_LIMIT_SENTENCE_TOKENS];  /* a state or a word for people */
    uint64_t all;            /* the classes of all its tokens */
    uint32_t names, people, candidates, deal_words;
    bool quotes, who_is_read;
    learnt_candidate who[LEARNT_CANDIDATES]; /* of the sentence itself, read when first asked for */
    uint32_t who_count;
} learnt_sentence;

/* A trigger whose parties and contents are asked for. */
typedef struct learnt_trigger {
    learnt_sentence *x;
    uint32_t i;
    entente_kind kind;
    entente_agreement_status status;
    uint32_t above[16], above_count; /* the trigger and the tokens it hangs on */
    uint32_t frame;                  /* which relations hang on it */
    bool passive;
} learnt_trigger;

/* How likely an answer must be. Chosen by cross-validation. */
static const float
    LEARNT_TRIGGER = 0.75f,            /* that a word triggers a mention */
    LEARNT_TRIGGER_ALONE = 0.9f,       /* the same in an article in which no rule finds one */
    LEARNT_ANSWER_ALONE = 0.2f,        /* the same of an offer or refusal, of whom is not told, in a text of one sentence */
    LEARNT_PARTY = 0.6f,               /* that somebody is a party, where rules name fewer than two */
    LEARNT_PARTY_AT_LAST = 0.4f,       /* the same where no other mention of the agreement names two either */
    LEARNT_PARTY_BESIDE_GROUP = 0.85f, /* the same where the one that is named is a group */
    LEARNT_CONTENT = 0.1f,             /* that a phrase is what a mention is about, where rules do not tell */
    LEARNT_CONTENT_ALONE = 0.01f,      /* the same in a text of one sentence: nothing else can tell, and a named text is what is agreed there */
    LEARNT_SAME = 0.75f,               /* that two mentions are of one agreement, where rules do not join them */
    LEARNT_DIFFERENT = 0.03f;          /* the same where rules join them: under this they are parted */

/* Whether another party is looked for: one alone commits itself. */
static inline bool learnt_lacks_party(const mention *m) { return !m->party_count || (m->party_count == 1 && m->kind != ENTENTE_KIND_COMMITMENT && !(m->kind == ENTENTE_KIND_INSTRUMENT && m->status == ENTENTE_AGREEMENT_BROKEN && !m->parties[0].plural)); }

/* Linear in the tokens. */
void learnt_read_sentence(const parties *p, const tree *t, const uint64_t *classes, learnt_sentence *out);
/* Whether a token may be a trigger at all. */
bool learnt_may_trigger(const tree *t, const uint64_t *classes, uint32_t i);
void learnt_trigger_features(const learnt_sentence *x, uint32_t i, learnt_features *f);
learnt_trigger learnt_trigger_of(learnt_sentence *x, uint32_t i, entente_kind kind, entente_agreement_status status);
/* Those of the sentence, then those in play that are not among them. Nobody is put in play by being looked at. */
ENTENTE_MUST_CHECK entente_status learnt_candidates(const parties *p, const learnt_trigger *g, learnt_candidate out[LEARNT_CANDIDATES], uint32_t *count);
void learnt_party_features(const parties *p, const learnt_trigger *g, const learnt_candidate *c, learnt_features *f);
/* Whether what hangs at token `i` may be what the trigger is about. */
bool learnt_may_be_content(const learnt_trigger *g, uint32_t i);
void learnt_content_features(const learnt_trigger *g, uint32_t i, learnt_features *f);
/* Sets the obligations of `r` to what hangs at token `i`. */
void learnt_take_content(reading *r, uint32_t i);

/* Two mentions, the later second, and what records.c has found out about them. */
typedef struct learnt_pair {
    const mention *x, *y;
    uint32_t common;   /* parties */
    uint32_t between;  /* mentions */
    double content, instrument; /* the share of words that are the same */
    bool refers_back;  /* the later one: "the agreement" */
} learnt_pair;
void learnt_pair_features(const learnt_pair *p, learnt_features *f);

/* For training: is told of every sentence that is read for mentions, when its mentions have been read, and of pairs of mentions before they are merged. */
typedef struct learnt_watch {
    void (*sentence)(struct learnt_watch *self, parties *p, learnt_sentence *x);
    void (*pair)(struct learnt_watch *self, const text *t, const learnt_pair *p);
} learnt_watch;

#endif
