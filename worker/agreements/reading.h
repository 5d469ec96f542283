/* SPDX-License-Identifier: MIT */
/* One sentence while it is read: shared by clause.c (who and whether), contents.c (what),
 * circumstances.c (who says so, when, where), sides.c (with whom), nouns.c, talks.c, fates.c, takeovers.c, commitments.c, answers.c and triggers.c (what is a trigger), mentions.c (in which order). */
#ifndef ENTENTE_READING_H
#define ENTENTE_READING_H

#include <string.h>

#include "agreements.h"

typedef struct reading {
    parties *parties;
    const tree *t;
    const uint64_t *classes; /* of each token's lemma or form */
    uint32_t noun; /* the agreement noun that the trigger is about, or TREE_NONE */
    struct learnt_sentence *learnt; /* its sentence as learnt.h judges it: filled when first asked for */
    mention m;
} reading;

static inline bool reading_is_lemma(const reading *r, uint32_t i, const char *lemma) { return i != TREE_NONE && strcmp(tree_token(r->t, i)->lemma, lemma) == 0; }
/* A form in -ing, whatever the tagger says. */
static inline bool reading_ends_in_ing(const char *low)
{
    size_t n = strlen(low);
    return n > 5 && strcmp(low + n - 3, "ing") == 0;
}
static inline bool reading_is(const reading *r, uint32_t i, uint64_t classes) { return i != TREE_NONE && (r->classes[i] & classes) != 0; }
/* A name or a word for people: who can be a party. False for TREE_NONE. */
static inline bool reading_follows(const reading *r, const sentence *told) { return told && r->t->s == told + 1; } /* right behind it */
static inline bool reading_is_somebody(const reading *r, uint32_t i) { return i != TREE_NONE && (tree_token(r->t, i)->upper || parties_is_people(r->t, i)); }
/* "Norway and its banks", "drivers", "the sides": several, who can agree among themselves. False for TREE_NONE. */
static inline bool reading_are_several(const reading *r, uint32_t s) { return s != TREE_NONE && (tree_child(r->t, s, DEP_CONJ) != TREE_NONE || (tree_token(r->t, s)->tag == TAG_NNS && (reading_is(r, s, CLASS_GROUP) || parties_is_people(r->t, s)))); }
/* "The summit", "a meeting": where sides come together. False for TREE_NONE. */
static inline bool reading_is_meeting(const reading *r, uint32_t i)
{
    static const char *const meetings[] = {"summit", "meeting", "conference", "session", "round", "gathering"};
    return i != TREE_NONE && LEXICON_IS_ANY(tree_token(r->t, i)->lemma, meetings);
}
/* Whether a noun is of headway, and whether a verb says that some is made: "made substantial progress". */
static inline bool reading_is_progress(const reading *r, uint32_t i) { return i != TREE_NONE && lexicon_is_one(tree_token(r->t, i)->lemma, "progress", "headway", "breakthrough"); }
static inline bool reading_makes_progress(const reading *r, uint32_t v)
{
    return v != TREE_NONE && lexicon_is_one(tree_token(r->t, v)->lemma, "make", "report", "achieve") && (reading_is_progress(r, tree_child(r->t, v, DEP_OBJ)) || reading_is_progress(r, tree_child(r->t, v, DEP_NSUBJ_PASS)) || reading_is_progress(r, tree_child(r->t, v, DEP_NSUBJ)));
}
/* "Talks", "negotiations": CLASS_TALKS has hopes and efforts too. False for TREE_NONE. */
static inline bool reading_is_talks(const reading *r, uint32_t i) { return reading_is_lemma(r, i, "talk") || reading_is_lemma(r, i, "negotiation"); }
/* "The planned merger", "a proposed pact". False for TREE_NONE. */
static inline bool reading_is_planned(const reading *r, uint32_t n)
{
    for (uint32_t c = n == TREE_NONE ? TREE_NONE : r->t->first[n]; c != TREE_NONE; c = r->t->next[c])
        if (tree_token(r->t, c)->dep == DEP_AMOD && lexicon_is_either(tree_token(r->t, c)->low, "planned", "proposed"))
            return true;
    return false;
}
/* How a family ends: an earlier error, nothing when there are fewer parties or obligations than it takes, else what it found. */
static inline entente_status reading_end(reading *r, entente_status e, uint32_t least_parties, uint32_t least_items, entente_kind kind, mention_family family)
{
    if (e || r->m.party_count < least_parties || r->m.item_count < least_items)
        return e ? e : ENTENTE_AGAIN;
    r->m.kind = kind;
    r->m.family = family;
    return ENTENTE_OK;
}

