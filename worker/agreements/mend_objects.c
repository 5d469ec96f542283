/* SPDX-License-Identifier: MIT */
/* What the reader is often wrong about in what a verb acts on, set right before the tree is built. */
#include <string.h>

#include "agreements.h"

/* "said both sides promised to X", "said Norway and Chile rejected on Monday a plan", read as a report to or of them: what they did is what was said. */
static void mend_told(const sentence *s, uint32_t v)
{
    token *k = &s->tokens[v];
    uint32_t n = k->head, g = n < s->count ? s->tokens[n].head : s->count, that = s->count;
    if (k->dep != DEP_ACL || k->pos != POS_VERB || n >= v || g >= n || (k->tag != TAG_VBN && k->tag != TAG_VBD))
        return;
    if (!strcmp(s->tokens[g].low, "that") && s->tokens[g].head < g && s->tokens[n].dep == DEP_NSUBJ) { /* "said on Friday that the minister, Jo Doe, rejected X", the clause hung on "that" */
        that = g;
        for (int step = 0; step < 3 && g < s->count && s->tokens[g].pos != POS_VERB; step++)
            g = s->tokens[g].head;
        if (g >= s->count)
            return;
    }
    bool said = lexicon_is_one(s->tokens[g].lemma, "say", "announce", "report"), next = n + 1 == v, within = next;
    uint8_t dep = s->tokens[n].dep;
    if (!said || (dep != DEP_IOBJ && dep != DEP_OBJ && dep != DEP_NSUBJ) || (n < g))
        return;
    for (uint32_t c = n + 1; c < v && !within; c++) /* its conjuncts, or what a name is by, between commas */
        within = c + 1 == v && (tree_hangs_below(s, c, n) || s->tokens[c].low[0] == ',');
    for (uint32_t c = v + 1; c < s->count; c++)
        if (s->tokens[c].head == v && s->tokens[c].dep == DEP_AGENT)
            return;
    if (!within)
        return;
    if (that < s->count) {
        s->tokens[that].head = (uint16_t)v;
        s->tokens[that].dep = DEP_MARK;
    }
    k->tag = TAG_VBD;
    k->head = (uint16_t)g;
    k->dep = DEP_CCOMP;
    s->tokens[n].head = (uint16_t)v;
    s->tokens[n].dep = DEP_NSUBJ;
}

/* "said the rebels, who hold the north, rejected X", the rebels read as what was said. */
static void mend_said(const sentence *s, uint32_t v)
{
    token *k = &s->tokens[v];
    uint32_t g = k->head, n = s->count;
    if (k->dep != DEP_CCOMP || k->pos != POS_VERB || (k->tag != TAG_VBD && k->tag != TAG_VB && k->tag != TAG_VBN) || g >= v || !lexicon_is_one(s->tokens[g].lemma, "say", "announce", "report"))
        return;
    for (uint32_t c = g + 1; c < s->count; c++) {
        if (s->tokens[c].head == v && (s->tokens[c].dep == DEP_NSUBJ || s->tokens[c].dep == DEP_NSUBJ_PASS))
            return;
        if (c < v && s->tokens[c].head == g && (s->tokens[c].dep == DEP_OBJ || s->tokens[c].dep == DEP_IOBJ || s->tokens[c].dep == DEP_CCOMP) && (s->tokens[c].pos == POS_NOUN || s->tokens[c].pos == POS_PROPN))
            n = c;
    }
    if (n == s->count || (k->tag != TAG_VBD && s->tokens[v - 1].dep != DEP_AUX)) /* "said talks would resume" */
        return;
    s->tokens[n].head = (uint16_t)v;
    s->tokens[n].dep = DEP_NSUBJ;
}

/* "accepted, in principle, a plan": what stands behind an aside is still the object. */
static void mend_interrupted(const sentence *s, uint32_t n)
{
    token *k = &s->tokens[n];
    uint32_t v = k->head, commas = 0;
    if (k->dep != DEP_PARATAXIS || (k->pos != POS_NOUN && k->pos != POS_PROPN) || v >= n || n > v + 12 || s->tokens[v].pos != POS_VERB || strcmp(s->tokens[v + 1].low, ",") != 0 || !(lexicon_classes(s->tokens[v].lemma) & (CLASS_ACCEPT | CLASS_REFUSE | CLASS_SIGN | CLASS_AGREE | CLASS_BREAK)))
        return;
    for (uint32_t c = v + 1; c < s->count; c++) {
        if (s->tokens[c].head == v && (s->tokens[c].dep == DEP_OBJ || s->tokens[c].dep == DEP_XCOMP || s->tokens[c].dep == DEP_CCOMP))
            return;
        commas += c < n && s->tokens[c].low[0] == ',';
    }
    if (commas == 2)
        k->dep = DEP_OBJ;
}

/* "promised investors that it will X", "told reporters on Monday that A had agreed", the clause read as one about the word before: with a
 * subject of its own it is what was promised or told. */
static void mend_promise(const sentence *s, uint32_t i)
{
    uint32_t clause = s->tokens[i].head, n = clause < s->count ? s->tokens[clause].head : s->count, v = n < i ? s->tokens[n].head : s->count, subject = s->count;
    if (v < n && s->tokens[n].dep == DEP_NMOD && s->tokens[v].dep == DEP_OBJ && !strcmp(s->tokens[n - 1].low, "of") && (lexicon_classes(s->tokens[v].lemma) & (CLASS_GROUP | CLASS_PEOPLE))) /* "a group of shopkeepers" */
        n = v, v = s->tokens[n].head;
    if (i < 2 || s->tokens[i].low[0] != 't' || strcmp(s->tokens[i].low, "that") != 0 || clause < i || n + 5 < i || v >= n || n - v > 8 || (s->tokens[clause].dep != DEP_RELCL && s->tokens[clause].dep != DEP_ACL && s->tokens[clause].dep != DEP_CCOMP))
        return;
    uint64_t told = lexicon_classes(s->tokens[v].lemma);
    uint8_t dep = s->tokens[n].dep;
    bool when = (dep == DEP_OBL || dep == DEP_OBL_TIME) && (lexicon_classes(s->tokens[n].low) & CLASS_TIME);
    when |= dep == DEP_OBL && !strcmp(s->tokens[v].lemma, "tell") && !(lexicon_classes(s->tokens[n].lemma) & (CLASS_TEXT | CLASS_WEAKTEXT | CLASS_DUTY | CLASS_BID)); /* "told members at a meeting that X" */
    when |= dep == DEP_OBL && i == n + 1u && s->tokens[n].upper && !strcmp(s->tokens[n - 1].low, "with") && (told & CLASS_AGREE); /* "agreed with Peru that X" */
    when |= dep == DEP_OBL && i == n + 1u && (told & CLASS_PLEDGE) && n > v + 1 && (!strcmp(s->tokens[n - 1].low, "to") || !strcmp(s->tokens[n - 2].low, "to")); /* "pledged to its staff that X" */
    if (dep == DEP_OBL && !strcmp(s->tokens[v].lemma, "give")) { /* "gave assurances to B that X" */
        told |= CLASS_PLEDGE;
        when = true;
    }
    if (dep == DEP_NMOD && (told & CLASS_DUTY) && s->tokens[v].dep == DEP_OBJ && s->tokens[v].head < v) { /* "gave an undertaking to B that X" */
        v = s->tokens[v].head;
        told = CLASS_PLEDGE;
        when = true;
    }
    if (!(told & (CLASS_PLEDGE | (when ? CLASS_AGREE | CLASS_REPORT : 0))) && !(dep != DEP_OBL && (lexicon_is_one(s->tokens[v].lemma, "tell", "inform", "warn") || !strcmp(s->tokens[v].lemma, "assure"))))
        return;
    for (uint32_t k = i + 1; k < clause; k++)
        if (s->tokens[k].head == clause && (s->tokens[k].dep == DEP_NSUBJ || s->tokens[k].dep == DEP_NSUBJ_PASS || s->tokens[k].dep == DEP_EXPL))
            subject = k;
    if (subject == s->count || (dep != DEP_OBJ && dep != DEP_IOBJ && !when))
        return;
    s->tokens[n].dep = when ? dep : DEP_IOBJ;
    s->tokens[i].dep = DEP_MARK;
    s->tokens[clause].head = (uint16_t)v;
    s->tokens[clause].dep = DEP_CCOMP;
}

