/* SPDX-License-Identifier: MIT */
#include <jansson.h>
#include <string.h>

#include "output.h"

static json_t *span(entente_span s)
{
    return json_pack("{s:i, s:i}", "start", (int)s.start, "end", (int)s.end);
}

static void put(json_t *o, const char *key, const char *value)
{
    if (value && *value)
        json_object_set_new(o, key, json_string(value));
}

static json_t *sections(const entente_article *a)
{
    json_t *list = json_array();
    for (size_t i = 0; i < a->section_count; i++) {
        json_t *paragraphs = json_array(), *section = json_object();
        for (size_t k = 0; k < a->sections[i].paragraph_count; k++)
            json_array_append_new(paragraphs, json_pack("{s:s, s:o}", "text", a->sections[i].paragraphs[k].text, "span", span(a->sections[i].paragraphs[k].span)));
        json_object_set_new(section, "heading", json_string(a->sections[i].heading));
        json_object_set_new(section, "paragraphs", paragraphs);
        json_array_append_new(list, section);
    }
    return list;
}

static json_t *mentions(const entente_agreement *g)
{
    json_t *list = json_array();
    for (size_t i = 0; i < g->mention_count; i++) {
        const entente_mention *m = &g->mentions[i];
        json_t *o = json_pack("{s:s, s:o, s:o}", "trigger", m->trigger, "sentence", span(m->sentence), "span", span(m->span));
        put(o, "status", entente_agreement_status_name(m->status));
        if (m->content)
            json_object_set_new(o, "content", json_string(m->content));
        json_array_append_new(list, o);
    }
    return list;
}

static json_t *agreement(const entente_agreement *g, bool explain)
{
    json_t *o = json_object(), *parties = json_array(), *obligations = json_array();
    for (size_t i = 0; i < g->party_count; i++) {
        json_t *p = json_object();
        put(p, "name", g->parties[i].name);
        put(p, "mention", g->parties[i].mention);
        put(p, "country", g->parties[i].country);
        put(p, "sector", entente_sector_name(g->parties[i].sector));
        json_array_append_new(parties, p);
    }
    for (size_t i = 0; i < g->obligation_count; i++)
        json_array_append_new(obligations, json_pack("{s:s, s:o}", "text", g->obligations[i].text, "span", span(g->obligations[i].span)));
    put(o, "kind", entente_kind_name(g->kind));
    put(o, "status", entente_agreement_status_name(g->status));
    json_object_set_new(o, "parties", parties);
    json_object_set_new(o, "obligations", obligations);
    put(o, "instrument", g->instrument);
    put(o, "attribution", g->attribution);
    put(o, "time", g->time);
    put(o, "time_iso", g->time_iso);
    put(o, "place", g->place);
    json_object_set_new(o, "confidence", json_real(g->confidence_percent / 100.0));
    json_object_set_new(o, "mentions", mentions(g));
    if (explain) {
        json_t *list = json_array();
        for (size_t i = 0; i < g->explanation_count; i++)
            json_array_append_new(list, json_pack("{s:s, s:s, s:o}", "field", g->explanations[i].field, "words", g->explanations[i].words, "span", span(g->explanations[i].span)));
        json_object_set_new(o, "explanation", list);
    }
    return o;
}

static void put_article(json_t *o, const entente_article *a, const output_style *style)
{
    if (a->warning_count) {
        json_t *list = json_array();
        for (size_t i = 0; i < a->warning_count; i++)
            json_array_append_new(list, json_pack("{s:s, s:o}", "code", a->warnings[i].code, "span", span(a->warnings[i].span)));
        json_object_set_new(o, "warnings", list);
    }
    put(o, "text", a->text);
    if (style->until == ENTENTE_STAGE_TEXT)
        return;
    put(o, "title", a->title);
    put(o, "byline", a->byline);
    put(o, "agency", a->agency);
    put(o, "dateline", a->dateline);
    put(o, "published", a->published);
    json_object_set_new(o, "sections", sections(a));
    if (style->keep_removed) {
        json_t *list = json_array();
        for (size_t i = 0; i < a->removed_count; i++)
            json_array_append_new(list, json_pack("{s:o, s:s}", "span", span(a->removed[i].span), "reason", a->removed[i].reason));
        json_object_set_new(o, "removed", list);
    }
    if (a->sentence_count) {
        json_t *list = json_array();
        for (size_t i = 0; i < a->sentence_count; i++) {
            json_t *tokens = json_array();
            for (size_t k = 0; k < a->sentences[i].token_count; k++)
                json_array_append_new(tokens, json_string(a->sentences[i].tokens[k]));
            json_array_append_new(list, json_pack("{s:o, s:o}", "span", span(a->sentences[i].span), "tokens", tokens));
        }
        json_object_set_new(o, "sentences", list);
    }
    if (style->until == 0 || style->until == ENTENTE_STAGE_AGREEMENTS) {
        json_t *list = json_array();
        for (size_t i = 0; i < a->agreement_count; i++)
            json_array_append_new(list, agreement(&a->agreements[i], style->explain));
        json_object_set_new(o, "agreements", list);
    }
}

bool output_json(FILE *out, const answer *a, const output_style *style)
{
    json_t *o = json_object();
    json_t *id = json_string(a->id);
    json_object_set_new(o, "id", id ? id : json_string("?")); /* a file name need not be UTF-8 */
    if (a->article) {
        put_article(o, a->article, style);
    } else {
        json_t *text = style->text_of_failed && a->raw_length ? json_stringn(a->raw, a->raw_length) : NULL; /* NULL: not UTF-8 */
        if (text)
            json_object_set_new(o, "text", text);
        json_t *message = json_string(a->message), *error = json_object(); /* NULL: a worker's message that is no UTF-8 */
        json_object_set_new(error, "code", json_string(entente_status_name(a->status <= ENTENTE_INTERNAL ? a->status : ENTENTE_INTERNAL)));
        json_object_set_new(error, "message", message ? message : json_string(entente_status_text(a->status)));
        json_object_set_new(o, "error", error);
    }
    bool ok = json_dumpf(o, out, JSON_COMPACT | JSON_REAL_PRECISION(2)) == 0;
    json_decref(o);
    return ok;
}
