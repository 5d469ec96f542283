/* SPDX-License-Identifier: MIT */
/* Articles of 4 KB that need no work, replies of 3 KB: through libentente, and through plain DEALER and ROUTER with the same batching.
 *
 * bench_transport serve ENDPOINT             a plain ROUTER that answers, for ever
 * bench_transport plain COUNT ENDPOINT...    prints articles a second
 * bench_transport entente COUNT ENDPOINT...  as well; the workers are built with ENTENTE_FAULTS */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <zmq.h>

#include "entente.h"

enum { ARTICLE = 4096, REPLY = 3072, BATCH = 16, HEADER = 400, WINDOW = 2, MOST = 16 };

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int serve(const char *endpoint)
{
    static char reply[BATCH * REPLY], header[HEADER];
    void *context = zmq_ctx_new(), *router = zmq_socket(context, ZMQ_ROUTER);
    if (zmq_bind(router, endpoint))
        return 1;
    for (;;) {
        zmq_msg_t identity, frame;
        zmq_msg_init(&identity);
        zmq_msg_init(&frame);
        if (zmq_msg_recv(&identity, router, 0) < 0 || zmq_msg_recv(&frame, router, 0) < 0 || zmq_msg_recv(&frame, router, 0) < 0)
            return 1;
        zmq_msg_close(&frame);
        zmq_msg_send(&identity, router, ZMQ_SNDMORE);
        zmq_send(router, header, sizeof header, ZMQ_SNDMORE);
        zmq_send(router, reply, sizeof reply, 0);
    }
}

static int plain(long count, int peers, char **endpoints)
{
    static char text[BATCH * ARTICLE], header[HEADER];
    void *context = zmq_ctx_new();
    zmq_pollitem_t items[MOST];
    long sent = 0, answered = 0;
    for (int i = 0; i < peers; i++) {
        void *dealer = zmq_socket(context, ZMQ_DEALER);
        if (zmq_connect(dealer, endpoints[i]))
            return 1;
        items[i] = (zmq_pollitem_t){dealer, 0, ZMQ_POLLIN, 0};
    }
    double begun = seconds();
    for (int i = 0; i < peers * WINDOW; i++, sent += BATCH) {
        zmq_send(items[i % peers].socket, header, sizeof header, ZMQ_SNDMORE);
        zmq_send(items[i % peers].socket, text, sizeof text, 0);
    }
    while (answered < sent) {
        zmq_poll(items, peers, -1);
        for (int i = 0; i < peers; i++) {
            zmq_msg_t frame;
            zmq_msg_init(&frame);
            while (zmq_msg_recv(&frame, items[i].socket, ZMQ_DONTWAIT) >= 0) {
                zmq_msg_recv(&frame, items[i].socket, 0);
                answered += BATCH;
                if (sent < count) {
                    zmq_send(items[i].socket, header, sizeof header, ZMQ_SNDMORE);
                    zmq_send(items[i].socket, text, sizeof text, 0);
                    sent += BATCH;
                }
            }
            zmq_msg_close(&frame);
        }
    }
    printf("%.0f\n", (double)answered / (seconds() - begun));
    return 0;
}

static int entente(long count, int peers, char **endpoints)
{
    char text[ARTICLE];
    memset(text, 'x', sizeof text);
    memcpy(text, "NO-WORK", 7);
    entente_client *client;
    entente_options options = {.endpoints = (const char *const *)endpoints, .endpoint_count = (size_t)peers};
    if (entente_client_open(&options, &client))
        return 1;
    while (entente_client_workers(client) < (size_t)peers)
        nanosleep(&(struct timespec){0, 1000000}, NULL);
    double begun = seconds();
    long sent = 0, answered = 0;
    while (answered < count) {
        char id[32];
        entente_status e = ENTENTE_OK;
        while (sent < count && e == ENTENTE_OK) {
            snprintf(id, sizeof id, "article-%ld", sent);
            e = entente_client_submit(client, id, text, sizeof text, NULL);
            sent += e == ENTENTE_OK;
        }
        entente_result *r;
        for (int wait = -1; entente_client_next(client, wait, &r) == ENTENTE_OK; wait = 0) {
            if (entente_result_status(r) != ENTENTE_OK || strlen(entente_result_article(r)->title) != REPLY)
                return 1;
            entente_result_free(r);
            answered++;
        }
    }
    printf("%.0f\n", (double)answered / (seconds() - begun));
    entente_client_close(client);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc == 3 && strcmp(argv[1], "serve") == 0)
        return serve(argv[2]);
    if (argc >= 4 && argc - 3 <= MOST && strcmp(argv[1], "plain") == 0)
        return plain(atol(argv[2]), argc - 3, argv + 3);
    if (argc >= 4 && strcmp(argv[1], "entente") == 0)
        return entente(atol(argv[2]), argc - 3, argv + 3);
    fputs("usage: bench_transport serve ENDPOINT | plain COUNT ENDPOINT... | entente COUNT ENDPOINT...\n", stderr);
    return 2;
}
