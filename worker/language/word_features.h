/* SPDX-License-Identifier: MIT */
/* Features of a word form, hashed: the same for trainer and reader. */
#ifndef ENTENTE_WORD_FEATURES_H
#define ENTENTE_WORD_FEATURES_H

#include <stdbool.h>
#include <stdint.h>

#include "network.h"

enum { FEATURE_WORD, FEATURE_SHAPE, FEATURE_SUFFIX1, FEATURE_SUFFIX2, FEATURE_SUFFIX3, FEATURE_SUFFIX4, FEATURE_PREFIX1, FEATURE_PREFIX2, FEATURE_PREFIX3, FEATURE_CAPITALS };

static inline uint32_t feature_mix(uint32_t h)
{
    h ^= h >> 15;
    h *= 0x2C1B3C6Du;
    h ^= h >> 12;
    h *= 0x297A2D39u;
    return h ^ h >> 15;
}

/* A small letter, or 0 for any digit, so that numbers of one length are one word. Curly quotes are straightened before. */
static inline uint8_t feature_fold(uint8_t c)
{
    return c >= 'A' && c <= 'Z' ? c | 32 : c >= '0' && c <= '9' ? '0' : c;
}

/* Straightens what is typed in many ways (quotes, dashes, ellipsis); returns the length of the copy in `to`. */
static inline uint32_t feature_copy(const char *form, uint32_t length, uint8_t *to, uint32_t room)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < length && n < room; i++) {
        uint8_t c = (uint8_t)form[i];
        if (c == 0xE2 && i + 2 < length && (uint8_t)form[i + 1] == 0x80) {
            uint8_t k = (uint8_t)form[i + 2];
            uint8_t plain = k == 0x98 || k == 0x99 || k == 0x9B ? '\'' : k >= 0x9C && k <= 0x9F ? '"' : k >= 0x90 && k <= 0x95 ? '-' : 0;
            if (plain) {
                to[n++] = plain;
                i += 2;
                continue;
            }
        }
        to[n++] = c;
    }
    return n;
}

enum { FEATURE_FORM_BYTES = 48 }; /* of a form are looked at; of a longer one the start */

/* Up to NETWORK_FEATURES hashes, the word's own first; returns how many. */
static inline uint32_t feature_list(const char *form, uint32_t length, uint32_t *out)
{
    uint8_t f[FEATURE_FORM_BYTES], shape[8];
    uint32_t n = feature_copy(form, length, f, FEATURE_FORM_BYTES), shapes = 0, count = 0;
    uint32_t whole = 0x811C9DC5u, exact = whole, back = 0x9E3779B9u, front = 0x85EBCA6Bu;
    for (uint32_t i = 0; i < n; i++) {
        uint8_t c = f[i], kind = c >= 'A' && c <= 'Z' ? 'X' : c >= 'a' && c <= 'z' ? 'x' : c >= '0' && c <= '9' ? '0' : c >= 0x80 ? 'u' : c;
        if (shapes < sizeof shape && (shapes < 1 || shape[shapes - 1] != kind || (shapes < 2 && kind == 'X')))
            shape[shapes++] = kind;
        whole = (whole ^ feature_fold(c)) * 0x01000193u;
        exact = (exact ^ (kind == '0' ? '0' : c)) * 0x01000193u;
    }
    out[count++] = feature_mix(whole + FEATURE_WORD);
    uint32_t s = 0xC2B2AE35u;
    for (uint32_t i = 0; i < shapes; i++)
        s = (s ^ shape[i]) * 0x01000193u;
    out[count++] = feature_mix(s + FEATURE_SHAPE);
    for (uint32_t i = 0; i < 4 && i < n; i++) {
        back = (back ^ feature_fold(f[n - 1 - i])) * 0x01000193u;
        out[count++] = feature_mix(back + FEATURE_SUFFIX1 + i);
    }
    for (uint32_t i = 0; i < 3 && i < n; i++) {
        front = (front ^ feature_fold(f[i])) * 0x01000193u;
        out[count++] = feature_mix(front + FEATURE_PREFIX1 + i);
    }
    if (exact != whole) /* with its capitals */
        out[count++] = feature_mix(exact + FEATURE_CAPITALS);
    return count;
}

#endif
