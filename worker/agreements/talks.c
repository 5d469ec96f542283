/* SPDX-License-Identifier: MIT */
/* Talks: that two sides negotiate, about what, how near they are, and that nothing came of it. */
#include <string.h>

#include "reading.h"

static const char *const about[] = {"on", "over", "for", "about"};

/* What talks are about: the noun behind "on", "over", "about", wherever it hangs between `n` and the end of its clause at `g`; TREE_NONE when it is not said. */
static uint32_t topic_of_talks(const reading *r, uint32_t n, uint32_t g)
{
    const tree *t = r->t;
    uint32_t place = tree_child_case(t, n, DEP_NMOD, "in"); /* "talks in Rome on fish", the fish hung on Rome or the verb */
    place = place != TREE_NONE && tree_token(t, place)->upper ? place : TREE_NONE;
    uint32_t with = tree_child_case(t, n, DEP_NMOD, "with");
    for (size_t i = 0; i < sizeof about / sizeof *about; i++) {
        uint32_t of[] = {tree_child_case(t, n, DEP_NMOD, about[i]), place == TREE_NONE ? TREE_NONE : tree_child_case(t, place, DEP_NMOD, about[i]), with == TREE_NONE ? TREE_NONE : tree_child_case(t, with, DEP_NMOD, about[i]), g == TREE_NONE ? TREE_NONE : tree_child_case(t, g, DEP_OBL, about[i])};
        for (size_t k = 0; k < sizeof of / sizeof *of; k++)
            if (of[k] != TREE_NONE && of[k] > n && (g == TREE_NONE || g < n || of[k] < g) && !reading_is(r, of[k], CLASS_TIME) && !tree_token(t, of[k])->upper)
                return of[k];
    }
    uint32_t doing = tree_child(t, n, DEP_ACL); /* "talks on doubling X", "talks with B about cutting X" */
    doing = doing == TREE_NONE ? tree_child(t, n, DEP_ADVCL) : doing;
    doing = doing == TREE_NONE && with != TREE_NONE ? tree_child(t, with, DEP_ACL) : doing;
    for (size_t i = 0; doing != TREE_NONE && doing > n && tree_token(t, doing)->tag == TAG_VBG && i < sizeof about / sizeof *about; i++)
        if (tree_child_lemma(t, doing, DEP_MARK, about[i]) != TREE_NONE)
            return doing;
    return TREE_NONE;
}

