/* SPDX-License-Identifier: MIT */
/* What the tests of agreements, parties and records share: an article from its text, and what is expected of it. */
#ifndef ENTENTE_CHECK_AGREEMENTS_H
#define ENTENTE_CHECK_AGREEMENTS_H
#include "check.h"
#include "pipeline.h"
#include "reader.h"

static arena a; /* of the article read last */

static inline int open_arena(void **state) { return (void)state, arena_init(&a, 0), 0; }
static inline int close_arena(void **state) { return (void)state, arena_done(&a), 0; }

/* What the rules find, or the rules and what is learnt; `watch` is told, if given. */
static inline entente_article read_with(const char *raw, bool rules_only, struct learnt_watch *watch)
{
    entente_article r;
    static reader *r_model;
    if (!r_model)
        r_model = reader_new(model_built_in());
    pipeline_options options = {.until = ENTENTE_STAGE_AGREEMENTS, .keep_removed = true, .explain = true, .rules_only = rules_only, .reader = r_model, .watch = watch};
    arena_reset(&a, pipeline_memory(strlen(raw)));
    assert_int_equal(pipeline_run(raw, strlen(raw), &options, &a, &r), ENTENTE_OK);
    return r;
}

static inline entente_article read_text(const char *raw) { return read_with(raw, true, NULL); }

/* The first record; fails where there is none. */
static inline const entente_agreement *first_of(entente_article r)
{
    assert_true(r.agreement_count > 0);
    return &r.agreements[0];
}

/* No record, in an article that goes on: of a text that is one sentence more is read. */
static inline void expect_none(const char *raw)
{
    char article[1024];
    assert_true(snprintf(article, sizeof article, "%s The shops by the harbour stayed shut until noon.", raw) < (int)sizeof article);
    if (read_text(article).agreement_count)
        fail_msg("a record in: %s", raw);
}

/* One record with these statuses, parties and obligations, parted by '|'. */
static inline void expect(const char *raw, entente_kind kind, entente_agreement_status status, const char *named, const char *obligations)
{
    entente_article r = read_text(raw);
    char got[1024] = "";
    if (r.agreement_count != 1)
        fail_msg("%zu records in: %s", r.agreement_count, raw);
    const entente_agreement *g = &r.agreements[0];
    for (size_t i = 0; i < g->party_count; i++)
        snprintf(got + strlen(got), sizeof got - strlen(got), "%s%s", i ? "|" : "", g->parties[i].name);
    assert_string_equal(got, named);
    got[0] = '\0';
    for (size_t i = 0; i < g->obligation_count; i++) {
        snprintf(got + strlen(got), sizeof got - strlen(got), "%s%s", i ? "|" : "", g->obligations[i].text);
        entente_span s = g->obligations[i].span;
        assert_memory_equal(raw + s.start, g->obligations[i].text, s.end - s.start);
    }
    assert_string_equal(got, obligations);
    assert_int_equal(g->kind, kind);
    assert_int_equal(g->status, status);
}

/* One record of a headline above a body that tells of none. */
static inline void expect_headline(const char *headline, entente_agreement_status status, const char *named)
{
    char raw[512];
    snprintf(raw, sizeof raw, "%s\n\nIt rained over the hills for most of the morning, and the shops by the harbour stayed shut until noon.\n\nThe weather office said that more rain would fall before the weekend.\n", headline);
    entente_article r = read_text(raw);
    char got[256] = "";
    if (r.agreement_count != 1)
        fail_msg("%zu records in: %s", r.agreement_count, headline);
    for (size_t k = 0; k < r.agreements[0].party_count; k++)
        snprintf(got + strlen(got), sizeof got - strlen(got), "%s%s", k ? "|" : "", r.agreements[0].parties[k].name);
    assert_string_equal(got, named);
    assert_int_equal(r.agreements[0].status, status);
}

/* The parties of the last record of an article, parted by '|'. */
static inline void expect_sides(const char *raw, const char *named)
{
    entente_article r = read_text(raw);
    char got[1024] = "";
    if (!r.agreement_count)
        fail_msg("no record in: %s", raw);
    const entente_agreement *g = &r.agreements[r.agreement_count - 1];
    for (size_t i = 0; i < g->party_count; i++)
        snprintf(got + strlen(got), sizeof got - strlen(got), "%s%s", i ? "|" : "", g->parties[i].name);
    if (strcmp(got, named) != 0)
        fail_msg("%s, not %s in: %s", got, named, raw);
}

#endif
