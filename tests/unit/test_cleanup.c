/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <unistd.h>

#include "check.h"
#include "clutter.h"
#include "sections.h"
#include "sequence.h"

static arena a;
static text t;
static cleanup c;
static sections s;

static const clutter_list *own;

static void run(const char *raw)
{
    arena_reset(&a, 64u << 20);
    assert_int_equal(text_decode(raw, (uint32_t)strlen(raw), &a, &t), ENTENTE_OK);
    assert_int_equal(cleanup_blocks(&t, &a, &c), ENTENTE_OK);
    cleanup_survey(&t, own, &c);
    assert_int_equal(cleanup_decide(&t, &a, &c), ENTENTE_OK);
    cleanup_metadata(&t, &c);
    assert_int_equal(sections_split(&c, &a, &s), ENTENTE_OK);
}

static const char *string(view v)
{
    return arena_string(&a, t.data + v.start, v.end - v.start);
}

static const char page[] =
    "Home\nNews\nSign in\nHome / News / Bridge to reopen after long repairs\nBridge to reopen after long repairs\nBy Ann Lee\nMay 3, 2024\n"
    "The old bridge over the river will open again on Friday, the council said in a letter to residents.\n"
    "Why it took so long\n"
    "Workers found cracks in two of the stone piers when they cleaned them, and new blocks had to be cut.\n"
    "Share this\nSubscribe\nThe bridge was built by monks and has carried sheep, carts and cars for six hundred years.\n"
    "What a diver saw\n"
    "It was shut three years ago, when a diver saw that one pier had moved by the width of a hand.\n"
    "Related articles\nTen bridges to see\nPrivacy policy\n";

static void finds_the_article(void **state)
{
    (void)state;
    run(page);
    assert_string_equal(string(c.title), "Bridge to reopen after long repairs");
    assert_string_equal(string(c.byline), "Ann Lee");
    assert_string_equal(c.published, "2024-05-03");
    assert_int_equal(s.count, 3);
    assert_string_equal(string(s.items[1].heading), "Why it took so long");
    assert_int_equal(s.items[1].paragraph_count, 2);
    assert_string_equal(string(s.items[2].heading), "What a diver saw");
    c.blocks[0].as_title = 1;
    cleanup_find_run(&t, &c);
    assert_true(c.blocks[0].as_title == 0); /* "Home", of whatever part it was before */
}

