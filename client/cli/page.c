/* SPDX-License-Identifier: MIT */
/* The views for people: a terminal's and an HTML page. */
#include <string.h>

#include "output.h"
#include "text.h"

static const char *paint(const output_style *s, const char *code)
{
    return s->color ? code : "";
}

static const char *status_color(entente_agreement_status s)
{
    return s == ENTENTE_AGREEMENT_REACHED ? "\033[32m" : s == ENTENTE_AGREEMENT_PENDING ? "\033[33m" : "\033[31m";
}

void output_visible(FILE *out, const char *s)
{
    for (; *s; s++)
        fputc((unsigned char)*s < ' ' || *s == 0x7F ? '?' : *s, out);
}

/* What stands in a span, decoded as the worker decodes it, in one line. */
static void put_raw(FILE *out, const answer *a, uint32_t start, uint32_t end, bool html)
{
    if (end > a->raw_length)
        end = (uint32_t)a->raw_length;
    if (start >= end)
        return;
    arena memory;
    text t;
    arena_init(&memory, (size_t)(end - start) * 16 + (1u << 20));
    if (strchr(" \t\r\n", a->raw[start]))
        fputc(' ', out);
    if (text_decode(a->raw + start, end - start, &memory, &t) == ENTENTE_OK) {
        for (uint32_t i = 0; i < t.length; i++) {
            char c = t.data[i] == '\n' ? ' ' : t.data[i];
            if (html && (c == '<' || c == '>' || c == '&' || c == '"'))
                fprintf(out, "&#%d;", c);
            else
                fputc(c, out);
        }
        if (strchr(" \t\r\n", a->raw[end - 1]))
            fputc(' ', out);
    }
    arena_done(&memory);
}

static void put_names(FILE *out, const entente_agreement *g, void (*put)(FILE *, const char *))
{
    if (!g->party_count)
        fputs("(no party named)", out);
    for (size_t i = 0; i < g->party_count; i++) {
        if (i)
            fputs(i + 1 == g->party_count ? " and " : ", ", out);
        put(out, g->parties[i].name);
        if (*g->parties[i].country && strlen(g->parties[i].name) > 3 && !strchr(g->parties[i].name, '.'))
            fprintf(out, " (%s)", g->parties[i].country);
    }
}

static void put_plain(FILE *out, const char *s)
{
    output_visible(out, s);
}

static void put_escaped(FILE *out, const char *s)
{
    for (; *s; s++)
        if (*s == '<' || *s == '>' || *s == '&' || *s == '"')
            fprintf(out, "&#%d;", *s);
        else
            fputc(*s, out);
}

static void text_agreement(FILE *out, const answer *a, const entente_agreement *g, size_t number, const output_style *s)
{
    fprintf(out, "\n%s%zu. ", paint(s, "\033[1m"), number);
    put_names(out, g, put_plain);
    fprintf(out, "%s  %s%s%s %s, %u%%\n", paint(s, "\033[0m"), paint(s, status_color(g->status)), entente_agreement_status_name(g->status),
            paint(s, "\033[0m"), entente_kind_name(g->kind), g->confidence_percent);
    for (size_t i = 0; i < g->obligation_count; i++)
        fprintf(out, "   - %s\n", g->obligations[i].text);
    const char *const fields[][2] = {{"instrument", g->instrument}, {"according to", g->attribution}, {"when", g->time}, {"where", g->place}};
    for (size_t i = 0; i < 4; i++)
        if (fields[i][1] && *fields[i][1])
            fprintf(out, "   %s: %s\n", fields[i][0], fields[i][1]);
    for (size_t i = 0; i < g->mention_count; i++) {
        const entente_mention *m = &g->mentions[i];
        fprintf(out, "   %s\"", paint(s, "\033[2m"));
        put_raw(out, a, m->sentence.start, m->span.start, false);
        fprintf(out, "%s%s", paint(s, "\033[0m\033[1;4m"), s->color ? "" : "[");
        put_raw(out, a, m->span.start, m->span.end, false);
        fprintf(out, "%s%s", s->color ? "" : "]", paint(s, "\033[0m\033[2m"));
        put_raw(out, a, m->span.end, m->sentence.end, false);
        fprintf(out, "\"%s\n", paint(s, "\033[0m"));
    }
    if (s->explain)
        for (size_t i = 0; i < g->explanation_count; i++) {
            const entente_explanation *x = &g->explanations[i];
            bool quoted = strcmp(x->field, "rule") != 0 && strcmp(x->field, "likelihood") != 0; /* those two are no words of the text */
            fprintf(out, quoted ? "   %s <- \"%s\"\n" : "   %s: %s\n", x->field, x->words);
        }
}

