/* SPDX-License-Identifier: MIT */
#include "dispatch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zmq.h>

#include "limit_table.h"

enum { BATCH_BYTES = 256 * 1024, JOB_SECONDS = 120, HEDGE_MS = 500, HEDGE_TIMES = 3, HEDGE_SHARE = 20, GREETING_MS = 2000, DRAINED_MS = 15000, BUSY_TIMES = 60, SETTLE_MS = 5000, CUTS_MOST = 10 };

void job_free(job *j)
{
    if (j) {
        entente_result_free(j->result);
        free(j);
    }
}

/* Turns a job into its one result; the job goes with the last message that holds it. */
static void finish(entente_client *c, job *j, entente_status status, const char *message, const uint8_t *data, size_t length)
{
    entente_result *r = j->result;
    j->result = NULL;
    j->done = true;
    r->status = status;
    r->message = message && *message ? strdup(message) : NULL;
    if (r->status == ENTENTE_OK) {
        arena_init(&r->arena, length * 40 + (1u << 20));
        r->status = wire_article_unpack(data, length, &r->arena, &r->article);
        if (r->status)
            r->status = ENTENTE_INTERNAL;
    }
    *c->finished_last = r;
    c->finished_last = &r->next;
}

/* Hands what is finished to the caller: once for a whole message, as each time may wake a thread. */
static void publish(entente_client *c)
{
    if (!c->finished)
        return;
    pthread_mutex_lock(&c->mutex);
    *c->results_last = c->finished;
    c->results_last = c->finished_last;
    pthread_cond_broadcast(&c->arrived);
    pthread_mutex_unlock(&c->mutex);
    c->finished = NULL;
    c->finished_last = &c->finished;
}

/* One message that held the job is no more; true when nobody else has it and it is not done. */
static bool job_left_alone(job *j)
{
    j->copies--;
    if (j->done && !j->copies)
        job_free(j);
    else
        return !j->copies;
    return false;
}

job *queue_take(entente_client *c, job **place)
{
    job *j = *place;
    *place = j->next;
    if (!*place)
        c->queue_last = place;
    j->next = NULL;
    return j;
}

/* ---- links ---- */

/* Back to the head of the queue, in their order; what is in flight elsewhere or done is left. Frees the batch. */
static void requeue(entente_client *c, batch *b)
{
    for (uint32_t i = b->count; i-- > 0;) {
        job *j = b->jobs[i];
        if (!job_left_alone(j))
            continue;
        pthread_mutex_lock(&c->mutex);
        j->next = c->queue;
        if (!c->queue)
            c->queue_last = &j->next;
        c->queue = j;
        pthread_mutex_unlock(&c->mutex);
        c->unsettled = true;
    }
    free(b);
}

static void count_ready(entente_client *c)
{
    size_t n = 0;
    uint64_t most = 0;
    for (size_t i = 0; i < c->link_count; i++)
        if (c->links[i].state == LINK_READY) {
            n++;
            most = c->links[i].article_bytes > most ? c->links[i].article_bytes : most;
        }
    pthread_mutex_lock(&c->mutex);
    c->ready = n;
    c->unsettled |= n && c->article_bytes != most;
    if (n)
        c->article_bytes = most; /* what one of them takes */
    c->connected |= n > 0;
    pthread_mutex_unlock(&c->mutex);
    if (n)
        c->without_ms = 0;
    else if (!c->without_ms)
        c->without_ms = link_now_ms();
}

/* All that is in flight on a link goes back to the queue. */
static void give_back(entente_client *c, connection *l)
{
    while (l->first) {
        batch *b = l->first;
        l->first = b->next;
        requeue(c, b);
    }
    l->last = &l->first;
    l->in_flight = 0;
}

/* A worker is lost: what its threads may have been working on is suspect and goes out alone; the third loss is poison, unless the worker
 * turns out not to have been lost. */