/* "has given assurances to B that it will X", the clause read as an adverbial: what "that" opens is told. */
static void mend_that_clause(const sentence *s, uint32_t i)
{
    uint32_t clause = s->tokens[i].head, v = clause < s->count ? s->tokens[clause].head : s->count;
    if (i == 0 || s->tokens[i].dep != DEP_MARK || clause <= i || v >= i || s->tokens[clause].dep != DEP_ADVCL || s->tokens[v].pos != POS_VERB || strcmp(s->tokens[i].low, "that") != 0 || lexicon_is_one(s->tokens[i - 1].low, "so", "now", "such") || lexicon_is_one(s->tokens[i - 1].low, "given", "provided", "in"))
        return;
    s->tokens[clause].dep = DEP_CCOMP;
}

/* "a protocol with the local unit under which it will X": what it is under is the text, not what stands between. */
static void mend_under_which(const sentence *s, uint32_t i)
{
    enum { REACH = 20 };
    uint32_t clause = s->tokens[i].head, n = i;
    if (i < 3 || s->tokens[i].low[0] != 'w' || strcmp(s->tokens[i].low, "which") != 0 || strcmp(s->tokens[i - 1].low, "under") != 0 || clause <= i || clause >= s->count || (s->tokens[clause].dep != DEP_RELCL && s->tokens[clause].dep != DEP_ACL) || s->tokens[clause].head >= i ||
        (lexicon_classes(s->tokens[s->tokens[clause].head].lemma) & (CLASS_TEXT | CLASS_WEAKTEXT | CLASS_BID)))
        return;
    while (n > 0 && i - n < REACH && !(s->tokens[n].pos == POS_NOUN && (lexicon_classes(s->tokens[n].lemma) & CLASS_TEXT)))
        n--;
    if (n > 0 && i - n < REACH)
        s->tokens[clause].head = (uint16_t)n;
}

/* "Doe promised fans he would stay", read as "promised fans": who they are told, and what. */
static void mend_promised_fans(const sentence *s, uint32_t i)
{
    token *fans = &s->tokens[i > 0 ? i - 1 : 0], *verb = &s->tokens[i > 1 ? i - 2 : 0];
    uint32_t who = s->count;
    if (i > 2 && s->tokens[i].dep == DEP_NSUBJ && s->tokens[i].pos == POS_PRON && s->tokens[i].head < s->count && s->tokens[s->tokens[i].head].dep == DEP_RELCL && s->tokens[s->tokens[i].head].head == i - 1 && fans->dep == DEP_ROOT && verb->dep == DEP_AMOD && verb->head == i - 1 && (lexicon_classes(verb->lemma) & CLASS_PLEDGE))
        for (uint32_t c = 0; c + 2 < i && who == s->count; c++)
            if ((s->tokens[c].head == i - 2 && s->tokens[c].dep == DEP_NSUBJ) || (s->tokens[c].head == i - 1 && s->tokens[c].dep == DEP_COMPOUND && s->tokens[c].upper))
                who = c;
    if (who == s->count)
        return;
    for (uint32_t c = 0; c < s->count; c++)
        if (s->tokens[c].head == i - 1)
            s->tokens[c].head = (uint16_t)(i - 2);
    verb->head = fans->head;
    verb->dep = DEP_ROOT;
    verb->tag = TAG_VBD;
    s->tokens[who].head = (uint16_t)(i - 2);
    s->tokens[who].dep = DEP_NSUBJ;
    fans->head = (uint16_t)(i - 2);
    fans->dep = DEP_IOBJ;
    s->tokens[s->tokens[i].head].dep = DEP_CCOMP;
}

/* "promised the city they would pay", read as a city that they pay. */
static void mend_promise_without_that(const sentence *s, uint32_t i)
{
    uint32_t clause = s->tokens[i].head, n = clause < s->count ? s->tokens[clause].head : s->count, v = n < i ? s->tokens[n].head : s->count;
    bool would = false;
    if (i == 0 || s->tokens[i].dep != DEP_NSUBJ || s->tokens[i].pos != POS_PRON || clause <= i || clause >= s->count || n + 1 != i || v >= n || s->tokens[clause].dep != DEP_RELCL || s->tokens[n].dep != DEP_OBJ || !((lexicon_classes(s->tokens[v].lemma) & CLASS_PLEDGE) || lexicon_is_one(s->tokens[v].lemma, "tell", "inform", "notify")))
        return;
    for (uint32_t c = i + 1; c < clause; c++)
        would |= s->tokens[c].head == clause && s->tokens[c].dep == DEP_AUX && (lexicon_is_one(s->tokens[c].low, "will", "would", "'ll") || lexicon_is_either(s->tokens[c].low, "can", "could"));
    if (!would)
        return;
    s->tokens[n].dep = DEP_IOBJ;
    s->tokens[clause].head = (uint16_t)v;
    s->tokens[clause].dep = DEP_CCOMP;
}

/* "extended for two years a grain pact", the pact read as another name of the years. */
static void mend_object_behind_span(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t span = k->head, v = span < s->count ? s->tokens[span].head : s->count;
    if (k->dep != DEP_APPOS || k->pos != POS_NOUN || span >= i || i - span > 5 || v >= span || s->tokens[span].dep != DEP_OBL || s->tokens[v].pos != POS_VERB || !(lexicon_classes(s->tokens[span].lemma) & CLASS_TIME) || !(lexicon_classes(k->lemma) & CLASS_TEXT) || s->tokens[span + 1].pos != POS_DET)
        return;
    for (uint32_t c = v + 1; c < i; c++)
        if (s->tokens[c].head == v && s->tokens[c].dep == DEP_OBJ)
            return;
    k->head = (uint16_t)v;
    k->dep = DEP_OBJ;
}