static void reads_the_dateline(void **state)
{
    (void)state;
    run("Two towns share a bridge again\n\nPARIS, June 5 (Reuters) - The two towns opened their bridge on Friday after ten months of work on its piers.");
    assert_string_equal(string(c.dateline), "PARIS");
    assert_string_equal(string(c.agency), "Reuters");
    run("Two towns share a bridge again\n\nParis, June 5 (Reuters) The two towns opened their bridge on Friday after ten months of work on its piers.");
    assert_string_equal(string(c.dateline), "Paris");
    run("Two towns share a bridge again\n\nN'DJAMENA - The two towns opened their bridge on Friday after ten months of work on its piers.");
    assert_string_equal(string(c.dateline), "N'DJAMENA");
    run("Two towns share a bridge again\n\nPORT OF SPAIN (Reuters) The two towns opened their bridge on Friday after ten months of work on its piers.");
    assert_string_equal(string(c.dateline), "PORT OF SPAIN");
    static const struct {
        const char *before, *place;
        bool opens; /* it is no part of the sentence */
    } rows[] = {
        {"SALEM, Ore. (AP) ", "SALEM", true}, {"OSLO (Reuters) -", "OSLO", true}, {"PORT ALTO, Peru (March 18, 1998 - Wire/Radio Peru)---", "PORT ALTO", true}, {"SALEM, Ore.--", "SALEM", true}, {"LIMA, March 1 (Wire): ", "LIMA", true},
        {"LIMA (Wire) : ", "LIMA", true}, {"NEW LIMA: ", "NEW LIMA", true}, {"OTTAWA | ", "OTTAWA", true}, {"PORT-AU-PRINCE, Haiti - ", "PORT-AU-PRINCE", true}, {"Puerto Alto, 14 Aug 89 (Wire) -- ", "Puerto Alto", true}, {"Lima and Accra, 8 February 2021 - ", "Lima and Accra", true},
        {"LA PAZ, 27 JUN 89 (Wire) -- ", "LA PAZ", true}, {"ST. PAUL (Wire) - ", "ST. PAUL", true}, {"BAMAKO, May 24: ", "BAMAKO", true}, {"MARIETTA, Ohio - ", "MARIETTA", true}, {"Maputo [Mozambique], July 29 (ANI): ", "Maputo", true}, {"Dhaka: ", "Dhaka", true}, {"Lima, June 9: ", "Lima", true}, {"Dhaka: the mayor of it said: ", "", false}, {"Doe[Peru]: ", "", false},
        {"January 23, 2014 (ADDIS ABABA) - ", "ADDIS ABABA", true}, {"EU, Peru: ", "", false}, {"Fishing: ", "", false}, {"Doe [sic] and others: ", "", false}, {"Doe [Peru] \"and others\": ", "", false}, {"May 3 (Wire) - ", "", true}, {"May 3 (AFP) - ", "", true}, {"(Wire) - ", "", true}, {"By Jo Doe LIMA - ", "", true}, {"May 3, Lima - ", "", true}, {"EEC (formerly ECSC)-style rules made it hard. ", "", false}, {"NATO, Franco-Polish units and others: ", "", false}, {"(All of them) - ", "", true}, {"(the old ones) - ", "", false}, {"Larch -- Jo Doe's firm -- said: ", "", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char raw[400];
        snprintf(raw, sizeof raw, "Two towns share a bridge again\n\nThe two towns shared the cost of it.\n\n%sThe two towns opened their bridge on Friday after ten months of work on its piers.", rows[i].before);
        run(raw);
        assert_string_equal(c.dateline.end ? string(c.dateline) : "", rows[i].place);
        view whole = {(uint32_t)(strstr(t.data, rows[i].before) - t.data), t.length};
        assert_int_equal(cleanup_behind_place(&t, whole).start - whole.start, rows[i].opens ? strlen(rows[i].before) : 0);
    }
    run("Two towns share a bridge again\n\nThe two towns opened it on Friday.\n\nTwo towns share a bridge again\n\nLima, Peru, June 9\n\nBy Jo Doe:\n\nThe two towns opened their bridge on Friday after ten months of work on its piers, which the floods of last winter had carried away in a single night.");
    assert_string_equal(string(c.title), "Two towns share a bridge again");
    run("Two towns share a bridge again\n\nVIENNA, Nov 30 -\n\nThe two towns opened their bridge on Friday after ten months of work on its piers, and the mayors drank to it.");
    assert_string_equal(string(c.dateline), "VIENNA");
    run("Two towns share a bridge again\n\nPuerto Alto, 7 Dec 88 (Wire) -- [Speech by the mayor] [Text] The two towns opened their bridge on Friday after ten months of work on its piers.");
    assert_string_equal(string(c.dateline), "Puerto Alto");
    static const struct { const char *day, *published; } days[] = {{"7 Dec 88", "1988-12-07"}, {"7 Dec 05", "2005-12-07"}, {"7 Dec 1988", "1988-12-07"}, {"7 Sept 88", "1988-09-07"}, {"47 Dec 88", ""}, {"7 Decades 88", ""}, {"7 Dec 88th", ""}};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        char raw[400];
        snprintf(raw, sizeof raw, "Two towns share a bridge again\n\nPuerto Alto, %s (Wire) -- The two towns opened their bridge on Friday after ten months of work on its piers.", days[i].day);
        run(raw);
        assert_string_equal(c.published, days[i].published);
    }
    run("Two towns share a bridge again\n\nNATO-led troops helped the two towns to open their bridge on Friday after ten months of work.");
    assert_int_equal(c.dateline.end, 0);
}

