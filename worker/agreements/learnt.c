/* SPDX-License-Identifier: MIT */
/* Mentions that no rule finds: the likeliest trigger of a sentence, who its parties are and what it is about, as learnt from annotated articles; and what rules leave open of theirs. */
#include "learnt.h"

#include <string.h>

/* The sentence of `r` as it is judged. */
static learnt_sentence *sentence_of(reading *r)
{
    if (!r->learnt->t)
        learnt_read_sentence(r->parties, r->t, r->classes, r->learnt);
    return r->learnt;
}

/* Who acts, or whose text or talks the subject are; with whom. */
static entente_status read_sides(reading *r, uint32_t i)
{
    const tree *t = r->t;
    uint32_t v = tree_is_predicate(t, i) ? i : clause_verb_above(t, i), s = v == TREE_NONE ? TREE_NONE : clause_subject(r, v);
    uint32_t whose = reading_text_noun(r, s, CLASS_TEXT | CLASS_TALKS | CLASS_BID | CLASS_DUTY), n = v == i ? reading_text_noun(r, clause_object(r, v), CLASS_TEXT | CLASS_TALKS | CLASS_BID | CLASS_DUTY) : i;
    entente_status e = ENTENTE_OK;
    if (whose != TREE_NONE)
        e = sides_counterparts(r, whose);
    else if (s != TREE_NONE && reading_is_somebody(r, s) && !parties_is_thing(t, s))
        e = sides_subject(r, v);
    if (!e && n != TREE_NONE && n != whose)
        e = sides_counterparts(r, n);
    uint32_t asker = n == TREE_NONE || v == TREE_NONE || !reading_is(r, n, CLASS_BID | CLASS_TEXT) ? TREE_NONE : sides_asker(r, v, n);
    if (!e && asker != TREE_NONE)
        e = parties_read(r->parties, t, asker, &r->m);
    return e || v == TREE_NONE ? e : sides_counterparts(r, v);
}

/* Whether those in play may be the other side: nobody is named, or one of them. */
static bool with_those_in_play(const reading *r)
{
    bool theirs = !r->m.party_count;
    for (uint32_t i = 0; i < r->m.party_count; i++)
        for (uint32_t k = 0; k < r->parties->pair_count; k++)
            theirs |= parties_same_name(&r->m.parties[i], &r->parties->pair[k]);
    return theirs;
}

/* Whom "the head of the trade board" renames in "Jo Doe, the head of the trade board, agreed"; TREE_NONE: nobody. */
static uint32_t renamed_by(const tree *t, uint32_t i)
{
    while (tree_token(t, i)->dep == DEP_NMOD && tree_head(t, i) != TREE_NONE)
        i = tree_head(t, i);
    uint32_t h = tree_head(t, i), first = t->left[i];
    bool apart = tree_is_low(t, first, ",") || (first > 0 && tree_is_low(t, first - 1, ","));
    if (tree_token(t, i)->dep == DEP_XCOMP && tree_token(t, i)->pos == POS_NOUN && h != TREE_NONE && !strcmp(tree_token(t, h)->lemma, "become"))
        return tree_child(t, h, DEP_NSUBJ); /* "Peru became the tenth state to sign" */
    return tree_token(t, i)->dep == DEP_APPOS && tree_token(t, i)->pos == POS_NOUN && apart && h < i ? h : TREE_NONE;
}

/* Whether a token is among the words that name a party. */
static bool of_a_party(const reading *r, uint32_t i)
{
    bool within = false;
    for (uint32_t k = 0; k < r->m.party_count; k++)
        within |= tree_token(r->t, i)->start >= r->m.parties[k].mention.start && tree_token(r->t, i)->end <= r->m.parties[k].mention.end;
    return within;
}

