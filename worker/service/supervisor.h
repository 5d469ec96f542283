/* SPDX-License-Identifier: MIT */
/* A process that keeps a working process alive: forked before there is a thread or a ZeroMQ context, respawned at once when it dies. */
#ifndef ENTENTE_SUPERVISOR_H
#define ENTENTE_SUPERVISOR_H

#include <stdint.h>

enum { SUPERVISOR_BUDGET = 75 }; /* exit code of a working process that ends because an article outlasted its budget */

/* Runs `work` in a child, anew whenever a signal or SUPERVISOR_BUDGET ends it; `restarts` counts from 0. SIGTERM and SIGINT are handed on,
 * then the child's end is waited for. Returns the exit code of the last child. */
int supervise(int (*work)(void *argument, uint64_t restarts), void *argument);

#endif
