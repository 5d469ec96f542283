/* SPDX-License-Identifier: MIT */
/* The model file: what the trainer learnt from treebanks, mapped and used as it lies there.
 *
 * All numbers are little-endian. A header of 32 bytes: magic "ENTENTEM", version (uint32), number of sections (uint32),
 * size of the file (uint64), XXH64 of all behind the header (uint64). Then for each section kind (uint32), zero (uint32),
 * offset and size (uint64 each); then the sections, each at a multiple of 64. */
#ifndef ENTENTE_MODEL_H
#define ENTENTE_MODEL_H

#include <stddef.h>
#include <stdint.h>

#include "status.h"

enum {
    MODEL_VERSION = 2,
    MODEL_KEYS = 131072,   /* places of the feature table, of which MODEL_ROWS at most are taken */
    MODEL_ROWS = 65000,
    MODEL_SPLIT_WEIGHTS = 65536,
    MODEL_LEMMA_KEYS = 65536,
    MODEL_PART_FILTER = 1 << 13,
};

/* Sections. Each must be there once. */
enum {
    MODEL_SHAPE,          /* uint32: the sizes of network.h that the model was made for, in model_shape's order */
    MODEL_NAMES,          /* universal tags, Penn tags, relations: each list's names ended by NUL, the list by another */
    MODEL_SPLIT,          /* int16: MODEL_SPLIT_WEIGHTS for words, as many for sentences */
    MODEL_PARTS,          /* words written as one (cannot): uint32 hash, uint16 length of the first part, uint8 first letter, uint8 length; sorted by hash */
    MODEL_NETWORK,        /* int16: NETWORK_WIDE_LIST */
    MODEL_DENSE,          /* bytes: NETWORK_DENSE_LIST */
    MODEL_TAG_PAIRS,      /* two bytes each: universal and Penn tag that go together */
    MODEL_EMBEDDINGS,     /* int8: rows of NETWORK_EMBED */
    MODEL_FEATURE_KEYS,   /* uint32: hashes, open addressing, 0 is free */
    MODEL_FEATURE_ROWS,   /* uint16: row of each key */
    MODEL_LEMMA_RULES,    /* per rule: bytes to take off (one byte), bytes to put on (one byte), 14 bytes of text */
    MODEL_LEMMA_TABLE,    /* uint32 hash and uint32 rule, open addressing, hash 0 is free */
    MODEL_SECTIONS
};

/* What MODEL_SHAPE holds; the last is the version of the features of word_features.h and split.c: count it up when they change. */
#define MODEL_SHAPE_VALUES                                                                                                          \
    {NETWORK_EMBED, NETWORK_WINDOW, NETWORK_TAG_HIDDEN, NETWORK_PARSE_HIDDEN, NETWORK_UPOS, NETWORK_XPOS, NETWORK_STEP,             \
     NETWORK_LABEL, NETWORK_RELATIONS, NETWORK_SLOTS, NETWORK_ROWS, NETWORK_ARC_ROWS, NETWORK_SPAN, 2}

typedef struct model_lemma_rule {
    uint8_t off, on;
    char text[14];
} model_lemma_rule;

typedef struct model_lemma {
    uint32_t hash, rule;
} model_lemma;

typedef struct model_part {
    uint32_t hash;
    uint16_t at;
    char first;
    uint8_t length;
} model_part;

typedef struct model {
    const uint8_t *bytes;
    size_t size;
    void *mapping; /* to unmap, or NULL for the built-in model */
    const char *upos[64], *xpos[64], *relations[64];
    uint32_t upos_count, xpos_count, relation_count;
    const int16_t *split, *network;
    const uint8_t *dense, *tag_pairs;
    uint32_t tag_pair_count;
    const model_part *parts;
    uint32_t part_count;
    uint16_t part_lengths[26]; /* by first letter: a bit for each length that is known */
    uint64_t part_filter[MODEL_PART_FILTER / 64]; /* a bit by the hash of each: most words are looked for no further */
    const int8_t *embeddings;
    uint32_t row_count;
    const uint32_t *feature_keys;
    const uint16_t *feature_rows;
    const model_lemma_rule *lemma_rules;
    uint32_t lemma_rule_count;
    const model_lemma *lemmas;
} model;

/* Looks a model over and points into it; `bytes` (aligned to 8) must outlive it. Nothing is allocated. On failure `why` says what is wrong.
 * ENTENTE_UNREADABLE: no model, damaged, or of another version. Whatever the bytes, later use touches no memory beyond them. */
ENTENTE_MUST_CHECK entente_status model_read(const uint8_t *bytes, size_t size, model *out, const char **why);
/* Maps a file, or takes the built-in model when `path` is NULL or empty. Read-only, so threads and processes can share it. */
ENTENTE_MUST_CHECK entente_status model_open(const char *path, model *out, const char **why);
void model_close(model *m);
/* The model that is linked in. */
const model *model_built_in(void);

#endif
