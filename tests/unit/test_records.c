/* SPDX-License-Identifier: MIT */
/* What of an article is one agreement: headline and body, offer and answer, what is told again. */
#include "check_agreements.h"

static void reads_headlines_that_the_body_confirms(void **state)
{
    (void)state;
    entente_article r = read_text("Pharmacy chain to pay $118 million to settle claims\n\nLarch Drug has agreed to pay $118 million to settle claims that it ignored warnings.\n");
    assert_int_equal(r.agreement_count, 1);
    assert_int_equal(r.agreements[0].mention_count, 2);
    r = read_text("Chile and Peru to resume contacts\n\nChile and Peru agreed on Monday to resume contacts at the level of consuls.\n");
    assert_int_equal(r.agreements[0].mention_count, 2);
    r = read_text("Larch to pay dividend\n\nLarch signed a deal with Boden on Monday.\n");
    assert_int_equal(r.agreements[0].mention_count, 1); /* nothing in the body says the same */
    expect_none("City to build new bridge\n\nThe city said on Monday that it had chosen a site.\n");
}

static void reads_later_answers(void **state)
{
    (void)state;
    entente_article r = read_text("Peru offered to host a round of talks on the accord. Chile accepted.");
    assert_int_equal(r.agreement_count, 1);
    assert_int_equal(r.agreements[0].mention_count, 2);
    assert_int_equal(r.agreements[0].party_count, 2);
    expect("Peru asked Chile to open its port. Chile agreed to open it in May.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "Chile|Peru", "open it in May");
    expect("Larch had a bid of 4 million pounds rejected by Acme in June.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Larch|Acme", "a bid of 4 million pounds");
    expect("Peru asked for more time, but Chile refused.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Chile|Peru", "more time");
    expect("Peru was invited to take part but declined.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Peru", "take part");
    expect("The herders rejected what Larch Mills called a generous offer.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "herders", "a generous offer");
    expect_none("The envoy rejected suggestions that the accord was late. Lawyers agree that it will be read.");
}

static void keeps_agreements_of_others_apart(void **state)
{
    (void)state;
    entente_article r = read_text("Small carmaker Boden Auto is in negotiations with Larch and Acme to sell them a third of the venture.\n\nLarch and Acme signed a data sharing agreement in May.");
    assert_int_equal(r.agreement_count, 2);
    r = read_with("President Roe negotiated a fishing deal with Chile. President Poe fought a war and sealed a border pact with Peru.\n\nIt rained in the hills.", false, NULL);
    assert_int_equal(r.agreement_count, 2);
}

static void joins_indented_paragraphs(void **state)
{
    (void)state;
    entente_article r = read_text("PERU, CHILE IN HERRING PACT\n\n    LIMA, May 4 - Officials of the ministries said Peru and Larch\n"
                                  "Trading Co of Chile signed a pact on herring after a year.\n    It covers five ports and the fleets, which met last\n"
                                  "October, and the boats. It was read out at noon by clerks.\n");
    assert_int_equal(r.agreement_count, 1);
    assert_string_equal(r.agreements[0].parties[1].name, "Larch Trading Co");
    assert_string_equal(r.agreements[0].place, "LIMA");
    assert_int_equal(r.sections[0].paragraph_count, 2);
}

static void merges_headline_and_body(void **state)
{
    (void)state;
    entente_article r = read_text("Poland, Lithuania agree to share power lines\n\nPoland and Lithuania agreed on Thursday to share two power lines under the forests.\n");
    assert_int_equal(r.agreement_count, 1);
    assert_int_equal(r.agreements[0].mention_count, 2);
    assert_int_equal(r.agreements[0].party_count, 2);
}

static void tells_which_mention_says_nothing_of_the_contents(void **state)
{
    (void)state;
    entente_article r = read_text("Chile and Peru reach deal\n\nChile and Peru reached a deal on Monday to share the herring, officials said.\n\nThe deal was signed by Chile and Peru in Lima.\n");
    assert_true(r.agreement_count > 0);
    const entente_agreement *g = &r.agreements[0];
    assert_true(g->mention_count > 1);
    assert_int_equal(g->obligation_count, 1);
    assert_string_equal(g->mentions[0].content, "");
    assert_string_equal(g->mentions[1].content, "share the herring");
}

static void joins_offer_and_answer(void **state)
{
    (void)state;
    entente_article r = read_text("Larch Mills made an offer of 40 million dollars for Alder Paper in May. Alder Paper rejected the offer from Larch Mills in June.");
    assert_int_equal(r.agreement_count, 1);
    assert_int_equal(r.agreements[0].kind, ENTENTE_KIND_ACCEPTANCE);
    assert_int_equal(r.agreements[0].status, ENTENTE_AGREEMENT_REJECTED);
}

static void keeps_those_who_break_it_apart(void **state)
{
    (void)state;
    entente_article r = read_text("Chile is withdrawing from the Herring Treaty. Peru did not adhere to the treaty, the minister said.");
    assert_int_equal(r.agreement_count, 2);
    r = read_text("Chile said on Monday that it would withdraw from the Herring Treaty. Chile and Peru signed the Herring Treaty in 1992.");
    assert_int_equal(r.agreement_count, 2);
}

static void keeps_what_is_still_ahead_apart(void **state)
{
    (void)state;
    entente_article r = read_text("Chad and the Toubou rebels on Saturday signed a declaration of principles in Doha to end years of fighting.\n\nA final peace deal between Chad and the Toubou rebels is to be signed in August.\n");
    assert_int_equal(r.agreement_count, 2);
    assert_int_equal(r.agreements[0].status, ENTENTE_AGREEMENT_REACHED);
    assert_int_equal(r.agreements[1].status, ENTENTE_AGREEMENT_PENDING);
}

static void refers_back_to_the_deal_told_of_last(void **state)
{
    (void)state;
    entente_article r = read_text("Norland and Estland share power plant\n\nNorland and Estland have agreed to share a power plant on the Vey.\n\nThe deal was announced in Brussels by the mediator, Clara Haugen.\n\nBut the two sides failed to agree on the fishing grounds.\n");
    assert_int_equal(r.agreement_count, 2);
    assert_int_equal(r.agreements[0].status, ENTENTE_AGREEMENT_REACHED);
    assert_int_equal(r.agreements[0].mention_count, 2);
    assert_string_equal(r.agreements[0].parties[1].name, "Estland");
    assert_int_equal(r.agreements[1].status, ENTENTE_AGREEMENT_REJECTED);
    r = read_text("The minister offered to let judges decide on the orders.\n\nThe offer was rejected by the union.\n");
    assert_int_equal(r.agreement_count, 1);
    assert_int_equal(r.agreements[0].status, ENTENTE_AGREEMENT_REJECTED);
    r = read_text("Printer settles customers' case\n\nOstra has agreed to pay 12 million dollars to end a lawsuit over its cartridges.\n");
    assert_int_equal(r.agreement_count, 1);
    assert_int_equal(r.agreements[0].mention_count, 2);
}

static void tells_what_a_deal_told_of_holds(void **state)
{
    (void)state;
    entente_article r = read_text("Peru and Chile reached a deal on fish on Monday. Under the deal, Peru will get 20 jets. The shops stayed shut until noon.");
    assert_int_equal(r.agreement_count, 1);
    assert_int_equal(r.agreements[0].mention_count, 2);
    assert_string_equal(r.agreements[0].mentions[1].content, "Peru will get 20 jets");
    r = read_text("Peru and Chile reached a deal on fish on Monday. Under the 1994 pact, Peru will get 20 jets. The shops stayed shut until noon.");
    assert_int_equal(r.agreements[0].mention_count, 1); /* an old one */
    r = read_text("Peru and Chile met on Monday. Under the pact, Peru will get 20 jets. The shops stayed shut until noon.");
    assert_int_equal(r.agreement_count, 0);
}

static const char *first_time(const char *said, bool iso)
{
    char raw[512];
    snprintf(raw, sizeof raw, "Rain over the hills of the north\nJune 18, 2025\n%s It rained in the hills.\n", said);
    entente_article r = read_text(raw);
    assert_int_equal(r.agreement_count, 1);
    return iso ? r.agreements[0].time_iso : r.agreements[0].time;
}

static void tells_the_day(void **state)
{
    (void)state;
    static const struct {
        const char *sentence, *time, *iso;
    } said[] = {
        {"Peru signed a pact with Chile at 0227 GMT on Monday.", "at 0227 GMT on Monday", "2025-06-16"},
        {"Peru signed a pact with Chile on March 2.", "March 2", "2025-03-02"},
        {"Peru signed a pact with Chile on December 2.", "December 2", "2024-12-02"},
        {"Peru will sign a pact with Chile on January 5.", "January 5", "2026-01-05"},
        {"Peru signed a pact with Chile on 2 March 2022.", "2 March 2022", "2022-03-02"},
        {"Peru signed a pact with Chile on Monday, May 5.", "Monday, May 5", "2025-05-05"},
        {"Peru signed a pact with Chile on February 30, 2022.", "February 30, 2022", ""}, /* there is none */
        {"Peru will sign a pact with Chile tomorrow.", "tomorrow", "2025-06-19"},
        {"Peru will sign a pact with Chile on Friday.", "Friday", "2025-06-20"},
        {"Peru signed a pact with Chile yesterday.", "yesterday", "2025-06-17"},
        {"Peru signed a pact with Chile in May.", "May", ""},
        {"Peru agreed earlier this month to buy jets from Chile.", "earlier this month", ""},
        {"Peru signed a pact with Chile two years ago.", "two years ago", ""},
        {"Peru signed a pact with Chile in the spring of 1987.", "the spring of 1987", ""},
    };
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        assert_string_equal(first_time(said[i].sentence, false), said[i].time);
        assert_string_equal(first_time(said[i].sentence, true), said[i].iso);
    }
    assert_string_equal(first_of(read_text("Larch signed a pact with Boden two years ago."))->time, "two years ago");
    expect_sides("Larch signed a pact with Boden two years ago.", "Larch|Boden");
}

static void names_the_text_that_is_spoken_of_next(void **state)
{
    (void)state;
    assert_string_equal(first_of(read_text("Larch said it would buy Boden. Its shares rose. Few thought the planned deal dear."))->instrument, "planned deal");
    assert_string_equal(first_of(read_text("Larch said it would buy Boden. Its shares rose. Few thought the price dear. It rained. The deal of the day was soap."))->instrument, "");
    entente_article r = read_text("Larch said it would buy Boden. Peru and Chile signed a pact. Growers hailed the pact.");
    assert_int_equal(r.agreement_count, 2);
    assert_string_equal(r.agreements[0].instrument, "");
}

static void names_several_by_another_mention(void **state)
{
    (void)state;
    entente_article r = read_text("Both sides agreed to open the port. It rained. Peru and Chile signed a treaty on whales.");
    assert_int_equal(r.agreement_count, 2);
    assert_int_equal(r.agreements[0].party_count, 2);
    assert_string_equal(r.agreements[0].parties[0].name, "Peru");
    assert_string_equal(r.agreements[0].parties[1].name, "Chile");
    r = read_text("Both sides agreed to open the port. One. Two. Three. Four. Five. Six. Seven. Eight. Nine. Peru and Chile signed a treaty on whales.");
    assert_int_equal(r.agreements[0].party_count, 1);
}

static void expect_party_words(const char *raw, size_t record, const char *first, const char *second)
{
    entente_article r = read_with(raw, false, NULL);
    assert_true(r.agreement_count > record && r.agreements[record].party_count == 2);
    assert_string_equal(r.agreements[record].parties[0].mention, first);
    assert_string_equal(r.agreements[record].parties[1].mention, second);
}

/* Words of the text or the deed, or of another party, show nobody. */
static void shows_parties_by_their_own_words(void **state)
{
    (void)state;
    const char *truce = "Government and rebels sign truce in Northland\n\nThe government of Northland and the Lake Front signed a truce on Monday after weeks of war.\n\n"
                        "Under the truce, which was brokered by clerics, both sides agreed to free 300 miners.\n";
    expect_party_words(truce, 0, "government of Northland", "Lake Front");
    assert_int_equal(first_of(read_with(truce, false, NULL))->kind, ENTENTE_KIND_INSTRUMENT); /* as the body tells it first */
    expect_party_words("Peru and Chile agreed to share the fish. A treaty was signed on Monday.", 1, "Peru", "Chile");
    expect_party_words("Peru and Chile held talks about fish. Peru wants more of it. A pact was reached on Monday.", 0, "Peru", "Chile");
    expect_party_words("Larch Steel rejected the offer of Boden Bank on Monday. It had refused to sell mills to Boden Bank in May.", 0, "Larch Steel", "Boden Bank");
    expect_party_words("Peru and Chile met on Monday to talk about fish. They signed no treaty. The agreement takes effect in May.", 0, "They", "They");
    expect_party_words("The fishing agreement entered into force on Monday. It was signed in May. The signatories are Peru, Chile.", 0, "Peru", "Chile");
    expect_party_words("President Jo Doe and Ann Doe signed the pact on Monday.", 0, "President Jo Doe", "Ann Doe");
    expect_party_words("The United States and Peru quarrelled about fish. In May the U.S.-Peruvian pact was signed.", 0, "U.S.", "Peruvian");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_the_day),
        cmocka_unit_test(names_several_by_another_mention),
        cmocka_unit_test(names_the_text_that_is_spoken_of_next),
        cmocka_unit_test(tells_what_a_deal_told_of_holds),
        cmocka_unit_test(reads_headlines_that_the_body_confirms),
        cmocka_unit_test(reads_later_answers),
        cmocka_unit_test(keeps_agreements_of_others_apart),
        cmocka_unit_test(joins_indented_paragraphs),
        cmocka_unit_test(merges_headline_and_body),
        cmocka_unit_test(tells_which_mention_says_nothing_of_the_contents),
        cmocka_unit_test(joins_offer_and_answer),
        cmocka_unit_test(keeps_those_who_break_it_apart),
        cmocka_unit_test(keeps_what_is_still_ahead_apart),
        cmocka_unit_test(shows_parties_by_their_own_words),
        cmocka_unit_test(refers_back_to_the_deal_told_of_last),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
