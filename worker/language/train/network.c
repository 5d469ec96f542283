/* SPDX-License-Identifier: MIT */
/* Trains the network of network.h in floats: forward and backward by hand, Adam (Kingma and Ba, ICLR 2015) with a falling
 * rate, two threads over halves of each batch, sums in a fixed order: the same machine makes the same model again. */
#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../word_features.h"
#include "../model.h"
#include "../transitions.h"
#include "train.h"
#include "vocabulary.h"

enum {
    E = NETWORK_EMBED, W = NETWORK_WINDOW, TH = NETWORK_TAG_HIDDEN, PH = NETWORK_PARSE_HIDDEN, OUT = NETWORK_UPOS + NETWORK_XPOS,
    S = NETWORK_STEP, L = NETWORK_LABEL, R = NETWORK_RELATIONS, T = TRAIN_TOKENS, ROLES = NETWORK_ROLES, HEAD = NETWORK_ROLE_HEAD, DEPENDENT = NETWORK_ROLE_DEPENDENT,
    REACH = NETWORK_REACH, SPAN = NETWORK_SPAN, PARAMETERS = NETWORK_PARAMETERS + TRAIN_BANKS * W, /* behind the network's: what each treebank adds to the window */
    THREADS = 2, BATCH = 16, MEAN_STEPS = 25, HEADLINES = 12, HEADLINES_OF_SEVERAL = 50 /* in a hundred */, TEACHERS = 4
};
#define DROP 0.25f      /* of the embeddings' and layers' units left out in training */

/* One sentence on its way through the network. */
typedef struct pass {
    uint32_t count;
    uint32_t rows[T][NETWORK_FEATURES], row_count[T];
    float x[T][E], dx[T][E], keep_x[T][E], product[T + 2 * REACH][SPAN * W], dproduct[T + 2 * REACH][SPAN * W];
    float window[T][W], dwindow[T][W];
    float tag_pre[T][6 * TH], tag_state[T][2 * TH], tag[T][2 * TH], dtag[T][2 * TH], dtag_pre[T][6 * TH];
    float in[T][W], din[T][W], keep_in[T][W];
    float parse_pre[T][6 * PH], parse_state[T][2 * PH], parse[T][2 * PH], dparse[T][2 * PH], dparse_pre[T][6 * PH];
    float roles[T][ROLES], droles[T][ROLES];
    float out[T][OUT], dout[T][OUT];
    float keep_h[2 * PH];
} pass;

typedef struct worker {
    pass p;
    float *gradient;             /* PARAMETERS */
    float *embed_gradient;       /* rows touched since the batch began */
    uint32_t *touched, touched_count;
    int32_t *slot_of; /* by row: place in embed_gradient, or -1 */
    const struct job *job;
    uint32_t first, last; /* of the batch */
    double tag_loss, step_loss, label_loss;
    uint64_t random;
} worker;

typedef struct network {
    float *parameters, *embed;
} network;

typedef struct job {
    const vocabulary *words;
    network net;
    const tree **batch;
    float explore;
} job;

static float uniform(uint64_t *state) { return (float)(train_random(state) >> 8) / 16777216.0f; }

/* ---- dense algebra: matrices are [inputs][outputs] ---- */

static void forward(const float *restrict w, const float *bias, const float *in, uint32_t stride, uint32_t n, uint32_t inputs, uint32_t outputs, float *out)
{
    for (uint32_t t = 0; t < n; t++) {
        float *restrict y = out + (size_t)t * outputs;
        const float *x = in + (size_t)t * stride;
        for (uint32_t o = 0; o < outputs; o++)
            y[o] = bias ? bias[o] : 0;
        for (uint32_t i = 0; i < inputs; i++)
            for (uint32_t o = 0; o < outputs; o++)
                y[o] += x[i] * w[(size_t)i * outputs + o];
    }
}

/* Adds to the gradients of weights, bias (may be NULL) and inputs. */
static void backward(const float *restrict w, const float *in, uint32_t stride, uint32_t n, uint32_t inputs, uint32_t outputs, const float *dout,
                     float *restrict dw, float *restrict dbias, float *restrict din)
{
    for (uint32_t t = 0; t < n; t++) {
        const float *dy = dout + (size_t)t * outputs, *x = in + (size_t)t * stride;
        float *dx = din + (size_t)t * stride;
        for (uint32_t i = 0; i < inputs; i++) {
            float sum = 0, xi = x[i];
            const float *restrict wi = w + (size_t)i * outputs;
            float *restrict dwi = dw + (size_t)i * outputs;
            for (uint32_t o = 0; o < outputs; o++) {
                sum += dy[o] * wi[o];
                dwi[o] += xi * dy[o];
            }
            dx[i] += sum;
        }
        for (uint32_t o = 0; dbias && o < outputs; o++)
            dbias[o] += dy[o];
    }
}

