/* SPDX-License-Identifier: MIT */
/* One article in, one reply out: the stages in order. Pure: no sockets, no logging, no state but the arena. */
#ifndef ENTENTE_PIPELINE_H
#define ENTENTE_PIPELINE_H

#include "arena.h"
#include "article.h"
#include "language.h"
#include "status.h"

typedef struct clutter_list clutter_list;
struct learnt_watch;

typedef struct pipeline_options {
    entente_stage until;
    bool keep_removed, explain;
    bool rules_only; /* nothing that is learnt rather than written as a rule about agreements: for tests of the rules */
    uint64_t cpu_ms; /* processor time after which the article is given up, looked at between sentences; 0: none */
    const clutter_list *clutter; /* phrases of the caller's own, or NULL */
    reader *reader; /* needed from ENTENTE_STAGE_LANGUAGE on; one a thread, see reader.h */
    uint32_t *stage_us; /* NULL, or five places that take the microseconds of each stage that ran */
    struct learnt_watch *watch; /* NULL, or who is told of sentences and mentions: for training */
} pipeline_options;

/* The arena's cap for an article of `length` bytes. */
size_t pipeline_memory(size_t length);

/* Runs the stages up to `until`; everything in `out` lives in the arena. The arena must be fresh, with pipeline_memory's cap.
 * ENTENTE_EMPTY, ENTENTE_NOT_TEXT: see text_decode. ENTENTE_LIMIT: the article needs more memory than it may have.
 * ENTENTE_BUDGET: more processor time. */
ENTENTE_MUST_CHECK entente_status pipeline_run(const char *raw, size_t length, const pipeline_options *options, arena *a, entente_article *out);

#endif
