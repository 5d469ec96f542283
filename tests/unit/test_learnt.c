/* SPDX-License-Identifier: MIT */
/* What is learnt about agreements: features that hold no names and are bounded, and what the shipped model adds to the rules. */
#include "check.h"
#include "learnt.h"
#include "pipeline.h"
#include "reader.h"

static arena memory;

enum { MOST_KEPT = 64 };

/* Keeps the features of the words of the sentences it is told of. */
typedef struct keeper {
    learnt_watch watch;
    learnt_features kept[MOST_KEPT];
    uint32_t count;
} keeper;

static void keep(learnt_watch *self, parties *p, learnt_sentence *x)
{
    keeper *k = (keeper *)self;
    for (uint32_t i = 0; i < x->t->s->count && k->count < MOST_KEPT; i++) {
        learnt_candidate who[LEARNT_CANDIDATES];
        uint32_t count;
        if (!learnt_may_trigger(x->t, x->classes, i))
            continue;
        learnt_trigger_features(x, i, &k->kept[k->count++]);
        learnt_trigger g = learnt_trigger_of(x, i, ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED);
        uint32_t in_play = p->pair_count;
        assert_int_equal(learnt_candidates(p, &g, who, &count), ENTENTE_OK);
        assert_int_equal(p->pair_count, in_play); /* nobody is put in play by being looked at */
        for (uint32_t q = 0; q < count && k->count < MOST_KEPT; q++)
            learnt_party_features(p, &g, &who[q], &k->kept[k->count++]);
        for (uint32_t q = 0; q < x->t->s->count && k->count < MOST_KEPT; q++)
            if (learnt_may_be_content(&g, q))
                learnt_content_features(&g, q, &k->kept[k->count++]);
    }
}

static entente_article read_with(const char *raw, bool rules_only, keeper *k)
{
    entente_article r;
    static reader *r_model;
    if (!r_model)
        r_model = reader_new(model_built_in());
    pipeline_options options = {.until = ENTENTE_STAGE_AGREEMENTS, .explain = true, .rules_only = rules_only, .reader = r_model, .watch = k ? &k->watch : NULL};
    arena_reset(&memory, pipeline_memory(strlen(raw)));
    assert_int_equal(pipeline_run(raw, strlen(raw), &options, &memory, &r), ENTENTE_OK);
    return r;
}

static void same_features(const char *first, const char *second)
{
    static keeper x, y;
    x = y = (keeper){.watch = {keep}};
    read_with(first, true, &x);
    read_with(second, true, &y);
    assert_true(x.count > 2);
    assert_int_equal(x.count, y.count);
    for (uint32_t i = 0; i < x.count; i++) {
        assert_int_equal(x.kept[i].count, y.kept[i].count);
        assert_memory_equal(x.kept[i].hashes, y.kept[i].hashes, x.kept[i].count * sizeof *x.kept[i].hashes);
    }
}

static void keeps_names_out_of_features(void **state)
{
    (void)state;
    same_features("Chile signed a treaty with Peru on Monday.", "Chad signed a treaty with Iran on Monday.");
    same_features("On Friday Doe & Sons signed an accord with Mr. Roe.", "On Friday Poe & Sons signed an accord with Mr. Moe.");
    same_features("On Monday Peruvian growers signed an accord with the union.", "On Monday Kenyan growers signed an accord with the union.");
    same_features("The two states signed a treaty. We agreed to that in Peru.", "The two states signed a treaty. We agreed to that in Chad.");
    same_features("It pledged $500 to the school.", "It pledged $712 to the school.");
}

static void bounds_features(void **state)
{
    (void)state;
    static token tokens[ENTENTE_LIMIT_SENTENCE_TOKENS];
    static uint64_t classes[ENTENTE_LIMIT_SENTENCE_TOKENS];
    static tree t;
    static learnt_sentence x;
    static learnt_features f;
    sentence s = {.tokens = tokens, .count = ENTENTE_LIMIT_SENTENCE_TOKENS, .read = true};
    parties p = {.arena = &memory};
    for (uint32_t i = 0; i < s.count; i++) { /* a verb on which hundreds of nouns hang */
        tokens[i] = (token){.start = 3 * i, .end = 3 * i + 2, .low = i ? "unions" : "sign", .lemma = i ? "union" : "sign", .pos = i ? POS_NOUN : POS_VERB, .dep = i ? (uint8_t)(DEP_OBJ + i % 5) : DEP_ROOT, .head = i ? 0 : (uint16_t)s.count};
        classes[i] = lexicon_classes(tokens[i].lemma);
    }
    tree_build(&t, &s);
    learnt_read_sentence(&p, &t, classes, &x);
    assert_true(learnt_may_trigger(&t, classes, 0));
    learnt_trigger_features(&x, 0, &f);
    assert_int_equal(f.count, LEARNT_FEATURES);
    learnt_trigger g = learnt_trigger_of(&x, 0, ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED);
    for (uint32_t i = 1; i < s.count; i++) {
        learnt_content_features(&g, i, &f);
        assert_true(f.count < LEARNT_FEATURES);
    }
}

/* The record whose trigger is a word, or NULL. */
static const entente_agreement *record_at(const entente_article *r, const char *trigger)
{
    for (size_t i = 0; i < r->agreement_count; i++)
        for (size_t k = 0; k < r->agreements[i].mention_count; k++)
            if (strcmp(r->agreements[i].mentions[k].trigger, trigger) == 0)
                return &r->agreements[i];
    return NULL;
}

