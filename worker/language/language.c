/* SPDX-License-Identifier: MIT */
#include "language.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "limit_table.h"

static const char *const abbreviations[] = {
    "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "lt", "col", "sgt", "capt", "maj", "adm", "rev", "hon", "st", "messrs",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "no", "vs", "jr", "sr", "fig", "art", "pp",
    "inc", "corp", "co", "ltd", "bros", "plc", "etc", "e.g", "i.e", "cf", "al", "dlrs", "mln", "pct", "calif", "fla", "mass", "conn", "va"};
/* These may well end a sentence, so a capital behind them decides nothing: split when a function word follows. */
static const char *const openers[] = {"the", "a", "an", "it", "he", "she", "they", "we", "but", "in", "this", "that", "on", "at", "both", "under", "after"};

static bool listed(const char *p, uint32_t n, const char *const *list, size_t count)
{
    for (size_t k = 0; n && k < count; k++)
        if (list[k][0] == (*p | 32) && strlen(list[k]) == n && strncasecmp(list[k], p, n) == 0)
            return true;
    return false;
}
#define LISTED(p, n, list) listed((p), (n), (list), sizeof(list) / sizeof *(list))

static uint32_t skip_closing(const char *d, uint32_t i, uint32_t end)
{
    while (i < end) {
        if (d[i] == '"' || d[i] == '\'' || d[i] == ')' || d[i] == ']')
            i++;
        else if (end - i >= 3 && (uint8_t)d[i] == 0xE2 && (uint8_t)d[i + 1] == 0x80 && ((uint8_t)d[i + 2] == 0x9D || (uint8_t)d[i + 2] == 0x99))
            i += 3;
        else
            break;
    }
    return i;
}

/* Whether the full stop at `i` ends a sentence; `next` is where the next word starts. */
static bool full_stop(const char *d, uint32_t start, uint32_t i, uint32_t next, uint32_t end)
{
    uint32_t w = i;
    while (w > start && d[w - 1] != ' ' && d[w - 1] != '(')
        w--;
    uint32_t f = next, n = i - w;
    while (f < end && isalpha((unsigned char)d[f]))
        f++;
    if (next < end && islower((unsigned char)d[next]))
        return false;
    bool initials = n == 1 ? isupper((unsigned char)d[w]) : n >= 3 && d[w + 1] == '.';
    if (initials || LISTED(d + w, n, abbreviations))
        return LISTED(d + next, f - next, openers) && (n != 1 || d[w] == 'I');
    return true;
}

static entente_status append(sentences *out, arena *a, uint32_t start, uint32_t end)
{
    sentence *grown = arena_grow(a, out->items, out->count, &out->capacity, sizeof *grown);
    if (!grown)
        return ENTENTE_LIMIT;
    out->items = grown;
    out->items[out->count++] = (sentence){.start = start, .end = end};
    return ENTENTE_OK;
}

entente_status language_split(const text *t, view p, arena *a, sentences *out)
{
    const char *d = t->data;
    uint32_t start = p.start;
    for (uint32_t i = p.start; i < p.end; i++) {
        if (d[i] != '.' && d[i] != '!' && d[i] != '?')
            continue;
        uint32_t close = skip_closing(d, i + 1, p.end);
        if (close >= p.end || d[close] != ' ')
            continue;
        if ((d[i] == '.' && !full_stop(d, start, i, close + 1, p.end)) || (d[i] != '.' && islower((unsigned char)d[close + 1])))
            continue;
        entente_status s = append(out, a, start, close);
        if (s)
            return s;
        start = i = close + 1;
    }
    return start < p.end ? append(out, a, start, p.end) : ENTENTE_OK;
}

/* Bytes of a quote, dash or ellipsis at `p`, or 0. */
static uint32_t mark_length(const char *p, uint32_t left)
{
    if (left >= 3 && (uint8_t)p[0] == 0xE2 && (uint8_t)p[1] == 0x80 && (uint8_t)p[2] >= 0x90 && (uint8_t)p[2] <= 0xA6)
        return 3;
    return 0;
}

static bool is_apostrophe(const char *p, uint32_t left, uint32_t *length)
{
    *length = *p == '\'' ? 1 : left >= 3 && memcmp(p, "\xE2\x80\x99", 3) == 0 ? 3 : 0;
    return *length != 0;
}

