/* SPDX-License-Identifier: MIT */
/* Headlines whose verb was taken for a noun: "Japan, Iran strike deal", or whose small words were misread. No treebank has headlines, and few words tell. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "agreements.h"

#define ASSENT (CLASS_AGREE | CLASS_PLEDGE | CLASS_OFFER | CLASS_ACCEPT | CLASS_REFUSE | CLASS_SIGN | CLASS_RENEW | CLASS_BREAK | CLASS_MAKE | CLASS_SETTLE | CLASS_LEAVE)

/* "strikes" to "strike", "rules" before "out" to "rule", where that, or the two, is a verb of assent; NULL for another word. */
static const char *lemma_before(arena *a, const char *low, const char *particle)
{
    char key[40];
    size_t n = strlen(low);
    for (size_t cut = particle ? 1 : 0; cut <= 2 && (!cut || (n > cut + 2 && low[n - 1] == 's')); cut++) {
        int length = snprintf(key, sizeof key, "%.*s%s%s", (int)(n - cut), low, particle ? "_" : "", particle ? particle : "");
        if (length < (int)sizeof key && (lexicon_classes(key) & ASSENT))
            return cut ? arena_string(a, low, n - cut) : low;
    }
    return NULL;
}

static const char *verb_lemma(arena *a, const char *low) { return lemma_before(a, low, NULL); }

static bool is_break(const token *k) { return !strcmp(k->low, ",") || !strcmp(k->low, "and") || !strcmp(k->low, "&"); }

static bool nominal(const token *k) { return k->pos == POS_NOUN || k->pos == POS_PROPN || k->upper; }

/* The names before the verb: the last word of each before its "of" is its head, the first name is the subject, the others its conjuncts. */
static void attach_subject(token *tokens, uint32_t v)
{
    uint32_t first = v;
    for (uint32_t from = 0, i = 0; i <= v; i++) {
        if (i < v && !is_break(&tokens[i]))
            continue;
        uint32_t head = i, of = i;
        while (head > from && !nominal(&tokens[head - 1]))
            head--;
        for (uint32_t k = i; k > from + 1; k--)
            if (!strcmp(tokens[k - 1].low, "of") && nominal(&tokens[k - 2]) && k < head)
                of = k - 1; /* "Ministry of Health signs" */
        uint32_t behind = head - 1;
        head = of < i ? of : head;
        if (head > from) {
            head--;
            for (uint32_t k = from; k < i; k++) {
                uint32_t own = k < of ? head : behind;
                if (k == own || k == of || !(k >= of || tokens[k].head < from || tokens[k].head >= of))
                    continue;
                tokens[k].head = (uint16_t)own;
                tokens[k].dep = tokens[k].pos == POS_ADJ ? DEP_AMOD : DEP_COMPOUND;
            }
            if (of < i) {
                tokens[of].head = (uint16_t)behind;
                tokens[of].dep = DEP_CASE;
                tokens[behind].head = (uint16_t)head;
                tokens[behind].dep = DEP_NMOD;
            }
            tokens[head].head = (uint16_t)(first == v ? v : first);
            tokens[head].dep = first == v ? DEP_NSUBJ : DEP_CONJ;
            first = first == v ? head : first;
        }
        if (i < v) {
            tokens[i].head = (uint16_t)(i + 1);
            tokens[i].dep = tokens[i].low[0] == ',' ? DEP_PUNCT : DEP_CC;
        }
        from = i + 1;
    }
}

/* What follows: the first nominal that hung on something before is the object. */
static void attach_object(token *tokens, uint32_t v, uint32_t count, bool object)
{
    for (uint32_t i = v + 1; i < count; i++) {
        token *k = &tokens[i];
        if (k->head > v && k->head < count)
            continue;
        bool marked = false, infinitive = false;
        for (uint32_t c = v + 1; c < i; c++) {
            marked |= tokens[c].head == i && tokens[c].dep == DEP_CASE;
            infinitive |= tokens[c].head == i && tokens[c].dep == DEP_MARK;
        }
        k->head = (uint16_t)v;
        if (k->pos == POS_VERB && infinitive)
            k->dep = DEP_XCOMP;
        else if (nominal(k) && !marked && object)
            k->dep = DEP_OBJ, object = false;
        else if (nominal(k))
            k->dep = DEP_OBL;
    }
}

/* "Republic of Kenya Signs Pact", its verb read as a noun's: what hangs on a verb between its subject and it belongs to the subject. */
static void mend_subject_phrase(const sentence *s, uint32_t v)
{
    uint32_t subject = s->count;
    for (uint32_t i = 0; i < v; i++)
        if (s->tokens[i].head == v && s->tokens[i].dep == DEP_NSUBJ && subject == s->count)
            subject = i;
    for (uint32_t i = subject + 1, of = s->count; i < v; i++) {
        token *k = &s->tokens[i];
        if (k->head == v && k->dep == DEP_CASE) {
            of = i;
        } else if (k->head == v && k->dep == DEP_COMPOUND && of < i) {
            k->head = (uint16_t)subject;
            k->dep = DEP_NMOD;
            s->tokens[of].head = (uint16_t)i;
        }
    }
}

/* Whether the object of a verb, right behind it, is a text. */
static bool text_behind(const sentence *s, uint32_t v)
{
    return v + 1 < s->count && s->tokens[v + 1].head == v && s->tokens[v + 1].dep == DEP_OBJ && (lexicon_classes(s->tokens[v + 1].low) & CLASS_TEXT);
}

