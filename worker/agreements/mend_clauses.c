/* SPDX-License-Identifier: MIT */
/* Clauses whose verb or subject the reader took for something else, set right before the tree is built. */
#include <string.h>

#include "agreements.h"

/* Makes `v` the root in the place of `root`, with `subject`, and with what stands behind it and hung on the old root. */
static void make_root(const sentence *s, uint32_t v, uint32_t root, uint32_t subject)
{
    s->tokens[v].head = s->tokens[root].head;
    s->tokens[v].dep = DEP_ROOT;
    s->tokens[v].tag = TAG_VBD;
    s->tokens[subject].head = (uint16_t)v;
    s->tokens[subject].dep = DEP_NSUBJ;
    for (uint32_t i = v + 1; i < s->count; i++)
        if (s->tokens[i].head == root)
            s->tokens[i].head = (uint16_t)v;
}

/* Whether a verb has an object; a noun with an article and no preposition, behind a date or a place, is one too. */
static bool has_object(const sentence *s, uint32_t v)
{
    for (uint32_t i = v + 1; i < s->count; i++)
        if (s->tokens[i].head == v && (s->tokens[i].dep == DEP_OBJ || (s->tokens[i].dep == DEP_OBL && tree_is_bare_noun(s, v, i))))
            return true;
    return false;
}

/* "The foundation committed to X.", "A, B and C, their agency, signed in Lima a pact", its verb read as a participle: a sentence wants a verb. */
static void mend_root(const sentence *s)
{
    uint32_t root = tree_root(s), v = s->count;
    bool renamed = false;
    if (s->headline || root + 1 >= s->count || (s->tokens[root].pos != POS_NOUN && s->tokens[root].pos != POS_PROPN) || s->tokens[s->count - 1].pos != POS_PUNCT)
        return;
    for (uint32_t i = 0; i < s->count; i++) {
        const token *k = &s->tokens[i];
        if (k->dep == DEP_COP || k->dep == DEP_AUX || k->dep == DEP_AUX_PASS || (k->dep == DEP_NSUBJ && k->head < s->count && s->tokens[k->head].dep != DEP_RELCL) || k->dep == DEP_AGENT)
            return;
        if (k->head == root && k->dep == DEP_ACL && k->tag == TAG_VBN && v == s->count && (i == root + 1 || ((lexicon_classes(k->lemma) & CLASS_FAILING) && ((lexicon_classes(s->tokens[root].lemma) & (CLASS_TEXT | CLASS_TALKS)) || (root > 1 && strcmp(s->tokens[root].low, "fire") == 0))) || (renamed && i > 0 && s->tokens[i - 1].low[0] == ',') || (i > 0 && s->tokens[i - 1].low[0] == ',' && has_object(s, i))))
            v = i;
        uint32_t day = k->dep == DEP_ACL && k->tag == TAG_VBN && k->head + 1u == i ? k->head : s->count; /* "A and B on Monday signed a pact", the signing hung on Monday */
        if (v == s->count && day > root && day < s->count && lexicon_is_weekday(s->tokens[day].low) && s->tokens[day].head == root && has_object(s, i)) {
            s->tokens[day].dep = DEP_OBL;
            s->tokens[day].head = (uint16_t)i;
            v = i;
        }
        renamed |= (k->head == root && k->dep == DEP_APPOS && i > root && v == s->count) || (i == root + 1 && k->low[0] == ','); /* "Acme, its largest backer, committed to X" */
    }
    if (v == s->count)
        return;
    make_root(s, v, root, root);
}

/* "Talks between A and B over pay broke down", read as talks to pay. */
static void mend_talks_over(const sentence *s)
{
    uint32_t root = tree_root(s), topic = s->count, v = s->count;
    if (s->headline || root > 3 || root >= s->count || s->tokens[root].tag != TAG_NNS || !(lexicon_classes(s->tokens[root].lemma) & CLASS_TALKS))
        return;
    for (uint32_t i = root + 2; i < s->count && v == s->count; i++) {
        const token *k = &s->tokens[i];
        if (topic == s->count && k->head == root && k->dep == DEP_ACL && k->tag == TAG_VB && s->tokens[i - 1].head == i && s->tokens[i - 1].dep == DEP_MARK && lexicon_is_one(s->tokens[i - 1].low, "over", "on", "about"))
            topic = i;
        else if (topic < s->count && k->head == topic && k->dep == DEP_XCOMP && k->tag == TAG_VBD)
            v = i;
    }
    if (v == s->count)
        return;
    s->tokens[topic].pos = POS_NOUN;
    s->tokens[topic].tag = TAG_NONE;
    s->tokens[topic].dep = DEP_NMOD;
    s->tokens[topic - 1].dep = DEP_CASE;
    s->tokens[v].head = s->tokens[root].head;
    s->tokens[v].dep = DEP_ROOT;
    s->tokens[root].head = (uint16_t)v;
    s->tokens[root].dep = DEP_NSUBJ;
}

/* "Acme, which makes dyes, offered to X", "Two buyers, grocers in Lima, settled for X", the verb read as part of what stands between the commas. */
static void mend_interrupted_root(const sentence *s)
{
    enum { BETWEEN = 16 };
    uint32_t root = tree_root(s), v = s->count;
    if (s->headline || root + 3 >= s->count || s->tokens[root + 1].low[0] != ',' || (s->tokens[root].pos != POS_NOUN && s->tokens[root].pos != POS_PROPN))
        return;
    for (uint32_t i = root + 3; i < s->count && i < root + BETWEEN && v == s->count; i++) {
        const token *k = &s->tokens[i];
        bool hung = k->head > root && k->head < i && (k->dep == DEP_ACL || k->dep == DEP_CONJ || k->dep == DEP_ADVCL);
        if (s->tokens[i - 1].low[0] == ',' && hung && k->pos == POS_VERB && (k->tag == TAG_VBD || k->tag == TAG_VBN))
            v = i;
    }
    for (uint32_t i = 0; i < s->count; i++) {
        const token *k = &s->tokens[i];
        bool own = k->head == v && (k->dep == DEP_NSUBJ || k->dep == DEP_NSUBJ_PASS || k->dep == DEP_AUX_PASS || k->dep == DEP_AGENT || k->dep == DEP_CC);
        bool other = k->head == root && (k->dep == DEP_COP || k->dep == DEP_NSUBJ || k->dep == DEP_PARATAXIS || k->dep == DEP_CCOMP);
        if (own || other)
            return;
    }
    if (v == s->count)
        return;
    make_root(s, v, root, root);
}

