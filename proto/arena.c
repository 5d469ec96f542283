/* SPDX-License-Identifier: MIT */
#include "arena.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BYTES = 8 * 1024, BLOCK_BYTES = 256 * 1024, KEPT_BYTES = 1024 * 1024 };

struct arena_block {
    arena_block *next;
    size_t size, used;
    alignas(max_align_t) char data[];
};

void arena_init(arena *a, size_t cap)
{
    *a = (arena){.cap = cap};
}

static void free_blocks(arena_block *b)
{
    while (b) {
        arena_block *next = b->next;
        free(b);
        b = next;
    }
}

void arena_done(arena *a)
{
    free_blocks(a->blocks);
    *a = (arena){0};
}

void arena_reset(arena *a, size_t cap)
{
    arena_block *kept = NULL;
#ifndef ENTENTE_ARENA_MALLOC
    if (a->blocks && a->blocks->size <= KEPT_BYTES) {
        kept = a->blocks;
        a->blocks = kept->next;
        kept->next = NULL;
        kept->used = 0;
    }
#endif
    free_blocks(a->blocks);
    *a = (arena){.blocks = kept, .cap = cap};
}

void *arena_alloc(arena *a, size_t size)
{
    if (size <= a->cap)
        size = (size + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
    if (size > a->cap - a->used) {
        a->full = true;
        return NULL;
    }
    arena_block *b = a->blocks;
#ifdef ENTENTE_ARENA_MALLOC
    b = NULL;
    const size_t block_bytes = 0;
#else
    const size_t block_bytes = !b ? FIRST_BYTES : b->size < BLOCK_BYTES / 2 ? 2 * b->size : BLOCK_BYTES; /* a reply is small, an article's reading is not */
#endif
    if (!b || b->size - b->used < size) {
        size_t want = size > block_bytes ? size : block_bytes;
        b = malloc(sizeof *b + want);
        if (!b) {
            a->full = a->starved = true;
            return NULL;
        }
        *b = (arena_block){.next = a->blocks, .size = want};
        a->blocks = b;
    }
    void *p = b->data + b->used;
    b->used += size;
    a->used += size;
    return p;
}

void *arena_calloc(arena *a, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / 2 / size) {
        a->full = true;
        return NULL;
    }
    void *p = arena_alloc(a, count * size);
    if (p)
        memset(p, 0, count * size);
    return p;
}

char *arena_string(arena *a, const char *data, size_t length)
{
    char *p = arena_alloc(a, length + 1);
    if (p) {
        if (length)
            memcpy(p, data, length);
        p[length] = '\0';
    }
    return p;
}

void *arena_grow(arena *a, void *items, size_t count, uint32_t *capacity, size_t item_size)
{
    if (count < *capacity)
        return items;
    uint32_t wider = *capacity ? *capacity * 2 : 16;
    void *p = arena_alloc(a, (size_t)wider * item_size);
    if (!p)
        return NULL;
    if (count)
        memcpy(p, items, count * item_size);
    *capacity = wider;
    return p;
}
