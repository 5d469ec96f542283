/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "limit_table.h"
#include "wire.h"

static arena a;

static void headers_come_back(void **state)
{
    (void)state;
    wire_job jobs[] = {{"one", 1, 10}, {"two", 0, 4000000000u}};
    wire_header h = {.type = WIRE_BATCH, .batch_id = 7, .jobs = jobs, .count = 2, .until = ENTENTE_STAGE_SECTIONS, .explain = true}, back;
    const uint8_t *data;
    size_t n;
    assert_int_equal(wire_header_pack(&h, &a, &data, &n), ENTENTE_OK);
    assert_int_equal(wire_header_unpack(data, n, &a, &back), ENTENTE_OK);
    assert_int_equal(back.type, WIRE_BATCH);
    assert_int_equal(back.count, 2);
    assert_string_equal(back.jobs[1].id, "two");
    assert_int_equal(back.jobs[1].length, 4000000000u);
    assert_int_equal(back.until, ENTENTE_STAGE_SECTIONS);
    assert_true(back.explain && !back.keep_removed);
}

/* Which of the two it was tells whom to blame. */
static void an_arena_tells_its_cap_from_no_memory(void **state)
{
    (void)state;
    arena b;
    arena_init(&b, 1000);
    assert_null(arena_alloc(&b, 2000));
    assert_true(b.full && !b.starved);
    arena_done(&b);
#if !defined __SANITIZE_ADDRESS__ && !defined __SANITIZE_THREAD__ /* they end the process */
    arena_init(&b, SIZE_MAX / 2);
    assert_null(arena_alloc(&b, SIZE_MAX / 4));
    assert_true(b.full && b.starved);
    arena_done(&b);
#endif
}

static void a_welcome_comes_back(void **state)
{
    (void)state;
    const uint64_t batches[] = {7, UINT64_MAX};
    wire_header h = {.type = WIRE_WELCOME, .boot_id = 3, .credit = 4, .threads = 2, .max_article_bytes = 1000, .previous_boot_ids = batches, .previous_boot_count = 1, .died_with = batches, .died_with_count = 2}, back;
    const uint8_t *data;
    size_t n;
    assert_int_equal(wire_header_pack(&h, &a, &data, &n), ENTENTE_OK);
    assert_int_equal(wire_header_unpack(data, n, &a, &back), ENTENTE_OK);
    assert_int_equal(back.boot_id, 3);
    assert_int_equal(back.previous_boot_count, 1);
    assert_true(back.previous_boot_ids[0] == 7);
    assert_int_equal(back.died_with_count, 2);
    assert_true(back.died_with[0] == 7 && back.died_with[1] == UINT64_MAX);
    assert_int_equal(back.max_article_bytes, 1000);
}

static void statuses_come_back(void **state)
{
    (void)state;
    wire_result results[] = {{"a", ENTENTE_OK, 3, 5, ""}, {"b", ENTENTE_TOO_LARGE, 0, 5, "large"}};
    wire_header h = {.type = WIRE_BATCH_REPLY, .batch_id = 7, .results = results, .count = 2}, back;
    const uint8_t *data;
    size_t n;
    assert_int_equal(wire_header_pack(&h, &a, &data, &n), ENTENTE_OK);
    assert_int_equal(wire_header_unpack(data, n, &a, &back), ENTENTE_OK);
    assert_int_equal(back.results[0].status, ENTENTE_OK);
    assert_int_equal(back.results[1].status, ENTENTE_TOO_LARGE);
    assert_string_equal(back.results[1].message, "large");
}