/* "The union called off the strike after management agreed", "called" read as what was done to the union: the clause behind "after" has a subject of its own. */
static void mend_first_verb(const sentence *s, uint32_t v)
{
    uint32_t first = s->count, second = s->count, mark = s->count, called = s->count;
    if (s->headline || s->tokens[v].pos != POS_VERB || s->tokens[v].tag != TAG_VBD || s->tokens[v].head < s->count)
        return;
    for (uint32_t i = 0; i < v; i++) {
        const token *k = &s->tokens[i];
        if (k->head == v && k->dep == DEP_NSUBJ) {
            second = first < s->count ? i : second;
            first = first < s->count ? first : i;
        }
        if (k->head == v && k->dep == DEP_MARK && lexicon_is_one(k->low, "after", "because", "when"))
            mark = i;
        if (first < s->count && k->head == first && k->dep == DEP_ACL && k->tag == TAG_VBN && i < mark)
            called = i;
    }
    if (second == s->count || mark > second || called > mark)
        return;
    s->tokens[called].tag = TAG_VBD;
    s->tokens[called].dep = DEP_ROOT;
    s->tokens[called].head = s->tokens[v].head;
    s->tokens[first].head = (uint16_t)called;
    s->tokens[v].dep = DEP_ADVCL;
    s->tokens[v].head = (uint16_t)called;
}

/* "In March the Doe family, which X, had agreed", the family read as one more circumstance: no preposition stands before it, and the verb has no subject. */
static void mend_subject(const sentence *s, uint32_t v)
{
    enum { REACH = 30 };
    uint32_t c = s->count;
    if (s->headline || s->tokens[v].pos != POS_VERB || (s->tokens[v].dep != DEP_ROOT && s->tokens[v].dep != DEP_CCOMP) || s->tokens[v].tag == TAG_VB || s->tokens[v].tag == TAG_VBG)
        return;
    for (uint32_t i = v > REACH ? v - REACH : 0; i < v; i++) {
        const token *k = &s->tokens[i];
        if (k->head == v && (k->dep == DEP_NSUBJ || k->dep == DEP_NSUBJ_PASS || k->dep == DEP_CSUBJ || k->dep == DEP_EXPL || k->dep == DEP_AUX_PASS))
            return;
        if (k->head == v && k->dep == DEP_OBL && (k->pos == POS_NOUN || k->pos == POS_PROPN) && !(lexicon_classes(k->low) & CLASS_TIME))
            c = i;
    }
    for (uint32_t i = c > 8 && c < s->count ? c - 8 : 0; c < s->count && i < c; i++)
        if (s->tokens[i].head == c && s->tokens[i].dep == DEP_CASE)
            return;
    if (c == s->count || c == 0 || s->tokens[c - 1].dep == DEP_CASE)
        return;
    s->tokens[c].dep = DEP_NSUBJ;
}

/* "The airline pledged passengers would be paid", "pledged" read as what was done to the passengers: a clause without "that". */
static void mend_promised_clause(const sentence *s)
{
    enum { PHRASE = 6 };
    for (uint32_t v = 1; v + 2 < s->count; v++) {
        token *promise = &s->tokens[v];
        uint32_t would = v + 2, own = v - 1, verb, subject = s->count;
        if ((promise->tag != TAG_VBD && promise->tag != TAG_VBN) || promise->head < v || promise->head >= s->count || !(lexicon_classes(promise->lemma) & CLASS_PLEDGE) || (s->tokens[own].pos != POS_NOUN && s->tokens[own].pos != POS_PROPN))
            continue;
        bool who = s->tokens[own].pos == POS_PROPN || (own > 0 && s->tokens[own].upper) || parties_is_agent(s->tokens[own].lemma) || lexicon_sector(s->tokens[own].low) || (lexicon_classes(s->tokens[own].lemma) & (CLASS_PEOPLE | CLASS_GROUP | CLASS_TITLE));
        if (!who)
            continue; /* "the money promised victims will be paid" */
        while (would < s->count && would <= v + PHRASE && s->tokens[would].pos != POS_AUX && s->tokens[would].pos != POS_VERB && s->tokens[would].pos != POS_PUNCT && strcmp(s->tokens[would].low, "that") != 0)
            would++;
        if (would >= s->count || s->tokens[would].dep != DEP_AUX || !lexicon_is_one(s->tokens[would].low, "would", "will", "could") || (would > v + 2 && s->tokens[would - 1].pos == POS_PRON))
            continue; /* "promised fans he would stay" says to whom */
        verb = s->tokens[would].head;
        if (verb <= would || verb >= s->count || (promise->head != verb && promise->head > would))
            continue;
        for (uint32_t i = v + 1; i < would; i++)
            if (s->tokens[i].head == verb || s->tokens[i].head == v || s->tokens[i].head < v)
                subject = i;
        if (subject == s->count)
            continue;
        promise->tag = TAG_VBD;
        promise->dep = s->tokens[verb].dep;
        promise->head = s->tokens[verb].head;
        s->tokens[verb].dep = DEP_CCOMP;
        s->tokens[verb].head = (uint16_t)v;
        for (uint32_t i = 0; i < v; i++)
            if (s->tokens[i].head == verb || s->tokens[i].head == subject)
                s->tokens[i].head = (uint16_t)(s->tokens[i].head == verb ? v : own);
        s->tokens[own].head = (uint16_t)v;
        s->tokens[own].dep = DEP_NSUBJ;
        s->tokens[subject].head = (uint16_t)verb;
        if (s->tokens[subject].dep != DEP_NSUBJ_PASS)
            s->tokens[subject].dep = DEP_NSUBJ;
    }
}

