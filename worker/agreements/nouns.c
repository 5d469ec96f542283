/* SPDX-License-Identifier: MIT */
/* Nouns of agreement: which noun is meant, and what is told by a noun that no verb of assent governs. */
#include <ctype.h>
#include <string.h>

#include "reading.h"

/* "a number of deals", "parts of the agreement": the noun that is meant. */
uint32_t reading_text_noun(const reading *r, uint32_t n, uint64_t classes)
{
    if (n == TREE_NONE || reading_is(r, n, classes))
        return n;
    uint32_t of = tree_child_case(r->t, n, DEP_NMOD, "of");
    if (of != TREE_NONE && reading_is(r, of, classes) && !tree_token(r->t, n)->upper && reading_is(r, n, CLASS_QUANTITY))
        return of;
    if (reading_is_lemma(r, n, "head") && tree_token(r->t, n)->tag == TAG_NNS && of != TREE_NONE && (reading_is_lemma(r, of, "agreement") || reading_is_lemma(r, of, "term"))) /* "heads of agreement" */
        return n;
    if (reading_is_lemma(r, n, "letter") && of != TREE_NONE && (reading_is_lemma(r, of, "intent") || reading_is_lemma(r, of, "understanding") || reading_is_lemma(r, of, "agreement")))
        return n;
    if (reading_is_lemma(r, n, "extension") || reading_is_lemma(r, n, "renewal") || reading_is_lemma(r, n, "package"))
        TREE_CHILDREN(r->t, n, c) /* "a contract extension" */
            if (c < n && tree_token(r->t, c)->dep == DEP_COMPOUND && reading_is(r, c, classes))
                return n;
    TREE_CHILDREN(r->t, n, c) /* "a treaty banning germ warfare", read as a banning kind of warfare */
        if (c + 1 < n && tree_token(r->t, c)->dep == DEP_COMPOUND && reading_ends_in_ing(tree_token(r->t, c + 1)->low) && reading_is(r, c, classes))
            return c;
    TREE_CHILDREN(r->t, n, c) /* "the accord and a protocol", "the Lima Accords" where the name's head is another word */
        if ((tree_token(r->t, c)->dep == DEP_CONJ || tree_token(r->t, c)->dep == DEP_FLAT || tree_token(r->t, c)->dep == DEP_APPOS ||
             (tree_token(r->t, c)->dep == DEP_COMPOUND && tree_token(r->t, c)->upper)) && reading_is(r, c, classes))
            return c;
    return TREE_NONE;
}

/* "A and B are in agreement on X". */
static entente_status read_in_agreement(reading *r, uint32_t n)
{
    const tree *t = r->t;
    if (!reading_is_lemma(r, n, "agreement") || strcmp(tree_case(t, n), "in") != 0 || tree_child(t, n, DEP_DET) != TREE_NONE || clause_subject(r, n) == TREE_NONE || !clause_status(r, n))
        return ENTENTE_AGAIN;
    entente_status e = sides_subject(r, n);
    clause_noun_complement(r, n);
    if (!r->m.item_count)
        clause_complement(r, n);
    return reading_end(r, e, 2, 0, ENTENTE_KIND_MUTUAL, FAMILY_AGREE);
}

/* "Peru is near accord with its banks": ahead. */
static entente_status read_near_accord(reading *r, uint32_t n)
{
    const tree *t = r->t;
    if (strcmp(tree_case(t, n), "near") != 0 || tree_child(t, n, DEP_COP) == TREE_NONE || clause_subject(r, n) == TREE_NONE || reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT) || !clause_status(r, n) || r->m.status == ENTENTE_AGREEMENT_REJECTED)
        return ENTENTE_AGAIN;
    entente_status e = sides_of_text(r, n, n);
    r->m.status = ENTENTE_AGREEMENT_PENDING;
    return reading_end(r, e, 1, 0, ENTENTE_KIND_MUTUAL, FAMILY_TALKS);
}

/* "Doe led the two sides to an agreement": they agreed. */
static entente_status read_led(reading *r, uint32_t n)
{
    const tree *t = r->t;
    uint32_t v = tree_token(t, n)->dep == DEP_OBL ? tree_head(t, n) : TREE_NONE, led = v == TREE_NONE ? TREE_NONE : tree_child(t, v, DEP_OBJ);
    if (!reading_are_several(r, led) || t->s->headline || strcmp(tree_case(t, n), "to") != 0 || v > led || led > n || !lexicon_is_one(tree_token(t, v)->lemma, "lead", "bring", "steer") || reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT) || !clause_status(r, v))
        return ENTENTE_AGAIN;
    entente_status e = parties_read(r->parties, t, led, &r->m);
    clause_instrument(r, n);
    clause_noun_complement(r, n);
    clause_of_text(r, n);
    return reading_end(r, e, 1, 0, ENTENTE_KIND_MUTUAL, FAMILY_MAKE);
}

/* "Acme and Apex in software pact", a headline without a verb. */
static entente_status read_partners(reading *r, uint32_t n)
{
    const tree *t = r->t;
    uint32_t g = tree_head(t, n);
    if (!t->s->headline || tree_token(t, n)->dep != DEP_NMOD || strcmp(tree_case(t, n), "in") != 0 || g == TREE_NONE || tree_token(t, g)->dep != DEP_ROOT || !tree_is_nominal(t, g) || !tree_token(t, g)->upper || reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT) || tree_child_lemma(t, n, DEP_DET, "the") != TREE_NONE)
        return ENTENTE_AGAIN;
    entente_status e = parties_read(r->parties, t, g, &r->m);
    if (!e)
        e = sides_counterparts(r, n);
    clause_instrument(r, n);
    clause_noun_complement(r, n);
    return reading_end(r, e, r->m.party_count && r->m.parties[0].plural ? 1 : 2, 0, ENTENTE_KIND_MUTUAL, FAMILY_NOUN);
}

