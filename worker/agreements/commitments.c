/* SPDX-License-Identifier: MIT */
/* One side binds itself: pledges, promises, offers, bids, commitments made and repeated. */
#include <string.h>

#include "reading.h"

/* A commitment needs somebody who makes it and something that is promised. */
static entente_status as_commitment(reading *r, entente_status e, mention_family family)
{
    if (e || !r->m.item_count || !r->m.party_count)
        return e ? e : ENTENTE_AGAIN;
    r->m.kind = ENTENTE_KIND_COMMITMENT;
    r->m.family = family;
    return ENTENTE_OK;
}

/* The words from one of two to the other. */
static view from_to(const tree *t, uint32_t v, uint32_t o) { return (view){tree_token(t, v < o ? v : o)->start, tree_token(t, v < o ? o : v)->end}; }

static bool refrained_from_ruling_out(const reading *r, uint32_t clause)
{
    return clause != TREE_NONE && reading_is_lemma(r, clause, "rule") && tree_child_lemma(r->t, clause, DEP_PRT, "out") != TREE_NONE && (tree_child_lemma(r->t, clause, DEP_ADVMOD, "never") != TREE_NONE || tree_child_lemma(r->t, clause, DEP_ADVMOD, "not") != TREE_NONE);
}

/* "Doe was assured by B that X", "B was promised $2 million by Doe": by whom, and to whom. */
static entente_status read_promised(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t s = tree_child(t, v, DEP_NSUBJ_PASS), by = clause_agent(t, v), clause = clause_below(r, v), o = tree_child(t, v, DEP_OBJ);
    s = s == TREE_NONE ? tree_child(t, v, DEP_NSUBJ) : s;
    bool given = s != TREE_NONE && s < v && clause == TREE_NONE && o == TREE_NONE && tree_token(t, v)->dep != DEP_RELCL && (reading_is_lemma(r, v, "promise") || reading_is_lemma(r, v, "pledge")) && parties_is_thing(t, reading_is(r, s, CLASS_QUANTITY) && tree_child_case(t, s, DEP_NMOD, "of") != TREE_NONE ? tree_child_case(t, s, DEP_NMOD, "of") : s); /* "half of the money was promised by a bank" */
    if (given && by != TREE_NONE && by > v && (reading_is_somebody(r, by) || reading_is(r, by, CLASS_GROUP | CLASS_BUSINESS) || lexicon_sector(tree_token(t, by)->low))) {
        entente_status e = parties_read(r->parties, t, by, &r->m);
        clause_topic(r, s);
        return reading_end(r, e, 1, 1, ENTENTE_KIND_COMMITMENT, FAMILY_PLEDGE);
    }
    bool somebody = s != TREE_NONE && (reading_is_somebody(r, s) || tree_token(t, s)->pos == POS_PRON || reading_is(r, s, CLASS_GROUP));
    if (!somebody || by == TREE_NONE || !(reading_is_somebody(r, by) || parties_is_agent(tree_token(t, by)->lemma) || reading_is(r, by, CLASS_GROUP | CLASS_BUSINESS)) || tree_child(t, v, DEP_AUX_PASS) == TREE_NONE || (clause == TREE_NONE && o == TREE_NONE))
        return ENTENTE_AGAIN;
    if (reading_is_lemma(r, v, "assure") && (clause == TREE_NONE || !tree_is_verb(t, clause) || tree_child(t, clause, DEP_AUX) == TREE_NONE || !clause_to_be_done(r, clause)))
        return ENTENTE_AGAIN;
    entente_status e = parties_read(r->parties, t, by, &r->m);
    if (!e)
        e = parties_read(r->parties, t, s, &r->m);
    clause_complement(r, v);
    return reading_end(r, e, 2, 1, ENTENTE_KIND_COMMITMENT, FAMILY_PLEDGE);
}

/* "..., but never did so", "but failed to": the word was not kept. */
static bool went_undone(const reading *r, uint32_t v)
{
    const tree *t = r->t;
    for (uint32_t i = v + 2; i < t->s->count; i++) {
        uint32_t h = tree_is_low(t, i, "but") && tree_token(t, i)->dep == DEP_CC ? tree_head(t, i) : TREE_NONE, last;
        if (h == TREE_NONE || tree_child(t, h, DEP_OBJ) != TREE_NONE || tree_child(t, h, DEP_NSUBJ) != TREE_NONE)
            continue;
        last = tree_child(t, h, DEP_XCOMP);
        bool negated = false;
        for (uint32_t k = i + 1; k < h + 2u && k < t->s->count; k++)
            negated |= reading_is(r, k, CLASS_NEGATION) && tree_head(t, k) == h;
        if (negated && tree_child_lemma(t, h, DEP_ADVMOD, "yet") == TREE_NONE && lexicon_is_either(tree_token(t, h)->lemma, "do", "have"))
            return true;
        if (reading_is_lemma(r, h, "fail") && (last == TREE_NONE || reading_is_lemma(r, last, "do")))
            return true;
    }
    return false;
}

/* They only tell of what is pledged before them. */
static bool is_press(const reading *r, uint32_t i) { return lexicon_is_either(tree_token(r->t, i)->lemma, "reporter", "journalist"); }

/* "pledged to B that X", "committed to B to X": to whom, before the clause; TREE_NONE: to nobody. */
static uint32_t told_before(const reading *r, uint32_t v, uint32_t clause)
{
    uint32_t told = tree_child_case(r->t, v, DEP_OBL, "to");
    return told != TREE_NONE && told > v && told < clause && reading_is_somebody(r, told) && !is_press(r, told) ? told : TREE_NONE;
}

