/* SPDX-License-Identifier: MIT */
/* What is agreed: the obligations, one a coordinated action, and the text or form that holds them. */
#include <ctype.h>
#include <string.h>

#include "reading.h"

static bool is_quote(const tree *t, uint32_t i)
{
    static const char *const quotes[] = {"\"", "\xE2\x80\x9C", "\xE2\x80\x9D", "``", "''"};
    return i < t->s->count && LEXICON_IS_ANY(tree_token(t, i)->low, quotes);
}

/* Whether a relative clause that only adds something opens behind the comma at `i` and goes on to `to`: "a fee for Doe, who came in May", "a truce, to which the army has not replied". */
static bool adds_only(const tree *t, uint32_t i, uint32_t to)
{
    uint32_t k = i + 1;
    while (k < to && k < i + 3 && !lexicon_is_one(tree_token(t, k)->low, "which", "who", "whose"))
        k++;
    if (k >= to || k == i + 3)
        return false;
    for (int step = 0; step < 6 && k != TREE_NONE; step++, k = tree_head(t, k))
        if (tree_token(t, k)->dep == DEP_RELCL)
            return t->right[k] + 1u >= to && t->left[k] >= i;
    return false;
}

/* Tokens [from, to) as an obligation, bare punctuation at its ends left out but for the quote that one inside goes with. */
static void add_item(reading *r, uint32_t from, uint32_t to)
{
    const tree *t = r->t;
    while (from < to && (tree_is_mark(t, from) || tree_token(t, from)->dep == DEP_CC || lexicon_is_one(tree_token(t, from)->low, "wherein", "whereby", "concerning") || tree_is_low(t, from, "regarding")) && !tree_is_low(t, from, "$"))
        from++;
    if (from + 1 == to && tree_is_low(t, from, "do"))
        return; /* "what they agreed to do" */
    for (uint32_t i = from + 1; i + 2 < to; i++) { /* ", according to X", ", in what X called a breakthrough", ", despite Y", wherever the tree hangs it */
        bool source = tree_is_low(t, i + 1, "according") && tree_is_low(t, i + 2, "to"), judged = tree_is_low(t, i + 1, "in") && (tree_is_low(t, i + 2, "what") || (tree_is_low(t, i + 2, "a") && i + 3 < to && reading_is(r, i + 3, CLASS_TEXT)));
        if (tree_is_low(t, i, ",") && (source || judged || adds_only(t, i, to) || tree_is_low(t, i + 1, "despite") || tree_is_low(t, i + 1, "amid")))
            to = i;
        for (uint32_t k = i + 2; tree_is_low(t, i, "in") && tree_is_low(t, i + 1, "what") && k < to && k < i + 7; k++) /* "in what the government called the largest of its kind" */
            if (lexicon_is_one(tree_token(t, k)->low, "called", "described", "termed"))
                to = i;
    }
    while (to > from && ((tree_is_mark(t, to - 1) && !tree_is_low(t, to - 1, ")") && !tree_is_low(t, to - 1, "%")) || tree_token(t, to - 1)->dep == DEP_CC))
        to--;
    if (from >= to || r->m.item_count >= MENTION_ITEMS)
        return;
    uint32_t quotes = 0;
    for (uint32_t i = from; i < to; i++)
        quotes += is_quote(t, i);
    if (quotes % 2 && is_quote(t, to))
        to++;
    else if (quotes % 2 && from > 0 && is_quote(t, from - 1))
        from--;
    view v = {tree_token(t, from)->start, tree_token(t, to - 1)->end};
    r->m.items[r->m.item_count++] = v;
    r->m.content = (view){r->m.content.end ? r->m.content.start : v.start, v.end};
}

