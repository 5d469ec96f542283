/* SPDX-License-Identifier: MIT */
#include "split.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "bits.h"
#include "limit_table.h"
#include "word_features.h"

enum { RUN_BYTES = 16, CHUNK_BYTES = 32 };

uint32_t split_space(const char *p, uint32_t left)
{
    const uint8_t *u = (const uint8_t *)p;
    if (left == 0 || (u[0] > ' ' && u[0] < 0xC2))
        return 0;
    if (u[0] <= ' ')
        return u[0] == ' ' || (u[0] >= '\t' && u[0] <= '\r') || (u[0] >= 0x1C && u[0] <= 0x1F);
    if (u[0] == 0xC2)
        return left > 1 && (u[1] == 0xA0 || u[1] == 0x85) ? 2 : 0;
    if (left < 3)
        return 0;
    if (u[0] == 0xE2 && u[1] == 0x80)
        return (u[2] >= 0x80 && u[2] <= 0x8A) || u[2] == 0xA8 || u[2] == 0xA9 || u[2] == 0xAF ? 3 : 0;
    return (u[0] == 0xE2 && u[1] == 0x81 && u[2] == 0x9F) || (u[0] == 0xE1 && u[1] == 0x9A && u[2] == 0x80) || (u[0] == 0xE3 && u[1] == 0x80 && u[2] == 0x80) ? 3 : 0;
}

/* What most characters are, found at once: a small letter, a capital, a digit, white space, or something to be looked at. */
enum { SMALL = 1, CAPITAL, DIGIT, SPACE, OTHER };
static const uint8_t classes[256] = {
    ['a' ... 'z'] = SMALL, ['A' ... 'Z'] = CAPITAL, ['0' ... '9'] = DIGIT, [' '] = SPACE, ['\t' ... '\r'] = SPACE, [0x1C ... 0x1F] = SPACE,
    [0 ... 8] = OTHER, [0x0E ... 0x1B] = OTHER, ['!' ... '/'] = OTHER, [':' ... '@'] = OTHER, ['[' ... '`'] = OTHER, ['{' ... 0xFF] = OTHER,
};

/* Kinds of character: 'X' 'x' '0' for capitals, small letters and digits, 'u' for symbols beyond ASCII, else the mark itself. */
static uint8_t kind_at(const char *d, uint32_t i, uint32_t end, uint32_t *length)
{
    uint8_t c = (uint8_t)d[i];
    *length = 1;
    if (c < 0x80)
        return c >= 'a' && c <= 'z' ? 'x' : c >= 'A' && c <= 'Z' ? 'X' : c >= '0' && c <= '9' ? '0' : c;
    uint32_t n = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
    while (*length < n && i + *length < end && ((uint8_t)d[i + *length] & 0xC0) == 0x80)
        ++*length;
    uint8_t second = *length > 1 ? (uint8_t)d[i + 1] : 0, third = *length > 2 ? (uint8_t)d[i + 2] : 0;
    if (c == 0xE2 && second == 0x80)
        return third == 0x98 || third == 0x99 || third == 0x9B ? '\'' : third >= 0x9C && third <= 0x9F ? '"' : third >= 0x90 && third <= 0x95 ? '-' : 'u';
    if (c == 0xC2 || c == 0xE2 || c >= 0xF0 || c < 0xC2)
        return 'u';
    if (third == 0x80 && ((c == 0xE1 && second == 0x9A) || (c == 0xE3 && second == 0x80)))
        return 'u'; /* white space: always a place */
    return c == 0xC3 && second >= 0x80 && second < 0x9F ? 'X' : 'x';
}

/* Where the character before `i` starts. */
static uint32_t before(const char *d, uint32_t start, uint32_t i)
{
    uint32_t k = i - 1;
    while (k > start && i - k < 4 && ((uint8_t)d[k] & 0xC0) == 0x80)
        k--;
    return k;
}

static bool letter(uint8_t kind) { return kind == 'X' || kind == 'x'; }
static bool same_class(uint8_t a, uint8_t b) { return (letter(a) && letter(b)) || (a == '0' && b == '0'); }

