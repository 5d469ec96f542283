/* SPDX-License-Identifier: MIT */
/* What is learnt about agreements: features that hold no names and are bounded, and what the shipped model adds to the rules. */
#include "built_in.h"
#include "learnt.h"

#include "check_agreements.h"

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

static void same_features(const char *first, const char *second)
{
    static keeper x, y;
    x = y = (keeper){.watch = {keep}};
    read_with(first, true, &x.watch);
    read_with(second, true, &y.watch);
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
    parties p = {.arena = &a};
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
    r = read_with("Chile and Peru agreed on Monday to share the herring. The accord fills 80 pages. It has not been signed by seven other countries.", false, NULL);
    g = record_at(&r, "signed");
    assert_non_null(g);
    assert_int_equal(g->status, ENTENTE_AGREEMENT_REJECTED);
}

/* The one agreement of a sentence between two that tell of none: its parties, and the obligations unless NULL, each parted by '|'. */
static void expect_between(const char *said, const char *named, const char *contents)
{
    char raw[512], who[256] = "", obligations[256] = "";
    snprintf(raw, sizeof raw, "The week in review.\n\n%s\n\nIt rained on Tuesday in the hills.\n", said);
    entente_article r = read_with(raw, false, NULL);
    if (r.agreement_count != 1)
        fail_msg("%zu records in: %s", r.agreement_count, said);
    const entente_agreement *g = r.agreements;
    for (size_t i = 0; i < g->party_count; i++)
        snprintf(who + strlen(who), sizeof who - strlen(who), "%s%s", i ? "|" : "", g->parties[i].name);
    for (size_t i = 0; i < g->obligation_count; i++)
        snprintf(obligations + strlen(obligations), sizeof obligations - strlen(obligations), "%s%s", i ? "|" : "", g->obligations[i].text);
    assert_string_equal(who, named);
    if (contents)
        assert_string_equal(obligations, contents);
}

static void takes_no_circumstance_for_content(void **state)
{
    (void)state;
    expect_between("The mayor hailed the steps taken in May, including the commitment by Peru to cut its fleet.", "Peru", "cut its fleet");
    expect_between("Peru and Chile will sign a pact when the talks end.", "Peru|Chile", "");
    expect_between("Peru became the 100th state to sign the convention.", "Peru", NULL);
    expect_between("Larch said the proposed takeover of Boden would save 30 million crowns.", "Boden|Larch", "");
    expect_between("The truce between Peru and Chile collapsed on Friday amid heavy shelling.", "Peru|Chile", "");
    expect_between("Peru and Chile reached a deal on Tuesday, averting a strike that would have shut the ports.", "Peru|Chile", "");
    expect_between("Norway signed the Lima Accords on Monday, demonstrating its will to keep the seas clean.", "Norway", "");
    expect_between("Norway signed the Lima Accords on Monday, affirming its trust in clean seas.", "Norway", "");
    expect_between("Chile was ending the 1951 herring treaty as it applied to the islands.", "Chile", "");
    expect_between("The navy awarded a $40 million contract to Larch Corp on Tuesday.", "navy|Larch Corp", ""); /* to whom, not to do what */
}

