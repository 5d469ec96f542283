/* SPDX-License-Identifier: MIT */
/* The families of triggers, each a function that takes or refuses a token and reads its clause. */
#include <string.h>

#include "reading.h"

/* "agreed to X", "agreed with B on X". */
static entente_status read_agree(reading *r, uint32_t i, const sentence *before)
{
    const sentence *s = r->s;
    unsigned k = r->classes[i];
    entente_status e;
    if (!(k & CLASS_AGREE))
        return ENTENTE_AGAIN;
    uint32_t i1 = clause_over_adjuncts(s, i + 1);
    bool complement = token_is(s, i1, "to") || token_is(s, i1, "on") || token_is(s, i1, "that") || token_is(s, i1, "not") || token_is(s, i1, "upon") || token_is(s, i1, "with");
    if (!complement || (token_is(s, i1, "upon") && !(i > 0 && (r->classes[i - 1] & CLASS_AUX))))
        return ENTENTE_AGAIN;
    r->m.kind = ENTENTE_KIND_MUTUAL;
    e = clause_read(r, before, i + 1, false);
    if (!e)
        e = clause_read_target(r);
    if (e || !r->m.item_count)
        return e ? e : ENTENTE_AGAIN;
    if (r->m.party_count < 2)
        r->m.kind = clause_headed_by_request(r) ? ENTENTE_KIND_ACCEPTANCE : ENTENTE_KIND_COMMITMENT;
    r->m.confidence = r->m.party_count >= 2 ? 97 : r->m.party_count ? 94 : 65;
    return ENTENTE_OK;
}

/* "pledged to X", "promised that X". */
static entente_status read_pledge(reading *r, uint32_t i, const sentence *before)
{
    const sentence *s = r->s;
    unsigned k = r->classes[i];
    entente_status e;
    if (!((k & CLASS_PLEDGE) && !s->tokens[i].upper && !(i > 0 && ((r->classes[i - 1] & CLASS_FUNCTION) || token_is(s, i - 1, "'s")))))
        return ENTENTE_AGAIN;
    if (!(token_is(s, i + 1, "to") || token_is(s, i + 1, "that") || token_is(s, i + 1, "not") || (r->classes[i + 1 < s->count ? i + 1 : i] & CLASS_FUNCTION) || token_ends_in(s->tokens[i].low, "ed")))
        return ENTENTE_AGAIN;
    r->m.kind = ENTENTE_KIND_COMMITMENT;
    e = clause_read(r, before, i + 1, false);
    if (!e && !r->m.item_count)
        clause_read_content(r, i + 1);
    if (e || !r->m.item_count || !r->m.party_count)
        return e ? e : ENTENTE_AGAIN;
    r->m.confidence = 90;
    return ENTENTE_OK;
}

/* "expressed his readiness to X", in answer to an invitation. */
static entente_status read_readiness(reading *r, uint32_t i, const sentence *before)
{
    const sentence *s = r->s;
    entente_status e;
    if (!(token_is(s, i, "expressed") || token_is(s, i, "expresses")))
        return ENTENTE_AGAIN;
    uint32_t n = i + 1;
    if (n < s->count && (r->classes[n] & CLASS_FUNCTION))
        n++;
    if (!(token_is(s, n, "readiness") || token_is(s, n, "willingness")))
        return ENTENTE_AGAIN;
    r->last = n;
    r->m.kind = ENTENTE_KIND_ACCEPTANCE;
    e = clause_read(r, before, n + 1, false);
    if (!e)
        e = clause_read_inviter(r);
    if (e || !r->m.item_count)
        return e ? e : ENTENTE_AGAIN;
    if (r->m.party_count < 2)
        return ENTENTE_AGAIN;
    r->m.confidence = 90;
    return ENTENTE_OK;
}

