/* SPDX-License-Identifier: MIT */
#include "block_features.h"

#include <assert.h>
#include <pthread.h>
#include <string.h>

#include "clutter.h"

enum { STEM = 6, SCAN_HEAD = 480, SCAN_TAIL = 120, TOPIC_SLOTS = 4096, TOPIC_WORDS = 40, BAG = 24, TAIL = 8, SEEN_SLOTS = 8192, KIN_REACH = 100 };

/* Classes of the commonest words of English: prose, promotion, comments and captions have them in unlike shares. */
typedef enum word_class { WORD_PLAIN, WORD_COMMON, WORD_FIRST, WORD_OURS, WORD_YOURS, WORD_THIRD, WORD_SAYS, WORD_IS, WORD_WAS, WORD_DAY, WORD_CLASSES } word_class;

/* What one look at a block's bytes tells. */
typedef struct scan {
    uint32_t of_class[WORD_CLASSES], past, gerunds, sites, dots;
    uint32_t words, capital, shouted, numbers, common, commas, quotes, bars, brackets, stops, letters, at_signs, money;
    uint32_t topic[TOPIC_WORDS], topics; /* hashes of its content words */
    uint64_t named;                      /* bits: which of those start with a capital inside the block */
    uint32_t hash;                       /* of all its words */
    uint32_t first, second, last;        /* hashes of words */
    uint32_t bag[BAG], bags, tail[TAIL];
} scan;

/* Classes of bytes, as bits; 0 for any other. */
enum { LETTER = 1, DIGIT = 2, CAPITAL = 4 };

static const uint8_t byte_class[256] = {
    ['0' ... '9'] = DIGIT, ['A' ... 'Z'] = LETTER | CAPITAL, ['a' ... 'z'] = LETTER, [0x80 ... 0xE1] = LETTER, [0xE3 ... 0xFF] = LETTER,
};

/* Of each byte that belongs to a word: FOLDED, a capital as a small letter and all digits alike, and one in the count of digits or of capitals; 0 for any other.
 * Summed, the counts of a scanned word do not run into each other. */
enum { FOLDED = 0xFF, ONE_DIGIT = 1 << 8, ONE_CAPITAL = 1 << 20 };
static uint32_t word_bytes[256];

/* One byte more of a word's hash (FNV-1a). */
static uint32_t hash_byte(uint32_t hash, uint32_t byte) { return (hash ^ (byte & FOLDED)) * 16777619u; }

static const uint32_t HASH_START = 2166136261u;

static const char *const class_words[WORD_CLASSES] = {
    [WORD_COMMON] = " a an as at by do if in it no of on or so to up and but can for may not one out the who why from into more over some than that then this what when will with about after could other there these which would how its ",
    [WORD_FIRST] = " i me my mine i'm ",
    [WORD_OURS] = " we us our ours ",
    [WORD_YOURS] = " you your yours ",
    [WORD_THIRD] = " he she him his her they them their ",
    [WORD_SAYS] = " said says told added asked wrote ",
    [WORD_IS] = " is are has have be ",
    [WORD_WAS] = " was were had been did ",
    [WORD_DAY] = " monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow ",
};

enum { CLASS_LETTERS = 9, CLASS_SLOTS = 1024 };

static struct {
    uint32_t hash; /* of the word */
    uint8_t of;    /* 0: the slot is free */
} class_table[CLASS_SLOTS];
static pthread_once_t tables_once = PTHREAD_ONCE_INIT;

static void build_tables(void)
{
    for (unsigned c = 0; c < 256; c++)
        word_bytes[c] = !byte_class[c] ? 0 : byte_class[c] & DIGIT ? '0' | ONE_DIGIT : byte_class[c] & CAPITAL ? c | 32 | ONE_CAPITAL : c;
    for (int of = 1; of < WORD_CLASSES; of++)
        for (const char *p = class_words[of] + 1; *p; p++) {
            uint32_t h = HASH_START, slot;
            for (; *p != ' '; p++)
                h = hash_byte(h, word_bytes[(uint8_t)*p]);
            for (slot = h % CLASS_SLOTS; class_table[slot].of; slot = (slot + 1) % CLASS_SLOTS) {}
            class_table[slot].hash = h;
            class_table[slot].of = (uint8_t)of;
        }
}

