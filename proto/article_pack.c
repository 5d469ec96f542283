/* SPDX-License-Identifier: MIT */
/* An article's reply to protobuf and back. */
#include "entente/v1/entente.pb-c.h"
#include "wire.h"

#define NAME(list, function, type)           \
    const char *function(type value)         \
    {                                        \
        static const char *const names[] = { \
            "", list(NAME_ITEM)};            \
        return (unsigned)value < sizeof names / sizeof *names ? names[value] : ""; \
    }
#define NAME_ITEM(name, value) #name,
NAME(ENTENTE_KIND_LIST, entente_kind_name, entente_kind)
NAME(ENTENTE_AGREEMENT_STATUS_LIST, entente_agreement_status_name, entente_agreement_status)
NAME(ENTENTE_SECTOR_LIST, entente_sector_name, entente_sector)

static char *text(const char *s)
{
    return (char *)(s ? s : "");
}

typedef Entente__V1__Span pb_span;

static pb_span *span_new(arena *a, entente_span s)
{
    pb_span *p = arena_alloc(a, sizeof *p);
    if (p) {
        *p = (pb_span)ENTENTE__V1__SPAN__INIT;
        p->start = s.start;
        p->end = s.end;
    }
    return p;
}

/* Fills `field` and `n_field` of `out` with one message for each of `from[0..n)`; the block sets `m` from `in`. */
#define REPEAT(out, field, from, n, pb_type, pb_init, in_type, ...)                           \
    do {                                                                                      \
        (out).field = arena_alloc(a, (n) * sizeof(void *) + 1);                               \
        if (!(out).field)                                                                     \
            return false;                                                                     \
        (out).n_##field = (n);                                                                \
        for (size_t i_ = 0; i_ < (n); i_++) {                                                 \
            pb_type *m = arena_alloc(a, sizeof *m);                                           \
            const in_type *in = &(from)[i_];                                                  \
            if (!m)                                                                           \
                return false;                                                                 \
            *m = (pb_type)pb_init;                                                            \
            (out).field[i_] = m;                                                              \
            __VA_ARGS__                                                                           \
        }                                                                                     \
    } while (0)

#define SPAN(field, value)                      \
    if (!((field) = span_new(a, (value))))      \
        return false;

static bool pack_agreement(const entente_agreement *g, arena *a, Entente__V1__Agreement *out)
{
    out->kind = (Entente__V1__AgreementKind)g->kind;
    out->status = (Entente__V1__AgreementStatus)g->status;
    out->instrument = text(g->instrument);
    out->attribution = text(g->attribution);
    out->time = text(g->time);
    out->time_iso = text(g->time_iso);
    out->place = text(g->place);
    out->confidence_percent = g->confidence_percent;
    REPEAT(*out, parties, g->parties, g->party_count, Entente__V1__Party, ENTENTE__V1__PARTY__INIT, entente_party, {
        m->name = text(in->name);
        m->mention = text(in->mention);
        m->country = text(in->country);
        m->sector = (Entente__V1__Sector)in->sector;
    });
    REPEAT(*out, obligations, g->obligations, g->obligation_count, Entente__V1__Obligation, ENTENTE__V1__OBLIGATION__INIT,
           entente_obligation, {
               m->text = text(in->text);
               SPAN(m->span, in->span)
           });
    REPEAT(*out, mentions, g->mentions, g->mention_count, Entente__V1__Mention, ENTENTE__V1__MENTION__INIT, entente_mention, {
        m->trigger = text(in->trigger);
        SPAN(m->span, in->span)
        SPAN(m->sentence, in->sentence)
        m->status = (Entente__V1__AgreementStatus)in->status;
        m->has_content = in->content != NULL;
        m->content = text(in->content);
    });
    REPEAT(*out, explanations, g->explanations, g->explanation_count, Entente__V1__Explanation,
           ENTENTE__V1__EXPLANATION__INIT, entente_explanation, {
               m->field = text(in->field);
               m->words = text(in->words);
               SPAN(m->span, in->span)
           });
    return true;
}

static bool pack_section(const entente_section *s, arena *a, Entente__V1__Section *out)
{
    out->heading = text(s->heading);
    REPEAT(*out, paragraphs, s->paragraphs, s->paragraph_count, Entente__V1__Paragraph, ENTENTE__V1__PARAGRAPH__INIT,
           entente_paragraph, {
               m->text = text(in->text);
               SPAN(m->span, in->span)
           });
    return true;
}

static bool fill(const entente_article *r, arena *a, Entente__V1__Article *out)
{
    out->title = text(r->title);
    out->byline = text(r->byline);
    out->agency = text(r->agency);
    out->dateline = text(r->dateline);
    out->published = text(r->published);
    out->text = text(r->text);
    REPEAT(*out, sections, r->sections, r->section_count, Entente__V1__Section, ENTENTE__V1__SECTION__INIT, entente_section, {
        if (!pack_section(in, a, m))
            return false;
    });
    REPEAT(*out, removed, r->removed, r->removed_count, Entente__V1__Removed, ENTENTE__V1__REMOVED__INIT, entente_removed, {
        m->reason = text(in->reason);
        SPAN(m->span, in->span)
    });
    REPEAT(*out, agreements, r->agreements, r->agreement_count, Entente__V1__Agreement, ENTENTE__V1__AGREEMENT__INIT,
           entente_agreement, {
               if (!pack_agreement(in, a, m))
                   return false;
           });
    REPEAT(*out, warnings, r->warnings, r->warning_count, Entente__V1__Warning, ENTENTE__V1__WARNING__INIT, entente_warning, {
        m->code = text(in->code);
        SPAN(m->span, in->span)
    });
    REPEAT(*out, sentences, r->sentences, r->sentence_count, Entente__V1__Sentence, ENTENTE__V1__SENTENCE__INIT,
           entente_sentence, {
               SPAN(m->span, in->span)
               m->n_tokens = in->token_count;
               m->tokens = (char **)in->tokens;
           });
    return true;
}

