/* SPDX-License-Identifier: MIT */
/* Takeovers, mergers and contracts that are told without a word of assent: "Acme to buy Apex", "said it would buy Apex in a $3 billion deal", "awarded Acme a contract"; and how far they have come. */
#include <string.h>

#include "reading.h"

static bool names_somebody(const tree *t, uint32_t i) { return tree_token(t, i)->upper || parties_named_behind(t, i); }

/* "Acme said it would buy Apex in a $3 billion deal": a takeover that is agreed. */
entente_status read_takeover_deal(reading *r, uint32_t n)
{
    const tree *t = r->t;
    uint32_t v = clause_verb_above(t, n), article = tree_child(t, n, DEP_DET);
    if (t->s->headline || strcmp(tree_case(t, n), "in") != 0 || v == TREE_NONE || v > n || !reading_is(r, v, CLASS_ACQUIRE) || clause_passive(t, v) || article == TREE_NONE || tree_token(t, article)->low[0] != 'a' ||
        reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT))
        return ENTENTE_AGAIN;
    bool is_to = tree_child_lemma(t, v, DEP_MARK, "to") != TREE_NONE && (tree_child_lemma(t, v, DEP_COP, "be") != TREE_NONE || tree_child_lemma(t, v, DEP_AUX, "be") != TREE_NONE); /* "is to buy Apex in a deal" */
    bool will = is_to || tree_child_lemma(t, v, DEP_AUX, "will") != TREE_NONE || tree_child_lemma(t, v, DEP_AUX, "would") != TREE_NONE;
    uint32_t s = clause_subject(r, v), o = tree_child(t, v, DEP_OBJ);
    if (!will || s == TREE_NONE || o == TREE_NONE || !tree_token(t, o)->upper)
        return ENTENTE_AGAIN;
    entente_status e = sides_subject_and(r, v, o);
    clause_instrument(r, n);
    clause_action_alone(r, v);
    r->m.status = ENTENTE_AGREEMENT_REACHED;
    return reading_end(r, e, 2, 1, ENTENTE_KIND_MUTUAL, FAMILY_NOUN);
}

/* "Acme ordered 40 planes from Apex in a deal worth $3 billion": a sale, which two agreed on. */
entente_status read_trade_deal(reading *r, uint32_t n)
{
    static const char *const trading[] = {"buy", "sell", "order", "purchase", "acquire", "lease", "supply", "build", "deliver", "hand", "transfer"}, *const ways[] = {"from", "to", "with", "for"};
    const tree *t = r->t;
    uint32_t v = clause_verb_above(t, n), article = tree_child(t, n, DEP_DET), o = v == TREE_NONE ? TREE_NONE : tree_child(t, v, DEP_OBJ), s = v == TREE_NONE ? TREE_NONE : clause_subject(r, v), other = TREE_NONE;
    if (t->s->headline || strcmp(tree_case(t, n), "in") != 0 || v == TREE_NONE || v > n || !LEXICON_IS_ANY(tree_token(t, v)->lemma, trading) || clause_passive(t, v) || article == TREE_NONE || tree_token(t, article)->low[0] != 'a' || o == TREE_NONE || o < v || s == TREE_NONE || !reading_is_somebody(r, s) || reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT) ||
        !(tree_token(t, v)->tag == TAG_VBD || tree_child_lemma(t, v, DEP_AUX, "have") != TREE_NONE || tree_child_lemma(t, v, DEP_AUX, "will") != TREE_NONE) || !clause_status(r, v) || r->m.status == ENTENTE_AGREEMENT_REJECTED)
        return ENTENTE_AGAIN;
    for (uint32_t i = v + 1; i < n && other == TREE_NONE; i++)
        for (size_t w = 0; w < sizeof ways / sizeof *ways && other == TREE_NONE; w++)
            if ((tree_token(t, i)->dep == DEP_NMOD || tree_token(t, i)->dep == DEP_OBL) && !strcmp(tree_case(t, i), ways[w]) && names_somebody(t, i) && !reading_is(r, i, CLASS_TIME) && !parties_is_capital(t, i))
                other = i;
    if (other == TREE_NONE)
        return ENTENTE_AGAIN;
    entente_status e = sides_subject_and(r, v, other);
    clause_instrument(r, n);
    clause_action_alone(r, v);
    if (r->m.item_count == 1 && t->left[n] > v && r->m.items[0].end > tree_token(t, t->left[n])->start)
        r->m.items[0].end = r->m.content.end = tree_token(t, t->left[n] - 1u)->end;
    r->m.status = ENTENTE_AGREEMENT_REACHED;
    return reading_end(r, e, 2, 1, ENTENTE_KIND_MUTUAL, FAMILY_NOUN);
}