static void link_lost(entente_client *c, connection *l, entente_status why)
{
    uint32_t at_work = l->threads ? l->threads : 1;
    for (batch *b = l->first; b && at_work; b = b->next, at_work--) {
        for (uint32_t i = 0; i < b->count; i++)
            b->jobs[i]->alone = true;
        job *j = b->jobs[0];
        if (b->count > 1 || j->done)
            continue;
        j->losses++;
        j->lost_why = why;
        j->lost_boot = l->boot_id;
        j->lost_batch = b->id;
        j->lost_ms = link_now_ms();
    }
    give_back(c, l);
    l->state = LINK_CONNECTING;
    count_ready(c);
}

/* The connection broke, not the worker, which is the same as before; or the worker says that it died with others in work. */
static void spare(job *j, const wire_header *h)
{
    bool cut = h->boot_id == j->lost_boot, waited = false;
    if (!j->losses || !j->lost_boot || j->lost_why != ENTENTE_POISON)
        return;
    for (size_t i = 0; i < h->previous_boot_count; i++)
        waited |= h->previous_boot_ids[i] == j->lost_boot;
    for (size_t i = 0; i < h->died_with_count; i++)
        waited &= h->died_with[i] != j->lost_batch;
    if (!cut && !waited)
        return;
    j->losses--;
    j->cuts += cut;
    j->lost_boot = 0;
}

/* A worker is back. */
static void learn_from_welcome(entente_client *c, const wire_header *h)
{
    pthread_mutex_lock(&c->mutex);
    for (job *j = c->queue; j; j = j->next)
        spare(j, h);
    pthread_mutex_unlock(&c->mutex);
    for (size_t i = 0; i < c->link_count; i++)
        for (batch *b = c->links[i].first; b; b = b->next)
            for (uint32_t k = 0; k < b->count; k++)
                spare(b->jobs[k], h);
    c->unsettled = true;
}

/* Answers what no worker is to have: too large for all that are ready, lost with three of them, or never across. A little later than the third loss, as the worker may be back. */
static void settle(entente_client *c)
{
    job *ended = NULL, **last = &ended;
    uint64_t now = link_now_ms();
    if (!c->unsettled)
        return;
    c->unsettled = false;
    pthread_mutex_lock(&c->mutex);
    for (job **p = &c->queue; *p;) {
        job *j = *p;
        bool poison = j->losses >= ENTENTE_LIMIT_ATTEMPTS, cut = j->cuts >= CUTS_MOST, large = c->ready && c->article_bytes && j->length > c->article_bytes;
        if (!large && !cut && (!poison || now - j->lost_ms < SETTLE_MS)) {
            c->unsettled |= poison;
            p = &j->next;
            continue;
        }
        *last = queue_take(c, p);
        last = &j->next;
    }
    pthread_mutex_unlock(&c->mutex);
    while (ended) {
        job *j = ended;
        ended = j->next;
        if (j->cuts >= CUTS_MOST)
            finish(c, j, ENTENTE_UNAVAILABLE, "the connection broke ten times with the article on its way; check the network", NULL, 0);
        else if (j->losses < ENTENTE_LIMIT_ATTEMPTS)
            finish(c, j, ENTENTE_TOO_LARGE, "the article is larger than the worker's limit; raise --article-bytes there", NULL, 0);
        else
            finish(c, j, j->lost_why, j->lost_why == ENTENTE_BUDGET ? "the article outlasted its time at three workers" : "three workers were lost with the article in work", NULL, 0);
        job_free(j);
    }
}

/* Takes jobs for one message: several small ones, or one that is large or suspect; a suspect wants a worker for itself. */
static batch *take_jobs(entente_client *c, connection *l)
{
    batch *b = calloc(1, sizeof *b);
    if (!b)
        return NULL;
    pthread_mutex_lock(&c->mutex);
    uint32_t share = (uint32_t)(c->held / (4 * (c->ready ? c->ready : 1))) + 1; /* leave work for the others near the end */
    for (job **p = &c->queue; *p && b->count < BATCH_ARTICLES && b->count < share;) {
        job *j = *p;
        if ((j->alone && (b->count || l->in_flight)) || j->losses >= ENTENTE_LIMIT_ATTEMPTS || j->length > l->article_bytes) {
            p = &j->next; /* its turn comes when a worker is idle; or another has to do it, or none */
            continue;
        }
        if (b->count && b->bytes + j->length > BATCH_BYTES)
            break;
        b->jobs[b->count++] = queue_take(c, p);
        j->copies++;
        b->bytes += j->length;
        if (j->alone)
            break;
    }
    c->idle |= !b->count;
    pthread_mutex_unlock(&c->mutex);
    if (!b->count) {
        free(b);
        return NULL;
    }
    return b;
}

