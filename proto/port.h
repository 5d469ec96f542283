/* SPDX-License-Identifier: MIT */
#ifndef ENTENTE_PORT_H
#define ENTENTE_PORT_H

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* Whether a string is a TCP port that others can name: digits alone, 1 to 65535. */
static inline bool is_port(const char *s)
{
    size_t n = strspn(s, "0123456789");
    return n >= 1 && n <= 5 && !s[n] && atoi(s) >= 1 && atoi(s) <= 65535;
}

#endif
