/* SPDX-License-Identifier: MIT */
/* What stands around a trigger in the dependency tree: subject, status, obligations, counterparts, circumstances. */
#include <ctype.h>
#include <string.h>

#include "reading.h"

enum { CLIMB = 8 }; /* clauses above that are looked at */

static bool is_low(const tree *t, uint32_t i, const char *low)
{
    return i != TREE_NONE && strcmp(tree_token(t, i)->low, low) == 0;
}

static bool relative_pronoun(const tree *t, uint32_t i)
{
    return is_low(t, i, "who") || is_low(t, i, "which") || is_low(t, i, "that") || is_low(t, i, "whom");
}

bool clause_passive(const tree *t, uint32_t v)
{
    return tree_child(t, v, DEP_AUX_PASS) != TREE_NONE || tree_child(t, v, DEP_NSUBJ_PASS) != TREE_NONE;
}

uint32_t clause_agent(const tree *t, uint32_t v)
{
    uint32_t a = tree_child(t, v, DEP_AGENT);
    return a != TREE_NONE ? a : tree_child_case(t, v, DEP_OBL, "by");
}

/* Of several subjects the first that is no time ("last week"); but in "told reporters A agreed" the first is another clause's. */
static uint32_t own_subject(const reading *r, uint32_t v)
{
    uint32_t s = TREE_NONE, told = tree_head(r->t, v);
    bool addressed = told != TREE_NONE && tree_token(r->t, v)->dep == DEP_CCOMP && (r->classes[told] & CLASS_REPORT) && tree_child(r->t, told, DEP_OBJ) == TREE_NONE;
    TREE_CHILDREN(r->t, v, c)
        if (tree_token(r->t, c)->dep == DEP_NSUBJ && (s == TREE_NONE || (c < v && r->t->right[s] + 1u == r->t->left[c] && tree_token(r->t, r->t->left[c])->upper && tree_token(r->t, s)->pos == POS_NOUN) || (c < v && (r->classes[s] & CLASS_TIME)) || (c < v && addressed && s == told + 1u)))
            s = c;
    for (uint32_t c = r->t->first[v]; s == TREE_NONE && c < v; c = r->t->next[c]) /* a verb has no compounds: its subject was taken for one */
        if (tree_token(r->t, c)->dep == DEP_COMPOUND && tree_is_nominal(r->t, c) && tree_is_verb(r->t, v) && tree_token(r->t, v)->tag != TAG_VBG)
            s = c;
    return s;
}

/* "expects A to sign", "praised A for agreeing": the object above does what is said below. */
static uint32_t object_as_subject(const reading *r, uint32_t head, uint32_t v)
{
    const tree *t = r->t;
    uint32_t o = tree_child(t, head, DEP_OBJ);
    const token *k = tree_token(t, v);
    bool infinitive = k->dep == DEP_XCOMP || (k->dep == DEP_ADVCL && k->tag == TAG_VB && tree_child_lemma(t, v, DEP_MARK, "to") != TREE_NONE);
    bool for_doing = k->dep == DEP_ADVCL && k->tag == TAG_VBG && (tree_child_lemma(t, v, DEP_MARK, "for") != TREE_NONE || tree_child_lemma(t, v, DEP_MARK, "on") != TREE_NONE); /* "congratulated A on signing" */
    bool fits = (infinitive && (r->classes[head] & (CLASS_DEMAND | (k->dep == DEP_XCOMP ? 0 : CLASS_HOPE)))) || for_doing;
    return o != TREE_NONE && o < v && fits ? o : TREE_NONE;
}

/* "came after A and B vowed", where the tree has A hang on "came": what stands right before the verb behind a conjunction of time. */
static uint32_t oblique_as_subject(const tree *t, uint32_t head, uint32_t v)
{
    TREE_CHILDREN(t, head, c)
        if (tree_token(t, c)->dep == DEP_OBL && c > head && t->right[c] + 1u == v && (!strcmp(tree_case(t, c), "after") || !strcmp(tree_case(t, c), "before") || !strcmp(tree_case(t, c), "as") || !strcmp(tree_case(t, c), "since")))
            return c;
    return TREE_NONE;
}

