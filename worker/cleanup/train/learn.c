/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "train.h"

enum { IN = SEQUENCE_INPUT, UNITS = SEQUENCE_UNITS, PAIR = SEQUENCE_PAIR, GATES = SEQUENCE_GATES, PARAMETERS = sizeof(sequence_weights) / sizeof(float) };

typedef struct learner {
    sequence_weights w, slope, m, v; /* weights, gradient, Adam's two means */
    float (*rows)[IN], (*row_slope)[IN], (*row_m)[IN], (*row_v)[IN];
    uint32_t *touched, touched_count, *pages_with; /* pages that hold a row's word */
    uint8_t *is_touched;
    uint64_t random;
    long step;
    /* activations of the page in hand */
    page part; /* what block dropout leaves of it */
    uint32_t room;
    float (*x)[IN], (*g1)[GATES], (*y1)[PAIR], (*g2)[GATES], (*y2)[PAIR], (*dx)[IN], (*dg)[GATES], (*dy1)[PAIR], (*dy2)[PAIR];
    uint8_t (*keep_x)[IN], (*keep_y1)[PAIR], (*keep_y2)[PAIR], (*keep_word)[FEATURE_WORDS];
} learner;

/* Found by cross-validation over sites: more regularisation than a page's few hundred blocks seem to ask for, for there are
 * few hundred sites. A word counts that stands in pages of WORD_SITES sites or more. */
enum { WORD_SITES = 30, HEADING_WORDS = 30 };
static const float word_dropout = 0.5f, dropout = 0.3f, block_dropout = 0.1f, weight_decay = 0.005f, row_decay = 0.3f, start_rate = 0.006f, title_weight = 0.3f, heading_weight = 0.2f;

static float uniform(learner *l)
{
    l->random ^= l->random << 13;
    l->random ^= l->random >> 7;
    l->random ^= l->random << 17;
    return (float)(l->random >> 40) / (1 << 24);
}

static void fill(learner *l, float *w, size_t n, float range)
{
    for (size_t i = 0; i < n; i++)
        w[i] = (2 * uniform(l) - 1) * range;
}

static void gates(const float (*w)[GATES], const float *x, int n, float to[GATES])
{
    memcpy(to, w[n], GATES * sizeof *to);
    for (int i = 0; i < n; i++)
        for (int j = 0; j < GATES; j++)
            to[j] += x[i] * w[i][j];
    for (int j = 0; j < GATES; j++)
        to[j] = sequence_squash(to[j], j / UNITS % 2 == 0);
}

static void recur(float (*g)[GATES], uint32_t count, float (*to)[PAIR])
{
    float state[PAIR] = {0};
    for (uint32_t i = 0; i < count; i++)
        for (int j = 0; j < UNITS; j++)
            to[i][j] = state[j] += g[i][j] * (g[i][UNITS + j] - state[j]);
    for (uint32_t i = count; i-- > 0;)
        for (int j = 0; j < UNITS; j++)
            to[i][UNITS + j] = state[UNITS + j] += g[i][PAIR + j] * (g[i][PAIR + UNITS + j] - state[UNITS + j]);
}

/* Slopes of what went into gates and candidates, from those of the states. */
static void recur_back(float (*g)[GATES], float (*y)[PAIR], float (*dy)[PAIR], uint32_t count, float (*dg)[GATES])
{
    float back[PAIR] = {0};
    for (uint32_t step = 0; step < count; step++)
        for (int d = 0; d < 2; d++) {
            uint32_t i = d ? step : count - 1 - step;
            const float *gate = g[i] + d * PAIR, *candidate = gate + UNITS;
            bool first = d ? i + 1 == count : i == 0;
            const float *before = first ? NULL : y[d ? i + 1 : i - 1] + d * UNITS;
            for (int j = 0; j < UNITS; j++) {
                float s = back[d * UNITS + j] + dy[i][d * UNITS + j], z = gate[j], c = candidate[j], was = before ? before[j] : 0;
                float squash = 2 * z - 1, slope = 1 - fabsf(squash);
                dg[i][d * PAIR + j] = s * (c - was) * 0.5f * slope * slope;
                slope = 1 - fabsf(c);
                dg[i][d * PAIR + UNITS + j] = s * z * slope * slope;
                back[d * UNITS + j] = s * (1 - z);
            }
        }
}

