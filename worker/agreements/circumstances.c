/* SPDX-License-Identifier: MIT */
/* Who tells of it, when and where it was. */
#include <ctype.h>
#include <string.h>

#include "reading.h"

enum { CLIMB = 8 }; /* clauses above that are looked at */

/* "voted overwhelmingly Thursday", hung on the day; not "early Thursday". */
static bool is_manner(const token *k)
{
    size_t n = strlen(k->low);
    return k->pos == POS_ADV && n > 5 && !strcmp(k->low + n - 2, "ly");
}

static view phrase_view(const tree *t, uint32_t head)
{
    enum { FAR = 12 };
    uint32_t from = t->left[head], to = t->right[head] + 1u, c = tree_child(t, head, DEP_CASE);
    TREE_CHILDREN(t, head, k) {
        uint8_t dep = tree_token(t, k)->dep;
        if (k > head && dep == DEP_CONJ && (lexicon_classes(tree_token(t, head)->low) & CLASS_TIME) && t->right[k] > k + 3u && t->left[k] < to)
            to = t->left[k]; /* "since May and the fourth nation to join" */
        bool day = (dep == DEP_NMOD || dep == DEP_NMOD_TIME || dep == DEP_OBL) && !(lexicon_classes(tree_token(t, head)->low) & CLASS_TIME) && (lexicon_classes(tree_token(t, k)->low) & CLASS_TIME) && tree_token(t, k)->upper; /* "its minister on Monday" */
        if (k > head && ((dep == DEP_NMOD && !strcmp(tree_case(t, k), "with")) || day) && t->left[k] < to)
            to = t->left[k]; /* "in the Oval Office with Jo Doe" */
        if (k > head && (dep == DEP_RELCL || dep == DEP_ACL || dep == DEP_PARATAXIS || dep == DEP_PUNCT || (dep == DEP_APPOS && t->left[k] > head + 3)) && t->left[k] < to)
            to = t->left[k];
    }
    to = to > head ? to : head + 1u; /* mended trees may cross */
    from = from <= head ? from : head;
    if (to > head + FAR + 1u) /* a clause hangs on it: the name alone */
        for (to = head + 1u; to < t->s->count && tree_token(t, to)->upper && tree_token(t, to)->dep == DEP_FLAT && tree_head(t, to) == head; to++) {}
    while (c != TREE_NONE && c < head && from <= c)
        from = c + 1;
    while (from < head && (tree_is_mark(t, from) || is_manner(tree_token(t, from)) || tree_token(t, from)->dep == DEP_FIXED || tree_token(t, from)->dep == DEP_CC || (tree_token(t, from)->dep == DEP_CASE && tree_token(t, from)->head == head)))
        from++;
    while (to > head + 1 && (tree_is_mark(t, to - 1) || lexicon_is_one(tree_token(t, to - 1)->low, "today", "yesterday", "tonight")))
        to--;
    return (view){tree_token(t, from)->start, tree_token(t, to - 1)->end};
}

static bool inside(view outer, view inner) { return outer.end && inner.start >= outer.start && inner.start < outer.end; }

static void set_attribution(reading *r, uint32_t speaker)
{
    if (speaker == TREE_NONE || r->m.attribution.end || ((r->classes[speaker] & CLASS_TEXT) && !(r->classes[speaker] & CLASS_WEAKTEXT) && !tree_token(r->t, speaker)->upper && !reading_is_lemma(r, speaker, "memorandum") && !reading_is_lemma(r, speaker, "communique")))
        return; /* a truce says nothing */
    const token *k = tree_token(r->t, speaker);
    r->m.attribution = phrase_view(r->t, speaker);
    uint32_t name = speaker + 1;
    if (name < r->t->s->count && !k->upper && tree_token(r->t, name)->upper && ((tree_token(r->t, name)->dep == DEP_APPOS && tree_head(r->t, name) == speaker) || (tree_token(r->t, name)->dep == DEP_NSUBJ && tree_head(r->t, name) == tree_head(r->t, speaker))))
        r->m.attribution.end = phrase_view(r->t, name).end; /* "the envoy Jo Doe said" */
    if (k->pos == POS_PRON) {
        enum { REACH = 1200 }; /* bytes: some sentences */
        view body = r->parties->body_teller;
        bool it = !strcmp(k->low, "it") && body.end && body.end < r->t->s->start && r->t->s->start - body.end < REACH;
        const party *b = it ? NULL : parties_bearer(r->parties, k->low, r->m.attribution, NULL);
        r->m.attribution = it ? body : b ? b->mention : (view){0, 0};
    }
}

