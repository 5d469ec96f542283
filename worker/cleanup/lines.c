/* SPDX-License-Identifier: MIT */
/* Line repair: which line breaks are inside a paragraph. */
#include <string.h>
#include <strings.h>

#include "cleanup.h"

typedef struct layout {
    bool wrapped; /* by a text browser or mailer, at `width` */
    bool broken;  /* inside sentences, at links and bold words */
    bool shouted; /* all in capitals */
    bool indented; /* wrapped, and white space before a line opens a paragraph */
    uint32_t width;  /* in characters, from the margin */
} layout;

/* In a text all in capitals every letter counts as a small one. */
static bool lower_start(const text *t, const text_line *l, bool shouted)
{
    char c = t->data[l->start];
    return (c >= 'a' && c <= 'z') || (shouted && c >= 'A' && c <= 'Z');
}

static bool is_shouted(const text *t)
{
    uint32_t small = 0, capital = 0, n = t->length < 4000 ? t->length : 4000;
    for (uint32_t i = 0; i < n; i++) {
        small += t->data[i] >= 'a' && t->data[i] <= 'z';
        capital += t->data[i] >= 'A' && t->data[i] <= 'Z';
    }
    return capital > 9 * small;
}

/* Whether a line opens with what nobody opens one with: a comma, "'s", "(R) is". */
static bool continues_punctuation(const text *t, const text_line *l)
{
    enum { ASIDE = 40 };
    const char *p = t->data + l->start;
    uint32_t n = l->end - l->start;
    if (n && *p == '(') {
        const char *close = memchr(p, ')', n < ASIDE ? n : ASIDE);
        return close && close + 2 < p + n && close[1] == ' ' && close[2] >= 'a' && close[2] <= 'z';
    }
    return n && (*p == ',' || *p == '.' || *p == ';' || *p == ':' || *p == ')' || *p == ']' || *p == '?' || *p == '!' || (*p == '\'' && n > 1 && p[1] == 's'));
}

/* A dash that parts a line from the one before it, unless that has its like: a list's. */
static bool opens_with_dash(const text *t, const text_line *l)
{
    const char *p = t->data + l->start;
    return l->end > l->start + 4 && (memcmp(p, "\xE2\x80\x93 ", 4) == 0 || memcmp(p, "\xE2\x80\x94 ", 4) == 0);
}

/* Looks through closing quotes and brackets. */
static bool terminal_end(const char *data, uint32_t start, uint32_t end)
{
    while (end > start) {
        const char *p = data + end;
        if (p[-1] == '"' || p[-1] == '\'' || p[-1] == ')' || p[-1] == ']')
            end--;
        else if (end - start >= 3 && memcmp(p - 3, "\xE2\x80", 2) == 0 && ((uint8_t)p[-1] == 0x9D || (uint8_t)p[-1] == 0x99))
            end -= 3;
        else
            return p[-1] == '.' || p[-1] == '!' || p[-1] == '?' || (end - start >= 3 && memcmp(p - 3, "\xE2\x80\xA6", 3) == 0);
    }
    return false;
}

enum { WIDEST = 200 }; /* characters: longer lines nobody wrapped */

/* How many characters a range of UTF-8 holds: the bytes that continue none. */
static uint32_t characters(const char *p, uint32_t n)
{
    const uint64_t ones = 0x0101010101010101u;
    uint32_t out = n, i = 0;
    for (uint64_t w; i + sizeof w <= n; i += sizeof w) {
        memcpy(&w, p + i, sizeof w);
        out -= (uint32_t)((w >> 7 & ~(w >> 6) & ones) * ones >> 56);
    }
    for (; i < n; i++)
        out -= (p[i] & 0xC0) == 0x80;
    return out;
}

/* How far a line reaches, from the margin, as whoever wraps lines counts it; of a line that nobody wrapped, its bytes. */
static uint32_t columns(const text *t, const text_line *l)
{
    enum { CHARACTER = 3 }; /* bytes, at most but for rare ones */
    uint32_t n = l->end - l->start;
    return n > CHARACTER * WIDEST ? n : l->indent + characters(t->data + l->start, n);
}

static uint32_t first_word(const text *t, const text_line *l)
{
    const char *space = memchr(t->data + l->start, ' ', l->end - l->start);
    return characters(t->data + l->start, space ? (uint32_t)(space - t->data) - l->start : l->end - l->start);
}

