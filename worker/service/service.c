/* SPDX-License-Identifier: MIT */
#include "service.h"

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>
#include <zmq.h>

#include "gate.h"
#include "in_work.h"
#include "limit_table.h"
#include "log.h"
#include "reader.h"
#include "pipeline.h"
#include "supervisor.h"
#include "version.h"
#include "wire.h"

enum { IDENTITY_BYTES = 255 };

typedef struct identity {
    uint8_t length, bytes[IDENTITY_BYTES];
} identity;

/* A message on its way through the worker: taken from the ROUTER, worked on, sent back. */
typedef struct job {
    struct job *next;
    identity from;
    bool ping;
    uint64_t batch_id, arrived_ms;
    size_t bytes; /* as received */
    zmq_msg_t header, texts; /* as received; then the reply's two frames */
    bool has_texts, reply;
} job;

typedef struct client {
    identity id;
    uint32_t outstanding;
    uint64_t seen_ms;
} client;

/* What a working thread is at, for the router thread to watch. */
typedef struct watch {
    atomic_ullong serial; /* of the article in work, from 1; 0: none */
    atomic_ullong budget_us;
    char id[64];     /* the article's, for the log alone */
    clockid_t clock; /* of the thread */
    atomic_bool clock_known;
    uint64_t serials; /* the working thread's own: how many it has begun */
    uint64_t seen, cpu_seen_us, wall_seen_us; /* the router thread's own: the serial it saw last, and when it saw it first */
} watch;

struct service {
    void *context;
    service_settings settings;
    char *endpoint, worker_id[96];
    uint64_t boot_id, started_ms;
    in_work_deaths deaths;
    int wake;
    pthread_t router_thread, *threads;
    uint32_t thread_count;
    reader **readers; /* one a thread */
    watch *watches;   /* one a thread */
    pthread_mutex_t mutex;
    pthread_cond_t work;
    job *first, **last; /* waiting for a thread */
    job *done;          /* answered, on the way back */
    uint32_t queued, in_work;
    bool stopping, waited, gave_up; /* gave_up: the time to drain was over before the work was done */
    atomic_bool draining;
    atomic_uint started_threads;
    client *clients; /* of the router thread, as all below but the counters */
    uint32_t client_count;
    size_t held_bytes; /* of jobs waiting or in work */
    atomic_ullong articles, failed, bytes, busy_us, unroutable, held, known_clients;
    atomic_ullong errors[SERVICE_ERRORS], agreements[SERVICE_AGREEMENT_STATUSES], stage_counts[SERVICE_STAGES][SERVICE_BUCKETS], stage_us[SERVICE_STAGES];
    void *router, *gate; /* gate: see gate.h; NULL without keys */
};

static uint64_t now_us(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000 + (uint64_t)t.tv_nsec / 1000;
}

static uint64_t clock_us(clockid_t clock)
{
    struct timespec t = {0, 0};
    clock_gettime(clock, &t);
    return (uint64_t)t.tv_sec * 1000000 + (uint64_t)t.tv_nsec / 1000 + 1;
}

static void job_free(job *j)
{
    if (!j)
        return;
    zmq_msg_close(&j->header);
    zmq_msg_close(&j->texts);
    free(j);
}

static job *job_new(void)
{
    job *j = calloc(1, sizeof *j);
    if (j) {
        zmq_msg_init(&j->header);
        zmq_msg_init(&j->texts);
    }
    return j;
}

static void free_body(void *data, void *hint)
{
    (void)hint;
    free(data);
}

/* Puts a packed header (and a body) in place of what was received. The body becomes the message's: it is freed when that is sent. */
static bool set_reply(job *j, const wire_header *h, arena *a, uint8_t *body, size_t body_length)
{
    const uint8_t *data;
    size_t length;
    bool ok = wire_header_pack(h, a, &data, &length) == ENTENTE_OK;
    zmq_msg_t header, texts;
    zmq_msg_init(&texts);
    ok = ok && zmq_msg_init_size(&header, length) == 0;
    if (!ok || (body && zmq_msg_init_data(&texts, body, body_length, free_body, NULL))) {
        if (ok)
            zmq_msg_close(&header);
        free(body);
        return false;
    }
    memcpy(zmq_msg_data(&header), data, length);
    zmq_msg_move(&j->header, &header);
    zmq_msg_move(&j->texts, &texts);
    j->has_texts = body != NULL;
    j->reply = true;
    return true;
}

