/* SPDX-License-Identifier: MIT */
/* entente: the command line. extract reads a few articles for a person, batch many for a program. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <xxhash.h>
#include <zmq.h>

#include "client_internal.h"
#include "clutter.h"
#include "input.h"
#include "journal.h"
#include "keys.h"
#include "limit_table.h"
#include "output.h"
#include "parse.h"
#include "resolve.h"
#include "service/service.h"
#include "settings.h"
#include "status_query.h"
#include "version.h"

enum { EXIT_OK, EXIT_SOME_FAILED, EXIT_USAGE, EXIT_NOTHING, EXIT_OUTPUT, EXIT_INTERRUPTED = 130 };
enum { WINDOW = JOURNAL_PLACES };

typedef struct command {
    setting_strings connect;
    uint64_t wait_seconds, article_bytes, threads;
    const char *format, *until, *output, *model, *clutter, *shard, *key, *server_key;
    bool keep_removed, explain, resume, help, version, limits, quiet;
} command;

static volatile sig_atomic_t interrupted;

static void on_interrupt(int number)
{
    (void)number;
    interrupted = 1;
}

/* An answer that waits for its turn. */
typedef struct slot {
    bool ready;
    entente_result *result;
    entente_status status;
    char *id, *message, *raw;
    size_t raw_length;
} slot;

typedef struct run {
    const command *c;
    char **paths;
    int path_count;
    output_style style;
    FILE *out;
    bool output_is_input, reader_left;
    bool in_order, keep_raw, failed_output, failed_dead, bad_endpoint;
    slot slots[WINDOW];
    uint64_t sequence_of[WINDOW]; /* by ticket */
    uint64_t next_sequence, next_written, answered, failed;
    void *context;
    journal *journal; /* of a batch into a file */
    FILE *dead;       /* its dead letters, once there are some */
    char *dead_name;
    uint32_t shard, shards; /* of the input, from 0 */
    service *worker;
    model language;
    clutter_list *own_clutter;
    entente_client *client;
    input *in;
    struct timespec begun, shown;
} run;

static double seconds_since(const struct timespec *t)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - t->tv_sec) + (double)(now.tv_nsec - t->tv_nsec) / 1e9;
}

static void show_progress(run *r, bool last)
{
    if (r->c->quiet || r->in_order || !isatty(2) || (!last && seconds_since(&r->shown) < 0.2))
        return;
    clock_gettime(CLOCK_MONOTONIC, &r->shown);
    double t = seconds_since(&r->begun), total = (double)input_bytes_total(r->in), done = (double)input_bytes_read(r->in);
    fprintf(stderr, "\r\033[K%llu articles, %llu failed, %.0f/s, %zu workers", (unsigned long long)r->answered, (unsigned long long)r->failed,
            t > 0 ? (double)r->answered / t : 0, entente_client_workers(r->client));
    if (total > 0 && done > 0 && !last)
        fprintf(stderr, ", %.0f%%, %.0f s left", 100 * done / total, t * (total - done) / done);
    if (last)
        fputc('\n', stderr);
}

/* An article that failed, with the reason and, where it is text, in the form of an input line: it can be mended and sent again. */
static void write_dead(run *r, const answer *a)
{
    static const output_style style = {.format = OUTPUT_JSONL, .text_of_failed = true};
    if (!r->dead_name)
        return;
    if (!r->dead)
        r->dead = fopen(r->dead_name, "a");
    if (!r->dead || !output_answer(r->dead, &style, a, true) || fflush(r->dead) != 0) {
        fprintf(stderr, "entente: cannot write %s: %s\n", r->dead_name, strerror(errno));
        r->failed_output = r->failed_dead = true;
    }
}

static void write_slot(run *r, slot *s)
{
    answer a = {.id = s->id ? s->id : "?", .status = s->status, .message = s->message ? s->message : entente_status_text(s->status), .raw = s->raw ? s->raw : "", .raw_length = s->raw_length};
    if (s->result) {
        a.id = entente_result_id(s->result);
        a.status = entente_result_status(s->result);
        a.message = entente_result_message(s->result);
        a.article = entente_result_article(s->result);
    }
    if (!a.article) {
        r->failed++;
        write_dead(r, &a);
        if (!r->c->quiet && (r->in_order || !isatty(2))) {
            bool named = strncmp(a.message, a.id, strlen(a.id)) == 0;
            fputs("entente: ", stderr);
            if (!named) {
                output_visible(stderr, a.id);
                fputs(": ", stderr);
            }
            fprintf(stderr, "%s: ", entente_status_name(a.status));
            output_visible(stderr, a.message);
            fputc('\n', stderr);
        }
    }
    if (!r->failed_output && !output_answer(r->out, &r->style, &a, r->answered == 0)) {
        r->failed_output = true;
        r->reader_left = errno == EPIPE; /* "| head" has seen enough */
    }
    r->answered++;
    entente_result_free(s->result);
    free(s->id);
    free(s->message);
    free(s->raw);
    if (r->journal)
        journal_ended(r->journal, (uint64_t)(s - r->slots));
    *s = (slot){0};
}

