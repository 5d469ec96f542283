/* SPDX-License-Identifier: MIT */
/* What the threads are at, in memory that outlives the process: the processes that come after tell the clients what it died with, so that
 * what only waited in it is not suspected. */
#ifndef ENTENTE_IN_WORK_H
#define ENTENTE_IN_WORK_H

#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

enum { IN_WORK_THREADS = 256, IN_WORK_DEATHS = 8 };

typedef struct in_work {
    uint64_t boot_id;
    atomic_ullong batches[IN_WORK_THREADS]; /* by thread; 0: none */
    uint64_t died_count;
    struct {
        uint64_t boot_id, batches[IN_WORK_THREADS];
    } died[IN_WORK_DEATHS]; /* the last ones, in turns */
} in_work;

/* The last processes that died, and the batches that they died with. */
typedef struct in_work_deaths {
    uint64_t boot_ids[IN_WORK_DEATHS], batches[IN_WORK_DEATHS * IN_WORK_THREADS];
    size_t boot_count, batch_count;
} in_work_deaths;

/* Memory that a child of this process shares, all 0; NULL when there is none to be had. */
in_work *in_work_new(void);
/* A process begins: the one before is among the dead. `w` may be NULL, here and below. */
void in_work_start(in_work *w, uint64_t boot_id, in_work_deaths *deaths);
/* A thread begins a batch; 0: it has ended. */
void in_work_set(in_work *w, size_t thread, uint64_t batch);

#endif
