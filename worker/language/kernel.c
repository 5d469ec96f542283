/* SPDX-License-Identifier: MIT */
#include "kernel.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

#include "network.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

enum { ONE = 1 << NETWORK_ACT_BITS };

static inline int16_t saturated(int32_t v)
{
    return (int16_t)(v < -32768 ? -32768 : v > 32767 ? 32767 : v);
}

/* Unsigned sums: a wrap is defined, and the vector forms wrap too. */
static int32_t sum_of(const int16_t *weights, const int16_t *in, uint32_t inputs, uint32_t outputs, uint32_t o)
{
    uint32_t sum = 0;
    for (uint32_t k = 0; k < inputs / 2; k++) {
        const int16_t *w = weights + ((size_t)k * outputs + o) * 2;
        sum += (uint32_t)((int32_t)w[0] * in[2 * k]) + (uint32_t)((int32_t)w[1] * in[2 * k + 1]);
    }
    return (int32_t)sum;
}

static void multiply_plain(const int16_t *weights, const int16_t *in, uint32_t inputs, uint32_t outputs, int shift, int16_t *out)
{
    for (uint32_t o = 0; o < outputs; o++)
        out[o] = saturated(sum_of(weights, in, inputs, outputs, o) >> shift);
}

static void dense_plain(const int8_t *weights, const float *scales, const int32_t *biases, const uint8_t *in, uint32_t n, uint32_t inputs, uint32_t outputs, int16_t *out)
{
    for (uint32_t t = 0; t < n; t++)
        for (uint32_t o = 0; o < outputs; o++) {
            int32_t sum = 0;
            for (uint32_t i = 0; i < inputs; i++)
                sum += in[(size_t)t * inputs + i] * weights[((size_t)(i / 4) * outputs + o) * 4 + i % 4];
            out[(size_t)t * outputs + o] = saturated((int32_t)((uint32_t)(int32_t)lrintf((float)sum * scales[o]) + (uint32_t)biases[o]));
        }
}

static void bytes_plain(const int16_t *in, uint32_t n, int16_t offset, int shift, uint8_t *out)
{
    for (uint32_t i = 0; i < n; i++) {
        int32_t v = saturated(in[i] + offset) >> shift;
        out[i] = (uint8_t)(v < 0 ? 0 : v > 255 ? 255 : v);
    }
}

static void gather_plain(const int16_t *const *rows, uint32_t count, uint32_t width, int16_t most, int16_t *out)
{
    for (uint32_t i = 0; i < width; i++) {
        int16_t sum = 0;
        for (uint32_t r = 0; r < count; r++)
            sum = saturated(sum + rows[r][i]);
        out[i] = sum < 0 ? 0 : sum > most ? most : sum;
    }
}

static void choose_plain(const int16_t *weights, const int16_t *bias, const int16_t *in, uint32_t inputs, int shift, int32_t out[8])
{
    for (uint32_t o = 0; o < 8; o++)
        out[o] = (sum_of(weights, in, inputs, 8, o) >> shift) + bias[o];
}

static uint32_t pair_plain(const int16_t *first, const int16_t *second, const int16_t pairs[2][KERNEL_PAIRS], uint32_t count)
{
    uint32_t best = 0;
    int16_t most = INT16_MIN;
    for (uint32_t i = 0; i < count; i++) {
        int16_t sum = saturated(first[pairs[0][i]] + second[pairs[1][i]]);
        if (sum > most) {
            most = sum;
            best = i;
        }
    }
    return best;
}

static void recur_plain(const int16_t *pre, uint32_t n, uint32_t hidden, int16_t *out)
{
    int16_t state[NETWORK_PARSE_HIDDEN > NETWORK_TAG_HIDDEN ? NETWORK_PARSE_HIDDEN : NETWORK_TAG_HIDDEN];
    for (uint32_t back = 0; back < 2; back++) {
        memset(state, 0, sizeof state);
        for (uint32_t k = 0; k < n; k++) {
            uint32_t t = back ? n - 1 - k : k;
            const int16_t *restrict z = pre + (size_t)t * 6 * hidden + back * 3 * hidden, *restrict f = z + hidden, *restrict o = f + hidden;
            int16_t *restrict h = out + (size_t)t * 2 * hidden + back * hidden;
            for (uint32_t i = 0; i < hidden; i++) {
                int16_t candidate = z[i] < -ONE ? -ONE : z[i] > ONE ? ONE : z[i];
                int16_t keep = (int16_t)((f[i] >> 2) + ONE / 2), give = (int16_t)((o[i] >> 2) + ONE / 2);
                keep = keep < 0 ? 0 : keep > ONE ? ONE : keep;
                give = give < 0 ? 0 : give > ONE ? ONE : give;
                int16_t change = (int16_t)(state[i] - candidate);
                state[i] = (int16_t)(candidate + (((int32_t)keep * change) >> NETWORK_ACT_BITS));
                h[i] = (int16_t)(((int32_t)give * state[i]) >> NETWORK_ACT_BITS);
            }
        }
    }
}