static void ready(run *r, uint64_t sequence)
{
    r->slots[sequence % WINDOW].ready = true;
    if (!r->in_order) {
        write_slot(r, &r->slots[sequence % WINDOW]);
        r->slots[sequence % WINDOW].ready = true;
    }
    while (r->next_written < r->next_sequence && r->slots[r->next_written % WINDOW].ready) {
        if (r->in_order)
            write_slot(r, &r->slots[r->next_written % WINDOW]);
        r->slots[r->next_written % WINDOW].ready = false;
        r->next_written++;
    }
}

/* Takes results; waits for one when `wait_ms` is not 0. */
static bool collect(run *r, int wait_ms)
{
    entente_result *result;
    bool any = false;
    while (entente_client_next(r->client, any ? 0 : wait_ms, &result) == ENTENTE_OK) {
        uint64_t sequence = r->sequence_of[entente_result_ticket(result) % WINDOW];
        r->slots[sequence % WINDOW].result = result;
        ready(r, sequence);
        any = true;
    }
    show_progress(r, false);
    return any;
}

static void put_error(run *r, uint64_t sequence, const char *id, entente_status status, const char *message)
{
    slot *s = &r->slots[sequence % WINDOW];
    s->id = strdup(id);
    s->message = strdup(message);
    s->status = status;
    ready(r, sequence);
}

static bool mine(const run *r, const char *id)
{
    return r->shards < 2 || XXH64(id, strlen(id), 0) % r->shards == r->shard;
}

static void submit(run *r, const input_item *item)
{
    uint64_t sequence, ticket = 0;
    journal_advice advice = r->journal ? journal_ask(r->journal, item->id) : JOURNAL_NEW;
    if (advice == JOURNAL_ANSWERED || !mine(r, item->id))
        return;
    if (!r->worker) /* workers find out themselves what crashes them; who kills this process kills it for other reasons */
        advice = JOURNAL_NEW;
    while ((r->next_sequence - r->next_written >= WINDOW || (advice == JOURNAL_ALONE && entente_client_pending(r->client))) && !interrupted)
        collect(r, 100);
    sequence = r->next_sequence++;
    slot *s = &r->slots[sequence % WINDOW];
    if (r->keep_raw && item->text && (s->raw = malloc(item->length + 1)) != NULL) { /* dead letters have it too */
        memcpy(s->raw, item->text, item->length);
        s->raw_length = item->length;
    }
    if (advice == JOURNAL_POISON) {
        put_error(r, sequence, item->id, ENTENTE_POISON, "the batch ended three times with this article alone in work; mend it, or send it to a worker with --connect");
        return;
    }
    if (item->status) {
        put_error(r, sequence, item->id, item->status, item->message);
        return;
    }
    if (r->journal && r->worker)
        journal_begun(r->journal, sequence % WINDOW, item->id, advice == JOURNAL_ALONE);
    entente_status e;
    while ((e = entente_client_submit(r->client, item->id, item->text, item->length, &ticket)) == ENTENTE_AGAIN && !interrupted)
        collect(r, 100);
    if (e == ENTENTE_AGAIN) /* interrupted: not taken, so not answered */
        r->next_sequence--;
    else if (e)
        put_error(r, sequence, item->id, e, e == ENTENTE_TOO_LARGE ? "the article is larger than the workers take; start them with a higher --article-bytes" : entente_status_text(e));
    else
        r->sequence_of[ticket % WINDOW] = sequence;
    while (advice == JOURNAL_ALONE && entente_client_pending(r->client) && !interrupted)
        collect(r, 100);
}

static bool open_model(const command *c, model *m)
{
    const char *why;
    if (model_open(c->model, m, &why) == ENTENTE_OK)
        return true;
    fprintf(stderr, "entente: the model %s cannot be used: %s\n", c->model ? c->model : "built in", why);
    return false;
}

