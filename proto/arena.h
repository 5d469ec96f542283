/* SPDX-License-Identifier: MIT */
/* A capped arena: many small allocations, one release. Not thread-safe: one arena a thread.
 * With ENTENTE_ARENA_MALLOC (debug builds) each allocation is a malloc of its own, so that ASan sees overruns. */
#ifndef ENTENTE_ARENA_H
#define ENTENTE_ARENA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct arena_block arena_block;

typedef struct arena {
    arena_block *blocks;
    size_t used, cap; /* bytes handed out since the last reset, and how many may be */
    bool full;        /* something was refused since then: what was made is not whole */
    bool starved;     /* and not for the cap: the process has no memory left */
} arena;

void arena_init(arena *a, size_t cap);
void arena_done(arena *a);
/* Releases everything; keeps at most one block of modest size for the next article. */
void arena_reset(arena *a, size_t cap);

/* Aligned for any type, not cleared. NULL over the cap or out of memory: both are ENTENTE_LIMIT for the article. */
void *arena_alloc(arena *a, size_t size);
/* The same, cleared; count * size is checked for overflow. */
void *arena_calloc(arena *a, size_t count, size_t size);
/* A copy that ends in a NUL. */
char *arena_string(arena *a, const char *data, size_t length);
/* Makes room for one more item in a growing array; NULL at the cap (the old array stays valid). */
void *arena_grow(arena *a, void *items, size_t count, uint32_t *capacity, size_t item_size);

#endif