/* "pledged to stock inhalers in every school", read as stock inhalers that one pledges to: a verb behind "to" is what is pledged. */
static void mend_to_noun(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t n = k->head, v = n < s->count ? s->tokens[n].head : s->count, to = i > 0 ? i - 1 : 0;
    if (i < 2 || k->pos != POS_VERB || k->dep != DEP_COMPOUND || n <= i || n > i + 5 || v >= to || s->tokens[to].head != n || s->tokens[to].dep != DEP_CASE || strcmp(s->tokens[to].low, "to") != 0 || s->tokens[n].dep != DEP_OBL || !(lexicon_classes(s->tokens[v].lemma) & (CLASS_AGREE | CLASS_PLEDGE | CLASS_OFFER | CLASS_REFUSE)))
        return;
    k->head = (uint16_t)v;
    k->dep = DEP_XCOMP;
    k->tag = TAG_VB;
    s->tokens[to].head = (uint16_t)i;
    s->tokens[to].dep = DEP_MARK;
    s->tokens[to].pos = POS_PART;
    s->tokens[n].head = (uint16_t)i;
    s->tokens[n].dep = DEP_OBJ;
    for (uint32_t c = n + 1; c < s->count; c++)
        if (s->tokens[c].head == v && s->tokens[c].dep == DEP_OBL && s->tokens[c - 1].low[0] != ',')
            s->tokens[c].head = (uint16_t)i;
}

/* "agreed to pay Acme $4m", "offered Doe immunity", the name read as part of what is given: to whom. */
static void mend_receiver(const sentence *s, uint32_t i)
{
    static const char *const given[] = {"immunity", "asylum", "protection", "help", "support", "aid", "assistance", "money", "cash", "work", "land", "shelter", "citizenship", "compensation", "leniency", "amnesty", "credit", "loan", "rights", "right", "licence", "license", "access", "permission", "terms", "talks"};
    token *k = &s->tokens[i];
    uint32_t n = k->head, v = i - 1;
    bool titled = v > 0 && v < i && s->tokens[v].upper && s->tokens[v].dep == DEP_COMPOUND && (s->tokens[v].head == i || s->tokens[v].head == n) && (lexicon_classes(s->tokens[v].low) & CLASS_TITLE); /* "pay Ms Roe damages" */
    v -= titled;
    if (i > 0 && i + 1 < s->count && k->dep == DEP_OBJ && k->head == v && k->upper && s->tokens[n = i + 1].pos == POS_SYM && s->tokens[n].dep == DEP_FLAT && s->tokens[n].head == i && lexicon_is_one(s->tokens[v].lemma, "pay", "give", "lend")) { /* "lend Peru $400m", read as one name */
        k->dep = DEP_IOBJ;
        s->tokens[n].head = (uint16_t)v;
        s->tokens[n].dep = DEP_OBJ;
        return;
    }
    uint32_t det = i + 1, thing = det < s->count && s->tokens[det].pos == POS_DET ? s->tokens[det].head : s->count; /* "have offered Doe a new contract", read as two objects */
    if (i > 0 && thing < s->count && k->dep == DEP_OBJ && k->upper && k->head + 1u == i && s->tokens[thing].dep == DEP_OBJ && s->tokens[thing].head == k->head && (lexicon_classes(s->tokens[k->head].lemma) & (CLASS_OFFER | CLASS_PLEDGE | CLASS_GRANT)))
        k->dep = DEP_IOBJ;
    bool adjective = n == i + 2 && n < s->count && s->tokens[i + 1].dep == DEP_AMOD && s->tokens[i + 1].head == n && !s->tokens[i + 1].upper; /* "granted Boden exclusive rights" */
    if (i == 0 || k->dep != DEP_COMPOUND || !k->upper || k->pos != POS_PROPN || (n != i + 1 && !adjective) || n >= s->count || s->tokens[n].head != v || s->tokens[n].dep != DEP_OBJ || s->tokens[v].pos != POS_VERB)
        return;
    static const char *const paid[] = {"damage", "compensation", "fee", "rent", "salary", "wage", "royalty", "cost", "reparation", "restitution"};
    bool sum = (s->tokens[n].pos == POS_SYM && lexicon_is_one(s->tokens[v].lemma, "pay", "give", "owe")) || (!strcmp(s->tokens[v].lemma, "pay") && LEXICON_IS_ANY(s->tokens[n].lemma, paid)); /* "pay Ms Roe (substantial) damages" */
    if (sum || ((lexicon_classes(s->tokens[v].lemma) & (CLASS_OFFER | CLASS_PLEDGE | CLASS_GRANT)) && LEXICON_IS_ANY(s->tokens[n].lemma, given))) {
        k->head = (uint16_t)v;
        k->dep = DEP_IOBJ;
    }
}

/* "to stop selling it and to refund X", the second hung on "selling": both are done. */
static void mend_second_action(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t doing = k->head, v = doing < i ? s->tokens[doing].head : s->count;
    if (i > 2 && k->dep == DEP_CONJ && k->tag == TAG_VB && strcmp(s->tokens[i - 1].low, "to") == 0 && s->tokens[i - 1].head == i && doing < i && v < doing && s->tokens[doing].tag == TAG_VBG && s->tokens[doing].dep == DEP_XCOMP && s->tokens[v].tag == TAG_VB)
        k->head = (uint16_t)v;
}

/* "agreed to give Chile 20 tanks", Chile read as a kind of tanks. */
static void mend_given_count(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t n = k->head, v = i - 1;
    if (i == 0 || i + 1 >= s->count || k->dep != DEP_COMPOUND || !k->upper || s->tokens[i + 1].pos != POS_NUM || s->tokens[i + 1].head != i || n != i + 2 || n >= s->count || s->tokens[n].head != v || s->tokens[n].dep != DEP_OBJ || !lexicon_is_one(s->tokens[v].lemma, "give", "sell", "lend"))
        return;
    k->head = (uint16_t)v;
    k->dep = DEP_IOBJ;
    s->tokens[i + 1].head = (uint16_t)n;
    s->tokens[i + 1].dep = DEP_NUMMOD;
}

/* "promised fans at the time that he would stay", the clause read as one about the time: who they are told, and what. */
static void mend_promised_then(const sentence *s, uint32_t i)
{
    uint32_t clause = s->tokens[i].head, n = clause < s->count ? s->tokens[clause].head : s->count, v = n < i ? s->tokens[n].head : s->count, that = i - 1;
    if (i < 4 || s->tokens[i].dep != DEP_NSUBJ || s->tokens[i].pos != POS_PRON || clause <= i || v >= n || strcmp(s->tokens[that].low, "that") != 0 || s->tokens[that].head != clause || n + 1 != that || s->tokens[clause].dep != DEP_RELCL || s->tokens[n].dep != DEP_OBL || !lexicon_is_one(s->tokens[n].low, "time", "meeting", "rally") || !(lexicon_classes(s->tokens[v].lemma) & CLASS_PLEDGE))
        return;
    s->tokens[clause].head = (uint16_t)v;
    s->tokens[clause].dep = DEP_CCOMP;
    s->tokens[that].dep = DEP_MARK;
    for (uint32_t c = v + 1; c < n; c++)
        if (s->tokens[c].head == v && s->tokens[c].dep == DEP_OBJ)
            s->tokens[c].dep = DEP_IOBJ;
}