/* Whether "n't" starts at `i`. */
static bool negation(const char *d, uint32_t i, uint32_t end)
{
    uint32_t n;
    if ((d[i] | 32) != 'n' || i + 1 >= end || kind_at(d, i + 1, end, &n) != '\'')
        return false;
    return i + 1 + n < end && (d[i + 1 + n] | 32) == 't' && (i + 2 + n >= end || !letter(kind_at(d, i + 2 + n, end, &(uint32_t){0})));
}

uint32_t split_next_place(const char *d, uint32_t at, uint32_t chunk_end)
{
    uint32_t n;
    uint8_t was = kind_at(d, at, chunk_end, &n);
    for (uint32_t i = at + n; i < chunk_end; i += n) {
        if (letter(was) && (classes[(uint8_t)d[i]] == SMALL || classes[(uint8_t)d[i]] == CAPITAL) && (d[i] | 32) != 'n') {
            n = 1;
            continue;
        }
        uint8_t kind = kind_at(d, i, chunk_end, &n);
        if (!same_class(was, kind) || ((d[i] | 32) == 'n' && negation(d, i, chunk_end)))
            return i;
        was = kind;
    }
    return chunk_end;
}

static uint32_t hash_range(const char *d, uint32_t start, uint32_t end)
{
    uint32_t h = 0x811C9DC5u;
    for (uint32_t i = start; i < end; i++)
        h = (h ^ feature_fold((uint8_t)d[i])) * 0x01000193u;
    return h;
}

static uint32_t mix2(uint32_t a, uint32_t b) { return (a ^ b * 0x9E3779B9u) * 0x85EBCA6Bu + (b >> 7); }

typedef struct feature_row {
    uint32_t *out, count;
} feature_row;

static void add(feature_row *f, uint32_t value)
{
    f->out[f->count] = feature_mix(value + f->count * 0x9E3779B1u);
    f->count++;
}

/* Runs of one class around a place. */
static uint32_t run_start(const char *d, uint32_t start, uint32_t at)
{
    uint32_t n, i = before(d, start, at);
    uint8_t kind = kind_at(d, i, at, &n);
    while (i > start && at - i < RUN_BYTES) {
        uint32_t k = before(d, start, i);
        if (!same_class(kind_at(d, k, i, &n), kind))
            break;
        i = k;
    }
    return i;
}

static uint32_t run_end(const char *d, uint32_t at, uint32_t end)
{
    uint32_t n;
    uint8_t kind = kind_at(d, at, end, &n);
    uint32_t i = at + n;
    while (i < end && i - at < RUN_BYTES && same_class(kind_at(d, i, end, &n), kind))
        i += n;
    return i < end ? i : end;
}

static uint8_t kind_or_space(const char *d, uint32_t i, uint32_t end)
{
    uint32_t n;
    return i < end && !split_space(d + i, end - i) ? kind_at(d, i, end, &n) : ' ';
}

uint32_t split_skip(const char *d, uint32_t i, uint32_t end)
{
    while (i < end && classes[(uint8_t)d[i]] >= SPACE) {
        uint32_t n = split_space(d + i, end - i);
        if (!n)
            break;
        i += n;
    }
    return i;
}

