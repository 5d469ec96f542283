/* SPDX-License-Identifier: MIT */
/* Verbs that the reader took for something else, or for another form of theirs, set right before the tree is built. */
#include <string.h>

#include "agreements.h"

/* What stands behind "to" becomes an infinitive under `above`, and the noun `n` its object. */
static void make_infinitive(const sentence *s, uint32_t i, uint32_t n, uint32_t above, uint8_t dep)
{
    s->tokens[i - 1].head = (uint16_t)i;
    s->tokens[i - 1].dep = DEP_MARK;
    s->tokens[i].pos = POS_VERB;
    s->tokens[i].tag = TAG_VB;
    s->tokens[i].head = (uint16_t)above;
    s->tokens[i].dep = dep;
    s->tokens[n].head = (uint16_t)i;
    s->tokens[n].dep = DEP_OBJ;
}

/* "agreed to abolish duties", the verb read as a kind of duties: what follows "to" in its bare form is an infinitive. */
static void mend_bare(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t n = k->head, v = n < s->count ? s->tokens[n].head : s->count;
    bool times = k->pos == POS_ADJ && lexicon_is_one(k->low, "double", "triple", "quadruple"); /* "agreed to triple output" */
    if (i == 0 || (k->tag != TAG_VB && k->tag != TAG_VBP && !times) || k->dep != DEP_AMOD || n <= i || v >= i || s->tokens[n].dep != DEP_OBL || s->tokens[v].pos != POS_VERB || strcmp(s->tokens[i - 1].low, "to") != 0 || s->tokens[i - 1].head != n)
        return;
    for (uint32_t c = i + 1; c < s->count; c++)
        if (s->tokens[c].head == v && s->tokens[c].dep == DEP_OBL)
            s->tokens[c].head = (uint16_t)i;
    make_infinitive(s, i, n, v, DEP_XCOMP);
}

/* "agreed to cut X", "cut" read as a participle, "its pledge to free X" as an adjective: behind its "to" it is an infinitive. */
static void mend_to_participle(const sentence *s, uint32_t i)
{
    bool acts = false;
    for (uint32_t c = i + 1; c < s->count && c < i + 8 && s->tokens[i].pos == POS_ADJ; c++)
        acts |= s->tokens[c].head == i && s->tokens[c].dep == DEP_OBJ;
    if (acts && i > 0 && s->tokens[i - 1].dep == DEP_MARK && s->tokens[i - 1].head == i && !strcmp(s->tokens[i - 1].low, "to")) {
        s->tokens[i].pos = POS_VERB;
        s->tokens[i].tag = TAG_VB;
    }
    if (i > 0 && s->tokens[i].tag == TAG_VBN && s->tokens[i - 1].dep == DEP_MARK && s->tokens[i - 1].head == i && !strcmp(s->tokens[i - 1].low, "to"))
        s->tokens[i].tag = TAG_VB;
}

/* "Donors meeting in Brussels pledged X", read as "meeting pledged": who meets is who pledged. */
static void mend_gerund_subject(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i], *who = &s->tokens[i > 0 ? i - 1 : 0];
    if (i == 0 || k->tag != TAG_VBG || k->upper || (k->dep != DEP_NSUBJ && k->dep != DEP_CSUBJ) || k->head >= s->count || k->head <= i || who->head != i || who->dep != DEP_NSUBJ)
        return;
    who->head = k->head;
    who->dep = DEP_NSUBJ;
    k->head = (uint16_t)(i - 1);
    k->dep = DEP_ACL;
}

/* "Meeting in Geneva, ministers agreed", read as a meeting in Geneva and of ministers, which agreed: they did, as they met. */
static void mend_meeting(const sentence *s, uint32_t i)
{
    uint32_t v = s->tokens[0].head, who = 3;
    if (i > 0 || s->count < 6 || s->headline || s->tokens[0].dep != DEP_NSUBJ || strcmp(s->tokens[0].low, "meeting") != 0 || v >= s->count || !lexicon_is_one(s->tokens[1].low, "in", "at", "on"))
        return;
    while (who < v && s->tokens[who].low[0] != ',')
        who++;
    while (who < v && !((s->tokens[who].dep == DEP_CONJ || s->tokens[who].dep == DEP_APPOS) && (s->tokens[who].pos == POS_NOUN || s->tokens[who].pos == POS_PROPN)))
        who++;
    if (who >= v)
        return;
    s->tokens[who].head = (uint16_t)v;
    s->tokens[who].dep = DEP_NSUBJ;
    s->tokens[0].dep = DEP_ADVCL;
    s->tokens[0].pos = POS_VERB;
    s->tokens[0].tag = TAG_VBG;
}

/* "after refuse workers rejected X", read as one who refuses them: what is done by the workers has a verb of its own. */
static void mend_refuse(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t n = i + 1, v = i + 2;
    if (v >= s->count || strcmp(k->low, "refuse") != 0 || k->pos != POS_VERB || s->tokens[n].tag != TAG_NNS || s->tokens[n].head != i || s->tokens[n].dep != DEP_OBJ || s->tokens[v].head != i || (s->tokens[v].tag != TAG_VBD && s->tokens[v].tag != TAG_VBP))
        return;
    tree_take_place(s, v, i, DEP_COMPOUND);
    s->tokens[n].head = (uint16_t)v;
    s->tokens[n].dep = DEP_NSUBJ;
    k->head = (uint16_t)n;
    k->pos = POS_NOUN;
    k->tag = TAG_NONE;
}

/* "The council did, however, agree", read as two verbs: "did" helps the other. */
static void mend_did(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t v = k->head;
    if (k->dep == DEP_AUX_PASS && lexicon_is_one(k->low, "having", "has", "have"))
        k->dep = DEP_AUX; /* "having accepted": no passive */
    if (!lexicon_is_one(k->low, "did", "does", "do") || v <= i + 1 || v >= s->count || v > i + 6 || s->tokens[v].tag != TAG_VB || k->dep == DEP_AUX || s->tokens[i + 1].low[0] != ',')
        return;
    k->dep = DEP_AUX;
    k->pos = POS_AUX;
    for (uint32_t c = 0; c < i; c++)
        if (s->tokens[c].head == i)
            s->tokens[c].head = (uint16_t)v;
}