static void gates_back(const float (*w)[GATES], float (*slope)[GATES], const float *x, int n, const float dg[GATES], float *dx)
{
    for (int i = 0; i < n; i++) {
        float s = 0;
        for (int j = 0; j < GATES; j++) {
            s += w[i][j] * dg[j];
            slope[i][j] += x[i] * dg[j];
        }
        dx[i] += s;
    }
    for (int j = 0; j < GATES; j++)
        slope[n][j] += dg[j];
}

static void drop(learner *l, float *x, uint8_t *keep, int n)
{
    for (int j = 0; j < n; j++) {
        keep[j] = uniform(l) >= dropout;
        x[j] = keep[j] ? x[j] / (1 - dropout) : 0;
    }
}

static void drop_back(float *dx, const uint8_t *keep, int n)
{
    for (int j = 0; j < n; j++)
        dx[j] = keep[j] ? dx[j] / (1 - dropout) : 0;
}

static void make_room(learner *l, uint32_t count)
{
    if (count <= l->room)
        return;
    l->room = count;
#define ROOM(field) l->field = realloc(l->field, count * sizeof *l->field)
    ROOM(x), ROOM(g1), ROOM(y1), ROOM(g2), ROOM(y2), ROOM(dx), ROOM(dg), ROOM(dy1), ROOM(dy2), ROOM(keep_x), ROOM(keep_y1), ROOM(keep_y2), ROOM(keep_word);
#undef ROOM
}

