/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "client_internal.h"

void entente_result_free(entente_result *r)
{
    if (r) {
        free(r->message);
        arena_done(&r->arena);
        free(r);
    }
}

uint64_t entente_result_ticket(const entente_result *r)
{
    return r->ticket;
}

const char *entente_result_id(const entente_result *r)
{
    return r->id;
}

entente_status entente_result_status(const entente_result *r)
{
    return r->status;
}

const char *entente_result_message(const entente_result *r)
{
    return r->message ? r->message : entente_status_text(r->status);
}

const entente_article *entente_result_article(const entente_result *r)
{
    return r->status == ENTENTE_OK ? &r->article : NULL;
}
