/* SPDX-License-Identifier: MIT */
/* The built-in model with bytes changed as the input says (three bytes of place, one of value, again and again), its checksum made
 * right: it is refused, or it reads a sentence without harm. */
#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

#include "lemma.h"
#include "reader.h"
#include "split.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_sentence(const model *m)
{
    static const char d[] = "The U.S. can't have agreed to well-known terms, cannot it?";
    token tokens[64];
    uint32_t length = sizeof d - 1, n = 0, chunk[2] = {0, 0};
    for (uint32_t i = 0, end; i < length; i = split_skip(d, end, length))
        end = split_sentence(m, d, i, length);
    for (uint32_t k = 0; k < length; k = split_skip(d, tokens[n++].end, length))
        tokens[n] = (token){.start = k, .end = split_token(m, d, k, length, chunk)};
    reader *r = reader_new(m);
    if (!r)
        return;
    reader_read(r, d, tokens, n, true);
    for (uint32_t k = 0; k < n; k++) {
        char lemma[LEMMA_BYTES];
        (void)strlen(m->relations[tokens[k].relation]);
        (void)lemma_write(m, d + tokens[k].start, tokens[k].end - tokens[k].start, tokens[k].xpos, lemma);
    }
    reader_free(r);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const model *m = model_built_in();
    uint8_t *copy = aligned_alloc(64, (m->size + 63) / 64 * 64);
    if (!copy)
        return 0;
    memcpy(copy, m->bytes, m->size);
    size_t length = m->size;
    for (size_t i = 0; i + 4 <= size && i < 4096; i += 4) {
        size_t at = (size_t)data[i] | (size_t)data[i + 1] << 8 | (size_t)data[i + 2] << 16;
        if (at < length)
            copy[at] = data[i + 3];
        else
            length = length > 64 ? length - data[i + 3] : length; /* cut off */
    }
    if (size % 4 != 3) {
        uint64_t sum = XXH64(copy + 32, length - 32, 0);
        memcpy(copy + 24, &sum, sizeof sum);
    }
    model changed;
    const char *why = NULL;
    if (model_read(copy, length, &changed, &why) == ENTENTE_OK)
        read_sentence(&changed);
    else if (!why)
        abort();
    free(copy);
    return 0;
}
