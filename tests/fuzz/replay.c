/* SPDX-License-Identifier: MIT */
/* Runs a fuzz target over the files given: the corpus, replayed without an engine. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    for (int i = 1; i < argc; i++) {
        FILE *f = fopen(argv[i], "rb");
        if (!f)
            return 3;
        uint8_t *data = malloc(1 << 20);
        size_t n = data ? fread(data, 1, 1 << 20, f) : 0;
        fclose(f);
        /* The whole file, and it cut short: a sanitizer sees reads past the end. */
        for (size_t k = 0; k < 8; k++) {
            size_t m = n - n * k / 8;
            uint8_t *copy = malloc(m ? m : 1);
            for (size_t b = 0; copy && b < m; b++)
                copy[b] = data[b];
            if (copy)
                LLVMFuzzerTestOneInput(copy, m);
            free(copy);
        }
        free(data);
    }
    printf("%d inputs replayed\n", argc - 1);
    return 0;
}
