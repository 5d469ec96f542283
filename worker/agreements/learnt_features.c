/* SPDX-License-Identifier: MIT */
/* What each question looks at: features of a word as a trigger, of somebody as a party, of a phrase or clause as contents,
 * of two mentions as told of one agreement. */
#include "learnt.h"

#include <ctype.h>
#include <string.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

/* The sorts of features: those of triggers, of parties, of contents, of pairs. */
enum { BIAS, WORD, TAG, PLACE, WORD_PLACE, WORD_TAG, HEADLINE, CLASS, CLASS_PLACE, CLASS_TAG, HEAD, HEAD_WORDS, HEAD_POS, HEAD_CLASS, HEAD_CLASSES, SIBLING, SIBLING_WORD,
       CHILD, CHILD_WORD, CHILD_CASE, CHILD_CASE_POS, CHILD_SOMEBODY, CHILD_OF_CLASS, CHILD_CLASS, CHILD_CLASSES, CHILD_PLAIN, FRAME, WORD_FRAME, NEIGHBOUR, NEIGHBOUR_WORDS, NEIGHBOUR_POS,
       NAMES, PEOPLE, CANDIDATES, DEALS, LENGTH, QUOTES, SENTENCE_CLASS, SENTENCE_CLASSES, ABOVE, ABOVE_POS, ABOVE_CLASS, BELOW, BELOW_CLASS,
       WORD_CHILD, WORD_HEAD, HEAD_PLACE, CASE_HEAD, WORD_CASE_HEAD,
       PARTY, CONTENT = PARTY + 32, SAME = CONTENT + 32 };
/* Of a party or a content, added to PARTY or CONTENT. */
enum { ROLE_BIAS, PATH, PATH_CASE, PATH_WORD, PATH_CLASS, PATH_KIND, PATH_VOICE, PATH_STATUS, PATH_FRAME, DEP_CASE_SIDE, DISTANCE, GOVERNOR, GOVERNOR_CASE, OWN_WORD, OWN_KIND, TYPE, TYPE_PATH, TYPE_KIND, KNOWN, KNOWN_KIND,
       ABSENT, ABSENT_SUBJECT, ABSENT_CLASS, TRIGGER_CASE, SIDE_KIND, OWN_TAG, OPENS_WITH, SPAN, ROLE_CLASS, BETWEEN };

#define EACH_CLASS(set, number) for (uint64_t left_##number = (set), number = 0; left_##number && (number = (uint64_t)__builtin_ctzll(left_##number), true); left_##number &= left_##number - 1)

static uint32_t at_most(uint32_t n, uint32_t most) { return n < most ? n : most; }

bool learnt_may_trigger(const tree *t, const uint64_t *classes, uint32_t i)
{
    static const uint64_t telling = CLASS_AGREE | CLASS_PLEDGE | CLASS_OFFER | CLASS_COMMIT | CLASS_ACCEPT | CLASS_REFUSE | CLASS_SIGN | CLASS_RENEW | CLASS_BREAK | CLASS_LEAVE | CLASS_MAKE | CLASS_MEET |
                                    CLASS_DECIDE | CLASS_FAILING | CLASS_FORCE | CLASS_BEFALL | CLASS_AFFIRM | CLASS_SUBMIT | CLASS_INTO | CLASS_AWARD | CLASS_TEXT | CLASS_WEAKTEXT | CLASS_BID | CLASS_DUTY |
                                    CLASS_TALKS | CLASS_NEARBY | CLASS_ENDING | CLASS_MAKING | CLASS_REFUSAL | CLASS_HOPE | CLASS_FAIL | CLASS_ACQUIRE | CLASS_REQUESTED | CLASS_ANNOUNCE | CLASS_SETTLE |
                                    CLASS_GRANT | CLASS_RECEIVE | CLASS_VOTE | CLASS_STANDING | CLASS_PERSUADE;
    uint8_t pos = tree_token(t, i)->pos;
    uint32_t threat = classes[i] & CLASS_PLEDGE && pos == POS_VERB ? tree_child(t, i, DEP_XCOMP) : TREE_NONE;
    if (threat != TREE_NONE && (classes[threat] & CLASS_HARM))
        return false; /* "vowed to hit back": where that is a commitment, rules read it */
    uint32_t come = tree_is_low(t, i, "terms") && i > 1 ? i - 2u : i, with = come + 3u < t->s->count && tree_is_low(t, come + 3u, "with") ? tree_head(t, come + 3u) : TREE_NONE;
    if (with != TREE_NONE && !strcmp(tree_token(t, come)->lemma, "come") && tree_is_low(t, come + 2u, "terms") && !tree_token(t, with)->upper && !(classes[with] & (CLASS_GROUP | CLASS_TITLE)) && !parties_is_people(t, with))
        return false; /* "came to terms with the loss": the same */
    return (classes[i] & telling) && (pos == POS_VERB || pos == POS_NOUN || pos == POS_ADJ || pos == POS_PROPN || pos == POS_AUX || pos == POS_ADV);
}

