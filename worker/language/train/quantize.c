/* SPDX-License-Identifier: MIT */
/* A trained network's floats as the whole numbers that the model file holds. */
#include <math.h>
#include <stdlib.h>

#include "../model.h"
#include "vocabulary.h"

static int16_t whole(float v, int bits)
{
    float w = roundf(v * (float)(1 << bits));
    return (int16_t)(w < -32767 ? -32767 : w > 32767 ? 32767 : w);
}

/* A layer in bytes: each output's weights scaled to NETWORK_DENSE_MOST, what the inputs' offset adds taken off the bias. */
static void write_dense(const float *weights, const float *bias, uint32_t inputs, uint32_t outputs, int least, int bits, uint8_t *to)
{
    float *scales = (float *)(void *)(to + (size_t)inputs * outputs);
    int32_t *biases = (int32_t *)(void *)(scales + outputs);
    for (uint32_t o = 0; o < outputs; o++) {
        float most = 1e-6f, sum = 0;
        for (uint32_t i = 0; i < inputs; i++)
            most = fmaxf(most, fabsf(weights[(size_t)i * outputs + o]));
        for (uint32_t i = 0; i < inputs; i++) {
            float w = roundf(weights[(size_t)i * outputs + o] * NETWORK_DENSE_MOST / most);
            to[((size_t)(i / 4) * outputs + o) * 4 + i % 4] = (uint8_t)(int8_t)w;
            sum += w;
        }
        float one = most / NETWORK_DENSE_MOST * (float)(1 << NETWORK_ACT_BITS); /* of a weight of 1 and an input of 1 */
        scales[o] = one / (float)(1 << bits);
        biases[o] = (int32_t)lrintf(bias[o] * (float)(1 << NETWORK_ACT_BITS) - one * (float)least * sum + scales[o] * 0.5f * sum); /* bytes are cut, not rounded */
    }
}

/* Weights in pairs of inputs, as the multiply-and-add of two neighbours wants them; biases at the sums' scale. */
void quantize_network(const float *parameters, const float *embeddings, const vocabulary *v, image *out)
{
    int16_t *to = train_alloc(NETWORK_WIDE_PARAMETERS * sizeof *to);
#define X(name, inputs, outputs)                                                                                        \
    for (uint32_t i = 0; i < (inputs); i++)                                                                             \
        for (uint32_t o = 0; o < (outputs); o++) {                                                                      \
            uint32_t at = NETWORK_AT_##name, from = at + i * (outputs) + o;                                             \
            to[(inputs) == 1 ? from : at + ((i / 2) * (outputs) + o) * 2 + i % 2] = whole(parameters[from], (inputs) == 1 ? NETWORK_ACT_BITS : NETWORK_WEIGHT_BITS); \
        }
    NETWORK_WIDE_LIST(X)
#undef X
    image_section(out, MODEL_NETWORK, to, NETWORK_WIDE_PARAMETERS * sizeof *to);
    free(to);
    uint8_t *dense = train_alloc(NETWORK_DENSE_BYTES);
#define X(name, inputs, outputs, least, bits) write_dense(parameters + NETWORK_AT_##name, parameters + NETWORK_AT_##name##_BIAS, (inputs), (outputs), (least), (bits), dense + NETWORK_BYTES_##name);
    NETWORK_DENSE_LIST(X)
#undef X
    image_section(out, MODEL_DENSE, dense, NETWORK_DENSE_BYTES);
    free(dense);
    int8_t *rows = train_alloc((size_t)v->count * NETWORK_EMBED);
    for (size_t i = 0; i < (size_t)v->count * NETWORK_EMBED; i++)
        rows[i] = (int8_t)whole(embeddings[i], NETWORK_EMBED_BITS);
    image_section(out, MODEL_EMBEDDINGS, rows, (size_t)v->count * NETWORK_EMBED);
    free(rows);
    uint16_t *index = train_alloc(MODEL_KEYS * sizeof *index);
    for (uint32_t i = 0; i < MODEL_KEYS; i++)
        index[i] = (uint16_t)v->rows[i];
    image_section(out, MODEL_FEATURE_KEYS, v->keys, MODEL_KEYS * sizeof *v->keys);
    image_section(out, MODEL_FEATURE_ROWS, index, MODEL_KEYS * sizeof *index);
    free(index);
}
