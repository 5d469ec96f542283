/* SPDX-License-Identifier: MIT */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "agreements.h"

typedef struct word_class {
    const char *word;
    unsigned classes;
} word_class;

static const word_class words[] = {
#include "lexicon.inc"
};

typedef struct country {
    const char *key, *name, *code;
    int form; /* 0: the name itself */
} country;

static const country countries[] = {
#include "countries.inc"
};

static int compare_word(const void *key, const void *item)
{
    return strcmp(key, ((const word_class *)item)->word);
}

unsigned lexicon_classes(const char *low)
{
    const word_class *w = bsearch(low, words, sizeof words / sizeof *words, sizeof *words, compare_word);
    size_t n = strlen(low);
    char bare[16];
    if (!w && n > 2 && n < sizeof bare && low[n - 1] == '.') { /* Gov., Inc. */
        memcpy(bare, low, n);
        bare[n - 1] = '\0';
        w = bsearch(bare, words, sizeof words / sizeof *words, sizeof *words, compare_word);
    }
    return w ? w->classes : 0;
}

static int compare_country(const void *key, const void *item)
{
    return strcmp(key, ((const country *)item)->key);
}

/* The longest country name, demonym or capital that starts at token `i`; `length` counts its tokens. */
static const country *country_at(const sentence *s, uint32_t i, uint32_t end, uint32_t *length)
{
    const country *best = NULL;
    char key[64];
    size_t n = 0;
    for (uint32_t k = i; k < end && k < i + 3 && s->tokens[k].upper + (k > i); k++) {
        size_t w = strlen(s->tokens[k].low);
        if (n + w + 2 > sizeof key)
            break;
        if (n)
            key[n++] = ' ';
        memcpy(key + n, s->tokens[k].low, w + 1);
        n += w;
        const country *c = bsearch(key, countries, sizeof countries / sizeof *countries, sizeof *countries, compare_country);
        if (c) {
            best = c;
            *length = k - i + 1;
        }
    }
    return best;
}

static const char *surface(const parties *p, uint32_t start, uint32_t end)
{
    return arena_string(p->arena, p->text->data + start, end - start);
}

/* "Chinese State Councilor and Foreign Minister Qin Gang": a run of capitals that holds a title, then a name. */
static entente_status learn_person(parties *p, const sentence *s, uint32_t from, uint32_t to, const char *code)
{
    uint32_t name = to;
    bool title = false;
    for (uint32_t i = from; i < to; i++)
        if (lexicon_classes(s->tokens[i].low) & CLASS_TITLE) {
            title = true;
            name = i + 1;
        }
    while (name < to && !isupper((unsigned char)p->text->data[s->tokens[name].start]))
        name++;
    if (name >= to || to - name > 4)
        return ENTENTE_OK;
    bool company = (lexicon_classes(s->tokens[to - 1].low) & CLASS_SUFFIX) != 0;
    if (!title && !company && (*code || to - name < 2 || from == 0))
        return ENTENTE_OK;
    const char *full = surface(p, s->tokens[name].start, s->tokens[to - 1].end);
    entity *grown = arena_grow(p->arena, p->people, p->people_count, &p->people_capacity, sizeof *grown);
    if (!full || !grown)
        return ENTENTE_LIMIT;
    p->people = grown;
    for (uint32_t k = 0; k < p->people_count; k++) {
        bool known = strstr(p->people[k].name, full) != NULL;
        if (known && *code && !*p->people[k].country)
            p->people[k].country = code;
        if (known)
            return ENTENTE_OK;
    }
    if (p->people_count < 1000)
        p->people[p->people_count++] = (entity){full, s->tokens[to - 1].low, code, company ? ENTENTE_SECTOR_BUS : title ? ENTENTE_SECTOR_GOV : 0, !title && !company};
    return ENTENTE_OK;
}

