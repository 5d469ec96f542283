/* SPDX-License-Identifier: MIT */
/* entente-worker: a supervisor, and a working process that binds a ROUTER and works until SIGTERM. */
#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#include <zmq.h>

#include "clutter.h"
#include "limit_table.h"
#include "log.h"
#include "pipeline.h"
#include "port.h"
#include "service/confine.h"
#include "service/in_work.h"
#include "service/metrics.h"
#include "service/service.h"
#include "service/supervisor.h"
#include "settings.h"
#include "version.h"

typedef struct worker {
    const char *bind, *model_path, *clutter_path, *metrics_address, *key_path, *allow_path, *log_level;
    uint64_t threads, article_bytes, drain_seconds, cpu_seconds, memory_mb;
    in_work *in_work; /* shared with the processes that come after */
    bool unsupervised, unconfined, help, version;
} worker;

static service *running;

static void on_signal(int number)
{
    (void)number;
    service_drain(running);
}

/* Tells systemd (Type=notify), or whoever set NOTIFY_SOCKET. */
static void notify(const char *state)
{
    const char *path = getenv("NOTIFY_SOCKET");
    struct sockaddr_un to = {.sun_family = AF_UNIX};
    if (!path || (*path != '/' && *path != '@') || strlen(path) >= sizeof to.sun_path)
        return;
    memcpy(to.sun_path, path, strlen(path));
    if (*path == '@')
        to.sun_path[0] = '\0';
    int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (fd >= 0) {
        ssize_t n = sendto(fd, state, strlen(state), MSG_NOSIGNAL, (struct sockaddr *)&to, (socklen_t)(offsetof(struct sockaddr_un, sun_path) + strlen(path)));
        (void)n;
        close(fd);
    }
}

static void help(const setting *table, size_t count)
{
    puts("Usage: entente-worker [OPTION]...\n"
         "Reads articles that clients send over ZeroMQ and answers who agreed with whom, to what.\n"
         "Each option can be given in the environment too: ENTENTE_BIND for --bind.\n");
    settings_help(table, count);
    puts("\nStops on SIGTERM or SIGINT: work in hand is answered first. Exit: 0 stopped, 1 stopped with work in hand, 2 wrong usage, 3 cannot run.");
}

static bool is_loopback(const char *endpoint)
{
    return strncmp(endpoint, "tcp://", 6) != 0 || strncmp(endpoint, "tcp://127.", 10) == 0 || strncmp(endpoint, "tcp://[::1]", 11) == 0 || strncmp(endpoint, "tcp://localhost", 15) == 0;
}

/* tcp://HOST:PORT or ipc://PATH: others would listen where nobody can find it. */
static bool can_be_found(const char *endpoint)
{
    const char *colon = strncmp(endpoint, "tcp://", 6) == 0 ? strrchr(endpoint + 6, ':') : NULL;
    if (!colon)
        return strncmp(endpoint, "ipc://", 6) == 0 && endpoint[6];
    return colon > endpoint + 6 && is_port(colon + 1);
}

/* Whether somebody listens at a path: libzmq would take it over without a word. */
static bool is_taken(const char *endpoint)
{
    struct sockaddr_un at = {.sun_family = AF_UNIX};
    const char *path = endpoint + 6;
    if (strncmp(endpoint, "ipc://", 6) != 0 || *path == '@' || strlen(path) >= sizeof at.sun_path)
        return false;
    strcpy(at.sun_path, path);
    struct stat st;
    if (lstat(path, &st) == 0 && !S_ISSOCK(st.st_mode))
        return true; /* somebody's file */
    int s = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    bool taken = s >= 0 && connect(s, (const struct sockaddr *)&at, sizeof at) == 0;
    if (s >= 0)
        close(s);
    return taken;
}

/* Address space: what the threads' articles may take, twice over for fragments, and half a gigabyte for stacks, sockets and the program. */
static uint64_t memory_limit(const worker *w)
{
#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
    (void)w;
    return 0;
#else
    return w->memory_mb ? w->memory_mb << 20 : 2 * w->threads * (pipeline_memory(w->article_bytes) + (64u << 20)) + (512u << 20);
#endif
}

