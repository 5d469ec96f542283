/* SPDX-License-Identifier: MIT */
/* The client's side of the mesh: one DEALER a worker address, a window of credit for each, and the truth about every job. */
#include "entente.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>
#include <zmq.h>

#include "client_internal.h"
#include "limit_table.h"
#include "version.h"
#include "wire.h"

enum { BATCH_ARTICLES = 16, BATCH_BYTES = 256 * 1024, LINKS_MOST = 256, JOB_SECONDS = 30 };

typedef struct job {
    struct job *next;
    uint64_t ticket;
    char *id, *text;
    size_t length;
    uint32_t losses;
    bool alone, cancelled;
    entente_result *result; /* made with the job, so that no job can end without one */
} job;

typedef struct batch {
    struct batch *next;
    uint64_t id, sent_ms;
    job *jobs;
    uint32_t count;
} batch;

typedef enum link_state { LINK_CONNECTING, LINK_GREETED, LINK_READY, LINK_DRAINING } link_state;

typedef struct connection {
    char endpoint[256];
    void *dealer, *monitor;
    link_state state;
    uint32_t credit, threads, in_flight;
    batch *first, **last;
    uint64_t not_before_ms; /* after Busy */
} connection;

struct entente_client {
    void *context;
    bool own_context;
    entente_options options;
    pthread_t thread;
    int wake;
    pthread_mutex_t mutex;
    pthread_cond_t arrived;
    /* guarded by the mutex */
    job *queue, **queue_last;
    entente_result *results, **results_last;
    uint64_t tickets, pending, held, held_bytes, article_bytes;
    size_t ready;
    bool connected, refused, stopping;
    /* the thread's own */
    connection *links;
    size_t link_count;
    uint64_t batch_ids, without_ms;
};

static uint64_t now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000;
}

static void job_free(job *j)
{
    if (j) {
        free(j->id);
        free(j->text);
        entente_result_free(j->result);
        free(j);
    }
}

/* Turns a job into its one result. */
static void finish(entente_client *c, job *j, entente_status status, const char *message, const uint8_t *data, size_t length)
{
    entente_result *r = j->result;
    j->result = NULL;
    r->ticket = j->ticket;
    r->id = j->id;
    j->id = NULL;
    r->status = j->cancelled ? ENTENTE_CANCELLED : status;
    r->message = message && *message && !j->cancelled ? strdup(message) : NULL;
    if (r->status == ENTENTE_OK) {
        arena_init(&r->arena, length * 40 + (1u << 20));
        r->status = wire_article_unpack(data, length, &r->arena, &r->article);
        if (r->status)
            r->status = ENTENTE_INTERNAL;
    }
    pthread_mutex_lock(&c->mutex);
    c->held--;
    c->held_bytes -= j->length;
    *c->results_last = r;
    c->results_last = &r->next;
    pthread_cond_broadcast(&c->arrived);
    pthread_mutex_unlock(&c->mutex);
    job_free(j);
}

/* ---- links ---- */

