/* SPDX-License-Identifier: MIT */
/* The same agreement told twice is one record: like parties and like obligations. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "learnt.h"
#include "limit_table.h"
#include "records.h"

/* The words of a range as hashes, small words left out. */
static uint32_t word_hashes(const text *t, view v, uint32_t *hashes, uint32_t most)
{
    uint32_t count = 0, h = 2166136261u, length = 0;
    for (uint32_t i = v.start; i <= v.end && count < most; i++) {
        unsigned char c = i < v.end ? (unsigned char)t->data[i] : ' ';
        if (isalnum(c) || c >= 0x80) {
            if (length++ < 5) /* endings do not count: map, maps, mapping */
                h = (h ^ (unsigned)tolower(c)) * 16777619u;
        } else {
            if (length > 2)
                hashes[count++] = h;
            h = 2166136261u;
            length = 0;
        }
    }
    return count;
}

/* Shared words over those of the shorter, or over the mean of both. */
static double shared_words(const text *t, view x, view y, bool mean)
{
    uint32_t a[48], b[48], n = word_hashes(t, x, a, 48), m = word_hashes(t, y, b, 48), common = 0;
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = 0; k < m; k++)
            if (a[i] == b[k]) {
                common++;
                b[k] = 0;
                break;
            }
    uint32_t shorter = n < m ? n : m;
    return !shorter ? 0 : mean ? 2.0 * common / (n + m) : (double)common / shorter;
}

static bool same_party(const party *a, const party *b)
{
    return (*a->country && !strcmp(a->country, b->country) && a->sector == b->sector) || parties_same_name(a, b);
}

uint32_t records_shared_parties(const mention *x, const mention *y)
{
    uint32_t common = 0;
    for (uint32_t i = 0; i < x->party_count; i++)
        for (uint32_t k = 0; k < y->party_count; k++)
            if (same_party(&x->parties[i], &y->parties[k])) {
                common++;
                break;
            }
    return common;
}

/* An agreement that ends, or is to: "withdrew from the treaty", "to quit the pact". It is a record of its own. */
static bool is_end(const mention *m)
{
    return m->status == ENTENTE_AGREEMENT_BROKEN || (m->family == FAMILY_BREAK && m->status == ENTENTE_AGREEMENT_PENDING);
}

/* "Chile left the pact ... Peru will no longer observe it": each its own end of it. */
static bool different_ends(const mention *x, const mention *y)
{
    bool both = x->family == FAMILY_BREAK && y->family == FAMILY_BREAK && is_end(x) && is_end(y) && x->kind == ENTENTE_KIND_INSTRUMENT && y->kind == x->kind;
    return both && x->party_count && y->party_count && !x->parties[0].plural && !y->parties[0].plural && !same_party(&x->parties[0], &y->parties[0]);
}

/* Families that tell of a deal as a whole, whose parts need not be said again. */
static bool tells_of_a_deal(const mention *m)
{
    return m->family == FAMILY_SIGN || m->family == FAMILY_MAKE || m->family == FAMILY_NOUN || m->family == FAMILY_TALKS || m->family == FAMILY_FORCE || m->family == FAMILY_CLOSING || m->family == FAMILY_RENEW ||
           m->family == FAMILY_BREAK || (m->family == FAMILY_AGREE && (m->instrument.end || !m->content.end));
}

/* "Last year", "in 1995" (before the year of publication, where that is known): another agreement than that of the news. */
static bool long_ago(const text *t, const mention *m, const char *published)
{
    uint32_t digits = 0;
    for (uint32_t i = m->time.start; i < m->time.end; i++) {
        digits = isdigit((unsigned char)t->data[i]) ? digits + 1 : 0;
        bool past_year = digits == 4 && (!*published || memcmp(t->data + i - 3, published, 4) < 0);
        if ((past_year && !m->time_of_opening) || (m->time.end - i >= 9 && (strncasecmp(t->data + i, "last year", 9) == 0 || strncasecmp(t->data + i, "years ago", 9) == 0)))
            return true;
    }
    return false;
}

/* "rejected the 530 pence offer": what is answered is called an offer. */
static bool names_bid(const text *t, const mention *m)
{
    char word[32];
    for (uint32_t i = m->content.start, n = 0; i <= m->content.end && m->content.end; i++) {
        unsigned char c = i < m->content.end ? (unsigned char)t->data[i] : ' ';
        if (isalpha(c) && n + 1 < sizeof word) {
            word[n++] = (char)tolower(c);
            continue;
        }
        word[n] = '\0';
        if (n && (lexicon_classes(word) & CLASS_BID))
            return true;
        n = 0;
    }
    return false;
}

static bool word_before(const text *t, view v, const char *word)
{
    size_t n = strlen(word);
    return v.end && v.start > n && !strncasecmp(t->data + v.start - n - 1, word, n) && t->data[v.start - 1] == ' ';
}

/* "the agreement", "this deal": one that was told of. */
static bool refers_back(const text *t, const mention *m) { return word_before(t, m->instrument, "the") || word_before(t, m->instrument, "this"); }

/* "pay $54m to settle", "pay those who lost": what is agreed begins with the same verb. */
static bool same_opening(const text *t, view x, view y)
{
    uint32_t n = 0;
    while (x.start + n < x.end && y.start + n < y.end && t->data[x.start + n] == t->data[y.start + n] && t->data[x.start + n] != ' ')
        n++;
    return n > 1 && x.start + n < x.end && y.start + n < y.end && t->data[x.start + n] == ' ' && t->data[y.start + n] == ' ';
}

