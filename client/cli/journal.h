/* SPDX-License-Identifier: MIT */
/* What a batch needs to go on after it was killed: which ids the output answers already, and (in FILE.journal beside it, mapped,
 * so that a kill leaves it true) which articles were in work in this process. One in work at three crashes is not tried again: the
 * first time it was one of many, so the second and third time it runs alone. */
#ifndef ENTENTE_JOURNAL_H
#define ENTENTE_JOURNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

typedef struct journal journal;

typedef enum journal_advice { JOURNAL_NEW, JOURNAL_ANSWERED, JOURNAL_ALONE, JOURNAL_POISON } journal_advice;

enum { JOURNAL_PLACES = 1024, JOURNAL_CRASHES = 3 };

/* Reads what `output` answers already, cuts off a last half line and leaves the stream at its end; an output that is not there is
 * a new one. Without `resume` the output is emptied. Prints one line on stderr and returns NULL when that cannot be done. */
journal *journal_open(const char *output, bool resume, FILE **out);
journal_advice journal_ask(const journal *j, const char *id);
/* `place` is below JOURNAL_PLACES and free. */
void journal_begun(journal *j, uint64_t place, const char *id, bool alone);
void journal_ended(journal *j, uint64_t place);
uint64_t journal_answered_before(const journal *j);
/* Removes the file when the batch came to its end or was stopped in order. NULL is nothing. */
void journal_close(journal *j);

#endif
