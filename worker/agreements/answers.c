/* SPDX-License-Identifier: MIT */
/* One side answers another: offers, requests and texts accepted or refused. */
#include <string.h>

#include "reading.h"

/* Who asked, and for what: as the sentence before tells. */
static void take_request(reading *r)
{
    parties_add(&r->m, r->parties->request.asker);
    r->m.content = r->m.items[0] = r->parties->request.what;
    r->m.item_count = 1;
}

/* "A asked B to X. B agreed": to what, the sentence before tells. */
static entente_status read_next_answer(reading *r, uint32_t v, mention_family family)
{
    const tree *t = r->t;
    entente_status e = sides_subject(r, v);
    if (!e && r->m.party_count == 1 && parties_same_name(&r->m.parties[0], &r->parties->request.asker))
        return ENTENTE_AGAIN; /* not who had asked */
    if (tree_token(t, clause_subject(r, v))->pos == POS_PRON)
        r->m.party_count = 0;
    if (!r->m.party_count && *r->parties->request.asked.name)
        parties_add(&r->m, r->parties->request.asked);
    take_request(r);
    return reading_end(r, e, 2, 1, ENTENTE_KIND_ACCEPTANCE, family);
}

/* "A invited B to X, and B has accepted": to what, the clause before tells. */
entente_status read_bare_answer(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t asking = TREE_NONE;
    for (uint32_t i = 0; i < v; i++)
        if (tree_is_verb(t, i) && reading_is(r, i, CLASS_REQUESTED))
            asking = i;
    bool refusal = reading_is(r, v, CLASS_REFUSE);
    if (refusal && r->m.status == ENTENTE_AGREEMENT_REACHED)
        r->m.status = ENTENTE_AGREEMENT_REJECTED;
    if (asking == TREE_NONE) {
        return reading_follows(r, r->parties->request.sentence) && !clause_passive(t, v) ? read_next_answer(r, v, refusal ? FAMILY_REFUSE : FAMILY_ACCEPT) : ENTENTE_AGAIN;
    }
    bool passive = clause_agent(t, asking) != TREE_NONE, unasked = !passive && clause_passive(t, asking) && clause_subject(r, v) != TREE_NONE; /* "asked by A to X, B agreed"; "A was invited to X but declined" */
    uint32_t asker = passive ? clause_agent(t, asking) : clause_subject(r, asking), what = tree_child(t, asking, DEP_XCOMP);
    TREE_CHILDREN(t, asking, c)
        if (what == TREE_NONE && c > asking && tree_token(t, c)->dep == DEP_ADVCL && tree_token(t, c)->tag == TAG_VB)
            what = c;
    uint32_t wish = what == TREE_NONE ? tree_child_case(t, asking, DEP_OBL, "for") : TREE_NONE; /* "asked for more time, but B refused" */
    if ((what == TREE_NONE && wish == TREE_NONE) || (asker == TREE_NONE && !unasked))
        return ENTENTE_AGAIN;
    entente_status e = sides_subject(r, v);
    if (wish != TREE_NONE) {
        if (!e && asker != TREE_NONE)
            e = parties_read(r->parties, t, asker, &r->m);
        clause_topic(r, wish);
        return reading_end(r, e, asker == TREE_NONE ? 1 : 2, 1, ENTENTE_KIND_ACCEPTANCE, refusal ? FAMILY_REFUSE : FAMILY_ACCEPT);
    }
    if (unasked) {
        clause_actions(r, what);
        return reading_end(r, e, 1, 1, ENTENTE_KIND_ACCEPTANCE, refusal ? FAMILY_REFUSE : FAMILY_ACCEPT);
    }
    uint32_t asked = tree_child(t, asking, DEP_OBJ);
    asked = asked == TREE_NONE ? tree_child(t, asking, DEP_IOBJ) : asked;
    if (!e && asked != TREE_NONE && tree_token(t, clause_subject(r, v))->pos == POS_PRON) { /* "he" is whom they asked */
        r->m.party_count = 0;
        e = parties_read(r->parties, t, asked, &r->m);
    }
    if (!e)
        e = parties_read(r->parties, t, asker, &r->m);
    clause_actions(r, what);
    return reading_end(r, e, 2, 1, ENTENTE_KIND_ACCEPTANCE, refusal ? FAMILY_REFUSE : FAMILY_ACCEPT);
}

/* "(that) it seek help": what is wished for. */
static bool is_subjunctive(const tree *t, uint32_t v)
{
    uint32_t s = tree_child(t, v, DEP_NSUBJ);
    bool one = s != TREE_NONE && ((tree_is_nominal(t, s) && tree_token(t, s)->pos != POS_PRON && tree_token(t, s)->tag != TAG_NNS && tree_token(t, s)->tag != TAG_NNPS) || lexicon_is_one(tree_token(t, s)->low, "it", "he", "she"));
    return tree_token(t, v)->tag == TAG_VB || (tree_token(t, v)->tag == TAG_VBP && one);
}

/* What somebody can accept or reject though nothing calls it an offer: "accepted a new rota", "rejected a draft under which X", "rejected this" where deals are spoken of. */
static bool answerable(const reading *r, uint32_t v, uint32_t s, uint32_t o)
{
    static const char *const answers[] = {"accept", "reject", "turn", "spurn", "rebuff", "throw"};
    const tree *t = r->t;
    if (o == TREE_NONE || s == TREE_NONE || o < v || clause_passive(t, v) || t->s->headline || !LEXICON_IS_ANY(tree_token(t, v)->lemma, answers) || tree_token(t, v)->dep == DEP_ACL || tree_token(t, v)->dep == DEP_AMOD)
        return false;
    bool phrasal = reading_is_lemma(r, v, "turn") || reading_is_lemma(r, v, "throw");
    if (phrasal && !reading_is(r, v, CLASS_REFUSE))
        return false;
    uint32_t of = reading_is(r, s, CLASS_QUANTITY) ? tree_child_case(t, s, DEP_NMOD, "of") : TREE_NONE; /* "a majority of the workers" */
    if (!(reading_is_somebody(r, s) || (of != TREE_NONE && parties_is_people(t, of)) || reading_is(r, s, CLASS_GROUP | CLASS_TITLE) || tree_is_low(t, s, "they") || tree_is_low(t, s, "it") || tree_is_low(t, s, "we")))
        return false;
    if (reading_is(r, tree_head(t, v), CLASS_FAIL | CLASS_REFUSE) && tree_token(t, v)->dep == DEP_XCOMP)
        return false; /* told by that verb */
    if (tree_token(t, o)->pos == POS_PRON)
        return r->parties->deal_words > 1 && lexicon_is_one(tree_token(t, o)->low, "this", "it", "them");
    return r->parties->deal_words && tree_token(t, o)->pos == POS_NOUN && !reading_is_somebody(r, o) && !reading_is(r, o, CLASS_TIME | CLASS_TITLE) && !reading_is(r, o, CLASS_NOBID);
}

