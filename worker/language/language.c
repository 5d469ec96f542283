/* SPDX-License-Identifier: MIT */
#include "language.h"

#include <ctype.h>
#include <pthread.h>
#include <string.h>
#include <strings.h>

#include "bits.h"
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

/* Writes `n` bytes in small letters and a NUL; gives the place behind it. No longer than they are. */
static char *small_letters(const char *p, uint32_t n, char *to)
{
    for (const char *stop = p + n; p < stop; p++) {
        if ((uint8_t)*p == 0xE2 && stop - p >= 3 && (memcmp(p, "\xE2\x80\x99", 3) == 0 || memcmp(p, "\xE2\x80\x98", 3) == 0)) {
            *to++ = '\'';
            p += 2;
        } else {
            *to++ = (char)(*p >= 'A' && *p <= 'Z' ? *p | 32 : *p);
        }
    }
    *to++ = '\0';
    return to;
}

entente_status language_tokenize(const model *m, const text *t, arena *a, sentence *s)
{
    token scratch[ENTENTE_LIMIT_SENTENCE_TOKENS]; /* copied when their number is known */
    uint32_t n = 0, bytes = 0, chunk[2] = {0, 0};
    if (s->tokens)
        return ENTENTE_OK;
    for (uint32_t i = s->start, stop; i < s->end && n < ENTENTE_LIMIT_SENTENCE_TOKENS; i = split_skip(t->data, stop, s->end)) {
        uint32_t symbol = split_symbol(t->data, i, s->end);
        if (symbol && n) {
            stop = i + symbol;
            continue;
        }
        stop = split_token(m, t->data, i, s->end, chunk);
        scratch[n++] = (token){.start = i, .end = stop, .upper = starts_upper(t->data + i, stop - i)};
        bytes += stop - i + 1;
    }
    char *low = arena_alloc(a, bytes + 1);
    s->tokens = arena_alloc(a, n * sizeof *s->tokens + 1);
    if (!low || !s->tokens)
        return ENTENTE_LIMIT;
    for (uint32_t i = 0; i < n; i++) {
        scratch[i].low = scratch[i].lemma = low;
        low = small_letters(t->data + scratch[i].start, scratch[i].end - scratch[i].start, low);
    }
    memcpy(s->tokens, scratch, n * sizeof *s->tokens);
    s->count = n;
    uint32_t small = 0, capital = 0;
    for (uint32_t i = s->start; i < s->end; i++) {
        small += t->data[i] >= 'a' && t->data[i] <= 'z';
        capital += t->data[i] >= 'A' && t->data[i] <= 'Z';
    }
    s->shouted = capital > 12 && small * 10 < capital;
    return ENTENTE_OK;
}

entente_status language_read(reader *r, const text *t, arena *a, sentence *s)
{
    if (s->read)
        return ENTENTE_OK;
    entente_status e = language_tokenize(reader_model(r), t, a, s);
    if (e)
        return e;
    reader_read(r, t->data, s->tokens, s->count, true);
    for (uint32_t i = 0; i < s->count; i++) {
        token *k = &s->tokens[i];
        char lemma[LEMMA_BYTES];
        uint32_t length = (uint32_t)strlen(k->low);
        if (!isalpha((unsigned char)*k->low))
            continue;
        uint32_t n = lemma_write(reader_model(r), k->low, length, k->xpos, lemma);
        if (n)
            *lemma = (char)tolower((unsigned char)*lemma); /* the pronoun I */
        if (n && (n != length || memcmp(lemma, k->low, n) != 0))
            k->lemma = arena_string(a, lemma, n);
        if (!k->lemma)
            return ENTENTE_LIMIT;
    }
    s->read = true;
    return ENTENTE_OK;
}

/* What opens a sentence alone, what needs company, and what is company alone; and what of the first does not count behind some word ("committed$ is"). */
typedef enum gate_kind { GATE_ALONE, GATE_NEEDS_COMPANY, GATE_COMPANY, GATE_BEHIND } gate_kind;

/* Sorted. In small letters; "$" is the end of a word. */
static const struct {
    const char *stem;
    gate_kind kind;
} gate_stems[] = {
#include "gate.inc"
};

