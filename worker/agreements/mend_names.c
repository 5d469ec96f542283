/* SPDX-License-Identifier: MIT */
/* What the reader is often wrong about in names and the phrases around them, set right before the tree is built. */
#include <string.h>

#include "agreements.h"

bool tree_is_bare_noun(const sentence *s, uint32_t v, uint32_t i)
{
    bool preposition = false, article = false;
    for (uint32_t c = v + 1; c < i; c++) {
        preposition |= s->tokens[c].head == i && s->tokens[c].dep == DEP_CASE;
        article |= s->tokens[c].head == i && s->tokens[c].dep == DEP_DET;
    }
    return s->tokens[i].pos == POS_NOUN && article && !preposition;
}

void tree_take_place(const sentence *s, uint32_t head, uint32_t old, language_dep as)
{
    s->tokens[head].head = s->tokens[old].head;
    s->tokens[head].dep = s->tokens[old].dep;
    for (uint32_t c = 0; c < s->count; c++)
        if (s->tokens[c].head == old && c != head)
            s->tokens[c].head = (uint16_t)head;
    s->tokens[old].head = (uint16_t)head;
    s->tokens[old].dep = as;
}

/* "a cease-fire Wednesday", read as a cease and a fire: the last is the head. */
static void mend_ceasefire(const sentence *s, uint32_t i)
{
    if (i == 0 || i + 1 >= s->count || s->tokens[i].low[0] != '-' || strcmp(s->tokens[i - 1].low, "cease") != 0 || strcmp(s->tokens[i + 1].lemma, "fire") != 0 || s->tokens[i - 1].head == i + 1 || s->tokens[i - 1].head == i)
        return;
    s->tokens[i].dep = DEP_PUNCT;
    s->tokens[i].head = (uint16_t)(i + 1);
    tree_take_place(s, i + 1, i - 1, DEP_COMPOUND);
}

/* "The city of Graz and its operator": no place beside Graz, but who stands beside the city. */
static void mend_owned(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    if (k->dep != DEP_CONJ || k->head >= i || k->upper || !s->tokens[k->head].upper)
        return;
    const token *place = &s->tokens[k->head];
    for (uint32_t c = place->head < k->head ? place->head + 1u : k->head; c < k->head; c++)
        if (s->tokens[c].head == k->head && s->tokens[c].dep == DEP_CASE && lexicon_is_one(s->tokens[c].low, "between", "with", "by"))
            return; /* "between Graz and its drivers" */
    if (place->dep != DEP_NMOD || place->head >= k->head || !(parties_is_agent(k->lemma) || (lexicon_classes(k->lemma) & (CLASS_PEOPLE | CLASS_GROUP | CLASS_TITLE))))
        return;
    for (uint32_t c = k->head + 1; c < i; c++)
        if (s->tokens[c].head == i && s->tokens[c].dep == DEP_POSS && lexicon_is_one(s->tokens[c].low, "its", "their", "his")) {
            k->head = place->head;
            for (uint32_t a = i + 1; a < s->count && a < i + 5; a++) /* "and his counterpart, Jo Roe" */
                if (s->tokens[a].dep == DEP_APPOS && s->tokens[a].head == k->head && strcmp(s->tokens[i + 1].low, ",") == 0)
                    s->tokens[a].head = (uint16_t)i;
            return;
        }
}

/* "A and the largest rebel group, the FDD, signed": behind "and" the list is done, and what follows is another name for the last. */
static void mend_renamed(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t comma = i > 0 && strcmp(s->tokens[i - 1].low, "the") == 0 ? i - 2 : i - 1;
    if (i < 4 || k->dep != DEP_CONJ || !k->upper || k->pos != POS_PROPN || i + 1 >= s->count || s->tokens[comma].low[0] != ',' || s->tokens[i + 1].low[0] != ',')
        return;
    const token *other = &s->tokens[comma - 1];
    bool and = false;
    for (uint32_t c = k->head; c < i && c < s->count; c++) {
        if (s->tokens[c].dep == DEP_CC && s->tokens[c].head == i)
            return;
        and |= s->tokens[c].dep == DEP_CC && s->tokens[c].head == comma - 1 && strcmp(s->tokens[c].low, "and") == 0;
    }
    if (!and || (other->upper && !s->shouted) || other->dep != DEP_CONJ || other->head != k->head || !(lexicon_classes(other->lemma) & (CLASS_PEOPLE | CLASS_GROUP)))
        return;
    k->head = (uint16_t)(comma - 1);
    k->dep = DEP_APPOS;
}

/* "Acme accepted Larch's offer", read as a kind of offer: no adjective stands before a possessor. */
static void mend_possessor(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t h = k->head, owner = i + 1;
    if (h < s->count && s->tokens[h].dep == DEP_POSS) /* "Acme accepted Larch | 's offer" */
        h = s->tokens[h].head;
    if (i == 0 || k->dep != DEP_AMOD || (k->tag != TAG_VBN && k->tag != TAG_VBD) || h >= s->count || h <= i || !s->tokens[i - 1].upper || (s->tokens[i - 1].head != i && s->tokens[i - 1].head != h && s->tokens[i - 1].head != k->head))
        return;
    while (owner < h && !(s->tokens[owner].dep == DEP_POSS && s->tokens[owner].head == h))
        owner++;
    if (owner >= h)
        return;
    k->head = s->tokens[h].head;
    k->dep = s->tokens[h].dep;
    k->tag = TAG_VBD;
    k->pos = POS_VERB;
    s->tokens[h].head = (uint16_t)i;
    s->tokens[h].dep = DEP_OBJ;
    s->tokens[i - 1].head = (uint16_t)i;
    s->tokens[i - 1].dep = DEP_NSUBJ;
    for (uint32_t c = 0; c < i; c++)
        if (s->tokens[c].head == h)
            s->tokens[c].head = (uint16_t)i;
    if (k->dep == DEP_ROOT)
        for (uint32_t c = h + 1; c < s->count; c++)
            if (s->tokens[c].head == h && s->tokens[c].dep == DEP_PUNCT)
                s->tokens[c].head = (uint16_t)i;
}

