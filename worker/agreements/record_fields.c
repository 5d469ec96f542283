/* SPDX-License-Identifier: MIT */
/* The fields of one record out of its mentions: the main one's, and what others tell better. */
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "limit_table.h"
#include "records.h"

static uint32_t word_count(const text *t, view v)
{
    uint32_t n = v.end > v.start;
    for (uint32_t i = v.start; i < v.end; i++)
        n += t->data[i] == ' ' || t->data[i] == '\n';
    return n;
}

/* Whether a text is told by its name: "the Treaty of Lima", not "the critical treaty". */
static bool has_name(const text *t, view v)
{
    bool capital = false;
    for (uint32_t i = v.start + 1; i + 1 < v.end; i++)
        capital |= t->data[i - 1] == ' ' && isupper((unsigned char)t->data[i]) && islower((unsigned char)t->data[i + 1]);
    return capital;
}

static const char *words(const text *t, arena *a, view v)
{
    const char *s = v.end > v.start ? arena_string(a, t->data + v.start, v.end - v.start) : "";
    return s ? s : ""; /* a full arena is told by its flag */
}

/* The number of a day of the week or a month that a word begins with ("Mon.", "september"), from 0; -1: of none. */
static int number_among(const char *const *names, int count, const char *word, size_t length)
{
    for (int i = 0; i < count; i++)
        if (length >= 3 && length <= strlen(names[i]) && !strncasecmp(names[i], word, length) && (length == strlen(names[i]) || length < 5))
            return i;
    return -1;
}

/* Noon of a day of the proleptic Gregorian calendar; false when there is no such day ("February 30"). */
static bool noon_of(int year, int month, int day, time_t *at)
{
    struct tm asked = {.tm_hour = 12, .tm_year = year - 1900, .tm_mon = month, .tm_mday = day};
    *at = timegm(&asked); /* which makes it a day that is */
    return asked.tm_mday == day && asked.tm_mon == month;
}

/* A day as an ISO 8601 date: "March 2, 2022" as it is; without its year, a weekday, today and yesterday against the publication date. `ahead`: the next such day, else the last. */
static void resolve_time(const char *published, const char *said, bool ahead, char iso[11])
{
    static const char *const days[] = {"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"}, *const months[] = {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}, *const near[] = {"yesterday", "today", "tomorrow"};
    struct tm tm;
    int day = 0, month = -1, year = 0, weekday = -1, beside = -1, on_year, on_month, on_day;
    time_t on = 0, at = 0;
    iso[0] = '\0';
    bool known = sscanf(published, "%d-%d-%d", &on_year, &on_month, &on_day) == 3 && noon_of(on_year, on_month - 1, on_day, &on);
    for (size_t n; *said; said += n) {
        n = strcspn(said, " ,.-");
        bool number = n > 0 && n <= 4 && strspn(said, "0123456789") == n;
        weekday = weekday < 0 ? number_among(days, 7, said, n) : weekday;
        month = month < 0 ? number_among(months, 12, said, n) : month;
        beside = beside < 0 && n > 4 ? number_among(near, 3, said, n) : beside;
        year = number && n == 4 && !year && month >= 0 ? atoi(said) : year; /* "0227 GMT" stands before the day */
        day = number && n < 3 && !day ? atoi(said) : day;
        n += n == 0 || said[n] != '\0';
    }
    if (month >= 0 && day && (year || known)) {
        if (!noon_of(year ? year : on_year, month, day, &at))
            return;
        int next = year ? 0 : ahead && at < on ? 1 : !ahead && at > on ? -1 : 0;
        if (next && !noon_of(on_year + next, month, day, &at))
            return;
    } else if (known && (weekday >= 0 || beside >= 0)) {
        gmtime_r(&on, &tm);
        int days_on = beside >= 0 ? beside - 1 : ahead ? (weekday - tm.tm_wday + 7) % 7 : -((tm.tm_wday - weekday + 7) % 7);
        at = on + (time_t)days_on * 86400;
    } else {
        return;
    }
    gmtime_r(&at, &tm);
    if (strftime(iso, 11, "%Y-%m-%d", &tm) == 0)
        iso[0] = '\0';
}

/* Whether words hold a name's last word, or its first letters: "Peruvian" does "Peru". */
static bool holds_name(const text *t, view w, const char *name)
{
    const char *last = strrchr(name, ' ');
    last = last ? last + 1 : name;
    size_t n = strlen(last);
    for (uint32_t i = w.start; i + n <= w.end; i++)
        if (strncasecmp(t->data + i, last, n) == 0)
            return true;
    return false;
}

/* "U.S.", "Peruvian". */
static bool is_country(const text *t, view w)
{
    char low[32];
    records_small_letters(t, w, low, sizeof low);
    return lexicon_country(low) != NULL;
}

