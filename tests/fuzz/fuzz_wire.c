/* SPDX-License-Identifier: MIT */
/* Any bytes as a header and as an article. */
#include <stdlib.h>

#include "wire.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    arena a;
    wire_header h;
    entente_article article;
    arena_init(&a, 16u << 20);
    if (wire_header_unpack(data, size, &a, &h) == ENTENTE_OK) {
        const uint8_t *packed;
        size_t length;
        if (wire_header_pack(&h, &a, &packed, &length) == ENTENTE_INVALID)
            abort();
    }
    if (wire_article_unpack(data, size, &a, &article) == ENTENTE_OK && article.title == NULL)
        abort();
    arena_done(&a);
    return 0;
}