/* Whether somebody only speaks of what others try: "Roe" of "Roe praised Chile's efforts to reach an accord" at "reach". */
static bool speaks_of_others(const reading *r, uint32_t who, uint32_t trigger)
{
    bool others = false;
    if (tree_token(r->t, who)->dep == DEP_NMOD && !*tree_case(r->t, who) && tree_head(r->t, who) != TREE_NONE)
        who = tree_head(r->t, who); /* "Secretary" of "Secretary Roe" */
    uint32_t above = tree_head(r->t, trigger), by = tree_child(r->t, trigger, DEP_POSS);
    by = by == TREE_NONE ? tree_child_case(r->t, trigger, DEP_NMOD, "by") : by;
    if (by != TREE_NONE && tree_token(r->t, by)->upper && clause_hails(r->t, above) && ((tree_head(r->t, who) == above && tree_token(r->t, who)->dep == DEP_NSUBJ) || tree_token(r->t, who)->pos == POS_PRON))
        return true; /* "Peru welcomes Chile's signing of the accord" */
    for (uint32_t k = above; k != TREE_NONE; k = tree_head(r->t, k)) {
        uint32_t whose = tree_is_nominal(r->t, k) ? tree_child(r->t, k, DEP_POSS) : TREE_NONE;
        whose = tree_is_nominal(r->t, k) && whose == TREE_NONE ? tree_child_case(r->t, k, DEP_NMOD, "of") : whose;
        whose = lexicon_is_one(tree_token(r->t, k)->lemma, "congratulate", "praise", "commend") ? tree_child(r->t, k, DEP_OBJ) : whose; /* "to congratulate Chile on reaching it" */
        others |= whose != TREE_NONE && tree_token(r->t, whose)->upper && of_a_party(r, whose);
        if (others && tree_head(r->t, who) == k && tree_token(r->t, who)->dep == DEP_NSUBJ)
            return true;
    }
    return false;
}

/* "in Chile", "flew to Lima", "the Lima Accords": where. */
static bool is_place(const reading *r, uint32_t who)
{
    if (parties_is_capital(r->t, who) && tree_token(r->t, who)->start >= r->m.instrument.start && tree_token(r->t, who)->end <= r->m.instrument.end)
        return true;
    const char *preposition = tree_case(r->t, who);
    return lexicon_is_either(preposition, "in", "at") || (lexicon_is_either(preposition, "to", "from") && parties_is_capital(r->t, who));
}

/* "rich nations" of "the G8 of rich nations": what a party is made of. */
static bool makes_up_a_party(const reading *r, uint32_t who)
{
    uint32_t h = tree_head(r->t, who);
    return tree_token(r->t, who)->dep == DEP_NMOD && !strcmp(tree_case(r->t, who), "of") && !tree_token(r->t, who)->upper && h != TREE_NONE && tree_token(r->t, h)->upper && of_a_party(r, h);
}

/* "signed it, joining Peru and Norway", "following Peru": they had before; "and was joined by Jo Dahl": who was there. */
static bool is_joined(const tree *t, uint32_t who, uint32_t trigger)
{
    while (tree_token(t, who)->dep == DEP_CONJ && tree_head(t, who) != TREE_NONE)
        who = tree_head(t, who);
    if (!strcmp(tree_case(t, who), "follow"))
        return true;
    for (uint32_t i = trigger + 1; i < who; i++) /* by place: a long list of them hangs together badly */
        if ((lexicon_is_either(tree_token(t, i)->low, "joined", "accompanied") && clause_passive(t, i)) || (tree_is_low(t, i, "joining") && tree_is_low(t, i - 1, ",")))
            return true;
    return false;
}

/* "Jan Roe, head of the office, signed it on behalf of Norway": he is no party beside Norway. */
static bool signs_for_another(const reading *r, uint32_t who, uint32_t trigger) { return who < trigger && r->m.party_count && reading_is(r, trigger, CLASS_SIGN) && sides_signed_for(r, trigger) != TREE_NONE; }

/* "Peru will not sign it, Minister Doe said", "talks collapsed, officials said": they only tell. */
static bool only_tells(const reading *r, const learnt_candidate *c)
{
    const token *who = tree_token(r->t, c->head);
    bool known = r->m.party_count && !parties_unnamed(&r->m.parties[0]), officials = !who->upper && who->tag == TAG_NNS && reading_is(r, c->head, CLASS_PEOPLE);
    return ((c->who.person && known) || officials) && who->start >= r->m.attribution.start && who->end <= r->m.attribution.end;
}

