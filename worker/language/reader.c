/* SPDX-License-Identifier: MIT */
#include "reader.h"

#include <stdlib.h>
#include <string.h>

#include "kernel.h"
#include "limit_table.h"
#include "transitions.h"
#include "word_features.h"

enum {
    MOST = ENTENTE_LIMIT_SENTENCE_TOKENS, ROOM = MOST + KERNEL_BLOCK,
    E = NETWORK_EMBED, W = NETWORK_WINDOW, TH = NETWORK_TAG_HIDDEN, PH = NETWORK_PARSE_HIDDEN, OUT = NETWORK_UPOS + NETWORK_XPOS,
    S = NETWORK_STEP, L = NETWORK_LABEL, R = NETWORK_RELATIONS, ROLES = NETWORK_ROLES,
    KEPT = 8192, WAYS = 2, KEPT_BYTES = 24 /* word forms whose products are kept, places that a form may have, and the longest of them */
};

/* What the window takes of a word form: at each of its places. */
typedef struct kept_word {
    char form[KEPT_BYTES];
    uint32_t length; /* 0: the place is free */
    uint32_t used;   /* when last */
    int16_t product[NETWORK_SPAN * W];
} kept_word;

struct reader {
    const model *m;
    const kernel *k;
    uint32_t root; /* the relation "root" */
    uint8_t bracket[3][3]; /* "(", a name's letters, ")": their upos, xpos and relation */
    token without[MOST];   /* a sentence without them */
    uint16_t kept_tokens[MOST];
    uint8_t pos[256], tags[256], deps[256]; /* by the model's numbers */
    configuration c;
    int16_t nothing[NETWORK_SPAN * W], spare[NETWORK_SPAN][NETWORK_SPAN * W]; /* before and behind the sentence; words that cannot be kept */
    int16_t pairs[2][KERNEL_PAIRS]; /* universal and Penn tags that go together */
    uint32_t pair_count, uses;
    uint8_t in[ROOM * (2 * PH > W ? 2 * PH : W)]; /* of a dense layer */
    int16_t window[ROOM][W], gates[ROOM * 6 * (PH > TH ? PH : TH)], tag[ROOM][2 * TH], out[ROOM][OUT];
    int16_t parse[ROOM][2 * PH], roles[ROOM][ROLES], label[ROOM][R], hidden[ROOM][L];
    kept_word kept[KEPT];
};
_Static_assert(sizeof(struct reader) <= READER_BYTES, "reader.h promises less");

static const char *const pos_names[] = {
#define X(name) #name,
    LANGUAGE_POS_LIST(X)
#undef X
};
static const char *const tag_names[] = {
#define X(name) #name,
    LANGUAGE_TAG_LIST(X)
#undef X
};
static const char *const dep_names[] = {
#define X(name, text) text,
    LANGUAGE_DEP_LIST(X)
#undef X
};

/* The place of a name in a list, counted from 1; a subtype that is not there counts as its main relation; else 0. */
static uint8_t number_of(const char *const *names, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return (uint8_t)(i + 1);
    size_t length = strcspn(name, ":");
    for (size_t i = 0; name[length] && i < count; i++)
        if (strlen(names[i]) == length && memcmp(names[i], name, length) == 0)
            return (uint8_t)(i + 1);
    return 0;
}

