/* SPDX-License-Identifier: MIT */
#include "tree.h"

#include "lexicon.h"

#include <string.h>

void tree_build(tree *t, const sentence *s)
{
    uint16_t waiting[ENTENTE_LIMIT_SENTENCE_TOKENS], open[ENTENTE_LIMIT_SENTENCE_TOKENS];
    uint32_t n = s->count, count = 0;
    t->s = s;
    for (uint32_t i = 0; i < n; i++) {
        t->first[i] = t->next[i] = TREE_NONE;
        t->left[i] = t->right[i] = (uint16_t)i;
        open[i] = 0;
    }
    for (uint32_t i = n; i-- > 0;) {
        uint32_t h = s->tokens[i].head;
        if (h < n) {
            t->next[i] = t->first[h];
            t->first[h] = (uint16_t)i;
            open[h]++;
        }
    }
    for (uint32_t i = 0; i < n; i++)
        if (!open[i])
            waiting[count++] = (uint16_t)i;
    uint32_t done = 0;
    while (count) { /* leaves first: a head follows its last dependent */
        uint32_t i = waiting[--count], h = s->tokens[i].head;
        done++;
        if (h >= n)
            continue;
        if (t->left[i] < t->left[h])
            t->left[h] = t->left[i];
        if (t->right[i] > t->right[h])
            t->right[h] = t->right[i];
        if (--open[h] == 0)
            waiting[count++] = (uint16_t)h;
    }
    if (done == n)
        return;
    for (uint32_t i = 0; i < n; i++) /* what hangs on itself, by a mend that met another: no walk upwards may go on for ever */
        if (open[i]) {
            s->tokens[i].head = UINT16_MAX;
            s->tokens[i].dep = DEP_ROOT; /* a relation always has a head */
        }
    tree_build(t, s);
}

uint32_t tree_child(const tree *t, uint32_t i, language_dep dep)
{
    TREE_CHILDREN(t, i, c)
        if (tree_token(t, c)->dep == dep)
            return c;
    return TREE_NONE;
}

uint32_t tree_child_lemma(const tree *t, uint32_t i, language_dep dep, const char *lemma)
{
    TREE_CHILDREN(t, i, c)
        if (tree_token(t, c)->dep == dep && strcmp(tree_token(t, c)->lemma, lemma) == 0)
            return c;
    return TREE_NONE;
}

uint32_t tree_child_case(const tree *t, uint32_t i, language_dep dep, const char *lemma)
{
    TREE_CHILDREN(t, i, c)
        if (tree_token(t, c)->dep == dep && tree_child_lemma(t, c, DEP_CASE, lemma) != TREE_NONE)
            return c;
    return TREE_NONE;
}

const char *tree_case(const tree *t, uint32_t i)
{
    uint32_t c = tree_child(t, i, DEP_CASE);
    return c == TREE_NONE ? "" : tree_token(t, c)->lemma;
}

bool tree_under(const tree *t, uint32_t i, uint32_t above)
{
    while (i != TREE_NONE && i != above)
        i = tree_head(t, i);
    return i == above;
}

bool tree_is_verb(const tree *t, uint32_t i)
{
    const token *k = tree_token(t, i);
    if (k->pos == POS_VERB || k->pos == POS_AUX)
        return true;
    /* A rare participle may be taken for an adjective: "is pledging to pay". */
    return k->pos == POS_ADJ && tree_child(t, i, DEP_AUX) != TREE_NONE && tree_child(t, i, DEP_COP) == TREE_NONE;
}

bool tree_is_nominal(const tree *t, uint32_t i)
{
    uint8_t pos = tree_token(t, i)->pos;
    return pos == POS_NOUN || pos == POS_PROPN || pos == POS_PRON || pos == POS_NUM || pos == POS_DET || pos == POS_X || pos == POS_SYM;
}
