/* SPDX-License-Identifier: MIT */
/* The families of triggers: each function takes or refuses a token and reads the mention that hangs on it. */
#include <string.h>

#include "reading.h"

/* A capital acronym or a name in capitals that can be a text: "the NPT". */
static bool named_text(const reading *r, uint32_t n)
{
    const token *k = tree_token(r->t, n);
    uint32_t capitals = 0;
    for (uint32_t i = k->start; i < k->end; i++)
        capitals += r->parties->text->data[i] >= 'A' && r->parties->text->data[i] <= 'Z';
    return capitals >= 3 && capitals == k->end - k->start && !r->t->s->headline && tree_child(r->t, n, DEP_DET) != TREE_NONE;
}

/* An acronym that the article gives a text: "the Rice Stocks Agreement (RSA)". */
static bool acronym_of_text(const reading *r, uint32_t n)
{
    bool known = false;
    for (uint32_t i = 0; i < r->parties->text_acronym_count; i++)
        known |= tree_is_low(r->t, n, r->parties->text_acronyms[i]);
    return known && tree_token(r->t, n)->upper;
}

static bool opinion_subject(const reading *r, uint32_t s)
{
    return s != TREE_NONE && reading_is(r, s, CLASS_OPINION) && (!tree_token(r->t, s)->upper || r->t->left[s] == 0 || !strcmp(tree_token(r->t, s)->low, "i"));
}

/* "reached a settlement, agreeing to X": told by "reached", X is what it holds. */
static bool part_of_a_deal(const reading *r, uint32_t v)
{
    uint32_t head = tree_head(r->t, v), o = head == TREE_NONE ? TREE_NONE : tree_child(r->t, head, DEP_OBJ);
    return tree_token(r->t, v)->dep == DEP_ADVCL && tree_token(r->t, v)->tag == TAG_VBG && head < v && tree_child(r->t, v, DEP_MARK) == TREE_NONE && reading_is(r, head, CLASS_MAKE | CLASS_SIGN) && reading_is(r, o, CLASS_TEXT);
}

/* "The pact, signed on Monday, ...": a participle between commas that says when tells it anew. */
static bool behind_comma(const reading *r, uint32_t v)
{
    const tree *t = r->t;
    bool when = false;
    TREE_CHILDREN(t, v, c)
        when |= c > v && ((reading_is(r, c, CLASS_TIME) && (tree_token(t, c)->dep == DEP_OBL_TIME || tree_token(t, c)->dep == DEP_NMOD_TIME)) || (tree_token(t, c)->dep == DEP_OBL && (reading_is(r, c, CLASS_TIME) || !strcmp(tree_case(t, c), "after") || (!strcmp(tree_case(t, c), "in") && tree_token(t, c)->upper))));
    return v > 0 && tree_is_low(t, v - 1, ",") && when && reading_is(r, tree_head(t, v), CLASS_TEXT);
}

