/* SPDX-License-Identifier: MIT */
/* Who agrees with whom: the subject of a trigger and the ways in which a sentence names the other side. */
#include <ctype.h>
#include <string.h>

#include "reading.h"

static bool is_comma_or_and(const tree *t, uint32_t i)
{
    const char *low = tree_token(t, i)->low;
    return !strcmp(low, ",") || !strcmp(low, "and") || !strcmp(low, "&");
}

entente_status sides_guest(reading *r, uint32_t v)
{
    uint32_t met = tree_head(r->t, v);
    if (!reading_is(r, met, CLASS_MEETING) || met > v || tree_token(r->t, v)->dep != DEP_ADVCL || tree_token(r->t, v)->tag != TAG_VB)
        return ENTENTE_OK;
    uint32_t guest = tree_child_case(r->t, met, DEP_OBL, "with");
    guest = guest == TREE_NONE ? tree_child(r->t, met, DEP_OBJ) : guest;
    return guest != TREE_NONE && guest < v && reading_is_somebody(r, guest) ? parties_read(r->parties, r->t, guest, &r->m) : ENTENTE_OK;
}

/* "A, along with B, agreed", "together with B, A agreed": who does `v` beside its subject `s`. */
static entente_status read_along(reading *r, uint32_t v, uint32_t s)
{
    const tree *t = r->t;
    for (uint32_t i = 1; i < v && s < v; i++) {
        uint32_t with = tree_is_low(t, i, "with") && lexicon_is_either(tree_token(t, i - 1)->low, "along", "together") ? tree_head(t, i) : TREE_NONE;
        bool opens = i == 1, behind = i > s + 2u && tree_is_low(t, i - 2u, ",");
        for (uint32_t k = s + 1u; behind && k < i - 2u; k++)
            behind = tree_token(t, k)->upper; /* right behind its name */
        if (with != TREE_NONE && with > i && with < v && with != s && (opens || behind) && parties_is_state(t, with) == parties_is_state(t, s) && tree_is_nominal(t, with) && reading_is_somebody(r, with))
            return parties_read(r->parties, t, with, &r->m);
    }
    return ENTENTE_OK;
}

entente_status sides_subject(reading *r, uint32_t v)
{
    uint32_t s = clause_subject(r, v);
    entente_status e = ENTENTE_OK;
    if (s == TREE_NONE)
        return e;
    uint32_t above = tree_head(r->t, s);
    uint8_t own = tree_token(r->t, s)->dep;
    if (above != TREE_NONE && (own == DEP_NSUBJ || own == DEP_NSUBJ_PASS))
        TREE_CHILDREN(r->t, above, c) { /* "A, B agree", "A and the B are expected": the first may hang on the verb by itself */
            uint8_t dep = tree_token(r->t, c)->dep;
            bool joined = r->t->s->headline || r->t->left[s] == 0 || is_comma_or_and(r->t, r->t->left[s] - 1u);
            bool subject = (dep == own && joined) || (r->t->s->headline && (dep == DEP_VOCATIVE || dep == DEP_DISLOCATED || dep == DEP_PARATAXIS));
            bool source = r->t->s->headline && c + 1 < r->t->s->count && tree_is_low(r->t, c + 1, ":"); /* "Police: A, B agree" */
            if (!e && c < s && subject && !source && tree_is_nominal(r->t, c) && tree_token(r->t, c)->pos != POS_PRON)
                e = parties_read(r->parties, r->t, c, &r->m);
        }
    uint32_t first = r->t->left[s] + (tree_is_low(r->t, r->t->left[s], "and") ? 1u : 0u); /* the subject's words, its "and" left out */
    uint32_t before = first > 1 && tree_is_low(r->t, first - 1u, "and") && own == DEP_NSUBJ ? first - 2u : TREE_NONE; /* "came after A and B agreed", A hung on "came" */
    uint32_t other = before;
    for (int step = 0; other != TREE_NONE && step < 4 && tree_token(r->t, other)->dep == DEP_CONJ; step++)
        other = tree_head(r->t, other);
    if (!e && other != TREE_NONE && other < s && (tree_token(r->t, other)->dep == DEP_OBL || tree_token(r->t, other)->dep == DEP_NMOD) && r->t->right[other] == before && tree_head(r->t, other) != v && tree_is_nominal(r->t, other)) {
        const char *preposition = tree_case(r->t, other);
        if (!strcmp(preposition, "after") || !strcmp(preposition, "before") || !strcmp(preposition, "since") || !strcmp(preposition, "as"))
            e = parties_read(r->parties, r->t, other, &r->m);
    }
    if (!e)
        e = parties_read(r->parties, r->t, s, &r->m);
    if (above != TREE_NONE && own == DEP_NSUBJ)
        TREE_CHILDREN(r->t, above, c) { /* "A, union reach deal", "A and the union agreed": the second a subject by itself */
            uint32_t start = r->t->left[c];
            bool joined = r->t->s->headline ? start > 0 && is_comma_or_and(r->t, start - 1u) : (start == r->t->right[s] + 2u || (start == r->t->right[s] + 3u && tree_is_low(r->t, start - 2u, ","))) && tree_is_low(r->t, start - 1u, "and");
            if (!e && c > s && c < above && tree_token(r->t, c)->dep == DEP_NSUBJ && tree_is_nominal(r->t, c) && joined)
                e = parties_read(r->parties, r->t, c, &r->m);
        }
    if (above != TREE_NONE && (own == DEP_AGENT || own == DEP_OBL) && clause_passive(r->t, above) && !strcmp(tree_case(r->t, s), "by"))
        TREE_CHILDREN(r->t, above, c) /* "signed by A and by B" */
            if (!e && c > s && (tree_token(r->t, c)->dep == DEP_AGENT || tree_token(r->t, c)->dep == DEP_OBL || tree_token(r->t, c)->dep == DEP_CONJ) && tree_is_nominal(r->t, c) && !strcmp(tree_case(r->t, c), "by") && !(r->classes[c] & CLASS_TIME))
                e = parties_read(r->parties, r->t, c, &r->m);
    uint32_t joins = tree_head(r->t, v), others = joins == TREE_NONE ? TREE_NONE : tree_child(r->t, joins, DEP_OBJ);
    if (!e && reading_is_lemma(r, joins, "join") && others != TREE_NONE && tree_child_lemma(r->t, v, DEP_MARK, "in") != TREE_NONE)
        e = parties_read(r->parties, r->t, others, &r->m); /* "A joined B in pledging" */
    if (!e)
        e = read_along(r, v, s);
    return e ? e : sides_guest(r, v);
}

entente_status sides_subject_and(reading *r, uint32_t v, uint32_t other)
{
    entente_status e = sides_subject(r, v);
    return e ? e : parties_read(r->parties, r->t, other, &r->m);
}

/* "a group of local managers", "an investor group led by Doe". */
static bool is_group_of_people(const tree *t, uint32_t n)
{
    uint32_t of = n == TREE_NONE || !lexicon_is_one(tree_token(t, n)->lemma, "group", "consortium", "team") ? TREE_NONE : tree_child_case(t, n, DEP_NMOD, "of");
    return of != TREE_NONE ? parties_is_people(t, of) : n != TREE_NONE && lexicon_is_one(tree_token(t, n)->lemma, "group", "consortium", "team") && tree_child(t, n, DEP_ACL) != TREE_NONE;
}

/* From whom what `v` buys is bought: "from B", "from its owner, B"; TREE_NONE when it is not said by name. */
static uint32_t seller_of(const tree *t, uint32_t v, uint32_t bought)
{
    uint32_t from = tree_child_case(t, v, DEP_OBL, "from");
    for (uint32_t i = bought == TREE_NONE ? 0 : bought + 1; bought != TREE_NONE && from == TREE_NONE && i <= t->right[v]; i++)
        if (tree_token(t, i)->dep == DEP_NMOD && !strcmp(tree_case(t, i), "from") && (i <= t->right[bought] || tree_head(t, tree_head(t, i)) == v))
            from = i; /* "buy 2 mln of its shares from B", "buy as many as 40 jets from B" */
    uint32_t name = from == TREE_NONE || tree_token(t, from)->upper ? from : tree_child(t, from, DEP_APPOS);
    if (is_group_of_people(t, from) || (from != TREE_NONE && tree_token(t, from)->tag == TAG_NNS && parties_is_people(t, from)))
        return from;
    bool somebody = name != TREE_NONE && tree_token(t, name)->upper && !(lexicon_classes(tree_token(t, name)->low) & CLASS_TIME) && !parties_is_state(t, name);
    return somebody ? name : TREE_NONE;
}