/* "The mayors further committed to joining X", read as what they are like: no "be" says so. */
static void mend_committed(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    if (i < 2 || k->pos != POS_ADJ || strcmp(k->low, "committed") != 0 || (k->dep != DEP_ROOT && k->dep != DEP_CCOMP && (k->dep != DEP_CONJ || s->tokens[k->head].pos != POS_VERB || s->tokens[i - 2].pos == POS_ADP)) || i + 1 >= s->count || strcmp(s->tokens[i + 1].low, "to") != 0)
        return;
    k->pos = POS_VERB;
    k->tag = TAG_VBD;
    k->lemma = "commit";
}

/* "undertook to halt attacks", read as a kind of attacks. */
static void mend_verb_before_plural(const sentence *s, uint32_t i)
{
    static const char *const bare[] = {"halt", "cease", "curb", "stop", "end", "ban", "release", "limit", "fund", "host", "drop", "lift", "ease", "open", "cut"};
    uint32_t n = i + 1, v = n < s->count ? s->tokens[n].head : s->count;
    if (i < 2 || n >= s->count || s->tokens[i].dep != DEP_COMPOUND || s->tokens[i].head != n || s->tokens[n].tag != TAG_NNS || s->tokens[n].dep != DEP_OBL || v >= i - 1 || strcmp(s->tokens[i - 1].low, "to") != 0 || s->tokens[i - 1].head != n ||
        !(lexicon_classes(s->tokens[v].lemma) & (CLASS_AGREE | CLASS_PLEDGE | CLASS_OFFER)) || !LEXICON_IS_ANY(s->tokens[i].low, bare))
        return;
    make_infinitive(s, i, n, v, DEP_XCOMP);
    for (uint32_t c = n + 1; c < s->count; c++) /* "to halt X and to release Y" */
        if (s->tokens[c].head == v && s->tokens[c].dep == DEP_CONJ && s->tokens[c].tag == TAG_VB)
            s->tokens[c].head = (uint16_t)i;
}

/* "a deal between A and B to swap prisoners", read as swap prisoners to whom it is: what is to be done. */
static void mend_text_to_do(const sentence *s, uint32_t i)
{
    static const char *const bare[] = {"swap", "exchange", "share", "trade", "transfer", "return", "export", "import", "supply", "halt", "cease", "curb", "stop", "end", "ban", "release", "limit", "fund", "host", "lift", "ease", "cut"};
    uint32_t n = i + 1;
    if (i < 2 || n >= s->count || s->tokens[i].dep != DEP_COMPOUND || s->tokens[i].head != n || s->tokens[n].tag != TAG_NNS || s->tokens[n].dep != DEP_NMOD || strcmp(s->tokens[i - 1].low, "to") != 0 || s->tokens[i - 1].head != n || !LEXICON_IS_ANY(s->tokens[i].low, bare))
        return;
    uint32_t up = s->tokens[n].head;
    while (up < i && !(lexicon_classes(s->tokens[up].lemma) & CLASS_TEXT) && s->tokens[up].dep == DEP_NMOD)
        up = s->tokens[up].head;
    if (up >= i || !(lexicon_classes(s->tokens[up].lemma) & CLASS_TEXT) || s->tokens[up].pos != POS_NOUN)
        return;
    make_infinitive(s, i, n, up, DEP_ACL);
}

/* "talks between A and B on fish", fish read as a third side: what stands behind "on" without an "and" is the topic. */
static void mend_topic_joined(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    if (k->dep != DEP_CONJ || i < 4 || k->head >= i || s->tokens[k->head].dep != DEP_NMOD || !lexicon_is_one(s->tokens[i - 1].low, "on", "over", "about") || s->tokens[i - 1].head != i || s->tokens[i - 2].pos == POS_CCONJ || s->tokens[i - 2].pos == POS_PUNCT)
        return;
    uint32_t above = s->tokens[k->head].head;
    if (above < k->head && (lexicon_classes(s->tokens[above].lemma) & (CLASS_TEXT | CLASS_TALKS))) {
        k->head = (uint16_t)above;
        k->dep = DEP_NMOD;
    }
}

/* "The minister promised voters X", its verb read as "promised voters": it has a subject. */
static void mend_modifier(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t n = k->head, has = i;
    while (has > 0 && has + 3 > i && s->tokens[has - 1].pos == POS_ADV)
        has--;
    if (k->dep == DEP_AMOD && k->tag == TAG_VBN && has > 0 && s->tokens[has - 1].dep == DEP_AUX && !strcmp(s->tokens[has - 1].lemma, "have") && (s->tokens[has - 1].head == n || s->tokens[has - 1].head == i) && n > i && n < s->count) { /* "had generously committed money" */
        tree_take_place(s, i, n, DEP_OBJ);
        k->pos = POS_VERB;
        for (uint32_t c = i + 1; c < s->count; c++)
            if (c != n && s->tokens[c].head == i && (c < n || s->tokens[c].dep == DEP_NMOD || s->tokens[c].dep == DEP_ACL || s->tokens[c].dep == DEP_RELCL))
                s->tokens[c].head = (uint16_t)n;
        return;
    }
    if (k->dep != DEP_AMOD || k->tag != TAG_VBN || i == 0 || n <= i || n >= s->count || n > i + 4 || s->tokens[i - 1].head != i || s->tokens[i - 1].dep != DEP_NSUBJ)
        return;
    uint32_t w = s->tokens[n].head;
    k->tag = TAG_VBD;
    if (s->tokens[n].dep == DEP_NSUBJ && w < s->count && w > n && s->tokens[w].tag == TAG_VB && !strcmp(s->tokens[w - 1].low, "to")) { /* "invited Acme to X", Acme read as who does */
        k->head = s->tokens[w].head;
        k->dep = s->tokens[w].dep;
        s->tokens[w].head = s->tokens[n].head = (uint16_t)i;
        s->tokens[w].dep = DEP_XCOMP;
        s->tokens[n].dep = DEP_OBJ;
        for (uint32_t c = w + 1; c < s->count; c++)
            if (s->tokens[c].head == w && (s->tokens[c].dep == DEP_PUNCT || s->tokens[c].dep == DEP_CONJ))
                s->tokens[c].head = (uint16_t)i;
        return;
    }
    k->head = s->tokens[n].head;
    k->dep = s->tokens[n].dep;
    for (uint32_t c = 0; c < s->count; c++) /* what closes the sentence, or comes before, is the verb's */
        if (s->tokens[c].head == n && (c < i || s->tokens[c].dep == DEP_PUNCT || s->tokens[c].dep == DEP_OBL || s->tokens[c].dep == DEP_ADVCL))
            s->tokens[c].head = (uint16_t)i;
    s->tokens[n].head = (uint16_t)i;
    s->tokens[n].dep = DEP_OBJ;
}

