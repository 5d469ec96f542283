/* SPDX-License-Identifier: MIT */
/* The worker's log: lines of logfmt on standard error, from any thread, each in one write. Never text of articles. */
#ifndef ENTENTE_LOG_H
#define ENTENTE_LOG_H

#include <stdbool.h>
#include <stddef.h>

typedef enum log_level { LOG_ERROR, LOG_WARNING, LOG_INFO, LOG_DEBUG } log_level;

/* Lines above this level are not written; LOG_INFO until it is set. Not while other threads log. False: no such level. */
bool log_set_level(const char *name);
/* Whether lines of a level are written: where making them up costs something. */
bool log_wants(log_level level);
/* Writes "level=... " and the fields, as of printf, cut at 1 KB. */
void log_line(log_level level, const char *fields, ...) __attribute__((format(printf, 2, 3)));
/* What a stranger chose, made fit to be a value: nothing in it ends the field or the line. Cut to `size`, with its NUL. */
const char *log_value(const char *text, char *out, size_t size);

#endif
