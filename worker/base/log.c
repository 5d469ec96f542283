/* SPDX-License-Identifier: MIT */
#include "log.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char *const names[] = {"error", "warning", "info", "debug"};
static log_level most = LOG_INFO;

bool log_set_level(const char *name)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0) {
            most = (log_level)i;
            return true;
        }
    return false;
}

bool log_wants(log_level level) { return level <= most; }

void log_line(log_level level, const char *fields, ...)
{
    char line[1024];
    if (level > most)
        return;
    size_t n = (size_t)snprintf(line, sizeof line, "level=%s ", names[level]);
    va_list list;
    va_start(list, fields);
    int more = vsnprintf(line + n, sizeof line - n - 1, fields, list);
    va_end(list);
    if (more < 0)
        return;
    n += (size_t)more < sizeof line - n - 1 ? (size_t)more : sizeof line - n - 2;
    line[n++] = '\n';
    ssize_t written = write(STDERR_FILENO, line, n); /* unbuffered: threads' lines must not mix */
    (void)written;
}

const char *log_value(const char *text, char *out, size_t size)
{
    size_t n = 0;
    for (; n + 1 < size && text[n]; n++)
        out[n] = text[n] < 33 || text[n] > 126 || text[n] == '"' || text[n] == '=' ? '?' : text[n];
    out[n] = '\0';
    return out;
}