uint32_t split_word_features(const char *d, uint32_t chunk_start, uint32_t chunk_end, uint32_t at, uint32_t end, uint32_t *out)
{
    feature_row f = {out, 0};
    uint32_t left = run_start(d, chunk_start, at), right = run_end(d, at, chunk_end), last = before(d, chunk_start, at);
    uint8_t a = kind_or_space(d, last, at), b = kind_or_space(d, at, chunk_end);
    uint8_t a2 = last > chunk_start ? kind_or_space(d, before(d, chunk_start, last), last) : ' ';
    uint32_t b_length;
    kind_at(d, at, chunk_end, &b_length);
    uint8_t b2 = kind_or_space(d, at + b_length, chunk_end);
    uint8_t la = left > chunk_start ? kind_or_space(d, before(d, chunk_start, left), left) : ' ', rb = kind_or_space(d, right, chunk_end);
    uint32_t hl = hash_range(d, left, at), hr = hash_range(d, at, right);
    uint8_t next = ' ';
    if (chunk_end - at < CHUNK_BYTES)
        next = kind_or_space(d, split_skip(d, chunk_end, end), end);
    uint32_t ab = (uint32_t)a << 8 | b, kinds = (uint32_t)a2 << 24 | ab << 8 | b2, lengths = (at - left) << 8 | (right - at);
    bool small = chunk_end - chunk_start <= CHUNK_BYTES;
    uint32_t prefix = hash_range(d, at - chunk_start > CHUNK_BYTES ? at - CHUNK_BYTES : chunk_start, at);
    uint32_t rest = hash_range(d, at, chunk_end - at > CHUNK_BYTES ? at + CHUNK_BYTES : chunk_end);
    add(&f, ab);
    add(&f, (uint32_t)a2 << 16 | ab);
    add(&f, ab << 8 | b2);
    add(&f, kinds);
    add(&f, mix2(hl, b));
    add(&f, mix2(hr, a));
    add(&f, mix2(hl, hr));
    add(&f, mix2((uint32_t)la << 24 | ab << 8 | rb, 7));
    add(&f, small ? mix2(hash_range(d, chunk_start, chunk_end), at - chunk_start) : 0);
    add(&f, mix2(prefix, b));
    add(&f, mix2(rest, a));
    add(&f, mix2(prefix, (uint32_t)b << 8 | next));
    add(&f, mix2(hl, (uint32_t)b << 16 | (uint32_t)b2 << 8 | next));
    add(&f, mix2(hr, (uint32_t)a << 16 | (uint32_t)rb << 8));
    add(&f, mix2(kinds, lengths));
    add(&f, mix2(ab << 16 | (uint32_t)rb << 8 | next, at - left));
    add(&f, mix2(mix2(hl, b), rb));
    add(&f, mix2(mix2(hl, hr), (uint32_t)la << 8 | rb));
    return f.count;
}

void split_context_add(split_context *c, const char *d, uint32_t start, uint32_t end)
{
    c->chunks++;
    for (uint32_t i = start, n; i < end; i += n) {
        uint8_t kind = kind_at(d, i, end, &n);
        if (kind == '"')
            c->quotes ^= 1;
        else if (kind == '(' || kind == ')')
            c->brackets = kind == '(';
    }
}

/* Whether a chunk is one of some words with a full stop, marks before it aside. */
static bool abbreviates(const char *d, uint32_t start, uint32_t end, const char *const *words, size_t count)
{
    while (start < end && !letter(kind_at(d, start, end, &(uint32_t){0})))
        start++;
    for (size_t i = 0; end - start > 2 && i < count; i++)
        if (strlen(words[i]) == end - start - 1 && strncasecmp(d + start, words[i], end - start - 1) == 0)
            return true;
    return false;
}

/* Titles, which a name follows: their full stop ends nothing. */
static bool title(const char *d, uint32_t start, uint32_t end)
{
    static const char *const titles[] = {"mr", "mrs", "ms", "dr", "prof", "gov", "sen", "rep", "gen", "lt", "col", "sgt", "capt", "cmdr", "maj", "adm", "rev", "hon", "pres", "messrs", "vs"};
    return abbreviates(d, start, end, titles, sizeof titles / sizeof *titles);
}

/* "Oct. 3", "No. 10": the number behind belongs to it. */
static bool numbered(const char *d, uint32_t start, uint32_t end)
{
    static const char *const words[] = {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "no", "nos", "fig", "vol"};
    while (start < end && classes[(uint8_t)d[start]] == OTHER)
        start++;
    return start < end && classes[(uint8_t)d[start]] == CAPITAL && abbreviates(d, start, end, words, sizeof words / sizeof *words); /* not "said no. 5 people" */
}

/* "... on Oct. 3. The others ...": no number of a list. */
static bool opener_behind_number(const char *d, uint32_t floor, uint32_t chunk_start, uint32_t chunk_end, uint32_t next)
{
    uint32_t word = chunk_start, stop;
    for (uint32_t i = chunk_start; i + 1 < chunk_end; i++)
        if (d[i] < '0' || d[i] > '9' || chunk_end - chunk_start > 3)
            return false;
    while (word > floor && classes[(uint8_t)d[word - 1]] == SPACE)
        word--;
    for (stop = word; word > floor && stop - word < 6 && classes[(uint8_t)d[word - 1]] != SPACE; word--) {}
    return chunk_end - chunk_start > 1 && d[next] >= 'A' && d[next] <= 'Z' && stop > word && d[stop - 1] == '.' && numbered(d, word, stop);
}