uint32_t clause_subject(const reading *r, uint32_t v)
{
    const tree *t = r->t;
    bool raised = false;
    for (int step = 0; step < CLIMB && v != TREE_NONE; step++) {
        if (clause_passive(t, v) && tree_is_verb(t, v)) /* "is expected to sign": its subject does what the infinitive says */
            return !raised ? clause_agent(t, v) : tree_child(t, v, DEP_NSUBJ_PASS) != TREE_NONE ? tree_child(t, v, DEP_NSUBJ_PASS) : own_subject(r, v);
        raised = false;
        uint32_t s = own_subject(r, v), head = tree_head(t, v);
        uint8_t dep = tree_token(t, v)->dep;
        if (s != TREE_NONE && !relative_pronoun(t, s))
            return s;
        if (s != TREE_NONE && dep != DEP_RELCL && dep != DEP_CONJ)
            return dep == DEP_ACL && head != TREE_NONE ? head : TREE_NONE;
        if (head == TREE_NONE)
            return TREE_NONE;
        if (dep == DEP_CSUBJ && tree_child(t, head, DEP_EXPL) != TREE_NONE && (r->classes[head] & CLASS_NEARBY)) /* "it is ready to sign" */
            return tree_child(t, head, DEP_EXPL);
        switch (dep) {
        case DEP_RELCL:
            return head;
        case DEP_XCOMP: {
            uint32_t o = object_as_subject(r, head, v);
            if (o != TREE_NONE)
                return o;
            v = head;
            raised = true;
            break;
        }
        case DEP_ACL:
            if (tree_token(t, v)->tag == TAG_VBG && tree_child(t, v, DEP_MARK) != TREE_NONE && !(r->classes[head] & (CLASS_TEXT | CLASS_BID | CLASS_DUTY))) { /* "sanctions after pulling out": of the clause, not of the noun */
                v = head;
                break;
            }
            if (tree_token(t, v)->tag == TAG_VBG && !(r->classes[head] & (CLASS_TEXT | CLASS_WEAKTEXT | CLASS_BID)))
                return head;
            if (tree_token(t, v)->tag == TAG_VBN)
                return clause_agent(t, v);
            if ((s = tree_child(t, head, DEP_POSS)) != TREE_NONE)
                return s;
            if (tree_child(t, head, DEP_COP) != TREE_NONE && !(r->classes[head] & (CLASS_TEXT | CLASS_BID | CLASS_DUTY))) { /* "A is the first nation to sign" */
                v = head;
                break;
            }
            v = tree_head(t, head); /* "announced its decision to sign" */
            break;
        case DEP_CONJ: case DEP_CCOMP: case DEP_ADVCL: case DEP_PARATAXIS:
            if (dep == DEP_CONJ && !tree_is_verb(t, head) && tree_child(t, head, DEP_COP) == TREE_NONE && tree_token(t, head)->pos != POS_ADJ && tree_token(t, v)->tag != TAG_VBG)
                return tree_token(t, head)->pos == POS_PROPN ? head : TREE_NONE; /* a headline's verb taken for a noun */
            if (dep == DEP_CONJ && (s = oblique_as_subject(t, head, v)) != TREE_NONE)
                return s;
            if (dep == DEP_ADVCL && (s = object_as_subject(r, head, v)) != TREE_NONE)
                return s;
            v = head;
            break;
        default:
            return TREE_NONE;
        }
    }
    return TREE_NONE;
}

static bool negated(const reading *r, uint32_t v)
{
    TREE_CHILDREN(r->t, v, c) {
        const token *k = tree_token(r->t, c);
        if ((k->dep == DEP_ADVMOD || k->dep == DEP_CC || k->dep == DEP_DET || k->dep == DEP_MARK || k->dep == DEP_CASE) && (r->classes[c] & CLASS_NEGATION) && c < v &&
            !(k->dep == DEP_CC && tree_token(r->t, v)->dep == DEP_CONJ && !strcmp(k->low, "no")))
            return true;
        if (k->dep == DEP_ADVMOD && !strcmp(k->low, "longer"))
            return true;
        uint32_t none = k->dep == DEP_NSUBJ ? tree_child(r->t, c, DEP_DET) : TREE_NONE; /* "neither side would accept it" */
        if (none != TREE_NONE && (is_low(r->t, none, "no") || is_low(r->t, none, "neither")))
            return true;
    }
    return false;
}

/* "the need to sign", "a chance to pledge": nobody has. */
static bool is_call(const char *lemma)
{
    return !strcmp(lemma, "need") || !strcmp(lemma, "importance") || !strcmp(lemma, "chance") || !strcmp(lemma, "opportunity") || !strcmp(lemma, "urgency");
}

/* "urged A to go back to talks to settle": what is done for a demanded end is demanded too. */
static bool demanded(const reading *r, uint32_t v)
{
    const tree *t = r->t;
    for (int step = 0; step < CLIMB && tree_head(t, v) != TREE_NONE; step++) {
        uint32_t g = tree_head(t, v);
        uint8_t dep = tree_token(t, v)->dep;
        if (dep != DEP_XCOMP && dep != DEP_ADVCL && dep != DEP_CONJ)
            return false;
        uint32_t o = tree_child(t, g, DEP_OBJ), on = tree_child_case(t, g, DEP_OBL, "on");
        o = o != TREE_NONE ? o : on; /* "call on A to accept" */
        if (dep != DEP_CONJ && tree_token(t, v)->tag == TAG_VB && (r->classes[g] & CLASS_DEMAND) && !(r->classes[g] & CLASS_HOPE) && o != TREE_NONE && o < v)
            return true;
        v = g;
    }
    return false;
}

/* "one of the first to sign", "the seventh nation to sign": it did. */
static bool ranked(const tree *t, uint32_t n)
{
    static const char *const ranks[] = {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "latest", "last", "only"};
    for (uint32_t i = t->left[n]; i <= n; i++) {
        const char *low = tree_token(t, i)->low;
        size_t length = strlen(low);
        for (size_t k = 0; k < sizeof ranks / sizeof *ranks; k++)
            if (strcmp(low, ranks[k]) == 0)
                return true;
        if (isdigit((unsigned char)*low) && length > 2 && low[length - 1] >= 'a')
            return true; /* 21st */
    }
    return false;
}