/* Sends a batch and notes it as in flight; when it cannot be sent its jobs go back. */
static bool send_out(entente_client *c, connection *l, batch *b)
{
    wire_job list[BATCH_ARTICLES];
    for (uint32_t i = 0; i < b->count; i++)
        list[i] = (wire_job){b->jobs[i]->result->id, b->jobs[i]->losses, b->jobs[i]->length};
    wire_header h = {.type = WIRE_BATCH, .batch_id = c->first_batch + ++c->batch_ids, .jobs = list, .count = b->count, .until = c->options.until,
                     .keep_removed = c->options.keep_removed, .explain = c->options.explain};
    if (!link_send(l, &h, b)) {
        requeue(c, b);
        return false;
    }
    b->id = h.batch_id;
    b->sent_ms = link_now_ms();
    *l->last = b;
    l->last = &b->next;
    l->in_flight++;
    return true;
}

/* A full window buys latency, not throughput: two messages of many articles keep a worker as busy as four of one. */
static bool has_credit(const connection *l)
{
    if (l->state != LINK_READY || l->leaving || l->in_flight >= l->credit || (l->not_before_ms && link_now_ms() < l->not_before_ms))
        return false;
    if (l->first && l->first->count == 1 && l->first->jobs[0]->alone)
        return false;
    return l->in_flight < l->threads + 1 || !l->first || l->first->count <= 4;
}

static bool send_batch(entente_client *c, connection *l)
{
    batch *b = has_credit(l) ? take_jobs(c, l) : NULL;
    return b && send_out(c, l, b);
}

/* At the end of a batch, when a worker has nothing to do: what is late elsewhere is sent to it too, and the first reply wins.
 * At most a twentieth of all messages; suspects never. */
static void hedge(entente_client *c, connection *idle)
{
    uint64_t now = link_now_ms(), late_ms = (uint64_t)(HEDGE_TIMES * c->batch_ms) > HEDGE_MS ? (uint64_t)(HEDGE_TIMES * c->batch_ms) : HEDGE_MS;
    batch *late = NULL;
    if (!has_credit(idle) || idle->in_flight || c->hedges * HEDGE_SHARE > c->batch_ids + HEDGE_SHARE)
        return;
    for (size_t i = 0; i < c->link_count; i++)
        for (batch *b = &c->links[i] == idle ? NULL : c->links[i].first; b; b = b->next)
            if (!b->hedged && now - b->sent_ms > late_ms && (!late || b->sent_ms < late->sent_ms) && !b->jobs[0]->alone)
                late = b;
    batch *copy = late ? calloc(1, sizeof *copy) : NULL;
    if (!copy)
        return;
    late->hedged = true;
    copy->hedged = true;
    for (uint32_t i = 0; i < late->count; i++)
        if (!late->jobs[i]->done) {
            late->jobs[i]->copies++;
            copy->bytes += late->jobs[i]->length;
            copy->jobs[copy->count++] = late->jobs[i];
        }
    c->hedges++;
    if (!copy->count)
        free(copy);
    else
        (void)send_out(c, idle, copy);
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
                l->first->sent_ms = link_now_ms(); /* a deadline runs from the head of the queue */
            return b;
        }
    return NULL;
}