/* "reaffirmed its commitment to X", "committed to doing X"; not the stance "remains committed". */
static entente_status read_renewal(reading *r, uint32_t i, const sentence *before)
{
    const sentence *s = r->s;
    unsigned k = r->classes[i];
    entente_status e;
    if (!((k & CLASS_RENEWAL) || (token_is(s, i, "committed") && token_is(s, i + 1, "to") && !(i > 0 && (r->classes[i - 1] & CLASS_AUX) && !token_is(s, i - 1, "have") && !token_is(s, i - 1, "has")))))
        return ENTENTE_AGAIN;
    uint32_t n = i + 1;
    if (k & CLASS_RENEWAL) {
        while (n < s->count && n < i + 6 && !(r->classes[n] & CLASS_DUTY) && !token_is_punctuation(&s->tokens[n]))
            n++;
        if (n >= s->count || !(r->classes[n] & CLASS_DUTY) || !token_is(s, n + 1, "to"))
            return ENTENTE_AGAIN;
        r->last = n++;
    } else if ((i > 0 && strncmp(s->tokens[i - 1].low, "remain", 6) == 0) || !(clause_opens_action(r, i + 2) || (i + 2 < s->count && token_ends_in(s->tokens[i + 2].low, "ing")))) {
        return ENTENTE_AGAIN; /* a stance, or another sense */
    }
    r->m.kind = ENTENTE_KIND_COMMITMENT;
    e = clause_read(r, before, n, false);
    if (e || !r->m.item_count || !r->m.party_count)
        return e ? e : ENTENTE_AGAIN;
    r->m.confidence = 92;
    return ENTENTE_OK;
}

/* "withdrew from the accord", "pulled out of the deal". */
static entente_status read_withdrawal(reading *r, uint32_t i, const sentence *before)
{
    const sentence *s = r->s;
    entente_status e;
    if (!((token_is(s, i, "withdraw") || token_is(s, i, "withdrew") || token_is(s, i, "withdrawn") || token_is(s, i, "withdraws") || token_is(s, i, "withdrawing") || token_is(s, i, "out")) &&
        (token_is(s, i + 1, "from") || token_is(s, i + 1, "of"))))
        return ENTENTE_AGAIN;
    uint32_t n = clause_find_noun(r, i + 2, 8);
    if (token_is(s, i, "out")) {
        if (i == 0 || !(token_is(s, i - 1, "pulled") || token_is(s, i - 1, "pulling") || token_is(s, i - 1, "pull") || token_is(s, i - 1, "backed") || token_is(s, i - 1, "dropped")))
            return ENTENTE_AGAIN;
        r->first = i - 1;
    }
    if (n == s->count)
        return ENTENTE_AGAIN;
    r->m.kind = ENTENTE_KIND_INSTRUMENT;
    r->m.status = ENTENTE_AGREEMENT_BROKEN;
    r->m.instrument = clause_instrument_at(r, n);
    e = clause_read(r, before, n + 1, true);
    if (e || !r->m.party_count)
        return e ? e : ENTENTE_AGAIN;
    r->m.confidence = 82;
    return ENTENTE_OK;
}

/* "the treaty entered into force". */
static entente_status read_entry_into_force(reading *r, uint32_t i, const sentence *before)
{
    (void)before;
    const sentence *s = r->s;
    entente_status e;
    if (!((token_is(s, i, "enter") || token_is(s, i, "enters") || token_is(s, i, "entered")) && token_is(s, i + 1, "into") && token_is(s, i + 2, "force")))
        return ENTENTE_AGAIN;
    uint32_t n = i;
    while (n > 0 && !((r->classes[n - 1] & CLASS_NOUN)))
        n--;
    if (n == 0)
        return ENTENTE_AGAIN;
    if (i > 0 && (r->classes[i - 1] & CLASS_PRONOUN))
        return ENTENTE_AGAIN; /* "before it enters into force" */
    r->last = i + 2;
    r->m.kind = ENTENTE_KIND_INSTRUMENT;
    r->m.instrument = clause_instrument_at(r, n - 1);
    (void)clause_read_auxiliaries(r);
    e = clause_read_noun_complements(r, n);
    r->m.item_count = 0;
    r->m.content = (view){0, 0};
    r->m.confidence = 85;
    clause_read_time(r);
    return e;
}