/* "by its largest shareholder, the investor Larch Group Corp", read as two: who that is. */
static void mend_named_holder(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t h = k->head, comma = h + 1;
    static const char *const holders[] = {"shareholder", "owner", "rival", "parent", "partner", "supplier", "creditor", "lender", "investor", "union", "subsidiary", "buyer", "bidder"};
    if (k->dep != DEP_CONJ || !k->upper || k->pos != POS_PROPN || h >= i || s->tokens[h].upper || s->tokens[h].tag == TAG_NNS || !LEXICON_IS_ANY(s->tokens[h].lemma, holders) || s->tokens[comma].low[0] != ',')
        return;
    for (uint32_t c = h + 1; c < s->count; c++)
        if ((s->tokens[c].head == i && s->tokens[c].dep == DEP_CC) || (c != i && s->tokens[c].head == h && s->tokens[c].dep == DEP_CONJ))
            return;
    k->dep = DEP_APPOS;
}

/* "the Writers Guild", "the Teamsters Union", read as two names of one thing. */
static void mend_apposed(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    if (i > 0 && k->dep == DEP_APPOS && k->head == i - 1 && k->upper && s->tokens[i - 1].upper && k->tag != TAG_NNS && (s->tokens[i - 1].tag == TAG_NNS || s->tokens[i - 1].tag == TAG_NNPS) && (lexicon_classes(k->low) & CLASS_PEOPLE))
        tree_take_place(s, i, i - 1, DEP_COMPOUND);
}

/* "no comment from commander Jo Doe, who rejected X": who does so is who stands before the comma. */
static void mend_who(const sentence *s, uint32_t i)
{
    if (i < 3 || strcmp(s->tokens[i].low, "who") != 0 || s->tokens[i - 1].low[0] != ',' || s->tokens[i].head >= s->count || s->tokens[i].dep != DEP_NSUBJ)
        return;
    token *v = &s->tokens[s->tokens[i].head];
    uint32_t name = i - 2;
    if (v->dep != DEP_RELCL || v->head >= i - 2 || !s->tokens[name].upper || s->tokens[name].pos != POS_PROPN || s->tokens[v->head].upper || (lexicon_classes(s->tokens[v->head].lemma) & (CLASS_PEOPLE | CLASS_TITLE | CLASS_GROUP)) || parties_is_agent(s->tokens[v->head].lemma))
        return;
    for (int step = 0; step < 4 && s->tokens[name].head < name && (s->tokens[name].dep == DEP_FLAT || s->tokens[name].dep == DEP_COMPOUND || s->tokens[name].dep == DEP_APPOS); step++)
        name = s->tokens[name].head;
    if (name > v->head)
        v->head = (uint16_t)name;
}

/* "with Swiss seeds maker Veltra after failing to X", the maker read as one who makes Veltra: its name, and the clause is the verb's above. */
static void mend_maker(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t n = k->head;
    if (n >= i || n >= s->count || s->tokens[n].pos != POS_NOUN || s->tokens[n].upper)
        return;
    if (k->dep == DEP_OBJ && n + 1 == i && k->upper && k->pos == POS_PROPN)
        k->dep = DEP_APPOS;
    if (k->dep != DEP_ADVCL || k->pos != POS_VERB)
        return;
    bool marked = false;
    for (uint32_t c = n + 1; c < s->count; c++) {
        marked |= s->tokens[c].head == i && s->tokens[c].dep == DEP_MARK && c < i && (lexicon_is_one(s->tokens[c].low, "after", "before", "while") || lexicon_is_one(s->tokens[c].low, "when", "because", "since"));
        if (s->tokens[c].head == n && s->tokens[c].dep == DEP_COP)
            return;
    }
    uint32_t v = s->tokens[n].head;
    for (int step = 0; step < 4 && v < s->count && s->tokens[v].pos != POS_VERB; step++)
        v = s->tokens[v].head;
    if (marked && v < n)
        k->head = (uint16_t)v;
}

/* "Acme and two of its suppliers": the suppliers hang on "two". */
static void mend_some_of(const sentence *s, uint32_t i)
{
    if (i == 0 || s->tokens[i - 1].pos != POS_NUM || strcmp(s->tokens[i].low, "of") != 0 || s->tokens[i].dep != DEP_CASE || s->tokens[i - 1].dep != DEP_CONJ)
        return;
    uint32_t n = s->tokens[i].head;
    if (n > i && n < s->count && s->tokens[n].dep == DEP_NMOD && s->tokens[n].head < i - 1)
        s->tokens[n].head = (uint16_t)(i - 1);
}

/* "..., Minister Jo Doe said on Friday", the minister read as one more name of the list before: who speaks stands right before the verb. */
static void mend_speaker(const sentence *s, uint32_t v)
{
    if (v < 3 || s->tokens[v].pos != POS_VERB || (s->tokens[v].tag != TAG_VBD && s->tokens[v].tag != TAG_VBZ) || !(lexicon_classes(s->tokens[v].lemma) & CLASS_REPORT) || !s->tokens[v - 1].upper)
        return;
    for (uint32_t c = 0; c < s->count; c++)
        if (s->tokens[c].head == v && s->tokens[c].dep == DEP_NSUBJ)
            return;
    uint32_t n = v - 1, start;
    while (s->tokens[n].dep == DEP_FLAT && s->tokens[n].head < n)
        n = s->tokens[n].head;
    for (start = n; start > 0 && s->tokens[start - 1].upper && s->tokens[start - 1].head >= start && s->tokens[start - 1].head <= n;)
        start--;
    if (start == 0 || s->tokens[start - 1].low[0] != ',' || (s->tokens[n].dep != DEP_CONJ && s->tokens[n].dep != DEP_APPOS) || s->tokens[n].head >= start || tree_hangs_below(s, v, n))
        return;
    s->tokens[n].head = (uint16_t)v;
    s->tokens[n].dep = DEP_NSUBJ;
}

