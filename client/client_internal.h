/* SPDX-License-Identifier: MIT */
/* Inside the library; of it the command line uses client_open_in alone, to meet its embedded worker. */
#ifndef ENTENTE_CLIENT_INTERNAL_H
#define ENTENTE_CLIENT_INTERNAL_H

#include "arena.h"
#include "entente.h"

struct entente_result {
    struct entente_result *next;
    uint64_t ticket;
    char *message;
    size_t bytes; /* of the text, held against the window until the result is taken */
    entente_status status;
    arena arena;
    entente_article article;
    char id[];
};

/* `zmq_context` stays the caller's; NULL makes one. Errors as for entente_client_open. */
ENTENTE_MUST_CHECK entente_status client_open_in(void *zmq_context, const entente_options *options, entente_client **client);

#endif