/* 1: keys were read; 0: none are wanted; -1: they cannot be had. */
static int read_keys(const command *c, key_pair *own, key_pair *server)
{
    char message[KEY_MESSAGE] = "";
    bool key = c->key && *c->key, of_server = c->server_key && *c->server_key;
    if (!key && !of_server)
        return 0;
    if (key != of_server)
        snprintf(message, sizeof message, "--key and --server-key go together");
    else if (keys_read(c->key, true, own, message) && keys_read(c->server_key, false, server, message))
        return 1;
    fprintf(stderr, "entente: %s\n", message);
    return -1;
}

static int keygen(char **names, int count)
{
    char message[KEY_MESSAGE];
    if (count != 1) {
        fputs("entente: keygen takes one NAME, for NAME.key (keep it secret) and NAME.pub\n", stderr);
        return EXIT_USAGE;
    }
    if (keys_make(names[0], message)) {
        printf("%s.key and %s.pub written\n", names[0], names[0]);
        return EXIT_OK;
    }
    fprintf(stderr, "entente: %s\n", message);
    return EXIT_OUTPUT;
}

static bool start(run *r)
{
    entente_options options = {.endpoints = r->c->connect.items, .endpoint_count = r->c->connect.count, .wait_ms = (uint32_t)r->c->wait_seconds * 1000,
                               .window_articles = WINDOW / 2, .until = r->style.until, .keep_removed = r->c->keep_removed, .explain = r->c->explain};
    static const char *const embedded[] = {"inproc://entente"};
    key_pair own, server;
    int curve = options.endpoint_count ? read_keys(r->c, &own, &server) : 0;
    if (curve < 0)
        return false;
    if (curve) {
        options.public_key = own.public_key;
        options.secret_key = own.secret_key;
        options.server_key = server.public_key;
    }
    if (!options.endpoint_count) { /* the same path, without a wire */
        r->context = zmq_ctx_new();
        char message[320];
        if (!open_model(r->c, &r->language))
            return false;
        if (r->c->clutter && *r->c->clutter && clutter_open(r->c->clutter, &r->own_clutter, message)) {
            fprintf(stderr, "entente: --clutter %s\n", message);
            return false;
        }
        service_settings settings = {.endpoint = embedded[0], .threads = (uint32_t)r->c->threads, .article_bytes = r->c->article_bytes, .drain_ms = 1000, .cpu_ms = 10000,
                                     .clutter = r->own_clutter, .model = &r->language};
        if (!r->context || service_start(r->context, &settings, &r->worker)) {
            fputs("entente: the embedded worker cannot start: out of memory or threads\n", stderr);
            return false;
        }
        zmq_ctx_set(r->context, ZMQ_BLOCKY, 0);
        options.endpoints = embedded;
        options.endpoint_count = 1;
    }
    entente_status e = client_open_in(r->context, &options, &r->client);
    if (e) {
        fprintf(stderr, "entente: --connect takes endpoints like tcp://host:5555 or ipc:///path, not '%s'\n", options.endpoints[0]);
        r->bad_endpoint = e == ENTENTE_INVALID;
        return false;
    }
    if (r->worker)
        return true;
    for (uint64_t i = 0; i < r->c->wait_seconds * 20 && !interrupted; i++) {
        if (entente_client_connected(r->client))
            return true;
        usleep(50000);
    }
    if (!interrupted)
        fprintf(stderr, "entente: no worker answered at %s within %llu s; %s\n", options.endpoints[0], (unsigned long long)r->c->wait_seconds,
                curve ? "start one with entente-worker --bind, whose --key is that of --server-key and whose --allow holds this client's .pub file"
                      : "start one with entente-worker --bind (one with --key needs --key and --server-key here too), or leave --connect out");
    return false;
}

static void stop(run *r)
{
    entente_client_close(r->client);
    if (r->worker) {
        service_drain(r->worker);
        service_join(r->worker);
    }
    clutter_free(r->own_clutter);
    model_close(&r->language); /* nothing when it was not opened */
    if (r->context)
        zmq_ctx_term(r->context);
    input_close(r->in);
}

static bool parse_format(const char *given, output_style *style, bool terminal)
{
    static const char *const names[] = {"text", "json", "jsonl", "html"};
    style->format = terminal ? OUTPUT_TEXT : OUTPUT_JSONL;
    if (!given)
        return true;
    for (int i = 0; i < 4; i++)
        if (strcmp(given, names[i]) == 0) {
            style->format = (output_format)i;
            return true;
        }
    fprintf(stderr, "entente: --format takes text, json, jsonl or html, not '%s'\n", given);
    return false;
}

