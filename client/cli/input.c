/* SPDX-License-Identifier: MIT */
#include "input.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utf8proc.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "limit_table.h"

enum { BUFFER = 1 << 16, DEPTH_MOST = 64, WAIT_MS = 20 };

typedef struct folder {
    struct dirent **names;
    int count, at;
    char *path;
} folder;

struct input {
    const char *const *paths;
    size_t count, at;
    uint64_t article_bytes, skipped, read, total;
    folder folders[DEPTH_MOST];
    int depth;
    /* the JSON Lines file being read */
    int lines;
    bool lines_open;
    int lines_error;
    const volatile sig_atomic_t *stop;
    char *lines_name, buffer[BUFFER];
    size_t buffered, taken;
    uint64_t line_number;
    char *text; /* a line, or a whole article */
    size_t length, capacity;
    json_t *json;
    char *id, message[1024];
    uint64_t excluded_device, excluded_inode, ordinal;
    void (*waiting)(void *);
    void *waiting_argument;
    uint64_t *seen, seed; /* hashes of ids, open addressing; the seed at random: nobody can make two ids that pass for one */
    size_t seen_count, seen_capacity;
};

void input_exclude(input *in, uint64_t device, uint64_t inode)
{
    in->excluded_device = device;
    in->excluded_inode = inode;
}

input *input_open(const char *const *paths, size_t count, uint64_t article_bytes, const volatile sig_atomic_t *stop)
{
    static const char *const standard[] = {"-"};
    input *in = calloc(1, sizeof *in);
    if (!in)
        return NULL;
    in->paths = count ? paths : standard;
    in->count = count ? count : 1;
    in->article_bytes = article_bytes;
    in->stop = stop;
    if (getrandom(&in->seed, sizeof in->seed, GRND_NONBLOCK) < 0)
        in->seed = (uint64_t)getpid();
    for (size_t i = 0; i < in->count; i++) {
        struct stat st;
        if (stat(in->paths[i], &st) == 0 && S_ISREG(st.st_mode)) {
            in->total += (uint64_t)st.st_size;
        } else {
            in->total = 0;
            break;
        }
    }
    return in;
}

/* Bytes that are no UTF-8, as a path may have them and as a cut leaves them, become question marks. */
static void make_utf8(char *s)
{
    for (size_t i = 0, n = strlen(s); i < n;) {
        utf8proc_int32_t code;
        utf8proc_ssize_t k = utf8proc_iterate((const utf8proc_uint8_t *)s + i, (utf8proc_ssize_t)(n - i), &code);
        if (k <= 0)
            s[i] = '?';
        i += k > 0 ? (size_t)k : 1;
    }
}

static bool fail(input *in, input_item *item, entente_status status, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    vsnprintf(in->message, sizeof in->message, format, list);
    va_end(list);
    make_utf8(in->message);
    *item = (input_item){.id = in->id, .status = status, .message = in->message};
    return true;
}

/* A path need not be UTF-8: bytes that are not stand as %FF in the id. */
static bool set_id(input *in, const char *id)
{
    size_t n = strlen(id), at = 0;
    char *copy = malloc(n * 3 + 1);
    for (size_t i = 0; copy && i < n;) {
        utf8proc_int32_t code;
        utf8proc_ssize_t k = utf8proc_iterate((const utf8proc_uint8_t *)id + i, (utf8proc_ssize_t)(n - i), &code);
        if (k > 0) {
            memcpy(copy + at, id + i, (size_t)k);
            at += (size_t)k;
            i += (size_t)k;
        } else {
            at += (size_t)sprintf(copy + at, "%%%02X", (unsigned char)id[i++]);
        }
    }
    if (copy)
        copy[at] = '\0';
    free(in->id);
    in->id = copy;
    return copy != NULL;
}

static bool put_hash(uint64_t *table, size_t capacity, uint64_t h)
{
    size_t i = h & (capacity - 1);
    for (; table[i]; i = (i + 1) & (capacity - 1))
        if (table[i] == h)
            return false;
    table[i] = h;
    return true;
}