/* ", in a move that stunned the market", ", a blow to its rivals": the words from the comma on judge what is told before it. */
static uint32_t end_before_judgement(const reading *r, uint32_t c, uint32_t end)
{
    static const char *const judged[] = {"move", "step", "decision", "gesture", "reversal", "turnabout", "concession", "transaction", "development", "blow", "victory", "breakthrough", "milestone", "boost", "setback"};
    static const char *const summed[] = {"measure", "demand", "condition", "goal", "target", "practice", "policy", "figure", "level", "request", "requirement", "tactic", "promise"};
    for (uint32_t i = c + 1; i + 3 < end; i++) {
        bool that = tree_is_low(r->t, i + 3, "that") || tree_is_low(r->t, i + 3, "which");
        if (tree_is_low(r->t, i, ",") && (tree_is_low(r->t, i + 1, "something") || (that && lexicon_is_one(tree_token(r->t, i + 1)->low, "a", "an", "the") && LEXICON_IS_ANY(tree_token(r->t, i + 2)->low, summed))))
            return i; /* ", a measure that growers had asked for", ", something it had long wanted" */
        uint32_t article = i + 1 + tree_is_low(r->t, i + 1, "in");
        if (tree_is_low(r->t, i, ",") && lexicon_is_one(tree_token(r->t, article)->low, "a", "an", "another"))
            for (uint32_t k = article + 1; k < end && k < article + 4; k++)
                if (LEXICON_IS_ANY(tree_token(r->t, k)->low, judged))
                    return i;
    }
    return end;
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
        bool comma = left > 0 && tree_is_mark(t, left - 1);
        comma |= tree_is_mark(t, left);
        bool hung = child->tag == TAG_VBG && (child->dep == DEP_ADVCL || child->dep == DEP_ACL) && strcmp(child->low, "including") != 0; /* ", allowing ..." */
        hung |= child->dep == DEP_ADVCL && child->tag != TAG_VB && child->tag != TAG_VBG;
        bool source = child->dep == DEP_OBL && comma && strncmp(tree_case(t, k), "accord", 6) == 0; /* ", according to X" */
        uint32_t last = child->dep == DEP_APPOS ? tree_child(t, c, DEP_CONJ) : TREE_NONE; /* "a truce, an exchange of prisoners and an election": a list */
        bool aside = child->dep == DEP_APPOS && comma && !(last != TREE_NONE && last > k && !tree_is_verb(t, last)) && (tree_is_low(t, left, "a") || tree_is_low(t, left, "an") || (left + 1 < t->s->count && (tree_is_low(t, left + 1, "a") || tree_is_low(t, left + 1, "an")))); /* ", an increase of a third" */
        bool talks = child->dep == DEP_NMOD && (r->classes[k] & CLASS_TALKS); /* "signed a pact on X after talks in Y", the talks hung on X */
        const char *preposition = child->dep == DEP_OBL || talks || (child->dep == DEP_NMOD && comma) ? tree_case(t, k) : "";
        bool occasion = !strcmp(preposition, "after") || !strcmp(preposition, "amid") || !strcmp(preposition, "despite") || !strcmp(preposition, "follow");
        bool which = child->dep == DEP_RELCL && comma && k > c && (tree_is_low(t, left, "which") || (left + 1 < t->s->count && tree_is_low(t, left + 1, "which"))) && tree_token(t, c)->pos == POS_NOUN; /* "its offer of $3, which B turned down" */
        bool within = child->dep == DEP_OBL && k > c && ((!strcmp(preposition, "in") && (r->classes[k] & CLASS_TEXT) && (!(r->classes[k] & CLASS_COMMON) || reading_is_lemma(r, k, "settlement") || (tree_child(t, k, DEP_ACL) != TREE_NONE && tree_token(t, tree_child(t, k, DEP_ACL))->tag == TAG_VBN)) && tree_child_lemma(t, k, DEP_DET, "a") != TREE_NONE) || (!strcmp(preposition, "under") && (r->classes[k] & CLASS_TEXT) && tree_child_lemma(t, k, DEP_DET, "a") != TREE_NONE) || (!strcmp(preposition, "as") && tree_is_low(t, k, "part"))); /* "in a deal that averted tariffs", "as part of a plea deal" */
        within |= child->dep == DEP_NMOD && k > c && tree_is_low(t, k, "margin") && !strcmp(tree_case(t, k), "by");
        bool contrary = child->dep == DEP_ADVMOD && comma && tree_is_low(t, k, "contrary");
        bool as_long = left > 0 && tree_is_low(t, left, "as") && (tree_is_low(t, left - 1, "long") || tree_is_low(t, left - 1, "soon") || tree_is_low(t, left - 1, "far") || tree_is_low(t, left - 1, "exactly") || tree_is_low(t, left - 1, "just") || tree_is_low(t, left - 1, "same"));
        bool tail = source || aside || within || which || contrary || occasion || child->dep == DEP_PARATAXIS || ((hung || child->dep == DEP_ADVMOD) && comma) || (child->dep == DEP_CCOMP && comma) ||
                    ((child->dep == DEP_OBL_TIME || child->dep == DEP_OBL) && comma && (r->classes[k] & CLASS_TIME)) ||
                    (child->dep == DEP_ADVCL && !as_long && (tree_is_low(t, left, "after") || tree_is_low(t, left, "as") || tree_is_low(t, left, "while") || tree_is_low(t, left, "when") || tree_is_low(t, left, "because")));
        if (tail && left < end)
            end = left;
    }
    for (uint32_t i = c + 1; i + 3 < end; i++) /* "buy 40 jets, a deal worth $6 billion", however deep it hangs */
        if (tree_is_low(t, i, ",") && tree_is_low(t, i + 1, "a") && (r->classes[i + 2] & CLASS_TEXT) && (tree_is_low(t, i + 3, "worth") || tree_is_low(t, i + 3, "valued")))
            end = i;
    return end_before_judgement(r, c, end);
}