/* The widest line that a fiftieth of the others come near: what a wrapper was set to. */
static layout layout_of(const text *t)
{
    bool shouted = is_shouted(t);
    uint32_t histogram[WIDEST + 1] = {0}, with_next[WIDEST + 1] = {0}, open_breaks = 0, punctuation = 0, prose = 0, longer = 0, set_in = 0;
    for (uint32_t i = 0; i + 1 < t->line_count; i++) {
        const text_line *l = &t->lines[i], *next = l + 1;
        uint32_t n = l->end - l->start;
        if (n >= 8 && next->blank_before == 0) {
            bool goes_on = continues_punctuation(t, next);
            if ((goes_on || lower_start(t, next, shouted)) && !terminal_end(t->data, l->start, l->end)) {
                uint32_t filled = goes_on ? 0 : columns(t, l) + 1 + first_word(t, next);
                open_breaks++;
                punctuation += goes_on;
                with_next[filled > WIDEST ? WIDEST : filled]++;
            }
        }
        if (n < 30)
            continue;
        uint32_t reach = columns(t, l);
        longer += reach > WIDEST;
        prose++;
        set_in += l->indent > 1;
        histogram[reach > WIDEST ? WIDEST : reach]++;
    }
    layout out = {.shouted = shouted};
    bool at_links = punctuation >= 2 || (punctuation && open_breaks >= 4); /* nobody opens a line with a comma */
    if (!at_links && (open_breaks == 0 || open_breaks * 20 < prose))
        return out;
    bool often = open_breaks * 5 >= prose;
    out.broken = often || at_links;
    uint32_t above = 0;
    for (uint32_t w = WIDEST - 1; w >= 40; w--) {
        above += histogram[w];
        if (above * 50 > prose && above >= 2) {
            out.width = w;
            break;
        }
    }
    if (!out.width || out.width > 140 || longer * 20 >= prose)
        return out;
    uint32_t full = 0; /* breaks where the next word would not have fitted: a wrapper makes no others */
    for (uint32_t w = out.width + 1; w <= WIDEST; w++)
        full += with_next[w];
    bool browser = set_in * 2 > prose; /* a text browser: what breaks elsewhere is in its menus */
    out.wrapped = (often && full * 5 >= open_breaks * 2) || (full >= 3 && full * 10 >= open_breaks * (often && browser ? 1 : 9));
    out.broken |= out.wrapped;
    return out;
}

/* Whether white space opens the paragraphs: it stands before lines that follow a whole sentence, a blank line or the headline, and hardly before others. */
static bool is_indented(const text *t)
{
    enum { INDENT = 2, LONGEST = 100 };
    uint32_t opening = 0, inside = 0, flush = 0;
    for (uint32_t i = 1; i < t->line_count; i++) {
        const text_line *l = &t->lines[i];
        if (l->end - l->start > LONGEST)
            return false;
        bool opens = i == 1 || l->blank_before || terminal_end(t->data, l[-1].start, l[-1].end);
        opening += l->indent >= INDENT && opens;
        inside += l->indent >= INDENT && !opens;
        flush += l->indent == 0 && !l->blank_before;
    }
    return opening >= 2 && inside * 8 <= opening && flush >= opening;
}

static const char *const open_words[] = {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "is", "of", "on", "or",
                                         "said", "than", "that", "the", "to", "was", "were", "which", "who", "with"};

/* What opens a sentence and is no line of its own. */
static const char *const opening_words[] = {"A", "An", "And", "At", "But", "For", "From", "If", "In", "On", "The", "When", "While", "With"};

/* `joined`: the line goes on one before it. */
static bool ends_open(const text *t, const text_line *l, bool joined)
{
    uint32_t end = l->end, start = end;
    while (start > l->start && t->data[start - 1] != ' ')
        start--;
    if (t->data[end - 1] == ',' || t->data[end - 1] == '-')
        return end - l->start > 20;
    if (t->data[end - 1] == '[' || t->data[end - 1] == '(')
        return end > l->start + 1;
    if (l->end - l->start < 8 && (strncasecmp(t->data + l->start, "sign in", 7) == 0 || strncasecmp(t->data + l->start, "log in", 6) == 0))
        return false; /* a button */
    for (size_t k = 0; k < sizeof open_words / sizeof *open_words; k++)
        if (strlen(open_words[k]) == end - start && memcmp(open_words[k], t->data + start, end - start) == 0)
            return start > l->start || joined;
    for (size_t k = 0; k < sizeof opening_words / sizeof *opening_words; k++)
        if (start == l->start && strlen(opening_words[k]) == end - start && memcmp(opening_words[k], t->data + start, end - start) == 0)
            return true;
    return false;
}