/* "agreed to buy X", "an agreement to merge with X": X is the other side of the deal. */
entente_status sides_target(reading *r, uint32_t above)
{
    const tree *t = r->t;
    TREE_CHILDREN(t, above, c) {
        uint8_t dep = tree_token(t, c)->dep;
        static const char *const selling[] = {"sell", "supply", "lease", "license", "export", "deliver", "provide", "transfer"};
        if (LEXICON_IS_ANY(tree_token(t, c)->lemma, selling) && tree_is_verb(t, c) && (dep == DEP_ACL || dep == DEP_ADVCL) && tree_token(t, c)->tag == TAG_VB) { /* "an agreement to sell its pigments business to B" */
            uint32_t sold = tree_child(t, c, DEP_OBJ), to = tree_child_case(t, c, DEP_OBL, "to");
            to = to == TREE_NONE && sold != TREE_NONE ? tree_child_case(t, sold, DEP_NMOD, "to") : to;
            to = tree_child(t, c, DEP_IOBJ) != TREE_NONE ? tree_child(t, c, DEP_IOBJ) : to; /* "to sell B four ships" */
            to = to == TREE_NONE && sold != TREE_NONE && lexicon_is_either(tree_token(t, c)->lemma, "supply", "provide") && tree_child_case(t, c, DEP_OBL, "with") != TREE_NONE ? sold : to; /* "to supply B with gas" */
            if (to != TREE_NONE && (tree_token(t, to)->upper || parties_named_behind(t, to)) && (reading_is_lemma(r, c, "sell") || !parties_is_state(t, to)))
                return parties_read(r->parties, t, to, &r->m);
        }
        bool hires = reading_is_lemma(r, c, "sign") && !reading_is_lemma(r, above, "sign"); /* "a deal to sign Doe from B" */
        if (!((r->classes[c] & CLASS_ACQUIRE) || hires) || !tree_is_verb(t, c) || (dep != DEP_XCOMP && dep != DEP_ACL && dep != DEP_ADVCL && dep != DEP_CCOMP))
            continue;
        uint32_t buyer = clause_passive(t, c) ? clause_agent(t, c) : TREE_NONE; /* "an agreement to be acquired by B" */
        if (buyer != TREE_NONE && tree_token(t, buyer)->upper)
            return parties_read(r->parties, t, buyer, &r->m);
        uint32_t o = tree_child(t, c, DEP_OBJ), with = tree_child_case(t, c, DEP_OBL, "with"), name = tree_child(t, c, DEP_XCOMP);
        o = name != TREE_NONE && tree_token(t, name)->upper ? name : o != TREE_NONE ? o : with; /* "acquire Acme, a maker of ..." may be read so */
        uint32_t which = o == TREE_NONE && tree_token(t, above)->dep == DEP_RELCL ? tree_child(t, above, DEP_OBJ) : TREE_NONE;
        o = which != TREE_NONE && which < above && lexicon_is_either(tree_token(t, which)->low, "which", "that") ? tree_head(t, above) : o; /* "Boden, which Acme agreed to buy" */
        if (hires && (o == TREE_NONE || !parties_named_behind(t, o)) && (o == TREE_NONE || !tree_token(t, o)->upper))
            continue;
        o = hires ? TREE_NONE : o;
        uint32_t in = o != TREE_NONE && (reading_is_lemma(r, o, "stake") || reading_is_lemma(r, o, "share") || reading_is_lemma(r, o, "interest") || reading_is_lemma(r, o, "holding")) ? tree_child_case(t, o, DEP_NMOD, "in") : TREE_NONE;
        static const char *const parts[] = {"share", "stock", "all", "rest", "remainder", "half", "control", "majority", "percent", "pct", "asset", "unit", "division", "subsidiary", "arm", "business", "operation"};
        in = in == TREE_NONE && o != TREE_NONE && LEXICON_IS_ANY(tree_token(t, o)->lemma, parts) ? tree_child_case(t, o, DEP_NMOD, "of") : in;
        if (in != TREE_NONE && tree_token(t, in)->upper)
            return parties_read(r->parties, t, in, &r->m); /* "buy a stake in B", "all shares of B" */
        uint32_t its = o == TREE_NONE ? TREE_NONE : tree_child(t, o, DEP_POSS), report = tree_token(t, above)->dep == DEP_CCOMP ? tree_head(t, above) : TREE_NONE, teller = reading_is(r, report, CLASS_REPORT) ? clause_subject(r, report) : TREE_NONE;
        if (reading_is_lemma(r, its, "its") && !hires && teller != TREE_NONE && tree_token(t, teller)->upper && clause_subject(r, above) != TREE_NONE && tree_token(t, clause_subject(r, above))->upper)
            return parties_read(r->parties, t, teller, &r->m); /* "Acme said B has agreed to buy its mill": Acme's */
        uint32_t owner = seller_of(t, c, o);
        if (owner != TREE_NONE && !hires)
            return parties_read(r->parties, t, owner, &r->m); /* "buy Acme from its owner, B": not of Acme */
        for (uint32_t i = c + 1; o != TREE_NONE && !tree_token(t, o)->upper && i <= t->right[o]; i++)
            if (tree_token(t, i)->upper && tree_token(t, i - 1)->pos == POS_NOUN && !tree_token(t, i - 1)->upper && tree_token(t, i)->pos != POS_ADJ)
                return parties_read(r->parties, t, i, &r->m); /* "acquire security and storage firm Acme" */
        bool title_case = t->s->headline && o != TREE_NONE && tree_token(t, o)->pos == POS_NOUN && !(o + 1 < t->s->count && (r->classes[o + 1] & CLASS_SUFFIX)); /* "Acme to Buy Vaccines" */
        if (o != TREE_NONE && !title_case && !reading_is(r, o, CLASS_TEXT) && (tree_token(t, o)->upper || tree_child(t, o, DEP_FLAT) != TREE_NONE || parties_named_behind(t, o)))
            return parties_read(r->parties, t, o, &r->m);
        uint32_t thing = tree_child(t, c, DEP_OBJ), seller = tree_child_case(t, c, DEP_OBL, "from"); /* "to buy ten jets from B", "thirty of B's jets" */
        for (uint32_t i = thing == TREE_NONE ? 0 : t->left[thing]; thing != TREE_NONE && i <= t->right[thing]; i++) {
            bool from = tree_token(t, i)->upper && tree_token(t, i)->dep == DEP_NMOD && !strcmp(tree_case(t, i), "from");
            if (from || (seller == TREE_NONE && !hires && tree_token(t, i)->upper && tree_token(t, i)->dep == DEP_POSS))
                seller = i;
        }
        if (seller != TREE_NONE && tree_token(t, seller)->upper && !(r->classes[seller] & CLASS_TIME) && !parties_is_state(t, seller))
            return parties_read(r->parties, t, seller, &r->m);
    }
    return ENTENTE_OK;
}

/* A noun phrase as parties when it is of names or people. */
static entente_status read_somebody(reading *r, uint32_t n)
{
    bool somebody = n != TREE_NONE && tree_is_nominal(r->t, n) && reading_is_somebody(r, n) && !reading_is(r, n, CLASS_TEXT | CLASS_TIME);
    return somebody ? parties_read(r->parties, r->t, n, &r->m) : ENTENTE_OK;
}

