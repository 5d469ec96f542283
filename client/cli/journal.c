/* SPDX-License-Identifier: MIT */
#include "journal.h"

#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "status.h"

#define JOURNAL_MAGIC "ENTENTEL"

typedef struct place {
    XXH128_hash_t id;
    uint32_t busy, blame; /* blame: kept while the article is not answered */
    uint32_t alone, unused;
} place;

/* The mapped file. */
typedef struct record {
    char magic[8];
    uint64_t places;
    uint64_t seed;    /* of the hashes, at random: nobody can make two ids that pass for one */
    uint64_t crashed; /* the process ended by a fault of its own */
    place in_work[JOURNAL_PLACES], suspects[JOURNAL_PLACES];
} record;

/* Open addressing; {0, 0} is free. */
typedef struct id_set {
    XXH128_hash_t *places;
    size_t count, capacity;
} id_set;

struct journal {
    char *path;
    record *record;
    id_set answered, failed;
    uint64_t answered_before, failed_before;
    bool made; /* the file is new */
};

static record *volatile faulting; /* where a fault is noted */

static bool same(XXH128_hash_t a, XXH128_hash_t b)
{
    return a.low64 == b.low64 && a.high64 == b.high64;
}

static XXH128_hash_t hash(const journal *j, const char *id)
{
    XXH128_hash_t h = XXH3_128bits_withSeed(id, strlen(id), j->record->seed);
    h.low64 |= h.low64 == 0 && h.high64 == 0;
    return h;
}

static bool set_find(const id_set *s, XXH128_hash_t h, size_t *at)
{
    *at = 0;
    if (!s->capacity)
        return false;
    size_t i = h.low64 & (s->capacity - 1);
    for (; s->places[i].low64 | s->places[i].high64; i = (i + 1) & (s->capacity - 1))
        if (same(s->places[i], h))
            return *at = i, true;
    return *at = i, false;
}

static bool set_holds(const id_set *s, XXH128_hash_t h)
{
    size_t at;
    return set_find(s, h, &at);
}

static bool set_add(id_set *s, XXH128_hash_t h)
{
    size_t at;
    if ((s->count + 1) * 4 > s->capacity * 3) {
        id_set wider = {.capacity = s->capacity ? 2 * s->capacity : 4096};
        wider.places = calloc(wider.capacity, sizeof *wider.places);
        if (!wider.places)
            return false;
        for (size_t i = 0; i < s->capacity; i++)
            if ((s->places[i].low64 | s->places[i].high64) && !set_find(&wider, s->places[i], &at))
                wider.places[at] = s->places[i];
        free(s->places);
        s->places = wider.places;
        s->capacity = wider.capacity;
    }
    if (!set_find(s, h, &at)) {
        s->places[at] = h;
        s->count++;
    }
    return true;
}