/* "is in talks with B about X", "started negotiations on X", "talks on X will resume", "negotiations on X are under way". */
static entente_status read_ongoing(reading *r, uint32_t n)
{
    static const char *const beginning[] = {"enter", "begin", "open", "start", "launch", "resume", "continue", "conduct", "reopen", "restart", "pursue"};
    static const char *const planned[] = {"schedule", "scheduled", "set", "due", "expect", "plan", "slate", "likely"}, *const lasting[] = {"begin", "start", "open", "resume", "continue", "reopen", "restart", "proceed", "remain", "progress", "drag"};
    const tree *t = r->t;
    uint32_t g = tree_head(t, n), s = TREE_NONE, v = g;
    uint8_t dep = tree_token(t, n)->dep;
    bool negotiation = reading_is_talks(r, n), nothing = false, concluded = false, stopped = false;
    bool discussion = reading_is_lemma(r, n, "discussion") && tree_token(t, n)->tag == TAG_NNS;
    if ((!negotiation && !discussion) || tree_token(t, n)->pos != POS_NOUN)
        return ENTENTE_AGAIN;
    bool in = lexicon_is_one(tree_case(t, n), "in", "into", "within") && tree_child(t, n, DEP_COP) != TREE_NONE, subject = (dep == DEP_NSUBJ || dep == DEP_NSUBJ_PASS) && n < g;
    uint32_t later = subject && g != TREE_NONE && LEXICON_IS_ANY(tree_token(t, g)->lemma, planned) ? tree_child(t, g, DEP_XCOMP) : TREE_NONE; /* "talks are due to resume" */
    if (in) {
        v = n;
        s = clause_subject(r, n);
    } else if (!subject && g != TREE_NONE && (negotiation || reading_is_lemma(r, g, "enter")) && tree_is_verb(t, g) && (dep == DEP_OBJ || dep == DEP_OBL) && n > g && LEXICON_IS_ANY(tree_token(t, g)->lemma, beginning)) {
        s = clause_subject(r, g);
    } else if (!subject && negotiation && dep == DEP_OBJ && n > g && lexicon_is_one(tree_token(t, g)->lemma, "conclude", "complete", "finish") && reading_text_noun(r, topic_of_talks(r, n, g), CLASS_TEXT) != TREE_NONE) {
        s = clause_subject(r, g); /* "concluded negotiations on a treaty": there is one */
        concluded = true;
    } else if (subject && negotiation && g != TREE_NONE) {
        bool week = reading_is_lemma(r, g, "go") && reading_is(r, tree_child_case(t, g, DEP_OBL, "into"), CLASS_TIME); /* "went into a second week" */
        bool goes_on = later != TREE_NONE ? later > g && LEXICON_IS_ANY(tree_token(t, later)->lemma, lasting) && tree_child(t, later, DEP_OBJ) == TREE_NONE : tree_is_verb(t, g) ? week || (LEXICON_IS_ANY(tree_token(t, g)->lemma, lasting) && tree_child(t, g, DEP_OBJ) == TREE_NONE) : tree_is_low(t, g, "way") || tree_is_low(t, g, "underway") || tree_is_low(t, g, "ongoing") || tree_is_low(t, g, "advanced") || (tree_is_low(t, g, "stage") && !strcmp(tree_case(t, g), "at"));
        uint32_t progress = reading_is_lemma(r, g, "make") ? tree_child(t, g, DEP_OBJ) : TREE_NONE; /* "have made no headway" */
        nothing = progress != TREE_NONE && lexicon_is_one(tree_token(t, progress)->lemma, "progress", "headway", "breakthrough") && tree_child_lemma(t, progress, DEP_DET, "no") != TREE_NONE;
        static const char *const stuck[] = {"impasse", "standstill", "deadlock", "stalemate", "wall"};
        uint32_t halted = tree_child(t, g, DEP_XCOMP) != TREE_NONE && lexicon_is_one(tree_token(t, g)->lemma, "appear", "seem", "have") ? tree_child(t, g, DEP_XCOMP) : g; /* "appeared to have reached a standstill" */
        bool at = tree_child(t, halted, DEP_COP) != TREE_NONE && !strcmp(tree_case(t, halted), "at"); /* "are at a standstill" */
        uint32_t end = at ? halted : lexicon_is_one(tree_token(t, halted)->lemma, "reach", "hit", "strike") ? tree_child(t, halted, DEP_OBJ) : TREE_NONE;
        stopped = end != TREE_NONE && (at || end > halted) && (LEXICON_IS_ANY(tree_token(t, end)->lemma, stuck) || (reading_is_lemma(r, end, "end") && tree_child_lemma(t, end, DEP_AMOD, "dead") != TREE_NONE));
        nothing |= stopped;
        if (!goes_on && !nothing)
            return ENTENTE_AGAIN;
    } else {
        return ENTENTE_AGAIN;
    }
    uint32_t topic = topic_of_talks(r, n, in ? TREE_NONE : v), with = tree_child_case(t, n, DEP_NMOD, "with"), between = tree_child_case(t, n, DEP_NMOD, "between");
    if (subject && between == TREE_NONE)
        between = tree_child_case(t, v, DEP_OBL, "between");
    if (subject && between == TREE_NONE && topic != TREE_NONE)
        between = tree_child_case(t, topic, DEP_NMOD, "between");
    if (with == TREE_NONE && !in)
        with = tree_child_case(t, v, DEP_OBL, "with");
    bool two = in && with != TREE_NONE && r->parties->deal_words > 1 && (tree_token(t, with)->upper || parties_named_behind(t, with)); /* "is in talks with B", where deals are spoken of */
    if (tree_child_lemma(t, v, DEP_MARK, "whether") != TREE_NONE)
        return ENTENTE_AGAIN; /* "declined to say whether it was in talks" */
    static const char *const sorts[] = {"contract", "wage", "pay", "labour", "labor", "merger", "takeover", "peace", "truce", "ceasefire", "coalition", "treaty"};
    uint32_t sort = tree_child(t, n, DEP_COMPOUND);
    two |= subject && with != TREE_NONE && sort != TREE_NONE && LEXICON_IS_ANY(tree_token(t, sort)->lemma, sorts); /* "contract talks resumed with the miners": what for */
    if ((topic == TREE_NONE && !two && !stopped && !(subject && between != TREE_NONE)) || (!subject && s == TREE_NONE) || !clause_status(r, v) || r->m.status == ENTENTE_AGREEMENT_REJECTED)
        return ENTENTE_AGAIN;
    entente_status e = subject ? sides_counterparts(r, v) : sides_subject(r, v);
    if (!e)
        e = sides_counterparts(r, n);
    if (!e && with != TREE_NONE && (reading_is_somebody(r, with) || reading_is(r, with, CLASS_GROUP) || reading_is_lemma(r, with, "party")))
        e = parties_read(r->parties, t, with, &r->m);
    if (!e && subject && between != TREE_NONE && r->m.party_count < 2)
        e = parties_read(r->parties, t, between, &r->m);
    uint32_t report = subject && tree_token(t, v)->dep == DEP_CCOMP ? tree_head(t, v) : TREE_NONE, teller = reading_is(r, report, CLASS_REPORT) ? clause_subject(r, report) : TREE_NONE;
    if (!e && r->m.party_count == 1 && with != TREE_NONE && teller != TREE_NONE && (tree_token(t, teller)->pos == POS_PRON || reading_is_somebody(r, teller)))
        e = parties_read(r->parties, t, teller, &r->m); /* "Acme said talks with B would resume": its own */
    if (!e && teller != TREE_NONE && r->m.party_count == 2 && r->m.parties[1].person)
        r->m.party_count = 1; /* who only speaks for a side */
    if (!e && !r->m.party_count && subject)
        parties_in_play(r->parties, &r->m, (view){tree_token(t, n)->start, tree_token(t, n)->end});
    uint32_t text_noun = reading_text_noun(r, topic, CLASS_TEXT);
    if (text_noun != TREE_NONE && !reading_is(r, text_noun, CLASS_COMMON)) {
        clause_instrument(r, text_noun);
        clause_noun_complement(r, text_noun);
    } else if (topic != TREE_NONE && tree_is_verb(t, topic)) {
        clause_actions(r, topic);
    } else if (topic != TREE_NONE) {
        clause_topic(r, topic);
    }
    r->m.status = nothing ? ENTENTE_AGREEMENT_REJECTED : concluded && r->m.status == ENTENTE_AGREEMENT_REACHED ? ENTENTE_AGREEMENT_REACHED : ENTENTE_AGREEMENT_PENDING;
    bool one_sided = !subject && with == TREE_NONE && r->m.party_count == 1 && !r->m.parties[0].plural;
    return one_sided && !e ? ENTENTE_AGAIN : reading_end(r, e, 1, 0, ENTENTE_KIND_MUTUAL, FAMILY_TALKS);
}

/* "confirmed bid talks", "announced merger talks with B". */
static entente_status read_told_talks(reading *r, uint32_t n)
{
    static const char *const sorts[] = {"bid", "merger", "takeover", "sale", "peace", "ceasefire"};
    const tree *t = r->t;
    uint32_t g = tree_head(t, n), sort = TREE_NONE, with = tree_child_case(t, n, DEP_NMOD, "with");
    TREE_CHILDREN(t, n, c)
        if (c < n && tree_token(t, c)->dep == DEP_COMPOUND && LEXICON_IS_ANY(tree_token(t, c)->low, sorts))
            sort = c;
    if (sort == TREE_NONE || tree_token(t, n)->dep != DEP_OBJ || n < g || !(reading_is_lemma(r, g, "confirm") || reading_is_lemma(r, g, "announce")) || clause_subject(r, g) == TREE_NONE || !clause_status(r, g) || r->m.status == ENTENTE_AGREEMENT_REJECTED)
        return ENTENTE_AGAIN;
    entente_status e = sides_subject(r, g);
    if (!e && reading_is_somebody(r, with))
        e = parties_read(r->parties, t, with, &r->m);
    r->m.status = ENTENTE_AGREEMENT_PENDING;
    return reading_end(r, e, 1, 0, ENTENTE_KIND_MUTUAL, FAMILY_TALKS);
}

