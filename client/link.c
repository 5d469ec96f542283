/* SPDX-License-Identifier: MIT */
#include "link.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <zmq.h>

#include "limit_table.h"
#include "version.h"

uint64_t link_now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000;
}

bool link_open(connection *l, void *context, const char (*keys)[LINK_KEY])
{
    int one = 1, zero = 0, water = ENTENTE_LIMIT_CREDIT + 8, again = 100, again_most = 2000, patience = 2000, handshake = 5000, beat = 1000, dead = 3000;
    int64_t most = (int64_t)ENTENTE_LIMIT_ARTICLE_BYTES_MOST;
    char address[64];
    l->dealer = zmq_socket(context, ZMQ_DEALER);
    l->monitor = zmq_socket(context, ZMQ_PAIR);
    if (!l->dealer || !l->monitor)
        return false;
    zmq_setsockopt(l->dealer, ZMQ_IMMEDIATE, &one, sizeof one);
    zmq_setsockopt(l->dealer, ZMQ_LINGER, &zero, sizeof zero);
    zmq_setsockopt(l->monitor, ZMQ_LINGER, &zero, sizeof zero);
    zmq_setsockopt(l->dealer, ZMQ_SNDHWM, &water, sizeof water);
    zmq_setsockopt(l->dealer, ZMQ_RCVHWM, &water, sizeof water);
    zmq_setsockopt(l->dealer, ZMQ_RECONNECT_IVL, &again, sizeof again);
    zmq_setsockopt(l->dealer, ZMQ_RECONNECT_IVL_MAX, &again_most, sizeof again_most);
    zmq_setsockopt(l->dealer, ZMQ_CONNECT_TIMEOUT, &patience, sizeof patience);
    zmq_setsockopt(l->dealer, ZMQ_HANDSHAKE_IVL, &handshake, sizeof handshake);
    zmq_setsockopt(l->dealer, ZMQ_HEARTBEAT_IVL, &beat, sizeof beat);
    zmq_setsockopt(l->dealer, ZMQ_HEARTBEAT_TIMEOUT, &dead, sizeof dead);
    zmq_setsockopt(l->dealer, ZMQ_HEARTBEAT_TTL, &dead, sizeof dead);
    zmq_setsockopt(l->dealer, ZMQ_MAXMSGSIZE, &most, sizeof most);
    if (*keys[0] && (zmq_setsockopt(l->dealer, ZMQ_CURVE_SERVERKEY, keys[2], LINK_KEY) || zmq_setsockopt(l->dealer, ZMQ_CURVE_PUBLICKEY, keys[0], LINK_KEY) ||
                        zmq_setsockopt(l->dealer, ZMQ_CURVE_SECRETKEY, keys[1], LINK_KEY)))
        return false;
    snprintf(address, sizeof address, "inproc://entente-monitor-%p", l->dealer);
    zmq_socket_monitor(l->dealer, address, ZMQ_EVENT_HANDSHAKE_SUCCEEDED | ZMQ_EVENT_DISCONNECTED);
    zmq_connect(l->monitor, address);
    l->state = LINK_CONNECTING;
    return zmq_connect(l->dealer, l->endpoint) == 0;
}

void link_close(connection *l)
{
    if (l->dealer) {
        zmq_socket_monitor(l->dealer, NULL, 0);
        zmq_close(l->dealer);
    }
    if (l->monitor)
        zmq_close(l->monitor);
    l->dealer = l->monitor = NULL;
}

bool link_send(connection *l, const wire_header *h, const batch *b)
{
    arena a;
    const uint8_t *data;
    size_t length;
    arena_init(&a, ENTENTE_LIMIT_HEADER_BYTES * 4);
    zmq_msg_t texts; /* made first: half a message must not stay on the socket */
    if (zmq_msg_init_size(&texts, b ? b->bytes : 0))
        return false;
    char *to = zmq_msg_data(&texts);
    for (uint32_t i = 0; b && i < b->count; i++) {
        memcpy(to, b->jobs[i]->text, b->jobs[i]->length);
        to += b->jobs[i]->length;
    }
    bool ok = wire_header_pack(h, &a, &data, &length) == ENTENTE_OK &&
              zmq_send(l->dealer, data, length, ZMQ_DONTWAIT | (b ? ZMQ_SNDMORE : 0)) >= 0 &&
              (!b || zmq_msg_send(&texts, l->dealer, ZMQ_DONTWAIT) >= 0);
    zmq_msg_close(&texts);
    arena_done(&a);
    return ok;
}

void link_greet(connection *l)
{
    wire_header hello = {.type = WIRE_HELLO, .version = ENTENTE_VERSION_STRING};
    if (l->state == LINK_CONNECTING && link_send(l, &hello, NULL)) {
        l->state = LINK_GREETED;
        l->since_ms = link_now_ms();
    }
}