/* Where the words of a clause start behind its "to" or "that"; a negation before "to" belongs to it. */
static uint32_t clause_start(const reading *r, uint32_t c)
{
    const tree *t = r->t;
    uint32_t from = t->left[c], who = tree_child_lemma(t, c, DEP_MARK, "for") == TREE_NONE ? TREE_NONE : tree_child(t, c, DEP_NSUBJ); /* "for the ship to leave": the ship too, but no party */
    who = who != TREE_NONE && tree_token(t, who)->upper ? TREE_NONE : who;
    TREE_CHILDREN(t, c, k)
        if (k < c && !(who < k) && (tree_token(t, k)->dep == DEP_MARK || tree_token(t, k)->dep == DEP_CC || tree_token(t, k)->dep == DEP_CASE) && k >= from && k < from + 4u) {
            if (k > 0 && (r->classes[k - 1] & CLASS_NEGATION) && tree_is_low(t, k, "to"))
                return k - 1;
            from = k + 1;
            while (from < c && tree_token(t, from)->dep == DEP_FIXED && tree_head(t, from) == k)
                from++; /* "as well as to" */
        }
    return from;
}

/* "and that trade should resume", whatever the tree calls "that". */
static bool opens_with_that(const tree *t, uint32_t clause)
{
    uint32_t i = t->left[clause];
    while (i < clause && (tree_token(t, i)->dep == DEP_CC || tree_is_mark(t, i)))
        i++;
    return i > t->left[clause] && tree_is_low(t, i, "that");
}

static bool same_action(const tree *t, uint32_t first, uint32_t other)
{
    const token *a = tree_token(t, first), *b = tree_token(t, other);
    if (!tree_is_verb(t, other) || !tree_is_verb(t, first))
        return false;
    if (a->dep == DEP_CCOMP && opens_with_that(t, other))
        return true;
    if (a->tag == TAG_VB || a->tag == TAG_VBG)
        return b->tag == a->tag || (a->tag == TAG_VB && b->tag == TAG_VBP && !tree_is_low(t, t->left[other], "but"));
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
        bool comma = tree_is_low(t, i, ","), both = comma && i + 1 < to && tree_is_low(t, i + 1, "and");
        if ((comma || tree_is_low(t, i, "and")) && opens_action(r, i + 1 + both) && !(tree_is_verb(t, i - 1) && i == from + 1)) {
            add_item(r, from, i);
            from = i + 1 + both;
        }
    }
    add_item(r, from, to);
}

void clause_action_alone(reading *r, uint32_t v) { add_item(r, v, end_without_tail(r, v)); }

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
                from += from < k && tree_is_low(t, from, "that") && tree_token(t, first)->dep == DEP_CCOMP;
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
    uint32_t trigger = tree_token(t, first)->dep == DEP_XCOMP ? tree_head(t, first) : TREE_NONE;
    for (uint32_t k = trigger == TREE_NONE ? TREE_NONE : t->first[trigger]; k != TREE_NONE; k = t->next[k]) { /* "agreed to hand it over to the court", "to the court" hung on "agreed" */
        const char *preposition = tree_token(t, k)->dep == DEP_OBL ? tree_case(t, k) : "";
        bool goes_on = !strcmp(preposition, "to") || !strcmp(preposition, "into") || !strcmp(preposition, "from") || (tree_token(t, k)->dep == DEP_ADVCL && tree_token(t, k)->tag == TAG_VB && tree_child_lemma(t, k, DEP_MARK, "to") != TREE_NONE);
        if (k > first && t->left[k] == end && goes_on && !(r->classes[k] & CLASS_TIME))
            end = end_without_tail(r, k);
    }
    for (uint32_t i = from + 3; i < end; i++) /* ", allowing it to X", however deep it hangs */
        if (tree_is_low(t, i - 1, ",") && tree_token(t, i)->tag == TAG_VBG && tree_token(t, i)->dep == DEP_ADVCL && !tree_is_low(t, i, "including"))
            end = i - 1;
    if (tree_token(t, first)->tag == TAG_VB)
        add_actions(r, from, end);
    else
        add_item(r, from, end);
    uint32_t above = tree_head(t, first);
    if (above == TREE_NONE || tree_token(t, first)->tag != TAG_VB || tree_token(t, first)->dep == DEP_CONJ || tree_token(t, first)->dep == DEP_PARATAXIS)
        return;
    TREE_CHILDREN(t, above, k) { /* "agreed to open it, share it and ...": the second may hang on the trigger */
        const token *x = tree_token(t, k);
        bool action = x->tag == TAG_VB || (tree_is_nominal(t, k) && opens_action(r, t->left[k] + (tree_is_low(t, t->left[k], ",") ? 1u : 0u)));
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
    if (end + 2 >= t->s->count || !tree_is_low(t, end, ",") || !tree_is_low(t, end + 1, "including"))
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
    uint32_t end = end_with_included(t, end_without_tail(r, n)), of = end + is_quote(t, end), what = of + 1 < t->s->count && of > 0 && is_quote(t, of - 1) && tree_is_low(t, of, "of") ? tree_head(t, of) : TREE_NONE;
    if (what != TREE_NONE && what > of && tree_is_nominal(t, what) && t->left[what] == of)
        end = t->right[what] + 1; /* "a "cooling-off period" of 30 days", the days hung on the verb */
    for (uint32_t i = n + 2; i < end; i++) /* ", bringing a strike closer", wherever it hangs */
        if (tree_is_low(t, i - 1, ",") && tree_token(t, i)->tag == TAG_VBG && tree_token(t, i)->dep == DEP_ADVCL && !tree_is_low(t, i, "including"))
            end = i - 1;
    for (uint32_t i = from + 1; i + 1 < end; i++) /* "a truce Monday in the third year of war": when it was agreed */
        if (tree_token(t, i)->upper && reading_is(r, i, CLASS_TIME) && tree_is_nominal(t, i - 1) && !tree_token(t, i - 1)->upper && tree_token(t, i + 1)->dep == DEP_CASE && lexicon_is_one(tree_token(t, i + 1)->low, "in", "after", "at"))
            end = i;
    if (end > from + 1 && tree_token(t, end - 1)->upper && lexicon_is_weekday(tree_token(t, end - 1)->low) && tree_is_nominal(t, end - 2) && !tree_token(t, end - 2)->upper)
        end--; /* "a truce Monday" */
    add_item(r, from, end);
    uint32_t and = end + tree_is_low(t, end, ","), to = and + 1, more = to + 1 < t->s->count && tree_is_low(t, and, "and") && tree_is_low(t, to, "to") && !strcmp(tree_case(t, n), "to") ? tree_head(t, to) : TREE_NONE;
    if (more != TREE_NONE && more > to && tree_token(t, more)->tag == TAG_VBG)
        clause_actions(r, more); /* "a commitment to security and to cutting tariffs", the second hung on the verb */
}