/* "agreed to cooperate with X", "agreed to be questioned by X": with whom or by whom, when it is somebody. */
entente_status sides_partner(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t x = tree_child(t, v, DEP_XCOMP);
    if (x == TREE_NONE || !tree_is_verb(t, x))
        return ENTENTE_OK;
    uint32_t other = clause_passive(t, x) ? clause_agent(t, x) : tree_child_case(t, x, DEP_OBL, "with");
    if (reading_is_lemma(r, x, "supply") || reading_is_lemma(r, x, "provide"))
        other = TREE_NONE; /* "supply B with gas" */
    static const char *const facing[] = {"speak", "talk", "testify", "appear"};
    uint32_t hearer = LEXICON_IS_ANY(tree_token(t, x)->lemma, facing) ? tree_child_case(t, x, DEP_OBL, lexicon_is_either(tree_token(t, x)->lemma, "testify", "appear") ? "before" : "to") : TREE_NONE;
    if (hearer != TREE_NONE && (reading_is_somebody(r, hearer) || reading_is(r, hearer, CLASS_GROUP)) && !reading_is(r, hearer, CLASS_TIME))
        return parties_read(r->parties, t, hearer, &r->m); /* "refused to speak to Peru", "agreed to testify before the panel" */
    static const char *const prosecution[] = {"government", "prosecutor", "prosecution", "authority", "investigator", "police"};
    uint32_t helped = lexicon_is_one(tree_token(t, x)->lemma, "assist", "help", "aid") ? tree_child(t, x, DEP_OBJ) : TREE_NONE;
    if (helped != TREE_NONE && LEXICON_IS_ANY(tree_token(t, helped)->lemma, prosecution))
        return parties_read(r->parties, t, helped, &r->m); /* "agreed to help prosecutors with the case" */
    if (lexicon_is_one(tree_token(t, x)->lemma, "sell", "hand", "transfer") || reading_is_lemma(r, x, "cede") || reading_is_lemma(r, x, "tender")) { /* "to sell it to X", "to the investment firm X": who buys */
        uint32_t buyer = tree_child_case(t, x, DEP_OBL, "to"), thing = tree_child(t, x, DEP_OBJ);
        if (buyer == TREE_NONE && thing != TREE_NONE)
            buyer = tree_child_case(t, thing, DEP_NMOD, "to");
        if (buyer == TREE_NONE && reading_is_lemma(r, x, "sell")) /* "sell its shops in the Republic of Peru to B", B hung on the place */
            TREE_CHILDREN(t, x, c)
                if (buyer == TREE_NONE && tree_token(t, c)->dep == DEP_OBL && tree_token(t, c)->upper)
                    buyer = tree_child_case(t, c, DEP_NMOD, "to");
        for (uint32_t i = thing == TREE_NONE ? t->s->count : t->right[x]; buyer == TREE_NONE && reading_is_lemma(r, x, "sell") && i > thing && i < t->s->count; i--) /* however far behind what is sold */
            if (tree_token(t, i)->upper && tree_token(t, i)->pos == POS_PROPN && (tree_token(t, i)->dep == DEP_OBL || tree_token(t, i)->dep == DEP_NMOD) && !strcmp(tree_case(t, i), "to") && !parties_is_state(t, i) && !reading_is(r, i, CLASS_TIME))
                buyer = i;
        bool suspect = false; /* "hand Doe over to the court" */
        for (uint32_t i = x + 1; !reading_is_lemma(r, x, "sell") && buyer != TREE_NONE && i < t->left[buyer]; i++)
            suspect |= tree_token(t, i)->upper;
        if (buyer != TREE_NONE && !suspect && (tree_token(t, buyer)->upper || parties_named_behind(t, buyer) || is_group_of_people(t, buyer) || (!reading_is_lemma(r, x, "sell") && reading_is_lemma(r, buyer, "trust"))))
            return parties_read(r->parties, t, buyer, &r->m);
    }
    static const char *const paying[] = {"pay", "compensate", "reimburse", "repay", "refund", "lend", "grant", "give", "lease", "rent", "supply", "provide"};
    if (other == TREE_NONE && !clause_passive(t, x) && LEXICON_IS_ANY(tree_token(t, x)->lemma, paying)) { /* "to pay X a sum", "to pay a sum to X": who is paid */
        uint32_t payee = tree_child(t, x, DEP_IOBJ), sum = tree_child(t, x, DEP_OBJ), to = tree_child_case(t, x, DEP_OBL, "to");
        uint32_t fines = payee == TREE_NONE && to == TREE_NONE ? tree_child_case(t, x, DEP_OBL, "in") : TREE_NONE; /* "to pay $2 million in fines to X" */
        payee = payee != TREE_NONE ? payee : fines != TREE_NONE ? tree_child_case(t, fines, DEP_NMOD, "to") : to;
        if (payee == TREE_NONE && sum != TREE_NONE && tree_token(t, sum)->pos != POS_SYM)
            payee = tree_child_case(t, sum, DEP_NMOD, "to") != TREE_NONE ? tree_child_case(t, sum, DEP_NMOD, "to") : tree_token(t, sum)->upper || tree_is_low(t, sum, "those") || parties_is_people(t, sum) || reading_is(r, sum, CLASS_GROUP | CLASS_TITLE) || lexicon_sector(tree_token(t, sum)->low) ? sum : TREE_NONE;
        uint32_t which = payee != TREE_NONE && tree_is_low(t, payee, "those") ? tree_child(t, payee, DEP_RELCL) : TREE_NONE;
        if (which != TREE_NONE) { /* "those who lost money" */
            view who = {tree_token(t, payee)->start, tree_token(t, t->right[which])->end};
            const char *name = who.end - who.start <= PARTY_NAME_BYTES ? parties_surface(r->parties, who.start, who.end) : NULL;
            if (name)
                parties_add(&r->m, (party){.name = name, .mention = who, .country = "", .plural = true, .sector = ENTENTE_SECTOR_CIV});
            return ENTENTE_OK;
        }
        if (payee != TREE_NONE && (tree_token(t, payee)->dep == DEP_IOBJ || payee == sum) && tree_child_lemma(t, payee, DEP_DET, "the") != TREE_NONE && lexicon_sector(tree_token(t, payee)->low))
            return parties_read(r->parties, t, payee, &r->m); /* "to lend the university $8 million" */
        if (payee != TREE_NONE)
            return read_somebody(r, payee);
    }
    static const char *const putting[] = {"inject", "invest", "pump", "pour", "plough", "put"};
    uint32_t into = other == TREE_NONE && !clause_passive(t, x) && LEXICON_IS_ANY(tree_token(t, x)->lemma, putting) ? tree_child_case(t, x, DEP_OBL, "into") : TREE_NONE, price = reading_is_lemma(r, x, "pay") ? tree_child(t, x, DEP_OBJ) : TREE_NONE; /* "to inject $1 billion into X" */
    if (into == TREE_NONE && LEXICON_IS_ANY(tree_token(t, x)->lemma, putting) && reading_is_lemma(r, x, "invest"))
        into = tree_child_case(t, x, DEP_OBL, "in");
    for (uint32_t i = into == TREE_NONE && tree_child(t, x, DEP_OBJ) != TREE_NONE ? tree_child(t, x, DEP_OBJ) + 1u : t->s->count; i <= t->right[x] && i < t->s->count && LEXICON_IS_ANY(tree_token(t, x)->lemma, putting); i++)
        if (tree_token(t, i)->upper && !strcmp(tree_case(t, i), "into")) /* hung on the sum */
            into = i;
    if (into != TREE_NONE && tree_token(t, into)->upper && tree_token(t, into)->pos == POS_PROPN && !parties_is_state(t, into) && !reading_is(r, into, CLASS_TIME))
        return parties_read(r->parties, t, into, &r->m);
    for (uint32_t i = price == TREE_NONE ? t->s->count : price + 1u; i + 2 < t->s->count && i < price + 6; i++) /* "to pay $9 a share for X" */
        if (tree_is_low(t, i, "share") && tree_is_low(t, i + 1, "for") && tree_token(t, i + 2)->upper)
            return parties_read(r->parties, t, i + 2, &r->m);
    uint32_t visitors = other == TREE_NONE && lexicon_is_one(tree_token(t, x)->lemma, "allow", "let", "admit") ? tree_child(t, x, DEP_OBJ) : TREE_NONE;
    if (visitors != TREE_NONE && !tree_token(t, visitors)->upper && parties_is_people(t, visitors))
        TREE_CHILDREN(t, visitors, c) /* "to allow American inspectors in": whose they are */
            if (c < visitors && tree_token(t, c)->upper && (tree_token(t, c)->dep == DEP_AMOD || tree_token(t, c)->dep == DEP_COMPOUND) && parties_is_state(t, c))
                return parties_read(r->parties, t, c, &r->m);
    uint32_t contract = reading_text_noun(r, tree_child(t, x, DEP_OBJ), CLASS_TEXT); /* "to extend its contract with X" */
    if (other == TREE_NONE && contract != TREE_NONE)
        other = tree_child_case(t, contract, DEP_NMOD, "with");
    uint32_t owner = other != TREE_NONE ? tree_child(t, other, DEP_POSS) : TREE_NONE;
    if (owner != TREE_NONE && tree_token(t, owner)->upper && !clause_passive(t, x))
        other = owner; /* "to cooperate with X's inquiry" */
    return read_somebody(r, other);
}

