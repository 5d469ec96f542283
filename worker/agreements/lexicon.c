/* SPDX-License-Identifier: MIT */
#include "lexicon.h"

#include <pthread.h>
#include <string.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "bits.h"

static const struct { const char *key; uint64_t classes; } words[] = {
#include "lexicon.inc"
};
static const struct { const char *key; entente_sector sector; } sectors[] = {
#include "sectors.inc"
};
static const country countries[] = {
#include "countries.inc"
};
static const struct { const char *key, *code; } places[] = {
#include "places.inc"
};

/* A list whose items each start with their key. Open addressing: a place holds an item's number, counted from 1; 0 is free. */
enum { PLACES = 4096, FILTER_BITS = 1 << 14 };
typedef struct list {
    const void *items;
    size_t item_bytes, count;
    uint64_t filter[FILTER_BITS / 64]; /* a bit for each key's hash: most words are in no list, and are looked up no further */
    uint64_t openers[FILTER_BITS / 64]; /* the same of the keys' first words */
    uint16_t places[PLACES];
    uint16_t tags[PLACES]; /* other bits of the hash */
} list;

#define LIST(of) {.items = (of), .item_bytes = sizeof *(of), .count = sizeof(of) / sizeof *(of)}
static list word_list = LIST(words), sector_list = LIST(sectors), country_list = LIST(countries), place_list = LIST(places);
_Static_assert(sizeof words / sizeof *words < PLACES / 2 && sizeof sectors / sizeof *sectors < PLACES / 2 && sizeof countries / sizeof *countries < PLACES / 2 && sizeof places / sizeof *places < PLACES / 2,
               "a list must leave places free: make PLACES larger");

static const char *key_of(const list *l, size_t i) { return *(const char *const *)(const void *)((const char *)l->items + i * l->item_bytes); }

/* Where a key stands, or the free place where it would. */
static uint32_t place_of(const list *l, const char *key, size_t length, uint64_t hash, uint16_t *tag)
{
    uint32_t i = (uint32_t)hash & (PLACES - 1);
    *tag = (uint16_t)(hash >> 32);
    for (; l->places[i]; i = (i + 1) & (PLACES - 1)) {
        if (l->tags[i] != *tag)
            continue;
        const char *known = key_of(l, l->places[i] - 1u);
        if (strncmp(known, key, length) == 0 && !known[length])
            break;
    }
    return i;
}

static void fill(list *l)
{
    for (size_t i = 0; i < l->count; i++) {
        const char *key = key_of(l, i);
        uint64_t hash = XXH3_64bits(key, strlen(key));
        uint16_t tag;
        uint32_t place = place_of(l, key, strlen(key), hash, &tag);
        bits_add(l->filter, hash % FILTER_BITS);
        bits_add(l->openers, XXH3_64bits(key, strcspn(key, " ")) % FILTER_BITS);
        if (!l->places[place]) {
            l->places[place] = (uint16_t)(i + 1);
            l->tags[place] = tag;
        }
    }
}

enum { LETTERS = 26 };
static uint16_t of_code[LETTERS * LETTERS * LETTERS]; /* the first name of the state with each code of three capitals, counted from 1 */

/* The place of a code in it, or of "AAA", which no state has, for what is none. */
static uint32_t place_of_code(const char *code)
{
    uint32_t place = 0;
    for (int i = 0; i < 3; i++) {
        if (code[i] < 'A' || code[i] > 'Z')
            return 0;
        place = place * LETTERS + (uint32_t)(code[i] - 'A');
    }
    return code[3] ? 0 : place;
}

static void fill_all(void)
{
    for (size_t i = sizeof countries / sizeof *countries; i-- > 0;)
        if (countries[i].is_name && place_of_code(countries[i].code))
            of_code[place_of_code(countries[i].code)] = (uint16_t)(i + 1);
    fill(&word_list);
    fill(&sector_list);
    fill(&country_list);
    fill(&place_list);
}

static pthread_once_t once = PTHREAD_ONCE_INIT;

/* The number of the item with that key, counted from 1; 0: there is none. */
static uint32_t number_by(const list *l, const char *key, size_t length, uint64_t hash)
{
    uint16_t tag;
    return bits_hold(l->filter, hash % FILTER_BITS) ? l->places[place_of(l, key, length, hash, &tag)] : 0;
}

static uint32_t number_of(const list *l, const char *key, size_t length)
{
    pthread_once(&once, fill_all);
    return number_by(l, key, length, XXH3_64bits(key, length));
}

uint64_t lexicon_classes(const char *low)
{
    size_t n = strlen(low);
    uint32_t i = number_of(&word_list, low, n);
    if (!i && n > 2 && low[n - 1] == '.') /* Gov., Inc. */
        i = number_of(&word_list, low, n - 1);
    return i ? words[i - 1].classes : 0;
}

uint64_t lexicon_classes_and_sector(const char *low, entente_sector *sector)
{
    pthread_once(&once, fill_all);
    size_t n = strlen(low);
    uint64_t hash = XXH3_64bits(low, n);
    uint32_t i = number_by(&word_list, low, n, hash), k = number_by(&sector_list, low, n, hash);
    *sector = k ? sectors[k - 1].sector : 0;
    return i ? words[i - 1].classes : low[n - (n > 0)] == '.' ? lexicon_classes(low) : 0;
}

const char *lexicon_listed(const char *low)
{
    uint32_t i = number_of(&word_list, low, strlen(low));
    return i ? words[i - 1].key : NULL;
}

entente_sector lexicon_sector(const char *low)
{
    uint32_t i = number_of(&sector_list, low, strlen(low));
    return i ? sectors[i - 1].sector : 0;
}

entente_sector lexicon_sector_in_name(const char *low)
{
    char key[32] = "^";
    size_t n = strlen(low);
    if (n + 2 > sizeof key)
        return 0;
    memcpy(key + 1, low, n + 1);
    entente_sector sector = lexicon_sector(key);
    if (!sector && n > 7 && !strcmp(low + n - 7, "workers"))
        return ENTENTE_SECTOR_LAB; /* "Mineworkers" */
    return sector ? sector : lexicon_sector(low);
}

const country *lexicon_country(const char *low)
{
    uint32_t i = number_of(&country_list, low, strlen(low));
    return i ? &countries[i - 1] : NULL;
}

const char *lexicon_place(const char *low)
{
    uint32_t i = number_of(&place_list, low, strlen(low));
    return i ? places[i - 1].code : "";
}

bool lexicon_may_open_country(const char *low)
{
    pthread_once(&once, fill_all);
    return bits_hold(country_list.openers, XXH3_64bits(low, strlen(low)) % FILTER_BITS);
}

const country *lexicon_country_of_code(const char *code)
{
    pthread_once(&once, fill_all);
    uint32_t i = of_code[place_of_code(code)];
    return i ? &countries[i - 1] : NULL;
}

bool lexicon_is_any(const char *low, const char *const *few, size_t count)
{
    for (size_t k = 0; k < count; k++)
        if (*low == *few[k] && strcmp(low, few[k]) == 0)
            return true;
    return false;
}

bool lexicon_is_weekday(const char *low)
{
    size_t n = strlen(low);
    return n > 5 && *low != 'y' && memcmp(low + n - 3, "day", 3) == 0 && (lexicon_classes(low) & CLASS_TIME);
}