static void read_reply(entente_client *c, batch *b, const wire_header *h, const uint8_t *body, size_t length)
{
    size_t at = 0;
    bool fits = h->count == b->count;
    for (uint32_t i = 0; i < b->count; i++) {
        job *j = b->jobs[i];
        const wire_result *r = fits ? &h->results[i] : NULL;
        fits = fits && r->length <= length - at && (j->done || strcmp(r->id, j->result->id) == 0);
        if (!j->done && fits)
            finish(c, j, r->status, r->message, body + at, r->length);
        else if (!j->done)
            finish(c, j, ENTENTE_INTERNAL, "the worker's reply does not fit the request", NULL, 0);
        at += fits ? r->length : 0;
        (void)job_left_alone(j);
    }
    double ms = (double)(link_now_ms() - b->sent_ms);
    c->batch_ms = c->batch_ms > 0 ? 0.9 * c->batch_ms + 0.1 * ms : ms;
    free(b);
}

/* Ends all that waits. */
static void fail_all(entente_client *c, entente_status status, const char *message)
{
    pthread_mutex_lock(&c->mutex);
    job *waiting = c->queue;
    c->queue = NULL;
    c->queue_last = &c->queue;
    pthread_mutex_unlock(&c->mutex);
    while (waiting) {
        job *j = waiting;
        waiting = j->next;
        finish(c, j, status, message, NULL, 0);
        job_free(j); /* no message holds it */
    }
}

/* Talking on with this worker makes no sense: it is asked again later, as it may be replaced. If there is no other, what waits ends
 * here, and what comes later at submit. */
static void refuse_version(entente_client *c, connection *l, const char *message)
{
    bool others = false;
    for (size_t i = 0; i < c->link_count; i++)
        others |= &c->links[i] != l && c->links[i].state == LINK_READY;
    give_back(c, l);
    l->state = LINK_DRAINING;
    l->since_ms = link_now_ms();
    count_ready(c);
    if (others)
        return;
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
        l->article_bytes = h->max_article_bytes ? h->max_article_bytes : ENTENTE_LIMIT_ARTICLE_BYTES_MOST;
        learn_from_welcome(c, h);
        l->boot_id = h->boot_id;
        count_ready(c);
        return;
    case WIRE_BATCH_REPLY:
        c->busy_ms = 0;
        if ((b = take_batch(l, h->batch_id)) != NULL)
            read_reply(c, b, h, body, length);
        return;
    case WIRE_BUSY:
    case WIRE_DRAINING:
        if ((b = take_batch(l, h->batch_id)) != NULL)
            requeue(c, b);
        if (h->type == WIRE_BUSY && !c->busy_ms)
            c->busy_ms = link_now_ms();
        if (h->type == WIRE_DRAINING) {
            l->state = LINK_DRAINING;
            l->since_ms = link_now_ms();
        }
        l->not_before_ms = link_now_ms() + jittered(c, h->retry_after_ms);
        count_ready(c);
        return;
    case WIRE_REFUSAL:
        if (h->batch_id && (b = take_batch(l, h->batch_id)) != NULL) {
            for (uint32_t i = 0; i < b->count; i++) {
                if (!b->jobs[i]->done)
                    finish(c, b->jobs[i], h->status, h->message, NULL, 0);
                (void)job_left_alone(b->jobs[i]);
            }
            free(b);
        } else if (h->status == ENTENTE_VERSION) {
            refuse_version(c, l, h->message);
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
        refuse_version(c, l, "the worker speaks a newer version of the protocol; upgrade this client");
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
        /* A greeting may die with its connection unseen, and a worker that drained may be back behind the same address. */
        if ((l->state == LINK_GREETED && link_now_ms() - l->since_ms > GREETING_MS) || (l->state == LINK_DRAINING && !l->first && link_now_ms() - l->since_ms > DRAINED_MS)) {
            link_close(l);
            (void)link_open(l, c->context, c->keys);
        }
        if (l->first && link_now_ms() - l->first->sent_ms > JOB_SECONDS * 1000u + l->first->bytes / 64) {
            link_close(l);
            link_lost(c, l, ENTENTE_BUDGET);
            (void)link_open(l, c->context, c->keys);
        }
    }
    pthread_mutex_lock(&c->mutex);
    bool waiting = c->queue != NULL;
    pthread_mutex_unlock(&c->mutex);
    if (c->without_ms && waiting && link_now_ms() - c->without_ms > c->options.wait_ms)
        fail_all(c, ENTENTE_UNAVAILABLE, "no worker answered; check --connect, or start one with entente-worker");
    if (c->busy_ms && waiting && link_now_ms() - c->busy_ms > (uint64_t)BUSY_TIMES * c->options.wait_ms)
        fail_all(c, ENTENTE_UNAVAILABLE, "every worker has been too busy for too long; start more of them, or wait longer (--wait)");
}

