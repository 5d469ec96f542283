/* SPDX-License-Identifier: MIT */
/* entente-train-agreements: makes learnt.model from annotated articles. */
#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xxhash.h>
#include <zlib.h>

#include "built_in.h"
#include "learnt.h"
#include "model.h"
#include "pipeline.h"
#include "reader.h"

static const char usage[] =
    "usage: entente-train-agreements MODEL ARTICLES.jsonl[.gz]... [--without SOURCE | --fold K/N]\n"
    "ARTICLES: lines of {source, raw, agreements: [{kind, status, optional, parties: [{name, aliases}], obligations: [{text}],\n"
    "          mentions: [{span: {start, end}, status, content, optional}]}]}, with the bytes of raw as spans; what is optional is no example of a trigger or of none.\n"
    "          Also sentences: {text, label, tier, agreement_word_elsewhere}, of which those that tell of no agreement are taken.\n"
    "--without leaves out the articles whose source starts so, --fold those of fold K of N, and lists their ids: to measure on them.\n";

enum { EPOCHS = 10, MODELS = 40, LEFT_OUT = 20 /* features in a hundred, an example */, LEAST_ARTICLES = 4, FEATURE_SPACE = 1 << 24 };
static const float RATE = 0.03f, DECAY = 1e-4f;

/* Which articles to leave out: of a source, or of a fold; else none. */
typedef struct choice {
    const char *without;
    unsigned fold, folds;
} choice;

/* One asking of a question, with the annotators' answer. */
typedef struct example {
    uint32_t *features, count, article;
    uint8_t question;
    uint8_t kind, status; /* of a trigger; else 0 */
    bool yes, optional;
} example;

typedef struct collector {
    learnt_watch watch;
    const json_t *agreements;
    example *items;
    uint32_t count, capacity, article;
    uint32_t *seen; /* sentences of the article */
    uint32_t seen_count;
} collector;

/* The number of a value from one on; 0 for any other. */
static uint8_t number_of(const json_t *of, const char *key, const char *const *names, uint8_t count)
{
    const char *name = json_string_value(json_object_get(of, key));
    for (uint8_t i = 0; name && i < count; i++)
        if (strcmp(name, names[i]) == 0)
            return (uint8_t)(i + 1);
    return 0;
}

#define NAME(name, number) #name,
static uint8_t kind_of(const json_t *r)
{
    static const char *const kinds[] = {ENTENTE_KIND_LIST(NAME)};
    return number_of(r, "kind", kinds, LEARNT_KINDS);
}

static uint8_t status_of(const json_t *m)
{
    static const char *const statuses[] = {ENTENTE_AGREEMENT_STATUS_LIST(NAME)};
    return number_of(m, "status", statuses, LEARNT_STATUSES);
}
#undef NAME

/* What is wrong with the annotations of an article, or NULL. */
static const char *wrong_with(const json_t *agreements)
{
    size_t i, k;
    const json_t *r, *m;
    json_array_foreach(agreements, i, r) {
        if (!kind_of(r) || !status_of(r))
            return "an agreement whose kind or status is unknown";
        json_array_foreach(json_object_get(r, "mentions"), k, m) {
            const json_t *span = json_object_get(m, "span");
            if (!json_is_integer(json_object_get(span, "start")) || !json_is_integer(json_object_get(span, "end")))
                return "a mention without a span";
            if (json_object_get(m, "status") && !status_of(m))
                return "a mention whose status is unknown";
        }
    }
    return NULL;
}

/* A mention of the annotators. */
typedef struct annotated {
    const json_t *record, *mention;
    bool optional;
} annotated;