static double read_page(learner *l, const page *whole)
{
    page *p = &l->part;
    p->features = realloc(p->features, whole->count * sizeof *p->features);
    p->labels = realloc(p->labels, whole->count);
    p->weights = realloc(p->weights, whole->count * sizeof *p->weights);
    p->count = 0;
    for (uint32_t i = 0; i < whole->count; i++)
        if (i == 0 || uniform(l) >= block_dropout) {
            p->features[p->count] = whole->features[i];
            p->labels[p->count] = whole->labels[i];
            p->weights[p->count++] = whole->weights[i];
        }

    make_room(l, p->count);
    bool wordless = uniform(l) < 0.4f;
    for (uint32_t i = 0; i < p->count; i++) {
        const block_features *f = &p->features[i];
        memset(l->x[i], 0, sizeof l->x[i]);
        for (uint32_t k = 0; k < f->word_count; k++) {
            l->keep_word[i][k] = !wordless && l->pages_with[f->words[k]] >= WORD_SITES && uniform(l) >= word_dropout;
            if (l->keep_word[i][k])
                for (int j = 0; j < IN; j++)
                    l->x[i][j] += l->rows[f->words[k]][j] / (1 - word_dropout);
        }
        for (int k = 0; k < FEATURE_NUMBERS; k++)
            if (f->numbers[k] != 0)
                for (int j = 0; j < IN; j++)
                    l->x[i][j] += f->numbers[k] * l->w.numbers[k][j];
        for (int j = 0; j < IN; j++)
            l->x[i][j] = l->x[i][j] > 0 ? l->x[i][j] : 0;
        drop(l, l->x[i], l->keep_x[i], IN);
        gates(l->w.first, l->x[i], IN, l->g1[i]);
    }
    recur(l->g1, p->count, l->y1);
    float(*y1)[PAIR] = l->dy2; /* dropped out; the states themselves are needed on the way back */
    for (uint32_t i = 0; i < p->count; i++) {
        memcpy(y1[i], l->y1[i], sizeof y1[i]);
        drop(l, y1[i], l->keep_y1[i], PAIR);
        gates(l->w.second, y1[i], PAIR, l->g2[i]);
    }
    recur(l->g2, p->count, l->y2);

    double loss = 0;
    float total_weight = 0;
    for (uint32_t i = 0; i < p->count; i++)
        total_weight += p->weights[i];
    float(*dy2)[PAIR] = malloc(p->count * sizeof *dy2), (*last)[PAIR] = malloc(p->count * sizeof *last), (*s)[LABELS] = malloc(p->count * sizeof *s);
    float most_title = 0, titles, right_titles = 0; /* that there is none counts as e^0 */
    for (uint32_t i = 0; i < p->count; i++) {
        memcpy(last[i], l->y2[i], sizeof last[i]);
        drop(l, last[i], l->keep_y2[i], PAIR);
        for (int k = 0; k < LABELS; k++) {
            s[i][k] = l->w.out[k][PAIR + IN];
            for (int j = 0; j < PAIR; j++)
                s[i][k] += last[i][j] * l->w.out[k][j];
            for (int j = 0; j < IN; j++)
                s[i][k] += l->x[i][j] * l->w.out[k][PAIR + j];
        }
        most_title = s[i][LABEL_TITLE] > most_title ? s[i][LABEL_TITLE] : most_title;
    }
    titles = expf(-most_title);
    for (uint32_t i = 0; i < p->count; i++) {
        titles += s[i][LABEL_TITLE] = expf(s[i][LABEL_TITLE] - most_title);
        right_titles += p->labels[i] == LABEL_TITLE ? s[i][LABEL_TITLE] : 0;
    }
    bool titled = right_titles > 0;
    float of_title = titled || whole->untitled ? title_weight : 0; /* else it stands in a part of some block */
    right_titles = titled ? right_titles : expf(-most_title);
    loss -= of_title * logf(right_titles / titles + 1e-9f);
    float short_blocks = 4;
    for (uint32_t i = 0; i < p->count; i++)
        short_blocks += (p->labels[i] == LABEL_BODY || p->labels[i] == LABEL_HEADING) && p->weights[i] <= HEADING_WORDS;
    for (uint32_t i = 0; i < p->count; i++) {
        bool heading = p->labels[i] == LABEL_HEADING, inside = heading || p->labels[i] == LABEL_BODY;
        float d[LABELS] = {0}, weight = p->weights[i] / total_weight, in = 1 / (1 + expf(-s[i][LABEL_BODY]));
        loss -= weight * logf((inside ? in : 1 - in) + 1e-9f);
        d[LABEL_BODY] = weight * (in - inside);
        if (inside && p->weights[i] <= HEADING_WORDS) {
            float h = 1 / (1 + expf(-s[i][LABEL_HEADING])), part = heading_weight / short_blocks;
            loss -= part * logf((heading ? h : 1 - h) + 1e-9f);
            d[LABEL_HEADING] = part * (h - heading);
        }
        d[LABEL_TITLE] = of_title * s[i][LABEL_TITLE] * (1 / titles - (titled && p->labels[i] == LABEL_TITLE ? 1 / right_titles : 0));
        memset(dy2[i], 0, sizeof dy2[i]);
        memset(l->dx[i], 0, sizeof l->dx[i]);
        for (int k = 0; k < LABELS; k++) {
            for (int j = 0; j < PAIR; j++) {
                dy2[i][j] += d[k] * l->w.out[k][j];
                l->slope.out[k][j] += d[k] * last[i][j];
            }
            for (int j = 0; j < IN; j++) {
                l->dx[i][j] += d[k] * l->w.out[k][PAIR + j];
                l->slope.out[k][PAIR + j] += d[k] * l->x[i][j];
            }
            l->slope.out[k][PAIR + IN] += d[k];
        }
        drop_back(dy2[i], l->keep_y2[i], PAIR);
    }
    free(last);
    free(s);
    recur_back(l->g2, l->y2, dy2, p->count, l->dg);
    free(dy2);
    for (uint32_t i = 0; i < p->count; i++) {
        memset(l->dy1[i], 0, sizeof l->dy1[i]);
        gates_back(l->w.second, l->slope.second, y1[i], PAIR, l->dg[i], l->dy1[i]);
        drop_back(l->dy1[i], l->keep_y1[i], PAIR);
    }
    recur_back(l->g1, l->y1, l->dy1, p->count, l->dg);
    for (uint32_t i = 0; i < p->count; i++) {
        const block_features *f = &p->features[i];
        gates_back(l->w.first, l->slope.first, l->x[i], IN, l->dg[i], l->dx[i]);
        drop_back(l->dx[i], l->keep_x[i], IN);
        for (int j = 0; j < IN; j++)
            if (l->x[i][j] <= 0)
                l->dx[i][j] = 0;
        for (int k = 0; k < FEATURE_NUMBERS; k++)
            if (f->numbers[k] != 0)
                for (int j = 0; j < IN; j++)
                    l->slope.numbers[k][j] += f->numbers[k] * l->dx[i][j];
        for (uint32_t k = 0; k < f->word_count; k++) {
            uint32_t row = f->words[k];
            if (!l->keep_word[i][k])
                continue;
            if (!l->is_touched[row]) {
                l->is_touched[row] = 1;
                l->touched[l->touched_count++] = row;
            }
            for (int j = 0; j < IN; j++)
                l->row_slope[row][j] += l->dx[i][j] / (1 - word_dropout);
        }
    }
    return loss;
}

