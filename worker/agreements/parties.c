/* SPDX-License-Identifier: MIT */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "agreements.h"

/* "Rosa Lind" and "Lind". */
static bool is_surname_of(const char *last, const char *full)
{
    size_t n = strnlen(last, PARTY_NAME_BYTES), m = strnlen(full, PARTY_NAME_BYTES);
    return isupper((unsigned char)*last) && m > n + 1 && full[m - n - 1] == ' ' && !memchr(last, ' ', n) && strcmp(full + m - n, last) == 0;
}

/* "the union" beside "the Larch workers union". */
static bool is_short_for(const party *x, const party *longer)
{
    size_t n = strnlen(x->name, PARTY_NAME_BYTES + 1), all = strnlen(longer->name, PARTY_NAME_BYTES + 1);
    return islower((unsigned char)*x->name) && !x->plural && !strchr(x->name, ' ') && n < all && all <= PARTY_NAME_BYTES && longer->name[all - n - 1] == ' ' && strcasecmp(longer->name + all - n, x->name) == 0;
}

void parties_add(mention *m, party x)
{
    for (uint32_t i = 0; i < m->party_count; i++) {
        if (strcmp(m->parties[i].name, x.name) == 0 || (!*x.country && (is_surname_of(x.name, m->parties[i].name) || is_short_for(&x, &m->parties[i]))))
            return;
        if (!*m->parties[i].country && is_surname_of(m->parties[i].name, x.name)) {
            m->parties[i] = x;
            return;
        }
    }
    if (m->party_count < MENTION_PARTIES)
        m->parties[m->party_count++] = x;
}

const entity *parties_person(const parties *p, const char *name)
{
    size_t n = strnlen(name, PARTY_NAME_BYTES + 1);
    if (n > PARTY_NAME_BYTES)
        return NULL;
    for (uint32_t k = 0; k < p->people_count; k++) {
        if (p->people[k].acronym && strcmp(p->people[k].acronym, name) == 0)
            return &p->people[k];
        const char *full = p->people[k].name, *at = strstr(full, name);
        if (at && (at == full || at[-1] == ' ') && (at[n] == '\0' || at[n] == '-' || (at[n] == ' ' && !p->people[k].surname_only)))
            return &p->people[k];
    }
    return NULL;
}

/* "The Secretary", "the Foreign Minister": the one who was named with all of these titles, and with the fewest others. */
static const entity *bearer_of_title(const parties *p, const sentence *s, uint32_t from, uint32_t to)
{
    const entity *best = NULL;
    for (uint32_t k = 0; k < p->people_count; k++) {
        const entity *e = &p->people[k];
        uint32_t given = 0, found = 0;
        for (uint32_t i = from; i < to; i++) {
            if (!(lexicon_classes(s->tokens[i].low) & CLASS_TITLE))
                continue;
            given++;
            for (uint32_t q = 0; q < e->title_count; q++)
                if (strcmp(e->titles[q], s->tokens[i].low) == 0) {
                    found++;
                    break;
                }
        }
        bool nearer = !best || e->title_count < best->title_count || (e->title_count == best->title_count && p->american && (!*e->country || !strcmp(e->country, "USA")) && *best->country && strcmp(best->country, "USA") != 0); /* "the President", in a paper of his office */
        if (given && found == given && nearer)
            best = e;
    }
    return best;
}

static entente_sector sector_of(const sentence *s, uint32_t from, uint32_t to)
{
    entente_sector any = 0; /* of "group", which others than companies are called: what kind, the words before it tell */
    for (uint32_t i = to; i-- > from;) {
        entente_sector sector = s->tokens[i].upper ? lexicon_sector_in_name(s->tokens[i].low) : lexicon_sector(s->tokens[i].low);
        if (sector == ENTENTE_SECTOR_SPORT && s->tokens[i].upper && i + 1 < to && !strcmp(s->tokens[i].low, "united"))
            sector = 0; /* "United Steelworkers" */
        for (uint32_t k = from; sector == ENTENTE_SECTOR_MIL && s->tokens[i].upper && k < i; k++)
            if (s->tokens[k].upper && lexicon_is_one(s->tokens[k].low, "liberation", "resistance", "revolutionary"))
                sector = ENTENTE_SECTOR_REB; /* "the Lord's Liberation Army" */
        if (sector == ENTENTE_SECTOR_IGO && !s->tokens[i].upper)
            sector = !strcmp(s->tokens[i].low, "nations") ? ENTENTE_SECTOR_GOV : sector; /* "other nations" */
        if (sector == ENTENTE_SECTOR_GOV && i > from && !strcmp(s->tokens[i].low, "council") && !strcmp(s->tokens[i - 1].low, "security"))
            sector = ENTENTE_SECTOR_IGO;
        for (uint32_t k = from; sector == ENTENTE_SECTOR_GOV && s->tokens[i].upper && k < i; k++)
            if (s->tokens[k].upper && lexicon_sector(s->tokens[k].low) == ENTENTE_SECTOR_IGO)
                sector = ENTENTE_SECTOR_IGO; /* "U.N. Security Council" */
        if (sector && !strcmp(s->tokens[i].low, "group")) {
            any = sector;
            continue;
        }
        bool of_states = i > 0 && lexicon_is_one(s->tokens[i].low, "union", "community", "commission") && lexicon_is_one(s->tokens[i - 1].low, "european", "african", "economic");
        if (sector || of_states)
            return of_states ? ENTENTE_SECTOR_IGO : sector;
    }
    return any;
}

/* Definite heads that stand for a company named before. */
static const char *const company_heads[] = {"company", "firm", "group", "carrier", "maker", "bank", "airline", "retailer", "automaker", "club", "team"};

/* "The company", "the union": the name last spoken of that such a head fits. */
static const party *antecedent(const parties *p, const char *head)
{
    for (uint32_t i = p->recent_count; i-- > 0;) {
        const party *r = &p->recent[i % PARTIES_RECENT];
        const char *at = strcasestr(r->name, head);
        bool edge = at && (at == r->name ? !isalpha((unsigned char)at[strlen(head)]) : !at[strlen(head)]); /* "the union": a name that begins or ends so, not "Union leader Doe's friends", "Unionists" */
        if (edge && isupper((unsigned char)*at) && !strchr(r->name, '\''))
            return r;
        if (i + PARTIES_RECENT <= p->recent_count)
            break;
    }
    for (uint32_t i = p->recent_count; i-- > 0 && lexicon_is_one(head, "country", "nation", "republic");) { /* the state spoken of last */
        const party *r = &p->recent[i % PARTIES_RECENT];
        if (*r->country && !r->person && r->sector == ENTENTE_SECTOR_GOV && !strcmp(r->name, parties_country_name(r->country)))
            return r;
        if (i + PARTIES_RECENT <= p->recent_count)
            break;
    }
    for (uint32_t i = p->recent_count; i-- > 0 && LEXICON_IS_ANY(head, company_heads);) {
        const party *r = &p->recent[i % PARTIES_RECENT];
        const char *last = strrchr(r->name, ' ');
        if (isupper((unsigned char)*r->name) && (!last || isupper((unsigned char)last[1])) && !*r->country && !r->person && !parties_person(p, r->name) && (!r->plural || last) && (!r->sector || r->sector == ENTENTE_SECTOR_BUS))
            return r;
        if (i + PARTIES_RECENT <= p->recent_count)
            break;
    }
    return NULL;
}