/* What is answered, where the object only leads to it; `suitor` is whose bid it was, where that is told by "had". */
static uint32_t what_is_answered(const reading *r, uint32_t v, uint32_t o, uint32_t *suitor)
{
    const tree *t = r->t;
    uint32_t named = o != TREE_NONE && tree_is_low(t, o, "what") ? tree_child(t, o, DEP_RELCL) : TREE_NONE; /* "rejected what it called a low offer" */
    if (reading_is_lemma(r, named, "call") || reading_is_lemma(r, named, "term") || reading_is_lemma(r, named, "describe")) {
        uint32_t name = tree_child(t, named, DEP_OBJ);
        name = name == TREE_NONE || name < named ? tree_child(t, named, DEP_XCOMP) : name;
        o = name != TREE_NONE && reading_is(r, name, CLASS_TEXT | CLASS_BID) ? name : o;
    }
    uint32_t had = tree_token(t, v)->dep == DEP_ACL && tree_token(t, v)->tag == TAG_VBN ? o : TREE_NONE;
    while (had != TREE_NONE && !reading_is_lemma(r, had, "offer") && !reading_is_lemma(r, had, "bid") && !reading_is_lemma(r, had, "proposal") && !reading_is_lemma(r, had, "request"))
        had = tree_is_nominal(t, had) || tree_token(t, had)->pos == POS_SYM ? tree_head(t, had) : TREE_NONE;
    if (had != TREE_NONE && tree_token(t, had)->dep == DEP_OBJ && reading_is_lemma(r, tree_head(t, had), "have")) { /* "Acme had a bid rejected by Apex" */
        o = had;
        *suitor = clause_subject(r, tree_head(t, had));
    }
    uint32_t having = tree_token(t, v)->dep == DEP_ADVCL && tree_child_case(t, v, DEP_OBL, "by") != TREE_NONE ? tree_head(t, v) : TREE_NONE, bid = reading_is_lemma(r, having, "have") ? tree_child(t, having, DEP_OBJ) : TREE_NONE;
    if (o == TREE_NONE && bid != TREE_NONE && bid > having && bid < v && lexicon_is_one(tree_token(t, bid)->lemma, "offer", "bid", "proposal")) { /* "have had a bid for Doe turned down by Apex", read as two clauses */
        o = bid;
        *suitor = clause_subject(r, having);
    }
    if (tree_token(t, v)->dep == DEP_RELCL && o != TREE_NONE && !reading_is(r, o, CLASS_TEXT | CLASS_BID)) { /* "B's offer to host it, which A accepted": hung on what is nearest */
        uint32_t above = tree_head(t, o);
        while (above != TREE_NONE && !tree_is_predicate(t, above) && !reading_is(r, above, CLASS_BID))
            above = tree_head(t, above);
        uint32_t up = above != TREE_NONE && tree_is_verb(t, above) && tree_token(t, above)->dep == DEP_ACL ? tree_head(t, above) : above;
        o = reading_is(r, up, CLASS_BID) && !tree_is_verb(t, up) ? up : o;
    }
    return o;
}

/* "Acme had a bid rejected by Apex". */
static entente_status read_had_answer(reading *r, uint32_t v, uint32_t o, uint32_t suitor, bool refusal)
{
    const tree *t = r->t;
    uint32_t by = clause_agent(t, v) != TREE_NONE ? clause_agent(t, v) : tree_child_case(t, v, DEP_OBL, "by");
    entente_status told = parties_read(r->parties, t, suitor, &r->m);
    if (!told && by != TREE_NONE)
        told = parties_read(r->parties, t, by, &r->m);
    clause_topic(r, o);
    if (r->m.item_count && v > o && r->m.items[0].end > tree_token(t, v)->start)
        r->m.items[0].end = r->m.content.end = tree_token(t, v - 1)->end;
    r->m.status = refusal ? ENTENTE_AGREEMENT_REJECTED : r->m.status;
    return reading_end(r, told, 1, 1, ENTENTE_KIND_ACCEPTANCE, refusal ? FAMILY_REFUSE : FAMILY_ACCEPT);
}

/* What is accepted or refused, told by the infinitive `x`, or the noun `n` in what is answered `o`; `pay`: by what `o` itself is. */
static void answer_contents(reading *r, uint32_t v, uint32_t o, uint32_t n, uint32_t x, bool pay)
{
    const tree *t = r->t;
    if (x != TREE_NONE)
        clause_actions(r, x);
    else if (n != TREE_NONE && reading_is(r, n, CLASS_TEXT))
        clause_instrument(r, n), clause_noun_complement(r, n), clause_topic_behind(r, v, n), clause_of_text(r, n);
    else if (o != TREE_NONE && tree_under(t, v, o) && n != TREE_NONE && t->left[v] > o && !clause_passive(t, v)) { /* "a plan to share the port, which A has accepted": the plan, without that */
        uint32_t last = t->left[v] - 1u, mark = tree_child(t, o, DEP_CASE);
        while (last > o && tree_token(t, last)->pos == POS_PUNCT)
            last--;
        uint32_t from = mark != TREE_NONE && mark == t->left[o] ? mark + 1 : t->left[o];
        r->m.content = r->m.items[0] = (view){tree_token(t, from)->start, tree_token(t, last)->end};
        r->m.item_count = 1;
    } else if (o != TREE_NONE && !clause_passive(r->t, v) && !tree_under(t, v, o)) {
        if (!pay && (!(reading_is_lemma(r, o, "offer") || reading_is_lemma(r, o, "bid")) || tree_child(t, o, DEP_ACL) != TREE_NONE))
            clause_noun_complement(r, o);
        uint32_t asker = n == TREE_NONE ? TREE_NONE : sides_asker(r, v, n);
        TREE_CHILDREN(t, v, c) /* "accepted her invitation to X", the infinitive hung on the verb */
            if (!r->m.item_count && n != TREE_NONE && tree_token(t, c)->dep == DEP_ADVCL && tree_token(t, c)->tag == TAG_VB && (t->left[c] == t->right[o] + 1u || (asker != TREE_NONE && asker > o && t->left[c] == t->right[asker] + 1u)) && tree_is_low(t, t->left[c], "to"))
                clause_actions(r, c);
        uint32_t what = tree_child_case(t, v, DEP_OBL, "for"); /* "a proposal for a truce", hung on the verb */
        if (!r->m.item_count && n != TREE_NONE && what != TREE_NONE && t->left[what] == t->right[o] + 1u && !reading_is(r, what, CLASS_TIME))
            clause_topic_to(r, o, what);
        TREE_CHILDREN(t, what == TREE_NONE ? v : what, when) /* "for its captain in January": when, not what */
            if (r->m.item_count == 1 && when > what && tree_token(t, when)->dep == DEP_NMOD && reading_is(r, when, CLASS_TIME) && t->left[when] > 0 && r->m.items[0].end == tree_token(t, t->right[when])->end)
                r->m.items[0].end = r->m.content.end = tree_token(t, t->left[when] - 1u)->end;
        if (!r->m.item_count && tree_token(t, o)->pos != POS_PRON)
            clause_topic(r, o);
        for (uint32_t i = o + 2; i <= t->right[o] && r->m.item_count == 1; i++) /* "turned down the bid of 150 dollars a share in March": when, not what */
            if ((tree_is_low(t, i - 1, "in") || tree_is_low(t, i - 1, "on")) && reading_is(r, i, CLASS_TIME) && tree_token(t, i)->upper && tree_token(t, i)->end == r->m.items[0].end && tree_child(t, o, DEP_ACL) == TREE_NONE)
                r->m.items[0].end = r->m.content.end = tree_token(t, i - 2)->end;
    }
    if (o != TREE_NONE && clause_passive(t, v) && n != TREE_NONE && reading_is(r, n, CLASS_BID))
        clause_noun_complement(r, o); /* "an offer to X was rejected" */
    TREE_CHILDREN(t, o == TREE_NONE ? v : o, c) /* "two earlier proposals were turned down" */
        if (o != TREE_NONE && c < o && n == o && !r->m.item_count && clause_passive(t, v) && reading_is(r, n, CLASS_BID) && (tree_token(t, c)->dep == DEP_AMOD || tree_token(t, c)->dep == DEP_NUMMOD || tree_token(t, c)->dep == DEP_COMPOUND))
            clause_topic(r, o);
}