/* "pledged to X", "promised B that X", "vowed X". */
entente_status read_pledge(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t s = clause_subject(r, v), o = tree_child(t, v, DEP_OBJ), to = tree_child(t, v, DEP_IOBJ);
    uint8_t dep = tree_token(t, v)->dep;
    if (clause_passive(t, v) && dep != DEP_AMOD && dep != DEP_ACL)
        return read_promised(r, v);
    if (clause_passive(t, v) || dep == DEP_AMOD || (tree_token(t, v)->tag == TAG_VBN && dep == DEP_ACL) || s == TREE_NONE)
        return ENTENTE_AGAIN;
    if (reading_is_lemma(r, v, "guarantee") && tree_token(t, v)->dep == DEP_RELCL)
        return ENTENTE_AGAIN; /* "which guarantees that" */
    if ((reading_is_lemma(r, v, "guarantee") || reading_is_lemma(r, v, "promise") || reading_is_lemma(r, v, "undertake")) && !tree_token(t, s)->upper && tree_token(t, s)->pos != POS_PRON && !parties_is_people(t, s) &&
        !reading_is(r, s, CLASS_GROUP))
        return ENTENTE_AGAIN; /* "the law guarantees", "the season promises" */
    if (tree_token(t, v)->dep == DEP_ACL && reading_is(r, tree_head(t, v), CLASS_TEXT))
        return ENTENTE_AGAIN; /* "an accord pledging to X" tells what the accord holds */
    uint32_t oneself = to != TREE_NONE ? to : o;
    if (oneself != TREE_NONE && lexicon_is_one(tree_token(t, oneself)->low, "himself", "herself", "myself"))
        return ENTENTE_AGAIN; /* "promised himself that he would" */
    if (o != TREE_NONE && o > v && (lexicon_is_one(tree_token(t, o)->lemma, "allegiance", "loyalty", "fealty") || (reading_is_lemma(r, o, "return") && tree_token(t, o)->tag == TAG_NNS)))
        return ENTENTE_AGAIN; /* "pledged allegiance to X": a creed; "promised high returns": praise */
    uint32_t clause = clause_below(r, v);
    static const char *const offered[] = {"cooperation", "co-operation", "support", "assistance", "help", "protection", "backing"};
    bool gives = reading_is_lemma(r, v, "assure") && clause == TREE_NONE && o != TREE_NONE && o > v && LEXICON_IS_ANY(tree_token(t, o)->lemma, offered); /* "assured co-operation" */
    if (reading_is_lemma(r, v, "assure") && !gives && (clause == TREE_NONE || tree_token(t, clause)->dep != DEP_CCOMP || !clause_to_be_done(r, clause) || (clause_passive(t, clause) && tree_child_lemma(t, clause, DEP_AUX, "will") == TREE_NONE && tree_child_lemma(t, clause, DEP_AUX, "would") == TREE_NONE)))
        return ENTENTE_AGAIN; /* "assured them that all was well" */
    bool present = (tree_token(t, v)->tag == TAG_VBZ || tree_token(t, v)->tag == TAG_VBP) && !t->s->headline && (reading_is_lemma(r, v, "promise") || reading_is_lemma(r, v, "guarantee"));
    if (present && (clause == TREE_NONE || !tree_is_verb(t, clause) || (tree_token(t, clause)->dep == DEP_CCOMP && !clause_to_be_done(r, clause))))
        return ENTENTE_AGAIN; /* "the bar promises an experience", "I promise you that it is worth it" */
    uint32_t own = tree_token(t, v)->dep == DEP_RELCL && tree_token(t, v)->tag == TAG_VBG ? tree_child(t, v, DEP_NSUBJ) : TREE_NONE; /* "a tour that she is undertaking to meet growers" */
    if (reading_is_lemma(r, v, "undertake") && tree_token(t, v)->dep == DEP_RELCL && (clause == TREE_NONE || (own != TREE_NONE && !lexicon_is_one(tree_token(t, own)->low, "who", "which", "that")) || tree_token(t, clause)->dep != DEP_XCOMP))
        return ENTENTE_AGAIN; /* "visits that she will undertake" */
    bool will = r->m.status == ENTENTE_AGREEMENT_PENDING && tree_child_lemma(t, v, DEP_AUX, "will") != TREE_NONE && (tree_token(t, v)->dep == DEP_ROOT || tree_token(t, v)->dep == DEP_CCOMP) && !t->s->headline;
    bool assured = reading_is_lemma(r, v, "guarantee") && clause == TREE_NONE && o != TREE_NONE && o > v && ((tree_token(t, s)->upper && tree_child_lemma(t, v, DEP_AUX, "have") != TREE_NONE) || (will && parties_is_state(t, s))); /* "Acme has guaranteed the future of the plant", "Peru will guarantee the peace of the town" */
    if (!assured && (reading_is_lemma(r, v, "undertake") || reading_is_lemma(r, v, "swear") || reading_is_lemma(r, v, "guarantee")) && (clause == TREE_NONE || (o != TREE_NONE && o > v && reading_is_lemma(r, v, "undertake")) || (tree_token(t, clause)->dep != DEP_XCOMP && !reading_is_lemma(r, v, "guarantee"))))
        return ENTENTE_AGAIN; /* "undertook a campaign (to X)", "swore that it was so" */
    entente_status e = sides_subject(r, v);
    uint32_t hearer = to != TREE_NONE ? to : o != TREE_NONE && clause != TREE_NONE && (reading_is_somebody(r, o) || parties_named_behind(t, o)) ? o : TREE_NONE;
    if (!e && hearer != TREE_NONE && !is_press(r, hearer))
        e = parties_read(r->parties, t, hearer, &r->m);
    uint32_t told = clause == TREE_NONE ? TREE_NONE : told_before(r, v, clause);
    if (!e && to == TREE_NONE && told != TREE_NONE)
        e = parties_read(r->parties, t, told, &r->m);
    static const char *const handing[] = {"sell", "lend", "grant", "pay", "supply", "hand", "compensate", "provide", "reimburse", "give"};
    if (!e && clause != TREE_NONE && tree_token(t, clause)->dep == DEP_XCOMP && LEXICON_IS_ANY(tree_token(t, clause)->lemma, handing) && r->m.party_count == 1)
        e = sides_partner(r, v); /* "undertook to sell it to B" */
    clause_complement(r, v);
    uint32_t given = o != TREE_NONE && o > v && t->left[o] + 1u < o ? t->left[o] : TREE_NONE; /* "promised Kenya more trains", read as one phrase */
    uint8_t behind = given == TREE_NONE ? 0 : tree_token(t, given + 1)->pos;
    if (!e && given != TREE_NONE && r->m.item_count == 1 && tree_token(t, given)->pos == POS_PROPN && parties_is_state(t, given) &&
        (behind == POS_NUM || behind == POS_DET || behind == POS_SYM || !strcmp(tree_token(t, given + 1)->low, "more")) && r->m.items[0].start == tree_token(t, given)->start) {
        r->m.items[0].start = r->m.content.start = tree_token(t, given + 1)->start;
        uint32_t n;
        const country *named = parties_country_at(t->s, given, given + 1, &n);
        if (named && r->m.party_count < MENTION_PARTIES)
            r->m.parties[r->m.party_count++] = (party){.name = named->name, .country = named->code, .sector = ENTENTE_SECTOR_GOV, .mention = {tree_token(t, given)->start, tree_token(t, given)->end}};
    }
    uint32_t threat = clause != TREE_NONE ? clause : o;
    uint32_t whom = clause == TREE_NONE ? TREE_NONE : tree_child(t, clause, DEP_NSUBJ);
    if (reading_is_lemma(r, s, "i") && reading_is_lemma(r, whom, "you"))
        return ENTENTE_AGAIN; /* "I promise you will like it", to the reader */
    if (clause == TREE_NONE && o != TREE_NONE && t->left[o] == t->right[o] && (tree_token(t, o)->pos == POS_ADJ || tree_token(t, o)->pos == POS_ADV))
        return ENTENTE_AGAIN; /* "promised more" */
    if (refrained_from_ruling_out(r, clause))
        return ENTENTE_AGAIN; /* "vowed never to rule out the use of force": a threat */
    uint32_t harmed = threat == TREE_NONE ? TREE_NONE : tree_child(t, threat, DEP_OBJ);
    bool thing = harmed != TREE_NONE && (reading_is_lemma(r, threat, "destroy") || reading_is_lemma(r, threat, "eliminate") || reading_is_lemma(r, threat, "fight")) && !tree_token(t, harmed)->upper && tree_token(t, harmed)->pos == POS_NOUN && !parties_is_people(t, harmed);
    uint32_t kept = threat != TREE_NONE && lexicon_is_one(tree_token(t, threat)->lemma, "keep", "continue", "go") ? tree_child(t, threat, DEP_XCOMP) : TREE_NONE;
    if (kept != TREE_NONE && reading_is(r, kept, CLASS_HARM) && tree_child(t, kept, DEP_OBL) == TREE_NONE)
        return ENTENTE_AGAIN; /* "vowed to keep fighting" */
    bool refrained = clause != TREE_NONE && tree_child_lemma(t, clause, DEP_ADVMOD, "not") != TREE_NONE; /* "promised not to attack" */
    static const char *const fights[] = {"war", "fighting", "attack", "offensive", "hostility", "bombing", "bombardment", "assault", "strike", "campaign", "protest", "struggle", "insurgency", "resistance", "boycott"}, *const waging[] = {"resume", "continue", "launch", "escalate", "expand", "intensify", "renew", "wage", "press"};
    bool waged = harmed != TREE_NONE && LEXICON_IS_ANY(tree_token(t, harmed)->lemma, fights) && LEXICON_IS_ANY(tree_token(t, threat)->lemma, waging);
    if (threat != TREE_NONE && (waged || reading_is(r, threat, CLASS_HARM)) && !thing && !refrained)
        return ENTENTE_AGAIN; /* "vowed to avenge them", "to resume the war"; to destroy weapons is no harm */
    if (r->m.status == ENTENTE_AGREEMENT_REACHED && went_undone(r, v))
        r->m.status = ENTENTE_AGREEMENT_BROKEN;
    if (will && assured)
        r->m.status = ENTENTE_AGREEMENT_REACHED;
    return as_commitment(r, e, FAMILY_PLEDGE);
}

/* What binds whoever offers it: terms, help, a place for somebody. */
static const char *const terms[] = {"rise", "raise", "increase", "package", "concession", "amnesty", "extension", "payout", "compensation", "guarantee", "credit", "loan", "price", "bonus", "financing", "subsidy", "discount"};
static const char *const help[] = {"use", "help", "assistance", "aid", "support", "training", "mediation", "expertise", "troop", "asylum", "service", "office"};
static const char *const posts[] = {"job", "post", "role", "stake", "share", "place", "settlement"};

/* "was offered a contract by A", "has been offered to B by A": the same from the other side. */
entente_status read_offered(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t giver = clause_agent(t, v), thing = tree_child(t, v, DEP_OBJ), taker = tree_child(t, v, DEP_NSUBJ_PASS);
    if (thing == TREE_NONE) {
        thing = clause_object(r, v);
        taker = tree_child_case(t, v, DEP_OBL, "to");
    }
    bool binds = thing != TREE_NONE && taker != TREE_NONE && (reading_is(r, thing, CLASS_TEXT) || tree_token(t, thing)->pos == POS_SYM || LEXICON_IS_ANY(tree_token(t, thing)->lemma, terms) || LEXICON_IS_ANY(tree_token(t, thing)->lemma, help) || LEXICON_IS_ANY(tree_token(t, thing)->lemma, posts)); /* no cup of tea */
    TREE_CHILDREN(t, v, c)
        binds &= tree_token(t, c)->dep != DEP_CONJ || !(reading_is(r, c, CLASS_REFUSE) || reading_is_lemma(r, c, "accept")); /* "but turned it down" */
    if (!binds || !reading_is_lemma(r, v, "offer") || !clause_passive(t, v) || !(reading_is_somebody(r, taker) || reading_is(r, taker, CLASS_GROUP)) || r->m.status == ENTENTE_AGREEMENT_REJECTED || answered_behind(r, v))
        return ENTENTE_AGAIN;
    bool bargained = LEXICON_IS_ANY(tree_token(t, thing)->lemma, terms) && tree_token(t, taker)->pos != POS_PRON && (tree_token(t, taker)->upper || lexicon_sector(tree_token(t, taker)->low) || parties_is_people(t, taker)); /* "the drivers have been offered a rise", by whom they work for */
    if (giver == TREE_NONE ? !bargained : !reading_is_somebody(r, giver))
        return ENTENTE_AGAIN;
    entente_status e = giver == TREE_NONE ? ENTENTE_OK : parties_read(r->parties, t, giver, &r->m);
    if (!e)
        e = parties_read(r->parties, t, taker, &r->m);
    if (!e && giver == TREE_NONE && r->m.party_count == 1)
        parties_complete(r->parties, &r->m);
    clause_topic_to(r, thing, TREE_NONE);
    if (reading_is(r, thing, CLASS_TEXT))
        clause_instrument(r, thing);
    r->m.status = ENTENTE_AGREEMENT_PENDING;
    return reading_end(r, e, giver == TREE_NONE ? 1 : 2, 1, ENTENTE_KIND_COMMITMENT, FAMILY_OFFER);
}