/* Nouns of agreement read as verbs, or as hung on the word before: "close to deal", "resume talks", "rejects Apex offer", "seals wages pact". */
static void mend_nouns(arena *a, const sentence *s)
{
    static const char *const nearing[] = {"close", "closer", "near", "nearer"};
    for (uint32_t i = 1; i < s->count; i++) {
        token *k = &s->tokens[i], *before = k - 1;
        uint32_t v = k->head, g = v < s->count ? s->tokens[v].head : s->count;
        if (!((lexicon_classes(k->low) | lexicon_classes(k->lemma)) & (CLASS_TEXT | CLASS_BID | CLASS_TALKS)) && strcmp(k->low, "talks") != 0)
            continue;
        for (uint32_t c = i + 1; c < s->count && k->pos == POS_NOUN; c++)
            if (s->tokens[c].head == i && s->tokens[c].dep == DEP_OBL)
                s->tokens[c].dep = DEP_NMOD;
        if (v >= i)
            continue;
        bool to = before->dep == DEP_MARK && before->head == i && !strcmp(before->low, "to"), verb = k->pos == POS_VERB;
        bool pair = verb && i > 2 && before[-1].low[0] == '-' && !strcmp(k->low, "talks"); /* "Acme-Apex talks" */
        if (verb && to && k->dep == DEP_XCOMP && LEXICON_IS_ANY(s->tokens[v].low, nearing)) { /* "close to deal" */
            before->dep = DEP_CASE;
            k->dep = DEP_OBL;
        } else if (v == i - 1 && (before->pos == POS_NOUN || before->pos == POS_PROPN) && (k->dep == DEP_OBJ || (k->dep == DEP_FLAT && before->dep == DEP_OBJ)) && g < s->count) { /* "over wages deal", "Turns Down Apex Bid" */
            k->head = before->head;
            k->dep = before->dep;
            before->head = (uint16_t)i;
            before->dep = DEP_COMPOUND;
            for (uint32_t c = 0; c < s->count; c++)
                if (c != i && s->tokens[c].head == i - 1 && (s->tokens[c].dep == DEP_CASE || c > i))
                    s->tokens[c].head = (uint16_t)i;
        } else if (verb && !to && k->dep == DEP_ACL && v == i - 1 && verb_lemma(a, before->low)) { /* "drops bid" */
            k->dep = DEP_OBJ;
        } else if (!to && ((verb && k->dep == DEP_OBJ) || pair || ((k->dep == DEP_XCOMP || (k->dep == DEP_ACL && k->tag != TAG_VBN && k->tag != TAG_VBG && before->dep == DEP_OBJ) || k->dep == DEP_CCOMP || (k->dep == DEP_OBL && before->head == v && before->dep == DEP_OBJ)) && before->head <= i && nominal(before)))) {
            if (!pair && v == i - 1 && !(before->pos == POS_VERB && verb_lemma(a, before->low))) { /* "rebuffs buyout bid from Apex", not "signs deal" */
                tree_take_place(s, i, i - 1, DEP_COMPOUND);
                before->head = (uint16_t)i;
            }
            k->dep = pair ? k->dep : DEP_OBJ;
            if (before->head == i || (before->head == v && before->dep == DEP_OBJ)) {
                before->head = (uint16_t)i;
                before->dep = DEP_COMPOUND;
            }
        } else {
            continue;
        }
        if (!verb)
            continue;
        k->pos = POS_NOUN;
        k->tag = k->low[strlen(k->low) - 1] == 's' ? TAG_NNS : TAG_NONE;
        for (uint32_t c = i + 1; c < s->count; c++)
            if (s->tokens[c].head == i && s->tokens[c].dep == DEP_OBL)
                s->tokens[c].dep = DEP_NMOD;
    }
}

/* "Talks on pact collapse", its verb read as a noun: it is what becomes of the talks. */
static void mend_fate(arena *a, const sentence *s, uint32_t root)
{
    uint32_t talks = s->count;
    for (uint32_t i = 0; i < s->count; i++) {
        token *k = &s->tokens[i];
        if (k->pos == POS_VERB || k->pos == POS_AUX)
            return;
        if (talks == s->count && (lexicon_classes(k->low) | lexicon_classes(k->lemma)) & (CLASS_TALKS | CLASS_TEXT))
            talks = i;
    }
    for (uint32_t v = talks + 1; v < s->count; v++) {
        token *k = &s->tokens[v];
        size_t n = strlen(k->low);
        const char *lemma = k->low[n - 1] == 's' ? arena_string(a, k->low, n - 1) : k->low;
        if (!lemma || !(lexicon_classes(lemma) & CLASS_FAILING) || (v + 1 < s->count && s->tokens[v + 1].pos != POS_ADP && s->tokens[v + 1].pos != POS_PUNCT && s->tokens[v + 1].pos != POS_ADV))
            continue;
        for (uint32_t i = 0; i < v; i++) /* the talks, and what was before them, are the subject's */
            if (i != talks && (s->tokens[i].head == v || i == root)) {
                s->tokens[i].head = (uint16_t)talks;
                s->tokens[i].dep = nominal(&s->tokens[i]) && i > 0 && s->tokens[i - 1].pos == POS_ADP ? DEP_NMOD : i == root ? DEP_COMPOUND : s->tokens[i].dep;
            }
        for (uint32_t i = v + 1; i < s->count; i++)
            if (s->tokens[i].head < v)
                s->tokens[i].head = (uint16_t)v;
        s->tokens[talks].head = (uint16_t)v;
        s->tokens[talks].dep = DEP_NSUBJ;
        k->head = s->count;
        k->dep = DEP_ROOT;
        k->lemma = lemma;
        k->pos = POS_VERB;
        k->tag = k->low[n - 1] == 's' ? TAG_VBZ : TAG_VBP;
        return;
    }
}