/* "offered the union a 5% raise, which it rejected": what was offered, where `v` says what became of it; TREE_NONE when it was not. */
static uint32_t offered_before(const reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t o = tree_token(t, v)->dep == DEP_RELCL ? tree_head(t, v) : TREE_NONE;
    while (o != TREE_NONE && tree_token(t, o)->dep == DEP_NMOD)
        o = tree_head(t, o);
    uint32_t offers = o == TREE_NONE || tree_token(t, o)->dep != DEP_OBJ ? TREE_NONE : tree_head(t, o);
    bool of_it = tree_child(t, v, DEP_OBJ) != TREE_NONE && tree_token(t, tree_child(t, v, DEP_OBJ))->pos == POS_PRON; /* "which" */
    return offers != TREE_NONE && of_it && reading_is(r, offers, CLASS_OFFER) && tree_is_verb(t, offers) && clause_subject(r, offers) != TREE_NONE ? o : TREE_NONE;
}

static bool answers(const reading *r, uint32_t v) { return reading_is(r, v, CLASS_REFUSE) || reading_is_lemma(r, v, "accept"); }

bool answered_behind(const reading *r, uint32_t v)
{
    for (uint32_t i = v + 1; i <= r->t->right[v]; i++) {
        uint32_t offered = answers(r, i) ? offered_before(r, i) : TREE_NONE;
        if (offered != TREE_NONE && tree_head(r->t, offered) == v)
            return true;
    }
    return false;
}

/* "announced its acceptance", of the answer `n` and "its": that of who announces it; not "the club confirmed his acceptance". */
static bool is_own_answer(const reading *r, uint32_t n, uint32_t whose)
{
    static const char *const telling[] = {"announce", "declare", "confirm", "communicate", "signal"};
    const tree *t = r->t;
    uint32_t v = tree_token(t, n)->dep == DEP_OBJ ? tree_head(t, n) : TREE_NONE, who = v == TREE_NONE ? TREE_NONE : clause_subject(r, v);
    if (whose == TREE_NONE || who == TREE_NONE || !parties_is_pronoun(tree_token(t, whose)) || !LEXICON_IS_ANY(tree_token(t, v)->lemma, telling))
        return false;
    bool person = tree_token(t, who)->upper || (lexicon_classes(tree_token(t, who)->low) & CLASS_TITLE);
    return person || !lexicon_is_either(tree_token(t, whose)->low, "his", "her");
}

/* "the government's rejection of the offer", "of the mediator", "announced its acceptance of the offer": an answer by a noun. */
entente_status read_rejection(reading *r, uint32_t n)
{
    static const char *const possible[] = {"possible", "likely", "threatened", "potential"}, *const asked[] = {"offer", "bid", "proposal", "demand", "mediation", "mediator"};
    const tree *t = r->t;
    uint32_t whose = tree_child(t, n, DEP_POSS), what = tree_child_case(t, n, DEP_NMOD, "of"), quality = tree_child(t, n, DEP_AMOD), g = tree_head(t, n);
    bool refusal = reading_is_lemma(r, n, "rejection"), own = is_own_answer(r, n, whose);
    whose = whose == TREE_NONE ? tree_child_case(t, n, DEP_NMOD, "by") : whose;
    if (whose == TREE_NONE || what == TREE_NONE || what < n || !(refusal || (own && reading_is_lemma(r, n, "acceptance"))) || !LEXICON_IS_ANY(tree_token(t, what)->lemma, asked) || (!own && !tree_token(t, whose)->upper && !reading_is(r, whose, CLASS_GROUP) && !parties_is_people(t, whose)) || (quality != TREE_NONE && LEXICON_IS_ANY(tree_token(t, quality)->lemma, possible)))
        return ENTENTE_AGAIN;
    entente_status e = own ? sides_subject(r, g) : parties_read(r->parties, t, whose, &r->m);
    uint32_t asker = sides_asker(r, n, what);
    asker = asker == TREE_NONE && own ? tree_child_case(t, n, DEP_NMOD, "by") : asker;
    if (!e && asker != TREE_NONE)
        e = parties_read(r->parties, t, asker, &r->m);
    clause_topic(r, what);
    r->m.status = refusal ? ENTENTE_AGREEMENT_REJECTED : ENTENTE_AGREEMENT_REACHED;
    return reading_end(r, e, 1, 1, ENTENTE_KIND_ACCEPTANCE, refusal ? FAMILY_REFUSE : FAMILY_ACCEPT);
}

/* "voted for the takeover by B", "voted against the deal": of those who vote, an answer. */
entente_status read_vote(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t against = reading_text_noun(r, tree_child_case(t, v, DEP_OBL, "against"), CLASS_TEXT), n = against;
    if (n == TREE_NONE)
        n = reading_text_noun(r, tree_child_case(t, v, DEP_OBL, "for"), CLASS_TEXT);
    uint32_t offer = n == TREE_NONE ? tree_child_case(t, v, DEP_OBL, "against") : TREE_NONE;
    if (reading_is_lemma(r, offer, "offer") || reading_is_lemma(r, offer, "proposal"))
        n = against = offer;
    uint32_t favour = n == TREE_NONE ? tree_child_case(t, v, DEP_OBL, "in") : TREE_NONE;
    if (favour != TREE_NONE && (reading_is_lemma(r, favour, "favour") || reading_is_lemma(r, favour, "favor")))
        n = reading_text_noun(r, tree_child_case(t, favour, DEP_NMOD, "of"), CLASS_TEXT);
    uint32_t offered = n == TREE_NONE && favour != TREE_NONE ? tree_child_case(t, favour, DEP_NMOD, "of") : TREE_NONE;
    if (reading_is_lemma(r, offered, "offer"))
        n = offered; /* "voted in favour of the offer" */
    else
        offered = TREE_NONE;
    for (uint32_t i = v + 1; n == TREE_NONE && i + 2 <= t->right[v] && i < v + 10; i++) /* "voted 60-40 in favor of the pact", wherever it hangs */
        if (tree_is_low(t, i, "in") && lexicon_is_either(tree_token(t, i + 1)->low, "favor", "favour") && tree_is_low(t, i + 2, "of"))
            for (uint32_t k = i + 3; n == TREE_NONE && k <= t->right[v] && k < i + 9; k++)
                n = reading_is(r, k, CLASS_TEXT) && tree_token(t, k)->pos == POS_NOUN && (k + 1 > t->right[v] || tree_token(t, k + 1)->pos != POS_NOUN) ? k : TREE_NONE;
    uint32_t voters = clause_subject(r, v);
    bool percent = voters != TREE_NONE && lexicon_is_one(tree_token(t, voters)->low, "%", "percent", "pct");
    uint32_t of = percent ? tree_child_case(t, v, DEP_OBL, "of") : TREE_NONE, share = percent && of == TREE_NONE ? tree_child_case(t, voters, DEP_NMOD, "of") : of; /* "70% of members" */
    if (share != TREE_NONE && share < v && tree_token(t, share)->tag == TAG_NNS && parties_is_people(t, share))
        voters = share; /* "Of the 80 pilots who voted, 63% voted against the deal" */
    bool labour = (reading_is_lemma(r, n, "contract") || reading_is_lemma(r, n, "offer") || (voters == share && lexicon_is_either(tree_token(t, n == TREE_NONE ? v : n)->lemma, "deal", "proposal"))) && voters != TREE_NONE && tree_token(t, voters)->tag == TAG_NNS && parties_is_people(t, voters); /* "pilots voted against the contract", "against the offer" */
    if (n == TREE_NONE || (reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT) && !labour) || voters == TREE_NONE || clause_passive(t, v) || r->m.status != ENTENTE_AGREEMENT_REACHED)
        return ENTENTE_AGAIN;
    entente_status e = voters == share ? parties_read(r->parties, t, share, &r->m) : sides_of_text(r, v, n);
    if (!e && voters == share)
        clause_instrument(r, n);
    uint32_t asker = n == offer && n != TREE_NONE ? sides_asker(r, v, n) : TREE_NONE; /* "against the latest offer from B" */
    if (!e && asker != TREE_NONE)
        e = parties_read(r->parties, t, asker, &r->m);
    if (asker != TREE_NONE && !r->m.item_count)
        clause_topic(r, n);
    if (against != TREE_NONE)
        r->m.status = ENTENTE_AGREEMENT_REJECTED;
    return reading_end(r, e, 1, 0, against != TREE_NONE || offered != TREE_NONE ? ENTENTE_KIND_ACCEPTANCE : ENTENTE_KIND_INSTRUMENT, against != TREE_NONE ? FAMILY_REFUSE : FAMILY_ACCEPT);
}

