/* SPDX-License-Identifier: MIT */
/* Trains the perceptrons of split.c (averaged: Collins, EMNLP 2002) on the treebanks' own text. */
#include "../split.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "train.h"

/* The text of a treebank with the places where words and sentences end. */
typedef struct plain {
    char *data;
    uint8_t *ends; /* by byte: 1 a word ends before it, 2 a sentence too */
    uint32_t length, *paragraphs, paragraph_count;
} plain;

static plain plain_make(const treebank *b)
{
    plain p = {0};
    size_t room = 16;
    for (uint32_t i = 0; i < b->count; i++)
        for (uint32_t w = 0; w < b->trees[i].count; w++)
            room += strlen(b->trees[i].words[w].form) + 3;
    p.data = train_alloc(room);
    p.ends = train_alloc(room);
    p.paragraphs = train_alloc((b->count + 1) * sizeof *p.paragraphs);
    bool fresh = true;
    for (uint32_t i = 0; i < b->count; i++) {
        const tree *t = &b->trees[i];
        if (t->cut) {
            fresh = true;
            continue;
        }
        if (fresh || t->new_paragraph)
            p.paragraphs[p.paragraph_count++] = p.length;
        fresh = false;
        for (uint32_t w = 0; w < t->count; w++) {
            size_t n = strlen(t->words[w].form);
            memcpy(p.data + p.length, t->words[w].form, n);
            p.length += (uint32_t)n;
            p.ends[p.length] = w + 1 < t->count ? 1 : 2;
            if (t->words[w].space_after || w + 1 == t->count)
                p.data[p.length++] = ' ';
        }
    }
    p.paragraphs[p.paragraph_count] = p.length;
    return p;
}

typedef struct perceptron {
    int32_t *now;
    int64_t *sum;
    uint32_t *since, step, wrong, seen;
} perceptron;

static void learn(perceptron *p, const uint32_t *features, uint32_t n, bool gold)
{
    int32_t score = 0;
    p->step++, p->seen++;
    for (uint32_t i = 0; i < n; i++)
        score += p->now[features[i] & (MODEL_SPLIT_WEIGHTS - 1)];
    if ((score > 0) != gold)
        p->wrong++;
    if (gold ? score > 8 : score < -8) /* a margin: right is not enough */
        return;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t f = features[i] & (MODEL_SPLIT_WEIGHTS - 1);
        p->sum[f] += (int64_t)p->now[f] * (p->step - p->since[f]);
        p->since[f] = p->step;
        p->now[f] += gold ? 1 : -1;
    }
}

static perceptron perceptron_new(void)
{
    return (perceptron){train_alloc(MODEL_SPLIT_WEIGHTS * sizeof(int32_t)), train_alloc(MODEL_SPLIT_WEIGHTS * sizeof(int64_t)),
                        train_alloc(MODEL_SPLIT_WEIGHTS * sizeof(uint32_t)), 0, 0, 0};
}

static void paragraph_learn(const plain *p, uint32_t start, uint32_t end, perceptron *words, perceptron *sentences)
{
    split_context c = {0};
    const char *d = p->data;
    uint32_t features[SPLIT_FEATURES];
    for (uint32_t i = start; i < end;) {
        uint32_t stop = i;
        while (stop < end && d[stop] != ' ')
            stop++;
        for (uint32_t at = split_next_place(d, i, stop); at < stop; at = split_next_place(d, at, stop))
            learn(words, features, split_word_features(d, i, stop, at, end, features), p->ends[at] != 0);
        split_context_add(&c, d, i, stop);
        bool ends = p->ends[stop] == 2;
        if (stop + 1 < end && split_may_end(d, i, stop, stop + 1, end))
            learn(sentences, features, split_sentence_features(d, i, stop, stop + 1, end, &c, features), ends);
        if (ends)
            c = (split_context){0};
        i = stop + 1;
    }
}

static void perceptron_write(perceptron *p, int16_t *to)
{
    for (uint32_t i = 0; i < MODEL_SPLIT_WEIGHTS; i++) {
        p->sum[i] += (int64_t)p->now[i] * (p->step - p->since[i]);
        int64_t v = p->sum[i] * 32 / (int64_t)(p->step ? p->step : 1);
        to[i] = (int16_t)(v < -32767 ? -32767 : v > 32767 ? 32767 : v);
    }
    free(p->now), free(p->sum), free(p->since);
}

