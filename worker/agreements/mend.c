/* SPDX-License-Identifier: MIT */
/* What the reader is often wrong about in sentences of news, set right before the tree is built: each by what words cannot do. */
#include <string.h>

#include "agreements.h"

/* "pledging to combine efforts", its infinitive read as part of a noun: what the verb before is about. */
static void mend_infinitive(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    if (i > 1 && k->pos == POS_VERB && k->tag == TAG_VB && k->dep == DEP_OBL && k->head < i && s->tokens[k->head].pos == POS_VERB && strcmp(s->tokens[i - 1].low, "to") == 0 && s->tokens[i - 1].dep == DEP_CASE && s->tokens[i - 1].head == i) { /* "had refused to part with it", as if "part" were a thing */
        k->dep = DEP_XCOMP;
        s->tokens[i - 1].dep = DEP_MARK;
        s->tokens[i - 1].pos = POS_PART;
        return;
    }
    bool loose = k->dep == DEP_COMPOUND || k->dep == DEP_AMOD || k->dep == DEP_FLAT || k->dep == DEP_NMOD;
    if (!loose || k->tag != TAG_VB || i < 2 || strcmp(s->tokens[i - 1].low, "to") != 0 || s->tokens[i - 1].dep != DEP_MARK || s->tokens[i - 2].pos != POS_VERB)
        return;
    if (k->head > i && k->head < s->count) {
        s->tokens[k->head].head = (uint16_t)i;
        s->tokens[k->head].dep = DEP_OBJ;
    }
    k->head = (uint16_t)(i - 2);
    k->dep = DEP_XCOMP;
}

/* "a treaty banning land mines", read as a kind of mines: the text is the head, the participle says what it does. */
static void mend_participle(const sentence *s, uint32_t i)
{
    enum { BEFORE = 8 };
    token *k = &s->tokens[i];
    uint32_t n = i - 1, thing = k->head;
    if (k->tag != TAG_VBG || (k->dep != DEP_AMOD && k->dep != DEP_COMPOUND) || thing <= i || thing >= s->count || i < 2)
        return;
    if (s->tokens[n].pos != POS_NOUN || s->tokens[n].dep != DEP_COMPOUND || (s->tokens[n].head != i && s->tokens[n].head != thing) || !(lexicon_classes(s->tokens[n].lemma) & (CLASS_TEXT | CLASS_WEAKTEXT)))
        return;
    s->tokens[n].head = s->tokens[thing].head;
    s->tokens[n].dep = s->tokens[thing].dep;
    k->head = (uint16_t)n;
    k->dep = DEP_ACL;
    for (uint32_t q = n > BEFORE ? n - BEFORE : 0; q < n; q++) /* articles and prepositions before it are its own */
        if (s->tokens[q].head == thing || s->tokens[q].head == i)
            s->tokens[q].head = (uint16_t)n;
    s->tokens[thing].head = (uint16_t)i;
    s->tokens[thing].dep = DEP_OBJ;
    uint32_t about = thing + 1 < s->count && s->tokens[thing + 1].dep == DEP_CASE ? s->tokens[thing + 1].head : s->count; /* "launching talks | on fish" */
    if (about < s->count && about > thing && s->tokens[about].dep == DEP_OBL && s->tokens[about].head == s->tokens[n].head && s->tokens[n].head < n) {
        s->tokens[about].head = (uint16_t)thing;
        s->tokens[about].dep = DEP_NMOD;
    }
}

/* "spoke with Minister Doe to discuss X", read as "with Doe discussing": Doe is whom one spoke with. */
static void mend_with(const sentence *s, uint32_t with)
{
    uint32_t c = s->tokens[with].head, q = with + 1;
    if (s->tokens[with].dep == DEP_MARK && c == with + 1 && c < s->count && strcmp(s->tokens[with].low, "with") == 0 && s->tokens[c].upper && !s->headline && s->tokens[c].dep == DEP_ADVCL && s->tokens[c].head < with) { /* "agreed with Boeing to X", the name for a verb */
        s->tokens[with].dep = DEP_CASE;
        s->tokens[c].dep = DEP_OBL;
        s->tokens[c].pos = POS_PROPN;
        s->tokens[c].tag = TAG_NONE;
        for (uint32_t k = c + 1; k < s->count; k++)
            if (s->tokens[k].head == c && s->tokens[k].pos == POS_VERB)
                s->tokens[k].head = s->tokens[c].head;
        return;
    }
    if (s->tokens[with].dep != DEP_MARK || c >= s->count || c <= with || strcmp(s->tokens[with].low, "with") != 0 || s->tokens[c].tag != TAG_VB || s->tokens[c].dep != DEP_ADVCL || s->tokens[c].head >= with)
        return;
    while (q < c && !(s->tokens[q].head == c && s->tokens[q].dep == DEP_NSUBJ))
        q++;
    if (q == c || s->tokens[c].head >= s->count)
        return;
    s->tokens[q].head = s->tokens[c].head;
    s->tokens[q].dep = DEP_OBL;
    s->tokens[with].head = (uint16_t)q;
    s->tokens[with].dep = DEP_CASE;
}

/* "an offer from acting Minister Jo Doe to X": "acting" is no verb. */
static void mend_acting(const sentence *s, uint32_t i)
{
    uint32_t n = s->tokens[i].head, name = s->count;
    if (s->tokens[i].tag != TAG_VBG || strcmp(s->tokens[i].low, "acting") != 0 || i + 1 >= s->count || !s->tokens[i + 1].upper || n >= s->count)
        return;
    for (uint32_t c = i + 1; c < s->count && c < i + 6 && name == s->count; c++)
        if (s->tokens[c].head == i && s->tokens[c].upper)
            name = c;
    if (name == s->count)
        return;
    s->tokens[name].head = (uint16_t)n;
    s->tokens[name].dep = s->tokens[i].dep == DEP_ACL ? DEP_NMOD : DEP_OBL;
    for (uint32_t c = 0; c < s->count; c++)
        if (s->tokens[c].head == i && c != name) {
            s->tokens[c].dep = s->tokens[c].dep == DEP_MARK ? DEP_CASE : s->tokens[c].dep == DEP_ADVCL ? DEP_ACL : s->tokens[c].dep;
            s->tokens[c].head = c < i ? (uint16_t)name : (uint16_t)n;
        }
    s->tokens[i].head = (uint16_t)name;
    s->tokens[i].dep = DEP_AMOD;
}