static void names_reasons(void **state)
{
    (void)state;
    run(page);
    bool sharing = false, related = false, navigation = false;
    for (uint32_t i = 0; i < c.count; i++)
        if (c.blocks[i].role == BLOCK_REMOVED) {
            assert_non_null(c.blocks[i].reason);
            sharing |= !strcmp(c.blocks[i].reason, "SHARING");
            related |= !strcmp(c.blocks[i].reason, "RELATED");
            navigation |= !strcmp(c.blocks[i].reason, "NAVIGATION");
        }
    assert_true(sharing && related && navigation);
}

static void joins_wrapped_lines(void **state)
{
    (void)state;
    run("The river rose in the night and took the lower path with it, and those\nwho came in the morning to walk their dogs along the bank found only the\n"
        "tops of the fence posts and a swan that looked at them as if they were\nlate for something.\n\nBy noon it had gone down again and left a line of straw along the wall.");
    assert_int_equal(c.count, 2);
}

static void joins_broken_sentences(void **state)
{
    (void)state;
    run("The mayor of the town said on Tuesday that\nAnna Berg\n, who runs the mill, would\nsell\nit to the workers.\nThe workers have until the end of the month to find the money, a lawyer said.");
    assert_int_equal(c.count, 2);
    assert_string_equal(string((view){c.blocks[0].start, c.blocks[0].end}),
                        "The mayor of the town said on Tuesday that Anna Berg , who runs the mill, would sell it to the workers.");
}

/* A wrapper counts characters, from the margin on; a quotation mark has three bytes. */
static void joins_lines_wrapped_in_characters(void **state)
{
    (void)state;
    run("Town to keep the ‘Old Bridge’ and the ‘Mill Bridge’, says the ‘River\nCouncil’ in a letter\n\n"
        "   The “Old Bridge” and the “Mill Bridge” will be kept, said a letter of\n   the “River Council” which “Town Hall” read out to the “Guild” and the\n   “Friends of the Bridge”, for “both have carried us for ages”.\n\n"
        "   The council had wanted to take both of them down and to build one for\n   carts and cars instead, but the masons who looked at the piers found\n   that they would last.\n\n"
        "         * The “Guild”, says the letter, has for many ages called it\n           Mill Bridge alone.\n\n"
        "   Both of them will be shut to carts in the winter, when the ice comes\n   down from the lakes, and the boats that lie there will have to leave.\n");
    assert_true(c.wrapped);
    assert_int_equal(c.count, 5);
    assert_string_equal(string((view){c.blocks[0].start, c.blocks[0].end}), "Town to keep the ‘Old Bridge’ and the ‘Mill Bridge’, says the ‘River Council’ in a letter");
}

static void joins_labels_references_and_asides(void **state)
{
    static const char *const pieces[] = {"The old bridge\n: it will open again on Friday, the council said.", "The old bridge\n— which was built by monks — will open again on Friday.",
                                         "It was built by monks [\n3\n], as we now know.", "The mayor Ann Lee\n(no kin) has said that it will open.", "But\nMayor Lee\nsaid that it will not open."};
    (void)state;
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        char raw[1000];
        snprintf(raw, sizeof raw, "Workers found cracks in two of\nthe stone piers\nwhen they cleaned them, and\nnew blocks\nhad to be cut.\n%s\nNobody has said who is to pay for it.\n", pieces[i]);
        run(raw);
        assert_true(c.broken && !c.wrapped);
        assert_int_equal(c.count, 3);
    }
    run("Workers found cracks in two of\nthe stone piers\nwhen they cleaned them, and\nnew blocks\nhad to be cut.\n— the old bridge\n— the mill bridge\n— the bridge of the two towns\n");
    assert_int_equal(c.count, 4);
    run("Workers found cracks in two of\nthe stone piers\nwhen they cleaned them, and\nnew blocks\nhad to be cut.\nWhat the Two Towns Wait For\n(Reuters) - The old bridge over the river will open again.\n");
    assert_int_equal(c.count, 3);
}

