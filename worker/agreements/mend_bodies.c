/* SPDX-License-Identifier: MIT */
/* What the reader is often wrong about in the names of bodies: firms, departments, unions, offices and what they are for. */
#include <string.h>

#include "agreements.h"

/* "the Food and Drug Administration", "Immigration and Customs Enforcement", read as two: one body. */
static void mend_body(const sentence *s, uint32_t and)
{
    if (and == 0 || strcmp(s->tokens[and].low, "and") != 0)
        return;
    uint32_t field = and - 1, body = and + 1;
    while (body < s->count && s->tokens[body].upper && !parties_is_institution(s->tokens[body].low))
        body++;
    token *x = &s->tokens[field];
    bool the = field > 0 && !strcmp(s->tokens[field - 1].low, "the");
    if (body == and + 1 || body >= s->count || !s->tokens[body].upper || !x->upper || lexicon_country(x->low) || (lexicon_classes(x->lemma) & (CLASS_PEOPLE | CLASS_TITLE)) ||
        parties_is_institution(x->low) || !(the || parties_is_portfolio(x->low)))
        return;
    if (s->tokens[body].head == field && s->tokens[body].dep == DEP_CONJ)
        tree_take_place(s, body, field, DEP_COMPOUND);
    if (x->head == body && x->dep == DEP_COMPOUND)
        s->tokens[and].dep = DEP_FIXED;
}

/* "Acme, Inc.": read as two, it is one; "a deal with Acme Ltd to X": no verb. */
static void mend_suffix(const sentence *s, uint32_t i)
{
    static const char *const forms[] = {"inc", "inc.", "corp", "corp.", "ltd", "ltd.", "llc", "llp", "plc", "lp", "l.p.", "s.a.", "n.v.", "gmbh"};
    token *k = &s->tokens[i], *name = i < 2 ? k : &s->tokens[i - 2];
    if (i > 0 && k->upper && k->pos == POS_VERB && s->tokens[i - 1].upper && LEXICON_IS_ANY(k->low, forms)) {
        k->pos = POS_PROPN;
        k->tag = TAG_NONE;
        for (uint32_t c = i + 1; c < s->count && c < i + 3u; c++)
            if (s->tokens[c].head == i && s->tokens[c].tag == TAG_VB && k->head < i) {
                s->tokens[c].dep = s->tokens[k->head].pos == POS_NOUN ? DEP_ACL : DEP_ADVCL;
                s->tokens[c].head = k->head;
            }
    }
    if (i < 2 || !k->upper || s->tokens[i - 1].low[0] != ',' || !name->upper || !LEXICON_IS_ANY(k->low, forms))
        return;
    if (name->head == i) /* the name hangs on it */
        tree_take_place(s, i - 2, i, DEP_FLAT);
    else if (k->head >= i || (k->dep != DEP_CONJ && k->dep != DEP_APPOS && k->dep != DEP_LIST))
        return;
    k->dep = DEP_FLAT;
}

/* "Castle and Sons", "Jo Castle and Co": one firm. */
static void mend_firm(const sentence *s, uint32_t i)
{
    static const char *const partners[] = {"sons", "brothers", "daughters", "co", "co.", "associates", "partners", "company", "bros."};
    token *k = &s->tokens[i];
    if (i < 2 || !k->upper || strcmp(s->tokens[i - 1].low, "and") != 0 || !s->tokens[i - 2].upper || !LEXICON_IS_ANY(k->low, partners))
        return;
    uint32_t name = i - 2;
    while (s->tokens[name].dep == DEP_FLAT && s->tokens[name].head < name)
        name = s->tokens[name].head;
    bool beside = k->dep == s->tokens[name].dep && k->head == s->tokens[name].head; /* both read as who does it */
    if (!beside && (k->dep != DEP_CONJ || k->head != name))
        return;
    k->dep = s->tokens[i - 1].dep = DEP_FLAT;
    k->head = s->tokens[i - 1].head = (uint16_t)name;
}