/* "Larch said Boden had rejected a deal": whose it was, when a firm or a state tells. */
static entente_status read_refused_teller(reading *r, uint32_t v, uint32_t n)
{
    uint32_t teller = sides_teller(r, v), article = tree_child(r->t, n, DEP_DET);
    reading told = *r;
    if (teller == TREE_NONE || !tree_token(r->t, teller)->upper || article == TREE_NONE || tree_token(r->t, article)->low[0] != 'a' || !(reading_is(r, n, CLASS_TEXT) || lexicon_is_one(tree_token(r->t, n)->lemma, "offer", "bid", "proposal")))
        return ENTENTE_OK;
    entente_status e = parties_read(r->parties, r->t, teller, &told.m);
    if (!e && told.m.party_count == 2 && !told.m.parties[1].person)
        *r = told;
    return e;
}

/* "accepted the offer", "refused to X", "rejected B's demand". */
entente_status read_answer(reading *r, uint32_t v)
{
    const tree *t = r->t;
    bool refusal = reading_is(r, v, CLASS_REFUSE);
    static const char *const only_bids[] = {"deny", "balk", "scoff", "dismiss", "pass", "veto"}; /* a charge is denied, a road blocked */
    if (LEXICON_IS_ANY(tree_token(t, v)->lemma, only_bids)) {
        uint32_t what = clause_object(r, v);
        what = what == TREE_NONE ? tree_child_case(t, v, DEP_OBL, "at") : what;
        uint32_t found = tree_child(t, v, DEP_XCOMP); /* "dismissed the offer as unacceptable" */
        if (what == TREE_NONE || (found != TREE_NONE && tree_token(t, found)->pos != POS_ADJ) || !(reading_is(r, what, CLASS_TEXT) || reading_is_lemma(r, what, "offer") || reading_is_lemma(r, what, "request") || reading_is_lemma(r, what, "bid") || reading_is_lemma(r, what, "proposal") || reading_is_lemma(r, what, "demand") || reading_is_lemma(r, what, "call")) || reading_is(r, what, CLASS_COMMON))
            return ENTENTE_AGAIN;
    }
    if (refusal && reading_is_lemma(r, v, "rule") && r->m.status == ENTENTE_AGREEMENT_REJECTED)
        return ENTENTE_AGAIN; /* what one does not rule out is not accepted yet */
    uint32_t x = tree_child(t, v, DEP_XCOMP), o = clause_object(r, v), s = clause_subject(r, v);
    if (x != TREE_NONE && tree_token(t, x)->pos == POS_NOUN && tree_child(t, x, DEP_MARK) == TREE_NONE) {
        o = o == TREE_NONE ? x : o; /* an object, whatever the tree calls it */
        x = TREE_NONE;
    }
    uint32_t said = x == TREE_NONE ? TREE_NONE : tree_child(t, x, DEP_OBJ);
    static const char *const told_of[] = {"detail", "comment", "name", "reason", "information", "figure", "interview", "answer", "explanation", "date", "evidence", "account", "number"};
    bool gives = x != TREE_NONE && reading_is_lemma(r, x, "give") && said != TREE_NONE && !LEXICON_IS_ANY(tree_token(t, said)->lemma, told_of); /* "refused to give up its share", not "to give details" */
    uint32_t hearer = x != TREE_NONE && lexicon_is_either(tree_token(t, x)->lemma, "speak", "talk") ? tree_child_case(t, x, DEP_OBL, "to") : TREE_NONE;
    bool talks = hearer != TREE_NONE && (parties_is_state(t, hearer) || reading_is_lemma(r, hearer, "government")); /* "refused to speak to Peru", not to the press */
    if (x != TREE_NONE && ((reading_is(r, x, CLASS_SILENCE) && !gives && !talks) || (said != TREE_NONE && lexicon_is_one(tree_token(t, said)->lemma, "statement", "comment", "question"))))
        return ENTENTE_AGAIN;
    if (x != TREE_NONE && refusal && reading_is_lemma(r, x, "rule") && tree_child(t, x, DEP_PRT) != TREE_NONE)
        return ENTENTE_AGAIN; /* "declined to rule it out" */
    bool suggested = refusal && o != TREE_NONE && lexicon_is_either(tree_token(t, o)->lemma, "suggestion", "idea"), claim = suggested && tree_child(t, o, DEP_CCOMP) != TREE_NONE;
    for (uint32_t c = suggested ? t->first[o] : TREE_NONE; c != TREE_NONE; c = t->next[c])
        claim |= c > o && (tree_token(t, c)->dep == DEP_ACL || tree_token(t, c)->dep == DEP_RELCL) && tree_is_low(t, t->left[c], "that") && tree_child_lemma(t, c, DEP_AUX, "should") == TREE_NONE && !is_subjunctive(t, c);
    if (claim)
        return ENTENTE_AGAIN; /* "rejected suggestions that it was late": a claim */
    if (x != TREE_NONE && (reading_is(r, x, CLASS_AGREE | CLASS_PLEDGE) || (reading_is(r, x, CLASS_ACCEPT | CLASS_SIGN | CLASS_RENEW) && !reading_is_lemma(r, x, "back") && reading_text_noun(r, clause_object(r, x), CLASS_TEXT | CLASS_WEAKTEXT | CLASS_BID) != TREE_NONE)))
        return ENTENTE_AGAIN; /* told by that verb, with this one's refusal */
    if (x != TREE_NONE && reading_is(r, x, CLASS_GRANT) && reading_is(r, clause_object(r, x), CLASS_BID))
        return ENTENTE_AGAIN; /* "refused to grant the request": told by "grant" */
    if (x != TREE_NONE && (tree_token(t, x)->tag == TAG_VBN || (refusal && tree_token(t, x)->pos == POS_ADJ)))
        x = TREE_NONE; /* "rejected a deal offered by X"; "dismissed it as unacceptable" */
    if (reading_is_lemma(r, v, "give") || reading_is_lemma(r, v, "cave") || reading_is_lemma(r, v, "bow") || reading_is_lemma(r, v, "yield")) { /* "gave in to demands by B" */
        o = tree_child_case(t, v, DEP_OBL, "to");
        if (o == TREE_NONE || !reading_is(r, o, CLASS_BID))
            return ENTENTE_AGAIN;
    }
    if (o == TREE_NONE && (reading_is_lemma(r, v, "balk") || reading_is_lemma(r, v, "scoff")))
        o = tree_child_case(t, v, DEP_OBL, "at");
    if (o == TREE_NONE && reading_is_lemma(r, v, "sign")) { /* "signed off on a deal" */
        o = tree_child_case(t, v, DEP_OBL, "on");
        if (o == TREE_NONE || !reading_is(r, o, CLASS_TEXT | CLASS_BID))
            return ENTENTE_AGAIN;
    } else if (reading_is_lemma(r, v, "sign")) {
        return ENTENTE_AGAIN;
    }
    uint32_t suitor = TREE_NONE;
    o = what_is_answered(r, v, o, &suitor);
    uint32_t n = reading_text_noun(r, o, CLASS_TEXT | CLASS_BID), offered = answers(r, v) ? offered_before(r, v) : TREE_NONE;
    uint32_t club = refusal && n == TREE_NONE && reading_is_lemma(r, o, "move") && o > v && s != TREE_NONE && tree_token(t, s)->upper ? tree_child_case(t, o, DEP_NMOD, "to") : TREE_NONE;
    club = club != TREE_NONE && tree_token(t, club)->upper && tree_token(t, club)->pos == POS_PROPN ? club : TREE_NONE;
    if (club != TREE_NONE)
        n = o; /* "rejected a move to Boden" */
    if (n == TREE_NONE && o != TREE_NONE && o > v && (refusal || reading_is_lemma(r, v, "accept")) && reading_is(r, o, CLASS_ACQUIRE) && tree_token(t, o)->pos == POS_NOUN)
        n = o; /* "accepted a buyout from B" */
    if (offered != TREE_NONE)
        n = o = offered;
    if (n == TREE_NONE && o != TREE_NONE && (refusal || reading_is_lemma(r, v, "accept")) && (reading_is_lemma(r, o, "dialogue") || reading_is_talks(r, o) || reading_is_lemma(r, o, "mediation")))
        n = o; /* "rejected talks with B" */
    if (n == TREE_NONE && o != TREE_NONE && refusal && reading_is_lemma(r, o, "approach") && (sides_asker(r, v, o) != TREE_NONE || (r->parties->deal_words && tree_child(t, o, DEP_AMOD) != TREE_NONE) || tree_child_lemma(t, o, DEP_NMOD, "$") != TREE_NONE))
        n = o; /* "rejected an approach from B", "an approach at $35 a share" */
    if (n == TREE_NONE && refusal && (reading_is_lemma(r, o, "arrangement") || (reading_is_lemma(r, v, "rule") && lexicon_is_one(tree_token(t, o == TREE_NONE ? v : o)->lemma, "co-operation", "cooperation", "coalition"))))
        n = o;
    static const char *const owners[] = {"board", "director", "shareholder", "stockholder", "investor"};
    if (n == TREE_NONE && o != TREE_NONE && o > v && s != TREE_NONE && reading_is_lemma(r, v, "approve") && LEXICON_IS_ANY(tree_token(t, s)->lemma, owners) && lexicon_is_one(tree_token(t, o)->lemma, "transaction", "merger", "takeover"))
        n = o; /* "the boards of both companies approved the transaction" */
    if (o == TREE_NONE && x == TREE_NONE && s != TREE_NONE && (reading_is_lemma(r, v, "accept") || ((reading_is_lemma(r, v, "refuse") || reading_is_lemma(r, v, "decline")) && clause_below(r, v) == TREE_NONE)) && !clause_passive(t, v))
        return read_bare_answer(r, v);
    bool pay = o != TREE_NONE && (refusal || reading_is_lemma(r, v, "accept")) && (tree_child_lemma(t, o, DEP_COMPOUND, "pay") != TREE_NONE || tree_child_lemma(t, o, DEP_COMPOUND, "wage") != TREE_NONE); /* "accepted a pay rise" */
    static const char *const changes[] = {"raise", "increase", "rise", "cut", "freeze"};
    pay |= o != TREE_NONE && s != TREE_NONE && (refusal || reading_is_lemma(r, v, "accept")) && LEXICON_IS_ANY(tree_token(t, o)->lemma, changes) && lexicon_sector(tree_token(t, s)->lemma) == ENTENTE_SECTOR_LAB; /* "the union rejected a 5% raise" */
    TREE_CHILDREN(t, o == TREE_NONE ? v : o, c) /* "turned down the terms offered by B" */
        pay |= o != TREE_NONE && refusal && tree_token(t, c)->dep == DEP_ACL && tree_token(t, c)->tag == TAG_VBN && reading_is(r, c, CLASS_OFFER) && clause_agent(t, c) != TREE_NONE;
    uint32_t bidder = o != TREE_NONE && tree_token(t, o)->pos == POS_SYM && (refusal || reading_is_lemma(r, v, "accept")) ? tree_child_case(t, v, DEP_OBL, "from") : TREE_NONE;
    pay |= bidder != TREE_NONE && bidder > o && tree_token(t, bidder)->upper && reading_is_somebody(r, bidder); /* "rejects $5 billion from Apex" */
    uint32_t forced = tree_head(t, v);
    pay |= n == TREE_NONE && o != TREE_NONE && x == TREE_NONE && reading_is_lemma(r, v, "accept") && tree_token(t, v)->dep == DEP_XCOMP && forced != TREE_NONE && reading_is(r, forced, CLASS_DEMAND | CLASS_PERSUADE) && tree_child(t, forced, DEP_OBJ) != TREE_NONE && tree_token(t, forced)->tag == TAG_VBD && !reading_is(r, o, CLASS_NOBID); /* "forced the union to accept the closure" */
    bool plain = n == TREE_NONE && !pay && x == TREE_NONE && answerable(r, v, s, o); /* what it is about, not what it is called, is told */
    pay |= plain;
    bool asked = n != TREE_NONE || pay || (x != TREE_NONE && (refusal || reading_is_lemma(r, v, "accept")));
    if (!asked && !(reading_is_lemma(r, v, "endorse") && o != TREE_NONE && reading_is(r, o, CLASS_WEAKTEXT)))
        return ENTENTE_AGAIN;
    if (reading_is_lemma(r, v, "accept") && n != TREE_NONE && tree_token(t, v)->tag == TAG_VBG && tree_token(t, n)->tag == TAG_NNS && tree_child(t, n, DEP_DET) == TREE_NONE && tree_child(t, n, DEP_POSS) == TREE_NONE && sides_asker(r, v, n) == TREE_NONE)
        return ENTENTE_AGAIN; /* "will be accepting bids" */
    static const char *const voters[] = {"council", "board", "parliament", "assembly", "senate", "house", "committee", "shareholder", "member", "lawmaker", "cabinet", "legislature", "union", "congress", "investor", "councillor", "senator", "peer", "mp", "mps", "deputy", "delegate", "legislator", "voter"};
    bool voted = s != TREE_NONE && (reading_is_lemma(r, tree_head(t, v), "vote") || (t->s->headline && (LEXICON_IS_ANY(tree_token(t, s)->lemma, voters) || (tree_token(t, s)->upper && (reading_is_lemma(r, n, "bid") || reading_is_lemma(r, n, "offer")))))); /* "Council backs pact with B" */
    if (reading_is_lemma(r, v, "back") && !voted && (tree_token(t, v)->dep == DEP_ACL || (tree_token(t, v)->tag != TAG_VBD && tree_token(t, v)->tag != TAG_VBN)))
        return ENTENTE_AGAIN; /* "still backs the deal" is a stance, "a deal backed by X" paid for */
    if (x != TREE_NONE && tree_token(t, x)->tag == TAG_VB && refusal && s != TREE_NONE && t->right[s] == s && tree_token(t, s)->tag == TAG_NNS && !tree_token(t, s)->upper && tree_child(t, s, DEP_DET) == TREE_NONE && tree_child(t, s, DEP_NUMMOD) == TREE_NONE && (tree_token(t, v)->tag == TAG_VBP || tree_token(t, v)->tag == TAG_VBG))
        return ENTENTE_AGAIN; /* "politicians refuse to act", whoever they are */
    if (suitor != TREE_NONE)
        return read_had_answer(r, v, o, suitor, refusal);
    if (tree_token(t, v)->dep == DEP_AMOD || (reading_is_lemma(r, v, "decline") && x == TREE_NONE && n == TREE_NONE))
        return ENTENTE_AGAIN;
    if ((reading_is_lemma(r, v, "approve") || reading_is_lemma(r, v, "adopt") || reading_is_lemma(r, v, "embrace") || reading_is_lemma(r, v, "back")) && (n == TREE_NONE || !(reading_is(r, n, CLASS_TEXT) || reading_is_lemma(r, n, "offer") || reading_is_lemma(r, n, "bid") || reading_is_lemma(r, n, "transaction"))))
        return ENTENTE_AGAIN; /* bills and budgets */
    for (uint32_t c = s == TREE_NONE ? TREE_NONE : t->first[s]; c != TREE_NONE; c = t->next[c])
        if (tree_is_low(t, c, "judge") || tree_is_low(t, c, "justice"))
            return ENTENTE_AGAIN; /* a ruling */
    if (s != TREE_NONE && (reading_is_lemma(r, s, "court") || reading_is_lemma(r, s, "judge") || reading_is_lemma(r, s, "jury") || reading_is_lemma(r, s, "voter")))
        return ENTENTE_AGAIN;
    uint32_t both = s != TREE_NONE && reading_is_lemma(r, s, "board") && tree_token(t, s)->tag == TAG_NNS ? tree_child_case(t, s, DEP_NMOD, "of") : TREE_NONE; /* "the boards of both companies": of those in play */
    if (both != TREE_NONE && reading_is_lemma(r, both, "company") && !refusal)
        parties_in_play(r->parties, &r->m, (view){tree_token(t, s)->start, tree_token(t, both)->end});
    entente_status e = r->m.party_count > 1 ? ENTENTE_OK : sides_subject(r, v);
    if (!e && (n != TREE_NONE || pay)) {
        uint32_t other = club != TREE_NONE ? club : offered != TREE_NONE ? clause_subject(r, tree_head(t, offered)) : sides_asker(r, v, n != TREE_NONE ? n : o);
        uint32_t with = n != TREE_NONE && refusal ? tree_child_case(t, n, DEP_NMOD, "with") : TREE_NONE; /* "rejected a merger with B" */
        if (with == TREE_NONE && n != TREE_NONE && refusal && (!reading_is(r, n, CLASS_TEXT | CLASS_BID) || lexicon_is_either(tree_token(t, v)->lemma, "deny", "veto")))
            with = tree_child_case(t, v, DEP_OBL, "with"); /* "rejected talks with B" */
        if (other == TREE_NONE && with != TREE_NONE && (reading_is_somebody(r, with) || parties_named_behind(t, with)))
            other = with;
        if (other != TREE_NONE && tree_token(t, other)->pos == POS_PRON && n != TREE_NONE && reading_is(r, n, CLASS_TEXT) && !reading_is(r, n, CLASS_BID))
            other = TREE_NONE; /* "approved its merger with B": B is the other */
        if (other != TREE_NONE)
            e = parties_read(r->parties, t, other, &r->m);
        else if (n != TREE_NONE && reading_is(r, n, CLASS_TEXT) && !refusal) {
            e = sides_counterparts(r, n);
            if (!e && r->m.party_count == 1)
                e = sides_target(r, n);
        }
    }
    uint32_t inside = o == TREE_NONE ? TREE_NONE : tree_child_case(t, o, DEP_NMOD, "in");
    inside = inside == TREE_NONE ? tree_child_case(t, v, DEP_OBL, "in") : inside;
    if (!e && r->m.party_count == 1 && reading_is(r, inside, CLASS_TEXT)) /* "accepted concessions in a contract with B" */
        e = sides_counterparts(r, inside);
    answer_contents(r, v, o, n, x, pay);
    if (!e && refusal && x != TREE_NONE) /* "A asked B for more. B refused to pay it" */
        sides_who_asked(r);
    if (!e && refusal && r->m.party_count == 2 && reading_is_lemma(r, x, "do") && x + 1 < t->s->count && tree_is_low(t, x + 1, "so") && reading_follows(r, r->parties->request.sentence))
        r->m.content = r->m.items[0] = r->parties->request.what; /* "refused to do so" */
    if (club != TREE_NONE && r->m.item_count == 1)
        r->m.items[0].start = r->m.content.start = tree_token(t, t->left[o])->start;
    if (e || (!r->m.party_count && s == TREE_NONE && !clause_passive(r->t, v)) || (!r->m.item_count && !r->m.instrument.end && !plain && !clause_passive(r->t, v)))
        return e ? e : ENTENTE_AGAIN;
    if (!e && x != TREE_NONE && r->m.party_count == 1)
        e = sides_partner(r, v);
    bool invited = n != TREE_NONE && lexicon_is_either(tree_token(t, n)->lemma, "invitation", "request") && tree_child_lemma(t, n, DEP_DET, "the") != TREE_NONE && reading_follows(r, r->parties->request.sentence);
    if (!e && invited && r->m.party_count == 1 && parties_same_name(&r->m.parties[0], &r->parties->request.asked))
        take_request(r); /* "A invited B to X. B accepted the invitation" */
    if (!e && refusal && n != TREE_NONE && r->m.party_count == 1)
        e = read_refused_teller(r, v, n);
    if (e)
        return e;
    parties_complete(r->parties, &r->m);
    if (refusal && r->m.status != ENTENTE_AGREEMENT_PENDING)
        r->m.status = r->m.status == ENTENTE_AGREEMENT_REJECTED ? ENTENTE_AGREEMENT_REACHED : ENTENTE_AGREEMENT_REJECTED;
    else if (refusal)
        r->m.status = ENTENTE_AGREEMENT_REJECTED;
    r->m.kind = n != TREE_NONE && reading_is(r, n, CLASS_TEXT) && !reading_is(r, n, CLASS_BID) && !refusal && !reading_is_lemma(r, v, "accept") ? ENTENTE_KIND_INSTRUMENT : ENTENTE_KIND_ACCEPTANCE;
    r->m.family = refusal ? FAMILY_REFUSE : FAMILY_ACCEPT;
    return ENTENTE_OK;
}

