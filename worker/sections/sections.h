/* SPDX-License-Identifier: MIT */
/* The article's blocks as sections: a sub-heading and the paragraphs under it. */
#ifndef ENTENTE_SECTIONS_H
#define ENTENTE_SECTIONS_H

#include "cleanup.h"

typedef struct section {
    view heading; /* empty before the first sub-heading */
    const view *paragraphs;
    uint32_t paragraph_count;
} section;

typedef struct sections {
    section *items;
    uint32_t count;
} sections;

ENTENTE_MUST_CHECK entente_status sections_split(const cleanup *c, arena *a, sections *out);

#endif
