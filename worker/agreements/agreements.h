/* SPDX-License-Identifier: MIT */
/* Sentences to agreement records. What counts is FrameNet's Make_agreement_on_action, Be_in_agreement_on_action and
 * Agree_or_refuse_to_act and PLOVER's AGREE. triggers.c finds what tells of an agreement, clause.c reads who, what, whether and
 * when from the dependency tree around it, sides.c with whom; names.c and parties.c resolve names inside the article, records.c merges
 * mentions of one agreement. */
#ifndef ENTENTE_AGREEMENTS_H
#define ENTENTE_AGREEMENTS_H

#include "lexicon.h"
#include "limit_table.h"
#include "sections.h"
#include "tree.h"

typedef struct party {
    const char *name, *country; /* country "" when not known */
    view mention;
    entente_sector sector;
    bool plural; /* a group, or one of several named together */
    bool person;
} party;

enum { MENTION_PARTIES = ENTENTE_LIMIT_PARTIES, MENTION_ITEMS = ENTENTE_LIMIT_OBLIGATIONS, MENTION_LIKELY = 3, PARTIES_RECENT = 32, PARTIES_TELLERS = 256, PARTY_NAME_BYTES = ENTENTE_LIMIT_PARTY_NAME_BYTES };

/* The rule that found a mention: its confidence is learnt rule by rule. */
#define MENTION_FAMILY_LIST(X)                                                                                                    \
    X(AGREE, "agree") X(PLEDGE, "pledge") X(OFFER, "offer") X(ACCEPT, "accept") X(REFUSE, "refuse") X(SIGN, "sign") X(MAKE, "make") \
    X(BREAK, "break") X(RENEW, "renew") X(DUTY, "duty") X(DECIDE, "decide") X(NOUN, "noun") X(NOMINAL, "nominal") X(TALKS, "talks") \
    X(FORCE, "force") X(CLOSING, "closing") X(PRESUPPOSED, "presupposed")
typedef enum mention_family {
#define X(name, text) FAMILY_##name,
    MENTION_FAMILY_LIST(X)
#undef X
} mention_family;

/* One clause's agreement, before merging. */
typedef struct mention {
    const sentence *sentence;
    view trigger, instrument, attribution, time, place;
    view content; /* from the first to the last obligation */
    view items[MENTION_ITEMS];
    uint32_t item_count;
    party parties[MENTION_PARTIES];
    uint32_t party_count;
    party likely[MENTION_LIKELY]; /* likely parties, named by rules or not, the likeliest first: taken where neither rules nor other mentions tell of a second one */
    float likely_probability[MENTION_LIKELY];
    uint32_t likely_count;
    view likely_items[MENTION_ITEMS]; /* the same of what it is about */
    uint32_t likely_item_count;
    float likelihood;     /* of its trigger to be one, as learnt */
    bool learnt;          /* no rule found it; its family is that of rules which find the like */
    bool attribution_near; /* its sentence names nobody: it is who told something next to it */
    bool held;            /* the content is what its text holds ("that removes X"), told in passing */
    bool to_confirm;      /* a headline's "Acme to pay", "Acme acquires Apex": counts only where the body confirms it */
    bool of_it;           /* its text is "it": the one told of last */
    bool time_of_opening; /* its clause gives no time: it is that of the article's opening */
    entente_kind kind;
    entente_agreement_status status;
    mention_family family;
    uint32_t record, first; /* set by records_merge: the record, and the number of its first mention */
} mention;

typedef struct mentions {
    mention *items;
    uint32_t count, capacity;
    const sentence *end; /* behind the last sentence of the article */
} mentions;

/* Names that the article gives: people with their titles, organisations, countries in play. */
enum { ENTITY_TITLES = 4 };
typedef struct entity {
    const char *name, *last, *country;
    const char *titles[ENTITY_TITLES]; /* in small letters: "deputy", "secretary" */
    uint32_t title_count;
    entente_sector sector;
    const char *acronym;       /* "(EC)" behind the name, or NULL */
    bool surname_only; /* a bare run of capitals: found by its last word alone */
} entity;