/* One side of a deal is told of twice: the same who, the same verb of agreeing. */
static bool agree_alike(const mention *x, const mention *y, uint32_t common)
{
    return x->family == FAMILY_AGREE && y->family == FAMILY_AGREE && x->kind == y->kind && common && common == x->party_count && common == y->party_count;
}

enum { LEAD = 300 }; /* bytes from the headline to the lead's start, at most */

/* A headline and the lead, of the same parties (or one name for all of them) and as far come, tell the same in other words. */
static bool lead_of(const mention *x, const mention *y, uint32_t common)
{
    return x->sentence->headline && y->sentence == x->sentence + 1 && !y->sentence->headline && x->kind == y->kind && x->status == y->status && common == x->party_count && common == y->party_count &&
           (common > 1 || (common && x->status != ENTENTE_AGREEMENT_REACHED && x->kind == ENTENTE_KIND_MUTUAL && x->parties[0].plural));
}

/* "A and B signed a pact. It was / The pact was signed by Minister Jo Doe and Minister Jo Roe": those who held the pen. */
static bool signed_by(const text *t, const mention *x, const mention *y)
{
    enum { NEAR = 600 };
    bool people = y->party_count > 1 && x->party_count > 1;
    for (uint32_t i = 0; i < y->party_count; i++)
        people &= y->parties[i].person;
    for (uint32_t i = 0; i < x->party_count; i++)
        people &= !x->parties[i].person;
    return people && (x->family == FAMILY_SIGN || x->family == FAMILY_AGREE || x->family == FAMILY_MAKE) && (y->family == FAMILY_SIGN || y->family == FAMILY_MAKE) && x->status == ENTENTE_AGREEMENT_REACHED && y->status == x->status && refers_back(t, y) && y->sentence->start - x->sentence->end < NEAR;
}

/* "Rival parties sign a deal" above "A and B have signed an agreement": one name for both. */
static bool headline_of_group(const mention *x, const mention *y)
{
    return x->sentence->headline && !y->sentence->headline && y->sentence->start - x->sentence->end < LEAD && x->party_count == 1 && x->parties[0].plural && y->party_count > 1 && x->kind == y->kind && x->family == y->family && x->status == y->status &&
           tells_of_a_deal(x);
}

/* "Nurses accept pay deal" above "Members of the nurses' union have voted to accept the offer": most of the headline's words come again, or it is the first told of in the body. */
static bool headline_of_lead(const text *t, const mention *x, const mention *y)
{
    bool named = false, commitment = x->kind == ENTENTE_KIND_COMMITMENT || (y->kind == ENTENTE_KIND_COMMITMENT && y->family != FAMILY_AGREE);
    for (uint32_t i = 0; i < x->party_count; i++)
        named |= !x->parties[i].plural; /* not "workers and employers" */
    bool strangers = named && x->party_count > 1 && y->party_count > 1 && !records_shared_parties(x, y);
    if (x->sentence->headline && !y->sentence->headline && y == x + 1 && y->sentence->start - x->sentence->end < LEAD && x->status == y->status && !strangers && !commitment)
        return true;
    if (x->party_count == 1 && x->parties[0].plural && y->party_count == 1 && !y->parties[0].plural)
        return false; /* "Donors promise money": the lead tells of one of them */
    view above = {x->sentence->start, x->sentence->end}, lead = {y->sentence->start, y->sentence->end};
    return x->sentence->headline && !y->sentence->headline && lead.start - above.end < LEAD && x->family == y->family && x->kind == y->kind && x->status == y->status && shared_words(t, above, lead, false) >= 0.5;
}

/* "Acme agrees to pay publishers" above "Acme has signed deals to pay for the news". */
static bool headline_of_deal(const text *t, const mention *x, const mention *y)
{
    uint32_t common = records_shared_parties(x, y);
    return x->sentence->headline && !y->sentence->headline && x->content.end && y->content.end && common && common == x->party_count && x->status == y->status && same_opening(t, x->content, y->content) && y->sentence->start - x->sentence->end < LEAD;
}

/* Whether what `y` calls the text begins with one of some words that `x` does not begin with: "a similar deal", "a final deal". */
static bool told_apart(const text *t, const mention *x, const mention *y, const char *const *words, size_t count)
{
    for (size_t k = 0; k < count && y->instrument.end; k++)
        if (strncasecmp(t->data + y->instrument.start, words[k], strlen(words[k])) == 0)
            return !x->instrument.end || strncasecmp(t->data + x->instrument.start, words[k], strlen(words[k])) != 0;
    return false;
}

/* "agreements", "accords": more than one. */
static bool is_plural(const text *t, view v) { return v.end > v.start + 2 && t->data[v.end - 1] == 's' && t->data[v.end - 2] != 's'; }

static bool names_year(const text *t, view v)
{
    uint32_t digits = 0;
    for (uint32_t i = v.start; i < v.end && digits < 4; i++)
        digits = isdigit((unsigned char)t->data[i]) ? digits + 1 : 0;
    return digits == 4;
}

