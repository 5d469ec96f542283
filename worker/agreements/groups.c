/* SPDX-License-Identifier: MIT */
/* Parties that are told of together: "both sides", "the two countries", "the Hungarian and Romanian officials". */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "agreements.h"

/* "We stand with B": B is none of us. */
static bool named_apart(const tree *t, const char *code, uint32_t we)
{
    uint32_t n;
    for (uint32_t i = we + 1; i < t->s->count; i++) {
        const country *c = tree_token(t, i)->upper ? parties_country_at(t->s, i, t->s->count, &n) : NULL;
        if (c && !strcmp(c->code, code))
            return true;
    }
    return false;
}

static const char *const numbers[] = {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};

static uint32_t number_of(const char *low)
{
    for (uint32_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (strcmp(low, numbers[i]) == 0)
            return i + 2;
    return isdigit((unsigned char)*low) ? (uint32_t)atoi(low) : 0;
}

void parties_drop_counted_group(mention *m)
{
    for (uint32_t i = 0; i < m->party_count; i++)
        for (uint32_t n = 0; n < sizeof numbers / sizeof *numbers; n++) {
            size_t length = strlen(numbers[n]);
            if (m->party_count != n + 3 || strncasecmp(m->parties[i].name, numbers[n], length) != 0 || m->parties[i].name[length] != ' ')
                continue;
            memmove(&m->parties[i], &m->parties[i + 1], (m->party_count - i - 1) * sizeof *m->parties);
            m->party_count--;
            return;
        }
}

/* Whether the two who are spoken of are no persons. */
static bool pair_of_bodies(const parties *p)
{
    bool bodies = p->pair_count > 1;
    for (uint32_t i = 0; i < p->pair_count; i++)
        bodies &= !p->pair[i].person;
    return bodies;
}

/* "Acme called off talks with Apex after the two companies fell out": the two that the sentence has named. */
static bool read_two_named(parties *p, const tree *t, uint32_t head, view where, mention *m)
{
    static const char *const bodies[] = {"company", "firm", "airline", "carrier", "club", "bank", "group", "automaker", "carmaker", "retailer", "insurer"};
    mention named = {.sentence = t->s};
    bool states = (lexicon_classes(tree_token(t, head)->lemma) & CLASS_STATES) && strcmp(tree_token(t, head)->lemma, "side") != 0;
    bool alone = tree_token(t, head)->pos == POS_NUM; /* "the two failed to agree" */
    if (p->naming || t->s->headline || (!states && !alone && !LEXICON_IS_ANY(tree_token(t, head)->lemma, bodies)))
        return false;
    for (uint32_t i = 0; i < head && named.party_count < 3; i++) {
        const token *k = tree_token(t, i);
        bool placed = !strcmp(tree_case(t, i), "in") || !strcmp(tree_case(t, i), "at") || !strcmp(tree_case(t, i), "on");
        bool owns = tree_child(t, i, DEP_POSS) != TREE_NONE; /* "a stake in Norway's Acme": no place */
        if (!k->upper || k->pos != POS_PROPN || (k->dep != DEP_NSUBJ && k->dep != DEP_OBJ && k->dep != DEP_OBL && k->dep != DEP_NMOD && k->dep != DEP_CONJ) || (lexicon_classes(k->low) & CLASS_TIME) || (placed && !owns) || (!alone && parties_is_state(t, i) != states) ||
            tree_child(t, i, DEP_FLAT) != TREE_NONE || tree_under(t, head, i))
            continue;
        p->naming = true;
        entente_status e = parties_read(p, t, i, &named);
        p->naming = false;
        if (e != ENTENTE_OK)
            return false;
    }
    bool persons = false;
    for (uint32_t i = 0; i < named.party_count; i++)
        persons |= named.parties[i].person;
    for (uint32_t i = 0; named.party_count == 2 && !persons && i < 2; i++) {
        named.parties[i].mention = where;
        parties_add(m, named.parties[i]);
    }
    return named.party_count == 2 && !persons;
}

/* "Both sides", "the two countries", "they": the parties in play, states where states are meant. */
bool parties_read_group(parties *p, const tree *t, uint32_t head, view where, mention *m)
{
    static const char *const persons[] = {"candidate", "lawmaker", "senator", "congressman", "player", "man", "woman", "brother", "sister"};
    const token *k = tree_token(t, head);
    uint32_t from, to;
    for (uint32_t i = 0; i < p->pair_count && LEXICON_IS_ANY(k->lemma, persons); i++)
        if (!p->pair[i].person)
            return false; /* "both candidates", after one of them and a broadcaster */
    parties_phrase_range(t, head, &from, &to);
    bool named = false, definite = parties_is_pronoun(k), pronoun = definite, two = false, the = false; /* "the two neighbours" */
    for (uint32_t i = from; i < to; i++) {
        const char *low = tree_token(t, i)->low;
        named |= !pronoun && tree_token(t, i)->upper && (i > from || !((lexicon_classes(low) | lexicon_classes(tree_token(t, i)->lemma)) & (CLASS_FUNCTION | CLASS_GROUP)));
        uint32_t number = number_of(low);
        if (number > 2 && p->pair_count != number)
            return false; /* "the four states": not two */
        two |= number == 2 || !strcmp(low, "both");
        the |= lexicon_is_one(low, "the", "both", "these");
        definite |= !strcmp(low, "the") || (lexicon_is_either(low, "their", "our") && (lexicon_classes(k->lemma) & CLASS_STATES)) || !strcmp(low, "both") || !strcmp(low, "two") || !strcmp(low, "these") || !strcmp(low, "those");
    }
    bool each = lexicon_is_one(tree_token(t, from)->low, "each", "either", "neither"), singular = k->tag != TAG_NNS && k->tag != TAG_NNPS && k->pos == POS_NOUN && !each;
    definite |= each;
    bool states = (lexicon_classes(k->lemma) & CLASS_STATES) || !strcmp(k->lemma, "party"), negotiators = !strcmp(k->lemma, "negotiator");
    definite |= negotiators || (k->upper && k->tag == TAG_NNS && from == head && head > 0 && p->pair_count > 1 && *p->pair[0].country && *p->pair[1].country); /* "..., Ministers agreed", in a paper of theirs */
    states |= negotiators;
    uint32_t what = two ? TREE_NONE : tree_child(t, head, DEP_COMPOUND);
    if (what != TREE_NONE && what + 1 == head && tree_token(t, what)->pos == POS_NOUN && !pair_of_bodies(p))
        return false; /* "the mining companies", where two ministers are spoken of */
    if (!strcmp(k->lemma, "party") && (tree_child_case(t, head, DEP_NMOD, "to") != TREE_NONE || tree_child_case(t, head, DEP_NMOD, "in") != TREE_NONE))
        return false; /* "the parties to the conflict": whoever they are */
    if (two && the && !named && (p->pair_count < 2 || k->pos == POS_NUM) && read_two_named(p, t, head, where, m))
        return true;
    if (named || !definite || singular || (!parties_is_pronoun(k) && !(lexicon_classes(k->lemma) & CLASS_GROUP) && !(p->pair_count == 2 && (!strcmp(k->lemma, "neighbor") || !strcmp(k->lemma, "neighbour") || (two && the && parties_is_people(t, head))))))
        return false;
    if (p->issuer_count == 2 && states && !pronoun) { /* in a paper of two: they */
        for (uint32_t n = 0; n < p->issuer_count; n++) {
            party x = p->issuer[n];
            x.mention = where;
            parties_add(m, x);
        }
        return true;
    }
    uint32_t most[2] = {parties_most_named(p, PARTIES_NOT_NAMED, PARTIES_NOT_NAMED), 0};
    most[1] = parties_most_named(p, most[0], PARTIES_NOT_NAMED);
    bool ours = p->country_count >= 2 && !strcmp(k->low, "we") && p->countries[most[0]].in_headline && p->countries[most[1]].in_headline; /* a paper about the two */
    bool people = states && p->pair_count == 2 && p->country_count >= 2 && parties_times_named(p, most[1]) > 1; /* whose countries nobody told */
    for (uint32_t n = 0; n < p->pair_count; n++)
        people &= p->pair[n].person && !*p->pair[n].country;
    bool often = parties_times_named(p, most[0]) > 1 && parties_times_named(p, most[1]) > 1;
    for (int n = 0; n < 2 && p->country_count >= 2; n++)
        often |= p->countries[most[0]].in_headline && p->countries[most[1]].in_headline;
    if ((p->pair_count < 2 && p->country_count >= 2 && ((states && (often || (strcmp(k->lemma, "side") != 0 && strcmp(k->lemma, "party") != 0))) || ours)) || people) {
        for (uint32_t n = 0; n < 2; n++)
            p->pair[n] = (party){.name = p->countries[most[n]].name, .country = p->countries[most[n]].code, .mention = where, .sector = ENTENTE_SECTOR_GOV};
        p->pair_count = 2;
    }
    for (uint32_t n = 0; n < p->pair_count && !strcmp(k->low, "parties"); n++)
        if (strstr(p->pair[n].name, " parties")) { /* "the parties", where the others are a government */
            party x = p->pair[n];
            x.mention = where;
            parties_add(m, x);
            return true;
        }
    if (p->pair_count < 2 || (p->pair_named && lexicon_is_one(k->low, "we", "us", "our")))
        return false;
    for (uint32_t n = 0; n < p->pair_count; n++) {
        party x = p->pair[n];
        if (!strcmp(k->low, "we") && *x.country && p->country_count > 1 && named_apart(t, x.country, head))
            continue;
        bool told = *x.country != '\0'; /* "his Chinese counterpart Wang Lo" */
        if (states && !*x.country && x.person) { /* of the one country that is spoken of most and is not the other's */
            uint32_t other = 0;
            while (other < p->country_count && strcmp(p->countries[other].code, p->pair[n ? 0 : p->pair_count - 1].country) != 0)
                other++;
            uint32_t own = parties_most_named(p, other, PARTIES_NOT_NAMED);
            party side = parties_times_named(p, own) > 1 ? parties_side_named(p, own, where) : x;
            if (side.sector == ENTENTE_SECTOR_IGO)
                x = side;
            x.country = side.country;
        }
        if (states && *x.country && (parties_person(p, x.name) || (told && x.person))) { /* two ministers met; their countries agreed */
            x.name = parties_country_name(x.country);
            x.sector = ENTENTE_SECTOR_GOV;
        }
        x.mention = where;
        parties_add(m, x);
    }
    return true;
}

/* "the Moreau and Petit families": two, each by its name. */
bool parties_read_named(const parties *p, const tree *t, uint32_t head, view where, mention *m)
{
    const token *k = tree_token(t, head);
    uint32_t first = tree_child(t, head, DEP_COMPOUND), second = first == TREE_NONE ? TREE_NONE : tree_child(t, first, DEP_CONJ);
    if (k->upper || k->tag != TAG_NNS || !parties_is_people(t, head) || second == TREE_NONE || second > head || second != first + 2u || !tree_token(t, first)->upper || !tree_token(t, second)->upper || !tree_is_low(t, first + 1, "and") ||
        t->left[first] != first || parties_is_state(t, first) || parties_is_state(t, second))
        return false;
    const uint32_t names[] = {first, second};
    for (int i = 0; i < 2; i++) {
        const token *name = tree_token(t, names[i]);
        size_t n = name->end - name->start, body = strlen(k->lemma);
        char *both = arena_alloc(p->arena, n + body + 2);
        if (!both)
            return false;
        memcpy(both, p->text->data + name->start, n);
        both[n] = ' ';
        memcpy(both + n + 1, k->lemma, body + 1);
        parties_add(m, (party){.name = both, .country = "", .mention = where, .sector = lexicon_sector(k->lemma)});
    }
    return true;
}

/* "the Hungarian and Romanian officials", "leaders of Peru and Chile": each state, when there are two or more. */
bool parties_read_states(const parties *p, const tree *t, uint32_t head, view where, mention *m)
{
    const token *k = tree_token(t, head);
    const country *found[MENTION_PARTIES];
    uint32_t words[MENTION_PARTIES]; /* the first of each */
    uint32_t count = 0, n;
    entente_sector body = lexicon_sector(k->low) ? lexicon_sector(k->low) : lexicon_sector(k->lemma);
    bool own = body && body != ENTENTE_SECTOR_GOV && !k->upper; /* "the Thai and Cambodian armies": not the states */
    if ((k->tag != TAG_NNS && k->tag != TAG_NNPS) || !(own || parties_heads_state(k->low) || parties_heads_state(k->lemma) || (lexicon_classes(k->lemma) & (CLASS_GROUP | CLASS_TITLE))))
        return false;
    TREE_CHILDREN(t, head, c) {
        uint8_t dep = tree_token(t, c)->dep;
        const char *preposition = dep == DEP_NMOD ? tree_case(t, c) : "";
        if (dep != DEP_AMOD && dep != DEP_COMPOUND && dep != DEP_POSS && strcmp(preposition, "of") != 0 && strcmp(preposition, "from") != 0)
            continue;
        for (uint32_t i = t->left[c]; i <= t->right[c] && count < MENTION_PARTIES; i++) {
            const country *x = tree_token(t, i)->upper ? parties_country_at(t->s, i, t->s->count, &n) : NULL;
            if (x) {
                words[count] = i;
                found[count++] = x;
                i += n - 1;
            }
        }
    }
    for (uint32_t i = 0; count > 1 && i < count; i++) {
        party x = {.name = found[i]->name, .country = found[i]->code, .mention = where, .sector = own ? body : ENTENTE_SECTOR_GOV};
        const token *demonym = tree_token(t, words[i]);
        size_t n_word = demonym->end - demonym->start, n_body = strlen(k->lemma);
        char *name = own && !found[i]->is_name ? arena_alloc(p->arena, n_word + n_body + 2) : NULL;
        if (name) { /* "Thai army" */
            memcpy(name, p->text->data + demonym->start, n_word);
            name[n_word] = ' ';
            memcpy(name + n_word + 1, k->lemma, n_body + 1);
            x.name = name;
        }
        parties_add(m, x);
    }
    return count > 1;
}