static void finds_what_no_rule_finds(void **state)
{
    (void)state;
    static const char raw[] = "Chile and Peru agreed on Monday to share the herring. The accord fills 80 pages. It was signed by seven other countries in May.";
    entente_article r = read_with(raw, true, NULL);
    assert_null(record_at(&r, "signed"));
    r = read_with(raw, false, NULL);
    const entente_agreement *g = record_at(&r, "signed");
    assert_non_null(g);
    assert_int_equal(g->status, ENTENTE_AGREEMENT_REACHED);
    assert_int_equal(g->kind, ENTENTE_KIND_INSTRUMENT);
    assert_true(g->party_count > 0);
    assert_non_null(strstr(g->parties[0].name, "countries"));
    assert_string_equal(g->explanations[0].words, "learnt");
}

static void leaves_calm_articles_alone(void **state)
{
    (void)state;
    static const char *const calm[] = {
        "Critics agree that the museum is dull. The painter signed the canvas on the back, and the hall has promise.",
        "The president signed a decree on dogs on Monday. He accepted that the rule was strict, and rejected the criticism.",
        "The council approved its budget. Ships withdrew from the bay, a deal of snow fell, and the mayor failed to stop the fire.",
    };
    for (size_t i = 0; i < sizeof calm / sizeof *calm; i++)
        if (read_with(calm[i], false, NULL).agreement_count)
            fail_msg("a record in: %s", calm[i]);
}

static void says_what_rules_leave_open(void **state)
{
    (void)state;
    static const char raw[] = "Peru finalized its pullout from the herring pact.", talks[] = "Talks to end the war collapsed on Friday with two rebel groups walking out.";
    entente_article r = read_with(raw, true, NULL);
    assert_int_equal(r.agreement_count, 1);
    assert_int_equal(r.agreements[0].obligation_count, 0);
    r = read_with(raw, false, NULL);
    assert_int_equal(r.agreement_count, 1);
    assert_true(r.agreements[0].obligation_count > 0);
    for (size_t i = 0; i < r.agreements[0].obligation_count; i++) {
        entente_span s = r.agreements[0].obligations[i].span;
        assert_true(s.end > s.start);
        assert_memory_equal(raw + s.start, r.agreements[0].obligations[i].text, s.end - s.start);
    }
    r = read_with(talks, true, NULL);
    assert_int_equal(r.agreements[0].party_count, 0);
    r = read_with(talks, false, NULL);
    assert_int_equal(r.agreements[0].party_count, 1);
    assert_string_equal(r.agreements[0].parties[0].name, "two rebel groups");
}

static void keeps_parties_and_contents_apart(void **state)
{
    (void)state;
    entente_article r = read_with("A tentative deal was reached between the guards and the prison on Friday, the guards said.", false, NULL);
    assert_int_equal(r.agreement_count, 1);
    assert_int_equal(r.agreements[0].party_count, 2);
    assert_int_equal(r.agreements[0].obligation_count, 0);
    r = read_with("Chile and Peru agreed on Monday to share the herring. The ministers met in Lima. Larch still hope to sign the striker to a long deal.", false, NULL);
    assert_int_equal(r.agreement_count, 2);
    assert_string_equal(r.agreements[1].parties[0].name, "Larch");
    for (size_t i = 0; i < r.agreements[1].party_count; i++) /* who is in play is so with one another */
        assert_true(strcmp(r.agreements[1].parties[i].name, "Chile") != 0 && strcmp(r.agreements[1].parties[i].name, "Peru") != 0);
}

static void knows_mentions_of_one_agreement(void **state)
{
    (void)state;
    static mention x, y;
    learnt_features f;
    sentence lead = {.start = 0, .end = 60}, next = {.start = 62, .end = 120};
    x = (mention){.sentence = &lead, .kind = ENTENTE_KIND_MUTUAL, .status = ENTENTE_AGREEMENT_REACHED, .family = FAMILY_MAKE, .party_count = 2, .instrument = {10, 20}, .content = {30, 50}};
    y = x;
    y.sentence = &next;
    learnt_pair alike = {.x = &x, .y = &y, .common = 2, .content = 1, .instrument = 1, .refers_back = true}, unlike = {.x = &x, .y = &y};
    assert_true(learnt_ready());
    learnt_pair_features(&alike, &f);
    assert_true(learnt_probability(ASK_SAME, &f) > 0.5f);
    learnt_pair_features(&unlike, &f);
    assert_true(learnt_probability(ASK_SAME, &f) < 0.3f);
    entente_article r = read_with("Chile and Peru agreed on Monday to share the herring.\n\nLarch offered Boden $5 million for its mill.\n", false, NULL);
    assert_int_equal(r.agreement_count, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_names_out_of_features),
        cmocka_unit_test(bounds_features),
        cmocka_unit_test(finds_what_no_rule_finds),
        cmocka_unit_test(leaves_calm_articles_alone),
        cmocka_unit_test(says_what_rules_leave_open),
        cmocka_unit_test(keeps_parties_and_contents_apart),
        cmocka_unit_test(knows_mentions_of_one_agreement),
    };
    arena_init(&memory, 0);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_done(&memory);
    return failed;
}
