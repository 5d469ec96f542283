/* SPDX-License-Identifier: MIT */
/* A set of numbers as bits, kept before a table: what has no bit there is looked up no further (Bloom, 1970, with one hash). */
#ifndef ENTENTE_BITS_H
#define ENTENTE_BITS_H

#include <stdbool.h>
#include <stdint.h>

static inline bool bits_hold(const uint64_t *set, uint32_t n) { return set[n / 64] >> n % 64 & 1; }
static inline void bits_add(uint64_t *set, uint32_t n) { set[n / 64] |= 1ull << n % 64; }
/* A number's hash of so many bits (multiplicative: Knuth, volume 3, 6.4). */
static inline uint32_t bits_hash(uint32_t value, unsigned bits) { return (value * 0x9E3779B1u) >> (32 - bits); }

#endif