/* "Acme has placed an order for 40 Apex planes", "won an order from Apex": of those two. */
entente_status read_order(reading *r, uint32_t v)
{
    static const char *const getting[] = {"win", "secure", "receive", "land", "get", "book"};
    const tree *t = r->t;
    uint32_t o = tree_child(t, v, DEP_OBJ), s = clause_subject(r, v), what = o == TREE_NONE ? TREE_NONE : tree_child_case(t, o, DEP_NMOD, "for");
    what = what == TREE_NONE && o != TREE_NONE ? tree_child_case(t, v, DEP_OBL, "for") : what;
    bool places = reading_is_lemma(r, v, "place"), gets = LEXICON_IS_ANY(tree_token(t, v)->lemma, getting);
    if (!(places || gets) || !reading_is_lemma(r, o, "order") || o < v || s == TREE_NONE || clause_passive(t, v) || r->m.status == ENTENTE_AGREEMENT_REJECTED)
        return ENTENTE_AGAIN;
    uint32_t other = tree_child_case(t, o, DEP_NMOD, places ? "with" : "from");
    other = other == TREE_NONE ? tree_child_case(t, v, DEP_OBL, places ? "with" : "from") : other;
    TREE_CHILDREN(t, what == TREE_NONE ? o : what, c)
        if (other == TREE_NONE && places && what != TREE_NONE && c < what && tree_token(t, c)->upper && tree_token(t, c)->pos == POS_PROPN && !parties_is_state(t, c))
            other = c; /* "for 40 Apex planes" */
    if (other == TREE_NONE || !names_somebody(t, other) || reading_is(r, other, CLASS_TIME))
        return ENTENTE_AGAIN;
    entente_status e = sides_subject_and(r, v, other);
    clause_topic(r, what != TREE_NONE ? what : o);
    r->m.trigger.end = tree_token(t, o)->end;
    return reading_end(r, e, 2, 0, ENTENTE_KIND_MUTUAL, FAMILY_MAKE);
}

/* "Doe pleads guilty in deal with prosecutors", "pleaded guilty to fraud under a deal with prosecutors". */
entente_status read_plea_deal(reading *r, uint32_t n)
{
    const tree *t = r->t;
    uint32_t v = tree_head(t, n);
    for (int step = 0; step < 4 && v != TREE_NONE && !reading_is_lemma(r, v, "plead"); step++)
        v = tree_head(t, v); /* the deal may hang on the crime, or on how one pleads */
    bool in = !strcmp(tree_case(t, n), "in"), past = v != TREE_NONE && (tree_token(t, v)->tag == TAG_VBD || tree_token(t, v)->tag == TAG_VBN);
    bool told = t->s->headline ? in : past && (in || !strcmp(tree_case(t, n), "under")) && (tree_child_case(t, n, DEP_NMOD, "with") != TREE_NONE || tree_child_case(t, n, DEP_OBL, "with") != TREE_NONE);
    if (!reading_is_lemma(r, v, "plead") || v > n || !told || !tree_is_low(t, v + 1, "guilty") || tree_child_lemma(t, n, DEP_DET, "the") != TREE_NONE || clause_subject(r, v) == TREE_NONE || !clause_status(r, v))
        return ENTENTE_AGAIN;
    entente_status e = sides_subject(r, v);
    if (!e)
        e = sides_counterparts(r, n);
    clause_instrument(r, n);
    clause_action_alone(r, v);
    if (r->m.item_count && t->left[n] > v + 1)
        r->m.items[0].end = r->m.content.end = tree_token(t, t->left[n] - 1u)->end;
    return reading_end(r, e, 1, 1, ENTENTE_KIND_MUTUAL, FAMILY_NOUN);
}

