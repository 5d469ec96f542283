/* SPDX-License-Identifier: MIT */
/* What befalls agreements and talks: they take effect, are ratified, disowned or dropped, collapse, expire, are expected. */
#include <string.h>

#include "reading.h"

/* "his move to Acme fell through", "the sale of its mines to Apex fell through": of whom it was to be, and with whom. */
static entente_status read_fallen_through(reading *r, uint32_t s)
{
    static const char *const ways[] = {"to", "by", "with", "for", "from"};
    const tree *t = r->t;
    uint32_t owner = tree_child(t, s, DEP_POSS);
    entente_status e = owner != TREE_NONE && (reading_is_somebody(r, owner) || tree_token(t, owner)->pos == POS_PRON) ? parties_read(r->parties, t, owner, &r->m) : ENTENTE_OK;
    for (size_t i = 0; i < sizeof ways / sizeof *ways && !e && r->m.party_count < 2; i++) {
        uint32_t other = tree_child_case(t, s, DEP_NMOD, ways[i]);
        if (other != TREE_NONE && tree_token(t, other)->upper && !reading_is(r, other, CLASS_TIME))
            e = parties_read(r->parties, t, other, &r->m);
    }
    clause_topic(r, s);
    r->m.status = ENTENTE_AGREEMENT_REJECTED;
    return reading_end(r, e, 1, 0, ENTENTE_KIND_MUTUAL, FAMILY_TALKS);
}

static bool is_discord(const reading *r, uint32_t i)
{
    static const char *const discord[] = {"disagreement", "acrimony", "failure", "deadlock", "stalemate", "discord"};
    return i != TREE_NONE && LEXICON_IS_ANY(tree_token(r->t, i)->lemma, discord);
}

