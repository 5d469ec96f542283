/* SPDX-License-Identifier: MIT */
/* Whether what was agreed or promised is kept: broken, walked back, no longer observed, left. */
#include <string.h>

#include "reading.h"

uint32_t reading_text_before(const reading *r, uint32_t v)
{
    for (uint32_t i = v; i-- > 0;)
        if (reading_is(r, i, CLASS_TEXT) && !reading_is(r, i, CLASS_COMMON | CLASS_WEAKTEXT | CLASS_AGREE) && tree_token(r->t, i)->pos == POS_NOUN && tree_child(r->t, i, DEP_DET) != TREE_NONE)
            return i;
    return TREE_NONE;
}

/* What an agreement binds to: "the limits", "its commitments". */
static bool is_bond(const reading *r, uint32_t n)
{
    static const char *const bonds[] = {"limit", "limitation", "restriction", "commitment", "obligation", "term", "provision", "condition", "constraint", "curb", "ceiling", "undertaking", "requirement", "compliance", "adherence", "pledge", "promise"};
    return n != TREE_NONE && tree_token(r->t, n)->pos == POS_NOUN && LEXICON_IS_ANY(tree_token(r->t, n)->lemma, bonds);
}

/* The text whose bonds `n`, which the verb `v` is about, names: "any limits laid down in the 2015 deal", "nuclear deal commitments". */
static uint32_t text_of_bond(const reading *r, uint32_t v, uint32_t n)
{
    const tree *t = r->t;
    uint32_t of = n == TREE_NONE || is_bond(r, n) ? TREE_NONE : tree_child_case(t, n, DEP_NMOD, "of"); /* "any of its obligations" */
    n = is_bond(r, of) ? of : n;
    if (n == TREE_NONE || n < v || !is_bond(r, n))
        return TREE_NONE;
    for (uint32_t i = t->left[n]; i <= t->right[n]; i++)
        if (i != n && reading_is(r, i, CLASS_TEXT) && !reading_is(r, i, CLASS_COMMON | CLASS_WEAKTEXT | CLASS_AGREE))
            return i;
    uint32_t under = reading_text_noun(r, tree_child_case(t, v, DEP_OBL, "under"), CLASS_TEXT);
    return under != TREE_NONE && under > n && !reading_is(r, under, CLASS_COMMON | CLASS_WEAKTEXT) ? under : TREE_NONE;
}

/* The text `n` is not kept by the subject of `v`. */
static entente_status broken_text(reading *r, uint32_t v, uint32_t n)
{
    entente_status e = sides_subject(r, v);
    if (!e)
        e = sides_counterparts(r, n);
    clause_instrument(r, n);
    if (r->m.status != ENTENTE_AGREEMENT_PENDING)
        r->m.status = ENTENTE_AGREEMENT_BROKEN;
    return reading_end(r, e, 1, 0, ENTENTE_KIND_INSTRUMENT, FAMILY_BREAK);
}

static const char *const keeping[] = {"fulfil", "fulfill", "honour", "honor", "keep", "respect", "observe", "uphold", "implement", "comply", "abide", "adhere", "live"};

/* "The promise has been broken", "the commitments have not been kept": by those in play. */
entente_status read_word_not_kept(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t n = clause_passive(t, v) ? clause_object(r, v) : TREE_NONE;
    bool not_kept = r->m.status == ENTENTE_AGREEMENT_REACHED ? reading_is_lemma(r, v, "break") : r->m.status == ENTENTE_AGREEMENT_REJECTED && LEXICON_IS_ANY(tree_token(t, v)->lemma, keeping);
    if (!not_kept || n == TREE_NONE || n > v || t->s->headline || !lexicon_is_one(tree_token(t, n)->lemma, "promise", "pledge", "commitment") || (tree_child(t, n, DEP_DET) == TREE_NONE && tree_child(t, n, DEP_POSS) == TREE_NONE) || tree_child_lemma(t, n, DEP_DET, "no") != TREE_NONE)
        return ENTENTE_AGAIN;
    uint32_t owner = tree_child(t, n, DEP_POSS), agent = clause_agent(t, v);
    entente_status e = agent != TREE_NONE ? parties_read(r->parties, t, agent, &r->m) : owner != TREE_NONE ? parties_read(r->parties, t, owner, &r->m) : ENTENTE_OK;
    if (!e && !r->m.party_count)
        parties_in_play(r->parties, &r->m, (view){tree_token(t, n)->start, tree_token(t, n)->end});
    r->m.status = ENTENTE_AGREEMENT_BROKEN;
    return reading_end(r, e, 1, 0, ENTENTE_KIND_COMMITMENT, FAMILY_PLEDGE);
}