/* "Acme in Apex deal", as a headline. */
static entente_status read_headline_pair(reading *r, uint32_t n)
{
    const tree *t = r->t;
    uint32_t one = tree_head(t, n), other = tree_child(t, n, DEP_COMPOUND);
    if (!t->s->headline || one == TREE_NONE || tree_head(t, one) != TREE_NONE || one > n || tree_token(t, one)->pos != POS_PROPN || strcmp(tree_case(t, n), "in") != 0 || other == TREE_NONE || tree_token(t, other)->pos != POS_PROPN || tree_token(t, n)->dep != DEP_NMOD || reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT))
        return ENTENTE_AGAIN;
    entente_status e = parties_read(r->parties, t, one, &r->m);
    if (!e)
        e = parties_read(r->parties, t, other, &r->m);
    return reading_end(r, e, 2, 0, ENTENTE_KIND_MUTUAL, FAMILY_NOUN);
}

/* Headlines: "Acme to pay $30m in bribery settlement", "Acme sells mills to Apex in $3bn deal": what is done is what was agreed. */
entente_status read_headline_deal(reading *r, uint32_t n)
{
    static const char *const terms[] = {"pay", "sell", "buy", "acquire", "close", "drop", "return", "share", "supply", "build", "lease", "snap"};
    const tree *t = r->t;
    uint32_t v = clause_verb_above(t, n), o = v == TREE_NONE ? TREE_NONE : tree_child(t, v, DEP_OBJ);
    if (v == TREE_NONE)
        return read_headline_pair(r, n);
    if (!t->s->headline || v > n || strcmp(tree_case(t, n), "in") != 0 || tree_child_lemma(t, n, DEP_DET, "the") != TREE_NONE || (reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT) && !reading_is_lemma(r, n, "settlement")))
        return ENTENTE_AGAIN;
    bool to = tree_token(t, v)->tag == TAG_VB && tree_child_lemma(t, v, DEP_MARK, "to") != TREE_NONE, does = tree_token(t, v)->tag == TAG_VBZ || tree_token(t, v)->tag == TAG_VBP;
    uint32_t s = clause_subject(r, v);
    if (tree_token(t, v)->dep != DEP_ROOT || !(to || does) || clause_passive(t, v) || o == TREE_NONE || o < v || s == TREE_NONE || !LEXICON_IS_ANY(tree_token(t, v)->lemma, terms) || !clause_status(r, v) || r->m.status == ENTENTE_AGREEMENT_REJECTED)
        return ENTENTE_AGAIN;
    entente_status e = sides_subject(r, v);
    if (!e && tree_token(t, o)->upper)
        e = parties_read(r->parties, t, o, &r->m);
    uint32_t other = tree_child_case(t, v, DEP_OBL, "to");
    other = other == TREE_NONE ? tree_child_case(t, o, DEP_NMOD, "to") : other;
    other = other == TREE_NONE ? tree_child_case(t, v, DEP_OBL, "from") : other;
    if (!e && other != TREE_NONE && tree_token(t, other)->upper)
        e = parties_read(r->parties, t, other, &r->m);
    if (!e)
        e = sides_counterparts(r, n);
    clause_instrument(r, n);
    clause_action_alone(r, v);
    r->m.status = ENTENTE_AGREEMENT_REACHED;
    return reading_end(r, e, 1, 1, ENTENTE_KIND_MUTUAL, FAMILY_NOUN);
}