/* "Bingen, Wash.-based Insitu": Insitu, not the place it sits in. */
static void mend_based(const sentence *s, uint32_t i)
{
    uint32_t name = s->tokens[i].head, place = name < s->count ? s->tokens[name].head : s->count;
    if (i < 2 || strcmp(s->tokens[i].low, "based") != 0 || s->tokens[i - 1].low[0] != '-' || name <= i || name > i + 4 || place >= i || !s->tokens[name].upper || !s->tokens[place].upper || (s->tokens[name].dep != DEP_APPOS && s->tokens[name].dep != DEP_CONJ && s->tokens[name].dep != DEP_FLAT))
        return;
    s->tokens[name].head = s->tokens[place].head;
    s->tokens[name].dep = s->tokens[place].dep;
    s->tokens[place].head = (uint16_t)i;
    s->tokens[place].dep = DEP_COMPOUND;
}

/* "Congo and Rwanda-backed rebels": Congo backs nobody, it is the other side. */
static void mend_backed(const sentence *s, uint32_t i)
{
    uint32_t n = s->tokens[i].head, b = i - 2, and = i - 3, a = i - 4;
    if (i < 4 || !lexicon_is_one(s->tokens[i].low, "backed", "led", "supported") || s->tokens[i - 1].low[0] != '-' || n != i + 1 || n >= s->count || s->tokens[n].tag != TAG_NNS || s->tokens[n].upper)
        return;
    if (s->tokens[b].pos != POS_PROPN || s->tokens[b].head != i || strcmp(s->tokens[and].low, "and") != 0 || s->tokens[a].pos != POS_PROPN || s->tokens[a].head != n || s->tokens[a].dep != DEP_COMPOUND)
        return;
    s->tokens[a].head = s->tokens[n].head;
    s->tokens[a].dep = s->tokens[n].dep;
    s->tokens[n].head = (uint16_t)a;
    s->tokens[n].dep = DEP_CONJ;
    s->tokens[and].head = (uint16_t)n;
}

/* "... the goal," Jo Doe, a leading member of the council, said after signing it: what is told is the goal, who tells it is Doe. */
static void mend_teller(const sentence *s, uint32_t v)
{
    uint32_t comma = v - 1, name = s->count;
    bool root = s->tokens[v].dep == DEP_ROOT;
    if (v < 6 || (s->tokens[v].dep != DEP_PARATAXIS && !root) || s->tokens[comma].low[0] != ',' || !(lexicon_classes(s->tokens[v].lemma) & CLASS_REPORT))
        return;
    for (uint32_t c = 2; c + 2 < v && name == s->count; c++) {
        bool quoted = s->tokens[c - 1].pos == POS_PUNCT && s->tokens[c - 1].low[0] != ',' && s->tokens[c - 2].low[0] == ',';
        if (quoted && s->tokens[c].upper && s->tokens[c].pos == POS_PROPN && s->tokens[c].dep == DEP_APPOS && (root ? s->tokens[c].head < c : s->tokens[c].head == s->tokens[v].head))
            name = c;
    }
    for (uint32_t c = 0; c < v; c++)
        if (s->tokens[c].head == v && s->tokens[c].dep == DEP_NSUBJ)
            return;
    if (name == s->count)
        return;
    s->tokens[name].head = (uint16_t)v;
    s->tokens[name].dep = DEP_NSUBJ;
    for (uint32_t c = name + 1; c < v; c++)
        if (s->tokens[c].dep == DEP_CONJ && s->tokens[c].head < name) {
            s->tokens[c].head = (uint16_t)name;
            s->tokens[c].dep = DEP_APPOS;
        }
}

/* "free the hostages, officials and the group said": who says so is no part of what was said. */
static void mend_sayers(const sentence *s, uint32_t v)
{
    uint32_t second = v - 1, first = s->count, comma = s->count;
    if (v < 6 || (s->tokens[v].dep != DEP_CONJ && s->tokens[v].dep != DEP_PARATAXIS) || strcmp(s->tokens[v].lemma, "say") != 0 || s->tokens[second].head != v || s->tokens[second].dep != DEP_NSUBJ)
        return;
    for (uint32_t c = v - 2; c > 0 && c + 8 > v && comma == s->count; c--)
        comma = s->tokens[c].low[0] == ',' ? c : comma;
    for (uint32_t c = comma + 1; comma < s->count && c < second && first == s->count; c++)
        if (s->tokens[c].dep == DEP_CONJ && s->tokens[c].head < comma && (s->tokens[c].pos == POS_NOUN || s->tokens[c].upper) && strcmp(s->tokens[c + 1].low, "and") == 0 && s->tokens[c + 1].head == second)
            first = c;
    if (first == s->count)
        return;
    s->tokens[v].dep = DEP_PARATAXIS;
    s->tokens[first].head = (uint16_t)v;
    s->tokens[first].dep = DEP_NSUBJ;
    s->tokens[second].head = (uint16_t)first;
    s->tokens[second].dep = DEP_CONJ;
}

/* "gave Leader Alma Fuentes a promise", read as "Alma fuentes": a capital inside a sentence, behind another, makes a name of it. */
static void mend_name_for_verb(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i], *first = &s->tokens[i > 0 ? i - 1 : 0];
    uint32_t v = k->head;
    if (i < 2 || s->headline || s->shouted || !k->upper || k->pos != POS_VERB || k->dep != DEP_CCOMP || v >= i || s->tokens[v].pos != POS_VERB || !first->upper || first->pos != POS_PROPN || first->head != i || first->dep != DEP_NSUBJ)
        return;
    for (uint32_t c = v + 1; c < i; c++)
        if (s->tokens[c].head == v && (s->tokens[c].dep == DEP_OBJ || s->tokens[c].dep == DEP_IOBJ))
            return;
    bool object = false;
    for (uint32_t c = 0; c < s->count; c++)
        if (s->tokens[c].head == i && c != i - 1) {
            object |= s->tokens[c].dep == DEP_OBJ;
            s->tokens[c].head = (uint16_t)v;
        }
    first->head = (uint16_t)v;
    first->dep = object ? DEP_IOBJ : DEP_OBJ;
    k->head = (uint16_t)(i - 1);
    k->dep = DEP_FLAT;
    k->pos = POS_PROPN;
    k->tag = TAG_NONE;
}