/* "Larch and Boden sign pact in Lima, Peru says", its first verb read as a noun: what comes before the teller is a headline by itself. */
static bool mend_before_teller(arena *a, const sentence *s, uint32_t root)
{
    enum { TELLER = 4, LEAST = 4 };
    uint32_t first = root;
    if (root + 1 != s->count || !(lexicon_classes(s->tokens[root].lemma) & CLASS_REPORT))
        return false;
    while (first > 0 && root - first <= TELLER && s->tokens[first - 1].low[0] != ',')
        first--;
    sentence before = *s;
    before.count = first > 0 ? first - 1 : 0;
    if (before.count < LEAST || s->tokens[before.count].low[0] != ',')
        return false;
    for (uint32_t i = 0; i < before.count; i++)
        if (s->tokens[i].tag == TAG_VBZ || s->tokens[i].tag == TAG_VBP || s->tokens[i].tag == TAG_VBD || s->tokens[i].tag == TAG_MD)
            return false;
    for (uint32_t i = 0; i < before.count; i++)
        s->tokens[i].head = s->tokens[i].head < before.count ? s->tokens[i].head : (uint16_t)before.count;
    uint32_t v = tree_root(&before), who = v > 0 && v < before.count && s->tokens[v].tag == TAG_VBG ? 0 : before.count;
    while (who < before.count && !(s->tokens[who].head == v && s->tokens[who].dep == DEP_NSUBJ))
        who++;
    if (who < before.count) { /* "Larch and Boden sign pact ending feud", read as Larch's ending it */
        s->tokens[who].head = (uint16_t)before.count;
        s->tokens[v].head = (uint16_t)who;
        s->tokens[v].dep = DEP_ACL;
    }
    headline_mend(a, &before);
    v = tree_root(&before);
    bool found = v < before.count && s->tokens[v].pos == POS_VERB;
    for (uint32_t i = 0; i <= before.count; i++)
        if (s->tokens[i].head >= before.count && !(found && i == v))
            s->tokens[i].head = (uint16_t)(found ? v : root);
    if (found) {
        s->tokens[v].head = (uint16_t)s->count;
        s->tokens[root].head = (uint16_t)v;
        s->tokens[root].dep = DEP_PARATAXIS;
    }
    return found;
}

/* "Peru, Chile pledge to ratify accord", read as a pledge of theirs that ratifies. */
static bool mend_pledge_to(arena *a, const sentence *s, uint32_t root)
{
    uint32_t v = root - 2;
    if (root < 3 || s->tokens[root].tag != TAG_VB || strcmp(s->tokens[root - 1].low, "to") != 0 || s->tokens[v].pos != POS_NOUN || s->tokens[v].upper || !nominal(&s->tokens[v - 1]) || !(lexicon_classes(s->tokens[v].low) & CLASS_DUTY) || !verb_lemma(a, s->tokens[v].low))
        return false;
    s->tokens[v].lemma = verb_lemma(a, s->tokens[v].low);
    attach_subject(s->tokens, v);
    s->tokens[v].head = (uint16_t)s->count;
    s->tokens[v].dep = DEP_ROOT;
    s->tokens[v].pos = POS_VERB;
    s->tokens[v].tag = s->tokens[v].low[strlen(s->tokens[v].low) - 1] == 's' ? TAG_VBZ : TAG_VBP;
    s->tokens[root].head = (uint16_t)v;
    s->tokens[root].dep = DEP_XCOMP;
    return true;
}

/* "Army, rebels break truce-monitors", as older wires set off who says so. */
static void mend_teller_behind_dash(const sentence *s)
{
    static const char *const tellers[] = {"monitors", "official", "officials", "source", "sources", "minister", "police", "army", "report", "reports", "paper", "media", "mediator", "mediators", "aide", "spokesman"};
    uint32_t n = s->count - 1, noun = s->count - 3;
    if (s->count < 5 || s->tokens[n - 1].low[0] != '-' || s->tokens[n - 1].low[1] || !LEXICON_IS_ANY(s->tokens[n].low, tellers) || s->tokens[noun].head != n || s->tokens[n].upper || s->tokens[n].head >= n)
        return;
    tree_take_place(s, noun, n, DEP_PARATAXIS);
    s->tokens[n - 1].head = (uint16_t)n;
}