/* A hash of the lemma. Of a name, only what sort of thing it names; of a number, that it is one. */
static uint32_t word_of(const tree *t, const uint64_t *classes, uint32_t i, bool state, bool somebody)
{
    enum { A_STATE = 1, SOMEBODY, A_NAME, A_NUMBER };
    const token *k = tree_token(t, i);
    if (k->upper && !classes[i] && state) /* "Peru", "Peruvian", "the Peruvians" */
        return A_STATE;
    if (k->pos == POS_PROPN && !classes[i])
        return somebody ? SOMEBODY : A_NAME;
    if (k->pos == POS_NUM)
        return A_NUMBER;
    return (uint32_t)XXH3_64bits(k->lemma, strlen(k->lemma));
}

void learnt_read_sentence(const parties *p, const tree *t, const uint64_t *classes, learnt_sentence *out)
{
    out->t = t, out->classes = classes, out->deal_words = p->deal_words;
    out->all = 0, out->names = out->people = out->candidates = 0;
    for (uint32_t i = 0; i < t->s->count; i++) {
        bool state = parties_is_state(t, i);
        out->somebody[i] = state || parties_is_people(t, i);
        out->words[i] = word_of(t, classes, i, state, out->somebody[i]);
        out->all |= classes[i];
        out->names += tree_token(t, i)->upper;
        out->people += out->somebody[i];
        out->candidates += learnt_may_trigger(t, classes, i);
    }
    out->quotes = parties_has_quote(t->s);
    out->who_is_read = false;
}

/* The words right beside a token, and what they are. */
static void add_neighbours(const learnt_sentence *x, uint32_t i, learnt_features *f)
{
    for (uint32_t place = 0; place < 5; place++) {
        uint32_t q = i + place - 2;
        if (place == 2 || i + place < 2 || q >= x->t->s->count)
            continue;
        learnt_add(f, NEIGHBOUR, place, x->words[q], 0);
        learnt_add(f, NEIGHBOUR_WORDS, place, x->words[q], x->words[i]);
        learnt_add(f, NEIGHBOUR_POS, place, tree_token(x->t, q)->pos, 0);
    }
}

static void add_sentence(const learnt_sentence *x, uint32_t i, learnt_features *f)
{
    uint32_t pos = tree_token(x->t, i)->pos;
    learnt_add(f, NAMES, at_most(x->names, 6), 0, 0);
    learnt_add(f, PEOPLE, at_most(x->people, 5), at_most(x->names + x->people, 8), 0);
    learnt_add(f, CANDIDATES, at_most(x->candidates, 8), 0, 0);
    learnt_add(f, DEALS, at_most(x->deal_words / 2, 8), 0, 0);
    learnt_add(f, LENGTH, at_most(x->t->s->count / 8, 6), 0, 0);
    learnt_add(f, QUOTES, x->quotes, 0, 0);
    EACH_CLASS(x->all, s) {
        learnt_add(f, SENTENCE_CLASS, (uint32_t)s, pos, 0);
        EACH_CLASS(x->classes[i], c) learnt_add(f, SENTENCE_CLASSES, (uint32_t)s, (uint32_t)c, 0);
    }
}

