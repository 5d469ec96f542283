/* SPDX-License-Identifier: MIT */
/* The arc-hybrid transition system (Kuhlmann, Gomez-Rodriguez and Satta, ACL 2011), the root at the buffer's end, which takes
 * a dependent only when the stack holds one word: so each tree has one root. Shared by trainer and reader. */
#ifndef ENTENTE_TRANSITIONS_H
#define ENTENTE_TRANSITIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "limit_table.h"
#include "network.h"

typedef struct configuration {
    uint16_t stack[ENTENTE_LIMIT_SENTENCE_TOKENS];
    uint32_t depth, next, count;
    uint8_t left[ENTENTE_LIMIT_SENTENCE_TOKENS], right[ENTENTE_LIMIT_SENTENCE_TOKENS]; /* dependents so far, at most 3 */
} configuration;

enum { TRANSITION_ROWS = 12 };
#define TRANSITION_NONE UINT32_MAX

static inline uint32_t transition_at_most(uint32_t v, uint32_t most) { return v < most ? v : most; }

/* The words looked at (or TRANSITION_NONE) and the rows of NETWORK_ROW_...; returns the rows' number. */
static inline uint32_t transition_features(const configuration *c, uint32_t *rows, uint32_t slots[NETWORK_SLOTS])
{
    uint32_t n = 0;
    for (uint32_t k = 0; k < 3; k++) {
        slots[NETWORK_S0 - k] = c->depth > k ? c->stack[c->depth - 1 - k] : TRANSITION_NONE;
        if (c->depth <= k)
            rows[n++] = NETWORK_ROW_NONE + NETWORK_S0 - k;
    }
    bool ahead = c->next < c->count;
    slots[NETWORK_B0] = ahead ? c->next : TRANSITION_NONE;
    rows[n++] = ahead ? NETWORK_ROW_AHEAD + (uint32_t)c->left[c->next] : (uint32_t)NETWORK_ROW_ROOT;
    uint32_t s0 = slots[NETWORK_S0], s1 = slots[NETWORK_S1];
    if (c->depth) {
        rows[n++] = NETWORK_ROW_GAP + transition_at_most(c->next - s0 - 1, 7);
        rows[n++] = NETWORK_ROW_LEFT + (uint32_t)c->left[s0];
        rows[n++] = NETWORK_ROW_RIGHT + (uint32_t)c->right[s0];
    }
    if (c->depth > 1) {
        rows[n++] = NETWORK_ROW_SPAN + transition_at_most(s0 - s1 - 1, 7);
        rows[n++] = NETWORK_ROW_ABOVE + (uint32_t)c->right[s1];
    }
    return n;
}

/* One bit for each transition that can be taken. */
static inline unsigned transition_valid(const configuration *c)
{
    bool at_root = c->next >= c->count;
    return (at_root ? 0 : 1u << NETWORK_SHIFT) | (c->depth && (!at_root || c->depth == 1) ? 1u << NETWORK_LEFT : 0) |
           (c->depth > 1 ? 1u << NETWORK_RIGHT : 0);
}

/* Takes it; when an arc is made, `dependent` gets a head (`count` is the root) and true is returned. */
static inline bool transition_take(configuration *c, uint32_t transition, uint32_t *dependent, uint32_t *head)
{
    if (transition == NETWORK_SHIFT) {
        c->stack[c->depth++] = (uint16_t)c->next++;
        return false;
    }
    *dependent = c->stack[--c->depth];
    *head = transition == NETWORK_LEFT ? c->next : c->stack[c->depth - 1];
    uint8_t *made = transition == NETWORK_LEFT ? c->left : c->right;
    if (*head < c->count && made[*head] < 3)
        made[*head]++;
    return true;
}

static inline bool transition_done(const configuration *c) { return !c->depth && c->next >= c->count; }

static inline void transition_start(configuration *c, uint32_t count)
{
    c->depth = c->next = 0;
    c->count = count;
    for (uint32_t i = 0; i < count; i++)
        c->left[i] = c->right[i] = 0;
}

#endif