/* "the treaty entered into force", "the deal collapsed", "the truce holds". */
entente_status read_fate(reading *r, uint32_t v)
{
    enum { NEAR = 4 };
    const tree *t = r->t;
    uint32_t s = tree_child(t, v, DEP_NSUBJ_PASS) != TREE_NONE ? tree_child(t, v, DEP_NSUBJ_PASS) : clause_subject(r, v), n = reading_text_noun(r, s, CLASS_TEXT | CLASS_TALKS);
    if (n == TREE_NONE && reading_is_meeting(r, s) && reading_text_noun(r, tree_child_case(t, v, DEP_OBL, "without"), CLASS_TEXT) != TREE_NONE)
        n = s; /* "the summit ended without an agreement" */
    if (n == TREE_NONE && reading_is_meeting(r, s) && tree_child_case(t, s, DEP_NMOD, "between") != TREE_NONE && (lexicon_is_one(tree_token(t, v)->lemma, "collapse", "fail", "unravel") || is_discord(r, tree_child_case(t, v, DEP_OBL, "in"))))
        n = s; /* "the summit between A and B collapsed", "broke up in disagreement" */
    static const char *const dealings[] = {"transfer", "move", "switch", "sale", "purchase", "acquisition", "tie-up", "bid", "swap"};
    bool through = reading_is_lemma(r, v, "fall") && v + 1 < t->s->count && tree_is_low(t, v + 1, "through"); /* "his move to B fell through" */
    if (n == TREE_NONE && s != TREE_NONE && through && LEXICON_IS_ANY(tree_token(t, s)->lemma, dealings))
        return read_fallen_through(r, s);
    bool force = tree_child_case(t, v, DEP_OBL, "into") != TREE_NONE && reading_is(r, tree_child_case(t, v, DEP_OBL, "into"), CLASS_FORCE);
    force |= reading_is_lemma(r, v, "take") && tree_child_lemma(t, v, DEP_OBJ, "effect") != TREE_NONE;
    if (force && tree_token(t, v)->dep == DEP_ADVCL)
        return ENTENTE_AGAIN; /* "after the treaty went into force" */
    if (force && tree_token(t, v)->dep == DEP_RELCL && r->m.status == ENTENTE_AGREEMENT_PENDING)
        return ENTENTE_AGAIN; /* "signed a pact that will take effect in May" */
    uint32_t ended = tree_child(t, v, DEP_OBJ); /* "ended decades of war" */
    static const char *const bringing[] = {"produce", "yield", "bring", "deliver", "reach", "end", "resolve", "secure", "lead", "make", "break", "result"};
    uint32_t brought = reading_is_lemma(r, v, "fail") && reading_is_talks(r, s) ? tree_child(t, v, DEP_XCOMP) : TREE_NONE; /* "talks have failed to produce a government" */
    if (brought != TREE_NONE && LEXICON_IS_ANY(tree_token(t, brought)->lemma, bringing) && reading_text_noun(r, tree_child(t, brought, DEP_OBJ), CLASS_TEXT) == TREE_NONE) {
        entente_status without = sides_counterparts(r, s);
        if (!without && !r->m.party_count)
            parties_in_play(r->parties, &r->m, (view){tree_token(t, s)->start, tree_token(t, s)->end});
        if (tree_child(t, brought, DEP_OBJ) != TREE_NONE && !reading_is_progress(r, tree_child(t, brought, DEP_OBJ)))
            clause_topic(r, tree_child(t, brought, DEP_OBJ));
        r->m.status = ENTENTE_AGREEMENT_REJECTED;
        return reading_end(r, without, 0, 0, ENTENTE_KIND_MUTUAL, FAMILY_TALKS);
    }
    bool apart = reading_is_lemma(r, v, "fall") && v + 1 < t->s->count && tree_is_low(t, v + 1, "apart");
    bool failing = (reading_is(r, v, CLASS_FAILING) && (ended == TREE_NONE || (reading_is(r, ended, CLASS_TIME) && tree_child(t, ended, DEP_NMOD) == TREE_NONE))) || (reading_is_lemma(r, v, "fall") && (tree_child(t, v, DEP_PRT) != TREE_NONE || reading_is_lemma(r, v + 1 < t->s->count ? v + 1 : TREE_NONE, "through"))) || (reading_is_lemma(r, v, "break") && tree_child(t, v, DEP_OBJ) == TREE_NONE && tree_child(t, v, DEP_PRT) != TREE_NONE) || (reading_is_lemma(r, v, "go") && v + 1 < t->s->count && tree_is_low(t, v + 1, "nowhere"));
    failing |= apart || (reading_is(r, v, CLASS_BREAK) && clause_passive(t, v) && reading_is_talks(r, n)); /* "talks were called off" */
    if (tree_token(t, v)->dep == DEP_ADVCL && tree_token(t, v)->tag == TAG_VBG && tree_child(t, v, DEP_OBJ) != TREE_NONE)
        failing = false; /* "signed an accord, ending decades of war" */
    static const char *const others[] = {"similar", "previous", "past", "other"};
    for (uint32_t c = n == TREE_NONE ? TREE_NONE : t->first[n]; c != TREE_NONE; c = t->next[c])
        if (tree_token(t, c)->dep == DEP_AMOD && LEXICON_IS_ANY(tree_token(t, c)->low, others))
            return ENTENTE_AGAIN; /* "similar deals have collapsed": not that of the news */
    if (failing && (tree_child_lemma(t, v, DEP_ADVMOD, "where") != TREE_NONE || (tree_head(t, v) != TREE_NONE && tree_is_low(t, tree_head(t, v), "where")) || (tree_token(t, v)->dep == DEP_ADVCL && tree_token(t, v)->tag == TAG_VBZ && tree_child_lemma(t, v, DEP_ADVMOD, "when") != TREE_NONE)))
        return ENTENTE_AGAIN; /* "that is where the agreement ends", "will hand it over when the contract ends" */
    bool runs_out = tree_token(t, v)->tag == TAG_VBZ && !t->s->headline && lexicon_is_one(tree_token(t, v)->lemma, "expire", "lapse", "end") && (tree_token(t, v)->dep == DEP_RELCL || (tree_token(t, v)->dep == DEP_CONJ && tree_token(t, tree_head(t, v))->dep == DEP_RELCL));
    uint32_t due = tree_head(t, v);
    runs_out |= tree_token(t, v)->tag == TAG_VB && tree_token(t, v)->dep == DEP_XCOMP && due != TREE_NONE && lexicon_is_one(tree_token(t, due)->lemma, "set", "due", "schedule") && lexicon_is_one(tree_token(t, v)->lemma, "expire", "lapse", "end") && reading_is(r, n, CLASS_TEXT);
    uint32_t old = tree_token(t, v)->dep == DEP_RELCL && due != TREE_NONE && tree_token(t, due)->dep == DEP_OBJ ? tree_head(t, due) : TREE_NONE; /* "to replace a contract that expired in May" */
    runs_out |= old != TREE_NONE && lexicon_is_one(tree_token(t, old)->lemma, "replace", "renew", "succeed");
    if (failing && runs_out)
        return ENTENTE_AGAIN; /* "which limits warheads and expires in May": how long it goes */
    if (failing && (reading_is_lemma(r, v, "run") ? tree_token(t, v)->tag == TAG_VBZ || tree_token(t, v)->tag == TAG_VBP : r->m.status == ENTENTE_AGREEMENT_PENDING && !reading_is(r, n, CLASS_TEXT)))
        return ENTENTE_AGAIN; /* "which runs out in May", "if the talks fail" */
    if (n == TREE_NONE || (!force && !failing) || (!reading_is(r, n, CLASS_TEXT) && (!failing || !((n == s && reading_is_meeting(r, n)) || reading_is_talks(r, n)))))
        return ENTENTE_AGAIN;
    bool talks = !reading_is(r, n, CLASS_TEXT);
    clause_instrument(r, n);
    entente_status e = sides_counterparts(r, n);
    if (talks) { /* "talks on a deal collapsed" */
        uint32_t on = tree_child_case(t, n, DEP_NMOD, "on"), named = reading_text_noun(r, on, CLASS_TEXT);
        r->m.instrument = (view){0, 0};
        if (named != TREE_NONE) {
            if (!e && r->m.party_count < 2)
                e = sides_counterparts(r, named); /* "talks on a merger between A and B" */
            clause_instrument(r, named), clause_noun_complement(r, named);
        }
        uint32_t no = tree_child_case(t, v, DEP_OBL, "with"), without = reading_text_noun(r, tree_child_case(t, v, DEP_OBL, "without"), CLASS_TEXT);
        if (without == TREE_NONE && no != TREE_NONE && tree_child_lemma(t, no, DEP_DET, "no") != TREE_NONE)
            without = reading_text_noun(r, no, CLASS_TEXT); /* "ended with no agreement" */
        uint32_t between = tree_child_case(t, v, DEP_OBL, "between"); /* "talks broke down Tuesday between A and B" */
        if (!e && !r->m.party_count && between != TREE_NONE && between > v)
            e = parties_read(r->parties, t, between, &r->m);
        if (!e && r->m.party_count < 2 && without != TREE_NONE) /* "the talks ended without an agreement" */
            parties_in_play(r->parties, &r->m, (view){tree_token(t, n)->start, tree_token(t, n)->end});
        uint32_t report = tree_token(t, v)->dep == DEP_CCOMP ? tree_head(t, v) : TREE_NONE, teller = reading_is(r, report, CLASS_REPORT) ? clause_subject(r, report) : TREE_NONE;
        if (!e && r->m.party_count == 1 && teller != TREE_NONE && (tree_token(t, teller)->upper || tree_token(t, teller)->pos == POS_PRON) && tree_child_case(t, n, DEP_NMOD, "with") != TREE_NONE)
            e = parties_read(r->parties, t, teller, &r->m); /* "Acme said talks with B had ended": its own */
        if (tree_token(t, v)->dep == DEP_RELCL && without == TREE_NONE)
            return ENTENTE_AGAIN; /* "signed a treaty after talks that had broken off twice" */
        if (!e && !r->m.party_count) /* "talks over the site collapsed": of those in play */
            parties_in_play(r->parties, &r->m, (view){tree_token(t, n)->start, tree_token(t, n)->end});
        else if (!e && r->m.party_count == 1)
            parties_complete(r->parties, &r->m);
        uint32_t aim = tree_child(t, n, DEP_ACL); /* "talks to end the violence" */
        bool told = t->s->headline || (aim != TREE_NONE && tree_token(t, aim)->tag == TAG_VB) || tree_child_lemma(t, n, DEP_COMPOUND, "coalition") != TREE_NONE || tree_child_lemma(t, n, DEP_COMPOUND, "peace") != TREE_NONE;
        if (e || (!told && (!r->m.party_count || (r->m.party_count < 2 && without == TREE_NONE && !r->m.parties[0].plural && tree_child_case(t, n, DEP_NMOD, "with") == TREE_NONE))))
            return e ? e : ENTENTE_AGAIN;
        if (aim != TREE_NONE && told && !r->m.item_count)
            clause_actions(r, aim);
        static const char *const about[] = {"on", "over", "about"};
        for (size_t i = 0; i < sizeof about / sizeof *about && named == TREE_NONE && !r->m.item_count; i++)
            if ((on = tree_child_case(t, n, DEP_NMOD, about[i])) != TREE_NONE && !reading_is(r, on, CLASS_TIME))
                clause_topic(r, on);
        uint32_t discord = tree_child_case(t, v, DEP_OBL, "in");
        for (size_t i = 0; i < sizeof about / sizeof *about && is_discord(r, discord) && !r->m.item_count; i++)
            if ((on = tree_child_case(t, discord, DEP_NMOD, about[i])) != TREE_NONE || (on = tree_child_case(t, v, DEP_OBL, about[i])) != TREE_NONE)
                clause_topic(r, on);
        if (without != TREE_NONE && !r->m.instrument.end)
            clause_instrument(r, without);
        uint32_t mark = without == TREE_NONE ? TREE_NONE : tree_child(t, without, DEP_CASE);
        if (mark != TREE_NONE && n == s && without > v) /* "the meeting ended in Lima without a deal": what it did not bring */
            r->m.trigger = (view){tree_token(t, without - v <= NEAR ? v : mark)->start, tree_token(t, without)->end};
    }
    clause_noun_complement(r, n);
    uint32_t owner = tree_child(t, n, DEP_POSS), whose = owner != TREE_NONE && tree_is_low(t, owner, "whose") && tree_token(t, v)->dep == DEP_RELCL ? tree_head(t, v) : TREE_NONE;
    if (!e && !r->m.party_count && whose != TREE_NONE)
        e = parties_read(r->parties, t, whose, &r->m); /* "the drivers, whose contract expired" */
    if (e)
        return e;
    if (!r->m.party_count)
        parties_in_play(r->parties, &r->m, (view){tree_token(t, n)->start, tree_token(t, n)->end});
    if (force) {
        r->m.item_count = 0;
        r->m.content = (view){0, 0};
        if (tree_child(t, n, DEP_DET) == TREE_NONE && !tree_token(t, n)->upper)
            return ENTENTE_AGAIN;
    } else if (r->m.status == ENTENTE_AGREEMENT_REACHED) {
        r->m.status = talks || reading_is_planned(r, n) || (reading_is_lemma(r, v, "fall") && !apart) || reading_is_lemma(r, v, "fail") ? ENTENTE_AGREEMENT_REJECTED : ENTENTE_AGREEMENT_BROKEN;
    } else if (r->m.status == ENTENTE_AGREEMENT_REJECTED) {
        return ENTENTE_AGAIN;
    }
    r->m.kind = force ? ENTENTE_KIND_INSTRUMENT : ENTENTE_KIND_MUTUAL;
    r->m.family = force ? FAMILY_FORCE : FAMILY_TALKS;
    return ENTENTE_OK;
}

