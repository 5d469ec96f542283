/* SPDX-License-Identifier: MIT */
#include "pipeline.h"

#include <string.h>
#include <time.h>

#include "agreements.h"
#include "learnt_model.h"
#include "limit_table.h"
#include "reader.h"

size_t pipeline_memory(size_t length)
{
    return length * ENTENTE_LIMIT_MEMORY_FACTOR + 16u * 1024 * 1024;
}

static const char *string(const text *t, arena *a, uint32_t start, uint32_t end)
{
    return end > start ? arena_string(a, t->data + start, end - start) : "";
}

static bool put_paragraphs(const text *t, const view *views, size_t n, arena *a, entente_section *out)
{
    entente_paragraph *list = arena_calloc(a, n + 1, sizeof *list);
    if (!list)
        return false;
    for (size_t i = 0; i < n; i++) {
        list[i] = (entente_paragraph){string(t, a, views[i].start, views[i].end), text_raw_span(t, views[i].start, views[i].end)};
        if (!list[i].text)
            return false;
    }
    out->paragraphs = list;
    out->paragraph_count = n;
    return true;
}

static bool put_sections(const text *t, const sections *s, arena *a, entente_article *out)
{
    entente_section *list = arena_calloc(a, s->count + 1, sizeof *list);
    if (!list)
        return false;
    for (uint32_t i = 0; i < s->count; i++) {
        list[i].heading = string(t, a, s->items[i].heading.start, s->items[i].heading.end);
        if (!list[i].heading || !put_paragraphs(t, s->items[i].paragraphs, s->items[i].paragraph_count, a, &list[i]))
            return false;
    }
    out->sections = list;
    out->section_count = s->count;
    return true;
}

/* Cleanup's own result: the blocks that are left, as one section. */
static bool put_blocks(const text *t, const cleanup *c, arena *a, entente_article *out)
{
    view *views = arena_alloc(a, (c->count + 1) * sizeof *views);
    entente_section *one = arena_calloc(a, 1, sizeof *one);
    size_t n = 0;
    if (!views || !one)
        return false;
    for (uint32_t i = 0; i < c->count; i++)
        if (c->blocks[i].role == BLOCK_BODY || c->blocks[i].role == BLOCK_HEADING)
            views[n++] = (view){c->blocks[i].start, c->blocks[i].end};
    one->heading = "";
    out->sections = one;
    out->section_count = n > 0;
    return put_paragraphs(t, views, n, a, one);
}

static bool put_cleanup(const text *t, const cleanup *c, bool keep_removed, arena *a, entente_article *out)
{
    out->title = string(t, a, c->title.start, c->title.end);
    out->byline = string(t, a, c->byline.start, c->byline.end);
    out->agency = string(t, a, c->agency.start, c->agency.end);
    out->dateline = string(t, a, c->dateline.start, c->dateline.end);
    out->published = arena_string(a, c->published, strlen(c->published));
    if (keep_removed) {
        entente_removed *list = arena_calloc(a, c->count + 1, sizeof *list);
        if (!list)
            return false;
        for (uint32_t i = 0; i < c->count; i++)
            if (c->blocks[i].role == BLOCK_REMOVED)
                list[out->removed_count++] = (entente_removed){text_raw_span(t, c->blocks[i].start, c->blocks[i].end), c->blocks[i].reason};
        out->removed = list;
    }
    return out->title && out->byline && out->agency && out->dateline && out->published;
}

static entente_status split(const model *m, const text *t, const cleanup *c, const sections *s, arena *a, sentences *out)
{
    entente_status e = ENTENTE_OK;
    if (c->title.end > c->title.start) {
        e = language_split(m, t, c->title, a, out);
        if (!e && out->count) { /* a headline is one sentence */
            out->count = 1;
            out->items[0] = (sentence){.start = c->title.start, .end = c->title.end, .headline = true};
        }
    }
    for (uint32_t i = 0; i < s->count && !e; i++) {
        if (s->items[i].heading.end > s->items[i].heading.start) {
            uint32_t first = out->count;
            e = language_split(m, t, s->items[i].heading, a, out);
            for (uint32_t k = first; k < out->count; k++)
                out->items[k].headline = true;
        }
        for (uint32_t k = 0; k < s->items[i].paragraph_count && !e; k++)
            e = language_split(m, t, cleanup_behind_place(t, s->items[i].paragraphs[k]), a, out);
    }
    return e;
}

