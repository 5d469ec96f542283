/* SPDX-License-Identifier: MIT */
/* Sentences to agreement records. What counts is FrameNet's Make_agreement_on_action, Be_in_agreement_on_action and
 * Agree_or_refuse_to_act and PLOVER's AGREE. The reading of a sentence (who, trigger, what) is triggers.c and clause.c; parties.c
 * resolves names inside the article; records.c merges mentions of one agreement. */
#ifndef ENTENTE_AGREEMENTS_H
#define ENTENTE_AGREEMENTS_H

#include "language.h"
#include "limit_table.h"
#include "sections.h"

enum lexicon_class {
    CLASS_AGREE = 1 << 0,
    CLASS_PLEDGE = 1 << 1,
    CLASS_ACCEPT = 1 << 2,
    CLASS_REFUSE = 1 << 3,
    CLASS_SIGN = 1 << 4,
    CLASS_BREAK = 1 << 5,
    CLASS_LIGHT = 1 << 6,
    CLASS_NOUN = 1 << 7,
    CLASS_AUX = 1 << 8,
    CLASS_MODAL = 1 << 9,
    CLASS_NEGATION = 1 << 10,
    CLASS_REPORT = 1 << 11,
    CLASS_PRONOUN = 1 << 12,
    CLASS_GROUP = 1 << 13,
    CLASS_TITLE = 1 << 14,
    CLASS_VERB = 1 << 15,
    CLASS_FINITE = 1 << 16,
    CLASS_FUNCTION = 1 << 17,
    CLASS_PREPOSITION = 1 << 18,
    CLASS_OPINION = 1 << 19,
    CLASS_REQUEST = 1 << 20,
    CLASS_DEMAND = 1 << 21,
    CLASS_SILENCE = 1 << 22,
    CLASS_RENEWAL = 1 << 23,
    CLASS_DUTY = 1 << 24,
    CLASS_SUFFIX = 1 << 25,
};

/* The classes of a word in small letters; 0 for any other word. */
unsigned lexicon_classes(const char *low);

typedef struct party {
    const char *name, *country; /* country "" when not known */
    view mention;
    entente_sector sector;
} party;

enum { MENTION_PARTIES = ENTENTE_LIMIT_PARTIES, MENTION_ITEMS = ENTENTE_LIMIT_OBLIGATIONS, PARTIES_RECENT = 16 };

/* One clause's agreement, before merging. */
typedef struct mention {
    const sentence *sentence;
    view trigger, instrument, attribution, time, place;
    view content; /* from the first to the last obligation */
    view items[MENTION_ITEMS];
    uint32_t item_count;
    party parties[MENTION_PARTIES];
    uint32_t party_count;
    entente_kind kind;
    entente_agreement_status status;
    unsigned confidence;
    uint32_t record;
} mention;

/* Names that the article gives: people with their titles, organisations, countries in play. */
typedef struct entity {
    const char *name, *last, *country;
    entente_sector sector;
    bool surname_only; /* a bare run of capitals: found by its last word alone */
} entity;

typedef struct parties {
    const text *text;
    arena *arena;
    entity *people;
    uint32_t people_count, people_capacity;
    party pair[MENTION_PARTIES]; /* what "both sides" stands for */
    uint32_t pair_count;
    party recent[PARTIES_RECENT]; /* a ring of those spoken of last */
    uint32_t recent_count;
    struct { const char *name, *code; uint32_t count; } countries[16];
    uint32_t country_count;
} parties;

/* Learns titles and countries from a sentence. */
ENTENTE_MUST_CHECK entente_status parties_learn(parties *p, const sentence *s);
/* Reads the noun phrase of tokens [from, to) as parties of a mention. */
ENTENTE_MUST_CHECK entente_status parties_read(parties *p, const sentence *s, uint32_t from, uint32_t to, mention *m);
/* Remembers who the parties in play are. */
void parties_remember(parties *p, const mention *m);

typedef struct mentions {
    mention *items;
    uint32_t count, capacity;
} mentions;

/* Appends the mentions of one sentence; `before` is the one above it, or NULL. */
ENTENTE_MUST_CHECK entente_status extract_mentions(parties *p, const sentence *s, const sentence *before, mentions *out);

/* Merges mentions to records. `published` is an ISO date or "". */
ENTENTE_MUST_CHECK entente_status records_merge(text *t, mentions *m, const char *published, bool explain, arena *a,
                                                const entente_agreement **records, size_t *count);

#endif
