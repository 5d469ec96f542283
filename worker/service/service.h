/* SPDX-License-Identifier: MIT */
/* The worker on its socket: a ROUTER in one thread, working threads behind it. See proto/README.md for the messages. */
#ifndef ENTENTE_SERVICE_H
#define ENTENTE_SERVICE_H

#include <stdbool.h>
#include <stdint.h>

#include "keys.h"
#include "model.h"
#include "status.h"

typedef struct service service;

typedef struct service_settings {
    const char *endpoint; /* tcp://, ipc:// or inproc:// */
    uint32_t threads;
    uint64_t article_bytes; /* most an article may have */
    uint32_t drain_ms;      /* most that stopping may wait for work in hand */
    uint32_t cpu_ms;        /* processor time an article may take, and as much again for each megabyte; 0: no budget */
    bool exit_over_budget;  /* the process ends when one takes more (a supervisor restarts it); else the article is given up between sentences only */
    uint64_t restarts;      /* of the working process, for the statistics */
    struct in_work *in_work; /* what outlives the process, see in_work.h; or NULL */
    const key_pair *keys;   /* CURVE for tcp; NULL: anyone may connect */
    char (*allowed)[KEY_TEXT + 1]; /* the clients' public keys that may; must outlive the service */
    size_t allowed_count;
    const struct clutter_list *clutter; /* or NULL; must outlive the service */
    const model *model;     /* must outlive the service; see model_open */
} service_settings;

/* Starts the threads; `zmq_context` stays the caller's and must outlive the service.
 * ENTENTE_UNAVAILABLE: the endpoint cannot be bound (errno of libzmq tells why). ENTENTE_NO_MEMORY. */
ENTENTE_MUST_CHECK entente_status service_start(void *zmq_context, const service_settings *settings, service **out);
enum { SERVICE_STAGES = 5, SERVICE_BUCKETS = 11, SERVICE_ERRORS = 32, SERVICE_AGREEMENT_STATUSES = 8 };
/* Upper bounds of the histograms' buckets, in microseconds; the last bucket has none. */
extern const uint32_t service_buckets_us[SERVICE_BUCKETS - 1];

/* What the service has done and is at, since its start. */
typedef struct service_counts {
    uint64_t articles, failed, bytes, busy_us, unroutable, restarts, uptime_ms, held_bytes, oldest_ms, peak_rss_bytes;
    uint64_t errors[SERVICE_ERRORS], agreements[SERVICE_AGREEMENT_STATUSES]; /* by entente_status and entente_agreement_status */
    uint64_t stage_counts[SERVICE_STAGES][SERVICE_BUCKETS], stage_us[SERVICE_STAGES];
    uint32_t queued, in_work, clients, threads;
} service_counts;

/* From any thread. */
service_counts service_count(service *s);
/* Begins to drain: work in hand is finished and answered, nothing new is taken. Async-signal-safe. */
void service_drain(service *s);
/* Waits until drained; the counts can still be asked for. */
void service_wait(service *s);
/* Waits until drained, then frees. NULL is nothing. */
void service_join(service *s);

#endif