/* The country in tokens [from, to), whose first token and length are given out. */
static const country *find_country(const sentence *s, uint32_t from, uint32_t to, uint32_t *start, uint32_t *length)
{
    for (uint32_t i = from; i < to; i++)
        if (s->tokens[i].upper) {
            const country *c = parties_country_at(s, i, to, length);
            if (c) {
                *start = i;
                return c;
            }
        }
    return NULL;
}

bool parties_is_state(const tree *t, uint32_t i)
{
    for (uint32_t from = i, n; from + 4u > i; from--) { /* the head of a name is its last word: "the United States" */
        if (parties_country_at(t->s, from, t->s->count, &n) && from + n > i)
            return true;
        if (!from || !tree_token(t, from - 1)->upper)
            return false;
    }
    return false;
}

view parties_place_behind(const tree *t, uint32_t i)
{
    static const char *const settlements[] = {"city", "town", "village", "resort", "capital", "port", "suburb", "island", "district"};
    if (tree_token(t, i)->upper || !LEXICON_IS_ANY(tree_token(t, i)->lemma, settlements))
        return (view){0, 0};
    uint32_t of = tree_child_case(t, i, DEP_NMOD, "of"), first = i + 1u, to;
    first += first < t->s->count && (tree_is_low(t, first, ",") || (of != TREE_NONE && tree_is_low(t, first, "of")));
    for (to = first; to < t->s->count && tree_token(t, to)->upper && !(lexicon_classes(tree_token(t, to)->low) & CLASS_TIME);)
        to++;
    return to > first ? (view){tree_token(t, first)->start, tree_token(t, to - 1)->end} : (view){0, 0};
}

bool parties_is_capital(const tree *t, uint32_t i)
{
    uint32_t n;
    const country *c = parties_country_at(t->s, i, t->s->count, &n);
    return c && c->is_capital;
}

/* "Ministry of Trade | and Industry", "Housing | and Urban Development", "Union of Road | and Rail Workers": what one body has to do with. */
static bool is_joint_field(const tree *t, uint32_t and)
{
    uint32_t last = and + 1;
    while (last + 1 < t->s->count && tree_token(t, last + 1)->upper && tree_token(t, last + 1)->pos != POS_PUNCT)
        last++;
    const token *before = tree_token(t, and - 1), *k = tree_token(t, last);
    if (parties_is_portfolio(before->low))
        return parties_is_portfolio(tree_token(t, and + 1)->low) || parties_is_portfolio(k->low);
    return last > and + 1 && (k->tag == TAG_NNS || k->tag == TAG_NNPS) && parties_is_people(t, last) && !parties_is_people(t, and - 1);
}

/* Where a run of capitals that belongs to the phrase ends: "Secretary of State | Jane Q. Doe |". */
static uint32_t capitals_end(const tree *t, uint32_t head, uint32_t to)
{
    while (to < t->s->count && to < head + 12) {
        const token *k = tree_token(t, to);
        if (lexicon_is_weekday(k->low) && !tree_token(t, to - 1)->upper)
            break; /* "the rebel leader Friday": when, no name */
        if (parties_joins_name(t->s, to) && tree_under(t, to + 1, head)) {
            to++;
            continue;
        }
        bool of = ((!strcmp(k->low, "of") && tree_token(t, head)->upper && !(t->s->headline && to + 1 < t->s->count && tree_token(t, to + 1)->tag == TAG_VBG)) || (!strcmp(k->low, "&") && !t->s->headline && tree_token(t, to - 1)->upper)) && to + 1 < t->s->count && tree_token(t, to + 1)->upper;
        bool institution = (!strcmp(k->low, "for") || !strcmp(k->low, "and")) && to + 1 < t->s->count && tree_token(t, to + 1)->upper && tree_token(t, head)->upper && parties_is_institution(tree_token(t, head)->low);
        of |= institution && !strcmp(k->low, "for"); /* "Department for Transport" */
        of |= institution && to > head + 2 && !strcmp(k->low, "and") && is_joint_field(t, to);
        bool kind = k->tag == TAG_VBG && k->upper && !t->s->headline && to > head + 1 && to + 1 < t->s->count && tree_token(t, to + 1)->upper; /* "Organization of Petroleum Exporting Countries" */
        bool bearer = to == head + 1 && k->pos == POS_PROPN && (lexicon_classes(tree_token(t, head)->lemma) & CLASS_TITLE); /* however it hangs */
        bool local = k->pos == POS_NUM && k->dep == DEP_FLAT && !strcmp(tree_token(t, to - 1)->low, "local"); /* "Transport Workers Local 8" */
        bool particle = k->dep == DEP_FLAT && !k->upper && to > head && to + 1 < t->s->count && tree_token(t, to + 1)->upper && tree_token(t, to + 1)->dep == DEP_FLAT; /* "Rosa del Mar" */
        if (!(k->upper || of || particle || local) || k->pos == POS_PUNCT || (k->pos == POS_VERB && !kind) || k->pos == POS_AUX || !(tree_under(t, to, head) || bearer))
            break;
        to += 1 + of;
    }
    return to;
}

bool parties_named_behind(const tree *t, uint32_t i) { return capitals_end(t, i, i + 1) > i + 1; }

/* Whether the "'s" at `i` is inside a name: "People's Liberation Front", "Workers' Party", "the Weavers' Union". */
static bool of_people(const sentence *s, uint32_t i)
{
    const token *who = i > 0 ? &s->tokens[i - 1] : NULL;
    if (who && who->upper && s->tokens[i].low[0] == '\'' && s->tokens[i].dep == DEP_COMPOUND)
        return true; /* "the Lord's Liberation Army", joined when the tree was mended */
    static const char *const bodies[] = {"union", "federation", "association", "guild", "council", "league", "syndicate", "congress", "alliance", "party", "front"};
    if (who && !strcmp(s->tokens[i].low, "'") && who->upper && (who->tag == TAG_NNS || who->tag == TAG_NNPS) && i + 1 < s->count && s->tokens[i + 1].upper && LEXICON_IS_ANY(s->tokens[i + 1].low, bodies))
        return true;
    return who && s->tokens[i].low[0] == '\'' && who->upper && (!strcmp(who->low, "people") || !strcmp(who->low, "women") || !strcmp(who->low, "children") || !strcmp(who->low, "men") || ((who->tag == TAG_NNS || who->tag == TAG_NNPS) && (lexicon_classes(who->lemma) & CLASS_PEOPLE) && !(lexicon_classes(who->lemma) & CLASS_STATES)));
}