static float gate(float v) { v = 0.25f * v + 0.5f; return v < 0 ? 0 : v > 1 ? 1 : v; }
static float squash(float v) { return v < -1 ? -1 : v > 1 ? 1 : v; }
static float gate_slope(float v) { return v < -2 || v > 2 ? 0 : 0.25f; }
static float squash_slope(float v) { return v < -1 || v > 1 ? 0 : 1; }

/* pre holds candidate, keep and out gates of the forward direction, then of the backward one. */
static void recur(const float *pre, uint32_t n, uint32_t hidden, float *state, float *out)
{
    for (int back = 0; back < 2; back++)
        for (uint32_t k = 0; k < n; k++) {
            uint32_t t = back ? n - 1 - k : k;
            const float *g = pre + (size_t)t * 6 * hidden + (back ? 3 * hidden : 0);
            const float *before = k ? state + (size_t)(back ? t + 1 : t - 1) * 2 * hidden + (back ? hidden : 0) : NULL;
            float *c = state + (size_t)t * 2 * hidden + (back ? hidden : 0), *h = out + (size_t)t * 2 * hidden + (back ? hidden : 0);
            for (uint32_t i = 0; i < hidden; i++) {
                float z = squash(g[i]), f = gate(g[hidden + i]), o = gate(g[2 * hidden + i]), was = before ? before[i] : 0;
                c[i] = z + f * (was - z);
                h[i] = o * c[i];
            }
        }
}

static void recur_back(const float *pre, uint32_t n, uint32_t hidden, const float *state, const float *dout, float *dpre)
{
    float carry[NETWORK_PARSE_HIDDEN > NETWORK_TAG_HIDDEN ? NETWORK_PARSE_HIDDEN : NETWORK_TAG_HIDDEN];
    for (int back = 0; back < 2; back++) {
        memset(carry, 0, sizeof carry);
        for (uint32_t k = n; k-- > 0;) {
            uint32_t t = back ? n - 1 - k : k;
            const float *g = pre + (size_t)t * 6 * hidden + (back ? 3 * hidden : 0);
            float *dg = dpre + (size_t)t * 6 * hidden + (back ? 3 * hidden : 0);
            const float *before = k ? state + (size_t)(back ? t + 1 : t - 1) * 2 * hidden + (back ? hidden : 0) : NULL;
            const float *c = state + (size_t)t * 2 * hidden + (back ? hidden : 0), *dh = dout + (size_t)t * 2 * hidden + (back ? hidden : 0);
            for (uint32_t i = 0; i < hidden; i++) {
                float z = squash(g[i]), f = gate(g[hidden + i]), o = gate(g[2 * hidden + i]), was = before ? before[i] : 0;
                float dc = dh[i] * o + carry[i];
                dg[i] = dc * (1 - f) * squash_slope(g[i]);
                dg[hidden + i] = dc * (was - z) * gate_slope(g[hidden + i]);
                dg[2 * hidden + i] = dh[i] * c[i] * gate_slope(g[2 * hidden + i]);
                carry[i] = dc * f;
            }
        }
    }
}

static void softmax(float *scores, uint32_t n)
{
    float most = scores[0], sum = 0;
    for (uint32_t i = 1; i < n; i++)
        most = scores[i] > most ? scores[i] : most;
    for (uint32_t i = 0; i < n; i++)
        sum += scores[i] = expf(scores[i] - most);
    for (uint32_t i = 0; i < n; i++)
        scores[i] /= sum;
}

/* Softmax in place over n scores; returns the loss of `gold` and leaves the gradient in `scores`. */
static float softmax_loss(float *scores, uint32_t n, uint32_t gold)
{
    softmax(scores, n);
    float loss = -logf(scores[gold] + 1e-9f);
    scores[gold] -= 1;
    return loss;
}

/* The same where teachers gave shares instead of one answer (Hinton, Vinyals and Dean, Distilling the Knowledge in a Neural Network, 2015). */
static float shares_loss(float *scores, uint32_t n, const uint8_t *shares)
{
    float loss = 0;
    uint32_t all = 0;
    softmax(scores, n);
    for (uint32_t i = 0; i < n; i++)
        all += shares[i];
    for (uint32_t i = 0; i < n; i++) {
        float share = (float)shares[i] / (float)all;
        loss -= share * logf(scores[i] + 1e-9f);
        scores[i] -= share;
    }
    return loss;
}

/* ---- the transition system ---- */

/* Gold arcs that each transition makes impossible. */
static void step_costs(const configuration *c, const tree *t, uint32_t cost[3])
{
    cost[0] = cost[1] = cost[2] = 0;
    uint32_t b = c->next, n = c->count;
    if (b < n)
        for (uint32_t k = 0; k < c->depth; k++) {
            uint32_t s = c->stack[k];
            cost[NETWORK_SHIFT] += t->words[s].head == b;
            cost[NETWORK_SHIFT] += k + 1 < c->depth && t->words[b].head == s;
        }
    if (!c->depth)
        return;
    uint32_t s0 = c->stack[c->depth - 1], head = t->words[s0].head;
    uint32_t behind = 0;
    for (uint32_t d = b; d < n; d++)
        behind += t->words[d].head == s0;
    cost[NETWORK_LEFT] = behind + ((c->depth > 1 && head == c->stack[c->depth - 2]) || (head > b && head <= n));
    cost[NETWORK_RIGHT] = behind + (head >= b && head <= n);
}