/* "to expand cooperation on limiting X, and step up Y", "on limiting X" hung on "step": what stands before the "and" belongs to what is before it. */
static void mend_before_and(const sentence *s, uint32_t k)
{
    uint32_t head = s->tokens[k].head, and = k;
    if (s->tokens[k].dep != DEP_CONJ || s->tokens[k].pos != POS_VERB || head >= k)
        return;
    while (and > head && !(s->tokens[and].head == k && s->tokens[and].dep == DEP_CC))
        and--;
    for (uint32_t c = head + 1; c < and; c++) {
        if (s->tokens[c].head != k || (s->tokens[c].dep != DEP_ADVCL && s->tokens[c].dep != DEP_OBL))
            continue;
        uint32_t mark = c;
        for (uint32_t m = head + 1; m < c; m++)
            if ((s->tokens[m].dep == DEP_MARK || s->tokens[m].dep == DEP_CASE) && (s->tokens[m].head == k || s->tokens[m].head == c)) {
                s->tokens[m].head = (uint16_t)c;
                mark = mark == c ? m : mark;
            }
        if (mark == c || mark < head + 2 || (s->tokens[mark - 1].pos != POS_NOUN && s->tokens[mark - 1].pos != POS_PROPN))
            continue;
        s->tokens[c].dep = s->tokens[c].dep == DEP_ADVCL ? DEP_ACL : DEP_NMOD;
        s->tokens[c].head = (uint16_t)(mark - 1);
    }
}

/* "The government - which is new - had agreed", read as a name and a remark: the remark has no other subject. */
static void mend_parted(const sentence *s, uint32_t v)
{
    uint32_t n = s->tokens[v].head, first = v;
    if (s->headline || s->tokens[v].dep != DEP_PARATAXIS || s->tokens[v].pos != POS_VERB || n >= v || s->tokens[n].dep != DEP_ROOT || (s->tokens[n].pos != POS_NOUN && s->tokens[n].pos != POS_PROPN))
        return;
    bool apart = false, finite = s->tokens[v].tag == TAG_VBD || s->tokens[v].tag == TAG_VBZ || s->tokens[v].tag == TAG_VBP;
    for (uint32_t c = 0; c < s->count; c++) {
        apart |= s->tokens[c].head == n && s->tokens[c].dep == DEP_RELCL && c < v;
        if (s->tokens[c].head == v && (s->tokens[c].dep == DEP_NSUBJ || s->tokens[c].dep == DEP_NSUBJ_PASS || s->tokens[c].dep == DEP_CC))
            return;
        if (s->tokens[c].head == n && s->tokens[c].dep == DEP_COP)
            return;
        if (s->tokens[c].head == v && c < first && (s->tokens[c].dep == DEP_AUX || s->tokens[c].dep == DEP_AUX_PASS || s->tokens[c].dep == DEP_ADVMOD)) {
            first = c;
            finite |= s->tokens[c].dep != DEP_ADVMOD;
        }
    }
    if (!apart || !finite || first == 0 || s->tokens[first - 1].pos != POS_PUNCT)
        return;
    s->tokens[v].head = s->tokens[n].head;
    s->tokens[v].dep = DEP_ROOT;
    s->tokens[n].head = (uint16_t)v;
    s->tokens[n].dep = DEP_NSUBJ;
}

/* "Envoys of A and B signed a pact, media reported", read as one subject: what the media reported has a verb of its own. */
static void mend_reported(const sentence *s, uint32_t r)
{
    uint32_t first = s->count, second = s->count, v = s->count;
    if (s->tokens[r].pos != POS_VERB || !(lexicon_classes(s->tokens[r].lemma) & CLASS_REPORT))
        return;
    for (uint32_t c = 0; c < r; c++)
        if (s->tokens[c].head == r && s->tokens[c].dep == DEP_NSUBJ) {
            first = first == s->count ? c : first;
            second = c;
        }
    if (first == s->count || second == first || second + 4 < r)
        return;
    for (uint32_t c = first + 1; c + 1 < second && v == s->count; c++) {
        bool object = false;
        for (uint32_t o = c + 1; o < second; o++)
            object |= s->tokens[o].head == c && s->tokens[o].dep == DEP_OBJ;
        if (object && s->tokens[c].dep == DEP_ACL && s->tokens[c].head + 1u == c && (s->tokens[c].tag == TAG_VBN || s->tokens[c].tag == TAG_VBD) && tree_hangs_below(s, c, first))
            v = c;
    }
    if (v == s->count)
        return;
    s->tokens[v].head = (uint16_t)r;
    s->tokens[v].dep = DEP_CCOMP;
    s->tokens[v].tag = TAG_VBD;
    s->tokens[first].head = (uint16_t)v;
}

/* "freed a ship and its crew after the owners agreed", the crew read as those who agreed: behind "after" a clause begins, with a subject of its own. */
static void mend_after(const sentence *s, uint32_t i)
{
    token *mark = &s->tokens[i];
    uint32_t n = mark->head, old = n < s->count ? s->tokens[n].head : s->count, v = old < s->count ? s->tokens[old].head : s->count;
    if (mark->dep != DEP_CASE || mark->pos != POS_SCONJ || n <= i || old >= i || old < 2 || v >= s->count || v != n + 1 || s->tokens[n].dep != DEP_NMOD || s->tokens[old].dep != DEP_NSUBJ || s->tokens[v].pos != POS_VERB || s->tokens[v].dep != DEP_ADVCL)
        return;
    uint32_t above = s->tokens[v].head, and = old, thing = s->count;
    while (and > 0 && !(s->tokens[and].dep == DEP_CC && s->tokens[and].head == old))
        and--;
    for (uint32_t c = above + 1; and > 0 && c < and; c++)
        thing = s->tokens[c].head == above && s->tokens[c].dep == DEP_OBJ ? c : thing;
    if (above >= old || thing == s->count)
        return;
    s->tokens[old].head = (uint16_t)thing;
    s->tokens[old].dep = DEP_CONJ;
    s->tokens[n].head = mark->head = (uint16_t)v;
    s->tokens[n].dep = DEP_NSUBJ;
    mark->dep = DEP_MARK;
}