/* "the Ministry of Roads and Rural Works", read as the ministry and the works. */
static void mend_department(const sentence *s, uint32_t and)
{
    if (and < 3 || strcmp(s->tokens[and].low, "and") != 0 || s->tokens[and].dep != DEP_CC)
        return;
    uint32_t c = s->tokens[and].head, field = and - 1, body = s->tokens[field].head;
    if (c <= and || c >= s->count || c > and + 3 || body + 2 != field || !s->tokens[field].upper || s->tokens[field].dep != DEP_NMOD || !parties_is_institution(s->tokens[body].low) || s->tokens[c].dep != DEP_CONJ || s->tokens[c].head != body || !lexicon_is_one(s->tokens[body + 1].low, "of", "for", "on"))
        return;
    for (uint32_t k = and + 1; k <= c; k++)
        if (!s->tokens[k].upper || parties_is_institution(s->tokens[k].low))
            return;
    s->tokens[c].head = (uint16_t)field;
}

/* "House Speaker Jo Doe agreed", "House" read as who agreed: what stands right before a title is of it. */
static void mend_body_before_title(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    if (k->dep != DEP_NSUBJ || !k->upper || i + 2 >= s->count || k->head >= s->count || !(lexicon_classes(s->tokens[i + 1].low) & CLASS_TITLE) || !s->tokens[i + 1].upper)
        return;
    uint32_t name = s->tokens[i + 1].head;
    if (name > i + 1 && name < s->count && name < i + 5 && s->tokens[name].dep == DEP_NSUBJ && s->tokens[name].head == k->head) {
        k->head = (uint16_t)name;
        k->dep = DEP_COMPOUND;
    }
}

/* "Alliance for Reform (AFR) leader Jo Doe agreed", read as an alliance for a leader: it is Doe who agreed. */
static void mend_leader_of_body(const sentence *s, uint32_t i)
{
    if (i < 3 || i + 1 >= s->count || !(s->tokens[i - 1].low[0] == ')' || s->tokens[i - 1].upper) || s->tokens[i].upper || !(lexicon_classes(s->tokens[i].low) & CLASS_TITLE) || s->tokens[i].tag == TAG_NNS || !s->tokens[i + 1].upper || s->tokens[i + 1].pos != POS_PROPN)
        return;
    uint32_t body = i, name = i + 1;
    for (int step = 0; step < 4 && s->tokens[body].head < body; step++)
        body = s->tokens[body].head;
    if (body + 2 >= i || !s->tokens[body].upper || !lexicon_is_either(s->tokens[body + 1].low, "for", "of") || !tree_hangs_below(s, name, body) || s->tokens[body].pos == POS_VERB)
        return;
    for (uint32_t c = body + 1; c < i; c++) /* nothing but the body's own words stand between */
        if (!tree_hangs_below(s, c, body))
            return;
    tree_take_place(s, name, body, DEP_COMPOUND);
    s->tokens[i].head = (uint16_t)name;
    s->tokens[i].dep = DEP_COMPOUND;
}

/* "Larch forward Jo Doe", read as which way: what he plays. */
static void mend_forward(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t name = i + 1, above = name < s->count ? s->tokens[name].head : s->count;
    if (i == 0 || name >= s->count || strcmp(k->low, "forward") != 0 || k->pos != POS_ADV || k->head != name || !s->tokens[name].upper || s->tokens[name].pos != POS_PROPN || above >= i || (s->tokens[name].dep != DEP_FLAT && s->tokens[name].dep != DEP_APPOS))
        return;
    k->pos = POS_NOUN;
    k->dep = DEP_COMPOUND;
    tree_take_place(s, name, above, DEP_COMPOUND);
}

