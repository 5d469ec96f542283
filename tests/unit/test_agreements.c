/* SPDX-License-Identifier: MIT */
/* What is read in a sentence: kinds, statuses, obligations, times and places. */
#include "check_agreements.h"

static void reads_kinds(void **state)
{
    (void)state;
    expect("Ghana and Togo agreed to share the port.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Ghana|Togo", "share the port");
    expect("Norway agreed with Chile to map the sea.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Norway|Chile", "map the sea");
    expect("Sweden pledged to send engineers.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Sweden", "send engineers");
    expect("Peru and Chile signed a treaty on fishing.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "fishing");
    expect("Italy accepted a request to let inspectors in.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "Italy", "let inspectors in");
}

static void reads_what_somebody_is_told(void **state)
{
    (void)state;
    expect("Peru told Chile it would reopen the border.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "reopen the border");
    expect("Mayor Tom Larch told the tenants that he would not sell the mill.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Tom Larch|tenants", "not sell the mill");
    expect("Speaker Tom Larch told members at a closed meeting that he would withdraw the bill.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Tom Larch|members", "withdraw the bill");
    expect_none("Tom Larch told reporters he would repair the roof. He told the Boden he would repair it soon.");
    expect_none("Tom Larch told the tenants he would appeal. A friend told us it would never end.");
}

static void reads_standing_of_texts(void **state)
{
    (void)state;
    expect("Chile said that Peru was in breach of the accord on fishing.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_BROKEN, "Peru", "");
    expect("Larch Corp is in the second year of a five-year deal with Boden Ltd.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch Corp|Boden Ltd", "");
    expect("Peru and Chile have an agreement to share the water.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "share the water");
    expect("Chile became a party to the treaty.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Chile", "");
    expect("Norway welcomes the declaration today by the Government of Chile of a truce.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Chile", "");
    expect_none("Chile said that Peru was not in breach of the accord on fishing.");
    expect("Work and Pensions Secretary Tom Larch agreed to pay the miners.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Tom Larch|miners", "pay the miners");
    expect("No 10 confirmed the minister refused to pay the miners.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "minister|miners", "pay the miners");
}

static void reads_what_a_text_holds(void **state)
{
    (void)state;
    expect("Peru and Chile signed an accord that removes limits on flights.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "removes limits on flights");
    expect("Peru and Chile signed an accord that will end the fishing dispute.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "end the fishing dispute");
    expect("Peru and Chile signed an accord that runs until May.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "");
    expect("Peru withdrew from an accord that removes limits on flights.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_BROKEN, "Peru", "");
    expect("Larch signed a contract with Boden worth $4 million to build ten ships.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "build ten ships");
    expect("Peru is to buy 20 jets from Chile under a $4 billion deal signed on Monday.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "buy 20 jets from Chile");
    expect("Both leaders agreed that the border should be reopened and that trade should resume.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "leaders", "the border should be reopened|trade should resume");
    expect("Larch offered the union a rise over two years.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "Larch|union", "a rise over two years");
    expect("Chile agreed to take part in the talks at Peru's request.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "Chile|Peru", "take part in the talks at Peru's request");
}

static void reads_more_headlines(void **state)
{
    (void)state;
    expect_headline("Talks between Peru and Chile collapse", ENTENTE_AGREEMENT_REJECTED, "Peru|Chile");
    expect_headline("Peru-Chile talks collapse", ENTENTE_AGREEMENT_REJECTED, "Peru|Chile");
    expect_headline("Boden accepts sweetened offer from Kelmore", ENTENTE_AGREEMENT_REACHED, "Boden|Kelmore");
    expect_headline("Boden rejects Kelmore takeover bid", ENTENTE_AGREEMENT_REJECTED, "Boden|Kelmore");
    expect_headline("Strike averted as union, Kelmore reach tentative deal", ENTENTE_AGREEMENT_REACHED, "union|Kelmore");
    expect_headline("Peru, Chile close in on trade deal", ENTENTE_AGREEMENT_PENDING, "Peru|Chile");
    expect_headline("Pilots Reject Contract", ENTENTE_AGREEMENT_REJECTED, "Pilots");
    expect_headline("Dockers Break Truce", ENTENTE_AGREEMENT_BROKEN, "Dockers");
    expect_headline("Government signs deal with Kelmore", ENTENTE_AGREEMENT_REACHED, "Government|Kelmore");
    expect_headline("Kelmore signs up for climate pact", ENTENTE_AGREEMENT_REACHED, "Kelmore");
    expect_headline("Doe signs new deal with Larch United", ENTENTE_AGREEMENT_REACHED, "Doe|Larch United");
    expect_headline("Doe pleads guilty in deal with prosecutors", ENTENTE_AGREEMENT_REACHED, "Doe|prosecutors");
}

static void reads_papers_of_diplomats(void **state)
{
    (void)state;
    expect("We welcome the announcement by Peru and Chile of a ceasefire.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "");
    expect("We congratulate Peru and Chile on the signing of the accord.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "");
    expect("Peru deposited its instrument of ratification with the United Nations.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Peru", "");
    expect("The two leaders looked forward to signing the agreement.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_PENDING, "two leaders", "");
    expect("The President accepted the Prime Minister's invitation to visit Lima.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "President|Prime Minister", "visit Lima");
    expect("The agreement, which was negotiated over two years, will enter into force on June 1.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_PENDING, "", "");
}

static void reads_settlements_and_ends(void **state)
{
    (void)state;
    expect("The university agreed to pay $4 million to settle claims by 40 women.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "university|40 women", "pay $4 million to settle claims by 40 women");
    expect("Larch Corp ended talks to acquire Boden Inc.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "Larch Corp|Boden Inc", "acquire Boden Inc");
    expect("The state attorney general reached a $4 million settlement with Boden.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "state attorney general|Boden", "");
    expect("Boden agreed to stop selling the toys and to refund customers.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Boden", "stop selling the toys|refund customers");
}

static void reads_licences_and_what_is_given(void **state)
{
    (void)state;
    expect("Larch has granted Boden a license to make the drug in Peru.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "a license to make the drug in Peru");
    expect_none("Peru granted Doe the right to stay.");
    expect("The Front said it does not recognize the agreement.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REJECTED, "Front", "");
    expect("Half of the money has been promised by a regional development bank.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "regional development bank", "Half of the money");
    expect("Two of its shareholders are said to have promised Boden their support at 400p.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Two of its shareholders|Boden", "their support at 400p");
    expect("Two Chilean banks had offered Peru credits of 210 mln dlrs.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "Two Chilean banks|Peru", "credits of 210 mln dlrs");
    expect("Larch said talks with the Miners Union on a new contract would resume Tuesday.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Miners Union|Larch", "a new contract");
    expect("Talks between Chile and Peru on fishing have made no progress.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "Chile|Peru", "fishing");
    expect("Larch said it agreed to pay vouchers.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Larch", "pay vouchers");
    expect("The Port of Lima has agreed to lease the company a quay.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Port of Lima|company", "lease the company a quay");
    expect("Larch has reached a settlement with the Writers Alliance, which sued it last year over unpaid royalties.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Writers Alliance", "unpaid royalties");
    expect("In 2001 Larch agreed a merger with Boden Mutual, only for Boden's members to vote it down.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Boden Mutual", "");
    entente_article r = read_text("Peru and Chile signed a treaty on Monday. Bolivia rejected the treaty.");
    assert_int_equal(r.agreement_count, 2); /* a third state's refusal leaves theirs as it is */
    assert_int_equal(r.agreements[0].status, ENTENTE_AGREEMENT_REACHED);
    r = read_text("The strikes breach the ceasefire between Peru and Chile.");
    assert_int_equal(r.agreements[0].party_count, 2);
}

static void reads_talks_to_come(void **state)
{
    (void)state;
    expect("Talks between Peru and Chile on a treaty are expected to resume in May.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Peru|Chile", "");
    expect("Larch is in talks with its landlords about cutting the rent on 40 of its stores.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Larch|landlords", "cutting the rent on 40 of its stores");
    expect("In 2022, the Larch Front pulled out of a similar arrangement after only six weeks.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_BROKEN, "Larch Front", "");
    expect("Both candidates have signed a pledge, circulated by the League of Voters, to refrain from using altered video.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "candidates", "refrain from using altered video");
    expect("Boden Partners, Larch's largest shareholder, has agreed to tender its shares.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Boden Partners", "tender its shares");
    expect("Rovers turned down an offer for the striker from Boden Athletic.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Rovers|Boden Athletic", "an offer for the striker");
    expect("Mr Doe said the British government had given him its word that no such plan would be put forward.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "United Kingdom|Doe", "no such plan would be put forward");
    expect("Talks between Peru and Chile on the number of lines firms can use will continue next month.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Peru|Chile", "the number of lines firms can use");
    entente_article r = read_text("A meeting of the 61 nations ended in Lima on Wednesday without a deal on whaling.");
    assert_string_equal(r.agreements[0].mentions[0].trigger, "without a deal");
    r = read_text("Larch acquires Boden\n\nThe software maker Larch has bought Boden, a rival, for $2 billion. Its shares rose in early trade.\n");
    assert_int_equal(r.agreement_count, 0); /* a purchase */
    r = read_text("Larch to buy Boden\n\nThe software maker Larch plans to buy Boden, a rival, for $2 billion. Its shares rose in early trade.\n");
    assert_int_equal(r.agreement_count, 0); /* a plan */
    r = read_text("Larch acquires Boden\n\nThe software maker Larch has signed an agreement with Boden to buy it for $2 billion. Its shares rose in early trade.\n");
    assert_int_equal(r.agreement_count, 1);
    assert_int_equal(r.agreements[0].mention_count, 2);
    r = read_text("Larch has agreed to buy Boden.\n\nThe boards of both companies have approved the transaction, which is expected to close in May.\n");
    assert_int_equal(r.agreement_count, 1);
}

static void reads_what_is_given_up(void **state)
{
    (void)state;
    expect("Larch has agreed to sell its shops in the Republic of Ireland to Dublin-based Boden for 415m euros.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "sell its shops in the Republic of Ireland to Dublin-based Boden for 415m euros");
    expect("The Chancellor and the Foreign Minister agreed that the rail corridor should remain open to cargo.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Chancellor|Foreign Minister", "the rail corridor should remain open to cargo");
    expect("A free trade agreement between Peru and Chile is under negotiation.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Peru|Chile", "");
    expect("Larch said Doe had gone back on her word to support vouchers.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_BROKEN, "Doe", "support vouchers");
    expect_none("By subscribing, you agree to get email from Larch.");
    expect_none("The models mostly agree that a second system will follow on Sunday.");
    expect_none("The president signed into law the amendments to the Act, which an agreement had foreseen.");
    expect("We welcome the decision of Peru to sign the treaty.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_PENDING, "Peru", "");
    expect("We regret the decision of the LRF to suspend its participation in the monitoring mechanism.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_BROKEN, "LRF", "");
    expect("Peru refused to give up its share.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Peru", "give up its share");
    expect_none("The minister refused to give details of the deal.");
    assert_int_equal(read_text("Peru and Chile signed a deal. That is where the agreement ends.").agreement_count, 1);
    entente_article r = read_text("Doe declined an invitation from Larch Television. Both candidates have signed a pledge to be civil.");
    assert_string_equal(r.agreements[1].parties[0].name, "candidates");
    r = read_text("The attacks violate the cessation of hostilities agreement that Peru and the Front signed in May.");
    assert_string_equal(r.agreements[0].instrument, "cessation of hostilities agreement");
}

static void reads_what_is_nearly_done(void **state)
{
    (void)state;
    expect("The EU and Chile have concluded negotiations on a modernised trade agreement, officials said.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "EU|Chile", "");
    expect("Workers at Larch's Lima plant have voted to accept a 4% pay rise.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "Workers|Larch", "a 4% pay rise");
    expect("Larch is close to buying Boden for about $2 billion.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Larch|Boden", "buying Boden for about $2 billion");
    expect_none("Larch is close to buying ten jets.");
}

static void reads_what_several_decide(void **state)
{
    (void)state;
    expect("The city of Tarleton and the Justice Department have agreed on a plan to overhaul the force.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "city of Tarleton|Justice Department", "overhaul the force");
    expect("Peru and Chile adopted a Programme of Work on trade.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "trade");
    expect_none("The board adopted a plan to cut costs.");
    expect("The three countries resolved to conduct joint patrols.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "three countries", "conduct joint patrols");
    expect("The company ended talks with a group led by Boden Partners on the sale.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "company|group", "");
    expect("The two sides are negotiating a lower figure, according to a person familiar with the talks.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "two sides", "a lower figure");
    expect("France has offered the use of its antennas in Peru.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "France", "the use of its antennas in Peru");
    expect("The two sides have yet to settle the question of who will audit the accounts.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "two sides", "the question of who will audit the accounts");
    expect("The three largest parties in Peru's Assembly late on Monday agreed to split the country.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "three largest parties in Peru's Assembly", "split the country");
    expect("The Secretary announced that the United States will provide $1.8 million in emergency feed.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "United States", "provide $1.8 million in emergency feed");
}

static void reads_negotiations_of_the_press(void **state)
{
    (void)state;
    expect("Larch and Boden negotiated an end to the blockade.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "an end to the blockade");
    expect("Boden Council successfully negotiated with union representatives on Friday, averting the strike before it began.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Boden Council|union", "");
    expect("Lawyers for Doe are in plea negotiations with prosecutors.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Doe|prosecutors", "");
    expect("The legal team representing Jo Doe, a sailor who left his ship, is in plea negotiations with naval prosecutors.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Jo Doe|naval prosecutors", "");
    expect("Larch is in advanced discussions to buy Boden for $23 billion.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Larch|Boden", "buy Boden for $23 billion");
    expect("Kelmore kicked off talks with Boden to sell its Italian arm.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Kelmore|Boden", "sell its Italian arm");
    expect("Prosecutors and Kelmore made progress toward a plea deal.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Prosecutors|Kelmore", "");
    expect("Progress has been made toward a deal between Kelmore and Boden.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Kelmore|Boden", "");
    expect("The Justice Department has made progress in finalizing an agreement with Kelmore to plead guilty to fraud.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Justice Department|Kelmore", "plead guilty to fraud");
    expect("A breakthrough was made in talks between Larch and Boden.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Larch|Boden", "");
    expect("Peru and Chile failed to make a breakthrough in talks on fishing.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "Peru|Chile", "");
    expect_none("There was no progress in talks between Peru and Chile on fishing.");
    expect("Talks to end the violence in Chad collapsed Saturday.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "", "end the violence in Chad");
    expect("Talks so far have failed to produce a coalition government.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "", "a coalition government");
    expect("Unions have not ruled out strikes following a breakdown in negotiations with management.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "management|Unions", "");
}

static void reads_answers_and_ends_of_the_press(void **state)
{
    (void)state;
    expect("Larch offered workers a 5% raise, which the union rejected.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "union|Larch", "a 5% raise");
    expect("Larch proposed a two-year freeze, which the union accepted.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "union|Larch", "a two-year freeze");
    expect("Its biggest investor, Kelmore, slapped down a hostile takeover bid from Boden.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Kelmore|Boden", "a hostile takeover bid from Boden");
    expect("The striker's move to Boden fell through shortly before the deadline.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "striker|Boden", "The striker's move to Boden");
    expect("Larch and Boden said they would not go forward with Larch's plan to acquire Boden.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "Larch|Boden", "acquire Boden");
    expect("Larch has dropped its plan to acquire Boden.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "Larch|Boden", "acquire Boden");
    expect("They have ruled out any co-operation with Doe.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "They|Doe", "any co-operation with Doe");
    expect("The company had not kept its end of the bargain.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_BROKEN, "company", "");
    expect("Chad declared the 1992 accord null and void.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_BROKEN, "Chad", "");
    expect("Peru on Tuesday finalized its pullout from the security deal.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_BROKEN, "Peru", "");
    expect("Peru on Tuesday announced the formal suspension of the treaty.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_BROKEN, "Peru", "");
    expect("The board of Larch Brewery has recommended shareholders reject the takeover bid from Boden.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Larch Brewery|Boden", "the takeover bid");
    expect("The deadline for a water deal with Chile has been extended to the last day of June.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Chile", "The deadline for a water deal with Chile");
    expect("The agreement came after a long negotiating session.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "", "");
    expect("Chile has announced $2m in humanitarian assistance for Peru.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Chile|Peru", "$2m in humanitarian assistance for Peru");
    expect("The Chilean government has announced providing additional relief items worth 300 million pesos.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Chile", "providing additional relief items worth 300 million pesos");
    expect("Larch announced a $2 billion takeover bid for Boden.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "Larch|Boden", "a $2 billion takeover bid for Boden");
    expect("The contract was ratified by 52 per cent of the tram drivers.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "tram drivers", "");
    expect("An agreement was reached on Friday for a minority government in Chile.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "", "a minority government in Chile");
    expect("\"Larch has rejected the offer,\" Jo Doe, a spokesman, said.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Larch", "the offer");
    expect_none("The old deal was set to expire in May.");
    expect("The carrier offered flight attendants a contract with longer leave.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "carrier|flight attendants", "a contract with longer leave");
}

static void reads_headlines_of_the_press(void **state)
{
    (void)state;
    expect_headline("Larch and Boden sign peace agreement in Lima, Peru says", ENTENTE_AGREEMENT_REACHED, "Larch|Boden");
    expect_headline("Larch and Boden sign agreement in Lima ending their feud, Peru says", ENTENTE_AGREEMENT_REACHED, "Larch|Boden");
    expect_headline("Larch, Boden reach deal on fishing, ministry says", ENTENTE_AGREEMENT_REACHED, "Larch|Boden");
    expect_headline("Peru, Chile pledge to ratify Lima climate deal this year", ENTENTE_AGREEMENT_REACHED, "Peru|Chile");
    expect_headline("Peru and Chile vow to cut tariffs", ENTENTE_AGREEMENT_REACHED, "Peru|Chile");
    expect_headline("Talks to end Chadian violence collapse", ENTENTE_AGREEMENT_REJECTED, "");
    expect_headline("Larch and Boden abandon $14.7 billion acquisition", ENTENTE_AGREEMENT_REJECTED, "Larch|Boden");
}

static void reads_news_of_agencies(void **state)
{
    (void)state;
    expect("Larch rejected on Friday a $4 billion bid by Boden.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Larch|Boden", "a $4 billion bid by Boden");
    expect("The farmers turned down a government offer to share the water.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "farmers|government", "share the water");
    expect("Of the 40 nurses who voted, 61% voted against the deal.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "40 nurses", "");
    expect("The port and a coalition of three unions have been involved in secret negotiations to replace a contract that expired in May.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "port|coalition of three unions", "replace a contract that expired in May");
    expect("Larch and Boden are locked in talks over the price of gas.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Larch|Boden", "the price of gas");
    expect("Talks between Larch and Boden have reached an impasse.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "Larch|Boden", "");
    expect("A deal between Larch and Boden has been in the works for months.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Larch|Boden", "");
    expect("The rebels agreed to a truce Sunday in a border war that has emptied nine villages.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "rebels", "a truce");
    expect("Larch agreed in June to pay $12 million to clean up the river in what the mayor described as a lucky ending.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Larch", "pay $12 million to clean up the river");
    expect("Larch Co. will take over Boden Co. and end the family's grip on it, Boden announced today.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch Co.|Boden Co.", "take over Boden Co. and end the family's grip on it");
    expect("The gates were opened at dusk, some 40 minutes after a tentative agreement was reached between the drivers and port officials.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "drivers|port officials", "");
    expect("The failure of the two sides to reach an agreement disappointed governments.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "two sides", "");
    expect("A former Boden cashier on Monday pleaded guilty to forgery in a deal with prosecutors.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "former Boden cashier|prosecutors", "pleaded guilty to forgery");
    expect("Farm ministers from the League's 12 nations decided in Lima on Friday to resume frozen negotiations with Peru.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Farm ministers from the League's 12 nations", "resume frozen negotiations with Peru");
    expect("The mayor and the school had agreed for months that the two sites would be sold as one.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "mayor|school", "the two sites would be sold as one");
    expect_none("Doe vowed at the rally to keep fighting.");
    expect_none("Doe is coming off a two-year contract that earned him $3 million.");
    expect_none("Larch has until noon on Friday to make an offer or leave.");
    expect_none("Doe told the guests in a speech that he hoped the agreement would be a lesson for growers.");
    expect_none("A judge will decide whether Larch can reject its contract with pilots.");
    expect_none("Roe did not say when a mutually agreed upon pause in the strike would end.");
}

static void reads_gifts_signings_and_headlines(void **state)
{
    (void)state;
    expect("Chile said it would give $6 million to the fund.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Chile", "$6 million to the fund");
    expect("Peruvian Health Minister Jo Doe said his country would provide $6 million.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Peru", "$6 million");
    expect("Peruvian Health Minister Jo Doe said his government would give $7 million.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Peru", "$7 million");
    assert_string_equal(first_of(read_text("Talks between Chile and Peru ended on Friday with no agreement."))->mentions[0].trigger, "with no agreement");
    expect("Chile says it will be providing some $3 million in food aid for Mali.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Chile", "some $3 million in food aid for Mali");
    expect("First among them was Chile, which offered $7 million in grants and cheap loans.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "Chile", "$7 million in grants and cheap loans");
    expect("Officials said the sum was pledged by donors that met at the lake.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "donors", "the sum");
    expect("Larch have completed the signing of Jo Doe from Boden.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Jo Doe|Boden", "the signing of Jo Doe from Boden");
    expect("The young goalkeeper has signed for Larch City until June.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "young goalkeeper|Larch City", "");
    expect("Chile has pledged another $2 million in relief for drought-stricken Chad, its foreign ministry announced Monday.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Chile", "another $2 million in relief for drought-stricken Chad");
    expect("Larch Paper Corp. said Monday it is rejecting an unwanted takeover offer worth $80 million by Boden Ltd.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Larch Paper Corp.|Boden Ltd", "an unwanted takeover offer worth $80 million by Boden Ltd");
    expect("Defender Jo Doe signed for Larch for a fee of \xC2\xA3" "3 million from Boden.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Jo Doe|Larch|Boden", "");
    expect("Larch is to buy its rival Boden in a $3 billion deal.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "buy its rival Boden");
    expect("Talks between Peru and the rebels ended on Friday with no agreement.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "Peru|rebels", "");
    expect("The talks on pay broke down Monday between a drivers union and the Kelmore School Board.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "drivers union|Kelmore School Board", "pay");
    expect("Doe signed as a free agent with the Kelmore Herons.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Doe|Kelmore Herons", "");
    expect_headline("Chile pledges another $2M in aid for Mali", ENTENTE_AGREEMENT_REACHED, "Chile");
    expect_headline("Larch rejects $4.9 billion from First Boden", ENTENTE_AGREEMENT_REJECTED, "Larch|First Boden");
    expect_headline("Peru, Chile ink MOU to promote road building", ENTENTE_AGREEMENT_REACHED, "Peru|Chile");
    expect_headline("Larch rebuffs takeover bid from Boden", ENTENTE_AGREEMENT_REJECTED, "Larch|Boden");
    expect_headline("Donor nations pledge billions for Chad", ENTENTE_AGREEMENT_REACHED, "Donor nations");
    expect_headline("Peru military, rebels violate truce-monitors", ENTENTE_AGREEMENT_BROKEN, "Peru military|rebels");
    expect_headline("Mali Rebels Accuse Army of Breaking Cease-fire", ENTENTE_AGREEMENT_BROKEN, "Army|Mali Rebels");
}

static void reads_returns_and_spans(void **state)
{
    (void)state;
    expect("Peru is ready to return to the treaty.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_PENDING, "Peru", "");
    expect("Peru and Chile have extended for two years a grain agreement.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "");
    expect("The governors have pledged to stock bread in every school by September.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "governors", "stock bread in every school by September");
    expect("The miners broke off their dialogue with Larch Mills on a wage rise.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "miners|Larch Mills", "a wage rise");
    expect("The two delegations initialed the text in Lima.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "two delegations", "");
    expect_none("\"We did not come here to shake hands for the cameras,\" the envoy said. They did not agree on much else.");
    expect_none("The rules are so odd that no two lawyers agree on what they mean.");
}

static void reads_statuses(void **state)
{
    (void)state;
    expect("Peru and Chile will sign a treaty on fishing.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_PENDING, "Peru|Chile", "fishing");
    expect("Kenya and Uganda did not agree to close the road.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "Kenya|Uganda", "close the road");
    expect("Kenya and Uganda agreed not to close the road.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Kenya|Uganda", "not to close the road");
    expect("Iceland suspended its herring pact with Denmark.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_BROKEN, "Iceland|Denmark", "");
}

static void reads_talks(void **state)
{
    (void)state;
    expect("The carrier is in talks with its stewards about a new rota.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "carrier|stewards", "a new rota");
    expect("Peru and Chile resumed talks in Rome on a herring quota.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Peru|Chile", "a herring quota");
    expect("Peru is negotiating with Chile on a herring quota.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Peru|Chile", "a herring quota");
    expect("The miners walked away from talks with Larch Mills.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "miners|Larch Mills", "");
    expect("Talks with Larch Mills broke down over the price.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "Larch Mills", "");
    expect("The two sides failed to bridge their differences over the price.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "two sides", "");
    expect("Three days of talks between Peru and Chile ended with an accord on fishing.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "fishing");
    expect("The talks between Larch Mills and the union resulted in a deal to reopen the pit.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch Mills|union", "reopen the pit");
    expect("The envoy hoped that a ceasefire agreement between Peru and Chile would follow.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Peru|Chile", "");
    expect_none("The envoy held talks with Norway. She would not say whether it was in talks with Chile about fish.");
}

static void reads_clauses_without_that(void **state)
{
    (void)state;
    expect("Larch Air pledged passengers would be paid within 30 days.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Larch Air", "passengers would be paid within 30 days");
    expect("Before the sale Larch promised tenants would be able to stay.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Larch", "tenants would be able to stay");
    expect_none("Some of the help promised tenants will arrive in May.");
    expect("Peru and Chile hammered out a framework to share the herring.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "share the herring");
    expect("Larch Mills walked away from its $2 billion purchase of Boden Foods.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_BROKEN, "Larch Mills|Boden Foods", "its $2 billion purchase of Boden Foods");
}

static void reads_clauses_that_open_a_sentence(void **state)
{
    (void)state;
    expect("When talks resumed in Bergen, Chile, which hosted them, pledged $20 million for refugees.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Chile", "$20 million for refugees");
    expect("After the founder left it in October, Larch, its largest investor, committed to a loan of $9 million.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Larch", "a loan of $9 million");
    expect("Last year the bank, one of the largest in Peru, agreed to pay a fine.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "bank", "pay a fine");
    expect("On Tuesday the mayor, Ann Boden, promised to repair it by June.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Ann Boden", "repair it by June");
    expect("Before the vote Larch agreed to close its mill.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Larch", "close its mill");
    expect("The airline signed a deal with Boeing.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "airline|Boeing", "");
}

static void reads_deals_of_business_pages(void **state)
{
    (void)state;
    expect("Larch Motors signed a deal worth $2bn to supply buses to Lima.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Larch Motors", "supply buses to Lima");
    expect("The strike was averted after a last-minute agreement between Larch and its drivers.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|drivers", "");
    expect("The merger between Larch and Boden has been called off.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_BROKEN, "Larch|Boden", "");
    expect("Ministers gave the go-ahead to the pipeline deal with Chile.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Ministers|Chile", "");
    expect("Rail workers backed the pay offer in a ballot.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "Rail workers", "the pay offer");
    expect("Larch and the union reached terms late on Sunday on a contract.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|union", "a contract");
}

static void leaves_what_is_only_like_it_alone(void **state)
{
    (void)state;
    expect_none("What they cannot agree on is how much of it is due to the sea.");
    expect_none("Residents rejected suggestions that the dog was dangerous.");
    expect_none("Residents rejected suggestions that sluices had been shut too late.");
    expect_none("The minister declined to take questions.");
    expect_none("The minister accepted a medal from the growers.");
    expect_none("The rebels pledged allegiance to a preacher.");
    expect_none("The governor signed a decree on dogs.");
    expect_none("The fund promised returns of a fifth.");
    expect_none("He promised himself he would never drink again.");
    expect_none("Doctors do not all agree on what the figures mean.");
    expect_none("The Herring treaty, which limits boats and expires in May, is old.");
    expect("Chile did not adhere to the treaty.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_BROKEN, "Chile", "");
    expect("The herring treaty, which 27 countries signed in Bergen in 1992 and which took effect in May, is old.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "27 countries", "");
    expect("Months of rows ended in May without a vote after Chile refused to sign a draft.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Chile", "sign a draft");
    expect("Larch City have signed Boden on a three-year deal.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Larch City|Boden", "");
    expect("Peru's minister said his country had accepted an invitation to join the talks.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "Peru", "join the talks");
    expect("The union has called off the strike planned for Friday after reaching a deal with the airline.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "union|airline", "");
}

static void splits_obligations(void **state)
{
    (void)state;
    expect("France and Spain agreed to open the pass, share the cost, and hire rangers.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED,
           "France|Spain", "open the pass|share the cost|hire rangers");
    expect("France and Spain agreed to open the pass, and had talks on rail.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "France|Spain", "open the pass");
}

static void leaves_opinion_alone(void **state)
{
    (void)state;
    expect_none("Critics agree that the museum is dull. I agree with you.");
    expect_none("The two sides should agree to meet more often. They exchanged views.");
}

static void reads_time_and_place(void **state)
{
    (void)state;
    const entente_agreement *g = read_text("Peru and Chile signed a treaty in Lima on Tuesday.").agreements;
    assert_string_equal(g->place, "Lima");
    assert_string_equal(g->time, "Tuesday");
    assert_string_equal(g->instrument, "treaty");
    assert_string_equal(first_of(read_text("Peru and Chile will sign a treaty in June."))->place, "");
    assert_string_equal(first_of(read_text("Rowney signed a new contract at the club's old ground on Friday."))->place, "the club's old ground");
    assert_string_equal(first_of(read_text("Peru and Chile signed a treaty at the royal residence on Friday."))->place, "the royal residence");
    assert_string_equal(first_of(read_text("Peru and Chile signed a treaty at the palace in Lima on Friday."))->place, "the palace in Lima");
    assert_string_equal(first_of(read_text("Larch and Boden have agreed to merge, the two firms announced yesterday in Lima."))->place, "Lima");
    assert_string_equal(first_of(read_text("Larch and the union reached a deal after long talks at the offices of a mediator."))->place, "the offices of a mediator");
    assert_string_equal(first_of(read_text("Larch and the union reached a deal after long talks at the start of a strike."))->place, "");
    entente_article r = read_text("Lima and Santiago close to ending their dispute\nJune 18, 2025\nPeru and Chile agreed on Monday to share the fish of the cold current, the statement said.\n");
    assert_string_equal(r.agreements[0].time_iso, "2025-06-16");
    assert_string_equal(r.agreements[0].attribution, "the statement");
    r = read_text("Peru and Chile close to ending their dispute\nJune 18, 2025\nPeru and Chile will sign a treaty on fishing on Monday, the statement said.\n");
    assert_string_equal(r.agreements[0].time_iso, "2025-06-23");
    r = read_text("Talks on the herring\n\nTalks in Puerto Bello on a deal went on all night. Peru and Chile agreed to share the herring.\n\nPeru pledged to buy ten boats.\n");
    assert_int_equal(r.agreement_count, 2);
    assert_string_equal(r.agreements[0].place, "Puerto Bello");
    r = read_text("Talks on the herring\n\nTalks in Puerto Bello on a deal went on all night. Peru will sign an accord with Chile.\n");
    assert_string_equal(r.agreements[0].place, ""); /* it is not done */
    r = read_text("Talks on the herring\n\nTalks in Puerto Bello on a deal went on all night. Peru and Chile failed to agree on the herring.\n");
    assert_string_equal(r.agreements[0].place, "Puerto Bello");
    r = read_text("Talks on the herring\n\nTalks in Puerto Bello on a deal went on all night. Peru accepted an offer by Larch.\n");
    assert_string_equal(r.agreements[0].place, ""); /* offers are not made in talks */
    r = read_text("The envoy\n\nSecretary Boden met with the fishermen in Lima. They agreed to share the herring.\n");
    assert_string_equal(r.agreements[0].place, "Lima");
    char far[3000] = "Talks on the herring\n\nTalks in Puerto Bello on a deal went on all night.\n\n";
    for (int i = 0; i < 24; i++)
        strcat(far, "The gulls sat on the roofs of the market and looked out over the wet grey sand.\n");
    strcat(far, "\nPeru and Chile agreed to share the herring.\n");
    r = read_text(far);
    assert_string_equal(r.agreements[0].place, "");
    r = read_text("PERU AND CHILE SHARE HERRING\n\nLIMA, June 3 - The herring was late this year, fishermen said, and the boats lay in the port for weeks before the shoals came.\n\n"
                  "Peru and Chile signed two accords here on Monday, officials of both ministries said, after a year of talks on the fleets.\n");
    assert_string_equal(r.agreements[0].place, "LIMA");
    r = read_text("PERU AND CHILE SHARE HERRING\n\nLIMA, June 3 - The herring was late this year, fishermen said, and the boats lay in the port for weeks before the shoals came.\n\n"
                  "Peru and Chile signed two accords 50 miles from here on Monday, officials of both ministries said, after a year of talks on the fleets.\n");
    assert_string_equal(r.agreements[0].place, "");
}

/* The only record of a text. */
static const entente_agreement *record_of(const char *raw)
{
    entente_article r = read_text(raw);
    assert_int_equal(r.agreement_count, 1);
    return &r.agreements[0];
}

static void tells_who_tells(void **state)
{
    (void)state;
    assert_string_equal(record_of("Larch and Boden have agreed to merge, the Daily Herald reports.")->attribution, "the Daily Herald");
    assert_string_equal(record_of("Talks between the Larch Party and the Greens have failed, the Post and the Herald reported Tuesday, as other talks went on.")->attribution, "the Post and the Herald");
    assert_string_equal(record_of("Larch have signed keeper Tom Doe on a two-year contract, the Danish side announced on Tuesday.")->attribution, "the Danish side");
    assert_string_equal(record_of("Larch agreed to sell its mill to Boden, according to two officials.")->attribution, "two officials");
}

static void names_texts(void **state)
{
    (void)state;
    assert_string_equal(record_of("The Fishing Quota Agreement between the Republic of Peru and Chile was signed on Monday.")->instrument, "Fishing Quota Agreement");
    assert_string_equal(record_of("The Treaty of Lima became the first treaty ratified by Chile.")->instrument, "Treaty of Lima");
    assert_string_equal(record_of("The ministers signed two Memoranda of Understanding (MoU) on herring.")->instrument, "Memoranda of Understanding");
    assert_string_equal(record_of("Larch agreed to a $9.6 million, two-year contract with Tom Doe.")->instrument, "two-year contract");
}

static void reads_meetings(void **state)
{
    (void)state;
    expect_sides("Foreign Minister Rosa Lind of Norway met in Lima on Monday with Foreign Minister Juan Paz of Peru. They agreed to open a school.", "Rosa Lind|Juan Paz");
    expect_sides("Foreign Minister Rosa Lind of Norway spoke with President Juan Paz of Peru. The President pledged to open a school.", "Juan Paz");
    const entente_agreement *g = read_text("Foreign Minister Rosa Lind of Norway met in Lima on Monday with Foreign Minister Juan Paz of Peru. They agreed to open a school.").agreements;
    assert_string_equal(g->place, "Lima");
    assert_string_equal(g->time, "Monday");
}

static void mends_headlines(void **state)
{
    (void)state;
    static const char body[] = "\n\nIt was on Wednesday that officials said so in the capital of the region, after a long night.\n\nThey had met for the third time in a month.\n";
    static const struct { const char *words; entente_agreement_status status; } headlines[] = {
        {"School board, teachers clinch contract hours before first bell", ENTENTE_AGREEMENT_REACHED},
        {"Norway strikes fishing deal with Denmark", ENTENTE_AGREEMENT_REACHED}, {"Norway, Denmark sign agreement on fighting poachers", ENTENTE_AGREEMENT_REACHED},
        {"Larch Mills, Alder Paper close to merger pact", ENTENTE_AGREEMENT_PENDING}, {"Norway, Denmark to sign defence pact", ENTENTE_AGREEMENT_PENDING},
        {"Norway and Denmark in talks on grain deal", ENTENTE_AGREEMENT_PENDING}, {"Larchmills, union reach tentative deal to end strike", ENTENTE_AGREEMENT_REACHED},
        {"Norway withdraws from fishing pact with Denmark", ENTENTE_AGREEMENT_BROKEN}, {"Norway, Denmark accuse each other of violating truce", ENTENTE_AGREEMENT_BROKEN},
        {"Norway and Denmark end merger talks", ENTENTE_AGREEMENT_REJECTED},
        {"Ministry of Labor Signs Agreement With Larchmills to Buy Lamps", ENTENTE_AGREEMENT_REACHED}, {"Government of Norway and Alberta Sign Child Care Agreement", ENTENTE_AGREEMENT_REACHED},
        {"University of Bergen and Larchmills Sign Research Pact", ENTENTE_AGREEMENT_REACHED}};
    for (size_t i = 0; i < sizeof headlines / sizeof *headlines; i++) {
        char raw[512];
        snprintf(raw, sizeof raw, "%s%s", headlines[i].words, body);
        entente_article r = read_text(raw);
        if (r.agreement_count != 1 || r.agreements[0].party_count != 2)
            fail_msg("%zu records in: %s", r.agreement_count, headlines[i].words);
        assert_int_equal(r.agreements[0].status, headlines[i].status);
    }
}

static void reads_headlines_of_one_side(void **state)
{
    (void)state;
    static const char body[] = "\n\nIt was on Wednesday that officials said so in the capital of the region, after a long night.\n\nThey had met for the third time in a month.\n";
    static const struct { const char *words; entente_agreement_status status; size_t parties; } headlines[] = {
        {"Norway to pay $30m in bribery settlement", ENTENTE_AGREEMENT_REACHED, 1}, {"Pub group Larchmills backs \xc2\xa3" "410m bid", ENTENTE_AGREEMENT_REACHED, 1}, {"Prison guards end strike after pay deal", ENTENTE_AGREEMENT_REACHED, 1},
        {"Norway pulls out of whaling pact", ENTENTE_AGREEMENT_BROKEN, 1}, {"Guns open up in valley as truce unravels", ENTENTE_AGREEMENT_BROKEN, 0}};
    for (size_t i = 0; i < sizeof headlines / sizeof *headlines; i++) {
        char raw[512];
        snprintf(raw, sizeof raw, "%s%s", headlines[i].words, body);
        entente_article r = read_text(raw);
        if (r.agreement_count != 1 || r.agreements[0].party_count != headlines[i].parties)
            fail_msg("%zu records in: %s", r.agreement_count, headlines[i].words);
        assert_int_equal(r.agreements[0].status, headlines[i].status);
    }
}

static void takes_no_threat_for_a_promise(void **state)
{
    (void)state;
    expect_none("The captain vowed to avenge the defeat. The figures agree with the forecast to the last digit.");
    expect_none("Larch Mills said it was not in talks to buy Alder Paper. The actor is in talks to star in the play.");
    expect_none("The company would not confirm that a deal had been reached with the union.");
    expect_none("The governor signed a memorandum on road repairs. We urge both camps to return to talks to settle the dispute.");
    expect_none("The envoy stressed the need for the farmers to sign the pact. Committed to peace, we are working hard.");
}

static void reads_answers(void **state)
{
    (void)state;
    expect("Poland has turned down a German request to extradite the suspect.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Poland|Germany", "extradite the suspect");
    expect("Syria agreed to a request by the Arab League to let observers in.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "Syria|Arab League", "let observers in");
    expect("Asked by Norway to send engineers, Sweden agreed.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "Sweden|Norway", "send engineers");
    expect("Norway has agreed to a treaty with Peru to ban land mines and share maps.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Norway|Peru", "ban land mines|share maps");
    expect_sides("The owners of Larch Mills rejected a merger with Alder Paper.", "owners of Larch Mills|Alder Paper");
    expect("Neither side would accept the offer.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Neither side", "the offer");
    expect("Larch Mills has rejected a hostile bid from Alder Paper.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Larch Mills|Alder Paper", "a hostile bid from Alder Paper");
}

static void reads_ways_to_come_to_a_deal(void **state)
{
    (void)state;
    expect("Lawmakers and the governor came to terms on a new road bill.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Lawmakers|governor", "a new road bill");
    expect_none("She came to terms with the loss.");
    expect("The company came to some kind of agreement with the union over pay.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "company|union", "pay");
    expect("The union and Acme arrived at a deal on back pay.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "union|Acme", "back pay");
    expect_none("Settlers arrived at the settlement near Hebron on Monday.");
    expect("Norway agreed to Sweden's request to extend the talks.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "Norway|Sweden", "extend the talks");
    expect("Argentina acceded to the treaty on Oct. 3. Chile followed.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Argentina", "");
    expect("The minister promised farmers new subsidies.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "minister|farmers", "new subsidies");
    expect_none("The two men agreed to disagree.");
}

static void reads_ends_and_delays(void **state)
{
    (void)state;
    expect("Russia suspended its participation in the treaty.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_BROKEN, "Russia", "");
    expect("Norway tore up the fishing accord.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_BROKEN, "Norway", "");
    expect("The mayor has broken his promise to rebuild the bridge.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_BROKEN, "mayor", "rebuild the bridge");
    expect("Neither Peru nor Chile has ratified the convention.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REJECTED, "Peru|Chile", "");
    expect("Peru and Chile have yet to agree on a date.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Peru|Chile", "a date");
    expect("Larch Mills failed on Friday to reach agreement with Alder Paper.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "Larch Mills|Alder Paper", "");
    expect("Chile is the seventh nation to sign the convention.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Chile", "");
    expect("The FMLN has proposed a truce for the holidays.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "FMLN", "a truce for the holidays");
    expect_none("Norway denied breaching the accord. The deal needs to be signed soon. Let us agree to meet again.");
    expect_none("Forty deals were announced in May. The minister still backs the deal of 2015.");
}

static void reads_wordings_of_agencies(void **state)
{
    (void)state;
    expect("The bank reached an agreement in principle with its creditors on rescheduling 300 million dollars of debt.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "bank|creditors", "rescheduling 300 million dollars of debt");
    expect("Acme Corp signed an agreement under which Zenith will buy its shares.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Acme Corp|Zenith", "Zenith will buy its shares");
    expect("The rebels called off an earlier truce in May after an air raid.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_BROKEN, "rebels", "");
    expect("The hope is that Acme and Zenith can reach an agreement on the merger.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Acme|Zenith", "the merger");
    expect("Norway did not keep its pledge to cut emissions.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_BROKEN, "Norway", "cut emissions");
    expect("Miller negotiated a plea deal that allowed Poe to keep his licence.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Miller|Poe", "keep his licence");
    expect_none("We call on all states to commit to addressing the drought.");
    expect_none("It is time for the rebels to accept the truce.");
    expect_none("The strategy is in line with the accord between Norway and Iceland.");
}

static void explains(void **state)
{
    (void)state;
    assert_true(first_of(read_text("Ghana and Togo agreed to share the port."))->explanation_count >= 4);
}

static void hostile_text_ends(void **state)
{
    (void)state;
    static const char *const crossed[] = {
        "The talks between Peru and Chile ended on Friday in Lima without the text of a deal.",
        "The summit between Peru and Chile ended in Lima on Friday evening without most of the agreements.",
        "Chile was asked for more time but declined.",
        "Peru was invited for talks but refused.",
        "Doe and the two agreed.",
        "Acme closed the deal between Republicans and the two.",
        "Acme met the two and Boden and the two and the two agreed on a deal with Doe and the two.",
    };
    for (size_t i = 0; i < sizeof crossed / sizeof *crossed; i++)
        assert_true(read_text(crossed[i]).section_count > 0);
    const char *const pieces[] = {"agreed to and ", "\"agreed to ", "A, B and ", "they ", "signed a deal with "};
    for (size_t k = 0; k < sizeof pieces / sizeof *pieces; k++) {
        size_t n = strlen(pieces[k]), times = 200000 / n;
        char *raw = malloc(n * times + 1);
        for (size_t i = 0; i < times; i++)
            memcpy(raw + i * n, pieces[k], n);
        raw[n * times] = '\0';
        entente_article r = read_text(raw);
        assert_true(r.agreement_count <= 1000);
        free(raw);
    }
}

static void reads_what_trees_get_wrong(void **state)
{
    (void)state;
    expect("The fishermen broke their promise not to enter the bay.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_BROKEN, "fishermen", "not to enter the bay");
    expect("The council approved an agreement with Dune Partners Ltd to drain the marsh.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "council|Dune Partners Ltd", "drain the marsh");
    expect("Northern Airlines had agreed with Boeing to lease nine jets.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Northern Airlines|Boeing", "lease nine jets");
    expect("The clans have agreed to abolish tolls on the bridge.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "clans", "abolish tolls on the bridge");
    expect("Peru, Chile and Ecuador reached agreement on Monday on quotas for anchovy.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile|Ecuador", "quotas for anchovy");
    expect("The herders accepted, in principle, a plan to share the wells.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "herders", "share the wells");
    expect("Acme agreed to pay $90 million a year.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Acme", "pay $90 million a year");
    expect("Police said two suspects had been held and had agreed to name their supplier.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "two suspects", "name their supplier");
    expect("Niger and Chad are racing to finalise a water pact.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Niger|Chad", "");
    expect("The shipyard has reached a deal on pay with its welders.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "shipyard|welders", "pay");
    expect("Chad and Sudan-backed rebels on Saturday signed a declaration to end fighting.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Chad|Sudan-backed rebels", "end fighting");
    expect("It was the third draft after two earlier accords were rejected by the tanners.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "tanners", "");
    expect("Acme agreed to be led by Dune Inc. CEO Jo Doe for a year.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "Acme|Jo Doe", "be led by Dune Inc. CEO Jo Doe for a year");
    expect("The militia agreed to free four captives, army officers and the group said.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "militia", "free four captives");
    expect("South Sudan's President Salva Deng and rebel leader Riek Lado signed a peace accord on Monday.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Salva Deng|Riek Lado", "");
    expect("Miller turned down a bid from Cobb and Sons.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Miller|Cobb and Sons", "a bid from Cobb and Sons");
}

static void reads_deals_told_in_passing(void **state)
{
    (void)state;
    expect("Ministers ended two days of talks without agreement on herring quotas.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "Ministers", "herring quotas");
    expect("Acme will build the plant under an agreement with Borealis.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Acme|Borealis", "build the plant");
    expect("Peru signed an agreement on the sharing of water with Chile.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "the sharing of water");
    expect("Jo Doe signed a treaty on Wednesday, on the sidelines of a summit in Quito.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Jo Doe", "");
    expect("The ceremony saw Peru and Chile sign a water treaty.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "");
    expect("Norway and Peru announced the conclusion of negotiations on a tax treaty.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Norway|Peru", "");
    expect("Acme offered $15 a share for Borealis.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "Acme|Borealis", "$15 a share for Borealis");
    expect("Acme Oil has called off talks to buy a stake in Norway's Borealis.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "Acme Oil|Borealis", "buy a stake in Norway's Borealis");
    expect("The rebels declared the truce over.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_BROKEN, "rebels", "");
    expect("Peru said the accord was no longer valid.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_BROKEN, "Peru", "");
    expect_none("The worst is over for the firm. The agreement is binding on all, Peru said.");
    expect_none("The general vowed to resume the war. The owners made the deal public.");
}

static void reads_what_no_verb_of_assent_tells(void **state)
{
    (void)state;
    expect("There is no agreement between Norway and Chile on fishing.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "Norway|Chile", "fishing");
    expect("An agreement between Norway and Chile is close, he said.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Norway|Chile", "");
    expect("Peru has a deal with Chile on fishing.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "fishing");
    expect("Norway has not lived up to its promises to clean the fjords.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_BROKEN, "Norway", "clean the fjords");
    expect("Sweden reiterated to Chile its commitment to clean water.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Sweden|Chile", "clean water");
    expect("Larchmills Inc. said it will buy Alder Paper Corp. for $2 million.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larchmills Inc.|Alder Paper Corp.", "buy Alder Paper Corp. for $2 million");
    expect("The minister assured growers that the government will repay the loans.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "minister|growers", "the government will repay the loans");
    expect_none("May they settle their disputes through dialogue.");
    expect_none("He urged Norway to honour the treaty and truly deliver on its commitment to clean water.");
}

static void reads_places_by_name(void **state)
{
    static const struct { const char *raw, *place; } rows[] = {
        {"Peru and Chile signed a treaty after a week of talks in the Kenyan capital, Nairobi.", "Nairobi"}, {"Peru and Chile agreed in the Kenyan capital Nairobi to share the herring.", "Nairobi"}, {"Peru and Chile signed a treaty in the resort of Cancun.", "Cancun"},
        {"The ministers, meeting in Punta del Este, agreed to share the herring.", "Punta del Este"}, {"Peru and Chile agreed in the capital Friday to share the herring.", ""}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(record_of(rows[i].raw)->place, rows[i].place);
    const entente_agreement *g = record_of("Peru and Chile signed a Mutual Herring Agreement in Georgetown on August 22.");
    assert_string_equal(g->instrument, "Mutual Herring Agreement");
    assert_string_equal(g->place, "Georgetown");
    assert_string_equal(record_of("Peru and Chile signed a Memorandum of Cooperation at the U.N. Mission.")->instrument, "Memorandum of Cooperation");
    assert_string_equal(record_of("Peru and Chile, which were at odds for decades, agreed to share the herring.")->time, "");
    expect("Peru and Chile signed an agreement concerning the herring.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "the herring");
}

static void parts_what_is_to_be_done(void **state)
{
    (void)state;
    expect("Peru and Chile agreed to cut pollution and to plant trees in the hills.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "cut pollution|plant trees in the hills");
    expect("Peru and Chile signed an accord banning mines.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "banning mines");
    expect("Peru has not honored the treaty.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_BROKEN, "Peru", ""); /* not "honore" */
    expect("Peru is cancelling the treaty.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_BROKEN, "Peru", "");
    expect_none("Peru scraped the bottom of the barrel with the treaty.");
}

/* What a noun presupposes is told elsewhere in an article; a text of one sentence has no other word of it. */
static void reads_what_one_sentence_presupposes(void **state)
{
    static const struct { const char *raw, *named, *obligations; entente_agreement_status status; } told[] = {
        {"King Fidel flew to Lima on the tenth anniversary of the 1979 treaty between Peru and Chile.", "Peru|Chile", "", ENTENTE_AGREEMENT_REACHED},
        {"Under the deal, India will build a chemical plant in the port.", "India", "build a chemical plant in the port", ENTENTE_AGREEMENT_REACHED},
        {"Under the terms of the agreement a joint staff was set up.", "", "a joint staff was set up", ENTENTE_AGREEMENT_REACHED},
        {"The terms of the agreement provided that the owners should run the plant.", "", "the owners should run the plant", ENTENTE_AGREEMENT_REACHED},
        {"The deal includes a fee of two million dollars.", "", "a fee of two million dollars", ENTENTE_AGREEMENT_REACHED},
        {"Under the deal with Chile, Peru will build a port.", "Chile|Peru", "build a port", ENTENTE_AGREEMENT_REACHED},
        {"The deal allows the owners to sell the mill.", "", "allows the owners to sell the mill", ENTENTE_AGREEMENT_REACHED},
        {"The treaty stipulates that prisoners will be freed.", "", "prisoners will be freed", ENTENTE_AGREEMENT_REACHED},
        {"Growers fear that a possible deal with Chile would ruin them.", "Chile", "", ENTENTE_AGREEMENT_PENDING},
        {"The deal was cleared by regulators.", "", "", ENTENTE_AGREEMENT_REACHED},
        {"Critics say shady herring deals are made in the port.", "", "", ENTENTE_AGREEMENT_REACHED},
        {"The move would hurt herring agreements with Peru.", "Peru", "", ENTENTE_AGREEMENT_PENDING},
        {"They hope that talking will bring an agreement.", "", "", ENTENTE_AGREEMENT_PENDING},
        {"Papers told of a `` secret deal with Peru . ''", "Peru", "", ENTENTE_AGREEMENT_REACHED}};
    (void)state;
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        expect(told[i].raw, ENTENTE_KIND_MUTUAL, told[i].status, told[i].named, told[i].obligations);
        expect_none(told[i].raw);
    }
    assert_int_equal(record_of("Peru hailed the `` top '' herring accord with Chile amid cheers.")->party_count, 1); /* nor do quotes in its middle end one */
    const entente_agreement *void_one = record_of("The \"Joint Declaration on the Herring\" signed with Chile in 1992 is void because of the storms.");
    assert_int_equal(void_one->kind, ENTENTE_KIND_INSTRUMENT);
    assert_string_equal(void_one->parties[0].name, "Chile");
    assert_int_equal(record_of("Papers told of a \xE2\x80\x9Csecret deal with Peru . \xE2\x80\x9D")->party_count, 1); /* the quote is no second sentence */
    assert_int_equal(record_of("Papers told of a \xE2\x80\x98secret deal with Peru . \xE2\x80\x99")->party_count, 1);
    static const char *const nothing[] = {"What's the deal with the rain?", "This is the real deal.", "Herring is a big deal.", "The mill acts in accord with the law.", "The ceasefire line was quiet.", "The settlements of Thira thrived.", "His refusal to deal with the union is practical.", "The takeover by Acme was slow."};
    for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++)
        if (read_text(nothing[i]).agreement_count)
            fail_msg("a record in: %s", nothing[i]);
}

static void reads_colloquial_answers(void **state)
{
    (void)state;
    expect("The union shot down a pay offer from the company.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "union|company", "a pay offer from the company");
    expect("Norway said no to an offer from Chile of help.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Norway|Chile", "an offer from Chile of help");
    expect("Norway gave the green light to a deal with Chile.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Norway|Chile", "");
    expect("Norway and Chile put their names to a pact on fishing.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Norway|Chile", "fishing");
    expect("The minister went back on his promise to cut taxes.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_BROKEN, "minister", "cut taxes");
    expect("Norway backed out of a treaty with Chile.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_BROKEN, "Norway|Chile", "");
    expect("Chile has not yet ratified the treaty.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_PENDING, "Chile", "");
    expect("Norway is not a signatory to the treaty.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REJECTED, "Norway", "");
    expect("Norway disputed a claim that it had consented to share the river.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Norway", "share the river");
    expect_none("The monks take a vow to own nothing.");
    expect_none("He was committed to a hospital in Oslo.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_kinds),
        cmocka_unit_test(reads_what_somebody_is_told),
        cmocka_unit_test(reads_standing_of_texts),
        cmocka_unit_test(reads_what_a_text_holds),
        cmocka_unit_test(reads_more_headlines),
        cmocka_unit_test(reads_papers_of_diplomats),
        cmocka_unit_test(reads_settlements_and_ends),
        cmocka_unit_test(reads_licences_and_what_is_given),
        cmocka_unit_test(reads_talks_to_come),
        cmocka_unit_test(reads_what_is_given_up),
        cmocka_unit_test(reads_what_is_nearly_done),
        cmocka_unit_test(reads_what_several_decide),
        cmocka_unit_test(reads_returns_and_spans), cmocka_unit_test(reads_gifts_signings_and_headlines), cmocka_unit_test(reads_news_of_agencies),
        cmocka_unit_test(reads_negotiations_of_the_press),
        cmocka_unit_test(reads_answers_and_ends_of_the_press),
        cmocka_unit_test(reads_headlines_of_the_press),
        cmocka_unit_test(reads_statuses),
        cmocka_unit_test(reads_talks),
        cmocka_unit_test(reads_clauses_without_that),
        cmocka_unit_test(reads_clauses_that_open_a_sentence),
        cmocka_unit_test(reads_deals_of_business_pages),
        cmocka_unit_test(leaves_what_is_only_like_it_alone),
        cmocka_unit_test(splits_obligations),
        cmocka_unit_test(leaves_opinion_alone),
        cmocka_unit_test(reads_time_and_place),
        cmocka_unit_test(tells_who_tells),
        cmocka_unit_test(names_texts),
        cmocka_unit_test(reads_meetings),
        cmocka_unit_test(mends_headlines),
        cmocka_unit_test(reads_headlines_of_one_side),
        cmocka_unit_test(takes_no_threat_for_a_promise),
        cmocka_unit_test(reads_answers),
        cmocka_unit_test(reads_ways_to_come_to_a_deal),
        cmocka_unit_test(reads_ends_and_delays),
        cmocka_unit_test(reads_wordings_of_agencies),
        cmocka_unit_test(explains),
        cmocka_unit_test(hostile_text_ends),
        cmocka_unit_test(reads_what_trees_get_wrong),
        cmocka_unit_test(reads_deals_told_in_passing),
        cmocka_unit_test(reads_what_no_verb_of_assent_tells),
        cmocka_unit_test(reads_places_by_name),
        cmocka_unit_test(parts_what_is_to_be_done), cmocka_unit_test(reads_what_one_sentence_presupposes),
        cmocka_unit_test(reads_colloquial_answers),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