/* "... in the U.S. The others ...": an abbreviation ends the sentence too when a word follows that only starts one. */
static bool opener_behind_acronym(const char *d, uint32_t chunk_start, uint32_t chunk_end, uint32_t next, uint32_t end)
{
    static const char *const openers[] = {"The", "A", "An", "It", "He", "She", "They", "We", "But", "In", "This", "That", "On", "At", "Both", "Under", "After"};
    uint32_t n = chunk_end - chunk_start, stop = next;
    if (n < 4 || d[chunk_end - 1] != '.' || d[chunk_end - 3] != '.')
        return false;
    while (stop < end && classes[(uint8_t)d[stop]] < SPACE)
        stop++;
    for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
        if (strlen(openers[i]) == stop - next && memcmp(openers[i], d + next, stop - next) == 0)
            return true;
    return false;
}

/* "Tesla Inc. CEO Jo Doe", "Tesla Inc. Monday agreed to X": whose office it is, or when. */
static bool goes_on_behind_firm(const char *d, uint32_t start, uint32_t end, uint32_t next, uint32_t limit)
{
    static const char *const firms[] = {"inc", "corp", "ltd", "co"}, *const offices[] = {"CEO", "CFO", "COO", "Chief", "Chairman", "Chairwoman", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    for (size_t i = 0; i < sizeof offices / sizeof *offices; i++) {
        size_t n = strlen(offices[i]);
        if (limit - next > n && memcmp(d + next, offices[i], n) == 0 && d[next + n] == ' ')
            return abbreviates(d, start, end, firms, sizeof firms / sizeof *firms);
    }
    return false;
}

/* Whether a chunk is nothing but quotes, or quotes behind a word: what they close is no sentence if the text goes on in small letters. */
static bool only_quoted(const char *d, uint32_t start, uint32_t end)
{
    uint8_t kind = '"';
    for (uint32_t i = end; i > start && (kind == '"' || kind == '\'' || kind == '`');) {
        i = before(d, start, i);
        kind = kind_at(d, i, end, &(uint32_t){0});
    }
    return kind == '"' || kind == '\'' || kind == '`' || letter(kind) || kind == '0';
}

bool split_may_end(const char *d, uint32_t chunk_start, uint32_t chunk_end, uint32_t next, uint32_t end)
{
    uint8_t last = kind_or_space(d, before(d, chunk_start, chunk_end), chunk_end);
    if (letter(last) || last == '0' || last == ',')
        return next < end && !(d[next] >= 'a' && d[next] <= 'z');
    if (last == '"' || last == '\'' || last == '`')
        return !only_quoted(d, chunk_start, chunk_end) || (last != '`' && !(next < end && d[next] >= 'a' && d[next] <= 'z'));
    if (last != '.' || chunk_end - chunk_start > 8)
        return true;
    return !title(d, chunk_start, chunk_end) && !(next < end && goes_on_behind_firm(d, chunk_start, chunk_end, next, end)) && !(next < end && d[next] >= '0' && d[next] <= '9' && numbered(d, chunk_start, chunk_end));
}

uint32_t split_sentence_features(const char *d, uint32_t chunk_start, uint32_t chunk_end, uint32_t next, uint32_t end, const split_context *c, uint32_t *out)
{
    feature_row f = {out, 0};
    uint32_t n, tail = chunk_end, marks = 0, count = 0;
    while (tail > chunk_start && count < 4) { /* the marks that the chunk ends in */
        uint32_t k = before(d, chunk_start, tail);
        uint8_t kind = kind_at(d, k, tail, &n);
        if (letter(kind) || kind == '0')
            break;
        marks = marks << 8 | kind;
        tail = k;
        count++;
    }
    uint32_t word = tail > chunk_start ? run_start(d, chunk_start, tail) : tail, hw = hash_range(d, word, tail);
    uint8_t word_kind = word < tail ? kind_or_space(d, word, tail) : ' ';
    uint8_t word_before = word > chunk_start ? kind_or_space(d, before(d, chunk_start, word), word) : ' ';
    uint32_t stop = next < end ? run_end(d, next, end) : next, lead = 0;
    uint8_t first = kind_or_space(d, next, end);
    if (first != ' ' && !letter(first) && first != '0') { /* a mark: the word behind it */
        lead = first;
        uint32_t from = stop;
        if (from < end && !split_space(d + from, end - from)) {
            stop = run_end(d, from, end);
            next = from;
            first = kind_or_space(d, from, end);
        }
    }
    uint32_t second;
    uint8_t then = ' ';
    if (next < end) {
        kind_at(d, next, end, &second);
        then = kind_or_space(d, next + second, end);
    }
    uint32_t hn = hash_range(d, next, stop), kinds = (uint32_t)first << 8 | then;
    uint32_t after = stop < end ? kind_or_space(d, stop, end) : 0;
    uint32_t length = c->chunks < 3 ? c->chunks : c->chunks < 6 ? 3 : c->chunks < 12 ? 4 : c->chunks < 25 ? 5 : c->chunks < 50 ? 6 : 7;
    uint32_t word_length = tail - word < 6 ? tail - word : 6, open = (uint32_t)(c->quotes << 1 | c->brackets);
    add(&f, marks);
    add(&f, mix2(marks, kinds));
    add(&f, mix2(marks, kinds << 8 | lead));
    add(&f, mix2(hw, marks));
    add(&f, mix2(hn, marks));
    add(&f, mix2(mix2(hw, marks), first));
    add(&f, mix2(marks, (uint32_t)word_kind << 24 | word_length << 16 | kinds));
    add(&f, mix2(hn, kinds));
    add(&f, mix2(mix2(marks, kinds), length));
    add(&f, mix2(hw, hn));
    add(&f, mix2(marks, (uint32_t)word_before << 24 | word_length << 16 | kinds));
    add(&f, mix2(mix2(marks, kinds), 64 + open));
    add(&f, mix2(mix2(hn, marks), 64 + open));
    add(&f, mix2(mix2(marks, lead), 64 + open));
    add(&f, mix2(mix2(marks, kinds), after << 8));
    add(&f, mix2(mix2(hn, marks), (uint32_t)word_kind << 8 | length));
    add(&f, mix2(length, marks));
    return f.count;
}

uint32_t split_part_hash(const char *word, uint32_t length)
{
    return feature_mix(hash_range(word, 0, length));
}

/* A word's last letter is a word of its own only where an apostrophe was left out: "im", "thats"; not in "won", "Don", "lets". */
static bool lacks_apostrophe(const char *word, uint32_t length)
{
    static const char *const before_s[] = {"he", "she", "it", "that", "what", "there", "here", "who", "where", "how"};
    bool known = (word[length - 1] | 32) == 'm';
    for (size_t i = 0; (word[length - 1] | 32) == 's' && i < sizeof before_s / sizeof *before_s; i++)
        known |= strlen(before_s[i]) == length - 1 && strncasecmp(word, before_s[i], length - 1) == 0;
    return known;
}

uint32_t split_part(const model *m, const char *word, uint32_t length)
{
    uint32_t first = (uint32_t)((*word | 32) - 'a');
    if (length > 12 || first > 25 || !(m->part_lengths[first] >> length & 1))
        return 0;
    uint32_t hash = split_part_hash(word, length), low = 0, high = m->part_count;
    if (!bits_hold(m->part_filter, hash % MODEL_PART_FILTER))
        return 0;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (m->parts[middle].hash < hash)
            low = middle + 1;
        else
            high = middle;
    }
    uint32_t at = low < m->part_count && m->parts[low].hash == hash && m->parts[low].length == length ? m->parts[low].at : 0;
    return at + 1 < length || lacks_apostrophe(word, length) ? at : 0;
}