bool clause_status(reading *r, uint32_t v)
{
    const tree *t = r->t;
    bool no = false, ahead = false, shared = false; /* shared: only what conjuncts have in common counts */
    for (int step = 0; step < CLIMB; step++) {
        const token *k = tree_token(t, v);
        no ^= !shared && negated(r, v);
        bool auxiliary = false;
        TREE_CHILDREN(t, v, c) {
            uint8_t dep = tree_token(t, c)->dep;
            if (dep == DEP_AUX || dep == DEP_AUX_PASS) {
                auxiliary |= !shared;
                if (r->classes[c] & CLASS_DUTYMODAL)
                    return false;
                ahead |= (r->classes[c] & CLASS_MODAL) != 0;
            }
            if (dep == DEP_MARK && !shared && (is_low(t, c, "if") || is_low(t, c, "unless") || is_low(t, c, "whether") || is_low(t, c, "before") || is_low(t, c, "until")))
                ahead = true;
            if (dep == DEP_MARK && is_low(t, c, "to") && k->dep == DEP_ROOT)
                ahead = true; /* "A, B to sign X" */
        }
        uint32_t g = tree_head(t, v);
        if (g == TREE_NONE) {
            ahead |= t->s->count && is_low(t, t->s->count - 1, "?");
            break;
        }
        uint64_t above = r->classes[g];
        shared = false;
        if (k->dep == DEP_CONJ) {
            if (auxiliary || tree_child(t, v, DEP_NSUBJ) != TREE_NONE || (k->tag != TAG_VB && k->tag != tree_token(t, g)->tag))
                break;
            shared = true;
        } else if (k->dep == DEP_XCOMP || k->dep == DEP_CCOMP || k->dep == DEP_CSUBJ) {
            bool infinitive = k->dep == DEP_XCOMP;
            if (infinitive && (above & (CLASS_AGREE | CLASS_PLEDGE | CLASS_ACCEPT | CLASS_COMMIT)) && !(above & CLASS_FAIL))
                return false;
            if (above & (CLASS_FAIL | CLASS_REFUSE)) {
                no = !no;
                if (step == 0 && g < v && v < g + 5) /* "refused to sign" */
                    r->m.trigger.start = tree_token(t, g)->start;
            }
            else if ((above & CLASS_DEMAND) && (infinitive || !(above & CLASS_REPORT)) && !((above & CLASS_HOPE) && tree_child(t, g, DEP_OBJ) == TREE_NONE && infinitive))
                return false;
            else if ((above & (CLASS_HOPE | CLASS_NEARBY)) || (!strcmp(tree_token(t, g)->lemma, "help") && tree_token(t, g)->tag != TAG_VBD && tree_token(t, g)->tag != TAG_VBN))
                ahead = true;
            if ((above & CLASS_REPORT) && !infinitive)
                break;
        } else if (k->dep == DEP_ACL) {
            if (k->tag != TAG_VB && tree_child_lemma(t, v, DEP_MARK, "to") == TREE_NONE)
                break;
            bool planned = !strcmp(tree_token(t, g)->lemma, "plan") || !strcmp(tree_token(t, g)->lemma, "intention"); /* no trigger by itself */
            if (((above & (CLASS_DUTY | CLASS_BID | CLASS_TEXT)) && !planned) || is_call(tree_token(t, g)->lemma))
                return false;
            if (!strcmp(tree_token(t, g)->lemma, "failure") || !strcmp(tree_token(t, g)->lemma, "refusal"))
                no = !no;
            else if (!ranked(t, g))
                ahead = true;
            break;
        } else if (k->dep == DEP_ADVCL && k->tag == TAG_VBG && (tree_child_lemma(t, v, DEP_MARK, "by") != TREE_NONE || tree_child_lemma(t, v, DEP_CASE, "by") != TREE_NONE)) {
            /* "encourage all to act by committing": as the clause above stands */
        } else if (k->dep == DEP_ADVCL && (above & CLASS_NEARBY) && tree_token(t, g)->pos == POS_ADJ) {
            ahead = true;
        } else if (k->dep == DEP_ADVCL && k->tag == TAG_VB && tree_child_lemma(t, v, DEP_MARK, "to") != TREE_NONE) {
            uint32_t call = tree_child(t, g, DEP_OBJ); /* "stressed the need for A to sign" */
            if (demanded(r, v) || (call != TREE_NONE && call < v && is_call(tree_token(t, call)->lemma)))
                return false;
            ahead = true; /* "met to sign" */
            break;
        } else {
            break;
        }
        v = g;
    }
    r->m.status = no ? ENTENTE_AGREEMENT_REJECTED : ahead ? ENTENTE_AGREEMENT_PENDING : ENTENTE_AGREEMENT_REACHED;
    return true;
}

static bool punctuation(const tree *t, uint32_t i)
{
    return tree_token(t, i)->pos == POS_PUNCT || (ispunct((unsigned char)tree_token(t, i)->low[0]) && !tree_token(t, i)->low[1]);
}

/* Tokens [from, to) as an obligation, bare punctuation at its ends left out. */
static void add_item(reading *r, uint32_t from, uint32_t to)
{
    const tree *t = r->t;
    while (from < to && (punctuation(t, from) || tree_token(t, from)->dep == DEP_CC) && !is_low(t, from, "$"))
        from++;
    while (to > from && ((punctuation(t, to - 1) && !is_low(t, to - 1, ")") && !is_low(t, to - 1, "%")) || tree_token(t, to - 1)->dep == DEP_CC))
        to--;
    if (from >= to || r->m.item_count >= MENTION_ITEMS)
        return;
    view v = {tree_token(t, from)->start, tree_token(t, to - 1)->end};
    r->m.items[r->m.item_count++] = v;
    r->m.content = (view){r->m.content.end ? r->m.content.start : v.start, v.end};
}

/* The end of a clause or phrase without what only hangs on behind it: reports, afterthoughts in a clause of their own. */
static uint32_t end_without_tail(const reading *r, uint32_t c)
{
    const tree *t = r->t;
    uint32_t end = t->right[c] + 1u;
    TREE_CHILDREN(t, c, k) {
        if (k < c)
            continue;
        const token *child = tree_token(t, k);
        uint32_t left = t->left[k];
        bool comma = left > 0 && punctuation(t, left - 1);
        comma |= punctuation(t, left);
        bool hung = child->tag == TAG_VBG && (child->dep == DEP_ADVCL || child->dep == DEP_ACL) && strcmp(child->low, "including") != 0; /* ", allowing ..." */
        hung |= child->dep == DEP_ADVCL && child->tag != TAG_VB && child->tag != TAG_VBG;
        bool tail = child->dep == DEP_PARATAXIS || ((hung || child->dep == DEP_ADVMOD) && comma) || (child->dep == DEP_CCOMP && comma) ||
                    ((child->dep == DEP_OBL_TIME || child->dep == DEP_OBL) && comma && (r->classes[k] & CLASS_TIME)) ||
                    (child->dep == DEP_ADVCL && (is_low(t, left, "after") || is_low(t, left, "as") || is_low(t, left, "while") || is_low(t, left, "when") || is_low(t, left, "because")));
        if (tail && left < end)
            end = left;
    }
    return end;
}

