/* SPDX-License-Identifier: MIT */
/* The interface of the library: articles in, results out; a thread of its own deals them out (dispatch.h). */
#include "entente.h"

#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>
#include <zmq.h>

#include "dispatch.h"
#include "limit_table.h"

static void wake(void *client)
{
    uint64_t one = 1;
    ssize_t n = write(((entente_client *)client)->wake, &one, sizeof one);
    (void)n;
}

static void free_results(entente_result *r)
{
    while (r) {
        entente_result *next = r->next;
        entente_result_free(r);
        r = next;
    }
}

static void release(entente_client *c)
{
    resolver_stop(c->resolver);
    for (size_t i = 0; i < c->link_count; i++) {
        while (c->links[i].first) {
            batch *b = c->links[i].first;
            c->links[i].first = b->next;
            for (uint32_t k = 0; k < b->count; k++)
                if (--b->jobs[k]->copies == 0)
                    job_free(b->jobs[k]);
            free(b);
        }
        link_close(&c->links[i]);
    }
    while (c->queue) {
        job *j = c->queue;
        c->queue = j->next;
        job_free(j);
    }
    free_results(c->results);
    free_results(c->finished);
    if (c->own_context && c->context)
        zmq_ctx_term(c->context);
    if (c->wake >= 0)
        close(c->wake);
    pthread_mutex_destroy(&c->mutex);
    pthread_cond_destroy(&c->arrived);
    free(c);
}

entente_status client_open_in(void *context, const entente_options *options, entente_client **out)
{
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
    c->finished_last = &c->finished;
    if (getrandom(&c->first_batch, sizeof c->first_batch, GRND_NONBLOCK) != sizeof c->first_batch)
        c->first_batch = link_now_ms() << 32 ^ (uint64_t)getpid();
    c->wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    c->own_context = context == NULL;
    c->context = context ? context : zmq_ctx_new();
    if (c->wake < 0 || !c->context) {
        release(c);
        return ENTENTE_NO_MEMORY;
    }
    if (c->own_context)
        zmq_ctx_set(c->context, ZMQ_BLOCKY, 0);
    const char *const keys[] = {options->public_key, options->secret_key, options->server_key};
    for (int i = 0; i < 3; i++) {
        if (!keys[i] != !keys[0] || (keys[i] && strlen(keys[i]) != 40)) {
            release(c);
            return ENTENTE_INVALID;
        }
        snprintf(c->keys[i], sizeof c->keys[i], "%s", keys[i] ? keys[i] : "");
    }
    entente_status e = resolver_start(options->endpoints, options->endpoint_count, wake, c, &c->resolver);
    if (!e && !dispatch_follow_addresses(c))
        e = ENTENTE_INVALID;
    if (e) {
        release(c);
        return e;
    }
    if (pthread_create(&c->thread, NULL, dispatch_main, c) != 0) {
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
    job *j = malloc(sizeof *j + length);
    entente_result *r = malloc(sizeof *r + strlen(id) + 1);
    if (!j || !r) {
        free(j);
        free(r);
        return ENTENTE_NO_MEMORY;
    }
    *r = (entente_result){0};
    strcpy(r->id, id);
    *j = (job){.length = length, .result = r};
    memcpy(j->text, text, length);
    pthread_mutex_lock(&c->mutex);
    r->ticket = ++c->tickets;
    r->bytes = length;
    c->pending++;
    c->held++;
    c->held_bytes += length;
    *c->queue_last = j;
    c->queue_last = &j->next;
    if (ticket)
        *ticket = r->ticket;
    bool idle = c->idle;
    c->idle = false;
    pthread_mutex_unlock(&c->mutex);
    if (idle)
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
        c->held--;
        c->held_bytes -= r->bytes;
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
    pthread_mutex_lock(&c->mutex);
    job **p = &c->queue, *j = NULL;
    while (*p && (*p)->result->ticket != ticket)
        p = &(*p)->next;
    if (*p) { /* it waits: no message holds it */
        j = queue_take(c, p);
        j->result->status = ENTENTE_CANCELLED;
        *c->results_last = j->result;
        c->results_last = &j->result->next;
        j->result = NULL;
        pthread_cond_broadcast(&c->arrived);
    }
    pthread_mutex_unlock(&c->mutex);
    job_free(j);
    return j ? ENTENTE_OK : ENTENTE_INVALID;
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
