/* SPDX-License-Identifier: MIT */
#include "model.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include "bits.h"
#include "built_in.h"
#include "limit_table.h"
#include "network.h"

enum { HEADER = 32, ENTRY = 24 };

static uint64_t number(const uint8_t *p, int bytes)
{
    uint64_t v = 0;
    for (int i = bytes; i-- > 0;)
        v = v << 8 | p[i];
    return v;
}

/* One list of names; returns what follows it, or NULL. */
static const char *read_names(const char *p, const char *end, const char **names, uint32_t *count)
{
    *count = 0;
    while (p < end && *p) {
        const char *stop = memchr(p, '\0', (size_t)(end - p));
        if (!stop || *count == 64 || stop - p > 31)
            return NULL;
        names[(*count)++] = p;
        p = stop + 1;
    }
    return p < end && *count ? p + 1 : NULL;
}

entente_status model_read(const uint8_t *bytes, size_t size, model *out, const char **why)
{
#define REFUSE(text) return *why = (text), ENTENTE_UNREADABLE
    model m = {.bytes = bytes, .size = size};
    const uint8_t *at[MODEL_SECTIONS] = {NULL};
    size_t sizes[MODEL_SECTIONS] = {0};
    const uint16_t probe = 1;
    if (*(const uint8_t *)&probe != 1)
        REFUSE("models are little-endian, this machine is not");
    if (size < HEADER || memcmp(bytes, "ENTENTEM", 8) != 0)
        REFUSE("not a model file");
    if (number(bytes + 8, 4) > MODEL_VERSION)
        REFUSE("the model is newer than this program: update the program");
    if (number(bytes + 8, 4) < MODEL_VERSION)
        REFUSE("the model is older than this program: train it anew");
    uint64_t sections = number(bytes + 12, 4);
    if (number(bytes + 16, 8) != size || sections != MODEL_SECTIONS || size < HEADER + MODEL_SECTIONS * ENTRY)
        REFUSE("the model file is cut off or damaged: wrong size");
    if (XXH64(bytes + HEADER, size - HEADER, 0) != number(bytes + 24, 8))
        REFUSE("the model file is damaged: wrong checksum");
    for (uint32_t i = 0; i < MODEL_SECTIONS; i++) {
        const uint8_t *e = bytes + HEADER + i * ENTRY;
        uint64_t kind = number(e, 4), offset = number(e + 8, 8), length = number(e + 16, 8);
        if (kind >= MODEL_SECTIONS || at[kind] || offset % 64 || offset > size || length > size - offset)
            REFUSE("the model file is damaged: a section is out of bounds");
        at[kind] = bytes + offset;
        sizes[kind] = length;
    }
    static const uint32_t shape[] = MODEL_SHAPE_VALUES;
    if (sizes[MODEL_SHAPE] != sizeof shape || memcmp(at[MODEL_SHAPE], shape, sizeof shape) != 0 || sizes[MODEL_SPLIT] != 2 * MODEL_SPLIT_WEIGHTS * sizeof(int16_t) || sizes[MODEL_NETWORK] != NETWORK_WIDE_PARAMETERS * sizeof(int16_t) || sizes[MODEL_DENSE] != NETWORK_DENSE_BYTES || sizes[MODEL_TAG_PAIRS] % 2 || !sizes[MODEL_TAG_PAIRS] ||
        sizes[MODEL_FEATURE_KEYS] != MODEL_KEYS * sizeof(uint32_t) || sizes[MODEL_FEATURE_ROWS] != MODEL_KEYS * sizeof(uint16_t) ||
        sizes[MODEL_EMBEDDINGS] % NETWORK_EMBED || sizes[MODEL_PARTS] % sizeof(model_part) || sizes[MODEL_LEMMA_RULES] % sizeof(model_lemma_rule) ||
        sizes[MODEL_LEMMA_TABLE] != MODEL_LEMMA_KEYS * sizeof(model_lemma))
        REFUSE("the model was made for another shape of network");
    m.split = (const int16_t *)at[MODEL_SPLIT];
    m.network = (const int16_t *)at[MODEL_NETWORK];
    m.dense = at[MODEL_DENSE];
    m.tag_pairs = at[MODEL_TAG_PAIRS];
    m.tag_pair_count = (uint32_t)(sizes[MODEL_TAG_PAIRS] / 2);
    m.parts = (const model_part *)at[MODEL_PARTS];
    m.part_count = (uint32_t)(sizes[MODEL_PARTS] / sizeof(model_part));
    m.embeddings = (const int8_t *)at[MODEL_EMBEDDINGS];
    m.row_count = (uint32_t)(sizes[MODEL_EMBEDDINGS] / NETWORK_EMBED);
    m.feature_keys = (const uint32_t *)at[MODEL_FEATURE_KEYS];
    m.feature_rows = (const uint16_t *)at[MODEL_FEATURE_ROWS];
    m.lemma_rules = (const model_lemma_rule *)at[MODEL_LEMMA_RULES];
    m.lemma_rule_count = (uint32_t)(sizes[MODEL_LEMMA_RULES] / sizeof(model_lemma_rule));
    m.lemmas = (const model_lemma *)at[MODEL_LEMMA_TABLE];
    /* Open addressing ends at a free place, so there must be some. */
    uint32_t taken = 0, lemmas = 0;
    for (uint32_t i = 0; i < MODEL_KEYS; i++) {
        taken += m.feature_keys[i] != 0;
        if (m.feature_keys[i] && m.feature_rows[i] >= m.row_count)
            REFUSE("the model file is damaged: a feature without a row");
    }
    for (uint32_t i = 0; i < MODEL_LEMMA_KEYS; i++) {
        lemmas += m.lemmas[i].hash != 0;
        if (m.lemmas[i].hash && m.lemmas[i].rule >= m.lemma_rule_count)
            REFUSE("the model file is damaged: a lemma without a rule");
    }
    for (uint32_t i = 0; i < m.part_count; i++) {
        if (m.parts[i].first < 'a' || m.parts[i].first > 'z' || m.parts[i].length > 15 || m.parts[i].at >= m.parts[i].length || !m.parts[i].at)
            REFUSE("the model file is damaged: a word of two parts");
        m.part_lengths[m.parts[i].first - 'a'] |= (uint16_t)(1u << m.parts[i].length);
        bits_add(m.part_filter, m.parts[i].hash % MODEL_PART_FILTER);
    }
    for (uint32_t i = 0; i < m.lemma_rule_count; i++)
        if (m.lemma_rules[i].on > sizeof m.lemma_rules[i].text)
            REFUSE("the model file is damaged: a lemma too long");
    if (taken > MODEL_KEYS * 7 / 8 || lemmas > MODEL_LEMMA_KEYS * 7 / 8)
        REFUSE("the model file is damaged: a table is full");
    const char *names = (const char *)at[MODEL_NAMES], *end = names + sizes[MODEL_NAMES];
    names = read_names(names, end, m.upos, &m.upos_count);
    names = names ? read_names(names, end, m.xpos, &m.xpos_count) : NULL;
    names = names ? read_names(names, end, m.relations, &m.relation_count) : NULL;
    if (!names || m.upos_count > NETWORK_UPOS || m.xpos_count > NETWORK_XPOS || m.relation_count > NETWORK_RELATIONS)
        REFUSE("the model file is damaged: names of tags and relations");
    for (uint32_t i = 0; i < m.tag_pair_count; i++)
        if (m.tag_pairs[2 * i] >= m.upos_count || m.tag_pairs[2 * i + 1] >= m.xpos_count)
            REFUSE("the model file is damaged: pairs of tags");
    *out = m;
    return ENTENTE_OK;
#undef REFUSE
}