/* "drivers voted by a wide margin to reject it", read as by whom they were voted. */
static void mend_voted_by(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t who = k->head, v = who < i ? s->tokens[who].head : s->count;
    if (strcmp(k->lemma, "vote") != 0 || k->dep != DEP_ACL || who + 1 != i || i + 2 >= s->count || strcmp(s->tokens[i + 1].low, "by") != 0 || s->tokens[who].dep != DEP_OBL || v >= who || s->tokens[who - 1].head != who || !lexicon_is_one(s->tokens[who - 1].low, "after", "before", "when"))
        return;
    k->head = (uint16_t)v;
    k->dep = DEP_ADVCL;
    k->tag = TAG_VBD;
    s->tokens[who].head = s->tokens[who - 1].head = (uint16_t)i;
    s->tokens[who].dep = DEP_NSUBJ;
    s->tokens[who - 1].dep = DEP_MARK;
    for (uint32_t c = i + 1; c < s->count; c++)
        if (s->tokens[c].head == i && s->tokens[c].dep == DEP_AGENT)
            s->tokens[c].dep = DEP_OBL;
}

/* "told Chile it would X", read as what Chile would: of two subjects the first is whom one tells. */
static void mend_told_two(const sentence *s, uint32_t i)
{
    uint32_t clause = s->tokens[i].head, v = clause < s->count ? s->tokens[clause].head : s->count;
    if (i == 0 || s->tokens[i].dep != DEP_NSUBJ || s->tokens[i].pos != POS_PRON || v + 1 >= i || i - v > 8 || clause <= i || s->tokens[clause].dep != DEP_CCOMP || s->tokens[v].pos != POS_VERB || !((lexicon_classes(s->tokens[v].lemma) & CLASS_PLEDGE) || lexicon_is_one(s->tokens[v].lemma, "tell", "inform", "notify")))
        return;
    for (uint32_t n = v + 1; n < i; n++)
        if (s->tokens[n].head == clause && s->tokens[n].dep == DEP_NSUBJ && s->tokens[n].pos != POS_PRON) {
            s->tokens[n].head = (uint16_t)v;
            s->tokens[n].dep = DEP_IOBJ;
        }
}

/* "promised Kenya more trains": of two objects the first is who gets the second. */
static void mend_objects(const sentence *s, uint32_t i)
{
    uint32_t v = s->tokens[i].head;
    bool named = s->tokens[i].pos == POS_PROPN || s->tokens[i].pos == POS_PRON || (s->tokens[i].upper && i > 0 && v < i && (lexicon_classes(s->tokens[v].lemma) & CLASS_GRANT));
    if (s->tokens[i].dep != DEP_OBJ || v >= i || !(named || ((s->tokens[i].tag == TAG_NNS || (s->tokens[i].pos == POS_NOUN && (lexicon_sector(s->tokens[i].low) || (lexicon_classes(s->tokens[i].low) & (CLASS_PEOPLE | CLASS_GROUP | CLASS_TITLE))))) && s->tokens[v].tag != TAG_VBP && s->tokens[v].tag != TAG_VBZ && ((lexicon_classes(s->tokens[v].lemma) & (CLASS_PLEDGE | CLASS_OFFER)) || lexicon_is_one(s->tokens[v].lemma, "lease", "lend", "rent")))))
        return;
    for (uint32_t k = i + 1; k < s->count && k < i + 12; k++)
        if (s->tokens[k].head == v && s->tokens[k].dep == DEP_OBJ && (s->tokens[k].pos == POS_NOUN || s->tokens[k].pos == POS_SYM)) {
            s->tokens[i].dep = DEP_IOBJ;
            return;
        }
}

/* "rejected a 45 dlr a share proposal", the sum and the proposal read as two objects. */
static void mend_sum_before_bid(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t v = k->head;
    if (k->dep != DEP_OBJ || v >= i || s->tokens[v].pos != POS_VERB || !(lexicon_classes(k->lemma) & CLASS_BID))
        return;
    for (uint32_t c = v + 1; c < i; c++)
        if (s->tokens[c].head == v && s->tokens[c].dep == DEP_OBJ && c > v + 1 && s->tokens[c - 1].pos == POS_NUM && i - c < 6) {
            s->tokens[c].dep = DEP_COMPOUND;
            s->tokens[c].head = (uint16_t)i;
        }
}

/* "reiterated to Oslo its commitment to X", read as a phrase without its preposition: it is the object. */
static void mend_late_object(const sentence *s, uint32_t n)
{
    token *k = &s->tokens[n];
    uint32_t v = k->head;
    bool owned = false;
    if ((k->dep != DEP_OBL && k->dep != DEP_AGENT) || k->pos != POS_NOUN || v >= n || n > v + 12 || s->tokens[v].pos != POS_VERB || !(lexicon_classes(k->lemma) & (CLASS_DUTY | CLASS_TEXT | CLASS_WEAKTEXT | CLASS_BID)))
        return;
    for (uint32_t c = v + 1; c < s->count && c < n + 12; c++) {
        if ((s->tokens[c].head == v && (s->tokens[c].dep == DEP_OBJ || s->tokens[c].dep == DEP_XCOMP)) || (s->tokens[c].head == n && s->tokens[c].dep == DEP_CASE))
            return;
        owned |= s->tokens[c].head == n && c < n && (s->tokens[c].dep == DEP_POSS || s->tokens[c].dep == DEP_DET);
    }
    if (owned)
        k->dep = DEP_OBJ;
}

/* "It was agreed by A that X would be done", the clause read as one about A: it has a subject and an object of its own. */
static void mend_agreed_by(const sentence *s, uint32_t i)
{
    uint32_t clause = s->tokens[i].head, n = clause < s->count ? s->tokens[clause].head : s->count, v = n < i ? s->tokens[n].head : s->count;
    bool subject = false;
    if (!strcmp(s->tokens[i].low, "that") && s->tokens[i].dep == DEP_MARK && clause < s->count && clause > i && s->tokens[clause].dep == DEP_PARATAXIS && n < i)
        s->tokens[clause].dep = DEP_CCOMP; /* what a "that" opens is told by the verb before */
    if (strcmp(s->tokens[i].low, "that") != 0 || clause < i || clause >= s->count || v >= n || s->tokens[clause].dep != DEP_RELCL || s->tokens[n].dep != DEP_AGENT || !(lexicon_classes(s->tokens[v].lemma) & (CLASS_AGREE | CLASS_DECIDE | CLASS_PLEDGE)))
        return;
    for (uint32_t k = i + 1; k < clause; k++)
        subject |= s->tokens[k].head == clause && (s->tokens[k].dep == DEP_NSUBJ || s->tokens[k].dep == DEP_NSUBJ_PASS);
    if (!subject)
        return;
    s->tokens[i].dep = DEP_MARK;
    s->tokens[clause].head = (uint16_t)v;
    s->tokens[clause].dep = DEP_CCOMP;
}

