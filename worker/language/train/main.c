/* SPDX-License-Identifier: MIT */
/* entente-train: treebanks in, model out. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

#include "../model.h"
#include "../network.h"
#include "train.h"

static struct section {
    uint32_t kind;
    uint64_t offset, size;
} sections[MODEL_SECTIONS];
static uint32_t section_count;

void image_section(image *to, uint32_t kind, const void *data, size_t size)
{
    size_t offset = to->size ? (to->size + 63) / 64 * 64 : (32 + 24 * MODEL_SECTIONS + 63) / 64 * 64;
    uint8_t *bytes = train_alloc(offset + size);
    if (to->bytes)
        memcpy(bytes, to->bytes, to->size);
    memcpy(bytes + offset, data, size);
    free(to->bytes);
    *to = (image){bytes, offset + size};
    sections[section_count++] = (struct section){kind, offset, size};
}

static void put(uint8_t *to, uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; i++)
        to[i] = (uint8_t)(value >> 8 * i);
}

static void finish(image *m)
{
    memcpy(m->bytes, "ENTENTEM", 8);
    put(m->bytes + 8, MODEL_VERSION, 4);
    put(m->bytes + 12, section_count, 4);
    put(m->bytes + 16, m->size, 8);
    for (uint32_t i = 0; i < section_count; i++) {
        put(m->bytes + 32 + 24 * i, sections[i].kind, 8);
        put(m->bytes + 40 + 24 * i, sections[i].offset, 8);
        put(m->bytes + 48 + 24 * i, sections[i].size, 8);
    }
    put(m->bytes + 24, XXH64(m->bytes + 32, m->size - 32, 0), 8);
}

static void write_names(const treebank *b, image *out)
{
    const names *lists[] = {&b->upos, &b->xpos, &b->relations};
    char text[3 * TRAIN_NAMES * 34];
    size_t n = 0;
    for (int l = 0; l < 3; l++) {
        for (uint32_t i = 0; i < lists[l]->count; i++) {
            size_t k = strlen(lists[l]->items[i]) + 1;
            memcpy(text + n, lists[l]->items[i], k);
            n += k;
        }
        text[n++] = '\0';
    }
    image_section(out, MODEL_NAMES, text, n);
}

/* The universal and Penn tags that stand together more than once. */
static void write_tag_pairs(const treebank *b, image *out)
{
    static uint32_t seen[TRAIN_NAMES][TRAIN_NAMES];
    uint8_t pairs[TRAIN_NAMES * TRAIN_NAMES * 2];
    size_t n = 0;
    for (uint32_t i = 0; i < b->count; i++)
        for (uint32_t w = 0; w < b->trees[i].count; w++)
            seen[b->trees[i].words[w].upos][b->trees[i].words[w].xpos]++;
    for (uint32_t u = 0; u < b->upos.count; u++)
        for (uint32_t x = 0; x < b->xpos.count; x++)
            if (seen[u][x] > 2) {
                pairs[n++] = (uint8_t)u;
                pairs[n++] = (uint8_t)x;
            }
    image_section(out, MODEL_TAG_PAIRS, pairs, n);
}

int main(int argc, char **argv)
{
    uint32_t epochs = 28;
    int first = 1;
    const char *free_text = NULL;
    for (; first + 1 < argc && argv[first][0] == '-'; first += 2)
        if (strcmp(argv[first], "--epochs") == 0)
            epochs = (uint32_t)atoi(argv[first + 1]);
        else if (strcmp(argv[first], "--text") == 0)
            free_text = argv[first + 1];
        else
            break;
    if (argc - first < 2 || argv[first][0] == '-' || epochs < 1) {
        fprintf(stderr, "usage: entente-train [--epochs N] [--text PLAIN.txt] MODEL TREEBANK.conllu...\n");
        return 2;
    }
    treebank b = {0};
    for (int i = first + 1; i < argc; i++)
        treebank_read(&b, argv[i]);
    uint32_t own = 0;
    for (uint32_t i = 0; i < b.count; i++) /* longer ones are few and slow */
        if (b.trees[i].count <= TRAIN_TOKENS)
            b.trees[own++] = b.trees[i];
    b.count = own;
    fprintf(stderr, "%u sentences, %u universal tags, %u Penn tags, %u relations\n", b.count, b.upos.count, b.xpos.count, b.relations.count);
    image out = {0};
    model splits = {0};
    const uint32_t shape[] = MODEL_SHAPE_VALUES;
    image_section(&out, MODEL_SHAPE, shape, sizeof shape);
    write_names(&b, &out);
    write_tag_pairs(&b, &out);
    train_split(&b, &out, &splits);
    train_lemmas(&b, &out);
    if (free_text)
        treebank_read_text(&b, free_text, &splits);
    fprintf(stderr, "%u sentences of free text\n", b.count - own);
    train_network(&b, own, epochs, &out);
    finish(&out);
    FILE *f = fopen(argv[first], "wb");
    if (!f || fwrite(out.bytes, 1, out.size, f) != out.size || fclose(f)) {
        perror(argv[first]);
        return 1;
    }
    return 0;
}