/* The mention whose trigger a range of the raw text touches; its mention is NULL when there is none. */
static annotated mention_at(const json_t *agreements, entente_span at)
{
    annotated found = {0};
    size_t i, k;
    const json_t *r, *m;
    json_array_foreach(agreements, i, r)
        json_array_foreach(json_object_get(r, "mentions"), k, m) {
            const json_t *span = json_object_get(m, "span");
            json_int_t start = json_integer_value(json_object_get(span, "start")), end = json_integer_value(json_object_get(span, "end"));
            if ((json_int_t)at.start < end && (json_int_t)at.end > start)
                found = (annotated){r, m, found.optional || json_is_true(json_object_get(r, "optional")) || json_is_true(json_object_get(m, "optional"))};
        }
    return found;
}

static example *add_example(collector *c, learnt_question q, const learnt_features *f)
{
    if (c->count == c->capacity)
        c->items = realloc(c->items, (c->capacity = c->capacity * 2 + 1024) * sizeof *c->items);
    example *e = &c->items[c->count++];
    *e = (example){.features = malloc((f->count + 1) * sizeof *f->hashes), .count = f->count, .article = c->article, .question = (uint8_t)q};
    memcpy(e->features, f->hashes, f->count * sizeof *f->hashes);
    return e;
}

enum { WORDS = 64, WORD_BYTES = 24 };
typedef struct words {
    char items[WORDS][WORD_BYTES];
    uint32_t count;
} words;

/* The words of a name or text in small letters, articles left out. */
static void add_words(const char *s, size_t length, words *w)
{
    for (size_t i = 0; i < length && w->count < WORDS;) {
        size_t n = 0;
        char *to = w->items[w->count];
        for (; i < length && (isalnum((unsigned char)s[i]) || (s[i] & 0x80)); i++)
            if (n + 1 < WORD_BYTES)
                to[n++] = (char)tolower((unsigned char)s[i]);
        to[n] = '\0';
        if (n && strcmp(to, "the") != 0 && strcmp(to, "a") != 0 && strcmp(to, "an") != 0 && strcmp(to, "s") != 0)
            w->count++;
        i += !n;
    }
}

static uint32_t shared(const words *a, const words *b)
{
    bool used[WORDS] = {false};
    uint32_t n = 0;
    for (uint32_t i = 0; i < a->count; i++)
        for (uint32_t k = 0; k < b->count; k++)
            if (!used[k] && strcmp(a->items[i], b->items[k]) == 0) {
                used[k] = true;
                n++;
                break;
            }
    return n;
}

/* Whether a name is one that the annotators give a party: the same words, or up to three more before its last. */
static bool same_name(const char *name, const char *given)
{
    words a = {.count = 0}, b = {.count = 0};
    if (!given)
        return false;
    add_words(name, strlen(name), &a);
    add_words(given, strlen(given), &b);
    const words *shorter = a.count < b.count ? &a : &b, *longer = shorter == &a ? &b : &a;
    return shorter->count && shared(shorter, longer) == shorter->count && longer->count <= shorter->count + 3 && strcmp(shorter->items[shorter->count - 1], longer->items[longer->count - 1]) == 0;
}

static bool is_party(const json_t *record, const char *name)
{
    size_t i, k;
    const json_t *p, *alias;
    json_array_foreach(json_object_get(record, "parties"), i, p) {
        if (same_name(name, json_string_value(json_object_get(p, "name"))))
            return true;
        json_array_foreach(json_object_get(p, "aliases"), k, alias)
            if (same_name(name, json_string_value(alias)))
                return true;
    }
    return false;
}

static void take_parties(collector *c, parties *p, const learnt_trigger *g, const annotated *gold)
{
    learnt_candidate who[LEARNT_CANDIDATES];
    learnt_features f;
    uint32_t count;
    if (learnt_candidates(p, g, who, &count))
        return; /* the arena is full, which ends the article */
    for (uint32_t i = 0; i < count; i++) {
        learnt_party_features(p, g, &who[i], &f);
        add_example(c, ASK_PARTY, &f)->yes = is_party(gold->record, who[i].who.name);
    }
}

