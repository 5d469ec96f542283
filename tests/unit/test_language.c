/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "kernel.h"
#include "language.h"
#include "lemma.h"
#include "limit_table.h"
#include "reader.h"
#include "split.h"

#include <xxhash.h>

static arena a;
static text t;

static sentences split(const char *raw)
{
    sentences out = {0};
    arena_reset(&a, 64u << 20);
    assert_int_equal(text_decode(raw, (uint32_t)strlen(raw), &a, &t), ENTENTE_OK);
    assert_int_equal(language_split(model_built_in(), &t, (view){0, t.length}, &a, &out), ENTENTE_OK);
    return out;
}

static void splits_sentences(void **state)
{
    (void)state;
    assert_int_equal(split("It rained. They left. \"Why?\" she asked. He did not say.").count, 4);
    assert_int_equal(split("Mr. Brown of the U.S. Senate met Dr. Green at 10 a.m. on Friday.").count, 1);
    assert_int_equal(split("He came from the U.S. The others did not.").count, 2);
    assert_int_equal(split("Acme Inc. agreed to pay 1.5 million dollars.").count, 1);
    assert_int_equal(split("\"They spoke to the Union. President Doe led a war in the hills.").count, 2); /* in one quote */
}

static void expect_tokens(const char *raw, const char *want)
{
    sentences s = split(raw);
    char got[512] = "";
    assert_int_equal(language_tokenize(model_built_in(), &t, &a, &s.items[0]), ENTENTE_OK);
    for (uint32_t i = 0; i < s.items[0].count; i++) {
        strcat(got, i ? "|" : "");
        strncat(got, t.data + s.items[0].tokens[i].start, s.items[0].tokens[i].end - s.items[0].tokens[i].start);
    }
    assert_string_equal(got, want);
}

static void makes_tokens(void **state)
{
    (void)state;
    expect_tokens("They don't agree, Qin's team cannot.", "They|do|n't|agree|,|Qin|'s|team|can|not|.");
    expect_tokens("Don Lee won, he lets Ma go.", "Don|Lee|won|,|he|lets|Ma|go|.");
    expect_tokens("U.S. firms paid 1,200 (or so).", "U.S.|firms|paid|1,200|(|or|so|)|.");
    expect_tokens("\xE2\x80\x9CNo\xE2\x80\x9D \xE2\x80\x94 he won\xE2\x80\x99t", "\xE2\x80\x9C|No|\xE2\x80\x9D|\xE2\x80\x94|he|wo|n\xE2\x80\x99t");
}

static void the_gate_opens_for_assent_alone(void **state)
{
    (void)state;
    split("Both sides agreed to stop. The rain fell on the quiet hill.");
    assert_true(language_gate(&t, 0, 26, false));
    assert_false(language_gate(&t, 27, t.length, false));
    split("Acme won a contract there. The hotel offers rooms with a view.");
    assert_true(language_gate(&t, 0, 26, false)); /* too common a word, in company */
    assert_false(language_gate(&t, 27, t.length, false));
    assert_true(language_gate(&t, 27, t.length, true));
    static const char *const names[] = {"President Biden greeted the settlers, who had no bread.", "Passengers from the Balkans won the race."};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        split(names[i]);
        assert_false(language_gate(&t, 0, t.length, false)); /* no bid, nothing settled or passed, nobody balked */
    }
}

static void long_sentences_are_cut(void **state)
{
    (void)state;
    char *raw = malloc(60001);
    for (int i = 0; i < 60000; i++)
        raw[i] = i & 1 ? ' ' : 'w';
    raw[60000] = '\0';
    sentences s = split(raw);
    uint32_t tokens_seen = 0;
    for (uint32_t i = 0; i < s.count; i++) {
        assert_int_equal(language_tokenize(model_built_in(), &t, &a, &s.items[i]), ENTENTE_OK);
        assert_true(s.items[i].count <= ENTENTE_LIMIT_SENTENCE_TOKENS);
        tokens_seen += s.items[i].count;
    }
    assert_int_equal(tokens_seen, 30000);
    free(raw);
}

static const char *plain_words;
static token tokens[ENTENTE_LIMIT_SENTENCE_TOKENS];

/* The first sentence of plain text, parsed. */
static uint32_t parse(const char *d)
{
    const model *m = model_built_in();
    reader *r = reader_new(m);
    uint32_t end = split_sentence(m, d, 0, (uint32_t)strlen(d)), n = 0, chunk[2] = {0, 0};
    for (uint32_t k = 0; k < end; k = split_skip(d, tokens[n++].end, end))
        tokens[n] = (token){.start = k, .end = split_token(m, d, k, end, chunk)};
    plain_words = d;
    reader_read(r, d, tokens, n, true);
    reader_free(r);
    return n;
}