/* Whether a party's words are no name or group of its own but those of the text or deed ("the truce"), or name another of the mention's parties. */
static bool borrows_words(const text *t, const mention *m, const party *x)
{
    bool borrows = ((x->mention.start >= m->trigger.start && x->mention.end <= m->trigger.end) || (x->mention.start >= m->instrument.start && x->mention.end <= m->instrument.end)) && !is_country(t, x->mention);
    for (uint32_t i = 0; i < m->party_count && !borrows; i++)
        borrows = strcmp(m->parties[i].name, x->name) != 0 && holds_name(t, x->mention, m->parties[i].name);
    return borrows && *x->name && !holds_name(t, x->mention, x->name);
}

/* The words that show a party: its mention's own, or where those are borrowed, its name where it stood last or stands next. */
static view words_of_party(const text *t, const mention *m, const party *x)
{
    enum { REACH = 10000 /* bytes */ };
    const uint32_t from = m->sentence->end, rest = t->length - from;
    const size_t length = strlen(x->name);
    if (!borrows_words(t, m, x))
        return x->mention;
    for (uint32_t i = from, stop = i > REACH ? i - REACH : 0; i >= stop + length; i--)
        if (t->data[i - length] == *x->name && memcmp(t->data + i - length, x->name, length) == 0)
            return (view){i - (uint32_t)length, i};
    const char *behind = memmem(t->data + from, rest < REACH ? rest : REACH, x->name, length);
    return behind ? (view){(uint32_t)(behind - t->data), (uint32_t)(behind - t->data + length)} : x->mention;
}

static bool fill_parties(const text *t, const mention *m, arena *a, entente_agreement *r)
{
    entente_party *list = arena_calloc(a, m->party_count + 1, sizeof *list);
    if (!list)
        return false;
    for (uint32_t i = 0; i < m->party_count; i++)
        list[i] = (entente_party){m->parties[i].name, words(t, a, words_of_party(t, m, &m->parties[i])), m->parties[i].country, m->parties[i].sector};
    r->parties = list;
    r->party_count = m->party_count;
    return true;
}

static bool fill_obligations(const text *t, const mention *m, arena *a, entente_agreement *r)
{
    entente_obligation *list = arena_calloc(a, m->item_count + 1, sizeof *list);
    if (!list)
        return false;
    for (uint32_t i = 0; i < m->item_count; i++)
        list[i] = (entente_obligation){words(t, a, m->items[i]), text_raw_span(t, m->items[i].start, m->items[i].end)};
    r->obligations = list;
    r->obligation_count = m->item_count;
    return true;
}

static const char *const rules[] = {
#define X(name, text) text,
    MENTION_FAMILY_LIST(X)
#undef X
};

static const char *rule_of(const mention *m) { return m->learnt ? "learnt" : rules[m->family]; }

/* Log odds in hundredths by what a record has, sorted by name. */
static const struct { const char *name; int weight; } weights[] = {
#include "confidence.inc"
};

static int weight_of(const char *name)
{
    for (size_t i = 0; i < sizeof weights / sizeof *weights; i++)
        if (strcmp(weights[i].name, name) == 0)
            return weights[i].weight;
    return 0;
}

static const char *const statuses[] = {
    [0] = "",
#define X(name, value) [value] = "status_" #name,
    ENTENTE_AGREEMENT_STATUS_LIST(X)
#undef X
};

/* How likely the trigger is to be one, as learnt. */
static const char *likelihood_of(const mention *m) { return m->likelihood < 0.2f ? "least" : m->likelihood < 0.5f ? "less" : m->likelihood < 0.8f ? "more" : "most"; }

/* Logistic regression over the rule, how likely the trigger is, the status, the parties, whether there are obligations and how often it is told (tests/quality/calibrate). */
static unsigned confidence_of(const mention *m, entente_agreement_status status, const mention *who, bool obligations, uint32_t told)
{
    char rule[24], likelihood[24], count[] = "parties_0";
    snprintf(likelihood, sizeof likelihood, "likelihood_%s", likelihood_of(m));
    snprintf(rule, sizeof rule, "rule_%s", rule_of(m));
    count[sizeof count - 2] = (char)('0' + (who->party_count < 2 ? who->party_count : 2));
    bool named = false;
    for (uint32_t i = 0; i < who->party_count; i++)
        named |= isupper((unsigned char)*who->parties[i].name) != 0;
    int sum = weight_of(named ? "named" : "unnamed") + weight_of(told > 1 ? "told_again" : "told_once") + weight_of("base") + weight_of(rule) + weight_of(likelihood) + weight_of(statuses[status]) + weight_of(count) + weight_of(obligations ? "obligations" : "no_obligations");
    return (unsigned)lround(100 / (1 + exp(-sum / 100.0)));
}

