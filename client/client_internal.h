/* SPDX-License-Identifier: MIT */
/* For the command line alone: a client in a context that an embedded worker is bound in. */
#ifndef ENTENTE_CLIENT_INTERNAL_H
#define ENTENTE_CLIENT_INTERNAL_H

#include "entente.h"

/* `zmq_context` stays the caller's; NULL makes one. Errors as for entente_client_open. */
ENTENTE_MUST_CHECK entente_status client_open_in(void *zmq_context, const entente_options *options, entente_client **client);

#endif
