/* SPDX-License-Identifier: MIT */
/* /metrics in Prometheus' text format over HTTP, from a thread of libmicrohttpd's own. */
#ifndef ENTENTE_METRICS_H
#define ENTENTE_METRICS_H

#include "service.h"

typedef struct metrics metrics;

/* `address`: HOST:PORT, [HOST]:PORT or PORT (loopback). The service must outlive it. NULL with a message when it cannot listen there. */
metrics *metrics_start(const char *address, service *s, char message[160]);
/* NULL is nothing. */
void metrics_stop(metrics *m);

#endif
