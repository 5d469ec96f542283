/* SPDX-License-Identifier: MIT */
/* What stands around a trigger in the dependency tree: subject, status, obligations, counterparts, circumstances. */
#include <ctype.h>
#include <string.h>

#include "reading.h"

enum { CLIMB = 8 }; /* clauses above that are looked at */

static bool relative_pronoun(const tree *t, uint32_t i)
{
    return tree_is_low(t, i, "who") || tree_is_low(t, i, "which") || tree_is_low(t, i, "that") || tree_is_low(t, i, "whom");
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
    uint32_t s = TREE_NONE, told = tree_head(r->t, v), is = tree_is_verb(r->t, v) ? tree_child(r->t, v, DEP_COP) : TREE_NONE;
    TREE_CHILDREN(r->t, v, c) /* "the hope is that A can agree": the second */
        if (is != TREE_NONE && c > is && c < v && tree_token(r->t, c)->dep == DEP_NSUBJ)
            return c;
    bool addressed = told != TREE_NONE && tree_token(r->t, v)->dep == DEP_CCOMP && (r->classes[told] & CLASS_REPORT) && tree_child(r->t, told, DEP_OBJ) == TREE_NONE;
    TREE_CHILDREN(r->t, v, c)
        if (tree_token(r->t, c)->dep == DEP_NSUBJ && (s == TREE_NONE || (c < v && r->t->right[s] + 1u == r->t->left[c] && tree_token(r->t, r->t->left[c])->upper && tree_token(r->t, s)->pos == POS_NOUN) || (c < v && (r->classes[s] & CLASS_TIME)) || (c < v && addressed && s == told + 1u)))
            s = c;
    if (s != TREE_NONE && addressed && s == told + 1u && (r->classes[s] & CLASS_AGENCY)) /* "told Reuters the ten had agreed", read as one name */
        for (uint32_t k = v; k-- > s + 1u;)
            if (tree_is_nominal(r->t, k) && tree_token(r->t, k)->pos != POS_DET) {
                s = k;
                break;
            }
    TREE_CHILDREN(r->t, v, c) /* "the couple have agreed", read as a measure of time */
        if (s == TREE_NONE && c < v && tree_token(r->t, c)->dep == DEP_OBL_TIME && tree_is_nominal(r->t, c) && !(r->classes[c] & CLASS_TIME) && tree_child(r->t, v, DEP_NSUBJ_PASS) == TREE_NONE && parties_is_people(r->t, c))
            s = c;
    for (uint32_t c = r->t->first[v]; s == TREE_NONE && c < v; c = r->t->next[c]) /* a verb has no compounds: its subject was taken for one */
        if (tree_token(r->t, c)->dep == DEP_COMPOUND && tree_is_nominal(r->t, c) && tree_is_verb(r->t, v) && tree_token(r->t, v)->tag != TAG_VBG)
            s = c;
    return s;
}

/* "the role of A in securing X", "A's leadership in signing X": A, who has it. */
static uint32_t whose(const tree *t, uint32_t n)
{
    uint32_t owner = tree_child(t, n, DEP_POSS);
    if (owner == TREE_NONE)
        owner = tree_child_case(t, n, DEP_NMOD, "of");
    return owner != TREE_NONE && tree_token(t, owner)->upper ? owner : TREE_NONE;
}

bool clause_hails(const tree *t, uint32_t v)
{
    static const char *const hailing[] = {"welcome", "hail", "praise", "applaud", "laud", "commend", "celebrate", "cheer", "note"};
    return v != TREE_NONE && LEXICON_IS_ANY(tree_token(t, v)->lemma, hailing);
}

/* "expects A to sign", "praised A for agreeing": the object above does what is said below. */
static uint32_t object_as_subject(const reading *r, uint32_t head, uint32_t v)
{
    const tree *t = r->t;
    uint32_t o = tree_child(t, head, DEP_OBJ);
    const token *k = tree_token(t, v);
    bool infinitive = k->dep == DEP_XCOMP || (k->dep == DEP_ADVCL && k->tag == TAG_VB && tree_child_lemma(t, v, DEP_MARK, "to") != TREE_NONE);
    bool of_doing = (k->dep == DEP_ADVCL || k->dep == DEP_ACL || k->dep == DEP_XCOMP) && k->tag == TAG_VBG && tree_child_lemma(t, v, DEP_MARK, "of") != TREE_NONE && !strcmp(tree_token(t, head)->lemma, "accuse"); /* "accused A of breaking X" */
    bool for_doing = of_doing || (k->dep == DEP_ADVCL && k->tag == TAG_VBG && (tree_child_lemma(t, v, DEP_MARK, "for") != TREE_NONE || tree_child_lemma(t, v, DEP_MARK, "on") != TREE_NONE)); /* "congratulated A on signing" */
    bool fits = (infinitive && (r->classes[head] & (CLASS_DEMAND | CLASS_PERSUADE | (k->dep == DEP_XCOMP ? 0 : CLASS_HOPE)))) || for_doing;
    static const char *const parts[] = {"role", "part", "leadership", "success", "work", "effort", "help", "assistance", "contribution"};
    uint32_t thanked = o == TREE_NONE ? TREE_NONE : tree_child_case(t, o, DEP_NMOD, "for"), part = thanked != TREE_NONE ? thanked : o; /* "expressed appreciation for A's role in X" */
    if (part != TREE_NONE && part < v && k->dep == DEP_ADVCL && k->tag == TAG_VBG && tree_child_lemma(t, v, DEP_MARK, "in") != TREE_NONE && LEXICON_IS_ANY(tree_token(t, part)->lemma, parts))
        return whose(t, part); /* "welcomed the role of A in securing X" */
    if (o != TREE_NONE && o < v && k->dep == DEP_ADVCL && k->tag == TAG_VBG && (r->classes[v] & CLASS_AFFIRM) && clause_hails(t, head) && (r->classes[o] & CLASS_MAKING) && tree_child(t, o, DEP_POSS) != TREE_NONE)
        return whose(t, o); /* "welcomes A's signing of the accord, affirming its commitment to X" */
    return o != TREE_NONE && o < v && fits && !tree_is_low(t, o, "each") ? o : TREE_NONE; /* "accused each other of breaking X": both */
}