enum { GATE_STEMS = sizeof gate_stems / sizeof *gate_stems };

enum { FILTER_BITS = 15, WINDOW = (1 << 25) - 1 };
static uint8_t gate_codes[256];          /* a byte in five bits: a letter's place in the alphabet, GATE_DIGIT, GATE_BEYOND, or 0, which no word has */
static uint64_t gate_filter[(1 << FILTER_BITS) / 64]; /* a bit by the hash of the first four codes of a stem that opens, or may: few other words have one */
static uint8_t gate_threes[1 << 15];     /* by three letters: a bit for each kind that has a stem that starts with them; none is shorter */
static uint32_t gate_keys[GATE_STEMS];   /* each stem's first three letters and its kind */
static uint64_t gate_heads[GATE_STEMS];  /* the first eight bytes of each, or as many as it has */
static uint64_t gate_masks[GATE_STEMS];  /* which of the eight those are */
static uint16_t gate_first[26 + 1];      /* where the stems of a letter begin */
static uint16_t gate_begin[1 << 15];     /* where those of three letters do, where there are any */

enum { GATE_DIGIT = 27, GATE_BEYOND = 28 /* ASCII */ };

static void filter_add(const char *stem)
{
    uint32_t three = 0;
    const bool any = !stem[3];
    for (int k = 0; k < 3; k++)
        three = three << 5 | gate_codes[(uint8_t)stem[k]];
    for (uint32_t fourth = 0; fourth < 32; fourth++)
        if (any || fourth == gate_codes[(uint8_t)stem[3]] || (stem[3] == '$' && fourth == GATE_BEYOND))
            bits_add(gate_filter, bits_hash(three << 5 | fourth, FILTER_BITS));
}

static uint32_t three_of(const char *p) { return ((uint32_t)p[0] & 31) << 10 | ((uint32_t)p[1] & 31) << 5 | ((uint32_t)p[2] & 31); }

static void gate_prepare(void)
{
    for (int c = 0; c < 256; c++)
        gate_codes[c] = (uint8_t)(c >= 0x80 ? GATE_BEYOND : isdigit(c) ? GATE_DIGIT : isalpha(c) ? c & 31 : 0);
    for (uint32_t n = 0; n < GATE_STEMS; n++) {
        const char *p = gate_stems[n].stem;
        gate_kind kind = gate_stems[n].kind;
        gate_keys[n] = three_of(p) << 2 | kind;
        size_t length = strcspn(p, "$"), known = length < sizeof *gate_heads ? length : sizeof *gate_heads;
        memcpy(&gate_heads[n], p, known);
        memset(&gate_masks[n], 0xFF, known);
        if (n == 0 || gate_keys[n - 1] >> 2 != three_of(p))
            gate_begin[three_of(p)] = (uint16_t)n;
        gate_first[*p - 'a' + 1]++;
        if (kind == GATE_BEHIND)
            continue;
        gate_threes[three_of(p)] |= (uint8_t)(1 << kind);
        if (kind != GATE_COMPANY)
            filter_add(p);
    }
    for (int letter = 0; letter < 26; letter++)
        gate_first[letter + 1] = (uint16_t)(gate_first[letter + 1] + gate_first[letter]);
}

/* Whether the word at `i` stands behind one that makes it no sign: "remains committed". */
static bool gate_ruled_out(const char *d, uint32_t i, const char *stem)
{
    const uint32_t letter = (uint32_t)*stem - 'a', n = (uint32_t)strlen(stem);
    for (uint32_t k = gate_first[letter]; k < gate_first[letter + 1]; k++) {
        const char *word = gate_stems[k].stem + n + 1;
        if (gate_stems[k].kind != GATE_BEHIND || strncmp(gate_stems[k].stem, stem, n) != 0 || word[-1] != ' ')
            continue;
        uint32_t m = (uint32_t)strlen(word);
        if (i > m && d[i - 1] == ' ' && strncasecmp(d + i - 1 - m, word, m) == 0 && (i - 1 == m || !isalnum((unsigned char)d[i - 2 - m])))
            return true;
    }
    return false;
}