/* "Acme will build it under an agreement with Apex": one that nobody has heard of is news. */
static entente_status read_under(reading *r, uint32_t n)
{
    const tree *t = r->t;
    uint32_t v = clause_verb_above(t, n), with = tree_child_case(t, n, DEP_NMOD, "with"), article = tree_child(t, n, DEP_DET);
    while (v != TREE_NONE && tree_token(t, v)->dep == DEP_CONJ && tree_child(t, v, DEP_AUX) == TREE_NONE && tree_head(t, v) != TREE_NONE && tree_is_verb(t, tree_head(t, v)))
        v = tree_head(t, v); /* "will plead guilty and testify under a deal" */
    uint32_t s = v == TREE_NONE ? TREE_NONE : clause_subject(r, v);
    bool somebody = reading_is_somebody(r, with), news = article != TREE_NONE && lexicon_is_one(tree_token(t, article)->low, "a", "an", "another");
    uint32_t made = tree_child(t, n, DEP_ACL); /* "will provide $5 million in aid to B under an agreement signed on Monday" */
    static const char *const buying[] = {"buy", "purchase", "acquire", "import", "lease", "receive"}, *const making[] = {"build", "supply", "make", "deliver", "provide", "develop", "design", "run"};
    bool buys = v != TREE_NONE && LEXICON_IS_ANY(tree_token(t, v)->lemma, buying), makes = v != TREE_NONE && LEXICON_IS_ANY(tree_token(t, v)->lemma, making);
    bool just_made = made > n && made < n + 3 && tree_token(t, made)->tag == TAG_VBN;
    bool contract = reading_is_lemma(r, n, "contract"); /* whose other side is who is supplied: "will supply trains to B under a contract" */
    for (uint32_t i = v == TREE_NONE ? n : v + 1; i < n && !somebody && (just_made || (contract && makes)); i++)
        if (tree_token(t, i)->upper && (tree_token(t, i)->dep == DEP_NMOD || tree_token(t, i)->dep == DEP_OBL) && (!strcmp(tree_case(t, i), "to") || (buys && !strcmp(tree_case(t, i), "from")) || (reading_is_lemma(r, tree_head(t, i), "stake") && !strcmp(tree_case(t, i), "in")) || (makes && !strcmp(tree_case(t, i), "for"))) && !reading_is(r, i, CLASS_TIME)) {
            with = i;
            somebody = true;
        }
    uint32_t supplied = v != TREE_NONE && lexicon_is_either(tree_token(t, v)->lemma, "supply", "provide") ? tree_child(t, v, DEP_OBJ) : TREE_NONE; /* "will supply B with gas under an agreement signed on Monday" */
    if (!somebody && supplied != TREE_NONE && made > n && made < n + 3 && reading_is_somebody(r, supplied) && tree_child_case(t, v, DEP_OBL, "with") != TREE_NONE) {
        with = supplied;
        somebody = true;
    }
    uint32_t whole = tree_head(t, n);
    bool under = !strcmp(tree_case(t, n), "under"), part = reading_is_lemma(r, whole, "part") && !strcmp(tree_case(t, n), "of") && !strcmp(tree_case(t, whole), "as"); /* "as part of a deal with B" */
    bool pact_of_two = s != TREE_NONE && v < n && tree_child(t, s, DEP_CONJ) != TREE_NONE && tree_token(t, s)->upper && tree_child_lemma(t, v, DEP_AUX, "will") != TREE_NONE; /* "A and B will pool their work under a new pact" */
    bool both = s != TREE_NONE && !somebody && (just_made || pact_of_two) && (tree_child(t, s, DEP_CONJ) != TREE_NONE || (reading_is(r, s, CLASS_GROUP) && tree_token(t, s)->tag == TAG_NNS)); /* "the two states resumed ties under an accord brokered by B" */
    bool done = (both || (somebody && under)) && (tree_token(t, v)->tag == TAG_VBD || tree_child_lemma(t, v, DEP_AUX, "have") != TREE_NONE);
    bool ahead = v != TREE_NONE && tree_token(t, v)->dep == DEP_XCOMP && tree_head(t, v) != TREE_NONE && lexicon_is_one(tree_token(t, tree_head(t, v))->lemma, "expect", "schedule", "set"); /* "is expected to plead guilty under a deal with B" */
    bool is_to = v != TREE_NONE && tree_token(t, v)->tag == TAG_VB && tree_child_lemma(t, v, DEP_MARK, "to") != TREE_NONE && tree_child(t, v, DEP_COP) != TREE_NONE; /* "is to buy" */
    uint32_t year = made == TREE_NONE ? TREE_NONE : tree_child_case(t, made, DEP_OBL, "in");
    bool dated = year != TREE_NONE && tree_token(t, year)->pos == POS_NUM; /* "signed in 1994": an old one */
    bool alone = !somebody && !both && under && t->left[n] == 0 && v != TREE_NONE && v > n && made > n && made < n + 3 && (tree_token(t, made)->tag == TAG_VBN || tree_token(t, made)->tag == TAG_VBD) && reading_is(r, made, CLASS_SIGN | CLASS_MAKE | CLASS_ANNOUNCE) && !dated; /* "Under a settlement announced on Friday, Acme will pay $40 million" */
    if (t->s->headline || (tree_token(t, n)->dep != DEP_OBL && tree_token(t, n)->dep != DEP_NMOD) || !(under || part) || !(somebody || both || alone) || !news || s == TREE_NONE || clause_passive(t, v) || !(done || tree_child_lemma(t, v, DEP_AUX, "will") != TREE_NONE || is_to || ahead) ||
        (reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT) && !reading_is_lemma(r, n, "settlement") && !(contract && (somebody || (made > n && made < n + 3)))) || !reading_is_somebody(r, s) || !clause_status(r, n))
        return ENTENTE_AGAIN;
    entente_status e = sides_subject(r, v);
    if (!e && somebody)
        e = parties_read(r->parties, t, with, &r->m);
    clause_instrument(r, n);
    clause_noun_complement(r, n);
    if (!r->m.item_count)
        clause_action_alone(r, v); /* what it will do under the agreement is what was agreed */
    if (r->m.item_count == 1 && t->left[n] > v && r->m.items[0].start < tree_token(t, t->left[n])->start && r->m.items[0].end > tree_token(t, t->left[n])->start)
        r->m.items[0].end = r->m.content.end = tree_token(t, t->left[n] - 1u)->end;
    uint32_t to = alone ? tree_child_case(t, v, DEP_OBL, "to") : TREE_NONE;
    if (!e && to != TREE_NONE && tree_token(t, to)->upper && reading_is_somebody(r, to))
        e = parties_read(r->parties, t, to, &r->m);
    r->m.status = ENTENTE_AGREEMENT_REACHED;
    return reading_end(r, e, both || alone ? 1 : 2, 0, ENTENTE_KIND_MUTUAL, FAMILY_NOUN);
}

/* Whether "the deal", with nothing about it that makes it another one, is what the article told of before. */
static bool is_told_above(const reading *r, uint32_t n)
{
    static const char *const another[] = {"existing", "old", "previous", "current", "original", "earlier", "former", "proposed", "draft", "first", "last", "similar"};
    const tree *t = r->t;
    uint32_t article = tree_child(t, n, DEP_DET);
    bool other = false;
    TREE_CHILDREN(t, n, c)
        other |= c < n && (LEXICON_IS_ANY(tree_token(t, c)->low, another) || tree_token(t, c)->pos == POS_NUM);
    return !t->s->headline && !other && article != TREE_NONE && lexicon_is_either(tree_token(t, article)->low, "the", "this") && tree_token(t, n)->tag != TAG_NNS && !reading_is(r, n, CLASS_WEAKTEXT);
}

/* One more mention of that one, which says what is in `items`. */
static entente_status told_above(reading *r, uint32_t n)
{
    parties_in_play(r->parties, &r->m, (view){tree_token(r->t, n)->start, tree_token(r->t, n)->end});
    clause_instrument(r, n);
    r->m.of_it = true;
    r->m.status = ENTENTE_AGREEMENT_REACHED;
    return reading_end(r, ENTENTE_OK, 2, 1, ENTENTE_KIND_MUTUAL, FAMILY_NOUN);
}

/* "Under the deal, A will X": what it holds. */
static entente_status read_under_told(reading *r, uint32_t n)
{
    const tree *t = r->t;
    uint32_t v = clause_verb_above(t, n);
    if (v != TREE_NONE && v > n && v < n + 4u && (tree_token(t, v)->tag == TAG_VBN || tree_token(t, v)->tag == TAG_VBD) && tree_child(t, v, DEP_NSUBJ) == TREE_NONE) { /* "Under the deal, hammered out in Lima, B will" */
        uint32_t main = tree_token(t, v)->dep == DEP_ADVCL ? tree_head(t, v) : tree_child(t, v, DEP_PARATAXIS);
        v = main != TREE_NONE && tree_is_verb(t, main) ? main : v;
    }
    uint32_t s = v == TREE_NONE ? TREE_NONE : clause_subject(r, v);
    bool bound = v != TREE_NONE && (tree_token(t, v)->tag == TAG_VBZ || tree_token(t, v)->tag == TAG_VBP); /* "Under the deal B supplies the oil" */
    static const char *const binding[] = {"will", "must", "can", "may", "would", "could", "shall"};
    for (uint32_t c = v == TREE_NONE ? TREE_NONE : t->first[v]; c != TREE_NONE; c = t->next[c])
        bound |= tree_token(t, c)->dep == DEP_AUX && LEXICON_IS_ANY(tree_token(t, c)->lemma, binding);
    if (t->left[n] != 0 || strcmp(tree_case(t, n), "under") != 0 || v == TREE_NONE || v < n || s == TREE_NONE || s < n || !bound ||
        (reading_is(r, n, CLASS_COMMON) && !reading_is_lemma(r, n, "settlement")) || !is_told_above(r, n))
        return ENTENTE_AGAIN;
    clause_action_alone(r, v);
    if (r->m.item_count)
        r->m.items[0].start = r->m.content.start = tree_token(t, t->left[s])->start; /* with who does it */
    return told_above(r, n);
}

/* "The pact raises pay by 9 %", "she said the accord would cut tariffs": what it says. */
static entente_status read_of_its_terms(reading *r, uint32_t n)
{
    static const char *const saying[] = {"raise", "give", "provide", "require", "set", "allow", "include", "commit", "oblige", "bind", "stretch", "lower", "cut", "limit", "grant", "ban", "bar", "prohibit", "permit", "guarantee", "extend", "phase", "increase", "reduce", "halve", "double", "freeze", "lift", "scrap", "abolish", "eliminate", "pair", "combine", "split", "divide", "leave", "keep", "let", "end", "stipulate", "call", "see", "cap", "restore", "consolidate", "exempt", "forbid"};
    const tree *t = r->t;
    uint32_t v = tree_token(t, n)->dep == DEP_NSUBJ ? tree_head(t, n) : TREE_NONE, above = v == TREE_NONE ? TREE_NONE : tree_head(t, v), made = tree_child(t, n, DEP_ACL);
    bool main = v != TREE_NONE && (above == TREE_NONE || (tree_token(t, v)->dep == DEP_CCOMP && reading_is(r, above, CLASS_REPORT) && clause_subject(r, above) != TREE_NONE));
    uint32_t called = v != TREE_NONE && reading_is_lemma(r, v, "call") ? tree_child_case(t, v, DEP_OBL, "on") : TREE_NONE; /* "called on B to X" */
    if (!main || v < n || !tree_is_verb(t, v) || !LEXICON_IS_ANY(tree_token(t, v)->lemma, saying) || !(tree_token(t, v)->tag == TAG_VBZ || (called != TREE_NONE && called > v) || tree_child_lemma(t, v, DEP_AUX, "will") != TREE_NONE || tree_child_lemma(t, v, DEP_AUX, "would") != TREE_NONE) ||
        (reading_is(r, n, CLASS_COMMON) && !lexicon_is_either(tree_token(t, n)->lemma, "settlement", "contract")) || tree_child_case(t, n, DEP_NMOD, "between") != TREE_NONE || tree_child_case(t, n, DEP_NMOD, "with") != TREE_NONE || (made != TREE_NONE && made > n && tree_token(t, made)->tag == TAG_VBN) || !is_told_above(r, n))
        return ENTENTE_AGAIN; /* "the pact, signed in 2016, allows them to X" */
    TREE_CHILDREN(t, v, c)
        if (tree_token(t, c)->dep == DEP_ADVMOD && reading_is(r, c, CLASS_NEGATION))
            return ENTENTE_AGAIN;
    clause_action_alone(r, v);
    uint32_t more = tree_child(t, v, DEP_CONJ), other = more == TREE_NONE ? TREE_NONE : tree_child(t, more, DEP_NSUBJ);
    if (r->m.item_count && more != TREE_NONE && (other != TREE_NONE || (tree_token(t, v)->tag == TAG_VB && tree_token(t, more)->tag == TAG_VB))) {
        r->m.items[0].end = tree_token(t, t->left[more] - 1u)->end; /* "sets a date, and the two will meet again" */
        if (other == TREE_NONE)
            clause_action_alone(r, more); /* "would raise pay and limit overtime" */
    }
    return told_above(r, n);
}