/* "said yes to the terms", "said no to B's offer". */
entente_status read_yes(reading *r, uint32_t v)
{
    const tree *t = r->t;
    bool yes = v + 1 < t->s->count && tree_is_low(t, v + 1, "yes"), no = v + 1 < t->s->count && tree_is_low(t, v + 1, "no");
    uint32_t to = yes || no ? tree_child_case(t, v, DEP_OBL, "to") : TREE_NONE;
    if (to == TREE_NONE && (yes || no))
        to = tree_child_case(t, v + 1, DEP_NMOD, "to");
    uint32_t s = clause_subject(r, v), stop = v + 2 < t->s->count ? v + 2 : v;
    bool plain = (yes || no) && to == TREE_NONE && reading_is_lemma(r, v, "say") && r->parties->deal_words && s != TREE_NONE && s < 4 && v < s + 4u && (tree_token(t, s)->upper || tree_is_low(t, s, "they")) && (tree_token(t, stop)->pos == POS_PUNCT || tree_is_low(t, stop, "because") || tree_is_low(t, stop, "and")); /* "The Dutch have said yes." */
    if (plain) {
        entente_status told = sides_subject(r, v);
        r->m.trigger.end = tree_token(t, v + 1)->end;
        if (no && r->m.status == ENTENTE_AGREEMENT_REACHED)
            r->m.status = ENTENTE_AGREEMENT_REJECTED;
        return reading_end(r, told, 1, 0, ENTENTE_KIND_ACCEPTANCE, no ? FAMILY_REFUSE : FAMILY_ACCEPT);
    }
    if (!reading_is_lemma(r, v, "say") || to == TREE_NONE || to < v || !reading_is(r, to, CLASS_TEXT | CLASS_BID) || clause_subject(r, v) == TREE_NONE)
        return ENTENTE_AGAIN;
    entente_status e = sides_of_answer(r, v, v, to);
    if (reading_is(r, to, CLASS_TEXT))
        clause_instrument(r, to);
    clause_noun_complement(r, to);
    if (!r->m.item_count && !r->m.instrument.end)
        clause_topic(r, to);
    r->m.trigger.end = tree_token(t, v + 1)->end;
    if (no && r->m.status == ENTENTE_AGREEMENT_REACHED)
        r->m.status = ENTENTE_AGREEMENT_REJECTED;
    return reading_end(r, e, 1, 0, ENTENTE_KIND_ACCEPTANCE, no ? FAMILY_REFUSE : FAMILY_ACCEPT);
}