bool output_text(FILE *out, const answer *a, const output_style *s)
{
    const entente_article *r = a->article;
    if (!r) {
        fputs(paint(s, "\033[1m"), out);
        output_visible(out, a->id);
        fprintf(out, "%s\n%s: ", paint(s, "\033[0m"), entente_status_name(a->status));
        output_visible(out, a->message);
        fputs("\n\n", out);
        return !ferror(out);
    }
    fputs(paint(s, "\033[1m"), out);
    output_visible(out, *r->title ? r->title : a->id);
    fprintf(out, "%s\n", paint(s, "\033[0m"));
    if (*r->byline || *r->published)
        fprintf(out, "%s%s%s\n", r->byline, *r->byline && *r->published ? ", " : "", r->published);
    if (s->until && s->until != ENTENTE_STAGE_AGREEMENTS) {
        fputs(r->text, out);
        for (size_t i = 0; i < r->section_count && s->until != ENTENTE_STAGE_LANGUAGE; i++) {
            if (*r->sections[i].heading)
                fprintf(out, "\n%s## %s%s\n", paint(s, "\033[1m"), r->sections[i].heading, paint(s, "\033[0m"));
            for (size_t k = 0; k < r->sections[i].paragraph_count; k++)
                fprintf(out, "\n%s\n", r->sections[i].paragraphs[k].text);
        }
        for (size_t i = 0; i < r->sentence_count; i++, fputc('\n', out))
            for (size_t k = 0; k < r->sentences[i].token_count; k++)
                fprintf(out, "%s%s", k ? " " : "", r->sentences[i].tokens[k]);
    } else if (!r->agreement_count) {
        fputs("No agreement found.\n", out);
    }
    for (size_t i = 0; i < r->agreement_count; i++)
        text_agreement(out, a, &r->agreements[i], i + 1, s);
    if (s->keep_removed)
        for (size_t i = 0; i < r->removed_count; i++) {
            fprintf(out, "%s[%s] ", paint(s, "\033[2m"), r->removed[i].reason);
            put_raw(out, a, r->removed[i].span.start, r->removed[i].span.end, false);
            fprintf(out, "%s\n", paint(s, "\033[0m"));
        }
    fputc('\n', out);
    return !ferror(out);
}

/* A paragraph's raw text with the sentences and triggers that lie in it marked. */
static void html_marked(FILE *out, const answer *a, entente_span p)
{
    const entente_article *r = a->article;
    uint32_t at = p.start;
    while (at < p.end) {
        const entente_mention *next = NULL;
        size_t number = 0;
        for (size_t i = 0; i < r->agreement_count; i++)
            for (size_t k = 0; k < r->agreements[i].mention_count; k++) {
                const entente_mention *m = &r->agreements[i].mentions[k];
                if (m->span.start >= at && m->span.end <= p.end && (!next || m->span.start < next->span.start)) {
                    next = m;
                    number = i + 1;
                }
            }
        put_raw(out, a, at, next ? next->span.start : p.end, true);
        if (!next)
            break;
        fprintf(out, "<a href=\"#a%zu\"><mark>", number);
        put_raw(out, a, next->span.start, next->span.end, true);
        fputs("</mark></a>", out);
        at = next->span.end > at ? next->span.end : at + 1;
    }
}

static void html_agreement(FILE *out, const answer *a, const entente_agreement *g, size_t number)
{
    fprintf(out, "<li id=\"a%zu\"><p><strong>", number);
    put_names(out, g, put_escaped);
    fprintf(out, "</strong> <span class=\"%s\">%s</span> <small>%s, confidence %u%%</small></p>", entente_agreement_status_name(g->status),
            entente_agreement_status_name(g->status), entente_kind_name(g->kind), g->confidence_percent);
    if (g->obligation_count) {
        fputs("<ul>", out);
        for (size_t i = 0; i < g->obligation_count; i++) {
            fputs("<li>", out);
            put_escaped(out, g->obligations[i].text);
            fputs("</li>", out);
        }
        fputs("</ul>", out);
    }
    const char *const fields[][2] = {{"Instrument", g->instrument}, {"According to", g->attribution}, {"When", g->time}, {"Where", g->place}};
    for (size_t i = 0; i < 4; i++)
        if (fields[i][1] && *fields[i][1]) {
            fprintf(out, "<p><small>%s: ", fields[i][0]);
            put_escaped(out, fields[i][1]);
            fputs("</small></p>", out);
        }
    for (size_t i = 0; i < g->mention_count; i++) {
        const entente_mention *m = &g->mentions[i];
        fputs("<blockquote>", out);
        put_raw(out, a, m->sentence.start, m->span.start, true);
        fputs("<mark>", out);
        put_raw(out, a, m->span.start, m->span.end, true);
        fputs("</mark>", out);
        put_raw(out, a, m->span.end, m->sentence.end, true);
        fputs("</blockquote>", out);
    }
    fputs("</li>\n", out);
}

