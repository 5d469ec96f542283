/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "train.h"

enum { NUMBERS = FEATURE_NUMBERS + HEADING_NUMBERS, BINS = 64 };

/* Found by cross-validation over sites. */
enum { LEAF_ROWS = 150 }; /* at least, in each half of a fork */
static const double rate = 0.1, shrinkage = 20;

typedef struct sums {
    double slope, bend; /* of the loss */
    uint32_t rows;
} sums;

static int by_value(const void *x, const void *y)
{
    float a = *(const float *)x, b = *(const float *)y;
    return (a > b) - (a < b);
}

/* Where a number may be parted: its lowest value and those at even shares of the rows. */
static unsigned find_cuts(const heading_rows *rows, unsigned number, float *sorted, float cuts[BINS])
{
    unsigned n = 0;
    for (uint32_t i = 0; i < rows->count; i++)
        sorted[i] = rows->items[i].numbers[number];
    qsort(sorted, rows->count, sizeof *sorted, by_value);
    for (uint32_t k = 0; k < BINS - 1; k++) {
        float v = sorted[(size_t)k * rows->count / (BINS - 1)];
        if (v < sorted[rows->count - 1] && (!n || v > cuts[n - 1]))
            cuts[n++] = v;
    }
    return n;
}

static double worth(const sums *s) { return s->slope * s->slope / (s->bend + shrinkage); }

typedef struct fork {
    unsigned number, cut;
    double gain;
} fork;

static void best_forks(const heading_rows *rows, const uint8_t (*bins)[NUMBERS], const unsigned *cuts, const sums *of, const uint16_t *at, unsigned first, unsigned forks, fork *best)
{
    static sums in[HEADING_LEAVES][NUMBERS][BINS];
    memset(in, 0, sizeof in);
    for (uint32_t i = 0; i < rows->count; i++)
        for (unsigned k = 0; k < NUMBERS; k++) {
            sums *s = &in[at[i] - first][k][bins[i][k]];
            s->slope += of[i].slope;
            s->bend += of[i].bend;
            s->rows++;
        }
    for (unsigned q = 0; q < forks; q++)
        for (unsigned k = 0; k < NUMBERS; k++) {
            sums all = {0}, left = {0};
            for (unsigned b = 0; b <= cuts[k]; b++) {
                all.slope += in[q][k][b].slope;
                all.bend += in[q][k][b].bend;
                all.rows += in[q][k][b].rows;
            }
            for (unsigned b = 0; b < cuts[k]; b++) {
                left.slope += in[q][k][b].slope;
                left.bend += in[q][k][b].bend;
                left.rows += in[q][k][b].rows;
                sums right = {all.slope - left.slope, all.bend - left.bend, all.rows - left.rows};
                double gain = worth(&left) + worth(&right) - worth(&all);
                if (left.rows >= LEAF_ROWS && right.rows >= LEAF_ROWS && gain > best[q].gain)
                    best[q] = (fork){k, b, gain};
            }
        }
}

void learn_headings(const heading_rows *rows, heading_trees *out)
{
    uint32_t n = rows->count;
    float *sorted = malloc(n * sizeof *sorted), cuts[NUMBERS][BINS];
    unsigned cut_count[NUMBERS];
    uint8_t(*bins)[NUMBERS] = malloc(n * sizeof *bins);
    uint16_t *at = malloc(n * sizeof *at); /* which fork or leaf a row has come to */
    sums *of = calloc(n, sizeof *of);
    double *odds = malloc(n * sizeof *odds), weight = 1, headings = 0.5;
    for (unsigned k = 0; k < NUMBERS; k++) {
        cut_count[k] = find_cuts(rows, k, sorted, cuts[k]);
        for (uint32_t i = 0; i < n; i++) {
            bins[i][k] = 0;
            while (bins[i][k] < cut_count[k] && rows->items[i].numbers[k] > cuts[k][bins[i][k]])
                bins[i][k]++;
        }
    }
    for (uint32_t i = 0; i < n; i++) {
        weight += rows->items[i].weight;
        headings += rows->items[i].heading ? rows->items[i].weight : 0;
    }
    *out = (heading_trees){.start = (float)log(headings / (weight - headings))};
    for (uint32_t i = 0; i < n; i++)
        odds[i] = out->start;
    for (unsigned t = 0; t < HEADING_TREES; t++) {
        heading_tree *tree = &out->trees[t];
        for (uint32_t i = 0; i < n; i++) {
            double p = 1 / (1 + exp(-odds[i])), w = rows->items[i].weight;
            of[i].slope = w * (rows->items[i].heading - p);
            of[i].bend = w * p * (1 - p);
            at[i] = 0;
        }
        for (unsigned level = 0, first = 0; level < HEADING_DEPTH; level++, first = 2 * first + 1) {
            fork best[HEADING_LEAVES] = {0};
            unsigned forks = 1u << level;
            best_forks(rows, (const uint8_t(*)[NUMBERS])bins, cut_count, of, at, first, forks, best);
            for (unsigned q = 0; q < forks; q++) {
                tree->number[first + q] = (uint8_t)best[q].number;
                tree->most[first + q] = best[q].gain > 0 ? cuts[best[q].number][best[q].cut] : INFINITY; /* all go left */
            }
            for (uint32_t i = 0; i < n; i++)
                at[i] = (uint16_t)(2 * at[i] + 1 + (rows->items[i].numbers[tree->number[at[i]]] > tree->most[at[i]]));
        }
        sums leaves[HEADING_LEAVES] = {0};
        for (uint32_t i = 0; i < n; i++) {
            leaves[at[i] - HEADING_FORKS].slope += of[i].slope;
            leaves[at[i] - HEADING_FORKS].bend += of[i].bend;
        }
        for (unsigned k = 0; k < HEADING_LEAVES; k++)
            tree->leaf[k] = (float)(rate * leaves[k].slope / (leaves[k].bend + shrinkage));
        for (uint32_t i = 0; i < n; i++)
            odds[i] += tree->leaf[at[i] - HEADING_FORKS];
    }
    double loss = 0;
    for (uint32_t i = 0; i < n; i++)
        loss += rows->items[i].weight * log1p(exp(rows->items[i].heading ? -odds[i] : odds[i]));
    fprintf(stderr, "headings: %u blocks, loss %.4f\n", n, loss / weight);
    free(sorted);
    free(bins);
    free(at);
    free(of);
    free(odds);
}