/* "came after A and B vowed", where the tree has A hang on "came": what stands right before the verb behind a conjunction of time. */
static uint32_t oblique_as_subject(const tree *t, uint32_t head, uint32_t v)
{
    TREE_CHILDREN(t, head, c)
        if (tree_token(t, c)->dep == DEP_OBL && c > head && t->right[c] + 1u == v && (!strcmp(tree_case(t, c), "after") || !strcmp(tree_case(t, c), "before") || !strcmp(tree_case(t, c), "as") || !strcmp(tree_case(t, c), "since")))
            return c;
    return TREE_NONE;
}

/* "it takes years for A to commit": who stands behind "for", right before the infinitive. */
static uint32_t subject_behind_for(const tree *t, uint32_t head, uint32_t v)
{
    if (tree_token(t, v)->tag != TAG_VB || tree_child_lemma(t, v, DEP_MARK, "to") == TREE_NONE)
        return TREE_NONE;
    TREE_CHILDREN(t, head, c)
        if (c < v && (tree_token(t, c)->dep == DEP_OBL || tree_token(t, c)->dep == DEP_NMOD) && t->right[c] + 1u == t->left[v] && !strcmp(tree_case(t, c), "for"))
            return c;
    return TREE_NONE;
}

uint32_t clause_subject(const reading *r, uint32_t v)
{
    const tree *t = r->t;
    bool raised = false, shared = false, joined = false; /* shared: "having agreed, A was freed"; joined: a conjunct of the clause looked at */
    for (int step = 0; step < CLIMB && v != TREE_NONE; step++) {
        uint32_t told = joined && clause_passive(t, v) ? tree_child(t, v, DEP_CCOMP) : TREE_NONE; /* "we are glad that B has left and has agreed to X": B */
        if (told != TREE_NONE && own_subject(r, told) != TREE_NONE)
            return own_subject(r, told);
        if (clause_passive(t, v) && tree_is_verb(t, v)) /* "is expected to sign": its subject does what the infinitive says */
            return !raised && !shared && !joined ? clause_agent(t, v) : tree_child(t, v, DEP_NSUBJ_PASS) != TREE_NONE ? tree_child(t, v, DEP_NSUBJ_PASS) : own_subject(r, v);
        raised = false;
        uint32_t s = own_subject(r, v), head = tree_head(t, v);
        uint8_t dep = tree_token(t, v)->dep;
        if (s != TREE_NONE && !relative_pronoun(t, s)) {
            bool thing = joined && dep == DEP_CCOMP && tree_token(t, s)->pos == POS_NOUN && !reading_is_somebody(r, s) && !(r->classes[s] & (CLASS_GROUP | CLASS_TITLE | CLASS_TEXT));
            uint32_t above = thing && head != TREE_NONE ? own_subject(r, head) : TREE_NONE; /* "A is clear that borders cannot stop it and has vowed to X" */
            return reading_is_somebody(r, above) ? above : s;
        }
        joined = dep == DEP_CONJ;
        if (s != TREE_NONE && dep != DEP_RELCL && dep != DEP_CONJ)
            return dep == DEP_ACL && head != TREE_NONE ? head : TREE_NONE;
        if (head == TREE_NONE)
            return TREE_NONE;
        if (step == 0 && (s = subject_behind_for(t, head, v)) != TREE_NONE)
            return s;
        if (dep == DEP_CSUBJ && tree_child(t, head, DEP_EXPL) != TREE_NONE && (r->classes[head] & CLASS_NEARBY)) /* "it is ready to sign" */
            return tree_child(t, head, DEP_EXPL);
        switch (dep) {
        case DEP_RELCL:
            if (tree_token(t, head)->dep == DEP_APPOS && !tree_token(t, head)->upper && tree_token(t, tree_head(t, head))->upper && tree_head(t, head) < head && (tree_is_low(t, t->left[head], ",") || (t->left[head] > 0 && tree_is_low(t, t->left[head] - 1u, ","))))
                return tree_head(t, head); /* "Acme, the planemaker, which agreed": Acme */
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
            if (tree_token(t, v)->tag == TAG_VBG && tree_child_lemma(t, v, DEP_MARK, "of") != TREE_NONE && tree_head(t, head) != TREE_NONE && reading_is_lemma(r, tree_head(t, head), "accuse") && tree_token(t, head)->dep == DEP_OBJ && !tree_is_low(t, head, "each")) {
                uint32_t accusers = own_subject(r, tree_head(t, head));
                return tree_is_low(t, head, "other") && accusers != TREE_NONE ? accusers : head; /* "accused A of breaking X"; "both accused the other of breaking it" */
            }
            if (tree_token(t, v)->tag == TAG_VBG && tree_child_lemma(t, v, DEP_MARK, "of") != TREE_NONE && tree_token(t, head)->dep == DEP_AGENT && reading_is_lemma(r, tree_head(t, head), "accuse"))
                return tree_child(t, tree_head(t, head), DEP_NSUBJ_PASS); /* "A was accused by B of breaking X" */
            if (tree_token(t, v)->tag == TAG_VBG && tree_child(t, v, DEP_MARK) != TREE_NONE && !(r->classes[head] & (CLASS_TEXT | CLASS_BID | CLASS_DUTY))) { /* "sanctions after pulling out": of the clause, not of the noun */
                if (tree_child_lemma(t, v, DEP_MARK, "in") != TREE_NONE && (s = whose(t, head)) != TREE_NONE)
                    return s;
                v = head;
                break;
            }
            if (tree_token(t, v)->tag == TAG_VBG && !(r->classes[head] & (CLASS_TEXT | CLASS_WEAKTEXT | CLASS_BID)))
                return head;
            if (tree_token(t, v)->tag == TAG_VBN)
                return clause_agent(t, v);
            if ((s = tree_child(t, head, DEP_POSS)) != TREE_NONE || (s = tree_child_case(t, head, DEP_NMOD, "by")) != TREE_NONE)
                return s; /* "efforts by A to reach a deal" */
            if (tree_child(t, head, DEP_COP) != TREE_NONE && !(r->classes[head] & (CLASS_TEXT | CLASS_BID | CLASS_DUTY))) { /* "A is the first nation to sign" */
                v = head;
                break;
            }
            if ((lexicon_is_one(tree_token(t, head)->lemma, "decision", "move", "plan") || lexicon_is_one(tree_token(t, head)->lemma, "failure", "refusal", "inability")) && (s = tree_child_case(t, head, DEP_NMOD, "of")) != TREE_NONE && (tree_token(t, s)->upper || parties_is_people(t, s) || reading_is(r, s, CLASS_GROUP)))
                return s; /* "the decision of Peru to sign it" */
            v = tree_head(t, head); /* "announced its decision to sign" */
            break;
        case DEP_CONJ: case DEP_CCOMP: case DEP_ADVCL: case DEP_PARATAXIS:
            if (dep == DEP_CONJ && !tree_is_verb(t, head) && tree_child(t, head, DEP_COP) == TREE_NONE && tree_token(t, head)->pos != POS_ADJ && tree_token(t, v)->tag != TAG_VBG)
                return tree_token(t, head)->pos == POS_PROPN ? head : TREE_NONE; /* a headline's verb taken for a noun */
            if (dep == DEP_CONJ && (s = oblique_as_subject(t, head, v)) != TREE_NONE)
                return s;
            if (dep == DEP_ADVCL && (s = object_as_subject(r, head, v)) != TREE_NONE)
                return s;
            shared = (dep == DEP_ADVCL && tree_token(t, v)->tag == TAG_VBG) || (dep == DEP_CONJ && tree_token(t, v)->tag == TAG_VBD);
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
        if ((k->dep == DEP_ADVMOD || k->dep == DEP_CC || k->dep == DEP_DET || k->dep == DEP_MARK || k->dep == DEP_CASE) && (r->classes[c] & CLASS_NEGATION) && (c < v || (c == v + 1 && reading_is_lemma(r, v, "be"))) &&
            !(k->dep == DEP_CC && tree_token(r->t, v)->dep == DEP_CONJ && !strcmp(k->low, "no")))
            return true;
        if (k->dep == DEP_ADVMOD && !strcmp(k->low, "longer"))
            return true;
        for (uint32_t none = k->dep == DEP_NSUBJ ? r->t->first[c] : TREE_NONE; none != TREE_NONE; none = r->t->next[none]) /* "neither side would accept it", "neither A nor B did" */
            if ((tree_token(r->t, none)->dep == DEP_DET && tree_is_low(r->t, none, "no") && tree_token(r->t, c)->pos != POS_NUM) || (none < c && tree_is_low(r->t, none, "neither")))
                return true;
    }
    return false;
}

/* "the need to sign", "a chance to pledge", "our call on A to accept": nobody has. */
static bool is_call(const char *lemma)
{
    static const char *const calls[] = {"need", "importance", "chance", "opportunity", "urgency", "call", "appeal", "plea", "request", "demand"};
    return LEXICON_IS_ANY(lemma, calls);
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
        uint32_t o = tree_child(t, g, DEP_OBJ), on = tree_child_case(t, g, DEP_OBL, "on"), told = tree_child(t, g, DEP_NSUBJ_PASS);
        if (on == TREE_NONE && tree_child(t, g, DEP_PRT) != TREE_NONE)
            on = tree_child(t, g, DEP_OBL); /* "on" read as a particle */
        if (on == TREE_NONE && lexicon_is_either(tree_token(t, g)->lemma, "appeal", "plead"))
            on = tree_child(t, g, DEP_OBL); /* "appealed to A to accept" */
        o = o != TREE_NONE ? o : on != TREE_NONE ? on : told; /* "call on A to accept", "A was told to accept" */
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

/* "should he agree". */
static bool stands_before_subject(const tree *t, uint32_t v, uint32_t auxiliary)
{
    for (uint32_t s = auxiliary + 1; s < v; s++)
        if (tree_head(t, s) == v && (tree_token(t, s)->dep == DEP_NSUBJ || tree_token(t, s)->dep == DEP_NSUBJ_PASS))
            return true;
    return false;
}

/* "should he agree, ...": if he does; not "should he agree?". */
static bool inverted(const tree *t, uint32_t v, uint32_t auxiliary)
{
    if (auxiliary == TREE_NONE || !stands_before_subject(t, v, auxiliary))
        return false;
    for (uint32_t i = v + 1; i < t->s->count; i++)
        if (tree_is_low(t, i, "?"))
            return false;
    return true;
}

/* "had he agreed, ...": if he had; not "never before had he agreed", "nor has he agreed". */
static bool had_it(const tree *t, uint32_t v)
{
    uint32_t a = tree_child_lemma(t, v, DEP_AUX, "have");
    return a != TREE_NONE && tree_is_low(t, a, "had") && (a == 0 || tree_is_mark(t, a - 1u) || lexicon_is_one(tree_token(t, a - 1u)->low, "and", "but", "that")) && inverted(t, v, a);
}

bool clause_conditional(const tree *t, uint32_t v)
{
    for (int step = 0; step < CLIMB && tree_token(t, v)->dep == DEP_XCOMP && tree_head(t, v) != TREE_NONE; step++)
        v = tree_head(t, v);
    return tree_child_lemma(t, v, DEP_MARK, "if") != TREE_NONE || inverted(t, v, tree_child_lemma(t, v, DEP_AUX, "should"));
}

/* "be completed", "go through". */
static bool closes(const tree *t, uint32_t v)
{
    static const char *const closing[] = {"complete", "finalise", "finalize", "close", "conclude"};
    return LEXICON_IS_ANY(tree_token(t, v)->lemma, closing) || (!strcmp(tree_token(t, v)->lemma, "go") && v + 1 < t->s->count && tree_is_low(t, v + 1, "through"));
}

/* "has to accept", at "has"; "had to" tells that it was done, "has accepted" has no "to". */
static bool has_to(const tree *t, uint32_t g, uint32_t v)
{
    return !strcmp(tree_token(t, g)->lemma, "have") && (tree_token(t, g)->tag == TAG_VBZ || tree_token(t, g)->tag == TAG_VBP) && tree_child_lemma(t, v, DEP_MARK, "to") != TREE_NONE;
}

/* "was able to reach a deal", "have been able to", at "able": it did. */
static bool was_able(const tree *t, uint32_t g)
{
    uint32_t be = strcmp(tree_token(t, g)->lemma, "able") == 0 ? tree_child(t, g, DEP_COP) : TREE_NONE, have = be == TREE_NONE ? TREE_NONE : tree_child(t, g, DEP_AUX);
    bool perfect = have != TREE_NONE && have + 1u <= be && !strcmp(tree_token(t, have)->lemma, "have") && tree_token(t, have)->tag != TAG_VB && tree_token(t, be)->tag == TAG_VBN;
    return be != TREE_NONE && (tree_token(t, be)->tag == TAG_VBD || perfect);
}

bool clause_status(reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t order = v;
    for (int step = 0; step < CLIMB && tree_token(t, order)->dep == DEP_CONJ && tree_head(t, order) != TREE_NONE && tree_token(t, tree_head(t, order))->tag == TAG_VB; step++)
        order = tree_head(t, order);
    const token *own = tree_token(t, order);
    if (own->tag == TAG_VB && (own->dep == DEP_ROOT || own->dep == DEP_PARATAXIS || own->dep == DEP_CCOMP) && !t->s->headline && tree_child(t, order, DEP_NSUBJ) == TREE_NONE && tree_child(t, order, DEP_AUX) == TREE_NONE && tree_child(t, order, DEP_MARK) == TREE_NONE && tree_child(t, v, DEP_NSUBJ) == TREE_NONE)
        return false; /* "Commit to ten minutes a day" */
    if (!strcmp(tree_token(t, t->s->tokens[0].low[0] == '"')->low, "may") && tree_token(t, t->s->tokens[0].low[0] == '"')->dep == DEP_AUX)
        return false; /* "May they settle it": a wish */
    if ((r->classes[v] & CLASS_AGREE) && reading_is_lemma(r, tree_child(t, v, DEP_XCOMP), "disagree"))
        return false; /* "agreed to disagree" */
    bool would_have = tree_child_lemma(t, v, DEP_AUX, "have") != TREE_NONE && (tree_child_lemma(t, v, DEP_AUX, "would") != TREE_NONE || tree_child_lemma(t, v, DEP_AUX, "could") != TREE_NONE);
    if (would_have || had_it(t, v))
        return false; /* "could have signed the treaty", "had it signed it, ...": it has not */
    bool no = false, ahead = false, shared = false; /* shared: only what conjuncts have in common counts */
    for (int step = 0; step < CLIMB; step++) {
        const token *k = tree_token(t, v);
        bool not_yet = !shared && negated(r, v) && tree_child_lemma(t, v, DEP_ADVMOD, "yet") != TREE_NONE; /* "has not yet ratified it" */
        ahead |= not_yet;
        no ^= !shared && !not_yet && negated(r, v) && !(step == 0 && clause_conditional(t, v)); /* "if they do not agree": open yet */
        bool auxiliary = false;
        TREE_CHILDREN(t, v, c) {
            uint8_t dep = tree_token(t, c)->dep;
            if (dep == DEP_AUX || dep == DEP_AUX_PASS) {
                auxiliary |= !shared;
                if ((r->classes[c] & CLASS_DUTYMODAL) && clause_passive(t, v) && (r->classes[v] & (CLASS_SIGN | CLASS_ACCEPT)) && (tree_child_lemma(t, v, DEP_ADVMOD, "still") != TREE_NONE || clause_agent(t, v) != TREE_NONE))
                    ahead = true; /* "must still be ratified by parliament" */
                else if (!strcmp(k->lemma, "ratify") && tree_is_low(t, c, "must"))
                    ahead = true; /* "parliament must ratify it": a step to come, no demand */
                else if (tree_is_low(t, c, "should") && closes(t, v))
                    ahead = true; /* "the merger should go through by May": it is thought to */
                else if (tree_is_low(t, c, "should") && inverted(t, v, c))
                    ahead = true; /* "should he agree to it": if he does */
                else if (r->classes[c] & CLASS_DUTYMODAL)
                    return false;
                ahead |= (r->classes[c] & CLASS_MODAL) != 0;
            }
            if (dep == DEP_MARK && !shared && (tree_is_low(t, c, "if") || tree_is_low(t, c, "unless") || tree_is_low(t, c, "whether") || ((tree_is_low(t, c, "before") || tree_is_low(t, c, "until")) && k->tag != TAG_VBG))) /* "embraced before signing it": both happened */
                ahead = true;
            if (dep == DEP_MARK && step == 0 && (tree_is_low(t, c, "once") || tree_is_low(t, c, "until")) && clause_passive(t, v) && k->dep == DEP_ADVCL)
                return false; /* "once the merger is completed": when, not that */
            if (dep == DEP_MARK && step == 0 && lexicon_is_one(tree_token(t, c)->low, "once", "after", "when") && (k->tag == TAG_VBZ || k->tag == TAG_VBP) && k->dep == DEP_ADVCL && (r->classes[v] & (CLASS_SIGN | CLASS_ACCEPT | CLASS_GRANT)) && tree_child_lemma(t, tree_head(t, v), DEP_AUX, "will") != TREE_NONE)
                return false; /* "will pay once the council approves the deal" */
            if (dep == DEP_MARK && step == 0 && tree_is_low(t, c, "whether") && (r->classes[v] & (CLASS_REFUSE | CLASS_BREAK)) && (tree_child_lemma(t, v, DEP_AUX, "could") != TREE_NONE || tree_child_lemma(t, v, DEP_AUX, "can") != TREE_NONE))
                return false; /* "will decide whether it can reject the contract" */
            ahead |= dep == DEP_MARK && !shared && tree_is_low(t, c, "due"); /* "are due to sign" */
            if (dep == DEP_MARK && tree_is_low(t, c, "to") && k->dep == DEP_ROOT)
                ahead = true; /* "A, B to sign X" */
            no ^= step == 0 && c < v && ((tree_is_low(t, c, "instead") && tree_is_low(t, c + 1, "of")) || (tree_is_low(t, c, "rather") && tree_is_low(t, c + 1, "than"))); /* "rather than sign it" */
            if (dep == DEP_MARK && k->tag == TAG_VBG && (tree_is_low(t, c, "toward") || tree_is_low(t, c, "towards")))
                ahead = true; /* "with a view towards signing it" */
        }
        uint32_t g = tree_head(t, v);
        if (g == TREE_NONE) {
            ahead |= t->s->count && tree_is_low(t, t->s->count - 1, "?");
            break;
        }
        if (!shared && (k->dep == DEP_CCOMP || k->dep == DEP_CSUBJ || k->dep == DEP_XCOMP) && (tree_child_lemma(t, v, DEP_MARK, "whether") != TREE_NONE || tree_child_lemma(t, v, DEP_MARK, "if") != TREE_NONE) && negated(r, g))
            break; /* "it is not known whether B will accept": open, whatever is not known */
        uint64_t above = r->classes[g];
        ahead |= k->tag == TAG_VBG && k->dep == DEP_ADVCL && lexicon_is_one(tree_token(t, g)->lemma, "assist", "help", "aid") && tree_child_lemma(t, v, DEP_MARK, "in") != TREE_NONE; /* "to assist in acceding to it" */
        ahead |= k->tag == TAG_VBG && !strcmp(tree_token(t, g)->lemma, "look") && g + 1 < v && tree_is_low(t, g + 1, "forward"); /* "looked forward to signing it" */
        shared = false;
        static const char *const demands[] = {"demand", "request", "call", "condition", "insistence", "appeal", "requirement", "recommendation"};
        if ((k->dep == DEP_ACL || k->dep == DEP_CCOMP) && tree_is_nominal(t, g) && k->tag != TAG_VBN && LEXICON_IS_ANY(tree_token(t, g)->lemma, demands) && tree_child_lemma(t, v, DEP_MARK, "that") != TREE_NONE)
            return false; /* "a demand that it sign the pact" */
        if (k->dep == DEP_CONJ) {
            if (auxiliary || tree_child(t, v, DEP_NSUBJ) != TREE_NONE || (k->tag != TAG_VB && k->tag != tree_token(t, g)->tag))
                break;
            shared = true;
        } else if (k->dep == DEP_XCOMP || k->dep == DEP_CCOMP || k->dep == DEP_CSUBJ) {
            static const char *const hard[] = {"elusive", "difficult", "hard", "impossible", "tough", "unlikely", "tricky"};
            uint32_t proved = tree_child(t, g, DEP_XCOMP), be = tree_child(t, g, DEP_COP);
            bool overcome = be != TREE_NONE && tree_token(t, be)->tag == TAG_VBD; /* "was difficult", and may have been done */
            bool infinitive = k->dep == DEP_XCOMP;
            ahead |= k->dep == DEP_CSUBJ && k->tag == TAG_VBG && ((!overcome && LEXICON_IS_ANY(tree_token(t, g)->lemma, hard)) || (proved != TREE_NONE && LEXICON_IS_ANY(tree_token(t, proved)->lemma, hard))); /* "signing it has proved elusive" */
            if (infinitive && (above & (CLASS_AGREE | CLASS_PLEDGE | CLASS_ACCEPT | CLASS_COMMIT)) && !(above & CLASS_FAIL))
                return false;
            if (!strcmp(tree_token(t, g)->lemma, "rule") && tree_child(t, g, DEP_PRT) != TREE_NONE && negated(r, g)) {
                r->m.status = ENTENTE_AGREEMENT_PENDING; /* "did not rule out signing it" */
                return true;
            }
            uint32_t asked = tree_token(t, g)->dep == DEP_XCOMP ? tree_head(t, g) : TREE_NONE;
            if (!infinitive && !strcmp(tree_token(t, g)->lemma, "confirm") && (negated(r, g) || (asked != TREE_NONE && (r->classes[asked] & (CLASS_REFUSE | CLASS_FAIL)))))
                return false; /* "would not confirm that a deal was reached" */
            if (above & (CLASS_FAIL | CLASS_REFUSE)) {
                no = !no;
                if (step == 0 && g < v && v < g + 5) /* "refused to sign" */
                    r->m.trigger.start = tree_token(t, g)->start;
            }
            else if (infinitive && lexicon_is_one(tree_token(t, g)->lemma, "discuss", "explore", "examine"))
                return false; /* "discussed ways to reach a deal" */
            else if (infinitive && (!strcmp(tree_token(t, g)->lemma, "appear") || !strcmp(tree_token(t, g)->lemma, "seem")) && k->tag == TAG_VBG)
                ahead = true; /* "appeared to be closing the deal" */
            else if (infinitive && !strcmp(tree_token(t, g)->lemma, "have") && (r->classes[v] & (CLASS_SIGN | CLASS_ACCEPT | CLASS_GRANT)) && tree_child_lemma(t, g, DEP_ADVMOD, "still") != TREE_NONE)
                ahead = true; /* "members still have to ratify it" */
            else if (k->tag == TAG_VBG && (lexicon_is_one(tree_token(t, g)->lemma, "postpone", "delay", "defer") || (!strcmp(tree_token(t, g)->lemma, "put") && tree_child_lemma(t, g, DEP_PRT, "off") != TREE_NONE)))
                ahead = true; /* "put off signing it" */
            else if (infinitive && (tree_child_lemma(t, g, DEP_ADVMOD, "yet") != TREE_NONE || tree_child_lemma(t, v, DEP_ADVMOD, "yet") != TREE_NONE))
                ahead = true; /* "have yet to agree" */
            else if ((infinitive && (!strcmp(tree_token(t, g)->lemma, "need") || has_to(t, g, v))) || !strcmp(tree_token(t, g)->lemma, "let"))
                return false; /* "needs to be signed", "has to accept it", "let us agree" */
            else if ((above & CLASS_DEMAND) && (infinitive || !(above & CLASS_REPORT)) && !((above & CLASS_HOPE) && tree_child(t, g, DEP_OBJ) == TREE_NONE && infinitive))
                return false;
            else if (((above & (CLASS_HOPE | CLASS_NEARBY)) && !was_able(t, g)) || (!strcmp(tree_token(t, g)->lemma, "help") && tree_token(t, g)->tag != TAG_VBD && tree_token(t, g)->tag != TAG_VBN))
                ahead = true;
            if ((above & CLASS_REPORT) && !infinitive)
                break;
        } else if (k->dep == DEP_ACL && tree_child_lemma(t, v, DEP_MARK, "that") != TREE_NONE && tree_child(t, v, DEP_AUX) != TREE_NONE && (!strcmp(tree_token(t, g)->lemma, "claim") || !strcmp(tree_token(t, g)->lemma, "report") || !strcmp(tree_token(t, g)->lemma, "allegation"))) {
            static const char *const denying[] = {"deny", "contradict", "dispute", "reject", "refute", "dismiss"};
            uint32_t denial = tree_token(t, g)->dep == DEP_OBJ ? tree_head(t, g) : TREE_NONE; /* "disputed the claim that it had agreed" */
            no ^= denial != TREE_NONE && LEXICON_IS_ANY(tree_token(t, denial)->lemma, denying);
            break;
        } else if (k->dep == DEP_ACL) {
            bool of = k->tag == TAG_VBG && tree_child_lemma(t, v, DEP_MARK, "of") != TREE_NONE;
            if (of && lexicon_is_one(tree_token(t, g)->lemma, "urgency", "importance", "need"))
                return false; /* "the importance of striking a truce" */
            static const char *const open[] = {"chance", "possibility", "goal", "task", "challenge", "hope", "prospect", "aim", "process"};
            ahead |= of && LEXICON_IS_ANY(tree_token(t, g)->lemma, open); /* "the task of striking a deal" */
            if (of && lexicon_is_one(tree_token(t, g)->lemma, "verge", "brink", "cusp")) {
                uint32_t stopped = tree_child(t, g, DEP_ADVCL); /* "was on the verge of signing it when B called off the talks" */
                ahead = true;
                no ^= stopped != TREE_NONE && stopped > v && (r->classes[stopped] & (CLASS_BREAK | CLASS_LEAVE)) && tree_child_lemma(t, stopped, DEP_ADVMOD, "when") != TREE_NONE;
            }
            uint32_t required = tree_token(t, g)->dep == DEP_OBJ ? tree_head(t, g) : TREE_NONE;
            if (k->tag == TAG_VB && required != TREE_NONE && lexicon_is_one(tree_token(t, required)->lemma, "require", "oblige", "compel") && !clause_passive(t, required))
                return false; /* "the law requires a state to agree to it" */
            if (k->tag != TAG_VB && tree_child_lemma(t, v, DEP_MARK, "to") == TREE_NONE)
                break;
            bool planned = !strcmp(tree_token(t, g)->lemma, "plan") || !strcmp(tree_token(t, g)->lemma, "intention"); /* no trigger by itself */
            if (((above & (CLASS_DUTY | CLASS_BID | CLASS_TEXT)) && !planned) || is_call(tree_token(t, g)->lemma) || (!strcmp(tree_token(t, g)->lemma, "time") && tree_child(t, g, DEP_COP) != TREE_NONE && !ranked(t, g))) /* "it is time for A to accept" */
                return false;
            uint32_t dropped = planned && tree_token(t, g)->dep == DEP_OBJ ? tree_head(t, g) : TREE_NONE; /* "scrapped a plan to sign it" */
            if ((dropped != TREE_NONE && (r->classes[dropped] & (CLASS_BREAK | CLASS_LEAVE | CLASS_REFUSE))) || !strcmp(tree_token(t, g)->lemma, "failure") || !strcmp(tree_token(t, g)->lemma, "refusal"))
                no = !no;
            else if (!ranked(t, g))
                ahead = true;
            break;
        } else if (k->dep == DEP_ADVCL && k->tag == TAG_VBG && !strcmp(tree_token(t, g)->lemma, "rule") && tree_child(t, g, DEP_PRT) != TREE_NONE) {
            ahead |= negated(r, g); /* "did not rule out signing it" */
            no ^= !negated(r, g);
            break;
        } else if (k->dep == DEP_ADVCL && k->tag == TAG_VBG && (!strcmp(tree_token(t, g)->lemma, "balk") || (tree_is_low(t, g, "short") && tree_child_lemma(t, v, DEP_MARK, "of") != TREE_NONE))) {
            no = !no; /* "balked at signing it", "stopped short of signing it" */
            break;
        } else if (k->dep == DEP_ADVCL && k->tag == TAG_VBG && !strcmp(tree_token(t, g)->lemma, "aim") && tree_child_lemma(t, v, DEP_MARK, "at") != TREE_NONE) {
            ahead = true; /* "talks aimed at reaching a deal" */
            break;
        } else if (k->dep == DEP_ADVCL && k->tag == TAG_VBG && (tree_child_lemma(t, v, DEP_MARK, "by") != TREE_NONE || tree_child_lemma(t, v, DEP_CASE, "by") != TREE_NONE)) {
            /* "encourage all to act by committing": as the clause above stands */
        } else if (k->dep == DEP_ADVCL && (above & CLASS_NEARBY) && tree_token(t, g)->pos == POS_ADJ) {
            if (above & CLASS_FAIL)
                no = !no; /* "unable so far to agree" */
            else
                ahead = true;
        } else if (k->dep == DEP_ADVCL && k->tag == TAG_VB && tree_child_lemma(t, v, DEP_MARK, "to") != TREE_NONE) {
            uint32_t call = tree_child(t, g, DEP_OBJ); /* "stressed the need for A to sign" */
            if (demanded(r, v) || (call != TREE_NONE && call < v && is_call(tree_token(t, call)->lemma)))
                return false;
            bool first = !strcmp(tree_token(t, g)->lemma, "vote") || !strcmp(tree_token(t, g)->lemma, "pay"); /* "voted 5-2 to accept it", "paid to settle it", "became the first firm to sign" */
            TREE_CHILDREN(t, g, c)
                first |= c < v && t->right[c] + 1u == t->left[v] && tree_is_nominal(t, c) && ranked(t, c);
            bool said = step == 0 && (r->classes[v] & CLASS_AFFIRM) && tree_token(t, g)->tag == TAG_VBD; /* "spoke with A to reaffirm X" */
            ahead |= !first && !said; /* "met to sign" */
            if (!strcmp(tree_token(t, g)->lemma, "pay") && (r->classes[v] & CLASS_SETTLE) && tree_token(t, g)->dep == DEP_CCOMP)
                ahead = false; /* "said it would pay $3 million to settle the suit": it has settled */
            break;
        } else {
            break;
        }
        v = g;
    }
    r->m.status = no ? ENTENTE_AGREEMENT_REJECTED : ahead ? ENTENTE_AGREEMENT_PENDING : ENTENTE_AGREEMENT_REACHED;
    return true;
}

/* What a verb acts on: its object, the subject of its passive, or the noun that a relative clause or participle describes. */
uint32_t clause_object(const reading *r, uint32_t v)
{
    const tree *t = r->t;
    uint32_t o = tree_child(t, v, DEP_OBJ), head = tree_head(t, v);
    TREE_CHILDREN(t, v, c) /* "said last week that A had reached a deal", "that" read as its object */
        if (o != TREE_NONE && o < v && c > v && tree_token(t, c)->dep == DEP_OBJ && tree_token(t, o)->pos == POS_PRON)
            o = c;
    if (o == TREE_NONE)
        o = tree_child(t, v, DEP_NSUBJ_PASS);
    uint32_t name = tree_child(t, v, DEP_XCOMP);
    if (o == TREE_NONE && name != TREE_NONE && tree_token(t, name)->pos == POS_NOUN && tree_child(t, name, DEP_POSS) != TREE_NONE)
        o = name; /* "withdrew his offer" */
    if (o == TREE_NONE)
        TREE_CHILDREN(t, v, c) /* "signed on Monday a treaty" */
            if (o == TREE_NONE && c > v && tree_token(t, c)->dep == DEP_OBL && !*tree_case(t, c) && reading_is(r, c, CLASS_TEXT))
                o = c;
    bool relative = o != TREE_NONE && (reading_is_lemma(r, o, "which") || reading_is_lemma(r, o, "that"));
    if ((o == TREE_NONE || relative) && head != TREE_NONE &&
        (tree_token(t, v)->dep == DEP_RELCL || (tree_token(t, v)->dep == DEP_ACL && tree_token(t, v)->tag == TAG_VBN)))
        return head;
    if (o == TREE_NONE && tree_token(t, v)->dep == DEP_XCOMP && head != TREE_NONE && clause_passive(t, v)) { /* "the pact is expected to be signed" */
        uint32_t raised = tree_child(t, head, DEP_NSUBJ_PASS), expected = tree_child(t, head, DEP_OBJ);
        if (expected != TREE_NONE && expected > head && expected < v) /* "expects the pact to be signed" */
            return expected;
        return raised != TREE_NONE ? raised : tree_child(t, head, DEP_NSUBJ);
    }
    if (o == TREE_NONE && tree_token(t, v)->dep == DEP_CONJ && head != TREE_NONE && clause_passive(t, v) && tree_child(t, head, DEP_NSUBJ_PASS) != TREE_NONE)
        return tree_child(t, head, DEP_NSUBJ_PASS); /* "the pact was signed and has been ratified" */
    if (o == TREE_NONE && tree_token(t, v)->dep == DEP_CONJ && head != TREE_NONE && tree_is_verb(t, head)) { /* "signed and ratified the pact" */
        uint32_t shared = tree_child(t, head, DEP_OBJ);
        return shared != TREE_NONE && shared > v ? shared : TREE_NONE;
    }
    return relative ? TREE_NONE : o;
}

/* "agreed that prices will fall": a fact is held true. To be done: a modal, a bare subjunctive, or a body that decides. */
bool clause_to_be_done(const reading *r, uint32_t c)
{
    if (tree_child_lemma(r->t, c, DEP_AUX, "could") != TREE_NONE && negated(r, c))
        return false; /* "agreed that it could not last" */
    TREE_CHILDREN(r->t, c, k)
        if (tree_token(r->t, k)->dep == DEP_AUX && (r->classes[k] & (CLASS_MODAL | CLASS_DUTYMODAL)) && !reading_is_lemma(r, k, "could") && !reading_is_lemma(r, k, "might"))
            return true; /* "could play a part" is held true */
    TREE_CHILDREN(r->t, c, k) /* "agreed that troops present there should leave", "present" read as what they do */
        if (k > c && tree_token(r->t, c)->dep == DEP_CCOMP && tree_token(r->t, k)->dep == DEP_ADVCL && tree_child(r->t, k, DEP_MARK) == TREE_NONE && tree_child(r->t, k, DEP_NSUBJ) == TREE_NONE && tree_child_lemma(r->t, k, DEP_AUX, "should") != TREE_NONE)
            return true;
    return tree_token(r->t, c)->tag == TAG_VB;
}

uint32_t clause_below(const reading *r, uint32_t v)
{
    TREE_CHILDREN(r->t, v, c) /* of several, the one that is to be done */
        if (c > v && tree_token(r->t, c)->dep == DEP_CCOMP && clause_to_be_done(r, c))
            return c;
    static const char *const reasons[] = {"because", "since", "as", "until", "unless", "if", "when", "while", "after", "before"};
    TREE_CHILDREN(r->t, v, c)
        if (c > v && (tree_token(r->t, c)->dep == DEP_CCOMP || tree_token(r->t, c)->dep == DEP_XCOMP || tree_token(r->t, c)->dep == DEP_CSUBJ) && !LEXICON_IS_ANY(tree_token(r->t, r->t->left[c])->low, reasons))
            return c;
    return TREE_NONE;
}

/* The verb that a noun hangs on, or TREE_NONE: there may be nouns between, "build | the plant | under a deal". */
uint32_t clause_verb_above(const tree *t, uint32_t n)
{
    uint32_t v = tree_head(t, n);
    for (int step = 0; step < 3 && v != TREE_NONE && tree_is_nominal(t, v); step++)
        v = tree_head(t, v);
    return v != TREE_NONE && tree_is_verb(t, v) ? v : TREE_NONE;
}
