/* SPDX-License-Identifier: MIT */
/* entente-train-cleanup: makes cleanup.model from annotated pages, or measures by cross-validation over sites. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xxhash.h>
#include <zlib.h>

#include "built_in.h"
#include "train.h"

static const char usage[] =
    "usage: entente-train-cleanup PAGES.jsonl[.gz] MODEL [--epochs N] [--seed N]\n"
    "       entente-train-cleanup PAGES.jsonl[.gz] --fold K/N      replies of a model trained without the sites of fold K, on them\n"
    "       entente-train-cleanup PAGES.jsonl[.gz] --oracle        replies by the labels themselves: what line repair leaves possible\n"
    "PAGES: lines of {id, raw, title, body, sections, site, genre}.\n";

typedef struct row {
    json_t *gold;
    uint32_t site;
    bool made; /* by us from a page of the gold: for training alone */
    page page;
} row;

typedef struct rows {
    row *items;
    uint32_t count;
} rows;

static const char *text_of(const json_t *gold, const char *name)
{
    const char *s = json_string_value(json_object_get(gold, name));
    return s ? s : "";
}

static arena scratch;

static bool survey(const char *raw, text *t, cleanup *c)
{
    arena_reset(&scratch, (size_t)1 << 30);
    if (text_decode(raw, (uint32_t)strlen(raw), &scratch, t) || cleanup_blocks(t, &scratch, c))
        return false;
    cleanup_survey(t, NULL, c);
    return true;
}

static page read_page(const text *t, const cleanup *c, const json_t *gold)
{
    page p = {.count = c->count};
    p.features = calloc(c->count, sizeof *p.features);
    p.labels = calloc(c->count, 1);
    p.weights = calloc(c->count, sizeof *p.weights);
    if (features_read(t, c, &scratch, p.features))
        exit(3);
    align_labels(t, c, gold, p.labels);
    for (uint32_t i = 0; i < c->count; i++) {
        float w = (float)c->blocks[i].words;
        w = w < 4 ? 4 : w > 60 ? 60 : w;
        p.weights[i] = p.labels[i] == LABEL_TITLE ? 60 : w;
    }
    return p;
}

/* Pages that the gold has none of: the article alone, as agencies send it (a line or a blank line between paragraphs, or
 * wrapped), and menus alone. */
static char *without_clutter(const json_t *gold, uint64_t kind)
{
    const char *title = text_of(gold, "title"), *body = text_of(gold, "body");
    char *raw = malloc(strlen(title) + 2 * strlen(body) + 8), *to = raw;
    if (kind & 1)
        to += sprintf(to, "%s\n\n", title);
    uint32_t column = 0;
    for (const char *p = body; *p; p++) {
        column = *p == '\n' ? 0 : column + 1;
        if (*p == '\n' && p[1] == '\n' && (kind & 2) && !(kind & 4))
            continue;
        *to++ = (char)((kind & 4) && *p == ' ' && column > 62 ? (column = 0, '\n') : *p);
    }
    *to = '\0';
    return raw;
}

static char *only_menus(const text *t, const cleanup *c, const uint8_t *labels)
{
    char *raw = malloc(t->length + c->count + 1), *to = raw;
    for (uint32_t i = 0; i < c->count; i++)
        if (labels[i] == LABEL_CLUTTER && c->blocks[i].words <= 10) {
            memcpy(to, t->data + c->blocks[i].start, c->blocks[i].end - c->blocks[i].start);
            to += c->blocks[i].end - c->blocks[i].start;
            *to++ = '\n';
        }
    *to = '\0';
    return raw;
}

static void add_row(rows *all, row r)
{
    all->items = realloc(all->items, (all->count + 1) * sizeof *all->items);
    all->items[all->count++] = r;
}