static uint8_t place_among(const char *const *names, uint32_t count, const char *name)
{
    for (uint32_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return (uint8_t)i;
    return 0;
}

reader *reader_new(const model *m)
{
    reader *r = aligned_alloc(64, (sizeof *r + 63) / 64 * 64);
    if (!r)
        return NULL;
    memset(r, 0, sizeof *r);
    r->m = m;
    r->k = kernel_best();
    for (uint32_t i = 0; i < KERNEL_PAIRS; i++) {
        const uint8_t *pair = m->tag_pairs + 2 * (i < m->tag_pair_count ? i : 0);
        r->pairs[0][i] = pair[0];
        r->pairs[1][i] = pair[1];
    }
    r->pair_count = m->tag_pair_count < KERNEL_PAIRS ? m->tag_pair_count : KERNEL_PAIRS;
    for (uint32_t i = 0; i < m->upos_count; i++)
        r->pos[i] = number_of(pos_names, sizeof pos_names / sizeof *pos_names, m->upos[i]);
    for (uint32_t i = 0; i < m->xpos_count; i++)
        r->tags[i] = number_of(tag_names, sizeof tag_names / sizeof *tag_names, m->xpos[i]);
    for (uint32_t i = 0; i < m->relation_count; i++) {
        r->deps[i] = number_of(dep_names, sizeof dep_names / sizeof *dep_names, m->relations[i]);
        r->root = strcmp(m->relations[i], "root") == 0 ? i : r->root;
    }
    static const char *const bracketed[3][3] = {{"PUNCT", "-LRB-", "punct"}, {"PROPN", "NNP", "appos"}, {"PUNCT", "-RRB-", "punct"}};
    for (int k = 0; k < 3; k++) {
        r->bracket[k][0] = place_among(m->upos, m->upos_count, bracketed[k][0]);
        r->bracket[k][1] = place_among(m->xpos, m->xpos_count, bracketed[k][1]);
        r->bracket[k][2] = place_among(m->relations, m->relation_count, bracketed[k][2]);
    }
    return r;
}

void reader_free(reader *r) { free(r); }
const model *reader_model(const reader *r) { return r->m; }

static void word_product(const reader *r, const char *form, uint32_t length, int16_t *to)
{
    uint32_t hashes[NETWORK_FEATURES], n = feature_list(form, length, hashes);
    int16_t x[E] = {0};
    for (uint32_t f = 0; f < n; f++)
        for (uint32_t i = hashes[f] & (MODEL_KEYS - 1); r->m->feature_keys[i]; i = (i + 1) & (MODEL_KEYS - 1))
            if (r->m->feature_keys[i] == hashes[f]) {
                const int8_t *row = r->m->embeddings + (size_t)r->m->feature_rows[i] * E;
                for (uint32_t e = 0; e < E; e++)
                    x[e] = (int16_t)(x[e] + row[e]);
                break;
            }
    r->k->multiply(r->m->network + NETWORK_AT_WINDOW, x, E, NETWORK_SPAN * W, NETWORK_EMBED_BITS + NETWORK_WEIGHT_BITS - NETWORK_ACT_BITS, to);
}

static uint32_t highest(const int16_t *scores, uint32_t count)
{
    uint32_t best = 0;
    for (uint32_t i = 1; i < count; i++)
        if (scores[i] > scores[best])
            best = i;
    return best;
}

/* Most words come again: their products are kept, one form a place. `busy` are the products that the window still needs. */
static const int16_t *product_of(reader *r, const char *form, uint32_t length, const int16_t *const busy[NETWORK_SPAN], int16_t *spare)
{
    if (length > KEPT_BYTES) {
        word_product(r, form, length, spare);
        return spare;
    }
    char padded[KEPT_BYTES] = {0};
    uint64_t parts[KEPT_BYTES / 8];
    memcpy(padded, form, length);
    memcpy(parts, padded, sizeof parts);
    uint64_t h = (parts[0] ^ parts[1] * 0x9E3779B97F4A7C15u ^ parts[2] * 0xC2B2AE3D27D4EB4Fu) * 0xD6E8FEB86659FD93u;
    kept_word *set = &r->kept[(h >> 40) % (KEPT / WAYS) * WAYS], *k = NULL;
    r->uses++;
    for (uint32_t way = 0; way < WAYS; way++) {
        if (set[way].length == length && memcmp(set[way].form, padded, KEPT_BYTES) == 0) {
            set[way].used = r->uses;
            for (size_t i = 0; i < sizeof set[way].product; i += 64) /* most lie far: the five places need all of it soon */
                __builtin_prefetch((const char *)set[way].product + i);
            return set[way].product;
        }
        bool needed = false;
        for (uint32_t i = 0; i < NETWORK_SPAN; i++)
            needed |= set[way].product == busy[i];
        if (!needed && (!k || set[way].used < k->used))
            k = &set[way];
    }
    if (!k) {
        word_product(r, form, length, spare);
        return spare;
    }
    k->used = r->uses;
    memcpy(k->form, padded, KEPT_BYTES);
    k->length = length;
    word_product(r, form, length, k->product);
    return k->product;
}

/* A dense layer of network.h over n words. */
#define DENSE(r, name, from, n, to) dense((r), NETWORK_BYTES_##name, dense_##name[0], dense_##name[1], dense_##name[2], dense_##name[3], (from), (n), (to))
#define X(name, inputs, outputs, least, bits) static const int dense_##name[4] = {(inputs), (outputs), (least) << NETWORK_ACT_BITS, NETWORK_ACT_BITS - (bits)};
NETWORK_DENSE_LIST(X)
#undef X

static void dense(reader *r, uint32_t at, int inputs, int outputs, int offset, int shift, const int16_t *from, uint32_t n, int16_t *to)
{
    const uint8_t *layer = r->m->dense + at;
    size_t weights = (size_t)inputs * (size_t)outputs;
    uint32_t rounded = (n + KERNEL_BLOCK - 1) / KERNEL_BLOCK * KERNEL_BLOCK;
    r->k->bytes(from, rounded * (uint32_t)inputs, (int16_t)offset, shift, r->in);
    r->k->dense((const int8_t *)layer, (const float *)(const void *)(layer + weights), (const int32_t *)(const void *)(layer + weights + 4 * (size_t)outputs), r->in, n,
                (uint32_t)inputs, (uint32_t)outputs, to);
}

static void tag(reader *r, const char *data, token *tokens, uint32_t n)
{
    const int16_t *a = r->m->network, *seen[NETWORK_SPAN];
    for (uint32_t k = 0; k < NETWORK_SPAN; k++)
        seen[k] = r->nothing;
    for (uint32_t i = 0; i < n + NETWORK_REACH; i++) { /* word i comes in at the right, the one in the middle is done */
        memmove(seen, seen + 1, sizeof seen - sizeof *seen);
        seen[NETWORK_SPAN - 1] = r->nothing;
        if (i < n)
            seen[NETWORK_SPAN - 1] = product_of(r, data + tokens[i].start, tokens[i].end - tokens[i].start, seen, r->spare[i % NETWORK_SPAN]);
        if (i < NETWORK_REACH)
            continue;
        const int16_t *rows[1 + NETWORK_SPAN] = {a + NETWORK_AT_WINDOW_BIAS};
        for (uint32_t k = 0; k < NETWORK_SPAN; k++)
            rows[1 + k] = seen[k] + k * W;
        r->k->gather(rows, 1 + NETWORK_SPAN, W, (NETWORK_RELU_MOST << NETWORK_ACT_BITS) - 1, r->window[i - NETWORK_REACH]);
    }
    DENSE(r, TAG, r->window[0], n, r->gates);
    r->k->recur(r->gates, n, TH, r->tag[0]);
    DENSE(r, TAGS, r->tag[0], n, r->out[0]);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t pair = r->k->pair(r->out[i], r->out[i] + NETWORK_UPOS, (const int16_t(*)[KERNEL_PAIRS])r->pairs, r->pair_count); /* both tags together, of those that occur so */
        tokens[i].upos = (uint8_t)r->pairs[0][pair];
        tokens[i].xpos = (uint8_t)r->pairs[1][pair];
        tokens[i].pos = r->pos[tokens[i].upos];
        tokens[i].tag = r->tags[tokens[i].xpos];
    }
}