static bool link_open(entente_client *c, connection *l)
{
    int one = 1, zero = 0, water = ENTENTE_LIMIT_CREDIT + 8, again = 100, again_most = 2000, patience = 2000, handshake = 5000, beat = 1000, dead = 3000;
    int64_t most = (int64_t)ENTENTE_LIMIT_ARTICLE_BYTES_MOST;
    char address[64];
    l->dealer = zmq_socket(c->context, ZMQ_DEALER);
    l->monitor = zmq_socket(c->context, ZMQ_PAIR);
    if (!l->dealer || !l->monitor)
        return false;
    zmq_setsockopt(l->dealer, ZMQ_IMMEDIATE, &one, sizeof one);
    zmq_setsockopt(l->dealer, ZMQ_LINGER, &zero, sizeof zero);
    zmq_setsockopt(l->monitor, ZMQ_LINGER, &zero, sizeof zero);
    zmq_setsockopt(l->dealer, ZMQ_SNDHWM, &water, sizeof water);
    zmq_setsockopt(l->dealer, ZMQ_RCVHWM, &water, sizeof water);
    zmq_setsockopt(l->dealer, ZMQ_RECONNECT_IVL, &again, sizeof again);
    zmq_setsockopt(l->dealer, ZMQ_RECONNECT_IVL_MAX, &again_most, sizeof again_most);
    zmq_setsockopt(l->dealer, ZMQ_CONNECT_TIMEOUT, &patience, sizeof patience);
    zmq_setsockopt(l->dealer, ZMQ_HANDSHAKE_IVL, &handshake, sizeof handshake);
    zmq_setsockopt(l->dealer, ZMQ_HEARTBEAT_IVL, &beat, sizeof beat);
    zmq_setsockopt(l->dealer, ZMQ_HEARTBEAT_TIMEOUT, &dead, sizeof dead);
    zmq_setsockopt(l->dealer, ZMQ_HEARTBEAT_TTL, &dead, sizeof dead);
    zmq_setsockopt(l->dealer, ZMQ_MAXMSGSIZE, &most, sizeof most);
    snprintf(address, sizeof address, "inproc://entente-monitor-%p", l->dealer);
    zmq_socket_monitor(l->dealer, address, ZMQ_EVENT_HANDSHAKE_SUCCEEDED | ZMQ_EVENT_DISCONNECTED);
    zmq_connect(l->monitor, address);
    l->state = LINK_CONNECTING;
    return zmq_connect(l->dealer, l->endpoint) == 0;
}

static void link_close(connection *l)
{
    if (l->dealer) {
        zmq_socket_monitor(l->dealer, NULL, 0);
        zmq_close(l->dealer);
    }
    if (l->monitor)
        zmq_close(l->monitor);
    l->dealer = l->monitor = NULL;
}

static bool send_header(connection *l, const wire_header *h, job *jobs, size_t bytes)
{
    arena a;
    const uint8_t *data;
    size_t length;
    arena_init(&a, ENTENTE_LIMIT_HEADER_BYTES * 4);
    zmq_msg_t texts; /* made first: half a message must not stay on the socket */
    if (zmq_msg_init_size(&texts, bytes))
        return false;
    char *to = zmq_msg_data(&texts);
    for (job *j = jobs; j; j = j->next) {
        memcpy(to, j->text, j->length);
        to += j->length;
    }
    bool ok = wire_header_pack(h, &a, &data, &length) == ENTENTE_OK &&
              zmq_send(l->dealer, data, length, ZMQ_DONTWAIT | (jobs ? ZMQ_SNDMORE : 0)) >= 0 &&
              (!jobs || zmq_msg_send(&texts, l->dealer, ZMQ_DONTWAIT) >= 0);
    zmq_msg_close(&texts);
    arena_done(&a);
    return ok;
}

static void greet(connection *l)
{
    wire_header hello = {.type = WIRE_HELLO, .version = ENTENTE_VERSION_STRING};
    if (l->state == LINK_CONNECTING && send_header(l, &hello, NULL, 0))
        l->state = LINK_GREETED;
}

static void requeue(entente_client *c, job *jobs)
{
    if (!jobs)
        return;
    job *last = jobs;
    while (last->next)
        last = last->next;
    pthread_mutex_lock(&c->mutex);
    last->next = c->queue;
    if (!c->queue)
        c->queue_last = &last->next;
    c->queue = jobs;
    pthread_mutex_unlock(&c->mutex);
}

static void count_ready(entente_client *c)
{
    size_t n = 0;
    for (size_t i = 0; i < c->link_count; i++)
        n += c->links[i].state == LINK_READY;
    pthread_mutex_lock(&c->mutex);
    c->ready = n;
    c->connected |= n > 0;
    pthread_mutex_unlock(&c->mutex);
    if (n)
        c->without_ms = 0;
    else if (!c->without_ms)
        c->without_ms = now_ms();
}