static void add_made(rows *all, char *raw, bool untitled, const json_t *labels_from, const row *like)
{
    text t;
    cleanup c;
    if (survey(raw, &t, &c)) {
        row r = {.site = like->site, .made = true, .page = read_page(&t, &c, labels_from)};
        r.page.site = like->site;
        r.page.untitled = untitled;
        add_row(all, r);
    }
    free(raw);
}

static void write_reply(FILE *out, const char *id, const text *t, const cleanup *c)
{
    json_t *sections = json_array(), *paragraphs = NULL, *title = json_stringn(t->data + c->title.start, c->title.end - c->title.start);
    for (uint32_t i = 0; i < c->count; i++) {
        const block *b = &c->blocks[i];
        json_t *s = json_stringn(t->data + b->start, b->end - b->start);
        if (b->role == BLOCK_HEADING || (b->role == BLOCK_BODY && !paragraphs)) {
            paragraphs = json_array();
            json_array_append_new(sections, json_pack("{s:o, s:o}", "heading", b->role == BLOCK_HEADING ? json_incref(s) : json_string(""), "paragraphs", paragraphs));
        }
        if (b->role == BLOCK_BODY)
            json_array_append_new(paragraphs, json_pack("{s:O}", "text", s));
        json_decref(s);
    }
    json_t *r = json_pack("{s:s, s:o, s:o}", "id", id, "title", title, "sections", sections);
    json_dumpf(r, out, JSON_COMPACT);
    putc('\n', out);
    json_decref(r);
}

static void by_labels(cleanup *c, const uint8_t *labels)
{
    static const block_role roles[] = {BLOCK_REMOVED, BLOCK_BODY, BLOCK_HEADING, BLOCK_TITLE};
    for (uint32_t i = 0; i < c->count; i++) {
        c->blocks[i].role = roles[labels[i]];
        if (labels[i] == LABEL_TITLE)
            c->title = (view){c->blocks[i].start, c->blocks[i].end};
    }
}

/* What the labels of a page that the model has not seen tell of its blocks. */
static void add_heading_rows(heading_rows *all, const sequence_model *m, const page *p, float weight)
{
    arena_reset(&scratch, (size_t)1 << 30);
    float(*labels)[LABELS] = arena_alloc(&scratch, p->count * sizeof *labels);
    uint32_t *candidates, n;
    if (!labels || sequence_label(m, p->features, p->count, &scratch, labels) || headings_read(p->features, p->count, labels, &scratch, &candidates, &n))
        exit(3);
    all->items = realloc(all->items, (all->count + n) * sizeof *all->items);
    for (uint32_t k = 0; k < n; k++) {
        heading_row *r = &all->items[all->count++];
        memcpy(r->numbers, p->features[candidates[k]].numbers, sizeof r->numbers);
        r->weight = weight;
        r->heading = p->labels[candidates[k]] == LABEL_HEADING;
    }
}

static bool is_news(const row *r) { return r->gold && strcmp(text_of(r->gold, "genre"), "news") == 0; }

static bool held_out(const row *r, int fold, int folds) { return folds && r->site % (uint32_t)folds == (uint32_t)fold; }

enum { PARTS = 3 }; /* of the pages to learn from, by site */

static bool in_part(const row *r, int part, int folds) { return (int)(r->site / (uint32_t)(folds ? folds : 1) % PARTS) == part; }

enum { SHIPPED_SEED = 12 }; /* of the model in the repository: of those tried, see MODEL.md */

