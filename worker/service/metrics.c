/* SPDX-License-Identifier: MIT */
#include "metrics.h"

#include <errno.h>
#include <microhttpd.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "article.h"
#include "version.h"
#include "port.h"

struct metrics {
    struct MHD_Daemon *daemon;
    service *service;
};

static void put_head(FILE *f, const char *name, const char *type, const char *help)
{
    fprintf(f, "# HELP entente_%s %s\n# TYPE entente_%s %s\n", name, help, name, type);
}

static void put_number(FILE *f, const char *name, const char *type, const char *help, double value)
{
    put_head(f, name, type, help);
    fprintf(f, "entente_%s %.17g\n", name, value);
}

static void put_all(FILE *f, const service_counts *c)
{
    static const char *const stages[SERVICE_STAGES] = {"text", "cleanup", "sections", "language", "agreements"};
    put_head(f, "build_info", "gauge", "The version that runs.");
    fprintf(f, "entente_build_info{version=\"%s\"} 1\n", ENTENTE_VERSION_STRING);
    put_number(f, "articles_total", "counter", "Articles answered, errors too.", (double)c->articles);
    put_number(f, "bytes_total", "counter", "Bytes of raw text read.", (double)c->bytes);
    put_head(f, "errors_total", "counter", "Articles answered with an error.");
    for (int e = 1; e < SERVICE_ERRORS; e++)
        if (*entente_status_name((entente_status)e) && c->errors[e])
            fprintf(f, "entente_errors_total{code=\"%s\"} %llu\n", entente_status_name((entente_status)e), (unsigned long long)c->errors[e]);
    put_head(f, "agreements_total", "counter", "Agreements found.");
    for (int k = 0; k < SERVICE_AGREEMENT_STATUSES; k++)
        if (*entente_agreement_status_name((entente_agreement_status)k))
            fprintf(f, "entente_agreements_total{status=\"%s\"} %llu\n", entente_agreement_status_name((entente_agreement_status)k), (unsigned long long)c->agreements[k]);
    put_head(f, "stage_seconds", "histogram", "Time an article takes in each stage.");
    for (int k = 0; k < SERVICE_STAGES; k++) {
        uint64_t sum = 0;
        for (int b = 0; b < SERVICE_BUCKETS; b++) {
            sum += c->stage_counts[k][b];
            if (b + 1 < SERVICE_BUCKETS)
                fprintf(f, "entente_stage_seconds_bucket{stage=\"%s\",le=\"%g\"} %llu\n", stages[k], (double)service_buckets_us[b] / 1e6, (unsigned long long)sum);
            else
                fprintf(f, "entente_stage_seconds_bucket{stage=\"%s\",le=\"+Inf\"} %llu\n", stages[k], (unsigned long long)sum);
        }
        fprintf(f, "entente_stage_seconds_sum{stage=\"%s\"} %.6f\nentente_stage_seconds_count{stage=\"%s\"} %llu\n", stages[k], (double)c->stage_us[k] / 1e6, stages[k], (unsigned long long)sum);
    }
    put_number(f, "busy_seconds_total", "counter", "Time that threads were at work.", (double)c->busy_us / 1e6);
    put_number(f, "queue_messages", "gauge", "Messages that wait for a thread.", (double)c->queued);
    put_number(f, "in_flight_messages", "gauge", "Messages in work.", (double)c->in_work);
    put_number(f, "queue_bytes", "gauge", "Bytes of messages waiting or in work.", (double)c->held_bytes);
    put_number(f, "oldest_job_seconds", "gauge", "Age of the message that waits longest.", (double)c->oldest_ms / 1e3);
    put_number(f, "clients", "gauge", "Clients known.", (double)c->clients);
    put_number(f, "threads", "gauge", "Working threads.", (double)c->threads);
    put_number(f, "unroutable_replies_total", "counter", "Replies whose client was gone.", (double)c->unroutable);
    put_number(f, "restarts_total", "counter", "Times the supervisor restarted the working process.", (double)c->restarts);
    put_number(f, "uptime_seconds", "gauge", "Since the working process started.", (double)c->uptime_ms / 1e3);
    put_number(f, "peak_memory_bytes", "gauge", "Most resident memory so far.", (double)c->peak_rss_bytes);
}

static enum MHD_Result answer(void *argument, struct MHD_Connection *connection, const char *url, const char *method, const char *version, const char *data, size_t *size, void **state)
{
    (void)version, (void)data, (void)state;
    metrics *m = argument;
    if (*size) { /* a body is of no use here */
        *size = 0;
        return MHD_YES;
    }
    char *body = NULL;
    size_t length = 0;
    unsigned code = MHD_HTTP_OK;
    FILE *f = open_memstream(&body, &length);
    if (!f)
        return MHD_NO;
    if (strcmp(method, "GET") != 0) {
        code = MHD_HTTP_METHOD_NOT_ALLOWED;
        fputs("GET /metrics\n", f);
    } else if (strcmp(url, "/metrics") != 0) {
        code = MHD_HTTP_NOT_FOUND;
        fputs("see /metrics\n", f);
    } else {
        service_counts c = service_count(m->service);
        put_all(f, &c);
    }
    fclose(f);
    struct MHD_Response *r = MHD_create_response_from_buffer(length, body, MHD_RESPMEM_MUST_FREE);
    if (!r) {
        free(body);
        return MHD_NO;
    }
    MHD_add_response_header(r, MHD_HTTP_HEADER_CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
    enum MHD_Result result = MHD_queue_response(connection, code, r);
    MHD_destroy_response(r);
    return result;
}

metrics *metrics_start(const char *address, service *s, char message[160])
{
    char host[128] = "127.0.0.1", port[8] = "";
    const char *colon = strrchr(address, ':');
    if (colon && colon - address < (long)sizeof host)
        snprintf(host, sizeof host, "%.*s", (int)(colon - address), address);
    if (!is_port(colon ? colon + 1 : address)) {
        snprintf(message, 160, "'%.80s' is no HOST:PORT", address);
        return NULL;
    }
    snprintf(port, sizeof port, "%s", colon ? colon + 1 : address);
    char *name = *host == '[' ? host + 1 : host;
    name[strcspn(name, "]")] = '\0';
    struct addrinfo hints = {.ai_flags = AI_PASSIVE | AI_NUMERICSERV, .ai_socktype = SOCK_STREAM}, *list = NULL;
    int why = getaddrinfo(*name ? name : NULL, port, &hints, &list);
    if (why) {
        snprintf(message, 160, "'%s' is no HOST:PORT: %s", address, gai_strerror(why));
        return NULL;
    }
    metrics *m = calloc(1, sizeof *m);
    if (m) {
        m->service = s;
        m->daemon = MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_POLL | (list->ai_family == AF_INET6 ? MHD_USE_IPv6 : 0), 0, NULL, NULL, answer, m,
                                     MHD_OPTION_SOCK_ADDR, list->ai_addr, MHD_OPTION_CONNECTION_LIMIT, 32u, MHD_OPTION_CONNECTION_TIMEOUT, 10u, MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)65536,
                                     MHD_OPTION_LISTENING_ADDRESS_REUSE, 1u, MHD_OPTION_END);
    }
    if (!m || !m->daemon) {
        snprintf(message, 160, "cannot listen at '%s': %s", address, strerror(errno));
        free(m);
        m = NULL;
    }
    freeaddrinfo(list);
    return m;
}

void metrics_stop(metrics *m)
{
    if (!m)
        return;
    MHD_stop_daemon(m->daemon);
    free(m);
}