/* "signed a declaration ... A final peace deal is to be signed", "negotiate agreements with others", "had not signed the 2018 accord": not what was reached. */
static bool still_ahead(const text *t, const mention *x, const mention *y)
{
    static const char *const later[] = {"final ", "comprehensive ", "permanent ", "definitive ", "formal ", "lasting "};
    if (x->status != ENTENTE_AGREEMENT_REACHED || y->status == ENTENTE_AGREEMENT_REACHED || y->status == ENTENTE_AGREEMENT_BROKEN)
        return false;
    if (y->status == ENTENTE_AGREEMENT_REJECTED) /* "did not reach agreement on the waters": what was left over */
        return names_year(t, y->instrument) || (y->kind == ENTENTE_KIND_MUTUAL && y->content.end && shared_words(t, x->content, y->content, x->family == FAMILY_AGREE && y->family == FAMILY_AGREE) < 0.5 && shared_words(t, x->instrument, y->content, false) < 0.5);
    return told_apart(t, x, y, later, sizeof later / sizeof *later) || (is_plural(t, y->instrument) && !is_plural(t, x->instrument) && !word_before(t, y->instrument, "the") && !word_before(t, y->instrument, "these"));
}

static bool same_agreement(const text *t, const mention *x, const mention *y, const char *published)
{
    if (x->sentence == y->sentence || is_end(x) != is_end(y))
        return false;
    if ((records_is_answer(y) || y->family == FAMILY_TALKS) && y->status == ENTENTE_AGREEMENT_REJECTED && x->status == ENTENTE_AGREEMENT_REACHED)
        return false; /* what some refused, or what failed, before it was agreed */
    if (x->family == FAMILY_TALKS && x->status == ENTENTE_AGREEMENT_REJECTED && y->status == ENTENTE_AGREEMENT_REACHED && y->family != FAMILY_TALKS)
        return false; /* "talks have stalled ... They signed a preliminary pact last June" */
    if (different_ends(x, y))
        return false;
    if (long_ago(t, x, published) != long_ago(t, y, published))
        return false;
    uint32_t common = records_shared_parties(x, y), fewer = x->party_count < y->party_count ? x->party_count : y->party_count;
    bool headline = x->sentence->headline || y->sentence->headline;
    bool both = x->content.end && y->content.end;
    bool several = x->party_count && x->parties[0].plural && !(y->party_count && y->parties[0].plural), group = x->party_count == 1 && y->party_count > 1; /* "donors" are not one of them, "rival factions" are both */
    if (x->sentence->headline && both && (group || (!several && x->kind == y->kind)) && (x->family == y->family || (x->status == y->status && tells_of_a_deal(x) && tells_of_a_deal(y))) && y->sentence->start - x->sentence->end < LEAD && shared_words(t, x->content, y->content, false) >= 0.5)
        return true; /* "Pub chain agrees to sell X": the lead says who it is */
    if (signed_by(t, x, y) || headline_of_group(x, y) || headline_of_lead(t, x, y))
        return true;
    if ((fewer && !common) || still_ahead(t, x, y))
        return false;
    static const char *const different[] = {"similar ", "separate ", "another ", "additional ", "previous ", "earlier "};
    if (!x->sentence->headline && told_apart(t, x, y, different, sizeof different / sizeof *different))
        return false; /* "hopes for similar agreements with all its unions" */
    bool another = y->instrument.end && (word_before(t, y->instrument, "a") || word_before(t, y->instrument, "an"));
    static const char *const instead[] = {"new ", "better ", "counter"};
    if (another && !x->sentence->headline && y->status != ENTENTE_AGREEMENT_REACHED && told_apart(t, x, y, instead, sizeof instead / sizeof *instead))
        return false; /* "may craft a new deal" */
    if (another && (!x->sentence->headline || y->sentence->start - x->sentence->end > LEAD) && x->status == ENTENTE_AGREEMENT_REACHED && y->status == ENTENTE_AGREEMENT_PENDING)
        return false; /* "signed an accord on X ... and intend to enter into a treaty" */
    bool own_kind = false; /* "a data sharing agreement": it says of what kind it is */
    for (uint32_t i = y->instrument.start, spaces = 0; i < y->instrument.end; i++)
        own_kind = (spaces += t->data[i] == ' ') > 1;
    if (another && own_kind && !x->sentence->headline && x->status == ENTENTE_AGREEMENT_PENDING && y->status == ENTENTE_AGREEMENT_REACHED && x->content.end && !shared_words(t, y->instrument, x->content, false))
        return false; /* "are in talks to sell a stake ... They signed a data sharing agreement" */
    if (word_before(t, y->trigger, "earlier") && !x->sentence->headline && x->content.end && !y->content.end)
        return false; /* "agreed to pay $75 million ... It earlier settled with others" */
    if (word_before(t, y->trigger, "also") && (y->family == FAMILY_AGREE || y->family == FAMILY_PLEDGE || tells_of_a_deal(y)) && !(x->content.end && y->content.end && shared_words(t, x->content, y->content, true) >= 0.5))
        return false; /* "They also signed a memorandum": another one */
    if (lead_of(x, y, common))
        return true;
    if (x->family == FAMILY_OFFER && records_is_answer(y) && common >= fewer && common && names_bid(t, y)) /* offer and answer */
        return true;
    bool contents = x->content.end && y->content.end && !x->held && !y->held, instruments = x->instrument.end && y->instrument.end;
    double content = contents ? shared_words(t, x->content, y->content, !headline) : 0, instrument = instruments ? shared_words(t, x->instrument, y->instrument, false) : 0;
    if (contents && content >= (headline ? 0.4 : 0.5))
        return true;
    if (instruments && instrument >= 0.5 && (!contents || (content >= 0.2 && x->family != FAMILY_PLEDGE) || headline)) /* pledges in one statement are many */
        return true;
    if (headline_of_deal(t, x, y))
        return true;
    if (headline && common && y->family == FAMILY_AGREE && y->content.end && same_opening(t, x->trigger, y->content) && y->sentence->start - x->sentence->end < LEAD)
        return true; /* "A, B to extend truce" above "agreed to extend a month-long truce" */
    if (contents && agree_alike(x, y, common) && !word_before(t, y->trigger, "also") && (content >= 0.25 || same_opening(t, x->content, y->content)))
        return true;
    if (word_before(t, y->instrument, "this") && tells_of_a_deal(x) && tells_of_a_deal(y) && common >= fewer)
        return true;
    bool state = false; /* states have many deals in one article, others one */
    for (uint32_t i = 0; i < x->party_count; i++)
        state |= x->parties[i].sector == ENTENTE_SECTOR_GOV;
    bool one_side = fewer && common >= fewer && common >= (headline || !state || (x->family == FAMILY_BREAK && y->family == FAMILY_BREAK) ? 1 : 2);
    bool deals = tells_of_a_deal(x) && (tells_of_a_deal(y) || refers_back(t, y));
    deals |= x->kind == ENTENTE_KIND_MUTUAL && tells_of_a_deal(y) && refers_back(t, y);
    deals |= x->family == FAMILY_AGREE && !state && tells_of_a_deal(y) && common == x->party_count && common == y->party_count;
    bool told_after = headline && (tells_of_a_deal(x) || x->family == FAMILY_AGREE) && (tells_of_a_deal(y) || y->family == FAMILY_AGREE);
    if (!contents && one_side && (deals || told_after))
        return true;
    return false;
}