/* "reached a deal in talks with X", "the delegation negotiating with X agreed": whom one was talking to. */
entente_status sides_opposite(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t s = clause_subject(r, v), other = TREE_NONE;
    uint32_t about = tree_child(t, v, DEP_OBJ); /* "called a truce in its feud with X" */
    TREE_CHILDREN(t, about != TREE_NONE ? about : v, c)
        if (other == TREE_NONE && tree_token(t, c)->dep == DEP_NMOD && reading_is(r, c, CLASS_DISPUTE | CLASS_TALKS))
            other = tree_child_case(t, c, DEP_NMOD, "with");
    TREE_CHILDREN(t, v, c)
        if (other == TREE_NONE && tree_token(t, c)->dep == DEP_OBL && reading_is(r, c, CLASS_TALKS | CLASS_DISPUTE | CLASS_TEXT)) {
            other = tree_child_case(t, c, DEP_NMOD, "with");
            for (uint32_t i = c + 1; other == TREE_NONE && i <= t->right[c]; i++) /* "in a series of talks with X" */
                if (tree_token(t, i)->dep == DEP_NMOD && !strcmp(tree_case(t, i), "with"))
                    other = i;
        }
    if (s != TREE_NONE && other == TREE_NONE)
        TREE_CHILDREN(t, s, c)
            if (tree_token(t, c)->dep == DEP_ACL && tree_token(t, c)->tag == TAG_VBG)
                other = tree_child_case(t, c, DEP_OBL, "with");
    TREE_CHILDREN(t, v, c) { /* "a settlement was reached in a court battle between A and B" */
        uint32_t two = other == TREE_NONE && tree_token(t, c)->dep == DEP_OBL && reading_is(r, c, CLASS_DISPUTE) && r->m.party_count == 0 ? tree_child_case(t, c, DEP_NMOD, "between") : TREE_NONE;
        if (two != TREE_NONE)
            return read_somebody(r, two);
    }
    for (uint32_t i = about != TREE_NONE && about > v && reading_is(r, about, CLASS_TEXT) ? about + 1u : t->s->count; i <= t->right[v] && i < t->s->count && other == TREE_NONE; i++) /* "struck a deal, sealed over dinner, with X" */
        if (tree_token(t, i)->upper && (tree_token(t, i)->dep == DEP_OBL || tree_token(t, i)->dep == DEP_NMOD) && !strcmp(tree_case(t, i), "with") && t->left[i] > about + 2u && tree_token(t, t->left[i] - 1u)->low[0] == ',')
            other = i;
    uint32_t h = tree_token(t, v)->dep == DEP_CONJ ? tree_head(t, v) : TREE_NONE, talks = reading_is(r, h, CLASS_TALKS) ? h : h == TREE_NONE ? TREE_NONE : tree_child_case(t, h, DEP_OBL, "in"); /* "was in talks with X but could not agree" */
    if (other == TREE_NONE && reading_is(r, talks, CLASS_TALKS))
        other = tree_child_case(t, talks, DEP_NMOD, "with");
    return read_somebody(r, other);
}

/* "has signed a new Larch United contract": whose it is. */
entente_status sides_club_of(reading *r, uint32_t n)
{
    const tree *t = r->t;
    uint32_t from = n;
    while (from > 0 && tree_token(t, from - 1)->upper && tree_head(t, from - 1) == n)
        from--;
    if (from == n || tree_token(t, n)->upper || tree_token(t, from)->pos != POS_PROPN || parties_is_state(t, from) || reading_is(r, from, CLASS_TIME) || !lexicon_is_one(tree_token(t, n)->lemma, "contract", "extension", "deal"))
        return ENTENTE_OK;
    view where = {tree_token(t, from)->start, tree_token(t, n - 1)->end};
    const char *name = where.end - where.start <= PARTY_NAME_BYTES ? parties_surface(r->parties, where.start, where.end) : NULL;
    if (name)
        parties_add(&r->m, (party){.name = name, .country = "", .mention = where});
    return ENTENTE_OK;
}

/* "an agreement on trade with X": with whom, when the topic has taken it, which then ends before. */
entente_status sides_behind_topic(reading *r, uint32_t n)
{
    const tree *t = r->t;
    view *item = &r->m.items[0];
    for (uint32_t i = n + 1; r->m.item_count == 1 && i < t->s->count && tree_token(t, i)->end <= item->end; i++) {
        uint8_t dep = tree_token(t, i)->dep;
        uint32_t with = tree_token(t, t->left[i])->start;
        if ((dep != DEP_NMOD && dep != DEP_OBL) || with <= item->start || strcmp(tree_case(t, i), "with") != 0 || tree_token(t, t->right[i])->end != item->end)
            continue;
        entente_status e = read_somebody(r, i);
        if (!e && r->m.party_count > 1 && dep == DEP_NMOD && !reading_is(r, tree_head(t, i), CLASS_TEXT))
            item->end = r->m.content.end = tree_token(t, t->left[i] - 1u)->end;
        return e;
    }
    return ENTENTE_OK;
}

