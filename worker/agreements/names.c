/* SPDX-License-Identifier: MIT */
/* What an article's sentences tell of names before any is read for agreements: who bears which title, which countries are in play,
 * who speaks, when the news was. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "agreements.h"

/* "Greek", no name of a state and no capital. */
static bool is_demonym(const sentence *s, uint32_t i)
{
    const country *c = i < s->count && s->tokens[i].upper && lexicon_may_open_country(s->tokens[i].low) ? lexicon_country(s->tokens[i].low) : NULL;
    return c && !c->is_name && !c->is_capital;
}

const country *parties_country_at(const sentence *s, uint32_t i, uint32_t end, uint32_t *length)
{
    enum { NAME = 5 }; /* words of "Democratic Republic of the Congo" */
    const country *best = NULL;
    char key[64];
    size_t n = 0;
    static const char *const parts[] = {"new", "air", "radio", "team", "telecom", "south", "north", "latin", "central", "native", "african", "anglo", "pan"}; /* "New Mexico", "Latin American" are other places than the second word says, "Air Canada" no state */
    if (i >= end || !s->tokens[i].upper || !lexicon_may_open_country(s->tokens[i].low))
        return NULL;
    if (i > 0 && lexicon_is_one(s->tokens[i - 1].low, "pro-", "anti-", "non-"))
        return NULL;
    if (i > 1 && s->tokens[i - 1].low[0] == '-' && lexicon_is_one(s->tokens[i - 2].low, "pro", "anti", "non"))
        return NULL; /* "pro-Russian" is not Russian */
    for (uint32_t k = 0; i > 0 && s->tokens[i - 1].upper && k < sizeof parts / sizeof *parts; k++)
        if (*s->tokens[i - 1].low == *parts[k] && !strcmp(s->tokens[i - 1].low, parts[k]) && (k < 5 || !strncmp(s->tokens[i].low, "america", 7)))
            return NULL;
    for (uint32_t k = i; k < end && k < i + NAME && (k > i || s->tokens[k].upper); k++) {
        size_t w = strlen(s->tokens[k].low);
        if (n + w + 2 > sizeof key)
            break;
        if (n)
            key[n++] = ' ';
        memcpy(key + n, s->tokens[k].low, w + 1);
        n += w;
        const country *c = lexicon_country(key);
        if (c) {
            best = c;
            *length = k - i + 1;
        }
    }
    bool of_people = best && *length == 1 && is_demonym(s, i) && (is_demonym(s, i + 1) || (i > 0 && is_demonym(s, i - 1))); /* "Greek Cypriots": of neither state */
    return of_people ? NULL : best;
}

static bool is_article_of_name(const char *low) { return low[0] && low[1] == 'l' && !low[2] && strchr("aeu", low[0]); } /* al, el, ul */

bool parties_joins_name(const sentence *s, uint32_t i)
{
    if (i == 0 || i + 1 >= s->count)
        return false;
    if (is_article_of_name(s->tokens[i].low) && s->tokens[i - 1].upper) /* "Omar al-Hadi" */
        return i + 2 < s->count && !strcmp(s->tokens[i + 1].low, "-") && s->tokens[i + 2].upper;
    if (s->tokens[i].low[0] != '-' || s->tokens[i].low[1] || !s->tokens[i + 1].upper || !(s->tokens[i - 1].upper || (i > 1 && is_article_of_name(s->tokens[i - 1].low))))
        return false;
    return s->tokens[i].start == s->tokens[i - 1].end && s->tokens[i].end == s->tokens[i + 1].start && !lexicon_country(s->tokens[i - 1].low) && !lexicon_country(s->tokens[i + 1].low);
}

const char *parties_surface(const parties *p, uint32_t start, uint32_t end)
{
    return arena_string(p->arena, p->text->data + start, end - start);
}

void parties_learn_letterhead(parties *p, const char *data, size_t length)
{
    static const char *const offices[] = {"White House", "Secretary of State", "State Department", "Department Spokesperson", "Office of the Spokesperson"};
    for (size_t i = 0; i < sizeof offices / sizeof *offices; i++) {
        size_t n = strlen(offices[i]);
        const char *at = memmem(data, length, offices[i], n);
        p->american |= at && !(at + n + 5 < data + length && memcmp(at + n, " for ", 5) == 0);
    }
    static const char *const letterheads[] = {"The White House", "Secretary of State", "Spokesperson", "Spokesman", "Spokeswoman", "Press Secretary", "Press Office", "Ministry of", "Minister of", "Department of", "Embassy of", "Office of the"};
    enum { MOST = 70, LINES = 12 }; /* menus have such words too, but further down */
    uint32_t lines = 0;
    for (const char *line = data, *end = data + length, *stop; line < end && lines++ < LINES && !p->letterhead.end; line = stop + 1) {
        stop = memchr(line, '\n', (size_t)(end - line));
        if (!stop)
            break;
        bool plain = line > data && stop - line > 8 && stop - line < MOST && isupper((unsigned char)*line) && strncmp(line, "By ", 3) != 0; /* not the headline, no sentence */
        for (const char *c = line; c < stop && plain; c++)
            plain = *c != '.' || !(c[1] == ' ' || c[1] == '\n') || (c > line && isupper((unsigned char)c[-1]));
        for (const char *c = line; c + 1 < stop && plain; c++)
            plain = *c != ' ' || !islower((unsigned char)c[1]) || !strncmp(c, " of ", 4) || !strncmp(c, " the ", 5) || !strncmp(c, " for ", 5) || !strncmp(c, " and ", 5);
        for (size_t i = 0; i < sizeof letterheads / sizeof *letterheads && plain && !p->letterhead.end; i++)
            if (memmem(line, (size_t)(stop - line), letterheads[i], strlen(letterheads[i])))
                p->letterhead = (view){(uint32_t)(line - data), (uint32_t)(stop - data)};
    }
}