/* "there was a breakthrough in talks between A and B", "hopes rose after progress in negotiations with B over X": an agreement ahead. */
static entente_status read_advance(reading *r, uint32_t n)
{
    const tree *t = r->t;
    uint32_t g = tree_head(t, n), v = g == TREE_NONE ? TREE_NONE : tree_head(t, g), between = tree_child_case(t, n, DEP_NMOD, "between"), with = tree_child_case(t, n, DEP_NMOD, "with");
    bool made = tree_token(t, n)->dep == DEP_OBL && reading_makes_progress(r, g), advance = !strcmp(tree_case(t, n), "in") && (made || (tree_token(t, n)->dep == DEP_NMOD && reading_is_progress(r, g)));
    if (made)
        v = g;
    bool after = !made && g != TREE_NONE && tree_token(t, g)->dep == DEP_OBL; /* "may stay after a breakthrough in talks": there was one */
    uint32_t headway = !made ? g : tree_child(t, g, DEP_OBJ) != TREE_NONE ? tree_child(t, g, DEP_OBJ) : clause_subject(r, g), no = headway == TREE_NONE ? TREE_NONE : tree_child_lemma(t, headway, DEP_DET, "no");
    if (!reading_is_talks(r, n) || !advance || no != TREE_NONE || (between == TREE_NONE && !reading_is_somebody(r, with)) || (v != TREE_NONE && !tree_is_verb(t, v)) || (v != TREE_NONE && !after && !clause_status(r, v)) || (!after && r->m.status != ENTENTE_AGREEMENT_REACHED))
        return ENTENTE_AGAIN;
    entente_status e = with != TREE_NONE && v != TREE_NONE && clause_subject(r, v) != TREE_NONE && tree_child(t, v, DEP_EXPL) == TREE_NONE && clause_subject(r, v) != g ? sides_subject(r, v) : ENTENTE_OK;
    if (!e)
        e = parties_read(r->parties, t, between != TREE_NONE ? between : with, &r->m);
    uint32_t topic = topic_of_talks(r, n, TREE_NONE);
    if (topic != TREE_NONE && !tree_is_verb(t, topic))
        clause_topic(r, topic);
    r->m.status = ENTENTE_AGREEMENT_PENDING;
    return reading_end(r, e, 1, 0, ENTENTE_KIND_MUTUAL, FAMILY_TALKS);
}

/* "Acme, Apex in fish talks", "Carrier in talks to buy rival": a headline, which leaves out the verb. */
static entente_status read_headline_talks(reading *r, uint32_t n)
{
    const tree *t = r->t;
    uint32_t g = tree_head(t, n), action = tree_child(t, n, DEP_ACL), above = g == TREE_NONE ? TREE_NONE : tree_head(t, g);
    bool talks = reading_is_talks(r, n);
    if (!t->s->headline || !talks || tree_token(t, n)->dep != DEP_NMOD || strcmp(tree_case(t, n), "in") != 0 || g == TREE_NONE || g > n || !tree_is_nominal(t, g) || !reading_is_somebody(r, g))
        return ENTENTE_AGAIN;
    if (above != TREE_NONE && above > n && tree_token(t, g)->dep == DEP_NSUBJ && tree_token(t, above)->tag == TAG_VB && tree_child_lemma(t, above, DEP_MARK, "to") != TREE_NONE)
        action = above; /* read as what the carrier is to do */
    else if (above != TREE_NONE)
        return ENTENTE_AGAIN;
    entente_status e = parties_read(r->parties, t, g, &r->m);
    if (!e)
        e = sides_counterparts(r, n);
    uint32_t topic = topic_of_talks(r, n, TREE_NONE);
    if (action != TREE_NONE && action > n && tree_token(t, action)->tag == TAG_VB) {
        clause_actions(r, action);
        uint32_t o = tree_child(t, action, DEP_OBJ);
        if (!e && reading_is(r, action, CLASS_ACQUIRE) && reading_is_somebody(r, o))
            e = parties_read(r->parties, t, o, &r->m);
    } else if (topic != TREE_NONE) {
        clause_topic(r, topic);
    }
    r->m.status = ENTENTE_AGREEMENT_PENDING;
    return reading_end(r, e, 1, 0, ENTENTE_KIND_MUTUAL, FAMILY_TALKS);
}

/* "A and B negotiated an end to the strike", "successfully negotiated with B": what came of it; "we are negotiating a resolution": what may. */
static entente_status read_negotiated(reading *r, uint32_t v)
{
    static const char *const outcomes[] = {"resolution", "solution", "end", "release", "return", "exchange", "swap", "halt", "pause", "increase", "raise", "rise", "reduction", "cut", "extension", "exit", "handover", "transfer", "surrender", "withdrawal", "reprieve", "discount", "sale", "move", "loan"};
    const tree *t = r->t;
    uint32_t o = tree_child(t, v, DEP_OBJ), with = tree_child_case(t, v, DEP_OBL, "with"), read_as = tree_child(t, v, DEP_NSUBJ_PASS), s = read_as == TREE_NONE ? clause_subject(r, v) : read_as; /* "A negotiated with B", read as passive */
    bool going_on = tree_token(t, v)->tag == TAG_VBG && tree_child(t, v, DEP_AUX) != TREE_NONE, done = !going_on && (tree_token(t, v)->tag == TAG_VBD || tree_token(t, v)->tag == TAG_VBN) && tree_child(t, v, DEP_AUX_PASS) == TREE_NONE;
    bool outcome = o != TREE_NONE && o > v && LEXICON_IS_ANY(tree_token(t, o)->lemma, outcomes), succeeded = o == TREE_NONE && with != TREE_NONE && tree_child_lemma(t, v, DEP_ADVMOD, "successfully") != TREE_NONE;
    if (!reading_is_lemma(r, v, "negotiate") || s == TREE_NONE || tree_token(t, v)->dep == DEP_ACL || !(outcome || (done && succeeded)) || !(going_on || done) || r->m.status == ENTENTE_AGREEMENT_REJECTED)
        return ENTENTE_AGAIN;
    entente_status e = read_as == TREE_NONE ? sides_subject(r, v) : parties_read(r->parties, t, s, &r->m);
    if (!e && with != TREE_NONE && (reading_is_somebody(r, with) || reading_is(r, with, CLASS_GROUP)))
        e = parties_read(r->parties, t, with, &r->m);
    if (!e && outcome)
        clause_topic(r, o);
    r->m.instrument = (view){0, 0};
    if (!e && r->m.party_count == 1)
        parties_complete(r->parties, &r->m);
    r->m.status = going_on ? ENTENTE_AGREEMENT_PENDING : r->m.status;
    return reading_end(r, e, 1, 0, ENTENTE_KIND_MUTUAL, going_on ? FAMILY_TALKS : FAMILY_MAKE);
}