/* "Acme chief executive Jo Doe said the company had agreed": Acme's tokens; false when whose it is is not said. */
static bool company_of_speaker(const tree *t, uint32_t head, uint32_t *from, uint32_t *to)
{
    uint32_t s = LEXICON_IS_ANY(tree_token(t, head)->low, company_heads) ? parties_quoted(t, head) : TREE_NONE;
    uint32_t first = s == TREE_NONE ? 0 : t->left[s];
    first += s != TREE_NONE && first < s && (lexicon_classes(tree_token(t, first)->low) & CLASS_FUNCTION); /* "The Acme chairman", not "The chairman" */
    if (s == TREE_NONE || !tree_token(t, first)->upper)
        return false;
    *from = *to = first;
    while (*to <= s && tree_token(t, *to)->upper && !parties_is_title(tree_token(t, *to)) && strcmp(tree_token(t, *to)->low, "chief") != 0)
        ++*to;
    uint32_t n;
    bool office = *to <= t->right[s] && (parties_is_title(tree_token(t, *to)) || tree_is_low(t, *to, "chief"));
    entente_sector sector = sector_of(t->s, *from, *to); /* "Union president Jo Doe said the company" */
    return *to > *from && office && (!sector || sector == ENTENTE_SECTOR_BUS) && !parties_country_at(t->s, *from, *to, &n) && !parties_is_portfolio(tree_token(t, *from)->low);
}