/* "agreed to X", "agreed with B on X", "agreed that X should", "agreed a deal". */
static entente_status read_agree(reading *r, uint32_t v)
{
    const tree *t = r->t;
    for (uint32_t i = v > 3 ? v - 3 : 0; i < v; i++)
        if (tree_is_low(t, i, "whatever") && clause_passive(t, v))
            return ENTENTE_AGAIN; /* "whatever is agreed" */
    if (v > 1 && v + 2 < t->s->count && tree_is_low(t, v + 1, "upon") && (tree_token(t, v + 2)->pos == POS_NOUN || tree_token(t, v + 2)->pos == POS_ADJ) && (tree_token(t, v - 1)->pos == POS_DET || tree_is_low(t, v - 1, "mutually")))
        return ENTENTE_AGAIN; /* "above an agreed upon limit": which one, not that */
    uint32_t s = clause_subject(r, v), c = clause_below(r, v), o = clause_object(r, v);
    if (o != TREE_NONE && clause_passive(t, v) && tree_is_low(t, o, "what"))
        return ENTENTE_AGAIN; /* "in violation of what had been agreed" */
    bool present = tree_token(t, v)->tag == TAG_VBP || (tree_token(t, v)->tag == TAG_VB && tree_child_lemma(t, v, DEP_AUX, "do") != TREE_NONE && tree_is_low(t, tree_child_lemma(t, v, DEP_AUX, "do"), "do"));
    if (present && !t->s->headline && s != TREE_NONE && s < v && t->left[s] == s && t->right[s] == s && tree_token(t, s)->tag == TAG_NNS && tree_token(t, s)->pos == POS_NOUN && (c == TREE_NONE || tree_token(t, c)->dep != DEP_XCOMP))
        return ENTENTE_AGAIN; /* "doctors do not all agree on what it means": whoever they are, an opinion */
    if (tree_token(t, v)->dep == DEP_RELCL && tree_is_low(t, tree_head(t, v), "what") && v + 2 < t->s->count && tree_is_low(t, v + 1, "on") && tree_token(t, v + 2)->pos == POS_AUX)
        return ENTENTE_AGAIN; /* "what they cannot agree on is how it came about" */
    if (s != TREE_NONE && reading_is(r, s, CLASS_TEXT) && reading_is_lemma(r, v, "agree") && v > 0 && tree_is_low(t, v - 1, ",") && s < v && !clause_passive(t, v) && !tree_token(t, s)->upper) { /* "The truce, agreed to in May, did X", read as what the truce did */
        clause_instrument(r, s);
        entente_status told = sides_counterparts(r, s);
        if (!told && r->m.party_count < 2)
            parties_in_play(r->parties, &r->m, (view){tree_token(t, s)->start, tree_token(t, s)->end});
        clause_noun_complement(r, s);
        return reading_end(r, told, 0, 0, ENTENTE_KIND_MUTUAL, FAMILY_AGREE);
    }
    bool bare = true;
    TREE_CHILDREN(t, v, k)
        bare &= k < v || (tree_token(t, k)->dep != DEP_OBL && tree_token(t, k)->dep != DEP_ADVCL);
    if (c == TREE_NONE && o == TREE_NONE && s != TREE_NONE && bare && (tree_token(t, v)->tag == TAG_VBD || tree_token(t, v)->tag == TAG_VBN))
        return read_bare_answer(r, v);
    static const char *const vague[] = {"much", "else", "little", "everything", "anything", "something", "lot"};
    uint32_t matter = tree_child_case(t, v, DEP_OBL, "on");
    if (matter != TREE_NONE && c == TREE_NONE && reading_is_lemma(r, v, "agree") && LEXICON_IS_ANY(tree_token(t, matter)->low, vague))
        return ENTENTE_AGAIN; /* "did not agree on much else" */
    uint32_t none = s == TREE_NONE ? TREE_NONE : tree_child_lemma(t, s, DEP_DET, "no");
    if (none != TREE_NONE && tree_child(t, s, DEP_NUMMOD) != TREE_NONE && tree_token(t, v)->tag != TAG_VBD && tree_token(t, v)->tag != TAG_VBN)
        return ENTENTE_AGAIN; /* "no two lawyers agree on it" */
    if (reading_is_lemma(r, v, "agree") && c == TREE_NONE && s != TREE_NONE && tree_token(t, s)->pos == POS_NOUN && !reading_is_somebody(r, s) && !parties_named_behind(t, s) && !reading_is(r, s, CLASS_GROUP | CLASS_TITLE | CLASS_QUANTITY) && tree_child_case(t, v, DEP_OBL, "to") == TREE_NONE)
        return ENTENTE_AGAIN; /* "the figures agree with the forecast"; "the campaigns agreed to three debates" */
    if (s != TREE_NONE && tree_is_low(t, s, "i") && c != TREE_NONE && tree_token(t, v)->tag == TAG_VBP && !parties_has_quote(t->s) && !r->parties->speaker.end)
        return ENTENTE_AGAIN; /* "I agree to receive mail": a form */
    uint32_t form = s != TREE_NONE && tree_is_low(t, s, "you") && tree_token(t, v)->tag == TAG_VBP ? tree_child(t, v, DEP_ADVCL) : TREE_NONE;
    if (form != TREE_NONE && form < v && tree_token(t, form)->tag == TAG_VBG && tree_is_low(t, t->left[form], "by"))
        return ENTENTE_AGAIN; /* "By subscribing, you agree to get email": a form */
    static const char *const knowing[] = {"model", "forecast", "forecaster", "expert", "scientist", "economist", "analyst", "historian", "critic", "study", "researcher", "doctor", "observer", "poll", "survey"};
    if (s != TREE_NONE && c != TREE_NONE && tree_token(t, c)->dep == DEP_CCOMP && tree_token(t, v)->tag == TAG_VBP && !tree_token(t, s)->upper && LEXICON_IS_ANY(tree_token(t, s)->lemma, knowing))
        return ENTENTE_AGAIN; /* "the models agree that it will rain" */
    static const char *const forecasts[] = {"rise", "fall", "drift", "drop", "climb", "decline", "grow", "slow", "recover", "remain", "continue", "worsen", "improve", "shrink"};
    uint32_t theirs = c == TREE_NONE ? TREE_NONE : tree_child(t, c, DEP_NSUBJ);
    bool thing = theirs != TREE_NONE && tree_token(t, theirs)->pos == POS_NOUN && !parties_is_people(t, theirs) && !reading_is(r, theirs, CLASS_GROUP);
    bool anybody = s != TREE_NONE && tree_token(t, s)->tag == TAG_NNS && (t->left[s] == s || tree_token(t, t->left[s])->pos == POS_ADJ) && (!tree_token(t, s)->upper || s == 0) && tree_token(t, v)->tag == TAG_VBP && !t->s->headline; /* "lawyers agree that it will be read": an opinion */
    if (c != TREE_NONE && tree_token(t, c)->dep == DEP_CCOMP && (anybody || (thing && tree_child_lemma(t, c, DEP_AUX, "should") == TREE_NONE && LEXICON_IS_ANY(tree_token(t, c)->lemma, forecasts))))
        return ENTENTE_AGAIN; /* "agreed that prices would drift": a forecast */
    if (opinion_subject(r, s) && !(c != TREE_NONE && tree_token(t, c)->tag == TAG_VB && (tree_token(t, s)->pos == POS_PRON || tree_token(t, c)->dep == DEP_XCOMP))) /* "I agree to X" binds */
        return ENTENTE_AGAIN;
    if (tree_token(t, v)->tag == TAG_VBN && (tree_token(t, v)->dep == DEP_AMOD || (tree_token(t, v)->dep == DEP_ACL && tree_child(t, v, DEP_AGENT) == TREE_NONE && tree_child(t, v, DEP_AUX) == TREE_NONE && !behind_comma(r, v))))
        return ENTENTE_AGAIN; /* "the agreed terms", "principles agreed upon" */
    if (c != TREE_NONE && tree_token(t, c)->dep == DEP_CCOMP && !clause_to_be_done(r, c))
        return ENTENTE_AGAIN;
    if (part_of_a_deal(r, v))
        return ENTENTE_AGAIN;
    entente_status e = sides_subject(r, v);
    if (!e)
        e = sides_counterparts(r, v);
    if (!e)
        e = sides_target(r, v);
    if (!e && r->m.party_count == 1 && reading_is(r, o, CLASS_TEXT)) /* "agreed a deal to sign Doe from B" */
        e = sides_target(r, o);
    uint32_t buyout = t->s->headline && o != TREE_NONE && r->m.party_count == 1 && reading_is(r, tree_child(t, o, DEP_APPOS), CLASS_ACQUIRE) ? tree_child(t, o, DEP_APPOS) : TREE_NONE; /* "agrees $3bn B takeover" */
    if (!e && buyout != TREE_NONE)
        e = sides_counterparts(r, buyout);
    clause_complement(r, v);
    if (!e && r->m.party_count == 1)
        e = sides_partner(r, v);
    for (uint32_t i = v + 1; i <= t->right[v] && !e && r->m.party_count == 1; i++) { /* "agreed to pay to settle a suit filed by B" */
        uint32_t claimant = reading_is(r, i, CLASS_DISPUTE) && i > v + 1 ? tree_child_case(t, i, DEP_NMOD, "by") : TREE_NONE; /* "to settle claims by B" */
        uint32_t settles = reading_is(r, i, CLASS_DISPUTE) ? tree_head(t, i) : TREE_NONE;
        if (claimant == TREE_NONE && reading_is_lemma(r, settles, "settle") && tree_child_case(t, settles, DEP_OBL, "by") != TREE_NONE && t->left[tree_child_case(t, settles, DEP_OBL, "by")] == t->right[i] + 1u)
            claimant = tree_child_case(t, settles, DEP_OBL, "by");
        if (claimant != TREE_NONE && claimant > i && reading_is_somebody(r, claimant)) {
            e = parties_read(r->parties, t, claimant, &r->m);
            continue;
        }
        bool filed = tree_token(t, i)->tag == TAG_VBN && (tree_token(t, i)->dep == DEP_ACL || tree_token(t, i)->dep == DEP_ADVCL) && (reading_is_lemma(r, i, "file") || reading_is_lemma(r, i, "bring") || reading_is_lemma(r, i, "lodge"));
        uint32_t by = filed ? clause_agent(t, i) : TREE_NONE;
        by = filed && by == TREE_NONE ? tree_child_case(t, i, DEP_OBL, "by") : by;
        if (reading_is_somebody(r, by))
            e = parties_read(r->parties, t, by, &r->m);
    }
    uint32_t started = tree_child(t, c == TREE_NONE ? v : c, DEP_OBJ), held = reading_is_talks(r, started) ? tree_child_case(t, started, DEP_NMOD, "between") : TREE_NONE;
    if (!e && held != TREE_NONE && r->m.party_count == 1 && s != TREE_NONE && tree_is_low(t, s, "we") && tree_token(t, held)->upper) { /* "we agreed to start talks between A and B": they */
        r->m.party_count = 0;
        e = parties_read(r->parties, t, held, &r->m);
    }
    if (!e && r->m.party_count == 1)
        e = sides_opposite(r, v);
    for (uint32_t i = v + 1; i <= t->right[v] && !e && r->m.party_count == 1; i++) { /* "agreed to pay in a settlement with B" */
        bool part = !strcmp(tree_case(t, i), "of") && reading_is_lemma(r, tree_head(t, i), "part"); /* "as part of a settlement with B" */
        uint32_t other = reading_is(r, i, CLASS_TEXT) && (part || !strcmp(tree_case(t, i), "in") || !strcmp(tree_case(t, i), "under")) && tree_child_lemma(t, i, DEP_DET, "a") != TREE_NONE ? tree_child_case(t, i, DEP_NMOD, "with") : TREE_NONE;
        if (reading_is_somebody(r, other))
            e = parties_read(r->parties, t, other, &r->m);
    }
    uint32_t taken = tree_child_case(t, v, DEP_OBL, "to"), taker = reading_is(r, taken, CLASS_ACQUIRE) || reading_is_lemma(r, taken, "rescue") || reading_is_lemma(r, taken, "inspection") ? tree_child_case(t, taken, DEP_NMOD, "by") : TREE_NONE;
    if (!e && r->m.party_count == 1 && taker != TREE_NONE && (tree_token(t, taker)->upper || parties_named_behind(t, taker))) /* "agreed to a takeover by B" */
        e = parties_read(r->parties, t, taker, &r->m);
    TREE_CHILDREN(t, v, topic) /* "agreed to a two-year contract with B" */
        for (uint32_t i = topic + 1; tree_token(t, topic)->dep == DEP_OBL && topic > v && i <= t->right[topic] && !e && r->m.party_count == 1; i++)
            if ((tree_token(t, i)->upper || parties_named_behind(t, i)) && tree_token(t, i)->dep == DEP_NMOD && !strcmp(tree_case(t, i), "with"))
                e = parties_read(r->parties, t, i, &r->m);
    if (c == TREE_NONE && o != TREE_NONE && o > v && !clause_passive(t, v) && tree_token(t, v)->dep != DEP_RELCL) { /* "agreed a fee of X with B" */
        uint32_t end = 0, buyer = reading_is_lemma(r, o, "sale") ? tree_child_case(t, v, DEP_OBL, "to") : TREE_NONE; /* "agreed the sale of X to B", wherever B hangs */
        for (uint32_t i = o + 1; buyer == TREE_NONE && reading_is_lemma(r, o, "sale") && i <= t->right[o]; i++)
            buyer = tree_token(t, i)->dep == DEP_NMOD && !strcmp(tree_case(t, i), "to") ? i : TREE_NONE;
        if (!e && buyer != TREE_NONE && (tree_token(t, buyer)->upper || parties_named_behind(t, buyer)))
            e = parties_read(r->parties, t, buyer, &r->m);
        for (uint32_t i = o + 1; !e && i <= t->right[o]; i++)
            if (reading_is_somebody(r, i) && tree_token(t, i)->dep == DEP_NMOD && t->left[i] > o && !strcmp(tree_case(t, i), "with")) {
                e = parties_read(r->parties, t, i, &r->m);
                end = end ? end : tree_token(t, t->left[i] - 1u)->end;
            }
        if (!reading_is(r, o, CLASS_TEXT) && tree_token(t, o)->pos != POS_PRON && tree_child(t, v, DEP_XCOMP) == TREE_NONE) {
            r->m.item_count = 0;
            r->m.content = (view){0, 0};
            clause_topic(r, o);
            if (r->m.item_count && end > r->m.items[0].start && end < r->m.items[0].end)
                r->m.items[0].end = r->m.content.end = end;
        }
    }
    uint32_t with = tree_child_case(t, v, DEP_OBL, "with");
    if (c == TREE_NONE && with != TREE_NONE && tree_token(t, with)->pos == POS_NOUN && !reading_is_somebody(r, with) && !reading_is(r, with, CLASS_GROUP | CLASS_TITLE | CLASS_BID | CLASS_TEXT | CLASS_QUANTITY))
        return ENTENTE_AGAIN; /* "agree with the predictions to a high degree" */
    if (!r->m.item_count && with != TREE_NONE && reading_is(r, with, CLASS_BID | CLASS_TEXT) && !tree_token(t, with)->upper) { /* "agreed with the proposal" */
        clause_topic(r, with);
        r->m.kind = ENTENTE_KIND_ACCEPTANCE;
    }
    for (uint32_t i = v > 8 ? v - 8 : 0; i < v && !r->m.item_count && tree_token(t, v)->dep == DEP_RELCL; i++) /* "the programme to which they agreed" */
        if (tree_is_low(t, i, "which") && tree_token(t, i)->head == v && (!strcmp(tree_case(t, i), "to") || !strcmp(tree_case(t, i), "on") || !strcmp(tree_case(t, i), "upon")) && !reading_is(r, tree_head(t, v), CLASS_TEXT))
            clause_topic(r, tree_head(t, v));
    uint32_t relative = tree_child(t, v, DEP_OBJ);
    if (!r->m.item_count && !r->m.instrument.end && c == TREE_NONE && !clause_passive(t, v) && tree_token(t, v)->dep == DEP_RELCL && relative != TREE_NONE && relative < v && reading_is_lemma(r, v, "agree") && lexicon_is_either(tree_token(t, relative)->low, "which", "that") && s != relative && !reading_is(r, tree_head(t, v), CLASS_TEXT))
        clause_topic(r, tree_head(t, v)); /* "the plan, which the two sides agreed" */
    if (!r->m.item_count && o != TREE_NONE && clause_passive(r->t, v)) {
        uint32_t n = reading_text_noun(r, o, CLASS_TEXT);
        if (n != TREE_NONE) {
            clause_instrument(r, n);
            clause_noun_complement(r, n);
        } else if (tree_token(t, v)->dep == DEP_RELCL) { /* "the plan, which was agreed by both" */
            clause_instrument(r, o);
        } else if (tree_token(t, o)->pos != POS_PRON) {
            clause_topic(r, o);
        }
    }
    if (!r->m.item_count && !r->m.instrument.end && o != TREE_NONE && o == tree_head(t, v) && tree_token(t, v)->dep == DEP_RELCL && reading_is(r, o, CLASS_TEXT)) {
        clause_instrument(r, o); /* "the truce it agreed to" */
        clause_noun_complement(r, o);
    }
    bool failed = r->m.status == ENTENTE_AGREEMENT_REJECTED && bare && r->m.party_count > 1; /* "A and B failed to agree" */
    if (e || (!r->m.item_count && !r->m.instrument.end && !failed) || reading_is_lemma(r, c, "disagree") || reading_is_lemma(r, c, "differ"))
        return e ? e : ENTENTE_AGAIN;
    parties_complete(r->parties, &r->m);
    if (!r->m.kind) /* one party alone: with whom, the article tells elsewhere, or there is nobody */
        r->m.kind = r->m.party_count >= 2 || r->parties->deal_words || (s == TREE_NONE && clause_passive(t, v)) ? ENTENTE_KIND_MUTUAL : ENTENTE_KIND_COMMITMENT;
    uint32_t request = tree_child_case(t, v, DEP_OBL, "to"), behest = tree_child_case(t, v, DEP_OBL, "at");
    uint32_t pressure = tree_child_case(t, v, DEP_OBL, "under"); /* "agreed, under pressure from B, to X" */
    for (uint32_t k = t->first[v]; k != TREE_NONE && pressure == TREE_NONE; k = t->next[k])
        pressure = reading_is_lemma(r, k, "bow") && tree_token(t, k)->tag == TAG_VBG ? tree_child_case(t, k, DEP_OBL, "to") : TREE_NONE; /* ", bowing to pressure from B" */
    for (uint32_t k = c == TREE_NONE ? TREE_NONE : t->first[c]; k != TREE_NONE && pressure == TREE_NONE; k = t->next[k])
        pressure = reading_is_lemma(r, k, "bow") && tree_token(t, k)->tag == TAG_VBG ? tree_child_case(t, k, DEP_OBL, "to") : TREE_NONE;
    uint32_t presser = reading_is_lemma(r, pressure, "pressure") ? tree_child_case(t, pressure, DEP_NMOD, "from") : TREE_NONE;
    if (presser == TREE_NONE && reading_is_lemma(r, pressure, "pressure"))
        presser = tree_child_case(t, tree_head(t, pressure), DEP_OBL, "from");
    if (r->m.party_count == 1 && reading_is_somebody(r, presser)) {
        e = parties_read(r->parties, t, presser, &r->m);
        r->m.kind = ENTENTE_KIND_ACCEPTANCE;
    }
    if (behest == TREE_NONE && c != TREE_NONE)
        behest = tree_child_case(t, c, DEP_OBL, "at"); /* "agreed to attend at B's request" */
    if (behest == TREE_NONE && s != TREE_NONE && s < v)
        behest = tree_child_case(t, s, DEP_NMOD, "at"); /* "A, at B's request, agreed to X" */
    if (behest != TREE_NONE && (reading_is_lemma(r, behest, "request") || reading_is_lemma(r, behest, "urging") || reading_is_lemma(r, behest, "behest")) && r->m.party_count == 1) { /* "at the request of B" */
        uint32_t of = tree_child_case(t, behest, DEP_NMOD, "of");
        of = of == TREE_NONE ? tree_child(t, behest, DEP_POSS) : of;
        if (reading_is_somebody(r, of)) {
            e = parties_read(r->parties, t, of, &r->m);
            r->m.kind = ENTENTE_KIND_ACCEPTANCE;
        }
    }
    if (e)
        return e;
    if (request == TREE_NONE && c != TREE_NONE && reading_is(r, c, CLASS_ACCEPT) && tree_token(t, c)->dep == DEP_XCOMP)
        request = tree_child(t, c, DEP_OBJ); /* "agreed to accept the offer" */
    bool asked = c != TREE_NONE && tree_token(t, c)->dep == DEP_XCOMP && clause_passive(t, c) && clause_agent(t, c) != TREE_NONE && !reading_is(r, c, CLASS_ACQUIRE); /* "agreed to be questioned by B", not "to be bought by B" */
    asked |= reading_is_lemma(r, v, "consent") || reading_is_lemma(r, v, "accede") || reading_is_lemma(r, v, "assent") || reading_is_lemma(r, v, "acquiesce");
    if (asked || (request != TREE_NONE && reading_is(r, request, CLASS_BID)))
        r->m.kind = ENTENTE_KIND_ACCEPTANCE;
    uint32_t asker = r->m.kind == ENTENTE_KIND_ACCEPTANCE && request != TREE_NONE ? sides_asker(r, v, request) : TREE_NONE;
    if (r->m.kind == ENTENTE_KIND_ACCEPTANCE && asker == TREE_NONE && !asked && r->m.party_count > 1 && s != TREE_NONE && tree_child(t, s, DEP_CONJ) != TREE_NONE)
        r->m.kind = ENTENTE_KIND_MUTUAL; /* "A and B agreed to the plan": with each other */
    if (asker != TREE_NONE && r->m.party_count < 2)
        e = parties_read(r->parties, t, asker, &r->m);
    if (e)
        return e;
    uint32_t selves = tree_child_case(t, v, DEP_OBL, "between");
    selves = selves == TREE_NONE ? tree_child_case(t, v, DEP_OBL, "among") : selves;
    if (r->m.kind == ENTENTE_KIND_COMMITMENT && selves != TREE_NONE && tree_is_low(t, selves, "themselves"))
        r->m.kind = ENTENTE_KIND_MUTUAL;
    uint32_t which = s == TREE_NONE ? TREE_NONE : tree_child(t, s, DEP_DET), many = s == TREE_NONE ? TREE_NONE : tree_child(t, s, DEP_NUMMOD);
    if (r->m.kind == ENTENTE_KIND_COMMITMENT && s != TREE_NONE && tree_token(t, s)->tag == TAG_NNS && ((which != TREE_NONE && tree_is_low(t, which, "both")) || (reading_is_lemma(r, v, "agree") && tree_child_case(t, v, DEP_OBL, "on") != TREE_NONE)))
        r->m.kind = ENTENTE_KIND_MUTUAL; /* "both candidates agreed to X", "the factions agreed on X" */
    if (r->m.kind == ENTENTE_KIND_COMMITMENT && which != TREE_NONE && tree_is_low(t, which, "the") && many != TREE_NONE && (lexicon_is_one(tree_token(t, many)->low, "two", "three", "four")))
        r->m.kind = ENTENTE_KIND_MUTUAL; /* "the two brothers agreed": with each other */
    if (r->m.kind == ENTENTE_KIND_COMMITMENT && s != TREE_NONE && (tree_token(t, s)->tag == TAG_NNS || (which != TREE_NONE && tree_is_low(t, which, "neither"))) && reading_is(r, s, CLASS_GROUP | CLASS_TITLE) && !reading_is_lemma(r, s, "rebel"))
        r->m.kind = ENTENTE_KIND_MUTUAL; /* "ministers agreed": with each other */
    sides_who_asked(r);
    r->m.family = FAMILY_AGREE;
    return ENTENTE_OK;
}