static bool is_time(const reading *r, uint32_t i)
{
    const token *k = tree_token(r->t, i);
    if (r->classes[i] & CLASS_TIME)
        return true;
    return k->end - k->start == 4 && (k->low[0] == '1' || k->low[0] == '2') && isdigit((unsigned char)k->low[1]) && isdigit((unsigned char)k->low[3]);
}

static void look_for_time(reading *r, uint32_t v)
{
    const tree *t = r->t;
    TREE_CHILDREN(t, v, c) {
        uint8_t dep = tree_token(t, c)->dep;
        const char *preposition = tree_case(t, c);
        uint32_t of = tree_child_case(t, c, DEP_NMOD, "of");
        bool adjunct = dep == DEP_OBL || dep == DEP_OBL_TIME || dep == DEP_NMOD_TIME || dep == DEP_ADVMOD || dep == DEP_NMOD;
        if (r->m.time.end || !adjunct || !is_time(r, c) || (of != TREE_NONE && !is_time(r, of)) /* "a decade of clashes", not "the spring of 1987" */ || (tree_token(t, c)->tag == TAG_NNS && tree_child_lemma(t, c, DEP_ADVMOD, "ago") == TREE_NONE) || !strcmp(preposition, "for") || !strcmp(preposition, "of") || !strcmp(preposition, "over") || !strcmp(preposition, "after") || lexicon_is_one(preposition, "until", "till", "through"))
            continue; /* "until 2012": how long */
        view w = phrase_view(t, c);
        uint32_t where = tree_child_case(t, c, DEP_NMOD, "in");
        if (where != TREE_NONE && where > c && tree_token(t, where)->upper && !is_time(r, where)) { /* "next Monday in Cauca" */
            w.end = tree_token(t, c)->end;
            if (!r->m.place.end)
                r->m.place = phrase_view(t, where);
        }
        uint32_t behind = t->right[c] + 1u;
        bool apart = !*preposition && (tree_is_low(t, behind, "after") || tree_is_low(t, behind, "before") || tree_is_low(t, behind, "into") || tree_is_low(t, behind, "since")); /* "a decade after the war" */
        if (tree_is_low(t, c, "earlier") && behind + 1u < t->s->count && lexicon_is_one(tree_token(t, behind)->low, "this", "last", "that") && is_time(r, behind + 1u))
            w.end = tree_token(t, behind + 1u)->end; /* "earlier this month" */
        if (!inside(r->m.content, w) && !(apart && !tree_token(t, c)->upper))
            r->m.time = w;
    }
}

/* "at the club's ground", "at the offices of the mediator": where one meets. */
static bool is_premises(const tree *t, uint32_t i)
{
    static const char *const premises[] = {"office", "headquarters", "palace", "hotel", "ministry", "embassy", "consulate", "ground", "centre", "center", "villa", "castle", "mansion", "airport", "airbase", "checkpoint", "canteen", "church", "cathedral", "hall", "stadium", "university", "ranch", "retreat", "estate", "compound", "complex", "monastery", "mosque", "museum", "library", "harbour", "shipyard"};
    bool whose = tree_child(t, i, DEP_AMOD) != TREE_NONE && !strcmp(tree_token(t, i)->lemma, "residence"); /* "at the official residence" */
    return !strcmp(tree_case(t, i), "at") && (whose || LEXICON_IS_ANY(tree_token(t, i)->lemma, premises));
}

static void look_for_place_of(reading *r, uint32_t v, bool in_premises)
{
    const tree *t = r->t;
    TREE_CHILDREN(t, v, c) {
        const char *preposition = tree_case(t, c);
        uint8_t dep = tree_token(t, c)->dep;
        if (r->m.place.end || (dep != DEP_OBL && dep != DEP_NMOD) || !(in_premises ? is_premises(t, c) : tree_token(t, c)->upper) || is_time(r, c) || (r->classes[c] & CLASS_TEXT) ||
            (strcmp(preposition, "in") != 0 && strcmp(preposition, "at") != 0))
            continue;
        view w = phrase_view(t, c);
        if (!inside(r->m.content, w) && !inside(r->m.instrument, w))
            r->m.place = w;
    }
}

