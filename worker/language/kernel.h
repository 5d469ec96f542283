/* SPDX-License-Identifier: MIT */
/* The inner loops of the network, for the machine they run on. All forms give the same numbers. */
#ifndef ENTENTE_KERNEL_H
#define ENTENTE_KERNEL_H

#include <stdint.h>

enum { KERNEL_PAIRS = 128, KERNEL_BLOCK = 4 }; /* words a step: buffers have room for a multiple of it */

typedef struct kernel {
    /* out[o] = saturated((sum over i of in[i] * weights[i/2][o][i%2]) >> shift). inputs even, outputs a multiple of 32. */
    void (*multiply)(const int16_t *weights, const int16_t *in, uint32_t inputs, uint32_t outputs, int shift, int16_t *out);
    /* A dense layer of bytes (network.h): out[t][o] = saturated(round(sum over i of in[t][i] * weights[i/4][o][i%4] * scales[o]) + biases[o]).
     * `in` and `out` advance by inputs and outputs a word; inputs a multiple of 4, outputs of 16; n is rounded up to a multiple of KERNEL_BLOCK. */
    void (*dense)(const int8_t *weights, const float *scales, const int32_t *biases, const uint8_t *in, uint32_t n, uint32_t inputs, uint32_t outputs, int16_t *out);
    /* out[i] = (in[i] + offset) >> shift, clipped to [0, 255]; n a multiple of 16. */
    void (*bytes)(const int16_t *in, uint32_t n, int16_t offset, int shift, uint8_t *out);
    /* out[i] = rows[0][i] + rows[1][i] + ..., each sum saturated, at last clipped to [0, most]; width a multiple of 16. */
    void (*gather)(const int16_t *const *rows, uint32_t count, uint32_t width, int16_t most, int16_t *out);
    /* The scores of eight outputs for one word: out[o] = bias[o] + (sum over i of in[i] * weights[i/2][o][i%2]) >> shift. */
    void (*choose)(const int16_t *weights, const int16_t *bias, const int16_t *in, uint32_t inputs, int shift, int32_t out[8]);
    /* The first of `count` pairs whose two scores sum highest, sums saturated: first[pairs[0][i]] + second[pairs[1][i]]. Scores have
     * room for 32 and 64; count is at most KERNEL_PAIRS, and what stands behind it in `pairs` is some pair again. */
    uint32_t (*pair)(const int16_t *first, const int16_t *second, const int16_t pairs[2][128], uint32_t count);
    /* Both directions of the gated recurrence over n words; `pre` has 6 * hidden columns, `out` 2 * hidden;
     * hidden is one of network.h's, a multiple of 16. */
    void (*recur)(const int16_t *pre, uint32_t n, uint32_t hidden, int16_t *out);
} kernel;

const kernel *kernel_best(void);
/* Each form that this machine can run, plainest first, NULL for a form it cannot: for tests. */
const kernel *kernel_form(uint32_t i);
enum { KERNEL_FORMS = 3 };

#endif