/* Headlines: "Acme to pay $5m over leak", "Chile and Peru to resume talks": what is to be done has been agreed when the body says so. */
entente_status read_headline_plan(reading *r, uint32_t v)
{
    static const char *const plans[] = {"pay", "sell", "buy", "resume", "supply", "build", "lend", "return", "refund", "plead"};
    const tree *t = r->t;
    uint32_t s = clause_subject(r, v), o = tree_child(t, v, DEP_OBJ);
    if (reading_is_lemma(r, v, "plead")) /* "to plead guilty to X" */
        o = tree_child(t, v, DEP_XCOMP) != TREE_NONE ? tree_child(t, v, DEP_XCOMP) : tree_child(t, v, DEP_ADVMOD);
    if (!t->s->headline || tree_token(t, v)->dep != DEP_ROOT || tree_token(t, v)->tag != TAG_VB || tree_child_lemma(t, v, DEP_MARK, "to") == TREE_NONE || s == TREE_NONE || o == TREE_NONE || o < v || clause_passive(t, v) || !LEXICON_IS_ANY(tree_token(t, v)->lemma, plans) || !(reading_is_somebody(r, s) || reading_is(r, s, CLASS_GROUP)))
        return ENTENTE_AGAIN;
    for (uint32_t i = v + 1; i < t->s->count; i++)
        if (reading_is(r, i, CLASS_TEXT))
            return ENTENTE_AGAIN; /* "to pay $30m in settlement": told by that */
    entente_status e = sides_subject(r, v);
    clause_action_alone(r, v);
    r->m.to_confirm = true;
    r->m.status = ENTENTE_AGREEMENT_REACHED;
    return reading_end(r, e, 1, 1, ENTENTE_KIND_MUTUAL, FAMILY_AGREE);
}

/* Whether a report says it of who reports: "said it will buy Apex", or names it among the two. */
static bool own_plan(const reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t g = tree_head(t, v), s = tree_child(t, v, DEP_NSUBJ), aside = tree_child(t, v, DEP_PARATAXIS);
    bool behind = aside != TREE_NONE && aside > v; /* ", Apex announced" */
    g = behind ? aside : g;
    bool will = tree_child_lemma(t, v, DEP_AUX, "will") != TREE_NONE || tree_child_lemma(t, v, DEP_AUX, "would") != TREE_NONE;
    uint32_t o = tree_child(t, v, DEP_OBJ), teller = g == TREE_NONE ? TREE_NONE : clause_subject(r, g);
    if ((behind || tree_token(t, v)->dep == DEP_CCOMP) && will && reading_is_lemma(r, g, "announce") && s != TREE_NONE && o != TREE_NONE && tree_token(t, s)->upper && teller != TREE_NONE && tree_token(t, teller)->upper)
        for (uint32_t i = t->left[v]; i <= t->right[o]; i++) /* "Acme will take over Apex, Apex announced" */
            if (tree_token(t, i)->upper && !strcmp(tree_token(t, i)->low, tree_token(t, teller)->low) && (tree_head(t, i) == s || tree_head(t, i) == o || i == s || i == o))
                return true;
    return tree_token(t, v)->dep == DEP_CCOMP && will && (reading_is_lemma(r, g, "say") || reading_is_lemma(r, g, "announce")) && s != TREE_NONE && lexicon_is_one(tree_token(t, s)->low, "it", "they", "we");
}