/* A city rather than a hall. */
static void look_for_place(reading *r, uint32_t v)
{
    look_for_place_of(r, v, false);
    look_for_place_of(r, v, true);
}

/* "January" of "January 1, 2005" and of "1 January 2005" is the whole date. */
static void whole_date(reading *r)
{
    const tree *t = r->t;
    for (uint32_t i = 1; r->m.time.end && i < t->s->count; i++) {
        const token *k = tree_token(t, i), *day = tree_token(t, i - 1);
        if (k->start == r->m.time.start && k->upper && (r->classes[i] & CLASS_TIME) && isdigit((unsigned char)day->low[0]) && day->end - day->start <= 2)
            r->m.time.start = day->start;
        if (tree_token(t, i - 1)->end == r->m.time.end && k->low[0] == ',' && lexicon_is_weekday(tree_token(t, i - 1)->low) && i + 2 < t->s->count && tree_token(t, i + 1)->upper && (r->classes[i + 1] & CLASS_TIME) && isdigit((unsigned char)tree_token(t, i + 2)->low[0])) {
            r->m.time.end = tree_token(t, i + 1)->end; /* "Tuesday, March 2" */
            continue;
        }
        if (tree_token(t, i - 1)->end != r->m.time.end || !(r->classes[i - 1] & CLASS_TIME) || !tree_token(t, i - 1)->upper || !isdigit((unsigned char)k->low[0]) || k->end - k->start > 4)
            continue;
        bool year = k->end - k->start <= 2 && i + 2 < t->s->count && tree_is_low(t, i + 1, ",") && isdigit((unsigned char)tree_token(t, i + 2)->low[0]) && tree_token(t, i + 2)->end - tree_token(t, i + 2)->start == 4;
        r->m.time.end = year ? tree_token(t, i + 2)->end : k->end;
        return;
    }
}

/* "Friday" of "at 0227 GMT on Friday" has the hour before it. */
static void hour_before(reading *r)
{
    const tree *t = r->t;
    uint32_t i = 0;
    while (r->m.time.end && i < t->s->count && tree_token(t, i)->start < r->m.time.start)
        i++;
    if (i < 4 || i >= t->s->count || tree_token(t, i)->start != r->m.time.start || !tree_is_low(t, i - 1, "on"))
        return;
    for (uint32_t at = i - 2; at + 6 > i && at > 0; at--)
        if (tree_is_low(t, at, "at") && isdigit((unsigned char)tree_token(t, at + 1)->low[0])) {
            r->m.time.start = tree_token(t, at)->start;
            return;
        }
}

/* A day, a date or "last week" anywhere in the sentence but in what was agreed. */
static void time_of_sentence(reading *r, uint32_t v)
{
    static const char *const vague[] = {"recently", "earlier", "day", "days", "year", "years", "decades", "months", "weeks", "hours", "may", "fall", "spring", "morning", "night", "evening"};
    const tree *t = r->t;
    enum { DATELINE = 16 };
    uint32_t body = 0; /* "Lima, 3 Mar 90 (EFE) --" is when it was written */
    for (uint32_t i = 2; i < t->s->count && i < DATELINE; i++)
        if (tree_is_low(t, i, "--") && tree_token(t, 0)->upper)
            body = i;
    for (uint32_t i = body; i < t->s->count && !r->m.time.end; i++) {
        const token *k = tree_token(t, i);
        bool exact = (r->classes[i] & CLASS_TIME) && k->pos != POS_ADJ && k->pos != POS_VERB && k->pos != POS_AUX && k->dep != DEP_COMPOUND && k->dep != DEP_POSS;
        for (size_t q = 0; exact && q < sizeof vague / sizeof *vague; q++)
            exact = strcmp(k->low, vague[q]) != 0;
        bool unit = !strcmp(k->low, "week") || !strcmp(k->low, "month");
        if (!exact || (unit && !(i > 0 && (!strcmp(tree_token(t, i - 1)->low, "last") || !strcmp(tree_token(t, i - 1)->low, "this") || !strcmp(tree_token(t, i - 1)->low, "next")))))
            continue;
        bool ahead = false; /* "will return on Monday after the union accepted the deal" */
        TREE_CHILDREN(t, tree_head(t, i) == TREE_NONE ? i : tree_head(t, i), c)
            ahead |= r->m.status == ENTENTE_AGREEMENT_REACHED && tree_token(t, c)->dep == DEP_AUX && tree_is_low(t, c, "will");
        uint32_t joined = tree_head(t, i);
        while (joined != TREE_NONE && joined > v && tree_token(t, joined)->dep != DEP_CONJ)
            joined = tree_head(t, joined);
        bool other = joined != TREE_NONE && joined > v && joined < i && tree_is_verb(t, joined) && tree_head(t, joined) == v; /* "signed a pact and hope to ratify it by June" */
        if (ahead || other || tree_child_case(t, i, DEP_NMOD, "of") != TREE_NONE)
            continue;
        view w = phrase_view(t, i);
        if (w.end - w.start < 40 && !inside(r->m.content, w) && k->dep != DEP_OBJ && k->dep != DEP_NSUBJ && k->dep != DEP_ROOT)
            r->m.time = w;
    }
}