typedef struct parties {
    const text *text;
    arena *arena;
    entity *people;
    uint32_t people_count, people_capacity;
    party pair[MENTION_PARTIES]; /* what "both sides" stands for */
    uint32_t pair_count;
    view speaker;        /* of the whole article: "Statement by X" */
    view letterhead;     /* the line that says whose paper it is: "Office of the Spokesperson" */
    view document, issuers; /* "Joint Statement" of those who say "we" in it */
    view announcers[8];        /* by whom the news was announced: as many as have room */
    uint32_t announcer_count;
    party suit[2];             /* who sued whom, told last; the first without a name where nobody did */
    const sentence *dealt;     /* that told of the last agreement reached; NULL before one */
    const sentence *offered;   /* that told of the last offer; NULL before one */
    view tellers[PARTIES_TELLERS]; /* who was said to have said something: as many as have room, for attributions only */
    uint32_t teller_count;
    view body_teller; /* what said something last and is no person: a firm, a ministry, a statement; whom "it said" means */
    view occasion;       /* when what the opening tells of was: "met on Monday" */
    view seat;           /* where the talks or the meeting were that were told of last */
    uint32_t seat_told;  /* the start of the sentence that tells it */
    view dateline;       /* from where the article was sent */
    const char *text_acronyms[8]; /* in small letters: "(RSA)" behind the name of a text; of more, the first */
    uint32_t text_acronym_count;
    party signatory[MENTION_PARTIES]; /* "the signatories are A, B and C" */
    uint32_t signatory_count;
    party issuer[MENTION_PARTIES];
    uint32_t issuer_count;
    uint32_t opening;    /* sentences of the body learnt so far */
    bool american;       /* it speaks of "the Secretary of State", "the White House": its officials are those of the United States */
    uint32_t business_words; /* of the article's, to tell companies */
    uint32_t sport_words;    /* to tell clubs and players */
    uint32_t deal_words; /* nouns of agreement and negotiation in the article */
    bool naming; /* a group is asking who it is: a name joined to one ("Doe and the two") must not ask again */
    bool agreed; /* the pair was told to agree, not only named */
    bool pair_refused; /* what the one asked the other refused: they are no two who agree */
    bool pair_named; /* the pair was only named together: they need not have met */
    struct { const sentence *sentence; party asker, asked; view what; } request; /* "A asked B to X": B may answer in the next sentence */
    party recent[PARTIES_RECENT]; /* a ring of those spoken of last */
    uint32_t recent_count;
    struct { const char *name, *code; uint32_t count; bool in_headline, by_name; view form; } countries[16]; /* by_name: the article has its own name; form: a short one, "UK", that it has */
    uint32_t country_count;
    uint32_t union_count; /* how often the European Union is named, and whether in a headline */
    bool union_in_headline;
    bool one_sentence;   /* the whole text */
    bool rules_only;     /* nothing that is learnt, see pipeline_options */
    struct learnt_watch *watch; /* for training, or NULL */
} parties;

