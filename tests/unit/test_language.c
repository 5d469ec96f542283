/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "language.h"

static arena a;
static text t;

static sentences split(const char *raw)
{
    sentences out = {0};
    arena_reset(&a, 64u << 20);
    assert_int_equal(text_decode(raw, (uint32_t)strlen(raw), &a, &t), ENTENTE_OK);
    assert_int_equal(language_split(&t, (view){0, t.length}, &a, &out), ENTENTE_OK);
    return out;
}

static void splits_sentences(void **state)
{
    (void)state;
    assert_int_equal(split("It rained. They left. \"Why?\" she asked. He did not say.").count, 4);
    assert_int_equal(split("Mr. Brown of the U.S. Senate met Dr. Green at 10 a.m. on Friday.").count, 1);
    assert_int_equal(split("He came from the U.S. The others did not.").count, 2);
    assert_int_equal(split("Acme Inc. agreed to pay 1.5 million dollars.").count, 1);
}

static void expect_tokens(const char *raw, const char *want)
{
    sentences s = split(raw);
    char got[512] = "";
    assert_int_equal(language_tokenize(&t, &a, &s.items[0]), ENTENTE_OK);
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
    expect_tokens("U.S. firms paid 1,200 (or so).", "U.S.|firms|paid|1,200|(|or|so|)|.");
    expect_tokens("\xE2\x80\x9CNo\xE2\x80\x9D \xE2\x80\x94 he won\xE2\x80\x99t", "\xE2\x80\x9C|No|\xE2\x80\x9D|\xE2\x80\x94|he|wo|n\xE2\x80\x99t");
}

static void the_gate_opens_for_assent_alone(void **state)
{
    (void)state;
    split("Both sides agreed to stop. The rain fell on the quiet hill.");
    assert_true(language_gate(&t, 0, 26));
    assert_false(language_gate(&t, 27, t.length));
}

static void long_sentences_are_cut(void **state)
{
    (void)state;
    char *raw = malloc(60001);
    for (int i = 0; i < 60000; i++)
        raw[i] = i & 1 ? ' ' : 'w';
    raw[60000] = '\0';
    sentences s = split(raw);
    assert_int_equal(language_tokenize(&t, &a, &s.items[0]), ENTENTE_OK);
    assert_int_equal(s.items[0].count, 512);
    free(raw);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(splits_sentences), cmocka_unit_test(makes_tokens),
                                       cmocka_unit_test(the_gate_opens_for_assent_alone), cmocka_unit_test(long_sentences_are_cut)};
    arena_init(&a, 0);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_done(&a);
    return failed;
}