static void reads_headings_of_markdown(void **state)
{
    (void)state;
    static const char article[] = "By Ann Lee\n\nThe old bridge over the river will open again on **Friday**, the council said in a [letter](https://x.org/a) to residents,\nand so it will.\n\n"
        "## Why the repairs went on\nand how\n\nWorkers found cracks in two of the stone piers when they cleaned them, and new blocks had to be cut.\n\nWhy it took so long\n\n"
        "The bridge was built by monks and has carried sheep, carts and cars for six hundred years\n### and a swan\nIt was shut three years ago, when a diver saw that one pier had moved by the width of a hand.\n# Related\n## Share this\n\nSubscribe\n\n[News](/news)\n";
    char raw[2000];
    snprintf(raw, sizeof raw, "Bridge to reopen after long repairs\n\n# River notes\n\n%s", article);
    run(raw);
    assert_string_equal(string(c.title), "River notes");
    snprintf(raw, sizeof raw, "# Home\n\n[News](/news)\n\n# Bridge to reopen after long repairs\n\n%s", article);
    run(raw);
    assert_string_equal(string(c.title), "Bridge to reopen after long repairs");
    assert_int_equal(s.count, 3);
    assert_string_equal(string(s.items[1].heading), "Why the repairs went on");
    assert_string_equal(string(s.items[2].heading), "and a swan");
}

static void joins_no_rule(void **state)
{
    (void)state;
    run("   The two towns opened their bridge on Friday after ten months of work on\n   Saint Mary's piers, and said that it would stay open all through the\n   winter.\n   ______________________________________________________________________\n"
        "   Boats will pass under it again from May on, a spokesman for one of the\n   two towns said in a letter to all the residents and to the owners of\n   Upper Mill.\n   ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━\n"
        "   The repairs took three years and cost two hundred thousand crowns, or\n   ¥31 million.\n");
    assert_true(c.wrapped);
    assert_int_equal(c.count, 5);
}

/* What breaks in menus hides neither how the prose was wrapped nor that links broke it. */
static void joins_prose_beside_menus(void **state)
{
    (void)state;
    run("   arts and letters\n   books and plays\n   films of the week\n   food and drink\n   games for all\n   music and dance\n   news in brief\n   science and health\n   sport and games\n   travel by train\n\n"
        "   The two towns opened their bridge on Friday after ten months of work on\n   Saint Mary's piers, and said that it would stay open all through the\n   winter for the first time.\n\n"
        "   Boats will pass under it again from May on, a spokesman for one of the\n   two towns said in a letter to all the residents and to the owners of\n   Upper Mill, which stands on the other bank of the river and takes its\n   water from it.\n");
    assert_true(c.wrapped);
    run("   * The old bridge and the mill bridge\n   * The council and its letters to us\n   * The friends of both of the bridges\n   * The boats that lie below the bridge\n   * The guild of masons and its quarry\n   * The water of the upper and lower mill\n"
        "   * The towns and the road between them\n   * The ice that comes down every winter\n   * The sheep and the carts that cross it\n   * The swan that looked at the fences\n   * The dogs that walk along the banks\n   * The monks who built the old bridge\n"
        "   * The straw that lies along the walls\n   * The divers who saw that it had moved\n   * The river and the towns on its banks\n   * The cakes that paid for the bridge\n\n"
        "   The two towns opened their bridge on Friday after ten months of work on\n   its piers, and said that it would stay open all through the winter for\n   the first time. Boats will pass under it again from May on, as it now\n   stands.\n");
    assert_true(c.wrapped);
    assert_int_equal(c.count, 17);
}