int main(int argc, char **argv)
{
    const char *path = argc > 1 ? argv[1] : NULL, *to = NULL;
    int epochs = 48, fold = -1, folds = 0;
    bool oracle = false;
    uint64_t seed = SHIPPED_SEED;
    for (int i = 2; i < argc; i++) {
        if (strcmp(argv[i], "--oracle") == 0)
            oracle = true;
        else if (strcmp(argv[i], "--epochs") == 0 && i + 1 < argc)
            epochs = atoi(argv[++i]);
        else if (strcmp(argv[i], "--seed") == 0 && i + 1 < argc)
            seed = strtoull(argv[++i], NULL, 10);
        else if (strcmp(argv[i], "--fold") == 0 && i + 1 < argc && sscanf(argv[++i], "%d/%d", &fold, &folds) == 2 && fold >= 0 && fold < folds)
            ;
        else if (!to && *argv[i] != '-')
            to = argv[i];
        else
            path = NULL;
    }
    if (!path || (!to && fold < 0 && !oracle)) {
        fputs(usage, stderr);
        return 2;
    }
    gzFile in = gzopen(path, "rb");
    if (!in) {
        perror(path);
        return 3;
    }
    gzbuffer(in, 1 << 20);
    arena_init(&scratch, (size_t)1 << 30);
    static char line[32 << 20];
    rows all = {0};
    json_t *nothing = json_pack("{s:s, s:s, s:[]}", "body", "", "title", "", "sections");
    uint32_t line_number = 0;
    while (gzgets(in, line, sizeof line)) {
        line_number++;
        json_error_t why;
        row r = {.gold = json_loads(line, 0, &why)};
        if (!r.gold) {
            fprintf(stderr, "%s:%u: %s\n", path, line_number, why.text);
            return 3;
        }
        text t;
        cleanup c;
        if (!survey(text_of(r.gold, "raw"), &t, &c))
            continue;
        const char *site = text_of(r.gold, "site");
        r.site = (uint32_t)(XXH64(site, strlen(site), 0) & 0x7FFFFFFF);

        r.page = read_page(&t, &c, r.gold);
        r.page.site = r.site;
        if (oracle) {
            by_labels(&c, r.page.labels);
            write_reply(stdout, text_of(r.gold, "id"), &t, &c);
        }
        add_row(&all, r);
        const char *id = text_of(r.gold, "id");
        uint64_t kind = XXH64(id, strlen(id), 0);
        char *clutter = only_menus(&t, &c, r.page.labels);
        if (!oracle && kind % 2 == 0)
            add_made(&all, without_clutter(r.gold, kind / 2), !(kind / 2 & 1), r.gold, &r);
        if (!oracle && kind % 16 == 1)
            add_made(&all, clutter, true, nothing, &r);
        else
            free(clutter);
    }
    gzclose(in);
    if (oracle)
        return 0;
    page *pages = malloc((2 * all.count + 1) * sizeof *pages);
    sequence_model *m = calloc(1, sizeof *m);
    heading_rows headings = {0};
    for (int part = 0; part <= PARTS; part++) { /* without each part, to label its pages; at last without none */
        uint32_t n = 0;
        for (uint32_t i = 0; i < all.count; i++) {
            const row *r = &all.items[i];
            if (held_out(r, fold, folds) || in_part(r, part, folds))
                continue;
            pages[n++] = r->page;
            if (is_news(r))
                pages[n++] = r->page; /* news is what it is for */
        }
        learn(pages, n, epochs, seed, m);
        for (uint32_t i = 0; i < all.count; i++)
            if (!all.items[i].made && !held_out(&all.items[i], fold, folds) && in_part(&all.items[i], part, folds))
                add_heading_rows(&headings, m, &all.items[i].page, is_news(&all.items[i]) ? 2 : 1);
    }
    learn_headings(&headings, &m->headings);
    if (to && !built_in_write(to, SEQUENCE_MAGIC, SEQUENCE_VERSION, m, sizeof *m))
        return 3;
    for (uint32_t i = 0; i < all.count && folds; i++) {
        const row *r = &all.items[i];
        if (r->made || !held_out(r, fold, folds))
            continue;
        text t;
        cleanup c;
        if (!survey(text_of(r->gold, "raw"), &t, &c) || cleanup_decide_by(m, &t, &scratch, &c))
            return 3;
        write_reply(stdout, text_of(r->gold, "id"), &t, &c);
    }
    return 0;
}