static void adam(float *w, float *slope, float *m, float *v, size_t n, float rate, float decay)
{
    for (size_t i = 0; i < n; i++) {
        m[i] = 0.9f * m[i] + 0.1f * slope[i];
        v[i] = 0.999f * v[i] + 0.001f * slope[i] * slope[i];
        w[i] -= rate * (m[i] / (sqrtf(v[i]) + 1e-7f) + decay * w[i]);
        slope[i] = 0;
    }
}

static void update(learner *l, float rate)
{
    l->step++;
    float r = rate * sqrtf(1 - powf(0.999f, (float)l->step)) / (1 - powf(0.9f, (float)l->step));
    adam((float *)&l->w, (float *)&l->slope, (float *)&l->m, (float *)&l->v, PARAMETERS, r, weight_decay);
    for (uint32_t k = 0; k < l->touched_count; k++) {
        uint32_t row = l->touched[k];
        adam(l->rows[row], l->row_slope[row], l->row_m[row], l->row_v[row], IN, r, row_decay);
        l->is_touched[row] = 0;
    }
    l->touched_count = 0;
}

void learn(const page *pages, uint32_t count, int epochs, uint64_t seed, sequence_model *out)
{
    learner *l = calloc(1, sizeof *l);
    l->random = seed * 0x9E3779B97F4A7C15u + 1;
#define ROWS(field) l->field = calloc(FEATURE_ROWS, sizeof *l->field)
    ROWS(rows), ROWS(row_slope), ROWS(row_m), ROWS(row_v), ROWS(touched), ROWS(is_touched), ROWS(pages_with);
#undef ROWS
    fill(l, (float *)l->w.numbers, sizeof l->w.numbers / sizeof(float), 0.2f);
    fill(l, (float *)l->w.first, sizeof l->w.first / sizeof(float), 0.25f);
    fill(l, (float *)l->w.second, sizeof l->w.second / sizeof(float), 0.2f);
    fill(l, (float *)l->w.out, sizeof l->w.out / sizeof(float), 0.2f);
    for (int j = 0; j < UNITS; j++) /* gates start half closed: states live longer */
        for (int d = 0; d < 2; d++)
            l->w.first[IN][d * PAIR + j] = l->w.second[PAIR][d * PAIR + j] = -1;
    uint32_t *order = malloc(count * sizeof *order), *last_page = calloc(FEATURE_ROWS, sizeof *last_page);
    for (uint32_t i = 0; i < count; i++) {
        order[i] = i;
        for (uint32_t b = 0; b < pages[i].count; b++)
            for (uint32_t k = 0; k < pages[i].features[b].word_count; k++) {
                uint32_t row = pages[i].features[b].words[k];
                l->pages_with[row] += last_page[row] != pages[i].site; /* pages of a site come together */
                last_page[row] = pages[i].site;
            }
    }
    for (int e = 0; e < epochs; e++) {
        double loss = 0;
        for (uint32_t i = count; i-- > 1;) {
            uint32_t k = (uint32_t)(uniform(l) * (float)(i + 1)), t = order[i];
            k = k > i ? i : k;
            order[i] = order[k];
            order[k] = t;
        }
        for (uint32_t i = 0; i < count; i++) {
            loss += read_page(l, &pages[order[i]]);
            float done = ((float)e + (float)i / (float)count) / (float)epochs;
            if (i % 4 == 3)
                update(l, start_rate * (1 - done) * (1 - done) + 0.00003f);
        }
        fprintf(stderr, "epoch %d: loss %.4f\n", e + 1, loss / count);
    }
    float most = 1e-6f;
    for (uint32_t r = 0; r < FEATURE_ROWS; r++)
        for (int j = 0; j < IN; j++)
            most = fmaxf(most, fabsf(l->rows[r][j]));
    out->weights = l->w;
    out->row_scale = most / 127;
    for (uint32_t r = 0; r < FEATURE_ROWS; r++)
        for (int j = 0; j < IN; j++)
            out->rows[r][j] = (int8_t)lrintf(l->rows[r][j] / out->row_scale);
    free(order);
    free(last_page);
    /* The learner's tables live as long as the program. */
}
