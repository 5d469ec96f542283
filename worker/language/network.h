/* SPDX-License-Identifier: MIT */
/* The shape of the network that tags and parses: known to the trainer (floats) and to the reader (whole numbers).
 *
 *   word form -> features -> sum of embeddings x
 *   window:   relu(A x(t-2) + B x(t-1) + C x(t) + D x(t+1) + E x(t+2)): the five products are a word's own and can be kept
 *   tagging:  two-way recurrent layer over it -> universal and Penn tags
 *   parsing:  two-way recurrent layer over the sum of both -> vectors of the words' roles in the parser's
 *             configuration (Kiperwasser and Goldberg, TACL 2016) and in an arc
 *   transitions: arc-hybrid with a dynamic oracle (Goldberg and Nivre, TACL 2013)
 *
 * The recurrence is a gated sum without a matrix from state to state (Bradbury and others, Quasi-Recurrent Neural
 * Networks, ICLR 2017), with piecewise linear gates, so that whole-number arithmetic gives the same answer on every machine. */
#ifndef ENTENTE_NETWORK_H
#define ENTENTE_NETWORK_H

enum {
    NETWORK_EMBED = 64,     /* an embedding */
    NETWORK_REACH = 2,      /* words on each side that the window sees */
    NETWORK_SPAN = 2 * NETWORK_REACH + 1,
    NETWORK_WINDOW = 96,    /* the window's output */
    NETWORK_TAG_HIDDEN = 48, /* a direction of the tagging layer: twice this is NETWORK_WINDOW */
    NETWORK_PARSE_HIDDEN = 80, /* a direction of the parsing layer */
    NETWORK_UPOS = 24,      /* room for the universal tags */
    NETWORK_XPOS = 56,      /* room for the Penn tags */
    NETWORK_STEP = 64,      /* hidden units that choose a transition */
    NETWORK_LABEL = 64,     /* hidden units that label an arc */
    NETWORK_RELATIONS = 64, /* room for the relations */
    NETWORK_SLOTS = 4,      /* words of a configuration that are looked at: NETWORK_S2, S1, S0, B0 */
    NETWORK_ROLES = NETWORK_SLOTS * NETWORK_STEP + 2 * NETWORK_LABEL, /* a word's part in each slot, as head and as dependent */
    NETWORK_ROLE_HEAD = NETWORK_SLOTS * NETWORK_STEP,
    NETWORK_ROLE_DEPENDENT = NETWORK_ROLE_HEAD + NETWORK_LABEL,
    NETWORK_FEATURES = 12,  /* at most, of a word form */
    NETWORK_TRANSITIONS = 3,
    NETWORK_STEP_OUT = 8,   /* room for the transitions */
};

enum { NETWORK_S2, NETWORK_S1, NETWORK_S0, NETWORK_B0 };
enum { NETWORK_SHIFT, NETWORK_LEFT, NETWORK_RIGHT };

/* Rows added to the transition's hidden units: what stands in no word's vector. */
enum {
    NETWORK_ROW_NONE = 0,                        /* + slot: the slot is empty */
    NETWORK_ROW_ROOT = NETWORK_ROW_NONE + 4,     /* the buffer holds only the root */
    NETWORK_ROW_GAP = NETWORK_ROW_ROOT + 1,      /* + words between S0 and B0, at most 7 */
    NETWORK_ROW_SPAN = NETWORK_ROW_GAP + 8,      /* + words between S1 and S0, at most 7 */
    NETWORK_ROW_LEFT = NETWORK_ROW_SPAN + 8,     /* + left dependents of S0, at most 3 */
    NETWORK_ROW_RIGHT = NETWORK_ROW_LEFT + 4,    /* + right dependents of S0, at most 3 */
    NETWORK_ROW_ABOVE = NETWORK_ROW_RIGHT + 4,   /* + right dependents of S1, at most 3 */
    NETWORK_ROW_AHEAD = NETWORK_ROW_ABOVE + 4,   /* + left dependents of B0, at most 3 */
    NETWORK_ROWS = NETWORK_ROW_AHEAD + 4,
};
/* Rows added to a label's hidden units: the way and the distance from dependent to head, or the root. */
enum { NETWORK_ARC_ROOT = 16, NETWORK_ARC_ROWS = 17 };