/* "broke its promise to X", "reneged on a pledge to X". */
entente_status read_broken_word(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t o = clause_object(r, v), on = tree_child_case(t, v, DEP_OBL, "on"), from = tree_child_case(t, v, DEP_OBL, "from"), s = clause_subject(r, v);
    from = from == TREE_NONE && reading_is(r, v, CLASS_LEAVE) ? tree_child_case(t, v, DEP_OBL, "of") : from; /* "backed out of a promise" */
    uint32_t n = o != TREE_NONE ? o : on != TREE_NONE ? on : from;
    if (!reading_is(r, v, CLASS_BREAK | CLASS_LEAVE) && !(reading_is_lemma(r, v, "go") && v + 1 < t->s->count && tree_is_low(t, v + 1, "back") && n == on))
        return ENTENTE_AGAIN; /* "went back on his promise" */
    if (s != TREE_NONE && r->m.status != ENTENTE_AGREEMENT_REJECTED && text_of_bond(r, v, n) != TREE_NONE)
        return broken_text(r, v, text_of_bond(r, v, n)); /* "rolled back its commitments under the accord" */
    if (s == TREE_NONE || n == TREE_NONE || n < v || !(reading_is_lemma(r, n, "promise") || reading_is_lemma(r, n, "pledge") || reading_is_lemma(r, n, "commitment") || reading_is_lemma(r, n, "vow") || (reading_is_lemma(r, n, "word") && tree_child(t, n, DEP_POSS) != TREE_NONE)))
        return ENTENTE_AGAIN;
    uint32_t action = tree_child(t, n, DEP_ACL), hung = tree_child(t, v, DEP_ADVCL); /* the infinitive may hang on the verb */
    action = action == TREE_NONE && hung != TREE_NONE && t->left[hung] <= n + 2u && hung > n ? hung : action;
    TREE_CHILDREN(t, hung == TREE_NONE ? v : hung, c) /* "broke a promise, made in May, to X" */
        if (action == TREE_NONE && hung != TREE_NONE && reading_is_lemma(r, hung, "make") && tree_token(t, c)->dep == DEP_ADVCL && tree_token(t, c)->tag == TAG_VB)
            action = c;
    uint32_t given = tree_child(t, n, DEP_RELCL); /* "broke a promise he made to B to X" */
    for (uint32_t c = given == TREE_NONE ? TREE_NONE : t->first[given]; c != TREE_NONE; c = t->next[c])
        if (action == TREE_NONE && lexicon_is_either(tree_token(t, given)->lemma, "make", "give") && c > given && tree_token(t, c)->tag == TAG_VB && tree_child_lemma(t, c, DEP_MARK, "to") != TREE_NONE)
            action = c;
    bool told = action != TREE_NONE && tree_token(t, action)->tag == TAG_VB;
    if (!told && !reading_is_somebody(r, s))
        return ENTENTE_AGAIN;
    entente_status e = sides_subject(r, v);
    if (told)
        clause_actions(r, action);
    if (e || !r->m.party_count || r->m.status != ENTENTE_AGREEMENT_REACHED)
        return e ? e : ENTENTE_AGAIN;
    r->m.status = ENTENTE_AGREEMENT_BROKEN;
    r->m.kind = ENTENTE_KIND_COMMITMENT;
    r->m.family = FAMILY_PLEDGE;
    return ENTENTE_OK;
}

/* "has not fulfilled the agreement", "failed to respect the truce", "did not comply with the treaty". */
entente_status read_unkept(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t o = clause_object(r, v), with = tree_child_case(t, v, DEP_OBL, "with"), by = tree_child_case(t, v, DEP_OBL, lexicon_is_either(tree_token(t, v)->lemma, "adhere", "live") ? "to" : "by"); /* "did not live up to it" */
    uint32_t kept = o != TREE_NONE ? o : with != TREE_NONE ? with : by;
    uint32_t n = reading_text_noun(r, kept, CLASS_TEXT), of = o == TREE_NONE ? TREE_NONE : tree_child_case(t, o, DEP_NMOD, "of");
    bool share = of != TREE_NONE && lexicon_is_one(tree_token(t, o)->lemma, "end", "side", "part") && (reading_is_lemma(r, of, "bargain") || reading_is(r, of, CLASS_TEXT)); /* "had not kept its end of the bargain" */
    n = share ? of : n;
    uint32_t g = tree_head(t, v);
    bool will = tree_child_lemma(t, v, DEP_AUX, "will") != TREE_NONE || tree_child_lemma(t, v, DEP_AUX, "would") != TREE_NONE;
    if (n != TREE_NONE && n > v && will && r->m.status == ENTENTE_AGREEMENT_PENDING && tree_token(t, v)->dep == DEP_CCOMP && reading_is(r, g, CLASS_REPORT) && clause_subject(r, v) != TREE_NONE && LEXICON_IS_ANY(tree_token(t, v)->lemma, keeping) && !reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT)) { /* "said they would observe the truce" */
        entente_status told = sides_of_text(r, v, n);
        r->m.status = ENTENTE_AGREEMENT_REACHED;
        return reading_end(r, told, 1, 0, ENTENTE_KIND_COMMITMENT, FAMILY_DUTY);
    }
    uint32_t bound_by = text_of_bond(r, v, kept); /* "will no longer respect any limits of the deal" */
    if (bound_by != TREE_NONE && r->m.status == ENTENTE_AGREEMENT_REJECTED && clause_subject(r, v) != TREE_NONE && LEXICON_IS_ANY(tree_token(t, v)->lemma, keeping)) {
        r->m.status = ENTENTE_AGREEMENT_BROKEN;
        return broken_text(r, v, bound_by);
    }
    if (n == TREE_NONE || n < v || r->m.status != ENTENTE_AGREEMENT_REJECTED || clause_subject(r, v) == TREE_NONE || !LEXICON_IS_ANY(tree_token(t, v)->lemma, keeping) || reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT))
        return ENTENTE_AGAIN;
    entente_status e = sides_of_text(r, v, n);
    r->m.status = ENTENTE_AGREEMENT_BROKEN;
    return reading_end(r, e, 1, 0, ENTENTE_KIND_INSTRUMENT, FAMILY_BREAK);
}