/* One conjunct: a country or its government, a person, an organisation, or a noun phrase as it stands; things are no parties. */
static entente_status read_one(parties *p, const tree *t, uint32_t h, uint32_t from, uint32_t to, mention *m)
{
    const sentence *s = t->s;
    uint32_t possessor = tree_child(t, h, DEP_POSS);
    bool definite = from < to && !strcmp(s->tokens[from].low, "the") && !(possessor != TREE_NONE && tree_token(t, possessor)->upper); /* not "the North's leader" */
    if (lexicon_classes(s->tokens[h].low) & CLASS_TIME)
        return ENTENTE_OK;
    if ((lexicon_classes(s->tokens[h].low) & (CLASS_TEXT | CLASS_TALKS)) && !(lexicon_classes(s->tokens[h].low) & CLASS_PEOPLE) && !(!strcmp(s->tokens[h].low, "alliance") && (s->tokens[h].dep == DEP_NSUBJ || (s->tokens[h].upper && !s->headline))))
        return ENTENTE_OK; /* "MERGER", in capitals; an alliance may act */
    while (from < h && s->tokens[from].pos != POS_PROPN && (lexicon_classes(s->tokens[from].low) & CLASS_FUNCTION)) /* "US" is no "us" */
        from++;
    if (to > h + 1 && s->tokens[to - 1].low[0] == '\'')
        to--;
    if (lexicon_classes(s->tokens[h].low) & CLASS_AGENCY)
        return ENTENTE_OK;
    for (uint32_t i = from; i <= h && i < from + 2; i++) /* "Sen. Doe, R-Idaho": whence, not who */
        if (i + 1 < s->count && s->tokens[i].end - s->tokens[i].start == 1 && lexicon_is_one(s->tokens[i].low, "r", "d", "i") && s->tokens[i].upper && s->tokens[i + 1].low[0] == '-')
            return ENTENTE_OK;
    if (s->tokens[h].upper && s->tokens[h].low[1] == '-' && lexicon_is_one((const char[]){s->tokens[h].low[0], 0}, "r", "d", "i"))
        return ENTENTE_OK;
    uint32_t n = 0, start = 0, core = h + 1, last = TREE_NONE;
    const token *head = &s->tokens[h];
    view where = {s->tokens[from].start, s->tokens[to - 1].end};
    const char *members = head->upper && (head->dep == DEP_AMOD || head->dep == DEP_COMPOUND) ? parties_of_members(head->low) : NULL;
    if (members) { /* "a Republican proposal" */
        parties_add(m, (party){.name = members, .country = "", .sector = ENTENTE_SECTOR_GOV, .mention = {head->start, head->end}});
        return ENTENTE_OK;
    }
    party x = {.mention = where, .country = ""};
    const country *c = find_country(s, from, core, &start, &n);
    for (uint32_t q = 0; c && c->is_capital && !strcmp(c->code, "RUS") && q < p->country_count; q++)
        if (!strcmp(p->countries[q].code, "SUN"))
            c = lexicon_country("soviet union"); /* Moscow, in an article of that time */
    bool body = false;
    for (uint32_t i = from; i <= h && head->upper; i++) { /* "South Korean", "Republic of Korea", one of its words taken for the head */
        uint32_t words = 0;
        const country *whole = s->tokens[i].upper ? parties_country_at(s, i, s->count, &words) : NULL;
        if (!whole || i + words <= h + 1)
            continue;
        if (i > from && parties_heads_body(s, i - 1)) { /* "Industry New Zealand" */
            x.country = whole->code;
            c = NULL;
            body = true;
            break;
        }
        parties_add(m, (party){.mention = where, .name = whole->name, .country = whole->code, .sector = ENTENTE_SECTOR_GOV});
        for (uint32_t k = i; k < i + words; k++) /* "the Republic of Korea and Japan", the second hung on "Korea" */
            TREE_CHILDREN(t, k, other)
                if (k != h && other >= i + words && tree_token(t, other)->dep == DEP_CONJ && tree_token(t, other)->upper) {
                    entente_status e = read_one(p, t, other, other, other + 1, m);
                    if (e)
                        return e;
                }
        return ENTENTE_OK;
    }
    if (!c && definite && h == from && (!strcmp(head->low, "north") || !strcmp(head->low, "south"))) /* "the North", where North Korea is spoken of */
        for (uint32_t q = 0; q < p->country_count; q++)
            if (strncasecmp(p->countries[q].name, head->low, 5) == 0 && p->countries[q].name[5] == ' ') {
                parties_add(m, (party){.mention = where, .name = p->countries[q].name, .country = p->countries[q].code, .sector = ENTENTE_SECTOR_GOV});
                return ENTENTE_OK;
            }
    entente_sector modifier = sector_of(s, from, h); /* "rebel leaders", "union officials" */
    for (uint32_t i = from; i < h && !modifier; i++)
        if (s->tokens[i].pos == POS_NOUN && !(lexicon_classes(s->tokens[i].lemma) & CLASS_TITLE))
            modifier = ENTENTE_SECTOR_CIV; /* "protest leaders", whatever they lead */
    bool stands_for_state = parties_heads_state(head->low) && (!modifier || modifier == ENTENTE_SECTOR_GOV);
    if (!c && core < to) {
        c = find_country(s, core, to, &start, &n);
        if (c && !stands_for_state) { /* "prosecutors in New York": no state, but where they belong */
            x.country = c->code;
            c = NULL;
        }
    }
    if (c)
        x.country = c->code;
    body |= c && start > from && start + n >= core && parties_heads_body(s, start - 1) && c->is_name; /* "Health Canada": no state, but a body of its */
    c = body ? NULL : c;
    uint32_t end = head->upper || head->pos == POS_NOUN ? capitals_end(t, h, core) : core;
    bool named = head->upper;
    while (end < t->s->count && s->tokens[end].start == s->tokens[end - 1].end && isdigit((unsigned char)s->tokens[end].low[0]) && head->upper)
        end++; /* "G7" */
    if (end + 1 < t->s->count && head->upper && head->end - head->start < 4 && s->tokens[end].low[0] == '-' && s->tokens[end].start == s->tokens[end - 1].end && s->tokens[end + 1].start == s->tokens[end].end && isdigit((unsigned char)s->tokens[end + 1].low[0]))
        end += 2; /* "G-20" */
    if (!named && end > core) { /* "the private equity firm Acme Partners" */
        from = core;
        named = true;
        c = NULL;
    }
    uint32_t second = start + n + 1, length;
    if (c && second < core && !strcmp(s->tokens[second - 1].low, "-") && parties_country_at(s, second, core, &length)) { /* "U.S.-Japanese" */
        parties_add(m, (party){.mention = {s->tokens[start].start, s->tokens[start + n - 1].end}, .name = c->name, .country = c->code, .sector = ENTENTE_SECTOR_GOV});
        start = second;
        n = length;
        x.mention = (view){s->tokens[start].start, s->tokens[start + n - 1].end};
        c = parties_country_at(s, start, core, &n);
        x.country = c->code;
    }
    bool bearer = c && end > core + 1 && (lexicon_classes(s->tokens[core].low) & CLASS_TITLE) && s->tokens[core].upper; /* "Azerbaijani President Jo Doe", the adjective taken for the head */
    if (c && !bearer && (start + n >= core || stands_for_state)) {
        const char *word = parties_surface(p, s->tokens[start].start, s->tokens[start + n - 1].end);
        x.name = word && word[0] == 'U' ? word : c->name;
        x.sector = ENTENTE_SECTOR_GOV;
    } else if (named) {
        uint32_t name = head->upper ? h : from;
        while (name > from && (s->tokens[name - 1].upper || (name > from + 1 && (parties_joins_name(s, name - 1) || (s->tokens[name - 1].dep == DEP_FIXED && s->tokens[name - 2].upper) || of_people(s, name - 1))))) /* "Food and Drug Administration", "People's Liberation Front" */
            name--;
        bool company = (lexicon_classes(s->tokens[end - 1].low) & CLASS_SUFFIX) != 0;
        if (!company) {
            for (uint32_t i = name; i + 1 < end; i++)
                if (parties_is_title(&s->tokens[i]) && s->tokens[i + 1].upper && !(i + 2 == end && (lexicon_classes(s->tokens[i + 1].low) & (CLASS_PEOPLE | CLASS_SUFFIX)))) /* not "General Assembly" */
                    last = i;
            bool called = name == 0 && end > 2 && (lexicon_sector(s->tokens[0].low) || (lexicon_classes(s->tokens[0].low) & CLASS_PEOPLE)) && tree_child(t, 1, DEP_FLAT) == 2; /* "Striker" */
            if (name == 0 && last == TREE_NONE && !c && !body && end > 2 && (tree_token(t, 0)->pos == POS_NOUN || called) && tree_token(t, 1)->pos == POS_PROPN)
                name = 1; /* "Midfielder Jo Doe": what she is, in capitals because it comes first */
            if (name == 0 && last == TREE_NONE && !c && end > 1 && s->tokens[1].upper && parties_describes(s->tokens[0].low))
                name = 1; /* "Drugmaker Acme settles", "Rival Acme" */
            if (last != TREE_NONE && !(c && start > last))
                name = last + 1;
            else if (c && name == start && start + n < end && !(c->is_capital && !parties_heads_state(s->tokens[end - 1].low)) && (sector_of(s, start + n, end) == ENTENTE_SECTOR_GOV || sector_of(s, start + n, end) == ENTENTE_SECTOR_MIL || (tree_token(t, h)->dep == DEP_FLAT) || tree_child(t, h, DEP_FLAT) != TREE_NONE || (!c->is_name && (lexicon_classes(s->tokens[end - 1].lemma) & (CLASS_PEOPLE | CLASS_GROUP | CLASS_TITLE)))))
                name += n; /* "Chinese Foreign Ministry", but "British Airways", "China Ports Group" */
        }
        while (name > 0 && name < h && parties_is_portfolio(s->tokens[name].low) && lexicon_is_one(s->tokens[name - 1].low, "for", "of", "and") && tree_child(t, h, DEP_FLAT) != TREE_NONE)
            name++; /* "Minister for Trade and Industry Jo Doe" */
        if (name >= end)
            name = end - 1;
        for (uint32_t i = name + 1; i + 1 < end; i++) /* "Prime Minister Jo Doe of Italy", "Jo Doe of Italy", "Acme Co of Houston" */
            if (!strcmp(s->tokens[i].low, "of")) {
                bool somebody = last != TREE_NONE || (i == name + 2 && s->tokens[name + 1].dep == DEP_FLAT), firm = i > name + 1 && (lexicon_classes(s->tokens[i - 1].low) & CLASS_SUFFIX) && strcmp(s->tokens[i - 1].low, "bank") != 0;
                const country *of = somebody ? parties_country_at(s, i + 1, end, &n) : NULL;
                x.country = of ? of->code : x.country;
                end = of || firm ? i : end;
            }
        bool titles = true; /* "Deputy Secretary" */
        for (uint32_t i = name; i < end; i++)
            titles &= (lexicon_classes(s->tokens[i].low) & CLASS_TITLE) != 0;
        while (titles && name > from && s->tokens[name - 1].upper && (lexicon_classes(s->tokens[name - 1].low) & CLASS_TITLE))
            name--; /* "the Prime Minister" */
        const char *words_of = parties_surface(p, s->tokens[name].start, s->tokens[end - 1].end);
        if (!words_of)
            return ENTENTE_LIMIT;
        const entity *e = titles ? bearer_of_title(p, s, from, end) : NULL;
        if (!e)
            e = parties_person(p, words_of);
        x.name = e ? e->name : words_of;
        if (e && *e->country)
            x.country = e->country;
        x.sector = e && e->sector ? e->sector : sector_of(s, from, end);
    } else {
        if (parties_is_thing(t, h))
            return ENTENTE_OK;
        if (possessor != TREE_NONE && possessor >= from && possessor + 2 <= h && !strcmp(s->tokens[possessor].low, "country") && s->tokens[possessor + 1].low[0] == '\'') { /* "the country's regional forces" */
            from = possessor + 2;
            where.start = x.mention.start = s->tokens[from].start;
        }
        bool land = !strcmp(head->lemma, "country") || !strcmp(head->lemma, "nation") || !strcmp(head->lemma, "government");
        const party *ruler = land && possessor != TREE_NONE && (lexicon_is_one(s->tokens[possessor].low, "his", "her", "my") || !strcmp(s->tokens[possessor].low, "whose")) ? parties_bearer(p, "he", where, NULL) : NULL; /* "Minister Jo Doe said his country had agreed" */
        if (ruler && *ruler->country) {
            parties_add(m, (party){.mention = where, .name = parties_country_name(ruler->country), .country = ruler->country, .sector = ENTENTE_SECTOR_GOV});
            return ENTENTE_OK;
        }
        uint32_t at, words;
        const country *his = land && possessor != TREE_NONE && lexicon_is_one(s->tokens[possessor].low, "his", "her", "my") ? find_country(s, 0, from, &at, &words) : NULL; /* "Peru's minister said his country had agreed" */
        if (his) {
            parties_add(m, (party){.mention = where, .name = his->name, .country = his->code, .sector = ENTENTE_SECTOR_GOV});
            return ENTENTE_OK;
        }
        const party *before = definite && core - from <= 2 ? antecedent(p, head->low) : NULL;
        uint32_t own, own_end;
        if (definite && core - from <= 2 && company_of_speaker(t, h, &own, &own_end)) {
            x.name = parties_surface(p, s->tokens[own].start, s->tokens[own_end - 1].end);
            x.sector = sector_of(s, from, core);
            if (!x.name)
                return ENTENTE_LIMIT;
            parties_add(m, x);
            return ENTENTE_OK;
        }
        for (uint32_t i = 0; before && i < m->party_count; i++)
            if (!strcmp(m->parties[i].name, before->name))
                before = NULL; /* "Doe signed with the club": not Doe */
        bool aged = definite && to == core && head->tag != TAG_NNS && parties_is_agent(head->lemma) && core - from > 1 && strstr(s->tokens[from].low, "year") != NULL; /* "the 22-year-old striker" */
        for (uint32_t i = from; i < h && definite && to == core; i++)
            aged |= !strcmp(s->tokens[i].low, "old") && head->tag != TAG_NNS;
        bool role = definite && to == core && head->tag != TAG_NNS && ((lexicon_classes(head->lemma) & CLASS_TITLE) || aged);
        const entity *titled = !before && role ? bearer_of_title(p, s, from, core) : NULL;
        static const char *const boards[] = {"board", "management", "directors", "shareholders", "stockholders"};
        uint32_t owner = tree_child(t, h, DEP_POSS);
        if (!before && owner != TREE_NONE && !strcmp(tree_token(t, owner)->low, "its") && LEXICON_IS_ANY(head->low, boards)) /* "its board approved the deal": for it */
            before = parties_bearer(p, "its", where, NULL);
        if (!before && definite && head->pos == POS_NUM && core - from <= 1) /* "the ten agreed" */
            before = parties_bearer(p, "they", where, NULL);
        if (!before && role && !titled)
            before = parties_in_role(p, s, head->low, where);
        x.name = before ? before->name : titled ? titled->name : parties_surface(p, where.start, where.end);
        if (before || titled)
            x.country = before ? before->country : titled->country;
        x.sector = before && before->sector ? before->sector : titled ? titled->sector : sector_of(s, from, core);
    }
    if (!x.name)
        return ENTENTE_LIMIT;
    parties_add(m, x);
    return ENTENTE_OK;
}

