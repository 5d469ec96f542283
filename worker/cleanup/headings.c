/* SPDX-License-Identifier: MIT */
#include "headings.h"

#include <math.h>

static const float OF_ARTICLE = 0.12f, COULD_BE = 0.05f, LIKELY = 0.5f;
enum { LONG_WORDS = 20 };

enum { WORDS, BODY, HEADING, NEIGHBOUR }; /* as heading_number has them of a neighbour */

/* Of the block at a place in the article. */
static void read_neighbour(const block_features *f, float (*p)[LABELS], const uint32_t *article, uint32_t blocks, uint32_t place, float to[NEIGHBOUR])
{
    bool there = place < blocks; /* none before the first, where the place wraps around */
    to[WORDS] = there ? f[article[place]].numbers[FEATURE_NUMBERS + OWN_WORDS] : -1;
    to[BODY] = there ? p[article[place]][LABEL_BODY] : -1;
    to[HEADING] = there ? p[article[place]][LABEL_HEADING] : -1;
}

entente_status headings_read(block_features *f, uint32_t count, float (*p)[LABELS], arena *a, uint32_t **candidates, uint32_t *candidate_count)
{
    typedef struct looks {
        uint32_t blocks;
        float heading, most; /* sum and highest of their probabilities */
    } looks;
    uint32_t *article = arena_alloc(a, (size_t)count * sizeof *article), *out = arena_alloc(a, (size_t)count * sizeof *out);
    float *prose = arena_alloc(a, ((size_t)count + 1) * sizeof *prose);
    looks *alike = arena_calloc(a, FEATURE_SHAPES, sizeof *alike), all = {0};
    if (!article || !out || !prose || !alike)
        return ENTENTE_LIMIT;
    uint32_t blocks = 0, likely = 0, found = 0;
    float words = 0;
    for (uint32_t i = 0; i < count; i++) {
        float own = f[i].numbers[FEATURE_NUMBERS + OWN_WORDS], heading = p[i][LABEL_HEADING];
        if (p[i][LABEL_BODY] <= OF_ARTICLE)
            continue;
        article[blocks++] = i;
        words += own;
        if (own > FEATURE_SHAPE_WORDS)
            continue;
        looks *l = &alike[f[i].shape];
        l->blocks++;
        l->heading += heading;
        l->most = fmaxf(l->most, heading);
        all.blocks++;
        all.heading += heading;
        likely += heading > LIKELY;
    }
    prose[blocks] = 0; /* words of the long blocks from this one on */
    for (uint32_t k = blocks; k-- > 0;) {
        float own = f[article[k]].numbers[FEATURE_NUMBERS + OWN_WORDS];
        prose[k] = own > LONG_WORDS ? own + prose[k + 1] : 0;
    }
    float before = 0; /* the same, up to this one */
    for (uint32_t k = 0; k < blocks; k++) {
        uint32_t i = article[k];
        float *x = f[i].numbers + FEATURE_NUMBERS, own = x[OWN_WORDS];
        if (own <= FEATURE_SHAPE_WORDS && p[i][LABEL_HEADING] > COULD_BE) {
            const looks *l = &alike[f[i].shape];
            x[OWN_BODY] = p[i][LABEL_BODY];
            x[OWN_HEADING] = p[i][LABEL_HEADING];
            x[OWN_TITLE] = p[i][LABEL_TITLE];
            float second_before[NEIGHBOUR];
            read_neighbour(f, p, article, blocks, k - 1, &x[BEFORE_WORDS]);
            read_neighbour(f, p, article, blocks, k + 1, &x[AFTER_WORDS]);
            read_neighbour(f, p, article, blocks, k + 2, &x[SECOND_AFTER_WORDS]);
            read_neighbour(f, p, article, blocks, k - 2, second_before);
            x[SECOND_BEFORE_WORDS] = second_before[WORDS];
            x[SECOND_BEFORE_HEADING] = second_before[HEADING];
            x[PLACE] = (float)k;
            x[PLACE_SHARE] = (float)k / (float)blocks;
            x[PROSE_BEFORE] = before;
            x[PROSE_AFTER] = prose[k + 1];
            x[SHORTS] = (float)all.blocks;
            x[SHORTS_SHARE] = (float)all.blocks / (float)blocks;
            x[WORDS_A_SHORT] = words / (float)all.blocks;
            x[SHORTS_HEADING] = all.heading / (float)all.blocks;
            x[SHORTS_LIKELY] = (float)likely;
            x[ALIKE] = (float)l->blocks;
            x[ALIKE_HEADING] = l->heading / (float)l->blocks;
            x[ALIKE_MOST] = l->most;
            out[found++] = i;
        }
        before = own > LONG_WORDS ? before + own : 0;
    }
    *candidates = out;
    *candidate_count = found;
    return ENTENTE_OK;
}

entente_status headings_label(const heading_trees *m, block_features *f, uint32_t count, arena *a, float (*p)[LABELS])
{
    uint32_t *candidates, n;
    entente_status e = headings_read(f, count, p, a, &candidates, &n);
    if (e)
        return e;
    for (uint32_t i = 0; i < count; i++)
        p[i][LABEL_HEADING] = 0;
    for (uint32_t k = 0; k < n; k++) {
        const float *x = f[candidates[k]].numbers;
        float log_odds = m->start;
        for (const heading_tree *t = m->trees; t < m->trees + HEADING_TREES; t++) {
            unsigned at = 0;
            for (int level = 0; level < HEADING_DEPTH; level++)
                at = 2 * at + 1 + (x[t->number[at]] > t->threshold[at]);
            log_odds += t->leaf[at - HEADING_SPLITS];
        }
        p[candidates[k]][LABEL_HEADING] = 1 / (1 + expf(-log_odds));
    }
    return ENTENTE_OK;
}
