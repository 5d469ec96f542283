/* SPDX-License-Identifier: MIT */
/* What the reader is often wrong about in what is told and who tells it, set right before the tree is built. */
#include <string.h>

#include "agreements.h"

static bool is_telling(const sentence *s, uint32_t v)
{
    return v < s->count && s->tokens[v].pos == POS_VERB && (lexicon_classes(s->tokens[v].lemma) & CLASS_REPORT);
}

static bool is_subject(const token *k) { return k->dep == DEP_NSUBJ || k->dep == DEP_NSUBJ_PASS; }

/* The first word of the phrase that ends with the subject of `v`, or the count where it has none. */
static uint32_t subject_start(const sentence *s, uint32_t v)
{
    uint32_t n = 0, from;
    while (n < v && !(s->tokens[n].head == v && is_subject(&s->tokens[n])))
        n++;
    if (n == v)
        return s->count;
    for (from = n; from > 0 && tree_hangs_below(s, from - 1, n); from--) {}
    return from;
}

/* "The document states that A agreed", the verb read as a plural: with a subject and a clause behind "that" it tells. */
static void mend_states(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    char lemma[16];
    size_t n = strlen(k->low);
    uint32_t subject = i;
    if (k->tag != TAG_NNS || i == 0 || i + 2 >= s->count || strcmp(s->tokens[i + 1].low, "that") != 0 || n < 3 || n > sizeof lemma || k->low[n - 1] != 's')
        return;
    memcpy(lemma, k->low, n - 1);
    lemma[n - 1] = '\0';
    for (uint32_t c = 0; c < i; c++)
        subject = s->tokens[c].head == i && is_subject(&s->tokens[c]) ? c : subject;
    if (subject == i || !(lexicon_classes(lemma) & CLASS_REPORT))
        return;
    k->pos = POS_VERB;
    k->tag = TAG_VBZ;
    for (uint32_t c = 0; c < subject; c++)
        if (s->tokens[c].head == i && s->tokens[c].dep == DEP_DET)
            s->tokens[c].head = (uint16_t)subject;
}

/* "said A and B had agreed", read as two verbs side by side for the "and" between A and B: the second, with a subject of its own right behind the first, is what is told. */
static void mend_told_beside(const sentence *s, uint32_t v)
{
    token *k = &s->tokens[v];
    uint32_t from, that;
    if (k->dep != DEP_CONJ || k->head >= v || !is_telling(s, k->head))
        return;
    from = subject_start(s, v);
    that = from < s->count && from > 0 && strcmp(s->tokens[from - 1].low, "that") == 0;
    if (from == s->count || from - that != k->head + 1u)
        return;
    k->dep = DEP_CCOMP;
}

/* "said in a statement that A agreed", "told the court that A agreed", read as what the statement or the court is about: with "that" and a subject it is what is told. */
static void mend_told_behind(const sentence *s, uint32_t v)
{
    static const char *const of_the_clause[] = {"condition", "ground", "basis", "claim", "rumor", "rumour", "suggestion"}; /* "spoke on condition that he not be named" */
    token *k = &s->tokens[v];
    uint32_t n = k->head, g, from;
    if ((k->dep != DEP_ACL && k->dep != DEP_RELCL) || n >= v || k->tag == TAG_VBG)
        return;
    g = s->tokens[n].head;
    from = subject_start(s, v);
    if (g >= n || !is_telling(s, g) || from == s->count || from != n + 2u || strcmp(s->tokens[n + 1].low, "that") != 0 || !(s->tokens[n].dep == DEP_OBL || s->tokens[n].dep == DEP_IOBJ || (s->tokens[n].dep == DEP_OBJ && !strcmp(s->tokens[g].lemma, "tell"))))
        return;
    if (LEXICON_IS_ANY(s->tokens[n].lemma, of_the_clause))
        return;
    k->head = (uint16_t)g;
    k->dep = DEP_CCOMP;
}

/* "..., wrote the Daily Post.", "..., said the envoy", the teller read as what is told. */
static void mend_teller_behind(const sentence *s, uint32_t v)
{
    static const char *const telling[] = {"say", "write", "report", "add", "explain"};
    token *k = &s->tokens[v];
    uint32_t n = v + 1;
    if (v < 3 || !LEXICON_IS_ANY(k->lemma, telling) || (k->dep != DEP_CONJ && k->dep != DEP_PARATAXIS) || k->head >= v || (k->tag != TAG_VBD && k->tag != TAG_VBZ) || (s->tokens[v - 1].low[0] != ',' && s->tokens[v - 1].low[0] != '"') || subject_start(s, v) < s->count)
        return;
    while (n < s->count && !(s->tokens[n].head == v && (s->tokens[n].dep == DEP_OBJ || s->tokens[n].dep == DEP_IOBJ)))
        n++;
    if (n >= s->count || s->tokens[n].pos == POS_PRON || (lexicon_classes(s->tokens[n].low) & CLASS_TIME))
        return;
    s->tokens[n].dep = DEP_NSUBJ;
    k->dep = DEP_PARATAXIS;
}

/* "Acme's chief executive, Jo Doe, said", the executive read as what is said: who says it. */
static void mend_teller_before(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    bool owned = false;
    if (k->pos != POS_ADJ || k->dep != DEP_CCOMP || k->head <= i || !is_telling(s, k->head) || subject_start(s, k->head) < s->count || subject_start(s, i) < s->count)
        return;
    for (uint32_t c = 0; c < i; c++)
        owned |= s->tokens[c].head == i && (s->tokens[c].dep == DEP_POSS || s->tokens[c].dep == DEP_DET);
    if (!owned)
        return;
    k->pos = POS_NOUN;
    k->tag = TAG_NONE;
    k->dep = DEP_NSUBJ;
}

void tree_mend_telling(const sentence *s, uint32_t i)
{
    mend_states(s, i);
    mend_told_beside(s, i);
    mend_told_behind(s, i);
    mend_teller_behind(s, i);
    mend_teller_before(s, i);
}
