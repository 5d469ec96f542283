/* SPDX-License-Identifier: MIT */
/* Who is spoken of: whom a pronoun stands for, which states are in play, who met or agreed before. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "agreements.h"

bool parties_is_pronoun(const token *k)
{
    if (k->pos == POS_PROPN)
        return false; /* "the US" */
    static const char *const pronouns[] = {"they", "them", "their", "we", "us", "our", "it", "its", "he", "him", "his", "she", "her", "i", "my", "both"};
    return LEXICON_IS_ANY(k->low, pronouns);
}

/* The country that the article names most, two left out; PARTIES_NOT_NAMED when there is none. */
uint32_t parties_most_named(const parties *p, uint32_t without, uint32_t nor)
{
    uint32_t best = PARTIES_NOT_NAMED;
    for (uint32_t q = 0; q < p->country_count; q++)
        if (q != without && q != nor && (best == PARTIES_NOT_NAMED || p->countries[q].count > p->countries[best].count))
            best = q;
    return best;
}

uint32_t parties_times_named(const parties *p, uint32_t q) { return q < p->country_count ? p->countries[q].count : 0; }

party parties_side_named(const parties *p, uint32_t q, view where)
{
    if (q >= p->country_count || p->union_count > parties_times_named(p, q) || (p->union_in_headline && p->union_count > 1 && !p->countries[q].in_headline))
        return (party){.name = "European Union", .country = "", .mention = where, .sector = ENTENTE_SECTOR_IGO};
    return (party){.name = p->countries[q].name, .country = p->countries[q].code, .mention = where, .sector = ENTENTE_SECTOR_GOV};
}

static uint32_t number_of_country(const parties *p, const char *code)
{
    uint32_t q = 0;
    while (q < p->country_count && strcmp(p->countries[q].code, code) != 0)
        q++;
    return q;
}

const char *parties_home_country(const parties *p, bool foreign)
{
    if (p->american && !foreign)
        return "USA";
    uint32_t besides = p->american ? number_of_country(p, "USA") : PARTIES_NOT_NAMED, best = parties_most_named(p, besides, PARTIES_NOT_NAMED), second = parties_most_named(p, best, besides);
    return parties_times_named(p, best) >= 2 && parties_times_named(p, best) >= 2 * parties_times_named(p, second) ? p->countries[best].code : "";
}

static bool in_mention(const mention *m, const char *name)
{
    for (uint32_t i = 0; m && i < m->party_count; i++)
        if (strcmp(m->parties[i].name, name) == 0)
            return true;
    return false;
}

/* Whom a pronoun at `where` stands for: the subject last spoken of that fits. */
const party *parties_bearer(const parties *p, const char *low, view where, const mention *besides)
{
    bool person = lexicon_is_one(low, "he", "she", "him") || !strcmp(low, "her") || !strcmp(low, "his"), many = lexicon_is_one(low, "they", "them", "their");
    for (uint32_t i = p->recent_count; i-- > 0 && i + PARTIES_RECENT >= p->recent_count;) {
        const party *r = &p->recent[i % PARTIES_RECENT];
        if (r->mention.start < where.start && (person ? r->person : many ? r->plural : !r->person && !r->plural) && !in_mention(besides, r->name))
            return r;
    }
    for (uint32_t i = p->recent_count; person && !p->pair_count && i-- > 0 && i + PARTIES_RECENT >= p->recent_count;) { /* "Roe", whose full name the text does not give */
        const party *r = &p->recent[i % PARTIES_RECENT];
        bool surname = r->name && isupper((unsigned char)r->name[0]) && islower((unsigned char)r->name[1]) && !strchr(r->name, ' ') && !r->plural && !*r->country && !r->sector;
        if (surname && r->mention.start < where.start && !in_mention(besides, r->name))
            return r;
    }
    for (uint32_t i = p->recent_count; !person && !many && i-- > 0 && i + PARTIES_RECENT >= p->recent_count;) { /* "Eastern Airlines": one, whatever its last word says */
        const party *r = &p->recent[i % PARTIES_RECENT];
        const char *last = r->name ? strrchr(r->name, ' ') : NULL;
        if (r->mention.start < where.start && last && isupper((unsigned char)*r->name) && isupper((unsigned char)last[1]) && !r->person && !in_mention(besides, r->name))
            return r;
    }
    return NULL;
}

/* Whether different people were spoken of lately. */
static bool several_persons(const parties *p)
{
    const char *first = NULL;
    for (uint32_t i = p->recent_count; i-- > 0 && i + PARTIES_RECENT >= p->recent_count;) {
        const party *r = &p->recent[i % PARTIES_RECENT];
        if (r->person && first && strcmp(r->name, first) != 0)
            return true;
        first = r->person ? r->name : first;
    }
    return false;
}

const party *parties_in_role(const parties *p, const sentence *s, const char *office, view where)
{
    static const char *const offices[] = {"minister", "president", "chancellor", "premier", "governor", "mayor", "ambassador", "secretary"};
    if (LEXICON_IS_ANY(office, offices) && several_persons(p))
        return NULL; /* which of them "the president" is, nobody has told */
    const party *b = parties_bearer(p, "he", where, NULL);
    return b && b->mention.start >= s->start ? NULL : b; /* "Mr Roe dined where the minister agreed": another */
}