uint32_t sides_asker(const reading *r, uint32_t v, uint32_t n)
{
    const tree *t = r->t;
    uint32_t other = tree_child(t, n, DEP_POSS);
    if (other == TREE_NONE)
        other = tree_child_case(t, n, DEP_NMOD, "from");
    if (other == TREE_NONE)
        other = tree_child_case(t, n, DEP_NMOD, "by");
    if (other == TREE_NONE)
        other = tree_child_case(t, n, DEP_OBL, "from");
    TREE_CHILDREN(t, n, c) /* "a proposal put forward by X" */
        if (other == TREE_NONE && tree_token(t, c)->dep == DEP_ACL && tree_token(t, c)->tag == TAG_VBN)
            other = clause_agent(t, c);
    for (uint32_t i = n + 1; other == TREE_NONE && i <= t->right[n]; i++) /* "an offer of more pay from X" */
        if (tree_token(t, i)->dep == DEP_NMOD && (tree_token(t, i)->upper || (parties_is_people(t, i) && (r->classes[n] & CLASS_BID))) && (!strcmp(tree_case(t, i), "from") || !strcmp(tree_case(t, i), "by")))
            other = i;
    TREE_CHILDREN(t, v, c) { /* right behind it, but hung on the verb */
        const char *preposition = tree_case(t, c);
        if (other == TREE_NONE && tree_token(t, c)->dep == DEP_OBL && t->left[c] == t->right[n] + 1u && (!strcmp(preposition, "from") || !strcmp(preposition, "by")) && reading_is_somebody(r, c) && !(r->classes[c] & CLASS_TIME))
            other = c;
        uint32_t within = other == TREE_NONE && tree_token(t, c)->dep == DEP_OBL && t->left[c] == t->right[n] + 1u && !strcmp(preposition, "for") && reading_is(r, n, CLASS_BID) ? tree_child_case(t, c, DEP_OBL, "from") : TREE_NONE; /* "an offer for the striker from X" */
        for (uint32_t i = c + 1; within == TREE_NONE && other == TREE_NONE && !strcmp(preposition, "for") && t->left[c] == t->right[n] + 1u && reading_is(r, n, CLASS_BID) && i <= t->right[c]; i++)
            within = tree_token(t, i)->dep == DEP_NMOD && !strcmp(tree_case(t, i), "from") ? i : TREE_NONE;
        if (within != TREE_NONE && tree_token(t, within)->upper)
            other = within;
    }
    uint32_t join = other == TREE_NONE && reading_is_lemma(r, n, "invitation") ? tree_child(t, n, DEP_ACL) : TREE_NONE; /* "an invitation to join the League", "to become a member of it": the League's */
    uint32_t member = join == TREE_NONE ? TREE_NONE : reading_is_lemma(r, join, "join") ? tree_child(t, join, DEP_OBJ) : reading_is_lemma(r, join, "member") ? tree_child_case(t, join, DEP_NMOD, "of") : TREE_NONE;
    if (join != TREE_NONE && member == TREE_NONE && reading_is_lemma(r, join, "become") && reading_is_lemma(r, tree_child(t, join, DEP_XCOMP), "member"))
        member = tree_child_case(t, tree_child(t, join, DEP_XCOMP), DEP_NMOD, "of");
    if (member != TREE_NONE && tree_token(t, member)->upper && !parties_is_state(t, member) && !reading_is(r, member, CLASS_TIME))
        other = member;
    uint32_t settles = other == TREE_NONE && lexicon_is_one(tree_token(t, n)->lemma, "offer", "bid", "proposal") ? tree_child(t, n, DEP_ACL) : TREE_NONE, claim = reading_is_lemma(r, settles, "settle") ? tree_child(t, settles, DEP_OBJ) : TREE_NONE; /* "an offer to settle his claims against B" */
    uint32_t accused = reading_is(r, claim, CLASS_DISPUTE) ? tree_child_case(t, claim, DEP_NMOD, "against") : TREE_NONE;
    if (accused != TREE_NONE && reading_is_somebody(r, accused))
        other = accused;
    TREE_CHILDREN(t, n, c) /* "a German request": a state's; not "the Lima Agreement" */
        if (other == TREE_NONE && c < n && !(tree_token(t, n)->upper && parties_is_capital(t, c)) && tree_token(t, c)->upper && (tree_token(t, c)->dep == DEP_AMOD || tree_token(t, c)->dep == DEP_COMPOUND) && (parties_is_state(t, c) || lexicon_sector(tree_token(t, c)->low) == ENTENTE_SECTOR_IGO || parties_of_members(tree_token(t, c)->low)))
            other = c;
    TREE_CHILDREN(t, n, c) /* "the Paragon bid" */
        if (other == TREE_NONE && c < n && (lexicon_is_one(tree_token(t, n)->lemma, "bid", "offer", "draft") || reading_is_lemma(r, n, "proposal")) && tree_token(t, c)->upper && !t->s->shouted && tree_token(t, c)->dep == DEP_COMPOUND && !(r->classes[c] & (CLASS_TIME | CLASS_TEXT)))
            other = c;
    TREE_CHILDREN(t, n, c) { /* "Larch takeover bid" */
        uint32_t bidder = other == TREE_NONE && c < n && (reading_is_lemma(r, n, "bid") || reading_is_lemma(r, n, "offer")) && tree_token(t, c)->dep == DEP_COMPOUND && reading_is(r, c, CLASS_ACQUIRE) ? tree_child(t, c, DEP_COMPOUND) : TREE_NONE;
        if (bidder != TREE_NONE && tree_token(t, bidder)->upper)
            other = bidder;
    }
    TREE_CHILDREN(t, n, c) { /* "the UCT proposal" */
        const char *name = r->parties->text->data + tree_token(t, c)->start;
        uint32_t length = tree_token(t, c)->end - tree_token(t, c)->start;
        if (other == TREE_NONE && c < n && (r->classes[n] & CLASS_BID) && tree_token(t, c)->upper && tree_token(t, c)->pos == POS_PROPN && tree_token(t, c)->dep == DEP_COMPOUND && length > 1 && length < 6 && name[1] >= 'A' && name[1] <= 'Z' && name[length - 1] >= 'A' && name[length - 1] <= 'Z' && !(r->classes[c] & (CLASS_TIME | CLASS_TEXT)))
            other = c;
    }
    TREE_CHILDREN(t, n, c) /* "a union demand", "a company offer" */
        if (other == TREE_NONE && c < n && tree_token(t, c)->dep == DEP_COMPOUND && !tree_token(t, c)->upper && tree_token(t, c)->pos == POS_NOUN && (lexicon_sector(tree_token(t, c)->low) || reading_is(r, c, CLASS_PEOPLE)) && (r->classes[n] & CLASS_BID))
            other = c;
    if (other == TREE_NONE && (reading_is_lemma(r, n, "resignation") || reading_is_lemma(r, n, "demand") || reading_is_lemma(r, n, "request") || reading_is_lemma(r, n, "proposal") || reading_is_lemma(r, n, "invitation"))) { /* "accepted the resignation of X": who offered it */
        uint32_t of = tree_child_case(t, n, DEP_NMOD, "of");
        other = reading_is_somebody(r, of) ? of : TREE_NONE;
    }
    return other;
}

entente_status sides_of_answer(reading *r, uint32_t v, uint32_t answer, uint32_t n)
{
    entente_status e = sides_subject(r, v);
    uint32_t asker = sides_asker(r, answer, n);
    return !e && asker != TREE_NONE ? parties_read(r->parties, r->t, asker, &r->m) : e;
}

uint32_t sides_signed_for(const reading *r, uint32_t v)
{
    uint32_t whom = tree_child_case(r->t, v, DEP_OBL, "for"), behalf = tree_child_case(r->t, v, DEP_OBL, "on");
    if (whom == TREE_NONE && behalf != TREE_NONE && reading_is_lemma(r, behalf, "behalf"))
        whom = tree_child_case(r->t, behalf, DEP_NMOD, "of");
    return reading_is_somebody(r, whom) && !reading_is(r, whom, CLASS_TIME) ? whom : TREE_NONE;
}

void sides_who_asked(reading *r)
{
    enum { NEAR = 3 }; /* sentences */
    const party *asker = &r->parties->request.asker, *asked = &r->parties->request.asked;
    const sentence *before = r->parties->request.sentence;
    if (r->m.party_count != 1 || !before || before >= r->t->s || before + NEAR < r->t->s || !*asked->name || !parties_same_name(asked, &r->m.parties[0]) || parties_same_name(asker, &r->m.parties[0]))
        return;
    parties_add(&r->m, *asker);
    r->m.kind = ENTENTE_KIND_ACCEPTANCE;
}

entente_status sides_of_text(reading *r, uint32_t v, uint32_t n)
{
    entente_status e = sides_subject(r, v);
    if (!e)
        e = sides_counterparts(r, n);
    clause_instrument(r, n);
    clause_noun_complement(r, n);
    return e;
}

/* One word as the state it names, whatever it is joined to. */
static entente_status read_state(reading *r, uint32_t i)
{
    uint32_t n;
    const country *c = parties_country_at(r->t->s, i, i + 1, &n);
    if (c)
        parties_add(&r->m, (party){.name = c->name, .country = c->code, .sector = ENTENTE_SECTOR_GOV, .mention = {tree_token(r->t, i)->start, tree_token(r->t, i)->end}});
    return ENTENTE_OK;
}

/* Whether the one comma behind `i` stands right before the phrase of `c`; not of a subject: "three pacts, with A and B, are ready". */
static bool stands_apart(const tree *t, uint32_t i, uint32_t c)
{
    uint32_t commas = 0, left = c;
    while (left > i + 1 && strcmp(tree_token(t, left)->low, "with") != 0)
        left--;
    for (uint32_t k = i + 1; k < left; k++)
        commas += tree_is_low(t, k, ",");
    bool subject = tree_token(t, i)->dep == DEP_NSUBJ || tree_token(t, i)->dep == DEP_NSUBJ_PASS;
    return !subject && commas == 1 && left > 0 && tree_is_low(t, left - 1, ",");
}

