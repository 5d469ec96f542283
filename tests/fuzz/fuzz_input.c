/* SPDX-License-Identifier: MIT */
/* Any bytes as JSON Lines on standard input, and as a file of a caller's own clutter phrases. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "clutter.h"
#include "input.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool is_utf8(const char *s)
{
    json_t *j = json_string(s);
    json_decref(j);
    return j != NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const standard[] = {"-"};
    static int file = -1;
    volatile sig_atomic_t stop = 0;
    input_item item;
    clutter_list *list;
    char message[320];
    if (file < 0 && (file = memfd_create("input", MFD_CLOEXEC)) < 0)
        abort();
    if (ftruncate(file, 0) || pwrite(file, data, size, 0) != (ssize_t)size || lseek(file, 0, SEEK_SET) || dup2(file, 0) != 0)
        abort();
    input *in = input_open(standard, 1, 100000, &stop);
    size_t items = 0;
    while (in && input_next(in, &item)) {
        if (!item.id || strlen(item.id) > 4096 || item.length > 100000 || (item.status ? !item.message || !is_utf8(item.message) : !item.text) || !is_utf8(item.id))
            abort();
        if (++items > size + 1)
            abort();
    }
    input_close(in);
    char path[64];
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    if (clutter_open(path, &list, message) == ENTENTE_OK)
        clutter_free(list);
    return 0;
}