/* "A and B failed to make a breakthrough in talks on X", "made no headway in negotiations": nothing came of them. */
entente_status read_no_progress(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t o = tree_child(t, v, DEP_OBJ), s = clause_subject(r, v), talks = TREE_NONE;
    bool none = o != TREE_NONE && tree_child_lemma(t, o, DEP_DET, "no") != TREE_NONE;
    for (uint32_t i = o == TREE_NONE ? t->s->count : o + 1; i <= t->right[v] && i < t->s->count && talks == TREE_NONE; i++)
        talks = reading_is_talks(r, i) && !strcmp(tree_case(t, i), "in") ? i : TREE_NONE;
    bool failed = r->m.status == ENTENTE_AGREEMENT_REJECTED || (none && r->m.status == ENTENTE_AGREEMENT_REACHED);
    if (!lexicon_is_one(tree_token(t, v)->lemma, "make", "achieve", "reach") || !reading_is_progress(r, o) || o < v || s == TREE_NONE || !failed || talks == TREE_NONE)
        return ENTENTE_AGAIN;
    if (reading_is_talks(r, s))
        return ENTENTE_AGAIN; /* told of the talks */
    entente_status e = sides_subject(r, v);
    if (!e)
        e = sides_counterparts(r, talks);
    uint32_t topic = topic_of_talks(r, talks, TREE_NONE);
    if (topic != TREE_NONE && !tree_is_verb(t, topic))
        clause_topic(r, topic);
    r->m.status = ENTENTE_AGREEMENT_REJECTED;
    return reading_end(r, e, 1, 0, ENTENTE_KIND_MUTUAL, FAMILY_TALKS);
}

/* "is negotiating with B on X". */
entente_status read_negotiating(reading *r, uint32_t v)
{
    const tree *t = r->t;
    reading tried = *r;
    entente_status told_result = read_negotiated(&tried, v);
    if (told_result != ENTENTE_AGAIN) {
        *r = tried;
        return told_result;
    }
    uint32_t with = tree_child_case(t, v, DEP_OBL, "with"), s = clause_subject(r, v), topic = TREE_NONE, o = tree_child(t, v, DEP_OBJ);
    bool two = s != TREE_NONE && with == TREE_NONE && o != TREE_NONE && o > v && (tree_child(t, s, DEP_CONJ) != TREE_NONE || (reading_is(r, s, CLASS_GROUP) && tree_token(t, s)->tag == TAG_NNS && tree_child(t, s, DEP_NUMMOD) != TREE_NONE)); /* "the two sides are negotiating a lower fee" */
    uint32_t over = reading_is_lemma(r, v, "haggle") && reading_are_several(r, s) ? tree_child_case(t, v, DEP_OBL, "over") : TREE_NONE; /* "the two clubs are haggling over a fee" */
    uint32_t about_what = over != TREE_NONE && !reading_is(r, over, CLASS_TIME) ? over : two && reading_is_lemma(r, v, "negotiate") && reading_text_noun(r, o, CLASS_TEXT) == TREE_NONE ? o : TREE_NONE;
    if (about_what != TREE_NONE && tree_token(t, v)->tag == TAG_VBG && tree_child(t, v, DEP_AUX) != TREE_NONE && r->m.status != ENTENTE_AGREEMENT_REJECTED) {
        entente_status told = sides_subject(r, v);
        clause_topic(r, about_what);
        r->m.status = ENTENTE_AGREEMENT_PENDING;
        return reading_end(r, told, 1, 1, ENTENTE_KIND_MUTUAL, FAMILY_TALKS);
    }
    if (!reading_is_lemma(r, v, "negotiate") || tree_token(t, v)->tag != TAG_VBG || tree_child(t, v, DEP_AUX) == TREE_NONE || with == TREE_NONE || s == TREE_NONE || r->m.status == ENTENTE_AGREEMENT_REJECTED || !reading_is_somebody(r, with))
        return ENTENTE_AGAIN;
    for (size_t i = 0; i < sizeof about / sizeof *about && topic == TREE_NONE; i++)
        topic = tree_child_case(t, v, DEP_OBL, about[i]);
    entente_status e = sides_subject_and(r, v, with);
    if (topic != TREE_NONE && !reading_is(r, topic, CLASS_TIME))
        clause_topic(r, topic);
    r->m.status = ENTENTE_AGREEMENT_PENDING;
    return reading_end(r, e, 2, 0, ENTENTE_KIND_MUTUAL, FAMILY_TALKS);
}