/* "offered to X", "offered B money": ahead until it is answered. */
entente_status read_offer(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t x = tree_child(t, v, DEP_XCOMP), to = tree_child(t, v, DEP_IOBJ), s = clause_subject(r, v);
    if (x != TREE_NONE && tree_child_lemma(t, x, DEP_MARK, "to") == TREE_NONE)
        x = TREE_NONE; /* "offers live support": what a shop sells */
    bool present = (tree_token(t, v)->tag == TAG_VBZ || tree_token(t, v)->tag == TAG_VBP) && !t->s->headline;
    uint32_t asked = tree_child(t, v, DEP_OBJ); /* "offered Oslo to buy gas" */
    if (x != TREE_NONE && to == TREE_NONE && asked != TREE_NONE && asked > v && asked < x && tree_token(t, asked)->upper && reading_is_somebody(r, asked))
        to = asked;
    if (x == TREE_NONE && (present || (to != TREE_NONE && !tree_token(t, to)->upper && tree_token(t, to)->pos != POS_PRON && !parties_is_people(t, to))))
        to = TREE_NONE;
    uint32_t lent = tree_child(t, v, DEP_OBJ);
    bool helps = reading_is_lemma(r, v, "offer") && !present && x == TREE_NONE && to == TREE_NONE && s != TREE_NONE && parties_is_state(t, s) && lent != TREE_NONE && lent > v && LEXICON_IS_ANY(tree_token(t, lent)->lemma, help); /* "France has offered the use of its antennas" */
    uint32_t proposed = helps ? lent : reading_is_lemma(r, v, "propose") || (reading_is_lemma(r, v, "offer") && !present && x == TREE_NONE && to == TREE_NONE && r->parties->deal_words) ? tree_child(t, v, DEP_OBJ) : TREE_NONE;
    bool listed = proposed != TREE_NONE && proposed > v && reading_is_lemma(r, v, "offer") && (LEXICON_IS_ANY(tree_token(t, proposed)->lemma, terms) || (lexicon_is_one(tree_token(t, proposed)->lemma, "proposal", "compromise", "counterproposal") && tree_child(t, proposed, DEP_DET) != TREE_NONE)); /* "has offered a rise of 4%" */
    if (proposed != TREE_NONE && !listed && !helps && (!reading_is(r, proposed, CLASS_TEXT) || (reading_is(r, proposed, CLASS_COMMON) && !reading_is_lemma(r, proposed, "contract")) || (reading_is_lemma(r, v, "offer") && tree_child(t, proposed, DEP_DET) == TREE_NONE && !t->s->headline)))
        proposed = TREE_NONE;
    uint32_t whom = proposed == TREE_NONE ? TREE_NONE : tree_child_case(t, proposed, DEP_NMOD, "to");
    if (to == TREE_NONE && whom != TREE_NONE && whom > proposed && reading_is_somebody(r, whom))
        to = whom; /* "offered a deal to B" */
    whom = proposed == TREE_NONE ? TREE_NONE : tree_child_case(t, v, DEP_OBL, "to");
    if (to == TREE_NONE && whom != TREE_NONE && reading_is_somebody(r, whom))
        to = whom; /* "proposed to B a truce" */
    if ((reading_is_lemma(r, v, "propose") && proposed == TREE_NONE) || s == TREE_NONE || (!tree_token(t, s)->upper && tree_token(t, s)->pos != POS_PRON && !parties_is_people(t, s)) ||
        tree_token(t, v)->dep == DEP_ACL || clause_passive(r->t, v) || (r->m.status == ENTENTE_AGREEMENT_REJECTED && !reading_is_lemma(r, tree_head(t, v), "deny")))
        return ENTENTE_AGAIN;
    uint32_t price = tree_child(t, v, DEP_OBJ), shares = price, target = tree_child_case(t, v, DEP_OBL, "for");
    while (shares != TREE_NONE && shares < t->s->count && shares < price + 6 && !tree_is_low(t, shares, "share"))
        shares++;
    if (target == TREE_NONE && shares != TREE_NONE && shares < t->s->count)
        target = tree_child_case(t, shares, DEP_NMOD, "for");
    if (target == TREE_NONE && price != TREE_NONE)
        target = tree_child_case(t, price, DEP_NMOD, "for"); /* "bid $8 million for Acme" */
    target = reading_is_lemma(r, target, "share") ? tree_child(t, target, DEP_COMPOUND) : target; /* "offered $10 for each Acme share" */
    target = target != TREE_NONE && tree_token(t, target)->upper && !reading_is(r, target, CLASS_TIME) ? target : TREE_NONE;
    bool money = price != TREE_NONE && price > v && (tree_token(t, price)->pos == POS_SYM || tree_token(t, price)->low[tree_token(t, price)->end - tree_token(t, price)->start - 1] == '$' || tree_child(t, price, DEP_NUMMOD) != TREE_NONE);
    bool bid = money && !present && (reading_is_lemma(r, v, "offer") || reading_is_lemma(r, v, "bid")) && (target != TREE_NONE || tree_is_low(t, shares, "share")); /* "offered $15 a share for Acme" */
    static const char *const gifts[] = {"aid", "grant", "loan", "assistance", "relief", "credit"};
    uint32_t as = money ? tree_child_case(t, v, DEP_OBL, "in") : TREE_NONE;
    as = as == TREE_NONE && money ? tree_child_case(t, price, DEP_NMOD, "in") : as;
    bid |= money && !present && as != TREE_NONE && reading_is_lemma(r, v, "offer") && LEXICON_IS_ANY(tree_token(t, as)->lemma, gifts); /* "offered $1 billion in grants" */
    static const char *const assured[] = {"certainty", "guarantee", "assurance", "protection", "aid", "assistance", "amnesty", "compensation", "concession", "loan", "asylum"};
    bool given_it = money || (price != TREE_NONE && price > v && LEXICON_IS_ANY(tree_token(t, price)->lemma, assured)); /* "offered guarantees to B" */
    uint32_t offered_to = tree_child_case(t, v, DEP_OBL, "to");
    offered_to = offered_to == TREE_NONE && price != TREE_NONE ? tree_child_case(t, price, DEP_NMOD, "to") : offered_to;
    given_it |= price != TREE_NONE && price > v && reading_is_lemma(r, v, "offer") && tree_token(t, price)->pos == POS_NOUN && offered_to != TREE_NONE && tree_token(t, offered_to)->upper; /* "offered jobs to Doe" */
    uint32_t given_to = given_it && !present && x == TREE_NONE && to == TREE_NONE ? offered_to : TREE_NONE; /* "offered $5 million to the town" */
    if (reading_is_somebody(r, given_to))
        to = given_to;
    if ((x == TREE_NONE && to == TREE_NONE && proposed == TREE_NONE && !bid) || answered_behind(r, v))
        return ENTENTE_AGAIN;
    static const char *const kind_words[] = {"condolence", "sympathy", "congratulation", "prayer", "wish", "hope", "comfort", "reassurance", "encouragement", "praise", "advice", "glimpse", "insight", "explanation", "example", "lesson"};
    uint32_t given = tree_child(t, v, DEP_OBJ);
    if (x == TREE_NONE && given != TREE_NONE && LEXICON_IS_ANY(tree_token(t, given)->lemma, kind_words))
        return ENTENTE_AGAIN; /* nothing is bound */
    entente_status e = sides_subject(r, v);
    if (!e && to != TREE_NONE)
        e = parties_read(r->parties, t, to, &r->m);
    if (to != TREE_NONE && to == given_to)
        clause_topic_to(r, price, TREE_NONE);
    else if (proposed == TREE_NONE)
        clause_complement(r, v);
    else
        clause_topic(r, proposed); /* "proposed a truce" */
    if (!e && bid && target != TREE_NONE)
        e = parties_read(r->parties, t, target, &r->m);
    uint32_t raised = x != TREE_NONE && lexicon_is_one(tree_token(t, x)->lemma, "raise", "sweeten", "increase") ? x : TREE_NONE; /* "offered to raise the cash part of its B bid", "to sweeten his bid for B" */
    for (uint32_t i = raised == TREE_NONE ? t->s->count : raised + 1u; i < t->s->count && i <= t->right[raised] && !e && r->m.party_count == 1; i++) {
        if (!lexicon_is_either(tree_token(t, i)->lemma, "bid", "offer") || tree_child(t, i, DEP_POSS) == TREE_NONE)
            continue;
        uint32_t whose = tree_child(t, i, DEP_COMPOUND);
        whose = whose == TREE_NONE ? tree_child_case(t, i, DEP_NMOD, "for") : whose;
        whose = whose == TREE_NONE ? tree_child_case(t, raised, DEP_OBL, "for") : whose;
        if (whose != TREE_NONE && tree_token(t, whose)->upper)
            e = parties_read(r->parties, t, whose, &r->m);
    }
    if (!e && x == TREE_NONE && proposed == TREE_NONE && !bid && r->m.party_count < 2)
        return ENTENTE_AGAIN;
    if (r->m.status == ENTENTE_AGREEMENT_REACHED)
        r->m.status = ENTENTE_AGREEMENT_PENDING;
    return as_commitment(r, e, FAMILY_OFFER);
}