/* ---- a working thread ---- */

typedef struct replies {
    uint8_t *data;
    size_t length, capacity;
} replies;

static bool replies_add(replies *r, const uint8_t *data, size_t length)
{
    if (r->capacity - r->length < length) {
        size_t wider = (r->length + length) * 2;
        uint8_t *p = realloc(r->data, wider);
        if (!p)
            return false;
        r->data = p;
        r->capacity = wider;
    }
    memcpy(r->data + r->length, data, length);
    r->length += length;
    return true;
}

#ifdef ENTENTE_FAULTS
/* In builds for tests of the transport alone: articles that crash or hang a worker, or need no work and get a reply of 3/4 their size. */
static entente_status read_article(const char *raw, size_t length, const pipeline_options *options, arena *a, entente_article *out)
{
    if (length > 14 && memcmp(raw, "CRASH-A-WORKER", 14) == 0)
        abort();
    for (volatile bool hang = length > 13 && memcmp(raw, "HANG-A-WORKER", 13) == 0; hang;) {
    }
    if (length < 7 || memcmp(raw, "NO-WORK", 7) != 0)
        return pipeline_run(raw, length, options, a, out);
    *out = (entente_article){.title = arena_string(a, raw, length / 4 * 3)};
    if (!out->title)
        return ENTENTE_NO_MEMORY;
    return ENTENTE_OK;
}
#else
#define read_article pipeline_run
#endif

static entente_status run_article(service *s, reader *r, const wire_header *h, const char *raw, size_t length, arena *a, replies *out, size_t *packed)
{
    entente_article article;
    const uint8_t *data;
    uint32_t stage_us[SERVICE_STAGES] = {0};
    if (length > s->settings.article_bytes)
        return ENTENTE_TOO_LARGE;
    arena_reset(a, pipeline_memory(length));
    pipeline_options options = {.until = h->until, .keep_removed = h->keep_removed, .explain = h->explain, .cpu_ms = s->settings.cpu_ms ? s->settings.cpu_ms + s->settings.cpu_ms * (length >> 20) : 0, .clutter = s->settings.clutter, .reader = r, .stage_us = stage_us};
    entente_status e = read_article(raw, length, &options, a, &article);
    if (!e) {
        a->cap += length * 6 + ENTENTE_LIMIT_REPLY_BYTES;
        e = wire_article_pack(&article, a, &data, packed);
    }
    if (e == ENTENTE_LIMIT && a->starved)
        return ENTENTE_NO_MEMORY; /* it was not the article */
    if (e)
        return e;
    if (!e && *packed > length * 5 + ENTENTE_LIMIT_REPLY_BYTES)
        e = ENTENTE_LIMIT;
    if (!e && !replies_add(out, data, *packed))
        e = ENTENTE_NO_MEMORY;
    for (size_t i = 0; i < article.agreement_count && !e; i++)
        if ((unsigned)article.agreements[i].status < SERVICE_AGREEMENT_STATUSES)
            atomic_fetch_add(&s->agreements[article.agreements[i].status], 1);
    for (int k = 0; k < SERVICE_STAGES && !e; k++) {
        int b = 0;
        while (b < SERVICE_BUCKETS - 1 && stage_us[k] > service_buckets_us[b])
            b++;
        atomic_fetch_add(&s->stage_counts[k][b], 1);
        atomic_fetch_add(&s->stage_us[k], stage_us[k]);
    }
    return e;
}

static const char *advice(entente_status e)
{
    switch (e) {
    case ENTENTE_OK:
        return "";
    case ENTENTE_TOO_LARGE:
        return "the article is larger than the worker's limit; raise --article-bytes or split it";
    case ENTENTE_EMPTY:
        return "the article holds no text; check the scraper";
    case ENTENTE_NOT_TEXT:
        return "the bytes are not text; extract the text first";
    case ENTENTE_LIMIT:
        return "the article needs more memory than its size allows; split it";
    case ENTENTE_NO_MEMORY:
        return "the worker has no memory left; send it again when others ask less of it";
    default:
        return entente_status_text(e);
    }
}

