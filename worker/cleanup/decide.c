/* SPDX-License-Identifier: MIT */
/* Which blocks are the article: the contiguous run that holds the most prose, less the clutter inside it. */
#include <ctype.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "cleanup.h"

typedef enum place { PLACE_START, PLACE_ANY, PLACE_WHOLE } place;

/* Sorted by phrase. */
static const struct {
    const char *reason;
    place place;
    const char *phrase;
    uint8_t length;
} clutter[] = {
#include "clutter.inc"
};

enum { CLUTTER_COUNT = sizeof clutter / sizeof *clutter, CLUTTER_WORDS = 40, CLUTTER_BYTES = 512 };

static uint16_t clutter_first[257]; /* where the phrases of each first byte start */
static pthread_once_t clutter_once = PTHREAD_ONCE_INIT;

static void index_clutter(void)
{
    for (unsigned c = 0, k = 0; c <= 256; c++) {
        while (k < CLUTTER_COUNT && (unsigned char)clutter[k].phrase[0] < c)
            k++;
        clutter_first[c] = (uint16_t)k;
    }
}

static const char *clutter_reason(const text *t, const block *b)
{
    uint32_t n = b->end - b->start;
    if (b->words > CLUTTER_WORDS || n >= CLUTTER_BYTES)
        return NULL;
    char low[CLUTTER_BYTES];
    for (uint32_t i = 0; i < n; i++) {
        char c = t->data[b->start + i];
        low[i] = (char)(c >= 'A' && c <= 'Z' ? c | 32 : c);
    }
    for (uint32_t i = 0; i < n; i++) {
        if (i && low[i - 1] >= 'a' && low[i - 1] <= 'z')
            continue; /* inside a word */
        unsigned c = (unsigned char)low[i];
        for (uint32_t k = clutter_first[c]; k < clutter_first[c + 1]; k++) {
            uint32_t m = clutter[k].length;
            if (m <= n - i && (clutter[k].place == PLACE_ANY || (i == 0 && (clutter[k].place == PLACE_START || m == n))) &&
                memcmp(clutter[k].phrase, low + i, m) == 0)
                return clutter[k].reason;
        }
    }
    return NULL;
}

static bool same_text(const text *t, const block *x, uint32_t start, uint32_t end)
{
    return x->end - x->start == end - start && strncasecmp(t->data + x->start, t->data + start, end - start) == 0;
}

static bool ends_with(const text *t, const block *x, const block *tail)
{
    uint32_t n = tail->end - tail->start;
    return x->end - x->start > n && strncasecmp(t->data + x->end - n, t->data + tail->start, n) == 0;
}

static bool is_prose(const block *b)
{
    return b->terminal && b->words >= 8;
}

/* What a block adds to the run that holds it. The numbers were searched for on annotated pages: prose counts by half its words
 * up to 25, less 4, so that teasers in single sentences do not outweigh the short lines between them; named clutter is dropped
 * anyway, and only what follows articles speaks against the run. */
static int score(const block *b)
{
    if (b->reason)
        return strcmp(b->reason, "RELATED") == 0 || strcmp(b->reason, "COMMENTS") == 0 || strcmp(b->reason, "LEGAL") == 0 ? -6 : 0;
    if (b->terminal && b->words >= 5)
        return b->words > 50 ? 21 : b->words < 12 ? 2 : (int)b->words / 2 - 4;
    if (b->words >= 25 || (b->list_item && b->words >= 4))
        return 0;
    return b->words < 5 ? -5 : -2;
}

static const char *const months[] = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

static int month_at(const char *p)
{
    for (int m = 0; m < 12; m++)
        if (strncasecmp(p, months[m], 3) == 0)
            return m + 1;
    return 0;
}

