/* SPDX-License-Identifier: MIT */
/* bench_language FILE: MB a second of plain text split, tokenised and tagged, and with every sentence parsed; on one core, best of five. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "reader.h"
#include "split.h"
#include "limit_table.h"

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
    FILE *f = argc == 2 ? fopen(argv[1], "r") : NULL;
    if (!f) {
        fputs("usage: bench_language FILE\n", stderr);
        return 2;
    }
    fseek(f, 0, SEEK_END);
    uint32_t length = (uint32_t)ftell(f);
    rewind(f);
    char *d = malloc(length + 1);
    if (!d || fread(d, 1, length, f) != length)
        return 1;
    fclose(f);
    const model *m = model_built_in();
    reader *r = m ? reader_new(m) : NULL;
    if (!r)
        return 1;
    double gate = 1e9;
    uint32_t opened = 0;
    for (int round = 0; round < 5; round++) { /* the gate, sentence by sentence as the pipeline asks it */
        double begun = now(), spent;
        const text all = {.data = d, .length = length};
        opened = 0;
        for (uint32_t i = 0, stop; i < length; i = stop) {
            stop = i + 150 < length ? i + 150 : length;
            opened += language_gate(&all, i, stop, false) ? stop - i : 0;
        }
        spent = now() - begun;
        gate = spent < gate ? spent : gate;
    }
    printf("%-17s %7.2f MB/s, opens %.0f%% of the bytes (pieces of 150)\n", "gate", length / gate / 1e6, 100.0 * opened / length);
    static token tokens[ENTENTE_LIMIT_SENTENCE_TOKENS];
    static const char *const names[] = {"split", "split and tokens", "with tags", "with trees"};
    for (int what = 0; what < 4; what++) {
        double best = 1e9;
        uint32_t words = 0;
        for (int round = 0; round < 5; round++) {
            double begun = now();
            words = 0;
            for (uint32_t i = split_skip(d, 0, length), end; i < length; i = split_skip(d, end, length)) {
                end = split_sentence(m, d, i, length);
                uint32_t n = 0, chunk[2] = {0, 0};
                for (uint32_t k = i; what && k < end; k = split_skip(d, tokens[n++].end, end))
                    tokens[n] = (token){.start = k, .end = split_token(m, d, k, end, chunk)};
                if (what > 1)
                    reader_read(r, d, tokens, n, what > 2);
                words += n;
            }
            double t = now() - begun;
            best = t < best ? t : best;
        }
        printf("%-17s %7.2f MB/s", names[what], length / best / 1e6);
        if (words)
            printf(", %.0f ns a token", best * 1e9 / words);
        putchar('\n');
    }
    reader_free(r);
    free(d);
    return 0;
}