/* "The rebel leader, Jo Doe, promised President Roe that X", read as a promised president: behind the comma the sentence goes on. */
static void mend_modifier_behind_comma(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t n = k->head;
    bool named = false;
    if (k->dep != DEP_AMOD || k->tag != TAG_VBN || i < 4 || s->headline || s->tokens[i - 1].low[0] != ',' || n <= i || n > i + 4 || n >= s->count || s->tokens[n].pos != POS_PROPN || !(lexicon_classes(k->lemma) & (CLASS_PLEDGE | CLASS_OFFER | CLASS_ACCEPT | CLASS_REFUSE | CLASS_SIGN)))
        return;
    uint32_t root = tree_root(s);
    if (root + 2 >= i || s->tokens[root].pos != POS_NOUN || s->tokens[root + 1].low[0] != ',')
        return;
    for (uint32_t c = 0; c < i; c++) {
        if (s->tokens[c].head == root && (s->tokens[c].dep == DEP_COP || s->tokens[c].dep == DEP_NSUBJ))
            return;
        named |= s->tokens[c].head == root && s->tokens[c].dep == DEP_APPOS;
    }
    if (!named)
        return;
    k->tag = TAG_VBD;
    k->head = s->tokens[root].head;
    k->dep = DEP_ROOT;
    s->tokens[root].head = s->tokens[n].head = (uint16_t)i;
    s->tokens[root].dep = DEP_NSUBJ;
    s->tokens[n].dep = DEP_OBJ;
    for (uint32_t c = n + 1; c < s->count; c++)
        if (s->tokens[c].head == root) {
            s->tokens[c].head = (uint16_t)i;
            s->tokens[c].dep = s->tokens[c].dep == DEP_RELCL ? DEP_CCOMP : s->tokens[c].dep;
        }
}

/* "agreed to cut pollution and to plant trees", planting joined to pollution: it is one more thing to be done. */
static void mend_second_infinitive(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t v = k->head;
    if (k->tag != TAG_VB || k->dep != DEP_CONJ || i < 4 || s->tokens[i - 1].head != i || strcmp(s->tokens[i - 1].low, "to") != 0 || strcmp(s->tokens[i - 2].low, "and") != 0)
        return;
    v = v == i - 2 ? s->tokens[v].head : v;
    if (v >= i - 2 || s->tokens[v].pos == POS_VERB)
        return;
    for (int step = 0; step < 4 && v < s->count && s->tokens[v].tag != TAG_VB; step++)
        v = s->tokens[v].head;
    if (v == 0 || v >= i || s->tokens[v].tag != TAG_VB || s->tokens[v - 1].head != v || strcmp(s->tokens[v - 1].low, "to") != 0)
        return;
    k->head = (uint16_t)v;
    s->tokens[i - 2].head = (uint16_t)i;
    s->tokens[i - 2].dep = DEP_CC;
}

/* "an accord banning mines", read as mines of the kind of an accord: what the accord does. */
static void mend_text_doing(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i], *noun = &s->tokens[i > 0 ? i - 1 : 0];
    size_t length = strlen(k->low);
    uint32_t h = k->head;
    if (i == 0 || k->dep != DEP_COMPOUND || k->upper || length < 6 || strcmp(k->low + length - 3, "ing") != 0 || h <= i || h > i + 3 || noun->head != h || noun->dep != DEP_COMPOUND || noun->upper || !(lexicon_classes(noun->lemma) & CLASS_TEXT) || s->tokens[h].tag != TAG_NNS)
        return;
    tree_take_place(s, i - 1, h, DEP_OBJ);
    for (uint32_t c = i; c < s->count; c++) /* what stands behind is of what is done */
        if (s->tokens[c].head == i - 1 && c != h)
            s->tokens[c].head = (uint16_t)(c < h ? h : i);
    s->tokens[h].head = (uint16_t)i;
    k->pos = POS_VERB;
    k->tag = TAG_VBG;
    k->head = (uint16_t)(i - 1);
    k->dep = DEP_ACL;
}

/* "The deal calls for X", "the pact raises pay", read as the calls or raises of a deal: it is what the deal does. */
static void mend_text_calls(const sentence *s, uint32_t i)
{
    static const char *const verbs[] = {"calls", "raises", "sets", "cuts", "limits", "caps", "lifts", "grants", "bars", "bans", "covers", "ends"};
    token *k = &s->tokens[i];
    if (k->tag != TAG_NNS || i < 2 || i + 1 >= s->count || s->headline || !LEXICON_IS_ANY(k->low, verbs) || (!strcmp(k->low, "calls") && strcmp(s->tokens[i + 1].low, "for") != 0))
        return;
    token *noun = &s->tokens[i - 1], *next = &s->tokens[i + 1];
    bool acts = k->dep == DEP_NSUBJ && k->head == i + 1u && next->tag == TAG_VBP; /* "pay" read as what the raises do */
    if (noun->head != i || noun->dep != DEP_COMPOUND || noun->tag == TAG_NNS || !(lexicon_classes(noun->lemma) & CLASS_TEXT) || (k->dep != DEP_ROOT && !(acts && next->dep == DEP_ROOT)))
        return;
    k->pos = POS_VERB;
    k->tag = TAG_VBZ;
    for (uint32_t c = 0; c < i - 1; c++)
        if (s->tokens[c].head == i && (s->tokens[c].dep == DEP_DET || s->tokens[c].dep == DEP_AMOD || s->tokens[c].dep == DEP_COMPOUND))
            s->tokens[c].head = (uint16_t)(i - 1);
    if (acts) {
        tree_take_place(s, i, i + 1, DEP_OBJ);
        next->pos = POS_NOUN;
        next->tag = TAG_NONE;
    }
    noun->dep = DEP_NSUBJ;
    for (uint32_t c = i + 1; c < s->count; c++) {
        token *below = &s->tokens[c];
        below->head = acts && below->head == i + 1u ? (uint16_t)i : below->head;
        if (below->head == i && (below->dep == DEP_NMOD || below->dep == DEP_ACL))
            below->dep = below->dep == DEP_NMOD ? DEP_OBL : DEP_ADVCL;
    }
}