static bool word_byte(const char *d, uint32_t i, uint32_t start, uint32_t end)
{
    unsigned char c = (unsigned char)d[i];
    if (isalnum(c) || c == '_' || c == '&' || c == '@' || c == '/')
        return true;
    if (c >= 0x80)
        return mark_length(d + i, end - i) == 0;
    bool inside = i > start && i + 1 < end && isalnum((unsigned char)d[i + 1]) && d[i - 1] != ' ';
    return inside && (c == '.' || c == '-' || (c == ',' && isdigit((unsigned char)d[i + 1]) && isdigit((unsigned char)d[i - 1])));
}

/* A capital letter of ASCII, Latin-1 or the start of Latin Extended-A. */
static bool starts_upper(const char *p, uint32_t n)
{
    if (isupper((unsigned char)*p))
        return true;
    return n > 1 && (((uint8_t)p[0] == 0xC3 && (uint8_t)p[1] < 0x9F) || (((uint8_t)p[0] == 0xC4 || (uint8_t)p[0] == 0xC5) && !((uint8_t)p[1] & 1)));
}

static bool add_token(const text *t, arena *a, sentence *s, uint32_t start, uint32_t end)
{
    if (s->count >= ENTENTE_LIMIT_SENTENCE_TOKENS || end <= start)
        return true;
    char *low = arena_alloc(a, end - start + 1), *to = low;
    if (!low)
        return false;
    for (const char *p = t->data + start, *stop = t->data + end; p < stop; p++) {
        if (stop - p >= 3 && memcmp(p, "\xE2\x80\x99", 3) == 0) {
            *to++ = '\'';
            p += 2;
        } else {
            *to++ = (char)(*p >= 'A' && *p <= 'Z' ? *p | 32 : *p);
        }
    }
    *to = '\0';
    s->tokens[s->count++] = (token){start, end, low, starts_upper(t->data + start, end - start)};
    return true;
}

/* A word with its clitics taken off: do|n't, Qin|'s, can|not. */
static bool add_word(const text *t, arena *a, sentence *s, uint32_t start, uint32_t end)
{
    const char *d = t->data;
    uint32_t n, cut = end;
    for (uint32_t i = start + 1; i < end; i++)
        if (is_apostrophe(d + i, end - i, &n)) {
            bool nt = d[i - 1] == 'n' && end - i == n + 1 && d[i + n] == 't';
            cut = nt && i - 1 > start ? i - 1 : i;
        }
    if (cut == end && end - start == 6 && strncasecmp(d + start, "cannot", 6) == 0)
        cut = start + 3;
    return add_token(t, a, s, start, cut) && add_token(t, a, s, cut, end);
}

entente_status language_tokenize(const text *t, arena *a, sentence *s)
{
    const char *d = t->data;
    token scratch[ENTENTE_LIMIT_SENTENCE_TOKENS]; /* copied when their number is known */
    s->count = 0;
    s->tokens = scratch;
    for (uint32_t i = s->start; i < s->end && s->count < ENTENTE_LIMIT_SENTENCE_TOKENS;) {
        uint32_t k = i, n;
        if (d[i] == ' ') {
            i++;
            continue;
        }
        while (k < s->end && (word_byte(d, k, i, s->end) ||
                              (k > i && is_apostrophe(d + k, s->end - k, &n) && k + n < s->end && isalpha((unsigned char)d[k + n]))))
            k += is_apostrophe(d + k, s->end - k, &n) ? n : 1;
        if (k == i) {
            n = mark_length(d + i, s->end - i);
            k = i + (n ? n : 1);
        }
        /* The dot of an abbreviation belongs to it, also at the sentence's end: U.S. */
        if (k < s->end && d[k] == '.' && isalpha((unsigned char)d[k - 1]) &&
            ((k - i >= 3 && memchr(d + i, '.', k - i)) || (k + 1 < s->end && (k - i == 1 || LISTED(d + i, k - i, abbreviations)))))
            k++;
        if (!add_word(t, a, s, i, k))
            goto full;
        i = k;
    }
    s->tokens = arena_alloc(a, s->count * sizeof *s->tokens + 1);
    if (!s->tokens)
        goto full;
    memcpy(s->tokens, scratch, s->count * sizeof *s->tokens);
    return ENTENTE_OK;
full:
    s->tokens = NULL;
    s->count = 0;
    return ENTENTE_LIMIT;
}

/* Stems in small letters by their first letter, each ended by a NUL. */
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
                while (p[k] && i + k < end && (t->data[i + k] | 32) == p[k])
                    k++;
                if (!p[k])
                    return true;
                p += k + strlen(p + k);
            }
        in_word = letter || (t->data[i] >= '0' && t->data[i] <= '9');
    }
    return false;
}
