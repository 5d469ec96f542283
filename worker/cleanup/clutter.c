/* SPDX-License-Identifier: MIT */
/* What clutter says of itself: phrases with the reason they are clutter for. */
#include "clutter.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bits.h"

typedef enum place { PLACE_START, PLACE_ANY, PLACE_WHOLE, PLACE_HINT } place;

typedef struct phrase {
    clutter_kind kind;
    place place;
    const char *text; /* in small letters */
    uint8_t length;
} phrase;

static const phrase built_in[] = {
#include "clutter.inc"
};

static const char *const reasons[] = {
#define X(name) #name,
    CLUTTER_REASONS(X)
#undef X
};

enum { BUILT_IN = sizeof built_in / sizeof *built_in, REASON_WORDS = 40, HEAD_BYTES = 480, TAIL_BYTES = 160, SLOTS = 4096, FILTER_BITS = 15, PAIRS = 1 << 10 };

/* A phrase with its first eight bytes, or as many as it has, which most others do not share. */
typedef struct slot_phrase {
    uint64_t head, mask;
    const phrase *phrase;
} slot_phrase;

/* Phrases by their first two bytes; those of one slot follow each other. */
struct clutter_list {
    uint16_t start[SLOTS + 1];
    uint64_t filter[(1 << FILTER_BITS) / 64]; /* a bit by the hash of the first four bytes of a phrase: few other words have one */
    uint64_t pairs[PAIRS / 64];               /* the same of the first two of those that are shorter */
    slot_phrase *in_slots;
    phrase *own;
    char *words;
};

static clutter_list general;
static slot_phrase general_slots[BUILT_IN];
static pthread_once_t once = PTHREAD_ONCE_INIT;

static unsigned slot_of(const char *p)
{
    return ((unsigned char)p[0] * 61u + (unsigned char)p[1] * 7u) % SLOTS;
}

static unsigned pair_of(const char *p)
{
    return ((unsigned)p[0] & 31) << 5 | ((unsigned)p[1] & 31);
}

/* Of the first four bytes. */
static unsigned filter_bit(const char *p)
{
    uint32_t four;
    memcpy(&four, p, sizeof four);
    return bits_hash(four, FILTER_BITS);
}

static void index_phrases(const phrase *list, unsigned count, clutter_list *out)
{
    uint16_t at[SLOTS];
    for (unsigned k = 0; k < count; k++)
        out->start[slot_of(list[k].text) + 1]++;
    for (unsigned s = 0; s < SLOTS; s++)
        out->start[s + 1] = (uint16_t)(out->start[s + 1] + out->start[s]);
    memcpy(at, out->start, sizeof at);
    for (unsigned k = 0; k < count; k++) {
        slot_phrase *to = &out->in_slots[at[slot_of(list[k].text)]++];
        unsigned n = list[k].length < sizeof to->head ? list[k].length : sizeof to->head;
        memcpy(&to->head, list[k].text, n);
        memset(&to->mask, 0xFF, n);
        to->phrase = &list[k];
        if (n < 4)
            bits_add(out->pairs, pair_of(list[k].text));
        else
            bits_add(out->filter, filter_bit(list[k].text));
    }
}

static void index_general(void)
{
    general.in_slots = general_slots;
    index_phrases(built_in, BUILT_IN, &general);
}

static bool letter(char c)
{
    return (c | 32) >= 'a' && (c | 32) <= 'z';
}

/* A block's bytes in small letters, eight more behind them, and the places that no letter stands before. */
typedef struct lowered {
    char low[HEAD_BYTES + TAIL_BYTES + 8];
    uint16_t starts[HEAD_BYTES + TAIL_BYTES + 1];
    uint32_t length, start_count;
} lowered;

/* Looks for phrases; `whole`: the bytes are all of a short block. */
static void look(const clutter_list *list, const lowered *bytes, bool whole, clutter_signs *out)
{
    const char *low = bytes->low;
    const uint32_t n = bytes->length;
    for (uint32_t k = 0; k < bytes->start_count; k++) {
        const uint32_t i = bytes->starts[k];
        if (!(bits_hold(list->filter, filter_bit(low + i)) | bits_hold(list->pairs, pair_of(low + i))))
            continue;
        uint64_t head;
        memcpy(&head, low + i, sizeof head);
        const unsigned slot = slot_of(low + i);
        for (uint32_t s = list->start[slot]; s < list->start[slot + 1]; s++) {
            if ((head & list->in_slots[s].mask) != list->in_slots[s].head)
                continue;
            const phrase *f = list->in_slots[s].phrase;
            uint32_t m = f->length;
            if (m > n - i || memcmp(f->text, low + i, m) != 0 || (letter(low[i + m - 1]) && m < n - i && letter(low[i + m])))
                continue;
            bool verdict = whole && (f->place == PLACE_ANY || (i == 0 && (f->place == PLACE_START || (f->place == PLACE_WHOLE && m == n))));
            if (verdict || f->place == PLACE_HINT)
                out->kinds |= 1u << f->kind;
            if (verdict && (list != &general || f->place == PLACE_WHOLE))
                out->ordered = true;
            if (verdict && !out->reason)
                out->reason = reasons[f->kind];
        }
    }
}

