/* SPDX-License-Identifier: MIT */
/* One table of settings a program: flag, environment variable, range and help. It drives parsing and --help. */
#ifndef ENTENTE_SETTINGS_H
#define ENTENTE_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum setting_type { SETTING_FLAG, SETTING_NUMBER, SETTING_STRING, SETTING_STRINGS } setting_type;

enum { SETTING_STRINGS_MOST = 64 };

typedef struct setting_strings {
    const char *items[SETTING_STRINGS_MOST];
    size_t count;
} setting_strings;

typedef struct setting {
    const char *name; /* --name; ENTENTE_NAME in the environment */
    char letter;      /* -o, or 0 */
    setting_type type;
    void *value; /* bool *, uint64_t *, const char ** or setting_strings *; holds the default */
    uint64_t least, most;
    const char *argument, *help;
} setting;

/* What a program does first: standard streams that are closed become /dev/null, for their numbers would go to sockets. Reads environment, then arguments (getopt_long); `*first` becomes the index of the first plain argument.
 * Prints one line on stderr and returns false when something is wrong. */
bool settings_read(const setting *table, size_t count, int argc, char **argv, const char *program, int *first);
/* The options as lines of --help. */
void settings_help(const setting *table, size_t count);

#endif