/* "Official: Plea deal near for mayor": how near it is is what the headline says. */
static bool mend_near(const sentence *s)
{
    static const char *const how[] = {"near", "close", "likely", "imminent", "possible", "closer", "nearer", "unlikely"};
    uint32_t near = 1, root = tree_root(s);
    while (near < s->count && !(LEXICON_IS_ANY(s->tokens[near].low, how) && (lexicon_classes(s->tokens[near - 1].low) & CLASS_TEXT)))
        near++;
    if (near >= s->count || (near + 1 < s->count && s->tokens[near + 1].pos != POS_ADP && s->tokens[near + 1].pos != POS_PUNCT))
        return false;
    for (uint32_t i = 0; i < s->count; i++)
        if (s->tokens[i].tag == TAG_VBZ || s->tokens[i].tag == TAG_VBD || s->tokens[i].tag == TAG_MD || s->tokens[i].dep == DEP_AUX || s->tokens[i].dep == DEP_COP)
            return false;
    uint32_t noun = near - 1;
    if (root >= s->count || (root != noun && s->tokens[noun].head != root) || (s->tokens[near].head != noun && s->tokens[near].head != root && near != root))
        return false;
    s->tokens[noun].pos = POS_NOUN;
    s->tokens[near].pos = POS_ADJ;
    s->tokens[near].lemma = s->tokens[near].low;
    for (uint32_t i = 0; i < s->count; i++) {
        token *k = &s->tokens[i];
        if (i < noun && k->head == noun)
            k->dep = k->dep == DEP_NSUBJ ? DEP_COMPOUND : k->dep;
        if (i > near && (k->head == noun || k->head == root))
            k->head = (uint16_t)near;
    }
    if (root == near || root == noun) {
        s->tokens[near].head = (uint16_t)s->count;
        s->tokens[near].dep = DEP_ROOT;
    } else {
        s->tokens[near].head = (uint16_t)root;
        s->tokens[near].dep = DEP_PARATAXIS;
    }
    s->tokens[noun].head = (uint16_t)near;
    s->tokens[noun].dep = DEP_NSUBJ;
    return true;
}

void headline_mend(arena *a, const sentence *s)
{
    if (s->headline) {
        if (mend_near(s))
            return;
        mend_teller_behind_dash(s);
        mend_nouns(a, s);
    }
    uint32_t root = tree_root(s);
    token *verb = root < s->count ? &s->tokens[root] : NULL;
    if (s->headline && verb && verb->pos == POS_VERB && (mend_before_teller(a, s, root) || mend_pledge_to(a, s, root)))
        return;
    if (s->headline && verb && root > 1 && verb->pos == POS_VERB && (nominal(verb - 1) || (verb[-1].pos == POS_VERB && verb[-1].dep == DEP_NSUBJ)) && (!verb[-1].upper || verb[-1].low[strlen(verb[-1].low) - 1] == 's') && verb_lemma(a, verb[-1].low) && ((lexicon_classes(verb->low) & (CLASS_TEXT | CLASS_BID)) || (!verb_lemma(a, verb->low) && text_behind(s, root)))) { /* "Acme signs deal", the deal for the verb; "Acme seals wages pact" */
        verb[-1].pos = POS_NOUN; /* until it is found to be the verb */
        if (!(lexicon_classes(verb->low) & (CLASS_TEXT | CLASS_BID))) { /* a part of the pact's name */
            verb[1].head = verb->head;
            verb[1].dep = verb->dep;
            verb->head = (uint16_t)(root + 1);
            verb->dep = DEP_COMPOUND;
            for (uint32_t c = 0; c < s->count; c++)
                if (s->tokens[c].head == root)
                    s->tokens[c].head = (uint16_t)(root + 1);
            verb->pos = POS_NOUN;
            verb->tag = TAG_NONE;
            verb++;
            root++;
        }
        verb->pos = POS_NOUN;
        verb->tag = TAG_NONE;
    }
    bool name = verb && root > 0 && verb->upper && !verb_lemma(a, verb->low); /* "Acme, Sprint close to pact": a name taken for the verb */
    if (s->headline && verb && verb->pos == POS_VERB && root + 1 < s->count && (verb_lemma(a, verb->low)) && verb[1].pos == POS_ADJ && verb[1].head == root && (lexicon_classes(verb[1].low) & CLASS_TEXT)) { /* "State, Tribe Sign Compact on Betting" */
        verb[1].pos = POS_NOUN;
        verb[1].dep = DEP_OBJ;
    }
    uint32_t raised = root + 1; /* "Acme rejects sweetened bid", read as what the bid is made to do */
    if (s->headline && verb && verb->pos == POS_VERB && raised < s->count && s->tokens[raised].pos == POS_VERB && (s->tokens[raised].tag == TAG_VBN || s->tokens[raised].tag == TAG_VBD) && s->tokens[raised].head == root)
        for (uint32_t o = raised + 1; o < s->count && o < raised + 5; o++)
            if (s->tokens[o].head == raised && s->tokens[o].dep == DEP_OBJ && (lexicon_classes(s->tokens[o].low) & (CLASS_TEXT | CLASS_BID))) {
                s->tokens[o].head = (uint16_t)root;
                s->tokens[raised].head = (uint16_t)o;
                s->tokens[raised].dep = DEP_AMOD;
                s->tokens[raised].pos = POS_ADJ;
                break;
            }
    for (uint32_t k = root + 1; s->headline && verb && verb->pos == POS_VERB && k < s->count && k < root + 4; k++) { /* "Acme rejects Apex $11 billion offer", Apex for a verb */
        uint32_t o = k + 1;
        while (o < s->count && !(s->tokens[o].head == k && s->tokens[o].dep == DEP_OBJ))
            o++;
        if (s->tokens[k].pos != POS_VERB || !s->tokens[k].upper || s->tokens[k].head != root || s->tokens[k].dep != DEP_OBJ || o == s->count)
            continue;
        s->tokens[o].head = (uint16_t)root;
        s->tokens[k].head = (uint16_t)o;
        s->tokens[k].dep = DEP_COMPOUND;
        s->tokens[k].pos = POS_PROPN;
        s->tokens[k].tag = TAG_NONE;
    }
    if (s->headline && verb && verb->pos == POS_VERB)
        mend_subject_phrase(s, root);
    if (!s->headline || !verb || ((verb->pos == POS_VERB || verb->pos == POS_AUX) && !name))
        return;
    uint32_t capitals = 0;
    bool several = false;
    for (uint32_t i = 0; i < s->count; i++)
        capitals += s->tokens[i].upper;
    for (uint32_t v = 1; v + 1 < s->count; v++) {
        several |= is_break(&s->tokens[v]);
        token *k = &s->tokens[v], *next = k + 1;
        bool to = !strcmp(next->low, "to"), near = (lexicon_classes(k->low) & CLASS_NEARBY) && (to || nominal(next));
        bool title_case = 2 * capitals > s->count && (k->low[strlen(k->low) - 1] == 's' || several || k[-1].tag == TAG_NNS || (k->dep == DEP_ACL && k->head + 1u == v)); /* "President Doe Announces Pact", "Kenya and Uganda Sign Pact", "Pilots Reject Contract" */
        bool leaves = (!strcmp(next->low, "from") || !strcmp(next->low, "out")) && k->low[strlen(k->low) - 1] == 's' && !(lexicon_classes(k->low) & CLASS_LEAVE); /* "Norway withdraws from pact" */
        const char *phrasal = v + 2 < s->count ? lemma_before(a, k->low, next->low) : NULL; /* "Doe rules out deal" */
        bool measured = next->pos == POS_SYM || next->pos == POS_INTJ || next->pos == POS_X; /* "signs $5bn deal", "multi-year deal" */
        bool joined = k->dep == DEP_CONJ && k->head == root && several && k->tag != TAG_VBN && k->tag != TAG_VBG; /* "University of Leeds and Acme Sign Pact" */
        if ((k->upper && !title_case && strcmp(k->low, "near") != 0) || (k->pos == POS_VERB && !joined) || (k->pos == POS_ADP && strcmp(k->low, "near") != 0) || !nominal(k - 1) || !(nominal(next) || next->pos == POS_ADJ || next->pos == POS_DET || next->pos == POS_NUM || to || leaves || measured || phrasal))
            continue;
        bool sum = (k[-1].tag == TAG_NNS || k[-1].tag == TAG_NNPS) && (next->pos == POS_NUM || next->pos == POS_SYM || lexicon_is_one(next->low, "millions", "billions", "trillions")); /* "Donor nations pledge billions" */
        bool noun = !sum && (lexicon_classes(k->low) & (CLASS_TEXT | CLASS_DUTY | CLASS_BID)) && !(to && (k[-1].tag == TAG_NNS || k[-1].tag == TAG_NNPS || (several && k[-1].upper))); /* but "Oil firms pledge to X", "Peru, Chile pledge to X" */
        const char *lemma = near ? k->low : phrasal ? phrasal : noun ? NULL : verb_lemma(a, k->low);
        if (!lemma)
            continue;
        uint16_t above = s->tokens[root].head;
        attach_subject(s->tokens, v);
        if (phrasal) {
            next->head = (uint16_t)v;
            next->dep = DEP_PRT;
        }
        attach_object(s->tokens, v, s->count, !near);
        k->head = above;
        k->dep = DEP_ROOT;
        if (!near) {
            k->lemma = lemma;
            k->pos = POS_VERB;
            k->tag = k->low[strlen(k->low) - 1] == 's' ? TAG_VBZ : TAG_VBP;
            mend_nouns(a, s); /* what hangs on the verb found */
        } else {
            k->pos = POS_ADJ;
        }
        return;
    }
    mend_fate(a, s, root);
}