static void place_of_sentence(reading *r, uint32_t v)
{
    const tree *t = r->t;
    for (uint32_t i = 0; i < t->s->count && !r->m.place.end; i++) {
        const token *k = tree_token(t, i);
        uint32_t head = tree_head(t, i);
        uint32_t event = head != TREE_NONE && tree_token(t, head)->dep == DEP_NMOD && !strcmp(tree_case(t, head), "of") ? tree_head(t, head) : head;
        if (k->dep == DEP_NMOD && event != TREE_NONE && tree_token(t, event)->dep == DEP_OBL && event < i) /* "at a meeting (of the assembly) in Nairobi" */
            head = tree_head(t, event);
        else if (k->dep != DEP_OBL)
            continue;
        if (k->upper && !strcmp(tree_case(t, i), "in") && !is_time(r, i) && !(r->classes[i] & CLASS_TEXT) && !inside(r->m.content, phrase_view(t, i)) && head != TREE_NONE && (tree_token(t, head)->dep == DEP_ROOT || (reading_is(r, head, CLASS_REPORT) && tree_token(t, head)->tag == TAG_VBD)) && !(tree_token(t, v)->dep == DEP_CONJ && tree_head(t, v) == head && i > head))
            r->m.place = phrase_view(t, i);
    }
}

/* "after talks in Geneva", "the meeting at the Paris embassy": where the event was that the sentence tells of; else the date line right before it. */
static void place_of_event(reading *r)
{
    static const char *const events[] = {"meeting", "talk", "negotiation", "summit", "session", "conference", "ceremony", "round", "gathering", "forum", "visit", "hearing", "haggling", "bargaining", "dialogue", "consultation", "congress", "assembly", "retreat"};
    enum { DATELINE_REST = 60 }; /* bytes: "GENEVA, March 3 (Agency) - " */
    const tree *t = r->t;
    for (uint32_t i = 1; i < t->s->count && !r->m.place.end; i++) {
        uint32_t head = tree_head(t, i);
        if ((tree_token(t, i)->upper || is_premises(t, i)) && tree_token(t, i)->dep == DEP_NMOD && head != TREE_NONE && head < i && LEXICON_IS_ANY(tree_token(t, head)->lemma, events) && (!strcmp(tree_case(t, i), "in") || !strcmp(tree_case(t, i), "at")) && !is_time(r, i) && !inside(r->m.content, phrase_view(t, i)))
            r->m.place = phrase_view(t, i);
    }
    for (uint32_t i = 1; i < t->s->count && !r->m.place.end; i++) { /* "in the coastal city of Doral", "in the Qatari capital, Doha" */
        bool adjunct = tree_token(t, i)->dep == DEP_OBL || tree_token(t, i)->dep == DEP_NMOD;
        view w = adjunct && lexicon_is_either(tree_case(t, i), "in", "at") ? parties_place_behind(t, i) : (view){0, 0};
        if (w.end && !inside(r->m.content, w))
            r->m.place = w;
    }
    uint32_t line = r->parties->dateline.end;
    if (r->m.place.end || !line)
        return;
    bool here = t->s->start >= line && t->s->start - line < DATELINE_REST;
    for (uint32_t i = 0; i < t->s->count && !here; i++) /* "signed two accords here on Monday" */
        here = tree_token(t, i)->dep == DEP_ADVMOD && tree_is_low(t, i, "here");
    if (here)
        r->m.place = r->parties->dateline;
}