/* "Prospects for an accord on quotas are dim", "the obstacles to an agreement": still ahead, between those in play. */
static entente_status read_prospects(reading *r, uint32_t n)
{
    static const char *const ways[] = {"obstacle", "barrier", "hurdle", "path", "road", "way", "route"};
    const tree *t = r->t;
    uint32_t what = tree_token(t, n)->dep == DEP_NMOD ? tree_head(t, n) : TREE_NONE, article = tree_child(t, n, DEP_DET);
    if (what == TREE_NONE || t->s->headline || !((lexicon_is_one(tree_token(t, what)->lemma, "prospect", "outlook", "chance") && lexicon_is_either(tree_case(t, n), "for", "of")) || (LEXICON_IS_ANY(tree_token(t, what)->lemma, ways) && lexicon_is_one(tree_case(t, n), "to", "toward", "towards"))) || article == TREE_NONE || tree_token(t, article)->low[0] != 'a' || reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT))
        return ENTENTE_AGAIN;
    entente_status e = sides_of_prospect(r, n);
    r->m.status = ENTENTE_AGREEMENT_PENDING;
    return reading_end(r, e, 2, 0, ENTENTE_KIND_MUTUAL, FAMILY_TALKS);
}

/* "Acme said the planned merger with Apex would save costs": still ahead. */
static entente_status read_planned(reading *r, uint32_t n)
{
    static const char *const other_side[] = {"with", "of", "by"};
    const tree *t = r->t;
    uint32_t v = tree_token(t, n)->dep == DEP_NSUBJ ? tree_head(t, n) : TREE_NONE, other = TREE_NONE;
    bool would = v != TREE_NONE && (tree_child_lemma(t, v, DEP_AUX, "will") != TREE_NONE || tree_child_lemma(t, v, DEP_AUX, "would") != TREE_NONE);
    for (size_t i = 0; i < sizeof other_side / sizeof *other_side && other == TREE_NONE; i++)
        other = tree_child_case(t, n, DEP_NMOD, other_side[i]);
    if (!reading_is_planned(r, n) || !would || !reading_is(r, n, CLASS_ACQUIRE) || other == TREE_NONE || !tree_token(t, other)->upper || tree_child_lemma(t, n, DEP_DET, "a") != TREE_NONE)
        return ENTENTE_AGAIN;
    uint32_t teller = sides_teller(r, v);
    entente_status e = sides_counterparts(r, n);
    if (!e)
        e = parties_read(r->parties, t, other, &r->m);
    if (!e && r->m.party_count == 1 && teller != TREE_NONE && tree_token(t, teller)->upper)
        e = parties_read(r->parties, t, teller, &r->m);
    if (!e)
        parties_complete(r->parties, &r->m);
    clause_instrument(r, n);
    r->m.status = ENTENTE_AGREEMENT_PENDING;
    return reading_end(r, e, 2, 0, ENTENTE_KIND_MUTUAL, FAMILY_CLOSING);
}

/* "The port and the dockers averted a strike with a deal". */
static entente_status read_averted(reading *r, uint32_t n)
{
    static const char *const ending[] = {"avert", "avoid", "end", "resolve", "defuse", "prevent", "settle"};
    const tree *t = r->t;
    uint32_t v = tree_head(t, n), article = tree_child(t, n, DEP_DET), o = v == TREE_NONE ? TREE_NONE : tree_child(t, v, DEP_OBJ);
    if (v != TREE_NONE && tree_is_nominal(t, v) && reading_is(r, v, CLASS_DISPUTE)) { /* it may hang on what is averted */
        o = v;
        v = tree_head(t, v);
    }
    uint32_t stopped = v == TREE_NONE ? TREE_NONE : tree_child(t, v, DEP_NSUBJ_PASS);
    if (stopped != TREE_NONE && stopped < n && v < n && reading_is(r, stopped, CLASS_DISPUTE) && tree_is_verb(t, v) && LEXICON_IS_ANY(tree_token(t, v)->lemma, ending) && article != TREE_NONE && tree_token(t, article)->low[0] == 'a' && lexicon_is_one(tree_case(t, n), "after", "by", "with") && !reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT) && clause_status(r, v)) {
        entente_status e = sides_counterparts(r, n); /* "a strike was averted after an agreement between A and B" */
        clause_instrument(r, n);
        clause_noun_complement(r, n);
        return reading_end(r, e, 2, 0, ENTENTE_KIND_MUTUAL, FAMILY_NOUN);
    }
    if (tree_token(t, n)->dep == DEP_NSUBJ && v != TREE_NONE && v > n && tree_is_verb(t, v) && o != TREE_NONE && o > v && LEXICON_IS_ANY(tree_token(t, v)->lemma, ending) && reading_is(r, o, CLASS_DISPUTE) && article != TREE_NONE && tree_token(t, article)->low[0] == 'a' && !reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT) && clause_status(r, v) && r->m.status == ENTENTE_AGREEMENT_REACHED) {
        uint32_t by = tree_child_case(t, o, DEP_NMOD, "by");
        by = by == TREE_NONE ? tree_child_case(t, v, DEP_OBL, "by") : by;
        uint32_t at = tree_child_case(t, by == TREE_NONE ? o : by, DEP_NMOD, "at"); /* "a last-minute deal averted a strike by guards at Acme" */
        entente_status e = sides_counterparts(r, n);
        if (!e)
            e = sides_counterparts(r, o);
        if (!e && by != TREE_NONE)
            e = parties_read(r->parties, t, by, &r->m);
        if (!e && at != TREE_NONE && tree_token(t, at)->upper)
            e = parties_read(r->parties, t, at, &r->m);
        clause_instrument(r, n);
        clause_noun_complement(r, n);
        return reading_end(r, e, 1, 0, ENTENTE_KIND_MUTUAL, FAMILY_NOUN);
    }
    if (strcmp(tree_case(t, n), "with") != 0 || v == TREE_NONE || v > n || !tree_is_verb(t, v) || !LEXICON_IS_ANY(tree_token(t, v)->lemma, ending) || !reading_is(r, o, CLASS_DISPUTE) || article == TREE_NONE || tree_token(t, article)->low[0] != 'a' || reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT) || clause_passive(t, v) || !clause_status(r, v))
        return ENTENTE_AGAIN;
    entente_status e = sides_subject(r, v);
    clause_instrument(r, n);
    clause_noun_complement(r, n);
    return reading_end(r, e, 2, 0, ENTENTE_KIND_MUTUAL, FAMILY_NOUN);
}

/* "Chad is a signatory of the pact", "is not a party to the accord": it has signed, or not. */
entente_status read_signatory(reading *r, uint32_t n)
{
    const tree *t = r->t;
    uint32_t deed = tree_child_case(t, n, DEP_NMOD, "to");
    deed = deed == TREE_NONE ? tree_child_case(t, n, DEP_NMOD, "of") : deed;
    bool became = reading_is_lemma(r, tree_head(t, n), "become") && tree_token(t, n)->dep == DEP_XCOMP;
    uint32_t s = became ? clause_subject(r, tree_head(t, n)) : tree_child(t, n, DEP_NSUBJ), named = reading_text_noun(r, deed, CLASS_TEXT);
    bool bare = deed == TREE_NONE && reading_is_lemma(r, n, "signatory") && r->parties->deal_words && tree_token(t, n)->dep != DEP_RELCL; /* "Chad was not a signatory": of what is spoken of */
    if (!(reading_is_lemma(r, n, "signatory") || (reading_is_lemma(r, n, "party") && deed != TREE_NONE && !strcmp(tree_case(t, deed), "to"))) || (!became && tree_child(t, n, DEP_COP) == TREE_NONE) || (named == TREE_NONE && !bare) || s == TREE_NONE || !(reading_is_somebody(r, s) || tree_token(t, s)->pos == POS_PRON) || !clause_status(r, became ? tree_head(t, n) : n))
        return ENTENTE_AGAIN;
    entente_status e = sides_subject(r, became ? tree_head(t, n) : n);
    if (!bare) {
        clause_instrument(r, named);
        clause_noun_complement(r, named);
    }
    return reading_end(r, e, 1, 0, ENTENTE_KIND_INSTRUMENT, FAMILY_SIGN);
}

