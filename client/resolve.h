/* SPDX-License-Identifier: MIT */
/* The addresses behind the names of endpoints, asked for again every few seconds in a thread of its own: a service name of
 * Compose, Swarm or a headless Kubernetes Service has one for each worker, and they come and go. */
#ifndef ENTENTE_RESOLVE_H
#define ENTENTE_RESOLVE_H

#include <stdbool.h>
#include <stddef.h>

#include "status.h"

enum { RESOLVE_MOST = 256, RESOLVE_BYTES = 256, RESOLVE_SECONDS = 3 };

typedef struct resolver resolver;

/* What the names stand for: endpoints with addresses; ipc://, inproc:// and addresses stand for themselves. */
typedef struct resolved {
    char endpoints[RESOLVE_MOST][RESOLVE_BYTES];
    size_t count;
} resolved;

/* Copies the endpoints. `on_change` is called from the resolver's thread. ENTENTE_INVALID: none, too many, or not tcp://HOST:PORT,
 * ipc://PATH or inproc://NAME. ENTENTE_NO_MEMORY. */
ENTENTE_MUST_CHECK entente_status resolver_start(const char *const *endpoints, size_t count, void (*on_change)(void *), void *argument, resolver **out);
/* Fills `out` and returns true when something has changed since the last call. */
bool resolver_take(resolver *r, resolved *out);
/* Waits for a lookup under way. NULL is nothing. */
void resolver_stop(resolver *r);

#endif