#if defined(__x86_64__)
#define AVX2 __attribute__((target("avx2")))
#define AVX512 __attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni")))

/* Of a gate's input: what it lets pass, times 8. */
AVX2 static inline __m256i gate_256(const int16_t *in)
{
    __m256i v = _mm256_add_epi16(_mm256_srai_epi16(_mm256_loadu_si256((const void *)in), 2), _mm256_set1_epi16(ONE / 2));
    return _mm256_slli_epi16(_mm256_min_epi16(_mm256_max_epi16(v, _mm256_setzero_si256()), _mm256_set1_epi16(ONE)), 3);
}

/* Factors times 8 put a product's bits from NETWORK_ACT_BITS on into its high half. Sixteen units at a time, both ways in turns. */
AVX2 static void recur_avx2(const int16_t *pre, uint32_t n, uint32_t hidden, int16_t *out)
{
    int16_t states[2][NETWORK_PARSE_HIDDEN > NETWORK_TAG_HIDDEN ? NETWORK_PARSE_HIDDEN : NETWORK_TAG_HIDDEN] = {{0}};
    for (uint32_t k = 0; k < n; k++)
        for (uint32_t back = 0; back < 2; back++) {
            uint32_t t = back ? n - 1 - k : k;
            const int16_t *z = pre + (size_t)t * 6 * hidden + back * 3 * hidden;
            int16_t *h = out + (size_t)t * 2 * hidden + back * hidden, *state = states[back];
            for (uint32_t i = 0; i < hidden; i += 16) {
                __m256i candidate = _mm256_loadu_si256((const void *)(z + i));
                candidate = _mm256_min_epi16(_mm256_max_epi16(candidate, _mm256_set1_epi16(-ONE)), _mm256_set1_epi16(ONE));
                __m256i change = _mm256_slli_epi16(_mm256_sub_epi16(_mm256_loadu_si256((const void *)(state + i)), candidate), 3);
                __m256i now = _mm256_add_epi16(candidate, _mm256_mulhi_epi16(gate_256(z + hidden + i), change));
                _mm256_storeu_si256((void *)(state + i), now);
                _mm256_storeu_si256((void *)(h + i), _mm256_mulhi_epi16(gate_256(z + 2 * hidden + i), _mm256_slli_epi16(now, 3)));
            }
        }
}
_Static_assert(NETWORK_ACT_BITS + 3 + 3 == 16 && NETWORK_PARSE_HIDDEN % 16 == 0 && NETWORK_TAG_HIDDEN % 16 == 0, "recur_avx2 needs it");

AVX2 static inline __m256i pair_256(const int16_t *p)
{
    int32_t pair;
    memcpy(&pair, p, sizeof pair);
    return _mm256_set1_epi32(pair);
}

AVX2 static inline void store_256(__m256i low, __m256i high, __m128i count, int16_t *out)
{
    __m256i packed = _mm256_packs_epi32(_mm256_sra_epi32(low, count), _mm256_sra_epi32(high, count));
    _mm256_storeu_si256((void *)out, _mm256_permute4x64_epi64(packed, 0xD8));
}

AVX2 static inline __m256i add_256(__m256i sum, const int16_t *weights, __m256i pair)
{
    return _mm256_add_epi32(sum, _mm256_madd_epi16(_mm256_loadu_si256((const void *)weights), pair));
}

/* Thirty-two outputs at a time. */
AVX2 static void multiply_avx2(const int16_t *weights, const int16_t *in, uint32_t inputs, uint32_t outputs, int shift, int16_t *out)
{
    const __m128i count = _mm_cvtsi32_si128(shift);
    for (uint32_t o = 0; o < outputs; o += 32) {
        const int16_t *w = weights + (size_t)o * 2;
        __m256i a = _mm256_setzero_si256(), b = a, c = a, d = a;
        for (uint32_t k = 0; k < inputs; k += 2, w += (size_t)outputs * 2) {
            __m256i p = pair_256(in + k);
            a = add_256(a, w, p), b = add_256(b, w + 16, p), c = add_256(c, w + 32, p), d = add_256(d, w + 48, p);
        }
        store_256(a, b, count, out + o);
        store_256(c, d, count, out + o + 16);
    }
}