/* A comma that opens a line tells of links, however many lines of the page are whole. */
static void joins_the_few_sentences_that_links_broke(void **state)
{
    static const char *const broken[] = {"Nobody has yet said who is to pay for Saint Mary's\n, which was built by monks, or Saint Anne's\n, which was not.\n",
                                         "In an interview\nwith the council\nof the town\n, the mayor\nwas glad.\n"};
    (void)state;
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        char raw[4000], *to = raw;
        for (int k = 0; k < 30; k++)
            to += sprintf(to, "Workers found cracks in %d of the piers when they cleaned them in May.\n", k + 2);
        strcpy(to, broken[i]);
        run(raw);
        assert_true(c.broken && !c.wrapped);
        assert_int_equal(c.count, 31);
    }
    run("The bridge will open again on Friday, as we wrote,\nthe council said to all.\nNew blocks had to be cut for the river's two piers.\nThe bridge was built by monks.\nIt was shut three years ago, as a diver had seen.\n"
        "Nobody has said who is to pay for it all.\nThe boats that lie below will have to leave.\nA guild of masons has given the stone.\n");
    assert_false(c.wrapped);
}

static void keeps_headlines_from_dates_and_tags(void **state)
{
    static const char *const behind[] = {"11/19/2019\nby\nAnn Lee\n", "River Boats\n,\nTwo Towns\n"};
    (void)state;
    for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
        char raw[2000];
        snprintf(raw, sizeof raw, "Bridge to reopen after long repairs\n%sThe old bridge over\nthe river\nwill open again on Friday,\nthe council\nsaid in a letter to residents.\n"
                 "Workers found cracks in two of\nthe stone piers\nwhen they cleaned them, and\nnew blocks\nhad to be cut, which took them\nthe whole winter\nand cost more than was thought.\n", behind[i]);
        run(raw);
        assert_true(c.broken && !c.wrapped);
        assert_string_equal(string((view){c.blocks[0].start, c.blocks[0].end}), "Bridge to reopen after long repairs");
    }
    run("Reading time: 2 minutes\nThe old bridge over the river will open again on Friday, the council said.\n");
    assert_true(c.blocks[0].tells_when);
    run("Bridge to reopen after long repairs\nby Ann Lee\nThe old bridge over the river will open again on Friday, the council said in a letter to residents.\n"
        "It was shut three years ago, when a diver saw that one pier had moved by the width of a hand.\nNobody has yet said who is to pay for it, and the boats that lie below it will have to leave.\n"
        "The bridge was built by monks and has carried sheep, carts and cars for six hundred years.\nA guild of masons has given the stone for one of the two piers, and the friends of the bridge sold cakes.\n"
        "Workers found cracks in two of the stone piers when they cleaned them, and new blocks had to be cut.\n");
    assert_false(c.broken);
    assert_string_equal(string(c.title), "Bridge to reopen after long repairs");
}

/* Of a page whose title is its first line, by a model that is in two minds about every block but for the trees that tell headings. */
static block_role role_of_second(const char *second, bool likely)
{
    static sequence_model m;
    char raw[400];
    snprintf(raw, sizeof raw, "Bridge to reopen\n%s\nWorkers found cracks in two of the stone piers when they cleaned them, and new blocks had to be cut in a quarry.\nHome\n", second);
    arena_reset(&a, 64u << 20);
    assert_int_equal(text_decode(raw, (uint32_t)strlen(raw), &a, &t), ENTENTE_OK);
    assert_int_equal(cleanup_blocks(&t, &a, &c), ENTENTE_OK);
    cleanup_survey(&t, NULL, &c);
    m.headings.start = likely ? 1 : -1;
    assert_int_equal(cleanup_decide_by(&m, &t, &a, &c), ENTENTE_OK);
    assert_int_equal(c.blocks[0].role, BLOCK_TITLE);
    return c.blocks[1].role;
}

