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

enum { FINAL = 1, FAILED = 2, LETTER = 4 }; /* not to be tried again; an error; its dead letter was met */

/* The last line of an article in the output. */
typedef struct entry {
    XXH128_hash_t id;
    uint64_t at; /* byte */
    uint32_t flags, unused;
} entry;

/* Open addressing; the id {0, 0} is free. */
typedef struct line_table {
    entry *places;
    size_t count, capacity;
} line_table;

struct journal {
    char *path, *output, *dead;
    record *record;
    line_table lines;
    uint64_t answered_before, failed_before, superseded; /* superseded: lines behind which another of the same article stands */
    bool made, resumed, texts; /* made: the file is new */
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

static entry *find_line(const line_table *t, XXH128_hash_t h)
{
    if (!t->capacity)
        return NULL;
    for (size_t i = h.low64 & (t->capacity - 1); t->places[i].id.low64 | t->places[i].id.high64; i = (i + 1) & (t->capacity - 1))
        if (same(t->places[i].id, h))
            return &t->places[i];
    return NULL;
}

/* The entry of an article, a new one when it has none; NULL when out of memory. */
static entry *add_line(line_table *t, XXH128_hash_t h)
{
    entry *e = find_line(t, h);
    if (e)
        return e;
    if ((t->count + 1) * 4 > t->capacity * 3) {
        line_table wider = {.capacity = t->capacity ? 2 * t->capacity : 4096, .count = t->count};
        wider.places = calloc(wider.capacity, sizeof *wider.places);
        if (!wider.places)
            return NULL;
        for (size_t k = 0; k < t->capacity; k++) {
            size_t i = t->places[k].id.low64 & (wider.capacity - 1);
            if (!(t->places[k].id.low64 | t->places[k].id.high64))
                continue;
            while (wider.places[i].id.low64 | wider.places[i].id.high64)
                i = (i + 1) & (wider.capacity - 1);
            wider.places[i] = t->places[k];
        }
        free(t->places);
        *t = wider;
    }
    size_t i = h.low64 & (t->capacity - 1);
    while (t->places[i].id.low64 | t->places[i].id.high64)
        i = (i + 1) & (t->capacity - 1);
    t->places[i].id = h;
    t->count++;
    return &t->places[i];
}

static bool is_final(const journal *j, XXH128_hash_t h)
{
    const entry *e = find_line(&j->lines, h);
    return e && e->flags & FINAL;
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

/* Whether a line, which starts at byte `at`, is to stay. */
typedef bool keeper(journal *j, const char *line, size_t n, uint64_t at);

/* Copies the whole lines that `keep` wants. */
static bool copy_lines(journal *j, FILE *from, FILE *to, keeper *keep)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t n;
    bool ok = true;
    rewind(from);
    for (uint64_t at = 0; ok && (n = getline(&line, &room, from)) > 0 && line[n - 1] == '\n'; at += (uint64_t)n)
        ok = !keep(j, line, (size_t)n, at) || fwrite(line, 1, (size_t)n, to) == (size_t)n;
    free(line);
    return ok;
}

/* A new file that takes the place of `path` once it is whole, with its mode and the lines of `from` that `keep` wants. NULL with errno. */
static FILE *rewrite(journal *j, FILE *from, const char *path, keeper *keep)
{
    char *name = NULL;
    struct stat before;
    if (asprintf(&name, "%s.resuming", path) < 0)
        return NULL;
    unlink(name); /* of a run that was killed */
    int fd = open(name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_APPEND | O_CLOEXEC, 0600);
    FILE *to = fd < 0 ? NULL : fdopen(fd, "a+");
    bool ok = to != NULL && fstat(fileno(from), &before) == 0;
    if (ok) {
        (void)flock(fd, LOCK_EX | LOCK_NB);
        int owned = fchown(fd, before.st_uid, before.st_gid); /* as far as one may */
        (void)owned;
        ok = fchmod(fd, before.st_mode & 07777) == 0;
    }
    ok = ok && copy_lines(j, from, to, keep) && fflush(to) == 0 && fsync(fd) == 0 && rename(name, path) == 0;
    int why = errno;
    if (!ok && to)
        fclose(to);
    if (!ok)
        unlink(name);
    free(name);
    errno = why;
    return ok ? to : NULL;
}

/* All but an error that may go well, behind which the article stands again. */
static bool keep_answer(journal *j, const char *line, size_t n, uint64_t at)
{
    const char *rest = "";
    char *id = id_of_line(line, n, &rest);
    const entry *e = id ? find_line(&j->lines, hash(j, id)) : NULL;
    free(id);
    return !may_go_well(rest) || !e || e->at == at;
}

/* Once each, of what stands as failed in the output. */
static bool keep_dead(journal *j, const char *line, size_t n, uint64_t at)
{
    (void)at;
    const char *rest;
    char *id = id_of_line(line, n, &rest);
    entry *e = id ? find_line(&j->lines, hash(j, id)) : NULL;
    bool wanted = e && (e->flags & (FAILED | LETTER)) == FAILED;
    if (wanted)
        e->flags |= LETTER;
    free(id);
    return wanted;
}

/* Reads what the output holds; `*whole` becomes the length up to the end of the last whole line. */
static bool read_output(journal *j, FILE *f, off_t *whole)
{
    static const char start[] = "{\"id\":\"";
    char *line = NULL;
    size_t room = 0;
    ssize_t n;
    bool ok = true;
    *whole = 0;
    free(j->lines.places);
    j->lines = (line_table){0};
    j->superseded = j->answered_before = j->failed_before = 0;
    rewind(f);
    while (ok && (n = getline(&line, &room, f)) > 0) {
        const char *rest = "";
        bool half = line[n - 1] != '\n';
        size_t compared = (size_t)n < sizeof start - 1 ? (size_t)n : sizeof start - 1;
        char *id = id_of_line(line, (size_t)n, &rest);
        bool known = !id ? half && memcmp(line, start, compared) == 0 : is_answer(rest, j->texts) || (half && !strchr(rest + (*rest != '\0'), ':'));
        if (!known) {
            fprintf(stderr, "entente: %s: the line at byte %lld is not an answer of entente batch; choose another --output\n", j->output, (long long)*whole);
            ok = false;
        }
        entry *e = ok && !half ? add_line(&j->lines, hash(j, id)) : NULL;
        if (e) {
            j->superseded += e->flags == FAILED;
            e->at = (uint64_t)*whole;
            e->flags = (may_go_well(rest) ? 0 : FINAL) | (opens_with(rest, "error") ? FAILED : 0);
        } else if (ok && !half) {
            fputs("entente: out of memory for the ids answered before\n", stderr);
            ok = false;
        }
        free(id);
        if (half)
            break; /* the process was killed in the middle of it */
        *whole += n;
    }
    for (size_t i = 0; i < j->lines.capacity; i++) {
        j->answered_before += (j->lines.places[i].flags & FINAL) != 0;
        j->failed_before += j->lines.places[i].flags == (FINAL | FAILED);
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
    bool ours = n <= 0 || (id && strstr(rest, "\"error\":{\"code\":\"")) || (line[n - 1] != '\n' && strncmp(line, "{\"id\":", 6) == 0);
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
        if (r->suspects[k].busy && !is_final(j, r->suspects[k].id))
            r->suspects[count++] = r->suspects[k];
    memset(r->suspects + count, 0, (JOURNAL_PLACES - count) * sizeof *r->suspects);
    for (size_t i = 0; i < JOURNAL_PLACES; i++) {
        place *p = &r->in_work[i], *to = p->busy ? suspect_of(r, p->id) : NULL;
        if (p->busy && !is_final(j, p->id)) {
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
    char magic[8] = "";
    int fd = open(j->path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
    struct stat st = {0};
    ssize_t n = fd >= 0 ? pread(fd, magic, sizeof magic, 0) : -1;
    bool known = fd >= 0 && fstat(fd, &st) == 0 && st.st_size == sizeof *j->record && resume;
    j->made = fd >= 0 && n == 0;
    if (n > 0 && memcmp(magic, JOURNAL_MAGIC, 7) != 0 && memcmp(magic, (char[8]){0}, 8) != 0) { /* the last letter tells the version */
        fprintf(stderr, "entente: %s is no journal of a batch, which would take its place; move it away or choose another --output\n", j->path);
        close(fd);
        return false;
    }
    if (fd >= 0 && !known && (ftruncate(fd, 0) || (errno = posix_fallocate(fd, 0, sizeof *j->record)) != 0))
        n = -1;
    if (n < 0) {
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
static FILE *take_output(const char *output, const char *name)
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
            fprintf(stderr, "entente: cannot write %s: %s\n", name, strerror(errno));
        if (!f && fd >= 0)
            close(fd);
        return f;
    }
    fprintf(stderr, "entente: another batch is writing %s; wait for it, or choose another --output\n", name);
    return NULL;
}

/* For each that failed in the output one letter: those that are there, and for others the line of the output, without the text. */
static bool clean_letters(journal *j, FILE *output)
{
    uint64_t failed = 0, met = 0;
    FILE *letters = fopen(j->dead, "r"), *clean = letters ? rewrite(j, letters, j->dead, keep_dead) : NULL;
    bool ok = !letters || clean;
    if (letters)
        fclose(letters);
    for (size_t i = 0; i < j->lines.capacity; i++) {
        failed += (j->lines.places[i].flags & FAILED) != 0;
        met += (j->lines.places[i].flags & LETTER) != 0;
    }
    if (ok && !clean && failed)
        ok = (clean = fopen(j->dead, "a")) != NULL;
    if (ok && met < failed)
        ok = copy_lines(j, output, clean, keep_dead);
    ok = (!clean || fclose(clean) == 0) && ok;
    if (!ok)
        fprintf(stderr, "entente: cannot rewrite %s: %s\n", j->dead, strerror(errno));
    else if (!failed)
        unlink(j->dead);
    return ok;
}

/* Leaves one line for each article, and one letter for each that failed. NULL when that cannot be; then `f` is closed. */
static FILE *clean_output(journal *j, FILE *f)
{
    off_t whole;
    bool ok = read_output(j, f, &whole);
    FILE *clean = ok && j->superseded ? rewrite(j, f, j->output, keep_answer) : NULL;
    if (ok && j->superseded && !clean) {
        fprintf(stderr, "entente: cannot rewrite %s: %s\n", j->output, strerror(errno));
        ok = false;
    }
    if (clean) {
        fclose(f);
        f = clean;
    } else if (ok && ftruncate(fileno(f), whole)) {
        fprintf(stderr, "entente: cannot cut %s to whole lines: %s\n", j->output, strerror(errno));
        ok = false;
    }
    ok = ok && clean_letters(j, f);
    if (ok && fseeko(f, 0, SEEK_END) == 0) /* between reading and writing a stream wants to be set */
        return f;
    fclose(f);
    return NULL;
}

static void forget(journal *j)
{
    free(j->path);
    free(j->output);
    free(j->dead);
    free(j->lines.places);
    free(j);
}

/* Where a link leads, so that what takes the place of a file takes that of the file. */
static char *behind_links(const char *path)
{
    char *real = realpath(path, NULL);
    return real ? real : strdup(path);
}

journal *journal_open(const char *output, const char *dead, bool resume, bool texts, FILE **out)
{
    journal *j = calloc(1, sizeof *j);
    FILE *f = NULL;
    if (!j)
        return NULL;
    j->resumed = resume;
    j->texts = texts;
    j->output = behind_links(output);
    j->dead = behind_links(dead);
    if (!j->output || !j->dead || asprintf(&j->path, "%s.journal", output) < 0)
        goto fail;
    if (!dead_is_ours(dead) || !(f = take_output(j->output, output)) || !map_record(j, resume) || (resume && !(f = clean_output(j, f))))
        goto fail;
    if (!resume && ftruncate(fileno(f), 0)) {
        fprintf(stderr, "entente: cannot empty %s: %s\n", output, strerror(errno));
        goto fail;
    }
    if (!resume)
        unlink(j->dead);
    learn_suspects(j);
    note_faults(j->record);
    *out = f;
    return j;
fail:
    if (f)
        fclose(f);
    if (j->record)
        munmap(j->record, sizeof *j->record);
    if (j->made)
        unlink(j->path);
    forget(j);
    return NULL;
}

journal_advice journal_ask(const journal *j, const char *id)
{
    XXH128_hash_t h = hash(j, id);
    if (is_final(j, h))
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

bool journal_close(journal *j, FILE *out, bool stopped, uint64_t *failed)
{
    bool suspected = false, ok = fflush(out) == 0;
    faulting = NULL;
    if (ok && j->resumed) {
        out = clean_output(j, out);
        ok = out != NULL;
        for (size_t i = 0; ok && i < j->lines.capacity; i++)
            *failed += (j->lines.places[i].flags & FAILED) != 0;
    }
    for (size_t k = 0; k < JOURNAL_PLACES; k++) {
        j->record->in_work[k].busy = 0; /* it was given up in order */
        suspected |= j->record->suspects[k].busy && !is_final(j, j->record->suspects[k].id);
    }
    munmap(j->record, sizeof *j->record);
    if (!stopped || !suspected)
        unlink(j->path);
    ok = (!out || fclose(out) == 0) && ok;
    forget(j);
    return ok;
}