AVX2 static inline __m256i fours_256(const uint8_t *p)
{
    int32_t four;
    memcpy(&four, p, sizeof four);
    return _mm256_set1_epi32(four);
}

/* Weights are within 63: the pairs' sums fit into 16 bits. */
AVX2 static inline __m256i sum_256(__m256i sum, __m256i in, __m256i weights)
{
    return _mm256_add_epi32(sum, _mm256_madd_epi16(_mm256_maddubs_epi16(in, weights), _mm256_set1_epi16(1)));
}

AVX2 static inline __m256i scaled_256(__m256i sum, const float *scales, const int32_t *biases)
{
    __m256i v = _mm256_cvtps_epi32(_mm256_mul_ps(_mm256_cvtepi32_ps(sum), _mm256_loadu_ps(scales)));
    return _mm256_add_epi32(v, _mm256_loadu_si256((const void *)biases));
}

AVX2 static inline void store_dense_256(__m256i low, __m256i high, const float *scales, const int32_t *biases, int16_t *out)
{
    __m256i packed = _mm256_packs_epi32(scaled_256(low, scales, biases), scaled_256(high, scales + 8, biases + 8));
    _mm256_storeu_si256((void *)out, _mm256_permute4x64_epi64(packed, 0xD8));
}

AVX2 static void dense_avx2(const int8_t *weights, const float *scales, const int32_t *biases, const uint8_t *in, uint32_t n, uint32_t inputs, uint32_t outputs, int16_t *out)
{
    for (uint32_t t = 0; t < n; t += KERNEL_BLOCK)
        for (uint32_t o = 0; o < outputs; o += 16) {
            const uint8_t *x0 = in + (size_t)t * inputs, *x1 = x0 + inputs, *x2 = x1 + inputs, *x3 = x2 + inputs;
            const int8_t *w = weights + (size_t)o * 4;
            __m256i a0 = _mm256_setzero_si256(), b0 = a0, a1 = a0, b1 = a0, a2 = a0, b2 = a0, a3 = a0, b3 = a0;
            for (uint32_t k = 0; k < inputs; k += 4, w += (size_t)outputs * 4) {
                __m256i v = _mm256_loadu_si256((const void *)w), u = _mm256_loadu_si256((const void *)(w + 32)), p;
                p = fours_256(x0 + k), a0 = sum_256(a0, p, v), b0 = sum_256(b0, p, u);
                p = fours_256(x1 + k), a1 = sum_256(a1, p, v), b1 = sum_256(b1, p, u);
                p = fours_256(x2 + k), a2 = sum_256(a2, p, v), b2 = sum_256(b2, p, u);
                p = fours_256(x3 + k), a3 = sum_256(a3, p, v), b3 = sum_256(b3, p, u);
            }
            int16_t *to = out + (size_t)t * outputs + o;
            store_dense_256(a0, b0, scales + o, biases + o, to);
            store_dense_256(a1, b1, scales + o, biases + o, to + outputs);
            store_dense_256(a2, b2, scales + o, biases + o, to + 2 * (size_t)outputs);
            store_dense_256(a3, b3, scales + o, biases + o, to + 3 * (size_t)outputs);
        }
}

AVX2 static void bytes_avx2(const int16_t *in, uint32_t n, int16_t offset, int shift, uint8_t *out)
{
    const __m128i count = _mm_cvtsi32_si128(shift);
    for (uint32_t i = 0; i < n; i += 16) {
        __m256i v = _mm256_sra_epi16(_mm256_adds_epi16(_mm256_loadu_si256((const void *)(in + i)), _mm256_set1_epi16(offset)), count);
        __m256i packed = _mm256_permute4x64_epi64(_mm256_packus_epi16(v, v), 0xD8);
        _mm_storeu_si128((void *)(out + i), _mm256_castsi256_si128(packed));
    }
}

AVX2 static void gather_avx2(const int16_t *const *rows, uint32_t count, uint32_t width, int16_t most, int16_t *out)
{
    for (uint32_t i = 0; i < width; i += 16) {
        __m256i sum = _mm256_setzero_si256();
        for (uint32_t r = 0; r < count; r++)
            sum = _mm256_adds_epi16(sum, _mm256_loadu_si256((const void *)(rows[r] + i)));
        sum = _mm256_min_epi16(_mm256_max_epi16(sum, _mm256_setzero_si256()), _mm256_set1_epi16(most));
        _mm256_storeu_si256((void *)(out + i), sum);
    }
}

