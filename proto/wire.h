/* SPDX-License-Identifier: MIT */
/* Frames of the wire contract (README.md), packed and unpacked: the only code that knows the generated types.
 * Each function takes plain memory; sockets are the caller's. Unpacked data lives in the arena given.
 *
 * Errors: ENTENTE_INVALID for bytes that break the contract, ENTENTE_VERSION for a newer protocol,
 * ENTENTE_LIMIT where the arena is full. Outputs are untouched on failure. */
#ifndef ENTENTE_WIRE_H
#define ENTENTE_WIRE_H

#include "arena.h"
#include "article.h"
#include "status.h"

enum { WIRE_VERSION = 1, WIRE_ERRORS = 16, WIRE_AGREEMENTS = 8, WIRE_STAGES = 5 };

typedef enum wire_type {
    WIRE_NONE,
    WIRE_HELLO,
    WIRE_WELCOME,
    WIRE_BATCH,
    WIRE_BATCH_REPLY,
    WIRE_PING,
    WIRE_PONG,
    WIRE_BUSY,
    WIRE_DRAINING,
    WIRE_STATISTICS_REQUEST,
    WIRE_STATISTICS,
    WIRE_REFUSAL,
} wire_type;

typedef struct wire_job {
    const char *id;
    uint32_t attempt;
    uint64_t length;
} wire_job;

typedef struct wire_result {
    const char *id;
    entente_status status;
    uint64_t length;
    uint32_t elapsed_us;
    const char *message;
} wire_result;

typedef struct wire_statistics {
    uint64_t uptime_ms, articles, failed_articles, bytes, agreements, busy_us, unroutable_replies, peak_rss_bytes;
    uint32_t threads, clients, queued_batches, batches_in_work;
    uint64_t oldest_ms, restarts;
    uint64_t errors[WIRE_ERRORS], agreements_by_status[WIRE_AGREEMENTS], stage_us[WIRE_STAGES]; /* by enum value; stages from 0 */
} wire_statistics;

/* One header of any type; only the fields of its type are read or written. */
typedef struct wire_header {
    wire_type type;
    const char *worker_id, *version; /* Welcome, BatchReply, Statistics; version also in Hello */
    uint64_t boot_id;
    const uint64_t *previous_boot_ids, *died_with; /* Welcome: of the processes before, and the batches that they died with */
    size_t previous_boot_count, died_with_count;
    uint32_t credit, threads, max_batch_articles; /* Welcome */
    uint64_t max_article_bytes, max_batch_bytes;
    uint64_t batch_id; /* Batch, BatchReply, Busy, Draining, Refusal; the nonce of Ping and Pong */
    uint32_t deadline_ms;
    entente_stage until;
    bool keep_removed, explain;
    const wire_job *jobs;
    const wire_result *results;
    size_t count; /* of jobs or results */
    uint32_t retry_after_ms;
    entente_status status; /* Refusal */
    const char *message;
    wire_statistics statistics;
} wire_header;

ENTENTE_MUST_CHECK entente_status wire_header_pack(const wire_header *header, arena *a, const uint8_t **data, size_t *length);
ENTENTE_MUST_CHECK entente_status wire_header_unpack(const uint8_t *data, size_t length, arena *a, wire_header *header);
ENTENTE_MUST_CHECK entente_status wire_article_pack(const entente_article *article, arena *a, const uint8_t **data, size_t *length);
ENTENTE_MUST_CHECK entente_status wire_article_unpack(const uint8_t *data, size_t length, arena *a, entente_article *article);

#endif
