/* SPDX-License-Identifier: MIT */
/* Articles from files, folders, JSON Lines and standard input, one at a time. */
#ifndef ENTENTE_INPUT_H
#define ENTENTE_INPUT_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "status.h"

typedef struct input input;

/* An article, or why there is none; with its text too where only the id was wrong. Valid until the next call. */
typedef struct input_item {
    const char *id, *text;
    size_t length;
    entente_status status; /* ENTENTE_OK, or the error; then `message` names file and line and says what to do */
    const char *message;
} input_item;

/* `paths` is borrowed; none means standard input. A read that a signal breaks off goes on unless `*stop` is set, which ends
 * the input. NULL when out of memory. */
input *input_open(const char *const *paths, size_t count, uint64_t article_bytes, const volatile sig_atomic_t *stop);
/* Leaves one file out wherever it turns up: the output, which must not be read back. */
void input_exclude(input *in, uint64_t device, uint64_t inode);
/* Called every few milliseconds while a pipe or a terminal has nothing to read yet. */
void input_while_waiting(input *in, void (*waiting)(void *), void *argument);
/* False at the end. */
bool input_next(input *in, input_item *item);
/* Files that were neither articles nor JSON Lines; bytes read so far; bytes in all, or 0 where not known. */
uint64_t input_skipped(const input *in);
uint64_t input_bytes_read(const input *in);
uint64_t input_bytes_total(const input *in);
void input_close(input *in);

#endif