/* "said B's offer was unacceptable", "called the proposal inadequate". */
entente_status read_unacceptable(reading *r, uint32_t v)
{
    static const char *const bids[] = {"offer", "proposal", "bid", "demand", "term", "condition", "compromise", "ultimatum", "plan"}, *const too_little[] = {"unacceptable", "inadequate", "insufficient", "acceptable"};
    const tree *t = r->t;
    uint32_t x = tree_child(t, v, DEP_XCOMP), n = x == TREE_NONE ? TREE_NONE : tree_child(t, v, DEP_OBJ);
    if (!reading_is_lemma(r, v, "call")) {
        x = tree_child(t, v, DEP_CCOMP);
        n = x == TREE_NONE || tree_child(t, x, DEP_COP) == TREE_NONE ? TREE_NONE : tree_child(t, x, DEP_NSUBJ);
    }
    bool negated = false;
    for (uint32_t c = x == TREE_NONE ? TREE_NONE : t->first[x]; c != TREE_NONE; c = t->next[c])
        negated |= c < x && (r->classes[c] & CLASS_NEGATION);
    if (n == TREE_NONE || clause_subject(r, v) == TREE_NONE || clause_passive(t, v) || r->m.status != ENTENTE_AGREEMENT_REACHED || !LEXICON_IS_ANY(tree_token(t, x)->lemma, too_little) || negated != reading_is_lemma(r, x, "acceptable") || !LEXICON_IS_ANY(tree_token(t, n)->lemma, bids))
        return ENTENTE_AGAIN;
    entente_status e = sides_of_answer(r, v, v, n);
    clause_topic(r, n);
    r->m.trigger = (view){tree_token(t, x)->start, tree_token(t, x)->end};
    r->m.status = ENTENTE_AGREEMENT_REJECTED;
    return reading_end(r, e, 1, 0, ENTENTE_KIND_ACCEPTANCE, FAMILY_REFUSE);
}