/* Megabytes of address space in use; 0 where that cannot be told. */
static uint64_t memory_used_mb(void)
{
    unsigned long long pages = 0;
    FILE *f = fopen("/proc/self/statm", "r");
    if (f && fscanf(f, "%llu", &pages) != 1)
        pages = 0;
    if (f)
        fclose(f);
    return pages * (unsigned long long)sysconf(_SC_PAGESIZE) >> 20;
}

/* The working process, from the model to the drain. */
static int work(void *argument, uint64_t restarts)
{
    const worker *w = argument;
    const char *why;
    char message[320];
    clutter_list *own_clutter = NULL;
    model language;
    if (model_open(w->model_path, &language, &why)) {
        fprintf(stderr, "entente-worker: the model %s cannot be used: %s\n", w->model_path ? w->model_path : "built in", why);
        return 3;
    }
    if (w->clutter_path && *w->clutter_path && clutter_open(w->clutter_path, &own_clutter, message)) {
        fprintf(stderr, "entente-worker: --clutter %s\n", message);
        return 3;
    }
    key_pair keys;
    char(*allowed)[KEY_TEXT + 1] = NULL;
    size_t allowed_count = 0;
    bool curve = w->key_path && *w->key_path;
    if (curve && (!keys_read(w->key_path, true, &keys, message) || !keys_read_allowed(w->allow_path, &allowed, &allowed_count, message))) {
        fprintf(stderr, "entente-worker: %s\n", message);
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
    service_settings settings = {.endpoint = w->bind, .threads = (uint32_t)w->threads, .article_bytes = w->article_bytes, .drain_ms = (uint32_t)w->drain_seconds * 1000,
                                 .cpu_ms = (uint32_t)w->cpu_seconds * 1000, .exit_over_budget = !w->unsupervised, .restarts = restarts, .in_work = w->in_work, .keys = curve ? &keys : NULL, .allowed = allowed, .allowed_count = allowed_count, .clutter = own_clutter, .model = &language};
    bool taken = is_taken(w->bind);
    entente_status e = taken ? ENTENTE_UNAVAILABLE : service_start(context, &settings, &running);
    if (e) {
        errno = taken ? EADDRINUSE : errno;
        if (e == ENTENTE_UNAVAILABLE)
            fprintf(stderr, "entente-worker: cannot bind %s: %s; choose another endpoint with --bind\n", w->bind, zmq_strerror(errno));
        else
            fprintf(stderr, "entente-worker: %s for %u threads; give it more memory or fewer --threads\n", entente_status_text(e), (unsigned)w->threads);
        zmq_ctx_term(context);
        return 3;
    }
    metrics *m = w->metrics_address && *w->metrics_address ? metrics_start(w->metrics_address, running, message) : NULL;
    if (w->metrics_address && *w->metrics_address && !m) {
        fprintf(stderr, "entente-worker: --metrics %s\n", message);
        service_drain(running);
        service_join(running);
        zmq_ctx_term(context);
        return 3;
    }
    enum { ROOM_MB = 64 }; /* for an article of ordinary size a thread */
    uint64_t least = memory_used_mb() + ROOM_MB;
    if (!w->unconfined && w->memory_mb && w->memory_mb < least) {
        fprintf(stderr, "entente-worker: --memory-mb %llu is too little for %u threads: give at least %llu, or leave it out\n", (unsigned long long)w->memory_mb, (unsigned)w->threads, (unsigned long long)least);
        metrics_stop(m);
        service_drain(running);
        service_join(running);
        zmq_ctx_term(context);
        return 3;
    }
    if (!is_loopback(w->bind) && !curve && !restarts)
        log_line(LOG_WARNING, "event=open_endpoint endpoint=%s hint=\"anyone who reaches it may use this worker\"", w->bind);
    log_line(LOG_INFO, "event=ready endpoint=%s threads=%u version=%s restarts=%llu", w->bind, (unsigned)w->threads, ENTENTE_VERSION_STRING, (unsigned long long)restarts);
    notify("READY=1");
    struct sigaction action = {.sa_handler = on_signal};
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGINT, &action, NULL);
    if (!w->unconfined && !confine(memory_limit(w)))
        log_line(LOG_WARNING, "event=not_confined reason=\"%s\"", strerror(errno));
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    service_wait(running);
    metrics_stop(m);
    service_join(running);
    log_line(LOG_INFO, "event=drained");
    zmq_ctx_term(context);
    model_close(&language);
    clutter_free(own_clutter);
    free(allowed);
    return 0;
}