/* "Japan, Norway to sign pact": a headline whose only verb is the infinitive has it for its verb. */
static void mend_headline(const sentence *s)
{
    uint32_t root = tree_root(s), v = s->count;
    if (!s->headline || root >= s->count || (s->tokens[root].pos != POS_PROPN && !s->tokens[root].upper && !((lexicon_classes(s->tokens[root].lemma) & (CLASS_PEOPLE | CLASS_BUSINESS)) || lexicon_sector(s->tokens[root].low) || parties_is_agent(s->tokens[root].lemma))))
        return; /* "Pub chain to sell X" */
    for (uint32_t i = 0; i < s->count; i++) {
        if (s->tokens[i].dep == DEP_NSUBJ || s->tokens[i].dep == DEP_NSUBJ_PASS)
            return;
        if (i > root && v == s->count && s->tokens[i].head == root && (s->tokens[i].dep == DEP_ACL || s->tokens[i].dep == DEP_PARATAXIS) && s->tokens[i].tag == TAG_VB && !strcmp(s->tokens[i - 1].low, "to"))
            v = i;
    }
    if (v == s->count || s->tokens[v - 1].dep != DEP_MARK)
        return;
    s->tokens[v].head = s->tokens[root].head;
    s->tokens[v].dep = DEP_ROOT;
    s->tokens[root].head = (uint16_t)v;
    s->tokens[root].dep = DEP_NSUBJ;
}

