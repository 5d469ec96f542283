/* SPDX-License-Identifier: MIT */
/* From a sentence to its mentions: what each word may be a trigger of, and which words are part of another's contents. */
#include <string.h>

#include "learnt.h"
#include "records.h"

/* Whether a stem of one syllable doubles its last letter: "scrapped" is of scrap, "scraped" is not. */
static bool doubles(const char *stem, size_t n)
{
    size_t vowels = 0;
    for (size_t i = 0; i < n; i++)
        vowels += strchr("aeiou", stem[i]) != NULL;
    return n > 2 && vowels == 1 && strchr("aeiou", stem[n - 2]) && !strchr("wxy", stem[n - 1]);
}

/* The listed word that the first `n` letters of a form in -ed or -ing are of: "postpon" of postpone, "honor" of itself, "cancell" of cancel; NULL when there is none. */
static const char *listed_stem(const char *low, size_t n)
{
    char stem[32];
    if (n < 3 || n + 2 > sizeof stem)
        return NULL;
    memcpy(stem, low, n);
    memcpy(stem + n, "e", 2);
    const char *listed = lexicon_listed(stem);
    stem[n] = '\0';
    if (!listed && !doubles(stem, n))
        listed = lexicon_listed(stem);
    if (!listed && stem[n - 1] == stem[n - 2]) {
        stem[n - 1] = '\0';
        listed = lexicon_listed(stem);
    }
    return listed;
}

/* A listed verb whose ending the lemmatiser has cut wrongly: "postponed" (postpon), "honored" (honore), "cancelling" (cancell). */
static void mend_lemma(token *k)
{
    size_t n = strlen(k->low), end = k->pos != POS_VERB ? 0 : n > 3 && strcmp(k->low + n - 2, "ed") == 0 ? 2 : reading_ends_in_ing(k->low) ? 3 : 0;
    const char *listed = end && !lexicon_classes(k->lemma) ? listed_stem(k->low, n - end) : NULL;
    k->lemma = listed ? listed : k->lemma;
}

/* By lemma. A rare participle may be taken for an adjective; another word may be listed as it stands. */
static uint64_t classes_of(const token *k)
{
    uint64_t classes = lexicon_classes(k->lemma);
    size_t n = strlen(k->low);
    const char *stem;
    if (!classes && k->pos == POS_ADJ && reading_ends_in_ing(k->low))
        classes = (stem = listed_stem(k->low, n - 3)) ? lexicon_classes(stem) : 0;
    return k->lemma != k->low && k->pos != POS_VERB ? classes | lexicon_classes(k->low) : classes;
}

/* "cease-fire", "buy-out": two words and a hyphen that are listed as one. */
static uint64_t classes_of_joined(const token *last)
{
    char joined[40];
    if (strcmp(last[-1].low, "-") != 0 || last[-2].end != last[-1].start || last[-1].end != last->start || strlen(last[-2].low) + strlen(last->lemma) >= sizeof joined)
        return 0;
    strcpy(joined, last[-2].low);
    strcat(joined, last->lemma);
    return lexicon_classes(joined) & (CLASS_TEXT | CLASS_ACQUIRE);
}

/* "turned down", "plea bargain": a verb and its particle, or a noun and what kind of it, that are listed as "turn_down" and "plea_bargain". */
static uint64_t classes_of_phrasal(const char *lemma, const char *particle)
{
    char joined[32];
    if (strlen(lemma) + strlen(particle) + 2 > sizeof joined)
        return 0;
    strcpy(joined, lemma);
    strcat(joined, "_");
    strcat(joined, particle);
    return lexicon_classes(joined);
}

static bool covered(const mentions *out, uint32_t first, view v)
{
    for (uint32_t i = first; i < out->count; i++) {
        const mention *m = &out->items[i];
        if ((m->instrument.end && v.start >= m->instrument.start && v.end <= m->instrument.end) || (m->content.end && v.start >= m->content.start && v.end <= m->content.end))
            return true;
    }
    return false;
}

/* An infinitive or participle in what was agreed or promised: "agreed to go on with efforts to reach a deal". */
static bool part_of_promise(const mentions *out, uint32_t first, const token *k)
{
    if (k->tag != TAG_VB && k->tag != TAG_VBG && k->tag != TAG_VBN)
        return false;
    for (uint32_t i = first; i < out->count; i++) {
        const mention *m = &out->items[i];
        if (m->family != FAMILY_AGREE && m->family != FAMILY_PLEDGE && m->family != FAMILY_DUTY && m->family != FAMILY_OFFER && m->family != FAMILY_DECIDE && k->start >= m->content.start && k->end <= m->content.end)
            return false;
    }
    return true;
}