/* "the Mine, Mill and Smelter Workers Union", "the Ministry of ...": a name with a list in it, read as several. */
static void mend_listed_name(const sentence *s, uint32_t i)
{
    static const char *const bodies[] = {"union", "department", "ministry", "committee", "commission", "association", "council", "federation", "guild", "administration"};
    token *k = &s->tokens[i];
    uint32_t from = i, commas = 0, ands = 0;
    bool union_of = i > 0 && strcmp(k->low, "union") == 0 && lexicon_is_one(s->tokens[i - 1].low, "workers", "employees", "engineers"); /* "the Mine and Mill Workers union": one union, whatever it lists */
    if (i < 5 || (!k->upper && !union_of) || !LEXICON_IS_ANY(k->low, bodies) || s->headline)
        return;
    while (from > 0 && (s->tokens[from - 1].upper || s->tokens[from - 1].low[0] == ',' || strcmp(s->tokens[from - 1].low, "and") == 0)) {
        from--;
        commas += s->tokens[from].low[0] == ',';
        ands += strcmp(s->tokens[from].low, "and") == 0;
    }
    uint32_t old = from; /* the first of its words that hangs on others has the place of all */
    while (old <= i && s->tokens[old].head >= from && s->tokens[old].head <= i)
        old++;
    if (from == 0 || strcmp(s->tokens[from - 1].low, "the") != 0 || !s->tokens[from].upper || (commas != 1 && !(union_of && commas == 0)) || ands != 1 || i - from > 9 || old > i)
        return;
    for (uint32_t c = from; c <= i; c++)
        if (s->tokens[old].head < s->count && tree_hangs_below(s, s->tokens[old].head, c))
            return;
    k->head = s->tokens[old].head;
    k->dep = s->tokens[old].dep;
    for (uint32_t c = 0; c < s->count; c++) {
        bool inside = c >= from && c < i;
        if (inside) {
            s->tokens[c].head = (uint16_t)i;
            s->tokens[c].dep = s->tokens[c].low[0] == ',' ? DEP_PUNCT : strcmp(s->tokens[c].low, "and") == 0 ? DEP_CC : DEP_COMPOUND;
        } else if (c != i && s->tokens[c].head >= from && s->tokens[c].head < i) {
            s->tokens[c].head = (uint16_t)i; /* its article and preposition, and what is joined to it */
        }
    }
}

/* "the Lord's Liberation Army", read as one that somebody owns: no article stands before a name that owns. */
static void mend_possessive_name(const sentence *s, uint32_t i)
{
    static const char *const bodies[] = {"army", "front", "party", "union", "congress", "movement", "fund", "alliance", "militia", "court", "committee", "association", "federation", "brigade"};
    uint32_t owner = i;
    if (i < 4 || !s->tokens[i].upper || !LEXICON_IS_ANY(s->tokens[i].low, bodies))
        return;
    while (owner > 1 && s->tokens[owner - 1].upper)
        owner--;
    if (owner < 3 || owner == i)
        return;
    owner -= 2;
    uint32_t the = owner - 1;
    if (!s->tokens[owner].upper || s->tokens[owner].dep != DEP_POSS || s->tokens[owner].head != i || s->tokens[owner + 1].head != owner || s->tokens[owner + 1].low[0] != '\'' || strcmp(s->tokens[the].low, "the") != 0 || s->tokens[the].head != owner || lexicon_country(s->tokens[owner].low))
        return;
    s->tokens[owner].dep = s->tokens[owner + 1].dep = DEP_COMPOUND;
    s->tokens[owner + 1].head = s->tokens[the].head = (uint16_t)i;
}

/* "Larch Workers Union members": the words before are of the union's name. */
static void mend_members(const sentence *s, uint32_t i)
{
    static const char *const of_body[] = {"negotiators", "bargainers", "members", "officials", "representatives"};
    if (i < 2 || s->tokens[i].upper || !LEXICON_IS_ANY(s->tokens[i].low, of_body) || !s->tokens[i - 1].upper || s->tokens[i - 1].head != i || s->tokens[i - 1].dep != DEP_COMPOUND)
        return;
    for (uint32_t c = i - 1; c-- > 0 && s->tokens[c].upper && s->tokens[c].head == i && (s->tokens[c].dep == DEP_COMPOUND || s->tokens[c].dep == DEP_AMOD);) {
        s->tokens[c].head = (uint16_t)(i - 1);
        s->tokens[c].dep = DEP_COMPOUND;
    }
}

