/* SPDX-License-Identifier: MIT */
#include "wire.h"

#include <string.h>

#include "entente/v1/entente.pb-c.h"
#include "limit_table.h"

/* protobuf-c asks for memory here; the arena frees as a whole. */
static void *arena_take(void *a, size_t size)
{
    return arena_alloc(a, size);
}

static void arena_keep(void *a, void *p)
{
    (void)a;
    (void)p;
}

static ProtobufCAllocator allocator(arena *a)
{
    return (ProtobufCAllocator){.alloc = arena_take, .free = arena_keep, .allocator_data = a};
}

static char *text(const char *s)
{
    return (char *)(s ? s : "");
}

/* Statuses of the wire and of C differ only in OK. */
static Entente__V1__Status to_wire(entente_status s)
{
    return s == ENTENTE_OK ? ENTENTE__V1__STATUS__STATUS_OK
         : s <= ENTENTE_INTERNAL ? (Entente__V1__Status)s
                                 : ENTENTE__V1__STATUS__STATUS_INTERNAL;
}

static entente_status from_wire(Entente__V1__Status s)
{
    return s == ENTENTE__V1__STATUS__STATUS_OK ? ENTENTE_OK
         : s > ENTENTE__V1__STATUS__STATUS_OK && (int)s <= ENTENTE_INTERNAL ? (entente_status)s
                                                                            : ENTENTE_INTERNAL;
}

static entente_status pack(const ProtobufCMessage *m, arena *a, const uint8_t **data, size_t *length)
{
    size_t n = protobuf_c_message_get_packed_size(m);
    uint8_t *p = arena_alloc(a, n + 1);
    if (!p)
        return ENTENTE_LIMIT;
    *length = protobuf_c_message_pack(m, p);
    *data = p;
    return ENTENTE_OK;
}

/* Allocates `n` messages and the array of pointers to them that protobuf-c wants. */
#define MESSAGES(a, n, type, init, pointers)                                   \
    type *items = arena_alloc(a, (n) * sizeof *items + 1);                     \
    type **pointers = arena_alloc(a, (n) * sizeof *pointers + 1);              \
    if (!items || !pointers)                                                   \
        return ENTENTE_LIMIT;                                                  \
    for (size_t k = 0; k < (n); k++) {                                         \
        items[k] = (type)init;                                                 \
        pointers[k] = &items[k];                                               \
    }

static entente_status pack_batch(const wire_header *h, arena *a, Entente__V1__Batch *b)
{
    MESSAGES(a, h->count, Entente__V1__Job, ENTENTE__V1__JOB__INIT, pointers)
    for (size_t i = 0; i < h->count; i++) {
        items[i].id = text(h->jobs[i].id);
        items[i].attempt = h->jobs[i].attempt;
        items[i].length = h->jobs[i].length;
    }
    b->batch_id = h->batch_id;
    b->deadline_ms = h->deadline_ms;
    b->until = (Entente__V1__Stage)h->until;
    b->keep_removed = h->keep_removed;
    b->explain = h->explain;
    b->n_jobs = h->count;
    b->jobs = pointers;
    return ENTENTE_OK;
}

static entente_status pack_batch_reply(const wire_header *h, arena *a, Entente__V1__BatchReply *b)
{
    MESSAGES(a, h->count, Entente__V1__Result, ENTENTE__V1__RESULT__INIT, pointers)
    for (size_t i = 0; i < h->count; i++) {
        items[i].id = text(h->results[i].id);
        items[i].status = to_wire(h->results[i].status);
        items[i].length = h->results[i].length;
        items[i].elapsed_us = h->results[i].elapsed_us;
        items[i].message = text(h->results[i].message);
    }
    b->batch_id = h->batch_id;
    b->worker_id = text(h->worker_id);
    b->boot_id = h->boot_id;
    b->engine_version = text(h->version);
    b->n_results = h->count;
    b->results = pointers;
    return ENTENTE_OK;
}