static entente_status put_sentences(const model *m, const text *t, sentences *s, arena *a, entente_article *out)
{
    entente_sentence *list = arena_calloc(a, s->count + 1, sizeof *list);
    if (!list)
        return ENTENTE_LIMIT;
    for (uint32_t i = 0; i < s->count; i++) {
        entente_status e = language_tokenize(m, t, a, &s->items[i]);
        const char **tokens = arena_calloc(a, s->items[i].count + 1, sizeof *tokens);
        if (e || !tokens)
            return ENTENTE_LIMIT;
        for (uint32_t k = 0; k < s->items[i].count; k++)
            if (!(tokens[k] = string(t, a, s->items[i].tokens[k].start, s->items[i].tokens[k].end)))
                return ENTENTE_LIMIT;
        list[i] = (entente_sentence){text_raw_span(t, s->items[i].start, s->items[i].end), tokens, s->items[i].count};
    }
    out->sentences = list;
    out->sentence_count = s->count;
    return ENTENTE_OK;
}

static bool over_budget(const struct timespec *begun, uint64_t cpu_ms)
{
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return cpu_ms && (uint64_t)((now.tv_sec - begun->tv_sec) * 1000 + (now.tv_nsec - begun->tv_nsec) / 1000000) > cpu_ms;
}

/* "Talks break down" above the article: whose, the body tells. Headlines that told nothing are read again with the first two in play who agreed or talked there. */
static entente_status read_headlines_again(parties *p, sentences *s, uint32_t opening, arena *a, mentions *found)
{
    const mention *first = NULL;
    for (uint32_t i = 0; i < found->count && !first; i++)
        first = found->items[i].party_count > 1 ? &found->items[i] : NULL;
    if (!first)
        return ENTENTE_OK;
    mentions again = {0};
    parties_put_in_play(p, first);
    for (uint32_t i = 0; i < opening && found->count + again.count < ENTENTE_LIMIT_ARTICLE_MENTIONS; i++) {
        bool told = !s->items[i].open || !s->items[i].read || !s->items[i].headline;
        for (uint32_t k = 0; k < found->count; k++)
            told |= found->items[k].sentence == &s->items[i];
        entente_status e = told ? ENTENTE_OK : extract_mentions(p, &s->items[i], &again);
        if (e)
            return e;
    }
    if (!again.count)
        return ENTENTE_OK;
    mention *all = arena_alloc(a, ((size_t)again.count + found->count) * sizeof *all);
    if (!all)
        return ENTENTE_LIMIT;
    memcpy(all, again.items, again.count * sizeof *all);
    memcpy(all + again.count, found->items, found->count * sizeof *all);
    *found = (mentions){all, again.count + found->count, again.count + found->count, found->end};
    return ENTENTE_OK;
}

/* Reads the sentences that the gate opens; the names of the others are learnt only where there is something to read. */
static entente_status read_agreements(text *t, sentences *s, const cleanup *c, const pipeline_options *options, arena *a, entente_article *out)
{
    const model *m = reader_model(options->reader);
    bool open = false;
    for (uint32_t i = 0; i < s->count; i++)
        open |= s->items[i].open = language_gate(t, s->items[i].start, s->items[i].end, s->items[i].headline);
    if (!open)
        return ENTENTE_OK;
    if (!options->rules_only && !learnt_ready())
        return ENTENTE_INTERNAL;
    enum { LETTERHEAD = 1000 };
    parties p = {.text = t, .arena = a, .dateline = c->dateline, .one_sentence = s->count == 1, .rules_only = options->rules_only, .watch = options->watch};
    parties_learn_letterhead(&p, t->data, t->length < LETTERHEAD ? t->length : LETTERHEAD);
    mentions found = {.end = s->items + s->count};
    entente_status e = ENTENTE_OK;
    struct timespec begun;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &begun);
    for (uint32_t i = 0; i < s->count && !e; i++) {
        if (i % 64 == 63 && over_budget(&begun, options->cpu_ms)) {
            e = ENTENTE_BUDGET;
        } else if (s->items[i].open || parties_may_learn(&p, &s->items[i])) {
            e = language_tokenize(m, t, a, &s->items[i]);
            if (!e)
                e = parties_learn(&p, &s->items[i]);
        }
    }
    uint32_t opening = 0;
    while (opening < s->count && (s->items[opening].headline || t->data[s->items[opening].end - 1] == ':'))
        opening++;
    bool meant = false;
    for (uint32_t i = 0; i < s->count && !meant && !e; i++)
        meant = s->items[i].open && parties_are_meant(&s->items[i]);
    if (!e && meant && opening < s->count && !s->items[opening].open) { /* it tells who is spoken of */
        e = language_read(options->reader, t, a, &s->items[opening]);
        if (!e)
            e = parties_notice_sentence(&p, &s->items[opening]);
    }
    for (uint32_t i = 0; i < s->count && !e; i++) {
        if (!s->items[i].open)
            continue;
        if (found.count >= ENTENTE_LIMIT_ARTICLE_MENTIONS) {
            text_warn(t, "MENTIONS_LIMIT", text_raw_span(t, s->items[i].start, t->length));
            break;
        }
        sentence *before = i ? &s->items[i - 1] : NULL;
        if (before && !before->read && parties_point_back(&p, &s->items[i])) {
            e = language_read(options->reader, t, a, before);
            if (!e)
                e = parties_notice_sentence(&p, before);
        }
        if (!e && i % 16 == 15 && over_budget(&begun, options->cpu_ms))
            e = ENTENTE_BUDGET;
        if (!e)
            e = language_read(options->reader, t, a, &s->items[i]);
        if (!e)
            e = extract_mentions(&p, &s->items[i], &found);
    }
    if (!e)
        e = read_headlines_again(&p, s, opening, a, &found);
    parties_attribute(&p, &found);
    return e ? e : records_merge(&p, t, &found, c->published, options->explain, &out->agreements, &out->agreement_count);
}