/* "a sale and purchase agreement", read as a sale and an agreement: one text. */
static void mend_joined_kind(const sentence *s, uint32_t i)
{
    uint32_t first = s->tokens[i].head, and = i;
    if (i < 3 || s->tokens[i].dep != DEP_CONJ || s->tokens[i].pos != POS_NOUN || s->tokens[i].tag == TAG_NNS || !(lexicon_classes(s->tokens[i].low) & CLASS_TEXT) || first >= i || i - first > 3 || s->tokens[first].pos != POS_NOUN || s->tokens[first].tag == TAG_NNS || s->tokens[first].upper)
        return;
    while (and > first && strcmp(s->tokens[and].low, "and") != 0)
        and--;
    if (and != first + 1 || (lexicon_classes(s->tokens[first].low) & CLASS_TEXT) || parties_is_agent(s->tokens[first].low))
        return;
    for (uint32_t c = and + 1; c < i; c++) /* "a visit and an agreement" are two */
        if (s->tokens[c].dep != DEP_COMPOUND || s->tokens[c].head != i || s->tokens[c].upper)
            return;
    tree_take_place(s, i, first, DEP_COMPOUND);
}

/* "the Clean Schools Compact", read as compact: behind a name, with a capital, it is what is named. */
static void mend_text_behind_name(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    if (i < 2 || k->pos != POS_ADJ || !k->upper || s->headline || s->shouted || !(k->head + 1u == i || (k->dep == DEP_XCOMP && s->tokens[i - 1].dep == DEP_OBJ && s->tokens[i - 1].head == k->head)) || !s->tokens[i - 1].upper || !(lexicon_classes(k->low) & CLASS_TEXT))
        return;
    tree_take_place(s, i, i - 1, DEP_COMPOUND);
    k->pos = POS_NOUN;
    k->tag = TAG_NONE;
}

/* "Transport Workers Local 8": the number is of the name. */
static void mend_local(const sentence *s, uint32_t i)
{
    if (i < 2 || s->tokens[i].pos != POS_NUM || !s->tokens[i - 1].upper || strcmp(s->tokens[i - 1].low, "local") != 0 || !s->tokens[i - 2].upper || tree_hangs_below(s, i - 2, i) || tree_hangs_below(s, i - 2, i - 1))
        return;
    s->tokens[i].head = s->tokens[i - 1].head = (uint16_t)(i - 2);
    s->tokens[i].dep = s->tokens[i - 1].dep = DEP_FLAT;
}

/* "with a separate union, Transport Workers Local 8, covering X", read as a list: the name of what "a" opens. */
static void mend_named_union(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t n = k->head;
    bool one = false;
    if (k->dep != DEP_CONJ || !k->upper || n + 2 > i || n + 8 < i || s->tokens[n].upper || s->tokens[n + 1].low[0] != ',' || s->tokens[n].pos != POS_NOUN)
        return;
    for (uint32_t c = 0; c < i + 8 && c < s->count; c++) {
        if (s->tokens[c].head == i && s->tokens[c].dep == DEP_CC)
            return;
        if ((s->tokens[c].head == n || s->tokens[c].head == i) && c != i && c > n && s->tokens[c].dep == DEP_CONJ)
            return;
        one |= s->tokens[c].head == n && s->tokens[c].dep == DEP_DET && lexicon_is_one(s->tokens[c].low, "a", "an", "another");
    }
    if (one)
        k->dep = DEP_APPOS;
}

/* "Work and Pensions Secretary Jo Doe", read as work and Jo Doe: what an office is for is no party. */
static void mend_portfolio(const sentence *s, uint32_t i)
{
    token *name = &s->tokens[i];
    uint32_t first = name->head, title = i - 1;
    if (i < 4 || name->dep != DEP_CONJ || !name->upper || first + 3 > i || first + 6 < i || strcmp(s->tokens[first + 1].low, "and") != 0 || !s->tokens[first].upper || !parties_is_portfolio(s->tokens[first].low) || !s->tokens[title].upper || !(lexicon_is_one(s->tokens[title].low, "secretary", "minister", "commissioner") || parties_is_title(&s->tokens[title])))
        return;
    tree_take_place(s, i, first, DEP_COMPOUND);
}