static void lower(const text *t, uint32_t start, uint32_t end, lowered *to)
{
    const char *d = t->data + start;
    uint32_t n = end - start, count = 0;
    bool begins = true;
    for (uint32_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)d[i], small = (unsigned char)(c - 'A') < 26 ? c | 32 : c;
        to->low[i] = (char)small;
        to->starts[count] = (uint16_t)i; /* without a branch: kept when the count goes on */
        count += begins;
        begins = (unsigned char)((c | 32) - 'a') >= 26;
    }
    memset(to->low + n, 0, 8);
    to->length = n;
    to->start_count = count && to->starts[count - 1] + 1u == n ? count - 1 : count; /* no phrase is a single byte */
}

clutter_signs clutter_find(const text *t, const block *b, const clutter_list *own)
{
    pthread_once(&once, index_general);
    lowered low;
    clutter_signs out = {NULL, 0, false};
    uint32_t length = b->end - b->start;
    bool whole = length <= HEAD_BYTES + TAIL_BYTES;
    lower(t, b->start, whole ? b->end : b->start + HEAD_BYTES, &low);
    look(&general, &low, whole && b->words <= REASON_WORDS, &out);
    if (own)
        look(own, &low, true, &out);
    if (!whole) {
        lower(t, b->end - TAIL_BYTES, b->end, &low);
        look(&general, &low, false, &out);
    }
    return out;
}

static bool read_line(char *line, phrase *out)
{
    static const char *const places[] = {"start", "any", "whole", "hint"};
    char *second = strchr(line, ' '), *third = second ? strchr(second + 1, ' ') : NULL;
    if (!third)
        return false;
    *second++ = *third++ = '\0';
    int kind = 0, where = 0;
    while (kind < CLUTTER_KINDS && strcmp(reasons[kind], line) != 0)
        kind++;
    while (where < 4 && strcmp(places[where], second) != 0)
        where++;
    size_t n = strlen(third);
    for (char *p = third; *p; p++)
        *p = (char)(*p >= 'A' && *p <= 'Z' ? *p | 32 : *p);
    *out = (phrase){(clutter_kind)kind, (place)where, third, (uint8_t)n};
    return kind < CLUTTER_KINDS && where < 4 && n >= 2 && n <= CLUTTER_PHRASE_BYTES;
}

entente_status clutter_open(const char *path, clutter_list **out, char message[320])
{
    enum { BYTES_MOST = 1 << 20 };
    clutter_list *list = calloc(1, sizeof *list);
    FILE *f = fopen(path, "r");
    entente_status e = ENTENTE_UNREADABLE;
    unsigned count = 0, number = 0;
    if (!f) {
        snprintf(message, 320, "%s: %s", path, strerror(errno));
        goto out;
    }
    if (!list || !(list->words = calloc(1, BYTES_MOST + 1)) || !(list->own = calloc(CLUTTER_PHRASES_MOST, sizeof *list->own)) ||
        !(list->in_slots = calloc(CLUTTER_PHRASES_MOST, sizeof *list->in_slots))) {
        snprintf(message, 320, "%s: out of memory", path);
        e = ENTENTE_NO_MEMORY;
        goto out;
    }
    size_t n = fread(list->words, 1, BYTES_MOST, f);
    if (ferror(f) || !feof(f)) {
        snprintf(message, 320, "%s: %s", path, ferror(f) ? strerror(errno) : "over a megabyte of phrases");
        goto out;
    }
    for (char *p = list->words, *end = p + n; p < end; number++) {
        char *stop = memchr(p, '\n', (size_t)(end - p)), *line = p;
        stop = stop ? stop : end;
        *stop = '\0';
        p = stop + 1;
        if (!*line || *line == '#')
            continue;
        if (count == CLUTTER_PHRASES_MOST || !read_line(line, &list->own[count])) {
            snprintf(message, 320, "%s:%u: a line is REASON PLACE PHRASE, as in RELATED start more from us; reasons as in worker/cleanup/clutter.txt, places start, any, whole or hint; at most %d lines", path,
                     number + 1, CLUTTER_PHRASES_MOST);
            goto out;
        }
        count++;
    }
    index_phrases(list->own, count, list);
    *out = list;
    list = NULL;
    e = ENTENTE_OK;
out:
    if (f)
        fclose(f);
    clutter_free(list);
    return e;
}

void clutter_free(clutter_list *list)
{
    if (!list)
        return;
    free(list->words);
    free(list->own);
    free(list->in_slots);
    free(list);
}