/* "Nurses and the ministry remain deadlocked over pay": they have not agreed. */
entente_status read_stuck(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t s = clause_subject(r, v), topic = tree_child_case(t, v, DEP_OBL, "over");
    topic = topic == TREE_NONE ? tree_child_case(t, v, DEP_OBL, "on") : topic;
    if (!reading_are_several(r, s) || !tree_is_low(t, v, "deadlocked") || topic == TREE_NONE || topic < v || reading_is(r, topic, CLASS_TIME | CLASS_TEXT))
        return ENTENTE_AGAIN;
    entente_status e = sides_subject(r, v);
    clause_topic(r, topic);
    r->m.status = ENTENTE_AGREEMENT_REJECTED;
    return reading_end(r, e, 1, 1, ENTENTE_KIND_MUTUAL, FAMILY_TALKS);
}

/* "Talks between Peru and its banks are stuck over the rates". */
entente_status read_stuck_talks(reading *r, uint32_t i)
{
    const tree *t = r->t;
    uint32_t n = clause_subject(r, i), topic = tree_child_case(t, i, DEP_OBL, "over") != TREE_NONE ? tree_child_case(t, i, DEP_OBL, "over") : tree_child_case(t, i, DEP_OBL, "on");
    if (!tree_is_low(t, i, "stuck") || !reading_is_talks(r, n) || n > i || t->s->headline || !clause_status(r, i) || r->m.status != ENTENTE_AGREEMENT_REACHED)
        return ENTENTE_AGAIN;
    entente_status e = sides_counterparts(r, n);
    if (!e && r->m.party_count < 2)
        parties_complete(r->parties, &r->m);
    if (!e && !r->m.party_count)
        parties_in_play(r->parties, &r->m, (view){tree_token(t, n)->start, tree_token(t, n)->end});
    clause_noun_complement(r, n);
    if (!r->m.item_count && topic != TREE_NONE && !reading_is(r, topic, CLASS_TIME))
        clause_topic(r, topic);
    r->m.status = ENTENTE_AGREEMENT_REJECTED;
    return reading_end(r, e, 1, 0, ENTENTE_KIND_MUTUAL, FAMILY_TALKS);
}