/* "Before the vote Larch agreed", "before" read as opening the clause of the verb: it stands before a phrase, and the clause is the main one. */
static void mend_before(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t n = i + 1, v = k->head;
    if (k->dep != DEP_MARK || !(lexicon_is_one(k->low, "before", "after", "until") || strcmp(k->low, "since") == 0) || v >= s->count || v < i || s->tokens[v].dep != DEP_ROOT)
        return;
    while (n < v && s->tokens[n].head != v && s->tokens[n].pos != POS_PUNCT && !(s->tokens[n].dep == DEP_COMPOUND && s->tokens[i + 1].dep == DEP_DET && !s->tokens[n].upper && s->tokens[n].head < v && s->tokens[s->tokens[n].head].upper))
        n++;
    if (n < v && s->tokens[n].dep == DEP_COMPOUND && s->tokens[n].head < v && s->tokens[s->tokens[n].head].head == v) { /* "before the sale Acme agreed": a phrase with an article ends before a name */
        s->tokens[n].dep = DEP_OBL;
        s->tokens[n].head = (uint16_t)v;
    }
    if (n >= v || s->tokens[n].dep != DEP_OBL || (n + 1 < v && s->tokens[n + 1].dep == DEP_CASE && s->tokens[n + 1].head == n))
        return;
    k->dep = DEP_CASE;
    k->head = (uint16_t)n;
}

/* "Last year the bank agreed", "Glencore, the Swiss trader, agreed": the time read as what the bank stands beside, the name as one spoken to. */
static void mend_beside(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t h = k->head, v, other = s->count;
    if (s->headline || h >= s->count || (k->pos != POS_NOUN && k->pos != POS_PROPN) || (lexicon_classes(k->low) & CLASS_TIME))
        return;
    if (k->dep == DEP_APPOS && h < i && i <= h + 4 && (s->tokens[h].dep == DEP_OBL || s->tokens[h].dep == DEP_OBL_TIME) && (lexicon_classes(s->tokens[h].low) & CLASS_TIME) && s->tokens[h + 1].pos != POS_PUNCT) {
        v = s->tokens[h].head;
        if (v >= s->count || v < i || s->tokens[v].pos != POS_VERB)
            return;
        for (uint32_t c = i + 1; c < v; c++)
            if (s->tokens[c].head == v && (s->tokens[c].dep == DEP_NSUBJ || s->tokens[c].dep == DEP_NSUBJ_PASS))
                other = c;
        k->dep = other < s->count ? s->tokens[other].dep : DEP_NSUBJ;
        k->head = (uint16_t)v;
        for (uint32_t c = i + 1; c < v; c++)
            if (s->tokens[c].head == h)
                s->tokens[c].head = (uint16_t)i;
        if (other < s->count) {
            s->tokens[other].dep = DEP_APPOS;
            s->tokens[other].head = (uint16_t)i;
        }
    } else if (k->dep == DEP_VOCATIVE && k->pos == POS_PROPN && i + 4 < s->count && s->tokens[i + 1].low[0] == ',') {
        for (uint32_t c = i + 2; c < s->count && c < i + 10 && other == s->count && s->tokens[c].pos != POS_VERB; c++)
            if (s->tokens[c].dep == DEP_NSUBJ && s->tokens[c].head > c && s->tokens[c].head < s->count && s->tokens[c].pos == POS_NOUN)
                other = c;
        if (other == s->count || s->tokens[other + 1].low[0] != ',' || s->tokens[s->tokens[other].head].pos != POS_VERB)
            return;
        k->dep = DEP_NSUBJ;
        k->head = s->tokens[other].head;
        s->tokens[other].dep = DEP_APPOS;
        s->tokens[other].head = (uint16_t)i;
    }
}

/* "When talks resumed in Geneva, Norway, which hosted them, pledged X", the name read as one more place: what opens with "when" is not the main clause. */
static void mend_opening_clause(const sentence *s)
{
    static const char *const opening[] = {"when", "after", "as", "while", "since", "before", "because", "although", "though", "once"};
    uint32_t root = tree_root(s), v = s->count, x = s->count;
    if (s->headline || s->count < 8 || !LEXICON_IS_ANY(s->tokens[0].low, opening))
        return;
    for (uint32_t i = root + 1; i < s->count && v == s->count; i++) {
        const token *k = &s->tokens[i];
        if (k->head == root && (k->dep == DEP_CONJ || k->dep == DEP_ADVCL) && k->pos == POS_VERB && (k->tag == TAG_VBD || k->tag == TAG_VBN) && s->tokens[i - 1].low[0] == ',')
            v = i;
    }
    for (uint32_t i = 0; i < s->count; i++)
        if (s->tokens[i].head == v && (s->tokens[i].dep == DEP_NSUBJ || s->tokens[i].dep == DEP_NSUBJ_PASS || s->tokens[i].dep == DEP_AUX_PASS || s->tokens[i].dep == DEP_MARK || (i < v && s->tokens[i].dep == DEP_CC)))
            return;
    for (uint32_t i = 3; v < s->count && i < v && x == s->count; i++) {
        const token *k = &s->tokens[i];
        uint32_t first = s->tokens[i - 1].dep == DEP_DET && s->tokens[i - 1].head == i ? i - 1 : i;
        if (k->dep == DEP_CONJ && (k->pos == POS_PROPN || k->pos == POS_NOUN) && k->head < i && s->tokens[k->head].dep == DEP_OBL && s->tokens[first - 1].low[0] == ',' && s->tokens[i + 1].low[0] == ',')
            x = i;
    }
    if (x == s->count)
        return;
    for (uint32_t i = 0; i < v; i++) /* what is joined to the name says who it is */
        if (s->tokens[i].dep == DEP_CONJ && i > x && s->tokens[i].head == s->tokens[x].head) {
            s->tokens[i].head = (uint16_t)x;
            s->tokens[i].dep = DEP_APPOS;
        }
    make_root(s, v, root, x);
    if (root > x) { /* "which hosted them" was read as the main clause */
        for (uint32_t i = 0; i < x; i++)
            if (s->tokens[i].head == root)
                s->tokens[i].head = (uint16_t)v;
        s->tokens[root].dep = DEP_RELCL;
        s->tokens[root].head = (uint16_t)x;
    } else {
        s->tokens[root].dep = DEP_ADVCL;
        s->tokens[root].head = (uint16_t)v;
    }
}