/* True when the id was answered before in this run. */
static bool seen_before(input *in, const char *id)
{
    if ((in->seen_count + 1) * 10 > in->seen_capacity * 6) {
        size_t wider = in->seen_capacity ? in->seen_capacity * 2 : 1024;
        uint64_t *table = calloc(wider, sizeof *table);
        if (table) {
            for (size_t i = 0; i < in->seen_capacity; i++)
                if (in->seen[i])
                    (void)put_hash(table, wider, in->seen[i]);
            free(in->seen);
            in->seen = table;
            in->seen_capacity = wider;
        } else if (in->seen_count + 1 >= in->seen_capacity) {
            return false;
        }
    }
    uint64_t h = XXH3_64bits_withSeed(id, strlen(id), in->seed);
    bool fresh = put_hash(in->seen, in->seen_capacity, h ? h : 1);
    in->seen_count += fresh;
    return !fresh;
}

/* An id for what has none of its own, or one that is taken or too long: `base` (cut, with its hash, when it is long), the file and the place in it; not used before. */
static bool make_id(input *in, const char *base, const char *file, uint64_t place)
{
    enum { WHOLE = 1000, CUT = 200 }; /* bytes */
    const char *parts[] = {base, file};
    char id[2 * WHOLE + 96];
    size_t n = 0;
    for (int i = 0; i < 2; i++) {
        if (!parts[i])
            continue;
        bool whole = strlen(parts[i]) <= WHOLE;
        n += (size_t)snprintf(id + n, sizeof id - n, "%s%.*s", n ? "#" : "", whole ? WHOLE : CUT, parts[i]);
        if (!whole)
            n += (size_t)snprintf(id + n, sizeof id - n, "...%016llx", (unsigned long long)XXH3_64bits(parts[i], strlen(parts[i])));
    }
    n += (size_t)snprintf(id + n, sizeof id - n, "#%llu", (unsigned long long)place);
    bool fresh = false;
    for (unsigned again = 2; !fresh; again++) {
        if (!set_id(in, id))
            return false;
        fresh = !seen_before(in, in->id);
        snprintf(id + n, sizeof id - n, ".%u", again);
    }
    return true;
}

/* Takes the id for this article, before anything can fail for it; false, with the error in `item`, when it is not to be had. */
static bool claim_id(input *in, input_item *item, const char *file, uint64_t place)
{
    bool fits = strlen(in->id) <= ENTENTE_LIMIT_ID_BYTES;
    if (fits && !seen_before(in, in->id))
        return true;
    char *base = strdup(in->id);
    if (!base || !make_id(in, base, file, place))
        *item = (input_item){.id = "?", .status = ENTENTE_NO_MEMORY, .message = "out of memory for an id"};
    else if (fits)
        fail(in, item, ENTENTE_DUPLICATE_ID, "%.300s%s%llu: the id '%.300s' was used before in this batch; the first article with it is answered", file ? file : "input ", file ? "#" : "", (unsigned long long)place, base);
    else
        fail(in, item, ENTENTE_LIMIT, "%.300s%s%llu: the id is longer than %d bytes; shorten it", file ? file : "input ", file ? "#" : "", (unsigned long long)place, ENTENTE_LIMIT_ID_BYTES);
    free(base);
    return false;
}

static bool deliver(input *in, input_item *item, const char *text, size_t length)
{
    *item = (input_item){.id = in->id, .text = text, .length = length, .status = ENTENTE_OK};
    return true;
}

static bool keep(input *in, const char *data, size_t n)
{
    if (in->capacity - in->length < n + 1) {
        size_t wider = (in->length + n + 1) * 2;
        char *p = realloc(in->text, wider);
        if (!p)
            return false;
        in->text = p;
        in->capacity = wider;
    }
    memcpy(in->text + in->length, data, n);
    in->length += n;
    in->text[in->length] = '\0';
    return true;
}

void input_while_waiting(input *in, void (*waiting)(void *), void *argument)
{
    in->waiting = waiting;
    in->waiting_argument = argument;
}

/* Fills the buffer; what a signal broke off is tried again unless the user wants to stop. */
static ssize_t read_some(input *in, int fd)
{
    ssize_t n;
    struct pollfd ready = {fd, POLLIN, 0};
    for (int some = 0; in->waiting && some <= 0;) { /* of a file there is always something, or its end */
        some = poll(&ready, 1, WAIT_MS);
        if (*in->stop) {
            errno = EINTR;
            return -1;
        }
        if (some < 0 && errno != EINTR)
            break;
        in->waiting(in->waiting_argument);
    }
    do
        n = read(fd, in->buffer, BUFFER);
    while (n < 0 && errno == EINTR && !*in->stop);
    return n;
}

static bool fill(input *in)
{
    ssize_t n = read_some(in, in->lines);
    in->lines_error = n < 0 && !*in->stop ? errno : 0;
    in->taken = 0;
    in->buffered = n > 0 ? (size_t)n : 0;
    in->read += in->buffered;
    return n > 0;
}