/* Where the words of a clause start behind its "to" or "that"; a negation before "to" belongs to it. */
static uint32_t clause_start(const reading *r, uint32_t c)
{
    const tree *t = r->t;
    uint32_t from = t->left[c];
    TREE_CHILDREN(t, c, k)
        if (k < c && (tree_token(t, k)->dep == DEP_MARK || tree_token(t, k)->dep == DEP_CC || tree_token(t, k)->dep == DEP_CASE) && k >= from && k < from + 4u) {
            if (k > 0 && (r->classes[k - 1] & CLASS_NEGATION) && is_low(t, k, "to"))
                return k - 1;
            from = k + 1;
        }
    return from;
}

static bool same_action(const tree *t, uint32_t first, uint32_t other)
{
    const token *a = tree_token(t, first), *b = tree_token(t, other);
    if (!tree_is_verb(t, other) || !tree_is_verb(t, first))
        return false;
    if (a->tag == TAG_VB || a->tag == TAG_VBG)
        return b->tag == a->tag || (a->tag == TAG_VB && b->tag == TAG_VBP);
    return tree_child(t, other, DEP_NSUBJ) == TREE_NONE || a->tag == b->tag;
}

/* Whether an action opens at `i` by its words alone: "effectively manage differences". */
static bool opens_action(const reading *r, uint32_t i)
{
    const tree *t = r->t;
    uint32_t n = t->s->count;
    if (i + 1 < n && tree_token(t, i)->pos == POS_ADV && !(r->classes[i] & CLASS_ACTION))
        i++;
    if (i + 1 >= n || !(lexicon_classes(tree_token(t, i)->low) & CLASS_ACTION) || tree_token(t, i)->upper)
        return false;
    if (i > 1 && tree_token(t, i)->pos == POS_ADJ && tree_token(t, i - 2)->pos == POS_ADJ)
        return false; /* "fair and open trade" */
    uint8_t next = tree_token(t, i + 1)->pos;
    return next != POS_PUNCT && next != POS_ADP && next != POS_CCONJ && next != POS_VERB && next != POS_AUX && next != POS_SCONJ;
}

/* Tokens [from, to) of a list of actions: parted also where the tree missed one. */
static void add_actions(reading *r, uint32_t from, uint32_t to)
{
    const tree *t = r->t;
    for (uint32_t i = from + 2; i < to; i++) {
        bool comma = is_low(t, i, ","), both = comma && i + 1 < to && is_low(t, i + 1, "and");
        if ((comma || is_low(t, i, "and")) && opens_action(r, i + 1 + both) && !(tree_is_verb(t, i - 1) && i == from + 1)) {
            add_item(r, from, i);
            from = i + 1 + both;
        }
    }
    add_item(r, from, to);
}

void clause_actions(reading *r, uint32_t c)
{
    const tree *t = r->t;
    uint32_t from = clause_start(r, c), end = end_without_tail(r, c), first = c;
    for (bool more = true; more;) { /* conjuncts hang on the first or on each other */
        more = false;
        TREE_CHILDREN(t, c, k) {
            if (tree_token(t, k)->dep != DEP_CONJ || k < c || t->left[k] >= end || k <= from)
                continue;
            if (same_action(t, first, k)) {
                add_actions(r, from, t->left[k]);
                from = clause_start(r, k);
                uint32_t last = end_without_tail(r, k);
                end = last > end || c == first ? end : last;
                if (tree_child(t, k, DEP_CONJ) != TREE_NONE && tree_child(t, k, DEP_CONJ) > k) {
                    c = k;
                    more = true;
                }
            } else if (tree_is_verb(t, k) && tree_token(t, first)->tag == TAG_VB && (tree_token(t, k)->tag == TAG_VBD || tree_token(t, k)->tag == TAG_VBN || tree_token(t, k)->tag == TAG_VBZ || tree_child(t, k, DEP_NSUBJ) != TREE_NONE)) {
                end = t->left[k]; /* another clause: not assented to */
            }
        }
    }
    if (tree_token(t, first)->tag == TAG_VB)
        add_actions(r, from, end);
    else
        add_item(r, from, end);
    uint32_t above = tree_head(t, first);
    if (above == TREE_NONE || tree_token(t, first)->tag != TAG_VB || tree_token(t, first)->dep == DEP_CONJ || tree_token(t, first)->dep == DEP_PARATAXIS)
        return;
    TREE_CHILDREN(t, above, k) { /* "agreed to open it, share it and ...": the second may hang on the trigger */
        const token *x = tree_token(t, k);
        bool action = x->tag == TAG_VB || (tree_is_nominal(t, k) && opens_action(r, t->left[k] + (is_low(t, t->left[k], ",") ? 1u : 0u)));
        if (k >= end && (x->dep == DEP_PARATAXIS || x->dep == DEP_CONJ) && action && tree_child(t, k, DEP_NSUBJ) == TREE_NONE && tree_child(t, k, DEP_AUX) == TREE_NONE) {
            if (x->tag == TAG_VB)
                clause_actions(r, k);
            else
                add_actions(r, t->left[k], t->right[k] + 1u);
            return;
        }
    }
}