void clause_topic_to(reading *r, uint32_t n, uint32_t to)
{
    const tree *t = r->t;
    bool next = to != TREE_NONE && t->left[to] == t->right[n] + 1u;
    uint32_t mark = tree_child(t, n, DEP_CASE);
    add_item(r, mark != TREE_NONE && mark == t->left[n] ? mark + 1 : t->left[n], next ? end_without_tail(r, to) : end_without_tail(r, n));
}

/* "October 3, 2018": whatever its head; also on what occasion or basis. */
static bool names_time(const reading *r, uint32_t c)
{
    const tree *t = r->t;
    uint32_t first = t->left[c] + (tree_child(t, c, DEP_CASE) == t->left[c] ? 1u : 0u);
    if (tree_is_low(t, c, "grounds") && c > 0 && lexicon_is_one(tree_token(t, c - 1)->low, "fishing", "hunting", "grazing"))
        return false;
    if (lexicon_is_one(tree_token(t, c)->low, "sidelines", "margins", "eve") || lexicon_is_one(tree_token(t, c)->low, "basis", "condition", "grounds"))
        return true; /* "on the sidelines of a summit"; how, not what: "on the basis of X" */
    if ((r->classes[c] & CLASS_TIME) || (first < c && tree_token(t, first)->upper && lexicon_is_weekday(tree_token(t, first)->low)))
        return true; /* also "on Tuesday worth $20 million", read as one phrase */
    for (uint32_t i = t->left[c]; i <= t->right[c] && isdigit((unsigned char)tree_token(t, c)->low[0]); i++)
        if (r->classes[i] & CLASS_TIME)
            return true;
    return false;
}