/* Reads to the end of the line; past `most` bytes the rest is skipped and `*large` set. False at the end of the file. */
static bool read_line(input *in, size_t most, bool *large)
{
    in->length = 0;
    *large = false;
    bool any = false;
    for (;;) {
        if (in->taken == in->buffered && !fill(in))
            return any;
        any = true;
        char *from = in->buffer + in->taken, *end = memchr(from, '\n', in->buffered - in->taken);
        size_t n = end ? (size_t)(end - from) : in->buffered - in->taken;
        in->taken += n + (end != NULL);
        if (in->length + n > most)
            *large = true;
        else if (!keep(in, from, n))
            *large = true;
        if (end)
            return true;
    }
}

static void close_lines(input *in)
{
    if (in->lines > 0)
        close(in->lines);
    free(in->lines_name);
    in->lines_name = NULL;
    in->lines_open = false;
}

/* The next article of a JSON Lines file; false at its end. */
static bool next_line(input *in, input_item *item)
{
    bool large;
    while (read_line(in, in->article_bytes * 6 + 65536, &large)) { /* an escaped byte takes six */
        in->line_number++;
        if (in->line_number == 1 && in->length >= 3 && memcmp(in->text, "\xEF\xBB\xBF", 3) == 0) {
            memmove(in->text, in->text + 3, in->length - 2);
            in->length -= 3;
        }
        if (!large && (!in->length || strspn(in->text, " \t\r") == in->length))
            continue;
        char position[512];
        snprintf(position, sizeof position, "%.400s#%llu", in->lines_name, (unsigned long long)in->line_number);
        if (large)
            return make_id(in, NULL, in->lines_name, in->line_number) && fail(in, item, ENTENTE_TOO_LARGE, "%s: the line is larger than an article may be; raise --article-bytes or split it", position);
        json_error_t error;
        json_decref(in->json);
        in->json = json_loadb(in->text, in->length, JSON_ALLOW_NUL, &error);
        const json_t *id = json_object_get(in->json, "id"), *text = json_object_get(in->json, "text"); /* NULL of what is no object */
        bool own = json_is_number(id) || (json_is_string(id) && *json_string_value(id));
        if (!own && !make_id(in, NULL, in->lines_name, in->line_number))
            return false;
        if (in->json && !json_is_object(in->json))
            return fail(in, item, ENTENTE_BAD_JSON, "%s: the line is JSON, but not an object; each line needs {\"id\": ..., \"text\": ...}", position);
        if (!in->json)
            return fail(in, item, ENTENTE_BAD_JSON, "%s: not valid JSON at byte %d (%s); each line must be one object", position, error.position, error.text);
        char number[64];
        if (json_is_integer(id)) {
            snprintf(number, sizeof number, "%lld", (long long)json_integer_value(id));
            if (!set_id(in, number))
                return false;
        } else if (json_is_real(id)) {
            snprintf(number, sizeof number, "%.17g", json_real_value(id));
            if (!set_id(in, number))
                return false;
        } else if (own && strlen(json_string_value(id)) != json_string_length(id)) {
            return make_id(in, NULL, in->lines_name, in->line_number) && fail(in, item, ENTENTE_BAD_JSON, "%s: \"id\" holds a NUL", position);
        } else if (own) {
            if (!set_id(in, json_string_value(id)))
                return false;
        } else if (id && !json_is_null(id) && !json_is_string(id)) {
            return fail(in, item, ENTENTE_BAD_JSON, "%s: \"id\" must be a string or a number", position);
        }
        if (own && !claim_id(in, item, in->lines_name, in->line_number)) { /* with its text, so that it can be mended and sent again */
            item->text = json_is_string(text) && json_string_length(text) <= in->article_bytes ? json_string_value(text) : NULL;
            item->length = item->text ? json_string_length(text) : 0;
            return true;
        }
        if (!json_is_string(text))
            return fail(in, item, ENTENTE_NO_TEXT, "%s: no \"text\" string in the object; each line needs {\"id\": ..., \"text\": ...}", position);
        if (json_string_length(text) > in->article_bytes)
            return fail(in, item, ENTENTE_TOO_LARGE, "%s: %zu bytes, the limit is %llu; raise --article-bytes or split it", position,
                        json_string_length(text), (unsigned long long)in->article_bytes);
        return deliver(in, item, json_string_value(text), json_string_length(text));
    }
    if (!in->lines_error)
        return false;
    int why = in->lines_error;
    in->lines_error = 0;
    in->buffered = in->taken = 0;
    return make_id(in, NULL, in->lines_name, in->line_number + 1) && fail(in, item, ENTENTE_UNREADABLE, "%.400s#%llu: %s; the rest of the file was not read", in->lines_name, (unsigned long long)in->line_number + 1, strerror(why));
}