/* "India, Pakistan extend truce", India read as who is called. */
static void mend_called(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    if (k->dep != DEP_VOCATIVE || !k->upper || k->head >= s->count || k->head <= i || s->tokens[k->head].pos != POS_VERB)
        return;
    for (uint32_t c = 0; c < s->count; c++)
        if (s->tokens[c].head == k->head && s->tokens[c].dep == DEP_NSUBJ)
            return;
    k->dep = DEP_NSUBJ;
}

/* "Strike off after pay deal", "pulls out of whaling pact", the preposition read as what opens a clause, or hung inside the phrase. */
static void mend_headline_case(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    if (k->dep != DEP_MARK)
        return;
    uint32_t h = k->head;
    while (h < s->count && h > i && s->tokens[h].dep == DEP_COMPOUND && s->tokens[h].head > h)
        h = s->tokens[h].head;
    if (strcmp(k->low, "after") == 0 && h < s->count && h > i && s->tokens[h].pos == POS_NOUN && (s->tokens[h].dep == DEP_ADVCL || s->tokens[h].dep == DEP_OBL)) {
        k->dep = DEP_CASE;
        k->head = (uint16_t)h;
        s->tokens[h].dep = DEP_OBL;
    } else if (strcmp(k->low, "of") == 0 && k->head == i + 1 && s->tokens[i + 1].dep == DEP_AMOD && s->tokens[i + 1].head > i + 1 && s->tokens[i + 1].head < s->count) {
        k->dep = DEP_CASE;
        k->head = s->tokens[i + 1].head;
    }
}

/* "Rice talks end without accord", "talks" read as what rice does. */
static void mend_talks_end(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i], *next = &s->tokens[i + 1];
    if ((strcmp(k->low, "talks") != 0 && strcmp(k->low, "negotiations") != 0) || next->pos != POS_NOUN || !((next->head == i && k->pos == POS_VERB) || k->head == i + 1) || !lexicon_is_one(next->low, "end", "collapse", "stall"))
        return;
    if (next->head == i)
        tree_take_place(s, i + 1, i, DEP_NSUBJ);
    k->pos = POS_NOUN;
    k->tag = TAG_NNS;
    k->dep = DEP_NSUBJ;
    next->pos = POS_VERB;
    next->tag = TAG_VBP;
    for (uint32_t c = 0; c < s->count; c++) {
        token *o = &s->tokens[c];
        if (o->head == i + 1 && c < i) {
            o->head = (uint16_t)i;
            o->dep = o->dep == DEP_NSUBJ ? DEP_COMPOUND : o->dep;
        } else if (o->head == i + 1 && o->dep == DEP_NMOD) {
            o->dep = DEP_OBL;
        }
    }
}

/* "Talks to end violence collapse", read as a collapse that is to end: it is what becomes of the talks. */
static void mend_talks_to_end(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i], *v = &s->tokens[k->head < s->count ? k->head : 0];
    uint32_t end = k->head, talks = s->count, thing = i - 1;
    bool last = i + 1 == s->count || s->tokens[i + 1].pos == POS_ADP || s->tokens[i + 1].pos == POS_PUNCT || s->tokens[i + 1].pos == POS_ADV;
    if (i < 4 || k->dep != DEP_OBJ || k->pos != POS_NOUN || !last || !lexicon_is_one(k->low, "collapse", "stall", "fail") || end >= i || v->dep != DEP_ROOT || v->tag != TAG_VB || s->tokens[thing].head != i || s->tokens[thing].dep != DEP_COMPOUND)
        return;
    for (uint32_t c = 0; c < end; c++)
        if (s->tokens[c].head == end && s->tokens[c].dep == DEP_NSUBJ && (strcmp(s->tokens[c].low, "talks") == 0 || strcmp(s->tokens[c].low, "negotiations") == 0))
            talks = c;
    if (talks == s->count)
        return;
    for (uint32_t c = end + 1; c < s->count; c++)
        if (s->tokens[c].head == i && c < thing)
            s->tokens[c].head = (uint16_t)thing;
        else if (s->tokens[c].head == end && c > i)
            s->tokens[c].head = (uint16_t)i;
    k->head = v->head;
    k->dep = DEP_ROOT;
    k->pos = POS_VERB;
    k->tag = TAG_VBP;
    s->tokens[talks].head = (uint16_t)i;
    v->head = (uint16_t)talks;
    v->dep = DEP_ACL;
    s->tokens[thing].head = (uint16_t)end;
    s->tokens[thing].dep = DEP_OBJ;
}

/* "says ceasefire over", "ceasefire" read as a verb. */
static void mend_text_over(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i], *over = k + 1;
    if (i == 0 || i + 1 >= s->count || k->pos != POS_VERB || !(lexicon_classes(k->low) & CLASS_TEXT) || over->head != i || over->dep != DEP_PRT || strcmp(over->low, "over") != 0 || !(lexicon_classes(s->tokens[i - 1].lemma) & CLASS_REPORT))
        return;
    over->head = k->head;
    over->dep = DEP_CCOMP;
    over->pos = POS_ADJ;
    k->head = (uint16_t)(i + 1);
    k->dep = DEP_NSUBJ;
    k->pos = POS_NOUN;
    k->tag = TAG_NONE;
    for (uint32_t c = i + 2; c < s->count; c++)
        if (s->tokens[c].head == i)
            s->tokens[c].head = (uint16_t)(i + 1);
}