/* Whether a verb only says how good it is what others do: "welcomes A's signing". */
bool clause_hails(const tree *t, uint32_t v);
/* Whether a verb, or the one whose infinitive it is, has an "if" before it. */
bool clause_conditional(const tree *t, uint32_t v);
/* Whether a verb stands in the passive, and who its agent is ("by X"; TREE_NONE when it is not said). */
bool clause_passive(const tree *t, uint32_t v);
uint32_t clause_agent(const tree *t, uint32_t v);
/* Who does what a verb (or a predicate noun or adjective) says: its subject, the agent of a passive, or what a relative
 * clause, an infinitive, a participle or a conjunct takes over from the clause above; TREE_NONE when it is not said. */
uint32_t clause_subject(const reading *r, uint32_t v);
/* What a verb acts on: its object, the subject of its passive, or the noun that a relative clause or participle describes. */
uint32_t clause_object(const reading *r, uint32_t v);
/* The verb that a noun hangs on, by way of other nouns or not; TREE_NONE when there is none. */
uint32_t clause_verb_above(const tree *t, uint32_t n);
/* The clause that a verb governs ("agreed that X should"), and whether it is to be done rather than held true. */
uint32_t clause_below(const reading *r, uint32_t v);
bool clause_to_be_done(const reading *r, uint32_t c);
/* Sets the status from negation, modality and the clauses above. False: an exhortation, a demand, or part of another
 * trigger's obligation, so that nobody is said to have assented. */
bool clause_status(reading *r, uint32_t v);
/* The obligations in a complement clause headed by `c`: one a coordinated action. */
void clause_actions(reading *r, uint32_t c);
/* What the verb `v` itself says to be done, its subject and auxiliaries left out. */
void clause_action_alone(reading *r, uint32_t v);
/* What stands before a noun, "$500 million" of a pledge, as the one obligation. */
void clause_amount(reading *r, uint32_t n);
/* A noun phrase as the one obligation. */
void clause_topic(reading *r, uint32_t n);
/* The same with what it is given to: "5 million dollars to the project"; `to` may be TREE_NONE. */
void clause_topic_to(reading *r, uint32_t n, uint32_t to);
/* "to X", "that X", "on X" behind a verb of assent. */
void clause_complement(reading *r, uint32_t v);
/* "to X", "on X", "under which X" behind an agreement noun. */
void clause_noun_complement(reading *r, uint32_t n);
/* "that removes X", "which would give B X" behind an agreement noun. */
void clause_of_text(reading *r, uint32_t n);
/* What a text that is the subject of a verb calls for, requires, provides for. */
void clause_called_for(reading *r, uint32_t n);
/* What a settlement is about when only the suit of the side it is reached with tells: "with B, which had sued over patents". */
void clause_dispute(reading *r, uint32_t side);
/* "on X" that hangs on the verb, behind the agreement noun `n`. */
void clause_topic_behind(reading *r, uint32_t v, uint32_t n);
/* The noun as the instrument: "revised trade agreement". */
void clause_instrument(reading *r, uint32_t n);
/* What the name of the text alone tells of what was agreed: the text that was signed, "arms" of an arms deal. */
void clause_from_name(reading *r);
/* Attribution, time and place around the trigger `v` and its noun; what the clause does not say is taken from the sentence. */
void clause_circumstances(reading *r, uint32_t v);