static void add_head(const learnt_sentence *x, uint32_t i, learnt_features *f)
{
    const tree *t = x->t;
    uint32_t h = tree_head(t, i), pos = tree_token(t, i)->pos, dep = tree_token(t, i)->dep, word = x->words[i];
    if (h == TREE_NONE)
        return;
    uint32_t preposition = tree_child(t, i, DEP_CASE);
    learnt_add(f, HEAD, x->words[h], dep, 0);
    learnt_add(f, HEAD_WORDS, x->words[h], word, 0);
    learnt_add(f, HEAD_POS, tree_token(t, h)->pos, dep, 0);
    learnt_add(f, WORD_HEAD, word, dep, x->words[h]);
    learnt_add(f, HEAD_PLACE, dep, x->words[h], pos);
    if (preposition != TREE_NONE) {
        learnt_add(f, CASE_HEAD, x->words[preposition], x->words[h], 0);
        learnt_add(f, WORD_CASE_HEAD, word, x->words[preposition], x->words[h]);
    }
    EACH_CLASS(x->classes[h], a) {
        learnt_add(f, HEAD_CLASS, (uint32_t)a, dep, pos);
        EACH_CLASS(x->classes[i], c) learnt_add(f, HEAD_CLASSES, (uint32_t)a, (uint32_t)c, 0);
    }
    TREE_CHILDREN(t, h, q) {
        uint32_t as = tree_token(t, q)->dep;
        if (q == i)
            continue;
        if (f->count == LEARNT_FEATURES)
            return;
        learnt_add(f, SIBLING, as, pos, 0);
        if (as == DEP_AUX || as == DEP_MARK || as == DEP_ADVMOD || as == DEP_NSUBJ || as == DEP_OBJ || as == DEP_CASE || as == DEP_COP)
            learnt_add(f, SIBLING_WORD, as, x->words[q], 0);
    }
    uint32_t above = tree_head(t, h), between = tree_token(t, h)->dep;
    if (above == TREE_NONE)
        return;
    learnt_add(f, ABOVE, x->words[above], between, dep);
    learnt_add(f, ABOVE_POS, between, dep, tree_token(t, above)->pos);
    EACH_CLASS(x->classes[above], a) learnt_add(f, ABOVE_CLASS, (uint32_t)a, between, dep);
}

/* Which of the telling relations a token's dependents have, as bits. */
static uint64_t frame_of(const tree *t, uint32_t i)
{
    static const uint64_t framing = 1ull << DEP_NSUBJ | 1ull << DEP_NSUBJ_PASS | 1ull << DEP_OBJ | 1ull << DEP_XCOMP | 1ull << DEP_CCOMP | 1ull << DEP_OBL | 1ull << DEP_AUX | 1ull << DEP_AUX_PASS | 1ull << DEP_ADVCL | 1ull << DEP_NMOD | 1ull << DEP_IOBJ | 1ull << DEP_PRT;
    uint64_t frame = 0;
    TREE_CHILDREN(t, i, q)
        frame |= 1ull << (tree_token(t, q)->dep & 63);
    return frame & framing;
}

static void add_children(const learnt_sentence *x, uint32_t i, learnt_features *f)
{
    const tree *t = x->t;
    uint32_t pos = tree_token(t, i)->pos, word = x->words[i];
    TREE_CHILDREN(t, i, q) {
        const token *k = tree_token(t, q);
        uint32_t dep = k->dep, marker = tree_child(t, q, DEP_CASE), preposition = marker == TREE_NONE ? 0 : x->words[marker];
        if (f->count == LEARNT_FEATURES)
            return;
        learnt_add(f, CHILD, dep, pos, 0);
        learnt_add(f, CHILD_WORD, dep, x->words[q], 0);
        learnt_add(f, WORD_CHILD, word, dep, x->words[q]);
        learnt_add(f, CHILD_CASE, word, dep, preposition);
        learnt_add(f, CHILD_CASE_POS, dep, preposition, pos);
        learnt_add(f, CHILD_SOMEBODY, dep, preposition, (uint32_t)x->somebody[q] + 2 * k->upper + 4 * pos);
        EACH_CLASS(x->classes[i], c) learnt_add(f, CHILD_OF_CLASS, (uint32_t)c, dep, preposition);
        if (!x->classes[q])
            learnt_add(f, CHILD_PLAIN, dep, word, preposition);
        EACH_CLASS(x->classes[q], b) {
            learnt_add(f, CHILD_CLASS, (uint32_t)b, dep, 0);
            EACH_CLASS(x->classes[i], c) learnt_add(f, CHILD_CLASSES, (uint32_t)b, dep, (uint32_t)c);
        }
        TREE_CHILDREN(t, q, z) {
            uint32_t as = tree_token(t, z)->dep;
            if (as == DEP_PUNCT)
                continue;
            if (f->count == LEARNT_FEATURES)
                return;
            learnt_add(f, BELOW, dep, as, x->words[z]);
            EACH_CLASS(x->classes[z], b) learnt_add(f, BELOW_CLASS, dep, as, (uint32_t)b);
        }
    }
    uint64_t frame = frame_of(t, i);
    learnt_add(f, FRAME, (uint32_t)frame, (uint32_t)(frame >> 32), pos);
    learnt_add(f, WORD_FRAME, (uint32_t)frame, (uint32_t)(frame >> 32), word);
}

