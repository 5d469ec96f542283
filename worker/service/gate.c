/* SPDX-License-Identifier: MIT */
#include "gate.h"

#include <stdint.h>
#include <string.h>
#include <zmq.h>

#include "log.h"

enum { VERSION, REQUEST, DOMAIN, ADDRESS, IDENTITY, MECHANISM, KEY, FRAMES, FRAME_BYTES = 256 };

void *gate_open(void *context)
{
    int zero = 0;
    void *gate = zmq_socket(context, ZMQ_REP);
    if (gate && zmq_setsockopt(gate, ZMQ_LINGER, &zero, sizeof zero) == 0 && zmq_bind(gate, "inproc://zeromq.zap.01") == 0)
        return gate;
    if (gate)
        zmq_close(gate);
    return NULL;
}

bool gate_answer(void *gate, char (*allowed)[KEY_TEXT + 1], size_t count)
{
    char frames[FRAMES][FRAME_BYTES], key[KEY_TEXT + 1] = "";
    size_t lengths[FRAMES] = {0};
    int n = 0;
    for (int more = 1; more; n++) {
        zmq_msg_t m;
        zmq_msg_init(&m);
        if (zmq_msg_recv(&m, gate, n ? 0 : ZMQ_DONTWAIT) < 0) {
            zmq_msg_close(&m);
            return false;
        }
        if (n < FRAMES && zmq_msg_size(&m) <= FRAME_BYTES)
            memcpy(frames[n], zmq_msg_data(&m), lengths[n] = zmq_msg_size(&m));
        more = zmq_msg_more(&m);
        zmq_msg_close(&m);
    }
    bool curve = n == FRAMES && lengths[MECHANISM] == 5 && memcmp(frames[MECHANISM], "CURVE", 5) == 0 && lengths[KEY] == 32 &&
                 zmq_z85_encode(key, (const uint8_t *)frames[KEY], 32), listed = false;
    for (size_t i = 0; i < count && curve; i++)
        listed |= memcmp(key, allowed[i], KEY_TEXT) == 0;
    if (!listed)
        log_line(LOG_WARNING, "event=client_refused key=%s", *key ? key : "none");
    const struct {
        const char *data;
        size_t length;
    } answer[] = {{"1.0", 3}, {frames[REQUEST], lengths[REQUEST]}, {listed ? "200" : "400", 3}, {"", 0}, {"", 0}, {"", 0}}; /* version, request, code, text, user, metadata */
    for (size_t i = 0; i < 6; i++)
        zmq_send(gate, answer[i].data, answer[i].length, i < 5 ? ZMQ_SNDMORE : 0);
    return true;
}
