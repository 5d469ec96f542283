/* SPDX-License-Identifier: MIT */
/* Entente's client: give it articles, get back who agreed with whom, to what.
 *
 *     entente_client *client;
 *     entente_options options = {.endpoints = endpoints, .endpoint_count = 2};
 *     if (entente_client_open(&options, &client) == ENTENTE_OK) {
 *         entente_client_submit(client, "id", text, length, NULL);
 *         entente_result *result;
 *         while (entente_client_next(client, 1000, &result) == ENTENTE_OK) { ...; entente_result_free(result); }
 *         entente_client_close(client);
 *     }
 *
 * Threads: every function may be called from any thread at any time, except that entente_client_close must be the last.
 * A thread of the library does the talking. What is not in this header is not supported. */
#ifndef ENTENTE_H
#define ENTENTE_H

#include "article.h"
#include "status.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct entente_client entente_client;
typedef struct entente_result entente_result;

typedef struct entente_options {
    /* "tcp://host:port" or "ipc://path"; a host with several addresses stands for a worker at each. Copied. */
    const char *const *endpoints;
    size_t endpoint_count;
    uint32_t wait_ms;      /* no worker for so long, or all too busy for sixty times as long: what waits ends as ENTENTE_UNAVAILABLE; 0: 10000 */
    uint64_t window_bytes; /* text held at one time; 0: 32 MiB */
    uint32_t window_articles; /* articles held at one time, until their results are taken; 0: 512 */
    entente_stage until;   /* 0: ENTENTE_STAGE_AGREEMENTS */
    bool keep_removed, explain;
    /* CURVE (RFC 26): this client's keys and the workers' public key, Z85, 40 characters each; all three or none. Copied. */
    const char *public_key, *secret_key, *server_key;
} entente_options;

/* Starts connecting; returns at once. ENTENTE_INVALID: no endpoint, or one that is none, or keys that are none. ENTENTE_NO_MEMORY. */
ENTENTE_API ENTENTE_MUST_CHECK entente_status entente_client_open(const entente_options *options, entente_client **client);

/* Queues one article; `id` (at most 4096 bytes) and `text` are copied. Each article submitted gives exactly one result.
 * `ticket`, when not NULL, gets its number: 1, 2, 3, ... in the order of submission.
 * ENTENTE_AGAIN: the window is full, take a result first. ENTENTE_TOO_LARGE: over what the workers take (checked here
 * once a worker has answered, by the worker before). ENTENTE_VERSION: the workers speak another version. ENTENTE_INVALID: the id is too long. ENTENTE_NO_MEMORY. */
ENTENTE_API ENTENTE_MUST_CHECK entente_status entente_client_submit(entente_client *client, const char *id, const char *text, size_t length, uint64_t *ticket);

/* Takes the next result, waiting at most `timeout_ms` (0: not at all, negative: for ever). The caller frees it.
 * ENTENTE_AGAIN: none came in time. ENTENTE_CLOSED: nothing is pending, so none can come. */
ENTENTE_API ENTENTE_MUST_CHECK entente_status entente_client_next(entente_client *client, int timeout_ms, entente_result **result);

/* Gives an article up that still waits to be sent: its result comes at once, as ENTENTE_CANCELLED.
 * ENTENTE_INVALID: no such ticket waits (unknown, at a worker already, or answered). */
ENTENTE_API ENTENTE_MUST_CHECK entente_status entente_client_cancel(entente_client *client, uint64_t ticket);

/* Articles submitted whose result was not taken yet; workers that answer now; and whether one ever has (if only to refuse). */
ENTENTE_API size_t entente_client_pending(entente_client *client);
ENTENTE_API size_t entente_client_workers(entente_client *client);
ENTENTE_API bool entente_client_connected(entente_client *client);

/* Drops what is pending, stops the thread, frees the client. NULL is nothing. */
ENTENTE_API void entente_client_close(entente_client *client);

/* A result's parts live as long as the result. The article is NULL unless the status is ENTENTE_OK. */
ENTENTE_API uint64_t entente_result_ticket(const entente_result *result);
ENTENTE_API const char *entente_result_id(const entente_result *result);
ENTENTE_API entente_status entente_result_status(const entente_result *result);
ENTENTE_API const char *entente_result_message(const entente_result *result);
ENTENTE_API const entente_article *entente_result_article(const entente_result *result);
ENTENTE_API void entente_result_free(entente_result *result);

#ifdef __cplusplus
}
#endif
#endif