/* Whether what stands behind a verb of telling is the end, another clause or the day: "announced on Tuesday", "reported Tuesday, as", "told the Post on Tuesday". */
static bool ends_telling(const reading *r, uint32_t v)
{
    enum { TOLD = 5 };
    const tree *t = r->t;
    uint32_t i = v + 1u;
    for (uint32_t k = i; reading_is_lemma(r, v, "tell") && k < t->s->count && k < i + TOLD; k++) /* whom */
        if (tree_head(t, k) == v && (tree_token(t, k)->dep == DEP_OBJ || tree_token(t, k)->dep == DEP_IOBJ)) {
            i = t->right[k] + 1u;
            break;
        }
    i += i < t->s->count && lexicon_is_either(tree_token(t, i)->low, "on", "late");
    return i >= t->s->count || tree_is_mark(t, i) || is_time(r, i);
}

/* "..., the SEC said (on Tuesday)." at the end, however it hangs. */
static void attribution_at_end(reading *r)
{
    enum { AFTER = 3, FAR = 16, NAME = 12 };
    const tree *t = r->t;
    uint32_t n = t->s->count, v = n;
    for (uint32_t i = n; i-- > 0 && i + FAR >= n && v == n;) {
        const token *k = tree_token(t, i);
        bool tells = (r->classes[i] & CLASS_REPORT) || (k->tag == TAG_NNS && !strcmp(k->low, "reports"));
        bool finite = k->tag == TAG_VBD || k->tag == TAG_VBP || k->tag == TAG_VBZ;
        if (tells && ((tree_is_verb(t, i) && finite && i + AFTER + 1 >= n) || ((finite || k->tag == TAG_VBN || k->tag == TAG_NNS) && ends_telling(r, i))))
            v = i;
    }
    if (v == n)
        return;
    uint32_t from = v, last_word = v - (v > 0);
    if (v > 2 && tree_is_low(t, v - 1, ",")) { /* "its envoy, Jo Doe, said", "Jo Doe, its envoy, said" */
        last_word = from = v - 2;
        while (from > 1 && !tree_is_low(t, from - 1, ",") && v - from < NAME)
            from--;
        from -= tree_is_low(t, from - 1, ",");
    }
    for (uint32_t start = from; from > 0 && !tree_is_low(t, from - 1, ",") && start - from < NAME;)
        from--;
    while (from < v && tree_token(t, from)->low[0] == '"')
        from++;
    bool behind = from > 0 && (tree_is_low(t, from - 1, ",") || (from > 1 && tree_token(t, from - 1)->low[0] == '"' && tree_is_low(t, from - 2, ",")));
    if (from == 0 || from == v || !behind || (tree_token(t, from)->pos == POS_PRON && tree_token(t, from)->dep != DEP_POSS) || tree_token(t, from)->pos == POS_CCONJ)
        return;
    view w = {tree_token(t, from)->start, tree_token(t, last_word)->end};
    if (w.start < r->m.trigger.end)
        return;
    if (!r->m.attribution.end)
        r->m.attribution = w;
    view *last = r->m.item_count ? &r->m.items[r->m.item_count - 1] : NULL;
    if (last && from > 1 && last->start < tree_token(t, from - 2)->end && last->end >= w.end) /* it is no part of what was agreed */
        last->end = r->m.content.end = tree_token(t, from - 2)->end;
}

/* Whether a noun in what the trigger `v` is about names it: "agreed on a cease-fire", "rejected the proposal", "agreed to sign a decree". */
static bool names_text(const reading *r, uint32_t v, uint32_t n)
{
    const tree *t = r->t;
    uint32_t head = tree_head(t, n);
    const char *lemma = tree_token(t, n)->lemma;
    bool bid = !strcmp(lemma, "proposal") || !strcmp(lemma, "offer") || !strcmp(lemma, "plan");
    if (head == v || (head != TREE_NONE && tree_head(t, head) == v && tree_is_nominal(t, head)))
        return bid || (r->classes[n] & (CLASS_TEXT | CLASS_WEAKTEXT));
    return head != TREE_NONE && tree_head(t, head) == v && (((r->classes[head] & CLASS_SIGN) && (r->classes[n] & (CLASS_TEXT | CLASS_WEAKTEXT))) || ((r->classes[head] & (CLASS_RENEW | CLASS_BREAK | CLASS_LEAVE | CLASS_FAILING) || lexicon_is_one(tree_token(t, head)->lemma, "observe", "implement", "declare")) && (r->classes[n] & CLASS_TEXT)));
}