/* "The Post reports that the union says a deal is near": who tells what another tells. */
static bool tells_of_teller(const reading *r, uint32_t who, uint32_t trigger)
{
    uint32_t tellers = 0, teller = TREE_NONE;
    for (uint32_t v = tree_head(r->t, trigger), step = 0; v != TREE_NONE && step < 8; v = tree_head(r->t, v), step++)
        if (reading_is(r, v, CLASS_REPORT) && tree_is_verb(r->t, v) && clause_subject(r, v) != TREE_NONE) {
            teller = clause_subject(r, v);
            tellers++;
        }
    return tellers > 1 && who == teller;
}

/* Who are likely parties, the likeliest first; those that rules found may be among them. */
static entente_status find_parties(reading *r, const learnt_trigger *g)
{
    learnt_candidate c[LEARNT_CANDIDATES];
    learnt_features f;
    float p[LEARNT_CANDIDATES];
    uint32_t count;
    bool in_play = with_those_in_play(r);
    entente_status e = learnt_candidates(r->parties, g, c, &count);
    for (uint32_t i = 0; i < count && !e; i++) {
        learnt_party_features(r->parties, g, &c[i], &f);
        uint32_t who = c[i].head == TREE_NONE ? TREE_NONE : renamed_by(r->t, c[i].head);
        bool out = c[i].head == TREE_NONE ? !in_play : speaks_of_others(r, c[i].head, g->i) || is_joined(r->t, c[i].head, g->i) || signs_for_another(r, c[i].head, g->i) || makes_up_a_party(r, c[i].head) || only_tells(r, &c[i]) || tells_of_teller(r, c[i].head, g->i) || (*c[i].who.country && is_place(r, c[i].head));
        for (uint32_t k = 0; k < i && who != TREE_NONE; k++)
            out |= c[k].head == who; /* it is read as somebody itself */
        p[i] = out ? 0 : learnt_probability(ASK_PARTY, &f);
    }
    while (!e && r->m.likely_count < MENTION_LIKELY) {
        uint32_t best = count;
        for (uint32_t i = 0; i < count; i++)
            best = p[i] >= LEARNT_PARTY_AT_LAST && (best == count || p[i] > p[best]) ? i : best;
        if (best == count)
            break;
        party who = c[best].who;
        if (c[best].head == TREE_NONE)
            who.mention = r->m.trigger;
        bool same = false;
        for (uint32_t k = 0; k < r->m.likely_count; k++)
            same |= parties_same_name(&r->m.likely[k], &who);
        if (!same) {
            r->m.likely_probability[r->m.likely_count] = p[best];
            r->m.likely[r->m.likely_count++] = who;
        }
        p[best] = -1;
    }
    return e;
}

/* What it is likely to be about. */
static void find_content(reading *r, const learnt_trigger *g)
{
    float most = r->parties->one_sentence ? LEARNT_CONTENT_ALONE : LEARNT_CONTENT;
    uint32_t best = TREE_NONE;
    learnt_features f;
    for (uint32_t i = 0; i < r->t->s->count; i++) {
        if (!learnt_may_be_content(g, i) || of_a_party(r, i) || (r->parties->one_sentence && i == r->noun && r->m.family != FAMILY_SIGN))
            continue; /* "a tentative deal" tells nothing of what is in it */
        learnt_content_features(g, i, &f);
        float p = learnt_probability(ASK_CONTENT, &f);
        if (p > most)
            most = p, best = i;
    }
    if (best == TREE_NONE)
        return;
    reading likely = *r;
    learnt_take_content(&likely, best);
    memcpy(r->m.likely_items, likely.m.items, sizeof likely.m.items);
    r->m.likely_item_count = likely.m.item_count;
}