/* The white space behind `i`, or `limit`. */
static uint32_t chunk_stop(const char *d, uint32_t i, uint32_t limit, uint32_t end)
{
    while (i < limit && (classes[(uint8_t)d[i]] < SPACE || !split_space(d + i, end - i)))
        i++;
    return i;
}

enum { ADDRESS_MARKS = 4 /* bytes of quotes and brackets that may stand before an address */ };
enum { PIECES_MOST = ENTENTE_LIMIT_SENTENCE_TOKENS / 2 /* a piece between two places has two tokens at most */, LONG_CHUNK = 256 };

/* The end of a long chunk, or the place where it has as many pieces as a sentence may have: what lies behind is not looked at. */
static uint32_t long_chunk_stop(const char *d, uint32_t i, uint32_t end)
{
    for (uint32_t pieces = 0; i < end && pieces < PIECES_MOST; pieces++) {
        i = split_next_place(d, i, end);
        if (i < end && split_space(d + i, end - i))
            break;
    }
    return i;
}

static uint32_t count_pieces(const char *d, uint32_t i, uint32_t stop)
{
    uint32_t pieces = 0;
    for (; i < stop; i = split_next_place(d, i, stop))
        pieces++;
    return pieces;
}

/* "(£1.6bn)", "(1.53bn euros; $2bn)": a sum told again in another currency. */
static uint32_t converted_sum(const char *d, uint32_t i, uint32_t end)
{
    enum { LONGEST = 48 };
    static const char *const units[] = {"m", "bn", "k", "tn", "mn", "mln", "bln", "million", "billion", "trillion", "us", "about", "or"}, *const currencies[] = {"dollars", "dlrs", "euros", "euro", "pounds", "sterling", "yen", "usd", "eur", "gbp"};
    bool money = false, digits = false;
    uint32_t k = i + 1, last = end - i > LONGEST ? i + LONGEST : end;
    for (; k < last && d[k] != ')'; k++) {
        uint32_t from = k;
        digits |= isdigit((unsigned char)d[k]) != 0;
        if (isdigit((unsigned char)d[k]) || strchr(" .,;", d[k]))
            continue;
        uint32_t sign = d[k] == '$' ? 1 : k + 2 < last && (memcmp(d + k, "\xC2\xA3", 2) == 0 || memcmp(d + k, "\xC2\xA5", 2) == 0) ? 2 : k + 3 < last && memcmp(d + k, "\xE2\x82\xAC", 3) == 0 ? 3 : 0;
        money |= sign > 0;
        while (!sign && k < last && isalpha((unsigned char)d[k]))
            k++;
        bool known = sign > 0;
        for (size_t w = 0; w < sizeof units / sizeof *units && !known; w++)
            known = strlen(units[w]) == k - from && strncasecmp(d + from, units[w], k - from) == 0;
        for (size_t w = 0; w < sizeof currencies / sizeof *currencies && !known; w++)
            money |= known = strlen(currencies[w]) == k - from && strncasecmp(d + from, currencies[w], k - from) == 0;
        if (!known)
            return 0;
        k = sign ? k + sign - 1 : k - 1;
    }
    return money && digits && k < last && d[k] == ')' ? k + 1 - i : 0;
}