static uint32_t best_transition(const reader *r, const configuration *c, unsigned valid)
{
    const int16_t *a = r->m->network, *rows[TRANSITION_ROWS + NETWORK_SLOTS + 1] = {a + NETWORK_AT_STEP_BIAS};
    uint32_t numbers[TRANSITION_ROWS], slots[NETWORK_SLOTS], count = transition_features(c, numbers, slots), n = 1, best = NETWORK_TRANSITIONS;
    int16_t hidden[S];
    int32_t scores[NETWORK_STEP_OUT];
    for (uint32_t k = 0; k < NETWORK_SLOTS; k++)
        if (slots[k] != TRANSITION_NONE)
            rows[n++] = r->roles[slots[k]] + k * S;
    for (uint32_t k = 0; k < count; k++)
        rows[n++] = a + NETWORK_AT_STEP_ROWS + numbers[k] * S;
    r->k->gather(rows, n, S, INT16_MAX, hidden);
    r->k->choose(a + NETWORK_AT_STEP, a + NETWORK_AT_STEP_OUT_BIAS, hidden, S, NETWORK_WEIGHT_BITS, scores);
    for (uint32_t o = 0; o < NETWORK_TRANSITIONS; o++)
        if (valid >> o & 1 && (best == NETWORK_TRANSITIONS || scores[o] > scores[best]))
            best = o;
    return best;
}