static void link_remove(entente_client *c, size_t i)
{
    link_close(&c->links[i]);
    c->links[i] = c->links[--c->link_count];
    if (!c->links[i].first)
        c->links[i].last = &c->links[i].first; /* it pointed into the place it left */
}

static bool link_add(entente_client *c, const char *endpoint)
{
    if (c->link_count == RESOLVE_MOST)
        return false;
    connection *l = &c->links[c->link_count];
    *l = (connection){.last = &l->first};
    snprintf(l->endpoint, sizeof l->endpoint, "%s", endpoint);
    if (!link_open(l, c->context, c->keys)) {
        link_close(l);
        return false;
    }
    c->link_count++;
    return true;
}

bool dispatch_follow_addresses(entente_client *c)
{
    bool whole = true, room = c->without_link && c->link_count < RESOLVE_MOST;
    if (!resolver_take(c->resolver, &c->addresses) && !room)
        return true;
    for (size_t i = 0; i < c->link_count; i++)
        c->links[i].leaving = true;
    for (size_t k = 0; k < c->addresses.count; k++) {
        bool known = false;
        for (size_t i = 0; i < c->link_count; i++)
            if (strcmp(c->links[i].endpoint, c->addresses.endpoints[k]) == 0) {
                c->links[i].leaving = false;
                known = true;
            }
        whole = (known || link_add(c, c->addresses.endpoints[k])) && whole;
    }
    c->without_link = !whole;
    return whole;
}

void *dispatch_main(void *argument)
{
    entente_client *c = argument;
    static const size_t items_most = 2 * RESOLVE_MOST + 1;
    zmq_pollitem_t *items = calloc(items_most, sizeof *items);
    c->without_ms = link_now_ms();
    while (items) {
        pthread_mutex_lock(&c->mutex);
        bool stopping = c->stopping;
        pthread_mutex_unlock(&c->mutex);
        if (stopping)
            break;
        (void)dispatch_follow_addresses(c);
        for (size_t i = c->link_count; i-- > 0;)
            if (c->links[i].leaving && !c->links[i].in_flight)
                link_remove(c, i);
        size_t n = c->link_count;
        items[0] = (zmq_pollitem_t){NULL, c->wake, ZMQ_POLLIN, 0};
        for (size_t i = 0; i < n; i++) {
            items[1 + 2 * i] = (zmq_pollitem_t){c->links[i].dealer, 0, ZMQ_POLLIN, 0};
            items[2 + 2 * i] = (zmq_pollitem_t){c->links[i].monitor, 0, ZMQ_POLLIN, 0};
            link_greet(&c->links[i]);
        }
        zmq_poll(items, (int)(2 * n + 1), 50);
        uint64_t count;
        ssize_t got = items[0].revents ? read(c->wake, &count, sizeof count) : 0;
        (void)got;
        for (size_t i = 0; i < n; i++) {
            while (items[1 + 2 * i].revents && read_message(c, &c->links[i]))
                publish(c);
            if (items[2 + 2 * i].revents)
                read_monitor(c, &c->links[i]);
        }
        settle(c);
        /* One message a link in turn, so that no link hoards. */
        for (bool sent = true; sent;) {
            sent = false;
            for (size_t i = 0; i < n; i++)
                sent |= send_batch(c, &c->links[i]);
        }
        for (size_t i = 0; i < n; i++)
            hedge(c, &c->links[i]);
        check_deadlines(c);
        count_ready(c);
        publish(c);
    }
    free(items);
    return NULL;
}