/* The one whose words are most like the annotators' is what the mention is about. */
static void take_contents(collector *c, parties *p, const learnt_trigger *g, const annotated *gold)
{
    static const double ALIKE = 0.7;
    words theirs = {.count = 0};
    size_t k;
    const json_t *o;
    const char *own = json_string_value(json_object_get(gold->mention, "content"));
    if (own)
        add_words(own, strlen(own), &theirs);
    else
        json_array_foreach(json_object_get(gold->record, "obligations"), k, o)
            add_words(json_string_value(json_object_get(o, "text")), json_string_length(json_object_get(o, "text")), &theirs);
    uint32_t best = UINT32_MAX;
    double most = ALIKE;
    for (uint32_t i = 0; i < g->x->t->s->count; i++) {
        learnt_features f;
        if (!learnt_may_be_content(g, i))
            continue;
        reading r = {.parties = p, .t = g->x->t, .classes = g->x->classes, .noun = TREE_NONE, .m = {.sentence = g->x->t->s}};
        learnt_take_content(&r, i);
        words ours = {.count = 0};
        for (uint32_t q = 0; q < r.m.item_count; q++)
            add_words(p->text->data + r.m.items[q].start, r.m.items[q].end - r.m.items[q].start, &ours);
        double like = ours.count + theirs.count ? 2.0 * shared(&ours, &theirs) / (ours.count + theirs.count) : 0;
        learnt_content_features(g, i, &f);
        add_example(c, ASK_CONTENT, &f);
        if (like > most)
            most = like, best = c->count - 1;
    }
    if (best != UINT32_MAX)
        c->items[best].yes = true;
}

static void take_sentence(learnt_watch *watch, parties *p, learnt_sentence *x)
{
    collector *c = (collector *)watch;
    const tree *t = x->t;
    const json_t *last = NULL;
    for (uint32_t i = 0; i < c->seen_count; i++)
        if (c->seen[i] == t->s->start)
            return; /* a headline is read again */
    c->seen = realloc(c->seen, (c->seen_count + 1) * sizeof *c->seen);
    c->seen[c->seen_count++] = t->s->start;
    for (uint32_t i = 0; i < t->s->count; i++) {
        learnt_features f;
        if (!learnt_may_trigger(t, x->classes, i))
            continue;
        learnt_trigger_features(x, i, &f);
        example *e = add_example(c, ASK_TRIGGER, &f);
        annotated gold = mention_at(c->agreements, text_raw_span(p->text, tree_token(t, i)->start, tree_token(t, i)->end));
        if (!gold.mention)
            continue;
        e->yes = true;
        e->optional = gold.optional;
        e->kind = kind_of(gold.record);
        e->status = status_of(json_object_get(gold.mention, "status") ? gold.mention : gold.record);
        if (gold.mention == last)
            continue; /* the first word of several stands for the trigger */
        last = gold.mention;
        learnt_trigger g = learnt_trigger_of(x, i, (entente_kind)e->kind, (entente_agreement_status)e->status);
        take_parties(c, p, &g, &gold);
        take_contents(c, p, &g, &gold);
    }
}

static void take_pair(learnt_watch *watch, const text *t, const learnt_pair *p)
{
    collector *c = (collector *)watch;
    annotated x = mention_at(c->agreements, text_raw_span(t, p->x->trigger.start, p->x->trigger.end)), y = mention_at(c->agreements, text_raw_span(t, p->y->trigger.start, p->y->trigger.end));
    learnt_features f;
    if (!x.mention || !y.mention)
        return;
    learnt_pair_features(p, &f);
    add_example(c, ASK_SAME, &f)->yes = x.record == y.record;
}

/* Whether the model is to be measured on an article, and so must not see it. */
static bool held_out(const json_t *article, const char *raw, const choice *c)
{
    const char *source = json_string_value(json_object_get(article, "source"));
    return (c->without && source && strncmp(source, c->without, strlen(c->without)) == 0) || (c->folds && XXH64(raw, strlen(raw), 0) % c->folds == c->fold);
}

