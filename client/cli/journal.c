/* SPDX-License-Identifier: MIT */
#include "journal.h"

#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#define JOURNAL_MAGIC "ENTENTEJ"

typedef struct place {
    XXH128_hash_t id;
    uint32_t busy, crashes; /* crashes: how many it was in work at; kept when the article is free again and not answered */
    uint32_t alone, unused;
} place;

/* The mapped file. */
typedef struct record {
    char magic[8];
    uint64_t places;
    place in_work[JOURNAL_PLACES], suspects[JOURNAL_PLACES];
} record;

struct journal {
    char *path;
    record *record;
    XXH128_hash_t *answered; /* open addressing; {0, 0} is free */
    size_t answered_count, answered_capacity;
};

static bool same(XXH128_hash_t a, XXH128_hash_t b)
{
    return a.low64 == b.low64 && a.high64 == b.high64;
}

static XXH128_hash_t hash(const char *id)
{
    XXH128_hash_t h = XXH3_128bits(id, strlen(id));
    h.low64 |= h.low64 == 0 && h.high64 == 0;
    return h;
}

static bool find_answered(const journal *j, XXH128_hash_t h, size_t *at)
{
    size_t i = h.low64 & (j->answered_capacity - 1);
    for (; j->answered[i].low64 | j->answered[i].high64; i = (i + 1) & (j->answered_capacity - 1))
        if (same(j->answered[i], h))
            return *at = i, true;
    return *at = i, false;
}

static bool note_answered(journal *j, XXH128_hash_t h)
{
    size_t at;
    if ((j->answered_count + 1) * 4 > j->answered_capacity * 3) {
        journal wider = {.answered_capacity = j->answered_capacity ? 2 * j->answered_capacity : 4096};
        wider.answered = calloc(wider.answered_capacity, sizeof *wider.answered);
        if (!wider.answered)
            return false;
        for (size_t i = 0; i < j->answered_capacity; i++)
            if ((j->answered[i].low64 | j->answered[i].high64) && !find_answered(&wider, j->answered[i], &at))
                wider.answered[at] = j->answered[i];
        free(j->answered);
        j->answered = wider.answered;
        j->answered_capacity = wider.answered_capacity;
    }
    if (!find_answered(j, h, &at)) {
        j->answered[at] = h;
        j->answered_count++;
    }
    return true;
}

/* The id that a line of the output starts with: {"id":"...", as a C string to be freed; NULL where it does not. */
static char *id_of_line(const char *line, size_t length)
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
    return out;
}

/* Reads the answered ids; `*whole` becomes the length up to the end of the last whole line. */
static bool read_output(journal *j, FILE *f, const char *path, off_t *whole)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t n;
    bool ok = true;
    *whole = 0;
    while (ok && (n = getline(&line, &room, f)) > 0 && line[n - 1] == '\n') {
        char *id = id_of_line(line, (size_t)n);
        if (!id) {
            fprintf(stderr, "entente: %s: the line at byte %lld is not an answer of entente batch; choose another --output\n", path, (long long)*whole);
            ok = false;
        } else if (!note_answered(j, hash(id))) {
            fputs("entente: out of memory for the ids answered before\n", stderr);
            ok = false;
        }
        free(id);
        *whole += n;
    }
    free(line);
    return ok;
}

/* Articles that were in work when the last run was killed become suspects. */
static void learn_suspects(journal *j)
{
    record *r = j->record;
    for (size_t i = 0; i < JOURNAL_PLACES; i++) {
        place *p = &r->in_work[i];
        if (!p->busy)
            continue;
        place *to = NULL;
        for (size_t k = 0; k < JOURNAL_PLACES; k++)
            if (r->suspects[k].busy && same(r->suspects[k].id, p->id)) {
                to = &r->suspects[k];
                break;
            } else if (!r->suspects[k].busy && !to) {
                to = &r->suspects[k];
            }
        if (to) {
            if (!to->busy)
                *to = (place){.id = p->id, .busy = 1};
            to->crashes = p->alone ? to->crashes + 1 : to->crashes ? to->crashes : 1;
        }
        p->busy = 0;
    }
}

static bool map_record(journal *j, bool resume)
{
    int fd = open(j->path, O_RDWR | O_CREAT | O_CLOEXEC | (resume ? 0 : O_TRUNC), 0600);
    struct stat st;
    bool known = fd >= 0 && fstat(fd, &st) == 0 && st.st_size == sizeof *j->record;
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
    }
    learn_suspects(j);
    return true;
}

journal *journal_open(const char *output, bool resume, FILE **out)
{
    journal *j = calloc(1, sizeof *j);
    FILE *f = NULL;
    off_t whole = 0;
    if (!j || asprintf(&j->path, "%s.journal", output) < 0)
        goto fail;
    f = fopen(output, resume ? "a+" : "w");
    if (!f) {
        fprintf(stderr, "entente: cannot write %s: %s\n", output, strerror(errno));
        goto fail;
    }
    rewind(f);
    if (!note_answered(j, hash("")) || (resume && !read_output(j, f, output, &whole)))
        goto fail;
    if (resume && (ftruncate(fileno(f), whole) || fseeko(f, 0, SEEK_END))) {
        fprintf(stderr, "entente: cannot cut %s to whole lines: %s\n", output, strerror(errno));
        goto fail;
    }
    if (!map_record(j, resume))
        goto fail;
    *out = f;
    return j;
fail:
    if (f)
        fclose(f);
    if (j) {
        free(j->path);
        free(j->answered);
        free(j);
    }
    return NULL;
}

journal_advice journal_ask(const journal *j, const char *id)
{
    XXH128_hash_t h = hash(id);
    size_t at;
    if (find_answered(j, h, &at))
        return JOURNAL_ANSWERED;
    for (size_t k = 0; k < JOURNAL_PLACES && j->record->suspects[k].busy; k++)
        if (same(j->record->suspects[k].id, h))
            return j->record->suspects[k].crashes >= JOURNAL_CRASHES ? JOURNAL_POISON : JOURNAL_ALONE;
    return JOURNAL_NEW;
}

void journal_begun(journal *j, uint64_t at, const char *id, bool alone)
{
    j->record->in_work[at] = (place){.id = hash(id), .alone = alone, .busy = 1};
}

void journal_ended(journal *j, uint64_t at)
{
    j->record->in_work[at].busy = 0;
}

uint64_t journal_answered_before(const journal *j)
{
    return j->answered_count - 1; /* one is there to make the table */
}

void journal_close(journal *j)
{
    if (!j)
        return;
    munmap(j->record, sizeof *j->record);
    unlink(j->path);
    free(j->path);
    free(j->answered);
    free(j);
}