static void keeps_what_is_likely_a_heading(void **state)
{
    (void)state;
    assert_int_equal(role_of_second("Why it took so long", true), BLOCK_HEADING);
    assert_int_equal(role_of_second("Why it took so long", false), BLOCK_REMOVED);
    static const char *const none[] = {"12:40 Jo Doe", "Image 3: The piers", "14."}; /* a minute, a caption, a number */
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_int_equal(role_of_second(none[i], true), BLOCK_REMOVED);
}

/* As a text browser prints a page: prose is set in, headings are flush. `head` and `line` stand alone between paragraphs. */
static void run_set_in(const char *head, const char *line)
{
    char raw[2000];
    snprintf(raw, sizeof raw,
             "   Home News Sport\n\nBridge to reopen after long repairs\n\n"
             "   The old bridge over the river will open again on Friday, the council\n   said in a letter to residents who have waited for it for three years.\n\n%s\n\n"
             "   Workers found cracks in two of the stone piers when they cleaned them,\n   and new blocks had to be cut in a quarry that had been shut for years.\n\n%s\n\n"
             "   The bridge was built by monks and has carried sheep, carts and cars for\n   six hundred years, and the council hopes that it will stand for more.\n",
             head, line);
    run(raw);
}

static void flush_lines_are_headings(void **state)
{
    (void)state;
    run_set_in("Repairs went on for three years.", "A mason at work on a pier");
    assert_int_equal(c.set_in, 3);
    assert_int_equal(s.count, 3);
    assert_string_equal(string(s.items[1].heading), "Repairs went on for three years.");
    assert_string_equal(string(s.items[2].heading), "A mason at work on a pier");
    run_set_in("   Repairs went on for three years.", "   A mason at work on a pier");
    assert_int_equal(s.count, 1);
    run("Workers found cracks in two of the stone piers when they cleaned them,\nand new blocks had to be cut in a quarry that had been shut.");
    assert_int_equal(c.set_in, 0);
    run("Two towns share a bridge\n    The two towns opened their bridge on Friday after ten months of work on\nits piers, and said that it would stay open through the winter.\n"
        "    Boats will pass under it again from May on, a spokesman for one of the\ntwo towns said in a letter to residents and owners of boats.\n"
        "    The bridge was built by monks and has carried sheep, carts and cars for\nsix hundred years, and will stand for more.\n");
    assert_int_equal(s.count, 1);
    assert_int_equal(c.set_in, 0); /* white space opens the paragraphs */
}

static void parts_headlines_from_what_was_joined(void **state)
{
    (void)state;
    run("Home\nNews\nSign in\nBridge to reopen after long repairs\nby\nAnn Lee\nThe old bridge over\nthe river\nwill open again on Friday,\nthe council\nsaid in a letter to residents.\n"
        "Workers found cracks in two of\nthe stone piers\nwhen they cleaned them, and\nnew blocks\nhad to be cut, which took them\nthe whole winter\nand cost more than was thought.\n");
    assert_true(c.broken && !c.wrapped);
    assert_string_equal(string(c.title), "Bridge to reopen after long repairs");
}

static void sentences_alone_have_no_title(void **state)
{
    (void)state;
    run("Norway agreed on Monday to buy the harvest of the island, officials said.\nThe deal is worth two million crowns and will be signed in May.\nThe farmers were pleased with the news.");
    assert_int_equal(c.title.end, 0);
    assert_int_equal(s.items[0].paragraph_count, 3);
}

static void one_sentence_is_body(void **state)
{
    (void)state;
    run("Peru and Bolivia agreed to reopen the border bridge.");
    assert_int_equal(c.title.end, 0);
    assert_int_equal(s.items[0].paragraph_count, 1);
}

static void a_dated_sentence_is_body(void **state)
{
    (void)state;
    run("Old accord holds\n\nThe accord was signed on June 5, 2020.\n\nIt has held through four dry summers and one very wet one, officials in both towns say.");
    assert_int_equal(s.items[0].paragraph_count, 2);
}

static void a_menu_is_no_article(void **state)
{
    (void)state;
    run("Home\nNews\nSport\nWeather\nSign in\nContact");
    assert_int_equal(s.count, 0);
    assert_int_equal(t.warning_count, 1);
    assert_string_equal(t.warnings[0].code, "NO_ARTICLE");
}

