/* SPDX-License-Identifier: MIT */
/* Which words are of people and their bodies, and which of things, that can be no party; for whom such words stand. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "agreements.h"

/* "negotiator", "economist", "businesswoman"; not "border", "list". */
bool parties_is_agent(const char *low)
{
    static const char *const things[] = {"border", "order", "disorder", "number", "water", "power", "paper", "newspaper", "matter", "letter", "center", "weather", "computer", "server", "chapter", "corner", "cover", "danger", "dinner", "disaster", "error", "factor", "favor", "floor", "door", "flavor", "fiber", "filter", "gender", "hunger", "harbor", "humor", "horror", "labor", "layer", "ladder", "meter", "parameter", "mirror", "murder", "manner", "motor", "offer", "rumor", "river", "remainder", "reminder", "register", "sector", "shelter", "shoulder", "silver", "summer", "winter", "tender", "terror", "theater", "tower", "trigger", "tumor", "vapor", "vector", "behavior", "endeavor", "indicator", "reactor", "tractor", "container", "freighter", "helicopter", "bomber", "barrier", "frontier", "trailer", "shower", "list", "checklist", "voucher", "quarter", "semester", "charter", "corridor", "counter", "tanker", "cruiser", "poster", "sticker", "scanner", "charger", "copper", "timber", "rubber", "leather", "elevator", "exterior", "interior", "generator"};
    static const char *const endings[] = {"er", "or", "ist", "ian", "man", "woman"};
    size_t n = strlen(low);
    for (size_t k = 0; k < sizeof endings / sizeof *endings; k++) {
        size_t e = strlen(endings[k]);
        if (n > e + 2 && strcmp(low + n - e, endings[k]) == 0)
            return !LEXICON_IS_ANY(low, things);
    }
    return false;
}

bool parties_is_people(const tree *t, uint32_t i)
{
    const char *low = tree_token(t, i)->lemma;
    if (parties_is_agent(low))
        return true;
    if (lexicon_classes(low) & CLASS_PEOPLE)
        return true;
    return lexicon_sector(tree_token(t, i)->low) != 0;
}

/* "sanction", "announcement", "hearing", "issue": by its ending, no people. */
static bool abstract_noun(const char *low)
{
    static const char *const endings[] = {"tion", "sion", "ment", "ing", "ism", "ness", "ity", "ance", "ence", "ssue", "ure"};
    size_t n = strlen(low);
    for (size_t k = 0; k < sizeof endings / sizeof *endings; k++) {
        size_t e = strlen(endings[k]);
        if (n > e && strcmp(low + n - e, endings[k]) == 0)
            return true;
    }
    return false;
}

bool parties_is_thing(const tree *t, uint32_t head)
{
    const token *k = tree_token(t, head);
    uint64_t classes = lexicon_classes(k->lemma);
    if (k->pos == POS_PROPN || k->pos == POS_PRON || k->pos == POS_NUM || k->upper || !strcmp(k->lemma, "alliance") || (classes & (CLASS_GROUP | CLASS_TITLE)) || parties_is_people(t, head))
        return false;
    bool plural = k->tag == TAG_NNS || k->tag == TAG_NNPS;
    return !plural || (classes & (CLASS_TEXT | CLASS_BID | CLASS_TIME | CLASS_DUTY | CLASS_TALKS)) || abstract_noun(k->lemma);
}

bool parties_is_institution(const char *low)
{
    static const char *const institutions[] = {"administration", "agency", "alliance", "association", "authority", "bank", "board", "bureau", "campaign", "center", "centre", "chamber", "coalition", "commission", "committee", "conference", "corporation", "council", "court", "department", "enforcement", "federation", "forum", "foundation", "fund", "institute", "ministry", "network", "office", "organisation", "organization", "protection", "service", "society", "union"};
    return LEXICON_IS_ANY(low, institutions);
}

bool parties_heads_state(const char *low)
{
    static const char *const heads[] = {"government", "side", "authorities", "delegation", "administration", "cabinet", "officials", "leaders", "rulers", "negotiators", "kingdom", "republic", "federation"};
    return LEXICON_IS_ANY(low, heads);
}

bool parties_is_portfolio(const char *low)
{
    static const char *const portfolios[] = {"affairs", "agriculture", "care", "cohesion", "commerce", "communications", "cooperation", "culture", "customs", "defence", "defense", "development", "digital", "economic", "economy", "education", "employment", "energy", "environment", "environmental", "equality", "europe", "european", "external", "family", "finance", "fisheries", "foreign", "health", "home", "housing", "human", "immigration", "industry", "infrastructure", "innovation", "integration", "interior", "international", "justice", "labor", "labour", "maritime", "migration", "mines", "natural", "parliamentary", "planning", "public", "reconstruction", "regional", "relations", "research", "resources", "rural", "science", "security", "services", "social", "sport", "sports", "state", "technology", "tourism", "trade", "transport", "transportation", "treasury", "veterans", "water", "welfare", "women", "work", "works", "youth", "police", "children", "business", "commonwealth"};
    return LEXICON_IS_ANY(low, portfolios);
}