uint32_t split_symbol(const char *d, uint32_t i, uint32_t end)
{
    enum { EXCHANGE = 12, SYMBOL = 10 };
    uint32_t k = i + 1, exchange = 0;
    if (d[i] != '<' && d[i] != '(')
        return 0;
    uint32_t sum = d[i] == '(' ? converted_sum(d, i, end) : 0;
    if (sum)
        return sum;
    while (d[i] == '(' && k < end && k < i + EXCHANGE && isalpha((unsigned char)d[k]))
        k++;
    if (d[i] == '(') {
        exchange = k - i - 1;
        uint32_t market = k + 1; /* "(ABC.N)" */
        while (k < end && d[k] == '.' && market < end && market < k + 4 && isupper((unsigned char)d[market]))
            market++;
        if (market > k + 1 && market < end && d[market] == ')' && exchange && isupper((unsigned char)d[k - 1]))
            return market + 1 - i;
        if (exchange < 2 || k >= end || d[k] != ':')
            return 0;
        k += 1 + (k + 1 < end && d[k + 1] == ' ');
    }
    uint32_t from = k;
    while (k < end && k < from + SYMBOL && (isupper((unsigned char)d[k]) || (k > from && (d[k] == '.' || isdigit((unsigned char)d[k])))))
        k++;
    if (d[i] == '<' && k > from + 1 && k + 1 < end && d[k] == ' ' && isupper((unsigned char)d[k + 1])) /* "<ABC ST>": a share of Stockholm's */
        for (k++; k < end && k < from + SYMBOL && isupper((unsigned char)d[k]);)
            k++;
    return k > from + !exchange && k < end && d[k] == (exchange ? ')' : '>') ? k + 1 - i : 0;
}

/* "[FRP]" behind the name that it shortens: no sentence ends there, also in one that is all in capitals. */
static bool bracketed_acronym(const char *d, uint32_t i, uint32_t stop)
{
    enum { MOST = 14 };
    if (stop - i < 4 || stop - i > MOST || d[i] != '[' || d[stop - 1] != ']')
        return false;
    for (i++; i < stop - 1; i++)
        if (classes[(uint8_t)d[i]] != CAPITAL && d[i] != '-')
            return false;
    return true;
}