/* "will walk out after talks with the company collapsed", read as "after talks": the talks did, and whom they were with is behind a preposition. */
static void mend_after_talks(const sentence *s, uint32_t i)
{
    token *mark = &s->tokens[i];
    uint32_t n = mark->head, with = n + 1, who, v;
    if (n <= i || n >= s->count || mark->dep != DEP_CASE || !lexicon_is_one(mark->low, "after", "before", "as") || !(lexicon_classes(s->tokens[n].lemma) & (CLASS_TALKS | CLASS_TEXT)) || with >= s->count || !lexicon_is_one(s->tokens[with].low, "with", "between", "on"))
        return;
    who = s->tokens[with].head;
    v = who < s->count ? s->tokens[who].head : s->count;
    if (who <= with || v >= s->count || v <= who || s->tokens[with].dep != DEP_CASE || s->tokens[who].dep != DEP_NSUBJ || s->tokens[v].pos != POS_VERB || s->tokens[v].head != s->tokens[n].head)
        return;
    s->tokens[who].head = (uint16_t)n;
    s->tokens[who].dep = DEP_NMOD;
    s->tokens[n].head = mark->head = (uint16_t)v;
    s->tokens[n].dep = DEP_NSUBJ;
    mark->dep = DEP_MARK;
    s->tokens[v].dep = DEP_ADVCL;
}

/* "was reached at its office in Lima between A and B", the two hung on Lima: between whom it was reached. */
static void mend_reached_between(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t n = k->head, v = n < s->count ? s->tokens[n].head : s->count;
    uint32_t place = v, second = s->count;
    bool of_text = false;
    if (k->dep != DEP_CASE || strcmp(k->low, "between") != 0 || n <= i || n >= s->count || s->tokens[n].dep != DEP_NMOD || v >= i || !s->tokens[v].upper)
        return;
    for (int step = 0; step < 4 && v < s->count && s->tokens[v].pos != POS_VERB; step++)
        v = s->tokens[v].head;
    for (uint32_t c = 0; v < i && c < s->count; c++) {
        if (c > n && s->tokens[c].dep == DEP_CONJ && (s->tokens[c].head == n || s->tokens[c].head == place))
            second = c;
        of_text |= s->tokens[c].head == v && s->tokens[c].dep == DEP_NSUBJ_PASS && (lexicon_classes(s->tokens[c].lemma) & (CLASS_TEXT | CLASS_TALKS));
    }
    if (second == s->count || !of_text)
        return;
    s->tokens[second].head = (uint16_t)n;
    s->tokens[n].head = (uint16_t)v;
    s->tokens[n].dep = DEP_OBL;
}

/* "the deal reached today by Peru", its verb read as a past tense: what is done by somebody is a participle. */
static void mend_done_by(const sentence *s, uint32_t i)
{
    uint32_t v = s->tokens[i].head;
    if (s->tokens[i].dep != DEP_AGENT || v >= i || s->tokens[v].tag != TAG_VBD || s->tokens[v].dep != DEP_ACL)
        return;
    for (uint32_t c = s->tokens[v].head; c < v; c++)
        if (s->tokens[c].head == v && (s->tokens[c].dep == DEP_NSUBJ || s->tokens[c].dep == DEP_NSUBJ_PASS))
            return; /* "the deal that drivers approved by a margin of two" */
    s->tokens[v].tag = TAG_VBN;
}

/* "some kind of deal with X", "a series of pacts": the deal is the head. */
static void mend_measure(const sentence *s, uint32_t of)
{
    static const char *const measures[] = {"kind", "sort", "form", "type", "series", "set", "number", "pair", "couple", "string", "raft", "round"};
    uint32_t n = s->tokens[of].head, m = n < s->count ? s->tokens[n].head : s->count;
    bool measure = false;
    if (s->tokens[of].dep != DEP_CASE || strcmp(s->tokens[of].low, "of") != 0 || m + 1 != of || n < of || s->tokens[n].dep != DEP_NMOD || !(lexicon_classes(s->tokens[n].lemma) & (CLASS_TEXT | CLASS_TALKS)))
        return;
    for (size_t i = 0; i < sizeof measures / sizeof *measures; i++)
        measure |= strcmp(s->tokens[m].lemma, measures[i]) == 0;
    if (!measure)
        return;
    for (uint32_t i = 0; i < s->count; i++)
        if (s->tokens[i].head == m && i != n)
            s->tokens[i].head = (uint16_t)n;
    s->tokens[n].head = s->tokens[m].head;
    s->tokens[n].dep = s->tokens[m].dep;
    s->tokens[m].head = (uint16_t)n;
    s->tokens[m].dep = DEP_DET;
    s->tokens[of].head = (uint16_t)m;
}

/* "urged them to do X and truly keep Y", the last read as what who urged does: a bare form goes with the infinitive before. */
static void mend_bare_conjunct(const sentence *s, uint32_t v)
{
    token *k = &s->tokens[v];
    uint32_t g = k->head, infinitive = s->count;
    if (k->dep != DEP_CONJ || k->pos != POS_VERB || (k->tag != TAG_VBP && k->tag != TAG_VB) || g >= v || (s->tokens[g].tag != TAG_VBD && s->tokens[g].tag != TAG_VBZ))
        return;
    for (uint32_t c = g + 1; c < s->count; c++) {
        if (s->tokens[c].head == v && (s->tokens[c].dep == DEP_NSUBJ || s->tokens[c].dep == DEP_AUX))
            return;
        if (c < v && s->tokens[c].head == g && s->tokens[c].tag == TAG_VB && s->tokens[c].dep != DEP_CONJ && !strcmp(s->tokens[c > 1 ? c - 1 : 0].low, "to"))
            infinitive = c;
    }
    if (infinitive == s->count)
        return;
    k->head = (uint16_t)infinitive;
    k->tag = TAG_VB;
}

