/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "text.h"

static arena a;

static text decode(const char *raw, size_t n)
{
    text t;
    arena_reset(&a, 64u << 20);
    assert_int_equal(text_decode(raw, (uint32_t)n, &a, &t), ENTENTE_OK);
    return t;
}

static void expect(const char *raw, const char *want)
{
    text t = decode(raw, strlen(raw));
    assert_string_equal(t.data, want);
}

static void folds_white_space(void **state)
{
    (void)state;
    expect("  one \t two\r\n\r\nthree\xC2\xA0""four  ", "one two\nthree four");
    text t = decode("a\n\n\nb", 5);
    assert_int_equal(t.line_count, 2);
    assert_int_equal(t.lines[1].blank_before, 2);
}

static void repairs_bytes(void **state)
{
    (void)state;
    expect("caf\xE9 \x93ok\x94", "caf\xC3\xA9 \xE2\x80\x9Cok\xE2\x80\x9D");
    expect("\xEF\xBB\xBFhi", "hi");
    expect("A &amp; B &mdash; &#8217; &#x41; &nosuch; &", "A & B \xE2\x80\x94 \xE2\x80\x99 A &nosuch; &");
    expect("soft\xC2\xADhyphen", "softhyphen");
    text t = decode("x\xFFy", 3);
    assert_int_equal(t.warning_count, 1);
    assert_string_equal(t.warnings[0].code, "REPAIRED_BYTES");
}

static const char sign_of_markdown[] = "\n## One\n## Two";

static void expect_of_markdown(const char *raw, const char *want)
{
    char whole[4000], wanted[4000];
    snprintf(whole, sizeof whole, "%s%s", raw, sign_of_markdown);
    snprintf(wanted, sizeof wanted, "%s\nOne\nTwo", want);
    expect(whole, wanted);
    expect(raw, raw); /* without such signs it is text */
}

static void drops_marks_of_markdown(void **state)
{
    (void)state;
    expect_of_markdown("**LIMA** -- The _two_ towns *agreed* on `it`", "LIMA -- The two towns agreed on it");
    expect_of_markdown("a [long deal](https://x.org/a_(b)?c=1 \"T\") [here] (there)", "a long deal [here] (there)");
    expect_of_markdown("a ![a pier](p.jpg) b ![](q.jpg)", "a b");
    expect_of_markdown("[![](i.png)](/home) home", "home");
    expect_of_markdown("> said >> she", "said >> she");
    expect_of_markdown("snake_case 5*3 2 * 3 __init__", "snake_case 5*3 2 * 3 init");
    expect_of_markdown("\\*no\\* C:\\dir #1 # x [a](", "*no* C:\\dir #1 # x [a](");
    expect_of_markdown("* item [x]() [a](b\nc) [see\nit](/x)", "* item [x]() [a](b\nc) see\nit");
    expect_of_markdown("foo**bar**s my__name", "foobars my__name");
    expect("[one](/a) [two](#b)", "one two");
    expect("## One\ntext\n## Two", "One\ntext\nTwo");
    expect("## One\n\n![](p.jpg)\n\n## Two\n\n![](q.jpg)", "One\nTwo");
    expect("![](p.jpg)\n## One\n## Two\n", "One\nTwo");
    expect("## Caf\xC3\xA0** one\n## Two", "Caf\xC3\xA0 one\nTwo");
    expect("## Caf\xC3\xA0*\n## Two", "Caf\xC3\xA0\nTwo");
    expect("[one](http://x.org) [two](http://x.org)", "one two");
    text t = decode("# Top\n### Low\n#hash", 20);
    assert_string_equal(t.data, "# Top\n### Low\n#hash");
    t = decode("# Top\n## **Low**\ntext\n### [Link](/a)", 37);
    assert_string_equal(t.data, "Top\nLow\ntext\nLink");
    assert_true(t.lines[0].heading == 1 && t.lines[1].heading == 2 && t.lines[2].heading == 0 && t.lines[3].heading == 3);
    text pictured = decode("## One\n![](p.jpg)\n## Two", 24);
    assert_true(pictured.line_count == 2 && pictured.lines[1].blank_before == 1 && pictured.lines[1].heading == 2);
    t = decode("# Top\n## **Low**\ntext\n### [Link](/a)", 37);
    entente_span s = text_raw_span(&t, 4, 7);
    assert_true(s.start == 11 && s.end == 14);
}