static void refuse(job *j, arena *a, uint64_t batch, entente_status e, const char *message)
{
    wire_header h = {.type = WIRE_REFUSAL, .batch_id = batch, .status = e, .message = message};
    arena_reset(a, ENTENTE_LIMIT_HEADER_BYTES * 4);
    (void)set_reply(j, &h, a, NULL, 0);
}

static void run_batch(service *s, reader *r, watch *w, job *j, arena *headers, arena *a)
{
    wire_header h;
    wire_result results[ENTENTE_LIMIT_BATCH_ARTICLES];
    replies out = {0};
    arena_reset(headers, ENTENTE_LIMIT_HEADER_BYTES * 8);
    entente_status e = wire_header_unpack(zmq_msg_data(&j->header), zmq_msg_size(&j->header), headers, &h);
    if (e || h.type != WIRE_BATCH) {
        refuse(j, a, j->batch_id, ENTENTE_INTERNAL, "the header cannot be read");
        return;
    }
    uint64_t begun = now_us(), start = begun;
    if (h.deadline_ms && begun / 1000 - j->arrived_ms > h.deadline_ms)
        return; /* the client has given it up; nothing is answered */
    in_work_set(s->settings.in_work, (size_t)(w - s->watches), h.batch_id);
    size_t room = zmq_msg_size(&j->texts) + 1024; /* replies are about as long as their articles */
    out.data = malloc(room);
    out.capacity = out.data ? room : 0;
    const char *texts = zmq_msg_data(&j->texts);
    uint64_t at = 0;
    for (size_t i = 0; i < h.count; i++) {
        size_t packed = 0;
        snprintf(w->id, sizeof w->id, "%s", h.jobs[i].id);
        atomic_store(&w->budget_us, (uint64_t)s->settings.cpu_ms * 1000 * (1 + (h.jobs[i].length >> 20)));
        atomic_store(&w->serial, ++w->serials);
        e = run_article(s, r, &h, texts + at, h.jobs[i].length, a, &out, &packed);
        atomic_store(&w->serial, 0);
        at += h.jobs[i].length;
        uint64_t end = now_us();
        results[i] = (wire_result){h.jobs[i].id, e, e ? 0 : packed, (uint32_t)(end - start), advice(e)};
        start = end;
        if (log_wants(LOG_DEBUG)) {
            char id[sizeof w->id];
            log_line(LOG_DEBUG, "event=answered job=%s status=%s bytes=%llu elapsed_us=%u", log_value(w->id, id, sizeof id), entente_status_name(e), (unsigned long long)h.jobs[i].length, results[i].elapsed_us);
        }
        atomic_fetch_add(&s->articles, 1);
        atomic_fetch_add(&s->failed, e != ENTENTE_OK);
        if (e && (unsigned)e < SERVICE_ERRORS)
            atomic_fetch_add(&s->errors[e], 1);
        atomic_fetch_add(&s->bytes, h.jobs[i].length);
    }
    in_work_set(s->settings.in_work, (size_t)(w - s->watches), 0);
    atomic_fetch_add(&s->busy_us, now_us() - begun);
    wire_header reply = {.type = WIRE_BATCH_REPLY, .batch_id = h.batch_id, .worker_id = s->worker_id, .boot_id = s->boot_id,
                         .version = ENTENTE_VERSION_STRING, .results = results, .count = h.count};
    if (!out.data || !set_reply(j, &reply, headers, out.data, out.length))
        refuse(j, a, h.batch_id, ENTENTE_NO_MEMORY, "out of memory");
}

static void wake(service *s)
{
    uint64_t one = 1;
    ssize_t n = write(s->wake, &one, sizeof one);
    (void)n;
}