/* "calls on the parties to honour the truce they signed": who is called on; TREE_NONE: it is not told so. */
static uint32_t called_on(const tree *t, uint32_t they)
{
    uint32_t v = tree_head(t, they), n = v != TREE_NONE && tree_token(t, v)->dep == DEP_RELCL ? tree_head(t, v) : TREE_NONE, does = n == TREE_NONE ? TREE_NONE : tree_head(t, n), calls = does == TREE_NONE ? TREE_NONE : tree_head(t, does);
    uint32_t noun = calls != TREE_NONE && tree_is_nominal(t, calls) && tree_token(t, does)->dep == DEP_ACL ? calls : TREE_NONE; /* the infinitive hung on whom */
    if (noun != TREE_NONE)
        return tree_token(t, noun)->tag == TAG_NNS && tree_head(t, noun) != TREE_NONE && (lexicon_classes(tree_token(t, tree_head(t, noun))->lemma) & CLASS_DEMAND) ? noun : TREE_NONE;
    if (calls == TREE_NONE || tree_token(t, does)->tag != TAG_VB || !(lexicon_classes(tree_token(t, calls)->lemma) & CLASS_DEMAND))
        return TREE_NONE;
    uint32_t whom = tree_child_case(t, calls, DEP_OBL, "on") != TREE_NONE ? tree_child_case(t, calls, DEP_OBL, "on") : tree_child(t, calls, DEP_OBJ);
    return whom != TREE_NONE && whom > calls && whom < does && (tree_token(t, whom)->tag == TAG_NNS || tree_child(t, whom, DEP_CONJ) != TREE_NONE) ? whom : TREE_NONE;
}

/* "Doe has sued over the agreement she had signed": who a relative clause speaks of is who the sentence does, when that is a person by name; `v` is the pronoun's verb. */
static uint32_t subject_of_main(const tree *t, uint32_t pronoun, uint32_t v)
{
    bool relative = false;
    uint32_t above = v;
    for (int step = 0; step < 8 && above != TREE_NONE && tree_head(t, above) != TREE_NONE; step++, above = tree_head(t, above))
        relative |= tree_token(t, above)->dep == DEP_RELCL;
    uint32_t s = relative && above != TREE_NONE && tree_token(t, pronoun)->dep == DEP_NSUBJ ? tree_child(t, above, DEP_NSUBJ) : TREE_NONE;
    bool one = s != TREE_NONE && s < pronoun && tree_token(t, s)->pos == POS_PROPN && tree_token(t, s)->upper && tree_token(t, s)->tag != TAG_NNPS && tree_child(t, s, DEP_CONJ) == TREE_NONE && !parties_is_state(t, s);
    return one ? s : TREE_NONE;
}

uint32_t parties_subject_above(const tree *t, uint32_t pronoun)
{
    if (tree_is_low(t, pronoun, "they"))
        return called_on(t, pronoun);
    uint32_t v = tree_head(t, pronoun), above = v == TREE_NONE ? TREE_NONE : tree_head(t, v);
    uint32_t main_subject = subject_of_main(t, pronoun, v);
    if (main_subject != TREE_NONE)
        return main_subject;
    if (above == TREE_NONE || tree_token(t, pronoun)->dep != DEP_NSUBJ || tree_token(t, v)->dep != DEP_ADVCL || v < above)
        return TREE_NONE;
    uint32_t s = tree_child(t, above, DEP_NSUBJ), o = tree_child(t, above, DEP_OBJ);
    bool person = s != TREE_NONE && s < pronoun && tree_token(t, s)->tag != TAG_NNS && tree_child(t, s, DEP_CONJ) == TREE_NONE &&
                  (tree_token(t, s)->pos == POS_NOUN ? parties_is_agent(tree_token(t, s)->lemma) || parties_is_title(tree_token(t, s)) : tree_token(t, s)->pos == POS_PROPN && !parties_is_state(t, s));
    bool other = o != TREE_NONE && (tree_token(t, o)->upper || parties_is_agent(tree_token(t, o)->lemma) || parties_is_title(tree_token(t, o))); /* "Doe sued Roe when he refused" */
    return person && !other ? s : TREE_NONE;
}