/* "Norway tore up the pact", its verb read as a noun: only verbs have particles. */
static void mend_verb(const sentence *s, uint32_t i)
{
    uint32_t v = s->tokens[i].head;
    if (s->tokens[i].dep != DEP_PRT || v >= i || (s->tokens[v].pos != POS_NOUN && s->tokens[v].pos != POS_PROPN) || s->tokens[v].upper || v == 0)
        return;
    s->tokens[v].pos = POS_VERB;
    s->tokens[v].tag = TAG_VBD;
    if (s->tokens[v - 1].head == v && s->tokens[v - 1].dep == DEP_COMPOUND)
        s->tokens[v - 1].dep = DEP_NSUBJ;
}

/* "undertook to free all prisoners", read as "to free prisoners": free is what one undertakes to do. */
static void mend_verb_like(const sentence *s, uint32_t i)
{
    static const char *const held[] = {"prisoner", "hostage", "detainee", "captive", "inmate", "sailor", "soldier", "dissident"};
    static const char *const verbs[] = {"free", "open", "clear", "lower", "close", "slow", "double", "complete", "separate", "secure", "empty"};
    uint32_t to = i - 1, n = s->tokens[i].head, v = n < s->count ? s->tokens[n].head : s->count;
    if (i < 2 || s->tokens[i].pos != POS_ADJ || s->tokens[i].dep != DEP_AMOD || strcmp(s->tokens[to].low, "to") != 0 || s->tokens[to].dep != DEP_CASE || s->tokens[to].head != n || (n <= i + 1 && !(n == i + 1 && !strcmp(s->tokens[i].low, "free") && (LEXICON_IS_ANY(s->tokens[n].lemma, held) || (lexicon_classes(s->tokens[n].lemma) & CLASS_QUANTITY)))) || v >= to || !LEXICON_IS_ANY(s->tokens[i].low, verbs))
        return;
    uint64_t above = v < s->count ? lexicon_classes(s->tokens[v].lemma) : 0;
    bool of_text = s->tokens[v].pos == POS_NOUN && (above & (CLASS_TEXT | CLASS_BID)); /* "a proposal to free hundreds" */
    if (!of_text && (s->tokens[v].pos != POS_VERB || !(above & (CLASS_AGREE | CLASS_PLEDGE | CLASS_OFFER | CLASS_REFUSE | CLASS_DECIDE | CLASS_MAKE | CLASS_SIGN | CLASS_ACCEPT | CLASS_LEAVE | CLASS_BREAK))))
        return;
    bool loose = !of_text && !(above & (CLASS_AGREE | CLASS_PLEDGE | CLASS_OFFER | CLASS_REFUSE | CLASS_DECIDE));
    make_infinitive(s, i, n, v, of_text ? DEP_ACL : loose ? DEP_ADVCL : DEP_XCOMP);
}

/* "The rebels called off the truce", read as a passive without its "were": it is the past tense. */
static void mend_active(const sentence *s, uint32_t i)
{
    uint32_t v = s->tokens[i].head, thing = s->count;
    if (s->headline || s->tokens[i].dep != DEP_NSUBJ_PASS || v >= s->count || v <= i || s->tokens[v].tag != TAG_VBN || (s->tokens[v].dep != DEP_ROOT && s->tokens[v].dep != DEP_CCOMP && s->tokens[v].dep != DEP_PARATAXIS))
        return;
    for (uint32_t c = 0; c < s->count; c++) {
        if (s->tokens[c].head != v)
            continue;
        if (s->tokens[c].dep == DEP_AUX || s->tokens[c].dep == DEP_AUX_PASS || s->tokens[c].dep == DEP_AGENT)
            return;
        if (c > v && c < v + 6 && s->tokens[c].tag == TAG_VB && (s->tokens[c].dep == DEP_ADVCL || s->tokens[c].dep == DEP_XCOMP) && (lexicon_classes(s->tokens[v].lemma) & (CLASS_AGREE | CLASS_PLEDGE | CLASS_OFFER | CLASS_REFUSE))) { /* "Jo Doe, under fire, promised to X" */
            s->tokens[v].tag = TAG_VBD;
            s->tokens[i].dep = DEP_NSUBJ;
            return;
        }
        if (thing == s->count && c > v && (s->tokens[c].dep == DEP_OBL || s->tokens[c].dep == DEP_OBJ) && s->tokens[c].pos == POS_NOUN)
            thing = c;
    }
    for (uint32_t c = v + 1; thing < s->count && c < thing; c++)
        if (s->tokens[c].head == thing && s->tokens[c].dep == DEP_CASE)
            return;
    if (thing == s->count || thing > v + 6)
        return;
    s->tokens[v].tag = TAG_VBD;
    s->tokens[i].dep = DEP_NSUBJ;
    s->tokens[thing].dep = DEP_OBJ;
}