static void *thread_main(void *argument)
{
    service *s = argument;
    arena a, headers;
    unsigned self = atomic_fetch_add(&s->started_threads, 1);
    reader *r = s->readers[self];
    watch *w = &s->watches[self];
    atomic_store(&w->clock_known, pthread_getcpuclockid(pthread_self(), &w->clock) == 0);
    arena_init(&a, 0);
    arena_init(&headers, 0);
    pthread_mutex_lock(&s->mutex);
    for (;;) {
        while (!s->first && !s->stopping)
            pthread_cond_wait(&s->work, &s->mutex);
        job *j = s->first;
        if (!j)
            break;
        s->first = j->next;
        if (!s->first)
            s->last = &s->first;
        s->queued--;
        s->in_work++;
        pthread_mutex_unlock(&s->mutex);
        if (j->ping) {
            wire_header h = {.type = WIRE_PONG, .batch_id = j->batch_id};
            arena_reset(&headers, ENTENTE_LIMIT_HEADER_BYTES);
            (void)set_reply(j, &h, &headers, NULL, 0);
        } else {
            run_batch(s, r, w, j, &headers, &a);
        }
        pthread_mutex_lock(&s->mutex);
        j->next = s->done;
        s->done = j;
        s->in_work--;
        wake(s);
    }
    pthread_mutex_unlock(&s->mutex);
    arena_done(&a);
    arena_done(&headers);
    return NULL;
}

/* ---- the router thread ---- */

static void send_reply(service *s, job *j)
{
    if (!j->reply)
        return;
    if (zmq_send(s->router, j->from.bytes, j->from.length, ZMQ_SNDMORE | ZMQ_DONTWAIT) < 0 ||
        zmq_msg_send(&j->header, s->router, (j->has_texts ? ZMQ_SNDMORE : 0) | ZMQ_DONTWAIT) < 0 ||
        (j->has_texts && zmq_msg_send(&j->texts, s->router, ZMQ_DONTWAIT) < 0))
        atomic_fetch_add(&s->unroutable, 1); /* the client is gone; its own deadline covers the job */
}

static client *find_client(service *s, const identity *id)
{
    for (uint32_t i = 0; i < s->client_count; i++)
        if (s->clients[i].id.length == id->length && memcmp(s->clients[i].id.bytes, id->bytes, id->length) == 0)
            return &s->clients[i];
    return NULL;
}

/* The client, made known in place of the one idle longest when the table is full; NULL when none is idle. */
static client *client_of(service *s, const identity *id)
{
    client *oldest = find_client(s, id);
    if (oldest)
        return oldest;
    for (uint32_t i = 0; i < s->client_count; i++) {
        client *c = &s->clients[i];
        if (!c->outstanding && (!oldest || c->seen_ms < oldest->seen_ms))
            oldest = c;
    }
    if (s->client_count < ENTENTE_LIMIT_CLIENTS) {
        oldest = &s->clients[s->client_count++];
        atomic_store(&s->known_clients, s->client_count);
    }
    if (oldest)
        *oldest = (client){.id = *id};
    return oldest;
}

static void answer(service *s, job *j, arena *a, wire_header h)
{
    h.worker_id = s->worker_id;
    h.version = ENTENTE_VERSION_STRING;
    h.boot_id = s->boot_id;
    arena_reset(a, ENTENTE_LIMIT_HEADER_BYTES);
    if (set_reply(j, &h, a, NULL, 0))
        send_reply(s, j);
    job_free(j);
}

static void enqueue(service *s, job *j)
{
    j->arrived_ms = now_us() / 1000;
    pthread_mutex_lock(&s->mutex);
    if (j->ping) { /* who asks for health must not wait behind the work */
        j->next = s->first;
        if (!s->first)
            s->last = &j->next;
        s->first = j;
    } else {
        *s->last = j;
        s->last = &j->next;
    }
    s->queued++;
    pthread_cond_signal(&s->work);
    pthread_mutex_unlock(&s->mutex);
}

const uint32_t service_buckets_us[SERVICE_BUCKETS - 1] = {30, 100, 300, 1000, 3000, 10000, 30000, 100000, 300000, 1000000};

