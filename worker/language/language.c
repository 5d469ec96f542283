/* SPDX-License-Identifier: MIT */
#include "language.h"

#include <ctype.h>
#include <string.h>

#include "lemma.h"
#include "limit_table.h"
#include "reader.h"
#include "split.h"

entente_status language_split(const model *m, const text *t, view p, arena *a, sentences *out)
{
    for (uint32_t i = split_skip(t->data, p.start, p.end), end; i < p.end; i = split_skip(t->data, end, p.end)) {
        end = split_sentence(m, t->data, i, p.end);
        sentence *grown = arena_grow(a, out->items, out->count, &out->capacity, sizeof *grown);
        if (!grown)
            return ENTENTE_LIMIT;
        out->items = grown;
        out->items[out->count++] = (sentence){.start = i, .end = end};
    }
    return ENTENTE_OK;
}

/* A capital letter of ASCII, Latin-1 or the start of Latin Extended-A. */
static bool starts_upper(const char *p, uint32_t n)
{
    if (isupper((unsigned char)*p))
        return true;
    return n > 1 && (((uint8_t)p[0] == 0xC3 && (uint8_t)p[1] < 0x9F) || (((uint8_t)p[0] == 0xC4 || (uint8_t)p[0] == 0xC5) && !((uint8_t)p[1] & 1)));
}

static char *small_letters(arena *a, const char *p, uint32_t n)
{
    char *low = arena_alloc(a, n + 1), *to = low;
    if (!low)
        return NULL;
    for (const char *stop = p + n; p < stop; p++) {
        if (stop - p >= 3 && (memcmp(p, "\xE2\x80\x99", 3) == 0 || memcmp(p, "\xE2\x80\x98", 3) == 0)) {
            *to++ = '\'';
            p += 2;
        } else {
            *to++ = (char)(*p >= 'A' && *p <= 'Z' ? *p | 32 : *p);
        }
    }
    *to = '\0';
    return low;
}

entente_status language_tokenize(const model *m, const text *t, arena *a, sentence *s)
{
    token scratch[ENTENTE_LIMIT_SENTENCE_TOKENS]; /* copied when their number is known */
    uint32_t n = 0, chunk[2] = {0, 0};
    if (s->tokens)
        return ENTENTE_OK;
    for (uint32_t i = s->start, stop; i < s->end && n < ENTENTE_LIMIT_SENTENCE_TOKENS; i = split_skip(t->data, stop, s->end)) {
        stop = split_token(m, t->data, i, s->end, chunk);
        const char *low = small_letters(a, t->data + i, stop - i);
        if (!low)
            return ENTENTE_LIMIT;
        scratch[n++] = (token){.start = i, .end = stop, .low = low, .lemma = low, .upper = starts_upper(t->data + i, stop - i)};
    }
    s->tokens = arena_alloc(a, n * sizeof *s->tokens + 1);
    if (!s->tokens)
        return ENTENTE_LIMIT;
    memcpy(s->tokens, scratch, n * sizeof *s->tokens);
    s->count = n;
    return ENTENTE_OK;
}

entente_status language_read(reader *r, const text *t, arena *a, sentence *s)
{
    if (s->read || !s->tokens)
        return ENTENTE_OK;
    reader_read(r, t->data, s->tokens, s->count, true);
    for (uint32_t i = 0; i < s->count; i++) {
        token *k = &s->tokens[i];
        char lemma[64 + 16];
        uint32_t length = (uint32_t)strlen(k->low);
        if (length > 64 || !isalpha((unsigned char)*k->low))
            continue;
        uint32_t n = lemma_write(reader_model(r), k->low, length, k->xpos, lemma);
        if (n != length || memcmp(lemma, k->low, n) != 0)
            k->lemma = arena_string(a, lemma, n);
        if (!k->lemma)
            return ENTENTE_LIMIT;
    }
    s->read = true;
    return ENTENTE_OK;
}

/* Stems in small letters by their first letter, each ended by a NUL; "$" is the end of a word. */
static const char *const gate_stems[26] = {
#include "gate.inc"
};

bool language_gate(const text *t, uint32_t start, uint32_t end)
{
    bool in_word = false;
    for (uint32_t i = start; i < end; i++) {
        unsigned c = (unsigned)((t->data[i] | 32) - 'a');
        bool letter = c < 26;
        if (letter && !in_word && gate_stems[c])
            for (const char *p = gate_stems[c]; *p; p++) {
                uint32_t k = 1;
                while (p[k] && p[k] != '$' && i + k < end && (t->data[i + k] | 32) == p[k])
                    k++;
                if (!p[k] || (p[k] == '$' && (i + k >= end || !isalnum((unsigned char)t->data[i + k]))))
                    return true;
                p += k + strlen(p + k);
            }
        in_word = letter || (t->data[i] >= '0' && t->data[i] <= '9');
    }
    return false;
}
