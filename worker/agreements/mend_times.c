/* SPDX-License-Identifier: MIT */
/* What the reader is often wrong about in days, terms and rates, which it takes for parts of names and for things. */
#include <string.h>

#include "agreements.h"

/* "a 5-year, $92.5 million contract", the contract read as one more year. */
static void mend_term(const sentence *s, uint32_t i)
{
    uint32_t n = i + 2;
    if (i == 0 || n >= s->count || s->tokens[i - 1].low[0] != '-' || s->tokens[i + 1].low[0] != ',' || strcmp(s->tokens[i].low, "year") != 0)
        return;
    while (n < s->count && n < i + 8 && !((lexicon_classes(s->tokens[n].lemma) & CLASS_TEXT) && s->tokens[n].head == i && (s->tokens[n].dep == DEP_CONJ || s->tokens[n].dep == DEP_APPOS)) &&
           !((lexicon_classes(s->tokens[n].lemma) & CLASS_TEXT) && s->tokens[n].dep == DEP_NSUBJ && s->tokens[n].head > n && s->tokens[n].head < s->count && s->tokens[s->tokens[n].head].dep == DEP_PARATAXIS)) /* "a contract with B, his agent said", the contract read as what says */
        n++;
    if (n >= s->count || n >= i + 8)
        return;
    s->tokens[n].head = s->tokens[i].head;
    s->tokens[n].dep = s->tokens[i].dep == DEP_OBL_TIME ? DEP_OBJ : s->tokens[i].dep; /* read as how long it was signed */
    s->tokens[i].head = (uint16_t)n;
    s->tokens[i].dep = DEP_AMOD;
    for (uint32_t c = 0; c < s->count; c++)
        if (s->tokens[c].head == i && (c > i + 1 || s->tokens[c].dep == DEP_CASE || s->tokens[c].dep == DEP_DET))
            s->tokens[c].head = (uint16_t)n;
}

/* "Minister Jo Doe Tuesday signed X": the day is when, and no part of the name. */
static void mend_day(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t v = i + 1;
    if (k->dep == DEP_OBJ && k->head < i && i - k->head <= 2 && s->tokens[k->head].pos == POS_VERB && lexicon_is_weekday(k->low)) /* "agreed (early) Wednesday to X" */
        k->dep = DEP_OBL_TIME;
    uint32_t thing = k->head;
    if (k->dep == DEP_APPOS && thing + 1u == i && lexicon_is_weekday(k->low) && s->tokens[thing].dep == DEP_OBJ && s->tokens[thing].head < thing && !s->tokens[thing].upper) { /* "signed a truce Wednesday" */
        k->head = s->tokens[thing].head;
        k->dep = DEP_OBL_TIME;
    }
    if (!k->upper || i == 0 || !lexicon_is_weekday(k->low) || !s->tokens[i - 1].upper || lexicon_is_one(s->tokens[i - 1].low, "black", "good", "bloody"))
        return;
    while (v < s->count && v < i + 3 && (s->tokens[v].pos == POS_ADV || s->tokens[v].pos == POS_AUX))
        v++;
    if (v >= s->count || s->tokens[v].pos != POS_VERB || k->head >= s->count || s->tokens[i - 1].pos != POS_PROPN)
        return;
    if (s->tokens[i - 1].head == i) /* the name hangs on it */
        tree_take_place(s, i - 1, i, DEP_OBL_TIME);
    k->upper = false;
    if (tree_hangs_below(s, v, i))
        return;
    k->head = (uint16_t)v;
    k->dep = DEP_OBL_TIME;
}

/* A day or a month with its preposition before it, or a day that opens the sentence, and a name right behind. */
static bool is_day_before_name(const sentence *s, uint32_t i)
{
    if (i + 1 >= s->count || !s->tokens[i].upper || !s->tokens[i + 1].upper || !(lexicon_classes(s->tokens[i].low) & CLASS_TIME))
        return false;
    bool weekday = lexicon_is_weekday(s->tokens[i].low);
    if (i == 0)
        return weekday;
    const char *before = s->tokens[i - 1].low;
    return !strcmp(before, weekday ? "on" : "in") || lexicon_is_one(before, "last", "this", "next");
}

