/* SPDX-License-Identifier: MIT */
/* Models that are part of the program: files linked in as they are, and the form of those that are a header and a body. Little-endian. */
#ifndef ENTENTE_BUILT_IN_H
#define ENTENTE_BUILT_IN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct built_in_header {
    char magic[8];
    uint64_t checksum; /* XXH64 of the body, seeded with the version of its layout */
    uint8_t zero[48];
} built_in_header;

/* Declares `symbol`_bytes and `symbol`_end around the bytes of a file. */
#define BUILT_IN_FILE(symbol, file)                                                                                                                             \
    __asm__(".section .rodata\n.balign 64\n.globl " #symbol "_bytes\n.hidden " #symbol "_bytes\n" #symbol "_bytes:\n.incbin \"" file "\"\n.globl " #symbol      \
            "_end\n.hidden " #symbol "_end\n" #symbol "_end:\n.byte 0\n.previous\n");                                                                            \
    extern const uint8_t symbol##_bytes[], symbol##_end[]

/* The body, aligned to 64 bytes; NULL when magic, size or checksum are others. */
const void *built_in_body(const uint8_t *bytes, const uint8_t *end, const char magic[8], uint64_t version, size_t size);
/* Writes such a file. False, with the reason on standard error: it could not be written. */
bool built_in_write(const char *path, const char magic[8], uint64_t version, const void *body, size_t size);

#endif