/* "rights, including freedom of the press": what the phrase includes belongs to it, wherever the tree hangs it. */
static uint32_t end_with_included(const tree *t, uint32_t end)
{
    if (end + 2 >= t->s->count || !is_low(t, end, ",") || !is_low(t, end + 1, "including"))
        return end;
    uint32_t head = tree_head(t, end + 1);
    return head != TREE_NONE && head > end + 1 && tree_is_nominal(t, head) && t->left[head] + 1u >= end + 1 ? t->right[head] + 1u : end;
}

void clause_topic(reading *r, uint32_t n)
{
    const tree *t = r->t;
    if (tree_token(t, n)->pos == POS_PRON && t->right[n] == n)
        return; /* "agreed on that" */
    uint32_t from = t->left[n], marks = tree_child(t, n, DEP_CASE);
    while (marks != TREE_NONE && from <= marks)
        from = marks + 1;
    uint32_t end = end_with_included(t, end_without_tail(r, n));
    for (uint32_t i = n + 2; i < end; i++) /* ", bringing a strike closer", wherever it hangs */
        if (is_low(t, i - 1, ",") && tree_token(t, i)->tag == TAG_VBG && tree_token(t, i)->dep == DEP_ADVCL && !is_low(t, i, "including"))
            end = i - 1;
    add_item(r, from, end);
}

/* "October 3, 2018": whatever its head. */
static bool names_time(const reading *r, uint32_t c)
{
    const tree *t = r->t;
    if (r->classes[c] & CLASS_TIME)
        return true;
    for (uint32_t i = t->left[c]; i <= t->right[c] && isdigit((unsigned char)tree_token(t, c)->low[0]); i++)
        if (r->classes[i] & CLASS_TIME)
            return true;
    return false;
}

void clause_amount(reading *r, uint32_t n)
{
    uint32_t from = r->t->left[n];
    while (from < n && (tree_token(r->t, from)->dep == DEP_DET || tree_token(r->t, from)->dep == DEP_POSS))
        from++;
    add_item(r, from, n);
}

void clause_complement(reading *r, uint32_t v)
{
    static const char *const topics[] = {"on", "upon", "to", "about", "for", "over"};
    const tree *t = r->t;
    uint32_t thing = tree_child(t, v, DEP_OBJ);
    if ((r->classes[v] & (CLASS_PLEDGE | CLASS_OFFER)) && thing != TREE_NONE && thing > v && !tree_token(t, thing)->upper && !parties_is_people(t, thing) && tree_token(t, thing)->pos != POS_PRON) {
        uint32_t to = end_without_tail(r, thing); /* "pledged $5 billion to support X": the thing with what it is for */
        TREE_CHILDREN(t, v, c) {
            const token *k = tree_token(t, c);
            bool purpose = (k->dep == DEP_ADVCL || k->dep == DEP_XCOMP) && k->tag == TAG_VB;
            bool span = !strcmp(tree_case(t, c), "over") || !strcmp(tree_case(t, c), "for"); /* "over the next four years" */
            bool adjunct = k->dep == DEP_OBL && (span || !(r->classes[c] & CLASS_TIME)) && c < thing + 12;
            if (c > thing && (purpose || adjunct) && t->left[c] <= to + 1u)
                to = end_without_tail(r, c);
        }
        add_item(r, t->left[thing], to);
        return;
    }
    TREE_CHILDREN(t, v, c) {
        const token *k = tree_token(t, c);
        if (c < v || r->m.item_count)
            continue;
        if (k->dep == DEP_XCOMP || k->dep == DEP_CCOMP || k->dep == DEP_CSUBJ || (k->dep == DEP_ADVCL && tree_child_lemma(t, c, DEP_MARK, "to") != TREE_NONE && k->tag == TAG_VB && c < v + 12))
            clause_actions(r, c);
        else if (k->dep == DEP_ADVCL && (is_low(t, t->left[c], "on") || is_low(t, t->left[c], "upon"))) /* "agreed on who will pay" */
            add_item(r, t->left[c] + 1u, end_without_tail(r, c));
        else if (k->dep == DEP_ADVCL && k->tag == TAG_VBG && !strcmp(tree_token(t, t->left[c])->low, "to"))
            clause_actions(r, c);
    }
    for (size_t i = 0; i < sizeof topics / sizeof *topics && !r->m.item_count; i++) {
        uint32_t c = tree_child_case(t, v, DEP_OBL, topics[i]);
        if (c != TREE_NONE && c > v && !names_time(r, c) && !is_low(t, c, "behalf"))
            clause_topic(r, c);
    }
    uint32_t o = tree_child(t, v, DEP_OBJ);
    if (!r->m.item_count && o != TREE_NONE && o > v) {
        if (r->classes[o] & CLASS_TEXT) {
            clause_instrument(r, o);
            clause_noun_complement(r, o);
        } else {
            clause_topic(r, o);
        }
    }
}

static const char *const noun_topics[] = {"on", "about", "over", "regarding", "concerning", "for", "covering", "to"};
enum { NOUN_TOPICS = sizeof noun_topics / sizeof *noun_topics };

void clause_topic_behind(reading *r, uint32_t v, uint32_t n)
{
    for (size_t i = 0; i < NOUN_TOPICS - 1 && !r->m.item_count; i++) {
        uint32_t c = tree_child_case(r->t, v, DEP_OBL, noun_topics[i]);
        if (c != TREE_NONE && c > n && !names_time(r, c) && strcmp(noun_topics[i], "for") != 0 && !is_low(r->t, c, "behalf"))
            clause_topic(r, c);
    }
}