/* "On Tuesday Larch Steel agreed", read as one name: the day is when, and the name is who. */
static void mend_day_before_name(const sentence *s, uint32_t i)
{
    token *k = &s->tokens[i];
    uint32_t name = i, v = k->head;
    bool subject = false;
    if (!is_day_before_name(s, i))
        return;
    for (; v > name && v < s->count && s->tokens[v].pos != POS_VERB; v = s->tokens[v].head)
        name = v;
    if (v <= name || v >= s->count || name == i)
        return;
    for (uint32_t c = i; c < v; c++)
        subject |= c != name && s->tokens[c].head == v && (s->tokens[c].dep == DEP_NSUBJ || s->tokens[c].dep == DEP_NSUBJ_PASS);
    if (subject)
        return;
    if (s->tokens[name].dep != DEP_NSUBJ_PASS)
        s->tokens[name].dep = DEP_NSUBJ;
    if (i > 0)
        s->tokens[i - 1].head = (uint16_t)i;
    k->head = (uint16_t)v;
    k->dep = DEP_OBL;
    k->upper = false;
}

/* "for $90 million a year", "200 euros a month": no time, the rate of the amount before it. */
static void mend_rate(const sentence *s, uint32_t i)
{
    static const char *const units[] = {"year", "month", "week", "day", "hour", "share", "barrel", "ton", "tonne", "head", "piece", "season", "quarter"};
    token *k = &s->tokens[i];
    if (i < 2 || s->tokens[i - 1].low[0] != 'a' || s->tokens[i - 1].end - s->tokens[i - 1].start > 2 || !LEXICON_IS_ANY(k->low, units))
        return;
    uint32_t amount = i - 2;
    if (s->tokens[amount].pos == POS_NUM)
        for (int step = 0; step < 2 && s->tokens[amount].head < i && (s->tokens[amount].dep == DEP_NUMMOD || s->tokens[amount].dep == DEP_COMPOUND); step++)
            amount = s->tokens[amount].head;
    bool counted = s->tokens[i - 2].pos == POS_NUM || s->tokens[i - 2].low[0] == '%';
    for (uint32_t c = amount > 4 ? amount - 4 : 0; c < amount; c++)
        counted |= (s->tokens[c].head == amount && s->tokens[c].dep == DEP_NUMMOD) || (s->tokens[c].pos == POS_NUM && lexicon_is_one(s->tokens[c + 1].low, "mln", "billion", "million") && c + 2 == amount);
    if (!counted || k->head == amount || s->tokens[amount].head == i)
        return;
    k->head = (uint16_t)amount;
    k->dep = DEP_NMOD;
}

/* "Hours before a deadline, the union is expected to agree", the hours read as what is expected: they say when. */
void tree_mend_hours(const sentence *s)
{
    token *k = &s->tokens[0];
    if (s->count < 4 || (k->dep != DEP_NSUBJ && k->dep != DEP_NSUBJ_PASS) || !(lexicon_is_one(k->low, "hours", "days", "weeks") || lexicon_is_one(k->low, "minutes", "months", "moments")) || !lexicon_is_one(s->tokens[1].low, "before", "after", "into"))
        return;
    for (uint32_t c = 1; c < s->count; c++)
        if (s->tokens[c].head == k->head && (s->tokens[c].dep == DEP_NSUBJ || s->tokens[c].dep == DEP_NSUBJ_PASS))
            k->dep = DEP_OBL_TIME;
}

void tree_mend_times(const sentence *s, uint32_t i)
{
    mend_term(s, i);
    mend_day(s, i);
    mend_day_before_name(s, i);
    mend_rate(s, i);
}