/* "decided, after talks, that X", where the tree has "that" open a relative clause about the talks: its verb is the decision's. */
static void mend_that(const sentence *s, uint32_t i)
{
    uint32_t c = s->tokens[i].head, n = c < s->count ? s->tokens[c].head : s->count, v = n < s->count ? s->tokens[n].head : s->count;
    if (i == 0 || s->tokens[i].dep != DEP_MARK || strcmp(s->tokens[i].low, "that") != 0 || strcmp(s->tokens[i - 1].low, ",") != 0 || v >= n || n >= i || s->tokens[c].dep != DEP_RELCL || s->tokens[v].pos != POS_VERB || strcmp(s->tokens[v + 1].low, ",") != 0)
        return;
    s->tokens[c].head = (uint16_t)v;
    s->tokens[c].dep = DEP_CCOMP;
}

/* "signed in Oslo by A and B": who signed does not hang on the place; "was offered a deal by A", "offered to B by A": who offers not on what, nor on whom. */
static void mend_agent(const sentence *s, uint32_t i)
{
    if (s->tokens[i].dep == DEP_AGENT && s->tokens[i].head < i && s->tokens[s->tokens[i].head].pos == POS_NOUN)
        s->tokens[i].dep = DEP_NMOD; /* "a bid by B": nouns have no agents */
    uint32_t n = s->tokens[i].head, place = n < s->count ? s->tokens[n].head : s->count, v = place < s->count ? s->tokens[place].head : s->count;
    if (s->tokens[i].dep != DEP_CASE || strcmp(s->tokens[i].low, "by") != 0 || place >= i || n < i || v >= place || s->tokens[n].dep != DEP_NMOD || s->tokens[v].tag != TAG_VBN)
        return;
    bool given = (s->tokens[place].dep == DEP_OBJ || s->tokens[place].dep == DEP_OBL) && (lexicon_classes(s->tokens[v].lemma) & CLASS_OFFER);
    if (!given && (s->tokens[place].dep != DEP_OBL || !s->tokens[place].upper))
        return;
    s->tokens[n].head = (uint16_t)v;
    s->tokens[n].dep = DEP_OBL;
    for (uint32_t k = n + 1; k < s->count; k++)
        if (s->tokens[k].head == place && s->tokens[k].dep == DEP_CONJ && s->tokens[k].upper)
            s->tokens[k].head = (uint16_t)n;
}

/* The token that hangs on none; `count` when there is none. */
uint32_t tree_root(const sentence *s)
{
    uint32_t root = 0;
    while (root < s->count && s->tokens[root].head < s->count)
        root++;
    return root;
}

/* Whether token `i` hangs below `above`, as the heads stand now. */
bool tree_hangs_below(const sentence *s, uint32_t i, uint32_t above)
{
    for (uint32_t step = 0; i < s->count && i != above && step < s->count; step++)
        i = s->tokens[i].head;
    return i == above;
}

/* "... in May and Iceland ratified it": a verb joined to another without a conjunction of its own has the noun before it for its subject. */
static void mend_conjunct(const sentence *s, uint32_t v)
{
    if (v < 3 || s->tokens[v].dep != DEP_CONJ || s->tokens[v].tag != TAG_VBD || s->tokens[v].head >= v)
        return;
    token *n = &s->tokens[v - 1];
    if (n->dep != DEP_CONJ || n->pos != POS_PROPN || n->head >= v - 2u || s->tokens[v - 2].dep != DEP_CC || s->tokens[v - 2].head != v - 1u || s->tokens[n->head].dep == DEP_NSUBJ ||
        (s->tokens[n->head].upper && !(lexicon_classes(s->tokens[n->head].low) & CLASS_TIME)))
        return;
    for (uint32_t c = 0; c < s->count; c++)
        if (s->tokens[c].head == v && (s->tokens[c].dep == DEP_NSUBJ || s->tokens[c].dep == DEP_NSUBJ_PASS || s->tokens[c].dep == DEP_CC))
            return;
    if (tree_hangs_below(s, v, v - 1))
        return;
    n->head = (uint16_t)v;
    n->dep = DEP_NSUBJ;
    s->tokens[v - 2].head = (uint16_t)v;
}

/* "failed to reach agreement on opening X, A said", the tree having "opening" hang on "said": it goes with the noun before it. */
static void mend_aside(const sentence *s, uint32_t on)
{
    uint32_t c = on + 1, h = c < s->count ? s->tokens[c].head : s->count;
    if (on == 0 || h >= s->count || h <= c || s->tokens[on].dep != DEP_MARK || strcmp(s->tokens[on].low, "on") != 0 || s->tokens[c].tag != TAG_VBG || s->tokens[c].dep != DEP_ADVCL || s->tokens[h].dep != DEP_PARATAXIS || s->tokens[on - 1].pos != POS_NOUN)
        return;
    bool behind = false;
    for (uint32_t q = c + 1; q < h; q++)
        behind |= s->tokens[q].head == h && s->tokens[q].dep == DEP_NSUBJ;
    if (!behind || tree_hangs_below(s, on - 1, c))
        return;
    s->tokens[on].head = (uint16_t)c;
    s->tokens[c].head = (uint16_t)(on - 1);
    s->tokens[c].dep = DEP_ACL;
}

/* "an agreement in principle with A on X", "agreed in principle to X": what hangs on "principle" is the agreement's. */
static void mend_principle(const sentence *s, uint32_t i)
{
    uint32_t n = s->tokens[i].head;
    bool verb = s->tokens[i].dep == DEP_OBL;
    if ((s->tokens[i].dep != DEP_NMOD && !verb) || strcmp(s->tokens[i].low, "principle") != 0 || n >= i || i == 0 || strcmp(s->tokens[i - 1].low, "in") != 0)
        return;
    for (uint32_t c = i + 1; c < s->count; c++)
        if (s->tokens[c].head == i && s->tokens[c].dep != DEP_PUNCT) {
            s->tokens[c].head = (uint16_t)n;
            s->tokens[c].dep = verb && s->tokens[c].dep == DEP_NMOD ? DEP_OBL : verb && s->tokens[c].dep == DEP_ACL ? DEP_XCOMP : s->tokens[c].dep;
        }
}

