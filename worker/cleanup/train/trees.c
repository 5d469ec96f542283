/* SPDX-License-Identifier: MIT */
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "train.h"

enum { NUMBERS = FEATURE_NUMBERS + HEADING_NUMBERS, BINS = 64 };

/* Other values that were tried are as good (MODEL.md). */
enum { LEAST_ROWS = 150 }; /* at least, on each side of a split */
static const double learning_rate = 0.1, l2 = 20;

typedef struct sums {
    double gradient, hessian; /* of the log likelihood: its first derivative, and the second's amount */
    uint32_t rows;
} sums;

static int by_value(const void *x, const void *y)
{
    float a = *(const float *)x, b = *(const float *)y;
    return (a > b) - (a < b);
}

/* Where a number may be split: its lowest value and those at even shares of the rows. */
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

static double score(const sums *s) { return s->gradient * s->gradient / (s->hessian + l2); }

typedef struct split {
    unsigned number, cut;
    double gain;
} split;

static void best_splits(const heading_rows *rows, const uint8_t (*bins)[NUMBERS], const unsigned *cut_count, const sums *of, const uint16_t *at, unsigned first, unsigned splits, split *best)
{
    static sums in[HEADING_LEAVES][NUMBERS][BINS];
    memset(in, 0, sizeof in);
    for (uint32_t i = 0; i < rows->count; i++)
        for (unsigned k = 0; k < NUMBERS; k++) {
            sums *s = &in[at[i] - first][k][bins[i][k]];
            s->gradient += of[i].gradient;
            s->hessian += of[i].hessian;
            s->rows++;
        }
    for (unsigned q = 0; q < splits; q++)
        for (unsigned k = 0; k < NUMBERS; k++) {
            sums all = {0}, left = {0};
            for (unsigned b = 0; b <= cut_count[k]; b++) {
                all.gradient += in[q][k][b].gradient;
                all.hessian += in[q][k][b].hessian;
                all.rows += in[q][k][b].rows;
            }
            for (unsigned b = 0; b < cut_count[k]; b++) {
                left.gradient += in[q][k][b].gradient;
                left.hessian += in[q][k][b].hessian;
                left.rows += in[q][k][b].rows;
                sums right = {all.gradient - left.gradient, all.hessian - left.hessian, all.rows - left.rows};
                double gain = score(&left) + score(&right) - score(&all);
                if (left.rows >= LEAST_ROWS && right.rows >= LEAST_ROWS && gain > best[q].gain)
                    best[q] = (split){k, b, gain};
            }
        }
}

void learn_headings(const heading_rows *rows, heading_trees *out)
{
    uint32_t n = rows->count;
    float *sorted = malloc(n * sizeof *sorted), cuts[NUMBERS][BINS];
    unsigned cut_count[NUMBERS];
    uint8_t(*bins)[NUMBERS] = malloc(n * sizeof *bins);
    uint16_t *at = malloc(n * sizeof *at); /* which split or leaf a row has come to */
    sums *of = calloc(n, sizeof *of);
    double *log_odds = malloc(n * sizeof *log_odds), weight = 1, headings = 0.5;
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
        log_odds[i] = out->start;
    for (unsigned t = 0; t < HEADING_TREES; t++) {
        heading_tree *tree = &out->trees[t];
        for (uint32_t i = 0; i < n; i++) {
            double p = 1 / (1 + exp(-log_odds[i])), w = rows->items[i].weight;
            of[i].gradient = w * (rows->items[i].heading - p);
            of[i].hessian = w * p * (1 - p);
            at[i] = 0;
        }
        for (unsigned level = 0, first = 0; level < HEADING_DEPTH; level++, first = 2 * first + 1) {
            split best[HEADING_LEAVES] = {0};
            unsigned splits = 1u << level;
            best_splits(rows, (const uint8_t(*)[NUMBERS])bins, cut_count, of, at, first, splits, best);
            for (unsigned q = 0; q < splits; q++) {
                tree->number[first + q] = (uint8_t)best[q].number;
                tree->threshold[first + q] = best[q].gain > 0 ? cuts[best[q].number][best[q].cut] : FLT_MAX; /* all go left */
            }
            for (uint32_t i = 0; i < n; i++)
                at[i] = (uint16_t)(2 * at[i] + 1 + (rows->items[i].numbers[tree->number[at[i]]] > tree->threshold[at[i]]));
        }
        sums leaves[HEADING_LEAVES] = {0};
        for (uint32_t i = 0; i < n; i++) {
            leaves[at[i] - HEADING_SPLITS].gradient += of[i].gradient;
            leaves[at[i] - HEADING_SPLITS].hessian += of[i].hessian;
        }
        for (unsigned k = 0; k < HEADING_LEAVES; k++)
            tree->leaf[k] = (float)(learning_rate * leaves[k].gradient / (leaves[k].hessian + l2));
        for (uint32_t i = 0; i < n; i++)
            log_odds[i] += tree->leaf[at[i] - HEADING_SPLITS];
    }
    double loss = 0;
    for (uint32_t i = 0; i < n; i++)
        loss += rows->items[i].weight * log1p(exp(rows->items[i].heading ? -log_odds[i] : log_odds[i]));
    fprintf(stderr, "headings: %u blocks, loss %.4f\n", n, loss / weight);
    free(sorted);
    free(bins);
    free(at);
    free(of);
    free(log_odds);
}