/* "failed on Friday to reach a deal": what is failed, read as a purpose for the words between. */
static void mend_infinitives(const sentence *s, const uint64_t *classes)
{
    for (uint32_t i = 1; i < s->count; i++) {
        uint32_t to = i, above;
        while (to > 0 && i - to < 3 && strcmp(s->tokens[to].low, "to") != 0)
            to--;
        if (s->tokens[to].dep != DEP_MARK || s->tokens[to].head != i || s->tokens[i].dep != DEP_ADVCL || s->tokens[i].tag != TAG_VB || (above = s->tokens[i].head) >= to)
            continue;
        bool taken = (!(classes[above] & (CLASS_FAIL | CLASS_REFUSE | CLASS_AGREE | CLASS_PLEDGE | CLASS_OFFER | CLASS_DECIDE)) && strcmp(s->tokens[above].lemma, "vote") != 0) || s->tokens[above].pos != POS_VERB;
        bool persuaded = (classes[above] & CLASS_PERSUADE) != 0; /* "persuaded B to X": B does it */
        for (uint32_t k = above + 1; k < to; k++)
            taken |= s->tokens[k].head == above && (s->tokens[k].dep == DEP_OBJ || s->tokens[k].dep == DEP_XCOMP || s->tokens[k].dep == DEP_CCOMP);
        if (!taken || persuaded)
            s->tokens[i].dep = DEP_XCOMP;
    }
}

/* A reader may have cut an obligation behind a comma. */
static void trim(const text *t, view *items, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        while (items[i].end > items[i].start + 1 && strchr(",;:", t->data[items[i].end - 1]))
            items[i].end--;
}

/* "There is no deal yet", "they still have no deal": it is not refused, it is open. */
static bool is_open_yet(const reading *r)
{
    enum { BEFORE = 4, BEHIND = 5 };
    const tree *t = r->t;
    bool open = false;
    if (r->m.status != ENTENTE_AGREEMENT_REJECTED)
        return false;
    for (uint32_t i = 0; i < t->s->count && !open; i++) {
        uint32_t n = tree_is_low(t, i, "no") ? tree_head(t, i) : TREE_NONE;
        if (n == TREE_NONE || (tree_token(t, n)->start != r->m.trigger.start && tree_token(t, n)->end != r->m.instrument.end))
            continue;
        for (uint32_t k = i > BEFORE ? i - BEFORE : 0; k < i; k++)
            open |= lexicon_is_either(tree_token(t, k)->low, "still", "yet");
        for (uint32_t k = n + 1; k < t->s->count && k <= n + BEHIND; k++)
            open |= tree_is_low(t, k, "yet") && tree_token(t, k)->pos == POS_ADV;
    }
    return open;
}

/* "pay $5m", "settle the case"; not "pay higher wages", "settle a strike". */
static bool pays_or_settles(const text *t, view content)
{
    static const char *const opening[] = {"pay $", "pay \xC2\xA3", "pay \xE2\x82\xAC", "pay damages", "pay compensation", "pay an undisclosed", "pay her", "pay him", "pay them", "settle the", "settle its", "settle her", "settle his"};
    for (size_t i = 0; i < sizeof opening / sizeof *opening; i++)
        if (records_opens_with(t, content, opening[i]))
            return true;
    return false;
}

/* Completes what was read at token `i` and adds it, unless the sentence tells it already. */
static entente_status add_mention(reading *r, uint32_t i, uint32_t first, mentions *out)
{
    parties *p = r->parties;
    entente_status e = sides_beside(r, i);
    if (e)
        return e;
    parties_drop_counted_group(&r->m);
    if (r->m.family == FAMILY_AGREE && pays_or_settles(p->text, r->m.content)) { /* "B sued A. A agreed to pay $5m" */
        uint32_t alone = r->m.party_count;
        parties_complete_suit(p, &r->m);
        r->m.kind = r->m.party_count > alone ? ENTENTE_KIND_MUTUAL : r->m.kind;
    }
    if (is_open_yet(r))
        r->m.status = ENTENTE_AGREEMENT_PENDING;
    clause_circumstances(r, i);
    trim(p->text, r->m.items, r->m.item_count);
    bool told = false; /* "signing the accord, which was brokered by B", "a statement in which they pledge to X": once */
    for (uint32_t k = tree_token(r->t, i)->dep == DEP_RELCL ? first : out->count; k < out->count; k++)
        told |= out->items[k].status == r->m.status && ((r->m.instrument.end && out->items[k].instrument.start == r->m.instrument.start) || (r->m.content.end && out->items[k].content.start == r->m.content.start));
    if (told)
        return ENTENTE_OK;
    if (!p->rules_only)
        e = learnt_complete(r, i);
    if (e)
        return e;
    trim(p->text, r->m.likely_items, r->m.likely_item_count);
    mention *grown = arena_grow(p->arena, out->items, out->count, &out->capacity, sizeof *grown);
    if (!grown)
        return ENTENTE_LIMIT;
    out->items = grown;
    out->items[out->count++] = r->m;
    if (!r->m.to_confirm)
        parties_remember(p, &r->m);
    if (r->m.family == FAMILY_OFFER && r->m.status == ENTENTE_AGREEMENT_PENDING)
        p->offered = r->t->s;
    if (r->m.status == ENTENTE_AGREEMENT_REACHED && (r->m.kind == ENTENTE_KIND_MUTUAL || r->m.kind == ENTENTE_KIND_INSTRUMENT))
        p->dealt = r->t->s;
    return ENTENTE_OK;
}