entente_status parties_learn(parties *p, const sentence *s)
{
    for (uint32_t i = 0; i < s->count;) {
        if (!s->tokens[i].upper) {
            i++;
            continue;
        }
        const char *code = "";
        uint32_t k = i, n;
        while (k < s->count && k < i + 14 &&
               (s->tokens[k].upper || (k + 1 < s->count && k > i && s->tokens[k + 1].upper && (lexicon_classes(s->tokens[k - 1].low) & CLASS_TITLE) &&
                                       (!strcmp(s->tokens[k].low, "and") || !strcmp(s->tokens[k].low, "of"))))) {
            const country *c = country_at(s, k, s->count, &n);
            if (c && !*code)
                code = c->code;
            if (c) {
                uint32_t q = 0;
                while (q < p->country_count && strcmp(p->countries[q].code, c->code) != 0)
                    q++;
                if (q < sizeof p->countries / sizeof *p->countries) {
                    if (q == p->country_count) {
                        p->countries[q].name = c->name;
                        p->countries[q].code = c->code;
                        p->countries[q].count = 0;
                        p->country_count++;
                    }
                    p->countries[q].count++;
                }
                k += n - 1;
            }
            k++;
        }
        if (k - i >= 2) {
            entente_status e = learn_person(p, s, i, k, code);
            if (e)
                return e;
        }
        i = k;
    }
    return ENTENTE_OK;
}

static void add(mention *m, party x)
{
    for (uint32_t i = 0; i < m->party_count; i++)
        if (strcmp(m->parties[i].name, x.name) == 0)
            return;
    if (m->party_count < MENTION_PARTIES)
        m->parties[m->party_count++] = x;
}

static const entity *person(const parties *p, const char *name)
{
    size_t n = strlen(name);
    for (uint32_t k = 0; k < p->people_count; k++) {
        const char *full = p->people[k].name, *at = strstr(full, name);
        if (at && (at == full || at[-1] == ' ') && (at[n] == '\0' || (at[n] == ' ' && !p->people[k].surname_only)))
            return &p->people[k];
    }
    return NULL;
}

static const struct {
    const char *word;
    entente_sector sector;
} sector_words[] = {{"government", ENTENTE_SECTOR_GOV}, {"ministry", ENTENTE_SECTOR_GOV}, {"administration", ENTENTE_SECTOR_GOV},
                    {"army", ENTENTE_SECTOR_MIL}, {"forces", ENTENTE_SECTOR_MIL}, {"military", ENTENTE_SECTOR_MIL}, {"inc", ENTENTE_SECTOR_BUS},
                    {"inc.", ENTENTE_SECTOR_BUS}, {"corp", ENTENTE_SECTOR_BUS}, {"corp.", ENTENTE_SECTOR_BUS}, {"co", ENTENTE_SECTOR_BUS},
                    {"co.", ENTENTE_SECTOR_BUS}, {"ltd", ENTENTE_SECTOR_BUS}, {"plc", ENTENTE_SECTOR_BUS}, {"company", ENTENTE_SECTOR_BUS},
                    {"group", ENTENTE_SECTOR_BUS}, {"bank", ENTENTE_SECTOR_BUS}, {"airlines", ENTENTE_SECTOR_BUS}, {"nations", ENTENTE_SECTOR_IGO},
                    {"union", ENTENTE_SECTOR_LAB}, {"workers", ENTENTE_SECTOR_LAB}, {"rebels", ENTENTE_SECTOR_REB}, {"guerrillas", ENTENTE_SECTOR_REB},
                    {"opposition", ENTENTE_SECTOR_OPP}, {"court", ENTENTE_SECTOR_JUD}, {"prosecutors", ENTENTE_SECTOR_JUD}, {"club", ENTENTE_SECTOR_SPORT},
                    {"united", ENTENTE_SECTOR_SPORT}};

static entente_sector sector_of(const sentence *s, uint32_t from, uint32_t to)
{
    for (uint32_t i = to; i-- > from;)
        for (size_t k = 0; k < sizeof sector_words / sizeof *sector_words; k++)
            if (strcmp(s->tokens[i].low, sector_words[k].word) == 0)
                return sector_words[k].sector;
    return 0;
}

static bool is_any(const char *low, const char *const *list, size_t count)
{
    for (size_t k = 0; k < count; k++)
        if (strcmp(low, list[k]) == 0)
            return true;
    return false;
}
#define IS_ANY(low, list) is_any((low), (list), sizeof(list) / sizeof *(list))

