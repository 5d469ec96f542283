/* SPDX-License-Identifier: MIT */
/* The word lists of this folder: lexicon.txt, countries.txt and sectors.txt. Each word of an article is looked up, so by hash. */
#ifndef ENTENTE_LEXICON_H
#define ENTENTE_LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "article.h"

/* Classes of lexicon.txt. */
#define LEXICON_CLASS_LIST(X)                                                                                                            \
    X(AGREE) X(PLEDGE) X(OFFER) X(COMMIT) X(ACCEPT) X(REFUSE) X(SIGN) X(RENEW) X(BREAK) X(LEAVE) X(MAKE) X(MEET) X(DECIDE) X(FAILING)    \
    X(FORCE) X(BEFALL) X(AFFIRM) X(SUBMIT) X(INTO) X(AWARD) X(TEXT) X(COMMON) X(WEAKTEXT) X(BID) X(DUTY) X(TALKS) X(NEARBY) X(ENDING)    \
    X(MAKING) X(REFUSAL) X(HOPE) X(FAIL) X(DEMAND) X(REPORT) X(MODAL) X(DUTYMODAL) X(NEGATION) X(OPINION) X(GROUP) X(STATES) X(TITLE)    \
    X(FUNCTION) X(SUFFIX) X(SILENCE) X(TIME) X(ACQUIRE) X(REQUESTED) X(PEOPLE) X(BUSINESS) X(ANNOUNCE) X(ACTION) X(SETTLE) X(DISPUTE) X(QUANTITY) X(MEETING) X(HARM) X(AGENCY) X(GRANT) X(RECEIVE) X(VOTE) X(STANDING) X(PERSUADE) X(NOBID)
enum lexicon_number {
#define X(name) CLASS_NUMBER_##name,
    LEXICON_CLASS_LIST(X)
#undef X
    CLASS_NUMBERS
};
_Static_assert(CLASS_NUMBERS <= 64, "a class is a bit of 64");
enum lexicon_class {
#define X(name) CLASS_##name = 1ull << CLASS_NUMBER_##name,
    LEXICON_CLASS_LIST(X)
#undef X
};

typedef struct country {
    const char *key; /* a name, demonym or capital in small letters */
    const char *name, *code;
    bool is_name;    /* the key is the country's own name */
    bool is_capital; /* the key is where its government sits */
    bool is_short;   /* the key is a shorter name: "UK", "Holland" */
} country;

/* Whether a word is one of a few. */
#define LEXICON_IS_ANY(low, list) lexicon_is_any((low), (list), sizeof(list) / sizeof *(list))
bool lexicon_is_any(const char *low, const char *const *few, size_t count);
/* The same of two, and of three. */
static inline bool lexicon_is_either(const char *low, const char *a, const char *b) { return !strcmp(low, a) || !strcmp(low, b); }
static inline bool lexicon_is_one(const char *low, const char *a, const char *b, const char *c)
{
    return (*low == *a && !strcmp(low, a)) || (*low == *b && !strcmp(low, b)) || (*low == *c && !strcmp(low, c));
}
/* "monday", not "yesterday". */
bool lexicon_is_weekday(const char *low);
/* The classes of a lemma or a word in small letters, a full stop at its end left out when need be; 0 for any other. */
uint64_t lexicon_classes(const char *low);
/* The same, and the sector that the word tells of: both for one look. */
uint64_t lexicon_classes_and_sector(const char *low, entente_sector *sector);
/* The word as it is listed, for as long as the program runs; NULL: it has no class. */
const char *lexicon_listed(const char *low);
/* The sector that a word in small letters tells of; 0 for any other. */
entente_sector lexicon_sector(const char *low);
/* The same of a word in a name: "Acme Steel". */
entente_sector lexicon_sector_in_name(const char *low);
/* The country that words in small letters, parted by single spaces, stand for, or NULL. */
const country *lexicon_country(const char *low);
/* The code of the country in which the state, province or city lies that such words name; "" for others. */
const char *lexicon_place(const char *low);
/* Whether a word in small letters may be the first of such words: false for most. */
bool lexicon_may_open_country(const char *low);
/* The country with a code (ISO 3166-1 alpha-3), or NULL. */
const country *lexicon_country_of_code(const char *code);

#endif