/* "committed to doing X", "committed itself to X"; not the stance "is committed to". */
entente_status read_commit(reading *r, uint32_t v)
{
    const tree *t = r->t;
    bool stance = tree_token(t, v)->tag == TAG_VBN && tree_child(t, v, DEP_AUX) == TREE_NONE && tree_token(t, v)->dep == DEP_ADVCL; /* "Committed to freedom, we ..." */
    if (stance || clause_passive(r->t, v) || tree_child(t, v, DEP_COP) != TREE_NONE || (tree_token(t, v)->pos == POS_ADJ && tree_child(t, v, DEP_AUX) == TREE_NONE) || tree_token(t, v)->dep == DEP_ACL ||
        (tree_head(t, v) != TREE_NONE && reading_is_lemma(r, tree_head(t, v), "remain")))
        return ENTENTE_AGAIN;
    uint32_t o = tree_child(t, v, DEP_OBJ), s = clause_subject(r, v);
    if (tree_token(t, v)->tag == TAG_VBG && (tree_child_lemma(t, v, DEP_MARK, "before") != TREE_NONE || tree_child_lemma(t, v, DEP_MARK, "of") != TREE_NONE || tree_child_lemma(t, v, DEP_MARK, "without") != TREE_NONE))
        return ENTENTE_AGAIN; /* "before committing to it", "instead of committing to it" */
    uint32_t sum = reading_is_lemma(r, o, "total") ? tree_child_case(t, o, DEP_NMOD, "of") : o; /* "committed a total of $5 million" */
    bool money = o != TREE_NONE && o > v && sum != TREE_NONE && (tree_token(t, sum)->pos == POS_SYM || reading_is_lemma(r, sum, "billion") || reading_is_lemma(r, sum, "million"));
    uint32_t gets = money ? tree_child_case(t, v, DEP_OBL, "to") : TREE_NONE;
    if (gets != TREE_NONE && gets > o && s != TREE_NONE && tree_token(t, gets)->upper && reading_is_somebody(r, gets)) { /* "committed $5 million to Haiti" */
        entente_status e = sides_subject(r, v);
        if (!e)
            e = parties_read(r->parties, t, gets, &r->m);
        clause_topic_to(r, o, TREE_NONE);
        return as_commitment(r, e, FAMILY_PLEDGE);
    }
    if (money && s != TREE_NONE && gets == TREE_NONE) { /* "committing $5 billion to fight hunger" */
        entente_status e = sides_subject(r, v);
        uint32_t purpose = TREE_NONE;
        TREE_CHILDREN(t, v, c)
            if (c > o && tree_token(t, c)->tag == TAG_VB && (tree_token(t, c)->dep == DEP_ADVCL || tree_token(t, c)->dep == DEP_XCOMP))
                purpose = c;
        clause_topic_to(r, o, purpose);
        return as_commitment(r, e, FAMILY_PLEDGE);
    }
    uint32_t bound = o != TREE_NONE && o > v && reading_is_somebody(r, o) ? o : TREE_NONE, doing = bound == TREE_NONE ? TREE_NONE : tree_child(t, v, DEP_ADVCL); /* "committed his country to doing X" */
    if (doing != TREE_NONE && doing > o && s != TREE_NONE && tree_child_lemma(t, doing, DEP_MARK, "to") != TREE_NONE) {
        entente_status e = parties_read(r->parties, t, bound, &r->m);
        clause_actions(r, doing);
        return as_commitment(r, e, FAMILY_PLEDGE);
    }
    if (s == TREE_NONE || (o != TREE_NONE && tree_token(t, o)->pos != POS_PRON && !strstr(tree_token(t, o)->low, "sel") && tree_child_case(t, v, DEP_OBL, "to") == TREE_NONE))
        return ENTENTE_AGAIN; /* "committed a crime" */
    entente_status e = sides_subject(r, v);
    if (o != TREE_NONE && o > v && tree_token(t, o)->pos != POS_PRON && !strstr(tree_token(t, o)->low, "sel")) /* "committed 5 million to the project" */
        clause_topic_to(r, o, tree_child_case(t, v, DEP_OBL, "to"));
    static const char *const wards[] = {"ward", "hospital", "prison", "jail", "asylum", "institution", "custody", "memory", "paper", "market", "operation"};
    uint32_t where = tree_child_case(t, v, DEP_OBL, "to");
    if (where != TREE_NONE && LEXICON_IS_ANY(tree_token(t, where)->lemma, wards))
        return ENTENTE_AGAIN; /* "committed to a hospital" */
    uint32_t lent = tree_child_case(t, v, DEP_OBL, "to"); /* "committed to a $9 billion loan to bail out the firm": the loan, with what it is for */
    TREE_CHILDREN(t, v, c)
        if (!r->m.item_count && lent != TREE_NONE && lent > v && c > lent && tree_token(t, c)->dep == DEP_ADVCL && tree_token(t, c)->tag == TAG_VB)
            clause_topic_to(r, lent, c);
    TREE_CHILDREN(t, v, c) {
        uint8_t dep = tree_token(t, c)->dep;
        if (c > v && !r->m.item_count && (dep == DEP_XCOMP || dep == DEP_ADVCL || dep == DEP_CCOMP) && (tree_token(t, c)->tag == TAG_VBG || tree_token(t, c)->tag == TAG_VB))
            clause_actions(r, c);
    }
    uint32_t to = tree_child_case(t, v, DEP_OBL, "to"), clause = tree_child(t, v, DEP_XCOMP), told = clause == TREE_NONE ? TREE_NONE : told_before(r, v, clause);
    if (!r->m.item_count && to != TREE_NONE && to > v)
        clause_topic(r, to);
    if (!e && told != TREE_NONE)
        e = parties_read(r->parties, t, told, &r->m);
    else if (!e && r->m.party_count == 1) /* "committed itself to lend B $5 million" */
        e = sides_partner(r, v);
    return as_commitment(r, e, FAMILY_PLEDGE);
}

/* The word that is kept or not: "followed through on its pledge to X", "has not lived up to its promise". */
static uint32_t kept_word(const reading *r, uint32_t v)
{
    static const struct { const char *verb, *preposition; } ways[] = {{"follow", "on"}, {"live", "to"}, {"deliver", "on"}, {"make", "on"}, {"stick", "to"}, {"stand", "by"}, {"abide", "by"}, {"act", "on"}};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        uint32_t n = reading_is_lemma(r, v, ways[i].verb) ? tree_child_case(r->t, v, DEP_OBL, ways[i].preposition) : TREE_NONE;
        if (n != TREE_NONE && n > v && (reading_is_lemma(r, n, "promise") || reading_is_lemma(r, n, "pledge") || reading_is_lemma(r, n, "commitment") || reading_is_lemma(r, n, "vow")))
            return n;
    }
    return TREE_NONE;
}