/* The core of a noun phrase: what stands before the head, the name's other words, and what "of" adds; for a common noun any
 * other preposition too. */
void parties_phrase_range(const tree *t, uint32_t head, uint32_t *from, uint32_t *to)
{
    *from = head;
    *to = head + 1;
    TREE_CHILDREN(t, head, c) {
        const token *k = tree_token(t, c);
        bool before = k->dep == DEP_DET || k->dep == DEP_AMOD || k->dep == DEP_COMPOUND || k->dep == DEP_NUMMOD || k->dep == DEP_POSS || k->dep == DEP_NMOD ||
                      k->dep == DEP_FLAT || k->dep == DEP_NMOD_TIME;
        if (c < head && before && t->left[c] < *from)
            *from = t->left[c];
        uint32_t by = k->dep == DEP_CONJ ? tree_child(t, c, DEP_CC) : TREE_NONE;
        bool firm = by != TREE_NONE && tree_token(t, by)->low[0] == '&' && k->upper && tree_token(t, head)->upper && !t->s->headline; /* "Johnson & Hale" */
        bool name = k->dep == DEP_FLAT || k->dep == DEP_FIXED || k->dep == DEP_COMPOUND || (k->dep == DEP_NUMMOD && k->upper) || firm;
        const char *preposition = k->dep == DEP_NMOD ? tree_case(t, c) : "";
        bool of = !strcmp(preposition, "of") || (*preposition && !tree_token(t, head)->upper && ((!strcmp(preposition, "in") && tree_token(t, c)->upper) || !strcmp(preposition, "from") || (!strcmp(preposition, "to") && !strcmp(tree_token(t, head)->lemma, "party"))));
        if (c > head && (name || of) && t->left[c] <= *to + 1u && t->right[c] < c + 8)
            *to = t->right[c] + 1u;
    }
    while (*from < head && (tree_token(t, *from)->dep == DEP_CC || tree_is_low(t, *from, ",")))
        ++*from; /* "and its pilots' union", the "and" hung on a word inside */
    if (*from > 0 && lexicon_is_one(tree_token(t, *from - 1)->low, "pro-", "anti-", "ex-") && tree_token(t, *from - 1)->end == tree_token(t, *from)->start)
        --*from; /* "pro-Russian rebels" */
    if (*to == head + 1 && *to < t->s->count && tree_is_low(t, *to, "general") && lexicon_is_one(tree_token(t, head)->low, "attorney", "secretary", "inspector"))
        ++*to; /* "the state attorney general" */
    for (uint32_t i = head + 1; i < *to; i++) /* "the parties in the Assembly late on Monday" */
        if (lexicon_is_one(tree_token(t, i)->low, "late", "early", "last") && i + 1 < t->s->count && (tree_is_low(t, i + 1, "on") || (lexicon_classes(tree_token(t, i + 1)->low) & CLASS_TIME)))
            *to = i;
    if (*to > *from + 16)
        *from = *to - 16 < head ? *to - 16 : head;
}

/* A title that its bearer follows behind "and": "State Councilor and Foreign Minister Juan Paz". */
static bool title_alone(const tree *t, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++) {
        const token *k = tree_token(t, i);
        if (k->upper && !(lexicon_classes(k->low) & CLASS_TITLE) && k->pos == POS_PROPN)
            return i == from && to - from > 1 && (lexicon_classes(tree_token(t, to - 1)->low) & CLASS_TITLE);
    }
    return (lexicon_classes(tree_token(t, to - 1)->low) & CLASS_TITLE) != 0;
}

/* The last title of such a row has its bearer in its phrase, and no article. */
static bool followed_by_bearer(const tree *t, uint32_t head)
{
    uint32_t from, to;
    parties_phrase_range(t, head, &from, &to);
    to = capitals_end(t, head, to);
    return tree_child(t, head, DEP_DET) == TREE_NONE && !(lexicon_classes(tree_token(t, to - 1)->low) & CLASS_TITLE);
}

/* Titles that the United States do not give. */
static bool foreign_title(const parties *p, const sentence *s, uint32_t from, uint32_t to, const char *name)
{
    static const char *const titles[] = {"minister", "ministers", "premier", "chancellor", "king", "queen", "prince", "princess", "emperor", "sultan", "emir", "sheikh", "councilor", "councillor", "chairman"};
    const entity *e = parties_person(p, name);
    for (uint32_t i = from; i < to; i++)
        if (LEXICON_IS_ANY(s->tokens[i].low, titles))
            return true;
    for (uint32_t i = 0; e && i < e->title_count; i++)
        if (LEXICON_IS_ANY(e->titles[i], titles))
            return true;
    return false;
}