entente_status extract_mentions(parties *p, sentence *s, mentions *out)
{
    uint64_t classes[ENTENTE_LIMIT_SENTENCE_TOKENS];
    tree t;
    learnt_sentence judged;
    judged.t = NULL;
    uint32_t first = out->count;
    if (!s->mended) {
        for (uint32_t i = 0; i < s->count; i++)
            mend_lemma(&s->tokens[i]);
        headline_mend(p->arena, s);
        tree_mend(s);
        s->mended = true;
    }
    if (s->headline && s->shouted)
        parties_name_capitals(p, s);
    for (uint32_t i = 0; i < s->count; i++)
        classes[i] = classes_of(&s->tokens[i]) | (i > 1 ? classes_of_joined(&s->tokens[i]) : 0);
    for (uint32_t i = 1; i < s->count; i++)
        if (s->tokens[i - 1].dep == DEP_COMPOUND && s->tokens[i - 1].head == i && !classes[i])
            classes[i] = classes_of_phrasal(s->tokens[i - 1].low, s->tokens[i].lemma); /* "plea bargain" */
    mend_infinitives(s, classes);
    tree_build(&t, s);
    for (uint32_t i = 1; i < s->count; i++) {
        uint32_t v = s->tokens[i].head;
        if (s->tokens[i - 1].pos == POS_VERB && s->tokens[i].dep != DEP_PRT && (s->tokens[i].pos == POS_ADP || s->tokens[i].pos == POS_ADV)) /* "backed out of X", "voted down X", read as parts of what follows */
            classes[i - 1] |= classes_of_phrasal(s->tokens[i - 1].lemma, s->tokens[i].low);
        uint64_t phrasal = s->tokens[i].dep == DEP_PRT && v < i ? classes_of_phrasal(s->tokens[v].lemma, s->tokens[i].low) : 0;
        classes[v < s->count ? v : i] = phrasal ? phrasal : classes[v < s->count ? v : i];
    }
    const reading fresh = {.parties = p, .t = &t, .classes = classes, .noun = TREE_NONE, .learnt = &judged, .m = {.sentence = s}};
    entente_status e = parties_notice(p, &t);
    for (int nouns = 0; nouns < 2 && !e; nouns++) /* verbs first: they tell which nouns are theirs */
        for (uint32_t i = 0; i < s->count && out->count < first + ENTENTE_LIMIT_SENTENCE_MENTIONS; i++) {
            if (!classes[i] || tree_is_predicate(&t, i) == nouns || ((nouns || part_of_promise(out, first, &s->tokens[i])) && covered(out, first, (view){s->tokens[i].start, s->tokens[i].end})))
                continue;
            reading r = fresh;
            e = read_trigger(&r, i);
            if (e == ENTENTE_AGAIN) {
                e = ENTENTE_OK;
                continue;
            }
            if (!e)
                e = add_mention(&r, i, first, out);
            if (e)
                return e;
        }
    if (!e && p->watch) {
        learnt_read_sentence(p, &t, classes, &judged);
        p->watch->sentence(p->watch, p, &judged);
    }
    if (e || out->count > first)
        return e;
    uint32_t i;
    reading r = fresh;
    e = p->rules_only ? ENTENTE_AGAIN : read_learnt(&r, &i);
    for (uint32_t n = 0; e == ENTENTE_AGAIN && p->one_sentence && n < s->count; n++) {
        i = n;
        r = fresh;
        e = read_presupposed(&r, n);
    }
    return e ? e == ENTENTE_AGAIN ? ENTENTE_OK : e : add_mention(&r, i, first, out);
}