/* "A offered to X. B turned it down", "They reached a deal. It was rejected by members": what, the sentences before tell. */
entente_status read_answered_it(reading *r, uint32_t v)
{
    const tree *t = r->t;
    bool passive = clause_passive(t, v), refusal = reading_is(r, v, CLASS_REFUSE);
    uint32_t o = passive ? tree_child(t, v, DEP_NSUBJ_PASS) : tree_child(t, v, DEP_OBJ), s = passive ? clause_agent(t, v) : clause_subject(r, v);
    bool of_offer = reading_follows(r, r->parties->offered), of_deal = reading_follows(r, r->parties->dealt); /* farther off "it" is something else as often */
    for (uint32_t i = 0; i < v; i++)
        of_deal &= !reading_is(r, i, CLASS_OFFER | CLASS_BID | CLASS_TEXT); /* "they had been offered a sum, and spurned it" */
    bool answers = refusal || (of_offer && reading_is_lemma(r, v, "accept")) || (of_deal && lexicon_is_one(tree_token(t, v)->lemma, "approve", "endorse", "ratify"));
    if ((!of_offer && !of_deal) || t->s->headline || !answers || o == TREE_NONE || !tree_is_low(t, o, "it") || s == TREE_NONE || !(reading_is_somebody(r, s) || parties_is_people(t, s)) || tree_token(t, v)->dep == DEP_ADVCL)
        return ENTENTE_AGAIN;
    entente_status e = passive ? parties_read(r->parties, t, s, &r->m) : sides_subject(r, v);
    if (refusal && r->m.status == ENTENTE_AGREEMENT_REACHED)
        r->m.status = ENTENTE_AGREEMENT_REJECTED;
    r->m.of_it = true;
    return reading_end(r, e, 1, 0, ENTENTE_KIND_ACCEPTANCE, refusal ? FAMILY_REFUSE : FAMILY_ACCEPT);
}

/* "Larch said B's offer undervalued it", a headline's "Larch: offer undervalues firm": it will not have it. */
entente_status read_undervalued(reading *r, uint32_t v)
{
    static const char *const bids[] = {"offer", "bid", "proposal", "approach"}, *const targets[] = {"board", "company", "firm", "group", "bank", "club", "director", "management"};
    const tree *t = r->t;
    uint32_t g = tree_head(t, v), n = tree_child(t, v, DEP_NSUBJ);
    bool label = g != TREE_NONE && tree_token(t, v)->dep == DEP_PARATAXIS && tree_is_low(t, g + 1, ":") && t->s->headline;
    uint32_t who = label ? g : sides_teller(r, v);
    if (!reading_is_lemma(r, v, "undervalue") || n == TREE_NONE || who == TREE_NONE || !LEXICON_IS_ANY(tree_token(t, n)->lemma, bids) || r->m.status != ENTENTE_AGREEMENT_REACHED || !(tree_token(t, who)->upper || LEXICON_IS_ANY(tree_token(t, who)->lemma, targets)))
        return ENTENTE_AGAIN;
    uint32_t asker = sides_asker(r, v, n);
    entente_status e = parties_read(r->parties, t, who, &r->m);
    if (!e && asker != TREE_NONE)
        e = parties_read(r->parties, t, asker, &r->m);
    clause_topic(r, n);
    r->m.status = ENTENTE_AGREEMENT_REJECTED;
    return reading_end(r, e, 1, 0, ENTENTE_KIND_ACCEPTANCE, FAMILY_REFUSE);
}

/* "Miners are to vote on the contract": what two have before them. */
entente_status read_vote_ahead(reading *r, uint32_t v)
{
    static const char *const texts[] = {"contract", "offer", "deal", "agreement", "pact", "accord", "settlement"};
    const tree *t = r->t;
    uint32_t n = TREE_NONE, voters = clause_subject(r, v);
    TREE_CHILDREN(t, v, c)
        if (n == TREE_NONE && c > v && tree_token(t, c)->dep == DEP_OBL && !strcmp(tree_case(t, c), "on") && LEXICON_IS_ANY(tree_token(t, c)->lemma, texts))
            n = c;
    if (n == TREE_NONE || voters == TREE_NONE || tree_token(t, v)->tag != TAG_VB || tree_token(t, voters)->tag != TAG_NNS || !parties_is_people(t, voters))
        return ENTENTE_AGAIN;
    entente_status e = sides_of_text(r, v, n);
    if (!r->m.item_count)
        clause_topic(r, n);
    parties_complete(r->parties, &r->m);
    r->m.status = ENTENTE_AGREEMENT_PENDING;
    return reading_end(r, e, 1, 0, reading_is_lemma(r, n, "offer") ? ENTENTE_KIND_ACCEPTANCE : ENTENTE_KIND_INSTRUMENT, FAMILY_TALKS);
}