void learnt_trigger_features(const learnt_sentence *x, uint32_t i, learnt_features *f)
{
    const token *k = tree_token(x->t, i);
    uint32_t word = x->words[i];
    f->count = 0;
    learnt_add(f, BIAS, 0, 0, 0);
    learnt_add(f, WORD, word, k->pos, 0);
    learnt_add(f, TAG, k->tag, k->pos, 0);
    learnt_add(f, PLACE, k->dep, k->pos, 0);
    learnt_add(f, WORD_PLACE, word, k->dep, 0);
    learnt_add(f, WORD_TAG, word, k->tag, 0);
    learnt_add(f, HEADLINE, x->t->s->headline, 0, 0);
    EACH_CLASS(x->classes[i], c) {
        learnt_add(f, CLASS, (uint32_t)c, 0, 0);
        learnt_add(f, CLASS_PLACE, (uint32_t)c, k->dep, 0);
        learnt_add(f, CLASS_TAG, (uint32_t)c, k->tag, 0);
    }
    add_neighbours(x, i, f);
    add_sentence(x, i, f);
    add_head(x, i, f);
    add_children(x, i, f);
}

learnt_trigger learnt_trigger_of(learnt_sentence *x, uint32_t i, entente_kind kind, entente_agreement_status status)
{
    uint64_t frame = frame_of(x->t, i);
    learnt_trigger g = {.x = x, .i = i, .kind = kind, .status = status, .frame = (uint32_t)(frame ^ frame >> 32), .passive = clause_passive(x->t, i)};
    for (uint32_t k = i; k != TREE_NONE && g.above_count < sizeof g.above / sizeof *g.above; k = tree_head(x->t, k))
        g.above[g.above_count++] = k;
    return g;
}

/* "Peru" of "Peru's president", "Acme" of "Acme workers": a part of somebody's name or description, not of a text's or a thing's. */
static bool part_of_somebody(const learnt_sentence *x, uint32_t i)
{
    uint8_t dep = tree_token(x->t, i)->dep;
    uint32_t h = tree_head(x->t, i);
    bool part = dep == DEP_COMPOUND || dep == DEP_FLAT || dep == DEP_AMOD || dep == DEP_POSS || dep == DEP_NUMMOD;
    return part && h != TREE_NONE && (x->somebody[h] || tree_token(x->t, h)->upper) && !(x->classes[h] & CLASS_TEXT);
}

/* Those of the sentence, from the first so many words that may be somebody. */
static entente_status read_candidates(const parties *p, learnt_sentence *x)
{
    enum { LOOKED_AT = 128 };
    static const uint64_t nobody = 1ull << DEP_AUX | 1ull << DEP_AUX_PASS | 1ull << DEP_COP; /* "Should Peru sign it, ..." */
    const tree *t = x->t;
    parties looking = *p; /* "we" or "the two states" would put others in play */
    x->who_count = 0;
    for (uint32_t i = 0, looked = 0; i < t->s->count && x->who_count < LEARNT_CANDIDATES && looked < LOOKED_AT; i++) {
        const token *k = tree_token(t, i);
        if ((!x->somebody[i] && !k->upper && !parties_is_pronoun(k)) || (x->classes[i] & (CLASS_TIME | CLASS_TEXT)) || tree_is_predicate(t, i) || part_of_somebody(x, i) || (nobody >> (k->dep & 63) & 1))
            continue;
        mention m = {.sentence = t->s};
        entente_status e = parties_read(&looking, t, i, &m);
        if (e)
            return e;
        looked++;
        for (uint32_t q = 0; q < m.party_count && x->who_count < LEARNT_CANDIDATES; q++)
            if (m.parties[q].mention.start <= k->start && m.parties[q].mention.end >= k->end && !parties_unnamed(&m.parties[q]))
                x->who[x->who_count++] = (learnt_candidate){i, m.parties[q]};
    }
    x->who_is_read = true;
    return ENTENTE_OK;
}

entente_status learnt_candidates(const parties *p, const learnt_trigger *g, learnt_candidate out[LEARNT_CANDIDATES], uint32_t *count)
{
    entente_status e = g->x->who_is_read ? ENTENTE_OK : read_candidates(p, g->x);
    *count = 0;
    for (uint32_t i = 0; i < g->x->who_count && !e; i++)
        if (g->x->who[i].head != g->i)
            out[(*count)++] = g->x->who[i];
    for (uint32_t i = 0; i < p->pair_count && *count < LEARNT_CANDIDATES && !e; i++) {
        bool here = false;
        for (uint32_t q = 0; q < *count; q++)
            here |= parties_same_name(&out[q].who, &p->pair[i]);
        if (!here)
            out[(*count)++] = (learnt_candidate){TREE_NONE, p->pair[i]};
    }
    return e;
}