/* "Larch United", its last word read as a participle; "from Boeing", read as doing so. */
static void mend_verb_in_name(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    if (i == 0 || !k->upper || s->headline || s->shouted)
        return;
    if (k->dep == DEP_FLAT && k->pos == POS_VERB && s->tokens[i - 1].upper) {
        k->pos = POS_PROPN;
        k->tag = TAG_NONE;
    }
    token *mark = &s->tokens[i - 1];
    if ((k->dep == DEP_OBL || k->dep == DEP_NMOD) && (k->pos == POS_PROPN || k->tag == TAG_VBG) && mark->dep == DEP_MARK && mark->head == i && lexicon_is_one(mark->low, "from", "with", "by"))
        mark->dep = DEP_CASE;
}

/* "Retailer Acme rejected it", read as two subjects. */
static void mend_what_firm(const sentence *s, uint32_t i)
{
    if (i == 1 && s->tokens[0].dep == DEP_NSUBJ && s->tokens[1].dep == DEP_NSUBJ && s->tokens[0].head == s->tokens[1].head && s->tokens[1].upper && lexicon_sector(s->tokens[0].low) == ENTENTE_SECTOR_BUS) {
        s->tokens[0].head = 1;
        s->tokens[0].dep = DEP_COMPOUND;
    }
}

/* "Book publishing giant Acme announced it", the book read as who did. */
static void mend_giant(const sentence *s, uint32_t i)
{
    uint32_t v = s->tokens[i].head;
    if (i < 2 || i > 5 || s->tokens[i].dep != DEP_NSUBJ || !s->tokens[i].upper || v <= i || v >= s->count || s->tokens[0].dep != DEP_NSUBJ || s->tokens[0].head != v || s->tokens[v].head <= i || s->tokens[i - 1].upper || s->tokens[i - 1].head != i || !lexicon_is_one(s->tokens[i - 1].low, "giant", "group", "firm"))
        return;
    for (uint32_t c = 1; c < i; c++)
        if (s->tokens[c].upper || s->tokens[c].pos == POS_PUNCT || s->tokens[c].pos == POS_CCONJ || (s->tokens[c].pos == POS_VERB && s->tokens[c].tag != TAG_VBG) || tree_hangs_below(s, v, c))
            return;
    for (uint32_t c = 0; c < i; c++) {
        s->tokens[c].head = (uint16_t)i;
        s->tokens[c].dep = DEP_COMPOUND;
    }
    s->tokens[0].pos = s->tokens[1].pos = POS_NOUN;
}

/* "Left-back Jo Doe signed it", the place on the field read as a name and Doe as another. */
static void mend_hyphened_role(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    if (i == 3 && k->dep == DEP_APPOS && k->head == 0 && k->upper && s->tokens[1].low[0] == '-' && !s->tokens[2].upper && s->tokens[2].pos == POS_NOUN)
        tree_take_place(s, i, 0, DEP_COMPOUND);
}

/* "THE ORGANIZATION OF STATES AND THE UNION", "the city of Lima and the ministry agreed": the second article makes two of them. */
static void mend_second_article(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t x = k->head, h = x < i ? s->tokens[x].head : s->count;
    bool joined = false, article = false, of = false, first = false, own = false;
    if (k->dep != DEP_CONJ || !k->upper || x >= i || h >= x || s->tokens[x].dep != DEP_NMOD || s->tokens[h].tag == TAG_NNS || s->tokens[h].pos == POS_VERB)
        return;
    for (uint32_t c = 0; c < i; c++) {
        joined |= s->tokens[c].head == i && !strcmp(s->tokens[c].low, "and");
        article |= s->tokens[c].head == i && !strcmp(s->tokens[c].low, "the");
        of |= s->tokens[c].head == x && !strcmp(s->tokens[c].low, "of");
        first |= s->tokens[c].head == h && !strcmp(s->tokens[c].low, "the");
        own |= s->tokens[c].head == x && s->tokens[c].dep == DEP_DET;
    }
    static const char *const places[] = {"city", "county", "town", "village", "state", "province", "government", "university", "kingdom", "republic"};
    if (joined && article && of && first && !own && (s->shouted || (LEXICON_IS_ANY(s->tokens[h].lemma, places) && s->tokens[h].dep == DEP_NSUBJ)))
        k->head = (uint16_t)h;
}