static bool parse_until(const char *given, output_style *style)
{
    static const char *const names[] = {"text", "cleanup", "sections", "language", "agreements"};
    for (int i = 0; given && i < 5; i++)
        if (strcmp(given, names[i]) == 0) {
            style->until = (entente_stage)(i + 1);
            return true;
        }
    if (given)
        fprintf(stderr, "entente: --until takes text, cleanup, sections, language or agreements, not '%s'\n", given);
    return !given;
}

/* A number and nothing else, at most a million. */
static bool parse_count(const char *s, unsigned *n)
{
    size_t digits = s ? strspn(s, "0123456789") : 0;
    bool whole = digits >= 1 && digits <= 7 && !s[digits];
    *n = whole ? (unsigned)atoi(s) : 0;
    return whole && *n <= 1000000;
}

/* I/N, counted from 1; auto/N or auto: the index that Kubernetes, Slurm or GNU Parallel gave this process. */
static bool parse_shard(const char *given, run *r)
{
    unsigned index = 0, total = 0, from = 0, to = 0, tasks = 0;
    char rest;
    if (!given || !*given)
        return true;
    if (strncmp(given, "auto", 4) == 0) {
        const char *job = getenv("JOB_COMPLETION_INDEX"), *slurm = getenv("SLURM_ARRAY_TASK_ID"), *parallel = getenv("PARALLEL_SEQ");
        const char *most = getenv("SLURM_ARRAY_TASK_MAX");
        bool array = parse_count(getenv("SLURM_ARRAY_TASK_COUNT"), &tasks) && parse_count(getenv("SLURM_ARRAY_TASK_MIN"), &from) && (!most || (parse_count(most, &to) && to - from + 1 == tasks)); /* one behind the other */
        if (given[4] == '/' ? !parse_count(given + 5, &total) : given[4] || job || !slurm || !array)
            total = 0;
        else if (!given[4])
            total = tasks;
        if (job)
            index = parse_count(job, &index) ? index + 1 : 0;
        else if (slurm) { /* of an array of which some tasks run again nobody knows where it began */
            bool known = array && tasks == total && parse_count(slurm, &index) && index >= from;
            index = known ? index - from + 1 : 0;
        } else {
            (void)parse_count(parallel, &index);
        }
    } else if (sscanf(given, "%u/%u%c", &index, &total, &rest) != 2) {
        total = 0;
    }
    if (index < 1 || index > total || total > 100000) {
        fprintf(stderr, "entente: --shard takes I/N with I from 1 to N, or auto/N where JOB_COMPLETION_INDEX, SLURM_ARRAY_TASK_ID (of an array of N tasks, all of them) or PARALLEL_SEQ says which; not '%s'\n", given);
        return false;
    }
    r->shard = index - 1;
    r->shards = total;
    return true;
}

/* Whether one of the inputs is the file `name`. */
static bool is_input(char *const *paths, int count, const char *name)
{
    static char *standard_input[] = {"-"};
    struct stat out, in;
    paths = count ? paths : standard_input;
    count = count ? count : 1;
    for (int i = 0; i < count && stat(name, &out) == 0; i++)
        if ((strcmp(paths[i], "-") == 0 ? fstat(0, &in) : stat(paths[i], &in)) == 0 && S_ISREG(in.st_mode) && in.st_ino == out.st_ino && in.st_dev == out.st_dev) {
            fprintf(stderr, "entente: %s is an input too; choose another --output\n", name);
            return true;
        }
    return false;
}

static bool open_output(run *r)
{
    const char *name = r->c->output;
    struct stat out;
    if (!name || strcmp(name, "-") == 0)
        return true;
    bool device = strncmp(name, "/dev/", 5) == 0 || strncmp(name, "/proc/", 6) == 0; /* "/dev/stdout" may be a file */
    bool batch = !r->in_order && r->style.format == OUTPUT_JSONL && !device && (stat(name, &out) != 0 || S_ISREG(out.st_mode));
    if (batch && asprintf(&r->dead_name, "%s.failed", name) < 0)
        r->dead_name = NULL;
    if (is_input(r->paths, r->path_count, name) || (batch && (!r->dead_name || is_input(r->paths, r->path_count, r->dead_name)))) {
        r->output_is_input = true;
        return false;
    }
    if (batch) {
        r->journal = journal_open(name, r->dead_name, r->c->resume, r->style.until == ENTENTE_STAGE_TEXT, &r->out);
        r->keep_raw = true;
        if (r->journal && r->c->resume && !r->c->quiet)
            fprintf(stderr, "entente: %llu articles are answered already, %llu of them failed\n", (unsigned long long)journal_answered_before(r->journal), (unsigned long long)journal_failed_before(r->journal));
    } else {
        r->out = fopen(name, "w");
        if (!r->out)
            fprintf(stderr, "entente: cannot write %s: %s\n", name, strerror(errno));
    }
    if (!r->out || (batch && !r->journal)) {
        r->out = stdout;
        return false;
    }
    if (fstat(fileno(r->out), &out) == 0)
        input_exclude(r->in, out.st_dev, out.st_ino);
    return true;
}