entente_status read_takeover(reading *r, uint32_t v)
{
    const tree *t = r->t;
    const token *k = tree_token(t, v);
    bool merge = reading_is_lemma(r, v, "merge") || reading_is_lemma(r, v, "combine");
    uint32_t o = merge ? tree_child_case(t, v, DEP_OBL, "with") : tree_child(t, v, DEP_OBJ), s = clause_subject(r, v);
    bool planned = t->s->headline && k->dep == DEP_ROOT && k->tag == TAG_VB && tree_child_lemma(t, v, DEP_MARK, "to") != TREE_NONE; /* "Acme to buy Apex" */
    bool told = t->s->headline && k->dep == DEP_ROOT && k->tag == TAG_VBZ && !merge;
    bool both = merge && s != TREE_NONE && tree_child_lemma(t, v, DEP_AUX, "will") != TREE_NONE && (tree_child(t, s, DEP_CONJ) != TREE_NONE || (tree_token(t, s)->tag == TAG_NNS && tree_child(t, s, DEP_NUMMOD) != TREE_NONE)); /* "Acme and Apex will merge" */
    uint32_t how = tree_head(t, v);
    bool near = k->tag == TAG_VBG && tree_child_lemma(t, v, DEP_MARK, "to") != TREE_NONE && how != TREE_NONE && lexicon_is_one(tree_token(t, how)->low, "close", "closer", "near") && !t->s->headline; /* "is close to buying B" */
    s = near && s == TREE_NONE ? clause_subject(r, how) : s;
    if (s == TREE_NONE || clause_passive(t, v) || (!near && !planned && !told && !both && !own_plan(r, v)))
        return ENTENTE_AGAIN;
    bool together = (planned || both) && merge && o == TREE_NONE; /* "Acme, Apex to merge" */
    if (!together && (o == TREE_NONE || o < v || !names_somebody(t, o) || tree_child(t, o, DEP_NUMMOD) != TREE_NONE || parties_is_state(t, o) || reading_is(r, o, CLASS_TIME)))
        return ENTENTE_AGAIN; /* shares, engines */
    entente_status e = sides_subject(r, v);
    if (!e && o != TREE_NONE)
        e = parties_read(r->parties, t, o, &r->m);
    clause_action_alone(r, v);
    r->m.to_confirm = told || planned; /* a purchase, and no agreement unless the text below tells of one */
    r->m.status = near ? ENTENTE_AGREEMENT_PENDING : ENTENTE_AGREEMENT_REACHED;
    return reading_end(r, e, together && r->m.party_count && r->m.parties[0].plural ? 1 : 2, 1, ENTENTE_KIND_MUTUAL, FAMILY_NOUN);
}

/* Whose deal `n` is, which is agreed and still ahead: those its noun names, else those in play. */
static entente_status of_business(reading *r, uint32_t n)
{
    const tree *t = r->t;
    uint32_t owner = tree_child(t, n, DEP_POSS), of = tree_child_case(t, n, DEP_NMOD, "of");
    entente_status e = owner != TREE_NONE && tree_token(t, owner)->upper ? parties_read(r->parties, t, owner, &r->m) : ENTENTE_OK;
    if (!e)
        e = sides_counterparts(r, n);
    if (!e && of != TREE_NONE && tree_token(t, of)->upper)
        e = parties_read(r->parties, t, of, &r->m);
    if (!e && !r->m.party_count)
        parties_in_play(r->parties, &r->m, (view){tree_token(t, n)->start, tree_token(t, n)->end});
    if (of != TREE_NONE)
        clause_topic(r, n);
    if (reading_is(r, n, CLASS_TEXT))
        clause_instrument(r, n);
    r->m.status = ENTENTE_AGREEMENT_PENDING;
    return reading_end(r, e, 1, 0, ENTENTE_KIND_MUTUAL, FAMILY_CLOSING);
}

/* "said it would buy the pump unit of Apex", "will acquire the shares from Apex", "said it would sell its paper unit to Apex": not a firm but a part of one, and whose it is or will be. */
entente_status read_asset_sale(reading *r, uint32_t v)
{
    static const char *const assets[] = {"unit", "division", "subsidiary", "business", "operation", "stake", "interest", "holding", "share", "stock", "asset", "plant", "mine", "mill", "factory", "refinery", "field", "network", "branch", "arm", "store", "station", "portfolio", "brand", "right"};
    const tree *t = r->t;
    bool sells = reading_is_lemma(r, v, "sell");
    uint32_t o = tree_child(t, v, DEP_OBJ), s = clause_subject(r, v), will = tree_child_lemma(t, v, DEP_AUX, "will") != TREE_NONE ? tree_child_lemma(t, v, DEP_AUX, "will") : tree_child_lemma(t, v, DEP_AUX, "would"), other = TREE_NONE;
    bool plain = tree_token(t, v)->dep == DEP_ROOT && will != TREE_NONE && r->parties->deal_words && s != TREE_NONE && tree_token(t, s)->pos != POS_PRON; /* "Acme will acquire the shares from Apex", where a deal is spoken of */
    if (t->s->headline || !(sells || reading_is(r, v, CLASS_ACQUIRE)) || o == TREE_NONE || o < v || s == TREE_NONE || clause_passive(t, v) || !LEXICON_IS_ANY(tree_token(t, o)->lemma, assets) || r->m.status == ENTENTE_AGREEMENT_REJECTED || !(plain || own_plan(r, v)))
        return ENTENTE_AGAIN;
    static const char *const bought[] = {"from", "of", "in"}, *const sold[] = {"to"};
    const char *const *ways = sells ? sold : bought;
    for (size_t i = 0; i < (sells ? 1 : sizeof bought / sizeof *bought) && other == TREE_NONE; i++) {
        uint32_t on_noun = tree_child_case(t, o, DEP_NMOD, ways[i]), on_verb = tree_child_case(t, v, DEP_OBL, ways[i]);
        other = on_noun != TREE_NONE && tree_token(t, on_noun)->upper ? on_noun : i != 2 && on_verb != TREE_NONE && tree_token(t, on_verb)->upper ? on_verb : TREE_NONE;
    }
    uint32_t owner = tree_child(t, o, DEP_POSS);
    other = other == TREE_NONE && !sells && owner != TREE_NONE && tree_token(t, owner)->upper ? owner : other;
    if (other == TREE_NONE || parties_is_state(t, other) || reading_is(r, other, CLASS_TIME))
        return ENTENTE_AGAIN;
    entente_status e = sides_subject_and(r, v, other);
    clause_action_alone(r, v);
    r->m.status = ENTENTE_AGREEMENT_REACHED;
    return reading_end(r, e, 2, 1, ENTENTE_KIND_MUTUAL, FAMILY_NOUN);
}

