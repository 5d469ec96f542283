/* SPDX-License-Identifier: MIT */
/* The trainer: treebanks in, one model file out. */
#ifndef ENTENTE_TRAIN_H
#define ENTENTE_TRAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct model;

enum { TRAIN_TOKENS = 200, TRAIN_NAMES = 64, TRAIN_BANKS = 4 /* treebanks whose conventions are told apart */ };

/* A syntactic word of a treebank. */
typedef struct word {
    char *form, *lemma;
    uint8_t upos, xpos, relation; /* indices into the names */
    uint8_t *shares;              /* of 255, of each universal and each Penn tag, as teachers see it; NULL: the tags are known */
    uint16_t head;                /* index in the sentence, its count for the root */
    bool space_after;             /* white space in the text behind it */
    bool inside;                  /* it ends within a multiword token: the text goes on without white space */
} word;

typedef struct tree {
    word *words;
    uint32_t count, bank; /* its treebank */
    bool new_paragraph;
    bool cut; /* the text and the words do not spell the same: no use for the tokenizer */
} tree;

typedef struct names {
    char *items[TRAIN_NAMES];
    uint32_t count;
} names;

typedef struct treebank {
    tree *trees;
    uint32_t count, capacity, last_bank;
    names upos, xpos, relations;
} treebank;

/* Appends a CoNLL-U file; exits with a message when it cannot be read. */
void treebank_read(treebank *b, const char *path);

/* A growing file in memory. */
typedef struct image {
    uint8_t *bytes;
    size_t size;
} image;

void *train_alloc(size_t size);

/* A headline made from a sentence (no articles, no auxiliary, present tense, commas for "and"); false if it lends itself to none.
 * The copy's words are newly allocated, its forms partly. `random` drives the choice. */
bool headline_make(const treebank *b, const tree *from, uint32_t random, tree *to);
void headline_free(tree *t);
/* Whether the subject is "A and B": rare in treebanks, frequent in headlines. */
bool headline_of_several(const treebank *b, const tree *t);

/* Each appends its sections to the model (see model.h). */
void train_split(const treebank *b, image *out, struct model *splits);
void train_lemmas(const treebank *b, image *out);
/* The first `own` trees are a treebank's; the others are words alone, and are given trees here. */
void train_network(treebank *b, uint32_t own, uint32_t epochs, image *out);
/* Appends the sentences of a plain text, a paragraph a line, cut by the splits just trained. */
void treebank_read_text(treebank *b, const char *path, const struct model *splits);

void image_section(image *to, uint32_t kind, const void *data, size_t size);

static inline uint32_t train_random(uint64_t *state)
{
    uint64_t x = *state += 0x9E3779B97F4A7C15u;
    x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9u;
    x = (x ^ x >> 27) * 0x94D049BB133111EBu;
    return (uint32_t)(x >> 32);
}

#endif
