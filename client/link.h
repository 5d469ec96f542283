/* SPDX-License-Identifier: MIT */
/* A link to one worker: its sockets and what is in flight on it. Of the client's thread alone. */
#ifndef ENTENTE_LINK_H
#define ENTENTE_LINK_H

#include "entente.h"
#include "wire.h"

enum { BATCH_ARTICLES = 16, LINK_KEY = 41 /* a Z85 key with its NUL */ };

/* An article submitted. */
typedef struct job {
    struct job *next;
    size_t length;
    uint32_t losses, cuts, copies; /* workers lost with it in work alone; connections that broke so; messages in flight that hold it */
    uint64_t lost_boot, lost_batch, lost_ms; /* the worker lost last, as it called itself, in what message, and when */
    entente_status lost_why;
    bool alone, done;
    entente_result *result; /* made with the job, so that no job can end without one; it has the id. NULL once done */
    char text[];
} job;

/* A message in flight. */
typedef struct batch {
    struct batch *next;
    uint64_t id, sent_ms;
    job *jobs[BATCH_ARTICLES];
    uint32_t count;
    size_t bytes;
    bool hedged; /* it is in flight at another worker too */
} batch;

/* Where a link is between opening and the worker's welcome. */
typedef enum link_state { LINK_CONNECTING, LINK_GREETED, LINK_READY, LINK_DRAINING } link_state;

/* One DEALER to one worker address, watched by a monitor, and the messages in flight on it. */
typedef struct connection {
    char endpoint[256];
    void *dealer, *monitor;
    link_state state;
    uint32_t credit, threads, in_flight;
    uint64_t boot_id, article_bytes; /* as its last welcome said */
    batch *first, **last;
    uint64_t not_before_ms; /* after Busy */
    uint64_t since_ms;      /* when it was opened, greeted or told to drain */
    bool leaving;           /* its address is gone: what is in flight may end, nothing new is sent */
} connection;

uint64_t link_now_ms(void);

/* Starts connecting to `l->endpoint`; `keys`: public, secret and the server's, empty without CURVE. False when libzmq cannot. */
bool link_open(connection *l, void *context, const char (*keys)[LINK_KEY]);
void link_close(connection *l);
/* Says hello as soon as the connection takes a message. */
void link_greet(connection *l);
/* A header, and behind it the texts of a batch (or NULL). False when nothing was sent. */
bool link_send(connection *l, const wire_header *h, const batch *b);

#endif