bool records_opens_with(const text *t, view v, const char *word)
{
    size_t n = strlen(word);
    return v.end >= v.start + n && !strncasecmp(t->data + v.start, word, n);
}

void records_small_letters(const text *t, view v, char *out, size_t size)
{
    uint32_t n = 0;
    for (; v.start + n < v.end && n + 1 < size; n++)
        out[n] = (char)tolower((unsigned char)t->data[v.start + n]);
    out[n] = '\0';
}

/* "The deal was announced by the mediator", "the offer was rejected by Mr Doe": whoever is named, it is the one told of last. */
static bool refers_to_last(const text *t, const mention *x, const mention *y)
{
    if (different_ends(x, y))
        return false;
    enum { NEAR = 1200 };
    view noun = y->instrument.end ? y->instrument : y->content;
    if (x->sentence == y->sentence || y->sentence->start - x->sentence->end > NEAR || (y->instrument.end && y->content.end && !y->held && y->content.start != y->instrument.start && y->content.end != y->instrument.end))
        return false;
    enum { SUBJECT = 40 };
    for (uint32_t i = y->trigger.start; !noun.end && i >= y->sentence->start + 4 && y->trigger.start - i < SUBJECT; i--)
        if (word_before(t, (view){i, i + 1}, "the") && (i == y->sentence->start + 4 || !isalpha((unsigned char)t->data[i - 5]))) /* "the offer was rejected": the words before the verb */
            for (noun = (view){i, i}; noun.end < y->trigger.start && isalpha((unsigned char)t->data[noun.end]);)
                noun.end++;
    bool definite = word_before(t, noun, "the") || word_before(t, noun, "this") || word_before(t, noun, "that");
    if (records_opens_with(t, noun, "the ")) {
        noun.start += 4;
        definite = true;
    }
    char word[24];
    uint32_t n = noun.end - noun.start;
    if (!definite || n >= sizeof word)
        return false;
    records_small_letters(t, noun, word, sizeof word);
    for (uint32_t i = 0; i < n; i++)
        if (!isalpha((unsigned char)word[i]) && word[i] != '-')
            return false; /* "the peace deal" may be another */
    if (is_end(x) != is_end(y) || (x->family == FAMILY_BREAK && y->family == FAMILY_BREAK && x->party_count && y->party_count && !records_shared_parties(x, y)))
        return false; /* a deal reached and later broken are two, and so are two who broke it */
    uint32_t last = x->instrument.end;
    while (last > x->instrument.start && isalpha((unsigned char)t->data[last - 1]))
        last--;
    char other[24];
    records_small_letters(t, (view){last, x->instrument.end}, other, sizeof other);
    if (x->instrument.end && (lexicon_classes(other) & CLASS_WEAKTEXT) && strcmp(other, word) != 0)
        return false; /* "signed a declaration ... will return to the treaty": another */
    bool outside = y->party_count == 1 && x->party_count > 1 && x->status == ENTENTE_AGREEMENT_REACHED && y->status == ENTENTE_AGREEMENT_REJECTED && y->family == FAMILY_REFUSE && !y->parties[0].plural; /* "a third state rejected the treaty" */
    bool strangers = (y->party_count > 1 || outside) && !records_shared_parties(x, y);
    for (uint32_t i = 0; i < y->party_count; i++)
        strangers &= !y->parties[i].person;
    if (strangers)
        return false;
    return lexicon_classes(word) & CLASS_BID ? x->family == FAMILY_OFFER || records_is_answer(x) : ((lexicon_classes(word) & CLASS_TEXT) || lexicon_is_one(word, "text", "transaction", "merger")) && !(records_is_answer(x) && x->status == ENTENTE_AGREEMENT_REJECTED) && x->kind != ENTENTE_KIND_COMMITMENT;
}