bool output_html(FILE *out, const answer *a, const output_style *s)
{
    const entente_article *r = a->article;
    fputs("<article>\n<h1>", out);
    put_escaped(out, r && *r->title ? r->title : a->id);
    fputs("</h1>\n", out);
    if (!r) {
        fprintf(out, "<p class=\"REJECTED\">%s: ", entente_status_name(a->status));
        put_escaped(out, a->message);
        fputs("</p></article>\n", out);
        return !ferror(out);
    }
    if (r->agreement_count) {
        fputs("<ol class=\"agreements\">\n", out);
        for (size_t i = 0; i < r->agreement_count; i++)
            html_agreement(out, a, &r->agreements[i], i + 1);
        fputs("</ol>\n", out);
    } else {
        fputs("<p><em>No agreement found.</em></p>\n", out);
    }
    fputs("<details open><summary>The article</summary>\n", out);
    size_t dropped = 0;
    for (size_t i = 0; i < r->section_count; i++) {
        if (*r->sections[i].heading) {
            fputs("<h2>", out);
            put_escaped(out, r->sections[i].heading);
            fputs("</h2>\n", out);
        }
        for (size_t k = 0; k < r->sections[i].paragraph_count; k++) {
            entente_span p = r->sections[i].paragraphs[k].span;
            for (; s->keep_removed && dropped < r->removed_count && r->removed[dropped].span.start < p.start; dropped++) {
                fprintf(out, "<p class=\"removed\" title=\"%s\">", r->removed[dropped].reason);
                put_raw(out, a, r->removed[dropped].span.start, r->removed[dropped].span.end, true);
                fputs("</p>\n", out);
            }
            fputs("<p>", out);
            html_marked(out, a, p);
            fputs("</p>\n", out);
        }
    }
    for (; s->keep_removed && dropped < r->removed_count; dropped++) {
        fprintf(out, "<p class=\"removed\" title=\"%s\">", r->removed[dropped].reason);
        put_raw(out, a, r->removed[dropped].span.start, r->removed[dropped].span.end, true);
        fputs("</p>\n", out);
    }
    fputs("</details>\n</article>\n", out);
    return !ferror(out);
}

bool output_begin(FILE *out, const output_style *s)
{
    if (s->format == OUTPUT_JSON)
        fputs("[", out);
    if (s->format == OUTPUT_HTML)
        fputs("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\n"
              "<title>Agreements</title>\n<style>\n"
              "body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 Georgia,serif;color:#222}\n"
              "h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.15rem}small{color:#666}\n"
              "ol.agreements{background:#f6f5f1;padding:1rem 1rem 1rem 2.5rem;border-radius:.5rem}\n"
              "blockquote{margin:.4rem 0;padding-left:.8rem;border-left:3px solid #ccc;color:#444;font-size:.95rem}\n"
              "mark{background:#ffe9a8}article a{color:inherit;text-decoration:none}\n"
              ".REACHED{color:#176b2c}.PENDING{color:#8a5a00}.REJECTED,.BROKEN{color:#a11}\n"
              ".removed{color:#aaa;font-size:.9rem}article{margin-bottom:4rem}summary{color:#666;cursor:pointer}\n"
              "</style></head><body>\n", out);
    return !ferror(out);
}

bool output_answer(FILE *out, const output_style *s, const answer *a, bool first)
{
    switch (s->format) {
    case OUTPUT_TEXT:
        return output_text(out, a, s);
    case OUTPUT_HTML:
        return output_html(out, a, s);
    case OUTPUT_JSON:
        fputs(first ? "\n" : ",\n", out);
        return output_json(out, a, s);
    case OUTPUT_JSONL:
        return output_json(out, a, s) && fputc('\n', out) != EOF;
    }
    return false;
}

bool output_end(FILE *out, const output_style *s)
{
    if (s->format == OUTPUT_JSON)
        fputs("\n]\n", out);
    if (s->format == OUTPUT_HTML)
        fputs("</body></html>\n", out);
    return fflush(out) == 0 && !ferror(out);
}
