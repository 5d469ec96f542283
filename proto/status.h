/* SPDX-License-Identifier: MIT */
/* The one list of status codes: C constant, value on the wire, name in JSON, what it means. */
#ifndef ENTENTE_STATUS_H
#define ENTENTE_STATUS_H

/* Codes up to INTERNAL travel on the wire and stand in JSON; the others are answers of the library only. */
#define ENTENTE_STATUS_LIST(X)                                                                  \
    X(OK, 1, "no error")                                                                        \
    X(EMPTY, 2, "the article holds no text")                                                    \
    X(TOO_LARGE, 3, "the article is larger than the limit")                                     \
    X(NOT_TEXT, 4, "the bytes are not text")                                                    \
    X(BAD_JSON, 5, "the line is not valid JSON")                                                \
    X(NO_TEXT, 6, "the JSON object has no \"text\" string")                                     \
    X(DUPLICATE_ID, 7, "the id was used before in this batch")                                  \
    X(LIMIT, 8, "the article goes over a limit of the worker")                                  \
    X(BUDGET, 9, "the article outlasted its time budget")                                       \
    X(POISON, 10, "the article was in work each time a worker was lost")                        \
    X(UNREADABLE, 11, "the file cannot be read")                                                \
    X(UNAVAILABLE, 12, "no worker answered")                                                    \
    X(VERSION, 13, "the peer speaks another version of the protocol")                           \
    X(INTERNAL, 14, "internal error")                                                           \
    X(INVALID, 32, "an argument is out of its range")                                           \
    X(NO_MEMORY, 33, "out of memory")                                                           \
    X(AGAIN, 34, "nothing to do now; try again")                                                \
    X(CLOSED, 35, "the client is closed")                                                       \
    X(CANCELLED, 36, "the article was cancelled")                                               \
    X(OUTPUT, 37, "the output cannot be written")

typedef enum entente_status {
#define X(name, value, text) ENTENTE_##name = (value) == 1 ? 0 : (value),
    ENTENTE_STATUS_LIST(X)
#undef X
} entente_status;

#define ENTENTE_API __attribute__((visibility("default")))
#define ENTENTE_MUST_CHECK __attribute__((warn_unused_result))

/* The bare name, as in JSON ("TOO_LARGE"), and a sentence's worth of meaning. Static strings, never NULL. */
ENTENTE_API const char *entente_status_name(entente_status status);
ENTENTE_API const char *entente_status_text(entente_status status);

#endif