/* A mention that says nothing of the contents must not glue together two that say different things. */
static bool fits_record(const text *t, const mentions *all, uint32_t from, uint32_t i, uint32_t record)
{
    const mention *m = &all->items[i];
    bool other = false;
    if ((records_is_answer(m) && names_bid(t, m)) || word_before(t, m->instrument, "this"))
        return true; /* its words are those of the offer, or what the agreement is for, not its contents */
    for (uint32_t k = from; m->content.end && k < i; k++) {
        const mention *x = &all->items[k];
        if (x->record != record || !x->content.end)
            continue;
        if (shared_words(t, x->content, m->content, !x->sentence->headline) >= 0.4 || agree_alike(x, m, records_shared_parties(x, m)) || lead_of(x, m, records_shared_parties(x, m)) || headline_of_lead(t, x, m) || headline_of_deal(t, x, m))
            return true;
        other = true;
    }
    return !other;
}

/* "A agreed with B" tells whom A's deal is with, before and after: a mention of one side takes the other from the nearest that names both. */
static void complete_parties(const text *t, mentions *all, uint32_t i, const char *published)
{
    enum { REACH = 40, SIDES = 4 };
    mention *m = &all->items[i];
    if (m->party_count != 1 || (m->kind != ENTENTE_KIND_MUTUAL && m->kind != ENTENTE_KIND_ACCEPTANCE))
        return;
    for (uint32_t away = 1; away < REACH; away++)
        for (int after = 0; after < 2; after++) {
            uint32_t k = after ? i + away : i - away;
            if (k >= all->count || all->items[k].party_count < 2 || all->items[k].party_count > SIDES || all->items[k].kind == ENTENTE_KIND_COMMITMENT)
                continue;
            const mention *other = &all->items[k];
            if (is_end(m) != is_end(other))
                continue;
            if (records_is_answer(other) && other->status == ENTENTE_AGREEMENT_REJECTED && m->status == ENTENTE_AGREEMENT_REACHED)
                continue; /* what was refused is another matter than what was agreed */
            uint32_t own = 0;
            while (own < other->party_count && !parties_same_name(&other->parties[own], &m->parties[0]))
                own++;
            if (own == other->party_count || (long_ago(t, other, published) && !long_ago(t, m, published)))
                continue;
            bool apart = false; /* "sell the mill to B": that deal is B's, not what else was agreed */
            for (uint32_t q = 0; q < other->party_count && m->content.end && !records_is_answer(m) && shared_words(t, m->content, other->content, true) < 0.5; q++)
                apart |= q != own && other->parties[q].mention.start > other->content.start && other->parties[q].mention.end <= other->content.end;
            if (apart)
                continue;
            for (uint32_t q = 0; q < other->party_count; q++)
                if (q != own && m->party_count < MENTION_PARTIES && !parties_same_name(&other->parties[q], &m->parties[0])) {
                    m->parties[m->party_count] = other->parties[q];
                    m->parties[m->party_count++].mention = m->parties[0].mention;
                }
            return;
        }
}

/* "They", "both sides", "two companies": several, whom other sentences have to name. */
static bool names_several(const party *x)
{
    static const char *const groups[] = {"sides", "parties", "companies", "countries", "nations", "governments", "leaders", "ministers", "presidents", "firms", "clubs"};
    const char *last = strrchr(x->name, ' ');
    bool two = !strncasecmp(x->name, "two ", 4) || !strncasecmp(x->name, "both ", 5);
    return !strcasecmp(x->name, "they") || !strcasecmp(x->name, "we") || !strcmp(x->name, "sides") || !strcmp(x->name, "parties") || (two && last && LEXICON_IS_ANY(last + 1, groups));
}

/* Who they are, where the sentences before could not tell: two that another mention names, the nearest. */
static void name_several(mentions *all, uint32_t i)
{
    enum { REACH = 12, SENTENCES = 8 };
    mention *m = &all->items[i];
    if (m->party_count != 1 || m->kind == ENTENTE_KIND_COMMITMENT || !names_several(&m->parties[0]))
        return;
    for (uint32_t away = 1; away < REACH; away++)
        for (int after = 0; after < 2; after++) {
            uint32_t k = after ? i + away : i - away;
            const mention *other = k < all->count ? &all->items[k] : NULL;
            if (!other || other->sentence + SENTENCES < m->sentence || m->sentence + SENTENCES < other->sentence || other->party_count != 2 || other->kind == ENTENTE_KIND_COMMITMENT || islower((unsigned char)*other->parties[0].name) || islower((unsigned char)*other->parties[1].name) || parties_unnamed(&other->parties[0]) || parties_unnamed(&other->parties[1]))
                continue;
            view mention_of_them = m->parties[0].mention;
            for (uint32_t q = 0; q < 2; q++) {
                m->parties[q] = other->parties[q];
                m->parties[q].mention = mention_of_them;
            }
            m->party_count = 2;
            return;
        }
}

/* "The union rejected the offer. The company said it would stand by it": whom a union answers or agrees with is who employs, and the other way round. */
static void complete_labour(mentions *all, uint32_t i)
{
    enum { REACH = 40 };
    mention *m = &all->items[i];
    if (m->party_count != 1 || (m->kind != ENTENTE_KIND_MUTUAL && m->kind != ENTENTE_KIND_ACCEPTANCE) || m->parties[0].person)
        return;
    bool union_ = m->parties[0].sector == ENTENTE_SECTOR_LAB, employer = m->parties[0].sector == ENTENTE_SECTOR_BUS;
    for (uint32_t away = 1; (union_ || employer) && away < REACH; away++)
        for (int after = 0; after < 2; after++) {
            uint32_t k = after ? i + away : i - away;
            for (uint32_t q = 0; k < all->count && q < all->items[k].party_count; q++) {
                const party *other = &all->items[k].parties[q];
                if (other->person || (union_ ? other->sector != ENTENTE_SECTOR_BUS : other->sector != ENTENTE_SECTOR_LAB))
                    continue;
                party found = *other;
                found.mention = m->parties[0].mention;
                parties_add(m, found);
                return;
            }
        }
}