/* "The accord A and B signed bans X", its noun taken for a part of "A": what they signed. */
static void mend_contact(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t h = k->head, v = h < s->count ? s->tokens[h].head : s->count;
    if (s->headline || k->dep != DEP_COMPOUND || i == 0 || !lexicon_is_one(s->tokens[i - 1].low, "the", "a", "an") || h <= i || h > i + 6 || v <= h || v >= s->count || v > h + 5 || (s->tokens[h].dep != DEP_NSUBJ && s->tokens[h].dep != DEP_NSUBJ_PASS) || k->upper || !s->tokens[i + 1].upper ||
        !(lexicon_classes(k->lemma) & CLASS_TEXT) || !(lexicon_classes(s->tokens[v].lemma) & (CLASS_SIGN | CLASS_MAKE)) || s->tokens[v].pos != POS_VERB)
        return;
    for (uint32_t c = 0; c < i; c++) /* its article and preposition */
        if (s->tokens[c].head == h)
            s->tokens[c].head = (uint16_t)i;
    k->head = s->tokens[v].head;
    k->dep = s->tokens[v].dep;
    s->tokens[v].head = (uint16_t)i;
    s->tokens[v].dep = DEP_RELCL;
    s->tokens[h].dep = DEP_NSUBJ;
    for (uint32_t c = v + 1; c < s->count; c++) /* "signed Feb. 3": no object */
        if (s->tokens[c].head == v && s->tokens[c].dep == DEP_OBJ && s->tokens[c].pos == POS_NUM)
            s->tokens[c].dep = DEP_OBL;
}

/* "the pact Peru and Chile signed in May", the names read as other names of the pact: a relative clause without its "that". */
static void mend_contact_names(const sentence *s, uint32_t v)
{
    token *k = &s->tokens[v];
    uint32_t n = k->head, name = n + 1, and = s->count;
    if (s->headline || k->dep != DEP_ACL || (k->tag != TAG_VBN && k->tag != TAG_VBD) || n >= v || v - n > 8 || !(lexicon_classes(s->tokens[n].lemma) & CLASS_TEXT) || !(lexicon_classes(k->lemma) & (CLASS_SIGN | CLASS_MAKE)) || !s->tokens[name].upper)
        return;
    while (name < v && !(s->tokens[name].head == n && s->tokens[name].dep == DEP_APPOS))
        name++;
    for (uint32_t c = n + 1; c < v; c++) {
        if (s->tokens[c].dep == DEP_CC)
            and = c;
        if (s->tokens[c].low[0] == ',' || s->tokens[c].dep == DEP_CASE)
            return;
    }
    if (name == v || and == s->count || and < name || !s->tokens[v - 1].upper)
        return;
    s->tokens[name].head = (uint16_t)v;
    s->tokens[name].dep = DEP_NSUBJ;
    k->dep = DEP_RELCL;
    k->tag = TAG_VBD;
}

/* "with Minister Doe Roe", "on $44bn debt", the preposition hung on "Doe" or "$": it is the whole phrase's. "With Acme", read as what opens a clause. */
static void mend_case(const sentence *s, uint32_t i)
{
    uint32_t h = s->tokens[i].head;
    if (s->tokens[i].dep == DEP_MARK && h == i + 1 && h < s->count && s->tokens[h].pos == POS_PROPN && (s->tokens[h].dep == DEP_OBL || s->tokens[h].dep == DEP_NMOD) && strcmp(s->tokens[i].low, "with") == 0)
        s->tokens[i].dep = DEP_CASE;
    if (s->tokens[i].dep == DEP_CASE && h < s->count && h > i && (s->tokens[h].upper || s->tokens[h].pos == POS_SYM || s->tokens[h].pos == POS_NUM) && (s->tokens[h].dep == DEP_COMPOUND || s->tokens[h].dep == DEP_NUMMOD) && s->tokens[h].head > h && s->tokens[h].head < s->count)
        s->tokens[i].head = s->tokens[h].head;
}

/* "Delegates ended talks without agreeing X, officials said", the last hung on "said": what stands before the comma is part of what was said. */
static void mend_told(const sentence *s, uint32_t v)
{
    uint32_t n = s->count, told = s->count, comma = s->count;
    if (s->tokens[v].pos != POS_VERB || !(lexicon_classes(s->tokens[v].lemma) & CLASS_REPORT))
        return;
    for (uint32_t c = v; c-- > 0 && v - c < 24;) {
        if (s->tokens[c].head == v && s->tokens[c].dep == DEP_NSUBJ && n == s->count)
            n = c;
        else if (n < s->count && comma == s->count && s->tokens[c].low[0] == ',')
            comma = c;
    }
    for (uint32_t c = 0; c < comma && comma < s->count; c++)
        if (s->tokens[c].head == v && s->tokens[c].dep == DEP_CCOMP)
            told = c;
    for (uint32_t c = told + 1; told < s->count && c < comma; c++)
        if (s->tokens[c].head == v && (s->tokens[c].dep == DEP_ADVCL || s->tokens[c].dep == DEP_OBL))
            s->tokens[c].head = (uint16_t)told;
}

/* "... painkillers, lawyers for both sides said", the lawyers read as one more of what stands before: no subject stands behind a preposition. */
static void mend_speaker_for(const sentence *s, uint32_t n)
{
    uint32_t v = s->tokens[n].head, p = n, x, comma;
    if (s->tokens[n].dep != DEP_NSUBJ || v != n + 1u || v >= s->count || !(lexicon_classes(s->tokens[v].lemma) & CLASS_REPORT))
        return;
    while (p > 0 && n - p < 6 && !(s->tokens[p].head == n && s->tokens[p].dep == DEP_CASE && s->tokens[p].pos == POS_ADP))
        p--;
    if (p < 2 || n - p >= 6)
        return;
    comma = x = p - 1;
    while (comma > 0 && x - comma < 5 && s->tokens[comma].low[0] != ',')
        comma--;
    if (s->tokens[comma].low[0] != ',' || comma == x || s->tokens[x].dep != DEP_CONJ || s->tokens[x].head > comma)
        return;
    s->tokens[x].head = (uint16_t)v;
    s->tokens[x].dep = DEP_NSUBJ;
    s->tokens[n].head = (uint16_t)x;
    s->tokens[n].dep = DEP_NMOD;
    if (s->tokens[v].dep == DEP_ADVCL || s->tokens[v].dep == DEP_CONJ)
        s->tokens[v].dep = DEP_PARATAXIS;
}

