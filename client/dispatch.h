/* SPDX-License-Identifier: MIT */
/* The client's thread: deals what waits out to the workers, a window of credit for each, and keeps the truth about every job. */
#ifndef ENTENTE_DISPATCH_H
#define ENTENTE_DISPATCH_H

#include <pthread.h>

#include "client_internal.h"
#include "link.h"
#include "resolve.h"

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
    bool idle; /* a worker has credit and nothing waited when the thread last looked: submit must wake it */
    /* the thread's own */
    char keys[3][LINK_KEY]; /* public, secret, the server's; empty without CURVE */
    entente_result *finished, **finished_last; /* not published yet */
    resolver *resolver;
    resolved addresses;
    connection links[RESOLVE_MOST];
    size_t link_count;
    bool unsettled;    /* what waits may have to be answered without a worker: see settle */
    bool without_link; /* an address has no link: all places are taken, or it could not be opened */
    uint64_t first_batch; /* at random: a worker tells the batches of all its clients apart */
    uint64_t batch_ids, without_ms, busy_ms, hedges; /* without: since when no worker is ready; busy: since when all that is sent is turned away */
    double batch_ms; /* of late, from sending to the reply */
};

/* NULL is nothing; a result that is still the job's goes with it. */
void job_free(job *j);
/* Out of the queue, from its place in it; under the mutex. */
job *queue_take(entente_client *c, job **place);
/* New addresses get a link, when there is a place for it; those that are gone may finish what they have. False when one has none yet. Of the
 * thread, or before there is one. */
bool dispatch_follow_addresses(entente_client *c);
/* Runs until `stopping`. */
void *dispatch_main(void *client);

#endif
