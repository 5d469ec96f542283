/* SPDX-License-Identifier: MIT */
/* A reply as JSON, as text for a terminal, and as an HTML page. */
#ifndef ENTENTE_OUTPUT_H
#define ENTENTE_OUTPUT_H

#include <stdbool.h>
#include <stdio.h>

#include "article.h"
#include "status.h"

typedef enum output_format { OUTPUT_TEXT, OUTPUT_JSON, OUTPUT_JSONL, OUTPUT_HTML } output_format;

/* One answer: the article, or NULL with the error. `raw` is what was sent (only text and HTML look at it). */
typedef struct answer {
    const char *id;
    entente_status status;
    const char *message;
    const entente_article *article;
    const char *raw;
    size_t raw_length;
} answer;

typedef struct output_style {
    output_format format;
    bool color, explain, keep_removed, text_of_failed;
    entente_stage until;
} output_style;

/* A line of text without what a terminal might act on. */
void output_visible(FILE *out, const char *s);

/* What stands before, between and after the answers; each returns false when the stream cannot be written. */
bool output_begin(FILE *out, const output_style *style);
bool output_answer(FILE *out, const output_style *style, const answer *a, bool first);
bool output_end(FILE *out, const output_style *style);

bool output_json(FILE *out, const answer *a, const output_style *style);
bool output_text(FILE *out, const answer *a, const output_style *style);
bool output_html(FILE *out, const answer *a, const output_style *style);

#endif
