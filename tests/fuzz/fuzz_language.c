/* SPDX-License-Identifier: MIT */
/* Any bytes as plain text through sentences, tokens, tags and trees: all characters covered in order, one root, no cycle. */
#include <stdlib.h>
#include <string.h>

#include "lemma.h"
#include "limit_table.h"
#include "reader.h"
#include "split.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void check_tree(const token *tokens, uint32_t n)
{
    uint32_t roots = 0;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t steps = 0;
        require(tokens[i].head <= n);
        roots += tokens[i].head == n;
        for (uint32_t k = i; k < n; k = tokens[k].head)
            require(++steps <= n);
    }
    require(roots == 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static reader *r;
    static token tokens[ENTENTE_LIMIT_SENTENCE_TOKENS];
    const model *m = model_built_in();
    if (!r)
        r = reader_new(m);
    require(r != NULL);
    char *d = malloc(size + 1); /* of its own, so that a look beyond it is seen */
    require(d != NULL);
    memcpy(d, data, size);
    uint32_t length = (uint32_t)size;
    for (uint32_t i = split_skip(d, 0, length), end; i < length; i = split_skip(d, end, length)) {
        uint32_t n = 0, chunk[2] = {0, 0};
        end = split_sentence(m, d, i, length);
        require(end > i && end <= length);
        for (uint32_t k = i, stop; k < end; k = split_skip(d, stop, end)) {
            stop = split_token(m, d, k, end, chunk);
            require(stop > k && stop <= end && n < ENTENTE_LIMIT_SENTENCE_TOKENS);
            tokens[n++] = (token){.start = k, .end = stop};
        }
        reader_read(r, d, tokens, n, true);
        check_tree(tokens, n);
        for (uint32_t k = 0; k < n; k++) {
            char lemma[LEMMA_BYTES];
            require(tokens[k].upos < m->upos_count && tokens[k].xpos < m->xpos_count && tokens[k].relation < m->relation_count);
            uint32_t bytes = tokens[k].end - tokens[k].start;
            require((lemma_write(m, d + tokens[k].start, bytes, tokens[k].xpos, lemma) > 0) == (bytes <= LEMMA_FORM_BYTES));
        }
    }
    free(d);
    return 0;
}
