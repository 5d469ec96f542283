/* SPDX-License-Identifier: MIT */
/* Sentences, tokens, tags and trees: views into the decoded text. Words, tags and relations are those of Universal Dependencies
 * (version 2, English), the finer tags the Penn treebank's. */
#ifndef ENTENTE_LANGUAGE_H
#define ENTENTE_LANGUAGE_H

#include "model.h"
#include "text.h"

/* Universal part-of-speech tags. */
#define LANGUAGE_POS_LIST(X) X(ADJ) X(ADP) X(ADV) X(AUX) X(CCONJ) X(DET) X(INTJ) X(NOUN) X(NUM) X(PART) X(PRON) X(PROPN) X(PUNCT) X(SCONJ) X(SYM) X(VERB) X(X)
typedef enum language_pos {
    POS_NONE,
#define X(name) POS_##name,
    LANGUAGE_POS_LIST(X)
#undef X
} language_pos;

/* Penn tags that tell a verb's form; any other is TAG_NONE. */
#define LANGUAGE_TAG_LIST(X) X(VB) X(VBD) X(VBG) X(VBN) X(VBP) X(VBZ) X(MD) X(NNS) X(NNPS)
typedef enum language_tag {
    TAG_NONE,
#define X(name) TAG_##name,
    LANGUAGE_TAG_LIST(X)
#undef X
} language_tag;

/* Universal relations; a subtype is its main relation but where it is named here. */
#define LANGUAGE_DEP_LIST(X)                                                                                                              \
    X(ACL, "acl") X(RELCL, "acl:relcl") X(ADVCL, "advcl") X(ADVMOD, "advmod") X(AMOD, "amod") X(APPOS, "appos") X(AUX, "aux")              \
    X(AUX_PASS, "aux:pass") X(CASE, "case") X(CC, "cc") X(CCOMP, "ccomp") X(COMPOUND, "compound") X(PRT, "compound:prt") X(CONJ, "conj")   \
    X(COP, "cop") X(CSUBJ, "csubj") X(DEP, "dep") X(DET, "det") X(DISLOCATED, "dislocated") X(EXPL, "expl") X(FIXED, "fixed")              \
    X(FLAT, "flat") X(IOBJ, "iobj") X(LIST, "list") X(MARK, "mark") X(NMOD, "nmod") X(POSS, "nmod:poss") X(NMOD_TIME, "nmod:unmarked")     \
    X(NSUBJ, "nsubj") X(NSUBJ_PASS, "nsubj:pass") X(NUMMOD, "nummod") X(OBJ, "obj") X(OBL, "obl") X(AGENT, "obl:agent")                    \
    X(OBL_TIME, "obl:unmarked") X(PARATAXIS, "parataxis") X(PUNCT, "punct") X(ROOT, "root") X(VOCATIVE, "vocative") X(XCOMP, "xcomp")
typedef enum language_dep {
    DEP_NONE,
#define X(name, text) DEP_##name,
    LANGUAGE_DEP_LIST(X)
#undef X
} language_dep;

typedef struct token {
    uint32_t start, end;
    const char *low;   /* in small letters (ASCII), curly apostrophes straightened, ended by a NUL */
    const char *lemma; /* in small letters; `low` until the sentence is read */
    bool upper;        /* starts with a capital */
    /* Set by the reader. */
    uint8_t upos, xpos, relation; /* numbers in the model's names */
    uint8_t pos, tag, dep;        /* the same as language_pos, language_tag, language_dep */
    uint16_t head;                /* a token of the sentence; its count for the root */
} token;

typedef struct sentence {
    uint32_t start, end;
    bool headline; /* a headline or heading */
    bool open;     /* the gate lets it through */
    bool read;     /* its tokens have tags, lemmas and heads */
    bool mended;   /* what the reader is often wrong about is set right, once */
    bool shouted;  /* all in capitals: they tell nothing of names */
    token *tokens; /* NULL until language_tokenize */
    uint32_t count;
} sentence;

typedef struct sentences {
    sentence *items;
    uint32_t count, capacity;
} sentences;

typedef struct reader reader;

/* Appends the sentences of one paragraph, none over ENTENTE_LIMIT_SENTENCE_TOKENS. */
ENTENTE_MUST_CHECK entente_status language_split(const model *m, const text *t, view paragraph, arena *a, sentences *out);
/* Tokens by Universal Dependencies conventions. Nothing is done when they are there. */
ENTENTE_MUST_CHECK entente_status language_tokenize(const model *m, const text *t, arena *a, sentence *s);
/* Tags, lemmas and the tree of a sentence, with its tokens. Nothing is done when they are there. */
ENTENTE_MUST_CHECK entente_status language_read(reader *r, const text *t, arena *a, sentence *s);
/* Whether a sentence holds words that an agreement can hang on (gate.txt): the rest need no reading. */
bool language_gate(const text *t, uint32_t start, uint32_t end, bool headline);

#endif
