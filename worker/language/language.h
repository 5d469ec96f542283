/* SPDX-License-Identifier: MIT */
/* Sentences and tokens: views into the decoded text. */
#ifndef ENTENTE_LANGUAGE_H
#define ENTENTE_LANGUAGE_H

#include "text.h"

typedef struct token {
    uint32_t start, end;
    const char *low; /* in small letters (ASCII), curly apostrophes straightened, ended by a NUL */
    bool upper;      /* starts with a capital */
} token;

typedef struct sentence {
    uint32_t start, end;
    bool headline;  /* a headline or heading */
    bool open;      /* the gate lets it through */
    token *tokens;  /* NULL until language_tokenize */
    uint32_t count;
} sentence;

typedef struct sentences {
    sentence *items;
    uint32_t count, capacity;
} sentences;

/* Appends the sentences of one paragraph. */
ENTENTE_MUST_CHECK entente_status language_split(const text *t, view paragraph, arena *a, sentences *out);
/* Tokens by Universal Dependencies conventions; at most ENTENTE_LIMIT_SENTENCE_TOKENS, the rest is left out. */
ENTENTE_MUST_CHECK entente_status language_tokenize(const text *t, arena *a, sentence *s);
/* Whether a range holds a word that an agreement can hang on: the rest need no reading. */
bool language_gate(const text *t, uint32_t start, uint32_t end);

#endif