/* Notes how long the stage took that ends now. */
static void stage_ended(const pipeline_options *options, entente_stage stage, struct timespec *begun)
{
    struct timespec now;
    if (!options->stage_us)
        return;
    clock_gettime(CLOCK_MONOTONIC, &now);
    options->stage_us[stage - ENTENTE_STAGE_TEXT] = (uint32_t)((now.tv_sec - begun->tv_sec) * 1000000 + (now.tv_nsec - begun->tv_nsec) / 1000);
    *begun = now;
}

entente_status pipeline_run(const char *raw, size_t length, const pipeline_options *options, arena *a, entente_article *out)
{
    text t;
    cleanup c;
    sections s;
    sentences all = {0};
    entente_article r = {.title = "", .byline = "", .agency = "", .dateline = "", .published = "", .text = ""};
    if (length > ENTENTE_LIMIT_ARTICLE_BYTES_MOST)
        return ENTENTE_TOO_LARGE;
    struct timespec begun;
    clock_gettime(CLOCK_MONOTONIC, &begun);
    entente_status e = text_decode(raw, (uint32_t)length, a, &t);
    if (e)
        return e;
    stage_ended(options, ENTENTE_STAGE_TEXT, &begun);
    if (options->until == ENTENTE_STAGE_TEXT) {
        r.text = t.data;
        goto done;
    }
    e = cleanup_blocks(&t, a, &c);
    if (e)
        return e;
    cleanup_survey(&t, options->clutter, &c);
    e = cleanup_decide(&t, a, &c);
    if (e)
        return e;
    cleanup_metadata(&t, &c);
    stage_ended(options, ENTENTE_STAGE_CLEANUP, &begun);
    if (!put_cleanup(&t, &c, options->keep_removed, a, &r))
        return ENTENTE_LIMIT;
    if (options->until == ENTENTE_STAGE_CLEANUP) {
        if (!put_blocks(&t, &c, a, &r))
            return ENTENTE_LIMIT;
        goto done;
    }
    e = sections_split(&c, a, &s);
    if (e)
        return e;
    if (!put_sections(&t, &s, a, &r))
        return ENTENTE_LIMIT;
    stage_ended(options, ENTENTE_STAGE_SECTIONS, &begun);
    if (options->until == ENTENTE_STAGE_SECTIONS)
        goto done;
    const model *m = reader_model(options->reader);
    e = split(m, &t, &c, &s, a, &all);
    stage_ended(options, ENTENTE_STAGE_LANGUAGE, &begun);
    if (!e && options->until == ENTENTE_STAGE_LANGUAGE)
        e = put_sentences(m, &t, &all, a, &r);
    else if (!e)
        e = read_agreements(&t, &all, &c, options, a, &r);
    stage_ended(options, ENTENTE_STAGE_AGREEMENTS, &begun);
    if (e)
        return e;
done:
    if (a->full) /* a text that found no room must not pass for an empty one */
        return ENTENTE_LIMIT;
    r.warnings = t.warnings;
    r.warning_count = t.warning_count;
    *out = r;
    return ENTENTE_OK;
}