/* "Peru has an agreement with Chile on X". */
static entente_status read_had(reading *r, uint32_t n)
{
    const tree *t = r->t;
    uint32_t g = tree_head(t, n), article = tree_child(t, n, DEP_DET), s = g == TREE_NONE ? TREE_NONE : clause_subject(r, g), with = tree_child_case(t, n, DEP_NMOD, "with");
    if (with == TREE_NONE && g != TREE_NONE)
        with = tree_child_case(t, g, DEP_OBL, "with");
    uint32_t place = g == TREE_NONE ? TREE_NONE : tree_child_case(t, g, DEP_OBL, "in"); /* "has a deal in place with B" */
    place = place == TREE_NONE ? tree_child_case(t, n, DEP_NMOD, "in") : place;
    if (with == TREE_NONE && reading_is_lemma(r, place, "place"))
        with = tree_child_case(t, place, DEP_NMOD, "with");
    bool somebody = reading_is_somebody(r, with);
    bool both = s != TREE_NONE && article != TREE_NONE && tree_child(t, n, DEP_ACL) != TREE_NONE && ((tree_child(t, s, DEP_CONJ) != TREE_NONE && tree_token(t, s)->upper) || (tree_token(t, s)->tag == TAG_NNS && reading_is(r, s, CLASS_GROUP) && !reading_is(r, s, CLASS_TITLE)));
    if (!reading_is_lemma(r, g, "have") || tree_token(t, n)->dep != DEP_OBJ || n < g || s == TREE_NONE || !(reading_is_somebody(r, s) || tree_token(t, s)->pos == POS_PRON) || reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT) ||
        !(somebody || both || (article != TREE_NONE && tree_is_low(t, article, "no"))) || (article != TREE_NONE && !lexicon_is_one(tree_token(t, article)->low, "a", "an", "no")) || reading_is_lemma(r, n, "understanding") || !clause_status(r, g))
        return ENTENTE_AGAIN;
    entente_status e = sides_subject(r, g);
    if (!e && somebody)
        e = parties_read(r->parties, t, with, &r->m);
    clause_instrument(r, n);
    clause_noun_complement(r, n);
    clause_topic_behind(r, g, n);
    if (article != TREE_NONE && tree_is_low(t, article, "no"))
        r->m.status = ENTENTE_AGREEMENT_REJECTED;
    bool one = r->m.status == ENTENTE_AGREEMENT_REJECTED && r->m.party_count == 1 && (r->m.parties[0].plural || tree_is_low(t, s, "we")); /* "they have no deal" */
    return reading_end(r, e, one || both ? 1 : 2, 0, ENTENTE_KIND_MUTUAL, FAMILY_NOUN);
}

/* "Acme is in the second year of a five-year deal with Apex". */
static entente_status read_running(reading *r, uint32_t n)
{
    static const char *const spans[] = {"year", "month", "season", "week", "day", "phase", "stage"};
    const tree *t = r->t;
    uint32_t span = tree_head(t, n), v = span == TREE_NONE || tree_child(t, span, DEP_COP) != TREE_NONE ? span : tree_head(t, span), with = tree_child_case(t, n, DEP_NMOD, "with");
    if (span == TREE_NONE || v == TREE_NONE || strcmp(tree_case(t, n), "of") != 0 || strcmp(tree_case(t, span), "in") != 0 || !LEXICON_IS_ANY(tree_token(t, span)->lemma, spans) || !reading_is_somebody(r, with) || (v != span && !reading_is_lemma(r, v, "be")) || clause_subject(r, v) == TREE_NONE || !clause_status(r, v))
        return ENTENTE_AGAIN;
    entente_status e = sides_subject_and(r, v, with);
    clause_instrument(r, n);
    clause_noun_complement(r, n);
    return reading_end(r, e, 2, 0, ENTENTE_KIND_MUTUAL, FAMILY_NOUN);
}

/* "The declaration signed with B is void". */
static entente_status read_signed_before(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t n = tree_head(t, v);
    if (!reading_is(r, v, CLASS_SIGN) || tree_token(t, v)->tag != TAG_VBN || tree_token(t, v)->dep != DEP_ACL || n > v || !tree_is_nominal(t, n))
        return ENTENTE_AGAIN;
    r->m.trigger = (view){tree_token(t, v)->start, tree_token(t, v)->end};
    r->m.status = ENTENTE_AGREEMENT_REACHED;
    entente_status e = sides_counterparts(r, v);
    clause_instrument(r, n);
    clause_noun_complement(r, n);
    return reading_end(r, e, 0, 0, ENTENTE_KIND_INSTRUMENT, FAMILY_PRESUPPOSED);
}

/* "The treaty between A and B bans mines", "under the deal, A will build it": that there is one is presupposed. In an article the sentence that asserts it is its mention; a text of one sentence has no other. */
entente_status read_presupposed(reading *r, uint32_t n)
{
    static const char *const ahead[] = {"potential", "possible", "proposed", "future", "planned", "draft", "prospective", "eventual"};
    static const char *const plain[] = {"agreement", "accord", "treaty", "pact", "armistice", "covenant"}, *const idle[] = {"big", "real", "great", "good", "no", "raw", "a", "your", "my"};
    const tree *t = r->t;
    uint32_t g = tree_head(t, n), article = tree_child(t, n, DEP_DET);
    if (tree_is_predicate(t, n))
        return read_signed_before(r, n);
    bool asked = g != TREE_NONE && tree_is_low(t, g, "what"), idiom = article == TREE_NONE && n > 0 && tree_is_low(t, n - 1, "in"); /* "what's the deal?", "in accord with the law" */
    if (!reading_is(r, n, CLASS_TEXT) || reading_is(r, n, CLASS_COMMON | CLASS_ACQUIRE) || asked || idiom)
        return ENTENTE_AGAIN;
    bool definite = article != TREE_NONE && lexicon_is_one(tree_token(t, article)->low, "the", "this", "these"), described = n > 0 && tree_token(t, n - 1)->head == n && (tree_token(t, n - 1)->pos == POS_NOUN || tree_token(t, n - 1)->dep == DEP_AMOD) && !LEXICON_IS_ANY(tree_token(t, n - 1)->low, idle);
    bool known = (definite && tree_child(t, n, DEP_COP) == TREE_NONE) || LEXICON_IS_ANY(tree_token(t, n)->lemma, plain) || (described && reading_is_lemma(r, n, "deal")); /* "the deal was cleared", "a property deal", not "this is the real deal" */
    uint32_t terms = reading_is_lemma(r, g, "term") ? g : n, v = clause_verb_above(t, terms);
    r->m.trigger = (view){tree_token(t, n)->start, tree_token(t, n)->end};
    r->m.status = ENTENTE_AGREEMENT_REACHED;
    reading told = *r;
    if (!definite && v != TREE_NONE && clause_status(&told, v))
        r->m.status = told.m.status; /* "you will reach an agreement" */
    TREE_CHILDREN(t, n, c)
        if (c < n && LEXICON_IS_ANY(tree_token(t, c)->low, ahead))
            r->m.status = ENTENTE_AGREEMENT_PENDING;
    entente_status e = sides_counterparts(r, n);
    clause_instrument(r, n);
    clause_noun_complement(r, n);
    clause_of_text(r, n);
    clause_called_for(r, terms);
    if (!r->m.item_count && !strcmp(tree_case(t, terms), "under") && v != TREE_NONE) {
        uint32_t s = clause_subject(r, v), behind = t->right[terms] + 1u;
        if (s == TREE_NONE)
            clause_actions(r, v);
        else
            clause_action_alone(r, v);
        if (r->m.item_count && r->m.items[0].start < tree_token(t, n)->start && behind <= v)
            r->m.items[0].start = r->m.content.start = tree_token(t, behind)->start;
        if (!e && r->m.party_count < 2 && reading_is_somebody(r, s))
            e = sides_subject(r, v);
    }
    return reading_end(r, e, r->m.item_count || known ? 0 : 1, 0, ENTENTE_KIND_MUTUAL, FAMILY_PRESUPPOSED);
}