static uint32_t find(uint32_t n, const char *form)
{
    for (uint32_t i = 0; i < n; i++)
        if (tokens[i].end - tokens[i].start == strlen(form) && memcmp(plain_words + tokens[i].start, form, strlen(form)) == 0)
            return i;
    fail_msg("no token %s in %s", form, plain_words);
    return 0;
}

static void expect_arc(uint32_t n, const char *dependent, const char *relation, const char *head)
{
    uint32_t d = find(n, dependent), h = tokens[d].head;
    assert_string_equal(model_built_in()->relations[tokens[d].relation], relation);
    if (!*head)
        assert_int_equal(h, n);
    else
        assert_int_equal(h, find(n, head));
}

static void reads_trees(void **state)
{
    (void)state;
    uint32_t n = parse("After months of talks, the company has agreed to sell its ships.");
    expect_arc(n, "agreed", "root", "");
    expect_arc(n, "company", "nsubj", "agreed");
    expect_arc(n, "sell", "xcomp", "agreed");
    expect_arc(n, "ships", "obj", "sell");
    n = parse("The two banks, which signed a pact in May, did not merge.");
    expect_arc(n, "signed", "acl:relcl", "banks");
    expect_arc(n, "which", "nsubj", "signed");
    expect_arc(n, "pact", "obj", "signed");
    expect_arc(n, "not", "advmod", "merge");
    n = parse("The Northern Development Bank (NDB) and Peru signed a loan accord.");
    expect_arc(n, "Bank", "nsubj", "signed");
    expect_arc(n, "NDB", "appos", "Bank");
    expect_arc(n, "Peru", "conj", "Bank");
    expect_arc(n, ")", "punct", "NDB");
}

static void reads_headlines(void **state)
{
    (void)state;
    uint32_t n = parse("France, Spain agree to share power grid");
    expect_arc(n, "agree", "root", "");
    expect_arc(n, "France", "nsubj", "agree");
    expect_arc(n, "Spain", "conj", "France");
    expect_arc(n, "share", "xcomp", "agree");
}

static void makes_lemmas(void **state)
{
    (void)state;
    static const struct { const char *form, *tag, *lemma; } cases[] = {
        {"agreed", "VBD", "agree"}, {"signing", "VBG", "sign"}, {"were", "VBD", "be"}, {"Treaties", "NNS", "treaty"}, {"children", "NNS", "child"},
        {"Warsaw", "NNP", "Warsaw"}, {"broke", "VBD", "break"}, {"planned", "VBN", "plan"}};
    const model *m = model_built_in();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t tag = 0;
        while (strcmp(m->xpos[tag], cases[i].tag) != 0)
            tag++;
        char lemma[LEMMA_BYTES + 1];
        lemma[lemma_write(m, cases[i].form, (uint32_t)strlen(cases[i].form), tag, lemma)] = '\0';
        assert_string_equal(lemma, cases[i].lemma);
    }
}