static void refuses_bad_headers(void **state)
{
    (void)state;
    wire_header back;
    const uint8_t newer[] = {0x08, 0x02, 0x12, 0x00}, none[] = {0x08, 0x01}, zero[] = {0x12, 0x00}, cut[] = {0x08, 0x01, 0x12, 0x50};
    assert_int_equal(wire_header_unpack(newer, sizeof newer, &a, &back), ENTENTE_VERSION);
    assert_int_equal(wire_header_unpack(none, sizeof none, &a, &back), ENTENTE_INVALID);
    assert_int_equal(wire_header_unpack(zero, sizeof zero, &a, &back), ENTENTE_INVALID);
    assert_int_equal(wire_header_unpack(cut, sizeof cut, &a, &back), ENTENTE_INVALID);
    uint8_t *large = calloc(1, ENTENTE_LIMIT_HEADER_BYTES + 1);
    assert_int_equal(wire_header_unpack(large, ENTENTE_LIMIT_HEADER_BYTES + 1, &a, &back), ENTENTE_INVALID);
    free(large);
}

static void articles_come_back(void **state)
{
    (void)state;
    entente_party party = {"Ghana", "Accra", "GHA", ENTENTE_SECTOR_GOV};
    entente_obligation obligation = {"share the port", {5, 19}};
    entente_mention mention = {"agreed", {1, 7}, {0, 20}, ENTENTE_AGREEMENT_PENDING, ""};
    entente_agreement agreement = {.kind = ENTENTE_KIND_MUTUAL, .status = ENTENTE_AGREEMENT_REACHED, .parties = &party, .party_count = 1,
                                   .obligations = &obligation, .obligation_count = 1, .mentions = &mention, .mention_count = 1, .confidence_percent = 93};
    entente_paragraph paragraph = {"text", {0, 4}};
    entente_section section = {"Heading", &paragraph, 1};
    entente_article article = {.title = "T", .sections = &section, .section_count = 1, .agreements = &agreement, .agreement_count = 1}, back;
    const uint8_t *data;
    size_t n;
    assert_int_equal(wire_article_pack(&article, &a, &data, &n), ENTENTE_OK);
    assert_int_equal(wire_article_unpack(data, n, &a, &back), ENTENTE_OK);
    assert_string_equal(back.title, "T");
    assert_string_equal(back.byline, "");
    assert_string_equal(back.sections[0].paragraphs[0].text, "text");
    assert_string_equal(back.agreements[0].parties[0].country, "GHA");
    assert_int_equal(back.agreements[0].obligations[0].span.end, 19);
    assert_non_null(back.agreements[0].mentions[0].content);
    assert_int_equal(back.agreements[0].mentions[0].status, ENTENTE_AGREEMENT_PENDING);
    assert_int_equal(back.agreements[0].confidence_percent, 93);
}

static void survives_mutation(void **state)
{
    (void)state;
    wire_job jobs[] = {{"one", 1, 10}, {"two", 0, 20}};
    wire_header h = {.type = WIRE_BATCH, .batch_id = 7, .jobs = jobs, .count = 2}, back;
    const uint8_t *data;
    size_t n;
    assert_int_equal(wire_header_pack(&h, &a, &data, &n), ENTENTE_OK);
    uint8_t copy[256];
    srand(3);
    for (int i = 0; i < 20000; i++) {
        arena scratch;
        arena_init(&scratch, 1 << 20);
        memcpy(copy, data, n);
        for (int k = rand() % 4; k >= 0; k--)
            copy[(size_t)rand() % n] = (uint8_t)rand();
        entente_status e = wire_header_unpack(copy, (size_t)rand() % (n + 1), &scratch, &back);
        assert_true(e == ENTENTE_OK || e == ENTENTE_INVALID || e == ENTENTE_VERSION || e == ENTENTE_LIMIT);
        arena_done(&scratch);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(headers_come_back), cmocka_unit_test(a_welcome_comes_back), cmocka_unit_test(an_arena_tells_its_cap_from_no_memory), cmocka_unit_test(statuses_come_back), cmocka_unit_test(refuses_bad_headers),
                                       cmocka_unit_test(articles_come_back), cmocka_unit_test(survives_mutation)};
    arena_init(&a, 64u << 20);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_done(&a);
    return failed;
}