/* Whether a sentence that stands alone is known to tell of no agreement: of those that may, the annotators mark one word only. */
static bool tells_of_none(const json_t *line)
{
    const char *label = json_string_value(json_object_get(line, "label")), *tier = json_string_value(json_object_get(line, "tier"));
    return label && tier && strcmp(label, "negative") == 0 && (strcmp(tier, "clean") == 0 || strcmp(tier, "opinion") == 0) && !json_is_true(json_object_get(line, "agreement_word_elsewhere"));
}

/* Articles of one file; the ids of those held out go to standard output. */
static bool read_articles(const char *path, const choice *held, reader *r, collector *c)
{
    static char line[8 << 20];
    gzFile f = gzopen(path, "rb"); /* plain files too */
    if (!f) {
        perror(path);
        return false;
    }
    for (uint32_t number = 1; gzgets(f, line, sizeof line); number++) {
        json_error_t why;
        json_t *article = json_loads(line, 0, &why);
        const char *alone = json_string_value(json_object_get(article, "text")), *raw = alone ? alone : json_string_value(json_object_get(article, "raw")), *id = json_string_value(json_object_get(article, "id"));
        if (!raw) {
            fprintf(stderr, "%s:%" PRIu32 ": %s\n", path, number, article ? "neither raw nor text" : why.text);
            return false;
        }
        if (alone && !tells_of_none(article)) {
            json_decref(article);
            continue;
        }
        if (held_out(article, raw, held)) {
            puts(id ? id : "");
            json_decref(article);
            continue;
        }
        arena a;
        entente_article out;
        c->agreements = json_object_get(article, "agreements");
        if (wrong_with(c->agreements)) {
            fprintf(stderr, "%s:%" PRIu32 ": %s\n", path, number, wrong_with(c->agreements));
            return false;
        }
        uint32_t before = c->count;
        c->article++;
        c->seen_count = 0;
        arena_init(&a, pipeline_memory(strlen(raw)));
        pipeline_options options = {.until = ENTENTE_STAGE_AGREEMENTS, .rules_only = true, .reader = r, .watch = &c->watch};
        entente_status e = pipeline_run(raw, strlen(raw), &options, &a, &out);
        if (e && e != ENTENTE_EMPTY) {
            fprintf(stderr, "%s:%" PRIu32 ": left out: %s\n", path, number, entente_status_text(e));
            while (c->count > before)
                free(c->items[--c->count].features);
        }
        arena_done(&a);
        json_decref(article);
    }
    int error;
    const char *why = gzerror(f, &error);
    bool whole = error == Z_OK && gzeof(f);
    if (!whole)
        fprintf(stderr, "%s: cannot be read to its end (%s)\n", path, error == Z_ERRNO ? strerror(errno) : why);
    return gzclose(f) == Z_OK && whole;
}

/* Leaves each example the features that enough articles have. */
static void drop_rare(collector *c)
{
    uint16_t *articles = calloc(FEATURE_SPACE, sizeof *articles);
    uint32_t *last = calloc(FEATURE_SPACE, sizeof *last), left = 0;
    for (uint32_t i = 0; i < c->count; i++)
        for (uint32_t k = 0; k < c->items[i].count; k++) {
            uint32_t at = c->items[i].features[k] % FEATURE_SPACE;
            if (last[at] == c->items[i].article || articles[at] == UINT16_MAX)
                continue;
            last[at] = c->items[i].article;
            articles[at]++;
        }
    for (uint32_t i = 0; i < c->count; i++) {
        example *e = &c->items[i];
        uint32_t n = 0;
        for (uint32_t k = 0; k < e->count; k++)
            if (articles[e->features[k] % FEATURE_SPACE] >= LEAST_ARTICLES)
                e->features[n++] = e->features[k];
        e->count = n;
    }
    for (uint32_t i = 0; i < FEATURE_SPACE; i++)
        left += articles[i] >= LEAST_ARTICLES;
    fprintf(stderr, "%" PRIu32 " examples of %" PRIu32 " articles, %" PRIu32 " features\n", c->count, c->article, left);
    free(articles);
    free(last);
}