static word_class class_of_word(uint32_t hash, uint32_t length)
{
    if (length <= CLASS_LETTERS)
        for (uint32_t slot = hash % CLASS_SLOTS; class_table[slot].of; slot = (slot + 1) % CLASS_SLOTS)
            if (class_table[slot].hash == hash)
                return class_table[slot].of;
    return WORD_PLAIN;
}

static bool letter_at(const char *p)
{
    return (*p | 32) >= 'a' && (*p | 32) <= 'z';
}

static uint32_t mix(uint32_t h, uint32_t salt)
{
    h = (h ^ salt * 0x9E3779B9u) * 0x85EBCA6Bu;
    h ^= h >> 15;
    return h * 0xC2B2AE35u;
}

static void scan_range(const char *d, uint32_t start, uint32_t end, scan *s)
{
    for (uint32_t i = start; i < end;) {
        unsigned char c = (unsigned char)d[i];
        if (!byte_class[c]) {
            if (c == ' ') { /* most often, and no sign of anything */
                i++;
                continue;
            }
            s->commas += c == ',';
            s->dots += (c == '.' && i + 2 < end && d[i + 1] == '.') || (c == 0xE2 && i + 2 < end && (unsigned char)d[i + 1] == 0x80 && (unsigned char)d[i + 2] == 0xA6);
            s->quotes += c == '"';
            s->bars += c == '|' || c == '>' || c == '/';
            s->brackets += c == '(' || c == '[';
            s->at_signs += c == '@' || c == '#';
            s->money += c == '$' || c == '%';
            s->stops += (c == '.' || c == '!' || c == '?') && i + 2 < end && d[i + 1] == ' ' && d[i + 2] >= 'A' && d[i + 2] <= 'Z';
            if (c == 0xE2 && i + 2 < end) {
                unsigned char k = (unsigned char)d[i + 2];
                if ((unsigned char)d[i + 1] == 0x80) {
                    s->quotes += k == 0x9C || k == 0x9D;
                    s->bars += k == 0xA2 || k == 0xBA;
                }
                i += 2;
            }
            i++;
            continue;
        }
        const uint32_t from = i, stem_end = end - i < STEM ? end : i + STEM;
        uint32_t h = HASH_START, counts = 0;
        for (uint32_t byte; i < stem_end && (byte = word_bytes[(unsigned char)d[i]]); i++) {
            counts += byte >> 8;
            h = hash_byte(h, byte);
        }
        const uint32_t stem = h;
        for (uint32_t byte; i < end && (byte = word_bytes[(unsigned char)d[i]]); i++) {
            counts += byte >> 8;
            h = hash_byte(h, byte);
        }
        const uint32_t n = i - from, digits = counts & (ONE_CAPITAL - 1) >> 8, upper = counts / (ONE_CAPITAL >> 8);
        s->words++;
        s->letters += n;
        s->capital += d[from] >= 'A' && d[from] <= 'Z';
        s->shouted += upper == n && n > 1;
        s->numbers += digits > 0;
        word_class of = class_of_word(h, n);
        s->of_class[of]++;
        s->common += of != WORD_PLAIN && of != WORD_DAY;
        bool common = of != WORD_PLAIN;
        s->past += n > 4 && (d[i - 1] | 32) == 'd' && (d[i - 2] | 32) == 'e';
        s->gerunds += n > 5 && (d[i - 1] | 32) == 'g' && (d[i - 2] | 32) == 'n' && (d[i - 3] | 32) == 'i';
        s->sites += i + 4 <= end && d[i] == '.' && n > 2 && letter_at(d + i + 1) && !digits && upper < 2 && (memcmp(d + i, ".com", 4) == 0 || memcmp(d + i, ".org", 4) == 0 || memcmp(d + i, ".co.", 4) == 0);
        if (s->words == 1)
            s->first = h;
        else if (s->words == 2)
            s->second = h;
        s->last = h;
        s->hash = s->hash * 31 + h;
        if (s->bags < BAG)
            s->bag[s->bags++] = h;
        else
            s->tail[s->words % TAIL] = h;
        if (n >= 4 && !common && !digits && s->topics < TOPIC_WORDS) {
            s->named |= (uint64_t)(upper > 0 && s->words > 1) << s->topics;
            s->topic[s->topics++] = stem;
        }
    }
}

static void scan_block(const text *t, const block *b, scan *s)
{
    s->hash = 1;
    if (b->end - b->start <= SCAN_HEAD + SCAN_TAIL) {
        scan_range(t->data, b->start, b->end, s);
    } else {
        scan_range(t->data, b->start, b->start + SCAN_HEAD, s);
        scan_range(t->data, b->end - SCAN_TAIL, b->end, s);
    }
}

