/* SPDX-License-Identifier: MIT */
#include "built_in.h"

#include <stdio.h>
#include <string.h>
#include <xxhash.h>

const void *built_in_body(const uint8_t *bytes, const uint8_t *end, const char magic[8], uint64_t version, size_t size)
{
    built_in_header h;
    if ((size_t)(end - bytes) != sizeof h + size)
        return NULL;
    memcpy(&h, bytes, sizeof h);
    return memcmp(h.magic, magic, sizeof h.magic) == 0 && h.checksum == XXH64(bytes + sizeof h, size, version) ? bytes + sizeof h : NULL;
}

bool built_in_write(const char *path, const char magic[8], uint64_t version, const void *body, size_t size)
{
    built_in_header h = {.checksum = XXH64(body, size, version)};
    memcpy(h.magic, magic, sizeof h.magic);
    FILE *f = fopen(path, "wb");
    bool written = f && fwrite(&h, sizeof h, 1, f) == 1 && fwrite(body, size, 1, f) == 1;
    if (f && fclose(f) == 0 && written)
        return true;
    perror(path);
    return false;
}
