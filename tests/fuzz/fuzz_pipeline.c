/* SPDX-License-Identifier: MIT */
/* Any bytes through every stage and into protobuf: no crash, spans inside the input. */
#include <stdlib.h>

#include "pipeline.h"
#include "reader.h"
#include "wire.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(entente_span s, size_t size)
{
    if (s.start > s.end || s.end > size)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static arena a;
    entente_article article;
    static reader *r_model;
    if (!r_model)
        r_model = reader_new(model_built_in());
    pipeline_options options = {.until = ENTENTE_STAGE_AGREEMENTS, .keep_removed = true, .explain = true, .reader = r_model};
    arena_reset(&a, pipeline_memory(size));
    if (pipeline_run((const char *)data, size, &options, &a, &article) == ENTENTE_OK) {
        for (size_t i = 0; i < article.agreement_count; i++)
            for (size_t k = 0; k < article.agreements[i].mention_count; k++) {
                check(article.agreements[i].mentions[k].span, size);
                check(article.agreements[i].mentions[k].sentence, size);
            }
        for (size_t i = 0; i < article.removed_count; i++)
            check(article.removed[i].span, size);
        const uint8_t *packed;
        size_t length;
        a.cap += size * 6 + (1u << 24);
        entente_article back;
        if (wire_article_pack(&article, &a, &packed, &length) == ENTENTE_OK && wire_article_unpack(packed, length, &a, &back) == ENTENTE_INVALID)
            abort();
    }
    arena_reset(&a, 0);
    return 0;
}