/* The way from token `q` through the tree to the trigger, as a hash; `joined` whether it starts at a conjunct, whose place is that of the first. */
static uint32_t path_of(const learnt_trigger *g, uint32_t q, bool *joined, uint32_t *length)
{
    enum { MOST = 7, DOWN = 64 }; /* added to the relations on the way down */
    const tree *t = g->x->t;
    uint8_t way[MOST + sizeof g->above / sizeof *g->above];
    uint32_t n = 0;
    *joined = tree_token(t, q)->dep == DEP_CONJ;
    for (uint32_t step = 0; tree_token(t, q)->dep == DEP_CONJ && step < MOST && tree_head(t, q) != TREE_NONE && tree_is_nominal(t, q) == tree_is_nominal(t, tree_head(t, q)); step++)
        q = tree_head(t, q);
    *length = 0;
    for (; q != TREE_NONE && *length < MOST; q = tree_head(t, q), ++*length) {
        for (uint32_t k = 0; k < g->above_count; k++)
            if (g->above[k] == q) {
                *length += k;
                for (; k > 0; k--)
                    way[n++] = tree_token(t, g->above[k - 1])->dep + DOWN;
                return (uint32_t)XXH3_64bits(way, n);
            }
        way[n++] = tree_token(t, q)->dep;
    }
    *length = 2 * MOST;
    return 1;
}

/* What is said of the place of token `q` beside its trigger. */
static void add_place(const learnt_trigger *g, uint32_t role, uint32_t q, uint32_t type, learnt_features *f)
{
    const learnt_sentence *x = g->x;
    const tree *t = x->t;
    bool joined;
    uint32_t length, path = path_of(g, q, &joined, &length), marker = tree_child(t, q, DEP_CASE), preposition = marker == TREE_NONE ? 0 : x->words[marker], dep = tree_token(t, q)->dep, h = tree_head(t, q);
    uint32_t word = x->words[g->i], before = q < g->i, apart = at_most((q < g->i ? g->i - q : q - g->i) / 3, 8);
    learnt_add(f, role + PATH, path, joined, 0);
    learnt_add(f, role + PATH_CASE, path, preposition, 0);
    learnt_add(f, role + PATH_WORD, path, preposition, word);
    learnt_add(f, role + PATH_KIND, path, preposition, g->kind);
    learnt_add(f, role + PATH_STATUS, path, preposition, g->status);
    learnt_add(f, role + PATH_VOICE, path, preposition, g->passive);
    EACH_CLASS(x->classes[g->i], c) learnt_add(f, role + PATH_CLASS, path, preposition, (uint32_t)c);
    if (role == CONTENT)
        learnt_add(f, role + PATH_FRAME, path, preposition, g->frame);
    learnt_add(f, role + DEP_CASE_SIDE, dep, preposition, before);
    learnt_add(f, role + TRIGGER_CASE, word, preposition, dep + 64 * before);
    learnt_add(f, role + DISTANCE, apart, before, 0);
    learnt_add(f, role + DISTANCE, 100 + at_most(length, 8), before, 0);
    learnt_add(f, role + SIDE_KIND, before, g->kind, dep);
    learnt_add(f, role + TYPE_PATH, type, path, preposition);
    if (h != TREE_NONE) {
        learnt_add(f, role + GOVERNOR, x->words[h], dep, 0);
        learnt_add(f, role + GOVERNOR_CASE, x->words[h], preposition, 0);
        EACH_CLASS(x->classes[h], c) learnt_add(f, role + ROLE_CLASS, (uint32_t)c, dep, preposition);
    }
    learnt_add(f, role + OWN_WORD, x->words[q], 0, 0);
    learnt_add(f, role + OWN_KIND, x->words[q], g->kind, 0);
    learnt_add(f, role + OWN_TAG, tree_token(t, q)->tag, tree_token(t, q)->pos, dep);
}