/* "Creditors led by China agreed to X", read as "Creditors were led": a finite verb behind it is what they did. */
static void mend_led_by(const sentence *s, uint32_t v)
{
    token *k = &s->tokens[v];
    uint32_t w = s->count, n = v;
    if (v == 0 || k->pos != POS_VERB || (k->tag != TAG_VBN && k->tag != TAG_VBD) || v + 2 >= s->count || strcmp(s->tokens[v + 1].low, "by") != 0)
        return;
    do /* from the last word of a name to its first */
        n--;
    while (n > 0 && s->tokens[n].dep == DEP_FLAT && s->tokens[n].head < n);
    token *who = &s->tokens[n];
    if (who->head != v || (who->dep != DEP_NSUBJ_PASS && who->dep != DEP_NSUBJ))
        return;
    bool hung = k->dep == DEP_ADVCL && k->head > v && k->head < s->count; /* on what its subject does */
    if (hung)
        w = k->head;
    for (uint32_t c = v + 2; c < s->count && w == s->count; c++)
        if (s->tokens[c].head == v && (s->tokens[c].dep == DEP_ADVCL || s->tokens[c].dep == DEP_CCOMP || s->tokens[c].dep == DEP_PARATAXIS) && (s->tokens[c].tag == TAG_VBD || s->tokens[c].tag == TAG_VBZ || s->tokens[c].tag == TAG_VBP || s->tokens[c].tag == TAG_VBN))
            w = c;
    for (uint32_t c = 0; c < s->count && w < s->count; c++)
        if ((s->tokens[c].head == w && (s->tokens[c].dep == DEP_NSUBJ || s->tokens[c].dep == DEP_NSUBJ_PASS || (s->tokens[c].dep == DEP_MARK && s->tokens[c].pos != POS_PART))) || (s->tokens[c].head == v && c < v && (s->tokens[c].dep == DEP_AUX || s->tokens[c].dep == DEP_AUX_PASS)))
            return;
    if (w == s->count)
        return;
    for (uint32_t c = w + 1; c < s->count && !hung; c++)
        if (s->tokens[c].head == v)
            s->tokens[c].head = (uint16_t)w;
    if (!hung) {
        s->tokens[w].head = k->head;
        s->tokens[w].dep = k->dep;
    }
    who->head = (uint16_t)w;
    who->dep = DEP_NSUBJ;
    k->head = (uint16_t)n;
    k->dep = DEP_ACL;
    k->tag = TAG_VBN;
}

/* "Peru's President Jo Doe and rebel leader Jo Roe signed it", each name hung on the verb: a subject with a possessive owns the next one, a title stands before its name. */
static void mend_subjects(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t v = k->head, other = i + 2;
    if (k->dep != DEP_NSUBJ || v >= s->count || v <= i || !k->upper || k->pos != POS_PROPN)
        return;
    if (i + 1 < v && s->tokens[i + 1].head == i && s->tokens[i + 1].dep == DEP_CASE && s->tokens[i + 1].pos == POS_PART) {
        while (other < v && other < i + 8 && !(s->tokens[other].head == v && s->tokens[other].dep == DEP_NSUBJ))
            other++;
        if (other < v && other < i + 8) {
            k->head = (uint16_t)other;
            k->dep = DEP_POSS;
        }
        return;
    }
    token *office = &s->tokens[i > 0 ? i - 1 : 0];
    if (i > 2 && office->dep == DEP_CONJ && office->pos == POS_NOUN && office->head < i - 1 && s->tokens[office->head].head == v && (lexicon_classes(office->lemma) & CLASS_TITLE))
        tree_take_place(s, i, i - 1, DEP_COMPOUND);
}

/* "Peru's president, Jo Doe, and Chile's prime minister agreed", the minister read as one more who did it: joined to the first. */
static void mend_second_subject(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t first = 0, and = i, named = 0;
    if (k->dep != DEP_NSUBJ || k->head >= s->count || k->head < i)
        return;
    while (first < i && !(s->tokens[first].head == k->head && s->tokens[first].dep == DEP_NSUBJ))
        first++;
    for (uint32_t c = first + 1; c < i; c++) {
        named = s->tokens[c].head == first && s->tokens[c].dep == DEP_APPOS ? c : named;
        and = s->tokens[c].head == i && s->tokens[c].dep == DEP_CC ? c : and;
    }
    if (!named || named > and || and == i)
        return;
    k->head = (uint16_t)first;
    k->dep = DEP_CONJ;
}

/* "Larch, which has a stake in Boden, and Fir, which has none, have agreed", Fir joined to Boden: "have" is said of more than one. */
static void mend_subject_behind_clause(const sentence *s, uint32_t i)
{
    uint32_t clause = s->tokens[i].head, subject, v;
    bool comma = false, several = false;
    if (s->tokens[i].dep != DEP_CONJ || clause >= i || (s->tokens[i].pos != POS_NOUN && s->tokens[i].pos != POS_PROPN))
        return;
    for (int step = 0; step < 6 && clause < s->count && s->tokens[clause].dep != DEP_RELCL; step++)
        clause = s->tokens[clause].head;
    subject = clause < s->count ? s->tokens[clause].head : s->count;
    v = subject < s->count ? s->tokens[subject].head : s->count;
    if (v >= s->count || v < i || s->tokens[subject].dep != DEP_NSUBJ || s->tokens[subject].tag == TAG_NNS || s->tokens[subject].tag == TAG_NNPS)
        return;
    for (uint32_t c = 1; c < v; c++) {
        comma |= c < i && s->tokens[c].head == i && s->tokens[c].dep == DEP_CC && s->tokens[c - 1].low[0] == ',';
        several |= c > i && s->tokens[c].head == v && (s->tokens[c].dep == DEP_AUX || s->tokens[c].dep == DEP_AUX_PASS || s->tokens[c].dep == DEP_COP) && lexicon_is_one(s->tokens[c].low, "have", "are", "were");
    }
    if (comma && several)
        s->tokens[i].head = (uint16_t)subject;
}

