/* SPDX-License-Identifier: MIT */
/* entente-worker: binds a ROUTER and works until SIGTERM. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <zmq.h>

#include "clutter.h"
#include "limit_table.h"
#include "service/service.h"
#include "settings.h"
#include "version.h"

static service *running;

static void on_signal(int number)
{
    (void)number;
    service_drain(running);
}

static void help(const setting *table, size_t count)
{
    puts("Usage: entente-worker [OPTION]...\n"
         "Reads articles that clients send over ZeroMQ and answers who agreed with whom, to what.\n"
         "Each option can be given in the environment too: ENTENTE_BIND for --bind.\n");
    settings_help(table, count);
    puts("\nStops on SIGTERM or SIGINT: work in hand is answered first. Exit: 0 stopped, 2 wrong usage, 3 cannot run.");
}

int main(int argc, char **argv)
{
    const char *bind = "tcp://127.0.0.1:5555", *model_path = NULL, *clutter_path = NULL, *why;
    char message[320];
    clutter_list *own_clutter = NULL;
    model language;
    uint64_t threads = (uint64_t)sysconf(_SC_NPROCESSORS_ONLN), article_bytes = ENTENTE_LIMIT_ARTICLE_BYTES, drain_seconds = 10;
    bool want_help = false, want_version = false;
    const setting table[] = {
        {"bind", 0, SETTING_STRING, &bind, 0, 0, "ENDPOINT", "where clients connect (tcp://127.0.0.1:5555)"},
        {"threads", 0, SETTING_NUMBER, &threads, 1, 256, "N", "working threads"},
        {"article-bytes", 0, SETTING_NUMBER, &article_bytes, 1, ENTENTE_LIMIT_ARTICLE_BYTES_MOST, "N", "most bytes an article may have"},
        {"drain-seconds", 0, SETTING_NUMBER, &drain_seconds, 1, 3600, "N", "most that stopping waits for work in hand"},
        {"model", 0, SETTING_STRING, &model_path, 0, 0, "FILE", "another language model than the one built in"},
        {"clutter", 0, SETTING_STRING, &clutter_path, 0, 0, "FILE", "phrases of your own that mark clutter, as in worker/cleanup/clutter.txt"},
        {"help", 'h', SETTING_FLAG, &want_help, 0, 0, NULL, "this text"},
        {"version", 'V', SETTING_FLAG, &want_version, 0, 0, NULL, "the version"},
    };
    size_t count = sizeof table / sizeof *table;
    int first;
    if (!settings_read(table, count, argc, argv, "entente-worker", &first))
        return 2;
    if (want_help || want_version) {
        if (want_help)
            help(table, count);
        else
            puts("entente-worker " ENTENTE_VERSION_STRING);
        return fflush(stdout) ? 4 : 0;
    }
    if (first < argc) {
        fprintf(stderr, "entente-worker: takes no plain arguments ('%s'); see entente-worker --help\n", argv[first]);
        return 2;
    }
    if (model_open(model_path, &language, &why)) {
        fprintf(stderr, "entente-worker: the model %s cannot be used: %s\n", model_path ? model_path : "built in", why);
        return 3;
    }
    if (clutter_path && *clutter_path && clutter_open(clutter_path, &own_clutter, message)) {
        fprintf(stderr, "entente-worker: --clutter %s\n", message);
        return 3;
    }
    sigset_t stop, before;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTERM);
    sigaddset(&stop, SIGINT);
    pthread_sigmask(SIG_BLOCK, &stop, &before); /* until there is a service to drain */
    void *context = zmq_ctx_new();
    if (!context) {
        fprintf(stderr, "entente-worker: no ZeroMQ context: %s\n", zmq_strerror(errno));
        return 3;
    }
    zmq_ctx_set(context, ZMQ_BLOCKY, 0);
    service_settings settings = {bind, (uint32_t)threads, article_bytes, (uint32_t)drain_seconds * 1000, own_clutter, &language};
    entente_status e = service_start(context, &settings, &running);
    if (e) {
        fprintf(stderr, "entente-worker: cannot bind %s: %s; choose another endpoint with --bind\n", bind, e == ENTENTE_UNAVAILABLE ? zmq_strerror(errno) : entente_status_text(e));
        zmq_ctx_term(context);
        return 3;
    }
    if (strncmp(bind, "tcp://", 6) == 0 && strncmp(bind, "tcp://127.", 10) != 0 && strncmp(bind, "tcp://[::1]", 11) != 0 && strncmp(bind, "tcp://localhost", 15) != 0)
        fprintf(stderr, "level=warning event=open_endpoint endpoint=%s hint=\"anyone who reaches it may use this worker\"\n", bind);
    fprintf(stderr, "level=info event=ready endpoint=%s threads=%u version=%s\n", bind, (unsigned)threads, ENTENTE_VERSION_STRING);
    struct sigaction action = {.sa_handler = on_signal};
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGINT, &action, NULL);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    service_join(running);
    fprintf(stderr, "level=info event=drained\n");
    zmq_ctx_term(context);
    model_close(&language);
    clutter_free(own_clutter);
    return 0;
}