/* "Envoys from 30 nations agreed", "envoys" read as a verb: nobody envoys, and the next verb has no subject. */
static void mend_people_verb(const sentence *s)
{
    uint32_t root = tree_root(s), v = s->count;
    if (s->headline || root + 3 >= s->count || s->tokens[root].tag != TAG_VBZ || !lexicon_is_one(s->tokens[root + 1].low, "from", "of", "for") || !(lexicon_classes(s->tokens[root].lemma) & (CLASS_PEOPLE | CLASS_TITLE | CLASS_GROUP)))
        return;
    for (uint32_t i = 0; i < s->count; i++) {
        const token *k = &s->tokens[i];
        if (k->head == root && (k->dep == DEP_NSUBJ || k->dep == DEP_NSUBJ_PASS))
            return;
        if (v == s->count && k->head == root && i > root && k->dep == DEP_CONJ && k->pos == POS_VERB && k->tag == TAG_VBD && s->tokens[i - 1].dep != DEP_CC)
            v = i;
    }
    if (v == s->count)
        return;
    s->tokens[v].dep = DEP_ROOT;
    s->tokens[v].head = s->tokens[root].head;
    for (uint32_t i = 0; i < s->count; i++)
        if (s->tokens[i].head == root && i != v && (i < root || i > v))
            s->tokens[i].head = (uint16_t)v;
        else if (s->tokens[i].head == root && s->tokens[i].dep == DEP_OBL)
            s->tokens[i].dep = DEP_NMOD;
    s->tokens[root].pos = POS_NOUN;
    s->tokens[root].tag = TAG_NNS;
    s->tokens[root].dep = DEP_NSUBJ;
    s->tokens[root].head = (uint16_t)v;
}

/* "It opened after guards and owners came to terms", read as "after guards, and owners came": both came, for what stands behind "after" are people. */
static void mend_joint_subject(const sentence *s, uint32_t v)
{
    uint32_t above = s->tokens[v].head, n = s->count, and = s->count, subject = s->count, after = s->count;
    if (s->headline || s->tokens[v].dep != DEP_CONJ || s->tokens[v].pos != POS_VERB || above >= v)
        return;
    for (uint32_t i = above + 1; i < v; i++) {
        const token *k = &s->tokens[i];
        if (k->head == v && k->dep == DEP_CC)
            and = i;
        if (k->head == v && k->dep == DEP_NSUBJ)
            subject = i;
    }
    for (uint32_t i = above + 1; and < s->count && i < and; i++) {
        if (s->tokens[i].head == above && s->tokens[i].dep == DEP_OBL)
            n = i;
        if (s->tokens[i].dep == DEP_CASE && lexicon_is_one(s->tokens[i].low, "after", "before", "until"))
            after = i;
    }
    if (n == s->count || subject == s->count || subject < and || after > n || s->tokens[after].head != n || n + 1 != and || s->tokens[and + 1].pos == POS_DET || !(s->tokens[n].upper || parties_is_agent(s->tokens[n].lemma) || (s->tokens[n].tag == TAG_NNS && s->tokens[subject].tag == TAG_NNS) || (lexicon_classes(s->tokens[n].lemma) & (CLASS_PEOPLE | CLASS_GROUP))) || (lexicon_classes(s->tokens[n].low) & CLASS_TIME))
        return;
    s->tokens[v].dep = DEP_ADVCL;
    s->tokens[n].head = (uint16_t)v;
    s->tokens[n].dep = DEP_NSUBJ;
    s->tokens[after].dep = DEP_MARK;
    s->tokens[after].head = (uint16_t)v;
    s->tokens[subject].head = (uint16_t)n;
    s->tokens[subject].dep = DEP_CONJ;
    s->tokens[and].head = (uint16_t)subject;
}

/* "without a deal after Chile refused to X", "after Chile" read as of the deal: who refused. "which 27 countries signed", read as countries that were signed. */
static void mend_own_subject(const sentence *s, uint32_t v)
{
    token *k = &s->tokens[v];
    uint32_t n = v > 0 ? v - 1 : 0, mark = s->count;
    if (v < 2 || (k->dep != DEP_ADVCL && k->dep != DEP_ACL) || k->pos != POS_VERB || (k->tag != TAG_VBD && k->tag != TAG_VBN) || s->headline || (s->tokens[n].pos != POS_NOUN && s->tokens[n].pos != POS_PROPN))
        return;
    for (uint32_t c = 0; c < v; c++)
        if (s->tokens[c].head == v && (s->tokens[c].dep == DEP_NSUBJ || s->tokens[c].dep == DEP_NSUBJ_PASS || s->tokens[c].dep == DEP_AUX_PASS))
            return;
    for (uint32_t c = n > 6 ? n - 6 : 0; c < n; c++) {
        if (s->tokens[c].head == n && s->tokens[c].dep == DEP_CASE && lexicon_is_one(s->tokens[c].low, "after", "before", "until"))
            mark = c;
        if (k->dep == DEP_ACL && k->head == n && s->tokens[n].dep == DEP_APPOS && s->tokens[n].head < c && s->tokens[c].head == n && s->tokens[c].dep == DEP_DET && strcmp(s->tokens[c].low, "which") == 0) {
            k->dep = DEP_RELCL;
            k->tag = TAG_VBD;
            k->head = s->tokens[n].head;
            s->tokens[n].head = s->tokens[c].head = (uint16_t)v;
            s->tokens[n].dep = DEP_NSUBJ;
            s->tokens[c].dep = DEP_OBJ;
            return;
        }
    }
    if (mark == s->count || k->dep != DEP_ADVCL || k->tag != TAG_VBD || s->tokens[n].dep != DEP_NMOD || k->head >= mark || (lexicon_classes(s->tokens[n].low) & CLASS_TIME))
        return;
    s->tokens[n].head = s->tokens[mark].head = (uint16_t)v;
    s->tokens[n].dep = DEP_NSUBJ;
    s->tokens[mark].dep = DEP_MARK;
}

/* "called off the strike planned for Friday after reaching a deal", read as what was planned after that. */
static void mend_after_reaching(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t acl = k->head, n = acl < i ? s->tokens[acl].head : s->count, v = n < acl ? s->tokens[n].head : s->count;
    if (k->dep != DEP_ADVCL || k->tag != TAG_VBG || v >= n || s->tokens[acl].dep != DEP_ACL || s->tokens[acl].tag != TAG_VBN || s->tokens[n].dep != DEP_OBJ || s->tokens[v].pos != POS_VERB || !lexicon_is_one(s->tokens[i - 1].low, "after", "before", "without") || s->tokens[i - 1].dep != DEP_MARK)
        return;
    k->head = (uint16_t)v;
}