/* "the accord was reached between A and B": the text is the subject. */
static entente_status read_passive(reading *r, uint32_t i, const sentence *before)
{
    const sentence *s = r->s;
    unsigned k = r->classes[i];
    entente_status e;
    if (!((k & (CLASS_SIGN | CLASS_LIGHT)) && i >= 2 && (token_is(s, i - 1, "was") || token_is(s, i - 1, "were") || token_is(s, i - 1, "been") || token_is(s, i - 1, "be"))))
        return ENTENTE_AGAIN;
    uint32_t n = i; /* the parties stand behind "by", "between", "with" */
    while (n > 0 && n + 8 > i && !(r->classes[n - 1] & CLASS_NOUN))
        n--;
    if (n == 0 || !(r->classes[n - 1] & CLASS_NOUN))
        return ENTENTE_AGAIN;
    r->m.kind = (k & CLASS_SIGN) ? ENTENTE_KIND_INSTRUMENT : ENTENTE_KIND_MUTUAL;
    r->m.instrument = clause_instrument_at(r, n - 1);
    (void)clause_read_auxiliaries(r);
    for (uint32_t q = i + 1; q < s->count && q < i + 8; q++)
        if (token_is(s, q, "by") || token_is(s, q, "between") || token_is(s, q, "with")) {
            uint32_t to = q + 1;
            while (to < s->count && !token_is_punctuation(&s->tokens[to]) && !((r->classes[to] & CLASS_PREPOSITION) && to > q + 1))
                to++;
            e = parties_read(r->parties, s, q + 1, to, &r->m);
            if (e)
                return e;
            break;
        }
    if (!r->m.party_count)
        return ENTENTE_AGAIN;
    clause_read_attribution(r, before, false);
    clause_read_time(r);
    r->m.confidence = 82;
    return ENTENTE_OK;
}

/* "accepted the offer", "refused to X". */
static entente_status read_acceptance(reading *r, uint32_t i, const sentence *before)
{
    const sentence *s = r->s;
    unsigned k = r->classes[i];
    entente_status e;
    if (!((k & (CLASS_ACCEPT | CLASS_REFUSE)) && i > 0))
        return ENTENTE_AGAIN;
    bool to = token_is(s, i + 1, "to");
    r->last = i;
    if (clause_keeps_silent(r) || (!to && !clause_headed_by_request(r) && clause_find_noun(r, i + 1, 6) == s->count))
        return ENTENTE_AGAIN;
    if (k & CLASS_REFUSE)
        r->m.status = ENTENTE_AGREEMENT_REJECTED;
    r->m.kind = ENTENTE_KIND_ACCEPTANCE;
    e = clause_read(r, before, i + 1, false);
    if (k & CLASS_REFUSE)
        r->m.status = ENTENTE_AGREEMENT_REJECTED;
    if (!e && !r->m.item_count)
        clause_read_content(r, i + 1);
    if (e || !r->m.item_count || !r->m.party_count)
        return e ? e : ENTENTE_AGAIN;
    r->m.confidence = 85;
    return ENTENTE_OK;
}