entente_status learnt_complete(reading *r, uint32_t i)
{
    learnt_sentence *x = sentence_of(r);
    if (!r->m.learnt) { /* else it is what found the mention */
        learnt_features f;
        learnt_trigger_features(x, i, &f);
        r->m.likelihood = learnt_probability(ASK_TRIGGER, &f);
    }
    learnt_trigger g = learnt_trigger_of(x, i, r->m.kind, r->m.status);
    entente_status e = learnt_lacks_party(&r->m) ? find_parties(r, &g) : ENTENTE_OK;
    if (r->parties->one_sentence) /* else other sentences tell */
        clause_from_name(r);
    if (!r->m.item_count && r->m.family != FAMILY_PRESUPPOSED && r->m.family != FAMILY_CLOSING && !e)
        find_content(r, &g);
    return e;
}

/* The rules that would have found such a mention: records are merged by it. */
static mention_family family_like(const mention *m, uint64_t classes)
{
    if (m->kind == ENTENTE_KIND_ACCEPTANCE)
        return m->status == ENTENTE_AGREEMENT_REJECTED ? FAMILY_REFUSE : m->status == ENTENTE_AGREEMENT_PENDING ? FAMILY_OFFER : FAMILY_ACCEPT;
    if (m->kind == ENTENTE_KIND_COMMITMENT)
        return m->status == ENTENTE_AGREEMENT_PENDING ? FAMILY_OFFER : FAMILY_PLEDGE;
    if (m->status == ENTENTE_AGREEMENT_BROKEN)
        return FAMILY_BREAK;
    if (m->kind == ENTENTE_KIND_INSTRUMENT)
        return FAMILY_SIGN;
    return m->status != ENTENTE_AGREEMENT_REACHED ? FAMILY_TALKS : classes & CLASS_AGREE ? FAMILY_AGREE : FAMILY_MAKE;
}

entente_status read_learnt(reading *r, uint32_t *trigger)
{
    learnt_sentence *x = sentence_of(r);
    learnt_features features[2], *f = &features[0], *best = &features[1];
    *trigger = TREE_NONE;
    r->m.likelihood = LEARNT_TRIGGER;
    for (uint32_t i = 0; i < r->t->s->count; i++) {
        if (!learnt_may_trigger(r->t, r->classes, i))
            continue;
        learnt_trigger_features(x, i, f);
        float p = learnt_probability(ASK_TRIGGER, f);
        if (p <= r->m.likelihood)
            continue;
        learnt_features *worse = best;
        best = f, f = worse;
        r->m.likelihood = p;
        *trigger = i;
    }
    if (*trigger == TREE_NONE)
        return ENTENTE_AGAIN;
    learnt_outcome(best, &r->m.kind, &r->m.status);
    uint32_t v = tree_is_predicate(r->t, *trigger) ? *trigger : tree_token(r->t, *trigger)->dep == DEP_OBJ ? tree_head(r->t, *trigger) : TREE_NONE;
    if (v != TREE_NONE && tree_is_verb(r->t, v) && (r->m.status == ENTENTE_AGREEMENT_REACHED || !clause_passive(r->t, v))) {
        reading told = *r;
        if (!clause_status(&told, v))
            return ENTENTE_AGAIN; /* "it is time for Chile to accept", "urged them to reach agreement": nobody has */
        if (v == *trigger && r->m.status == ENTENTE_AGREEMENT_REACHED && told.m.status == ENTENTE_AGREEMENT_REJECTED)
            r->m.status = told.m.status; /* "has not been signed", however likely it is that it has */
    }
    r->m.family = family_like(&r->m, r->classes[*trigger]);
    r->m.learnt = true;
    r->m.trigger = (view){tree_token(r->t, *trigger)->start, tree_token(r->t, *trigger)->end};
    entente_status e = read_sides(r, *trigger);
    uint32_t n = tree_is_predicate(r->t, *trigger) ? reading_text_noun(r, clause_object(r, *trigger), CLASS_TEXT) : *trigger;
    if (reading_is(r, n, CLASS_TEXT))
        clause_instrument(r, n);
    return e;
}
