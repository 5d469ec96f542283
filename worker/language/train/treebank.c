/* SPDX-License-Identifier: MIT */
/* CoNLL-U, as Universal Dependencies version 2 defines it. Enhanced dependencies and empty nodes are left out. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../split.h"
#include "train.h"

void *train_alloc(size_t size)
{
    void *p = calloc(1, size ? size : 1);
    if (!p) {
        fprintf(stderr, "out of memory\n");
        exit(1);
    }
    return p;
}

static uint8_t name_index(names *n, const char *name)
{
    for (uint32_t i = 0; i < n->count; i++)
        if (strcmp(n->items[i], name) == 0)
            return (uint8_t)i;
    if (n->count == TRAIN_NAMES) {
        fprintf(stderr, "more than %d kinds of tag or relation: %s\n", TRAIN_NAMES, name);
        exit(1);
    }
    n->items[n->count] = strdup(name);
    return (uint8_t)n->count++;
}

static void finish(treebank *b, tree *t)
{
    t->bank = b->last_bank;
    for (uint32_t i = 0; i < t->count; i++)
        if (t->words[i].head > t->count)
            t->words[i].head = (uint16_t)t->count;
    if (b->count == b->capacity) {
        b->capacity = b->capacity ? b->capacity * 2 : 1024;
        b->trees = realloc(b->trees, b->capacity * sizeof *b->trees);
        if (!b->trees)
            exit(1);
    }
    b->trees[b->count++] = *t;
}

/* Whether the words of a multiword token spell its surface. */
static bool spells(const tree *t, uint32_t first, const char *surface)
{
    size_t at = 0, n = strlen(surface);
    for (uint32_t i = first; i < t->count; i++) {
        size_t k = strlen(t->words[i].form);
        if (at + k > n || strncasecmp(surface + at, t->words[i].form, k) != 0)
            return false;
        at += k;
    }
    return at == n;
}

void treebank_read(treebank *b, const char *path)
{
    FILE *f = fopen(path, "r");
    if (!f) {
        perror(path);
        exit(1);
    }
    char *line = NULL, surface[256] = "";
    size_t room = 0;
    tree t = {0};
    b->last_bank = b->count ? b->last_bank + 1 : 0;
    if (b->last_bank >= TRAIN_BANKS) {
        fprintf(stderr, "at most %d treebanks\n", TRAIN_BANKS);
        exit(1);
    }
    uint32_t capacity = 0, range_first = 0, range_end = 0; /* the open multiword token's words, 1-based ids */
    bool range_space = true;
    while (getline(&line, &room, f) > 0) {
        line[strcspn(line, "\n")] = '\0';
        if (line[0] == '#') {
            if (strncmp(line, "# newpar", 8) == 0 || strncmp(line, "# newdoc", 8) == 0)
                t.new_paragraph = true;
            continue;
        }
        if (!line[0]) {
            if (t.count)
                finish(b, &t);
            t = (tree){0};
            capacity = 0;
            continue;
        }
        char *c[10], *p = line;
        uint32_t n = 0;
        for (; n < 10 && p; n++)
            c[n] = strsep(&p, "\t");
        if (n < 10 || strchr(c[0], '.'))
            continue;
        bool space = strstr(c[9], "SpaceAfter=No") == NULL;
        char *dash = strchr(c[0], '-');
        if (dash) {
            range_first = (uint32_t)atoi(c[0]);
            range_end = (uint32_t)atoi(dash + 1);
            range_space = space;
            snprintf(surface, sizeof surface, "%s", c[1]);
            continue;
        }
        if (t.count == capacity) {
            capacity = capacity ? capacity * 2 : 32;
            t.words = realloc(t.words, capacity * sizeof *t.words);
            if (!t.words)
                exit(1);
        }
        uint32_t id = (uint32_t)atoi(c[0]);
        word *w = &t.words[t.count++];
        *w = (word){.form = strdup(c[1]), .lemma = strdup(c[2]), .space_after = space};
        w->upos = name_index(&b->upos, c[3]);
        w->xpos = name_index(&b->xpos, c[4]);
        w->relation = name_index(&b->relations, c[7]);
        int head = atoi(c[6]);
        w->head = (uint16_t)(head ? head - 1 : UINT16_MAX);
        if (range_end && id >= range_first && id <= range_end) {
            w->inside = id < range_end;
            w->space_after = id == range_end && range_space;
            if (id == range_end) {
                t.cut |= !spells(&t, range_first - 1, surface);
                range_end = 0;
            }
        }
    }
    free(line);
    fclose(f);
}

void treebank_read_text(treebank *b, const char *path, const struct model *splits)
{
    FILE *f = fopen(path, "r");
    char *line = NULL;
    size_t room = 0;
    ssize_t n;
    if (!f) {
        perror(path);
        exit(1);
    }
    while ((n = getline(&line, &room, f)) > 0) {
        uint32_t length = (uint32_t)n, end;
        for (uint32_t i = split_skip(line, 0, length); i < length; i = split_skip(line, end, length)) {
            tree t = {.words = train_alloc(TRAIN_TOKENS * sizeof *t.words)};
            uint32_t chunk[2] = {0, 0};
            end = split_sentence(splits, line, i, length);
            for (uint32_t k = i, stop; k < end && t.count < TRAIN_TOKENS; k = split_skip(line, stop, end)) {
                stop = split_token(splits, line, k, end, chunk);
                t.words[t.count++] = (word){.form = strndup(line + k, stop - k), .lemma = "_"};
            }
            t.words = realloc(t.words, t.count * sizeof *t.words);
            if (t.count > 2 && t.count < 80)
                finish(b, &t);
        }
    }
    free(line);
    fclose(f);
}