/* "signed a treaty", "reached a deal with B", "violated the truce". */
static entente_status read_instrument(reading *r, uint32_t i, const sentence *before)
{
    const sentence *s = r->s;
    unsigned k = r->classes[i];
    entente_status e;
    bool came_to = (token_is(s, i, "come") || token_is(s, i, "came") || token_is(s, i, "comes")) && token_is(s, i + 1, "to");
    bool announced = (token_is(s, i, "announced") || token_is(s, i, "announce") || token_is(s, i, "announces")) && i + 1 < s->count && (r->classes[i + 1] & CLASS_FUNCTION);
    if (announced) { /* only with what was agreed or with whom */
        uint32_t n = clause_find_noun(r, i + 1, 7);
        announced = token_is(s, n + 1, "to") || token_is(s, n + 1, "with") || token_is(s, n + 1, "between") || token_is(s, n + 1, "under");
    }
    if (!((k & (CLASS_SIGN | CLASS_LIGHT | CLASS_BREAK)) || came_to || announced || (token_is(s, i + 1, "into") && (token_is(s, i, "entered") || token_is(s, i, "enter") || token_is(s, i, "enters")))))
        return ENTENTE_AGAIN;
    uint32_t n = clause_find_noun(r, i + 1, 7);
    if (n == s->count)
        return ENTENTE_AGAIN;
    r->m.kind = (k & (CLASS_SIGN | CLASS_BREAK)) ? ENTENTE_KIND_INSTRUMENT : ENTENTE_KIND_MUTUAL;
    if (k & CLASS_BREAK)
        r->m.status = ENTENTE_AGREEMENT_BROKEN;
    r->m.instrument = clause_instrument_at(r, n);
    e = clause_read(r, before, n + 1, true);
    if (!e && !(k & CLASS_BREAK))
        e = clause_read_target(r);
    for (uint32_t q = i + 1; q < n; q++)
        if (token_is(s, q, "no"))
            r->m.status = ENTENTE_AGREEMENT_REJECTED;
    if (e || !r->m.party_count)
        return e ? e : ENTENTE_AGAIN;
    r->m.confidence = (k & CLASS_SIGN) ? 80 : 82;
    return ENTENTE_OK;
}

/* The first family that takes the token as its trigger; ENTENTE_AGAIN: none does. */
static entente_status read_trigger(reading *r, uint32_t i, const sentence *before)
{
    static entente_status (*const families[])(reading *, uint32_t, const sentence *) = {
        read_agree, read_pledge, read_readiness, read_renewal, read_withdrawal,
        read_entry_into_force, read_passive, read_acceptance, read_instrument};
    for (size_t k = 0; k < sizeof families / sizeof *families; k++) {
        reading tried = *r;
        tried.first = tried.last = i;
        tried.m.status = ENTENTE_AGREEMENT_REACHED;
        entente_status e = families[k](&tried, i, before);
        if (e != ENTENTE_AGAIN) {
            *r = tried;
            return e;
        }
    }
    return ENTENTE_AGAIN;
}

/* Words that are triggers only with what follows them. */
static bool other_trigger(const sentence *s, uint32_t i)
{
    return strncmp(s->tokens[i].low, "enter", 5) == 0 || strncmp(s->tokens[i].low, "withdr", 6) == 0 || strncmp(s->tokens[i].low, "announce", 8) == 0 ||
           token_is(s, i, "come") || token_is(s, i, "came") || token_is(s, i, "comes") || token_is(s, i, "out") || token_is(s, i, "committed");
}

entente_status extract_mentions(parties *p, const sentence *s, const sentence *before, mentions *out)
{
    unsigned classes[ENTENTE_LIMIT_SENTENCE_TOKENS];
    uint32_t n = s->count;
    for (uint32_t i = 0; i < n; i++)
        classes[i] = lexicon_classes(s->tokens[i].low);
    uint32_t found = 0;
    for (uint32_t i = 0; i < n && found < ENTENTE_LIMIT_SENTENCE_MENTIONS; i++) {
        if (!(classes[i] & (CLASS_AGREE | CLASS_PLEDGE | CLASS_ACCEPT | CLASS_REFUSE | CLASS_SIGN | CLASS_LIGHT | CLASS_BREAK | CLASS_REPORT | CLASS_FINITE | CLASS_RENEWAL)) &&
            !other_trigger(s, i))
            continue;
        reading r = {.parties = p, .s = s, .classes = classes, .m = {.sentence = s}};
        entente_status e = read_trigger(&r, i, before);
        if (e == ENTENTE_AGAIN)
            continue;
        if (e)
            return e;
        clause_read_place(&r);
        r.m.trigger = (view){s->tokens[r.first].start, s->tokens[r.last].end};
        mention *grown = arena_grow(p->arena, out->items, out->count, &out->capacity, sizeof *grown);
        if (!grown)
            return ENTENTE_LIMIT;
        out->items = grown;
        out->items[out->count++] = r.m;
        parties_remember(p, &r.m);
        found++;
        i = r.last;
    }
    return ENTENTE_OK;
}
