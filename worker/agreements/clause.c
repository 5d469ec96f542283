/* SPDX-License-Identifier: MIT */
/* The clause around a trigger: status from the words before it, the subject to its left, the obligations to its right. */
#include <ctype.h>
#include <string.h>

#include "reading.h"

bool token_is(const sentence *s, uint32_t i, const char *low)
{
    return i < s->count && strcmp(s->tokens[i].low, low) == 0;
}

bool token_ends_in(const char *low, const char *tail)
{
    size_t n = strlen(low), k = strlen(tail);
    return n > k + 1 && strcmp(low + n - k, tail) == 0;
}

bool token_is_punctuation(const token *k)
{
    return ispunct((unsigned char)k->low[0]) && k->low[1] == '\0';
}

/* Looks at auxiliaries, negation and modals left of the trigger; returns the token behind the subject. */
uint32_t clause_read_auxiliaries(reading *r)
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
            if (i >= 2 && (token_is(r->s, i - 2, "failed") || token_is(r->s, i - 2, "refused") || token_is(r->s, i - 2, "declined"))) {
                negated = true;
                i--;
            } else if (i >= 2 && (r->s->headline || token_is(r->s, i - 2, "expected") || token_is(r->s, i - 2, "set") || token_is(r->s, i - 2, "ready") ||
                                  token_is(r->s, i - 2, "hopes") || token_is(r->s, i - 2, "hope") || token_is(r->s, i - 2, "plan") || token_is(r->s, i - 2, "plans") ||
                                  token_is(r->s, i - 2, "due") || token_is(r->s, i - 2, "likely") || token_is(r->s, i - 2, "about") || token_is(r->s, i - 2, "trying"))) {
                ahead = true;
                if (!r->s->tokens[i - 2].upper)
                    i--;
            } else {
                break;
            }
        } else if (!((k & CLASS_AUX) || (token_ends_in(low, "ly") && !r->s->tokens[i - 1].upper))) {
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
            bool list = i >= 2 && i < end && s->tokens[i - 2].upper && (s->tokens[i].upper || token_is(s, i, "and") || (s->headline && end - i <= 2));
            bool fronted = false; /* "In Paris, Ann and Bob agreed": a preposition opens what is before the comma */
            uint32_t b = i - 1;
            while (b > 0 && strcmp(s->tokens[b - 1].low, ",") != 0)
                b--;
            fronted = b < i && (r->classes[b] & (CLASS_PREPOSITION | CLASS_REPORT)) != 0;
            if (token_is(s, i, "and")) { /* ", and X agreed" is a new clause unless a list of names leads up to it */
                for (uint32_t q = b; q + 1 < i; q++)
                    if ((r->classes[q] & (CLASS_AUX | CLASS_FINITE | CLASS_MODAL)) || token_ends_in(s->tokens[q].low, "ed"))
                        return i + 1;
            }
            if (!list || fronted)
                break;
        } else if (token_is_punctuation(t) && strcmp(t->low, "&") != 0 && strcmp(t->low, "-") != 0) {
            break;
        } else if ((k & (CLASS_REPORT | CLASS_MODAL | CLASS_FINITE | CLASS_NEGATION)) || token_is(s, i - 1, "that") || token_is(s, i - 1, "to") || token_is(s, i - 1, "which") ||
                   token_is(s, i - 1, "who") || token_is(s, i - 1, "but") || ((k & CLASS_AUX) && strcmp(t->low, "both") && strcmp(t->low, "all"))) {
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
    while (i < end && (token_is(s, i, "and") || token_is(s, i, ",")))
        i++;
    return i;
}