/* "offered the Kenyan government $20 million", read as a kind of money: who gets it. */
static void mend_payee(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t money = k->head, v = money < s->count ? s->tokens[money].head : s->count;
    if (k->dep != DEP_COMPOUND || money != i + 1u || s->tokens[money].pos != POS_SYM || v >= i || s->tokens[money].dep != DEP_OBJ || i - v > 6 || !(lexicon_classes(s->tokens[v].lemma) & (CLASS_OFFER | CLASS_PLEDGE)) || (k->pos != POS_NOUN && k->pos != POS_PROPN) || k->low[0] == '$')
        return;
    k->head = (uint16_t)v;
    k->dep = DEP_IOBJ;
    for (uint32_t c = v + 1; c < i; c++)
        if (s->tokens[c].head == money)
            s->tokens[c].head = (uint16_t)i;
}

/* "gave the treaty their blessing", "promised unions no cuts", read as one thing and its other name. */
static void mend_given(const sentence *s, uint32_t i)
{
    uint32_t first = s->tokens[i].head, v = first < i ? s->tokens[first].head : s->count;
    bool second = v < first && i > first && (s->tokens[i].dep == DEP_APPOS || s->tokens[i].dep == DEP_OBJ) && s->tokens[first].pos == POS_NOUN && s->tokens[first].dep == DEP_OBJ && s->tokens[first + 1].head == i && lexicon_is_one(s->tokens[first + 1].low, "no", "a", "an") && (lexicon_classes(s->tokens[v].lemma) & (CLASS_PLEDGE | CLASS_OFFER)) && s->tokens[first].tag == TAG_NNS;
    if (second) {
        s->tokens[first].dep = DEP_IOBJ;
        s->tokens[i].head = (uint16_t)v;
        s->tokens[i].dep = DEP_OBJ;
        return;
    }
    bool word = v < first && s->tokens[i].dep == DEP_NMOD && s->tokens[first].dep == DEP_OBJ && s->tokens[i - 1].dep == DEP_POSS && s->tokens[i - 1].head == i && strcmp(s->tokens[v].lemma, "give") == 0 && (lexicon_classes(s->tokens[i].lemma) & CLASS_DUTY);
    if (word) { /* "gave residents of the town his word" */
        s->tokens[first].dep = DEP_IOBJ;
        s->tokens[i].head = (uint16_t)v;
        s->tokens[i].dep = DEP_OBJ;
        return;
    }
    bool owned = v < first && s->tokens[i].dep == DEP_OBJ && s->tokens[first].dep == DEP_OBJ && s->tokens[first].pos == POS_PROPN && s->tokens[i - 1].dep == DEP_POSS && s->tokens[i - 1].head == i && first + 2u == i && (lexicon_classes(s->tokens[v].lemma) & (CLASS_PLEDGE | CLASS_OFFER | CLASS_GRANT));
    if (owned) { /* "have promised Acme their support", the support hung on Acme */
        s->tokens[first].dep = DEP_IOBJ;
        s->tokens[i].head = (uint16_t)v;
        return;
    }
    if (i < 2 || s->tokens[i].dep != DEP_APPOS || first != i - 2u || v >= first || s->tokens[first].dep != DEP_OBJ || !(lexicon_classes(s->tokens[v].lemma) & CLASS_GRANT) || s->tokens[i - 1].dep != DEP_POSS)
        return;
    s->tokens[first].dep = DEP_IOBJ;
    s->tokens[i].head = (uint16_t)v;
    s->tokens[i].dep = DEP_OBJ;
}

/* "pledged more than $5 billion to X": an amount without a preposition is what is pledged. */
static void mend_amount(const sentence *s, uint32_t i)
{
    static const char *const money[] = {"dlr", "dlrs", "dollars", "pounds", "euros", "yen", "crowns", "rupees", "pct", "percent"};
    uint32_t v = s->tokens[i].head;
    if (s->tokens[i].dep == DEP_IOBJ && s->tokens[i].upper && (lexicon_classes(s->tokens[i].low) & CLASS_TIME))
        s->tokens[i].dep = DEP_OBL_TIME; /* "said Wednesday that" */
    if (s->tokens[i].dep == DEP_IOBJ && i > 0 && s->tokens[i - 1].pos == POS_NUM && LEXICON_IS_ANY(s->tokens[i].low, money))
        s->tokens[i].dep = DEP_OBJ; /* "offered 30 dollars a share": nobody it was offered to */
    uint32_t aid = s->tokens[i].pos == POS_SYM && s->tokens[i].dep == DEP_COMPOUND && v > i && v < s->count && v < i + 6 ? v : s->count, above = aid < s->count ? s->tokens[aid].head : s->count;
    if (above < i && s->tokens[aid].dep == DEP_OBL && s->tokens[above].pos == POS_VERB) /* "pledged another $31 million in aid", the sum read as a kind of aid */
        for (uint32_t c = i + 1; c < aid; c++)
            if (s->tokens[c].head == aid && s->tokens[c].dep == DEP_CASE && strcmp(s->tokens[c].low, "in") == 0) {
                s->tokens[i].head = (uint16_t)above;
                s->tokens[i].dep = DEP_OBJ;
                s->tokens[aid].head = (uint16_t)i;
                s->tokens[aid].dep = DEP_NMOD;
                for (uint32_t d = above + 1; d < i; d++)
                    if (s->tokens[d].head == aid)
                        s->tokens[d].head = (uint16_t)i;
                return;
            }
    if (s->tokens[i].pos != POS_SYM || s->tokens[i].dep != DEP_OBL || v >= i || i > v + 4u || !(lexicon_classes(s->tokens[v].lemma) & (CLASS_PLEDGE | CLASS_OFFER | CLASS_COMMIT)))
        return;
    for (uint32_t c = v + 1; c < s->count && c < i + 8; c++)
        if ((s->tokens[c].head == i && s->tokens[c].dep == DEP_CASE) || (s->tokens[c].head == v && s->tokens[c].dep == DEP_OBJ))
            return;
    s->tokens[i].dep = DEP_OBJ;
}

/* "accused each other of breaking X": the participle goes with the verb, not with "other". */
static void mend_each_other(const sentence *s, uint32_t i)
{
    uint32_t other = s->tokens[i].head, each = other < s->count ? s->tokens[other].head : s->count;
    if (s->tokens[i].dep != DEP_ACL || s->tokens[i].tag != TAG_VBG || each >= s->count || strcmp(s->tokens[other].low, "other") != 0 || strcmp(s->tokens[each].low, "each") != 0 || s->tokens[each].head >= s->count)
        return;
    s->tokens[i].head = s->tokens[each].head;
    s->tokens[i].dep = DEP_ADVCL;
}