const char *parties_of_members(const char *low)
{
    static const char *const members[][2] = {{"republican", "Republicans"}, {"democratic", "Democrats"}, {"conservative", "Conservatives"}, {"labour", "Labour"}, {"liberal", "Liberals"}, {"tory", "Tories"}, {"socialist", "Socialists"}, {"green", "Greens"}, {"gop", "Republicans"}};
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        if (!strcmp(low, members[i][0]))
            return members[i][1];
    return NULL;
}

bool parties_is_title(const token *k)
{
    char one[24];
    size_t n = strlen(k->low);
    bool title = ((lexicon_classes(k->low) | lexicon_classes(k->lemma)) & CLASS_TITLE) != 0;
    if (title || n < 3 || n > sizeof one || k->low[n - 1] != 's')
        return title;
    memcpy(one, k->low, n - 1);
    one[n - 1] = '\0';
    return (lexicon_classes(one) & CLASS_TITLE) != 0;
}

/* Whether a word right before a country's name makes both the name of a body: "Health Canada", "Cricket Australia"; not "Mainland China", "Neighbour Chile". */
bool parties_heads_body(const sentence *s, uint32_t i)
{
    static const char *const sports[] = {"cricket", "rugby", "athletics", "football", "netball", "basketball", "cycling", "rowing", "tennis", "swimming", "hockey", "statistics"};
    static const char *const parts[] = {"mainland", "communist", "nazi", "imperial", "soviet", "greater", "metropolitan", "continental"};
    const token *k = &s->tokens[i];
    if (!k->upper || s->headline || s->shouted || k->pos == POS_ADJ || parties_is_title(k) || LEXICON_IS_ANY(k->low, parts))
        return false;
    return parties_is_portfolio(k->low) || LEXICON_IS_ANY(k->low, sports) || (i > 0 && k->pos == POS_NOUN && !lexicon_sector(k->low));
}

/* What a firm is, in capitals because it comes first: "Retailer Acme", "Chipmaker Acme", "Rival Acme". */
bool parties_describes(const char *low)
{
    size_t n = strlen(low);
    return !strcmp(low, "rival") || strstr(low, "maker") || (n > 5 && !strcmp(low + n - 2, "er") && lexicon_sector(low) == ENTENTE_SECTOR_BUS);
}

/* "President Jo Doe", "Secretary Doe". */
bool parties_opens_with_office(const char *name)
{
    char first[24] = "";
    size_t n = strcspn(name, " ");
    if (!name[n] || n + 1 > sizeof first)
        return false;
    for (size_t i = 0; i < n; i++)
        first[i] = (char)tolower((unsigned char)name[i]);
    return lexicon_sector(first) == ENTENTE_SECTOR_GOV;
}

entente_sector parties_described(const tree *t, uint32_t head, const country **home)
{
    const token *k = tree_token(t, head);
    entente_sector sector = lexicon_sector(k->low) ? lexicon_sector(k->low) : parties_is_title(k) ? ENTENTE_SECTOR_GOV : 0;
    if (sector != ENTENTE_SECTOR_GOV && strcmp(k->low, "counterpart") != 0)
        return sector;
    for (uint32_t i = t->left[head], words; i < head && !*home; i++)
        *home = tree_token(t, i)->upper ? parties_country_at(t->s, i, head, &words) : NULL;
    return *home ? ENTENTE_SECTOR_GOV : sector;
}

/* The code of the first country, or place in one, that the tokens name; "" when none does. */
static const char *code_between(const tree *t, uint32_t from, uint32_t to)
{
    enum { WORDS = 3 }; /* "Salt Lake City" */
    to = to < t->s->count ? to : t->s->count;
    for (uint32_t i = from, length; i < to; i++) {
        const country *c = parties_country_at(t->s, i, to, &length);
        const char *code = c ? c->code : "";
        char key[64] = "";
        for (uint32_t k = i, n = 0; !*code && k < to && k < i + WORDS && tree_token(t, k)->upper && n < sizeof key; k++) {
            n += (uint32_t)snprintf(key + n, sizeof key - n, "%s%s", n ? " " : "", tree_token(t, k)->low);
            code = lexicon_place(key);
        }
        if (*code)
            return code;
    }
    return "";
}