/* The id that a line starts with: {"id":"...", as a C string to be freed, and what stands behind it; NULL where it does not. */
static char *id_of_line(const char *line, size_t length, const char **rest)
{
    static const char start[] = "{\"id\":";
    size_t n = sizeof start - 1;
    if (length < n + 2 || memcmp(line, start, n) != 0 || line[n] != '"')
        return NULL;
    size_t end = n + 1;
    while (end < length && line[end] != '"')
        end += line[end] == '\\' ? 2 : 1;
    if (end >= length)
        return NULL;
    json_t *id = json_loadb(line + n, end + 1 - n, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
    char *out = json_is_string(id) ? strdup(json_string_value(id)) : NULL;
    json_decref(id);
    *rest = line + end + 1;
    return out;
}

static bool opens_with(const char *rest, const char *key)
{
    size_t n = strlen(key);
    return strncmp(rest, ",\"", 2) == 0 && strncmp(rest + 2, key, n) == 0 && strncmp(rest + 2 + n, "\":", 2) == 0;
}

/* Whether what stands behind the id is as batch writes it. */
static bool is_answer(const char *rest, bool texts)
{
    static const char *const keys[] = {"error", "warnings", "title", "byline", "agency", "dateline", "published", "sections"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (opens_with(rest, keys[i]))
            return true;
    return texts && opens_with(rest, "text");
}

/* Whether an error is not the article's own: another time it may go well. */
static bool may_go_well(const char *rest)
{
    static const entente_status passing[] = {ENTENTE_UNAVAILABLE, ENTENTE_UNREADABLE, ENTENTE_VERSION, ENTENTE_INTERNAL, ENTENTE_NO_MEMORY, ENTENTE_CANCELLED, ENTENTE_TOO_LARGE};
    static const char start[] = ",\"error\":{\"code\":\"";
    if (strncmp(rest, start, sizeof start - 1) != 0)
        return false;
    for (size_t i = 0; i < sizeof passing / sizeof *passing; i++) {
        const char *name = entente_status_name(passing[i]);
        if (strncmp(rest + sizeof start - 1, name, strlen(name)) == 0 && rest[sizeof start - 1 + strlen(name)] == '"')
            return true;
    }
    return false;
}

/* A new file that takes the place of `path` once it is whole, with the lines of `from` that `keep` wants. NULL with errno. */
static FILE *rewrite(journal *j, FILE *from, const char *path, bool (*keep)(journal *, const char *line, size_t n))
{
    char *name = NULL, *line = NULL;
    size_t room = 0;
    ssize_t n;
    if (asprintf(&name, "%s.resuming", path) < 0)
        return NULL;
    int fd = open(name, O_RDWR | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0666);
    FILE *to = fd < 0 ? NULL : fdopen(fd, "a+");
    bool ok = to != NULL;
    if (ok)
        (void)flock(fd, LOCK_EX | LOCK_NB);
    rewind(from);
    while (ok && (n = getline(&line, &room, from)) > 0 && line[n - 1] == '\n')
        ok = !keep(j, line, (size_t)n) || fwrite(line, 1, (size_t)n, to) == (size_t)n;
    ok = ok && fflush(to) == 0 && fsync(fd) == 0 && rename(name, path) == 0;
    int why = errno;
    if (!ok && to)
        fclose(to);
    if (!ok)
        unlink(name);
    free(line);
    free(name);
    errno = why;
    return ok ? to : NULL;
}

static bool keep_answer(journal *j, const char *line, size_t n)
{
    const char *rest = "";
    (void)j;
    free(id_of_line(line, n, &rest));
    return !may_go_well(rest);
}

/* Once each, of what stands as failed in the output. */
static bool keep_dead(journal *j, const char *line, size_t n)
{
    const char *rest;
    char *id = id_of_line(line, n, &rest);
    size_t at;
    bool wanted = id && set_find(&j->failed, hash(j, id), &at);
    if (wanted)
        j->failed.places[at].high64 ^= 1; /* a second letter of the same article finds it no more */
    free(id);
    return wanted;
}

/* Reads what is answered; `*whole` becomes the length up to the end of the last whole line, `*again` how many lines are to be tried again. */
static bool read_output(journal *j, FILE *f, const char *path, bool texts, off_t *whole, uint64_t *again)
{
    static const char start[] = "{\"id\":\"";
    char *line = NULL;
    size_t room = 0;
    ssize_t n;
    bool ok = true;
    *whole = 0;
    *again = 0;
    while (ok && (n = getline(&line, &room, f)) > 0) {
        const char *rest;
        bool half = line[n - 1] != '\n';
        size_t compared = (size_t)n < sizeof start - 1 ? (size_t)n : sizeof start - 1;
        if (half && memcmp(line, start, compared) == 0)
            break; /* the process was killed in the middle of it */
        char *id = half ? NULL : id_of_line(line, (size_t)n, &rest);
        if (!id || !is_answer(rest, texts)) {
            fprintf(stderr, "entente: %s: the line at byte %lld is not an answer of entente batch; choose another --output\n", path, (long long)*whole);
            ok = false;
        } else if (may_go_well(rest)) {
            ++*again;
        } else {
            bool failed = opens_with(rest, "error");
            ok = set_add(&j->answered, hash(j, id)) && (!failed || set_add(&j->failed, hash(j, id)));
            j->answered_before++;
            j->failed_before += failed;
            if (!ok)
                fputs("entente: out of memory for the ids answered before\n", stderr);
        }
        free(id);
        *whole += n;
    }
    free(line);
    return ok;
}

/* The dead letters are of this output, or there are none yet. */
static bool dead_is_ours(const char *dead)
{
    FILE *f = fopen(dead, "r");
    char *line = NULL;
    size_t room = 0;
    ssize_t n = f ? getline(&line, &room, f) : -1;
    const char *rest;
    char *id = n > 0 ? id_of_line(line, (size_t)n, &rest) : NULL;
    bool ours = n <= 0 || id;
    if (!ours)
        fprintf(stderr, "entente: %s is no file of failed articles, which would take its place; move it away or choose another --output\n", dead);
    free(id);
    free(line);
    if (f)
        fclose(f);
    return ours;
}

static place *suspect_of(record *r, XXH128_hash_t id)
{
    for (size_t k = 0; k < JOURNAL_PLACES && r->suspects[k].busy; k++)
        if (same(r->suspects[k].id, id))
            return &r->suspects[k];
    return NULL;
}

/* Articles that were in work when the last run ended are suspects; those that were answered since are none any more. The busy ones stand first. */
static void learn_suspects(journal *j)
{
    record *r = j->record;
    uint32_t count = 0, weight = r->crashed ? JOURNAL_CRASH : JOURNAL_KILL;
    for (size_t k = 0; k < JOURNAL_PLACES; k++)
        if (r->suspects[k].busy && !set_holds(&j->answered, r->suspects[k].id))
            r->suspects[count++] = r->suspects[k];
    memset(r->suspects + count, 0, (JOURNAL_PLACES - count) * sizeof *r->suspects);
    for (size_t i = 0; i < JOURNAL_PLACES; i++) {
        place *p = &r->in_work[i], *to = p->busy ? suspect_of(r, p->id) : NULL;
        if (p->busy && !set_holds(&j->answered, p->id)) {
            if (!to && count < JOURNAL_PLACES) {
                to = &r->suspects[count++];
                *to = (place){.id = p->id, .busy = 1};
            }
            if (to && (p->alone || to->blame < weight))
                to->blame = p->alone ? to->blame + weight : weight; /* among many it is blamed but once */
        }
        p->busy = 0;
    }
    r->crashed = 0;
}

static void on_fault(int number)
{
    if (faulting)
        faulting->crashed = 1;
    raise(number); /* with the default action, which the handler's flag restored */
}

/* Faults are noted where nobody else, as a sanitizer, handles them. */
static void note_faults(record *r)
{
    static const int faults[] = {SIGSEGV, SIGBUS, SIGABRT, SIGILL, SIGFPE};
    struct sigaction old, note = {.sa_handler = on_fault, .sa_flags = SA_RESETHAND | SA_NODEFER};
    faulting = r;
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
        if (sigaction(faults[i], NULL, &old) == 0 && old.sa_handler == SIG_DFL)
            sigaction(faults[i], &note, NULL);
}

static bool map_record(journal *j, bool resume)
{
    int fd = open(j->path, O_RDWR | O_CREAT | O_CLOEXEC | (resume ? 0 : O_TRUNC), 0600);
    struct stat st;
    bool known = fd >= 0 && fstat(fd, &st) == 0 && st.st_size == sizeof *j->record;
    j->made = fd >= 0 && !known;
    if (fd < 0 || (!known && (ftruncate(fd, 0) || posix_fallocate(fd, 0, sizeof *j->record)))) {
        fprintf(stderr, "entente: cannot write %s: %s\n", j->path, strerror(errno));
        if (fd >= 0)
            close(fd);
        return false;
    }
    j->record = mmap(NULL, sizeof *j->record, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    close(fd);
    if (j->record == MAP_FAILED) {
        j->record = NULL;
        fprintf(stderr, "entente: cannot map %s: %s\n", j->path, strerror(errno));
        return false;
    }
    if (memcmp(j->record->magic, JOURNAL_MAGIC, 8) != 0 || j->record->places != JOURNAL_PLACES) {
        memset(j->record, 0, sizeof *j->record);
        memcpy(j->record->magic, JOURNAL_MAGIC, 8);
        j->record->places = JOURNAL_PLACES;
        if (getrandom(&j->record->seed, sizeof j->record->seed, GRND_NONBLOCK) < 0)
            j->record->seed = (uint64_t)getpid();
    }
    return true;
}

/* Opens the output and takes it for this process; the lock is gone with the stream, however the process ends. */
static FILE *take_output(const char *output)
{
    struct stat there, taken;
    for (int tries = 0; tries < 3; tries++) {
        int fd = open(output, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
        if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
            close(fd);
            break;
        }
        if (fd >= 0 && (fstat(fd, &taken) || stat(output, &there) || taken.st_ino != there.st_ino || taken.st_dev != there.st_dev)) {
            close(fd); /* another batch put a new file in its place meanwhile */
            continue;
        }
        FILE *f = fd < 0 ? NULL : fdopen(fd, "a+");
        if (!f)
            fprintf(stderr, "entente: cannot write %s: %s\n", output, strerror(errno));
        if (!f && fd >= 0)
            close(fd);
        return f;
    }
    fprintf(stderr, "entente: another batch is writing %s; wait for it, or choose another --output\n", output);
    return NULL;
}

/* Leaves in the output what is not to be tried again, and of the dead letters what the output has. */
static FILE *clean_output(journal *j, FILE *f, const char *output, const char *dead, bool texts)
{
    off_t whole;
    uint64_t again;
    rewind(f);
    if (!read_output(j, f, output, texts, &whole, &again))
        goto fail;
    if (again) {
        FILE *clean = rewrite(j, f, output, keep_answer);
        if (!clean) {
            fprintf(stderr, "entente: cannot rewrite %s: %s\n", output, strerror(errno));
            goto fail;
        }
        fclose(f);
        f = clean;
    } else if (ftruncate(fileno(f), whole) || fseeko(f, 0, SEEK_END)) { /* between reading and writing a stream wants to be set */
        fprintf(stderr, "entente: cannot cut %s to whole lines: %s\n", output, strerror(errno));
        goto fail;
    }
    FILE *letters = fopen(dead, "r"), *clean = letters ? rewrite(j, letters, dead, keep_dead) : NULL;
    if (letters && !clean) {
        fprintf(stderr, "entente: cannot rewrite %s: %s\n", dead, strerror(errno));
        fclose(letters);
        goto fail;
    }
    if (letters) {
        fclose(letters);
        fclose(clean);
        if (!j->failed.count)
            unlink(dead);
    }
    return f;
fail:
    fclose(f);
    return NULL;
}

journal *journal_open(const char *output, const char *dead, bool resume, bool texts, FILE **out)
{
    journal *j = calloc(1, sizeof *j);
    FILE *f = NULL;
    if (!j || asprintf(&j->path, "%s.journal", output) < 0)
        goto fail;
    if (!dead_is_ours(dead) || !(f = take_output(output)) || !map_record(j, resume) || (resume && !(f = clean_output(j, f, output, dead, texts))))
        goto fail;
    if (!resume && ftruncate(fileno(f), 0)) {
        fprintf(stderr, "entente: cannot empty %s: %s\n", output, strerror(errno));
        goto fail;
    }
    if (!resume)
        unlink(dead);
    learn_suspects(j);
    note_faults(j->record);
    *out = f;
    return j;
fail:
    if (f)
        fclose(f);
    if (j) {
        if (j->record)
            munmap(j->record, sizeof *j->record);
        if (j->made)
            unlink(j->path);
        free(j->path);
        free(j->answered.places);
        free(j->failed.places);
        free(j);
    }
    return NULL;
}

journal_advice journal_ask(const journal *j, const char *id)
{
    XXH128_hash_t h = hash(j, id);
    if (set_holds(&j->answered, h))
        return JOURNAL_ANSWERED;
    const place *p = suspect_of(j->record, h);
    return !p ? JOURNAL_NEW : p->blame >= JOURNAL_POISONED ? JOURNAL_POISON : JOURNAL_ALONE;
}

void journal_begun(journal *j, uint64_t at, const char *id, bool alone)
{
    j->record->in_work[at] = (place){.id = hash(j, id), .alone = alone, .busy = 1};
}

void journal_ended(journal *j, uint64_t at)
{
    j->record->in_work[at].busy = 0;
}

uint64_t journal_answered_before(const journal *j)
{
    return j->answered_before;
}

uint64_t journal_failed_before(const journal *j)
{
    return j->failed_before;
}

void journal_close(journal *j)
{
    if (!j)
        return;
    faulting = NULL;
    munmap(j->record, sizeof *j->record);
    unlink(j->path);
    free(j->path);
    free(j->answered.places);
    free(j->failed.places);
    free(j);
}