/* While the input has nothing yet: what is answered meanwhile is written, so that who sends one by one sees it. */
static void while_waiting(void *argument)
{
    run *r = argument;
    if (!r->failed_output && !collect(r, 0))
        fflush(r->out);
}

static int process(run *r, char **paths, int count)
{
    r->paths = paths;
    r->path_count = count;
    r->in = input_open((const char *const *)paths, (size_t)count, r->c->article_bytes, &interrupted);
    if (!r->in || !start(r)) {
        stop(r);
        return interrupted ? EXIT_INTERRUPTED : r->bad_endpoint ? EXIT_USAGE : EXIT_NOTHING;
    }
    if (!open_output(r)) { /* only now: an output of before is kept until there is something to write */
        stop(r);
        return EXIT_USAGE + 2 * !r->output_is_input;
    }
    clock_gettime(CLOCK_MONOTONIC, &r->begun);
    r->failed_output = !output_begin(r->out, &r->style);
    input_item item;
    input_while_waiting(r->in, while_waiting, r);
    while (!interrupted && !r->failed_output && input_next(r->in, &item)) {
        submit(r, &item);
        collect(r, 0);
    }
    while (!interrupted && !r->failed_output && entente_client_pending(r->client))
        collect(r, 100);
    if (!r->failed_output && !output_end(r->out, &r->style)) {
        r->failed_output = true;
        r->reader_left = errno == EPIPE;
    }
    show_progress(r, true);
    if (r->dead && !r->c->quiet)
        fprintf(stderr, "entente: %llu article%s failed; what failed stands with the reasons in %s, which batch takes as an input\n", (unsigned long long)r->failed, r->failed == 1 ? "" : "s", r->dead_name);
    if (input_skipped(r->in) && !r->c->quiet)
        fprintf(stderr, "entente: %llu file%s skipped (the output, links, dotfiles, and what is neither .txt, .jsonl, .ndjson nor without an ending)\n", (unsigned long long)input_skipped(r->in), input_skipped(r->in) == 1 ? "" : "s");
    bool nothing = !r->answered && !r->shards && !(r->journal && journal_answered_before(r->journal));
    if (nothing && !interrupted && !r->failed_output)
        fputs("entente: no articles in the input\n", stderr);
    for (size_t i = 0; i < WINDOW; i++) {
        entente_result_free(r->slots[i].result);
        free(r->slots[i].id);
        free(r->slots[i].message);
        free(r->slots[i].raw);
    }
    stop(r);
    return interrupted ? EXIT_INTERRUPTED : r->failed_output ? EXIT_OUTPUT : r->failed || nothing ? EXIT_SOME_FAILED : EXIT_OK;
}