static float share(float part, float whole)
{
    return whole > 0 ? part / whole : 0;
}

/* log2(1 + n) / 8, straight between powers of two. */
static float scale(uint32_t n)
{
    n = n < UINT32_MAX ? n + 1 : n;
    unsigned power = 31 - (unsigned)__builtin_clz(n);
    return ((float)power + (float)(n - (1u << power)) / (float)(1u << power)) / 8;
}

static void add_word(block_features *f, uint32_t hash, uint32_t salt)
{
    if (hash && f->word_count < FEATURE_WORDS)
        f->words[f->word_count++] = (uint16_t)(1 + mix(hash, salt) % (FEATURE_ROWS - 1));
}

static void read_words(const scan *s, block_features *f)
{
    add_word(f, s->first, 1);
    if (s->words > 1) {
        add_word(f, s->first * 31 + s->second, 2);
        add_word(f, s->last, 3);
    }
    for (uint32_t i = 0; i < s->bags; i++)
        add_word(f, s->bag[i], s->words <= 14 ? 5 : 6);
    for (uint32_t i = 0; s->words > BAG && i < TAIL; i++)
        add_word(f, s->tail[i], 7);
}

/* What of a block tells at once that another neither starts nor ends with it: the bytes at its ends; 0 where it is too short or long. */
typedef struct edge_bytes {
    char first, last;
} edge_bytes;

enum { KIN_LEAST = 3, KIN_MOST = 30, KIN_OF_MOST = 40 }; /* words */

static edge_bytes edges_of(const text *t, const block *b)
{
    return b->words < KIN_LEAST || b->words > KIN_OF_MOST ? (edge_bytes){0, 0} : (edge_bytes){t->data[b->start], t->data[b->end - 1]};
}

/* How a block of a few words stands to the others near it: 1, one of them starts with it; 2, ends with it; 4, it starts or ends with one. */
static uint32_t kinship(const text *t, const cleanup *c, const edge_bytes *of, uint32_t i)
{
    const block *b = &c->blocks[i];
    uint32_t n = b->end - b->start, out = 0, from = i > KIN_REACH ? i - KIN_REACH : 0;
    if (b->words < KIN_LEAST || b->words > KIN_MOST || i > c->run_start + 10 || i + KIN_REACH < c->run_start)
        return 0; /* no headline stands there */
    for (uint32_t k = from; k < c->count && k <= i + KIN_REACH && out != 7; k++) {
        if (of[k].first != of[i].first && of[k].last != of[i].last)
            continue;
        const block *o = &c->blocks[k];
        uint32_t m = o->end - o->start;
        const char *x = t->data + b->start, *y = t->data + o->start;
        if (!of[k].first || m == n)
            continue;
        bool longer = m > n;
        uint32_t less = longer ? n : m;
        bool start = memcmp(x, y, less) == 0, end = !start && memcmp(x + n - less, y + m - less, less) == 0;
        if (start || end)
            out |= !longer ? 4 : start ? 1 : 2;
    }
    return out;
}

/* Headings of an article look alike, and so do lines of a menu. */
static uint16_t shape_of(const text *t, const cleanup *c, const scan *s, uint32_t i)
{
    const block *b = &c->blocks[i];
    unsigned char first = (unsigned char)t->data[b->start], last = (unsigned char)t->data[b->end - 1];
    unsigned starts = first >= 'A' && first <= 'Z' ? 0 : first >= 'a' && first <= 'z' ? 1 : first >= '0' && first <= '9' ? 2 : first == '#' ? 3 : first == '"' || first == '\'' || first == 0xE2 ? 4 : first == '-' || first == '*' ? 5 : 6;
    unsigned ends = byte_class[last] & LETTER ? 0 : byte_class[last] & DIGIT ? 1 : last == '.' ? 2 : last == '?' ? 3 : last == '!' ? 4 : last == ':' ? 5 : last == ')' ? 6 : last == '"' || last == '\'' ? 7 : last == ',' ? 8 : 9;
    unsigned style = s->words < 2 ? 0 : c->shouted ? 1 : s->shouted * 2 > s->words ? 2 : s->capital * 4 >= s->words * 3 ? 3 : 1;
    return (uint16_t)(starts | ends << 3 | style << 7);
}