static bool start_lines(input *in, int fd, const char *name)
{
    in->lines = fd;
    in->lines_name = strdup(name);
    in->lines_open = in->lines_name != NULL;
    in->lines_error = 0;
    in->line_number = 0;
    in->buffered = in->taken = 0;
    return in->lines_open;
}

static bool has_ending(const char *name, const char *ending)
{
    size_t n = strlen(name), k = strlen(ending);
    return n > k && strcmp(name + n - k, ending) == 0;
}

static bool unreadable(input *in, input_item *item, const char *path, int why)
{
    return fail(in, item, ENTENTE_UNREADABLE, "%s: %s; check the path and its permissions", path, strerror(why));
}

/* Reads a file (or standard input) as one article. */
static bool whole_article(input *in, input_item *item, int fd, const char *path)
{
    struct stat st;
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && (uint64_t)st.st_size > in->article_bytes)
        return fail(in, item, ENTENTE_TOO_LARGE, "%s: %lld bytes, the limit is %llu; raise --article-bytes or split it", path, (long long)st.st_size, (unsigned long long)in->article_bytes);
    for (;;) {
        ssize_t n = read_some(in, fd);
        if (n < 0 && *in->stop)
            return false;
        if (n < 0)
            return unreadable(in, item, path, errno);
        if (n == 0)
            break;
        in->read += (uint64_t)n;
        if (in->length + (size_t)n > in->article_bytes || !keep(in, in->buffer, (size_t)n))
            return fail(in, item, ENTENTE_TOO_LARGE, "%s: more than %llu bytes; raise --article-bytes or split it", path, (unsigned long long)in->article_bytes);
    }
    if (in->length > in->article_bytes)
        return fail(in, item, ENTENTE_TOO_LARGE, "%s: %zu bytes, the limit is %llu; raise --article-bytes or split it", path, in->length, (unsigned long long)in->article_bytes);
    return deliver(in, item, in->text ? in->text : "", in->length);
}