/* "Both clubs confirmed the deal", "Acme confirmed a deal with Apex": those whose deal it is, not who only says so. */
static entente_status read_confirmed(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t s = clause_subject(r, v), n = clause_passive(t, v) ? TREE_NONE : reading_text_noun(r, tree_child(t, v, DEP_OBJ), CLASS_TEXT), with = n == TREE_NONE ? TREE_NONE : tree_child_case(t, n, DEP_NMOD, "with");
    if (n == TREE_NONE || n < v || s == TREE_NONE || !reading_is_lemma(r, v, "confirm") || reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT) || reading_is_lemma(r, n, "understanding"))
        return ENTENTE_AGAIN;
    with = with == TREE_NONE ? tree_child_case(t, v, DEP_OBL, "with") : with;
    uint32_t which = tree_child(t, s, DEP_DET), many = tree_child(t, s, DEP_NUMMOD);
    bool two = tree_token(t, s)->tag == TAG_NNS && ((which != TREE_NONE && tree_is_low(t, which, "both")) || (many != TREE_NONE && tree_is_low(t, many, "two"))), named = tree_token(t, s)->upper && reading_is_somebody(r, with);
    if (!two && !named)
        return ENTENTE_AGAIN;
    entente_status e = sides_of_text(r, v, n);
    return reading_end(r, e, two ? 1 : 2, 0, ENTENTE_KIND_MUTUAL, FAMILY_MAKE);
}

/* "A and B announced that they would reopen the border": several who say together what they will do. */
static entente_status read_joint_word(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t s = clause_subject(r, v), c = clause_below(r, v), they = c == TREE_NONE ? TREE_NONE : tree_child(t, c, DEP_NSUBJ);
    bool will = false;
    if (s == TREE_NONE || they == TREE_NONE || !(reading_is_lemma(r, v, "announce") || reading_is_lemma(r, v, "confirm")) || !tree_is_low(t, they, "they") || tree_child(t, s, DEP_CONJ) == TREE_NONE || !tree_token(t, s)->upper)
        return ENTENTE_AGAIN;
    TREE_CHILDREN(t, c, k)
        will |= tree_token(t, k)->dep == DEP_AUX && (tree_is_low(t, k, "will") || tree_is_low(t, k, "would"));
    if (!will || reading_is(r, c, CLASS_HARM | CLASS_AGREE | CLASS_SIGN | CLASS_MAKE) || clause_passive(t, c))
        return ENTENTE_AGAIN; /* told by that verb, or a threat */
    entente_status e = sides_subject(r, v);
    clause_action_alone(r, c);
    return reading_end(r, e, 2, 1, ENTENTE_KIND_MUTUAL, FAMILY_DECIDE);
}