int main(int argc, char **argv)
{
    worker w = {.bind = "tcp://127.0.0.1:5555", .threads = (uint64_t)sysconf(_SC_NPROCESSORS_ONLN), .article_bytes = ENTENTE_LIMIT_ARTICLE_BYTES, .drain_seconds = 10, .cpu_seconds = 10, .log_level = "info"};
#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
    w.unconfined = true; /* sanitizers need more than a worker does */
#endif
    const setting table[] = {
        {"bind", 0, SETTING_STRING, &w.bind, 0, 0, "ENDPOINT", "where clients connect (tcp://127.0.0.1:5555)"},
        {"threads", 0, SETTING_NUMBER, &w.threads, 1, 256, "N", "working threads"},
        {"article-bytes", 0, SETTING_NUMBER, &w.article_bytes, 1, ENTENTE_LIMIT_ARTICLE_BYTES_MOST, "N", "most bytes an article may have"},
        {"cpu-seconds", 0, SETTING_NUMBER, &w.cpu_seconds, 1, 86400, "N", "processor time that an article may take, and as much again for each megabyte"},
        {"memory-mb", 0, SETTING_NUMBER, &w.memory_mb, 0, 1 << 20, "N", "address space of the working process; 0: by threads and article size"},
        {"drain-seconds", 0, SETTING_NUMBER, &w.drain_seconds, 1, 3600, "N", "most that stopping waits for work in hand"},
        {"model", 0, SETTING_STRING, &w.model_path, 0, 0, "FILE", "another language model than the one built in"},
        {"clutter", 0, SETTING_STRING, &w.clutter_path, 0, 0, "FILE", "phrases of your own that mark clutter, as in worker/cleanup/clutter.txt"},
        {"key", 0, SETTING_STRING, &w.key_path, 0, 0, "FILE", "this worker's keys (entente keygen): connections are encrypted; needs --allow"},
        {"allow", 0, SETTING_STRING, &w.allow_path, 0, 0, "FILE", "public keys of the clients that may connect, as in their .pub files"},
        {"metrics", 0, SETTING_STRING, &w.metrics_address, 0, 0, "HOST:PORT", "Prometheus metrics over HTTP; none without it"},
        {"log-level", 0, SETTING_STRING, &w.log_level, 0, 0, "LEVEL", "error, warning, info (as it is), or debug: a line an article, without its text"},
        {"unsupervised", 0, SETTING_FLAG, &w.unsupervised, 0, 0, NULL, "no process that restarts the working one"},
        {"unconfined", 0, SETTING_FLAG, &w.unconfined, 0, 0, NULL, "no limits on memory and system calls"},
        {"help", 'h', SETTING_FLAG, &w.help, 0, 0, NULL, "this text"},
        {"version", 'V', SETTING_FLAG, &w.version, 0, 0, NULL, "the version"},
    };
    size_t count = sizeof table / sizeof *table;
    int first;
    if (!settings_read(table, count, argc, argv, "entente-worker", &first))
        return 2;
    if (w.help || w.version) {
        if (w.help)
            help(table, count);
        else
            puts("entente-worker " ENTENTE_VERSION_STRING);
        return fflush(stdout) ? 4 : 0;
    }
    if (first < argc) {
        fprintf(stderr, "entente-worker: takes no plain arguments ('%s'); see entente-worker --help\n", argv[first]);
        return 2;
    }
    if (!can_be_found(w.bind)) {
        fprintf(stderr, "entente-worker: --bind takes tcp://HOST:PORT, with * for all of this machine's addresses, or ipc://PATH, not '%s'\n", w.bind);
        return 2;
    }
    if ((w.key_path && *w.key_path) != (w.allow_path && *w.allow_path)) {
        fputs("entente-worker: --key and --allow go together: without a list anyone's key would do\n", stderr);
        return 2;
    }
    if (!log_set_level(w.log_level)) {
        fprintf(stderr, "entente-worker: --log-level takes error, warning, info or debug, not '%s'\n", w.log_level);
        return 2;
    }
    if (w.unsupervised)
        return work(&w, 0);
    w.in_work = in_work_new();
    return supervise(work, &w);
}