uint32_t parties_who_tells(const parties *p, const tree *t, uint32_t they)
{
    static const char *const sources[] = {"official", "source", "analyst", "diplomat", "report", "lawyer", "trader", "delegate", "observer", "mediator", "witness", "expert", "economist", "journalist"};
    uint32_t v = tree_head(t, they), above = v == TREE_NONE ? TREE_NONE : tree_head(t, v);
    if (above == TREE_NONE || tree_token(t, they)->dep != DEP_NSUBJ || tree_token(t, v)->dep != DEP_CCOMP || !(lexicon_classes(tree_token(t, above)->lemma) & CLASS_REPORT))
        return TREE_NONE;
    uint32_t s = tree_child(t, above, DEP_NSUBJ);
    if (s != TREE_NONE && tree_is_low(t, s, "who") && tree_token(t, above)->dep == DEP_RELCL)
        s = tree_head(t, above); /* "Doe, who said he had agreed" */
    uint32_t of = s == TREE_NONE ? TREE_NONE : tree_child_case(t, s, DEP_NMOD, "for");
    bool speaks = s != TREE_NONE && (parties_is_speaker(tree_token(t, s)) || !strcmp(tree_token(t, s)->low, "lawyer"));
    s = speaks && of != TREE_NONE && of > s && tree_token(t, of)->tag == TAG_NNS ? of : s; /* "a spokesman for the pilots said they had agreed" */
    static const char *const teams[] = {"club", "team", "union", "company", "firm", "side", "party", "band", "police", "government", "council", "couple"};
    bool one = strcmp(tree_token(t, they)->low, "they") != 0; /* "the chairman said she had agreed" */
    bool named = s != TREE_NONE && !one && tree_token(t, s)->tag == TAG_NNS && tree_child(t, s, DEP_APPOS) != TREE_NONE; /* "negotiators Jo Doe and Pat Roe said they had agreed" */
    bool pair = s != TREE_NONE && !one && tree_token(t, s)->upper && tree_child(t, s, DEP_CONJ) != TREE_NONE && s < they; /* "Larch and Boden said they had agreed" */
    if (pair && tree_token(t, s)->pos == POS_PROPN)
        return s;
    uint32_t last = s;
    while (s != TREE_NONE && last + 1 < t->s->count && tree_token(t, last + 1)->upper)
        last++;
    uint32_t behind = s == TREE_NONE ? p->text->length : tree_token(t, last)->end + 1; /* "designer Jo Boden <BOD.O> said it" */
    bool firm = (behind + 1 < p->text->length && p->text->data[behind] == '<') || (s != TREE_NONE && tree_child_lemma(t, s, DEP_FLAT, "and") != TREE_NONE); /* "Boden and Co" */
    bool fits = s != TREE_NONE && s < they && (named || tree_child(t, s, DEP_CONJ) == TREE_NONE) && !LEXICON_IS_ANY(tree_token(t, s)->lemma, sources);
    if (tree_is_low(t, they, "it")) /* "the company said it had agreed" */
        fits = fits && tree_token(t, s)->tag != TAG_NNS && (firm || LEXICON_IS_ANY(tree_token(t, s)->low, teams) || (tree_is_low(t, s, "one") && tree_child_case(t, s, DEP_NMOD, "of") != TREE_NONE && parties_is_people(t, tree_child_case(t, s, DEP_NMOD, "of"))) || (tree_token(t, s)->pos == POS_PROPN && tree_child(t, s, DEP_FLAT) == TREE_NONE && !parties_is_title(tree_token(t, s))));
    else if (one)
        fits = fits && tree_token(t, s)->tag != TAG_NNS && ((tree_token(t, s)->pos == POS_NOUN && (parties_is_agent(tree_token(t, s)->lemma) || parties_is_title(tree_token(t, s)))) || (tree_token(t, s)->pos == POS_PROPN && !lexicon_country(tree_token(t, s)->low)));
    else
        fits = fits && (firm || (tree_token(t, s)->tag == TAG_NNS && parties_is_people(t, s)) || LEXICON_IS_ANY(tree_token(t, s)->low, teams));
    return fits ? s : TREE_NONE;
}

bool parties_has_quote(const sentence *s)
{
    for (uint32_t i = 0; i < s->count; i++)
        if (s->tokens[i].low[0] == '"')
            return true;
    return false;
}

bool parties_point_back(const parties *p, const sentence *s)
{
    static const char *const speakers[] = {"we", "us", "our", "i", "my"}; /* who speaks is told elsewhere */
    static const char *const named_before[] = {"two", "sides", "parties", "pair", "company", "club", "union", "country", "firm", "group", "bank"};
    for (uint32_t i = 0; i < s->count && i < 12; i++)
        if ((parties_is_pronoun(&s->tokens[i]) && !LEXICON_IS_ANY(s->tokens[i].low, speakers)) || (i > 0 && i < 3 && lexicon_is_one(s->tokens[i - 1].low, "the", "both", "two") && LEXICON_IS_ANY(s->tokens[i].low, named_before)))
            return true;
    enum { SHORT = 8 };
    bool named = s->headline || p->pair_count > 1, deal = false; /* "A deal was struck at night." */
    for (uint32_t i = 0; i < s->count && !named; i++) {
        uint64_t classes = lexicon_classes(s->tokens[i].low);
        named = i > 0 && s->tokens[i].upper && !(classes & CLASS_TIME) && !lexicon_is_either(s->tokens[i - 1].low, "in", "at"); /* not where */
        deal |= (classes & (CLASS_TEXT | CLASS_DISPUTE)) || !strcmp(s->tokens[i].low, "talks");
    }
    if (!named && deal)
        return true;
    bool answer = false; /* "Norway agreed.": to what it was asked */
    for (uint32_t i = 0; s->count <= SHORT && i < s->count; i++)
        answer |= lexicon_is_one(s->tokens[i].low, "agreed", "accepted", "refused");
    return answer;
}

bool parties_are_meant(const sentence *s)
{
    static const char *const possessors[] = {"our", "us", "my"};
    for (uint32_t i = 0; i < s->count; i++) {
        const token *k = &s->tokens[i];
        if ((parties_is_pronoun(k) && !LEXICON_IS_ANY(k->low, possessors)) || (!k->upper && i > 0 && (lexicon_classes(k->low) & (CLASS_GROUP | CLASS_PEOPLE | CLASS_TITLE))))
            return true;
        if (!k->upper && k->low[strlen(k->low) - 1] == 's' && lexicon_is_one(i > 0 ? s->tokens[i - 1].low : "", "two", "both", "the"))
            return true;
    }
    return false;
}

static bool is_talk(const tree *t, uint32_t n)
{
    static const char *const talks[] = {"talk", "negotiation", "meeting", "summit", "dialogue", "consultation", "discussion"};
    return n != TREE_NONE && LEXICON_IS_ANY(tree_token(t, n)->lemma, talks);
}

/* Until somebody agrees these are the ones who are spoken of. */
static void speak_of(parties *p, const mention *m, bool named)
{
    memcpy(p->pair, m->parties, m->party_count * sizeof *m->parties);
    p->pair_count = m->party_count;
    p->pair_named = named;
}

/* "Talks between A and B". */
static entente_status notice_talks(parties *p, const tree *t)
{
    for (uint32_t i = 0; i < t->s->count && !p->agreed; i++) {
        uint32_t side = is_talk(t, i) ? tree_child_case(t, i, DEP_NMOD, "between") : TREE_NONE;
        if (side == TREE_NONE || tree_child(t, side, DEP_CONJ) == TREE_NONE || !tree_token(t, side)->upper)
            continue;
        mention m = {.sentence = t->s};
        entente_status e = parties_read(p, t, side, &m);
        if (e)
            return e;
        if (m.party_count == 2) {
            speak_of(p, &m, false);
            return ENTENTE_OK;
        }
    }
    return ENTENTE_OK;
}

