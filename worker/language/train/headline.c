/* SPDX-License-Identifier: MIT */
/* Headlines are in no treebank: made from sentences by dropping articles, auxiliaries and the full stop, putting the past into
 * the present, "will" into "to", "and" into a comma, and capitals where papers put them (cf. Mardh, Headlinese, 1980). */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "train.h"

static int index_of(const names *n, const char *name)
{
    for (uint32_t i = 0; i < n->count; i++)
        if (strcmp(n->items[i], name) == 0)
            return (int)i;
    return -1;
}

static bool leaf(const tree *t, uint32_t i)
{
    for (uint32_t k = 0; k < t->count; k++)
        if (t->words[k].head == i)
            return false;
    return true;
}

bool headline_of_several(const treebank *b, const tree *t)
{
    int nsubj = index_of(&b->relations, "nsubj"), conj = index_of(&b->relations, "conj");
    for (uint32_t i = 0; i < t->count; i++)
        if (t->words[i].relation == conj && t->words[i].head < t->count && t->words[t->words[i].head].relation == nsubj)
            return true;
    return false;
}

/* The present tense of a lemma: agrees, carries, reaches. */
static char *present(const char *lemma, bool plural)
{
    size_t n = strlen(lemma);
    char *to = train_alloc(n + 4);
    memcpy(to, lemma, n);
    if (plural || n < 2)
        return to;
    char last = lemma[n - 1], prior = lemma[n - 2];
    if (last == 'y' && !strchr("aeou", prior))
        memcpy(to + n - 1, "ies", 3);
    else
        strcpy(to + n, strchr("sxzo", last) || (last == 'h' && strchr("cs", prior)) ? "es" : "s");
    return to;
}

bool headline_make(const treebank *b, const tree *from, uint32_t random, tree *to)
{
#define TAG(name) index_of(&b->xpos, name)
#define RELATION(name) index_of(&b->relations, name)
    int vbd = TAG("VBD"), vbz = TAG("VBZ"), vbp = TAG("VBP"), md = TAG("MD"), nns = TAG("NNS"), comma = TAG(","), to_tag = TAG("TO");
    int det = RELATION("det"), aux = RELATION("aux"), passive = RELATION("aux:pass"), cc = RELATION("cc"), punct = RELATION("punct"), nsubj = RELATION("nsubj"), mark = RELATION("mark");
    int particle = index_of(&b->upos, "PART"), punctuation = index_of(&b->upos, "PUNCT"), verb = index_of(&b->upos, "VERB");
    uint32_t n = from->count, kept = 0;
    bool has_verb = false, full_stop = n && strcmp(from->words[n - 1].form, ".") == 0;
    if (n < 5 || n > 40 || !full_stop)
        return false;
    uint16_t place[TRAIN_TOKENS];
    word words[TRAIN_TOKENS];
    for (uint32_t i = 0; i < n; i++) {
        const word *w = &from->words[i];
        bool plain_leaf = leaf(from, i);
        bool article = w->relation == det && (strcasecmp(w->form, "the") == 0 || strcasecmp(w->form, "a") == 0 || strcasecmp(w->form, "an") == 0);
        bool be = w->relation == passive || (w->relation == aux && (w->xpos == vbz || w->xpos == vbd || w->xpos == vbp));
        bool drop = plain_leaf && (article || be || i + 1 == n);
        place[i] = drop ? UINT16_MAX : (uint16_t)kept;
        if (drop)
            continue;
        words[kept] = *w;
        word *h = &words[kept];
        if (w->upos == verb)
            has_verb = true;
        if (w->upos == verb && w->xpos == vbd) {
            bool plural = false;
            for (uint32_t k = 0; k < n; k++)
                if (from->words[k].head == i && from->words[k].relation == nsubj) {
                    plural = from->words[k].xpos == nns;
                    for (uint32_t c = 0; c < n; c++)
                        plural |= from->words[c].head == k && from->words[c].relation == RELATION("conj");
                }
            h->form = present(w->lemma, plural);
            h->xpos = (uint8_t)(plural ? vbp : vbz);
            h->shares = NULL;
        } else if (w->relation == aux && w->xpos == md && plain_leaf && strcasecmp(w->form, "will") == 0 && to_tag >= 0 && particle >= 0) {
            h->form = "to";
            h->xpos = (uint8_t)to_tag;
            h->upos = (uint8_t)particle;
            h->relation = (uint8_t)mark;
            h->shares = NULL;
        } else if (w->relation == cc && plain_leaf && strcmp(w->form, "and") == 0 && (random & 3) && kept && words[kept - 1].upos != punctuation) {
            h->form = ",";
            h->xpos = (uint8_t)comma;
            h->upos = (uint8_t)punctuation;
            h->relation = (uint8_t)punct;
            h->shares = NULL;
        }
        kept++;
    }
    if (!has_verb || kept < 3)
        return false;
    for (uint32_t i = 0; i < kept; i++) {
        uint32_t head = words[i].head;
        words[i].head = head >= n || place[head] == UINT16_MAX ? (uint16_t)kept : place[head];
        if (head < n && place[head] == UINT16_MAX)
            return false;
        bool all = (random >> 4) % 8 == 0, title = (random >> 4) % 8 < 4;
        char *form = strdup(words[i].form); /* a present tense made above is small and stays */
        if (all)
            for (char *p = form; *p; p++)
                *p = (char)toupper((unsigned char)*p);
        else if ((title && (i == 0 || strlen(form) > 3)) || i == 0)
            form[0] = (char)toupper((unsigned char)form[0]);
        words[i].form = form;
    }
    *to = (tree){.words = train_alloc(kept * sizeof *words), .count = kept, .bank = from->bank};
    memcpy(to->words, words, kept * sizeof *words);
    return true;
}

void headline_free(tree *t)
{
    for (uint32_t i = 0; i < t->count; i++)
        free(t->words[i].form);
    free(t->words);
}