service_counts service_count(service *s)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    service_counts c = {.articles = s->articles, .failed = s->failed, .bytes = s->bytes, .busy_us = s->busy_us, .unroutable = s->unroutable, .restarts = s->settings.restarts,
                        .uptime_ms = now_us() / 1000 - s->started_ms, .held_bytes = s->held, .clients = (uint32_t)s->known_clients, .threads = s->thread_count,
                        .peak_rss_bytes = (uint64_t)usage.ru_maxrss * 1024};
    for (int k = 0; k < SERVICE_ERRORS; k++)
        c.errors[k] = s->errors[k];
    for (int k = 0; k < SERVICE_AGREEMENT_STATUSES; k++)
        c.agreements[k] = s->agreements[k];
    for (int k = 0; k < SERVICE_STAGES; k++) {
        c.stage_us[k] = s->stage_us[k];
        for (int b = 0; b < SERVICE_BUCKETS; b++)
            c.stage_counts[k][b] = s->stage_counts[k][b];
    }
    pthread_mutex_lock(&s->mutex);
    c.queued = s->queued;
    c.in_work = s->in_work;
    c.oldest_ms = s->first ? now_us() / 1000 - s->first->arrived_ms : 0;
    pthread_mutex_unlock(&s->mutex);
    return c;
}

static wire_statistics statistics(service *s)
{
    service_counts c = service_count(s);
    wire_statistics out = {.uptime_ms = c.uptime_ms, .articles = c.articles, .failed_articles = c.failed, .bytes = c.bytes, .busy_us = c.busy_us,
                             .unroutable_replies = c.unroutable, .peak_rss_bytes = c.peak_rss_bytes, .threads = c.threads, .clients = c.clients, .queued_batches = c.queued, .batches_in_work = c.in_work, .oldest_ms = c.oldest_ms, .restarts = c.restarts};
    for (int k = 0; k < WIRE_AGREEMENTS && k < SERVICE_AGREEMENT_STATUSES; k++)
        out.agreements += out.agreements_by_status[k] = c.agreements[k];
    for (int k = 0; k < WIRE_ERRORS && k < SERVICE_ERRORS; k++)
        out.errors[k] = c.errors[k];
    for (int k = 0; k < WIRE_STAGES && k < SERVICE_STAGES; k++)
        out.stage_us[k] = c.stage_us[k];
    return out;
}

/* Queues a job within the client's credit and the worker's memory, or answers that it is busy. */
static void admit(service *s, job *j, arena *a)
{
    client *c = client_of(s, &j->from);
    j->bytes = zmq_msg_size(&j->header) + zmq_msg_size(&j->texts);
    bool full = !j->ping && s->held_bytes && s->held_bytes + j->bytes > ENTENTE_LIMIT_QUEUE_BYTES;
    if (!c || c->outstanding >= ENTENTE_LIMIT_CREDIT || full) {
        answer(s, j, a, (wire_header){.type = WIRE_BUSY, .batch_id = j->batch_id, .retry_after_ms = 100});
        return;
    }
    c->outstanding++;
    c->seen_ms = now_us() / 1000;
    s->held_bytes += j->bytes;
    atomic_store(&s->held, s->held_bytes);
    enqueue(s, j);
}