bool cleanup_find_date(const char *data, uint32_t start, uint32_t end, char iso[11])
{
    for (uint32_t i = start; i + 8 < end; i++) {
        if ((i > start && isalnum((unsigned char)data[i - 1])) || !(isdigit((unsigned char)data[i]) || (isupper((unsigned char)data[i]) && month_at(data + i))))
            continue;
        char piece[32] = {0}, name[16] = {0};
        memcpy(piece, data + i, end - i < 31 ? end - i : 31);
        unsigned day = 0, year = 0;
        int month = 0;
        if (sscanf(piece, "%4u-%2d-%2u", &year, &month, &day) == 3 && piece[4] == '-') {
        } else if (isdigit((unsigned char)*piece) && sscanf(piece, "%2u %15[A-Za-z]%*[., ]%4u", &day, name, &year) == 3) {
            month = month_at(name);
        } else if (isupper((unsigned char)*piece) && sscanf(piece, "%15[A-Za-z]%*[. ]%2u%*[, ]%4u", name, &day, &year) == 3) {
            month = month_at(name);
        }
        if (month >= 1 && month <= 12 && day >= 1 && day <= 31 && year >= 1900 && year <= 2100) {
            snprintf(iso, 11, "%04u-%02u-%02u", year % 10000, (unsigned)month % 100, day % 100);
            return true;
        }
    }
    return false;
}

enum { LEAD_BYTES = 2500, LEAD_BITS = 4096 };

/* The next word of four letters or more at or after `*i`, hashed by its first five: headlines and leads inflect differently. */
static bool next_word(const char *d, uint32_t *i, uint32_t end, uint32_t *hash)
{
    while (*i < end) {
        uint32_t n = 0, h = 2166136261u;
        while (*i < end && (isalnum((unsigned char)d[*i]) || (unsigned char)d[*i] >= 0x80)) {
            if (n++ < 5)
                h = (h ^ (unsigned)tolower((unsigned char)d[*i])) * 16777619u;
            ++*i;
        }
        if (n >= 4) {
            *hash = h;
            return true;
        }
        ++*i;
    }
    return false;
}

/* Which words the lead holds, as a bit set. */
static void read_lead(const text *t, const cleanup *c, uint32_t body, uint64_t bits[LEAD_BITS / 64])
{
    uint32_t start = c->blocks[body].start, end = t->length - start > LEAD_BYTES ? start + LEAD_BYTES : t->length, h;
    while (next_word(t->data, &start, end, &h))
        bits[h / 64 % (LEAD_BITS / 64)] |= 1ull << (h % 64);
}

/* A line that tells when or by whom, as stands under headlines. */
static bool tells_when(const text *t, const block *b)
{
    static const char *const words[] = {"published", "updated", "posted", "last modified", " ago", " am ", " pm ", " est", " gmt", " edt", " bst", "associated press", "min read"};
    char low[160];
    uint32_t n = b->end - b->start < sizeof low - 2 ? b->end - b->start : sizeof low - 2;
    for (uint32_t i = 0; i < n; i++)
        low[i] = (char)tolower((unsigned char)t->data[b->start + i]);
    memcpy(low + n, " ", 2);
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (strstr(low, words[k]) && (k > 2 || strncmp(low, words[k], strlen(words[k])) == 0))
            return true;
    char iso[11];
    return strncmp(low, "by ", 3) == 0 || (b->words < 9 && cleanup_find_date(t->data, b->start, b->end, iso));
}