/* "As part of the settlement Larch agreed", "Under the deal Larch agreed", the name read as part of the text's: who agreed. */
static void mend_name_behind_text(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i], *deed = &s->tokens[i > 0 ? i - 1 : 0];
    uint32_t v = i + 1;
    if (i < 3 || i > 8 || !k->upper || s->headline || s->shouted || deed->dep != DEP_COMPOUND || deed->head != i || deed->upper || !(lexicon_classes(deed->lemma) & CLASS_TEXT))
        return;
    while (v < s->count && v < i + 4 && (s->tokens[v].pos == POS_AUX || s->tokens[v].pos == POS_ADV || (s->tokens[v].upper && s->tokens[v].dep == DEP_FLAT)))
        v++;
    if (v >= s->count || v >= i + 4 || s->tokens[v].pos != POS_VERB || s->tokens[v].dep != DEP_ROOT)
        return;
    for (uint32_t c = 0; c < s->count; c++)
        if (s->tokens[c].head == v && (s->tokens[c].dep == DEP_NSUBJ || s->tokens[c].dep == DEP_NSUBJ_PASS))
            return;
    deed->head = k->head;
    deed->dep = k->dep;
    for (uint32_t c = 0; c + 1 < i; c++)
        if (s->tokens[c].head == i)
            s->tokens[c].head = (uint16_t)(i - 1);
    k->head = (uint16_t)v;
    k->dep = DEP_NSUBJ;
}

/* The tokens [from, v) as the name of who does `v`: its last word stands for it. */
static void hang_name(const sentence *s, uint32_t from, uint32_t v)
{
    for (uint32_t c = from; c < v; c++) {
        s->tokens[c].head = (uint16_t)(c + 1 == v ? v : v - 1);
        s->tokens[c].dep = c + 1 == v ? DEP_NSUBJ : DEP_COMPOUND;
    }
}

/* "with Lima rejecting demands", read as demands of a rejecting kind: who does what. */
static void mend_with_doing(const sentence *s, uint32_t v)
{
    uint32_t n = s->tokens[v].head, with = v;
    if (v < 2 || s->tokens[v].tag != TAG_VBG || s->tokens[v].dep != DEP_AMOD || n <= v || n >= s->count || n > v + 4 || !s->tokens[v - 1].upper || !(lexicon_classes(s->tokens[v].lemma) & (CLASS_REFUSE | CLASS_ACCEPT | CLASS_OFFER | CLASS_SIGN)))
        return;
    while (with > 0 && with + 5 > v && (with == v || s->tokens[with].upper))
        with--;
    if (strcmp(s->tokens[with].low, "with") != 0 || s->tokens[with].head != n)
        return;
    s->tokens[v].head = s->tokens[n].head;
    s->tokens[v].dep = DEP_ADVCL;
    s->tokens[n].head = (uint16_t)v;
    s->tokens[n].dep = DEP_OBJ;
    s->tokens[with].head = (uint16_t)v;
    s->tokens[with].dep = DEP_MARK;
    hang_name(s, with + 1, v);
}

/* "Under the pact Peru supplies copper", read as a pact that Peru supplies, or as Peru's kind of pact: who does it, under what. */
static void mend_under_text(const sentence *s)
{
    uint32_t n = 1, name, v;
    while (n < s->count && n < 6 && (s->tokens[n].pos == POS_DET || s->tokens[n].pos == POS_ADJ || s->tokens[n].pos == POS_NOUN || s->tokens[n].pos == POS_NUM) && !(lexicon_classes(s->tokens[n].lemma) & CLASS_TEXT))
        n++;
    for (name = v = n + 1; v < s->count && v < n + 6 && s->tokens[v].upper; v++)
        ;
    if (s->headline || v >= s->count || n < 2 || v == name || v >= n + 6 || strcmp(s->tokens[0].low, "under") != 0 || !(lexicon_classes(s->tokens[n].lemma) & CLASS_TEXT) || s->tokens[n].upper || s->tokens[v].tag != TAG_VBZ)
        return;
    bool relative = s->tokens[v].dep == DEP_RELCL && s->tokens[v].head == n && s->tokens[n].dep == DEP_ROOT, part = s->tokens[v].dep == DEP_ROOT && s->tokens[n].dep == DEP_COMPOUND;
    if (!relative && !part)
        return;
    if (relative) {
        s->tokens[v].head = s->tokens[n].head;
        s->tokens[v].dep = DEP_ROOT;
    }
    for (uint32_t c = 0; c < s->count; c++)
        if (c < n ? s->tokens[c].head >= n : c > v && s->tokens[c].head == n)
            s->tokens[c].head = (uint16_t)(c < n ? n : v);
    s->tokens[n].head = (uint16_t)v;
    s->tokens[n].dep = DEP_OBL;
    hang_name(s, name, v);
}

/* "hours after drivers voted", the hours read as those who did: when. */
static void mend_hours_after(const sentence *s, uint32_t i)
{
    uint32_t v = s->tokens[i].head;
    uint8_t subject = s->tokens[i].dep;
    if (i + 2 >= s->count || (subject != DEP_NSUBJ && subject != DEP_NSUBJ_PASS) || !((lexicon_classes(s->tokens[i].lemma) & CLASS_TIME) || lexicon_is_one(s->tokens[i].lemma, "hour", "minute", "moment")) || !lexicon_is_one(s->tokens[i + 1].low, "after", "before", "since") || v <= i + 2 || v >= s->count || s->tokens[i + 1].dep != DEP_CASE)
        return;
    uint32_t who = s->tokens[i + 1].head;
    if (who <= i || who >= v || !((s->tokens[who].dep == subject && s->tokens[who].head == v) || (s->tokens[who].dep == DEP_NMOD && s->tokens[who].head == i)))
        return;
    s->tokens[who].dep = subject;
    s->tokens[who].head = (uint16_t)v;
    s->tokens[i].dep = DEP_OBL;
    s->tokens[i + 1].dep = DEP_MARK;
    s->tokens[i + 1].head = (uint16_t)v;
}

/* "accepted it, according to two people, but balked", the people read as who balked. */
static void mend_according(const sentence *s, uint32_t i)
{
    uint32_t n = s->tokens[i].head, v = n < s->count ? s->tokens[n].head : s->count;
    if (strcmp(s->tokens[i].low, "according") != 0 || n <= i || v <= n || v >= s->count || s->tokens[n].dep != DEP_NSUBJ || s->tokens[v].dep != DEP_CONJ || s->tokens[v].head >= i)
        return;
    s->tokens[n].head = s->tokens[v].head;
    s->tokens[n].dep = DEP_OBL;
}

