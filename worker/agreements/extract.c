/* SPDX-License-Identifier: MIT */
/* One sentence: the trigger, its status from the words before it, the subject to its left, the obligations to its right. */
#include <ctype.h>
#include <string.h>

#include "agreements.h"

/* The sentence with each token's classes, and what is found in it. */
typedef struct reading {
    parties *parties;
    const sentence *s;
    const unsigned *classes;
    uint32_t first, last; /* tokens of the trigger, both inside */
    mention m;
} reading;

static bool is(const sentence *s, uint32_t i, const char *low)
{
    return i < s->count && strcmp(s->tokens[i].low, low) == 0;
}

static bool ends_in(const char *low, const char *tail)
{
    size_t n = strlen(low), k = strlen(tail);
    return n > k + 1 && strcmp(low + n - k, tail) == 0;
}

static bool punctuation(const token *k)
{
    return ispunct((unsigned char)k->low[0]) && k->low[1] == '\0';
}

/* Looks at auxiliaries, negation and modals left of the trigger; returns the token behind the subject. */
static uint32_t read_auxiliaries(reading *r)
{
    uint32_t i = r->first;
    bool negated = false, ahead = false;
    while (i > 0) {
        unsigned k = r->classes[i - 1];
        const char *low = r->s->tokens[i - 1].low;
        if (k & CLASS_NEGATION) {
            negated = true;
        } else if (k & CLASS_MODAL) {
            ahead = true;
        } else if (!strcmp(low, "to")) {
            if (i >= 2 && (is(r->s, i - 2, "failed") || is(r->s, i - 2, "refused") || is(r->s, i - 2, "declined"))) {
                negated = true;
                i--;
            } else if (i >= 2 && (r->s->headline || is(r->s, i - 2, "expected") || is(r->s, i - 2, "set") || is(r->s, i - 2, "ready") ||
                                  is(r->s, i - 2, "hopes") || is(r->s, i - 2, "hope") || is(r->s, i - 2, "plan") || is(r->s, i - 2, "plans") ||
                                  is(r->s, i - 2, "due") || is(r->s, i - 2, "likely") || is(r->s, i - 2, "about") || is(r->s, i - 2, "trying"))) {
                ahead = true;
                if (!r->s->tokens[i - 2].upper)
                    i--;
            } else {
                break;
            }
        } else if (!((k & CLASS_AUX) || (ends_in(low, "ly") && !r->s->tokens[i - 1].upper))) {
            break;
        } else if (!strcmp(low, "both") || !strcmp(low, "all")) {
            break;
        }
        i--;
    }
    if (negated)
        r->m.status = ENTENTE_AGREEMENT_REJECTED;
    else if (ahead && r->m.status == ENTENTE_AGREEMENT_REACHED)
        r->m.status = ENTENTE_AGREEMENT_PENDING;
    return i;
}

/* The last token of a clause-initial stretch before the subject that ends at `end`: the subject starts there. */
static uint32_t subject_start(const reading *r, uint32_t end)
{
    const sentence *s = r->s;
    uint32_t i = end;
    while (i > 0) {
        const token *t = &s->tokens[i - 1];
        unsigned k = r->classes[i - 1];
        if (!strcmp(t->low, ",")) {
            bool list = i >= 2 && i < end && s->tokens[i - 2].upper && (s->tokens[i].upper || is(s, i, "and") || (s->headline && end - i <= 2));
            bool fronted = false; /* "In Paris, Ann and Bob agreed": a preposition opens what is before the comma */
            uint32_t b = i - 1;
            while (b > 0 && strcmp(s->tokens[b - 1].low, ",") != 0)
                b--;
            fronted = b < i && (r->classes[b] & (CLASS_PREPOSITION | CLASS_REPORT)) != 0;
            if (is(s, i, "and")) { /* ", and X agreed" is a new clause unless a list of names leads up to it */
                for (uint32_t q = b; q + 1 < i; q++)
                    if ((r->classes[q] & (CLASS_AUX | CLASS_FINITE | CLASS_MODAL)) || ends_in(s->tokens[q].low, "ed"))
                        return i + 1;
            }
            if (!list || fronted)
                break;
        } else if (punctuation(t) && strcmp(t->low, "&") != 0 && strcmp(t->low, "-") != 0) {
            break;
        } else if ((k & (CLASS_REPORT | CLASS_MODAL | CLASS_FINITE | CLASS_NEGATION)) || is(s, i - 1, "that") || is(s, i - 1, "to") || is(s, i - 1, "which") ||
                   is(s, i - 1, "who") || is(s, i - 1, "but") || ((k & CLASS_AUX) && strcmp(t->low, "both") && strcmp(t->low, "all"))) {
            break;
        } else if ((k & CLASS_PREPOSITION) && strcmp(t->low, "between") != 0) {
            if (!(i >= 2 && (s->tokens[i - 2].upper || end - i < 4)))
                break;
            if (i == 1)
                break;
        } else if (strncmp(t->low, "\xE2\x80", 2) == 0) {
            break;
        }
        i--;
    }
    while (i < end && (is(s, i, "and") || is(s, i, ",")))
        i++;
    return i;
}