/* Parameters in 16 bits: name, inputs, outputs. A block of one input is a bias or a table's rows. */
#define NETWORK_WIDE_LIST(X)                                                  \
    X(WINDOW, NETWORK_EMBED, NETWORK_SPAN * NETWORK_WINDOW)                           \
    X(WINDOW_BIAS, 1, NETWORK_WINDOW)                                         \
    X(STEP_ROWS, 1, NETWORK_ROWS * NETWORK_STEP)                              \
    X(STEP_BIAS, 1, NETWORK_STEP)                                             \
    X(STEP, NETWORK_STEP, NETWORK_STEP_OUT)                                   \
    X(STEP_OUT_BIAS, 1, NETWORK_STEP_OUT)                                     \
    X(ARC_ROWS, 1, NETWORK_ARC_ROWS * NETWORK_LABEL)                          \
    X(ARC_BIAS, 1, NETWORK_LABEL)

/* Layers in 8 bits, where the time goes: name, inputs, outputs, and how an input v becomes a byte: (v + least) * 2^bits, clipped to 255. */
#define NETWORK_DENSE_LIST(X)                                                                      \
    X(TAG, NETWORK_WINDOW, 6 * NETWORK_TAG_HIDDEN, 0, 6)                                           \
    X(TAGS, 2 * NETWORK_TAG_HIDDEN, NETWORK_UPOS + NETWORK_XPOS, 1, 7)                             \
    X(PARSE, NETWORK_WINDOW, 6 * NETWORK_PARSE_HIDDEN, 1, 5)                                       \
    X(ROLES, 2 * NETWORK_PARSE_HIDDEN, NETWORK_ROLES, 1, 7)                                        \
    X(LABEL, NETWORK_LABEL, NETWORK_RELATIONS, 0, 5)

/* Where a block starts: in the 16-bit parameters of the model, and with the dense layers behind them in the trainer's floats. */
enum {
#define X(name, inputs, outputs) NETWORK_AT_##name, NETWORK_END_##name = NETWORK_AT_##name + (inputs) * (outputs) - 1,
    NETWORK_WIDE_LIST(X)
#undef X
    NETWORK_WIDE_PARAMETERS,
    NETWORK_BEFORE_DENSE = NETWORK_WIDE_PARAMETERS - 1,
#define X(name, inputs, outputs, least, bits)                                                                                          \
    NETWORK_AT_##name, NETWORK_END_##name = NETWORK_AT_##name + (inputs) * (outputs) - 1,                                              \
    NETWORK_AT_##name##_BIAS, NETWORK_END_##name##_BIAS = NETWORK_AT_##name##_BIAS + (outputs) - 1,
    NETWORK_DENSE_LIST(X)
#undef X
    NETWORK_PARAMETERS
};

/* Where a dense layer's bytes start in the model: the weights by fours of inputs, [inputs / 4][outputs][4], then for each output
 * a scale (float) and a bias (int32): out = round(sum * scale) + bias. */
enum {
#define X(name, inputs, outputs, least, bits) NETWORK_BYTES_##name, NETWORK_LAST_##name = NETWORK_BYTES_##name + (inputs) * (outputs) + 8 * (outputs) - 1,
    NETWORK_DENSE_LIST(X)
#undef X
    NETWORK_DENSE_BYTES
};
/* A dense weight is within 63, so that two products of an unsigned byte with one fit into 16 bits. */
enum { NETWORK_DENSE_MOST = 63 };

/* Whole numbers: a value v is stored as v * 2^BITS. */
enum {
    NETWORK_EMBED_BITS = 6,  /* int8, so within 2 */
    NETWORK_WEIGHT_BITS = 11, /* int16, so within 16 */
    NETWORK_ACT_BITS = 10,   /* int16 activations */
};
#define NETWORK_RELU_MOST 4 /* the window's output is clipped here */

static inline int network_distance_row(int from, int to)
{
    int d = to - from, away = (d < 0 ? -d : d) - 1;
    away = away < 4 ? away : away < 6 ? 4 : away < 9 ? 5 : away < 15 ? 6 : 7;
    return (d < 0 ? 0 : 8) + away;
}

#endif