/* The stem of a kind that the word at `i` starts with; NULL if there is none. `kinds`: of stems with its first three letters. */
static const char *gate_stem(const char *d, uint32_t i, uint32_t end, uint8_t kinds, gate_kind kind)
{
    if (!(kinds >> kind & 1))
        return NULL;
    const uint32_t three = three_of(d + i), key = three << 2 | kind;
    uint64_t head = 0;
    if (i + sizeof head <= end)
        memcpy(&head, d + i, sizeof head);
    else
        memcpy(&head, d + i, end - i);
    head |= 0x2020202020202020u; /* small letters, as the stems have */
    for (uint32_t n = gate_begin[three]; n < GATE_STEMS && gate_keys[n] >> 2 == three; n++) { /* they are sorted */
        if (gate_keys[n] != key || (head & gate_masks[n]) != gate_heads[n])
            continue;
        const char *p = gate_stems[n].stem;
        uint32_t k = 3;
        while (p[k] && p[k] != '$' && i + k < end && (d[i + k] | 32) == p[k])
            k++;
        if (!p[k] || (p[k] == '$' && (i + k >= end || !isalnum((unsigned char)d[i + k]))))
            return kind == GATE_ALONE && gate_ruled_out(d, i, p) ? NULL : p;
    }
    return NULL;
}

typedef enum gate_hit { GATE_NOTHING, GATE_OPEN, GATE_NEEDY } gate_hit;

static gate_hit gate_word(const char *d, uint32_t i, uint32_t end)
{
    uint8_t kinds = i + 2 < end ? gate_threes[three_of(d + i)] : 0;
    return gate_stem(d, i, end, kinds, GATE_ALONE) ? GATE_OPEN : gate_stem(d, i, end, kinds, GATE_NEEDS_COMPANY) ? GATE_NEEDY : GATE_NOTHING;
}

/* A second look, word by word, at a sentence with a word that needs company. */
static bool gate_holds(const char *d, uint32_t start, uint32_t end)
{
    const char *needy = NULL;
    bool company = false;
    for (uint32_t i = start; i + 2 < end; i++) {
        if ((i > start && gate_codes[(uint8_t)d[i - 1]]) || !gate_codes[(uint8_t)d[i]])
            continue;
        uint8_t kinds = gate_threes[three_of(d + i)];
        if (!kinds || !isalpha((unsigned char)d[i]))
            continue;
        if (gate_stem(d, i, end, kinds, GATE_ALONE))
            return true;
        const char *p = gate_stem(d, i, end, kinds, GATE_NEEDS_COMPANY);
        company |= (p && needy && p != needy) || gate_stem(d, i, end, kinds, GATE_COMPANY);
        needy = p ? p : needy;
        if (needy && company)
            return true;
    }
    return false;
}

/* 1 where a word starts that the filter knows, else 0. */
static uint32_t gate_sign(uint32_t window)
{
    uint32_t starts = window - (1u << 15) < (1u << 20) - (1u << 15); /* a letter behind what no word has */
    return starts & bits_hold(gate_filter, bits_hash(window, FILTER_BITS));
}

bool language_gate(const text *t, uint32_t start, uint32_t end, bool headline)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, gate_prepare);
    const char *d = t->data;
    const uint8_t *u = (const uint8_t *)d;
    uint32_t window = 0, i = start; /* the codes of the five bytes up to `i`: of what stands before a word, which is 0, and of four of its own */
    for (; i + 4 <= end; i += 4) {  /* one branch for four bytes, and it is rarely taken */
        uint32_t signs = 0;
        for (uint32_t k = 0; k < 4; k++) {
            window = (window << 5 | gate_codes[u[i + k]]) & WINDOW;
            signs |= gate_sign(window) << k;
        }
        for (; signs; signs &= signs - 1) {
            gate_hit hit = gate_word(d, i + (uint32_t)__builtin_ctz(signs) - 3, end);
            if (hit)
                return hit == GATE_OPEN || headline || gate_holds(d, start, end);
        }
    }
    for (; i < end + 3; i++) {
        window = (window << 5 | (i < end ? gate_codes[u[i]] : 0)) & WINDOW;
        gate_hit hit = gate_sign(window) ? gate_word(d, i - 3, end) : GATE_NOTHING;
        if (hit)
            return hit == GATE_OPEN || headline || gate_holds(d, start, end);
    }
    return false;
}