/* The longest country name, demonym or capital that starts at token `i` and ends before `end`, or NULL; `length` counts its tokens. */
const country *parties_country_at(const sentence *s, uint32_t i, uint32_t end, uint32_t *length);
/* Whether token `i` is the hyphen of a double name, or what stands before it: "Peter Hansen-Meyer", "Omar al-Hadi", not "U.S.-China". */
bool parties_joins_name(const sentence *s, uint32_t i);
/* Whether a word in small letters is what the names of bodies end in: "the Food and Drug Administration". */
bool parties_is_institution(const char *low);
/* Whether a word in small letters is of what ministers are for: "Minister for Trade and Industry Jo Doe". */
bool parties_is_portfolio(const char *low);
/* "Prime", "Ministers": a word of a title, whose plural the lemma of a name does not undo. */
bool parties_is_title(const token *k);
/* Whether a word right before a country's name makes both the name of a body: "Health Canada". */
bool parties_heads_body(const sentence *s, uint32_t i);
/* Whom a phrase stands for: "the board of Acme", Acme; the head itself when nobody else. */
uint32_t parties_behind(const tree *t, uint32_t head);
/* Who is quoted around a token: "I will sign," X said; TREE_NONE when nobody is. */
uint32_t parties_quoted(const tree *t, uint32_t i);
/* Whom a spokesman speaks for; the speaker, where that is not said. */
uint32_t parties_spoken_for(const tree *t, uint32_t speaker);
/* What sort of party a noun phrase says a name beside it is ("Peru's foreign minister"), and of which country; `home` stays when it does not say. */
entente_sector parties_described(const tree *t, uint32_t head, const country **home);
/* The code of the country from where the article was sent, "" when it does not say; and whether somebody whose country nothing else tells is at home there. */
const char *parties_dateline_code(const parties *p);
bool parties_at_home(const parties *p, const party *x, const char *code);
/* The words of a name in angle brackets around a token: "<Acme and Apex Group>". */
bool parties_bracketed(const tree *t, uint32_t head, uint32_t *from, uint32_t *to);
/* The country that words beside a name tell: "Acme, a Chilean miner", "Acme of Lima, Ohio"; "" for none. */
const char *parties_home_told(const tree *t, uint32_t head);
/* Whether a word says what a firm is: "Retailer Acme". */
bool parties_describes(const char *low);
/* "President Jo Doe". */
bool parties_opens_with_office(const char *name);
enum { PARTIES_CONJUNCTS = ENTENTE_LIMIT_PARTIES };
/* Adds to `list`, which holds `head`, what is joined to it or to what is listed, and counts it. */
void parties_list_conjuncts(const tree *t, uint32_t head, uint16_t *list, uint32_t *count);
/* Adds the conjuncts of a name that was found in another phrase behind those listed. */
void parties_add_conjuncts(const tree *t, uint32_t name, uint16_t *list, uint32_t *count);
/* The words [start, end) of the text; NULL when the arena is full. */
const char *parties_surface(const parties *p, uint32_t start, uint32_t end);
/* Learns whose office an article comes from out of its first bytes as received, of which cleanup may have taken the letterhead. */
void parties_learn_letterhead(parties *p, const char *data, size_t length);
/* Whether parties_learn can learn anything from a sentence, which needs no tokens yet: one of the opening, or one that may name somebody or a country. */
bool parties_may_learn(const parties *p, const sentence *s);
/* Learns titles and countries from a sentence. */
ENTENTE_MUST_CHECK entente_status parties_learn(parties *p, const sentence *s);
/* In a headline all in capitals, marks as names the words that the text behind it writes with one capital. */
void parties_name_capitals(const parties *p, const sentence *s);
/* Reads the noun phrase headed by token `head`, with its conjuncts, as parties of a mention. */
ENTENTE_MUST_CHECK entente_status parties_read(parties *p, const tree *t, uint32_t head, mention *m);
/* Of whom "they", "it", "he" or "she" is said by themselves: a subject of the clause above that fits and is no mere source; TREE_NONE when there is none. */
uint32_t parties_who_tells(const parties *p, const tree *t, uint32_t they);
/* Leaves out "four parties" where four others are named beside it. */
void parties_drop_counted_group(mention *m);
/* Who "he" or "she" is in a clause behind the main one, or in a relative one: its subject, where that is a person and no other is named there; who "they" are that somebody calls on; TREE_NONE otherwise. */
uint32_t parties_subject_above(const tree *t, uint32_t pronoun);
/* Whom a pronoun (in small letters) at a place stands for, or NULL; not one of those in `besides`, if given. */
const party *parties_bearer(const parties *p, const char *low, view where, const mention *besides);
/* Who "the former chairman" at a place of the sentence is: the person spoken of last, or NULL where it may be another. `office`: the word in small letters. */
const party *parties_in_role(const parties *p, const sentence *s, const char *office, view where);
/* Whether a token names a state or a people, and whether it is a noun for people or a body of them. */
bool parties_is_state(const tree *t, uint32_t i);
/* The members of a political party by the word that goes before a noun: "Republicans" of "a Republican proposal"; NULL of any other word. */
const char *parties_of_members(const char *low);
/* Whether it is a state by the name of its capital. */
bool parties_is_capital(const tree *t, uint32_t i);
bool parties_is_people(const tree *t, uint32_t i);
/* The name behind a word for a place: Doha of "the Qatari capital, Doha" and of "the city of Doha"; empty when there is none. */
view parties_place_behind(const tree *t, uint32_t i);
/* Whether a word in small letters is of somebody who does something, by its ending: "negotiator", "economist". */
bool parties_is_agent(const char *low);
/* Whether a word is of one who speaks for another: "spokesman", "spokeswoman", "spokesperson". */
static inline bool parties_is_speaker(const token *k) { return strncmp(k->low, "spokes", 6) == 0; }
/* Whether a noun is of a thing, which is no party. */
bool parties_is_thing(const tree *t, uint32_t head);
/* Whether a name follows a common noun in its phrase: "the device maker Acme". */
bool parties_named_behind(const tree *t, uint32_t i);
/* Whether a sentence points to the one before it: opens with "They agreed", or tells of a deal or a case and names nobody. Then that is to be noticed first. */
bool parties_point_back(const parties *p, const sentence *s);
/* Whether a sentence has words that stand for somebody told of elsewhere: pronouns, "the company", "the two sides". */
bool parties_are_meant(const sentence *s);
/* Whether somebody's words are quoted in a sentence. */
bool parties_has_quote(const sentence *s);
/* Whether a word in small letters stands for a state by what it is head of: "government", "delegation". */
bool parties_heads_state(const char *low);
/* The person that the article names so, or NULL. */
const entity *parties_person(const parties *p, const char *name);
/* The name of the country with a code. */
const char *parties_country_name(const char *code);
/* The words of a noun phrase that name a party, from the first to behind the last. */
void parties_phrase_range(const tree *t, uint32_t head, uint32_t *from, uint32_t *to);
/* Adds those whom a plural or pronoun stands for: the parties in play, or each state of "the Hungarian and Romanian officials". False: nobody known. */
bool parties_read_group(parties *p, const tree *t, uint32_t head, view where, mention *m);
bool parties_read_named(const parties *p, const tree *t, uint32_t head, view where, mention *m); /* "the Moreau and Petit families" */
bool parties_read_states(const parties *p, const tree *t, uint32_t head, view where, mention *m);
/* Appends a party unless one of that name is there. */
void parties_add(mention *m, party x);
/* A pronoun that stands for nobody known. */
bool parties_unnamed(const party *x);
/* Whether a token is a pronoun that can stand for a party. */
bool parties_is_pronoun(const token *k);
/* The place in `countries` of the one that the article names most, two left out; PARTIES_NOT_NAMED when there is none. How often one is named. */
enum { PARTIES_NOT_NAMED = sizeof((parties *)0)->countries / sizeof((parties *)0)->countries[0] };
uint32_t parties_most_named(const parties *p, uint32_t without, uint32_t nor);
uint32_t parties_times_named(const parties *p, uint32_t q);
/* The country in that place as a party; the European Union, where that is named more often or in the headline. */
party parties_side_named(const parties *p, uint32_t q, view where);
/* The code of the one country that an article is about, "" when there is none: its officials are that country's. `foreign`: it is not the United States. */
const char *parties_home_country(const parties *p, bool foreign);
/* Remembers whom a sentence speaks of: its subjects and objects in order. */
ENTENTE_MUST_CHECK entente_status parties_notice(parties *p, const tree *t);
/* The same for a sentence in which nothing else is looked for. */
ENTENTE_MUST_CHECK entente_status parties_notice_sentence(parties *p, const sentence *s);
/* Whether two parties go by the same name: one that the other holds, or the letters of its words. */
bool parties_same_name(const party *a, const party *b);
/* Gives a mention of one party that agreed with others before those others too. */
void parties_complete(const parties *p, mention *m);
/* Gives a mention that names nobody the parties of the agreement told of last, if there is one. */
void parties_in_play(const parties *p, mention *m, view where);
/* Notes who is said to have said something in a sentence that is not read: "Jo Doe said". */
void parties_learn_teller(parties *p, const sentence *s);
/* Notes by whom the news of an agreement was announced: "the breakthrough was announced by Jo Doe". */
void parties_learn_announcer(parties *p, const sentence *s);
/* Gives a mention of one who was sued, or sued, the other. */
void parties_complete_suit(const parties *p, mention *m);
/* Gives mentions that do not say who tells of them who told something right before or behind, else whose paper it is. */
void parties_attribute(const parties *p, mentions *m);
/* Remembers who the parties in play are. */
void parties_remember(parties *p, const mention *m);

/* Makes the parties of `m` those in play: who "they" and "both sides" are from here on. */
void parties_put_in_play(parties *p, const mention *m);

/* Gives a headline that was read without a verb the verb of assent that it has, with subject and object. */
void headline_mend(arena *a, const sentence *s);
/* Appends the mentions of one sentence, which must have been read. */
ENTENTE_MUST_CHECK entente_status extract_mentions(parties *p, sentence *s, mentions *out);

/* Merges the mentions of an article to records, in the arena of `p`; `t` is its text, to warn of. `published` is an ISO date or "". */
ENTENTE_MUST_CHECK entente_status records_merge(const parties *p, text *t, mentions *m, const char *published, bool explain, const entente_agreement **records, size_t *count);

#endif