/* "Both agreed on X", where the tree has "both" modify the verb: it is who agreed. */
static void mend_both(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t v = k->head;
    if (k->low[0] != 'b' || strcmp(k->low, "both") != 0 || k->dep == DEP_NSUBJ || v >= s->count || v <= i || v > i + 3 || s->tokens[v].pos != POS_VERB || (i > 0 && s->tokens[i - 1].pos != POS_PUNCT && s->tokens[i - 1].pos != POS_CCONJ))
        return;
    for (uint32_t c = 0; c < s->count; c++)
        if (s->tokens[c].head == v && (s->tokens[c].dep == DEP_NSUBJ || s->tokens[c].dep == DEP_NSUBJ_PASS))
            return;
    k->pos = POS_PRON;
    k->dep = DEP_NSUBJ;
}

/* "As the Post reports, Doe withdrew X", "the Post reports, Doe withdrew X": who reports is no subject beside the one behind the comma. */
static void mend_reporter(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t v = k->head, next = i + 2;
    if (k->dep != DEP_NSUBJ || !lexicon_is_one(k->low, "reports", "says", "writes") || v >= s->count || v <= next || strcmp(s->tokens[i + 1].low, ",") != 0)
        return;
    for (uint32_t c = next; c < v; c++)
        if (s->tokens[c].head == v && s->tokens[c].dep == DEP_NSUBJ) {
            k->dep = DEP_PARATAXIS;
            return;
        }
}

/* "A truce the two sides agreed in May has been broken", read as "the two sides agreed": a relative clause without its "that". */
static void mend_reduced(const sentence *s, uint32_t n)
{
    token *k = &s->tokens[n];
    uint32_t v = k->head, own = s->count, w = v + 1;
    if (k->dep != DEP_NSUBJ_PASS || v >= s->count || v <= n + 1 || s->tokens[v].tag != TAG_VBD)
        return;
    for (uint32_t c = n + 1; c < v; c++)
        own = s->tokens[c].head == v && s->tokens[c].dep == DEP_NSUBJ ? c : own;
    while (w < s->count && !(s->tokens[w].head == v && s->tokens[w].pos == POS_VERB && (s->tokens[w].dep == DEP_ADVCL || s->tokens[w].dep == DEP_CCOMP || s->tokens[w].dep == DEP_PARATAXIS || s->tokens[w].dep == DEP_CONJ)))
        w++;
    if (own == s->count || w == s->count)
        return;
    bool helped = false;
    for (uint32_t c = v + 1; c < w; c++) {
        helped |= s->tokens[c].head == w && s->tokens[c].dep == DEP_AUX_PASS;
        if (s->tokens[c].head == w && (s->tokens[c].dep == DEP_NSUBJ || s->tokens[c].dep == DEP_NSUBJ_PASS || s->tokens[c].dep == DEP_MARK || s->tokens[c].dep == DEP_CC))
            return;
    }
    if (!helped)
        return;
    s->tokens[w].head = s->tokens[v].head;
    s->tokens[w].dep = s->tokens[v].dep;
    s->tokens[v].head = (uint16_t)n;
    s->tokens[v].dep = DEP_RELCL;
    k->head = (uint16_t)w;
}

/* "an agreement with Acme to X": X is what the agreement is for, not Acme. */
static void mend_purpose(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t name = k->head, n = name < i ? s->tokens[name].head : s->count;
    if (k->tag != TAG_VB || k->dep != DEP_ACL || name >= i || n >= name || !s->tokens[name].upper || s->tokens[name].dep != DEP_NMOD || !(lexicon_classes(s->tokens[n].lemma) & CLASS_TEXT))
        return;
    for (uint32_t c = n + 1; c < name; c++)
        if (s->tokens[c].head == name && s->tokens[c].dep == DEP_CASE && lexicon_is_one(s->tokens[c].low, "with", "between", "from"))
            k->head = (uint16_t)n;
}

/* "UN: both sides agree to X", a headline: who says so is no side. */
static void mend_source(const sentence *s)
{
    enum { SOURCE = 4 };
    uint32_t colon = 1;
    while (colon < s->count && colon < SOURCE && s->tokens[colon].low[0] != ':')
        colon++;
    if (!s->headline || colon >= s->count || colon >= SOURCE)
        return;
    uint32_t verb = colon + 1, first = s->count;
    while (verb < s->count && !(s->tokens[verb].head == 0 && s->tokens[verb].dep == DEP_PARATAXIS && s->tokens[verb].pos == POS_VERB))
        verb++;
    for (uint32_t i = colon + 1; i < verb && verb < s->count && s->tokens[0].dep == DEP_ROOT && first == s->count; i++)
        if (s->tokens[i].head == 0 && s->tokens[i].dep == DEP_APPOS)
            first = i;
    if (first < s->count) { /* "Peru: government, miners sign accord", the sides read as other names of Peru */
        s->tokens[first].head = (uint16_t)verb;
        s->tokens[first].dep = DEP_NSUBJ;
        s->tokens[verb].head = s->tokens[0].head;
        s->tokens[verb].dep = DEP_ROOT;
        s->tokens[0].head = (uint16_t)verb;
        s->tokens[0].dep = DEP_PARATAXIS;
        return;
    }
    if (s->tokens[0].dep != DEP_NSUBJ || s->tokens[0].head <= colon || s->tokens[0].head >= s->count)
        return;
    for (uint32_t i = colon + 1; i < s->tokens[0].head; i++)
        if (s->tokens[i].head == 0 && s->tokens[i].dep == DEP_APPOS && (s->tokens[i].pos == POS_NOUN || s->tokens[i].pos == POS_PROPN)) {
            s->tokens[i].head = s->tokens[0].head;
            s->tokens[i].dep = DEP_NSUBJ;
            s->tokens[0].dep = DEP_PARATAXIS;
            return;
        }
}