/* "X, which makes cars, has agreed" and "X, the maker, agreed": back over the inserted part. */
static uint32_t over_insertion(const reading *r, uint32_t end)
{
    const sentence *s = r->s;
    if (end >= 1 && (is(s, end - 1, "which") || is(s, end - 1, "who") || is(s, end - 1, "that"))) {
        end--;
        if (end >= 1 && is(s, end - 1, ","))
            end--;
        return end;
    }
    if (end >= 2 && is(s, end - 1, ",")) {
        uint32_t i = end - 1;
        while (i > 0 && strcmp(s->tokens[i - 1].low, ",") != 0)
            i--;
        if (i >= 2 && !(r->classes[0] & CLASS_PREPOSITION))
            return i - 1;
    }
    return end;
}

static const char *const time_words[] = {"today", "yesterday", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

static bool is_time(const sentence *s, uint32_t i)
{
    for (size_t k = 0; k < sizeof time_words / sizeof *time_words; k++)
        if (is(s, i, time_words[k]))
            return true;
    return false;
}

/* "A, B and C agreed X and agreed to Y": a bare conjoined verb shares the subject of the clause. */
static uint32_t clause_subject(const reading *r, uint32_t end, uint32_t *start)
{
    const sentence *s = r->s;
    while (end > 1 && is_time(s, end - 1))
        end--;
    /* "X met Y and agreed", "X left after pulling out", "X signed a text pledging to": the main clause has the subject. */
    bool shared = end > 1 && (is(s, end - 1, "and") || is(s, end - 1, "but") || (r->classes[end - 1] & CLASS_PREPOSITION) || ends_in(s->tokens[r->first].low, "ing"));
    end = over_insertion(r, end);
    *start = subject_start(r, end);
    if ((*start < end && !shared) || end == 0)
        return end;
    uint32_t i = end;
    while (i > 0 && (is(s, i - 1, "and") || is(s, i - 1, ",") || is(s, i - 1, "but")))
        i--;
    /* the first finite verb of the sentence and what is left of it */
    for (uint32_t k = 1; k < i; k++)
        if ((r->classes[k] & (CLASS_FINITE | CLASS_AGREE | CLASS_SIGN | CLASS_PLEDGE | CLASS_ACCEPT | CLASS_RENEWAL)) || is(s, k, "met") ||
            (ends_in(s->tokens[k].low, "ed") && !s->tokens[k].upper)) {
            uint32_t e = k;
            while (e > 0 && (r->classes[e - 1] & (CLASS_AUX | CLASS_MODAL)) && strcmp(s->tokens[e - 1].low, "both") != 0)
                e--;
            *start = subject_start(r, e);
            return e;
        }
    return end;
}

static void trim_item(const reading *r, uint32_t *from, uint32_t *to)
{
    while (*from < *to && (is(r->s, *from, ",") || is(r->s, *from, "and") || is(r->s, *from, "to") || is(r->s, *from, "that") || is(r->s, *from, "on")))
        ++*from;
    while (*to > *from && (is(r->s, *to - 1, ".") || is(r->s, *to - 1, ",") || is(r->s, *to - 1, "and") || is(r->s, *to - 1, ";")))
        --*to;
}

static void add_item(reading *r, uint32_t from, uint32_t to)
{
    trim_item(r, &from, &to);
    if (from >= to || r->m.item_count >= MENTION_ITEMS)
        return;
    view v = {r->s->tokens[from].start, r->s->tokens[to - 1].end};
    r->m.items[r->m.item_count++] = v;
    if (!r->m.content.end)
        r->m.content.start = v.start;
    r->m.content.end = v.end;
}

static uint32_t past_adverb(const reading *r, uint32_t i)
{
    return i < r->s->count && ends_in(r->s->tokens[i].low, "ly") ? i + 1 : i;
}

static bool opens_action(const reading *r, uint32_t i)
{
    i = past_adverb(r, is(r->s, i, "to") ? i + 1 : i);
    return i < r->s->count && (r->classes[i] & CLASS_VERB) && !r->s->tokens[i].upper;
}

/* Where the obligations end: the reporter's clause, a new finite verb, a relative, the full stop. */
static bool ends_content(const reading *r, uint32_t i)
{
    const sentence *s = r->s;
    if (is(s, i, "-") || is(s, i, "--") || strcmp(s->tokens[i].low, "\xE2\x80\x94") == 0 || strcmp(s->tokens[i].low, "\xE2\x80\x93") == 0)
        return true;
    if (is(s, i, ";") || is(s, i, "\"") || strcmp(s->tokens[i].low, "\xE2\x80\x9D") == 0)
        return true;
    if (is(s, i, ",")) {
        for (uint32_t k = i + 1; k < s->count && k < i + 10; k++) {
            if (is(s, k, ","))
                break;
            if (r->classes[k] & CLASS_REPORT)
                return k > i + 1 && k + 4 >= s->count ? true : !opens_action(r, i + 1) && k < i + 6 && !is(s, i + 1, "and");
        }
        uint32_t next = is(s, i + 1, "and") || is(s, i + 1, "but") ? i + 2 : i + 1;
        if (next > i + 1 && next < s->count &&
            ((r->classes[next] & CLASS_FINITE) || (r->classes[next] & (CLASS_PRONOUN)) || ends_in(s->tokens[next].low, "ed") ||
             (s->tokens[next].upper && next + 1 < s->count && (r->classes[next + 1] & (CLASS_FINITE | CLASS_AUX)))))
            return true;
        if (is(s, i + 1, "when") || is(s, i + 1, "saying") || is(s, i + 1, "as") || is(s, i + 1, "after") || is(s, i + 1, "compared"))
            return true;
        return is(s, i + 1, "which") || is(s, i + 1, "who") || is(s, i + 1, "but") || is(s, i + 1, "while") || is(s, i + 1, "according");
    }
    if (is(s, i, "and") && i + 1 < s->count && ((r->classes[i + 1] & CLASS_FINITE) || (r->classes[i + 1] & (CLASS_AGREE | CLASS_PLEDGE))))
        return true;
    return false;
}

static void read_content(reading *r, uint32_t from)
{
    const sentence *s = r->s;
    uint32_t open = from, i = from;
    bool actions = opens_action(r, from) || (from > 0 && is(s, from - 1, "to"));
    for (; i < s->count; i++) {
        if (ends_content(r, i))
            break;
        bool comma = is(s, i, ","), conjunction = is(s, i, "and");
        if (!actions || !(comma || conjunction) || i == open)
            continue;
        uint32_t next = comma && is(s, i + 1, "and") ? i + 2 : i + 1;
        if (opens_action(r, next) && !(conjunction && i > 0 && (r->classes[i - 1] & CLASS_VERB) && i - 1 == open)) {
            add_item(r, open, i);
            open = i = next;
        }
    }
    add_item(r, open, i);
}

/* "X said Y agreed ...", "..., the statement said", "According to X, ...". */
static void read_attribution(reading *r, const sentence *before, bool pronoun)
{
    const sentence *s = r->s;
    for (uint32_t i = s->count; i-- > 1;)
        if ((r->classes[i] & CLASS_REPORT) && i > r->last) {
            uint32_t k = i;
            while (k > r->last + 1 && strcmp(s->tokens[k - 1].low, ",") != 0)
                k--;
            if (k > r->last + 1 && k < i && i - k <= 12) {
                r->m.attribution = (view){s->tokens[k].start, s->tokens[i - 1].end};
                return;
            }
        }
    for (uint32_t i = 1; i < r->first; i++)
        if ((r->classes[i] & CLASS_REPORT) && !is(s, i, "according")) {
            uint32_t k = i;
            while (k > 0 && strcmp(s->tokens[k - 1].low, ",") != 0)
                k--;
            if (!(r->classes[k] & CLASS_PREPOSITION)) {
                r->m.attribution = (view){s->tokens[k].start, s->tokens[i - 1].end};
                return;
            }
        }
    const sentence *from = is(s, 0, "according") ? s : pronoun && before && before->tokens && is(before, 0, "according") ? before : NULL;
    if (from && is(from, 1, "to"))
        for (uint32_t i = 2; i < from->count; i++)
            if (is(from, i, ",")) {
                if (i > 2)
                    r->m.attribution = (view){from->tokens[2].start, from->tokens[i - 1].end};
                return;
            }
}


static void read_time(reading *r)
{
    const sentence *s = r->s;
    for (uint32_t i = 0; i < s->count; i++) {
        for (size_t k = 0; k < sizeof time_words / sizeof *time_words; k++)
            if (is(s, i, time_words[k])) {
                r->m.time = (view){s->tokens[i].start, s->tokens[i].end};
                return;
            }
        if ((is(s, i, "last") || is(s, i, "next") || is(s, i, "this")) &&
            (is(s, i + 1, "week") || is(s, i + 1, "month") || is(s, i + 1, "year"))) {
            r->m.time = (view){s->tokens[i].start, s->tokens[i + 1].end};
            return;
        }
    }
}

/* Over "on Tuesday", "last week", "in Oslo", "today" between a trigger and its complement. */
static uint32_t over_adjuncts(const sentence *s, uint32_t i)
{
    for (;;) {
        if (is_time(s, i))
            i++;
        else if ((is(s, i, "on") || is(s, i, "late") || is(s, i, "early") || is(s, i, "last") || is(s, i, "next")) && is_time(s, i + 1))
            i += 2;
        else if ((is(s, i, "last") || is(s, i, "this") || is(s, i, "next") || is(s, i, "earlier")) && (is(s, i + 1, "week") || is(s, i + 1, "month") || is(s, i + 1, "year")))
            i += 2;
        else if (is(s, i, "in") && i + 1 < s->count && s->tokens[i + 1].upper && !is(s, i + 2, "and"))
            i += 2;
        else if (is(s, i, "in") && is(s, i + 1, "principle"))
            i += 2;
        else
            return i;
    }
}

/* The noun phrase around an agreement noun at `i`, as the instrument. */
static view instrument_at(const reading *r, uint32_t i)
{
    const sentence *s = r->s;
    uint32_t from = i;
    while (from > 0 && i - from < 5 && !punctuation(&s->tokens[from - 1]) &&
           !(r->classes[from - 1] & (CLASS_FUNCTION | CLASS_PREPOSITION | CLASS_AUX | CLASS_LIGHT | CLASS_SIGN | CLASS_REPORT | CLASS_BREAK | CLASS_FINITE)) &&
           !is(s, from - 1, "and") && !is(s, from - 1, "of") && !is(s, from - 1, "to") && !is(s, from - 1, "that"))
        from--;
    uint32_t to = i + 1;
    if (is(s, i, "memorandum") && is(s, i + 1, "of") && is(s, i + 2, "understanding"))
        to = i + 3;
    return (view){s->tokens[from].start, s->tokens[to - 1].end};
}

/* What follows an agreement noun: "with B", "between A and B", "to X", "on X". */
static entente_status read_noun_complements(reading *r, uint32_t i)
{
    const sentence *s = r->s;
    while (i < s->count) {
        i = over_adjuncts(s, i);
        bool with = is(s, i, "with"), between = is(s, i, "between");
        if (with || between) {
            uint32_t to = i + 1;
            while (to < s->count && !punctuation(&s->tokens[to]) && !(r->classes[to] & (CLASS_PREPOSITION | CLASS_REPORT | CLASS_FINITE | CLASS_MODAL)) && !is(s, to, "to") && !is(s, to, "that") && to < i + 12)
                to++;
            entente_status e = parties_read(r->parties, s, i + 1, to, &r->m);
            if (e)
                return e;
            i = to;
        } else if (is(s, i, "to") || is(s, i, "on") || is(s, i, "that") || is(s, i, "for") || is(s, i, "under")) {
            read_content(r, i + 1);
            return ENTENTE_OK;
        } else {
            return ENTENTE_OK;
        }
    }
    return ENTENTE_OK;
}

static bool is_acronym(const reading *r, uint32_t i)
{
    const char *p = r->parties->text->data + r->s->tokens[i].start;
    uint32_t n = r->s->tokens[i].end - r->s->tokens[i].start;
    for (uint32_t k = 0; k < n; k++)
        if (p[k] < 'A' || p[k] > 'Z')
            return false;
    return n >= 3 && !r->s->headline;
}

static uint32_t find_noun(const reading *r, uint32_t from, uint32_t most)
{
    for (uint32_t i = from; i < r->s->count && i < from + most; i++) {
        if ((r->classes[i] & CLASS_NOUN) && !(r->classes[i] & CLASS_AGREE))
            return i;
        if ((r->classes[r->first] & CLASS_SIGN) && i < from + 2 && is_acronym(r, i))
            return i; /* signed the NPT */
        if (punctuation(&r->s->tokens[i]) || (r->classes[i] & (CLASS_FINITE | CLASS_REPORT)))
            break;
    }
    return r->s->count;
}

static bool opinion(const reading *r, uint32_t start, uint32_t end)
{
    for (uint32_t i = start; i < end; i++)
        if (r->classes[i] & CLASS_OPINION)
            return true;
    return false;
}

static bool exhorts(const reading *r)
{
    for (uint32_t i = r->first; i-- > 0 && i + 4 > r->first;)
        if (is(r->s, i, "should") || is(r->s, i, "must"))
            return true;
    return false;
}

/* "urged X to sign", "efforts to reach": an infinitive that nobody is said to have carried out. */
static bool infinitive_without_assent(const reading *r)
{
    const sentence *s = r->s;
    if (r->first < 2 || !is(s, r->first - 1, "to") || s->headline)
        return false;
    unsigned k = r->classes[r->first - 2];
    if (k & (CLASS_AGREE | CLASS_PLEDGE | CLASS_ACCEPT))
        return true; /* part of that one's obligation */
    for (uint32_t i = r->first - 1; i > 0 && i + 7 > r->first; i--)
        if (r->classes[i - 1] & CLASS_DEMAND)
            return true;
    return false;
}

/* "declined to comment" refuses nobody anything. */
static bool keeps_silent(const reading *r)
{
    const sentence *s = r->s;
    uint32_t i = r->last + 1;
    return is(s, i, "to") && i + 1 < s->count && (r->classes[i + 1] & CLASS_SILENCE);
}

/* "A invited B to X, and B expressed readiness": the one who asked is the other party. */
static entente_status read_inviter(reading *r)
{
    for (uint32_t i = 1; i < r->first; i++)
        if (is(r->s, i, "invited") || is(r->s, i, "asked") || is(r->s, i, "proposed")) {
            uint32_t start = subject_start(r, i);
            return parties_read(r->parties, r->s, start, i, &r->m);
        }
    return ENTENTE_OK;
}

/* "agreed to buy X for ...": X is the other side of the deal. */
static entente_status read_target(reading *r)
{
    static const char *const verbs[] = {"buy", "acquire", "purchase", "merge"};
    const sentence *s = r->s;
    for (uint32_t i = r->last + 1; i < s->count && i < r->last + 9; i++)
        for (size_t k = 0; k < sizeof verbs / sizeof *verbs; k++)
            if (is(s, i, verbs[k])) {
                uint32_t from = i + 1 + is(s, i + 1, "with"), to = from;
                while (to < s->count && !punctuation(&s->tokens[to]) && !(r->classes[to] & CLASS_PREPOSITION) && !is(s, to, "to")) {
                    to++;
                    if (is(s, to, "and"))
                        from = to + 1; /* "device and security firm Jamf" */
                }
                if (to > from && s->tokens[to - 1].upper)
                    return parties_read(r->parties, s, from, to, &r->m);
            }
    return ENTENTE_OK;
}

/* Reads the clause around a trigger at [first, last]; `content` is where its complement starts. */
static entente_status read_clause(reading *r, const sentence *before, uint32_t content, bool noun)
{
    const sentence *s = r->s;
    uint32_t start, end = read_auxiliaries(r);
    if (exhorts(r) || infinitive_without_assent(r))
        return ENTENTE_AGAIN;
    end = clause_subject(r, end, &start);
    if (opinion(r, start, end))
        return ENTENTE_AGAIN;
    bool pronoun = end - start == 1 && (r->classes[start] & CLASS_PRONOUN);
    entente_status e = parties_read(r->parties, s, start, end, &r->m);
    if (e)
        return e;
    if (noun) {
        e = read_noun_complements(r, content);
    } else {
        content = over_adjuncts(s, content);
        if (is(s, content, "with")) {
            uint32_t to = content + 1;
            while (to < s->count && !punctuation(&s->tokens[to]) && !is(s, to, "to") && !is(s, to, "on") && !is(s, to, "that") && !(r->classes[to] & CLASS_PREPOSITION))
                to++;
            e = parties_read(r->parties, s, content + 1, to, &r->m);
            content = over_adjuncts(s, to);
        }
        if (!e && content < s->count && (is(s, content, "to") || is(s, content, "on") || is(s, content, "that") || is(s, content, "not") || is(s, content, "upon")))
            read_content(r, is(s, content, "not") ? content : content + 1);
    }
    if (e)
        return e;
    read_attribution(r, before, pronoun);
    read_time(r);
    return ENTENTE_OK;
}

static bool headed_by_request(const reading *r)
{
    for (uint32_t i = 0; i < r->s->count; i++)
        if ((r->classes[i] & CLASS_REQUEST) && i > r->last && i < r->last + 8)
            return true;
    return false;
}

/* Decides whether token `i` is a trigger and reads it. ENTENTE_AGAIN: it is none. */
static entente_status read_trigger(reading *r, uint32_t i, const sentence *before)
{
    const sentence *s = r->s;
    unsigned k = r->classes[i];
    entente_status e;
    r->first = r->last = i;
    r->m.status = ENTENTE_AGREEMENT_REACHED;
    if (k & CLASS_AGREE) {
        uint32_t i1 = over_adjuncts(s, i + 1);
        bool complement = is(s, i1, "to") || is(s, i1, "on") || is(s, i1, "that") || is(s, i1, "not") || is(s, i1, "upon") || is(s, i1, "with");
        if (!complement || (is(s, i1, "upon") && !(i > 0 && (r->classes[i - 1] & CLASS_AUX))))
            return ENTENTE_AGAIN;
        r->m.kind = ENTENTE_KIND_MUTUAL;
        e = read_clause(r, before, i + 1, false);
        if (!e)
            e = read_target(r);
        if (e || !r->m.item_count)
            return e ? e : ENTENTE_AGAIN;
        if (r->m.party_count < 2)
            r->m.kind = headed_by_request(r) ? ENTENTE_KIND_ACCEPTANCE : ENTENTE_KIND_COMMITMENT;
        r->m.confidence = r->m.party_count >= 2 ? 97 : r->m.party_count ? 94 : 65;
        return ENTENTE_OK;
    }
    if ((k & CLASS_PLEDGE) && !s->tokens[i].upper && !(i > 0 && ((r->classes[i - 1] & CLASS_FUNCTION) || is(s, i - 1, "'s")))) {
        if (!(is(s, i + 1, "to") || is(s, i + 1, "that") || is(s, i + 1, "not") || (r->classes[i + 1 < s->count ? i + 1 : i] & CLASS_FUNCTION) || ends_in(s->tokens[i].low, "ed")))
            return ENTENTE_AGAIN;
        r->m.kind = ENTENTE_KIND_COMMITMENT;
        e = read_clause(r, before, i + 1, false);
        if (!e && !r->m.item_count)
            read_content(r, i + 1);
        if (e || !r->m.item_count || !r->m.party_count)
            return e ? e : ENTENTE_AGAIN;
        r->m.confidence = 90;
        return ENTENTE_OK;
    }
    if (is(s, i, "expressed") || is(s, i, "expresses")) {
        uint32_t n = i + 1;
        if (n < s->count && (r->classes[n] & CLASS_FUNCTION))
            n++;
        if (!(is(s, n, "readiness") || is(s, n, "willingness")))
            return ENTENTE_AGAIN;
        r->last = n;
        r->m.kind = ENTENTE_KIND_ACCEPTANCE;
        e = read_clause(r, before, n + 1, false);
        if (!e)
            e = read_inviter(r);
        if (e || !r->m.item_count)
            return e ? e : ENTENTE_AGAIN;
        if (r->m.party_count < 2)
            return ENTENTE_AGAIN;
        r->m.confidence = 90;
        return ENTENTE_OK;
    }
    if ((k & CLASS_RENEWAL) || (is(s, i, "committed") && is(s, i + 1, "to") && !(i > 0 && (r->classes[i - 1] & CLASS_AUX) && !is(s, i - 1, "have") && !is(s, i - 1, "has")))) {
        uint32_t n = i + 1;
        if (k & CLASS_RENEWAL) {
            while (n < s->count && n < i + 6 && !(r->classes[n] & CLASS_DUTY) && !punctuation(&s->tokens[n]))
                n++;
            if (n >= s->count || !(r->classes[n] & CLASS_DUTY) || !is(s, n + 1, "to"))
                return ENTENTE_AGAIN;
            r->last = n++;
        } else if ((i > 0 && strncmp(s->tokens[i - 1].low, "remain", 6) == 0) || !(opens_action(r, i + 2) || (i + 2 < s->count && ends_in(s->tokens[i + 2].low, "ing")))) {
            return ENTENTE_AGAIN; /* a stance, or another sense */
        }
        r->m.kind = ENTENTE_KIND_COMMITMENT;
        e = read_clause(r, before, n, false);
        if (e || !r->m.item_count || !r->m.party_count)
            return e ? e : ENTENTE_AGAIN;
        r->m.confidence = 92;
        return ENTENTE_OK;
    }
    if ((is(s, i, "withdraw") || is(s, i, "withdrew") || is(s, i, "withdrawn") || is(s, i, "withdraws") || is(s, i, "withdrawing") || is(s, i, "out")) &&
        (is(s, i + 1, "from") || is(s, i + 1, "of"))) {
        uint32_t n = find_noun(r, i + 2, 8);
        if (is(s, i, "out")) {
            if (i == 0 || !(is(s, i - 1, "pulled") || is(s, i - 1, "pulling") || is(s, i - 1, "pull") || is(s, i - 1, "backed") || is(s, i - 1, "dropped")))
                return ENTENTE_AGAIN;
            r->first = i - 1;
        }
        if (n == s->count)
            return ENTENTE_AGAIN;
        r->m.kind = ENTENTE_KIND_INSTRUMENT;
        r->m.status = ENTENTE_AGREEMENT_BROKEN;
        r->m.instrument = instrument_at(r, n);
        e = read_clause(r, before, n + 1, true);
        if (e || !r->m.party_count)
            return e ? e : ENTENTE_AGAIN;
        r->m.confidence = 82;
        return ENTENTE_OK;
    }
    if ((is(s, i, "enter") || is(s, i, "enters") || is(s, i, "entered")) && is(s, i + 1, "into") && is(s, i + 2, "force")) {
        uint32_t n = i;
        while (n > 0 && !((r->classes[n - 1] & CLASS_NOUN)))
            n--;
        if (n == 0)
            return ENTENTE_AGAIN;
        r->last = i + 2;
        r->m.kind = ENTENTE_KIND_INSTRUMENT;
        r->m.instrument = instrument_at(r, n - 1);
        uint32_t subject = read_auxiliaries(r);
        (void)subject;
        e = read_noun_complements(r, n);
        r->m.item_count = 0;
        r->m.content = (view){0, 0};
        r->m.confidence = 85;
        read_time(r);
        return e;
    }
    if ((k & (CLASS_SIGN | CLASS_LIGHT)) && i >= 2 && (is(s, i - 1, "was") || is(s, i - 1, "were") || is(s, i - 1, "been") || is(s, i - 1, "be"))) {
        uint32_t n = i; /* the passive: the text is the subject, the parties stand behind "by", "between", "with" */
        while (n > 0 && n + 8 > i && !(r->classes[n - 1] & CLASS_NOUN))
            n--;
        if (n == 0 || !(r->classes[n - 1] & CLASS_NOUN))
            return ENTENTE_AGAIN;
        r->m.kind = (k & CLASS_SIGN) ? ENTENTE_KIND_INSTRUMENT : ENTENTE_KIND_MUTUAL;
        r->m.instrument = instrument_at(r, n - 1);
        (void)read_auxiliaries(r);
        for (uint32_t q = i + 1; q < s->count && q < i + 8; q++)
            if (is(s, q, "by") || is(s, q, "between") || is(s, q, "with")) {
                uint32_t to = q + 1;
                while (to < s->count && !punctuation(&s->tokens[to]) && !((r->classes[to] & CLASS_PREPOSITION) && to > q + 1))
                    to++;
                e = parties_read(r->parties, s, q + 1, to, &r->m);
                if (e)
                    return e;
                break;
            }
        if (!r->m.party_count)
            return ENTENTE_AGAIN;
        read_attribution(r, before, false);
        read_time(r);
        r->m.confidence = 82;
        return ENTENTE_OK;
    }
    if ((k & (CLASS_ACCEPT | CLASS_REFUSE)) && i > 0) {
        bool to = is(s, i + 1, "to");
        r->last = i;
        if (keeps_silent(r) || (!to && !headed_by_request(r) && find_noun(r, i + 1, 6) == s->count))
            return ENTENTE_AGAIN;
        if (k & CLASS_REFUSE)
            r->m.status = ENTENTE_AGREEMENT_REJECTED;
        r->m.kind = ENTENTE_KIND_ACCEPTANCE;
        e = read_clause(r, before, i + 1, false);
        if (k & CLASS_REFUSE)
            r->m.status = ENTENTE_AGREEMENT_REJECTED;
        if (!e && !r->m.item_count)
            read_content(r, i + 1);
        if (e || !r->m.item_count || !r->m.party_count)
            return e ? e : ENTENTE_AGAIN;
        r->m.confidence = 85;
        return ENTENTE_OK;
    }
    bool came_to = (is(s, i, "come") || is(s, i, "came") || is(s, i, "comes")) && is(s, i + 1, "to");
    bool announced = (is(s, i, "announced") || is(s, i, "announce") || is(s, i, "announces")) && i + 1 < s->count && (r->classes[i + 1] & CLASS_FUNCTION);
    if (announced) { /* only with what was agreed or with whom */
        uint32_t n = find_noun(r, i + 1, 7);
        announced = is(s, n + 1, "to") || is(s, n + 1, "with") || is(s, n + 1, "between") || is(s, n + 1, "under");
    }
    if ((k & (CLASS_SIGN | CLASS_LIGHT | CLASS_BREAK)) || came_to || announced || (is(s, i + 1, "into") && (is(s, i, "entered") || is(s, i, "enter") || is(s, i, "enters")))) {
        uint32_t n = find_noun(r, i + 1, 7);
        if (n == s->count)
            return ENTENTE_AGAIN;
        r->m.kind = (k & (CLASS_SIGN | CLASS_BREAK)) ? ENTENTE_KIND_INSTRUMENT : ENTENTE_KIND_MUTUAL;
        if (k & CLASS_BREAK)
            r->m.status = ENTENTE_AGREEMENT_BROKEN;
        r->m.instrument = instrument_at(r, n);
        e = read_clause(r, before, n + 1, true);
        if (!e && !(k & CLASS_BREAK))
            e = read_target(r);
        for (uint32_t q = i + 1; q < n; q++)
            if (is(s, q, "no"))
                r->m.status = ENTENTE_AGREEMENT_REJECTED;
        if (e || !r->m.party_count)
            return e ? e : ENTENTE_AGAIN;
        r->m.confidence = (k & CLASS_SIGN) ? 80 : 82;
        return ENTENTE_OK;
    }
    return ENTENTE_AGAIN;
}

/* Words that are triggers only with what follows them. */
static bool other_trigger(const sentence *s, uint32_t i)
{
    return strncmp(s->tokens[i].low, "enter", 5) == 0 || strncmp(s->tokens[i].low, "withdr", 6) == 0 || strncmp(s->tokens[i].low, "announce", 8) == 0 ||
           is(s, i, "come") || is(s, i, "came") || is(s, i, "comes") || is(s, i, "out") || is(s, i, "committed");
}

entente_status extract_mentions(parties *p, const sentence *s, const sentence *before, mentions *out)
{
    unsigned classes[512];
    uint32_t n = s->count < 512 ? s->count : 512;
    for (uint32_t i = 0; i < n; i++)
        classes[i] = lexicon_classes(s->tokens[i].low);
    uint32_t found = 0;
    for (uint32_t i = 0; i < n && found < 16; i++) {
        if (!(classes[i] & (CLASS_AGREE | CLASS_PLEDGE | CLASS_ACCEPT | CLASS_REFUSE | CLASS_SIGN | CLASS_LIGHT | CLASS_BREAK | CLASS_REPORT | CLASS_FINITE | CLASS_RENEWAL)) &&
            !other_trigger(s, i))
            continue;
        reading r = {.parties = p, .s = s, .classes = classes, .m = {.sentence = s}};
        entente_status e = read_trigger(&r, i, before);
        if (e == ENTENTE_AGAIN)
            continue;
        if (e)
            return e;
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