/* One of the same name as party `who` of mention `i`, elsewhere in the article, whose country, or else whose sector, is told; NULL for none. */
static const party *told_elsewhere(const mentions *all, uint32_t i, const party *who, bool by_country)
{
    enum { REACH = 40 };
    for (uint32_t q = i > REACH ? i - REACH : 0; isupper((unsigned char)*who->name) && q < all->count && q < i + REACH; q++)
        for (uint32_t o = 0; o < all->items[q].party_count; o++) {
            const party *other = &all->items[q].parties[o];
            if ((by_country ? *other->country != '\0' : other->sector != 0) && parties_same_name(who, other))
                return other;
        }
    return NULL;
}

/* What sort of party a name is, where its own words do not tell: what it is called elsewhere, or what those it deals with are: clubs with players, firms with firms. */
static void share_sectors(mentions *all, uint32_t i)
{
    mention *m = &all->items[i];
    for (uint32_t k = 0; k < m->party_count; k++) {
        party *who = &m->parties[k];
        const party *told = who->sector ? NULL : told_elsewhere(all, i, who, false);
        if (told)
            who->sector = told->sector;
        for (uint32_t o = 0; isupper((unsigned char)*who->name) && !who->sector && !*who->country && o < m->party_count; o++)
            if (m->parties[o].sector == ENTENTE_SECTOR_SPORT || (m->parties[o].sector == ENTENTE_SECTOR_BUS && !who->person && m->kind != ENTENTE_KIND_COMMITMENT))
                who->sector = m->parties[o].sector;
    }
}

/* Where somebody is at home, where his own words do not tell: from where the article was sent, for some, then what is told of the name elsewhere. */
static void complete_countries(const parties *p, mentions *all)
{
    const char *code = parties_dateline_code(p);
    for (uint32_t i = 0; *code && i < all->count; i++)
        for (uint32_t k = 0; k < all->items[i].party_count; k++)
            if (parties_at_home(p, &all->items[i].parties[k], code))
                all->items[i].parties[k].country = code;
    for (uint32_t i = 0; i < all->count; i++)
        for (uint32_t k = 0; k < all->items[i].party_count; k++) {
            party *who = &all->items[i].parties[k];
            const party *told = *who->country ? NULL : told_elsewhere(all, i, who, true);
            if (told)
                who->country = told->country;
        }
}

/* Whether two names are of one side: a state and its minister, a union and its members, somebody and what he is. */
static bool of_one_side(const party *a, const party *b)
{
    bool common = islower((unsigned char)*a->name) || islower((unsigned char)*b->name);
    if (parties_same_name(a, b) || (a->sector == ENTENTE_SECTOR_LAB && b->sector == ENTENTE_SECTOR_LAB))
        return true;
    if (*a->country && !strcmp(a->country, b->country) && (a->sector == ENTENTE_SECTOR_GOV || a->person) && (b->sector == ENTENTE_SECTOR_GOV || b->person))
        return true;
    return common && (a->person || b->person) && !a->plural && !b->plural;
}

/* Whom learning holds likely, where no rule and no other mention tells of a second party. A group may agree among itself. */
static void complete_likely(mention *m, float least)
{
    if (!learnt_lacks_party(m))
        return;
    least = m->party_count && m->parties[0].plural ? LEARNT_PARTY_BESIDE_GROUP : least;
    for (uint32_t i = 0; i < m->likely_count && m->likely_probability[i] >= least; i++) {
        bool other = true;
        for (uint32_t k = 0; k < m->party_count; k++)
            other &= !of_one_side(&m->parties[k], &m->likely[i]);
        if (other)
            parties_add(m, m->likely[i]);
    }
    if (m->party_count > 2 && parties_unnamed(&m->parties[0])) /* "they": the others */
        memmove(m->parties, m->parties + 1, --m->party_count * sizeof *m->parties);
}

/* The same of contents, which are too unsure to tell agreements apart by. */
static void take_likely_content(mention *m)
{
    if (m->item_count || !m->likely_item_count)
        return;
    memcpy(m->items, m->likely_items, sizeof m->items);
    m->item_count = m->likely_item_count;
    m->content = (view){m->items[0].start, m->items[m->item_count - 1].end};
}

/* "A offered X. The offer was rejected by B": the answer is that of B to A. */
static void add_parties(mention *answer, const mention *offer)
{
    if (!records_is_answer(answer) || offer->family != FAMILY_OFFER || !answer->party_count || records_shared_parties(offer, answer))
        return;
    for (uint32_t i = 0; i < offer->party_count && answer->party_count < MENTION_PARTIES; i++)
        answer->parties[answer->party_count++] = offer->parties[i];
}

/* Whether what follows an offer in its sentence answers it; not "A offered B X but dismissed the offer from C": by who offers, or to somebody else. */
static bool answers_offer(const text *t, const mention *offer, const mention *answer)
{
    if (offer->sentence != answer->sentence || offer->family != FAMILY_OFFER || offer->status != ENTENTE_AGREEMENT_PENDING || !records_is_answer(answer) || answer->trigger.start <= offer->trigger.end)
        return false;
    if (offer->party_count && answer->party_count && (parties_same_name(&offer->parties[0], &answer->parties[0]) || (answer->party_count > 1 && !records_shared_parties(offer, answer))))
        return false;
    return !answer->content.end || answer->content.start == offer->content.start || (answer->item_count == 1 && names_bid(t, answer) && records_opens_with(t, answer->content, "the "));
}