/* "Acme Partners, Boden's largest shareholder, has agreed", read as two: what it is, between commas and with no "and". */
static void mend_whose_holder(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t h = k->head;
    bool owned = false;
    if (k->dep != DEP_CONJ || k->pos != POS_NOUN || k->upper || k->tag == TAG_NNS || h + 2 >= i || i > h + 9 || !s->tokens[h].upper || s->tokens[h + 1].low[0] != ',' || i + 1 >= s->count || s->tokens[i + 1].low[0] != ',')
        return;
    for (uint32_t c = h + 1; c < s->count && c < i + 12; c++) {
        if ((s->tokens[c].head == i || s->tokens[c].head == h) && (s->tokens[c].dep == DEP_CC || (c != i && s->tokens[c].dep == DEP_CONJ)))
            return;
        owned |= s->tokens[c].head == i && c < i && s->tokens[c].dep == DEP_POSS;
    }
    if (owned)
        k->dep = DEP_APPOS;
}

/* "Doe, Roe & Co.", read as three: commas before an ampersand are of the firm's name. */
static void mend_partners(const sentence *s, uint32_t i)
{
    uint32_t first = i - 1, last = i + 1, top = s->count, words;
    if (i < 3 || last >= s->count || s->tokens[i].low[0] != '&' || s->tokens[i].low[1] || s->headline || !s->tokens[first].upper || !s->tokens[last].upper || strcmp(s->tokens[first - 1].low, ",") != 0)
        return;
    while (first > 1 && !strcmp(s->tokens[first - 1].low, ",") && s->tokens[first - 2].upper && s->tokens[first - 2].pos != POS_VERB && !parties_country_at(s, first, i, &words) && !parties_country_at(s, first - 2, i, &words))
        first -= 2;
    if (first == i - 1 || parties_country_at(s, last, s->count, &words))
        return;
    while (last + 1 < s->count && s->tokens[last + 1].upper && s->tokens[last + 1].pos == POS_PROPN)
        last++;
    for (uint32_t c = first; c <= last; c++)
        if (top == s->count && (s->tokens[c].head < first || s->tokens[c].head > last))
            top = c;
    s->tokens[first].head = s->tokens[top].head;
    s->tokens[first].dep = s->tokens[top].dep;
    s->tokens[first].pos = POS_PROPN;
    for (uint32_t c = 0; c < s->count; c++)
        if (c > first && c <= last) { /* the commas too */
            s->tokens[c] = (token){.start = s->tokens[c].start, .end = s->tokens[c].end, .low = s->tokens[c].low, .lemma = s->tokens[c].lemma, .upper = true, .upos = s->tokens[c].upos, .xpos = s->tokens[c].xpos, .pos = POS_PROPN, .dep = DEP_FLAT, .head = (uint16_t)first};
        } else if (c != first && s->tokens[c].head > first && s->tokens[c].head <= last) {
            s->tokens[c].head = (uint16_t)first;
        }
}

/* "Special Envoy for Chad Jo Doe", read as one for Doe. */
static void mend_envoy_for(const sentence *s, uint32_t i)
{
    uint32_t land = i - 1, preposition = i - 2, office = i - 3, words;
    if (i < 3 || s->headline || s->tokens[i].pos != POS_PROPN || s->tokens[i].dep != DEP_NMOD || s->tokens[i].head != office || (s->tokens[preposition].head != i && s->tokens[preposition].head != land) || s->tokens[land].head != i || !lexicon_is_either(s->tokens[preposition].low, "for", "to") || !s->tokens[office].upper || !parties_is_title(&s->tokens[office]) || !parties_country_at(s, land, i, &words))
        return;
    tree_take_place(s, i, office, DEP_COMPOUND);
    s->tokens[land].head = (uint16_t)office;
    s->tokens[land].dep = DEP_NMOD;
    s->tokens[land].upper = false; /* neither of the name nor the holder's country */
    s->tokens[preposition].head = (uint16_t)land;
}