/* "reaffirmed its commitment to X", "expressed readiness to X", "made a pledge to X". */
entente_status read_duty(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t kept = kept_word(r, v), o = kept != TREE_NONE ? kept : clause_object(r, v), clause = TREE_NONE;
    bool answer = reading_is_lemma(r, v, "express");
    if (o == TREE_NONE || !reading_is(r, o, CLASS_DUTY) || reading_is_lemma(r, o, "support"))
        return ENTENTE_AGAIN;
    if (tree_token(t, v)->dep == DEP_RELCL && tree_token(t, o)->dep == DEP_OBJ && o == tree_head(t, v) && reading_is(r, tree_head(t, o), CLASS_BREAK | CLASS_LEAVE))
        return ENTENTE_AGAIN; /* "broke a promise he made": told by "broke" */
    if (reading_is_lemma(r, o, "word") && (tree_child(t, o, DEP_POSS) == TREE_NONE || (clause_below(r, v) == TREE_NONE && tree_child(t, o, DEP_ACL) == TREE_NONE)))
        return ENTENTE_AGAIN; /* not "gave his word that X" */
    uint32_t who = clause_subject(r, v);
    if (who != TREE_NONE && !tree_token(t, who)->upper && tree_token(t, who)->pos == POS_NOUN && !parties_is_people(t, who) && !reading_is(r, who, CLASS_GROUP | CLASS_TITLE))
        return ENTENTE_AGAIN; /* "today's actions reaffirm" */
    if ((reading_is_lemma(r, o, "offer") || reading_is_lemma(r, o, "intention")) && !reading_is_lemma(r, v, "reiterate"))
        return ENTENTE_AGAIN;
    TREE_CHILDREN(t, o, c)
        if (c > o && c != v && tree_token(t, c)->dep == DEP_ACL && clause == TREE_NONE && (tree_token(t, c)->tag != TAG_VBN || (tree_child_lemma(t, c, DEP_MARK, "that") != TREE_NONE && clause_to_be_done(r, c))))
            clause = c;
    if (clause == TREE_NONE)
        clause = clause_below(r, v);
    if (reading_is_lemma(r, o, "assurance") && (clause == TREE_NONE || (tree_token(t, clause)->tag != TAG_VB && !clause_to_be_done(r, clause))))
        return ENTENTE_AGAIN; /* "gave assurances that all was well" */
    TREE_CHILDREN(t, v, c)
        if (c > o && clause == TREE_NONE && tree_token(t, c)->dep == DEP_ADVCL && (tree_token(t, c)->tag == TAG_VB || (tree_token(t, c)->tag == TAG_VBG && tree_child_lemma(t, c, DEP_MARK, "to") != TREE_NONE)))
            clause = c;
    uint32_t to = tree_child_case(t, o, DEP_NMOD, "to");
    if (to == TREE_NONE)
        to = tree_child_case(t, v, DEP_OBL, "to");
    if (kept != TREE_NONE && (to == TREE_NONE || to == kept))
        to = tree_child_case(t, o, DEP_NMOD, "of"); /* "promises of cooperation" */
    uint32_t amount = tree_child(t, o, DEP_NUMMOD); /* "a $500 million pledge" */
    TREE_CHILDREN(t, o, c)
        if (amount == TREE_NONE && c < o && tree_token(t, c)->pos == POS_SYM)
            amount = c;
    bool none = clause == TREE_NONE && to == TREE_NONE && amount == TREE_NONE && tree_child_lemma(t, o, DEP_DET, "no") != TREE_NONE && (reading_is_lemma(r, v, "make") || reading_is_lemma(r, v, "give")) && !reading_is_lemma(r, o, "offer") && !reading_is_lemma(r, o, "resolve"); /* "made no promise" */
    if (none && (who != TREE_NONE || clause_passive(t, v))) {
        entente_status told = who != TREE_NONE ? sides_subject(r, v) : ENTENTE_OK;
        if (!told && !r->m.party_count)
            parties_in_play(r->parties, &r->m, (view){tree_token(t, o)->start, tree_token(t, o)->end});
        r->m.status = ENTENTE_AGREEMENT_REJECTED;
        r->m.trigger = from_to(t, v, o);
        return reading_end(r, told, 1, 0, ENTENTE_KIND_COMMITMENT, FAMILY_DUTY);
    }
    if (clause == TREE_NONE && to == TREE_NONE && r->m.status == ENTENTE_AGREEMENT_REJECTED && (kept != TREE_NONE || lexicon_is_one(tree_token(t, v)->lemma, "keep", "fulfil", "fulfill")) && tree_child(t, o, DEP_POSS) != TREE_NONE && reading_is_somebody(r, who)) { /* "never followed through on its commitments" */
        entente_status told = sides_subject(r, v);
        r->m.status = ENTENTE_AGREEMENT_BROKEN;
        return reading_end(r, told, 1, 0, ENTENTE_KIND_COMMITMENT, FAMILY_PLEDGE);
    }
    if (clause == TREE_NONE && to == TREE_NONE && (amount == TREE_NONE || tree_token(t, o)->tag == TAG_NNS))
        return ENTENTE_AGAIN;
    if (tree_child_lemma(t, o, DEP_DET, "no") != TREE_NONE && r->m.status == ENTENTE_AGREEMENT_REACHED)
        r->m.status = ENTENTE_AGREEMENT_REJECTED; /* "made no commitment to X" */
    uint32_t owner = tree_child(t, o, DEP_POSS); /* "reiterated B's commitment": it is B's; "the U.S. commitment" */
    TREE_CHILDREN(t, o, c)
        if (owner == TREE_NONE && c < o && tree_token(t, c)->upper && (tree_token(t, c)->dep == DEP_COMPOUND || tree_token(t, c)->dep == DEP_AMOD) && parties_is_state(t, c))
            owner = c;
    uint32_t of = tree_child_case(t, o, DEP_NMOD, "of"); /* "reaffirmed the commitment of Chile to X" */
    if (owner == TREE_NONE && of != TREE_NONE && of != to && parties_is_state(t, of))
        owner = of;
    entente_status e = owner != TREE_NONE && tree_token(t, owner)->upper && tree_token(t, owner)->pos != POS_PRON ? parties_read(r->parties, t, owner, &r->m) : sides_subject(r, v);
    if (!e && owner != TREE_NONE && r->m.party_count == 1)
        e = sides_guest(r, v);
    if (!e && who == TREE_NONE && owner != TREE_NONE && tree_is_low(t, owner, "our")) /* "Reaffirming Our Commitment to X" */
        e = parties_read(r->parties, t, owner, &r->m);
    uint32_t given = tree_child(t, v, DEP_IOBJ); /* "gave B an undertaking to X", "gave assurances to B that X" */
    if (given == TREE_NONE && clause != TREE_NONE && to != TREE_NONE && to < clause && (reading_is_lemma(r, v, "give") || reading_is_lemma(r, v, "make")))
        given = to;
    for (uint32_t i = v + 1; given == TREE_NONE && i < o; i++) /* "reaffirmed to B its commitment to X" */
        if (tree_token(t, i)->head == v && tree_token(t, i)->dep == DEP_OBL && !strcmp(tree_case(t, i), "to"))
            given = i;
    if (to == given)
        to = tree_child_case(t, o, DEP_NMOD, "to");
    bool him = given != TREE_NONE && lexicon_is_one(tree_token(t, given)->low, "him", "her", "them") && reading_is_lemma(r, v, "give"); /* "gave him its word" */
    if (!e && given != TREE_NONE && (him || reading_is_somebody(r, given) || parties_named_behind(t, given)))
        e = parties_read(r->parties, t, given, &r->m);
    if (e)
        return e;
    if (clause != TREE_NONE && ((reading_is(r, clause, CLASS_HARM) && !clause_passive(t, clause)) || (reading_is_lemma(r, clause, "impose") && !strcmp(tree_token(t, o)->lemma, "readiness"))))
        return ENTENTE_AGAIN; /* a threat */
    bool towards = clause == TREE_NONE && to != TREE_NONE && lexicon_is_one(tree_token(t, o)->lemma, "commitment", "promise", "pledge") && (parties_is_state(t, to) || (tree_token(t, to)->upper && lexicon_sector(tree_token(t, to)->low) == ENTENTE_SECTOR_IGO)) && tree_child(t, to, DEP_POSS) == TREE_NONE && t->left[to] + 1u >= to; /* "its commitment to Chile": Chile hears it */
    if (towards && !e)
        e = parties_read(r->parties, t, to, &r->m);
    else if (clause != TREE_NONE)
        clause_actions(r, clause);
    else if (to != TREE_NONE)
        clause_topic(r, to);
    else
        clause_amount(r, o);
    if (answer) { /* "A invited B to X, and B expressed readiness": the one who asked is the other party */
        for (uint32_t i = 0; i < v && !e; i++)
            if (tree_is_verb(t, i) && reading_is(r, i, CLASS_REQUESTED)) {
                uint32_t s = clause_subject(r, i);
                if (s == TREE_NONE && i > 0 && tree_token(t, i - 1)->upper)
                    s = i - 1;
                e = s == TREE_NONE ? ENTENTE_OK : parties_read(r->parties, t, s, &r->m);
            }
        if (r->m.party_count < 2 && !reading_is_lemma(r, o, "commitment"))
            return e ? e : ENTENTE_AGAIN;
    }
    if (e || (!r->m.item_count && !towards) || !r->m.party_count)
        return e ? e : ENTENTE_AGAIN;
    static const char *const keeping[] = {"keep", "honor", "honour", "fulfil", "fulfill"};
    if (r->m.status == ENTENTE_AGREEMENT_REJECTED && (kept != TREE_NONE || LEXICON_IS_ANY(tree_token(t, v)->lemma, keeping))) /* "did not keep its promise" */
        r->m.status = ENTENTE_AGREEMENT_BROKEN;
    r->m.kind = answer && r->m.party_count > 1 && !reading_is_lemma(r, o, "commitment") ? ENTENTE_KIND_ACCEPTANCE : ENTENTE_KIND_COMMITMENT;
    r->m.trigger = from_to(t, v, o);
    r->m.family = FAMILY_DUTY;
    return ENTENTE_OK;
}