static void transition_hidden(const worker *k, const uint32_t *rows, uint32_t n, const uint32_t *slots, float hidden[S])
{
    const float *a = k->job->net.parameters;
    for (uint32_t i = 0; i < S; i++)
        hidden[i] = a[NETWORK_AT_STEP_BIAS + i];
    for (uint32_t r = 0; r < n; r++)
        for (uint32_t i = 0; i < S; i++)
            hidden[i] += a[NETWORK_AT_STEP_ROWS + rows[r] * S + i];
    for (uint32_t s = 0; s < NETWORK_SLOTS; s++)
        if (slots[s] != TRANSITION_NONE)
            for (uint32_t i = 0; i < S; i++)
                hidden[i] += k->p.roles[slots[s]][s * S + i];
}

static float learn_transitions(worker *k, const tree *t)
{
    pass *p = &k->p;
    const float *a = k->job->net.parameters;
    float *g = k->gradient;
    configuration c;
    transition_start(&c, t->count);
    float loss = 0;
    while (!transition_done(&c)) {
        uint32_t rows[TRANSITION_ROWS], slots[NETWORK_SLOTS], cost[3], n = transition_features(&c, rows, slots), dependent, head;
        unsigned valid = transition_valid(&c);
        float hidden[S], scores[3], dhidden[S];
        transition_hidden(k, rows, n, slots, hidden);
        for (uint32_t o = 0; o < 3; o++) {
            scores[o] = a[NETWORK_AT_STEP_OUT_BIAS + o];
            for (uint32_t i = 0; i < S; i++)
                scores[o] += (hidden[i] > 0 ? hidden[i] : 0) * a[NETWORK_AT_STEP + i * NETWORK_STEP_OUT + o];
        }
        step_costs(&c, t, cost);
        uint32_t least = UINT32_MAX, best = 3, best_good = 3;
        for (uint32_t o = 0; o < 3; o++)
            if (valid >> o & 1 && cost[o] < least)
                least = cost[o];
        float most = -1e9f, all = 0, good = 0, chance[3];
        for (uint32_t o = 0; o < 3; o++)
            if (valid >> o & 1) {
                if (scores[o] > most)
                    most = scores[o], best = o;
                if (cost[o] == least && (best_good == 3 || scores[o] > scores[best_good]))
                    best_good = o;
            }
        for (uint32_t o = 0; o < 3; o++) {
            chance[o] = valid >> o & 1 ? expf(scores[o] - most) : 0;
            all += chance[o];
            if (valid >> o & 1 && cost[o] == least)
                good += chance[o];
        }
        loss -= logf(good / all + 1e-9f);
        memset(dhidden, 0, sizeof dhidden);
        for (uint32_t o = 0; o < 3; o++) {
            if (!(valid >> o & 1))
                continue;
            float d = chance[o] / all - (cost[o] == least ? chance[o] / good : 0);
            g[NETWORK_AT_STEP_OUT_BIAS + o] += d;
            for (uint32_t i = 0; i < S; i++)
                if (hidden[i] > 0) {
                    dhidden[i] += d * a[NETWORK_AT_STEP + i * NETWORK_STEP_OUT + o];
                    g[NETWORK_AT_STEP + i * NETWORK_STEP_OUT + o] += d * hidden[i];
                }
        }
        for (uint32_t i = 0; i < S; i++)
            g[NETWORK_AT_STEP_BIAS + i] += dhidden[i];
        for (uint32_t r = 0; r < n; r++)
            for (uint32_t i = 0; i < S; i++)
                g[NETWORK_AT_STEP_ROWS + rows[r] * S + i] += dhidden[i];
        for (uint32_t s = 0; s < NETWORK_SLOTS; s++)
            if (slots[s] != TRANSITION_NONE)
                for (uint32_t i = 0; i < S; i++)
                    p->droles[slots[s]][s * S + i] += dhidden[i];
        uint32_t take = best_good;
        if (uniform(&k->random) < k->job->explore) { /* what the model itself would do, in proportion */
            float u = uniform(&k->random) * all;
            take = best;
            for (uint32_t o = 0; o < 3; o++)
                if (valid >> o & 1 && (u -= chance[o]) <= 0) {
                    take = o;
                    break;
                }
        }
        transition_take(&c, take, &dependent, &head);
    }
    return loss;
}