/* "settled the lawsuit", "settled with the regulator": a settlement has two sides. */
static entente_status read_settlement(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t o = clause_object(r, v), with = tree_child_case(t, v, DEP_OBL, "with");
    static const char *const measures[] = {"size", "amount", "price", "terms", "term", "date", "question", "issue", "matter", "level", "details"};
    uint32_t measure = tree_child(t, v, DEP_OBJ), failing = clause_subject(r, v);
    bool open = r->m.status == ENTENTE_AGREEMENT_REJECTED || (r->m.status == ENTENTE_AGREEMENT_PENDING && tree_head(t, v) != TREE_NONE && tree_child_lemma(t, tree_head(t, v), DEP_ADVMOD, "yet") != TREE_NONE); /* "have yet to settle the question" */
    if (reading_is_lemma(r, v, "settle") && open && measure != TREE_NONE && measure > v && LEXICON_IS_ANY(tree_token(t, measure)->lemma, measures) && failing != TREE_NONE && (tree_child(t, failing, DEP_CONJ) != TREE_NONE || (tree_token(t, failing)->tag == TAG_NNS && reading_is(r, failing, CLASS_GROUP)))) { /* "the three countries failed to settle the size of the catch" */
        entente_status told = sides_subject(r, v);
        clause_topic(r, measure);
        return reading_end(r, told, 1, 1, ENTENTE_KIND_MUTUAL, FAMILY_AGREE);
    }
    if (!reading_is_lemma(r, v, "settle") && !(!clause_passive(t, v) && (r->m.status == ENTENTE_AGREEMENT_REJECTED || (reading_is_lemma(r, v, "resolve") && reading_is_lemma(r, tree_head(t, v), "pay"))) && (reading_is(r, o, CLASS_DISPUTE) || reading_is_lemma(r, o, "differences"))))
        return ENTENTE_AGAIN; /* "failed to resolve their dispute"; to resolve one is not to agree */
    if (reading_is(r, tree_head(t, v), CLASS_TALKS) && !tree_is_verb(t, tree_head(t, v)) && tree_child_case(t, tree_head(t, v), DEP_NMOD, "with") != TREE_NONE)
        return ENTENTE_AGAIN; /* "talks to settle the case": told by "talks" */
    uint32_t text_noun = clause_subject(r, v);
    if (r->m.status == ENTENTE_AGREEMENT_PENDING && reading_is(r, text_noun, CLASS_TEXT) && !tree_token(t, text_noun)->upper)
        return ENTENTE_AGAIN; /* "a proposed agreement that would settle the lawsuit" */
    static const char *const at_law[] = {"suit", "lawsuit", "case", "claim", "complaint", "litigation", "charge", "allegation"};
    bool dispute = o != TREE_NONE && reading_is(r, o, CLASS_DISPUTE), somebody = reading_is_somebody(r, with);
    uint32_t on = tree_child_case(t, v, DEP_OBL, "on"), who = clause_subject(r, v);
    if (!dispute && !somebody && o == TREE_NONE && on != TREE_NONE && !reading_is(r, on, CLASS_TIME) && who != TREE_NONE && (tree_child(t, who, DEP_CONJ) != TREE_NONE || ((reading_is(r, who, CLASS_GROUP) || parties_is_people(t, who)) && tree_token(t, who)->tag == TAG_NNS))) { /* "A and B settled on a date" */
        entente_status told = sides_subject(r, v);
        clause_topic(r, on);
        return reading_end(r, told, 1, 1, ENTENTE_KIND_MUTUAL, FAMILY_AGREE);
    }
    uint32_t sum = reading_is_lemma(r, v, "settle") && o == TREE_NONE && !somebody ? tree_child_case(t, v, DEP_OBL, "for") : TREE_NONE; /* "settled for an undisclosed sum" */
    if (sum != TREE_NONE && (tree_token(t, sum)->pos == POS_SYM || reading_is_lemma(r, sum, "sum") || reading_is_lemma(r, sum, "amount")) && who != TREE_NONE && tree_token(t, v)->dep != DEP_XCOMP) {
        entente_status told = sides_subject(r, v);
        return reading_end(r, told, 1, 0, ENTENTE_KIND_MUTUAL, FAMILY_AGREE);
    }
    uint32_t what = tree_child_case(t, v, DEP_OBL, "on") != TREE_NONE ? tree_child_case(t, v, DEP_OBL, "on") : tree_child_case(t, v, DEP_OBL, "in");
    bool both = who != TREE_NONE && lexicon_is_one(tree_token(t, who)->low, "two", "both", "they") && o == TREE_NONE && !somebody && (what == TREE_NONE || reading_is(r, what, CLASS_TIME)) && tree_child_case(t, v, DEP_OBL, "into") == TREE_NONE;
    if (both && r->parties->suit[0].name && reading_is_lemma(r, v, "settle") && !clause_passive(t, v) && r->m.status == ENTENTE_AGREEMENT_REACHED) { /* "A sued B. The two settled on Friday" */
        for (int i = 0; i < 2; i++) {
            party side = r->parties->suit[i];
            side.mention = (view){tree_token(t, who)->start, tree_token(t, who)->end};
            parties_add(&r->m, side);
        }
        return reading_end(r, ENTENTE_OK, 2, 0, ENTENTE_KIND_MUTUAL, FAMILY_AGREE);
    }
    for (uint32_t u = v; (tree_token(t, u)->dep == DEP_ADVCL || tree_token(t, u)->dep == DEP_XCOMP || tree_token(t, u)->dep == DEP_ACL) && tree_head(t, u) != TREE_NONE;)
        if (reading_is(r, u = tree_head(t, u), CLASS_AGREE | CLASS_PLEDGE | CLASS_OFFER | CLASS_TEXT))
            return ENTENTE_AGAIN; /* "agreed to pay to settle the suit": of that agreement's contents */
    bool headline = t->s->headline && v + 1 < t->s->count && tree_is_low(t, v + 1, "over") && reading_is_lemma(r, v, "settle"); /* "A, B settle over the leak" */
    bool out_of_court = tree_is_low(t, v + 1, "out") && tree_is_low(t, v + 2, "of") && tree_is_low(t, v + 3, "court");
    if (tree_token(t, v)->dep == DEP_AMOD || (!dispute && !headline && !out_of_court && !(somebody && o == TREE_NONE)))
        return ENTENTE_AGAIN;
    entente_status e = sides_subject(r, v);
    if (!e && headline && r->m.party_count < 2)
        return ENTENTE_AGAIN;
    if (!e && somebody)
        e = parties_read(r->parties, t, with, &r->m);
    uint32_t paid = reading_is_lemma(r, tree_head(t, v), "pay") ? tree_head(t, v) : TREE_NONE, payee = paid == TREE_NONE ? TREE_NONE : tree_child(t, paid, DEP_IOBJ) != TREE_NONE ? tree_child(t, paid, DEP_IOBJ) : tree_child(t, paid, DEP_OBJ);
    if (!e && payee != TREE_NONE && payee < v && (reading_is_somebody(r, payee) || parties_named_behind(t, payee)))
        e = parties_read(r->parties, t, payee, &r->m); /* "paid B to settle the suit" */
    if (!e && dispute)
        e = sides_counterparts(r, o);
    uint32_t against = dispute ? tree_child_case(t, o, DEP_NMOD, "against") : TREE_NONE; /* "settled his suit against B" */
    if (dispute && against == TREE_NONE)
        against = tree_child_case(t, v, DEP_OBL, "against");
    if (!e && reading_is_somebody(r, against))
        e = parties_read(r->parties, t, against, &r->m);
    if (!e && !r->m.party_count && dispute && clause_passive(t, v) && tree_child(t, o, DEP_COMPOUND) == TREE_NONE) /* "the case was settled for $3m"; not "a divorce case" */
        parties_in_play(r->parties, &r->m, r->m.trigger);
    if (!dispute || LEXICON_IS_ANY(tree_token(t, o)->lemma, at_law))
        parties_complete_suit(r->parties, &r->m);
    if (e || !r->m.party_count)
        return e ? e : ENTENTE_AGAIN;
    clause_dispute(r, with);
    parties_complete(r->parties, &r->m);
    r->m.kind = ENTENTE_KIND_MUTUAL;
    r->m.family = FAMILY_AGREE;
    return ENTENTE_OK;
}

/* "withdrew from the pact", "came to an agreement", "entered into a deal", "acceded to the treaty": the text behind a preposition. */
static uint32_t text_behind(const reading *r, uint32_t v, uint64_t classes, bool ends)
{
    static const char *const prepositions[] = {"from", "of", "to", "into", "on", "out", "upon", "at", "against", "toward", "towards"};
    for (size_t i = 0; i < sizeof prepositions / sizeof *prepositions; i++) {
        uint32_t c = tree_child_case(r->t, v, DEP_OBL, prepositions[i]), n = reading_text_noun(r, c, classes);
        if (ends && (!strcmp(prepositions[i], "to") || !strcmp(prepositions[i], "into")))
            continue; /* "dropped its objections to the treaty" */
        if (n != TREE_NONE && (n > v || tree_token(r->t, v)->dep == DEP_RELCL))
            return n;
    }
    return TREE_NONE;
}

/* Whether a text is a deal between two, or of people, firms or "their" own, and no text with a name that many may join. */
static bool is_their_deal(const reading *r, uint32_t n)
{
    static const char *const formal[] = {"treaty", "convention", "protocol", "charter"};
    const party *one = &r->m.parties[0];
    uint32_t own = tree_child(r->t, n, DEP_POSS);
    bool two = r->m.party_count > 1, private = r->m.party_count == 1 && (one->person || one->sector == ENTENTE_SECTOR_BUS || (one->plural && own != TREE_NONE && tree_is_low(r->t, own, "their")));
    return (two || private) && !tree_token(r->t, n)->upper && !LEXICON_IS_ANY(tree_token(r->t, n)->lemma, formal);
}