static void knows_a_headline_by_its_day(void **state)
{
    (void)state;
    run("Council, Ferry Owners Agree on New Timetable - 2004-06-20\n\nThe council and the owners of the river ferries have agreed on a new timetable for the summer, the mayor said.\n\n"
        "The boats will leave every half hour from the old quay, and the last one will come back after midnight.\n");
    assert_string_equal(string(c.title), "Council, Ferry Owners Agree on New Timetable");
    assert_string_equal(c.published, "2004-06-20");
    run("Council, Ferry Owners Agree on Timetable - 2004-06-20\n\nThe council and the owners of the ferries have agreed to set up a timetable between their towns to end the queues at the quay.\n\n"
        "The timetable was announced today (Sunday) in the town hall during the second and final day of the talks.\n\n"
        "A statement issued by the long-time rivals also said they will keep their old fares, unless there are what were described as \"unusual storms.\"\n\n"
        "The talks on the queues at the quay are the first since the council and the owners both bought new boats six years ago.\n");
    assert_string_equal(string(c.title), "Council, Ferry Owners Agree on Timetable");
    static const char day[] = "2004-06-20", wordless[] = "Ferries - 2004-06-20", behind[] = "Ferries sold by their owners - 4 May 2004";
    assert_int_equal(cleanup_before_date(day, (view){0, sizeof day - 1}).end, sizeof day - 1);
    assert_int_equal(cleanup_before_date(wordless, (view){0, sizeof wordless - 1}).end, sizeof wordless - 1); /* too short for a headline */
    assert_int_equal(cleanup_before_date(behind, (view){0, sizeof behind - 1}).end, sizeof behind - 1);
}

static void reads_dates(void **state)
{
    (void)state;
    char iso[11];
    const char *const good[][2] = {{"on June 18, 2023 in", "2023-06-18"}, {"18 June 2023 ", "2023-06-18"}, {"at 2023-06-18T10:00", "2023-06-18"}, {"on June 22nd, 2023", "2023-06-22"}, {"1st June 2023 ", "2023-06-01"}, {"of 2023/06/18 ", "2023-06-18"}, {"06/18/2023 ", "2023-06-18"}, {"18/06/2023 ", "2023-06-18"}, {"18.6.2023 ", "2023-06-18"}, {"6/18/2023", "2023-06-18"}, {"06/06/2023 ", "2023-06-06"}};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_true(cleanup_find_date(good[i][0], 0, (uint32_t)strlen(good[i][0]), iso));
        assert_string_equal(iso, good[i][1]);
    }
    const char *const bad[] = {"room 18, 2023 seats here", "06/08/2023 or when", "18/06.2023 here", "2023-06/18 here", "19/18/2023 here"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(cleanup_find_date(bad[i], 0, (uint32_t)strlen(bad[i]), iso));
    const char *const lines[] = {"Lima, Peru, June 9", "Lima, Sept 30"}, *const others[] = {"Lima, Peru, Junes 9", "Lima, Marching 9", "Lima, June 0", "Lima, June 32", "Gate 4, Lima, June 9", "Lima, june 9", "NEWS OF LIMA, JUNE 9"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        assert_true(cleanup_is_place_and_day(lines[i], 0, (uint32_t)strlen(lines[i])));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(cleanup_is_place_and_day(others[i], 0, (uint32_t)strlen(others[i])));
}

static void pathological_pages_end(void **state)
{
    (void)state;
    size_t n = 400000;
    char *raw = malloc(n + 1);
    for (size_t i = 0; i < n; i++)
        raw[i] = i % 4 == 3 ? '\n' : 'w';
    raw[n] = '\0';
    run(raw);
    memset(raw, 'x', n);
    run(raw);
    free(raw);
}

static bool in_body(const char *words)
{
    for (uint32_t i = 0; i < s.count; i++)
        for (uint32_t k = 0; k < s.items[i].paragraph_count; k++)
            if (strstr(string(s.items[i].paragraphs[k]), words))
                return true;
    return false;
}

static void phrases_of_the_caller_drop_blocks(void **state)
{
    (void)state;
    char path[] = "/tmp/entente-clutter-XXXXXX", message[320];
    const char *const good = "# ours\n\nRELATED start The bridge was built\n", *const bad[] = {"NONSENSE start x y\n", "RELATED nowhere xy\n", "RELATED start\n"};
    int fd = mkstemp(path);
    assert_true(write(fd, good, strlen(good)) == (ssize_t)strlen(good));
    clutter_list *list;
    run(page);
    assert_true(in_body("built by monks"));
    assert_int_equal(clutter_open(path, &list, message), ENTENTE_OK);
    own = list;
    run(page);
    own = NULL;
    clutter_free(list);
    assert_false(in_body("built by monks"));
    assert_true(in_body("new blocks had to be cut"));
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(ftruncate(fd, 0), 0);
        assert_int_equal(pwrite(fd, bad[i], strlen(bad[i]), 0), (ssize_t)strlen(bad[i]));
        assert_int_equal(clutter_open(path, &list, message), ENTENTE_UNREADABLE);
        assert_non_null(strstr(message, ":1: "));
    }
    close(fd);
    unlink(path);
    assert_int_equal(clutter_open(path, &list, message), ENTENTE_UNREADABLE);
}

