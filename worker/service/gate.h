/* SPDX-License-Identifier: MIT */
/* Where libzmq asks whether a client's key may connect (ZAP, RFC 27). One a context. */
#ifndef ENTENTE_GATE_H
#define ENTENTE_GATE_H

#include <stdbool.h>
#include <stddef.h>

#include "keys.h"

/* A socket to poll and to close; must be open before a socket that asks. NULL when libzmq cannot. */
void *gate_open(void *zmq_context);
/* Answers one question, if there is one: yes for a CURVE key on the list. Logs who is refused. */
bool gate_answer(void *gate, char (*allowed)[KEY_TEXT + 1], size_t count);

#endif
