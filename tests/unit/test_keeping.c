/* SPDX-License-Identifier: MIT */
/* Whether what was agreed is kept, and what becomes of talks and deals that are under way. */
#include "check_agreements.h"

static void reads_what_is_no_longer_kept(void **state)
{
    (void)state;
    expect("Peru rolls back border deal commitments.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_BROKEN, "Peru", "");
    expect("Peru has been rolling back its commitments under the agreement with Chile.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_BROKEN, "Peru|Chile", "");
    expect("Peru will no longer abide by any of the restrictions imposed by the border deal.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_BROKEN, "Peru", "");
    expect("Chile said on Monday that it will no longer respect any limits laid down in the pact.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_BROKEN, "Chile", "");
    expect("The accord with Peru has been in trouble since Chile abandoned it in May.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_BROKEN, "Chile|Peru", "");
    expect("Ghana tried to keep the agreement alive after Kenya withdrew in May.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_BROKEN, "Kenya", "");
    expect("Peru backtracked on its pledge to cut tariffs.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_BROKEN, "Peru", "cut tariffs");
    expect("Peru balked at signing the accord.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REJECTED, "Peru", "");
    expect("Peru postponed signing the accord.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_PENDING, "Peru", "");
    expect("Acme could bail out of a deal to build a network in Peru.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_PENDING, "Acme", "build a network in Peru");
}

static void keeps_the_ends_of_two_sides_apart(void **state)
{
    (void)state;
    assert_int_equal(read_text("Chile withdrew from the herring pact in May. The shops stayed shut until noon. Peru has abandoned the herring pact too.").agreement_count, 2);
    assert_int_equal(read_text("Chile withdrew from the herring treaty with Ghana in May. The shops stayed shut until noon. Peru has abandoned the herring treaty with Ghana too.").agreement_count, 2);
}

static void reads_deals_under_way(void **state)
{
    (void)state;
    expect("Talks between Chile and Peru are at an impasse.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "Chile|Peru", "");
    expect("The merger of Larchgas and Boden is to go ahead.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Larchgas|Boden", "");
    expect("A month later Boden pleaded guilty to one charge of fraud in a plea bargain with prosecutors.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Boden|prosecutors", "pleaded guilty to one charge of fraud");
    expect("The summit between Chile and Peru ended in disagreement over the herring.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "Chile|Peru", "the herring");
    expect("Peru and Chile remain far apart on a deal to share the herring.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "Peru|Chile", "share the herring");
    expect("Peru entered into discussions with the growers' union on terms for a lasting settlement.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Peru|growers' union", "terms for a lasting settlement");
    expect("Peru rejected the demand of the union.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Peru|union", "the demand of the union");
    expect("Chile was prepared to offer guarantees to Peru.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "Chile|Peru", "guarantees");
    expect("Boden agreed to be bought by Larch for $3 billion.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Boden|Larch", "be bought by Larch for $3 billion");
    expect("Peru will buy 20 jets as part of a deal with Chile.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "buy 20 jets");
    expect("Larch is to take a 20% stake in Boden under a deal announced on Tuesday.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "take a 20% stake in Boden");
    expect_sides("It rained. A last-minute deal has averted a strike by guards at Larch Steel.", "guards|Larch Steel");
    expect_sides("It rained. A deal ended the standoff between Peru and Chile.", "Peru|Chile");
    expect_sides("It rained. The rebels laid down their arms under a peace accord with the government.", "rebels|government");
    expect_sides("It rained. The two countries have resumed diplomatic ties under an agreement brokered by Ghana.", "two countries");
    expect_headline("Larch in Boden deal", ENTENTE_AGREEMENT_REACHED, "Larch|Boden");
}

static void reads_all_that_was_agreed(void **state)
{
    (void)state;
    expect("Peru committed to lowering the tariffs on fish, as well as to opening two ports.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Peru", "lowering the tariffs on fish|opening two ports");
    expect("Peru reaffirmed its commitment to energy security and to lowering the tariffs.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Peru", "energy security|lowering the tariffs");
    expect("Peru reaffirmed its commitment to energy security and hoped to lower the tariffs.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Peru", "energy security");
    expect("Peru and Chile agreed to a truce, an exchange of prisoners and the opening of two ports.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "a truce, an exchange of prisoners and the opening of two ports");
    expect("Peru will help in acceding to the herring treaty.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_PENDING, "Peru", "");
    expect_headline("Larch agrees $3bn Boden takeover", ENTENTE_AGREEMENT_REACHED, "Larch|Boden");
}

static void reads_needs_and_ways(void **state)
{
    (void)state;
    expect("Peru and Chile agreed on the need for Ghana's rulers to open its ports.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "the need for Ghana's rulers to open its ports");
    expect("Peru and Chile agreed to open their ports for the union to use.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "open their ports for the union to use");
    expect_none("Peru and Chile discussed ways to speed up the talks on fish and achieve a lasting settlement.");
    expect("They have a chance of reaching a deal with Chile.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Chile", "");
    expect("The envoy backs an initiative for a truce between Peru and Chile.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Peru|Chile", "");
    expect("Larch was grateful for Peru's leadership in sealing a truce with Chile.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "");
    expect_sides("Recalling the long friendship of Ghana and Spain, the Minister and the Consul committed to further widening the canal and jointly dredging the docks.", "Minister|Consul");
    expect("Peru, which has undertaken to open its ports, is glad.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Peru", "open its ports");
    expect_none("The walk is one of many that Larch is undertaking to meet growers, as the treaty office said.");
}

static void reads_what_a_deal_says(void **state)
{
    (void)state;
    expect("Peru and Chile reached a deal on Tuesday. The deal calls for Peru to open its ports.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "calls for Peru to open its ports");
    expect("Peru and Chile reached a deal on Tuesday. The pact raises pay by 4 percent.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "raises pay by 4 percent");
    expect("Peru and Chile reached a settlement on Tuesday. The settlement requires Peru to open its ports.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "requires Peru to open its ports");
    expect("Peru and Chile reached a deal on Tuesday. The deal will cut duties and end a ban.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "cut duties|end a ban");
    expect("Peru and Chile reached a deal on Tuesday. The deal sets a date for talks, and the envoys will meet again in June.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "sets a date for talks");
    expect("Peru and Chile reached a deal on Tuesday. The pact, signed in 2003, lets Ghana use the ports.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "");
    expect("Peru and Chile reached a deal on Tuesday. The deal will not include fish.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "");
    expect("Under a settlement announced on Monday, Larch will pay $4 million to Boden.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "pay $4 million to Boden");
    expect_none("Under an agreement signed in 2003, Larch will host the games.");
    expect_none("The contract gives Larch the right to sell dyes in Peru.");
}

static void reads_contracts_given(void **state)
{
    (void)state;
    expect("The city of Lima awarded Larch Corp a contract to pave two streets.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "city of Lima|Larch Corp", "pave two streets");
    expect("The harbour board awarded Larch Corp a contract to pave two streets.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "harbour board|Larch Corp", "pave two streets");
    expect("Larch Corp was awarded a $4 million contract by the city of Lima.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "city of Lima|Larch Corp", "");
    assert_string_equal(first_of(read_text("The navy awarded a contract to Larch Corp last week."))->mentions[0].trigger, "awarded a contract");
    expect("The contract was awarded to Larch Corp after three rounds.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch Corp", "");
    expect("The council on Monday awarded a contract to pave Reed and Moss roads to Larch Surfacing, the cheapest of two.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "council|Larch Surfacing", "pave Reed and Moss roads");
    expect("The navy awarded contracts to Larch Corp and Boden Yards last week.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "navy|Larch Corp|Boden Yards", "");
    expect("Larch Corp won a contract from the Peruvian navy to build two ferries.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch Corp|Peruvian navy", "build two ferries");
    expect_none("The city has awarded contracts to local firms for years.");
    expect_none("The navy has not awarded a contract to Larch Corp.");
    expect_none("Larch Corp has won contracts all over Peru.");
}

static void reads_bids_and_prospects(void **state)
{
    (void)state;
    expect("Larch sweetened its takeover offer for Boden to $3 billion.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "Larch|Boden", "its takeover offer for Boden");
    expect("Boden has received a takeover approach from Larch.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "Larch|Boden", "a takeover approach from Larch");
    expect("The city and the union struck a bargain on fish.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "city|union", "fish");
    expect("A deal between Peru and Chile to swap prisoners fell through on Monday.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "Peru|Chile", "swap prisoners");
    expect("Talks between Peru and Chile on fish ended without agreement.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "Peru|Chile", "fish");
    expect("Peru and Chile inched closer to a deal on fish.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Peru|Chile", "fish");
    expect("Peru honoured its pledge to free the sailors.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Peru", "free the sailors");
    expect("Peru failed to honour its promise to Chile.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_BROKEN, "Peru|Chile", "");
    expect("The signing of a pact between Peru and Chile was put off.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_PENDING, "Peru|Chile", "");
    expect("The signing of a pact between Peru and Chile has been postponed until June.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_PENDING, "Peru|Chile", "");
    expect("The signing of a pact between Peru and Chile was cancelled.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REJECTED, "Peru|Chile", "");
    expect("Larch assured the union that no jobs would be lost.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Larch|union", "no jobs would be lost");
    expect("The minister assured reporters that the ships would be freed.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "minister", "the ships would be freed");
    expect("The union's members voted overwhelmingly in favour of the offer.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "union's members", "");
    expect("Larch signed a letter of intent to buy 40 jets from Boden, a deal worth about $6 billion.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "buy 40 jets from Boden");
    expect("Larch signed a letter of intent to buy as many as 40 jets from Boden.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "buy as many as 40 jets from Boden");
    expect("Peru agreed with Chile that the border should be reopened.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "the border should be reopened");
    expect("The two clubs called off their merger.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_BROKEN, "two clubs", "");
    expect_none("The mill increased an offer of its own, the takeover office said.");
    expect_none("Boden has received a warm approach from Larch, the takeover office said.");
    entente_article r = read_text("Peru and Chile signed a truce last week. The outlook for a fresh agreement on fish is bleak.");
    assert_int_equal(r.agreement_count, 2);
    assert_int_equal(r.agreements[1].status, ENTENTE_AGREEMENT_PENDING);
    assert_int_equal(r.agreements[1].party_count, 2);
    assert_string_equal(r.agreements[1].obligations[0].text, "fish");
    r = read_text("Peru and Chile signed a truce last week. The outlook for the accord is bleak.");
    assert_int_equal(r.agreement_count, 1);
    assert_int_equal(r.agreements[0].mention_count, 1);
}

static void reads_what_is_found_wanting(void **state)
{
    (void)state;
    expect("The union said the mill's latest proposal was unacceptable.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "union|mill", "the mill's latest proposal");
    expect("Larch called the offer inadequate.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Larch", "the offer");
    expect("Peru said the terms offered by Chile were not acceptable.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Peru|Chile", "the terms offered by Chile");
    expect("Larch dismissed the offer as unacceptable.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Larch", "the offer");
    expect_none("Peru said the terms offered by Chile were acceptable.");
    expect_none("Larch said the delay was unacceptable, whatever the offer.");
    expect_none("Peru did not say that the offer was unacceptable.");
}

static void tells_who_says_so_by_the_whole_name(void **state)
{
    (void)state;
    entente_article r = read_text("Jane Boden, who said she had turned down the offer from Larch, told the radio that she was well.");
    assert_int_equal(r.agreement_count, 1);
    assert_string_equal(r.agreements[0].attribution, "Jane Boden");
    r = read_text("Jane Boden of the union of road and rail and harbour and mine and mill and farm workers of Peru said Chile had signed the accord.");
    assert_string_equal(r.agreements[0].attribution, "Jane Boden");
}

static void reads_whose_commitment_it_is(void **state)
{
    (void)state;
    expect("The Minister underlined the commitment of Chile to the defense of Peru.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Chile", "the defense of Peru");
    expect("Jane Roe spoke with Jan Kowalski of Poland on Monday to reiterate the Chilean commitment to keep the straits open.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Chile|Jan Kowalski", "keep the straits open");
    expect_sides("Peru reaffirmed its commitment to NATO.", "Peru|NATO");
    expect_sides("The president met with Mr Larch to sign a pact on fish.", "president|Larch");
}

static void reads_that_there_is_none(void **state)
{
    (void)state;
    expect("Chile rejected the Lima Agreement.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Chile", "");
    expect("There was broad consensus across the cabinet to try Doe in court.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "cabinet", "try Doe in court");
    expect("There was not an agreement between Peru and Chile.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "Peru|Chile", "");
    expect("Peru and Chile held talks on fish on Monday. There was no agreement.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "Peru|Chile", "");
}

static void reads_up_to_how_much(void **state)
{
    (void)state;
    expect("Larch may pull out of a $5bn (\xC2\xA3" "3.1bn) deal to build a bridge in Peru.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_PENDING, "Larch", "build a bridge in Peru");
    expect("Larch was set to restructure after reaching a $2bn (1.5bn euros; \xE2\x82\xAC" "1bn) settlement with Boden on its debts.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "its debts");
    expect("Larch promised up to $50 million a year in savings.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Larch", "up to $50 million a year in savings");
    expect("Larch agreed to a loan of up to $3 million for Boden.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Larch", "a loan of up to $3 million for Boden");
    expect("The bank agreed to lend Peru up to 3 million dollars.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "bank|Peru", "lend Peru up to 3 million dollars");
}

static void reads_clauses_the_tree_takes_apart_wrongly(void **state)
{
    (void)state;
    expect("The sides agreed for the ship to leave the bay.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "sides", "the ship to leave the bay");
    expect("Peru and Chile agreed for Ghana to open its port.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "open its port");
    expect("But she said reaching a truce with the rebels could be difficult.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "rebels", "");
    expect("The accord Larch signed with Boden in May is a plus for it.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "");
    expect("The deal Larch cut with Boden to buy 40 planes is a plus.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "buy 40 planes");
    expect_sides("Larch agreed to buy 12 ferries from Boden and 20 from Acme.", "Larch|Boden|Acme");
    expect_sides("Larch agreed to buy 12 ferries from Boeing and 20 from Acme but said its Fir Lines unit will lease them.", "Larch|Boeing|Acme");
    expect("The deal between Larch and Boden should go through in May.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Larch|Boden", "");
    expect("Should Larch accept the offer from Boden, its board will go.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_PENDING, "Larch|Boden", "the offer from Boden");
}

static void reads_words_that_were_not_kept(void **state)
{
    (void)state;
    expect("Larch promised to pay the miners but did not.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_BROKEN, "Larch|miners", "pay the miners");
    expect("Senator Doe, who once pledged to sell the farm but never did so, spoke again.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_BROKEN, "Doe", "sell the farm");
    expect("Larch promised to pay the miners but failed to do so.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_BROKEN, "Larch|miners", "pay the miners");
    expect("Larch promised to pay the miners but has not yet done so.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Larch|miners", "pay the miners");
    expect("Peru has not lived up to the accord with Chile.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_BROKEN, "Peru|Chile", "");
    expect("Chile notified Peru that it was ending the truce.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_BROKEN, "Chile|Peru", "");
    expect("Mr Roe breached the plea deal.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_BROKEN, "Roe", ""); /* with somebody, whoever it is */
    expect("Larch Corp pulled out of the deal.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_BROKEN, "Larch Corp", "");
    expect("Doe broke a promise he made in 1998 to leave office.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_BROKEN, "Doe", "leave office");
    expect("He said Larch had made no commitments to join Boden's scheme.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REJECTED, "Larch", "join Boden's scheme");
}

static void reads_suggestions_and_appeals(void **state)
{
    (void)state;
    expect_none("Chile said it would leave if Peru broke the truce.");
    expect_none("He vowed to unleash fire on Peru if it kept breaking the accord.");
    expect_none("Larch will pay Boden 48m yuan once the council approves the deal.");
    expect_none("The mayor refused on Monday to deny the claim about the deal.");
    expect_none("The envoy declined to determine whether the deal was lawful.");
    expect_none("Asked about the deal, the envoy declined to offer more details.");
    assert_int_equal(read_with("Doe had not come to terms with his mistakes until the deal was read. It rained in the hills.", false, NULL).agreement_count, 0);
    expect("Peru flatly rejected a Chilean suggestion that it seek help from the bank.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Peru|Chile", "it seek help from the bank");
    expect_none("Larch rejected suggestions that it had cheated in the talks on a deal.");
    expect_none("The bishops appealed to both sides to reach an agreement.");
    expect_none("Larch declined to value the deal with Boden.");
}

static void reads_who_is_supplied(void **state)
{
    (void)state;
    expect_sides("Larch struck a deal to supply German tyre maker Boden with 500 vans.", "Larch|Boden");
    expect_sides("Larch agreed to supply Boden with 30,000 vans.", "Larch|Boden");
    expect("Larch signed a protocol of intent to set up two joint ventures with Boden.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "set up two joint ventures with Boden");
    expect("Danubia Gas will supply Boden with 300 tonnes of gas under an accord concluded in Lima on Monday.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Danubia Gas|Boden", "supply Boden with 300 tonnes of gas");
}

/* A deal of two, and a sentence that says what is done under it. */
static void expect_told_under(const char *what, const char *content)
{
    char article[512];
    snprintf(article, sizeof article, "Peru and Chile signed a pact on flights on Monday. %s It rained in the hills.", what);
    entente_article r = read_text(article);
    assert_int_equal(r.agreement_count, 1);
    assert_int_equal(r.agreements[0].mention_count, content ? 2 : 1);
    if (content)
        assert_string_equal(r.agreements[0].mentions[1].content, content);
}

static void reads_what_is_done_under_a_deal(void **state)
{
    (void)state;
    expect_told_under("Under the pact, the Chilean side can also fly from Lima to Oslo.", "the Chilean side can also fly from Lima to Oslo");
    expect_told_under("Under the pact, hammered out over 19 hours in Lima, the pilots will get a rise.", "the pilots will get a rise");
    expect_told_under("Under the pact, made over 19 hours of talks in Lima, the pilots will get a rise.", "the pilots will get a rise");
    expect_told_under("Under the memorandum, which is valid for four years, the pilots will teach.", "the pilots will teach");
    expect_told_under("Under the pact, they are friends.", NULL);
    expect_none("The two will hold a review under the memorandum between Ghana and Spain on the canal.");
}

static void reads_who_negotiates_with_whom(void **state)
{
    (void)state;
    expect("Larch said it was still negotiating with an unnamed buyer for the sale of a mill.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Larch|unnamed buyer", "the sale of a mill");
    expect_sides("Larch said contract talks resumed with some 60 miners at its pit.", "60 miners|Larch");
    expect_none("Talks with the rebels resumed on Monday.");
    expect_none("Larch was negotiating with care.");
    expect_none("President Joe Roe signed a National Security Memorandum to fight smuggling.");
    expect_sides("President Roe signed a memorandum with Chile.", "Roe|Chile");
}

static void reads_phrasal_verbs_of_headlines(void **state)
{
    (void)state;
    expect_headline("Doe rules out trade deal without new quotas", ENTENTE_AGREEMENT_REJECTED, "Doe");
    expect_headline("Union votes down pay deal", ENTENTE_AGREEMENT_REJECTED, "Union");
    entente_article r = read_text("Boston Larch, Newboden to merge\n\nBoston Larch Bank said it and Newboden have agreed to merge in May.\n");
    assert_int_equal(r.agreement_count, 1);
    assert_int_equal(r.agreements[0].mention_count, 2);
}

static void leaves_what_was_never_agreed_alone(void **state)
{
    (void)state;
    /* Each with a word that makes it be read. */
    expect_none("The head of the treaty office found a bargain with the help of a friend.");
    expect_none("The harbour will no longer respect the limits of the town.");
    expect_none("A deal of cards ended the row by noon.");
    expect_none("Calls for a truce between Peru and Chile grew louder on Monday.");
    expect_none("The bishops underlined the urgency of striking a truce between Peru and Chile.");
    expect_none("The bishops spoke of the importance of honouring the treaty with Chile.");
    expect_none("This is what the leaders of the harbour have agreed to do, as the envoys do.");
    expect_none("The treaty office said that traffic in the port is at a standstill.");
    expect_none("The office of the treaty opened long before Chile abandoned it.");
    expect_none("The treaty office said the match will go ahead on Sunday.");
}

static void tells_what_has_to_be_done(void **state)
{
    (void)state;
    expect_none("Peru has to accept the offer from Chile.");
    expect("Peru had to accept the offer from Chile.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "the offer from Chile");
    expect("The councils still have to approve the settlement with Larch.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_PENDING, "councils|Larch", "");
    expect("Peru is on the verge of signing an accord with Chile.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_PENDING, "Peru|Chile", "");
    expect("Peru and Chile were on the brink of signing a pact in May when Mr Roe cancelled the talks.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REJECTED, "Peru|Chile", "");
    expect("The minister said Peru will guarantee the peace of the town.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Peru", "the peace of the town");
    expect_none("Larch will guarantee the peace of the town.");
    expect_none("Governor Jo Roe tells Peru she will make her decision soon about whether to sign the bill.");
}

static void reads_bids_and_their_answers(void **state)
{
    (void)state;
    expect("Larch bid $8 million for Boden.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "Larch|Boden", "$8 million for Boden");
    expect("Larch offered $10 a share in cash for each Boden share outstanding.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "Larch|Boden", "$10 a share in cash for each Boden share outstanding");
    expect("The Larch-Boden merger was called off.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_BROKEN, "Larch|Boden", "");
    expect("Larch considers ending its pact with Boden.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Larch|Boden", "");
    expect("Larch will supply 40 trains to Boden under a $2 billion contract.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "supply 40 trains to Boden");
    expect_none("Larch will supply trains under a contract.");
    expect_none("Larch will supply 40 trains to schools under a contract.");
    expect("The president vetoed the trade pact with Chile.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "president|Chile", "");
    expect("Peru has been accused by Chile of breaching the ceasefire.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_BROKEN, "Peru", "");
    expect("The guerrillas announced a unilateral ceasefire for Christmas.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "guerrillas", "");
    expect("The two firms have scrapped plans to merge.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "two firms", "merge");
    expect("The United States will provide $30 million in aid to Peru, the Secretary announced.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "United States", "provide $30 million in aid to Peru");
    expect_none("The United States will provide $30 million in aid to Peru, the Secretary said.");
    expect("The mayor knows Peru denies signing a pact with Chile.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REJECTED, "Peru|Chile", "");
    expect("Larch Corp is planning a bid for Boden Inc.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "Larch Corp|Boden Inc", "a bid for Boden Inc");
    expect("Peru denies signing a treaty with Chile.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REJECTED, "Peru|Chile", "");
    expect("Larch has received a bid of $20 million from Boden for its mine.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "Boden|Larch", "a bid of $20 million from Boden");
    expect("Peru proposed to Chile a truce until the vote.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "Peru|Chile", "a truce");
    expect("Roe rejected a move to Boden.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Roe|Boden", "a move to Boden");
    expect("Peru's rejection of the Chilean offer angered the growers.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Peru|Chile", "the Chilean offer");
    expect_none("Peru's possible rejection of the Chilean offer worries the growers.");
}

/* "commitment" alone is too common to be read for; with what is done with it, it is not. */
static void reads_commitments_not_kept(void **state)
{
    (void)state;
    static const char *const told[] = {"The company has not honoured its commitment to clean up the site.", "The company did not honor its commitment to clean up the site.",
                                       "The company did not fulfil its commitment to clean up the site.", "The company did not fulfill its commitment to clean up the site.",
                                       "The company did not keep its commitment to clean up the site.", "The company has not kept its commitment to clean up the site.",
                                       "The company has not lived up to its commitment to clean up the site.", "The company did not live up to its commitment to clean up the site."};
    for (size_t i = 0; i < sizeof told / sizeof *told; i++)
        expect(told[i], ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_BROKEN, "company", "clean up the site");
    expect_none("Its commitment to quality is known.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_what_has_to_be_done),
        cmocka_unit_test(reads_bids_and_their_answers),
        cmocka_unit_test(reads_what_is_no_longer_kept),
        cmocka_unit_test(keeps_the_ends_of_two_sides_apart),
        cmocka_unit_test(reads_deals_under_way),
        cmocka_unit_test(reads_all_that_was_agreed),
        cmocka_unit_test(reads_needs_and_ways),
        cmocka_unit_test(reads_what_a_deal_says),
        cmocka_unit_test(reads_contracts_given),
        cmocka_unit_test(reads_bids_and_prospects),
        cmocka_unit_test(reads_what_is_found_wanting),
        cmocka_unit_test(tells_who_says_so_by_the_whole_name),
        cmocka_unit_test(reads_whose_commitment_it_is),
        cmocka_unit_test(reads_that_there_is_none),
        cmocka_unit_test(reads_up_to_how_much),
        cmocka_unit_test(reads_clauses_the_tree_takes_apart_wrongly),
        cmocka_unit_test(reads_words_that_were_not_kept),
        cmocka_unit_test(reads_suggestions_and_appeals),
        cmocka_unit_test(reads_who_is_supplied),
        cmocka_unit_test(reads_what_is_done_under_a_deal),
        cmocka_unit_test(reads_who_negotiates_with_whom),
        cmocka_unit_test(reads_phrasal_verbs_of_headlines),
        cmocka_unit_test(reads_commitments_not_kept),
        cmocka_unit_test(leaves_what_was_never_agreed_alone),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