/* Takes a message apart; every job it hands on has lengths that add up to its second frame. */
static void receive(service *s, job *j, arena *a)
{
    wire_header h;
    arena_reset(a, ENTENTE_LIMIT_HEADER_BYTES * 8);
    entente_status e = wire_header_unpack(zmq_msg_data(&j->header), zmq_msg_size(&j->header), a, &h);
    if (e == ENTENTE_VERSION) {
        answer(s, j, a, (wire_header){.type = WIRE_REFUSAL, .status = e, .message = "this worker speaks version 1 of the protocol; upgrade the worker first"});
        return;
    }
    if (e) {
        answer(s, j, a, (wire_header){.type = WIRE_REFUSAL, .status = ENTENTE_INTERNAL, .message = "the first frame is not a Header message"});
        return;
    }
    j->batch_id = h.batch_id;
    switch (h.type) {
    case WIRE_HELLO:
        answer(s, j, a, (wire_header){.type = WIRE_WELCOME, .credit = ENTENTE_LIMIT_CREDIT, .threads = s->thread_count,
                                      .max_article_bytes = s->settings.article_bytes, .max_batch_articles = ENTENTE_LIMIT_BATCH_ARTICLES,
                                      .max_batch_bytes = ENTENTE_LIMIT_BATCH_BYTES, .previous_boot_ids = s->deaths.boot_ids, .previous_boot_count = s->deaths.boot_count,
                                      .died_with = s->deaths.batches, .died_with_count = s->deaths.batch_count});
        return;
    case WIRE_PING:
        j->ping = true;
        admit(s, j, a);
        return;
    case WIRE_STATISTICS_REQUEST:
        answer(s, j, a, (wire_header){.type = WIRE_STATISTICS, .statistics = statistics(s)});
        return;
    case WIRE_BATCH:
        break;
    default:
        answer(s, j, a, (wire_header){.type = WIRE_REFUSAL, .status = ENTENTE_INTERNAL, .message = "this message is not for a worker"});
        return;
    }
    uint64_t batch = h.batch_id, left = j->has_texts ? zmq_msg_size(&j->texts) : 0;
    for (size_t i = 0; i < h.count; i++) {
        if (h.jobs[i].length > left) {
            left = UINT64_MAX;
            break;
        }
        left -= h.jobs[i].length;
    }
    if (left || h.count == 0 || (h.count > 1 && zmq_msg_size(&j->texts) > ENTENTE_LIMIT_BATCH_BYTES)) {
        answer(s, j, a, (wire_header){.type = WIRE_REFUSAL, .batch_id = batch, .status = ENTENTE_INTERNAL,
                                      .message = "the lengths of the jobs do not add up to the second frame, or are over the limits"});
        return;
    }
    if (atomic_load(&s->draining)) {
        answer(s, j, a, (wire_header){.type = WIRE_DRAINING, .batch_id = batch});
        return;
    }
    admit(s, j, a);
}

/* Reads one whole message, however many frames a stranger made it of. */
static bool read_message(service *s, arena *a)
{
    job *j = job_new();
    zmq_msg_t frame;
    zmq_msg_init(&frame);
    if (!j || zmq_msg_recv(&frame, s->router, ZMQ_DONTWAIT) < 0) {
        zmq_msg_close(&frame);
        job_free(j);
        return false;
    }
    j->from.length = (uint8_t)(zmq_msg_size(&frame) > IDENTITY_BYTES ? IDENTITY_BYTES : zmq_msg_size(&frame));
    memcpy(j->from.bytes, zmq_msg_data(&frame), j->from.length);
    int frames = 0;
    while (zmq_msg_more(&frame)) {
        zmq_msg_close(&frame);
        zmq_msg_init(&frame);
        if (zmq_msg_recv(&frame, s->router, 0) < 0)
            break;
        bool more = zmq_msg_more(&frame);
        if (frames == 0)
            zmq_msg_copy(&j->header, &frame);
        else if (frames == 1)
            zmq_msg_copy(&j->texts, &frame);
        j->has_texts |= frames == 1;
        frames++;
        if (!more)
            break;
    }
    zmq_msg_close(&frame);
    if (frames == 0 || frames > 2)
        job_free(j);
    else
        receive(s, j, a);
    return true;
}

static void finish(service *s, job *j)
{
    client *c = find_client(s, &j->from);
    if (c && c->outstanding)
        c->outstanding--;
    s->held_bytes -= j->bytes;
    atomic_store(&s->held, s->held_bytes);
    send_reply(s, j);
    job_free(j);
}

/* Sends what the threads have answered; true when nothing is left in the worker. */
static bool finish_done(service *s)
{
    pthread_mutex_lock(&s->mutex);
    job *j = s->done;
    s->done = NULL;
    bool empty = !s->queued && !s->in_work;
    pthread_mutex_unlock(&s->mutex);
    while (j) {
        job *next = j->next;
        finish(s, j);
        j = next;
    }
    return empty;
}

/* An article that outlasts its processor time (or, asleep, ten times that by the clock on the wall) ends the process: a thread cannot
 * be ended alone. The clients send what was in work to others, and the article alone. */