/* "put their names to a formula": a second object, behind a preposition, is none. */
static void mend_second_object(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t v = k->head;
    bool to = false, other = false;
    if (k->dep != DEP_OBJ || v >= i || s->tokens[v].pos != POS_VERB)
        return;
    for (uint32_t c = v + 1; c < i; c++) {
        to |= s->tokens[c].head == i && s->tokens[c].dep == DEP_CASE && strcmp(s->tokens[c].low, "to") == 0;
        other |= s->tokens[c].head == v && s->tokens[c].dep == DEP_OBJ;
    }
    if (to && other)
        k->dep = DEP_OBL;
}

/* "agreed at the fans' request to stay": what was asked for is what was agreed. */
static void mend_asked(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t n = k->head, v = n < i ? s->tokens[n].head : s->count;
    if (k->dep != DEP_ACL || k->tag != TAG_VB || i < 2 || v >= n || s->tokens[n].dep != DEP_OBL || n + 2u != i || strcmp(s->tokens[n + 1].low, "to") != 0 || !(lexicon_classes(s->tokens[v].lemma) & (CLASS_AGREE | CLASS_PLEDGE)) || !lexicon_is_one(s->tokens[n].lemma, "request", "urging", "insistence"))
        return;
    for (uint32_t c = v + 1; c < s->count; c++)
        if (s->tokens[c].head == v && (s->tokens[c].dep == DEP_XCOMP || s->tokens[c].dep == DEP_CCOMP))
            return;
    k->head = (uint16_t)v;
    k->dep = DEP_XCOMP;
}

/* "a contract with Acme worth $4m", read as a kind of worth: with Acme. */
static void mend_worth_behind_name(const sentence *s, uint32_t i)
{
    uint32_t with = i > 0 ? i - 1 : 0;
    if (i < 4 || strcmp(s->tokens[i].low, "worth") != 0 || i + 1 >= s->count || !s->tokens[i - 1].upper || s->tokens[i - 1].dep != DEP_COMPOUND || s->tokens[i - 1].head != i)
        return;
    while (with > 0 && s->tokens[with].upper)
        with--;
    uint32_t n = with > 0 ? with - 1 : 0;
    if (with == 0 || strcmp(s->tokens[with].low, "with") != 0 || !(lexicon_classes(s->tokens[n].lemma) & CLASS_TEXT) || s->tokens[n].dep != DEP_OBJ || tree_hangs_below(s, n, i) || tree_hangs_below(s, n, with) || tree_hangs_below(s, i - 1, with))
        return;
    s->tokens[with].head = (uint16_t)(i - 1);
    s->tokens[with].dep = DEP_CASE;
    s->tokens[i - 1].head = s->tokens[i].head = (uint16_t)n;
    s->tokens[i - 1].dep = DEP_NMOD;
    s->tokens[i].dep = DEP_AMOD;
}

/* "a contract worth £4m", read as a kind of worth, or of sum. */
static void mend_worth(const sentence *s, uint32_t i)
{
    if (i == 0 || strcmp(s->tokens[i].low, "worth") != 0 || !(lexicon_classes(s->tokens[i - 1].lemma) & CLASS_TEXT))
        return;
    uint32_t n = i - 1, amount = i + 1, v = i - 1;
    while (amount < s->count && amount < i + 5 && s->tokens[amount].pos != POS_SYM && s->tokens[amount].pos != POS_NOUN)
        amount++;
    token *article = n > 0 && s->tokens[n - 1].pos == POS_DET ? &s->tokens[n - 1] : NULL;
    bool summed = s->tokens[n].head == amount || (s->tokens[n].head == i && (s->tokens[i].head == amount || (article && s->tokens[i].head + 1u == n)));
    if (amount < s->count && amount < i + 5 && s->tokens[n].dep == DEP_COMPOUND && summed) { /* "signed a deal worth $7 billion", as if the sum were signed */
        const token *place = article && article->dep == DEP_OBJ ? article : &s->tokens[amount];
        s->tokens[n].head = place->head;
        s->tokens[n].dep = place->dep;
        s->tokens[i].head = s->tokens[amount].head = (uint16_t)n;
        s->tokens[i].dep = DEP_AMOD;
        s->tokens[amount].dep = DEP_NMOD;
        for (uint32_t c = 0; c < s->count; c++)
            if (c != i && (s->tokens[c].head == amount || (s->tokens[c].head == i && (c > amount || c < n))) && (c < n || (c > amount && (s->tokens[c].dep == DEP_ADVCL || s->tokens[c].dep == DEP_ACL || s->tokens[c].dep == DEP_NMOD)))) {
                s->tokens[c].head = (uint16_t)n;
                s->tokens[c].dep = s->tokens[c].dep == DEP_ADVCL ? DEP_ACL : s->tokens[c].dep;
            }
        if (article) {
            article->head = (uint16_t)n;
            article->dep = DEP_DET;
        }
        return;
    }
    if (s->tokens[i].dep == DEP_XCOMP && s->tokens[n].dep == DEP_OBJ && s->tokens[n].head == s->tokens[i].head) { /* "signed a deal worth up to $2bn" */
        for (uint32_t c = i + 1; c < s->count && c < i + 5; c++)
            if (s->tokens[c].pos == POS_SYM && s->tokens[c].head == s->tokens[i].head) {
                s->tokens[c].head = (uint16_t)i;
                s->tokens[c].dep = DEP_OBL;
            }
        s->tokens[i].head = (uint16_t)n;
        s->tokens[i].dep = DEP_AMOD;
        return;
    }
    if (s->tokens[n].head != i || s->tokens[n].dep != DEP_COMPOUND)
        return;
    while (v > 0 && v + 5 > i && s->tokens[v].pos != POS_VERB)
        v--;
    if (s->tokens[i].dep == DEP_NSUBJ && s->tokens[i].head > i && s->tokens[v].pos == POS_VERB) { /* "signed a deal worth $7 billion to buy X", as if the deal bought */
        s->tokens[i].head = (uint16_t)v;
        s->tokens[i].dep = DEP_OBJ;
        if (v + 3u == i && s->tokens[v + 1].pos == POS_DET) {
            s->tokens[v + 1].head = (uint16_t)i;
            s->tokens[v + 1].dep = DEP_DET;
        }
    }
    tree_take_place(s, i - 1, i, DEP_AMOD);
    uint32_t sum = s->tokens[i - 1].head;
    if (sum > i && sum < i + 4 && sum < s->count && s->tokens[sum].pos == POS_SYM && (s->tokens[i - 1].dep == DEP_AMOD || s->tokens[i - 1].dep == DEP_COMPOUND)) /* "a pay deal worth 5%", as if the percentage were what is accepted */
        tree_take_place(s, i - 1, sum, DEP_NMOD);
}

