/* SPDX-License-Identifier: MIT */
/* Signings whose text the sentence does not name: it was told of before. */
#include <string.h>

#include "reading.h"

/* Reads `whom` alone, whatever the tree has joined to it. */
static entente_status read_alone(reading *r, uint32_t whom)
{
    uint32_t before = r->m.party_count, kept = before;
    entente_status e = parties_read(r->parties, r->t, whom, &r->m);
    for (uint32_t i = before; i < r->m.party_count; i++) {
        view w = r->m.parties[i].mention;
        if (w.start <= tree_token(r->t, whom)->start && w.end >= tree_token(r->t, whom)->end)
            r->m.parties[kept++] = r->m.parties[i];
    }
    r->m.party_count = kept;
    return e;
}

/* "Norway signed with reservations", "Iceland did not sign": what, the sentences before tell. */
static entente_status read_signing_alone(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t s = clause_subject(r, v), next = v + 1 < t->s->count ? v + 1 : v;
    if (!r->parties->agreed || r->parties->deal_words < 2 || s == TREE_NONE || s > v || t->s->headline || tree_child(t, v, DEP_PRT) != TREE_NONE || clause_object(r, v) != TREE_NONE || clause_passive(t, v) || clause_below(r, v) != TREE_NONE || r->m.status == ENTENTE_AGREEMENT_PENDING ||
        !(reading_is_somebody(r, s) || tree_is_low(t, s, "they")) || tree_token(t, v)->dep == DEP_ADVCL || tree_token(t, v)->tag == TAG_VBZ || tree_token(t, v)->tag == TAG_VBP || !(tree_is_low(t, next, "with") || tree_is_low(t, next, ".") || tree_is_low(t, next, ",") || tree_token(t, next)->pos == POS_ADV || tree_is_low(t, next, "on") || tree_is_low(t, next, "and")))
        return ENTENTE_AGAIN;
    uint32_t with = tree_child_case(t, v, DEP_OBL, "with"), on = tree_child_case(t, v, DEP_OBL, "on"); /* a club, or a day */
    if ((with != TREE_NONE && tree_token(t, with)->upper) || (on != TREE_NONE && !reading_is(r, on, CLASS_TIME) && !tree_token(t, on)->upper))
        return ENTENTE_AGAIN;
    entente_status e = sides_subject(r, v);
    return reading_end(r, e, 1, 0, ENTENTE_KIND_INSTRUMENT, FAMILY_SIGN);
}

/* "Chile has ratified it": the text that the sentences before spoke of. */
entente_status read_signed_it(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t o = clause_object(r, v), s = clause_subject(r, v);
    if (!r->parties->agreed || !r->parties->deal_words || t->s->headline || o == TREE_NONE || o < v || s == TREE_NONE || !(tree_is_low(t, o, "it") || tree_is_low(t, o, "them")) || !lexicon_is_one(tree_token(t, v)->lemma, "sign", "ratify", "initial") || reading_text_before(r, v) != TREE_NONE || !(reading_is_somebody(r, s) || tree_is_low(t, s, "they")) || tree_token(t, v)->dep == DEP_ADVCL)
        return ENTENTE_AGAIN;
    entente_status e = sides_subject(r, v);
    r->m.of_it = true;
    return reading_end(r, e, 1, 0, ENTENTE_KIND_INSTRUMENT, FAMILY_SIGN);
}

/* "A signed for Norway, and B signed for Iceland": what, the sentences before tell. */
entente_status read_signing(reading *r, uint32_t v)
{
    const tree *t = r->t;
    if (reading_is_lemma(r, v, "sign") && sides_signed_for(r, v) == TREE_NONE)
        return read_signing_alone(r, v);
    uint32_t whom = sides_signed_for(r, v), first = tree_token(t, v)->dep == DEP_CONJ ? tree_head(t, v) : TREE_NONE;
    uint32_t next = tree_child(t, v, DEP_CONJ);
    bool two = reading_is_lemma(r, next, "sign") && sides_signed_for(r, next) != TREE_NONE; /* without a word of a text elsewhere */
    if (!reading_is_lemma(r, v, "sign") || whom == TREE_NONE || !(r->parties->deal_words || two) || tree_child(t, v, DEP_OBJ) != TREE_NONE || tree_child(t, v, DEP_PRT) != TREE_NONE || clause_passive(t, v) || clause_subject(r, v) == TREE_NONE || (reading_is_lemma(r, first, "sign") && sides_signed_for(r, first) != TREE_NONE))
        return ENTENTE_AGAIN;
    entente_status e = read_alone(r, whom); /* those signed for, not those who hold the pen */
    TREE_CHILDREN(t, v, c)
        if (!e && tree_token(t, c)->dep == DEP_CONJ && reading_is_lemma(r, c, "sign") && (whom = sides_signed_for(r, c)) != TREE_NONE)
            e = read_alone(r, whom);
    return reading_end(r, e, 2, 0, ENTENTE_KIND_INSTRUMENT, FAMILY_SIGN);
}