static uint64_t next_random(uint64_t *x)
{
    *x ^= *x << 13, *x ^= *x >> 7, *x ^= *x << 17; /* xorshift (Marsaglia, 2003) */
    return *x;
}

/* One pass of stochastic gradient descent with AdaGrad (Duchi, Hazan and Singer, 2011) on the logistic loss, some features of each example left out at
 * random (Srivastava and others, 2014). */
static void pass(const collector *c, const int8_t *answers, uint32_t *order, uint32_t n, uint64_t *random, float *weights, float *squares)
{
    uint32_t kept[LEARNT_FEATURES];
    for (uint32_t i = n; i > 1; i--) {
        uint32_t other = (uint32_t)(next_random(random) % i), swapped = order[i - 1];
        order[i - 1] = order[other], order[other] = swapped;
    }
    for (uint32_t i = 0; i < n; i++) {
        const example *e = &c->items[order[i]];
        float sum = 0;
        uint32_t count = 0;
        for (uint32_t k = 0; k < e->count; k++)
            if (next_random(random) % 100 >= LEFT_OUT) {
                kept[count] = e->features[k] % FEATURE_SPACE;
                sum += weights[kept[count++]] * (100.0f / (100 - LEFT_OUT));
            }
        float error = 1 / (1 + expf(-sum)) - (float)answers[order[i]];
        for (uint32_t k = 0; k < count; k++) {
            float gradient = error + DECAY * weights[kept[k]];
            squares[kept[k]] += gradient * gradient;
            weights[kept[k]] -= RATE * gradient / sqrtf(squares[kept[k]]);
        }
    }
}

/* The weights of one question: the mean of a few models. `answers` is 0 or 1 an example, -1: not asked. */
static void learn(const collector *c, const int8_t *answers, float *mean)
{
    float *squares = malloc(FEATURE_SPACE * sizeof *squares), *weights = malloc(FEATURE_SPACE * sizeof *weights);
    uint32_t *order = malloc(c->count * sizeof *order), n = 0;
    uint64_t random = 88172645463325252u;
    for (uint32_t i = 0; i < c->count; i++)
        if (answers[i] >= 0)
            order[n++] = i;
    memset(mean, 0, FEATURE_SPACE * sizeof *mean);
    for (int one = 0; one < MODELS; one++) {
        for (uint32_t i = 0; i < FEATURE_SPACE; i++)
            squares[i] = 1e-6f, weights[i] = 0;
        for (int epoch = 0; epoch < EPOCHS; epoch++)
            pass(c, answers, order, n, &random, weights, squares);
        for (uint32_t i = 0; i < FEATURE_SPACE; i++)
            mean[i] += weights[i] / MODELS;
    }
    free(weights);
    free(squares);
    free(order);
}

static float largest(const float *weights)
{
    float most = 0;
    for (uint32_t i = 0; i < FEATURE_SPACE; i++)
        most = fabsf(weights[i]) > most ? fabsf(weights[i]) : most;
    return most;
}

static int8_t rounded(float weight, float scale) { return (int8_t)lrintf(fminf(fmaxf(weight / scale, -127), 127)); }

/* Fills the rows: of features that share one, the weightier has it. `weights` are the questions', then the outcomes'. */
static void put(const collector *c, float *const *weights, learnt_model *m)
{
    float *held = calloc(LEARNT_ROWS, sizeof *held);
    for (int q = 0; q < QUESTIONS; q++)
        m->scales[q] = largest(weights[q]) / 127;
    for (int o = 0; o < LEARNT_OUTCOMES; o++)
        m->outcome_scale = fmaxf(m->outcome_scale, largest(weights[QUESTIONS + o]) / 127);
    for (uint32_t i = 0; i < c->count; i++)
        for (uint32_t k = 0; k < c->items[i].count; k++) {
            uint32_t feature = c->items[i].features[k], row = learnt_row_of(feature), at = feature % FEATURE_SPACE, q = c->items[i].question;
            float weight = 1e-6f + fabsf(weights[q][at]);
            for (int o = 0; o < LEARNT_OUTCOMES && q == ASK_TRIGGER; o++)
                weight += fabsf(weights[QUESTIONS + o][at]) / 4;
            if (weight <= held[row])
                continue;
            held[row] = weight;
            m->rows[row] = (learnt_row){learnt_check_of(feature), rounded(weights[q][at], m->scales[q])};
            for (int o = 0; o < LEARNT_OUTCOMES; o++)
                m->outcomes[row][o] = q == ASK_TRIGGER ? rounded(weights[QUESTIONS + o][at], m->outcome_scale) : 0;
        }
    free(held);
}