/* "signed a treaty", "reached a deal with B", "violated the truce", "renewed the accord", "withdrew from the pact". */
static entente_status read_text(reading *r, uint32_t v)
{
    const tree *t = r->t;
    bool sign = reading_is(r, v, CLASS_SIGN), breaks = reading_is(r, v, CLASS_BREAK), leave = reading_is(r, v, CLASS_LEAVE), renew = reading_is(r, v, CLASS_RENEW);
    bool meet = reading_is(r, v, CLASS_MEET), make = reading_is(r, v, CLASS_MAKE);
    uint32_t o = clause_object(r, v), n = TREE_NONE;
    if (o != TREE_NONE)
        n = reading_text_noun(r, o, CLASS_TEXT | (sign ? CLASS_WEAKTEXT | CLASS_DUTY : 0) | ((renew || breaks || leave) && reading_is_lemma(r, o, "arrangement") ? CLASS_WEAKTEXT : 0));
    if (n == TREE_NONE && (sign || renew) && o != TREE_NONE && o > v && (reading_is_lemma(r, o, "it") || reading_is_lemma(r, o, "they")) && tree_token(t, o)->pos == POS_PRON)
        n = reading_text_before(r, v); /* "drafted the treaty, and B ratified it" */
    if (n == TREE_NONE && breaks && o != TREE_NONE && reading_is_lemma(r, o, "rule"))
        TREE_CHILDREN(t, o, c) /* "broke the pact rules" */
            if (c < o && tree_token(t, c)->dep == DEP_COMPOUND && reading_is(r, c, CLASS_TEXT))
                n = c;
    if (n == TREE_NONE && breaks && o != TREE_NONE && !tree_token(t, o)->upper) { /* "suspended its participation in the treaty" */
        uint32_t in = tree_child_case(t, o, DEP_NMOD, "in"), with = tree_child_case(t, o, DEP_NMOD, "with");
        bool part = reading_is_lemma(r, o, "participation") || reading_is_lemma(r, o, "membership") || reading_is_lemma(r, o, "involvement") || reading_is_lemma(r, o, "compliance");
        n = part ? reading_text_noun(r, in != TREE_NONE ? in : with, CLASS_TEXT) : TREE_NONE;
        if (n == TREE_NONE && part)
            n = reading_text_noun(r, tree_child_case(t, v, DEP_OBL, "in"), CLASS_TEXT);
        static const char *const schemes[] = {"programme", "program", "process", "scheme", "coalition", "initiative", "mechanism"};
        in = in == TREE_NONE && part ? tree_child_case(t, v, DEP_OBL, "in") : in;
        if (n == TREE_NONE && part && in != TREE_NONE && LEXICON_IS_ANY(tree_token(t, in)->lemma, schemes))
            n = in; /* "suspending its participation in the disarmament programme" */
    }
    if (n == TREE_NONE && o != TREE_NONE && (sign || breaks || leave || renew) && acronym_of_text(r, o))
        n = o;
    if (n == TREE_NONE && o != TREE_NONE && (sign || breaks) && ((named_text(r, o) && !reading_is_lemma(r, v, "adopt")) || (reading_is_lemma(r, v, "ratify") && (tree_token(t, o)->upper || reading_is_lemma(r, o, "bid") || reading_is_lemma(r, o, "membership") || reading_is_lemma(r, o, "accession")))))
        n = o; /* whatever is ratified is a text */
    static const char *const making[] = {"hammer", "hash", "thrash", "work", "negotiate", "reach", "strike", "conclude"};
    for (uint32_t up = o; n == TREE_NONE && (sign || make) && tree_token(t, v)->dep == DEP_RELCL && o == tree_head(t, v) && up != TREE_NONE && up + 10 > o && tree_is_nominal(t, up); up = tree_head(t, up))
        n = up == o ? TREE_NONE : reading_text_noun(r, up, CLASS_TEXT | (sign ? CLASS_WEAKTEXT : 0)); /* "the pact on fish which they signed", hung on the fish */
    if (n == TREE_NONE && make && reading_is_lemma(r, o, "arrangement") && LEXICON_IS_ANY(tree_token(t, v)->lemma, making))
        n = o;
    static const char *const worked_out[] = {"framework", "package", "roadmap", "formula", "blueprint"};
    if (n == TREE_NONE && make && o != TREE_NONE && o > v && LEXICON_IS_ANY(tree_token(t, o)->lemma, worked_out) && (reading_is_lemma(r, v, "hammer") || reading_is_lemma(r, v, "hash") || reading_is_lemma(r, v, "thrash")))
        n = o; /* "hammered out a framework" */
    if (n == TREE_NONE && o != TREE_NONE && o > v && reading_is_lemma(r, v, "ink") && tree_token(t, o)->pos == POS_NOUN)
        n = o; /* "inks order for 30 jets" */
    uint32_t signer = sign && reading_is_lemma(r, v, "sign") && n != TREE_NONE && n == o && n > v && (lexicon_is_one(tree_token(t, n)->lemma, "decree", "petition", "budget") || (reading_is_lemma(r, n, "memorandum") && tree_child_case(t, n, DEP_NMOD, "on") == TREE_NONE)) ? tree_child(t, v, DEP_NSUBJ) : TREE_NONE;
    if (signer != TREE_NONE && tree_token(t, signer)->tag != TAG_NNS && tree_child(t, signer, DEP_CONJ) == TREE_NONE && tree_child_case(t, n, DEP_NMOD, "of") == TREE_NONE && tree_child_case(t, n, DEP_NMOD, "with") == TREE_NONE && tree_child_case(t, v, DEP_OBL, "with") == TREE_NONE)
        return ENTENTE_AGAIN; /* "the president signed a decree (a security memorandum)": one alone rules */
    static const char *const signed_too[] = {"plan", "program", "programme", "extension", "term", "text"};
    if (n == TREE_NONE && o != TREE_NONE && o > v && (reading_is_lemma(r, v, "sign") || reading_is_lemma(r, v, "initial")) && LEXICON_IS_ANY(tree_token(t, o)->lemma, signed_too))
        n = o;
    if (n == TREE_NONE && o != TREE_NONE && o > v && reading_is_lemma(r, v, "adopt") && tree_token(t, o)->upper && LEXICON_IS_ANY(tree_token(t, o)->lemma, signed_too) && tree_child_case(t, o, DEP_NMOD, "of") != TREE_NONE)
        n = o; /* "adopted a Plan of Action" */
    if (n == TREE_NONE && reading_is_lemma(r, o, "term") && tree_token(t, o)->tag == TAG_NNS && (sign || make) && (tree_child_case(t, o, DEP_NMOD, "with") != TREE_NONE || tree_child_case(t, v, DEP_OBL, "with") != TREE_NONE || (clause_subject(r, v) != TREE_NONE && tree_child(t, clause_subject(r, v), DEP_CONJ) != TREE_NONE)))
        n = o; /* "finalised terms with B", "A and B reached terms" */
    if (n == TREE_NONE && make && reading_is_lemma(r, o, "bargain") && (reading_is_lemma(r, v, "strike") || reading_is_lemma(r, v, "struck") || tree_child_lemma(t, o, DEP_COMPOUND, "plea") != TREE_NONE || tree_child_case(t, o, DEP_NMOD, "with") != TREE_NONE))
        n = o;
    static const char *const joined[] = {"pledge", "commitment", "charter", "scheme", "plan", "programme", "program", "code", "initiative", "project", "regime", "framework"};
    uint32_t scheme = n == TREE_NONE && o == TREE_NONE && reading_is_lemma(r, v, "sign") && v + 1 < t->s->count && (tree_is_low(t, v + 1, "up") || tree_is_low(t, v + 1, "on")) ? tree_child_case(t, v, DEP_OBL, "to") : TREE_NONE;
    if (n == TREE_NONE && scheme == TREE_NONE && o == TREE_NONE && reading_is_lemma(r, v, "sign") && v + 1 < t->s->count && tree_is_low(t, v + 1, "up"))
        n = reading_text_noun(r, tree_child_case(t, v, DEP_OBL, "for"), CLASS_TEXT); /* "signed up for the pact" */
    if (scheme != TREE_NONE && LEXICON_IS_ANY(tree_token(t, scheme)->lemma, joined))
        n = scheme; /* "signed up to the inspection scheme" */
    bool hands = reading_is_lemma(r, v, "shake") && (o == TREE_NONE || reading_is_lemma(r, o, "hand")); /* "shook hands on a deal" */
    if (n == TREE_NONE && (leave || hands || reading_is(r, v, CLASS_INTO)))
        n = text_behind(r, v, CLASS_TEXT, breaks || leave);
    uint32_t from = n == TREE_NONE && leave && o == TREE_NONE ? tree_child_case(t, v, DEP_OBL, "from") : TREE_NONE;
    from = from == TREE_NONE && n == TREE_NONE && leave && o == TREE_NONE ? tree_child_case(t, v, DEP_OBL, "of") : from;
    if (from != TREE_NONE && from > v && (reading_is(r, from, CLASS_ACQUIRE) || reading_is_lemma(r, from, "sale")))
        n = from; /* "walked away from its purchase of B" */
    make |= hands;
    if (n == TREE_NONE && meet && o == TREE_NONE) { /* "are looking for a deal", if it says for which */
        n = reading_text_noun(r, tree_child_case(t, v, DEP_OBL, "for"), CLASS_TEXT);
        uint32_t seekers = clause_subject(r, v);
        bool both = seekers != TREE_NONE && (tree_child(t, seekers, DEP_CONJ) != TREE_NONE || (reading_is(r, seekers, CLASS_GROUP) && tree_token(t, seekers)->tag == TAG_NNS));
        if (n != TREE_NONE && !both && tree_child(t, n, DEP_COMPOUND) == TREE_NONE && tree_child(t, n, DEP_AMOD) == TREE_NONE && tree_child_case(t, n, DEP_NMOD, "with") == TREE_NONE && tree_child_case(t, n, DEP_NMOD, "between") == TREE_NONE)
            return ENTENTE_AGAIN;
    }
    if (n == TREE_NONE && leave && o == TREE_NONE) { /* "pulled out of a similar arrangement" */
        uint32_t of = tree_child_case(t, v, DEP_OBL, "of");
        n = reading_is_lemma(r, of, "arrangement") && of > v ? of : TREE_NONE;
    }
    if (reading_is_lemma(r, n, "understanding") && reading_is_lemma(r, tree_head(t, n), "memorandum"))
        n = tree_head(t, n); /* "a memorandum of understanding that A entered into" */
    if (n != TREE_NONE && tree_token(t, v)->tag == TAG_VBG && (reading_is_lemma(r, v, "broker") || reading_is_lemma(r, v, "secure")) && tree_child_lemma(t, n, DEP_DET, "the") != TREE_NONE)
        return ENTENTE_AGAIN; /* "praised him for brokering the deal": told elsewhere */
    if (n != TREE_NONE && ((reading_is_lemma(r, v, "enter") && reading_is_lemma(r, n, "plea")) || (reading_is_lemma(r, v, "come") && tree_child_lemma(t, v, DEP_PRT, "off") != TREE_NONE) || (reading_is_lemma(r, v, "hope") && n > v && n + 1 < t->s->count && tree_token(t, n + 1)->pos == POS_AUX)))
        return ENTENTE_AGAIN; /* "entered his plea", "is coming off a contract", "hoped the deal would be a success" */
    if (n == TREE_NONE || tree_token(t, v)->dep == DEP_AMOD || (leave && n == o) || (reading_is_lemma(r, v, "call") && !(clause_passive(t, v) && tree_child_lemma(t, v, DEP_PRT, "off") != TREE_NONE) && (tree_child_lemma(t, n, DEP_DET, "the") != TREE_NONE || n != o || tree_child(t, v, DEP_XCOMP) != TREE_NONE)))
        return ENTENTE_AGAIN; /* "called the deal a sham", "called the plan a bad deal" */
    if ((breaks || leave) && clause_conditional(t, v))
        return ENTENTE_AGAIN; /* "if it broke the truce": nobody has */
    bool gets = reading_is_lemma(r, v, "get") || reading_is_lemma(r, v, "find") || reading_is_lemma(r, v, "have");
    if (gets && (tree_token(t, n)->tag == TAG_NNS || tree_child_lemma(t, n, DEP_AMOD, "good") != TREE_NONE || tree_child_lemma(t, n, DEP_AMOD, "best") != TREE_NONE || (reading_is_lemma(r, n, "understanding") && tree_child_case(t, n, DEP_NMOD, "of") != TREE_NONE)))
        return ENTENTE_AGAIN; /* "finds all the travel deals", "get an understanding of it" */
    if (reading_is_lemma(r, v, "sign") && tree_token(t, n)->tag == TAG_NNS && !t->s->headline && !tree_token(t, n)->upper && tree_child(t, n, DEP_DET) == TREE_NONE && tree_child(t, n, DEP_NUMMOD) == TREE_NONE && tree_token(t, v)->tag != TAG_VBD && tree_token(t, v)->tag != TAG_VBN)
        return ENTENTE_AGAIN; /* "tenants can sign short leases" */
    if (meet && tree_token(t, v)->dep == DEP_ACL && tree_token(t, v)->tag == TAG_VBN)
        return ENTENTE_AGAIN; /* "a treaty aimed at X" */
    if (meet && (reading_is(r, n, CLASS_COMMON) || (tree_token(t, v)->dep == DEP_RELCL && n == tree_head(t, v))))
        return ENTENTE_AGAIN; /* "working on contracts", "a consensus that seeks to X" */
    uint32_t whose = tree_head(t, n);
    if (n == tree_head(t, v) && tree_token(t, v)->dep == DEP_ACL && whose != TREE_NONE && tree_token(t, n)->dep == DEP_NMOD && reading_is(r, whose, CLASS_ENDING | CLASS_MAKING | CLASS_REFUSAL))
        return ENTENTE_AGAIN; /* "a breach of pacts made by A and B": told by "breach" */
    if (reading_is(r, n, CLASS_AGREE) || (tree_token(t, n)->pos != POS_NOUN && tree_token(t, n)->pos != POS_PROPN && tree_token(t, n)->dep != DEP_OBJ))
        return ENTENTE_AGAIN;
    if (reading_is_lemma(r, v, "arrive") && reading_is_lemma(r, n, "settlement") && tree_child_lemma(t, n, DEP_DET, "a") == TREE_NONE)
        return ENTENTE_AGAIN; /* a place */
    uint32_t done = tree_child(t, v, DEP_XCOMP);
    if (gets && (reading_is_lemma(r, done, "do") || (n + 1 < t->s->count && tree_is_low(t, n + 1, "done"))))
        return ENTENTE_AGAIN; /* "to get the deal done" */
    if (sign && reading_is_lemma(r, tree_child_case(t, v, DEP_OBL, "into"), "law"))
        return ENTENTE_AGAIN; /* "signed into law the amendments" */
    if (reading_is_lemma(r, v, "shake") || reading_is_lemma(r, v, "shook"))
        return ENTENTE_AGAIN; /* "shook the ceasefire": only hands are shaken on it */
    if (reading_is_lemma(r, v, "enter") && reading_is(r, o, CLASS_TALKS) && n != o)
        return ENTENTE_AGAIN; /* "enter talks on a settlement" */
    if (reading_is_lemma(r, v, "strike") && v + 1 < t->s->count && tree_is_low(t, v + 1, "down"))
        return ENTENTE_AGAIN; /* "the treaty was struck down in court" */
    if (reading_is_lemma(r, v, "declare") && n + 1 < t->s->count && reading_is(r, n + 1, CLASS_STANDING))
        return ENTENTE_AGAIN; /* "declared the truce over": told by "over" */
    if (reading_is_lemma(r, v, "want") && tree_child_lemma(t, n, DEP_DET, "the") != TREE_NONE)
        return ENTENTE_AGAIN; /* "wants the accord to go on": a stance */
    if (reading_is_lemma(r, v, "join") && tree_token(t, v)->dep == DEP_XCOMP && reading_is(r, tree_head(t, v), CLASS_REFUSE))
        return ENTENTE_AGAIN; /* "refused to join the truce": told by "refused" */
    uint32_t signing = tree_token(t, v)->tag == TAG_VB && (tree_token(t, v)->dep == DEP_ADVCL || tree_token(t, v)->dep == DEP_ACL) ? clause_verb_above(t, v) : TREE_NONE, deed = signing == TREE_NONE ? TREE_NONE : tree_child(t, signing, DEP_OBJ);
    if (make && !sign && deed != TREE_NONE && deed < v && reading_is(r, signing, CLASS_SIGN) && reading_text_noun(r, deed, CLASS_TEXT) != TREE_NONE)
        return ENTENTE_AGAIN; /* "signed a protocol to set up joint ventures": what it holds */
    uint32_t made = reading_is_lemma(r, v, "make") || reading_is_lemma(r, v, "keep") || reading_is_lemma(r, v, "leave") ? tree_child(t, v, DEP_XCOMP) : TREE_NONE;
    if (made != TREE_NONE && tree_token(t, made)->pos == POS_ADJ)
        return ENTENTE_AGAIN; /* "made the deal public" */
    if (reading_is_lemma(r, v, "conclude") && tree_child(t, v, DEP_CCOMP) != TREE_NONE)
        return ENTENTE_AGAIN; /* "a statement that they had concluded that X" */
    if (reading_is_lemma(r, n, "contract") && reading_is(r, v, CLASS_AWARD) && (tree_token(t, n)->tag == TAG_NNS || tree_token(t, v)->dep == DEP_ACL))
        return ENTENTE_AGAIN; /* "won contracts all over Europe": business as usual */
    if (reading_is_lemma(r, n, "understanding") && tree_child(t, n, DEP_DET) == TREE_NONE)
        return ENTENTE_AGAIN;
    uint32_t s = clause_subject(r, v);
    if (s != TREE_NONE && reading_is(r, s, CLASS_OPINION) && !tree_token(t, s)->upper && tree_child_case(t, s, DEP_NMOD, "of") == TREE_NONE) /* "most of the growers" are they */
        return ENTENTE_AGAIN;
    bool participle = tree_token(t, v)->dep == DEP_ACL && tree_token(t, v)->tag == TAG_VBN && tree_child(t, v, DEP_AUX) == TREE_NONE && tree_child(t, v, DEP_MARK) == TREE_NONE && (sign || make) && !t->s->headline;
    if (participle && (reading_is_lemma(r, v, "broker") || reading_is_lemma(r, v, "announce") || reading_is_lemma(r, v, "unveil") || (!behind_comma(r, v) && clause_agent(t, v) == TREE_NONE && tree_child_case(t, v, DEP_OBL, "between") == TREE_NONE && tree_child_case(t, v, DEP_OBL, "with") == TREE_NONE)))
        return ENTENTE_AGAIN; /* "respect the accord signed in May" presupposes it */
    if (participle && n < v && tree_token(t, n)->dep == DEP_OBJ && tree_head(t, n) != TREE_NONE && reading_is(r, tree_head(t, n), CLASS_SIGN | CLASS_ACCEPT | CLASS_REFUSE) && !behind_comma(r, v))
        return ENTENTE_AGAIN; /* "ratified the contract negotiated between A and B": told by "ratified" */
    if (reading_is_lemma(r, v, "negotiate") && tree_token(t, v)->dep == DEP_RELCL && clause_passive(t, v) && clause_agent(t, v) == TREE_NONE && tree_child_case(t, v, DEP_OBL, "between") == TREE_NONE)
        return ENTENTE_AGAIN; /* "the agreement, which was negotiated over two years": told elsewhere */
    uint32_t between = tree_child_case(t, n, DEP_NMOD, "between"); /* "the mayor announced a deal between A and B" */
    bool mediated = reading_is_lemma(r, v, "broker") || ((reading_is_lemma(r, v, "bring") || reading_is_lemma(r, v, "announce") || reading_is_lemma(r, v, "unveil")) && between != TREE_NONE && tree_child(t, between, DEP_CONJ) != TREE_NONE); /* "X brokered a truce": between others */
    if (mediated && tree_child_lemma(t, n, DEP_DET, "the") != TREE_NONE && tree_child(t, n, DEP_RELCL) != TREE_NONE && tree_child(t, n, DEP_RELCL) != v && !tree_token(t, n)->upper)
        return ENTENTE_AGAIN; /* "the deal that took Doe to B": another one */
    bool talks = s != TREE_NONE && reading_is(r, s, CLASS_TALKS) && make; /* "talks that ended without reaching a deal" */
    uint32_t end = talks && tree_token(t, v)->dep == DEP_ADVCL ? tree_head(t, v) : TREE_NONE;
    if (end != TREE_NONE && tree_child(t, end, DEP_NSUBJ) == s && tree_token(t, end)->dep != DEP_RELCL)
        return ENTENTE_AGAIN; /* told by "ended" */
    entente_status e = mediated ? ENTENTE_OK : talks ? sides_counterparts(r, s) : sides_subject(r, v);
    bool failure = make && s == TREE_NONE && tree_token(t, v)->dep == DEP_ACL && reading_is_lemma(r, tree_head(t, v), "failure"); /* "the failure to reach a deal has disappointed C" */
    if (failure && !e)
        parties_in_play(r->parties, &r->m, (view){tree_token(t, v)->start, tree_token(t, v)->end});
    if (talks && !e && r->m.party_count < 2)
        parties_in_play(r->parties, &r->m, (view){tree_token(t, s)->start, tree_token(t, s)->end});
    s = mediated ? TREE_NONE : s;
    if (!e)
        e = sides_counterparts(r, v);
    clause_instrument(r, n);
    uint32_t club = sign && o == TREE_NONE ? tree_child_case(t, v, DEP_OBL, "for") : TREE_NONE; /* "signed for B on a loan deal" */
    if (!e && club != TREE_NONE && tree_token(t, club)->upper)
        e = parties_read(r->parties, t, club, &r->m);
    uint32_t player = sign && o != TREE_NONE && o != n && o > v && tree_token(t, o)->upper && !(r->classes[o] & (CLASS_TEXT | CLASS_WEAKTEXT)) && tree_token(t, n)->dep == DEP_OBL && (!strcmp(tree_case(t, n), "on") || !strcmp(tree_case(t, n), "to")) ? o : TREE_NONE;
    if (!e && player != TREE_NONE) /* "B signed Doe on a three-year deal" */
        e = parties_read(r->parties, t, player, &r->m);
    uint32_t whom = sign && o != TREE_NONE ? sides_signed_for(r, v) : TREE_NONE;
    if (!e && whom != TREE_NONE && tree_token(t, whom)->upper) { /* "Jo Doe signed it on behalf of B": B, not who holds the pen */
        uint32_t kept = 0;
        for (uint32_t i = 0; i < r->m.party_count; i++)
            if (!r->m.parties[i].person)
                r->m.parties[kept++] = r->m.parties[i];
        r->m.party_count = kept;
        e = parties_read(r->parties, t, whom, &r->m);
    }
    if (!e)
        e = sides_counterparts(r, n);
    uint32_t giver = reading_is(r, v, CLASS_AWARD) ? tree_child_case(t, n, DEP_NMOD, "from") : TREE_NONE; /* "won a contract from the navy" */
    if (!e && reading_is_somebody(r, giver))
        e = parties_read(r->parties, t, giver, &r->m);
    uint32_t of = tree_child_case(t, n, DEP_NMOD, "of"); /* "memorandums of understanding with B", B hung on "understanding" */
    if (!e && (reading_is_lemma(r, of, "understanding") || reading_is_lemma(r, of, "intent")))
        e = sides_counterparts(r, of);
    if (!e && !breaks && !leave) {
        e = sides_target(r, n);
        if (!e)
            e = sides_target(r, v);
        clause_noun_complement(r, n);
        if (tree_token(t, v)->dep == DEP_ACL && tree_token(t, v)->tag == TAG_VBN)
            clause_called_for(r, n);
        if (!r->m.item_count && clause_below(r, v) != TREE_NONE && (make || sign))
            clause_actions(r, clause_below(r, v));
        clause_topic_behind(r, v, n);
        TREE_CHILDREN(t, v, c) /* "reached a deal, agreeing to X" */
            if (c > n && reading_is(r, c, CLASS_AGREE | CLASS_PLEDGE) && part_of_a_deal(r, c)) {
                r->m.item_count = 0;
                r->m.content = (view){0, 0};
                clause_complement(r, c);
            }
        TREE_CHILDREN(t, v, c) /* "reached a deal to X": the infinitive may hang on the verb */
            if (!r->m.item_count && (make || sign) && c > n && tree_token(t, c)->dep == DEP_ADVCL && tree_token(t, c)->tag == TAG_VB && (tree_child_lemma(t, c, DEP_MARK, "to") != TREE_NONE || tree_child(t, c, DEP_MARK) == TREE_NONE))
                clause_actions(r, c);
    }
    if (!e && !breaks && !leave)
        clause_of_text(r, n);
    if (!e && reading_is_lemma(r, n, "settlement"))
        clause_dispute(r, tree_child_case(t, n, DEP_NMOD, "with"));
    static const char *const spans[] = {"for", "until", "by", "through", "to"};
    for (size_t i = 0; renew && o == n && n > v && !r->m.item_count && i < sizeof spans / sizeof *spans; i++) { /* "extended the truce for a month" */
        uint32_t span = tree_child_case(t, v, DEP_OBL, spans[i]);
        if (span != TREE_NONE && t->left[span] == t->right[n] + 1u && reading_is(r, span, CLASS_TIME))
            clause_topic_to(r, n, span);
    }
    uint32_t telling = (breaks || leave) && tree_token(t, v)->dep == DEP_CCOMP ? tree_head(t, v) : TREE_NONE, hearer = telling != TREE_NONE && lexicon_is_one(tree_token(t, telling)->lemma, "notify", "inform", "tell") ? tree_child(t, telling, DEP_IOBJ) : TREE_NONE;
    hearer = hearer == TREE_NONE && telling != TREE_NONE && lexicon_is_either(tree_token(t, telling)->lemma, "notify", "inform") ? tree_child(t, telling, DEP_OBJ) : hearer;
    if (!e && hearer != TREE_NONE && parties_is_state(t, hearer) && r->m.party_count == 1)
        e = parties_read(r->parties, t, hearer, &r->m); /* "notified B that it was ending the treaty" */
    if (!e && (breaks || leave)) {
        clause_noun_complement(r, n);
        clause_topic_behind(r, v, n);
        static const char *const breaches[] = {"violate", "breach", "break", "contravene", "flout", "back"};
        TREE_CHILDREN(t, v, c) /* "violated an agreement to X"; "quit it to X" is what for */
            if (!r->m.item_count && c > n && tree_token(t, c)->dep == DEP_ADVCL && tree_token(t, c)->tag == TAG_VB && LEXICON_IS_ANY(tree_token(t, v)->lemma, breaches))
                clause_actions(r, c);
    }
    if (!e && (breaks || leave) && !r->m.item_count && o == n && n > v && !tree_token(t, n)->upper && tree_child(t, n, DEP_ACL) != TREE_NONE)
        clause_topic(r, n); /* "called off a joint venture to build cars": what there was to be */
    for (uint32_t i = v + 1; sign && !e && !r->m.party_count && clause_passive(t, v) && i <= t->right[v]; i++) /* "signed on the margins of a summit by A and B", the signers hung on the summit */
        if (tree_token(t, i)->dep == DEP_NMOD && !strcmp(tree_case(t, i), "by") && reading_is_somebody(r, i)) {
            e = parties_read(r->parties, t, i, &r->m);
            break;
        }
    uint32_t doer = participle && r->m.party_count == 1 && !strcmp(tree_case(t, n), "under") && tree_head(t, n) != TREE_NONE && tree_is_verb(t, tree_head(t, n)) && !clause_passive(t, tree_head(t, n)) ? clause_subject(r, tree_head(t, n)) : TREE_NONE;
    if (!e && doer != TREE_NONE && tree_token(t, doer)->upper) /* "Peru will send troops under an agreement signed with B" */
        e = parties_read(r->parties, t, doer, &r->m);
    uint32_t bought = reading_is(r, n, CLASS_ACQUIRE) ? tree_child_case(t, n, DEP_NMOD, "of") : TREE_NONE;
    if (!e && bought != TREE_NONE && tree_token(t, bought)->upper) { /* "his takeover of B" */
        e = parties_read(r->parties, t, bought, &r->m);
        if (!r->m.item_count)
            clause_topic(r, n);
    }
    if (!e && r->m.party_count < 2 && make)
        e = sides_opposite(r, v);
    if (!e && r->m.party_count == 1 && sign)
        e = sides_club_of(r, n);
    if (!e && r->m.party_count == 1 && (make || sign) && !leave)
        e = sides_behind_topic(r, n);
    uint32_t told_by = tree_head(t, v);
    if (!e && make && r->m.party_count == 1 && clause_passive(t, v) && s == TREE_NONE && tree_token(t, v)->dep == DEP_CCOMP && told_by != TREE_NONE && reading_is(r, told_by, CLASS_REPORT)) {
        uint32_t speaker = tree_child(t, told_by, DEP_NSUBJ); /* "the White House said a deal had been reached with B" */
        if (speaker != TREE_NONE && (tree_token(t, speaker)->upper || (parties_is_people(t, speaker) && tree_token(t, t->left[speaker])->upper)) && tree_child_case(t, v, DEP_OBL, "with") != TREE_NONE)
            e = parties_read(r->parties, t, speaker, &r->m);
    }
    if (!e && reading_is_lemma(r, n, "memorandum") && r->m.party_count < 2 && s != TREE_NONE && tree_token(t, s)->tag != TAG_NNS && (n + 1 >= t->s->count || strcmp(tree_token(t, n + 1)->low, "of") != 0))
        return ENTENTE_AGAIN; /* an order that one signs */
    bool counted = tree_token(t, n)->tag == TAG_NNS && tree_child(t, n, DEP_NUMMOD) != TREE_NONE && tree_child(t, n, DEP_DET) == TREE_NONE && (clause_passive(t, v) || t->s->headline); /* "forty deals were announced": anybody's */
    bool to_be_signed = reading_is_lemma(r, v, "sign") && r->m.status == ENTENTE_AGREEMENT_PENDING && tree_token(t, n)->tag != TAG_NNS; /* "a contract is due to be signed" */
    bool reached = make && reading_is_lemma(r, n, "settlement") && reading_is_lemma(r, v, "reach");
    if (!e && !r->m.party_count && !counted && (reached || to_be_signed || !reading_is(r, n, CLASS_COMMON)) && (s == TREE_NONE || meet)) /* "the accord was signed": by those who are in play */
        parties_in_play(r->parties, &r->m, (view){tree_token(t, n)->start, tree_token(t, n)->end});
    if (!e && reading_is_lemma(r, n, "alliance") && (reading_is_lemma(r, v, "reaffirm") || reading_is_lemma(r, v, "affirm")))
        return ENTENTE_AGAIN; /* a stance */
    uint32_t own = tree_child(t, n, DEP_POSS), above = tree_token(t, v)->dep == DEP_CCOMP ? tree_head(t, v) : TREE_NONE;
    bool his = renew && r->m.party_count == 1 && reading_is_lemma(r, n, "contract") && own != TREE_NONE && tree_token(t, own)->pos == POS_PRON && !tree_is_low(t, own, "its"); /* "Doe has extended his contract": with his club */
    uint32_t club_told = his && reading_is(r, above, CLASS_REPORT) ? clause_subject(r, above) : TREE_NONE;
    if (!e && club_told != TREE_NONE && tree_token(t, club_told)->upper && tree_token(t, club_told)->pos != POS_PRON)
        e = parties_read(r->parties, t, club_told, &r->m);
    if (!e && renew && !his && reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT) && (r->m.party_count < 2 || (reading_is_lemma(r, n, "partnership") && !tree_token(t, n)->upper)))
        return ENTENTE_AGAIN; /* a contract or a charter of one's own; "reaffirmed their partnership" */
    if (!e && !r->m.party_count && (tree_token(t, n)->tag == TAG_NNS || (o != TREE_NONE && tree_token(t, o)->tag == TAG_NNS)) && !r->m.item_count)
        return ENTENTE_AGAIN; /* "forty deals were announced" */
    static const char *const acts[] = {"attack", "strike", "raid", "incursion", "clash", "bombing", "airstrike", "launch", "test", "flight", "move", "tariff"};
    bool deeds = breaks && o == n && s != TREE_NONE && !tree_token(t, s)->upper && LEXICON_IS_ANY(tree_token(t, s)->lemma, acts); /* "these attacks violate the truce" */
    for (uint32_t i = 0; deeds && i < r->m.party_count; i++)
        if (r->m.parties[i].mention.end == tree_token(t, s)->end)
            r->m.parties[i--] = r->m.parties[--r->m.party_count];
    bool shattered = breaks && o == n && s != TREE_NONE && (deeds || parties_is_thing(t, s)) && (reading_is_lemma(r, v, "shatter") || reading_is_lemma(r, v, "break") || reading_is_lemma(r, v, "violate") || reading_is_lemma(r, v, "breach")) && !reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT);
    if (!e && shattered && !r->m.party_count) /* "fighting shattered the truce": of those in play */
        parties_in_play(r->parties, &r->m, (view){tree_token(t, n)->start, tree_token(t, n)->end});
    bool news = t->s->headline && tree_token(t, v)->dep == DEP_ACL && tree_head(t, n) == TREE_NONE; /* "Deal reached to end strike" */
    bool told = o == n && (clause_passive(t, v) || news || behind_comma(r, v)) && (tree_token(t, v)->dep != DEP_ACL || news || behind_comma(r, v)) && tree_token(t, v)->dep != DEP_ADVCL && (reached || !reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT) || (make && tree_child_lemma(t, n, DEP_AMOD, "tentative") != TREE_NONE) || (to_be_signed && tree_token(t, v)->dep != DEP_RELCL)) && !reading_is(r, v, CLASS_RENEW); /* "an agreement was signed", by whomever */
    if (e || (!r->m.party_count && !told && !shattered) || (reading_is_lemma(r, n, "compromise") && r->m.party_count == 1 && !r->m.parties[0].plural)) /* "it strikes a compromise" */
        return e ? e : ENTENTE_AGAIN;
    if ((breaks || leave) && r->m.status == ENTENTE_AGREEMENT_REJECTED) {
        bool denied = reading_is_lemma(r, tree_head(t, v), "deny") || reading_is_lemma(r, tree_head(t, v), "avoid");
        TREE_CHILDREN(t, v, c)
            denied |= tree_token(t, c)->dep == DEP_ADVMOD && reading_is(r, c, CLASS_NEGATION);
        if (denied)
            return ENTENTE_AGAIN; /* "denied breaking the accord": it stands */
        r->m.status = ENTENTE_AGREEMENT_BROKEN;
    }
    TREE_CHILDREN(t, n, c)
        if (tree_token(t, c)->dep == DEP_DET && !strcmp(tree_token(t, c)->low, "no") && tree_child_lemma(t, v, DEP_MARK, "if") == TREE_NONE) /* "if no deal is reached": ahead */
            r->m.status = ENTENTE_AGREEMENT_REJECTED;
    if (r->m.status == ENTENTE_AGREEMENT_REJECTED && (sign || renew) && !r->m.item_count && tree_token(t, v)->tag == TAG_VB && !clause_passive(t, v)) {
        clause_action_alone(r, v); /* "refused to sign the waiver": that was asked */
        TREE_CHILDREN(t, v, c) /* "will not sign it until B withdraws": until when is not what is refused */
            if (c > v && tree_token(t, c)->dep == DEP_ADVCL && lexicon_is_either(tree_token(t, t->left[c])->low, "until", "unless") && tree_token(t, t->left[c])->start < r->m.items[0].end)
                r->m.items[0].end = r->m.content.end = tree_token(t, t->left[c] - 1u)->end;
    }
    uint32_t low = v < n ? v : n, high = v < n ? n : v;
    if (high - low <= 8 && !(o != TREE_NONE && o != n && tree_token(t, o)->pos == POS_PRON)) /* "reached a limited trade agreement" */
        r->m.trigger = (view){r->m.trigger.start < tree_token(t, low)->start ? r->m.trigger.start : tree_token(t, low)->start, tree_token(t, high)->end};
    else if (high - low > 8 && n < v && clause_passive(t, v) && (reading_is_lemma(r, v, "announce") || reading_is_lemma(r, v, "unveil")))
        r->m.trigger = (view){tree_token(t, n)->start, tree_token(t, n)->end}; /* "the settlement between A and B of ... was announced" */
    bool decided = r->m.status == ENTENTE_AGREEMENT_PENDING && tree_token(t, v)->dep == DEP_ACL && reading_is_lemma(r, tree_head(t, v), "decision"); /* "regret its decision to withdraw from the treaty" */
    if ((breaks || leave) && (decided || r->m.status == ENTENTE_AGREEMENT_REACHED))
        r->m.status = ENTENTE_AGREEMENT_BROKEN;
    bool being = false; /* "is being negotiated" */
    TREE_CHILDREN(t, v, c)
        being |= (tree_token(t, c)->dep == DEP_AUX || tree_token(t, c)->dep == DEP_AUX_PASS) && tree_is_low(t, c, "being");
    bool going_on = (being && make) || (reading_is_lemma(r, v, "negotiate") && tree_token(t, v)->tag == TAG_VBG && tree_child(t, v, DEP_AUX) != TREE_NONE);
    uint32_t towards = tree_head(t, v); /* "made progress in finalizing a deal" */
    going_on |= (make || sign) && tree_token(t, v)->tag == TAG_VBG && (reading_makes_progress(r, towards) || reading_is_progress(r, towards));
    if ((meet || going_on) && r->m.status == ENTENTE_AGREEMENT_REACHED)
        r->m.status = ENTENTE_AGREEMENT_PENDING;
    bool close = false; /* "came close to an agreement" */
    TREE_CHILDREN(t, v, c)
        close |= c < n && (reading_is_lemma(r, v, "come") || reading_is_lemma(r, v, "get") || reading_is_lemma(r, v, "move")) && (tree_is_low(t, c, "close") || tree_is_low(t, c, "closer") || tree_is_low(t, c, "near") || tree_is_low(t, c, "nearer"));
    if (close && r->m.status == ENTENTE_AGREEMENT_REACHED)
        r->m.status = ENTENTE_AGREEMENT_PENDING;
    bool own_word = reading_is_lemma(r, v, "call") || reading_is_lemma(r, v, "declare") || tree_child_lemma(t, n, DEP_AMOD, "unilateral") != TREE_NONE; /* "called a truce": one side's */
    bool theirs = is_their_deal(r, n) && (breaks || leave || lexicon_is_one(tree_token(t, v)->lemma, "conclude", "complete", "finalize") || reading_is_lemma(r, v, "finalise"));
    r->m.kind = own_word && make ? ENTENTE_KIND_COMMITMENT : (sign || breaks || leave || renew) && !theirs && bought == TREE_NONE ? ENTENTE_KIND_INSTRUMENT : ENTENTE_KIND_MUTUAL;
    r->m.family = sign ? FAMILY_SIGN : breaks || leave ? FAMILY_BREAK : renew ? FAMILY_RENEW : meet ? FAMILY_TALKS : FAMILY_MAKE;
    return ENTENTE_OK;
}