void clause_noun_complement(reading *r, uint32_t n)
{
    const tree *t = r->t;
    if (r->m.item_count)
        return;
    if (tree_token(t, n)->dep == DEP_COMPOUND && n + 1 < t->s->count && tree_token(t, n + 1)->tag == TAG_VBG && tree_head(t, n) > n + 1u) { /* "a treaty banning germ warfare", its noun taken for a part of the last */
        add_item(r, n + 1, tree_head(t, n) + 1);
        return;
    }
    TREE_CHILDREN(t, n, c) {
        const token *k = tree_token(t, c);
        if (c < n)
            continue;
        if (k->dep == DEP_ACL && k->tag == TAG_VBG && (r->classes[c] & (CLASS_PLEDGE | CLASS_COMMIT | CLASS_AGREE))) { /* "an accord pledging to X" */
            clause_complement(r, c);
            return;
        }
        if (k->dep == DEP_ACL && k->tag == TAG_VBG && tree_child(t, c, DEP_MARK) != TREE_NONE && tree_child(t, c, DEP_MARK) < c) { /* "on fishing" */
            clause_actions(r, c);
            return;
        }
        if (k->dep == DEP_ACL && k->tag == TAG_VBG && c == n + 1) { /* "a resolution launching talks" */
            clause_actions(r, c);
            return;
        }
        uint32_t granted = k->dep == DEP_RELCL && tree_child(t, c, DEP_OBJ) != TREE_NONE ? tree_child(t, c, DEP_XCOMP) : TREE_NONE;
        if (granted != TREE_NONE && tree_token(t, granted)->tag == TAG_VB) { /* "a deal that allowed him to serve a year" */
            clause_actions(r, granted);
            return;
        }
        if (k->dep == DEP_NMOD && c == tree_child_case(t, n, DEP_NMOD, "of") && !tree_token(t, n)->upper && !tree_token(t, c)->upper && (is_low(t, n, "treaty") || is_low(t, n, "pact")) && !parties_is_people(t, c)) { /* "a treaty of friendship" */
            clause_topic(r, c);
            return;
        }
        bool under = k->dep == DEP_RELCL && (is_low(t, t->left[c], "under") || is_low(t, t->left[c], "whereby"));
        if (((k->dep == DEP_ACL || k->dep == DEP_CCOMP || k->dep == DEP_XCOMP || k->dep == DEP_ADVCL) && (k->tag == TAG_VB || k->dep == DEP_CCOMP || tree_child_lemma(t, c, DEP_MARK, "that") != TREE_NONE)) || under) {
            clause_actions(r, c);
            return;
        }
    }
    for (size_t i = 0; i < NOUN_TOPICS; i++) {
        uint32_t c = tree_child_case(t, n, DEP_NMOD, noun_topics[i]);
        if (c != TREE_NONE && c > n && !names_time(r, c)) {
            clause_topic(r, c);
            return;
        }
    }
}

void clause_instrument(reading *r, uint32_t n)
{
    r->noun = n;
    const tree *t = r->t;
    uint32_t from = n, to = n + 1;
    TREE_CHILDREN(t, n, c) {
        uint8_t dep = tree_token(t, c)->dep;
        if (c < n && (dep == DEP_AMOD || dep == DEP_COMPOUND || dep == DEP_NMOD || dep == DEP_FLAT) && t->left[c] < from)
            from = t->left[c];
        bool of = dep == DEP_NMOD && c > n && c == tree_child_case(t, n, DEP_NMOD, "of") && (tree_token(t, n)->upper || !strcmp(tree_token(t, c)->low, "understanding"));
        if (c > n && (of || dep == DEP_FLAT || (dep == DEP_APPOS && c == n + 2 && !(r->classes[c] & CLASS_TIME))))
            to = t->right[c] + 1u;
    }
    while (from < n && (tree_token(t, from)->dep == DEP_DET || punctuation(t, from) || tree_token(t, from)->dep == DEP_POSS))
        from++;
    if (to > n + 10)
        to = n + 1;
    uint32_t lower = 0, last = to;
    for (uint32_t i = n; i < t->s->count && i < n + 16 && tree_token(t, n)->upper && !t->s->headline && islower((unsigned char)r->parties->text->data[tree_token(t, n)->start + 1]); i++) { /* "the Treaty to Protect Alpine Lakes in the North" */
        const token *k = tree_token(t, i);
        bool joins = k->dep == DEP_CASE || k->dep == DEP_MARK || k->dep == DEP_DET || k->dep == DEP_CC;
        lower = k->upper ? 0 : joins ? lower + 1 : 9;
        if (lower > 2 || k->pos == POS_PUNCT || (r->classes[i] & CLASS_TIME))
            break;
        last = k->upper ? i + 1 : last;
    }
    to = last > to ? last : to;
    r->m.instrument = (view){tree_token(t, from)->start, tree_token(t, to - 1)->end};
}