/* "[TEXT] The government signed X", the label read as one more who signed. */
static void mend_label(const sentence *s, uint32_t i)
{
    uint32_t close = i, v;
    if (s->tokens[i].low[0] != '[')
        return;
    while (close < s->count && s->tokens[close].low[0] != ']')
        close++;
    for (uint32_t k = i + 1; k < close && close < s->count; k++)
        if (s->tokens[k].dep == DEP_NSUBJ && (v = s->tokens[k].head) > close && v < s->count)
            for (uint32_t c = close + 1; c < v; c++)
                if (s->tokens[c].head == v && s->tokens[c].dep == DEP_NSUBJ)
                    s->tokens[k].dep = DEP_PARATAXIS;
}

/* "a truce that A and B had agreed", "which A and B signed", read as a participle: with a subject it is a clause. */
static void mend_relative(const sentence *s, uint32_t v)
{
    token *k = &s->tokens[v];
    if (k->dep != DEP_ACL || k->tag == TAG_VB || k->tag == TAG_VBG || k->head >= v || k->head >= s->count)
        return;
    bool subject = false, object = !(lexicon_classes(s->tokens[k->head].lemma) & CLASS_TEXT) && s->tokens[k->head + 1u].low[0] == 't'; /* "a suggestion that A do X" */
    bool which = false, passive = false;
    uint32_t done = s->count;
    for (uint32_t c = k->head + 1u; c < v; c++)
        if (s->tokens[c].head == v) {
            which |= s->tokens[c].dep == DEP_OBJ && lexicon_is_either(s->tokens[c].low, "which", "that");
            passive |= s->tokens[c].dep == DEP_AUX_PASS;
            done = s->tokens[c].dep == DEP_NSUBJ_PASS ? c : done;
        }
    if (which && !passive && done < s->count) {
        s->tokens[done].dep = DEP_NSUBJ;
        k->tag = TAG_VBD;
    }
    for (uint32_t c = k->head + 1u; c < s->count; c++)
        if (s->tokens[c].head == v) {
            subject |= c < v && s->tokens[c].dep == DEP_NSUBJ;
            object |= c > v && (s->tokens[c].dep == DEP_OBJ || s->tokens[c].dep == DEP_XCOMP || s->tokens[c].dep == DEP_CCOMP);
        }
    if (subject && !object)
        k->dep = DEP_RELCL;
}

/* "a deal on pay with its pilots", pay read as a verb: behind a preposition it is a noun. */
static void mend_topic(const sentence *s, uint32_t i)
{
    token *on = &s->tokens[i];
    uint32_t n = i + 1;
    if (i < 2 || on->dep != DEP_MARK || on->head != n || n >= s->count || strcmp(on->low, "on") != 0 || (s->tokens[n].tag != TAG_VB && s->tokens[n].tag != TAG_VBP) || s->tokens[i - 1].pos != POS_NOUN)
        return;
    on->dep = DEP_CASE;
    s->tokens[n].pos = POS_NOUN;
    s->tokens[n].tag = TAG_NONE;
    s->tokens[n].head = (uint16_t)(i - 1);
    s->tokens[n].dep = DEP_NMOD;
    for (uint32_t c = n + 1; c < s->count; c++)
        if (s->tokens[c].head == n && s->tokens[c].dep == DEP_OBL)
            s->tokens[c].dep = DEP_NMOD;
}

/* "The ceremony saw the two groups sign the accord": they signed. */
static void mend_seen(const sentence *s, uint32_t v)
{
    uint32_t saw = s->tokens[v].head, n = saw + 1;
    if ((s->tokens[v].tag != TAG_VB && s->tokens[v].tag != TAG_VBP) || (s->tokens[v].dep != DEP_XCOMP && s->tokens[v].dep != DEP_PARATAXIS && s->tokens[v].dep != DEP_CCOMP && s->tokens[v].dep != DEP_CONJ) || saw >= v || s->tokens[saw].tag != TAG_VBD || strcmp(s->tokens[saw].lemma, "see") != 0)
        return;
    while (n < v && !(s->tokens[n].head == saw && s->tokens[n].dep == DEP_OBJ))
        n++;
    if (n >= v || s->tokens[n].pos == POS_PRON || (n + 1 != v && !tree_hangs_below(s, v - 1, n)))
        return;
    s->tokens[n].head = (uint16_t)v;
    s->tokens[n].dep = DEP_NSUBJ;
    s->tokens[v].tag = TAG_VBD;
    s->tokens[v].dep = DEP_CCOMP;
}

/* "Volkswagen and Toyota", the first read as an adjective: what is joined to a name is one. */
static bool joins_name(const sentence *s, uint32_t i)
{
    return i + 2 < s->count && (s->tokens[i].dep == DEP_NSUBJ || s->tokens[i].dep == DEP_NSUBJ_PASS) && s->tokens[i + 2].head == i && s->tokens[i + 2].dep == DEP_CONJ && s->tokens[i + 2].pos == POS_PROPN;
}