entente_status wire_header_pack(const wire_header *h, arena *a, const uint8_t **data, size_t *length)
{
    Entente__V1__Header out = ENTENTE__V1__HEADER__INIT;
    Entente__V1__Hello hello = ENTENTE__V1__HELLO__INIT;
    Entente__V1__Welcome welcome = ENTENTE__V1__WELCOME__INIT;
    Entente__V1__Batch batch = ENTENTE__V1__BATCH__INIT;
    Entente__V1__BatchReply reply = ENTENTE__V1__BATCH_REPLY__INIT;
    Entente__V1__Ping ping = ENTENTE__V1__PING__INIT;
    Entente__V1__Pong pong = ENTENTE__V1__PONG__INIT;
    Entente__V1__Busy busy = ENTENTE__V1__BUSY__INIT;
    Entente__V1__Draining draining = ENTENTE__V1__DRAINING__INIT;
    Entente__V1__StatisticsRequest request = ENTENTE__V1__STATISTICS_REQUEST__INIT;
    Entente__V1__Statistics stats = ENTENTE__V1__STATISTICS__INIT;
    Entente__V1__Refusal refusal = ENTENTE__V1__REFUSAL__INIT;
    entente_status s = ENTENTE_OK;
    out.version = WIRE_VERSION;
    switch (h->type) {
    case WIRE_HELLO:
        hello.client_version = text(h->version);
        out.body_case = ENTENTE__V1__HEADER__BODY_HELLO;
        out.hello = &hello;
        break;
    case WIRE_WELCOME:
        welcome.worker_id = text(h->worker_id);
        welcome.boot_id = h->boot_id;
        welcome.engine_version = text(h->version);
        welcome.credit = h->credit;
        welcome.threads = h->threads;
        welcome.max_article_bytes = h->max_article_bytes;
        welcome.max_batch_articles = h->max_batch_articles;
        welcome.max_batch_bytes = h->max_batch_bytes;
        welcome.previous_boot_ids = (uint64_t *)h->previous_boot_ids; /* only read */
        welcome.n_previous_boot_ids = h->previous_boot_count;
        welcome.died_with = (uint64_t *)h->died_with;
        welcome.n_died_with = h->died_with_count;
        out.body_case = ENTENTE__V1__HEADER__BODY_WELCOME;
        out.welcome = &welcome;
        break;
    case WIRE_BATCH:
        s = pack_batch(h, a, &batch);
        out.body_case = ENTENTE__V1__HEADER__BODY_BATCH;
        out.batch = &batch;
        break;
    case WIRE_BATCH_REPLY:
        s = pack_batch_reply(h, a, &reply);
        out.body_case = ENTENTE__V1__HEADER__BODY_BATCH_REPLY;
        out.batch_reply = &reply;
        break;
    case WIRE_PING:
        ping.nonce = h->batch_id;
        out.body_case = ENTENTE__V1__HEADER__BODY_PING;
        out.ping = &ping;
        break;
    case WIRE_PONG:
        pong.nonce = h->batch_id;
        out.body_case = ENTENTE__V1__HEADER__BODY_PONG;
        out.pong = &pong;
        break;
    case WIRE_BUSY:
        busy.batch_id = h->batch_id;
        busy.retry_after_ms = h->retry_after_ms;
        out.body_case = ENTENTE__V1__HEADER__BODY_BUSY;
        out.busy = &busy;
        break;
    case WIRE_DRAINING:
        draining.batch_id = h->batch_id;
        out.body_case = ENTENTE__V1__HEADER__BODY_DRAINING;
        out.draining = &draining;
        break;
    case WIRE_STATISTICS_REQUEST:
        out.body_case = ENTENTE__V1__HEADER__BODY_STATISTICS_REQUEST;
        out.statistics_request = &request;
        break;
    case WIRE_STATISTICS: {
        const wire_statistics *t = &h->statistics;
        stats.worker_id = text(h->worker_id);
        stats.engine_version = text(h->version);
        stats.uptime_ms = t->uptime_ms;
        stats.threads = t->threads;
        stats.clients = t->clients;
        stats.queued_batches = t->queued_batches;
        stats.articles = t->articles;
        stats.failed_articles = t->failed_articles;
        stats.bytes = t->bytes;
        stats.agreements = t->agreements;
        stats.busy_us = t->busy_us;
        stats.unroutable_replies = t->unroutable_replies;
        stats.peak_rss_bytes = t->peak_rss_bytes;
        stats.n_errors = WIRE_ERRORS;
        stats.errors = (uint64_t *)t->errors;
        stats.n_agreements_by_status = WIRE_AGREEMENTS;
        stats.agreements_by_status = (uint64_t *)t->agreements_by_status;
        stats.n_stage_us = WIRE_STAGES;
        stats.stage_us = (uint64_t *)t->stage_us;
        stats.batches_in_work = t->batches_in_work;
        stats.oldest_ms = t->oldest_ms;
        stats.restarts = t->restarts;
        out.body_case = ENTENTE__V1__HEADER__BODY_STATISTICS;
        out.statistics = &stats;
        break;
    }
    case WIRE_REFUSAL:
        refusal.batch_id = h->batch_id;
        refusal.status = to_wire(h->status);
        refusal.message = text(h->message);
        out.body_case = ENTENTE__V1__HEADER__BODY_REFUSAL;
        out.refusal = &refusal;
        break;
    case WIRE_NONE:
        return ENTENTE_INVALID;
    }
    return s ? s : pack(&out.base, a, data, length);
}

