/* SPDX-License-Identifier: MIT */
#include "in_work.h"

#include <sys/mman.h>

in_work *in_work_new(void)
{
    void *shared = mmap(NULL, sizeof(in_work), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    return shared == MAP_FAILED ? NULL : shared;
}

void in_work_start(in_work *w, uint64_t boot_id, in_work_deaths *deaths)
{
    deaths->boot_count = deaths->batch_count = 0;
    if (!w)
        return;
    if (w->boot_id) {
        uint64_t at = w->died_count++ % IN_WORK_DEATHS;
        w->died[at].boot_id = w->boot_id;
        for (uint32_t i = 0; i < IN_WORK_THREADS; i++)
            w->died[at].batches[i] = atomic_exchange(&w->batches[i], 0);
    }
    for (uint32_t k = 0; k < IN_WORK_DEATHS && k < w->died_count; k++) {
        deaths->boot_ids[deaths->boot_count++] = w->died[k].boot_id;
        for (uint32_t i = 0; i < IN_WORK_THREADS; i++)
            if (w->died[k].batches[i])
                deaths->batches[deaths->batch_count++] = w->died[k].batches[i];
    }
    w->boot_id = boot_id;
}

void in_work_set(in_work *w, size_t thread, uint64_t batch)
{
    if (w)
        atomic_store(&w->batches[thread], batch);
}