/* "An agreement to X collapsed.", its verb read as part of X: a sentence wants a verb. */
static void mend_failed(const sentence *s, uint32_t v)
{
    token *k = &s->tokens[v];
    uint32_t root = 0;
    if (k->pos != POS_VERB || k->tag != TAG_VBN || (k->dep != DEP_XCOMP && k->dep != DEP_ACL && k->dep != DEP_ADVCL) || !(lexicon_classes(k->lemma) & CLASS_FAILING) || s->headline)
        return;
    while (root < v && s->tokens[root].head < s->count)
        root++;
    if (root >= v || !(lexicon_classes(s->tokens[root].lemma) & (CLASS_TEXT | CLASS_TALKS)) || s->tokens[root].pos != POS_NOUN)
        return;
    for (uint32_t c = 0; c < s->count; c++)
        if (s->tokens[c].dep == DEP_COP || s->tokens[c].dep == DEP_AUX || s->tokens[c].dep == DEP_AUX_PASS || s->tokens[c].dep == DEP_NSUBJ)
            return;
    k->head = s->tokens[root].head;
    k->dep = DEP_ROOT;
    k->tag = TAG_VBD;
    s->tokens[root].head = (uint16_t)v;
    s->tokens[root].dep = DEP_NSUBJ;
}

/* "Parliament plans to X", "A and B hope to X", read as its plans: a sentence wants a verb. */
static void mend_plans(const sentence *s, uint32_t i)
{
    static const char *const verbs[] = {"plans", "hopes", "aims", "hope", "plan", "aim", "vows", "promises", "offers"};
    token *k = &s->tokens[i];
    if (s->headline || i < 1 || i + 2 >= s->count || !LEXICON_IS_ANY(k->low, verbs) || strcmp(s->tokens[i + 1].low, "to") != 0 || s->tokens[i + 2].tag != TAG_VB || s->tokens[i + 2].head != i)
        return;
    uint32_t noun = i - 1, first = k->dep == DEP_ROOT ? i : k->head;
    bool apart = k->dep == DEP_APPOS && s->tokens[noun].low[0] == ',', single = k->low[strlen(k->low) - 1] == 's'; /* "Jo Doe, the minister, plans to X" */
    bool joined = !apart && s->tokens[noun].head == i && s->tokens[noun].dep == DEP_COMPOUND && (k->dep == DEP_ROOT || k->dep == DEP_CONJ);
    if (first >= s->count || s->tokens[first].dep != DEP_ROOT || (!apart && !joined) || (joined && k->dep == DEP_ROOT && k->pos == POS_VERB) || (joined && (s->tokens[noun].tag == TAG_NNS || first != i) == single))
        return;
    for (uint32_t c = 0; c < s->count; c++)
        if (c != i && (s->tokens[c].dep == DEP_AUX || s->tokens[c].dep == DEP_COP || s->tokens[c].dep == DEP_NSUBJ || s->tokens[c].tag == TAG_VBD || s->tokens[c].tag == TAG_VBZ))
            return;
    for (uint32_t c = 0; c < i && joined; c++)
        if (s->tokens[c].head == i && c != noun)
            s->tokens[c].head = (uint16_t)noun;
    k->head = s->tokens[first].head;
    k->dep = DEP_ROOT;
    k->pos = POS_VERB;
    k->tag = single ? TAG_VBZ : TAG_VBP;
    s->tokens[i + 2].dep = DEP_XCOMP;
    if (joined) {
        s->tokens[noun].head = (uint16_t)(first == i ? i : first);
        s->tokens[noun].dep = first == i ? DEP_NSUBJ : DEP_CONJ;
    }
    if (first != i) {
        s->tokens[first].head = (uint16_t)i;
        s->tokens[first].dep = DEP_NSUBJ;
    }
    for (uint32_t c = i + 1; c < s->count; c++)
        if (s->tokens[c].head == first)
            s->tokens[c].head = (uint16_t)i;
}

/* "Larch considers ending its pact", "denies signing it", the verb read as a noun behind a name. */
static void mend_considers(const sentence *s, uint32_t i)
{
    static const char *const verbs[] = {"considers", "denies", "mulls", "weighs", "avoids", "opposes", "favors", "favours", "regrets", "delays", "postpones", "contemplates"};
    token *k = &s->tokens[i];
    if (i < 1 || i + 1 >= s->count || k->pos != POS_NOUN || s->tokens[i + 1].tag != TAG_VBG || !LEXICON_IS_ANY(k->low, verbs) || s->tokens[i + 1].head != i || s->tokens[i + 1].dep != DEP_ACL || s->tokens[i - 1].head != i || s->tokens[i - 1].dep != DEP_COMPOUND)
        return;
    for (uint32_t c = 0; c + 1 < i; c++)
        if (s->tokens[c].head == i)
            s->tokens[c].head = (uint16_t)(i - 1);
    s->tokens[i - 1].dep = DEP_NSUBJ;
    s->tokens[i - 1].pos = POS_PROPN;
    s->tokens[i + 1].dep = DEP_XCOMP;
    k->pos = POS_VERB;
    k->tag = TAG_VBZ;
}

/* "after two deals were rejected", the clause read as a phrase: what has a "were" has a subject. */
static void mend_finite(const sentence *s, uint32_t v)
{
    token *k = &s->tokens[v];
    uint32_t n = v - 2, aux = v - 1;
    bool phrase = v >= 3 && k->dep == DEP_ADVCL && s->tokens[n].dep == DEP_OBL && k->head < n && k->head == s->tokens[n].head; /* "averted after a deal was reached" */
    if (v < 3 || (k->dep != DEP_ACL && !phrase) || k->tag == TAG_VB || k->tag == TAG_VBG || (k->head != n && k->head != s->tokens[n].head) || s->tokens[aux].head != v || s->tokens[aux].dep != DEP_AUX_PASS || (s->tokens[n].dep != DEP_NMOD && !phrase))
        return;
    for (uint32_t c = n > 6 ? n - 6 : 0; c < n; c++)
        if (s->tokens[c].head == n && s->tokens[c].dep == DEP_CASE && lexicon_is_one(s->tokens[c].low, "after", "before", "until")) {
            k->head = s->tokens[n].head;
            k->dep = DEP_ADVCL;
            s->tokens[n].head = s->tokens[c].head = (uint16_t)v;
            s->tokens[n].dep = DEP_NSUBJ_PASS;
            s->tokens[c].dep = DEP_MARK;
            return;
        }
}