/* A noun that no verb of assent governs: "a deal between A and B", "close to a pact", "A's pledge to X", a headline's noun. */
entente_status read_noun(reading *r, uint32_t n)
{
    const tree *t = r->t;
    uint32_t g = tree_head(t, n);
    uint8_t dep = tree_token(t, n)->dep;
    bool instrument = reading_is(r, n, CLASS_TEXT) && !reading_is(r, n, CLASS_AGREE), duty = reading_is(r, n, CLASS_DUTY) && !instrument && (reading_is_lemma(r, n, "pledge") || reading_is_lemma(r, n, "promise") || reading_is_lemma(r, n, "vow"));
    const char *preposition = tree_case(t, n);
    static const char *const getting[] = {"secure", "win", "receive", "get", "obtain", "extract", "gain", "elicit", "wring", "draw"};
    uint32_t giver = tree_child_case(t, n, DEP_NMOD, "from");
    giver = giver == TREE_NONE && g != TREE_NONE ? tree_child_case(t, g, DEP_OBL, "from") : giver;
    TREE_CHILDREN(t, n, c) /* "secured a NATO promise that X" */
        if (giver == TREE_NONE && c < n && tree_token(t, c)->upper && (tree_token(t, c)->dep == DEP_COMPOUND || tree_token(t, c)->dep == DEP_AMOD))
            giver = c;
    duty |= reading_is_lemma(r, n, "commitment") && !instrument && !strcmp(preposition, "include") && tree_child_case(t, n, DEP_NMOD, "by") != TREE_NONE; /* "the statement, including the commitment by B to X" */
    duty |= reading_is_lemma(r, n, "commitment") && !instrument && dep == DEP_OBJ && (clause_hails(t, g) || reading_is_lemma(r, g, "announce")); /* "welcomed the commitment by B to X" */
    bool given = reading_is(r, n, CLASS_DUTY) && !instrument && !reading_is_lemma(r, n, "offer") && giver != TREE_NONE && dep == DEP_OBJ && tree_is_verb(t, g) && LEXICON_IS_ANY(tree_token(t, g)->lemma, getting) && reading_is_somebody(r, giver); /* "secured a pledge from B to X" */
    duty |= given;
    bool headed = t->s->headline && g == TREE_NONE && !instrument && reading_is_lemma(r, n, "commitment") && tree_child_case(t, n, DEP_NMOD, "on") != TREE_NONE; /* "New Peruvian Commitment on Mines" */
    duty |= headed;
    if ((!instrument && !duty) || (tree_token(t, n)->pos != POS_NOUN && tree_token(t, n)->pos != POS_PROPN) || dep == DEP_COMPOUND || dep == DEP_AMOD || dep == DEP_FLAT)
        return ENTENTE_AGAIN;
    static const char *const keeping[] = {"accordance", "line", "keeping", "compliance", "conformity", "coordination", "connection"};
    uint32_t judge = dep == DEP_OBJ && reading_is(r, g, CLASS_ACCEPT | CLASS_REFUSE) ? clause_subject(r, g) : TREE_NONE; /* "a judge approved the settlement between A and B" */
    bool ruled = judge != TREE_NONE && lexicon_is_one(tree_token(t, judge)->lemma, "judge", "court", "tribunal");
    bool struck = reading_is_lemma(r, n, "settlement") && (ruled || tree_child_lemma(t, n, DEP_DET, "a") != TREE_NONE) && tree_child_case(t, n, DEP_NMOD, "between") != TREE_NONE; /* that of a suit */
    bool settled = lexicon_is_either(tree_token(t, n)->lemma, "settlement", "contract") && !strcmp(tree_case(t, n), "under");
    bool paid = reading_is_lemma(r, n, "settlement") && t->s->headline && !strcmp(tree_case(t, n), "in"); /* "Acme to pay $30m in bribery settlement" */
    bool tells = dep == DEP_NSUBJ && lexicon_is_either(tree_token(t, n)->lemma, "settlement", "contract"); /* "the contract raises pay" */
    if ((reading_is(r, n, CLASS_COMMON) && !struck && !settled && !paid && !tells) || (g != TREE_NONE && LEXICON_IS_ANY(tree_token(t, g)->lemma, keeping))) /* "in line with the accord between A and B" */
        return ENTENTE_AGAIN;
    if (g != TREE_NONE && dep == DEP_NMOD && !strcmp(preposition, "for") && (reading_is_lemma(r, g, "call") || lexicon_is_one(tree_token(t, g)->lemma, "appeal", "plea", "demand")))
        return ENTENTE_AGAIN; /* "calls for a truce between A and B": there is none */
    uint32_t urged = g != TREE_NONE && dep == DEP_OBJ && tree_token(t, g)->dep == DEP_ACL && tree_child_lemma(t, g, DEP_MARK, "of") != TREE_NONE ? tree_head(t, g) : TREE_NONE;
    if (urged != TREE_NONE && lexicon_is_one(tree_token(t, urged)->lemma, "urgency", "importance", "need"))
        return ENTENTE_AGAIN; /* "the importance of striking a truce" */
    uint32_t action = tree_child(t, n, DEP_ACL);
    bool own = reading_is_lemma(r, n, "agreement") && tree_child(t, n, DEP_POSS) != TREE_NONE && action != TREE_NONE && tree_token(t, action)->tag == TAG_VB; /* "A's agreement to X" */
    uint32_t whose = tree_child_case(t, n, DEP_NMOD, "of"); /* "today's agreement of 30 countries to X" */
    if (!own && reading_is_lemma(r, n, "agreement") && whose != TREE_NONE && (reading_is_somebody(r, whose) || reading_is(r, whose, CLASS_GROUP)))
        for (uint32_t i = t->right[whose] + 1u; i < t->s->count && i < t->right[whose] + 3u && !own; i++)
            if (tree_token(t, i)->dep == DEP_ACL && tree_child_lemma(t, i, DEP_MARK, "to") != TREE_NONE) {
                own = true;
                action = i;
                clause_actions(r, i);
            }
    bool exists = g != TREE_NONE && dep == DEP_NSUBJ && tree_child(t, g, DEP_EXPL) != TREE_NONE; /* "there was agreement on X" */
    bool told = own || exists || g == TREE_NONE || reading_is(r, g, CLASS_ANNOUNCE) || dep == DEP_APPOS || dep == DEP_PARATAXIS || dep == DEP_LIST || tree_child(t, n, DEP_EXPL) != TREE_NONE ||
                (dep == DEP_CONJ && reading_is(r, g, CLASS_TEXT)) || (dep == DEP_CONJ && duty && reading_is(r, g, CLASS_DUTY) && reading_is(r, tree_head(t, g), CLASS_ANNOUNCE));
    static entente_status (*const ways[])(reading *, uint32_t) = {read_in_agreement, read_without, read_partners, read_under, read_under_told, read_of_its_terms, read_takeover_deal, read_trade_deal, read_plea_deal, read_headline_deal, read_averted, read_prospects, read_planned, read_near_accord, read_led, read_near, read_outcome, read_deadlock, read_had, read_running};
    entente_status e = ENTENTE_AGAIN;
    for (size_t i = 0; i < sizeof ways / sizeof *ways && e == ENTENTE_AGAIN; i++) {
        reading tried = *r;
        e = ways[i](&tried, n);
        if (e != ENTENTE_AGAIN)
            *r = tried;
    }
    if (e != ENTENTE_AGAIN || paid)
        return e;
    bool in_talks = g != TREE_NONE && dep == DEP_NMOD && reading_is(r, g, CLASS_TALKS) && lexicon_is_one(tree_case(t, g), "in", "on", "within") && tree_child(t, g, DEP_COP) != TREE_NONE && clause_subject(r, g) != TREE_NONE; /* "are in talks over a deal", "on the verge of one" */
    uint32_t talkers = g != TREE_NONE && t->s->headline && reading_is(r, g, CLASS_TALKS) && tree_token(t, g)->dep == DEP_NMOD && !strcmp(tree_case(t, g), "in") ? tree_head(t, g) : TREE_NONE; /* "A and B in talks on a deal" */
    uint32_t beside = t->s->headline && g != TREE_NONE && dep == DEP_NMOD && tree_head(t, g) == TREE_NONE && tree_token(t, g)->upper ? tree_child_case(t, g, DEP_NMOD, "in") : TREE_NONE;
    if (t->s->headline && talkers == TREE_NONE && g != TREE_NONE && dep == DEP_NMOD && tree_token(t, g)->dep == DEP_NMOD && !strcmp(tree_case(t, g), "with") && tree_head(t, tree_head(t, g)) != TREE_NONE && !strcmp(tree_case(t, tree_head(t, g)), "in")) {
        beside = tree_head(t, g); /* "A in talks with B over deal", the deal hung on B */
        g = tree_head(t, beside);
    }
    if (talkers == TREE_NONE && beside != TREE_NONE && beside < n && reading_is(r, beside, CLASS_TALKS) && lexicon_is_one(preposition, "on", "over", "for")) { /* the same where both hang on "A" */
        talkers = g;
        g = beside;
        e = sides_counterparts(r, beside);
        if (e)
            return e;
    }
    uint32_t before = t->left[n] > 0 ? t->left[n] - 1u : TREE_NONE; /* "seen close to a pact", "moved closer to a deal" */
    if (g != TREE_NONE && dep == DEP_OBL && tree_is_verb(t, g) && !strcmp(preposition, "to") && before != TREE_NONE && tree_token(t, before)->head == g && (tree_is_low(t, before, "close") || tree_is_low(t, before, "closer")))
        g = before;
    bool planned = g != TREE_NONE && !strcmp(preposition, "for") && lexicon_is_one(tree_token(t, g)->lemma, "initiative", "framework", "roadmap"); /* "an initiative for a deal between A and B" */
    bool near = g != TREE_NONE && (dep == DEP_OBL || dep == DEP_NMOD) && (reading_is(r, g, CLASS_NEARBY) || tree_is_low(t, g, "closer") || (reading_is(r, g, CLASS_TALKS) && (!strcmp(preposition, "on") || !strcmp(preposition, "for") || !strcmp(preposition, "over") || !strcmp(preposition, "of"))));
    static const char *const approaching[] = {"inch", "edge", "move", "work", "head", "progress", "creep"};
    bool toward = g != TREE_NONE && dep == DEP_OBL && instrument && (!strcmp(preposition, "toward") || !strcmp(preposition, "towards")) && tree_is_verb(t, g) && LEXICON_IS_ANY(tree_token(t, g)->lemma, approaching); /* "are inching toward a deal" */
    static const char *const ways_on[] = {"toward", "towards", "on", "in"};
    bool progress = g != TREE_NONE && instrument && LEXICON_IS_ANY(preposition, ways_on) && (dep == DEP_OBL ? reading_makes_progress(r, g) : dep == DEP_NMOD && reading_is_progress(r, g)); /* "made progress toward a deal" */
    toward |= progress && dep == DEP_OBL;
    near |= toward || progress;
    bool included = g != TREE_NONE && !strcmp(preposition, "include"); /* "launch an alliance, including a pledge to X" */
    if (included && (duty || (instrument && action != TREE_NONE && tree_token(t, action)->tag == TAG_VB))) { /* "agreements, including a pact to X" */
        told = true;
        e = sides_subject(r, g);
        if (e)
            return e;
    }
    if (given) {
        told = true;
        e = parties_read(r->parties, t, giver, &r->m);
        e = e ? e : sides_subject(r, g);
        if (e)
            return e;
        if (!clause_status(r, g))
            return ENTENTE_AGAIN;
    }
    bool bare = included || *preposition == '\0' || !strcmp(preposition, "of") || !strcmp(preposition, "as") || !strcmp(preposition, "with") || !strcmp(preposition, "follow");
    bare |= own && !strcmp(preposition, "on") && reading_is_lemma(r, g, "statement"); /* "Statement on today's agreement of 30 countries to X" */
    uint32_t article = tree_child(t, n, DEP_DET), sides = tree_child_case(t, n, DEP_NMOD, "between");
    bool fresh = instrument && article != TREE_NONE && (!strcmp(tree_token(t, article)->low, "a") || !strcmp(tree_token(t, article)->low, "an")) && sides != TREE_NONE; /* "following an agreement between A and B" */
    bool after = t->s->headline && instrument && !strcmp(preposition, "after") && article == TREE_NONE && !reading_is(r, n, CLASS_WEAKTEXT); /* "Strike off after pay deal" */
    bool over = after && g != TREE_NONE && tree_is_verb(t, g) && tree_token(t, g)->dep == DEP_ROOT && sides == TREE_NONE && reading_is(r, tree_child(t, g, DEP_OBJ), CLASS_DISPUTE); /* "Guards end strike after pay deal" */
    if (!near && over) {
        e = sides_subject(r, g);
        if (e)
            return e;
    } else if (!near && after && sides == TREE_NONE)
        parties_in_play(r->parties, &r->m, (view){tree_token(t, n)->start, tree_token(t, n)->end});
    if (!near && (fresh || after))
        told = bare = true;
    e = ENTENTE_OK;
    if (near && talkers != TREE_NONE) {
        e = parties_read(r->parties, t, talkers, &r->m);
        r->m.status = ENTENTE_AGREEMENT_PENDING;
    } else if (near && (in_talks || toward || reading_is(r, g, CLASS_NEARBY) || tree_token(t, g)->dep == DEP_NSUBJ)) {
        e = sides_subject(r, tree_token(t, g)->dep == DEP_ADVMOD ? tree_head(t, g) : g); /* "inched closer to it" */
        if (!e && in_talks)
            e = sides_counterparts(r, g);
        r->m.status = ENTENTE_AGREEMENT_PENDING;
    } else if (near || !bare || !told) {
        static const char *const others[] = {"these", "those", "such", "any", "every", "previous", "earlier", "past", "old", "existing", "similar", "other"};
        uint32_t with = tree_child_case(t, n, DEP_NMOD, "with"), owner = tree_child(t, n, DEP_POSS);
        bool between = sides != TREE_NONE && (reading_is_somebody(r, sides) || tree_child(t, sides, DEP_CONJ) != TREE_NONE);
        bool owned = with != TREE_NONE && reading_is_somebody(r, owner) && reading_is_somebody(r, with);
        bool pair = instrument && (between || owned) && strcmp(preposition, "under") != 0; /* "the deal between A and B would create X", "A's deal with B"; "a review under the pact between A and B" is of an old one */
        TREE_CHILDREN(t, n, c)
            pair &= !(c < n && (LEXICON_IS_ANY(tree_token(t, c)->low, others) || tree_token(t, c)->dep == DEP_NUMMOD || isdigit((unsigned char)*tree_token(t, c)->low)));
        if (near || !pair)
            return ENTENTE_AGAIN;
    }
    if (!e)
        e = sides_counterparts(r, n);
    if (!e && near && instrument && r->m.party_count == 1) /* "close to a deal to buy B" */
        e = sides_target(r, n);
    clause_noun_complement(r, n);
    for (uint32_t i = giver == TREE_NONE ? n : giver + 1; given && i < t->s->count && i <= t->right[giver] + 2u && !r->m.item_count; i++) /* "a commitment from B to X", the infinitive hung on B or the verb */
        if (i > giver && tree_token(t, i)->tag == TAG_VB && (tree_token(t, i)->dep == DEP_ACL || tree_token(t, i)->dep == DEP_ADVCL) && tree_child_lemma(t, i, DEP_MARK, "to") != TREE_NONE)
            clause_actions(r, i);
    uint32_t sought = given && !r->m.item_count ? tree_child_case(t, giver, DEP_NMOD, "for") : TREE_NONE; /* "a commitment from B for $2 million" */
    sought = given && !r->m.item_count && sought == TREE_NONE ? tree_child_case(t, g, DEP_OBL, "for") : sought;
    if (sought != TREE_NONE && sought > giver)
        clause_topic(r, sought);
    if (given && !r->m.item_count)
        clause_topic(r, n); /* "received security guarantees from B" */
    if (headed && !r->m.item_count)
        clause_topic(r, tree_child_case(t, n, DEP_NMOD, "on"));
    if ((duty || exists) && !r->m.item_count && g != TREE_NONE)
        TREE_CHILDREN(t, g, c) /* "welcomed the pledge by A to X", "there was consensus across B to X": the infinitive may hang on the verb */
            if (!r->m.item_count && c > n && tree_token(t, c)->dep == DEP_ADVCL && tree_token(t, c)->tag == TAG_VB)
                clause_actions(r, c);
    if (instrument) {
        clause_instrument(r, n);
        clause_of_text(r, n);
    }
    if (exists) { /* "there is no agreement with B", "there was not a deal" */
        if (!clause_status(r, g))
            return ENTENTE_AGAIN;
        TREE_CHILDREN(t, n, c)
            if (tree_token(t, c)->dep == DEP_DET && !strcmp(tree_token(t, c)->low, "no"))
                r->m.status = ENTENTE_AGREEMENT_REJECTED;
        if (!e && r->m.status == ENTENTE_AGREEMENT_REJECTED && r->m.party_count < 2)
            parties_in_play(r->parties, &r->m, (view){tree_token(t, n)->start, tree_token(t, n)->end});
    }
    if (exists && !r->m.item_count && r->m.party_count < (r->m.status == ENTENTE_AGREEMENT_REJECTED ? 1 : 2))
        return e ? e : ENTENTE_AGAIN;
    bool several = r->m.party_count == 1 && r->m.parties[0].plural && sides != TREE_NONE; /* "between the two tribes" */
    if (g == TREE_NONE && article != TREE_NONE && tree_is_low(t, article, "no"))
        r->m.status = ENTENTE_AGREEMENT_REJECTED; /* "No deal between A and B" */
    uint32_t needed = exists ? 0 : after && sides == TREE_NONE ? 1 : near || duty || own || several ? 1 : 2;
    if (e || r->m.party_count < needed || (duty && !r->m.item_count))
        return e ? e : ENTENTE_AGAIN;
    if (duty && !included && !given && !headed && tree_child(t, n, DEP_POSS) == TREE_NONE && tree_child_case(t, n, DEP_NMOD, "by") == TREE_NONE)
        return ENTENTE_AGAIN;
    r->m.kind = duty || (own && r->m.party_count < 2) ? ENTENTE_KIND_COMMITMENT : ENTENTE_KIND_MUTUAL;
    bool refused = g != TREE_NONE && tree_is_verb(t, g) && tree_child(t, g, DEP_OBJ) == n && (reading_is(r, g, CLASS_REFUSE) || reading_is_lemma(r, g, "block")) && tree_child_lemma(t, g, DEP_ADVMOD, "not") == TREE_NONE;
    if (refused && r->m.status == ENTENTE_AGREEMENT_REACHED)
        r->m.status = ENTENTE_AGREEMENT_REJECTED; /* "a judge rejected a settlement between A and B" */
    if (planned && r->m.status == ENTENTE_AGREEMENT_REACHED)
        r->m.status = ENTENTE_AGREEMENT_PENDING;
    r->m.family = near ? FAMILY_TALKS : FAMILY_NOUN;
    return ENTENTE_OK;
}