/* What an example answers: a question, or whether a trigger's outcome is `o`; -1: nothing. */
static int8_t answer_of(const example *e, int question, int o)
{
    if (question < QUESTIONS)
        return e->question != question || e->optional ? -1 : e->yes;
    if (!e->kind)
        return -1;
    return o < LEARNT_KINDS ? e->kind == o + 1 : e->status == o - LEARNT_KINDS + 1;
}

/* Articles named in the place of the model are not to be lost. */
static bool may_be_written(const char *path)
{
    char magic[sizeof ((built_in_header *)0)->magic] = "";
    FILE *f = fopen(path, "rb");
    bool some = f && fread(magic, 1, sizeof magic, f) > 0;
    if (f)
        fclose(f);
    return !some || memcmp(magic, LEARNT_MAGIC, sizeof magic) == 0;
}

int main(int argc, char **argv)
{
    const char *files[64];
    int file_count = 0;
    choice held = {0};
    for (int i = 1; i < argc; i++)
        if (strcmp(argv[i], "--without") == 0 && i + 1 < argc)
            held.without = argv[++i];
        else if (strcmp(argv[i], "--fold") == 0) {
            char rest;
            if (++i >= argc || sscanf(argv[i], "%u/%u%c", &held.fold, &held.folds, &rest) != 2 || held.fold >= held.folds)
                file_count = 0, i = argc;
        }
        else if (*argv[i] != '-' && file_count < 64)
            files[file_count++] = argv[i];
        else
            file_count = 0, i = argc;
    if (file_count < 2) {
        fputs(usage, stderr);
        return 2;
    }
    reader *r = reader_new(model_built_in());
    if (!r || !may_be_written(files[0])) {
        fprintf(stderr, r ? "%s is there and no model: it is left as it is\n" : "out of memory\n", files[0]);
        return 3;
    }
    collector c = {.watch = {.sentence = take_sentence, .pair = take_pair}};
    for (int i = 1; i < file_count; i++)
        if (!read_articles(files[i], &held, r, &c))
            return 3;
    drop_rare(&c);
    static const char *const questions[] = {[ASK_TRIGGER] = "trigger", [ASK_PARTY] = "party", [ASK_CONTENT] = "content", [ASK_SAME] = "same agreement"};
    float *weights[QUESTIONS + LEARNT_OUTCOMES];
    int8_t *answers = malloc(c.count + 1);
    for (int q = 0; q < QUESTIONS + LEARNT_OUTCOMES; q++) {
        uint32_t asked = 0, yes = 0;
        for (uint32_t i = 0; i < c.count; i++) {
            answers[i] = answer_of(&c.items[i], q, q - QUESTIONS);
            asked += answers[i] >= 0;
            yes += answers[i] > 0;
        }
        if (q < QUESTIONS)
            fprintf(stderr, "%s: asked %" PRIu32 " times, %" PRIu32 " yes\n", questions[q], asked, yes);
        if (!yes && q < QUESTIONS) {
            fputs("the articles hold nothing to learn that from\n", stderr);
            return 3;
        }
        weights[q] = malloc(FEATURE_SPACE * sizeof **weights);
        learn(&c, answers, weights[q]);
    }
    learnt_model *m = calloc(1, sizeof *m);
    put(&c, weights, m);
    return built_in_write(files[0], LEARNT_MAGIC, LEARNT_VERSION, m, sizeof *m) ? 0 : 3;
}