/* Reads until something is no blank or nothing more comes: an open brace with a key behind it, behind a byte order mark or not, opens JSON Lines. The bytes stay in `in->text`. -1: unreadable. */
static int opens_lines(input *in, int fd)
{
    in->length = 0;
    for (;;) {
        ssize_t n = read_some(in, fd);
        if (n < 0)
            return -1;
        if (n > 0 && !keep(in, in->buffer, (size_t)n))
            return 0;
        in->read += n > 0 ? (uint64_t)n : 0;
        size_t i = in->length >= 3 && memcmp(in->text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
        while (i < in->length && strchr(" \t\r\n", in->text[i]))
            i++;
        size_t brace = i;
        for (i += i < in->length && in->text[i] == '{'; i < in->length && strchr(" \t\r\n", in->text[i]);)
            i++;
        if (brace < in->length && (in->text[brace] != '{' || i < in->length))
            return in->text[brace] == '{' && (in->text[i] == '"' || in->text[i] == '}'); /* not "{Lima} Peru and Chile" */
        if (n == 0 || in->length > in->article_bytes)
            return 0;
    }
}

/* What may be one or the other: an article as a whole, or JSON Lines. True when it gave an item at once. */
static bool look_and_open(input *in, input_item *item, int fd, const char *path)
{
    int lines = opens_lines(in, fd);
    if (lines < 0)
        return !*in->stop && (!claim_id(in, item, NULL, in->ordinal) || unreadable(in, item, fd ? path : "standard input", errno));
    if (lines && in->length <= BUFFER) {
        (void)start_lines(in, fd, path);
        in->buffered = in->length;
        memcpy(in->buffer, in->text, in->length);
        return false;
    }
    bool out = !claim_id(in, item, NULL, in->ordinal) || whole_article(in, item, fd, path);
    if (fd > 0)
        close(fd);
    return out;
}

static bool standard_input(input *in, input_item *item)
{
    if (isatty(0))
        fputs("entente: reading the article from the terminal; end it with Ctrl-D on a line of its own\n", stderr);
    return look_and_open(in, item, 0, "-");
}

/* Opens one path; true when it gave an item at once. */
static bool open_path(input *in, input_item *item, const char *path, bool in_folder)
{
    struct stat st;
    in->ordinal++;
    if (!set_id(in, path))
        return false;
    if (strcmp(path, "-") == 0 && !in_folder)
        return standard_input(in, item);
    if ((in_folder ? lstat(path, &st) : stat(path, &st)) != 0)
        return !claim_id(in, item, NULL, in->ordinal) || unreadable(in, item, path, errno);
    if (in->excluded_inode && st.st_ino == in->excluded_inode && st.st_dev == in->excluded_device) {
        in->skipped++;
        return false;
    }
    if (S_ISDIR(st.st_mode)) {
        if (in->depth == DEPTH_MOST)
            return !claim_id(in, item, NULL, in->ordinal) || fail(in, item, ENTENTE_LIMIT, "%s: folders nest deeper than %d", path, DEPTH_MOST);
        folder f = {.path = strdup(path)};
        f.count = f.path ? scandir(path, &f.names, NULL, NULL) : -1;
        if (f.count < 0) {
            int why = errno;
            free(f.path);
            return !claim_id(in, item, NULL, in->ordinal) || unreadable(in, item, path, why);
        }
        in->folders[in->depth++] = f;
        return false;
    }
    const char *base = strrchr(path, '/');
    bool article = has_ending(path, ".txt") || !strchr(base ? base + 1 : path, '.');
    if (in_folder && (!S_ISREG(st.st_mode) || !(article || has_ending(path, ".jsonl") || has_ending(path, ".ndjson")))) {
        in->skipped++;
        return false;
    }
    bool lines = has_ending(path, ".jsonl") || has_ending(path, ".ndjson") || has_ending(path, ".failed"); /* as batch writes them */
    int fd;
    do
        fd = open(path, O_RDONLY | O_CLOEXEC);
    while (fd < 0 && errno == EINTR && !*in->stop);
    if (fd < 0)
        return !*in->stop && (!claim_id(in, item, NULL, in->ordinal) || unreadable(in, item, path, errno));
    if (lines)
        return !start_lines(in, fd, path);
    if (!in_folder && (!S_ISREG(st.st_mode) || !article))
        return look_and_open(in, item, fd, path);
    in->length = 0;
    bool out = !claim_id(in, item, NULL, in->ordinal) || whole_article(in, item, fd, path);
    close(fd);
    return out;
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp((*(struct dirent *const *)a)->d_name, (*(struct dirent *const *)b)->d_name);
}

/* The next entry of the innermost folder. */
static bool next_in_folder(input *in, input_item *item)
{
    folder *f = &in->folders[in->depth - 1];
    if (f->at == 0 && f->count > 1)
        qsort(f->names, (size_t)f->count, sizeof *f->names, by_bytes);
    while (f->at < f->count) {
        const char *name = f->names[f->at++]->d_name;
        if (name[0] == '.') {
            in->skipped += strcmp(name, ".") != 0 && strcmp(name, "..") != 0;
            continue;
        }
        char *path = NULL;
        size_t n = strlen(f->path);
        if (asprintf(&path, "%s%s%s", f->path, n && f->path[n - 1] == '/' ? "" : "/", name) < 0)
            return false;
        bool out = open_path(in, item, path, true);
        free(path);
        return out;
    }
    for (int i = 0; i < f->count; i++)
        free(f->names[i]);
    free(f->names);
    free(f->path);
    in->depth--;
    return false;
}

bool input_next(input *in, input_item *item)
{
    for (;;) {
        if (in->lines_open) {
            if (next_line(in, item))
                return true;
            close_lines(in);
        } else if (in->depth) {
            if (next_in_folder(in, item))
                return true;
        } else if (in->at < in->count) {
            if (open_path(in, item, in->paths[in->at++], false))
                return true;
        } else {
            return false;
        }
    }
}

uint64_t input_skipped(const input *in)
{
    return in->skipped;
}

uint64_t input_bytes_read(const input *in)
{
    return in->read;
}

uint64_t input_bytes_total(const input *in)
{
    return in->total;
}

void input_close(input *in)
{
    if (!in)
        return;
    if (in->lines_open)
        close_lines(in);
    while (in->depth) {
        folder *f = &in->folders[--in->depth];
        for (int i = 0; i < f->count; i++)
            free(f->names[i]);
        free(f->names);
        free(f->path);
    }
    json_decref(in->json);
    free(in->text);
    free(in->id);
    free(in->seen);
    free(in);
}