/* "walked away from talks with B", "broke off negotiations on X": who leaves them. */
entente_status read_left_talks(reading *r, uint32_t v)
{
    static const char *const leaving[] = {"walk", "withdraw", "pull", "quit", "abandon", "suspend", "break", "storm", "drop", "end"};
    static const char *const from[] = {"from", "of", "out"};
    const tree *t = r->t;
    uint32_t n = clause_passive(t, v) ? TREE_NONE : tree_child(t, v, DEP_OBJ), s = clause_subject(r, v);
    for (size_t i = 0; i < sizeof from / sizeof *from && n == TREE_NONE; i++)
        n = tree_child_case(t, v, DEP_OBL, from[i]);
    bool left = reading_is_talks(r, n) || reading_is_lemma(r, n, "dialogue") || (reading_is_lemma(r, n, "discussion") && tree_token(t, n)->tag == TAG_NNS);
    if (!left || n < v || s == TREE_NONE || !LEXICON_IS_ANY(tree_token(t, v)->lemma, leaving) || r->m.status != ENTENTE_AGREEMENT_REACHED || !(reading_is_somebody(r, s) || tree_token(t, s)->pos == POS_PRON || reading_is(r, s, CLASS_GROUP | CLASS_TITLE)))
        return ENTENTE_AGAIN;
    bool to_buy = false; /* "ended talks to buy B" */
    for (uint32_t i = n + 1; i <= t->right[v] && i < n + 4; i++)
        to_buy |= reading_is(r, i, CLASS_ACQUIRE) && tree_token(t, i)->tag == TAG_VB && t->left[i] == n + 1;
    uint32_t with = tree_child_case(t, n, DEP_NMOD, "with") != TREE_NONE ? tree_child_case(t, n, DEP_NMOD, "with") : tree_child_case(t, v, DEP_OBL, "with");
    if (reading_is_lemma(r, v, "end") && with == TREE_NONE && !to_buy)
        return ENTENTE_AGAIN; /* "ended two days of talks" */
    if (reading_is_lemma(r, v, "break") && tree_child(t, v, DEP_PRT) == TREE_NONE && !(v + 1 < t->s->count && tree_is_low(t, v + 1, "off")))
        return ENTENTE_AGAIN;
    entente_status e = sides_subject(r, v);
    if (!e)
        e = sides_counterparts(r, n);
    if (!e && r->m.party_count == 1 && with != TREE_NONE && (tree_token(t, with)->upper || (tree_child(t, with, DEP_ACL) != TREE_NONE && reading_is(r, with, CLASS_GROUP))))
        e = parties_read(r->parties, t, with, &r->m); /* "ended talks with a group led by Doe" */
    uint32_t topic = topic_of_talks(r, n, v);
    if (topic != TREE_NONE)
        clause_topic(r, topic);
    if (!e && r->m.party_count == 1) /* "walked away from talks to buy B" */
        e = sides_target(r, n);
    if (!e && r->m.party_count == 1)
        e = sides_target(r, v);
    if (!e && r->m.party_count == 1)
        parties_complete(r->parties, &r->m);
    for (uint32_t i = n + 1; i <= t->right[v] && !r->m.item_count; i++)
        if (tree_token(t, i)->tag == TAG_VB && (tree_head(t, i) == n || tree_head(t, i) == v) && (tree_token(t, i)->dep == DEP_ACL || tree_token(t, i)->dep == DEP_ADVCL || tree_token(t, i)->dep == DEP_XCOMP) && t->left[i] == n + 1)
            clause_actions(r, i);
    r->m.status = ENTENTE_AGREEMENT_REJECTED;
    return reading_end(r, e, 1, 0, ENTENTE_KIND_MUTUAL, FAMILY_TALKS);
}

/* "A is in talks to buy B", "A and B entered negotiations to X": a deal ahead, where both sides are named. */
static entente_status read_talks_on_text(reading *r, uint32_t n)
{
    static const char *const beginning[] = {"enter", "begin", "open", "start", "launch", "resume", "continue", "kick", "hold"};
    const tree *t = r->t;
    uint32_t g = tree_head(t, n), action = tree_child(t, n, DEP_ACL);
    bool in = !strcmp(tree_case(t, n), "in") && tree_child(t, n, DEP_COP) != TREE_NONE;
    bool begun = g != TREE_NONE && tree_is_verb(t, g) && (tree_token(t, n)->dep == DEP_OBJ || tree_token(t, n)->dep == DEP_OBL) && LEXICON_IS_ANY(tree_token(t, g)->lemma, beginning);
    bool loose = begun && action == TREE_NONE; /* the infinitive may hang on the verb */
    if (loose)
        TREE_CHILDREN(t, g, c)
            if (c > n && tree_token(t, c)->dep == DEP_ADVCL && tree_token(t, c)->tag == TAG_VB)
                action = c;
    static const char *const bargains[] = {"plea", "contract", "settlement", "pay", "wage", "coalition", "peace"};
    uint32_t kind = TREE_NONE; /* "are in merger talks", "is in plea negotiations with B" */
    TREE_CHILDREN(t, n, c)
        if (tree_token(t, c)->dep == DEP_COMPOUND && ((reading_is(r, c, CLASS_TEXT) && !reading_is(r, c, CLASS_COMMON)) || (in && reading_is_talks(r, n) && LEXICON_IS_ANY(tree_token(t, c)->low, bargains))))
            kind = c;
    bool on = false;
    for (size_t i = 0; begun && kind == TREE_NONE && action == TREE_NONE && i < sizeof about / sizeof *about; i++) { /* "resumed talks on an accord" */
        uint32_t behind = tree_child_case(t, g, DEP_OBL, about[i]), accord = reading_text_noun(r, tree_child_case(t, n, DEP_NMOD, about[i]), CLASS_TEXT);
        if (accord == TREE_NONE && behind != TREE_NONE && behind > n)
            accord = reading_text_noun(r, behind, CLASS_TEXT);
        kind = accord != TREE_NONE && !reading_is(r, accord, CLASS_COMMON | CLASS_WEAKTEXT) ? accord : TREE_NONE;
        on = kind != TREE_NONE;
    }
    if (on && clause_subject(r, g) != TREE_NONE && clause_status(r, g) && r->m.status != ENTENTE_AGREEMENT_REJECTED) {
        entente_status e = sides_subject(r, g);
        if (!e)
            e = sides_counterparts(r, n);
        if (!e)
            e = sides_counterparts(r, kind);
        clause_instrument(r, kind);
        clause_noun_complement(r, kind);
        r->m.status = ENTENTE_AGREEMENT_PENDING;
        return reading_end(r, e, 2, 0, ENTENTE_KIND_MUTUAL, FAMILY_TALKS);
    }
    if (in && kind != TREE_NONE && action == TREE_NONE && clause_subject(r, n) != TREE_NONE && clause_status(r, n) && r->m.status != ENTENTE_AGREEMENT_REJECTED) {
        entente_status e = sides_subject(r, n);
        if (!e)
            e = sides_counterparts(r, n);
        if (!e && r->m.party_count == 1 && tree_child_case(t, n, DEP_NMOD, "with") != TREE_NONE)
            e = parties_read(r->parties, t, tree_child_case(t, n, DEP_NMOD, "with"), &r->m);
        if (!reading_is(r, kind, CLASS_COMMON))
            clause_instrument(r, kind);
        r->m.status = ENTENTE_AGREEMENT_PENDING;
        return reading_end(r, e, r->m.party_count && r->m.parties[0].plural ? 1 : 2, 0, ENTENTE_KIND_MUTUAL, FAMILY_TALKS); /* "the two banks are in merger talks" */
    }
    bool discussions = reading_is_lemma(r, n, "discussion") && tree_token(t, n)->tag == TAG_NNS;
    if ((!in && !begun) || !(reading_is_talks(r, n) || discussions) || action == TREE_NONE || tree_token(t, action)->tag != TAG_VB)
        return ENTENTE_AGAIN;
    uint32_t v = in ? n : g, with = tree_child_case(t, action, DEP_OBL, "with");
    if (clause_subject(r, v) == TREE_NONE || !clause_status(r, v) || r->m.status == ENTENTE_AGREEMENT_REJECTED)
        return ENTENTE_AGAIN;
    entente_status e = sides_subject(r, v);
    if (!e)
        e = sides_counterparts(r, n);
    if (!e)
        e = sides_target(r, loose ? g : n);
    if (!e && with != TREE_NONE && tree_token(t, with)->upper)
        e = parties_read(r->parties, t, with, &r->m);
    clause_actions(r, action);
    r->m.status = ENTENTE_AGREEMENT_PENDING;
    return reading_end(r, e, 2, 1, ENTENTE_KIND_MUTUAL, FAMILY_TALKS);
}