/* "A's withdrawal from the pact", "the conclusion of a new treaty by A and B", "violations of the truce by A". */
entente_status read_nominal(reading *r, uint32_t n)
{
    static const char *const prepositions[] = {"of", "from", "to"};
    const tree *t = r->t;
    uint32_t about = TREE_NONE;
    if (tree_token(t, n)->dep == DEP_COMPOUND || reading_is_lemma(r, n, "implementation") || reading_is_lemma(r, tree_head(t, n), "anniversary"))
        return ENTENTE_AGAIN;
    bool an_end = reading_is_lemma(r, n, "end") && tree_child_lemma(t, n, DEP_DET, "a") != TREE_NONE; /* "announced an end to its truce" */
    if (reading_is_lemma(r, n, "end") && (!an_end || !reading_is_lemma(r, tree_head(t, n), "announce") || tree_token(t, n)->dep != DEP_OBJ))
        return ENTENTE_AGAIN;
    for (size_t i = an_end ? 2 : 0; i < 3 && about == TREE_NONE; i++)
        about = reading_text_noun(r, tree_child_case(t, n, DEP_NMOD, prepositions[i]), CLASS_TEXT);
    uint32_t maker = tree_child_case(t, n, DEP_NMOD, "by"), g = tree_head(t, n);
    if (maker == TREE_NONE && g != TREE_NONE && tree_is_verb(t, g) && g < n)
        maker = tree_child_case(t, g, DEP_OBL, "by");
    bool apart = about == TREE_NONE && maker != TREE_NONE && maker > n && maker < n + 6 && reading_is(r, n, CLASS_MAKING | CLASS_ENDING); /* "the declaration today by Peru of a truce", the truce hung on Peru */
    for (uint32_t i = maker + 1; apart && i <= t->right[maker] && about == TREE_NONE; i++)
        if (tree_token(t, i)->dep == DEP_NMOD && !strcmp(tree_case(t, i), "of") && reading_is(r, i, CLASS_TEXT))
            about = i;
    uint32_t talks = about == TREE_NONE ? tree_child_case(t, n, DEP_NMOD, "of") : TREE_NONE;
    bool done = reading_is(r, talks, CLASS_TALKS) && reading_is_lemma(r, n, "conclusion") && g != TREE_NONE && reading_is(r, g, CLASS_ANNOUNCE) && tree_is_verb(t, g);
    if (done) { /* "A and B announced the conclusion of negotiations on a pact" */
        about = reading_text_noun(r, tree_child_case(t, talks, DEP_NMOD, "on"), CLASS_TEXT);
        about = about == TREE_NONE ? reading_text_noun(r, tree_child_case(t, n, DEP_NMOD, "on"), CLASS_TEXT) : about;
    }
    uint32_t failed = talks != TREE_NONE ? talks : tree_child_case(t, n, DEP_NMOD, "in");
    if (about == TREE_NONE && reading_is_talks(r, failed) && lexicon_is_one(tree_token(t, n)->lemma, "collapse", "breakdown", "failure")) { /* "after a breakdown in negotiations with B" */
        uint32_t with = tree_child_case(t, failed, DEP_NMOD, "with");
        entente_status told = sides_counterparts(r, failed);
        if (!told && r->m.party_count == 1 && with != TREE_NONE && g != TREE_NONE && tree_is_verb(t, g) && clause_subject(r, g) != TREE_NONE)
            told = sides_subject(r, g);
        if (!told && !r->m.party_count)
            parties_in_play(r->parties, &r->m, (view){tree_token(t, failed)->start, tree_token(t, failed)->end});
        r->m.status = ENTENTE_AGREEMENT_REJECTED;
        return reading_end(r, told, 1, 0, ENTENTE_KIND_MUTUAL, FAMILY_TALKS);
    }
    if (about == TREE_NONE || tree_is_verb(t, about) || (reading_is(r, about, CLASS_COMMON) && reading_is(r, n, CLASS_MAKING)))
        return ENTENTE_AGAIN;
    clause_instrument(r, about);
    entente_status e = apart ? parties_read(r->parties, t, maker, &r->m) : sides_counterparts(r, n);
    if (!e)
        e = sides_counterparts(r, about);
    if (!e && (done || an_end) && r->m.party_count < 2)
        e = sides_subject(r, g);
    bool breach = lexicon_is_one(tree_token(t, n)->lemma, "breach", "violation", "contravention") && !strcmp(tree_case(t, n), "in") && tree_child(t, n, DEP_COP) != TREE_NONE; /* "is in breach of the accord" */
    if (!e && breach) {
        if (!clause_status(r, n) || r->m.status != ENTENTE_AGREEMENT_REACHED)
            return ENTENTE_AGAIN;
        e = r->m.party_count < 2 ? sides_subject(r, n) : ENTENTE_OK;
    }
    uint32_t above = tree_head(t, n);
    uint32_t hailed = reading_is_lemma(r, above, "congratulate") || reading_is_lemma(r, above, "commend") ? tree_child(t, above, DEP_OBJ) : TREE_NONE; /* "We congratulate A and B on the signing of the accord" */
    if (!e && !r->m.party_count && hailed != TREE_NONE && hailed < n && reading_is_somebody(r, hailed))
        e = parties_read(r->parties, t, hailed, &r->m);
    bool news = reading_is_lemma(r, above, "welcome") || reading_is_lemma(r, above, "announce") || reading_is_lemma(r, above, "announcement");
    if (!e && !r->m.party_count && news && reading_is(r, n, CLASS_MAKING)) /* "welcomes the extension of the truce" */
        parties_in_play(r->parties, &r->m, (view){tree_token(t, about)->start, tree_token(t, about)->end});
    if (e || (!r->m.party_count && !(news && reading_is(r, n, CLASS_MAKING))))
        return e ? e : ENTENTE_AGAIN;
    r->m.status = reading_is(r, n, CLASS_ENDING) ? ENTENTE_AGREEMENT_BROKEN : reading_is(r, n, CLASS_REFUSAL) ? ENTENTE_AGREEMENT_REJECTED : ENTENTE_AGREEMENT_REACHED;
    static const char *const delaying[] = {"postpone", "delay", "put", "defer"};
    uint32_t particle = above == TREE_NONE ? TREE_NONE : tree_child(t, above, DEP_PRT);
    bool put_off = r->m.status == ENTENTE_AGREEMENT_REACHED && above != TREE_NONE && tree_is_verb(t, above) && LEXICON_IS_ANY(tree_token(t, above)->lemma, delaying) && (!reading_is_lemma(r, above, "put") || (particle != TREE_NONE && tree_is_low(t, particle, "off"))); /* "the signing of the pact was put off" */
    bool cancelled = r->m.status == ENTENTE_AGREEMENT_REACHED && above != TREE_NONE && lexicon_is_one(tree_token(t, above)->lemma, "cancel", "scrap", "abandon");
    r->m.status = put_off ? ENTENTE_AGREEMENT_PENDING : cancelled ? ENTENTE_AGREEMENT_REJECTED : r->m.status;
    r->m.kind = r->m.party_count > 1 && r->m.status == ENTENTE_AGREEMENT_BROKEN && !tree_token(t, about)->upper ? ENTENTE_KIND_MUTUAL : ENTENTE_KIND_INSTRUMENT; /* a deal of theirs, or a text */
    r->m.family = FAMILY_NOMINAL;
    return ENTENTE_OK;
}