/* Somebody who may meet another: a name, a body, people of a trade. */
static bool may_meet(const tree *t, uint32_t i)
{
    const token *k = tree_token(t, i);
    return !(lexicon_classes(k->low) & CLASS_TIME) && (k->upper || parties_named_behind(t, i) || ((lexicon_classes(k->lemma) & CLASS_GROUP) || (parties_is_people(t, i) && lexicon_sector(k->lemma))));
}

/* "met", "are in talks", at "met" or "talks". */
static bool meets(const tree *t, uint32_t v)
{
    return tree_is_verb(t, v) ? (lexicon_classes(tree_token(t, v)->lemma) & CLASS_MEETING) != 0 : is_talk(t, v) && tree_child(t, v, DEP_COP) != TREE_NONE;
}

static const char *const holding[] = {"begin", "start", "open", "resume", "continue", "wrap", "conclude", "finish", "end", "complete", "enter", "have", "hold"};

/* What sets several who are its subject against each other: "began talks", "are at odds". */
static bool faces(const tree *t, uint32_t v)
{
    bool at = lexicon_is_one(tree_token(t, v)->low, "odds", "war", "loggerheads") && tree_child(t, v, DEP_COP) != TREE_NONE && !strcmp(tree_case(t, v), "at");
    return at || (tree_is_verb(t, v) && LEXICON_IS_ANY(tree_token(t, v)->lemma, holding) && is_talk(t, tree_child(t, v, DEP_OBJ)));
}

/* Whom the subject of `v` met or talked with: "met Y", "spoke to Y", "wrapped up talks with Y", "is in talks with Y"; TREE_NONE for nobody. */
static uint32_t met_with(const tree *t, uint32_t v)
{
    if (!tree_is_verb(t, v))
        return meets(t, v) && !strcmp(tree_case(t, v), "in") ? tree_child_case(t, v, DEP_NMOD, "with") : TREE_NONE;
    uint32_t o = tree_child(t, v, DEP_OBJ), with;
    o = o == TREE_NONE ? tree_child_case(t, v, DEP_OBL, "into") : o;
    bool met = meets(t, v), receives = !strcmp(tree_token(t, v)->lemma, "receive") && o != TREE_NONE && ((lexicon_classes(tree_token(t, o)->lemma) & (CLASS_TITLE | CLASS_GROUP)) || parties_is_title(tree_token(t, t->left[o])));
    if (!met && !receives && !(LEXICON_IS_ANY(tree_token(t, v)->lemma, holding) && is_talk(t, o)))
        return TREE_NONE;
    with = tree_child_case(t, v, DEP_OBL, "with");
    if (with == TREE_NONE && o != TREE_NONE)
        with = tree_child_case(t, o, DEP_NMOD, "with");
    if (with == TREE_NONE && lexicon_is_either(tree_token(t, v)->lemma, "speak", "talk"))
        with = tree_child_case(t, v, DEP_OBL, "to");
    return with != TREE_NONE ? with : met || receives ? o : TREE_NONE;
}

/* "X met today with Y", "X and Y are in talks". */
static entente_status notice_meeting(parties *p, const tree *t)
{
    for (uint32_t v = 0; v < t->s->count && !p->agreed; v++) {
        uint32_t s = tree_child(t, v, DEP_NSUBJ);
        if (s == TREE_NONE)
            continue;
        uint32_t with = met_with(t, v);
        bool both = tree_child(t, s, DEP_CONJ) != TREE_NONE && faces(t, v);
        if ((!meets(t, v) && with == TREE_NONE && !both) || !may_meet(t, s))
            continue;
        mention m = {.sentence = t->s};
        entente_status e = parties_read(p, t, s, &m);
        if (!e && with != TREE_NONE && may_meet(t, with))
            e = parties_read(p, t, with, &m);
        if (e)
            return e;
        if (m.party_count >= 2) {
            speak_of(p, &m, false);
            return ENTENTE_OK;
        }
    }
    return ENTENTE_OK;
}

/* "A sued B", "A filed a lawsuit against B". */
static entente_status notice_suit(parties *p, const tree *t)
{
    for (uint32_t v = 0; v < t->s->count; v++) {
        bool sues = tree_is_verb(t, v) && !strcmp(tree_token(t, v)->lemma, "sue"), files = !sues && tree_is_verb(t, v) && !strcmp(tree_token(t, v)->lemma, "file");
        uint32_t s = sues || files ? tree_child(t, v, DEP_NSUBJ) : TREE_NONE, o = s == TREE_NONE ? TREE_NONE : tree_child(t, v, DEP_OBJ);
        if (o == TREE_NONE || (files && !lexicon_is_one(tree_token(t, o)->lemma, "lawsuit", "suit", "complaint")))
            continue;
        uint32_t against = files ? tree_child_case(t, o, DEP_NMOD, "against") : TREE_NONE;
        if (files)
            o = against != TREE_NONE ? against : tree_child_case(t, v, DEP_OBL, "against");
        mention sued = {.sentence = t->s}, suing = {.sentence = t->s};
        entente_status e = o == TREE_NONE ? ENTENTE_OK : parties_read(p, t, o, &sued);
        if (!e)
            e = parties_read(p, t, s, &suing);
        if (e)
            return e;
        if (sued.party_count != 1 || suing.party_count != 1 || parties_unnamed(&sued.parties[0]) || parties_unnamed(&suing.parties[0]))
            continue;
        p->suit[0] = suing.parties[0];
        p->suit[1] = sued.parties[0];
    }
    return ENTENTE_OK;
}