/* "he and leaders from both parties agreed", he read as the subject of the leaders. */
static void mend_he_and(const sentence *s, uint32_t i)
{
    uint32_t n = s->tokens[i].head, v = n < s->count ? s->tokens[n].head : s->count;
    if (i + 2 >= s->count || s->tokens[i].pos != POS_PRON || s->tokens[i].dep != DEP_NSUBJ || strcmp(s->tokens[i + 1].low, "and") != 0 || s->tokens[i + 1].head != n || n <= i + 1 || v >= s->count || (s->tokens[n].pos != POS_NOUN && s->tokens[n].pos != POS_PROPN) || s->tokens[n].dep != DEP_NSUBJ)
        return;
    s->tokens[i].head = (uint16_t)v;
    s->tokens[n].head = (uint16_t)i;
    s->tokens[n].dep = DEP_CONJ;
}

/* "talks on the lines Peru can use will continue", read as Peru using: two verbs with a tense, and the first is about the lines. */
static void mend_contact_clause(const sentence *s, uint32_t x)
{
    token *k = &s->tokens[x];
    uint32_t v = k->head, first = s->count, second = s->count;
    if (x < 4 || k->dep != DEP_XCOMP || v + 2 != x || s->tokens[v].pos != POS_VERB || s->tokens[x - 1].dep != DEP_AUX || s->tokens[x - 1].head != x || !lexicon_is_one(s->tokens[x - 1].low, "will", "would", "could"))
        return;
    for (uint32_t c = 0; c < v; c++)
        if (s->tokens[c].head == v && s->tokens[c].dep == DEP_NSUBJ) {
            second = first == s->count ? second : c;
            first = first == s->count ? c : first;
        }
    uint32_t about = second < s->count ? second - 1 : v - 2; /* the second subject may be read as part of the noun */
    if (first == s->count || about < first + 1 || s->tokens[about].pos != POS_NOUN || s->tokens[v - 1].dep != DEP_AUX || s->tokens[v - 1].head != v || (about != first && !tree_hangs_below(s, about, first)))
        return;
    k->head = s->tokens[v].head;
    k->dep = s->tokens[v].dep;
    s->tokens[v].head = (uint16_t)about;
    s->tokens[v].dep = DEP_RELCL;
    for (uint32_t c = 0; c < s->count; c++)
        if (s->tokens[c].head == v && (c == first || c > x || (c < first && s->tokens[c].dep != DEP_MARK)))
            s->tokens[c].head = (uint16_t)x;
}

/* "the accord Acme signed in May is a plus", read as the accord signing: two verbs with a tense, and the first is about the accord. */
static void mend_contact_name(const sentence *s, uint32_t v)
{
    uint32_t x = v - 1, first = x, n, w = s->count;
    if (v < 2 || s->tokens[v].pos != POS_VERB || (s->tokens[v].tag != TAG_VBD && s->tokens[v].tag != TAG_VBN) || !(lexicon_classes(s->tokens[v].lemma) & (CLASS_SIGN | CLASS_MAKE)))
        return;
    while (first > 0 && s->tokens[first].upper && s->tokens[first].pos == POS_PROPN)
        first--;
    n = first;
    if (first == x || !(lexicon_classes(s->tokens[n].lemma) & (CLASS_TEXT | CLASS_DUTY)) || s->tokens[n].pos != POS_NOUN || s->tokens[n].head != v || s->tokens[n].dep != DEP_NSUBJ)
        return; /* what is signed stands before who signed it, read as who did */
    for (uint32_t c = v + 1; c < s->count && w == s->count; c++)
        if ((s->tokens[c].dep == DEP_COP || s->tokens[c].dep == DEP_AUX || s->tokens[c].dep == DEP_AUX_PASS) && (s->tokens[c].head == v || s->tokens[s->tokens[c].head].head == v || s->tokens[c].head == s->tokens[v].head))
            w = s->tokens[c].head;
    if (w >= s->count || w <= v)
        return;
    if (s->tokens[v].head == w) { /* "cut is a plus" */
        s->tokens[n].head = (uint16_t)w;
        s->tokens[n].dep = s->tokens[v].dep;
    } else {
        s->tokens[w].head = s->tokens[v].head;
        s->tokens[w].dep = s->tokens[v].dep;
        s->tokens[n].head = (uint16_t)w;
        for (uint32_t c = w + 1; c < s->count; c++)
            s->tokens[c].head = s->tokens[c].head == v ? (uint16_t)w : s->tokens[c].head;
    }
    s->tokens[v].head = (uint16_t)n;
    s->tokens[v].dep = DEP_RELCL;
    s->tokens[x].head = (uint16_t)v;
    s->tokens[x].dep = DEP_NSUBJ;
    for (uint32_t c = first + 1; c < x; c++)
        if (s->tokens[c].head == v || s->tokens[c].head == n) {
            s->tokens[c].head = (uint16_t)x;
            s->tokens[c].dep = DEP_COMPOUND;
        }
}

/* "A and B are locked in talks": they are in talks. */
static void mend_locked_in(const sentence *s, uint32_t v)
{
    uint32_t n = s->count, be = s->count;
    if (s->tokens[v].tag != TAG_VBN || !lexicon_is_one(s->tokens[v].low, "locked", "involved", "engaged"))
        return;
    for (uint32_t c = v > 12 ? v - 12 : 0; c < s->count && c < v + 8; c++) {
        if (s->tokens[c].head != v)
            continue;
        if (c < v && s->tokens[c].dep == DEP_AUX_PASS)
            be = c;
        if (c > v + 1 && n == s->count && s->tokens[c].dep == DEP_OBL && (lexicon_classes(s->tokens[c].lemma) & CLASS_TALKS) && s->tokens[v + 1].head == c && !strcmp(s->tokens[v + 1].low, "in"))
            n = c;
    }
    if (be == s->count || n == s->count)
        return;
    tree_take_place(s, n, v, DEP_ADVMOD);
    s->tokens[be].dep = DEP_COP;
    for (uint32_t c = 0; c < s->count; c++)
        if (s->tokens[c].head == n && s->tokens[c].dep == DEP_NSUBJ_PASS)
            s->tokens[c].dep = DEP_NSUBJ;
        else if (s->tokens[c].head == n && c > n && s->tokens[c].dep == DEP_OBL)
            s->tokens[c].dep = DEP_NMOD;
        else if (s->tokens[c].head == n && c > n && s->tokens[c].dep == DEP_ADVCL)
            s->tokens[c].dep = DEP_ACL;
}