/* The best-scoring block above the body (or one of its first) that could be a headline: its words come again in the lead. */
static int find_title(const text *t, const cleanup *c, uint32_t body)
{
    int best = -1, before = -1; /* `before`: the candidate right above */
    double best_score = 0, before_score = 0;
    uint64_t lead[LEAD_BITS / 64] = {0};
    uint32_t first = body > 60 ? body - 60 : 0;
    read_lead(t, c, body, lead);
    for (uint32_t i = first; i <= body + 2 && i < c->count; i++) {
        const block *b = &c->blocks[i];
        if (b->reason || b->words < 3 || b->words > 30 || b->list_item || (b->terminal && t->data[b->end - 1] == '.') || tells_when(t, b))
            continue;
        uint32_t words = 0, found = 0, h;
        for (uint32_t at = b->start; next_word(t->data, &at, b->end, &h); words++)
            found += lead[h / 64 % (LEAD_BITS / 64)] >> (h % 64) & 1;
        if (i >= body)
            found = 0; /* it stands in the lead itself */
        double s = (b->words >= 5 && b->words <= 20 ? 8 : 3) + (words ? 12.0 * found / (words + 1) : 0);
        s -= i < body ? 0.15 * (body - i) : 1.0 * (i - body);
        for (uint32_t k = i + 1; k < i + 4 && k < c->count; k++)
            if (tells_when(t, &c->blocks[k])) {
                s += 4;
                break;
            }
        for (uint32_t k = first; k < i; k++)
            if (ends_with(t, &c->blocks[k], b))
                s += 6; /* a breadcrumb */
        if (!isupper((unsigned char)t->data[b->start]) && (unsigned char)t->data[b->start] < 0x80 && t->data[b->start] != '"' && t->data[b->start] != '\'' && t->data[b->start] != '$')
            s -= 4;
        /* What follows a headline at once is its standfirst, though more of its words may come again. */
        bool standfirst = before >= 0 && before == best && before + 1 == (int)i && s < before_score + 6 && before_score > 8;
        if (s > best_score && !standfirst) {
            best_score = s;
            best = (int)i;
        }
        before = (int)i;
        before_score = s;
    }
    return best;
}

static void read_metadata(const text *t, cleanup *c, block *b)
{
    const char *p = t->data + b->start;
    char iso[11];
    if (b->words <= 10 && !b->terminal && strncasecmp(p, "by ", 3) == 0 && isupper((unsigned char)p[3]) && c->byline.end == 0) {
        b->role = BLOCK_BYLINE;
        c->byline = (view){b->start + 3, b->end};
    } else if (b->words <= 12 && !b->terminal && cleanup_find_date(t->data, b->start, b->end, iso)) {
        b->role = BLOCK_DATE;
        if (!c->published[0])
            memcpy(c->published, iso, sizeof iso);
    }
}

static const char *const agencies[] = {"Reuters", "AP", "Associated Press", "AFP", "Xinhua", "Bloomberg", "UPI", "dpa", "TASS", "Kyodo", "ANSA"};

view cleanup_behind_dateline(const text *t, view p)
{
    const char *d = t->data;
    uint32_t most = p.end - p.start > 70 ? p.start + 70 : p.end, capitals = p.start;
    while (capitals < most && d[capitals] >= 'A' && d[capitals] <= 'Z')
        capitals++;
    if (capitals - p.start < 3)
        return p;
    for (uint32_t i = capitals; i + 2 < most; i++) {
        uint32_t dash = d[i] != ' ' ? 0 : (d[i + 1] == '-' || d[i + 1] == '_') ? 1 : strncmp(d + i + 1, "\xE2\x80\x94", 3) == 0 || strncmp(d + i + 1, "\xE2\x80\x93", 3) == 0 ? 3 : 0;
        if (dash == 1 && d[i + 2] == '-')
            dash = 2;
        if (dash && i + 1 + dash < p.end && d[i + 1 + dash] == ' ')
            return (view){i + 2 + dash, p.end};
    }
    return p;
}