/* "<Larch and Fir Group>": one name, which a wire service marks as such. */
bool parties_bracketed(const tree *t, uint32_t head, uint32_t *from, uint32_t *to)
{
    enum { WORDS = 8 };
    uint32_t open = head, close = head;
    while (open > 0 && open + WORDS > head && tree_token(t, open)->low[0] != '<' && tree_token(t, open)->low[0] != '>')
        open--;
    while (close + 1 < t->s->count && close < open + WORDS + 2 && tree_token(t, close)->low[0] != '>')
        close++;
    if (tree_token(t, open)->low[0] != '<' || tree_token(t, close)->low[0] != '>' || close < open + 4 || !tree_token(t, close - 1)->upper)
        return false;
    *from = open + 1;
    *to = close;
    return true;
}

/* "Larch, a Chilean miner", "Larch, Chile's biggest miner", "Larch of Lima, Ohio", "Larch, based in Texas": the country that words beside a name tell; "" for none. */
const char *parties_home_told(const tree *t, uint32_t head)
{
    const char *code = "";
    TREE_CHILDREN(t, head, c) {
        const token *k = tree_token(t, c);
        if (*code || c < head)
            continue;
        uint32_t place = k->dep == DEP_ACL && !strcmp(k->low, "based") ? tree_child_case(t, c, DEP_OBL, "in") : TREE_NONE;
        if (k->dep == DEP_APPOS && !k->upper && k->pos == POS_NOUN)
            code = code_between(t, t->left[c], c);
        else if (k->dep == DEP_NMOD && k->upper && !strcmp(tree_case(t, c), "of"))
            code = code_between(t, t->left[c], t->right[c] + 1u);
        else if (place != TREE_NONE)
            code = code_between(t, t->left[place], t->right[place] + 1u);
    }
    return code;
}

/* The code of the country from where the article was sent; "" when that is not told. */
const char *parties_dateline_code(const parties *p)
{
    enum { LONGEST = 24 };
    char city[LONGEST + 1] = "";
    for (uint32_t i = p->dateline.start; i < p->dateline.end && p->text->data[i] != ','; i++) {
        if (i - p->dateline.start == LONGEST)
            return "";
        city[i - p->dateline.start] = (char)tolower((unsigned char)p->text->data[i]);
    }
    const country *c = lexicon_country(city);
    return c ? c->code : lexicon_place(city);
}

/* "the government" is that of where the report was sent from; a company is at home where it speaks from in the opening words ("TOKYO, May 5 - Larch said"), and an Inc or a Corp in an American report. */
bool parties_at_home(const parties *p, const party *x, const char *code)
{
    enum { REST = 40 }; /* bytes: ", March 3 (Agency) - " */
    static const char *const forms[] = {"Inc", "Inc.", "Corp", "Corp.", "Bancorp", "Incorporated", "INC", "CORP"};
    const char *last = strrchr(x->name, ' ');
    size_t length = strlen(x->name);
    bool several = length && x->name[length - 1] == 's'; /* "ministers": of whatever states */
    if (*x->country || x->person)
        return false;
    if (x->sector == ENTENTE_SECTOR_GOV || x->sector == ENTENTE_SECTOR_MIL)
        return !several;
    bool opens = x->mention.start >= p->dateline.end && x->mention.start - p->dateline.end < REST;
    return x->sector == ENTENTE_SECTOR_BUS && isupper((unsigned char)*x->name) && (opens || (!strcmp(code, "USA") && last && LEXICON_IS_ANY(last + 1, forms)));
}

const char *parties_country_name(const char *code)
{
    const country *c = lexicon_country_of_code(code);
    return c ? c->name : code;
}

/* Who is quoted around a token: "I will sign," X said. */
uint32_t parties_quoted(const tree *t, uint32_t i)
{
    for (uint32_t v = 0; v < t->s->count; v++) {
        uint32_t s = tree_is_verb(t, v) && (lexicon_classes(tree_token(t, v)->lemma) & CLASS_REPORT) ? tree_child(t, v, DEP_NSUBJ) : TREE_NONE;
        if (s != TREE_NONE && s != i && !tree_under(t, i, s) && (tree_token(t, s)->pos != POS_PRON || tree_is_low(t, s, "he") || tree_is_low(t, s, "she")))
            return s;
    }
    return TREE_NONE;
}

/* "a spokesman for Acme", "Acme's spokeswoman", "Acme spokesman Jo Doe": whose words they are; the speaker otherwise. */
uint32_t parties_spoken_for(const tree *t, uint32_t speaker)
{
    uint32_t who = parties_is_speaker(tree_token(t, speaker)) ? speaker : TREE_NONE;
    TREE_CHILDREN(t, speaker, c)
        if (parties_is_speaker(tree_token(t, c)) && (tree_token(t, c)->dep == DEP_COMPOUND || tree_token(t, c)->dep == DEP_APPOS))
            who = c;
    if (who == TREE_NONE)
        return speaker;
    uint32_t body = tree_child(t, who, DEP_POSS);
    body = body == TREE_NONE ? tree_child_case(t, who, DEP_NMOD, "for") : body;
    body = body == TREE_NONE ? tree_child(t, who, DEP_COMPOUND) : body;
    body = body == TREE_NONE ? tree_child(t, who, DEP_AMOD) : body;
    return body != TREE_NONE && (tree_token(t, body)->upper || lexicon_sector(tree_token(t, body)->low)) ? body : speaker;
}