/* "made an offer to X", "submitted a bid for B", "withdrew its bid": ahead until it is answered. */
entente_status read_bid(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t o = clause_object(r, v), s = clause_subject(r, v);
    bool made = reading_is(r, v, CLASS_SUBMIT), ended = reading_is(r, v, CLASS_BREAK | CLASS_LEAVE);
    uint32_t has = tree_head(t, v);
    if (made && has != TREE_NONE && reading_is_lemma(r, has, "have") && tree_child_case(t, has, DEP_OBL, "until") != TREE_NONE)
        return ENTENTE_AGAIN; /* "has until Friday to make an offer" */
    if (o == TREE_NONE || s == TREE_NONE || tree_token(t, v)->dep == DEP_ACL || !(reading_is_lemma(r, o, "offer") || reading_is_lemma(r, o, "bid") || reading_is_lemma(r, o, "proposal") || (reading_is_lemma(r, o, "request") && made)))
        return ENTENTE_AGAIN;
    static const char *const changing[] = {"sweeten", "increase", "improve", "hike", "lower"};
    if (LEXICON_IS_ANY(tree_token(t, v)->lemma, changing) && (clause_passive(t, v) || tree_child(t, o, DEP_POSS) == TREE_NONE || reading_is_lemma(r, o, "proposal")))
        return ENTENTE_AGAIN; /* "sweetened its bid for B" */
    entente_status e = sides_subject(r, v);
    uint32_t target = tree_child_case(t, o, DEP_NMOD, "for"), to = tree_child(t, v, DEP_IOBJ);
    if (target == TREE_NONE)
        target = tree_child_case(t, v, DEP_OBL, "for");
    for (uint32_t i = o + 1; target == TREE_NONE && i <= t->right[o]; i++) /* "an offer of 40 million dollars for B" */
        if (tree_token(t, i)->dep == DEP_NMOD && tree_token(t, i)->upper && !strcmp(tree_case(t, i), "for"))
            target = i;
    uint32_t addressee = made && to == TREE_NONE ? tree_child_case(t, o, DEP_NMOD, "to") : TREE_NONE; /* "made an offer to B to X" */
    if (made && to == TREE_NONE && addressee == TREE_NONE)
        addressee = tree_child_case(t, v, DEP_OBL, "to");
    if (addressee != TREE_NONE && addressee > o && (reading_is_somebody(r, addressee) || parties_named_behind(t, addressee)))
        to = addressee;
    if (!e && to != TREE_NONE)
        e = parties_read(r->parties, t, to, &r->m);
    if (!e && target != TREE_NONE && tree_token(t, target)->upper)
        e = parties_read(r->parties, t, target, &r->m);
    if (!e)
        e = sides_target(r, o);
    if (!e)
        e = sides_target(r, v);
    uint32_t action = tree_child(t, o, DEP_ACL);
    if (action != TREE_NONE && action > o)
        clause_noun_complement(r, o);
    TREE_CHILDREN(t, v, c) /* "ended their bid to buy B": the infinitive may hang on the verb */
        if (!r->m.item_count && c > o && tree_token(t, c)->dep == DEP_ADVCL && tree_token(t, c)->tag == TAG_VB && (made || reading_is(r, c, CLASS_ACQUIRE)))
            clause_actions(r, c);
    if (!r->m.item_count)
        clause_topic(r, o);
    if (reading_is_lemma(r, o, "proposal"))
        clause_instrument(r, o);
    if (e || !r->m.party_count || (!r->m.item_count && r->m.party_count < 2))
        return e ? e : ENTENTE_AGAIN;
    if (ended && r->m.status == ENTENTE_AGREEMENT_REACHED)
        r->m.status = ENTENTE_AGREEMENT_BROKEN;
    else if (!ended && r->m.status == ENTENTE_AGREEMENT_REACHED)
        r->m.status = ENTENTE_AGREEMENT_PENDING;
    r->m.kind = ENTENTE_KIND_COMMITMENT;
    r->m.family = FAMILY_OFFER;
    for (uint32_t i = v + 1; i < t->s->count && !e; i++) { /* "..., but this was rejected by B" */
        uint32_t it = reading_is(r, i, CLASS_REFUSE) && clause_passive(t, i) ? clause_object(r, i) : TREE_NONE;
        if (it == TREE_NONE || !(reading_is_lemma(r, it, "this") || reading_is_lemma(r, it, "it") || reading_is_lemma(r, it, "which") || (it == o && i > o)))
            continue;
        r->m.status = ENTENTE_AGREEMENT_REJECTED;
        r->m.kind = ENTENTE_KIND_ACCEPTANCE;
        uint32_t by = clause_agent(t, i);
        e = by == TREE_NONE ? ENTENTE_OK : parties_read(r->parties, t, by, &r->m);
    }
    return e;
}

/* "gave its consent to the treaty", "withheld approval for the plan", "expressed support for the proposal": an answer by another word. */
entente_status read_consent(reading *r, uint32_t v)
{
    static const char *const consent[] = {"consent", "assent", "approval", "blessing", "backing", "nod", "endorsement", "clearance", "acceptance"};
    const tree *t = r->t;
    uint32_t o = clause_object(r, v);
    if (reading_is_lemma(r, v, "grant") && (reading_is_lemma(r, o, "request") || reading_is_lemma(r, o, "demand")) && clause_subject(r, v) != TREE_NONE && sides_asker(r, v, o) != TREE_NONE) { /* "granted B's request to X" */
        entente_status e = sides_subject(r, v);
        if (!e)
            e = parties_read(r->parties, t, sides_asker(r, v, o), &r->m);
        clause_noun_complement(r, o);
        if (!r->m.item_count)
            clause_topic(r, o);
        return reading_end(r, e, 1, 1, ENTENTE_KIND_ACCEPTANCE, FAMILY_ACCEPT);
    }
    bool green = reading_is_lemma(r, o, "light") && (tree_child_lemma(t, o, DEP_AMOD, "green") != TREE_NONE || tree_child_lemma(t, o, DEP_COMPOUND, "green") != TREE_NONE); /* "gave the green light to the deal" */
    green |= o != TREE_NONE && o > 2 && tree_is_low(t, o, "ahead") && tree_is_low(t, o - 2, "go");
    bool told = reading_is_lemma(r, v, "express");
    if (o == TREE_NONE || clause_subject(r, v) == TREE_NONE || !(green || LEXICON_IS_ANY(tree_token(t, o)->lemma, consent) || (told && reading_is_lemma(r, o, "support"))))
        return ENTENTE_AGAIN;
    uint32_t to = tree_child_case(t, o, DEP_NMOD, "to");
    if (to == TREE_NONE)
        to = tree_child_case(t, v, DEP_OBL, "to");
    if (to == TREE_NONE)
        to = tree_child_case(t, o, DEP_NMOD, "for");
    if (to == TREE_NONE && told)
        to = tree_child_case(t, v, DEP_OBL, "for");
    uint32_t n = reading_text_noun(r, to, CLASS_TEXT | CLASS_BID), given = tree_child(t, v, DEP_IOBJ);
    if (n == TREE_NONE && given != TREE_NONE) /* "gave the deal its blessing" */
        n = reading_text_noun(r, given, CLASS_TEXT | CLASS_BID);
    uint32_t asker = n == TREE_NONE ? TREE_NONE : sides_asker(r, v, n);
    if (n == TREE_NONE || (told && (!reading_is(r, n, CLASS_BID) || asker == TREE_NONE)))
        return ENTENTE_AGAIN; /* support for an accord is a stance, that for what somebody proposed an answer */
    bool named = reading_is(r, n, CLASS_TEXT) && !reading_is(r, n, CLASS_BID);
    entente_status e = sides_subject(r, v);
    uint32_t other = named ? TREE_NONE : asker;
    if (!e)
        e = other != TREE_NONE ? parties_read(r->parties, t, other, &r->m) : named ? sides_counterparts(r, n) : ENTENTE_OK;
    if (named)
        clause_instrument(r, n);
    clause_noun_complement(r, n);
    if (!named && !r->m.item_count)
        clause_topic(r, n);
    if (reading_is_lemma(r, v, "withhold") && r->m.status == ENTENTE_AGREEMENT_REACHED)
        r->m.status = ENTENTE_AGREEMENT_REJECTED;
    r->m.trigger = from_to(t, v, o);
    return reading_end(r, e, 1, 0, named ? ENTENTE_KIND_INSTRUMENT : ENTENTE_KIND_ACCEPTANCE, FAMILY_ACCEPT);
}

/* "has received an offer from B to X": B's, ahead until it is answered. */
entente_status read_received(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t o = clause_object(r, v), from = o == TREE_NONE ? TREE_NONE : tree_child_case(t, o, DEP_NMOD, "from");
    if (from == TREE_NONE)
        from = tree_child_case(t, v, DEP_OBL, "from");
    if (from == TREE_NONE && o != TREE_NONE)
        from = tree_child_case(t, o, DEP_NMOD, "by");
    for (uint32_t i = o + 1; from == TREE_NONE && o != TREE_NONE && i <= t->right[o]; i++) /* "a bid of $20 million from B" */
        from = (tree_token(t, i)->dep == DEP_NMOD || tree_token(t, i)->dep == DEP_OBL) && !strcmp(tree_case(t, i), "from") ? i : from;
    uint32_t owner = from == TREE_NONE && o != TREE_NONE && o > v && !reading_is_lemma(r, v, "receive") && !reading_is_lemma(r, v, "get") ? tree_child(t, o, DEP_POSS) : TREE_NONE; /* "is considering B's offer" */
    bool owned = owner != TREE_NONE && tree_token(t, owner)->pos != POS_PRON && reading_is_somebody(r, owner);
    from = owned ? owner : from;
    bool several = from != TREE_NONE && tree_token(t, from)->upper && tree_child(t, from, DEP_CONJ) != TREE_NONE && reading_is_lemma(r, o, "bid"); /* "received bids from B and C" */
    if (o == TREE_NONE || from == TREE_NONE || (from < o && !owned) || (tree_token(t, o)->tag == TAG_NNS && !several) || !(reading_is_lemma(r, o, "offer") || reading_is_lemma(r, o, "bid") || reading_is_lemma(r, o, "proposal") || (reading_is_lemma(r, o, "approach") && reading_is(r, v, CLASS_RECEIVE) && tree_child_lemma(t, o, DEP_COMPOUND, "takeover") != TREE_NONE)) || !reading_is_somebody(r, from) ||
        r->m.status == ENTENTE_AGREEMENT_REJECTED || (r->m.status != ENTENTE_AGREEMENT_REACHED && (reading_is_lemma(r, v, "receive") || reading_is_lemma(r, v, "get"))))
        return ENTENTE_AGAIN;
    entente_status e = parties_read(r->parties, t, from, &r->m);
    if (!e)
        e = sides_subject(r, v);
    clause_noun_complement(r, o);
    TREE_CHILDREN(t, from, c) /* "from B to buy its mills" */
        if (!r->m.item_count && c > from && tree_token(t, c)->dep == DEP_ACL && tree_token(t, c)->tag == TAG_VB)
            clause_actions(r, c);
    TREE_CHILDREN(t, v, c)
        if (!r->m.item_count && c > from && (tree_token(t, c)->dep == DEP_ADVCL || tree_token(t, c)->dep == DEP_XCOMP) && tree_token(t, c)->tag == TAG_VB)
            clause_actions(r, c);
    if (!r->m.item_count)
        clause_topic(r, o);
    r->m.status = ENTENTE_AGREEMENT_PENDING;
    r->m.trigger = from_to(t, v, o);
    return reading_end(r, e, 1, 0, ENTENTE_KIND_COMMITMENT, FAMILY_OFFER);
}