/* "..., according to court papers", wherever the tree hangs it. */
static void attribution_according_to(reading *r)
{
    const tree *t = r->t;
    for (uint32_t i = 0; i + 2 < t->s->count && !r->m.attribution.end; i++)
        if (tree_is_low(t, i, "according") && tree_is_low(t, i + 1, "to")) {
            uint32_t n = i + 2;
            while (n < t->s->count && n < i + 12 && !(tree_is_nominal(t, n) && tree_token(t, n)->dep != DEP_COMPOUND && tree_token(t, n)->dep != DEP_DET && tree_token(t, n)->dep != DEP_POSS && tree_token(t, n)->dep != DEP_NUMMOD && !(tree_token(t, n)->dep == DEP_NMOD && tree_token(t, n)->head > n))) /* "Minister" of "Foreign Minister Jo Doe" */
                n++;
            if (n < t->s->count && n < i + 12)
                set_attribution(r, n);
        }
}

/* "welcomed the accord and decided to X", "agreed with Doe, whose deal runs out": the noun is of another verb than `v`. */
static bool of_joined_clause(const reading *r, uint32_t v, uint32_t n)
{
    const tree *t = r->t;
    uint32_t u = tree_head(t, n);
    while (u != TREE_NONE && !tree_is_verb(t, u))
        u = tree_head(t, u);
    if (u != TREE_NONE && u != v && tree_token(t, u)->dep == DEP_RELCL && !tree_under(t, v, u))
        return true; /* "agreeing terms with Doe, whose deal runs out" */
    if (u == TREE_NONE || u == v || n < u)
        return false;
    return (tree_token(t, u)->dep == DEP_CONJ && tree_head(t, u) == v) || (tree_token(t, v)->dep == DEP_CONJ && tree_head(t, v) == u);
}