/* "had agreed for weeks that X", the clause read as one about the weeks. */
static void mend_agreed_for(const sentence *s, uint32_t i)
{
    uint32_t when = s->tokens[i].head, v = when < i ? s->tokens[when].head : s->count;
    if (s->tokens[i].dep != DEP_ACL || s->tokens[i].pos != POS_VERB || v >= when || !(lexicon_classes(s->tokens[when].lemma) & CLASS_TIME) || !(lexicon_classes(s->tokens[v].lemma) & (CLASS_AGREE | CLASS_PLEDGE)) || when + 1 >= i || strcmp(s->tokens[when + 1].low, "that") != 0 || s->tokens[when + 1].dep != DEP_MARK)
        return;
    s->tokens[i].head = (uint16_t)v;
    s->tokens[i].dep = DEP_CCOMP;
}

/* "ministers decided in Lima on Monday to X", X read as what for: nobody decides but to do something. */
static void mend_decided_to(const sentence *s, uint32_t i)
{
    uint32_t v = s->tokens[i].head;
    if (s->tokens[i].dep != DEP_ADVCL || s->tokens[i].tag != TAG_VB || v >= i || s->tokens[v].pos != POS_VERB || !(lexicon_classes(s->tokens[v].lemma) & CLASS_DECIDE) || s->tokens[i - 1].dep != DEP_MARK || strcmp(s->tokens[i - 1].low, "to") != 0 || s->tokens[i - 1].head != i)
        return;
    for (uint32_t c = v + 1; c < s->count; c++)
        if (s->tokens[c].head == v && (s->tokens[c].dep == DEP_XCOMP || s->tokens[c].dep == DEP_CCOMP || s->tokens[c].dep == DEP_OBJ))
            return;
    s->tokens[i].dep = DEP_XCOMP;
}

/* "The union, led by Jo Doe, and the company agreed", the union read as the sentence: it agreed, too. */
static void mend_lone_subject(const sentence *s, uint32_t v)
{
    token *k = &s->tokens[v];
    uint32_t h = k->head, other = v, and = 0;
    if (k->dep != DEP_CONJ || (k->tag != TAG_VBD && k->tag != TAG_VBZ && k->tag != TAG_VBP) || s->headline || h >= v || s->tokens[h].dep != DEP_ROOT || (s->tokens[h].pos != POS_NOUN && s->tokens[h].pos != POS_PROPN) || s->tokens[h + 1].low[0] != ',')
        return;
    for (uint32_t c = 0; c < v; c++) {
        if (s->tokens[c].head == h && (s->tokens[c].dep == DEP_COP || s->tokens[c].dep == DEP_NSUBJ || s->tokens[c].dep == DEP_CASE))
            return;
        other = s->tokens[c].head == v && s->tokens[c].dep == DEP_NSUBJ ? c : other;
        and = s->tokens[c].head == v && s->tokens[c].dep == DEP_CC ? c : and;
    }
    if (other == v || !and || and > other || other - and > 4 || s->tokens[and - 1].low[0] != ',' || strcmp(s->tokens[and].low, "and") != 0)
        return;
    k->head = s->tokens[h].head;
    k->dep = DEP_ROOT;
    s->tokens[h].head = (uint16_t)v;
    s->tokens[h].dep = DEP_NSUBJ;
    s->tokens[other].head = (uint16_t)h;
    s->tokens[other].dep = DEP_CONJ;
    s->tokens[and].head = (uint16_t)other;
    for (uint32_t c = v + 1; c < s->count; c++)
        if (s->tokens[c].head == h)
            s->tokens[c].head = (uint16_t)v;
}

/* "Following the summit in Lima, both sides agreed", the summit read as a subject too: what stands behind a preposition is none. */
static void mend_fronted_phrase(const sentence *s, uint32_t i)
{
    uint32_t v = s->tokens[i].head;
    bool fronted = false, other = false;
    if (s->headline || s->tokens[i].dep != DEP_NSUBJ || v <= i || v >= s->count)
        return;
    for (uint32_t c = 0; c < v; c++) {
        fronted |= c < i && s->tokens[c].head == i && s->tokens[c].dep == DEP_CASE && (c == 0 || s->tokens[c - 1].pos == POS_PUNCT);
        other |= c > i && s->tokens[c].head == v && s->tokens[c].dep == DEP_NSUBJ;
    }
    if (fronted && other)
        s->tokens[i].dep = DEP_OBL;
}

/* "agreed on the need for Peru to open its ports", what Peru is to do hung on "agreed": it is what is needed. */
static void mend_need_for(const sentence *s, uint32_t v)
{
    token *k = &s->tokens[v];
    if (v < 4)
        return;
    uint32_t who = v - 2, need = s->tokens[who].head, behind = s->count;
    if (need >= who || (k->dep != DEP_ADVCL && k->dep != DEP_XCOMP) || k->tag != TAG_VB || strcmp(s->tokens[v - 1].low, "to") != 0 || s->tokens[who].dep != DEP_NMOD || s->tokens[need].head != k->head || !lexicon_is_one(s->tokens[need].lemma, "need", "importance", "necessity"))
        return;
    for (uint32_t c = need + 1; c < who; c++)
        behind = s->tokens[c].head == who && s->tokens[c].dep == DEP_CASE ? c : behind;
    if (behind == need + 1 && !strcmp(s->tokens[behind].low, "for")) {
        k->head = (uint16_t)need;
        k->dep = DEP_ACL;
    }
}