static bool is_list_item(const char *p, uint32_t n)
{
    if (n > 2 && (*p == '-' || *p == '*' || *p == '+') && p[1] == ' ')
        return true;
    if (n > 4 && (memcmp(p, "\xE2\x80\xA2", 3) == 0 || memcmp(p, "\xC2\xB7", 2) == 0))
        return true;
    uint32_t k = 0;
    while (k < n && k < 3 && p[k] >= '0' && p[k] <= '9')
        k++;
    return k && k + 2 < n && (p[k] == '.' || p[k] == ')') && p[k + 1] == ' ';
}

/* A line drawn across the page: one sign over and over. */
static bool is_rule(const text *t, const text_line *l)
{
    enum { LEAST = 8 };
    const char *p = t->data + l->start;
    uint32_t n = l->end - l->start, sign = (uint8_t)*p >= 0xE0 ? 3 : 1; /* also those of box drawing */
    return n >= LEAST && (sign == 3 || strchr("_-=*~", *p)) && memcmp(p, p + sign, n - sign) == 0;
}

static bool joins(const text *t, const layout *style, uint32_t i, bool joined)
{
    const text_line *l = &t->lines[i], *next = l + 1;
    uint32_t n = l->end - l->start;
    if (n == 0 || next->end == next->start || l->heading || next->heading)
        return false;
    bool terminal = terminal_end(t->data, l->start, l->end);
    if (continues_punctuation(t, next) && next->blank_before == 0)
        return !terminal;
    if (next->blank_before || is_list_item(t->data + next->start, next->end - next->start) || is_rule(t, l) || is_rule(t, next))
        return false;
    if (style->indented)
        return next->indent == 0 && i > 0;
    if (style->wrapped && columns(t, l) + 1 + first_word(t, next) > style->width)
        return true;
    if (terminal)
        return style->broken && lower_start(t, next, style->shouted) && !style->wrapped;
    if (lower_start(t, next, style->shouted))
        return n > 12 || style->broken;
    if (style->broken && (ends_open(t, l, joined) || (opens_with_dash(t, next) && !opens_with_dash(t, l))))
        return true;
    if (!style->broken || style->wrapped)
        return false;
    /* A name that was a link: the sentence goes on in small letters behind it. */
    if (i + 2 < t->line_count && n > 25) {
        const text_line *after = l + 2;
        const char *behind = t->data + after->start;
        uint32_t m = after->end - after->start;
        bool byline = m >= 2 && strncasecmp(behind, "by", 2) == 0 && (m == 2 || behind[2] == ' '), of_list = m == 1; /* "Acme" "," "Widgets", as tags stand */
        return after->blank_before == 0 && next->end - next->start < 60 && m && !byline && !of_list && (lower_start(t, after, style->shouted) || continues_punctuation(t, after));
    }
    return false;
}

/* How far most of the prose stands in. */
static uint32_t prose_indent(const block *blocks, uint32_t count)
{
    enum { DEEPEST = 16 };
    uint32_t of[DEEPEST + 1] = {0}, best = 0;
    for (const block *b = blocks; b < blocks + count; b++)
        if (cleanup_is_prose(b) && !b->list_item && b->indent <= DEEPEST)
            of[b->indent] += b->words;
    for (uint32_t i = 1; i <= DEEPEST; i++)
        best = of[i] > of[best] ? i : best;
    return best;
}

entente_status cleanup_blocks(text *t, arena *a, cleanup *out)
{
    block *blocks = arena_alloc(a, ((size_t)t->line_count + 1) * sizeof *blocks);
    if (!blocks)
        return ENTENTE_LIMIT;
    layout style = layout_of(t);
    style.indented = is_indented(t);
    uint32_t count = 0;
    bool marked = false;
    for (uint32_t i = 0; i < t->line_count; i++) {
        const text_line *l = &t->lines[i];
        if (l->end == l->start)
            continue;
        marked |= l->heading > 0;
        block b = {.start = l->start, .blank_before = l->blank_before, .indent = l->indent, .heading = l->heading};
        while (i + 1 < t->line_count && joins(t, &style, i, t->lines[i].start > b.start)) {
            t->data[t->lines[i].end] = ' ';
            i++;
        }
        b.end = t->lines[i].end;
        b.words = 1;
        for (const char *p = t->data + b.start; (p = memchr(p, ' ', (size_t)(t->data + b.end - p))); p++)
            b.words++;
        b.terminal = terminal_end(t->data, b.start, b.end);
        b.list_item = is_list_item(t->data + b.start, b.end - b.start);
        blocks[count++] = b;
    }
    *out = (cleanup){.blocks = blocks, .count = count, .wrapped = style.wrapped, .broken = style.broken, .shouted = style.shouted, .marked = marked, .title_guess = -1, .set_in = style.wrapped && !style.indented ? prose_indent(blocks, count) : 0};
    return ENTENTE_OK;
}