static void every_kernel_gives_the_same_numbers(void **state)
{
    (void)state;
    enum { INPUTS = 24, OUTPUTS = 112, WORDS = 8, HIDDEN = 48 };
    static int16_t weights[64 * 64 + 64], bias[OUTPUTS], in[WORDS * INPUTS], pre[WORDS * 6 * HIDDEN], want[WORDS * OUTPUTS], got[WORDS * OUTPUTS], want_r[WORDS * 2 * HIDDEN], got_r[WORDS * 2 * HIDDEN];
    static uint8_t bytes_want[WORDS * INPUTS], bytes[WORDS * INPUTS];
    static int8_t small[INPUTS * OUTPUTS];
    static float scales[OUTPUTS];
    static int32_t biases[OUTPUTS];
    uint32_t seed = 9;
#define FILL(array, shift) for (size_t i = 0; i < sizeof array / sizeof *array; i++) array[i] = (int16_t)((int32_t)(seed = seed * 1664525u + 1013904223u) >> (shift))
    FILL(weights, 16);
    FILL(bias, 17);
    FILL(in, 18);
    FILL(pre, 18);
    for (int i = 0; i < INPUTS * OUTPUTS; i++)
        small[i] = (int8_t)(weights[i] % 64);
    for (int i = 0; i < OUTPUTS; i++) {
        scales[i] = 0.01f + (float)i / 1000;
        biases[i] = bias[i];
    }
    const kernel *plain = kernel_form(0);
    const int16_t *rows[] = {bias, weights, weights + 7, in};
    for (uint32_t f = 1; f < KERNEL_FORMS; f++) {
        const kernel *k = kernel_form(f);
        if (!k)
            continue;
        int32_t scores[8], scores_want[8];
        plain->multiply(weights, in, INPUTS, 32, 11, want);
        k->multiply(weights, in, INPUTS, 32, 11, got);
        assert_memory_equal(want, got, 32 * sizeof *want);
        plain->multiply(weights, in, 16, 224, 11, want); /* two runs of 96 and one of 32 */
        k->multiply(weights, in, 16, 224, 11, got);
        assert_memory_equal(want, got, 224 * sizeof *want);
        for (int i = 0; i < 64; i++) {
            static int16_t pairs[2][KERNEL_PAIRS];
            for (int p = 0; p < KERNEL_PAIRS; p++) {
                pairs[0][p] = (int16_t)((p < 90 ? p * 7 + i : i) % 24);
                pairs[1][p] = (int16_t)((p < 90 ? p * 5 + i : i) % 56);
            }
            assert_int_equal(plain->pair(bias, weights + i * 64, (const int16_t(*)[KERNEL_PAIRS])pairs, 90), k->pair(bias, weights + i * 64, (const int16_t(*)[KERNEL_PAIRS])pairs, 90));
        }
        plain->bytes(in, WORDS * INPUTS, 1024, 5, bytes_want);
        k->bytes(in, WORDS * INPUTS, 1024, 5, bytes);
        assert_memory_equal(bytes_want, bytes, sizeof bytes);
        plain->dense(small, scales, biases, bytes, WORDS, INPUTS, OUTPUTS, want);
        k->dense(small, scales, biases, bytes, WORDS, INPUTS, OUTPUTS, got);
        assert_memory_equal(want, got, sizeof want);
        plain->dense(small, scales, biases, bytes, WORDS, INPUTS, 80, want);
        k->dense(small, scales, biases, bytes, WORDS, INPUTS, 80, got);
        assert_memory_equal(want, got, sizeof want);
        plain->gather(rows, 4, 32, 9000, want);
        k->gather(rows, 4, 32, 9000, got);
        assert_memory_equal(want, got, 32 * sizeof *want);
        plain->choose(weights, bias, in, INPUTS, 5, scores_want);
        k->choose(weights, bias, in, INPUTS, 5, scores);
        assert_memory_equal(scores_want, scores, sizeof scores);
        plain->recur(pre, WORDS, HIDDEN, want_r);
        k->recur(pre, WORDS, HIDDEN, got_r);
        assert_memory_equal(want_r, got_r, sizeof want_r);
    }
}

static void damaged_models_are_refused(void **state)
{
    (void)state;
    const model *m = model_built_in();
    model out;
    const char *why;
    uint8_t *copy = aligned_alloc(64, (m->size + 63) / 64 * 64);
    memcpy(copy, m->bytes, m->size);
    assert_int_equal(model_read(copy, m->size, &out, &why), ENTENTE_OK);
    assert_int_equal(model_read(copy, m->size - 1, &out, &why), ENTENTE_UNREADABLE);
    assert_non_null(strstr(why, "size"));
    assert_int_equal(model_read(copy, 20, &out, &why), ENTENTE_UNREADABLE);
    copy[m->size / 2] ^= 1;
    assert_int_equal(model_read(copy, m->size, &out, &why), ENTENTE_UNREADABLE);
    assert_non_null(strstr(why, "checksum"));
    copy[m->size / 2] ^= 1;
    copy[8] = MODEL_VERSION + 1;
    assert_int_equal(model_read(copy, m->size, &out, &why), ENTENTE_UNREADABLE);
    assert_non_null(strstr(why, "newer"));
    copy[8] = MODEL_VERSION;
    copy[0] = 'X';
    assert_int_equal(model_read(copy, m->size, &out, &why), ENTENTE_UNREADABLE);
    copy[0] = 'E';
    for (int i = 0; i < 8; i++) /* a section that lies beyond the file */
        copy[32 + 24 + 8 + i] = i < 4 ? 0xC0 : 0;
    uint64_t sum = XXH64(copy + 32, m->size - 32, 0);
    memcpy(copy + 24, &sum, sizeof sum);
    assert_int_equal(model_read(copy, m->size, &out, &why), ENTENTE_UNREADABLE);
    assert_non_null(strstr(why, "bounds"));
    free(copy);
    assert_int_equal(model_open("/nonexistent", &out, &why), ENTENTE_UNREADABLE);
    assert_int_equal(model_open("/", &out, &why), ENTENTE_UNREADABLE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(splits_sentences), cmocka_unit_test(makes_tokens),
                                       cmocka_unit_test(the_gate_opens_for_assent_alone), cmocka_unit_test(long_sentences_are_cut),
                                       cmocka_unit_test(reads_trees), cmocka_unit_test(reads_headlines), cmocka_unit_test(makes_lemmas),
                                       cmocka_unit_test(every_kernel_gives_the_same_numbers), cmocka_unit_test(damaged_models_are_refused)};
    arena_init(&a, 0);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_done(&a);
    return failed;
}