static int extract_or_batch(const command *c, bool batch, char **paths, int count)
{
    static run r; /* large, and one a process */
    r.c = c;
    r.out = stdout;
    r.in_order = !batch;
    bool terminal = isatty(1) && !batch;
    if (!parse_format(c->format, &r.style, terminal) || !parse_until(c->until, &r.style))
        return EXIT_USAGE;
    if (batch && !count) {
        fputs("entente: batch needs an input: files, folders, .jsonl files or - for standard input\n", stderr);
        return EXIT_USAGE;
    }
    const char *kind = getenv("TERM");
    r.style.color = terminal && !getenv("NO_COLOR") && kind && strcmp(kind, "dumb") != 0;
    r.style.explain = c->explain;
    r.style.keep_removed = c->keep_removed;
    r.keep_raw = r.style.format == OUTPUT_TEXT || r.style.format == OUTPUT_HTML;
    if (!parse_shard(c->shard, &r))
        return EXIT_USAGE;
    if (c->resume && (!batch || !c->output || strcmp(c->output, "-") == 0 || r.style.format != OUTPUT_JSONL)) {
        fputs("entente: --resume goes with batch, --output FILE and the format jsonl\n", stderr);
        return EXIT_USAGE;
    }
    int code = process(&r, paths, count);
    bool resumable = r.journal != NULL && !c->quiet, written = true;
    uint64_t failed = 0;
    if (r.dead && fclose(r.dead) != 0)
        written = false;
    if (r.journal) /* what is in the output is whole; what was in work was given up in order */
        written = journal_close(r.journal, r.out, code == EXIT_INTERRUPTED || r.failed_output, &failed) && written;
    else if (r.out != stdout)
        written = fclose(r.out) == 0 && written;
    if (!written && code != EXIT_OUTPUT) {
        code = EXIT_OUTPUT;
        r.failed_output = true;
    }
    code = code == EXIT_OK && failed ? EXIT_SOME_FAILED : code;
    free(r.dead_name);
    if (r.failed_output && !r.failed_dead && !r.reader_left)
        fprintf(stderr, "entente: the output%s%s cannot be written (disk full?); what stands in it is whole lines but the last; batch --resume goes on from there\n", c->output ? " " : "", c->output ? c->output : "");
    if (code == EXIT_INTERRUPTED && resumable)
        fprintf(stderr, "entente: interrupted; what is answered stands in %s, and batch --resume goes on from there\n", c->output);
    return code;
}

static void nothing(void *argument)
{
    (void)argument;
}

static void put_status(const char *endpoint, const char *worker, const char *version, const wire_statistics *s)
{
    static const char *const stages[WIRE_STAGES] = {"text", "cleanup", "sections", "language", "agreements"};
    printf("%s  worker ", endpoint);
    output_visible(stdout, worker); /* a stranger's words */
    fputs("  version ", stdout);
    output_visible(stdout, version);
    printf("\n  up %.1f s, %u threads, %u clients, %llu restarts, peak memory %.1f MB\n"
           "  %u messages queued (the oldest for %.1f s), %u in work, busy %.1f s\n"
           "  %llu articles (%llu failed), %.1f MB, %llu agreements\n",
           (double)s->uptime_ms / 1000, s->threads, s->clients, (unsigned long long)s->restarts, (double)s->peak_rss_bytes / 1e6, s->queued_batches,
           (double)s->oldest_ms / 1000, s->batches_in_work, (double)s->busy_us / 1e6, (unsigned long long)s->articles, (unsigned long long)s->failed_articles, (double)s->bytes / 1e6,
           (unsigned long long)s->agreements);
    const char *comma = "  agreements:";
    for (int k = 1; k < WIRE_AGREEMENTS && s->agreements; k++)
        if (s->agreements_by_status[k])
            printf("%s %llu %s", comma, (unsigned long long)s->agreements_by_status[k], entente_agreement_status_name((entente_agreement_status)k)), comma = ",";
    fputs(s->agreements ? "\n" : "", stdout);
    comma = "  errors:";
    for (int k = 1; k < WIRE_ERRORS && s->failed_articles; k++)
        if (s->errors[k])
            printf("%s %llu %s", comma, (unsigned long long)s->errors[k], entente_status_name((entente_status)k)), comma = ",";
    fputs(s->failed_articles ? "\n" : "", stdout);
    comma = "  seconds by stage:";
    for (int k = 0; k < WIRE_STAGES && s->articles; k++)
        printf("%s %s %.1f", comma, stages[k], (double)s->stage_us[k] / 1e6), comma = ",";
    fputs(s->articles ? "\n" : "", stdout);
}

static int status(const command *c)
{
    if (!c->connect.count) {
        fputs("entente: status needs --connect tcp://host:port\n", stderr);
        return EXIT_USAGE;
    }
    key_pair own, server;
    int curve = read_keys(c, &own, &server);
    if (curve < 0)
        return EXIT_NOTHING;
    static resolved addresses; /* large */
    resolver *names;
    if (resolver_start(c->connect.items, c->connect.count, nothing, NULL, &names)) {
        fprintf(stderr, "entente: --connect takes endpoints like tcp://host:5555 or ipc:///path, not '%s'\n", c->connect.items[0]);
        return EXIT_USAGE;
    }
    for (uint64_t i = 0; i < c->wait_seconds * 20 && !resolver_take(names, &addresses); i++)
        usleep(50000);
    resolver_stop(names);
    size_t answered = 0;
    for (size_t i = 0; i < addresses.count; i++) {
        wire_statistics s;
        char worker[128], version[64];
        entente_status e = status_query(addresses.endpoints[i], curve ? &own : NULL, &server, (int)c->wait_seconds * 1000, &s, worker, sizeof worker, version, sizeof version);
        if (e) {
            fprintf(stderr, "entente: %s: %s: no healthy worker answered within %llu s\n", addresses.endpoints[i], entente_status_name(e), (unsigned long long)c->wait_seconds);
            continue;
        }
        answered++;
        put_status(addresses.endpoints[i], worker, version, &s);
    }
    if (!addresses.count)
        fprintf(stderr, "entente: no address behind '%s'\n", c->connect.items[0]);
    else if (addresses.count > 1)
        printf("%zu of %zu workers are healthy\n", answered, addresses.count);
    return answered && answered == addresses.count ? EXIT_OK : answered ? EXIT_SOME_FAILED : EXIT_NOTHING;
}