static void hostile_markdown_ends(void **state)
{
    static const char *const pieces[] = {"[", "](", "![](", "[](", "*_", "\\", "# ", "a](b", "[a](b)", "> "};
    enum { BYTES = 400000 };
    char *raw = malloc(BYTES + 64);
    (void)state;
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        size_t n = strlen(pieces[i]), length = 0;
        for (; length + n <= BYTES; length += n)
            memcpy(raw + length, pieces[i], n);
        memcpy(raw + length, sign_of_markdown, sizeof sign_of_markdown);
        text t;
        arena_reset(&a, 64u << 20);
        assert_int_equal(text_decode(raw, (uint32_t)(length + sizeof sign_of_markdown - 1), &a, &t), ENTENTE_OK);
    }
    free(raw);
}

static void composes(void **state)
{
    (void)state;
    expect("e\xCC\x81t\xC3\xA9", "\xC3\xA9t\xC3\xA9");
    expect("\xE2\x84\xAB", "\xC3\x85");
}

static void reads_utf16(void **state)
{
    (void)state;
    text t = decode("\xFF\xFEh\0i\0 \0\x14\x20", 10);
    assert_string_equal(t.data, "hi \xE2\x80\x94");
}

static void keeps_offsets(void **state)
{
    (void)state;
    const char *raw = "A &amp; B\r\n\r\ncaf\xE9 end";
    text t = decode(raw, strlen(raw));
    const char *end = strstr(t.data, "end"), *amp = strstr(t.data, "&");
    entente_span s = text_raw_span(&t, (uint32_t)(end - t.data), (uint32_t)(end - t.data) + 3);
    assert_memory_equal(raw + s.start, "end", 3);
    assert_int_equal(s.end - s.start, 3);
    s = text_raw_span(&t, (uint32_t)(amp - t.data), (uint32_t)(amp - t.data) + 1);
    assert_int_equal(s.start, 2);
    assert_int_equal(s.end, 7);
}

static void refuses(void **state)
{
    (void)state;
    text t;
    char zeros[100] = {0};
    arena_reset(&a, 1 << 20);
    assert_int_equal(text_decode(" \n\t ", 4, &a, &t), ENTENTE_EMPTY);
    assert_int_equal(text_decode("", 0, &a, &t), ENTENTE_EMPTY);
    assert_int_equal(text_decode(zeros, sizeof zeros, &a, &t), ENTENTE_NOT_TEXT);
    arena_reset(&a, 100);
    assert_int_equal(text_decode("some words that need more", 25, &a, &t), ENTENTE_LIMIT);
}

/* Any bytes decode to valid text whose every byte maps into the raw input. */
static void survives_noise(void **state)
{
    (void)state;
    srand(7);
    for (int round = 0; round < 3000; round++) {
        char raw[64];
        size_t n = (size_t)(rand() % 64);
        for (size_t i = 0; i < n; i++)
            raw[i] = rand() % 3 ? (char)("ab &;#x\xCC\x81\xE2\x80\x99\n"[rand() % 13]) : (char)(rand() & 255);
        text t;
        arena_reset(&a, 1 << 20);
        if (text_decode(raw, (uint32_t)n, &a, &t))
            continue;
        for (uint32_t i = 0; i < t.length; i++) {
            entente_span s = text_raw_span(&t, i, i + 1);
            assert_true(s.start <= n && s.end <= n && s.start <= s.end);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(folds_white_space), cmocka_unit_test(repairs_bytes), cmocka_unit_test(drops_marks_of_markdown), cmocka_unit_test(hostile_markdown_ends), cmocka_unit_test(composes), cmocka_unit_test(reads_utf16),
        cmocka_unit_test(keeps_offsets),     cmocka_unit_test(refuses),       cmocka_unit_test(survives_noise),
    };
    arena_init(&a, 0);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_done(&a);
    return failed;
}