/* "accused A of breaking truce", read as a breaking kind of truce: what one does to a text behind a preposition. */
static void mend_gerund(const sentence *s, uint32_t i)
{
    static const char *const before[] = {"of", "for", "after", "by", "without", "before", "from"};
    token *k = &s->tokens[i];
    uint32_t n = k->head;
    size_t length = strlen(k->low);
    if (i > 0 && k->pos == POS_NOUN && k->dep == DEP_ADVCL && length > 5 && !strcmp(k->low + length - 3, "ing") && s->tokens[i - 1].dep == DEP_MARK && s->tokens[i - 1].head == i && !strcmp(s->tokens[i - 1].low, "to")) { /* "our commitment to upholding the rules", its clause headed by a noun */
        k->pos = POS_VERB;
        k->tag = TAG_VBG;
        return;
    }
    static const struct { const char *low, *lemma; } titled[] = {{"breaking", "break"}, {"violating", "violate"}, {"breaching", "breach"}, {"signing", "sign"}};
    const char *lemma = k->pos == POS_VERB && k->tag == TAG_VBG ? k->lemma : NULL;
    for (size_t w = 0; s->headline && k->upper && k->dep == DEP_COMPOUND && w < sizeof titled / sizeof *titled; w++)
        if (strcmp(k->low, titled[w].low) == 0) /* "Accuse Army of Breaking Cease-fire", its capital read as a name's */
            lemma = titled[w].lemma;
    if (i == 0 || !lemma || (k->dep != DEP_COMPOUND && k->dep != DEP_AMOD) || n <= i || n > i + 3 || n >= s->count || s->tokens[i - 1].head != n || s->tokens[i - 1].dep != DEP_CASE || !LEXICON_IS_ANY(s->tokens[i - 1].low, before))
        return;
    token *noun = &s->tokens[n];
    if (!(lexicon_classes(lemma) & (CLASS_BREAK | CLASS_SIGN | CLASS_MAKE | CLASS_LEAVE)) || !((lexicon_classes(noun->lemma) & CLASS_TEXT) || (strcmp(noun->low, "cease") == 0 && n + 2 < s->count && strcmp(s->tokens[n + 2].low, "fire") == 0)) || noun->head >= s->count)
        return;
    k->pos = POS_VERB;
    k->tag = TAG_VBG;
    k->lemma = lemma;
    k->head = noun->head;
    k->dep = noun->dep == DEP_NMOD ? DEP_ACL : DEP_ADVCL;
    noun->head = s->tokens[i - 1].head = (uint16_t)i;
    noun->dep = DEP_OBJ;
    s->tokens[i - 1].dep = DEP_MARK;
}

/* "agreed to “slow and then stop” its growth", the first verb in the quotes read as a noun. */
static void mend_quoted_action(const sentence *s, uint32_t i)
{
    enum { REACH = 8 };
    token *to = &s->tokens[i];
    uint32_t w = i + 2;
    if (strcmp(to->low, "to") != 0 || to->dep != DEP_XCOMP || w >= s->count || s->tokens[i + 1].pos != POS_PUNCT || s->tokens[w].pos == POS_PUNCT || s->tokens[w].head <= w || s->tokens[w].head > w + REACH || s->tokens[w].head >= s->count)
        return;
    token *first = &s->tokens[w], *last = &s->tokens[first->head];
    if (last->pos != POS_VERB || last->dep != DEP_CONJ)
        return;
    for (uint32_t k = w; k < first->head; k++)
        if (s->tokens[k].head == w && s->tokens[k].dep == DEP_CONJ) {
            s->tokens[k].pos = POS_VERB;
            s->tokens[k].tag = TAG_VB;
        }
    last->head = (uint16_t)w;
    last->tag = TAG_VB;
    first->pos = POS_VERB;
    first->tag = TAG_VB;
    first->dep = DEP_XCOMP;
    first->head = to->head;
    to->dep = DEP_MARK;
    to->head = (uint16_t)w;
}

/* "The Fed committed to X", read as what it is like: it has a subject, and nothing links the two. */
static void mend_like_adjective(const sentence *s, uint32_t i)
{
    token *v = &s->tokens[i];
    size_t n = strlen(v->low);
    if (v->pos != POS_ADJ || s->headline || n < 6 || strcmp(v->low + n - 2, "ed") != 0 || (v->dep != DEP_ROOT && v->dep != DEP_CCOMP) || i == 0 || s->tokens[i - 1].head != i || s->tokens[i - 1].dep != DEP_NSUBJ)
        return;
    for (uint32_t k = 0; k < s->count; k++)
        if (s->tokens[k].head == i && (s->tokens[k].dep == DEP_COP || s->tokens[k].dep == DEP_AUX || s->tokens[k].dep == DEP_AUX_PASS))
            return;
    v->pos = POS_VERB;
    v->tag = TAG_VBD;
}

/* "after their union reached agreement", "reached" read as what the agreement is like: it has a subject. */
static void mend_verb_with_subject(const sentence *s, uint32_t i)
{
    enum { REACH = 6 };
    token *v = &s->tokens[i];
    uint32_t h = v->head, subject = s->count;
    if (v->pos != POS_VERB || v->dep != DEP_AMOD || h <= i || h >= s->count || (v->tag != TAG_VBD && v->tag != TAG_VBN))
        return;
    for (uint32_t k = i > REACH ? i - REACH : 0; k < i; k++)
        if (s->tokens[k].head == i && s->tokens[k].dep == DEP_NSUBJ)
            subject = k;
    if (subject == s->count)
        return;
    for (uint32_t k = 0; k < subject; k++)
        if (s->tokens[k].head == h && s->tokens[k].dep == DEP_CASE) {
            s->tokens[k].head = (uint16_t)i;
            s->tokens[k].dep = DEP_MARK;
        }
    v->head = s->tokens[h].head;
    v->dep = s->tokens[h].dep == DEP_OBL || s->tokens[h].dep == DEP_NMOD ? DEP_ADVCL : s->tokens[h].dep;
    v->tag = TAG_VBD;
    s->tokens[h].head = (uint16_t)i;
    s->tokens[h].dep = DEP_OBJ;
}

