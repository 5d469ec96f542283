/* SPDX-License-Identifier: MIT */
/* entente parse: sentences, words, tags, lemmas and trees of plain text as CoNLL-U. Every character of the input but white space
 * stands in a form; bytes that are no UTF-8 are shown as U+FFFD. */
#include "parse.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "lemma.h"
#include "limit_table.h"
#include "reader.h"
#include "split.h"

typedef struct printer {
    FILE *out;
    reader *r;
    const char *d;
    uint32_t length, *sentences;
    bool new_paragraph;
    token tokens[ENTENTE_LIMIT_SENTENCE_TOKENS];
} printer;

/* Valid UTF-8, white space as single spaces, control characters as U+FFFD. */
static void put_text(FILE *out, const char *p, uint32_t n)
{
    for (uint32_t i = 0; i < n;) {
        utf8proc_int32_t c;
        uint32_t space = split_space(p + i, n - i);
        utf8proc_ssize_t k = utf8proc_iterate((const utf8proc_uint8_t *)p + i, (utf8proc_ssize_t)(n - i), &c);
        if (space) {
            putc(' ', out);
            i = split_skip(p, i, n);
        } else if (k < 1 || c < ' ' || c == 0x7F) {
            fputs("\xEF\xBF\xBD", out);
            i += k < 1 ? 1 : (uint32_t)k;
        } else {
            fwrite(p + i, 1, (size_t)k, out);
            i += (uint32_t)k;
        }
    }
}

/* Writes a sentence; returns where it ended. */
static uint32_t put_sentence(printer *p, uint32_t start, uint32_t end)
{
    const model *m = reader_model(p->r);
    uint32_t n = 0, chunk[2] = {0, 0};
    for (uint32_t i = start; i < end; i = split_skip(p->d, i, end)) {
        if (n == ENTENTE_LIMIT_SENTENCE_TOKENS) { /* split_sentence sees to it that it is not: but nothing must hang on that */
            end = i;
            break;
        }
        uint32_t stop = split_token(m, p->d, i, end, chunk);
        p->tokens[n++] = (token){.start = i, .end = stop};
        i = stop;
    }
    reader_read(p->r, p->d, p->tokens, n, true);
    if (p->new_paragraph)
        fputs("# newpar\n", p->out);
    p->new_paragraph = false;
    fprintf(p->out, "# sent_id = %u\n# text = ", ++*p->sentences);
    put_text(p->out, p->d + start, end - start);
    putc('\n', p->out);
    for (uint32_t i = 0; i < n; i++) {
        const token *k = &p->tokens[i];
        const char *form = p->d + k->start;
        uint32_t length = k->end - k->start;
        char lemma[LEMMA_BYTES];
        uint32_t lemma_length = lemma_write(m, form, length, k->xpos, lemma);
        fprintf(p->out, "%u\t", i + 1);
        put_text(p->out, form, length);
        putc('\t', p->out);
        put_text(p->out, lemma_length ? lemma : form, lemma_length ? lemma_length : length);
        bool negative = lemma_length == 3 && memcmp(lemma, "not", 3) == 0;
        fprintf(p->out, "\t%s\t%s\t%s\t%u\t%s\t_\t", m->upos[k->upos], m->xpos[k->xpos], negative ? "Polarity=Neg" : "_", k->head < n ? k->head + 1u : 0,
                m->relations[k->relation]);
        bool joined = k->end < p->length && !split_space(p->d + k->end, p->length - k->end);
        fprintf(p->out, "%sTokenRange=%u:%u\n", joined ? "SpaceAfter=No|" : "", k->start, k->end);
    }
    putc('\n', p->out);
    return end;
}

/* The end of the paragraph at `start`: where a blank line or the text's end comes. */
static uint32_t paragraph_end(const char *d, uint32_t start, uint32_t length)
{
    uint32_t last = start;
    while (last < length) {
        const char *stop = memchr(d + last, '\n', length - last);
        if (!stop)
            return length;
        uint32_t i = (uint32_t)(stop - d) + 1;
        while (i < length && d[i] != '\n' && split_space(d + i, length - i))
            i += split_space(d + i, length - i);
        if (i >= length || d[i] == '\n')
            return (uint32_t)(stop - d);
        last = i;
    }
    return length;
}

bool parse_text(const model *m, const char *data, uint32_t length, FILE *out, uint32_t *number, const volatile sig_atomic_t *interrupted)
{
    printer *p = calloc(1, sizeof *p);
    if (!p || !(p->r = reader_new(m))) {
        free(p);
        errno = ENOMEM;
        return false;
    }
    p->out = out;
    p->d = data;
    p->length = length;
    p->sentences = number;
    for (uint32_t i = split_skip(data, 0, length); i < length && !*interrupted && !ferror(out);) {
        uint32_t stop = paragraph_end(data, i, length);
        p->new_paragraph = true;
        while (i < stop && !*interrupted) {
            uint32_t end = split_sentence(m, data, i, stop);
            i = split_skip(data, put_sentence(p, i, end), stop);
        }
        i = split_skip(data, stop, length);
    }
    reader_free(p->r);
    free(p);
    return !ferror(out);
}