/* "ever since Chile abandoned it", "keep the pact alive after Peru withdrew": the text that the sentence spoke of. */
entente_status read_left_it(reading *r, uint32_t v)
{
    static const char *const ending[] = {"abandon", "scrap", "cancel", "terminate", "repudiate", "renounce", "violate", "breach", "quit", "suspend", "leave"};
    const tree *t = r->t;
    uint32_t o = tree_child(t, v, DEP_OBJ), s = clause_subject(r, v), n = reading_text_before(r, v);
    bool spoken_of = n != TREE_NONE && (tree_token(t, n)->dep == DEP_NSUBJ || tree_token(t, n)->dep == DEP_NSUBJ_PASS || tree_token(t, n)->dep == DEP_OBJ); /* not "the office of the treaty" */
    bool it = o != TREE_NONE && o > v && tree_is_low(t, o, "it") && LEXICON_IS_ANY(tree_token(t, v)->lemma, ending);
    bool left = o == TREE_NONE && reading_is_lemma(r, v, "withdraw") && tree_child_case(t, v, DEP_OBL, "from") == TREE_NONE && tree_child_case(t, v, DEP_OBL, "to") == TREE_NONE && spoken_of && tree_token(t, n)->dep == DEP_OBJ;
    if ((!it && !left) || !spoken_of || s == TREE_NONE || clause_passive(t, v) || !(reading_is_somebody(r, s) || tree_token(t, s)->pos == POS_PRON || parties_is_people(t, s)) || r->m.status == ENTENTE_AGREEMENT_REJECTED || tree_child_lemma(t, n, DEP_DET, "the") == TREE_NONE)
        return ENTENTE_AGAIN;
    return broken_text(r, v, n);
}

/* "They agreed a truce. It was broken within hours", "The rebels have since broken it": by those in play. */
entente_status read_broken_it(reading *r, uint32_t v)
{
    static const char *const breaking[] = {"break", "violate", "breach", "suspend", "cancel", "terminate", "scrap", "abandon", "shatter"};
    const tree *t = r->t;
    bool passive = clause_passive(t, v);
    uint32_t it = tree_child(t, v, passive ? DEP_NSUBJ_PASS : DEP_OBJ), by = passive ? clause_agent(t, v) : tree_child(t, v, DEP_NSUBJ);
    if (!reading_follows(r, r->parties->dealt) || t->s->headline || !LEXICON_IS_ANY(tree_token(t, v)->lemma, breaking) || it == TREE_NONE || !tree_is_low(t, it, "it") || r->m.status != ENTENTE_AGREEMENT_REACHED || (!passive && !reading_is_somebody(r, by)))
        return ENTENTE_AGAIN;
    for (uint32_t i = 0; i < (passive ? it : t->left[by]); i++)
        if (tree_is_nominal(t, i) && !reading_is(r, i, CLASS_TIME))
            return ENTENTE_AGAIN; /* "the club was told that it was suspended" */
    entente_status e = reading_is_somebody(r, by) ? parties_read(r->parties, t, by, &r->m) : ENTENTE_OK;
    if (!r->m.party_count)
        parties_in_play(r->parties, &r->m, r->m.trigger);
    r->m.status = ENTENTE_AGREEMENT_BROKEN;
    return reading_end(r, e, 1, 0, ENTENTE_KIND_MUTUAL, FAMILY_BREAK);
}