/* A worker is lost: what its threads may have been working on is suspect and goes out alone; the third loss is poison. */
static void link_lost(entente_client *c, connection *l, entente_status why)
{
    uint32_t at_work = l->threads ? l->threads : 1;
    while (l->first) {
        batch *b = l->first;
        l->first = b->next;
        bool suspect = at_work > 0;
        if (at_work)
            at_work--;
        if (suspect && b->count == 1 && ++b->jobs->losses >= ENTENTE_LIMIT_ATTEMPTS) {
            finish(c, b->jobs, why, why == ENTENTE_BUDGET ? "the article outlasted its time at three workers" : "three workers were lost with the article in work", NULL, 0);
        } else {
            for (job *j = b->jobs; j && suspect; j = j->next)
                j->alone = true;
            requeue(c, b->jobs);
        }
        free(b);
    }
    l->last = &l->first;
    l->in_flight = 0;
    l->state = LINK_CONNECTING;
    count_ready(c);
}

/* Takes jobs for one message: several small ones, or one that is large or suspect. */
static job *take_jobs(entente_client *c, uint32_t *count, size_t *bytes)
{
    job *jobs = NULL, **tail = &jobs;
    *count = 0;
    *bytes = 0;
    pthread_mutex_lock(&c->mutex);
    uint32_t share = (uint32_t)(c->held / (4 * (c->ready ? c->ready : 1))) + 1; /* leave work for the others near the end */
    while (c->queue && *count < BATCH_ARTICLES && *count < share) {
        job *j = c->queue;
        if (*count && (j->alone || *bytes + j->length > BATCH_BYTES))
            break;
        c->queue = j->next;
        if (!c->queue)
            c->queue_last = &c->queue;
        j->next = NULL;
        *tail = j;
        tail = &j->next;
        ++*count;
        *bytes += j->length;
        if (j->alone)
            break;
    }
    pthread_mutex_unlock(&c->mutex);
    return jobs;
}

static bool send_batch(entente_client *c, connection *l)
{
    uint32_t count;
    size_t bytes;
    job *jobs = take_jobs(c, &count, &bytes);
    if (!jobs)
        return false;
    for (job *j = jobs; j; j = j->next) {
        pthread_mutex_lock(&c->mutex);
        bool unwanted = j->cancelled || (c->article_bytes && j->length > c->article_bytes);
        pthread_mutex_unlock(&c->mutex);
        if (unwanted) { /* found too late for submit: send the others, answer this one here */
            job *rest = jobs == j ? j->next : jobs;
            for (job *k = jobs; k && k != j; k = k->next)
                if (k->next == j)
                    k->next = j->next;
            j->next = NULL;
            requeue(c, rest);
            finish(c, j, ENTENTE_TOO_LARGE, "the article is larger than the worker's limit; raise --article-bytes there", NULL, 0);
            return true;
        }
    }
    batch *b = calloc(1, sizeof *b);
    wire_job list[BATCH_ARTICLES];
    uint32_t n = 0;
    for (job *j = jobs; j; j = j->next)
        list[n++] = (wire_job){j->id, j->losses, j->length};
    wire_header h = {.type = WIRE_BATCH, .batch_id = ++c->batch_ids, .jobs = list, .count = n, .until = c->options.until,
                     .keep_removed = c->options.keep_removed, .explain = c->options.explain};
    if (!b || !send_header(l, &h, jobs, bytes)) {
        free(b);
        requeue(c, jobs);
        return false;
    }
    *b = (batch){.id = h.batch_id, .sent_ms = now_ms(), .jobs = jobs, .count = count};
    *l->last = b;
    l->last = &b->next;
    l->in_flight++;
    return true;
}

static batch *take_batch(connection *l, uint64_t id)
{
    for (batch **p = &l->first; *p; p = &(*p)->next)
        if ((*p)->id == id) {
            batch *b = *p;
            *p = b->next;
            if (!b->next)
                l->last = p;
            l->in_flight--;
            if (l->first)
                l->first->sent_ms = now_ms(); /* a deadline runs from the head of the queue */
            return b;
        }
    return NULL;
}