/* "Chief Executive Jo Doe", "CEO Jo Doe": of a company, not of a government. */
static bool names_manager(const sentence *s, uint32_t from, uint32_t to)
{
    static const char *const managers[] = {"ceo", "cfo", "coo", "cto", "executive"};
    for (uint32_t i = from; i < to; i++)
        if (LEXICON_IS_ANY(s->tokens[i].low, managers))
            return true;
    return false;
}

/* "Peruvian State Councilor and Foreign Minister Juan Paz": a run of capitals that holds a title, then a name. */
static entente_status learn_person(parties *p, const sentence *s, uint32_t from, uint32_t to, const char *code)
{
    enum { APPOSED = 6 };
    static const char *const courtesies[] = {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir"};
    uint32_t name = to;
    bool title = false, official = false; /* "Mr Doe" holds no office by that */
    for (uint32_t i = from; i < to; i++)
        if (parties_is_title(&s->tokens[i])) {
            title |= (lexicon_classes(s->tokens[i].low) & CLASS_TITLE) != 0; /* not "Presidents Jo Doe and Pat Roe": of whatever countries */
            official |= title && !LEXICON_IS_ANY(s->tokens[i].low, courtesies);
            name = i + 1;
        }
    bool described = false; /* "Jo Doe, the head of the union, ..." */
    for (uint32_t i = to + 1; name == to && to - from == 2 && i < s->count && i < to + 8 && s->tokens[to].low[0] == ',' && s->tokens[i].low[0] != ',' && !described; i++)
        described = lexicon_is_one(s->tokens[to + 1].low, "the", "a", "its") && !s->tokens[i].upper && (lexicon_is_one(s->tokens[i].low, "head", "boss", "leader") || (lexicon_classes(s->tokens[i].low) & CLASS_TITLE) || parties_is_agent(s->tokens[i].low));
    if (described)
        name = from;
    bool office = false;
    for (uint32_t i = from + 1; i < to && title; i++)
        office |= !strcmp(s->tokens[i].low, "for") || !strcmp(s->tokens[i].low, "of");
    while (name < to && (!isupper((unsigned char)p->text->data[s->tokens[name].start]) || (office && parties_is_portfolio(s->tokens[name].low)) || !strcmp(s->tokens[name].low, "elect") || !strcmp(s->tokens[name].low, "designate")))
        name++;
    uint32_t land = 0;
    if (office && name > from && name + 1 < to && !strcmp(s->tokens[name - 1].low, "for") && parties_country_at(s, name, to, &land) && name + land < to) { /* "Special Envoy for Chad Jo Doe": hers is another country */
        name += land;
        code = "";
    }
    uint32_t hyphens = 0;
    for (uint32_t i = name; i < to; i++)
        hyphens += s->tokens[i].low[0] == '-';
    if (name >= to || to - name > 4 + 2 * hyphens)
        return ENTENTE_OK;
    bool company = (lexicon_classes(s->tokens[to - 1].low) & CLASS_SUFFIX) != 0;
    if (!title && !company && (*code || to - name < 2 || (from == 0 && !described)))
        return ENTENTE_OK;
    if (s->tokens[to - 1].end - s->tokens[name].start > PARTY_NAME_BYTES)
        return ENTENTE_OK;
    const char *full = parties_surface(p, s->tokens[name].start, s->tokens[to - 1].end);
    entity *grown = arena_grow(p->arena, p->people, p->people_count, &p->people_capacity, sizeof *grown);
    if (!full || !grown)
        return ENTENTE_LIMIT;
    p->people = grown;
    for (uint32_t k = 0; k < p->people_count; k++) {
        bool known = strstr(p->people[k].name, full) != NULL;
        if (known && *code && !*p->people[k].country)
            p->people[k].country = code;
        if (known)
            return ENTENTE_OK;
        if (to - name > 1 && (title || !p->people[k].surname_only) && !strchr(p->people[k].name, ' ') && !strcmp(p->people[k].last, s->tokens[to - 1].low)) { /* "Secretary Doe" of the headline is "Jane Doe" */
            p->people[k].name = full;
            p->people[k].surname_only &= !title;
            if (*code && !*p->people[k].country)
                p->people[k].country = code;
            return ENTENTE_OK;
        }
    }
    uint32_t n;
    const country *of = to + 1 < s->count && !strcmp(s->tokens[to].low, "of") && title ? parties_country_at(s, to + 1, s->count, &n) : NULL;
    for (uint32_t i = to + 1; !of && !*code && i + 2 < s->count && i < to + APPOSED && !strcmp(s->tokens[to].low, ",") && s->tokens[i].upper; i++)
        if (!strcmp(s->tokens[i + 1].low, "of") && (lexicon_classes(s->tokens[i].low) & CLASS_TITLE))
            of = parties_country_at(s, i + 2, s->count, &n); /* "Jo Doe, National Security Advisor of Greece" */
    code = of ? of->code : code; /* "Prime Minister Jo Doe of Italy" */
    if (p->people_count >= 1000)
        return ENTENTE_OK;
    entity *e = &p->people[p->people_count++];
    *e = (entity){.name = full, .last = s->tokens[to - 1].low, .country = code, .sector = company ? ENTENTE_SECTOR_BUS : title && names_manager(s, from, name) ? ENTENTE_SECTOR_BUS : official ? ENTENTE_SECTOR_GOV : 0, .surname_only = !title && !company};
    for (uint32_t i = from; i < name && e->title_count < ENTITY_TITLES; i++)
        if (lexicon_classes(s->tokens[i].low) & CLASS_TITLE)
            e->titles[e->title_count++] = s->tokens[i].low;
    return ENTENTE_OK;
}

static bool is_dash(const char *low) { return !strcmp(low, "--") || !strcmp(low, "\xE2\x80\x94"); }

/* "The signatories are A, B and C", "the signatories to the pact: the Republic of A, B (for its islands), and C": whose text it is. */
static void learn_signatories(parties *p, const sentence *s)
{
    enum { BEFORE_LIST = 8, NAME = 8 };
    uint32_t i = 0, open = s->count;
    if (p->signatory_count)
        return;
    while (i < s->count && (*s->tokens[i].low != 's' || strncmp(s->tokens[i].low, "signator", 8) != 0))
        i++;
    for (uint32_t k = i + 1; k < s->count && k <= i + BEFORE_LIST && open == s->count; k++) {
        const char *low = s->tokens[k].low;
        if (*low == ':' || is_dash(low) || (k < i + 3 && lexicon_is_one(low, "are", "include", "were")))
            open = k + 1;
    }
    if (open == s->count)
        return;
    uint32_t from = open, depth = 0;
    for (uint32_t k = open; k <= s->count && p->signatory_count < MENTION_PARTIES; k++) {
        const char *low = k < s->count ? s->tokens[k].low : ".";
        depth += *low == '(';
        bool ends = *low == ',' || *low == '.' || *low == ';' || !strcmp(low, "and") || is_dash(low) || *low == '(';
        if (!depth || *low == '(') {
            if (!ends)
                continue;
            while (from < k && !s->tokens[from].upper && (!strcmp(s->tokens[from].low, "the") || !strcmp(s->tokens[from].low, "and")))
                from++;
            uint32_t n;
            bool name = from < k && k - from <= NAME && s->tokens[from].upper && s->tokens[k - 1].upper;
            const country *of = NULL;
            for (uint32_t q = from; name && q < k && !of; q++)
                of = parties_country_at(s, q, k, &n);
            const char *shown = name ? of ? of->name : parties_surface(p, s->tokens[from].start, s->tokens[k - 1].end) : NULL;
            if (from < k && !name && k - from > NAME)
                break; /* the sentence goes on */
            if (shown)
                p->signatory[p->signatory_count++] = (party){.name = shown, .country = of ? of->code : "", .sector = of ? ENTENTE_SECTOR_GOV : 0, .mention = {s->tokens[from].start, s->tokens[k - 1].end}};
            from = k + 1;
        }
        depth -= *low == ')' && depth;
        if (*low == ')')
            from = k + 1;
        if (!depth && (*low == '.' || *low == ';' || (k > open && is_dash(low))))
            break;
    }
    if (p->signatory_count < 2)
        p->signatory_count = 0;
}

/* Where `word` stands as a word in [i, end), in small letters or capitals; `end` where it does not. */
static uint32_t find_word(const char *d, uint32_t i, uint32_t end, const char *word)
{
    uint32_t n = (uint32_t)strlen(word);
    for (; i + n <= end; i++)
        if (strncasecmp(d + i, word, n) == 0 && !isalnum((unsigned char)d[i - 1]) && (i + n == end || !isalnum((unsigned char)d[i + n])))
            return i;
    return end;
}

/* "BOGOTA, 1 DEC 89 (LA PRENSA) -- [Interview with President X by Y] [Text]", "[SPEECH] [PRESIDENT X]", as monitors of broadcasts open a text: who speaks. */
static void learn_speaker_in_notes(parties *p, const sentence *s)
{
    static const char *const spoken[] = {"speech", "interview", "conference", "address", "message", "communique"}, *const whose[] = {"with", "by", "from"}, *const behind[] = {"by", "to", "in", "on", "at", "with", "for"};
    enum { NOTES = 240, NAME = 80 };
    const char *d = p->text->data;
    uint32_t i = p->dateline.end;
    if (s->headline || p->opening || p->speaker.end || !p->dateline.end || s->start < i || s->start - i > NOTES)
        return;
    bool speech = false; /* the note before tells only that somebody speaks */
    while (i < s->start) {
        const char *open = memchr(d + i, '[', s->start - i), *close = open ? memchr(open, ']', (size_t)(d + s->start - open)) : NULL;
        if (!close)
            return;
        uint32_t from = (uint32_t)(open + 1 - d), end = (uint32_t)(close - d), said = end;
        for (size_t k = 0; k < sizeof spoken / sizeof *spoken && said == end; k++)
            said = find_word(d, from, end, spoken[k]);
        for (size_t k = 0; k < sizeof whose / sizeof *whose && said < end && !speech; k++) {
            uint32_t by = find_word(d, said, end, whose[k]);
            from = by < end ? by + (uint32_t)strlen(whose[k]) + 1 : from;
            speech = by < end;
        }
        if (speech && from < end && find_word(d, from, end, "text") == end) {
            for (size_t k = 0; k < sizeof behind / sizeof *behind; k++)
                end = find_word(d, from, end, behind[k]);
            while (end > from && (d[end - 1] == ' ' || d[end - 1] == '\n'))
                end--;
            if (end > from && end - from < NAME)
                p->speaker = (view){from, end};
            return;
        }
        speech = said < end;
        i = (uint32_t)(close + 1 - d);
    }
}

/* "Statement by X", "the following is attributable to X": who speaks in all that follows. */
static void learn_speaker(parties *p, const sentence *s)
{
    static const char *const about[] = {"welcoming", "condemning", "announcing", "marking", "regarding", "following", "honoring", "honouring", "commending", "congratulating", "celebrating", "concerning"};
    for (uint32_t i = 0; i + 2 < s->count && !p->speaker.end; i++) {
        const char *next = s->tokens[i + 1].low;
        if (*next != 'b' && *next != 'f' && *next != 't')
            continue; /* most words */
        bool by = !strcmp(next, "by") && lexicon_is_one(s->tokens[i].low, "statement", "remarks", "readout");
        by |= s->headline && !strcmp(next, "from") && !strcmp(s->tokens[i].low, "statement");
        by |= !strcmp(next, "to") && !strcmp(s->tokens[i].low, "attributable");
        uint32_t end = i + 2;
        while (by && end < s->count && end < i + 14 && !LEXICON_IS_ANY(s->tokens[end].low, about) && (s->tokens[end].upper || (end + 1 < s->count && s->tokens[end + 1].upper && (!strcmp(s->tokens[end].low, "of") || !strcmp(s->tokens[end].low, ",")))))
            end++;
        if (end > i + 2)
            p->speaker = (view){s->tokens[i + 2].start, s->tokens[end - 1].end};
    }
    enum { OPENING = 3, FROM = 10 };
    if (s->count < 3 || p->opening > OPENING || p->speaker.end || s->headline || strcmp(s->tokens[1].low, "following") != 0)
        return;
    for (uint32_t i = 2; i + 1 < s->count && i < FROM && !p->speaker.end; i++) {
        if (!strcmp(s->tokens[i].low, "jointly") && !strcmp(s->tokens[i + 1].low, "by")) { /* what follows is by A and B, jointly */
            uint32_t end = i + 2;
            while (end < s->count && s->tokens[end].low[0] != ':' && s->tokens[end].low[0] != '.')
                end++;
            if (end > i + 2)
                p->speaker = (view){s->tokens[i + 2].start, s->tokens[end - 1].end};
        } else if (!strcmp(s->tokens[i].low, "joint")) { /* what follows is a joint statement or release */
            uint32_t last = i + 1;
            while (last + 1 < s->count && last < i + 3 && (s->tokens[last + 1].pos == POS_NOUN || !strcmp(s->tokens[last + 1].low, "release") || !strcmp(s->tokens[last + 1].low, "statement")) && strcmp(s->tokens[last + 1].low, "by") != 0)
                last++;
            p->speaker = (view){s->tokens[i].start, s->tokens[last].end};
        }
    }
}

/* "... met on Monday", "... on August 5, 2021" in the first sentences of the body: what the article tells of was then. */
static void learn_occasion(parties *p, const sentence *s)
{
    enum { OPENING = 3, DATELINE = 6 };
    if (s->headline || p->occasion.end || p->opening++ >= OPENING)
        return;
    for (uint32_t i = 0; i < s->count && !p->occasion.end; i++) {
        const char *low = s->tokens[i].low;
        size_t n = strlen(low);
        if (!(lexicon_classes(low) & CLASS_TIME))
            continue;
        uint32_t last = i;
        bool dated = p->opening == 1 && i < DATELINE; /* "LIMA, March 3 -": when it was written */
        if (dated && !lexicon_is_one(low, "today", "yesterday", "tonight"))
            continue;
        if (s->tokens[i].upper && i + 1 < s->count && isdigit((unsigned char)s->tokens[i + 1].low[0])) {
            last = i + 1;
            if (i + 3 < s->count && !strcmp(s->tokens[i + 2].low, ",") && isdigit((unsigned char)s->tokens[i + 3].low[0]))
                last = i + 3;
        } else if (n < 5 || strcmp(low + n - 3, "day") != 0) {
            continue; /* neither a date nor a day of the week, today, yesterday */
        }
        bool ahead = false; /* "will meet on Monday" */
        for (uint32_t k = i > 12 ? i - 12 : 0; k < i; k++)
            ahead |= !strcmp(s->tokens[k].low, "will");
        for (uint32_t k = i > 2 ? i - 2 : 0; k < i; k++) /* "until 31 January 2027" */
            ahead |= lexicon_is_one(s->tokens[k].low, "until", "till", "by") || !strcmp(s->tokens[k].low, "from");
        if (ahead)
            continue;
        p->occasion = (view){s->tokens[i].start, s->tokens[last].end};
    }
}

/* "Lake States Leaders' Statement", "Alliance Foreign Ministers' Communique": the name before those who lead it. */
static void learn_leaders(parties *p, const sentence *s)
{
    for (uint32_t i = 3; i < s->count && s->headline && !p->issuers.end; i++) {
        uint32_t to = i - 2, from = 0;
        if (!(lexicon_classes(s->tokens[i].low) & (CLASS_TEXT | CLASS_WEAKTEXT)) || s->tokens[i - 1].low[0] != '\'' || !(lexicon_classes(s->tokens[to].lemma) & CLASS_TITLE || !strcmp(s->tokens[to].low, "leaders") || !strcmp(s->tokens[to].low, "ministers")))
            continue;
        while (to > 0 && ((lexicon_classes(s->tokens[to].low) & CLASS_TITLE) || !strcmp(s->tokens[to].low, "leaders") || !strcmp(s->tokens[to].low, "ministers") || !strcmp(s->tokens[to].low, "foreign")))
            to--;
        from += !strcmp(s->tokens[0].low, "the");
        bool name = to >= from && to < from + 4;
        for (uint32_t k = from; k <= to && name; k++)
            name = s->tokens[k].upper || isdigit((unsigned char)s->tokens[k].low[0]);
        uint32_t n;
        if (!name || parties_country_at(s, from, to + 1, &n))
            continue;
        p->document = (view){s->tokens[i].start, s->tokens[i].end};
        p->issuers = (view){s->tokens[from].start, s->tokens[to].end};
        p->issuer[0] = (party){.name = parties_surface(p, p->issuers.start, p->issuers.end), .country = "", .sector = ENTENTE_SECTOR_IGO};
        p->issuer_count = p->issuer[0].name != NULL;
    }
}

/* Names joined by commas and "and": a state, "the governments of A and B", or a body as it is called. */
static void learn_issuer_names(parties *p, const sentence *s, uint32_t from, uint32_t to)
{
    p->issuer_count = 0;
    for (uint32_t i = from, end; i < to && p->issuer_count < MENTION_PARTIES; i = end + 1) {
        while (i < to && (!s->tokens[i].upper || ((lexicon_classes(s->tokens[i].lemma) & CLASS_PEOPLE) && i + 1 < to && !strcmp(s->tokens[i + 1].low, "of"))))
            i++;
        for (end = i; end < to && strcmp(s->tokens[end].low, "and") != 0 && strcmp(s->tokens[end].low, ",") != 0;)
            end++;
        uint32_t n;
        const country *c = NULL, *next;
        for (uint32_t k = i; k < end && p->issuer_count < MENTION_PARTIES; k++) { /* "the U.S.-Norway Dialogue": both */
            next = s->tokens[k].upper ? parties_country_at(s, k, end, &n) : NULL;
            if (c && next)
                p->issuer[p->issuer_count++] = (party){.name = c->name, .country = c->code, .sector = ENTENTE_SECTOR_GOV};
            c = next ? next : c;
            k += next ? n - 1 : 0;
        }
        bool secretary = p->american && i + 2 < end && !strcmp(s->tokens[i].low, "secretary") && !strcmp(s->tokens[i + 2].low, "state");
        c = c ? c : secretary ? lexicon_country_of_code("USA") : NULL;
        const char *name = c ? c->name : i < end ? parties_surface(p, s->tokens[i].start, s->tokens[end - 1].end) : NULL;
        if (name && p->issuer_count < MENTION_PARTIES)
            p->issuer[p->issuer_count++] = (party){.name = name, .country = c ? c->code : "", .sector = c ? ENTENTE_SECTOR_GOV : 0};
    }
}

/* "Joint Statement of the Lake States", "Joint Communique by A and B", a following text that was put out by A and
 * B": who "we" are. */
static void learn_issuers(parties *p, const sentence *s)
{
    enum { BETWEEN = 4, NAMES = 40 };
    bool follows = false; /* "following is" what follows: a joint statement by A and B */
    for (uint32_t i = 0; i + 3 < s->count && (s->headline || p->opening < 2) && !p->issuers.end; i++) {
        bool joint = !strcmp(s->tokens[i].low, "joint") && (s->headline || follows), following = !strcmp(s->tokens[i].low, "following");
        follows |= following;
        if ((!joint && !following) || !(lexicon_classes(s->tokens[i + 1].low) & (CLASS_TEXT | CLASS_WEAKTEXT)))
            continue;
        uint32_t by = i + 2;
        while (following && by < i + 2 + BETWEEN && by + 1 < s->count && strcmp(s->tokens[by].low, "by") != 0)
            by++;
        const char *of = s->tokens[by].low;
        bool between = !strcmp(of, "between");
        if (strcmp(of, "by") != 0 && (following || (strcmp(of, "of") != 0 && strcmp(of, "from") != 0 && !between)))
            continue;
        uint32_t from = by + 1, to = from, states = 0, n;
        from += from < s->count && !strcmp(s->tokens[from].low, "the");
        for (uint32_t k = from; k < s->count && k < from + NAMES; k++) {
            const char *low = s->tokens[k].low;
            bool joins = !strcmp(low, "of") || !strcmp(low, "the") || !strcmp(low, "and") || !strcmp(low, ",") || !strcmp(low, "'s"), people = follows && (lexicon_classes(s->tokens[k].lemma) & (CLASS_PEOPLE | CLASS_TITLE));
            if (!joins && !people && !s->tokens[k].upper)
                break;
            states += s->tokens[k].upper && parties_country_at(s, k, s->count, &n) != NULL;
            to = joins ? to : k + 1;
        }
        if (to <= from || (follows && !states))
            continue;
        p->document = (view){s->tokens[i].start, s->tokens[i + 1].end};
        p->issuers = (view){s->tokens[from].start, s->tokens[to - 1].end};
        if (between || states > 1) {
            learn_issuer_names(p, s, from, to);
        } else if (p->issuers.end - p->issuers.start <= PARTY_NAME_BYTES) {
            p->issuer[0] = (party){.name = parties_surface(p, p->issuers.start, p->issuers.end), .country = ""};
            p->issuer_count = p->issuer[0].name != NULL;
        }
    }
}

/* "Peru-U.S. Dialogue Joint Statement", "Joint Declaration on the U.S.-Peru Partnership": a joint text whose headline names two states. */
static void learn_issuing_states(parties *p, const sentence *s)
{
    uint32_t word = 1, count = 0, n;
    while (word < s->count && (strcmp(s->tokens[word - 1].low, "joint") != 0 || !(lexicon_classes(s->tokens[word].low) & (CLASS_TEXT | CLASS_WEAKTEXT))))
        word++;
    if (!s->headline || p->issuers.end || word >= s->count)
        return;
    const country *states[3];
    for (uint32_t k = 0; k < s->count && count < 3; k++) {
        const country *c = s->tokens[k].upper ? parties_country_at(s, k, s->count, &n) : NULL;
        k += c ? n - 1 : 0;
        if (c && !(count && !strcmp(c->code, states[0]->code)) && !(count > 1 && !strcmp(c->code, states[1]->code)))
            states[count++] = c;
    }
    if (count != 2)
        return;
    p->document = (view){s->tokens[word - 1].start, s->tokens[word].end};
    p->issuers = (view){s->tokens[0].start, s->tokens[s->count - 1].end};
    for (p->issuer_count = 0; p->issuer_count < 2; p->issuer_count++)
        p->issuer[p->issuer_count] = (party){.name = states[p->issuer_count]->name, .country = states[p->issuer_count]->code, .sector = ENTENTE_SECTOR_GOV};
}

/* "the Lake Chad Commission (LCC)": later the letters alone stand for it. */
static entente_status learn_acronym(parties *p, const sentence *s)
{
    enum { NAME = 8, PEOPLE_MOST = 1000 };
    for (uint32_t i = 2; i + 1 < s->count; i++) {
        const token *k = &s->tokens[i];
        uint32_t letters = k->end - k->start, from = i - 1;
        if (s->tokens[i - 1].low[0] != '(' || s->tokens[i + 1].low[0] != ')' || letters < 2 || letters > 8 || !isupper((unsigned char)p->text->data[k->start + 1]) || p->people_count >= PEOPLE_MOST)
            continue;
        while (from > 0 && i - from < NAME && (s->tokens[from - 1].upper || (from > 1 && s->tokens[from - 2].upper && (!strcmp(s->tokens[from - 1].low, "of") || !strcmp(s->tokens[from - 1].low, "for") || !strcmp(s->tokens[from - 1].low, "and")))))
            from--;
        uint32_t exact = i - 1, initials = 0;
        while (exact > from && initials < letters) /* as many names as letters, when that fits */
            initials += s->tokens[--exact].upper;
        if (initials == letters && p->text->data[s->tokens[exact].start] == p->text->data[k->start])
            from = exact;
        while (from + 1 < i && (p->text->data[s->tokens[from].start] != p->text->data[k->start] || !strcmp(s->tokens[from].low, "the"))) /* it begins with the same letter */
            from++;
        if (from + 2 >= i || s->tokens[i - 2].end - s->tokens[from].start > PARTY_NAME_BYTES)
            continue;
        const char *name = parties_surface(p, s->tokens[from].start, s->tokens[i - 2].end), *acronym = parties_surface(p, k->start, k->end);
        entity *grown = arena_grow(p->arena, p->people, p->people_count, &p->people_capacity, sizeof *grown);
        if (!name || !acronym || !grown)
            return ENTENTE_LIMIT;
        p->people = grown;
        p->people[p->people_count++] = (entity){.name = name, .last = s->tokens[i - 2].low, .country = "", .acronym = acronym, .surname_only = true};
    }
    return ENTENTE_OK;
}

/* "We, the leaders of the Lake States, met": who "we" are in all that follows. */
static void learn_we(parties *p, const sentence *s)
{
    enum { LEADERS = 8, NAMES = 40 };
    if (p->issuers.end || p->opening > 3 || s->count < 6 || strcmp(s->tokens[0].low, "we") != 0 || s->tokens[1].low[0] != ',')
        return;
    uint32_t of = 2, to;
    while (of < s->count && of < LEADERS && strcmp(s->tokens[of].low, "of") != 0)
        of++;
    uint32_t from = of + 1, states = 0, n;
    from += from < s->count && !strcmp(s->tokens[from].low, "the");
    for (to = from; to < s->count && to < from + NAMES; to++) {
        bool joins = lexicon_is_one(s->tokens[to].low, "and", "of", "the") || (s->tokens[to].low[0] == ',' && to + 1 < s->count && (s->tokens[to + 1].upper || !strcmp(s->tokens[to + 1].low, "and")));
        if (!joins && !s->tokens[to].upper)
            break;
        states += s->tokens[to].upper && parties_country_at(s, to, s->count, &n) != NULL;
    }
    while (to > from && !s->tokens[to - 1].upper)
        to--;
    if (to <= from || s->tokens[to - 1].end - s->tokens[from].start > (states > 1 ? UINT32_MAX : PARTY_NAME_BYTES))
        return;
    p->issuers = (view){s->tokens[from].start, s->tokens[to - 1].end};
    if (states > 1) {
        learn_issuer_names(p, s, from, to);
    } else {
        p->issuer[0] = (party){.name = parties_surface(p, p->issuers.start, p->issuers.end), .country = "", .sector = ENTENTE_SECTOR_IGO};
        p->issuer_count = p->issuer[0].name != NULL;
    }
}

void parties_name_capitals(const parties *p, const sentence *s)
{
    enum { LEAD = 1000 };
    const char *data = p->text->data;
    for (uint32_t i = 0; i < s->count; i++) {
        token *k = &s->tokens[i];
        uint32_t n = (uint32_t)strlen(k->low), end = p->text->length - n < s->end + LEAD ? p->text->length - n : s->end + LEAD;
        if (k->upper || n < 3 || n > p->text->length || (k->pos != POS_NOUN && k->pos != POS_ADJ && k->pos != POS_VERB))
            continue;
        for (uint32_t at = s->end + 1; at <= end && !k->upper; at++) {
            if (data[at] != (k->low[0] & ~32))
                continue;
            bool word = !memcmp(data + at + 1, k->low + 1, n - 1) && isspace((unsigned char)data[at - 1]) && (at + n == p->text->length || !isalnum((unsigned char)data[at + n]));
            bool inside = data[at - 1] == ' ' && isalpha((unsigned char)data[at - 2]), named = at + n + 1 < p->text->length && data[at + n] == ' ' && isupper((unsigned char)data[at + n + 1]);
            bool acronym = inside && !strncasecmp(data + at, k->low, n) && (at + n == p->text->length || !isalnum((unsigned char)data[at + n])) && data[at + 1] == (k->low[1] & ~32) && data[at + n - 1] == (k->low[n - 1] & ~32) && isalpha((unsigned char)k->low[n - 1]);
            k->upper = (word && n > 3 && (inside || named)) || acronym; /* "said Apex", "Apex Foods", "and AMC" */
        }
    }
}

/* A byte that may be of a capital: of ASCII, or the first of those of Latin-1 and Latin Extended-A. */
static bool may_be_capital(char c) { return (c >= 'A' && c <= 'Z') || ((uint8_t)c >= 0xC3 && (uint8_t)c <= 0xC5); }

/* Whether a word between spaces may be a country's or the Union's name, or hold two names: "U.S.-Peru", "(LCC)". */
static bool may_name_country(const char *d, uint32_t i, uint32_t stop)
{
    enum { WORD = 32 };
    char word[WORD];
    uint32_t n = 0;
    while (i < stop && !isalnum((unsigned char)d[i]) && (uint8_t)d[i] < 0x80)
        i++;
    for (uint32_t k = i; k < stop; k++)
        if (d[k] == '-' || d[k] == '/' || (uint8_t)d[k] >= 0x80)
            return true;
    while (i < stop && n + 1 < WORD && (isalnum((unsigned char)d[i]) || (d[i] == '.' && i + 1 < stop && isalnum((unsigned char)d[i + 1]))))
        word[n++] = (char)tolower((unsigned char)d[i++]);
    word[n] = '\0';
    return strchr(word, '.') || !strcmp(word, "eu") || lexicon_country(word);
}

bool parties_may_learn(const parties *p, const sentence *s)
{
    enum { OPENING = 4, SHORT = 3, BESIDE = 1 };
    const char *d = p->text->data;
    uint32_t capitals = 0, away = BESIDE + 1; /* from the last word with a capital */
    if (s->headline || p->opening < OPENING)
        return true;
    for (uint32_t k = s->start; k < s->end; k++)
        capitals += may_be_capital(d[k]);
    for (uint32_t i = s->start, stop; i < s->end && capitals; i = stop + 1) {
        uint32_t found = 0;
        for (stop = i; stop < s->end && d[stop] != ' '; stop++)
            found += may_be_capital(d[stop]);
        capitals -= found;
        if (found == 1 && d[i] == 'I' && (stop == i + 1 || !isalnum((unsigned char)d[i + 1])))
            found = 0;
        if (found && (away <= BESIDE || d[i] == '(' || may_name_country(d, i, stop)))
            return true; /* two capitals side by side, or with "of" between them, may be somebody's name */
        away = found ? 0 : away + (stop - i <= SHORT ? 1 : BESIDE + 1);
        if (stop > i && strchr(",;:", d[stop - 1]))
            away = BESIDE + 1;
    }
    return false;
}

entente_status parties_learn(parties *p, const sentence *s)
{
    learn_speaker_in_notes(p, s);
    learn_speaker(p, s);
    learn_we(p, s);
    learn_issuers(p, s);
    learn_issuing_states(p, s);
    learn_leaders(p, s);
    learn_occasion(p, s);
    learn_signatories(p, s);
    if (!s->open)
        parties_learn_teller(p, s);
    parties_learn_announcer(p, s);
    for (uint32_t i = 0; i < s->count; i++) {
        enum { SHORTEST = 3 }; /* letters, of what is counted */
        entente_sector sector = 0;
        uint64_t classes = s->tokens[i].end - s->tokens[i].start < SHORTEST ? 0 : lexicon_classes_and_sector(s->tokens[i].low, &sector);
        p->business_words += (classes & CLASS_BUSINESS) != 0;
        p->sport_words += !s->tokens[i].upper && sector == ENTENTE_SECTOR_SPORT;
        p->deal_words += (classes & (CLASS_TEXT | CLASS_TALKS)) != 0;
        bool of_union = s->tokens[i].upper && *s->tokens[i].low == 'e' && (!strcmp(s->tokens[i].low, "eu") || (!strcmp(s->tokens[i].low, "european") && i + 1 < s->count && !strcmp(s->tokens[i + 1].low, "union")));
        p->union_count += of_union;
        p->union_in_headline |= of_union && s->headline;
        bool acronym = (classes & CLASS_TEXT) && i + 3 < s->count && s->tokens[i + 1].low[0] == '(' && s->tokens[i + 3].low[0] == ')' && s->tokens[i + 2].upper;
        if (acronym && p->text_acronym_count < sizeof p->text_acronyms / sizeof *p->text_acronyms)
            p->text_acronyms[p->text_acronym_count++] = s->tokens[i + 2].low;
    }
    for (uint32_t i = 0; i + 1 < s->count; i++) {
        if (!s->tokens[i].upper || (*s->tokens[i].low != 's' && *s->tokens[i].low != 'w'))
            continue;
        bool state = i + 2 < s->count && !strcmp(s->tokens[i].low, "secretary") && !strcmp(s->tokens[i + 1].low, "of") && !strcmp(s->tokens[i + 2].low, "state") &&
                     !(i + 3 < s->count && !strcmp(s->tokens[i + 3].low, "for")); /* those for something are British */
        p->american |= state || (!strcmp(s->tokens[i].low, "white") && !strcmp(s->tokens[i + 1].low, "house"));
    }
    uint32_t capitals = 0;
    for (uint32_t i = 0; i < s->count; i++)
        capitals += s->tokens[i].upper;
    bool title_case = s->headline && 2 * capitals > s->count; /* where a name ends, the body tells */
    entente_status acronyms = learn_acronym(p, s);
    if (acronyms)
        return acronyms;
    for (uint32_t i = 0; i < s->count;) {
        if (!s->tokens[i].upper) {
            i++;
            continue;
        }
        const char *code = "";
        uint32_t k = i, n, comma = i > 2 && s->tokens[i - 1].low[0] == ',', demonym = i > 1u + comma && !strcmp(s->tokens[i - 1 - comma].low, "counterpart") ? i - 2 - comma : i;
        const country *counterpart = demonym < i ? parties_country_at(s, demonym, demonym + 1, &n) : NULL; /* "his Indian counterpart(,) Jo Doe" */
        if (counterpart)
            code = counterpart->code;
        while (k < s->count && k < i + 14 && !(k > i && lexicon_is_weekday(s->tokens[k].low)) && /* "Minister Jo Doe Tuesday signed" */
               (s->tokens[k].upper || parties_joins_name(s, k) || (k + 1 < s->count && k > i && s->tokens[k + 1].upper && (lexicon_classes(s->tokens[k - 1].low) & CLASS_TITLE) &&
                                       (!strcmp(s->tokens[k].low, "and") || !strcmp(s->tokens[k].low, "of") || !strcmp(s->tokens[k].low, "for"))) ||
                (k > i + 2 && k + 1 < s->count && !strcmp(s->tokens[k].low, "and") && s->tokens[k + 1].upper && parties_is_portfolio(s->tokens[k - 1].low) && parties_is_portfolio(s->tokens[k + 1].low)))) {
            const country *c = parties_country_at(s, k, s->count, &n);
            bool place = c && c->is_capital && ((k > 0 && lexicon_is_one(s->tokens[k - 1].low, "in", "at", "near")) || (s->tokens[k].upper && k + n < s->count && !strcmp(s->tokens[k + n].low, "capital"))); /* "met in Havana": Cuba is no party */
            bool seat = c && s->tokens[k].upper && k + n < s->count && (lexicon_is_one(s->tokens[k + n].low, "capital", "city", "town") || !strcmp(s->tokens[k + n].low, "province")); /* "talks in the Ethiopian capital" */
            seat |= c && c->is_name && k > 1 && s->tokens[k - 1].low[0] == ',' && s->tokens[k - 2].upper && k + n < s->count && (s->tokens[k + n].low[0] == ',' || s->tokens[k + n].low[0] == '.'); /* "Addis Ababa, Ethiopia," */
            place |= seat;
            bool named_text = place || (c && c->is_capital && k + n < s->count && (lexicon_classes(s->tokens[k + n].low) & CLASS_TEXT)); /* "the Vienna Convention" is not about Austria */
            if (c && !*code && !named_text)
                code = c->code;
            if (named_text)
                k += n - 1;
            else if (c) {
                uint32_t q = 0;
                while (q < p->country_count && strcmp(p->countries[q].code, c->code) != 0)
                    q++;
                if (q < sizeof p->countries / sizeof *p->countries) {
                    if (q == p->country_count) {
                        p->countries[q].name = c->name;
                        p->countries[q].code = c->code;
                        p->countries[q].count = 0;
                        p->countries[q].in_headline = p->countries[q].by_name = false;
                        p->countries[q].form = (view){0, 0};
                        p->country_count++;
                    }
                    p->countries[q].count++;
                    p->countries[q].in_headline |= s->headline;
                    p->countries[q].by_name |= c->is_name;
                    if (!p->countries[q].form.end && c->is_short)
                        p->countries[q].form = (view){s->tokens[k].start, s->tokens[k + n - 1].end};
                }
                k += n - 1;
            }
            k++;
        }
        bool of_state = k - i >= 2 && k + 1 < s->count && !strcmp(s->tokens[k].low, "of") && parties_country_at(s, k + 1, s->count, &n); /* "call with President Jo Doe of Norway": a name ends there */
        if (k - i >= 2 && (!title_case || of_state) && !s->shouted) {
            entente_status e = learn_person(p, s, i, k, code);
            if (e)
                return e;
        }
        i = k;
    }
    return ENTENTE_OK;
}