void parties_complete_suit(const parties *p, mention *m)
{
    for (int i = 0; i < 2 && m->party_count == 1 && p->suit[0].name; i++)
        if (parties_same_name(&m->parties[0], &p->suit[i])) {
            party other = p->suit[!i];
            other.mention = m->trigger;
            parties_add(m, other);
        }
}

/* "after talks in Lima", "a summit at the Paris embassy", "met in Oslo". */
static void notice_seat(parties *p, const tree *t)
{
    static const char *const events[] = {"meeting", "talk", "negotiation", "summit", "session", "conference", "ceremony", "round", "gathering", "forum"};
    for (uint32_t i = 1; i < t->s->count; i++) {
        const token *k = tree_token(t, i);
        uint32_t head = tree_head(t, i);
        if ((k->dep != DEP_NMOD && k->dep != DEP_OBL) || head == TREE_NONE || head > i || (lexicon_classes(k->low) & CLASS_TIME) || !lexicon_is_either(tree_case(t, i), "in", "at"))
            continue;
        uint32_t met = tree_head(t, head);
        if (met != TREE_NONE && !strcmp(tree_case(t, head), "with"))
            head = met; /* "met with Jo Doe in Oslo", hung on Doe */
        bool event = tree_is_verb(t, head) ? (lexicon_classes(tree_token(t, head)->lemma) & CLASS_MEETING) != 0 : LEXICON_IS_ANY(tree_token(t, head)->lemma, events);
        view behind = event && !k->upper ? parties_place_behind(t, i) : (view){0, 0};
        if (!event || (!k->upper && !behind.end))
            continue;
        uint32_t from = i, to = i + 1;
        while (from > 0 && tree_token(t, from - 1)->upper && tree_head(t, from - 1) == i)
            from--;
        while (to < t->s->count && (tree_token(t, to)->upper || tree_token(t, to)->dep == DEP_FLAT) && tree_head(t, to) == i)
            to++;
        p->seat = behind.end ? behind : (view){tree_token(t, from)->start, tree_token(t, to - 1)->end};
        p->seat_told = t->s->start;
    }
}

/* Who says something: "Jo Doe said", not a pronoun, whoever that is; and what is no person but a body or a paper: "the ministry said", "Acme announced". */
static void notice_tellers(parties *p, const tree *t)
{
    static const char *const saying[] = {"say", "tell", "announce", "add", "state"}, *const papers[] = {"statement", "report", "document", "communique", "paper", "newspaper", "agency", "complaint", "letter", "memo", "filing", "note"};
    for (uint32_t v = 0; v < t->s->count; v++) {
        uint32_t s = tree_is_verb(t, v) && LEXICON_IS_ANY(tree_token(t, v)->lemma, saying) ? tree_child(t, v, DEP_NSUBJ) : TREE_NONE, from, to;
        if (s == TREE_NONE || tree_token(t, s)->pos == POS_PRON)
            continue;
        const token *k = tree_token(t, s);
        parties_phrase_range(t, s, &from, &to);
        view who = {tree_token(t, from)->start, tree_token(t, to - 1)->end};
        if (p->teller_count < PARTIES_TELLERS && lexicon_is_one(tree_token(t, v)->lemma, "say", "tell", "announce") && (k->upper || parties_named_behind(t, s) || parties_is_speaker(k)))
            p->tellers[p->teller_count++] = who;
        if (k->tag == TAG_NNS || tree_child(t, s, DEP_CONJ) != TREE_NONE)
            continue;
        uint32_t named = tree_child(t, s, DEP_FLAT);
        bool firm = k->upper && k->pos == POS_PROPN && (named == TREE_NONE || (lexicon_classes(tree_token(t, named)->low) & CLASS_SUFFIX)) && !parties_is_title(k) && !parties_person(p, k->low);
        bool body = !k->upper && (LEXICON_IS_ANY(k->lemma, papers) || lexicon_is_one(k->lemma, "ministry", "government", "company") || lexicon_sector(k->low) == ENTENTE_SECTOR_BUS);
        if (firm || body)
            p->body_teller = who;
    }
}

static bool names_office(const token *k) { return (lexicon_classes(k->low) & (CLASS_TITLE | CLASS_GROUP)) || parties_is_speaker(k); }

/* The name, with what stands before it, that ends before token `to`: "a spokesman for Acme", "Foreign Minister Jo Doe"; none where there is none. */
static view name_before(const sentence *s, uint32_t to)
{
    uint32_t from = to, least = to > 12 ? to - 12 : 0;
    while (from > least && (s->tokens[from - 1].upper || (from < to && names_office(&s->tokens[from - 1]))))
        from--;
    if (from == to || (to - from == 1 && (from == 0 || s->tokens[from].end - s->tokens[from].start < 3)) || parties_is_pronoun(&s->tokens[to - 1]) || s->tokens[to - 1].low[0] == '"')
        return (view){0, 0};
    if (from > 1 && lexicon_is_one(s->tokens[from - 1].low, "for", "of", "at") && names_office(&s->tokens[from - 2]))
        from -= 2 + (from > 2 && lexicon_is_one(s->tokens[from - 3].low, "a", "an", "the"));
    return (view){s->tokens[from].start, s->tokens[to - 1].end};
}

