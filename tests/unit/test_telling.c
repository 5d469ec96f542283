/* SPDX-License-Identifier: MIT */
#include "check_agreements.h"

typedef struct told {
    const char *text, *by;
} told;

static void expect_told(const told *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        entente_article r = read_text(cases[i].text);
        if (r.agreement_count != 1)
            fail_msg("%zu records in: %s", r.agreement_count, cases[i].text);
        if (strcmp(r.agreements[0].attribution, cases[i].by) != 0)
            fail_msg("told by '%s', not '%s': %s", r.agreements[0].attribution, cases[i].by, cases[i].text);
    }
}

/* In the sentence itself, in spite of what the reader takes for something else. */
static void finds_who_tells(void **state)
{
    (void)state;
    static const told cases[] = {
        {"The document states that the ministry and the union agree that the mills should reopen.", "The document"},
        {"Local media said Peru and Chile had signed a fishing pact.", "Local media"},
        {"Officials familiar with the talks say Peru and Chile have agreed to a truce.", "Officials familiar with the talks"},
        {"The ministry announced on its website that Peru and Chile had signed a fishing pact.", "The ministry"},
        {"A clerk told the court that the firm had agreed to pay Boden $4m.", "A clerk"},
        {"Officials replied to the claim that Peru had signed a pact with Chile.", ""},
        {"Peru and Chile have agreed to open the border, wrote the Daily Herald.", "the Daily Herald"},
        {"Larch's chief executive, Jo Doe, said Larch had agreed to buy Boden.", "Larch's chief executive"},
        {"Peru and Chile agreed to open the border, according to Peruvian Foreign Minister Juan Paz.", "Peruvian Foreign Minister Juan Paz"},
    };
    expect_told(cases, sizeof cases / sizeof *cases);
}

/* Beside the sentence, in one that is not read for having no word of an agreement. */
static void finds_who_tells_nearby(void **state)
{
    (void)state;
    static const told cases[] = {
        {"Union official Jo Doe said: \"It was a long night. Larch agreed to our request for more time.\"", "Union official Jo Doe"},
        {"\"It was a long night,\" a spokesman for Larch Steel said. \"We have agreed to buy Boden.\"", "a spokesman for Larch Steel"},
        {"Jo Doe, head of the works council, said it was a long night. \"Larch and Boden have agreed to merge.\"", "Jo Doe"},
        {"Jo Doe said it was a long night. Larch and Boden have agreed to merge.", ""},
        {"Jo Doe said: \xE2\x80\x9CIt was a long night. Larch and Boden have agreed to merge. Now we rest.\xE2\x80\x9D", "Jo Doe"},
        {"Jo Doe said it was a long night. Peru and Chile signed a pact known as \"Blue Sky\".", ""},
        {"Oil was found off Lima and took the crews of three ships many weeks to reach it, said a clerk. \"Peru and Chile signed a pact.\"", ""},
        {"Peru and Chile signed a pact on fish. The breakthrough was announced on Friday by Jo Doe.", "Jo Doe"},
        {"A pact between Peru and Chile was announced on Monday by Jo Doe.", "Jo Doe"},
        {"Peru and Chile signed a pact on fish. News of a royal birth was announced by Prince Otto.", ""},
        {"Peru and Chile signed a pact on fish. On Friday it was announced by Jo Doe that it had rained.", ""},
        {"The union accepted the offer after results were announced by Larch.", ""},
        {"\"It was a long night,\" They said. \"Larch and Boden have agreed to merge.\"", ""},
        {"Peru and Chile signed a pact on fish. The merger plan announced by Prince Otto fell through.", ""},
    };
    expect_told(cases, sizeof cases / sizeof *cases);
}

/* Who speaks in the whole text, as its headline or the notes before it tell. */
static void finds_who_speaks(void **state)
{
    (void)state;
    static const told cases[] = {
        {"Statement from Spokesperson Jo Doe Welcoming the Truce in Kasuba\n\nWe thank the United Nations for its work. Peru and Chile have agreed to open the border.", "Spokesperson Jo Doe"},
        {"Statement from Spokesperson Jo Doe on the Truce in Kasuba\n\nWe thank the United Nations for its work. Peru and Chile have agreed to open the border.", "Spokesperson Jo Doe"},
        {"News from Lima\n\nWe thank the United Nations for its work. Peru and Chile have agreed to open the border.", ""},
        {"LIMA, 1 NOV 89 (RADIO) -- [NEWS CONFERENCE WITH PRESIDENT JUAN DOE BY UNIDENTIFIED REPORTERS] [TEXT] IT HAS RAINED. PERU AND CHILE HAVE SIGNED THE TREATY.", "PRESIDENT JUAN DOE"},
        {"LIMA, 1 NOV 89 (RADIO) -- [SPEECH] [PRESIDENT JUAN DOE] [TEXT] IT HAS RAINED. PERU AND CHILE HAVE SIGNED THE TREATY.", "PRESIDENT JUAN DOE"},
        {"Lima, 1 Nov 89 (LA PRENSA) -- [Communique from the Red Front to President Juan Doe] [Text] It has rained. Peru and Chile have signed the treaty.", "the Red Front"},
        {"Lima, 1 Nov 89 (LA PRENSA) -- [Report on the rains] [Text] It has rained. Peru and Chile have signed the treaty.", ""},
        {"Lima, 1 Nov 89 (LA PRENSA) -- [Speech] [Text] It has rained. Peru and Chile have signed the treaty.", ""},
        {"Lima, 1 Nov 89 (LA PRENSA) -- [Speech by Juan Doe", ""},
    };
    expect_told(cases, sizeof cases / sizeof *cases - 1);
    assert_int_equal(read_text(cases[sizeof cases / sizeof *cases - 1].text).agreement_count, 0); /* the note has no end */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_who_tells),
        cmocka_unit_test(finds_who_tells_nearby),
        cmocka_unit_test(finds_who_speaks),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