static void leaves_those_who_were_only_there_out(void **state)
{
    (void)state;
    expect_between("Jan Roe signed the Lima Accords on behalf of Norway and was joined by Jo Dahl.", "Norway", NULL);
    expect_between("Jan Roe, CEO of the Norwegian Space Office, signed the Lima Accords on behalf of Norway.", "Norway", NULL);
    expect_between("Norway has signed the Lima Accords, joining Peru, Chile, the Republic of Korea, Greece, Spain and Italy.", "Norway", NULL);
    expect_between("Chile is the ninth country to sign the Charter, joining Peru, Norway and Japan.", "Chile", "");
    expect_between("Chile has signed the Charter, following Peru and Norway.", "Chile", NULL);
    expect_between("Peru welcomes Norway's signing of the Lima Accords on Monday.", "Norway", "");
    entente_article r = read_with("The week in review.\n\nPeru welcomes Norway's signing of the Lima Accords on Monday, affirming its vow to keep the seas clean.\n\nIt rained on Tuesday in the hills.\n", false, NULL);
    assert_int_equal(r.agreement_count, 2); /* the vow too is Norway's */
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(r.agreements[i].party_count, 1);
        assert_string_equal(r.agreements[i].parties[0].name, "Norway");
    }
    r = read_with("The Larch Parliament asked for a talk with the signatory powers to look into the 1912 Oslo Agreement.", false, NULL);
    assert_int_equal(r.agreement_count, 1);
    assert_int_equal(r.agreements[0].party_count, 1); /* a city in the name of a text stands for nobody */
    r = read_with("The paper said the G8 of rich nations had agreed in 1990 to spend it on roads.\n\nPeople will ask for a deal.", false, NULL);
    assert_int_equal(r.agreement_count, 1);
    assert_int_equal(r.agreements[0].party_count, 1);
}