typedef entente_status (*family_reader)(reading *, uint32_t);

/* Tries one family on a copy; `*r` changes only when the family takes the token. */
static entente_status try_family(reading *r, family_reader read, uint32_t i)
{
    reading tried = *r;
    entente_status e = read(&tried, i);
    if (e != ENTENTE_AGAIN)
        *r = tried;
    return e;
}

/* The first family that takes the token as its trigger; ENTENTE_AGAIN: none does. */
entente_status read_trigger(reading *r, uint32_t i)
{
    static const struct { uint64_t classes; family_reader read; } verbs[] = {
        {CLASS_SIGN | CLASS_MAKE | CLASS_REPORT, read_withdrawal}, {CLASS_RENEW, read_deadline}, {CLASS_DEMAND, read_recommended}, {CLASS_BREAK | CLASS_LEAVE, read_dropped}, {CLASS_BREAK | CLASS_LEAVE | CLASS_FAILING | CLASS_BEFALL, read_left_talks},
        {CLASS_SIGN | CLASS_RENEW | CLASS_BREAK | CLASS_LEAVE | CLASS_MAKE | CLASS_MEET, read_text}, {CLASS_MAKE, read_united}, {CLASS_MAKE, read_door}, {CLASS_MAKE, read_negotiating}, {CLASS_MAKE | CLASS_AFFIRM, read_no_progress}, {CLASS_MAKE | CLASS_BEFALL, read_terms}, {CLASS_SIGN, read_signed_it}, {CLASS_SIGN | CLASS_MAKE | CLASS_REPORT, read_signing_of}, {CLASS_GRANT, read_ratification}, {CLASS_SIGN, read_signing},
        {CLASS_AGREE, read_agree}, {CLASS_PLEDGE, read_pledge}, {CLASS_OFFER, read_offer}, {CLASS_OFFER, read_offered}, {CLASS_COMMIT, read_commit},
        {CLASS_ACCEPT | CLASS_REFUSE, read_answer}, {CLASS_ACCEPT | CLASS_REFUSE, read_answered_it}, {CLASS_DECIDE, read_decision}, {CLASS_SETTLE, read_settlement}, {CLASS_AFFIRM, read_duty}, {CLASS_AFFIRM | CLASS_BREAK, read_word_not_kept}, {CLASS_AFFIRM, read_unkept}, {CLASS_BREAK | CLASS_LEAVE, read_left_it}, {CLASS_BREAK, read_broken_it},
        {CLASS_SUBMIT | CLASS_BREAK | CLASS_LEAVE, read_bid}, {CLASS_BREAK | CLASS_LEAVE | CLASS_BEFALL, read_broken_word}, {CLASS_FAILING | CLASS_BEFALL | CLASS_BREAK, read_fate}, {CLASS_BEFALL, read_not_joining}, {CLASS_BEFALL, read_undervalued}, {CLASS_BEFALL, read_coming}, {CLASS_BEFALL, read_came}, {CLASS_BEFALL, read_going}, {CLASS_BEFALL | CLASS_HOPE, read_not_going}, {CLASS_BEFALL, read_unrecognised}, {CLASS_FAILING, read_stuck}, {CLASS_HOPE, read_expected}, {CLASS_HOPE, read_closing}, {CLASS_REPORT, read_yes}, {CLASS_REPORT | CLASS_MAKE, read_unacceptable}, {CLASS_REPORT, read_joint_word}, {CLASS_REPORT, read_confirmed}, {CLASS_REPORT, read_announced_gift}, {CLASS_REPORT, read_told}, {CLASS_REPORT, read_response}, {CLASS_GRANT | CLASS_AFFIRM, read_consent}, {CLASS_GRANT, read_licence}, {CLASS_GRANT, read_exchanged_offers}, {CLASS_RECEIVE, read_considered_bid}, {CLASS_RECEIVE, read_received}, {CLASS_VOTE, read_vote}, {CLASS_VOTE, read_vote_ahead}, {CLASS_DUTY, read_unsupported}, {CLASS_STANDING, read_condition}, {CLASS_STANDING, read_stuck_talks}, {CLASS_STANDING, read_over}, {CLASS_ACQUIRE, read_takeover}, {CLASS_ACQUIRE | CLASS_BEFALL, read_asset_sale}, {CLASS_AWARD, read_award}, {CLASS_SUBMIT | CLASS_MAKE | CLASS_RECEIVE | CLASS_AWARD, read_order}, {CLASS_ACQUIRE | CLASS_BEFALL, read_headline_plan}};
    static const struct { uint64_t classes; family_reader read; } nouns[] = {
        {CLASS_STANDING, read_condition}, {CLASS_STANDING, read_stuck_talks}, {CLASS_STANDING, read_over}, {CLASS_ENDING | CLASS_MAKING | CLASS_REFUSAL, read_nominal}, {CLASS_REFUSAL | CLASS_MAKING, read_rejection}, {CLASS_TEXT | CLASS_TALKS, read_headline_state}, {CLASS_TEXT | CLASS_DUTY, read_noun}, {CLASS_TALKS, read_talks}, {CLASS_DISPUTE, read_impasse}, {CLASS_BID, read_bid_told}, {CLASS_GROUP, read_signatory}};
    r->m.trigger = (view){tree_token(r->t, i)->start, tree_token(r->t, i)->end};
    r->m.status = ENTENTE_AGREEMENT_REACHED;
    entente_status e = ENTENTE_AGAIN;
    if (tree_is_predicate(r->t, i)) {
        uint64_t any = 0;
        for (size_t k = 0; k < sizeof verbs / sizeof *verbs; k++)
            any |= verbs[k].classes;
        if (!(r->classes[i] & any) || !clause_status(r, i))
            return ENTENTE_AGAIN;
        for (size_t k = 0; k < sizeof verbs / sizeof *verbs && e == ENTENTE_AGAIN; k++)
            if (r->classes[i] & verbs[k].classes)
                e = try_family(r, verbs[k].read, i);
        return e;
    }
    for (size_t k = 0; k < sizeof nouns / sizeof *nouns && e == ENTENTE_AGAIN; k++)
        if (r->classes[i] & nouns[k].classes)
            e = try_family(r, nouns[k].read, i);
    return e;
}