/* A closing quote set apart at the end of a paragraph: no sentence of its own. */
static bool quotes_alone(const char *d, uint32_t i, uint32_t end)
{
    enum { LONGEST = 8 };
    if (end - i > LONGEST)
        return false;
    while (i < end && ((d[i] && strchr("'\"` ", d[i])) || (end - i >= 3 && memcmp(d + i, "\xE2\x80\x99", 3) == 0)))
        i += (uint8_t)d[i] == 0xE2 ? 3 : 1;
    return i >= end;
}

uint32_t split_sentence(const model *m, const char *d, uint32_t start, uint32_t end)
{
    split_context c = {0};
    uint32_t features[SPLIT_FEATURES], counted = start, pieces = 0;
    for (uint32_t i = start, last = start;;) {
        uint32_t stop = i, near = end - i > LONG_CHUNK ? i + LONG_CHUNK : end;
        while (stop < near && classes[(uint8_t)d[stop]] < SPACE)
            stop++;
        bool plain = stop == end || d[stop] == ' '; /* letters and digits alone */
        stop = plain ? stop : chunk_stop(d, stop, near, end);
        bool tangled = stop == near && near < end && !split_space(d + stop, end - stop);
        if (tangled && i > start)
            return last; /* so that a long chunk opens a sentence */
        if (tangled) {
            stop = long_chunk_stop(d, i, end);
            if (stop < end && !split_space(d + stop, end - stop))
                return stop;
        }
        if (stop - start > PIECES_MOST) /* counted only where there can be too many */
            while (counted < stop) {
                uint32_t chunk_end = counted == i ? stop : chunk_stop(d, counted, i, end);
                pieces += count_pieces(d, counted, chunk_end);
                if (pieces > PIECES_MOST && counted > start)
                    return last;
                counted = split_skip(d, chunk_end, end);
            }
        uint32_t next = split_skip(d, stop, end);
        if (plain)
            c.chunks++;
        else
            split_context_add(&c, d, i, stop);
        if (next >= end)
            return stop;
        plain |= split_symbol(d, next, end) > 0 || bracketed_acronym(d, i, stop); /* "Acme Ltd. (LSE: ACM)" goes on */
        if (!plain && d[stop - 1] == '.' && (opener_behind_acronym(d, i, stop, next, end) || opener_behind_number(d, start, i, stop, next)))
            return stop;
        /* A sentence that ends without any mark, inside a paragraph, is too rare in edited text to be looked for. */
        if (!plain && split_may_end(d, i, stop, next, end) && !quotes_alone(d, next, end)) {
            split_context unquoted = c; /* a quote may hold several sentences */
            unquoted.quotes = 0;
            if (split_score(m->split + MODEL_SPLIT_WEIGHTS, features, split_sentence_features(d, i, stop, next, end, &c, features)) > 0 ||
                (c.quotes && d[stop - 1] == '.' && split_score(m->split + MODEL_SPLIT_WEIGHTS, features, split_sentence_features(d, i, stop, next, end, &unquoted, features)) > 0))
                return stop;
        }
        last = stop;
        i = next;
    }
}

/* The end of an address (of a page or of mail) that starts at `i`, without the marks of the sentence behind it; `i` when none does. */
static uint32_t address_end(const char *d, uint32_t i, uint32_t stop)
{
    enum { SCHEME = 10, NAME = 64, ADDRESS = 1000 };
    uint32_t n = stop - i, at = 0;
    if (n < 6 || n > ADDRESS)
        return i;
    while (at < n && at < NAME && (letter(kind_at(d, i + at, stop, &(uint32_t){0})) || (d[i + at] >= '0' && d[i + at] <= '9') || (d[i + at] && strchr("._%+-", d[i + at]))))
        at++;
    bool page = (at < SCHEME && n - at > 3 && memcmp(d + i + at, "://", 3) == 0) || strncasecmp(d + i, "www.", 4) == 0;
    bool mail = at > 0 && n - at > 3 && d[i + at] == '@' && memchr(d + i + at, '.', n - at - 1) != NULL;
    if ((!page || at == 0) && !mail)
        return i;
    while (stop > i && d[stop - 1] && strchr(".,;:!?'\")]>}", d[stop - 1]) && (stop - i < 4 || memcmp(d + stop - 3, "...", 3) != 0))
        stop--;
    return stop;
}