void parties_learn_teller(parties *p, const sentence *s)
{
    enum { ASIDE = 12 };
    for (uint32_t v = 1; v < s->count; v++) {
        if ((*s->tokens[v].low != 's' && *s->tokens[v].low != 't') || !lexicon_is_one(s->tokens[v].low, "said", "says", "told") || s->tokens[v].upper)
            continue;
        uint32_t to = v;
        if (s->tokens[v - 1].low[0] == ',') { /* "Jo Doe, head of the delegation, said" */
            to = v - 1;
            while (to > 0 && v - to < ASIDE && s->tokens[to - 1].low[0] != ',')
                to--;
            if (to == 0 || s->tokens[to - 1].low[0] != ',')
                continue;
            to--;
        }
        view w = name_before(s, to);
        if (w.end && p->teller_count < PARTIES_TELLERS)
            p->tellers[p->teller_count++] = w;
    }
}

void parties_learn_announcer(parties *p, const sentence *s)
{
    static const char *const news[] = {"breakthrough", "agreement", "deal", "accord", "pact", "truce", "ceasefire", "announcement", "settlement", "merger", "takeover", "it"}, *const behind[] = {"after", "before", "in", "on", "at", "during", "following", "when", "who", "which", "and", "as", "to", "that"};
    enum { NEAR = 6, NAME = 9, ANNOUNCERS = sizeof p->announcers / sizeof *p->announcers };
    for (uint32_t v = 2; v + 2 < s->count && p->announcer_count < ANNOUNCERS; v++) {
        if ((*s->tokens[v].low != 'a' && *s->tokens[v].low != 'r' && *s->tokens[v].low != 'd') || !lexicon_is_one(s->tokens[v].low, "announced", "revealed", "disclosed") || !lexicon_is_one(s->tokens[v - 1].low, "was", "were", "been"))
            continue;
        bool of_news = false;
        for (uint32_t i = v - 1; i > 0 && v - i < NEAR && !of_news; i--)
            of_news = LEXICON_IS_ANY(s->tokens[i - 1].low, news);
        uint32_t from = v + 1, to;
        while (from < s->count && from < v + NEAR && strcmp(s->tokens[from].low, "by") != 0)
            from++;
        if (!of_news || from + 1 >= s->count || from >= v + NEAR)
            continue;
        bool somebody = false;
        for (to = ++from; to < s->count && to < from + NAME && !ispunct((unsigned char)s->tokens[to].low[0]) && !LEXICON_IS_ANY(s->tokens[to].low, behind); to++)
            somebody |= s->tokens[to].upper || names_office(&s->tokens[to]);
        if (somebody && !(to < s->count && !strcmp(s->tokens[to].low, "that"))) /* "it was announced by X that ...": something else */
            p->announcers[p->announcer_count++] = (view){s->tokens[from].start, s->tokens[to - 1].end};
    }
}

/* "Jo Doe, head of the delegation": who it is, not what; "A, B and C" are several. */
static view without_description(const text *t, view w)
{
    uint32_t comma = w.start;
    while (comma < w.end && t->data[comma] != ',')
        comma++;
    for (uint32_t i = comma; i + 5 < w.end; i++)
        if (memcmp(t->data + i, " and ", 5) == 0)
            return w;
    bool bracket = w.start > 0 && t->data[w.start - 1] == '<' && memchr(t->data + w.start, '>', comma - w.start); /* "<Acme Corp> and Apex" */
    return (view){w.start - bracket, comma};
}

/* Whether a sentence holds a quotation of more than a name or a catchword, or stands in one that its paragraph opened before it. */
static bool is_quoted(const text *t, const sentence *s)
{
    enum { BACK = 2000, WORDS = 4 };
    uint32_t from = s->start, least = s->start > BACK ? s->start - BACK : 0;
    bool open = false;
    uint32_t spaces = 0; /* since the last mark */
    while (from > least && t->data[from - 1] != '\n')
        from--;
    for (uint32_t i = from; i < s->end; i++) {
        const uint8_t *c = (const uint8_t *)t->data + i;
        bool curly = c[0] == 0xE2 && i + 2 < s->end && c[1] == 0x80 && (c[2] == 0x9C || c[2] == 0x9D);
        if (i == s->start && open)
            return true;
        spaces += c[0] == ' ';
        if (c[0] != '"' && !curly)
            continue;
        if (i >= s->start && open && spaces + 1 >= WORDS)
            return true;
        spaces = 0;
        open = curly ? c[2] == 0x9C : !open;
    }
    return open;
}

/* The first by whom news was announced between two places of the text; none where nobody was. */
static view announcer_in(const parties *p, uint32_t from, uint32_t to)
{
    for (uint32_t k = 0; k < p->announcer_count; k++)
        if (p->announcers[k].start >= from && p->announcers[k].start < to)
            return p->announcers[k];
    return (view){0, 0};
}

void parties_attribute(const parties *p, mentions *m)
{
    enum { REACH = 400 }; /* bytes: a sentence or two */
    view paper = p->speaker.end ? p->speaker : p->document.end ? p->document : p->letterhead;
    for (uint32_t i = 0; i < m->count; i++) {
        mention *x = &m->items[i];
        uint32_t nearest = REACH;
        if (!x->attribution.end)
            x->attribution = announcer_in(p, x->sentence->start, x->sentence->end);
        x->attribution_near = !x->attribution.end;
        uint32_t tellers = x->attribution_near && !paper.end && p->teller_count && is_quoted(p->text, x->sentence) ? p->teller_count : 0;
        for (uint32_t k = 0; k < tellers; k++) {
            view w = p->tellers[k];
            uint32_t away = w.start >= x->sentence->end ? w.start - x->sentence->end : w.end <= x->sentence->start ? x->sentence->start - w.end : REACH;
            if (away < nearest) {
                nearest = away;
                x->attribution = w;
            }
        }
        if (!x->attribution.end)
            x->attribution = announcer_in(p, x->sentence->end, x->sentence->end + REACH); /* "the breakthrough was announced by X", right behind */
        if (!x->attribution.end)
            x->attribution = paper;
        x->attribution = without_description(p->text, x->attribution);
    }
}