static const char *const business[] = {"sale", "transaction", "purchase", "buyout", "acquisition", "takeover", "merger", "deal", "tie-up"};

/* "The deal is subject to clearance by the state", "the sale is conditional on clearance": agreed, and not yet through. */
entente_status read_condition(reading *r, uint32_t i)
{
    static const char *const conditions[] = {"approval", "clearance", "consent", "review", "ratification", "consideration", "completion", "condition", "vote", "scrutiny", "financing", "permission", "authorization", "authorisation", "signing", "receipt", "diligence"};
    const tree *t = r->t;
    uint32_t n = clause_subject(r, i), to = tree_child_case(t, i, DEP_OBL, "to") != TREE_NONE ? tree_child_case(t, i, DEP_OBL, "to") : tree_child_case(t, i, DEP_OBL, "on");
    to = to == TREE_NONE ? tree_child_case(t, i, DEP_OBL, "upon") : to;
    if (reading_is(r, to, CLASS_QUANTITY) && tree_child_case(t, to, DEP_NMOD, "of") != TREE_NONE)
        to = tree_child_case(t, to, DEP_NMOD, "of"); /* "a number of conditions" */
    bool hangs = lexicon_is_one(tree_token(t, i)->low, "subject", "conditional", "contingent");
    if (!hangs || n == TREE_NONE || n > i || to == TREE_NONE || to < i || t->s->headline || !(LEXICON_IS_ANY(tree_token(t, n)->lemma, business) || lexicon_is_either(tree_token(t, n)->lemma, "agreement", "accord")) || tree_child_lemma(t, n, DEP_DET, "a") != TREE_NONE || tree_token(t, n)->tag == TAG_NNS || !LEXICON_IS_ANY(tree_token(t, to)->lemma, conditions) || !clause_status(r, i) || r->m.status == ENTENTE_AGREEMENT_REJECTED)
        return ENTENTE_AGAIN;
    return of_business(r, n);
}

/* "the sale is expected to be completed by March", "the merger is expected to close in June": agreed, and still ahead. */
entente_status read_closing(reading *r, uint32_t v)
{
    static const char *const ends[] = {"close", "complete", "finalise", "finalize", "conclude"};
    const tree *t = r->t;
    uint32_t n = tree_child(t, v, DEP_NSUBJ_PASS), c = tree_child(t, v, DEP_XCOMP);
    for (uint32_t u = v; n == TREE_NONE && tree_token(t, u)->dep == DEP_CONJ && tree_head(t, u) != TREE_NONE;) /* "is subject to clearance and is expected to close" */
        n = clause_subject(r, u = tree_head(t, u));
    if (n == TREE_NONE || c == TREE_NONE || !reading_is_lemma(r, v, "expect") || !LEXICON_IS_ANY(tree_token(t, c)->lemma, ends) || !LEXICON_IS_ANY(tree_token(t, n)->lemma, business) || tree_child_lemma(t, n, DEP_DET, "a") != TREE_NONE || r->m.status == ENTENTE_AGREEMENT_REJECTED)
        return ENTENTE_AGAIN;
    if (reading_is(r, n, CLASS_TEXT) && reading_is(r, c, CLASS_MAKE | CLASS_SIGN) && clause_passive(t, c) && tree_child(t, v, DEP_NSUBJ_PASS) != TREE_NONE)
        return ENTENTE_AGAIN; /* told by that verb */
    r->m.trigger.end = tree_token(t, c)->end;
    return of_business(r, n);
}