void learnt_party_features(const parties *p, const learnt_trigger *g, const learnt_candidate *c, learnt_features *f)
{
    const learnt_sentence *x = g->x;
    const party *who = &c->who;
    uint32_t type = (uint32_t)(*who->country != '\0') | (uint32_t)who->person << 1 | (uint32_t)who->plural << 2 | (uint32_t)(islower((unsigned char)*who->name) != 0) << 3 | (uint32_t)who->sector << 4;
    uint32_t subject = tree_child(x->t, g->i, DEP_NSUBJ);
    bool known = false;
    for (uint32_t i = 0; i < p->pair_count; i++)
        known |= parties_same_name(&p->pair[i], who);
    f->count = 0;
    learnt_add(f, PARTY + ROLE_BIAS, c->head == TREE_NONE, 0, 0);
    learnt_add(f, PARTY + TYPE, type, c->head == TREE_NONE, 0);
    learnt_add(f, PARTY + TYPE_KIND, type, g->kind, c->head == TREE_NONE);
    learnt_add(f, PARTY + KNOWN, known, at_most(p->pair_count, 3) + 4 * p->agreed, c->head == TREE_NONE);
    learnt_add(f, PARTY + KNOWN_KIND, known, g->kind, x->t->s->headline);
    learnt_add(f, PARTY + BETWEEN, at_most(x->people + x->names, 8), c->head == TREE_NONE, 0);
    if (c->head == TREE_NONE) {
        learnt_add(f, PARTY + ABSENT, x->words[g->i], g->kind, 0);
        learnt_add(f, PARTY + ABSENT_SUBJECT, subject != TREE_NONE && x->somebody[subject], g->passive, tree_token(x->t, g->i)->pos);
        learnt_add(f, PARTY + ABSENT_SUBJECT, 2, at_most(x->people, 4), g->kind);
        EACH_CLASS(x->classes[g->i], b) learnt_add(f, PARTY + ABSENT_CLASS, (uint32_t)b, at_most(x->people, 2), 0);
        return;
    }
    learnt_add(f, PARTY + KNOWN, 8 + known, tree_token(x->t, c->head)->dep, 0);
    add_place(g, PARTY, c->head, type, f);
}

/* "August 22", "20 January 1992", "1992": when it was, not what it is about. */
static bool is_date(const learnt_sentence *x, uint32_t i)
{
    const token *k = tree_token(x->t, i);
    if (k->upper && (x->classes[i] & CLASS_TIME))
        return true;
    bool digits = isdigit((unsigned char)*k->low) != 0, month = false;
    TREE_CHILDREN(x->t, i, c)
        month |= tree_token(x->t, c)->upper && (x->classes[c] & CLASS_TIME);
    return digits && (month || (k->end - k->start == 4 && (*k->low == '1' || *k->low == '2') && (k->dep == DEP_OBL || k->dep == DEP_NMOD)));
}

/* "which will be put to the vote", "that they gave in May": what is done with a text, not what it holds. */
static bool is_done_with(const tree *t, uint32_t clause)
{
    uint32_t s = tree_child(t, clause, DEP_NSUBJ), first = t->left[clause];
    bool relative = lexicon_is_either(tree_token(t, first)->low, "which", "that");
    return tree_child(t, clause, DEP_NSUBJ_PASS) != TREE_NONE || (relative && s != TREE_NONE && s != first);
}

/* "amid shelling", "unless B cut its tariffs": when, why and on what condition, not what. */
static bool is_circumstance(const tree *t, uint32_t i)
{
    static const char *const prepositions[] = {"amid", "amidst", "despite", "following", "since", "during", "before", "after", "until", "because", "pending", "than"}, *const marks[] = {"unless", "until", "than", "as", "because", "although", "though", "while", "after", "before", "since", "if"};
    uint8_t dep = tree_token(t, i)->dep;
    if (dep == DEP_OBL || dep == DEP_NMOD)
        return LEXICON_IS_ANY(tree_case(t, i), prepositions);
    static const char *const besides[] = {"end", "avert", "avoid", "join", "follow", "highlight", "underscore", "underline", "note", "affirm", "reaffirm", "demonstrate", "stress", "emphasize", "emphasise", "add", "cite", "praise"};
    if (dep == DEP_ADVCL && tree_token(t, i)->tag == TAG_VBG && i > 0 && tree_is_low(t, i - 1, ",") && LEXICON_IS_ANY(tree_token(t, i)->lemma, besides))
        return true; /* "reached a deal, averting a strike", "signed it, joining Peru": what comes of it */
    uint32_t first = t->left[i];
    first += tree_is_low(t, first, ",");
    if (dep == DEP_ADVCL && (tree_is_low(t, first, "when") || (tree_is_low(t, first, "instead") && tree_is_low(t, first + 1u, "of")) || (tree_is_low(t, first, "rather") && tree_is_low(t, first + 1u, "than"))))
        return true; /* "when it was over", "instead of going to war" */
    uint32_t mark = dep == DEP_ADVCL ? tree_child(t, i, DEP_MARK) : TREE_NONE;
    return mark != TREE_NONE && mark < i && LEXICON_IS_ANY(tree_token(t, mark)->low, marks);
}