/* "A asked B to X". */
static entente_status notice_request(parties *p, const tree *t)
{
    for (uint32_t v = 0; v < t->s->count; v++) {
        if (!tree_is_verb(t, v) || !(lexicon_is_one(tree_token(t, v)->lemma, "ask", "invite", "urge") || !strcmp(tree_token(t, v)->lemma, "request")))
            continue;
        uint32_t s = tree_child(t, v, DEP_NSUBJ), o = tree_child(t, v, DEP_OBJ), what = tree_child(t, v, DEP_XCOMP);
        o = o == TREE_NONE ? tree_child(t, v, DEP_IOBJ) : o;
        if (s == TREE_NONE || o == TREE_NONE)
            continue;
        TREE_CHILDREN(t, v, c)
            if (what == TREE_NONE && c > o && tree_token(t, c)->dep == DEP_ADVCL)
                what = c;
        const char *preposition = !strcmp(tree_token(t, v)->lemma, "invite") ? "to" : "for"; /* "asked B for help", "invited B to talks" */
        uint32_t thing = what == TREE_NONE ? tree_child_case(t, v, DEP_OBL, preposition) : TREE_NONE;
        if (thing == TREE_NONE && (what == TREE_NONE || tree_token(t, what)->tag != TAG_VB || tree_child(t, what, DEP_MARK) == TREE_NONE))
            continue;
        mention asker = {.sentence = t->s}, asked = {.sentence = t->s};
        entente_status e = parties_read(p, t, s, &asker);
        if (!e)
            e = parties_read(p, t, o, &asked);
        if (e)
            return e;
        uint32_t from = (thing != TREE_NONE ? tree_child(t, thing, DEP_CASE) : tree_child(t, what, DEP_MARK)) + 1u, to = t->right[thing != TREE_NONE ? thing : what];
        while (to > from && tree_token(t, to)->pos == POS_PUNCT)
            to--;
        if (!asker.party_count || !asked.party_count || from > to || parties_unnamed(&asker.parties[0]) || (parties_is_pronoun(tree_token(t, o)) && islower((unsigned char)*asked.parties[0].name)))
            continue;
        p->request.sentence = t->s;
        p->request.asker = asker.parties[0];
        p->request.asked = asked.parties[0];
        p->request.what = (view){tree_token(t, from)->start, tree_token(t, to)->end};
    }
    return ENTENTE_OK;
}

/* "Acme's shares rose after it won the contract": Acme; TREE_NONE of a thing that nobody has. */
static uint32_t owner_of_thing(const tree *t, uint32_t thing)
{
    uint32_t owner = tree_child(t, thing, DEP_POSS);
    if (lexicon_is_one(tree_token(t, thing)->lemma, "share", "stock", "profit"))
        owner = owner == TREE_NONE ? tree_child_case(t, thing, DEP_NMOD, "of") : owner;
    if (owner == TREE_NONE && lexicon_is_one(tree_token(t, thing)->lemma, "share", "stock", "profit") && thing > 0 && tree_token(t, thing - 1)->upper && tree_head(t, thing - 1) == thing)
        owner = thing - 1; /* "Acme shares" */
    return owner != TREE_NONE && tree_token(t, owner)->upper && tree_token(t, owner)->pos == POS_PROPN && !(lexicon_classes(tree_token(t, owner)->low) & CLASS_TIME) ? owner : TREE_NONE;
}

entente_status parties_notice(parties *p, const tree *t)
{
    notice_tellers(p, t);
    notice_seat(p, t);
    for (uint32_t i = 0; i < t->s->count; i++) {
        const token *k = tree_token(t, i);
        if ((k->dep != DEP_NSUBJ && k->dep != DEP_NSUBJ_PASS) || parties_is_pronoun(k) || k->pos == POS_PRON || k->pos == POS_DET || k->pos == POS_NUM)
            continue;
        bool thing = !k->upper && k->pos == POS_NOUN && !parties_is_people(t, i) && !(lexicon_classes(k->lemma) & (CLASS_GROUP | CLASS_TITLE)) && !parties_named_behind(t, i) && tree_child(t, i, DEP_APPOS) == TREE_NONE;
        uint32_t who = thing ? owner_of_thing(t, i) : i;
        if (who == TREE_NONE)
            continue; /* a thing: "they" are others */
        mention m = {.sentence = t->s};
        entente_status e = parties_read(p, t, who, &m);
        if (e)
            return e;
        bool together = m.party_count > 1 && !p->agreed && p->pair_count < 2 && !t->s->headline; /* "A and B swapped prisoners": later "the two sides"; of more than two, states */
        for (uint32_t q = 0; q < m.party_count; q++)
            together &= (*m.parties[q].country || (m.party_count == 2 && m.parties[q].sector)) && strnlen(m.parties[q].name, PARTY_NAME_BYTES + 1) <= PARTY_NAME_BYTES;
        if (together)
            speak_of(p, &m, true);
        for (uint32_t q = 0; q < m.party_count; q++)
            if (strnlen(m.parties[q].name, PARTY_NAME_BYTES + 1) <= PARTY_NAME_BYTES)
                p->recent[p->recent_count++ % PARTIES_RECENT] = m.parties[q];
    }
    entente_status e = notice_talks(p, t);
    if (!e)
        e = notice_request(p, t);
    if (!e)
        e = notice_suit(p, t);
    return e ? e : notice_meeting(p, t);
}

entente_status parties_notice_sentence(parties *p, const sentence *s)
{
    tree t;
    tree_mend(s);
    tree_build(&t, s);
    return parties_notice(p, &t);
}