static void check_budgets(service *s)
{
    for (uint32_t i = 0; i < s->thread_count; i++) {
        watch *w = &s->watches[i];
        uint64_t serial = atomic_load(&w->serial), budget = atomic_load(&w->budget_us);
        if (!serial || !budget || !atomic_load(&w->clock_known))
            continue;
        if (w->seen != serial) { /* measured from here, so that the working thread need not ask the clock for each article */
            w->seen = serial;
            w->cpu_seen_us = clock_us(w->clock);
            w->wall_seen_us = now_us();
            continue;
        }
        uint64_t used = clock_us(w->clock) - w->cpu_seen_us, waited = now_us() - w->wall_seen_us;
        if ((used > budget || waited > 10 * budget) && atomic_load(&w->serial) == serial) {
            char id[sizeof w->id];
            log_line(LOG_ERROR, "event=over_budget job=%s cpu_ms=%llu wall_ms=%llu", log_value(w->id, id, sizeof id), (unsigned long long)used / 1000, (unsigned long long)waited / 1000);
            _exit(SUPERVISOR_BUDGET);
        }
    }
}

static void *router_main(void *argument)
{
    service *s = argument;
    arena a;
    arena_init(&a, 0);
    uint64_t until = 0;
    for (;;) {
        zmq_pollitem_t items[] = {{s->router, 0, ZMQ_POLLIN, 0}, {NULL, s->wake, ZMQ_POLLIN, 0}, {s->gate, -1, ZMQ_POLLIN, 0}};
        long patience = until ? 10 : s->settings.exit_over_budget && s->held_bytes ? 100 : -1;
        if (zmq_poll(items, s->gate ? 3 : 2, patience) < 0 && errno != EINTR)
            break;
        if (s->settings.exit_over_budget)
            check_budgets(s);
        while (s->gate && items[2].revents && gate_answer(s->gate, s->settings.allowed, s->settings.allowed_count)) {
        }
        uint64_t count;
        ssize_t n = items[1].revents ? read(s->wake, &count, sizeof count) : 0;
        (void)n;
        bool draining = atomic_load(&s->draining), empty = finish_done(s);
        for (int k = 0; items[0].revents && k < 64 && read_message(s, &a); k++) {
        }
        if (draining && !until)
            until = now_us() / 1000 + s->settings.drain_ms;
        else if (draining && (empty || now_us() / 1000 > until)) {
            s->gave_up = !empty;
            break;
        }
    }
    arena_done(&a);
    return NULL;
}

static void *open_router(void *context, const service_settings *settings)
{
    void *r = zmq_socket(context, ZMQ_ROUTER);
    int one = 1, water = 64, linger = 2000, interval = 1000, timeout = 3000, handshake = 5000;
    int64_t most = (int64_t)(settings->article_bytes > ENTENTE_LIMIT_BATCH_BYTES ? settings->article_bytes : ENTENTE_LIMIT_BATCH_BYTES) + 4096;
    if (!r)
        return NULL;
    zmq_setsockopt(r, ZMQ_ROUTER_MANDATORY, &one, sizeof one);
    zmq_setsockopt(r, ZMQ_SNDHWM, &water, sizeof water);
    zmq_setsockopt(r, ZMQ_RCVHWM, &water, sizeof water);
    zmq_setsockopt(r, ZMQ_LINGER, &linger, sizeof linger);
    zmq_setsockopt(r, ZMQ_MAXMSGSIZE, &most, sizeof most);
    zmq_setsockopt(r, ZMQ_HEARTBEAT_IVL, &interval, sizeof interval);
    zmq_setsockopt(r, ZMQ_HEARTBEAT_TIMEOUT, &timeout, sizeof timeout);
    zmq_setsockopt(r, ZMQ_HEARTBEAT_TTL, &timeout, sizeof timeout);
    zmq_setsockopt(r, ZMQ_HANDSHAKE_IVL, &handshake, sizeof handshake);
    if (settings->keys) {
        zmq_setsockopt(r, ZMQ_CURVE_SERVER, &one, sizeof one);
        zmq_setsockopt(r, ZMQ_CURVE_SECRETKEY, settings->keys->secret_key, KEY_TEXT + 1);
        zmq_setsockopt(r, ZMQ_ZAP_DOMAIN, "entente", 7);
    }
    if (zmq_bind(r, settings->endpoint) != 0) {
        int why = errno;
        zmq_close(r);
        errno = why;
        return NULL;
    }
    return r;
}