/* "Boeing, the planemaker, signed it", read as what one does: a capital inside a sentence, or a comma behind it, makes a name of it. */
static void mend_name_like_verb(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    if (k->upper && k->pos == POS_VERB && (k->dep == DEP_NMOD || k->dep == DEP_OBL) && i > 1 && s->tokens[i - 1].dep == DEP_CASE && s->tokens[i - 1].head == i && !s->headline && !s->shouted) { /* "a deal with Boeing" */
        k->pos = POS_PROPN;
        k->tag = TAG_NONE;
        s->tokens[i - 1].pos = POS_ADP;
    }
    if (!k->upper || k->tag != TAG_VBG || s->headline || s->shouted || i + 1 >= s->count)
        return;
    bool comma = i + 2 < s->count && s->tokens[i + 1].low[0] == ',' && s->tokens[i + 2].pos == POS_DET, first = i == 0 || s->tokens[i - 1].pos == POS_PUNCT;
    if (first && !comma)
        return;
    k->pos = POS_PROPN;
    k->tag = TAG_NONE;
    uint32_t v = k->head, subject = s->count;
    for (uint32_t c = i + 1; c < s->count; c++) {
        if (s->tokens[c].head == i && s->tokens[c].dep == DEP_OBJ && comma)
            s->tokens[c].dep = DEP_APPOS;
        if (s->tokens[c].head == v && (s->tokens[c].dep == DEP_NSUBJ || s->tokens[c].dep == DEP_NSUBJ_PASS))
            subject = c;
    }
    if (k->dep == DEP_XCOMP && v < i && !comma) { /* "offered Boeing $3 million": who gets it */
        k->dep = DEP_IOBJ;
        for (uint32_t c = i + 1; c < s->count; c++)
            if (s->tokens[c].head == i && s->tokens[c].dep == DEP_OBJ)
                s->tokens[c].head = (uint16_t)v;
        return;
    }
    bool clausal = k->dep == DEP_CSUBJ;
    if ((k->dep != DEP_ADVCL && k->dep != DEP_CCOMP && !clausal) || v <= i || v >= s->count)
        return;
    k->dep = s->tokens[v - 1].dep == DEP_AUX_PASS ? DEP_NSUBJ_PASS : DEP_NSUBJ;
    if (subject < v && subject > 1 && s->tokens[subject - 1].dep == DEP_CC) { /* "Boeing, the planemaker, and Chile agreed" */
        s->tokens[subject].head = (uint16_t)i;
        s->tokens[subject].dep = DEP_CONJ;
    } else if (subject < v) {
        s->tokens[subject].head = (uint16_t)i;
        s->tokens[subject].dep = DEP_APPOS;
    }
}

/* "his Kenyan counterpart, Jo Doe, agreed", read as one more: the counterpart's name. */
static void mend_counterpart(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    if (i < 3 || k->dep != DEP_CONJ || !k->upper || k->pos != POS_PROPN || s->tokens[i - 1].low[0] != ',' || strcmp(s->tokens[i - 2].low, "counterpart") != 0 || k->head == i - 2)
        return;
    k->head = (uint16_t)(i - 2);
    k->dep = DEP_APPOS;
}

/* "After months of talks, Jo Doe, the minister, has agreed", Doe read as one more talk: behind the comma the subject begins. What else was
 * hung on the words before the comma is another name for it, joined to it or about it. */
static void mend_fronted(const sentence *s, uint32_t v)
{
    enum { FRONT = 20 };
    const token *k = &s->tokens[v];
    uint32_t comma = 1, n, subject = s->count;
    bool front = s->tokens[0].pos == POS_ADP || s->tokens[0].pos == POS_SCONJ || s->tokens[0].dep == DEP_CASE || s->tokens[0].dep == DEP_OBL_TIME || s->tokens[0].head >= s->count || s->tokens[s->tokens[0].head].dep == DEP_OBL;
    if (!front || k->pos != POS_VERB || s->headline || (k->dep != DEP_ROOT && k->dep != DEP_CCOMP) || (k->tag != TAG_VBD && k->tag != TAG_VBZ && k->tag != TAG_VBN && k->tag != TAG_VB && k->tag != TAG_VBP && k->tag != TAG_VBG))
        return;
    while (comma < v && comma < FRONT && s->tokens[comma].low[0] != ',')
        comma++;
    if (comma >= v || comma == FRONT)
        return;
    for (n = comma + 1; n < v && !(s->tokens[n].head < comma && (s->tokens[n].dep == DEP_APPOS || s->tokens[n].dep == DEP_CONJ)); n++)
        if (s->tokens[n].head <= comma || s->tokens[n].dep == DEP_CC)
            return;
    if (n >= v || (s->tokens[n].pos != POS_PROPN && s->tokens[n].pos != POS_NOUN) || tree_hangs_below(s, v, n))
        return;
    for (uint32_t c = 0; c < s->count; c++)
        if (s->tokens[c].head == v && (s->tokens[c].dep == DEP_NSUBJ || s->tokens[c].dep == DEP_NSUBJ_PASS || s->tokens[c].dep == DEP_EXPL))
            subject = c;
    if (subject < s->count && (subject < n || subject > v))
        return;
    for (uint32_t c = n + 1; subject < s->count && c + 1 < subject; c++)
        if (s->tokens[c].dep == DEP_CONJ && s->tokens[c].head == s->tokens[n].head && s->tokens[n].dep == DEP_CONJ && s->tokens[c + 1].low[0] == ',')
            for (uint32_t and = c > n + 6 ? c - 5 : n + 1; and < c; and++)
                if (s->tokens[and].dep == DEP_CC && s->tokens[and].head == c)
                    return; /* "hosted by A, B, and C, Peru pledged": the list ends before Peru */
    for (uint32_t c = n + 1; c < v; c++) {
        token *o = &s->tokens[c];
        bool joined = false;
        if (c != subject && !(o->head < comma && (o->dep == DEP_APPOS || o->dep == DEP_CONJ || o->dep == DEP_RELCL || o->dep == DEP_ACL)))
            continue;
        for (uint32_t and = c > n + 5 ? c - 4 : n + 1; and < c; and++)
            joined |= s->tokens[and].dep == DEP_CC;
        o->head = (uint16_t)n;
        o->dep = o->dep == DEP_RELCL || o->dep == DEP_ACL ? o->dep : joined ? DEP_CONJ : DEP_APPOS;
    }
    s->tokens[n].head = (uint16_t)v;
    s->tokens[n].dep = DEP_NSUBJ;
}

