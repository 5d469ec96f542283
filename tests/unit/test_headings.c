/* SPDX-License-Identifier: MIT */
#include <float.h>
#include <math.h>

#include "check.h"
#include "headings.h"
#include "train.h"

enum { BLOCKS = 8 };

static arena a;
static block_features f[BLOCKS];
static float p[BLOCKS][LABELS];

static void put(uint32_t i, float words, float body, float heading, uint16_t shape)
{
    f[i].numbers[FEATURE_NUMBERS + OWN_WORDS] = words;
    f[i].shape = shape;
    p[i][LABEL_BODY] = body;
    p[i][LABEL_HEADING] = heading;
}

/* A menu's line, prose, a heading, prose, prose, a heading like it, a caption, prose. */
static void put_page(void)
{
    memset(f, 0, sizeof f);
    memset(p, 0, sizeof p);
    put(0, 2, 0.01f, 0.9f, 7);
    put(1, 40, 0.9f, 0.02f, 0);
    put(2, 4, 0.8f, 0.7f, 7);
    put(3, 30, 0.9f, 0.01f, 0);
    put(4, 50, 0.9f, 0.01f, 0);
    put(5, 6, 0.6f, 0.3f, 7);
    put(6, 9, 0.4f, 0.02f, 8);
    put(7, 25, 0.9f, 0.6f, 0);
}

static uint32_t *candidates, found;

static void read_page(uint32_t count)
{
    arena_reset(&a, 1u << 20);
    assert_int_equal(headings_read(f, count, p, &a, &candidates, &found), ENTENTE_OK);
}

static float number(uint32_t i, heading_number k) { return f[i].numbers[FEATURE_NUMBERS + k]; }

static void asks_of_short_blocks_of_the_article(void **state)
{
    (void)state;
    put_page();
    read_page(BLOCKS);
    assert_int_equal(found, 2); /* not the menu's line, nor what is too long or hardly a heading */
    assert_int_equal(candidates[0], 2);
    assert_int_equal(candidates[1], 5);
}

static void sees_the_article_around(void **state)
{
    (void)state;
    put_page();
    read_page(BLOCKS);
    static const struct {
        heading_number of;
        float second, fifth;
    } told[] = {
        {OWN_BODY, 0.8f, 0.6f}, {OWN_HEADING, 0.7f, 0.3f}, {BEFORE_WORDS, 40, 50}, {BEFORE_BODY, 0.9f, 0.9f}, {BEFORE_HEADING, 0.02f, 0.01f}, {AFTER_WORDS, 30, 9}, {AFTER_BODY, 0.9f, 0.4f},
        {AFTER_HEADING, 0.01f, 0.02f}, {SECOND_BEFORE_WORDS, -1, 30}, {SECOND_BEFORE_HEADING, -1, 0.01f}, {SECOND_AFTER_WORDS, 50, 25}, {SECOND_AFTER_BODY, 0.9f, 0.9f}, {SECOND_AFTER_HEADING, 0.01f, 0.6f},
        {PLACE, 1, 4}, {PLACE_SHARE, 1 / 7.0f, 4 / 7.0f}, {PROSE_BEFORE, 40, 80}, {PROSE_AFTER, 80, 0}, {SHORTS, 3, 3}, {SHORTS_SHARE, 3 / 7.0f, 3 / 7.0f}, {WORDS_A_SHORT, 164 / 3.0f, 164 / 3.0f},
        {SHORTS_HEADING, 1.02f / 3, 1.02f / 3}, {SHORTS_LIKELY, 1, 1}, {ALIKE, 2, 2}, {ALIKE_HEADING, 0.5f, 0.5f}, {ALIKE_MOST, 0.7f, 0.7f},
    };
    for (size_t k = 0; k < sizeof told / sizeof *told; k++) {
        assert_float_equal(number(2, told[k].of), told[k].second, 1e-5);
        assert_float_equal(number(5, told[k].of), told[k].fifth, 1e-5);
    }
}

static void sees_that_nothing_is_around(void **state)
{
    (void)state;
    put_page();
    put(0, 2, 0.5f, 0.9f, 7);
    read_page(1);
    assert_int_equal(found, 1);
    assert_float_equal(number(0, BEFORE_WORDS), -1, 0);
    assert_float_equal(number(0, AFTER_BODY), -1, 0);
    assert_float_equal(number(0, PROSE_BEFORE), 0, 0);
    assert_float_equal(number(0, PROSE_AFTER), 0, 0);
}

static void trees_add_up(void **state)
{
    static heading_trees m;
    (void)state;
    put_page();
    for (unsigned t = 0; t < HEADING_TREES; t++)
        for (unsigned k = 0; k < HEADING_SPLITS; k++)
            m.trees[t].threshold[k] = FLT_MAX;
    m.start = -1;
    m.trees[0].leaf[0] = 0.5f;
    m.trees[HEADING_TREES - 1].number[0] = FEATURE_NUMBERS + OWN_WORDS;
    m.trees[HEADING_TREES - 1].threshold[0] = 4;
    m.trees[HEADING_TREES - 1].leaf[0] = 2.5f;
    m.trees[HEADING_TREES - 1].leaf[4] = -1.5f;
    arena_reset(&a, 1u << 20);
    assert_int_equal(headings_label(&m, f, BLOCKS, &a, p), ENTENTE_OK);
    assert_float_equal(p[2][LABEL_HEADING], 1 / (1 + expf(-2)), 1e-5);
    assert_float_equal(p[5][LABEL_HEADING], 1 / (1 + expf(2)), 1e-5);
    for (uint32_t i = 0; i < BLOCKS; i++)
        if (i != 2 && i != 5)
            assert_float_equal(p[i][LABEL_HEADING], 0, 0);
}

/* What is a heading if one number is high and another is not, whatever a third says. */
static void learns_what_depends_on_two_numbers(void **state)
{
    enum { ROWS = 2000 };
    static heading_row items[ROWS];
    static heading_trees m;
    heading_rows rows = {items, ROWS};
    uint32_t random = 1, right = 0;
    (void)state;
    for (uint32_t i = 0; i < ROWS; i++) {
        for (int k = 0; k < 3; k++) {
            random = random * 1664525u + 1013904223u;
            items[i].numbers[10 + k] = (float)(random >> 16) / 65536;
        }
        items[i].weight = 1;
        items[i].heading = items[i].numbers[10] > 0.3f && items[i].numbers[11] <= 0.6f;
    }
    learn_headings(&rows, &m);
    for (uint32_t i = 0; i < ROWS; i++) {
        put_page();
        memcpy(f[2].numbers + 10, items[i].numbers + 10, 3 * sizeof(float));
        arena_reset(&a, 1u << 20);
        assert_int_equal(headings_label(&m, f, BLOCKS, &a, p), ENTENTE_OK);
        right += (p[2][LABEL_HEADING] > 0.5f) == items[i].heading;
    }
    assert_true(right > ROWS * 97 / 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(asks_of_short_blocks_of_the_article),
        cmocka_unit_test(sees_the_article_around),
        cmocka_unit_test(sees_that_nothing_is_around),
        cmocka_unit_test(trees_add_up),
        cmocka_unit_test(learns_what_depends_on_two_numbers),
    };
    arena_init(&a, 0);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_done(&a);
    return failed;
}