/* "Peru and Chile remain at an impasse over the toll". */
entente_status read_impasse(reading *r, uint32_t n)
{
    const tree *t = r->t;
    uint32_t v = tree_head(t, n), p = tree_child(t, n, DEP_COP) != TREE_NONE ? n : v, s = p == TREE_NONE ? TREE_NONE : clause_subject(r, p), over = tree_child_case(t, n, DEP_NMOD, "over");
    bool stands = p == n || (v != TREE_NONE && lexicon_is_one(tree_token(t, v)->lemma, "remain", "stay", "reach"));
    over = over == TREE_NONE && v != TREE_NONE ? tree_child_case(t, v, DEP_OBL, "over") : over;
    if (!lexicon_is_one(tree_token(t, n)->lemma, "impasse", "stalemate", "deadlock") || !stands || !reading_are_several(r, s) || s > n || !(lexicon_is_either(tree_case(t, n), "at", "in") || reading_is_lemma(r, v, "reach")) || t->s->headline || !clause_status(r, p) || r->m.status != ENTENTE_AGREEMENT_REACHED)
        return ENTENTE_AGAIN;
    entente_status e = sides_subject(r, p);
    if (over != TREE_NONE && !reading_is(r, over, CLASS_TIME))
        clause_topic(r, over);
    r->m.status = ENTENTE_AGREEMENT_REJECTED;
    return reading_end(r, e, 1, 1, ENTENTE_KIND_MUTUAL, FAMILY_TALKS);
}