/* "by the mediator, Jo Doe", "the minister, Jo Doe, and the envoy", "the mayor and the union leader, Jo Doe," read as one more: a full name behind an office is who holds it. */
static void mend_holder(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    bool first = i + 1 < s->count && s->tokens[i + 1].dep == DEP_FLAT && s->tokens[i + 1].head == i; /* of the words of the name, else the last */
    uint32_t left = i, office = first && i > 2 ? i - 2 : k->head;
    if (k->dep != DEP_CONJ || k->pos != POS_PROPN || !k->upper || s->shouted || office == 0 || office + 2 > i || s->tokens[office].upper || s->tokens[office].pos != POS_NOUN || s->tokens[office].tag == TAG_NNS || s->tokens[office + 1].low[0] != ',' ||
        (office != k->head && s->tokens[office].head != k->head))
        return;
    while (left > office + 2 && s->tokens[left - 1].pos == POS_PROPN && s->tokens[left - 1].upper && s->tokens[left - 1].head == i)
        left--;
    bool the = false;
    for (uint32_t c = office; c-- > 0 && c + 8 > office;)
        the |= s->tokens[c].head == office && (s->tokens[c].dep == DEP_POSS || (s->tokens[c].dep == DEP_DET && lexicon_is_one(s->tokens[c].low, "the", "its", "his")));
    if (the && left == office + 2 && (left < i || first) && ((lexicon_classes(s->tokens[office].lemma) & (CLASS_TITLE | CLASS_PEOPLE)) || parties_is_agent(s->tokens[office].lemma))) {
        k->dep = DEP_APPOS;
        k->head = (uint16_t)office;
    }
}

/* "The presidents of Peru and Chile, Jo Doe and Jo Roe, agreed", read as four: these are the two. */
static void mend_holders(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t land = k->head, office = land < s->count ? s->tokens[land].head : s->count;
    bool ended = false;
    if (k->dep != DEP_CONJ || k->pos != POS_PROPN || i < 6 || s->tokens[i - 1].low[0] != ',' || land >= i || s->tokens[land].dep != DEP_NMOD || office >= land || s->tokens[office].tag != TAG_NNS || s->tokens[office].upper || !(lexicon_classes(s->tokens[office].lemma) & (CLASS_TITLE | CLASS_PEOPLE | CLASS_GROUP)) || i + 1 >= s->count || s->tokens[i + 1].dep != DEP_FLAT)
        return;
    for (uint32_t c = land + 1; c + 1 < i; c++) /* "of Peru and Chile," */
        ended |= s->tokens[c].dep == DEP_CC && s->tokens[c].head < i - 1 && s->tokens[s->tokens[c].head].head == land;
    if (!ended)
        return;
    k->dep = DEP_APPOS;
    k->head = (uint16_t)office;
    for (uint32_t c = i + 1; c < s->count; c++)
        if (s->tokens[c].head == land && s->tokens[c].dep == DEP_CONJ)
            s->tokens[c].head = (uint16_t)i;
}

/* "Fiat SpA, Italy's largest carmaker, and its unions", read as three: what a name is by is no other. */
static void mend_described(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t left = i, name = k->head;
    bool owned = false, and = false;
    if (k->dep != DEP_CONJ || k->pos != POS_NOUN || k->upper || k->tag == TAG_NNS || name >= i || i + 2 >= s->count || !s->tokens[name].upper || s->tokens[name].pos != POS_PROPN || s->tokens[i + 1].low[0] != ',')
        return;
    for (uint32_t c = name + 1; c < i; c++)
        if (s->tokens[c].head == i) {
            left = c < left ? c : left;
            owned |= s->tokens[c].dep == DEP_POSS || (s->tokens[c].dep == DEP_DET && lexicon_is_one(s->tokens[c].low, "the", "a", "an"));
            if (s->tokens[c].dep == DEP_CC)
                return;
        }
    for (uint32_t c = i + 2; c < s->count && c < i + 4; c++)
        and |= !strcmp(s->tokens[c].low, "and");
    if (owned && and && (lexicon_classes(k->lemma) & CLASS_PEOPLE || parties_is_agent(k->lemma)))
        k->dep = DEP_APPOS;
}

