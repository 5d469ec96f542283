/* SPDX-License-Identifier: MIT */
/* Megabytes a second of the pipeline until a stage, on one core, in memory.
 * usage: bench_pipeline FILE STAGE MEGABYTES   (FILE: articles, each with its length in four little-endian bytes before it) */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "pipeline.h"
#include "reader.h"

int main(int argc, char **argv)
{
    static const char *const names[] = {"text", "cleanup", "sections", "language", "agreements"};
    pipeline_options options = {.until = ENTENTE_STAGE_AGREEMENTS, .reader = reader_new(model_built_in())};
    FILE *f = argc == 4 ? fopen(argv[1], "rb") : NULL;
    if (!f)
        return 2;
    for (int i = 0; i < 5; i++)
        if (strcmp(argv[2], names[i]) == 0)
            options.until = (entente_stage)(i + 1);
    fseek(f, 0, SEEK_END);
    size_t size = (size_t)ftell(f);
    rewind(f);
    unsigned char *data = malloc(size);
    if (!data || fread(data, 1, size, f) != size || size < 5)
        return 3; /* unreadable, or too short to be repeated up to the size asked for */
    fclose(f);
    arena a;
    arena_init(&a, 0);
    double want = atof(argv[3]) * 1e6, done = 0, best = 0;
    for (int round = 0; round < 3; round++) {
        struct timespec from, to;
        clock_gettime(CLOCK_MONOTONIC, &from);
        for (done = 0; done < want;)
            for (size_t at = 0; at + 4 <= size && done < want;) {
                size_t n = data[at] | (size_t)data[at + 1] << 8 | (size_t)data[at + 2] << 16 | (size_t)data[at + 3] << 24;
                entente_article r;
                arena_reset(&a, pipeline_memory(n));
                if (pipeline_run((const char *)data + at + 4, n, &options, &a, &r) && n > 100)
                    fprintf(stderr, "an article failed\n");
                at += 4 + n;
                done += (double)n;
            }
        clock_gettime(CLOCK_MONOTONIC, &to);
        double s = (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
        if (done / s / 1e6 > best)
            best = done / s / 1e6;
    }
    printf("%.2f\n", best);
    arena_done(&a);
    free(data);
    return 0;
}