/* "Are due to resume": the verb is helped, not likened. */
static void mend_due(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    if (k->dep == DEP_COP && i + 1 < s->count && strcmp(s->tokens[i + 1].low, "due") == 0 && k->head < s->count && s->tokens[k->head].tag == TAG_VB)
        k->dep = DEP_AUX;
}

/* "accepts improved bid", the bid read as what was improved: it is what is accepted. */
static void mend_improved(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    if (i == 0 || i + 1 >= s->count || k->tag != TAG_VBN || k->dep != DEP_XCOMP || k->head != i - 1 || s->tokens[i + 1].head != i || s->tokens[i + 1].pos != POS_NOUN || (s->tokens[i + 1].dep != DEP_OBJ && s->tokens[i + 1].dep != DEP_XCOMP))
        return;
    s->tokens[i + 1].head = (uint16_t)(i - 1);
    s->tokens[i + 1].dep = DEP_OBJ;
    k->head = (uint16_t)(i + 1);
    k->dep = DEP_AMOD;
    for (uint32_t c = i + 2; c < s->count; c++)
        if (s->tokens[c].head == i)
            s->tokens[c].head = (uint16_t)(i + 1);
}

/* "will no longer respect the limits", "respect" read as a noun: what a modal hangs on is a verb. */
static void mend_behind_modal(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    bool modal = false, noun = false;
    if (k->pos != POS_NOUN || k->tag == TAG_NNS || k->upper || i < 2 || (k->dep != DEP_ROOT && k->dep != DEP_CCOMP && k->dep != DEP_CONJ))
        return;
    for (uint32_t c = i > 4 ? i - 4 : 0; c < i; c++) {
        modal |= s->tokens[c].head == i && s->tokens[c].tag == TAG_MD;
        noun |= s->tokens[c].head == i && (s->tokens[c].dep == DEP_COP || s->tokens[c].dep == DEP_DET || s->tokens[c].dep == DEP_CASE);
    }
    if (!modal || noun)
        return;
    k->pos = POS_VERB;
    k->tag = TAG_VB;
    if (s->tokens[i - 1].head == i && s->tokens[i - 1].dep == DEP_AMOD)
        s->tokens[i - 1].dep = DEP_ADVMOD;
}

/* "signed a deal with Boden two years ago", the name read as part of the years; "agreed a decade ago", the decade as what was agreed. */
static void mend_ago(const sentence *s, uint32_t i)
{
    if (i < 2 || strcmp(s->tokens[i].low, "ago") != 0 || !(lexicon_classes(s->tokens[i - 1].lemma) & CLASS_TIME))
        return;
    uint32_t unit = i - 1, h = s->tokens[i].head == unit ? s->tokens[unit].head : s->tokens[i].head, name = s->count;
    if (h >= s->count || h == unit || tree_hangs_below(s, h, unit))
        return;
    for (uint32_t c = unit > 8 ? unit - 8 : 0; c < unit; c++)
        name = s->tokens[c].head == unit && (s->tokens[c].dep == DEP_COMPOUND || s->tokens[c].dep == DEP_AMOD) && s->tokens[c].pos == POS_PROPN ? c : name;
    for (uint32_t c = 0; c < name && name < s->count; c++)
        if (s->tokens[c].head == unit)
            s->tokens[c].head = (uint16_t)name;
    if (name < s->count) {
        s->tokens[name].head = (uint16_t)h;
        s->tokens[name].dep = DEP_OBL;
    }
    s->tokens[unit].head = (uint16_t)h;
    s->tokens[unit].dep = DEP_OBL_TIME;
    s->tokens[i].head = (uint16_t)unit;
    s->tokens[i].dep = DEP_ADVMOD;
}

/* "Doe said Larch was hurt but had agreed to X", "had agreed" read as what Doe had beside saying so. */
static void mend_said_and(const sentence *s, uint32_t i)
{
    static const char *const tenses[] = {"has", "have", "had", "will", "would"};
    token *k = &s->tokens[i];
    uint32_t said = k->head, told = s->count;
    if (k->dep != DEP_CONJ || said >= i || s->tokens[said].pos != POS_VERB || s->tokens[said].tag != TAG_VBD || !lexicon_is_one(s->tokens[said].lemma, "say", "add", "claim"))
        return;
    bool tense = false;
    for (uint32_t c = said + 1; c < s->count; c++) {
        if (s->tokens[c].head == said && s->tokens[c].dep == DEP_CCOMP && c < i)
            told = c;
        if (s->tokens[c].head == i && (s->tokens[c].dep == DEP_NSUBJ || s->tokens[c].dep == DEP_NSUBJ_PASS))
            return;
        tense |= s->tokens[c].head == i && s->tokens[c].dep == DEP_AUX && LEXICON_IS_ANY(s->tokens[c].low, tenses);
    }
    if (tense && told < i)
        k->head = (uint16_t)told;
}

/* "Egypt and Chile signed agreements", read as agreements that are signed: in a sentence with no other finite verb, behind a name it is what the name did. */
static void mend_only_verb(const sentence *s, uint32_t v)
{
    token *k = &s->tokens[v];
    uint32_t root = 0, n = k->head, subject = v - 1;
    if (v == 0 || k->dep != DEP_AMOD || k->pos != POS_VERB || n <= v || n >= s->count || !s->tokens[subject].upper)
        return;
    for (uint32_t c = 0; c < s->count; c++) {
        if (c != v && (s->tokens[c].pos == POS_VERB || s->tokens[c].pos == POS_AUX))
            return;
        root = s->tokens[c].dep == DEP_ROOT ? c : root;
    }
    for (uint32_t step = 0; step < v && s->tokens[subject].head < v; step++)
        subject = s->tokens[subject].head;
    k->head = s->tokens[root].head;
    k->dep = DEP_ROOT;
    s->tokens[root].head = s->tokens[subject].head = s->tokens[n].head = (uint16_t)v;
    s->tokens[subject].dep = DEP_NSUBJ;
    s->tokens[n].dep = DEP_OBJ;
}