/* "The city awarded Acme a contract to X", "Acme was awarded a contract by the city", "the contract was awarded to Acme": who gives it, and who takes it. */
entente_status read_award(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t n = TREE_NONE, taker = tree_child(t, v, DEP_IOBJ), first = tree_child(t, v, DEP_NSUBJ_PASS);
    TREE_CHILDREN(t, v, c) /* two objects, whatever the tree calls them */
        if (c > v && (tree_token(t, c)->dep == DEP_OBJ || tree_token(t, c)->dep == DEP_XCOMP) && tree_is_nominal(t, c)) {
            taker = n != TREE_NONE ? n : taker;
            n = c;
        }
    uint32_t giver = clause_passive(t, v) ? clause_agent(t, v) : clause_subject(r, v);
    if (n == TREE_NONE && reading_is(r, first, CLASS_TEXT))
        n = first;
    else if (taker == TREE_NONE)
        taker = first;
    if (!reading_is_lemma(r, v, "award") || !reading_is(r, n, CLASS_TEXT) || r->m.status == ENTENTE_AGREEMENT_REJECTED)
        return ENTENTE_AGAIN;
    for (uint32_t i = n + 1; taker == TREE_NONE && i < t->s->count && i <= t->right[v]; i++) /* "to Acme", wherever it hangs */
        taker = !strcmp(tree_case(t, i), "to") && (tree_is_nominal(t, i) && (tree_token(t, i)->upper || reading_is_somebody(r, i))) ? i : TREE_NONE;
    giver = giver == TREE_NONE ? tree_child_case(t, n, DEP_NMOD, "by") : giver;
    if (tree_token(t, n)->tag == TAG_NNS && (taker == TREE_NONE || !tree_token(t, taker)->upper))
        return ENTENTE_AGAIN; /* "awarded contracts to local firms": business as usual */
    entente_status e = giver == TREE_NONE ? ENTENTE_OK : parties_read(r->parties, t, giver, &r->m);
    if (!e && taker != TREE_NONE)
        e = parties_read(r->parties, t, taker, &r->m);
    clause_instrument(r, n);
    uint32_t action = tree_child(t, n, DEP_ACL);
    action = action == TREE_NONE ? clause_below(r, v) : action;
    if (action != TREE_NONE && action > n && tree_token(t, action)->tag == TAG_VB)
        clause_actions(r, action);
    uint32_t last = r->m.item_count ? r->m.item_count - 1u : 0;
    if (r->m.item_count && taker != TREE_NONE && r->m.items[last].start < tree_token(t, t->left[taker])->start && r->m.items[last].end > tree_token(t, t->left[taker])->start) /* "a contract to resurface two streets to Acme" */
        r->m.items[last].end = r->m.content.end = tree_token(t, t->left[taker] - 1u)->end;
    if (n > v && taker != TREE_NONE && taker > n)
        r->m.trigger.end = tree_token(t, n)->end; /* "awarded a contract to B" */
    return reading_end(r, e, 1, 0, ENTENTE_KIND_MUTUAL, FAMILY_MAKE);
}