entente_status read_talks(reading *r, uint32_t n)
{
    reading tried = *r;
    entente_status e = read_talks_on_text(&tried, n);
    if (e != ENTENTE_AGAIN)
        *r = tried;
    static entente_status (*const ways[])(reading *, uint32_t) = {read_told_talks, read_headline_talks, read_advance, read_ongoing};
    for (size_t i = 0; i < sizeof ways / sizeof *ways && e == ENTENTE_AGAIN; i++) {
        tried = *r;
        e = ways[i](&tried, n);
        if (e != ENTENTE_AGAIN)
            *r = tried;
    }
    return e;
}

/* The text `n` that the verb `g` tells of, and what it is about; of those in play where nobody is named. */
static void text_of_those_in_play(reading *r, entente_status e, uint32_t g, uint32_t n)
{
    clause_instrument(r, n);
    clause_noun_complement(r, n);
    if (g != TREE_NONE)
        clause_topic_behind(r, g, n);
    if (!e && !r->m.party_count)
        parties_in_play(r->parties, &r->m, (view){tree_token(r->t, n)->start, tree_token(r->t, n)->end});
}

/* "The ministers parted without agreement on X". */
entente_status read_without(reading *r, uint32_t n)
{
    static const char *const ending[] = {"end", "part", "leave", "finish", "conclude", "adjourn", "depart", "break", "close", "separate", "wrap", "walk", "recess", "pass", "expire", "lapse"};
    const tree *t = r->t;
    uint32_t g = tree_head(t, n), s = g == TREE_NONE ? TREE_NONE : clause_subject(r, g), of = s == TREE_NONE ? TREE_NONE : tree_child_case(t, s, DEP_NMOD, "of");
    if (of != TREE_NONE && reading_is(r, of, CLASS_TALKS) && reading_is(r, s, CLASS_TIME | CLASS_QUANTITY))
        s = of; /* "two weeks of talks broke up without an accord" */
    bool deadline = reading_is_lemma(r, s, "deadline"); /* "the deadline passed without a deal" */
    bool none = !strcmp(tree_case(t, n), "without") || (!strcmp(tree_case(t, n), "with") && tree_child_lemma(t, n, DEP_DET, "no") != TREE_NONE); /* "with no agreement" */
    uint32_t yet = tree_child(t, n, DEP_ACL), sight = tree_child_case(t, n, DEP_NMOD, "in") != TREE_NONE ? tree_child_case(t, n, DEP_NMOD, "in") : tree_child_case(t, n, DEP_NMOD, "at");
    bool missing = none && !strcmp(tree_case(t, n), "with") && ((yet != TREE_NONE && yet > n && tree_token(t, yet)->tag == TAG_VBN && reading_is(r, yet, CLASS_MAKE | CLASS_SIGN)) || (sight != TREE_NONE && lexicon_is_one(tree_token(t, sight)->low, "sight", "hand", "place"))); /* "with no deal clinched", "with no agreement in sight" */
    if (missing && !reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT)) {
        entente_status found = sides_counterparts(r, n);
        text_of_those_in_play(r, found, TREE_NONE, n);
        r->m.status = ENTENTE_AGREEMENT_REJECTED;
        return reading_end(r, found, 1, 0, ENTENTE_KIND_MUTUAL, FAMILY_TALKS);
    }
    if ((tree_token(t, n)->dep != DEP_OBL && !deadline) || !none || s == TREE_NONE || !tree_is_verb(t, g) || !LEXICON_IS_ANY(tree_token(t, g)->lemma, ending) || tree_child_lemma(t, n, DEP_DET, "the") != TREE_NONE ||
        reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT) || !(deadline || reading_is_somebody(r, s) || tree_token(t, s)->pos == POS_PRON || reading_is(r, s, CLASS_GROUP | CLASS_TITLE | CLASS_TALKS)) || !clause_status(r, g))
        return ENTENTE_AGAIN;
    entente_status e = deadline ? ENTENTE_OK : reading_is(r, s, CLASS_TALKS) ? sides_counterparts(r, s) : sides_subject(r, g);
    if (!e)
        e = sides_counterparts(r, n);
    text_of_those_in_play(r, e, g, n);
    bool alone = r->m.party_count == 1 && !r->m.parties[0].plural;
    r->m.status = ENTENTE_AGREEMENT_REJECTED;
    return alone && !e ? ENTENTE_AGAIN : reading_end(r, e, 1, 0, ENTENTE_KIND_MUTUAL, FAMILY_TALKS);
}