/* The whole of a file, or of standard input for "-"; NULL with errno. */
static char *read_whole(const char *path, uint64_t most, size_t *length)
{
    FILE *f = strcmp(path, "-") == 0 ? stdin : fopen(path, "r");
    char *data = NULL;
    size_t room = 0, n = 0;
    if (!f)
        return NULL;
    do {
        if (n == room) {
            char *grown = realloc(data, room = room ? room * 2 : 65536);
            if (!grown)
                break;
            data = grown;
        }
        n += fread(data + n, 1, room - n, f);
    } while (n == room && n <= most && !interrupted);
    int fault = interrupted ? EINTR : n == room && n <= most ? ENOMEM : ferror(f) ? errno : n > most ? EFBIG : 0;
    if (f != stdin)
        fclose(f);
    if (fault) {
        free(data);
        errno = fault;
        return NULL;
    }
    *length = n;
    return data;
}

static int parse(const command *c, char **paths, int count)
{
    static char *standard_input[] = {"-"};
    model m;
    if (!open_model(c, &m))
        return EXIT_NOTHING;
    bool file = c->output && strcmp(c->output, "-") != 0, clash = file && is_input(paths, count, c->output);
    FILE *out = clash ? NULL : file ? fopen(c->output, "w") : stdout;
    if (!out && !clash)
        fprintf(stderr, "entente: cannot write %s: %s\n", c->output, strerror(errno));
    if (!out) {
        model_close(&m);
        return clash ? EXIT_USAGE : EXIT_OUTPUT;
    }
    int failed = 0;
    uint32_t sentences = 0;
    bool written = true, no_memory = false;
    for (int i = 0; i < (count ? count : 1) && written && !interrupted; i++) {
        const char *path = count ? paths[i] : standard_input[0];
        size_t length;
        char *data = read_whole(path, ENTENTE_LIMIT_ARTICLE_BYTES_MOST, &length);
        if (!data && interrupted)
            break;
        if (!data) {
            fprintf(stderr, "entente: %s cannot be read: %s\n", path, strerror(errno));
            failed++;
            continue;
        }
        errno = 0;
        written = parse_text(&m, data, (uint32_t)length, out, &sentences, &interrupted);
        no_memory = !written && errno == ENOMEM;
        free(data);
    }
    bool pipe_left = !written && errno == EPIPE;
    written = (out == stdout ? fflush(out) : fclose(out)) == 0 && written;
    if (no_memory)
        fputs("entente: out of memory for the reader\n", stderr);
    else if (!written && !pipe_left)
        fprintf(stderr, "entente: the output cannot be written: %s\n", strerror(errno));
    model_close(&m);
    return no_memory ? EXIT_NOTHING : interrupted ? EXIT_INTERRUPTED : !written ? EXIT_OUTPUT : failed ? EXIT_SOME_FAILED : EXIT_OK;
}

static void help(const setting *table, size_t count)
{
    puts("Usage: entente extract [OPTION]... [FILE]...      agreements in some articles (or standard input)\n"
         "       entente batch [OPTION]... INPUT... [-o OUT.jsonl]   many articles: files, folders, JSON Lines\n"
         "       entente parse [OPTION]... [FILE]...        sentences, words and trees of plain text, as CoNLL-U\n"
         "       entente status --connect ENDPOINT         how a worker is doing\n\n"
         "Reads news articles and answers who agreed with whom, to what, and is it done.\n"
         "Without --connect a worker inside this process does the work. Each option can be given in the\n"
         "environment too: ENTENTE_FORMAT for --format.\n");
    settings_help(table, count);
    puts("\nExit: 0 all well, 1 some articles failed, 2 wrong usage, 3 nothing could run, 4 the output failed, 130 interrupted.");
}