static void parse(reader *r, token *tokens, uint32_t n)
{
    const int16_t *a = r->m->network;
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t o = 0; o < W; o++)
            r->window[i][o] = (int16_t)(r->window[i][o] + r->tag[i][o]);
    DENSE(r, PARSE, r->window[0], n, r->gates);
    r->k->recur(r->gates, n, PH, r->parse[0]);
    DENSE(r, ROLES, r->parse[0], n, r->roles[0]);
    configuration *c = &r->c;
    transition_start(c, n);
    while (!transition_done(c)) {
        unsigned valid = transition_valid(c);
        uint32_t dependent, head, take = valid & (valid - 1) ? best_transition(r, c, valid) : (uint32_t)__builtin_ctz(valid);
        if (transition_take(c, take, &dependent, &head))
            tokens[dependent].head = (uint16_t)head;
    }
    for (uint32_t d = 0; d < n; d++) {
        uint32_t h = tokens[d].head, row = h < n ? (uint32_t)network_distance_row((int)d, (int)h) : NETWORK_ARC_ROOT;
        const int16_t *rows[] = {a + NETWORK_AT_ARC_BIAS, a + NETWORK_AT_ARC_ROWS + row * L, r->roles[d] + NETWORK_ROLE_DEPENDENT, h < n ? r->roles[h] + NETWORK_ROLE_HEAD : NULL};
        r->k->gather(rows, h < n ? 4 : 3, L, INT16_MAX, r->hidden[d]);
    }
    DENSE(r, LABEL, r->hidden[0], n, r->label[0]);
    for (uint32_t d = 0; d < n; d++) {
        r->label[d][r->root] = INT16_MIN;
        tokens[d].relation = (uint8_t)(tokens[d].head < n ? highest(r->label[d], r->m->relation_count) : r->root);
        tokens[d].dep = r->deps[tokens[d].relation];
    }
}

static bool has_capital(const char *data, const token *k) { return data[k->start] >= 'A' && data[k->start] <= 'Z'; }

/* "the World Bank (WB)": an acronym in brackets behind a name, at the bracket. */
static bool is_bracketed(const char *data, const token *tokens, uint32_t i, uint32_t count)
{
    enum { LETTERS = 8 };
    if (i == 0 || i + 2 >= count || data[tokens[i].start] != '(' || data[tokens[i + 2].start] != ')' || !has_capital(data, &tokens[i - 1]))
        return false;
    const token *k = &tokens[i + 1];
    uint32_t capitals = 0;
    for (uint32_t at = k->start; at < k->end; at++)
        capitals += data[at] >= 'A' && data[at] <= 'Z';
    return k->end - k->start <= LETTERS && capitals >= 2 && 2 * capitals > k->end - k->start;
}

/* Such acronyms break names off from what follows them: the sentence is read without them, and each is put to its name. */
static void read_without_acronyms(reader *r, const char *data, token *tokens, uint32_t count, bool tree)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (is_bracketed(data, tokens, i, count)) {
            i += 2;
            continue;
        }
        r->kept_tokens[n] = (uint16_t)i;
        r->without[n++] = tokens[i];
    }
    tag(r, data, r->without, n);
    if (tree)
        parse(r, r->without, n);
    for (uint32_t k = 0; k < n; k++) {
        token *to = &tokens[r->kept_tokens[k]];
        *to = r->without[k];
        to->head = to->head < n ? r->kept_tokens[to->head] : (uint16_t)count;
    }
    for (uint32_t i = 1; i < count; i++) {
        if (!is_bracketed(data, tokens, i, count))
            continue;
        uint32_t name = i - 1;
        while (tree && tokens[name].head < i && has_capital(data, &tokens[tokens[name].head]) && (tokens[name].dep == DEP_FLAT || tokens[name].dep == DEP_COMPOUND || tokens[name].dep == DEP_NMOD || tokens[name].dep == DEP_APPOS))
            name = tokens[name].head;
        for (uint32_t k = 0; k < 3; k++) {
            token *t = &tokens[i + k];
            t->upos = r->bracket[k][0];
            t->xpos = r->bracket[k][1];
            t->pos = r->pos[t->upos];
            t->tag = r->tags[t->xpos];
            t->relation = r->bracket[k][2];
            t->dep = r->deps[t->relation];
            t->head = (uint16_t)(k == 1 ? name : i + 1);
        }
    }
}

void reader_read(reader *r, const char *data, token *tokens, uint32_t count, bool tree)
{
    if (!count)
        return;
    for (uint32_t i = 1; i + 2 < count; i++)
        if (is_bracketed(data, tokens, i, count)) {
            read_without_acronyms(r, data, tokens, count, tree);
            return;
        }
    tag(r, data, tokens, count);
    if (tree)
        parse(r, tokens, count);
}