/* "After Doe left the firm in May, Acme, its owner, committed to X", read as "Doe left", and the rest hung on it: what "after" opens is no main clause. */
static void mend_main_clause(const sentence *s, uint32_t w)
{
    token *k = &s->tokens[w];
    uint32_t root = k->head, comma, n;
    bool marked = false;
    if (s->headline || k->pos != POS_VERB || k->dep != DEP_ADVCL || (k->tag != TAG_VBN && k->tag != TAG_VBD) || root >= w || s->tokens[root].dep != DEP_ROOT || s->tokens[w - 1].pos == POS_SCONJ || s->tokens[w - 1].low[0] != ',')
        return;
    for (uint32_t c = 0; c < s->count; c++) {
        marked |= s->tokens[c].head == root && s->tokens[c].dep == DEP_MARK && c < 2;
        if (s->tokens[c].head == w && (s->tokens[c].dep == DEP_MARK || s->tokens[c].dep == DEP_AUX || s->tokens[c].dep == DEP_NSUBJ || s->tokens[c].dep == DEP_AUX_PASS))
            return;
    }
    for (comma = root + 1; comma < w && s->tokens[comma].low[0] != ','; comma++) {}
    for (n = comma + 1; n < w && (s->tokens[n].dep == DEP_DET || s->tokens[n].dep == DEP_COMPOUND || s->tokens[n].dep == DEP_AMOD || s->tokens[n].dep == DEP_POSS); n++) {}
    if (!marked || n + 1 >= w || (s->tokens[n].pos != POS_PROPN && s->tokens[n].pos != POS_NOUN) || s->tokens[n].head >= comma)
        return;
    for (uint32_t c = n + 1; c < s->count; c++) {
        if (c < w && s->tokens[c].head < comma && (s->tokens[c].dep == DEP_CONJ || s->tokens[c].dep == DEP_APPOS)) {
            s->tokens[c].head = (uint16_t)n;
            s->tokens[c].dep = DEP_APPOS;
        }
        if (c > w && s->tokens[c].head == root)
            s->tokens[c].head = (uint16_t)w;
    }
    k->head = s->tokens[root].head;
    k->dep = DEP_ROOT;
    k->tag = TAG_VBD;
    s->tokens[root].head = s->tokens[n].head = (uint16_t)w;
    s->tokens[root].dep = DEP_ADVCL;
    s->tokens[n].dep = DEP_NSUBJ;
}

/* "Acme and six steel mills agreed", read as one name: who stands before the "and" is one of them. */
static void mend_joined(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t n = k->head;
    if (k->dep != DEP_COMPOUND || !k->upper || k->pos != POS_PROPN || n <= i + 2 || n >= s->count || s->tokens[n].upper || s->tokens[n].tag != TAG_NNS || strcmp(s->tokens[i + 1].low, "and") != 0 || s->tokens[i + 2].pos != POS_NUM || s->tokens[i + 2].head != i)
        return;
    k->head = s->tokens[n].head;
    k->dep = s->tokens[n].dep;
    for (uint32_t c = 0; c < i; c++)
        if (s->tokens[c].head == n)
            s->tokens[c].head = (uint16_t)i;
    s->tokens[n].head = (uint16_t)i;
    s->tokens[n].dep = DEP_CONJ;
    s->tokens[i + 1].head = s->tokens[i + 2].head = (uint16_t)n;
    s->tokens[i + 2].dep = DEP_NUMMOD;
}

/* "between Norfolk Southern and miners of the hills", the Southern read as what the miners are: no adjective stands before "and", it ends a name. */
static void mend_name_before_and(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t n = k->head;
    if (k->dep != DEP_AMOD || !k->upper || i == 0 || !s->tokens[i - 1].upper || n <= i + 1 || n >= s->count || s->tokens[n].upper || strcmp(s->tokens[i + 1].low, "and") != 0)
        return;
    uint32_t name = s->tokens[i - 1].head == i ? i : i - 1;
    k->pos = POS_PROPN;
    if (name == i) {
        tree_take_place(s, i, n, DEP_CONJ);
    } else {
        k->head = (uint16_t)name;
        k->dep = DEP_FLAT;
        s->tokens[n].head = (uint16_t)name;
        s->tokens[n].dep = DEP_CONJ;
    }
    for (uint32_t c = i + 1; name == i && c < s->count; c++) /* what stands behind the other one is of it alone */
        if (s->tokens[c].head == i && c != n)
            s->tokens[c].head = (uint16_t)n;
}

/* "the Dutch bank Acme Holdings", read as the bank and its other name, or as two who did it: one name, and what bears it. */
static void mend_kind_before(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    if (i + 1 < s->count && !s->headline && !k->upper && k->dep == DEP_CONJ && k->pos == POS_PROPN && s->tokens[i + 1].upper && s->tokens[i + 1].dep == DEP_CONJ && s->tokens[i + 1].head == k->head && s->tokens[i + 1].pos == POS_PROPN) {
        tree_take_place(s, i + 1, i, DEP_COMPOUND); /* "the club and pitcher Jo Doe" */
        return;
    }
    if (i + 1 >= s->count || s->headline || k->pos != POS_NOUN || k->upper || k->tag == TAG_NNS || k->dep == DEP_COMPOUND || !s->tokens[i + 1].upper || s->tokens[i + 1].pos != POS_PROPN || (lexicon_classes(k->lemma) & CLASS_TITLE) || !((lexicon_classes(k->lemma) & (CLASS_PEOPLE | CLASS_BUSINESS | CLASS_GROUP)) || parties_is_agent(k->lemma)))
        return;
    uint32_t name = s->tokens[i + 1].dep == DEP_COMPOUND && s->tokens[i + 1].head > i + 1 && s->tokens[i + 1].head < s->count ? s->tokens[i + 1].head : i + 1;
    const token *n = &s->tokens[name];
    if (!n->upper || name > i + 5 || !((n->dep == DEP_APPOS && n->head == i) || (n->dep == DEP_NSUBJ && k->dep == DEP_NSUBJ && n->head == k->head)))
        return;
    tree_take_place(s, name, i, DEP_COMPOUND);
}