entente_status wire_article_pack(const entente_article *article, arena *a, const uint8_t **data, size_t *length)
{
    Entente__V1__Article out = ENTENTE__V1__ARTICLE__INIT;
    if (!fill(article, a, &out))
        return ENTENTE_LIMIT;
    size_t n = entente__v1__article__get_packed_size(&out);
    uint8_t *p = arena_alloc(a, n + 1);
    if (!p)
        return ENTENTE_LIMIT;
    *length = entente__v1__article__pack(&out, p);
    *data = p;
    return ENTENTE_OK;
}

static entente_span span_of(const pb_span *s)
{
    return s ? (entente_span){s->start, s->end} : (entente_span){0, 0};
}

/* The way back: an array of plain structures from the generated ones. */
#define COLLECT(out, out_count, in, n, out_type, ...)                  \
    do {                                                               \
        out_type *items_ = arena_calloc(a, (n) + 1, sizeof *items_);   \
        if (!items_)                                                   \
            return false;                                              \
        for (size_t i_ = 0; i_ < (n); i_++) {                          \
            out_type *o = &items_[i_];                                 \
            __VA_ARGS__                                                    \
        }                                                              \
        (out) = items_;                                                \
        (out_count) = (n);                                             \
    } while (0)

static bool unpack_agreement(const Entente__V1__Agreement *g, arena *a, entente_agreement *out)
{
    out->kind = g->kind > 0 && g->kind <= 4 ? (entente_kind)g->kind : 0;
    out->status = g->status > 0 && g->status <= 4 ? (entente_agreement_status)g->status : 0;
    out->instrument = g->instrument;
    out->attribution = g->attribution;
    out->time = g->time;
    out->time_iso = g->time_iso;
    out->place = g->place;
    out->confidence_percent = g->confidence_percent > 100 ? 100 : g->confidence_percent;
    COLLECT(out->parties, out->party_count, g->parties, g->n_parties, entente_party, {
        const Entente__V1__Party *in = g->parties[i_];
        *o = (entente_party){in->name, in->mention, in->country, in->sector > 0 && in->sector <= 13 ? (entente_sector)in->sector : 0};
    });
    COLLECT(out->obligations, out->obligation_count, g->obligations, g->n_obligations, entente_obligation, {
        *o = (entente_obligation){g->obligations[i_]->text, span_of(g->obligations[i_]->span)};
    });
    COLLECT(out->mentions, out->mention_count, g->mentions, g->n_mentions, entente_mention, {
        const Entente__V1__Mention *in = g->mentions[i_];
        *o = (entente_mention){in->trigger, span_of(in->span), span_of(in->sentence),
                               in->status > 0 && in->status <= 4 ? (entente_agreement_status)in->status : 0,
                               in->has_content ? in->content : NULL};
    });
    COLLECT(out->explanations, out->explanation_count, g->explanations, g->n_explanations, entente_explanation, {
        *o = (entente_explanation){g->explanations[i_]->field, g->explanations[i_]->words, span_of(g->explanations[i_]->span)};
    });
    return true;
}

static bool unpack_section(const Entente__V1__Section *s, arena *a, entente_section *out)
{
    out->heading = s->heading;
    COLLECT(out->paragraphs, out->paragraph_count, s->paragraphs, s->n_paragraphs, entente_paragraph, {
        *o = (entente_paragraph){s->paragraphs[i_]->text, span_of(s->paragraphs[i_]->span)};
    });
    return true;
}

static bool collect(const Entente__V1__Article *in, arena *a, entente_article *out)
{
    *out = (entente_article){.title = in->title, .byline = in->byline, .agency = in->agency, .dateline = in->dateline,
                             .published = in->published, .text = in->text};
    COLLECT(out->sections, out->section_count, in->sections, in->n_sections, entente_section, {
        if (!unpack_section(in->sections[i_], a, o))
            return false;
    });
    COLLECT(out->removed, out->removed_count, in->removed, in->n_removed, entente_removed, {
        *o = (entente_removed){span_of(in->removed[i_]->span), in->removed[i_]->reason};
    });
    COLLECT(out->agreements, out->agreement_count, in->agreements, in->n_agreements, entente_agreement, {
        if (!unpack_agreement(in->agreements[i_], a, o))
            return false;
    });
    COLLECT(out->warnings, out->warning_count, in->warnings, in->n_warnings, entente_warning, {
        *o = (entente_warning){in->warnings[i_]->code, span_of(in->warnings[i_]->span)};
    });
    COLLECT(out->sentences, out->sentence_count, in->sentences, in->n_sentences, entente_sentence, {
        const Entente__V1__Sentence *t = in->sentences[i_];
        *o = (entente_sentence){span_of(t->span), (const char *const *)t->tokens, t->n_tokens};
    });
    return true;
}

static void *arena_take(void *a, size_t size)
{
    return arena_alloc(a, size);
}

static void arena_keep(void *a, void *p)
{
    (void)a;
    (void)p;
}

entente_status wire_article_unpack(const uint8_t *data, size_t length, arena *a, entente_article *article)
{
    ProtobufCAllocator alloc = {.alloc = arena_take, .free = arena_keep, .allocator_data = a};
    const Entente__V1__Article *in = entente__v1__article__unpack(&alloc, length, data);
    if (!in)
        return ENTENTE_INVALID;
    entente_article out;
    if (!collect(in, a, &out))
        return ENTENTE_LIMIT;
    *article = out;
    return ENTENTE_OK;
}