/* "PARIS, June 5 (Reuters) - ..." opens the body: the place and the agency. */
static void read_dateline(const text *t, cleanup *c, const block *b)
{
    view rest = cleanup_behind_dateline(t, (view){b->start, b->end});
    uint32_t name_end = b->start;
    while (name_end < rest.start && t->data[name_end] != ',' && t->data[name_end] != '(' && t->data[name_end] != '-' && t->data[name_end] != '_' && (unsigned char)t->data[name_end] != 0xE2)
        name_end++;
    const char *open = memchr(t->data + b->start, '(', rest.start - b->start);
    const char *close = open ? memchr(open, ')', (size_t)(t->data + rest.start - open)) : NULL;
    for (size_t k = 0; close && k < sizeof agencies / sizeof *agencies; k++)
        if (strlen(agencies[k]) == (size_t)(close - open - 1) && strncasecmp(open + 1, agencies[k], (size_t)(close - open - 1)) == 0)
            c->agency = (view){(uint32_t)(open + 1 - t->data), (uint32_t)(close - t->data)};
    while (name_end > b->start && t->data[name_end - 1] == ' ')
        name_end--;
    if (name_end > b->start)
        c->dateline = (view){b->start, name_end};
}

static void drop(block *b, const char *reason)
{
    b->role = BLOCK_REMOVED;
    if (!b->reason)
        b->reason = reason;
}

void cleanup_decide(text *t, cleanup *c)
{
    pthread_once(&clutter_once, index_clutter);
    for (uint32_t i = 0; i < c->count; i++)
        c->blocks[i].reason = clutter_reason(t, &c->blocks[i]);
    long best = 0, sum = 0;
    uint32_t from = 0, to = 0, open = 0;
    for (uint32_t i = 0; i < c->count; i++) {
        if (sum <= 0) {
            sum = 0;
            open = i;
        }
        sum += score(&c->blocks[i]);
        if (sum > best) {
            best = sum;
            from = open;
            to = i + 1;
        }
    }
    while (to && to < c->count && !c->blocks[to].reason && c->blocks[to].terminal && c->blocks[to].words >= 3)
        to++; /* a short last paragraph belongs to what it follows at once */
    if (best == 0) { /* no prose: a few lines are taken as they are, a page of menus is empty */
        uint32_t words = 0;
        for (uint32_t i = 0; i < c->count; i++)
            words += c->blocks[i].reason ? 0 : c->blocks[i].words;
        if (c->count > 3 || words == 0)
            text_warn(t, "NO_ARTICLE", text_raw_span(t, 0, t->length));
        else
            to = c->count;
    }
    int title = c->count > 1 && to > from ? find_title(t, c, from) : -1;
    if (title >= 0) {
        block *b = &c->blocks[title];
        b->role = BLOCK_TITLE;
        c->title = (view){b->start, b->end};
        if ((uint32_t)title >= from)
            from = (uint32_t)title + 1;
    }
    for (uint32_t i = 0; i < c->count; i++) {
        block *b = &c->blocks[i];
        if (b->role == BLOCK_TITLE)
            continue;
        bool outside = i < from || i >= to;
        if (b->reason) {
            b->role = BLOCK_REMOVED;
        } else if (i < from && title >= 0) {
            read_metadata(t, c, b);
            if (b->role == BLOCK_BODY) {
                bool repeated = same_text(t, b, c->title.start, c->title.end) || ends_with(t, b, &c->blocks[title]);
                drop(b, repeated ? "REPEATED_HEADLINE" : (int)i < title ? "NAVIGATION" : "BEFORE_BODY");
            }
        } else if (outside) {
            drop(b, i < from ? "NAVIGATION" : "AFTER_BODY");
        } else if (title >= 0 && same_text(t, b, c->title.start, c->title.end)) {
            drop(b, "REPEATED_HEADLINE");
        } else if (i < from + 3 && !is_prose(b)) {
            read_metadata(t, c, b);
        }
    }
    for (uint32_t i = from; i < to; i++)
        if (c->blocks[i].role == BLOCK_BODY) {
            read_dateline(t, c, &c->blocks[i]);
            if (!c->published[0] && c->blocks[i].words < 12)
                (void)cleanup_find_date(t->data, c->blocks[i].start, c->blocks[i].end, c->published);
            break;
        }
}