/* "His Excellency Jo Doe": Doe is the head. */
static void mend_excellency(const sentence *s, uint32_t i)
{
    if (i + 1 < s->count && s->tokens[i].upper && lexicon_is_one(s->tokens[i].low, "excellency", "highness", "majesty") && s->tokens[i + 1].dep == DEP_FLAT && s->tokens[i + 1].head == i)
        tree_take_place(s, i + 1, i, DEP_COMPOUND);
}

/* "Jo Doe, Chair of the Board, and Minister Jo Roe", read as three: what office the one holds. */
static void mend_office_behind(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t name = i >= 2 ? i - 2 : 0;
    if (i < 3 || i + 1 >= s->count || k->dep != DEP_CONJ || !k->upper || s->headline || s->tokens[i - 1].low[0] != ',' || !parties_is_title(k) || !lexicon_is_one(s->tokens[i + 1].low, "of", "for", "to"))
        return;
    bool whole = s->tokens[name].dep == DEP_FLAT || (s->tokens[name].upper && s->tokens[name - 1].upper && s->tokens[name - 1].dep == DEP_COMPOUND && s->tokens[name - 1].head == name);
    if (!whole)
        return;
    while (s->tokens[name].dep == DEP_FLAT && s->tokens[name].head < name)
        name = s->tokens[name].head;
    uint32_t first = k->head;
    if (first > name || !s->tokens[name].upper)
        return;
    k->dep = DEP_APPOS;
    k->head = (uint16_t)name;
    for (uint32_t c = i + 1; c < s->count; c++) /* whoever else is joined to it */
        if (s->tokens[c].head == i && s->tokens[c].dep == DEP_CONJ && s->tokens[c].upper && s->tokens[c - 1].dep != DEP_CASE)
            s->tokens[c].head = (uint16_t)first;
}

/* "its $1.5 billion bid", the bid read as another word for the sum: what the sum is of. */
static void mend_sum_before_noun(const sentence *s, uint32_t i)
{
    uint32_t sum = s->tokens[i].head;
    if (s->tokens[i].dep != DEP_APPOS || sum >= i || sum + 5u < i || s->tokens[sum].pos != POS_SYM || !(lexicon_classes(s->tokens[i].lemma) & (CLASS_BID | CLASS_TEXT)))
        return;
    for (uint32_t k = sum + 1; k < i; k++)
        if (s->tokens[k].pos != POS_NUM)
            return;
    tree_take_place(s, i, sum, DEP_COMPOUND);
    for (uint32_t k = sum + 1; k < i; k++)
        s->tokens[k].head = (uint16_t)(k + 1 == i ? sum : k + 1);
}

void tree_mend_bodies(const sentence *s, uint32_t i)
{
    mend_sum_before_noun(s, i);
    mend_envoy_for(s, i);
    mend_excellency(s, i);
    mend_office_behind(s, i);
    mend_partners(s, i);
    mend_whose_holder(s, i);
    mend_giant(s, i);
    mend_hyphened_role(s, i);
    mend_second_article(s, i);
    mend_what_firm(s, i);
    mend_verb_in_name(s, i);
    mend_body_before_title(s, i);
    mend_leader_of_body(s, i);
    mend_portfolio(s, i);
    mend_forward(s, i);
    mend_listed_name(s, i);
    mend_possessive_name(s, i);
    mend_members(s, i);
    mend_joined_kind(s, i);
    mend_text_behind_name(s, i);
    mend_named_union(s, i);
    mend_local(s, i);
    mend_body(s, i);
    mend_suffix(s, i);
    mend_firm(s, i);
    mend_department(s, i);
}