enum { NUMBERS = 100 };

/* "7." or "#7:" that a block starts with, 0 for none; below NUMBERS. */
static uint32_t number_at(const char *d, const block *b)
{
    uint32_t i = b->start + (d[b->start] == '#'), n = 0, digits = 0;
    for (; i < b->end && digits < 3 && d[i] >= '0' && d[i] <= '9'; i++, digits++)
        n = n * 10 + (uint32_t)(d[i] - '0');
    return digits && digits < 3 && i < b->end && (d[i] == '.' || d[i] == ')' || d[i] == ':') ? n : 0;
}

entente_status features_read(const text *t, const cleanup *c, arena *a, block_features *out)
{
    pthread_once(&tables_once, build_tables);
    scan *scans = arena_calloc(a, c->count, sizeof *scans);
    edge_bytes *of = arena_alloc(a, (size_t)c->count * sizeof *of);
    uint16_t *seen = arena_calloc(a, SEEN_SLOTS, sizeof *seen);
    uint16_t *topic = arena_calloc(a, TOPIC_SLOTS, sizeof *topic), *lead = arena_calloc(a, TOPIC_SLOTS, sizeof *lead);
    if (!scans || !of || !seen || !topic || !lead)
        return ENTENTE_LIMIT;
    uint32_t total_words = 0, terminal = 0, leads = 0;
    for (uint32_t i = 0; i < c->count; i++) {
        const block *b = &c->blocks[i];
        scan_block(t, b, &scans[i]);
        of[i] = edges_of(t, b);
        total_words += b->words;
        terminal += b->terminal;
        uint16_t *n = &seen[scans[i].hash % SEEN_SLOTS];
        *n = (uint16_t)(*n + (*n < 1000));
        if (i >= c->run_start && i < c->run_end) {
            leads += cleanup_is_prose(b);
            for (uint32_t k = 0; k < scans[i].topics; k++) {
                uint32_t slot = scans[i].topic[k] % TOPIC_SLOTS;
                topic[slot] = (uint16_t)(topic[slot] + (topic[slot] < 1000));
                if (leads <= 4)
                    lead[slot] = (uint16_t)(lead[slot] + (lead[slot] < 1000));
            }
        }
    }
    uint16_t(*shapes)[3] = arena_calloc(a, FEATURE_SHAPES, sizeof *shapes), *firsts = arena_calloc(a, TOPIC_SLOTS, sizeof *firsts), *lasts = arena_calloc(a, TOPIC_SLOTS, sizeof *lasts);
    uint8_t *first_words = arena_calloc(a, TOPIC_SLOTS, 1);
    if (!shapes || !firsts || !lasts || !first_words)
        return ENTENTE_LIMIT;
    uint8_t numbered[NUMBERS + 1] = {0}; /* room for the one behind */
    for (uint32_t i = 0; i < c->count; i++)
        if (c->blocks[i].words <= FEATURE_SHAPE_WORDS)
            numbered[number_at(t->data, &c->blocks[i])] = 1;
    uint32_t first_line = 0;
    while (first_line < 4 && first_line + 1 < c->count && c->blocks[first_line].words < 4)
        first_line++;
    if (c->count && c->blocks[first_line].words >= 4)
        for (uint32_t k = 0; k < scans[first_line].topics; k++)
            first_words[scans[first_line].topic[k] % TOPIC_SLOTS] = 1;
    for (uint32_t i = 0; i < c->count; i++) {
        const block *b = &c->blocks[i];
        if (b->words > FEATURE_SHAPE_WORDS)
            continue;
        out[i].shape = shape_of(t, c, &scans[i], i);
        bool inside = i >= c->run_start && i < c->run_end, followed = i + 1 < c->count && (b[1].words > 14 || b[1].list_item);
        uint32_t kind = !inside ? 0 : followed ? 1 : 2;
#define COUNT(x) x = (uint16_t)(x + (x < 1000))
        COUNT(shapes[out[i].shape][kind]);
        COUNT(firsts[scans[i].first % TOPIC_SLOTS]);
        COUNT(lasts[scans[i].last % TOPIC_SLOTS]);
#undef COUNT
    }
    /* Sums of words and of words in prose, for windows around a block. */
    uint32_t *sum_words = arena_alloc(a, ((size_t)c->count + 1) * sizeof *sum_words), *sum_prose = arena_alloc(a, ((size_t)c->count + 1) * sizeof *sum_prose);
    if (!sum_words || !sum_prose)
        return ENTENTE_LIMIT;
    sum_words[0] = sum_prose[0] = 0;
    for (uint32_t i = 0; i < c->count; i++) {
        sum_words[i + 1] = sum_words[i] + c->blocks[i].words;
        sum_prose[i + 1] = sum_prose[i] + (cleanup_is_prose(&c->blocks[i]) ? c->blocks[i].words : 0);
    }
    uint32_t run = c->run_end - c->run_start;
    for (uint32_t i = 0; i < c->count; i++) {
        const block *b = &c->blocks[i], *next = i + 1 < c->count ? b + 1 : NULL;
        const scan *s = &scans[i];
        block_features *f = &out[i];
        const char *d = t->data;
        unsigned char first = (unsigned char)d[b->start], last = (unsigned char)d[b->end - 1];
        uint32_t n = 0;
        bool inside = i >= c->run_start && i < c->run_end;
        char iso[11];
#define PUT(x) f->numbers[n++] = (float)(x)
        PUT(1);
        PUT(scale(b->words));
        PUT(b->words <= 3);
        PUT(b->words > 3 && b->words <= 8);
        PUT(b->words > 8 && b->words <= 16);
        PUT(b->words > 16 && b->words <= 30);
        PUT(b->words > 30);
        PUT(b->terminal);
        PUT(last == ':');
        PUT(last == '?' || last == '!');
        PUT(last == ',');
        PUT(last == ')');
        PUT(last == '"' || (last == 0x9D && b->end - b->start > 3));
        PUT(b->list_item);
        PUT(first >= 'A' && first <= 'Z');
        PUT(first >= 'a' && first <= 'z');
        PUT(first >= '0' && first <= '9');
        PUT(first == '"' || (first == 0xE2 && b->end - b->start > 3 && (unsigned char)d[b->start + 2] == 0x9C));
        PUT(first >= 0x80);
        PUT(c->shouted ? 0 : share(s->capital, s->words));
        PUT(c->shouted ? 0 : share(s->shouted, s->words));
        PUT(share(s->numbers, s->words));
        PUT(share(s->common, s->words));
        PUT(share(s->commas, s->words));
        PUT(share(s->bars, s->words));
        PUT(share(s->brackets, s->words));
        PUT(s->quotes > 0);
        PUT(s->at_signs > 0);
        PUT(s->money > 0);
        PUT(scale(s->stops));
        for (int k = WORD_FIRST; k < WORD_CLASSES; k++)
            PUT(share(4 * s->of_class[k], s->words + 4));
        PUT(share(4 * s->past, s->words + 4));
        PUT(share(4 * s->gerunds, s->words + 4));
        PUT(s->sites > 0);
        PUT(s->dots > 0);
        PUT(cleanup_behind_dateline(t, (view){b->start, b->end}).start > b->start);
        PUT(s->words >= 2 && s->words <= 4 && s->capital == s->words && !c->shouted);
        PUT(share(s->letters, s->words) / 10);
        PUT(b->blank_before > 0);
        PUT(b->blank_before > 1);
        PUT(next && next->blank_before > 0);
        PUT(next && next->blank_before > 1);
        PUT(b->words < 16 && s->numbers > 0 && cleanup_find_date(d, b->start, b->end, iso));
        PUT(b->reason != NULL);
        PUT(b->tells_when);
        uint32_t again = seen[s->hash % SEEN_SLOTS] - 1u;
        PUT(scale(again < 3 ? again : 3));
        PUT(inside);
        PUT(inside ? share(i - c->run_start, run) : 0);
        PUT(inside ? scale(i - c->run_start) : 0);
        PUT(inside ? scale(c->run_end - 1 - i) : 0);
        PUT(i < c->run_start ? scale(c->run_start - i) : 0);
        PUT(i >= c->run_end ? scale(i - c->run_end + 1) : 0);
        PUT(share(i, c->count));
        PUT(share(b->start, t->length));
        PUT(scale(i));
        PUT(scale(c->count - i));
        static const uint32_t reach[] = {2, 5, 15};
        for (int k = 0; k < 3; k++) {
            uint32_t low = i > reach[k] ? i - reach[k] : 0, high = i + 1 + reach[k] < c->count ? i + 1 + reach[k] : c->count;
            PUT(share(sum_prose[i] - sum_prose[low], sum_words[i] - sum_words[low]));
            PUT(share(sum_prose[high] - sum_prose[i + 1], sum_words[high] - sum_words[i + 1]));
        }
        uint64_t named = c->shouted ? 0 : s->named;
        uint32_t known = 0, leading = 0, names = 0, names_known = 0;
        for (uint32_t k = 0; k < s->topics; k++) {
            uint32_t slot = s->topic[k] % TOPIC_SLOTS;
            bool met = topic[slot] > (inside ? 1 : 0), name = named >> k & 1;
            known += met;
            names += name;
            names_known += name && met;
            leading += lead[slot] > 0;
        }
        PUT(share(names_known, names + 0.5f));
        PUT(names > 0);
        PUT(share(known, s->topics + 0.5f));
        PUT(share(leading, s->topics + 0.5f));
        PUT(b->as_title / 16);
        PUT(c->title_guess == (int)i);
        PUT(c->title_guess >= 0 ? scale(i > (uint32_t)c->title_guess ? i - (uint32_t)c->title_guess : 0) : 0);
        PUT(share(terminal, c->count));
        PUT(scale(c->count));
        PUT(share(total_words, c->count) / 40);
        for (unsigned k = 0; k < CLUTTER_KINDS; k++)
            PUT(b->clutter_kinds >> k & 1);
        uint32_t kin = kinship(t, c, of, i);
        PUT(kin & 1);
        PUT(kin >> 1 & 1);
        PUT(kin >> 2);
        for (int k = -2; k <= 2; k += k == -1 ? 2 : 1) { /* its neighbours */
            const block *o = (k > 0 ? i + (uint32_t)k < c->count : i >= (uint32_t)-k) ? b + k : NULL;
            PUT(o ? scale(o->words) : 0);
            PUT(o && o->terminal);
            PUT(o && o->list_item);
        }
        bool looks = b->words <= FEATURE_SHAPE_WORDS;
        for (uint32_t k = 0; k < 3; k++)
            PUT(looks ? scale(shapes[f->shape][k]) : 0);
        PUT(looks ? scale(firsts[s->first % TOPIC_SLOTS] - 1u) : 0);
        PUT(looks ? scale(lasts[s->last % TOPIC_SLOTS] - 1u) : 0);
        uint32_t in_first = 0;
        for (uint32_t k = 0; k < s->topics && i != first_line; k++)
            in_first += first_words[s->topic[k] % TOPIC_SLOTS];
        PUT(share(in_first, s->topics + 0.5f));
        bool title_like = looks && !b->terminal; /* no sentence */
        uint32_t shared = 0, follower = i + 1 < c->count && c->blocks[i + 1].words > 14 ? i + 1 : i + 2 < c->count && c->blocks[i + 2].words > 14 ? i + 2 : i;
        for (uint32_t k = 0; title_like && follower > i && k < s->topics; k++)
            for (uint32_t q = 0; q < scans[follower].topics; q++)
                if (s->topic[k] == scans[follower].topic[q]) {
                    shared++;
                    break;
                }
        PUT(share(shared, s->topics + 0.5f));
        uint32_t number = title_like ? number_at(d, b) : 0;
        PUT(number > 0);
        PUT(number && (numbered[number + 1] || (number > 1 && numbered[number - 1])));
        PUT(title_like && i > 0 && b[-1].words <= FEATURE_SHAPE_WORDS && f[-1].shape == f->shape);
        PUT(title_like && next && next->words <= FEATURE_SHAPE_WORDS && f[1].shape == f->shape);
        PUT(c->wrapped);
        PUT(c->broken);
        PUT(c->set_in > 0);
        PUT(cleanup_is_flush(c, b));
        PUT(cleanup_is_flush(c, b) && inside);
        PUT(c->set_in > 0 && looks && b->indent >= c->set_in && !b->list_item);
        PUT(c->set_in > 0 && b->indent > c->set_in);
        PUT(i > 0 && cleanup_is_flush(c, b - 1));
        PUT(next && cleanup_is_flush(c, next));
#undef PUT
        assert(n == FEATURE_NUMBERS);
        float *own = f->numbers + FEATURE_NUMBERS;
        own[OWN_WORDS] = (float)b->words;
        own[OWN_BYTES] = (float)(b->end - b->start);
        own[OWN_BLANKS] = (float)b->blank_before;
        own[OWN_INDENT] = (float)b->indent;
        f->word_count = 0;
        read_words(s, f);
    }
    return ENTENTE_OK;
}