BUILT_IN_FILE(entente_model, ENTENTE_MODEL_FILE);

static model built_in;
static const char *built_in_fault;

static void read_built_in(void)
{
    if (model_read(entente_model_bytes, (size_t)(entente_model_end - entente_model_bytes), &built_in, &built_in_fault))
        built_in.size = 0;
}

const model *model_built_in(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, read_built_in);
    return built_in.size ? &built_in : NULL;
}

entente_status model_open(const char *path, model *out, const char **why)
{
    if (!path || !*path) {
        const model *m = model_built_in();
        if (!m)
            return *why = built_in_fault, ENTENTE_UNREADABLE;
        *out = *m;
        return ENTENTE_OK;
    }
    struct stat st;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return *why = strerror(errno), ENTENTE_UNREADABLE;
    entente_status s = ENTENTE_UNREADABLE;
    void *p = MAP_FAILED;
    if (fstat(fd, &st) || !S_ISREG(st.st_mode))
        *why = "not a regular file";
    else if (st.st_size > ENTENTE_LIMIT_MODEL_BYTES)
        *why = "not a model file: larger than any model";
    else if (st.st_size < HEADER)
        *why = "not a model file: too short";
    else if ((p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0)) == MAP_FAILED)
        *why = strerror(errno);
    else
        s = model_read(p, (size_t)st.st_size, out, why);
    close(fd);
    if (p != MAP_FAILED && s)
        munmap(p, (size_t)st.st_size);
    else if (!s)
        out->mapping = p;
    return s;
}

void model_close(model *m)
{
    if (m->mapping)
        munmap(m->mapping, m->size);
    m->mapping = NULL;
}