static view phrase_view(const tree *t, uint32_t head)
{
    if (t->right[head] > head + 12u || t->left[head] + 12u < head) /* a clause hangs on it: the bare phrase */
        return (view){tree_token(t, head)->start, tree_token(t, head)->end};
    uint32_t from = t->left[head], to = t->right[head] + 1u, c = tree_child(t, head, DEP_CASE);
    TREE_CHILDREN(t, head, k) {
        uint8_t dep = tree_token(t, k)->dep;
        if (k > head && dep == DEP_CONJ && (lexicon_classes(tree_token(t, head)->low) & CLASS_TIME) && t->right[k] > k + 3u && t->left[k] < to)
            to = t->left[k]; /* "since May and the fourth nation to join" */
        if (k > head && (dep == DEP_RELCL || dep == DEP_ACL || dep == DEP_PARATAXIS || dep == DEP_PUNCT || (dep == DEP_APPOS && t->left[k] > head + 3)) && t->left[k] < to)
            to = t->left[k];
    }
    while (c != TREE_NONE && c < head && from <= c)
        from = c + 1;
    while (from < head && (punctuation(t, from) || tree_token(t, from)->dep == DEP_FIXED || tree_token(t, from)->dep == DEP_CC))
        from++;
    while (to > head + 1 && punctuation(t, to - 1))
        to--;
    return (view){tree_token(t, from)->start, tree_token(t, to - 1)->end};
}

static bool inside(view outer, view inner) { return outer.end && inner.start >= outer.start && inner.start < outer.end; }

static void set_attribution(reading *r, uint32_t speaker)
{
    if (speaker == TREE_NONE || r->m.attribution.end)
        return;
    const token *k = tree_token(r->t, speaker);
    r->m.attribution = phrase_view(r->t, speaker);
    if (k->pos == POS_PRON) {
        const party *b = parties_bearer(r->parties, k->low, r->m.attribution, NULL);
        r->m.attribution = b ? b->mention : (view){0, 0};
    }
}

static bool is_time(const reading *r, uint32_t i)
{
    const token *k = tree_token(r->t, i);
    if (r->classes[i] & CLASS_TIME)
        return true;
    return k->end - k->start == 4 && (k->low[0] == '1' || k->low[0] == '2') && isdigit((unsigned char)k->low[1]) && isdigit((unsigned char)k->low[3]);
}

static void look_for_time(reading *r, uint32_t v)
{
    const tree *t = r->t;
    TREE_CHILDREN(t, v, c) {
        uint8_t dep = tree_token(t, c)->dep;
        const char *preposition = tree_case(t, c);
        bool adjunct = dep == DEP_OBL || dep == DEP_OBL_TIME || dep == DEP_NMOD_TIME || dep == DEP_ADVMOD || dep == DEP_NMOD;
        if (r->m.time.end || !adjunct || !is_time(r, c) || tree_token(t, c)->tag == TAG_NNS || !strcmp(preposition, "for") || !strcmp(preposition, "of") || !strcmp(preposition, "over") || !strcmp(preposition, "after"))
            continue;
        view w = phrase_view(t, c);
        if (!inside(r->m.content, w))
            r->m.time = w;
    }
}

static void look_for_place(reading *r, uint32_t v)
{
    const tree *t = r->t;
    TREE_CHILDREN(t, v, c) {
        const char *preposition = tree_case(t, c);
        uint8_t dep = tree_token(t, c)->dep;
        if (r->m.place.end || (dep != DEP_OBL && dep != DEP_NMOD) || !tree_token(t, c)->upper || is_time(r, c) || (r->classes[c] & CLASS_TEXT) ||
            (strcmp(preposition, "in") != 0 && strcmp(preposition, "at") != 0))
            continue;
        view w = phrase_view(t, c);
        if (!inside(r->m.content, w) && !inside(r->m.instrument, w))
            r->m.place = w;
    }
}

/* A day, a date or "last week" anywhere in the sentence but in what was agreed. */
static void time_of_sentence(reading *r)
{
    static const char *const vague[] = {"recently", "earlier", "day", "days", "year", "years", "months", "weeks", "hours", "may", "fall", "spring", "morning", "night", "evening"};
    const tree *t = r->t;
    for (uint32_t i = 0; i < t->s->count && !r->m.time.end; i++) {
        const token *k = tree_token(t, i);
        bool exact = (r->classes[i] & CLASS_TIME) && k->pos != POS_ADJ && k->pos != POS_VERB && k->pos != POS_AUX && k->dep != DEP_COMPOUND && k->dep != DEP_POSS;
        for (size_t q = 0; exact && q < sizeof vague / sizeof *vague; q++)
            exact = strcmp(k->low, vague[q]) != 0;
        bool unit = !strcmp(k->low, "week") || !strcmp(k->low, "month");
        if (!exact || (unit && !(i > 0 && (!strcmp(tree_token(t, i - 1)->low, "last") || !strcmp(tree_token(t, i - 1)->low, "this") || !strcmp(tree_token(t, i - 1)->low, "next")))))
            continue;
        view w = phrase_view(t, i);
        if (w.end - w.start < 40 && !inside(r->m.content, w) && k->dep != DEP_OBJ && k->dep != DEP_NSUBJ && k->dep != DEP_ROOT)
            r->m.time = w;
    }
}

static void place_of_sentence(reading *r)
{
    const tree *t = r->t;
    for (uint32_t i = 0; i < t->s->count && !r->m.place.end; i++) {
        const token *k = tree_token(t, i);
        uint32_t head = tree_head(t, i);
        if (k->dep == DEP_NMOD && head != TREE_NONE && tree_token(t, head)->dep == DEP_OBL && head < i) /* "at a meeting in Nairobi" */
            head = tree_head(t, head);
        else if (k->dep != DEP_OBL)
            continue;
        if (k->upper && !strcmp(tree_case(t, i), "in") && !is_time(r, i) && !(r->classes[i] & CLASS_TEXT) && !inside(r->m.content, phrase_view(t, i)) && head != TREE_NONE && tree_token(t, head)->dep == DEP_ROOT)
            r->m.place = phrase_view(t, i);
    }
}