/* "X, which makes cars, has agreed" and "X, the maker, agreed": back over the inserted part. */
static uint32_t over_insertion(const reading *r, uint32_t end)
{
    const sentence *s = r->s;
    if (end >= 1 && (token_is(s, end - 1, "which") || token_is(s, end - 1, "who") || token_is(s, end - 1, "that"))) {
        end--;
        if (end >= 1 && token_is(s, end - 1, ","))
            end--;
        return end;
    }
    if (end >= 2 && token_is(s, end - 1, ",")) {
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
        if (token_is(s, i, time_words[k]))
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
    bool shared = end > 1 && (token_is(s, end - 1, "and") || token_is(s, end - 1, "but") || (r->classes[end - 1] & CLASS_PREPOSITION) || token_ends_in(s->tokens[r->first].low, "ing"));
    end = over_insertion(r, end);
    *start = subject_start(r, end);
    if ((*start < end && !shared) || end == 0)
        return end;
    uint32_t i = end;
    while (i > 0 && (token_is(s, i - 1, "and") || token_is(s, i - 1, ",") || token_is(s, i - 1, "but")))
        i--;
    /* the first finite verb of the sentence and what is left of it */
    for (uint32_t k = 1; k < i; k++)
        if ((r->classes[k] & (CLASS_FINITE | CLASS_AGREE | CLASS_SIGN | CLASS_PLEDGE | CLASS_ACCEPT | CLASS_RENEWAL)) || token_is(s, k, "met") ||
            (token_ends_in(s->tokens[k].low, "ed") && !s->tokens[k].upper)) {
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
    while (*from < *to && (token_is(r->s, *from, ",") || token_is(r->s, *from, "and") || token_is(r->s, *from, "to") || token_is(r->s, *from, "that") || token_is(r->s, *from, "on")))
        ++*from;
    while (*to > *from && (token_is(r->s, *to - 1, ".") || token_is(r->s, *to - 1, ",") || token_is(r->s, *to - 1, "and") || token_is(r->s, *to - 1, ";")))
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
    return i < r->s->count && token_ends_in(r->s->tokens[i].low, "ly") ? i + 1 : i;
}

bool clause_opens_action(const reading *r, uint32_t i)
{
    i = past_adverb(r, token_is(r->s, i, "to") ? i + 1 : i);
    return i < r->s->count && (r->classes[i] & CLASS_VERB) && !r->s->tokens[i].upper;
}

/* Where the obligations end: the reporter's clause, a new finite verb, a relative, the full stop. */
static bool ends_content(const reading *r, uint32_t i)
{
    const sentence *s = r->s;
    if (token_is(s, i, "-") || token_is(s, i, "--") || strcmp(s->tokens[i].low, "\xE2\x80\x94") == 0 || strcmp(s->tokens[i].low, "\xE2\x80\x93") == 0)
        return true;
    if (token_is(s, i, ";") || token_is(s, i, "\"") || strcmp(s->tokens[i].low, "\xE2\x80\x9D") == 0)
        return true;
    if (token_is(s, i, ",")) {
        for (uint32_t k = i + 1; k < s->count && k < i + 10; k++) {
            if (token_is(s, k, ","))
                break;
            if (r->classes[k] & CLASS_REPORT)
                return k > i + 1 && k + 4 >= s->count ? true : !clause_opens_action(r, i + 1) && k < i + 6 && !token_is(s, i + 1, "and");
        }
        uint32_t next = token_is(s, i + 1, "and") || token_is(s, i + 1, "but") ? i + 2 : i + 1;
        if (next > i + 1 && next < s->count &&
            ((r->classes[next] & CLASS_FINITE) || (r->classes[next] & (CLASS_PRONOUN)) || token_ends_in(s->tokens[next].low, "ed") ||
             (s->tokens[next].upper && next + 1 < s->count && (r->classes[next + 1] & (CLASS_FINITE | CLASS_AUX | CLASS_AGREE | CLASS_PLEDGE | CLASS_ACCEPT | CLASS_REFUSE | CLASS_SIGN)))))
            return true;
        if (token_is(s, i + 1, "when") || token_is(s, i + 1, "saying") || token_is(s, i + 1, "as") || token_is(s, i + 1, "after") || token_is(s, i + 1, "compared"))
            return true;
        return token_is(s, i + 1, "which") || token_is(s, i + 1, "who") || token_is(s, i + 1, "but") || token_is(s, i + 1, "while") || token_is(s, i + 1, "according");
    }
    if (token_is(s, i, "and") && i + 1 < s->count && ((r->classes[i + 1] & CLASS_FINITE) || (r->classes[i + 1] & (CLASS_AGREE | CLASS_PLEDGE))))
        return true;
    return false;
}

void clause_read_content(reading *r, uint32_t from)
{
    const sentence *s = r->s;
    uint32_t open = from, i = from;
    bool actions = clause_opens_action(r, from) || (from > 0 && token_is(s, from - 1, "to"));
    for (; i < s->count; i++) {
        if (ends_content(r, i))
            break;
        bool comma = token_is(s, i, ","), conjunction = token_is(s, i, "and");
        if (!actions || !(comma || conjunction) || i == open)
            continue;
        uint32_t next = comma && token_is(s, i + 1, "and") ? i + 2 : i + 1;
        if (clause_opens_action(r, next) && !(conjunction && i > 0 && (r->classes[i - 1] & CLASS_VERB) && i - 1 == open)) {
            add_item(r, open, i);
            open = i = next;
        }
    }
    add_item(r, open, i);
}

/* "X said Y agreed ...", "..., the statement said", "According to X, ...". */
void clause_read_attribution(reading *r, const sentence *before, bool pronoun)
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
        if ((r->classes[i] & CLASS_REPORT) && !token_is(s, i, "according")) {
            uint32_t k = i;
            while (k > 0 && strcmp(s->tokens[k - 1].low, ",") != 0)
                k--;
            if (!(r->classes[k] & CLASS_PREPOSITION)) {
                r->m.attribution = (view){s->tokens[k].start, s->tokens[i - 1].end};
                return;
            }
        }
    const sentence *from = token_is(s, 0, "according") ? s : pronoun && before && before->tokens && token_is(before, 0, "according") ? before : NULL;
    if (from && token_is(from, 1, "to"))
        for (uint32_t i = 2; i < from->count; i++)
            if (token_is(from, i, ",")) {
                if (i > 2)
                    r->m.attribution = (view){from->tokens[2].start, from->tokens[i - 1].end};
                return;
            }
}


void clause_read_time(reading *r)
{
    const sentence *s = r->s;
    for (uint32_t i = 0; i < s->count; i++) {
        for (size_t k = 0; k < sizeof time_words / sizeof *time_words; k++)
            if (token_is(s, i, time_words[k])) {
                r->m.time = (view){s->tokens[i].start, s->tokens[i].end};
                return;
            }
        if ((token_is(s, i, "last") || token_is(s, i, "next") || token_is(s, i, "this")) &&
            (token_is(s, i + 1, "week") || token_is(s, i + 1, "month") || token_is(s, i + 1, "year"))) {
            r->m.time = (view){s->tokens[i].start, s->tokens[i + 1].end};
            return;
        }
    }
}

/* Over "on Tuesday", "last week", "in Oslo", "today" between a trigger and its complement. */
uint32_t clause_over_adjuncts(const sentence *s, uint32_t i)
{
    for (;;) {
        if (is_time(s, i))
            i++;
        else if ((token_is(s, i, "on") || token_is(s, i, "late") || token_is(s, i, "early") || token_is(s, i, "last") || token_is(s, i, "next")) && is_time(s, i + 1))
            i += 2;
        else if ((token_is(s, i, "last") || token_is(s, i, "this") || token_is(s, i, "next") || token_is(s, i, "earlier")) && (token_is(s, i + 1, "week") || token_is(s, i + 1, "month") || token_is(s, i + 1, "year")))
            i += 2;
        else if (token_is(s, i, "in") && i + 1 < s->count && s->tokens[i + 1].upper && !token_is(s, i + 2, "and"))
            i += 2;
        else if (token_is(s, i, "in") && token_is(s, i + 1, "principle"))
            i += 2;
        else
            return i;
    }
}

/* The noun phrase around an agreement noun at `i`, as the instrument. */
view clause_instrument_at(const reading *r, uint32_t i)
{
    const sentence *s = r->s;
    uint32_t from = i;
    while (from > 0 && i - from < 5 && !token_is_punctuation(&s->tokens[from - 1]) &&
           !(r->classes[from - 1] & (CLASS_FUNCTION | CLASS_PREPOSITION | CLASS_AUX | CLASS_LIGHT | CLASS_SIGN | CLASS_REPORT | CLASS_BREAK | CLASS_FINITE)) &&
           !token_is(s, from - 1, "and") && !token_is(s, from - 1, "of") && !token_is(s, from - 1, "to") && !token_is(s, from - 1, "that"))
        from--;
    uint32_t to = i + 1;
    if (token_is(s, i, "memorandum") && token_is(s, i + 1, "of") && token_is(s, i + 2, "understanding"))
        to = i + 3;
    return (view){s->tokens[from].start, s->tokens[to - 1].end};
}

/* What follows an agreement noun: "with B", "between A and B", "to X", "on X". */
entente_status clause_read_noun_complements(reading *r, uint32_t i)
{
    const sentence *s = r->s;
    while (i < s->count) {
        i = clause_over_adjuncts(s, i);
        bool with = token_is(s, i, "with"), between = token_is(s, i, "between");
        if (with || between) {
            uint32_t to = i + 1;
            while (to < s->count && !token_is_punctuation(&s->tokens[to]) && !(r->classes[to] & (CLASS_PREPOSITION | CLASS_REPORT | CLASS_FINITE | CLASS_MODAL)) && !token_is(s, to, "to") && !token_is(s, to, "that") && to < i + 12)
                to++;
            entente_status e = parties_read(r->parties, s, i + 1, to, &r->m);
            if (e)
                return e;
            i = to;
        } else if (token_is(s, i, "to") || token_is(s, i, "on") || token_is(s, i, "that") || token_is(s, i, "for") || token_is(s, i, "under")) {
            clause_read_content(r, i + 1);
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

uint32_t clause_find_noun(const reading *r, uint32_t from, uint32_t most)
{
    for (uint32_t i = from; i < r->s->count && i < from + most; i++) {
        if ((r->classes[i] & CLASS_NOUN) && !(r->classes[i] & CLASS_AGREE))
            return i;
        if ((r->classes[r->first] & CLASS_SIGN) && i < from + 2 && is_acronym(r, i))
            return i; /* signed the NPT */
        if (token_is_punctuation(&r->s->tokens[i]) || (r->classes[i] & (CLASS_FINITE | CLASS_REPORT)))
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
        if (token_is(r->s, i, "should") || token_is(r->s, i, "must"))
            return true;
    return false;
}

/* "urged X to sign", "efforts to reach": an infinitive that nobody is said to have carried out. */
static bool infinitive_without_assent(const reading *r)
{
    const sentence *s = r->s;
    if (r->first < 2 || !token_is(s, r->first - 1, "to") || s->headline)
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
bool clause_keeps_silent(const reading *r)
{
    const sentence *s = r->s;
    uint32_t i = r->last + 1;
    return token_is(s, i, "to") && i + 1 < s->count && (r->classes[i + 1] & CLASS_SILENCE);
}

/* "A invited B to X, and B expressed readiness": the one who asked is the other party. */
entente_status clause_read_inviter(reading *r)
{
    for (uint32_t i = 1; i < r->first; i++)
        if (token_is(r->s, i, "invited") || token_is(r->s, i, "asked") || token_is(r->s, i, "proposed")) {
            uint32_t start = subject_start(r, i);
            return parties_read(r->parties, r->s, start, i, &r->m);
        }
    return ENTENTE_OK;
}

/* "agreed to buy X for ...": X is the other side of the deal. */
entente_status clause_read_target(reading *r)
{
    static const char *const verbs[] = {"buy", "acquire", "purchase", "merge"};
    const sentence *s = r->s;
    for (uint32_t i = r->last + 1; i < s->count && i < r->last + 9; i++)
        for (size_t k = 0; k < sizeof verbs / sizeof *verbs; k++)
            if (token_is(s, i, verbs[k])) {
                uint32_t from = i + 1 + token_is(s, i + 1, "with"), to = from;
                while (to < s->count && !token_is_punctuation(&s->tokens[to]) && !(r->classes[to] & CLASS_PREPOSITION) && !token_is(s, to, "to")) {
                    to++;
                    if (token_is(s, to, "and"))
                        from = to + 1; /* "device and security firm Jamf" */
                }
                if (to > from && s->tokens[to - 1].upper)
                    return parties_read(r->parties, s, from, to, &r->m);
            }
    return ENTENTE_OK;
}

/* Reads the clause around a trigger at [first, last]; `content` is where its complement starts. */
entente_status clause_read(reading *r, const sentence *before, uint32_t content, bool noun)
{
    const sentence *s = r->s;
    uint32_t start, end = clause_read_auxiliaries(r);
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
        e = clause_read_noun_complements(r, content);
    } else {
        content = clause_over_adjuncts(s, content);
        if (token_is(s, content, "with")) {
            uint32_t to = content + 1;
            while (to < s->count && !token_is_punctuation(&s->tokens[to]) && !token_is(s, to, "to") && !token_is(s, to, "on") && !token_is(s, to, "that") && !(r->classes[to] & CLASS_PREPOSITION))
                to++;
            e = parties_read(r->parties, s, content + 1, to, &r->m);
            content = clause_over_adjuncts(s, to);
        }
        if (!e && content < s->count && (token_is(s, content, "to") || token_is(s, content, "on") || token_is(s, content, "that") || token_is(s, content, "not") || token_is(s, content, "upon")))
            clause_read_content(r, token_is(s, content, "not") ? content : content + 1);
    }
    if (e)
        return e;
    clause_read_attribution(r, before, pronoun);
    clause_read_time(r);
    return ENTENTE_OK;
}

bool clause_headed_by_request(const reading *r)
{
    for (uint32_t i = 0; i < r->s->count; i++)
        if ((r->classes[i] & CLASS_REQUEST) && i > r->last && i < r->last + 8)
            return true;
    return false;
}

/* "In Oslo, ..." at the start, or "in Oslo" right behind the trigger or its noun: where the agreement was made. */
void clause_read_place(reading *r)
{
    static const char *const not_places[] = {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"};
    const sentence *s = r->s;
    for (uint32_t i = 0; i + 1 < s->count; i++) {
        bool near = i == 0 || (i > r->last && i < r->last + 6);
        if (!near || !token_is(s, i, "in") || !s->tokens[i + 1].upper || (r->m.content.end && s->tokens[i].start >= r->m.content.start && s->tokens[i].start < r->m.content.end))
            continue;
        bool place = true;
        for (size_t k = 0; k < sizeof not_places / sizeof *not_places; k++)
            place = place && !token_is(s, i + 1, not_places[k]);
        uint32_t to = i + 1;
        while (to < s->count && s->tokens[to].upper && to < i + 4)
            to++;
        if (place && !(lexicon_classes(s->tokens[to - 1].low) & CLASS_NOUN)) {
            r->m.place = (view){s->tokens[i + 1].start, s->tokens[to - 1].end};
            return;
        }
    }
}