static void read_reply(entente_client *c, batch *b, const wire_header *h, const uint8_t *body, size_t length)
{
    job *j = b->jobs;
    size_t at = 0;
    for (size_t i = 0; j && i < h->count && strcmp(h->results[i].id, j->id) == 0; i++) {
        const wire_result *r = &h->results[i];
        job *next = j->next;
        if (r->length > length - at)
            break;
        j->next = NULL;
        finish(c, j, r->status, r->message, body + at, r->length);
        at += r->length;
        j = next;
    }
    while (j) { /* a reply that breaks the contract */
        job *next = j->next;
        j->next = NULL;
        finish(c, j, ENTENTE_INTERNAL, "the worker's reply does not fit the request", NULL, 0);
        j = next;
    }
}

static void fail_all(entente_client *c, entente_status status, const char *message)
{
    for (;;) {
        pthread_mutex_lock(&c->mutex);
        job *j = c->queue;
        if (j) {
            c->queue = j->next;
            if (!c->queue)
                c->queue_last = &c->queue;
        }
        pthread_mutex_unlock(&c->mutex);
        if (!j)
            return;
        finish(c, j, status, message, NULL, 0);
    }
}

/* Talking on makes no sense: what waits ends here, and what comes later at submit. */
static void refuse_version(entente_client *c, const char *message)
{
    pthread_mutex_lock(&c->mutex);
    c->refused = true;
    pthread_mutex_unlock(&c->mutex);
    fail_all(c, ENTENTE_VERSION, message);
}

/* Between half and one and a half of what the worker asked for, which is a stranger's number: at most a minute. */
static uint64_t jittered(const entente_client *c, uint32_t ms)
{
    uint64_t delay = ms > 60000 ? 60000 : ms;
    return delay / 2 + c->batch_ids * 7919 % (delay + 1);
}

static void handle(entente_client *c, connection *l, const wire_header *h, const uint8_t *body, size_t length)
{
    batch *b;
    switch (h->type) {
    case WIRE_WELCOME:
        l->state = LINK_READY;
        l->credit = h->credit < 1 ? 1 : h->credit > ENTENTE_LIMIT_CREDIT ? ENTENTE_LIMIT_CREDIT : h->credit;
        l->threads = h->threads;
        pthread_mutex_lock(&c->mutex);
        if (!c->article_bytes || h->max_article_bytes < c->article_bytes)
            c->article_bytes = h->max_article_bytes;
        pthread_mutex_unlock(&c->mutex);
        count_ready(c);
        return;
    case WIRE_BATCH_REPLY:
        if ((b = take_batch(l, h->batch_id)) != NULL) {
            read_reply(c, b, h, body, length);
            free(b);
        }
        return;
    case WIRE_BUSY:
    case WIRE_DRAINING:
        if ((b = take_batch(l, h->batch_id)) != NULL) {
            requeue(c, b->jobs);
            free(b);
        }
        if (h->type == WIRE_DRAINING)
            l->state = LINK_DRAINING;
        l->not_before_ms = now_ms() + jittered(c, h->retry_after_ms);
        count_ready(c);
        return;
    case WIRE_REFUSAL:
        if (h->batch_id && (b = take_batch(l, h->batch_id)) != NULL) {
            while (b->jobs) {
                job *j = b->jobs;
                b->jobs = j->next;
                finish(c, j, h->status, h->message, NULL, 0);
            }
            free(b);
        } else if (h->status == ENTENTE_VERSION) {
            refuse_version(c, h->message);
        }
        return;
    default:
        return;
    }
}