/* "gave the go-ahead to X", "ahead" read as where. */
static void mend_go_ahead(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    if (i < 3 || k->dep != DEP_ADVMOD || strcmp(k->low, "ahead") != 0 || strcmp(s->tokens[i - 1].low, "-") != 0 || strcmp(s->tokens[i - 2].low, "go") != 0 || k->head >= i || s->tokens[k->head].pos != POS_VERB)
        return;
    k->dep = DEP_OBJ;
    k->pos = POS_NOUN;
    k->tag = TAG_NONE;
}

/* "Doe was assured that she can spend it", the clause read as the subject of "assured". */
static void mend_assured(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t v = k->head;
    bool subject = false, that = false;
    if (k->dep == DEP_ACL && v < i && s->tokens[v].dep == DEP_AGENT && s->tokens[v].head < v && (lexicon_classes(s->tokens[s->tokens[v].head].lemma) & CLASS_PLEDGE))
        v = s->tokens[v].head; /* "assured by B that X", the clause read as one about B */
    else if (k->dep != DEP_CSUBJ || v >= i)
        return;
    if (s->tokens[v].pos != POS_VERB)
        return;
    for (uint32_t c = 0; c < i; c++) {
        subject |= s->tokens[c].head == v && (s->tokens[c].dep == DEP_NSUBJ_PASS || s->tokens[c].dep == DEP_NSUBJ);
        that |= s->tokens[c].head == i && s->tokens[c].dep == DEP_MARK && strcmp(s->tokens[c].low, "that") == 0;
    }
    if (!subject || !that)
        return;
    k->head = (uint16_t)v;
    k->dep = DEP_CCOMP;
}

/* "violate the cessation of hostilities agreement", read as a cessation: it is the agreement that is violated. */
static void mend_cessation(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t first = k->head;
    if (i > 3 && k->dep == DEP_NMOD && first + 3 == i && strcmp(s->tokens[first].lemma, "cessation") == 0 && strcmp(s->tokens[first + 1].low, "of") == 0 && (lexicon_classes(k->lemma) & CLASS_TEXT)) {
        tree_take_place(s, i, first, DEP_COMPOUND);
        s->tokens[first + 1].dep = DEP_COMPOUND;
        s->tokens[first + 1].head = (uint16_t)i;
    }
}

/* "welcome the decision of Peru to sign the treaty", signing hung on "welcome": it is Peru's. */
static void mend_decision_of(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t v = k->head, of = i - 2, n = i > 4 ? s->tokens[of].head : s->count;
    if (i < 5 || k->dep != DEP_ADVCL || k->tag != TAG_VB || strcmp(s->tokens[i - 1].low, "to") != 0 || s->tokens[of].dep != DEP_NMOD || n >= of || s->tokens[n].head != v || s->tokens[n].dep != DEP_OBJ || !lexicon_is_one(s->tokens[n].lemma, "decision", "move", "plan"))
        return;
    k->head = (uint16_t)n;
    k->dep = DEP_ACL;
}

/* "promised residents of the district that they would be paid", the clause read as one about the district: what is promised, and to whom. */
static void mend_promised_people(const sentence *s, uint32_t i)
{
    uint32_t clause = s->tokens[i].head, h = clause < s->count ? s->tokens[clause].head : s->count;
    if (i < 3 || s->tokens[i].dep != DEP_MARK || strcmp(s->tokens[i].low, "that") != 0 || clause <= i || h >= i || (s->tokens[clause].dep != DEP_ACL && s->tokens[clause].dep != DEP_RELCL))
        return;
    for (int step = 0; step < 5 && h < i && !(s->tokens[h].dep == DEP_OBJ && s->tokens[h].head < h && (lexicon_classes(s->tokens[s->tokens[h].head].lemma) & CLASS_PLEDGE)); step++)
        h = s->tokens[h].head;
    bool would = false, subject = false;
    for (uint32_t c = i + 1; c < clause; c++) {
        would |= s->tokens[c].head == clause && s->tokens[c].dep == DEP_AUX && lexicon_is_one(s->tokens[c].low, "will", "would", "'ll");
        subject |= s->tokens[c].head == clause && (s->tokens[c].dep == DEP_NSUBJ || s->tokens[c].dep == DEP_NSUBJ_PASS);
    }
    if (h >= i || s->tokens[h].dep != DEP_OBJ || s->tokens[h].head >= h || !(lexicon_classes(s->tokens[s->tokens[h].head].lemma) & CLASS_PLEDGE) || !would || !subject || !(s->tokens[h].upper || parties_is_agent(s->tokens[h].lemma) || lexicon_sector(s->tokens[h].low) || (lexicon_classes(s->tokens[h].lemma) & (CLASS_PEOPLE | CLASS_GROUP))))
        return;
    s->tokens[clause].head = s->tokens[h].head;
    s->tokens[clause].dep = DEP_CCOMP;
    s->tokens[h].dep = DEP_IOBJ;
}

/* "signed a pledge, circulated by X, to do Y", doing Y hung on what lies between the commas: it is what is pledged. */
static void mend_pledge_behind_aside(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t aside = k->head, v = aside < i ? s->tokens[aside].head : s->count, n = aside - 2;
    if (i < 5 || k->tag != TAG_VB || (k->dep != DEP_ADVCL && k->dep != DEP_XCOMP) || strcmp(s->tokens[i - 1].low, "to") != 0 || s->tokens[i - 2].low[0] != ',' || aside < 3 || aside >= i || s->tokens[aside].tag != TAG_VBN || s->tokens[aside - 1].low[0] != ',' || (v != n && (v >= n || s->tokens[n].head != v)) || s->tokens[n].pos != POS_NOUN || !(lexicon_classes(s->tokens[n].lemma) & (CLASS_DUTY | CLASS_TEXT)))
        return;
    k->head = (uint16_t)n;
    k->dep = DEP_ACL;
}

/* "rejected Monday, May 3 the bid by Boden", the bid read as one more verb: behind a date, without an "and", it is what is rejected. */
static void mend_object_behind_date(const sentence *s, uint32_t i)
{
    uint32_t v = s->tokens[i].head, date = s->count, kind = i > 0 ? i - 1 : 0;
    bool bid = s->tokens[i].pos == POS_VERB && s->tokens[i].dep == DEP_ADVCL && !strcmp(s->tokens[i].low, s->tokens[i].lemma) && s->tokens[kind].head == i && (s->tokens[kind].dep == DEP_NSUBJ || s->tokens[kind].dep == DEP_NSUBJ_PASS); /* "the takeover bid by Boden", as if the takeover bid */
    bool bare = s->tokens[i].dep == DEP_OBL && v < i && tree_is_bare_noun(s, v, i); /* "turned down on Monday a second approach" */
    if ((s->tokens[i].dep != DEP_CONJ && !bid && !bare) || (s->tokens[i].pos != POS_NOUN && !bid) || v >= i || s->tokens[v].pos != POS_VERB || s->headline || !(bare || (lexicon_classes(s->tokens[i].lemma) & (CLASS_TEXT | CLASS_BID | CLASS_TALKS))))
        return;
    for (uint32_t c = v + 1; c < i; c++) {
        if (s->tokens[c].dep == DEP_CC || (s->tokens[c].head == v && s->tokens[c].dep == DEP_OBJ))
            return;
        if (lexicon_classes(s->tokens[c].low) & CLASS_TIME)
            date = c;
    }
    if (date == s->count || date > v + 3)
        return;
    s->tokens[i].dep = DEP_OBJ;
    if (!bid)
        return;
    s->tokens[i].pos = POS_NOUN;
    s->tokens[i].tag = TAG_NONE;
    s->tokens[kind].dep = DEP_COMPOUND;
    for (uint32_t c = v + 1; c < s->count; c++)
        if (s->tokens[c].head == kind)
            s->tokens[c].head = (uint16_t)i;
        else if (s->tokens[c].head == i && c > i && (s->tokens[c].dep == DEP_OBL || s->tokens[c].dep == DEP_AGENT))
            s->tokens[c].dep = DEP_NMOD;
}