/* Of an article without clutter every paragraph is kept, however its lines come. */
static void a_clean_article_loses_nothing(void **state)
{
    (void)state;
    static const char *const forms[] = {"%s\n\n%s\n\n%s\n\n%s\n", "%s\n%s\n%s\n%s\n"};
    static const char *const parts[] = {
        "Mill sold to its workers",
        "NORTHAM (AP) - The paper mill that has stood empty beside the river since March was sold to forty of its former workers on Friday, its owner said.",
        "\"We never thought it would come to this,\" said Ruth Adeyemi, who drove a forklift there for nineteen years. The price was not made public.",
        "The town council will vote next week on a loan that would pay for new boilers.",
    };
    char raw[2000];
    for (size_t i = 0; i < 2; i++) {
        snprintf(raw, sizeof raw, forms[i], parts[0], parts[1], parts[2], parts[3]);
        run(raw);
        assert_string_equal(string(c.title), parts[0]);
        for (size_t k = 1; k < 4; k++)
            assert_true(in_body(parts[k]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_article),    cmocka_unit_test(names_reasons), cmocka_unit_test(reads_the_dateline),        cmocka_unit_test(joins_wrapped_lines), cmocka_unit_test(joins_broken_sentences), cmocka_unit_test(joins_lines_wrapped_in_characters), cmocka_unit_test(joins_prose_beside_menus), cmocka_unit_test(joins_the_few_sentences_that_links_broke), cmocka_unit_test(joins_labels_references_and_asides), cmocka_unit_test(joins_no_rule), cmocka_unit_test(reads_headings_of_markdown), cmocka_unit_test(keeps_headlines_from_dates_and_tags), cmocka_unit_test(flush_lines_are_headings),
        cmocka_unit_test(one_sentence_is_body), cmocka_unit_test(keeps_what_is_likely_a_heading), cmocka_unit_test(parts_headlines_from_what_was_joined), cmocka_unit_test(sentences_alone_have_no_title), cmocka_unit_test(a_menu_is_no_article), cmocka_unit_test(a_dated_sentence_is_body), cmocka_unit_test(reads_dates), cmocka_unit_test(knows_a_headline_by_its_day),         cmocka_unit_test(pathological_pages_end),
        cmocka_unit_test(phrases_of_the_caller_drop_blocks), cmocka_unit_test(a_clean_article_loses_nothing),
    };
    arena_init(&a, 0);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_done(&a);
    return failed;
}