static bool read_message(entente_client *c, connection *l)
{
    zmq_msg_t frames[2], extra;
    int n = 0;
    zmq_msg_init(&frames[0]);
    zmq_msg_init(&frames[1]);
    if (zmq_msg_recv(&frames[0], l->dealer, ZMQ_DONTWAIT) < 0)
        goto none;
    n = 1;
    if (zmq_msg_more(&frames[0]) && zmq_msg_recv(&frames[1], l->dealer, 0) >= 0)
        n = 2;
    for (bool more = n == 2 && zmq_msg_more(&frames[1]); more;) {
        zmq_msg_init(&extra);
        more = zmq_msg_recv(&extra, l->dealer, 0) >= 0 && zmq_msg_more(&extra);
        zmq_msg_close(&extra);
    }
    arena a;
    wire_header h;
    arena_init(&a, ENTENTE_LIMIT_HEADER_BYTES * 8);
    entente_status e = wire_header_unpack(zmq_msg_data(&frames[0]), zmq_msg_size(&frames[0]), &a, &h);
    if (e == ENTENTE_VERSION)
        refuse_version(c, "the worker speaks a newer version of the protocol; upgrade this client");
    else if (!e)
        handle(c, l, &h, zmq_msg_data(&frames[1]), zmq_msg_size(&frames[1]));
    arena_done(&a);
none:
    zmq_msg_close(&frames[0]);
    zmq_msg_close(&frames[1]);
    return n > 0;
}

static void read_monitor(entente_client *c, connection *l)
{
    zmq_msg_t event, address;
    for (;;) {
        zmq_msg_init(&event);
        zmq_msg_init(&address);
        if (zmq_msg_recv(&event, l->monitor, ZMQ_DONTWAIT) < 0) {
            zmq_msg_close(&event);
            zmq_msg_close(&address);
            return;
        }
        uint16_t what = 0;
        if (zmq_msg_size(&event) >= 2)
            memcpy(&what, zmq_msg_data(&event), 2);
        if (zmq_msg_more(&event) && zmq_msg_recv(&address, l->monitor, 0) < 0)
            what = 0;
        zmq_msg_close(&event);
        zmq_msg_close(&address);
        if (what == ZMQ_EVENT_DISCONNECTED) {
            while (read_message(c, l)) {
            }
            link_lost(c, l, ENTENTE_POISON);
        }
    }
}

static void check_deadlines(entente_client *c)
{
    for (size_t i = 0; i < c->link_count; i++) {
        connection *l = &c->links[i];
        size_t bytes = 0;
        if (!l->first)
            continue;
        for (job *j = l->first->jobs; j; j = j->next)
            bytes += j->length;
        if (now_ms() - l->first->sent_ms > JOB_SECONDS * 1000u + bytes / 64) {
            link_close(l);
            link_lost(c, l, ENTENTE_BUDGET);
            (void)link_open(c, l);
        }
    }
    pthread_mutex_lock(&c->mutex);
    bool waiting = c->queue != NULL;
    pthread_mutex_unlock(&c->mutex);
    if (c->without_ms && waiting && now_ms() - c->without_ms > c->options.wait_ms)
        fail_all(c, ENTENTE_UNAVAILABLE, "no worker answered; check --connect, or start one with entente-worker");
}

static void *thread_main(void *argument)
{
    entente_client *c = argument;
    size_t n = c->link_count;
    zmq_pollitem_t *items = calloc(2 * n + 1, sizeof *items);
    c->without_ms = now_ms();
    while (items) {
        pthread_mutex_lock(&c->mutex);
        bool stopping = c->stopping;
        pthread_mutex_unlock(&c->mutex);
        if (stopping)
            break;
        items[0] = (zmq_pollitem_t){NULL, c->wake, ZMQ_POLLIN, 0};
        for (size_t i = 0; i < n; i++) {
            items[1 + 2 * i] = (zmq_pollitem_t){c->links[i].dealer, 0, ZMQ_POLLIN, 0};
            items[2 + 2 * i] = (zmq_pollitem_t){c->links[i].monitor, 0, ZMQ_POLLIN, 0};
            greet(&c->links[i]);
        }
        zmq_poll(items, (int)(2 * n + 1), 50);
        uint64_t count;
        ssize_t got = read(c->wake, &count, sizeof count);
        (void)got;
        for (size_t i = 0; i < n; i++) {
            while (read_message(c, &c->links[i])) {
            }
            read_monitor(c, &c->links[i]);
        }
        /* One message a link in turn, so that no link hoards. */
        for (bool sent = true; sent;) {
            sent = false;
            for (size_t i = 0; i < n; i++) {
                connection *l = &c->links[i];
                if (l->state == LINK_READY && l->in_flight < l->credit && (!l->not_before_ms || now_ms() >= l->not_before_ms))
                    sent |= send_batch(c, l);
            }
        }
        check_deadlines(c);
    }
    free(items);
    return NULL;
}