void tree_mend(const sentence *s)
{
    tree_mend_hours(s);
    tree_mend_clauses(s);
    tree_mend_headline(s);
    mend_source(s);
    for (uint32_t i = 0; i < s->count; i++) {
        tree_mend_bodies(s, i);
        tree_mend_names(s, i);
        tree_mend_times(s, i);
        tree_mend_telling(s, i);
        tree_mend_verbs(s, i);
        tree_mend_objects(s, i);
        tree_mend_clause(s, i);
        mend_purpose(s, i);
        mend_reduced(s, i);
        mend_relative(s, i);
        mend_infinitive(s, i);
        mend_participle(s, i);
        mend_measure(s, i);
        mend_done_by(s, i);
        mend_after(s, i);
        mend_after_talks(s, i);
        mend_reached_between(s, i);
        mend_before_and(s, i);
        mend_parted(s, i);
        mend_reported(s, i);
        mend_topic(s, i);
        mend_seen(s, i);
        mend_both(s, i);
        mend_case(s, i);
        mend_with(s, i);
        mend_acting(s, i);
        mend_aside(s, i);
        mend_principle(s, i);
        mend_contact(s, i);
        mend_contact_names(s, i);
        mend_that(s, i);
        mend_bare_conjunct(s, i);
        mend_agent(s, i);
        mend_conjunct(s, i);
        mend_reporter(s, i);
        mend_label(s, i);
        mend_speaker_for(s, i);
        mend_told(s, i);
    }
    for (uint32_t i = 0; s->shouted && i < s->count; i++) {
        token *k = &s->tokens[i];
        bool part = k->head < s->count && k->head > i && k->head < i + 4u && s->tokens[k->head].pos == POS_PROPN && (k->dep == DEP_AMOD || k->dep == DEP_COMPOUND); /* "the EUROPEAN PARLIAMENT" */
        k->upper = k->pos == POS_PROPN || part || (k->pos == POS_ADJ && lexicon_country(k->low));
    }
    uint32_t start = s->count > 1 && s->tokens[0].pos == POS_PUNCT;
    if (!s->headline && s->count > start + 1 && s->tokens[start + 1].dep != DEP_FIXED && ((s->tokens[start].tag == TAG_NNS && !(s->tokens[start + 1].upper && s->tokens[start + 1].pos == POS_PROPN && s->tokens[start].head == start + 1)) || (((s->tokens[start].pos == POS_ADJ && !joins_name(s, start)) || s->tokens[start].pos == POS_ADV || s->tokens[start].pos == POS_NUM) && !s->tokens[start + 1].upper && !lexicon_country(s->tokens[start].low))))
        s->tokens[start].upper = false; /* no name, only the first word */
    for (uint32_t i = 1; i < s->count && !s->headline; i++) { /* "the Leaders agreed", in solemn papers: whoever they are */
        token *k = &s->tokens[i];
        size_t n = strlen(k->low);
        char one[16];
        if (!k->upper || k->low[n - 1] != 's' || n > sizeof one || n < 2 || !lexicon_is_one(s->tokens[i - 1].low, "the", "both", "two") || (i + 1 < s->count && s->tokens[i + 1].upper))
            continue;
        memcpy(one, k->low, n - 1);
        one[n - 1] = '\0';
        const char *lemma = !strcmp(k->low, "parties") ? "party" : !strcmp(k->low, "countries") ? "country" : one;
        if (!(lexicon_classes(lemma) & CLASS_GROUP))
            continue;
        k->upper = false;
        k->pos = POS_NOUN;
        k->tag = TAG_NNS;
        if (i > 1 && s->tokens[i - 1].upper)
            s->tokens[i - 1].upper = false; /* "the Two Leaders" */
    }
    for (uint32_t i = 0; i < s->count; i++) { /* "which A and B signed": a past tense is no passive */
        uint32_t v = s->tokens[i].head, helped = 0;
        bool past = v < s->count && s->tokens[v].tag == TAG_VBD, marked = false, has = false, object = false;
        if (s->tokens[i].dep != DEP_NSUBJ_PASS || v >= s->count || (!past && s->tokens[v].tag != TAG_VBN))
            continue;
        for (uint32_t k = i > 20 ? i - 20 : 0; k < s->count && k < v + 20; k++) {
            if (s->tokens[k].head != v)
                continue;
            bool have = s->tokens[k].dep == DEP_AUX && !strcmp(s->tokens[k].lemma, "have");
            has |= have;
            helped |= s->tokens[k].dep == DEP_AUX_PASS || (s->tokens[k].dep == DEP_AUX && !have);
            marked |= s->tokens[k].dep == DEP_MARK && k < i;
            object |= k > v && s->tokens[k].dep == DEP_OBJ;
        }
        if (!helped && (has || (object && !s->headline) ? object : past || (!s->headline && s->tokens[v].dep == DEP_ROOT && !(v == i + 2 && s->tokens[i + 1].low[0] == ',')) || (marked && s->tokens[v].dep == DEP_ADVCL))) /* "after officials promised X", "has given assurances", "rejected on Monday a bid" */
            s->tokens[i].dep = DEP_NSUBJ;
    }
    for (uint32_t i = 0; i < s->count; i++) {
        if (s->tokens[i].dep != DEP_CASE || strcmp(s->tokens[i].lemma, "between") != 0 || s->tokens[i].head >= s->count)
            continue;
        uint32_t first = s->tokens[i].head, second = s->count;
        for (uint32_t k = first + 1; k < s->count && k < first + 8 && second == s->count; k++) /* "between A and B fell": B is no subject */
            if (s->tokens[k].dep == DEP_CC && s->tokens[k].head > k && s->tokens[k].head < s->count && s->tokens[k].lemma[0] == 'a')
                second = s->tokens[k].head;
        for (uint32_t k = first + 1; k < s->count; k++)
            if (s->tokens[k].dep == DEP_CONJ && s->tokens[k].head == first)
                second = s->count;
        for (uint32_t k = first + 1; second < s->count && s->tokens[second].pos == POS_VERB && k < second; k++)
            if (s->tokens[k].head == second && s->tokens[k].dep == DEP_NSUBJ && s->tokens[first].head < first && s->tokens[s->tokens[first].head].head == second) { /* "talks between A and B collapsed", B read as what did */
                s->tokens[k].head = (uint16_t)first;
                s->tokens[k].dep = DEP_CONJ;
                second = s->count;
            } else if (s->tokens[k].head == second && s->tokens[k].dep == DEP_NSUBJ) { /* "between A and B aimed at X", B read as who aimed */
                s->tokens[second].dep = DEP_ACL;
                s->tokens[second].tag = TAG_VBN;
                s->tokens[second].head = (uint16_t)first;
                s->tokens[k].head = (uint16_t)first;
                s->tokens[k].dep = DEP_CONJ;
                second = s->count;
            }
        uint32_t above = second;
        for (uint32_t step = 0; above < s->count && step < s->count && above != first; step++)
            above = s->tokens[above].head;
        if (second < s->count && above != first && (s->tokens[second].pos == POS_NOUN || s->tokens[second].pos == POS_PROPN) && (s->tokens[second].dep == DEP_NSUBJ || s->tokens[second].dep == DEP_OBL || s->tokens[second].dep == DEP_NMOD)) {
            s->tokens[second].head = (uint16_t)first;
            s->tokens[second].dep = DEP_CONJ;
        }
    }
}