/* "pledged to its staff to keep the mill open", "promised the farmers to X", X read as why, or as told of those who hear it: it is what is promised. */
static void mend_promised_to(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t v = k->head, hearer = s->count, to = i > 0 ? i - 1 : i;
    if (k->tag != TAG_VB || (k->dep != DEP_ADVCL && k->dep != DEP_ACL) || strcmp(s->tokens[to].low, "to") != 0 || s->tokens[to].head != i || v >= to)
        return;
    if (k->dep == DEP_ACL)
        v = s->tokens[v].head;
    for (uint32_t c = v + 1; c < to && hearer == s->count; c++)
        if (s->tokens[c].head == v && (s->tokens[c].dep == DEP_OBL || (s->tokens[c].dep == DEP_OBJ && s->tokens[c].pos != POS_PRON)))
            hearer = c;
    if (v >= to || hearer == s->count || !(lexicon_classes(s->tokens[v].lemma) & (CLASS_PLEDGE | CLASS_COMMIT)))
        return;
    token *who = &s->tokens[hearer];
    bool named = who->upper && !(lexicon_classes(who->low) & CLASS_TIME), somebody = named || lexicon_sector(who->low) || (lexicon_classes(who->lemma) & (CLASS_PEOPLE | CLASS_TITLE | CLASS_GROUP)), to_whom = false;
    for (uint32_t c = v + 1; c < hearer; c++)
        to_whom |= s->tokens[c].head == hearer && s->tokens[c].dep == DEP_CASE && !strcmp(s->tokens[c].low, "to");
    if (!somebody || (who->dep == DEP_OBL ? !to_whom : !(who->tag == TAG_NNS || named) || !(lexicon_classes(s->tokens[v].lemma) & CLASS_PLEDGE)))
        return;
    for (uint32_t c = hearer + 1; c < to; c++) /* nothing between them but who else hears it */
        if (s->tokens[c].head == v)
            return;
    if (who->dep == DEP_OBJ)
        who->dep = DEP_IOBJ;
    k->head = (uint16_t)v;
    k->dep = DEP_XCOMP;
}

/* "has spent two years trying to X", read as years that try. */
static void mend_spent_trying(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t span = k->head, v = span < i ? s->tokens[span].head : s->count;
    if (k->dep == DEP_ACL && k->tag == TAG_VBG && v < span && !strcmp(s->tokens[v].lemma, "spend") && (lexicon_classes(s->tokens[span].lemma) & CLASS_TIME)) {
        k->head = (uint16_t)v;
        k->dep = DEP_XCOMP;
    }
}

/* "agreed to by Peru and Chile": by whom. */
static void mend_agreed_to_by(const sentence *s, uint32_t by)
{
    uint32_t n = s->tokens[by].head, v = n < s->count ? s->tokens[n].head : s->count;
    if (by < 3 || strcmp(s->tokens[by].low, "by") != 0 || !lexicon_is_one(s->tokens[by - 1].low, "to", "upon", "on") || n <= by || v + 2 != by || s->tokens[by].dep != DEP_CASE || s->tokens[by - 1].head != n || s->tokens[by - 1].dep != DEP_CASE || !(s->tokens[v].tag == TAG_VBN || s->tokens[v].tag == TAG_VBD) || !(lexicon_classes(s->tokens[v].lemma) & CLASS_AGREE))
        return;
    uint32_t what = v - 1, above = s->tokens[v].head;
    if (s->tokens[v].tag == TAG_VBD && s->tokens[what].head == v && s->tokens[what].dep == DEP_NSUBJ) { /* "hailed the truce agreed to by both", read as what it agreed to */
        s->tokens[v].tag = TAG_VBN;
        s->tokens[what].dep = DEP_NSUBJ_PASS;
        if (s->tokens[v].dep == DEP_CCOMP && above < what) {
            s->tokens[what].head = (uint16_t)above;
            s->tokens[what].dep = DEP_OBJ;
            s->tokens[v].head = (uint16_t)what;
            s->tokens[v].dep = DEP_ACL;
        }
    }
    s->tokens[by - 1].head = (uint16_t)v;
    s->tokens[by - 1].dep = DEP_PRT;
    s->tokens[n].dep = DEP_AGENT;
    s->tokens[v].tag = TAG_VBN;
}

/* "put an offer on the table", read as an offer on the table: where it was put. */
static void mend_on_the_table(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t o = k->head, v = o < i ? s->tokens[o].head : s->count;
    if (i < 2 || k->dep != DEP_NMOD || strcmp(k->low, "table") != 0 || strcmp(s->tokens[i - 2].low, "on") != 0 || v >= o || s->tokens[o].dep != DEP_OBJ || !lexicon_is_one(s->tokens[v].lemma, "put", "lay", "place"))
        return;
    k->head = (uint16_t)v;
    k->dep = DEP_OBL;
}

void tree_mend_verbs(const sentence *s, uint32_t i)
{
    mend_agreed_to_by(s, i);
    mend_on_the_table(s, i);
    mend_spent_trying(s, i);
    mend_promised_to(s, i);
    mend_only_verb(s, i);
    mend_committed(s, i);
    mend_said_and(s, i);
    mend_ago(s, i);
    mend_considers(s, i);
    mend_behind_modal(s, i);
    mend_gerund(s, i);
    mend_bare(s, i);
    mend_to_participle(s, i);
    mend_gerund_subject(s, i);
    mend_meeting(s, i);
    mend_refuse(s, i);
    mend_did(s, i);
    mend_verb_before_plural(s, i);
    mend_text_to_do(s, i);
    mend_topic_joined(s, i);
    mend_modifier(s, i);
    mend_modifier_behind_comma(s, i);
    mend_second_infinitive(s, i);
    mend_text_doing(s, i);
    mend_text_calls(s, i);
    mend_verb(s, i);
    mend_verb_like(s, i);
    mend_active(s, i);
    mend_failed(s, i);
    mend_plans(s, i);
    mend_finite(s, i);
    mend_quoted_action(s, i);
    mend_like_adjective(s, i);
    mend_verb_with_subject(s, i);
    mend_due(s, i);
    mend_improved(s, i);
}