/* "The parliament has ratified it": what was reached; "B turned it down": what was offered. */
static bool may_be_it(const mention *told, const mention *of_it)
{
    if (records_is_answer(of_it) && told->family == FAMILY_OFFER)
        return true;
    return tells_of_a_deal(told) && told->family != FAMILY_TALKS && told->status == ENTENTE_AGREEMENT_REACHED;
}

/* "A offered to X, but B rejected the offer": one mention, the answer, which says what was offered. */
static void join_answers(const text *t, mentions *all)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < all->count; i++) {
        const mention *x = &all->items[i];
        mention *y = i + 1 < all->count ? &all->items[i + 1] : NULL;
        if (!y || !answers_offer(t, x, y)) {
            if (kept < i)
                all->items[kept] = *x;
            kept++;
            continue;
        }
        memcpy(y->items, x->items, sizeof y->items);
        y->item_count = x->item_count;
        y->content = x->content;
        if (y->party_count == 1)
            add_parties(y, x);
    }
    all->count = kept;
}

/* "He refused to leave": who asked and who offered is not told. */
static bool lone_answer(const mention *m)
{
    static const char *const pronouns[] = {"i", "you", "he", "she", "it", "we", "they", "me", "him", "her", "us", "them"};
    uint32_t named = 0;
    for (uint32_t i = 0; i < m->party_count; i++)
        named += !LEXICON_IS_ANY(m->parties[i].name, pronouns);
    return (m->family == FAMILY_REFUSE || m->family == FAMILY_OFFER) && named < 2;
}

/* Where no rule finds anything in a whole article, what learning finds has to be surer. */
static void drop_unsure(mentions *all)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < all->count; i++)
        if (!all->items[i].learnt)
            return;
    for (uint32_t i = 0; i < all->count; i++)
        if (all->items[i].likelihood >= LEARNT_TRIGGER_ALONE)
            all->items[kept++] = all->items[i];
    all->count = kept;
}

/* The same of a text of one sentence that tells of nothing but lone answers. */
static void drop_lone_answers(mentions *all)
{
    for (uint32_t i = 0; i < all->count; i++)
        if (!lone_answer(&all->items[i]) || all->items[i].likelihood >= LEARNT_ANSWER_ALONE)
            return;
    all->count = 0;
}

/* Leaves out what only a headline announces: what is told near below says the same, or nothing was agreed. */
static void drop_unconfirmed(const text *t, mentions *all, const char *published)
{
    enum { REACH = 8 };
    uint32_t kept = 0;
    for (uint32_t i = 0; i < all->count; i++) {
        bool confirmed = !all->items[i].to_confirm;
        for (uint32_t k = i + 1; !confirmed && k < all->count && k < i + REACH; k++)
            confirmed = !all->items[k].to_confirm && all->items[k].status == all->items[i].status && (records_shared_parties(&all->items[i], &all->items[k]) > 1 || shared_words(t, all->items[i].content, all->items[k].content, false) >= 0.3) && same_agreement(t, &all->items[i], &all->items[k], published);
        if (confirmed)
            all->items[kept++] = all->items[i];
    }
    all->count = kept;
}

/* Mention `k` and a later one side by side. */
static learnt_pair pair_of(const text *t, const mentions *m, uint32_t k, uint32_t i)
{
    const mention *x = &m->items[k], *y = &m->items[i];
    return (learnt_pair){.x = x, .y = y, .common = records_shared_parties(x, y), .between = i - k - 1, .refers_back = refers_back(t, y),
                         .content = x->content.end && y->content.end ? shared_words(t, x->content, y->content, false) : 0,
                         .instrument = x->instrument.end && y->instrument.end ? shared_words(t, x->instrument, y->instrument, false) : 0};
}

/* How likely they are to tell of the same agreement, as learnt. */
static float likelihood_of_pair(const text *t, const mentions *m, uint32_t k, uint32_t i)
{
    learnt_pair p = pair_of(t, m, k, i);
    learnt_features f;
    learnt_pair_features(&p, &f);
    return learnt_probability(ASK_SAME, &f);
}

/* "Roe signed a pact with Chile ... Poe sealed one with Peru": each is with a state that the other does not name. */
static bool with_other_states(const mention *x, const mention *y)
{
    uint32_t own[2] = {0, 0};
    for (uint32_t side = 0; side < 2; side++) {
        const mention *a = side ? y : x, *b = side ? x : y;
        for (uint32_t i = 0; i < a->party_count; i++) {
            bool here = !*a->parties[i].country || a->parties[i].person;
            for (uint32_t k = 0; k < b->party_count && !here; k++)
                here = !strcmp(a->parties[i].country, b->parties[k].country);
            own[side] += !here;
        }
    }
    return own[0] && own[1] && x->party_count == 2 && y->party_count == 2;
}

/* How many mentions back a pair is judged, and how far a record reaches: merging is to stay linear in hostile text. */
enum { PAIRS_REACH = 12, RECORD_REACH = 512 };

/* The mention whose record mention `i` joins, or `i`. What rules join to that of mention `k` stays apart where none near of it is likely enough to be the same; what they
 * leave alone (`k` is `i`) joins the likeliest. */
