/* SPDX-License-Identifier: MIT */
#include "status_query.h"

#include <stdio.h>
#include <zmq.h>

static entente_status ask(void *dealer, const wire_header *question, wire_type want, arena *a, wire_header *answer)
{
    const uint8_t *data;
    size_t length;
    zmq_msg_t frame;
    entente_status e = wire_header_pack(question, a, &data, &length);
    if (e)
        return e;
    if (zmq_send(dealer, data, length, 0) < 0)
        return ENTENTE_UNAVAILABLE;
    zmq_msg_init(&frame);
    e = ENTENTE_UNAVAILABLE;
    if (zmq_msg_recv(&frame, dealer, 0) >= 0)
        e = wire_header_unpack(zmq_msg_data(&frame), zmq_msg_size(&frame), a, answer);
    zmq_msg_close(&frame);
    return e ? e : answer->type == want ? ENTENTE_OK : ENTENTE_UNAVAILABLE;
}

entente_status status_query(const char *endpoint, const key_pair *keys, const key_pair *server, int timeout_ms, wire_statistics *out, char *worker, size_t worker_size, char *version, size_t version_size)
{
    void *context = zmq_ctx_new(), *dealer = context ? zmq_socket(context, ZMQ_DEALER) : NULL;
    int zero = 0, one = 1;
    arena a;
    wire_header h, ping = {.type = WIRE_PING, .batch_id = 1}, request = {.type = WIRE_STATISTICS_REQUEST};
    entente_status e = ENTENTE_UNAVAILABLE;
    arena_init(&a, 1 << 20);
    if (dealer) {
        zmq_setsockopt(dealer, ZMQ_LINGER, &zero, sizeof zero);
        zmq_setsockopt(dealer, ZMQ_IMMEDIATE, &one, sizeof one);
        zmq_setsockopt(dealer, ZMQ_SNDTIMEO, &timeout_ms, sizeof timeout_ms);
        zmq_setsockopt(dealer, ZMQ_RCVTIMEO, &timeout_ms, sizeof timeout_ms);
        if (keys) {
            zmq_setsockopt(dealer, ZMQ_CURVE_SERVERKEY, server->public_key, KEY_TEXT + 1);
            zmq_setsockopt(dealer, ZMQ_CURVE_PUBLICKEY, keys->public_key, KEY_TEXT + 1);
            zmq_setsockopt(dealer, ZMQ_CURVE_SECRETKEY, keys->secret_key, KEY_TEXT + 1);
        }
        if (zmq_connect(dealer, endpoint) != 0)
            e = ENTENTE_INVALID;
        else
            e = ask(dealer, &ping, WIRE_PONG, &a, &h);
        if (!e)
            e = ask(dealer, &request, WIRE_STATISTICS, &a, &h);
        if (!e) {
            *out = h.statistics;
            snprintf(worker, worker_size, "%s", h.worker_id);
            snprintf(version, version_size, "%s", h.version);
        }
        zmq_close(dealer);
    }
    if (context)
        zmq_ctx_term(context);
    arena_done(&a);
    return e;
}