/* The first phrase with a preposition that is no time: "agreed on Monday on the rules". */
static uint32_t topic_of(const reading *r, uint32_t v, const char *preposition)
{
    TREE_CHILDREN(r->t, v, c)
        if (tree_token(r->t, c)->dep == DEP_OBL && tree_child_lemma(r->t, c, DEP_CASE, preposition) != TREE_NONE && !names_time(r, c))
            return c;
    return tree_child_case(r->t, v, DEP_OBL, preposition);
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
    if ((r->classes[v] & (CLASS_PLEDGE | CLASS_OFFER)) && thing != TREE_NONE && thing > v && !reading_is_somebody(r, thing) && tree_token(t, thing)->pos != POS_PRON) {
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
        bool on = (k->dep == DEP_ADVCL || k->dep == DEP_CCOMP) && (tree_is_low(t, t->left[c], "on") || tree_is_low(t, t->left[c], "upon")); /* "agreed on who will pay" */
        if (on)
            add_item(r, t->left[c] + 1u, end_without_tail(r, c));
        else if (k->dep == DEP_XCOMP || k->dep == DEP_CCOMP || k->dep == DEP_CSUBJ || (k->dep == DEP_ADVCL && tree_child_lemma(t, c, DEP_MARK, "to") != TREE_NONE && k->tag == TAG_VB && c < v + 12))
            clause_actions(r, c);
        else if (k->dep == DEP_ADVCL && k->tag == TAG_VBG && !strcmp(tree_token(t, t->left[c])->low, "to"))
            clause_actions(r, c);
    }
    TREE_CHILDREN(t, v, c) { /* "agreed in a settlement to X", X hung on the settlement */
        uint32_t action = !r->m.item_count && c > v && tree_token(t, c)->dep == DEP_OBL && (r->classes[c] & CLASS_TEXT) && !strcmp(tree_case(t, c), "in") ? tree_child(t, c, DEP_ACL) : TREE_NONE;
        if (action != TREE_NONE && tree_token(t, action)->tag == TAG_VB) {
            clause_instrument(r, c);
            clause_actions(r, action);
        }
    }
    for (size_t i = 0; i < sizeof topics / sizeof *topics && !r->m.item_count; i++) {
        uint32_t c = topic_of(r, v, topics[i]);
        uint32_t asked = c != TREE_NONE && (r->classes[c] & (CLASS_BID | CLASS_TEXT)) ? tree_child(t, c, DEP_ACL) : TREE_NONE;
        if (asked != TREE_NONE && asked > c && tree_token(t, asked)->tag == TAG_VB)
            clause_actions(r, asked); /* "agreed to a request to X", "to a deal to X" */
        else if (c != TREE_NONE && c > v && !names_time(r, c) && !tree_is_low(t, c, "behalf") && tree_child_lemma(t, c, DEP_ADVMOD, "only") == TREE_NONE) { /* not "only for its members to reject it" */
            clause_topic(r, c);
            static const char *const more[] = {"for", "along", "against", "toward", "towards", "between", "among", "into"};
            TREE_CHILDREN(t, v, what) /* "on a timetable for the withdrawal", hung on "agreed" */
                if (r->m.item_count == 1 && tree_token(t, what)->dep == DEP_OBL && t->left[what] == t->right[c] + 1u && LEXICON_IS_ANY(tree_case(t, what), more) && !names_time(r, what) && !(tree_token(t, what)->upper && !strcmp(tree_case(t, what), "between")))
                    r->m.items[0].end = r->m.content.end = tree_token(t, end_without_tail(r, what) - 1u)->end;
            TREE_CHILDREN(t, v, what) /* "on a formula for cutting X", its verb hung on "agreed" */
                if (r->m.item_count == 1 && tree_token(t, what)->dep == DEP_ADVCL && tree_token(t, what)->tag == TAG_VBG && t->left[what] == t->right[c] + 1u && tree_child_lemma(t, what, DEP_MARK, "for") != TREE_NONE)
                    r->m.items[0].end = r->m.content.end = tree_token(t, end_without_tail(r, what) - 1u)->end;
        }
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

/* "aimed at cutting X", "designed to cut X" behind the text, or behind the other side, is what was agreed. */
static bool clause_purpose(reading *r, uint32_t c)
{
    const tree *t = r->t;
    if (tree_token(t, c)->dep != DEP_ACL || tree_token(t, c)->tag != TAG_VBN || !(lexicon_is_one(tree_token(t, c)->lemma, "aim", "design", "intend")))
        return false;
    TREE_CHILDREN(t, c, k)
        if (k > c && (tree_token(t, k)->dep == DEP_ADVCL || tree_token(t, k)->dep == DEP_XCOMP) && (tree_token(t, k)->tag == TAG_VB || tree_token(t, k)->tag == TAG_VBG)) {
            clause_actions(r, k);
            return true;
        }
    return false;
}

/* "a deal with B on X", X hung on B, which hangs on `above` by `dep`. */
static void topic_behind_side(reading *r, uint32_t above, uint32_t n, uint8_t dep)
{
    static const char *const links[] = {"with", "between", "among"}, *const topics[] = {"on", "over", "about"};
    const tree *t = r->t;
    for (size_t q = 0; q < sizeof links / sizeof *links; q++) {
        uint32_t side = tree_child_case(t, above, dep, links[q]);
        for (size_t i = 0; side != TREE_NONE && side > n && reading_is_somebody(r, side) && i < sizeof topics / sizeof *topics && !r->m.item_count; i++) {
            uint32_t c = tree_child_case(t, side, DEP_NMOD, topics[i]);
            c = c == TREE_NONE ? tree_child_case(t, side, DEP_OBL, topics[i]) : c;
            uint32_t joined = tree_child(t, side, DEP_CONJ);
            if (c == TREE_NONE && joined != TREE_NONE && joined > side)
                c = tree_child_case(t, joined, DEP_NMOD, topics[i]);
            if (c != TREE_NONE && c > side && t->right[c] == t->right[side] && !names_time(r, c))
                clause_topic(r, c);
        }
        TREE_CHILDREN(t, side == TREE_NONE ? n : side, c)
            if (side != TREE_NONE && c > side && !r->m.item_count)
                clause_purpose(r, c);
    }
}

void clause_dispute(reading *r, uint32_t side)
{
    static const char *const why[] = {"over", "for", "about"};
    const tree *t = r->t;
    uint32_t v = side == TREE_NONE ? TREE_NONE : tree_child(t, side, DEP_RELCL);
    if (r->m.item_count || v == TREE_NONE || !lexicon_is_one(tree_token(t, v)->lemma, "sue", "accuse", "allege"))
        return;
    for (size_t i = 0; i < sizeof why / sizeof *why && !r->m.item_count; i++) {
        uint32_t c = tree_child_case(t, v, DEP_OBL, why[i]);
        if (c != TREE_NONE && c > v && !names_time(r, c) && tree_token(t, c)->pos == POS_NOUN)
            clause_topic(r, c);
    }
}

void clause_topic_behind(reading *r, uint32_t v, uint32_t n)
{
    TREE_CHILDREN(r->t, v, c) /* "on rescheduling its debt" */
        if (!r->m.item_count && c > n && tree_token(r->t, c)->dep == DEP_ADVCL && tree_token(r->t, c)->tag == TAG_VBG && tree_child_lemma(r->t, c, DEP_MARK, "on") != TREE_NONE)
            clause_actions(r, c);
    for (size_t i = 0; i < NOUN_TOPICS - 1 && !r->m.item_count; i++) {
        uint32_t c = topic_of(r, v, noun_topics[i]);
        if (c != TREE_NONE && c > n && !names_time(r, c) && strcmp(noun_topics[i], "for") != 0 && !tree_is_low(r->t, c, "behalf"))
            clause_topic(r, c);
    }
    topic_behind_side(r, v, n, DEP_OBL);
    uint32_t what = r->m.item_count || !clause_passive(r->t, v) || n > v ? TREE_NONE : tree_child_case(r->t, v, DEP_OBL, "for"); /* "an agreement was reached on Friday for a new government" */
    if (what != TREE_NONE && what > v && tree_token(r->t, what)->pos == POS_NOUN && !names_time(r, what) && (!reading_is_somebody(r, what) || tree_child_lemma(r->t, what, DEP_DET, "a") != TREE_NONE) && !tree_is_low(r->t, what, "time") && tree_child(r->t, what, DEP_NUMMOD) == TREE_NONE)
        clause_topic(r, what);
}

void clause_noun_complement(reading *r, uint32_t n)
{
    const tree *t = r->t;
    if (r->m.item_count)
        return;
    uint32_t of = tree_child_case(t, n, DEP_NMOD, "of");
    if (of != TREE_NONE && (reading_is_lemma(r, of, "understanding") || reading_is_lemma(r, of, "intent")) && tree_child_case(t, of, DEP_NMOD, "on") != TREE_NONE) { /* "memorandums of understanding on X", X hung on "understanding" */
        clause_topic(r, tree_child_case(t, of, DEP_NMOD, "on"));
        return;
    }
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
        static const char *const extent[] = {"cover", "involve", "affect", "last", "expire", "include", "run", "total"}; /* "a contract covering 400 workers": how far it goes, not what is done */
        if (k->dep == DEP_ACL && k->tag == TAG_VBG && c == n + 1 && !LEXICON_IS_ANY(k->lemma, extent)) { /* "a resolution launching talks" */
            clause_actions(r, c);
            return;
        }
        if (clause_purpose(r, c))
            return;
        uint32_t granted = k->dep == DEP_RELCL && (tree_child(t, c, DEP_OBJ) != TREE_NONE || tree_child(t, c, DEP_IOBJ) != TREE_NONE) ? tree_child(t, c, DEP_XCOMP) : TREE_NONE;
        if (granted != TREE_NONE && tree_token(t, granted)->tag == TAG_VB) { /* "a pact that let her keep a share" */
            clause_actions(r, granted);
            return;
        }
        if (k->dep == DEP_NMOD && c == tree_child_case(t, n, DEP_NMOD, "of") && !tree_token(t, n)->upper && !tree_token(t, c)->upper && (tree_is_low(t, n, "treaty") || tree_is_low(t, n, "pact")) && !parties_is_people(t, c)) { /* "a treaty of friendship" */
            clause_topic(r, c);
            return;
        }
        if (k->dep == DEP_RELCL && tree_is_low(t, t->left[c], "in") && tree_is_low(t, t->left[c] + 1u, "which") && (r->classes[c] & (CLASS_PLEDGE | CLASS_COMMIT | CLASS_AGREE))) { /* "a statement in which they pledge to X" */
            clause_complement(r, c);
            return;
        }
        bool under = k->dep == DEP_RELCL && (tree_is_low(t, t->left[c], "under") || tree_is_low(t, t->left[c], "whereby") || (tree_is_low(t, t->left[c], "by") && tree_is_low(t, t->left[c] + 1u, "which")));
        if (under) { /* what the words behind "under which" say */
            add_item(r, t->left[c] + (tree_is_low(t, t->left[c], "whereby") ? 1u : 2u), end_without_tail(r, c));
            return;
        }
        if (((k->dep == DEP_ACL || k->dep == DEP_CCOMP || k->dep == DEP_XCOMP || k->dep == DEP_ADVCL) && ((k->tag == TAG_VB && (k->dep != DEP_ADVCL || tree_child_lemma(t, c, DEP_MARK, "to") != TREE_NONE)) || k->dep == DEP_CCOMP || tree_child_lemma(t, c, DEP_MARK, "that") != TREE_NONE))) {
            clause_actions(r, c);
            return;
        }
    }
    for (size_t i = 0; i < NOUN_TOPICS; i++) {
        uint32_t c = tree_child_case(t, n, DEP_NMOD, noun_topics[i]);
        if (c != TREE_NONE && tree_token(t, c)->upper && !strcmp(noun_topics[i], "for") && (r->classes[n] & CLASS_BID))
            continue; /* "a plan for Aleppo", "a bid for Acme" */
        uint32_t to = c != TREE_NONE && c > n && !strcmp(noun_topics[i], "for") ? t->right[c] + 1u : TREE_NONE, act = to < t->s->count && tree_token(t, to)->dep == DEP_MARK && tree_is_low(t, to, "to") ? tree_head(t, to) : TREE_NONE;
        if (act != TREE_NONE && act > to && (tree_token(t, act)->tag == TAG_VB || clause_passive(t, act))) { /* "an agreement for Acme to be acquired by B" */
            clause_actions(r, act);
            return;
        }
        if (c != TREE_NONE && c > n && !names_time(r, c)) {
            clause_topic(r, c);
            return;
        }
    }
    topic_behind_side(r, n, n, DEP_NMOD);
}

/* Verbs of a text whose object is what it is about. */
static const char *const holding[] = {"cover", "include", "involve", "contain", "concern", "regulate", "govern"};

void clause_of_text(reading *r, uint32_t n)
{
    static const char *const standing[] = {"run", "take", "expire", "last", "begin", "start", "come", "go", "need", "remain", "have", "result", "follow", "appear", "seem", "become", "enter", "face", "mark", "reflect", "represent", "show", "receive", "cost", "total", "value", "replace", "draw", "await", "carry", "bear", "mean", "hold", "get", "do", "say", "tell"}; /* what becomes of it, not what it holds */
    const tree *t = r->t;
    uint32_t v = tree_child(t, n, DEP_RELCL);
    if (r->m.item_count || v == TREE_NONE || v < n || !tree_is_predicate(t, v) || clause_passive(t, v) || LEXICON_IS_ANY(tree_token(t, v)->lemma, standing))
        return;
    uint32_t o = tree_child(t, v, DEP_OBJ), s = tree_child(t, v, DEP_NSUBJ), what = reading_is_lemma(r, v, "provide") || reading_is_lemma(r, v, "call") ? tree_child_case(t, v, DEP_OBL, "for") : TREE_NONE;
    bool will = tree_child_lemma(t, v, DEP_AUX, "will") != TREE_NONE || tree_child_lemma(t, v, DEP_AUX, "would") != TREE_NONE, present = tree_token(t, v)->tag == TAG_VBZ || tree_token(t, v)->tag == TAG_VBP;
    if ((!will && !present) || s == TREE_NONE || s > v || !lexicon_is_either(tree_token(t, s)->low, "that", "which") || ((o == TREE_NONE || o < v) && what == TREE_NONE))
        return;
    if (o != TREE_NONE && o > v && LEXICON_IS_ANY(tree_token(t, v)->lemma, holding))
        clause_topic(r, o);
    else if (what != TREE_NONE)
        clause_topic(r, what);
    else
        clause_actions(r, v);
    if (r->m.item_count && r->m.items[0].start < tree_token(t, v)->start)
        r->m.items[0].start = r->m.content.start = tree_token(t, v)->start; /* without "that will" */
    r->m.held = r->m.item_count > 0;
}

void clause_called_for(reading *r, uint32_t n)
{
    static const char *const saying[] = {"call", "require", "commit", "oblige", "provide", "bind", "stipulate", "specify", "state"}, *const doing[] = {"ban", "prohibit", "guarantee", "allow", "give"};
    const tree *t = r->t;
    uint32_t v = tree_head(t, n), o = v == TREE_NONE ? TREE_NONE : tree_child(t, v, DEP_OBJ);
    if (r->m.item_count || v == TREE_NONE || v < n || tree_token(t, n)->dep != DEP_NSUBJ)
        return;
    if (o != TREE_NONE && o > v && LEXICON_IS_ANY(tree_token(t, v)->lemma, holding))
        clause_topic(r, o);
    else if (o != TREE_NONE && o > v && LEXICON_IS_ANY(tree_token(t, v)->lemma, doing))
        clause_action_alone(r, v);
    if (r->m.item_count || !LEXICON_IS_ANY(tree_token(t, v)->lemma, saying))
        return;
    TREE_CHILDREN(t, v, c) {
        const token *k = tree_token(t, c);
        if (c > v && !r->m.item_count && (k->dep == DEP_XCOMP || k->dep == DEP_ADVCL || k->dep == DEP_CCOMP) && (k->dep == DEP_CCOMP || k->tag == TAG_VB || (k->tag == TAG_VBG && tree_child_lemma(t, c, DEP_MARK, "for") != TREE_NONE)))
            clause_actions(r, c);
    }
    uint32_t what = tree_child_case(t, v, DEP_OBL, "for");
    if (!r->m.item_count && what != TREE_NONE && what > v && !tree_token(t, what)->upper)
        clause_topic(r, what);
}

void clause_instrument(reading *r, uint32_t n)
{
    const tree *t = r->t;
    uint32_t be = tree_child(t, n, DEP_COP) != TREE_NONE ? n : reading_is_lemma(r, tree_head(t, n), "become") ? tree_head(t, n) : TREE_NONE, named = be == TREE_NONE ? TREE_NONE : tree_child(t, be, DEP_NSUBJ);
    if (named != TREE_NONE && tree_token(t, named)->upper && !tree_token(t, n)->upper && reading_is(r, named, CLASS_TEXT))
        n = named; /* "the Treaty of Lima was the first treaty signed by Chile" */
    r->noun = n;
    uint32_t from = n, to = n + 1;
    TREE_CHILDREN(t, n, c) {
        uint8_t dep = tree_token(t, c)->dep;
        if (c < n && (dep == DEP_AMOD || dep == DEP_COMPOUND || dep == DEP_NMOD || dep == DEP_FLAT) && t->left[c] < from)
            from = t->left[c];
        bool of = dep == DEP_NMOD && c > n && c == tree_child_case(t, n, DEP_NMOD, "of") && (tree_token(t, n)->upper || !strcmp(tree_token(t, c)->low, "understanding") || !strcmp(tree_token(t, c)->low, "intent") || reading_is_lemma(r, n, "head"));
        if (c > n && (of || dep == DEP_FLAT || (dep == DEP_APPOS && c == n + 2 && !(r->classes[c] & CLASS_TIME) && !tree_is_low(t, n + 1, ";"))))
            to = of && !tree_token(t, c)->upper ? c + 1u : t->right[c] + 1u;
        if (of && reading_is_lemma(r, c, "understanding"))
            to = c + 1u;
    }
    while (from < n && (tree_token(t, from)->dep == DEP_DET || tree_is_mark(t, from) || tree_token(t, from)->dep == DEP_POSS))
        from++;
    static const char *const units[] = {"m", "bn", "k", "mln", "bln", "million", "billion", "trillion", "dlr", "dlrs", "dollar", "dollars", "pound", "pounds", "euro", "euros", "pence", "pct"};
    if (from < n && (tree_token(t, from)->pos == POS_SYM || tree_token(t, from)->pos == POS_NUM)) /* "its 268 mln dlr pact" */
        for (uint32_t i = from; i < n; i++)
            from = LEXICON_IS_ANY(tree_token(t, i)->low, units) ? i + 1 : from;
    from += from + 1 < n && tree_is_low(t, from, "a") && tree_is_low(t, from + 1, "share") ? 2 : 0; /* "a 4 dlr a share offer" */
    while (from < n && (tree_is_mark(t, from) || tree_is_low(t, from, "-"))) /* "a $2 million, one-year contract" */
        from++;
    if (to > n + 10)
        to = n + 1;
    uint32_t lower = 0, last = to;
    for (uint32_t i = n; i < t->s->count && i < n + 16 && tree_token(t, n)->upper && !t->s->headline && islower((unsigned char)r->parties->text->data[tree_token(t, n)->start + 1]); i++) { /* "the Treaty to Protect Alpine Lakes in the North" */
        const token *k = tree_token(t, i);
        bool joins = k->dep == DEP_CASE || k->dep == DEP_MARK || k->dep == DEP_DET || k->dep == DEP_CC;
        lower = k->upper ? 0 : joins ? lower + 1 : 9;
        if (lower > 2 || k->pos == POS_PUNCT || (r->classes[i] & CLASS_TIME) || (joins && lexicon_is_one(k->low, "between", "following", "among")) || tree_is_low(t, i, "at") || (i == n + 1 && tree_is_low(t, i, "in")))
            break; /* "the Treaty of Oslo between Peru and Chile", "a Trade Agreement in Lima", "Memorandum of Cooperation at the Summit": whose it is and where it was signed are no part of its name */
        last = k->upper ? i + 1 : last;
    }
    to = last > to ? last : to;
    r->m.instrument = (view){tree_token(t, from)->start, tree_token(t, to - 1)->end};
}

void clause_from_name(reading *r)
{
    const tree *t = r->t;
    uint32_t n = r->noun, from, to;
    if (n == TREE_NONE || !r->m.instrument.end || r->m.item_count)
        return;
    for (from = n; from > 0 && tree_token(t, from - 1)->start >= r->m.instrument.start;)
        from--;
    for (to = n; to < t->s->count && tree_token(t, to)->end <= r->m.instrument.end;)
        to++;
    static const char *const idle[] = {"tentative", "preliminary", "final", "new", "secret", "formal", "informal", "interim", "provisional", "initial", "draft", "landmark", "historic", "similar", "separate", "international", "bilateral", "multilateral", "trilateral", "joint", "several", "many", "possible", "proposed", "future"};
    if (r->m.family != FAMILY_SIGN) { /* "a tentative US arms deal": arms, by whomever */
        from = from < t->left[n] || from > n ? t->left[n] : from;
        to = n;
        for (uint32_t i = from; i < n; i++)
            for (uint32_t k = 0; k < r->m.party_count; k++)
                if (tree_token(t, i)->start >= r->m.parties[k].mention.start && tree_token(t, i)->start < r->m.parties[k].mention.end)
                    from = i + 1;
        while (from < n && LEXICON_IS_ANY(tree_token(t, from)->low, idle))
            from++;
    }
    if (from < n)
        add_item(r, from, to);
}