/* "US telecoms company Acme Networks agreed", "the writers guild said", read as two subjects: what stands right before is of it. */
static void mend_plural_before(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    if (k->dep == DEP_NSUBJ && k->tag == TAG_NNS && i + 2 < s->count && s->tokens[i + 1].dep == DEP_NSUBJ && s->tokens[i + 1].head == k->head && s->tokens[i + 1].pos == POS_NOUN && s->tokens[i + 1].tag != TAG_NNS && k->head == i + 2) {
        k->head = (uint16_t)(i + 1);
        k->dep = DEP_COMPOUND;
        for (uint32_t c = 0; c < i; c++)
            if (s->tokens[c].head == i)
                s->tokens[c].head = (uint16_t)(i + 1);
        return;
    }
    uint32_t name = i + 1 < s->count ? s->tokens[i + 1].head : s->count;
    if (k->dep != DEP_NSUBJ || (k->tag != TAG_NNS && k->tag != TAG_VBZ) || k->upper || name <= i + 1 || name >= k->head || name > i + 6 || k->head >= s->count || s->tokens[i + 1].dep != DEP_COMPOUND || s->tokens[i + 1].pos != POS_NOUN || s->tokens[i + 1].upper)
        return;
    if (s->tokens[name].head != k->head || s->tokens[name].dep != DEP_NSUBJ || !s->tokens[name].upper)
        return;
    k->head = (uint16_t)name;
    k->dep = DEP_COMPOUND;
    k->pos = POS_NOUN;
    k->tag = TAG_NNS;
}

/* "the Dutch bank ING agreed", the name read as what the bank did. */
static void mend_name_behind(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    if (i > 0 && k->upper && k->pos == POS_PROPN && (k->dep == DEP_ACL || k->dep == DEP_RELCL) && k->head + 1u == i && s->tokens[i - 1].pos == POS_NOUN && !s->headline)
        k->dep = DEP_APPOS;
}

/* "a deal with Celtic", read as an adjective: with a capital inside the sentence, where a noun stands, it is a name. */
static void mend_name_like_adjective(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    if (i > 0 && k->upper && k->pos == POS_ADJ && !s->headline && !s->shouted && (k->dep == DEP_OBL || k->dep == DEP_NMOD || k->dep == DEP_NSUBJ || k->dep == DEP_OBJ || k->dep == DEP_AGENT) && (i + 1 >= s->count || s->tokens[i + 1].pos != POS_NOUN) && !lexicon_country(k->low)) {
        k->pos = POS_PROPN;
        k->tag = TAG_NONE;
    }
}

/* "his Chinese counterpart Wang Lo met", the name read as what the counterpart does. */
static void mend_name_behind_title(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    if (i < 2 || !k->upper || k->pos != POS_VERB || k->dep != DEP_ACL || k->head + 1u != i || s->headline || s->shouted || s->tokens[i - 1].upper || (s->tokens[i - 1].tag == TAG_NNS) || !((lexicon_classes(s->tokens[i - 1].lemma) & CLASS_TITLE) || strcmp(s->tokens[i - 1].low, "counterpart") == 0))
        return;
    k->pos = POS_PROPN;
    k->tag = TAG_NONE;
    k->dep = DEP_FLAT;
    for (uint32_t c = i + 1; c < s->count && s->tokens[c].head == i; c++)
        if (s->tokens[c].upper) {
            s->tokens[c].dep = DEP_FLAT;
            s->tokens[c].pos = POS_PROPN;
        }
}

/* "from Boeing", read as doing something. */
static void mend_name_in_ing(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    if (k->pos != POS_VERB || k->tag != TAG_NONE || !k->upper || (k->dep != DEP_OBL && k->dep != DEP_NMOD && k->dep != DEP_OBJ && k->dep != DEP_NSUBJ && k->dep != DEP_CONJ))
        return;
    k->pos = POS_PROPN;
    for (uint32_t c = 0; c < i; c++)
        if (s->tokens[c].head == i && s->tokens[c].dep == DEP_MARK)
            s->tokens[c].dep = DEP_CASE;
}

/* "to Boden and two to Acme", read as Boden and two: a number of what was told before. */
static void mend_gapped(const sentence *s, uint32_t i)
{
    uint32_t h = s->tokens[i].head, name = i + 2;
    if (s->tokens[i].pos != POS_NUM || s->tokens[i].dep != DEP_CONJ || h >= i || !s->tokens[h].upper || name >= s->count || s->tokens[i + 1].dep != DEP_CASE)
        return;
    name = s->tokens[i + 1].head;
    if (name >= s->count || name <= i || !s->tokens[name].upper || s->tokens[name].pos != POS_PROPN || (s->tokens[name].dep != DEP_NMOD && s->tokens[name].dep != DEP_OBL))
        return;
    for (uint32_t c = 0; c < h; c++)
        if (s->tokens[c].head == h && s->tokens[c].dep == DEP_CASE && !strcmp(s->tokens[c].low, s->tokens[i + 1].low)) {
            s->tokens[name].head = (uint16_t)h;
            s->tokens[name].dep = DEP_CONJ;
            s->tokens[i].head = (uint16_t)name;
            s->tokens[i].dep = DEP_ADVMOD;
            return;
        }
}

void tree_mend_names(const sentence *s, uint32_t i)
{
    mend_name_in_ing(s, i);
    mend_gapped(s, i);
    mend_name_behind_title(s, i);
    mend_ceasefire(s, i);
    mend_name_like_adjective(s, i);
    mend_name_behind(s, i);
    mend_plural_before(s, i);
    mend_kind_before(s, i);
    mend_joined(s, i);
    mend_name_before_and(s, i);
    mend_main_clause(s, i);
    mend_name_like_verb(s, i);
    mend_name_for_verb(s, i);
    mend_led_by(s, i);
    mend_counterpart(s, i);
    mend_holder(s, i);
    mend_holders(s, i);
    mend_described(s, i);
    mend_fronted(s, i);
    mend_owned(s, i);
    mend_renamed(s, i);
    mend_possessor(s, i);
    mend_apposed(s, i);
    mend_named_holder(s, i);
    mend_who(s, i);
    mend_maker(s, i);
    mend_some_of(s, i);
    mend_speaker(s, i);
    mend_based(s, i);
    mend_backed(s, i);
    mend_teller(s, i);
    mend_sayers(s, i);
    mend_subjects(s, i);
    mend_second_subject(s, i);
    mend_subject_behind_clause(s, i);
}