/* Heads that stand for the state whose name or demonym goes with them. */
static const char *const state_heads[] = {"government", "side", "authorities", "delegation", "administration", "cabinet", "officials", "leaders", "rulers", "negotiators"};
/* Definite heads that stand for a company named before. */
static const char *const company_heads[] = {"company", "firm", "group", "carrier", "maker", "bank", "airline", "retailer", "automaker", "club", "team"};

/* "The company", "the union": the name last spoken of that such a head fits. */
static const party *antecedent(const parties *p, const char *head)
{
    for (uint32_t i = p->recent_count; i-- > 0;) {
        const party *r = &p->recent[i % PARTIES_RECENT];
        const char *at = strcasestr(r->name, head);
        if (at && isupper((unsigned char)*at))
            return r;
        if (i + PARTIES_RECENT <= p->recent_count)
            break;
    }
    for (uint32_t i = p->recent_count; i-- > 0 && IS_ANY(head, company_heads);) {
        const party *r = &p->recent[i % PARTIES_RECENT];
        if (isupper((unsigned char)*r->name) && !*r->country && r->sector != ENTENTE_SECTOR_GOV)
            return r;
        if (i + PARTIES_RECENT <= p->recent_count)
            break;
    }
    return NULL;
}

/* The country in tokens [from, to), whose first token and length are given out. */
static const country *find_country(const sentence *s, uint32_t from, uint32_t to, uint32_t *start, uint32_t *length)
{
    for (uint32_t i = from; i < to; i++)
        if (s->tokens[i].upper) {
            const country *c = country_at(s, i, to, length);
            if (c) {
                *start = i;
                return c;
            }
        }
    return NULL;
}

/* One conjunct: a country or its government, a person, an organisation, or a noun phrase as it stands. */
static entente_status read_one(parties *p, const sentence *s, uint32_t from, uint32_t to, mention *m)
{
    bool definite = from < to && !strcmp(s->tokens[from].low, "the");
    while (from < to && (lexicon_classes(s->tokens[from].low) & (CLASS_FUNCTION | CLASS_AUX)))
        from++;
    if (to > from && s->tokens[to - 1].low[0] == '\'')
        to--;
    if (from >= to)
        return ENTENTE_OK;
    uint32_t core = from + 1, n = 0, start = 0; /* the head's own words, before "of", "in", ... */
    while (core < to && !(lexicon_classes(s->tokens[core].low) & CLASS_PREPOSITION) && strcmp(s->tokens[core].low, "of") != 0)
        core++;
    const token *head = &s->tokens[core - 1];
    view where = {s->tokens[from].start, s->tokens[to - 1].end};
    party x = {.mention = where, .country = ""};
    const country *c = find_country(s, from, core, &start, &n);
    bool stands_for_state = IS_ANY(head->low, state_heads);
    if (!c && stands_for_state && core < to)
        c = find_country(s, core, to, &start, &n);
    if (c)
        x.country = c->code;
    if (c && (start + n == core || stands_for_state)) {
        const char *word = surface(p, s->tokens[start].start, s->tokens[start + n - 1].end);
        x.name = word && word[0] == 'U' ? word : c->name;
        x.sector = ENTENTE_SECTOR_GOV;
    } else if (head->upper) {
        uint32_t name = core - 1;
        while (name > from && s->tokens[name - 1].upper)
            name--;
        while (name + 1 < core && ((lexicon_classes(s->tokens[name].low) & CLASS_TITLE) || (c && name == start && start + n < core && start + n + 1 < core)))
            name += c && name == start ? n : 1;
        if (name >= core)
            name = core - 1;
        const char *words_of = surface(p, s->tokens[name].start, head->end);
        if (!words_of)
            return ENTENTE_LIMIT;
        const entity *e = person(p, words_of);
        x.name = e ? e->name : words_of;
        if (e && *e->country)
            x.country = e->country;
        x.sector = e ? e->sector : sector_of(s, from, core);
    } else {
        const party *before = definite && core - from <= 2 ? antecedent(p, head->low) : NULL;
        x.name = before ? before->name : surface(p, where.start, where.end);
        if (before)
            x.country = before->country;
        x.sector = before && before->sector ? before->sector : sector_of(s, from, core);
    }
    if (!x.name)
        return ENTENTE_LIMIT;
    add(m, x);
    return ENTENTE_OK;
}