entente_status read_over(reading *r, uint32_t i)
{
    static const char *const unsettled[] = {"stuck", "subject", "conditional", "contingent"}; /* not over */
    const tree *t = r->t;
    uint32_t s = tree_child(t, i, DEP_NSUBJ_PASS) != TREE_NONE ? tree_child(t, i, DEP_NSUBJ_PASS) : tree_child(t, i, DEP_NSUBJ), n = tree_child(t, i, DEP_COP) != TREE_NONE || (t->s->headline && tree_token(t, i)->dep == DEP_CCOMP) || (tree_is_low(t, i, "finished") && tree_child(t, i, DEP_NSUBJ_PASS) != TREE_NONE) ? reading_text_noun(r, s, CLASS_TEXT | CLASS_TALKS) : TREE_NONE, v = TREE_NONE;
    for (uint32_t k = i; n == TREE_NONE && k > 1 && k + 3 > i; k--) /* "declared the truce over", "declared the accord null and void" */
        if (reading_is(r, k - 1, CLASS_TEXT) && tree_token(t, k - 1)->pos == POS_NOUN)
            for (uint32_t d = k - 1; d > 0 && d + 6 > k && v == TREE_NONE; d--)
                if (reading_is_lemma(r, d, "declare") || reading_is_lemma(r, d, "pronounce")) {
                    v = d;
                    n = k - 1;
                }
    uint32_t before = i > 1 ? i - 1 : 0;
    if (LEXICON_IS_ANY(tree_token(t, i)->low, unsettled) || (v == TREE_NONE && n != TREE_NONE && !clause_status(r, i)) || (before && tree_is_low(t, before, "and") && reading_is(r, before - 1u, CLASS_STANDING)))
        return ENTENTE_AGAIN; /* "null and void" is told once */
    bool no_longer = tree_is_low(t, before, "longer") && tree_is_low(t, before - 1u, "no"), stands = tree_is_low(t, i, "valid") || tree_is_low(t, i, "binding");
    if (n == TREE_NONE || r->m.status == ENTENTE_AGREEMENT_PENDING || (stands ? !no_longer : no_longer || r->m.status == ENTENTE_AGREEMENT_REJECTED) || (tree_child_lemma(t, n, DEP_DET, "the") == TREE_NONE && tree_child_lemma(t, n, DEP_DET, "these") == TREE_NONE && tree_child(t, n, DEP_POSS) == TREE_NONE && !t->s->headline && !(v != TREE_NONE && (tree_is_low(t, n - 1, "the") || (n > 1 && tree_is_low(t, n - 2, "the"))))))
        return ENTENTE_AGAIN; /* "is no longer void", "may be over"; "an agreement is binding", whichever */
    entente_status e = sides_counterparts(r, n);
    uint32_t g = tree_head(t, i), report = v != TREE_NONE ? v : g != TREE_NONE && reading_is(r, g, CLASS_REPORT) && tree_is_verb(t, g) ? g : TREE_NONE, teller = report == TREE_NONE ? TREE_NONE : clause_subject(r, report);
    bool own = v != TREE_NONE || reading_is_lemma(r, report, "declare"); /* who declares it withdraws from it; who says so may only report */
    entente_sector side = teller == TREE_NONE ? 0 : lexicon_sector(tree_token(t, teller)->low);
    bool one_of_them = teller != TREE_NONE && (own || parties_is_state(t, teller) || side == ENTENTE_SECTOR_REB || side == ENTENTE_SECTOR_MIL || side == ENTENTE_SECTOR_LAB || side == ENTENTE_SECTOR_BUS);
    if (!e && one_of_them && (reading_is_somebody(r, teller) || reading_is(r, teller, CLASS_TITLE | CLASS_GROUP)))
        e = parties_read(r->parties, t, teller, &r->m);
    if (!e && !r->m.party_count)
        parties_in_play(r->parties, &r->m, (view){tree_token(t, n)->start, tree_token(t, n)->end});
    if (reading_is(r, n, CLASS_TEXT))
        clause_instrument(r, n);
    r->m.status = reading_is(r, n, CLASS_TEXT) ? ENTENTE_AGREEMENT_BROKEN : ENTENTE_AGREEMENT_REJECTED;
    return reading_end(r, e, 1, 0, r->m.party_count > 1 ? ENTENTE_KIND_MUTUAL : ENTENTE_KIND_INSTRUMENT, FAMILY_BREAK);
}