/* What the fields of a record are taken from. */
typedef struct evidence {
    const mention *main, *last, *who, *what; /* kind and rule; status; parties; obligations */
    view instrument, attribution, time, place;
} evidence;

static bool fill_explanations(const text *t, const evidence *from, arena *a, entente_agreement *r)
{
    const struct { const char *field; view v; } fields[] = {
        {"kind", from->main->trigger}, {"status", from->last->trigger}, {"obligations", from->what->content}, {"instrument", from->instrument},
        {"attribution", from->attribution}, {"time", from->time}, {"place", from->place}};
    size_t n = sizeof fields / sizeof *fields;
    entente_explanation *list = arena_calloc(a, n + from->who->party_count + 2, sizeof *list);
    if (!list)
        return false;
    view trigger = from->main->trigger;
    list[r->explanation_count++] = (entente_explanation){"rule", rule_of(from->main), text_raw_span(t, trigger.start, trigger.end)};
    list[r->explanation_count++] = (entente_explanation){"likelihood", likelihood_of(from->main), text_raw_span(t, trigger.start, trigger.end)};
    for (size_t i = 0; i < n + from->who->party_count; i++) {
        view v = i < n ? fields[i].v : words_of_party(t, from->who, &from->who->parties[i - n]);
        if (v.end > v.start)
            list[r->explanation_count++] = (entente_explanation){i < n ? fields[i].field : "parties", words(t, a, v), text_raw_span(t, v.start, v.end)};
    }
    r->explanations = list;
    return true;
}

/* "Pharmacy chain": what it is, no name. */
static bool is_common(const party *x)
{
    const char *last = strrchr(x->name, ' ');
    return islower((unsigned char)(last ? last[1] : *x->name)) != 0;
}

/* "The settlement" of the sentence of a mention that names no text, or of the two behind it, up to one that tells of something else. */
static view text_spoken_of(const mentions *all, uint32_t record)
{
    enum { REACH = 2, WORDS = 3 };
    for (uint32_t i = 0; i < all->count; i++) {
        const mention *m = &all->items[i];
        if (m->record != record || m->sentence->headline || m->kind == ENTENTE_KIND_COMMITMENT || m->family == FAMILY_PRESUPPOSED)
            continue;
        const sentence *last = m->sentence + REACH;
        for (uint32_t k = 0; k < all->count; k++)
            if (all->items[k].record != record && all->items[k].sentence >= m->sentence && all->items[k].sentence <= last)
                last = all->items[k].sentence - 1;
        for (const sentence *s = m->sentence; s <= last && s < all->end; s++)
            for (uint32_t k = 1; k < s->count && s->tokens; k++) {
                const token *n = &s->tokens[k];
                uint64_t classes = lexicon_classes(n->low);
                if (!(classes & CLASS_TEXT) || (classes & CLASS_ACQUIRE) || n->upper || lexicon_is_one(n->low, "convention", "charter", "partnership") || lexicon_is_either(n->low, "plea", "consensus") || (k + 1 < s->count && lexicon_classes(s->tokens[k + 1].low) & (CLASS_TALKS | CLASS_TEXT)))
                    continue;
                for (uint32_t from = k; from > 0 && from + WORDS >= k && !s->tokens[from].upper; from--)
                    if (lexicon_is_either(s->tokens[from - 1].low, "the", "this") && (s != m->sentence || n->start > m->trigger.end))
                        return (view){s->tokens[from].start, n->end};
            }
    }
    return (view){0, 0};
}

