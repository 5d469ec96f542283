/* SPDX-License-Identifier: MIT */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "limit_table.h"
#include "text.h"

typedef struct entity {
    const char *name;
    uint16_t code;
} entity;

static const entity entities[] = {
#include "entities.inc"
};

static const uint16_t windows_1252[32] = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

typedef enum encoding { UTF_8, UTF_16_LE, UTF_16_BE } encoding;

typedef struct decoder {
    const uint8_t *raw;
    uint32_t length;
    encoding encoding;
    arena *arena;
    text *out;
    uint32_t segment_capacity, line_capacity, capacity;
    bool in_exact, failed, markdown;
    uint32_t controls, repaired;
} decoder;

/* What stands at a place of the raw input. */
typedef struct character {
    uint32_t code;
    uint32_t length; /* raw bytes */
    bool exact;      /* the raw bytes are its UTF-8 */
    bool repaired;
} character;

static int compare_entity(const void *key, const void *item)
{
    return strcmp(key, ((const entity *)item)->name);
}

static bool read_entity(const uint8_t *p, uint32_t n, character *c)
{
    char name[12];
    uint32_t k = 1, code = 0;
    if (n > 3 && p[1] == '#') {
        bool hex = p[2] == 'x' || p[2] == 'X';
        for (k = hex ? 3 : 2; k < n && k < 10; k++) {
            uint32_t d = p[k] >= '0' && p[k] <= '9' ? p[k] - (uint32_t)'0' : hex && (p[k] | 32) >= 'a' && (p[k] | 32) <= 'f' ? (p[k] | 32u) - 'a' + 10u : 99u;
            if (d == 99)
                break;
            code = code * (hex ? 16 : 10) + d;
        }
        if (k >= n || p[k] != ';' || code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
            return false;
        if (code >= 0x80 && code < 0xA0)
            code = windows_1252[code - 0x80];
    } else {
        while (k < n && k < sizeof name && ((p[k] | 32) >= 'a' ? (p[k] | 32) <= 'z' : p[k] >= '0' && p[k] <= '9'))
            k++;
        if (k >= n || p[k] != ';' || k < 3)
            return false;
        memcpy(name, p + 1, k - 1);
        name[k - 1] = '\0';
        const entity *e = bsearch(name, entities, sizeof entities / sizeof *entities, sizeof *entities, compare_entity);
        if (!e)
            return false;
        code = e->code;
    }
    *c = (character){.code = code, .length = k + 1};
    return true;
}

static character read_utf16(const decoder *d, uint32_t i)
{
    const uint8_t *p = d->raw + i;
    int low = d->encoding == UTF_16_LE ? 0 : 1;
    if (d->length - i < 2)
        return (character){.code = 0xFFFD, .length = 1, .repaired = true};
    uint32_t u = p[low] | (uint32_t)p[1 - low] << 8;
    if (u >= 0xD800 && u < 0xDC00 && d->length - i >= 4) {
        uint32_t v = p[2 + low] | (uint32_t)p[3 - low] << 8;
        if (v >= 0xDC00 && v < 0xE000)
            return (character){.code = 0x10000 + ((u - 0xD800) << 10) + (v - 0xDC00), .length = 4};
    }
    if (u >= 0xD800 && u < 0xE000)
        return (character){.code = 0xFFFD, .length = 2, .repaired = true};
    return (character){.code = u, .length = 2};
}

static character read_character(const decoder *d, uint32_t i)
{
    if (d->encoding != UTF_8)
        return read_utf16(d, i);
    const uint8_t *p = d->raw + i;
    character c;
    if (*p == '&' && read_entity(p, d->length - i, &c))
        return c;
    if (*p < 0x80)
        return (character){.code = *p, .length = 1, .exact = true};
    utf8proc_int32_t code;
    utf8proc_ssize_t n = utf8proc_iterate(p, d->length - i, &code);
    if (n > 0 && code >= 0x80 && code < 0xA0 && code != 0x85)
        return (character){.code = windows_1252[code - 0x80], .length = (uint32_t)n, .repaired = true};
    if (n > 0)
        return (character){.code = (uint32_t)code, .length = (uint32_t)n, .exact = true};
    return (character){.code = *p < 0xA0 ? windows_1252[*p - 0x80] : *p, .length = 1, .repaired = true};
}

/* Bytes that stand for themselves whatever follows but a combining mark. */
static const bool plain[256] = {['!' ... '%'] = true, ['\'' ... '~'] = true};

/* 2: ends a line, 1: parts words, 0: neither. */
static int white(uint32_t c)
{
    if (c <= 0x20)
        return c == '\n' || c == '\r' || c == '\f' ? 2 : c == ' ' || c == '\t' || c == '\v' ? 1 : 0;
    if (c < 0x85)
        return 0;
    if (c == 0x85 || c == 0x2028 || c == 0x2029)
        return 2;
    return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

/* Dropped without a trace: controls, soft hyphens, zero-width and direction marks. */
static bool invisible(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF;
}

static void segment_open(decoder *d, uint32_t raw, uint32_t raw_end, bool exact)
{
    text *t = d->out;
    text_segment *grown = arena_grow(d->arena, t->segments, t->segment_count, &d->segment_capacity, sizeof *grown);
    if (!grown) {
        d->failed = true;
        return;
    }
    t->segments = grown;
    t->segments[t->segment_count++] = (text_segment){t->length, raw, raw_end, exact};
    d->in_exact = exact;
}

static void put_exact(decoder *d, uint32_t i, uint32_t n)
{
    if (!d->in_exact)
        segment_open(d, i, 0, true);
    memcpy(d->out->data + d->out->length, d->raw + i, n);
    d->out->length += n;
}

static void put_replaced(decoder *d, const char *bytes, uint32_t n, uint32_t raw, uint32_t raw_end)
{
    segment_open(d, raw, raw_end, false);
    if (d->failed)
        return;
    /* A replacement never outgrows the buffer: three bytes for each raw byte were set aside. */
    if (d->capacity - d->out->length < n) {
        d->failed = true;
        return;
    }
    memcpy(d->out->data + d->out->length, bytes, n);
    d->out->length += n;
    d->in_exact = false;
}

static void line_open(decoder *d, uint32_t blank_before, uint32_t indent)
{
    text *t = d->out;
    text_line *grown = arena_grow(d->arena, t->lines, t->line_count, &d->line_capacity, sizeof *grown);
    if (!grown) {
        d->failed = true;
        return;
    }
    t->lines = grown;
    t->lines[t->line_count++] = (text_line){.start = t->length, .end = t->length, .blank_before = blank_before, .indent = indent};
}

/* One run of white space becomes one ' ' or one '\n'; at both ends of the text it becomes nothing. */
static uint32_t read_white(decoder *d, uint32_t i)
{
    uint32_t start = i, newlines = 0, last = 0, indent = 0;
    bool alone = d->encoding == UTF_8 && d->raw[i] == '\n' && i + 1 < d->length && plain[d->raw[i + 1]]; /* as most are */
    newlines += alone;
    i += alone;
    while (i < d->length && !alone) {
        character c = read_character(d, i);
        int w = white(c.code);
        if (!w && !invisible(c.code))
            break;
        if (w == 2 && !(c.code == '\n' && last == '\r'))
            newlines++;
        indent = w == 2 ? 0 : indent + 1;
        d->controls += !w && c.code < 0x20;
        last = c.code;
        i += c.length;
    }
    text *t = d->out;
    if (t->length == 0 || i >= d->length)
        return i;
    if (t->data[t->length - 1] == '\n') { /* marks alone stood on this line: it was a blank one */
        text_line *l = &t->lines[t->line_count - 1];
        l->blank_before += newlines;
        l->indent = indent;
        return i;
    }
    char mark = newlines ? '\n' : ' ';
    if (newlines)
        t->lines[t->line_count - 1].end = t->length;
    if (i - start == 1 && d->raw[start] == (uint8_t)mark)
        put_exact(d, start, 1);
    else
        put_replaced(d, &mark, 1, start, i);
    if (newlines && !d->failed)
        line_open(d, newlines - 1, indent);
    return i;
}

/* A base character with the marks after it, where NFC may differ from what stands there. */
static uint32_t read_composed(decoder *d, uint32_t i, character c)
{
    uint32_t start = i, n = 0;
    utf8proc_int32_t codes[16];
    do {
        codes[n++] = (utf8proc_int32_t)c.code;
        i += c.length;
        if (i >= d->length)
            break;
        c = read_character(d, i);
    } while (n < 16 && c.code >= 0x300 && utf8proc_get_property((utf8proc_int32_t)c.code)->combining_class);
    utf8proc_int32_t decomposed[64];
    utf8proc_ssize_t m = 0;
    for (uint32_t k = 0; k < n; k++) {
        int boundary = 0;
        utf8proc_ssize_t w = utf8proc_decompose_char(codes[k], decomposed + m, 64 - m, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE, &boundary);
        if (w < 0 || m + w > 64)
            break;
        m += w;
    }
    m = utf8proc_normalize_utf32(decomposed, m, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    char bytes[256];
    uint32_t length = 0;
    for (utf8proc_ssize_t k = 0; k < m && length < sizeof bytes - 4; k++)
        length += (uint32_t)utf8proc_encode_char(decomposed[k], (uint8_t *)bytes + length);
    if (length == i - start && memcmp(bytes, d->raw + start, length) == 0)
        put_exact(d, start, length);
    else
        put_replaced(d, bytes, length, start, i);
    return i;
}

static bool needs_composing(const decoder *d, uint32_t next, uint32_t code)
{
    /* Every combining mark is at or above U+0300, whose UTF-8 starts with 0xCC or more. */
    if (next < d->length && (d->encoding != UTF_8 || d->raw[next] >= 0xCC)) {
        character c = read_character(d, next);
        if (c.code >= 0x300 && utf8proc_get_property((utf8proc_int32_t)c.code)->combining_class)
            return true;
    }
    return code >= 0x300 && (code < 0x2000 || code > 0x206F) && utf8proc_get_property((utf8proc_int32_t)code)->decomp_seqindex != UINT16_MAX &&
           !utf8proc_get_property((utf8proc_int32_t)code)->decomp_type;
}

static uint32_t read_other(decoder *d, uint32_t i)
{
    character c = read_character(d, i);
    uint32_t next = i + c.length;
    if (white(c.code))
        return read_white(d, i);
    if (c.repaired && d->repaired++ == 0)
        text_warn(d->out, "REPAIRED_BYTES", (entente_span){i, next});
    if (invisible(c.code)) {
        d->controls += c.code < 0x20 || c.code == 0x7F;
        d->in_exact = false;
        return next;
    }
    if (needs_composing(d, next, c.code))
        return read_composed(d, i, c);
    if (c.exact) {
        put_exact(d, i, c.length);
    } else {
        char bytes[4];
        uint32_t n = (uint32_t)utf8proc_encode_char((utf8proc_int32_t)c.code, (uint8_t *)bytes);
        put_replaced(d, bytes, n, i, next);
    }
    return next;
}

enum { WORD_BYTES = 8 };
static const uint64_t every_byte = 0x0101010101010101u, high_bits = 0x8080808080808080u;

static size_t count_high(const uint8_t *p, size_t n)
{
    size_t high = 0, k = 0;
    for (uint64_t word; k + WORD_BYTES <= n; k += WORD_BYTES) {
        memcpy(&word, p + k, sizeof word);
        high += (size_t)(((word & high_bits) >> 7) * every_byte >> 56);
    }
    for (; k < n; k++)
        high += p[k] >= 0x80;
    return high;
}

/* Whether the eight bytes at `p` are plain, or single spaces between such; one more byte may be looked at on either side. */
static bool plain_word(const uint8_t *p)
{
    uint64_t word;
    memcpy(&word, p, sizeof word);
    if (word & high_bits)
        return false;
    /* No byte is over 0x7F: no sum carries into its neighbour. */
    uint64_t low = ~(word + every_byte * 0x60) | (word + every_byte) | ~((word ^ every_byte * '&') + every_byte * 0x7F); /* below ' ', DEL, '&' */
    uint64_t spaces = ~((word ^ every_byte * ' ') + every_byte * 0x7F) & high_bits;
    if ((low & high_bits) || (spaces & spaces << 8))
        return false;
    return !spaces || ((*p != ' ' || plain[p[-1]]) && (p[WORD_BYTES - 1] != ' ' || plain[p[WORD_BYTES]]));
}

/* Plain words with single spaces between them, the bulk of all text, are copied as they are; `inside`: some text stands before them. */
static uint32_t plain_length(const uint8_t *p, uint32_t left, bool inside)
{
    uint32_t n = 0;
    for (;;) {
        while (n && n + WORD_BYTES < left && plain_word(p + n))
            n += WORD_BYTES;
        uint32_t stop = n + WORD_BYTES;
        while (n < stop && n < left && (plain[p[n]] || (p[n] == ' ' && n + 1 < left && plain[p[n + 1]] && (n || inside))))
            n++;
        if (n < stop)
            return n;
    }
}

/* Markdown (CommonMark 0.31), which many scrapers write: links, images, emphasis, code, quotes, headings and escapes. */
enum { MARKDOWN_LINK = 400, MARKDOWN_LEVELS = 6 };

/* The bytes of "](target)" at `p`, 0 where there is no such thing. */
static uint32_t link_target(const uint8_t *p, uint32_t left)
{
    uint32_t depth = 0, most = left < MARKDOWN_LINK ? left : MARKDOWN_LINK;
    for (uint32_t n = 1; n < most && p[n] != '\n' && (n > 1 || p[n] == '('); n++) {
        depth += p[n] == '(';
        depth -= p[n] == ')';
        if (!depth)
            return n > 2 ? n + 1 : 0;
    }
    return 0;
}

/* The bytes of "[text](target)" at `p`, up to the first target; 0 where there is no such thing. */
static uint32_t link_length(const uint8_t *p, uint32_t left)
{
    uint32_t n = 1, most = left < MARKDOWN_LINK ? left : MARKDOWN_LINK;
    while (n + 1 < most && !(p[n] == ']' && p[n + 1] == '('))
        n++;
    uint32_t target = n + 1 < most && p[n] == ']' ? link_target(p + n, left - n) : 0;
    return target ? n + target : 0;
}

/* Whether two links or headings of Markdown are in it. */
static bool is_markdown(const uint8_t *p, uint32_t length)
{
    uint32_t signs = 0;
    for (const uint8_t *at = p, *end = p + length; signs < 2 && (at = memchr(at, ']', (size_t)(end - at))); at++)
        signs += end - at > 3 && at[1] == '(' && (at[2] == '/' || at[2] == '#' || (end - at > 6 && memcmp(at + 2, "http", 4) == 0));
    for (const uint8_t *at = p, *end = p + length; signs < 2 && (at = memchr(at, '#', (size_t)(end - at))); at++)
        signs += (at == p || at[-1] == '\n') && end - at > 4 && at[1] == '#' && (at[2] == ' ' || (at[2] == '#' && at[3] == ' '));
    return signs >= 2;
}

/* Where markdown_marks() may find any. */
static const bool is_mark[256] = {['#'] = true, ['>'] = true, ['*'] = true, ['_'] = true, ['`'] = true, ['!'] = true, ['['] = true, [']'] = true, ['\\'] = true};

static bool is_white(uint8_t byte) { return byte < 0x80 && white(byte); }

/* How many bytes of marks stand at a place, which are not of the text; 0 where it is text. Those of a heading tell its line's level. */
static uint32_t markdown_marks(decoder *d, uint32_t i)
{
    const uint8_t *p = d->raw + i;
    text *t = d->out;
    const uint32_t left = d->length - i;
    const uint8_t before = i ? p[-1] : '\n';
    uint32_t n = 1;
    switch (*p) {
    case '#':
    case '>':
        while (n < left && n < MARKDOWN_LEVELS && p[n] == *p)
            n++;
        if ((t->length && t->data[t->length - 1] != '\n') || n + 1 >= left || p[n] != ' ')
            return 0;
        if (*p == '#')
            t->lines[t->line_count - 1].heading = n;
        return n + 1;
    case '*':
    case '_':
        if (before == *p)
            return 0; /* of a run that is text */
        while (n < left && p[n] == *p)
            n++;
        uint8_t behind = n < left ? p[n] : '\n';
        bool in_word = (isalnum(before) || before >= 0x80) && (isalnum(behind) || behind >= 0x80);
        return (is_white(before) && is_white(behind)) || (in_word && (n == 1 || *p == '_')) ? 0 : n;
    case '`':
        return 1;
    case '!':
        n = left > 1 && p[1] == '[' ? link_length(p + 1, left - 1) : 0;
        return n ? n + 1 : 0;
    case '[':
        return link_length(p, left) ? 1 : 0;
    case ']':
        return link_target(p, left);
    default:
        return 0;
    }
}

/* Drops marks at a place, with the white space that would now stand twice; gives the place behind. */
static uint32_t drop_marks(decoder *d, uint32_t i, uint32_t n)
{
    text *t = d->out;
    d->in_exact = false;
    i += n;
    bool alone = !t->length || t->data[t->length - 1] == '\n' || t->data[t->length - 1] == ' ';
    while (alone && i < d->length && (d->raw[i] == ' ' || d->raw[i] == '\t'))
        i++;
    if (alone && t->length && t->data[t->length - 1] == ' ' && i < d->length && (d->raw[i] == '\n' || d->raw[i] == '\r'))
        t->length--;
    return i;
}

entente_status text_decode(const char *raw, uint32_t length, arena *a, text *out)
{
    text t = {0};
    decoder d = {.raw = (const uint8_t *)raw, .length = length, .arena = a, .out = &t};
    uint32_t i = 0, next_mark = 0;
    if (length >= 3 && memcmp(raw, "\xEF\xBB\xBF", 3) == 0) {
        i = 3;
    } else if (length >= 2 && (memcmp(raw, "\xFF\xFE", 2) == 0 || memcmp(raw, "\xFE\xFF", 2) == 0)) {
        d.encoding = d.raw[0] == 0xFF ? UTF_16_LE : UTF_16_BE;
        i = 2;
    }
    /* Only broken bytes grow (one byte to three): count them before setting memory aside. */
    size_t high = count_high(d.raw + i, length - i);
    size_t capacity = (size_t)length + 2 * (d.encoding == UTF_8 ? high : length) + 64;
    if (capacity > UINT32_MAX)
        return ENTENTE_LIMIT;
    d.capacity = (uint32_t)capacity;
    t.data = arena_alloc(a, capacity + 1);
    t.warnings = arena_alloc(a, ENTENTE_LIMIT_WARNINGS * sizeof *t.warnings);
    if (!t.data || !t.warnings)
        return ENTENTE_LIMIT;
    line_open(&d, 0, 0);
    d.markdown = d.encoding == UTF_8 && is_markdown(d.raw + i, length - i);
    while (i < length && !d.failed) {
        const uint8_t *p = d.raw + i;
        uint32_t n = 0, left = length - i, most = left;
        if (d.markdown) {
            uint32_t marks = markdown_marks(&d, i);
            bool escaped = *p == '\\' && left > 1 && ispunct(p[1]); /* what is behind it is text */
            if (marks || escaped) {
                i = drop_marks(&d, i, marks + escaped);
                if (escaped)
                    put_exact(&d, i++, 1);
                continue;
            }
            while (next_mark <= i || (next_mark < length && !is_mark[d.raw[next_mark]]))
                next_mark++;
            most = next_mark - i;
        }
        if (d.encoding == UTF_8) {
            n = plain_length(p, most, t.length > 0);
            if (n && n < left && p[n] >= 0xCC)
                n--; /* a mark may follow: the last character is read with it */
        }
        if (n) {
            put_exact(&d, i, n);
            i += n;
        } else {
            i = read_other(&d, i);
        }
    }
    if (d.failed)
        return ENTENTE_LIMIT;
    if (d.controls > length / 20)
        return ENTENTE_NOT_TEXT;
    if (t.length == 0)
        return ENTENTE_EMPTY;
    if (d.controls)
        text_warn(&t, "CONTROL_BYTES", (entente_span){0, length});
    if (t.data[t.length - 1] == '\n') { /* marks alone stood on the last line */
        t.length--;
        t.line_count--;
    }
    t.lines[t.line_count - 1].end = t.length;
    t.data[t.length] = '\0';
    *out = t;
    return ENTENTE_OK;
}

void text_warn(text *t, const char *code, entente_span span)
{
    if (t->warning_count < ENTENTE_LIMIT_WARNINGS)
        t->warnings[t->warning_count++] = (entente_warning){code, span};
}

static const text_segment *segment_at(const text *t, uint32_t offset)
{
    uint32_t low = 0, high = t->segment_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (t->segments[middle].text <= offset)
            low = middle;
        else
            high = middle;
    }
    return &t->segments[low];
}

entente_span text_raw_span(const text *t, uint32_t start, uint32_t end)
{
    if (!t->segment_count)
        return (entente_span){0, 0};
    const text_segment *s = segment_at(t, start);
    uint32_t from = s->exact ? s->raw + (start - s->text) : s->raw;
    if (end <= start)
        return (entente_span){from, from};
    s = segment_at(t, end - 1);
    return (entente_span){from, s->exact ? s->raw + (end - s->text) : s->raw_end};
}