/* "Inc.", "L.P.". */
static bool abbreviation(const char *d, uint32_t start, uint32_t end)
{
    static const char *const known[] = {"inc.", "corp.", "co.", "ltd.", "jr.", "sr.", "st."};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strlen(known[i]) == end - start && strncasecmp(known[i], d + start, end - start) == 0)
            return true;
    return end - start == 4 && d[start + 1] == '.';
}

/* "M16", "A380" are never parted before the number. */
static bool number_behind_letters(const char *d, uint32_t at)
{
    return classes[(uint8_t)d[at]] == DIGIT && (classes[(uint8_t)d[at - 1]] == SMALL || classes[(uint8_t)d[at - 1]] == CAPITAL);
}

/* Abbreviations with a slash. */
static bool slashed(const char *d, uint32_t start, uint32_t end)
{
    static const char *const known[] = {"b/c", "w/", "w/o", "n/a", "c/o", "a/c", "a/k/a"};
    for (size_t i = 0; end - start < 6 && i < sizeof known / sizeof *known; i++)
        if (strlen(known[i]) == end - start && strncasecmp(known[i], d + start, end - start) == 0)
            return true;
    return false;
}

enum { ABBREVIATION = 5 /* letters: no longer word keeps its full stop at the end of a sentence */ };

uint32_t split_token(const model *m, const char *d, uint32_t start, uint32_t end, uint32_t chunk[2])
{
    uint32_t features[SPLIT_FEATURES], at = start;
    if (start >= chunk[1]) {
        while (at < end && (classes[(uint8_t)d[at]] == SMALL || classes[(uint8_t)d[at]] == CAPITAL))
            at++;
        chunk[0] = start;
        chunk[1] = at < end && d[at] != ' ' ? chunk_stop(d, at, end, end) : at;
        if (at + 1 == chunk[1] && at > start && (d[at] == ',' || (d[at] == '.' && at + 1 == end && at > start + ABBREVIATION))) {
            uint32_t part = split_part(m, d + start, at - start); /* the mark behind the letters is a token: most chunks are so */
            return part ? start + part : at;
        }
        at = at == chunk[1] ? at : start;
    }
    if (at < chunk[1] && (start < chunk[0] + ADDRESS_MARKS || d[start - 1] == '<' || d[start - 1] == '(')) {
        uint32_t stop = address_end(d, start, chunk[1]);
        if (stop > start)
            return stop;
        if (start + 1 < chunk[1] && d[start] && strchr("'\"(<[", d[start]) && address_end(d, start + 1, chunk[1]) > start + 1)
            return start + 1;
        if (start == chunk[0] && ((chunk[1] < end && d[chunk[1] - 1] == '.' && (title(d, start, chunk[1]) || abbreviation(d, start, chunk[1]))) || slashed(d, start, chunk[1])))
            return chunk[1];
        if (start == chunk[0] && chunk[1] - start > 3 && d[chunk[1] - 1] == '.' && d[chunk[1] - 2] == '.' && abbreviation(d, start, chunk[1] - 1))
            return chunk[1] - 1; /* "Inc..": its full stop and the sentence's */
        if (d[start] == '[' && start + 4 < chunk[1] && memcmp(d + start + 1, "...", 3) == 0)
            return start + 1; /* "[...]" is three */
        if (d[start] == '.' && start + 3 < chunk[1] && memcmp(d + start, "...]", 4) == 0)
            return start + 3;
    }
    if (at < chunk[1]) do
        at = split_next_place(d, at, chunk[1]);
    while (at < chunk[1] && (number_behind_letters(d, at) || split_score(m->split, features, split_word_features(d, chunk[0], chunk[1], at, end, features)) <= 0));
    if (start > chunk[0] && letter(kind_at(d, before(d, chunk[0], start), start, &(uint32_t){0})) && letter(kind_at(d, start, at, &(uint32_t){0})))
        return at; /* the rest of a parted word is parted no more */
    uint32_t part = split_part(m, d + start, at - start);
    return part ? start + part : at;
}