static void leaves_calm_articles_alone(void **state)
{
    (void)state;
    static const char *const calm[] = {
        "The week in review.\n\nThe two sides agreed to disagree on tariffs.\n\nIt rained on Tuesday in the hills.",
        "Critics agree that the museum is dull. The painter signed the canvas on the back, and the hall has promise.",
        "The president signed a decree on dogs on Monday. He accepted that the rule was strict, and rejected the criticism.",
        "The week in review.\n\nThe rebels, who lost the town on Monday, have vowed to strike at the heart of the state, the radio said.\n\nIt rained on Tuesday in the hills.",
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
    r = read_with("The week in review.\n\nPeru and Chile signed a treaty on Tuesday that sets how much water each of them may take.\n\nIt rained on Tuesday in the hills.", false, NULL);
    assert_int_equal(r.agreement_count, 1);
    assert_string_equal(r.agreements[0].obligations[0].text, "sets how much water each of them may take");
    r = read_with("The week in review.\n\nPeru threatened to quit the pact unless Chile cut its tariffs.\n\nIt rained on Tuesday in the hills.", false, NULL);
    assert_int_equal(r.agreement_count, 1);
    for (size_t i = 0; i < r.agreements[0].obligation_count; i++)
        assert_null(strstr(r.agreements[0].obligations[i].text, "tariffs"));
    r = read_with(talks, true, NULL);
    assert_int_equal(r.agreements[0].party_count, 0);
    r = read_with(talks, false, NULL);
    assert_int_equal(r.agreements[0].party_count, 1);
    assert_string_equal(r.agreements[0].parties[0].name, "two rebel groups");
}

static void leaves_out_what_only_tells_who_it_is(void **state)
{
    (void)state;
    entente_article r = read_with("Tom Boden, head of the Larch Space Board, signed the accords on Monday on behalf of the kingdom. The shops stayed shut until noon.", false, NULL);
    assert_int_equal(r.agreement_count, 1);
    assert_int_equal(r.agreements[0].party_count, 1);
    assert_string_equal(r.agreements[0].parties[0].name, "Tom Boden");
    assert_int_equal(r.agreements[0].obligation_count, 0); /* "behalf" is nothing that was agreed */
    r = read_with("Envoy Tom Boden and Ramon Poe, head of the Larch Revenue Board, signed a Mutual Herring Agreement in Georgetown on August 22. The shops stayed shut until noon.", false, NULL);
    assert_int_equal(r.agreement_count, 1);
    assert_int_equal(r.agreements[0].obligation_count, 0); /* nor is a day */
    r = read_with("Peru and Chile signed the Lima Treaty on Monday.", false, NULL); /* in a text of one sentence nothing else can tell what is agreed */
    assert_int_equal(r.agreements[0].obligation_count, 1);
    assert_string_equal(r.agreements[0].obligations[0].text, "Lima Treaty");
    r = read_with("Peru and Chile struck an arms deal on Monday.", false, NULL);
    assert_string_equal(r.agreements[0].obligations[0].text, "arms");
    r = read_with("Peru and Chile signed the Lima Treaty on Monday. The shops stayed shut until noon.", false, NULL);
    assert_int_equal(r.agreements[0].obligation_count, 0);
}

static void tells_what_a_text_holds_from_what_is_done_with_it(void **state)
{
    (void)state;
    entente_article r = read_with("Peru and Chile met in Oslo. Union leaders have backed the deal, which will be put to members next week.", false, NULL);
    assert_int_equal(r.agreement_count, 1);
    for (size_t i = 0; i < r.agreements[0].obligation_count; i++)
        assert_null(strstr(r.agreements[0].obligations[i].text, "put to members"));
    r = read_with("Peru and Chile met in Oslo. Larch Steel has struck a wide-ranging deal that could mean the end of two mills.", false, NULL);
    assert_int_equal(r.agreement_count, 1);
    assert_int_equal(r.agreements[0].obligation_count, 1);
    assert_memory_equal(r.agreements[0].obligations[0].text, "could mean", 10);
}

static void leaves_those_who_only_speak_of_it_out(void **state)
{
    (void)state;
    entente_article r = read_with("The bishop thanked the consul for Peru's efforts to shore up and prolong the truce in Chad. The shops stayed shut until noon.", false, NULL);
    assert_int_equal(r.agreement_count, 1);
    assert_int_equal(r.agreements[0].party_count, 1); /* neither who gives thanks nor the place */
    assert_string_equal(r.agreements[0].parties[0].name, "Peru");
    assert_int_equal(read_with("Peru and Chile agreed on Monday to share the herring. We urge Ghana and the herring fleet to reach agreement on a fair count of the catch.", false, NULL).agreement_count, 1);
    r = read_with("Peru and Chile signed a pact on Monday. We reaffirm our commitment to upholding and widening the herring-based fishing system, with the Herring Council at its heart.", false, NULL);
    assert_int_equal(r.agreement_count, 2);
    assert_memory_equal(r.agreements[1].obligations[0].text, "upholding", 9);
    r = read_with("Peru and Chile agreed on Monday to share the herring. We urge Ghana and the herring fleet to reach agreement above all on a fair count of the catch.", false, NULL);
    for (size_t i = 1; i < r.agreement_count; i++)
        assert_int_equal(r.agreements[i].status, ENTENTE_AGREEMENT_PENDING);
    static const char *const praised[] = {"Mr. Larch expressed gratitude for Peru's leadership in sealing a truce in Chad. The shops stayed shut until noon.", "The bishop hailed the vital role of Peru in helping to seal the truce in Chad. The shops stayed shut until noon.",
                                         "Larch travelled to Oslo to commend Peru for signing the Herring Accords. The shops stayed shut until noon.", "Secretary Larch spoke on Monday to congratulate Peru on signing the Herring Accords. The shops stayed shut until noon."};
    for (size_t i = 0; i < sizeof praised / sizeof *praised; i++) {
        r = read_with(praised[i], false, NULL);
        assert_int_equal(r.agreement_count, 1);
        assert_int_equal(r.agreements[0].party_count, 1);
        assert_string_equal(r.agreements[0].parties[0].name, "Peru");
    }
    assert_int_equal(read_with("Peru and Chile agreed on Monday to share the herring. It is time for the smugglers to accept a ceasefire and for both fleets to resume fishing.", false, NULL).agreement_count, 1);
    assert_int_equal(read_with("It is time for the rebels to accept a truce and for both fleets to go back to fishing. The shops stayed shut until noon.", false, NULL).agreement_count, 0);
    assert_int_equal(read_with("The rebels accepted a truce, and both fleets went back to fishing. The shops stayed shut until noon.", false, NULL).agreement_count, 1);
    assert_int_equal(read_with("The world agrees: hens should not be kept in crates. The shops stayed shut until noon.", false, NULL).agreement_count, 0);
    expect_between("Chile reaffirmed its commitment to Peru, highlighting the herring it once sent.", "Chile|Peru", "");
    r = read_with("Larch reached an agreement with Boden on Monday.\n\nThey called on the firm to sign an accord.", false, NULL);
    assert_int_equal(r.agreement_count, 1);
}

static void keeps_a_refusal_of_what_was_offered(void **state)
{
    (void)state;
    entente_article r = read_with("Union leaders had rejected the proposals that the bank made.", false, NULL);
    assert_int_equal(r.agreement_count, 1);
    assert_int_equal(r.agreements[0].mention_count, 2);
    assert_int_equal(r.agreements[0].status, ENTENTE_AGREEMENT_REJECTED);
}

static void wants_to_be_told_who_was_refused(void **state)
{
    (void)state;
    assert_int_equal(read_with("The ferrymen were stubborn: I met men who refused to row home even in a gale.", false, NULL).agreement_count, 0);
    assert_int_equal(read_with("Larch refused Boden's demand to leave the hall.", false, NULL).agreement_count, 1);
    mention m = {.party_count = 1, .kind = ENTENTE_KIND_INSTRUMENT, .status = ENTENTE_AGREEMENT_BROKEN};
    assert_false(learnt_lacks_party(&m)); /* who ends a text may do so alone */
    m.status = ENTENTE_AGREEMENT_REACHED;
    assert_true(learnt_lacks_party(&m));
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
    assert_true(learnt_probability(ASK_SAME, &f) > LEARNT_SAME);
    learnt_pair_features(&unlike, &f);
    assert_true(learnt_probability(ASK_SAME, &f) < LEARNT_SAME);
    entente_article r = read_with("Chile and Peru agreed on Monday to share the herring.\n\nLarch offered Boden $5 million for its mill.\n", false, NULL);
    assert_int_equal(r.agreement_count, 2);
}

/* Merges mentions that were made by hand, each in a sentence of its own, with the rules alone. */
static uint32_t merge(mention *items, uint32_t count, const entente_agreement **records)
{
    static const char raw[] = "Aaa signed a pact. Bbb signed a pact. Ccc signed a pact.";
    static sentence around[3];
    static text t;
    parties p = {.text = &t, .arena = &a, .rules_only = true};
    mentions all = {items, count, count, around + 3};
    size_t merged;
    arena_reset(&a, pipeline_memory(sizeof raw));
    assert_int_equal(text_decode(raw, sizeof raw - 1, &a, &t), ENTENTE_OK);
    for (uint32_t i = 0; i < count; i++) {
        around[i] = (sentence){.start = 19 * i, .end = 19 * i + 18};
        items[i].sentence = &around[i];
        items[i].trigger = (view){19 * i + 4, 19 * i + 10};
    }
    assert_int_equal(records_merge(&p, &t, &all, "", false, records, &merged), ENTENTE_OK);
    return (uint32_t)merged;
}

static mention mention_of(bool learnt, float likelihood)
{
    return (mention){.learnt = learnt, .likelihood = likelihood, .kind = ENTENTE_KIND_MUTUAL, .status = ENTENTE_AGREEMENT_REACHED, .family = FAMILY_MAKE};
}

static void wants_more_where_no_rule_finds_any(void **state)
{
    (void)state;
    const entente_agreement *records;
    static mention m[2];
    m[0] = mention_of(true, LEARNT_TRIGGER_ALONE - 0.05f), m[1] = mention_of(true, LEARNT_TRIGGER_ALONE + 0.05f);
    assert_int_equal(merge(m, 2, &records), 1);
    m[0] = mention_of(true, LEARNT_TRIGGER_ALONE - 0.05f), m[1] = mention_of(false, 0.1f);
    assert_int_equal(merge(m, 2, &records), 2);
}

/* The parties of a record of one mention that names `known`, to whom `likely` may come. */
static size_t parties_beside(party known, party likely, float probability, entente_kind kind)
{
    const entente_agreement *records;
    static mention m;
    m = mention_of(false, 0.9f);
    m.kind = kind;
    m.parties[0] = known, m.party_count = 1;
    m.likely[0] = likely, m.likely_probability[0] = probability, m.likely_count = 1;
    assert_int_equal(merge(&m, 1, &records), 1);
    return records[0].party_count;
}

static void takes_likely_parties_of_the_other_side(void **state)
{
    (void)state;
    const party peru = {.name = "Peru", .country = "PER", .sector = ENTENTE_SECTOR_GOV}, minister = {.name = "Jo Doe", .country = "PER", .sector = ENTENTE_SECTOR_GOV, .person = true},
                chile = {.name = "Chile", .country = "CHL", .sector = ENTENTE_SECTOR_GOV}, guild = {.name = "Guild", .country = "", .sector = ENTENTE_SECTOR_LAB},
                pilots = {.name = "Pilots", .country = "", .sector = ENTENTE_SECTOR_LAB}, group = {.name = "rebel groups", .country = "", .plural = true};
    assert_int_equal(parties_beside(peru, chile, LEARNT_PARTY_AT_LAST + 0.01f, ENTENTE_KIND_MUTUAL), 2);
    assert_int_equal(parties_beside(peru, chile, LEARNT_PARTY_AT_LAST - 0.01f, ENTENTE_KIND_MUTUAL), 1);
    assert_int_equal(parties_beside(peru, chile, 0.99f, ENTENTE_KIND_COMMITMENT), 1);
    assert_int_equal(parties_beside(peru, minister, 0.99f, ENTENTE_KIND_MUTUAL), 1);
    assert_int_equal(parties_beside(guild, pilots, 0.99f, ENTENTE_KIND_MUTUAL), 1);
    assert_int_equal(parties_beside(group, peru, LEARNT_PARTY_BESIDE_GROUP - 0.01f, ENTENTE_KIND_MUTUAL), 1);
    assert_int_equal(parties_beside(group, peru, LEARNT_PARTY_BESIDE_GROUP + 0.01f, ENTENTE_KIND_MUTUAL), 2);
}

static void keeps_what_rules_say_before_what_is_likely(void **state)
{
    (void)state;
    const entente_agreement *records;
    static mention m;
    m = mention_of(false, 0.9f);
    m.items[0] = m.content = (view){13, 17}, m.item_count = 1;
    m.likely_items[0] = (view){0, 3}, m.likely_item_count = 1;
    assert_int_equal(merge(&m, 1, &records), 1);
    assert_string_equal(records[0].obligations[0].text, "pact");
    m.item_count = 0;
    assert_int_equal(merge(&m, 1, &records), 1);
    assert_string_equal(records[0].obligations[0].text, "Aaa");
}

static void refuses_a_damaged_model(void **state)
{
    (void)state;
    static const char path[] = "test_learnt.model", magic[8] = "TESTTEST";
    _Alignas(64) static uint8_t bytes[sizeof(built_in_header) + 4];
    assert_true(built_in_write(path, magic, 1, "body", 4));
    FILE *f = fopen(path, "rb");
    assert_non_null(f);
    assert_int_equal(fread(bytes, 1, sizeof bytes, f), sizeof bytes);
    fclose(f);
    remove(path);
    const uint8_t *end = bytes + sizeof bytes;
    assert_ptr_equal(built_in_body(bytes, end, magic, 1, 4), bytes + sizeof(built_in_header));
    assert_null(built_in_body(bytes, end, magic, 2, 4));
    assert_null(built_in_body(bytes, end, "OTHERONE", 1, 4));
    assert_null(built_in_body(bytes, end - 1, magic, 1, 4));
    assert_null(built_in_body(bytes, end, magic, 1, 3));
    bytes[sizeof bytes - 1] ^= 1;
    assert_null(built_in_body(bytes, end, magic, 1, 4));
    assert_false(built_in_write("no such folder/model", magic, 1, "body", 4));
}

/* Who only tells it is no party, and when it was or how many were for it is not what it is about. */
static void passes_over_who_tells_and_votes(void **state)
{
    (void)state;
    static const char *const told[] = {"Germany will not sign the new treaty, Chancellor Jo Scholz said in Berlin. The rain kept falling on the coast.",
                                       "Larch will accept the offer, chairman Jo Doe said on Monday. The rain kept falling on the coast."};
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        entente_article r = read_with(told[i], false, NULL);
        assert_int_equal(r.agreement_count, 1);
        assert_int_equal(r.agreements[0].party_count, 1);
    }
    assert_int_equal(first_of(read_with("Talks on a ceasefire have broken down, officials in Cairo said. The rain kept falling on the coast.", false, NULL))->party_count, 0);
    assert_int_equal(first_of(read_with("Talks on a new contract have collapsed, union leaders said on Monday. The rain kept falling on the coast.", false, NULL))->party_count, 1);
    static const char *const theirs[] = {"Boden has rejected the offer, Larch Steel said on Monday. The rain kept falling.", "They will sign the pact, Minister Jo Doe said on Monday. The rain kept falling on the coast."};
    for (size_t i = 0; i < sizeof theirs / sizeof *theirs; i++) { /* a firm may tell of its own offer, and who speaks for those who are not named may be one of them */
        entente_article r = read_with(theirs[i], false, NULL);
        assert_int_equal(r.agreement_count, 1);
        assert_int_equal(r.agreements[0].party_count, 2);
    }
    assert_int_equal(first_of(read_with("On Sunday the Northern Front violated the truce, according to clerics, when its gunners shelled a mill. The rain kept falling.", false, NULL))->obligation_count, 0);
    static const char *const voted[] = {"The Senate ratified the treaty by 84 votes to 12. The rain kept falling on the coast.", "Members backed the pay deal by a margin of three to one. The rain kept falling on the coast."};
    for (size_t i = 0; i < sizeof voted / sizeof *voted; i++) {
        entente_article r = read_with(voted[i], false, NULL);
        assert_int_equal(r.agreement_count, 1);
        for (size_t k = 0; k < r.agreements[0].obligation_count; k++)
            assert_non_null(strstr(r.agreements[0].obligations[k].text, i ? "deal" : "treaty"));
    }
    assert_int_equal(first_of(read_with("The Post reports that the union says a first contract has been reached. The rain kept falling.", false, NULL))->party_count, 1);
    assert_int_equal(first_of(read_with("Peru and Chile reached a ceasefire agreement at talks hosted by Norway in Oslo. The rain kept falling.", false, NULL))->obligation_count, 0);
    assert_int_equal(first_of(read_with("Should China accept the offer, the tariffs will end. The rain kept falling on the coast.", false, NULL))->party_count, 1);
    assert_int_equal(first_of(read_with("Peru signed the treaty instead of going to war. The rain kept falling on the coast.", false, NULL))->obligation_count, 0);
    entente_article court = read_with("Larch sued Boden over the mill, but they settled out of court. The rain kept falling.", false, NULL);
    assert_int_equal(first_of(court)->party_count, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_no_circumstance_for_content),
        cmocka_unit_test(leaves_those_who_were_only_there_out),
        cmocka_unit_test(keeps_names_out_of_features),
        cmocka_unit_test(bounds_features),
        cmocka_unit_test(finds_what_no_rule_finds),
        cmocka_unit_test(leaves_calm_articles_alone),
        cmocka_unit_test(says_what_rules_leave_open),
        cmocka_unit_test(wants_to_be_told_who_was_refused), cmocka_unit_test(keeps_parties_and_contents_apart),
        cmocka_unit_test(leaves_those_who_only_speak_of_it_out),
        cmocka_unit_test(tells_what_a_text_holds_from_what_is_done_with_it),
        cmocka_unit_test(keeps_a_refusal_of_what_was_offered),
        cmocka_unit_test(leaves_out_what_only_tells_who_it_is),
        cmocka_unit_test(knows_mentions_of_one_agreement),
        cmocka_unit_test(wants_more_where_no_rule_finds_any),
        cmocka_unit_test(takes_likely_parties_of_the_other_side),
        cmocka_unit_test(keeps_what_rules_say_before_what_is_likely),
        cmocka_unit_test(passes_over_who_tells_and_votes),
        cmocka_unit_test(refuses_a_damaged_model),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