/* "has not responded to B's proposal", "will respond to the offer within days": the answer is ahead. */
entente_status read_response(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t to = tree_child_case(t, v, DEP_OBL, "to"), s = clause_subject(r, v), asker = to == TREE_NONE ? TREE_NONE : sides_asker(r, v, to);
    if (!reading_is_lemma(r, v, "respond") || clause_passive(t, v) || s == TREE_NONE || to == TREE_NONE || to < v || tree_token(t, to)->tag == TAG_NNS || !lexicon_is_one(tree_token(t, to)->lemma, "proposal", "offer", "bid") || asker == TREE_NONE || r->m.status == ENTENTE_AGREEMENT_REACHED)
        return ENTENTE_AGAIN;
    entente_status e = sides_subject_and(r, v, asker);
    clause_topic(r, to);
    r->m.status = ENTENTE_AGREEMENT_PENDING;
    return reading_end(r, e, 2, 1, ENTENTE_KIND_ACCEPTANCE, FAMILY_OFFER);
}

/* "has granted B exclusive rights to X", "licensed the drug to B": between the two of them. */
entente_status read_licence(reading *r, uint32_t v)
{
    static const char *const rights[] = {"right", "rights", "licence", "license", "sublicence", "sublicense", "option", "concession", "franchise"};
    const tree *t = r->t;
    bool passive = clause_passive(t, v);
    uint32_t s = passive ? clause_agent(t, v) : clause_subject(r, v), o = tree_child(t, v, DEP_OBJ), to = tree_child(t, v, DEP_IOBJ);
    uint8_t dep = tree_token(t, v)->dep;
    if (to == TREE_NONE && passive)
        to = tree_child(t, v, DEP_NSUBJ_PASS);
    to = to == TREE_NONE ? tree_child_case(t, v, DEP_OBL, "to") : to;
    to = to == TREE_NONE && o != TREE_NONE ? tree_child_case(t, o, DEP_NMOD, "to") : to;
    if (s == TREE_NONE || o == TREE_NONE || o < v || to == TREE_NONE || r->m.status != ENTENTE_AGREEMENT_REACHED || dep == DEP_RELCL || dep == DEP_ACL || dep == DEP_ADVCL || !LEXICON_IS_ANY(tree_token(t, o)->lemma, rights) || !(tree_token(t, s)->upper || tree_token(t, s)->pos == POS_PRON || parties_named_behind(t, s)))
        return ENTENTE_AGAIN;
    if (!tree_token(t, to)->upper || parties_is_state(t, s) || (!t->s->headline && tree_token(t, v)->tag != TAG_VBD && tree_token(t, v)->tag != TAG_VBN))
        return ENTENTE_AGAIN; /* "the state grants farmers rights": law, not a deal */
    entente_status e = parties_read(r->parties, t, s, &r->m);
    if (!e)
        e = parties_read(r->parties, t, to, &r->m);
    clause_topic(r, o);
    return reading_end(r, e, 2, 1, ENTENTE_KIND_MUTUAL, FAMILY_MAKE);
}

/* "announced $2 million in aid for B", "announced giving B tents". */
static entente_status read_gift_by_name(reading *r, uint32_t v)
{
    static const char *const gifts[] = {"aid", "assistance", "relief", "grant", "donation", "contribution", "funding", "support", "loan"}, *const giving[] = {"provide", "give", "donate", "contribute", "send"};
    const tree *t = r->t;
    uint32_t o = tree_child(t, v, DEP_OBJ), s = clause_subject(r, v), doing = tree_child(t, v, DEP_XCOMP);
    if (!reading_is_lemma(r, v, "announce") || clause_passive(t, v) || s == TREE_NONE || r->m.status != ENTENTE_AGREEMENT_REACHED || !(tree_token(t, s)->upper || parties_is_state(t, s) || lexicon_sector(tree_token(t, s)->low) || tree_token(t, s)->pos == POS_PRON))
        return ENTENTE_AGAIN;
    if (doing == TREE_NONE || tree_token(t, doing)->tag != TAG_VBG)
        doing = tree_child(t, v, DEP_CCOMP);
    if (doing != TREE_NONE && (tree_token(t, doing)->tag != TAG_VBG || !LEXICON_IS_ANY(tree_token(t, doing)->lemma, giving) || tree_child(t, doing, DEP_OBJ) == TREE_NONE))
        doing = TREE_NONE;
    uint32_t what = o == TREE_NONE || o < v ? TREE_NONE : tree_child_case(t, o, DEP_NMOD, "in"), to = TREE_NONE;
    what = what == TREE_NONE ? tree_child_case(t, v, DEP_OBL, "in") : what;
    bool money = o != TREE_NONE && o > v && tree_token(t, o)->pos == POS_SYM && what != TREE_NONE && LEXICON_IS_ANY(tree_token(t, what)->lemma, gifts); /* "announced $2 million in aid for B" */
    bool named = o != TREE_NONE && o > v && LEXICON_IS_ANY(tree_token(t, o)->lemma, gifts) && tree_child_lemma(t, o, DEP_NMOD, "$") != TREE_NONE;
    if (!money && !named && doing == TREE_NONE)
        return ENTENTE_AGAIN;
    entente_status e = sides_subject(r, v);
    for (uint32_t i = v + 1; i <= t->right[v] && to == TREE_NONE && doing == TREE_NONE; i++)
        if (lexicon_is_either(tree_case(t, i), "for", "to") && (tree_token(t, i)->upper || parties_named_behind(t, i)) && !reading_is(r, i, CLASS_TIME))
            to = i;
    if (!e && to != TREE_NONE && to > v)
        e = parties_read(r->parties, t, to, &r->m);
    if (doing != TREE_NONE)
        clause_actions(r, doing);
    else
        clause_topic_to(r, o, what != TREE_NONE && tree_token(t, what)->dep == DEP_OBL ? what : TREE_NONE);
    return as_commitment(r, e, FAMILY_PLEDGE);
}

/* "announced that it would give B $5 million", "said it would give $5 million", or a gift by its name. */
entente_status read_announced_gift(reading *r, uint32_t v)
{
    reading tried = *r;
    entente_status by_name = read_gift_by_name(&tried, v);
    if (by_name != ENTENTE_AGAIN) {
        *r = tried;
        return by_name;
    }
    static const char *const giving[] = {"provide", "supply", "give", "donate", "contribute", "send", "lend", "deliver"};
    const tree *t = r->t;
    bool behind = tree_token(t, v)->dep == DEP_PARATAXIS && tree_head(t, v) < v && tree_is_verb(t, tree_head(t, v)); /* "Japan will give B $5 million, the envoy announced" */
    uint32_t c = behind ? tree_head(t, v) : clause_below(r, v), s = c == TREE_NONE ? TREE_NONE : tree_child(t, c, DEP_NSUBJ), o = c == TREE_NONE ? TREE_NONE : tree_child(t, c, DEP_OBJ);
    bool will = c != TREE_NONE && (tree_child_lemma(t, c, DEP_AUX, "will") != TREE_NONE || tree_child_lemma(t, c, DEP_AUX, "would") != TREE_NONE);
    bool sum = reading_is_lemma(r, v, "say") && o != TREE_NONE && tree_token(t, o)->pos == POS_SYM; /* "said it would give $2 million" */
    bool of_state = sum && s != TREE_NONE && (reading_is_lemma(r, s, "country") || reading_is_lemma(r, s, "government")) && tree_child(t, s, DEP_POSS) != TREE_NONE; /* "the minister said his country would give $2 million" */
    uint32_t teller = of_state ? clause_subject(r, v) : TREE_NONE;
    if (!(reading_is_lemma(r, v, "announce") || sum) || !will || (tree_token(t, c)->dep != DEP_CCOMP && !behind) || s == TREE_NONE || o == TREE_NONE || !LEXICON_IS_ANY(tree_token(t, c)->lemma, giving) || r->m.status != ENTENTE_AGREEMENT_REACHED || !(reading_is_somebody(r, s) || tree_token(t, s)->pos == POS_PRON || teller != TREE_NONE) || (sum && !of_state && !lexicon_is_one(tree_token(t, s)->low, "it", "they", "we")))
        return ENTENTE_AGAIN;
    uint32_t to = tree_child(t, c, DEP_IOBJ), with = tree_child_case(t, c, DEP_OBL, "with"), whom = tree_child_case(t, c, DEP_OBL, "to");
    bool with_what = (with != TREE_NONE && with > o) || (t->right[o] + 1u < t->s->count && tree_is_low(t, t->right[o] + 1u, "with"));
    to = to == TREE_NONE && with_what ? o : to;
    whom = whom == TREE_NONE ? tree_child_case(t, o, DEP_NMOD, "to") : whom;
    if (to == TREE_NONE && whom == TREE_NONE && tree_token(t, o)->pos != POS_SYM)
        return ENTENTE_AGAIN; /* to nobody */
    entente_status e = parties_read(r->parties, t, teller != TREE_NONE ? teller : s, &r->m);
    if (!e && teller != TREE_NONE && r->m.party_count == 1 && *r->m.parties[0].country) {
        r->m.parties[0].name = parties_country_name(r->m.parties[0].country);
        r->m.parties[0].sector = ENTENTE_SECTOR_GOV;
        r->m.parties[0].person = false;
    }
    uint32_t state = sum && whom != TREE_NONE && whom > o && reading_is_lemma(r, whom, "government") ? tree_child(t, whom, DEP_POSS) : whom; /* "$2 million to Haiti('s government)" */
    bool gets = sum && state != TREE_NONE && state > o && tree_token(t, state)->upper && reading_is_somebody(r, state);
    if (!e && (gets || reading_is_somebody(r, to)))
        e = parties_read(r->parties, t, gets ? state : to, &r->m);
    uint32_t as = sum ? tree_child_case(t, c, DEP_OBL, "in") : TREE_NONE;
    as = as != TREE_NONE && as > o && lexicon_is_one(tree_token(t, as)->lemma, "aid", "assistance", "relief") ? as : TREE_NONE;
    if (sum)
        clause_topic_to(r, o, gets || as != TREE_NONE || whom == TREE_NONE || whom < o || tree_token(t, whom)->upper ? as : whom);
    else
        clause_action_alone(r, c);
    TREE_CHILDREN(t, c, k) /* "will provide B with X, and C agreed to Y" */
        if (k > o && tree_token(t, k)->dep == DEP_CONJ && tree_child(t, k, DEP_NSUBJ) != TREE_NONE && r->m.item_count == 1 && t->left[k] > o && tree_token(t, t->left[k])->start < r->m.items[0].end) {
            uint32_t last = t->left[k] - 1u;
            while (last > o && (tree_token(t, last)->pos == POS_PUNCT || tree_token(t, last)->dep == DEP_CC))
                last--;
            r->m.items[0].end = r->m.content.end = tree_token(t, last)->end;
        }
    r->m.trigger = (view){tree_token(t, c)->start, tree_token(t, c)->end};
    return as_commitment(r, e, FAMILY_PLEDGE);
}