static entente_status unpack_batch(const Entente__V1__Batch *b, arena *a, wire_header *h)
{
    if (b->n_jobs > ENTENTE_LIMIT_BATCH_ARTICLES)
        return ENTENTE_INVALID;
    wire_job *jobs = arena_alloc(a, b->n_jobs * sizeof *jobs + 1);
    if (!jobs)
        return ENTENTE_LIMIT;
    for (size_t i = 0; i < b->n_jobs; i++) {
        jobs[i] = (wire_job){b->jobs[i]->id, b->jobs[i]->attempt, b->jobs[i]->length};
        if (strlen(jobs[i].id) > ENTENTE_LIMIT_ID_BYTES)
            return ENTENTE_INVALID;
    }
    h->batch_id = b->batch_id;
    h->deadline_ms = b->deadline_ms;
    h->until = b->until > 0 && b->until <= (int)ENTENTE_STAGE_AGREEMENTS ? (entente_stage)b->until : ENTENTE_STAGE_AGREEMENTS;
    h->keep_removed = b->keep_removed;
    h->explain = b->explain;
    h->jobs = jobs;
    h->count = b->n_jobs;
    return ENTENTE_OK;
}

static entente_status unpack_batch_reply(const Entente__V1__BatchReply *b, arena *a, wire_header *h)
{
    if (b->n_results > ENTENTE_LIMIT_BATCH_ARTICLES)
        return ENTENTE_INVALID;
    wire_result *results = arena_alloc(a, b->n_results * sizeof *results + 1);
    if (!results)
        return ENTENTE_LIMIT;
    for (size_t i = 0; i < b->n_results; i++) {
        const Entente__V1__Result *r = b->results[i];
        results[i] = (wire_result){r->id, from_wire(r->status), r->length, r->elapsed_us, r->message};
    }
    h->batch_id = b->batch_id;
    h->worker_id = b->worker_id;
    h->boot_id = b->boot_id;
    h->version = b->engine_version;
    h->results = results;
    h->count = b->n_results;
    return ENTENTE_OK;
}