/* "A formal agreement is to follow", "no deal materialised": whether one comes about. */
entente_status read_coming(reading *r, uint32_t v)
{
    static const char *const coming[] = {"follow", "emerge", "materialise", "materialize"};
    const tree *t = r->t;
    uint32_t s = clause_subject(r, v), n = reading_text_noun(r, s, CLASS_TEXT), article = n == TREE_NONE ? TREE_NONE : tree_child(t, n, DEP_DET), o = tree_child(t, v, DEP_OBJ);
    if (n == TREE_NONE || article == TREE_NONE || !lexicon_is_one(tree_token(t, article)->low, "a", "an", "no") || !LEXICON_IS_ANY(tree_token(t, v)->lemma, coming) || (o != TREE_NONE && !reading_is(r, o, CLASS_TIME)) || reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT) || tree_token(t, v)->tag == TAG_VBZ || tree_token(t, v)->dep == DEP_RELCL || (tree_head(t, v) != TREE_NONE && tree_token(t, tree_head(t, v))->dep == DEP_ACL))
        return ENTENTE_AGAIN; /* "the danger that no pact will materialise" */
    entente_status e = sides_counterparts(r, n);
    if (!e && !r->m.party_count)
        parties_in_play(r->parties, &r->m, (view){tree_token(t, n)->start, tree_token(t, n)->end});
    clause_instrument(r, n);
    clause_noun_complement(r, n);
    if (tree_is_low(t, article, "no"))
        r->m.status = ENTENTE_AGREEMENT_REJECTED;
    return reading_end(r, e, 0, 0, ENTENTE_KIND_MUTUAL, FAMILY_MAKE);
}

/* "The agreement came after a night of talks", "the deal comes days before the vote": there is one, of those in play. */
entente_status read_came(reading *r, uint32_t v)
{
    static const char *const when[] = {"after", "hours", "days", "weeks", "months", "a", "just", "ahead", "following", "on", "before", "less", "one", "two", "three"};
    const tree *t = r->t;
    uint32_t s = tree_child(t, v, DEP_NSUBJ), n = reading_text_noun(r, s, CLASS_TEXT);
    if (n == TREE_NONE || n > v || n != s || !reading_is_lemma(r, v, "come") || tree_token(t, v)->dep != DEP_ROOT || reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT) || tree_token(t, n)->tag == TAG_NNS || !(tree_child_lemma(t, n, DEP_DET, "the") != TREE_NONE || tree_child_lemma(t, n, DEP_DET, "this") != TREE_NONE) || v + 1 >= t->s->count || !LEXICON_IS_ANY(tree_token(t, v + 1)->low, when) || r->m.status != ENTENTE_AGREEMENT_REACHED)
        return ENTENTE_AGAIN;
    entente_status e = sides_counterparts(r, n);
    if (!e && !r->m.party_count)
        parties_in_play(r->parties, &r->m, (view){tree_token(t, n)->start, tree_token(t, n)->end});
    clause_instrument(r, n);
    clause_noun_complement(r, n);
    return reading_end(r, e, 0, 0, ENTENTE_KIND_MUTUAL, FAMILY_MAKE);
}

/* "does not recognize the agreement": who will have none of it. */
entente_status read_unrecognised(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t o = tree_child(t, v, DEP_OBJ), n = reading_text_noun(r, o, CLASS_TEXT), s = clause_subject(r, v);
    if (n == TREE_NONE || n < v || s == TREE_NONE || r->m.status != ENTENTE_AGREEMENT_REJECTED || !lexicon_is_one(tree_token(t, v)->lemma, "recognize", "recognise", "acknowledge") || reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT))
        return ENTENTE_AGAIN;
    entente_status e = sides_of_text(r, v, n);
    clause_instrument(r, n);
    return reading_end(r, e, 1, 0, ENTENTE_KIND_INSTRUMENT, FAMILY_REFUSE);
}