/* ---- the interface ---- */

static void release(entente_client *c)
{
    for (size_t i = 0; i < c->link_count; i++) {
        while (c->links[i].first) {
            batch *b = c->links[i].first;
            c->links[i].first = b->next;
            while (b->jobs) {
                job *j = b->jobs;
                b->jobs = j->next;
                job_free(j);
            }
            free(b);
        }
        link_close(&c->links[i]);
    }
    while (c->queue) {
        job *j = c->queue;
        c->queue = j->next;
        job_free(j);
    }
    while (c->results) {
        entente_result *r = c->results;
        c->results = r->next;
        entente_result_free(r);
    }
    if (c->own_context && c->context)
        zmq_ctx_term(c->context);
    if (c->wake >= 0)
        close(c->wake);
    pthread_mutex_destroy(&c->mutex);
    pthread_cond_destroy(&c->arrived);
    free(c->links);
    free(c);
}

entente_status client_open_in(void *context, const entente_options *options, entente_client **out)
{
    if (!options->endpoint_count || options->endpoint_count > LINKS_MOST)
        return ENTENTE_INVALID;
    entente_client *c = calloc(1, sizeof *c);
    if (!c)
        return ENTENTE_NO_MEMORY;
    pthread_condattr_t monotonic;
    pthread_condattr_init(&monotonic);
    pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
    pthread_mutex_init(&c->mutex, NULL);
    pthread_cond_init(&c->arrived, &monotonic);
    pthread_condattr_destroy(&monotonic);
    c->options = *options;
    c->options.wait_ms = options->wait_ms ? options->wait_ms : 10000;
    c->options.window_bytes = options->window_bytes ? options->window_bytes : 32u << 20;
    c->options.window_articles = options->window_articles ? options->window_articles : 512;
    c->queue_last = &c->queue;
    c->results_last = &c->results;
    c->wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    c->own_context = context == NULL;
    c->context = context ? context : zmq_ctx_new();
    c->links = calloc(options->endpoint_count, sizeof *c->links);
    if (c->wake < 0 || !c->context || !c->links) {
        release(c);
        return ENTENTE_NO_MEMORY;
    }
    if (c->own_context)
        zmq_ctx_set(c->context, ZMQ_BLOCKY, 0);
    for (size_t i = 0; i < options->endpoint_count; i++) {
        connection *l = &c->links[c->link_count++];
        l->last = &l->first;
        if (snprintf(l->endpoint, sizeof l->endpoint, "%s", options->endpoints[i]) >= (int)sizeof l->endpoint || !link_open(c, l)) {
            release(c);
            return ENTENTE_INVALID;
        }
    }
    if (pthread_create(&c->thread, NULL, thread_main, c) != 0) {
        release(c);
        return ENTENTE_NO_MEMORY;
    }
    *out = c;
    return ENTENTE_OK;
}

entente_status entente_client_open(const entente_options *options, entente_client **client)
{
    return client_open_in(NULL, options, client);
}

static void wake(entente_client *c)
{
    uint64_t one = 1;
    ssize_t n = write(c->wake, &one, sizeof one);
    (void)n;
}

