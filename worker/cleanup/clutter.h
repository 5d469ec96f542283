/* SPDX-License-Identifier: MIT */
#ifndef ENTENTE_CLUTTER_H
#define ENTENTE_CLUTTER_H

#include "cleanup.h"

#define CLUTTER_REASONS(X) \
    X(ACCOUNT) X(ADVERTISEMENT) X(AUTHOR_BOX) X(CAPTION) X(COMMENTS) X(COOKIES) X(DONATION) X(LEGAL) X(NAVIGATION) X(NEWSLETTER) X(PUBLISHER) X(RELATED) \
    X(SHARING) X(TAGS) X(WHEN) X(WIRE)

typedef enum clutter_kind {
#define X(name) CLUTTER_##name,
    CLUTTER_REASONS(X)
#undef X
    CLUTTER_KINDS
} clutter_kind;

typedef struct clutter_signs {
    const char *reason; /* what a short block says it is, a static string; or NULL */
    uint32_t kinds;     /* bits of all the kinds it hints at */
    bool ordered;       /* a whole line, or one of the caller's own phrases, says so: no model is asked */
} clutter_signs;

/* clutter_list: phrases of a caller's own, in the format of clutter.txt. Read once, shared by threads, lives until freed. */

enum { CLUTTER_PHRASES_MOST = 10000, CLUTTER_PHRASE_BYTES = 200 };

/* ENTENTE_UNREADABLE with a message that names the file and the line. */
ENTENTE_MUST_CHECK entente_status clutter_open(const char *path, clutter_list **out, char message[320]);
void clutter_free(clutter_list *list);

/* What the phrases of clutter.txt (and of `own`, which may be NULL) say of a block. Looks at the first and last bytes of long ones. */
clutter_signs clutter_find(const text *t, const block *b, const clutter_list *own);

#endif