/* A plan `o` to acquire, as `purchase` tells, that will not be carried out: agreed, where deals are spoken of. */
static entente_status dropped_purchase(reading *r, uint32_t v, uint32_t o, uint32_t purchase)
{
    entente_status e = sides_subject(r, v);
    if (!e)
        e = sides_target(r, o);
    if (purchase != TREE_NONE)
        clause_actions(r, purchase);
    else
        clause_topic(r, o);
    if (!e && r->m.party_count == 1)
        parties_complete(r->parties, &r->m);
    r->m.status = r->parties->deal_words ? ENTENTE_AGREEMENT_BROKEN : ENTENTE_AGREEMENT_REJECTED;
    return reading_end(r, e, 1, 1, ENTENTE_KIND_MUTUAL, FAMILY_BREAK);
}

/* "The deadline for a deal with B was extended": they go on. */
entente_status read_deadline(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t s = clause_passive(t, v) ? tree_child(t, v, DEP_NSUBJ_PASS) : tree_child(t, v, DEP_OBJ), n = s == TREE_NONE ? TREE_NONE : reading_text_noun(r, tree_child_case(t, s, DEP_NMOD, "for"), CLASS_TEXT | CLASS_TALKS);
    if (s != TREE_NONE && n == TREE_NONE && tree_child(t, s, DEP_COMPOUND) != TREE_NONE && reading_is_talks(r, tree_child(t, s, DEP_COMPOUND)))
        n = tree_child(t, s, DEP_COMPOUND);
    if (!reading_is_lemma(r, s, "deadline") || n == TREE_NONE || !lexicon_is_one(tree_token(t, v)->lemma, "extend", "prolong", "move") || r->m.status == ENTENTE_AGREEMENT_REJECTED)
        return ENTENTE_AGAIN;
    entente_status e = clause_passive(t, v) ? sides_counterparts(r, n) : sides_subject(r, v);
    if (!e && r->m.party_count < 2)
        parties_complete(r->parties, &r->m);
    if (!e && !r->m.party_count)
        parties_in_play(r->parties, &r->m, (view){tree_token(t, s)->start, tree_token(t, s)->end});
    clause_topic(r, s);
    return reading_end(r, e, 0, 1, ENTENTE_KIND_MUTUAL, FAMILY_RENEW);
}

/* "The board recommended (that) shareholders reject the bid": its answer. */
entente_status read_recommended(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t c = tree_child(t, v, DEP_CCOMP) != TREE_NONE ? tree_child(t, v, DEP_CCOMP) : tree_child(t, v, DEP_XCOMP), s = clause_subject(r, v), o = c == TREE_NONE ? TREE_NONE : tree_child(t, c, DEP_OBJ);
    bool refusal = reading_is(r, c, CLASS_REFUSE);
    if (!lexicon_is_one(tree_token(t, v)->lemma, "recommend", "advise", "urge") || s == TREE_NONE || !(refusal || reading_is_lemma(r, c, "accept")) || o == TREE_NONE || o < c || !lexicon_is_one(tree_token(t, o)->lemma, "bid", "offer", "proposal") || r->m.status != ENTENTE_AGREEMENT_REACHED || !lexicon_is_one(tree_token(t, s)->lemma, "board", "director", "committee"))
        return ENTENTE_AGAIN;
    entente_status e = sides_of_answer(r, v, c, o);
    clause_topic(r, o);
    if (refusal)
        r->m.status = ENTENTE_AGREEMENT_REJECTED;
    parties_complete(r->parties, &r->m);
    return reading_end(r, e, 1, 1, ENTENTE_KIND_ACCEPTANCE, refusal ? FAMILY_REFUSE : FAMILY_ACCEPT);
}

/* "finalized its withdrawal from the treaty", "announced the suspension of the accord": who is out of it. */
entente_status read_withdrawal(reading *r, uint32_t v)
{
    static const char *const outs[] = {"withdrawal", "pullout", "exit", "departure", "suspension", "termination", "abrogation"}, *const doing[] = {"finalize", "finalise", "complete", "announce", "declare", "confirm", "formalize", "formalise"};
    const tree *t = r->t;
    uint32_t o = clause_passive(t, v) ? TREE_NONE : tree_child(t, v, DEP_OBJ), n = TREE_NONE;
    if (o == TREE_NONE || o < v || !LEXICON_IS_ANY(tree_token(t, o)->lemma, outs) || !LEXICON_IS_ANY(tree_token(t, v)->lemma, doing) || clause_subject(r, v) == TREE_NONE || r->m.status == ENTENTE_AGREEMENT_REJECTED)
        return ENTENTE_AGAIN;
    static const char *const links[] = {"from", "of"};
    for (size_t i = 0; i < 2 && n == TREE_NONE; i++) {
        uint32_t on_noun = tree_child_case(t, o, DEP_NMOD, links[i]), on_verb = tree_child_case(t, v, DEP_OBL, links[i]);
        n = reading_text_noun(r, on_noun != TREE_NONE ? on_noun : on_verb, CLASS_TEXT);
    }
    if (n == TREE_NONE || reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT))
        return ENTENTE_AGAIN;
    entente_status e = sides_of_text(r, v, n);
    r->m.status = r->m.status == ENTENTE_AGREEMENT_PENDING ? r->m.status : ENTENTE_AGREEMENT_BROKEN;
    return reading_end(r, e, 1, 0, ENTENTE_KIND_INSTRUMENT, FAMILY_BREAK);
}