entente_status entente_client_submit(entente_client *c, const char *id, const char *text, size_t length, uint64_t *ticket)
{
    if (strlen(id) > ENTENTE_LIMIT_ID_BYTES)
        return ENTENTE_INVALID;
    pthread_mutex_lock(&c->mutex);
    bool full = c->held && (c->held >= c->options.window_articles || c->held_bytes + length > c->options.window_bytes);
    bool large = length > ENTENTE_LIMIT_ARTICLE_BYTES_MOST || (c->article_bytes && length > c->article_bytes);
    bool refused = c->refused && !c->ready;
    pthread_mutex_unlock(&c->mutex);
    if (refused)
        return ENTENTE_VERSION;
    if (large)
        return ENTENTE_TOO_LARGE;
    if (full)
        return ENTENTE_AGAIN;
    job *j = calloc(1, sizeof *j);
    if (j) {
        j->id = strdup(id);
        j->text = malloc(length + 1);
        j->result = calloc(1, sizeof *j->result);
        j->length = length;
    }
    if (!j || !j->id || !j->text || !j->result) {
        job_free(j);
        return ENTENTE_NO_MEMORY;
    }
    memcpy(j->text, text, length);
    pthread_mutex_lock(&c->mutex);
    j->ticket = ++c->tickets;
    c->pending++;
    c->held++;
    c->held_bytes += length;
    *c->queue_last = j;
    c->queue_last = &j->next;
    if (ticket)
        *ticket = j->ticket;
    pthread_mutex_unlock(&c->mutex);
    wake(c);
    return ENTENTE_OK;
}

entente_status entente_client_next(entente_client *c, int timeout_ms, entente_result **result)
{
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    if (timeout_ms > 0) {
        until.tv_sec += timeout_ms / 1000;
        until.tv_nsec += timeout_ms % 1000 * 1000000L;
        if (until.tv_nsec >= 1000000000L) {
            until.tv_sec++;
            until.tv_nsec -= 1000000000L;
        }
    }
    pthread_mutex_lock(&c->mutex);
    int late = timeout_ms == 0;
    while (!c->results && c->pending && !late)
        late = timeout_ms < 0 ? pthread_cond_wait(&c->arrived, &c->mutex) : pthread_cond_timedwait(&c->arrived, &c->mutex, &until);
    entente_result *r = c->results;
    bool none = !c->pending;
    if (r) {
        c->results = r->next;
        if (!c->results)
            c->results_last = &c->results;
        c->pending--;
    }
    pthread_mutex_unlock(&c->mutex);
    if (!r)
        return none ? ENTENTE_CLOSED : ENTENTE_AGAIN;
    r->next = NULL;
    *result = r;
    return ENTENTE_OK;
}

entente_status entente_client_cancel(entente_client *c, uint64_t ticket)
{
    bool found = false;
    pthread_mutex_lock(&c->mutex);
    for (job *j = c->queue; j && !found; j = j->next)
        if (j->ticket == ticket)
            found = j->cancelled = true;
    pthread_mutex_unlock(&c->mutex);
    wake(c);
    return found ? ENTENTE_OK : ENTENTE_INVALID;
}

size_t entente_client_pending(entente_client *c)
{
    pthread_mutex_lock(&c->mutex);
    size_t n = c->pending;
    pthread_mutex_unlock(&c->mutex);
    return n;
}

size_t entente_client_workers(entente_client *c)
{
    pthread_mutex_lock(&c->mutex);
    size_t n = c->ready;
    pthread_mutex_unlock(&c->mutex);
    return n;
}

bool entente_client_connected(entente_client *c)
{
    pthread_mutex_lock(&c->mutex);
    bool n = c->connected || c->refused;
    pthread_mutex_unlock(&c->mutex);
    return n;
}

void entente_client_close(entente_client *c)
{
    if (!c)
        return;
    pthread_mutex_lock(&c->mutex);
    c->stopping = true;
    pthread_mutex_unlock(&c->mutex);
    wake(c);
    pthread_join(c->thread, NULL);
    release(c);
}