AVX2 static void choose_avx2(const int16_t *weights, const int16_t *bias, const int16_t *in, uint32_t inputs, int shift, int32_t out[8])
{
    __m256i a = _mm256_setzero_si256(), b = a;
    for (uint32_t k = 0; k + 2 < inputs; k += 4) {
        a = _mm256_add_epi32(a, _mm256_madd_epi16(_mm256_loadu_si256((const void *)(weights + (size_t)k * 8)), pair_256(in + k)));
        b = _mm256_add_epi32(b, _mm256_madd_epi16(_mm256_loadu_si256((const void *)(weights + (size_t)k * 8 + 16)), pair_256(in + k + 2)));
    }
    a = _mm256_sra_epi32(_mm256_add_epi32(a, b), _mm_cvtsi32_si128(shift));
    _mm256_storeu_si256((void *)out, _mm256_add_epi32(a, _mm256_cvtepi16_epi32(_mm_loadu_si128((const void *)bias))));
}

/* The three sums += weights times the four inputs at `p`. In assembly because GCC 12 copies the sums about otherwise. */
AVX512 static inline __attribute__((always_inline)) void add_512(__m512i sums[3], __m512i u, __m512i v, __m512i w, const uint8_t *p)
{
    __m512i in;
    __asm__("vpbroadcastd %4, %3\n\tvpdpbusd %5, %3, %0\n\tvpdpbusd %6, %3, %1\n\tvpdpbusd %7, %3, %2"
            : "+v"(sums[0]), "+v"(sums[1]), "+v"(sums[2]), "=&v"(in)
            : "m"(*(const int32_t(*)[1])p), "v"(u), "v"(v), "v"(w));
}

AVX512 static inline void store_512(__m512i sum, const float *scales, const int32_t *biases, int16_t *out)
{
    __m512i v = _mm512_cvtps_epi32(_mm512_mul_ps(_mm512_cvtepi32_ps(sum), _mm512_loadu_ps(scales)));
    v = _mm512_add_epi32(v, _mm512_loadu_si512(biases));
    _mm256_storeu_si256((void *)out, _mm512_cvtsepi32_epi16(v));
}

/* Ninety-six outputs at a time, then thirty-two. */
AVX512 static void multiply_avx512(const int16_t *weights, const int16_t *in, uint32_t inputs, uint32_t outputs, int shift, int16_t *out)
{
    const __m128i count = _mm_cvtsi32_si128(shift);
    for (uint32_t o = 0, wide; o < outputs; o += wide) {
        wide = outputs - o >= 96 ? 96 : 32;
        __m512i s[6];
        for (uint32_t q = 0; q < 6; q++)
            s[q] = _mm512_setzero_si512();
        const int16_t *w = weights + (size_t)o * 2;
        for (uint32_t k = 0; k < inputs; k += 2, w += (size_t)outputs * 2) {
            int32_t two;
            memcpy(&two, in + k, sizeof two);
            __m512i p = _mm512_set1_epi32(two);
            for (uint32_t q = 0; q < 2; q++)
                s[q] = _mm512_dpwssd_epi32(s[q], _mm512_loadu_si512(w + q * 32), p);
            if (wide == 96)
                for (uint32_t q = 2; q < 6; q++)
                    s[q] = _mm512_dpwssd_epi32(s[q], _mm512_loadu_si512(w + q * 32), p);
        }
        for (uint32_t q = 0; q < wide / 16; q++)
            _mm256_storeu_si256((void *)(out + o + q * 16), _mm512_cvtsepi32_epi16(_mm512_sra_epi32(s[q], count)));
    }
}

/* Thirty-two at a time. */
AVX512 static void gather_avx512(const int16_t *const *rows, uint32_t count, uint32_t width, int16_t most, int16_t *out)
{
    if (width % 32) {
        gather_avx2(rows, count, width, most, out);
        return;
    }
    for (uint32_t i = 0; i < width; i += 32) {
        __m512i sum = _mm512_setzero_si512();
        for (uint32_t r = 0; r < count; r++)
            sum = _mm512_adds_epi16(sum, _mm512_loadu_si512(rows[r] + i));
        sum = _mm512_min_epi16(_mm512_max_epi16(sum, _mm512_setzero_si512()), _mm512_set1_epi16(most));
        _mm512_storeu_si512(out + i, sum);
    }
}