static bool goes_ahead(const tree *t, uint32_t v) { return lexicon_is_one(tree_token(t, v)->lemma, "go", "move", "push") && v + 1 < t->s->count && lexicon_is_one(tree_token(t, v + 1)->low, "forward", "ahead", "through"); }

/* "will not go forward with the plan to buy B", "will not proceed with the merger". */
entente_status read_not_going(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t o = tree_child_case(t, v, DEP_OBL, "with"), will = tree_child_lemma(t, v, DEP_AUX, "will") != TREE_NONE ? tree_child_lemma(t, v, DEP_AUX, "will") : tree_child_lemma(t, v, DEP_AUX, "would"), purchase = o == TREE_NONE ? TREE_NONE : tree_child(t, o, DEP_ACL);
    bool onward = reading_is_lemma(r, v, "proceed") || goes_ahead(t, v);
    bool bought = purchase != TREE_NONE && reading_is(r, purchase, CLASS_ACQUIRE) && tree_token(t, purchase)->tag == TAG_VB;
    if (!onward || o == TREE_NONE || r->m.status != ENTENTE_AGREEMENT_REJECTED || clause_subject(r, v) == TREE_NONE || !(will != TREE_NONE || reading_is(r, tree_head(t, v), CLASS_DECIDE)) || !(bought || reading_is(r, o, CLASS_ACQUIRE) || (reading_is(r, o, CLASS_TEXT) && !reading_is(r, o, CLASS_COMMON))))
        return ENTENTE_AGAIN;
    return dropped_purchase(r, v, o, bought ? purchase : TREE_NONE);
}

/* "The merger of A and B is to go ahead", "the deal went through": of those in play. */
entente_status read_going(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t s = clause_subject(r, v), n = reading_text_noun(r, s, CLASS_TEXT);
    if (!goes_ahead(t, v) || n == TREE_NONE || n > v || tree_token(t, n)->tag == TAG_NNS || reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT) || r->m.status == ENTENTE_AGREEMENT_REJECTED || tree_token(t, v)->dep == DEP_RELCL || tree_token(t, v)->dep == DEP_ADVCL)
        return ENTENTE_AGAIN;
    entente_status e = sides_counterparts(r, n);
    if (!e && r->m.party_count < 2)
        e = sides_target(r, n);
    if (!e && !r->m.party_count)
        parties_in_play(r->parties, &r->m, (view){tree_token(t, n)->start, tree_token(t, n)->end});
    clause_instrument(r, n);
    clause_noun_complement(r, n);
    return reading_end(r, e, 1, 0, ENTENTE_KIND_MUTUAL, FAMILY_MAKE);
}