/* "backs £410m bid", read as two things. */
static void mend_sum_before(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    for (uint32_t c = i + 1; k->pos == POS_SYM && k->dep == DEP_OBJ && c < s->count && c < i + 5; c++)
        if (s->tokens[c].pos == POS_NOUN && s->tokens[c].dep == DEP_OBJ && s->tokens[c].head == k->head) {
            k->dep = DEP_COMPOUND;
            k->head = (uint16_t)c;
        }
}

/* "Guns open up as truce unravels", read as a kind of unravels; "Teachers clinch contract hours before X", read as hours. */
static void mend_text_before(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i], *next = &s->tokens[i + 1];
    if (k->dep != DEP_COMPOUND || k->head != i + 1 || !(lexicon_classes(k->lemma) & CLASS_TEXT))
        return;
    if (next->pos == POS_NOUN && next->dep == DEP_OBL && (lexicon_classes(next->lemma) & CLASS_FAILING) && i > 0 && strcmp(s->tokens[i - 1].low, "as") == 0) {
        next->pos = POS_VERB;
        next->tag = TAG_VBZ;
        next->dep = DEP_ADVCL;
        k->dep = DEP_NSUBJ;
        s->tokens[i - 1].dep = DEP_MARK;
    } else if (lexicon_is_one(next->low, "hours", "days", "weeks") && next->dep == DEP_OBJ && next->head < i && s->tokens[next->head].pos == POS_VERB) {
        k->dep = DEP_OBJ;
        k->head = next->head;
        next->dep = DEP_OBL_TIME;
    }
}

/* "Acme drops bid for Apex", "bid" read as a verb. */
static void mend_bid(const sentence *s, uint32_t i)
{
    token *next = &s->tokens[i + 1];
    if (s->tokens[i].pos != POS_VERB || next->head != i || next->dep != DEP_XCOMP || next->pos != POS_VERB || (strcmp(next->low, "bid") != 0 && strcmp(next->low, "offer") != 0))
        return;
    next->pos = POS_NOUN;
    next->tag = TAG_NONE;
    next->dep = DEP_OBJ;
    for (uint32_t c = i + 2; c < s->count; c++)
        if (s->tokens[c].head == i + 1 && s->tokens[c].dep == DEP_OBL)
            s->tokens[c].dep = DEP_NMOD;
}

/* "Talks between Peru and Chile collapse", the sides left as they were read under another verb. */
static void mend_between(const sentence *s, uint32_t i)
{
    if (strcmp(s->tokens[i].low, "between") != 0 || !s->tokens[i + 1].upper || s->tokens[i + 1].dep != DEP_NMOD)
        return;
    if (s->tokens[i].head == s->tokens[i + 1].head)
        s->tokens[i].head = (uint16_t)(i + 1);
    if (i + 3 < s->count && strcmp(s->tokens[i + 2].low, "and") == 0 && s->tokens[i + 3].upper && s->tokens[i + 3].dep == DEP_COMPOUND && s->tokens[i + 3].head < i && !tree_hangs_below(s, i + 1, i + 3)) {
        s->tokens[i + 2].head = (uint16_t)(i + 3);
        s->tokens[i + 3].head = (uint16_t)(i + 1);
        s->tokens[i + 3].dep = DEP_CONJ;
    }
}

/* "signs new deal with Larch United", the preposition read as a noun. */
static void mend_with_name(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i], *name = &s->tokens[i + 1];
    if (k->dep != DEP_NMOD || !lexicon_is_one(k->low, "with", "from", "for") || name->dep != DEP_FIXED || name->head != i || !name->upper)
        return;
    name->head = k->head;
    name->dep = DEP_NMOD;
    k->head = (uint16_t)(i + 1);
    k->dep = DEP_CASE;
    for (uint32_t c = i + 2; c < s->count && s->tokens[c].upper; c++)
        if (s->tokens[c].head == i + 1) {
            s->tokens[c].dep = DEP_FLAT;
            s->tokens[c].pos = POS_PROPN;
        }
}

/* "Larch signs up for pact", the first word read as what kind of verb it is; "snaps up Boden", read as another name of it. */
static void mend_name_beside_verb(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    if (!k->upper || k->head >= s->count || s->tokens[k->head].pos != POS_VERB)
        return;
    if (i == 0 && k->dep == DEP_AMOD && k->head == 1)
        k->dep = DEP_NSUBJ;
    else if (i > k->head && k->dep == DEP_APPOS && s->tokens[i - 1].dep == DEP_PRT && s->tokens[i - 1].head == k->head)
        k->dep = DEP_OBJ;
}

/* "Boden accepts sweetened offer", the verb read as a noun: nothing else has an object. */
static void mend_verb_with_object(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i], *name = &s->tokens[i > 0 ? i - 1 : 0];
    size_t n = strlen(k->low);
    if (i == 0 || k->dep != DEP_ROOT || k->pos != POS_NOUN || k->low[n - 1] != 's' || name->dep != DEP_COMPOUND || name->head != i)
        return;
    bool settles = !strcmp(k->low, "settles"); /* "Drug maker Larch settles with Boden" */
    for (uint32_t c = i + 1; c < s->count; c++)
        if (s->tokens[c].head == i && (s->tokens[c].dep == DEP_OBJ || (settles && (s->tokens[c].dep == DEP_OBL || s->tokens[c].dep == DEP_NMOD)))) {
            k->pos = POS_VERB;
            k->tag = TAG_VBZ;
            k->lemma = settles ? "settle" : k->lemma;
            name->dep = DEP_NSUBJ;
            s->tokens[c].dep = s->tokens[c].dep == DEP_NMOD ? DEP_OBL : s->tokens[c].dep;
            for (uint32_t b = 0; b + 1 < i; b++)
                if (s->tokens[b].head == i && s->tokens[b].dep == DEP_NSUBJ) { /* "site" of "music site Larch" */
                    s->tokens[b].head = (uint16_t)(i - 1);
                    s->tokens[b].dep = DEP_COMPOUND;
                }
            return;
        }
}