/* Words written as one, seen parted at the same place most of the time. */
typedef struct part {
    char text[16];
    uint32_t length, seen, parted, at;
} part;

static int by_text(const void *a, const void *b) { return strcmp(((const part *)a)->text, ((const part *)b)->text); }
static int by_hash(const void *a, const void *b)
{
    uint32_t x = ((const model_part *)a)->hash, y = ((const model_part *)b)->hash;
    return x < y ? -1 : x > y;
}

static void parts_write(const plain *p, image *out, struct model *splits)
{
    part *all = train_alloc((p->length / 2 + 1) * sizeof *all);
    uint32_t n = 0;
    for (uint32_t i = 0; i < p->length;) {
        uint32_t stop = i;
        while (stop < p->length && ((p->data[stop] | 32) >= 'a' && (p->data[stop] | 32) <= 'z'))
            stop++;
        bool negation = stop < p->length && (p->data[stop] == '\'' || (uint8_t)p->data[stop] == 0xE2); /* "won't" says nothing of "won" */
        if (stop - i >= 2 && stop - i <= 12 && !negation) {
            part *x = &all[n++];
            x->length = stop - i;
            for (uint32_t k = 0; k < x->length; k++)
                x->text[k] = p->data[i + k] | 32;
            for (uint32_t k = 1; k < x->length; k++)
                if (p->ends[i + k] && !x->at)
                    x->at = k;
        }
        i = stop > i ? stop : i + 1;
    }
    qsort(all, n, sizeof *all, by_text);
    model_part *known = train_alloc((n + 1) * sizeof *known);
    uint32_t count = 0;
    for (uint32_t i = 0, k; i < n; i = k) {
        uint32_t at = 0, parted = 0;
        for (k = i; k < n && strcmp(all[k].text, all[i].text) == 0; k++)
            if (all[k].at) {
                at = all[k].at;
                parted++;
            }
        if (parted >= 2 && parted * 2 > k - i)
            known[count++] = (model_part){split_part_hash(all[i].text, all[i].length), (uint16_t)at, all[i].text[0], (uint8_t)all[i].length};
    }
    qsort(known, count, sizeof *known, by_hash);
    fprintf(stderr, "words written as one: %u\n", count);
    image_section(out, MODEL_PARTS, known, count * sizeof *known);
    free(all);
    splits->parts = known;
    splits->part_count = count;
    for (uint32_t i = 0; i < count; i++)
        splits->part_lengths[known[i].first - 'a'] |= (uint16_t)(1u << known[i].length);
}

void train_split(const treebank *b, image *out, struct model *splits)
{
    plain p = plain_make(b);
    perceptron words = perceptron_new(), sentences = perceptron_new();
    uint32_t *order = train_alloc(p.paragraph_count * sizeof *order);
    for (uint32_t i = 0; i < p.paragraph_count; i++)
        order[i] = i;
    uint64_t random = 5;
    for (int epoch = 0; epoch < 7; epoch++) {
        words.wrong = words.seen = sentences.wrong = sentences.seen = 0;
        for (uint32_t i = p.paragraph_count - 1; i > 0; i--) {
            uint32_t k = train_random(&random) % (i + 1), swap = order[i];
            order[i] = order[k];
            order[k] = swap;
        }
        for (uint32_t i = 0; i < p.paragraph_count; i++)
            paragraph_learn(&p, p.paragraphs[order[i]], p.paragraphs[order[i] + 1], &words, &sentences);
    }
    fprintf(stderr, "splits wrong in the last round: words %u of %u, sentences %u of %u\n", words.wrong, words.seen, sentences.wrong, sentences.seen);
    int16_t *weights = train_alloc(2 * MODEL_SPLIT_WEIGHTS * sizeof *weights);
    perceptron_write(&words, weights);
    perceptron_write(&sentences, weights + MODEL_SPLIT_WEIGHTS);
    image_section(out, MODEL_SPLIT, weights, 2 * MODEL_SPLIT_WEIGHTS * sizeof *weights);
    splits->split = weights; /* kept: free text is cut by them */
    parts_write(&p, out, splits);
    free(order), free(p.data), free(p.ends), free(p.paragraphs);
}