/* "abandoned talks on a merger with B", "called off plans for a deal": what was negotiated or planned will not be. */
entente_status read_dropped(reading *r, uint32_t v)
{
    static const char *const about[] = {"on", "for", "about", "over", "of"};
    const tree *t = r->t;
    uint32_t o = clause_object(r, v), n = TREE_NONE;
    if (o == TREE_NONE || clause_subject(r, v) == TREE_NONE || r->m.status != ENTENTE_AGREEMENT_REACHED || !(reading_is(r, o, CLASS_TALKS) || reading_is_lemma(r, o, "plan") || lexicon_is_one(tree_token(t, o)->lemma, "acquisition", "purchase", "buyout")))
        return ENTENTE_AGAIN;
    if (!reading_is(r, o, CLASS_TALKS) && !reading_is_lemma(r, o, "plan")) /* "abandoned the acquisition" */
        return dropped_purchase(r, v, o, TREE_NONE);
    for (size_t i = 0; i < sizeof about / sizeof *about && n == TREE_NONE; i++) {
        uint32_t noun = tree_child_case(t, o, DEP_NMOD, about[i]);
        n = reading_text_noun(r, noun != TREE_NONE ? noun : tree_child_case(t, v, DEP_OBL, about[i]), CLASS_TEXT);
    }
    TREE_CHILDREN(t, o, c) /* "merger talks", "peace talks" */
        if (n == TREE_NONE && tree_token(t, c)->dep == DEP_COMPOUND && (reading_is(r, c, CLASS_TEXT) || tree_is_low(t, c, "peace")))
            n = c;
    uint32_t purchase = tree_child(t, o, DEP_ACL);
    purchase = purchase == TREE_NONE ? tree_child(t, v, DEP_ADVCL) : purchase;
    purchase = purchase == TREE_NONE ? tree_child(t, v, DEP_XCOMP) : purchase;
    if (n == TREE_NONE && purchase != TREE_NONE && reading_is(r, o, CLASS_TALKS) && !reading_is(r, o, CLASS_BID) && reading_is(r, purchase, CLASS_ACQUIRE) && tree_token(t, purchase)->tag == TAG_VB && purchase > o) { /* "called off talks to buy B" */
        entente_status e = sides_subject(r, v);
        if (!e)
            e = sides_target(r, tree_head(t, purchase));
        clause_actions(r, purchase);
        r->m.status = ENTENTE_AGREEMENT_REJECTED;
        return reading_end(r, e, 1, 1, ENTENTE_KIND_MUTUAL, FAMILY_TALKS);
    }
    if (n == TREE_NONE && purchase != TREE_NONE && reading_is_lemma(r, o, "plan") && reading_is(r, purchase, CLASS_ACQUIRE) && tree_token(t, purchase)->tag == TAG_VB && purchase > o) /* "dropped its plan to buy B" */
        return dropped_purchase(r, v, o, purchase);
    if (n == TREE_NONE || reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT))
        return ENTENTE_AGAIN;
    entente_status e = sides_of_text(r, v, n);
    if (!e)
        e = sides_counterparts(r, o);
    if (e || !r->m.party_count)
        return e ? e : ENTENTE_AGAIN;
    parties_complete(r->parties, &r->m);
    r->m.status = ENTENTE_AGREEMENT_REJECTED;
    r->m.kind = ENTENTE_KIND_MUTUAL;
    r->m.family = FAMILY_TALKS;
    return ENTENTE_OK;
}

/* "A final agreement is expected by Friday": of those who are in play. */
entente_status read_expected(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t n = reading_text_noun(r, tree_child(t, v, DEP_NSUBJ_PASS), CLASS_TEXT), article = n == TREE_NONE ? TREE_NONE : tree_child(t, n, DEP_DET);
    if (n == TREE_NONE || article == TREE_NONE || tree_token(t, article)->low[0] != 'a' || reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT) || !reading_is_lemma(r, v, "expect") || tree_child(t, v, DEP_XCOMP) != TREE_NONE || r->m.status == ENTENTE_AGREEMENT_REJECTED)
        return ENTENTE_AGAIN;
    clause_instrument(r, n);
    entente_status e = sides_counterparts(r, n);
    clause_noun_complement(r, n);
    if (!e && !r->m.party_count)
        parties_in_play(r->parties, &r->m, (view){tree_token(t, n)->start, tree_token(t, n)->end});
    if (e || !r->m.party_count)
        return e ? e : ENTENTE_AGAIN;
    r->m.trigger.start = tree_token(t, n)->start;
    r->m.status = ENTENTE_AGREEMENT_PENDING;
    r->m.kind = ENTENTE_KIND_MUTUAL;
    r->m.family = FAMILY_TALKS;
    return ENTENTE_OK;
}

/* "exchanged instruments of ratification", "deposited its instrument of accession to the treaty". */
entente_status read_ratification(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t o = clause_object(r, v), of = reading_is_lemma(r, o, "instrument") ? tree_child_case(t, o, DEP_NMOD, "of") : TREE_NONE;
    if (of == TREE_NONE || !lexicon_is_one(tree_token(t, of)->lemma, "ratification", "accession", "acceptance") || clause_subject(r, v) == TREE_NONE)
        return ENTENTE_AGAIN;
    uint32_t n = reading_text_noun(r, tree_child_case(t, of, DEP_NMOD, "to"), CLASS_TEXT);
    n = n == TREE_NONE ? reading_text_noun(r, tree_child_case(t, of, DEP_NMOD, "of"), CLASS_TEXT) : n;
    n = n == TREE_NONE ? reading_text_noun(r, tree_child_case(t, v, DEP_OBL, "for"), CLASS_TEXT) : n;
    entente_status e = sides_subject(r, v);
    if (n != TREE_NONE)
        clause_instrument(r, n);
    return reading_end(r, e, 1, 0, ENTENTE_KIND_INSTRUMENT, FAMILY_SIGN);
}