/* The same of what hangs below it, up to the trigger. */
static bool in_circumstance(const tree *t, uint32_t i, uint32_t trigger)
{
    for (int step = 0; step < 6 && i != TREE_NONE && i != trigger; step++, i = tree_head(t, i))
        if (is_circumstance(t, i))
            return true;
    return false;
}

/* "by 84 votes to 12", "by 84 to 12", "by a margin of three to one": how many were for it. */
static bool counts_votes(const tree *t, uint32_t i)
{
    const token *k = tree_token(t, i);
    bool beside = k->dep == DEP_OBL || k->dep == DEP_NMOD;
    return beside && (k->pos == POS_NUM || (!strcmp(tree_case(t, i), "by") && lexicon_is_one(k->lemma, "vote", "margin", "majority")));
}

/* "Talks hosted by B", at "hosted". */
static bool tells_by_whom(const tree *t, uint32_t i)
{
    return tree_token(t, i)->dep == DEP_ACL && tree_token(t, i)->tag == TAG_VBN && (tree_child(t, i, DEP_AGENT) != TREE_NONE || tree_child_case(t, i, DEP_OBL, "by") != TREE_NONE);
}

/* "for quite some time", "for whatever reason", "on Sunday night". */
static bool tells_how_long(const learnt_sentence *x, uint32_t i)
{
    const token *k = tree_token(x->t, i);
    if ((k->dep == DEP_OBL || k->dep == DEP_NMOD) && !strcmp(tree_case(x->t, i), "on") && i > 0 && lexicon_is_weekday(tree_token(x->t, i - 1)->low))
        return true;
    return (k->dep == DEP_OBL || k->dep == DEP_NMOD) && !strcmp(tree_case(x->t, i), "for") && ((x->classes[i] & CLASS_TIME) || lexicon_is_either(k->lemma, "time", "reason"));
}

bool learnt_may_be_content(const learnt_trigger *g, uint32_t i)
{
    static const uint64_t roles = 1ull << DEP_OBJ | 1ull << DEP_XCOMP | 1ull << DEP_CCOMP | 1ull << DEP_CSUBJ | 1ull << DEP_OBL | 1ull << DEP_NMOD | 1ull << DEP_ACL | 1ull << DEP_RELCL | 1ull << DEP_ADVCL | 1ull << DEP_NSUBJ |
                                  1ull << DEP_NSUBJ_PASS | 1ull << DEP_PARATAXIS | 1ull << DEP_COMPOUND | 1ull << DEP_IOBJ | 1ull << DEP_APPOS;
    static const char *const circumstances[] = {"behalf", "occasion", "sideline", "presence", "ceremony", "meeting", "visit", "conference", "summit", "basis", "condition", "eve", "request"}; /* "on behalf of B", "during a visit" */
    const tree *t = g->x->t;
    const token *k = tree_token(t, i);
    return i != g->i && (roles >> (k->dep & 63) & 1) && k->pos != POS_PRON && !is_date(g->x, i) && !(g->i >= t->left[i] && g->i <= t->right[i]) &&
           !((k->dep == DEP_OBL || k->dep == DEP_NMOD) && LEXICON_IS_ANY(k->lemma, circumstances)) &&
           !tells_how_long(g->x, i) && !(k->dep == DEP_ADVCL && k->tag == TAG_VBG && t->right[i] < g->i) /* "Taking all into account, they agreed" */ && !(k->dep == DEP_XCOMP && k->pos == POS_ADJ) /* "proved elusive" */ && !(k->dep == DEP_RELCL && is_done_with(t, i)) && !tells_by_whom(t, i) && !in_circumstance(t, i, g->i) && !counts_votes(t, i) &&
           !((g->x->classes[g->i] & CLASS_AWARD) && tree_head(t, i) == g->i && !strcmp(k->lemma, "contract")); /* "won a contract": who gets it, not what is to be done */
}

