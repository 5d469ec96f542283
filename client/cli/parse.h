/* SPDX-License-Identifier: MIT */
/* entente parse: plain text to CoNLL-U (Universal Dependencies version 2). */
#ifndef ENTENTE_PARSE_H
#define ENTENTE_PARSE_H

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "model.h"

/* Writes the whole text as CoNLL-U, its sentences numbered on from `*number`; stops early when `*interrupted`. False with errno when memory or the output fails. */
bool parse_text(const model *m, const char *data, uint32_t length, FILE *out, uint32_t *number, const volatile sig_atomic_t *interrupted);

#endif