bool records_fill(text *t, const mentions *all, uint32_t record, const char *published, bool explain, arena *a, entente_agreement *r)
{
    const mention *main = NULL; /* the first in the body that says as much by rule; the headline is shorter */
    uint32_t n = 0;
    for (uint32_t i = 0; i < all->count; i++)
        if (all->items[i].record == record) {
            const mention *m = &all->items[i];
            if (!main || (main->sentence->headline && !m->sentence->headline && (m->item_count >= main->item_count || main->likely_item_count)))
                main = m;
            n++;
        }
    const mention *last = main;
    entente_mention *list = arena_calloc(a, n, sizeof *list);
    char iso[11];
    if (!list)
        return false;
    *r = (entente_agreement){.kind = main->kind, .time_iso = "", .mentions = list};
    for (uint32_t i = 0; i < all->count; i++)
        if (all->items[i].record == record && !all->items[i].sentence->headline) {
            if (records_is_answer(last) && all->items[i].family == FAMILY_OFFER && (all->items[i].sentence == last->sentence || records_opens_with(t, all->items[i].content, "the ")))
                continue; /* "rejected the proposals that he had made", "A made the offer in May": answered */
            last = &all->items[i];
            r->kind = records_is_answer(last) && main->family == FAMILY_OFFER ? last->kind : r->kind;
        }
    for (uint32_t i = 0; i < all->count && main->family == FAMILY_AGREE && r->kind == ENTENTE_KIND_COMMITMENT; i++)
        if (all->items[i].record == record && all->items[i].kind == ENTENTE_KIND_MUTUAL)
            r->kind = ENTENTE_KIND_MUTUAL; /* the counterpart is named elsewhere */
    bool closing = last->family == FAMILY_CLOSING, finishing = last->status == ENTENTE_AGREEMENT_PENDING && (closing || last->family == FAMILY_FORCE || records_opens_with(t, last->trigger, "ratif"));
    for (uint32_t i = 0; finishing && i < all->count; i++)
        if (all->items[i].record == record && (closing || all->items[i].family == FAMILY_SIGN) && all->items[i].status == ENTENTE_AGREEMENT_REACHED)
            last = &all->items[i]; /* what is signed is agreed before it is ratified, closes or takes effect */
    r->status = last->status;
    view instrument = main->instrument, attribution = main->attribution, time = main->time, place = main->place;
    bool of_opening = main->time_of_opening, of_neighbour = main->attribution_near;
    for (uint32_t i = 0; i < all->count; i++) { /* what the main mention does not say, another may */
        const mention *m = &all->items[i];
        if (m->record != record)
            continue;
        bool name = has_name(t, m->instrument), named = has_name(t, instrument);
        if (m->instrument.end && (name == named ? (!m->sentence->headline || word_count(t, instrument) < 2) && word_count(t, m->instrument) > word_count(t, instrument) : name && !m->sentence->headline)) /* "the Paris climate deal" rather than "the deal" */
            instrument = m->instrument;
        if (m->attribution.end && (!attribution.end || (of_neighbour && !m->attribution_near))) {
            attribution = m->attribution;
            of_neighbour = m->attribution_near;
        }
        if (m->time.end && (!time.end || (of_opening && !m->time_of_opening))) {
            time = m->time;
            of_opening = m->time_of_opening;
        }
        if (!place.end)
            place = m->place;
    }
    for (uint32_t i = 0; i < all->count && !instrument.end; i++)
        if (all->items[i].record == record)
            instrument = all->items[i].instrument;
    if (!instrument.end)
        instrument = text_spoken_of(all, record);
    r->instrument = words(t, a, instrument), r->attribution = words(t, a, attribution);
    r->time = words(t, a, time), r->place = words(t, a, place);
    const mention *who = main, *what = main; /* the one that names most; the first that says what is agreed, by a rule rather than by what is likely */
    for (uint32_t i = 0; i < all->count && (!what->item_count || what->likely_item_count); i++) {
        const mention *m = &all->items[i];
        if (m->record == record && m->item_count && m->status == main->status && (!what->item_count || !m->likely_item_count))
            what = m;
    }
    for (uint32_t i = 0; i < all->count; i++)
        if (all->items[i].record == record && all->items[i].party_count <= 6 && (all->items[i].party_count > who->party_count || (all->items[i].party_count == 1 && who->party_count == 1 && parties_unnamed(&who->parties[0]) && !parties_unnamed(&all->items[i].parties[0]))))
            who = &all->items[i];
    mention better; /* "Pharmacy chain settles with states" above "Acme has agreed to pay": Acme and the states */
    if (who->sentence->headline && !main->sentence->headline && main->party_count == 1 && who->party_count > 1 && is_common(&who->parties[0]) && !is_common(&main->parties[0]) && !parties_unnamed(&main->parties[0]) && !records_shared_parties(who, main)) {
        better = *who;
        better.parties[0] = main->parties[0];
        who = &better;
    }
    resolve_time(published, r->time, main->status == ENTENTE_AGREEMENT_PENDING, iso);
    r->time_iso = arena_string(a, iso, strlen(iso));
    for (uint32_t i = 0; i < all->count; i++) {
        const mention *m = &all->items[i];
        if (m->record != record || r->mention_count >= ENTENTE_LIMIT_MENTIONS)
            continue;
        list[r->mention_count++] = (entente_mention){
            .trigger = words(t, a, m->trigger), .span = text_raw_span(t, m->trigger.start, m->trigger.end),
            .sentence = text_raw_span(t, m->sentence->start, m->sentence->end),
            .status = m->status == r->status ? 0 : m->status,
            .content = n < 2 ? NULL : m->content.end ? words(t, a, m->content) : what->item_count ? "" : NULL};
    }
    const evidence from = {main, last, who, what, instrument, attribution, time, place};
    r->confidence_percent = confidence_of(main, r->status, who, what->item_count > 0, n);
    return fill_parties(t, who, a, r) && fill_obligations(t, what, a, r) && (!explain || fill_explanations(t, &from, a, r)) && r->time_iso;
}