static uint32_t label_scores(const worker *k, const tree *t, uint32_t d, float hidden[L], float scores[R])
{
    const pass *p = &k->p;
    const float *a = k->job->net.parameters;
    uint32_t h = t->words[d].head, row = h < t->count ? (uint32_t)network_distance_row((int)d, (int)h) : NETWORK_ARC_ROOT;
    for (uint32_t i = 0; i < L; i++)
        hidden[i] = a[NETWORK_AT_ARC_BIAS + i] + a[NETWORK_AT_ARC_ROWS + row * L + i] + p->roles[d][DEPENDENT + i] + (h < t->count ? p->roles[h][HEAD + i] : 0);
    for (uint32_t o = 0; o < R; o++)
        scores[o] = a[NETWORK_AT_LABEL_BIAS + o];
    for (uint32_t i = 0; i < L; i++)
        if (hidden[i] > 0)
            for (uint32_t o = 0; o < R; o++)
                scores[o] += hidden[i] * a[NETWORK_AT_LABEL + i * R + o];
    return row;
}

static float learn_labels(worker *k, const tree *t)
{
    pass *p = &k->p;
    const float *a = k->job->net.parameters;
    float *g = k->gradient, loss = 0;
    for (uint32_t d = 0; d < t->count; d++) {
        float hidden[L], scores[R], dhidden[L];
        uint32_t h = t->words[d].head, row = label_scores(k, t, d, hidden, scores);
        loss += softmax_loss(scores, R, t->words[d].relation);
        for (uint32_t o = 0; o < R; o++)
            g[NETWORK_AT_LABEL_BIAS + o] += scores[o];
        for (uint32_t i = 0; i < L; i++) {
            dhidden[i] = 0;
            if (hidden[i] <= 0)
                continue;
            for (uint32_t o = 0; o < R; o++) {
                dhidden[i] += scores[o] * a[NETWORK_AT_LABEL + i * R + o];
                g[NETWORK_AT_LABEL + i * R + o] += scores[o] * hidden[i];
            }
            g[NETWORK_AT_ARC_BIAS + i] += dhidden[i];
            g[NETWORK_AT_ARC_ROWS + row * L + i] += dhidden[i];
            p->droles[d][DEPENDENT + i] += dhidden[i];
            if (h < t->count)
                p->droles[h][HEAD + i] += dhidden[i];
        }
    }
    return loss;
}

/* ---- the whole network on one sentence ---- */

static void mask_fill(float *keep, uint32_t n, float drop, uint64_t *random)
{
    for (uint32_t i = 0; i < n; i++)
        keep[i] = uniform(random) < drop ? 0 : 1 / (1 - drop);
}

static void embed(worker *k, const tree *t, bool train)
{
    pass *p = &k->p;
    const job *j = k->job;
    memset(p->x, 0, sizeof *p->x * t->count);
    for (uint32_t i = 0; i < t->count; i++) {
        uint32_t hashes[NETWORK_FEATURES], n = feature_list(t->words[i].form, (uint32_t)strlen(t->words[i].form), hashes);
        p->row_count[i] = 0;
        for (uint32_t f = 0; f < n; f++) {
            uint32_t row = vocabulary_row(j->words, hashes[f]);
            if (row == UINT32_MAX)
                continue;
            if (train && uniform(&k->random) * (1.0f + (float)j->words->seen[row]) < 0.5f)
                continue; /* rare ones are at times unknown */
            p->rows[i][p->row_count[i]++] = row;
            for (uint32_t e = 0; e < E; e++)
                p->x[i][e] += j->net.embed[(size_t)row * E + e];
        }
        mask_fill(p->keep_x[i], E, train ? DROP : 0, &k->random);
        for (uint32_t e = 0; e < E; e++)
            p->x[i][e] *= p->keep_x[i][e];
    }
}

static void network_forward(worker *k, const tree *t, bool train)
{
    pass *p = &k->p;
    const float *a = k->job->net.parameters;
    uint32_t n = t->count;
    embed(k, t, train);
    memset(p->product[0], 0, REACH * sizeof p->product[0]); /* what stands before and behind the sentence */
    memset(p->product[n + REACH], 0, REACH * sizeof p->product[0]);
    forward(a + NETWORK_AT_WINDOW, NULL, p->x[0], E, n, E, SPAN * W, p->product[REACH]);
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t o = 0; o < W; o++) {
            float v = a[NETWORK_AT_WINDOW_BIAS + o] + a[NETWORK_PARAMETERS + t->bank * W + o];
            for (uint32_t s = 0; s < SPAN; s++)
                v += p->product[i + s][s * W + o];
            p->window[i][o] = v < 0 ? 0 : v > NETWORK_RELU_MOST ? NETWORK_RELU_MOST : v;
        }
    forward(a + NETWORK_AT_TAG, a + NETWORK_AT_TAG_BIAS, p->window[0], W, n, W, 6 * TH, p->tag_pre[0]);
    recur(p->tag_pre[0], n, TH, p->tag_state[0], p->tag[0]);
    for (uint32_t i = 0; i < n; i++) {
        mask_fill(p->keep_in[i], W, train ? DROP : 0, &k->random);
        for (uint32_t o = 0; o < W; o++)
            p->in[i][o] = (p->window[i][o] + p->tag[i][o]) * p->keep_in[i][o];
    }
    forward(a + NETWORK_AT_TAGS, a + NETWORK_AT_TAGS_BIAS, p->tag[0], 2 * TH, n, 2 * TH, OUT, p->out[0]);
    forward(a + NETWORK_AT_PARSE, a + NETWORK_AT_PARSE_BIAS, p->in[0], W, n, W, 6 * PH, p->parse_pre[0]);
    recur(p->parse_pre[0], n, PH, p->parse_state[0], p->parse[0]);
    mask_fill(p->keep_h, 2 * PH, train ? DROP : 0, &k->random);
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t o = 0; o < 2 * PH; o++)
            p->parse[i][o] *= p->keep_h[o];
    forward(a + NETWORK_AT_ROLES, NULL, p->parse[0], 2 * PH, n, 2 * PH, ROLES, p->roles[0]);
}