int main(int argc, char **argv)
{
    command c = {.wait_seconds = 10, .article_bytes = ENTENTE_LIMIT_ARTICLE_BYTES, .threads = (uint64_t)sysconf(_SC_NPROCESSORS_ONLN)};
    const setting table[] = {
        {"connect", 'c', SETTING_STRINGS, &c.connect, 0, 0, "ENDPOINT", "a worker, as tcp://host:port; may be repeated"},
        {"output", 'o', SETTING_STRING, &c.output, 0, 0, "FILE", "where results go (standard output)"},
        {"format", 'f', SETTING_STRING, &c.format, 0, 0, "FORMAT", "text, json, jsonl or html (text on a terminal, else jsonl)"},
        {"until", 0, SETTING_STRING, &c.until, 0, 0, "STAGE", "stop after text, cleanup, sections, language or agreements"},
        {"keep-removed", 0, SETTING_FLAG, &c.keep_removed, 0, 0, NULL, "show what cleanup dropped, and why"},
        {"explain", 0, SETTING_FLAG, &c.explain, 0, 0, NULL, "show which words led to each field"},
        {"resume", 0, SETTING_FLAG, &c.resume, 0, 0, NULL, "batch: go on with an output that an earlier run left unfinished"},
        {"shard", 0, SETTING_STRING, &c.shard, 0, 0, "I/N", "batch: only the Ith of N parts of the input; auto/N asks Kubernetes, Slurm or GNU Parallel"},
        {"article-bytes", 0, SETTING_NUMBER, &c.article_bytes, 1, ENTENTE_LIMIT_ARTICLE_BYTES_MOST, "N", "most bytes an article may have"},
        {"threads", 0, SETTING_NUMBER, &c.threads, 1, 256, "N", "threads of the embedded worker"},
        {"wait", 0, SETTING_NUMBER, &c.wait_seconds, 1, 86400, "SECONDS", "how long to wait for a worker"},
        {"key", 0, SETTING_STRING, &c.key, 0, 0, "FILE", "this client's keys (entente keygen), for workers that want them"},
        {"server-key", 0, SETTING_STRING, &c.server_key, 0, 0, "FILE", "the workers' public key (their .pub file)"},
        {"model", 0, SETTING_STRING, &c.model, 0, 0, "FILE", "another language model than the one built in"},
        {"clutter", 0, SETTING_STRING, &c.clutter, 0, 0, "FILE", "phrases of your own that mark clutter (the embedded worker's)"},
        {"quiet", 'q', SETTING_FLAG, &c.quiet, 0, 0, NULL, "no progress and no messages on failed articles"},
        {"limits", 0, SETTING_FLAG, &c.limits, 0, 0, NULL, "print every limit"},
        {"help", 'h', SETTING_FLAG, &c.help, 0, 0, NULL, "this text"},
        {"version", 'V', SETTING_FLAG, &c.version, 0, 0, NULL, "the version"},
    };
    size_t count = sizeof table / sizeof *table;
    int first;
    if (!settings_read(table, count, argc, argv, "entente", &first))
        return EXIT_USAGE;
    if (c.help || c.version || c.limits) {
        if (c.help)
            help(table, count);
        else if (c.version)
            puts("entente " ENTENTE_VERSION_STRING);
#define X(name, value, unit, what) c.limits ? printf("%-20s %10llu %-10s %s\n", #name, (unsigned long long)(value), unit, what) : 0;
        ENTENTE_LIMIT_LIST(X)
#undef X
        return fflush(stdout) ? EXIT_OUTPUT : EXIT_OK;
    }
    signal(SIGPIPE, SIG_IGN);
    struct sigaction action = {.sa_handler = on_interrupt, .sa_flags = SA_RESETHAND}; /* a second Ctrl-C ends it at once */
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    const char *name = first < argc ? argv[first] : "";
    if (strcmp(name, "extract") == 0 || strcmp(name, "batch") == 0)
        return extract_or_batch(&c, *name == 'b', argv + first + 1, argc - first - 1);
    if (strcmp(name, "parse") == 0)
        return parse(&c, argv + first + 1, argc - first - 1);
    if (strcmp(name, "keygen") == 0)
        return keygen(argv + first + 1, argc - first - 1);
    if (strcmp(name, "status") == 0)
        return status(&c);
    fprintf(stderr, "entente: %s%s%s; see entente --help\n", *name ? "there is no command '" : "a command is missing", name, *name ? "'" : "");
    return EXIT_USAGE;
}