/* "Talks between A and B ended with an accord", "led to a deal", "produced a pact": what came of them. */
entente_status read_outcome(reading *r, uint32_t n)
{
    static const char *const ending[] = {"end", "conclude", "result", "culminate", "close", "finish", "lead"}, *const producing[] = {"produce", "yield", "bring"};
    const tree *t = r->t;
    uint32_t g = tree_head(t, n), s = g == TREE_NONE ? TREE_NONE : clause_subject(r, g), of = s == TREE_NONE ? TREE_NONE : tree_child_case(t, s, DEP_NMOD, "of"), article = tree_child(t, n, DEP_DET);
    if (reading_is_talks(r, of) && reading_is(r, s, CLASS_TIME | CLASS_QUANTITY))
        s = of; /* "months of talks led to a deal" */
    bool ends = tree_token(t, n)->dep == DEP_OBL && lexicon_is_one(tree_case(t, n), "with", "in", "to") && g != TREE_NONE && LEXICON_IS_ANY(tree_token(t, g)->lemma, ending);
    bool yields = tree_token(t, n)->dep == DEP_OBJ && g != TREE_NONE && LEXICON_IS_ANY(tree_token(t, g)->lemma, producing);
    bool news = article != TREE_NONE ? lexicon_is_one(tree_token(t, article)->low, "a", "an", "no") : reading_is_lemma(r, n, "agreement") && ends;
    if ((!ends && !yields) || n < g || !tree_is_verb(t, g) || !news || reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT) || s == TREE_NONE || !(reading_is_talks(r, s) || reading_is_meeting(r, s) || lexicon_is_one(tree_token(t, s)->lemma, "discussion", "mediation", "arbitration")) || !clause_status(r, g))
        return ENTENTE_AGAIN;
    entente_status e = sides_counterparts(r, s);
    if (!e && r->m.party_count < 2)
        e = sides_counterparts(r, n);
    text_of_those_in_play(r, e, g, n);
    if (article != TREE_NONE && tree_is_low(t, article, "no"))
        r->m.status = ENTENTE_AGREEMENT_REJECTED;
    return reading_end(r, e, r->m.item_count ? 0 : 1, 0, ENTENTE_KIND_MUTUAL, FAMILY_NOUN);
}

/* "remain deadlocked in talks on a deal", "stopped short of an agreement": there is none. */
entente_status read_deadlock(reading *r, uint32_t n)
{
    static const char *const stuck[] = {"deadlocked", "stalled", "stalemated", "stuck", "deadlock", "stalemate", "impasse"};
    const tree *t = r->t;
    uint32_t g = tree_head(t, n), talks = g != TREE_NONE && reading_is(r, g, CLASS_TALKS) ? g : TREE_NONE;
    uint32_t said = talks != TREE_NONE ? tree_head(t, talks) : g, v = TREE_NONE;
    if (said == TREE_NONE || n < said || reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT))
        return ENTENTE_AGAIN;
    if (LEXICON_IS_ANY(tree_token(t, said)->low, stuck) && (talks != TREE_NONE || lexicon_is_one(tree_case(t, n), "on", "over", "in")))
        v = tree_child(t, said, DEP_COP) != TREE_NONE || tree_child(t, said, DEP_AUX_PASS) != TREE_NONE ? said : tree_head(t, said);
    else if (talks == TREE_NONE && lexicon_is_one(tree_case(t, n), "on", "over", "about") && (tree_is_low(t, said, "apart") || tree_child_lemma(t, said, DEP_ADVMOD, "apart") != TREE_NONE) && !(tree_is_verb(t, said) && !reading_is_lemma(r, said, "remain") && !reading_is_lemma(r, said, "stay")))
        v = said; /* "remain far apart on a deal" */
    else if (talks == TREE_NONE && tree_is_low(t, said, "short") && tree_head(t, said) != TREE_NONE && lexicon_is_one(tree_token(t, tree_head(t, said))->lemma, "stop", "fall", "come"))
        v = tree_head(t, said);
    uint32_t s = v == TREE_NONE ? TREE_NONE : tree_child(t, v, DEP_NSUBJ) != TREE_NONE ? tree_child(t, v, DEP_NSUBJ) : clause_subject(r, v);
    if (s == TREE_NONE || !(reading_is_somebody(r, s) || tree_token(t, s)->pos == POS_PRON || reading_is(r, s, CLASS_GROUP | CLASS_TITLE)))
        return ENTENTE_AGAIN;
    entente_status e = parties_read(r->parties, t, s, &r->m);
    if (!e)
        e = sides_counterparts(r, n);
    clause_instrument(r, n);
    clause_noun_complement(r, n);
    clause_topic_behind(r, v, n);
    r->m.status = ENTENTE_AGREEMENT_REJECTED;
    return reading_end(r, e, 1, 0, ENTENTE_KIND_MUTUAL, FAMILY_TALKS);
}

/* "A deal is close", "an agreement between A and B remains possible": how near it is. */
entente_status read_near(reading *r, uint32_t n)
{
    static const char *const near[] = {"possible", "impossible", "likely", "unlikely", "close", "closer", "near", "nearer", "imminent", "negotiation", "discussion", "elusive", "reach", "sight", "hand", "achievable", "feasible", "work", "works", "offing"};
    const tree *t = r->t;
    uint32_t g = tree_head(t, n), article = tree_child(t, n, DEP_DET);
    uint32_t said = g;
    if (g != TREE_NONE && (reading_is_lemma(r, g, "remain") || lexicon_is_one(tree_token(t, g)->lemma, "look", "seem", "appear"))) {
        said = tree_child(t, g, DEP_XCOMP);
        said = said == TREE_NONE ? tree_child(t, g, DEP_ADVMOD) : said;
    }
    bool under = said != TREE_NONE && (reading_is_lemma(r, said, "negotiation") || reading_is_lemma(r, said, "discussion")); /* "an agreement is under negotiation" */
    if (under && strcmp(tree_case(t, said), "under") != 0)
        return ENTENTE_AGAIN;
    bool copula = said != g || (g != TREE_NONE && (t->s->headline || tree_child(t, g, DEP_COP) != TREE_NONE));
    if (g == TREE_NONE || g < n || tree_token(t, n)->dep != DEP_NSUBJ || said == TREE_NONE || !copula || !LEXICON_IS_ANY(tree_token(t, said)->lemma, near) || reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT) ||
        (article != TREE_NONE && lexicon_is_one(tree_token(t, article)->low, "the", "this", "that")) || !clause_status(r, g))
        return ENTENTE_AGAIN;
    entente_status e = sides_of_prospect(r, n);
    bool none = reading_is_lemma(r, said, "impossible") || (r->m.status == ENTENTE_AGREEMENT_REJECTED && reading_is_lemma(r, said, "possible"));
    r->m.status = none ? ENTENTE_AGREEMENT_REJECTED : ENTENTE_AGREEMENT_PENDING;
    return reading_end(r, e, 1, 0, ENTENTE_KIND_MUTUAL, FAMILY_TALKS);
}

