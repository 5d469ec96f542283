/* SPDX-License-Identifier: MIT */
/* Tags and trees: the network of network.h in whole numbers, the same on every machine. */
#ifndef ENTENTE_READER_H
#define ENTENTE_READER_H

#include "language.h"
#include "model.h"

/* A reader is a model with the room to run it, one a thread. Three quarters of it are the products of the words met last. */
enum { READER_BYTES = 10 << 20 /* at most */ };

/* NULL when out of memory. The model must outlive it. */
reader *reader_new(const model *m);
void reader_free(reader *r);
const model *reader_model(const reader *r);

/* Sets upos and xpos of at most ENTENTE_LIMIT_SENTENCE_TOKENS tokens; with `tree` their head and relation too. Linear in `count`. */
void reader_read(reader *r, const char *data, token *tokens, uint32_t count, bool tree);

#endif