AVX512 static uint32_t pair_avx512(const int16_t *first, const int16_t *second, const int16_t pairs[2][KERNEL_PAIRS], uint32_t count)
{
    const __m512i u = _mm512_loadu_si512(first), low = _mm512_loadu_si512(second), high = _mm512_loadu_si512(second + 32);
    __m512i sums[KERNEL_PAIRS / 32], most = _mm512_set1_epi16(INT16_MIN);
    for (uint32_t i = 0; i < KERNEL_PAIRS / 32; i++) {
        __m512i of_first = _mm512_permutexvar_epi16(_mm512_loadu_si512(pairs[0] + i * 32), u);
        sums[i] = _mm512_adds_epi16(of_first, _mm512_permutex2var_epi16(low, _mm512_loadu_si512(pairs[1] + i * 32), high));
        most = _mm512_max_epi16(most, sums[i]);
    }
    __m256i half = _mm256_max_epi16(_mm512_castsi512_si256(most), _mm512_extracti64x4_epi64(most, 1));
    __m128i quarter = _mm_max_epi16(_mm256_castsi256_si128(half), _mm256_extracti128_si256(half, 1));
    quarter = _mm_minpos_epu16(_mm_xor_si128(quarter, _mm_set1_epi16(INT16_MAX))); /* the highest, as the lowest unsigned */
    most = _mm512_set1_epi16((int16_t)(_mm_cvtsi128_si32(quarter) ^ INT16_MAX));
    for (uint32_t i = 0; i < KERNEL_PAIRS / 32; i++) {
        __mmask32 at = _mm512_cmpeq_epi16_mask(sums[i], most);
        if (at)
            return i * 32 + (uint32_t)__builtin_ctz(at);
    }
    return count - 1;
}

/* Forty-eight outputs of four words at a time; the weights of the forty-eight stay near while all words pass. */
AVX512 static void dense_avx512(const int8_t *weights, const float *scales, const int32_t *biases, const uint8_t *in, uint32_t n, uint32_t inputs, uint32_t outputs, int16_t *out)
{
    for (uint32_t o = 0; o < outputs; o += 48) {
        uint32_t parts = outputs - o < 48 ? (outputs - o) / 16 : 3; /* those beyond the last are the first again, not written */
        size_t second = parts > 1 ? 64 : 0, third = parts > 2 ? 128 : 0;
        for (uint32_t t = 0; t < n; t += KERNEL_BLOCK) {
            const uint8_t *x0 = in + (size_t)t * inputs, *x1 = x0 + inputs, *x2 = x1 + inputs, *x3 = x2 + inputs;
            const int8_t *w = weights + (size_t)o * 4;
            __m512i s0[3], s1[3], s2[3], s3[3];
            for (uint32_t p = 0; p < 3; p++)
                s0[p] = s1[p] = s2[p] = s3[p] = _mm512_setzero_si512();
            for (uint32_t k = 0; k < inputs; k += 4, w += (size_t)outputs * 4) {
                __m512i u = _mm512_loadu_si512(w), v = _mm512_loadu_si512(w + second), z = _mm512_loadu_si512(w + third);
                add_512(s0, u, v, z, x0 + k);
                add_512(s1, u, v, z, x1 + k);
                add_512(s2, u, v, z, x2 + k);
                add_512(s3, u, v, z, x3 + k);
            }
            int16_t *to = out + (size_t)t * outputs + o;
            for (uint32_t p = 0; p < 3; p++) {
                if (p == parts)
                    break;
                const float *scale = scales + o + p * 16;
                const int32_t *bias = biases + o + p * 16;
                store_512(s0[p], scale, bias, to + p * 16);
                store_512(s1[p], scale, bias, to + outputs + p * 16);
                store_512(s2[p], scale, bias, to + 2 * (size_t)outputs + p * 16);
                store_512(s3[p], scale, bias, to + 3 * (size_t)outputs + p * 16);
            }
        }
    }
}
#endif

static const kernel forms[KERNEL_FORMS] = {
    {multiply_plain, dense_plain, bytes_plain, gather_plain, choose_plain, pair_plain, recur_plain},
#if defined(__x86_64__)
    {multiply_avx2, dense_avx2, bytes_avx2, gather_avx2, choose_avx2, pair_plain, recur_avx2},
    {multiply_avx512, dense_avx512, bytes_avx2, gather_avx512, choose_avx2, pair_avx512, recur_avx2},
#endif
};

const kernel *kernel_form(uint32_t i)
{
#if defined(__x86_64__)
    if (i == 1 && __builtin_cpu_supports("avx2"))
        return &forms[1];
    if (i == 2 && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vnni"))
        return &forms[2];
#endif
    return i == 0 ? &forms[0] : NULL;
}

const kernel *kernel_best(void)
{
    for (uint32_t i = KERNEL_FORMS; i-- > 0;)
        if (kernel_form(i))
            return kernel_form(i);
    return &forms[0];
}