entente_status wire_header_unpack(const uint8_t *data, size_t length, arena *a, wire_header *header)
{
    if (length > ENTENTE_LIMIT_HEADER_BYTES)
        return ENTENTE_INVALID;
    ProtobufCAllocator alloc = allocator(a);
    const Entente__V1__Header *in = entente__v1__header__unpack(&alloc, length, data);
    if (!in)
        return ENTENTE_INVALID;
    if (in->version > WIRE_VERSION)
        return ENTENTE_VERSION;
    if (in->version == 0)
        return ENTENTE_INVALID;
    wire_header h = {.type = WIRE_NONE};
    entente_status s = ENTENTE_OK;
    switch (in->body_case) {
    case ENTENTE__V1__HEADER__BODY_HELLO:
        h.type = WIRE_HELLO;
        h.version = in->hello->client_version;
        break;
    case ENTENTE__V1__HEADER__BODY_WELCOME:
        h.type = WIRE_WELCOME;
        h.worker_id = in->welcome->worker_id;
        h.boot_id = in->welcome->boot_id;
        h.version = in->welcome->engine_version;
        h.credit = in->welcome->credit;
        h.threads = in->welcome->threads;
        h.max_article_bytes = in->welcome->max_article_bytes;
        h.max_batch_articles = in->welcome->max_batch_articles;
        h.max_batch_bytes = in->welcome->max_batch_bytes;
        h.previous_boot_ids = in->welcome->previous_boot_ids;
        h.previous_boot_count = in->welcome->n_previous_boot_ids;
        h.died_with = in->welcome->died_with;
        h.died_with_count = in->welcome->n_died_with;
        break;
    case ENTENTE__V1__HEADER__BODY_BATCH:
        h.type = WIRE_BATCH;
        s = unpack_batch(in->batch, a, &h);
        break;
    case ENTENTE__V1__HEADER__BODY_BATCH_REPLY:
        h.type = WIRE_BATCH_REPLY;
        s = unpack_batch_reply(in->batch_reply, a, &h);
        break;
    case ENTENTE__V1__HEADER__BODY_PING:
        h.type = WIRE_PING;
        h.batch_id = in->ping->nonce;
        break;
    case ENTENTE__V1__HEADER__BODY_PONG:
        h.type = WIRE_PONG;
        h.batch_id = in->pong->nonce;
        break;
    case ENTENTE__V1__HEADER__BODY_BUSY:
        h.type = WIRE_BUSY;
        h.batch_id = in->busy->batch_id;
        h.retry_after_ms = in->busy->retry_after_ms;
        break;
    case ENTENTE__V1__HEADER__BODY_DRAINING:
        h.type = WIRE_DRAINING;
        h.batch_id = in->draining->batch_id;
        break;
    case ENTENTE__V1__HEADER__BODY_STATISTICS_REQUEST:
        h.type = WIRE_STATISTICS_REQUEST;
        break;
    case ENTENTE__V1__HEADER__BODY_STATISTICS: {
        const Entente__V1__Statistics *t = in->statistics;
        h.type = WIRE_STATISTICS;
        h.worker_id = t->worker_id;
        h.version = t->engine_version;
        h.statistics = (wire_statistics){
            .uptime_ms = t->uptime_ms, .articles = t->articles, .failed_articles = t->failed_articles,
            .bytes = t->bytes, .agreements = t->agreements, .busy_us = t->busy_us,
            .unroutable_replies = t->unroutable_replies, .peak_rss_bytes = t->peak_rss_bytes,
            .threads = t->threads, .clients = t->clients, .queued_batches = t->queued_batches, .batches_in_work = t->batches_in_work, .oldest_ms = t->oldest_ms, .restarts = t->restarts};
        for (size_t i = 0; i < t->n_errors && i < WIRE_ERRORS; i++)
            h.statistics.errors[i] = t->errors[i];
        for (size_t i = 0; i < t->n_agreements_by_status && i < WIRE_AGREEMENTS; i++)
            h.statistics.agreements_by_status[i] = t->agreements_by_status[i];
        for (size_t i = 0; i < t->n_stage_us && i < WIRE_STAGES; i++)
            h.statistics.stage_us[i] = t->stage_us[i];
        break;
    }
    case ENTENTE__V1__HEADER__BODY_REFUSAL:
        h.type = WIRE_REFUSAL;
        h.batch_id = in->refusal->batch_id;
        h.status = from_wire(in->refusal->status);
        h.message = in->refusal->message;
        break;
    default:
        return ENTENTE_INVALID;
    }
    if (s)
        return s;
    *header = h;
    return ENTENTE_OK;
}