static entente_status read_conjunct(parties *p, const tree *t, uint32_t head, uint32_t from, uint32_t to, bool several, mention *m);

/* Who says "we" or "I". */
static entente_status read_speaker(parties *p, const tree *t, uint32_t speaker, mention *m)
{
    uint32_t from, to;
    parties_phrase_range(t, speaker, &from, &to);
    while (from > 0 && tree_token(t, speaker)->dep == DEP_COMPOUND && tree_token(t, from - 1)->upper && (tree_token(t, from - 1)->dep == DEP_COMPOUND || tree_token(t, from - 1)->dep == DEP_AMOD))
        from--; /* "Baltic Rail spokesman Jo Doe" */
    return read_conjunct(p, t, speaker, from, to, false, m);
}

/* "The President and Deputy Secretary", read as one phrase: where "and" stands between two titles; `head` when it is one. */
static uint32_t title_behind_and(const tree *t, uint32_t from, uint32_t head)
{
    for (uint32_t i = from + 2; i < head && !strcmp(tree_token(t, from)->low, "the"); i++) {
        if (strcmp(tree_token(t, i)->low, "and") != 0)
            continue;
        bool titles = (lexicon_classes(tree_token(t, i + 1)->low) & CLASS_TITLE) != 0;
        for (uint32_t k = from + 1; k < i; k++)
            titles &= tree_token(t, k)->upper && (lexicon_classes(tree_token(t, k)->low) & CLASS_TITLE);
        return titles ? i : head;
    }
    return head;
}

/* "Minister for Trade and Industry Jo Doe": where the bearer's name begins behind the office, TREE_NONE when there is none; `end`: behind it. */
static uint32_t bearer_behind_office(const tree *t, uint32_t head, uint32_t *end)
{
    if (!tree_token(t, head)->upper || !(lexicon_classes(tree_token(t, head)->lemma) & CLASS_TITLE) || head + 3 >= t->s->count || (strcmp(tree_token(t, head + 1)->low, "for") != 0 && strcmp(tree_token(t, head + 1)->low, "of") != 0))
        return TREE_NONE;
    for (uint32_t i = head + 2; i < t->s->count && i < head + 12; i++) {
        const token *k = tree_token(t, i);
        bool joins = !strcmp(k->low, "for") || !strcmp(k->low, "of") || !strcmp(k->low, "and") || !strcmp(k->low, "the") || (!strcmp(k->low, ",") && i + 1 < t->s->count && tree_token(t, i + 1)->upper);
        uint32_t n;
        if ((!k->upper && !joins) || parties_country_at(t->s, i, t->s->count, &n))
            return TREE_NONE;
        bool named = k->dep == DEP_FLAT || tree_child(t, i, DEP_FLAT) == i + 1;
        if (k->pos != POS_PROPN || !named || parties_is_portfolio(k->low) || (lexicon_classes(k->low) & (CLASS_TITLE | CLASS_GROUP)))
            continue;
        *end = capitals_end(t, k->dep == DEP_FLAT ? tree_head(t, i) : i, i + 1);
        return i;
    }
    return TREE_NONE;
}