static void network_learn(worker *k, const tree *t)
{
    pass *p = &k->p;
    const float *a = k->job->net.parameters;
    float *g = k->gradient;
    uint32_t n = t->count;
    network_forward(k, t, true);
    memset(p->dx, 0, sizeof *p->dx * n);
    memset(p->dwindow, 0, sizeof *p->dwindow * n);
    memset(p->dtag, 0, sizeof *p->dtag * n);
    memset(p->din, 0, sizeof *p->din * n);
    memset(p->dparse, 0, sizeof *p->dparse * n);
    memset(p->droles, 0, sizeof *p->droles * n);
    for (uint32_t i = 0; i < n; i++) {
        const word *w = &t->words[i];
        k->tag_loss += w->shares ? shares_loss(p->out[i], NETWORK_UPOS, w->shares) : softmax_loss(p->out[i], NETWORK_UPOS, w->upos);
        k->tag_loss += w->shares ? shares_loss(p->out[i] + NETWORK_UPOS, NETWORK_XPOS, w->shares + NETWORK_UPOS) : softmax_loss(p->out[i] + NETWORK_UPOS, NETWORK_XPOS, w->xpos);
    }
    k->step_loss += learn_transitions(k, t);
    k->label_loss += learn_labels(k, t);
    backward(a + NETWORK_AT_ROLES, p->parse[0], 2 * PH, n, 2 * PH, ROLES, p->droles[0], g + NETWORK_AT_ROLES, NULL, p->dparse[0]);
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t o = 0; o < 2 * PH; o++)
            p->dparse[i][o] *= p->keep_h[o];
    recur_back(p->parse_pre[0], n, PH, p->parse_state[0], p->dparse[0], p->dparse_pre[0]);
    backward(a + NETWORK_AT_PARSE, p->in[0], W, n, W, 6 * PH, p->dparse_pre[0], g + NETWORK_AT_PARSE, g + NETWORK_AT_PARSE_BIAS, p->din[0]);
    backward(a + NETWORK_AT_TAGS, p->tag[0], 2 * TH, n, 2 * TH, OUT, p->out[0], g + NETWORK_AT_TAGS, g + NETWORK_AT_TAGS_BIAS, p->dtag[0]);
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t o = 0; o < W; o++) {
            float d = p->din[i][o] * p->keep_in[i][o];
            p->dwindow[i][o] += d;
            p->dtag[i][o] += d;
        }
    recur_back(p->tag_pre[0], n, TH, p->tag_state[0], p->dtag[0], p->dtag_pre[0]);
    backward(a + NETWORK_AT_TAG, p->window[0], W, n, W, 6 * TH, p->dtag_pre[0], g + NETWORK_AT_TAG, g + NETWORK_AT_TAG_BIAS, p->dwindow[0]);
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t o = 0; o < W; o++)
            if (p->window[i][o] <= 0 || p->window[i][o] >= NETWORK_RELU_MOST)
                p->dwindow[i][o] = 0;
    memset(p->dproduct, 0, (n + 2 * REACH) * sizeof *p->dproduct); /* words near an end are in fewer windows */
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t o = 0; o < W; o++) {
            g[NETWORK_AT_WINDOW_BIAS + o] += p->dwindow[i][o];
            g[NETWORK_PARAMETERS + t->bank * W + o] += p->dwindow[i][o];
        }
        for (uint32_t s = 0; s < SPAN; s++)
            memcpy(p->dproduct[i + s] + s * W, p->dwindow[i], sizeof p->dwindow[i]);
    }
    backward(a + NETWORK_AT_WINDOW, p->x[0], E, n, E, SPAN * W, p->dproduct[REACH], g + NETWORK_AT_WINDOW, NULL, p->dx[0]);
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t f = 0; f < p->row_count[i]; f++) {
            uint32_t row = p->rows[i][f];
            if (k->slot_of[row] < 0) {
                k->slot_of[row] = (int32_t)k->touched_count;
                memset(k->embed_gradient + (size_t)k->touched_count * E, 0, E * sizeof(float));
                k->touched[k->touched_count++] = row;
            }
            float *to = k->embed_gradient + (size_t)k->slot_of[row] * E;
            for (uint32_t e = 0; e < E; e++)
                to[e] += p->dx[i][e] * p->keep_x[i][e];
        }
}

