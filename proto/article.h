/* SPDX-License-Identifier: MIT */
/* An article as Entente answers it: plain C structures that the worker fills and the client hands out.
 *
 * Texts are UTF-8, NFC, ended by a NUL, never NULL (an absent one is ""). Spans are half-open byte ranges in the
 * raw input. All memory belongs to whoever handed the article out and lives as long as its owner says.
 * Fields, kinds and statuses follow FrameNet's Make_agreement_on_action and Agree_or_refuse_to_act and PLOVER's AGREE. */
#ifndef ENTENTE_ARTICLE_H
#define ENTENTE_ARTICLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "status.h"

typedef struct entente_span {
    uint32_t start, end;
} entente_span;

#define ENTENTE_KIND_LIST(X) X(MUTUAL, 1) X(ACCEPTANCE, 2) X(INSTRUMENT, 3) X(COMMITMENT, 4)
#define ENTENTE_AGREEMENT_STATUS_LIST(X) X(REACHED, 1) X(PENDING, 2) X(REJECTED, 3) X(BROKEN, 4)
#define ENTENTE_SECTOR_LIST(X)                                                                                       \
    X(GOV, 1) X(MIL, 2) X(BUS, 3) X(IGO, 4) X(NGO, 5) X(REB, 6) X(OPP, 7) X(JUD, 8) X(LAB, 9) X(CIV, 10) X(SPORT, 11) \
    X(MEDIA, 12) X(OTHER, 13)

/* 0 stands for "not known" in all three. */
typedef enum entente_kind {
#define X(name, value) ENTENTE_KIND_##name = (value),
    ENTENTE_KIND_LIST(X)
#undef X
} entente_kind;

typedef enum entente_agreement_status {
#define X(name, value) ENTENTE_AGREEMENT_##name = (value),
    ENTENTE_AGREEMENT_STATUS_LIST(X)
#undef X
} entente_agreement_status;

typedef enum entente_sector {
#define X(name, value) ENTENTE_SECTOR_##name = (value),
    ENTENTE_SECTOR_LIST(X)
#undef X
} entente_sector;

/* The last stage to run, for looking at one; the default is all of them. */
typedef enum entente_stage {
    ENTENTE_STAGE_TEXT = 1,
    ENTENTE_STAGE_CLEANUP,
    ENTENTE_STAGE_SECTIONS,
    ENTENTE_STAGE_LANGUAGE,
    ENTENTE_STAGE_AGREEMENTS,
} entente_stage;

typedef struct entente_paragraph {
    const char *text;
    entente_span span;
} entente_paragraph;

typedef struct entente_section {
    const char *heading; /* "" before the first sub-heading */
    const entente_paragraph *paragraphs;
    size_t paragraph_count;
} entente_section;

typedef struct entente_removed {
    entente_span span;
    const char *reason;
} entente_removed;

typedef struct entente_warning {
    const char *code;
    entente_span span;
} entente_warning;

typedef struct entente_sentence {
    entente_span span;
    const char *const *tokens;
    size_t token_count;
} entente_sentence;

typedef struct entente_party {
    const char *name;    /* resolved inside the article */
    const char *mention; /* the words in the sentence */
    const char *country; /* ISO 3166-1 alpha-3, or "" */
    entente_sector sector;
} entente_party;

typedef struct entente_obligation {
    const char *text;
    entente_span span;
} entente_obligation;

typedef struct entente_mention {
    const char *trigger;
    entente_span span;     /* of the trigger */
    entente_span sentence; /* around it */
    entente_agreement_status status; /* 0 where it is the record's */
    const char *content;   /* NULL where it is the record's obligations, "" where it tells of none of them */
} entente_mention;

typedef struct entente_explanation {
    const char *field;
    const char *words; /* of the text at `span`; of "rule" the rule's name, or "learnt", of "likelihood" how likely the trigger there is, as learnt: least, less, more, most */
    entente_span span;
} entente_explanation;

typedef struct entente_agreement {
    entente_kind kind;
    entente_agreement_status status;
    const entente_party *parties;
    size_t party_count;
    const entente_obligation *obligations;
    size_t obligation_count;
    const char *instrument, *attribution, *time, *time_iso, *place;
    unsigned confidence_percent; /* 0 to 100 */
    const entente_mention *mentions;
    size_t mention_count;
    const entente_explanation *explanations; /* only when asked for */
    size_t explanation_count;
} entente_agreement;

typedef struct entente_article {
    const char *title, *byline, *agency, *dateline;
    const char *published; /* ISO 8601 date, or "" */
    const entente_section *sections;
    size_t section_count;
    const entente_removed *removed; /* only when asked for */
    size_t removed_count;
    const entente_agreement *agreements;
    size_t agreement_count;
    const entente_warning *warnings;
    size_t warning_count;
    const entente_sentence *sentences; /* only for ENTENTE_STAGE_LANGUAGE */
    size_t sentence_count;
    const char *text; /* only for ENTENTE_STAGE_TEXT, else "" */
} entente_article;

/* Bare names ("REACHED", "MUTUAL", "GOV"); "" for 0. Static strings. */
ENTENTE_API const char *entente_kind_name(entente_kind kind);
ENTENTE_API const char *entente_agreement_status_name(entente_agreement_status status);
ENTENTE_API const char *entente_sector_name(entente_sector sector);

#endif