/* "Peru truce deal near", "Boden deal 'at risk'", "Stalemate in rail talks": how a text or talks stand, in a headline without a verb. */
entente_status read_headline_state(reading *r, uint32_t n)
{
    static const char *const near[] = {"near", "close", "closer", "nearer"}, *const doubtful[] = {"doubt", "risk", "jeopardy", "balance", "peril", "sight", "limbo", "danger"}, *const stuck[] = {"stalemate", "deadlock", "impasse"};
    const tree *t = r->t;
    uint32_t i = n + 1, last = t->s->count;
    bool ahead = false, no = n >= 2 && (i >= last || tree_is_low(t, i, "between")) && LEXICON_IS_ANY(tree_token(t, 0)->low, stuck) && tree_is_low(t, 1, "in") && reading_is_talks(r, n);
    while (i < last && tree_token(t, i)->pos == POS_PUNCT && tree_token(t, i)->low[0] != ',')
        i++; /* "deal 'at risk'" */
    bool hangs = i < last && lexicon_is_either(tree_token(t, i)->low, "hangs", "hang");
    i += hangs;
    if (i < last && !hangs)
        ahead = LEXICON_IS_ANY(tree_token(t, i)->low, near) && (i + 1 == last || tree_token(t, i + 1)->pos == POS_PUNCT);
    if (i + 1 < last && (tree_is_low(t, i, "in") || tree_is_low(t, i, "at")))
        ahead = (i + 2 == last || tree_token(t, i + 2)->pos == POS_PUNCT || tree_is_low(t, i + 2, "as") || tree_is_low(t, i + 2, "after")) && LEXICON_IS_ANY(tree_token(t, i + 1)->low, doubtful);
    if (!t->s->headline || !(ahead || no) || !(reading_is_talks(r, n) || (reading_is(r, n, CLASS_TEXT) && !reading_is(r, n, CLASS_COMMON | CLASS_WEAKTEXT))))
        return ENTENTE_AGAIN;
    entente_status e = ENTENTE_OK;
    for (uint32_t k = 0; k + 2 < n && !e && !r->m.party_count; k++) /* "Peru-Chile deal", wherever the two hang */
        if (tree_token(t, k)->upper && tree_is_low(t, k + 1, "-") && tree_token(t, k + 2)->upper && tree_token(t, k + 2)->pos == POS_PROPN) {
            e = parties_read(r->parties, t, k, &r->m);
            if (!e)
                e = parties_read(r->parties, t, k + 2, &r->m);
        }
    if (!e && !r->m.party_count)
        e = sides_counterparts(r, n);
    uint32_t first = tree_head(t, n);
    if (!e && !r->m.party_count && first != TREE_NONE && first < n && tree_token(t, first)->upper && tree_head(t, first) == TREE_NONE)
        e = parties_read(r->parties, t, first, &r->m); /* "Peru truce deal near", the deal hung on Peru */
    if (!e && r->m.party_count < 2)
        parties_in_play(r->parties, &r->m, (view){tree_token(t, n)->start, tree_token(t, n)->end});
    if (reading_is(r, n, CLASS_TEXT))
        clause_instrument(r, n);
    r->m.status = no ? ENTENTE_AGREEMENT_REJECTED : ENTENTE_AGREEMENT_PENDING;
    return reading_end(r, e, 1, 0, ENTENTE_KIND_MUTUAL, FAMILY_TALKS);
}

/* "Lawmakers of both parties rallied around a compromise": they agree on it. */
entente_status read_united(reading *r, uint32_t v)
{
    static const char *const ways[] = {"around", "behind", "on"};
    const tree *t = r->t;
    uint32_t s = tree_child(t, v, DEP_NSUBJ_PASS) != TREE_NONE ? tree_child(t, v, DEP_NSUBJ_PASS) : clause_subject(r, v), n = TREE_NONE;
    for (size_t i = 0; i < sizeof ways / sizeof *ways && n == TREE_NONE; i++)
        n = tree_child_case(t, v, DEP_OBL, ways[i]);
    if (!reading_are_several(r, s) || s > v || !lexicon_is_either(tree_token(t, v)->lemma, "coalesce", "rally") || n == TREE_NONE || n < v || !(reading_is(r, n, CLASS_TEXT) || lexicon_is_one(tree_token(t, n)->lemma, "plan", "proposal", "formula")) || tree_child_lemma(t, n, DEP_DET, "the") != TREE_NONE || r->m.status == ENTENTE_AGREEMENT_REJECTED)
        return ENTENTE_AGAIN;
    entente_status e = parties_read(r->parties, t, s, &r->m);
    if (reading_is(r, n, CLASS_TEXT))
        clause_instrument(r, n);
    clause_noun_complement(r, n);
    if (!r->m.item_count)
        clause_topic(r, n);
    return reading_end(r, e, 1, 0, ENTENTE_KIND_MUTUAL, FAMILY_AGREE);
}

/* "Peru will not take part in the talks with Chile": it will have none of them. */
entente_status read_not_joining(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t part = reading_is_lemma(r, v, "take") ? tree_child(t, v, DEP_OBJ) : TREE_NONE, n = tree_child_case(t, v, DEP_OBL, "in");
    n = n == TREE_NONE && part != TREE_NONE ? tree_child_case(t, part, DEP_NMOD, "in") : n;
    bool joins = reading_is_lemma(r, v, "participate") || (part != TREE_NONE && reading_is_lemma(r, part, "part"));
    if (!joins || !reading_is_talks(r, n) || n < v || t->s->headline || clause_subject(r, v) == TREE_NONE || r->m.status != ENTENTE_AGREEMENT_REJECTED)
        return ENTENTE_AGAIN;
    entente_status e = sides_subject(r, v);
    if (!e)
        e = sides_counterparts(r, n);
    clause_topic(r, n);
    return reading_end(r, e, 2, 1, ENTENTE_KIND_ACCEPTANCE, FAMILY_REFUSE);
}