/* "The club completed the signing of Jo Doe from B": she, who sells her, and who buys. */
entente_status read_signing_of(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t o = tree_child(t, v, DEP_OBJ), s = clause_subject(r, v), of = o == TREE_NONE ? TREE_NONE : tree_child_case(t, o, DEP_NMOD, "of"), club = tree_child_case(t, v, DEP_OBL, "for");
    bool until = tree_child_case(t, v, DEP_OBL, "until") != TREE_NONE || tree_child_case(t, v, DEP_OBL, "from") != TREE_NONE;
    uint32_t seller = TREE_NONE, as = tree_child_case(t, v, DEP_OBL, "as");
    for (uint32_t i = club == TREE_NONE || !reading_is_lemma(r, v, "sign") ? t->s->count : club + 1u; i <= t->right[v] && i < t->s->count && seller == TREE_NONE; i++)
        seller = tree_token(t, i)->upper && !strcmp(tree_case(t, i), "from") && !reading_is(r, i, CLASS_TIME) ? i : TREE_NONE; /* "for a fee of £2 million from C", wherever C hangs */
    until |= seller != TREE_NONE;
    if (club == TREE_NONE && reading_is_lemma(r, as, "agent")) { /* "signed as a free agent with B" */
        club = tree_child_case(t, as, DEP_NMOD, "with") != TREE_NONE ? tree_child_case(t, as, DEP_NMOD, "with") : tree_child_case(t, v, DEP_OBL, "with");
        until = true;
    }
    if (reading_is_lemma(r, v, "sign") && o == TREE_NONE && club != TREE_NONE && club > v && tree_token(t, club)->upper && until && s != TREE_NONE && !reading_is(r, club, CLASS_TIME) && r->m.status == ENTENTE_AGREEMENT_REACHED) { /* "he has signed for B until the end of the season" */
        entente_status told = sides_subject_and(r, v, club);
        if (!told && seller != TREE_NONE)
            told = parties_read(r->parties, t, seller, &r->m);
        return reading_end(r, told, 2, 0, ENTENTE_KIND_MUTUAL, FAMILY_MAKE);
    }
    bool signs_player = reading_is_lemma(r, v, "sign") && o != TREE_NONE && o > v && tree_token(t, o)->upper && tree_token(t, o)->pos == POS_PROPN;
    uint32_t club_left = signs_player ? tree_child_case(t, v, DEP_OBL, "from") : TREE_NONE;
    club_left = club_left == TREE_NONE && signs_player ? tree_child_case(t, o, DEP_NMOD, "from") : club_left;
    if (club_left != TREE_NONE && tree_token(t, club_left)->upper && !reading_is(r, club_left, CLASS_TIME) && s != TREE_NONE && !clause_passive(t, v) && r->m.status == ENTENTE_AGREEMENT_REACHED) { /* "Leeds have signed Doe from Boden" */
        entente_status told = sides_subject_and(r, v, o);
        if (!told)
            told = parties_read(r->parties, t, club_left, &r->m);
        return reading_end(r, told, 2, 0, ENTENTE_KIND_MUTUAL, FAMILY_MAKE);
    }
    if (!lexicon_is_one(tree_token(t, v)->lemma, "complete", "confirm", "announce") || o == TREE_NONE || o < v || !tree_is_low(t, o, "signing") || tree_token(t, o)->pos != POS_NOUN || s == TREE_NONE || of == TREE_NONE || r->m.status != ENTENTE_AGREEMENT_REACHED)
        return ENTENTE_AGAIN;
    uint32_t from = tree_child_case(t, o, DEP_NMOD, "from");
    from = from == TREE_NONE ? tree_child_case(t, of, DEP_NMOD, "from") : from;
    from = from == TREE_NONE ? tree_child_case(t, v, DEP_OBL, "from") : from;
    if (!parties_is_people(t, of) && !reading_is_somebody(r, of) && !reading_is(r, of, CLASS_TITLE | CLASS_PEOPLE))
        return ENTENTE_AGAIN; /* "completed the signing of the papers" */
    entente_status e = sides_subject_and(r, v, of);
    if (!e && from != TREE_NONE && tree_token(t, from)->upper && !reading_is(r, from, CLASS_TIME))
        e = parties_read(r->parties, t, from, &r->m);
    clause_topic(r, o);
    r->m.trigger.end = tree_token(t, o)->end;
    return reading_end(r, e, 2, 0, ENTENTE_KIND_MUTUAL, FAMILY_MAKE);
}