static void *learn_part(void *argument)
{
    worker *k = argument;
    for (uint32_t i = k->first; i < k->last; i++)
        network_learn(k, k->job->batch[i]);
    return NULL;
}

/* The gradients of a batch, in k[0]. */
static void learn_batch(worker *k, uint32_t size)
{
    pthread_t threads[THREADS];
    for (uint32_t w = 0; w < THREADS; w++) {
        memset(k[w].gradient, 0, PARAMETERS * sizeof(float));
        k[w].touched_count = 0;
        k[w].first = size * w / THREADS;
        k[w].last = size * (w + 1) / THREADS;
        if (w && pthread_create(&threads[w], NULL, learn_part, &k[w]))
            exit(1);
    }
    learn_part(&k[0]);
    for (uint32_t w = 1; w < THREADS; w++) {
        pthread_join(threads[w], NULL);
        for (uint32_t i = 0; i < PARAMETERS; i++)
            k[0].gradient[i] += k[w].gradient[i];
        for (uint32_t i = 0; i < k[w].touched_count; i++) {
            uint32_t row = k[w].touched[i];
            const float *from = k[w].embed_gradient + (size_t)i * E;
            k[w].slot_of[row] = -1;
            if (k[0].slot_of[row] < 0) {
                k[0].slot_of[row] = (int32_t)k[0].touched_count;
                memset(k[0].embed_gradient + (size_t)k[0].touched_count * E, 0, E * sizeof(float));
                k[0].touched[k[0].touched_count++] = row;
            }
            float *to = k[0].embed_gradient + (size_t)k[0].slot_of[row] * E;
            for (uint32_t e = 0; e < E; e++)
                to[e] += from[e];
        }
    }
}

/* ---- Adam ---- */

typedef struct moments {
    float *first, *second;
} moments;

static void adam(float *value, const float *gradient, moments m, size_t at, uint32_t n, float rate, float scale, float bound)
{
    for (uint32_t i = 0; i < n; i++) {
        float d = gradient[i] * scale;
        m.first[at + i] = 0.9f * m.first[at + i] + 0.1f * d;
        m.second[at + i] = 0.99f * m.second[at + i] + 0.01f * d * d;
        float v = value[i] - rate * m.first[at + i] / (sqrtf(m.second[at + i]) + 1e-6f);
        value[i] = v < -bound ? -bound : v > bound ? bound : v;
    }
}

static void start_block(float *a, uint32_t inputs, uint32_t count, uint64_t *random)
{
    for (uint32_t i = 0; i < count; i++)
        a[i] = inputs == 1 ? 0 : (uniform(random) * 2 - 1) * sqrtf(3.0f / (float)inputs);
}

static void start_values(float *a, uint64_t *random)
{
#define X(name, inputs, outputs) start_block(a + NETWORK_AT_##name, NETWORK_AT_##name == NETWORK_AT_WINDOW ? SPAN * (inputs) : (inputs), (inputs) * (outputs), random);
    NETWORK_WIDE_LIST(X)
#undef X
#define X(name, inputs, outputs, least, bits) start_block(a + NETWORK_AT_##name, (inputs), (inputs) * (outputs), random);
    NETWORK_DENSE_LIST(X) /* their biases start at 0 */
#undef X
}