static entente_status read_conjunct(parties *p, const tree *t, uint32_t head, uint32_t from, uint32_t to, bool several, mention *m)
{
    uint32_t and = title_behind_and(t, from, head);
    if (and < head) {
        entente_status first = read_conjunct(p, t, and - 1, from, and, true, m);
        if (first)
            return first;
        from = and + 1;
        several = true;
    }
    const token *k = tree_token(t, head);
    view where = {tree_token(t, from)->start, tree_token(t, to - 1)->end};
    uint32_t before = m->party_count;
    if (k->pos == POS_PRON && !parties_is_pronoun(k))
        return ENTENTE_OK; /* which, that, nobody */
    uint32_t who = parties_is_pronoun(k) ? tree_child(t, head, DEP_APPOS) : TREE_NONE; /* "we, the Lake States" */
    if (who != TREE_NONE && who > head && tree_token(t, who)->upper && tree_token(t, who)->pos != POS_PRON) {
        parties_phrase_range(t, who, &from, &to);
        return read_conjunct(p, t, who, from, to, true, m);
    }
    if (parties_is_pronoun(k)) {
        for (uint32_t i = 0; i < p->issuer_count && lexicon_is_one(k->low, "we", "us", "our"); i++) {
            party x = p->issuer[i];
            x.mention = where;
            parties_add(m, x);
        }
        if (m->party_count > before)
            return ENTENTE_OK;
        bool many = lexicon_is_one(k->low, "they", "them", "their") || lexicon_is_one(k->low, "we", "us", "our") || !strcmp(k->low, "both");
        bool own = lexicon_is_one(k->low, "i", "my", "me") || (lexicon_is_one(k->low, "we", "us", "our") && !p->agreed);
        uint32_t speaker = own ? parties_quoted(t, head) : TREE_NONE;
        if (speaker != TREE_NONE)
            return read_speaker(p, t, lexicon_is_one(k->low, "we", "us", "our") ? parties_spoken_for(t, speaker) : speaker, m);
        if (lexicon_is_one(k->low, "i", "my", "me") && p->speaker.end) {
            const char *name = parties_surface(p, p->speaker.start, p->speaker.end);
            const entity *e = name ? parties_person(p, name) : NULL;
            for (uint32_t i = 0; i < p->people_count && name && !e; i++) /* with titles before the name */
                if (strstr(name, p->people[i].name))
                    e = &p->people[i];
            if (!name)
                return ENTENTE_LIMIT;
            bool office = !e && parties_opens_with_office(name);
            parties_add(m, (party){.name = e ? e->name : name, .country = e ? e->country : office ? parties_home_country(p, false) : "", .sector = e ? e->sector : office ? ENTENTE_SECTOR_GOV : 0, .mention = where, .person = true});
            return ENTENTE_OK;
        }
        uint32_t teller = lexicon_is_one(k->low, "they", "he", "she") || !strcmp(k->low, "it") ? parties_who_tells(p, t, head) : TREE_NONE; /* "the rebels said they had agreed" */
        if (teller == TREE_NONE && lexicon_is_one(k->low, "he", "she", "they"))
            teller = parties_subject_above(t, head); /* "Doe avoided a trial when he agreed to X" */
        if (teller != TREE_NONE) {
            uint32_t named = tree_child(t, teller, DEP_APPOS);
            if ((named != TREE_NONE && (tree_token(t, teller)->tag == TAG_NNS || (!tree_token(t, teller)->upper && tree_token(t, named)->pos == POS_PROPN))) || (!strcmp(k->low, "they") && tree_child(t, teller, DEP_CONJ) != TREE_NONE))
                return parties_read(p, t, teller, m);
            parties_phrase_range(t, teller, &from, &to);
            return read_conjunct(p, t, teller, from, to, false, m);
        }
        if (many && parties_read_group(p, t, head, where, m))
            return ENTENTE_OK;
        uint32_t quoted = !own && lexicon_is_one(k->low, "we", "us", "our") && parties_has_quote(t->s) ? parties_quoted(t, head) : TREE_NONE;
        if (quoted != TREE_NONE)
            return read_speaker(p, t, parties_spoken_for(t, quoted), m);
        if (lexicon_is_one(k->low, "we", "us", "our") && !parties_has_quote(t->s) && p->american) { /* a government speaks */
            const country *c = lexicon_country_of_code("USA");
            parties_add(m, (party){.name = c ? c->name : "United States", .country = "USA", .sector = ENTENTE_SECTOR_GOV, .mention = where});
            return ENTENTE_OK;
        }
        bool unnamed = lexicon_is_one(k->low, "we", "us", "our") && !parties_has_quote(t->s);
        const party *b = unnamed ? NULL : parties_bearer(p, k->low, where, k->dep == DEP_POSS ? m : NULL); /* "accepted his resignation": not the one who accepts */
        if (!b && p->pair_count && !many && !unnamed)
            b = &p->pair[0];
        if (b) {
            uint32_t at = (uint32_t)(b >= p->recent && b < p->recent + PARTIES_RECENT ? b - p->recent : PARTIES_RECENT);
            const party *with = at < PARTIES_RECENT && many && b->plural ? &p->recent[(at + PARTIES_RECENT - 1) % PARTIES_RECENT] : NULL; /* "A and the Bs said they had agreed": both */
            enum { APART = 12 };
            if (with && with->plural && with->name && with->mention.end <= b->mention.start && b->mention.start - with->mention.end < APART && strcmp(with->name, b->name) != 0) {
                party y = *with;
                y.mention = where;
                parties_add(m, y);
            }
            party x = *b;
            x.mention = where;
            parties_add(m, x);
            return ENTENTE_OK;
        }
        if (k->dep == DEP_POSS && lexicon_is_one(k->low, "their", "its", "his"))
            return ENTENTE_OK; /* nobody known */
    } else if (parties_read_named(p, t, head, where, m) || parties_read_states(p, t, head, where, m) || parties_read_group(p, t, head, where, m)) {
        return ENTENTE_OK;
    }
    entente_status e = read_one(p, t, head, from, to, m);
    for (uint32_t i = before; i < m->party_count; i++) {
        party *x = &m->parties[i];
        x->plural = several || k->tag == TAG_NNS || k->tag == TAG_NNPS;
        bool firm = !k->upper && lexicon_sector(k->low) == ENTENTE_SECTOR_BUS; /* "metals group Acme" */
        x->person = (tree_child(t, head, DEP_FLAT) != TREE_NONE && !firm) || k->dep == DEP_FLAT || parties_person(p, x->name) != NULL || (!several && k->tag != TAG_NNS && k->tag != TAG_NNPS && !*x->country && (lexicon_is_one(k->low, "pm", "minister", "president") || lexicon_is_one(k->low, "chairman", "secretary", "leader")));
        for (uint32_t q = t->left[head]; q < head && k->upper; q++)
            x->person |= !tree_token(t, q)->upper && tree_head(t, q) == head && tree_token(t, q)->dep == DEP_COMPOUND && parties_is_title(tree_token(t, q)); /* "said commissioner Jo Doe" */
        if (!x->sector && isupper((unsigned char)*x->name) && !*x->country && p->sport_words > 3 && p->sport_words > p->business_words)
            x->sector = ENTENTE_SECTOR_SPORT;
        if (!x->sector && isupper((unsigned char)*x->name) && !x->person && !*x->country && p->business_words > 4)
            x->sector = ENTENTE_SECTOR_BUS; /* a name without a title in an article about business */
        for (uint32_t q = from; q < to && x->sector == ENTENTE_SECTOR_GOV && !*x->country; q++)
            if (lexicon_is_one(tree_token(t, q)->low, "director", "envoy", "commissioner") && tree_token(t, q)->upper)
                x->sector = ENTENTE_SECTOR_IGO; /* of what body, the text tells elsewhere */
        bool those = k->tag == TAG_NNS && tree_child(t, head, DEP_FLAT) == TREE_NONE; /* "ministers": of whatever states */
        for (uint32_t q = from; q < to; q++) /* "European Council President Jo Doe": of no state */
            those |= tree_token(t, q)->upper && (lexicon_is_one(tree_token(t, q)->low, "european", "eu", "nato") || lexicon_sector(tree_token(t, q)->low) == ENTENTE_SECTOR_IGO);
        if (x->sector == ENTENTE_SECTOR_GOV && !*x->country && !those)
            x->country = parties_home_country(p, foreign_title(p, t->s, from, to, x->name));
        if (*x->country && x->sector == ENTENTE_SECTOR_GOV && !strcmp(x->name, parties_country_name(x->country)))
            x->person = false;
    }
    return e;
}

