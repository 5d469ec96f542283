/* SPDX-License-Identifier: MIT */
/* Who is joined to a name: "A, B and C", wherever the tree hangs them. */
#include <string.h>

#include "agreements.h"

/* "the Chamber of Commerce and the union", "King Doe of Jordan and President Roe", "Ministers Jo Doe and Pat Roe", "teachers in Oakland and the city": joined to a part of the name, it is joined to the name. */
static void list_stray_conjuncts(const tree *t, uint32_t name, uint16_t *list, uint32_t *count)
{
    bool named = tree_token(t, name)->upper;
    TREE_CHILDREN(t, name, part) {
        const token *k = tree_token(t, part);
        const char *preposition = k->dep == DEP_NMOD && tree_child(t, part, DEP_DET) == TREE_NONE ? tree_case(t, part) : "";
        bool behind = named ? !strcmp(preposition, "of") || !strcmp(preposition, "for") : (lexicon_is_one(preposition, "in", "at", "from") || (!strcmp(preposition, "of") && tree_token(t, name)->tag != TAG_NNS)) && parties_is_people(t, name); /* "the government of A and the rebels" */
        bool flat = named && k->dep == DEP_FLAT && parties_is_title(tree_token(t, name));
        if (part < name || !k->upper || !(behind || flat))
            continue;
        TREE_CHILDREN(t, part, c) {
            uint32_t article = tree_child(t, c, DEP_DET), first = t->left[c] + 1u; /* behind "and" */
            bool the = article != TREE_NONE && tree_is_low(t, article, "the") && !(parties_is_state(t, part) && parties_is_state(t, c)) && ((named && tree_token(t, c)->upper) || (!tree_token(t, c)->upper && parties_is_people(t, c)));
            bool titled = tree_token(t, c)->upper && (flat || (first < c && parties_is_title(tree_token(t, first)) && tree_token(t, first)->upper));
            if (tree_token(t, c)->dep == DEP_CONJ && (the || titled) && *count < PARTIES_CONJUNCTS)
                list[(*count)++] = (uint16_t)c;
        }
    }
}

void parties_list_conjuncts(const tree *t, uint32_t head, uint16_t *list, uint32_t *count)
{
    list_stray_conjuncts(t, head, list, count);
    for (uint32_t done = 0; done < *count && *count < PARTIES_CONJUNCTS; done++)
        TREE_CHILDREN(t, list[done], c) {
            const token *k = tree_token(t, c);
            uint32_t by = k->dep == DEP_CONJ ? tree_child(t, c, DEP_CC) : TREE_NONE;
            if (by != TREE_NONE && tree_token(t, by)->low[0] == '&' && k->upper && tree_token(t, list[done])->upper && !t->s->headline && !parties_is_state(t, c))
                continue; /* "Johnson & Hale": one name */
            if (k->dep == DEP_CONJ && (tree_child_lemma(t, c, DEP_ADVMOD, "not") != TREE_NONE || (by != TREE_NONE && tree_is_low(t, by, "not"))))
                continue; /* "by forty countries, but not by Peru" */
            const token *article = tree_child(t, c, DEP_DET) == TREE_NONE ? NULL : tree_token(t, tree_child(t, c, DEP_DET));
            bool apposed = k->dep == DEP_CONJ && by == TREE_NONE && !k->upper && article && article->low[0] == 'a' && tree_token(t, list[done])->upper && tree_child(t, list[done], DEP_CONJ) == c; /* "Acme, a firm from Oslo", read as a list */
            for (uint32_t later = t->next[c]; later != TREE_NONE; later = t->next[later])
                apposed &= tree_token(t, later)->dep != DEP_CONJ;
            if (apposed)
                continue;
            uint32_t v = tree_head(t, list[done]);
            bool plural_verb = v != TREE_NONE && v > c && (tree_token(t, v)->tag == TAG_VBP || tree_token(t, v)->tag == TAG_VB) && tree_token(t, list[done])->pos == POS_PROPN && parties_is_people(t, c); /* "Ford, union reach deal": two */
            bool joined = k->dep == DEP_CONJ || (k->dep == DEP_APPOS && t->s->headline && (k->upper || plural_verb) && c > head);
            if (joined && *count < PARTIES_CONJUNCTS && (tree_is_nominal(t, c) || k->upper))
                list[(*count)++] = (uint16_t)c;
        }
}

void parties_add_conjuncts(const tree *t, uint32_t name, uint16_t *list, uint32_t *count)
{
    uint16_t others[PARTIES_CONJUNCTS] = {(uint16_t)name};
    uint32_t other_count = 1;
    parties_list_conjuncts(t, name, others, &other_count);
    for (uint32_t k = 1; k < other_count && *count < PARTIES_CONJUNCTS; k++)
        list[(*count)++] = others[k];
}