/* Who hears of everything, so that nothing is promised to them: the press, the public, a court. */
static bool audience(const reading *r, uint32_t whom)
{
    static const char *const heard[] = {"reporter", "journalist", "correspondent", "press", "media", "audience", "crowd", "rally", "court", "jury", "judge", "parliament", "lawmaker", "inquiry", "hearing", "committee", "panel", "conference", "police", "officer", "detective", "analyst", "viewer", "reader", "listener", "interviewer"};
    static const char *const papers[] = {"News", "TV", "Television", "Radio", "Times", "Post", "Journal", "Press", "Today", "Herald", "Guardian", "Telegraph"};
    const tree *t = r->t;
    if (LEXICON_IS_ANY(tree_token(t, whom)->lemma, heard) || reading_is(r, whom, CLASS_AGENCY) || lexicon_sector(tree_token(t, whom)->low) == ENTENTE_SECTOR_MEDIA)
        return true;
    for (uint32_t i = t->left[whom]; tree_token(t, whom)->upper && i <= t->right[whom]; i++) {
        const token *k = tree_token(t, i);
        for (size_t p = 0; p < sizeof papers / sizeof *papers; p++)
            if (k->end - k->start == strlen(papers[p]) && strncmp(r->parties->text->data + k->start, papers[p], k->end - k->start) == 0)
                return true;
    }
    return tree_token(t, whom)->upper && tree_child_lemma(t, whom, DEP_DET, "the") != TREE_NONE && !parties_is_state(t, whom); /* "told the Larch": a paper, for all one knows */
}

/* "told the tenants that he would repair the roof": what one tells somebody one will do is promised to them. */
entente_status read_told(reading *r, uint32_t v)
{
    static const char *const speakers[] = {"he", "she", "they", "we", "it", "i"};
    static const char *const befalling[] = {"be", "have", "like", "love", "lose", "die", "win", "see", "find", "know", "need", "want", "get", "receive", "face", "become", "remain", "feel", "think", "believe", "study", "consider", "decide", "appeal", "resign", "retire", "run", "oppose", "fight", "happen", "come", "go", "stay", "miss", "expect", "hope", "try", "seek", "say", "speak", "take"};
    const tree *t = r->t;
    uint32_t whom = tree_child(t, v, DEP_IOBJ) != TREE_NONE ? tree_child(t, v, DEP_IOBJ) : tree_child(t, v, DEP_OBJ), c = tree_child(t, v, DEP_CCOMP), they = c == TREE_NONE ? TREE_NONE : tree_child(t, c, DEP_NSUBJ);
    bool will = c != TREE_NONE && (tree_child_lemma(t, c, DEP_AUX, "will") != TREE_NONE || tree_child_lemma(t, c, DEP_AUX, "would") != TREE_NONE);
    if (!reading_is_lemma(r, v, "tell") || clause_passive(t, v) || !will || c < v || whom == TREE_NONE || whom > c || !reading_is_somebody(r, whom) || audience(r, whom) || they == TREE_NONE || !LEXICON_IS_ANY(tree_token(t, they)->low, speakers) || !tree_is_predicate(t, c) || clause_passive(t, c) ||
        LEXICON_IS_ANY(tree_token(t, c)->lemma, befalling) || reading_is_lemma(r, tree_child(t, c, DEP_OBJ), "decision") || reading_is(r, c, CLASS_HARM | CLASS_AGREE | CLASS_SIGN | CLASS_ACCEPT | CLASS_REFUSE | CLASS_PLEDGE) || r->m.status != ENTENTE_AGREEMENT_REACHED || clause_subject(r, v) == TREE_NONE)
        return ENTENTE_AGAIN;
    uint32_t teller = clause_subject(r, v);
    bool thing = tree_is_low(t, they, "it");
    if (thing && !(parties_is_state(t, teller) || reading_is(r, teller, CLASS_GROUP) || lexicon_sector(tree_token(t, teller)->low)))
        return ENTENTE_AGAIN; /* "told us it would never end" */
    entente_status e = sides_subject_and(r, v, whom);
    clause_action_alone(r, c);
    if (r->m.item_count && tree_is_low(t, c - 1, "not") && r->m.items[0].start == tree_token(t, c)->start)
        r->m.items[0].start = r->m.content.start = tree_token(t, c - 1)->start; /* "would not sell the mill" */
    r->m.trigger = (view){tree_token(t, c)->start, tree_token(t, c)->end};
    return as_commitment(r, e, FAMILY_PLEDGE);
}

/* "A and B decided to X": only what several decide together is agreed. */
entente_status read_decision(reading *r, uint32_t v)
{
    uint32_t s = clause_subject(r, v), x = tree_child(r->t, v, DEP_XCOMP), c = x != TREE_NONE ? x : clause_below(r, v);
    if (s == TREE_NONE || c == TREE_NONE || clause_passive(r->t, v) || clause_conditional(r->t, v) || (tree_token(r->t, c)->dep == DEP_CCOMP && !clause_to_be_done(r, c)))
        return ENTENTE_AGAIN; /* "if they decide to X": open yet */
    if (reading_is(r, c, CLASS_BREAK | CLASS_LEAVE) && reading_text_noun(r, tree_child(r->t, c, DEP_OBJ), CLASS_TEXT) != TREE_NONE)
        return ENTENTE_AGAIN; /* "decided to end the agreement": told by "end" */
    bool two = tree_child(r->t, s, DEP_NUMMOD) != TREE_NONE && tree_is_low(r->t, tree_child(r->t, s, DEP_NUMMOD), "two"); /* "the two presidents" */
    bool together = (reading_is(r, s, CLASS_GROUP) && tree_token(r->t, s)->tag == TAG_NNS && (two || !reading_is(r, s, CLASS_TITLE))) || tree_child(r->t, s, DEP_CONJ) != TREE_NONE;
    bool we = !strcmp(tree_token(r->t, s)->low, "we") && (r->parties->pair_count >= 2 || r->parties->issuer_count), they = tree_is_low(r->t, s, "they") && r->parties->pair_count == 2 && tree_token(r->t, v)->tag == TAG_VBD;
    uint32_t from = tree_child_case(r->t, s, DEP_NMOD, "from"); /* "ministers from 27 nations decided" */
    bool nations = from != TREE_NONE && tree_token(r->t, s)->tag == TAG_NNS && tree_child(r->t, from, DEP_NUMMOD) != TREE_NONE && lexicon_is_one(tree_token(r->t, from)->lemma, "country", "nation", "state");
    if (!together && !we && !they && !nations)
        return ENTENTE_AGAIN;
    entente_status e = sides_subject(r, v);
    clause_actions(r, c);
    bool all = reading_is_lemma(r, s, "participant") || reading_is_lemma(r, s, "delegation") || reading_is_lemma(r, s, "party") || reading_is_lemma(r, s, "side") || (tree_child(r->t, s, DEP_NUMMOD) != TREE_NONE && lexicon_is_one(tree_token(r->t, s)->lemma, "country", "nation", "government")); /* whoever they are, they decide together */
    return reading_end(r, e, (we && r->parties->issuer_count) || all || nations ? 1 : 2, 1, ENTENTE_KIND_MUTUAL, FAMILY_DECIDE);
}