static bool group_phrase(const sentence *s, uint32_t from, uint32_t to)
{
    bool group = false;
    for (uint32_t i = from; i < to; i++) {
        unsigned k = lexicon_classes(s->tokens[i].low);
        if (s->tokens[i].upper && i > from)
            return false;
        group |= (k & CLASS_GROUP) || !strcmp(s->tokens[i].low, "they") || !strcmp(s->tokens[i].low, "both") || !strcmp(s->tokens[i].low, "we");
    }
    return group && to - from <= 4;
}

/* "Both sides", "the two countries": states rather than the people who speak for them. */
static bool countries_phrase(const sentence *s, uint32_t from, uint32_t to)
{
    static const char *const heads[] = {"sides", "countries", "nations", "governments", "parties", "side"};
    for (uint32_t i = from; i < to; i++)
        for (size_t k = 0; k < sizeof heads / sizeof *heads; k++)
            if (strcmp(s->tokens[i].low, heads[k]) == 0)
                return true;
    return false;
}

static const char *country_name(const char *code)
{
    for (size_t k = 0; k < sizeof countries / sizeof *countries; k++)
        if (countries[k].form == 0 && strcmp(countries[k].code, code) == 0)
            return countries[k].name;
    return code;
}

entente_status parties_read(parties *p, const sentence *s, uint32_t from, uint32_t to, mention *m)
{
    if (from >= to)
        return ENTENTE_OK;
    view where = {s->tokens[from].start, s->tokens[to - 1].end};
    if (group_phrase(s, from, to)) {
        if (p->pair_count < 2 && p->country_count >= 2) {
            for (uint32_t k = 0; k < 2; k++) { /* the two countries named most */
                uint32_t best = 16;
                for (uint32_t q = 0; q < p->country_count; q++)
                    if ((best == 16 || p->countries[q].count > p->countries[best].count) &&
                        !(k && strcmp(p->countries[q].name, p->pair[0].name) == 0))
                        best = q;
                if (best < 16)
                    p->pair[k] = (party){p->countries[best].name, p->countries[best].code, where, ENTENTE_SECTOR_GOV};
            }
            p->pair_count = 2;
        }
        for (uint32_t k = 0; k < p->pair_count; k++) {
            party x = p->pair[k];
            if (countries_phrase(s, from, to) && *x.country && person(p, x.name)) { /* two ministers met; their countries agreed */
                x.name = country_name(x.country);
                x.sector = ENTENTE_SECTOR_GOV;
            }
            x.mention = where;
            add(m, x);
        }
        if (p->pair_count)
            return ENTENTE_OK;
    }
    if (to - from == 1 && (lexicon_classes(s->tokens[from].low) & CLASS_PRONOUN) && p->pair_count) {
        party x = p->pair[0]; /* the subject last spoken of */
        x.mention = where;
        add(m, x);
        return ENTENTE_OK;
    }
    uint32_t open = from;
    for (uint32_t i = from; i <= to; i++) {
        bool cut = i == to || !strcmp(s->tokens[i].low, ",") || !strcmp(s->tokens[i].low, "&");
        if (!cut && !strcmp(s->tokens[i].low, "and")) /* titles hold "and" too: "State Councilor and Foreign Minister" */
            cut = i == from || !(lexicon_classes(s->tokens[i - 1].low) & CLASS_TITLE);
        if (!cut)
            continue;
        if (i > open) {
            entente_status e = read_one(p, s, open, i, m);
            if (e)
                return e;
        }
        open = i + 1;
    }
    return ENTENTE_OK;
}

void parties_remember(parties *p, const mention *m)
{
    for (uint32_t i = 0; i < m->party_count; i++)
        p->recent[p->recent_count++ % PARTIES_RECENT] = m->parties[i];
    if (m->party_count >= 2 || (m->party_count && p->pair_count < 2)) {
        memcpy(p->pair, m->parties, m->party_count * sizeof *m->parties);
        p->pair_count = m->party_count;
    }
}
