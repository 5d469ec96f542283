/* SPDX-License-Identifier: MIT */
#include "resolve.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "port.h"

enum { MISSES = 2 }; /* lookups that an address may be missing from before it is given up */

typedef struct name {
    char host[RESOLVE_BYTES], port[8]; /* an empty port: no name, but an endpoint that stands for itself */
} name;

typedef struct address {
    char endpoint[RESOLVE_BYTES];
    size_t of; /* which name */
    int missed;
} address;

struct resolver {
    name names[RESOLVE_MOST];
    size_t name_count;
    bool any_names, threaded;
    pthread_t thread;
    pthread_mutex_t mutex;
    pthread_cond_t stop;
    void (*on_change)(void *);
    void *argument;
    /* guarded by the mutex */
    address addresses[RESOLVE_MOST];
    size_t address_count;
    bool changed, stopping;
};

/* tcp://host:port with a name for a host; other endpoints stand for themselves. */
static bool parse(const char *endpoint, name *out)
{
    unsigned char binary[16];
    *out = (name){{0}, {0}};
    if (strlen(endpoint) >= RESOLVE_BYTES)
        return false;
    if (strncmp(endpoint, "tcp://", 6) != 0) {
        snprintf(out->host, sizeof out->host, "%s", endpoint);
        return strncmp(endpoint, "ipc://", 6) == 0 || strncmp(endpoint, "inproc://", 9) == 0;
    }
    const char *host = endpoint + 6, *colon = strrchr(host, ':');
    if (!colon || colon == host || !is_port(colon + 1))
        return false;
    snprintf(out->host, sizeof out->host, "%.*s", (int)(colon - host), host);
    if (*host == '[' || inet_pton(AF_INET, out->host, binary) == 1)
        snprintf(out->host, sizeof out->host, "%s", endpoint);
    else
        snprintf(out->port, sizeof out->port, "%s", colon + 1);
    return strpbrk(out->port[0] ? out->host : "", "/ @") == NULL;
}

/* Notes an address; under the mutex. */
static void note(resolver *r, size_t of, const char *endpoint)
{
    for (size_t i = 0; i < r->address_count; i++)
        if (strcmp(r->addresses[i].endpoint, endpoint) == 0) {
            r->addresses[i].missed = 0;
            return;
        }
    if (r->address_count == RESOLVE_MOST)
        return;
    address *a = &r->addresses[r->address_count++];
    snprintf(a->endpoint, sizeof a->endpoint, "%s", endpoint);
    a->of = of;
    a->missed = 0;
    r->changed = true;
}

static void look_up(resolver *r, size_t of)
{
    const name *n = &r->names[of];
    struct addrinfo hints = {.ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM}, *list = NULL;
    if (getaddrinfo(n->host, n->port, &hints, &list) != 0)
        return; /* a name server that fails must not take the workers away */
    bool v4 = false;
    for (struct addrinfo *p = list; p; p = p->ai_next)
        v4 |= p->ai_family == AF_INET;
    pthread_mutex_lock(&r->mutex);
    for (size_t i = 0; i < r->address_count; i++)
        r->addresses[i].missed += r->addresses[i].of == of;
    for (struct addrinfo *p = list; p; p = p->ai_next) {
        char host[NI_MAXHOST], endpoint[NI_MAXHOST + 24];
        if ((v4 && p->ai_family != AF_INET) || getnameinfo(p->ai_addr, p->ai_addrlen, host, sizeof host, NULL, 0, NI_NUMERICHOST) != 0)
            continue;
        snprintf(endpoint, sizeof endpoint, strchr(host, ':') ? "tcp://[%s]:%s" : "tcp://%s:%s", host, n->port);
        if (strlen(endpoint) < RESOLVE_BYTES)
            note(r, of, endpoint);
    }
    size_t kept = 0;
    for (size_t i = 0; i < r->address_count; i++) {
        if (r->addresses[i].missed < MISSES)
            r->addresses[kept++] = r->addresses[i];
        else
            r->changed = true;
    }
    r->address_count = kept;
    pthread_mutex_unlock(&r->mutex);
    freeaddrinfo(list);
}

static void *thread_main(void *argument)
{
    resolver *r = argument;
    pthread_mutex_lock(&r->mutex);
    while (!r->stopping) {
        pthread_mutex_unlock(&r->mutex);
        for (size_t i = 0; i < r->name_count; i++)
            if (r->names[i].port[0])
                look_up(r, i);
        pthread_mutex_lock(&r->mutex);
        if (r->changed)
            r->on_change(r->argument);
        struct timespec until;
        clock_gettime(CLOCK_MONOTONIC, &until);
        until.tv_sec += r->address_count ? RESOLVE_SECONDS : 1;
        if (!r->stopping)
            pthread_cond_timedwait(&r->stop, &r->mutex, &until);
    }
    pthread_mutex_unlock(&r->mutex);
    return NULL;
}

entente_status resolver_start(const char *const *endpoints, size_t count, void (*on_change)(void *), void *argument, resolver **out)
{
    if (!count || count > RESOLVE_MOST)
        return ENTENTE_INVALID;
    resolver *r = calloc(1, sizeof *r);
    if (!r)
        return ENTENTE_NO_MEMORY;
    r->on_change = on_change;
    r->argument = argument;
    r->name_count = count;
    pthread_condattr_t monotonic;
    pthread_condattr_init(&monotonic);
    pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
    pthread_mutex_init(&r->mutex, NULL);
    pthread_cond_init(&r->stop, &monotonic);
    pthread_condattr_destroy(&monotonic);
    entente_status e = ENTENTE_OK;
    for (size_t i = 0; i < count && !e; i++) {
        if (!parse(endpoints[i], &r->names[i]))
            e = ENTENTE_INVALID;
        else if (r->names[i].port[0])
            r->any_names = true;
        else
            note(r, i, r->names[i].host);
    }
    if (!e && r->any_names && !(r->threaded = pthread_create(&r->thread, NULL, thread_main, r) == 0))
        e = ENTENTE_NO_MEMORY;
    if (e)
        resolver_stop(r);
    else
        *out = r;
    return e;
}

bool resolver_take(resolver *r, resolved *out)
{
    pthread_mutex_lock(&r->mutex);
    bool changed = r->changed;
    r->changed = false;
    out->count = changed ? r->address_count : 0;
    for (size_t i = 0; i < out->count; i++)
        memcpy(out->endpoints[i], r->addresses[i].endpoint, RESOLVE_BYTES);
    pthread_mutex_unlock(&r->mutex);
    return changed;
}

void resolver_stop(resolver *r)
{
    if (!r)
        return;
    pthread_mutex_lock(&r->mutex);
    r->stopping = true;
    pthread_cond_signal(&r->stop);
    pthread_mutex_unlock(&r->mutex);
    if (r->threaded)
        pthread_join(r->thread, NULL);
    pthread_mutex_destroy(&r->mutex);
    pthread_cond_destroy(&r->stop);
    free(r);
}
