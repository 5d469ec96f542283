/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "train.h"

typedef struct words {
    uint32_t *hash, *block;
    uint32_t count, room;
} words;

/* Words as the scorer has them (\w+), hashed, case kept. */
static void add_words(words *w, const char *d, size_t length, uint32_t of_block)
{
    uint32_t h = 0;
    for (size_t i = 0; i <= length;) {
        utf8proc_int32_t code = 0;
        utf8proc_ssize_t n = i < length ? utf8proc_iterate((const uint8_t *)d + i, (utf8proc_ssize_t)(length - i), &code) : 1;
        utf8proc_category_t category = i < length && n > 0 ? utf8proc_category(code) : UTF8PROC_CATEGORY_ZS;
        bool in = code == '_' || (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) || (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
        if (in) {
            h = ((h ? h : 2166136261u) ^ (uint32_t)code) * 16777619u;
        } else if (h) {
            if (w->count == w->room) {
                w->room = w->room ? 2 * w->room : 1024;
                w->hash = realloc(w->hash, w->room * sizeof *w->hash);
                w->block = realloc(w->block, w->room * sizeof *w->block);
            }
            w->hash[w->count] = h;
            w->block[w->count++] = of_block;
            h = 0;
        }
        i += n > 0 ? (size_t)n : 1;
    }
}

static bool same_words(const words *x, uint32_t from, uint32_t to, const words *y)
{
    return to - from == y->count && y->count && memcmp(x->hash + from, y->hash, y->count * sizeof *y->hash) == 0;
}

static void free_words(words *w)
{
    free(w->hash);
    free(w->block);
    *w = (words){0};
}

/* matched[i]: word i of x has its like in y. A match that follows one counts three, a lone one counts one. */
static void match(const words *x, const words *y, uint8_t *matched)
{
    size_t n = x->count, m = y->count;
    memset(matched, 0, n);
    if (!n || !m || n * m > 400000000u)
        return;
    uint8_t *from = malloc((n + 1) * (m + 1)); /* 1 up, 2 left, 3 match; 4: the match went on */
    int32_t *best = calloc(2 * (m + 1), sizeof *best), *run = calloc(2 * (m + 1), sizeof *run);
    for (size_t i = 1; i <= n; i++) {
        int32_t *b = best + (i & 1) * (m + 1), *b0 = best + (~i & 1) * (m + 1), *r = run + (i & 1) * (m + 1), *r0 = run + (~i & 1) * (m + 1);
        b[0] = 0;
        r[0] = -1000000;
        for (size_t j = 1; j <= m; j++) {
            uint8_t how = 1;
            int32_t v = b0[j];
            if (b[j - 1] > v)
                v = b[j - 1], how = 2;
            r[j] = -1000000;
            if (x->hash[i - 1] == y->hash[j - 1]) {
                int32_t alone = b0[j - 1] + 1, on = r0[j - 1] + 3;
                r[j] = on > alone ? on : alone;
                if (on > alone)
                    how |= 4;
                if (r[j] >= v)
                    v = r[j], how = (how & 4) | 3;
            }
            b[j] = v;
            from[i * (m + 1) + j] = how;
        }
    }
    bool must = false;
    for (size_t i = n, j = m; i && j;) {
        uint8_t how = from[i * (m + 1) + j];
        if (must || (how & 3) == 3) {
            matched[i - 1] = 1;
            must = how & 4;
            i--, j--;
        } else if ((how & 3) == 1) {
            i--;
        } else {
            j--;
        }
    }
    free(from);
    free(best);
    free(run);
}

void align_labels(const text *t, const cleanup *c, const json_t *gold, uint8_t *labels)
{
    words raw = {0}, body = {0}, title = {0};
    uint32_t *start = calloc(c->count + 1, sizeof *start);
    for (uint32_t i = 0; i < c->count; i++) {
        start[i] = raw.count;
        add_words(&raw, t->data + c->blocks[i].start, c->blocks[i].end - c->blocks[i].start, i);
    }
    start[c->count] = raw.count;
    const char *s = json_string_value(json_object_get(gold, "body"));
    add_words(&body, s, strlen(s), 0);
    s = json_string_value(json_object_get(gold, "title"));
    add_words(&title, s ? s : "", s ? strlen(s) : 0, 0);
    uint8_t *matched = calloc(raw.count + 1, 1);
    match(&raw, &body, matched);
    const json_t *list = json_object_get(gold, "sections");
    size_t n = json_array_size(list);
    words *headings = calloc(n + 1, sizeof *headings);
    for (size_t k = 0; k < n; k++) {
        s = json_string_value(json_object_get(json_array_get(list, k), "heading"));
        add_words(&headings[k], s, strlen(s), 0);
    }
    for (uint32_t i = 0; i < c->count; i++) {
        uint32_t found = 0, all = start[i + 1] - start[i];
        for (uint32_t k = start[i]; k < start[i + 1]; k++)
            found += matched[k];
        labels[i] = all && found * 2 > all ? LABEL_BODY : LABEL_CLUTTER;
        if (!all) /* punctuation alone goes with what it stands behind */
            labels[i] = i && labels[i - 1] == LABEL_BODY ? LABEL_BODY : LABEL_CLUTTER;
        for (size_t k = 0; k < n && labels[i] == LABEL_BODY; k++)
            if (same_words(&raw, start[i], start[i + 1], &headings[k]))
                labels[i] = LABEL_HEADING;
        if (labels[i] == LABEL_CLUTTER && same_words(&raw, start[i], start[i + 1], &title))
            labels[i] = LABEL_TITLE;
    }
    for (size_t k = 0; k < n; k++)
        free_words(&headings[k]);
    free(headings);
    free_words(&raw);
    free_words(&body);
    free_words(&title);
    free(matched);
    free(start);
}
