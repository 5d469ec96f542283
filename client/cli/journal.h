/* SPDX-License-Identifier: MIT */
/* What a batch needs to go on after it was killed: which ids the output answers already, which of them failed for good, and (in
 * FILE.journal beside it, mapped, so that a kill leaves it true) which articles were in work in this process. One in work when the
 * process crashed is tried alone; when that crashes it too, again and again, it is not tried any more. A kill from outside counts
 * half, for whoever kills it may do so for other reasons. */
#ifndef ENTENTE_JOURNAL_H
#define ENTENTE_JOURNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

typedef struct journal journal;

typedef enum journal_advice { JOURNAL_NEW, JOURNAL_ANSWERED, JOURNAL_ALONE, JOURNAL_POISON } journal_advice;

enum { JOURNAL_PLACES = 1024, JOURNAL_CRASH = 2, JOURNAL_KILL = 1, JOURNAL_POISONED = 6 /* three crashes, or six kills */ };

/* Takes `output` for this batch alone until it is closed; an output that is not there is a new one. Without `resume` it is emptied, and
 * `dead` (the dead letters of the run before) removed. With it, a last half line is cut off, and what failed for no fault of the article
 * (no worker, no file, too large for the limit of then) may be tried again: the line that is written then takes the place of the old
 * one when the journal is closed, or when it is opened after a kill. `texts`: lines that hold but an id and a text are answers (--until text).
 * Prints one line on stderr and returns NULL when that cannot be done; no file is lost then. */
journal *journal_open(const char *output, const char *dead, bool resume, bool texts, FILE **out);
journal_advice journal_ask(const journal *j, const char *id);
/* `place` is below JOURNAL_PLACES and free. */
void journal_begun(journal *j, uint64_t place, const char *id, bool alone);
void journal_ended(journal *j, uint64_t place);
/* Of the output when it was opened: articles that are not tried again, and those of them that failed. */
uint64_t journal_answered_before(const journal *j);
uint64_t journal_failed_before(const journal *j);
/* At the end, or when the batch was stopped in order: leaves one line for each article in the output, which it closes, and one letter for each
 * that failed; `*failed` becomes their number after a resume. Removes the journal, unless a stop left something to be suspected. False when
 * that could not be written. */
bool journal_close(journal *j, FILE *out, bool stopped, uint64_t *failed);

#endif