entente_status parties_read(parties *p, const tree *t, uint32_t head, mention *m)
{
    head = parties_behind(t, head);
    uint16_t heads[PARTIES_CONJUNCTS] = {(uint16_t)head};
    uint32_t count = 1, open = TREE_NONE;
    parties_list_conjuncts(t, head, heads, &count);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t h = heads[i], from, to, appos = tree_child(t, h, DEP_APPOS), including = tree_child_case(t, h, DEP_NMOD, "include");
        uint32_t whom = tree_child_case(t, h, DEP_NMOD, "of");
        if (whom != TREE_NONE && whom > h && i + 1 == count && (!tree_token(t, h)->upper || (h == 0 && !(lexicon_classes(tree_token(t, whom)->lemma) & CLASS_GROUP))) && ((lexicon_classes(tree_token(t, h)->lemma) & CLASS_QUANTITY) || ((tree_token(t, h)->low[0] == '%' || lexicon_is_one(tree_token(t, h)->low, "percent", "cent", "pct")) && parties_is_people(t, whom))) && tree_is_nominal(t, whom)) { /* "half of the region's growers and millers" */
            h = heads[i = 0] = (uint16_t)whom;
            count = 1;
            parties_list_conjuncts(t, h, heads, &count);
            including = TREE_NONE;
        }
        static const char *const agents[] = {"negotiator", "representative", "delegate", "bargainer", "lawyer", "attorney", "envoy"};
        for (int k = 0; k < 3 && tree_token(t, h)->tag == TAG_NNS && i + 1 == count && LEXICON_IS_ANY(tree_token(t, h)->lemma, agents); k++) { /* "negotiators for the union and the company": these two */
            uint32_t side = tree_child_case(t, h, DEP_NMOD, k == 0 ? "for" : k == 1 ? "of" : "from");
            if (side == TREE_NONE || side < h || tree_child(t, side, DEP_CONJ) == TREE_NONE || !(tree_token(t, side)->upper || parties_is_people(t, side)))
                continue;
            h = heads[i = 0] = (uint16_t)side;
            count = 1;
            parties_list_conjuncts(t, h, heads, &count);
            appos = including = TREE_NONE;
            break;
        }
        uint32_t whose = including == TREE_NONE ? TREE_NONE : tree_child(t, including, DEP_AMOD); /* "including the Peruvian government" */
        if (including != TREE_NONE && including > h && (tree_token(t, including)->upper || (whose != TREE_NONE && tree_token(t, whose)->upper && parties_is_state(t, whose))) && i + 1 == count && (!tree_token(t, h)->upper || (h == 0 && tree_token(t, h)->pos == POS_NOUN))) { /* "several countries including A and B" */
            if ((tree_child(t, h, DEP_NUMMOD) != TREE_NONE || lexicon_is_one(tree_token(t, h)->lemma, "donor", "creditor", "lender")) && including > h + 1) { /* "six countries including A and B": they are all of them */
                uint32_t first = t->left[h];
                while (first < h && (tree_token(t, first)->dep == DEP_CASE || tree_token(t, first)->pos == POS_DET))
                    first++;
                view group = {tree_token(t, first)->start, tree_token(t, h)->end};
                const char *name = group.end - group.start <= PARTY_NAME_BYTES ? parties_surface(p, group.start, group.end) : NULL;
                if (name)
                    parties_add(m, (party){.name = name, .country = "", .mention = group, .plural = true, .sector = parties_heads_state(tree_token(t, h)->lemma) || (lexicon_classes(tree_token(t, h)->lemma) & CLASS_STATES) ? ENTENTE_SECTOR_GOV : lexicon_sector(tree_token(t, h)->lemma)});
            }
            h = heads[i = 0] = (uint16_t)including;
            count = 1;
            parties_list_conjuncts(t, h, heads, &count);
        }
        parties_phrase_range(t, h, &from, &to);
        if (i + 1 < count && heads[i + 1] > h && t->left[heads[i + 1]] < to && t->left[heads[i + 1]] > h)
            to = t->left[heads[i + 1]];
        bool bracketed = parties_bracketed(t, h, &from, &to);
        while (bracketed && i + 1 < count && heads[i + 1] > h && heads[i + 1] < to)
            i++;
        uint32_t length;
        if (tree_token(t, h)->upper && parties_country_at(t->s, h, t->s->count, &length))
            while (i + 1 < count && heads[i + 1] > h && heads[i + 1] < h + length) { /* "Bosnia and Herzegovina" */
                memmove(&heads[i + 1], &heads[i + 2], (count - i - 2) * sizeof *heads);
                count--;
            }
        uint32_t end, bearer = bearer_behind_office(t, h, &end);
        if (bearer != TREE_NONE) {
            entente_status e = read_conjunct(p, t, bearer, bearer, end, count > 1, m);
            if (e)
                return e;
            while (i + 1 < count && heads[i + 1] < end) /* "and Industry" is of the office */
                i++;
            if (i + 1 == count)
                parties_add_conjuncts(t, bearer, heads, &count);
            continue;
        }
        bool office = false;
        entente_sector described = 0;
        const country *home = NULL;
        uint32_t opens = appos == TREE_NONE ? TREE_NONE : t->left[appos] + (tree_token(t, t->left[appos])->pos == POS_PUNCT);
        bool name = appos != TREE_NONE && (tree_token(t, appos)->pos == POS_PROPN || (tree_token(t, appos)->upper && opens < appos && opens > h && tree_token(t, opens)->upper && !tree_token(t, h)->upper)); /* "a union, Transport Workers Local 8" */
        if (name && tree_token(t, h)->pos == POS_NOUN && !t->s->headline) {
            described = parties_described(t, h, &home);
            office = parties_is_title(tree_token(t, h)) || parties_is_agent(tree_token(t, h)->lemma);
            h = appos; /* "the president, Jane Doe", "Presidents Jane Doe and Jo Roe" */
            parties_phrase_range(t, h, &from, &to);
            if (i + 1 == count)
                parties_add_conjuncts(t, h, heads, &count);
        }
        else if (appos != TREE_NONE && appos > h && tree_token(t, h)->upper && !tree_token(t, appos)->upper && parties_is_title(tree_token(t, appos)))
            described = parties_described(t, appos, &home); /* "Jane Doe, the Peruvian foreign minister" */
        for (uint32_t named = tree_token(t, h)->upper ? capitals_end(t, h, h + 1) : h; i + 1 < count && heads[i + 1] > h && heads[i + 1] < named;)
            i++; /* "Union of Road and Rail Workers" */
        uint32_t next_from = TREE_NONE, next_to;
        if (i + 1 < count && heads[i + 1] > h)
            parties_phrase_range(t, heads[i + 1], &next_from, &next_to);
        if (next_from == to && tree_token(t, to)->upper && tree_token(t, to - 1)->upper && tree_token(t, heads[i + 1])->upper && !parties_is_state(t, h)) { /* "Samsung Electronics", read as two */
            open = open == TREE_NONE ? from : open;
            continue;
        }
        bool the = tree_child(t, h, DEP_DET) != TREE_NONE && !strcmp(tree_token(t, tree_child(t, h, DEP_DET))->low, "the"); /* "the Secretary and Minister Doe": two */
        bool own = i + 1 < count && (tree_child(t, heads[i + 1], DEP_POSS) != TREE_NONE || !tree_token(t, heads[i + 1])->upper); /* "Chile's president and his rival": two */
        if (!the && !own && i + 1 < count && heads[i + 1] > to - 1 && heads[i + 1] < to + 8 && title_alone(t, from, to) && followed_by_bearer(t, heads[i + 1])) {
            open = open == TREE_NONE ? from : open;
            continue;
        }
        if (whom != TREE_NONE && whom > h && i + 1 == count && (!strcmp(tree_token(t, h)->low, "government") || (lexicon_is_one(tree_token(t, h)->low, "leaders", "presidents", "ministers") && tree_child(t, whom, DEP_CONJ) != TREE_NONE)) && parties_is_state(t, whom)) { /* "the government of A and B", "leaders of A and the League": two */
            parties_add_conjuncts(t, whom, heads, &count);
            to = i + 1 < count ? whom + 1 : to;
        }
        if (open != TREE_NONE && from > open)
            from = open;
        open = TREE_NONE;
        uint32_t before = m->party_count;
        entente_status e = read_conjunct(p, t, h, from, to, count > 1, m);
        if (e)
            return e;
        const char *whole = bracketed && m->party_count == before + 1 ? parties_surface(p, tree_token(t, from)->start, tree_token(t, to - 1)->end) : NULL;
        if (whole)
            m->parties[before].name = whole;
        if (m->party_count == before + 1 && !m->parties[before].sector)
            m->parties[before].sector = described;
        if (m->party_count == before + 1 && home && !*m->parties[before].country)
            m->parties[before].country = home->code;
        if (m->party_count == before + 1 && !*m->parties[before].country && tree_token(t, h)->upper && m->parties[before].sector != ENTENTE_SECTOR_IGO)
            m->parties[before].country = parties_home_told(t, h);
        if (office && m->party_count == before + 1 && !*m->parties[before].country)
            m->parties[before].person = true;
    }
    return ENTENTE_OK;
}
