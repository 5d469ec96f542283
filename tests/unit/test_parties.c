/* SPDX-License-Identifier: MIT */
/* Who agrees: names, groups, offices and whom a sentence names beside its subject. */
#include "agreements.h"
#include "check_agreements.h"

static void reads_names_of_bodies(void **state)
{
    (void)state;
    expect("The hospital reached a deal with a separate union, Paper Workers Local 88, covering 800 cooks.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "hospital|Paper Workers Local 88", "");
    expect("Larch Stores agreed to buy the retailer Boden from its owner, Doe Capital.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch Stores|Doe Capital", "buy the retailer Boden from its owner, Doe Capital");
    expect("More than 40 hospitals have signed the Clean Air Schools Compact.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "More than 40 hospitals", "");
    entente_article r = read_text("A small airline, Boden Air, signed a pact with Larch Steel. Trade ministers refused the offer.");
    assert_int_equal(r.agreement_count, 2);
    assert_int_equal(r.agreements[0].parties[0].sector, ENTENTE_SECTOR_BUS);
    assert_int_equal(r.agreements[0].parties[1].sector, ENTENTE_SECTOR_BUS);
    assert_int_equal(r.agreements[1].parties[0].sector, ENTENTE_SECTOR_GOV);
}

static void reads_what_it_stands_for(void **state)
{
    (void)state;
    entente_article r = read_text("Peru and Chile signed a fishing treaty in May. The Chilean parliament is expected to ratify it in July.");
    assert_int_equal(r.agreement_count, 1);
    assert_int_equal(r.agreements[0].mention_count, 2);
    expect("The two firms confirmed the merger on Friday.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "two firms", "");
    expect_none("Police confirmed the agreement on Friday.");
    expect("It was a pact agreed to by Peru and Chile.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "");
    expect("Norway has committed a total of $20 million to feed the miners.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Norway", "a total of $20 million to feed the miners");
    expect("Ministers accepted a recommendation from the union to raise pay.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "Ministers|union", "raise pay");
    expect("Larch received a commitment from Boden Bank to lend it $1 billion.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Boden Bank|Larch", "lend it $1 billion");
    expect("The bid needs financing, for which two banks have undertaken to provide $150 million.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "two banks", "provide $150 million");
    expect("The plan, which the two sides agreed on Monday, will cost $4 million.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "two sides", "The plan");
    expect("The three countries failed to settle the size of the catch.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "three countries", "the size of the catch");
}

static void reads_who_is_behind_a_word(void **state)
{
    (void)state;
    expect("Democrats rejected a Republican proposal to cut aid.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Democrats|Republicans", "cut aid");
    expect("Chipmaker Larch agreed to buy software maker Boden.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "buy software maker Boden");
    expect("Rival Larch rejected a takeover bid by Boden.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Larch|Boden", "");
    expect("Health Canada signed a pact with Cricket Australia.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Health Canada|Cricket Australia", "");
    expect("Mainland China signed a pact with Chile.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "China|Chile", "");
    entente_article r = read_text("LONDON Donor nations pledged on Thursday to give aid to Peru.\n\nThe money is to be sent in May, an official said, and more may follow.");
    assert_int_equal(r.agreement_count, 1);
    assert_string_equal(r.agreements[0].parties[0].name, "Donor nations");
    assert_string_equal(r.agreements[0].place, "LONDON");
}

static void reads_who_stands_beside(void **state)
{
    (void)state;
    expect("Larch Air said its pilots had accepted a new contract.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "pilots|Larch Air", "");
    expect("A spokesman for the pilots said they had accepted the offer.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "pilots", "the offer");
    expect("The regulator said Larch had agreed to pay a fine of $4 million.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|regulator", "pay a fine of $4 million");
    expect("Doe agreed to pay $4 million as part of a settlement with the regulator.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Doe|regulator", "pay $4 million");
    expect("The treaty has been signed by 40 countries, but not by Peru.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "40 countries", "");
    expect("Talks between Larch and its pilots over pay broke down on Monday.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "Larch|pilots", "pay");
    expect("Larch walked away from talks to buy Boden.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "Larch|Boden", "buy Boden");
    entente_article r = read_text("Peru's foreign minister, Ann Boden, and her Chilean counterpart, Tom Larch, signed the accord.");
    assert_int_equal(r.agreement_count, 1);
    assert_int_equal(r.agreements[0].party_count, 2);
    assert_string_equal(r.agreements[0].parties[0].country, "PER");
    assert_string_equal(r.agreements[0].parties[1].country, "CHL");
}

static void reads_who_gets_what(void **state)
{
    (void)state;
    expect("Larch agreed to pay Boden $4 million for the ships.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "pay Boden $4 million for the ships");
    expect("The special counsel offered Doe immunity in exchange for his testimony.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "special counsel|Doe", "immunity in exchange for his testimony");
    expect("The mayor backed out of a promise to build a park.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_BROKEN, "mayor", "build a park");
    expect("Larch entered into a pact to acquire all outstanding shares of Boden.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "acquire all outstanding shares of Boden");
    expect("Larch United have agreed a deal to sign striker Tom Doe from Boden City.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch United|Boden City", "sign striker Tom Doe from Boden City");
    expect("Doe signed a four-year, $40 million contract with the Larch Bears on Tuesday.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Doe|Larch Bears", "");
    expect("Drivers called off a strike after the company agreed to talks.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "company|Drivers", "talks");
    expect("Nurses and the ministry remain deadlocked over pay.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "Nurses|ministry", "pay");
    expect("The two campaigns agreed to three debates.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "two campaigns", "three debates");
    expect_none("The results agree with the forecast.");
}

static void reads_the_other_side_in_the_sentence(void **state)
{
    (void)state;
    expect("Nurses at four Boden Health hospitals voted over the weekend to ratify a new contract.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Nurses|Boden Health", "");
    expect("Larch has pledged to the EU that it will not block the plan.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Larch|EU", "it will not block the plan");
    expect("He promised fans at the time that he would stay until May.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "He|fans", "he would stay until May");
    expect("The homeowners rejected an offer of $15,000 apiece from the company in March.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "homeowners|company", "an offer of $15,000 apiece from the company");
    expect("The ministry turned down an earlier Boden proposal under which it would run the mill.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "ministry|Boden", "it would run the mill");
    expect("Peru agreed to give Chile 20 tanks.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "give Chile 20 tanks");
    expect("The army accused the rebels of breaking the ceasefire.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_BROKEN, "rebels|army", "");
    expect("THE GUATEMALAN GOVERNMENT AND THE POPULAR RESISTANCE FRONT [FRP] HAVE AGREED TO SUSPEND ALL OPERATIONS.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Guatemala|FRP", "SUSPEND ALL OPERATIONS");
    expect("As part of the settlement Larch agreed to open its books.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch", "open its books");
    expect("Senate negotiators Tom Larch and Ann Boden said they had reached agreement on a highway bill.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Tom Larch|Ann Boden", "a highway bill");
    expect("The lockout began hours after drivers voted by a wide margin to reject an offer of 10 percent.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "drivers", "an offer of 10 percent");
    expect("Its directors have undertaken to sell their shares to Boden Partners.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "directors|Boden Partners", "sell their shares to Boden Partners");
    expect("The council agreed last week, under pressure from residents, to suspend the plan.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "council|residents", "suspend the plan");
}

static void reads_who_sells_and_who_buys(void **state)
{
    (void)state;
    expect("Larch rejected a 45 dlr a share takeover proposal from the Boden group in April.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Larch|Boden group", "a 45 dlr a share takeover proposal from the Boden group");
    expect("Larch agreed to repurchase 2 mln of its shares from an investor group led by Leo Doe.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|investor group", "repurchase 2 mln of its shares from an investor group led by Leo Doe");
    expect("Larch had agreed to sell its Irish arm to a group of local managers.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|group of local managers", "sell its Irish arm to a group of local managers");
    expect("Larch agreed to buy homes from residents whose wells were poisoned.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|residents", "buy homes from residents whose wells were poisoned");
    entente_article r = read_text("Larch agreed to cut its debts by half.\n\nLarch also signed a letter of intent to sell its mill to Boden Corp.\n");
    assert_int_equal(r.agreements[0].party_count, 1); /* what is sold to Boden is another matter */
}

static void reads_clubs_and_receivers(void **state)
{
    (void)state;
    expect("Larch Rovers striker Danny Doe has turned down the offer of a new four-year contract.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Danny Doe|Larch Rovers", "the offer of a new four-year contract");
    expect("Captain Joe Poole has signed an extension that will keep him at Larch Rovers until 2009.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Joe Poole|Larch Rovers", "keep him at Larch Rovers until 2009");
    expect("Peru has promised to supply Chile with 50,000 barrels of crude a day.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "supply Chile with 50,000 barrels of crude a day");
    expect("Councillors agreed to hand the pool over to a community trust.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Councillors|community trust", "hand the pool over to a community trust");
    expect("Peru agreed to hand over Jo Doe to the Lima Court.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Peru", "hand over Jo Doe to the Lima Court");
}

static void reads_who_the_subject_is(void **state)
{
    (void)state;
    expect("Buses ran again on Monday, hours after drivers voted 612 to 204 to accept a pay offer.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "drivers", "a pay offer");
    expect("Book publishing giant Larch announced a settlement with Boden on Thursday.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "");
    expect("The board of pub operator Larch Inns has accepted a takeover offer from Boden Partners.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "Larch Inns|Boden Partners", "a takeover offer from Boden Partners");
    expect("Peru accepted a higher price, according to two people briefed on the talks, but balked at a demand that every truck be inspected.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Peru", "every truck be inspected");
    expect("At a roundtable hosted by Denmark, Chile, and the United Nations, Peru pledged $152 million in aid.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Peru", "$152 million in aid");
    expect("It said Larch chairman Roy Doe and his family, who hold about 31 pct of the stock, have agreed to tender their shares.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Roy Doe|family", "tender their shares");
    expect("Centre-half Marc Doe, a free agent since leaving Boden, has put pen to paper on a two-year contract.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Marc Doe", "");
    expect("In July he and congressional leaders agreed on spending limits.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "he|congressional leaders", "spending limits");
    expect("THE ORGANIZATION OF AMERICAN STATES AND THE UNITED NATIONS HAVE ACCEPTED AN INVITATION TO SEND OBSERVERS.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "ORGANIZATION OF AMERICAN STATES|UNITED NATIONS", "SEND OBSERVERS");
}

static void reads_promises_to_people_told_of_at_length(void **state)
{
    (void)state;
    expect("Chile will send 40 doctors to Haiti under an agreement signed on Monday with the United Nations.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "United Nations|Chile", "");
    expect("Doe has agreed to a one-year, $4 million contract with the Larch Rovers, his agent said.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Doe|Larch Rovers", "a one-year, $4 million contract with the Larch Rovers");
    expect("The mayor promised residents of the flooded district that they would be paid by Christmas.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "mayor|residents of the flooded district", "they would be paid by Christmas");
    expect("Doe promised families who lost their homes that the state would rebuild them.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Doe|families", "the state would rebuild them");
}

static void reads_invitations_to_join(void **state)
{
    (void)state;
    expect("Peru agreed to allow Chilean inspectors to visit its center.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "allow Chilean inspectors to visit its center");
    expect("Larch State has accepted an invitation to join the Great Plains Conference in 2014.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "Larch State|Great Plains Conference", "join the Great Plains Conference in 2014");
    expect("Peru accepted an invitation to become a full member of the Clean Heat Coalition.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "Peru|Clean Heat Coalition", "become a full member of the Clean Heat Coalition");
    expect("Peru declined an invitation to join the talks.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Peru", "join the talks");
    entente_article r = read_text("Talks between Peru and Chile on gas broke down on Monday.\n\nThe two countries signed a preliminary agreement last June covering coal.\n");
    assert_int_equal(r.agreement_count, 2);
}

static void reads_who_signs(void **state)
{
    (void)state;
    entente_article r = read_text("The herring treaty took effect on Monday. The signatories are Peru, the Republic of Chile (for its islands) and Norway.");
    assert_int_equal(r.agreement_count, 1);
    assert_int_equal(r.agreements[0].party_count, 3);
    assert_string_equal(r.agreements[0].parties[1].name, "Chile");
    r = read_text("The Herring Stocks Agreement (HSA) is old. The HSA was adopted by Peru and Chile.");
    assert_int_equal(r.agreement_count, 1);
    assert_int_equal(r.agreements[0].party_count, 2);
    expect("Larch Mills agreed to pay those who fished there.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch Mills|those who fished there", "pay those who fished there");
}

static void reads_who_is_promised(void **state)
{
    (void)state;
    expect("Peru has been assured by Chile that the road will be repaired.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Chile|Peru", "the road will be repaired");
    expect("The mayor did give residents of Larch Street his word that no work would start before nine.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "mayor|residents of Larch Street", "no work would start before nine");
    expect("Doe agreed at the fans' request to stay on for six weeks.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "Doe|fans", "stay on for six weeks");
    expect("The boats sailed after skippers and mill owners came to terms in the small hours.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "skippers|mill owners", "");
    expect("The ministers of Peru and Chile put their names to a tariff formula.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Peru|Chile", "");
    expect("An approach at $35 a share was turned away by Larch in October.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Larch", "");
    expect_none("The treaty was struck down in court.");
}

static void resolves_group_words(void **state)
{
    (void)state;
    entente_article r = read_text("Norway and Chile held talks in Oslo on Tuesday. Norway spoke first and Chile answered. Both sides agreed to build a school.");
    assert_int_equal(r.agreement_count, 1);
    assert_int_equal(r.agreements[0].party_count, 2);
    assert_string_equal(r.agreements[0].parties[0].name, "Norway");
    assert_string_equal(r.agreements[0].parties[0].mention, "Both sides");
    assert_string_equal(r.agreements[0].parties[0].country, "NOR");
}

static void names_both_sides(void **state)
{
    (void)state;
    expect_sides("The envoy told reporters Norway agreed to buy the whole harvest of the island.", "Norway");
    expect_sides("The analyst still expects Peru and Chile to reach a fishing deal in the spring.", "Peru|Chile");
    expect_sides("The mayor praised Norway for agreeing to clean the river.", "Norway");
    expect_sides("Sweden joined Finland in pledging to plant a million trees.", "Sweden|Finland");
    expect_sides("Larch Mills has signed an agreement to buy Alder Paper for 40 million dollars.", "Larch Mills|Alder Paper");
    expect_sides("Larch Mills reached a deal in talks with Alder Paper to share a warehouse.", "Larch Mills|Alder Paper");
    expect_sides("The treaty between Kenya and Uganda was old. Several states, including Kenya and Uganda, agreed to dig the canal.", "Kenya|Uganda");
    expect_sides("The inquiry was about breaches of a Norwegian-Danish fishing accord.", "Norway|Denmark");
    expect_sides("The Bank of Norway and the Bank of Finland signed a currency pact.", "Bank of Norway|Bank of Finland");
    expect_sides("The Food and Drug Administration signed an agreement with Acme.", "Food and Drug Administration|Acme");
    expect_sides("The National Union of Road and Rail Workers agreed to a pay deal with Acme.", "National Union of Road and Rail Workers|Acme");
    expect_sides("Acme Corp. (NYSE: ACM) and Larch Ltd. (LSE: LRC) have agreed to merge.", "Acme Corp.|Larch Ltd.");
    expect_sides("Acme Inc <ACM.N> signed a contract with Larch, Inc. on Monday.", "Acme Inc|Larch");
    expect_sides("The parliament gave its consent to the fisheries treaty with Peru.", "parliament|Peru");
    expect_sides("Acme said it received an offer from Larch Corp to buy its mills.", "Larch Corp|Acme");
    expect_sides("Acme and Larch are in merger talks.", "Acme|Larch");
    expect_sides("Gunfire broke a ceasefire that the army and the rebels had agreed on Monday.", "army|rebels");
    expect_sides("The council agreed to extend its contract with Larch Services by a year.", "council|Larch Services");
    expect_sides("Acme Industries Inc (ACM.N) said on Tuesday it has agreed to buy Larch Corp for cash.", "Acme Industries Inc|Larch Corp");
    expect_sides("Negotiators for the union and the company reached an agreement.", "union|company");
    expect_sides("Larch rejected an approach from Acme.", "Larch|Acme");
    expect_sides("Acme accepted Larch's $44 billion offer.", "Acme|Larch");
    expect_sides("We, the foreign ministers of Norway, Peru and Chile, met in Oslo on Monday. We commit to support the countries of the region.", "Norway|Peru|Chile");
    expect_sides("The Northern Development Bank (NDB) and Peru signed a loan accord.", "Northern Development Bank|Peru");
    expect_sides("Larch shareholders voted in favour of the takeover by Acme.", "Larch shareholders|Acme");
    expect_sides("At the request of Peru, Norway agreed to open its border.", "Norway|Peru");
    expect_sides("The rebels rejected talks with the government.", "rebels|government");
    expect_sides("The chairman said she had agreed to sell the mill to Acme.", "chairman|Acme");
    expect_sides("Acme is close to a deal to buy Larch.", "Acme|Larch");
    expect_sides("Talks between the company and the union broke down.", "company|union");
    expect_sides("Foreign Minister Jo Doe Tuesday signed a pact with Acme.", "Jo Doe|Acme");
    expect_sides("Minister for Trade and Industry Jo Doe signed a pact with Acme.", "Jo Doe|Acme");
    expect_sides("Prime Ministers Rosa Lind and Juan Paz agreed to meet every year.", "Rosa Lind|Juan Paz");
    expect_sides("King Peter Aas of Norway and President Juan Paz agreed to meet every year.", "Peter Aas|Juan Paz");
    expect_sides("The Chamber of Commerce and the Lamplighters agreed on a pay scale.", "Chamber of Commerce|Lamplighters");
    expect_sides("The Institute for Trade and Industry signed a pact with Brazil.", "Institute for Trade and Industry|Brazil");
    expect_sides("The government of Norway and the rebels signed a truce.", "Norway|rebels");
    expect_sides("Larch Mills have agreed to sign Peter Aas from Alder Paper.", "Larch Mills|Alder Paper");
    expect_sides("Workers at the mill agreed to a new contract with the school district.", "Workers|school district");
    expect_sides("Norway secured a pledge from Peru to plant a million trees.", "Peru|Norway");
    expect_sides("Norway and the rebels had agreed in principle to a truce.", "Norway|rebels");
    expect_sides("Larch Mills is in talks to buy Alder Paper for 40 million dollars.", "Larch Mills|Alder Paper");
    expect_sides("Bosnia and Herzegovina ratified the convention.", "Bosnia");
    expect_sides("Peru and Chile are inching toward a deal on fishing rights.", "Peru|Chile");
    expect_sides("Chair Rosa Lind met Peter Aas on Monday. The former chair agreed to leave the board of the bank.", "Rosa Lind");
}

static void knows_who_it_is(void **state)
{
    (void)state;
    expect_sides("Johnson & Hale agreed to sell the mill to Alder Paper.", "Johnson & Hale|Alder Paper");
    expect_sides("The White House said a deal had been reached with Senate Republicans.", "Senate Republicans|United States");
    expect_sides("Mexico brokered a truce between Peru and Chile.", "Peru|Chile");
    expect_sides("Chancellor Weber promised Kenya more trains.", "Weber|Kenya");
    expect_sides("The minister reiterated Norway's commitment to plant a forest.", "Norway");
    expect_sides("The envoys of New Mexico were there. Kenya will rejoin the Paris climate accord.", "Kenya");
    expect_sides("PERU AND CHILE SIGNED A TREATY ON FISHING.", "Peru|Chile");
    expect_sides("LIMA, 12 MAY 90 (EFE) -- [TEXT] THE GOVERNMENT AND THE REBEL MOVEMENT TODAY SIGNED A TRUCE.", "GOVERNMENT|REBEL MOVEMENT");
    entente_article r = read_text("European Union, Peru fail to clinch trade deal\n\nThe EU and Peru failed on Friday to reach agreement on a trade deal after a long night of talks in Lima.\n");
    assert_int_equal(r.agreement_count, 1);
    assert_string_equal(first_of(read_text("Kenya and Uganda signed the pact on June 3, 2021."))->time, "June 3, 2021");
    assert_string_equal(first_of(read_text("Peru and Chile agreed on fish before Easter."))->time, "Easter");
}

static void knows_who_speaks(void **state)
{
    (void)state;
    expect_sides("Lake States Leaders' Statement\n\nLeaders of the Lake States met on Friday in Oslo and spoke of the drought, which Kenya has borne for two years.\n\nWe commit to phase out our use of imported grain.\n", "Lake States");
    expect_sides("Foreign Minister Jo Berg met Secretary of State Anna Miller on Friday. Both agreed on the need to open the port.", "Jo Berg|Anna Miller");
    expect_sides("Deputy Minister Anna Kohler-Breit agreed with Omar al-Hadi to open the port.", "Anna Kohler-Breit|Omar al-Hadi");
    expect_sides("Minister for Trade and Industry Pat Vella signed the Lunar Charter on behalf of the Republic of Malta.", "Malta");
    expect_sides("British Airways agreed to buy ten jets from Zenith Aerospace.", "British Airways|Zenith Aerospace");
    expect_sides("The Democratic Republic of the Congo and Rwanda agreed to a truce.", "Congo|Rwanda");
    expect_sides("Consequently, the Evening Post reports, Miller withdrew his proposal.", "Miller");
    expect_sides("It may take ten years for oil companies to commit to the country.", "oil companies");
    expect_sides("Norway and Iceland exchanged prisoners on Saturday in the border town.\n\nThe two sides have accused each other of violating the ceasefire.\n", "Norway|Iceland");
    expect_sides("The treaty was ready. Anna Miller signed for Norway, and Omar Khan signed for Iceland.", "Norway|Iceland");
}

static void joins_those_who_sign_to_those_they_sign_for(void **state)
{
    (void)state;
    entente_article r = read_text("Rival parties sign a deal\n\nZambia's interim government and the Lozi rebels have signed an agreement to share power.\n\n"
                                  "The agreement was signed by Prime Minister Grace Phiri and rebel leader Moses Banda in Lusaka.\n\nIt was a long night in the capital, and nobody slept.\n");
    assert_int_equal(r.agreement_count, 1);
    assert_int_equal(r.agreements[0].mention_count, 3);
    assert_string_equal(r.agreements[0].parties[0].name, "Zambia");
}

static void reads_asides_and_names_like_verbs(void **state)
{
    (void)state;
    expect("Boeing, the U.S. planemaker, pledged to share the data.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Boeing", "share the data");
    expect("After months of talks, Jo Doe, the finance minister, has agreed to reopen the border.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Jo Doe", "reopen the border");
    expect("Borealis, the Finnish phone maker, which agreed last year to share its masts, did not comment.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Borealis", "share its masts");
    expect("Prime Minister Jan Vos and his Turkish counterpart, Emre Aydin, agreed to meet.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Jan Vos|Emre Aydin", "meet");
    expect("It was agreed by Norway that Larchmills would reopen the mine.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Norway", "Larchmills would reopen the mine");
    expect("Norway and Chile put off signing an accord on fishing.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_PENDING, "Norway|Chile", "fishing");
    expect("Norway and Chile scrapped a plan to sign a treaty on fishing.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REJECTED, "Norway|Chile", "fishing");
    expect("Norway and Chile resumed talks on an agreement on fishing.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Norway|Chile", "fishing");
    expect("The council gave in to demands by the miners to reopen the pit.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "council|miners", "reopen the pit");
    expect("A deal between Norway and Chile on fishing was announced.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Norway|Chile", "fishing");
}

static void reads_who_stands_where(void **state)
{
    (void)state;
    expect("US telecoms company Varro Networks agreed to buy Apex.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Varro Networks|Apex", "buy Apex");
    expect("The Weavers' Union and Acme agreed a two-year pay deal.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Weavers' Union|Acme", "");
    expect("Creditors led by China agreed to restructure the debt.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Creditors", "restructure the debt");
    expect("Speaker Tom Hale gave Minority Leader Ana Orozco a written assurance that the House will take up the bill.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Tom Hale|Ana Orozco", "the House will take up the bill");
    expect("The company has given an undertaking to the regulator that it will sell its unit.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "company|regulator", "it will sell its unit");
    expect("Doe promised fans he would stay until May.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Doe|fans", "he would stay until May");
    expect("Donors meeting in Lima pledged $4 million to the city.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Donors", "$4 million to the city");
    expect("Chad and the rebels signed a cease-fire Wednesday.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Chad|rebels", "");
    expect("Talks between Chile and Peru have been deadlocked since August.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REJECTED, "Chile|Peru", "");
    expect("Chile's acquisition of Borel is expected to be completed in June.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_PENDING, "Chile|Borel", "Chile's acquisition of Borel");
    expect("Parliament must ratify the treaty before the summer.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_PENDING, "Parliament", "");
    expect("Ostra signed a protocol with the local unit of Gale Corp under which it will export cars, a ministry said.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Ostra|local unit of Gale Corp", "it will export cars");
    expect("[TEXT] THE GOVERNMENT AND THE COFFEE GROWERS UNION SIGNED AN ACCORD LAST NIGHT.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "GOVERNMENT|COFFEE GROWERS UNION", "");
    expect("The minister refused to grant the union's request for a seat.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "minister|union", "a seat");
    expect("Peru's president and his rival signed a deal.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_REACHED, "Peru's president|rival", "");
    expect("Norway asked Chile to reopen the border. Chile agreed.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "Chile|Norway", "reopen the border");
    expect("Doe asked Peru to return the fugitive. Lima refused.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Peru|Doe", "return the fugitive");
    expect_none("He asked her to leave. She refused.");
    expect("The rebels did not respect the ceasefire.", ENTENTE_KIND_INSTRUMENT, ENTENTE_AGREEMENT_BROKEN, "rebels", "");
    expect_none("The government will implement the agreement.");
    expect("Two smaller defendants settled last month for an undisclosed sum.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Two smaller defendants", "");
    expect("The council did, however, agree to extend the mandate.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "council", "extend the mandate");
    expect_none("The firm is expected to close its plant in June.");
}

static void finds_the_other_side_in_what_is_agreed(void **state)
{
    (void)state;
    expect_sides("Larch has entered into a long-term sale and purchase agreement with Boden Midstream to supply gas.", "Larch|Boden Midstream");
    expect_sides("A settlement has been reached in a court battle between Larch Parish Council and the Boden Herald.", "Larch Parish Council|Boden Herald");
    expect_sides("Jo Doe has signed a new Larch United contract.", "Jo Doe|Larch United");
    expect_sides("Kelmore agreed to inject $3 million in cash and shares into Larch.", "Kelmore|Larch");
    expect_sides("Larch won praise after agreeing to sell its interest in the Harbour Scheme, a project to build piers for the South Shore, to Quito-based Boden for Â£" "421million.", "Larch|Boden");
    expect_sides("\"We've agreed today to start trade negotiations between Peru and Chile,\" Doe said.", "Peru|Chile");
    expect_sides("40 countries including Peru, Chile and Ghana signed the pledge.", "40 countries|Peru|Chile|Ghana");
    expect_sides("The agreement was reached between four parties, Jo Doe's Larch, the pro-farmer Boden party, the liberal Kelmore party and the new party Roe.", "Larch|pro-farmer Boden party|liberal Kelmore party|Roe");
    expect_sides("Prosecutors said Doe had agreed to plead guilty to fraud.", "Doe|Prosecutors");
    expect_sides("Doe has turned down an offer to settle his hacking claims against the Larch News.", "Doe|Larch News");
    expect_sides("He reaffirmed Peru's commitment to Chile in this hour of need.", "Peru|Chile");
    expect_sides("The bishop reaffirmed the U.S. commitment to the Seabed Treaty.", "U.S.");
    expect_sides("Larch agreed to let Boden run the port. Boden, a shipping line, owns two others. Boden was founded in Lima.", "Larch|Boden");
    expect_sides("Larch's star forward Jo Doe signed a contract extension Saturday.", "Jo Doe|Larch");
    expect_sides("Shares of Larch jumped 10% after it agreed to be bought by Boden.", "Larch|Boden");
}

static void names_sides_in_news(void **state)
{
    (void)state;
    expect_sides("Grocery workers have ratified a contract between the United Food and Bakery Workers union and the supermarket operators.", "Grocery workers|United Food and Bakery Workers union|supermarket operators");
    expect_sides("The government of Uganda and the Lord's Liberation Army have signed a permanent ceasefire.", "Uganda|Lord's Liberation Army");
    expect_sides("Peru, Chile and the regional fisheries board, SPFB, signed on Friday in Lima, Peru, an agreement that fixes quotas for the anchovy season.", "Peru|Chile|SPFB");
    expect_sides("Dutch brewer Larch Co. rejected Friday, March 3 the $4 billion takeover bid by Austria's Boden AG.", "Larch Co.|Boden AG");
    expect_sides("Larch announced an agreement to sell Boden two ferries.", "Larch|Boden");
    expect_sides("The president signed an accord with the rebel leader Friday in Lima.", "president|rebel leader");
    expect_sides("The company agreed with the creditors committee Thursday to cut its debt.", "company|creditors committee");
    expect_sides("Seven creditor banks have agreed on a third bailout package for Peru worth 9 billion dollars.", "Seven creditor banks|Peru");
    expect_sides("After a night of talks, ministers agreed to give Peru 20 million dollars in soft loans.", "ministers|Peru");
    expect_sides("Larch Co is nearing a takeover agreement for Boden PLC.", "Larch Co|Boden PLC");
    expect_sides("The Northern Front accused the army of violating a ceasefire agreement by moving tanks at night.", "army|Northern Front");
    expect_sides("Tajik officials accused Kyrgyz troops of breaking the ceasefire within an hour.", "Kyrgyz troops|Tajikistan");
    expect_sides("Under an agreement with inmates that ended the siege, Commissioner Jo Doe promised to resign.", "Jo Doe|inmates");
    expect_sides("Donors including the Chilean government and the Lima Fund pledged 4 million dollars for schools.", "Donors|Chile|Lima Fund");
    expect_sides("Peru's Trade Minister Jo Doe and his Chinese counterpart Wang Lo met as the two sides signed four accords.", "Peru|China");
    expect_sides("Peru's chief nuclear negotiator agreed on Monday to let inspectors back into the country.", "Peru");
    expect_sides("Boden State, a charter member of the Kelmore Conference, is leaving the league after 61 years, having accepted on Friday an invitation to join the Larch Conference.", "Boden State|Larch Conference");
    expect_sides("Larch and Boden, two of Peru's biggest banks, on Monday signed in Lima a merger agreement.", "Larch|Boden");
    expect_sides("Boden turned down on Monday a second approach from Larch.", "Boden|Larch");
    expect_sides("In a ballot on Friday, 70% of members voted against the offer.", "members");
    expect_sides("The minister resigned after she refused to sign the treaty.", "minister");
    expect_sides("On Monday Doe agreed to pay $5 million to Larch.", "Doe|Larch");
    expect_sides("Boden signed a deal with Kelmore Wednesday on the sale of Jo Doe.", "Boden|Kelmore Wednesday");
    expect_sides("The Sunday Herald has agreed to pay $2 million to Jo Doe.", "Sunday Herald|Jo Doe");
    expect_sides("But the Harbour Pilots Union (HPU) and the Quarry Workers Union (QWU), which speak for the crews, said they had rejected the new offer from Larch.", "Harbour Pilots Union|Quarry Workers Union|Larch");
    expect_sides("Leaders of Peru and the Association of Southern Nations are expected to sign a trade pact.", "Peru|Association of Southern Nations");
    expect_sides("The Orioles agreed to terms with free agent pitcher Jo Doe on a two-year contract.", "Orioles|Jo Doe");
    expect_sides("Peru signed a pact with two rebel groups in the eastern hills.", "Peru|two rebel groups");
    expect_sides("Outfielder Jo Doe, hurt in May, missed the tour when he agreed Friday to a $1 million, two-year contract.", "Jo Doe");
}

static void reads_who_is_spoken_for(void **state)
{
    (void)state;
    expect("Larch Rail's spokeswoman confirmed, \"We have reached an agreement with the drivers.\"", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch Rail|drivers", "");
    expect("Larch Rail spokesman Tom Boden said, \"We have agreed to pay the fine.\"", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Larch Rail", "pay the fine");
    expect("\"We have agreed to pay the fine,\" a Larch spokesman said.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Larch", "pay the fine");
    expect("\"We have agreed to pay the fine,\" a spokesman for Larch Rail said.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Larch Rail", "pay the fine");
    expect("Tom Boden, a spokesman for Larch Rail, said: \"We have rejected the offer.\"", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REJECTED, "Larch Rail", "the offer");
    expect("\"We have accepted the offer,\" union spokeswoman Ann Doe said.", ENTENTE_KIND_ACCEPTANCE, ENTENTE_AGREEMENT_REACHED, "union", "the offer");
}

static void knows_a_body_from_its_members(void **state)
{
    (void)state;
    entente_article r = read_text("Councillors rejected a budget on Monday. Talks between the council and farmer Ann Doe over a footpath ended without agreement.");
    assert_int_equal(r.agreement_count, 2);
    assert_string_equal(r.agreements[1].parties[0].name, "council");
    expect("Greek Cypriot leaders agreed to reopen the ferry port.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Greek Cypriot leaders", "reopen the ferry port");
}

static void reads_to_whom_it_is_given(void **state)
{
    (void)state;
    expect("The mayor promised a group of grocers that he would mend the market roof.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "mayor|group of grocers", "he would mend the market roof");
    expect("Doe promised an informer he could sway the vote.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Doe|informer", "he could sway the vote");
    expect("The ministry offered Peru to buy tin at a lower price.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_PENDING, "ministry|Peru", "buy tin at a lower price");
    expect("Chile has committed $40 million to Peru since 2010.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Chile|Peru", "$40 million");
    expect("Chile said it would give $12 million to Peru's government for new schools.", ENTENTE_KIND_COMMITMENT, ENTENTE_AGREEMENT_REACHED, "Chile|Peru", "$12 million");
    expect("Boden Foods agreed to pay $7 million in fines to the Food Safety Authority.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Boden Foods|Food Safety Authority", "pay $7 million in fines to the Food Safety Authority");
    expect("The printers agreed to pay Ms Boden damages and her costs.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "printers|Boden", "pay Ms Boden damages and her costs");
    expect("Larch Data has agreed to pay 45 pence per share for Boden in a deal.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch Data|Boden", "pay 45 pence per share for Boden");
}

/* The sector that the party of some name has. */
static entente_sector sector_in(const entente_article *r, const char *name)
{
    for (size_t i = 0; i < r->agreement_count; i++)
        for (size_t k = 0; k < r->agreements[i].party_count; k++)
            if (!strcmp(r->agreements[i].parties[k].name, name))
                return r->agreements[i].parties[k].sector;
    fail_msg("no party %s", name);
    return 0;
}

static void tells_sectors_by_company(void **state)
{
    (void)state;
    entente_article r = read_text("Mr Boden agreed to sell his shares to Larch.");
    assert_int_equal(sector_in(&r, "Boden"), 0); /* "Mr" is no office */
    r = read_text("Minister Boden agreed to sell his shares to Larch.");
    assert_int_equal(sector_in(&r, "Boden"), ENTENTE_SECTOR_GOV);
    r = read_text("Larch Steel Inc. agreed to merge with Boden.");
    assert_int_equal(sector_in(&r, "Boden"), ENTENTE_SECTOR_BUS);
    r = read_text("Larch agreed a fee with Boden. The striker and the goalkeeper are to join the club, its coach said. The team has a new league to play in.");
    assert_int_equal(sector_in(&r, "Larch"), ENTENTE_SECTOR_SPORT);
    r = read_text("Larch Steel Inc. agreed a contract with Tom Boden.");
    assert_int_equal(sector_in(&r, "Tom Boden"), 0); /* a firm deals with people too */
    r = read_text("Larch signed a contract with Boden United.");
    assert_int_equal(sector_in(&r, "Larch"), ENTENTE_SECTOR_SPORT);
    r = read_text("Larch agreed to merge with Boden. In May Boden Inc. signed a pact with Peru.");
    assert_int_equal(sector_in(&r, "Boden"), ENTENTE_SECTOR_BUS);
}

static void names_who_is_one(void **state)
{
    (void)state;
    expect_sides("USW negotiators agreed to allow cuts.", "USW");
    expect_sides("Peru's security cabinet approved the accord with Chile on Tuesday.", "Peru|Chile");
    expect_sides("Members of the Mines, Mills and Quarries Union ratified a new contract Tuesday.", "Members of the Mines, Mills and Quarries Union");
    expect_sides("Alliance for Change (AFC) leader Jo Doe agreed to share a cabinet with President Pat Roe.", "Jo Doe|Pat Roe");
    expect_sides("Former Peruvian president Jo Doe followed by his successor Pat Roe agreed to dialogue with Chilean President Mo Moe.", "Jo Doe|Mo Moe");
    expect_sides("One of Chile's oldest public transport unions said on Monday it had turned down a new pay offer.", "One of Chile's oldest public transport unions");
    expect_sides("The Larch workers union chose on Sunday to ratify a contract negotiated between the union and Kelmore.", "Larch workers union|Kelmore");
    expect_sides("Peru-U.S. Strategic Dialogue Joint Statement\n\nThe talks turned on the dialogue between Chad and Mali, and on the floods in Ghana, which the ministers spoke of for most of the day.\n\nBoth sides reaffirmed their commitment to free trade.", "Peru|U.S.");
    expect_sides("Peru and Chile met in Lima. Our nations will go on working toward agreement on a fishing package.", "Peru|Chile");
    expect_sides("NAIROBI, Kenya: Peru signed an accord with Chile.", "Peru|Chile");
    expect_sides("LARCH PRAIRIE, Wis.\xE2\x80\x93Workers here accepted major concessions in a new contract with Boden.", "Workers|Boden");
}

static void tells_who_holds_an_office_behind_commas(void **state)
{
    (void)state;
    expect_sides("The mayor and the union leader, Jane Boden, agreed to share the herring.", "mayor|Jane Boden");
    expect_sides("The presidents of Peru and Chile, Tom Larch and Jane Boden, agreed on Monday to share the herring.", "Tom Larch|Jane Boden");
    expect_sides("The union, led by Tom Roe, and the company agreed on Friday to end the strike.", "union|company");
    expect_sides("The rebels' leader, Jane Boden, promised President Larch that her men would leave the city.", "Jane Boden|Larch");
    expect_sides("The presidents of Peru and Chile agreed on Monday to share the herring.", "Peru|Chile");
    expect_sides("The union leader, Jane Boden, and the company have agreed to share the herring.", "Jane Boden|company");
    expect_sides("The Senate majority leader, Tom Larch, said he had reached an agreement with Jane Boden on taxes.", "Tom Larch|Jane Boden");
    expect_sides("Peru, at Chile's request, agreed to delay the vote.", "Peru|Chile");
    expect_sides("Boden Inc signed a letter of intent to buy the engine unit of Larch Motors.", "Boden Inc|Larch Motors");
    expect_sides("Larch Motors said Boden Inc has agreed to buy its engine unit.", "Boden Inc|Larch Motors");
    expect_sides("Peru and the Herring Union mended their friendship by signing a new Memorandum of Fishing (MOF) between His Excellency Samuel Ora Mensah, Chairperson of the Herring Union, and U.S. Secretary of Trade Jane Boden.", "Peru|Herring Union|Samuel Ora Mensah|Jane Boden");
    expect_sides("Special Envoy for Chad Tim Larch will sign an accord with Peru.", "Tim Larch|Peru");
    expect_sides("U.S. Special Commissioner for Ghana Robert Larch promised Peru to return in May.", "Robert Larch|Peru");
    expect_sides("The Special Envoy for Chad signed an accord with Peru.", "Special Envoy|Peru");
    expect_sides("Her Excellency Jane Boden signed the accord with Peru.", "Jane Boden|Peru");
    expect_sides("An accord was signed by Tom Larch, Jane Boden and Mo Roe.", "Tom Larch|Jane Boden|Mo Roe");
}

static void asks_who_holds_an_office(void **state)
{
    (void)state;
    expect_sides("Mr Larch dined with Mr Roe. Jane Boden was ill, and Mr Moe was late. The prime minister agreed to resign.", "prime minister");
    expect_sides("Mr Larch was ill. The chancellor agreed to resign.", "Larch");
    expect_sides("The book says Mr Larch hosted a dinner where the prime minister promised Mr Boden to resign.", "prime minister|Boden");
    expect_sides("Jane Boden said the American ambassador had signed an accord with Peru.", "American ambassador|Peru");
    expect_sides("The minister insisted he would run again, despite a diary saying he has angered his allies by backing out of a pledge to retire.", "minister");
}

static void leaves_an_envoy_his_own_country(void **state)
{
    (void)state;
    entente_article r = read_text("Special Envoy for Chad Tim Larch was ill. Larch promised to return in May.");
    assert_int_equal(r.agreement_count, 1);
    assert_string_equal(r.agreements[0].parties[0].name, "Tim Larch");
    assert_string_equal(r.agreements[0].parties[0].country, "");
}

static void knows_whom_a_pronoun_stands_for(void **state)
{
    (void)state;
    expect_sides("Peru and Chile agreed to share the herring. Boden, who said she had turned down the offer from Larch, told the radio that she was well.", "Boden|Larch");
    expect_sides("Boden was later caught in the rain. Although Boden was wet, he refused to go home.", "Boden");
    expect_sides("Larch's plan was unprovoked. He rejected the treaty offered by Peru.", "Larch|Peru");
    expect_sides("Peru and Chile agreed to share the herring. Boden was ill. He vowed to keep the treaty.", "Peru"); /* those in play come first */
}

static void tells_who_only_speaks_from_who_agrees(void **state)
{
    (void)state;
    expect_sides("Doe said Larch was hurt but had agreed to pay its staff.", "Larch|staff");
    expect_sides("Doe said Larch was ill, and agreed to pay the growers.", "Doe|growers");
    expect_sides("The mayor announced an agreement between the union and the port authority.", "union|port authority");
    expect_sides("The mayor announced an agreement with the port authority.", "mayor|port authority");
    expect_sides("Envoys worked through the night to bring about a truce between Peru and Chile.", "Peru|Chile");
    expect_sides("President Larch met with Prime Minister Jane Boden in Lima to reaffirm their shared commitment to clean ports.", "Larch|Jane Boden");
    expect_sides("Peru's prime minister hosted his Chilean counterpart to reaffirm their shared commitment to clean ports.", "Peru's prime minister|Chilean counterpart");
    expect_sides("Peru and Chile signed an arrangement on trade. Following the June 2019 Herring Gathering in Oslo, with this arrangement both countries affirm their commitment to fair fishing.", "Peru|Chile");
}

static void reads_partners_as_one_firm(void **state)
{
    (void)state;
    expect_sides("Larch, Boden & Co. agreed on Monday to sell its mill to Kelmore Steel.", "Larch, Boden & Co.|Kelmore Steel");
    expect_sides("Kelmore Steel said on Monday it had agreed to buy Larch, Boden, Hale & Wood.", "Kelmore Steel|Larch, Boden, Hale & Wood");
    expect_sides("Peru, Chile & Ghana agreed on Monday to share the herring.", "Peru|Chile|Ghana");
    expect_sides("J.P. Boden and Co agreed to lend 30 mln dlrs to Peru.", "J.P. Boden and Co|Peru");
    expect_sides("Brown Harris and Co said it had signed a contract with Larch.", "Brown Harris and Co|Larch");
    expect_sides("Under the agreement between Larch and Boden, Larch and Co will store the grain.", "Larch|Boden");
    expect("Under the agreement between Larch and Boden, Larch and Co would hold stock of Hale Corp, one of Boden's firms, for 31 days, the mayor said.", ENTENTE_KIND_MUTUAL, ENTENTE_AGREEMENT_REACHED, "Larch|Boden", "hold stock of Hale Corp, one of Boden's firms");
}

static void counts_the_european_union_among_states(void **state)
{
    (void)state;
    static const char talks[] = "Peru-EU: Joint Press Release\n\nPeruvian Deputy Minister Jo Larch and Secretary General Stefan Boden met in Lima to speak of the EU-Peru summit in June. Peru was glad, and Peru was ready. They spoke of Russia, Ghana and Chad, and of the floods. The EU dialogue on Russia turned on trade with Russia.\n\nThe two sides agreed to meet again in winter.\n";
    expect_sides(talks, "Peru|European Union");
    expect_sides("Peru agreed to open its ports. The EU had waited, and the EU was glad. The European Union, the EU's envoy said, will trade with Peru. Peru will trade with Chad, too, and Peru is glad.", "Peru|European Union");
}

/* The countries of the parties of the first record, parted by '|'. */
static void expect_countries(const char *raw, const char *codes)
{
    entente_article r = read_text(raw);
    char got[256] = "";
    if (!r.agreement_count)
        fail_msg("no record in: %s", raw);
    for (size_t i = 0; i < r.agreements[0].party_count; i++)
        snprintf(got + strlen(got), sizeof got - strlen(got), "%s%s", i ? "|" : "", r.agreements[0].parties[i].country);
    if (strcmp(got, codes) != 0)
        fail_msg("%s, not %s in: %s", got, codes, raw);
}

static void tells_where_a_company_is_at_home(void **state)
{
    (void)state;
    expect_countries("French group Larch signed a pact with Boden, a German miner.", "FRA|DEU");
    expect_countries("French state-owned metals group Larch said it has signed a pact with Boden.", "FRA|");
    expect_countries("Larch, Chile's biggest miner, agreed to buy Boden Corp.", "CHL|");
    expect_countries("Larch agreed to buy Boden Inc of Houston, Texas.", "|USA");
    expect_countries("Larch Corp, based in Ontario, agreed to buy Boden.", "CAN|");
    expect_countries("Larch of Salt Lake City agreed to buy Boden.", "USA|");
    expect_countries("Larch agreed to buy Fishers of North America.", "|");
    expect_countries("Larch, a unit of the German miner Fir, agreed to buy Boden.", "|");
    expect_countries("Larch signs accord\n\nNEW YORK, June 18 - Larch Corp said it has agreed to buy Boden Inc.\n\nIt rained on Sunday.\n", "USA|USA");
    expect_countries("Larch signs accord\n\nTOKYO, June 18 - Larch Corp said it has agreed to buy Boden Inc.\n\nIt rained on Sunday.\n", "JPN|");
    expect_countries("Larch signs accord\n\nNEW YORK, June 18 - It rained on Sunday in the hills. Larch plc said it has agreed to buy Boden Ltd.\n\nThe shops were shut.\n", "|");
    expect_countries("Talks in the hills\n\nBOGOTA, June 18 - It rained on Sunday in the hills of the north. The government rejected the offer of Larch.\n\nThe shops were shut.\n", "COL");
    expect_countries("Talks in Lima\n\nLIMA, June 18 - It rained. The ministers rejected the offer of Larch.\n\nThe shops were shut.\n", "");
    entente_article r = read_text("Larch agreed to buy Boden. It rained on Sunday.\n\nLarch, a Chilean miner, pledged to build a school.\n");
    assert_int_equal(r.agreement_count, 2);
    assert_string_equal(r.agreements[0].parties[0].country, "CHL");
    r = read_text("Accord\n\n<Larch and Fir Group> and Boden Inc said that they have signed a merger agreement.\n");
    assert_string_equal(r.agreements[0].attribution, "<Larch and Fir Group> and Boden Inc");
    expect_sides("Accord\n\n<Larch and Fir Group> and Boden Inc said that they have signed a merger agreement.\n", "Larch and Fir Group|Boden Inc");
}

static void finds_whom_a_relative_clause_speaks_of(void **state)
{
    (void)state;
    expect_sides("Professor Pat Roe rejected the offer. Doe has filed a suit against Larch over the accord she had signed in May.", "Doe");
}

static void names_a_state_as_the_article_does(void **state)
{
    (void)state;
    expect_sides("THE CUBAN GOVERNMENT AGREED TO SELL SHIPS TO THE DUTCH ON MONDAY.", "Cuba|Netherlands"); /* a demonym is no shorter name */
    expect_sides("The UK is cold. The British government signed a pact with Chile.", "UK|Chile");
    expect_sides("The United Kingdom, or UK, is cold. The British government signed a pact with Chile.", "United Kingdom|Chile");
    expect_sides("The ROK is cold. Seoul signed a pact with Chile.", "ROK|Chile");
    expect_sides("The British government signed a pact with Chile.", "United Kingdom|Chile");
}

static bool may_learn(const char *raw, uint32_t opening, bool headline)
{
    text t;
    assert_int_equal(text_decode(raw, (uint32_t)strlen(raw), &a, &t), ENTENTE_OK);
    parties p = {.text = &t, .opening = opening};
    return parties_may_learn(&p, &(sentence){.start = 0, .end = t.length, .headline = headline});
}

/* Which sentences are worth being looked at for names, before they have tokens. */
static void knows_where_names_may_stand(void **state)
{
    (void)state;
    static const char *const named[] = {"They met Jo Doe there.", "It rained in France.", "France lost.", "It left the U.S. again.", "They feared a pro-Peru crowd.", "It was the league (LLC) again.",
                                        "They left the EU again.", "She is head of Boden of Larch.", "He heard \xC3\x89mile and \xC3\x89ric."};
    static const char *const nameless[] = {"The rain fell on the hill.", "It is I who said it.", "She told Larch, Boden and others.", "Today the mill at Boden is old."};
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (!may_learn(named[i], 100, false))
            fail_msg("%s", named[i]);
    for (size_t i = 0; i < sizeof nameless / sizeof *nameless; i++)
        if (may_learn(nameless[i], 100, false) || !may_learn(nameless[i], 0, false) || !may_learn(nameless[i], 100, true)) /* of the opening and of headlines, whatever they hold */
            fail_msg("%s", nameless[i]);
}

/* A day or month with no comma behind it is when, and no part of the name; two who are joined are two, whatever stands between them. */
static void parts_names_from_what_stands_beside(void **state)
{
    (void)state;
    static const struct { const char *raw, *first, *second, *time; } told[] = {
        {"On Tuesday Larch Steel and Boden Bank signed a memorandum to finance the port.", "Larch Steel", "Boden Bank", "Tuesday"},
        {"In March Larch and Boden agreed to merge.", "Larch", "Boden", "March"},
        {"Last Friday Northland Foods agreed to sell its mills.", "Northland Foods", "", "Last Friday"},
        {"In June Jo Doe, the minister, agreed to resign.", "Jo Doe", "", "June"},
        {"The talks failed, but on Tuesday Larch Steel agreed to pay $3 million.", "Larch Steel", "", "Tuesday"},
        {"In June Roe's absence the firm agreed to pay $3 million.", "firm", "", ""},
        {"Tuesday Larch Steel agreed to pay $3 million.", "Larch Steel", "", "Tuesday"},
        {"April Doe agreed to resign.", "April Doe", "", ""},
        {"A deal between Norfolk Southern and residents of East Palestine was reached.", "Norfolk Southern", "residents of East Palestine", ""},
        {"A deal between Larch Western and miners of the hills was reached.", "Larch Western", "miners of the hills", ""},
        {"Egypt and Saudi Arabia signed agreements worth $8 billion.", "Egypt", "Saudi Arabia", ""},
        {"Kenya and Uganda rejected calls for a truce.", "Kenya", "Uganda", ""},
        {"Kenya's president, Jo Ruto, and Ethiopia's prime minister agreed on Monday to reopen the crossing.", "Jo Ruto", "Ethiopia's prime minister", "Monday"},
    };
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        entente_article r = read_text(told[i].raw);
        if (r.agreement_count != 1 || r.agreements[0].party_count != (*told[i].second ? 2u : 1u))
            fail_msg("%s", told[i].raw);
        assert_string_equal(r.agreements[0].parties[0].name, told[i].first);
        if (*told[i].second)
            assert_string_equal(r.agreements[0].parties[1].name, told[i].second);
        assert_string_equal(r.agreements[0].time, told[i].time);
    }
}

/* Only where the sentence has no other verb is what stands before a noun what the name before it did. */
static void leaves_participles_where_something_else_is_told(void **state)
{
    (void)state;
    static const char raw[] = "Peru signed a pact on Airbus made jets.";
    text t;
    sentences s = {0};
    reader *r = reader_new(model_built_in());
    arena_reset(&a, pipeline_memory(sizeof raw));
    assert_int_equal(text_decode(raw, sizeof raw - 1, &a, &t), ENTENTE_OK);
    assert_int_equal(language_split(model_built_in(), &t, (view){0, t.length}, &a, &s), ENTENTE_OK);
    assert_int_equal(language_read(r, &t, &a, &s.items[0]), ENTENTE_OK);
    tree_mend(&s.items[0]);
    assert_string_equal(s.items[0].tokens[6].low, "made");
    assert_int_not_equal(s.items[0].tokens[6].dep, DEP_ROOT);
    reader_free(r);
}

/* Those who met or talked in the sentence before are "the ministers", "the two sides", "they". */
static void resolves_those_who_met(void **state)
{
    (void)state;
    expect_sides("It rained on the coast for days. The foreign ministers of Peru, Chile and Bolivia met in Lima on Monday. The ministers agreed to share data.", "Peru|Chile|Bolivia");
    expect_sides("The foreign ministers of Peru, Chile and Bolivia issued a paper on fish. The three ministers agreed to share data.", "Peru|Chile|Bolivia");
    expect_sides("The government delegation wrapped up talks with the National Front on Monday. The two sides agreed to meet again.", "government delegation|National Front");
    expect_sides("The government began a round of talks with the rebels. The two sides agreed to meet again.", "government|rebels");
    expect_sides("The union entered into talks with Larch on Monday. The two sides agreed to meet again.", "union|Larch");
    expect_sides("President Doe of Peru spoke to President Roe of Chile on Monday. The leaders agreed to share data.", "Doe|Roe");
    expect_sides("Minister Doe of Peru received Minister Roe of Chile on Monday. The ministers agreed to share data.", "Doe|Roe");
    expect_sides("Larch has been in talks with Boden since May. The companies agreed to merge.", "Larch|Boden");
    expect_sides("Larch and Boden have been in talks since May. The two companies agreed to merge.", "Larch|Boden");
    expect_sides("The union met Larch on Monday. A deal was struck late at night.", "union|Larch");
    expect_sides("Talks between Peru and Chile opened in Lima. A treaty was signed in May.", "Peru|Chile");
    expect_sides("Anna, Tom and Rosa planted a tree. The three sides agreed to share data.", "three sides");
    expect_sides("President Doe spoke to reporters on Monday. The leaders agreed to share data.", "leaders");
    expect_sides("The ministers of Peru and Chile met in Lima on Monday. Welcoming the talks, Ministers agreed to share data.", "Peru|Chile");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_a_state_as_the_article_does),
        cmocka_unit_test(finds_whom_a_relative_clause_speaks_of),
        cmocka_unit_test(tells_where_a_company_is_at_home),
        cmocka_unit_test(asks_who_holds_an_office),
        cmocka_unit_test(leaves_an_envoy_his_own_country),
        cmocka_unit_test(knows_whom_a_pronoun_stands_for),
        cmocka_unit_test(tells_who_only_speaks_from_who_agrees),
        cmocka_unit_test(reads_partners_as_one_firm),
        cmocka_unit_test(counts_the_european_union_among_states),
        cmocka_unit_test(tells_who_holds_an_office_behind_commas), cmocka_unit_test(finds_the_other_side_in_what_is_agreed),
        cmocka_unit_test(names_sides_in_news),
        cmocka_unit_test(names_who_is_one),
        cmocka_unit_test(reads_who_is_spoken_for),
        cmocka_unit_test(reads_to_whom_it_is_given),
        cmocka_unit_test(knows_a_body_from_its_members),
        cmocka_unit_test(tells_sectors_by_company),
        cmocka_unit_test(reads_names_of_bodies),
        cmocka_unit_test(reads_what_it_stands_for),
        cmocka_unit_test(reads_who_is_behind_a_word),
        cmocka_unit_test(reads_who_stands_beside),
        cmocka_unit_test(reads_who_gets_what),
        cmocka_unit_test(reads_the_other_side_in_the_sentence),
        cmocka_unit_test(reads_who_sells_and_who_buys),
        cmocka_unit_test(reads_clubs_and_receivers),
        cmocka_unit_test(reads_who_the_subject_is),
        cmocka_unit_test(reads_promises_to_people_told_of_at_length),
        cmocka_unit_test(reads_invitations_to_join),
        cmocka_unit_test(reads_who_signs),
        cmocka_unit_test(reads_who_is_promised),
        cmocka_unit_test(resolves_group_words),
        cmocka_unit_test(names_both_sides),
        cmocka_unit_test(knows_who_it_is),
        cmocka_unit_test(knows_who_speaks),
        cmocka_unit_test(joins_those_who_sign_to_those_they_sign_for),
        cmocka_unit_test(reads_asides_and_names_like_verbs),
        cmocka_unit_test(reads_who_stands_where),
        cmocka_unit_test(knows_where_names_may_stand),
        cmocka_unit_test(parts_names_from_what_stands_beside),
        cmocka_unit_test(leaves_participles_where_something_else_is_told),
        cmocka_unit_test(resolves_those_who_met),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
