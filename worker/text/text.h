/* SPDX-License-Identifier: MIT */
/* Raw bytes to text: valid UTF-8 in NFC, white space folded, lines known, each character's place in the raw input kept. */
#ifndef ENTENTE_TEXT_H
#define ENTENTE_TEXT_H

#include "arena.h"
#include "article.h"
#include "status.h"

/* A range of bytes of the decoded text. */
typedef struct view {
    uint32_t start, end;
} view;

/* From `text` on, decoded bytes stand for raw bytes from `raw` on: one to one, or as a whole for [raw, raw_end). */
typedef struct text_segment {
    uint32_t text, raw, raw_end;
    bool exact;
} text_segment;

typedef struct text_line {
    uint32_t start, end;
    uint32_t blank_before; /* blank lines above it */
    uint32_t indent;       /* white space before it */
    uint32_t heading;      /* its level, 1 to 6, where Markdown marks it as one; 0 elsewhere */
} text_line;

/* Lines are parted by exactly one '\n', words by exactly one ' '; joining two lines turns the '\n' into ' '. */
typedef struct text {
    char *data; /* ended by a NUL */
    uint32_t length;
    text_segment *segments;
    uint32_t segment_count;
    text_line *lines;
    uint32_t line_count;
    entente_warning *warnings;
    uint32_t warning_count;
} text;

/* UTF-8 (with or without BOM), UTF-16 with BOM; broken sequences read as Windows-1252, HTML entities decoded,
 * Markdown's marks (in UTF-8) and control characters dropped, NFC (Unicode Standard Annex 15) by utf8proc. Linear in `length`.
 * ENTENTE_EMPTY: nothing but white space. ENTENTE_NOT_TEXT: over a twentieth control bytes. ENTENTE_LIMIT: arena full. */
ENTENTE_MUST_CHECK entente_status text_decode(const char *raw, uint32_t length, arena *a, text *out);

/* The raw range that a decoded range stands for. */
entente_span text_raw_span(const text *t, uint32_t start, uint32_t end);

/* Adds a warning; silently full at ENTENTE_LIMIT_WARNINGS. `code` is a static string. */
void text_warn(text *t, const char *code, entente_span span);

#endif