/* "two hundred nations meeting in Oslo": read as a kind of meeting, it is the nations. "The Acme board" speaks for Acme. */
uint32_t parties_behind(const tree *t, uint32_t head)
{
    const char *low = tree_token(t, head)->low;
    size_t n = strlen(low);
    uint32_t spoken_for = parties_spoken_for(t, head);
    if (spoken_for != head)
        return spoken_for;
    if (head > 0 && n > 5 && !strcmp(low + n - 3, "ing") && !tree_token(t, head)->upper && tree_token(t, head - 1)->tag == TAG_NNS && tree_head(t, head - 1) == head && tree_token(t, head - 1)->dep == DEP_COMPOUND && parties_is_people(t, head - 1))
        return head - 1;
    TREE_CHILDREN(t, head, c)
        if (c < head && !strcmp(low, "board") && !tree_token(t, head)->upper && tree_token(t, c)->upper && tree_token(t, c)->pos == POS_PROPN && (tree_token(t, c)->dep == DEP_COMPOUND || tree_token(t, c)->dep == DEP_POSS) && !parties_is_state(t, c))
            return c;
    static const char *const of_body[] = {"negotiators", "bargainers", "members", "officials", "representatives"};
    uint32_t body = head > 0 ? head - 1 : head; /* "USW negotiators", "union members" */
    if (body < head && LEXICON_IS_ANY(low, of_body) && tree_head(t, body) == head && tree_token(t, body)->dep == DEP_COMPOUND && tree_child(t, head, DEP_CONJ) == TREE_NONE && tree_child(t, head, DEP_APPOS) == TREE_NONE && tree_child(t, head, DEP_FLAT) == TREE_NONE && tree_child(t, body, DEP_CONJ) == TREE_NONE && !(tree_token(t, head)->upper) &&
        ((tree_token(t, body)->upper && tree_token(t, body)->pos == POS_PROPN && !parties_is_state(t, body)) || lexicon_sector(tree_token(t, body)->low) == ENTENTE_SECTOR_LAB))
        return body;
    uint32_t state = !strcmp(low, "cabinet") && !tree_token(t, head)->upper ? tree_child(t, head, DEP_POSS) : TREE_NONE; /* "Peru's security cabinet" */
    if (state == TREE_NONE && !strcmp(low, "cabinet") && !tree_token(t, head)->upper)
        state = tree_child(t, head, DEP_AMOD);
    if (state != TREE_NONE && tree_token(t, state)->upper && parties_is_state(t, state))
        return state;
    uint32_t sent_by = lexicon_is_one(low, "negotiator", "delegation", "envoy") && !tree_token(t, head)->upper && tree_child(t, head, DEP_FLAT) == TREE_NONE && tree_child(t, head, DEP_APPOS) == TREE_NONE ? tree_child(t, head, DEP_POSS) : TREE_NONE; /* "Peru's chief negotiator" */
    if (sent_by != TREE_NONE && tree_token(t, sent_by)->upper && parties_is_state(t, sent_by))
        return sent_by;
    static const char *const agents[] = {"lawyers", "attorneys", "team", "counsel", "solicitors"};
    uint32_t acts = LEXICON_IS_ANY(low, agents) ? tree_child_lemma(t, head, DEP_ACL, "represent") : TREE_NONE, client = acts != TREE_NONE ? tree_child(t, acts, DEP_OBJ) : TREE_NONE;
    if (client == TREE_NONE && LEXICON_IS_ANY(low, agents) && strcmp(low, "team") != 0)
        client = tree_child_case(t, head, DEP_NMOD, "for");
    if (client != TREE_NONE && client > head && (tree_token(t, client)->upper || parties_named_behind(t, client)) && tree_child(t, client, DEP_CONJ) == TREE_NONE)
        return client; /* "the legal team representing Jo Doe", "lawyers for Acme" */
    uint32_t of = !strcmp(low, "board") && !tree_token(t, head)->upper ? tree_child_case(t, head, DEP_NMOD, "of") : TREE_NONE; /* "the board of Acme" */
    return of != TREE_NONE && tree_token(t, of)->upper && tree_token(t, of)->pos == POS_PROPN && !parties_is_state(t, of) && strcmp(tree_token(t, of)->low, "education") != 0 ? of : head;
}