/* "agreed for the ship to leave", "agreement was reached for it to leave", the ship read as for whom: it is to leave. */
static void mend_for_it_to(const sentence *s, uint32_t v)
{
    token *k = &s->tokens[v];
    uint32_t h = k->head, who = s->count, mark = s->count;
    if (v < 4 || h >= v || k->tag != TAG_VB || (k->dep != DEP_ADVCL && k->dep != DEP_XCOMP) || strcmp(s->tokens[v - 1].low, "to") != 0 || !((lexicon_classes(s->tokens[h].lemma) & CLASS_AGREE) || !strcmp(s->tokens[h].lemma, "reach")))
        return;
    for (uint32_t c = h + 1; c + 1 < v; c++)
        if (s->tokens[c].head == h && s->tokens[c].dep == DEP_OBL && (c + 2 == v || tree_hangs_below(s, v - 2, c)))
            who = c;
    for (uint32_t c = h + 1; c < who && who < s->count; c++)
        mark = s->tokens[c].head == who && s->tokens[c].dep == DEP_CASE && !strcmp(s->tokens[c].low, "for") ? c : mark;
    if (mark == s->count || (lexicon_classes(s->tokens[who].lemma) & (CLASS_TIME | CLASS_TEXT)))
        return;
    s->tokens[who].head = s->tokens[mark].head = (uint16_t)v;
    s->tokens[who].dep = DEP_NSUBJ;
    s->tokens[mark].dep = DEP_MARK;
    k->dep = DEP_CCOMP;
}

/* "said reaching a deal could be difficult", read as two things said: the first could be. */
static void mend_said_doing(const sentence *s, uint32_t i)
{
    uint32_t h = s->tokens[i].head, v = s->count;
    if (s->tokens[i].tag != TAG_VBG || s->tokens[i].dep != DEP_CCOMP || h >= i)
        return;
    for (uint32_t c = i + 1; c < s->count && v == s->count; c++)
        v = s->tokens[c].head == h && s->tokens[c].dep == DEP_CCOMP ? c : v;
    bool tensed = false;
    for (uint32_t c = i + 1; c < v && v < s->count; c++) {
        if (s->tokens[c].head == v && (s->tokens[c].dep == DEP_NSUBJ || s->tokens[c].dep == DEP_MARK || s->tokens[c].dep == DEP_CC || s->tokens[c].dep == DEP_NSUBJ_PASS))
            return;
        tensed |= s->tokens[c].head == v && (s->tokens[c].dep == DEP_AUX || s->tokens[c].dep == DEP_COP);
    }
    if (!tensed)
        return;
    s->tokens[i].head = (uint16_t)v;
    s->tokens[i].dep = DEP_CSUBJ;
}

/* "praised Peru's role in brokering the deal", the brokering hung on "praised": it was Peru's. */
static void mend_role_in(const sentence *s, uint32_t v)
{
    static const char *const roles[] = {"role", "part", "leadership", "success", "help"};
    token *k = &s->tokens[v];
    if (v < 4 || k->dep != DEP_ADVCL || k->tag != TAG_VBG || k->head >= v || strcmp(s->tokens[v - 1].low, "in") != 0 || s->tokens[v - 1].head != v)
        return;
    for (uint32_t n = v - 2; n > k->head && n + 4 > v - 2; n--) /* "the role | of Peru" */
        if (s->tokens[n].pos == POS_NOUN && LEXICON_IS_ANY(s->tokens[n].lemma, roles) && (n == v - 2 || tree_hangs_below(s, v - 2, n)) && tree_hangs_below(s, n, k->head)) {
            bool owned = false;
            for (uint32_t c = k->head + 1u; c < v; c++)
                owned |= s->tokens[c].head == n && s->tokens[c].upper && (s->tokens[c].dep == DEP_POSS || s->tokens[c].dep == DEP_NMOD);
            if (owned) {
                k->head = (uint16_t)n;
                k->dep = DEP_ACL;
            }
            return;
        }
}

/* "Recognizing the ties between A and B, the minister and the envoy committed to X", read as a sentence of its own to which the rest is joined: it opens the other. */
static void mend_opening_participle(const sentence *s)
{
    uint32_t v = s->count, n = s->count, and = s->count, first;
    if (s->headline || s->count < 6 || s->tokens[0].tag != TAG_VBG || s->tokens[0].dep != DEP_ROOT)
        return;
    for (uint32_t c = 2; c < s->count && v == s->count; c++)
        v = s->tokens[c].head == 0 && s->tokens[c].dep == DEP_CONJ && s->tokens[c].pos == POS_VERB && s->tokens[c].tag == TAG_VBD ? c : v;
    for (uint32_t c = 2; v < s->count && c < v; c++)
        n = s->tokens[c].head == v && s->tokens[c].dep == DEP_NSUBJ ? c : n;
    if (n == s->count)
        return;
    for (uint32_t c = 2; c < n; c++)
        and = s->tokens[c].head == n && s->tokens[c].dep == DEP_CC ? c : and;
    s->tokens[v].head = s->tokens[0].head;
    s->tokens[v].dep = DEP_ROOT;
    s->tokens[0].head = (uint16_t)v;
    s->tokens[0].dep = DEP_ADVCL;
    if (and == s->count || and < 4 || s->tokens[and - 1].dep != DEP_CONJ || s->tokens[and - 1].head >= and - 1)
        return;
    for (first = and - 1; first > 1 && s->tokens[first - 1].head == and - 1 && s->tokens[first - 1].pos != POS_PUNCT; first--) {}
    if (strcmp(s->tokens[first - 1].low, ",") == 0) { /* the first of two subjects, joined to what stands before the comma */
        s->tokens[and - 1].head = (uint16_t)v;
        s->tokens[and - 1].dep = DEP_NSUBJ;
        s->tokens[n].head = (uint16_t)(and - 1);
        s->tokens[n].dep = DEP_CONJ;
    }
}

void tree_mend_clauses(const sentence *s)
{
    mend_promised_clause(s);
    mend_opening_participle(s);
    mend_opening_clause(s);
    mend_people_verb(s);
    mend_root(s);
    mend_interrupted_root(s);
    mend_talks_over(s);
    mend_under_text(s);
}

void tree_mend_clause(const sentence *s, uint32_t v)
{
    mend_fronted_phrase(s, v);
    mend_need_for(s, v);
    mend_for_it_to(s, v);
    mend_said_doing(s, v);
    mend_role_in(s, v);
    mend_lone_subject(s, v);
    mend_locked_in(s, v);
    mend_decided_to(s, v);
    mend_agreed_for(s, v);
    mend_contact_clause(s, v);
    mend_contact_name(s, v);
    mend_hours_after(s, v);
    mend_according(s, v);
    mend_he_and(s, v);
    mend_first_verb(s, v);
    mend_before(s, v);
    mend_joint_subject(s, v);
    mend_after_reaching(s, v);
    mend_name_behind_text(s, v);
    mend_with_doing(s, v);
    mend_own_subject(s, v);
    mend_beside(s, v);
    mend_subject(s, v);
}