/* One network; each epoch takes the first `own` trees and as many of the others, drawn anew, as `others` says. */
static network learn_network(const treebank *b, uint32_t own, uint32_t others, const vocabulary *v, uint32_t epochs, uint64_t random, const char *name)
{
    job j = {.words = v};
    size_t embed_size = (size_t)v->count * E;
    j.net.parameters = train_alloc(PARAMETERS * sizeof(float));
    j.net.embed = train_alloc(embed_size * sizeof(float));
    start_values(j.net.parameters, &random);
    for (size_t i = 0; i < embed_size; i++)
        j.net.embed[i] = (uniform(&random) * 2 - 1) * 0.2f;
    moments dense = {train_alloc(PARAMETERS * sizeof(float)), train_alloc(PARAMETERS * sizeof(float))};
    moments sparse = {train_alloc(embed_size * sizeof(float)), train_alloc(embed_size * sizeof(float))};
    network mean = {train_alloc(PARAMETERS * sizeof(float)), train_alloc(embed_size * sizeof(float))}; /* of late values: better than the last */
    worker *k = train_alloc(THREADS * sizeof *k);
    for (uint32_t w = 0; w < THREADS; w++) {
        k[w].gradient = train_alloc(PARAMETERS * sizeof(float));
        k[w].embed_gradient = train_alloc((size_t)BATCH * T * NETWORK_FEATURES * E * sizeof(float));
        k[w].touched = train_alloc((size_t)BATCH * T * NETWORK_FEATURES * sizeof(uint32_t));
        k[w].slot_of = train_alloc(v->count * sizeof(int32_t));
        for (uint32_t i = 0; i < v->count; i++)
            k[w].slot_of[i] = -1;
        k[w].job = &j;
        k[w].random = random + 77 + w;
    }
    const tree **order = train_alloc((own + others) * sizeof *order);
    uint32_t n = own + others, steps = (n + BATCH - 1) / BATCH * epochs, step = 0;
    for (uint32_t epoch = 0; epoch < epochs; epoch++) {
        for (uint32_t i = 0; i < n; i++)
            order[i] = &b->trees[i < own ? i : own + train_random(&random) % (b->count - own)];
        for (uint32_t i = n - 1; i > 0; i--) {
            uint32_t other = train_random(&random) % (i + 1);
            const tree *swap = order[i];
            order[i] = order[other];
            order[other] = swap;
        }
        for (uint32_t w = 0; w < THREADS; w++)
            k[w].tag_loss = k[w].step_loss = k[w].label_loss = 0;
        j.explore = epoch ? 0.9f : 0.0f;
        for (uint32_t first = 0; first < n; first += BATCH, step++) {
            const tree *batch[BATCH];
            tree headlines[BATCH];
            uint32_t size = n - first < BATCH ? n - first : BATCH;
            for (uint32_t i = 0; i < size; i++) {
                batch[i] = order[first + i];
                headlines[i] = (tree){0};
                if (train_random(&random) % 100 < (headline_of_several(b, batch[i]) ? HEADLINES_OF_SEVERAL : HEADLINES) && headline_make(b, batch[i], train_random(&random), &headlines[i]))
                    batch[i] = &headlines[i];
            }
            j.batch = batch;
            learn_batch(k, size);
            float progress = (float)step / (float)steps, rate = 0.003f * (step < 200 ? (float)(step + 1) / 200 : 1 - progress);
            adam(j.net.parameters, k[0].gradient, dense, 0, PARAMETERS, rate, 1.0f / (float)size, 15);
            for (uint32_t i = 0; i < k[0].touched_count; i++) {
                uint32_t row = k[0].touched[i];
                adam(j.net.embed + (size_t)row * E, k[0].embed_gradient + (size_t)i * E, sparse, (size_t)row * E, E, rate, 1.0f / (float)size, 1.98f);
                k[0].slot_of[row] = -1;
            }
            if (step % MEAN_STEPS == 0) {
                float part = step < MEAN_STEPS * 10 ? 1 : 0.03f;
                for (size_t i = 0; i < PARAMETERS; i++)
                    mean.parameters[i] += part * (j.net.parameters[i] - mean.parameters[i]);
                for (size_t i = 0; i < embed_size; i++)
                    mean.embed[i] += part * (j.net.embed[i] - mean.embed[i]);
            }
            for (uint32_t i = 0; i < size; i++)
                headline_free(&headlines[i]);
        }
        fprintf(stderr, "%s, epoch %u: loss a sentence: tags %.3f, transitions %.3f, labels %.3f\n", name, epoch + 1, (k[0].tag_loss + k[1].tag_loss) / n,
                (k[0].step_loss + k[1].step_loss) / n, (k[0].label_loss + k[1].label_loss) / n);
    }
    for (size_t i = 0; i < embed_size; i++) /* a feature that these trees do not have says nothing */
        if (sparse.second[i] == 0)
            mean.embed[i] = 0;
    for (uint32_t w = 0; w < THREADS; w++)
        free(k[w].gradient), free(k[w].embed_gradient), free(k[w].touched), free(k[w].slot_of);
    free(k), free(order), free(dense.first), free(dense.second), free(sparse.first), free(sparse.second), free(j.net.parameters), free(j.net.embed);
    return mean;
}

/* ---- free text: what several networks together make of it teaches the one that is kept ---- */

typedef struct panel {
    worker *members; /* one network each */
    job jobs[TEACHERS];
    tree *trees;
    uint32_t first, last;
} panel;

static uint32_t highest(const float *scores, uint32_t n)
{
    uint32_t best = 0;
    for (uint32_t i = 1; i < n; i++)
        if (scores[i] > scores[best])
            best = i;
    return best;
}