static void release(service *s)
{
    while (s->first) {
        job *j = s->first;
        s->first = j->next;
        job_free(j);
    }
    while (s->done) {
        job *j = s->done;
        s->done = j->next;
        job_free(j);
    }
    if (s->router)
        zmq_close(s->router);
    if (s->gate)
        zmq_close(s->gate);
    if (s->wake >= 0)
        close(s->wake);
    pthread_mutex_destroy(&s->mutex);
    pthread_cond_destroy(&s->work);
    for (uint32_t i = 0; s->readers && i < s->settings.threads; i++)
        reader_free(s->readers[i]);
    free(s->readers);
    free(s->watches);
    free(s->threads);
    free(s->clients);
    free(s->endpoint);
    free(s);
}

entente_status service_start(void *context, const service_settings *settings, service **out)
{
    service *s = calloc(1, sizeof *s);
    if (!s)
        return ENTENTE_NO_MEMORY;
    s->context = context;
    s->settings = *settings;
    s->started_ms = now_us() / 1000;
    s->boot_id = now_us() ^ (uint64_t)getpid() << 40;
    in_work_start(settings->in_work, s->boot_id, &s->deaths);
    s->last = &s->first;
    s->wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    pthread_mutex_init(&s->mutex, NULL);
    pthread_cond_init(&s->work, NULL);
    uint32_t want = settings->threads < 1 ? 1 : settings->threads > IN_WORK_THREADS ? IN_WORK_THREADS : settings->threads;
    s->settings.threads = want;
    s->threads = calloc(want, sizeof *s->threads);
    s->readers = calloc(want, sizeof *s->readers);
    s->watches = calloc(want, sizeof *s->watches);
    s->clients = calloc(ENTENTE_LIMIT_CLIENTS, sizeof *s->clients);
    s->endpoint = strdup(settings->endpoint);
    char host[64] = "worker";
    gethostname(host, sizeof host - 1);
    snprintf(s->worker_id, sizeof s->worker_id, "%s/%d", host, (int)getpid());
    bool whole = s->readers != NULL;
    for (uint32_t i = 0; whole && i < want; i++)
        whole = (s->readers[i] = reader_new(s->settings.model)) != NULL;
    if (s->wake < 0 || !s->threads || !s->watches || !whole || !s->clients || !s->endpoint) {
        release(s);
        return ENTENTE_NO_MEMORY;
    }
    s->settings.endpoint = s->endpoint;
    if (settings->keys && !(s->gate = gate_open(context))) {
        release(s);
        return ENTENTE_NO_MEMORY;
    }
    s->router = open_router(context, &s->settings);
    if (!s->router) {
        int why = errno;
        release(s);
        errno = why;
        return ENTENTE_UNAVAILABLE;
    }
    while (s->thread_count < want && pthread_create(&s->threads[s->thread_count], NULL, thread_main, s) == 0)
        s->thread_count++;
    if (s->thread_count < want || pthread_create(&s->router_thread, NULL, router_main, s) != 0) {
        pthread_mutex_lock(&s->mutex);
        s->stopping = true;
        pthread_cond_broadcast(&s->work);
        pthread_mutex_unlock(&s->mutex);
        for (uint32_t i = 0; i < s->thread_count; i++)
            pthread_join(s->threads[i], NULL);
        release(s);
        return ENTENTE_NO_MEMORY;
    }
    *out = s;
    return ENTENTE_OK;
}

void service_drain(service *s)
{
    atomic_store(&s->draining, true);
    wake(s);
}

void service_wait(service *s)
{
    if (!s->waited)
        pthread_join(s->router_thread, NULL);
    s->waited = true;
}

void service_join(service *s)
{
    if (!s)
        return;
    service_wait(s);
    pthread_mutex_lock(&s->mutex);
    s->stopping = true;
    pthread_cond_broadcast(&s->work);
    pthread_mutex_unlock(&s->mutex);
    if (s->gave_up && s->settings.exit_over_budget) { /* a thread cannot be ended alone, and nobody would measure it any more */
        log_line(LOG_ERROR, "event=drain_ended_at_work drain_ms=%u", (unsigned)s->settings.drain_ms);
        _exit(SUPERVISOR_BUDGET);
    }
    for (uint32_t i = 0; i < s->thread_count; i++)
        pthread_join(s->threads[i], NULL);
    release(s);
}
