/* SPDX-License-Identifier: MIT */
#include "sequence.h"

#include <math.h>
#include <pthread.h>
#include <string.h>

#include "built_in.h"

/* The same sums in the same order whatever the width of the vectors (no fused multiply-add): every machine gives the same answer. */
#if defined __x86_64__ && defined __gnu_linux__ && !defined __SANITIZE_ADDRESS__ && !defined __SANITIZE_THREAD__ && !defined __clang__
#define SEQUENCE_CLONES __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define SEQUENCE_CLONES
#endif

enum { IN = SEQUENCE_INPUT, UNITS = SEQUENCE_UNITS, PAIR = SEQUENCE_PAIR, GATES = SEQUENCE_GATES };

BUILT_IN_FILE(entente_cleanup, ENTENTE_CLEANUP_FILE);

static const sequence_model *built_in;

static void read_built_in(void) { built_in = built_in_body(entente_cleanup_bytes, entente_cleanup_end, SEQUENCE_MAGIC, SEQUENCE_VERSION, sizeof *built_in); }

const sequence_model *sequence_built_in(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, read_built_in);
    return built_in;
}

enum { TOGETHER = 4 }; /* blocks a time, so that a weight that is loaded is used as often */

/* The vectors of some blocks: rows of their words and numbers. */
SEQUENCE_CLONES static void embed(const sequence_model *m, const block_features *const f[TOGETHER], float (*x)[IN])
{
    float y[TOGETHER][IN];
    for (int b = 0; b < TOGETHER; b++) {
        int32_t sums[IN] = {0};
        for (uint32_t k = 0; k < f[b]->word_count; k++)
            for (int j = 0; j < IN; j++)
                sums[j] += m->rows[f[b]->words[k]][j];
        for (int j = 0; j < IN; j++)
            y[b][j] = (float)sums[j] * m->row_scale;
    }
    for (int i = 0; i < FEATURE_NUMBERS; i++)
        for (int b = 0; b < TOGETHER; b++)
            for (int j = 0; j < IN; j++)
                y[b][j] += f[b]->numbers[i] * m->weights.numbers[i][j];
    for (int b = 0; b < TOGETHER; b++)
        for (int j = 0; j < IN; j++)
            x[b][j] = y[b][j] > 0 ? y[b][j] : 0;
}

/* Gates and candidates of some blocks: all but the recurrence. */
SEQUENCE_CLONES static void gates(const float (*w)[GATES], const float *x, int n, int stride, float (*to)[GATES])
{
    enum { PART = GATES / 2 }; /* as much as registers hold */
    for (int part = 0; part < GATES; part += PART) {
        float s[TOGETHER][PART];
        for (int b = 0; b < TOGETHER; b++)
            memcpy(s[b], w[n] + part, sizeof s[b]);
        for (int i = 0; i < n; i++)
            for (int b = 0; b < TOGETHER; b++)
                for (int j = 0; j < PART; j++)
                    s[b][j] += x[b * stride + i] * w[i][part + j];
        for (int b = 0; b < TOGETHER; b++)
            for (int j = 0; j < PART; j++)
                to[b][part + j] = sequence_squash(s[b][j], j < UNITS);
    }
}

static void recur(float (*g)[GATES], uint32_t count, float (*to)[PAIR])
{
    float state[UNITS] = {0};
    for (uint32_t i = 0; i < count; i++)
        for (int j = 0; j < UNITS; j++)
            to[i][j] = state[j] += g[i][j] * (g[i][UNITS + j] - state[j]);
    memset(state, 0, sizeof state);
    for (uint32_t i = count; i-- > 0;)
        for (int j = 0; j < UNITS; j++)
            to[i][UNITS + j] = state[j] += g[i][PAIR + j] * (g[i][PAIR + UNITS + j] - state[j]);
}

/* Summed in eight places side by side, on every machine. */
static float product(const float *x, const float *y, int n)
{
    float s[8] = {0};
    for (int i = 0; i < n; i += 8)
        for (int j = 0; j < 8; j++)
            s[j] += x[i + j] * y[i + j];
    return ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]));
}

entente_status sequence_label(const sequence_model *m, const block_features *f, uint32_t count, arena *a, float (*out)[LABELS])
{
    size_t room = (size_t)count + TOGETHER - 1;
    float(*x)[IN] = arena_calloc(a, room, sizeof *x), (*g)[GATES] = arena_alloc(a, room * sizeof *g), (*y)[PAIR] = arena_calloc(a, room, sizeof *y);
    if (!x || !g || !y)
        return ENTENTE_LIMIT;
    const sequence_weights *w = &m->weights;
    for (uint32_t i = 0; i < count; i += TOGETHER) {
        const block_features *some[TOGETHER];
        for (uint32_t k = 0; k < TOGETHER; k++)
            some[k] = &f[i + k < count ? i + k : i]; /* behind the last any will do: nobody looks at it */
        embed(m, some, &x[i]);
    }
    for (uint32_t i = 0; i < count; i += TOGETHER)
        gates(w->first, x[i], IN, IN, &g[i]);
    recur(g, count, y);
    for (uint32_t i = 0; i < count; i += TOGETHER)
        gates(w->second, y[i], PAIR, PAIR, &g[i]);
    recur(g, count, y);
    float most_title = 0, titles; /* that there is none counts as e^0 */
    for (uint32_t i = 0; i < count; i++) {
        float s[LABELS];
        for (int k = 0; k < LABELS; k++)
            s[k] = w->out[k][PAIR + IN] + product(y[i], w->out[k], PAIR) + product(x[i], w->out[k] + PAIR, IN);
        out[i][LABEL_BODY] = 1 / (1 + expf(-s[LABEL_BODY]));
        out[i][LABEL_CLUTTER] = 1 - out[i][LABEL_BODY];
        out[i][LABEL_HEADING] = 1 / (1 + expf(-s[LABEL_HEADING]));
        out[i][LABEL_TITLE] = s[LABEL_TITLE];
        most_title = s[LABEL_TITLE] > most_title ? s[LABEL_TITLE] : most_title;
    }
    titles = expf(-most_title);
    for (uint32_t i = 0; i < count; i++)
        titles += out[i][LABEL_TITLE] = expf(out[i][LABEL_TITLE] - most_title);
    for (uint32_t i = 0; i < count; i++)
        out[i][LABEL_TITLE] /= titles;
    return ENTENTE_OK;
}