/* "EU" of "European Union": the capitals of the words. */
static bool acronym_of(const char *shorter, const char *longer)
{
    size_t n = 0;
    for (const char *p = longer; *p; p++)
        if (isupper((unsigned char)*p) && (p == longer || p[-1] == ' ') && shorter[n++] != *p)
            return false;
    return n > 1 && !shorter[n];
}

/* The same name, or one that the other holds. */
bool parties_same_name(const party *a, const party *b)
{
    if (!strcmp(a->name, b->name) || acronym_of(a->name, b->name) || acronym_of(b->name, a->name))
        return true;
    if (strnlen(a->name, PARTY_NAME_BYTES + 1) > PARTY_NAME_BYTES || strnlen(b->name, PARTY_NAME_BYTES + 1) > PARTY_NAME_BYTES)
        return false;
    const char *longer = strlen(a->name) > strlen(b->name) ? a->name : b->name, *shorter = longer == a->name ? b->name : a->name;
    const char *at = strcasestr(longer, shorter);
    size_t n = strlen(shorter);
    return at && n > 2 && (at == longer || at[-1] == ' ') && (!at[n] || at[n] == ' ');
}

/* An article about two states: when one is said to agree, it is with the other. */
static bool complete_state(const parties *p, mention *m)
{
    uint32_t own = 0;
    if (!*m->parties[0].country || m->parties[0].sector != ENTENTE_SECTOR_GOV)
        return false;
    while (own < p->country_count && strcmp(p->countries[own].code, m->parties[0].country) != 0)
        own++;
    uint32_t other = parties_most_named(p, own, PARTIES_NOT_NAMED), times = parties_times_named(p, other), third = parties_times_named(p, parties_most_named(p, own, other));
    if (p->union_count > times) {
        third = times;
        times = p->union_count;
    }
    if (parties_times_named(p, own) < 3 || times < 3 || third * 2 > times)
        return false;
    parties_add(m, parties_side_named(p, other, m->parties[0].mention));
    return true;
}

void parties_complete(const parties *p, mention *m)
{
    if (m->party_count == 1 && complete_state(p, m))
        return;
    if (!p->agreed || m->party_count != 1 || p->pair_count < 2 || (p->pair_refused && m->status == ENTENTE_AGREEMENT_REACHED))
        return;
    for (uint32_t i = 0; i < p->pair_count; i++)
        if (parties_same_name(&p->pair[i], &m->parties[0]) || (strcmp(p->pair[0].country, p->pair[1].country) != 0 && *m->parties[0].country && m->parties[0].sector != ENTENTE_SECTOR_BUS && !strcmp(p->pair[i].country, m->parties[0].country))) {
            view where = m->parties[0].mention;
            for (uint32_t k = 0; k < p->pair_count; k++)
                if (k != i) {
                    party x = p->pair[k];
                    x.mention = where;
                    parties_add(m, x);
                }
            return;
        }
}

void parties_in_play(const parties *p, mention *m, view where)
{
    bool theirs = !p->agreed && p->signatory_count;
    bool met = p->pair_count > 1 && !p->pair_named; /* who met may agree, or fail to */
    for (uint32_t i = 0; (p->agreed || theirs || met) && i < (theirs ? p->signatory_count : p->pair_count); i++) {
        party x = theirs ? p->signatory[i] : p->pair[i];
        x.mention = where;
        parties_add(m, x);
    }
}

bool parties_unnamed(const party *x)
{
    static const char *const nobody[] = {"we", "they", "it", "i", "he", "she", "you"};
    for (size_t i = 0; i < sizeof nobody / sizeof *nobody; i++)
        if (!strcasecmp(x->name, nobody[i]))
            return true;
    return false;
}

void parties_put_in_play(parties *p, const mention *m)
{
    memcpy(p->pair, m->parties, m->party_count * sizeof *m->parties);
    p->pair_count = m->party_count;
    p->agreed = true;
    p->pair_named = p->pair_refused = false;
}

void parties_remember(parties *p, const mention *m)
{
    if (m->family == FAMILY_OFFER && m->party_count && m->item_count && m->status == ENTENTE_AGREEMENT_PENDING && !parties_unnamed(&m->parties[0])) { /* an answer may follow */
        p->request.sentence = m->sentence;
        p->request.asker = m->parties[0];
        p->request.asked = m->party_count > 1 ? m->parties[1] : (party){.name = ""};
        p->request.what = m->items[0];
    }
    for (uint32_t i = 0; i < m->party_count; i++)
        if (parties_unnamed(&m->parties[i]))
            return;
    uint32_t same = 0; /* "the cabinet" for its country: the pair stands, by its better names */
    for (uint32_t i = 0; i < m->party_count && p->agreed && m->party_count == p->pair_count; i++)
        for (uint32_t k = 0; k < p->pair_count; k++)
            if (parties_same_name(&m->parties[i], &p->pair[k]) || (*m->parties[i].country && !m->parties[i].person && !strcmp(m->parties[i].country, p->pair[k].country))) {
                same++;
                break;
            }
    bool common_noun = false;
    for (uint32_t i = 0; i < m->party_count; i++)
        common_noun |= islower((unsigned char)*m->parties[i].name) != 0;
    if (same && same == m->party_count && common_noun)
        return;
    if (m->party_count >= 2 || (m->party_count && p->pair_count < 2)) {
        parties_put_in_play(p, m);
        p->pair_refused = m->kind == ENTENTE_KIND_ACCEPTANCE && m->status == ENTENTE_AGREEMENT_REJECTED && common_noun; /* of lawmakers, say; a suitor by name is the one it is all about */
    }
}