entente_status sides_counterparts(reading *r, uint32_t i)
{
    static const char *const links[] = {"with", "between", "among", "by", "of", "across"};
    const tree *t = r->t;
    bool verb = tree_is_verb(t, i);
    entente_status e = ENTENTE_OK;
    if (!verb)
        TREE_CHILDREN(t, i, c) { /* "U.S.-Chinese accord", "China's pledge" */
            const token *k = tree_token(t, c);
            bool state = c < i && k->upper && (k->dep == DEP_AMOD || k->dep == DEP_COMPOUND || k->dep == DEP_NMOD) && parties_is_state(t, c);
            bool double_name = c > 1 && c < i && k->upper && (k->dep == DEP_COMPOUND || k->dep == DEP_AMOD) && !state && tree_is_low(t, c - 1, "-") && tree_token(t, c - 2)->upper && tree_token(t, c - 2)->end == tree_token(t, c - 1)->start && tree_token(t, c - 1)->end == k->start && reading_is(r, i, CLASS_TEXT | CLASS_TALKS) && c + 3 > i; /* "the Acme-Apex deal": both */
            if (!e && double_name) {
                e = parties_read(r->parties, t, c - 2, &r->m);
                uint32_t before = r->m.party_count;
                if (!e)
                    e = parties_read(r->parties, t, c, &r->m);
                if (!e && r->m.party_count == before + 1 && r->m.parties[before].mention.start < k->start && r->m.parties[before].mention.end == k->end) { /* not one double name */
                    const char *name = parties_surface(r->parties, k->start, k->end);
                    r->m.parties[before].mention.start = k->start;
                    r->m.parties[before].name = name ? name : r->m.parties[before].name;
                }
            }
            bool owner = k->dep == DEP_POSS && c < i && !(k->pos == POS_PRON && r->m.party_count);
            bool place = k->upper && ((k->dep == DEP_COMPOUND && tree_token(t, i)->upper && c + 1 == i) || parties_is_capital(t, c)); /* "the Doha Agreement", "the Paris climate accord" */
            bool pair = state && c + 2 < i && tree_is_low(t, c + 1, "-") && tree_token(t, c + 1)->start == k->end && tree_token(t, c + 2)->upper && tree_token(t, c + 2)->dep == DEP_FLAT && parties_is_state(t, c + 2); /* "Peru-Chile talks", read as one name */
            if (!e && ((state && !place) || owner))
                e = pair ? read_state(r, c) : parties_read(r->parties, t, c, &r->m);
            if (!e && pair)
                e = read_state(r, c + 2);
            if (!e && !state && !double_name && c < i && k->dep == DEP_COMPOUND && k->upper && k->pos == POS_PROPN && reading_is(r, i, CLASS_ACQUIRE) && !tree_token(t, i)->upper && !(r->classes[c] & CLASS_TIME))
                e = parties_read(r->parties, t, c, &r->m); /* "the $3bn Boden takeover" */
            uint32_t inner = c < i && k->dep == DEP_COMPOUND ? tree_child(t, c, DEP_AMOD) : TREE_NONE; /* "a Franco-Dutch fisheries accord", the states hung on its first noun */
            if (!e && inner != TREE_NONE && tree_token(t, inner)->upper && parties_is_state(t, inner))
                e = parties_read(r->parties, t, inner, &r->m);
        }
    if (!verb)
        TREE_CHILDREN(t, i, c) /* "a pledge made by Japan", "the accord reached between them" */
            if (!e && c > i && tree_token(t, c)->dep == DEP_ACL && tree_token(t, c)->tag == TAG_VBN && !reading_is_lemma(r, c, "broker") && !reading_is_lemma(r, c, "mediate")) {
                uint32_t by = clause_agent(t, c), between = tree_child_case(t, c, DEP_OBL, "between");
                by = by != TREE_NONE ? by : between;
                e = by == TREE_NONE ? ENTENTE_OK : parties_read(r->parties, t, by, &r->m);
            }
    if (!verb)
        TREE_CHILDREN(t, i, c) { /* "a deal that allowed X to stay" */
            uint32_t granted = c > i && tree_token(t, c)->dep == DEP_RELCL && tree_child(t, c, DEP_XCOMP) != TREE_NONE ? tree_child(t, c, DEP_OBJ) : TREE_NONE;
            if (granted == TREE_NONE && c > i && tree_token(t, c)->dep == DEP_RELCL && tree_child(t, c, DEP_XCOMP) != TREE_NONE)
                granted = tree_child(t, c, DEP_IOBJ);
            if (!e && granted != TREE_NONE && tree_token(t, granted)->upper && !reading_is(r, granted, CLASS_TEXT))
                e = parties_read(r->parties, t, granted, &r->m);
            uint32_t bound = c > i && tree_token(t, c)->dep == DEP_RELCL && (tree_is_low(t, t->left[c], "under") || tree_is_low(t, t->left[c], "whereby")) ? tree_child(t, c, DEP_NSUBJ) : TREE_NONE; /* "an agreement under which B will buy it" */
            if (!e && bound != TREE_NONE && tree_token(t, bound)->upper && !clause_passive(t, c))
                e = parties_read(r->parties, t, bound, &r->m);
        }
    for (size_t q = 0; q < sizeof links / sizeof *links && !e; q++) {
        if (verb && q > 2)
            break; /* the agent is the subject, "of" belongs to nouns */
        uint32_t c = tree_child_case(t, i, verb ? DEP_OBL : DEP_NMOD, links[q]);
        if (c == TREE_NONE && !verb && q < 2)
            c = tree_child_case(t, i, DEP_OBL, links[q]);
        if (c == TREE_NONE && !verb && q < 4 && tree_head(t, i) != TREE_NONE) { /* right behind the noun, but hung on the verb */
            c = tree_child_case(t, tree_head(t, i), DEP_OBL, links[q]);
            c = c == TREE_NONE && q == 3 ? tree_child_case(t, tree_head(t, i), DEP_AGENT, links[q]) : c;
            if (c != TREE_NONE && tree_child_lemma(t, c, DEP_CASE, links[q]) != i + 1)
                c = TREE_NONE;
        }
        if (c != TREE_NONE && q == 0 && stands_apart(t, i, c))
            continue; /* "to strike a deal, with Peru keen to avert a strike" */
        if (c != TREE_NONE && q == 4 && reading_is_lemma(r, c, "court"))
            continue; /* "settled out of court" */
        bool people = c != TREE_NONE && ((tree_token(t, c)->upper && (q < 4 || reading_is_lemma(r, i, "merger"))) || parties_is_state(t, c) || (r->classes[c] & (CLASS_GROUP | CLASS_TITLE)) || parties_is_people(t, c));
        if (c != TREE_NONE && c > i && (tree_is_nominal(t, c) || (tree_token(t, c)->upper && parties_is_state(t, c))) && (q < 3 || people) && !(q == 4 && (r->classes[c] & (CLASS_TEXT | CLASS_TIME))) && !(r->classes[c] & CLASS_TIME))
            e = parties_read(r->parties, t, c, &r->m);
    }
    return e;
}

entente_status sides_of_prospect(reading *r, uint32_t n)
{
    entente_status e = sides_counterparts(r, n);
    for (uint32_t i = n + 1; !e && !r->m.party_count && i <= r->t->right[n]; i++) /* "an accord on quotas between A and B" */
        if (!strcmp(tree_case(r->t, i), "between"))
            e = parties_read(r->parties, r->t, i, &r->m);
    if (!e && r->m.party_count < 2)
        parties_in_play(r->parties, &r->m, (view){tree_token(r->t, n)->start, tree_token(r->t, n)->end});
    clause_instrument(r, n);
    clause_noun_complement(r, n);
    return e;
}

uint32_t sides_teller(const reading *r, uint32_t v)
{
    uint32_t report = tree_token(r->t, v)->dep == DEP_CCOMP ? tree_head(r->t, v) : tree_child(r->t, v, DEP_PARATAXIS); /* "..., the regulator said" */
    return reading_is(r, report, CLASS_REPORT) && tree_is_verb(r->t, report) ? tree_child(r->t, report, DEP_NSUBJ) : TREE_NONE;
}