static void add_transition_scores(const worker *k, const uint32_t *rows, uint32_t n, const uint32_t *slots, float scores[3])
{
    const float *a = k->job->net.parameters;
    float hidden[S];
    transition_hidden(k, rows, n, slots, hidden);
    for (uint32_t o = 0; o < 3; o++) {
        scores[o] += a[NETWORK_AT_STEP_OUT_BIAS + o];
        for (uint32_t i = 0; i < S; i++)
            scores[o] += (hidden[i] > 0 ? hidden[i] : 0) * a[NETWORK_AT_STEP + i * NETWORK_STEP_OUT + o];
    }
}

/* Sets tags, heads and relations to what the panel's summed scores say. */
static void panel_read(panel *p, tree *t)
{
    configuration c;
    for (uint32_t m = 0; m < TEACHERS; m++)
        network_forward(&p->members[m], t, false);
    for (uint32_t i = 0; i < t->count; i++) {
        float sums[OUT] = {0};
        for (uint32_t m = 0; m < TEACHERS; m++) {
            float *out = p->members[m].p.out[i];
            softmax(out, NETWORK_UPOS);
            softmax(out + NETWORK_UPOS, NETWORK_XPOS);
            for (uint32_t o = 0; o < OUT; o++)
                sums[o] += out[o] / TEACHERS;
        }
        t->words[i].upos = (uint8_t)highest(sums, NETWORK_UPOS);
        t->words[i].xpos = (uint8_t)highest(sums + NETWORK_UPOS, NETWORK_XPOS);
        t->words[i].shares = train_alloc(OUT);
        for (uint32_t o = 0; o < OUT; o++)
            t->words[i].shares[o] = (uint8_t)lrintf(255 * sums[o]);
    }
    transition_start(&c, t->count);
    while (!transition_done(&c)) {
        uint32_t rows[TRANSITION_ROWS], slots[NETWORK_SLOTS], n = transition_features(&c, rows, slots), dependent, head, best = 3;
        unsigned valid = transition_valid(&c);
        float scores[3] = {0};
        for (uint32_t m = 0; m < TEACHERS; m++)
            add_transition_scores(&p->members[m], rows, n, slots, scores);
        for (uint32_t o = 0; o < 3; o++)
            if (valid >> o & 1 && (best == 3 || scores[o] > scores[best]))
                best = o;
        if (transition_take(&c, best, &dependent, &head))
            t->words[dependent].head = (uint16_t)head;
    }
    for (uint32_t d = 0; d < t->count; d++) {
        float sums[R] = {0};
        for (uint32_t m = 0; m < TEACHERS; m++) {
            float hidden[L], scores[R];
            label_scores(&p->members[m], t, d, hidden, scores);
            for (uint32_t o = 0; o < R; o++)
                sums[o] += scores[o];
        }
        t->words[d].relation = (uint8_t)highest(sums, R);
    }
}

static void *panel_part(void *argument)
{
    panel *p = argument;
    for (uint32_t i = p->first; i < p->last; i++)
        panel_read(p, &p->trees[i]);
    return NULL;
}

static void panel_teach(const network *teachers, const vocabulary *v, tree *trees, uint32_t count)
{
    panel *p = train_alloc(THREADS * sizeof *p);
    pthread_t threads[THREADS];
    for (uint32_t w = 0; w < THREADS; w++) {
        p[w].members = train_alloc(TEACHERS * sizeof *p[w].members);
        for (uint32_t m = 0; m < TEACHERS; m++) {
            p[w].jobs[m] = (job){.words = v, .net = teachers[m]};
            p[w].members[m].job = &p[w].jobs[m];
        }
        p[w].trees = trees;
        p[w].first = (uint32_t)((uint64_t)count * w / THREADS);
        p[w].last = (uint32_t)((uint64_t)count * (w + 1) / THREADS);
        if (pthread_create(&threads[w], NULL, panel_part, &p[w]))
            exit(1);
    }
    for (uint32_t w = 0; w < THREADS; w++) {
        pthread_join(threads[w], NULL);
        free(p[w].members);
    }
    free(p);
}

void train_network(treebank *b, uint32_t own, uint32_t epochs, image *out)
{
    vocabulary v;
    network teachers[TEACHERS];
    uint32_t others = b->count > own ? own * 3 / 4 : 0;
    vocabulary_count(b, &v, MODEL_ROWS);
    for (uint32_t m = 0; m < TEACHERS && others; m++) {
        char name[32];
        snprintf(name, sizeof name, "teacher %u of %u", m + 1, TEACHERS);
        teachers[m] = learn_network(b, own, 0, &v, epochs * 3 / 4, 1 + m * 1000, name);
    }
    if (others)
        panel_teach(teachers, &v, b->trees + own, b->count - own);
    network kept = learn_network(b, own, others, &v, epochs, 9, "network");
    for (uint32_t i = 0; i < W; i++) /* the last treebank's conventions are the model's */
        kept.parameters[NETWORK_AT_WINDOW_BIAS + i] += kept.parameters[NETWORK_PARAMETERS + b->last_bank * W + i];
    quantize_network(kept.parameters, kept.embed, &v, out);
}