/* "Peru, Chile close in on pact", read as how near they are. */
static void mend_close_in(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t root = k->head;
    if (strcmp(k->low, "close") != 0 || i + 3 >= s->count || strcmp(s->tokens[i + 1].low, "in") != 0 || strcmp(s->tokens[i + 2].low, "on") != 0 || k->dep != DEP_PARATAXIS || root >= i || s->tokens[root].dep != DEP_ROOT)
        return;
    k->head = s->tokens[root].head;
    k->dep = DEP_ROOT;
    k->pos = POS_VERB;
    k->tag = TAG_VBP;
    s->tokens[root].head = (uint16_t)i;
    s->tokens[root].dep = DEP_NSUBJ;
    for (uint32_t c = i + 3; c < s->count; c++)
        if (s->tokens[c].head == i && s->tokens[c].dep == DEP_OBJ)
            s->tokens[c].dep = DEP_OBL;
}

/* "Larch in $4bn Boden plane deal", read as in that sum: in the deal. */
static void mend_in_sum_of_deal(const sentence *s, uint32_t i)
{
    token *sum = &s->tokens[i];
    uint32_t in = i > 0 ? i - 1 : 0, n = i + 1;
    if (sum->pos != POS_SYM || sum->dep != DEP_NMOD || s->tokens[in].dep != DEP_CASE || s->tokens[in].head != i)
        return;
    while (n < s->count && n < i + 8 && !((lexicon_classes(s->tokens[n].lemma) & CLASS_TEXT) && s->tokens[n].dep == DEP_NMOD && s->tokens[n].head == sum->head))
        n++;
    if (n >= s->count || n >= i + 8)
        return;
    s->tokens[in].head = sum->head = (uint16_t)n;
    sum->dep = DEP_NUMMOD;
}

/* "signs up for climate pact", the pact hung on the verb as on a noun. */
static void mend_phrase_of_verb(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    if (k->dep != DEP_NMOD || k->head >= i || s->tokens[k->head].pos != POS_VERB)
        return;
    for (uint32_t c = k->head + 1; c < i; c++)
        if (s->tokens[c].head == i && s->tokens[c].dep == DEP_CASE)
            k->dep = DEP_OBL;
}

/* "Strike averted as union, Acme reach deal", read as by whom it is averted: two who do it. */
static void mend_as_they(const sentence *s, uint32_t as)
{
    enum { REACH = 7 };
    uint32_t first = as + 1, second, v, o;
    if (strcmp(s->tokens[as].low, "as") != 0 || first + 4 >= s->count || s->tokens[as].head != first || s->tokens[first].dep != DEP_OBL || s->tokens[first + 1].low[0] != ',')
        return;
    for (v = first + 3; v < s->count && v < first + REACH && !(lexicon_classes(s->tokens[v].low) & (CLASS_MAKE | CLASS_AGREE | CLASS_SIGN | CLASS_SETTLE)); v++)
        if (!nominal(&s->tokens[v]))
            return;
    for (o = v + 1; o < s->count && !(lexicon_classes(s->tokens[o].low) & CLASS_TEXT); o++) {}
    second = v - 1;
    if (v >= s->count || v >= first + REACH || o >= s->count || !nominal(&s->tokens[second]))
        return;
    uint32_t above = s->tokens[first].head < as ? s->tokens[first].head : tree_root(s);
    if (s->tokens[v].dep != DEP_ROOT) {
        if (above >= s->count || tree_hangs_below(s, above, o) || tree_hangs_below(s, above, v) || tree_hangs_below(s, above, first))
            return;
        s->tokens[v].head = (uint16_t)above;
        s->tokens[v].dep = DEP_ADVCL;
    }
    s->tokens[v].pos = POS_VERB;
    s->tokens[v].tag = TAG_VBP;
    s->tokens[o].head = s->tokens[as].head = s->tokens[first].head = (uint16_t)v;
    s->tokens[o].dep = DEP_OBJ;
    s->tokens[as].dep = DEP_MARK;
    s->tokens[first].dep = DEP_NSUBJ;
    s->tokens[second].head = (uint16_t)first;
    s->tokens[second].dep = DEP_CONJ;
}

void tree_mend_headline(const sentence *s)
{
    mend_headline(s);
    for (uint32_t i = 0; s->headline && i + 1 < s->count; i++) {
        mend_called(s, i);
        mend_headline_case(s, i);
        mend_talks_end(s, i);
        mend_talks_to_end(s, i);
        mend_text_over(s, i);
        mend_sum_before(s, i);
        mend_in_sum_of_deal(s, i);
        mend_text_before(s, i);
        mend_bid(s, i);
        mend_between(s, i);
        mend_with_name(s, i);
        mend_name_beside_verb(s, i);
        mend_verb_with_object(s, i);
        mend_as_they(s, i);
        mend_close_in(s, i);
        mend_phrase_of_verb(s, i + 1);
    }
    if (s->headline && s->count)
        mend_talks_to_end(s, s->count - 1);
}