/* "..., the SEC said." at the end, however it hangs. */
static void attribution_at_end(reading *r)
{
    enum { AFTER = 3, NAME = 12 };
    const tree *t = r->t;
    uint32_t n = t->s->count, v = n;
    for (uint32_t i = n; i-- > 0 && i + AFTER + 1 >= n && v == n;)
        if (tree_is_verb(t, i) && (r->classes[i] & CLASS_REPORT) && (tree_token(t, i)->tag == TAG_VBD || tree_token(t, i)->tag == TAG_VBP || tree_token(t, i)->tag == TAG_VBZ))
            v = i;
    if (v == n)
        return;
    uint32_t from = v;
    while (from > 0 && !is_low(t, from - 1, ",") && v - from < NAME)
        from--;
    if (from == 0 || from == v || !is_low(t, from - 1, ",") || tree_token(t, from)->pos == POS_PRON || tree_token(t, from)->pos == POS_CCONJ)
        return;
    view w = {tree_token(t, from)->start, tree_token(t, v - 1)->end};
    if (w.start < r->m.trigger.end)
        return;
    if (!r->m.attribution.end)
        r->m.attribution = w;
    view *last = r->m.item_count ? &r->m.items[r->m.item_count - 1] : NULL;
    if (last && from > 1 && last->start < tree_token(t, from - 2)->end && last->end >= w.end) /* it is no part of what was agreed */
        last->end = r->m.content.end = tree_token(t, from - 2)->end;
}

/* Whether a noun in what the trigger `v` is about names it: "agreed on a cease-fire", "rejected the proposal", "agreed to sign a decree". */
static bool names_text(const reading *r, uint32_t v, uint32_t n)
{
    const tree *t = r->t;
    uint32_t head = tree_head(t, n);
    const char *lemma = tree_token(t, n)->lemma;
    bool bid = !strcmp(lemma, "proposal") || !strcmp(lemma, "offer") || !strcmp(lemma, "plan");
    if (head == v || (head != TREE_NONE && tree_head(t, head) == v && tree_is_nominal(t, head)))
        return bid || (r->classes[n] & CLASS_TEXT);
    return head != TREE_NONE && tree_head(t, head) == v && (r->classes[head] & CLASS_SIGN) && (r->classes[n] & (CLASS_TEXT | CLASS_WEAKTEXT));
}

void clause_circumstances(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t u = v, n = r->noun;
    for (int step = 0; step < CLIMB && u != TREE_NONE; step++) {
        look_for_time(r, u);
        if (step == 0)
            look_for_place(r, u);
        TREE_CHILDREN(t, u, c) { /* "..., the statement said", "according to X" */
            const token *k = tree_token(t, c);
            if ((k->dep == DEP_PARATAXIS || k->dep == DEP_CCOMP) && (r->classes[c] & CLASS_REPORT) && c != v && !tree_under(t, v, c))
                set_attribution(r, tree_child(t, c, DEP_NSUBJ));
            if (k->dep == DEP_OBL && strncmp(tree_case(t, c), "accord", 6) == 0) /* "according", by whatever lemma */
                set_attribution(r, c);
        }
        uint32_t g = tree_head(t, u);
        uint8_t dep = tree_token(t, u)->dep;
        if (g != TREE_NONE && (dep == DEP_CCOMP || dep == DEP_PARATAXIS || dep == DEP_XCOMP) && (r->classes[g] & CLASS_REPORT))
            set_attribution(r, clause_subject(r, g));
        uint32_t told = g != TREE_NONE && dep == DEP_RELCL && tree_token(t, g)->dep == DEP_OBJ ? tree_head(t, g) : TREE_NONE;
        if (told != TREE_NONE && (r->classes[told] & CLASS_REPORT)) /* "told the agency that A agreed", read as a relative clause */
            set_attribution(r, clause_subject(r, told));
        if (dep == DEP_RELCL || dep == DEP_ACL)
            break;
        u = g;
    }
    if (n != TREE_NONE) {
        look_for_time(r, n);
        look_for_place(r, n);
    }
    if (!r->m.instrument.end && r->m.kind == ENTENTE_KIND_MUTUAL) /* "as part of a plea deal, X agreed to ..." */
        for (uint32_t i = 0; i < t->s->count && !r->m.instrument.end; i++)
            if ((r->classes[i] & CLASS_TEXT) && tree_is_nominal(t, i) && i != v && !inside(r->m.content, phrase_view(t, i)) && tree_token(t, i)->dep != DEP_COMPOUND)
                clause_instrument(r, i);
    for (uint32_t i = 0; i < t->s->count && !r->m.instrument.end; i++) /* what is agreed to, signed or answered is a text itself */
        if (inside(r->m.content, (view){tree_token(t, i)->start, tree_token(t, i)->end}) && tree_is_nominal(t, i) && tree_token(t, i)->dep != DEP_COMPOUND && names_text(r, v, i)) {
            uint32_t noun = r->noun;
            clause_instrument(r, i);
            r->noun = noun;
        }
    if (!r->m.instrument.end)
        for (uint32_t i = 0; i < r->m.party_count; i++)
            if (r->parties->issuer_count && r->m.parties[i].name == r->parties->issuer[0].name)
                r->m.instrument = r->parties->document;
    attribution_at_end(r);
    time_of_sentence(r);
    if (!r->m.time.end && r->m.status == ENTENTE_AGREEMENT_REACHED && r->m.family != FAMILY_NOMINAL && !inside(r->m.content, r->parties->occasion)) {
        r->m.time = r->parties->occasion;
        r->m.time_of_opening = true;
    }
    place_of_sentence(r);
    if (!r->m.place.end && r->m.status == ENTENTE_AGREEMENT_REACHED)
        r->m.place = r->parties->venue;
    if (!r->m.attribution.end)
        r->m.attribution = r->parties->speaker;
}
