/* SPDX-License-Identifier: MIT */
#ifndef ENTENTE_STATUS_QUERY_H
#define ENTENTE_STATUS_QUERY_H

#include "keys.h"
#include "wire.h"

/* Asks a computing thread for a sign of life, then the worker for its statistics. ENTENTE_UNAVAILABLE: no answer in time. */
ENTENTE_MUST_CHECK entente_status status_query(const char *endpoint, const key_pair *keys, const key_pair *server, int timeout_ms, wire_statistics *out, char *worker, size_t worker_size,
                                               char *version, size_t version_size);

#endif