void learnt_content_features(const learnt_trigger *g, uint32_t i, learnt_features *f)
{
    const learnt_sentence *x = g->x;
    const tree *t = x->t;
    uint32_t type = (uint32_t)x->somebody[i] | (uint32_t)tree_token(t, i)->upper << 1 | (uint32_t)tree_is_verb(t, i) << 2 | (uint32_t)((x->classes[i] & CLASS_TIME) != 0) << 3 | (uint32_t)((x->classes[i] & CLASS_TEXT) != 0) << 4;
    f->count = 0;
    learnt_add(f, CONTENT + ROLE_BIAS, 0, 0, 0);
    learnt_add(f, CONTENT + TYPE, type, 0, 0);
    learnt_add(f, CONTENT + TYPE_KIND, type, g->kind, tree_token(t, i)->dep);
    learnt_add(f, CONTENT + OPENS_WITH, x->words[t->left[i]], tree_token(t, i)->dep, 0);
    learnt_add(f, CONTENT + OPENS_WITH, x->words[t->left[i]], x->words[g->i], 1);
    learnt_add(f, CONTENT + SPAN, at_most((uint32_t)(t->right[i] - t->left[i]) / 3, 6), tree_is_verb(t, i), 0);
    EACH_CLASS(x->classes[i], c) {
        learnt_add(f, CONTENT + ROLE_CLASS, (uint32_t)c, 100, 0);
        learnt_add(f, CONTENT + ROLE_CLASS, (uint32_t)c, 101, g->kind);
    }
    add_place(g, CONTENT, i, type, f);
}

void learnt_take_content(reading *r, uint32_t i)
{
    r->m.item_count = 0;
    r->m.content = (view){0, 0};
    if (tree_is_predicate(r->t, i))
        clause_actions(r, i);
    else
        clause_topic(r, i);
    uint32_t pronoun = r->t->left[i];
    if (r->m.item_count && tree_token(r->t, i)->dep == DEP_RELCL && pronoun < i && lexicon_is_either(tree_token(r->t, pronoun)->low, "which", "that") && r->m.items[0].start == tree_token(r->t, pronoun)->start)
        r->m.items[0].start = r->m.content.start = tree_token(r->t, pronoun + 1)->start; /* "that will cut tariffs" */
}

/* In fifths from one on; 0 where it cannot be told. */
static uint32_t share_of(double share, bool both) { return !both ? 0 : 1 + (uint32_t)(share * 5 + 0.01); }

void learnt_pair_features(const learnt_pair *p, learnt_features *f)
{
    const mention *x = p->x, *y = p->y;
    uint32_t fewer = x->party_count < y->party_count ? x->party_count : y->party_count;
    uint32_t sides = at_most(p->common, 3) | at_most(x->party_count, 3) << 2 | at_most(y->party_count, 3) << 4;
    uint32_t all = (p->common >= fewer) | (fewer > 0) << 1 | (fewer > 1) << 2;
    uint32_t kinds = x->kind | y->kind << 4, statuses = x->status | y->status << 4, families = (uint32_t)x->family | (uint32_t)y->family << 8;
    uint32_t content = share_of(p->content, x->content.end && y->content.end) | (x->content.end > 0) << 4 | (y->content.end > 0) << 5;
    uint32_t instrument = share_of(p->instrument, x->instrument.end && y->instrument.end) | (x->instrument.end > 0) << 4 | (y->instrument.end > 0) << 5;
    uint32_t apart = at_most(p->between, 6), bytes = y->sentence->start > x->sentence->end ? (y->sentence->start - x->sentence->end) / 100 : 0;
    uint32_t far = bytes < 1 ? 0 : bytes < 4 ? 1 : bytes < 12 ? 2 : bytes < 30 ? 3 : 4;
    uint32_t heads = x->sentence->headline | y->sentence->headline << 1 | (x->sentence == y->sentence) << 2;
    uint32_t one[] = {sides, all, kinds, statuses, families, content, instrument, apart, far, heads, (uint32_t)p->refers_back | y->of_it << 1};
    enum { ONES = sizeof one / sizeof *one };
    f->count = 0;
    for (uint32_t i = 0; i < ONES; i++) {
        learnt_add(f, SAME, i, one[i], 0);
        for (uint32_t k = 0; k < i; k++)
            learnt_add(f, SAME + 1, i * ONES + k, one[i], one[k]);
    }
    learnt_add(f, SAME + 2, all, content, instrument);
    learnt_add(f, SAME + 3, all | statuses << 4, content, kinds);
    learnt_add(f, SAME + 4, all, far | heads << 4, kinds);
    learnt_add(f, SAME + 5, all | (uint32_t)p->refers_back << 4, instrument, far);
}
