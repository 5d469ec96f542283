/* SPDX-License-Identifier: MIT */
/* CURVE keys (RFC 26/CurveZMQ) in files: lines "public KEY" and "secret KEY", Z85 (RFC 32), 40 characters each. */
#ifndef ENTENTE_KEYS_H
#define ENTENTE_KEYS_H

#include <stdbool.h>
#include <stddef.h>

enum { KEY_TEXT = 40, KEYS_ALLOWED_MOST = 10000, KEY_MESSAGE = 320 };

typedef struct key_pair {
    char public_key[KEY_TEXT + 1], secret_key[KEY_TEXT + 1]; /* secret_key is empty where the file has none */
} key_pair;

/* A file with a secret key must be its owner's alone (mode 0600). False with a message that names the file and says what to do. */
bool keys_read(const char *path, bool want_secret, key_pair *out, char message[KEY_MESSAGE]);
/* A file of "public KEY" lines, as NAME.pub files put together; `*keys` is the caller's to free. */
bool keys_read_allowed(const char *path, char (**keys)[KEY_TEXT + 1], size_t *count, char message[KEY_MESSAGE]);
/* Makes a pair and writes NAME.key (0600, both keys) and NAME.pub; files that are there are not touched. */
bool keys_make(const char *name, char message[KEY_MESSAGE]);

#endif