/* "came to terms with B on X", "shook hands on X": no noun of agreement, but two sides and what it is about. */
entente_status read_terms(reading *r, uint32_t v)
{
    static const char *const topics[] = {"on", "over", "for", "to"};
    const tree *t = r->t;
    uint32_t to = tree_child_case(t, v, DEP_OBL, "to"), hands = tree_child(t, v, DEP_OBJ), n = TREE_NONE, on = TREE_NONE;
    static const char *const names[] = {"initial", "signature", "name", "pen"};
    bool together = reading_is_lemma(r, v, "come") && v + 1 < t->s->count && tree_is_low(t, v + 1, "together"), penned = reading_is_lemma(r, v, "put") && hands != TREE_NONE && hands > v && LEXICON_IS_ANY(tree_token(t, hands)->lemma, names);
    if (penned) { /* "put their names to a pact", "put pen to paper on a deal" */
        uint32_t paper = reading_is_lemma(r, to, "paper") ? tree_child_case(t, v, DEP_OBL, "on") : to;
        paper = paper == TREE_NONE && reading_is_lemma(r, to, "paper") ? tree_child_case(t, to, DEP_NMOD, "on") : paper;
        uint32_t deed = reading_text_noun(r, paper, CLASS_TEXT | CLASS_WEAKTEXT);
        if (deed == TREE_NONE && !reading_is_lemma(r, to, "paper") && paper != TREE_NONE && tree_token(t, paper)->pos == POS_NOUN && !parties_is_people(t, paper))
            deed = paper; /* "put their names to a formula": whatever is signed is a text */
        if (deed == TREE_NONE || clause_subject(r, v) == TREE_NONE)
            return ENTENTE_AGAIN;
        entente_status e = sides_of_text(r, v, deed);
        return reading_end(r, e, 1, 0, ENTENTE_KIND_INSTRUMENT, FAMILY_SIGN);
    }
    if (reading_is_lemma(r, v, "come") && reading_is_lemma(r, to, "term") && t->left[to] + 1u == to)
        n = to;
    else if (together)
        n = v + 1;
    else if ((reading_is_lemma(r, v, "shake") || reading_is_lemma(r, v, "shook")) && reading_is_lemma(r, hands, "hand"))
        n = hands;
    uint32_t s = clause_subject(r, v), with = n == TREE_NONE ? TREE_NONE : tree_child_case(t, v, DEP_OBL, "with");
    if (n != TREE_NONE && with == TREE_NONE)
        with = tree_child_case(t, n, DEP_NMOD, "with");
    bool somebody = with != TREE_NONE && (reading_is_somebody(r, with) || reading_is(r, with, CLASS_GROUP));
    for (size_t i = 0; n != TREE_NONE && i < sizeof topics / sizeof *topics && on == TREE_NONE; i++) {
        uint32_t of_verb = tree_child_case(t, v, DEP_OBL, topics[i]), of_noun = tree_child_case(t, n, DEP_NMOD, topics[i]);
        on = of_verb != TREE_NONE && of_verb > n && !reading_is(r, of_verb, CLASS_TIME) ? of_verb : of_noun;
        if (together || (n == hands && i == 1))
            break; /* "came together on X" alone; "shook hands for the cameras" */
    }
    bool two = s != TREE_NONE && ((tree_token(t, s)->tag == TAG_NNS && reading_is(r, s, CLASS_GROUP)) || (tree_child(t, s, DEP_CONJ) != TREE_NONE && (reading_is_somebody(r, s) || (tree_token(t, s)->tag == TAG_NNS && tree_token(t, tree_child(t, s, DEP_CONJ))->tag == TAG_NNS))));
    bool both = reading_is_lemma(r, v, "come") && two && with == TREE_NONE && n != TREE_NONE && reading_is_lemma(r, n, "term"); /* "the two sides came to terms", "the landlord and the tenants came to terms" */
    if (both) {
        entente_status told = sides_subject(r, v);
        if (on != TREE_NONE && !reading_is(r, on, CLASS_TIME))
            clause_topic(r, on);
        r->m.trigger.end = tree_token(t, n)->end;
        return reading_end(r, told, 1, 0, ENTENTE_KIND_MUTUAL, FAMILY_AGREE);
    }
    if (n == TREE_NONE || s == TREE_NONE || (with != TREE_NONE && !somebody && on == TREE_NONE) || (together && on == TREE_NONE) || (n == hands && on == TREE_NONE) || (on == TREE_NONE && !somebody))
        return ENTENTE_AGAIN; /* "came to terms with the loss", "shook hands with B" */
    entente_status e = sides_subject(r, v);
    if (!e && somebody)
        e = parties_read(r->parties, t, with, &r->m);
    if (on != TREE_NONE)
        clause_topic(r, on);
    if (e || !r->m.party_count)
        return e ? e : ENTENTE_AGAIN;
    parties_complete(r->parties, &r->m);
    r->m.trigger.end = tree_token(t, n)->end;
    r->m.kind = ENTENTE_KIND_MUTUAL;
    r->m.family = FAMILY_AGREE;
    return ENTENTE_OK;
}