/* "Larch is considering a bid for B": ahead, if it comes. */
entente_status read_considered_bid(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t o = tree_child(t, v, DEP_OBJ), target = o == TREE_NONE ? TREE_NONE : tree_child_case(t, o, DEP_NMOD, "for");
    language_tag tag = tree_token(t, v)->tag;
    if (!lexicon_is_one(tree_token(t, v)->lemma, "consider", "mull", "weigh") || !(tag == TAG_VBG || tag == TAG_VBZ || tag == TAG_VBP) || !(reading_is_lemma(r, o, "bid") || reading_is_lemma(r, o, "offer")) || target == TREE_NONE ||
        tree_child_lemma(t, o, DEP_DET, "the") != TREE_NONE || tree_child(t, o, DEP_POSS) != TREE_NONE || r->m.status == ENTENTE_AGREEMENT_REJECTED)
        return ENTENTE_AGAIN;
    entente_status e = sides_subject_and(r, v, target);
    clause_topic(r, o);
    r->m.status = ENTENTE_AGREEMENT_PENDING;
    return reading_end(r, e, 2, 1, ENTENTE_KIND_COMMITMENT, FAMILY_OFFER);
}

/* "closed the door on a deal with B", "has closed the door to talks". */
entente_status read_door(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t door = tree_child(t, v, DEP_OBJ), on = tree_child_case(t, v, DEP_OBL, "on") != TREE_NONE ? tree_child_case(t, v, DEP_OBL, "on") : tree_child_case(t, v, DEP_OBL, "to");
    uint32_t n = reading_text_noun(r, on, CLASS_TEXT | CLASS_TALKS);
    if (!reading_is_lemma(r, v, "close") || !reading_is_lemma(r, door, "door") || n == TREE_NONE || n < door || clause_subject(r, v) == TREE_NONE || r->m.status != ENTENTE_AGREEMENT_REACHED || !(reading_is(r, n, CLASS_TEXT) || reading_is_talks(r, n)))
        return ENTENTE_AGAIN;
    entente_status e = sides_subject(r, v);
    if (!e)
        e = sides_counterparts(r, n);
    if (reading_is(r, n, CLASS_TEXT))
        clause_instrument(r, n);
    clause_noun_complement(r, n);
    parties_complete(r->parties, &r->m);
    r->m.trigger.end = tree_token(t, door)->end;
    r->m.status = ENTENTE_AGREEMENT_REJECTED;
    return reading_end(r, e, 1, 0, ENTENTE_KIND_MUTUAL, FAMILY_REFUSE);
}

/* "Peru and Chile exchanged new proposals on the river": nobody has accepted yet. */
entente_status read_exchanged_offers(reading *r, uint32_t v)
{
    static const char *const about[] = {"on", "over", "about", "for"};
    const tree *t = r->t;
    uint32_t o = tree_child(t, v, DEP_OBJ), s = clause_subject(r, v), topic = TREE_NONE;
    if (!reading_are_several(r, s) || clause_passive(t, v) || !reading_is_lemma(r, v, "exchange") || o == TREE_NONE || o < v || !lexicon_is_one(tree_token(t, o)->lemma, "offer", "proposal", "counterproposal") || r->m.status == ENTENTE_AGREEMENT_REJECTED)
        return ENTENTE_AGAIN;
    entente_status e = sides_subject(r, v);
    for (size_t i = 0; i < sizeof about / sizeof *about && topic == TREE_NONE; i++)
        topic = tree_child_case(t, o, DEP_NMOD, about[i]) != TREE_NONE ? tree_child_case(t, o, DEP_NMOD, about[i]) : tree_child_case(t, v, DEP_OBL, about[i]);
    clause_noun_complement(r, o);
    for (uint32_t c = o + 1; c < t->s->count && !r->m.item_count; c++) /* "on how to share it" */
        if (tree_token(t, c)->tag == TAG_VB && tree_child_lemma(t, c, DEP_ADVMOD, "how") != TREE_NONE && (tree_head(t, c) == v || tree_head(t, c) == o))
            clause_actions(r, c);
    if (!r->m.item_count && topic != TREE_NONE && !reading_is(r, topic, CLASS_TIME))
        clause_topic(r, topic);
    r->m.trigger.end = tree_token(t, o)->end;
    r->m.status = ENTENTE_AGREEMENT_PENDING;
    return reading_end(r, e, 1, 0, ENTENTE_KIND_MUTUAL, FAMILY_TALKS);
}

/* "Larch's $2 billion bid to take over Boden should help its sales": not answered yet. */
entente_status read_bid_told(reading *r, uint32_t n)
{
    const tree *t = r->t;
    uint32_t v = tree_token(t, n)->dep == DEP_NSUBJ ? tree_head(t, n) : TREE_NONE, owner = tree_child(t, n, DEP_POSS), aim = tree_child(t, n, DEP_ACL) != TREE_NONE ? tree_child(t, n, DEP_ACL) : tree_child(t, n, DEP_XCOMP), target = tree_child_case(t, n, DEP_NMOD, "for");
    if (v == TREE_NONE || v < n || owner == TREE_NONE || !tree_token(t, owner)->upper || !lexicon_is_one(tree_token(t, n)->lemma, "bid", "offer", "proposal") || !(tree_child_lemma(t, v, DEP_AUX, "will") != TREE_NONE || tree_child_lemma(t, v, DEP_AUX, "would") != TREE_NONE || tree_child_lemma(t, v, DEP_AUX, "should") != TREE_NONE || tree_child_lemma(t, v, DEP_AUX, "could") != TREE_NONE))
        return ENTENTE_AGAIN;
    bool takes = aim != TREE_NONE && aim > n && tree_token(t, aim)->tag == TAG_VB && (reading_is(r, aim, CLASS_ACQUIRE) || lexicon_is_either(tree_token(t, aim)->lemma, "take", "takeover"));
    target = takes ? tree_child(t, aim, DEP_OBJ) : target;
    if (target == TREE_NONE || !tree_token(t, target)->upper || reading_is(r, target, CLASS_TIME))
        return ENTENTE_AGAIN;
    entente_status e = parties_read(r->parties, t, owner, &r->m);
    if (!e)
        e = parties_read(r->parties, t, target, &r->m);
    if (takes)
        clause_actions(r, aim);
    else
        clause_topic(r, n);
    r->m.status = ENTENTE_AGREEMENT_PENDING;
    return reading_end(r, e, 2, 1, ENTENTE_KIND_COMMITMENT, FAMILY_OFFER);
}

/* "Doe said he could not support the agreement": to support one is a stance, this is an answer. */
entente_status read_unsupported(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t n = tree_child(t, v, DEP_OBJ), can = tree_child_lemma(t, v, DEP_AUX, "can") != TREE_NONE ? tree_child_lemma(t, v, DEP_AUX, "can") : tree_child_lemma(t, v, DEP_AUX, "could");
    if (!reading_is_lemma(r, v, "support") || can == TREE_NONE || n == TREE_NONE || n < v || r->m.status != ENTENTE_AGREEMENT_REJECTED || !(reading_is(r, n, CLASS_TEXT) || lexicon_is_one(tree_token(t, n)->lemma, "plan", "proposal", "offer")))
        return ENTENTE_AGAIN;
    entente_status e = sides_of_answer(r, v, v, n);
    clause_topic(r, n);
    return reading_end(r, e, 1, 1, ENTENTE_KIND_ACCEPTANCE, FAMILY_REFUSE);
}