/* "turned down a company offer to X", read as a company that offers: what stands behind an article and before "to" is one noun. */
static void mend_offer_noun(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t n = i > 0 ? i - 1 : 0, v = k->head;
    if (i < 3 || k->pos != POS_VERB || k->dep != DEP_CCOMP || strcmp(k->low, k->lemma) != 0 || !lexicon_is_one(k->low, "offer", "demand", "proposal") || v >= n || s->tokens[v].pos != POS_VERB || s->tokens[n].head != i || s->tokens[n].dep != DEP_NSUBJ || s->tokens[n].tag == TAG_NNS)
        return;
    for (uint32_t c = v + 1; c < n; c++)
        if ((s->tokens[c].head == n || s->tokens[c].head == i) && s->tokens[c].dep == DEP_DET && lexicon_is_one(s->tokens[c].low, "a", "an", "another")) {
            k->pos = POS_NOUN;
            k->tag = TAG_NONE;
            k->dep = DEP_OBJ;
            s->tokens[n].dep = DEP_COMPOUND;
            s->tokens[c].head = (uint16_t)i;
            for (uint32_t d = i + 1; d < s->count; d++)
                if (s->tokens[d].head == i && (s->tokens[d].dep == DEP_XCOMP || s->tokens[d].dep == DEP_CCOMP || s->tokens[d].dep == DEP_ADVCL))
                    s->tokens[d].dep = DEP_ACL;
                else if (s->tokens[d].head == i && (s->tokens[d].dep == DEP_OBL || s->tokens[d].dep == DEP_OBJ))
                    s->tokens[d].dep = DEP_NMOD;
            return;
        }
}

/* "to sell Boden four ships", read as Boden's kind of ship: to Boden. */
static void mend_sold_to(const sentence *s, uint32_t i)
{
    uint32_t n = s->tokens[i].head, v = n < s->count ? s->tokens[n].head : s->count, first = i;
    if (s->headline || !s->tokens[i].upper || s->tokens[i].dep != DEP_COMPOUND || n <= i + 1 || v >= i || s->tokens[n].dep != DEP_OBJ || s->tokens[n].upper || s->tokens[i + 1].pos != POS_NUM || !(lexicon_is_one(s->tokens[v].lemma, "sell", "supply", "lend") || lexicon_is_one(s->tokens[v].lemma, "give", "grant", "pay")))
        return;
    while (first > v + 1 && s->tokens[first - 1].upper && s->tokens[first - 1].dep == DEP_COMPOUND && s->tokens[first - 1].head == n)
        first--;
    if (first != v + 1)
        return;
    for (uint32_t c = first; c < i; c++)
        s->tokens[c].head = (uint16_t)i;
    s->tokens[i].head = (uint16_t)v;
    s->tokens[i].dep = DEP_IOBJ;
}

/* "promised up to $50 million", "a loan of up to 40 tons": a bound of a sum, read as a particle and a direction. */
static void mend_up_to(const sentence *s, uint32_t i)
{
    if (i + 2 >= s->count || i < 1 || strcmp(s->tokens[i].low, "up") != 0 || strcmp(s->tokens[i + 1].low, "to") != 0 || (s->tokens[i + 2].pos != POS_SYM && s->tokens[i + 2].pos != POS_NUM))
        return;
    uint32_t q = s->tokens[i + 1].head, h = s->tokens[i].head;
    if (q >= s->count || q < i + 2 || q > i + 6 || s->tokens[i + 1].dep != DEP_CASE || h >= i || tree_hangs_below(s, h, q))
        return;
    uint32_t preposition = s->tokens[i - 1].head == i && s->tokens[i - 1].dep == DEP_CASE ? i - 1 : s->count;
    bool object = false; /* of the verb: "lend Peru up to $3 million" */
    for (uint32_t c = h + 1; c < i && preposition == s->count; c++)
        if (s->tokens[c].head == h && s->tokens[c].dep == DEP_OBJ) {
            object = !s->tokens[c].upper;
            s->tokens[c].dep = object ? DEP_OBJ : DEP_IOBJ;
        }
    if (object || (s->tokens[h].pos != POS_VERB && preposition == s->count))
        return;
    s->tokens[q].head = (uint16_t)h;
    s->tokens[q].dep = preposition < s->count ? s->tokens[i].dep : DEP_OBJ;
    if (preposition < s->count)
        s->tokens[preposition].head = (uint16_t)q;
    s->tokens[i].head = s->tokens[i + 1].head = (uint16_t)q;
    s->tokens[i].dep = s->tokens[i + 1].dep = DEP_ADVMOD;
}

void tree_mend_objects(const sentence *s, uint32_t i)
{
    mend_up_to(s, i);
    mend_sold_to(s, i);
    mend_object_behind_date(s, i);
    mend_offer_noun(s, i);
    mend_told(s, i);
    mend_said(s, i);
    mend_interrupted(s, i);
    mend_sum_before_bid(s, i);
    mend_pledge_behind_aside(s, i);
    mend_promised_people(s, i);
    mend_cessation(s, i);
    mend_decision_of(s, i);
    mend_late_object(s, i);
    mend_promise(s, i);
    mend_promised_fans(s, i);
    mend_promise_without_that(s, i);
    mend_told_two(s, i);
    mend_second_action(s, i);
    mend_given_count(s, i);
    mend_promised_then(s, i);
    mend_voted_by(s, i);
    mend_receiver(s, i);
    mend_object_behind_span(s, i);
    mend_to_noun(s, i);
    mend_under_which(s, i);
    mend_that_clause(s, i);
    mend_agreed_by(s, i);
    mend_payee(s, i);
    mend_objects(s, i);
    mend_given(s, i);
    mend_amount(s, i);
    mend_each_other(s, i);
    mend_second_object(s, i);
    mend_asked(s, i);
    mend_assured(s, i);
    mend_go_ahead(s, i);
    mend_worth_behind_name(s, i);
    mend_worth(s, i);
}