/* The subject of a trigger with its conjuncts, as parties; the second with `other` beside it. */
ENTENTE_MUST_CHECK entente_status sides_subject(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status sides_subject_and(reading *r, uint32_t v, uint32_t other);
/* For whom one signs: "signed for Norway", "signed on behalf of the agency"; TREE_NONE when it is not said. */
uint32_t sides_signed_for(const reading *r, uint32_t v);
/* Gives one who alone agrees to something the one who asked him, in a sentence shortly before: he accepts. */
void sides_who_asked(reading *r);
/* Whom the subject met to do it: "B" of "A met B to reaffirm its pledge", "spoke with B to". */
ENTENTE_MUST_CHECK entente_status sides_guest(reading *r, uint32_t v);
/* "with B", "between A and B", "by A" at a verb or noun, and the states in "a U.S.-Chinese accord", "China's pledge". */
ENTENTE_MUST_CHECK entente_status sides_counterparts(reading *r, uint32_t i);
/* What an agreement that is ahead would be, and between whom: those its noun names, else those in play. */
ENTENTE_MUST_CHECK entente_status sides_of_prospect(reading *r, uint32_t n);
/* Reads who does `v` to the text `n`, with whom it is, what it is called and what it holds. */
ENTENTE_MUST_CHECK entente_status sides_of_text(reading *r, uint32_t v, uint32_t n);
/* Whom a takeover below `above` is about; with or by whom a promised action is done; whom one was talking to. */
ENTENTE_MUST_CHECK entente_status sides_target(reading *r, uint32_t above);
ENTENTE_MUST_CHECK entente_status sides_partner(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status sides_opposite(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status sides_club_of(reading *r, uint32_t n);
ENTENTE_MUST_CHECK entente_status sides_behind_topic(reading *r, uint32_t n);
/* With whom the one party of a finished mention has agreed, where that is told beside its clause: whose workers they are, who fines it. */
ENTENTE_MUST_CHECK entente_status sides_beside(reading *r, uint32_t v);
/* Who says what the clause of `v` says: the subject of the report above it; TREE_NONE when nobody does. */
uint32_t sides_teller(const reading *r, uint32_t v);
/* Whose request, offer or proposal `n` is that the trigger `v` answers; TREE_NONE when it is not said. */
uint32_t sides_asker(const reading *r, uint32_t v, uint32_t n);
/* The subject of `v`, and whose bid `n` is that `answer`, the same verb or one below it, answers. */
ENTENTE_MUST_CHECK entente_status sides_of_answer(reading *r, uint32_t v, uint32_t answer, uint32_t n);
/* The noun of some classes that a phrase headed by `n` means ("a number of deals"), or TREE_NONE. */
uint32_t reading_text_noun(const reading *r, uint32_t n, uint64_t classes);
/* The text spoken of last in the sentence before `v`, with an article of its own, or TREE_NONE. */
uint32_t reading_text_before(const reading *r, uint32_t v);
/* What a word tells, by the first family that takes it as its trigger; ENTENTE_AGAIN: none does. */
ENTENTE_MUST_CHECK entente_status read_trigger(reading *r, uint32_t i);
/* What a noun tells by itself; ENTENTE_AGAIN: nothing. */
ENTENTE_MUST_CHECK entente_status read_noun(reading *r, uint32_t n);
/* What one presupposes: an agreement that the text has no other word of. */
ENTENTE_MUST_CHECK entente_status read_presupposed(reading *r, uint32_t n);
ENTENTE_MUST_CHECK entente_status read_signatory(reading *r, uint32_t n);
ENTENTE_MUST_CHECK entente_status read_nominal(reading *r, uint32_t n);
ENTENTE_MUST_CHECK entente_status read_rejection(reading *r, uint32_t n);
/* Talks, at their noun: "is in talks with B on X", "negotiations on X are under way"; "ended without agreement", "ended with an accord", "deadlocked over a deal", "a deal is close".
 * At the verb: "walked away from talks with B", "is negotiating with B". */
ENTENTE_MUST_CHECK entente_status read_talks(reading *r, uint32_t n);
ENTENTE_MUST_CHECK entente_status read_without(reading *r, uint32_t n);
ENTENTE_MUST_CHECK entente_status read_outcome(reading *r, uint32_t n);
ENTENTE_MUST_CHECK entente_status read_deadlock(reading *r, uint32_t n);
ENTENTE_MUST_CHECK entente_status read_near(reading *r, uint32_t n);
ENTENTE_MUST_CHECK entente_status read_headline_state(reading *r, uint32_t n);
ENTENTE_MUST_CHECK entente_status read_left_talks(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_no_progress(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_negotiating(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_not_joining(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_united(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_signed_it(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_signing(reading *r, uint32_t v);
/* What befalls a text or talks: "entered into force", "collapsed", "ran out"; "called off talks on a merger"; "an agreement is expected by Friday". */
ENTENTE_MUST_CHECK entente_status read_fate(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_stuck(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_stuck_talks(reading *r, uint32_t i);
ENTENTE_MUST_CHECK entente_status read_impasse(reading *r, uint32_t n);
ENTENTE_MUST_CHECK entente_status read_coming(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_came(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_going(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_not_going(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_withdrawal(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_recommended(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_deadline(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_ratification(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_unrecognised(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_dropped(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_expected(reading *r, uint32_t v);
/* "The truce is over", "declared the accord void": `i` is what is said of it. */
ENTENTE_MUST_CHECK entente_status read_over(reading *r, uint32_t i);
/* What a verb of binding oneself tells: "pledged", "offered", "committed to", "reaffirmed its pledge", "made a bid", "broke its promise",
 * "has not fulfilled the agreement", "gave its consent", "received an offer", "announced that it will give B X", "told B it would X". */
ENTENTE_MUST_CHECK entente_status read_pledge(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_decision(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_offer(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_offered(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_commit(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_duty(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_bid(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_word_not_kept(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_broken_word(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_unkept(reading *r, uint32_t v);
/* "They agreed a truce. It was broken": the deal of the sentence before. */
ENTENTE_MUST_CHECK entente_status read_broken_it(reading *r, uint32_t v);
/* "After Chile abandoned it": the text that the sentence spoke of before. */
ENTENTE_MUST_CHECK entente_status read_left_it(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_licence(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_consent(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_received(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_response(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_vote_ahead(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_announced_gift(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_told(reading *r, uint32_t v);
/* Answers: "accepted the offer", "refused to X"; "A asked B to X, and B agreed", where the clause or sentence before tells to what; "said yes to the terms". */
ENTENTE_MUST_CHECK entente_status read_answer(reading *r, uint32_t v);
/* Whether what `v` offers is answered in a relative clause behind it: told by that verb. */
bool answered_behind(const reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_bare_answer(reading *r, uint32_t v);
/* "A offered to X. B turned it down": what the sentence before told. */
ENTENTE_MUST_CHECK entente_status read_answered_it(reading *r, uint32_t v);
/* "Voted for the deal", "against the offer". */
ENTENTE_MUST_CHECK entente_status read_vote(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_unacceptable(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_undervalued(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_considered_bid(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_yes(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_door(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_unsupported(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_exchanged_offers(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_bid_told(reading *r, uint32_t n);
/* Takeovers: "Acme to buy Apex" at the verb, "would buy Apex in a $3 billion deal" at the noun; "the sale is expected to close in June". */
ENTENTE_MUST_CHECK entente_status read_takeover(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_asset_sale(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_closing(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_condition(reading *r, uint32_t i);
ENTENTE_MUST_CHECK entente_status read_signing_of(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_award(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_plea_deal(reading *r, uint32_t n);
ENTENTE_MUST_CHECK entente_status read_takeover_deal(reading *r, uint32_t n);
ENTENTE_MUST_CHECK entente_status read_trade_deal(reading *r, uint32_t n);
ENTENTE_MUST_CHECK entente_status read_order(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_headline_plan(reading *r, uint32_t v);
ENTENTE_MUST_CHECK entente_status read_headline_deal(reading *r, uint32_t n);
/* The same of a verb whose object or place is a noun that tells only with it: "came to terms", "shook hands on X". */
ENTENTE_MUST_CHECK entente_status read_terms(reading *r, uint32_t v);

/* How likely a mention that a rule found at token `i` is, and what rules leave open: likely parties, and what it is about. */
ENTENTE_MUST_CHECK entente_status learnt_complete(reading *r, uint32_t i);
/* What is told where no rule finds anything, and by which token; ENTENTE_AGAIN: nothing that is likely enough. */
ENTENTE_MUST_CHECK entente_status read_learnt(reading *r, uint32_t *trigger);

#endif