void clause_circumstances(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t u = v, n = r->noun;
    for (int step = 0; step < CLIMB && u != TREE_NONE; step++) {
        look_for_time(r, u);
        if (step == 0)
            look_for_place(r, u);
        TREE_CHILDREN(t, u, c) { /* "..., the statement said", "according to X" */
            const token *k = tree_token(t, c);
            if ((k->dep == DEP_PARATAXIS || k->dep == DEP_CCOMP) && (r->classes[c] & CLASS_REPORT) && c != v && !tree_under(t, v, c))
                set_attribution(r, tree_child(t, c, DEP_NSUBJ));
            if (k->dep == DEP_OBL && strncmp(tree_case(t, c), "accord", 6) == 0) /* "according", by whatever lemma */
                set_attribution(r, c);
        }
        uint32_t g = tree_head(t, u);
        uint8_t dep = tree_token(t, u)->dep;
        if (g != TREE_NONE && (((dep == DEP_CCOMP || dep == DEP_PARATAXIS || dep == DEP_XCOMP) && (r->classes[g] & CLASS_REPORT)) || (dep == DEP_CCOMP && reading_is_lemma(r, g, "state"))))
            set_attribution(r, clause_subject(r, g));
        bool judged = g != TREE_NONE && (dep == DEP_CCOMP || (dep == DEP_XCOMP && tree_child(t, g, DEP_OBJ) != TREE_NONE)) && tree_is_verb(t, g);
        if (judged && (reading_is_lemma(r, g, "expect") || reading_is_lemma(r, g, "deny") || reading_is_lemma(r, g, "doubt") || reading_is_lemma(r, g, "fear"))) /* "she expected A to sign" */
            set_attribution(r, clause_subject(r, g));
        if (g != TREE_NONE && reading_is_lemma(r, g, "call") && tree_is_verb(t, g) && (dep == DEP_XCOMP || dep == DEP_OBJ)) /* "B called it a violation of the accord" */
            set_attribution(r, clause_subject(r, g));
        if (g != TREE_NONE && reading_is_lemma(r, g, "accuse") && tree_token(t, u)->tag == TAG_VBG && !clause_passive(t, g)) /* "B accused A of violating it" */
            set_attribution(r, clause_subject(r, g));
        bool of_day = g != TREE_NONE && (tree_token(t, g)->dep == DEP_OBL || tree_token(t, g)->dep == DEP_OBL_TIME) && reading_is(r, g, CLASS_TIME); /* "said on Tuesday that A agreed" */
        uint32_t told = g != TREE_NONE && (dep == DEP_RELCL || dep == DEP_ACL) && (tree_token(t, g)->dep == DEP_OBJ || tree_token(t, g)->dep == DEP_IOBJ || of_day) ? tree_head(t, g) : TREE_NONE;
        if (told != TREE_NONE && (r->classes[told] & CLASS_REPORT)) /* "told the agency that A agreed", read as a relative clause */
            set_attribution(r, clause_subject(r, told));
        bool apart = dep == DEP_ADVCL && (tree_child_lemma(t, u, DEP_MARK, "after") != TREE_NONE || tree_child_lemma(t, u, DEP_MARK, "before") != TREE_NONE || tree_child_lemma(t, u, DEP_MARK, "since") != TREE_NONE); /* when the rest was is another time */
        if (dep == DEP_RELCL || dep == DEP_ACL || apart)
            break;
        u = g;
    }
    if (n != TREE_NONE) {
        look_for_time(r, n);
        look_for_place(r, n);
    }
    if (!r->m.instrument.end && r->m.kind == ENTENTE_KIND_MUTUAL) /* "as part of a plea deal, X agreed to ..." */
        for (uint32_t i = 0; i < t->s->count && !r->m.instrument.end; i++)
            if ((r->classes[i] & CLASS_TEXT) && tree_is_nominal(t, i) && i != v && !inside(r->m.content, phrase_view(t, i)) && tree_token(t, i)->dep != DEP_COMPOUND && !of_joined_clause(r, v, i))
                clause_instrument(r, i);
    for (uint32_t i = 0; i < t->s->count && !r->m.instrument.end; i++) /* "in a joint statement they pledged to X", "issued a joint statement pledging X" */
        if (lexicon_is_one(tree_token(t, i)->lemma, "statement", "declaration", "communique") && tree_child_lemma(t, i, DEP_AMOD, "joint") != TREE_NONE && ((i < v && !strcmp(tree_case(t, i), "in")) || tree_head(t, v) == i))
            clause_instrument(r, i);
    for (uint32_t i = 0; i < t->s->count && !r->m.instrument.end; i++) /* what is agreed to, signed or answered is a text itself */
        if ((inside(r->m.content, (view){tree_token(t, i)->start, tree_token(t, i)->end}) || (i > v && tree_head(t, i) == v && tree_token(t, i)->dep == DEP_OBJ && reading_is(r, i, CLASS_TEXT | CLASS_WEAKTEXT) && !reading_is(r, i, CLASS_BID | CLASS_DUTY))) && tree_is_nominal(t, i) && tree_token(t, i)->dep != DEP_COMPOUND && names_text(r, v, i)) {
            uint32_t noun = r->noun;
            clause_instrument(r, i);
            r->noun = noun;
        }
    if (!r->m.instrument.end)
        for (uint32_t i = 0; i < r->m.party_count; i++)
            if (r->parties->issuer_count && r->m.parties[i].name == r->parties->issuer[0].name)
                r->m.instrument = r->parties->document;
    attribution_according_to(r);
    attribution_at_end(r);
    time_of_sentence(r, v);
    whole_date(r);
    hour_before(r);
    if (!r->m.time.end && r->m.status == ENTENTE_AGREEMENT_REACHED && r->m.family != FAMILY_NOMINAL && !inside(r->m.content, r->parties->occasion)) {
        r->m.time = r->parties->occasion;
        r->m.time_of_opening = true;
    }
    place_of_sentence(r, v);
    place_of_event(r);
    enum { SEAT_REACH = 1500 };
    bool done = r->m.status == ENTENTE_AGREEMENT_REACHED || (r->m.status == ENTENTE_AGREEMENT_REJECTED && r->m.kind == ENTENTE_KIND_MUTUAL);
    if (!r->m.place.end && done && r->m.kind != ENTENTE_KIND_ACCEPTANCE && t->s->start - r->parties->seat_told < SEAT_REACH)
        r->m.place = r->parties->seat;
    if (!r->m.attribution.end)
        r->m.attribution = r->parties->speaker;
}
