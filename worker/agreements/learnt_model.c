/* SPDX-License-Identifier: MIT */
#include "learnt_model.h"

#include <math.h>
#include <pthread.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "built_in.h"

BUILT_IN_FILE(entente_learnt, ENTENTE_LEARNT_FILE);

static const learnt_model *built_in;

static void read_built_in(void) { built_in = built_in_body(entente_learnt_bytes, entente_learnt_end, LEARNT_MAGIC, LEARNT_VERSION, sizeof *built_in); }

bool learnt_ready(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, read_built_in);
    return built_in != NULL;
}

void learnt_add(learnt_features *f, uint32_t what, uint32_t a, uint32_t b, uint32_t c)
{
    if (f->count == LEARNT_FEATURES)
        return;
    uint32_t held[] = {what, a, b, c};
    f->hashes[f->count++] = (uint32_t)XXH3_64bits(held, sizeof held);
}

float learnt_probability(learnt_question q, const learnt_features *f)
{
    const learnt_model *m = built_in;
    int32_t sum = 0;
    for (uint32_t i = 0; i < f->count; i++) {
        learnt_row r = m->rows[learnt_row_of(f->hashes[i])];
        sum += r.check == learnt_check_of(f->hashes[i]) ? r.weight : 0;
    }
    return 1 / (1 + expf(-(float)sum * m->scales[q]));
}

void learnt_outcome(const learnt_features *f, entente_kind *kind, entente_agreement_status *status)
{
    const learnt_model *m = built_in;
    int32_t sums[LEARNT_OUTCOMES] = {0};
    for (uint32_t i = 0; i < f->count; i++) {
        uint32_t row = learnt_row_of(f->hashes[i]);
        for (uint32_t o = 0; o < LEARNT_OUTCOMES && m->rows[row].check == learnt_check_of(f->hashes[i]); o++)
            sums[o] += m->outcomes[row][o];
    }
    uint32_t k = 0, s = LEARNT_KINDS;
    for (uint32_t o = 1; o < LEARNT_KINDS; o++)
        k = sums[o] > sums[k] ? o : k;
    for (uint32_t o = LEARNT_KINDS + 1; o < LEARNT_OUTCOMES; o++)
        s = sums[o] > sums[s] ? o : s;
    *kind = (entente_kind)(k + 1);
    *status = (entente_agreement_status)(s - LEARNT_KINDS + 1);
}