/* The words from `first` to `last`, and those with capitals behind before `end`, as the name of a party. */
static void add_name(reading *r, uint32_t first, uint32_t last, uint32_t end, entente_sector sector)
{
    const tree *t = r->t;
    while (last + 1 < end && tree_token(t, last + 1)->upper)
        last++;
    view name = {tree_token(t, first)->start, tree_token(t, last)->end};
    const char *whose = tree_token(t, first)->upper && name.end - name.start < PARTY_NAME_BYTES ? parties_surface(r->parties, name.start, name.end) : NULL;
    if (whose)
        parties_add(&r->m, (party){.name = whose, .country = "", .mention = name, .sector = sector});
}

/* "Acme said its pilots had accepted a contract", "Acme's pilots voted for it": workers alone agree with whose they are. */
static entente_status sides_employer(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t s = tree_is_verb(t, v) ? clause_subject(r, v) : TREE_NONE, owner = s == TREE_NONE ? TREE_NONE : tree_child(t, s, DEP_POSS), teller = sides_teller(r, v);
    uint32_t at = s == TREE_NONE ? TREE_NONE : tree_child_case(t, s, DEP_NMOD, "at"); /* "nurses at Acme Hospital" */
    if (r->m.parties[0].sector == ENTENTE_SECTOR_LAB && r->m.kind != ENTENTE_KIND_COMMITMENT && at != TREE_NONE && tree_token(t, at)->upper && (!tree_token(t, s)->upper || s == 0))
        return parties_read(r->parties, t, at, &r->m);
    uint32_t whose = at == TREE_NONE ? TREE_NONE : tree_child(t, at, DEP_POSS); /* "workers at Acme's Lima plant" */
    if (whose != TREE_NONE && tree_token(t, whose)->upper && r->m.parties[0].sector == ENTENTE_SECTOR_LAB && r->m.kind != ENTENTE_KIND_COMMITMENT)
        return parties_read(r->parties, t, whose, &r->m);
    TREE_CHILDREN(t, at == TREE_NONE ? v : at, c) /* "nurses at four Acme Health hospitals" */
        if (at != TREE_NONE && c < at && tree_token(t, c)->upper && tree_token(t, c)->dep == DEP_COMPOUND && r->m.parties[0].sector == ENTENTE_SECTOR_LAB && r->m.kind != ENTENTE_KIND_COMMITMENT && (!tree_token(t, s)->upper || s == 0)) {
            add_name(r, t->left[c], c, at, 0);
            return ENTENTE_OK;
        }
    if (owner == TREE_NONE || tree_token(t, s)->upper || r->m.parties[0].sector != ENTENTE_SECTOR_LAB || r->m.kind == ENTENTE_KIND_COMMITMENT)
        return ENTENTE_OK;
    uint32_t employer = tree_token(t, owner)->upper ? owner : (tree_is_low(t, owner, "its") || tree_is_low(t, owner, "their")) && teller != TREE_NONE && tree_token(t, teller)->upper ? teller : TREE_NONE;
    return employer == TREE_NONE ? ENTENTE_OK : parties_read(r->parties, t, employer, &r->m);
}

/* "Acme Rovers striker Jo Doe signed a contract", "an extension that will keep him at Acme Rovers": with the club. */
static entente_status sides_club(reading *r, uint32_t v)
{
    static const char *const terms[] = {"contract", "extension", "deal", "terms", "term", "offer"};
    const tree *t = r->t;
    uint32_t s = tree_is_verb(t, v) ? clause_subject(r, v) : TREE_NONE, n = r->noun == TREE_NONE ? tree_child(t, v, DEP_OBJ) : r->noun;
    if (s == TREE_NONE || n == TREE_NONE || !(tree_token(t, s)->upper || tree_child(t, s, DEP_APPOS) != TREE_NONE) || !r->m.parties[0].person || !LEXICON_IS_ANY(tree_token(t, n)->lemma, terms))
        return ENTENTE_OK;
    uint32_t stays = tree_child(t, n, DEP_RELCL), at = stays == TREE_NONE ? TREE_NONE : tree_child_case(t, stays, DEP_OBL, "at");
    if (at != TREE_NONE && tree_token(t, at)->upper && reading_is_lemma(r, stays, "keep"))
        return parties_read(r->parties, t, at, &r->m);
    uint32_t report = tree_token(t, v)->dep == DEP_CCOMP ? tree_head(t, v) : TREE_NONE, club = report != TREE_NONE && lexicon_is_one(tree_token(t, report)->lemma, "announce", "confirm", "reveal") ? clause_subject(r, report) : TREE_NONE;
    if (club != TREE_NONE && (tree_token(t, club)->upper || lexicon_sector(tree_token(t, club)->low) == ENTENTE_SECTOR_SPORT) && tree_child(t, club, DEP_FLAT) == TREE_NONE && !reading_is(r, club, CLASS_TITLE))
        return parties_read(r->parties, t, club, &r->m); /* "Larch Rovers announced that Doe has extended his contract" */
    uint32_t first = t->left[s], role = first + 1;
    while (role < s && tree_token(t, role)->upper)
        role++;
    uint32_t club_end = role;
    if (role + 1 < s && tree_is_low(t, role, "'s")) /* "Larch's star forward Jo Doe" */
        while (role + 1 < s && role < club_end + 3 && lexicon_sector(tree_token(t, role)->low) != ENTENTE_SECTOR_SPORT)
            role++;
    if (tree_token(t, first)->upper && role < s && lexicon_sector(tree_token(t, role)->low) == ENTENTE_SECTOR_SPORT && !parties_is_state(t, first))
        add_name(r, first, first, club_end, ENTENTE_SECTOR_SPORT);
    return ENTENTE_OK;
}

/* "The regulator said Acme had agreed to pay a fine": with whom one settles. */
static entente_status sides_regulator(reading *r, uint32_t v)
{
    static const char *const regulators[] = {"regulator", "prosecutor", "watchdog", "commission", "agency", "authority", "department", "ministry", "attorney", "ombudsman"}, *const penalties[] = {"fine", "penalty", "charge", "claim", "allegation", "lawsuit", "restitution", "settlement", "case"};
    const tree *t = r->t;
    uint32_t teller = sides_teller(r, v), pays = tree_child(t, v, DEP_XCOMP), penalty = TREE_NONE;
    uint32_t deal = tree_child(t, v, DEP_OBJ), pleads = deal == TREE_NONE ? TREE_NONE : tree_child(t, deal, DEP_ACL);
    pleads = pleads == TREE_NONE && deal != TREE_NONE ? tree_child(t, v, DEP_ADVCL) : pleads;
    bool plea = (reading_is_lemma(r, v, "agree") && reading_is_lemma(r, pays, "plead")) || (reading_is(r, deal, CLASS_TEXT) && reading_is_lemma(r, pleads, "plead"));
    if (plea && teller != TREE_NONE && LEXICON_IS_ANY(tree_token(t, teller)->lemma, regulators)) {
        entente_status with = parties_read(r->parties, t, teller, &r->m);
        r->m.kind = r->m.party_count > 1 && r->m.kind == ENTENTE_KIND_COMMITMENT ? ENTENTE_KIND_MUTUAL : r->m.kind;
        return with;
    }
    if (teller == TREE_NONE || !reading_is_lemma(r, v, "agree") || !reading_is_lemma(r, pays, "pay") || !LEXICON_IS_ANY(tree_token(t, teller)->lemma, regulators))
        return ENTENTE_OK;
    for (uint32_t i = pays + 1; i <= t->right[pays] && penalty == TREE_NONE; i++)
        penalty = LEXICON_IS_ANY(tree_token(t, i)->lemma, penalties) ? i : TREE_NONE;
    if (penalty == TREE_NONE)
        return ENTENTE_OK;
    entente_status e = parties_read(r->parties, t, teller, &r->m);
    r->m.kind = r->m.party_count > 1 && r->m.kind == ENTENTE_KIND_COMMITMENT ? ENTENTE_KIND_MUTUAL : r->m.kind;
    return e;
}

