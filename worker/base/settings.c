/* SPDX-License-Identifier: MIT */
#include "settings.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SETTINGS_MOST = 32 };

extern char **environ;

static bool set(const setting *s, const char *text, const char *program, const char *from)
{
    if (s->type == SETTING_FLAG) {
        *(bool *)s->value = !text || (strcmp(text, "0") != 0 && strcmp(text, "") != 0 && strcmp(text, "false") != 0);
    } else if (s->type == SETTING_STRING) {
        *(const char **)s->value = text;
    } else if (s->type == SETTING_STRINGS) {
        setting_strings *list = s->value;
        if (list->count == SETTING_STRINGS_MOST) {
            fprintf(stderr, "%s: %s is given more than %d times\n", program, from, SETTING_STRINGS_MOST);
            return false;
        }
        list->items[list->count++] = text;
    } else {
        char *end;
        errno = 0;
        unsigned long long n = strtoull(text, &end, 10);
        if (!isdigit((unsigned char)*text) || *end || errno || n < s->least || n > s->most) {
            fprintf(stderr, "%s: %s takes a number from %llu to %llu, not '%s'\n", program, from, (unsigned long long)s->least,
                    (unsigned long long)s->most, text);
            return false;
        }
        *(uint64_t *)s->value = n;
    }
    return true;
}

static void variable_name(const setting *s, char out[64])
{
    size_t n = (size_t)snprintf(out, 64, "ENTENTE_%s", s->name);
    for (size_t i = 0; i < n && i < 63; i++)
        out[i] = out[i] == '-' ? '_' : (char)toupper((unsigned char)out[i]);
}

/* Variables of either program, and of the tests: one environment serves all of them. A new setting is added here too. */
static const char *const elsewhere[] = {"BIN", "SHARED", "SANITIZE", "FAULTS_BIN", "CONNECT", "OUTPUT", "FORMAT", "UNTIL", "KEEP_REMOVED", "EXPLAIN", "RESUME", "SHARD", "WAIT", "QUIET", "LIMITS", "BIND",
                                        "THREADS", "ARTICLE_BYTES", "CPU_SECONDS", "MEMORY_MB", "DRAIN_SECONDS", "MODEL", "CLUTTER", "METRICS", "LOG_LEVEL", "UNSUPERVISED", "UNCONFINED", "KEY", "ALLOW", "SERVER_KEY"};

/* A setting that is misspelt must not be taken for one that is made. */
static bool check_environment(const setting *table, size_t count, const char *program)
{
    for (char **p = environ; *p; p++) {
        size_t n = strncmp(*p, "ENTENTE_", 8) == 0 ? strcspn(*p, "=") : 0;
        bool known = n == 0;
        char name[64];
        for (size_t i = 0; i < count && !known; i++) {
            variable_name(&table[i], name);
            known = strlen(name) == n && strncmp(*p, name, n) == 0;
        }
        for (size_t i = 0; i < sizeof elsewhere / sizeof *elsewhere && !known; i++)
            known = strlen(elsewhere[i]) == n - 8 && strncmp(*p + 8, elsewhere[i], n - 8) == 0;
        if (!known) {
            fprintf(stderr, "%s: there is no setting %.*s; see %s --help, or unset it\n", program, (int)(n < 100 ? n : 100), *p, program);
            return false;
        }
    }
    return true;
}

static bool read_environment(const setting *table, size_t count, const char *program)
{
    char name[64];
    for (size_t i = 0; i < count; i++) {
        variable_name(&table[i], name);
        char *text = getenv(name);
        if (!text || !*text)
            continue;
        if (table[i].type == SETTING_STRINGS) {
            static char copy[8192]; /* a list in one variable is parted by spaces or commas */
            snprintf(copy, sizeof copy, "%s", text);
            for (char *p = strtok(copy, " ,"); p; p = strtok(NULL, " ,"))
                if (!set(&table[i], p, program, name))
                    return false;
        } else if (!set(&table[i], text, program, name)) {
            return false;
        }
    }
    return true;
}

bool settings_read(const setting *table, size_t count, int argc, char **argv, const char *program, int *first)
{
    for (int fd = 0; fd < 3; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", O_RDWR) < 0)
            return false;
    struct option options[SETTINGS_MOST + 1] = {0};
    char letters[2 * SETTINGS_MOST + 2] = ":";
    size_t n = 1;
    for (size_t i = 0; i < count && i < SETTINGS_MOST; i++) {
        bool flag = table[i].type == SETTING_FLAG;
        options[i] = (struct option){table[i].name, flag ? no_argument : required_argument, NULL, 256 + (int)i};
        if (table[i].letter) {
            letters[n++] = table[i].letter;
            if (!flag)
                letters[n++] = ':';
        }
    }
    if (!check_environment(table, count, program) || !read_environment(table, count, program))
        return false;
    bool given[SETTINGS_MOST] = {false};
    optind = 1;
    opterr = 0;
    for (int c; (c = getopt_long(argc, argv, letters, options, NULL)) != -1;) {
        if (c == '?' || c == ':') {
            fprintf(stderr, "%s: %s '%s'; see %s --help\n", program, c == ':' ? "an argument is missing after" : "there is no option",
                    argv[optind - 1], program);
            return false;
        }
        size_t i = c >= 256 ? (size_t)c - 256 : 0;
        while (c < 256 && table[i].letter != c)
            i++;
        if (table[i].type == SETTING_STRINGS && !given[i])
            ((setting_strings *)table[i].value)->count = 0; /* an argument stands above the environment */
        given[i] = true;
        char from[80];
        snprintf(from, sizeof from, "--%s", table[i].name);
        if (!set(&table[i], optarg, program, from))
            return false;
    }
    *first = optind;
    return true;
}

void settings_help(const setting *table, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char left[64], letter[8] = "";
        if (table[i].letter)
            snprintf(letter, sizeof letter, "-%c, ", table[i].letter);
        snprintf(left, sizeof left, "  %s--%s%s%s", letter, table[i].name, table[i].argument ? " " : "", table[i].argument ? table[i].argument : "");
        printf("%-30s %s", left, table[i].help);
        if (table[i].type == SETTING_NUMBER)
            printf(" (%llu)", (unsigned long long)*(uint64_t *)table[i].value);
        putchar('\n');
    }
}
