/* SPDX-License-Identifier: MIT */
#include "keys.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zmq.h>

/* The key on a line that starts with `kind`; false where it is none. */
static bool key_of_line(const char *line, const char *kind, char out[KEY_TEXT + 1])
{
    uint8_t binary[32];
    size_t n = strlen(kind);
    if (strncmp(line, kind, n) != 0 || line[n] != ' ')
        return false;
    line += n + 1;
    n = strcspn(line, " \t\r\n");
    if (n != KEY_TEXT)
        return false;
    memcpy(out, line, KEY_TEXT);
    out[KEY_TEXT] = '\0';
    return zmq_z85_decode(binary, out) != NULL;
}

static FILE *open_keys(const char *path, bool secret, char message[KEY_MESSAGE])
{
    struct stat st;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    FILE *f = fd >= 0 ? fdopen(fd, "r") : NULL;
    if (!f || fstat(fd, &st)) {
        snprintf(message, KEY_MESSAGE, "%.200s: %s; make keys with entente keygen NAME", path, strerror(errno));
    } else if (secret && (st.st_mode & 077)) {
        snprintf(message, KEY_MESSAGE, "%.200s: others can read this secret key; chmod 600 it", path);
    } else {
        return f;
    }
    if (f)
        fclose(f);
    else if (fd >= 0)
        close(fd);
    return NULL;
}

bool keys_read(const char *path, bool want_secret, key_pair *out, char message[KEY_MESSAGE])
{
    key_pair pair = {"", ""};
    char line[256];
    FILE *f = open_keys(path, want_secret, message);
    if (!f)
        return false;
    while (fgets(line, sizeof line, f)) {
        (void)key_of_line(line, "public", pair.public_key);
        (void)key_of_line(line, "secret", pair.secret_key);
    }
    fclose(f);
    if (!*pair.public_key || (want_secret && !*pair.secret_key)) {
        snprintf(message, KEY_MESSAGE, "%.200s: holds no %s; make keys with entente keygen NAME", path, want_secret ? "pair of keys" : "public key");
        return false;
    }
    *out = pair;
    return true;
}

bool keys_read_allowed(const char *path, char (**keys)[KEY_TEXT + 1], size_t *count, char message[KEY_MESSAGE])
{
    char line[256];
    size_t n = 0, number = 0;
    FILE *f = open_keys(path, false, message);
    char(*list)[KEY_TEXT + 1] = f ? calloc(KEYS_ALLOWED_MOST, sizeof *list) : NULL;
    bool ok = list != NULL;
    while (ok && fgets(line, sizeof line, f)) {
        number++;
        if (*line == '#' || strspn(line, " \t\r\n") == strlen(line))
            continue;
        ok = n < KEYS_ALLOWED_MOST && key_of_line(line, "public", list[n++]);
        if (!ok)
            snprintf(message, KEY_MESSAGE, "%.200s:%zu: not 'public KEY' as in the .pub files of entente keygen, or over %d keys", path, number, KEYS_ALLOWED_MOST);
    }
    if (f)
        fclose(f);
    if (ok && !n) {
        snprintf(message, KEY_MESSAGE, "%.200s: holds no key, so nobody could connect", path);
        ok = false;
    }
    if (!ok) {
        free(list);
        return false;
    }
    *keys = list;
    *count = n;
    return true;
}

static bool write_new(const char *path, mode_t mode, const key_pair *pair, char message[KEY_MESSAGE])
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    FILE *f = fd >= 0 ? fdopen(fd, "w") : NULL;
    bool ok = f != NULL;
    if (ok) {
        fprintf(f, "public %s\n", pair->public_key);
        if (*pair->secret_key)
            fprintf(f, "secret %s\n", pair->secret_key);
        ok = fclose(f) == 0;
    }
    if (!ok)
        snprintf(message, KEY_MESSAGE, "%.200s: %s", path, strerror(errno));
    return ok;
}

bool keys_make(const char *name, char message[KEY_MESSAGE])
{
    key_pair pair = {"", ""};
    char path[512];
    if (zmq_curve_keypair(pair.public_key, pair.secret_key) || snprintf(path, sizeof path, "%.480s.key", name) < 0) {
        snprintf(message, KEY_MESSAGE, "this libzmq has no CURVE: %s", zmq_strerror(errno));
        return false;
    }
    if (!write_new(path, 0600, &pair, message))
        return false;
    pair.secret_key[0] = '\0';
    snprintf(path, sizeof path, "%.480s.pub", name);
    return write_new(path, 0644, &pair, message);
}