static uint32_t judge_pairs(const text *t, const mentions *m, uint32_t k, uint32_t i)
{
    float likeliest = 0;
    uint32_t best = i;
    bool near = false;
    for (uint32_t q = i > PAIRS_REACH ? i - PAIRS_REACH : 0; q < i; q++) {
        if (k < i ? m->items[q].record != m->items[k].record : i - m->items[q].first >= RECORD_REACH || is_end(&m->items[q]) != is_end(&m->items[i]) || different_ends(&m->items[q], &m->items[i]) || with_other_states(&m->items[q], &m->items[i]))
            continue;
        float p = likelihood_of_pair(t, m, q, i);
        near = true;
        if (p > likeliest)
            likeliest = p, best = q;
    }
    if (k < i)
        return near && likeliest < LEARNT_DIFFERENT ? i : k;
    return likeliest >= LEARNT_SAME ? best : i;
}

/* A state that is named after those who act for it is named as the article names it: "UK", where it has no "United Kingdom". False: no room. */
static bool name_states_as_article_does(const parties *p, mentions *all)
{
    for (uint32_t q = 0; q < p->country_count; q++) {
        if (!p->countries[q].form.end || p->countries[q].by_name)
            continue;
        const char *name = parties_surface(p, p->countries[q].form.start, p->countries[q].form.end);
        if (!name)
            return false;
        for (uint32_t i = 0; i < all->count; i++)
            for (uint32_t k = 0; k < all->items[i].party_count; k++)
                if (!strcmp(all->items[i].parties[k].name, p->countries[q].name))
                    all->items[i].parties[k].name = name;
    }
    return true;
}

entente_status records_merge(const parties *p, text *t, mentions *m, const char *published, bool explain, const entente_agreement **records, size_t *count)
{
    uint32_t n = 0;
    enum { LOOK_BACK = 64, NEIGHBOURS = 3 };
    drop_unconfirmed(t, m, published);
    drop_unsure(m);
    join_answers(t, m);
    if (p->one_sentence && !p->rules_only)
        drop_lone_answers(m);
    for (uint32_t i = 0; i < m->count; i++)
        complete_parties(t, m, i, published);
    for (uint32_t i = 0; i < m->count; i++)
        name_several(m, i);
    for (uint32_t i = 0; i < m->count; i++)
        complete_labour(m, i);
    for (uint32_t i = 0; i < m->count; i++)
        complete_likely(&m->items[i], LEARNT_PARTY);
    for (uint32_t i = 0; p->watch && p->watch->pair && i < m->count; i++)
        for (uint32_t k = i > PAIRS_REACH ? i - PAIRS_REACH : 0; k < i; k++) {
            learnt_pair pair = pair_of(t, m, k, i);
            p->watch->pair(p->watch, t, &pair);
        }
    for (uint32_t i = 0; i < m->count; i++) {
        uint32_t from = i > LOOK_BACK ? i - LOOK_BACK : 0, k = from;
        while (k < i && !(i - m->items[k].first < RECORD_REACH && same_agreement(t, &m->items[k], &m->items[i], published) && fits_record(t, m, from, i, m->items[k].record)))
            k++;
        uint32_t asked = i;
        for (uint32_t x = i - from < NEIGHBOURS ? from : i - NEIGHBOURS; k == i && x < i; x++)
            if (i - m->items[x].first < RECORD_REACH && refers_to_last(t, &m->items[x], &m->items[i]))
                asked = k = x;
        for (uint32_t x = i; m->items[i].of_it && k == i && x-- > from;)
            if (i - m->items[x].first < RECORD_REACH && may_be_it(&m->items[x], &m->items[i]))
                k = x;
        if (m->items[i].of_it && k < i && records_is_answer(&m->items[i]) && m->items[k].family == FAMILY_OFFER)
            asked = k;
        if (!p->rules_only)
            k = judge_pairs(t, m, k, i);
        if (asked < i && k == asked)
            add_parties(&m->items[i], &m->items[k]);
        if (k == i && n == ENTENTE_LIMIT_AGREEMENTS) {
            text_warn(t, "AGREEMENTS_LIMIT", text_raw_span(t, m->items[i].trigger.start, t->length));
            m->count = i;
            break;
        }
        m->items[i].record = k < i ? m->items[k].record : n++;
        m->items[i].first = k < i ? m->items[k].first : i;
    }
    bool *both_named = arena_calloc(p->arena, n + 1, sizeof *both_named); /* of each record, by one of its mentions */
    if (!both_named)
        return ENTENTE_LIMIT;
    for (uint32_t i = 0; i < m->count; i++)
        both_named[m->items[i].record] |= m->items[i].party_count > 1;
    for (uint32_t i = 0; i < m->count; i++) {
        if (!both_named[m->items[i].record])
            complete_likely(&m->items[i], LEARNT_PARTY_AT_LAST);
        take_likely_content(&m->items[i]);
    }
    for (uint32_t i = 0; i < m->count; i++)
        share_sectors(m, i);
    complete_countries(p, m);
    if (!name_states_as_article_does(p, m))
        return ENTENTE_LIMIT;
    entente_agreement *list = arena_calloc(p->arena, n + 1, sizeof *list);
    if (!list)
        return ENTENTE_LIMIT;
    for (uint32_t k = 0, from = 0; k < n; k++) {
        while (m->items[from].record < k)
            from++;
        mentions rest = {m->items + from, m->count - from < RECORD_REACH ? m->count - from : RECORD_REACH, 0, m->end};
        if (!records_fill(t, &rest, k, published, explain, p->arena, &list[k]))
            return ENTENTE_LIMIT;
    }
    *records = list;
    *count = n;
    return ENTENTE_OK;
}