/* "Drivers called off a strike after Acme agreed to talks": with those who strike. */
static entente_status sides_strikers(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t main = tree_token(t, v)->dep == DEP_ADVCL && tree_child_lemma(t, v, DEP_MARK, "after") != TREE_NONE ? tree_head(t, v) : TREE_NONE, s = main == TREE_NONE ? TREE_NONE : tree_child(t, main, DEP_NSUBJ);
    bool ended = s != TREE_NONE && tree_is_verb(t, main) && !clause_passive(t, main) && reading_is(r, main, CLASS_BREAK | CLASS_LEAVE | CLASS_FAILING) && (reading_is_lemma(r, tree_child(t, main, DEP_OBJ), "strike") || reading_is_lemma(r, tree_child(t, main, DEP_OBJ), "protest"));
    return ended && reading_is_somebody(r, s) && r->m.family == FAMILY_AGREE ? parties_read(r->parties, t, s, &r->m) : ENTENTE_OK;
}

/* "The army accused the rebels of breaking the truce": whose truce it was too. */
static entente_status sides_accuser(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t accused = tree_token(t, v)->tag == TAG_VBG ? tree_head(t, v) : TREE_NONE, accuses = accused == TREE_NONE || tree_is_verb(t, accused) ? accused : tree_head(t, accused);
    uint32_t s = reading_is_lemma(r, accuses, "accuse") && !clause_passive(t, accuses) ? clause_subject(r, accuses) : TREE_NONE;
    entente_sector side = s == TREE_NONE ? 0 : lexicon_sector(tree_token(t, s)->low);
    bool prosecutes = s != TREE_NONE && (reading_is_lemma(r, s, "prosecutor") || reading_is_lemma(r, s, "counsel")) && reading_is_lemma(r, r->noun, "deal"); /* whose plea deal it was */
    bool one = prosecutes || (s != TREE_NONE && parties_is_state(t, s)) || (s != TREE_NONE && (side == ENTENTE_SECTOR_MIL || side == ENTENTE_SECTOR_REB || tree_is_low(t, s, "government")));
    uint32_t state = s == TREE_NONE ? TREE_NONE : tree_child(t, s, DEP_AMOD) != TREE_NONE ? tree_child(t, s, DEP_AMOD) : tree_child(t, s, DEP_COMPOUND); /* "Peruvian officials accused" */
    one |= state != TREE_NONE && tree_token(t, state)->upper && parties_is_state(t, state) && (tree_is_low(t, s, "officials") || reading_is(r, s, CLASS_TITLE));
    entente_sector other = accused == TREE_NONE || tree_is_verb(t, accused) ? 0 : lexicon_sector(tree_token(t, accused)->low);
    one |= s != TREE_NONE && tree_token(t, s)->upper && tree_token(t, s)->pos != POS_PRON && (other == ENTENTE_SECTOR_MIL || other == ENTENTE_SECTOR_REB || other == ENTENTE_SECTOR_GOV || (accused != TREE_NONE && parties_is_state(t, accused))); /* "The Front accused the army" */
    if (!one || r->m.family != FAMILY_BREAK)
        return ENTENTE_OK;
    if (r->noun != TREE_NONE && !tree_token(t, r->noun)->upper)
        r->m.kind = ENTENTE_KIND_MUTUAL; /* a truce of the two */
    return parties_read(r->parties, t, s, &r->m);
}

/* How often the word stands in the first part of an article, up to three. */
static uint32_t times_in_article(const text *t, view word)
{
    enum { LOOKED = 16 * 1024, OFTEN = 3 };
    uint32_t n = word.end - word.start, end = t->length < LOOKED ? t->length : LOOKED, count = 0;
    for (const char *p = t->data, *stop = t->data + end; count < OFTEN && (p = memmem(p, (size_t)(stop - p), t->data + word.start, n)); p += n) {
        bool whole = (p == t->data || !isalpha((unsigned char)p[-1])) && (p + n >= t->data + t->length || !isalpha((unsigned char)p[n]));
        count += whole;
    }
    return count;
}

/* "agreed to let Acme sell it", "agreed to a round of talks with Acme": who is named in what one alone agrees to do, and again and again in the article, is with whom. */
static entente_status sides_often_named(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t x = tree_child(t, v, DEP_XCOMP);
    if ((r->m.family != FAMILY_AGREE && !reading_is(r, v, CLASS_COMMIT)) || x == TREE_NONE || clause_passive(t, x))
        return ENTENTE_OK;
    for (uint32_t i = x + 1; i <= t->right[x]; i++) {
        const token *k = tree_token(t, i);
        bool receives = tree_head(t, i) == x && (k->dep == DEP_OBJ || k->dep == DEP_IOBJ), beside = (k->dep == DEP_NMOD || k->dep == DEP_OBL) && !strcmp(tree_case(t, i), "with");
        uint32_t n;
        if (!k->upper || k->pos != POS_PROPN || !(receives || beside) || k->end - k->start < 3 || reading_is(r, i, CLASS_TIME | CLASS_TEXT) || parties_country_at(t->s, i, t->s->count, &n) || times_in_article(r->parties->text, (view){k->start, k->end}) < 3)
            continue;
        return parties_read(r->parties, t, i, &r->m);
    }
    return ENTENTE_OK;
}

/* "agreed on a bailout for Peru": a state that is helped out. */
static entente_status sides_helped(reading *r, uint32_t v)
{
    static const char *const help[] = {"bailout", "bail-out", "rescue", "package", "lifeline", "loan"};
    const tree *t = r->t;
    if (r->m.family != FAMILY_AGREE && r->m.family != FAMILY_MAKE)
        return ENTENTE_OK;
    for (uint32_t i = v + 3; i <= t->right[v]; i++)
        if (tree_token(t, i)->upper && lexicon_is_one(tree_token(t, i - 1)->low, "for", "of", "to") && LEXICON_IS_ANY(tree_token(t, i - 2)->lemma, help) && parties_is_state(t, i))
            return read_state(r, i);
    return ENTENTE_OK;
}

/* "is nearing a takeover agreement for Apex": the one that is to be taken over. */
static entente_status sides_taken_over(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t n = r->noun, kind = n == TREE_NONE || n >= t->s->count || n < v ? TREE_NONE : tree_child(t, n, DEP_COMPOUND);
    if (kind == TREE_NONE || !lexicon_is_one(tree_token(t, kind)->low, "takeover", "buyout", "acquisition"))
        return ENTENTE_OK;
    uint32_t target = tree_child_case(t, n, DEP_NMOD, "for");
    target = target == TREE_NONE ? tree_child_case(t, v, DEP_OBL, "for") : target;
    return target != TREE_NONE && target > n && tree_token(t, target)->upper && !reading_is(r, target, CLASS_TIME) ? parties_read(r->parties, t, target, &r->m) : ENTENTE_OK;
}

/* "Under an agreement with inmates, the warden promised to X": to them. */
static entente_status sides_under(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t n = r->m.family == FAMILY_PLEDGE ? tree_child_case(t, v, DEP_OBL, "under") : TREE_NONE, with = n == TREE_NONE || !reading_is(r, n, CLASS_TEXT) ? TREE_NONE : tree_child_case(t, n, DEP_NMOD, "with");
    return with != TREE_NONE && (reading_is_somebody(r, with) || parties_is_people(t, with)) ? parties_read(r->parties, t, with, &r->m) : ENTENTE_OK;
}

entente_status sides_beside(reading *r, uint32_t v)
{
    static entente_status (*const ways[])(reading *, uint32_t) = {sides_employer, sides_helped, sides_taken_over, sides_under, sides_strikers, sides_accuser, sides_club, sides_regulator, sides_often_named};
    entente_status e = ENTENTE_OK;
    for (size_t i = 0; i < sizeof ways / sizeof *ways && !e && r->m.party_count == 1; i++)
        e = ways[i](r, v);
    return e;
}
