/* SPDX-License-Identifier: MIT */
/* Sales, bids and orders, what they hang on, answers and votes, talks and how they stand, words that are not kept. */
#include "check_agreements.h"

/* One record of so many mentions, the last with this trigger. */
static void expect_told(const char *raw, size_t mentions, const char *last, entente_agreement_status status)
{
    entente_article r = read_text(raw);
    if (r.agreement_count != 1 || r.agreements[0].mention_count != mentions)
        fail_msg("%zu records, the first told %zu times, in: %s", r.agreement_count, r.agreement_count ? r.agreements[0].mention_count : 0, raw);
    assert_string_equal(r.agreements[0].mentions[mentions - 1].trigger, last);
    assert_int_equal(r.agreements[0].status, status);
}

static void reads_sales_of_parts(void **state)
{
    (void)state;
    expect("Larch said it would buy the pump unit of Boden Corp for $30 million.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Boden Corp", "buy the pump unit of Boden Corp for $30 million");
    expect("Larch said it will sell its paper unit to Boden Corp.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Boden Corp.", "sell its paper unit to Boden Corp.");
    expect("Engineering group Larch AB said it would buy the pump unit of Boden Corp.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch AB|Boden Corp.", "buy the pump unit of Boden Corp.");
    expect("Larch said it would buy luxury brand Kurt Boden in a deal valued at $40 million.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Kurt Boden", "buy luxury brand Kurt Boden");
    expect("Larch said it will buy luxury brand Kurt Boden.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Kurt Boden", "buy luxury brand Kurt Boden");
    expect_told("Larch struck a deal with Boden. Larch will acquire the mines from Boden.", 2, "acquire", ENTENTE_AGREEMENT_REACHED);
    expect_none("Larch will acquire the mines from Boden.");
    expect_none("Larch said it would buy a plant in Ohio.");
    expect_none("Larch said it will buy its own shares.");
    expect("Larch ordered 40 planes from Boden in a deal valued at $3 billion.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "ordered 40 planes from Boden");
    expect("Larch sold its paper unit to Boden in a deal worth $3bn.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "sold its paper unit to Boden");
    expect_none("Larch ordered 40 trains in a deal worth $3 billion.");
    expect("Larch placed an order for forty Boden trucks.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "forty Boden trucks");
    expect("Larch won an order from Boden for six ferries.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "six ferries");
    expect_none("Larch placed an order for forty trucks.");
}

static void reads_what_a_sale_hangs_on(void **state)
{
    (void)state;
    expect_told("Larch agreed to buy Boden. The deal is subject to clearance by the state.", 2, "subject", ENTENTE_AGREEMENT_REACHED);
    expect_told("Larch agreed to buy Boden. The purchase is conditional on clearance by the cartel office.", 2, "conditional", ENTENTE_AGREEMENT_REACHED);
    expect_told("Larch agreed to buy Boden. The transaction is subject to a number of conditions.", 2, "subject", ENTENTE_AGREEMENT_REACHED);
    expect_told("Larch agreed to buy Boden. Prices are subject to change.", 1, "agreed", ENTENTE_AGREEMENT_REACHED);
    expect_none("The matter is subject to review. A deal is subject to approval.");
    expect("Larch said the planned merger with Boden will save $3 million.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Boden|Larch", "");
    expect_none("Larch said the merger with Boden will save $3 million.");
    expect_none("Larch said a planned merger will save $3 million.");
}

static void reads_answers_to_offers(void **state)
{
    (void)state;
    expect("Larch accepted a buyout from Boden.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "a buyout");
    expect("Peru said that Chile had rejected a deal on fish.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Chile|Peru", "fish");
    expect("Larch accepted an offer from the former spy.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "Larch|former spy", "an offer from the former spy");
    expect("Peru has not responded to Chile's proposal for a joint panel.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_PENDING, "Peru|Chile", "Chile's proposal for a joint panel");
    expect("Peru will respond to the proposal from Chile.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_PENDING, "Peru|Chile", "the proposal from Chile");
    expect_none("Peru responded to Chile's proposal.");
    expect("Peru is considering Chile's offer.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "Chile|Peru", "Chile's offer");
    expect("Doe closed the door on a deal with Roe.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "Doe|Roe", "");
    expect_none("Doe, who will sign up soon, closed the door on the cat.");
    expect_none("Doe declined to rule out a later suit against Roe.");
    expect_none("Doe rejected the idea that the fire was lit on purpose.");
    expect("Doe rejected the idea of a joint panel.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Doe", "the idea of a joint panel");
    expect_none("He vowed to chase the thieves.");
}

static void reads_what_is_near_and_what_is_stuck(void **state)
{
    (void)state;
    expect("Peru is near accord with its banks on new loans.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Peru|banks", "new loans");
    expect("The obstacles to an agreement between Peru and Chile are many.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Peru|Chile", "");
    expect("Prospects for an accord on quotas between Peru and Chile are still dim.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Peru|Chile", "quotas between Peru and Chile");
    expect("Negotiations between Peru and Chile have been stuck over the price.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "Peru|Chile", "the price");
    expect_none("The truck was stuck in the mud over the truce.");
    expect("Doe led Peru and Chile to an agreement.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "");
    expect_none("Doe led Peru to an agreement.");
    expect_told("Peru and Chile held talks on a pact. The two are working on the wording of the agreement.", 2, "working on the wording of the agreement", ENTENTE_AGREEMENT_PENDING);
    expect("The council was able to reach a deal with Roe.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "council|Roe", "");
    expect("The council is able to reach a deal with Roe.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "council|Roe", "");
    expect("Peru and Chile face a crisis if they cannot agree on a common law.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Peru|Chile", "a common law");
    expect("Peru and Chile held talks. The two presidents decided to found a shipping firm.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "found a shipping firm");
    expect("The blockade was in contravention of the accord between Peru and Chile.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_BROKEN, "Peru|Chile", "");
    expect("Peru was in contravention of the accord.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_BROKEN, "Peru", "");
    expect("Doe pleaded guilty and agreed to help prosecutors with the case.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Doe|prosecutors", "help prosecutors with the case");
}

static void reads_more_of_what_a_deal_says(void **state)
{
    (void)state;
    expect_told("Peru and Chile signed a fishing pact. The pact called on Peru to stop dredging.", 2, "pact", ENTENTE_AGREEMENT_REACHED);
    expect_told("Peru and Chile signed a pact in May. Under the pact Peru supplies copper to the mills.", 2, "pact", ENTENTE_AGREEMENT_REACHED);
    expect_told("Peru and Chile signed a pact in May. Under the deal Larch Works gets a third of the ore.", 2, "deal", ENTENTE_AGREEMENT_REACHED);
}

static void reads_offers_in_other_words(void **state)
{
    (void)state;
    expect("Doe offered help to Roe.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "Doe|Roe", "help to Roe");
    expect_none("Doe offered her condolences to Roe.");
    expect("Peru and Chile exchanged proposals on how to share the river.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Peru|Chile", "share the river");
    expect_none("Peru and Chile exchanged gifts and an offer of tea.");
    expect("Larch's $2 billion bid to take over Boden should help its sales.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "Larch|Boden", "take over Boden");
    expect("Larch's bid for Boden could cost jobs.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "Larch|Boden", "Larch's bid for Boden");
    expect_none("Larch's bid for glory could cost jobs.");
    expect("With Lima rejecting demands to cut its catch, the summit was cancelled.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Peru", "cut its catch");
    expect("Shoe designer Jan Larch <LAR.O> said it would buy Boden.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Jan Larch|Boden", "buy Boden");
    assert_string_equal(first_of(read_text("Larch Holm AB <LAR ST> said it would buy Boden."))->attribution, "Larch Holm AB");
    expect_none("Talks began to try to strike a deal, with Peru and the growers keen to avert a strike.");
    expect("Three pacts, with Peru and Chile, have been signed.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "");
    expect("Peru signed a communiqu\xC3\xA9 with Chile on trade.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "trade");
}

static void reads_words_that_are_not_kept(void **state)
{
    (void)state;
    expect("The ministry has never followed through on its commitments.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_BROKEN, "ministry", "");
    expect("Doe has not kept his promises.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_BROKEN, "Doe", "");
    expect_none("Doe has kept his promises.");
    expect("Doe's promise has not been kept.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_BROKEN, "Doe", "");
    expect("Doe's promise was broken.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_BROKEN, "Doe", "");
    expect_none("No promise was broken.");
    expect("The prosecutor accused Doe of breaching his plea deal.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_BROKEN, "Doe|prosecutor", "");
}

static void reads_who_is_meant(void **state)
{
    (void)state;
    expect_sides("The mayor calls on the rebels to honour the ceasefire they signed in May.", "rebels");
    expect("We welcome the agreement reached today by Peru and Chile to swap prisoners.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "");
    expect("Larch and Boden will pool their research under a new pact.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "pool their research");
    expect_none("Larch and Boden pooled their research under a new pact.");
    expect("Leeds have signed Roe from Boden.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Leeds|Roe|Boden", "");
    expect_none("Leeds have signed the papers from Boden.");
    expect("Boden have had a bid for Roe turned down by Leeds.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Boden|Leeds", "a bid for Roe");
}

static void tells_whom_it_said_means(void **state)
{
    (void)state;
    entente_article r = read_text("The ministry said Larch had rejected an offer from Boden. Cole agreed to shut the pit, it said.");
    assert_int_equal(r.agreement_count, 2);
    assert_string_equal(r.agreements[1].attribution, "The ministry");
}

static void reads_whom_one_faces(void **state)
{
    (void)state;
    expect("Doe agreed to testify before the panel.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Doe|panel", "testify before the panel");
    expect("Peru has refused to speak to the Chilean government.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Peru|Chile", "speak to the Chilean government");
    expect_none("Doe refused to speak to the press.");
}

static void reads_votes_ahead_and_bids_too_low(void **state)
{
    (void)state;
    expect("Larch said on Monday that Boden's offer undervalued the mill.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Larch|Boden", "Boden's offer");
    expect("The board said the bid from Boden badly undervalued the mill.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "board|Boden", "the bid from Boden");
    expect_headline("Larch: Boden's $6 million offer undervalues the firm", ENTENTE_AGREEMENT_REJECTED, "Larch|Boden");
    expect_none("Analysts said the offer from Boden undervalued Larch.");
    expect("Boden said it was considering an offer for Larch at 10 crowns a share.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "Boden|Larch", "an offer for Larch");
    expect("Boden is considering an offer from Larch for Hale Mill.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "Larch|Boden", "an offer from Larch");
    expect("Boden is considering Larch's offer for Hale Mill.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "Larch|Boden", "Larch's offer for Hale Mill");
    expect_none("Boden is not considering an offer for Larch.");
    expect_none("Boden considered an offer for Larch.");
    expect_none("Holders are considering the offer for Larch.");
    expect_none("Boden is considering a bid for power.");
    expect_none("Some growers said the offer from Boden undervalued the mill.");
    expect_none("Larch said the offer from Boden did not undervalue the mill.");
    expect_none("Larch said the offer from Boden came when the market undervalued the mill.");
    expect("The miners are expected to vote in May on another contract with Boden.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_PENDING, "miners|Boden", "another contract with Boden");
    expect("Miners will vote on the offer on Monday.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_PENDING, "Miners", "the offer");
    expect_headline("Pilots to vote on Larch pay deal", ENTENTE_AGREEMENT_PENDING, "Pilots");
    expect_none("Miners, who will sign up soon, voted on the contract.");
    expect_none("The mayor will vote on the contract.");
    expect_none("Miners will vote on the contract law.");
}

static void reads_commitments_and_their_absence(void **state)
{
    (void)state;
    expect("The mayors further committed to widening sea patrols.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "mayors", "widening sea patrols");
    expect_none("The mayors are further committed to widening sea patrols.");
    expect_none("We urge the quick naming of a council capable of and committed to widening sea patrols.");
    expect("Peru and Chile made commitments in May to cut their fleets.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "cut their fleets");
    expect("Peru will not take part in the talks with Chile.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Peru|Chile", "the talks with Chile");
    expect("Peru will not participate in negotiations with Chile.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Peru|Chile", "negotiations with Chile");
    expect_none("Peru, which will sign up soon, will not take part in the games with Chile.");
    expect_none("Peru will take part in the talks with Chile.");
}

static void leaves_what_only_adds_something_out(void **state)
{
    (void)state;
    expect("Larch and Boden agreed on a fee for Roe, who came in May.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "a fee for Roe");
    expect("Peru and Chile agreed on a place for the rite, which will be held in Lima.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "a place for the rite");
    expect("Peru and Chile agreed to pay growers who lost their crops.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "pay growers who lost their crops");
}

static void reads_talks_and_stances(void **state)
{
    (void)state;
    expect("The two clubs are haggling over a fee for Roe.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "two clubs", "a fee for Roe");
    expect_none("A customer was haggling over a fee.");
    expect("Lawmakers of both parties rallied around a compromise on pensions.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Lawmakers of both parties", "pensions");
    expect_none("Fans rallied around the compromise candidate.");
    expect("Roe and Doe remain at an impasse over the wall.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "Roe|Doe", "the wall");
    expect_none("The truck was at an impasse over the wall.");
    expect("Senator Doe said he could not support the agreement.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Doe", "the agreement");
    expect_none("Senator Doe said he supports the agreement.");
    expect("The drug maker will pay $40 million to resolve charges that it hid the risks.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "drug maker", "");
}

static void reads_how_a_deal_stands_in_headlines(void **state)
{
    (void)state;
    expect_headline("Peru-Chile gas deal in doubt", ENTENTE_AGREEMENT_PENDING, "Peru|Chile");
    expect_headline("Peru-Chile gas deal 'at risk'", ENTENTE_AGREEMENT_PENDING, "Peru|Chile");
    expect_headline("Stalemate in talks between Peru and Chile", ENTENTE_AGREEMENT_REJECTED, "Peru|Chile");
    expect_headline("Larch in $4bn Boden plane deal", ENTENTE_AGREEMENT_REACHED, "Larch|Boden");
}

/* What has not come about so far is open, not refused. */
static void reads_what_is_not_yet_agreed(void **state)
{
    (void)state;
    expect("There is no deal yet between Peru and Chile.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Peru|Chile", "");
    expect("No agreement has been reached yet between Peru and Chile.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Peru|Chile", "");
    expect("Peru and Chile still have no deal on fish.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Peru|Chile", "fish");
    expect("As yet there is no agreement between the two sides.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "two sides", "");
    expect("There is no deal between Peru and Chile.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "Peru|Chile", "");
    assert_int_equal(first_of(read_text("No deal was reached, yet Peru and Chile parted as friends."))->status, ENTENTE_AGREEMENT_REJECTED);
    assert_int_equal(first_of(read_text("Peru rejected the pact, and there is still no deal with Norway."))->status, ENTENTE_AGREEMENT_REJECTED);
}

/* What a court or voters turn down was agreed by others. */
static void reads_what_others_turned_down(void **state)
{
    (void)state;
    expect("A judge rejected a settlement between Larch and its workers.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "Larch|workers", "");
    expect("A judge blocked a deal between Larch Steel and Boden Bank.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "Larch Steel|Boden Bank", "");
    expect("A judge approved a settlement between Larch and its workers.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|workers", "");
    expect("The mayor blocked traffic after a settlement between Larch and Boden.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "");
    expect("A judge did not reject a settlement between Larch and its workers.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|workers", "");
}

/* An offer told from the side of who gets it, or by what is done with it. */
static void reads_offers_from_either_side(void **state)
{
    (void)state;
    expect("Larch have offered Rowney a new five-year contract.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "Larch|Rowney", "a new five-year contract");
    expect("Doe has been offered a new contract by Larch.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "Larch|Doe", "a new contract");
    expect("A stake in the port has been offered to Peru by Chile.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "Chile|Peru", "A stake in the port");
    expect_none("Tea was offered to Doe by the host.");
    expect("Larch offered to raise the cash part of its Boden offer to $42 a share.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "Larch|Boden", "raise the cash part of its Boden offer to $42 a share");
    expect("Larch offered to raise its bid for Boden to $42 a share.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "Larch|Boden", "raise its bid for Boden to $42 a share");
    expect("Larch has offered to sweeten its bid for Boden by $2 a share.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "Larch|Boden", "sweeten its bid for Boden by $2 a share");
    expect("Larch put a new offer on the table.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "Larch", "a new offer");
    expect("Management made an offer that was rejected by the union.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Management|union", "an offer that was rejected by the union");
    expect("Nurses voted against the latest offer from the clinic.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Nurses|clinic", "the latest offer from the clinic");
    expect("The union announced its acceptance of the offer from Larch.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "union|Larch", "the offer from Larch");
    expect("The government confirmed its rejection of the proposal by Peru.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "government|Peru", "the proposal");
    expect("The government confirmed its rejection of the proposal by Uganda.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "government|Uganda", "the proposal by Uganda");
    expect("The walkout will go on after refuse workers rejected the proposal of the council.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "refuse workers|council", "the proposal of the council");
}

/* Whose talks and settlements, where their names hang elsewhere. */
static void reads_whose_talks_and_settlements(void **state)
{
    (void)state;
    expect("Pilots at Larch will strike after talks with the airline collapsed.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "airline", "");
    expect("Meeting in Geneva, ministers from Peru and Chile agreed to open the border.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "open the border");
    expect("The agreement was reached at the union's headquarters in Detroit between Larch and the workers.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|workers", "");
    expect("Larch and Boden settled out of court.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "");
    expect("A court approved the settlement between Larch and its workers.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|workers", "");
    expect("Peru and Chile agreed to triple output by 2030.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "triple output by 2030");
    entente_article r = read_text("Larch and Boden reached a settlement over the mill. A second case was settled for $90,000.");
    assert_true(r.agreement_count > 0);
    assert_int_equal(r.agreements[r.agreement_count - 1].party_count, 2);
    assert_string_equal(r.agreements[r.agreement_count - 1].mentions[r.agreements[r.agreement_count - 1].mention_count - 1].trigger, "settled");
}

/* What is only thought of, hard, or would have been. */
static void tells_what_is_not_done(void **state)
{
    (void)state;
    static const struct { const char *text; entente_agreement_status status; } cases[] = {
        {"Peru is reluctant to sign the treaty with Chile.", ENTENTE_AGREEMENT_PENDING},
        {"Peru was unwilling to sign the treaty with Chile.", ENTENTE_AGREEMENT_REJECTED},
        {"Larch faces the challenge of negotiating a contract with Boden.", ENTENTE_AGREEMENT_PENDING},
        {"Reaching an agreement with Chile is difficult.", ENTENTE_AGREEMENT_PENDING},
        {"Reaching an agreement with Chile has proved difficult.", ENTENTE_AGREEMENT_PENDING},
        {"Rather than accept the offer, Larch sued Boden.", ENTENTE_AGREEMENT_REJECTED},
        {"Instead of signing the treaty, Peru sent troops.", ENTENTE_AGREEMENT_REJECTED},
        {"Only now has Larch agreed to buy Boden.", ENTENTE_AGREEMENT_REACHED},
        {"Have Peru and Chile agreed to open the border, she asked.", ENTENTE_AGREEMENT_REACHED},
        {"\"Had Peru and Chile agreed to open the border?\" she asked.", ENTENTE_AGREEMENT_REACHED},
        {"Nor has Peru agreed to halt the work.", ENTENTE_AGREEMENT_REJECTED},
        {"Reaching an agreement with Chile was difficult, but Peru did it in May.", ENTENTE_AGREEMENT_REACHED},
        {"Larch took the risk of signing a deal with Boden.", ENTENTE_AGREEMENT_REACHED},
        {"The president made threats should China not accept the offer from Peru.", ENTENTE_AGREEMENT_PENDING},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        entente_article r = read_text(cases[i].text);
        if (r.agreement_count != 1 || r.agreements[0].status != cases[i].status)
            fail_msg("%zu records, status %d: %s", r.agreement_count, r.agreement_count ? (int)r.agreements[0].status : 0, cases[i].text);
    }
    expect_none("Peru would have signed the treaty with Chile.");
    expect_none("Had Peru signed the treaty with Chile, the war would have ended.");
    expect_none("The law requires a landlord to agree to building plans for the house.");
    expect("The two sides could finalize an agreement if the two countries decide to compromise.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_PENDING, "two sides", "");
}

/* An offer and what became of it, in one sentence or two. */
static void joins_offers_and_answers(void **state)
{
    (void)state;
    expect("Peru offered to host the games. Chile rejected the offer.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Chile|Peru", "host the games");
    expect("Peru made an offer to host the games. Chile later accepted it.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "Chile|Peru", "host the games");
    expect("Larch offered $3bn for Boden. Boden turned it down.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Larch|Boden", "$3bn for Boden");
    expect("Peru offered to host the games, but Chile rejected the offer.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Chile|Peru", "host the games");
    expect("Chile rejected the offer from Peru. Peru made the offer in May.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Chile|Peru", "the offer from Peru");
    expect_none("The shop sold a lamp. Chile later accepted it.");
    expect_none("Doe was offered a job by Larch but turned it down.");
    expect_none("The council confirmed his acceptance of the offer.");
    expect("Larch offered $3bn for Boden. The king gave Doe a medal. He accepted it.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "Larch|Boden", "$3bn for Boden");
    expect("Peru and Chile agreed to halt the war. Norway was told that it was suspended from the club.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "halt the war");
    assert_int_equal(read_text("Larch offered the workers a bonus but dismissed the offer from the mayor.").agreement_count, 2);
    expect("Peru expressed support for a proposal by Chile to share data.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "a proposal by Chile");
    expect("Peru expressed support for a U.S. proposal of a ceasefire.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "Peru|U.S.", "a U.S. proposal of a ceasefire");
    expect_none("Peru expressed support for the accord.");
    expect_none("Peru expressed support for an accord by Chile.");
    expect_none("Peru expressed support for the proposal.");
}

/* Subjects and objects of relative clauses, and those along with whom somebody agrees. */
static void reads_who_is_named_around_a_clause(void **state)
{
    (void)state;
    expect("Farmers oppose the pact, which Peru and Chile signed in May.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "");
    expect("Farmers oppose the pact Peru and Chile signed in May.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "");
    expect("Boden, which Larch has agreed to buy for $5bn, said profits fell.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "buy for $5bn");
    expect("The Larch group, which has a stake in Boden, and the Fir group, which has none, have both agreed not to buy more shares.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch group|Fir group", "not to buy more shares");
    expect("Peru, along with Chile and Bolivia, agreed to share data.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile|Bolivia", "share data");
    expect("Together with Chile, Peru agreed to share data.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "share data");
    expect("Along with Brexit, Britain agreed to share data with Norway.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Britain|Norway", "share data with Norway");
    expect("Along with a pay rise, Larch promised free meals.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Larch", "free meals");
}

/* The text that is meant, and how long it lasts, which is not when it was made. */
static void names_the_text_that_is_meant(void **state)
{
    (void)state;
    static const struct { const char *text, *instrument; } cases[] = {
        {"Peru and Chile have agreed to observe a 10-day truce.", "10-day truce"},
        {"The ministers endorsed the joint declaration on fish.", "joint declaration"},
        {"Peru and Chile issued a joint statement pledging to share data.", "joint statement"},
        {"In a joint declaration Peru and Chile pledged to cut emissions.", "joint declaration"},
        {"Peru pledged in a speech to cut emissions.", ""},
        {"The minister gave a guarantee that no mill would close.", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        entente_article r = read_text(cases[i].text);
        if (r.agreement_count != 1 || strcmp(r.agreements[0].instrument, cases[i].instrument) != 0)
            fail_msg("%zu records, instrument '%s': %s", r.agreement_count, r.agreement_count ? r.agreements[0].instrument : "", cases[i].text);
    }
    expect("The union refused to join the truce.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "union", "join the truce");
    assert_string_equal(first_of(read_text("The manager signed a contract extension until 2012."))->time, "");
    assert_string_equal(first_of(read_text("The manager signed a contract extension in 2012."))->time, "2012");
}

/* Requests, deals and suits of the sentence before: what "the invitation", "it" and "the case" are. */
static void reads_what_was_told_before(void **state)
{
    (void)state;
    expect("Norway asked Peru for help. Peru agreed.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "Peru|Norway", "help");
    expect("Norway invited the rebels to talks in Oslo. They accepted.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "rebels|Norway", "talks in Oslo");
    expect("Norway invited the rebels to talks in Oslo. The rebels declined the invitation.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "rebels|Norway", "talks in Oslo");
    expect("Norway asked Peru to open its ports. Peru refused the request.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Peru|Norway", "open its ports");
    expect("The union and Larch reached a deal on pay. Members rejected it on Friday.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "union|Larch", "pay");
    expect("The union and Larch reached a deal on pay. It was later rejected by the members.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "union|Larch", "pay");
    entente_article broken = read_text("Rebels and the army agreed a truce on Monday. It was broken within hours.");
    assert_int_equal(broken.agreement_count, 2);
    assert_int_equal(broken.agreements[1].status, ENTENTE_AGREEMENT_BROKEN);
    expect_none("The cup fell on Monday. It was broken within hours.");
    assert_int_equal(read_text("Peru and Chile signed a pact. It rained. It snowed. A cup fell. It was broken.").agreement_count, 1);
    expect("Jane Doe sued Larch over her firing. Larch agreed to pay her $5m.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Jane Doe", "pay her $5m");
    expect("Jane Doe sued Larch over her firing. Larch promised to pay her $5m.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Larch", "pay her $5m");
    expect("Boden sued Larch in 2010. Larch agreed to pay higher wages.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Larch", "pay higher wages");
    expect("Jane Doe sued Larch over her firing. Larch settled a strike at its mill.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch", "");
    expect("Larch and Boden agreed to merge. A divorce case was settled for $3m.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "merge");
    assert_int_equal(first_of(read_text("Larch and Boden agreed to merge. A divorce case was settled for $3m."))->mention_count, 1);
    expect("The union and Larch reached a deal on pay. A film opened in Lima. Critics rejected it.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "union|Larch", "pay");
    expect("Norway invited Peru to talks in Oslo. Chile declined the invitation.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Chile", "the invitation");
    expect("Boden filed a lawsuit against Larch in May. Larch settled the case on Monday.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "");
    expect("Boden sued Larch in May. Larch agreed to open a mill.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Larch", "open a mill");
    entente_article spurned = read_text("Peru and Chile signed a pact. Villagers, who had been offered a lump sum to drop a suit over noise, spurned it last month.");
    assert_int_equal(first_of(spurned)->status, ENTENTE_AGREEMENT_REACHED);
}

static void reads_to_whom_and_until_when(void **state)
{
    (void)state;
    expect("Larch and Boden have been able to strike a deal over the patents.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "the patents");
    expect("Sweden hailed the pact agreed to by Peru and Chile.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "");
    expect("The minister promised the farmers to rebuild the dam.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "minister|farmers", "rebuild the dam");
    expect("Norway pledged to Sudan to keep the airlift going.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Norway|Sudan", "keep the airlift going");
    assert_int_equal(read_text("A new agreement commits the players to hand over the fees.").agreements[0].obligation_count, 1);
    expect("Larch has committed to the council and to farmers to keep the mill open.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Larch|council|farmers", "keep the mill open");
    expect("Larch pledged to its workers that no plant would close.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Larch|workers", "no plant would close");
    expect("The minister has spent two years trying to strike a bargain with the farmers on water.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "minister|farmers", "water");
    expect("Drivers voted firmly against the offer made by Larch.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Drivers|Larch", "the offer made by Larch");
    expect_none("Lawmakers voted firmly against the proposal.");
    expect("Larch said it received takeover bids from Boden and Elm.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "Boden|Elm|Larch", "takeover bids");
    expect_none("Larch said it received bids from fans for the old seats.");
    expect("The union has been offered a 5% rise.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "union", "a 5% rise");
    expect("A 5% rise has been offered to the drivers.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "drivers", "A 5% rise");
    expect_none("He was offered a discount.");
    expect("Half of the growers have agreed to sell their land.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "growers", "sell their land");
    expect("Peru will not sign the accord until Chile withdraws its ships.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REJECTED, "Peru", "sign the accord");
}

static void reads_who_faced_whom_before(void **state)
{
    (void)state;
    expect("Larch sued Boden over patents in 2019. The two settled on Friday.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "");
    expect_none("Larch sued Boden over patents in 2019. They settled in Lima years ago.");
    expect_none("Larch beat Boden on penalties in 2019. The two settled on Friday.");
    expect("Peru asked Chile to withdraw its ships. Chile refused to do so.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Chile|Peru", "withdraw its ships");
    expect("Peru and Chile have been at odds for years over fish. An agreement was signed on Friday in Lima.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "");
    expect("The pilots' union and Larch Air began talks in March. An agreement was reached on Sunday night.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "pilots' union|Larch Air", "");
    expect("Jo Doe made an offer for Larch. It is not known whether Larch will accept the offer.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_PENDING, "Jo Doe|Larch", "an offer for Larch");
    expect("Larch made its final offer on Friday.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "Larch", "its final offer");
    entente_article broken = read_text("The army and the rebels signed a truce in May. The rebels have since broken it.");
    assert_int_equal(broken.agreement_count, 2);
    assert_int_equal(broken.agreements[1].status, ENTENTE_AGREEMENT_BROKEN);
    assert_int_equal(read_text("Peru and Chile signed a pact on fish. A storm broke it.").agreement_count, 1);
    assert_int_equal(read_text("The club signed a lease. The owner found a vase and broke it.").agreement_count, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_sales_of_parts),
        cmocka_unit_test(reads_what_a_sale_hangs_on),
        cmocka_unit_test(reads_answers_to_offers),
        cmocka_unit_test(reads_what_is_near_and_what_is_stuck),
        cmocka_unit_test(reads_more_of_what_a_deal_says),
        cmocka_unit_test(reads_offers_in_other_words),
        cmocka_unit_test(reads_words_that_are_not_kept),
        cmocka_unit_test(reads_who_is_meant),
        cmocka_unit_test(tells_whom_it_said_means),
        cmocka_unit_test(reads_whom_one_faces),
        cmocka_unit_test(reads_votes_ahead_and_bids_too_low), cmocka_unit_test(reads_commitments_and_their_absence),
        cmocka_unit_test(leaves_what_only_adds_something_out),
        cmocka_unit_test(reads_talks_and_stances),
        cmocka_unit_test(reads_what_is_not_yet_agreed),
        cmocka_unit_test(reads_what_others_turned_down),
        cmocka_unit_test(reads_offers_from_either_side),
        cmocka_unit_test(reads_whose_talks_and_settlements),
        cmocka_unit_test(tells_what_is_not_done),
        cmocka_unit_test(joins_offers_and_answers),
        cmocka_unit_test(reads_who_is_named_around_a_clause),
        cmocka_unit_test(names_the_text_that_is_meant),
        cmocka_unit_test(reads_what_was_told_before),
        cmocka_unit_test(reads_to_whom_and_until_when),
        cmocka_unit_test(reads_who_faced_whom_before),
        cmocka_unit_test(reads_how_a_deal_stands_in_headlines),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
